package extract

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Tables without ruled lines show by white channels that run down between their
// columns. Prose has such channels too, by chance or between its columns, so
// only what is surely a table is made one: many rows in three columns or more,
// or in two of which one has figures. All else stays lines in their order.

const (
	channel   = 0.4 // of the size: the least width of a channel
	wide      = 0.8 // of the size: the least gap that parts words of a line into cells
	surely    = 3   // rows that have text in three columns or more
	rowsOfTwo = 4   // rows that a table of two columns has
	loose     = 6.0 // of the size: the largest step between rows of a table
	tight     = 1.5 // of the size: the largest step between lines of a cell
	clearly   = 0.3 // of the size: the least difference of two steps that tells
)

// A piece is a part of a printed line without a wide gap in it.
type piece struct {
	u0, u1 float64
	glyphs []glyph
	order  int // of drawing
}

// A band is what stands on one baseline.
type band struct {
	v, size float64
	pieces  []piece
	lines   []*printed
}

// openTables puts the tables without ruled lines in the place of their lines.
func openTables(p *pdfPage, lines []*printed) []*printed {
	all := bands(lines)
	if len(all) > maxBands {
		return lines // a drawing
	}
	done := 0
	for lo := 0; lo < len(all); {
		hi, gaps := tableEnd(all, lo)
		if !isTable(all[lo:hi], gaps) {
			lo++
			continue
		}
		lo, hi, gaps = withoutHead(all, lo, hi, gaps)
		if !isTable(all[lo:hi], gaps) {
			lo++
			continue
		}
		top := withTop(all, lo, done, gaps)
		t := newOpenTable(p, all[top:hi], gaps)
		if t == nil {
			lo++
			continue
		}
		taken := map[*printed]bool{}
		for _, b := range all[top:hi] {
			for _, l := range b.lines {
				taken[l] = true
			}
		}
		lines = replaceLines(lines, taken, t)
		lo, done = hi, hi
	}
	return lines
}

const (
	longestHead = 8   // lines
	maxBands    = 400 // of a page: no printed page has so many lines
	maxPieces   = 100 // of a line
)

// withoutHead leaves out the lines at the beginning of a table that hide some of
// its channels: a head over several columns, or a wide first row. A row with a
// piece for each column stays all the same.
func withoutHead(all []*band, lo, hi int, gaps []column) (int, int, []column) {
	first := lo
	if lo > 0 && lo+1 < hi && !hasFigures(all[lo]) && all[lo-1].v-all[lo].v <= tight*all[lo].size {
		first++ // the head began above
	}
	for from := lo + 1; from < hi && from <= lo+longestHead && (from <= lo+2 || !hasFigures(all[from-1])); from++ {
		end, more := tableEnd(all, from)
		if end < hi || len(more) <= len(gaps) || !isTable(all[from:end], more) {
			continue
		}
		for from < end-1 && !hasFigures(all[from]) && all[from-1].v-all[from].v <= tight*all[from].size {
			from++ // the last lines of the head
		}
		first, hi, gaps = from, end, more
	}
	for first > lo && len(all[first-1].pieces) == len(gaps)+1 {
		first--
	}
	return first, hi, gaps
}

// bands sorts the lines of a page by their baselines, from above.
func bands(lines []*printed) []*band {
	var out []*band
	for i, l := range lines {
		if l.table == nil && l.turn == 0 {
			out = append(out, &band{l.v, l.size, pieces(l, i), []*printed{l}})
		}
	}
	slices.SortStableFunc(out, func(a, b *band) int { return cmp.Compare(b.v, a.v) })
	kept := out[:0]
	for _, b := range out {
		if k := len(kept) - 1; k >= 0 && kept[k].v-b.v < 0.3*b.size {
			kept[k].pieces = append(kept[k].pieces, b.pieces...)
			kept[k].lines = append(kept[k].lines, b.lines...)
			continue
		}
		kept = append(kept, b)
	}
	for _, b := range kept {
		slices.SortStableFunc(b.pieces, func(a, b piece) int { return cmp.Compare(a.u0, b.u0) })
	}
	return kept
}

// pieces cuts a line at its wide gaps.
func pieces(l *printed, order int) []piece {
	if l.gap < channel*l.size {
		return []piece{{l.u0, l.u1, l.glyphs, order}}
	}
	var out []piece
	for _, g := range l.glyphs {
		if g.blank() {
			continue
		}
		if k := len(out) - 1; k >= 0 {
			gap := (g.u - out[k].u1) / l.size
			if last := out[k].glyphs[len(out[k].glyphs)-1]; gap < channel || gap < wide && !(inFigure(last.text) && inFigure(g.text)) {
				out[k].glyphs = append(out[k].glyphs, g)
				out[k].u1 = max(out[k].u1, g.end)
				continue
			}
		}
		out = append(out, piece{g.u, g.end, []glyph{g}, order})
	}
	return out
}

// inFigure reports whether a sign may be the first or last of a figure: those
// stand nearer to each other than words do.
func inFigure(s string) bool {
	return len(s) == 1 && (s[0] >= '0' && s[0] <= '9' || s[0] == '-' || s[0] == '%')
}

// spread joins intervals that meet, sorted.
func spread(all []column) []column {
	slices.SortFunc(all, func(a, b column) int { return cmp.Compare(a.left, b.left) })
	var out []column
	for _, c := range all {
		if k := len(out) - 1; k >= 0 && c.left <= out[k].right {
			out[k].right = max(out[k].right, c.right)
			continue
		}
		out = append(out, c)
	}
	return out
}

// channels returns the gaps between intervals that are wide enough.
func channels(covered []column, size float64) []column {
	var out []column
	for i := 1; i < len(covered); i++ {
		if covered[i].left-covered[i-1].right >= channel*size {
			out = append(out, column{covered[i-1].right, covered[i].left})
		}
	}
	return out
}

// tableEnd goes down from a band as long as no channel is closed, and returns
// where that ends, with the channels. A line all by itself may cross them, if
// the table goes on below it.
func tableEnd(all []*band, lo int) (end int, gaps []column) {
	if n := len(all[lo].pieces); n < 2 || n > maxPieces {
		return lo + 1, nil
	}
	var covered []column
	end = lo
	for i := lo; i < len(all); i++ {
		b := all[i]
		if len(b.pieces) > maxPieces || i > lo && all[i-1].v-b.v > loose*max(b.size, all[i-1].size) {
			break
		}
		with := slices.Clone(covered)
		for _, p := range b.pieces {
			with = append(with, column{p.u0, p.u1})
		}
		with = spread(with)
		now := channels(with, b.size)
		if len(now) < len(gaps) || i > lo && len(now) == 0 {
			if len(b.pieces) == 1 && i == end { // a heading of some rows, perhaps
				continue
			}
			break
		}
		covered, gaps, end = with, now, i+1
	}
	return withoutTail(all, lo, end), gaps
}

// withoutTail leaves out text that stands alone and apart below a table.
func withoutTail(all []*band, lo, end int) int {
	var steps []float64
	for i := lo + 1; i < end; i++ {
		steps = append(steps, all[i-1].v-all[i].v)
	}
	slices.Sort(steps)
	for end > lo+1 && len(all[end-1].pieces) == 1 && all[end-2].v-all[end-1].v > min(1.3*steps[len(steps)/2], tight*all[end-1].size) {
		end--
	}
	return end
}

// figure matches what stands in columns of numbers, dates and marks.
var figure = regexp.MustCompile(`^(?:[-+–—−]?\d[\d\s.,:%/]*(?:[-–]\d[\d.,]*)?%?|[-–—+]|x|х|г\.|руб\.|тг|тенге|да|нет)+$`)

// withTop takes in the lines above a table that its first cell begins with.
func withTop(all []*band, lo, from int, gaps []column) int {
	for k := lo - 1; k >= from && len(all[k].pieces) == 1 && !crosses(all[k].pieces[0], gaps) &&
		all[k].v-all[k+1].v <= tight*all[k].size && !ends(textOf(all[k].pieces[0])); k-- {
		if share(cellsOf(all[k], gaps), cellsOf(all[k+1], gaps)) || k+2 < len(all) && share(cellsOf(all[k], gaps), cellsOf(all[k+2], gaps)) {
			lo = k
		}
	}
	return lo
}

func hasFigures(b *band) bool {
	return slices.ContainsFunc(b.pieces, func(p piece) bool { return figure.MatchString(textOf(p)) })
}

// isTable reports whether bands with these channels surely are a table.
func isTable(rows []*band, gaps []column) bool {
	if len(gaps) == 0 {
		return false
	}
	full, two, labels, figures, crowded := 0, 0, 0, 0, 0
	var drawn []piece
	for _, b := range rows {
		n := len(cellsOf(b, gaps))
		full += count(n >= 3)
		crowded += count(figuresTogether(b, gaps))
		if n >= 2 {
			two++
			labels += count(label.MatchString(textOf(b.pieces[0]) + " "))
			figures += count(figure.MatchString(textOf(b.pieces[len(b.pieces)-1])))
		}
		drawn = append(drawn, b.pieces...)
	}
	if crowded*10 > len(rows) {
		return false // columns of figures too near to each other to tell apart
	}
	if len(gaps) == 1 {
		return two >= rowsOfTwo && two*4 >= len(rows)*3 && labels*4 < two && figures*3 >= two*2
	}
	if full < surely || full*3 < len(rows) {
		return false
	}
	return !drawnByColumns(drawn, gaps) && !stretched(rows)
}

// drawnByColumns reports whether all on one side of a channel was drawn before
// all on the other: so columns of prose are, rows of a table are not.
func drawnByColumns(all []piece, gaps []column) bool {
	for k := range gaps {
		var left, right []int
		for _, p := range all {
			if placeOf(p, gaps) <= k {
				left = append(left, p.order)
			} else {
				right = append(right, p.order)
			}
		}
		if len(left) < surely || len(right) < surely {
			continue
		}
		if slices.Max(left) < slices.Min(right) || slices.Max(right) < slices.Min(left) {
			return true
		}
	}
	return false
}

// stretched reports whether wide gaps are but those of justified lines: equal,
// and between all words.
func stretched(rows []*band) bool {
	n := 0
	for _, b := range rows {
		if len(b.lines) > 1 || len(b.pieces) < 3 || len(b.pieces) != len(strings.Fields(b.lines[0].text)) {
			continue
		}
		least, most := math.Inf(1), 0.0
		for i := 1; i < len(b.pieces); i++ {
			gap := b.pieces[i].u0 - b.pieces[i-1].u1
			least, most = min(least, gap), max(most, gap)
		}
		n += count(most-least < 0.1*b.size)
	}
	return n*2 >= len(rows)
}

// figuresTogether reports whether two figures of a band would be in one cell.
func figuresTogether(b *band, gaps []column) bool {
	if len(b.pieces) == len(gaps)+1 {
		return false
	}
	for i := 1; i < len(b.pieces); i++ {
		p, q := b.pieces[i-1], b.pieces[i]
		if placeOf(p, gaps) == placeOf(q, gaps) && figure.MatchString(textOf(p)) && figure.MatchString(textOf(q)) {
			return true
		}
	}
	return false
}

func textOf(p piece) string {
	var b strings.Builder
	for i := range p.glyphs {
		if i > 0 && p.glyphs[i].u-p.glyphs[i-1].end > wordGap*p.glyphs[i].size {
			b.WriteByte(' ')
		}
		b.WriteString(p.glyphs[i].text)
	}
	return b.String()
}

// placeOf is the number of channels left of a piece.
func placeOf(p piece, gaps []column) int {
	n := 0
	for n < len(gaps) && gaps[n].right <= p.u0+0.01 {
		n++
	}
	return n
}

// cellsOf returns the columns in which a band has text.
func cellsOf(b *band, gaps []column) map[int][]glyph {
	out := map[int][]glyph{}
	each := len(b.pieces) == len(gaps)+1 && slices.ContainsFunc(b.pieces, func(p piece) bool { return crosses(p, gaps) })
	for i, p := range b.pieces {
		k := placeOf(p, gaps)
		if each { // one after the other, wherever it stands
			k = i
		}
		out[k] = append(out[k], p.glyphs...)
	}
	return out
}

// crosses reports whether a piece reaches into a channel.
func crosses(p piece, gaps []column) bool {
	return slices.ContainsFunc(gaps, func(g column) bool { return p.u0 < g.right && p.u1 > g.left })
}

// newOpenTable makes a table of bands, nil if its rows can't be told from the
// lines of its cells.
func newOpenTable(p *pdfPage, rows []*band, gaps []column) *pdfTable {
	t := &pdfTable{page: p}
	left, right := math.Inf(1), math.Inf(-1)
	for _, b := range rows {
		left, right = min(left, b.pieces[0].u0), max(right, b.pieces[len(b.pieces)-1].u1)
	}
	t.xs = append(t.xs, left-1)
	for _, g := range gaps {
		t.xs = append(t.xs, (g.left+g.right)/2)
	}
	t.xs = append(t.xs, right+1)
	groups := ruledGroups(p, rows, t.xs[0], t.xs[len(t.xs)-1])
	if groups == nil || slices.ContainsFunc(groups, func(g []*band) bool { return severalRows(g, gaps) }) {
		if groups = rowGroups(rows, gaps); torn(groups, gaps) {
			return nil
		}
	}
	t.ys = append(t.ys, rows[0].v+rows[0].size)
	for r, group := range groups {
		row := make([]*gridCell, len(gaps)+1)
		if len(group) == 1 && len(group[0].pieces) == 1 && crosses(group[0].pieces[0], gaps) {
			c := &gridCell{row: r, rows: 1, cols: len(row), glyphs: group[0].pieces[0].glyphs}
			for k := range row {
				row[k] = c
			}
			t.cells = append(t.cells, c)
		} else {
			for k := range row {
				row[k] = &gridCell{row: r, col: k, rows: 1, cols: 1}
				t.cells = append(t.cells, row[k])
			}
			for _, b := range group {
				for k, g := range cellsOf(b, gaps) {
					row[k].glyphs = append(row[k].glyphs, g...)
				}
			}
		}
		t.of = append(t.of, row)
		last := group[len(group)-1]
		t.ys = append(t.ys, last.v-0.3*last.size)
	}
	return t
}

// ruledGroups groups the bands that lines across the table part from others,
// nil if there are none.
func ruledGroups(p *pdfPage, rows []*band, left, right float64) [][]*band {
	if len(p.rules) > maxGrid {
		return nil
	}
	var out [][]*band
	var across []float64
	for _, r := range joinRules(p.rules) {
		if !r.vertical && r.lo < left+0.1*(right-left) && r.hi > right-0.1*(right-left) {
			across = append(across, r.at)
		}
	}
	for i, b := range rows {
		if i > 0 && !slices.ContainsFunc(across, func(v float64) bool { return v < rows[i-1].v && v > b.v }) {
			out[len(out)-1] = append(out[len(out)-1], b)
			continue
		}
		out = append(out, []*band{b})
	}
	if len(out) < surely {
		return nil
	}
	return out
}

// severalRows reports whether bands are more than one row: a column has more
// than one figure.
func severalRows(group []*band, gaps []column) bool {
	n := make([]int, len(gaps)+1)
	for _, b := range group {
		for _, p := range b.pieces {
			k := placeOf(p, gaps)
			n[k] += count(figure.MatchString(textOf(p)))
		}
	}
	return slices.ContainsFunc(n, func(n int) bool { return n > 1 })
}

// torn reports whether grouping tore rows apart: a word is divided between two
// of them, sentences go on from one to the next, or many have little text.
func torn(groups [][]*band, gaps []column) bool {
	little, goesOn := 0, 0
	var last map[int]string
	for _, group := range groups {
		now := map[int]string{}
		for _, b := range group {
			for _, p := range b.pieces {
				k := placeOf(p, gaps)
				if now[k] == "" && isHyphen(lastRune(last[k])) && unicode.IsLower(firstRune(textOf(p))) {
					return true
				}
				if k > 0 && now[k] == "" && last[k] != "" && !ends(last[k]) && unicode.IsLower(firstRune(textOf(p))) {
					goesOn++
				}
				now[k] = textOf(p)
			}
		}
		little += count(len(now)*2 < len(gaps)+1)
		last = now
	}
	return little*4 > len(groups) || goesOn >= 2 && goesOn*4 > len(groups)
}

// rowGroups groups the bands that are one row of the table. Lines that follow
// each other closely in a column are one cell; what stands beside them is in
// their row. Where so several full rows would become one, because rows are no
// farther apart than lines, a band with text in few columns belongs to the
// fuller one that is clearly nearer.
func rowGroups(rows []*band, gaps []column) [][]*band {
	n := len(rows)
	cells := make([]map[int][]glyph, n)
	full, across := make([]bool, n), make([]bool, n)
	for i, b := range rows {
		cells[i] = cellsOf(b, gaps)
		full[i] = len(cells[i])*2 > len(gaps)+1 || len(cells[i]) >= 3
		across[i] = len(b.pieces) == 1 && crosses(b.pieces[0], gaps)
	}
	step := func(i int) float64 { // between a band and the next, in sizes
		if i < 0 || i+1 >= n {
			return math.Inf(1)
		}
		return (rows[i].v - rows[i+1].v) / rows[i].size
	}
	closely := make([]bool, n) // together with the band above, by the cells
	for i := range rows {
		last := i - 1
		for ; last >= 0 && rows[last].v-rows[i].v <= tight*rows[i].size; last-- {
			if !across[i] && !across[last] && share(cells[i], cells[last]) {
				for k := last + 1; k <= i; k++ {
					closely[k] = true
				}
				break
			}
		}
	}
	// Where figures stand on the first line of their row, text goes on below
	// them; where they stand on the last, above.
	above, below := 0, 0
	nearer := func(i int) int {
		switch a, b := step(i-1), step(i); {
		case full[i] || across[i]:
		case a < b-clearly && a <= tight:
			return -1
		case b < a-clearly && b <= tight:
			return 1
		}
		return 0
	}
	for i := range rows {
		above += count(nearer(i) < 0)
		below += count(nearer(i) > 0)
	}
	joined := make([]bool, n) // with the band above, by distances
	for i := range rows {
		if full[i] || across[i] {
			continue
		}
		a, b := step(i-1), step(i)
		switch {
		case nearer(i) < 0 || nearer(i) == 0 && a <= tight && above > 2*below:
			joined[i] = true
		case nearer(i) > 0 || b <= tight && below > 2*above:
			joined[i+1] = true
		}
	}
	var out [][]*band
	for lo := 0; lo < n; {
		hi, fulls := lo+1, count(full[lo])
		for hi < n && closely[hi] {
			fulls += count(full[hi])
			hi++
		}
		for i := lo; i < hi; i++ {
			if i > lo && (fulls <= 1 || joined[i]) {
				out[len(out)-1] = append(out[len(out)-1], rows[i])
				continue
			}
			out = append(out, []*band{rows[i]})
		}
		lo = hi
	}
	return out
}

// share reports whether both have text in one column.
func share(a, b map[int][]glyph) bool {
	for k := range a {
		if _, ok := b[k]; ok {
			return true
		}
	}
	return false
}

// replaceLines puts a table in the place of the first of its lines.
func replaceLines(lines []*printed, of map[*printed]bool, t *pdfTable) []*printed {
	var out []*printed
	done := false
	for _, l := range lines {
		switch {
		case !of[l]:
			out = append(out, l)
		case !done:
			done = true
			out = append(out, &printed{page: t.page, table: t, v: t.ys[0], u0: t.xs[0], u1: t.xs[len(t.xs)-1]})
		}
	}
	return out
}
