// Package write turns two editions of an act into the draft that makes the one
// of the other: operations, and their text in the words of drafting rules.
//
//	old, new ─align.go, unit.go, words.go→ operations ─check.go, apply→ operations that come out
//	operations ─merge.go, phrase.go, text.go→ the text of an amending act
//
// The operations are the smallest that are honest: a word is replaced and an
// article not restated, unless most of it changed. Each draft is applied to the
// old text before it is given out; where the new one does not come out, the
// provision around is written anew.
package write

import (
	"svod/compare"
	"svod/compare/amend"
	"svod/corpus"
)

// A Draft is what turns one edition of an act into another.
type Draft struct {
	Old, New   *corpus.Document
	Operations []amend.Operation // in the order of the act
	// Left is where the editions differ and no operation says it: what amending
	// acts do not change, as signatures, and what did not come out.
	Left []Left

	steps    []step
	body     []Line
	template *Template
}

// A Left is a provision that no operation makes as it is in the new edition.
type Left struct {
	Old, New corpus.Address // "" where that edition has none
	Code     Code
}

// A Code says why something is left.
type Code string

// The codes.
const (
	Unamended Code = "unamended" // acts of this kind are not amended there: requisites, contents, signatures
	Unsaid    Code = "unsaid"    // no operation was found that comes out
)

// Write finds the operations that make the new edition of the old one. The
// template, nil for that of the act's language and country, gives them their
// words.
func Write(old, new *corpus.Document, t *Template) *Draft {
	if t == nil {
		t = TemplateFor(old.Meta.Language, old.Meta.Jurisdiction)
	}
	d, w := write(old, new, t)
	if by := w.throughout(t, d); by != nil {
		return by
	}
	return d
}

func write(old, new *corpus.Document, t *Template) (*Draft, *writer) {
	w := newWriter(old, new)
	w.template = t.of(old)
	d := &Draft{Old: old, New: new, template: w.template}
	for range mostTries {
		w.plans, w.left = map[[2]*corpus.Unit]*plan{}, nil
		d.set(w.draw(merge(w.act(old.Root, new.Root).ops)))
		d.Left = w.left
		if w.comesOut(d) {
			break
		}
	}
	w.tellUnsaid(d)
	return d, w
}

// mostTries is how often operations are made coarser.
const mostTries = 5

// Operations are those of Write.
func Operations(old, new *corpus.Document) []amend.Operation {
	return Write(old, new, nil).Operations
}

// How coarse the operations on a provision are.
const (
	fine  = iota // words
	plain        // its paragraphs anew
	whole        // all of it anew
	never        // none comes out
)

// A writer finds operations.
type writer struct {
	old, new *corpus.Document
	lang     string
	template *Template
	mates    map[*corpus.Unit]*corpus.Unit // old → new, as compare pairs them
	coarse   map[*corpus.Unit]int          // of old units
	keys     map[*corpus.Unit]string
	sizes    map[*corpus.Unit]int
	folds    map[string]string              // of texts, which editions share
	places   map[*corpus.Unit][]amend.Level // of old units; nil where a draft cannot name them
	plans    map[[2]*corpus.Unit]*plan
	left     []Left
	made     *corpus.Document // what the last operations make of old
}

func newWriter(old, new *corpus.Document) *writer {
	w := &writer{old: old, new: new, lang: old.Meta.Language,
		mates: map[*corpus.Unit]*corpus.Unit{}, coarse: map[*corpus.Unit]int{}, keys: map[*corpus.Unit]string{},
		sizes: map[*corpus.Unit]int{}, folds: map[string]string{}, places: map[*corpus.Unit][]amend.Level{}}
	for _, r := range compare.Compare(old, new).Rows {
		if len(r.Old) == 0 || len(r.New) == 0 {
			continue
		}
		o, n := old.At(r.Old[0].Address), new.At(r.New[0].Address)
		if o != nil && n != nil && r.Old[0].Text != "" && r.New[0].Text != "" {
			w.mates[o] = n
		}
	}
	return w
}
