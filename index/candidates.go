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
	boostTerms = 1.0 // what is defined there
	boostKin   = 0.5 // a word of the same root, of the boost where it stands
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
	must := weighed(need, l)
	bq := bquery.NewBooleanQuery(nil, nil, nil)
	bq.AddMust(must)
	if len(docs) < total {
		bq.AddMust(among(docs))
	}
	for _, s := range headings(need, l, nil) {
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
func required(n query.Need) bquery.Query { return weighed(n, lift{}) }

func weighed(n query.Need, l lift) bquery.Query {
	switch n.Kind {
	case query.NeedAll, query.NeedAny:
		qs := make([]bquery.Query, len(n.Needs))
		for i, m := range n.Needs {
			qs[i] = weighed(m, l)
		}
		if n.Kind == query.NeedAll {
			return bquery.NewConjunctionQuery(qs)
		}
		return bquery.NewDisjunctionQuery(qs)
	case query.NeedStem:
		var any []bquery.Query
		for _, lang := range languages {
			any = append(any, term(lang, n.Stem(lang), boostText))
		}
		for _, stem := range l.kin[n.Form] {
			any = append(any, term(languages[0], stem, boostText*boostKin))
		}
		return bquery.NewDisjunctionQuery(any)
	case query.NeedForm:
		return term(fieldForms, n.Form, boostText)
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

// headings appends what lifts a group without being needed: the words in
// headings, and as they were written.
func headings(n query.Need, l lift, to []bquery.Query) []bquery.Query {
	switch n.Kind {
	case query.NeedStem:
		to = append(to, term(fieldForms, n.Form, boostExact))
		for _, stem := range l.kin[n.Form] {
			to = append(to, term(languages[0]+suffixHead, stem, boostHead*boostKin), term(languages[0]+suffixAbove, stem, boostAbove*boostKin))
		}
		title := map[string]bool{}
		for _, lang := range languages {
			stem := n.Stem(lang)
			to = append(to, term(lang+suffixHead, stem, boostHead), term(lang+suffixAbove, stem, boostAbove))
			if l.terms {
				to = append(to, term(lang+suffixTerms, stem, boostTerms))
			}
			if !title[stem] {
				title[stem] = true
				to = append(to, term(fieldTitle, stem, boostTitle))
			}
		}
	default:
		for _, m := range n.Needs {
			to = headings(m, l, to)
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
