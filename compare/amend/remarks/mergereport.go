package remarks

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/table"
)

// MergedData is a summary of remarks as other programs read it.
type MergedData struct {
	Tables []MergedTable `json:"tables"`
	Rows   []MergedRow   `json:"rows"`
}

// A MergedTable is a file that was read.
type MergedTable struct {
	File   string `json:"file"`
	Author string `json:"author"`
	Rows   int    `json:"rows"`
}

// A MergedRow is a row of the summary.
type MergedRow struct {
	N        int               `json:"n"`
	Element  string            `json:"element"`
	Group    string            `json:"group,omitempty"`
	Placed   Placing           `json:"placed"`
	Before   string            `json:"before"`
	Remark   string            `json:"remark"`
	After    string            `json:"after"`
	Authors  []string          `json:"authors"`
	Reason   string            `json:"reason"`
	Decision string            `json:"decision"`
	Extra    map[string]string `json:"extra,omitempty"`
	Sections []string          `json:"sections,omitempty"`
	Sources  []Origin          `json:"sources"`
}

// Report lays the summary out: landscape, the decision left to its author. Title
// is that of the draft, "" if not known.
func (m *Merged) Report(lang, title string) *table.Report {
	p := PhrasesFor(lang)
	r := &table.Report{Title: p.MergeTitle, Language: lang, Data: m.data()}
	if title != "" {
		r.Title = put(p.MergeTitleTo, "title", title)
	}
	if m.Draft != nil {
		r.Made = append(r.Made, made(m.Draft))
	}
	before := Before
	for _, t := range m.Tables {
		if i := slices.Index(t.Roles, Before); i >= 0 && roleOf(t.Heads[i]) == project {
			before = project
		}
	}
	type column struct {
		head  string
		width float64
		cell  func(*Merger) table.Cell
	}
	text := func(get func(*Merger) string) func(*Merger) table.Cell {
		return func(x *Merger) table.Cell { return table.Text(get(x)) }
	}
	head := func(role Role) string { return p.MergeHeads[role] }
	cols := []column{
		{head(Number), 4, nil},
		{head(Element), 11, text(func(x *Merger) string { return x.Element })},
		{head(before), 18, text(func(x *Merger) string { return x.Before })},
		{head(Remark), 20, text(func(x *Merger) string { return x.Remark })},
		{head(After), 18, text(func(x *Merger) string { return x.After })},
		{head(Author), 10, text(func(x *Merger) string { return strings.Join(x.Authors, ";\n") })},
		{head(Reason), 14, text((*Merger).reason)},
	}
	for _, h := range m.Extra {
		cols = append(cols, column{h, 10, text(func(x *Merger) string { return x.Extra[h] })})
	}
	cols = append(cols,
		column{head("section"), 9, text(func(x *Merger) string { return strings.Join(x.Sections, ";\n") })},
		column{head(Decision), 9, text(func(x *Merger) string { return strings.Join(x.Decision, "\n") })},
		column{head("source"), 9, text(func(x *Merger) string {
			var out []string
			for _, s := range x.Sources {
				out = append(out, put(p.Source, "file", s.File, "row", itoa(s.Row)))
			}
			return strings.Join(out, ";\n")
		})})
	kept := cols[:0]
	for _, c := range cols { // a column that no table fills is not printed, but for the decision
		if c.cell == nil || c.head == head(Decision) || slices.ContainsFunc(m.Rows, func(x Merger) bool { return hasText(c.cell(&x)) }) {
			kept = append(kept, c)
		}
	}
	t := &table.Table{Head: [][]table.Cell{nil}, Landscape: true, FontSize: 8.5}
	for i, c := range kept {
		t.Head[0] = append(t.Head[0], table.Bold(c.head))
		t.Widths = append(t.Widths, c.width)
		switch c.head {
		case head(Element):
			t.Key = i + 1
		case head(Decision):
			t.Author = append(t.Author, i+1)
		}
	}
	placed, group := Placing(InAct), ""
	for i := range m.Rows {
		x := &m.Rows[i]
		if x.Placed != placed || i == 0 && x.Placed != InAct {
			group = ""
			switch placed = x.Placed; placed {
			case InAct:
				t.Rows = append(t.Rows, []table.Cell{table.Group(p.ByProvision)})
			case General:
				t.Rows = append(t.Rows, []table.Cell{table.Group(p.General)})
			case NoPlace:
				t.Rows = append(t.Rows, []table.Cell{table.Group(p.Unplaced)})
			}
		}
		if flatText(x.Group) != flatText(group) { // rows without one come first
			group = x.Group
			t.Rows = append(t.Rows, []table.Cell{table.Group(group)})
		}
		row := make([]table.Cell, len(kept))
		for c, col := range kept {
			if row[c] = table.Int(i + 1); col.cell != nil {
				row[c] = col.cell(x)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	t.Sheet, _, _ = strings.Cut(r.Title, "\n")
	r.Blocks = []table.Block{t}
	return r
}

func hasText(c table.Cell) bool {
	return slices.ContainsFunc(c.Runs, func(r table.Run) bool { return strings.TrimSpace(r.Text) != "" })
}

func (m *Merged) data() *MergedData {
	d := &MergedData{Tables: []MergedTable{}, Rows: []MergedRow{}}
	for _, t := range m.Tables {
		d.Tables = append(d.Tables, MergedTable{File: t.Name, Author: authorOf(t), Rows: len(t.Rows)})
	}
	for i, x := range m.Rows {
		d.Rows = append(d.Rows, MergedRow{N: i + 1, Element: x.Element, Group: x.Group, Placed: cmp.Or(x.Placed, NoPlace), Before: x.Before, Remark: x.Remark, After: x.After,
			Authors: append([]string{}, x.Authors...), Reason: x.reason(), Decision: strings.Join(x.Decision, "\n"), Extra: x.Extra, Sections: x.Sections, Sources: x.Sources})
	}
	return d
}
