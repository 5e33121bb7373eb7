package words

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed exceptions.txt
var exceptionsText string

// excepted returns the stem of a form that exceptions.txt has.
func excepted(form string) (stem string, ok bool) {
	t := exceptions()
	if stem, ok := t.forms[form]; ok {
		return stem, true
	}
	for i := len(form); i >= 0; i-- {
		if i < len(form) && !utf8.RuneStart(form[i]) {
			continue
		}
		for _, d := range t.words[form[:i]] {
			if d.has[form[i:]] {
				return form[:i] + d.tail, true
			}
		}
	}
	return "", false
}

// exceptionTable is the table in memory. Declined words stay as they are
// written there: to list all their forms would take milliseconds of every run.
type exceptionTable struct {
	forms map[string]string        // to stems
	words map[string][]*declension // by what stands before the endings
}

var exceptions = sync.OnceValue(readExceptions)

func readExceptions() exceptionTable {
	t := exceptionTable{map[string]string{}, map[string][]*declension{}}
	for e := range exceptionsIn(exceptionsText) {
		if e.of == nil {
			t.forms[e.word] = e.stem
		} else {
			base := e.base()
			t.words[base] = append(t.words[base], e.of)
		}
	}
	return t
}

// An exception is a form and its stem, or a word and its declension.
type exception struct {
	word, stem string
	of         *declension
}

// forms are all the forms of a word.
func (e exception) forms() []string {
	if e.of == nil {
		return []string{e.word}
	}
	var out []string
	for _, end := range e.of.endings {
		out = append(out, e.base()+end)
	}
	return out
}

// base is what stands before the endings of a declined word.
func (e exception) base() string { return strings.TrimSuffix(e.word, e.of.endings[0]) }

// exceptionsIn reads the table; its format is described at its top.
func exceptionsIn(text string) iter.Seq[exception] {
	return func(yield func(exception) bool) {
		var d *declension
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "#")
			head, rest, isRule := strings.Cut(line, ":")
			switch {
			case isRule && strings.HasPrefix(head, "="):
				d = newDeclension(head, rest)
			case isRule:
				stem := strings.TrimSpace(head)
				for _, form := range expand(rest) {
					if !yield(exception{word: form, stem: stem}) {
						return
					}
				}
			default:
				for word := range strings.FieldsSeq(line) {
					if !yield(exception{word, strings.TrimSuffix(word, d.endings[0]) + d.tail, d}) {
						return
					}
				}
			}
		}
	}
}

// A declension is the endings of words of one kind, the first of which is that
// of the word as dictionaries have it.
type declension struct {
	tail    string // of the stem
	endings []string
	has     map[string]bool
}

func newDeclension(head, rest string) *declension {
	d := &declension{tail: strings.Trim(head, "= -"), endings: expand(rest), has: map[string]bool{}}
	for _, e := range d.endings {
		d.has[e] = true
	}
	return d
}

// expand returns the forms or endings of a line, those of adjectives for a star.
func expand(line string) []string {
	var out []string
	for e := range strings.FieldsSeq(line) {
		before, after, adjective := strings.Cut(strings.TrimPrefix(e, "-"), "*")
		if !adjective {
			out = append(out, before)
			continue
		}
		of := hardAdjective
		if r, _ := utf8.DecodeLastRuneInString(before); strings.ContainsRune("жчшщ", r) {
			of = softAdjective
		}
		for _, a := range of {
			out = append(out, before+a+after)
		}
	}
	return out
}

var (
	hardAdjective = strings.Fields("ый ая ое ые ого ой ому ую ым ыми ых ом")
	softAdjective = strings.Fields("ий ая ее ие его ей ему ую им ими их ем")
)
