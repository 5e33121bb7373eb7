package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
)

// Appendices start anew: their chapters and clauses count from one again.
// Rules approved by an order («Утверждены приказом …») are one too, without
// a number.

// approved matches the caption of approved rules.
var approved = lazy.New(`^(?i:утвержден[аоы]?|утверждён[аоы]?|бекітілген|бекітілді)(?: |$|\t|\n)`)

// kazakhApproved matches «… бұйрығымен бекітілген».
var kazakhApproved = lazy.New(`(?i:бекітілген|бекітілді)$`)

// readAppendix recognises «Приложение», «Приложение № 2», «Приложение 2 к
// приказу …», «2-қосымша», «… қаулысына 2-қосымша».
func readAppendix(s string) (label, bool) {
	rest, ok := cutWord(s, "приложение")
	if !ok {
		return readKazakhAppendix(s)
	}
	if first := firstRune(s); first != 'П' {
		return label{}, false
	}
	body := trimLeft(rest)
	mark := strings.TrimLeft(body, "№N ")
	num, tail := scanDigits(trimLeft(mark))
	if num == "" {
		if num, tail = scanRoman(mark); num == "" {
			num, tail = scanLetter(mark)
		}
		if num == "" {
			if mark != body && len(mark) > 0 {
				mark = body
			}
			tail = rest
		}
	}
	t := trim(strings.TrimLeft(trimLeft(tail), ".:"))
	switch {
	case t == "", strings.HasPrefix(t, "("), hasAny(t, []string{"к ", "ко "}):
	default:
		return label{}, false
	}
	if ends(s, ";:") || strings.Contains(s, "изложить") || runeLen(s) > 300 {
		return label{}, false
	}
	return after(s, tail, corpus.KindAppendix, num), true
}

// scanLetter reads the capital that numbers the appendices of standards:
// «Приложение А».
func scanLetter(s string) (num, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) || startsWithLetter(s[n:]) {
		return "", s
	}
	return s[:n], s[n:]
}

func readKazakhAppendix(s string) (label, bool) {
	num, rest := scanDigits(s)
	if num != "" && isHyphen(firstRune(rest)) {
		if tail, ok := cutWord(rest[len(string(firstRune(rest))):], "қосымша"); ok && !ends(s, ".;:") {
			return after(s, tail, corpus.KindAppendix, num), true
		}
		return label{}, false
	}
	if tail, ok := cutWord(s, "қосымша"); ok && trim(tail) == "" {
		return after(s, tail, corpus.KindAppendix, ""), true
	}
	// «… бұйрығына 2-қосымша»: the label stands last.
	if i := strings.LastIndexByte(s, ' '); i > 0 && runeLen(s) < 200 {
		num, rest := scanDigits(s[i+1:])
		if rest == "-қосымша" || num == "" && s[i+1:] == "қосымша" {
			return label{kind: corpus.KindAppendix, label: s[i+1:], num: num, rest: trim(s[:i])}, true
		}
	}
	return label{}, false
}

// markAppendices finds the captions of appendices and the lines that belong
// to them.
func (p *parser) markAppendices() {
	body := false // an appendix can only follow something
	for i := 0; i < len(p.paras); i++ {
		l := &p.paras[i]
		if l.role != plain {
			continue
		}
		if !l.label.none() || runeLen(l.Text) > 120 {
			body = true
			continue
		}
		if !body {
			continue
		}
		c, ok := p.readCaption(i)
		if !ok || i > 0 && (ends(p.paras[i-1].Text, ":") && leadsQuote(p.paras[i-1].Text)) {
			continue
		}
		if lo := p.captionStart(i); lo < i {
			for j := lo + 1; j <= i; j++ {
				p.paras[j].role, p.paras[j].label = captioned, label{}
			}
			l.label = c
			l = &p.paras[lo]
			c = label{kind: corpus.KindAppendix, rest: plainText(l)}
		}
		l.role, l.label, l.first = caption, c, true
		i = p.captionEnd(i) - 1
	}
}

// kazakhCaptions end the lines before «2-қосымша» and «бекітілген», which
// stand last: «… министрінің», «№ 212 бұйрығына», «… қаулысымен».
var kazakhCaptions = lazy.New(`\p{L}(?:на|не|ға|ге|мен|мен бірге)$`)

// captionStart returns the first line of a Kazakh caption whose last line is
// line i, i itself if it has no other lines.
func (p *parser) captionStart(i int) int {
	s := plainText(&p.paras[i])
	if c, ok := readKazakhAppendix(s); (!ok || c.rest != "") && !kazakhApproved.MatchString(s) || i == 0 || !kazakhCaptions.MatchString(plainText(&p.paras[i-1])) {
		return i
	}
	lo := i
	for lo > 0 && lo > i-7 {
		l := &p.paras[lo-1]
		if s := plainText(l); l.role != plain || !l.label.none() || l.Table != p.paras[i].Table || runeLen(s) > 110 || ends(s, ".;:") || person.MatchString(s) || filled(l) > 1 {
			break
		}
		lo--
	}
	return lo
}

// readCaption recognises the first line of an appendix, in a cell too.
func (p *parser) readCaption(i int) (label, bool) {
	l := &p.paras[i]
	s := plainText(l)
	if l.Table > 0 {
		// A caption in a table stands in its last cell, alone.
		if runeLen(s) > 300 || len(l.Cells) > 3 || filled(l) > 1 {
			return label{}, false
		}
	}
	if c, ok := readAppendix(s); ok {
		c.value = numberValue(c.num)
		return c, true
	}
	if kazakhApproved.MatchString(s) && (p.captionStart(i) < i || runeLen(s) < 220 && strings.Contains(s, "№") && len(findDates(s)) > 0) {
		return label{kind: corpus.KindAppendix, rest: s}, true
	}
	short := runeLen(s) < 220 && !ends(s, ".;")
	if short && (approved.MatchString(s) || l.Table > 0 && kazakhApproved.MatchString(s)) {
		if l.Table > 0 || l.Style.Right || l.Style.Centred || p.captionNear(i) {
			return label{kind: corpus.KindAppendix, rest: s}, true
		}
	}
	return label{}, false
}

// filled counts the cells of a row that hold text.
func filled(l *para) int {
	n := 0
	for _, c := range l.Cells {
		if trim(c.Text) != "" {
			n++
		}
	}
	return n
}

// captionNear reports whether the lines after «Утверждены» are those of a
// caption: by whom, when, under what number.
func (p *parser) captionNear(i int) bool {
	for j := i; j < len(p.paras) && j < i+8; j++ {
		s := p.paras[j].Text
		if runeLen(s) > 120 || j > i && !p.paras[j].label.none() {
			return false
		}
		if strings.Contains(s, "№") || strings.Contains(s, " N ") {
			return true
		}
	}
	return false
}

// captionWords begin the further lines of a caption.
var captionWords = []string{"к ", "ко ", "от ", "№", "n ", "приказ", "постановлени", "решени", "распоряжени", "указ", "республики", "российской", "правительств",
	"министр", "государственн", "заместител", "премьер", "национальн", "и.о.", "исполняющ", "приложение", "утвержден", "форма", "қазақстан", "20", "19", "«", "\""}

// captionLast returns the last line of the caption at line i by its number
// and date («от 17 марта 2015 года № 212»), i itself if it needs no further
// line or none is found.
func (p *parser) captionLast(i int) int {
	s := p.paras[i].Text
	if strings.Contains(s, "№") && strings.Contains(s, "от ") || p.paras[i].Table > 0 && runeLen(s) > 40 {
		return i
	}
	last := i
	kazakh := strings.HasSuffix(p.paras[i].label.label, "осымша")
	for j := i + 1; j < len(p.paras) && j <= i+8; j++ {
		s := plainText(&p.paras[j])
		if t := p.paras[j].Table; p.paras[j].role != plain || !p.paras[j].label.none() || t > 0 && t != p.paras[i].Table || runeLen(s) > 110 || ends(s, ";:") {
			break
		}
		if _, again := p.readCaption(j); again && j > i+1 {
			break
		}
		if kazakh && (hasEnding(s, "ына") || hasEnding(s, "іне")) { // «Қазақстан Республикасының» ⏎ «Бюджет кодексіне»
			return j
		}
		if strings.HasPrefix(s, "№") || (strings.Contains(s, "№") || strings.Contains(s, " N ")) && (hasAny(s, []string{"от ", "к ", "20", "19"}) || runeLen(s) < 60) {
			return j
		}
	}
	return last
}

// captionEnd claims the lines that go on with a caption and returns its end.
func (p *parser) captionEnd(i int) int {
	head := &p.paras[i]
	last := p.captionLast(i)
	j := i + 1
	for ; j < min(len(p.paras), i+60); j++ { // no caption is longer
		l := &p.paras[j]
		s := plainText(l)
		if l.role != plain || !l.label.none() || runeLen(s) > 200 || l.Table > 0 && l.Table != head.Table && filled(l) != 1 {
			break
		}
		if _, again := p.readCaption(j); again {
			// «Приложение к решению …», then «Приложение 1 к решению …» of the
			// amended act: one caption, if nothing stands between.
			if head.label.num != "" && j > last+1 {
				break
			}
			last = max(last, p.captionLast(j))
		} else if j > last && !(l.Table > 0 && l.Table == head.Table && filled(l) <= 1) && !goesOn(&p.paras[j-1], l, s) {
			break
		}
		l.role, l.label = captioned, label{}
	}
	return j
}

// goesOn reports whether line l after line prev can only be a further line of
// a caption.
func goesOn(prev, l *para, s string) bool {
	switch {
	case strings.EqualFold(s, "форма"), strings.EqualFold(s, "нысан"):
		return true
	case isQuote(firstRune(s)) && hasAny(plainText(prev), []string{"к ", "ко "}): // «к Закону» ⏎ «О садах»
		return true
	}
	return (startsLower(s) || hasAny(s, captionWords[:11]) || hasAny(s, captionWords[11:]) && l.Style.Right) && !ends(s, ".;:") && !l.Style.Bold && l.Style.Heading == 0
}
