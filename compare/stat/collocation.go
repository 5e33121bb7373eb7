package stat

import "math"

// A Collocation is how strongly two words go together.
type Collocation struct {
	Expected float64 // f_x·f_y/N: meetings by chance
	T        float64 // (f_xy − E) / √f_xy: Church et al. 1991; Manning and Schütze 1999, 5.3
	MI       float64 // log₂(f_xy / E): Church and Hanks 1990
	MI3      float64 // log₂(f_xy³ / E): Oakes 1998
	LogDice  float64 // 14 + log₂(2·f_xy / (f_x + f_y)): Rychlý 2008; at most 14
	LL       float64 // G² of the four-cell table, negative where they avoid each other: Dunning 1993
	MinSens  float64 // min(f_xy/f_x, f_xy/f_y): Pedersen 1998
}

// Collocate measures two words of which the one occurs fx times, the other fy
// times, and both together fxy times, among n words.
func Collocate(fxy, fx, fy, n float64) (Collocation, error) {
	for _, v := range [][2]float64{{fx, n}, {fy, n}, {fxy, fx}, {fxy, fy}} {
		if err := counted(v[0], v[1]); err != nil {
			return Collocation{}, err
		}
	}
	switch {
	case fxy == 0:
		return Collocation{}, undefined("empty")
	case fx+fy-fxy > n:
		return Collocation{}, undefined("above-base")
	}
	c := Collocation{Expected: fx * fy / n, MinSens: math.Min(fxy/fx, fxy/fy), LogDice: 14 + math.Log2(2*fxy/(fx+fy))}
	c.T = (fxy - c.Expected) / math.Sqrt(fxy)
	c.MI = math.Log2(fxy / c.Expected)
	c.MI3 = math.Log2(fxy * fxy * fxy / c.Expected)
	for _, cell := range [][3]float64{{fxy, fx, fy}, {fx - fxy, fx, n - fy}, {fy - fxy, n - fx, fy}, {n - fx - fy + fxy, n - fx, n - fy}} {
		c.LL += 2 * xlogy(cell[0], cell[0]*n/(cell[1]*cell[2]))
	}
	if c.LL = math.Max(0, c.LL); fxy < c.Expected {
		c.LL = -c.LL
	}
	return c, nil
}
