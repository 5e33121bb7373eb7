package stat

// A Scored is a part of a weighted index: it counts Weight · Score · the product
// of Factors, of which each is between 0 and 1.
type Scored struct {
	Weight, Score float64
	Factors       []float64
}

// Value is what the part earns of its weight.
func (s Scored) Value() float64 {
	v := s.Weight * s.Score
	for _, f := range s.Factors {
		v *= f
	}
	return v
}

// WeightedIndex is Σ wᵢ·K₁ᵢ·ΠKᵢⱼ / Σ wᵢ, a share of what can be had: the openness
// index of Infometer's method. What is absent has the score 0 and keeps its
// weight.
func WeightedIndex(parts []Scored) (float64, error) {
	got, all := 0.0, 0.0
	for _, p := range parts {
		if err := amounts(append([]float64{p.Weight, p.Score}, p.Factors...)...); err != nil {
			return 0, err
		}
		if p.Score > 1 {
			return 0, undefined("out-of-range")
		}
		for _, f := range p.Factors {
			if f > 1 {
				return 0, undefined("out-of-range")
			}
		}
		got += p.Value()
		all += p.Weight
	}
	if all == 0 {
		return 0, undefined("empty")
	}
	return got / all, nil
}
