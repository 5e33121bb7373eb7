package parse

import (
	"regexp"
	"strings"

	"svod/corpus"
)

// noteOpeners begin a paragraph that is an editorial note. They are the
// words of the state databases of Kazakhstan, of zakon.kz, pravo.gov.ru and
// the Kyrgyz and Belarusian ones.
var noteOpeners = []string{
	"сноска.", "сноска:", "ескерту.", "ескерту:", "ескертпе:", "примечание изпи", "примечание рцпи", "примечание рципи", "примечание редакци",
	"примечание. см.", "примечание: см.", "зқаи-ның ескертпес", "рқао-ның ескертпес", "рқаио-ның ескертпес", "вниманию пользовател", "внимание!", "©", "пайдаланушылардың назарына",
	"для удобства пользования", "пайдаланушыларға ыңғайлы болу", "порядок введения в действие", "по всему тексту", "по тексту ", "оглавление исключено", "см. о внесении", "см. ", "см.:", "см. комментар",
	"(сноска", "(в редакции", "(в ред.", "(в ред ", "(с изм.", "(статья в ред", "(статья введена", "(статья дополнена", "(часть в ред", "(часть введена",
	"(часть дополнена", "(пункт в ред", "(пункт введен", "(подпункт в ред", "(подпункт введен", "(абзац в ред", "(абзац введен", "(глава введена",
	"(глава в ред", "(наименование в ред", "(название в ред", "(дополнение ", "(п. ", "(пп. ", "(ч. ", "(абз. ", "(введен", "(преамбула в ред",
	"(раздел введен", "(раздел в ред", "(параграф введен", "(параграф в ред", "(дополнен", "(с учетом",
}

// noteLines are the words of zakon.kz's notes, which stand before their unit
// without any mark; the reference to the amending law proves them.
var noteLines = regexp.MustCompile(`^(?:В |Часть |Пункт |Подпункт |Статья |Статью |Глава |Главу |Абзац |Параграф |Раздел |Заголовок |Преамбула |Закон |Кодекс |Наименование |Название |Приложение )[^.;]{0,160}?` +
	`(?:внесен|изложен|дополнен|исключен|введен|утратил|изменен|переименован)[^;]{0,80}?(?:в соответствии с |в редакции |согласно |на основании |Законом |Закона )`)

var noteRepeal = []string{"(исключен", "(утратил", "(статья утратила", "(статья исключена", "(часть утратила", "(пункт утратил", "(подпункт утратил", "(абзац утратил", "(глава утратила", "(абзац ", "(отменен"}

// isNote reports whether a paragraph without a label is an editorial note.
func isNote(s string) bool {
	switch firstRune(s) {
	case '(':
		if hasAny(s, noteOpeners) {
			if t, ok := cutFold(s, "(п. "); ok && !strings.Contains(t, "ред") && !strings.Contains(t, "введен") {
				return false
			}
			return strings.HasSuffix(strings.TrimRight(s, ".;, "), ")") || !strings.Contains(s, ")")
		}
		return hasAny(s, noteRepeal) && strings.HasSuffix(strings.TrimRight(s, ".;, "), ")") &&
			(isRepealed(s) || strings.Contains(s, "утратил") || strings.Contains(s, "исключен"))
	case 'В', 'Ч', 'П', 'С', 'Г', 'А', 'Р', 'З', 'К', 'Н', 'Е', 'Д', 'с', 'в', 'C', 'E':
		if hasAny(s, noteOpeners) {
			return true
		}
		return (strings.Contains(s, "стар. ред") || strings.Contains(s, "введен в действие") || strings.Contains(s, "Закон")) &&
			noteLines.MatchString(s) && (strings.Contains(s, "№") || strings.Contains(s, "N "))
	}
	return hasAny(s, noteOpeners)
}

// opensBlock reports whether a note only announces that the next paragraph is
// one: «Примечание ИЗПИ!», «См.:».
func opensBlock(s string) bool {
	return runeLen(s) < 40 && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, ":"))
}

// blockWords occur in what follows «Примечание ИЗПИ!», however many
// paragraphs it takes.
var blockWords = []string{"предусматрива", "вводится в действие", "введения в действие", "вступает в силу", "вступления в силу", "вступают в силу", "действует до", "действовал", "приостановлен",
	"созда", "утрачивает силу", "изменени", "см. ", "қолданысқа енгізіл", "көзделген", "қараңыз", "указанного закона"}

func inBlock(s string) bool {
	for _, w := range blockWords {
		if strings.Contains(strings.ToLower(s), w) {
			return true
		}
	}
	return false
}

// seeAlso begin the lines under «См.:».
var seeAlso = []string{"решени", "постановлени", "положени", "указ", "порядок", "инструкци", "закон", "правила", "приказ", "типов", "перечень", "распоряжени", "временн"}

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
		if l.role != plain || l.Table > 0 {
			continue
		}
		marked := l.Style.Note || redIsNote && l.Style.Red
		switch {
		case !l.label.none() && !l.label.weak:
		case isNote(l.Text):
			l.role, l.first = note, true
			if opensBlock(l.Text) {
				i = p.noteBlock(i)
			}
		case marked:
			l.role = note
			l.first = i == 0 || p.paras[i-1].role != note
		}
		if l.role == note {
			l.label = label{}
		}
	}
}

// noteBlock claims what a note announces and returns its last line.
func (p *parser) noteBlock(i int) int {
	see := strings.HasSuffix(p.paras[i].Text, ":")
	marked := p.paras[i].Style.Red || p.paras[i].Style.Note
	for j := i + 1; j < len(p.paras); j++ {
		l := &p.paras[j]
		s := l.Text
		ok := l.role == plain && l.Table == 0 && !isNote(s) && !isContentsWord(s) && l.Style.Heading == 0
		switch {
		case !ok:
		case see:
			ok = l.label.none() && hasAny(s, seeAlso) && strings.Contains(s, "от ") && !ends(s, ".;:")
		case l.Style.Red != p.paras[i].Style.Red && marked:
			ok = false
		case j == i+1:
			ok = inBlock(s) || l.label.none() && marked
		default:
			ok = l.label.none() && (runeLen(s) < 120 && startsLower(s) && !ends(p.paras[j-1].Text, ".;:") || marked)
		}
		if !ok {
			return j - 1
		}
		l.role, l.label = note, label{}
	}
	return len(p.paras) - 1
}

// inline matches the notes that stand inside a paragraph, with a capital as
// the portals print them; the same words in small letters may be law: «Закон
// РСФСР … (в редакции Закона от …)».
var inline = regexp.MustCompile(`\s*\((?:В ред(?:акции|\.) |(?:Статья|Часть|Пункт|Подпункт|Абзац|Наименование|Название|Глава|Раздел|Параграф|Дефис|Буква|Позиция|Преамбула|Примечание) (?:[а-я]+ )?(?:в ред(?:акции|\.)|утратил[аи]? силу|введен[аоы]?|дополнен|исключен[аоы]?|признан)|Дополнение |Исключен[аоы]? |Утратил[аи]? силу|(?:Введен|Дополнен)[аоы]? )(?:[^()]|\([^()]*\))*\)`)

// inlineEnd matches the notes of ConsultantPlus at the end of a paragraph.
var inlineEnd = regexp.MustCompile(`[.;,:]\s*(\((?:в ред\. |п\. \S+ в ред\. |(?:п|пп|ч|абз)\. \S+ введен[а]? )(?:[^()]|\([^()]*\))*\))[.;]?$`)

// splitNotes takes the inline notes out of a text.
func splitNotes(text string) (string, []corpus.Note) {
	if !strings.Contains(text, "(") {
		return text, nil
	}
	var notes []corpus.Note
	add := func(s string) { notes = append(notes, corpus.Note{Text: trim(s)}) }
	if m := inlineEnd.FindStringSubmatchIndex(text); m != nil {
		add(text[m[2]:m[3]])
		text = trim(text[:m[2]]) + text[m[3]:]
	}
	if !strings.ContainsAny(text, "ВСЧПАНГРДБИУ") {
		return text, notes
	}
	ms := inline.FindAllStringIndex(text, -1)
	if ms == nil {
		return text, notes
	}
	var b strings.Builder
	at := 0
	for _, m := range ms {
		b.WriteString(text[at:m[0]])
		add(text[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(text[at:])
	return trim(b.String()), notes
}

// A mention is a unit that a note speaks of.
type mention struct {
	kind corpus.Kind
	num  string
}

// mentionWords are the beginnings of the nouns in notes, and the Kazakh ones
// that follow their number.
var mentionWords = []struct {
	stem string
	kind corpus.Kind
}{
	{"стать", corpus.KindArticle}, {"подпункт", corpus.KindSubclause}, {"пункт", corpus.KindClause}, {"глав", corpus.KindChapter}, {"раздел", corpus.KindSection},
	{"параграф", corpus.KindParagraph}, {"приложени", corpus.KindAppendix}, {"подраздел", corpus.KindSubsection},
	{"бап", corpus.KindArticle}, {"бабы", corpus.KindArticle}, {"тармақша", corpus.KindSubclause}, {"тармақ", corpus.KindClause}, {"тармағ", corpus.KindClause}, {"тарау", corpus.KindChapter}, {"бөлім", corpus.KindSection},
}

// mentions returns the units named at the beginning of a note, before the
// amending law.
func mentions(text string) []mention {
	for _, w := range []string{"Закон", "закон", " – ҚР", " - ҚР", "приказ", "постановлени", "решени"} {
		if i := strings.Index(text, w); i > 0 {
			text = text[:i]
		}
	}
	if len(text) > 400 {
		text = text[:400]
	}
	var ms []mention
	fields := strings.FieldsFunc(text, func(r rune) bool { return isSpace(r) || r == ',' || r == ';' })
	kind := corpus.KindDocument
	for _, f := range fields {
		num, rest := scanDigits(strings.TrimLeft(f, "(«\""))
		if num == "" {
			if k := mentionKind(f); k != corpus.KindDocument {
				if kind = k; len(ms) == 0 || ms[len(ms)-1].kind != k {
					ms = append(ms, mention{kind: k})
				}
			}
			continue
		}
		if isHyphen(firstRune(rest)) { // 2-бап
			if k := mentionKind(rest[1:]); k != corpus.KindDocument {
				ms = append(ms, mention{k, num})
				continue
			}
		}
		if kind != corpus.KindDocument {
			if last := &ms[len(ms)-1]; last.kind == kind && last.num == "" {
				last.num = num
			} else {
				ms = append(ms, mention{kind, num})
			}
		}
	}
	return ms
}

func mentionKind(word string) corpus.Kind {
	for _, w := range mentionWords {
		if _, ok := cutFold(word, w.stem); ok {
			return w.kind
		}
	}
	return corpus.KindDocument
}
