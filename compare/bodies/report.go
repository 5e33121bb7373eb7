package bodies

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/compare/table"
	"svod/corpus/words"
)

// ReportOptions say how to print matrices.
type ReportOptions struct {
	Language string // ru (also when empty), kk, en
	Cards    bool   // a table for each body instead of one of all values
}

// Report prints the matrices: of each kind of council first the regions, then
// the central bodies, each with availability, consolidated matrix, heat map and
// rating; behind them all values with their evidence, what does not agree, and
// the documents that are in none.
func (r *Result) Report(o ReportOptions) *table.Report {
	p := &printer{r, phrasesOf(o.Language, r.Study.Phrases), cmp.Or(o.Language, "ru")}
	if templates[p.lang] == nil {
		p.lang = "ru"
	}
	out := &table.Report{Title: p.p.fill("title", "name", cmp.Or(r.Study.Name, r.Study.File)), Language: p.lang, Points: true, Data: r.JSON()}
	kind := Kind{}
	for _, m := range r.Matrices {
		level := 1
		if m.Kind.Value != "" {
			level = 2
			if m.Kind != kind {
				out.Blocks = append(out.Blocks, table.Heading(1, words.Capital(cmp.Or(m.Kind.Name, m.Kind.Value))))
			}
		}
		kind = m.Kind
		out.Blocks = append(out.Blocks, table.Heading(level, p.p[string(m.Level)]))
		if r.Study.Reads() {
			out.Blocks = append(out.Blocks, p.availability(m))
		}
		out.Blocks = append(out.Blocks, p.matrices(m)...)
		out.Blocks = append(out.Blocks, p.heatMap(m))
		out.Blocks = append(out.Blocks, p.dots(m)...)
		if r.Study.Index != nil {
			out.Blocks = append(out.Blocks, p.rating(m), p.ratingChart(m))
		}
	}
	for _, m := range r.Matrices {
		if o.Cards {
			out.Blocks = append(out.Blocks, p.cards(m)...)
		} else {
			out.Blocks = append(out.Blocks, p.long(m))
		}
	}
	if s := p.beside(); s != "" {
		out.Blocks = append(out.Blocks, table.Para(s))
	}
	for _, t := range []*table.Table{p.doubts(), p.left()} {
		if len(t.Rows) > 0 {
			out.Blocks = append(out.Blocks, t)
		}
	}
	return out
}

// of says whose a table is: « общественных советов, регионы (n = 5)».
func (p *printer) of(m *Matrix) string {
	s := ", "
	switch {
	case m.Kind.Of != "":
		s = " " + m.Kind.Of + ", "
	case m.Kind.Value != "":
		s = ": " + m.Kind.Value + ", "
	}
	return s + p.p[map[Level]string{Regional: "regions_of", Central: "central_of"}[m.Level]] + " (" + p.base(m) + ")"
}

// sheet names a sheet of XLSX: «Регионы – Данные».
func (p *printer) sheet(m *Matrix, what string) string {
	return p.p[string(m.Level)+"_sheet"] + " – " + what
}

func (p *printer) base(m *Matrix) string { return p.p.fill("base", "n", strconv.Itoa(len(m.Rows))) }

func (p *printer) made() string {
	key := "made"
	if !p.Study.Reads() {
		key = "made_observed"
	}
	return p.p.fill(key, "register", cmp.Or(p.Register.Name, filepath.Base(p.Register.File)))
}

func heading(ss ...string) []table.Cell {
	cs := make([]table.Cell, len(ss))
	for i, s := range ss {
		cs[i] = table.Bold(s)
	}
	return cs
}

func rowHead(s string) table.Cell {
	c := table.Text(s)
	c.Head = true
	return c
}

// availability is who has reports of which years, and in which formats.
func (p *printer) availability(m *Matrix) *table.Table {
	t := &table.Table{Caption: p.p.fill("availability", "of", p.of(m)), Source: p.made(), Base: p.base(m), Notes: []string{p.p["legend_year"]},
		Sheet: p.sheet(m, p.p["documents"])}
	years := m.Years
	head := heading(p.p["body"])
	t.Widths = []float64{3}
	for _, y := range years {
		head = append(head, table.Bold(y))
		t.Widths = append(t.Widths, 1)
	}
	t.Head = [][]table.Cell{append(head, heading(p.p["documents"], p.p["formats"])...)}
	t.Widths = append(t.Widths, 1.2, 2)
	have := make([]int, len(years)+1)
	documents := 0
	for _, row := range m.Rows {
		cells := []table.Cell{rowHead(p.name(row))}
		for i, y := range append(slices.Clone(years), "") {
			c := p.documents(m, row, y)
			if c.Format == table.FormatInteger {
				have[i]++
			}
			cells = append(cells, c)
		}
		documents += len(row.Docs)
		var formats []string
		for _, d := range row.Docs {
			if d.Source != nil && !slices.Contains(formats, d.Source.Format) {
				formats = append(formats, d.Source.Format)
			}
		}
		slices.Sort(formats)
		t.Rows = append(t.Rows, append(cells, table.Text(strings.ToUpper(strings.Join(formats, ", ")))))
	}
	last := []table.Cell{rowHead(p.p["available"])}
	for i, n := range have {
		c := table.Text(p.share(n, len(m.Rows)))
		c.Basis = basis(func() table.Explanation { return p.whoHas(m, append(slices.Clone(years), "")[i]) })
		last = append(last, c)
	}
	t.Rows = append(t.Rows, append(last, table.Text("")))
	return t
}

// share prints «4 из 5 (80,0 %)».
func (p *printer) share(n, of int) string {
	s := p.p.fill("of", "n", strconv.Itoa(n), "m", strconv.Itoa(of))
	if of > 0 {
		s += " (" + p.percent(float64(n)/float64(of)) + ")"
	}
	return s
}

// documents counts a body's documents of a year, or all of them.
func (p *printer) documents(m *Matrix, row *Row, year string) table.Cell {
	n := 0
	for _, d := range row.Docs {
		if year == "" || yearOf(d) == year {
			n++
		}
	}
	c := table.None()
	if n > 0 {
		c = table.Int(n)
	}
	c.Basis = basis(func() table.Explanation {
		e := table.Explanation{What: p.about(m, row) + ": " + strings.TrimSpace(p.p["documents"]+" "+year), Value: table.Int(n)}
		for _, d := range row.Docs {
			if year == "" || yearOf(d) == year {
				e.Items = append(e.Items, table.Evidence{Document: p.titles[d.ID], Text: p.how(p.match(d.ID)), Count: 1})
			}
		}
		for _, name := range row.Body.Names {
			e.Tried = append(e.Tried, name.Text)
		}
		e.Tried = append(e.Tried, row.Body.Aliases...)
		if n == 0 {
			for _, d := range p.Docs {
				e.In = append(e.In, p.titles[d.ID])
			}
		}
		return e
	})
	return c
}

func (p *printer) match(id string) Match {
	for _, m := range p.Matches {
		if m.Doc.ID == id {
			return m
		}
	}
	return Match{}
}

// how says by what a document was matched: «заголовок: Северной области».
func (p *printer) how(m Match) string {
	keys := map[By]string{ByAttribute: "attribute", ByBody: "by_body", ByTitle: "by_title", ByFile: "by_file", ByText: "by_text"}
	if m.By == "" {
		return ""
	}
	return p.p[keys[m.By]] + ": " + m.Words
}

// whoHas explains how many bodies have a document of a year.
func (p *printer) whoHas(m *Matrix, year string) table.Explanation {
	e := table.Explanation{What: strings.TrimSpace(p.p["available"] + " " + year)}
	n := 0
	for _, row := range m.Rows {
		c := p.documents(m, row, year)
		if c.Format == table.FormatInteger {
			n++
		}
		e.Terms = append(e.Terms, table.Term{Name: p.name(row), Value: c, Basis: c.Basis})
	}
	e.Value = table.Int(n)
	e.Formula = p.p.fill("explain_states", "n", strconv.Itoa(n), "m", strconv.Itoa(len(m.Rows)))
	return e
}

const (
	widest    = 8    // indicators side by side on a page
	upright   = 12.8 // the widths of a table on a page that is not turned
	uprightIn = 10   // indicators of a heat map on such a page
)

// matrices are the indicators of the matrix, a table for each group of them.
func (p *printer) matrices(m *Matrix) []table.Block {
	var names []string
	groups := map[string][]int{}
	for i, in := range p.Study.Indicators {
		if groups[in.Group] == nil {
			names = append(names, in.Group)
		}
		groups[in.Group] = append(groups[in.Group], i)
	}
	var out []table.Block
	for _, name := range names {
		for part := range slices.Chunk(groups[name], widest) {
			t := p.matrix(m, part)
			t.Sheet = p.sheet(m, cmp.Or(name, p.p["matrix_sheet"]))
			t.Caption = p.p.fill("matrix", "group", cmp.Or(name, p.p["all"]), "of", p.of(m))
			out = append(out, t)
		}
	}
	return out
}

// perLetter is the width of a letter in the head of a table.
const perLetter = 0.185

// longest is the length of the longest word of a head, which is not divided.
func longest(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		n = max(n, utf8.RuneCountInString(w))
	}
	return n
}

// matrix is bodies × some of the indicators, with what sums them up below.
func (p *printer) matrix(m *Matrix, columns []int) *table.Table {
	filled, all, observed, check := 0, 0, 0, false
	for _, row := range m.Rows {
		f, a := row.filled(columns)
		filled, all = filled+f, all+a
		for _, i := range columns {
			if row.Values[i].Observed != nil {
				observed++
			}
			check = check || row.Values[i].Check
		}
	}
	share := p.p["undefined"]
	if all > 0 {
		share = p.percent(float64(filled) / float64(all))
	}
	t := &table.Table{Source: p.made(), Fixed: 1,
		Base: p.base(m) + "; " + p.p.fill("coverage", "n", strconv.Itoa(filled), "m", strconv.Itoa(all), "p", share),
	}
	if observed > 0 {
		t.Notes = append(t.Notes, words.Capital(p.p.fill("observed", "n", strconv.Itoa(observed)))+".")
	}
	if check {
		t.Notes = append(t.Notes, p.p["legend_check"])
	}
	head := heading(p.p["body"] + " (" + p.base(m) + ")")
	t.Widths = []float64{2.6}
	states, numbers := false, false
	for _, i := range columns {
		in := p.Study.Indicators[i]
		head = append(head, table.Bold(in.Name))
		width := max(1.5, perLetter*float64(longest(in.Name)))
		if in.Type == Share { // its counts stand beside it
			width = max(2.4, width)
		}
		t.Widths = append(t.Widths, width)
		states, numbers = states || !in.Type.numeric(), numbers || in.Type.numeric()
	}
	t.Notes = slices.Insert(t.Notes, 0, p.p[map[bool]string{true: "legend", false: "legend_missing"}[states]])
	t.Head = [][]table.Cell{append(head, table.Bold(p.p["filled"]))}
	t.Widths = append(t.Widths, perLetter*float64(longest(p.p["filled"])))
	total := 0.0
	for _, w := range t.Widths {
		total += w
	}
	t.Landscape = total > upright
	for _, row := range m.Rows {
		cells := []table.Cell{rowHead(p.name(row))}
		n, of := row.filled(columns)
		for _, i := range columns {
			cells = append(cells, p.cell(m, row, i))
		}
		c := table.Text(p.p.fill("of", "n", strconv.Itoa(n), "m", strconv.Itoa(of)))
		c.Basis = basis(func() table.Explanation { return p.coverage(m, row, columns, n) })
		t.Rows = append(t.Rows, append(cells, c))
	}
	summary := func(name string, cell func(i int) table.Cell) {
		cells := []table.Cell{rowHead(name)}
		for _, i := range columns {
			cells = append(cells, cell(i))
		}
		t.Rows = append(t.Rows, append(cells, table.Text("")))
	}
	summary(p.p["filled"], func(i int) table.Cell { return p.known(m, i) })
	if states {
		summary(p.p["states"], func(i int) table.Cell { return p.states(m, i) })
	}
	if numbers {
		summary(p.p["median"], func(i int) table.Cell { return p.median(m, i) })
		summary(p.p["range"], func(i int) table.Cell { return p.span(m, i) })
	}
	return t
}

// terms are the cells of a column, for what was computed of them.
func (p *printer) terms(m *Matrix, i int, keep func(*Value) bool) []table.Term {
	var out []table.Term
	for _, row := range m.Rows {
		if v := row.Values[i]; keep(v) {
			out = append(out, table.Term{Name: p.name(row), Value: p.plain(p.Study.Indicators[i], v),
				Basis: basis(func() table.Explanation { return p.explain(m, row, i) })})
		}
	}
	return out
}

// coverage explains how many cells of a row are filled.
func (p *printer) coverage(m *Matrix, row *Row, columns []int, n int) table.Explanation {
	e := table.Explanation{What: p.about(m, row) + ": " + p.p["filled"], Value: table.Int(n), Formula: p.p["n_filled"]}
	for _, i := range columns {
		e.Terms = append(e.Terms, table.Term{Name: p.Study.Indicators[i].Name, Value: p.plain(p.Study.Indicators[i], row.Values[i]),
			Basis: basis(func() table.Explanation { return p.explain(m, row, i) })})
	}
	return e
}

func (p *printer) known(m *Matrix, i int) table.Cell {
	n, of := 0, 0
	for _, row := range m.Rows {
		if row.Values[i].State != NotApplicable {
			of++
		}
		if row.Values[i].known() {
			n++
		}
	}
	c := table.Text(p.p.fill("of", "n", strconv.Itoa(n), "m", strconv.Itoa(of)))
	c.Right = p.Study.Indicators[i].Type.numeric()
	c.Basis = basis(func() table.Explanation {
		return table.Explanation{What: p.Study.Indicators[i].Name + ": " + p.p["filled"], Value: table.Int(n), Formula: p.p["n_filled"],
			Terms: p.terms(m, i, func(*Value) bool { return true })}
	})
	return c
}

// states counts да, частично, нет, н.д. of a column.
func (p *printer) states(m *Matrix, i int) table.Cell {
	in := p.Study.Indicators[i]
	if in.Type.numeric() {
		return table.Text("")
	}
	var n [NotApplicable + 1]int
	for _, row := range m.Rows {
		n[row.Values[i].State]++
	}
	c := table.Text(fmt.Sprintf("%d / %d / %d / %d", n[Yes], n[Partly], n[No], n[NoData]))
	c.Basis = basis(func() table.Explanation {
		return table.Explanation{What: in.Name + ": " + p.p["states"], Value: c, Formula: p.p["states"],
			Terms: p.terms(m, i, func(*Value) bool { return true })}
	})
	return c
}

// numbers are the known numbers of a column, in order.
func (p *printer) numbers(m *Matrix, i int) []float64 {
	vs := m.values(i)
	slices.Sort(vs)
	return vs
}

func (p *printer) median(m *Matrix, i int) table.Cell {
	in := p.Study.Indicators[i]
	vs := p.numbers(m, i)
	if !in.Type.numeric() {
		return table.Text("")
	}
	c := table.Missing()
	if n := len(vs); n > 0 {
		v := (vs[(n-1)/2] + vs[n/2]) / 2
		switch {
		case in.Type == Share:
			c = table.Percent(v)
		case v == math.Trunc(v):
			c = table.Cell{Value: v, Format: table.FormatInteger}
		default:
			c = table.Decimal(v)
			c.Places = 1
		}
	}
	shown := c
	c.Basis = basis(func() table.Explanation {
		return table.Explanation{What: in.Name + ": " + p.p["median"], Value: shown, Formula: p.p["explain_median"], Terms: p.terms(m, i, (*Value).known)}
	})
	return c
}

func (p *printer) span(m *Matrix, i int) table.Cell {
	in := p.Study.Indicators[i]
	vs := p.numbers(m, i)
	if !in.Type.numeric() {
		return table.Text("")
	}
	print := p.number
	if in.Type == Share {
		print = p.percent
	}
	c := table.Missing()
	if len(vs) > 0 {
		c = table.Text(print(vs[0]) + " – " + print(vs[len(vs)-1]))
		c.Right = true
	}
	shown := c
	c.Basis = basis(func() table.Explanation {
		return table.Explanation{What: in.Name + ": " + p.p["range"], Value: shown, Formula: p.p["range"], Terms: p.terms(m, i, (*Value).known)}
	})
	return c
}

// heatMap shades the matrix: states from нет to да, numbers from the least to
// the greatest of their column.
func (p *printer) heatMap(m *Matrix) *table.Chart {
	caption := "heat"
	if m.Kind.Value == "" {
		caption = "heat_bodies"
	}
	c := &table.Chart{Kind: table.HeatMap, Caption: p.p.fill(caption, "of", p.of(m)), Source: p.made(), Base: p.base(m),
		Legend: []string{p.p["legend"]}, Landscape: len(p.Study.Indicators) > uprightIn}
	numbers := false
	for _, row := range m.Rows {
		c.Labels = append(c.Labels, p.name(row))
	}
	for i, in := range p.Study.Indicators {
		s := table.Series{Name: in.Name}
		for _, row := range m.Rows {
			v := row.Values[i]
			x := math.NaN()
			switch sc := m.scaled[i]; {
			case !v.known():
			case !in.Type.numeric():
				x = v.State.score()
			case sc.allTheSame:
				x = 0.5
			default:
				x = (v.Number - sc.low) / (sc.high - sc.low)
			}
			text := p.text(in, v)
			if in.Type == Share && v.known() {
				text = p.percent(v.Number)
			}
			s.Values, s.Texts = append(s.Values, x), append(s.Texts, text)
		}
		numbers = numbers || in.Type.numeric()
		c.Series = append(c.Series, s)
	}
	if numbers {
		c.Legend = append(c.Legend, p.p["legend_numbers"])
	}
	return c
}

// dots show the numbers of the indicators that ask for it, with their median.
func (p *printer) dots(m *Matrix) []table.Block {
	var out []table.Block
	for i, in := range p.Study.Indicators {
		if !in.Chart || m.scaled[i].known == 0 {
			continue
		}
		c := &table.Chart{Kind: table.Dots, Caption: in.Name + p.of(m), Source: p.made(), Base: p.base(m), Format: table.FormatInteger}
		if in.Type == Share {
			c.Format = table.FormatPercent
		}
		s := table.Series{Name: in.Name}
		for _, row := range m.Rows {
			v := row.Values[i]
			x := math.NaN()
			if v.known() {
				x = v.Number
				if c.Format == table.FormatInteger && x != math.Trunc(x) {
					c.Format = table.FormatDecimal
				}
			}
			c.Labels, s.Values = append(c.Labels, p.name(row)), append(s.Values, x)
		}
		c.Series = []table.Series{s}
		out = append(out, c)
	}
	return out
}

// long is all values with where they come from, one to a row.
func (p *printer) long(m *Matrix) *table.Table {
	t := &table.Table{Caption: p.p.fill("long", "of", p.of(m)), Source: p.made(), Base: p.base(m), Landscape: true, FontSize: 9, Fixed: 2, Sheet: p.sheet(m, p.p["data_sheet"]),
		Head:   [][]table.Cell{heading(p.p["body"], p.p["indicator"], p.p["value"], p.p["year"], p.p["source"], p.p["evidence"])},
		Widths: []float64{2, 2, 1.2, 0.8, 2.6, 5}}
	for _, row := range m.Rows {
		for i := range p.Study.Indicators {
			t.Rows = append(t.Rows, append([]table.Cell{table.Text(p.name(row))}, p.line(m, row, i)...))
		}
	}
	return t
}

// cards are the same, a table for each body.
func (p *printer) cards(m *Matrix) []table.Block {
	var out []table.Block
	for _, row := range m.Rows {
		of := ""
		if m.Kind.Value != "" {
			of = ", " + m.Kind.Value
		}
		t := &table.Table{Caption: p.p.fill("card", "body", p.name(row), "of", of), Source: p.made(), FontSize: 9,
			Head:   [][]table.Cell{heading(p.p["indicator"], p.p["value"], p.p["year"], p.p["source"], p.p["evidence"])},
			Widths: []float64{2, 1.2, 0.8, 3.2, 4.4}}
		for i := range p.Study.Indicators {
			t.Rows = append(t.Rows, p.line(m, row, i))
		}
		out = append(out, t)
	}
	return out
}

// line is a value with where it comes from.
func (p *printer) line(m *Matrix, row *Row, i int) []table.Cell {
	in, v := p.Study.Indicators[i], row.Values[i]
	c := p.plain(in, v)
	c.Basis = basis(func() table.Explanation { return p.explain(m, row, i) })
	return []table.Cell{table.Text(in.Name), c, table.Text(v.Year), table.Text(p.source(in, v, row)), p.ground(in, v, row)}
}

// doubts lists what a person has to look at.
func (p *printer) doubts() *table.Table {
	t := &table.Table{Caption: p.p["doubts"], Head: [][]table.Cell{heading(p.p["body"], p.p["indicator"], p.p["remark"], p.p["source"])},
		Widths: []float64{2, 2, 4, 4}, Source: p.made()}
	for _, m := range p.Matrices {
		for _, row := range m.Rows {
			for i, in := range p.Study.Indicators {
				if v := row.Values[i]; v.Check {
					t.Rows = append(t.Rows, []table.Cell{table.Text(p.about(m, row)), table.Text(in.Name), table.Text(p.why(in, v)), table.Text(p.source(in, v, row))})
				}
			}
		}
	}
	for _, m := range p.Matches {
		if m.Body != nil && m.Doubt != DoubtNone && !p.leftOut(m.Doc.ID) {
			t.Rows = append(t.Rows, []table.Cell{table.Text(m.Body.NameAt(p.Study.At, p.lang)), table.Text(p.titles[m.Doc.ID]),
				table.Text(p.p.fill("check", "why", p.doubt(m))), table.Text(p.how(m))})
		}
	}
	return t
}

// why says why a value is to be checked.
func (p *printer) why(in *Indicator, v *Value) string {
	switch {
	case v.Differs:
		return p.p.fill("differs", "found", p.found(v), "value", p.text(in, v))
	case in.Type == Share && v.Number > 1:
		return p.p["share_above"]
	case in.Type == Share && v.part.Year != v.of.Year:
		return p.p["share_years"]
	case in.Type == Share:
		return p.p["part_doubt"]
	}
	return p.p.fill("several_values", "values", strings.Join(v.stated, "; "))
}

func (p *printer) leftOut(id string) bool {
	return slices.ContainsFunc(p.Left, func(l LeftOut) bool { return l.Match.Doc.ID == id })
}

func (p *printer) doubt(m Match) string {
	switch m.Doubt {
	case DoubtPlace:
		return p.p["place_doubt"]
	case DoubtSeveral:
		var names []string
		for _, b := range m.Candidates {
			names = append(names, b.NameAt(p.Study.At, p.lang))
		}
		return p.p.fill("several", "bodies", strings.Join(names, ", "))
	}
	return p.p[string(m.Doubt)]
}

// beside counts the documents that the study doesn't speak of.
func (p *printer) beside() string {
	n := map[string]int{}
	for _, l := range p.Left {
		n[l.Reason]++
	}
	var out []string
	for _, reason := range []string{"other-kind", "other-year"} {
		if n[reason] > 0 {
			out = append(out, p.p.fill(reason, "n", strconv.Itoa(n[reason])))
		}
	}
	return strings.Join(out, " ")
}

// left lists the documents that no matrix has, and why.
func (p *printer) left() *table.Table {
	t := &table.Table{Caption: p.p["left"], Head: [][]table.Cell{heading(p.p["document"], p.p["reason"], p.p["source"])}, Widths: []float64{4, 3, 3},
		Base: p.p.fill("base", "n", strconv.Itoa(len(p.Unplaced())))}
	for _, l := range p.Unplaced() {
		reason := p.p[l.Reason]
		if l.Reason == "several" {
			reason = p.doubt(l.Match)
		}
		t.Rows = append(t.Rows, []table.Cell{table.Text(p.titles[l.Match.Doc.ID]), table.Text(reason), table.Text(p.how(l.Match))})
	}
	return t
}
