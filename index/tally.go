package index

import (
	"strings"

	"svod/corpus"
)

// A termKey is a word or phrase by its stems.
type termKey struct {
	lang  uint8
	stems string
}

// A tallied term is what is counted of it in one document, or in all.
type tallied struct {
	words                              int
	occurrences, provisions, documents int
	defined                            bool
	forms                              map[string]*written
}

// A written form is how often it occurs, and where at first.
type written struct {
	count  int
	places []textPlace
}

type textPlace struct {
	doc string
	ord int
}

// mostPlaces is how many places of a form are looked at to see how it is
// written.
const mostPlaces = 4

// A tally counts in one document what begins as was typed.
type tally struct {
	p      *prefix
	l      *wordList
	begins []bool // by type: what was typed may begin with it
	heads  []bool // by type: it announces terms
	roles  []role
	first  map[string]int // by stem: the first type that has it
	terms  map[[3]int]*counted
}

// newTally looks at the types of a word list once, as most of its words are
// none of what was typed.
func newTally(p *prefix, l *wordList) *tally {
	t := &tally{p: p, l: l, begins: make([]bool, len(l.types)), heads: make([]bool, len(l.types)), roles: make([]role, len(l.types)),
		first: map[string]int{}, terms: map[[3]int]*counted{}}
	any := false
	for i := range l.types {
		if whole := p.stems[l.types[i].lang]; len(whole) > 0 {
			t.begins[i] = l.stem(i) == whole[0]
		} else {
			t.begins[i] = strings.HasPrefix(l.form(i), p.last) && isWord(l.form(i))
		}
		any = any || t.begins[i]
		t.heads[i] = announcesTerms(l.form(i))
	}
	if !any {
		return nil
	}
	return t
}

// A counted term is kept by the first types of its stems, its forms by theirs;
// both are one more than their places in the word list, 0 for no word.
type counted struct {
	count, units int
	last         int // ord of the unit that was counted last
	defined      bool
	forms        map[[3]int]*written
}

func (t *tally) role(i int) role {
	if i < 0 {
		return noRole
	}
	if t.roles[i] == unknownRole {
		t.roles[i] = roleOf(t.l.form(i), languages[t.l.types[i].lang])
	}
	return t.roles[i]
}

// add counts words, by their types, in a unit.
func (t *tally) add(ord int, types []int) {
	if !t.p.fits(t.l, types) {
		return
	}
	c := t.terms[t.key(types)]
	if c == nil {
		c = &counted{forms: map[[3]int]*written{}}
		t.terms[t.key(types)] = c
	}
	c.count++
	if c.last != ord {
		c.last = ord
		c.units++
	}
	var form [3]int
	for i, w := range types {
		form[i] = w + 1
	}
	f := c.forms[form]
	if f == nil {
		f = &written{}
		c.forms[form] = f
	}
	if f.count++; len(f.places) < mostPlaces {
		f.places = append(f.places, textPlace{ord: ord})
	}
}

// key is that of a term.
func (t *tally) key(types []int) (key [3]int) {
	for i, w := range types {
		stem := t.l.stem(w)
		at, ok := t.first[stem]
		if !ok {
			at = w
			t.first[stem] = w
		}
		key[i] = at + 1
	}
	return key
}

// tally counts what begins as was typed in one document.
func (p *prefix) tally(l *wordList) map[termKey]*tallied {
	t := newTally(p, l)
	if t == nil {
		return nil
	}
	onTerms := false
	contents := make([]bool, len(l.units)+1) // by ord: headings that stand in their own places too
	for i := range l.units {
		u := &l.units[i]
		if contents[i+1] = u.kind == corpus.KindContents || contents[u.parent]; contents[i+1] {
			continue
		}
		if u.kind <= corpus.KindArticle {
			onTerms = false
		}
		term, on := t.unit(i+1, u)
		onTerms = onTerms || on && u.kind <= corpus.KindClause
		if onTerms && u.kind > corpus.KindClause && len(term) > 0 && p.fits(l, term) {
			if c := t.terms[t.key(term)]; c != nil {
				c.defined = true
			}
		}
	}
	return t.fold()
}

// unit counts in one unit. It returns the words that it begins with if they may
// be a term that it defines, and whether it has a word that announces terms.
func (t *tally) unit(ord int, u *wordUnit) (begin []int, onTerms bool) {
	types := [3]int{-1, -1, -1} // of the last three words that nothing parts, the nearest last
	parted := false
	single := len(t.p.stems[0]) == 0
	t.l.each(u, func(w int, joined bool) {
		if !joined {
			types = [3]int{-1, -1, -1}
			parted = parted || len(begin) > 0
		}
		if !parted && len(begin) <= len(types) {
			begin = append(begin, w)
		}
		types[0], types[1], types[2] = types[1], types[2], w
		onTerms = onTerms || t.heads[w]
		if single && t.begins[w] {
			t.add(ord, types[2:])
		}
		after2 := types[1] >= 0 && t.begins[types[1]]
		after3 := types[0] >= 0 && t.begins[types[0]]
		if !after2 && !after3 {
			return
		}
		two, three := phrase(t.role(types[0]), t.role(types[1]), t.role(w))
		if two && after2 {
			t.add(ord, types[1:])
		}
		if three && after3 {
			t.add(ord, types[:])
		}
	})
	if !parted || len(begin) > len(types) {
		begin = nil
	}
	return begin, onTerms
}

// announcesTerms reports whether a word of a heading or a lead-in says that
// terms are defined below.
func announcesTerms(form string) bool {
	for _, s := range []string{"поняти", "термин", "ұғым", "анықтама"} {
		if strings.HasPrefix(form, s) {
			return true
		}
	}
	return false
}

// fold gives the counts the names by which those of several documents meet.
func (t *tally) fold() map[termKey]*tallied {
	out := map[termKey]*tallied{}
	for key, c := range t.terms {
		k := termKey{lang: t.l.types[key[0]-1].lang}
		var stems []string
		for _, w := range key {
			if w > 0 {
				stems = append(stems, t.l.stem(w-1))
			}
		}
		k.stems = strings.Join(stems, " ")
		x := &tallied{words: len(stems), occurrences: c.count, provisions: c.units, documents: 1, defined: c.defined, forms: map[string]*written{}}
		for form, f := range c.forms {
			var fs []string
			for _, w := range form {
				if w > 0 {
					fs = append(fs, t.l.form(w-1))
				}
			}
			x.forms[strings.Join(fs, " ")] = f
		}
		out[k] = x
	}
	return out
}
