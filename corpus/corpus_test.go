package corpus

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// unit makes a unit; the builders below name its kind.
func unit(k Kind, label, num, text string, units ...*Unit) *Unit {
	return &Unit{Kind: k, Label: label, Num: num, Text: text, Units: units}
}

func clause(num, text string, units ...*Unit) *Unit {
	return unit(KindClause, num+".", num, text, units...)
}

func subclause(num, text string, units ...*Unit) *Unit {
	return unit(KindSubclause, num+")", num, text, units...)
}

func item(num, text string, units ...*Unit) *Unit {
	return unit(KindItem, num+")", num, text, units...)
}

func passage(text string) *Unit { return unit(KindPassage, "", "", text) }

func article(num, text string, units ...*Unit) *Unit {
	return unit(KindArticle, "Статья "+num+".", num, text, units...)
}

// tree makes a document of units.
func tree(units ...*Unit) *Document {
	return &Document{Root: &Unit{Kind: KindDocument, Units: units}, Meta: Meta{Jurisdiction: "KZ", Language: "ru"}}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"5-1", "5-1"}, {"5‑1.", "5-1"}, {" 3) ", "3"}, {"53¹", "53.1"}, {"53.1", "53.1"}, {"53^1", "53.1"}, {"7(1)", "7.1"}, {"к(1))", "к.1"}, {"1)", "1"}, {"240¹²", "240.12"}, {"12¹⁻¹", "12.1-1"},
		{"IV", "4"}, {"XIV", "14"}, {"ІІ", "2"}, {"ХІ", "11"}, {"IV-1", "4-1"}, {"V¹", "5.1"}, {"IIII", "iiii"}, {"С", "с"}, {"x", "x"},
		{"первый", "1"}, {"ПЕРВЫЙ", "1"}, {"вторая", "2"}, {"третьей", "3"}, {"четвёртого", "4"}, {"двадцать первый", "21"}, {"сороковой", "40"},
		{"бірінші", "1"}, {"БІРІНШІ", "1"}, {"бiрiншi", "1"}, {"он екінші", "12"}, {"жиырмасыншы", "20"},
		{"Общая", "общ"}, {"ОСОБЕННАЯ", "особ"}, {"Жалпы", "общ"}, {"Ерекше", "особ"},
		{"а", "а"}, {"Ё", "е"}, {"о¹", "о.1"}, {"1.2.3", "1.2.3"}, {"4–6", "4–6"}, {"15 – 18", "15–18"}, {"4) – 6", "4–6"}, {"8), 12)", "8,12"}, {"2, 5–7", "2,5–7"}, {"", ""}, {"5/1~2", "512"},
	} {
		if got := Number(c.in); got != c.want {
			t.Errorf("Number(%q) = %q, want %q", c.in, got, c.want)
		}
		if again := Number(Number(c.in)); again != c.want {
			t.Errorf("Number(%q) = %q is not canonical", c.want, again)
		}
	}
}

func TestOrdinals(t *testing.T) {
	for n := 1; n < 100; n++ {
		for _, s := range []string{
			russianOrdinal(n, false, false), russianOrdinal(n, true, false), russianOrdinal(n, false, true), russianOrdinal(n, true, true), kazakhOrdinal(n),
		} {
			if got := Number(s); got != strconv.Itoa(n) {
				t.Errorf("%d is written %q and read as %q", n, s, got)
			}
		}
	}
	for _, c := range [][2]string{
		{russianOrdinal(3, true, true), "третьей"}, {russianOrdinal(3, false, true), "третьего"}, {russianOrdinal(6, false, false), "шестой"},
		{russianOrdinal(4, false, false), "четвертый"}, {russianOrdinal(40, true, false), "сороковая"}, {russianOrdinal(58, true, true), "пятьдесят восьмой"},
		{kazakhOrdinal(20), "жиырмасыншы"}, {kazakhOrdinal(33), "отыз үшінші"}, {russianOrdinal(0, false, false), ""}, {kazakhOrdinal(100), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

// addressesOf lists all addresses of a document.
func addressesOf(d *Document) string {
	var all []string
	for a := range d.All() {
		all = append(all, string(a))
	}
	return strings.Join(all, " ")
}

func TestAddresses(t *testing.T) {
	table := unit(KindTable, "", "", "", unit(KindRow, "", "", "а\tб"), unit(KindRow, "", "", "в\tг"))
	for _, c := range []struct {
		name string
		d    *Document
		want string
	}{
		{"chapters are skipped", tree(
			unit(KindRequisite, "", "", "ЗАКОН"), unit(KindRequisite, "", "", "О совете"), unit(KindPreamble, "", "", "Настоящий Закон"),
			unit(KindPart, "ОБЩАЯ ЧАСТЬ", "ОБЩАЯ", "",
				unit(KindSection, "РАЗДЕЛ ПЕРВЫЙ.", "ПЕРВЫЙ", "",
					unit(KindChapter, "Глава 2-1.", "2-1", "",
						unit(KindParagraph, "§ 1.", "1", "", article("53¹", "", clause("2", "", subclause("3", "", item("а", "")))))))),
			unit(KindSignature, "", "", "Президент"),
		), "реквизит реквизит~2 преамбула ч-общ разд.1 гл.2-1 гл.2-1/пар.1 ст.53.1 ст.53.1/п.2 ст.53.1/п.2/пп.3 ст.53.1/п.2/пп.3/б.а подпись"},
		{"passages count from two under own text", tree(article("1", "Своё.", passage("Второй."), subclause("1", "а"), passage("Третий.")), article("2", "", passage("Первый."), passage("Второй."))),
			"ст.1 ст.1/абз.2 ст.1/пп.1 ст.1/абз.3 ст.2 ст.2/абз.1 ст.2/абз.2"},
		{"numbers that occur again", tree(article("419", "", clause("1", "", subclause("1", ""), passage("Новая:"), subclause("1", ""))), article("419", "", clause("1", "")), article("419", "")),
			"ст.419 ст.419/п.1 ст.419/п.1/пп.1 ст.419/п.1/абз.1 ст.419/п.1/пп.1~2 ст.419~2 ст.419~2/п.1 ст.419~3"},
		{"clauses of acts without articles", tree(clause("1", "Утвердить."), unit(KindAppendix, "", "", "", unit(KindChapter, "Глава 1.", "1", "", clause("1", "", subclause("1", "")))),
			unit(KindAppendix, "Приложение 2", "2", "", clause("1", ""), article("3", "", clause("1", "")), table), unit(KindAppendix, "", "", "")),
			"п.1 прил прил/гл.1 прил/п.1 прил/п.1/пп.1 прил.2 прил.2/п.1 прил.2/ст.3 прил.2/ст.3/п.1 прил.2/табл.1 прил.2/табл.1/стр.1 прил.2/табл.1/стр.2 прил~2"},
		{"passages of a report", tree(passage("а"), unit(KindSection, "II.", "II", "", passage("б"), passage("в"))), "абз.1 разд.2 разд.2/абз.1 разд.2/абз.2"},
		{"several repealed in one line", tree(article("5", "", subclause("4–6", ""))), "ст.5 ст.5/пп.4–6"},
		{"empty", &Document{}, ""},
	} {
		if got := addressesOf(c.d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		for a, u := range c.d.All() {
			if c.d.At(a) != u || c.d.AddressOf(u) != a {
				t.Errorf("%s: %s does not lead back", c.name, a)
			}
		}
	}
}

func TestPath(t *testing.T) {
	a := article("1", "", clause("2", ""))
	ch := unit(KindChapter, "Глава 1.", "1", "", a)
	d := tree(ch)
	if got := d.Path("ст.1/п.2"); !slices.Equal(got, []*Unit{ch, a, a.Units[0]}) {
		t.Errorf("path %v", got)
	}
	if d.Path("") != nil || d.Path("ст.9") != nil || d.At("") != d.Root || d.At("ст.9") != nil || d.AddressOf(d.Root) != "" {
		t.Error("the root has no path and no address")
	}
}

func TestParts(t *testing.T) {
	for _, c := range []struct {
		name string
		unit *Unit
		want string // size of each part in paragraphs and numbered units
	}{
		{"one paragraph", clause("1", "Одна."), "1"},
		{"a list", clause("1", "Совет:", subclause("1", "а;"), subclause("2", "б.")), "3"},
		{"a list, then a part", clause("1", "Совет:", subclause("1", "а;"), subclause("2", "б."), passage("Часть вторая.")), "3 1"},
		{"two lists", clause("1", "Совет:", subclause("1", "а."), passage("Он же:"), subclause("1", "б.")), "2 2"},
		{"passages of a list", article("1", "Виды:", passage("первый;"), passage("второй."), passage("Третья часть:"), passage("а;"), passage("б.")), "3 3"},
		{"a small letter goes on", article("1", "Виды.", passage("первый;")), "2"},
		{"a repealed subclause ends", clause("1", "Совет:", subclause("1", ""), passage("Вторая.")), "2 1"},
		{"no own text", article("1", "", passage("Первая."), passage("Вторая.")), "1 1"},
		{"the last passage of the last subclause", clause("1", "Совет:", subclause("1", "а:", passage("б."))), "2"},
		{"an article of clauses", article("1", "", clause("1", "Одна."), clause("2", "Две.")), ""},
		{"a chapter", unit(KindChapter, "", "1", "", passage("Одна."), passage("Две.")), ""},
	} {
		var got []string
		for _, p := range parts(c.unit) {
			n := len(p.units)
			if p.own {
				n++
			}
			got = append(got, strconv.Itoa(n))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}
