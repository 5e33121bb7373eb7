package query

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

func readLines(s *Synonyms) string {
	var out []string
	for _, g := range s.Groups() {
		l := fmt.Sprintf("%d %s", g.Line, strings.Join(g.Words, "|"))
		if len(g.Found) > 0 {
			l += " > " + strings.Join(g.Found, "|")
		}
		out = append(out, l)
	}
	return strings.Join(out, "; ")
}

func TestReadSynonyms(t *testing.T) {
	for _, c := range []struct{ name, text, want, faults string }{
		{"a group", "НПО = неправительственная организация = общество", "1 НПО|неправительственная организация|общество", ""},
		{"directed", "развод > расторжение брака", "1 развод > расторжение брака", ""},
		{"both signs", "а = б > в = г", "1 а|б > в|г", ""},
		{"other arrows", "а -> б\nа => в\nа → г", "1 а > б; 2 а > в; 3 а > г", ""},
		{"remarks and empty lines", "# список\n\n  \nНПО = общество # пояснение\n", "4 НПО|общество", ""},
		{"Windows", "\ufeffа = б\r\nв = г\r\n", "1 а|б; 2 в|г", ""},
		{"quotes and spaces", "«НПО»  =  \"неправительственная   организация\" ", "1 НПО|неправительственная организация", ""},
		{"no sign", "а = б\nНПО – организация\nв = г", "1 а|б; 3 в|г", "2 no-sign []"},
		{"nothing on one side", "НПО =\n= НПО\nНПО >", "", "1 missing []; 2 missing []; 3 missing []"},
		{"two arrows", "а > б > в", "", "1 two-arrows []"},
		{"commas", "НПО = общество, фонд", "", "1 comma [общество, фонд]"},
		{"operators", "общественн* = социальный", "", "1 operator [общественн* *]"},
		{"no word", "НПО = №", "", "1 bad-word [№]"},
		{"too long", "а = " + strings.Repeat("б ", 11), "", "1 too-long [б б б б б б б б б б б 10]"},
		{"too many", strings.Repeat("а = ", 40) + "а", "", "1 too-many [40]"},
		{"a file of another kind", "PK\x03\x04\x00\x00", "", "0 encoding []"},
		{"too large", strings.Repeat("#", maxListBytes+1), "", "0 too-large [2097152]"},
	} {
		s, faults := ReadSynonyms("s.txt", []byte(c.text))
		var fs []string
		for _, f := range faults {
			fs = append(fs, fmt.Sprint(f.Line, " ", f.Code, " ", f.Args))
		}
		if got := readLines(s); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := strings.Join(fs, "; "); got != c.faults {
			t.Errorf("%s: faults %s, want %s", c.name, got, c.faults)
		}
	}
}

func TestReadSynonymsInOtherEncodings(t *testing.T) {
	const text = "НПО = общество\r\n"
	win, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{text, win, wide} {
		if s, faults := ReadSynonyms("", []byte(data)); readLines(s) != "1 НПО|общество" || len(faults) > 0 {
			t.Errorf("%q: %s %v", data, readLines(s), faults)
		}
	}
}

const testList = `
НПО = неправительственная организация
НПО > фонд
годовой отчет = ежегодный отчет
развод > расторжение брака
ОС = общественный совет
ОС = окружающая среда
отчет = доклад
жилой дом = жилой многоквартирный дом
ҮЕҰ = үкіметтік емес ұйым
`

func testSynonyms(t testing.TB) *Synonyms {
	s, faults := ReadSynonyms("", []byte(testList))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return s
}

func TestExpand(t *testing.T) {
	s := testSynonyms(t)
	// ИЛИ binds more tightly than И and nearness.
	for _, c := range []struct{ query, want string }{
		{"НПО", `нпо ИЛИ ≈"неправительственная организация" ИЛИ ≈фонд`},
		{"нпо", `нпо ИЛИ ≈"неправительственная организация" ИЛИ ≈фонд`},
		{"неправительственными организациями", `(неправительственными И организациями) ИЛИ ≈нпо`},
		// Words are side by side or they are no term.
		{"неправительственная И организация", "неправительственная И организация"},
		{"организация неправительственная", "организация И неправительственная"},
		{"(неправительственная) организация", "неправительственная И организация"},
		{"права НПО", `права И нпо ИЛИ ≈"неправительственная организация" ИЛИ ≈фонд`},
		// Words of a term have synonyms of their own.
		{"годовой отчет", `(годовой И отчет ИЛИ ≈доклад) ИЛИ ≈"ежегодный отчет"`},
		{`"годовой отчет"`, `"годовой отчет" ИЛИ ≈"ежегодный отчет" ИЛИ ≈"годовой доклад"`},
		{`"отчет НПО"`, `"отчет нпо" ИЛИ ≈"доклад нпо" ИЛИ ≈"отчет неправительственная организация" ИЛИ ≈"отчет фонд" ИЛИ ≈"доклад неправительственная организация" ИЛИ ≈"доклад фонд"`},
		// Directed.
		{"развода", `развода ИЛИ ≈"расторжение брака"`},
		{"расторжение брака", "расторжение И брака"},
		{"фонд", "фонд"},
		// Several meanings, which are not joined.
		{"ОС", `ос ИЛИ ≈"общественный совет" ИЛИ ≈"окружающая среда"`},
		{"окружающая среда", "(окружающая И среда) ИЛИ ≈ос"},
		// A short word is no abbreviation, and capitals throughout tell none.
		{"ос", "ос"},
		{"УКУСЫ ЯДОВИТЫХ ОС", "укусы И ядовитых И ос"},
		{"УКУСЫ ядовитых ОС", `укусы И ядовитых И ос ИЛИ ≈"общественный совет" ИЛИ ≈"окружающая среда"`},
		// A synonym that holds all that is asked for finds nothing new, but as a phrase.
		{"жилой дом", "жилой И дом"},
		{`"жилой дом"`, `"жилой дом" ИЛИ ≈"жилой многоквартирный дом"`},
		// What is meant exactly.
		{"=НПО", "=нпо"},
		{"НПО*", "нпо*"},
		{"отчет НЕ НПО", `отчет ИЛИ ≈доклад НЕ нпо`},
		{`re:НПО`, "re:НПО"},
		{"НПО /5 срок", `нпо ИЛИ ≈"неправительственная организация" ИЛИ ≈фонд /5 срок`},
		{"ҮЕҰ", `үеұ ИЛИ ≈"үкіметтік емес ұйым"`},
		{"үкіметтік емес ұйымдар", "(үкіметтік И емес И ұйымдар) ИЛИ ≈үеұ"},
	} {
		q, err := Parse(c.query, "")
		if err != nil {
			t.Fatal(c.query, err)
		}
		before := q.String()
		if got := q.Expand(s).String(); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.query, got, c.want)
		}
		if q.String() != before {
			t.Errorf("%s: the query itself has changed to %s", c.query, q)
		}
	}
}

// Each match is printed with what it stands for.
func TestFindSynonyms(t *testing.T) {
	s := testSynonyms(t)
	for _, c := range []struct{ query, text, want string }{
		{"отчет НПО", "Отчёты неправительственных организаций.", "Отчёты; неправительственных=НПО; организаций=НПО"},
		{`"отчета НПО"`, "Отчёт неправительственной организации", "Отчёт; неправительственной=НПО; организации=НПО"},
		{`"отчета НПО"`, "Отчёт и неправительственная организация", ""},
		{"НПО", "НПО и неправительственные организации", "НПО; неправительственные=НПО; организации=НПО"},
		{"неправительственная организация", "Для НПО", "НПО=неправительственная организация"},
		// An abbreviation is found as such only.
		{"общественный совет", "ОС и ос", "ОС=общественный совет"},
		{"НПО /2 развод", "Фонд, расторгая брак; расторжение брака фондом", "расторжение=развод; брака=развод; фондом=НПО"},
		{"НПО /с отчет", "Доклад фонда.", "Доклад=отчет; фонда=НПО"},
		{"ҮЕҰ", "үкіметтік емес ұйымдарға қолдау көрсету", "үкіметтік=ҮЕҰ; емес=ҮЕҰ; ұйымдарға=ҮЕҰ"},
	} {
		q, err := Parse(c.query, "")
		if err != nil {
			t.Fatal(c.query, err)
		}
		var got []string
		for _, m := range q.Expand(s).Find(NewText([]Unit{{Text: c.text}})) {
			w := c.text[m.Lo:m.Hi]
			if m.Of != "" {
				w += "=" + m.Of
			}
			got = append(got, w)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s in %q: %s, want %s", c.query, c.text, g, c.want)
		}
	}
}

func TestSynonymsOfQuery(t *testing.T) {
	q, err := Parse("отчет НПО и ещё раз НПО", "")
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(q.Expand(testSynonyms(t)).Synonyms(), q.Expand(nil).Synonyms(), q.Expand(testSynonyms(t)).AnyWord().Synonyms())
	if want := "[{отчет [доклад]} {НПО [неправительственная организация фонд]}] [] [{отчет [доклад]} {НПО [неправительственная организация фонд]}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// The list that comes with the program is held to what it asks of others, and
// no line of it is there twice.
func TestStarter(t *testing.T) {
	s, faults := ReadSynonyms("synonyms.txt", []byte(StarterText()))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	seen := map[string]int{}
	for _, g := range s.Groups() {
		if len(g.Words)+len(g.Found) < 2 {
			t.Errorf("line %d has one term", g.Line)
		}
		// Two lines that link the same two terms.
		for i, a := range g.Words {
			for _, b := range append(g.Words[i+1:len(g.Words):len(g.Words)], g.Found...) {
				k := strings.ToLower(a + " = " + b)
				if n := seen[k]; n > 0 {
					t.Errorf("line %d repeats line %d: %s", g.Line, n, k)
				}
				seen[k] = g.Line
			}
		}
	}
}

// Phrases of many words with synonyms must not be spread out without end.
func TestExpandIsBounded(t *testing.T) {
	var list strings.Builder
	for i := range 30 {
		fmt.Fprintf(&list, "отчет = слово%d = \"другое слово%d\"\n", i, i)
	}
	s, _ := ReadSynonyms("", []byte(list.String()))
	q, err := Parse(`"`+strings.Repeat("отчет ", 40)+`"`, "")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(q.Expand(s).root.(*or).any); n > maxReadings+1 {
		t.Errorf("%d readings", n)
	}
}

func FuzzReadSynonyms(f *testing.F) {
	f.Add([]byte(testList), "отчет НПО")
	f.Add([]byte(testList), `"годовой отчет НПО" /5 ОС`)
	f.Add([]byte("\xff\xfe\x1d\x04"), "НПО")
	f.Add([]byte("а-б = в.г\r\nа > б = «в г»"), `а "б в" (г ИЛИ а) НЕ б`)
	f.Add([]byte("\xcd\xcf\xce = \xf4\xee\xed\xe4"), "НПО")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		s, _ := ReadSynonyms("", data)
		for _, g := range s.Groups() {
			if len(g.Words) == 0 {
				t.Fatalf("line %d has no words", g.Line)
			}
		}
		q, err := Parse(text, "")
		if err != nil {
			return
		}
		x := q.Expand(s)
		in := NewText([]Unit{{Text: text}, {Text: string(data)}})
		// Synonyms add, and take nothing away.
		found := map[Match]bool{}
		for _, m := range x.Find(in) {
			m.Of = ""
			found[m] = true
		}
		for _, m := range q.Find(in) {
			if !found[m] {
				t.Fatalf("%s finds %v, and not %s", q, m, x)
			}
		}
		x.AnyWord().Needs()
	})
}

func BenchmarkReadSynonyms(b *testing.B) {
	b.SetBytes(int64(len(starterText)))
	for b.Loop() {
		ReadSynonyms("", []byte(starterText))
	}
}

func BenchmarkExpand(b *testing.B) {
	q, err := Parse("порядок выплаты заработной платы работникам НПО при увольнении", "")
	if err != nil {
		b.Fatal(err)
	}
	s := Starter()
	for b.Loop() {
		q.Expand(s)
	}
}
