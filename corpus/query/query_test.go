package query

import (
	"errors"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ in, search, pattern string }{
		{"отчет", "отчет", "отчет"},
		{"Годовой Отчёт", "годовой И отчет", `"годовой отчет"`},
		{"«годовой отчет»", `"годовой отчет"`, `"годовой отчет"`},
		{"не допускается", "не И допускается", `"не допускается"`},
		{"отчет НЕ годовой", "отчет НЕ годовой", "отчет НЕ годовой"},
		{"отчет AND NOT годовой", "отчет НЕ годовой", "отчет НЕ годовой"},
		{"а НЕ б И в", "а И в НЕ б", "а И в НЕ б"},
		{"а И б И в", "а И б И в", "а И б И в"},
		{"отчет ИЛИ доклад /5 совет НЕ проект", "отчет ИЛИ доклад /5 совет НЕ проект", "отчет ИЛИ доклад /5 совет НЕ проект"},
		{"а ИЛИ (б /2 в)", "а ИЛИ (б /2 в)", "а ИЛИ (б /2 в)"},
		{"(а И б) НЕ (в И г)", "а И б НЕ (в И г)", "а И б НЕ (в И г)"},
		{"а /2 (б +3 в)", "а /2 (б +3 в)", "а /2 (б +3 в)"},
		{"а /2 б +3 в", "а /2 б +3 в", "а /2 б +3 в"},
		{"обсуждение /3 общественный контроль", "обсуждение /3 общественный И контроль", `обсуждение /3 "общественный контроль"`},
		{"совет /с отчет /п план /ст год", "совет /с отчет /п план /ст год", "совет /с отчет /п план /ст год"},
		{"совет /s отчет", "совет /с отчет", "совет /с отчет"},
		{"=НПО", "=нпо", "=нпо"},
		{"Консульт*", "консульт*", "консульт*"},
		{`"общественн* =совет"`, `"общественн* =совет"`, `"общественн* =совет"`},
		{"ст.5-1", `"ст 5-1"`, `"ст 5-1"`},
		{"социально-правовой", "социально-правовой", "социально-правовой"},
		{`re:\bп\.\s*\d+`, `re:\bп\.\s*\d+`, `re:\bп\.\s*\d+`},
		{"cовет", "совет", "совет"},
		{"отчот~ сове~1 Общетсвенный~2", "отчот~ И сове~ И общетсвенный~", `"отчот~ сове~ общетсвенный~"`},
		{"общетсвенный~1", "общетсвенный~1", "общетсвенный~1"},
		{`"общественый~, совет"`, `"общественый~ совет"`, `"общественый~ совет"`},
		{"НЕ_МЕНЕЕ5(отчет ИЛИ план) совет", "НЕ_МЕНЕЕ5(отчет ИЛИ план) И совет", ""},
		{"atleast2(отчет)", "НЕ_МЕНЕЕ2(отчет)", ""},
		{"совет ATLEAST2 отчет", "совет И НЕ_МЕНЕЕ2(отчет)", ""},
		{"=отчет*", "отчет*", "отчет*"},
		// Latin and Cyrillic letters in operators
		{"отчет HE план", "отчет НЕ план", "отчет НЕ план"},
		{"отчет ОR план", "отчет ИЛИ план", "отчет ИЛИ план"},
		{"отчет АND план", "отчет И план", "отчет И план"},
		{"отчет /cт план", "отчет /ст план", "отчет /ст план"},
		{"HE shall", "he И shall", `"he shall"`},
		// what stands between words of a text
		{"совет – это № 5, и ; и/или", `совет И это И 5 И и И "и или"`, `"совет это 5 и и или"`},
		{"р/с совет", `"р с" И совет`, `"р с совет"`},
		{"8С 34/15 от", `8с И "34 15" И от`, `"8с 34 15 от"`},
		{"что такое отчет?", "что И такое И отчет", ""},
	} {
		for mode, want := range map[string]string{"search": tt.search, "pattern": tt.pattern} {
			if want == "" {
				continue
			}
			parse := func(s string) (*Query, error) { return Parse(s, "ru") }
			if mode == "pattern" {
				parse = func(s string) (*Query, error) { return ParsePattern(s, "ru", nil) }
			}
			q, err := parse(tt.in)
			if err != nil {
				t.Errorf("%s %q: %v", mode, tt.in, err)
				continue
			}
			if q.String() != want {
				t.Errorf("%s %q = %s, want %s", mode, tt.in, q, want)
				continue
			}
			if again, err := parse(q.String()); err != nil || again.String() != want {
				t.Errorf("%s %q: printed %s, read again %v, %v", mode, tt.in, q, again, err)
			}
		}
	}
	if q, _ := Parse("что такое отчет?", "ru"); !q.Question {
		t.Error("a search that ends with ? is a question")
	}
}

func TestSyntaxErrors(t *testing.T) {
	for _, tt := range []struct {
		in, code string
		offset   int
	}{
		{"", "empty", 0},
		{"  ", "empty", 0},
		{`а "б`, "unclosed-quote", 3},
		{"«б", "unclosed-quote", 0},
		{"(а", "unclosed-bracket", 0},
		{"а)", "unopened-bracket", 2},
		{"а /5", "missing-operand", 3},
		{"/5 а", "missing-operand", 0},
		{"И а", "missing-operand", 0},
		{"а ИЛИ", "missing-operand", 3},
		{"а ИЛИ И б", "missing-operand", 10},
		{"а /0 б", "bad-distance", 3},
		{"а /5000 б", "bad-distance", 3},
		{"НЕ а", "only-negative", 0},
		{"(а И б) /5 в", "and-in-nearness", 0},
		{"в /5 (а И б)", "and-in-nearness", 6},
		{"re:[", "bad-regexp", 3},
		{"а @нет", "no-set", 3},
		{"#нет", "no-category", 0},
		{`"—"`, "bad-word", 1},
		{"=", "bad-word", 0},
		{"а & б", "bad-word", 3},
		{"()", "missing-operand", 1},
		{"—", "empty", 0},
		{"*", "bad-word", 0},
		{"отчет ~", "bad-word", 11},
		{"отчет/5 совет", "glued-operator", 10},
		{"отчет+5 «годовой план»", "glued-operator", 10},
		{"отчет/с совет", "glued-operator", 10},
		{"отчет /5совет", "glued-operator", 11},
		{"отчет / 5 совет", "split-operator", 11},
		{"отчет /5.5 совет", "bad-distance", 11},
		{"отчет /абз совет", "no-operator", 11},
		{"отчет -план", "minus", 11},
		{`"годовой отчет"~3`, "phrase-distance", 27},
		{"=отчет~", "fuzzy-word", 0},
		{"отч*т~", "fuzzy-word", 0},
		{"ст.пять~", "fuzzy-word", 0},
		{"а нпо~2", "fuzzy-short", 3},
		{"а 2015~", "fuzzy-short", 3},
		{"отчет~3", "bad-slips", 10},
		{"НЕ_МЕНЕЕ0(а)", "bad-count", 0},
		{"НЕ_МЕНЕЕ5", "missing-operand", 0},
		{"в /5 НЕ_МЕНЕЕ2(а)", "and-in-nearness", 6},
		{strings.Repeat("(", maxDepth+1) + "а", "too-deep", maxDepth},
		{strings.Repeat("а", maxLength), "too-long", maxLength},
	} {
		_, err := Parse(tt.in, "ru")
		var se *SyntaxError
		if !errors.As(err, &se) {
			t.Errorf("%q: %v, want %s", tt.in, err, tt.code)
			continue
		}
		if se.Code != tt.code || se.Offset != tt.offset {
			t.Errorf("%q: %s at %d, want %s at %d", tt.in, se.Code, se.Offset, tt.code, tt.offset)
		}
	}
}

// show prints the occurrences of a query: words joined by +, occurrences by |.
func show(q *Query, text *Text) string {
	var os []string
	for _, o := range q.Occurrences(text) {
		var ws []string
		for _, m := range o {
			ws = append(ws, text.units[m.Unit].Text[m.Lo:m.Hi])
		}
		os = append(os, strings.Join(ws, "+"))
	}
	return strings.Join(os, "|")
}

// Units are parted by lines, clauses by empty lines.
func textOf(s string) *Text {
	var us []Unit
	for i, clause := range strings.Split(s, "\n\n") {
		for _, u := range strings.Split(clause, "\n") {
			us = append(us, Unit{Text: strings.ReplaceAll(u, "¶", "\n"), Lang: "ru", Clause: i})
		}
	}
	return NewText(us)
}

func TestFind(t *testing.T) {
	const council = "Общественный совет рассматривает годовой отчёт. Отчет совета публикуется ежегодно.\nПроводить слушания не допускается.\n\nСовет проводит обсуждение с гражданами."
	for _, tt := range []struct{ pattern, text, want string }{
		// words, forms, wildcards
		{"отчет", council, "отчёт|Отчет"},
		{"=отчет", council, "отчёт|Отчет"},
		{"=совета", council, "совета"},
		{"ОБЩЕСТВЕНН*", council, "Общественный"},
		{"отч?т", council, "отчёт|Отчет"},
		{"отч??т", council, ""},
		{"земельный участок", "предоставление земельных участков", "земельных+участков"},
		// close spelling
		{"отчот~", council, "отчёт|Отчет"},
		{"атчёт~", council, "отчёт|Отчет"}, // the first letter too
		{"отчо~1", council, ""},
		{"обещственынй~", council, "Общественный"}, // twice two swapped
		{"обещственынй~1", council, ""},
		{`"абщественный~ совет"`, council, "Общественный+совет"},
		{"рассмотривает~ /2 атчет~", council, "рассматривает+отчёт"},
		{"социально-прововой~", "социально-правовой помощи", "социально-правовой"},
		{"прововой~1", "социально-правовой помощи", "правовой"},
		// at least so often: in a pattern, in one clause
		{"НЕ_МЕНЕЕ2(отчет)", council, "отчёт|Отчет"},
		{"НЕ_МЕНЕЕ3(отчет)", council, ""},
		{"НЕ_МЕНЕЕ3(совет)", council, ""},
		{"НЕ_МЕНЕЕ2(отчет ИЛИ слушания) И допускается", council, "отчёт|Отчет|слушания|допускается"},
		// the trap of stop words
		{"не допускается", council, "не+допускается"},
		{"не допускается", "Слушание допускается.", ""},
		{"не допускается", "Слушание допускается не позднее", ""},
		// phrases
		{"годовой отчет", council, "годовой+отчёт"},
		{"отчет годовой", council, ""},
		{"отчет публикуется", council, ""},
		{"публикуется ежегодно проводить", council, ""},        // across a unit's border
		{"совета отчет", "Полномочия совета¶Отчет совета", ""}, // across the end of a heading
		// distance: neighbours are 1
		{"отчет /1 совет", council, "Отчет+совета"},
		{"рассматривает /1 отчет", council, ""},
		{"рассматривает /2 отчет", council, "рассматривает+отчёт"},
		{"отчет /2 рассматривает", council, "рассматривает+отчёт"},
		{"отчет +2 рассматривает", council, ""},
		{"рассматривает +2 отчет", council, "рассматривает+отчёт"},
		{"ежегодно /5 проводить", council, ""},
		{"совет /1 совет", "совет совет", "совет+совет"},
		{"совет /1 совет", "совет", ""},
		{"годовой отчет /3 совет", council, "совет+годовой+отчёт|годовой+отчёт+совета"},
		// scopes
		{"совет /с ежегодно", council, "совета+ежегодно"},
		{"рассматривает /с ежегодно", council, ""},
		{"рассматривает /п допускается", council, "рассматривает+допускается"},
		{"рассматривает /п гражданин", council, ""},
		{"рассматривает /ст гражданин", council, "рассматривает+гражданами"},
		{"Алматы /с советы", "в г. Алматы образуются советы", "Алматы+советы"},
		{"согласно /с закон", "согласно ст. Закона", "согласно+Закона"},
		// and, or, not: in a pattern they look at one clause
		{"отчет И слушания", council, "отчёт|Отчет|слушания"},
		{"отчет И гражданин", council, ""},
		{"совет НЕ слушания", council, "Совет"},
		{"слушания ИЛИ обсуждение", council, "слушания|обсуждение"},
		{"слушания ИЛИ слушание", council, "слушания"},
		// compounds
		{"социально-правовая помощь", "оказание социально-правовой помощи", "социально-правовой+помощи"},
		{"правовая помощь", "оказание социально-правовой помощи", "правовой+помощи"},
		{"социально правовая", "оказание социально-правовой помощи", "социально+правовой"},
		{"социальный помощь", "оказание социально-правовой помощи", ""},
		{"оказание правовая", "оказание социально-правовой помощи", ""},
		{"правовой /1 социально-правовой", "социально-правовой помощи", ""},
		{"оказание /2 помощь", "оказание социально-правовой помощи", "оказание+помощи"},
		// numbers
		{"статья 5-1", "статьи 5-1 и 5", "статьи+5-1"},
		{"статья 5", "статьи 5-1", ""},
		{"33143,0", "в сумме 33 143,0 тыс.", "33 143,0"},
		{"123-ФЗ", "закон №123-ФЗ", "123-ФЗ"},
		// regular expressions
		{`re:п\.\s*\d+`, "см. п. 5 и п.7", "п. 5|п.7"},
	} {
		q, err := ParsePattern(tt.pattern, "ru", nil)
		if err != nil {
			t.Errorf("%s: %v", tt.pattern, err)
			continue
		}
		if got := show(q, textOf(tt.text)); got != tt.want {
			t.Errorf("%s in %q\n got %s\nwant %s", tt.pattern, tt.text, got, tt.want)
		}
	}
}

func TestSearchLooksAtTheWholeText(t *testing.T) {
	text := textOf("Совет рассматривает отчет.\n\nГраждане участвуют.")
	for in, want := range map[string]string{
		"отчет граждане":                 "отчет|Граждане",
		"отчет слушания":                 "",
		"отчет НЕ граждане":              "",
		"(отчет ИЛИ план) И участвуют":   "отчет|участвуют",
		"отчет НЕ слушания":              "отчет",
		"НЕ_МЕНЕЕ2(отчет ИЛИ граждане)":  "отчет|Граждане",
		"НЕ_МЕНЕЕ3(отчет ИЛИ граждане)":  "",
		`"рассматривает отчет" граждане`: "рассматривает+отчет|Граждане",
	} {
		q, err := Parse(in, "ru")
		if err != nil {
			t.Fatal(err)
		}
		if got := show(q, text); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestKazakhText(t *testing.T) {
	text := NewText([]Unit{{Text: "Қоғамдық кеңестердің ұсынымдары қаралады", Lang: "kk"}, {Text: "Общественные советы", Lang: "ru"}})
	for in, want := range map[string]string{
		"қоғамдық кеңестің ұсынымы": "Қоғамдық+кеңестердің+ұсынымдары",
		"общественный совет":        "Общественные+советы",
		"кенестердін~":              "кеңестердің", // ң typed as н
		"қоғамдык~ кенестердін~2":   "Қоғамдық+кеңестердің",
	} {
		q, err := ParsePattern(in, "kk", nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(q, text); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestReferencesAndCombinations(t *testing.T) {
	must := func(s string, r Resolver) *Query {
		q, err := ParsePattern(s, "ru", r)
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	sets := func(name string) (*Query, error) {
		switch name {
		case "@отрицание":
			return Words([]string{"не", "без", "нельзя"})
		case "#слушания":
			return must("общественные слушания", nil), nil
		}
		return nil, nil
	}
	text := textOf("Совет не проводит слушания.\nСовет проводит общественные слушания в суде.\n\nСовет проводит общественные слушания.")
	base := must("проводить +4 слушание", nil)
	if got, want := show(base, text), "проводит+слушания|проводит+слушания|проводит+слушания"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	neg := must("@отрицание +2 проводить", sets)
	if neg.String() != "@отрицание +2 проводить" {
		t.Errorf("got %s", neg)
	}
	if n := len(Without(base, neg).Occurrences(text)); n != 2 {
		t.Errorf("without the negation: %d, want 2", n)
	}
	if n := len(Without(base, neg, must("слушание /2 суд", nil)).Occurrences(text)); n != 1 {
		t.Errorf("without both: %d, want 1", n)
	}
	if got, want := show(must("#слушания /с суд", sets), text), "общественные+слушания+суде"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := len(Requiring(base, ScopeClause, must("суд", nil)).Occurrences(text)); n != 2 {
		t.Errorf("requiring: %d, want 2", n)
	}
	if n := len(Any(base, neg).Occurrences(text)); n != 4 {
		t.Errorf("any: %d, want 4", n)
	}
}

func TestNeeds(t *testing.T) {
	for in, want := range map[string]string{
		"отчет": "отчет",
		`"годовой отчет" совет НЕ план`: "(годов & отчет & совет)",
		"(отчет ИЛИ доклад*) /5 =совет": "((отчет | доклад*) & =совет)",
		"re:п": "*",
		"отчот~ НЕ_МЕНЕЕ2(совет)": "(отчот~1 & совет)",
	} {
		q, err := Parse(in, "ru")
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Needs().String(); got != want {
			t.Errorf("%s needs %s, want %s", in, got, want)
		}
	}
	q, _ := Parse("кеңестерінің", "kk")
	if got := q.Needs().Stem("kk"); got != "кеңес" {
		t.Errorf("Kazakh stem %s", got)
	}
	q, _ = Parse(`отчет "годовой план" НЕ проект`, "ru")
	if got, want := q.AnyWord().String(), `отчет ИЛИ "годовой план" НЕ проект`; got != want {
		t.Errorf("any word: %s, want %s", got, want)
	}
	q, _ = Parse("отчет план", "ru")
	if got, want := AtLeast(q, 3).AnyWord().String(), "НЕ_МЕНЕЕ3(отчет ИЛИ план)"; got != want {
		t.Errorf("any word: %s, want %s", got, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"а /5 (б ИЛИ «в г») НЕ д*", "=НПО @х #у", `re:\d+`, "ст.5-1 И", `"a`, "?*", "а +3 b /с в", `вид:закон И а НЕ дата:..2018 орган:"а б",в`, "сове~ НЕ_МЕНЕЕ2(общественный~1 ИЛИ д*)", "HE а AND слово~2", "!A:*"} {
		f.Add(s)
	}
	text := textOf("Совет не проводит общественные слушания 5-1.\nОтчет.\n\nа б в г")
	resolve := func(string) (*Query, error) { return Words([]string{"совет"}) }
	f.Fuzz(func(t *testing.T, s string) {
		for _, parse := range []func(string) (*Query, error){
			func(s string) (*Query, error) { return Parse(s, "ru") },
			func(s string) (*Query, error) { return ParsePattern(s, "ru", resolve) },
		} {
			q, err := parse(s)
			var se *SyntaxError
			if err != nil && (!errors.As(err, &se) || se.Offset < 0 || se.Offset > len(s)) {
				t.Fatalf("%q: %v", s, err)
			}
			if err != nil {
				continue
			}
			q.Needs()
			for _, m := range q.Find(text) {
				if u := text.units[m.Unit].Text; m.Lo >= m.Hi || m.Hi > len(u) {
					t.Fatalf("%q: %+v", s, m)
				}
			}
			again, err := parse(q.String())
			if err != nil || again.String() != q.String() {
				t.Fatalf("%q is printed %q, which is read as %v, %v", s, q, again, err)
			}
		}
	})
}

func BenchmarkNewText(b *testing.B) {
	s := strings.Repeat("Рекомендации общественных советов являются обязательными для рассмотрения государственными органами. ", 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		NewText([]Unit{{Text: s, Lang: "ru"}}).index()
	}
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("Рекомендации общественных советов являются обязательными для рассмотрения государственными органами. ", 20)
	text := NewText([]Unit{{Text: s, Lang: "ru"}})
	for _, in := range []string{"совет", "общественный совет", "рекомендации /5 обязательный", "совет /с орган", "рассмотр*"} {
		q, err := ParsePattern(in, "ru", nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(in, func(b *testing.B) {
			for b.Loop() {
				q.Occurrences(text)
			}
		})
	}
}
