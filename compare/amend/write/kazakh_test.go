package write

import (
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/parse"
)

const kazakhOld = `Қазақстан Республикасының 2010 жылғы 3 наурыздағы № 5-IV ҚРЗ Заңы
Бақтар туралы
1-бап. Негізгі ұғымдар
Осы Заңда мынадай ұғымдар пайдаланылады:
1) бақ – халық демалатын орын;
2) бағбан – бақты күтетін адам.
2-бап. Бақты күту
1. Жұмыс тобы:
1) ағаштарды суаруға;
2) жолдарды тазалауға;
3) гүлдерді отырғызуға міндетті.
Жұмыс тобының отырысы таңғы сағат 8-де басталады.
2. Жұмыс тобына шағым беруге болады. Бақтың аумағы қоршалады.
3. Бақтың шығыстары бюджет есебінен жабылады.
4. Жұмыс тобының құрамын әкім бекітеді.
5. Бақ түнде жабылады.
3-бап. Жауаптылық
Кінәлі адамдар жұмыс тобының алдында жауапты болады.
`

const kazakhNew = `Қазақстан Республикасының 2010 жылғы 3 наурыздағы № 5-IV ҚРЗ Заңы
Бақтар туралы
1-бап. Негізгі ұғымдар мен терминдер
Осы Заңда мынадай ұғымдар пайдаланылады:
1) бақ – халық демалатын орын;
2) бағбан – бақты күтетін адам;
3) саябақ – ағаш отырғызылған бақ.
2-бап. Бақты күту
1. Күту комиссиясы:
1) ағаштар мен бұталарды суаруға;
2) жолдарды тазалауға;
3) гүлдерді отырғызуға міндетті.
Күту комиссиясының отырысы таңғы сағат 9-да басталады.
2. Күту комиссиясына шағым беруге болады. Бақтың аумағы қоршалады.
3. Бақтың шығыстары бюджет есебінен жабылады.
4. Күту комиссиясының құрамын әкім бекітеді.
2-1-бап. Бақты қорғау
Бақты күзет қызметі қорғайды.
3-бап. Жауаптылық
Кінәлі адамдар күту комиссиясының алдында жауапты болады.
`

// What is written in Kazakh reads as a drafter's, and is read as what it is.
func TestKazakh(t *testing.T) {
	d := Write(act(kazakhOld), act(kazakhNew), nil)
	if len(d.Left) > 0 {
		t.Errorf("left %v", d.Left)
	}
	src := &corpus.Source{Name: "draft.txt", Format: "text"}
	var text strings.Builder
	for _, l := range d.Lines(Options{}) {
		src.Lines = append(src.Lines, corpus.Line{Text: l.String()})
		text.WriteString(l.String() + "\n")
	}
	want := `Жоба
ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ
«Бақтар туралы» Қазақстан Республикасының Заңына өзгерістер мен толықтырулар енгізу туралы
1-бап. «Бақтар туралы» 2010 жылғы 3 наурыздағы Қазақстан Республикасының Заңына мынадай өзгерістер мен толықтырулар енгізілсін:
`
	if !strings.HasPrefix(text.String(), want) {
		t.Errorf("got\n%s\nwant\n%s", text.String(), want)
	}
	for _, order := range []string{
		"бүкіл мәтін бойынша «жұмыс тобы» деген сөздер тиісті септіктерде «күту комиссиясы» деген сөздермен ауыстырылсын;",
		"2) тармақшадағы нүкте нүктелі үтірмен ауыстырылып, мынадай мазмұндағы 3) тармақшамен толықтырылсын:\n«3) саябақ – ағаш отырғызылған бақ.»;",
		"5-тармақ алып тасталсын;",
		"мынадай мазмұндағы 2-1-баппен толықтырылсын:\n«2-1-бап. Бақты қорғау\nБақты күзет қызметі қорғайды.»",
	} {
		if !strings.Contains(text.String(), order) {
			t.Errorf("it does not say %s\n%s", order, text.String())
		}
	}
	p, _ := parse.Parse(src)
	r := amend.Read(p)
	for _, u := range r.Unread {
		t.Errorf("not read: %s", u.Text)
	}
	if len(r.Operations) != len(d.Operations) {
		t.Fatalf("%d operations were written, %d read\n%s", len(d.Operations), len(r.Operations), text.String())
	}
	for i, o := range d.Operations {
		got := r.Operations[i]
		if got.Kind != o.Kind || got.Object != o.Object || got.Where[0].Path() != o.Where[0].Path() || got.Old != o.Old || got.Everywhere != o.Everywhere || got.Cases != o.Cases {
			t.Errorf("%s\n was written as %s %s %s, read as %s %s %s", got.Text, o.Kind, o.Object, o.Where[0].Path(), got.Kind, got.Object, got.Where[0].Path())
		}
	}
}

// Places stand in the case that the order wants, the outermost first.
func TestKazakhPlaces(t *testing.T) {
	tmpl := TemplateFor("kk", "KZ")
	levels := func(path string) []amend.Level {
		var ls []amend.Level
		r, _ := corpus.ParseReference(path)
		for _, s := range r.Steps {
			s.Nums = strings.Split(s.Nums[0], ",")
			ls = append(ls, amend.Level{Step: s})
		}
		return ls
	}
	for _, c := range []struct {
		path string
		form int
		want string
	}{
		{"ст.5", nominative, "5-бап"}, {"ст.5", locative, "5-бапта"}, {"ст.5", within, "5-баптағы"},
		{"ст.5/п.2", nominative, "5-баптың 2-тармағы"}, {"ст.5/п.2", locative, "5-баптың 2-тармағында"}, {"ст.5/п.2", within, "5-баптың 2-тармағындағы"},
		{"ст.5-1/п.2/пп.3,4", nominative, "5-1-баптың 2-тармағының 3) және 4) тармақшалары"},
		{"п.1,2,4", nominative, "1, 2 және 4-тармақтар"}, {"п.1,2,4", instrumental, "1, 2 және 4-тармақтармен"},
		{"ст.5/пп.3–7", within, "5-баптың 3)–7) тармақшаларындағы"},
		{"ст.5/абз.2", nominative, "5-баптың екінші абзацы"},
	} {
		if got := tmpl.place(levels(c.path), c.form); got != c.want {
			t.Errorf("%s: %q, want %q", c.path, got, c.want)
		}
	}
}
