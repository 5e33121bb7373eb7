package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// leadIn returns what a provision goes on from, so that it can be read alone:
// of «3) выйти из совета» the words «Член совета вправе:» that stand above it.
// Headings are no part of it.
func leadIn(d *corpus.Document, u *corpus.Unit) []string {
	var out []string
	path := pathTo(d, u)
	for i := len(path) - 1; i > 0; i-- {
		u, up := path[i], path[i-1]
		if u.Kind <= corpus.KindArticle {
			break
		}
		if u.Kind == corpus.KindRow {
			if head := up.Units[0]; head != u && head.Text != "" {
				out = append(out, head.Text)
			}
			continue
		}
		if s := opening(up, u); s != "" {
			out = append(out, s)
		}
	}
	slices.Reverse(out)
	return out
}

// pathTo is the units from the document to one of its units.
func pathTo(d *corpus.Document, u *corpus.Unit) []*corpus.Unit {
	return append([]*corpus.Unit{d.Root}, d.Path(d.AddressOf(u))...)
}

// opening is the paragraph that a part u of up goes on from: the nearest above
// it that is no part of a list itself. A paragraph that begins with a capital
// letter stands alone, and so do most clauses.
func opening(up, u *corpus.Unit) string {
	if u.Kind == corpus.KindTable || u.Kind == corpus.KindPassage && !goesOn(u.Text) {
		return ""
	}
	text := strings.TrimSpace(up.Label + " " + up.Text)
	if up.Kind <= corpus.KindArticle {
		text = up.Text
	}
	for i := slices.Index(up.Units, u) - 1; i >= 0; i-- {
		if s := up.Units[i]; s.Kind == corpus.KindPassage && !goesOn(s.Text) {
			text = s.Text
			break
		}
	}
	if up.Text == "" && text == strings.TrimSpace(up.Label) || u.Kind == corpus.KindClause && !opens(text) {
		return ""
	}
	return text
}

// opens reports whether a list follows a text.
func opens(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, " \u00a0-–—"), ":")
}

// goesOn reports whether a text is not the beginning of a sentence.
func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) || strings.ContainsRune("-–—•", r)
}

// neighbours returns at most n units on each side of one, of its own level and
// never across the border of its article or chapter. If units stand below it,
// the first of them come after it.
func neighbours(d *corpus.Document, u *corpus.Unit, n int) (before, after []Line) {
	if n <= 0 {
		return nil, nil
	}
	line := func(v *corpus.Unit) Line {
		return Line{Address: d.AddressOf(v), Label: v.Label, Text: v.Own(), More: len(v.Units) > 0}
	}
	next := u.Units
	if path := pathTo(d, u); len(path) > 1 {
		around := path[len(path)-2].Units
		at := slices.Index(around, u)
		for i := at - 1; i >= 0 && len(before) < n; i-- {
			if around[i].Own() != "" {
				before = append(before, line(around[i]))
			}
		}
		slices.Reverse(before)
		if len(next) == 0 {
			next = around[at+1:]
		}
	}
	for _, v := range next {
		if len(after) < n && v.Own() != "" {
			after = append(after, line(v))
		}
	}
	return before, after
}
