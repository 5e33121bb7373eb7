package index

import (
	"svod/corpus"
	"svod/corpus/store"
)

// An ActGap says where in an act an address leads nowhere.
type ActGap struct {
	Document, Title, Edition, Language, Number string // of the act's newest text
	Citation                                   string // of Above, the last unit on the way that is there
	corpus.Gap
}

// What is told of acts that have a name like the one typed, or of acts that
// have nothing at an address.
const (
	mostActs = 3
	mostGaps = 3
)

// nowhere says why an address leads nowhere: no act has the name, or those
// that have it have nothing there, or a condition leaves them out.
func (s *search) nowhere(ref corpus.Reference, acts []store.Act) (*Diagnosis, error) {
	d := &Diagnosis{Documents: len(s.all), Searched: len(s.list), Act: ref.Rest}
	if len(acts) == 0 {
		if len(store.Match(s.all, ref.Rest)) == 0 {
			d.Acts = store.Nearest(s.all, ref.Rest, mostActs)
			return d, nil
		}
		d.Outside = true
	}
	if ref.Rest != "" || len(acts) == 1 {
		for _, act := range acts[:min(len(acts), mostGaps)] {
			g, err := s.gap(ref, act[0])
			if err != nil {
				return nil, err
			}
			d.Gaps = append(d.Gaps, g)
		}
	}
	return d, s.diagnoseFilters(d, func(list []store.Entry) (Totals, []string, error) {
		c := *s
		c.list, c.req = list, Request{Query: s.req.Query, Limit: mostGaps, plain: true}
		res, err := c.address()
		if res == nil || err != nil {
			return Totals{}, nil, err
		}
		var docs []string
		for _, t := range res.Tallies {
			docs = append(docs, t.Document)
		}
		return res.Total, docs, nil
	})
}

// gap looks where in an act an address leads nowhere.
func (s *search) gap(ref corpus.Reference, e store.Entry) (ActGap, error) {
	doc, err := s.whole(e.ID)
	if err != nil {
		return ActGap{}, err
	}
	m := e.Meta
	g := ActGap{Document: e.ID, Title: m.Title, Edition: m.Edition, Language: m.Language, Number: m.Number, Gap: doc.Gap(ref)}
	if g.Above != "" {
		g.Citation = doc.Citation(g.Above, m.Language)
	}
	return g, nil
}
