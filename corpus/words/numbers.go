package words

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Numbers in words have the stem of their digits: «десяти» has 10, «десятого»
// 10-й as «10-го» has, «десятидневный» 10-дневн as «10-дневный» has. A number
// of several words, or one that is said twice as «10 (десяти)», is joined into
// one by [Numbers].

// Numbers joins the words that make one number, and returns the words with
// their places counted anew: «двадцати пяти» is a compound as «5-10» is one,
// with the stem 25, and its parts keep their written form only, so that who
// looks for «пять дней» doesn't find «двадцать пять дней». «10 (десяти)» is a
// compound with the stem 10, found and counted once. «Двух третей» and «2/3»
// have the stem 2/3. The words must be those of Split or Append of the same
// text and language, from its beginning; ws may be overwritten.
func Numbers(ws []Word, text, lang string) []Word {
	kazakh := lang == "kk"
	first := -1
	for i := range ws {
		if isNumber(&ws[i]) {
			if n, _ := numberAt(ws[i:], text, kazakh); n > 0 {
				first = i
				break
			}
		}
	}
	if first < 0 {
		return ws
	}
	out := append(make([]Word, 0, len(ws)+8), ws[:first]...)
	shift := 0
	for i := first; i < len(ws); {
		if isNumber(&ws[i]) {
			if n, stem := numberAt(ws[i:], text, kazakh); n > 0 {
				out = appendNumber(out, ws[i:i+n], text, stem, ws[i].Pos-shift)
				shift += ws[i+n-1].Pos - ws[i].Pos
				i += n
				continue
			}
		}
		w := ws[i]
		w.Pos -= shift
		out = append(out, w)
		i++
	}
	return out
}

// appendNumber appends the compound of ws, and ws as its parts.
func appendNumber(out, ws []Word, text, stem string, pos int) []Word {
	lo, hi := ws[0].Lo, ws[len(ws)-1].Hi
	if hi < len(text) && text[hi] == ')' && strings.IndexByte(text[lo:hi], '(') >= 0 {
		hi++
	}
	out = append(out, Word{Lo: lo, Hi: hi, Stem: stem, Pos: pos})
	part := 0
	for _, w := range ws {
		if w.Part > 0 {
			continue
		}
		part++
		w.Pos, w.Part, w.Stem = pos, part, ""
		out = append(out, w)
	}
	out[len(out)-1].Last = true
	return out
}

// isNumber reports whether a word may begin a number of several words.
func isNumber(w *Word) bool {
	return w.Part == 0 && w.Stem != "" && w.Stem[0] >= '0' && w.Stem[0] <= '9'
}

// numberAt returns how many words, parts included, make the number that begins
// with the first of ws, and its stem; 0 if it is of one word.
func numberAt(ws []Word, text string, kazakh bool) (int, string) {
	if n, fraction := slash(ws, text); n > 0 {
		return n, fraction
	}
	n, stem := inWords(ws, text, kazakh)
	if n == 0 { // digits
		n, stem = whole(ws), ws[0].Stem
	}
	if m := again(ws[n:], text, ws[n-1].Hi, stem, kazakh); m > 0 {
		return n + m, stem
	}
	if n == whole(ws) {
		return 0, ""
	}
	return n, stem
}

// again returns how many words say the number before them once more, in
// brackets.
func again(ws []Word, text string, lo int, stem string, kazakh bool) int {
	const space = " \u00a0"
	if len(ws) == 0 || !isNumber(&ws[0]) || strings.TrimLeft(text[lo:ws[0].Lo], space) != "(" {
		return 0
	}
	n, same := inWords(ws, text, kazakh)
	if n == 0 {
		n, same = whole(ws), ws[0].Stem
	}
	if same != stem || !strings.HasPrefix(strings.TrimLeft(text[ws[n-1].Hi:], space), ")") {
		return 0
	}
	return n
}

// whole counts a word and its parts.
func whole(ws []Word) int {
	n := 1
	for n < len(ws) && ws[n].Part > 0 {
		n++
	}
	return n
}

// slash reads «2/3».
func slash(ws []Word, text string) (int, string) {
	if len(ws) < 2 || ws[1].Part > 0 || text[ws[0].Hi:ws[1].Lo] != "/" {
		return 0, ""
	}
	a, b := ws[0].Form, ws[1].Form
	if len(a) != 1 || len(b) != 1 || a >= b || b > "9" || len(ws) > 2 && text[ws[1].Hi:ws[2].Lo] == "/" || strings.HasSuffix(text[:ws[0].Lo], "/") {
		return 0, ""
	}
	return 2, a + "/" + b
}

// inWords reads a number in words: how many, and its stem. It returns 0 if the
// first word is digits.
//
//	тысяча двести двадцать пять   екі жүз жиырма бес   двадцать пятый   двух третей   үштен екісі
func inWords(ws []Word, text string, kazakh bool) (int, string) {
	if isDigit(rune(ws[0].Form[0])) {
		return 0, ""
	}
	total, group, room := 0, 0, 1000 // room: what follows must be less
	n, value, stem := 0, 0, ws[0].Stem
	for i := range ws {
		w := &ws[i]
		if i+1 < len(ws) && ws[i+1].Part > 0 {
			break // a compound, as «двух-трех»
		}
		if i > 0 && (w.Part > 0 || !spaces(text[ws[i-1].Hi:w.Lo]) || isDigit(rune(w.Form[0]))) {
			break
		}
		if size := multiplier(w, kazakh); size > 0 && group > 0 && group < size {
			if size == 100 {
				group *= size
				room = 100
			} else {
				total += group * size
				group, room = 0, 1000
			}
			n, value = i+1, total+group
			stem = strconv.Itoa(value)
			continue
		}
		if i > 0 && value > 0 && value < 10 && total == 0 {
			if d := denominator(w); d > value {
				return i + 1, strconv.Itoa(value) + "/" + strconv.Itoa(d)
			}
		}
		digits, ordinal := strings.CutSuffix(w.Stem, "-й")
		v, err := strconv.Atoi(digits)
		if err != nil {
			break
		}
		if i > 0 && kazakh && value < v+10 && v < value && n == 1 && ablative(ws[0].Form) {
			return i + 1, strconv.Itoa(v) + "/" + strconv.Itoa(value)
		}
		if v == 0 || v >= room {
			break
		}
		group += v
		n, value = i+1, total+group
		stem = strconv.Itoa(value)
		if ordinal {
			return n, stem + "-й"
		}
		room = roomAfter(v, kazakh)
	}
	if n == 0 {
		n = whole(ws)
	}
	return n, stem
}

// roomAfter returns what a word behind the number v must be less than: units
// follow tens, tens and units hundreds.
func roomAfter(v int, kazakh bool) int {
	switch {
	case v >= 1000:
		return 1000
	case v%100 == 0:
		return 100
	case v%10 == 0 && (v > 10 || kazakh):
		return 10
	}
	return 0
}

// multiplier returns what the word multiplies the number before it by.
func multiplier(w *Word, kazakh bool) int {
	switch {
	case w.Stem == "тысяч", w.Stem == "1000" && kazakh:
		return 1000
	case w.Stem == "миллион":
		return 1_000_000
	case w.Stem == "100" && kazakh:
		return 100
	}
	return 0
}

// denominator returns what a fraction is of: «трети» 3, «пятых» 5.
func denominator(w *Word) int {
	switch {
	case w.Stem == "треть":
		return 3
	case w.Stem == "четверт":
		return 4
	case strings.HasSuffix(w.Form, "ых"):
		if digits, ok := strings.CutSuffix(w.Stem, "-й"); ok {
			d, _ := strconv.Atoi(digits)
			return d
		}
	}
	return 0
}

// ablative reports whether a Kazakh form is in the case of «үштен».
func ablative(form string) bool {
	for _, e := range [...]string{"нан", "нен", "дан", "ден", "тан", "тен"} {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}

func spaces(s string) bool {
	if s == "" {
		return false
	}
	for _, r := range s {
		if !isSpace(r) {
			return false
		}
	}
	return true
}

// Number reports whether a text is one number of several words, as «двадцати
// пяти», «жиырма бес», «10 (десяти)» or «2/3», and returns the form whose stem
// it has.
func Number(text string) (form string, ok bool) {
	for _, lang := range [...]string{"ru", "kk"} {
		ws := Split(text, lang)
		if len(ws) < 2 || !isNumber(&ws[0]) {
			continue
		}
		n, stem := numberAt(ws, text, lang == "kk")
		if n == 0 || n < len(ws) {
			continue
		}
		if strings.Contains(stem, "/") {
			return stem, true
		}
		// What is said twice is said by its beginning.
		m, _ := inWords(ws, text, lang == "kk")
		return formOf(ws[:max(m, 1)]), true
	}
	return "", false
}

// formOf is the form of a number of several words.
func formOf(ws []Word) string {
	forms := make([]string, 0, len(ws))
	for _, w := range ws {
		if w.Part == 0 {
			forms = append(forms, w.Form)
		}
	}
	return strings.Join(forms, " ")
}

// stemOfNumber returns the stem of a number of several words.
func stemOfNumber(form string, l lang) string {
	ws := Split(form, [...]string{"ru", "kk", "en"}[l])
	if len(ws) > 1 && isNumber(&ws[0]) {
		if n, stem := numberAt(ws, form, l == kazakhLang); n == len(ws) {
			return stem
		}
	}
	return form
}

// digitsWith returns the stem of digits with an ending: «2-го» and «2-ші» 2-й,
// «3-х» 3.
func digitsWith(digits, ending string) (string, bool) {
	switch ending {
	case "й", "я", "е", "го", "му", "м", "ю", "ой", "ый", "ая", "ое", "ые", "ых", "ым", "ші", "шы", "нші", "ншы", "інші", "ыншы":
		return digits + "-й", true
	case "х", "ти", "и", "ми", "мя":
		return digits, true
	}
	return "", false
}

// Roots of words as «десятидневный», in which a number is put first.
var numbered = [...]string{"дневн", "суточн", "часов", "минутн", "недельн", "месячн", "летн", "годичн", "кратн", "процентн"}

// numberFirst returns the stem of «десятидневный», as «10-дневный» has it.
func numberFirst(form string) (string, bool) {
	for _, root := range numbered {
		i := strings.Index(form, root)
		if i <= 0 {
			continue
		}
		if utf8.RuneCountInString(form[i+len(root):]) > 3 {
			return "", false
		}
		before := form[:i]
		switch before {
		case "дву":
			before = "двух"
		case "одно", "сто", "девяносто":
		default:
			if !strings.HasSuffix(before, "и") && !strings.HasSuffix(before, "х") && before != "сорока" {
				return "", false
			}
		}
		n, _ := excepted(before)
		if n == "" || n[0] < '0' || n[0] > '9' || strings.HasSuffix(n, "й") {
			return "", false
		}
		return n + "-" + root, true
	}
	return "", false
}

// Kazakh numbers by what each of their forms begins with.
var kazakhNumbers = map[string]string{
	"бір": "1", "екі": "2", "үш": "3", "төрт": "4", "бес": "5", "алты": "6", "жеті": "7", "сегіз": "8", "тоғыз": "9",
	"он": "10", "жиырма": "20", "отыз": "30", "қырық": "40", "елу": "50", "алпыс": "60", "жетпіс": "70",
	"сексен": "80", "тоқсан": "90", "жүз": "100", "мың": "1000",
	"екеу": "2", "үшеу": "3", "төртеу": "4", "бесеу": "5",
	"бірінші": "1-й", "екінші": "2-й", "үшінші": "3-й", "төртінші": "4-й", "бесінші": "5-й", "алтыншы": "6-й",
	"жетінші": "7-й", "сегізінші": "8-й", "тоғызыншы": "9-й", "оныншы": "10-й", "жиырмасыншы": "20-й",
	"отызыншы": "30-й", "қырқыншы": "40-й", "елуінші": "50-й",
}

// kazakhNumber returns the stem of a number, whatever its case and possessive.
// «Жүзінде» and «оны» are other words.
func kazakhNumber(form string) (string, bool) {
	if n, ok := possessedNumber(form); ok {
		return n, true
	}
	for _, s := range kazakhCases {
		for _, ending := range [...]string{s.back, s.front} {
			if base, ok := strings.CutSuffix(form, ending); ok {
				if n, ok := possessedNumber(base); ok {
					return n, true
				}
			}
		}
	}
	return "", false
}

func possessedNumber(form string) (string, bool) {
	if n, ok := kazakhNumbers[form]; ok {
		return n, true
	}
	for _, ending := range [...]string{"сі", "сы", "і", "ы"} { // екісі
		if base, ok := strings.CutSuffix(form, ending); ok && base != "он" && base != "жүз" {
			if n, ok := kazakhNumbers[base]; ok {
				return n, true
			}
		}
	}
	return "", false
}
