package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/query"
)

// A FormCount is how often a word stands in one of its forms.
type FormCount struct {
	Form string `json:"form"`
	N    int    `json:"n"`
}

// forms counts the written forms of a word.
type forms map[string]*spelling

type spelling struct{ n, capitals int }

// add counts one more form, folded, which was written so.
func (f forms) add(form, written string) {
	s := f[form]
	if s == nil {
		s = &spelling{}
		f[strings.Clone(form)] = s
	}
	s.n++
	if abbreviation(written) {
		s.capitals++
	}
}

// abbreviation reports whether a word is written in capitals: НПО.
func abbreviation(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// list is the forms, the commonest first. What is mostly written in capitals is
// given so.
func (f forms) list() []FormCount {
	out := make([]FormCount, 0, len(f))
	for form, s := range f {
		if s.capitals*2 > s.n && utf8.RuneCountInString(form) <= 12 {
			form = strings.ToUpper(form)
		}
		out = append(out, FormCount{form, s.n})
	}
	slices.SortFunc(out, func(a, b FormCount) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Form, b.Form)) })
	return out
}

// merged prints forms with their numbers: «совета 30, совет 12».
func merged(fs []FormCount) string {
	ss := make([]string, len(fs))
	for i, f := range fs {
		ss[i] = f.Form + " " + digits(f.N)
	}
	return strings.Join(ss, ", ")
}

// Forms returns the folded forms of the words of a text, in order.
func Forms(text string) []string {
	l := lexis{exact: true}
	a := article{text: query.NewText([]query.Unit{{Text: text}})}
	var out []string
	for _, w := range a.text.Tokens() {
		if w.Part == 0 {
			out = append(out, l.key(a, w))
		}
	}
	return out
}
