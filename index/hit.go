package index

import (
	"errors"
	"strings"

	"svod/corpus"
	"svod/corpus/store"
)

// answer fills a result with what was found: groups of the editions of one norm.
func (s *search) answer(res *Result, groups [][]found) error {
	s.sort(groups)
	if s.req.order != nil {
		for _, g := range groups {
			for _, f := range g {
				s.req.order(f.doc, f.address)
			}
		}
	}
	res.Total.Norms = len(groups)
	res.Tallies = s.tallies(groups)
	for _, e := range s.list {
		res.Searched = append(res.Searched, e.ID)
	}
	var err error
	res.Hits, err = s.hits(groups)
	return err
}

// hits puts into words the hits that the request wants to see.
func (s *search) hits(groups [][]found) ([]Hit, error) {
	entry := map[string]store.Entry{}
	for _, e := range s.all {
		entry[e.ID] = e
	}
	texts := map[string][]store.Entry{} // of each document's act
	for _, act := range s.sorted.of(s.all) {
		for _, e := range act {
			texts[e.ID] = act
		}
	}
	var out []Hit
	n := 0
	for i, g := range groups {
		shown := g
		if s.req.Fold {
			shown = g[:1]
		}
		for _, f := range shown {
			n++
			if n <= s.req.Offset {
				continue
			}
			if s.req.Limit > 0 && len(out) == s.req.Limit {
				return out, nil
			}
			d, a, err := s.around(entry[f.doc], f)
			var u *corpus.Unit
			if err == nil {
				if u = d.At(a); u == nil {
					continue // the document was read anew meanwhile
				}
				f, err = s.reveal(f, u)
			}
			if errors.Is(err, store.ErrNotFound) { // removed meanwhile
				continue
			}
			if err != nil {
				return nil, err
			}
			h := newHit(d, a, f)
			h.Group = i
			h.Others = s.others(f, g, texts[f.doc])
			h.Label, h.Kind = u.Label, u.Kind
			if h.Lead, err = s.lead(d, u, f); err != nil {
				return nil, err
			}
			if h.Before, h.After, err = s.neighbours(d, u, f); err != nil {
				return nil, err
			}
			out = append(out, h)
		}
	}
	return out, nil
}

// around returns a document that has what the hit's citation and breadcrumb
// need, and the hit's address there. Its group with the units above is enough,
// unless the act chooses its own words for its clauses, as Russian and Kyrgyz
// acts do, and the hit doesn't know them, or something stands at the address
// twice.
func (s *search) around(e store.Entry, f found) (*corpus.Document, corpus.Address, error) {
	if d := s.read[f.doc]; d != nil {
		return d, f.address, nil
	}
	state := e.Meta.Jurisdiction
	own := f.wording == 0 && (state == "RU" || state == "KG")
	if own || strings.Contains(string(f.address), "~") {
		d, err := s.whole(f.doc)
		return d, f.address, err
	}
	p := s.parts[f.group]
	if p == nil {
		var err error
		if p, err = s.docs.Part(s.ctx, f.doc, f.lo, f.hi); err != nil {
			return nil, "", err
		}
		p.Document.CiteAs(f.wording)
		s.parts[f.group] = p
	}
	for u, a := range p.Address {
		if a == f.address {
			return p.Document, p.Document.AddressOf(u), nil
		}
	}
	return nil, "", store.ErrNotFound
}

// mostRead is the number of documents that are kept at once.
const mostRead = 64

// whole reads a document once.
func (s *search) whole(id string) (*corpus.Document, error) {
	if d := s.read[id]; d != nil {
		return d, nil
	}
	d, err := s.docs.Tree(s.ctx, id)
	if len(s.read) == mostRead {
		clear(s.read)
	}
	if err == nil {
		s.read[id] = d
	}
	return d, err
}

// newHit puts into words what was found at an address of d.
func newHit(d *corpus.Document, a corpus.Address, f found) Hit {
	m := d.Meta
	h := Hit{
		Document: d.ID, Title: m.Title, Language: m.Language, Edition: m.Edition, Number: m.Number, Date: m.Date,
		Address: f.address, Citation: d.Citation(a, m.Language), Path: breadcrumb(d, a), Score: f.score,
		Order: f.ord, Count: f.count, Itself: f.edition, Twins: f.twins, BySynonym: f.bySynonym,
	}
	var b strings.Builder
	if len(f.units) == 0 || f.units[0].ord != f.ord {
		// Spread: what the unit around is about.
		b.WriteString(f.own)
	}
	last := f.ord
	for _, u := range f.units {
		if b.Len() > 0 {
			b.WriteByte('\n')
			if u.ord > last+1 { // what stands between is left out
				b.WriteString("…\n")
			}
		}
		if last = u.ord; u.ord > f.ord && u.label != "" && u.text != "" {
			b.WriteString(u.label + " ")
		}
		at := b.Len()
		b.WriteString(u.text)
		for _, m := range u.matches {
			h.Matches = append(h.Matches, [2]int{at + m[0], at + m[1]})
		}
		for _, s := range u.synonyms {
			h.Synonyms = append(h.Synonyms, Synonym{[2]int{at + s.Match[0], at + s.Match[1]}, s.Of})
		}
	}
	h.Text = b.String()
	return h
}

// breadcrumb is the labels and headings of the units around one that have a
// heading of their own.
func breadcrumb(d *corpus.Document, a corpus.Address) []string {
	path := d.Path(a)
	var out []string
	for i, u := range path {
		if i == len(path)-1 {
			break
		}
		if u.Title == "" && u.Kind > corpus.KindArticle || u.Kind == corpus.KindDocument {
			continue
		}
		if s := strings.TrimSpace(u.Label + " " + strings.ReplaceAll(u.Title, "\n", " ")); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// HitAt puts into words what a Judge found in a document that need not be in
// the corpus.
func HitAt(d *corpus.Document, l Like) Hit {
	a := d.AddressOf(l.Unit)
	h := newHit(d, a, found{address: a, score: l.Score, count: 1, units: []spread{{text: l.Text}}})
	h.Label, h.Kind, h.Lead = l.Unit.Label, l.Unit.Kind, leadIn(d, l.Unit)
	return h
}
