package compare

// A Token is a word, a number or a sign of a text, and its bytes there with the
// white space after it. Tokens with equal keys are the same to a reader: the
// case of letters, ё, kinds of quotes and dashes do not count.
type Token struct {
	Lo, Hi int
	Key    string
	Word   bool
}

// Tokens cuts a text into what Diff compares.
func Tokens(text, lang string) []Token {
	ts := tokenize(text, lang)
	out := make([]Token, 0, len(ts))
	for _, t := range ts {
		if t.key != "" {
			out = append(out, Token{t.lo, t.hi, t.key, t.word})
		}
	}
	return out
}
