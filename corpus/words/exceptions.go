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

// exceptions returns the stem of each form that stands in exceptions.txt.
var exceptions = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, len(exceptionsText)/2)
	for e := range exceptionsIn(exceptionsText) {
		m[e.form] = e.stem
	}
	return m
})

// An exception is a form of a word and its stem.
type exception struct{ word, form, stem string }

// exceptionsIn reads the table; its format is described at its top.
func exceptionsIn(text string) iter.Seq[exception] {
	return func(yield func(exception) bool) {
		var d declension
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "#")
			head, rest, isRule := strings.Cut(line, ":")
			switch {
			case isRule && strings.HasPrefix(head, "="):
				d = newDeclension(head, rest)
			case isRule:
				stem := strings.TrimSpace(head)
				for _, form := range expand(rest) {
					if !yield(exception{stem, form, stem}) {
						return
					}
				}
			default:
				for word := range strings.FieldsSeq(line) {
					base := strings.TrimSuffix(word, d.endings[0])
					stem := base + d.tail
					for _, e := range d.endings {
						if !yield(exception{word, base + e, stem}) {
							return
						}
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
}

func newDeclension(head, rest string) declension {
	return declension{tail: strings.Trim(head, "= -"), endings: expand(rest)}
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
