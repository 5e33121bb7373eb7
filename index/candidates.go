package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"svod/corpus/query"
	"svod/corpus/store"
)

// How much a word weighs by where it stands. A heading says what an article is
// about: with it the mean reciprocal rank over questions to codes rose by half.
const (
	boostText  = 1.0
	boostExact = 0.2 // the written form as it was asked for
	boostHead  = 2.0
	boostAbove = 0.5
	boostTitle = 0.2
	boostTerms = 0.5 // what is defined there
	boostKin   = 0.5 // a word of the same root, of the boost where it stands

	boostSynonym = 0.8 // a word that does as well as what was asked for
)

// A candidate is a group that may match, with its rank.
type candidate struct {
	group
	score float64
}

// A lift is what ranks groups beside the words of the query.
type lift struct {
	kin   map[string][]string // of words: stems that do nearly as well
	terms bool                // what is defined in a group counts
}

// candidates returns the groups that have what the query needs, best first. It
// returns all of them if limit is 0.
func candidates(ctx context.Context, b bleve.Index, q *query.Query, l lift, docs []store.Entry, total, limit int) ([]candidate, error) {
	need := q.Needs()
	must := weighed(need, l, 1)
	bq := bquery.NewBooleanQuery(nil, nil, nil)
	bq.AddMust(must)
	if len(docs) < total {
		bq.AddMust(among(docs))
	}
	for _, s := range headings(need, l, 1, nil) {
		bq.AddShould(s)
	}
	return proposals(ctx, b, bq, limit)
}

// proposals returns the groups that a query of bleve finds, best first, at most
// limit of them; all of them if it is 0.
func proposals(ctx context.Context, b bleve.Index, q bquery.Query, limit int) ([]candidate, error) {
	if limit == 0 {
		n, err := b.DocCount()
		if err != nil {
			return nil, err
		}
		limit = int(n)
	}
	req := bleve.NewSearchRequestOptions(q, limit, 0, false)
	req.SortBy([]string{"-_score", "_id"}) // equal scores in one order always
	res, err := b.SearchInContext(ctx, req)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: %w", errDamaged, err) // nothing else goes wrong in reading
	}
	if st := res.Status; st != nil && len(st.Errors) > 0 {
		return nil, fmt.Errorf("%w: %v", errDamaged, st.Errors)
	}
	out := make([]candidate, 0, len(res.Hits))
	for _, h := range res.Hits {
		g, ok := parseGroup(h.ID)
		if !ok {
			return nil, fmt.Errorf("%w: group %q", errDamaged, h.ID)
		}
		out = append(out, candidate{g, h.Score})
	}
	return out, nil
}

// among leaves the groups of some documents.
func among(docs []store.Entry) bquery.Query {
	var any []bquery.Query
	for _, e := range docs {
		any = append(any, term(fieldDoc, e.ID, 0))
	}
	return bquery.NewDisjunctionQuery(any)
}

// required turns a need into the query that every matching group fulfils.
func required(n query.Need) bquery.Query { return weighed(n, lift{}, 1) }

func weighed(n query.Need, l lift, boost float64) bquery.Query {
	boost *= synonymBoost(n)
	switch n.Kind {
	case query.NeedAll, query.NeedAny:
		qs := make([]bquery.Query, len(n.Needs))
		for i, m := range n.Needs {
			qs[i] = weighed(m, l, boost)
		}
		if n.Kind == query.NeedAll {
			return bquery.NewConjunctionQuery(qs)
		}
		return bquery.NewDisjunctionQuery(qs)
	case query.NeedStem:
		var any []bquery.Query
		for _, lang := range languages {
			any = append(any, term(lang, n.Stem(lang), boost*boostText))
		}
		for _, stem := range l.kin[n.Form] {
			any = append(any, term(languages[0], stem, boost*boostText*boostKin))
		}
		return bquery.NewDisjunctionQuery(any)
	case query.NeedForm:
		return term(fieldForms, n.Form, boost*boostText)
	case query.NeedWildcard:
		w := bquery.NewWildcardQuery(n.Form)
		w.SetField(fieldForms)
		return w
	case query.NeedFuzzy:
		f := bquery.NewFuzzyQuery(n.Form)
		f.SetFuzziness(n.Slips)
		f.SetField(fieldForms)
		return f
	}
	return bquery.NewMatchAllQuery()
}

// synonymBoost is what a synonym counts beside what was asked for, its words
// together: «заработная плата» is found for one word, not for two.
func synonymBoost(n query.Need) float64 {
	if !n.Synonym {
		return 1
	}
	return boostSynonym / float64(max(1, len(n.Needs)))
}

// headings appends what lifts a group without being needed: the words in
// headings, and as they were written. A synonym of several words lifts where
// it has all of them.
func headings(n query.Need, l lift, boost float64, to []bquery.Query) []bquery.Query {
	boost *= synonymBoost(n)
	switch {
	case n.Kind == query.NeedStem:
		to = append(to, term(fieldForms, n.Form, boost*boostExact))
		for _, stem := range l.kin[n.Form] {
			to = append(to, term(languages[0]+suffixHead, stem, boost*boostHead*boostKin), term(languages[0]+suffixAbove, stem, boost*boostAbove*boostKin))
		}
		title := map[string]bool{}
		for _, lang := range languages {
			stem := n.Stem(lang)
			to = append(to, term(lang+suffixHead, stem, boost*boostHead), term(lang+suffixAbove, stem, boost*boostAbove))
			if l.terms {
				to = append(to, term(lang+suffixTerms, stem, boost*boostTerms))
			}
			if !title[stem] {
				title[stem] = true
				to = append(to, term(fieldTitle, stem, boost*boostTitle))
			}
		}
	case n.Synonym && n.Kind == query.NeedAll:
		for _, lang := range languages {
			var head, above, title []bquery.Query
			for _, m := range n.Needs {
				head = append(head, term(lang+suffixHead, m.Stem(lang), boost*boostHead))
				above = append(above, term(lang+suffixAbove, m.Stem(lang), boost*boostAbove))
				title = append(title, term(fieldTitle, m.Stem(lang), boost*boostTitle))
			}
			to = append(to, bquery.NewConjunctionQuery(head), bquery.NewConjunctionQuery(above), bquery.NewConjunctionQuery(title))
		}
	default:
		for _, m := range n.Needs {
			to = headings(m, l, boost, to)
		}
	}
	return to
}

func term(field, text string, boost float64) bquery.Query {
	q := bquery.NewTermQuery(text)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}
