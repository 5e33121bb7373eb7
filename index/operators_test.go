package index_test

import (
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"svod/corpus/store"
	"svod/index"
)

// Every operator has cases here with all their true hits on real acts. What is
// true is found by regular expressions over the texts of the store, with all
// forms of the words written out; nothing of the search is asked.
func TestOperators(t *testing.T) {
	acts := filepath.Join(dataDir(t), "acts")
	st, ix := corpusOf(t, filepath.Join(acts, "kz-ngo", "*.md"), filepath.Join(acts, "kg-text", "З*.txt"), filepath.Join(acts, "ru-doc", "fz_59.doc"))
	law := readLaw(t, st)
	for _, c := range []struct {
		query string
		want  truth
		least int // hits that are known to be there
	}{
		// A word in all its forms; each form finds the same.
		{`отчет`, match("<отчет>"), 40},
		{`отчётами`, match("<отчет>"), 40},
		{`ОТЧЁТ`, match("<отчет>"), 40},
		{`"земельный участок"`, match("<земельный>_<участок>"), 100},
		{`«земельных участков»`, match("<земельный>_<участок>"), 100},
		{`"земельным Участком"`, match("<земельный>_<участок>"), 100},
		// This form only.
		{`=участками`, match("участками"), 1},
		{`=Отчет`, match("отчет"), 5},
		{`"=земельных =участков"`, match("земельных_участков"), 10},
		// Wildcards look at the written word.
		{`организаци*`, match(`организаци\p{L}*`), 100},
		{`ОРГАНИЗАЦИ*`, match(`организаци\p{L}*`), 100},
		{`общественн*`, match(`общественн\p{L}*`), 100},
		{`отч?т`, match(`отчет`), 5},
		{`"отч?т??"`, match(`отчет\p{L}\p{L}`), 3}, // a mark at the end asks a question
		{`*подотчетн*`, match(`\p{L}*подотчетн\p{L}*`), 1},
		{`"общественн* совет*"`, match(`общественн\p{L}*_совет\p{L}*`), 50},
		// Phrases.
		{`"не менее двух третей"`, match("не_менее_двух_третей"), 6},
		{`"не допускается"`, match("не_допуска(?:ется|ются)"), 10},
		{`"годовой отчет"`, match("<годовой>_<отчет>"), 3},
		{`"и или"`, match("и_или"), 0},
		{`"рекомендации общественных советов являются обязательными"`, match("рекомендации_общественных_советов_являются_обязательными"), 2},
		// Near, in any order and in this one.
		{`доклад /5 совет`, match("<доклад><5><совет>|<совет><5><доклад>"), 3},
		{`доклад +5 совет`, match("<доклад><5><совет>"), 1},
		{`совет +5 доклад`, match("<совет><5><доклад>"), 0},
		{`председатель /2 совет`, match("<председатель><2><совет>|<совет><2><председатель>"), 10},
		{`председатель +2 совет`, match("<председатель><2><совет>"), 10},
		{`председатель +1 совет`, match("<председатель>_<совет>"), 0},
		{`"земельный участок" /5 срок`, match("<земельный>_<участок><5><срок>|<срок><5><земельный>_<участок>"), 3},
		// In one sentence, clause, article.
		{`рекомендация /с =обязательными`, match("<рекомендация>_<с>обязательными|обязательными_<с><рекомендация>"), 2},
		{`отчет /п совет`, inClause(all("<отчет>", "<совет>"), any("<отчет>", "<совет>"), none), 10},
		{`отчет /ст доклад`, inArticle(all("<отчет>", "<доклад>"), any("<отчет>", "<доклад>"), none), 3},
		// All, any, not.
		{`отчет доклад`, inArticle(all("<отчет>", "<доклад>"), any("<отчет>", "<доклад>"), none), 3},
		{`отчет И доклад`, inArticle(all("<отчет>", "<доклад>"), any("<отчет>", "<доклад>"), none), 3},
		{`"годовой отчет" совет`, inArticle(all("<годовой>_<отчет>", "<совет>"), any("<годовой>_<отчет>", "<совет>"), none), 1},
		{`доклад ИЛИ отчет`, match("<доклад>|<отчет>"), 40},
		{`"годовой отчет" ИЛИ "общественный совет"`, match("<годовой>_<отчет>|<общественный>_<совет>"), 50},
		{`(доклад ИЛИ отчет) /5 совет`, match("(?:<доклад>|<отчет>)<5><совет>|<совет><5>(?:<доклад>|<отчет>)"), 3},
		{`доклад ИЛИ отчет /5 совет`, match("(?:<доклад>|<отчет>)<5><совет>|<совет><5>(?:<доклад>|<отчет>)"), 3},
		{`отчет НЕ годовой`, inArticle(all("<отчет>"), any("<отчет>"), any("<годовой>")), 20},
		{`отчет HE "общественный совет"`, inArticle(all("<отчет>"), any("<отчет>"), any("<общественный>_<совет>")), 20}, // HE in Latin letters
		{`(отчет ИЛИ доклад) И совет НЕ маслихат`, inArticle(func(s string) bool { return any("<отчет>", "<доклад>")(s) && all("<совет>")(s) },
			any("<отчет>", "<доклад>", "<совет>"), any("маслихат(?:|а|у|ом|е|ы|ов|ам|ами|ах)")), 3},
		// In small letters they are words.
		{`отчет и доклад`, inArticle(all("<отчет>", "и", "<доклад>"), any("<отчет>", "и", "<доклад>"), none), 1},
		{`срок не =более`, inArticle(all("<срок>", "не", "более"), any("<срок>", "не", "более"), none), 10},
		// Close spelling.
		{`обшественый~`, close("обшественый", 2), 20},
		{`обшественный~1`, close("обшественный", 1), 20},
		{`земелный~1`, close("земелный", 1), 20},
		{`егистрация~1`, close("егистрация", 1), 5}, // without its first letter
		{`кенестін~2`, close("кенестін", 2), 10},
		{`"обшественый~ совет"`, match("общественный_<совет>"), 10},
		// So many times.
		{`НЕ_МЕНЕЕ5(отчет)`, often(5, "<отчет>"), 3},
		{`НЕ_МЕНЕЕ10(отчет ИЛИ доклад)`, often(10, "<отчет>|<доклад>"), 1},
		{`ATLEAST20("земельный участок")`, often(20, "<земельный>_<участок>"), 2},
		// Kazakh.
		{`"қоғамдық кеңес"`, match(`қоғамдық_кеңес\p{L}*`), 40},
		{`"қоғамдық кеңестердің ұсынымдары"`, match(`қоғамдық_кеңес\p{L}*_ұсыным\p{L}*`), 2},
		{`=кеңестің`, match(`кеңестің`), 10},
		// Conditions on documents.
		{`отчет вид:закон`, match("<отчет>").of(func(e store.Entry) bool { return e.Meta.Type == "law" }), 30},
		{`отчет НЕ вид:закон`, match("<отчет>").of(func(e store.Entry) bool { return e.Meta.Type != "law" }), 0},
		{`совет язык:kk,ru редакция:2019`, match("<совет>").of(func(e store.Entry) bool { return strings.HasPrefix(e.Meta.Edition, "2019") }), 50},
		{`отчет редакция:2020..2022`, match("<отчет>").of(func(e store.Entry) bool {
			return e.Meta.Edition >= "2020" && e.Meta.Edition < "2023"
		}), 10},
		{`отчет файл:access`, match("<отчет>").of(func(e store.Entry) bool { return strings.Contains(e.File, "access") }), 20},
		{`отчет название:"доступ к информации"`, match("<отчет>").of(func(e store.Entry) bool { return strings.Contains(e.File, "access") }), 20},
		{`участок страна:КР орган:"Законодательное собрание"`, match("<участок>").of(func(e store.Entry) bool { return e.Meta.Jurisdiction == "KG" && e.Meta.Body != "" }), 0},
		{`обращение номер:59-ФЗ`, match("обращени(?:е|я|ю|ем|и|й|ям|ями|ях)").of(func(e store.Entry) bool { return e.Meta.Jurisdiction == "RU" }), 20},
		{`отчет действует:да`, match("<отчет>").of(func(e store.Entry) bool {
			return !strings.Contains(e.File, "councils_ed-2019") && !strings.Contains(e.File, "ed-2022")
		}), 30},
		{`совет действует:01.02.2020`, match("<совет>").of(func(e store.Entry) bool {
			return !strings.Contains(e.File, "ed-2021") && !strings.Contains(e.File, "ed-2022") && !strings.Contains(e.File, "ed-2023") && e.Meta.Edition < "2020-02-01"
		}), 50},
	} {
		compareHits(t, ix, st, index.Request{Query: c.query}, c.want(law), c.least)
	}

	// What options say.
	compareHits(t, ix, st, index.Request{Query: "отчет", AtLeast: 5}, often(5, "<отчет>")(law), 3)
	compareHits(t, ix, st, index.Request{Query: "отчет", At: "2020-06-01"},
		match("<отчет>").of(func(e store.Entry) bool { return e.Meta.Edition < "2020-06-01" })(law), 10)

	testBorders(t, ix, st, law)
}

func compareHits(t *testing.T, ix *index.Index, st *store.Store, req index.Request, want []string, least int) {
	t.Helper()
	req.Limit = 1 << 20 // as a user's search, which has some
	res, err := ix.Search(context.Background(), req, st)
	if err != nil {
		t.Errorf("%s: %v", req.Query, err)
		return
	}
	var got []string
	for _, h := range res.Hits {
		if !res.Relaxed {
			got = append(got, h.Document+" "+string(h.Address))
		}
	}
	if len(want) < least {
		t.Errorf("%s: %d true hits, at least %d are known", req.Query, len(want), least)
	}
	if missed, untrue := less(want, got), less(got, want); len(missed)+len(untrue) > 0 {
		t.Errorf("%s: of %d true hits missed %q; not true %q", req.Query, len(want), missed[:min(5, len(missed))], untrue[:min(5, len(untrue))])
	}
}

// less is what a has and b has not.
func less(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// testBorders looks for the last word of a unit beside the first one of the
// next: neither a phrase nor nearness may find them there.
func testBorders(t *testing.T, ix *index.Index, st *store.Store, law []provision) {
	first, last := regexp.MustCompile(`^\p{L}+`), regexp.MustCompile(`\p{L}+$`)
	for i := 0; i+1 < len(law); i += 61 {
		a, b := last.FindString(strings.TrimRight(law[i].text, ".;:, ")), first.FindString(law[i+1].text)
		if a == "" || b == "" || law[i].doc != law[i+1].doc {
			continue
		}
		here := func(e store.Entry) bool { return e.ID == law[i].doc.ID }
		in := " документ:" + law[i].doc.ID
		compareHits(t, ix, st, index.Request{Query: `"=` + a + ` =` + b + `"` + in}, match(a+"_"+b).of(here)(law), 0)
		compareHits(t, ix, st, index.Request{Query: "=" + a + " /5 =" + b + in}, match(a+"<5>"+b+"|"+b+"<5>"+a).of(here)(law), 0)
	}
}

// Of a provision that is shown with what stands below it, an edition has the
// same words only if all that is shown has.
func testSameWords(t *testing.T, st *store.Store, ix *index.Index) {
	for q, same := range map[string]bool{
		"ст. 23 закона об общественных советах": false, // its first clause was amended
		"НЕ_МЕНЕЕ5(отчет)":                      false,
		"ст. 2 закона об общественных советах":  true,
	} {
		res, err := ix.Search(context.Background(), index.Request{Query: q, Fold: true, Limit: 1}, st)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range res.Hits[0].Others {
			if o.Language == "ru" && o.Same != same {
				t.Errorf("%s: %s the same words: %v", q, o.Edition, o.Same)
			}
		}
	}
}
