package index

import (
	"regexp"
	"slices"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// force is what a kind of act weighs beside a law. An order that carries out a
// law says the law's words, and often says them oftener; the norm is the law's.
// An act of a kind that is not known weighs like a law: it may be one.
var force = map[string]float64{
	"decree": 0.9, "resolution": 0.85, "rules": 0.85,
	"order": 0.8, "decision": 0.8, "report": 0.8,
}

// byForce weighs what was found by the kinds of the acts.
func byForce(fs []found, docs []store.Entry) {
	weight := map[string]float64{}
	for _, e := range docs {
		weight[e.ID] = force[e.Meta.Type]
	}
	for i := range fs {
		if w := weight[fs[i].doc]; w > 0 {
			fs[i].score *= w
		}
	}
}

// mostDefining bounds the articles whose definitions are read: a word as
// «услуга» is part of many terms.
const mostDefining = 20

// definitionsFirst puts the provisions that define what was asked for before
// those that speak of it. It is for searches for words or a phrase. The term
// must be what was asked for, or little more: «общественный совет» is not «член
// общественного совета».
func (s *search) definitionsFirst(b bleve.Index, q asked, fs []found) error {
	ns := wordsAlone(q.typed)
	if len(fs) == 0 || len(ns) == 0 || len(ns) > wordsOfTerm {
		return nil
	}
	bq := []bquery.Query{amongTerms(q.query.Needs())}
	if len(s.list) < len(s.all) {
		bq = append(bq, among(s.list))
	}
	cs, err := proposals(s.ctx, b, bquery.NewConjunctionQuery(bq), mostDefining)
	if err != nil || len(cs) == 0 {
		return err
	}
	type place struct {
		doc string
		ord int
	}
	top, at := 0.0, make(map[place]int, len(fs))
	typed := slices.ContainsFunc(fs, func(f found) bool { return !f.bySynonym })
	for i, f := range fs {
		top = max(top, f.score)
		if !typed || !f.bySynonym { // synonyms only stay behind what was typed
			at[place{f.doc, f.ord}] = i
		}
	}
	return readGroups(s.ctx, s.docs, cs, func(k int, rows []store.Row) {
		for _, r := range rows {
			if i, ok := at[place{cs[k].doc, r.Ord}]; ok {
				fs[i].score += top * defined(r, q.query, ns)
			}
		}
	})
}

// amongTerms turns a need into the query for groups whose terms fulfil it.
func amongTerms(n query.Need) bquery.Query {
	var qs []bquery.Query
	switch n.Kind {
	case query.NeedStem:
		for _, lang := range languages {
			qs = append(qs, term(lang+suffixTerms, n.Stem(lang), 1))
		}
	case query.NeedAll, query.NeedAny:
		for _, m := range n.Needs {
			if !joins[m.Form] {
				qs = append(qs, amongTerms(m))
			}
		}
		if n.Kind == query.NeedAll {
			return bquery.NewConjunctionQuery(qs)
		}
	default:
		return bquery.NewMatchNoneQuery()
	}
	return bquery.NewDisjunctionQuery(qs)
}

// wordsAlone are the words of a search that asks for words or one phrase, in
// any form, and for nothing else; else none.
func wordsAlone(q *query.Query) []query.Need {
	need := q.Needs()
	ns := need.Needs
	if need.Kind == query.NeedStem {
		ns = []query.Need{need}
	} else if need.Kind != query.NeedAll {
		return nil
	}
	if q.Operators || slices.ContainsFunc(ns, func(n query.Need) bool { return n.Kind != query.NeedStem }) {
		return nil
	}
	return ns
}

// defined tells how surely a unit's text defines what q asks for, whose words
// without synonyms are ns, in whatever order: surely by a dash or by the case
// that defining verbs ask for («общественным советом является орган»), less by
// the verb alone («советы являются органами», but «организация считается
// созданной» too) and for a term with a word more or by a synonym, else 0. What
// is sure goes before all the others, as none scores more than 1 + likely.
func defined(r store.Row, q *query.Query, ns []query.Need) float64 {
	t := query.NewText([]query.Unit{{Text: r.Text}})
	lang := t.Languages()[0]
	var wanted []string
	for _, n := range ns {
		if !joins[n.Form] {
			wanted = append(wanted, n.Stem(lang))
		}
	}
	slices.Sort(wanted)
	sure := 0.0
	for _, d := range definitions(r.Text) {
		said, first := d.term(t)
		signed := d.dash || instrumental.MatchString(first)
		slices.Sort(said)
		switch same := slices.Equal(said, wanted); {
		case len(said) == 0:
		case same && signed:
			return surely
		case same || signed && d.nearly(r.Text, q, len(said)):
			sure = likely
		}
	}
	return sure
}

// nearly reports whether q has most of the n words of the term.
func (d definition) nearly(text string, q *query.Query, n int) bool {
	t := query.NewText([]query.Unit{{Text: text[d.lo:d.hi]}})
	had := 0
	for _, m := range q.Find(t) {
		if !joins[words.Fold(t.Units()[0].Text[m.Lo:m.Hi])] {
			had++
		}
	}
	return 3*had > 2*n
}

const (
	surely = 1.5
	likely = 0.5
)

var instrumental = regexp.MustCompile(`(?:[ыи]м|[оеё]м|[оеё]й|ью|[аяыи]ми)$`)

// term is the stems of what is defined, less what leads to it and what joins,
// and the first word as it is written.
func (d definition) term(t *query.Text) (said []string, first string) {
	for _, k := range t.Tokens() {
		switch {
		case k.Hi > d.hi:
			return said, first
		case k.Lo < d.lo || k.Part > 0 || joins[k.Form]:
		case leads[k.Stem]:
			said = said[:0]
		default:
			if len(said) == 0 {
				first = k.Form
			}
			said = append(said, k.Stem)
		}
	}
	return said, first
}
