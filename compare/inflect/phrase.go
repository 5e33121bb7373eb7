package inflect

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// A phrase is one as it was given, word by word, and what it is in other cases.
type phrase struct {
	text   string
	slots  []slot
	before string // signs before the first word: «(»
	after  string // and behind the last
	// plural is the number in which the phrase was given, gender and life those
	// of its first noun.
	plural bool
	gender gender
	life   life
	acts   bool // the noun is a person or a body, which does what verbs say
	owned  bool // of Kazakh: it was given with a possessive
	guess  bool // it is not known well enough
	stays  bool // no word of it changes, or it is not known which
	kazakh bool
}

// A slot is a word of a phrase.
type slot struct {
	text string
	lo   int    // where it stands in the phrase
	gap  string // signs between it and the word before
	form string // folded
	// forms are the readings of each folded form of a word that changes.
	forms map[string]readings
	// out are the forms by the bit of their reading.
	out map[int]cell
}

// russianPhrase reads a phrase in the nominative.
func russianPhrase(text string) phrase {
	p := cutPhrase(text, "ru")
	r := reader{slots: p.slots}
	if len(p.slots) > 0 {
		r.read()
	}
	p.guess, p.plural, p.gender, p.life = r.guess, r.plural, r.gender, r.life
	p.stays, p.acts = !r.changes, r.life == person || bodies()[r.noun]
	return p
}

// cutPhrase cuts a phrase into words.
func cutPhrase(text, lang string) phrase {
	p := phrase{text: text}
	at := 0
	for _, w := range words.Split(text, lang) {
		if w.Part > 0 {
			continue
		}
		s := slot{text: text[w.Lo:w.Hi], lo: w.Lo, form: w.Form, gap: gapOf(text[at:w.Lo])}
		if len(p.slots) == 0 {
			p.before, s.gap = s.gap, ""
		}
		p.slots = append(p.slots, s)
		at = w.Hi
	}
	p.after = gapOf(text[at:])
	return p
}

// gapOf folds what stands between words: all white space is a space.
func gapOf(s string) string {
	if s == " " {
		return s
	}
	fields := strings.Fields(words.Fold(s))
	gap := strings.Join(fields, " ")
	if len(fields) == 0 {
		if s != "" {
			return " "
		}
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
		gap = " " + gap
	}
	if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) {
		gap += " "
	}
	return gap
}

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
	}
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
		if other != nil && (other.gender == a.gender || conjunction(r.before(i)) && i > 0) {
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

// before is the word before another, "" if there is none.
func (r *reader) before(i int) string {
	if i == 0 {
		return ""
	}
	return r.slots[i-1].form
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
	if known := nouns().find(word); known != nil {
		return true
	}
	return !endsAny(word, "ий", "чие") || false
}

func endsAny(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(s, e) })
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

// compound declines words with a hyphen: the last part, and the first too where
// both are nouns of the same number.
func compound(first, rest string) []candidate {
	tails := nounsOf(rest)
	if len(tails) == 0 {
		return nil
	}
	tail := tails[0]
	heads := nouns().find(first)
	if fixedFirst[first] || endsIn(first, "оеи") || len(heads) == 0 {
		tail.noun.guess = tail.noun.guess || !fixedFirst[first] && !endsIn(first, "оеи")
		return []candidate{tail.with(func(int, int) string { return first })}
	}
	head := heads[0].noun()
	tail.noun.gender, tail.noun.life = head.gender, head.life
	return []candidate{tail.with(func(n, c int) string { return head.forms[n][c].form })}
}

// with puts a first part before the forms of a noun.
func (c candidate) with(first func(number, of int) string) candidate {
	for n := range c.noun.forms {
		for k := range c.noun.forms[n] {
			f := &c.noun.forms[n][k]
			f.form = first(n, k) + "-" + f.form
			if f.other != "" {
				f.other = first(n, k) + "-" + f.other
			}
			f.also = nil
		}
	}
	return c
}

// fixedFirst are first parts of compounds that are never declined.
var fixedFirst = setOf(`веб интернет бизнес пресс онлайн вице экс мини медиа топ кибер пилот штаб офис блок плац пром арт
	унтер обер камер генерал премьер ген шеф член`)

// bodies are the stems of nouns that act though they are no persons.
var bodies = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`орган организация учреждение министерство комитет агентство служба комиссия совет палата
		акимат маслихат администрация правительство суд банк общество объединение союз ассоциация предприятие партия
		профсоюз центр департамент управление инспекция прокуратура парламент мажилис сенат товарищество лицо`) {
		out[words.Stem(w, "ru")] = true
	}
	return out
})

func setOf(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

func lower(s string) string { return strings.ToLower(s) }

func isConjunction(form string) bool { return conjunctions[form] }

func conjunction(form string) bool { return conjunctions[form] }

var conjunctions = setOf("и или либо а также")

// isAdverb reports whether a word stands before an adjective and does not
// change: «особо», «социально», «не».
func isAdverb(form string) bool {
	if adverbs[form] {
		return true
	}
	if nouns().find(form) != nil {
		return false
	}
	return endsAny(form, "но", "ски", "ко", "ло", "ово") && utf8.RuneCountInString(form) > 4
}

var adverbs = setOf("не особо вновь впервые ранее также наиболее наименее более менее иначе выше ниже очно заочно")

// isParticiple goes by the ending.
func isParticiple(word string) bool {
	stem := strings.TrimSuffix(word, "ся")
	if utf8.RuneCountInString(stem) < 5 {
		return false
	}
	stem = stem[:len(stem)-4]
	return endsAny(stem, "ющ", "ущ", "ащ", "ящ", "вш", "нн", "ем", "им", "ом", "т", "ш")
}

// lifeOf guesses whether an adjective that stands for a noun is a person.
func lifeOf(word string, g gender) life {
	if thingsLikeAdjectives[word] {
		return thing
	}
	switch g {
	case neuter:
		return thing
	case masculine:
		if peopleLikeAdjectives[word] {
			return person
		}
	case plural:
		if peopleLikeAdjectives[word] {
			return person
		}
	case feminine:
		return either
	}
	return either
}

var thingsLikeAdjectives = setOf("данные отчисления командировочные наличные премиальные отпускные суточные")

var peopleLikeAdjectives = setOf(`заведующий управляющий уполномоченный потерпевший обвиняемый подсудимый служащий рабочий учащийся обучающийся
	трудящийся командующий осужденный доверенный верующий ученый военнослужащий госслужащий несовершеннолетний
	совершеннолетний малолетний подозреваемый задержанный пострадавший умерший участковый дежурный больной
	безработный самозанятый нетрудоспособный присутствующий голосующий нуждающийся проживающий выдвигаемый уволенный
	заведующие управляющие уполномоченные потерпевшие обвиняемые подсудимые служащие рабочие учащиеся обучающиеся
	трудящиеся осужденные доверенные верующие ученые военнослужащие госслужащие несовершеннолетние совершеннолетние
	малолетние подозреваемые задержанные пострадавшие умершие участковые дежурные больные безработные самозанятые
	нетрудоспособные присутствующие нуждающиеся проживающие`)
