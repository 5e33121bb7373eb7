package words

import (
	"hash/maphash"
	"strings"
	"sync"
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
}

const shards = 32

type shard struct {
	mu sync.RWMutex
	m  [langs]map[string]known
	n  int
}

func newTable(words int) *table {
	return &table{seed: maphash.MakeSeed(), limit: words / shards}
}

func (t *table) get(raw string, l lang) known {
	s := &t.shards[maphash.String(t.seed, raw)%shards]
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
