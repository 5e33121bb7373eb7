package extract

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"svod/corpus"
)

// layout makes paragraphs and table rows of the pages of a document.
func layout(pages []*pdfPage) []corpus.Line {
	lines := make([][]*printed, len(pages))
	for i, p := range pages {
		lines[i] = pageLines(p)
	}
	dropMargins(pages, lines)
	dropNumbers(pages, lines)
	for i, p := range pages {
		lines[i] = openTables(p, cellTables(p, lines[i]))
	}
	setColumns(lines)
	c := composer{hyphens: newHyphens(lines), endings: newEndings(lines), notes: map[*printed][]*footnote{}}
	for i, p := range pages {
		text, notes := cutNotes(p, lines[i])
		if i+1 < len(pages) {
			var foot *footnote
			if text, foot = cutFoot(p, text); foot != nil {
				notes = append(notes, foot)
			}
		}
		if len(text) > 0 {
			c.placeNotes(text, notes)
			lines[i] = text
		}
	}
	for _, page := range lines {
		for _, l := range page {
			if l.table != nil {
				c.flush()
				c.table(l, page, lines)
			} else {
				c.run = append(c.run, l)
			}
		}
	}
	c.flush()
	return c.out
}

// A composer puts the lines of a document in a row.
type composer struct {
	out      []corpus.Line
	run      []*printed               // lines since the last table
	notes    map[*printed][]*footnote // by the line after whose paragraph they come
	lastNote *footnote
	hyphens  *hyphens
	endings  *endings
	last     *pdfTable
	tables   int
}

// flush makes paragraphs of the lines that wait, each with its footnotes.
func (c *composer) flush() {
	for _, p := range paragraphs(c.run, c.hyphens, c.endings) {
		c.out = append(c.out, p.line())
		for _, l := range p.lines {
			c.addNotes(c.notes[l])
		}
	}
	c.run = nil
}

func (c *composer) table(l *printed, page []*printed, pages [][]*printed) {
	t := l.table
	t.read(c.hyphens)
	again := t.continues(c.last) && bottomOf(c.last, pages[c.last.page.number-1]) && topOf(t, page)
	if again {
		t.number = c.last.number
	} else {
		c.tables++
		t.number = c.tables
	}
	c.addRows(t.lines(again && t.sameHead(c.last)), c.notes[l])
	c.last = t
}

// topOf reports whether the table is the uppermost of the lines of its page.
func topOf(t *pdfTable, lines []*printed) bool {
	return !slices.ContainsFunc(lines, func(l *printed) bool { return l.table != t && l.turn == 0 && l.v > t.ys[0] })
}

// bottomOf reports whether nothing stands below the table.
func bottomOf(t *pdfTable, lines []*printed) bool {
	bottom := t.ys[len(t.ys)-1]
	return !slices.ContainsFunc(lines, func(l *printed) bool { return l.table != t && l.turn == 0 && l.v < bottom })
}

// pageLines returns the lines of a page in order, with a line for each table.
func pageLines(p *pdfPage) []*printed {
	tables := findTables(p)
	if len(tables) == 0 {
		return printedLines(p, p.glyphs)
	}
	of := fill(p, tables)
	var lines []*printed
	seen := map[*pdfTable]bool{}
	var plain []glyph
	flush := func() {
		lines = append(lines, printedLines(p, plain)...)
		plain = nil
	}
	for i, t := range of {
		switch {
		case t == nil:
			plain = append(plain, p.glyphs[i])
		case !seen[t] && !p.glyphs[i].blank():
			flush()
			seen[t] = true
			lines = append(lines, &printed{page: p, table: t, v: t.ys[0], u0: t.xs[0], u1: t.xs[len(t.xs)-1]})
		}
	}
	flush()
	return lines
}

// setColumns finds for each line the extent that it could have filled. Lines
// that follow each other downwards are one column; its right edge is what
// nearly all of its lines keep to, its left one the leftmost at which a good
// part of them begins. A column of few lines borrows from one that holds it.
func setColumns(pages [][]*printed) {
	type block struct {
		lines []*printed
		col   column
	}
	var blocks []block
	for _, page := range pages {
		var cur []*printed
		flush := func() {
			if len(cur) > 0 {
				blocks = append(blocks, block{cur, measureColumn(cur)})
			}
			cur = nil
		}
		for _, l := range page {
			if l.table != nil {
				continue // text goes on in its column below a table
			}
			if k := len(cur) - 1; k >= 0 && (l.v > cur[k].v+0.5*l.size || l.turn != cur[k].turn) {
				flush()
			}
			cur = append(cur, l)
		}
		flush()
	}
	margins := map[*pdfPage]float64{}
	for _, b := range blocks {
		page := b.lines[0].page
		if m, ok := margins[page]; !ok || b.col.left < m {
			margins[page] = b.col.left
		}
	}
	const enough = 8
	for i := range blocks {
		b := &blocks[i]
		if len(b.lines) < enough {
			best, found := column{}, false
			for _, o := range blocks {
				p, q := b.lines[0].page, o.lines[0].page
				if len(o.lines) < enough || o.lines[0].turn != b.lines[0].turn || math.Abs(p.width-q.width) > 5 ||
					o.col.left > b.col.left+2 || o.col.right < b.col.right-2 {
					continue
				}
				if !found || o.col.right-o.col.left < best.right-best.left {
					best, found = o.col, true
				}
			}
			if page := b.lines[0].page; found {
				b.col = best
			} else if b.lines[0].turn == 0 { // margins as wide on the right as on the left
				b.col.right = max(b.col.right, page.width-min(margins[page], page.width/3))
			}
		}
		for _, l := range b.lines {
			l.column = column{b.col.left, max(b.col.right, l.u1)}
		}
		markCentred(b.lines)
	}
}

func measureColumn(lines []*printed) column {
	var lefts []float64
	c := column{left: math.Inf(1), right: math.Inf(-1)}
	for _, l := range lines {
		lefts = append(lefts, l.u0)
		c.left, c.right = min(c.left, l.u0), max(c.right, l.u1)
	}
	slices.Sort(lefts)
	for i, u := range lefts {
		n := i
		for n < len(lefts) && lefts[n]-u < 2 {
			n++
		}
		if (n-i)*6 >= len(lefts) {
			c.left = u
			break
		}
	}
	// The right edge shows in lines that begin on the left: stamps of approval
	// and the like may stand beyond it.
	var rights []float64
	for _, l := range lines {
		if l.u0 < c.left+0.45*(c.right-c.left) {
			rights = append(rights, l.u1)
		}
	}
	if len(rights)*2 < len(lines) {
		rights = rights[:0]
		for _, l := range lines {
			rights = append(rights, l.u1)
		}
	}
	slices.Sort(rights)
	c.right = rights[len(rights)-1-len(rights)/20]
	for i := len(rights) - 1; i >= 0; i-- {
		n := i
		for n >= 0 && rights[i]-rights[n] < 2 {
			n--
		}
		if k := i - n; k >= 3 && k*6 >= len(rights) {
			c.right = min(c.right, rights[i])
			break
		}
	}
	return c
}

// item matches the label of an item of a list: such lines are never centred.
var item = regexp.MustCompile(`^(?:[\d-]{1,4}\)|\pL\)|[-–—•·▪●○]\s)`)

// markCentred finds the lines that stand in the middle of their column. That
// may come about by chance: not if lines beside it begin where it begins, or
// several of the column do, which is its indent.
func markCentred(lines []*printed) {
	begin := func(l *printed) int { return int(math.Round(l.u0)) }
	starts := map[int]int{}
	for _, l := range lines {
		starts[begin(l)]++
	}
	flush := func(a, b *printed) bool {
		return math.Abs(a.u0-b.u0) < 1.5 && math.Abs(a.u1-b.u1) > 3
	}
	for i, l := range lines {
		c := l.column
		left, right := l.u0-c.left, c.right-l.u1
		l.centred = left > 1.5*l.size && right > 1.5*l.size &&
			math.Abs(left-right) < max(1.2*l.size, 0.04*(c.right-c.left)) && !item.MatchString(l.text) &&
			starts[begin(l)] < 4 && !(i > 0 && flush(lines[i-1], l)) && !(i+1 < len(lines) && flush(l, lines[i+1])) &&
			!(i > 0 && lines[i-1].runsInto(l)) && !(i+1 < len(lines) && lines[i+1].u0-c.left < 1.5 && l.runsInto(lines[i+1]))
	}
}

// runsInto reports whether a line that is not centred surely goes on in the next:
// it is full, and no sentence ends with it.
func (l *printed) runsInto(next *printed) bool {
	return !l.centred && follows(l, next) && !l.room(next) && !ends(l.text) && unicode.IsLower(firstRune(next.text))
}

func (l *printed) right() bool {
	c := l.column
	return !l.centred && c.right-l.u1 < 1.5*l.size && l.u0-c.left > 0.35*(c.right-c.left)
}

func (l *printed) indented() bool { return l.u0-l.column.left > 0.8*l.size }

// room reports whether the first word of next would have fitted on the line:
// then somebody ended it.
func (l *printed) room(next *printed) bool {
	return l.column.right-l.u1 > next.first+0.5*l.size
}

// label matches what begins a numbered unit or an item of a list.
var label = regexp.MustCompile(`^(?:\d{1,3}(?:[.-]\d{1,3}){0,4}[.)]\.?|\d{1,3}(?:\.\d{1,3}){1,4}|[а-яёa-zA-ZА-Я]\)|[-–—•·▪●○]|[IVXLC]{1,6}\.|§)(?:\s|$)` +
	`|^\d{1,3}(?:\.\p{Lu}|(?:-\d{1,3})?\)\pL)` + // glued to the text
	`|^(?:Статья|СТАТЬЯ|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Подраздел|Параграф|Приложение|ПРИЛОЖЕНИЕ)\s+[\dIVXLC№]` +
	`|^\d{1,3}(?:-\d{1,3})?-(?:бап|тарау|бөлім)|^(?:Сноска|Ескерту)\.`)

// heads matches the heading of a part of an act with its full stop, which no
// reference in a sentence has.
var heads = regexp.MustCompile(`^(?:Статья|СТАТЬЯ|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Подраздел|Параграф)\s+(?:\d[\d.-]*|[IVXLC]+)\.\s+[\p{Lu}(]`)

// enacting matches the word of an order that often is the bold end of its sentence.
var enacting = regexp.MustCompile(`^(?:\p{Lu}{5,}|\p{Lu}(?: \p{Lu}){4,}):$`)

// begins matches the first of several units, with which no line of prose begins.
var begins = regexp.MustCompile(`^1(?:\.|\))\s+\p{L}`)

// A paragraph is lines that belong together.
type paragraph struct {
	lines []*printed
	text  string
	note  bool // a footnote
}

// paragraphs joins printed lines; e may be nil.
func paragraphs(lines []*printed, h *hyphens, e *endings) []*paragraph {
	usual, overall := leadings(lines)
	var out []*paragraph
	for _, l := range lines {
		if k := len(out) - 1; k >= 0 && out[k].takes(l, usual(l), overall, e) {
			p := out[k]
			p.lines = append(p.lines, l)
			p.text = h.join(p.text, l.text)
			continue
		}
		out = append(out, &paragraph{lines: []*printed{l}, text: l.text})
	}
	for _, p := range out {
		p.text = strings.TrimSpace(strings.ReplaceAll(p.text, string(softHyphen), ""))
	}
	return slices.DeleteFunc(out, func(p *paragraph) bool { return p.text == "" })
}

// A typeface tells lines of one kind, headings from text.
type typeface struct {
	size float64
	bold bool
}

func (l *printed) typeface() typeface { return typeface{math.Round(2 * l.size), l.allBold()} }

// leadings finds the usual distance of lines of each typeface, and of all, in
// sizes of their letters.
func leadings(lines []*printed) (of func(*printed) float64, overall float64) {
	all := map[typeface][]float64{}
	var any []float64
	for i := 1; i < len(lines); i++ {
		if p, l := lines[i-1], lines[i]; follows(p, l) && p.typeface() == l.typeface() {
			if d := (p.v - l.v) / l.size; d > 0.8 && d < 3 {
				all[l.typeface()] = append(all[l.typeface()], d)
				any = append(any, d)
			}
		}
	}
	usual := typical(any)
	return func(l *printed) float64 {
		if d := all[l.typeface()]; len(d) > 0 {
			return min(typical(d), usual*1.6)
		}
		return usual
	}, usual
}

func typical(all []float64) float64 {
	if len(all) == 0 {
		return 1.2
	}
	slices.Sort(all)
	return all[len(all)*2/5] // gaps between paragraphs are the larger ones
}

// follows reports whether l stands below p in one column.
func follows(p, l *printed) bool {
	return p.page == l.page && p.turn == l.turn && l.v < p.v && (overlap(p, l) || sameColumn(p, l))
}

// sameColumn tells of a short line below the indent of the first that they are
// in one column all the same.
func sameColumn(a, b *printed) bool {
	return a.column.left == b.column.left && a.column.right > a.column.left && b.column.right > b.column.left
}

// apart is the gap, in sizes, between words of a line that are no prose.
const apart = 5

// takes reports whether l goes on with the paragraph.
func (para *paragraph) takes(l *printed, leading, overall float64, e *endings) bool {
	p := para.lines[len(para.lines)-1]
	end, room := ends(p.text), p.room(l)
	if p.turn != l.turn || !p.sizedLike(l) || !p.weighs(l) && (end || room || l.indented() || !enacting.MatchString(l.text)) {
		return false
	}
	goesOn := !end && unicode.IsLower(firstRune(l.text))
	if goesOn {
		leading = max(leading, overall) // headings of one line are the rule
	}
	switch {
	case follows(p, l):
		if d := (p.v - l.v) / l.size; d > leading*1.3 && d > leading+0.25 {
			return false
		}
	case p.page == l.page && (l.v < p.v || overlap(p, l)):
		return false // beside it, or above it in the same column
	}
	if p.gap > apart*p.size && !e.goesOn(para, l) {
		return false // a signature, a row without ruled lines: no text goes on from it
	}
	if strings.HasSuffix(p.text, "___") && !strings.HasPrefix(l.text, "_") {
		return false // a field to be filled in
	}
	if p.centred || l.centred {
		return p.centred && l.centred && (goesOn || !room || e.goesOn(para, l))
	}
	deeper := l.u0 - l.column.left - (p.u0 - p.column.left)
	if d := l.u0 - p.u0; p.page != l.page && math.Abs(d) < math.Abs(deeper) {
		deeper = d // the left edge of a page full of items is not that of others
	}
	labelled := label.MatchString(p.text)
	alone := len(para.lines) == 1
	switch {
	case label.MatchString(l.text) && (end || room || l.indented()):
		return false
	case e.goesOn(para, l):
		return true
	case begins.MatchString(l.text) && headed.MatchString(para.text), heads.MatchString(l.text):
		return false
	case deeper > 0.8*l.size && !(labelled && deeper < 5*l.size && (goesOn || !room)):
		return false // the first line of a new paragraph
	case l.indented() && math.Abs(deeper) <= 0.8*l.size && (end || e.indented()) && !room && alone:
		return false // two paragraphs of which the first just fills its line
	case !room && e.between(para, l):
		return false
	}
	return !room || goesOn && p.u1-p.column.left > 0.6*(p.column.right-p.column.left)
}

// sizedLike reports whether two lines may be of one paragraph by the size of
// their letters. Links may differ inside of a line.
func (l *printed) sizedLike(o *printed) bool {
	return sameSize(l.size, o.size) || l.mixes(o.size) || o.mixes(l.size)
}

// weighs reports whether two lines may be of one paragraph by their weight.
func (l *printed) weighs(o *printed) bool {
	return l.allBold() == o.allBold() || l.bold*2 > l.letters && o.bold*2 > o.letters
}

func sameSize(a, b float64) bool { return math.Abs(a-b) <= 0.12*max(a, b) }

// mixes reports whether a fair share of a line has letters of a size.
func (l *printed) mixes(size float64) bool {
	n := 0
	for i := range l.glyphs {
		n += count(!l.glyphs[i].blank() && sameSize(l.glyphs[i].size, size))
	}
	return n*5 > l.letters
}

// line is the paragraph as the rest of svod sees it.
func (para *paragraph) line() corpus.Line {
	first := para.lines[0]
	letters, bold, italic, red := 0, 0, 0, 0
	centred, right := true, true
	for _, l := range para.lines {
		letters += l.letters
		bold += l.bold
		italic += l.italic
		red += l.red
		centred = centred && l.centred
		right = right && l.right()
	}
	s := corpus.Style{Note: para.note, Bold: bold*2 > letters, Italic: italic*2 > letters, Red: red*2 > letters,
		Centred: centred, Right: right}
	if !centred && !right && first.turn == 0 {
		s.Indent = max(0, min(40, int(math.Round((first.u0-first.column.left)/(0.5*max(first.size, 1))))))
	}
	return corpus.Line{Text: para.text, Page: first.page.number, Style: s}
}
