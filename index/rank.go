package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// weights say what makes an article an answer to a question. A score is
//
//	(bleve·BM25 of bleve, the best being 1
//	 + text·BM25 of the article's words, with their kin
//	 + heading·(share of the question in the heading · share of the heading in the question)
//	 + pairs·share of neighbours in the question that are neighbours in the article
//	 + cue, if the heading has a word that answers such a question (cue.go)
//	 + what defines the thing, if that is asked for)
//	· share of the question that the article has
//
// where words count by their rarity, and a word of the same root as one that
// was asked for counts kin. The weights were found on questions of our own
// (testdata/questions.jsonl); ARCHITECTURE.md says what each is worth.
type weights struct {
	bleve, text, heading, pairs, cue float64
	// A definition is told by a dash («грант – средства»), by a verb («грантом
	// признаются средства»), or by the heading («Понятие гранта»).
	dash, verb, concept float64
	kin                 float64
	elsewhere           float64 // a word that only the act's title has
}

var standard = weights{
	bleve: 0.6, text: 0.15, heading: 0.6, pairs: 0.15, cue: 0.3,
	dash: 2.5, verb: 1.2, concept: 0.8,
	kin: 0.5, elsewhere: 0.5,
}

// BM25 of an article's text. Long articles are little to blame: a code's main
// articles are long.
const (
	saturation = 1.2
	lengthBias = 0.3
	usualWords = 250
)

// A question ranks articles.
type question struct {
	weights
	wanted  []wanted
	sum     float64 // of the weights
	defines bool
	cues    map[string]bool
	query   *query.Query           // with its synonyms
	title   map[string]*query.Text // of acts, by document
}

func newQuestion(text string, asked *query.Query, ws []wanted, docs []store.Entry) *question {
	q := &question{weights: standard, wanted: ws, defines: asks(text), cues: cued(text), query: asked, title: map[string]*query.Text{}}
	for _, w := range ws {
		q.sum += w.weight
	}
	for _, e := range docs {
		q.title[e.ID] = query.NewText([]query.Unit{{Text: e.Meta.Title}})
	}
	return q
}

// rank puts candidates in the order of how well they answer a question.
func (q *question) rank(ctx context.Context, docs Docs, cs []candidate) ([]candidate, error) {
	if q.sum == 0 || len(cs) == 0 {
		return cs, nil
	}
	best := cs[0].score
	for _, c := range cs {
		best = max(best, c.score)
	}
	out := slices.Clone(cs)
	err := readGroups(ctx, docs, cs, func(i int, rows []store.Row) {
		out[i].score = q.score(cs[i].score/best, rows, q.title[cs[i].doc])
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return out, nil
}

// score weighs one article.
func (q *question) score(bleve float64, rows []store.Row, title *query.Text) float64 {
	units := make([]query.Unit, len(rows))
	for i := range rows {
		units[i] = query.Unit{Text: rows[i].Own()}
	}
	act := newArticle(q, title, "", nil)
	a := newArticle(q, query.NewText(units), rows[0].Title, act)
	s := q.bleve*bleve + q.text*a.bm25() + q.heading*a.headed() + q.pairs*a.pairs()
	if a.cued() {
		s += q.cue
	}
	if q.defines {
		s += a.defines(rows)
	}
	return s * a.covered(act)
}

// An article is a candidate as a question sees it.
type article struct {
	q      *question
	tokens []query.Token
	langs  []int
	heads  int         // tokens of the heading
	is     [][]float64 // by wanted word and token: 1, kin or 0
	times  []float64   // by wanted word: how often it occurs
}

// newArticle looks at a text; act is the title of its act, nil if it is that
// itself.
func newArticle(q *question, t *query.Text, heading string, act *article) *article {
	a := &article{q: q, tokens: t.Tokens(), is: make([][]float64, len(q.wanted)), times: make([]float64, len(q.wanted))}
	for _, l := range t.Languages() {
		a.langs = append(a.langs, slices.Index(languages, l))
	}
	for a.heads < len(a.tokens) && a.tokens[a.heads].Unit == 0 && a.tokens[a.heads].Hi <= len(heading) {
		a.heads++
	}
	for i := range q.wanted {
		a.is[i] = make([]float64, len(a.tokens))
		for k, t := range a.tokens {
			a.is[i][k] = q.is(i, t.Stem, a.langs[t.Unit])
		}
	}
	a.bySynonyms(t, act)
	for i := range q.wanted {
		for _, v := range a.is[i] {
			a.times[i] += v
		}
	}
	return a
}

// bySynonyms takes the article's synonyms for the wanted words that they stand
// for. Of a synonym of several words the first counts for all; the others are
// only not taken for words that nobody asked for. What the act's title says is
// the name of the act: «НК» in a question to the Налоговый кодекс asks for no
// article that speaks of it.
func (a *article) bySynonyms(t *query.Text, act *article) {
	if len(a.q.query.Synonyms()) == 0 {
		return
	}
	at := map[[3]int]int{}
	for k, t := range a.tokens {
		at[[3]int{t.Unit, t.Lo, t.Hi}] = k
	}
	for _, o := range a.q.query.Occurrences(t) {
		counts := boostSynonym
		for _, m := range o {
			k, ok := at[[3]int{m.Unit, m.Lo, m.Hi}]
			if m.Of == "" || !ok {
				continue
			}
			for i := range a.q.wanted {
				if slices.Contains(wordStems(m.Of), a.q.wanted[i].stems[0]) && (act == nil || act.times[i] == 0) {
					a.is[i][k] = max(a.is[i][k], counts)
				}
			}
			counts = matched
		}
	}
}

// matched is next to nothing, and more than it.
const matched = 1e-6

// is tells how much of the wanted word i a word with a stem is.
func (q *question) is(i int, stem string, lang int) float64 {
	w := &q.wanted[i]
	switch {
	case stem == w.stems[lang]:
		return 1
	case lang == 0 && slices.Contains(w.kin, stem):
		return q.kin
	}
	return 0
}

// bm25 is that of the article's words, its heading included; 1 or so.
func (a *article) bm25() float64 {
	n := 0
	for _, t := range a.tokens {
		if t.Part == 0 {
			n++
		}
	}
	norm := saturation * (1 - lengthBias + lengthBias*float64(n)/usualWords)
	s := 0.0
	for i, w := range a.q.wanted {
		s += w.weight * a.times[i] * (saturation + 1) / (a.times[i] + norm)
	}
	return s / a.q.sum
}

// covered is the share of the question that the article has. What only the
// act's title says, counts partly: it is about that, too.
func (a *article) covered(act *article) float64 {
	s := 0.0
	for i, w := range a.q.wanted {
		has := min(1, max(a.times[i], a.q.elsewhere*min(1, act.times[i])))
		s += w.weight * has
	}
	return s / a.q.sum
}

// headed tells how nearly the heading is the question.
func (a *article) headed() float64 {
	_, share, of := a.stretch(0, a.heads)
	return share * of
}

// stretch tells of some tokens: whether the first is wanted, what share of
// the question they have, and what share of them the question has. Words that
// only join don't count.
func (a *article) stretch(lo, hi int) (first bool, share, of float64) {
	n, matched := 0, 0
	for k := lo; k < hi; k++ {
		if a.tokens[k].Part > 0 || joins[a.tokens[k].Form] {
			continue
		}
		n++
		if slices.ContainsFunc(a.is, func(is []float64) bool { return is[k] > 0 }) {
			matched++
			first = first || n == 1
		}
	}
	for i, w := range a.q.wanted {
		if lo < hi {
			share += w.weight * slices.Max(a.is[i][lo:hi])
		}
	}
	return first, share / a.q.sum, float64(matched) / float64(max(n, 1))
}

// joins are words that don't count in headings and terms.
var joins = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`в во на по с со за до к ко о об обо от из при для и или а но у над под без не ни
		их его ее через между если либо иных иные иной иного также және мен немесе`) {
		m[w] = true
	}
	return m
}()

// cued reports whether the heading has what answers of the kind have.
func (a *article) cued() bool {
	return slices.ContainsFunc(a.tokens[:a.heads], func(t query.Token) bool { return a.q.cues[t.Stem] })
}

// pairs is the share of the neighbours in the question that stand so in the
// article too, at most one word between them.
func (a *article) pairs() float64 {
	s, all := 0.0, 0.0
	for i := 1; i < len(a.q.wanted); i++ {
		w := a.q.wanted[i-1].weight + a.q.wanted[i].weight
		all += w
		s += w * a.pair(i)
	}
	if all == 0 {
		return 0
	}
	return s / all
}

func (a *article) pair(i int) float64 {
	best, before := 0.0, -3 // position of the last word that is i-1
	for k, t := range a.tokens {
		if t.Part == 0 && a.is[i][k] > best && t.Pos > before && t.Pos-before <= 2 {
			best = a.is[i][k]
		}
		if a.is[i-1][k] > 0 {
			before = t.Pos
		}
	}
	return best
}

// defines tells how surely the article says what the wanted thing is.
func (a *article) defines(rows []store.Row) float64 {
	byDash, byVerb := 0.0, 0.0
	k := 0
	for u := range rows {
		from := k
		for k < len(a.tokens) && a.tokens[k].Unit == u {
			k++
		}
		text := rows[u].Text
		before := len(rows[u].Own()) - len(text) // the heading
		for _, d := range definitions(text) {
			lo, hi := from, from
			for hi < k && a.tokens[hi].Hi <= before+d.hi {
				if hi++; a.tokens[hi-1].Lo < before+d.lo || leads[a.tokens[hi-1].Stem] {
					lo = hi
				}
			}
			first, share, of := a.stretch(lo, hi)
			switch {
			case d.dash:
				byDash = max(byDash, share*of*of)
			case first:
				byVerb = max(byVerb, share*of)
			default:
				byVerb = max(byVerb, share*of*of)
			}
		}
	}
	s := a.q.dash*byDash + a.q.verb*byVerb
	if strings.Contains(words.Fold(rows[0].Title), "понятие") {
		_, share, _ := a.stretch(0, a.heads)
		s += a.q.concept * share
	}
	return s
}

// leads are the last words before a term: «Для целей настоящего Кодекса под».
var leads = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{"под", "настоящего", "кодекса", "закона", "целях", "целей"} {
		m[words.Stem(w, "ru")] = true
	}
	return m
}()
