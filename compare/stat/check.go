package stat

import "math"

// amounts refuses numbers that cannot be counts or amounts.
func amounts(vs ...float64) error {
	for _, v := range vs {
		switch {
		case math.IsNaN(v) || math.IsInf(v, 0):
			return undefined("not-finite")
		case v < 0:
			return undefined("negative")
		}
	}
	return nil
}

// counted is amounts for a count and the base that it was counted in.
func counted(n, base float64) error {
	if err := amounts(n, base); err != nil {
		return err
	}
	switch {
	case base == 0:
		return undefined("empty")
	case n > base:
		return undefined("above-base")
	}
	return nil
}

// rectangle refuses tables that are none. It returns their size.
func rectangle(rows [][]float64) (r, c int, err error) {
	r = len(rows)
	if r == 0 || len(rows[0]) == 0 {
		return 0, 0, undefined("empty")
	}
	c = len(rows[0])
	for _, row := range rows {
		if len(row) != c {
			return 0, 0, undefined("ragged")
		}
		if err := amounts(row...); err != nil {
			return 0, 0, err
		}
	}
	return r, c, nil
}

func sum(vs []float64) float64 {
	s := 0.0
	for _, v := range vs {
		s += v
	}
	return s
}

// xlogy is x·ln(y), 0 where x is: no observation adds nothing.
func xlogy(x, y float64) float64 {
	if x == 0 {
		return 0
	}
	return x * math.Log(y)
}
