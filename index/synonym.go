package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"svod/corpus/query"
)

// A Synonym is a stretch of a hit's text that was found for other words.
type Synonym struct {
	Match [2]int // byte range in the text, from its first word to its last
	Of    string // what was asked for
}

// synonyms are those among the matched words of a unit, in order. A word that
// was found as it was asked for, too, is none.
func synonyms(os []query.Occurrence, unit int, text string) []Synonym {
	type match = [2]int
	asked := map[match]bool{}
	for _, o := range os {
		for _, m := range o {
			if m.Of == "" && m.Unit == unit {
				asked[match{m.Lo, m.Hi}] = true
			}
		}
	}
	var out []Synonym
	for _, o := range os {
		var last *Synonym
		for _, m := range o {
			if m.Unit != unit || m.Of == "" || asked[match{m.Lo, m.Hi}] {
				last = nil
				continue
			}
			if last != nil && last.Of == m.Of && m.Lo >= last.Match[1] && !strings.ContainsFunc(text[last.Match[1]:m.Lo], inWord) {
				last.Match[1] = m.Hi
				continue
			}
			out = append(out, Synonym{match{m.Lo, m.Hi}, m.Of})
			last = &out[len(out)-1]
		}
	}
	slices.SortFunc(out, func(a, b Synonym) int {
		return cmp.Or(cmp.Compare(a.Match[0], b.Match[0]), cmp.Compare(b.Match[1], a.Match[1]), cmp.Compare(a.Of, b.Of))
	})
	return slices.Compact(out)
}

// standsFor says, by where they begin, for what those matches of a unit stand
// that are synonyms.
func standsFor(os []query.Occurrence, unit int) map[int]string {
	var of map[int]string
	for _, o := range os {
		for _, m := range o {
			if m.Unit == unit && m.Of != "" {
				if of == nil {
					of = map[int]string{}
				}
				of[m.Lo] = m.Of
			}
		}
	}
	if of != nil {
		for _, o := range os {
			for _, m := range o {
				if m.Unit == unit && m.Of == "" {
					delete(of, m.Lo)
				}
			}
		}
	}
	return of
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// demote puts what is found by synonyms only behind every provision that has
// the words that were asked for. Where these are scattered over an article they
// may mean nothing: «налог» in one clause and «машина» in another are less than
// «налог на транспортные средства».
func demote(fs []found) {
	least, most := -1.0, 0.0
	for _, f := range fs {
		switch {
		case f.bySynonym:
			most = max(most, f.score)
		case !f.spread && (least < 0 || f.score < least):
			least = f.score
		}
	}
	if least < 0 || most < least {
		return
	}
	for i := range fs {
		if fs[i].bySynonym {
			fs[i].score *= demoted * least / most
		}
	}
}

// demoted keeps the best of what is put behind from drawing level.
const demoted = 0.99
