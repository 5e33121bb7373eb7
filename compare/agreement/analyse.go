package agreement

import (
	"cmp"
	"context"
	"slices"
)

// Options say how agreement is computed. The zero value is ready.
type Options struct {
	Seed       uint64  // of the bootstrap
	Resamples  int     // of the bootstrap; 0: DefaultResamples, less than 0: no intervals
	Confidence float64 // 0: 0.95
	Tolerance  float64 // numbers that differ by no more count as alike in per cents
}

// DefaultResamples is how many resamples intervals are computed of.
const DefaultResamples = 1000

func (o Options) resamples() int      { return cmp.Or(o.Resamples, DefaultResamples) }
func (o Options) confidence() float64 { return cmp.Or(o.Confidence, 0.95) }

// The names of coefficients.
const (
	AlphaName      = "krippendorff-" // with the level
	CohenName      = "cohen-kappa"
	LinearName     = "cohen-kappa-linear"
	QuadraticName  = "cohen-kappa-quadratic"
	FleissName     = "fleiss-kappa"
	ScottName      = "scott-pi"
	GwetName       = "gwet-ac1"
	PabakName      = "pabak"
	HolstiName     = "holsti"
	PercentName    = "percent"
	PercentAllName = "percent-all"
)

// pairNames are the coefficients of pairs, as pairing.estimates has them.
var pairNames = []string{PercentName, HolstiName, CohenName, LinearName, QuadraticName, ScottName, PabakName}

// A Coefficient is an Estimate with its interval.
type Coefficient struct {
	Name string
	Estimate
	Low, High float64
	NoBounds  Reason // why there is no interval, "" if there is one
	Undefined int    // resamples in which the coefficient is undefined; they are left out
	N         int    // units
}

// A Pair is the coefficients of two coders.
type Pair struct {
	Coders       [2]string
	N            int // units that both coded
	Coefficients []Coefficient
}

// A Category is one value against all others.
type Category struct {
	Value    Value
	Used     int     // by all coders together
	Specific float64 // share of agreed pairs among those with the value
	Alpha    Coefficient
}

// A Disagreement is a unit that coders did not code alike.
type Disagreement struct {
	Unit
	Index  int     // in Variable.Units
	Apart  float64 // mean distance of its values, 1 the largest that occurs
	Pairs  int     // of coders who differ
	Values []int   // of each coder, or Missing
}

// A Result is the agreement in one variable.
type Result struct {
	Variable      *Variable
	Options       Options
	Coded         int // units with a value
	Pairable      int // units with two or more
	Missing       int // values that are missing in units with one at least
	Coefficients  []Coefficient
	Pairs         []Pair // with more than two coders
	Categories    []Category
	Disagreements []Disagreement
	Coincidences  Coincidences // nil with more than mostShown values
}

const (
	// mostCategories is the most values that are set against all others.
	mostCategories = 50
	mostShown      = 12
	// mostWork bounds the bootstrap: a day of coding by a team takes seconds.
	mostWork = 3e9
)

// Get returns the coefficient of a name.
func (r *Result) Get(name string) *Coefficient {
	for i := range r.Coefficients {
		if r.Coefficients[i].Name == name {
			return &r.Coefficients[i]
		}
	}
	return nil
}

// Alpha is α of the variable's own level.
func (r *Result) Alpha() *Coefficient { return r.Get(AlphaName + string(r.Variable.Level)) }

// Analyse computes all that can be said on the agreement in a variable. The
// error is the context's.
func Analyse(ctx context.Context, v *Variable, o Options) (*Result, error) {
	r := &Result{Variable: v, Options: o, Pairable: v.pairable()}
	for _, row := range v.Codes {
		if m := given(row); m > 0 {
			r.Coded++
			r.Missing += len(row) - m
		}
	}
	once := make([]int, len(v.Codes))
	for u := range once {
		once[u] = 1
	}
	a := newAnalysis(v, o)
	whole := a.run(once)
	for i, name := range a.names {
		r.Coefficients = append(r.Coefficients, Coefficient{Name: name, Estimate: whole.coefficients[i], N: r.Pairable})
	}
	if len(v.Values) <= mostCategories {
		for k, value := range v.Values {
			c := Category{Value: value, Alpha: Coefficient{Name: AlphaName + string(Nominal), N: r.Pairable}}
			c.Alpha.Estimate, c.Specific, c.Used = v.against(k, once)
			r.Categories = append(r.Categories, c)
		}
	}
	if len(v.Coders) > 2 {
		for _, p := range whole.pairs {
			pair := Pair{Coders: [2]string{v.Coders[p.a], v.Coders[p.b]}, N: int(p.n)}
			for i, e := range p.estimates(a.weighing) {
				pair.Coefficients = append(pair.Coefficients, Coefficient{Name: pairNames[i], Estimate: e, N: pair.N})
			}
			r.Pairs = append(r.Pairs, pair)
		}
	}
	if len(v.Values) <= mostShown {
		r.Coincidences = v.Coincidences()
	}
	r.Disagreements = v.disagreements()
	if err := a.bootstrap(ctx, r); err != nil {
		return nil, err
	}
	r.addIrr()
	return r, nil
}

// irrSuffix marks α as R's package irr prints it.
const irrSuffix = "-irr"

// addIrr adds α as the function kripp.alpha of R's package irr (0.84.1) has it
// where that differs: of complete data of more than two coders it counts each
// pair of values once, not 1/(m − 1) times, so that N(m − 1) stands for N in D_e.
// Readers who check a table with it should find their number.
func (r *Result) addIrr() {
	m := float64(len(r.Variable.Coders))
	if m <= 2 || r.Missing > 0 || r.Coded == 0 {
		return
	}
	n := m * float64(r.Coded)
	for _, l := range Levels {
		c := *r.Get(AlphaName + string(l))
		if c.Reason != "" {
			continue
		}
		c.Name += irrSuffix
		c.Expected *= (m - 1) * (n - 1) / ((m-1)*n - 1)
		c.Value, c.Low, c.High, c.Undefined, c.NoBounds = 1-c.Observed/c.Expected, 0, 0, 0, AsIrr
		r.Coefficients = append(r.Coefficients, c)
	}
}

// An analysis computes all coefficients of a variable at once, for any weights
// of its units.
type analysis struct {
	v        *Variable
	o        Options
	weighing weighing
	names    []string
}

// A pass is the estimates of one set of weights.
type pass struct {
	coefficients []Estimate
	pairs        []*pairing
}

func newAnalysis(v *Variable, o Options) *analysis {
	a := &analysis{v: v, o: o, weighing: v.weighing()}
	for _, l := range Levels {
		a.names = append(a.names, AlphaName+string(l))
	}
	a.names = append(a.names, PercentAllName, FleissName, GwetName)
	a.names = append(a.names, pairNames...)
	return a
}

func (a *analysis) run(w []int) pass {
	v := a.v
	var p pass
	for _, l := range Levels {
		p.coefficients = append(p.coefficients, v.alpha(l, w))
	}
	p.coefficients = append(p.coefficients, v.all(w, a.o.Tolerance), v.fleiss(w), v.gwet(w))
	byName := make([][]Estimate, len(pairNames))
	incomplete := false
	for i := range v.Coders {
		for j := i + 1; j < len(v.Coders); j++ {
			pair := v.pairing(i, j, w, a.weighing.x, a.o.Tolerance)
			p.pairs = append(p.pairs, pair)
			incomplete = incomplete || pair.incomplete
			for k, e := range pair.estimates(a.weighing) {
				byName[k] = append(byName[k], e)
			}
		}
	}
	for k, es := range byName {
		e := undefined(OneCoder)
		if len(v.Coders) > 1 {
			e = mean(es)
			switch pairNames[k] {
			case PercentName:
				e = meanWithin(p.pairs)
			case CohenName, LinearName, QuadraticName, ScottName, PabakName:
				if len(v.Coders) > 2 && incomplete && e.Reason != NotOrdered && e.Reason != NotNumbers {
					e = undefined(HasMissing) // the pairs have theirs, each of other units
				}
			}
		}
		p.coefficients = append(p.coefficients, e)
	}
	return p
}

// meanWithin is the mean per cent of the pairs that have units in common.
func meanWithin(ps []*pairing) Estimate {
	var es []Estimate
	for _, p := range ps {
		if p.n > 0 {
			es = append(es, p.percent())
		}
	}
	return mean(es)
}

// estimates are the coefficients of pairNames.
func (p *pairing) estimates(w weighing) []Estimate {
	return []Estimate{p.percent(), p.holsti(), p.cohen(), p.weighted(w, 1), p.weighted(w, 2), p.scott(), p.pabak()}
}

// disagreements are the units that coders did not code alike, the most
// disagreed first.
func (v *Variable) disagreements() []Disagreement {
	n := make([]float64, len(v.Values))
	for _, row := range v.Codes {
		if given(row) < 2 {
			continue
		}
		for _, c := range row {
			if c != Missing {
				n[c]++
			}
		}
	}
	level := v.Level
	if level == Ordinal && !v.ordered || (level == Interval || level == Ratio) && v.numbers == nil {
		level = Nominal
	}
	d := v.distances(level, n)
	var out []Disagreement
	most := 0.0
	for u, row := range v.Codes {
		x := Disagreement{Unit: v.Units[u], Index: u, Values: row}
		pairs := 0
		for i, a := range row {
			for _, b := range row[:i] {
				if a == Missing || b == Missing {
					continue
				}
				pairs++
				if a != b {
					x.Pairs++
					x.Apart += d.of(a, b)
				}
			}
		}
		if x.Pairs == 0 {
			continue
		}
		x.Apart /= float64(pairs)
		most = max(most, x.Apart)
		out = append(out, x)
	}
	for i := range out {
		if most > 0 {
			out[i].Apart /= most
		}
	}
	slices.SortStableFunc(out, func(a, b Disagreement) int {
		return cmp.Or(cmp.Compare(b.Apart, a.Apart), cmp.Compare(b.Pairs, a.Pairs), cmp.Compare(a.Index, b.Index))
	})
	return out
}
