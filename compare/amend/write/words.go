package write

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare"
	"svod/compare/amend"
)

// This file finds the fewest words to quote that make one paragraph of another.
//
//	old, new ─compare.Diff→ hunks ─join→ hunks that a person would name apart ─quote→ edits
//
// What is quoted stands in the paragraph exactly once, begins and ends with
// whole words, keeps its quotes and brackets in pairs, and says something: not
// «слово «и» заменить знаком «,»», but the words on both sides of it.

// An edit is one operation on the words of a paragraph.
type edit struct {
	kind     amend.Kind
	object   amend.Object
	side     amend.Side
	old, new string
	sentence int // of amend.Sentences: which
	changed  int // how many words changed
	quoted   int // how many words are quoted
	of, is   []string
}

// Bounds of what is quoted, in words.
const (
	mostQuoted = 8  // of a short paragraph
	everQuoted = 20 // of any
	mostAnchor = 6  // beside which words are put
)

// A hunk is a run of tokens that changed: old[alo:ahi] became new[blo:bhi].
type hunk struct{ alo, ahi, blo, bhi int }

// A paragraph is a text on its way from one edition to the other.
type paragraph struct {
	old, new string
	a, b     []compare.Token
	hunks    []hunk
}

// wordEdits returns the edits that make one text of another. It is false where
// no honest quotation does, and the text is better written anew.
func wordEdits(old, new, lang string) ([]edit, bool) {
	if old == "" || new == "" {
		return nil, false
	}
	p := &paragraph{old: old, new: new, a: compare.Tokens(old, lang), b: compare.Tokens(new, lang)}
	var last *edit
	if sign, ok := p.closing(); ok {
		last = &sign
	}
	p.findHunks(lang)
	p.join()
	var out []edit
	for i := range p.hunks {
		e, ok := p.quote(i)
		if !ok {
			return nil, false
		}
		out = append(out, e)
	}
	if last != nil {
		out = append(out, *last)
	}
	if !p.comesOut(out) {
		return nil, false
	}
	return out, true
}

// closing takes off the signs that close both texts, if they differ: «точку
// заменить точкой с запятой».
func (p *paragraph) closing() (edit, bool) {
	n, m := len(p.a), len(p.b)
	if n < 2 || m < 2 || p.a[n-1].Key == p.b[m-1].Key || !closes(p.a[n-1].Key) || !closes(p.b[m-1].Key) {
		return edit{}, false
	}
	e := edit{kind: amend.Replace, object: amend.Signs, old: p.a[n-1].Key, new: p.b[m-1].Key, quoted: 1}
	e.of, e.is = []string{e.old}, []string{e.new}
	p.old, p.new = p.old[:p.a[n-1].Lo], p.new[:p.b[m-1].Lo]
	p.a, p.b = p.a[:n-1], p.b[:m-1]
	return e, true
}

func closes(key string) bool { return key == "." || key == ";" || key == ":" || key == "," }

// findHunks takes the edits of a comparison for runs of whole tokens.
func (p *paragraph) findHunks(lang string) {
	at, to := 0, 0 // bytes
	i, j := 0, 0   // tokens
	var open *hunk
	flush := func() {
		if open != nil && (open.ahi > open.alo || open.bhi > open.blo) {
			p.hunks = append(p.hunks, *open)
		}
		open = nil
	}
	for _, e := range compare.Diff(p.old, p.new) {
		switch {
		case e.Op == compare.Equal:
			at, to = at+len(e.Text), to+len(e.Text)
		case e.Op == compare.Delete:
			at += len(e.Text)
		default:
			to += len(e.Text)
		}
		if e.Op == compare.Equal || e.Cosmetic {
			flush()
			for i < len(p.a) && p.a[i].Lo < at {
				i++
			}
			for j < len(p.b) && p.b[j].Lo < to {
				j++
			}
			continue
		}
		if open == nil {
			open = &hunk{i, i, j, j}
		}
		for i < len(p.a) && p.a[i].Lo < at {
			i++
		}
		for j < len(p.b) && p.b[j].Lo < to {
			j++
		}
		open.ahi, open.bhi = i, j
	}
	flush()
}

// join makes one of hunks that nobody would name apart: with at most two words
// between them, or only words that join others.
func (p *paragraph) join() {
	out := p.hunks[:0:0]
	for _, h := range p.hunks {
		if n := len(out); n > 0 {
			last := &out[n-1]
			between := p.a[last.ahi:h.alo]
			if k := countWords(between); k <= 2 || k <= 4 && !says(between) {
				last.ahi, last.bhi = h.ahi, h.bhi
				continue
			}
		}
		out = append(out, h)
	}
	p.hunks = out
}

func countWords(ts []compare.Token) int {
	n := 0
	for _, t := range ts {
		if t.Word {
			n++
		}
	}
	return n
}

// says reports whether some of the words is more than one that joins others.
func says(ts []compare.Token) bool {
	for _, t := range ts {
		if t.Word && (utf8.RuneCountInString(t.Key) >= 4 && !joins[t.Key] || strings.ContainsAny(t.Key, "0123456789")) {
			return true
		}
	}
	return false
}

// joins are words of four letters and more that say nothing by themselves.
var joins = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("также либо если чтобы через перед после между более менее того этом этих этой этого который которые которых которая которого которой при для над под или либо " +
		"және немесе үшін бойынша туралы арқылы кейін дейін мен пен бен сондай ақ") {
		m[w] = true
	}
	return m
}()

// room is how many tokens to the left and right of a hunk are as they were.
func (p *paragraph) room(i int) (left, right int) {
	h := p.hunks[i]
	left, right = h.alo, len(p.a)-h.ahi
	if i > 0 {
		left = h.alo - p.hunks[i-1].ahi
	}
	if i+1 < len(p.hunks) {
		right = p.hunks[i+1].alo - h.ahi
	}
	return left, right
}

// quote finds the words by which to order a hunk.
func (p *paragraph) quote(i int) (edit, bool) {
	h := p.hunks[i]
	was, is := p.a[h.alo:h.ahi], p.b[h.blo:h.bhi]
	changed := max(countWords(was), countWords(is))
	if e, ok := p.sentence(h); ok {
		e.changed = changed
		return e, true
	}
	if len(was) == 0 {
		if e, ok := p.insertion(i); ok {
			e.changed = changed
			return e, true
		}
	}
	if len(is) == 0 {
		if e, ok := p.deletion(h); ok {
			e.changed = changed
			return e, true
		}
	}
	e, ok := p.replacement(i)
	e.changed = changed
	return e, ok
}

// deletion quotes the very words that go.
func (p *paragraph) deletion(h hunk) (edit, bool) {
	was := p.a[h.alo:h.ahi]
	begins, ends := was[0], was[len(was)-1]
	comma := begins.Key == ","
	if !(begins.Word || comma || opening(p.old, begins)) || !(ends.Word || closingSign(ends.Key) || ends.Key == "," && !comma) {
		return edit{}, false
	}
	if !says(was) && countWords(was) < 2 || !p.quotable(was) || !balanced(text(p.old, was)) {
		return edit{}, false
	}
	e := edit{kind: amend.Remove, object: amend.Words, old: text(p.old, was), quoted: countWords(was), of: keysOf(was)}
	if numbers(was) {
		e.object = amend.Figures
	}
	return e, true
}

// insertion names the words behind or before which others are put.
func (p *paragraph) insertion(i int) (edit, bool) {
	h := p.hunks[i]
	is := p.b[h.blo:h.bhi]
	if countWords(is) == 0 || !balanced(text(p.new, is)) {
		return edit{}, false
	}
	e := edit{kind: amend.Add, object: amend.Words, new: text(p.new, is), quoted: countWords(is), is: keysOf(is)}
	left, right := p.room(i)
	begins, ends := is[0], is[len(is)-1]
	proper := begins.Word || begins.Key == "," || opening(p.new, begins)
	rest := p.a[h.alo:]
	if h.alo > 0 && i+1 == len(p.hunks) && (len(rest) == 0 || len(rest) == 1 && closes(rest[0].Key)) &&
		proper && (ends.Word || closingSign(ends.Key)) && !closes(p.a[h.alo-1].Key) {
		e.side = amend.End
		return e, true
	}
	if h.alo > 0 && proper && !closes(ends.Key) {
		last := p.a[h.alo-1]
		for k := 1; k <= left && k <= 2*mostAnchor && (last.Word || closingSign(last.Key)); k++ {
			anchor := p.a[h.alo-k : h.alo]
			if countWords(anchor) > mostAnchor {
				break
			}
			if anchor[0].Word && says(anchor) && p.once(anchor) && balanced(text(p.old, anchor)) {
				e.side, e.old, e.of = amend.After, text(p.old, anchor), keysOf(anchor)
				e.quoted += countWords(anchor)
				return e, true
			}
		}
	}
	if h.alo < len(p.a) && p.a[h.alo].Word && begins.Word && h.alo > 0 {
		for k := 1; k <= right && k <= 2*mostAnchor; k++ {
			anchor := p.a[h.alo : h.alo+k]
			if countWords(anchor) > mostAnchor {
				break
			}
			if last := anchor[k-1]; (last.Word || closingSign(last.Key)) && says(anchor) && p.once(anchor) && balanced(text(p.old, anchor)) {
				e.side, e.old, e.of = amend.Before, text(p.old, anchor), keysOf(anchor)
				e.quoted += countWords(anchor)
				return e, true
			}
		}
	}
	return edit{}, false
}

// replacement quotes the words that change, with as few words around them as
// make them stand there once and say something.
func (p *paragraph) replacement(i int) (edit, bool) {
	h := p.hunks[i]
	left, right := p.room(i)
	byNumber := h.ahi > h.alo && numbers(p.a[h.alo:h.ahi])
	for total := 0; total <= 2*mostQuoted; total++ {
		for k := range total + 1 {
			l := k
			if byNumber || h.ahi > h.alo && !p.a[h.alo].Word {
				l = total - k
			}
			r := total - l
			if l > left || r > right {
				continue
			}
			was, is := p.a[h.alo-l:h.ahi+r], p.b[h.blo-l:h.bhi+r]
			if len(was) == 0 || len(is) == 0 || !p.wholeWords(p.old, was) || !p.wholeWords(p.new, is) || !p.quotable(was) {
				continue
			}
			figures := numbers(was) && numbers(is)
			if !figures && (!says(was) || !says(is)) {
				continue
			}
			e := edit{kind: amend.Replace, object: amend.Words, old: text(p.old, was), new: text(p.new, is),
				quoted: countWords(was) + countWords(is), of: keysOf(was), is: keysOf(is)}
			if !balanced(e.old) || !balanced(e.new) {
				continue
			}
			if figures {
				e.object = amend.Figures
			}
			return e, true
		}
	}
	return edit{}, false
}

// wholeWords reports whether tokens begin and end as a quotation may.
func (p *paragraph) wholeWords(s string, ts []compare.Token) bool {
	begins, ends := ts[0], ts[len(ts)-1]
	return (begins.Word || opening(s, begins)) && (ends.Word || closingSign(ends.Key))
}

// quotable reports whether words are few enough to be quoted, and stand in the
// paragraph once.
func (p *paragraph) quotable(ts []compare.Token) bool {
	n := countWords(ts)
	return n <= max(mostQuoted, min(everQuoted, countWords(p.a)/4)) && p.once(ts)
}

// once reports whether tokens stand in the old paragraph once.
func (p *paragraph) once(ts []compare.Token) bool { return occurs(keysOf(p.a), keysOf(ts)) == 1 }

// sentence recognises a hunk that is a sentence by itself: it came at the end
// or within the paragraph, or went.
func (p *paragraph) sentence(h hunk) (edit, bool) {
	whole := func(ts []compare.Token, lo, hi int) bool {
		return hi > lo && ts[hi-1].Key == "." && (lo == 0 || ts[lo-1].Key == ".") && says(ts[lo:hi])
	}
	nth := func(ts []compare.Token, at int, s string) int {
		n := 1
		for i := 0; i < at; i++ {
			if ts[i].Key == "." && i+1 < len(ts) && capital(s[ts[i+1].Lo:]) {
				n++
			}
		}
		return n
	}
	single := func(ts []compare.Token, s string) bool {
		return capital(s[ts[0].Lo:]) && nth(ts, len(ts)-1, s) == 1
	}
	switch {
	case h.alo == h.ahi && h.alo > 0 && whole(p.b, h.blo, h.bhi) && p.a[h.alo-1].Key == "." && single(p.b[h.blo:h.bhi], p.new):
		is := p.b[h.blo:h.bhi]
		e := edit{kind: amend.Add, object: amend.Sentences, new: text(p.new, is), quoted: countWords(is), is: keysOf(is)}
		if h.alo < len(p.a) {
			e.sentence = nth(p.b, h.blo, p.new)
		}
		return e, balanced(e.new)
	case h.blo == h.bhi && whole(p.a, h.alo, h.ahi) && h.ahi-h.alo < len(p.a) && single(p.a[h.alo:h.ahi], p.old):
		was := p.a[h.alo:h.ahi]
		return edit{kind: amend.Remove, object: amend.Sentences, sentence: nth(p.a, h.alo, p.old), quoted: 2, old: "", of: keysOf(was)}, true
	}
	return edit{}, false
}

func capital(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if !strings.ContainsRune("«\"“„(", r) {
			return false
		}
	}
	return false
}

// comesOut plays the edits through, one after the other: each must find its
// words once in what those before it left, and all must make the new text.
func (p *paragraph) comesOut(es []edit) bool {
	at, want := keysOf(p.a), keysOf(p.b)
	for _, e := range es {
		i := find(at, e.of)
		switch {
		case e.object == amend.Signs:
			continue
		case e.kind == amend.Add && e.object == amend.Sentences:
			i = p.sentenceAt(at, want, e.is)
			at = splice(at, i, i, e.is)
		case e.kind == amend.Add && len(e.of) == 0:
			end := len(at)
			if end > 0 && closes(at[end-1]) {
				end--
			}
			at = splice(at, end, end, e.is)
		case occurs(at, e.of) != 1:
			return false
		case e.kind == amend.Add && e.side == amend.After:
			at = splice(at, i+len(e.of), i+len(e.of), e.is)
		case e.kind == amend.Add:
			at = splice(at, i, i, e.is)
		default:
			at = splice(at, i, i+len(e.of), e.is)
		}
	}
	if len(at) != len(want) {
		return false
	}
	for i := range at {
		if at[i] != want[i] {
			return false
		}
	}
	return true
}

// sentenceAt is where a new sentence goes: where the two texts part.
func (p *paragraph) sentenceAt(at, want, is []string) int {
	i := 0
	for i < len(at) && i < len(want) && at[i] == want[i] {
		i++
	}
	for i > 0 && at[i-1] != "." {
		i--
	}
	return i
}

func splice(s []string, lo, hi int, in []string) []string {
	out := make([]string, 0, len(s)+len(in))
	out = append(out, s[:lo]...)
	out = append(out, in...)
	return append(out, s[hi:]...)
}

func find(in, what []string) int {
	for i := 0; i+len(what) <= len(in); i++ {
		if startsWith(in[i:], what) {
			return i
		}
	}
	return -1
}

func occurs(in, what []string) int {
	n := 0
	for i := 0; i+len(what) <= len(in) && len(what) > 0; i++ {
		if startsWith(in[i:], what) {
			n++
		}
	}
	return n
}

func startsWith(in, what []string) bool {
	for k := range what {
		if in[k] != what[k] {
			return false
		}
	}
	return true
}

func keysOf(ts []compare.Token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.Key
	}
	return out
}

// numbers reports whether the tokens are one number of digits.
func numbers(ts []compare.Token) bool {
	return len(ts) == 1 && ts[0].Word && strings.Trim(ts[0].Key, "0123456789") == ""
}

// text is what a quotation says: with single spaces, and one behind the comma
// that it begins with.
func text(s string, ts []compare.Token) string {
	out := strings.Join(strings.Fields(s[ts[0].Lo:ts[len(ts)-1].Hi]), " ")
	if rest, ok := strings.CutPrefix(out, ","); ok {
		out = ", " + strings.TrimSpace(rest)
	}
	return out
}

// opening and closingSign tell signs with which a quotation may begin and end.
func opening(s string, t compare.Token) bool {
	r, n := utf8.DecodeRuneInString(s[t.Lo:])
	if r == '"' {
		next, _ := utf8.DecodeRuneInString(s[t.Lo+n:])
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	}
	return strings.ContainsRune("«“„(№", r)
}

func closingSign(key string) bool { return key == `"` || key == ")" || key == "%" }

// balanced reports whether quotes and brackets of a quotation are in pairs.
func balanced(s string) bool {
	round, quotes, straight := 0, 0, 0
	for _, r := range s {
		switch r {
		case '(':
			round++
		case ')':
			round--
		case '«', '„', '“':
			quotes++
		case '»', '”':
			quotes--
		case '"':
			straight++
		}
		if round < 0 || quotes < 0 {
			return false
		}
	}
	return round == 0 && quotes == 0 && straight%2 == 0
}
