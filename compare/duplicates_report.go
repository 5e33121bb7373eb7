package compare

import (
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

const (
	repeatQuote = 700 // characters of a provision in the tables
	maxMembers  = 20  // rows of a group that are shown
	maxParts    = 300 // rows of provisions that stand in others
)

// Report returns the shares of the acts, the groups, and the provisions that
// stand in longer ones.
func (t *DuplicateTable) Report(o Options) *table.Report {
	var first *corpus.Document
	if len(t.docs) > 0 {
		first = t.docs[0]
	}
	w, lang := o.Words(first)
	p := &repeatPrinter{t, w, lang, Names(t.docs)}
	r := &table.Report{Title: w.Repeats, Language: lang, Data: t}
	for _, d := range t.docs {
		r.Made = append(r.Made, made(d))
	}
	if len(t.Groups)+len(t.Parts) == 0 {
		r.Blocks = append(r.Blocks, table.Para(w.NoRepeats), p.remark(w.RepeatsIntro))
		return r
	}
	r.Blocks = append(r.Blocks, p.remark(w.RepeatsIntro), p.shares(), p.remark(w.SharesNote))
	if len(t.Groups) > 0 {
		r.Blocks = append(r.Blocks, p.groups(), p.remark(w.GroupsNote))
	}
	if len(t.Parts) > 0 {
		r.Blocks = append(r.Blocks, p.parts(), p.remark(w.PartsNote))
	}
	return r
}

type repeatPrinter struct {
	t     *DuplicateTable
	w     *Template
	lang  string
	names []string
}

func (p *repeatPrinter) remark(s string) *table.Paragraph {
	return &table.Paragraph{Runs: []table.Run{{Text: s, Mark: table.MarkItalic}}}
}

func (p *repeatPrinter) shares() *table.Table {
	head := []table.Cell{table.Bold(p.w.ActsNumber), table.Bold(p.w.Act), table.Bold(p.w.Words)}
	tab := &table.Table{Caption: p.w.Shares, Landscape: true, Widths: []float64{4, 40, 8}, FontSize: 9}
	for i := range p.names {
		head = append(head, table.Bold(itoa(i+1)))
		tab.Widths = append(tab.Widths, 48/float64(len(p.names)))
	}
	tab.Head = [][]table.Cell{head}
	for i, name := range p.names {
		row := []table.Cell{table.Int(i + 1), table.Text(name), table.Int(p.t.Words[i])}
		for _, s := range p.t.Shares[i] {
			if s == 0 {
				row = append(row, table.None())
				continue
			}
			row = append(row, table.Percent(s))
		}
		tab.Rows = append(tab.Rows, row)
	}
	return tab
}

func (p *repeatPrinter) cite(r Repeat) table.Cell {
	return table.Text(upper(p.t.docs[r.Document].ShortCitation(r.Address, p.lang)))
}

func (p *repeatPrinter) groups() *table.Table {
	tab := &table.Table{Caption: p.w.Groups, Landscape: true, FontSize: 9, Widths: []float64{4, 18, 15, 45, 9, 9},
		Head: [][]table.Cell{{table.Bold(p.w.ActsNumber), table.Bold(p.w.Act), table.Bold(p.w.ActsElement), table.Bold(p.w.Provision),
			table.Bold(p.w.ShareOfIt), table.Bold(p.w.ShareOfFirst)}}}
	for i, g := range p.t.Groups {
		first := g.Members[0]
		for k, m := range g.Members {
			if k == maxMembers {
				tab.Rows = append(tab.Rows, []table.Cell{table.Group(Fill(p.w.More, "n", itoa(len(g.Members)-k)))})
				break
			}
			row := []table.Cell{table.Int(i + 1), table.Text(p.names[m.Document]), p.cite(m)}
			switch {
			case k == 0:
				row = append(row, table.Text(quote(m.Text, repeatQuote)), table.Text(p.w.First), table.Text(p.w.First))
			case m.Text == first.Text:
				row = append(row, table.Cell{Runs: []table.Run{{Text: p.w.SameWords, Mark: table.MarkItalic}}}, table.Percent(m.Share), table.Percent(m.Back))
			default:
				row = append(row, table.Cell{Runs: newWords(first.Text, m.Text)}, table.Percent(m.Share), table.Percent(m.Back))
			}
			tab.Rows = append(tab.Rows, row)
		}
	}
	return tab
}

// newWords returns a text, shortened, with the words marked that the first one
// has not.
func newWords(first, text string) []table.Run {
	var runs []table.Run
	for _, e := range Diff(first, text) {
		switch {
		case e.Op == Delete:
		case e.Op == Insert && !e.Cosmetic:
			runs = append(runs, table.Run{Text: e.Text, Mark: table.MarkInserted})
		default:
			runs = append(runs, table.Run{Text: e.Text})
		}
	}
	return cutRuns(runs, repeatQuote)
}

// cutRuns shortens runs to so many characters.
func cutRuns(runs []table.Run, most int) []table.Run {
	for i, r := range runs {
		n := len([]rune(r.Text))
		if n > most {
			runs[i].Text = quote(r.Text, max(most, 1))
			return runs[:i+1]
		}
		most -= n
	}
	return runs
}

func (p *repeatPrinter) parts() *table.Table {
	tab := &table.Table{Caption: p.w.Parts, Landscape: true, FontSize: 9, Widths: []float64{4, 40, 8, 40, 8},
		Head: [][]table.Cell{{table.Bold(p.w.ActsNumber), table.Bold(p.w.Provision), table.Bold(p.w.ShareOfPart), table.Bold(p.w.StandsIn), table.Bold(p.w.ShareOfWhole)}}}
	for i, d := range p.t.Parts {
		if i == maxParts {
			tab.Rows = append(tab.Rows, []table.Cell{table.Group(Fill(p.w.More, "n", itoa(len(p.t.Parts)-i)))})
			break
		}
		tab.Rows = append(tab.Rows, []table.Cell{table.Int(i + 1), {Runs: p.places(d.Part, nil)}, table.Percent(d.Part[0].Share),
			{Runs: p.places(d.Whole, d.Part)}, table.Percent(d.Whole[0].Share)})
	}
	return tab
}

// places names where a text stands, and quotes it: of a long text the stretch
// around what it has in common with the other one.
func (p *repeatPrinter) places(rs, part []Repeat) []table.Run {
	var runs []table.Run
	for i, r := range rs {
		if i == maxMembers {
			runs = append(runs, table.Run{Text: Fill(p.w.More, "n", itoa(len(rs)-i)) + "\n", Mark: table.MarkItalic})
			break
		}
		runs = append(runs, table.Run{Text: p.names[r.Document] + ", " + p.t.docs[r.Document].ShortCitation(r.Address, p.lang) + "\n", Mark: table.MarkBold})
	}
	if part == nil {
		return append(runs, table.Run{Text: quote(rs[0].Text, repeatQuote)})
	}
	return append(runs, around(part[0].Text, rs[0].Text)...)
}

// around returns the stretch of a long text that holds what it has in common
// with a short one, which is marked.
func around(part, whole string) []table.Run {
	var runs []table.Run
	for _, e := range Diff(part, whole) {
		switch {
		case e.Op == Delete:
		case e.Op == Insert && !e.Cosmetic:
			runs = append(runs, table.Run{Text: e.Text})
		default:
			m := table.MarkMatch
			if len(strings.Fields(e.Text)) < 3 {
				m = table.MarkNone
			}
			runs = append(runs, table.Run{Text: e.Text, Mark: m})
		}
	}
	// What stands before the first and after the last marked run is cut.
	first := 0
	for first < len(runs) && runs[first].Mark != table.MarkMatch {
		first++
	}
	if first == len(runs) {
		return []table.Run{{Text: quote(whole, repeatQuote)}}
	}
	var before strings.Builder
	for _, r := range runs[:first] {
		before.WriteString(r.Text)
	}
	lead := []table.Run{{Text: table.Ending(before.String(), 80)}}
	return cutRuns(append(lead, runs[first:]...), repeatQuote)
}
