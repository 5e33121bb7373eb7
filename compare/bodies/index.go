package bodies

import (
	"cmp"
	"math"
	"slices"

	"svod/compare/stat"
)

// A Score is a body's index and its place.
type Score struct {
	Value float64
	// Undefined says why there is none: no-data, few-data (less of the weights is
	// known than the study asks for).
	Undefined string
	Place     [2]int // from, to: those with equal scores share their places
	Range     [2]int // the best and the worst place as the weights change
	Terms     []Term
}

// A Term is what one indicator gives to an index.
type Term struct {
	Indicator *Indicator
	Value     *Value
	Score     float64 // 0–1, or a deviation from the mean
	Left      bool    // left out: not known, not applicable, or the same for all
}

// scaling is how numbers of an indicator become scores.
type scaling struct {
	low, high  float64
	mean, sd   float64
	known      int
	allTheSame bool
}

// score computes the index of each row of the matrix. Bodies of other matrices
// don't matter to it.
func (m *Matrix) score(s *Study) {
	m.scaled = make([]scaling, len(s.Indicators))
	for i, in := range s.Indicators {
		m.scaled[i] = scale(m.values(i), in.Type.numeric())
	}
	if s.Index == nil {
		return
	}
	weights := make([]float64, len(s.Indicators))
	for i, in := range s.Indicators {
		weights[i] = in.Weight
	}
	for _, row := range m.Rows {
		row.Score = &Score{}
		for i, in := range s.Indicators {
			if in.Weight == 0 {
				continue
			}
			t := Term{Indicator: in, Value: row.Values[i]}
			t.Score, t.Left = s.Index.score(in, row.Values[i], m.scaled[i])
			row.Score.Terms = append(row.Score.Terms, t)
		}
		v, ok := s.Index.value(row.Score.Terms, func(in *Indicator) float64 { return in.Weight })
		switch {
		case !ok:
			row.Score.Undefined = "no-data"
		case row.Score.known() < s.Index.Least:
			row.Score.Undefined = "few-data"
		default:
			row.Score.Value = v
		}
	}
	m.places(s)
}

// known is the share of the weights whose values are known, of those that apply.
func (s *Score) known() float64 {
	known, all := 0.0, 0.0
	for _, t := range s.Terms {
		if t.Value.State != NotApplicable {
			all += t.Indicator.Weight
		}
		if t.Value.known() {
			known += t.Indicator.Weight
		}
	}
	if all == 0 {
		return 0
	}
	return known / all
}

// values are the known numbers of an indicator; states count as in an index.
func (m *Matrix) values(i int) []float64 {
	var out []float64
	for _, row := range m.Rows {
		if v := row.Values[i]; v.known() {
			if m.result.Study.Indicators[i].Type.numeric() {
				out = append(out, v.Number)
			} else {
				out = append(out, v.State.score())
			}
		}
	}
	return out
}

func scale(vs []float64, numeric bool) scaling {
	s := scaling{known: len(vs)}
	if len(vs) == 0 {
		return s
	}
	s.low, s.high = slices.Min(vs), slices.Max(vs)
	for _, v := range vs {
		s.mean += v
	}
	s.mean /= float64(len(vs))
	for _, v := range vs {
		s.sd += (v - s.mean) * (v - s.mean)
	}
	if len(vs) > 1 {
		s.sd = math.Sqrt(s.sd / float64(len(vs)-1))
	}
	s.allTheSame = s.low == s.high
	return s
}

// score is what a cell counts. Numbers that are the same for all bodies tell
// nothing of them, and are left out.
func (ix *Index) score(in *Indicator, v *Value, s scaling) (score float64, left bool) {
	if v.State == NotApplicable {
		return 0, true
	}
	if v.State == NoData {
		if ix.Missing == Exclude {
			return 0, true
		}
		if ix.Scale == ZScore && s.sd > 0 { // as if it were «нет», or the worst number
			worst := 0.0
			if in.Type.numeric() {
				worst = s.low
				if in.Less {
					worst = s.high
				}
			}
			return in.sign() * (worst - s.mean) / s.sd, false
		}
		return 0, false
	}
	x := v.State.score()
	if in.Type.numeric() {
		x = v.Number
	}
	switch {
	case ix.Scale == ZScore:
		if s.sd == 0 {
			return 0, true
		}
		return in.sign() * (x - s.mean) / s.sd, false
	case !in.Type.numeric() || in.Type == Share && s.low >= 0 && s.high <= 1:
		if in.Less {
			return 1 - x, false
		}
		return x, false
	case s.allTheSame:
		return 0, true
	case in.Less:
		return (s.high - x) / (s.high - s.low), false
	}
	return (x - s.low) / (s.high - s.low), false
}

func (in *Indicator) sign() float64 {
	if in.Less {
		return -1
	}
	return 1
}

// value is Σ w·K·ΠKⱼ / Σ w over the terms that are not left out; false if none
// is left.
func (ix *Index) value(terms []Term, weight func(*Indicator) float64) (float64, bool) {
	var parts []stat.Scored
	got, all := 0.0, 0.0
	for _, t := range terms {
		if t.Left {
			continue
		}
		p := stat.Scored{Weight: weight(t.Indicator), Score: t.Score, Factors: t.Value.Factors}
		parts = append(parts, p)
		got += p.Value()
		all += p.Weight
	}
	if ix.Scale == ZScore { // deviations may be negative
		return got / all, all > 0
	}
	v, err := stat.WeightedIndex(parts)
	return v, err == nil
}

// places ranks the rows, and again with each weight made less and more by the
// share that the study names, the others as they are.
func (m *Matrix) places(s *Study) {
	base := m.ranks(s, func(in *Indicator) float64 { return in.Weight })
	for i, row := range m.Rows {
		row.Score.Place = base[i]
		row.Score.Range = base[i]
	}
	for _, changed := range s.Indicators {
		if changed.Weight == 0 {
			continue
		}
		for _, by := range []float64{1 - s.Index.Sensitivity, 1 + s.Index.Sensitivity} {
			ranks := m.ranks(s, func(in *Indicator) float64 {
				if in == changed {
					return in.Weight * by
				}
				return in.Weight
			})
			for i, row := range m.Rows {
				row.Score.Range[0] = min(row.Score.Range[0], ranks[i][0])
				row.Score.Range[1] = max(row.Score.Range[1], ranks[i][1])
			}
		}
	}
}

// even is how near two scores are that count as equal.
const even = 1e-9

// ranks returns the places of the rows, equal scores sharing theirs; of rows
// without a score 0, 0.
func (m *Matrix) ranks(s *Study, weight func(*Indicator) float64) [][2]int {
	values := make([]float64, len(m.Rows))
	out := make([][2]int, len(m.Rows))
	for i, row := range m.Rows {
		v, ok := s.Index.value(row.Score.Terms, weight)
		if !ok || row.Score.Undefined != "" {
			v = math.NaN()
		}
		values[i] = v
	}
	for i, v := range values {
		if math.IsNaN(v) {
			continue
		}
		better, same := 0, 0
		for _, o := range values {
			switch {
			case o > v+even:
				better++
			case o >= v-even:
				same++
			}
		}
		out[i] = [2]int{better + 1, better + same}
	}
	return out
}

// ranked returns the rows by their score, the best first; those without one
// come last.
func (m *Matrix) ranked() []*Row {
	rows := slices.Clone(m.Rows)
	slices.SortStableFunc(rows, func(a, b *Row) int {
		undefined := func(r *Row) int {
			if r.Score.Undefined != "" {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(undefined(a), undefined(b)), cmp.Compare(a.Score.Place[0], b.Score.Place[0]))
	})
	return rows
}
