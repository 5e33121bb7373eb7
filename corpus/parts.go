package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A provision may consist of several parts («часть первая», «бірінші бөлік»)
// that bear no number. The legal rule tells them apart: a part begins with a
// capital and ends with a full stop; what it lists («…;») belongs to it; its
// lead-in is its first passage. Parts are no level of the tree, because only
// people count them, but they are named in citations:
//
//	2. Первая часть:            пункт 2
//	1) подпункт;                  подпункт 1) части первой
//	2) подпункт.                  подпункт 2) части первой
//	Вторая часть:               абзац первый части второй
//	абзац;                        абзац второй части второй
//	абзац.                        абзац третий части второй
//	Третья часть.               часть третья

// A part is what stands between the beginning of a sentence-like paragraph
// and the next one. own says that it begins with the unit's own text.
type part struct {
	own   bool
	units []*Unit
}

// alone reports whether the part is a single paragraph.
func (p part) alone() bool { return len(p.units) == 1 && !p.own }

// parts divides a unit into its parts. A unit with a list of clauses, a
// chapter and an appendix have none.
func parts(u *Unit) []part {
	if u == nil || u.Kind < KindArticle || u.Kind > KindItem {
		return nil
	}
	var ps []part
	full := true // the last paragraph ended with a full stop
	if u.Text != "" {
		ps = append(ps, part{own: true})
		full = endsSentence(u.Text)
	}
	for _, c := range u.Units {
		if c.Kind == KindClause {
			return nil
		}
		begins := c.Kind == KindPassage && full && !startsSmall(c.Text)
		if len(ps) == 0 || begins && (len(ps) > 1 || ps[0].own || len(ps[0].units) > 0) {
			ps = append(ps, part{})
		}
		last := &ps[len(ps)-1]
		last.units = append(last.units, c)
		full = endsSentence(lastText(c)) || full && c.Kind >= KindTable
	}
	return ps
}

// lastText is the last paragraph of a unit, that of its children included. A
// repealed unit counts as a sentence.
func lastText(u *Unit) string {
	for i := len(u.Units) - 1; i >= 0; i-- {
		if u.Units[i].Kind < KindTable {
			return lastText(u.Units[i])
		}
	}
	if u.Text == "" {
		return "."
	}
	return u.Text
}

// endsSentence reports whether a paragraph ends as a sentence does.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "»\"”“)] \u00a0"))
	return r == '.' || r == '!' || r == '?' || r == '…'
}

// startsSmall reports whether a paragraph goes on with a sentence or a list.
func startsSmall(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return unicode.IsLower(r)
		case unicode.IsDigit(r):
			return false
		case strings.ContainsRune("-–—−•·*", r):
			return true
		}
	}
	return false
}

// partOf finds a child of u among the parts of u: the number of its part from
// one, and which of the part's unnumbered paragraphs it is, 0 if it is
// numbered. It is 0 if u has no more than one part.
func (t *terms) partOf(u, child *Unit) (n, paragraph int, p part) {
	if !t.counts(u) {
		return 0, 0, part{}
	}
	ps := parts(u)
	if len(ps) < 2 {
		return 0, 0, part{}
	}
	for i, p := range ps {
		at := 0
		if p.own {
			at++
		}
		for _, c := range p.units {
			if c.Kind == KindPassage {
				at++
			}
			if c != child {
				continue
			}
			if c.Kind != KindPassage {
				at = 0
			}
			return i + 1, at, p
		}
	}
	return 0, 0, part{}
}
