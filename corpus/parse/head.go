package parse

import (
	"strings"

	"svod/corpus/lazy"
)

// The head of a document is what stands before its first heading or clause:
// requisites (kind of act, date, place), the name, the preamble.

// decrees match the words by which orders and decisions begin to command.
var decrees = lazy.New(`(?:ПРИКАЗЫВАЮ|ПОСТАНОВЛЯЕТ|ПОСТАНОВЛЯЮ|РЕШИЛ[АИ]?|РЕШАЕТ|РЕШИЛИ|БҰЙЫРАМЫН|ҚАУЛЫ ЕТЕДІ|ҚАУЛЫ ЕТЕМІН|ШЕШІМ ҚАБЫЛДАДЫ|ШЕШТІ|ПОСТАНОВИЛ[АИ]?|п о с т а н о в л я е т|О Б Я З Ы В А Ю|РАСПОРЯЖАЮСЬ)|(?i:постановляет|постановил[аи]?|решил[аи]?|приказываю):$`)

// preambles begin the first sentence of acts.
var preambles = []string{"настоящий", "настоящая", "настоящее", "настоящим", "осы заң", "осы кодекс", "в соответствии", "на основании", "мы, ", "біз, ", "в целях", "руководствуясь", "рассмотрев", "во исполнение"}

// requisiteLine matches dates, numbers, places and who adopted the act.
var requisiteLine = lazy.New(`^(?:от \d|№|N \d|г\. ?|город |Принят|Одобрен|Утвержд[её]н|УТВЕРЖД[ЕЁ]Н|СОГЛАСОВАН|Зарегистрирован|\(с измен|\(С измен|РОССИЙСКАЯ ФЕДЕРАЦИЯ|РЕСПУБЛИКА|КЫРГЫЗСКАЯ|КЫРГЫЗ РЕСПУБЛИКАСЫ|ЗАКОН|КОДЕКС|ПОСТАНОВЛЕНИЕ|ПРИКАЗ|РЕШЕНИЕ|УКАЗ|ФЕДЕРАЛЬНЫЙ|ҚАЗАҚСТАН|Введен[аоы]? |введен[аоы]? |Конституция принята|Қабылданған|\d{1,2} \p{L}+ (?:19|20)\d\d|(?:19|20)\d\d[ -]жыл|(?:Закон|Кодекс|Приказ|Постановление|Решение|Указ|Распоряжение|Совместный приказ|Нормативное постановление|Конституционный закон) .{3,160} от [«\d])`)

// kazakhRequisite matches «… 2015 жылғы 2 қарашадағы № 383-V ҚРЗ Заңы.», the kind last.
var kazakhRequisite = lazy.New(`(?i)(?:19|20)\d\d жылғы \d{1,2} \p{L}+ (?:№|N) ?\S+ .*(?:заңы|кодексі|жарлығы|қаулысы|бұйрығы|шешімі|өкімі)`)

// kazakhKindFirst matches «Қазақстан Республикасының Кодексі 2014 жылғы 3 шілдедегі № 226-V ҚРЗ.»
var kazakhKindFirst = lazy.New(`(?i)^(?:Қазақстан|Казахстан) .{0,120}(?:заңы|кодексі|жарлығы|қаулысы|бұйрығы|шешімі|өкімі)\.? (?:19|20)\d\d ?(?:жылғы|ж\.)`)

func isRequisite(s string) bool {
	return requisiteLine.MatchString(s) || strings.Contains(s, "жылғы") && (kazakhRequisite.MatchString(s) || kazakhKindFirst.MatchString(s))
}

// dateLine matches «от 4 июня 2015 года № 88» under the name of an act.
var dateLine = lazy.New(`^от (?:\d{1,2}[. ]|«\d)`)

// names begin the names of acts.
var names = []string{"о ", "об ", "обо ", "правила ", "положение ", "устав ", "регламент ", "инструкция ", "конституция ", "кодекс "}

// markHead claims the head. An act whose text begins without any structure
// has no preamble but passages.
func (p *parser) markHead() {
	end := 0
	for end < len(p.paras) && (!p.begins(end) || p.letterhead(end)) {
		end++
	}
	if end == len(p.paras) { // no structure at all
		end = min(end, p.firstSentence())
	}
	nameAt := p.nameAt
	nameEnd := p.nameEnd
	if !p.report || nameAt < 0 { // see findReportName
		nameAt = p.findName(end)
		nameEnd = p.endOfName(nameAt, end)
	}
	started := false
	for i := 0; i < end; i++ {
		l := &p.paras[i]
		if l.role != plain {
			continue
		}
		switch {
		case i == nameAt:
			l.role, l.first = name, true
		case nameAt < i && i < nameEnd:
			l.role = name
		case started:
			l.role = preamble
		case i > nameAt && p.opensPreamble(l) && !placeAndYear.MatchString(l.Text):
			l.role, l.first, started = preamble, true, true
		case l.label.none() && (i < nameAt || isRequisite(l.Text) || placeAndYear.MatchString(l.Text) || runeLen(l.Text) < 120 && !ends(l.Text, ".;:")):
			l.role = requisite
		case p.report:
		default:
			l.role, l.first, started = preamble, true, true
		}
	}
}

// begins reports whether the head is over at line i.
func (p *parser) begins(i int) bool {
	switch p.paras[i].role {
	case heading, numbered, signature, caption, row, quoted:
		return true
	}
	return false
}

// letterhead reports whether line i is a row of a table above the title of a
// report.
func (p *parser) letterhead(i int) bool {
	return p.report && p.paras[i].role == row && i < p.nameAt
}

// firstSentence returns the first line that is a sentence.
func (p *parser) firstSentence() int {
	for i := range p.paras {
		if l := &p.paras[i]; l.role == plain && l.Style.Heading == 0 && ends(l.Text, ".:;") && runeLen(l.Text) > 40 && !isRequisite(l.Text) {
			return i
		}
	}
	return len(p.paras)
}

func (p *parser) opensPreamble(l *para) bool {
	if l.Style.Heading > 0 {
		return false
	}
	return hasAny(l.Text, preambles) && runeLen(l.Text) > 10 || decrees.MatchString(l.Text) ||
		ends(l.Text, ".:;,") && runeLen(l.Text) > 60 && !isRequisite(l.Text)
}

// findName returns the line of the document's name, -1 if there is none: the
// heading of the first level, else a line that begins as names do, else the
// first line set apart from the text.
func (p *parser) findName(end int) int {
	best, score := -1, 0
	for i := 0; i < end; i++ {
		l := &p.paras[i]
		if l.role != plain || !l.label.none() {
			continue
		}
		if hasAny(l.Text, preambles) || decrees.MatchString(l.Text) {
			break // the preamble has begun
		}
		s := 0
		switch {
		case l.Style.Heading == 1:
			s = 9
		case runeLen(l.Text) > 700:
		case hasAny(l.Text, names[:3]) && (startsUpper(l.Text) && !ends(l.Text, ".;:")):
			s = 8
		case hasEnding(l.Text, " жөнүндө") || hasEnding(l.Text, " туралы"): // «about» comes last
			s = 8
		case l.Style.Heading > 0:
			s = 6
		case isCodeName(l.Text):
			s = 7
		case hasAny(l.Text+" ", names[3:]) && !ends(l.Text, ".;:") && startsUpper(l.Text):
			s = 5
		case isRequisite(l.Text):
			s = 1
		case (l.Style.Bold || l.Style.Centred) && !ends(l.Text, ";:,"):
			s = 4
		case !ends(l.Text, ".;:,") && runeLen(l.Text) < 300:
			s = 3
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

// isCodeName recognises «НАЛОГОВЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН».
func isCodeName(s string) bool {
	if runeLen(s) > 150 || ends(s, ".;:") {
		return false
	}
	s = strings.ToLower(s)
	return strings.Contains(s, "кодекс") && !strings.HasPrefix(s, "кодекс ") || strings.HasPrefix(s, "конституци") && !strings.Contains(s, "принята") || strings.Contains(s, "конституциясы")
}

// endOfName returns the end of the name that begins at line i: it may be broken
// into several lines.
func (p *parser) endOfName(i, end int) int {
	if i < 0 {
		return 0
	}
	if j := p.amendedNameEnd(i, end); j > i+1 {
		return j
	}
	j := i + 1
	for j < min(end, i+12) && p.paras[j].role == plain && continuesName(&p.paras[j-1], &p.paras[j]) {
		j++
	}
	return j
}

// amendedNameEnd returns the end of a name that goes on with the date, number
// and name of the act that it amends: «О внесении изменений в решение …», «от
// 18 декабря 2025 года № 5 «О бюджете …»». It is 0 if this is no such name.
func (p *parser) amendedNameEnd(i, end int) int {
	text := p.paras[i].Text
	if !amends(text) {
		return 0
	}
	open := depth(text)
	if open <= 0 && strings.ContainsAny(text, "«»\"“”") {
		return 0
	}
	for j := i + 1; j < min(end, i+9); j++ {
		l := &p.paras[j]
		if l.role != plain || !l.label.none() || hasAny(l.Text, preambles) || decrees.MatchString(l.Text) || printedType(l.Text) != "" && !startsLower(l.Text) && open <= 0 {
			return 0
		}
		if open += depth(l.Text); open <= 0 && strings.ContainsAny(l.Text, "»\"”") && closesLine(l.Text) || open == 1 && strings.HasSuffix(l.Text, "»»") {
			return j + 1
		}
	}
	return 0
}

// continuesName reports whether a line goes on with a name broken in two.
func continuesName(a, b *para) bool {
	if hasAny(b.Text, []string{"(с изм", "(в ред", "(ред"}) || placeAndYear.MatchString(b.Text) {
		return false
	}
	if b.Table > 0 || b.role != plain || runeLen(b.Text) > 300 || isRequisite(b.Text) && !startsLower(b.Text) || dateLine.MatchString(b.Text) || hasAny(b.Text, preambles) || decrees.MatchString(b.Text) {
		return false
	}
	if a.Style.Heading > 0 && a.Style.Heading == b.Style.Heading && a.Style.Heading == 1 {
		return true
	}
	if kindAlone.MatchString(trim(a.Text)) && !ends(b.Text, ".:;,") && (startsLower(b.Text) || allCaps(b.Text) || b.Style.Bold && a.Style.Bold) {
		return true
	}
	if b.Style.Heading != a.Style.Heading || ends(b.Text, ".:;,") {
		return false
	}
	if allCaps(a.Text) {
		if isRequisite(b.Text) {
			return false
		}
		return (allCaps(b.Text) || startsLower(b.Text)) && a.Style.Centred == b.Style.Centred
	}
	return startsLower(b.Text) || a.Style.Bold && b.Style.Bold
}

// kindAlone matches a name whose first line is only the kind of the document.
var kindAlone = lazy.New(`^(?i:положение|устав|правила|регламент|инструкция|отч[её]т|доклад|протокол|информация|справка|политика|порядок|стандарт|концепция|программа|план|перечень)$`)

// looksLikeAct reports whether a document without articles is an act: it
// commands, was adopted, or approves something.
func (p *parser) looksLikeAct() bool {
	for i := range p.paras {
		l := &p.paras[i]
		if l.role == caption {
			return true
		}
		if i < 8 && l.Table == 0 && (printedType(l.Text) != "" || hasAny(l.Text, []string{"о ратификации", "именем республики", "именем российской"})) {
			return true
		}
		if i < 60 && l.Table == 0 && (decrees.MatchString(l.Text) || p.selfReference(l.Text) != "") {
			return true
		}
	}
	return false
}
