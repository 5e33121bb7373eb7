package amend

import (
	"fmt"
	"regexp"
	"strings"
)

// header reads what follows «Внести»: «в Закон … (Ведомости …) следующие
// изменения и дополнения:», «в статью 5 Закона … изменение, изложив ее …».
func (c *cursor0) header() (order0, Why) {
	var o order0
	if c.changes() { // «Внести изменения в следующие законодательные акты:»
		if !c.word("в") {
			return o, WhyWords
		}
	} else if !c.word("в", "во") {
		return o, WhyWords
	}
	if c.stem("следующ", "некотор") {
		// The acts are named by what follows, or by an appendix.
		o.follow = true
		c.i = len(c.ts)
		return o, ""
	}
	ws := c.places()
	act, ok := c.act(func(t token0) bool { return isChange0(t) })
	if !ok && len(ws) == 0 {
		return o, WhyWords
	}
	if ok {
		o.acts = []Act{act}
	}
	o.where = ws
	c.brackets()
	named := c.changes()
	if !named && !c.endsWithColon() {
		return o, WhyWords
	}
	c.brackets()
	var d deed0
	if c.attached(&d) { // «… согласно приложению»: the appendix orders
		o.follow = true
		return o, ""
	}
	if c.sign(":") && c.done() || c.done() {
		o.follow = true
		return o, ""
	}
	if c.sign(",") || c.sign(":") {
		// «изменение, изложив ее в следующей редакции:»; «следующее изменение: пункт 1 изложить …»
		at := order0{acts: o.acts}
		rest, why := c.clauses(at)
		if why != "" {
			return o, why
		}
		if rest.where == nil {
			rest.where = ws
		} else if len(ws) > 0 {
			for i := range rest.where {
				rest.where[i].Levels = append(outsideOrAll0(ws[0].Levels, rest.where[i].Levels), rest.where[i].Levels...)
			}
		}
		for i := range rest.deeds {
			if d := &rest.deeds[i]; d.Object == Units && (d.Kind == Restate || d.Kind == Remove) && !d.here {
				d.Object = whole0(rest.where)
			}
		}
		return rest, ""
	}
	return o, WhyTail
}

func outsideOrAll0(of, inner []Level) []Level {
	out := outside0(of, inner)
	return out
}

// isChange reports whether the words «следующие изменения …» begin.
func isChange0(t token0) bool {
	return t.kind == aWord0 && (strings.HasPrefix(t.word, "следующ") || strings.HasPrefix(t.word, "изменени") || strings.HasPrefix(t.word, "дополнени"))
}

// changes takes «следующие изменения и дополнения».
func (c *cursor0) changes() bool {
	from := c.i
	c.stem("следующ")
	found := false
	for {
		switch {
		case c.stem("изменени"), c.stem("дополнени"):
			found = true
			continue
		case found && (c.word("и") || c.word("или")):
			continue
		}
		break
	}
	if !found {
		c.i = from
	}
	return found
}

// leadingAct takes an act that a lead-in names: «В Кодекс Республики Казахстан
// от … «…» (…):», «1) в Законе …:», «В приказе …:».
func (c *cursor0) leadingAct() ([]Act, bool) {
	from := c.i
	if !c.word("в", "во") || !c.endsWithColon() {
		c.i = from
		return nil, false
	}
	act, ok := c.act(func(t token0) bool { return t.kind == aSign0 && t.text == ":" || isChange0(t) })
	if !ok {
		c.i = from
		return nil, false
	}
	c.changes()
	return []Act{act}, true
}

var (
	actDate0 = regexp.MustCompile(`(?i)(?:от|as of)\s+(\d{1,2})\s+(\p{L}+)\s+(\d{4})`)
	actDot0  = regexp.MustCompile(`(?i)от\s+(\d{1,2})\.(\d{1,2})\.(\d{4})`)
	actNum0  = regexp.MustCompile(`(?:№|N)\s*([0-9\p{L}][0-9\p{L}/\\.-]*(?:\s+\d+/\d+)?)`)
)

var months0 = []string{"январ", "феврал", "март", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"}

// act takes the name of an act up to where it ends: it begins with the noun of
// its kind and has a title, a date or a number.
func (c *cursor0) act(end func(token0) bool) (Act, bool) {
	from := c.i
	c.stem("указанн", "вышеуказанн", "названн")
	if c.i > from {
		c.i = from
		return Act{}, false // the act that was named already
	}
	kind, adjective := actKind0(c.peek().word)
	if c.peek().kind != aWord0 || kind == "" {
		return Act{}, false
	}
	if adjective {
		ok := false
		for n := 1; n < 6 && c.at(n).kind == aWord0; n++ {
			if k, adj := actKind0(c.at(n).word); k != "" && !adj {
				kind, ok = k, true
				break
			}
		}
		if !ok {
			return Act{}, false
		}
	}
	a := Act{Type: kind}
	lo, named := c.i, strings.Builder{}
	for !c.done() && !end(c.peek()) {
		t := c.peek()
		if t.kind == aSign0 && strings.Contains(":;", t.text) {
			break
		}
		if t.kind == aSign0 && t.text == "," && c.at(1).kind == aWord0 && isVerb0(c.at(1).word) || t.kind == aWord0 && isVerb0(t.word) {
			break
		}
		if t.kind == aSign0 && t.text == "." && c.i == len(c.ts)-1 {
			break
		}
		if t.kind == aQuote0 {
			a.Title = t.text
		}
		if t.kind != aBracket0 {
			if named.Len() > 0 && t.lo > c.ts[c.i-1].hi || named.Len() > 0 && c.ts[c.i-1].kind == aBracket0 {
				named.WriteByte(' ')
			}
			named.WriteString(c.s[t.lo:t.hi])
		}
		c.i++
	}
	a.Name = strings.TrimRight(strings.TrimSpace(named.String()), ",")
	plain := a.Name
	if i := strings.IndexAny(plain, openingQuotes0+"\""); i >= 0 && a.Title != "" {
		if j := strings.Index(plain, a.Title); j >= 0 {
			plain = plain[:i] + plain[min(len(plain), j+len(a.Title)):]
		}
	}
	if m := actDate0.FindStringSubmatch(plain); m != nil {
		a.Date = isoDate0(m[1], m[2], m[3])
	} else if m := actDot0.FindStringSubmatch(plain); m != nil {
		a.Date = fmt.Sprintf("%s-%02d-%02d", m[3], atoi0(m[2]), atoi0(m[1]))
	}
	if m := actNum0.FindStringSubmatch(plain); m != nil {
		a.Number = m[1]
	}
	a.Body = c.body(lo, plain)
	if a.Title == "" && a.Date == "" && a.Number == "" {
		if kind != "constitution" && kind != "code" {
			c.i = from
			return Act{}, false
		}
	}
	if kind == "code" && a.Title == "" {
		a.Title = a.Name
		if i := strings.Index(plain, " от "); i > 0 {
			a.Title = strings.TrimSpace(plain[:i])
		}
	}
	return a, true
}

// body is who adopted the act: the words between its noun and its date.
func (c *cursor0) body(lo int, plain string) string {
	_, rest, ok := strings.Cut(plain, " ")
	if !ok {
		return ""
	}
	for _, cut0 := range []string{" от ", " №", " N "} {
		if i := strings.Index(" "+rest, cut0); i >= 0 {
			rest = strings.TrimSpace((" " + rest)[:i])
			break
		}
	}
	return strings.Join(strings.Fields(rest), " ")
}

func isoDate0(day, month, year string) string {
	month = strings.ToLower(month)
	for i := len(months0) - 1; i >= 0; i-- {
		if strings.HasPrefix(month, months0[i]) {
			return fmt.Sprintf("%s-%02d-%02d", year, i+1, atoi0(day))
		}
	}
	return ""
}

// date takes «1 января 2027 года», «01.01.2027».
func (c *cursor0) date() string {
	day, month, year := c.peek(), c.at(1), c.at(2)
	if day.kind == aNumber0 && month.kind == aWord0 && year.kind == aNumber0 {
		if iso := isoDate0(day.text, month.word, year.text); iso != "" {
			c.i += 3
			c.word("года", "г")
			c.sign(".")
			return iso
		}
	}
	if parts := strings.Split(day.text, "."); day.kind == aNumber0 && len(parts) == 3 {
		c.i++
		c.word("года", "г")
		return fmt.Sprintf("%s-%02d-%02d", parts[2], atoi0(parts[1]), atoi0(parts[0]))
	}
	return ""
}
