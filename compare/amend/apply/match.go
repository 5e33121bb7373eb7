package apply

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/lazy"
	"svod/corpus/words"
)

// A MatchError says that a text is none of the acts that a draft amends, or
// that it may be several.
type MatchError struct {
	Law *corpus.Document
	// Language says that the draft is in another language than the text.
	Language bool
	Acts     []int // places in Draft.Acts that fit equally well, none if none fits
}

func (e *MatchError) Error() string {
	switch {
	case e.Language:
		return fmt.Sprintf("«%s»: the draft is in another language", e.Law.Meta.Title)
	case len(e.Acts) == 0:
		return fmt.Sprintf("«%s»: the draft does not amend it", e.Law.Meta.Title)
	}
	return fmt.Sprintf("«%s» fits %d acts of the draft", e.Law.Meta.Title, len(e.Acts))
}

// Match returns which act of a draft a text is, as its place in Draft.Acts.
// Numbers and dates that both tell must agree, and so must types; then number
// and date decide, or the title by its words, whatever their case. The error is
// a *MatchError.
func Match(d *amend.Draft, law *corpus.Document) (int, error) {
	if d.Document != nil {
		if a, b := d.Document.Meta.Language, law.Meta.Language; a != "" && b != "" && a != b {
			return -1, &MatchError{Law: law, Language: true}
		}
	}
	best := 0
	var fit []int
	for i, act := range d.Acts {
		switch n := likeness(act, law.Meta); {
		case n == 0 || n < best:
		case n > best:
			best, fit = n, []int{i}
		default:
			fit = append(fit, i)
		}
	}
	if len(fit) != 1 {
		return -1, &MatchError{Law: law, Acts: fit}
	}
	return fit[0], nil
}

// likeness weighs how surely a text is an act that a draft names, 0 if it
// cannot be.
func likeness(a amend.Act, m corpus.Meta) int {
	number, ok := agree(foldNumber(a.Number), foldNumber(m.Number))
	date, also := agree(a.Date, m.Date)
	if !ok || !also {
		return 0
	}
	if a.Type != "" && m.Type != "" && a.Type != "other" && m.Type != "other" && m.Type != "rules" && a.Type != m.Type {
		return 0
	}
	name := a.Title
	if name == "" {
		name = a.Name
	}
	title := 0
	for _, x := range append(shortNames(a.Name), name) {
		for _, y := range append(shortNames(m.Title), m.Title) {
			title = max(title, sameTitle(x, y, m.Language))
		}
	}
	switch {
	case title == 0 && (name == "" || m.Title == "") && number && date: // nothing speaks against it
		return 3
	case title == 0 && number && date:
		return 1
	case title == 0:
		return 0
	}
	n := 2 * title
	if number {
		n += 4
	}
	if date {
		n += 2
	}
	return n
}

// agree reports whether two values are the same and known; ok is false where
// they contradict each other.
func agree(a, b string) (same, ok bool) {
	if a == "" || b == "" {
		return false, true
	}
	return a == b, a == b
}

// foldNumber leaves of a number what people don't vary: no №, no spaces, one
// script.
func foldNumber(s string) string {
	f := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '№' {
			return -1
		}
		return r
	}, words.Fold(s))
	if like := words.LookAlike(f); like != "" {
		return like
	}
	return f
}

// sameTitle is 2 for titles of the same words, 1 where one has nearly all words
// of the other, else 0.
func sameTitle(a, b, lang string) int {
	x, y := titleStems(a, lang), titleStems(b, lang)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if slices.Equal(x, y) {
		return 2
	}
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	if less := min(len(x), len(y)); shared*10 >= less*9 && less*2 > max(len(x), len(y)) {
		return 1
	}
	return 0
}

var bracketed = lazy.New(`\(([^()]+)\)`)

// shortNames are what codes are called besides their title: «О налогах и других
// обязательных платежах в бюджет» (Налоговый кодекс).
func shortNames(name string) []string {
	const mostWords = 4
	var out []string
	for _, m := range bracketed.FindAllStringSubmatch(name, -1) {
		if strings.Contains(strings.ToLower(m[1]), "кодекс") && len(strings.Fields(m[1])) <= mostWords {
			out = append(out, m[1])
		}
	}
	return out
}

// common are the stems of words that a title may have or not: the kind of act,
// the state.
var common = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for lang, list := range map[string]string{
		"ru": "закон кодекс указ постановление приказ решение республики казахстан рк российской федерации кыргызской федеральный конституционный о об от года",
		"kk": "заңы кодексі жарлығы қаулысы бұйрығы шешімі қазақстан республикасының туралы",
	} {
		for _, w := range words.Split(list, lang) {
			m[w.Stem] = true
		}
	}
	return m
})

func titleStems(s, lang string) []string {
	var out []string
	for _, w := range words.Split(s, lang) {
		if w.Part == 0 && !common()[w.Stem] {
			out = append(out, w.Stem)
		}
	}
	return out
}
