package agreement

import (
	"context"
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// least is the share of resamples in which a coefficient must be defined to have
// an interval.
const least = 0.9

// bootstrap gives the coefficients of a result their intervals. Only units that
// at least two coders coded are drawn, but for AC1 and Holsti, whose other units
// stay as they are. The numbers of a variable don't depend on what other
// variables are analysed with it.
func (a *analysis) bootstrap(ctx context.Context, r *Result) error {
	v := a.v
	var drawn []int // units
	w := make([]int, len(v.Codes))
	for u, row := range v.Codes {
		switch given(row) {
		case 0:
		case 1:
			w[u] = 1
		default:
			drawn = append(drawn, u)
		}
	}
	b := a.o.resamples()
	var all []*Coefficient
	for i := range r.Coefficients {
		all = append(all, &r.Coefficients[i])
	}
	for i := range r.Categories {
		all = append(all, &r.Categories[i].Alpha)
	}
	none := func(reason Reason) error {
		for _, c := range all {
			c.NoBounds = reason
		}
		return ctx.Err()
	}
	pairs := len(v.Coders) * (len(v.Coders) - 1) / 2
	switch {
	case len(v.Coders) < 2:
		return none(OneCoder)
	case len(drawn) == 0:
		return none(NoPairs)
	case b < 0:
		return none(FewResamples)
	case float64(b)*float64(len(v.Codes)*(pairs+len(r.Categories)+len(v.Coders))+len(v.Values)*len(v.Values)) > mostWork:
		return none(TooLarge)
	}
	source := fnv.New64a()
	source.Write([]byte(v.ID))
	random := rand.New(rand.NewPCG(a.o.Seed, source.Sum64()))
	values := make([][]float64, len(all))
	for range b {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		for _, u := range drawn {
			w[u] = 0
		}
		for range drawn {
			w[drawn[random.IntN(len(drawn))]]++
		}
		es := a.run(w).coefficients
		for k := range r.Categories {
			e, _, _ := v.against(k, w)
			es = append(es, e)
		}
		for i, e := range es {
			if e.Reason == "" {
				values[i] = append(values[i], e.Value)
			}
		}
	}
	tail := (1 - a.o.confidence()) / 2
	for i, c := range all {
		c.Undefined = b - len(values[i])
		switch {
		case c.Reason != "":
			c.NoBounds, c.Undefined = c.Reason, 0
		case float64(len(values[i])) < least*float64(b):
			c.NoBounds = FewResamples
		default:
			slices.Sort(values[i])
			c.Low, c.High = quantile(values[i], tail), quantile(values[i], 1-tail)
		}
	}
	return nil
}

// quantile of sorted values, between two of them in proportion, as R has it.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	lo := int(at)
	if lo+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[lo] + (at-float64(lo))*(sorted[lo+1]-sorted[lo])
}
