package table

// halfPage is how many lines of a table fill half of a page.
const halfPage = 26

// keeps says of each row of a table's body whether it stays with what follows
// it: the row below, or the notes below the last. A table of half a page is not
// divided; of a longer one neither the first rows are left behind with the head,
// nor do notes go to the next page alone.
func (t *Table) keeps(body grid, shares []float64, letters float64, w phrases) []bool {
	out := make([]bool, len(body.rows))
	if t.Key > 0 { // its author writes into it: nobody knows how long it gets
		return out
	}
	if len(body.rows) > halfPage { // no need to look
		bind(out)
		return out
	}
	high := 0.0
	for i, row := range body.rows {
		high += rowLines(row, shares, letters, w)
		out[i] = true
	}
	if high > halfPage {
		clear(out)
		bind(out)
	}
	return out
}

// bind holds the first two rows together, and the last two with the notes.
func bind(keeps []bool) {
	n := len(keeps)
	for i := range keeps {
		keeps[i] = i == 0 || i >= n-2
	}
}
