package survey

import (
	"math"

	"svod/compare/stat"
)

// rounds is how often weights are fitted to several targets in turn.
const rounds = 200

// weigh gives respondents the weights that bring the sample to the targets:
// w = (N_r/N) / (n_r/n) of one question, iterative proportional fitting (raking,
// Deming and Stephan 1940) of several, from the weights that the file has. It
// tells whether the fit came within a thousandth.
func (a *Answers) weigh() (fitted bool, err error) {
	s := a.Survey
	for range rounds {
		worst := 0.0
		for _, t := range s.Targets {
			q, at := s.question(t.Question), 0
			for i, other := range s.Questions {
				if other == q {
					at = i
				}
			}
			have, total, population := make([]float64, len(q.Values)), 0.0, 0.0
			for _, r := range a.Respondents {
				if g := r.given[at]; g.valid {
					have[g.values[0]] += r.Weight
					total += r.Weight
				}
			}
			for _, n := range t.Amounts {
				population += n
			}
			factor := make([]float64, len(q.Values))
			for i, v := range q.Values {
				want, ok := t.Amounts[v.Code]
				switch {
				case !ok || population == 0:
					return false, &Error{File: s.File, Code: "target", Args: []string{q.ID, v.Label}}
				case have[i] == 0 && want > 0:
					return false, &Error{File: a.File, Code: "target", Args: []string{q.ID, v.Label, "0"}}
				case have[i] > 0:
					factor[i] = want / population * total / have[i]
					worst = math.Max(worst, math.Abs(factor[i]-1))
				}
			}
			for k := range a.Respondents {
				r := &a.Respondents[k]
				if g := r.given[at]; g.valid {
					r.Weight *= factor[g.values[0]]
				}
			}
		}
		if worst < 1e-3 {
			return true, nil
		}
	}
	return false, nil
}

// weighted tells whether the respondents count differently.
func (a *Answers) weighted() bool {
	return a.Survey.Weight != "" || len(a.Survey.Targets) > 0
}

// designEffect is how much less the weighted sample tells than its size says
// (Kish 1965): deff = n·Σw² / (Σw)².
func (a *Answers) designEffect(of func(*Respondent) bool) float64 {
	if !a.weighted() {
		return 1
	}
	var ws []float64
	for i := range a.Respondents {
		if r := &a.Respondents[i]; of(r) {
			ws = append(ws, r.Weight)
		}
	}
	d, err := stat.DesignEffect(ws)
	if err != nil {
		return 1
	}
	return d
}
