package stat

import "math"

// A TermWeight is tf·idf (Spärck Jones 1972) in its usual forms, as quanteda's
// dfm_tfidf has them.
type TermWeight struct {
	Log10 float64 // tf · log₁₀(N/df)
	Ln    float64 // tf · ln(N/df)
	LogTF float64 // (1 + log₁₀ tf) · log₁₀(N/df)
}

// TFIDF weighs a word that occurs tf times in a document and stands in df of n
// documents.
func TFIDF(tf, n, df float64) (TermWeight, error) {
	if err := counted(df, n); err != nil {
		return TermWeight{}, err
	}
	if err := amounts(tf); err != nil {
		return TermWeight{}, err
	}
	if df == 0 {
		return TermWeight{}, undefined("empty")
	}
	if tf == 0 {
		return TermWeight{}, nil
	}
	return TermWeight{tf * math.Log10(n/df), tf * math.Log(n/df), (1 + math.Log10(tf)) * math.Log10(n/df)}, nil
}
