package stat

// A Readability is how hard a text is to read, by formulas that ask for nothing
// but counts.
type Readability struct {
	PerSentence float64 // words in a sentence
	PerWord     float64 // syllables in a word
	Long        float64 // share of long words

	FleschOborneva float64 // Flesch's ease of reading with Oborneva's (2006) weights for Russian: the higher, the easier
	// The grade of school by Flesch and Kincaid, in two adaptations to Russian.
	KincaidOborneva float64 // 0.5·W/S + 8.4·Y/W − 15.59: Oborneva 2006
	KincaidRuTS     float64 // 0.49·W/S + 7.3·Y/W − 16.59: the library ruTS
	LIX             float64 // Björnsson 1968; from 60 on «законы»
}

// Readable computes them of the numbers of sentences, words, syllables and words
// of more than six letters.
func Readable(sentences, words, syllables, long float64) (Readability, error) {
	if err := amounts(sentences, words, syllables, long); err != nil {
		return Readability{}, err
	}
	switch {
	case sentences == 0 || words == 0:
		return Readability{}, undefined("empty")
	case long > words || sentences > words:
		return Readability{}, undefined("above-base")
	}
	r := Readability{PerSentence: words / sentences, PerWord: syllables / words, Long: long / words}
	r.FleschOborneva = 206.835 - 1.3*r.PerSentence - 60.1*r.PerWord
	r.KincaidOborneva = 0.5*r.PerSentence + 8.4*r.PerWord - 15.59
	r.KincaidRuTS = 0.49*r.PerSentence + 7.3*r.PerWord - 16.59
	r.LIX = r.PerSentence + 100*r.Long
	return r, nil
}
