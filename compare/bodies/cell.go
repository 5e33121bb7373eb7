package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

// basis makes an explanation when it is asked for.
type basis func() table.Explanation

// Explain makes a basis a table.Basis.
func (b basis) Explain() table.Explanation { return b() }

// printer makes the report of a result.
type printer struct {
	*Result
	p    phrases
	lang string
}

// text prints the value of a cell: «частично», «12», «62,5 % (25 из 40)».
func (p *printer) text(in *Indicator, v *Value) string {
	switch {
	case !v.known(), !in.Type.numeric():
		return p.p[v.State.String()]
	case in.Type == Share && v.part != nil:
		return p.percent(v.Number) + " (" + p.p.fill("of", "n", p.number(v.part.Number), "m", p.number(v.of.Number)) + ")"
	case in.Type == Share || v.Percent:
		return p.percent(v.Number)
	}
	return p.number(v.Number)
}

// number prints a number as people write it; decimals only if it has them.
func (p *printer) number(v float64) string {
	if v == math.Trunc(v) {
		return strings.TrimPrefix(table.Signed(p.lang, v, 0), "+")
	}
	return strings.TrimPrefix(table.Signed(p.lang, v, places(v)), "+")
}

// places is how many decimals a number needs, two at most.
func places(v float64) int {
	if math.Abs(v*10-math.Round(v*10)) < 1e-9 {
		return 1
	}
	return 2
}

func (p *printer) percent(v float64) string {
	s := strings.TrimPrefix(table.Signed(p.lang, v*100, 1), "+")
	if p.lang == "en" {
		return s + "%"
	}
	return s + "\u00a0%"
}

// cell prints a cell of the matrix: numbers stay numbers unless they must be
// looked at or have their counts beside them.
func (p *printer) cell(m *Matrix, row *Row, i int) table.Cell {
	in, v := p.Study.Indicators[i], row.Values[i]
	c := p.plain(in, v)
	if v.Check || !in.Type.numeric() || in.Type == Share {
		text := p.text(in, v)
		if v.Check {
			text += "*"
		}
		c = table.Text(text)
		c.Right = in.Type.numeric()
	}
	c.Basis = basis(func() table.Explanation { return p.explain(m, row, i) })
	return c
}

// plain is the value alone.
func (p *printer) plain(in *Indicator, v *Value) table.Cell {
	switch {
	case v.State == NoData:
		return table.Missing()
	case !v.known() || !in.Type.numeric():
		return table.Text(p.text(in, v))
	case in.Type == Mentions && v.Number == 0:
		return table.None()
	case in.Type == Share || v.Percent:
		return table.Percent(v.Number)
	case v.Number == math.Trunc(v.Number):
		return table.Cell{Value: v.Number, Format: table.FormatInteger}
	}
	c := table.Decimal(v.Number)
	c.Places = places(v.Number)
	return c
}

// explain says where a cell comes from: the places that add up to it, the parts
// of a share, whose observation it is, or what was tried in vain and where.
func (p *printer) explain(m *Matrix, row *Row, i int) table.Explanation {
	in, v := p.Study.Indicators[i], row.Values[i]
	e := table.Explanation{What: p.about(m, row) + ": " + in.Name, Value: p.plain(in, v)}
	for _, d := range row.Docs {
		e.In = append(e.In, p.titles[d.ID])
	}
	if o := v.Observed; o != nil {
		e.Formula = strings.TrimSpace(p.p["by_hand"] + ": " + o.Source)
		e.Items = []table.Evidence{{Document: o.File, Address: fmt.Sprint(o.Line), Citation: o.Source, Text: cmp.Or(o.Note, o.Source)}}
		if v.Differs {
			e.Formula += "; " + p.p.fill("differs", "found", p.found(v), "value", p.text(in, v))
		}
		return e
	}
	switch in.Type {
	case Presence:
		e.Tried = p.tried(in.Category, in.Partly)
		if len(row.Docs) > 0 {
			mentions := table.Explanation{What: e.What + ": " + p.p["mentions"], Value: table.Int(v.Mentions), Items: v.Evidence, Tried: e.Tried, In: e.In}
			e.Formula = p.rule(in, v)
			e.Terms = []table.Term{{Name: p.p["mentions"], Value: table.Int(v.Mentions), Basis: mentions}}
			e.Items = v.Evidence
		}
	case Mentions:
		e.Tried, e.Items = p.tried(in.Category), v.Evidence
	case Number:
		e.Tried, e.Items = p.stated(in), v.Evidence
	case Share:
		if v.known() {
			e.Formula = p.p.fill("explain_share", "part", p.study(in.Part).Name, "of", p.study(in.Of).Name)
		} else {
			e.Formula = p.p["no_share"]
		}
		for _, id := range []string{in.Part, in.Of} {
			j := slices.Index(p.Study.Indicators, p.study(id))
			e.Terms = append(e.Terms, table.Term{Name: p.study(id).Name, Value: p.plain(p.study(id), row.Values[j]),
				Basis: basis(func() table.Explanation { return p.explain(m, row, j) })})
		}
	}
	return e
}

func (p *printer) study(id string) *Indicator { return p.Study.indicator(id) }

// rule says by which rule mentions made a state: «упоминаний 2 ≥ 1: да».
func (p *printer) rule(in *Indicator, v *Value) string {
	n := p.p["mentions"]
	switch {
	case v.State == Yes:
		return fmt.Sprintf("%s %d ≥ %d: %s", n, v.Mentions, in.AtLeast, p.p["yes"])
	case v.State == Partly && in.AtLeast > v.Mentions && in.Partly == "":
		return fmt.Sprintf("0 < %s %d < %d: %s", n, v.Mentions, in.AtLeast, p.p["partly"])
	case v.State == Partly:
		return fmt.Sprintf("%s %d (%s): %s", n, v.Mentions, cmp.Or(in.Partly, in.Category), p.p["partly"])
	}
	return fmt.Sprintf("%s 0: %s", n, p.p["no"])
}

// found is what documents say where an observation says otherwise.
func (p *printer) found(v *Value) string {
	if len(v.Evidence) > 0 && v.Found == Yes && v.FoundNumber != 0 {
		return p.number(v.FoundNumber)
	}
	return p.p[v.Found.String()]
}

// tried are the patterns of categories, those of their children included.
func (p *printer) tried(ids ...string) []string {
	var out []string
	for _, id := range ids {
		if p.Codebook == nil || id == "" {
			continue
		}
		if c := category(p.Codebook, id); c != nil {
			out = append(out, c.Any...)
			for _, child := range c.Children {
				out = append(out, p.tried(child.ID)...)
			}
		}
	}
	return out
}

// stated are the patterns by which a number is looked for.
func (p *printer) stated(in *Indicator) []string {
	if f := figure(p.figures, in.Figure); f != nil {
		return f.Any
	}
	return nil
}

// about names a body and the kind of its council.
func (p *printer) about(m *Matrix, row *Row) string {
	if m.Kind.Value == "" {
		return p.name(row)
	}
	return p.name(row) + ", " + m.Kind.Value
}

func (p *printer) name(row *Row) string { return row.Body.NameAt(p.Study.At, p.lang) }

// source says where a value comes from, for the table of all values.
func (p *printer) source(in *Indicator, v *Value, row *Row) string {
	if v.Observed != nil {
		return cmp.Or(v.Observed.Source, p.p["by_hand"])
	}
	if v.part != nil && v.known() {
		return p.p.fill("explain_share", "part", p.study(in.Part).Name, "of", p.study(in.Of).Name)
	}
	var out []string
	if len(v.Evidence) == 0 && in.Type != Share && in.Type != Observed && in.Type != Measured { // where it was looked for
		for _, d := range row.Docs {
			out = append(out, p.titles[d.ID])
		}
	}
	for _, e := range v.Evidence {
		s := e.Document
		if e.Citation != "" {
			s += ", " + e.Citation
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	const most = 2
	if len(out) > most {
		return strings.Join(out[:most], "; ") + "; " + p.p.fill("more", "n", strconv.Itoa(len(out)-most))
	}
	return strings.Join(out, "; ")
}

// ground is the quote behind a value, or what was tried.
func (p *printer) ground(in *Indicator, v *Value, row *Row) table.Cell {
	muted := func(s string) table.Cell {
		return table.Cell{Runs: []table.Run{{Text: s, Mark: table.MarkMuted}}}
	}
	switch {
	case v.Observed != nil:
		return table.Text(v.Observed.Note)
	case len(v.Evidence) > 0:
		runs := quote(v.Evidence[0])
		if n := len(v.Evidence) - 1; n > 0 {
			runs = append(runs, table.Run{Text: " [" + p.p.fill("more", "n", strconv.Itoa(n)) + "]", Mark: table.MarkMuted})
		}
		return table.Cell{Runs: runs}
	case in.Type == Share && v.known():
		return table.Text(p.text(in, v))
	case in.Type == Share:
		return muted(p.p["no_share"])
	case in.Type == Observed || in.Type == Measured:
		return muted(p.p["no_observation"])
	case len(row.Docs) == 0:
		return muted(p.p["no_documents"])
	case in.Type == Number:
		return muted(p.p.fill("not_stated", "tried", strings.Join(p.stated(in), "; ")))
	}
	return muted(p.p.fill("not_found", "tried", strings.Join(p.tried(in.Category, in.Partly), "; ")))
}
