// Package mask hides what points at people in quotes that are to be published:
// names, telephones, addresses of mail and flats, identity numbers.
//
// What is hidden is known by its form, initials beside a surname, a name with its
// patronymic, Russian or Kazakh; by what stands around it, a list behind
// «Присутствовали:», an office; or by a common first name beside a surname. Names
// that things bear stay, «имени М. В. Ломоносова», «улица Абая».
package mask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"
)

// A Kind is what was hidden.
type Kind string

// The kinds.
const (
	Name     Kind = "name"
	Phone    Kind = "phone"
	Mail     Kind = "mail"
	Number   Kind = "number"   // of a person: ИИН
	Document Kind = "document" // passport, identity card
	Flat     Kind = "flat"     // an address down to the flat
)

// Kinds are all kinds in the order in which they are reported.
var Kinds = []Kind{Name, Phone, Mail, Number, Document, Flat}

// A Span is a place of a text that is to be hidden.
type Span struct {
	Lo, Hi int
	Kind   Kind
}

const (
	initials = `\p{Lu}\.[ \x{a0}]?(?:\p{Lu}\.)`
	surname  = `\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`
	// patronymics in all cases
	fathers = `\p{Lu}\p{Ll}+(?:(?:ов|ев)(?:ич(?:а|у|ем|е)?|н(?:а|ы|е|у|ой))|иничн(?:а|ы|е|у|ой)|(?:ұлы|қызы|улы|кызы|оглы)(?:н?ы?ң|н?а|мен)?)`
)

var (
	initialsFirst = lazy.New(initials + `[ \x{a0}]?` + surname)
	initialsLast  = lazy.New(surname + `[ \x{a0}]` + initials)
	patronymic    = lazy.New(`(?:` + surname + `[ \x{a0}]){1,2}` + fathers + `(?:[ \x{a0}]` + surname + `)?`)
	phone         = lazy.New(`\+\d[\d \x{a0}()\-]{8,16}\d|8[ \x{a0}\-]?\(\d{3,5}\)[ \x{a0}\-]?\d{1,3}[ \x{a0}\-]?\d{2}[ \x{a0}\-]?\d{2}|8[ \-]\d{3,4}[ \-]\d{2,3}[ \-]\d{2}[ \-]\d{2}|\(\d{3,5}\)[ \x{a0}]?\d{1,3}-\d{2}-\d{2}`)
	mail          = lazy.New(`[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+`)
	twelve        = lazy.New(`\d{12}`)
	papers        = lazy.New(`(?i)(?:паспорт\p{L}*|удостоверени\p{L}* личности|жеке куәлі\p{L}*|passport)[^.;\n]{0,30}?((?:серии?[ \x{a0}]*)?(?:\d{2}[ \x{a0}]?\d{2}[ \x{a0}]*)?(?:№|N|No\.?)?[ \x{a0}]*[A-ZА-Я]?\d{6,9})`)
	flat          = lazy.New(`(?i)(?:ул\.|улица|пр\.|проспект|мкр\.?|микрорайон|пер\.|переулок)[ \x{a0}][^;\n]{2,40}?(?:,|[ \x{a0}])[ \x{a0}]?(?:д\.|дом)?[ \x{a0}]?\d+\p{L}?,?[ \x{a0}](?:кв\.|квартира)[ \x{a0}]?\d+`)
	bearing       = lazy.New(`(?i)(?:^|[^\p{L}])(?:им\.?|имени|атындағы|памяти)[ \x{a0}]*$`)
)

// Find returns what is to be hidden in a text, in order, without overlaps.
func Find(s string) []Span {
	var out []Span
	add := func(lo, hi int, k Kind) {
		if !whole(s, lo, hi) || slices.ContainsFunc(out, func(o Span) bool { return lo < o.Hi && o.Lo < hi }) {
			return
		}
		out = append(out, Span{lo, hi, k})
	}
	for _, m := range mail.FindAllStringIndex(s, -1) {
		add(m[0], m[1], Mail)
	}
	for _, m := range flat.FindAllStringIndex(s, -1) {
		add(m[0], m[1], Flat)
	}
	for _, m := range twelve.FindAllStringIndex(s, -1) {
		if citizen(s[m[0]:m[1]]) {
			add(m[0], m[1], Number)
		}
	}
	for _, m := range papers.FindAllStringSubmatchIndex(s, -1) {
		lo := m[2] + len(s[m[2]:m[3]]) - len(strings.TrimLeft(s[m[2]:m[3]], " \u00a0"))
		add(lo, m[3], Document)
	}
	for _, m := range phone.FindAllStringIndex(s, -1) {
		add(m[0], m[1], Phone)
	}
	for _, m := range patronymic.FindAllStringIndex(s, -1) {
		if lo, hi, ok := fullName(s, m[0], m[1]); ok && !bears(s, lo, hi) {
			add(lo, hi, Name)
		}
	}
	for _, re := range []*lazy.Regexp{initialsFirst, initialsLast} {
		for _, m := range re.FindAllStringIndex(s, -1) {
			if first, _, _ := strings.Cut(strings.ReplaceAll(s[m[0]:m[1]], "\u00a0", " "), " "); re == initialsLast && titles[strings.ToLower(first)] {
				continue
			}
			if !bears(s, m[0], m[1]) && !okrug.MatchString(s[m[0]:m[1]]) && !(re == initialsFirst && begins(s, m[0], m[1])) {
				add(m[0], m[1], Name)
			}
		}
	}
	people(s, slices.ContainsFunc(out, func(o Span) bool { return o.Kind == Name }), func(lo, hi int) { add(lo, hi, Name) })
	slices.SortFunc(out, func(a, b Span) int { return a.Lo - b.Lo })
	return out
}

// begins reports whether initials and the word behind them are the end of one
// name and the beginning of a sentence: «Сидоров А. Б. Очерки».
func begins(s string, lo, hi int) bool {
	before := surnameBefore.FindString(near(s, lo))
	before = strings.TrimRight(before, " \u00a0")
	if before == "" || titles[strings.ToLower(before)] {
		return false
	}
	behind := s[lo:hi][strings.LastIndexAny(s[lo:hi], ". \u00a0")+1:]
	return surnames.MatchString(before) || !surnames.MatchString(behind)
}

// whole reports whether a place is not cut out of a longer word or number.
func whole(s string, lo, hi int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:lo])
	after, _ := utf8.DecodeRuneInString(s[hi:])
	return !wordly(before) && !wordly(after)
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// fullName cuts a title before a name and a word behind it that is no surname;
// ok is false if no name is left before the patronymic.
func fullName(s string, lo, hi int) (int, int, bool) {
	words := strings.FieldsFunc(s[lo:hi], func(r rune) bool { return r == ' ' || r == '\u00a0' })
	at := slices.IndexFunc(words, func(w string) bool { return fathersOnly.MatchString(w) })
	for at > 0 && titles[strings.ToLower(words[0])] {
		lo += len(words[0])
		_, n := utf8.DecodeRuneInString(s[lo:])
		lo += n
		words, at = words[1:], at-1
	}
	if at < 1 {
		return 0, 0, false
	}
	if at == len(words)-2 && !surnames.MatchString(words[at+1]) {
		hi -= len(words[at+1])
		_, n := utf8.DecodeLastRuneInString(s[:hi])
		hi -= n
	}
	return lo, hi, true
}

var (
	surnameBefore = lazy.New(surname + `[ \x{a0}]$`)
	fathersOnly   = lazy.New(`^` + fathers + `$`)
	surnames      = lazy.New(`(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ск(?:ий|ая|ого|ому|им|ой)|цк(?:ий|ая|ого|ому|им|ой)|ко|ук|юк|ян|дзе|швили|[оеё]в(?:у|ым|е|ой)|[иы]н(?:у|ым|е|ой)|баев?а?|[уы]к|ич)$`)
	titles        = set("директор", "директора", "председатель", "председателя", "президент", "президента", "министр", "министра", "аким", "акима", "депутат", "депутата",
		"заместитель", "заместителя", "секретарь", "секретаря", "член", "члена", "члены", "эксперт", "эксперта", "госпожа", "господин", "гражданин", "гражданина",
		"гражданка", "гражданки", "руководитель", "руководителя", "врач", "судья", "судьи", "прокурор", "доктор", "профессор", "академик", "совет", "совета", "республики",
		"казахстан", "казахстана", "области", "города", "статья", "таблица", "приложение", "раздел", "глава", "главы", "слушали", "выступили", "выступил", "докладчик", "присутствовали", "от", "по", "и", "в", "о")
)

func set(ss ...string) map[string]bool {
	m := map[string]bool{}
	for _, s := range ss {
		m[s] = true
	}
	return m
}

// citizen reports whether twelve digits are the number of a person in
// Kazakhstan: a date, a century, and the control digit.
func citizen(s string) bool {
	d := func(i int) int { return int(s[i] - '0') }
	month, day := d(2)*10+d(3), d(4)*10+d(5)
	if month < 1 || month > 12 || day < 1 || day > 31 || d(6) > 6 {
		return false
	}
	for _, shift := range []int{0, 2} {
		sum := 0
		for i := range 11 {
			sum += d(i) * ((i+shift)%11 + 1)
		}
		if sum %= 11; sum < 10 {
			return sum == d(11)
		}
	}
	return false
}
