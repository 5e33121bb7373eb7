package survey

import (
	"cmp"
	"math"
	"slices"

	"svod/compare/stat"
)

// A tab is the answers of some respondents to one question.
type tab struct {
	q       *Question
	at      int           // of the question in the survey
	rows    []*Respondent // who answered
	silent  int           // who did not
	base    float64       // their weights together
	counts  []int         // answers of each value
	sums    []float64     // their weights
	answers float64       // of all values: more than base where several may be given
	deff    float64
}

// tabulate gathers the answers to question at of the respondents of a column.
func (a *Answers) tabulate(at int, of func(*Respondent) bool) *tab {
	q := a.Survey.Questions[at]
	t := &tab{q: q, at: at, counts: make([]int, len(q.Values)), sums: make([]float64, len(q.Values))}
	for i := range a.Respondents {
		r := &a.Respondents[i]
		if !of(r) {
			continue
		}
		g := r.given[at]
		if !g.valid {
			t.silent++
			continue
		}
		t.rows = append(t.rows, r)
		t.base += r.Weight
		for _, v := range g.values {
			t.counts[v]++
			t.sums[v] += r.Weight
			t.answers += r.Weight
		}
	}
	t.deff = a.designEffect(func(r *Respondent) bool { return of(r) && r.given[at].valid })
	return t
}

func all(*Respondent) bool { return true }

// n is how many answered, k how many of them gave a value or one of several.
func (t *tab) n() int { return len(t.rows) }

// share is the weighted share of those who answered.
func (t *tab) share(v int) (float64, bool) {
	if t.base == 0 {
		return 0, false
	}
	return t.sums[v] / t.base, true
}

// effective is a share in the size that the weighted sample is worth, as
// intervals and tests want it.
func (t *tab) effective(sum float64) (k, n float64) {
	n = float64(t.n()) / t.deff
	if t.base == 0 {
		return 0, 0
	}
	return math.Min(n, sum/t.base*n), n
}

// who are those that gave a value.
func (t *tab) who(v int) []*Respondent {
	var rs []*Respondent
	for _, r := range t.rows {
		if slices.Contains(r.given[t.at].values, v) {
			rs = append(rs, r)
		}
	}
	return rs
}

// numbers are the answers as numbers with their weights: a number itself, or
// the code of a scale.
func (t *tab) numbers() (vs, ws []float64) {
	for _, r := range t.rows {
		g := r.given[t.at]
		v, ok := g.number, t.q.Kind == Number
		if t.q.Kind == Scale && len(g.values) == 1 {
			v, ok = number(t.q.Values[g.values[0]].Code)
		}
		if ok {
			vs, ws = append(vs, v), append(ws, r.Weight)
		}
	}
	return vs, ws
}

// A summary is what numbers are like, weighted.
type summary struct {
	n               int
	mean, sd        float64
	median          float64
	least, greatest float64
}

// summarize returns the summary of numbers, false if there are none.
func summarize(vs, ws []float64) (s summary, ok bool) {
	total := 0.0
	for i, v := range vs {
		s.mean += v * ws[i]
		total += ws[i]
	}
	if total == 0 {
		return s, false
	}
	s.n = len(vs)
	s.mean /= total
	order := make([]int, len(vs))
	for i, v := range vs {
		order[i] = i
		s.sd += ws[i] * (v - s.mean) * (v - s.mean)
	}
	s.sd = math.Sqrt(s.sd / total * float64(s.n) / math.Max(1, float64(s.n-1)))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(vs[a], vs[b]) })
	s.least, s.greatest = vs[order[0]], vs[order[len(order)-1]]
	// The median is where half of the weights lie on each side.
	half, sum := total/2, 0.0
	for i, k := range order {
		sum += ws[k]
		if math.Abs(sum-half) < 1e-9*total && i+1 < len(order) {
			s.median = (vs[k] + vs[order[i+1]]) / 2
			break
		}
		if sum > half {
			s.median = vs[k]
			break
		}
	}
	return s, true
}

// nps is the share of promoters (9, 10) less that of detractors (0 to 6), of a
// scale from 0 to 10 (Reichheld 2003).
func nps(vs, ws []float64) (score float64, promoters, detractors float64, ok bool) {
	total := 0.0
	for i, v := range vs {
		total += ws[i]
		switch {
		case v >= 9:
			promoters += ws[i]
		case v <= 6:
			detractors += ws[i]
		}
	}
	if total == 0 {
		return 0, 0, 0, false
	}
	return (promoters - detractors) / total, promoters / total, detractors / total, true
}

// letters are the columns of a banner whose share is significantly smaller,
// for each column: z-tests of each pair with the p-values of the row corrected
// by Holm's rule. Columns with fewer than least answers are not tested.
func letters(tabs []*tab, v int, level float64, least int) [][]int {
	type pair struct{ low, high int }
	var pairs []pair
	var ps []float64
	for i := range tabs {
		for j := i + 1; j < len(tabs); j++ {
			if tabs[i].n() < least || tabs[j].n() < least {
				continue
			}
			k1, n1 := tabs[i].effective(tabs[i].sums[v])
			k2, n2 := tabs[j].effective(tabs[j].sums[v])
			d, err := stat.Proportions(k1, n1, k2, n2)
			if err != nil {
				continue
			}
			p := pair{i, j}
			if d.P1 > d.P2 {
				p = pair{j, i}
			}
			pairs, ps = append(pairs, p), append(ps, d.P)
		}
	}
	out := make([][]int, len(tabs))
	for i, p := range stat.Holm.Adjust(ps) {
		if p < 1-level {
			out[pairs[i].high] = append(out[pairs[i].high], pairs[i].low)
		}
	}
	for _, l := range out {
		slices.Sort(l)
	}
	return out
}

// leastTested is how many answers a column must have to be tested.
const leastTested = 30
