package parse

import (
	"strings"
	"unicode"

	"svod/corpus"
)

// Rules that an order approves have appendices of their own: «Приложение 1 к
// Правилам …». They stand in the appendix that holds these rules, as lawyers
// cite them, and not beside it, where the order has its own «Приложение 1».

// appendixDepth returns how much of the path stays open when the appendix
// whose caption is at line i begins: that of the rules it belongs to, else
// the document alone.
func (b *builder) appendixDepth(i int) int {
	text, level := "", 0
	for d, n := range b.open {
		if n.Kind != corpus.KindAppendix || n.Title == "" {
			continue
		}
		if text == "" {
			text = b.p.captionText(i)
		}
		if level++; level > 2 { // no rules go deeper
			break
		}
		if belongsTo(text, n.Title) {
			return d + 1
		}
	}
	if text != "" {
		return 1
	}
	// «Приложение 3» goes on from one that does not say whose it is either,
	// else from the innermost: «Приложение 2 к Правилам».
	next := 1
	for d, n := range b.open {
		if n.Kind == corpus.KindAppendix && len(n.value) > 0 && follows(n.value, b.p.paras[i].label.value) {
			if next = d; n.Text == "" {
				break
			}
		}
	}
	return next
}

// captionText joins the lines of the caption at line i.
func (p *parser) captionText(i int) string {
	text := p.paras[i].label.rest
	for j := i + 1; j < len(p.paras) && p.paras[j].role == captioned && j < i+10; j++ {
		if s := p.paras[j].label.rest; s != "" {
			text += " " + s
		} else if p.paras[j].label.none() {
			text += " " + plainText(&p.paras[j])
		}
	}
	return trim(text)
}

// belongsTo reports whether a caption names the document with a title: «к
// Правилам ухода …» the «Правила ухода …», «… қағидаларына» the «…
// қағидалары». What it is called stands first in Russian, last in Kazakh.
func belongsTo(caption, title string) bool {
	if rest, ok := cutFold(caption, "к "); ok {
		return sameStem(firstWord(rest), firstWord(title))
	}
	for _, w := range strings.Fields(caption) {
		if hasEnding(w, "ына") || hasEnding(w, "іне") {
			return sameStem(w, lastWord(title))
		}
	}
	return false
}

func firstWord(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	return s[:wordLen(s)]
}

func lastWord(s string) string {
	s = strings.TrimRightFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	return s[strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
}

// sameStem reports whether two words are forms of one: their beginnings are
// the same, ends apart.
func sameStem(a, b string) bool {
	const stem = 5 // «поряд-ок», «поряд-ку»
	x, y := []rune(a), []rune(b)
	if len(x) < stem || len(y) < stem {
		return false
	}
	for i := range stem {
		if fold(x[i]) != fold(y[i]) {
			return false
		}
	}
	return true
}
