package bodies

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"svod/compare/table"
)

// rating is the index of each body, with its place, and how far the place
// depends on the weights.
func (p *printer) rating(m *Matrix) *table.Table {
	ix := p.Study.Index
	percent := strconv.Itoa(int(math.Round(ix.Sensitivity * 100)))
	name := p.p["index"]
	if ix.Scale == ZScore {
		name = p.p["zindex"]
	}
	t := &table.Table{Caption: p.p.fill("rating", "index", cmp.Or(ix.Name, p.p["score"]), "of", p.of(m)), Source: p.made(), Base: p.base(m),
		Head:   [][]table.Cell{heading(p.p["place"], p.p["body"], name, p.p.fill("place_range", "d", percent), p.p["terms"])},
		Widths: []float64{0.8, 3, 1.2, 1.8, 1.4}, Notes: p.method(percent), Sheet: p.sheet(m, p.p["place"])}
	for _, row := range m.ranked() {
		s := row.Score
		counted := 0
		for _, term := range s.Terms {
			if !term.Left {
				counted++
			}
		}
		cells := []table.Cell{table.Text("–"), rowHead(p.name(row)), table.Text(p.none(s)), table.Text("–"),
			table.Text(p.p.fill("of", "n", strconv.Itoa(counted), "m", strconv.Itoa(len(s.Terms))))}
		if s.Undefined == "" {
			cells[0], cells[2], cells[3] = table.Text(span(s.Place)), p.index(s.Value), table.Text(span(s.Range))
			for _, i := range []int{0, 3} {
				cells[i].Basis = basis(func() table.Explanation { return p.explainPlace(m, row, cells[i]) })
			}
		}
		cells[2].Basis = basis(func() table.Explanation { return p.explainIndex(m, row) })
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// none says why there is no index.
func (p *printer) none(s *Score) string {
	if s.Undefined == "few-data" {
		return p.p["few-data"]
	}
	return p.p["undefined"]
}

// span prints places: 1, or 1–2 when they are shared.
func span(s [2]int) string {
	if s[0] == s[1] {
		return strconv.Itoa(s[0])
	}
	return fmt.Sprintf("%d–%d", s[0], s[1])
}

// index prints an index: of 0–1 in per cent, of deviations as it is.
func (p *printer) index(v float64) table.Cell {
	if p.Study.Index.Scale == ZScore {
		return table.Decimal(v)
	}
	return table.Percent(v)
}

// method says how the index is computed, and what was chosen.
func (p *printer) method(percent string) []string {
	ix := p.Study.Index
	formula := p.p.fill("formula", "scale", p.p["minmax"])
	if ix.Scale == ZScore {
		formula = p.p["formula_zscore"]
	}
	var weights []string
	for _, in := range p.Study.Indicators {
		if in.Weight > 0 {
			weights = append(weights, in.Name+" – "+p.number(in.Weight))
		}
	}
	missing := p.p[string(ix.Missing)]
	if ix.Least > 0 {
		missing += " " + p.p.fill("least", "p", p.percent(ix.Least))
	}
	return []string{formula, p.p.fill("weights", "weights", strings.Join(weights, "; ")), missing, p.p.fill("sensitivity", "d", percent)}
}

// explainIndex writes the index out: (3·1·0,8 + 2·1·0,7 + 1·0) / (3 + 2 + 1).
func (p *printer) explainIndex(m *Matrix, row *Row) table.Explanation {
	e := table.Explanation{What: p.about(m, row) + ": " + cmp.Or(p.Study.Index.Name, p.p["score"])}
	var got, all []string
	for _, t := range row.Score.Terms {
		i := p.column(t.Indicator)
		term := table.Term{Name: t.Indicator.Name + " (" + p.p["weight"] + " " + p.number(t.Indicator.Weight) + ")",
			Value: p.plain(t.Indicator, t.Value), Basis: basis(func() table.Explanation { return p.explain(m, row, i) })}
		if !t.Left {
			product := p.number(t.Indicator.Weight) + "·" + p.number3(t.Score)
			for _, f := range t.Value.Factors {
				product += "·" + p.number3(f)
			}
			got, all = append(got, product), append(all, p.number(t.Indicator.Weight))
		}
		e.Terms = append(e.Terms, term)
	}
	if row.Score.Undefined != "" {
		e.Value, e.Formula = table.Text(p.none(row.Score)), p.none(row.Score)
		return e
	}
	e.Value = p.index(row.Score.Value)
	e.Formula = "(" + strings.Join(got, " + ") + ") / (" + strings.Join(all, " + ") + ")"
	return e
}

// explainPlace names the indices that a place compares.
func (p *printer) explainPlace(m *Matrix, row *Row, shown table.Cell) table.Explanation {
	shown.Basis = nil
	e := table.Explanation{What: p.about(m, row) + ": " + p.p["place"], Value: shown,
		Formula: p.p.fill("sensitivity", "d", strconv.Itoa(int(math.Round(p.Study.Index.Sensitivity*100))))}
	for _, other := range m.ranked() {
		if other.Score.Undefined == "" {
			e.Terms = append(e.Terms, table.Term{Name: p.name(other), Value: p.index(other.Score.Value),
				Basis: basis(func() table.Explanation { return p.explainIndex(m, other) })})
		}
	}
	return e
}

func (p *printer) column(in *Indicator) int {
	for i, other := range p.Study.Indicators {
		if other == in {
			return i
		}
	}
	return -1
}

// number3 prints a score or a coefficient: three decimals at most.
func (p *printer) number3(v float64) string {
	s := strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	if p.lang == "en" {
		return s
	}
	return strings.ReplaceAll(s, ".", ",")
}

// ratingChart shows the index of the bodies that have one, the best first.
func (p *printer) ratingChart(m *Matrix) *table.Chart {
	ix := p.Study.Index
	c := &table.Chart{Kind: table.Bars, Caption: p.p.fill("chart", "index", cmp.Or(ix.Name, p.p["score"]), "of", p.of(m)), Source: p.made(), Base: p.base(m),
		Format: table.FormatPercent}
	if ix.Scale == ZScore {
		c.Format = table.FormatDecimal
	}
	s := table.Series{Name: cmp.Or(ix.Name, p.p["score"])}
	for _, row := range m.ranked() {
		c.Labels = append(c.Labels, p.name(row))
		v := row.Score.Value
		if row.Score.Undefined != "" {
			v = math.NaN()
		}
		s.Values = append(s.Values, v)
	}
	c.Series = []table.Series{s}
	return c
}
