package store

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus/words"
)

// A name is what a person calls an act by: words of its title, its kind and
// state, its date and number, or a short form of them, as «НК РК», «закон о
// ГСЗ», «Федеральный закон от 02.05.2006 № 59-ФЗ», «закон о гос. имуществе».
type name struct {
	text         string // what is left without date, number and edition
	date, number string // "" if the name has none
	edition      string // «в редакции 2019 года»: 2019 or 2019-01-21
	year         string // «закона 1995 года»: of the act or of its text
}

var (
	writtenDate  = regexp.MustCompile(`(?i)(^|[\s(,])(?:от\s+)?(\d{1,2})\s+(` + strings.Join(months[:], "|") + `)\s+(\d{4})(?:\s*(?:года|г\.?)(?:$|[\s,;)]))?`)
	kazakhDate   = regexp.MustCompile(`(?i)(^|[\s(,])(\d{4})\s+жылғы\s+(\d{1,2})\s+(\pL+)`)
	dottedDate   = regexp.MustCompile(`(?i)(^|[\s(,])(?:от\s+)?(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*(?:года|г\.?)(?:$|[\s,;)]))?`)
	namedEdition = regexp.MustCompile(`(?i)(^|[\s(,])(?:в\s+)?ред(?:акции|\.)?\s+(?:от\s+)?(?:(\d{1,2})\.(\d{1,2})\.)?((?:19|20)\d\d)(?:\s*(?:года|г\.?))?($|[\s,;)])`)
	namedYear    = regexp.MustCompile(`(?i)(^|[\s(,])(?:от\s+)?((?:19|20)\d\d)(?:\s*(?:года|г\.?))?[\s)]*$`)
	// The letters of a local body may stand before its number: «№ 8С 37/8».
	signedNumber  = regexp.MustCompile(`(?:№|(?:^|\s)N)\s*(\pN+\pL+\s+\d+/\d+|[^\s«»",;()]*\pN[^\s«»",;()]*)`)
	federalNumber = regexp.MustCompile(`(?i)(^|[\s(,])(?:фз\s*[-–]?\s*(?:№\s*)?(\d+)|(?:№\s*)?(\d+)\s*[-–]?\s*фз)($|[\s,;.)])`)
)

var months = [...]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}

// kazakhMonths are the months of Kazakh dates without their endings.
var kazakhMonths = [...]string{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"}

// readName takes date and number out of a name.
func readName(s string) name {
	n := name{text: s}
	cut := func(m []int) { n.text = n.text[:m[0]] + " " + n.text[m[1]:] }
	if m := namedEdition.FindStringSubmatchIndex(n.text); m != nil {
		if n.edition = n.text[m[8]:m[9]]; m[4] >= 0 {
			n.edition = date(n.edition, number(n.text[m[6]:m[7]]), n.text[m[4]:m[5]])
		}
		cut(m)
	}
	if m := writtenDate.FindStringSubmatchIndex(n.text); m != nil {
		n.date = date(n.text[m[8]:m[9]], slices.Index(months[:], words.Fold(n.text[m[6]:m[7]]))+1, n.text[m[4]:m[5]])
		cut(m)
	} else if m := dottedDate.FindStringSubmatchIndex(n.text); m != nil {
		n.date = date(n.text[m[8]:m[9]], number(n.text[m[6]:m[7]]), n.text[m[4]:m[5]])
		cut(m)
	} else if m := kazakhDate.FindStringSubmatchIndex(n.text); m != nil {
		month := words.Fold(n.text[m[8]:m[9]])
		if i := slices.IndexFunc(kazakhMonths[:], func(k string) bool { return strings.HasPrefix(month, words.Fold(k)) }); i >= 0 {
			n.date = date(n.text[m[4]:m[5]], i+1, n.text[m[6]:m[7]])
			cut(m)
		}
	}
	if m := federalNumber.FindStringSubmatch(n.text); m != nil {
		n.number = m[2] + m[3] + "-ФЗ"
		n.text = federalNumber.ReplaceAllString(n.text, "$1 фз $4")
	} else if m := signedNumber.FindStringSubmatchIndex(n.text); m != nil {
		n.number = strings.TrimRight(n.text[m[2]:m[3]], ".")
		cut(m)
	}
	if m := namedYear.FindStringSubmatchIndex(n.text); m != nil && n.date == "" && m[0] > 0 {
		n.year = n.text[m[4]:m[5]]
		cut(m)
	}
	return n
}

func number(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

// date is 2006-05-02.
func date(year string, month int, day string) string {
	two := func(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }
	return year + "-" + two(month) + "-" + two(number(day))
}

// An asked word is one of a name, with what is right behind it.
type asked struct {
	words.Word
	cut bool // it ends with a point: «гос.»
}

// split returns the words of the name in a language.
func (n name) split(lang string) []asked {
	var out []asked
	for _, w := range whole(words.Split(n.text, lang)) {
		out = append(out, asked{w, strings.HasPrefix(n.text[w.Hi:], ".")})
	}
	return out
}

// initials returns the words of a title that a short form is made of, the first
// letters of words that follow each other: «НК» of «Налоговый кодекс», «ГСЗ» of
// «О государственном социальном заказе», «КоАП» of «Кодекс об административных
// правонарушениях», «НКО» of «О некоммерческих организациях». It returns nil for
// other words. Two letters are too few to tell a title by, unless they name a
// code or are all of it.
func initials(form string, title []words.Word, kind string) []words.Word {
	n := utf8.RuneCountInString(form)
	if n < 2 || n > 7 {
		return nil
	}
	if kind == "code" && !slices.ContainsFunc(title, func(w words.Word) bool { return kindWords[kind][w.Stem] }) {
		title = append(whole(words.Split("Кодекс", "ru")), title...) // «Об административных правонарушениях»
	}
	for i := range title {
		if empty[title[i].Form] {
			continue
		}
		used, rest := begins(form, title[i:])
		if used == nil {
			continue
		}
		code := slices.ContainsFunc(used, func(w words.Word) bool { return kindWords[kind][w.Stem] })
		all := !slices.ContainsFunc(title[:i], names) && !slices.ContainsFunc(rest, names)
		if n > 2 || code || all && len(used) > 1 {
			return used
		}
	}
	return nil
}

// names reports whether a word of a title says what it is about.
func names(w words.Word) bool { return !empty[w.Form] && !anyState(w.Form) }

// begins takes letter by letter of form from the beginnings of words. Words
// that name nothing, and the state, may be passed over.
func begins(form string, title []words.Word) (used, rest []words.Word) {
	for form != "" {
		if len(title) == 0 {
			return nil, nil
		}
		w := title[0]
		title = title[1:]
		r, n := utf8.DecodeRuneInString(form)
		first, m := utf8.DecodeRuneInString(w.Form)
		switch {
		case first == r:
			used, form = append(used, w), form[n:]
			// «НПО» is «неправительственных организаций».
			if next, k := utf8.DecodeRuneInString(form); r == 'н' && strings.HasPrefix(w.Form, "не") && len(w.Form) > 2*4 {
				if third, _ := utf8.DecodeRuneInString(w.Form[2*m:]); third == next && (len(title) == 0 || !strings.HasPrefix(title[0].Form, string(next))) {
					form = form[k:]
				}
			}
		case len(used) > 0 && !names(w):
		default:
			return nil, nil
		}
	}
	return used, title
}

// short reports whether a word of a name stands for a word of a title that it
// begins, as «гос.» does, or for two, as «госимущество».
func short(w asked, title []words.Word) []words.Word {
	for i, t := range title {
		if w.cut && utf8.RuneCountInString(w.Form) >= 3 && strings.HasPrefix(t.Form, w.Form) && t.Form != w.Form {
			return title[i : i+1]
		}
		if rest, ok := strings.CutPrefix(w.Form, "гос"); ok && i+1 < len(title) && strings.HasPrefix(t.Form, "государственн") {
			if stem := words.Stem(rest, "ru"); utf8.RuneCountInString(rest) > 3 && stem == title[i+1].Stem {
				return title[i : i+2]
			}
		}
	}
	return nil
}

// spoken are the kinds of acts that people name when they speak of an act,
// whichever it is. A report or a decision may be meant as a word.
var spoken = []string{"law", "code", "decree", "resolution", "order", "constitution", "rules"}

// NamesAct reports whether words speak of an act, be it in the corpus or not:
// they begin with the word for a kind of act («закона о недрах», «Правил
// перевозок»), are a short form with a state («УК РК») or in capitals («НК»), or
// have the number or the date of an act.
func NamesAct(s string) bool {
	n := readName(strings.TrimSpace(s))
	if n.number != "" || n.date != "" {
		return true
	}
	ws := whole(words.Split(n.text, words.Language(n.text)))
	if len(ws) == 0 {
		return false
	}
	for _, k := range spoken {
		if kindWords[k][ws[0].Stem] {
			return true
		}
	}
	first := n.text[ws[0].Lo:ws[0].Hi]
	if letters := utf8.RuneCountInString(first); letters < 2 || letters > 7 {
		return false
	}
	if len(ws) == 2 && anyState(ws[1].Form) {
		return true
	}
	return len(ws) == 1 && strings.ToUpper(first) == first && strings.ToLower(first) != first
}

// Nearest returns the acts, the newest text of each, whose titles have the
// most of a name's words, words with a slip of the pen included; those in
// which nothing of it is are left out.
func Nearest(list []Entry, typed string, most int) []Entry {
	n := readName(typed)
	type near struct {
		e     Entry
		score float64
	}
	var found []near
	for _, act := range Acts(list) {
		best := near{e: act[0]}
		for _, e := range act {
			title := whole(words.Split(e.Meta.Title, e.Meta.Language))
			all, has := 0.0, 0.0
			for _, w := range n.split(e.Meta.Language) {
				if !names(w.Word) || isKind(w.Stem) {
					continue
				}
				all++
				has += alike(w.Word, title)
			}
			if n.number != "" && e.Meta.Number != "" && digits(n.number) == digits(e.Meta.Number) {
				all, has = all+1, has+1
			}
			if all > 0 && has/all > best.score {
				best = near{e, has / all}
			}
		}
		if best.score > 0.3 {
			found = append(found, best)
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(b.score, a.score) })
	var out []Entry
	for _, f := range found[:min(len(found), most)] {
		if f.score >= 0.6*found[0].score {
			out = append(out, f.e)
		}
	}
	return out
}

func isKind(stem string) bool {
	for _, k := range kindWords {
		if k[stem] {
			return true
		}
	}
	return false
}

// alike tells how surely a word is among those of a title: 1 if it is, less if
// one is spelt nearly so.
func alike(w words.Word, title []words.Word) float64 {
	best := 0.0
	for _, t := range title {
		switch {
		case t.Stem == w.Stem:
			return 1
		case utf8.RuneCountInString(w.Form) >= 5 && words.Distance(w.Stem, t.Stem) <= 1, utf8.RuneCountInString(w.Form) >= 8 && words.Distance(w.Stem, t.Stem) <= 2:
			best = 0.8
		}
	}
	return best
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Generic returns the documents that a name without a name means: «закона»,
// «кодекса РК», «Правил» are those of the kind, and of the state. A constitution
// has no other name.
func Generic(list []Entry, typed string) []Entry {
	n := readName(typed)
	if n.number+n.date+n.year != "" {
		return nil
	}
	ws := n.split(words.Language(n.text))
	return only(list, func(e Entry) bool {
		kind := false
		for _, w := range ws {
			switch {
			case kindWords[e.Meta.Type][w.Stem] && e.Meta.Type != "constitution":
				kind = true
			case empty[w.Form], spare[w.Form], stateWords[e.Meta.Jurisdiction][w.Form], e.Meta.Jurisdiction == "" && anyState(w.Form):
			default:
				return false
			}
		}
		return kind && strings.HasPrefix(e.Meta.Edition, n.edition)
	})
}

// spare are words before the name of an act that are none of it.
var spare = set("см", "смотри", "текст", "примечание", "примечания", "настоящего", "настоящий", "данного", "этого", "указанного", "осы")
