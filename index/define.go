package index

import (
	"regexp"
	"strings"

	"svod/corpus/words"
)

// A definition is the stretch of a text that names what the text defines:
// «[общественный контроль] – деятельность…», «[Жилым помещением] признается…».
type definition struct {
	lo, hi int
	dash   bool // told by a dash, which is the surer sign
}

// The longest that a term may be, how far into a text its verb may stand, and
// how many words make a sentence that defines nothing.
const (
	longestTerm = 200
	farthest    = 250
	wordsOfTerm = 8
)

var (
	dash  = regexp.MustCompile(`[\s\p{Z}][–—-][\s\p{Z}]`)
	verbs = regexp.MustCompile(`(?:понима|признает|признают|являет|являют|представля|означает|относят|считает|считают)\p{L}*`)
	// Before the term in a sentence: «Для целей настоящего Кодекса под …».
	stop = regexp.MustCompile(`[.;:][\s\p{Z}]`)
)

// definitions tells what a text defines, if anything.
func definitions(text string) []definition {
	var out []definition
	if m := dash.FindStringIndex(text[:min(len(text), longestTerm)]); m != nil && m[0] > 0 {
		hi := m[0]
		if i := strings.IndexByte(text[:hi], '('); i > 0 { // «(далее – …)», a second name
			hi = i
		}
		out = append(out, definition{0, hi, true})
	}
	for _, m := range verbs.FindAllStringIndex(text[:min(len(text), farthest+50)], -1) {
		if m[0] > farthest {
			break
		}
		lo := 0
		if all := stop.FindAllStringIndex(text[:m[0]], -1); all != nil {
			lo = all[len(all)-1][1]
		}
		out = append(out, definition{lo: lo, hi: m[0]})
	}
	return out
}

// defining asks for a definition.
var defining = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:так(?:ое|ой|ая|ие)|это|поняти\p{L}*|понима\p{L}*|определение|называ\p{L}*|означа\p{L}*|счита\p{L}*|признае\p{L}*|являе\p{L}*|относит\p{L}*|дегеніміз|what is)(?:[^\p{L}]|$)`)

// asks tells a query that asks what something is.
func asks(text string) bool { return defining.MatchString(words.Fold(text)) }
