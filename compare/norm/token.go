package norm

import (
	"strings"

	"svod/corpus/words"
)

// A Text is a text of an act, read once for all that is asked of it.
type Text struct {
	text  string
	lang  string
	words []words.Word
}

// Read reads a text in a language: ru or kk; others are read as Russian.
func Read(text, lang string) *Text {
	if lang != "kk" {
		lang = "ru"
	}
	s := &Text{text: text, lang: lang}
	for _, w := range words.Split(text, lang) {
		if w.Part == 0 {
			s.words = append(s.words, w)
		}
	}
	return s
}

// form returns the folded form of a word, "" beside the sentence.
func (s *Text) form(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Form
}

// parted reports whether a sign stands before a word, or it is the first.
func (s *Text) parted(i int) bool {
	if i <= 0 || i >= len(s.words) {
		return true
	}
	return strings.ContainsAny(s.text[s.words[i-1].Hi:s.words[i].Lo], ",;:()–—.!?") || strings.Contains(s.text[s.words[i-1].Hi:s.words[i].Lo], " - ")
}

// ended reports whether a sentence ends before a word.
func (s *Text) ended(i int) bool {
	if i <= 0 || i >= len(s.words) {
		return true
	}
	gap := s.text[s.words[i-1].Hi:s.words[i].Lo]
	return strings.ContainsAny(gap, ".!?\n;") && !small(s.text[s.words[i].Lo:]) || strings.ContainsAny(gap, "\n;")
}

// small reports whether a text begins with a small letter or a figure.
func small(s string) bool {
	for _, r := range s {
		return r >= '0' && r <= '9' || strings.ToLower(string(r)) == string(r)
	}
	return true
}

// segment returns the words between the signs around a word.
func (s *Text) segment(i int) (lo, hi int) {
	for lo = i; !s.parted(lo); lo-- {
	}
	for hi = i + 1; hi < len(s.words) && !s.parted(hi); hi++ {
	}
	return lo, hi
}

func hasSuffix(w string, endings ...string) bool {
	for _, e := range endings {
		if len(w) > len(e) && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
