package norm

import (
	"fmt"
	"strings"
)

// A Deadline is a time that a norm sets: «в течение десяти рабочих дней», «не
// позднее 1 мая», «ежегодно».
type Deadline struct {
	Rule Rule
	N    int    // how many units; of Every how many times
	Unit Span   // for At the month is in Date
	Days Days   // working or calendar
	Date string // «05-01», the first of May
	Lo   int    // bytes of the text
	Hi   int
}

// A Rule is how a time is set.
type Rule string

// The rules of deadlines.
const (
	Within Rule = "within" // в течение, в срок, не позднее чем через
	Before Rule = "before" // за десять дней до, не позднее чем за
	After  Rule = "after"  // по истечении
	By     Rule = "by"     // до 1 мая, не позднее 1 мая
	Every  Rule = "every"  // ежегодно, два раза в год
	AtOnce Rule = "at_once"
)

// A Span is a unit of time.
type Span string

// The units of time.
const (
	Hour    Span = "hour"
	Day     Span = "day"
	Week    Span = "week"
	Month   Span = "month"
	Quarter Span = "quarter"
	Half    Span = "half-year"
	Year    Span = "year"
)

// Days says which days count.
type Days string

// The kinds of days. An act that says neither leaves it open.
const (
	Working  Days = "working"
	Calendar Days = "calendar"
)

// Key is equal for deadlines that are the same to a reader: «десять рабочих
// дней» and «10 рабочих дней».
func (d Deadline) Key() string {
	return fmt.Sprint(d.Rule, " ", d.N, " ", d.Unit, " ", d.Days, " ", d.Date)
}

var spans = map[string]Span{
	"час": Hour, "часа": Hour, "часов": Hour, "день": Day, "дня": Day, "дней": Day, "дни": Day, "сутки": Day, "суток": Day,
	"неделя": Week, "неделю": Week, "недели": Week, "недель": Week, "месяц": Month, "месяца": Month, "месяцев": Month,
	"квартал": Quarter, "квартала": Quarter, "полугодие": Half, "полугодия": Half, "год": Year, "года": Year, "лет": Year, "году": Year,
}

var months = map[string]int{"января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8,
	"сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
	"қаңтар": 1, "ақпан": 2, "наурыз": 3, "сәуір": 4, "мамыр": 5, "маусым": 6, "шілде": 7, "тамыз": 8, "қыркүйек": 9, "қазан": 10, "қараша": 11, "желтоқсан": 12}

var every = map[string]Span{"ежечасно": Hour, "ежедневно": Day, "ежедневном": Day, "еженедельно": Week, "ежемесячно": Month, "ежеквартально": Quarter, "ежегодно": Year}

var dayKinds = map[string]Days{"рабочих": Working, "рабочий": Working, "рабочего": Working, "рабочие": Working,
	"календарных": Calendar, "календарный": Calendar, "календарного": Calendar, "календарные": Calendar}

// openings of deadlines, longest first, and the rule that they set if a number
// and a unit of time follow.
var openings = []struct {
	rule  Rule
	words []string
}{
	{Before, strings.Fields("не позднее чем за")}, {Before, strings.Fields("не менее чем за")}, {Before, strings.Fields("не ранее чем за")},
	{Before, strings.Fields("не позднее за")},
	{Within, strings.Fields("не позднее чем через")}, {Within, strings.Fields("не позднее")}, {Within, strings.Fields("в срок не позднее")},
	{Within, strings.Fields("в срок не более")}, {Within, strings.Fields("в срок до")}, {Within, strings.Fields("в срок не превышающий")},
	{Within, strings.Fields("сроком до")}, {Within, strings.Fields("в течение не более")}, {Within, strings.Fields("в течение не более чем")},
	{Within, strings.Fields("в течение последующих")}, {Within, strings.Fields("в течение последних")},
	{Within, strings.Fields("в течение")}, {Within, strings.Fields("в срок")}, {Within, strings.Fields("в период до")},
	{Within, strings.Fields("до истечения")}, {After, strings.Fields("по истечении")}, {After, strings.Fields("через")}, {After, strings.Fields("со дня истечения")},
	{Before, strings.Fields("за")},
}

// Deadlines returns the times that a text sets, in order.
func (s *Text) Deadlines() []Deadline {
	if s.lang == "kk" {
		return s.kazakhDeadlines()
	}
	var out []Deadline
	for i := 0; i < len(s.words); {
		d, end, ok := s.deadline(i)
		if !ok {
			i++
			continue
		}
		d.Lo, d.Hi = s.words[i].Lo, s.words[end-1].Hi
		if d.Rule == Every && s.form(i-2) == "не" && (s.form(i-1) == "реже" || s.form(i-1) == "чаще" || s.form(i-1) == "менее" || s.form(i-1) == "более") {
			d.Lo = s.words[i-2].Lo
		}
		out = append(out, d)
		i = end
	}
	return out
}

func (s *Text) deadline(i int) (Deadline, int, bool) {
	w := s.form(i)
	if u, ok := every[w]; ok {
		return Deadline{Rule: Every, N: 1, Unit: u}, i + 1, true
	}
	switch w {
	case "незамедлительно", "немедленно", "безотлагательно":
		return Deadline{Rule: AtOnce}, i + 1, true
	case "в":
		if n, u, days, end, ok := s.dayLong(i + 1); ok {
			return Deadline{Rule: Within, N: n, Unit: u, Days: days}, end, true
		}
	}
	if d, end, ok := s.times(i); ok {
		return d, end, true
	}
	// The longest opening that fits.
	var best Deadline
	end := 0
	for _, o := range openings {
		if !s.says(i, o.words) {
			continue
		}
		from := i + len(o.words)
		if n, u, days, to, ok := s.amount(from); ok && to > end {
			best, end = Deadline{Rule: o.rule, N: n, Unit: u, Days: days}, to
		}
	}
	if end > 0 {
		if best.Rule == Before && s.form(i) == "за" && s.form(end) != "до" {
			return Deadline{}, 0, false // «за три года»: a period that is counted, no deadline
		}
		return best, end, true
	}
	// до 1 мая, не позднее 1 мая
	from := 0
	switch {
	case w == "до":
		from = i + 1
	case s.says(i, []string{"не", "позднее"}), s.says(i, []string{"не", "позже"}):
		from = i + 2
	}
	if from > 0 {
		if date, to, ok := s.date(from); ok {
			return Deadline{Rule: By, Date: date}, to, true
		}
	}
	return Deadline{}, 0, false
}

// amount reads «десяти рабочих дней», «одного месяца», «месяца».
func (s *Text) amount(i int) (n int, u Span, days Days, end int, ok bool) {
	n, end, ok = s.numberAt(i)
	if !ok {
		n, end = 1, i
	}
	for k := end; k < min(len(s.words), end+2); k++ {
		w := s.form(k)
		if d, known := dayKinds[w]; known && days == "" {
			days = d
			continue
		}
		if w == "полных" || w == "последующих" || w == "банковских" || w == "операционных" || w == "календарного" {
			continue
		}
		if u, known := spans[w]; known {
			if !ok && (u == Day || u == Hour || u == Year && w != "года") && days == "" {
				return 0, "", "", 0, false // «в течение дня», «лет» without a number
			}
			return n, u, days, k + 1, true
		}
		break
	}
	return 0, "", "", 0, false
}

// dayLong reads «десятидневный срок», «15-дневный срок», «месячный срок».
func (s *Text) dayLong(i int) (n int, u Span, days Days, end int, ok bool) {
	if d, known := dayKinds[s.form(i)]; known {
		days = d
		i++
	}
	w := s.form(i)
	if end = i + 1; !strings.HasPrefix(s.form(end), "срок") {
		if d, known := dayKinds[s.form(end)]; known && strings.HasPrefix(s.form(end+1), "срок") {
			days = d
			end++
		} else {
			return 0, "", "", 0, false
		}
	}
	for tail, span := range map[string]Span{"часовой": Hour, "дневный": Day, "недельный": Week, "месячный": Month, "годичный": Year, "годовой": Year} {
		head, found := strings.CutSuffix(w, tail)
		if !found {
			continue
		}
		head = strings.TrimSuffix(head, "-")
		switch {
		case head == "":
			return 1, span, days, end + 1, true
		case head == "полутора":
			return 0, "", "", 0, false
		}
		if n, _, ok := Read(head, "ru").numberAt(0); ok {
			return n, span, days, end + 1, true
		}
		for k := 1; k < len(head); k++ { // сорокапяти
			if a, known := numberWords[head[:k]]; known && a >= 20 {
				if b, known := numberWords[head[k:]]; known && b < 10 {
					return a + b, span, days, end + 1, true
				}
			}
		}
	}
	return 0, "", "", 0, false
}

// times reads «раз в год», «не реже двух раз в год», «один раз в три года».
func (s *Text) times(i int) (Deadline, int, bool) {
	n, at, ok := s.numberAt(i)
	if !ok {
		n, at = 1, i
	}
	if w := s.form(at); w != "раз" && w != "раза" {
		return Deadline{}, 0, false
	}
	if s.form(at+1) != "в" {
		return Deadline{}, 0, false
	}
	many, end, ok := s.numberAt(at + 2)
	if !ok {
		many, end = 1, at+2
	}
	u, known := spans[s.form(end)]
	if !known {
		return Deadline{}, 0, false
	}
	d := Deadline{Rule: Every, N: n, Unit: u}
	if many > 1 {
		d.Date = fmt.Sprint("/", many)
	}
	return d, end + 1, true
}

// date reads «1 мая», «первого мая».
func (s *Text) date(i int) (string, int, bool) {
	w := s.form(i)
	day := 0
	if w == "первого" {
		day = 1
	} else if n, end, ok := s.numberAt(i); ok && end == i+1 && n <= 31 {
		day = n
	}
	m, known := months[s.form(i+1)]
	if day == 0 || !known {
		return "", 0, false
	}
	end := i + 2
	// A date with its year is a day of history, not a term that comes again.
	if f := s.form(end); len(f) == 4 && f >= "1900" && f <= "2100" {
		return "", 0, false
	}
	return fmt.Sprintf("%02d-%02d", m, day), end, true
}

// kazakhDeadlines reads «он жұмыс күні ішінде», «1 мамырдан кешіктірмей»,
// «жыл сайын».
func (s *Text) kazakhDeadlines() []Deadline {
	stem := func(i int) Span {
		for prefix, u := range map[string]Span{"күн": Day, "ай": Month, "жыл": Year, "апта": Week, "сағат": Hour, "тоқсан": Quarter} {
			if w := s.form(i); w == prefix || strings.HasPrefix(w, prefix) && len([]rune(w)) <= len([]rune(prefix))+4 {
				return u
			}
		}
		return ""
	}
	kind := map[string]Days{"жұмыс": Working, "күнтізбелік": Calendar}
	var out []Deadline
	add := func(d Deadline, lo, hi int) {
		d.Lo, d.Hi = s.words[lo].Lo, s.words[hi].Hi
		out = append(out, d)
	}
	for i := range s.words {
		switch w := s.form(i); {
		case w == "сайын" && i > 0 && stem(i-1) != "":
			add(Deadline{Rule: Every, N: 1, Unit: stem(i - 1)}, i-1, i)
		case w == "рет" && i > 0:
			n, _, ok := s.numberAt(i - 1)
			for k := i - 2; ok && k >= max(0, i-4); k-- { // «жылына кемінде екі рет»
				if strings.HasSuffix(s.form(k), "ына") || strings.HasSuffix(s.form(k), "іне") {
					if u := stem(k); u != "" {
						add(Deadline{Rule: Every, N: n, Unit: u}, k, i)
						break
					}
				}
			}
		case w == "дереу":
			add(Deadline{Rule: AtOnce}, i, i)
		case w == "ішінде" && i > 0 && stem(i-1) != "":
			d := Deadline{Rule: Within, N: 1, Unit: stem(i - 1)}
			at := i - 2
			if k, ok := kind[s.form(at)]; ok {
				d.Days = k
				at--
			}
			lo := at + 1
			for k := max(0, at-2); k <= at; k++ { // «жиырма бес»
				if n, end, ok := s.numberAt(k); ok && end == at+1 {
					d.N, lo = n, k
					break
				}
			}
			if lo > at && d.Unit == Day {
				continue // «күн ішінде» without a number
			}
			if k, ok := kind[s.form(lo-1)]; ok {
				d.Days = k
				lo--
			}
			add(d, lo, i)
		case w == "кешіктірмей" && i > 1:
			for name, m := range months {
				if strings.HasPrefix(s.form(i-1), name) {
					if n, end, ok := s.numberAt(i - 2); ok && end == i-1 && n <= 31 {
						add(Deadline{Rule: By, Date: fmt.Sprintf("%02d-%02d", m, n)}, i-2, i)
					}
					break
				}
			}
		}
	}
	return out
}

// A Quantity is a number of something: «не менее десяти человек».
type Quantity struct {
	N      int
	Of     string // the stem of what is counted
	Lo, Hi int
}

// Quantities returns the numbers of things that a text names. Times, dates,
// and the numbers of provisions and acts are none.
func (s *Text) Quantities() []Quantity {
	if s.lang == "kk" {
		return nil
	}
	taken := make([]bool, len(s.text)+1)
	for _, d := range s.Deadlines() {
		for k := d.Lo; k < d.Hi; k++ {
			taken[k] = true
		}
	}
	var out []Quantity
	for i := 0; i < len(s.words); i++ {
		n, end, ok := s.numberAt(i)
		if !ok || taken[s.words[i].Lo] {
			continue
		}
		if n >= 1900 && n <= 2100 && spans[s.form(end)] == Year {
			continue // a year of the calendar
		}
		if end < len(s.words) && !s.parted(end) && !numbered[s.form(i-1)] && !s.listed(i) && (end > i+1 || n != 1 || s.form(i)[0] < 128) {
			of := end
			for of < len(s.words)-1 && !s.parted(of+1) && hasSuffix(s.form(of), "ых", "их", "ого", "ой", "кратного", "кратный") {
				of++
			}
			if w := s.form(of); len([]rune(w)) > 2 && !function[w] && months[w] == 0 && !strings.ContainsAny(w[:1], "0123456789") {
				out = append(out, Quantity{n, s.words[of].Stem, s.words[i].Lo, s.words[of].Hi})
			}
		}
		i = end - 1
	}
	return out
}

// listed reports whether a number goes on a list of numbers, «пунктами 2 и 3».
func (s *Text) listed(i int) bool {
	at := i - 1
	if w := s.form(at); w == "и" || w == "или" {
		at--
	}
	figure := func(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }
	return figure(s.form(i)) && figure(s.form(at))
}

// numbered words have a number behind them that counts nothing.
var numbered = set(`статья статьи статье статьей статьями статью статьях статей пункт пункта пункте пункты пунктом пунктами пунктов пунктах подпункт подпункта
	подпункты подпунктом подпунктами подпунктов подпунктах подпункте часть части частью частями частей глава главы главе раздел раздела
	приложение приложения приложению абзац абзаца абзацем № n`)
