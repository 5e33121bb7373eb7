package stat

// Janis is the coefficient of imbalance of Janis and Fadner 1943, as CONTENT.md
// gives it: (f²−f·n)/(r·t) if f ≥ n, else (f·n−n²)/(r·t). f units are
// favourable, n unfavourable, r have the theme, t are all. It lies between −1
// and 1.
func Janis(f, n, r, t float64) (float64, error) {
	if err := counted(r, t); err != nil {
		return 0, err
	}
	if err := amounts(f, n); err != nil {
		return 0, err
	}
	switch {
	case r == 0:
		return 0, undefined("empty")
	case f > r || n > r: // a unit may be both, so that their sum says nothing
		return 0, undefined("above-base")
	case f >= n:
		return (f*f - f*n) / (r * t), nil
	}
	return (f*n - n*n) / (r * t), nil
}
