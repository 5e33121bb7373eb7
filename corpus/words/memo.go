package words

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"
)

// A lang is a language that has rules here.
type lang uint8

const (
	russianLang lang = iota
	kazakhLang
	englishLang
	langs
)

func langOf(s string) lang {
	switch s {
	case "kk":
		return kazakhLang
	case "en":
		return englishLang
	}
	return russianLang
}

// known is what is remembered of a written word.
type known struct{ form, stem string }

// memo remembers folded forms and stems by the word as written. Texts repeat
// their words, so that nearly every look-up is a hit, and stemming costs
// nothing.
var memo = newTable(1 << 17)

// A table is a bounded map for many goroutines: each shard is emptied when it
// is full, which needs no book-keeping on a hit.
type table struct {
	seed   maphash.Seed
	limit  int // words in a shard
	shards [shards]shard
	// The words that were asked for last, each in the place that its hash
	// names: most look-ups end here, without a lock.
	recent [recent]atomic.Pointer[entry]
}

const (
	shards = 32
	recent = 1 << 16
)

type entry struct {
	raw  string
	lang lang
	known
}

type shard struct {
	mu sync.RWMutex
	m  [langs]map[string]known
	n  int
}

func newTable(words int) *table {
	return &table{seed: maphash.MakeSeed(), limit: words / shards}
}

func (t *table) get(raw string, l lang) known {
	h := maphash.String(t.seed, raw)
	slot := &t.recent[h/shards%recent]
	if e := slot.Load(); e != nil && e.lang == l && e.raw == raw {
		return e.known
	}
	k := t.look(&t.shards[h%shards], raw, l)
	if len(raw) <= maxWord {
		slot.Store(&entry{strings.Clone(raw), l, k})
	}
	return k
}

// look finds a word in its shard, or learns it.
func (t *table) look(s *shard, raw string, l lang) known {
	s.mu.RLock()
	k, ok := s.m[l][raw]
	s.mu.RUnlock()
	if ok {
		return k
	}
	k.form = wordForm(raw)
	k.stem = stem(k.form, l)
	if len(raw) > maxWord {
		return k // garbage; it would only push words out
	}
	// The text that raw is cut from must not be kept alive by the table.
	raw = strings.Clone(raw)
	if k.form == raw {
		k.form = raw
	}
	s.mu.Lock()
	if s.n >= t.limit {
		s.m, s.n = [langs]map[string]known{}, 0
	}
	if s.m[l] == nil {
		s.m[l] = map[string]known{}
	}
	s.m[l][raw] = k
	s.n++
	s.mu.Unlock()
	return k
}

const maxWord = 128
