package parse

import (
	"path"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
)

// The edition is the date as of which a text is: what the head says («по
// состоянию на …»), else the file's name, else the latest of the amending acts
// that its notes name.

// fileEdition matches the dates in names of files: 25-08-2025, ed-2021,
// 1993-edition.
var fileEdition = lazy.New(`(?i)(?:^|[^\d])(\d{2})[-._](\d{2})[-._]((?:19|20)\d\d)(?:[^\d]|$)|(?:^|[^\p{L}])(?:ed|red|редакция|ред)[-_. ]*((?:19|20)\d\d(?:-\d\d-\d\d)?)|(?:^|[^\d])((?:19|20)\d\d)[-_ ]?(?:edition|ed|редакция|ред)(?:[^\p{L}]|$)`)

var asOf = lazy.New(`(?i)(?:по состоянию на|редакция от|в редакции на|с изменениями на|жағдай бойынша)`)

// edition returns the date as of which the text is, and where it was found.
func (p *parser) edition(head []string, root *corpus.Unit) (day, origin string) {
	if day := p.printedEdition(); day != "" {
		return day, "text"
	}
	latest := p.latestNote(head, root)
	if ed := editionOfName(p.src.Name); ed != "" {
		// The notes may know the day of the year that the name gives.
		if len(ed) == 4 && strings.HasPrefix(latest, ed) {
			ed = latest
		} else if latest > ed+"~" {
			p.problem(0, "edition-notes", ed, latest)
		}
		return ed, "file name"
	}
	if latest != "" {
		return latest, "notes"
	}
	return "", ""
}

// printedEdition reads «(с изменениями по состоянию на 08.06.2024 г.)» in the
// head, «2021.01.03. жағдай бойынша» in Kazakh.
func (p *parser) printedEdition() string {
	for i := range p.paras[:min(len(p.paras), 60)] {
		l := &p.paras[i]
		if l.role != note && l.role != requisite && l.role != name {
			continue
		}
		m := asOf.FindStringIndex(l.Text)
		if m == nil {
			continue
		}
		for _, d := range findDates(l.Text) {
			if 0 <= d.at-m[1] && d.at-m[1] < 12 || 0 <= m[0]-d.end && m[0]-d.end < 12 {
				return d.iso
			}
		}
	}
	return ""
}

// latestNote returns the latest date of an amending act in the notes.
func (p *parser) latestNote(head []string, root *corpus.Unit) string {
	latest := ""
	later := func(text string) {
		for _, d := range findDates(text) {
			if d.iso > latest && numberFollows(text[d.end:]) {
				latest = d.iso
			}
		}
	}
	root.Walk(func(u *corpus.Unit) bool {
		for _, n := range u.Notes {
			later(n.Text)
		}
		return true
	})
	for _, s := range head {
		if i := strings.Index(s, "редакции"); i >= 0 {
			later(s[i:])
		}
	}
	return latest
}

// editionOfName reads the edition in the name of a file. A date after «от» is
// the day of adoption.
func editionOfName(name string) string {
	name = strings.TrimSuffix(path.Base(name), path.Ext(name))
	m := fileEdition.FindStringSubmatchIndex(name)
	if m == nil || strings.HasSuffix(strings.ToLower(strings.TrimRight(name[:m[0]], " _-")), "от") {
		return ""
	}
	g := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return name[m[2*i]:m[2*i+1]]
	}
	if g(3) != "" {
		return g(3) + "-" + g(2) + "-" + g(1)
	}
	return g(4) + g(5)
}

// numberFollows reports whether the number of an act comes right after its
// date: that makes it the date of an amending law, and no date of entry into
// force.
func numberFollows(s string) bool {
	s = strings.TrimLeft(s, " \u00a0.г")
	s = strings.TrimPrefix(s, "ода ")
	return strings.HasPrefix(s, "№") || strings.HasPrefix(s, "N ") || strings.HasPrefix(s, "N\u00a0")
}
