package parse

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"svod/corpus"
)

// A Problem is something doubtful in a document. Its code is one of
//
//	number-gap kind from to      numbers are missing between two units
//	number-repeated kind num     a number occurs twice in one list
//	number-order kind from to    a number goes backwards
//	superscript-lost kind printed num  53¹ is printed as 531
//	quotes-unbalanced            new text is quoted from here and has no end
//	quotes-missing               new text begins here without quotes, its end is a guess
//	unclosed                     a bracket or a quote is opened and never closed
//	unopened                     a bracket or a quote is closed that was not opened
//	unit-empty kind num          a unit has a number and no words
//	heading-empty kind num       nothing stands under a heading
//	note-guessed kind num        the note speaks of a unit that is not where it stands
//	text-unplaced                text that belongs to no unit of an act
//	table-ragged rows            rows that are longer or shorter than the others of their table
//	title-unknown                no title was found
//	edition-unknown              the text is as of no known date
//	edition-notes file notes     the file's name gives an earlier edition than the notes
//	empty                        the source has no lines
type Problem struct {
	Line int // 1-based, 0 when it is about the whole document
	Code string
	Args []string
}

func (p *parser) problem(line int, code string, args ...string) {
	p.problems = append(p.problems, Problem{line, code, args})
}

func (p *parser) sorted() []Problem {
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return p.problems
}

// check looks for what is doubtful in the tree.
func (p *parser) check(root *corpus.Unit) {
	if len(p.paras) == 0 {
		p.problem(0, "empty")
	}
	p.checkNumbers(root)
	p.checkHeadings(root)
	p.checkUnits(root, nil)
	p.checkUnplaced(root)
	p.checkUnclosed()
}

// checkNumbers checks the lists of clauses, subclauses and items. A new list
// may begin with 1 at any time, and the list that it interrupts go on after it.
func (p *parser) checkNumbers(u *corpus.Unit) {
	lists := map[corpus.Kind][]*corpus.Unit{} // the last units of the open lists
	gone := map[int]bool{}
	for _, c := range u.Units {
		switch {
		case corpus.KindClause <= c.Kind && c.Kind <= corpus.KindItem:
			if more := strings.Split(c.Num, ","); len(more) > 1 {
				for _, num := range more {
					if v := lastValue(trim(num)); len(v) > 0 {
						gone[v[0]] = true
					}
				}
			}
			lists[c.Kind] = p.nextInList(lists[c.Kind], c, gone)
		case c.Kind <= corpus.KindArticle: // lists begin anew under a heading
			clear(lists)
		}
		p.checkNumbers(c)
	}
}

// nextInList checks unit c against the last units of the open lists, innermost
// last, and returns what is open after it. gone are the numbers that lists of
// repealed units took from their places: after «8), 12) исключены» none is
// missing between 11) and 13).
func (p *parser) nextInList(open []*corpus.Unit, c *corpus.Unit, gone map[int]bool) []*corpus.Unit {
	v := numberValue(c.Num)
	if len(v) == 1 && v[0] == 1 {
		return append(open, c)
	}
	for i := len(open) - 1; i >= 0; i-- {
		if follows(lastValue(open[i].Num), v) || len(v) == 1 && gone[v[0]-1] {
			open[i] = c
			return open[:i+1]
		}
	}
	if len(open) == 0 {
		return []*corpus.Unit{c}
	}
	p.checkPair(open[len(open)-1], c)
	open[len(open)-1] = c
	return open
}

// checkHeadings checks the numbers of articles and of what stands above them.
// They run on through the document or begin with 1 anew, and in each appendix.
func (p *parser) checkHeadings(u *corpus.Unit) {
	last := map[corpus.Kind]*corpus.Unit{}
	var walk func(*corpus.Unit)
	walk = func(u *corpus.Unit) {
		for _, c := range u.Units {
			switch {
			case c.Kind == corpus.KindAppendix:
				clear(last)
			case corpus.KindPart <= c.Kind && c.Kind <= corpus.KindArticle:
				if c.Num != "" {
					p.checkPair(last[c.Kind], c)
					last[c.Kind] = c
				}
				if c.Repealed || len(c.Units) == 0 && noteRepeals(c.Notes) { // with all that it held
					delete(last, corpus.KindArticle)
				}
				for k := c.Kind + 1; k < corpus.KindArticle; k++ {
					if k == corpus.KindSubsection || k == corpus.KindParagraph {
						delete(last, k)
					}
				}
			}
			walk(c)
		}
	}
	walk(u)
}

// checkPair compares the numbers of two neighbours in a list.
func (p *parser) checkPair(a, b *corpus.Unit) {
	if a == nil {
		return
	}
	x, y := lastValue(a.Num), numberValue(b.Num)
	kind, line := b.Kind.String(), b.Span.Lo+1
	switch {
	case len(x) == 0 || len(y) == 0 || len(y) == 1 && y[0] == 1:
	case slices.Equal(x, y):
		p.problem(line, "number-repeated", kind, b.Num)
	case less(y, x):
		p.problem(line, "number-order", kind, a.Num, b.Num)
	case y[0] > x[0]+1:
		p.problem(line, "number-gap", kind, a.Num, b.Num)
	}
}

// lastValue is numberValue for the end of a range: «4–6». What comes after a
// list, «8, 12», may go on from either.
func lastValue(num string) []int {
	if strings.Contains(num, ",") {
		return nil
	}
	for i, r := range num {
		if isDash(r) && !isHyphen(r) {
			return numberValue(num[i:])
		}
	}
	return numberValue(num)
}

// checkUnits checks each unit by itself. path is what u lies in.
func (p *parser) checkUnits(u *corpus.Unit, path []*corpus.Unit) {
	path = append(path, u)
	for _, c := range u.Units {
		line := c.Span.Lo + 1
		switch {
		case c.Kind == corpus.KindTable:
			p.checkTable(c)
		case len(c.Units) > 0 || c.Text != "" || c.Repealed || len(c.Notes) > 0:
		case corpus.KindPart <= c.Kind && c.Kind < corpus.KindArticle && c.Num == "": // told by its look alone
		case corpus.KindPart <= c.Kind && c.Kind < corpus.KindArticle:
			p.problem(line, "heading-empty", c.Kind.String(), c.Num)
		case c.Kind == corpus.KindArticle && !ends(c.Title, ".!?"), corpus.KindClause <= c.Kind && c.Kind <= corpus.KindItem && c.Title == "":
			p.problem(line, "unit-empty", c.Kind.String(), c.Num)
		}
		for _, n := range c.Notes {
			p.checkNote(n, c, path)
		}
		p.checkUnits(c, path)
	}
}

// checkNote reports a note that names a unit which is neither the one that
// holds it nor one around or below it.
func (p *parser) checkNote(n corpus.Note, u *corpus.Unit, path []*corpus.Unit) {
	if n.Span.Empty() || hasAny(n.Text, []string{"(", "см"}) || p.paras[n.Span.Lo].Style.Note {
		return // it stands at its words, or speaks of other acts
	}
	text, _, _ := strings.Cut(n.Text, " см. ")
	var first *mention
	for _, m := range mentions(text) {
		if m.num == "" {
			continue
		}
		if first == nil {
			first = &mention{m.kind, m.num}
		}
		if m.kind == u.Kind && m.num == u.Num || holds(u, m) || slices.ContainsFunc(path, func(a *corpus.Unit) bool { return a.Kind == m.kind && a.Num == m.num }) {
			return
		}
	}
	if first != nil {
		p.problem(n.Span.Lo+1, "note-guessed", first.kind.String(), first.num)
	}
}

// holds reports whether a unit that a note mentions lies below u.
func holds(u *corpus.Unit, m mention) bool {
	return !u.Walk(func(c *corpus.Unit) bool { return c.Kind != m.kind || c.Num != m.num })
}

// checkTable reports rows whose cells do not fill the columns of their table.
// A last or first row of one cell is a heading, a remark or a caption.
func (p *parser) checkTable(t *corpus.Unit) {
	widths := rowWidths(p.src.Lines[t.Span.Lo:t.Span.Hi])
	most := 0
	for _, w := range widths {
		most = max(most, w)
	}
	var ragged []string
	first := -1
	for i, w := range widths {
		if w != most && w > 1 {
			ragged = append(ragged, strconv.Itoa(i+1))
			if first < 0 {
				first = i
			}
		}
	}
	if first >= 0 {
		p.problem(t.Span.Lo+first+1, "table-ragged", strings.Join(ragged, ", "))
	}
}

// rowWidths counts the columns that each row fills, with the cells that hang
// down into it from rows above.
func rowWidths(rows []corpus.Line) []int {
	type hanging struct{ cols, rows int }
	var down []hanging
	widths := make([]int, len(rows))
	for i := range rows {
		kept := down[:0]
		for _, h := range down {
			widths[i] += h.cols
			if h.rows > 1 {
				kept = append(kept, hanging{h.cols, h.rows - 1})
			}
		}
		down = kept
		for _, c := range rows[i].Cells {
			cols := max(c.Cols, 1)
			widths[i] += cols
			if c.Rows > 1 {
				down = append(down, hanging{cols, c.Rows - 1})
			}
		}
	}
	return widths
}

// checkUnplaced reports the paragraphs of an act that stand outside of its
// structure: after the signature, or under a chapter before its first article.
func (p *parser) checkUnplaced(root *corpus.Unit) {
	if p.report || p.articles == 0 {
		return
	}
	run := false
	for i, c := range root.Units {
		if c.Kind != corpus.KindPassage || i == 0 {
			run = false
			continue
		}
		if !run {
			p.problem(c.Span.Lo+1, "text-unplaced")
		}
		run = true
	}
}
