package content

import (
	"slices"
	"strings"
	"sync"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
)

// A lexis is the words of documents as analyses of words see them: whole words,
// compounds and numbers being one each, by their stems or their written forms.
// What counting leaves out, as notes and repealed text, is no part of it.
type lexis struct {
	docs  []*corpus.Document
	names []string // for people
	exact bool     // words are written forms
	skip  []Skip
	once  sync.Once
	sizes []int // of the documents in words, when asked for
}

func newLexis(docs []*corpus.Document, exact bool, skip []Skip) *lexis {
	return &lexis{docs: docs, names: names(docs), exact: exact, skip: skip}
}

// each calls f with the articles of a document and their whole words.
func (l *lexis) each(d *corpus.Document, f func(a article, ws []query.Token)) {
	as := articles(d, corpus.KindRow, l.skip)
	if len(as) == 0 {
		as = lone(d)
	}
	for _, a := range as {
		ws := a.text.Tokens()
		f(a, slices.DeleteFunc(ws, func(w query.Token) bool { return w.Part != 0 }))
	}
}

// lone is the text of a document that has nothing but what looks like a title,
// as a few lines without full stops do: it is what there is to be counted.
func lone(d *corpus.Document) []article {
	var g group
	for a, u := range d.All() {
		if own := u.Own(); own != "" && u.Kind == corpus.KindRequisite && !u.Repealed {
			g.units = append(g.units, query.Unit{Text: own})
			g.passages = append(g.passages, &passage{unit: u, address: a})
		}
	}
	if g.units == nil {
		return nil
	}
	return []article{{query.NewText(g.units), g.passages}}
}

// key is what makes words the same.
func (l *lexis) key(a article, w query.Token) string {
	if l.exact || w.Stem == "" {
		return form(a, w)
	}
	return w.Stem
}

// form is the folded form of a word. A number of several words has none of its
// own.
func form(a article, w query.Token) string {
	if w.Form != "" {
		return w.Form
	}
	return strings.ToLower(strings.Join(strings.Fields(written(a, w)), " "))
}

// written is a word as it stands in the text.
func written(a article, w query.Token) string { return a.text.Units()[w.Unit].Text[w.Lo:w.Hi] }

// place is the evidence of what stands in one unit.
func (l *lexis) place(d int, a article, unit int) table.Evidence {
	p := a.passages[unit]
	return table.Evidence{Document: l.names[d], Address: string(p.address), Citation: l.docs[d].ShortCitation(p.address, l.docs[d].Meta.Language),
		Text: a.text.Units()[unit].Text}
}

// A sighting is evidence of a word, and the document that it is of.
type sighting struct {
	doc int
	table.Evidence
}

// places finds where words stand, unit by unit. It reads all documents: who
// explains many numbers asks once for all of their words.
func (l *lexis) places(keys map[string]bool) map[string][]sighting {
	out := map[string][]sighting{}
	for i, d := range l.docs {
		l.each(d, func(a article, ws []query.Token) {
			at := map[string]int{} // unit of the last place of a word, from 1
			for _, w := range ws {
				k := l.key(a, w)
				if !keys[k] {
					continue
				}
				if at[k] != w.Unit+1 {
					at[k] = w.Unit + 1
					out[k] = append(out[k], sighting{i, l.place(i, a, w.Unit)})
				}
				e := &out[k][len(out[k])-1]
				e.Matches = append(e.Matches, [2]int{w.Lo, w.Hi})
				e.Count++
			}
		})
	}
	return out
}

// evidenceOf leaves the evidence of some documents, all if which is nil.
func evidenceOf(fs []sighting, which func(doc int) bool) []table.Evidence {
	var out []table.Evidence
	for _, f := range fs {
		if which == nil || which(f.doc) {
			out = append(out, f.Evidence)
		}
	}
	return out
}

// words is the number of words of some documents, all if which is nil, as a cell
// that says how many each has.
func (l *lexis) words(n int, which func(doc int) bool) table.Cell {
	return basis(table.Int(n), func() table.Explanation {
		l.once.Do(func() {
			for _, d := range l.docs {
				n := 0
				l.each(d, func(_ article, ws []query.Token) { n += len(ws) })
				l.sizes = append(l.sizes, n)
			}
		})
		x := table.Explanation{What: "N", In: l.names}
		for i, n := range l.sizes {
			if n > 0 && (which == nil || which(i)) {
				x.Items = append(x.Items, table.Evidence{Document: l.names[i], Count: n})
			}
		}
		return x
	})
}

// documents is how many documents have a word, with its first place in each.
func (l *lexis) documents(n int, what string, tried []string, find func() []sighting, which func(doc int) bool) table.Cell {
	return basis(count(n), func() table.Explanation {
		x := table.Explanation{What: what, Tried: tried, In: l.among(which)}
		last := -1
		for _, s := range find() {
			if s.doc != last && (which == nil || which(s.doc)) {
				last = s.doc
				s.Count = 1
				x.Items = append(x.Items, s.Evidence)
			}
		}
		return x
	})
}

// among are the names of some documents.
func (l *lexis) among(which func(doc int) bool) []string {
	if which == nil {
		return l.names
	}
	var out []string
	for i, n := range l.names {
		if which(i) {
			out = append(out, n)
		}
	}
	return out
}

// keyOf is the key of a word that somebody typed.
func (l *lexis) keyOf(word string) string {
	a := article{text: query.NewText([]query.Unit{{Text: word}})}
	for _, w := range a.text.Tokens() {
		if w.Part == 0 {
			return l.key(a, w)
		}
	}
	return ""
}
