package query

import (
	"regexp"
	"strconv"
	"strings"

	"svod/corpus/words"
)

// A Scope is a stretch of a text within which words belong together.
type Scope uint8

// The scopes. Text is the whole of what is given to Find: an article.
const (
	ScopeText Scope = iota
	ScopeClause
	ScopeSentence
)

func (s Scope) operator() string { return [...]string{"/ст", "/п", "/с"}[s] }

// A node of the tree is one of *word, *phrase, *near, *same, *and, *or, *ref,
// *pattern, *without, *requiring, *synonym.
type node interface {
	String() string
	find(t *Text) []hit
	needs() Need
}

type wordKind uint8

const (
	byStem wordKind = iota
	byForm
	byWildcard
	byFuzzy
	byCapitals // the form, written with capitals: an abbreviation
)

// word is a leaf: one word.
type word struct {
	kind  wordKind
	form  string
	stems [3]string // by language of the text: ru, kk, en
	edits int       // of byFuzzy: slips that are allowed

	// Of a word that was typed: as it was, and its place among the lexemes of
	// the query, counted from 1. Neighbours have neighbouring places. A word
	// that is a part of something else, of a phrase or a glued word, has none.
	typed string
	place int

	// Of a word of a Set's queries: its place in the set.
	set *Set
	at  int32
}

func newWord(kind wordKind, form string) *word {
	w := &word{kind: kind, form: form}
	if kind == byStem { // others are compared by form
		for i, l := range languages {
			w.stems[i] = words.Stem(form, l)
		}
	}
	return w
}

var languages = [3]string{"ru", "kk", "en"}

func languageIndex(lang string) int {
	for i, l := range languages {
		if l == lang {
			return i
		}
	}
	return 0
}

func (w *word) String() string {
	switch w.kind {
	case byForm:
		return "=" + w.form
	case byFuzzy:
		if w.edits == usualEdits(w.form) {
			return w.form + "~"
		}
		return w.form + "~" + strconv.Itoa(w.edits)
	}
	// A mark at the end would make a question, a colon a filter.
	if strings.HasSuffix(w.form, "?") || strings.Contains(w.form, ":") {
		return `"` + w.form + `"`
	}
	return w.form
}

// phrase is words that follow each other.
type phrase struct{ words []*word }

func (p *phrase) String() string {
	ss := make([]string, len(p.words))
	for i, w := range p.words {
		ss[i] = strings.Trim(w.String(), `"`)
	}
	return `"` + strings.Join(ss, " ") + `"`
}

// near is two operands at a distance of at most n positions.
type near struct {
	a, b    node
	n       int
	ordered bool
}

func (n *near) operator() string {
	if n.ordered {
		return "+" + strconv.Itoa(n.n)
	}
	return "/" + strconv.Itoa(n.n)
}

func (n *near) String() string {
	return operand(n.a, levelNear) + " " + n.operator() + " " + operand(n.b, levelNear+1)
}

// same is two operands in one sentence, clause or text.
type same struct {
	a, b  node
	scope Scope
}

func (n *same) String() string {
	return operand(n.a, levelNear) + " " + n.scope.operator() + " " + operand(n.b, levelNear+1)
}

// and is all of its operands, and none of not, in one scope.
type and struct {
	all, not []node
	scope    Scope
}

func (n *and) String() string {
	ss := make([]string, len(n.all))
	for i, x := range n.all {
		ss[i] = operand(x, levelAnd+1)
	}
	s := strings.Join(ss, " И ")
	for _, x := range n.not {
		s += " НЕ " + operand(x, levelAnd+1)
	}
	return s
}

// or is any of its operands.
type or struct{ any []node }

func (n *or) String() string {
	ss := make([]string, len(n.any))
	for i, x := range n.any {
		ss[i] = operand(x, levelOr+1)
	}
	return strings.Join(ss, " ИЛИ ")
}

// ref is a set or a category under its name.
type ref struct {
	name string
	node
}

func (r *ref) String() string { return r.name }

// pattern is a regular expression on the written text.
type pattern struct {
	re     *regexp.Regexp
	src    string
	bounds bool // its groups are borders of words, see compile
}

func (n *pattern) String() string { return "re:" + n.src }

// without and requiring are built by functions of the same names; they have no
// form in the language, so their String is for people.
type without struct{ in, not node }

func (n *without) String() string { return "(" + n.in.String() + ") БЕЗ (" + n.not.String() + ")" }

type requiring struct {
	in    node
	all   []node
	scope Scope
}

func (n *requiring) String() string {
	s := "(" + n.in.String() + ")"
	for _, x := range n.all {
		s += " ПРИ " + n.scope.operator() + " (" + x.String() + ")"
	}
	return s
}

// Levels of binding, loosest first.
const (
	levelAnd = iota
	levelNear
	levelOr
	levelWord
)

func level(n node) int {
	switch n.(type) {
	case *and:
		return levelAnd
	case *near, *same:
		return levelNear
	case *or:
		return levelOr
	}
	return levelWord
}

// operand prints n in brackets where it binds looser than its place asks.
func operand(n node, min int) string {
	if level(n) < min {
		return "(" + n.String() + ")"
	}
	return n.String()
}
