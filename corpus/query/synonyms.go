package query

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"svod/corpus/words"
)

// Synonyms are words that a search finds for others: abbreviations and what
// they stand for, words that people use and those of laws. They never change
// and may be used by many goroutines.
type Synonyms struct {
	groups []SynonymGroup
	first  map[string][]*term // by the keys of their first words
}

// A SynonymGroup is a line of a list of synonyms. Who asks for one of Words
// finds the others, too, and those of Found. Who asks for one of Found finds
// that only.
type SynonymGroup struct {
	Line  int
	Words []string
	Found []string
}

// A term is what stands between the signs of a line.
type term struct {
	text   string
	words  []*word
	lang   int     // of its words
	others []*term // its synonyms
}

// maxTermWords is how many words a term may have.
const maxTermWords = 10

//go:embed synonyms.txt
var starterText string

// StarterText is the list of synonyms that svod brings along, as a file.
func StarterText() string { return starterText }

// Starter returns the synonyms that svod brings along.
var Starter = sync.OnceValue(func() *Synonyms {
	s, _ := ReadSynonyms("", []byte(starterText))
	return s
})

// Groups returns the lines of the list in their order.
func (s *Synonyms) Groups() []SynonymGroup { return s.groups }

func newTerm(text string) *term {
	t := &term{text: text, lang: languageIndex(words.Language(text))}
	for _, w := range words.Split(text, languages[t.lang]) {
		if w.Part != 0 {
			continue
		}
		kind := byStem
		if isAbbreviation(text[w.Lo:w.Hi]) {
			kind = byCapitals
		}
		// Most terms are never looked for: the stem by which one is known is
		// enough until then.
		n := &word{kind: kind, form: w.Form}
		if kind == byStem {
			n.stems[t.lang] = w.Stem
		}
		t.words = append(t.words, n)
	}
	return t
}

// asked returns the words of a term that is to be looked for.
func (t *term) asked() []*word {
	ws := make([]*word, len(t.words))
	for i, w := range t.words {
		ws[i] = newWord(w.kind, w.form)
	}
	return ws
}

// key is what a word of a term is found by.
func (t *term) key(w *word) string {
	if w.kind == byCapitals {
		return "=" + w.form
	}
	return languages[t.lang] + w.stems[t.lang]
}

// same tells whether two terms are one.
func (t *term) same(u *term) bool {
	return slices.EqualFunc(t.words, u.words, func(v, w *word) bool { return t.key(v) == u.key(w) })
}

// known returns the list's own copy of a term.
func (s *Synonyms) known(t *term) *term {
	k := t.key(t.words[0])
	for _, u := range s.first[k] {
		if u.same(t) {
			return u
		}
	}
	s.first[k] = append(s.first[k], t)
	return t
}

// add makes u a synonym of t.
func (t *term) add(u *term) {
	if t != u && !slices.Contains(t.others, u) {
		t.others = append(t.others, u)
	}
}

// of returns the synonyms of a term that was typed. Typed in small letters an
// abbreviation is known, too, unless it may be a word: shouted says that
// capitals mean nothing.
func (s *Synonyms) of(ws []*word, shouted bool) []*term {
	var out []*term
	keys := []string{"=" + ws[0].form}
	for i, l := range languages {
		keys = append(keys, l+ws[0].stems[i])
	}
	for _, k := range keys {
		for _, t := range s.first[k] {
			if len(t.words) != len(ws) {
				continue
			}
			fits := true
			for i, w := range ws {
				if t.words[i].kind == byCapitals {
					capitals := !shouted && isAbbreviation(w.typed)
					fits = fits && t.words[i].form == w.form && (capitals || !shortWords[w.form])
				} else {
					fits = fits && t.words[i].stems[t.lang] == w.stems[t.lang]
				}
			}
			if !fits {
				continue
			}
			for _, o := range t.others {
				if !slices.Contains(out, o) {
					out = append(out, o)
				}
			}
		}
	}
	return out
}

// holds reports whether a term has all of some words, so that who asks for
// these, wherever they stand, finds it anyway.
func (t *term) holds(ws []*word) bool {
	for _, w := range ws {
		if !slices.ContainsFunc(t.words, func(v *word) bool { return v.kind == byStem && v.stems[t.lang] == w.stems[t.lang] }) {
			return false
		}
	}
	return true
}

// isAbbreviation reports whether a word is written as an abbreviation: it has
// two capitals at least, as НПО and КоАП.
func isAbbreviation(written string) bool {
	n := 0
	for _, r := range written {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// shortWords are short words of Russian and Kazakh that an abbreviation may
// look like when it is typed in small letters.
var shortWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		без безо бы был вам вас ваш ведь весь вид во вот все всю вы где год гола да дам два де для до доз дом ее ей ему
		если есть еще же за зал и из или им имя иск их как кем ким кого кол ком кому кот кто куб лес ли лиц ли мак мат мая мед
		между мер мера мест мне мной мог мои мой мол мор мы на над нам нас наш не нее ней нем нет ни ним них но ног ну о об
		обо один он она они оно оп ом ос оси ось от ото очки пар пас паи пая пени пиар по под пол пор пост пот право при про
		раз рак рас роса рот ряд сам сан сап себе себя сел сим сип сих скот со соб сок сом сон сор сот срок сук суд сын так там
		тар те тем тес тех тип то тоже ток том тон тот три тур ты ум ус уж уз узы фаз факт фон ход хор цех час чем чин чип что
		шаг шар шип шум эта эти это юг яма яр яд воз мот спид пп
		ал ау ай айт ат бар бай бас бер бес бет бос бұл бір ет жай жас жер жол жоқ зат ие іс кез кем қай қол мал мен мұз ой
		он осы от сол сот сіз той төс тіл үш шет ел ер`) {
		m[w] = true
	}
	return m
}()
