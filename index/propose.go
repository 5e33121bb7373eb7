package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/blevesearch/bleve/v2"
	bq "github.com/blevesearch/bleve/v2/search/query"

	"svod/corpus/query"
)

// A candidate is a group that may match, with its rank.
type candidate struct {
	group
	score float64
}

// How much more a word says in a heading than in the text.
const (
	boostHead  = 2.0
	boostAbove = 0.5
	boostTitle = 0.5
)

// propose returns the groups that have what a query needs, the best first.
func (ix *Index) propose(ctx context.Context, need query.Need, ids []string) (cs []candidate, capped bool, err error) {
	b, err := openBleve(ctx, ix.dir, false)
	if errors.Is(err, os.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	q := bleve.NewBooleanQuery()
	q.AddMust(needed(need))
	if hints := headings(need, nil); len(hints) > 0 {
		q.AddShould(hints...)
	}
	if ids != nil {
		docs := make([]bq.Query, len(ids))
		for i, id := range ids {
			docs[i] = term(fieldDoc, id, 0)
		}
		q.AddFilter(bleve.NewDisjunctionQuery(docs...))
	}
	// Ties are broken by ID, so that the same search gives the same answer.
	req := bleve.NewSearchRequestOptions(q, maxCandidates, 0, false)
	req.SortBy([]string{"-_score", "_id"})
	res, err := guarded(func() (*bleve.SearchResult, error) { return b.SearchInContext(ctx, req) })
	if err != nil {
		return nil, false, err
	}
	for name, err := range res.Status.Errors {
		return nil, false, fmt.Errorf("index %s: %w", name, err)
	}
	for _, h := range res.Hits {
		if g, ok := parseGroup(h.ID); ok {
			cs = append(cs, candidate{g, h.Score})
		}
	}
	return cs, res.Total > maxCandidates, nil
}

// needed is a need in bleve's terms.
func needed(n query.Need) bq.Query {
	switch n.Kind {
	case query.NeedStem:
		var any []bq.Query
		for _, lang := range languages {
			any = append(any, term(lang, n.Stem(lang), 1))
		}
		return bleve.NewDisjunctionQuery(any...)
	case query.NeedForm:
		return term(fieldForms, n.Form, 1)
	case query.NeedWildcard:
		if bare := strings.TrimSuffix(n.Form, "*"); !strings.ContainsAny(bare, "*?") {
			q := bleve.NewPrefixQuery(bare)
			q.SetField(fieldForms)
			return q
		}
		q := bleve.NewWildcardQuery(n.Form)
		q.SetField(fieldForms)
		return q
	case query.NeedAll, query.NeedAny:
		qs := make([]bq.Query, len(n.Needs))
		for i, m := range n.Needs {
			qs[i] = needed(m)
		}
		if n.Kind == query.NeedAll {
			return bleve.NewConjunctionQuery(qs...)
		}
		return bleve.NewDisjunctionQuery(qs...)
	}
	return bleve.NewMatchAllQuery()
}

// headings adds the wish that the words stand in headings.
func headings(n query.Need, to []bq.Query) []bq.Query {
	if n.Kind == query.NeedStem {
		for _, lang := range languages {
			stem := n.Stem(lang)
			to = append(to, term(lang+suffixHead, stem, boostHead), term(lang+suffixAbove, stem, boostAbove))
			if lang == "ru" || stem != n.Stem("ru") {
				to = append(to, term(fieldTitle, stem, boostTitle))
			}
		}
	}
	for _, m := range n.Needs {
		to = headings(m, to)
	}
	return to
}

func term(field, text string, boost float64) bq.Query {
	q := bleve.NewTermQuery(text)
	q.SetField(field)
	if boost > 0 {
		q.SetBoost(boost)
	}
	return q
}
