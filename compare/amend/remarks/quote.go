package remarks

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus/words"
)

var (
	ellipsis = lazy.New(`[<\[({]*\s*(?:…+|\.(?:\s?\.){2,}|_{3,})\s*[>\])}]*|<\s*>`)
	absent   = lazy.New(`(?i)^[^\pL\pN]*(?:отсутству(?:ет|ют)|нет|жоқ|не предусмотрен[аоы]?|absent|none|новая норма|новый пункт|новый подпункт|новая статья|көзделмеген)[^\pL\pN]*$`)
	removed  = lazy.New(`(?i)^[^\pL\pN]*(?:исключить|исключен[аоы]?|исключается|исключаются|признать утративш(?:им|ими|ей|ую) силу|утратил[аио]? силу|алып тасталсын|алып тастау|алынып тасталсын|күші жойылды деп танылсын|delete|repeal|deleted)[^\pL\pN]*$`)
	lineGone = lazy.New(`(?i)^[\d\s\-–.,)и]{1,80}(?:отсутству(?:ет|ют)|исключить|исключается|жоқ|алып тасталсын|алынып тасталсын)[^\pL\pN]*$`)
	wordGone = lazy.New(`(?i)^(?:част[ьи]|абзац[ыа]?|пункт[ы]?|подпункт[ы]?|статья|бөлік|абзац|тармақ|предложени[ея])\s.{0,60}?(?:отсутству(?:ет|ют)|исключить|жоқ|алып тасталсын)[^\pL\pN]*$`)
	repealed = lazy.New(`(?i)^(?:статья\s+)?[\d\-–.)\s]{1,12}(?:бап\.?\s*)?\(?\s*(?:исключен|утратил|алып тасталды|алынып тасталды|күші жойылды|күшін жойды)`)
	remarkOf = lazy.New(`(?i)^(?:сноска\.|ескерту\.|примечание изпи|примечание рцпи)`)
)

// A quote is a cell as words with gaps.
type quote struct {
	text  string
	words []word
	// gaps tells whether anything is left out by «…».
	gaps bool
	gone []string // lines that say of a provision that it is not there
}

// isAbsent reports whether a cell says that the law has nothing here.
func isAbsent(s string) bool {
	s = bareText(s)
	return s == "-" || absent.MatchString(s)
}

// isRemoval reports whether a cell says that what is here is to go.
func isRemoval(s string) bool { return removed.MatchString(bareText(s)) }

func bareText(s string) string { return strings.TrimSpace(words.Fold(s)) }

// readQuote reads a cell.
func readQuote(s, lang string) *quote {
	q := &quote{text: s}
	at := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		t := strings.TrimSpace(line)
		switch {
		case t == "":
		case len(t) < 300 && (lineGone.MatchString(t) || wordGone.MatchString(t)):
			q.gone = append(q.gone, t)
			q.gap()
		case remarkOf.MatchString(t) || len(t) < 300 && repealed.MatchString(t):
			q.gap()
		default:
			q.line(line, at, lang)
		}
		at += len(line)
	}
	return q
}

func (q *quote) gap() {
	if n := len(q.words); n == 0 || !q.words[n-1].gap {
		q.words = append(q.words, word{gap: true})
	}
}

// line reads a line that begins at an offset of the cell.
func (q *quote) line(line string, at int, lang string) {
	gaps := ellipsis.FindAllStringIndex(line, -1)
	first := true
	for _, w := range words.Split(line, lang) {
		if w.Part != 0 {
			continue
		}
		for len(gaps) > 0 && gaps[0][0] < w.Lo {
			q.gap()
			q.gaps, gaps = true, gaps[1:]
		}
		x := wordOf(w)
		x.lo, x.hi, x.first = x.lo+at, x.hi+at, first
		first = false
		q.words = append(q.words, x)
	}
	if len(gaps) > 0 {
		q.gap()
		q.gaps = true
		q.words[len(q.words)-1].first = first
	}
}

// count is the number of its words.
func (q *quote) count() int {
	n := 0
	for _, w := range q.words {
		if !w.gap {
			n++
		}
	}
	return n
}
