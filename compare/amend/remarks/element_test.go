package remarks

import (
	"strings"
	"testing"
)

func TestRefs(t *testing.T) {
	for _, c := range []struct{ in, head, want string }{
		{"ст. 5 п. 2", "", "ст.5/п.2"},
		{"подпункт 4-1) пункта 1 статьи 5 (новый)", "", "ст.5/п.1/пп.4-1 new"},
		{"Статья 5", "", "ст.5"},
		{"Пункты 2 и 3 статьи 7", "", "ст.7/п.2,3"},
		{"Абзац второй пункта 1 статьи 3", "", "ст.3/п.1/абз.2"},
		{"5-1-баптың 2-тармағы", "", "ст.5-1/п.2"},
		{"5-баптың 1-тармағының 4) тармақшасы (жаңа)", "", "ст.5/п.1/пп.4 new"},
		{"5-1", "Статья", "ст.5-1"},
		{"12.", "№ пункта", "ст.12"},
		{"12.", "Пункт", "п.12"},
		{"Статья 4:\nподпункты 1-1) (новый), 2)", "", "ст.4/пп.1-1 new; ст.4/пп.2"},
		{"Пункт 1 статьи 10: абзац первый; подпункты 1), 3) части второй", "", "ст.10/п.1/абз.1; ст.10/п.1/ч.2/пп.1,3"},
		{"Статья 5 (заголовок)", "", "ст.5 heading"},
		{"подпункт 1); подпункт 2) пункта 3 статьи 5", "", "ст.5/п.3/пп.1; ст.5/п.3/пп.2"},
		{"По всему тексту", "", ""},
		{"", "", ""},
	} {
		var got []string
		for _, r := range Refs(c.in, c.head) {
			var steps []string
			for _, s := range r.Steps {
				steps = append(steps, s.String())
			}
			s := strings.Join(steps, "/")
			if r.New {
				s += " new"
			}
			if r.Heading {
				s += " heading"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("Refs(%q, %q) = %q, want %q", c.in, c.head, s, c.want)
		}
	}
}

func TestRoles(t *testing.T) {
	for heads, want := range map[string]string{
		"№ п/п|Структурный элемент|Действующая редакция|Предлагаемая редакция|Обоснование":                                                                  "number element before after reason",
		"№|Статья|Редакция действующего закона|Редакция законопроекта|Примечание":                                                                           "number element before after other",
		"№п/п|Структурный элемент|Редакция законопроекта|Предлагаемая редакция|Автор изменения или дополнения и его обоснование|Решение головного комитета": "number element before after author-reason decision",
		"Р/с №|Құрылымдық элемент|Қолданыстағы редакция|Ұсынылатын редакция|Негіздеме":                                                                      "number element before after reason",
		"№|Элемент|Текущая редакция|Предлагаемая редакция|Обоснование|Автор":                                                                                "number element before after reason author",
		"№|Структурный элемент|Редакция проекта|Замечание, предложение|Автор":                                                                               "number element before remark author",
		"Р/с №|Бап|Жобаның редакциясы|Ескерту, ұсыныс|Негіздеме":                                                                                            "number element before remark reason",
		"№|Структурный элемент|Редакция до 03.01.2021|Редакция с изменениями на 03.01.2021":                                                                 "number element before after",
	} {
		var roles []Role
		for h := range strings.SplitSeq(heads, "|") {
			roles = append(roles, roleOf(h))
		}
		settle(roles)
		var got []string
		for _, r := range roles {
			got = append(got, string(r))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s:\n got %s\nwant %s", heads, s, want)
		}
	}
}
