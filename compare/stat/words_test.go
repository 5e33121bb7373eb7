package stat

import (
	"math"
	"strings"
	"testing"
)

// CONTENT.md, section 2.
func TestCollocate(t *testing.T) {
	c, err := Collocate(30, 60, 120, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "t", c.T, 5.3458, 0.0001)
	digits(t, "MI", c.MI, 5.3808, 0.0001)
	digits(t, "MI³", c.MI3, 15.1946, 0.0001)
	digits(t, "logDice", c.LogDice, 12.4150, 0.0001)
	digits(t, "LL", c.LL, 190.87, 0.01)
	digits(t, "minimum sensitivity", c.MinSens, 0.25, 0.01)
	// Manning and Schütze 1999, p. 164: new companies.
	if c, err = Collocate(8, 15_828, 4675, 14_307_668); err != nil {
		t.Fatal(err)
	}
	digits(t, "t of new companies", c.T, 0.999932, 1e-6)
	_, err = Collocate(0, 60, 120, 10_000)
	reason(t, "never together", err, "empty")
	_, err = Collocate(61, 60, 120, 10_000)
	reason(t, "together oftener than alone", err, "above-base")
	_, err = Collocate(1, 60, 50, 100)
	reason(t, "more than all words", err, "above-base")
}

// CONTENT.md, section 2 (TXM): F 10, f 8, T 1 000, t 300 → p 0.0015086, +2.82.
func TestSpecificity(t *testing.T) {
	p, score, err := Specificity(8, 10, 300, 1000)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "p", p, 0.0015086, 1e-7)
	digits(t, "score", score, 2.82, 0.01)
	p, score, err = Specificity(0, 10, 300, 1000)
	if err != nil {
		t.Fatal(err)
	}
	// None of ten: C(700,10)/C(1000,10).
	want := 1.0
	for i := range 10 {
		want *= float64(700-i) / float64(1000-i)
	}
	digits(t, "p of none", p, want, 1e-10)
	digits(t, "score of none", score, math.Log10(want), 1e-10)
	// A word of one part only: its P would be 0 without logarithms.
	if _, score, err = Specificity(2000, 2000, 10_000, 100_000); err != nil || !(score > 2000) || math.IsInf(score, 0) {
		t.Errorf("score %g, %v", score, err)
	}
	_, _, err = Specificity(8, 7, 300, 1000)
	reason(t, "more in the part than in all", err, "above-base")
}

// CONTENT.md, section 2 (quanteda): tf 3, N 23, df 5.
func TestTFIDF(t *testing.T) {
	w, err := TFIDF(3, 23, 5)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "log₁₀", w.Log10, 1.9883, 0.0001)
	digits(t, "ln", w.Ln, 4.5782, 0.0001)
	digits(t, "log tf", w.LogTF, 0.9790, 0.0001)
	_, err = TFIDF(3, 23, 0)
	reason(t, "in no document", err, "empty")
}

// CONTENT.md, section 2: quanteda's own test of MATTR.
func TestMATTR(t *testing.T) {
	words := strings.Fields("one one two one one two one")
	for w, want := range map[int]float64{2: 0.8333, 3: 0.6667, 4: 0.5} {
		got, err := MATTR(words, w)
		if err != nil {
			t.Fatal(err)
		}
		digits(t, "MATTR", got, want, 0.0001)
	}
	got, err := MSTTR(words, 2) // one one | two one | one two
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "MSTTR", got, 2.5/3, 1e-9)
	if got, _ = MATTR(words, 7); got != 2.0/7 {
		t.Errorf("one window: %g, TTR is 2/7", got)
	}
	_, err = MATTR(words, 8)
	reason(t, "window longer than the text", err, "too-short")
	_, err = MATTR(words, 0)
	reason(t, "no window", err, "out-of-range")
	_, err = TTR([]string{})
	reason(t, "no words", err, "empty")
}

// CONTENT.md, section 2 (#LancsBox).
func TestDP(t *testing.T) {
	even := []float64{100, 100, 100, 100}
	for _, c := range []struct {
		counts []float64
		want   float64
	}{{[]float64{10, 0, 0, 0}, 0.75}, {[]float64{4, 3, 2, 1}, 0.20}} {
		got, err := DP(c.counts, even)
		if err != nil {
			t.Fatal(err)
		}
		digits(t, "DP", got, c.want, 1e-9)
	}
	_, err := DP([]float64{0, 0, 0, 0}, even)
	reason(t, "a word that is nowhere", err, "empty")
	_, err = DP([]float64{1}, even)
	reason(t, "fewer counts than parts", err, "ragged")
}

// CONTENT.md, section 2: two sentences of ten words that differ in the duty and
// in the number: cosine 0.800, Jaccard 0.667, bigram Jaccard 0.3846.
func TestSimilarity(t *testing.T) {
	bags := func(s string) (ones, twos map[string]int) {
		ones, twos = map[string]int{}, map[string]int{}
		ws := strings.Fields(s)
		for i, w := range ws {
			ones[w]++
			if i > 0 {
				twos[ws[i-1]+" "+w]++
			}
		}
		return ones, twos
	}
	a, aa := bags("государственные органы обязаны рассмотреть предложения организации в течение пятнадцати дней")
	b, bb := bags("государственные органы вправе рассмотреть предложения организации в течение тридцати дней")
	cosine, err := Cosine(a, b)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "cosine", cosine, 0.800, 0.001)
	jaccard, _ := Jaccard(a, b)
	digits(t, "Jaccard", jaccard, 0.667, 0.001)
	jaccard, _ = Jaccard(aa, bb)
	digits(t, "bigram Jaccard", jaccard, 0.3846, 0.0001)
	if same, _ := Cosine(a, a); same != 1 {
		t.Errorf("a text is like itself by %g", same)
	}
	_, err = Cosine(a, nil)
	reason(t, "an empty text", err, "empty")
	_, err = JaccardOf(0, 0, 0)
	reason(t, "two empty sets", err, "empty")
}

// CONTENT.md, section 2 (ruTS's formula, from counts).
func TestReadable(t *testing.T) {
	r, err := Readable(5, 100, 280, 40)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "Flesch–Oborneva", r.FleschOborneva, 12.56, 0.01)
	digits(t, "Flesch–Kincaid, Oborneva", r.KincaidOborneva, 0.5*20+8.4*2.8-15.59, 1e-9)
	digits(t, "Flesch–Kincaid, ruTS", r.KincaidRuTS, 0.49*20+7.3*2.8-16.59, 1e-9)
	digits(t, "LIX", r.LIX, 60, 1e-9)
	if r, err = Readable(1, 6, 14, 0); err != nil {
		t.Fatal(err)
	}
	digits(t, "Flesch–Oborneva of one sentence", r.FleschOborneva, 58.80, 0.01)
	_, err = Readable(0, 0, 0, 0)
	reason(t, "no words", err, "empty")
	_, err = Readable(1, 6, 14, 7)
	reason(t, "more long words than words", err, "above-base")
}
