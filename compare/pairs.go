package compare

import (
	"cmp"
	"slices"

	"svod/corpus"
)

// A Pair is two provisions of different acts that are near to each other by
// content.
type Pair struct {
	A, B  Spot
	Score float64 // how near, from 0 to 1
}

// A Spot is a provision of one of several documents: a clause, or an article
// that has none.
type Spot struct {
	Document int // its place among the documents
	Address  corpus.Address
}

// Pairs returns the provisions of acts that are near to each other, the nearest
// first; A is of the document that comes first. Of each provision the nearest
// ones of each other act are taken.
func Pairs(docs []*corpus.Document) []Pair {
	all, finders := findersOf(docs)
	type key struct{ a, b *provision }
	met := map[key]bool{}
	var out []Pair
	for i := range docs {
		for _, p := range all[i] {
			for j, f := range finders {
				if i == j {
					continue
				}
				for _, n := range f.near(p, pairFloor) {
					k := key{p, n.p}
					if i > j {
						k = key{n.p, p}
					}
					if !met[k] {
						met[k] = true
						out = append(out, Pair{k.a.spot(), k.b.spot(), n.score})
					}
				}
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Pair) int {
		return cmp.Or(-cmp.Compare(x.Score, y.Score), cmp.Compare(x.A.Document, y.A.Document), cmp.Compare(x.B.Document, y.B.Document),
			cmp.Compare(x.A.Address, y.A.Address), cmp.Compare(x.B.Address, y.B.Address))
	})
	return out
}

func (p *provision) spot() Spot { return Spot{p.doc, p.node.addr} }
