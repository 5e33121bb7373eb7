package query

// A Tree is a query as it was understood: what binds what, with all that was
// implied made plain.
//
// Codes: word, form, wildcard, fuzzy; phrase; near, ordered (Text is the
// distance); sentence, clause, article; and, or, not; times; set; pattern; other.
type Tree struct {
	Code string `json:"code"`
	Text string `json:"text"` // of leaves and operators, in the language
	Of   []Tree `json:"of,omitempty"`
}

// Tree returns the query without its conditions on documents.
func (q *Query) Tree() Tree {
	if q == nil || q.root == nil {
		return Tree{}
	}
	return tree(q.root)
}

func tree(n node) Tree {
	switch n := n.(type) {
	case *word:
		code := "word"
		switch n.kind {
		case byForm:
			code = "form"
		case byWildcard:
			code = "wildcard"
		case byFuzzy:
			code = "fuzzy"
		}
		return Tree{Code: code, Text: n.String()}
	case *phrase:
		t := Tree{Code: "phrase", Text: n.String()}
		for _, w := range n.words {
			t.Of = append(t.Of, tree(w))
		}
		return t
	case *near:
		code := "near"
		if n.ordered {
			code = "ordered"
		}
		return Tree{code, n.operator(), []Tree{tree(n.a), tree(n.b)}}
	case *same:
		return Tree{n.scope.code(), n.scope.operator(), []Tree{tree(n.a), tree(n.b)}}
	case *and:
		t := Tree{Code: "and", Text: "И"}
		for _, c := range n.all {
			t.Of = append(t.Of, tree(c))
		}
		for _, c := range n.not {
			t.Of = append(t.Of, Tree{"not", "НЕ", []Tree{tree(c)}})
		}
		return t
	case *or:
		t := Tree{Code: "or", Text: "ИЛИ"}
		for _, c := range n.any {
			t.Of = append(t.Of, tree(c))
		}
		return t
	case *atLeast:
		return Tree{"times", n.operator(), []Tree{tree(n.in)}}
	case *ref:
		return Tree{"set", n.name, []Tree{tree(n.node)}}
	case *pattern:
		return Tree{Code: "pattern", Text: n.String()}
	}
	return Tree{Code: "other", Text: n.String()}
}

func (s Scope) code() string { return [...]string{"article", "clause", "sentence"}[s] }
