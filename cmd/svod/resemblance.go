package main

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/content"
	"svod/corpus"
	"svod/corpus/store"
	"svod/index"
)

// A resemblance is what was found to be like one provision.
type resemblance struct {
	asked   place
	text    string
	lead    []string // what it goes on from
	least   float64
	res     *index.Result
	hits    []likeness
	entries map[string]store.Entry
}

// A likeness is a hit with what it has in common with the provision asked for,
// and what not.
type likeness struct {
	index.Hit
	copy        compare.Copy
	edits       []compare.Edit
	differences []content.Difference
}

// seeker returns what looks for the like of a provision: in the documents of
// --among, else in the corpus.
func (e *env) seeker(c *cli.Context, lib *library, req index.Request) (func(place, float64) (*resemblance, error), error) {
	if names := c.StringSlice("among"); len(names) > 0 {
		if err := e.apart(c, "among", "where"); err != nil {
			return nil, err
		}
		docs, err := lib.docs(c.Context, names)
		return func(p place, least float64) (*resemblance, error) { return among(p, least, docs, req), nil }, err
	}
	st, err := lib.corpus()
	if err != nil {
		return nil, err
	}
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		return nil, err
	}
	lib.closers = append(lib.closers, ix)
	if err := e.syncIndex(c, ix, st); err != nil {
		return nil, err
	}
	entries, err := st.List(c.Context)
	if err != nil {
		return nil, err
	}
	if req.Conditions, err = lib.conditions(entries); err != nil {
		return nil, err
	}
	for _, en := range entries {
		e.inputEntry(en)
	}
	return func(p place, least float64) (*resemblance, error) {
		r := newResemblance(p, least, entries)
		// The same norm in another edition is told of however much it changed.
		judge, copies := r.judge(compare.CopyLeast)
		sample := index.Sample{Text: r.text, Addresses: p.addresses, Judge: judge, Least: least}
		if p.doc != nil {
			sample.Document = p.doc.ID
		}
		var err error
		if r.res, err = ix.Similar(c.Context, req, sample, st); err != nil {
			return nil, err
		}
		r.fill(copies())
		return r, nil
	}, nil
}

// among looks in documents that were named, in corpus or not. Each stands for
// itself: who names two editions wants to see both.
func among(p place, least float64, docs []*corpus.Document, req index.Request) *resemblance {
	var entries []store.Entry
	for _, d := range docs {
		entries = append(entries, entryOf(d))
	}
	r := newResemblance(p, least, entries)
	judge, copies := r.judge(least)
	r.res = &index.Result{}
	sample := index.Sample{Addresses: p.addresses}
	for _, d := range docs {
		for i, l := range judge(d.Root) {
			if p.doc != nil && p.doc.ID == d.ID && sample.Touches(d.AddressOf(l.Unit)) {
				continue
			}
			h := index.HitAt(d, l)
			h.Order = i
			r.res.Hits = append(r.res.Hits, h)
		}
	}
	t := &r.res.Total
	met := map[string]bool{}
	for _, h := range r.res.Hits {
		met[h.Document] = true
	}
	t.Units, t.Norms, t.Documents = len(r.res.Hits), len(r.res.Hits), len(met)
	switch req.Sort {
	case index.SortRelevance:
		slices.SortStableFunc(r.res.Hits, func(a, b index.Hit) int { return cmp.Compare(b.Score, a.Score) })
	case index.SortDate:
		slices.SortStableFunc(r.res.Hits, func(a, b index.Hit) int {
			return strings.Compare(cmp.Or(b.Edition, b.Date), cmp.Or(a.Edition, a.Date))
		})
	}
	if req.Limit > 0 && len(r.res.Hits) > req.Limit {
		r.res.Hits = r.res.Hits[:req.Limit]
	}
	r.fill(copies())
	return r
}

func newResemblance(p place, least float64, entries []store.Entry) *resemblance {
	r := &resemblance{asked: p, least: least, entries: map[string]store.Entry{}}
	for _, en := range entries {
		r.entries[en.ID] = en
	}
	return r
}

// judge returns what decides on a unit, and, for afterwards, the copies that it
// found by their text.
func (r *resemblance) judge(least float64) (func(*corpus.Unit) []index.Like, func() map[string]compare.Copy) {
	original := compare.NewOriginal(r.asked.unit)
	r.text = original.Text
	if r.asked.doc != nil && len(r.asked.addresses) == 1 {
		r.lead = index.HitAt(r.asked.doc, index.Like{Unit: r.asked.unit}).Lead
	}
	var mu sync.Mutex
	met := map[string]compare.Copy{}
	judge := func(u *corpus.Unit) []index.Like {
		var out []index.Like
		for _, k := range original.Copies(u, least) {
			out = append(out, index.Like{Unit: k.Unit, Text: k.Text, Score: k.Score})
			mu.Lock()
			met[k.Text] = k
			mu.Unlock()
		}
		return out
	}
	return judge, func() map[string]compare.Copy { return met }
}

// led is a text behind the words that it goes on from.
func led(lead []string, text string) string {
	return strings.Join(append(slices.Clone(lead), text), "\n")
}

// fill says of each hit what is the same and what not.
func (r *resemblance) fill(copies map[string]compare.Copy) {
	for _, h := range r.res.Hits {
		l := likeness{Hit: h, copy: copies[h.Text], edits: compare.Diff(r.text, h.Text)}
		l.differences = content.Turns(strings.Join(r.lead, "\n"), r.text, strings.Join(h.Lead, "\n"), h.Text)
		r.hits = append(r.hits, l)
	}
}
