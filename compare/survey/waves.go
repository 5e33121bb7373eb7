package survey

import (
	"slices"
	"strconv"

	"svod/compare/stat"
	"svod/compare/table"
)

// waves sets answers before and after beside each other: of the same people by
// paired tests, else of two samples.
func (x *reporter) waves(after *Answers) (*table.Table, error) {
	later := &reporter{after, x.p, x.lang}
	pairs := x.pairs(after)
	out := &table.Table{Caption: x.p.Waves, Source: x.source(), Base: x.base(len(x.Respondents)) + "; " + x.base(len(after.Respondents)),
		Head: [][]table.Cell{table.Heads(x.p.Question, x.p.Answer, with(x.p.Before, strconv.Itoa(len(x.Respondents))), with(x.p.After, strconv.Itoa(len(after.Respondents))),
			x.p.Change, x.p.Test, x.p.P)}, Landscape: true}
	if len(pairs) > 0 {
		out.Notes = append(out.Notes, with(x.p.Pairs, strconv.Itoa(len(pairs))))
	} else {
		out.Notes = append(out.Notes, x.p.Unpaired)
	}
	for at, q := range x.Survey.Questions {
		if q.Kind == Number || q.Kind == Open {
			continue
		}
		before, now := x.tabulate(at, all), later.tabulate(at, all)
		shown := q.positive()
		if q.Kind != Scale || len(shown) == 0 {
			shown = nil
			for v := range q.Values {
				out.Rows = append(out.Rows, x.changed(later, q, at, q.Values[v].Label, []int{v}, before, now, pairs))
			}
			continue
		}
		label := ""
		for _, v := range shown {
			label += ", " + q.Values[v].Label
		}
		out.Rows = append(out.Rows, x.changed(later, q, at, label[2:], shown, before, now, pairs), x.shifted(q, at, before, now, pairs))
	}
	return out, nil
}

// A pair is the rows of one person in both waves.
type pair struct{ before, after *Respondent }

// pairs finds those who answered twice, by their IDs.
func (a *Answers) pairs(after *Answers) []pair {
	byID := map[string]*Respondent{}
	for i := range after.Respondents {
		if r := &after.Respondents[i]; r.ID != "" {
			byID[r.ID] = r
		}
	}
	var ps []pair
	for i := range a.Respondents {
		if r := &a.Respondents[i]; r.ID != "" && byID[r.ID] != nil {
			ps = append(ps, pair{r, byID[r.ID]})
		}
	}
	return ps
}

// changed is the share of some values before and after.
func (x *reporter) changed(later *reporter, q *Question, at int, label string, values []int, before, now *tab, pairs []pair) []table.Cell {
	k := func(t *tab) (sum float64, n int) {
		for _, v := range values {
			sum += t.sums[v]
			n += t.counts[v]
		}
		return sum, n
	}
	cell := func(x *reporter, t *tab) table.Cell {
		sum, n := k(t)
		if t.base == 0 {
			return table.Missing()
		}
		c := table.Percent(sum / t.base)
		c.After = "(" + strconv.Itoa(n) + ")"
		c.Basis = table.Explanation{What: q.Text + ": " + label, Value: c, Formula: "k / n",
			Terms: []table.Term{{Name: "k", Value: table.Decimal(sum)}, {Name: "n", Value: table.Decimal(t.base), Basis: who{x, q.Text, t.rows, at, table.Int(t.n())}}}}
		return c
	}
	row := []table.Cell{table.Text(q.Text), head(label), cell(x, before), cell(later, now), table.Missing(), table.Text(""), table.Missing()}
	if before.base > 0 && now.base > 0 {
		a, _ := k(before)
		b, _ := k(now)
		row[4] = table.Text(table.Signed(x.lang, (b/now.base-a/before.base)*100, 1))
	}
	has := func(r *Respondent) bool {
		return slices.ContainsFunc(r.given[at].values, func(v int) bool { return slices.Contains(values, v) })
	}
	if len(pairs) > 0 {
		var up, down float64
		for _, p := range pairs {
			if !p.before.given[at].valid || !p.after.given[at].valid {
				continue
			}
			switch was, is := has(p.before), has(p.after); {
			case is && !was:
				up++
			case was && !is:
				down++
			}
		}
		p, err := stat.McNemar(up, down)
		row[5] = table.Text(x.p.McNemar)
		row[6] = x.tested(p, err, table.Term{Name: "+", Value: table.Int(int(up))}, table.Term{Name: "−", Value: table.Int(int(down))})
		return row
	}
	a, _ := k(before)
	b, _ := k(now)
	k1, n1 := before.effective(a)
	k2, n2 := now.effective(b)
	d, err := stat.Proportions(k1, n1, k2, n2)
	row[5] = table.Text(x.p.Proportions)
	row[6] = x.tested(d.P, err, table.Term{Name: "k₁", Value: table.Decimal(k1)}, table.Term{Name: "n₁", Value: table.Decimal(n1)},
		table.Term{Name: "k₂", Value: table.Decimal(k2)}, table.Term{Name: "n₂", Value: table.Decimal(n2)})
	return row
}

// shifted is the mean of a scale before and after.
func (x *reporter) shifted(q *Question, at int, before, now *tab, pairs []pair) []table.Cell {
	cell := func(t *tab) (table.Cell, float64, bool) {
		s, ok := summarize(t.numbers())
		if !ok {
			return table.Missing(), 0, false
		}
		c := table.Decimal(s.mean)
		c.Places = 2
		c.Basis = table.Explanation{What: q.Text + ": " + x.p.Mean, Value: c, Formula: "Σwx / Σw", Terms: []table.Term{{Name: "n", Value: table.Int(s.n)}}}
		return c, s.mean, true
	}
	a, m1, ok1 := cell(before)
	b, m2, ok2 := cell(now)
	row := []table.Cell{table.Text(q.Text), head(x.p.Mean), a, b, table.Missing(), table.Text(""), table.Missing()}
	if ok1 && ok2 {
		row[4] = table.Text(table.Signed(x.lang, m2-m1, 2))
	}
	if len(pairs) == 0 {
		return row
	}
	var was, is []float64
	for _, p := range pairs {
		v, okV := q.code(p.before.given[at])
		w, okW := q.code(p.after.given[at])
		if okV && okW {
			was, is = append(was, v), append(is, w)
		}
	}
	w, err := stat.Wilcoxon(was, is)
	row[5] = table.Text(x.p.Wilcoxon)
	row[6] = x.tested(w.P, err, table.Term{Name: "V", Value: table.Decimal(w.V)}, table.Term{Name: "n", Value: table.Int(w.N)})
	return row
}

// code is the answer to a scale as a number.
func (q *Question) code(g given) (float64, bool) {
	if !g.valid || len(g.values) != 1 {
		return 0, false
	}
	return number(q.Values[g.values[0]].Code)
}

// tested is a p-value, or why there is none.
func (x *reporter) tested(p float64, err error, terms ...table.Term) table.Cell {
	if err != nil {
		return table.Text(with(x.p.Undefined, x.because(err)))
	}
	c := table.Probability(p)
	c.Basis = table.Explanation{What: x.p.P, Value: c, Formula: x.p.Test, Terms: terms}
	return c
}
