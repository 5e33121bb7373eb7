// Package words knows the words of Russian and Kazakh texts: where they begin
// and end, how they are folded, and what stem they have. Search and analysis
// see the same words because both ask here.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/russian"
)

// A Word is a word of a text. Lo and Hi are its byte offsets there.
type Word struct {
	Lo, Hi int
	Form   string // folded: lower case, ё→е, look-alikes mended
	Stem   string
	// Pos counts words from 0; the parts of a compound share the position of
	// the whole.
	Pos int
}

// Split returns the words of a text with their folded forms and stems.
// lang is ru, kk or en.
func Split(text, lang string) []Word {
	var ws []Word
	lo := -1
	flush := func(hi int) {
		if lo >= 0 {
			form := Fold(text[lo:hi])
			ws = append(ws, Word{Lo: lo, Hi: hi, Form: form, Stem: Stem(form, lang), Pos: len(ws)})
			lo = -1
		}
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\u00ad' {
			if lo < 0 {
				lo = i
			}
		} else {
			flush(i)
		}
		i += n
	}
	flush(len(text))
	return ws
}

// Fold returns the form by which words are compared.
func Fold(s string) string {
	return strings.NewReplacer("ё", "е", "\u00ad", "").Replace(strings.ToLower(s))
}

// Stem returns the stem of a folded form.
func Stem(form, lang string) string {
	if lang == "kk" {
		return form
	}
	return russian.Stem(form, true)
}
