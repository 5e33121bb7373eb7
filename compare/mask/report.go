package mask

import (
	"fmt"
	"slices"
	"strings"

	"svod/compare/table"
)

// A Mask hides people in texts, and counts what it hides. The zero value writes
// Russian words in their place.
type Mask struct {
	Language string
	Hidden   map[Kind]int
}

var signs = map[string]map[Kind]string{
	"ru": {Name: "[имя]", Phone: "[телефон]", Mail: "[эл. почта]", Number: "[ИИН]", Document: "[документ]", Flat: "[адрес]"},
	"kk": {Name: "[аты-жөні]", Phone: "[телефон]", Mail: "[эл. пошта]", Number: "[ЖСН]", Document: "[құжат]", Flat: "[мекенжай]"},
	"en": {Name: "[name]", Phone: "[telephone]", Mail: "[e-mail]", Number: "[personal number]", Document: "[document]", Flat: "[address]"},
}

var counted = map[string]map[Kind]string{
	"ru": {"": "Скрыто", Name: "имён", Phone: "телефонов", Mail: "адресов эл. почты", Number: "ИИН", Document: "номеров документов", Flat: "домашних адресов"},
	"kk": {"": "Жасырылды", Name: "аты-жөні", Phone: "телефон", Mail: "эл. пошта мекенжайы", Number: "ЖСН", Document: "құжат нөмірі", Flat: "үй мекенжайы"},
	"en": {"": "Hidden", Name: "names", Phone: "telephones", Mail: "e-mail addresses", Number: "personal numbers", Document: "numbers of documents", Flat: "home addresses"},
}

func in(m map[string]map[Kind]string, lang string) map[Kind]string {
	if w := m[lang]; w != nil {
		return w
	}
	return m["ru"]
}

// Text returns a text with its people hidden.
func (m *Mask) Text(s string) string {
	return joined(m.runs([]table.Run{{Text: s}}, true))
}

func joined(rs []table.Run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// runs hides people in runs; a name may stretch over several.
func (m *Mask) runs(rs []table.Run, count bool) []table.Run {
	spans := Find(joined(rs))
	if len(spans) == 0 {
		return rs
	}
	out := slices.DeleteFunc(m.replaced(rs, spans), func(r table.Run) bool { return r.Text == "" })
	if count {
		m.count(spans)
	}
	return out
}

func (m *Mask) count(spans []Span) {
	if m.Hidden == nil {
		m.Hidden = map[Kind]int{}
	}
	for _, s := range spans {
		m.Hidden[s.Kind]++
	}
}

// concordance hides people in the three cells of a line, before, match and
// behind: a name may stretch over them.
func (m *Mask) concordance(row []table.Cell) {
	var rs []table.Run
	for i := range row {
		rs = append(append(rs, row[i].Runs...), table.Run{Text: " "})
	}
	spans := Find(joined(rs))
	m.count(spans)
	rs = m.replaced(rs, spans)
	for i := range row {
		n := len(row[i].Runs)
		row[i].Runs = slices.DeleteFunc(slices.Clone(rs[:n]), func(r table.Run) bool { return r.Text == "" })
		rs = rs[n+1:]
	}
}

// replaced returns as many runs with the spans of their text hidden.
func (m *Mask) replaced(rs []table.Run, spans []Span) []table.Run {
	out := make([]table.Run, 0, len(rs))
	at := 0
	for _, r := range rs {
		lo, hi := at, at+len(r.Text)
		var b strings.Builder
		for _, s := range spans {
			if s.Hi <= at || s.Lo >= hi {
				continue
			}
			if s.Lo >= lo {
				b.WriteString(r.Text[at-lo : s.Lo-lo])
				b.WriteString(in(signs, m.Language)[s.Kind])
			}
			at = min(s.Hi, hi)
		}
		b.WriteString(r.Text[at-lo:])
		at, r.Text = hi, b.String()
		out = append(out, r)
	}
	return out
}

// Report hides people in all that is written of a report: its texts, tables and
// charts, its record, and what stands behind its numbers; and says in its record
// how many were hidden. What the recipe needs to make the report again stays:
// see Left.
func Report(r *table.Report) {
	m := &Mask{Language: r.Language}
	r.Title = m.Text(r.Title)
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case *table.Paragraph:
			b.Runs = m.runs(b.Runs, true)
			b.Comment = m.Text(b.Comment)
		case *table.Table:
			*b = *b.Filled()
			m.table(b)
		case *table.Chart:
			m.chart(b)
		}
	}
	for _, facts := range [][]table.Fact{r.Made, r.Summary} {
		for i := range facts {
			facts[i].Name, facts[i].Value = m.hide(facts[i].Name), m.hide(facts[i].Value)
		}
	}
	r.Made = append(r.Made, table.Fact{Name: in(counted, m.Language)[""], Value: m.String()})
}

// Left returns the names of input files that point at people: a recipe must
// keep them.
func Left(r *table.Recipe) []string {
	var out []string
	for _, in := range r.Inputs {
		if len(Find(in.Name)) > 0 {
			out = append(out, in.Name)
		}
	}
	return out
}

func (m *Mask) table(t *table.Table) {
	for _, s := range []*string{&t.Caption, &t.Source, &t.Base, &t.Sheet} {
		*s = m.hide(*s)
	}
	m.all(t.Notes)
	m.all(t.Choices)
	for _, rows := range [][][]table.Cell{t.Head, t.Rows} {
		for _, row := range rows {
			for i := range row {
				if row[i].Right && i+2 < len(row) && row[i].Value == 0 {
					m.concordance(row[i : i+3])
				}
				row[i].Runs = m.runs(row[i].Runs, true)
				if row[i].Basis != nil {
					row[i].Basis = masked{row[i].Basis, m}
				}
			}
		}
	}
}

// chart hides people in a chart without counting them: its table has them too.
func (m *Mask) chart(c *table.Chart) {
	for _, s := range []*string{&c.Caption, &c.Source, &c.Base} {
		*s = m.hide(*s)
	}
	m.all(c.Labels)
	m.all(c.Legend)
	for i := range c.Series {
		c.Series[i].Name = m.hide(c.Series[i].Name)
		m.all(c.Series[i].Texts)
	}
}

func (m *Mask) all(ss []string) {
	for i, s := range ss {
		ss[i] = m.hide(s)
	}
}

// String says how many were hidden: «имён 3; телефонов 1; …».
func (m *Mask) String() string {
	var parts []string
	for _, k := range Kinds {
		parts = append(parts, fmt.Sprintf("%s %d", in(counted, m.Language)[k], m.Hidden[k]))
	}
	return strings.Join(parts, "; ")
}

// masked hides people in the evidence of a number.
type masked struct {
	table.Basis
	m *Mask
}

func (b masked) Explain() table.Explanation {
	e := b.Basis.Explain()
	items := make([]table.Evidence, len(e.Items))
	for i, x := range e.Items {
		items[i] = b.m.evidence(x)
	}
	e.What, e.Items, e.Value = b.m.hide(e.What), items, b.m.cell(e.Value)
	e.Tried, e.In = slices.Clone(e.Tried), slices.Clone(e.In)
	b.m.all(e.Tried)
	b.m.all(e.In)
	terms := make([]table.Term, len(e.Terms))
	for i, t := range e.Terms {
		t.Value = b.m.cell(t.Value)
		if t.Name = b.m.hide(t.Name); t.Basis != nil {
			t.Basis = masked{t.Basis, b.m}
		}
		terms[i] = t
	}
	e.Terms = terms
	return e
}

// cell hides people in the text of a cell that stands in an explanation.
func (m *Mask) cell(c table.Cell) table.Cell {
	c.Runs = m.runs(c.Runs, false)
	if c.Basis != nil {
		c.Basis = masked{c.Basis, m}
	}
	return c
}

func (m *Mask) hide(s string) string { return joined(m.runs([]table.Run{{Text: s}}, false)) }

// evidence hides people in a text, and moves its matches; a match that touches
// what is hidden takes in the words in its place.
func (m *Mask) evidence(x table.Evidence) table.Evidence {
	spans := Find(x.Text)
	matches := make([][2]int, len(x.Matches))
	for i, match := range x.Matches {
		matches[i] = [2]int{m.moved(spans, match[0], false), m.moved(spans, match[1], true)}
	}
	x.Document, x.Citation, x.Text, x.Matches = m.hide(x.Document), m.hide(x.Citation), m.hide(x.Text), matches
	return x
}

// moved returns where an offset of a text comes to lie when spans are hidden.
func (m *Mask) moved(spans []Span, at int, end bool) int {
	shift := 0
	for _, s := range spans {
		n := len(in(signs, m.Language)[s.Kind])
		switch {
		case at >= s.Hi:
			shift += n - (s.Hi - s.Lo)
		case at > s.Lo && end:
			return s.Lo + shift + n
		case at > s.Lo:
			return s.Lo + shift
		}
	}
	return at + shift
}
