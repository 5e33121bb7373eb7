package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
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
	// Strange is set if no table of the file belongs to the report: nothing
	// was read from it.
	Strange bool
}

// Keep puts what an author wrote into an earlier version of the report back
// into its rows. To use it, an analysis says of a table which column names its
// rows and which ones are the author's (Table.Key, Table.Author), and leaves
// these empty; the program's own remarks go into a column of their own. Then
//
//	kept := report.Keep(table.ReadBack(source))
//
// before the report is written, source being the edited file as corpus/extract
// read it. Columns may have been moved, added and renamed. A row is recognised
// by its name; by the name without «(новый)» and the list below it; by the name
// of what it is a part of; and by the likeness of its texts. What belongs to no
// row any more goes into a table at the end, from which a later run takes it as
// well.
func (r *Report) Keep(w *Written) Kept {
	k := keeper{w: w}
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
	found  bool
}

// A keepTable is a table of the new report.
type keepTable struct {
	*Table
	heads []string
	given map[string]int // author's columns by folded heading
}

// A newRow is a row of the new report that may take texts.
type newRow struct {
	t     *keepTable
	cells []Cell
	at    int // in its table
	rowName
	taken bool
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
	name   string
	folded string
	short  string          // without what stands in brackets and below
	parts  []string        // its words
	words  map[string]bool // of the cells that the program wrote
}

type authored struct{ head, text string }

func nameRow(column, name string) rowName {
	short := shortName(name)
	return rowName{foldHead(column), name, foldHead(name), short, strings.Fields(short), map[string]bool{}}
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
	for i, cells := range t.Rows {
		if len(cells) < t.Key { // a heading of a group
			continue
		}
		n := &newRow{t: kt, cells: cells, at: i, rowName: nameRow(kt.heads[t.Key-1], plain(cells[t.Key-1].Runs))}
		for c := range cells {
			if !slices.Contains(t.Author, c+1) {
				addWords(n.words, plain(cells[c].Runs))
			}
		}
		k.rows = append(k.rows, n)
	}
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
		for _, row := range rows {
			if slices.Equal(row, head) {
				continue
			}
			named := row.at(key)
			if named.below && last != nil { // a row that its author divided
				last.take(row, head, key, his)
				continue
			}
			o := &oldRow{rowName: nameRow(head.at(key).text, named.text)}
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

// match finds for each old row its new one: first those of the same name, then
// of the same first words, then of what it is a part of, then of the same texts.
func (k *keeper) match(olds []*oldRow) {
	ways := []func(o *oldRow, n *newRow) bool{
		func(o *oldRow, n *newRow) bool { return o.folded != "" && o.folded == n.folded },
		func(o *oldRow, n *newRow) bool { return o.short != "" && o.short == n.short },
		func(o *oldRow, n *newRow) bool { return partOf(o.parts, n.parts) || partOf(n.parts, o.parts) },
		func(o *oldRow, n *newRow) bool { return !n.taken && alike(o.words, n.words) >= surelySame },
	}
	for way, fits := range ways {
		given := map[*newRow]bool{}
		for _, o := range olds {
			if o.to != nil {
				continue
			}
			best, second := -1.0, -1.0
			for _, n := range k.rows {
				if n.column != o.column || !fits(o, n) {
					continue
				}
				score := alike(o.words, n.words)
				if given[n] { // of rows of one name each gets its own text
					score--
				}
				if score > best {
					best, second, o.to = score, best, n
				} else {
					second = max(second, score)
				}
			}
			if byText := way == len(ways)-1; byText && best-second < sureMargin {
				o.to = nil // two rows are as like: no guess
			}
			if o.to == nil {
				continue
			}
			given[o.to] = true
			if way > 0 && firstLine(o.name) != firstLine(o.to.name) {
				k.Guessed = append(k.Guessed, firstLine(o.name)+" → "+firstLine(o.to.name))
			}
			if way == 2 { // it shares the row with others
				for i := range o.texts {
					o.texts[i].text = firstLine(o.name) + ": " + o.texts[i].text
				}
			}
		}
		for n := range given {
			n.taken = true
		}
	}
}

// surelySame is how much of the words of two rows must be the same for them to
// be one row under two names, sureMargin by how much any other must be less so.
const (
	surelySame = 0.75
	sureMargin = 0.10
)

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
		case had == "":
			cell.Runs = []Run{{Text: a.text}}
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

// named returns the new row of a name.
func (k *keeper) named(folded string) *newRow {
	i := slices.IndexFunc(k.rows, func(n *newRow) bool { return n.folded == folded })
	if i < 0 {
		return nil
	}
	return k.rows[i]
}

// undated is a heading without the dates and numbers in it, which differ from
// one version of a report to the next.
func undated(s string) string {
	return foldHead(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '.' {
			return -1
		}
		return r
	}, s))
}

var aside = regexp.MustCompile(`\([^()\d]*\)`)

// shortName is a row's name without what stands in brackets and below: «пункт 1
// статьи 5» of «пункт 1 статьи 5:\nподпункты 3), 4-1) (новый)».
func shortName(s string) string {
	return foldHead(aside.ReplaceAllString(firstLine(s), ""))
}

// partOf reports whether a name is that of a part of another: «пункт 2 статьи 5»
// of «статья 5», «5-баптың 2-тармағы» of «5-бап».
func partOf(ps, ws []string) bool {
	if len(ws) == 0 || len(ps) <= len(ws) {
		return false
	}
	tail := ps[len(ps)-len(ws):]
	if len(ws) > 1 && slices.Equal(tail[1:], ws[1:]) && inflected(tail[0], ws[0]) {
		return true
	}
	last := len(ws) - 1
	return slices.Equal(ps[:last], ws[:last]) && strings.HasPrefix(ps[last], ws[last]) && len(ps[last]) > len(ws[last])
}

// inflected reports whether two words may be one in different cases.
func inflected(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := min(len(x), len(y)) - 2
	return n >= 2 && string(x[:n]) == string(y[:n])
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimRight(s, ":")
}

// counted reports whether a cell holds the number of a row.
func counted(s string) bool {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// addWords adds the words of s; numbers, which change when rows are counted
// anew, don't count.
func addWords(to map[string]bool, s string) {
	for _, w := range wordsOf(s) {
		if !counted(w) {
			to[w] = true
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(foldHead(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// alike is the share of words that two rows have in common.
func alike(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}
