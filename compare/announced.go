package compare

import (
	"regexp"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// A Deed is what a note says that a law did to a provision.
type Deed string

// The deeds of amending laws.
const (
	Amended   Deed = "amended"   // «с изменениями, внесенными Законом …»
	Rewritten Deed = "rewritten" // «в редакции Закона …»
	Inserted  Deed = "inserted"  // «дополнена статьей …»
	Excluded  Deed = "excluded"  // «исключена Законом …»
)

// An Announcement is a change that a note of the new edition tells of, and that
// came between the two editions. What a law did is said by those who keep the
// text, so it is a check of the comparison that owes nothing to it.
type Announcement struct {
	Address corpus.Address `json:"address"` // in the new document
	Deed    Deed           `json:"deed"`
	Law     string         `json:"law"`
	// Rows counts the rows of the right kind at the unit or below it. Where it
	// is 0, the texts don't show what the note says.
	Rows int `json:"rows"`
}

// deedWords are the phrases by which notes tell a deed; the last one before the
// law counts, or in Kazakh the first one after it.
var deedWords = []struct {
	deed Deed
	re   *regexp.Regexp
}{
	{Amended, regexp.MustCompile(`(?i)изменени\p{L}*|өзгеріс\p{L}*`)},
	{Rewritten, regexp.MustCompile(`(?i)в\s+(?:новой\s+)?ред(?:акции|\.)|редакцияда`)},
	{Inserted, regexp.MustCompile(`(?i)дополнен\p{L}*|введен[аоы]?(?:\s+дополнительно)?(?:\s+[-–—]|\s+(?:федеральн|закон|указ|постановл|в\s+соответствии))|толықтыр\p{L}*`)},
	{Excluded, regexp.MustCompile(`(?i)исключен[аоы]?(?:\s|$)|утрати\p{L}+\s+силу|алы[пн]\s+таста\p{L}*|күші\s+жойыл\p{L}*`)},
}

func deedOf(before, after string) Deed {
	deed, at := Deed(""), -1
	for _, w := range deedWords {
		if ms := w.re.FindAllStringIndex(before, -1); ms != nil && ms[len(ms)-1][0] > at {
			deed, at = w.deed, ms[len(ms)-1][0]
		}
	}
	if deed != "" {
		return deed
	}
	at = len(after)
	for _, w := range deedWords {
		if m := w.re.FindStringIndex(after); m != nil && m[0] < at {
			deed, at = w.deed, m[0]
		}
	}
	if deed == "" {
		return Amended
	}
	return deed
}

// announce lists what the notes of the new edition announce.
func (c *Comparison) announce() {
	var places []int // of rows, by the new unit at which they stand
	rowsAt := map[int][]*Row{}
	for i := range c.Rows {
		r := &c.Rows[i]
		if r.Change == Unchanged || r.Change == Notes {
			continue
		}
		n := first(r.news)
		for o := first(r.olds); o != nil && n == nil; o = o.parent {
			n = o.mate
		}
		if n == nil {
			continue
		}
		if rowsAt[n.ord] == nil {
			places = append(places, n.ord)
		}
		rowsAt[n.ord] = append(rowsAt[n.ord], r)
	}
	slices.Sort(places)
	for _, n := range c.news {
		if len(n.unit.Notes) == 0 || n.unit.Kind == corpus.KindRequisite { // there, a list of all laws that ever changed the act
			continue
		}
		for _, l := range c.freshLaws(n) {
			a := Announcement{Address: n.addr, Deed: l.deed, Law: l.name}
			for i, _ := slices.BinarySearch(places, n.ord); i < len(places) && places[i] < n.end; i++ {
				for _, r := range rowsAt[places[i]] {
					if l.deed.shownBy(r.Change) {
						a.Rows++
					}
				}
			}
			c.Announced = append(c.Announced, a)
		}
	}
}

// shownBy reports whether a row of a kind shows the deed. What a law inserts or
// excludes may have come from elsewhere or gone there.
func (d Deed) shownBy(ch Change) bool {
	switch d {
	case Inserted:
		return ch != Removed && ch != Changed
	case Excluded:
		return ch != Added && ch != Changed
	}
	return true
}

// announced tells how the rows answer to what the notes announce.
func (p *printer) announced() []table.Block {
	if len(p.c.Announced) == 0 || p.t.Form != Forms()[0] { // a draft has no notes of its own
		return nil
	}
	var unmet, silent []string
	deeds := []Deed{Amended, Rewritten, Inserted, Excluded}
	for _, a := range p.c.Announced {
		if a.Rows == 0 {
			unmet = append(unmet, Fill(p.t.AnnouncedRow, "element", p.c.new.Citation(a.Address, p.lang),
				"deed", p.t.Deeds[slices.Index(deeds, a.Deed)], "law", a.Law))
		}
	}
	told := map[*node]bool{}
	for _, r := range p.c.Unexplained() {
		d, ns := p.c.new, r.news
		if len(ns) == 0 || ns[0].own.text == "" {
			d, ns = p.c.old, r.olds
		}
		top := ns[0]
		told[top] = r.Change == Added || r.Change == Removed
		if told[top.parent] && told[top] {
			continue // its article came or went as a whole
		}
		if name := p.cite(d, ns); !slices.Contains(silent, name) {
			silent = append(silent, name)
		}
	}
	out := []table.Block{table.Heading(2, p.t.AnnouncedHead)}
	if len(unmet) == 0 {
		out = append(out, table.Para(Fill(p.t.AnnouncedAll, "n", itoa(len(p.c.Announced)))))
	} else {
		out = append(out, table.Para(Fill(p.t.AnnouncedUnmet, "list", strings.Join(unmet, "; "))))
	}
	if len(silent) > 0 {
		out = append(out, table.Para(Fill(p.t.Unexplained, "list", strings.Join(silent, "; "))))
	}
	return out
}

// Unexplained returns the rows that changed and of which no note tells: slips of
// those who keep the text, or ours.
func (c *Comparison) Unexplained() []*Row {
	var out []*Row
	for i := range c.Rows {
		if r := &c.Rows[i]; r.Change != Unchanged && r.Change != Notes && len(c.basis(r)) == 0 {
			out = append(out, r)
		}
	}
	return out
}
