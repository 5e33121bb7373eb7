package table

import (
	"math"
	"strings"
	"unicode/utf8"
)

// orientation says of each block whether it stands on a landscape page. A
// paragraph stays on the page where it is, a heading goes with its table, or
// upright with the text to the end.
func orientation(blocks []Block, w phrases) []bool {
	out := make([]bool, len(blocks))
	turned := make([]bool, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case *Table:
			turned[i] = b.turned(w)
		case *Chart:
			turned[i] = b.wide(w)
		}
	}
	next := func(i int) (bool, bool) {
		for ; i < len(blocks); i++ {
			if _, text := blocks[i].(*Paragraph); !text {
				return turned[i], true
			}
		}
		return false, true // text to the end
	}
	here, _ := next(0)
	heading := true // since the last table: what follows it belongs to the next
	for i, b := range blocks {
		if p, text := b.(*Paragraph); !text {
			here, heading = turned[i], false
		} else {
			heading = heading || p.Level > 0
			if turned, ok := next(i); ok && heading {
				here = turned
			}
		}
		out[i] = here
	}
	return out
}

// turned says whether a table needs a landscape page. One that asks for it
// stands upright all the same if no word is torn there and its rows stay low:
// each turned page costs the empty rest of the page before it.
func (t *Table) turned(w phrases) bool {
	const lowRow, mean = 6, 3                                 // lines of the highest row, and on average
	if !t.Landscape || t.Key > 0 || t.Whole || t.redlined() { // texts side by side are always turned
		return t.Landscape
	}
	letters := t.letters(pageShort - marginLeft - marginRight)
	head, body := t.grids()
	need := 0.0
	for _, n := range longestWords(head, body, w) {
		need += n
	}
	if need > letters {
		return true
	}
	shares := t.shares(w, letters)
	sum := 0.0
	for _, row := range body.rows {
		n := rowLines(row, shares, letters, w)
		if sum += n; n > lowRow {
			return true
		}
	}
	return sum > math.Max(mean*float64(len(body.rows)), halfPage)
}

// redlined tells whether the table shows changes of texts.
func (t *Table) redlined() bool {
	for _, row := range t.Rows {
		for _, c := range row {
			for _, r := range c.Runs {
				if r.Mark == MarkInserted || r.Mark == MarkDeleted || r.Mark == MarkMoved {
					return true
				}
			}
		}
	}
	return false
}

// letters returns how many letters of the table stand side by side in a width
// of twentieths of a point: a letter is half as wide as high.
func (t *Table) letters(width int) float64 { return float64(width) / (t.size() * 10) }

// size returns the height of the table's letters in points.
func (t *Table) size() float64 {
	if t.FontSize > 0 {
		return t.FontSize
	}
	return 10
}

// rowLines estimates how many lines of text a row is high.
func rowLines(row []place, shares []float64, letters float64, w phrases) float64 {
	most := 1.0
	for _, q := range row {
		if q.Cell == nil || q.below || q.rows > 1 {
			continue
		}
		wide := -2.0 // the cell's margins
		for _, s := range shares[q.col : q.col+q.cols] {
			wide += s * letters
		}
		lines := 0.0
		for para := range strings.SplitSeq(plain(q.runs(w)), "\n") {
			lines += math.Max(math.Ceil(float64(utf8.RuneCountInString(para))/math.Max(wide, 1)), 1)
		}
		most = math.Max(most, lines)
	}
	return most
}
