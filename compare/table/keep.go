package table

import (
	"slices"
	"strings"
)

// A Kept says what became of an author's texts.
type Kept struct {
	Texts   int      // that stand in their rows again
	Columns []string // headings of columns that the author had added
	// Guessed names the rows that are called otherwise now, and were
	// recognised by their texts: "old → new".
	Guessed  []string
	Homeless []string // the names of rows that are no more; their texts stand at the end
	// Edited names the rows in which he changed what the program had written,
	// as far as that can be told: of a report made from the same inputs. Such
	// changes are not taken over.
	Edited []string
	// Replaced names the rows in which the program had another text for the
	// author's column, which gave way to his.
	Replaced []string
	// Strange is set if no table of the file belongs to the report: nothing
	// was read from it.
	Strange bool
}

// Keep puts what an author wrote into an earlier version of the report back
// into its rows. To use it, an analysis says of a table which column names its
// rows and which ones are the author's (Table.Key, Table.Author), and leaves
// these empty, or puts into them what he may take or leave; the program's own
// remarks go into a column of their own. Then
//
//	kept := report.Keep(table.ReadBack(source))
//
// before the report is written, source being the edited file as corpus/extract
// read it. Columns may have been moved, added and renamed. A row is recognised
// by its name; by the name without «(новый)» and the list below it; by the name
// of what it is a part of; and by the likeness of its texts; each within its group
// of rows, as long as there is one of that heading. What belongs to no
// row any more goes into a table at the end, from which a later run takes it as
// well.
func (r *Report) Keep(w *Written) Kept {
	k := keeper{w: w, groups: map[string]bool{}}
	for _, b := range r.Blocks {
		if t, ok := b.(*Table); ok && t.Key > 0 {
			k.add(t)
		}
	}
	olds := k.authored()
	if !k.found {
		return Kept{Strange: true}
	}
	if r.madeAs(w) {
		k.edits(olds)
	}
	olds = slices.DeleteFunc(olds, func(o *oldRow) bool { return len(o.texts) == 0 })
	k.match(olds)
	homeless := map[string][]*oldRow{}
	for _, o := range olds {
		if o.to == nil {
			homeless[o.column] = append(homeless[o.column], o)
			k.Homeless = append(k.Homeless, firstLine(o.name))
			continue
		}
		k.fill(o, r.words())
	}
	for _, t := range k.tables {
		column := foldHead(t.heads[t.Key-1])
		if rows := homeless[column]; len(rows) > 0 {
			delete(homeless, column)
			r.Blocks = append(r.Blocks, t.rest(rows, r.words())...)
		}
	}
	return k.Kept
}

type keeper struct {
	Kept
	w      *Written
	tables []*keepTable
	rows   []*newRow
	groups map[string]bool // headings of groups of rows
	found  bool
}

// A keepTable is a table of the new report.
type keepTable struct {
	*Table
	heads []string
	given map[string]int // author's columns by folded heading
}

func (k *keeper) add(t *Table) {
	kt := &keepTable{Table: t, heads: t.heads(), given: map[string]int{}}
	if t.Key > len(kt.heads) {
		return
	}
	for _, c := range t.Author {
		if c <= len(kt.heads) {
			kt.given[foldHead(kt.heads[c-1])] = c - 1
		}
	}
	k.tables = append(k.tables, kt)
	group := ""
	for i, cells := range t.Rows {
		if len(cells) == 1 && cells[0].Group {
			group = foldHead(plain(cells[0].Runs))
			k.groups[group] = true
		}
		if len(cells) < t.Key {
			continue
		}
		n := &newRow{t: kt, cells: cells, at: i, rowName: nameRow(kt.heads[t.Key-1], plain(cells[t.Key-1].Runs)), offered: map[int]bool{}}
		n.group = group
		for c := range cells {
			text := plain(cells[c].Runs)
			if !slices.Contains(t.Author, c+1) {
				addWords(n.words, text)
			} else if text != "" {
				n.offered[c] = true
			}
		}
		k.rows = append(k.rows, n)
	}
}

// fill writes an old row's texts into its new row.
func (k *keeper) fill(o *oldRow, words phrases) {
	for _, a := range o.texts {
		c := o.to.t.column(a.head, words, &k.Columns)
		for len(o.to.cells) <= c {
			o.to.cells = append(o.to.cells, Cell{})
		}
		o.to.t.Rows[o.to.at] = o.to.cells
		cell := &o.to.cells[c]
		had := plain(cell.Runs)
		switch {
		case had == "", o.to.offered[c]:
			if had != "" && !slices.Equal(wordsOf(had), wordsOf(a.text)) {
				k.Replaced = append(k.Replaced, firstLine(o.to.name))
			}
			cell.Runs = []Run{{Text: a.text}}
			delete(o.to.offered, c)
		case !strings.Contains(had, a.text):
			cell.Runs = append(cell.Runs, Run{Text: "\n" + a.text})
		}
		k.Texts++
	}
}

// column returns the author's column of a heading, a new one at the right if
// there is none.
func (t *keepTable) column(head string, words phrases, added *[]string) int {
	if c, ok := t.given[foldHead(head)]; ok {
		return c
	}
	name := head
	if name == "" {
		name = words.unnamed
	}
	// A column of the program has that name now: the two stay apart.
	if slices.ContainsFunc(t.heads, func(h string) bool { return foldHead(h) == foldHead(name) }) {
		name += " " + words.byAuthor
		if c, ok := t.given[foldHead(name)]; ok {
			return c
		}
	}
	c := len(t.heads)
	t.heads = append(t.heads, name)
	t.given[foldHead(head)], t.given[foldHead(name)] = c, c
	if len(t.Head) > 0 {
		cell := Bold(name)
		cell.Rows = len(t.Head)
		t.Head[0] = append(t.Head[0], cell)
	}
	t.Author = append(t.Author, c+1)
	if len(t.Widths) >= c && len(t.Widths) > 0 {
		sum := 0.0
		for _, w := range t.Widths[:c] {
			sum += w
		}
		t.Widths = append(t.Widths[:c:c], sum/9)
	}
	*added = append(*added, name)
	return c
}

// rest is the section with the texts to rows that are no more.
func (t *keepTable) rest(rows []*oldRow, words phrases) []Block {
	out := &Table{Key: 1, Landscape: t.Landscape, FontSize: t.FontSize, Sheet: words.homeless}
	kt := &keepTable{Table: out, heads: []string{t.heads[t.Key-1]}, given: map[string]int{}}
	out.Head = [][]Cell{{Bold(kt.heads[0])}}
	var added []string
	for _, o := range rows {
		cells := []Cell{Text(o.name)}
		for _, a := range o.texts {
			c := kt.column(a.head, words, &added)
			for len(cells) <= c {
				cells = append(cells, Cell{})
			}
			if had := plain(cells[c].Runs); had != "" {
				a.text = had + "\n" + a.text
			}
			cells[c] = Text(a.text)
		}
		out.Rows = append(out.Rows, cells)
	}
	for i := range out.Rows {
		for len(out.Rows[i]) < len(kt.heads) {
			out.Rows[i] = append(out.Rows[i], Cell{})
		}
	}
	return []Block{Heading(2, words.homeless), out}
}
