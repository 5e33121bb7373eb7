package stat

import "math"

// A Comparison is how often something occurs in a text beside a reference. G²
// and χ² bear a sign: positive where the text has more of it than the reference.
type Comparison struct {
	TwoCell       float64 // G² of the two frequencies alone: Rayson and Garside 2000
	FourCell      float64 // G² of the table that counts the other words too: Dunning 1993
	GoodnessOfFit float64 // χ² of the two frequencies alone
	ChiSquare     float64 // χ² of the four-cell table
	Yates         float64 // the same with Yates's correction
	TwoCellP      float64 // of each, by χ² with one degree of freedom
	FourCellP     float64
	ChiSquareP    float64
	YatesP        float64
	LogRatio      float64 // log₂ of the ratio of relative frequencies: Hardie 2014
	// Smoothed says that LogRatio takes a frequency of 0 for 0.5, as Hardie
	// does, since it would have no value otherwise.
	Smoothed bool
}

// Keyness compares a occurrences among n1 words with b among n2.
func Keyness(a, n1, b, n2 float64) (Comparison, error) {
	if err := counted(a, n1); err != nil {
		return Comparison{}, err
	}
	if err := counted(b, n2); err != nil {
		return Comparison{}, err
	}
	if a+b == 0 {
		return Comparison{}, undefined("empty")
	}
	k := Comparison{Smoothed: a == 0 || b == 0}
	e1, e2 := n1*(a+b)/(n1+n2), n2*(a+b)/(n1+n2)
	k.TwoCell = 2 * (xlogy(a, a/e1) + xlogy(b, b/e2))
	k.GoodnessOfFit = (a-e1)*(a-e1)/e1 + (b-e2)*(b-e2)/e2
	others := n1 - a + n2 - b
	f1, f2 := n1*others/(n1+n2), n2*others/(n1+n2)
	k.FourCell = k.TwoCell + 2*(xlogy(n1-a, (n1-a)/f1)+xlogy(n2-b, (n2-b)/f2))
	if others > 0 { // else every word is this word, and the groups are alike
		t, err := Crosstab([][]float64{{a, n1 - a}, {b, n2 - b}})
		if err != nil {
			return Comparison{}, err
		}
		k.ChiSquare, k.Yates = t.ChiSquare, t.Yates
	}
	// Rounding may leave less than nothing where the frequencies agree.
	k.TwoCell, k.FourCell = math.Max(0, k.TwoCell), math.Max(0, k.FourCell)
	k.TwoCellP, k.FourCellP = chiSquareP(k.TwoCell, 1), chiSquareP(k.FourCell, 1)
	k.ChiSquareP, k.YatesP = chiSquareP(k.ChiSquare, 1), chiSquareP(k.Yates, 1)
	if a/n1 < b/n2 {
		for _, v := range []*float64{&k.TwoCell, &k.FourCell, &k.GoodnessOfFit, &k.ChiSquare, &k.Yates} {
			*v = -*v
		}
	}
	k.LogRatio = math.Log2((atLeastHalf(a) / n1) / (atLeastHalf(b) / n2))
	return k, nil
}

func atLeastHalf(v float64) float64 {
	if v == 0 {
		return 0.5
	}
	return v
}

// SimpleMaths is Kilgarriff's (2009) score of keyness: (per million + n) / (per
// million of the reference + n). The larger n, the commoner the words on top.
func SimpleMaths(a, n1, b, n2, n float64) (float64, error) {
	if err := counted(a, n1); err != nil {
		return 0, err
	}
	if err := counted(b, n2); err != nil {
		return 0, err
	}
	if err := amounts(n); err != nil {
		return 0, err
	}
	below := PerMillion(b, n2) + n
	if below == 0 {
		return 0, undefined("empty")
	}
	return (PerMillion(a, n1) + n) / below, nil
}

// PerMillion is a frequency among a million words.
func PerMillion(a, n float64) float64 { return a / n * 1e6 }
