package parse

import (
	"slices"
	"strings"
	"unicode"

	"svod/corpus"
)

// Where new text ends without a closing quote, the amending act itself tells:
// its next number comes, or a paragraph that orders the next change.

// isAmending reports whether the document changes other acts.
func (p *parser) isAmending() bool {
	for i := range p.paras {
		s := p.paras[i].Text
		if p.paras[i].Table > 0 || !strings.Contains(s, "нести") && !strings.Contains(s, "енгізілсін") {
			continue
		}
		if low := strings.ToLower(s); strings.Contains(low, "внести") && (strings.Contains(low, "изменени") || strings.Contains(low, "дополнени")) || strings.Contains(low, "енгізілсін") {
			return true
		}
	}
	return false
}

// newWordings are the words before a text that takes the place of another.
var newWordings = []string{"следующей редакции", "новой редакции", "следующего содержания", "мынадай редакцияда", "жаңа редакцияда", "мынадай мазмұндағы"}

// unquoted reports whether line i begins new text that stands without quotes.
func (p *parser) unquoted(i int) bool {
	if i == 0 || p.paras[i].role != plain || isQuote(firstRune(p.paras[i].Text)) {
		return false
	}
	before := p.paras[i-1].Text
	if p.paras[i-1].role != plain || !leadsQuote(before) {
		return false
	}
	before = strings.ToLower(before)
	for _, w := range newWordings {
		if strings.Contains(before, w) {
			return !p.orders(i)
		}
	}
	return false
}

// unquotedEnd returns the end of new text without quotes, lo if the act goes
// on nowhere.
func (p *parser) unquotedEnd(lo int) int {
	outer := p.outerLabels(lo)
	for i := lo + 1; i < len(p.paras) && i < lo+longest; i++ {
		if p.goesOnAfter(i, outer) || p.signsAct(i) {
			return i
		}
		if _, ok := p.opensQuote(i); ok {
			return i
		}
	}
	return lo
}

// outerLabels returns the numbers that are open before line i, innermost
// first: those of the subclause, clause and article that quote there. The
// lines before i are what they will be, and i never goes back: so the stack of
// open numbers is kept from one quotation to the next.
func (p *parser) outerLabels(i int) []label {
	for ; p.outerAt < i; p.outerAt++ {
		l := &p.paras[p.outerAt]
		if l.role != plain || l.label.none() {
			continue
		}
		n := len(p.outer)
		for n > 0 && p.outer[n-1].kind >= l.label.kind {
			n--
		}
		p.outer = append(p.outer[:n], l.label)
	}
	var outer []label
	for _, l := range slices.Backward(p.outer) {
		outer = append(outer, l)
		if l.kind <= corpus.KindArticle {
			break
		}
	}
	return outer
}

// changes begin the paragraphs that order a change, and those by which acts end.
var changes = []string{"в стать", "стать", "в пункт", "пункт", "в подпункт", "подпункт", "в абзац", "абзац", "в част", "част", "дополнить", "изложить", "исключить", "слов", "в слов", "после слов", "признать",
	"в заголов", "заголов", "в глав", "глав", "в раздел", "раздел", "в параграф", "параграф", "приложени", "в приложени", "внести", "наименовани", "в наименовани", "преамбул", "в преамбул", "в закон", "в кодекс",
	"в правил", "в приказ", "в постановлени", "в решени", "в указ", "по всему тексту", "предложени", "цифр", "в строк", "строк", "в таблиц", "таблиц", "букв", "в букв", "в перечн", "перечень", "правила"}

// kazakhChanges occur in such paragraphs in Kazakh.
var kazakhChanges = []string{"жазылсын", "толықтырылсын", "алып тасталсын", "ауыстырылсын", "күші жойылды", "баб", "бап", "тармақ", "бөлік", "заңына", "кодексіне"}

// final are the words with which acts begin their last clauses.
var final = []string{"настоящ", "контроль за исполнением", "признать утратившим", "осы ", "опубликовать", "департамент", "управлени", "комитет", "контроль за"}

// orders reports whether what a paragraph says after its number orders a
// change or ends an act. An article may say it in its next line.
func (p *parser) orders(i int) bool {
	l := &p.paras[i]
	s := l.Text
	if !l.label.none() {
		s = l.label.rest
		if l.label.kind == corpus.KindArticle && i+1 < len(p.paras) && (s == "" || !ends(s, ".:;")) {
			next := &p.paras[i+1]
			s = next.Text
			if !next.label.none() {
				s = next.label.rest
			}
			return hasAny(s, []string{"внести", "признать", "настоящ", "осы ", "в закон", "в кодекс", "дополнить", "статью", "в стать"}) || strings.Contains(s, "енгізілсін")
		}
	}
	if hasAny(s, final) {
		return true
	}
	if hasAny(s, changes) {
		low := strings.ToLower(s)
		for _, w := range []string{"изложить", "изложив", "дополнить", "исключить", "заменить", "признать", "внести", "следующ", "считать", "удалить"} {
			if strings.Contains(low, w) {
				return true
			}
		}
		return ends(s, ":") && strings.HasPrefix(low, "в ")
	}
	for _, w := range kazakhChanges {
		if strings.Contains(s, w) && (ends(s, ":") || strings.Contains(s, "сын") || strings.Contains(s, "жойылды")) {
			return true
		}
	}
	return false
}

// resumes reports whether the amending act goes on at line i: with the next
// of its open numbers, and words that order a change or speak of the act.
func (p *parser) resumes(i int, outer []label) bool {
	l := &p.paras[i]
	if l.role != plain || l.label.none() {
		return false
	}
	for _, o := range outer {
		if o.kind == l.label.kind && nextLabel(o, l.label) {
			return p.orders(i)
		}
	}
	// Where an article or a clause quotes by itself, its first subclause may follow.
	return false
}

// nextLabel reports whether b comes right after a in their list.
func nextLabel(a, b label) bool {
	if a.kind == corpus.KindItem && len(a.value) == 0 {
		x, y := firstRune(a.num), firstRune(b.num)
		return unicode.IsLetter(x) && (y == x+1 || x == 'и' && y == 'к')
	}
	return follows(a.value, b.value)
}

// goesOnAfter reports whether the amending act goes on at line i, with a number
// or without one.
func (p *parser) goesOnAfter(i int, outer []label) bool {
	l := &p.paras[i]
	if l.role != plain || l.Table > 0 {
		return false
	}
	if l.label.none() {
		return (startsLower(l.Text) || hasAny(l.Text, []string{"приложени", "внести", "дополнить"})) && p.orders(i)
	}
	return p.resumes(i, outer)
}

// signsAct reports whether the signature of the act begins at line i.
func (p *parser) signsAct(i int) bool {
	if i == 0 || p.paras[i].role != plain || !p.signs(i) || p.signatureEnd(i) < 0 {
		return false
	}
	for j := i; j < len(p.paras) && j < i+4; j++ {
		if person.MatchString(plainText(&p.paras[j])) {
			return true
		}
	}
	return false
}
