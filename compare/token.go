package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// A token is a word, a number or a sign, with the white space after it.
type token struct {
	lo, hi int    // in the text, white space included
	key    string // folded: tokens with equal keys are the same to a reader
	word   bool
}

// tokenize cuts a text into tokens that cover it without gaps. White space at
// the beginning makes a token without a key.
func tokenize(text, lang string) []token { return tokensOf(text, words.Split(text, lang)) }

// tokensOf is tokenize for a text whose words are known.
func tokensOf(text string, ws []words.Word) []token {
	ts := make([]token, 0, 2*len(ws)+1)
	add := func(lo, hi int, key string, word bool) {
		ts = append(ts, token{lo: lo, hi: hi, key: key, word: word})
	}
	at := 0
	signs := func(hi int) {
		for at < hi {
			r, n := utf8.DecodeRuneInString(text[at:])
			switch {
			case unicode.IsSpace(r) || r == '\u00a0':
				if len(ts) > 0 {
					ts[len(ts)-1].hi = at + n
				} else {
					add(at, at+n, "", false)
				}
			case invisible(r) && len(ts) > 0:
				ts[len(ts)-1].hi = at + n
			default:
				add(at, at+n, signKey(r, text[at:at+n]), false)
			}
			at += n
		}
	}
	for _, w := range ws {
		if w.Part > 0 || w.Lo < at {
			continue
		}
		signs(w.Lo)
		key := w.Form
		if key == "n" { // «N 5» is how old texts print «№ 5»
			key = "№"
		}
		add(w.Lo, w.Hi, key, key != "№")
		at = w.Hi
	}
	signs(len(text))
	return mend(ts, text)
}

// mend joins what a kind of dash or a fault of typing has torn: «2020–2021» is
// 2020-2021, and «административно- территориальной» the word that was meant.
func mend(ts []token, text string) []token {
	out := ts[:0]
	spaced := func(t token) bool {
		return strings.TrimRightFunc(text[t.lo:t.hi], unicode.IsSpace) != text[t.lo:t.hi]
	}
	for i := 0; i < len(ts); i++ {
		t := ts[i]
		for i+2 < len(ts) && t.word && ts[i+1].key == "-" && ts[i+2].word && !spaced(t) {
			next := ts[i+2]
			if spaced(ts[i+1]) && (!strings.HasPrefix(text[ts[i+1].lo:], "-") || strings.ContainsAny(t.key+next.key, "0123456789")) {
				break
			}
			t.key += "-" + next.key
			t.hi = next.hi
			i += 2
		}
		for i+1 < len(ts) && thousands(t, ts[i+1], text) {
			t.key += ts[i+1].key
			t.hi = ts[i+1].hi
			i++
		}
		out = append(out, t)
	}
	return out
}

// thousands reports whether a number goes on behind two spaces of which one
// doesn't break: a space too many in «7 630,0».
func thousands(t, next token, text string) bool {
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	whole, fraction, _ := strings.Cut(next.key, ".")
	if !t.word || !next.word || !digits(t.key) || len(whole) != 3 || !digits(whole+fraction) {
		return false
	}
	gap := strings.TrimLeft(text[t.lo:t.hi], "0123456789")
	return strings.Contains(gap, "\u00a0") && utf8.RuneCountInString(gap) == 2 && strings.TrimSpace(gap) == ""
}

func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r)
}

// signKey returns the class of a sign: kinds of quotation marks, dashes and
// number signs are one class each.
func signKey(r rune, s string) string {
	switch r {
	case '"', '\'', '«', '»', '“', '”', '„', '‟', '‘', '’', '‹', '›', '`':
		return `"`
	case '-', '–', '—', '―', '‐', '‑', '‒', '−':
		return "-"
	case '…':
		return "."
	}
	return words.Fold(s)
}

// fold returns the text by which two provisions are held to be equal: the keys
// of its tokens.
func fold(ts []token) string {
	var b strings.Builder
	for _, t := range ts {
		if t.key != "" {
			b.WriteString(t.key)
			b.WriteByte(0)
		}
	}
	return b.String()
}
