package inflect

import (
	"slices"
	"strings"

	"svod/corpus/words"
)

// A reader finds out which words of a Russian phrase change. It reads groups of
// a noun with what agrees with it: «[центральные] и [местные] [исполнительные]
// [органы] государственной власти».
type reader struct {
	slots   []slot
	changes bool
	guess   bool
	plural  bool // of the first group
	gender  gender
	life    life
	noun    string // its head, as a stem
}

// A group is a head and the words that agree with it.
type group struct {
	head       int // -1: none was found
	noun       noun
	plural     bool
	adjectives []int
	end        int // behind the last word of the group
}

func (r *reader) read() {
	i := 0
	for i < len(r.slots) {
		g, ok := r.group(i)
		if !ok {
			// The first must be one; what follows may be a tail.
			return
		}
		r.put(g)
		i = r.tail(g)
		r.guess = r.guess || r.oblique(g)
	}
}

// oblique reports whether a participle behind says that a noun is in no
// nominative, though it looks so: «лица, осуществляющего надзор».
func (r *reader) oblique(g group) bool {
	if g.head < 0 || g.end >= len(r.slots) || !strings.HasPrefix(r.slots[g.end].gap, ",") {
		return false
	}
	form := r.slots[g.end].form
	a, ok := adjectiveIn(form)
	if !ok || !isParticiple(form) {
		return false
	}
	for _, reading := range (g.noun.reads(r.slots[g.head].form) &^ inCase(Nominative)).list() {
		if words.Fold(a.form(g.noun.gender, reading.Plural, reading.Case, g.noun.life).form) == form {
			return reading.Case != Accusative
		}
	}
	return false
}

// put gives the words of a group their forms.
func (r *reader) put(g group) {
	if !r.changes {
		r.changes, r.plural, r.gender, r.life = true, g.plural, g.noun.gender, g.noun.life
		if g.head >= 0 {
			r.noun = words.Stem(r.slots[g.head].form, "ru")
		}
	}
	r.guess = r.guess || g.noun.guess
	for _, i := range append(slices.Clone(g.adjectives), g.head) {
		if i < 0 {
			continue
		}
		s := &r.slots[i]
		s.forms, s.out = map[string]readings{}, map[int]cell{}
		a, _, adjective := adjectiveOf(lower(s.text))
		for _, isPlural := range []bool{false, true} {
			of := isPlural
			if isPlural == r.plural {
				of = g.plural // «[центральный] и [местные] органы» has both
			}
			for c := range Case(russian) {
				var f cell
				switch {
				case i == g.head:
					f = g.noun.forms[number(of)][c]
				case adjective:
					f = a.form(g.noun.gender, of, c, g.noun.life)
				}
				s.add(Reading{Case: c, Plural: isPlural}, f)
			}
		}
	}
}

func number(isPlural bool) int {
	if isPlural {
		return 1
	}
	return 0
}

// add says that a slot has a form.
func (s *slot) add(r Reading, f cell) {
	if f.form == "" {
		return
	}
	s.out[r.bit()] = f
	for _, form := range append([]string{f.form, f.other}, f.also...) {
		if form != "" {
			s.forms[words.Fold(form)] |= r.set()
		}
	}
}

// group reads a group that begins at a word.
func (r *reader) group(i int) (group, bool) {
	for i < len(r.slots) && isAdverb(r.slots[i].form) && i+1 < len(r.slots) {
		i++
	}
	word := lower(r.slots[i].text)
	agrees := r.agreement(i)
	candidates := r.nouns(i)
	if agrees != nil && !certain(candidates, word) {
		g := group{head: -1, adjectives: []int{i}, end: i + 1}
		if h, n, ok := r.head(i+1, *agrees, &g); ok {
			g.head, g.noun, g.plural, g.end = h, n.noun, n.plural, h+1
			return g, true
		}
		// «заведующий отделом»: the adjective is the noun.
		g = group{head: -1, adjectives: []int{i}, end: i + 1}
		g.plural = agrees.gender == plural
		if !g.plural {
			g.noun.gender = agrees.gender
		}
		g.noun.life = lifeOf(word, agrees.gender)
		return g, true
	}
	if len(candidates) == 0 {
		return group{}, false
	}
	g := group{head: i, noun: candidates[0].noun, plural: candidates[0].plural, end: i + 1}
	if len(candidates) > 1 && !sameForms(candidates) {
		g.noun.guess = true
	}
	return g, true
}

// head looks for the noun that adjectives agree with. Words between that do not
// agree belong to the adjective: «[находящееся] в собственности [имущество]».
func (r *reader) head(i int, a agreement, g *group) (int, candidate, bool) {
	var first *candidate
	for ; i < len(r.slots); i++ {
		cs := r.nouns(i)
		other := r.agreement(i)
		fits := 0
		for k := range cs {
			if cs[k].noun.guess && other != nil {
				continue // more likely an adjective: «общие»
			}
			if a.is(cs[k].noun.gender, cs[k].plural) {
				if first == nil {
					first = &cs[k]
				}
				fits++
			}
		}
		if first != nil {
			if fits > 1 && !sameForms(cs) {
				first.noun.guess = true
			}
			return i, *first, true
		}
		if other != nil && (other.gender == a.gender || i > 0 && isConjunction(r.slots[i-1].form)) {
			// «[центральный] и [местные] органы»: the last one tells the number.
			g.adjectives = append(g.adjectives, i)
			a = *other
		}
	}
	return 0, candidate{}, false
}

// tail reads on behind a group, and returns where the next one begins: that of
// «органы и [организации]», not of «орган управления образованием и наукой».
// Participles that agree change too: «лицо, [осуществляющее] деятельность».
func (r *reader) tail(g group) int {
	plain := true // nothing but the group stands before
	for i := g.end; i < len(r.slots); i++ {
		if isConjunction(r.slots[i].form) {
			continue
		}
		joined := r.joined(i)
		a := r.agreement(i)
		own := agreement{g.noun.gender}
		if g.plural {
			own.gender = plural
		}
		word := lower(r.slots[i].text)
		if a != nil && a.gender == own.gender && (plain || joined) && (!joined || isParticiple(word)) && !certain(r.nouns(i), word) && !r.headed(i, *a) {
			r.put(group{head: -1, noun: noun{gender: g.noun.gender, life: g.noun.life}, plural: g.plural, adjectives: []int{i}})
			plain = false
			continue
		}
		if !joined {
			plain = false
			continue
		}
		next, ok := r.group(i)
		switch {
		case !ok:
		case plain:
			return i
		case a != nil && next.head >= 0 && !next.noun.guess:
			return i // an adjective in the nominative is none of a tail
		default:
			// «работник предприятия и организации»: it may be two of each.
			if cs := r.nouns(i); next.head == i && len(cs) > 0 && !cs[0].noun.guess && !cs[0].noun.tailLike(r.slots[i].form, cs[0].plural) {
				return i
			} else if next.head == i && len(cs) > 0 && cs[0].noun.tailLike(r.slots[i].form, cs[0].plural) {
				continue
			}
		}
	}
	return len(r.slots)
}

// headed reports whether an adjective has a noun of its own behind it.
func (r *reader) headed(i int, a agreement) bool {
	for j := i + 1; j < len(r.slots) && r.slots[j].gap == " "; j++ {
		if cs := r.nouns(j); len(cs) > 0 && !cs[0].noun.guess {
			return a.is(cs[0].noun.gender, cs[0].plural)
		}
		if r.agreement(j) == nil {
			return false
		}
	}
	return false
}

// tailLike reports whether a nominative can be another case too, so that it may
// belong to a tail: «организации».
func (n noun) tailLike(form string, isPlural bool) bool {
	for i := range n.forms {
		for c := range n.forms[i] {
			if Case(c) != Nominative && words.Fold(n.forms[i][c].form) == form && !(Case(c) == Accusative && (i == 1) == isPlural) {
				return true
			}
		}
	}
	return false
}

// agreement is nil for what is no adjective in the nominative.
func (r *reader) agreement(i int) *agreement {
	_, a, ok := adjectiveOf(lower(r.slots[i].text))
	if !ok {
		return nil
	}
	return &a
}

func (r *reader) nouns(i int) []candidate {
	text := r.slots[i].text
	if isAbbreviation(text) {
		return nounsOf(text)
	}
	if first, rest, ok := strings.Cut(text, "-"); ok {
		return compound(lower(first), lower(rest))
	}
	if isConjunction(r.slots[i].form) || isPreposition(r.slots[i].form) {
		return nil
	}
	return nounsOf(lower(text))
}

// joined reports whether a comma or conjunction stands before a word.
func (r *reader) joined(i int) bool {
	return i > 0 && (strings.Contains(r.slots[i].gap, ",") || isConjunction(r.slots[i-1].form))
}

// certain reports whether a word that looks like an adjective is a noun.
func certain(cs []candidate, word string) bool {
	if len(cs) == 0 || cs[0].noun.guess {
		return false
	}
	return nouns().find(word) != nil || !endsAny(word, "ий", "чие")
}

// sameForms reports whether it does not matter which of the nouns a word is.
func sameForms(cs []candidate) bool {
	for _, c := range cs[1:] {
		for i := range c.noun.forms {
			for k := range c.noun.forms[i] {
				if c.noun.forms[i][k].form != cs[0].noun.forms[i][k].form {
					return false
				}
			}
		}
	}
	return true
}
