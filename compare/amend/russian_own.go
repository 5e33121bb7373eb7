package amend

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus/parse"
)

// ruOwn reports whether a sentence speaks of the draft itself or of who does
// what about it: «Настоящий приказ вводится в действие …», «Контроль за
// исполнением …», «Департаменту … обеспечить:».
func ruOwn(ts []token) bool {
	if len(ts) == 0 {
		return false
	}
	first := ts[0].form
	switch {
	case strings.HasPrefix(first, "настоящ"), first == "контроль", first == "опубликовать", first == "утвердить", first == "обеспечить", first == "поручить", first == "направить", first == "разместить":
		return true
	}
	speaks, self := false, false
	for i, t := range ts {
		if t.class != word {
			continue
		}
		switch t.form {
		case "вводится", "вводятся", "вступает", "вступают", "распространяется", "распространяются", "прекращает", "прекращают":
			speaks = true
		case "обеспечить", "принять", "привести", "возложить", "довести", "разработать", "размещение", "опубликование":
			return !ruMeans(ts)
		}
		self = self || strings.HasPrefix(t.form, "настоящ") && i+1 < len(ts)
	}
	return speaks && self
}

// ruOtherText reports whether a change is made to the text in another language
// only: «внесено изменение в текст на государственном языке, текст на русском
// языке не изменяется».
func ruOtherText(ts []token) bool {
	var b strings.Builder
	for _, t := range ts {
		if t.class == word {
			b.WriteString(t.form)
			b.WriteByte(' ')
		}
	}
	s := b.String()
	return strings.Contains(s, "текст на русском языке не ") || strings.Contains(s, "текст на казахском языке не ") || strings.Contains(s, "текст на государственном языке не ")
}

// day reads «1 января 2027 года» or «01.01.2027».
func (p *russianReader) day() (string, bool) {
	lo := p.at
	if p.peek(0).class != number {
		return "", false
	}
	p.at++
	if p.peek(0).class == word && p.peek(1).class == number {
		p.at += 2
	}
	if f := p.peek(0).form; f == "года" || f == "г" {
		p.at++
		if f == "г" {
			p.take(".")
		}
	}
	_, day := parse.Requisites(p.text(lo, p.at))
	return day, day != ""
}

var (
	ruEnters = lazy.New(`(?i)ввод[ия]тся в действие|введени\S+ в действие|вступа[ею]т в (?:законную )?силу|ввести в действие`)
	ruExcept = lazy.New(`(?i),?\s*(?:за исключением|кроме)\s+`)
	ruWhich  = lazy.New(`(?i),?\s*котор\p{L}+\s+(?:ввод[ия]тся в действие|вступа[ею]т в (?:законную )?силу)`)
	ruAnd    = lazy.New(`,?\s+(?:и|а также)\s+|;\s*`)
	// «за исключением положений, для которых настоящей статьей установлены иные сроки …»
	ruElsewhere = lazy.New(`(?i)установлен\p{L}*\s+ин\p{L}+\s+(?:срок|порядок)`)
	ruPassed    = lazy.New(`(?i)(?:по истечении|через|спустя)\s+(?:(\d+|\p{L}+(?:\s+\p{L}+){0,2}?)\s+)?(?:\([^)]*\)\s*)?(месяц\p{L}*|год\p{L}*|лет|(?:(календарн\p{L}+|рабоч\p{L}+)\s+)?дн\p{L}+|дней)`)
	ruFromDay   = lazy.New(`(?i)со дня (?:его |ее |их )?(?:первого )?(официального )?(опубликования|подписания|принятия)`)
	ruFromDate  = lazy.New(`(?i)(?:^|\s)с\s+(\d{1,2}\s+\p{L}+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})`)
)

// russianEffect reads when a draft comes into force: «вводится в действие с 1
// января 2027 года, за исключением пункта 3 статьи 1, который вводится в действие
// с 1 июля 2027 года».
func russianEffect(s string) (f force, says bool) {
	m := ruEnters.FindStringIndex(s)
	if m == nil {
		return f, false
	}
	pieces := ruExcept.Split(s[m[1]:], -1)
	e, ok := ruEffect(pieces[0])
	if ws := ruPlaces(s[:m[0]]); len(ws) > 0 { // «Пункт 3 статьи 1 настоящего Закона вводится …»
		return force{except: []exception{{ws, e}}, unclear: !ok}, true
	}
	f.Effect, f.unclear = e, !ok
	for _, piece := range pieces[1:] {
		if !f.exceptions(piece) && !ruElsewhere.MatchString(piece) {
			f.unclear = true
		}
	}
	return f, true
}

// exceptions reads «пункта 3 статьи 1, который вводится в действие с …, и пункта
// 4, который …». It is false if there are none, or one is not understood.
func (f *force) exceptions(piece string) bool {
	at, ok := 0, false
	for _, w := range ruWhich.FindAllStringIndex(piece, -1) {
		if w[0] < at {
			continue
		}
		end := len(piece)
		if next := ruWhich.FindStringIndex(piece[w[1]:]); next != nil {
			end = w[1] + next[0]
		}
		x, known := ruEffect(piece[w[1]:end])
		ws := ruPlaces(piece[at:w[0]])
		if !known || len(ws) == 0 {
			return false
		}
		f.except, ok = append(f.except, exception{ws, x}), true
		at = w[1]
		if i := ruAnd.FindStringIndex(piece[at:end]); i != nil && end < len(piece) { // «…, и пункта 4, который …»
			at += i[1]
		}
	}
	return ok
}

// ruPlaces reads the provisions of the draft that a text names, nil if it names
// none or says more than that.
func ruPlaces(s string) []Where {
	ts, _ := tokens(s, nested)
	p := &russianReader{ts: ts, src: s, nest: nester{deep: true}}
	for p.comma() || p.take("и") {
	}
	ws, _, ok := p.address(ruPlain|ruGenitive, p.nest)
	if !ok {
		return nil
	}
	return ws
}

// ruEffect reads a time.
func ruEffect(s string) (Effect, bool) {
	var e Effect
	date := ruFromDate.FindStringSubmatchIndex(s)
	passed := ruPassed.FindStringSubmatchIndex(s)
	from := ruFromDay.FindStringSubmatch(s)
	switch {
	case passed != nil && (date == nil || passed[0] < date[0]):
		n := 1 // «по истечении месяца»
		if passed[2] >= 0 {
			n = count(s[passed[2]:passed[3]], russianNumerals)
		}
		switch unit := fold(s[passed[4]:passed[5]]); {
		case strings.HasPrefix(unit, "месяц"):
			e.Months = n
		case strings.HasPrefix(unit, "год"), unit == "лет":
			e.Months = 12 * n
		default:
			e.Days = n
		}
		e.Working = passed[6] >= 0 && strings.HasPrefix(fold(s[passed[6]:passed[7]]), "рабоч")
		e.Published = strings.Contains(fold(s), "опубликован")
		return e, e.Days+e.Months > 0
	case date != nil:
		_, e.Date = parse.Requisites(s[date[2]:date[3]])
		return e, e.Date != ""
	case from != nil:
		e.Published = strings.HasPrefix(fold(from[2]), "опубликован")
		return e, true
	}
	return Effect{}, false
}
