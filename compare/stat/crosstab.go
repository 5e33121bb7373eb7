package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// A Table is a cross-tabulation with Pearson's test of independence. Rows and
// columns without any observation say nothing: they count neither in DF nor in
// V, and their cells add nothing to ChiSquare.
type Table struct {
	Observed    [][]float64
	Expected    [][]float64 // of independence: row total · column total / N
	Rows, Cols  []float64   // totals
	N           float64
	ChiSquare   float64 // Σ (O−E)²/E, without a correction for continuity
	Yates       float64 // the same with Yates's correction; 2 × 2 tables only, else 0
	DF          int
	P           float64 // of ChiSquare
	YatesP      float64 // of Yates
	V           float64 // Cramér's
	MinExpected float64 // the smallest expected count: below 5 the test is doubtful
	Small       int     // cells whose expected count is below 5
	Cells       int     // cells of rows and columns that are not empty
}

// Crosstab compares the rows of a table of counts (Pearson 1900; Yates 1934;
// Cramér 1946, §21.9: V = √(χ² / (N·min(r−1, c−1)))).
func Crosstab(observed [][]float64) (*Table, error) {
	r, c, err := rectangle(observed)
	if err != nil {
		return nil, err
	}
	t := &Table{Observed: observed, Rows: make([]float64, r), Cols: make([]float64, c)}
	for i, row := range observed {
		for j, v := range row {
			t.Rows[i] += v
			t.Cols[j] += v
			t.N += v
		}
	}
	if t.N == 0 {
		return nil, undefined("empty")
	}
	rows, cols := occupied(t.Rows), occupied(t.Cols)
	if rows < 2 || cols < 2 {
		return nil, undefined("one-group")
	}
	t.DF, t.Cells = (rows-1)*(cols-1), rows*cols
	t.Expected = make([][]float64, r)
	t.MinExpected = math.Inf(1)
	for i, row := range observed {
		t.Expected[i] = make([]float64, c)
		for j, o := range row {
			e := t.Rows[i] * t.Cols[j] / t.N
			t.Expected[i][j] = e
			if e == 0 {
				continue
			}
			t.ChiSquare += (o - e) * (o - e) / e
			if d := math.Abs(o - e); t.DF == 1 {
				// The correction never turns a difference around: R's chisq.test.
				d -= math.Min(0.5, d)
				t.Yates += d * d / e
			}
			t.MinExpected = math.Min(t.MinExpected, e)
			if e < 5 {
				t.Small++
			}
		}
	}
	t.P = chiSquareP(t.ChiSquare, t.DF)
	if t.DF == 1 {
		t.YatesP = chiSquareP(t.Yates, 1)
	}
	t.V = math.Min(1, math.Sqrt(t.ChiSquare/(t.N*float64(min(rows, cols)-1))))
	return t, nil
}

// Residual returns the adjusted standardized residual of a cell (Haberman
// 1973): (O−E) / √(E·(1−row/N)·(1−column/N)). Beyond ±1.96 a cell differs from
// independence at the level of 0.05, if it was the only one looked at.
func (t *Table) Residual(i, j int) (float64, bool) {
	e := t.Expected[i][j]
	v := e * (1 - t.Rows[i]/t.N) * (1 - t.Cols[j]/t.N)
	if v <= 0 {
		return 0, false
	}
	return (t.Observed[i][j] - e) / math.Sqrt(v), true
}

func occupied(totals []float64) int {
	n := 0
	for _, v := range totals {
		if v > 0 {
			n++
		}
	}
	return n
}

// chiSquareP is the probability of χ² or more.
func chiSquareP(x float64, df int) float64 {
	return distuv.ChiSquared{K: float64(df)}.Survival(x)
}

// normalP is the two-sided probability of a standard normal z.
func normalP(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }
