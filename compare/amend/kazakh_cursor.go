package amend

import (
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/words"
)

// A kazakhReader goes through a Kazakh sentence from token to token. What it
// takes is understood; a method that fails puts the reader back. The order of
// words is other than in Russian: a number stands before its noun, what is
// outside before what is inside, the verb last.
type kazakhReader struct {
	ts []token
	i  int
}

// kazakhTokens folds the words, as old texts print a Latin i in them, and
// splits numbers from what hangs on them: «IV-бөлімде», «екінші-төртінші», «1-ші».
func kazakhTokens(ts []token) []token {
	out := make([]token, 0, len(ts))
	for _, t := range ts {
		if t.class != word {
			out = append(out, t)
			continue
		}
		t.form = words.Fold(t.text)
		if n := len(out); n > 0 && t.glued && out[n-1].class == number && ordinalTail[t.form] {
			out[n-1].hi = t.hi
			continue
		}
		for {
			head, tail, ok := strings.Cut(t.form, "-")
			if !ok || tail == "" || !isFigure(corpus.Number(strings.ToUpper(head))) && !isFigure(corpus.Number(head)) {
				break
			}
			i := strings.IndexAny(t.text, "-‐‑–—")
			if i < 0 {
				break
			}
			j := i + len(t.text[i:]) - len(strings.TrimLeft(t.text[i:], "-‐‑–—"))
			out = append(out, token{class: word, text: t.text[:i], form: head, lo: t.lo, hi: t.lo + i, glued: t.glued})
			rest := token{class: word, text: t.text[j:], form: tail, lo: t.lo + j, hi: t.hi, glued: true}
			next, _, _ := strings.Cut(tail, "-")
			if isFigure(corpus.Number(next)) {
				out = append(out, token{class: sign, text: t.text[i:j], form: "–", lo: t.lo + i, hi: t.lo + j, glued: true})
			}
			t = rest
		}
		out = append(out, t)
	}
	return out
}

// ordinalTail are the endings that make an ordinal of a figure.
var ordinalTail = set("ші шы інші ыншы нші ншы")

func (c *kazakhReader) done() bool { return c.i >= len(c.ts) }

// peek is the token n after the next one, a sign without text behind the last.
func (c *kazakhReader) peek(n int) token {
	if i := c.i + n; i >= 0 && i < len(c.ts) {
		return c.ts[i]
	}
	return token{class: sign}
}

// word takes one of some words.
func (c *kazakhReader) word(forms ...string) bool {
	if t := c.peek(0); t.class == word && slices.Contains(forms, t.form) {
		c.i++
		return true
	}
	return false
}

// stem takes a word that begins with one of some stems.
func (c *kazakhReader) stem(stems ...string) bool {
	t := c.peek(0)
	if t.class != word {
		return false
	}
	for _, s := range stems {
		if strings.HasPrefix(t.form, s) {
			c.i++
			return true
		}
	}
	return false
}

// phrase takes words in a row, given by their stems.
func (c *kazakhReader) phrase(stems ...string) bool {
	from := c.i
	for _, s := range stems {
		if !c.stem(s) {
			c.i = from
			return false
		}
	}
	return true
}

func (c *kazakhReader) sign(forms ...string) bool {
	if t := c.peek(0); t.class == sign && slices.Contains(forms, t.form) {
		c.i++
		return true
	}
	return false
}

// and takes a word that joins two of a kind.
func (c *kazakhReader) and() bool { return c.word("және", "мен", "пен", "бен") }

// brackets passes over remarks: lists of publications, «(бұдан әрі – Заң)». A
// number with a bracket closes one only where no other does: «(1, 5)», but
// «(3) тармақша)».
func (c *kazakhReader) brackets() {
	for c.peek(0).class == sign && c.peek(0).form == "(" {
		depth, last := 0, -1
		for j := c.i; j < len(c.ts) && last < 0; j++ {
			switch t := c.ts[j]; {
			case t.class == sign && t.form == "(":
				depth++
			case t.class == sign && t.form == ")":
				if depth--; depth == 0 {
					last = j
				}
			}
		}
		for j := c.i; j < len(c.ts) && last < 0; j++ {
			if t := c.ts[j]; t.class == number && strings.HasSuffix(t.text, ")") {
				last = j
			}
		}
		if last < 0 {
			return
		}
		c.i = last + 1
	}
}

// text is what was taken from a token on, nearly as printed.
func (c *kazakhReader) text(lo int) string { return joinTokens(c.ts[lo:c.i]) }

// joinTokens writes tokens as they were printed, with one space for all kinds
// of them.
func joinTokens(ts []token) string {
	var b strings.Builder
	for i, t := range ts {
		switch {
		case i == 0:
		case !t.glued:
			b.WriteByte(' ')
		case t.lo > ts[i-1].hi:
			b.WriteByte('-') // of «5-бап»
		}
		if t.class == quoted {
			b.WriteString(`"` + t.text + `"`)
		} else {
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// date takes «2027 жылғы 1 қаңтарға», «2027 жылғы 1 қаңтардан».
func (c *kazakhReader) date() (string, bool) {
	year, day, month := c.peek(0), c.peek(2), c.peek(3)
	if year.class != number || len(year.form) != 4 || c.peek(1).class != word || !strings.HasPrefix(c.peek(1).form, "жыл") || day.class != number || month.class != word {
		return "", false
	}
	iso := kazakhDate(year.form, day.form, month.form)
	if iso == "" {
		return "", false
	}
	c.i += 4
	return iso, true
}
