package table

import (
	"math"
	"strings"
	"unicode/utf8"
)

// A place is one rectangle of a row of a grid: a cell, the continuation of a
// cell from above, or a hole.
type place struct {
	*Cell      // nil in a hole
	col        int
	cols, rows int
	below      bool // continues a cell of a row above
}

// A grid is rows of cells laid out in columns: every row is filled from the
// first column to the last, spans do not reach beyond the table.
type grid struct {
	cols int
	rows [][]place
}

// grids lays out a table's head and body in the same columns.
func (t *Table) grids() (head, body grid) {
	cols := max(layout(t.Head, 0).cols, layout(t.Rows, 0).cols, 1)
	return layout(t.Head, cols), layout(t.Rows, cols)
}

// layout places cells; it fills rows to cols columns, or finds their number
// when cols is 0.
func layout(rows [][]Cell, cols int) grid {
	g := grid{cols: cols, rows: make([][]place, len(rows))}
	var above []place // per column: the cell that reaches down to here
	var left []int    // per column: rows that it still covers
	for i := range rows {
		var out []place
		col := 0
		at := func(c int) bool { return c < len(left) && left[c] > 0 }
		covered := func() {
			for at(col) {
				p := above[col]
				p.below, p.col = true, col
				for k := range p.cols {
					left[col+k]--
				}
				out = append(out, p)
				col += p.cols
			}
		}
		for j := range rows[i] {
			covered()
			c := &rows[i][j]
			p := place{Cell: c, col: col, cols: max(c.Cols, 1), rows: min(max(c.Rows, 1), len(rows)-i)}
			if c.Group && len(rows[i]) == 1 && c.Cols == 0 && cols > 0 {
				p.cols = cols - col
			}
			for k := 1; k < p.cols; k++ {
				if at(col + k) {
					p.cols = k
				}
			}
			for len(left) < col+p.cols {
				left, above = append(left, 0), append(above, place{})
			}
			above[col] = p
			for k := range p.cols {
				left[col+k] = p.rows - 1
			}
			out = append(out, p)
			col += p.cols
		}
		for covered(); col < max(cols, len(left)); covered() {
			out = append(out, place{col: col, cols: 1, rows: 1})
			col++
		}
		if cols == 0 {
			g.cols = max(g.cols, col)
			continue
		}
		g.rows[i] = out
	}
	return g
}

// shares returns the columns' widths as parts of 1: the given ones, but so that
// no word is torn, or by content. A column gets room for its longest word, and the rest is given out
// by the length of its texts, so that cells of a row end at about the same height.
// total is how many letters fit into a line of the table.
func (t *Table) shares(w phrases, total float64) []float64 {
	head, body := t.grids()
	n := body.cols
	out := make([]float64, n)
	if len(t.Widths) >= n {
		sum := 0.0
		for i := range out {
			out[i] = math.Max(t.Widths[i], 0)
			sum += out[i]
		}
		if sum > 0 {
			for i := range out {
				out[i] /= sum
			}
			widen(out, head, body, w, total)
			return out
		}
	}
	least := longestWords(head, body, w)
	square, count, longest := make([]float64, n), make([]float64, n), make([]float64, n)
	for g, rows := range [][][]place{head.rows, body.rows} {
		for _, row := range rows {
			for _, p := range row {
				if p.Cell == nil || p.below || p.cols > 1 {
					continue
				}
				text := plain(p.runs(w))
				c := p.col
				size := float64(utf8.RuneCountInString(text))
				for line := range strings.SplitSeq(text, "\n") {
					longest[c] = math.Max(longest[c], float64(utf8.RuneCountInString(line)))
				}
				if size > 0 && g == 1 {
					size = math.Min(size, 600)
					square[c] += size * size
					count[c]++
				}
			}
		}
	}
	sumLeast, sumWant := 0.0, 0.0
	want := make([]float64, n)
	for c := range want {
		want[c] = least[c]
		if count[c] > 0 {
			want[c] = math.Max(least[c], math.Min(math.Sqrt(square[c]/count[c])+2, longest[c]+2))
		}
		sumLeast += least[c]
		sumWant += want[c]
	}
	for c := range out {
		switch {
		case sumWant <= total:
			out[c] = want[c] / sumWant
		case sumLeast >= total:
			out[c] = least[c] / sumLeast
		default:
			out[c] = (least[c] + (want[c]-least[c])*(total-sumLeast)/(sumWant-sumLeast)) / total
		}
	}
	return out
}

// longestWords returns the room that each column needs for its words, with the
// margins of a cell. Words that are longer than most may be broken.
func longestWords(head, body grid, w phrases) []float64 {
	const most, wide, bold, indent, margins = 22, 1.06, 1.15, 2.3, 2 // wide: words of щ and ж
	need := make([]float64, body.cols)
	for c := range need {
		need[c] = 2 + margins
	}
	for g, rows := range [][][]place{head.rows, body.rows} {
		for _, row := range rows {
			for _, p := range row {
				if p.Cell == nil || p.below || p.cols > 1 {
					continue
				}
				text := plain(p.runs(w))
				if p.isNumber() || ciphers(text) {
					text = whole(text)
				}
				for word := range strings.FieldsFuncSeq(text, breaks) {
					n := math.Min(float64(utf8.RuneCountInString(word)), most)
					if g == 0 || p.Head {
						n *= bold
					} else if !p.isNumber() {
						n *= wide
					}
					if g == 1 {
						n += indent * float64(p.Indent)
					}
					need[p.col] = math.Max(need[p.col], n+margins)
				}
			}
		}
	}
	for _, p := range spanning(head) {
		word := longestWord(plain(p.runs(w)))
		stretch(need[p.col:p.col+p.cols], math.Min(float64(word), most)*bold+margins)
	}
	return need
}

// spanning returns the cells of a head that lie over several columns.
func spanning(head grid) []place {
	var out []place
	for _, row := range head.rows {
		for _, p := range row {
			if p.Cell != nil && !p.below && p.cols > 1 {
				out = append(out, p)
			}
		}
	}
	return out
}

// longestWord returns how many columns of a terminal the longest word takes.
func longestWord(s string) int {
	n := 0
	for word := range strings.FieldsFuncSeq(s, isSpace) {
		n = max(n, textWidth(word))
	}
	return n
}

// stretch widens columns alike to what they need together.
func stretch(columns []float64, together float64) {
	for _, n := range columns {
		together -= n
	}
	for i := range columns {
		columns[i] += math.Max(together, 0) / float64(len(columns))
	}
}

// widen gives columns room for their words, at the cost of the others.
func widen(shares []float64, head, body grid, w phrases, total float64) {
	need := longestWords(head, body, w)
	for c := range need {
		need[c] /= total
	}
	lack, spare := 0.0, 0.0
	for c, s := range shares {
		lack += math.Max(need[c]-s, 0)
		spare += math.Max(s-need[c], 0)
	}
	if lack == 0 || spare <= lack {
		return
	}
	for c, s := range shares {
		if s < need[c] {
			shares[c] = need[c]
		} else {
			shares[c] -= (s - need[c]) * lack / spare
		}
	}
}

// isSpace tells where lines may break; at no-break spaces they may not.
func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// breaks tells where lines of a page may break: addresses go on in another line.
func breaks(r rune) bool { return isSpace(r) || r == '/' }

// whole makes a number one word, and so an interval: «< 0,001», «[0,7; 0,9]».
func whole(number string) string { return strings.ReplaceAll(number, " ", "\u00a0") }
