package index

import (
	"context"

	"svod/corpus"
	"svod/corpus/query"
)

// A Place is where a provision stands.
type Place struct {
	Document string
	Address  corpus.Address
}

// Everywhere answers a query by asking it about every text of the corpus: the
// index proposes nothing.
func Everywhere(ctx context.Context, docs Docs, q *query.Query) (map[Place]bool, error) {
	list, err := docs.List(ctx)
	if err != nil {
		return nil, err
	}
	out := map[Place]bool{}
	for _, e := range list {
		d, err := docs.Tree(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		var all []candidate
		gs, _ := groups(d)
		for _, g := range gs {
			all = append(all, candidate{group: g})
		}
		fs, err := verify(ctx, docs, newAsked(q, q, false), all)
		if err != nil {
			return nil, err
		}
		for _, f := range fs {
			out[Place{f.doc, f.address}] = true
		}
	}
	return out, nil
}
