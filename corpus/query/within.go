package query

import "strings"

// Within reports whether it can be told from the patterns alone that wherever q
// occurs, other occurs too, at one of its words at least: «годовой отчет» is
// within «отчет», «=отчета» too, and «а +2 б» within «а /3 б». What it says is
// so of Russian texts; of what it denies, documents may say otherwise.
func (q *Query) Within(other *Query) bool {
	return q != nil && other != nil && q.root != nil && other.root != nil && within(q.root, other.root)
}

// within: each hit of a shares a word with a hit of b.
func within(a, b node) bool {
	if narrower(a, b) {
		return true
	}
	if r, ok := b.(*ref); ok {
		return within(a, r.node)
	}
	if o, ok := b.(*or); ok {
		for _, x := range o.any {
			if within(a, x) {
				return true
			}
		}
	}
	switch a := a.(type) {
	case *ref:
		return within(a.node, b)
	case *or:
		for _, x := range a.any {
			if !within(x, b) {
				return false
			}
		}
		return len(a.any) > 0
	case *phrase:
		if inPhrase(a, b) {
			return true
		}
		if n, ok := b.(*near); ok { // neighbours are near each other
			for i := 0; i+1 < len(a.words); i++ {
				x, y := a.words[i], a.words[i+1]
				if narrower(x, n.a) && narrower(y, n.b) || !n.ordered && narrower(x, n.b) && narrower(y, n.a) {
					return true
				}
			}
		}
	case *near:
		if within(a.a, b) || within(a.b, b) {
			return true
		}
	case *same:
		return within(a.a, b) || within(a.b, b)
	}
	return false
}

// inPhrase reports whether a word or a phrase stands in a phrase.
func inPhrase(p *phrase, b node) bool {
	var ws []*word
	switch b := b.(type) {
	case *word:
		ws = []*word{b}
	case *phrase:
		ws = b.words
	default:
		return false
	}
	for i := 0; i+len(ws) <= len(p.words); i++ {
		all := true
		for k, w := range ws {
			all = all && narrower(p.words[i+k], w)
		}
		if all {
			return true
		}
	}
	return false
}

// narrower: each hit of a is a hit of b.
func narrower(a, b node) bool {
	if r, ok := b.(*ref); ok {
		return narrower(a, r.node)
	}
	if o, ok := b.(*or); ok {
		for _, x := range o.any {
			if narrower(a, x) {
				return true
			}
		}
	}
	switch a := a.(type) {
	case *ref:
		return narrower(a.node, b)
	case *or:
		for _, x := range a.any {
			if !narrower(x, b) {
				return false
			}
		}
		return len(a.any) > 0
	case *word:
		b, ok := b.(*word)
		return ok && narrowerWord(a, b)
	case *phrase:
		b, ok := b.(*phrase)
		if !ok || len(a.words) != len(b.words) {
			return false
		}
		for i := range a.words {
			if !narrowerWord(a.words[i], b.words[i]) {
				return false
			}
		}
		return true
	case *near:
		b, ok := b.(*near)
		if !ok || a.n > b.n || b.ordered && !a.ordered {
			return false
		}
		return narrower(a.a, b.a) && narrower(a.b, b.b) || !b.ordered && narrower(a.a, b.b) && narrower(a.b, b.a)
	case *same:
		b, ok := b.(*same)
		return ok && a.String() == b.String()
	case *pattern:
		b, ok := b.(*pattern)
		return ok && a.src == b.src
	}
	return false
}

func narrowerWord(a, b *word) bool {
	switch {
	case a.kind == b.kind && a.form == b.form && a.edits == b.edits:
		return true
	case b.kind == byStem && a.kind == byStem:
		return a.stems[0] == b.stems[0]
	case b.kind == byStem && a.kind == byForm:
		return newWord(byStem, a.form).stems[0] == b.stems[0]
	case b.kind == byWildcard && a.kind == byForm:
		return Wild(b.form, a.form)
	case b.kind == byWildcard && a.kind == byWildcard: // «отчет*» within «отч*»
		stem, ok := strings.CutSuffix(b.form, "*")
		return ok && !strings.ContainsAny(stem, "*?") && strings.HasPrefix(a.form, stem)
	}
	return false
}
