package mask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"
)

// People without patronymic or initials are known by what stands around them:
// a list behind «Присутствовали:», an office before them, «Председатель: …»,
// or a first name (names.go) beside a surname.

const (
	name  = `\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`
	space = `[ \x{a0}]`
	item  = name + `(?:` + space + name + `){0,2}(?:` + space + `?(?:\p{Lu}\.` + space + `?){1,2})?`
	ahead = `[ \x{a0}]*[:–—-][ \x{a0}]*`
)

var (
	// lists end what stands before people: «Присутствовали: », «воздержались – 2 (».
	lists = lazy.New(`(?i)(?:присутствовал[аи]?|присутствующие|участвовал[аи]|участники|отсутствовал[аи]?|отсутствующие|приглаш[её]н\p{L}*|выступил[аи]?|слушали|докладчик\p{L}*|содокладчик\p{L}*|` +
		`председател\p{L}*|председательствующ\p{L}*|секретар\p{L}*|директор|руководител\p{L}*|координатор\p{L}*|ответственн\p{L}*|исполнител\p{L}*|сч[её]тная комиссия|` +
		`члены|состав(?:е)?|подпис[ьи]|подписал[аи]?|участвующие|қатысқандар|қатысты|қатыспағандар|төраға\p{L}*|хатшы\p{L}*|баяндамашы\p{L}*|мүшелері|қолы|present|chair|secretary)` +
		`(?:[ \x{a0}]+[\p{Ll}«][^.:;()\n]{0,60})?` + ahead)
	votes  = lazy.New(`(?i)(?:воздерж\p{L}*|против|за|қарсы|қалыс қал\p{L}*)` + ahead + `\d+[ \x{a0}]*(?:чел\p{L}*\.?[ \x{a0}]*)?\(`)
	person = lazy.New(`^` + item)
	joint  = lazy.New(`^[ \x{a0}]*(?:[,;]|[ \x{a0}](?:и|және)[ \x{a0}])[ \x{a0}]*`)
	note   = lazy.New(`^[ \x{a0}]*\([^()]{1,60}\)|^[ \x{a0}]+[–—-][ \x{a0}]+[\p{Ll}][^,;.]{1,80}`)
	pairs  = lazy.New(name + `(?:` + space + name + `){1,6}`)
	single = lazy.New(surname + space + `?\p{Lu}\.(?:` + space + `?\p{Lu}\.)?`)

	// initialFirst: «директор В. Сидоров».
	initialFirst = lazy.New(`(?:^|[^\p{L}.] ?)(\p{Lu}\.` + space + `?` + surname + `)`)
	// charged: a person with one initial closes a line of a plan or a minute, «… – Гусев В.».
	charged = lazy.New(`[–—-][ \x{a0}]?(` + surname + space + `\p{Lu}\.)[ \x{a0}]?[.,;]?$`)
	// undotted: the last point is left out, «Сидоров А.Б».
	undotted = lazy.New(`(` + surname + space + `?\p{Lu}\.` + space + `?\p{Lu})(?:[^\p{L}.]|$)`)

	// things bear names: streets, museums, schools, prizes.
	things = lazy.New(`(?i)(?:^|[^\p{L}])(?:ул\.?|улиц\p{L}*|просп\.?|проспект\p{L}*|пр-т|пл\.|площад\p{L}*|пер\.?|переул\p{L}*|бульвар\p{L}*|наб\.|набережн\p{L}*|шоссе|мкр\.?|микрорайон\p{L}*|` +
		`парк\p{L}*|сквер\p{L}*|музе\p{L}*|школ\p{L}*|лице\p{L}*|гимнази\p{L}*|театр\p{L}*|библиотек\p{L}*|фонд\p{L}*|преми\p{L}*|университет\p{L}*|институт\p{L}*|академи\p{L}*|больниц\p{L}*|станци\p{L}*|метро|` +
		`галере\p{L}*|дворц?\p{L}*|стадион\p{L}*|памятник\p{L}*|храм\p{L}*|церк\p{L}*|собор\p{L}*|монастыр\p{L}*|көшесі|даңғылы|мектебі)[ \x{a0}]*[«"“„]?(?:им(?:\.|ени)?)?[ \x{a0}]*$`)
	// behind a name, Kazakh has what bears it: «Абай көшесі».
	thingsBehind = lazy.New(`(?i)^[ \x{a0}]*[»"”]?[ \x{a0}]*(?:атындағы|көшесі\p{L}*|даңғылы\p{L}*|мектебі|ауданы\p{L}*|облысы\p{L}*|қаласы\p{L}*)`)
	// okrug: «Ненецкий А.О.» is an autonomous area.
	okrug = lazy.New(`(?:ий|ая|ое|ого)[ \x{a0}](?:А\.[ \x{a0}]?О\.|А\.[ \x{a0}]?Р\.)$`)
)

// bears reports whether the name between two offsets is that of a thing.
func bears(s string, lo, hi int) bool {
	before := near(s, lo)
	return bearing.MatchString(before) || things.MatchString(before) || thingsBehind.MatchString(s[hi:])
}

// nearest is how many bytes before a name are looked at.
const nearest = 240

// near is what stands just before an offset.
func near(s string, at int) string {
	lo := max(0, at-nearest)
	for lo < at && !utf8.RuneStart(s[lo]) {
		lo++
	}
	return s[lo:at]
}

// people finds the people of a text who have no patronymic and no two initials.
// seen: others of the text are known.
func people(s string, seen bool, add func(lo, hi int)) {
	for _, re := range []*lazy.Regexp{lists, votes} {
		for _, m := range re.FindAllStringIndex(s, -1) {
			seen = true
			listed(s, m[1], add)
		}
	}
	for _, m := range pairs.FindAllStringIndex(s, -1) {
		if lo, hi, ok := named(s, m[0], m[1]); ok && !bears(s, lo, hi) {
			add(lo, hi)
			seen = true
		}
	}
	for _, m := range single.FindAllStringIndex(s, -1) {
		if (seen || offices.MatchString(near(s, m[0]))) && family(s[m[0]:m[1]]) && !bears(s, m[0], m[1]) && !okrug.MatchString(s[m[0]:m[1]]) {
			add(m[0], m[1])
		}
	}
	for _, m := range initialFirst.FindAllStringSubmatchIndex(s, -1) {
		if (seen || offices.MatchString(near(s, m[2]))) && surnames.MatchString(s[m[2]:m[3]]) && !bears(s, m[2], m[3]) && !surnameBefore.MatchString(near(s, m[2])) {
			add(m[2], m[3])
		}
	}
	if m := charged.FindStringSubmatchIndex(s); m != nil && family(s[m[2]:m[3]]) {
		add(m[2], m[3])
	}
	for _, m := range undotted.FindAllStringSubmatchIndex(s, -1) {
		if family(s[m[2]:m[3]]) && !okrug.MatchString(s[m[2]:m[3]]+".") && !bears(s, m[2], m[3]) {
			add(m[2], m[3])
		}
	}
	for _, m := range officeAndName.FindAllStringSubmatchIndex(s, -1) {
		if surnames.MatchString(s[m[2]:m[3]]) && stands.MatchString(s[m[3]:]) && !notPeople[fold(s[m[2]:m[3]])] {
			add(m[2], m[3])
		}
	}
}

// family reports whether a name begins with a surname.
func family(s string) bool {
	first := s[:strings.IndexFunc(s+" ", func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })]
	return surnames.MatchString(first) && !titles[strings.ToLower(first)] && !notPeople[fold(first)]
}

const office = `председател[ьяюе]м?|секретар[ьяюе]м?|директор[ауе]?|руководител[ьяюе]м?|координатор[ауы]?|заместител[ьяюе]м?|эксперт[ауы]?|докладчик[ауи]?|специалист[ауы]?|член[ауы]? (?:совета|комиссии|правления|исполкома)|г-н[ау]?|г-ж[аеу]|` +
	`тов\.|господин[ау]?|госпож[аеу]|депутат[ауы]?|бухгалтер[ау]?|юрист[ау]?|иере[йя]|протоиере[йя]|отец`

var (
	offices       = lazy.New(`(?i)(?:` + office + `)(?:[ \x{a0}][^.:;()]{0,90})?[ \x{a0}–—-]+$`)
	officeAndName = lazy.New(`(?:^|[^\p{L}])(?i:` + office + `)[ \x{a0}](` + name + `)(?:[^\p{L}.]|\.?$|\.[ \x{a0}])`)
)

// stands: a surname alone behind an office is no adjective of what follows,
// «председатель Педагогического совета».
var stands = lazy.New(`^[ \x{a0}]*(?:$|[,;:.)(–—\n])|^[ \x{a0}]\p{Ll}+(?:л|ла|ло|ли|ет|ит|ют|ят|лся|лась|лись|ся)(?:[^\p{L}]|$)`)

// listed hides the people of a list that begins at an offset: names between
// commas, up to what is none.
func listed(s string, at int, add func(lo, hi int)) {
	for {
		m := person.FindStringIndex(s[at:])
		if m == nil {
			return
		}
		lo, hi := at, at+m[1]
		hi = lo + len(strings.TrimRight(s[lo:hi], " \u00a0"))
		words := strings.Fields(strings.ReplaceAll(s[lo:hi], "\u00a0", " "))
		behind := s[hi:]
		r, _ := utf8.DecodeRuneInString(behind)
		if wordly(r) || titles[strings.ToLower(words[0])] || notPeople[fold(words[0])] || notPeople[fold(words[len(words)-1])] || !ends(behind) {
			return
		}
		add(lo, hi)
		at = hi
		if n := note.FindStringIndex(s[at:]); n != nil {
			at += n[1]
		}
		j := joint.FindStringIndex(s[at:])
		if j == nil {
			return
		}
		at += j[1]
	}
}

var endings = lazy.New(`^[ \x{a0}]*(?:$|[,;.)(\n]|[–—-]|(?:и|және)[ \x{a0}])`)

// ends reports whether a person of a list ends where this begins.
func ends(behind string) bool { return endings.MatchString(behind) }

// named finds a first name and a surname among two or three words with capitals.
func named(s string, lo, hi int) (int, int, bool) {
	type word struct{ lo, hi int }
	var ws []word
	at := lo
	for _, f := range strings.FieldsFunc(s[lo:hi], func(r rune) bool { return r == ' ' || r == '\u00a0' }) {
		i := at + strings.Index(s[at:hi], f)
		ws = append(ws, word{i, i + len(f)})
		at = i + len(f)
	}
	text := func(i int) string { return s[ws[i].lo:ws[i].hi] }
	other := func(i int) bool {
		f := fold(text(i))
		return !titles[f] && !notPeople[f] && utf8.RuneCountInString(f) > 2 && !firstName(text(i))
	}
	for i := range ws {
		if !firstName(text(i)) {
			continue
		}
		switch {
		case i+1 < len(ws) && other(i+1) && (surnames.MatchString(text(i+1)) || i == 0):
			return ws[i].lo, ws[i+1].hi, true
		case i > 0 && other(i-1):
			return ws[i-1].lo, ws[i].hi, true
		}
	}
	return 0, 0, false
}

func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ё", "е") }

// notPeople are words that stand with capitals where people do.
var notPeople = set("совет", "совета", "комиссия", "комиссии", "министерство", "министерства", "департамент", "управление", "правительство", "правительства", "парламент", "республика", "республики",
	"казахстан", "казахстана", "россия", "россии", "российской", "федерации", "москва", "москвы", "астана", "алматы", "область", "области", "город", "района", "район", "комитет", "комитета",
	"закон", "закона", "кодекс", "кодекса", "конституция", "конституции", "общество", "общества", "собрание", "собрания", "палата", "палаты", "дума", "думы", "суд", "суда", "акимат", "акимата", "устав", "устава",
	"повестка", "решили", "постановили", "все", "нет", "один", "при", "для", "утвердить", "принять", "отчет", "план", "заседание", "протокол", "вопрос", "представители", "представитель", "члены", "центр", "фонд", "союз",
	"великий", "святой", "день", "год", "новый", "институт", "университет", "школа", "музей", "парк", "отдел", "отдела", "государственный", "государственного", "общественный", "общественного", "национальный", "национального",
	"улица", "проспект", "мира", "победы", "газета", "журнал", "компания", "организация", "группа")
