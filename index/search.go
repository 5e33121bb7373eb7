package index

import (
	"context"
	"errors"
	"time"

	"github.com/blevesearch/bleve/v2"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
)

// relaxedDepth is the number of articles that a search for any of the words
// looks at: what comes after has few of them.
const relaxedDepth = 100

// Search answers a request from the index as the last Sync left it.
//
// An address («пп 4 п 2 ст 7 закона об общественных советах») is answered by
// the provision, newest edition first. Otherwise bare words mean all of them
// within one article; if no article has all, or the query ends with «?», any
// of them, ranked, and the result says so. A faulty query gives a
// *query.SyntaxError.
func (ix *Index) Search(ctx context.Context, req Request, docs Docs) (*Result, error) {
	list, err := docs.List(ctx)
	if err != nil {
		return nil, err
	}
	// The conditions on documents go first; what is left may be an address.
	rest, filters, err := query.Cut(req.Query)
	if err != nil {
		return nil, err
	}
	today(filters)
	chosen, err := filtered(req.documents(list), list, filters)
	if err != nil {
		return nil, err
	}
	s := &search{
		ctx: ctx, lists: &ix.lists, sorted: &ix.acts, docs: docs, req: req, words: rest, filters: filters, all: list, list: chosen,
		read: map[string]*corpus.Document{}, parts: map[group]*store.Part{},
	}
	if res, err := s.asAddress(); res != nil || err != nil {
		if err == nil && req.Explain {
			res.Explanation, err = s.explain(ix, nil)
		}
		return res, err
	}
	q, err := query.Parse(req.Query, "")
	if err != nil {
		return nil, err
	}
	q.Filters = filters
	q = query.AtLeast(q, req.AtLeast)
	all := newAsked(q, q.Expand(req.Synonyms), false)
	asking := all
	res := &Result{Synonyms: all.query.Synonyms()}
	var fs []found
	err = ix.read(ctx, docs, func(b bleve.Index) error {
		var err error
		if !q.Question {
			if fs, err = s.run(b, all, 0); err != nil || len(fs) > 0 {
				return err
			}
			if req.Strict || q.Operators {
				return nil
			}
		}
		any := newAsked(q.AnyWord(), all.query.AnyWord(), true)
		if !q.Question && any.query.String() == all.query.String() {
			return nil
		}
		asking, res.Relaxed = any, true
		fs, err = s.ask(b, any)
		return err
	})
	if err != nil {
		return nil, err
	}
	res.Understood = asking.typed.String()
	if len(fs) == 0 {
		res.Relaxed, res.Understood = false, q.String()
	}
	res.Question = res.Relaxed && q.Question
	res.Total = total(fs)
	res.Total.More = s.more
	if !req.plain && (len(fs) == 0 || res.Relaxed && !q.Question) {
		if res.Diagnosis, err = s.diagnose(ix, q, res.Relaxed); err != nil {
			return nil, err
		}
	}
	if req.Explain {
		if res.Explanation, err = s.explain(ix, q); err != nil {
			return nil, err
		}
	}
	err = s.answer(res, s.arrange(fs))
	return res, err
}

// A search is one request on its way.
type search struct {
	ctx    context.Context
	docs   Docs
	lists  *wordLists
	sorted *actList
	req    Request

	words   string // of the query, without its filters
	filters []query.Filter

	all  []store.Entry // of the corpus
	list []store.Entry // that the filters leave
	more bool          // there are more candidates than were looked at

	query asked // that was looked for last

	read  map[string]*corpus.Document // whole documents
	parts map[group]*store.Part
}

func (s *search) run(b bleve.Index, q asked, limit int) ([]found, error) {
	if len(s.list) == 0 {
		return nil, nil
	}
	l := lift{terms: asks(s.words)}
	cs, err := candidates(s.ctx, b, q.query, l, s.list, len(s.all), limit)
	if err != nil {
		return nil, err
	}
	s.more = limit > 0 && len(cs) == limit
	if limit == 0 && len(q.query.Synonyms()) > 0 {
		if err := s.asTyped(b, q, l, cs); err != nil {
			return nil, err
		}
	}
	fs, err := s.find(b, q, cs)
	if err != nil || limit > 0 {
		return fs, err
	}
	byForce(fs, s.list)
	demote(fs)
	return fs, s.definitionsFirst(b, q, fs)
}

// asTyped gives the candidates that have what was typed the scores that they
// have without synonyms: all words are asked for, and what is found by synonyms
// only comes behind what has them.
func (s *search) asTyped(b bleve.Index, q asked, l lift, cs []candidate) error {
	typed, err := candidates(s.ctx, b, q.typed, l, s.list, len(s.all), 0)
	if err != nil {
		return err
	}
	score := make(map[group]float64, len(typed))
	for _, c := range typed {
		score[c.group] = c.score
	}
	for i, c := range cs {
		if v, ok := score[c.group]; ok {
			cs[i].score = v
		}
	}
	return nil
}

// ask looks for any of the words: articles are ranked by how well they answer
// the question.
func (s *search) ask(b bleve.Index, q asked) ([]found, error) {
	if len(s.list) == 0 {
		return nil, nil
	}
	ws, err := wantedWords(s.ctx, b, q.typed)
	if err != nil {
		return nil, err
	}
	l := lift{kin: map[string][]string{}, terms: asks(s.words)}
	for _, w := range ws {
		l.kin[w.form] = w.kin
	}
	cs, err := candidates(s.ctx, b, q.query, l, s.list, len(s.all), relaxedDepth)
	if err != nil {
		return nil, err
	}
	s.more = len(cs) == relaxedDepth
	if cs, err = newQuestion(s.words, q.query, ws, s.list).rank(s.ctx, s.docs, cs); err != nil {
		return nil, err
	}
	return s.find(b, q, cs)
}

// find asks the query about the text of candidates.
func (s *search) find(b bleve.Index, q asked, cs []candidate) ([]found, error) {
	s.query = q
	if m := q.query.Matcher(); m != nil && s.req.Limit > 0 {
		return s.sight(b, m, cs)
	}
	return verify(s.ctx, s.docs, q, cs)
}

func total(fs []found) Totals {
	t := Totals{Units: len(fs)}
	ds := map[string]bool{}
	for _, f := range fs {
		t.Occurrences += f.count
		if f.bySynonym {
			t.BySynonym++
		}
		ds[f.doc] = true
	}
	t.Documents = len(ds)
	return t
}

// read runs f on the open index. Damage may show only now, as opening reads
// little of the files: then the index is built anew, and f runs again.
func (ix *Index) read(ctx context.Context, docs Docs, f func(bleve.Index) error) error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	defer ix.release()
	for again := false; ; again = true {
		err := ix.openReader(ctx)
		if err == nil {
			_, err = guarded(func() (struct{}, error) { return struct{}{}, f(ix.reader) })
		}
		if err == nil || again || !errors.Is(err, errDamaged) {
			return err
		}
		ix.closeReader() // its error is of no interest any more
		if err := ix.start(ReasonDamaged); err != nil {
			return err
		}
		if err := ix.sync(ctx, docs, nil); err != nil {
			return err
		}
	}
}

func (ix *Index) openReader(ctx context.Context) error {
	if ix.reader != nil {
		return nil
	}
	b, err := ix.open(ctx)
	if err == nil {
		ix.reader, ix.opened = b, time.Now()
	}
	return err
}

// An open reader keeps other processes from writing: it is let go of when nobody
// has searched for idleTime, and now and then in between.
const (
	idleTime = 500 * time.Millisecond
	openTime = time.Second
)

// release lets go of the reader soon. It is called after a search.
func (ix *Index) release() {
	if ix.reader == nil {
		return
	}
	if time.Since(ix.opened) > openTime {
		ix.closeReader()
		time.Sleep(pause)
		return
	}
	if ix.idle != nil {
		ix.idle.Stop()
	}
	ix.idle = time.AfterFunc(idleTime, func() {
		ix.mu.Lock()
		defer ix.mu.Unlock()
		ix.closeReader()
	})
}
