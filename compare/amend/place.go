package amend

import (
	"fmt"
	"slices"

	"svod/corpus"
)

// Orders name places below those that led in to them, and often name again what
// is open already: behind «в пункте 2:» stands «пункт 3 исключить», which is no
// clause of clause 2 but its neighbour.

// mostWheres is how many places one operation may have.
const mostWheres = 500

// A nester knows how the levels of an act lie in each other.
type nester struct {
	// deep says that a clause may lie in a «часть», as it does in Russia and
	// Kyrgyzstan; in Kazakhstan parts lie in clauses.
	deep bool
}

// under returns the levels of a place that is named below others.
func (n nester) under(path, levels []Level) []Level {
	if len(levels) == 0 {
		return path
	}
	return slices.Concat(path[:n.cut(path, levels[0])], levels)
}

// cut is how much of a path holds a level.
func (n nester) cut(path []Level, l Level) int {
	for i, p := range path {
		switch {
		case l.Noun != "":
			if p.Noun == l.Noun {
				return i
			}
		case isPart(l):
			if isPart(p) || p.Noun != "" || p.Kind >= corpus.KindPassage {
				return i
			}
		case isPart(p):
			if l.Kind <= corpus.KindArticle || l.Kind == corpus.KindClause && !n.deep {
				return i
			}
		case l.Kind == corpus.KindAppendix && p.Kind == l.Kind:
			// «приложение 1» of «Правила»
			if named(l) || !named(p) {
				return i
			}
		case p.Noun != "", p.Kind >= l.Kind:
			return i
		}
	}
	return len(path)
}

// isPart reports whether a level is a «часть» that is counted below the article.
func isPart(l Level) bool {
	return l.Kind == corpus.KindPart && l.Noun == "" && len(l.Nums) > 0 && isFigure(l.Nums[0])
}

// named reports whether an appendix is called by a name of its own: Правила.
func named(l Level) bool { return len(l.Nums) > 0 && !isFigure(l.Nums[0]) }

// all puts each place below each other one.
func (n nester) all(above, below []Where) []Where {
	if len(below) == 0 {
		return above
	}
	if len(above) == 0 {
		return below
	}
	var out []Where
	seen := map[string]bool{}
	for _, a := range above {
		for _, b := range below {
			w := b
			w.Levels = n.under(a.Levels, b.Levels)
			if len(b.Levels) == 0 && b.Part == "" {
				w.Part, w.Sentence = a.Part, a.Sentence
			}
			if len(above) > 1 { // «в заголовке и пункте 1 …, в пункте 2 …»
				key := fmt.Sprint(w.Path(), w.Part, w.Sentence)
				if seen[key] {
					continue
				}
				seen[key] = true
			}
			if out = append(out, w); len(out) == mostWheres {
				return out
			}
		}
	}
	return out
}

// counted is a level that is added, with a «часть» that has no number as one
// that is counted, no part of a code.
func counted(l Level) Level {
	if l.Kind == corpus.KindPart && len(l.Nums) == 0 {
		l.Nums = []string{"1"}
	}
	return l
}

// holders are the places below which something of a level is added.
func (n nester) holders(places []Where, l Level) []Where {
	l = counted(l)
	var out []Where
	for _, w := range places {
		w.Levels = w.Levels[:n.cut(w.Levels, l)]
		if w.Part != PartNote {
			w.Part, w.Sentence = "", 0
		}
		if !slices.ContainsFunc(out, func(o Where) bool { return o.Path() == w.Path() && o.Part == w.Part }) {
			out = append(out, w)
		}
	}
	return out
}
