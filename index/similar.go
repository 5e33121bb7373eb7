package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"svod/corpus"
	"svod/corpus/store"
	"svod/corpus/words"
)

// A Sample is a text whose like is looked for.
type Sample struct {
	Text string
	// Document and Addresses are where it stands, if it stands in the corpus:
	// neither it nor what holds it or is a part of it is an answer.
	Document  string
	Addresses []corpus.Address
	// Least is the score that an answer has at least, but for the sample's own
	// norm in other editions.
	Least float64
	// Judge decides which units at and below one are like the sample. It is
	// called by several goroutines at once.
	Judge func(*corpus.Unit) []Like
}

// Touches reports whether an address is one of the sample's, or lies above or
// below one.
func (s *Sample) Touches(a corpus.Address) bool {
	return slices.ContainsFunc(s.Addresses, func(own corpus.Address) bool { return a.Within(own) || own.Within(a) })
}

// A Like is a unit that is like a sample. Text is its words with those of the
// units below it.
type Like struct {
	Unit  *corpus.Unit
	Text  string
	Score float64
}

const (
	// likeStems is how many of a sample's stems are looked up.
	likeStems = 32
	// likeShare is how many of them an article must have to be looked at.
	likeShare = 0.3
	// likeDepth is how many articles are looked at, the likeliest.
	likeDepth = 1500
	// A stem that more than one in commonStem articles has is looked up only
	// if there are no rarer ones: it tells little and costs much.
	commonStem = 20
)

// Similar finds the provisions that are like a sample. The index proposes
// articles that have the sample's rare words, and the sample's Judge decides.
// The request's Query is not looked at.
func (ix *Index) Similar(ctx context.Context, req Request, sample Sample, docs Docs) (*Result, error) {
	list, err := docs.List(ctx)
	if err != nil {
		return nil, err
	}
	s := &search{
		ctx: ctx, lists: &ix.lists, sorted: &ix.acts, docs: docs, req: req, all: list, list: req.documents(list),
		read: map[string]*corpus.Document{}, parts: map[group]*store.Part{},
	}
	var cs []candidate
	err = ix.read(ctx, docs, func(b bleve.Index) (err error) {
		cs, err = s.proposed(b, sample)
		return err
	})
	if err != nil {
		return nil, err
	}
	fs, err := s.judged(cs, sample)
	if err != nil {
		return nil, err
	}
	groups := s.kindred(fs, sample)
	res := &Result{Total: total(slices.Concat(groups...))}
	if req.Fold {
		groups = twins(groups)
	}
	res.Total.More = s.more
	return res, s.answer(res, groups)
}

// proposed returns the articles that have enough of a sample's rare stems.
func (s *search) proposed(b bleve.Index, sample Sample) ([]candidate, error) {
	if len(s.list) == 0 {
		return nil, nil
	}
	lang := words.Language(sample.Text)
	// A stem of the sample's own article only leads nowhere else.
	least := 1
	if slices.ContainsFunc(s.all, func(e store.Entry) bool { return e.ID == sample.Document }) {
		least = 2
	}
	var any []bquery.Query
	err := lexiconOf(b, func(l *lexicon) error {
		stems, err := l.rareStems(s.ctx, sample.Text, lang, least)
		for _, stem := range stems {
			any = append(any, term(lang, stem, 1))
		}
		return err
	})
	if err != nil || len(any) == 0 {
		return nil, err
	}
	most := bquery.NewDisjunctionQuery(any)
	most.SetMin(max(1, likeShare*float64(len(any))))
	must := bquery.Query(most)
	if len(s.list) < len(s.all) {
		must = bquery.NewConjunctionQuery([]bquery.Query{most, among(s.list)})
	}
	return proposals(s.ctx, b, must, likeDepth)
}

// rareStems returns the stems of a text that tell it from others, of those that
// so many articles have at least: the rarest, and some of the rest, as the
// rarest may be the very ones that a copy has not, such as names.
func (l *lexicon) rareStems(ctx context.Context, text, lang string, least int) ([]string, error) {
	total, err := l.r.DocCount()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	type stem struct {
		text  string
		count int
	}
	var known []stem
	seen := map[string]bool{}
	for _, w := range words.Split(text, lang) {
		if w.Part != 0 || seen[w.Stem] || !isWord(w.Stem) {
			continue
		}
		seen[w.Stem] = true
		n, err := l.count(ctx, lang, w.Stem)
		if err != nil {
			return nil, err
		}
		if n >= least {
			known = append(known, stem{w.Stem, n})
		}
	}
	slices.SortStableFunc(known, func(a, b stem) int { return cmp.Compare(a.count, b.count) })
	for n := len(known); n > likeStems/4 && known[n-1].count > max(100, int(total)/commonStem); n-- {
		known = known[:n-1]
	}
	var out []string
	const half = likeStems / 2
	every := max(1, (len(known)-half+half-1)/half)
	for i, x := range known {
		if i < half || (i-half)%every == 0 {
			out = append(out, x.text)
		}
	}
	return out, nil
}

// judged asks the judge about the articles proposed.
func (s *search) judged(cs []candidate, sample Sample) ([]found, error) {
	results := make([][]found, len(cs))
	err := readGroups(s.ctx, s.docs, cs, func(i int, rows []store.Row) { results[i] = likes(cs[i].group, rows, sample) })
	if err != nil {
		return nil, err
	}
	// Where the least likely ones looked at still have answers there may be more.
	if tail := results[len(results)*3/4:]; len(cs) == likeDepth {
		s.more = slices.ContainsFunc(slices.Concat(tail...), func(f found) bool { return f.score >= sample.Least })
	}
	return slices.Concat(results...), nil
}

// likes are the units of an article that are like the sample.
func likes(g group, rows []store.Row, sample Sample) []found {
	units := make([]*corpus.Unit, len(rows))
	at := map[*corpus.Unit]int{}
	var tops []*corpus.Unit
	for i, r := range rows {
		u := &corpus.Unit{Kind: r.Kind, Label: r.Label, Title: r.Title, Text: r.Text}
		units[i], at[u] = u, i
		if up := r.Parent - rows[0].Ord; up >= 0 && up < i {
			units[up].Units = append(units[up].Units, u)
		} else {
			tops = append(tops, u)
		}
	}
	var out []found
	for _, top := range tops {
		for _, l := range sample.Judge(top) {
			r := rows[at[l.Unit]]
			out = append(out, found{group: g, ord: r.Ord, address: r.Address, own: l.Text, said: said(l.Text), score: l.Score, count: 1,
				units: []spread{{ord: r.Ord, text: l.Text}}})
		}
	}
	return out
}

// kindred gathers what is one norm in several editions of an act, the nearest
// first. The sample itself counts among its editions, but is no answer, nor is
// what holds it or is a part of it.
func (s *search) kindred(fs []found, sample Sample) [][]found {
	type place struct {
		doc string
		ord int
	}
	score := map[place]float64{}
	for _, f := range fs {
		score[place{f.doc, f.ord}] = f.score
	}
	var out [][]found
	for _, g := range s.arrange(fs) {
		n := len(g)
		g = slices.DeleteFunc(g, func(f found) bool { return f.doc == sample.Document && sample.Touches(f.address) })
		own := len(g) < n
		for i, f := range g {
			g[i].edition, g[i].score = own, score[place{f.doc, f.ord}]
		}
		g = slices.DeleteFunc(g, func(f found) bool { return !own && f.score < sample.Least })
		if len(g) > 0 {
			out = append(out, g)
		}
	}
	slices.SortStableFunc(out, func(a, b []found) int { return cmp.Compare(b[0].score, a[0].score) })
	return out
}

// twins takes what says the same in several places as one, the first of them: a
// line of a budget stands in hundreds.
func twins(groups [][]found) [][]found {
	first := map[uint64]int{}
	var out [][]found
	for _, g := range groups {
		at, met := first[g[0].said]
		if !met || g[0].edition || out[at][0].own != g[0].own {
			if !met && !g[0].edition {
				first[g[0].said] = len(out)
			}
			out = append(out, g)
			continue
		}
		out[at][0].twins = append(out[at][0].twins, Twin{g[0].doc, g[0].address})
	}
	return out
}
