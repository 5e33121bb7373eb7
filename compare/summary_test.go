package compare

import (
	"slices"
	"strings"
	"testing"

	"svod/corpus"
)

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		lang string
		kind corpus.Kind
		n    int
		want string
	}{
		{"ru", corpus.KindArticle, 1, "изменена 1 статья; у 1 статьи"},
		{"ru", corpus.KindArticle, 3, "изменено 3 статьи; у 3 статей"},
		{"ru", corpus.KindArticle, 11, "изменено 11 статей; у 11 статей"},
		{"ru", corpus.KindArticle, 14, "изменено 14 статей; у 14 статей"},
		{"ru", corpus.KindArticle, 21, "изменена 21 статья; у 21 статьи"},
		{"ru", corpus.KindArticle, 112, "изменено 112 статей; у 112 статей"},
		{"ru", corpus.KindClause, 1, "изменен 1 пункт; у 1 пункта"},
		{"ru", corpus.KindClause, 22, "изменено 22 пункта; у 22 пунктов"},
		{"ru", corpus.KindAppendix, 1, "изменено 1 приложение; у 1 приложения"},
		{"ru", corpus.KindAppendix, 5, "изменено 5 приложений; у 5 приложений"},
		{"kk", corpus.KindArticle, 5, "5 бап өзгертілді; у 5 бап"},
		{"en", corpus.KindArticle, 1, "1 article changed; у 1 article"},
		{"en", corpus.KindArticle, 2, "2 articles changed; у 2 articles"},
	} {
		p := &printer{t: TemplateFor("", c.lang), lang: c.lang}
		noun := nounOf(c.lang, c.kind)
		u := &UnitCount{Changed: c.n, kind: c.kind, noun: noun}
		got := strings.Join(p.counts(u), ", ") + "; у " + itoa(c.n) + " " + noun.of(c.lang, c.n)
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestSummary(t *testing.T) {
	for _, c := range []struct {
		name, was, is string
		want          []string
	}{
		{"articles and what is in them", "ст 1 | Состав\nп 1 | Совет состоит из пяти членов.\nст 2 | Отчет\nп 1 | Отчет публикуется ежегодно.\nст 3 | Взносы\nп 1 | Взносы платят члены.",
			"ст 1 | Состав\nп 1 | Совет состоит из семи членов.\nп 2 | Члены назначаются министром.\nст 2 | Отчет\nп 1 | Отчет публикуется ежегодно.\nст 2-1 | Слушания\nп 1 | Население приглашают объявлениями.\nп 2 | Протокол ведет секретарь.\nст 3 x | исключена Законом РК от 03.01.2021 № 406-VI",
			[]string{"Изменена 1 статья, добавлена 1 статья (2-1), исключена 1 статья (3).", "В измененных статьях: изменен 1 пункт, добавлен 1 пункт."}},
		{"an act without articles", "п 1 | Совет состоит из пяти членов.\nп 2 | Отчет публикуется ежегодно в газете министерства.", "п 1 | Совет состоит из семи членов.\nп 2 | Отчет публикуется ежегодно в газете министерства.\nп 3 | Население приглашают объявлениями.",
			[]string{"Изменен 1 пункт, добавлен 1 пункт (3)."}},
		{"numbers only", "ст 1 | Состав\nп 1 | Совет состоит из пяти членов.\nст 2 | Отчет\nп 1 | Отчет публикуется ежегодно.", "ст 2 | Состав\nп 1 | Совет состоит из пяти членов.\nст 3 | Отчет\nп 1 | Отчет публикуется ежегодно.",
			[]string{"Номер изменен у 2 статей."}},
		{"a preamble", "преамбула | Закон регулирует деятельность советов.\nст 1 | Состав\nп 1 | Совет состоит из пяти членов.", "преамбула | Закон регулирует деятельность общественных советов.\nст 1 | Состав\nп 1 | Совет состоит из пяти членов.",
			[]string{"Изменена преамбула."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmp := Compare(act(t, c.was), act(t, c.is))
			p := &printer{c: cmp, t: TemplateFor("", "ru"), lang: "ru"}
			if got := p.summary(Options{}); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}
