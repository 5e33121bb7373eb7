package content

import (
	"cmp"
	"strings"

	"svod/compare"
	"svod/compare/table"
)

// Report returns the terms that several acts define, those that are near, those
// that are not used, and all of them.
func (t *Definitions) Report(o SectionOptions) *table.Report {
	w, r := o.report(t.docs, t.names)
	r.Title, r.Data = w.Definitions, t
	if len(t.Rows) == 0 {
		r.Blocks = append(r.Blocks, table.Para(w.NoDefinitions))
		return r
	}
	if len(t.docs) > 1 {
		if t.Rows[0].acts() > 1 {
			r.Blocks = append(r.Blocks, t.shared(w), remark(w.DefinitionsNote))
		} else {
			r.Blocks = append(r.Blocks, table.Para(w.NoShared))
		}
	}
	if len(t.Near) > 0 {
		r.Blocks = append(r.Blocks, t.nearTable(w))
	}
	if tab := t.unused(w); len(tab.Rows) > 0 {
		r.Blocks = append(r.Blocks, tab)
	}
	r.Blocks = append(r.Blocks, t.allTerms(w), remark(w.editions()))
	return r
}

// shared sets the definitions of one term side by side; words that the first
// has not are marked.
func (t *Definitions) shared(w *sectionPrinter) *table.Table {
	tab := w.heading(w.Shared, []string{w.Term}, []float64{14}, 72/float64(len(t.docs)))
	tab.Head[0] = append(tab.Head[0], table.Bold(w.Remark))
	tab.Widths = append(tab.Widths, 14)
	for _, r := range t.Rows {
		if r.acts() < 2 {
			break // they stand first
		}
		term := table.Text(r.Term)
		term.Head = true
		row := []table.Cell{term}
		first := ""
		for _, c := range r.Cells {
			var cell table.Cell
			for i, x := range c {
				if i > 0 {
					cell.Runs = append(cell.Runs, table.Run{Text: "\n"})
				}
				cell.Runs = append(cell.Runs, table.Run{Text: x.Citation + ": ", Mark: table.MarkBold})
				switch {
				case first == "":
					first = x.Text
					cell.Runs = append(cell.Runs, table.Run{Text: x.Text})
				case !differ(first, x.Text):
					cell.Runs = append(cell.Runs, table.Run{Text: w.SameWords, Mark: table.MarkItalic})
				default:
					cell.Runs = append(cell.Runs, marked(first, x.Text)...)
				}
				if x.Alias != "" {
					cell.Runs = append(cell.Runs, table.Run{Text: " (" + with(w.AliasOf, x.Alias) + ")", Mark: table.MarkMuted})
				}
				if x.How == shortForm {
					cell.Runs = append(cell.Runs, table.Run{Text: " (" + with(w.AliasOf, x.Term) + ")", Mark: table.MarkMuted})
				}
			}
			if len(c) == 0 {
				cell.Runs = []table.Run{{Text: w.NotDefined, Mark: table.MarkItalic}}
			}
			row = append(row, cell)
		}
		said := w.OtherText
		if r.Same {
			said = w.SameText
		}
		tab.Rows = append(tab.Rows, append(row, table.Cell{Runs: []table.Run{{Text: said, Mark: table.MarkItalic}}}))
	}
	return tab
}

// marked returns a text with the words marked that the first has not. Texts
// that have little in common are not marked.
func marked(first, text string) []table.Run {
	var rs []table.Run
	same := 0
	for _, e := range compare.Diff(first, text) {
		switch {
		case e.Op == compare.Delete:
		case e.Op == compare.Insert && !e.Cosmetic:
			rs = append(rs, table.Run{Text: e.Text, Mark: table.MarkInserted})
		default:
			rs = append(rs, table.Run{Text: e.Text})
			same += len(e.Text)
		}
	}
	if 3*same < len(text) {
		return []table.Run{{Text: text}}
	}
	return rs
}

func (t *Definitions) nearTable(w *sectionPrinter) *table.Table {
	tab := w.heading(w.NearTerms, []string{w.Term, w.Act, w.OtherTerm, w.Act, w.Why}, []float64{24, 18, 24, 18, 16}, 0)
	for _, n := range t.Near {
		why := w.OnePart
		if n.Why == "alias" {
			why = w.OneAlias
		}
		tab.Rows = append(tab.Rows, []table.Cell{t.name(w, n.A), t.act(n.A), t.name(w, n.B), t.act(n.B), table.Text(why)})
	}
	return tab
}

func (t *Definitions) name(w *sectionPrinter, x TermPlace) table.Cell {
	c := table.Text(x.Term.Term)
	if x.Alias != "" {
		c.Runs = append(c.Runs, table.Run{Text: " (" + with(w.AliasOf, x.Alias) + ")", Mark: table.MarkMuted})
	}
	return c
}

func (t *Definitions) act(x TermPlace) table.Cell {
	return table.Text(t.names[x.Document] + ", " + x.Citation)
}

func (t *Definitions) unused(w *sectionPrinter) *table.Table {
	tab := w.heading(w.Unused, []string{w.Term, w.Act, w.Provision}, []float64{45, 35, 20}, 0)
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			for _, x := range c {
				if x.Uses == 0 {
					tab.Rows = append(tab.Rows, []table.Cell{table.Text(x.Term), table.Text(t.names[i]), table.Text(x.Citation)})
				}
			}
		}
	}
	return tab
}

func (t *Definitions) allTerms(w *sectionPrinter) *table.Table {
	tab := w.heading(w.AllTerms, []string{w.Term, w.Act, w.Provision, w.Definition, w.Uses}, []float64{20, 17, 11, 41, 11}, 0)
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			for _, x := range c {
				term := table.Text(cmp.Or(x.Term, r.Term))
				term.Head = true
				if x.Alias != "" {
					term.Runs = append(term.Runs, table.Run{Text: " (" + with(w.AliasOf, x.Alias) + ")", Mark: table.MarkMuted})
				}
				text := table.Text(strings.TrimRight(x.Text, ";"))
				if x.How == shortForm {
					text = table.Cell{Runs: []table.Run{{Text: with(w.ShortFor, x.Text), Mark: table.MarkItalic}}}
				}
				uses := table.Int(x.Uses)
				if x.Uses == 0 {
					uses = table.None()
				}
				tab.Rows = append(tab.Rows, []table.Cell{term, table.Text(t.names[i]), table.Text(x.Citation), text, uses})
			}
		}
	}
	return tab
}
