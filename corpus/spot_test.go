package corpus

import "testing"

func TestSpots(t *testing.T) {
	sub := func(num, text string) *Unit {
		return &Unit{Kind: KindSubclause, Num: num, Label: num + ")", Text: text}
	}
	passage := func(text string) *Unit { return &Unit{Kind: KindPassage, Text: text} }
	clause := &Unit{Kind: KindClause, Num: "1", Text: "Совет вправе:", Units: []*Unit{
		sub("1", "запрашивать сведения;"), sub("2", "приглашать экспертов."), passage("Сведения даются бесплатно."), passage("Отказ мотивируется."),
	}}
	d := &Document{Meta: Meta{Jurisdiction: "KZ"}, Root: &Unit{Units: []*Unit{
		{Kind: KindArticle, Num: "5", Title: "Права", Units: []*Unit{clause}},
		{Kind: KindArticle, Num: "6", Text: "Понятия:", Units: []*Unit{sub("1", "совет;"), sub("2", "член.")}},
	}}}
	for _, c := range []struct {
		ref     string
		n       int
		counted bool
		own     bool
		units   int
	}{
		{"подпункт 2 пункта 1 статьи 5", 1, false, false, 0},
		{"часть первая пункта 1 статьи 5", 1, true, true, 2},
		{"часть вторая пункта 1 статьи 5", 1, true, false, 1},
		{"абзац первый пункта 1 статьи 5", 1, true, true, 0},
		{"абзац второй пункта 1 статьи 5", 1, false, false, 0},
		{"подпункт 2 статьи 5", 0, false, false, 0}, // the clause is left out: Resolve would put it in
		{"пункт 2 статьи 5", 0, false, false, 0},
		{"подпункт 2 статьи 6", 1, false, false, 0},
		{"пункт 2 статьи 6", 0, false, false, 0},
	} {
		r, ok := ParseReference(c.ref)
		if !ok {
			t.Fatalf("%s: no reference", c.ref)
		}
		got := d.Spots(r)
		if len(got) != c.n {
			t.Errorf("%s: %d spots, want %d", c.ref, len(got), c.n)
			continue
		}
		if c.n == 1 && (got[0].Counted != c.counted || got[0].Own != c.own || len(got[0].Units) != c.units) {
			t.Errorf("%s: %+v", c.ref, got[0])
		}
	}
}

func TestReferenceCitation(t *testing.T) {
	for ref, want := range map[string]string{
		"пп 3 п 2 ст 5-1":                "подпункт 3) пункта 2 статьи 5-1",
		"подпункты 2) и 4) пункта 1":     "подпункты 2), 4) пункта 1",
		"подпункты 3)–7) пункта 1":       "подпункты 3)–7) пункта 1",
		"абзац второй пунктов 1 и 2":     "абзац второй пунктов 1, 2",
		"абзац третий части второй ст 4": "абзац третий части второй статьи 4",
	} {
		r, _ := ParseReference(ref)
		if got := r.Citation("ru"); got != want {
			t.Errorf("%s: %q, want %q", ref, got, want)
		}
	}
	rules := Reference{Steps: []Step{{Kind: KindAppendix, Nums: []string{"правила"}}, {Kind: KindClause, Nums: []string{"3"}}}}
	if got := rules.Citation("ru"); got != "пункт 3 Правил" {
		t.Errorf("rules: %q", got)
	}
	r, _ := ParseReference("5-баптың 2-тармағының 3) тармақшасы")
	if got := r.Citation("kk"); got != "5-баптың 2-тармағының 3) тармақшасы" {
		t.Errorf("kk: %q", got)
	}
}
