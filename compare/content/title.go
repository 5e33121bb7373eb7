package content

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
)

// title names the table: «Нормы о взаимодействии государственных органов и НПО
// в пяти законах РК».
func (t *TopicTable) title(p *Template) string {
	topic := with(p.OnName, t.cb.title())
	if prepositional, ok := decline(t.cb.title()); ok && t.language() == "ru" {
		about := p.About
		if r, _ := utf8.DecodeRuneInString(prepositional); strings.ContainsRune("аоуиэ", unicode.ToLower(r)) {
			about = p.AboutVowel
		}
		topic = with(about, prepositional)
	}
	return strings.NewReplacer("{topic}", topic, "{acts}", t.acts(p)).Replace(p.Title)
}

// acts says how many acts of which kind and state are compared: «пяти законах
// РК», «двух редакциях одного акта».
func (t *TopicTable) acts(p *Template) string {
	n := len(t.docs)
	kind, state, one := t.docs[0].Meta.Type, t.docs[0].Meta.Jurisdiction, n > 1
	for _, d := range t.docs[1:] {
		if d.Meta.Type != kind {
			kind = ""
		}
		if d.Meta.Jurisdiction != state {
			state = ""
		}
		one = one && sameAct(t.docs[0], d)
	}
	kinds, number := p.Kinds, strconv.Itoa(n)
	switch {
	case n == 1:
		kinds, number = p.Kind, ""
	case n-2 < len(p.Numbers):
		number = p.Numbers[n-2]
	}
	if one {
		return strings.ReplaceAll(p.Editions, "{number}", number)
	}
	noun := kinds[kind]
	if noun == "" {
		noun = kinds[""]
	}
	pattern := p.StateOf
	if p.States[state] == "" {
		pattern = p.Acts
	}
	return strings.TrimSpace(strings.NewReplacer("{number}", number, "{kind}", noun, "{state}", p.States[state]).Replace(pattern))
}

// sameAct reports whether two documents are texts of one act.
func sameAct(a, b *corpus.Document) bool {
	x, y := a.Meta, b.Meta
	return x.Title != "" && strings.EqualFold(x.Title, y.Title) && x.Type == y.Type && x.Number == y.Number && x.Jurisdiction == y.Jurisdiction
}

var (
	// Nouns in the nominative that can be told from adjectives: взаимодействие, участие.
	verbalNoun = lazy.New(`(?:ани|ени|стви|ти|ови)е$`)
	otherNoun  = lazy.New(`(?:ость|ция|ство)$`)
	genitive   = lazy.New(`(?:[ыи]х|[ое]го|[оеи]й|[ое]в|[аяыи]|ств)$`)
)

// decline puts the name of a topic into the prepositional case: «взаимодействии
// государственных органов и НПО». It does so only with a noun whose form is
// sure and which governs genitives; of other names it says false.
func decline(name string) (string, bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return "", false
	}
	for i, w := range words {
		bare := strings.TrimRight(w, ",")
		tail := w[len(bare):]
		first := i == 0
		sure := first || words[i-1] == "и" || strings.HasSuffix(words[i-1], ",")
		lower := strings.ToLower(bare)
		switch {
		case verbalNoun.MatchString(lower):
			bare = strings.TrimSuffix(bare, "е") + "и"
		case first && otherNoun.MatchString(lower):
			bare = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(bare, "ь"), "я"), "о")
			if strings.HasSuffix(lower, "ство") {
				bare += "е"
			} else {
				bare += "и"
			}
		case first:
			return "", false
		case (sure || i == 1) && !genitive.MatchString(lower) && bare != strings.ToUpper(bare):
			return "", false
		}
		if first {
			r, n := utf8.DecodeRuneInString(bare)
			bare = string(unicode.ToLower(r)) + bare[n:]
		}
		words[i] = bare + tail
	}
	return strings.Join(words, " "), true
}
