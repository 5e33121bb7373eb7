package table

import (
	"slices"
	"strings"
)

// A newRow is a row of the new report that may take texts.
type newRow struct {
	t     *keepTable
	cells []Cell
	at    int // in its table
	rowName
	taken   bool
	offered map[int]bool // columns of the author's in which the program has put a text
}

// An oldRow is a row of the edited file in which its author wrote.
type oldRow struct {
	rowName
	texts   []authored
	program []authored // what stands in the program's columns
	to      *newRow
}

// A rowName is what a row is recognised by.
type rowName struct {
	column string // heading of the column that names rows, folded
	group  string // heading of its group of rows, folded
	name   string
	folded string
	short  string          // without what stands in brackets and below
	parts  []string        // its words
	words  map[string]bool // of the cells that the program wrote
}

type authored struct{ head, text string }

func nameRow(column, name string) rowName {
	short := shortName(name)
	return rowName{column: foldHead(column), name: name, folded: foldHead(name), short: short, parts: strings.Fields(short), words: map[string]bool{}}
}

// authored returns the rows of the file with what its author wrote in them.
func (k *keeper) authored() []*oldRow {
	var out []*oldRow
	var t *keepTable
	var head writtenRow
	key := 0
	for _, rows := range k.w.tables {
		if found, at, col := k.headOf(rows); found != nil {
			t, head, key, rows = found, rows[at], col, rows[at+1:]
		} else if t == nil || rows[0].width() != head.width() || !counted(rows[0].at(0).text) {
			t = nil
			continue
		} // else its author cut the table in two
		k.found = true
		his := func(c int) bool { return c != key && k.authors(t, head.at(c).text) }
		var last *oldRow
		group := ""
		for _, row := range rows {
			if slices.Equal(row, head) {
				continue
			}
			if len(row) == 1 && row[0].cols > 1 {
				group = foldHead(row[0].text)
			}
			named := row.at(key)
			if named.below && last != nil { // a row that its author divided
				last.take(row, head, key, his)
				continue
			}
			o := &oldRow{rowName: nameRow(head.at(key).text, named.text)}
			if k.groups[group] {
				o.group = group
			}
			o.take(row, head, key, his)
			// A row that the program wrote has its number. One without is
			// the author's own, all of it.
			if key > 0 && named.col == key && !his(0) && !counted(row.at(0).text) && k.named(o.folded) == nil {
				o.takeWhole(row, head, key, his)
			}
			out, last = append(out, o), o
		}
	}
	return out
}

// edits finds the rows of which the author changed the program's own cells.
func (k *keeper) edits(olds []*oldRow) {
	same := map[string]int{}
	for _, n := range k.rows {
		same[n.folded]++
	}
	for _, o := range olds {
		n := k.named(o.folded)
		if n == nil || o.name == "" || n.column != o.column || same[o.folded] > 1 {
			continue
		}
		for _, p := range o.program {
			c := slices.IndexFunc(n.t.heads, func(h string) bool { return foldHead(h) == foldHead(p.head) })
			if c < 0 || c >= len(n.cells) || slices.Contains(n.t.Author, c+1) || n.cells[c].Format != FormatText {
				continue
			}
			if !slices.Equal(wordsOf(p.text), wordsOf(joined(n.cells[c].Runs))) {
				k.Edited = append(k.Edited, firstLine(o.name))
				break
			}
		}
	}
}

// take takes the texts of the author's columns, and the words of the others.
func (o *oldRow) take(row, head writtenRow, key int, his func(int) bool) {
	for _, c := range row {
		at := c.col // of cells that he joined, the first that is his counts
		for at < c.col+c.cols-1 && !his(at) && !c.covers(key) {
			at++
		}
		switch {
		case c.text == "":
		case his(at):
			o.texts = append(o.texts, authored{strings.Join(strings.Fields(head.at(at).text), " "), c.text})
		default:
			addWords(o.words, c.text)
			if len(c.text) < maxCell && !c.below && c.cols == 1 {
				o.program = append(o.program, authored{head.at(c.col).text, c.text})
			}
		}
	}
}

// maxCell is a size below which no writer divides a cell.
const maxCell = 30000

// takeWhole takes what stands in the program's columns of a row of the
// author's own.
func (o *oldRow) takeWhole(row, head writtenRow, key int, his func(int) bool) {
	var lines []string
	for _, c := range row {
		if c.col != key && c.text != "" && !his(c.col) {
			lines = append(lines, strings.Join(strings.Fields(head.at(c.col).text), " ")+": "+c.text)
		}
	}
	if len(lines) > 0 {
		o.texts = append(o.texts, authored{"", strings.Join(lines, "\n")})
	}
}

// headOf finds the heading row of a table of the file, and the table of the
// report that it was: the one with which it has most headings in common.
func (k *keeper) headOf(rows []writtenRow) (best *keepTable, at, key int) {
	most := 0
	for i, row := range rows[:min(len(rows), 10)] {
		for _, t := range k.tables {
			c := slices.IndexFunc(row, func(c writtenCell) bool { return foldHead(c.text) == foldHead(t.heads[t.Key-1]) })
			if c < 0 {
				continue
			}
			// Other tables of the file may name their rows alike; without the
			// record only an author's column tells this one.
			if k.w.program == nil && !slices.ContainsFunc(row, func(c writtenCell) bool { _, ok := t.given[foldHead(c.text)]; return ok }) {
				continue
			}
			same := 0
			for _, h := range row {
				if t.has(h.text) {
					same++
				}
			}
			if same > most {
				best, at, key, most = t, i, row[c].col, same
			}
		}
		if best != nil {
			return best, at, key
		}
	}
	return nil, 0, 0
}

// has reports whether a table has a column of a heading, dates apart.
func (t *keepTable) has(head string) bool {
	return slices.ContainsFunc(t.heads, func(h string) bool { return undated(h) == undated(head) })
}

// authors reports whether a column of the file is the author's: by the file's
// own record of what the program wrote, else if the program would not write
// one of that name.
func (k *keeper) authors(t *keepTable, head string) bool {
	if k.w.program != nil {
		return !k.w.program[foldHead(head)]
	}
	if _, ok := t.given[foldHead(head)]; ok {
		return true
	}
	return !t.has(head)
}

// counted reports whether a cell holds the number of a row.
func counted(s string) bool {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	return s != "" && strings.Trim(s, "0123456789") == ""
}
