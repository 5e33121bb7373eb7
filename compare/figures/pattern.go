package figures

import (
	"strings"

	"svod/corpus/lazy"

	"svod/compare/yamlfile"
	"svod/corpus/query"
)

// A pattern finds the number that goes with some words.
//
// The pattern language has no word for «any number». So numbers are put out of
// the text before it is asked: each is replaced by one word that no text has,
// and {число} in a pattern is that word. A number of several words is one word
// then, and distances come out as people count them.
type pattern struct {
	// With a place for the number: the whole pattern.
	slot *query.Query
	// The words alone: what heads of rows and columns are asked for, and what
	// sentences are when the pattern has no place for the number.
	words *query.Query
}

// numeral stands for each number of a text.
const numeral = "числозначение"

var slots = lazy.New(`(?i)\{(число|сан|number|n)\}`)

// beside are what may join a place for a number to the words around it.
var beside = lazy.New(`(?i)\s*([/+]\d+|/[сsпpстa]{1,2})?\s*\{(число|сан|number|n)\}\s*([/+]\d+|/[сsпpстa]{1,2})?\s*`)

func (l *loader) pattern(t yamlfile.Text) pattern {
	found := slots.FindAllStringIndex(t.S, -1)
	if len(found) == 0 {
		return pattern{words: l.query(t, t.S)}
	}
	p := pattern{slot: l.query(t, slots.ReplaceAllString(t.S, "="+numeral))}
	rest := strings.TrimSpace(beside.ReplaceAllString(t.S, " "))
	if len(found) > 1 || rest == "" {
		l.fail(t, "slot", t.S)
		return p
	}
	// «провести /4 {число} +2 заседание» asks rows for «провести заседание»:
	// near each other, as far as the number between them was.
	if words, err := query.ParsePattern(rest, l.language, nil); err == nil {
		p.words = words
	}
	return p
}

// A shadow is a text with its numbers put out.
type shadow struct {
	text    string
	numbers []Number
	lo      []int // where in the shadow each number's word begins
}

func shadowOf(s string, numbers []Number) shadow {
	var b strings.Builder
	sh := shadow{numbers: numbers}
	end := 0
	for _, n := range numbers {
		b.WriteString(s[end:n.Lo])
		sh.lo = append(sh.lo, b.Len())
		b.WriteString(numeral)
		end = n.Hi
	}
	b.WriteString(s[end:])
	sh.text = b.String()
	return sh
}

// number returns the index of the number whose word stands at an offset, -1 for
// none.
func (sh *shadow) number(at int) int {
	for i, lo := range sh.lo {
		if lo == at {
			return i
		}
	}
	return -1
}

// original returns the offset in the text of one in its shadow.
func (sh *shadow) original(at int) int {
	shift := 0
	for i, lo := range sh.lo {
		if at < lo+len(numeral) {
			if at > lo {
				return sh.numbers[i].Hi
			}
			break
		}
		shift = sh.numbers[i].Hi - (lo + len(numeral))
	}
	return at + shift
}
