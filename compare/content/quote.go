package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/table"
)

// ellipsis marks what a quote leaves out.
const ellipsis = "…"

// runs returns a text of at most limit characters as runs, with the matched
// words marked, and an ellipsis for each stretch that is left out.
func runs(text string, matches [][2]int, limit int) []table.Run {
	var rs []table.Run
	add := func(s string, m table.Mark) {
		if s != "" {
			rs = append(rs, table.Run{Text: s, Mark: m})
		}
	}
	end := 0
	for i, part := range excerpt(text, matches, limit) {
		at := part[0]
		if i > 0 {
			add(" ", table.MarkNone)
		}
		if at > end {
			add(ellipsis+" ", table.MarkMuted)
		}
		for _, m := range joined(text, matches) {
			if m[0] < at || m[1] > part[1] {
				continue
			}
			add(text[at:m[0]], table.MarkNone)
			add(text[m[0]:m[1]], table.MarkMatch)
			at = m[1]
		}
		add(text[at:part[1]], table.MarkNone)
		end = part[1]
	}
	if end < len(text) {
		add(" "+ellipsis, table.MarkMuted)
	}
	return rs
}

// joined makes one range of matches with nothing but spaces between, so that a
// phrase is marked as a whole.
func joined(text string, matches [][2]int) [][2]int {
	var out [][2]int
	for _, m := range matches {
		if n := len(out); n > 0 && m[0] >= out[n-1][1] && strings.TrimSpace(text[out[n-1][1]:m[0]]) == "" {
			out[n-1][1] = m[1]
			continue
		}
		out = append(out, m)
	}
	return out
}

// excerpt chooses what of a long text is quoted: from the beginning of the
// sentence that matches first, so that the quote has its subject; where the
// match is far from there, the beginning of the sentence, and the words around
// the match.
func excerpt(text string, matches [][2]int, limit int) [][2]int {
	if utf8.RuneCountInString(text) <= limit {
		return [][2]int{{0, len(text)}}
	}
	limit -= 6 // the ellipses
	if len(matches) == 0 {
		return [][2]int{{0, cut(text, 0, limit)}}
	}
	first := matches[0]
	lo := 0
	if utf8.RuneCountInString(text[:first[1]]) > limit*2/3 {
		lo = sentenceStart(text, first[0])
	}
	if utf8.RuneCountInString(text[lo:first[1]]) <= limit*2/3 {
		return [][2]int{{lo, cut(text, lo, limit)}}
	}
	head := cut(text, lo, limit/3)
	if i := strings.LastIndexAny(text[lo:head], ",;"); i > (head-lo)/2 {
		head = lo + i + 1 // whole members of the sentence
	}
	from := first[0]
	if i := strings.LastIndexAny(text[:from], ",;:"); i > head && utf8.RuneCountInString(text[i:from]) <= limit/3 {
		from = i + 1 + len(text[i+1:from]) - len(strings.TrimLeftFunc(text[i+1:from], unicode.IsSpace))
		return [][2]int{{lo, head}, {from, cut(text, from, limit-utf8.RuneCountInString(text[lo:head]))}}
	}
	for range 4 { // words
		before := strings.TrimRightFunc(text[:from], unicode.IsSpace)
		i := strings.LastIndexFunc(before, unicode.IsSpace)
		if i < head {
			break
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		from = i + n
	}
	if from <= head {
		return [][2]int{{lo, cut(text, lo, limit)}}
	}
	return [][2]int{{lo, head}, {from, cut(text, from, limit-utf8.RuneCountInString(text[lo:head]))}}
}

// sentenceStart returns where the sentence begins that holds at.
func sentenceStart(text string, at int) int {
	for i := at; i > 0; {
		j := strings.LastIndexAny(text[:i], ".!?\n")
		if j < 0 {
			return 0
		}
		rest := strings.TrimLeftFunc(text[j+1:at], unicode.IsSpace)
		r, _ := utf8.DecodeRuneInString(rest)
		if rest != "" && len(rest) < at-j-1 && unicode.IsUpper(r) {
			return at - len(rest)
		}
		i = j
	}
	return 0
}

// cut returns where a stretch from lo of at most limit characters ends, at a
// word.
func cut(text string, lo, limit int) int {
	hi := lo
	for n := 0; n < limit && hi < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[hi:])
		hi += size
	}
	if hi == len(text) {
		return hi
	}
	if i := strings.LastIndexFunc(text[lo:hi], unicode.IsSpace); i > 0 {
		hi = lo + i
	}
	const loose = " ,;:–-\n\u00a0"
	s := strings.TrimRight(text[lo:hi], loose)
	for { // no word stands before the ellipsis that calls for another
		i := strings.LastIndexAny(s, " \u00a0")
		if i <= 0 || !opening[strings.ToLower(strings.TrimLeft(s[i:], " \u00a0"))] {
			return lo + len(s)
		}
		s = strings.TrimRight(s[:i], loose)
	}
}

// opening are the words that open what a cut has taken away.
var opening = map[string]bool{"в": true, "во": true, "на": true, "о": true, "об": true, "и": true, "или": true, "по": true, "с": true, "со": true,
	"для": true, "к": true, "из": true, "от": true, "за": true, "не": true, "при": true, "до": true, "у": true, "а": true, "(или)": true}

// shorten returns the beginning of s, at most limit characters, cut at a word.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return s[:cut(s, 0, limit-2)] + " " + ellipsis
}

// shortenMiddle leaves out what stands in the middle of s: its end, where a
// lead-in has its verb, stays.
func shortenMiddle(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	end := len(s)
	for n := 0; n < limit/3; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
	}
	i := strings.IndexFunc(s[end:], unicode.IsSpace)
	if i < 0 {
		return shorten(s, limit)
	}
	return s[:cut(s, 0, limit-limit/3-2)] + " " + ellipsis + s[end+i:]
}

// shift moves byte ranges by n, and drops those that begin before.
func shift(matches [][2]int, n int) [][2]int {
	out := slices.Clone(matches)
	for i := range out {
		out[i][0] += n
		out[i][1] += n
	}
	return slices.DeleteFunc(out, func(m [2]int) bool { return m[0] < 0 })
}
