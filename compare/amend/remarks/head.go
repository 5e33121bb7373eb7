package remarks

import (
	"strings"
	"unicode"

	"svod/corpus/words"
)

// A Role is what a column of a table holds.
type Role string

// The roles of columns.
const (
	Number   Role = "number"
	Element  Role = "element"
	Before   Role = "before"
	After    Role = "after"
	Remark   Role = "remark"
	Author   Role = "author"
	Reason   Role = "reason"
	Decision Role = "decision"
	Other    Role = "other"

	project        Role = "project"       // the text of the draft: what it is depends on its neighbours
	authorAndCause Role = "author-reason" // «Автор и обоснование» of parliament
	bareEdition    Role = "edition"       // «Редакция на 03.01.2021»
)

// heads are parts of folded headings, the more telling ones first.
var heads = []struct {
	role  Role
	whole bool // the heading is this and nothing else
	parts string
}{
	{Number, true, "№|n|no|№ п/п|№п/п|№п.п|№пп|№ п.п|п/п|n п/п|№ пп|no п/п|р/с|р/с №|№ р/с|р/н|р/н №|р/с n|т/р|т/р №|қ/с|номер|#|рс №|реттік №|реттік нөмірі"},
	{Element, true, "статья|статья, пункт|статья (пункт)|статьи|пункт|пункты|норма|положение|бап|бабы|бап, тармақ|тармақ|адрес|provision|article|место|ст|статья проекта|норма закона|норма проекта"},
	{Author, true, "орган|органы|ведомство|министерство|заявитель|участник|эксперт|госорганы|государственные органы|наименование организации|ұйым|мекеме|мемлекеттік орган|ведомство (организация)"},
	{Decision, false, "решение|позици|ұстаным|ответ разработчик|мнение разработчик|комментарии разработчик|комментарий разработчик|заключение разработчик|принятие|принято|шешім|қорытынды|decision|результат рассмотрения|отметка"},
	{Element, false, "структурн|элемент|құрылым|номер стать|№ стать|provision|статья, пункт|статьи, пункт"},
	{Remark, false, "замечани|предложени|ескертпе|ескерту|ұсыныс|комментари|содержание поправки|суть|пікір|remark|comment|мнение"},
	{After, false, "предлагаем|ұсыныл|ұсынат|жаңа редакция|новая редакция|новой редакции|с учетом|с изменениями|proposed|стало|будет|өзгерістермен"},
	{Before, false, "действующ|действу|текущ|қолданыстағы|current|in force|редакция до|старая|прежняя|было|существующ|ескі|бұрынғы|дейінгі редакция"},
	{project, false, "проект|жоба|draft"},
	{authorAndCause, false, "автор изменения|автор и обосн|автор поправки и"},
	{Author, false, "автор|инициатор|кем предложен|кем внесено|кто внес|от кого|author|ұсынған|организация|наименование органа|госорган|государственный орган|кем внесен|источник"},
	{Reason, false, "обоснован|негіздеме|reason|основани|пояснени|причин|аргумент|мотив|довод|себеп|дәлел|түсінік|негізі"},
	{bareEdition, false, "редакция|edition|text"},
}

// roleOf tells what a column is from its heading, "" if nothing tells.
func roleOf(head string) Role {
	h := foldHead(head)
	if h == "" || len(h) > 300 {
		return ""
	}
	if namesLevels(h) {
		return Element
	}
	for _, k := range heads {
		for part := range strings.SplitSeq(k.parts, "|") {
			if k.whole && h == part || !k.whole && strings.Contains(h, part) {
				if k.role == Author && strings.Contains(h, "обоснов") {
					return authorAndCause
				}
				return k.role
			}
		}
	}
	return ""
}

// namesLevels reports whether a heading is the kinds of provisions and nothing
// else: «Статья/пункт», «Бап (тармақ, тармақша)».
func namesLevels(h string) bool {
	found := false
	for _, w := range strings.FieldsFunc(h, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch {
		case levelWords[w]:
			found = true
		case w != "и" && w != "или" && w != "мен" && w != "және" && w != "номер" && w != "проекта" && w != "закона" && w != "законопроекта" && w != "акта":
			return false
		}
	}
	return found
}

var levelWords = map[string]bool{"статья": true, "статьи": true, "пункт": true, "пункты": true, "подпункт": true, "подпункты": true, "часть": true, "абзац": true, "глава": true,
	"раздел": true, "бап": true, "тармақ": true, "тармақша": true, "бөлік": true, "тарау": true}

// foldHead makes headings comparable.
func foldHead(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad':
			return -1
		case '*', ':':
			return ' '
		}
		return r
	}, words.Fold(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), ". ")
}

// settle decides roles that depend on the other columns, and lets each role
// but Other stand once.
func settle(roles []Role) {
	has := func(r Role) bool {
		for _, x := range roles {
			if x == r {
				return true
			}
		}
		return false
	}
	for i, r := range roles {
		switch r {
		case project:
			to := After
			if has(After) || has(Remark) && !has(Before) {
				to = Before
			}
			roles[i] = to
		case authorAndCause:
			if has(Reason) {
				roles[i] = Author
			}
		case bareEdition:
			to := Before
			if has(Before) {
				to = After
			}
			roles[i] = to
		}
	}
	seen := map[Role]bool{}
	for i, r := range roles {
		if r == "" || seen[r] {
			roles[i] = Other
		}
		seen[r] = true
	}
}
