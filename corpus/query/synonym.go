package query

import (
	"slices"
	"strings"
)

// synonym is a word or a phrase that does as well as what was asked for: all
// of it, or some of its words.
type synonym struct {
	node  // a *word or a *phrase, whose hits have a token per word
	marks []mark
}

// A mark says which words of a node stand for what was typed.
type mark struct {
	lo, hi int // places of words, hi not included
	of     string
}

// A synonymToken is a token that stands for what was typed.
type synonymToken struct {
	token int32
	of    string
}

func (n *synonym) String() string { return "≈" + n.node.String() }

func (n *synonym) needs() Need {
	need := n.node.needs()
	need.Synonym = true
	return need
}

func (n *synonym) find(t *Text) []hit {
	hs := n.node.find(t)
	for i := range hs {
		for _, m := range n.marks {
			for _, k := range hs[i].tokens[m.lo:m.hi] {
				hs[i].syn = append(hs[i].syn, synonymToken{k, m.of})
			}
		}
	}
	return hs
}

// of returns what a token of the hit stands for, "" if for itself.
func (h *hit) of(token int32) string {
	for _, s := range h.syn {
		if s.token == token {
			return s.of
		}
	}
	return ""
}

// A Synonym tells what a query finds beside what was asked for.
type Synonym struct {
	Of    string   // as it was typed
	Words []string // as they stand in the list of synonyms
}

// Expand returns the query that also finds the synonyms of what was asked for:
// of words, of words side by side, of phrases and within them. What was meant
// exactly stays as it is: =forms, wildcards, close spelling, regular expressions,
// references, what is counted by НЕ_МЕНЕЕ, and what is excluded by НЕ.
func (q *Query) Expand(s *Synonyms) *Query {
	if q == nil || q.root == nil || s == nil {
		return q
	}
	x := expander{s: s, shouted: shouted(q.root)}
	c := *q
	c.root = x.node(q.root)
	c.synonyms = x.used
	return &c
}

// Synonyms returns what Expand has found.
func (q *Query) Synonyms() []Synonym { return q.synonyms }

type expander struct {
	s       *Synonyms
	shouted bool
	used    []Synonym
}

func (x *expander) node(n node) node {
	switch n := n.(type) {
	case *word:
		return x.words([]*word{n}, nil, 1)[0]
	case *phrase:
		return x.phrase(n)
	case *and:
		a := &and{not: n.not, scope: n.scope}
		for i := 0; i < len(n.all); {
			run := neighbours(n.all[i:])
			if len(run) == 0 {
				a.all = append(a.all, x.node(n.all[i]))
				i++
				continue
			}
			a.all = append(a.all, x.words(run, n, maxTermWords)...)
			i += len(run)
		}
		if len(a.all) == 1 && len(a.not) == 0 {
			return a.all[0]
		}
		return a
	case *or:
		o := &or{}
		for _, c := range n.any {
			o.any = append(o.any, x.node(c))
		}
		return o
	case *near:
		c := *n
		c.a, c.b = x.node(n.a), x.node(n.b)
		return &c
	case *same:
		c := *n
		c.a, c.b = x.node(n.a), x.node(n.b)
		return &c
	}
	return n
}

// neighbours returns the words at the beginning of ns that were typed side by
// side.
func neighbours(ns []node) []*word {
	var run []*word
	for _, n := range ns {
		w, ok := n.(*word)
		if !ok || w.place == 0 || len(run) > 0 && w.place != run[len(run)-1].place+1 {
			break
		}
		run = append(run, w)
	}
	return run
}

// words expands words that were typed side by side, which are operands of in.
// Where several make up one term, they have its synonyms together; each of
// them has its own beside. most is how many words a term may have.
func (x *expander) words(run []*word, in *and, most int) []node {
	var out []node
	for i := 0; i < len(run); {
		n, others := 0, []*term(nil)
		for n = min(most, len(run)-i); n > 0; n-- {
			others = slices.DeleteFunc(x.synonymsOf(run[i:i+n]), func(t *term) bool { return t.holds(run[i : i+n]) })
			if len(others) > 0 {
				break
			}
		}
		if n == 0 {
			out = append(out, run[i])
			i++
			continue
		}
		var written node = run[i]
		if n > 1 {
			written = &and{all: x.words(run[i:i+n], in, n-1), scope: in.scope}
		}
		of := typed(run[i : i+n])
		any := &or{any: []node{written}}
		for _, t := range others {
			any.any = append(any.any, &synonym{nodeOf(t.asked()), []mark{{0, len(t.words), of}}})
		}
		out = append(out, any)
		x.use(of, others)
		i += n
	}
	return out
}

// How far a phrase is spread out: a phrase of many words with many synonyms
// each would have thousands of readings.
const (
	maxReplaced = 2 // terms in one reading
	maxReadings = 64
)

// phrase expands a phrase into its readings with terms replaced by synonyms.
func (x *expander) phrase(p *phrase) node {
	any := &or{any: []node{p}}
	// read adds the readings that go on with so many replacements.
	var read func(from int, so []*word, marks []mark, left int)
	read = func(from int, so []*word, marks []mark, left int) {
		if len(any.any) > maxReadings {
			return
		}
		if left == 0 {
			ws := append(so[:len(so):len(so)], p.words[from:]...)
			any.any = append(any.any, &synonym{nodeOf(ws), marks})
			return
		}
		for i := from; i < len(p.words); i++ {
			for n := min(maxTermWords, len(p.words)-i); n > 0; n-- {
				old := p.words[i : i+n]
				others := x.synonymsOf(old)
				of := typed(old)
				x.use(of, others)
				for _, t := range others {
					ws := append(so[:len(so):len(so)], p.words[from:i]...)
					at := mark{len(ws), len(ws) + len(t.words), of}
					read(i+n, append(ws, t.asked()...), append(marks[:len(marks):len(marks)], at), left-1)
				}
			}
		}
	}
	for n := 1; n <= maxReplaced; n++ {
		read(0, nil, nil, n)
	}
	if len(any.any) == 1 {
		return p
	}
	return any
}

// synonymsOf returns the synonyms of words that make up a term.
func (x *expander) synonymsOf(ws []*word) []*term {
	for _, w := range ws {
		if w.kind != byStem {
			return nil
		}
	}
	return x.s.of(ws, x.shouted)
}

func (x *expander) use(of string, others []*term) {
	if len(others) == 0 {
		return
	}
	for _, u := range x.used {
		if u.Of == of {
			return
		}
	}
	u := Synonym{Of: of}
	for _, t := range others {
		u.Words = append(u.Words, t.text)
	}
	x.used = append(x.used, u)
}

// typed is words as they were typed.
func typed(ws []*word) string {
	ss := make([]string, len(ws))
	for i, w := range ws {
		if ss[i] = w.typed; ss[i] == "" {
			ss[i] = w.form
		}
	}
	return strings.Join(ss, " ")
}

func nodeOf(ws []*word) node {
	if len(ws) == 1 {
		return ws[0]
	}
	return &phrase{ws}
}

// shouted reports whether a query is written in capitals all through, so that
// capitals tell no abbreviation: «СОВЕТ ПО ВЗАИМОДЕЙСТВИЮ».
func shouted(n node) bool {
	long, lower := false, false
	var walk func(n node)
	walk = func(n node) {
		switch n := n.(type) {
		case *word:
			long = long || len([]rune(n.form)) > longestAbbreviation
			lower = lower || n.typed != strings.ToUpper(n.typed)
		case *phrase:
			for _, w := range n.words {
				walk(w)
			}
		case *and:
			for _, c := range n.all {
				walk(c)
			}
		case *or:
			for _, c := range n.any {
				walk(c)
			}
		case *near:
			walk(n.a)
			walk(n.b)
		case *same:
			walk(n.a)
			walk(n.b)
		}
	}
	walk(n)
	return long && !lower
}
