package figures

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"svod/compare"
	"svod/compare/table"
	"svod/corpus"
)

// Values is what documents state of the indicators of a codebook.
type Values struct {
	Set       *Set
	Documents []*corpus.Document
	Values    [][]Value // of each document, in the order of the indicators
}

// Draw extracts the indicators of a set from documents.
func Draw(s *Set, docs []*corpus.Document) *Values {
	v := &Values{Set: s, Documents: docs}
	for _, d := range docs {
		v.Values = append(v.Values, Extract(d, s.Indicators))
	}
	return v
}

// ValuesJSON is the stable form of the values.
type ValuesJSON struct {
	Codebook  string         `json:"codebook"`
	Documents []DocumentJSON `json:"documents"`
	Values    []ValueJSON    `json:"values"`
}

// DocumentJSON names a document.
type DocumentJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	File  string `json:"file"`
}

// ValueJSON is what a document states of an indicator.
type ValueJSON struct {
	Document  string        `json:"document"`
	Indicator string        `json:"indicator"`
	Name      string        `json:"name"`
	Value     *float64      `json:"value"` // null: not stated
	Check     bool          `json:"check"`
	Doubts    []Doubt       `json:"doubts"`
	Mentions  []MentionJSON `json:"mentions"` // the chosen one first
}

// MentionJSON is a place where a number is stated.
type MentionJSON struct {
	Value   float64        `json:"value"`
	Text    string         `json:"text"`
	Address corpus.Address `json:"address"`
	Line    int            `json:"line"`
	Page    int            `json:"page"`
	Quote   string         `json:"quote"`
	Matches [][2]int       `json:"matches"` // bytes in the quote
}

// JSON returns the stable form.
func (v *Values) JSON() ValuesJSON {
	j := ValuesJSON{Codebook: v.Set.Name, Documents: []DocumentJSON{}, Values: []ValueJSON{}}
	names := compare.Names(v.Documents)
	for i, d := range v.Documents {
		file := ""
		if d.Source != nil {
			file = d.Source.Name
		}
		j.Documents = append(j.Documents, DocumentJSON{d.ID, names[i], file})
		for k := range v.Values[i] {
			x := &v.Values[i][k]
			y := ValueJSON{Document: d.ID, Indicator: x.Indicator.ID, Name: x.Indicator.Name, Check: x.Doubtful(), Doubts: append([]Doubt{}, x.Doubts...), Mentions: []MentionJSON{}}
			if x.Stated {
				y.Value = &x.Total
				for _, m := range x.mentions() {
					y.Mentions = append(y.Mentions, MentionJSON{m.Value, m.Text, m.Address, m.Line, m.Page, m.Sentence, m.Matches})
				}
			}
			j.Values = append(j.Values, y)
		}
	}
	return j
}

// mentions are all of a value, the chosen one first.
func (v *Value) mentions() []*Mention {
	out := []*Mention{&v.Mention}
	for i := range v.Others {
		out = append(out, &v.Others[i])
	}
	return out
}

// mostAcross is how many documents stand side by side.
const mostAcross = 4

// Report returns the values as tables: documents by indicators, and where each
// number comes from.
func (v *Values) Report(lang string) *table.Report {
	lang = cmp.Or(lang, "ru")
	p := phrasesOf(lang)
	title := cmp.Or(v.Set.Name, filepath.Base(v.Set.File))
	r := &table.Report{Title: with(p.NumbersTitle, "n", title), Language: lang, Data: v.JSON()}
	names := compare.Names(v.Documents)
	t := &table.Table{Caption: p.Numbers, Source: with(p.Source, "n", title), Base: with(p.Base, "n", fmt.Sprint(len(v.Documents))), Notes: []string{p.NoData}}
	if len(v.Documents) <= mostAcross && len(v.Set.Indicators) > len(v.Documents) {
		v.indicatorsDown(t, p, names)
	} else {
		v.documentsDown(t, p, names)
	}
	r.Blocks = append(r.Blocks, t, v.sources(p, names))
	r.Made = append(r.Made, table.Fact{Name: p.MadeCodebook,
		Value: fmt.Sprintf("%s, SHA-256 %s", strings.TrimSpace(filepath.Base(v.Set.File)+" "+v.Set.Version), v.Set.SHA256)})
	for _, in := range v.Set.Indicators {
		r.Made = append(r.Made, table.Fact{Name: p.MadeIndicator, Value: in.Name + ": " + strings.Join(in.Any, "; ")})
	}
	for _, d := range v.Documents {
		r.Made = append(r.Made, made(p, d))
	}
	return r
}

func (v *Values) documentsDown(t *table.Table, p *phrases, names []string) {
	head := table.Heads(p.Document)
	t.Widths = []float64{3}
	for _, in := range v.Set.Indicators {
		head = append(head, table.Bold(in.head()))
		t.Widths = append(t.Widths, 1.2)
	}
	t.Head, t.Landscape = [][]table.Cell{append(head, table.Heads(p.ToCheck)...)}, len(v.Set.Indicators) > 4
	t.Widths = append(t.Widths, 1.8)
	for i := range v.Documents {
		row := []table.Cell{label(names[i])}
		var check []string
		for k := range v.Values[i] {
			x := &v.Values[i][k]
			row = append(row, x.cell(p, names[i]))
			if x.Doubtful() {
				check = append(check, x.Indicator.Name)
			}
		}
		t.Rows = append(t.Rows, append(row, table.Text(strings.Join(check, "; "))))
	}
	if len(v.Documents) > 1 {
		row := []table.Cell{label(p.StatedIn)}
		for k := range v.Set.Indicators {
			row = append(row, v.stated(p, k, names))
		}
		t.Rows = append(t.Rows, append(row, table.Text("")))
	}
}

func (v *Values) indicatorsDown(t *table.Table, p *phrases, names []string) {
	head := table.Heads(p.Indicator)
	t.Widths = []float64{3}
	for _, n := range names {
		head = append(head, table.Bold(n))
		t.Widths = append(t.Widths, 1.6)
	}
	t.Head = [][]table.Cell{append(head, table.Heads(p.ToCheck)...)}
	t.Widths = append(t.Widths, 1.8)
	for k, in := range v.Set.Indicators {
		row := []table.Cell{label(in.head())}
		var check []string
		for i := range v.Documents {
			x := &v.Values[i][k]
			row = append(row, x.cell(p, names[i]))
			if x.Doubtful() && len(v.Documents) > 1 {
				check = append(check, names[i])
			} else if x.Doubtful() {
				check = append(check, p.Doubts[x.Doubts[0]])
			}
		}
		t.Rows = append(t.Rows, append(row, table.Text(strings.Join(check, "; "))))
	}
}

// head is the indicator's name with its unit.
func (in *Indicator) head() string {
	if in.Unit == "" {
		return in.Name
	}
	return in.Name + ", " + in.Unit
}

func label(s string) table.Cell {
	c := table.Text(s)
	c.Head = true
	return c
}

// cell is the value, or «н.д.».
func (v *Value) cell(p *phrases, document string) table.Cell {
	b := basis{v, p, document}
	if !v.Stated {
		c := table.Missing()
		c.Basis = b
		return c
	}
	c := v.number(v.Total)
	c.Basis = b
	return c
}

func (v *Value) number(n float64) table.Cell {
	switch {
	case v.Indicator.Percent:
		return table.Percent(n / 100)
	case n == float64(int64(n)):
		return table.Cell{Value: n, Format: table.FormatInteger}
	}
	return table.Decimal(n)
}

// stated counts the documents that state an indicator.
func (v *Values) stated(p *phrases, k int, names []string) table.Cell {
	e := table.Explanation{What: v.Set.Indicators[k].Name + ": " + p.StatedIn}
	for i := range v.Documents {
		if x := &v.Values[i][k]; x.Stated {
			e.Items = append(e.Items, x.evidence(&x.Mention, names[i], 1))
		}
	}
	c := table.Int(len(e.Items))
	if len(e.Items) == 0 {
		c, e.Tried, e.In = table.None(), v.Set.Indicators[k].Any, names
	}
	e.Value = c
	c.Basis = e
	return c
}

// basis says where a value comes from.
type basis struct {
	v        *Value
	p        *phrases
	document string
}

func (b basis) Explain() table.Explanation {
	v := b.v
	e := table.Explanation{What: v.Indicator.Name + ", " + b.document, Value: table.Missing(), Tried: v.Indicator.Any, In: []string{b.document}}
	if !v.Stated {
		return e
	}
	e.Value, e.Tried, e.In = v.number(v.Total), nil, nil
	if v.Indicator.Choose != ChooseSum {
		return v.from(e, &v.Mention, b.document)
	}
	for _, m := range v.mentions() {
		if m.Norm == v.Norm && m.Past == v.Past {
			e.Items = append(e.Items, v.evidence(m, b.document, int(m.Value)))
		}
	}
	return e
}

func (v *Value) evidence(m *Mention, document string, n int) table.Evidence {
	return table.Evidence{Document: document, Address: string(m.Address), Citation: v.Document.ShortCitation(m.Address, v.Document.Meta.Language),
		Text: m.Sentence, Matches: m.Matches, Count: n}
}

// sources lists the sentences and rows that the numbers come from, and those
// that were not chosen.
func (v *Values) sources(p *phrases, names []string) *table.Table {
	t := &table.Table{Caption: p.Quotes, Sheet: p.SheetQuotes, Landscape: true, FontSize: 9,
		Head:   [][]table.Cell{table.Heads(p.Number, p.Document, p.Indicator, p.Value, p.Place, p.Quote, p.Remark)},
		Widths: []float64{0.5, 2, 1.8, 1, 1.6, 6, 2.2}}
	n := 0
	for i := range v.Documents {
		for k := range v.Values[i] {
			x := &v.Values[i][k]
			if !x.Stated {
				continue
			}
			for j, m := range x.mentions() {
				n++
				remark := p.Others
				if j == 0 || x.Indicator.Choose == ChooseSum && m.Norm == x.Norm && m.Past == x.Past {
					remark = p.Chosen
				}
				if j == 0 && x.Doubtful() {
					var why []string
					for _, d := range x.Doubts {
						why = append(why, p.Doubts[d])
					}
					remark += "; " + p.Doubtful + ": " + strings.Join(why, "; ")
				}
				t.Rows = append(t.Rows, []table.Cell{table.Text(fmt.Sprint(n)), table.Text(names[i]), table.Text(x.Indicator.Name), x.mentioned(m, names[i]),
					table.Text(m.place(p)), {Runs: marked(m.Sentence, m.Matches)}, table.Text(remark)})
			}
		}
	}
	return t
}

// mentioned is a cell with a number and its sentence.
func (v *Value) mentioned(m *Mention, document string) table.Cell {
	c := v.number(m.Value)
	c.Basis = v.from(table.Explanation{What: v.Indicator.Name + ", " + document, Value: c}, m, document)
	return c
}

// from adds a mention to an explanation. Evidence is counted in whole numbers:
// of others the number itself stands as the formula.
func (v *Value) from(e table.Explanation, m *Mention, document string) table.Explanation {
	if n := int(m.Value); float64(n) == m.Value && !v.Indicator.Percent {
		e.Items = append(e.Items, v.evidence(m, document, n))
		return e
	}
	if e.Formula != "" {
		e.Formula += " + "
	}
	e.Formula += number(m.Value)
	e.Items = append(e.Items, v.evidence(m, document, 1))
	return e
}

// number prints a number as a formula has it: 12,5.
func number(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

func (m *Mention) place(p *phrases) string {
	f := Finding{Whole: Figure{Line: m.Line, Page: m.Page, Address: m.Address}}
	return f.place(p)
}

// mostQuoted is the length of a quote in characters.
const mostQuoted = 400

// marked returns a text as runs with its matches marked, cut to what stands
// around them when it is long.
func marked(s string, matches [][2]int) []table.Run {
	lo, hi := 0, len(s)
	if len([]rune(s)) > mostQuoted && len(matches) > 0 {
		if before := []rune(s[:matches[0][0]]); len(before) > mostQuoted/2 {
			lo = matches[0][0] - len(string(before[len(before)-mostQuoted/2:]))
			if i := strings.IndexByte(s[lo:matches[0][0]], ' '); i >= 0 {
				lo += i + 1
			}
		}
		if after := []rune(s[lo:]); len(after) > mostQuoted {
			hi = max(lo+len(string(after[:mostQuoted])), matches[len(matches)-1][1])
			if i := strings.LastIndexByte(s[lo:hi], ' '); i > 0 && lo+i >= matches[len(matches)-1][1] {
				hi = lo + i
			}
		}
	}
	var rs []table.Run
	add := func(t string, m table.Mark) {
		if t != "" {
			rs = append(rs, table.Run{Text: t, Mark: m})
		}
	}
	if lo > 0 {
		add("… ", table.MarkMuted)
	}
	at := lo
	ms := slices.Clone(matches)
	slices.SortFunc(ms, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	for _, m := range ms {
		if m[0] < at || m[1] > hi {
			continue
		}
		add(s[at:m[0]], table.MarkNone)
		add(s[m[0]:m[1]], table.MarkMatch)
		at = m[1]
	}
	add(s[at:hi], table.MarkNone)
	if hi < len(s) {
		add(" …", table.MarkMuted)
	}
	return rs
}
