package norm

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// An actor is who a norm speaks of: a body, an official, a person, by the noun
// that acts name it with. Only nouns of this list are taken for one, so that a
// norm whose subject is another word has none, rather than an invented one.
//
// The classes say how a noun is declined. Nouns of persons have + behind them:
// their plural is not the same in the nominative and in the accusative.
var actorNouns = map[string]string{
	"м": `орган совет член+ фонд оператор+ президент+ министр+ комитет аким+ маслихат акимат суд парламент сенат мажилис банк заказчик+
		поставщик+ партнер+ участник+ работник+ собственник+ налогоплательщик+ плательщик+ комиссар+ депутат+ прокурор+ нотариус+ аудитор+
		эксперт+ кандидат+ союз кооператив президиум съезд организатор+ арендатор+ должник+ кредитор+ администратор+ адвокат+ сотрудник+
		гарант+ заемщик+ субъект ректор+ директор+ секретариат департамент центр институт опекун+ наследник+ супруг+ перевозчик+
		подрядчик+ застройщик+ инспектор+ ревизор+ резидент+ нерезидент+ агент+ декларант+ иждивенец+`,
	"ь": `обладатель+ учредитель+ руководитель+ председатель+ пользователь+ секретарь+ представитель+ заявитель+ работодатель+ получатель+
		потребитель+ землепользователь+ водопользователь+ наниматель+ арендодатель+ правообладатель+ исполнитель+ родитель+ попечитель+
		наблюдатель+ предприниматель+ соискатель+ житель+ избиратель+ доверитель+ недропользователь+ держатель+ производитель+ залогодержатель+`,
	"ец": `владелец+ иностранец+`,
	"ия": `организация комиссия партия ассоциация администрация конференция корпорация инспекция`,
	"ие": `объединение собрание учреждение предприятие правление подразделение`,
	"о":  `лицо министерство агентство общество товарищество государство ведомство сообщество правительство`,
	"а":  `палата прокуратура группа`,
}

// declensions: what is cut off, gender, and the endings of the singular and
// the plural in the nominative, genitive, instrumental and dative.
var declensions = map[string]struct {
	cut       string
	gender    byte
	one, many [4]string
}{
	"м":  {"", 'm', [4]string{"", "а", "ом", "у"}, [4]string{"ы", "ов", "ами", "ам"}},
	"ь":  {"ь", 'm', [4]string{"ь", "я", "ем", "ю"}, [4]string{"и", "ей", "ями", "ям"}},
	"ец": {"ец", 'm', [4]string{"ец", "ца", "цем", "цу"}, [4]string{"цы", "цев", "цами", "цам"}},
	"ия": {"я", 'f', [4]string{"я", "и", "ей", "и"}, [4]string{"и", "й", "ями", "ям"}},
	"ие": {"е", 'n', [4]string{"е", "я", "ем", "ю"}, [4]string{"я", "й", "ями", "ям"}},
	"о":  {"о", 'n', [4]string{"о", "а", "ом", "у"}, [4]string{"а", "", "ами", "ам"}},
	"а":  {"а", 'f', [4]string{"а", "ы", "ой", "е"}, [4]string{"ы", "", "ами", "ам"}},
}

// irregular nouns, singular and plural.
var irregular = []string{
	"гражданин гражданина гражданином гражданину граждане граждан гражданами гражданам",
	"судья судьи судьей судье судьи судей судьями судьям",
	"ребенок ребенка ребенком ребенку дети детей детьми детям",
}

type case_ byte

const (
	nominative case_ = iota
	genitive
	instrumental
	dative
)

type noun struct {
	lemma  string
	gender byte // m, f, n
	person bool
	of     string // genitive singular
}

// A reading is what a form of an actor may be.
type reading struct {
	*noun
	c    case_
	many bool
}

var actorForms = sync.OnceValue(func() map[string][]reading {
	m := map[string][]reading{}
	put := func(n *noun, one, many []string) {
		for c := range 4 {
			m[one[c]] = append(m[one[c]], reading{n, case_(c), false})
			m[many[c]] = append(m[many[c]], reading{n, case_(c), true})
		}
	}
	for _, class := range slices.Sorted(maps.Keys(actorNouns)) { // forms that nouns share keep their order
		d := declensions[class]
		for _, w := range strings.Fields(actorNouns[class]) {
			w, person := strings.CutSuffix(w, "+")
			stem := strings.TrimSuffix(w, d.cut)
			var one, many [4]string
			for c := range 4 {
				one[c], many[c] = stem+d.one[c], stem+d.many[c]
			}
			if class == "м" && hasSuffix(stem, "к", "г", "х") {
				many[nominative] = stem + "и"
			}
			put(&noun{w, d.gender, person, one[genitive]}, one[:], many[:])
		}
	}
	for _, x := range irregular {
		f := strings.Fields(x)
		put(&noun{f[0], 'm', true, f[1]}, f[:4], f[4:])
	}
	return m
})

// Endings of adjectives that agree with a noun, and the endings of their
// dictionary form, hard and soft.
func agrees(w string, c case_, gender byte, many bool) bool {
	switch {
	case function[w], hasSuffix(w, "ений", "аний", "ятий", "твий", "мочий"): // полномочий, решений: no adjectives
		return false
	case c == nominative && many:
		return hasSuffix(w, "ые", "ие")
	case c == nominative && gender == 'm':
		return hasSuffix(w, "ый", "ий", "ой")
	case c == nominative && gender == 'f':
		return hasSuffix(w, "ая", "яя")
	case c == nominative:
		return hasSuffix(w, "ое", "ее")
	case c == genitive && many:
		return hasSuffix(w, "ых", "их")
	case c == genitive && gender == 'f':
		return hasSuffix(w, "ой", "ей")
	case c == genitive:
		return hasSuffix(w, "ого", "его")
	case c == instrumental && many:
		return hasSuffix(w, "ыми", "ими")
	case c == instrumental && gender == 'f':
		return hasSuffix(w, "ой", "ей")
	case c == instrumental:
		return hasSuffix(w, "ым", "им")
	case many:
		return hasSuffix(w, "ым", "им")
	case gender == 'f':
		return hasSuffix(w, "ой", "ей")
	}
	return hasSuffix(w, "ому", "ему")
}

// adjective gives an adjective the singular of a gender in the nominative or
// genitive.
func adjective(w string, gender byte, c case_) string {
	stem := w
	for _, e := range []string{"ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ей", "ую", "юю"} {
		if s, ok := strings.CutSuffix(w, e); ok && s != "" {
			stem = s
			break
		}
	}
	hard := !strings.HasSuffix(w, "ий") && !strings.HasSuffix(w, "ие") && !strings.HasSuffix(w, "их") && !strings.HasSuffix(w, "им") &&
		!strings.HasSuffix(w, "ими") && !strings.HasSuffix(w, "его") && !strings.HasSuffix(w, "ему") && !strings.HasSuffix(w, "ее") && !strings.HasSuffix(w, "ей")
	velar := hasSuffix(stem, "к", "г", "х")
	hush := hasSuffix(stem, "ш", "щ", "ж", "ч")
	soft := !hard && !velar
	switch {
	case c == genitive && gender == 'f' && soft:
		return stem + "ей"
	case c == genitive && gender == 'f':
		return stem + "ой"
	case c == genitive && soft:
		return stem + "его"
	case c == genitive:
		return stem + "ого"
	case gender == 'f' && soft && !hush:
		return stem + "яя"
	case gender == 'f':
		return stem + "ая"
	case gender == 'n' && soft:
		return stem + "ее"
	case gender == 'n':
		return stem + "ое"
	case hasSuffix(w, "ой") && c == nominative && gender == 'm':
		return w
	case hard && !velar && !hush:
		return stem + "ый"
	}
	return stem + "ий"
}

// Words that are part of no name.
var (
	function = set(`в во на по при для до от из за с со к ко о об обо у под над без после через между среди согласно путем не ни и или либо а но
		также если когда что чтобы как его ее их свой своей своих своего настоящий настоящего настоящей настоящим настоящему это этот
		вправе может могут обязан обязана обязано обязаны должен должна должно должны подлежит подлежат имеет имеют только лишь`)
	determiners = set(`соответствующий соответствующая соответствующее соответствующие соответствующим соответствующими данный данная данное
		данные указанный указанная указанное указанные указанным указанными каждый каждая каждое иной иная иное иные иными другой другая
		другие другими такой такая такое такие любой любая любое любые сам сама само сами вышеуказанный вышеуказанные действующие действующий
		заинтересованные заинтересованный остальные определенные определенный все весь названный названные`)
)

// A phrase is an actor with its adjectives and what it is of: «член
// общественного совета».
type phrase struct {
	reading
	name     string
	of       string // its genitive: «общественного совета»
	from, to int    // words
	bare     bool   // without adjectives
}

// phrase reads an actor in a case at a word.
func (s *Text) phrase(i int, c case_) (phrase, bool) {
	for _, r := range actorForms()[s.form(i)] {
		if r.c != c {
			continue
		}
		p := phrase{reading: r, from: i, to: i + 1}
		var before, whose []string // in the nominative and the genitive
		for p.from > 0 && !s.parted(p.from) {
			w := s.form(p.from - 1)
			if (w == "и" || w == "или") && len(before) > 0 && agrees(s.form(p.from-2), c, r.gender, r.many) && !s.parted(p.from-1) {
				p.from--
				before, whose = append(before, w), append(whose, w)
				continue
			}
			if !agrees(w, c, r.gender, r.many) {
				break
			}
			p.from--
			if !determiners[w] {
				before = append(before, adjective(w, r.gender, nominative))
				whose = append(whose, adjective(w, r.gender, genitive))
			}
		}
		p.bare = len(before) == 0
		slices.Reverse(before)
		slices.Reverse(whose)
		behind := s.behindActor(&p)
		p.name = strings.Join(slices.Concat(before, []string{r.lemma}, behind), " ")
		p.of = strings.Join(slices.Concat(whose, []string{r.noun.of}, behind), " ")
		return p, true
	}
	return phrase{}, false
}

// states are left out of names: all bodies of an act are of its state.
var states = []string{"республики казахстан", "российской федерации", "кыргызской республики", "республики беларусь"}

// behindActor reads the genitives behind an actor, in the singular where it can.
func (s *Text) behindActor(p *phrase) []string {
	var out, adjectives []string
	flush := func() {
		out = append(out, adjectives...)
		adjectives = nil
	}
	for ; p.to < len(s.words) && !s.parted(p.to) && p.to-p.from < 9; p.to++ {
		w := s.form(p.to)
		if !ofSomething(w) {
			break
		}
		if hasSuffix(w, "ого", "его", "ой", "ей", "ых", "их") && len(actorForms()[w]) == 0 {
			adjectives = append(adjectives, w)
			continue
		}
		// «Члены общественных советов» are each of one; «Палата
		// представителей» is of many.
		if n := genitiveOf(w); n != nil && (p.many && len(out) == 0 || !manyOnly(w)) {
			for _, a := range adjectives {
				out = append(out, adjective(a, n.gender, genitive))
			}
			adjectives = nil
			out = append(out, n.of)
			continue
		}
		flush()
		out = append(out, w)
	}
	// Adjectives whose noun was not read say nothing.
	name := strings.Join(out, " ")
	if n := len(out); n > 0 && out[n-1] == "республики" && p.lemma != "совет" {
		name = strings.Join(out[:n-1], " ") // Президент Республики; but Совет Республики is a house
	}
	for _, state := range states {
		if i := strings.Index(name, state); i >= 0 {
			name = strings.TrimSpace(name[:i])
		}
	}
	return strings.Fields(name)
}

// bareGenitives are genitives without an ending: органы внутренних дел.
var bareGenitives = set("дел прав средств войск сил служб школ работ услуг сторон")

// manyOnly reports whether a form is a genitive of the plural and no other.
func manyOnly(w string) bool {
	rs := actorForms()[w]
	return len(rs) > 0 && !slices.ContainsFunc(rs, func(r reading) bool { return r.c != genitive || !r.many })
}

func genitiveOf(w string) *noun {
	for _, r := range actorForms()[w] {
		if r.c == genitive {
			return r.noun
		}
	}
	return nil
}

// ofSomething reports whether a word may be a genitive that tells an actor from
// others.
func ofSomething(w string) bool {
	if w == "казахстан" || w == "беларусь" {
		return true // of a state's name
	}
	if bareGenitives[w] {
		return true
	}
	if function[w] || len([]rune(w)) < 3 || hasSuffix(w, "ены", "ена", "ано", "ено", "аны", "ет", "ют", "ит", "ят", "ут", "ат", "ть", "ться", "ется", "ются", "ится", "ятся") {
		return false
	}
	return hasSuffix(w, "а", "я", "ы", "и", "ов", "ев", "ей", "ий", "ого", "его", "ой", "ых", "их") || genitiveOf(w) != nil
}
