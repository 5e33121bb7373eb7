package extract

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"svod/corpus"
)

// simpleFont is a font with the letters of WinAnsi and, from 0xc0, Russian ones by name.
const simpleFont = `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding
/Differences [192 /afii10017 /afii10018 /afii10019 /afii10020 /afii10021 /afii10022 /afii10024 /afii10025 /afii10026 /afii10027
/afii10028 /afii10029 /afii10030 /afii10031 /afii10032 /afii10033 /afii10034 /afii10035 /afii10036 /afii10037 /afii10038 /afii10039
/afii10040 /afii10041 /afii10042 /afii10043 /afii10044 /afii10045 /afii10046 /afii10047 /afii10048 /afii10049
/afii10065 /afii10066 /afii10067 /afii10068 /afii10069 /afii10070 /uni0436 /afii10073 /afii10074 /afii10075
/afii10076 /afii10077 /afii10078 /afii10079 /afii10080 /afii10081 /afii10082 /afii10083 /afii10084 /afii10085 /afii10086 /afii10087
/afii10088 /afii10089 /afii10090 /afii10091 /afii10092 /afii10093 /afii10094 /afii10095 /afii10096 /afii10097] >> >>`

func stream(s string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s)
}

// makePDF makes a file of pages with the given contents, separated by \f, whose
// font F1 is object 5; more objects follow from 6.
func makePDF(content, font string, more ...string) []byte {
	contents := strings.Split(content, "\f")
	objects := append([]string{"<< /Type /Catalog /Pages 2 0 R >>", "", "", "null", font}, more...)
	var kids []string
	for i, c := range contents {
		n := 3
		page := fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>", len(objects)+1)
		objects = append(objects, stream(c))
		if i == 0 {
			objects[2] = page
		} else {
			objects = append(objects, page)
			n = len(objects)
		}
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595 842] >>", len(kids), strings.Join(kids, " "))
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

// previousLoop makes the table of objects its own forerunner.
func previousLoop(good []byte) []byte {
	xref := bytes.LastIndex(good, []byte("xref\n0 "))
	return bytes.Replace(good, []byte("/Root 1 0 R"), fmt.Appendf(nil, "/Prev %d /Root 1 0 R", xref), 1)
}

// objectStreamLoop makes a file whose catalog lies in an object stream that is
// said to lie in itself.
func objectStreamLoop() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	xref := b.Len()
	entries := "\x00\x00\x00\x02\x02\x00\x02\x02\x00" // free; 1 in 2; 2 in 2
	fmt.Fprintf(&b, "3 0 obj\n<< /Type /XRef /Size 3 /W [1 1 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", len(entries), entries, xref)
	return b.Bytes()
}

// win writes Russian text in the bytes of simpleFont, which are those of cp1251.
func win(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 'А' && r <= 'я' {
			b.WriteByte(byte(0xc0 + r - 'А'))
		} else {
			b.WriteByte(byte(r))
		}
	}
	return strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(b.String())
}

// at shows text at a place of the page.
func place(x, y, size float64, text string) string {
	return fmt.Sprintf("BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, win(text))
}

// column shows lines one below the other, each at its indent.
func columnOf(top float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		text := strings.TrimLeft(l, " ")
		b.WriteString(place(60+6*float64(len(l)-len(text)), top-14*float64(i), 10, text))
	}
	return b.String()
}

func texts(t *testing.T, data []byte) []string {
	t.Helper()
	lines, _, err := readPDF(data)
	if err != nil {
		t.Fatal(err)
	}
	return linesText(lines)
}

func linesText(lines []corpus.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

func TestPDFText(t *testing.T) {
	form := fmt.Sprintf("<< /Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 -20] /Length %d >>\nstream\n%s\nendstream", len("BT /F1 10 Tf 60 700 Td (inside) Tj ET /X1 Do"), "BT /F1 10 Tf 60 700 Td (inside) Tj ET /X1 Do")
	full := strings.Repeat("слово ", 12) + "слово"
	part := strings.Repeat("слово ", 8) + "слово"
	tests := []struct {
		name    string
		content string
		more    []string
		want    []string
	}{
		{name: "names of glyphs", content: place(60, 700, 12, "Общественный совет, жюри"), want: []string{"Общественный совет, жюри"}},
		{name: "gap is a space", content: "BT /F1 12 Tf 60 700 Td [(one) -300 (two) -20 (three)] TJ ET", want: []string{"one twothree"}},
		{name: "spacing of letters is none", content: "BT /F1 12 Tf 4 Tc 60 700 Td (wide) Tj ET", want: []string{"wide"}},
		{name: "letters set wide one by one", content: place(60, 700, 10, "Г") + place(70, 700, 10, "л") + place(80, 700, 10, "а") + place(90, 700, 10, "в") + place(100, 700, 10, "а") + place(118, 700, 10, "п") + place(128, 700, 10, "е") + place(138, 700, 10, "р") + place(148, 700, 10, "в") + place(158, 700, 10, "а") + place(168, 700, 10, "я"), want: []string{"Глава первая"}},
		{name: "fields to fill in", content: columnOf(700, "наименование "+strings.Repeat("_", 60), "адрес "+strings.Repeat("_", 67)), want: []string{"наименование " + strings.Repeat("_", 60), "адрес " + strings.Repeat("_", 67)}},
		{name: "inline image", content: "BT /F1 12 Tf 60 700 Td (before) Tj ET\nBI /W 2 /H 2 ID \x01EI\xff EI\x02\nEI\nBT /F1 12 Tf 60 600 Td (after) Tj ET", want: []string{"before", "after"}},
		{name: "raised digit", content: place(60, 700, 12, "Статья 53") + place(60+9*7.2, 705, 7, "1") + place(60+9*7.2+4.2, 700, 12, ". Предмет"), want: []string{"Статья 53¹. Предмет"}},
		{name: "form that draws itself", content: "/X1 Do", more: []string{form}, want: []string{"inside" + strings.Repeat(" inside", maxFormDepth-1)}},
		{name: "letters drawn twice", content: place(60, 700, 12, "дважды") + place(60.3, 700, 12, "дважды"), want: []string{"дважды"}},
		{name: "number of an item without a tabulator's gap", content: place(60, 700, 10, "10.") + place(60+3*6+0.4, 700, 10, "Положение"), want: []string{"10. Положение"}},
		{name: "a stamp set twice", content: place(60, 700, 10, "Верно. Подпись") + place(60, 600, 10, "далее.") + place(60, 700, 10, "Верно. Подпись"), want: []string{"Верно. Подпись", "далее."}},
		{name: "text that stands for signs", content: "BT /F1 10 Tf 60 700 Td /Span <</ActualText <FEFF042F>>> BDC (R) Tj EMC ( ) Tj /Span <</ActualText (fi)>> BDC (x) Tj EMC (t) Tj ET", want: []string{"Я fit"}},
		{name: "what is marked as a header", content: "/Artifact <</Type /Pagination /Attached [/Top]>> BDC\n" + place(60, 810, 10, "Бланк") + "EMC /Artifact BMC\n" + place(60, 700, 10, "Текст") + "EMC", want: []string{"Текст"}},
		{name: "beyond the edge of the page", content: place(60, 700, 10, "Текст") + place(700, 700, 10, "Обрез") + place(560, 650, 10, "до края и далее"), want: []string{"Текст", "до края и далее"}},
		{name: "lines of a paragraph", content: columnOf(700, "   "+full, full+"ее", "конец."), want: []string{full + " " + full + "ее конец."}},
		{name: "indent begins a paragraph", content: columnOf(700, full+"ее", full+"ее", "   "+full+".", full+"ее"), want: []string{full + "ее " + full + "ее", full + ". " + full + "ее"}},
		{name: "short line ends a paragraph", content: columnOf(700, full, part+".", full, full), want: []string{full + " " + part + ".", full + " " + full}},
		{name: "items of a list", content: columnOf(700, full+":", "1) "+part+";", "2) "+part+"."), want: []string{full + ":", "1) " + part + ";", "2) " + part + "."}},
		{name: "lines from below", content: place(60, 600, 10, "четыре.") + place(60, 640, 10, "три.") + place(60, 680, 10, "два.") + place(60, 720, 10, "раз."), want: []string{"раз.", "два.", "три.", "четыре."}},
		{name: "columns keep the order of drawing", content: columnOf(700, "левая первая.", "левая вторая.") +
			place(320, 700, 10, "правая первая.") + place(320, 686, 10, "правая вторая."),
			want: []string{"левая первая.", "левая вторая.", "правая первая.", "правая вторая."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := texts(t, makePDF(test.content, simpleFont, test.more...))
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestPDFCompositeFont(t *testing.T) {
	font := `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Times-Bold /Encoding /Identity-H /ToUnicode 6 0 R
/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 [500 600] 3 4 250] >>] >>`
	cmap := stream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
		"2 beginbfrange <0001> <0002> <04D8> <0003> <0003> [<00660069>] endbfrange 1 beginbfchar <0004> <D835DC00> endbfchar")
	lines, _, err := readPDF(makePDF("BT /F1 10 Tf 60 700 Td <000100020003> Tj <0004> Tj ET", font, cmap))
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 1 || lines[0].Text != "Әәfi\U0001d400" || !lines[0].Style.Bold {
		t.Errorf("got %+v", lines)
	}
}

func TestPDFTextInCP1251UnderAWesternName(t *testing.T) {
	got := texts(t, makePDF(place(60, 700, 12, "Устав общества"), "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>"))
	if len(got) != 1 || got[0] != "Устав общества" {
		t.Errorf("got %q", got)
	}
}

func TestPDFTable(t *testing.T) {
	// Two columns, of which the first cell of the last row spans both.
	grid := "100 600 200 60 re 100 620 m 300 620 l 100 640 m 300 640 l 200 620 m 200 660 l S\n"
	content := place(100, 700, 10, "Таблица 1") + grid +
		place(105, 645, 10, "Имя") + place(205, 645, 10, "Доля") + place(105, 625, 10, "Совет") + place(205, 625, 10, "66,7") +
		place(105, 605, 10, "Итого: всего") + place(100, 560, 10, "Далее")
	lines, _, err := readPDF(makePDF(content, simpleFont))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Таблица 1", "Имя\tДоля", "Совет\t66,7", "Итого: всего", "Далее"}
	if got := linesText(lines); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Fatalf("got %q, want %q", got, want)
	}
	if lines[1].Table != 1 || len(lines[1].Cells) != 2 || lines[3].Cells[0].Cols != 2 || lines[4].Table != 0 {
		t.Errorf("got %+v", lines)
	}
}

func TestPDFHeadersAndFootersAreLeftOut(t *testing.T) {
	var pages []string
	for i := range 4 {
		pages = append(pages, place(60, 810, 9, "Закон об архивах")+place(60, 700, 10, "Текст страницы номер "+strings.Repeat("а", i+1)+".")+place(300, 30, 9, fmt.Sprint(i+1)))
	}
	got := texts(t, makePDF(strings.Join(pages, "\f"), simpleFont))
	if len(got) != 4 {
		t.Fatalf("got %q", got)
	}
	for i, s := range got {
		if want := "Текст страницы номер " + strings.Repeat("а", i+1) + "."; s != want {
			t.Errorf("page %d: %q, want %q", i+1, s, want)
		}
	}
}

func TestPDFFootnoteAfterItsParagraph(t *testing.T) {
	body := strings.Repeat("слово ", 12) + "слово"
	first := columnOf(300, body, body, body, body, body, body, body, body, body) + "60 150 m 180 150 l S\n" + place(60, 140, 6, "1") + place(72, 136, 9, "Примечание к слову.")
	second := columnOf(700, body, "конец.")
	lines, _, err := readPDF(makePDF(first+"\f"+second, simpleFont))
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 2 || !strings.HasSuffix(lines[0].Text, "конец.") || lines[1].Text != "¹ Примечание к слову." || !lines[1].Style.Note {
		t.Errorf("got %+v", lines)
	}
}

func TestPDFFootnotesAfterWhatRefersToThem(t *testing.T) {
	page := place(60, 700, 10, "Первый абзац со ссылкой") + place(60+23*6, 704, 6, "1") + place(60, 660, 10, "Площадь 25 м") + place(60+12*6, 664, 6, "2") +
		place(60, 620, 10, "В 2001") + place(60+6*6, 624, 6, "2") + place(60, 580, 10, "Последний абзац.") +
		"60 150 m 180 150 l S\n" + place(60, 140, 6, "1") + place(72, 136, 9, "К первому.") + place(60, 120, 6, "2") + place(72, 116, 9, "К третьему.")
	got := texts(t, makePDF(page, simpleFont))
	want := []string{"Первый абзац со ссылкой¹", "¹ К первому.", "Площадь 25 м²", "В 2001²", "² К третьему.", "Последний абзац."}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPDFAnnotations(t *testing.T) {
	field := func(more, says string) string {
		content := "BT /F1 10 Tf 2 4 Td (" + win(says) + ") Tj ET"
		return fmt.Sprintf("<< /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(content), content)
	}
	data := makePDF(place(60, 700, 10, "Имя:"), simpleFont, field("", "Айдар"), field("", "тайна"))
	annots := "/Type /Page /Annots [<< /Subtype /Widget /FT /Tx /Rect [90 696 190 716] /AP << /N 6 0 R >> >> << /Subtype /Widget /F 2 /Rect [90 596 190 616] /AP << /N 7 0 R >> >>]"
	got := texts(t, rebuilt(bytes.Replace(data, []byte("/Type /Page "), []byte(annots+" "), 1)))
	if want := "Имя: Айдар"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// rebuilt makes the table of objects of a file anew.
func rebuilt(data []byte) []byte {
	body, tail, _ := bytes.Cut(data, []byte("\nxref\n"))
	body = append(bytes.Clone(body), '\n')
	out := bytes.Clone(body)
	n := bytes.Count(body, []byte(" 0 obj\n"))
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", n+1)
	for i := range n {
		out = fmt.Appendf(out, "%010d 00000 n \n", bytes.Index(body, fmt.Appendf(nil, "\n%d 0 obj\n", i+1))+1)
	}
	trailer := tail[bytes.Index(tail, []byte("trailer")):]
	return fmt.Appendf(out, "%sstartxref\n%d\n%%%%EOF\n", trailer[:bytes.Index(trailer, []byte("startxref"))], len(body))
}

func TestPDFHyphens(t *testing.T) {
	line := func(s string) *printed { return &printed{text: s} }
	divided := newHyphens([][]*printed{{line("общест-"), line("ва обще-"), line("го учёта об-"), line("щественных организаций"), line("в социально-экономической")}})
	tests := []struct{ a, b, want string }{
		{"граждан-", "ского", "гражданского"},
		{"статьи 5-", "1 закона", "статьи 5-1 закона"},
		{"социально-", "правовой", "социально-правовой"},
		{"социально-эконо-", "мический", "социально-экономический"},
		{"какой-", "либо", "какой-либо"},
		{"Алма-", "Ата", "Алма-Ата"},
		{"совет -", "это", "совет - это"},
		{"мягко\u00ad", "го", "мягкого"},
		{"слово", "слово", "слово слово"},
		{"ОБЩЕ-", "СТВА", "ОБЩЕСТВА"},
		{"Доля", ", %", "Доля, %"},
		{"Доля", ",5", "Доля ,5"},
	}
	for _, test := range tests {
		if got := divided.join(test.a, test.b); got != test.want {
			t.Errorf("join(%q, %q) = %q, want %q", test.a, test.b, got, test.want)
		}
	}
	plain := newHyphens([][]*printed{{line("слово"), line("государство-"), line("участник")}})
	if got := plain.join("государство-", "участник"); got != "государство-участник" {
		t.Errorf("in a document that divides no words: %q", got)
	}
}

// A form that draws itself ten times, in eight levels, 10⁸ times in all: what
// stands on the other pages is read.
func TestPDFFormWithoutEnd(t *testing.T) {
	draw := strings.Repeat("/X1 Do ", 10)
	data := makePDF(draw+"\f"+place(60, 700, 10, "Текст."), simpleFont, "<< /Type /XObject /Subtype /Form "+strings.TrimPrefix(stream(draw), "<<"))
	lines, warnings, err := pdfLines(&input{ctx: t.Context(), data: data})
	if err != nil || len(lines) != 1 || lines[0].Text != "Текст." {
		t.Errorf("got %v, %v", lines, err)
	}
	if len(warnings) != 1 || warnings[0].Code != "pdf-page-damaged" || warnings[0].Page != 1 {
		t.Errorf("warnings %v", warnings)
	}
}

func TestPDFErrors(t *testing.T) {
	_, _, err := readPDF(makePDF("0 0 100 100 re f", simpleFont))
	if errorCode(err) != "no-text" {
		t.Errorf("a page without text: %v", err)
	}
	lines, warnings, err := readPDF(makePDF(place(60, 700, 12, "текст")+"\f0 0 10 10 re f", simpleFont))
	if err != nil || len(lines) != 1 || len(warnings) != 1 || warnings[0].Code != "pdf-page-no-text" || warnings[0].Page != 2 {
		t.Errorf("one page of two: %v %v %v", lines, warnings, err)
	}
	good := makePDF(place(60, 700, 12, "текст"), simpleFont)
	web := bytes.Replace(good, []byte("%PDF-1.4\n"), []byte("%PDF-1.4\n9 0 obj\n<< /Linearized 1 /L 99999 /N 1 >>\nendobj\n"), 1)
	if _, _, err := readPDF(web); errorCode(err) != "truncated" {
		t.Errorf("shorter than it states: %v", err)
	}
	for name, data := range map[string][]byte{
		"junk before":       append([]byte("\xef\xbb\xbf"), good...),
		"junk after":        append(bytes.Clone(good), make([]byte, 2000)...),
		"a later version":   bytes.Replace(good, []byte("%PDF-1.4\n"), []byte("%PDF-2.0\n"), 1),
		"space in the head": bytes.Replace(good, []byte("%PDF-1.4\n"), []byte("%PDF-1.4 "), 1),
	} {
		if _, _, err := readPDF(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGlyphText(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "afii10017": "А", "afii10022": "Е", "afii10023": "Ё", "afii10024": "Ж", "afii10049": "Я", "afii10065": "а", "afii10097": "я",
		"afii10055": "І", "afii10103": "і", "uni049A": "Қ", "u04B0": "Ұ", "eacute": "é", "f_i": "fi", "one.oldstyle": "1", "equal": "=",
		"quotedblleft": "“", "afii61352": "№", ".notdef": "", "g123": "",
	} {
		if got := glyphText(name); got != want {
			t.Errorf("glyphText(%q) = %q, want %q", name, got, want)
		}
	}
}

// reportsFolder returns a folder of real documents beside the repository.
func reportsFolder(t testing.TB) string {
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return filepath.Join(dir, "reports")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for d := dir; d != filepath.Dir(d); d = filepath.Dir(d) {
		if s := filepath.Join(d, "shared", "data", "reports"); isFolder(s) {
			return s
		}
	}
	t.Skip("shared/data/reports is missing")
	return ""
}

func isFolder(name string) bool {
	fi, err := os.Stat(name)
	return err == nil && fi.IsDir()
}

// TestPDFAgainstTrueText prints one text by several programs and compares it.
func TestPDFAgainstTrueText(t *testing.T) {
	dir := filepath.Join(reportsFolder(t), "generated")
	truth, err := os.ReadFile(filepath.Join(dir, "truth", "polozhenie.txt"))
	if err != nil {
		t.Skip(err)
	}
	plain := func(s string) string {
		return strings.Join(strings.Fields(strings.NewReplacer("\ufeff", "", "¹", "1").Replace(s)), " ")
	}
	want := []rune(plain(string(truth)))
	for _, name := range []string{"chromium_skia.pdf", "lo_writer.pdf", "wkhtmltopdf_qt.pdf", "lo_writer_encrypted_emptyuser.pdf"} {
		data, err := os.ReadFile(filepath.Join(dir, "pdf", name))
		if err != nil {
			t.Error(err)
			continue
		}
		got := []rune(plain(strings.Join(texts(t, data), " ")))
		cer := float64(distance(want, got)) / float64(len(want))
		t.Logf("%s: %.2f %% of letters wrong", name, 100*cer)
		if cer > 0.002 {
			t.Errorf("%s: %.2f %% of letters wrong", name, 100*cer)
		}
	}
}

// distance is Levenshtein's.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			d := diagonal + count(x != y)
			diagonal = row[j+1]
			row[j+1] = min(d, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func BenchmarkPDF(b *testing.B) {
	var files [][]byte
	pages := 0
	filepath.WalkDir(reportsFolder(b), func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".pdf" {
			if data, err := os.ReadFile(name); err == nil {
				if r, err := openPDF(data, ""); err == nil {
					files = append(files, data)
					pages += r.NumPage()
				}
			}
		}
		return nil
	})
	for b.Loop() {
		for _, f := range files {
			readPDF(f)
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
}

// FuzzPDFContent feeds content streams and CMaps: what reads bytes by our own code.
func FuzzPDFContent(f *testing.F) {
	f.Add([]byte(columnOf(700, "Статья 1. Предмет", "1) первый;")))
	f.Add([]byte("BT /F1 12 Tf 60 700 Td [(a) -300 <62>] TJ T* (c) ' ET q 1 0 0 1 0 0 cm Q"))
	f.Add([]byte("BI /W 2 ID \x01EI\xff EI\nEI 100 600 200 60 re 200 600 m 200 660 l S"))
	f.Add([]byte("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <0410> endbfrange"))
	f.Add([]byte("[[[<<<</a(\\777"))
	f.Fuzz(func(t *testing.T, content []byte) {
		parseCMap(content)
		lines, _, err := readPDF(makePDF(strings.ReplaceAll(string(content), "\f", " "), simpleFont))
		if err != nil {
			if c := errorCode(err); c != "no-text" && c != "garbage" {
				t.Fatal(err)
			}
			return
		}
		for _, l := range lines {
			if l.Text == "" && len(l.Cells) == 0 || l.Text != strings.TrimSpace(l.Text) && l.Table == 0 || !utf8.ValidString(l.Text) {
				t.Fatalf("line %q", l.Text)
			}
		}
	})
}
