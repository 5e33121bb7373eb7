package parse

import (
	"strings"

	"svod/corpus/lazy"
)

// offices begin the line of who signs an act.
var offices = []string{"президент", "премьер-министр", "аким ", "председатель", "министр", "секретарь", "руководитель", "заместитель", "и.о.", "и. о.", "исполняющий обязанности",
	"глава ", "губернатор", "директор", "генеральный прокурор", "торага", "төраға", "әкім", "хатшы", "вице-министр", "первый заместитель", "врио", "судья ", "за правительство ", "от имени "}

// republic begins the office of a head of state in the Turkic order: «…
// Республикасының / Президенті».
var republic = lazy.New(`(?i)^\p{L}[\p{L} -]* республикасы(?:н[ыі][ңн])?(?:\s|$)`)

// person matches a name with initials: «Н. НАЗАРБАЕВ», «Токаев К.», «В.Путин».
var person = lazy.New(`(?:^|[\s\x{a0}])(?:\p{Lu}\p{Ll}?\.\s?){1,2}\p{Lu}[\p{L}-]{2,}\s*$|^\p{Lu}\p{L}+ (?:\p{Lu}\.\s?){1,2}$`)

// place matches what stands under the signature: place, date, number.
var place = lazy.New(`^(?:г\.|г |город |Москва|Минск|Астана|Алматы|Бишкек|Нур-Султан|№[ \x{a0}]?\S+|N[ \x{a0}]\S+|«?\d{1,2}»?[ \x{a0}]+\p{L}+[ \x{a0}]+(?:19|20)\d\d|(?:19|20)\d\d[ \x{a0}]жыл)`)

// printedIn matches where an act was printed; a date or a number proves it.
var printedIn = lazy.New(`^(?:Текст о|О)публикован[аоы]? .*(?:\d{4}|№)|^Источник(?: опубликования)?: |^Жарияланған |^Ресми жарияланған`)

// markSignatures finds who signed, at the end of the act and of each
// appendix: a short line with an office, and short lines up to the end.
func (p *parser) markSignatures() {
	for i := range p.paras {
		l := &p.paras[i]
		if l.role == plain && l.label.none() && l.Table == 0 && strings.ContainsRune("ОТИЖР", firstRune(l.Text)) && len(l.Text) < 800 && printedIn.MatchString(l.Text) {
			l.role = published
		}
	}
	for i := range p.paras {
		l := &p.paras[i]
		if l.role != plain || i == 0 || !p.signs(i) {
			continue
		}
		hi := p.signatureEnd(i)
		if hi < 0 {
			continue
		}
		for j := i; j < hi; j++ {
			p.paras[j].role, p.paras[j].label, p.paras[j].first = signature, label{}, j == i
		}
	}
}

// signs reports whether a signature may begin at line i.
func (p *parser) signs(i int) bool {
	l := &p.paras[i]
	s := plainText(l)
	if runeLen(s) > 140 || !l.label.none() || !startsUpper(s) || l.Table > 0 && filled(l) > 3 {
		return false
	}
	if !hasAny(s+" ", offices) && !republic.MatchString(s) || ends(s, ".;:,") && !person.MatchString(s) {
		return false
	}
	if l.Table > 0 { // two cells: office and name
		return person.MatchString(s) || filled(l) == 1 && !strings.Contains(s, "\t")
	}
	prev := p.paras[i-1]
	return prev.role != plain || ends(prev.Text, ".;!?»") || prev.Table > 0 || strings.HasSuffix(strings.TrimRight(prev.Text, "."), ")") ||
		strings.ContainsAny(prev.Text[max(0, len(prev.Text)-8):], "»\"")
}

// signatureEnd returns the end of the signature that begins at line i, -1 if
// the act goes on as no signature does.
func (p *parser) signatureEnd(i int) int {
	named := person.MatchString(plainText(&p.paras[i]))
	j := i + 1
	for ; j < len(p.paras) && j < i+14; j++ {
		l := &p.paras[j]
		s := plainText(l)
		if l.role == caption || l.role == note || l.role == contents || l.role == published || approved.MatchString(s) {
			break
		}
		if l.role != plain || !l.label.none() && !place.MatchString(s) || runeLen(s) > 110 {
			return -1
		}
		if ends(s, ";:") && !person.MatchString(s) {
			return -1
		}
		person := person.MatchString(s)
		named = named || person
		if named && !person && !place.MatchString(s) && !hasAny(s+" ", offices) && !hasAny(s, signatureWords) && !strings.Contains(s, "__") && (!startsLower(s) || l.Table > 0) {
			break
		}
	}
	if j == len(p.paras) {
		return j
	}
	if next := &p.paras[j]; named || next.role == caption || approved.MatchString(plainText(next)) {
		return j
	}
	if r := p.paras[j].role; (r == note || r == published) && j-i < 6 {
		return j
	}
	return -1
}

var signatureWords = []string{"республики", "российской", "кыргызской", "города", "области", "района", "районного", "областного", "городского", "маслихат", "сессии", "ак орда", "кремль", "согласован", "министр", "правительства", "«", "\"", "собрания", "палаты", "жогорку", "республикасы", "президент", "принят ", "қабылда", "министерств", "комитет", "агентств", "департамент", "исп.", "исполнитель", "тел.", "м.п."}
