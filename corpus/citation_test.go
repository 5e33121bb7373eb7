package corpus

import (
	"slices"
	"testing"
)

// act makes an act of one article 5 with each kind of unit in it.
func act(m Meta) *Document {
	d := tree(article("5", "Совет:", subclause("1", "а:", item("а", "б.")), subclause("2", "в."), passage("Часть вторая.")),
		article("6", "", clause("2-1", "Совет:", subclause("1", "а:", item("а", "б."), passage("Конец.")), subclause("2", "в."), passage("Новое начало:"), passage("г."), subclause("1", "д.")),
			clause("3", "Один:", item("б", "в."))))
	d.Meta = m
	return d
}

func TestCitation(t *testing.T) {
	kz := Meta{Jurisdiction: "KZ", Type: "law", Title: "Об общественных советах"}
	uk := Meta{Jurisdiction: "KZ", Type: "code", Title: "Уголовный кодекс Республики Казахстан"}
	koap := Meta{Jurisdiction: "KZ", Type: "code", Title: "Об административных правонарушениях"}
	ru := Meta{Jurisdiction: "RU", Type: "law", Title: "О совете"}
	gk := Meta{Jurisdiction: "RU", Type: "code", Title: "Гражданский кодекс Российской Федерации"}
	none := Meta{}
	for _, c := range []struct {
		meta      Meta
		address   Address
		lang      string
		cite, abr string
	}{
		{kz, "ст.6", "ru", "статья 6", "ст. 6"},
		{kz, "ст.6/п.2-1", "ru", "пункт 2-1 статьи 6", "п. 2-1 ст. 6"},
		{kz, "ст.6/п.2-1/пп.1", "ru", "подпункт 1) части первой пункта 2-1 статьи 6", "пп. 1) ч. 1 п. 2-1 ст. 6"},
		{kz, "ст.6/п.2-1/пп.1~2", "ru", "подпункт 1) части второй пункта 2-1 статьи 6", "пп. 1) ч. 2 п. 2-1 ст. 6"},
		{kz, "ст.6/п.2-1/пп.1/б.а", "ru", "буква а) части первой подпункта 1) части первой пункта 2-1 статьи 6", "б. а) ч. 1 пп. 1) ч. 1 п. 2-1 ст. 6"},
		{kz, "ст.6/п.2-1/абз.2", "ru", "абзац первый части второй пункта 2-1 статьи 6", "абз. 1 ч. 2 п. 2-1 ст. 6"},
		{kz, "ст.6/п.2-1/абз.3", "ru", "абзац второй части второй пункта 2-1 статьи 6", "абз. 2 ч. 2 п. 2-1 ст. 6"},
		{kz, "ст.6/п.3/б.б", "ru", "подпункт б) пункта 3 статьи 6", "пп. б) п. 3 ст. 6"},
		{kz, "ст.5/абз.2", "ru", "часть вторая статьи 5", "ч. 2 ст. 5"},
		{kz, "ст.5/пп.2", "ru", "подпункт 2) части первой статьи 5", "пп. 2) ч. 1 ст. 5"},
		{none, "ст.6/п.2-1", "ru", "пункт 2-1 статьи 6", "п. 2-1 ст. 6"},
		{uk, "ст.6/п.2-1", "ru", "часть 2-1 статьи 6", "ч. 2-1 ст. 6"},
		{uk, "ст.6/п.2-1/пп.2", "ru", "пункт 2) части 2-1 статьи 6", "п. 2) ч. 2-1 ст. 6"},
		{uk, "ст.6/п.2-1/абз.2", "ru", "абзац второй части 2-1 статьи 6", "абз. 2 ч. 2-1 ст. 6"},
		{uk, "ст.6/п.2-1/пп.1~2", "ru", "пункт 1) (повтор 2) части 2-1 статьи 6", "п. 1) (повтор 2) ч. 2-1 ст. 6"},
		{koap, "ст.6/п.2-1/пп.2", "ru", "подпункт 2) части 2-1 статьи 6", "пп. 2) ч. 2-1 ст. 6"},
		{ru, "ст.6/п.2-1/пп.2", "ru", "пункт 2 части 2-1 статьи 6", "п. 2 ч. 2-1 ст. 6"},
		{ru, "ст.6/п.2-1/пп.1/б.а", "ru", "подпункт «а» пункта 1 части 2-1 статьи 6", "пп. «а» п. 1 ч. 2-1 ст. 6"},
		{ru, "ст.6/п.3/б.б", "ru", "пункт «б» части 3 статьи 6", "п. «б» ч. 3 ст. 6"},
		{ru, "ст.5/пп.2", "ru", "пункт 2 части первой статьи 5", "п. 2 ч. 1 ст. 5"},
		{gk, "ст.6/п.2-1/пп.2", "ru", "подпункт 2 пункта 2-1 статьи 6", "пп. 2 п. 2-1 ст. 6"},
		{gk, "ст.6/п.2-1/абз.3", "ru", "абзац третий пункта 2-1 статьи 6", "абз. 3 п. 2-1 ст. 6"},
		{kz, "ст.6", "kk", "6-бап", "6-б."},
		{kz, "ст.6/п.2-1", "kk", "6-баптың 2-1-тармағы", "6-б. 2-1-т."},
		{kz, "ст.6/п.2-1/пп.1", "kk", "6-баптың 2-1-тармағының бірінші бөлігінің 1) тармақшасы", "6-б. 2-1-т. 1-бөл. 1) тш."},
		{kz, "ст.6/п.2-1/абз.3", "kk", "6-баптың 2-1-тармағының екінші бөлігінің екінші абзацы", "6-б. 2-1-т. 2-бөл. 2-абз."},
		{uk, "ст.6/п.2-1/пп.2", "kk", "6-баптың 2-1-бөлігінің 2) тармағы", "6-б. 2-1-бөл. 2) т."},
		{kz, "ст.5/абз.2", "en", "part 2 of article 5", "pt. 2 art. 5"},
		{kz, "ст.6/п.2-1/пп.1~2", "en", "subclause 1) of part 2 of clause 2-1 of article 6", "subcl. 1) pt. 2 cl. 2-1 art. 6"},
		{kz, "", "ru", "", ""},
		{kz, "ст.99", "ru", "", ""},
	} {
		d := act(c.meta)
		if got := d.Citation(c.address, c.lang); got != c.cite {
			t.Errorf("%s of %q: %q, want %q", c.address, c.meta.Title, got, c.cite)
		}
		if got := d.ShortCitation(c.address, c.lang); got != c.abr {
			t.Errorf("%s of %q: %q, want %q", c.address, c.meta.Title, got, c.abr)
		}
		for _, s := range []string{c.cite, c.abr} {
			if s == "" {
				continue
			}
			r, _ := ParseReference(s)
			if got := d.Resolve(r); !slices.Equal(got, []Address{c.address}) {
				t.Errorf("%q of %q leads to %v, not to %s", s, c.meta.Title, got, c.address)
			}
		}
	}
}

// TestCitationAbove names what stands above the article and beside it.
func TestOwnCitation(t *testing.T) {
	d := act(Meta{Jurisdiction: "KZ", Type: "law", Title: "Об общественных советах"})
	for a, want := range map[Address]string{
		"ст.5":             "ч. 1 ст. 5",
		"ст.5/абз.2":       "ч. 2 ст. 5",
		"ст.6":             "ст. 6", // its clauses are no parts
		"ст.6/п.2-1":       "ч. 1 п. 2-1 ст. 6",
		"ст.6/п.2-1/абз.2": "ч. 2 п. 2-1 ст. 6", // leads the list in
		"ст.6/п.2-1/абз.3": "абз. 2 ч. 2 п. 2-1 ст. 6",
		"ст.6/п.3":         "п. 3 ст. 6",
		"ст.99":            "",
	} {
		got := d.OwnCitation(a, "ru")
		if got != want {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
}

func TestCitationAbove(t *testing.T) {
	rules := unit(KindAppendix, "", "", "Утверждены приказом", clause("3", "Порядок.", subclause("1", "а.")), unit(KindTable, "", "", "", unit(KindRow, "", "", "а"), unit(KindRow, "", "", "б")))
	rules.Title = "Правила учёта встреч"
	rules.Units = append(rules.Units, unit(KindAppendix, "Приложение 1", "1", "к Правилам учёта встреч", clause("5", "Журнал.")))
	form := unit(KindAppendix, "", "", "", clause("3", "Форма."))
	d := tree(unit(KindRequisite, "", "", "ЗАКОН"), unit(KindRequisite, "", "", "О совете"), unit(KindPreamble, "", "", "Закон."),
		unit(KindPart, "ОСОБЕННАЯ ЧАСТЬ", "ОСОБЕННАЯ", "", unit(KindSection, "РАЗДЕЛ II", "II", "", unit(KindSubsection, "Подраздел 1.", "1", "",
			unit(KindChapter, "Глава вторая", "вторая", "", unit(KindParagraph, "§ 1.", "1", "", clause("1", "Один.")))))),
		unit(KindSignature, "", "", "Президент"), rules, unit(KindAppendix, "Приложение 2", "2", "", clause("3", "Текст."), unit(KindAppendix, "Приложение 4", "4", "", clause("7", "Акт.")), unit(KindSignature, "", "", "Секретарь")), form)
	for _, c := range []struct {
		address Address
		ru, kk  string
	}{
		{"реквизит", "реквизит", "деректеме"},
		{"реквизит~2", "реквизит 2", "2-деректеме"},
		{"преамбула", "преамбула", "кіріспе"},
		{"ч-особ", "Особенная часть", "Ерекше бөлік"},
		{"разд.2", "раздел II", "2-бөлім"},
		{"разд.2/подразд.1", "подраздел 1 раздела II", "2-бөлімнің 1-кіші бөлімі"},
		{"гл.2", "глава 2", "2-тарау"},
		{"гл.2/пар.1", "параграф 1 главы 2", "2-тараудың 1-параграфы"},
		{"п.1", "пункт 1", "1-тармақ"},
		{"подпись", "подпись", "қолтаңба"},
		{"прил", "Правила", "Қағидалар"},
		{"прил/п.3", "пункт 3 Правил", "Қағидалардың 3-тармағы"},
		{"прил/п.3/пп.1", "подпункт 1) пункта 3 Правил", "Қағидалардың 3-тармағының 1) тармақшасы"},
		{"прил/табл.1/стр.2", "строка 2 таблицы 1 Правил", "Қағидалардың 1-кестесінің 2-жолы"},
		{"прил/прил.1", "приложение 1 к Правилам", "Қағидалардың 1-қосымшасы"},
		{"прил/прил.1/п.5", "пункт 5 приложения 1 к Правилам", "Қағидалардың 1-қосымшасының 5-тармағы"},
		{"прил.2/п.3", "пункт 3 приложения 2", "2-қосымшаның 3-тармағы"},
		{"прил.2/прил.4/п.7", "пункт 7 приложения 4 к приложению 2", "2-қосымшаның 4-қосымшасының 7-тармағы"},
		{"прил.2/подпись", "подпись приложения 2", "2-қосымшаның қолтаңбасы"},
		{"прил~2/п.3", "пункт 3 приложения (повтор 2)", "қосымшаның (қайталануы 2) 3-тармағы"},
	} {
		if d.At(c.address) == nil {
			t.Errorf("no %s among %s", c.address, addressesOf(d))
			continue
		}
		for lang, want := range map[string]string{"ru": c.ru, "kk": c.kk} {
			if got := d.Citation(c.address, lang); got != want {
				t.Errorf("%s: %q, want %q", c.address, got, want)
			}
			r, ok := ParseReference(want)
			if got := d.Resolve(r); !ok || !slices.Equal(got, []Address{c.address}) && c.address != "реквизит" {
				t.Errorf("%q leads to %v, not to %s", want, got, c.address)
			}
		}
	}
}

// TestResolve asks as people do, without knowing the tree.
func TestResolve(t *testing.T) {
	kz := act(Meta{Jurisdiction: "KZ", Type: "law"})
	ru := act(Meta{Jurisdiction: "RU", Type: "law"})
	for _, c := range []struct {
		d    *Document
		in   string
		want []Address
	}{
		{kz, "ст 6 пп 2", []Address{"ст.6/п.2-1/пп.2"}}, // the clause left out
		{kz, "ч. 2-1 ст. 6", []Address{"ст.6/п.2-1"}},   // by another act's word
		{kz, "пункт 2 статьи 5", []Address{"ст.5/пп.2"}},
		{kz, "часть первая статьи 5", []Address{"ст.5"}},
		{kz, "часть вторая пункта 2-1 статьи 6", []Address{"ст.6/п.2-1/абз.2", "ст.6/п.2-1/абз.3", "ст.6/п.2-1/пп.1~2"}},
		{kz, "п. 2-1 ч. 2 ст. 6 пп. 1", []Address{"ст.6/п.2-1/пп.1~2"}}, // in no order
		{kz, "абзац первый пункта 2-1 статьи 6", []Address{"ст.6/п.2-1"}},
		{kz, "абзац 3 пункта 2-1 статьи 6", []Address{"ст.6/п.2-1/абз.3"}},
		{kz, "подпункты 1) и 2) статьи 5", []Address{"ст.5/пп.1", "ст.5/пп.2"}},
		{kz, "подпункты 1)–5) статьи 5", []Address{"ст.5/пп.1", "ст.5/пп.2"}},
		{kz, "статьи 5 и 6", []Address{"ст.5", "ст.6"}},
		{kz, "пп. a) п. 3 ст. 6", nil},
		{kz, "пп. б) п. 3 ст. 6", []Address{"ст.6/п.3/б.б"}},
		{kz, "подпункт а) подпункта 1) статьи 5", []Address{"ст.5/пп.1/б.а"}},
		{kz, "буква a) подпункта 1) статьи 5", []Address{"ст.5/пп.1/б.а"}}, // a Latin letter
		{kz, "статья 7", nil},
		{kz, "ст. 5-7", []Address{"ст.5", "ст.6"}},
		{kz, "п. 2-5 ст. 6", []Address{"ст.6/п.2-1", "ст.6/п.3"}},
		{kz, "ст.6/п.2-1/пп.1~2", []Address{"ст.6/п.2-1/пп.1~2"}},
		{kz, "ст.6/пп.2", []Address{"ст.6/п.2-1/пп.2"}},
		{kz, "5-баптың екінші бөлігі", []Address{"ст.5/абз.2"}},
		{ru, "часть 3 статьи 6", []Address{"ст.6/п.3"}},
		{ru, "пункт 2 части 2-1 статьи 6", []Address{"ст.6/п.2-1/пп.2"}},
		{ru, "подпункт «а» пункта 1 части 2-1 статьи 6", []Address{"ст.6/п.2-1/пп.1/б.а"}},
		{ru, "пункт 3 статьи 6", []Address{"ст.6/п.3"}},
	} {
		r, ok := ParseReference(c.in)
		if got := c.d.Resolve(r); !ok || !slices.Equal(got, c.want) {
			t.Errorf("%q (%s) leads to %v, want %v", c.in, show(r.Steps), got, c.want)
		}
	}
	repealed := tree(article("15–18", ""), article("19", "Один."))
	if r, _ := ParseReference("статья 16"); !slices.Equal(repealed.Resolve(r), []Address{"ст.15–18"}) {
		t.Error("an article among several repealed ones is not found")
	}
	list := tree(article("5", "", subclause("8, 12", ""), subclause("9", "а.")))
	for ref, want := range map[string][]Address{"подпункт 12) статьи 5": {"ст.5/пп.8,12"}, "ст.5/пп.8,12": {"ст.5/пп.8,12"}, "подпункты 8)–10) статьи 5": {"ст.5/пп.8,12", "ст.5/пп.9"}, "подпункт 10) статьи 5": nil} {
		if r, _ := ParseReference(ref); !slices.Equal(list.Resolve(r), want) {
			t.Errorf("%s is %v, want %v", ref, list.Resolve(r), want)
		}
	}
	var empty Document
	if r, _ := ParseReference("статья 16"); empty.Resolve(r) != nil {
		t.Error("an empty document has articles")
	}
}

// TestOwnWords checks that a Russian act is cited as it cites itself.
func TestOwnWords(t *testing.T) {
	d := tree(article("5", "", clause("1", "Один."), clause("2", "В случаях, указанных в пункте 1 настоящей статьи, и в пункте 1 настоящей статьи.")))
	d.Meta = Meta{Jurisdiction: "RU", Type: "law"}
	if got := d.Citation("ст.5/п.1", "ru"); got != "пункт 1 статьи 5" {
		t.Error(got)
	}
}
