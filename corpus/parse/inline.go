package parse

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
)

// inline matches the notes that stand inside a paragraph, with a capital as
// the portals print them; the same words in small letters may be law: «Закон
// РСФСР … (в редакции Закона от …)».
var inline = lazy.New(`\s*\((?:В +ред(?:акции|\.) +|(?:Статья|Часть|Пункт|Подпункт|Абзац|Наименование|Название|Глава|Раздел|Параграф|Дефис|Буква|Позиция|Преамбула|Примечание) +(?:[а-я]+ +)?(?:в +ред(?:акции|\.)|утратил[аи]? +силу|введен[аоы]?|дополнен|исключен[аоы]?|признан)|Дополнение +|Исключен[аоы]? +|Утратил[аи]? +силу|(?:Введен|Дополнен)[аоы]? +)(?:[^()]|\([^()]*\))*\)`)

// inlineEnd matches the notes of ConsultantPlus at the end of a paragraph.
var inlineEnd = lazy.New(`[.;,:]\s*(\((?:в +ред\. +|п\. +\S+ +в +ред\. +|(?:п|пп|ч|абз)\. +\S+ +введен[а]? +)(?:[^()]|\([^()]*\))*\))[.;]?$`)

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
