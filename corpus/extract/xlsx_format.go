package extract

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// A numberFormat is a format code of a spreadsheet, «# ##0,00» as it is written
// in the file: #,##0.00. Its sections are for positive, negative, zero, text.
type numberFormat struct {
	sections []formatSection
	russian  bool // a comma before decimals, a space between thousands, Russian months
}

type formatSection struct {
	tokens []formatToken
	limit  func(float64) bool // [>=100]; nil without one
	date   bool
	text   bool // has @
	days   bool // names a day: months are in the genitive, «1 мая»
}

// A formatToken is a piece of a section. Its kind:
//
//	"   text that stands for itself
//	0 # ?   a digit
//	. , % E / @   as they are
//	G   General
//	y m d h s   parts of dates; M minutes; H N S hours, minutes, seconds in all
//	a   AM/PM
//	f   parts of a second
type formatToken struct {
	kind byte
	text string // of ", the run of other letters
}

// builtIn are the formats that files call by number alone.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm",
	37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// builtInRussian are those that look otherwise on a Russian system.
var builtInRussian = map[int]string{14: "dd.mm.yyyy", 15: "dd.mmm.yy", 16: "dd.mmm", 17: "mmm.yy", 18: "h:mm", 19: "h:mm:ss", 22: "dd.mm.yyyy h:mm"}

// parseFormat reads a format code; an empty one is General.
func parseFormat(code string, russian bool) *numberFormat {
	f := &numberFormat{russian: russian}
	if len(code) > 255 { // the limit of the programs
		code = ""
	}
	for _, s := range splitFormat(code) {
		if s == "" && code != "" { // shows nothing
			f.sections = append(f.sections, formatSection{})
			continue
		}
		f.sections = append(f.sections, parseSection(s, russian))
	}
	return f
}

// splitFormat cuts a code at the semicolons that are no text.
func splitFormat(code string) []string {
	var parts []string
	start, quoted, bracket := 0, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case c == ';' && !bracket:
			parts = append(parts, code[start:i])
			start = i + 1
		}
	}
	return append(parts, code[start:])
}

func parseSection(code string, russian bool) formatSection {
	var s formatSection
	rs := []rune(code)
	lit := func(t string) { s.tokens = append(s.tokens, formatToken{'"', t}) }
	if strings.EqualFold(code, "general") || code == "" {
		s.tokens = append(s.tokens, formatToken{'G', ""})
		return s
	}
	for i := 0; i < len(rs); i++ {
		c := rs[i]
		switch {
		case c == '"':
			j := i + 1
			for j < len(rs) && rs[j] != '"' {
				j++
			}
			lit(string(rs[i+1 : min(j, len(rs))]))
			i = j
		case c == '\\' && i+1 < len(rs):
			i++
			lit(string(rs[i]))
		case c == '_' && i+1 < len(rs): // a space as wide as the next character
			i++
			lit(" ")
		case c == '*' && i+1 < len(rs): // fills the cell with the next character
			i++
		case c == '[':
			j := i + 1
			for j < len(rs) && rs[j] != ']' {
				j++
			}
			s.bracket(string(rs[i+1 : min(j, len(rs))]))
			i = j
		case strings.ContainsRune("0#?.,%@", c):
			s.tokens = append(s.tokens, formatToken{byte(c), ""})
			s.text = s.text || c == '@'
		case (c == 'E' || c == 'e') && i+1 < len(rs) && (rs[i+1] == '+' || rs[i+1] == '-'):
			i++
			s.tokens = append(s.tokens, formatToken{'E', string(rs[i])})
		case hasFold(rs[i:], "general"):
			s.tokens = append(s.tokens, formatToken{'G', ""})
			i += len("general") - 1
		case hasFold(rs[i:], "am/pm"):
			s.tokens, s.date = append(s.tokens, formatToken{'a', ""}), true
			i += len("am/pm") - 1
		case hasFold(rs[i:], "a/p"):
			s.tokens, s.date = append(s.tokens, formatToken{'a', ""}), true
			i += len("a/p") - 1
		case strings.ContainsRune("yYmMdDhHsS", c):
			j := i
			for j < len(rs) && unicode.ToLower(rs[j]) == unicode.ToLower(c) {
				j++
			}
			s.tokens, s.date = append(s.tokens, formatToken{byte(unicode.ToLower(c)), strings.ToLower(string(rs[i:j]))}), true
			i = j - 1
		case c == '/':
			s.tokens = append(s.tokens, formatToken{'/', ""})
		default:
			lit(string(c))
		}
	}
	if s.date {
		s.dates(russian)
	}
	return s
}

func hasFold(rs []rune, word string) bool {
	return len(rs) >= len(word) && strings.EqualFold(string(rs[:len(word)]), word)
}

// bracket takes what stands in [ ]: a condition, a currency, a count of hours;
// colours and languages say nothing.
func (s *formatSection) bracket(in string) {
	low := strings.ToLower(in)
	switch {
	case strings.HasPrefix(in, "$"):
		sign, tongue, _ := strings.Cut(in[1:], "-")
		if sign != "" {
			s.tokens = append(s.tokens, formatToken{'"', sign})
		} else if strings.EqualFold(tongue, "f800") || strings.EqualFold(tongue, "x-sysdate") {
			s.date = true
		}
	case low != "" && strings.Trim(low, low[:1]) == "" && strings.Contains("hms", low[:1]):
		s.tokens, s.date = append(s.tokens, formatToken{map[byte]byte{'h': 'H', 'm': 'N', 's': 'S'}[low[0]], low}), true
	case strings.HasPrefix(in, "<") || strings.HasPrefix(in, ">") || strings.HasPrefix(in, "="):
		n := strings.TrimLeft(in, "<>=")
		v, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return
		}
		op := in[:len(in)-len(n)]
		s.limit = func(x float64) bool {
			switch op {
			case "<":
				return x < v
			case "<=":
				return x <= v
			case ">":
				return x > v
			case ">=":
				return x >= v
			case "<>":
				return x != v
			}
			return x == v
		}
	}
}

// dates tells minutes from months, decimals of seconds from numbers, and the
// separator of dates from a stroke.
func (s *formatSection) dates(russian bool) {
	last := byte(0)
	for i := range s.tokens {
		t := &s.tokens[i]
		switch t.kind {
		case 'm':
			next := byte(0)
			for _, n := range s.tokens[i+1:] {
				if strings.IndexByte("ymdhsHNS", n.kind) >= 0 {
					next = n.kind
					break
				}
			}
			if len(t.text) < 3 && (last == 'h' || last == 'H' || next == 's' || next == 'S') {
				t.kind = 'M'
			}
		case 'd':
			s.days = s.days || len(t.text) < 3
		case '/':
			*t = formatToken{'"', "/"}
			if russian {
				t.text = "."
			}
		case '.', ',':
			*t = formatToken{'"', string(t.kind)}
			if t.text == "." && (last == 's' || last == 'S') {
				n := 0
				for k := i + 1; k < len(s.tokens) && s.tokens[k].kind == '0'; k++ {
					s.tokens[k] = formatToken{'"', ""}
					n++
				}
				if n > 0 {
					*t = formatToken{'f', strings.Repeat("0", min(n, 3))}
				}
			}
		case '0', '#', '?', '%':
			*t = formatToken{'"', string(t.kind)}
		}
		if strings.IndexByte("ymMdhsHNS", t.kind) >= 0 {
			last = t.kind
		}
	}
}

// textFormat writes a text in its format: most have none for it.
func (f *numberFormat) textFormat(text string) string {
	if len(f.sections) == 0 {
		return text
	}
	s := &f.sections[len(f.sections)-1]
	if !s.text || len(f.sections) < 4 && len(f.sections) > 1 {
		return text
	}
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case '"':
			b.WriteString(t.text)
		case '@':
			b.WriteString(text)
		}
	}
	return b.String()
}

// number writes a number as it is shown. since1904 says from when dates count.
func (f *numberFormat) number(v float64, since1904 bool) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	s, minus := f.section(v)
	if s == nil {
		return general(v, f.russian)
	}
	if s.date {
		if out, ok := s.writeDate(v, since1904, f.russian); ok {
			return out
		}
		return general(v, f.russian) // before the first date or behind the last
	}
	return s.write(math.Abs(v), minus, f.russian)
}

// section chooses the section for a number, and says whether it needs a minus.
func (f *numberFormat) section(v float64) (s *formatSection, minus bool) {
	n := len(f.sections)
	if n > 3 {
		n = 3
	} else if n > 1 && f.sections[n-1].text {
		n--
	}
	if n == 0 {
		return nil, v < 0
	}
	for i := range f.sections[:n] {
		if f.sections[i].limit != nil {
			for k := range f.sections[:n] {
				if s := &f.sections[k]; s.limit == nil && (k == n-1 || n == 1) || s.limit != nil && s.limit(v) {
					return s, v < 0
				}
			}
			return nil, v < 0
		}
	}
	switch {
	case v < 0 && n > 1:
		return &f.sections[1], false
	case v == 0 && n > 2:
		return &f.sections[2], false
	}
	return &f.sections[0], v < 0
}

// write writes a number that is no date.
func (s *formatSection) write(v float64, minus, russian bool) string {
	whole, decimals, scale, exponent, fraction, plain := 0, 0, 0, -1, -1, false
	point, grouped := false, false
	for i, t := range s.tokens {
		switch t.kind {
		case 'G', '@':
			plain = true
		case '0', '#', '?':
			if exponent >= 0 || fraction >= 0 {
				continue
			}
			if point {
				decimals++
			} else {
				whole = i + 1
			}
		case '.':
			point = true
		case '%':
			scale += 2
		case 'E':
			exponent = i
		case '/':
			fraction = i
		}
	}
	if !plain && whole == 0 && decimals == 0 {
		// Text alone stands for any number.
		var b strings.Builder
		for _, t := range s.tokens {
			if t.kind == '"' {
				b.WriteString(t.text)
			}
		}
		return trim(b.String())
	}
	if fraction >= 0 && !plain {
		return s.writeFraction(v, minus, fraction)
	}
	for i, t := range s.tokens {
		if t.kind != ',' || exponent >= 0 && i > exponent {
			continue
		}
		if i < whole {
			grouped = true // between digits
		} else if !point || i > whole {
			scale -= 3 // behind them: thousands, millions
		}
	}
	v *= math.Pow10(scale)
	power := 0
	if exponent >= 0 && v != 0 {
		power = int(math.Floor(math.Log10(v)))
		v /= math.Pow10(power)
	}
	digits := roundDecimal(v, decimals)
	if exponent >= 0 && strings.HasPrefix(digits, "10") {
		power++
		digits = roundDecimal(v/10, decimals)
	}
	head, tail, _ := strings.Cut(digits, ".")
	if !plain && strings.Trim(digits, "0.") == "" {
		minus = false
	}
	if head == "0" {
		head = ""
	}
	head = s.wholePart(head, whole, grouped, russian)
	var b strings.Builder
	if minus {
		b.WriteByte('-')
	}
	shown := false
	for i, t := range s.tokens {
		switch t.kind {
		case '"':
			if i >= whole || whole == 0 || i < s.firstDigit() {
				b.WriteString(t.text)
			}
		case 'G', '@':
			b.WriteString(general(v, russian))
		case '%':
			b.WriteByte('%')
		case 'E':
			sign := "+"
			if power < 0 {
				sign = "-"
			} else if t.text == "-" {
				sign = ""
			}
			b.WriteString("E" + sign)
			width := 0
			for _, d := range s.tokens[i+1:] {
				if d.kind == '0' {
					width++
				}
			}
			p := strconv.Itoa(max(power, -power))
			b.WriteString(strings.Repeat("0", max(width-len(p), 0)) + p)
		case '0', '#', '?':
			switch {
			case exponent >= 0 && i > exponent:
			case i < whole:
				if !shown {
					b.WriteString(head)
					shown = true
				}
			case tail != "":
				d := tail[0]
				tail = tail[1:]
				if rest := strings.Trim(string(d)+tail, "0"); rest != "" || t.kind == '0' || s.zeroLater(i) {
					b.WriteByte(d)
				}
			}
		case '.':
			if rest := strings.Trim(tail, "0"); rest != "" || s.zeroLater(i) {
				if russian {
					b.WriteByte(',')
				} else {
					b.WriteByte('.')
				}
			}
		}
	}
	return trim(b.String())
}

func (s *formatSection) firstDigit() int {
	for i, t := range s.tokens {
		if t.kind == '0' || t.kind == '#' || t.kind == '?' {
			return i
		}
	}
	return len(s.tokens)
}

// zeroLater reports whether a digit that is always shown stands behind a token.
func (s *formatSection) zeroLater(i int) bool {
	for _, t := range s.tokens[i+1:] {
		if t.kind == 'E' {
			return false
		}
		if t.kind == '0' {
			return true
		}
	}
	return false
}

// wholePart puts the digits before the point into their places, from the last
// to the first; what stands between places stays there: «000-00».
func (s *formatSection) wholePart(digits string, end int, grouped, russian bool) string {
	sep := ","
	if russian {
		sep = "\u00a0"
	}
	var out []string // backwards
	n := 0
	put := func(d string) {
		if grouped && n > 0 && n%3 == 0 {
			out = append(out, sep)
		}
		out = append(out, d)
		n++
	}
	first := s.firstDigit()
	for i := end - 1; i >= first; i-- {
		switch t := s.tokens[i]; t.kind {
		case '"':
			if digits != "" || s.zeroBetween(first, i) {
				out = append(out, t.text)
			}
		case '0', '#', '?':
			if digits != "" {
				put(digits[len(digits)-1:])
				digits = digits[:len(digits)-1]
			} else if t.kind == '0' {
				put("0")
			}
		}
	}
	for ; digits != ""; digits = digits[:len(digits)-1] {
		put(digits[len(digits)-1:])
	}
	var b strings.Builder
	for i := len(out) - 1; i >= 0; i-- {
		b.WriteString(out[i])
	}
	return b.String()
}

// zeroBetween reports whether a digit that is always shown stands between two tokens.
func (s *formatSection) zeroBetween(lo, hi int) bool {
	for _, t := range s.tokens[lo:hi] {
		if t.kind == '0' {
			return true
		}
	}
	return false
}

// writeFraction writes «1 1/2».
func (s *formatSection) writeFraction(v float64, minus bool, stroke int) string {
	places := 0
	for _, t := range s.tokens[stroke+1:] {
		if t.kind == '?' || t.kind == '#' || t.kind == '0' {
			places++
		}
	}
	limit := 9
	for ; places > 1 && limit < 999; places-- {
		limit = limit*10 + 9
	}
	whole, rest := math.Modf(v)
	if whole >= 1e15 {
		return general(v, false)
	}
	best, num, den := math.Inf(1), 0, 1
	for d := 1; d <= limit; d++ {
		n := math.Round(rest * float64(d))
		if e := math.Abs(rest - n/float64(d)); e < best-1e-12 {
			best, num, den = e, int(n), d
		}
	}
	if num == den {
		whole, num = whole+1, 0
	}
	out := ""
	if whole > 0 || num == 0 {
		out = strconv.FormatFloat(whole, 'f', 0, 64)
	}
	if num > 0 {
		out = trim(out + " " + strconv.Itoa(num) + "/" + strconv.Itoa(den))
	}
	if minus {
		out = "-" + out
	}
	return out
}

// general writes a number as a cell without a format shows it: all the digits
// of a whole number, at most ten decimals.
func general(v float64, russian bool) string {
	abs := math.Abs(v)
	var s string
	switch {
	case abs >= 1e15 || abs > 0 && abs < 1e-9:
		s = strconv.FormatFloat(abs, 'E', 5, 64)
		mantissa, power, _ := strings.Cut(s, "E")
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
		s = mantissa + "E" + power
	default:
		s = roundDecimal(abs, 10)
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		if s == "" {
			s = "0"
		}
	}
	if v < 0 && s != "0" {
		s = "-" + s
	}
	if russian {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// roundDecimal writes a number that is not negative with so many decimals. It
// rounds what one sees, the number's fifteen digits, and halves upwards: 1.005
// is 1.01, whatever the binary number is.
func roundDecimal(v float64, decimals int) string {
	decimals = min(decimals, 30)
	e := strconv.FormatFloat(v, 'e', 14, 64)
	mantissa, power, _ := strings.Cut(e, "e")
	digits := strings.Replace(mantissa, ".", "", 1)
	p, _ := strconv.Atoi(power)
	whole, tail := "", ""
	switch point := p + 1; {
	case point <= 0:
		whole, tail = "0", strings.Repeat("0", min(-point, 400))+digits
	case point >= len(digits):
		whole = digits + strings.Repeat("0", min(point-len(digits), 400))
	default:
		whole, tail = digits[:point], digits[point:]
	}
	if len(tail) <= decimals {
		tail += strings.Repeat("0", decimals-len(tail))
	} else {
		up := tail[decimals] >= '5'
		tail = tail[:decimals]
		if up {
			all := []byte(whole + tail)
			i := len(all) - 1
			for ; i >= 0 && all[i] == '9'; i-- {
				all[i] = '0'
			}
			if i >= 0 {
				all[i]++
			} else {
				all = append([]byte{'1'}, all...)
			}
			whole, tail = string(all[:len(all)-decimals]), string(all[len(all)-decimals:])
		}
	}
	if decimals == 0 {
		return whole
	}
	return whole + "." + tail
}
