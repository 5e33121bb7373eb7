package write

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/compare/inflect"
	"svod/corpus"
)

// A body that has another name changes in many provisions, in many cases: «по
// всему тексту слова «А» заменить словами «Б» (в соответствующих падежах)» says
// it at once. This file finds such words, and whether that makes the new edition.

const (
	leastPlaces  = 4 // that an order for the whole text is worth
	leastForms   = 2 // of the words: in one case they need no «в падежах»
	mostRenamed  = 8 // words of a name
	mostThroughs = 3 // orders for the whole text
)

// throughout writes a draft that begins with orders for the whole text. It is
// nil where there are none, or the draft without them is shorter or leaves less.
func (w *writer) throughout(t *Template, without *Draft) *Draft {
	if t.ReplaceCases == "" {
		return nil
	}
	old, new := w.old, w.new
	var orders []step
	made := old
	for _, r := range w.renamed() {
		order := step{Operation: amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: []amend.Where{{}}, Old: r.old, New: r.new, Everywhere: true, Cases: true}}
		draft := &amend.Draft{Acts: []amend.Act{{Title: old.Meta.Title}}, Operations: []amend.Operation{order.Operation}}
		result := apply.Apply(made, draft, 0, apply.Options{NoNotes: true})
		if !came(result) {
			continue
		}
		made = result.New
		if orders = append(orders, order); len(orders) == mostThroughs {
			break
		}
	}
	if orders == nil {
		return nil
	}
	rest, _ := write(made, new, t)
	d := &Draft{Old: old, New: new, Left: rest.Left, template: rest.template}
	d.set(append(orders, rest.steps...))
	if d.size() >= without.size() || len(d.Left) > len(without.Left) || !w.makes(d) {
		return nil
	}
	return d
}

// size is how much a reader of the draft has to read.
func (d *Draft) size() int {
	n := 0
	for _, op := range d.Operations {
		n += 40*len(op.Where) + utf8.RuneCountInString(op.Old) + utf8.RuneCountInString(op.New)
	}
	return n
}

// came reports whether all of an order was done, and surely.
func came(r *apply.Result) bool {
	for _, o := range r.Outcomes {
		if o.Status != apply.Done || len(o.Candidates) > 0 {
			return false
		}
	}
	return len(r.Outcomes) > 0
}

// makes reports whether a draft makes all that it does not leave.
func (w *writer) makes(d *Draft) bool {
	draft := &amend.Draft{Acts: []amend.Act{{Title: w.old.Meta.Title}}, Operations: d.Operations}
	r := apply.Apply(w.old, draft, 0, apply.Options{NoNotes: true})
	for _, o := range r.Outcomes {
		if o.Status == apply.Failed {
			return false
		}
	}
	return !slices.ContainsFunc(w.differing(r.New), func(a corpus.Address) bool { return !d.leaves(a) })
}

// A rename is a phrase that another takes the place of, both in the nominative.
type rename struct {
	old, new string
	places   int
	forms    map[string]bool // of the old phrase
	// unowned says that a Kazakh phrase stands somewhere without a possessive;
	// owned is how the two stand with one: «жұмыс тобы» is never «жұмыс топ».
	unowned bool
	owned   [2]string
}

// seen notes how a Kazakh pair stands.
func (r *rename) seen(pair [2]string) {
	var bare bool
	for i, lemma := range [2]string{r.old, r.new} {
		for _, f := range inflect.Find(pair[i], lemma, "kk") {
			for _, as := range f.Readings {
				r.unowned = r.unowned || !as.Owned
				bare = bare || i == 0 && as == inflect.Reading{Owned: true}
			}
		}
	}
	if bare && r.owned[0] == "" {
		r.owned = pair
	}
}

// renamed finds the phrases that change in many provisions and cases, those of
// most places first. Each was tried on all provisions: wherever the old phrase
// stands, the new edition has the new one in its place.
func (w *writer) renamed() []rename {
	found := map[[2]string]*rename{}
	for _, p := range w.changed() {
		p.findHunks(w.lang)
		for i := range p.hunks {
			for _, pair := range p.phrases(i) {
				old, okOld := inflect.Lemma(pair[0], w.lang)
				new, okNew := inflect.Lemma(pair[1], w.lang)
				if !okOld || !okNew || old == new {
					continue
				}
				key := [2]string{strings.ToLower(old), strings.ToLower(new)}
				if found[key] == nil {
					found[key] = &rename{old: old, new: new, forms: map[string]bool{}}
				}
				r := found[key]
				r.places++
				r.forms[strings.ToLower(pair[0])] = true
				if w.lang == "kk" {
					r.seen(pair)
				}
				if old != key[0] { // a sentence may begin with it, a name always has its capital
					continue
				}
				r.old, r.new = old, new
			}
		}
	}
	for _, r := range found {
		if !r.unowned && r.owned[0] != "" {
			r.old, r.new = asIn(r.owned[0], r.old), asIn(r.owned[1], r.new)
		}
	}
	list := slices.SortedFunc(maps.Values(found), func(a, b *rename) int {
		return cmp.Or(cmp.Compare(b.places, a.places), cmp.Compare(len(a.old), len(b.old)), cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
	})
	var out []rename
	for _, r := range list {
		if r.places < leastPlaces || len(r.forms) < leastForms || len(out) == mostThroughs {
			break
		}
		if w.holds(*r) && !slices.ContainsFunc(out, func(o rename) bool { return strings.Contains(r.old, o.old) || strings.Contains(o.old, r.old) }) {
			out = append(out, *r)
		}
	}
	return out
}

// asIn gives a phrase that begins a sentence the first letter of its lemma.
func asIn(phrase, lemma string) string {
	_, n := utf8.DecodeRuneInString(phrase)
	_, k := utf8.DecodeRuneInString(lemma)
	return lemma[:k] + strings.TrimSpace(phrase[n:])
}

// changed are the texts and headings that differ between the editions.
func (w *writer) changed() []*paragraph {
	var out []*paragraph
	for _, u := range w.old.All() {
		n := w.mates[u]
		if n == nil {
			continue
		}
		for _, t := range [][2]string{{u.Title, n.Title}, {u.Text, n.Text}} {
			if t[0] != "" && t[1] != "" && t[0] != t[1] {
				out = append(out, &paragraph{old: t[0], new: t[1], a: compare.Tokens(t[0], w.lang), b: compare.Tokens(t[1], w.lang)})
			}
		}
	}
	return out
}

// phrases are the words of a hunk in both editions, alone and with some of the
// words around, which both have: «[уполномоченный → местный исполнительный] орган».
func (p *paragraph) phrases(i int) [][2]string {
	h := p.hunks[i]
	if h.alo == h.ahi || h.blo == h.bhi || h.ahi-h.alo > mostRenamed || h.bhi-h.blo > mostRenamed {
		return nil
	}
	left, right := p.room(i)
	var out [][2]string
	for l := 0; l <= min(left, 2); l++ {
		if l > 0 && !p.a[h.alo-l].Word {
			break
		}
		for r := 0; r <= min(right, 2); r++ {
			if r > 0 && !p.a[h.ahi+r-1].Word {
				break
			}
			out = append(out, [2]string{
				p.old[p.a[h.alo-l].Lo:p.a[h.ahi+r-1].Hi],
				p.new[p.b[h.blo-l].Lo:p.b[h.bhi+r-1].Hi],
			})
		}
	}
	return out
}

// holds reports whether the new edition has the new phrase wherever the old one
// stands.
func (w *writer) holds(r rename) bool {
	old, new := inflect.Parse(r.old, w.lang), inflect.Parse(r.new, w.lang)
	for _, u := range w.old.All() {
		n := w.mates[u]
		for k, text := range []string{u.Title, u.Text} {
			is := ""
			if n != nil {
				is = []string{n.Title, n.Text}[k]
			}
			made, places := old.Replace(text, new)
			if len(places) == 0 {
				continue
			}
			if n == nil {
				continue // it goes, or is written anew
			}
			if slices.ContainsFunc(places, func(p inflect.Place) bool { return !p.Sure }) || !stands(made, is, places) {
				return false
			}
		}
	}
	return true
}

// stands reports whether what was put into a text stands in the new one there.
func stands(made, is string, places []inflect.Place) bool {
	var spans [][2]int // of what was put, in made
	shift := 0
	for _, p := range places {
		spans = append(spans, [2]int{p.Lo + shift, p.Lo + shift + len(p.New[0])})
		shift += len(p.New[0]) - (p.Hi - p.Lo)
	}
	at := 0
	for _, e := range compare.Diff(made, is) {
		switch e.Op {
		case compare.Equal:
			at += len(e.Text)
		case compare.Delete:
			for _, s := range spans {
				if at < s[1] && s[0] < at+len(e.Text) && !e.Cosmetic {
					return false
				}
			}
			at += len(e.Text)
		}
	}
	return true
}
