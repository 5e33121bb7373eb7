package compare

import (
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
)

// A law is an act that an editorial note names as the source of a change.
type law struct {
	name   string // «Закон РК от 03.01.2021 № 406-VI»
	number string // folded
	date   string // 2021-01-03
	terms  string // how it comes into force, folded
	since  string // 2023-01-01 if the note says from which day it applies, else ""
	deed   Deed   // what it did
}

// Notes name laws as «Законом РК от 03.01.2021 № 406-VI (вводится в действие с
// 01.01.2023)», «законами РК от … № …; от … № …», «Федерального закона от
// 21.07.2014 N 11-ФКЗ», «ҚР 03.01.2021 № 406-VI Заңымен».
var (
	reAct = lazy.New(`(?i)((?:федеральн|конституционн)[а-яё]+\s+(?:конституционн[а-яё]+\s+)?)?(закон|указ|постановлени|решени|приказ)(ом|ами|а|ов|е|ем|ями|я|у|ы|и|й)?((?:\s+(?:РК|РФ|КР|РБ|Республики|Российской|Кыргызской|Казахстан|Федерации|Беларусь|Президента|Правительства))*(?:\s+о поправке)?)`)
	reLaw = lazy.New(`(?i)(?:от\s*|ҚР\s+)(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{2}\.\d{2}|\d{1,2}\s+\p{L}+\s+\d{4})(?:\s*(?:г\.|года|ж\.|жылғы))?\s*(?:№|N)\s*([\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*)`)
	reDay = lazy.New(`(?i)(?:вводится|вводятся|введен[аоы]?)\s+в\s+действие\s+с\s+(\d{1,2}\.\d{1,2}\.\d{4})`)
)

// laws returns the laws that a note names, in its order.
func laws(note, jurisdiction string) []law {
	var out []law
	acts := reAct.FindAllStringSubmatchIndex(note, -1)
	found := reLaw.FindAllStringSubmatchIndex(note, -1)
	for i, f := range found {
		end := len(note)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		l := law{date: isoDate(note[f[2]:f[3]]), number: fold(tokenize(note[f[4]:f[5]], "ru"))}
		l.terms = fold(tokenize(strings.Trim(note[f[1]:end], " .;"), "ru"))
		if d := reDay.FindStringSubmatch(note[f[1]:end]); d != nil {
			l.since = isoDate(d[1])
		}
		l.deed = deedOf(note[:f[0]], note[f[1]:end])
		kind := unnamed(note[f[4]:f[5]], jurisdiction)
		for _, a := range acts {
			if a[0] > f[0] {
				break
			}
			kind = nominative(sub(note, a, 1), sub(note, a, 2), sub(note, a, 4))
		}
		if strings.HasPrefix(strings.ToUpper(note[f[0]:f[1]]), "ҚР") {
			l.name = "ҚР " + note[f[2]:f[3]] + " №\u00a0" + note[f[4]:f[5]] + " Заңы"
		} else {
			l.name = kind + " от " + strings.Join(strings.Fields(note[f[2]:f[3]]), " ") + " №\u00a0" + note[f[4]:f[5]]
		}
		out = append(out, l)
	}
	return out
}

// unnamed returns the kind of act that a number alone tells of.
func unnamed(number, jurisdiction string) string {
	n := strings.ToUpper(number)
	switch {
	case strings.HasSuffix(n, "-ФКЗ"):
		return "Федеральный конституционный закон"
	case strings.HasSuffix(n, "-ФЗ"):
		return "Федеральный закон"
	case jurisdiction == "KZ":
		return "Закон РК"
	}
	return "Закон"
}

func sub(s string, at []int, group int) string {
	if at[2*group] < 0 {
		return ""
	}
	return s[at[2*group]:at[2*group+1]]
}

func nominative(adjective, noun, owner string) string {
	names := map[string]string{"закон": "Закон", "указ": "Указ", "постановлени": "Постановление", "решени": "Решение", "приказ": "Приказ"}
	name := names[strings.ToLower(noun)]
	a := strings.ToLower(adjective)
	switch {
	case strings.Contains(a, "федеральн") && strings.Contains(a, "конституционн"):
		name = "Федеральный конституционный закон"
	case strings.Contains(a, "федеральн"):
		name = "Федеральный закон"
	case strings.Contains(a, "конституционн"):
		name = "Конституционный закон"
	}
	if owner = strings.Join(strings.Fields(owner), " "); owner != "" {
		name += " " + owner
	}
	return name
}

var monthNames = []string{"январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"}

// isoDate turns 03.01.2021, 2008.06.25 and «25 июня 2008» into 2008-06-25.
func isoDate(s string) string {
	two := func(s string) string {
		if len(s) == 1 {
			return "0" + s
		}
		return s
	}
	if p := strings.Split(s, "."); len(p) == 3 {
		if len(p[0]) == 4 {
			return p[0] + "-" + p[1] + "-" + p[2]
		}
		return p[2] + "-" + two(p[1]) + "-" + two(p[0])
	}
	if f := strings.Fields(s); len(f) == 3 {
		for i, m := range monthNames {
			if strings.HasPrefix(strings.ToLower(f[1]), m) && (m != "ма" || !strings.HasPrefix(strings.ToLower(f[1]), "мар")) {
				return f[2] + "-" + two(itoa(i+1)) + "-" + two(f[0])
			}
		}
	}
	return ""
}

// basis returns the laws that made the change of a row: those which the notes
// of the new unit, or of the units around it, name, and which are younger than
// the old edition or unknown to its notes. The nearest notes that name any win:
// a subclause's own before its article's.
func (c *Comparison) basis(r *Row) []law {
	n := first(r.news)
	o := first(r.olds)
	if n == nil && o != nil { // removed: the nearest unit that is still there
		for p := o; p != nil && n == nil; p = p.parent {
			n = p.mate
		}
	}
	if n == nil {
		return nil
	}
	for p := n; p != nil; p = p.parent {
		if out := c.freshLaws(p); len(out) > 0 {
			return out
		}
	}
	return nil
}

// freshLaws returns the laws that the notes of a new unit name and that came
// into the act between the two editions.
func (c *Comparison) freshLaws(n *node) []law {
	known := map[string]string{} // law → its terms in the old notes
	for p := n; p != nil; p = p.parent {
		if p.mate == nil {
			continue
		}
		for _, x := range p.mate.unit.Notes {
			for _, l := range laws(x.Text, c.new.Meta.Jurisdiction) {
				known[l.number+l.date] = "known" + l.terms
			}
		}
	}
	var out []law
	for _, x := range n.unit.Notes {
		for _, l := range laws(x.Text, c.new.Meta.Jurisdiction) {
			if c.fresh(l, known[l.number+l.date]) && !slices.ContainsFunc(out, func(k law) bool { return k.number == l.number && k.date == l.date }) {
				out = append(out, l)
			}
		}
	}
	return out
}

// fresh reports whether a law came into the act between the two editions. known
// is what the old notes say of it, "" if they don't name it.
func (c *Comparison) fresh(l law, known string) bool {
	was, is := c.old.Meta.Edition, c.new.Meta.Edition
	day := l.date
	if l.since != "" {
		day = l.since
	}
	if before(is, l.date) && before(is, day) {
		return false // announced, not yet there
	}
	if known == "" {
		return was == "" || !before(day, was) || c.old.Meta.Origin["edition"] != "text"
	}
	// A law that the old notes name already counts if it began to apply later,
	// or if its notes tell of other terms now.
	return was != "" && (before(was, l.since) || known != "known"+l.terms && !before(l.date, was))
}

// before compares dates as far as both are known: a day with a month or a year.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return n > 0 && a[:n] < b[:n]
}

func first(ns []*node) *node {
	if len(ns) == 0 {
		return nil
	}
	return ns[0]
}

// newer reports whether the first edition is the newer one, so far as known.
func newer(a, b corpus.Meta) bool { return before(b.Edition, a.Edition) }
