package index

import (
	"cmp"
	"slices"
	"strings"
)

// A Sort is an order of hits.
type Sort string

// The orders. A norm of several editions stands where its newest does.
const (
	SortRelevance Sort = ""         // the best first
	SortDate      Sort = "date"     // by edition, else date of adoption, the newest first; then as they stand
	SortDocument  Sort = "document" // by document, as they stand in it
)

func (s *search) sort(groups [][]found) {
	if s.req.Sort == SortRelevance {
		return
	}
	place := map[string]int{}
	date := map[string]string{}
	for i, e := range s.all {
		place[e.ID], date[e.ID] = i, since(&e)
	}
	slices.SortStableFunc(groups, func(a, b []found) int {
		x, y := a[0], b[0]
		order := 0
		if s.req.Sort == SortDate {
			order = strings.Compare(date[y.doc], date[x.doc])
		}
		return cmp.Or(order, cmp.Compare(place[x.doc], place[y.doc]), cmp.Compare(x.ord, y.ord))
	})
}

// tallies counts by document what was found.
func (s *search) tallies(groups [][]found) []Tally {
	at := map[string]int{}
	out := make([]Tally, len(s.all))
	for i, e := range s.all {
		at[e.ID] = i
		out[i].Document = e.ID
	}
	for _, g := range groups {
		for _, f := range g {
			if i, ok := at[f.doc]; ok {
				out[i].Units++
				out[i].Occurrences += f.count
			}
		}
	}
	return slices.DeleteFunc(out, func(t Tally) bool { return t.Units == 0 })
}
