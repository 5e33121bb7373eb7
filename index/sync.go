package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
)

var versionKey = []byte("svod version")

// hashKey is where the hash of a document is kept that is wholly in the index.
func hashKey(id string) []byte { return []byte("svod hash " + id) }

// batchSize is the number of groups in a batch: larger ones gain little time
// and cost memory.
const batchSize = 1000

// holdTime is for how long the folder is kept from readers at a time, and
// pause for how long they then have it: a little more than bolt sleeps between
// two looks at a lock.
var holdTime = 3 * time.Second

const pause = 60 * time.Millisecond

// Sync brings the index in step with the corpus: documents that are new, gone
// or changed since. progress, if not nil, is called with the number of
// documents done and to do; never when there is nothing to do.
//
// Between batches other processes may read; what is interrupted goes on with
// the next Sync.
func (ix *Index) Sync(ctx context.Context, docs Docs, progress func(done, total int)) error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.rebuilt = ReasonNone
	if err := ix.closeReader(); err != nil {
		return err
	}
	_, err := guarded(func() (struct{}, error) { return struct{}{}, ix.sync(ctx, docs, progress) })
	if errors.Is(err, errDamaged) {
		if err = ix.start(ReasonDamaged); err == nil {
			err = ix.sync(ctx, docs, progress)
		}
	}
	return err
}

// start makes an empty index in the place of what is there. Another process may
// do the same at this moment: then the index of one of them stays.
func (ix *Index) start(why Reason) error {
	ix.rebuilt = why
	ix.lists.forget()
	ix.segments.forget()
	if err := os.MkdirAll(filepath.Dir(ix.dir), 0o777); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(ix.dir), filepath.Base(ix.dir)+".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b, err := bleve.NewUsing(filepath.Join(dir, "index"), newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return err
	}
	if err := errors.Join(b.SetInternal(versionKey, []byte(version)), b.Close()); err != nil {
		return err
	}
	if why != ReasonMissing {
		// In one step, as another process may be writing into it.
		if os.Rename(ix.dir, filepath.Join(dir, "old")) != nil {
			if err := os.RemoveAll(ix.dir); err != nil {
				return err
			}
		}
	} else {
		os.Remove(ix.dir) // an empty folder
	}
	err = os.Rename(filepath.Join(dir, "index"), ix.dir)
	if _, there := os.Stat(ix.dir); err != nil && there == nil {
		return nil // the other's
	}
	return err
}

func (ix *Index) sync(ctx context.Context, docs Docs, progress func(done, total int)) error {
	list, err := docs.List(ctx)
	if err != nil {
		return err
	}
	for again := 0; ; again++ {
		work, err := ix.plan(ctx, list)
		if err != nil || len(work) == 0 {
			return err
		}
		total := len(work)
		for len(work) > 0 && err == nil {
			var n int
			n, err = ix.do(ctx, docs, work, func(done int) {
				if progress != nil {
					progress(total-len(work)+done, total)
				}
			})
			if work = work[n:]; len(work) > 0 {
				time.Sleep(pause)
			}
		}
		// Another process may have begun the index anew meanwhile.
		if !errors.Is(err, os.ErrNotExist) || again == 3 {
			return err
		}
	}
}

// A task is a document to be put into the index, or out of it if hash is
// empty.
type task struct{ id, hash string }

// plan compares the index with the list of documents. It makes the index anew
// when that is needed.
func (ix *Index) plan(ctx context.Context, list []store.Entry) ([]task, error) {
	b, err := ix.open(ctx)
	if errors.Is(err, errDamaged) {
		time.Sleep(pause) // another process may just be making it
		b, err = ix.open(ctx)
	}
	switch {
	case errors.Is(err, os.ErrNotExist):
		err = ix.start(ReasonMissing)
	case errors.Is(err, errDamaged):
		err = ix.start(ReasonDamaged)
	}
	if err != nil {
		return nil, err
	}
	have := map[string]bool{}
	var tasks []task
	var live int64 // bytes of word lists
	if b != nil {
		defer func() {
			if b != nil && b != ix.reader {
				b.Close()
			}
		}()
		v, err := b.GetInternal(versionKey)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errDamaged, err)
		}
		if string(v) != version {
			if err := b.Close(); err != nil {
				return nil, err
			}
			b = nil
			if err := ix.start(ReasonOlder); err != nil {
				return nil, err
			}
		} else if have, err = indexed(b); err != nil {
			return nil, fmt.Errorf("%w: %w", errDamaged, err)
		}
	}
	for _, e := range list {
		hash := ""
		if b != nil {
			h, err := b.GetInternal(hashKey(e.ID))
			if err != nil {
				return nil, fmt.Errorf("%w: %w", errDamaged, err)
			}
			p := parsePlace(string(h))
			hash = p.hash
			live += int64(p.size)
		}
		if hash != e.Hash {
			tasks = append(tasks, task{e.ID, e.Hash})
		}
		delete(have, e.ID)
	}
	for id := range have {
		tasks = append(tasks, task{id: id})
	}
	if len(tasks) > 0 && wasteful(ix.dir, live) {
		if err := b.Close(); err != nil {
			return nil, err
		}
		b = nil
		if err := ix.start(ReasonNone); err != nil {
			return nil, err
		}
		tasks = tasks[:0]
		for _, e := range list {
			tasks = append(tasks, task{e.ID, e.Hash})
		}
	}
	if len(tasks) == 0 && b != nil {
		if _, err := readNumber(ix.dir); err != nil {
			// What the file would have told of is here by now; a later loss
			// must show again. In a folder that cannot be written nothing is lost.
			_ = writeNumber(ix.dir, number(b))
		}
		ix.reader, ix.opened = b, time.Now() // a search follows, as a rule
		ix.release()
	}
	return tasks, nil
}

// indexed returns the IDs of the documents of which the index has anything.
func indexed(b bleve.Index) (map[string]bool, error) {
	ids := map[string]bool{}
	dict, err := b.FieldDict(fieldDoc)
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	for {
		e, err := dict.Next()
		if err != nil {
			return nil, err
		}
		if e == nil {
			return ids, nil
		}
		// A term outlives its last document until segments are merged.
		if e.Count > 0 {
			ids[e.Term] = true
		}
	}
}

// do works off tasks for some time with the folder held, and returns how many.
func (ix *Index) do(ctx context.Context, docs Docs, work []task, progress func(done int)) (n int, err error) {
	b, err := openBleve(ctx, ix.dir, true)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	lists, err := appendTo(ix.dir)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, lists.f.Close()) }()
	w := &writer{b: b, number: number(b), lists: lists}
	defer w.wait()
	for start := time.Now(); n < len(work) && time.Since(start) < holdTime; n++ {
		progress(n)
		if err := ctx.Err(); err != nil {
			return n, err
		}
		if err := w.task(ctx, docs, work[n]); err != nil {
			return n, err
		}
	}
	if err := w.flush(); err != nil {
		return n, err
	}
	progress(n)
	if err := w.wait(); err != nil {
		return n, err
	}
	return n, writeNumber(ix.dir, w.number)
}

// A writer fills batches while the one before is being written.
type writer struct {
	b     bleve.Index
	batch *bleve.Batch
	count int
	lists *wordWriter

	number int // of the batch handed over last

	running sync.WaitGroup
	err     error // of the batch being written
}

func (w *writer) task(ctx context.Context, docs Docs, t task) error {
	// Another process may have done it meanwhile.
	if v, err := w.b.GetInternal(hashKey(t.id)); err == nil && t.hash != "" && parsePlace(string(v)).hash == t.hash {
		return nil
	}
	if w.batch == nil {
		w.batch = w.b.NewBatch()
	}
	w.batch.DeleteInternal(hashKey(t.id))
	old, err := groupsOf(w.b, t.id)
	if err != nil {
		return err
	}
	for _, id := range old {
		w.batch.Delete(id)
	}
	var p place
	if t.hash != "" {
		d, err := docs.Tree(ctx, t.id)
		switch {
		case errors.Is(err, store.ErrNotFound): // removed meanwhile
			t.hash = ""
		case err != nil:
			return err
		default:
			if p, err = w.document(d); err != nil {
				return err
			}
		}
	}
	if t.hash != "" {
		// In the batch of the last groups: what is interrupted before has no
		// hash, and is done again.
		p.hash = t.hash
		w.batch.SetInternal(hashKey(t.id), []byte(p.String()))
	}
	if w.count >= batchSize {
		return w.flush()
	}
	return nil
}

func (w *writer) document(d *corpus.Document) (place, error) {
	var units []*corpus.Unit
	var texts []query.Unit
	for _, u := range d.All() {
		units = append(units, u)
		texts = append(texts, query.Unit{Text: u.Own()})
	}
	text := query.NewText(texts)
	cut := splits(text)
	gs, above := groups(d)
	for i, g := range gs {
		if err := w.put(fields(g, units[g.lo-1:g.hi-1], cut[g.lo-1:g.hi-1], above[i], d.Meta)); err != nil {
			return place{}, err
		}
	}
	return w.lists.put(encodeWords(d, text))
}

func (w *writer) put(d *document.Document) error {
	if err := w.batch.IndexAdvanced(d); err != nil {
		return err
	}
	if w.count++; w.count < 2*batchSize {
		return nil
	}
	return w.flush()
}

// flush hands the batch over, after the one before is written.
func (w *writer) flush() error {
	if err := w.wait(); err != nil {
		return err
	}
	batch := w.batch
	w.batch, w.count = w.b.NewBatch(), 0
	if batch == nil || batch.Size() == 0 {
		return nil
	}
	if err := w.lists.f.Sync(); err != nil {
		return err
	}
	w.number++
	batch.SetInternal(numberKey, []byte(strconv.Itoa(w.number)))
	w.running.Go(func() {
		_, err := guarded(func() (struct{}, error) { return struct{}{}, w.b.Batch(batch) })
		w.err = err
	})
	return nil
}

func (w *writer) wait() error {
	w.running.Wait()
	err := w.err
	w.err = nil
	return err
}

// groupsOf returns the names of the groups of a document in the index.
func groupsOf(b bleve.Index, doc string) ([]string, error) {
	count, err := b.DocCount()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if count == 0 {
		return nil, nil
	}
	q := bquery.NewTermQuery(doc)
	q.SetField(fieldDoc)
	res, err := b.Search(bleve.NewSearchRequestOptions(q, int(count), 0, false))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	ids := make([]string, len(res.Hits))
	for i, h := range res.Hits {
		ids[i] = h.ID
	}
	return ids, nil
}
