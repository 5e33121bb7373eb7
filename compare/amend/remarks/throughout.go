package remarks

import (
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/corpus/lazy"
	"svod/corpus/words"
)

var (
	throughout  = lazy.New(`(?i)^[^\pL]*(?:по (?:всему )?тексту|весь текст|(?:бүкіл |барлық )?мәтін\pL* бойынша)`)
	quotedWords = lazy.New(`[«“„"]([^«»“”„"]+)[»”“"]`)
)

// throughout checks a row about words that are changed wherever they stand:
// «По всему тексту», in the one column the old words in quotes, in the other the
// new ones. It is false of a row that has no such words.
func (k *checker) throughout(a *act, before, after string) bool {
	olds := quotesIn(before)
	if len(olds) == 0 {
		return false
	}
	f := a.now()
	for _, old := range olds {
		if !f.has(old) {
			k.find(Finding{Kind: NotThere, Column: Before, Quote: old}, f)
		}
	}
	if k.Draft == nil || a.result == nil || !k.Table.Has(After) {
		return true
	}
	news := quotesIn(after)
	for _, old := range olds {
		op, ok := k.everywhere(a, old)
		if !ok {
			k.find(Finding{Kind: NoOperation, Quote: after, Text: before}, f)
			return true
		}
		if o := &k.Draft.Operations[op]; o.Kind == amend.Replace && !slices.ContainsFunc(news, func(s string) bool { return words.Fold(s) == words.Fold(o.New) }) {
			k.find(Finding{Kind: Changed, Column: After, Text: o.New, Quote: after}, f)
		}
	}
	return true
}

// everywhere is the operation on words wherever they stand in an act, which has
// a row then.
func (k *checker) everywhere(a *act, old string) (int, bool) {
	found := -1
	for i, op := range k.Draft.Operations {
		if op.Act == a.in && op.Everywhere && words.Fold(op.Old) == words.Fold(old) {
			a.seen[i] = true
			found = i
		}
	}
	return found, found >= 0
}

func quotesIn(s string) (out []string) {
	for _, m := range quotedWords.FindAllStringSubmatch(s, -1) {
		out = append(out, strings.TrimSpace(m[1]))
	}
	return out
}

// has reports whether an act has words somewhere, in whatever form.
func (f *flat) has(s string) bool {
	var sought []string
	for _, w := range words.Split(s, f.lang) {
		if w.Part == 0 {
			sought = append(sought, w.Stem)
		}
	}
	for i := range f.words {
		if i+len(sought) > len(f.words) {
			break
		}
		if slices.EqualFunc(f.words[i:i+len(sought)], sought, func(w word, stem string) bool { return w.stem == stem }) {
			return true
		}
	}
	return false
}
