package content

import (
	"math"
	"slices"
	"strings"
	"testing"

	"svod/compare/stat"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
)

func pattern(t testing.TB, s string) *query.Query {
	t.Helper()
	q, err := query.ParsePattern(s, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// reportsOf are two small reports. «Совет» stands in them 3 and 2 times.
func reportsOf(t testing.TB) []*corpus.Document {
	return []*corpus.Document{
		document(t, "первый.md", `# Отчёт первого совета
Общественный совет провёл пять заседаний. Совет направил рекомендации акиму.
НПО вправе обжаловать отказ совета в суде. НПО не платят.
`),
		document(t, "второй.md", `# Отчёт второго собрания
Совет провёл одно заседание; отказ в регистрации НПО не обжалован. Члены совета благодарят.
`),
	}
}

func TestConcordance(t *testing.T) {
	docs := reportsOf(t)
	c := Concord(pattern(t, "отказ"), docs, ConcordanceOptions{Window: 2, Sort: []SortKey{1}})
	var lines []string
	for _, l := range c.Lines {
		lines = append(lines, l.Left+" | "+l.Match+" | "+l.Right)
	}
	// R1: «в» before «совета».
	want := []string{"одно заседание; | отказ | в регистрации", "вправе обжаловать | отказ | совета в"}
	if !slices.Equal(lines, want) {
		t.Errorf("lines %q, want %q", lines, want)
	}
	if c.Occurrences != 2 || c.Documents != 2 || c.Units != 2 {
		t.Errorf("totals %d, %d, %d", c.Occurrences, c.Units, c.Documents)
	}
	// A phrase is one match, and words to its left count from its first word.
	c = Concord(pattern(t, "общественный совет"), docs, ConcordanceOptions{Window: 3})
	if len(c.Lines) != 1 || c.Lines[0].Match != "Общественный совет" || c.Lines[0].Left != "" || c.Lines[0].Right != "провёл пять заседаний." {
		t.Errorf("a phrase: %+v", c.Lines)
	}
	for _, s := range []string{"r4", "x1", "r", ""} {
		if _, ok := ParseSort(s); ok {
			t.Errorf("%q is an order", s)
		}
	}
	if k, ok := ParseSort("Л2"); !ok || k != -2 || k.String() != "L2" {
		t.Errorf("Л2 is %v", k)
	}
}

// Whatever a pattern finds has a line: the match stands in the text between what
// is left and right of it.
func TestConcordanceOfAnything(t *testing.T) {
	docs := append(reportsOf(t), document(t, "знаки.md", "# Знаки\n## Раздел 1\nСтатьёй 5-1 закона установлен порядок – № 7.\nКроме того, порядок утверждён приказом.\n"))
	for _, s := range []string{"не", "совет /5 отказ", "совет /п нпо", "совет /ст рекомендация", `re:№ \d`, `re:[а-я]+ [а-я]+`, "5-1", "7"} {
		c := Concord(pattern(t, s), docs, ConcordanceOptions{})
		if len(c.Lines) == 0 {
			t.Errorf("%s: no lines", s)
		}
		for _, l := range c.Lines {
			text := oneLine(l.Text)
			if at := strings.Index(text, l.Match); at < 0 || l.Match == "" || !strings.Contains(text, l.Right) || !strings.Contains(text, l.Left) {
				t.Errorf("%s: %q | %q | %q is not in %q", s, l.Left, l.Match, l.Right, l.Text)
			}
		}
	}
}

func TestCountWords(t *testing.T) {
	docs := reportsOf(t)
	f := CountWords(docs, FrequencyOptions{})
	sum, got := 0, map[string]Frequency{}
	for _, r := range f.Rows {
		sum += r.N
		got[r.Stem] = r
		forms := 0
		for _, x := range r.Forms {
			forms += x.N
		}
		if forms != r.N {
			t.Errorf("%s: forms add up to %d of %d", r.Word, forms, r.N)
		}
	}
	if sum != f.Words {
		t.Errorf("words add up to %d of %d", sum, f.Words)
	}
	council := got["совет"]
	if council.N != 5 || council.Documents != 2 || merged(council.Forms) != "совет 3, совета 2" {
		t.Errorf("совет: %+v", council)
	}
	if npo := got["нпо"]; npo.Word != "НПО" || npo.N != 3 {
		t.Errorf("НПО: %+v", npo)
	}
	for _, r := range CountWords(docs, FrequencyOptions{Content: true, Without: []string{"советы"}}).Rows {
		if r.Stem == "совет" || r.Word == "в" || r.Word == "не" {
			t.Errorf("%s is shown", r.Word)
		}
	}
	if exact := CountWords(docs, FrequencyOptions{Exact: true}); exact.Rows[0].Stem != "" || exact.Types <= f.Types {
		t.Errorf("forms: %d types, stems: %d", exact.Types, f.Types)
	}
	p := CountWords(docs, FrequencyOptions{Patterns: []WordPattern{{"общественный совет", pattern(t, "общественный совет")}, {"бюджет", pattern(t, "бюджет")}}})
	if len(p.Rows) != 2 || p.Rows[0].N != 1 || p.Rows[1].N != 0 || p.Rows[1].DP != nil {
		t.Errorf("patterns: %+v", p.Rows)
	}
}

// A few lines that look like a title are still words.
func TestLoneLines(t *testing.T) {
	f := CountWords([]*corpus.Document{document(t, "x", "кот спит\nкот ест рыбу\nсобака спит\n")}, FrequencyOptions{})
	if f.Words != 7 || f.Types != 5 || f.Rows[0].N != 2 {
		t.Errorf("%d words, %d different", f.Words, f.Types)
	}
}

// What keyness says of two texts is what the formulas say of their counts.
func TestFindKeyness(t *testing.T) {
	docs := reportsOf(t)
	k := FindKeyness(docs[:1], docs[1:], KeynessOptions{Min: 1, Correction: stat.Holm})
	for _, r := range k.Rows {
		want, err := stat.Keyness(float64(r.A), float64(k.Target.Words), float64(r.B), float64(k.Reference.Words))
		if err != nil {
			t.Fatal(err)
		}
		if r.TwoCell != want.TwoCell || r.FourCell != want.FourCell || r.LogRatio != want.LogRatio {
			t.Errorf("%s: %+v, want %+v", r.Word, r, want)
		}
		if r.Adjusted < r.P || !r.Fisher {
			t.Errorf("%s: p %g, corrected %g, by Fisher %v", r.Word, r.P, r.Adjusted, r.Fisher)
		}
	}
	if k.Tests != len(k.Rows) || k.Target.Words+k.Reference.Words != CountWords(docs, FrequencyOptions{}).Words {
		t.Errorf("%d tests of %d rows", k.Tests, len(k.Rows))
	}
	k = FindKeyness(docs[:1], docs[1:], KeynessOptions{Min: 1, Limit: 2})
	if len(k.Rows) != 4 || k.Rows[1].FourCell < 0 || k.Rows[2].FourCell > 0 {
		t.Errorf("two of each side: %+v", k.Rows)
	}
}

func TestFindCollocates(t *testing.T) {
	c := FindCollocates(pattern(t, "совет"), reportsOf(t), CollocateOptions{Left: 2, Right: 2, Min: 1})
	got := map[string]Collocate{}
	for _, r := range c.Rows {
		got[r.Stem] = r
		if r.FXY > r.FX || r.FXY > r.FY || r.FXY != r.Left+r.Right {
			t.Errorf("%+v", r)
		}
	}
	// «Общественный совет провёл», «обжаловать отказ совета в».
	if r := got["общественн"]; len(got) == 0 || got["обществен"].Left+r.Left != 1 {
		t.Errorf("общественный: %+v", got)
	}
	if r := got["отказ"]; r.FXY != 1 || r.FX != 5 || r.FY != 2 || r.Left != 1 {
		t.Errorf("отказ: %+v", r)
	}
	// Two neighbours of one word, and one word between two of the query's, are one
	// meeting each.
	d := document(t, "x.md", "Слова: совет отчёт совет и отчёт отчёт.\n")
	c = FindCollocates(pattern(t, "=совет"), []*corpus.Document{d}, CollocateOptions{Left: 3, Right: 3, Min: 1})
	for _, r := range c.Rows {
		if r.Word == "отчет" && (r.FXY != 2 || r.FY != 3) {
			t.Errorf("отчет: %+v", r)
		}
	}
}

func TestMeasureTexts(t *testing.T) {
	d := document(t, "текст.md", "# Отчёт\n## Заголовок, который не читают\nМама мыла раму. Папа читал 25 газет НПО!\n")
	m := MeasureTexts([]*corpus.Document{d}, MeasureOptions{Window: 3})
	x := m.Documents[0]
	// Мама мыла раму папа читал газет НПО: 2+2+2+2+2+2+1.
	if x.Sentences != 2 || x.ReadWords != 7 || x.Syllables != 13 || x.Long != 0 {
		t.Errorf("%+v", x)
	}
	if want := 206.835 - 1.3*7/2 - 60.1*13/7; x.FleschOborneva == nil || math.Abs(*x.FleschOborneva-want) > 1e-9 {
		t.Errorf("Flesch %v, want %g", x.FleschOborneva, want)
	}
	kk := MeasureTexts([]*corpus.Document{document(t, "kk.md", "Қоғамдық кеңес өз отырысын өткізді. Ол ұсынымдар қабылдады.\n")}, MeasureOptions{})
	if y := kk.Documents[0]; y.FleschOborneva != nil || y.LIX == nil || y.Reasons["flesch_oborneva"] != "not-russian" || y.Reasons["mattr"] != "too-short" {
		t.Errorf("Kazakh: %+v", y)
	}
}

// CONTENT.md, section 2: near texts that oblige to the opposite.
func TestFindLikeness(t *testing.T) {
	docs := []*corpus.Document{
		document(t, "а.md", "Государственные органы обязаны рассмотреть предложения организации в течение пятнадцати дней.\n"),
		document(t, "б.md", "Государственные органы вправе рассмотреть предложения организации в течение тридцати дней.\n"),
	}
	p := FindLikeness(docs, LikenessOptions{}).Pairs[0]
	if math.Abs(*p.Cosine-0.8) > 1e-9 || math.Abs(*p.Jaccard-2.0/3) > 1e-9 || math.Abs(*p.Bigrams-5.0/13) > 1e-9 {
		t.Errorf("cosine %g, Jaccard %g, of pairs %g", *p.Cosine, *p.Jaccard, *p.Bigrams)
	}
	var kinds []string
	for _, d := range p.Turns {
		kinds = append(kinds, d.Kind)
	}
	if !slices.Equal(kinds, []string{ofModality, ofDeadline}) {
		t.Errorf("turns %+v", p.Turns)
	}
}

// Each number of these tables has a basis; what has no formula adds up to it.
func TestWordsExplain(t *testing.T) {
	docs := reportsOf(t)
	docs[0].Attributes, docs[1].Attributes = map[string]string{"region": "Астана"}, map[string]string{"region": "Алматы"}
	p := pattern(t, "совет")
	for name, r := range map[string]*table.Report{
		"concordance": Concord(p, docs, ConcordanceOptions{}).Report(),
		"frequencies": CountWords(docs, FrequencyOptions{By: "region", Forms: true}).Report(),
		"patterns":    CountWords(docs, FrequencyOptions{Patterns: []WordPattern{{"совет", p}, {"бюджет", pattern(t, "бюджет")}}}).Report(),
		"keyness":     FindKeyness(docs[:1], docs[1:], KeynessOptions{Min: 1, Correction: stat.Holm}).Report(),
		"collocates":  FindCollocates(p, docs, CollocateOptions{Left: 3, Right: 3, Min: 1}).Report(),
		"measures":    MeasureTexts(docs, MeasureOptions{Window: 5}).Report(),
		"likeness":    FindLikeness(docs, LikenessOptions{}).Report(),
	} {
		numbers := 0
		walkCells(r, func(where string, c table.Cell) {
			numbers++
			if c.Basis == nil {
				if c.Format != table.FormatMissing {
					t.Errorf("%s: %s has no basis", name, where)
				}
				return
			}
			x := c.Basis.Explain()
			if x.Value.Value != c.Value {
				t.Errorf("%s: %s explains %g, not %g", name, where, x.Value.Value, c.Value)
			}
			n := 0
			for _, it := range x.Items {
				n += it.Count
				for _, m := range it.Matches {
					if m[0] < 0 || m[0] >= m[1] || m[1] > len(it.Text) {
						t.Errorf("%s: %s: match %v of %q", name, where, m, it.Text)
					}
				}
			}
			switch {
			case x.Formula == "" && float64(n) != c.Value:
				t.Errorf("%s: %s adds up to %d, not %g", name, where, n, c.Value)
			case x.Formula == "" && n == 0 && (len(x.Tried) == 0 || len(x.In) == 0):
				t.Errorf("%s: %s says not what was looked for where", name, where)
			case x.Formula != "" && len(x.Terms) == 0:
				t.Errorf("%s: %s has a formula without numbers", name, where)
			}
		})
		if numbers == 0 {
			t.Errorf("%s: no numbers", name)
		}
	}
}

// Kinds of councils are never summed.
func TestWordsKindsApart(t *testing.T) {
	docs := reportsOf(t)
	docs[0].Attributes, docs[1].Attributes = map[string]string{KindOfCouncil: "общественный совет"}, map[string]string{KindOfCouncil: "совет по взаимодействию с НПО"}
	var sizes []int
	r := KindsApart(docs, "", func(docs []*corpus.Document) *table.Report {
		sizes = append(sizes, len(docs))
		return CountWords(docs, FrequencyOptions{}).Report()
	})
	if !slices.Equal(sizes, []int{1, 1}) || len(r.Blocks) != 5 {
		t.Errorf("reports of %v documents, %d blocks", sizes, len(r.Blocks))
	}
}

// Words in capitals, several languages, numbers: counting them never fails, and
// forms add up.
func FuzzWords(f *testing.F) {
	f.Add("Совет провёл 10 (десяти) заседаний", "совет")
	f.Add("TOO «Қазақ-үй»\nдва пять-шесть 2/3", "2")
	f.Add("— — «»", "re:.")
	f.Fuzz(func(t *testing.T, text, word string) {
		q, err := query.ParsePattern(word, "", nil)
		if err != nil {
			return
		}
		docs := []*corpus.Document{document(t, "a", text), document(t, "b", "совет "+text)}
		c := CountWords(docs, FrequencyOptions{})
		sum := 0
		for _, r := range c.Rows {
			sum += r.N
		}
		if sum != c.Words {
			t.Fatalf("%d of %d words", sum, c.Words)
		}
		Concord(q, docs, ConcordanceOptions{Sort: []SortKey{-3, 0, 3}}).Report()
		for _, r := range FindCollocates(q, docs, CollocateOptions{Left: 5, Right: 5}).Rows {
			if r.FXY > r.FX || r.FXY > r.FY {
				t.Fatalf("%+v", r)
			}
		}
		FindKeyness(docs[:1], docs[1:], KeynessOptions{}).Report()
		MeasureTexts(docs, MeasureOptions{Window: 2}).Report()
		FindLikeness(docs, LikenessOptions{}).Report()
	})
}

func BenchmarkCountWords(b *testing.B) {
	docs := []*corpus.Document{document(b, "a", strings.Repeat("Общественный совет рассматривает обращения граждан и направляет рекомендации.\n", 2000))}
	for b.Loop() {
		CountWords(docs, FrequencyOptions{})
	}
}
