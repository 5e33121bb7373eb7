package query

import (
	"strconv"
	"strings"
)

// A Need says what a text must hold, at least, for a query to match: words,
// all or any of them. An index finds the candidates that have it; the query
// then decides.
type Need struct {
	Kind  NeedKind
	Form  string // of a word: the folded form, or the pattern with * and ?
	Slips int    // of NeedFuzzy: how many are allowed
	Needs []Need // of NeedAll and NeedAny
	// Synonym is set when nobody asked for this: it does as well as something
	// that was asked for.
	Synonym bool

	stems [3]string
}

// NeedKind is a kind of need.
type NeedKind uint8

// The kinds of need. NeedNothing is met by any text: a regular expression
// cannot be looked up.
const (
	NeedNothing NeedKind = iota
	NeedStem             // a word with the stem of Form
	NeedForm             // a word with the form Form
	NeedWildcard
	NeedFuzzy // a form that is Close to Form
	NeedAll
	NeedAny
)

// Stem returns the stem that a word of a text in lang must have.
func (n Need) Stem(lang string) string { return n.stems[languageIndex(lang)] }

// String shows the need as an expression.
func (n Need) String() string {
	switch n.Kind {
	case NeedStem:
		return n.stems[0]
	case NeedForm:
		return "=" + n.Form
	case NeedWildcard:
		return n.Form
	case NeedFuzzy:
		return n.Form + "~" + strconv.Itoa(n.Slips)
	case NeedAll, NeedAny:
		ss := make([]string, len(n.Needs))
		for i, m := range n.Needs {
			ss[i] = m.String()
		}
		if n.Kind == NeedAll {
			return "(" + strings.Join(ss, " & ") + ")"
		}
		return "(" + strings.Join(ss, " | ") + ")"
	}
	return "*"
}

// Needs returns what a text must hold for the query to match in it.
func (q *Query) Needs() Need {
	if q == nil || q.root == nil {
		return Need{}
	}
	return q.root.needs()
}

// AnyWord returns the query that is content with any word or phrase of q: what
// a search falls back to when nothing has all. Words that only ask or join,
// «что», «какой», «для», are left out; conditions that exclude stay.
func (q *Query) AnyWord() *Query {
	if q == nil || q.root == nil {
		return q
	}
	var leaves []node
	var gather func(n node)
	gather = func(n node) {
		switch n := n.(type) {
		case *and:
			for _, c := range n.all {
				gather(c)
			}
		case *or:
			for _, c := range n.any {
				gather(c)
			}
		case *near:
			gather(n.a)
			gather(n.b)
		case *same:
			gather(n.a)
			gather(n.b)
		default:
			leaves = append(leaves, n)
		}
	}
	if a, ok := q.root.(*atLeast); ok { // as often, but of any of the words
		any := (&Query{root: a.in}).AnyWord()
		return &Query{root: &atLeast{any.root, a.n, a.scope}, Question: q.Question, Filters: q.Filters}
	}
	gather(q.root)
	leaves = withoutIdle(leaves)
	root := leaves[0]
	if len(leaves) > 1 {
		root = &or{leaves}
	}
	if a, ok := q.root.(*and); ok && len(a.not) > 0 {
		root = &and{all: []node{root}, not: a.not, scope: a.scope}
	}
	c := *q
	c.root = root
	return &c
}

func all(ns ...Need) Need {
	var out []Need
	for _, n := range ns {
		switch n.Kind {
		case NeedNothing:
		case NeedAll:
			out = append(out, n.Needs...)
		default:
			out = append(out, n)
		}
	}
	switch len(out) {
	case 0:
		return Need{}
	case 1:
		return out[0]
	}
	return Need{Kind: NeedAll, Needs: out}
}

func (w *word) needs() Need {
	kind := [...]NeedKind{byStem: NeedStem, byForm: NeedForm, byWildcard: NeedWildcard, byFuzzy: NeedFuzzy, byCapitals: NeedForm}[w.kind]
	return Need{Kind: kind, Form: w.form, Slips: w.edits, stems: w.stems}
}

func (p *phrase) needs() Need {
	ns := make([]Need, len(p.words))
	for i, w := range p.words {
		ns[i] = w.needs()
	}
	return all(ns...)
}

func (n *near) needs() Need { return all(n.a.needs(), n.b.needs()) }
func (n *same) needs() Need { return all(n.a.needs(), n.b.needs()) }

func (n *and) needs() Need {
	ns := make([]Need, len(n.all))
	for i, c := range n.all {
		ns[i] = c.needs()
	}
	return all(ns...)
}

func (n *or) needs() Need {
	var out []Need
	for _, c := range n.any {
		switch m := c.needs(); m.Kind {
		case NeedNothing:
			return Need{}
		case NeedAny:
			out = append(out, m.Needs...)
		default:
			out = append(out, m)
		}
	}
	if len(out) == 1 {
		return out[0]
	}
	return Need{Kind: NeedAny, Needs: out}
}

func (n *pattern) needs() Need { return Need{} }
func (n *without) needs() Need { return n.in.needs() }

func (n *requiring) needs() Need {
	ns := []Need{n.in.needs()}
	for _, c := range n.all {
		ns = append(ns, c.needs())
	}
	return all(ns...)
}
