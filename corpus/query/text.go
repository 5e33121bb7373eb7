package query

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// A Unit is a unit of an act as a query sees it.
type Unit struct {
	Text string // its own words: heading, newline, text
	Lang string // ru, kk, en; "" is told from the text
	// Clause numbers the clause that the unit belongs to, with whatever number
	// its caller likes: units with one number are in one clause for /п.
	Clause int
}

// A Text is what a query is matched against: the units of one article in their
// order, cut into words once. It may be used by many goroutines.
type Text struct {
	units  []Unit
	langs  []int // of units, as in languages
	tokens []token

	once   sync.Once
	byStem map[string][]int32
	byForm map[string][]int32

	// What is known of all words, those that a Set leaves out included.
	lens      []int // words of each unit
	sentences int

	// Of a Matcher's or a Set's text: which tokens are the words of its queries.
	at [][]int32
	of map[*word]int // of a Matcher's: the places of the words in at

	set    *Set     // that the text was made by, if any
	have   []int32  // which of its words stand in the text
	shared [][]hit  // what its shared nodes have found, nil if not asked
	try    []int32  // the queries that may be found
	arena  []hit    // where hits of words lie
	found  struct { // where occurrences lie
		os []Occurrence
		ms []Match
	}
	cutting []words.Word // the place where the set cuts
}

// A token is a word in its place.
type token struct {
	lo, hi     int
	form, stem string
	unit       int
	// pos grows by one from word to word, and by more than any nearness
	// reaches from line to line and from unit to unit.
	pos      int
	sentence int // counted through the text
	part     int
	last     bool
}

// Border is the distance of words on both sides of a border.
const Border = maxDistance + 1

// NewText cuts units into words.
func NewText(units []Unit) *Text {
	t := &Text{units: units}
	n := 0
	for _, u := range units {
		n += len(u.Text)
	}
	t.tokens = make([]token, 0, n/12+1)
	t.cut()
	return t
}

// cut finds the words of the units, and keeps them, or those that its set asks
// for.
func (t *Text) cut() {
	t.langs, t.lens = slices.Grow(t.langs[:0], len(t.units))[:len(t.units)], slices.Grow(t.lens[:0], len(t.units))[:len(t.units)]
	ws := t.cutting
	pos, sentence := 0, 0
	t.sentences = 0
	for i, u := range t.units {
		lang := u.Lang
		if lang == "" {
			lang = words.Language(u.Text)
		}
		l := languageIndex(lang)
		t.langs[i], t.lens[i] = l, 0
		ws = words.Append(ws[:0], u.Text, lang)
		ws = words.Numbers(ws, u.Text, lang)
		pos += Border
		sentence++
		counted := 0 // the sentence that was counted last
		start, end := pos, 0
		for _, w := range ws {
			if w.Part == 0 {
				if end > 0 {
					line, stop := between(u.Text, end, w.Lo)
					if line {
						start += Border
					}
					if stop {
						sentence++
					}
				}
				end = w.Hi
				t.lens[i]++
			}
			if sentence != counted {
				counted = sentence
				t.sentences++
			}
			k := token{w.Lo, w.Hi, w.Form, w.Stem, i, start + w.Pos, sentence, w.Part, w.Last}
			if t.set != nil {
				t.set.keep(t, k, l)
			} else {
				t.tokens = append(t.tokens, k)
			}
			pos = start + w.Pos
		}
	}
	if t.set != nil {
		t.cutting = ws
	}
}

// Len returns the number of words of the text; a compound is one.
func (t *Text) Len() int {
	n := 0
	for _, l := range t.lens {
		n += l
	}
	return n
}

// UnitLen returns the number of words of each unit.
func (t *Text) UnitLen() []int { return slices.Clone(t.lens) }

// Units returns what the text was made of.
func (t *Text) Units() []Unit { return t.units }

// index builds the lists of tokens by stem and form, on first use.
func (t *Text) index() {
	t.once.Do(func() {
		t.byStem = make(map[string][]int32, len(t.tokens)/2)
		t.byForm = make(map[string][]int32, len(t.tokens)/2)
		for i := range t.tokens {
			k := &t.tokens[i]
			// A number of several words has only a stem, its parts only a form.
			if k.stem != "" {
				t.byStem[k.stem] = append(t.byStem[k.stem], int32(i))
			}
			if k.form != "" {
				t.byForm[k.form] = append(t.byForm[k.form], int32(i))
			}
		}
	})
}

// abbreviations are short words whose point ends no sentence.
var abbreviations = map[string]bool{
	"ст": true, "пп": true, "гл": true, "разд": true, "абз": true, "ч": true, "п": true, "гг": true, "др": true, "тыс": true,
	"млн": true, "млрд": true, "им": true, "ул": true, "см": true, "рис": true, "табл": true, "стр": true, "ред": true,
	"руб": true, "тел": true, "обл": true, "пр": true, "экз": true,
}

// between tells what lies between the words that end at lo and begin at hi: the
// end of a line, the end of a sentence. A sentence ends with a point, a mark
// of question or exclamation, when a capital follows.
func between(text string, lo, hi int) (line, sentence bool) {
	gap := text[lo:hi]
	if strings.IndexByte(gap, '\n') >= 0 {
		return true, true
	}
	i := strings.IndexAny(gap, ".!?…")
	if i < 0 || !strings.ContainsFunc(gap[i:], unicode.IsSpace) {
		return false, false
	}
	next, _ := utf8.DecodeRuneInString(text[hi:])
	if !unicode.IsUpper(next) {
		return false, false
	}
	if gap[i] != '.' {
		return false, true
	}
	// What the point follows: an initial or a known short word ends nothing.
	before := text[len(strings.TrimRightFunc(text[:lo], unicode.IsLetter)):lo]
	if i == 0 && (utf8.RuneCountInString(before) == 1 || abbreviations[strings.ToLower(before)]) {
		return false, false
	}
	return false, true
}

// Sentence returns the number of the sentence that a match begins in, counted
// through the text.
func (t *Text) Sentence(m Match) int {
	i := sort.Search(len(t.tokens), func(i int) bool {
		k := &t.tokens[i]
		return k.unit > m.Unit || k.unit == m.Unit && k.hi > m.Lo
	})
	if i == len(t.tokens) {
		return 0
	}
	return t.tokens[i].sentence
}

// Sentences returns the number of sentences of the text.
func (t *Text) Sentences() int { return t.sentences }
