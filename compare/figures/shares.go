package figures

import (
	"math"
)

// shares checks the per cents of a table against its counts. Which count and
// which base a per cent belongs to is learnt from the table: a base is believed
// in when most per cents are right with it.
func (g *grid) shares(c *Checked) {
	cols := g.series()
	rows := g.lines(cols)
	for _, col := range cols {
		switch {
		case col.kind == seriesPercent && col.numbers > 1:
			for k := col.index - 1; k >= 0; k-- { // the count stands to the left, as a rule next to it
				if cols[k].kind == seriesCounts {
					g.shareColumn(c, cols, rows, col.index, k)
					break
				}
			}
		case col.kind == seriesCounts:
			g.shareColumn(c, cols, rows, -1, col.index) // «52 (35,9 %)»
		}
	}
}

// A ratio is a per cent with the count and the base that it may be of.
type ratio struct {
	stated float64
	places int
	count  [2]int // row and column
	base   [2]int
	at     [2]int // of the per cent
}

// shareColumn checks the per cents of one column, or those in the cells of the
// counts themselves.
func (g *grid) shareColumn(c *Checked, cols []series, rows []line, at, counts int) {
	var bases [][2]int // column of the base, -1 for the total row of the counts; that row
	for _, b := range cols {
		if b.whole && b.kind == seriesCounts && b.index != counts {
			bases = append(bases, [2]int{b.index, -1})
		}
	}
	for _, r := range rows {
		if r.whole && g.at(r.index, counts).value.kind == isNumber {
			bases = append(bases, [2]int{-1, r.index})
		}
	}
	for _, b := range bases {
		var rs []ratio
		right := 0
		for _, r := range rows {
			n := g.at(r.index, counts)
			if n.covered || n.value.kind != isNumber {
				continue
			}
			x := ratio{count: [2]int{r.index, counts}, at: [2]int{r.index, counts}, base: [2]int{r.index, b[0]}}
			if b[0] < 0 {
				x.base = [2]int{b[1], counts}
			}
			if at < 0 {
				x.stated, x.places = n.value.share, n.value.shares
			} else if s := g.at(r.index, at); s.value.kind == isNumber && !s.covered {
				x.stated, x.places, x.at = s.value.number, s.value.places, [2]int{r.index, at}
			} else {
				continue
			}
			base := g.at(x.base[0], x.base[1])
			if x.places < 0 || base.value.kind != isNumber || base.value.number == 0 || x.base == x.count {
				continue
			}
			rs = append(rs, x)
			if g.right(x) {
				right++
			}
		}
		if right < 3 || right*4 < len(rs)*3 {
			continue
		}
		for _, x := range rs {
			count, base, stated := g.figure(x.count[0], x.count[1]), g.figure(x.base[0], x.base[1]), g.figure(x.at[0], x.at[1])
			label, _ := g.rowLabel(x.at[0])
			stated.Label, stated.Value = label, x.stated
			count.Label = label
			base.Label, _ = g.rowLabel(x.base[0])
			if b[0] >= 0 {
				base.Label = cols[b[0]].label
			}
			if g.right(x) {
				c.Holds = append(c.Holds, Sum{g.doc, FindingShare, g.address, g.caption, stated, []Figure{count, base}, true})
				continue
			}
			c.Findings = append(c.Findings, Finding{Document: g.doc, Code: FindingShare, Table: g.address, Caption: g.caption, Whole: stated, Parts: []Figure{count, base},
				Computed: clean(g.percent(x), x.places), Places: x.places, Percent: true, Odd: -1})
		}
		return
	}
}

func (g *grid) percent(x ratio) float64 {
	return 100 * g.at(x.count[0], x.count[1]).value.number / g.at(x.base[0], x.base[1]).value.number
}

// right: the per cent is that of the count and the base, but for rounding of
// the last place, up or down.
func (g *grid) right(x ratio) bool {
	return math.Abs(g.percent(x)-x.stated) < math.Pow10(-x.places)+1e-9
}
