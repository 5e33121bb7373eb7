package parse

import (
	"strings"
	"unicode"

	"svod/corpus/lazy"
)

// An editorial note is a paragraph of its own, or several. This file finds
// them by the words of the state databases of Kazakhstan, Russia, Kyrgyzstan
// and Belarus and of the commercial ones, and by the look that formats give
// them. Notes inside a paragraph are in inline.go; to which unit a note goes
// is decided in place.go.

// noteOpeners begin a paragraph that is an editorial note.
var noteOpeners = []string{
	"сноска.", "сноска:", "ескерту.", "ескерту:", "примечание изпи", "примечание рцпи", "примечание рципи", "примечание редакци", "прим. ред", "примечание. см.", "примечание: см.", "примечание. в соответствии с закон",
	"зқаи-ның ескертпес", "рқао-ның ескертпес", "рқаио-ның ескертпес", "вниманию пользовател", "внимание!", "пайдаланушылардың назарына", "©",
	"для удобства пользования", "пайдаланушыларға ыңғайлы болу", "по всему тексту", "по тексту ", "бүкіл мәтін бойынша", "оглавление исключено",
	"см. ", "см.: ", "см. также", "смотри также", "(сноска", "(см. ", "(с изм.", "(с учетом", "(измененная редакция", "(дополнение ",
	"консультантплюс: примечание", "консультантплюс:примечание", "гарант:", "информация об изменениях:", "список изменяющих документов", "изменения и дополнения:", "өзгерістер мен толықтырулар:",
}

// announcements are the notes that consist of their first words; what they
// announce follows in paragraphs of its own.
var announcements = []string{
	"примечание изпи", "примечание рцпи", "примечание рципи", "зқаи-ның ескертпес", "рқао-ның ескертпес", "рқаио-ның ескертпес", "вниманию пользовател", "внимание",
	"пайдаланушылардың назарына", "консультантплюс: примечание", "консультантплюс:примечание", "гарант", "информация об изменениях", "список изменяющих документов", "см", "см. также", "см. о внесении изменений", "изменения и дополнения", "өзгерістер мен толықтырулар",
}

// lists are the announcements under which stand acts, a line each.
var lists = []string{"см", "изменения и дополнения", "өзгерістер мен толықтырулар"}

// bracketed matches the beginning of «(в ред. …)», «(часть 1 в редакции …)»,
// «(п. 3.1 введен …)», «(Утратила силу …)», «(Глава исключена …)».
var bracketed = lazy.New(`(?i)^\((?:(?:стать[яи]|част[ьи]|пункты?|подпункты?|абзац[ыеа]?|глав[аы]|раздел[ыа]?|подраздел|параграф[ыа]?|преамбула|наименование|название|заголовок|приложени[ея]|дефис|позици[яи]|предложени[ея]|примечани[ея]|таблица|п\.|пп\.|подп\.|ч\.|абз\.|ст\.|п\.\s?п\.)\s?[^()]{0,80}?)?` +
	`(?:в ред(?:\.|акции|\s)|введен|дополнен|утратил|исключен|изложен|признан|отменен|изменен|действие|приостановлен)`)

// noteLines are the words of zakon.kz's notes, which stand before their unit
// without any mark; the reference to the amending law proves them.
var noteLines = lazy.New(`^(?:В |Част[ьи] |Пункты? |Подпункты? |Стать[яию] |Глав[ау] |Абзац |Параграф |Раздел |Заголовок |Преамбула |Закон |Кодекс |Наименование |Название |Приложение |Правила |Положение |Инструкция |Приказ |Постановление |Решение |Указ |Конституция |Таблица |Строка |Текст )[^.;]{0,160}?` +
	`(?:внесен|изложен|дополнен|исключен|введен|утратил|изменен|переименован)[^;]{0,80}?(?:в соответствии с |в редакции |согласно |на основании |[Зз]аконом |Закона |приказом |постановлением |[Уу]казом )`)

// isNote reports whether a paragraph without a label is an editorial note.
func isNote(s string) bool {
	switch firstRune(s) {
	case '(':
		return (bracketed.MatchString(s) || hasAny(s, noteOpeners) || hasAny(s, []string{"(кр "}) && strings.Contains(s, "ыйзам")) && (strings.HasSuffix(strings.TrimRight(s, ".;, "), ")") || unclosed(s)) && !isRepealedPart(s)
	case 'В', 'Ч', 'П', 'С', 'Г', 'А', 'Р', 'З', 'К', 'Н', 'Е', 'Д', 'И', 'У', 'Т', 'с', 'в', 'C', 'E':
		if hasAny(s, noteOpeners) || announces(s) {
			return true
		}
		if rest, ok := cutFold(s, "сноска "); ok {
			return startsUpper(rest) // the full stop is forgotten
		}
		if rest, ok := cutFold(s, "порядок введения в действие"); ok {
			return strings.Contains(rest, "см.") // else it may be the title of an article
		}
		return (strings.Contains(s, "стар. ред") || strings.Contains(s, "введен в действие") || strings.Contains(s, "Закон") || strings.Contains(s, "приказ") || strings.Contains(s, "постановлени") || strings.Contains(s, "Указ")) &&
			noteLines.MatchString(s) && (strings.Contains(s, "№") || strings.Contains(s, "N "))
	}
	return hasAny(s, noteOpeners) || announces(s) || strings.Contains(s, "бұр. ред")
}

// unclosed reports whether a bracket is left open at the end of a paragraph.
func unclosed(s string) bool { return strings.Count(s, "(") > strings.Count(s, ")") }

// announces reports whether a note only says that the next paragraph is one:
// «Примечание ИЗПИ!», «См.:», «ГАРАНТ:».
func announces(s string) bool {
	if runeLen(s) > 40 {
		return false
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range announcements {
		if rest, ok := cutFold(s, w); ok && !strings.ContainsFunc(rest, isSpace) {
			return true
		}
	}
	return false
}

// seeAlso begin the lines under «См.:».
var seeAlso = []string{"решени", "постановлени", "положени", "указ", "порядок", "инструкци", "закон", "правила", "приказ", "типов", "перечень", "распоряжени", "временн", "декрет", "қазақстан"}

// markNotes finds the notes.
func (p *parser) markNotes() {
	red := 0
	for i := range p.paras {
		if p.paras[i].Style.Red {
			red++
		}
	}
	redIsNote := red*2 < len(p.paras)
	for i := 0; i < len(p.paras); i++ {
		l := &p.paras[i]
		if l.role != plain || l.Table > 0 || !l.label.none() && !l.label.weak {
			continue
		}
		switch {
		case isRepealedPart(l.Text): // keeps its place in the text
		case isNote(l.Text):
			l.role, l.label, l.first = note, label{}, true
			switch {
			case announces(l.Text):
				i = p.noteBlock(i)
			case unclosed(l.Text):
				i = p.noteEnd(i)
			}
		case l.Style.Note || redIsNote && l.Style.Red:
			l.first = i == 0 || p.paras[i-1].role != note
			l.role, l.label = note, label{}
		}
	}
}

// noteEnd claims the lines over which a note in brackets is spread and
// returns the last; if no bracket closes it, the note is its first line.
func (p *parser) noteEnd(i int) int {
	open := 0
	for j := i; j < len(p.paras) && j < i+40; j++ {
		l := &p.paras[j]
		if l.role != plain && j > i || l.Table > 0 || l.label.heading() || l.label.kind != 0 && !l.label.weak || runeLen(l.Text) > 400 {
			break
		}
		if open += strings.Count(l.Text, "(") - strings.Count(l.Text, ")"); open > 0 {
			continue
		}
		for k := i + 1; k <= j; k++ {
			p.paras[k].role, p.paras[k].label = note, label{}
		}
		return j
	}
	return i
}

// noteBlock claims what a note announces and returns its last line.
func (p *parser) noteBlock(i int) int {
	head := &p.paras[i]
	see := hasAny(head.Text, lists)
	marked := head.Style.Red || head.Style.Note
	for j := i + 1; j < len(p.paras); j++ {
		l := &p.paras[j]
		s := l.Text
		ok := l.role == plain && l.Table == 0 && !isContentsWord(s) && l.Style.Heading == 0 && !announces(s) && (l.label.none() || l.label.weak)
		switch {
		case !ok:
		case j == i+1 && isNote(s) && !see && !hasAny(s, []string{"сноска", "ескерту"}):
		case isNote(s):
			ok = false
		case see:
			ok = hasAny(s, seeAlso) && (strings.Contains(s, "от ") || strings.Contains(s, "жыл")) && !ends(s, ".:")
		case l.Style.Red != head.Style.Red && marked:
			ok = false
		case j == i+1:
			ok = true
		default:
			ok = runeLen(s) < 120 && startsLower(s) && !ends(p.paras[j-1].Text, ".;:") || marked && l.label.none()
		}
		if !ok {
			return j - 1
		}
		l.role, l.label = note, label{}
		if unclosed(s) && isNote(s) {
			j = p.noteEnd(j)
		}
	}
	return len(p.paras) - 1
}
