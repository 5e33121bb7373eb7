package index

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/errgroup"

	"svod/corpus"
	"svod/corpus/store"
	"svod/corpus/words"
)

// A Suggestion is a word or phrase of the corpus that begins as was typed, all
// its forms taken together.
type Suggestion struct {
	Text        string // in one of its forms, as the texts write it
	Words       int    // 1 for a word, 2 or 3 for a phrase
	Occurrences int
	Provisions  int
	Documents   int
	Defined     bool // an article on terms defines it
}

// Suggest returns the words and phrases that begin as the request's Query does,
// at most Limit of them: first those that most provisions have, what is defined
// counting twice. After a whole word and a space come the phrases that go on
// from it in any of its forms. Case and ё do not matter.
func (ix *Index) Suggest(ctx context.Context, req Request, docs Docs) ([]Suggestion, error) {
	p, ok := parsePrefix(req.Query)
	if !ok {
		return nil, nil
	}
	list, err := docs.List(ctx)
	if err != nil {
		return nil, err
	}
	list = req.documents(list)
	tallies := make([]map[termKey]*tallied, len(list))
	err = ix.read(ctx, docs, func(b bleve.Index) error {
		g, ctx := errgroup.WithContext(ctx)
		g.SetLimit(runtime.GOMAXPROCS(0))
		for i, e := range list {
			g.Go(func() error {
				if err := ctx.Err(); err != nil {
					return err
				}
				v, err := b.GetInternal(hashKey(e.ID))
				if err != nil {
					return fmt.Errorf("%w: %w", errDamaged, err)
				}
				if len(v) == 0 { // added since
					return nil
				}
				l, err := ix.lists.get(parsePlace(string(v)))
				if err != nil {
					return err
				}
				tallies[i] = p.tally(l)
				return nil
			})
		}
		return g.Wait()
	})
	if err != nil {
		return nil, err
	}
	return merge(ctx, docs, list, tallies, req.Limit)
}

// A prefix is what was typed: whole words by their stems in each language, and
// the beginning of the next one.
type prefix struct {
	stems [][]string // by language, as in languages
	last  string
}

// mostTyped is how many whole words are looked at.
const mostTyped = 2

func parsePrefix(typed string) (prefix, bool) {
	folded := words.Fold(strings.TrimLeft(typed, " \u00a0"))
	fields := strings.Fields(folded)
	if len(fields) == 0 {
		return prefix{}, false
	}
	p := prefix{stems: make([][]string, len(languages))}
	if !strings.HasSuffix(folded, " ") {
		p.last = fields[len(fields)-1]
		fields = fields[:len(fields)-1]
	}
	if len(fields) > mostTyped {
		return prefix{}, false
	}
	for i, lang := range languages {
		for _, f := range fields {
			p.stems[i] = append(p.stems[i], words.Stem(f, lang))
		}
	}
	return p, true
}

// fits reports whether words, by their types, begin as was typed.
func (p *prefix) fits(l *wordList, types []int) bool {
	whole := p.stems[l.types[types[0]].lang]
	if len(types) < len(whole)+1 {
		return false
	}
	for i, s := range whole {
		if l.types[types[i]].stem != s {
			return false
		}
	}
	return strings.HasPrefix(l.types[types[len(whole)]].form, p.last)
}

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
		w := &l.types[i]
		if whole := p.stems[w.lang]; len(whole) > 0 {
			t.begins[i] = w.stem == whole[0]
		} else {
			t.begins[i] = strings.HasPrefix(w.form, p.last) && isWord(w.form)
		}
		any = any || t.begins[i]
		t.heads[i] = announcesTerms(w.form)
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
		w := &t.l.types[i]
		t.roles[i] = roleOf(w.form, languages[w.lang])
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
		stem := t.l.types[w].stem
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
				stems = append(stems, t.l.types[w-1].stem)
			}
		}
		k.stems = strings.Join(stems, " ")
		x := &tallied{words: len(stems), occurrences: c.count, provisions: c.units, documents: 1, defined: c.defined, forms: map[string]*written{}}
		for form, f := range c.forms {
			var fs []string
			for _, w := range form {
				if w > 0 {
					fs = append(fs, t.l.types[w-1].form)
				}
			}
			x.forms[strings.Join(fs, " ")] = f
		}
		out[k] = x
	}
	return out
}

// merge adds up what the documents have, and puts the best into words.
func merge(ctx context.Context, docs Docs, list []store.Entry, tallies []map[termKey]*tallied, limit int) ([]Suggestion, error) {
	all := map[termKey]*tallied{}
	for i, m := range tallies {
		for k, x := range m {
			for _, f := range x.forms {
				for j := range f.places {
					f.places[j].doc = list[i].ID
				}
			}
			sum := all[k]
			if sum == nil {
				all[k] = x
				continue
			}
			sum.occurrences += x.occurrences
			sum.provisions += x.provisions
			sum.documents++
			sum.defined = sum.defined || x.defined
			for form, f := range x.forms {
				if had := sum.forms[form]; had != nil {
					had.count += f.count
					had.places = append(had.places, f.places[:min(len(f.places), max(0, mostPlaces-len(had.places)))]...)
				} else {
					sum.forms[form] = f
				}
			}
		}
	}
	type named struct {
		*tallied
		form string
	}
	var out []named
	for k, x := range all {
		// A phrase that occurs once is no term.
		if x.words > 1 && x.occurrences < 2 && !x.defined {
			continue
		}
		out = append(out, named{x, x.shown(languages[k.lang])})
	}
	slices.SortFunc(out, func(a, b named) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(b.occurrences, a.occurrences), strings.Compare(a.form, b.form))
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	var ss []Suggestion
	for _, x := range out {
		text, err := writtenAs(ctx, docs, x.form, x.forms[x.form].places)
		if err != nil {
			return nil, err
		}
		ss = append(ss, Suggestion{text, x.words, x.occurrences, x.provisions, x.documents, x.defined})
	}
	return ss, nil
}

// definedWeight is how much more a term counts that an act defines.
const definedWeight = 2

func (x *tallied) weight() int {
	if x.defined {
		return definedWeight * x.provisions
	}
	return x.provisions
}

// seldom is the share of the commonest form's count below which no other form
// is printed in its stead.
const seldom = 0.05

// shown is the form to print: the commonest, but of what begins with an
// adjective the commonest in the nominative, and of Kazakh words the shortest,
// if they aren't seldom: «общественный совет», though most acts say «совета».
func (x *tallied) shown(lang string) string {
	most := 0
	for _, f := range x.forms {
		most = max(most, f.count)
	}
	best, rank := "", 0.0
	for form, f := range x.forms {
		r := float64(f.count)
		if r >= seldom*float64(most) {
			first, _, _ := strings.Cut(form, " ")
			switch {
			case lang == "kk":
				r += float64(most) * float64(100-min(99, utf8.RuneCountInString(form)))
			case roleOf(first, lang) == adjective && nominative(first):
				r += float64(most)
			}
		}
		if r > rank || r == rank && form < best {
			best, rank = form, r
		}
	}
	return best
}

// writtenAs returns a form as the texts write it, with its capitals and ё:
// «НПО», «Республика Казахстан», «отчёт». A capital at the beginning of a
// sentence is none of the word's.
func writtenAs(ctx context.Context, docs Docs, form string, places []textPlace) (string, error) {
	want := strings.Fields(form)
	count := map[string]int{}
	for _, p := range places {
		rows, err := docs.Rows(ctx, p.doc, p.ord, p.ord+1)
		if err != nil {
			return "", err
		}
		if len(rows) == 0 { // removed meanwhile
			continue
		}
		text := rows[0].Own()
		var ws []words.Word
		for _, w := range words.Split(text, words.Language(text)) {
			if w.Part == 0 {
				ws = append(ws, w)
			}
		}
		for i := 0; i+len(want) <= len(ws); i++ {
			if !slices.EqualFunc(want, ws[i:i+len(want)], func(f string, w words.Word) bool { return w.Form == f }) {
				continue
			}
			raw := strings.Join(strings.Fields(text[ws[i].Lo:ws[i+len(want)-1].Hi]), " ")
			before := strings.TrimRight(text[:ws[i].Lo], " \u00a0\n\t«\"(–-")
			if before == "" || strings.ContainsRune(".:!?", rune(before[len(before)-1])) || strings.Contains(text[len(before):ws[i].Lo], "\n") {
				raw = lowered(raw)
			}
			count[raw]++
		}
	}
	best := form
	for raw, n := range count {
		if n > count[best] || n == count[best] && raw < best {
			best = raw
		}
	}
	return best, nil
}

// lowered takes its capital from what has no other: «Совет», not «НПО» nor
// «Государственная Дума».
func lowered(s string) string {
	rs := []rune(s)
	if len(rs) > 1 && !slices.ContainsFunc(rs[1:], unicode.IsUpper) {
		rs[0] = unicode.ToLower(rs[0])
	}
	return string(rs)
}
