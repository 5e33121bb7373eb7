package extract

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"svod/corpus"
)

func readDOC(t *testing.T, d *testDOC, original bool) []corpus.Line {
	t.Helper()
	data := d.bytes(t)
	if !isDOC(data) {
		t.Fatal("not known as DOC")
	}
	lines, warnings, err := docLines(&input{ctx: context.Background(), data: data, Reader: Reader{Original: original}})
	if err != nil || len(warnings) > 0 {
		t.Fatal(err, warnings)
	}
	return lines
}

func TestDOCText(t *testing.T) {
	special := sprm(sprmCSpecial, 1)
	runs := func(rs ...testRun) []testPara { return []testPara{{runs: rs}} }
	list := func(level byte, text string) testPara {
		return para(text, sprm(sprmPList, 1, 0), sprm(sprmPLevel, level))
	}
	for _, tt := range []struct {
		name string
		doc  testDOC
		want string
	}{
		{"paragraphs", testDOC{body: []testPara{para("Статья 1. Предмет"), para(""), para("1) совет;")}}, "Статья 1. Предмет|1) совет;"},
		{"saved fast", testDOC{split: true, body: []testPara{para("Статья 1. Предмет"), para("1) совет;")}}, "Статья 1. Предмет|1) совет;"},
		{"breaks and hyphens", testDOC{body: []testPara{para("1) первый;\v2) вто\x1fрой 5\x1e1\tи\fдальше")}}, "1) первый;|2) второй 5-1 и|дальше"},
		{"superscript", testDOC{body: runs(testRun{"Статья 53", nil}, testRun{"1", sprm(sprmCRaised, 1)}, testRun{"2", sprm(sprmCPosition, 6, 0)})}, "Статья 53¹²"},
		{"a mark that is hidden has no number", testDOC{lists: []testList{{levels: []listLevel{{start: 1, format: "decimal", text: "\x00."}}}},
			body: []testPara{list(0, "а"), {props: list(0, "").props, last: sprm(sprmCHidden, 1)}, list(0, "б")}}, "1. а|2. б"},
		{"a number without a gap", testDOC{lists: []testList{{levels: []listLevel{{start: 5, format: "decimal", text: "\x00-", tight: true}}}},
			body: []testPara{list(0, "1. Статья")}}, "5-1. Статья"},
		{"fields that show their code", testDOC{body: []testPara{para("\x13 SYMBOL 163 \\f \"Symbol\" \x15 5 \x13 MACROBUTTON x нажать \x15")}}, "≤ 5 нажать"},
		{"hidden", testDOC{body: runs(testRun{"видно", nil}, testRun{" нет", sprm(sprmCHidden, 1)})}, "видно"},
		{"fields", testDOC{body: []testPara{para("см. \x13 HYPERLINK \x13 REF х \x14а\x15 \x14статью \x13 PAGE \x145\x15\x15 закона \x13 TC \x15 и \x13 без конца")}}, "см. статью 5 закона  и  без конца"},
		{"symbols", testDOC{fonts: []docFont{{"Symbol", 2}, {"Wingdings", 2}}, body: runs(testRun{"(", append(special, sprm(sprmCSymbol, 0, 0, 0xb3, 0xf0)...)},
			testRun{" 5 ", nil}, testRun{"\uf0fc", sprm(sprmCFont, 1, 0)}, testRun{"\uf061", sprm(sprmCFont, 0, 0)})}, "≥ 5 ✓α"},
		{"numbers", testDOC{lists: []testList{{levels: []listLevel{{start: 1, format: "upperRoman", text: "РАЗДЕЛ \x00."},
			{start: 1, format: "decimal", text: "\x00.\x01.", legal: true}, {start: 1, format: "russianLower", text: "\x02)"}}},
			{of: 1, starts: map[int]int{1: 5}}}, body: []testPara{list(0, "Общее"), list(1, "а"), list(2, "б"), list(2, "в"), list(1, "г"),
			para("д", sprm(sprmPList, 2, 0), sprm(sprmPLevel, 1)), list(0, "")}}, "РАЗДЕЛ I. Общее|1.1. а|а) б|б) в|1.2. г|1.5. д|РАЗДЕЛ II."},
		{"notes", testDOC{body: []testPara{para("один\x02"), para("два\x03")}, notes: []testPara{para("\x02 В редакции Закона.")}, endnotes: []testPara{para("конец")}},
			"один|В редакции Закона.|два|конец"},
		{"boxes", testDOC{body: []testPara{para("один\x08"), para("два")}, boxes: []testPara{para("в рамке")}}, "один|в рамке|два"},
		{"a box that hangs nowhere", testDOC{body: []testPara{para("один"), para("два")}, boxes: []testPara{para("в рамке")}}, "один|два|в рамке"},
		{"properties of a piece", testDOC{piece: sprm(sprmCRaised, 1), body: []testPara{para("1"), para("2")}}, "¹|²"},
		{"Word 6", testDOC{old: true, lang: 0x419, page: charmap.Windows1251, body: []testPara{para("Статья 1. Предмет"), para("№ 5")}}, "Статья 1. Предмет|№ 5"},
		{"Word 6 saved fast", testDOC{old: true, split: true, page: charmap.Windows1251, fonts: []docFont{{"Times New Roman Cyr", 204}},
			body: runs(testRun{"Цель", []byte{93, 0, 0, 85, 1}}, testRun{" 1", []byte{104, 1}})}, "Цель ¹"},
		{"Word 6 numbers", testDOC{old: true, lang: 0x419, page: charmap.Windows1251, body: []testPara{
			{runs: []testRun{{"а", nil}}, props: oldNumber(3)}, {runs: []testRun{{"б", nil}}, props: oldNumber(3)}, para("в")}}, "3) а|4) б|в"},
		{"switches of styles", testDOC{styles: []testStyle{{0, 1, noStyle, "normal", nil, nil}, {0xffe, 1, 0, "скрытый", nil, sprm(sprmCHidden, 1)},
			{0xffe, 2, noStyle, "видный", nil, sprm(sprmCHidden, 1)}}, body: []testPara{{style: 1, runs: []testRun{{"нет", nil}, {"да", sprm(sprmCHidden, 0x81)},
			{"нет", sprm(sprmCHidden, 0x80)}, {" и да", sprm(sprmCStyle, 2, 0)}}}}}, "да и да"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(linesText(readDOC(t, &tt.doc, false)), "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// oldNumber is a number of Word 6, decimal with a bracket behind it.
func oldNumber(start byte) []byte {
	b := make([]byte, 52)
	b[2], b[10], b[20] = 1, start, ')'
	return append([]byte{13, 10, 12, byte(len(b))}, b...)
}

func TestDOCOneByte(t *testing.T) {
	for _, tt := range []struct {
		page *charmap.Charmap
		lang uint16
		text string
	}{
		{charmap.Windows1252, 0x419, "The “Zürich” agreement of the parties – Article 5, as amended by the protocol"},
		{charmap.Windows1251, 0x419, "Статья 5. Общественный совет – «орган»"},
		{charmap.Windows1251, 0x409, "Статья 5. Общественный совет осуществляет контроль за исполнением закона"},
	} {
		d := &testDOC{page: tt.page, lang: tt.lang, body: []testPara{para(tt.text)}}
		if got := linesText(readDOC(t, d, false)); len(got) != 1 || got[0] != tt.text {
			t.Errorf("got %q, want %q", got, tt.text)
		}
	}
}

func TestDOCStyle(t *testing.T) {
	styles := []testStyle{{0, 1, noStyle, "normal", nil, nil}, {1, 1, 0, "heading 1", sprm(sprmPJc, 1), sprm(sprmCBold, 1)},
		{0xffe, 1, 1, "мой", nil, sprm(sprmCItalic, 1)}, {0xffe, 1, 0, "Заголовок 2", nil, nil}, {62, 1, 0, "title", nil, nil}}
	for _, tt := range []struct {
		name string
		p    testPara
		want corpus.Style
	}{
		{"plain", para("а"), corpus.Style{}},
		{"style", testPara{style: 1, runs: []testRun{{"а", nil}}}, corpus.Style{Heading: 1, Bold: true, Centred: true}},
		{"inherited", testPara{style: 2, runs: []testRun{{"а", nil}}}, corpus.Style{Heading: 1, Bold: true, Italic: true, Centred: true}},
		{"as the style is not", testPara{style: 1, runs: []testRun{{"а", sprm(sprmCBold, 0x81)}}}, corpus.Style{Heading: 1, Centred: true}},
		{"as the style", testPara{style: 1, runs: []testRun{{"а", sprm(sprmCBold, 0x80)}}}, corpus.Style{Heading: 1, Bold: true, Centred: true}},
		{"heading by name", testPara{style: 3, runs: []testRun{{"а", nil}}}, corpus.Style{Heading: 2}},
		{"title", testPara{style: 4, runs: []testRun{{"а", nil}}}, corpus.Style{Heading: 1}},
		{"outline", para("а", sprm(sprmPOutline, 2)), corpus.Style{Heading: 3}},
		{"right", para("а", sprm(sprmPJcOld, 2)), corpus.Style{Right: true}},
		{"red of the palette", testPara{runs: []testRun{{"а", sprm(sprmCColour, 6)}}}, corpus.Style{Red: true}},
		{"red", testPara{runs: []testRun{{"а", sprm(sprmCColourRGB, 255, 0, 0, 0)}}}, corpus.Style{Red: true}},
		{"blue", testPara{runs: []testRun{{"а", sprm(sprmCColourRGB, 0, 0, 255, 0)}}}, corpus.Style{}},
		{"struck", testPara{runs: []testRun{{"а", sprm(sprmCStrike, 1)}}}, corpus.Style{Struck: true}},
	} {
		lines := readDOC(t, &testDOC{styles: styles, body: []testPara{tt.p}}, false)
		if len(lines) != 1 || lines[0].Style != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, lines, tt.want)
		}
	}
}

func TestDOCTrackedChanges(t *testing.T) {
	deleted, inserted := sprm(sprmCDeleted, 1), sprm(sprmCInserted, 1)
	d := &testDOC{body: []testPara{
		{runs: []testRun{{"до 1 ", nil}, {"мая", deleted}, {"июня", inserted}}},
		{runs: []testRun{{"абзацы", nil}}, last: deleted}, para("соединены"),
		{runs: []testRun{{"абзацы", nil}}, last: inserted}, para("разделены"),
		{runs: []testRun{{"был", deleted}}, last: deleted}, para("конец"),
	}}
	for original, want := range map[bool]string{false: "до 1 июня|абзацы соединены|абзацы|разделены|конец", true: "до 1 мая|абзацы|соединены|абзацы разделены|был|конец"} {
		if got := strings.Join(linesText(readDOC(t, d, original)), "|"); got != want {
			t.Errorf("original %v: got %s, want %s", original, got, want)
		}
	}
}

// rowOf is a row of cells with its edges and, of each cell, its flags.
func rowOf(edges []int, flags []int, cells ...string) []testPara {
	var ps []testPara
	for _, c := range cells {
		p := para(c, sprm(sprmPInTable, 1))
		p.mark = "\a"
		ps = append(ps, p)
	}
	def := append([]byte{byte(len(edges) - 1)}, int16s(edges...)...)
	for _, f := range flags {
		def = append(append(def, int16s(f)...), make([]byte, 18)...)
	}
	end := para("", sprm(sprmPInTable, 1), sprm(sprmPRowEnd, 1), sprm(sprmTDefine, def...))
	end.mark = "\a"
	return append(ps, end)
}

func TestDOCTable(t *testing.T) {
	const begins, covered = 0x60, 0x20
	d := &testDOC{notes: []testPara{para("сноска")}}
	for _, row := range [][]testPara{
		{para("до")},
		rowOf([]int{0, 4000, 6000}, nil, "Ставка", "Год\x02"),
		rowOf([]int{0, 2000, 4010, 6000}, []int{begins, 0, 0}, "Налог", "5", "2025"),
		rowOf([]int{0, 2000, 4000, 6000}, []int{covered, 0, 0}, "", "6", "2026"),
		rowOf([]int{0, 2000, 4000, 6000}, []int{1, 2, 0}, "вместе", "", "2027"),
		{para("после")},
	} {
		d.body = append(d.body, row...)
	}
	inner := para("внутри", sprm(sprmPInTable, 1), sprm(sprmPDepth, 2, 0, 0, 0), sprm(sprmPInnerCell, 1))
	outer := rowOf([]int{0, 3000}, nil, "снаружи")
	d.body = append(append(d.body, inner), outer...)
	lines := readDOC(t, d, false)
	want := []corpus.Line{
		{Text: "до"},
		{Text: "Ставка\tГод", Table: 1, Cells: []corpus.Cell{{Text: "Ставка", Cols: 2}, {Text: "Год"}}},
		{Text: "сноска", Style: corpus.Style{Note: true}},
		{Text: "Налог\t5\t2025", Table: 1, Cells: []corpus.Cell{{Text: "Налог", Rows: 2}, {Text: "5"}, {Text: "2025"}}},
		{Text: "6\t2026", Table: 1, Cells: []corpus.Cell{{Text: "6"}, {Text: "2026"}}},
		{Text: "вместе\t2027", Table: 1, Cells: []corpus.Cell{{Text: "вместе", Cols: 2}, {Text: "2027"}}},
		{Text: "после"},
		{Text: "внутри снаружи", Table: 2, Cells: []corpus.Cell{{Text: "внутри\nснаружи"}}},
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got  %+v\nwant %+v", lines, want)
	}
}

// What a damaged document still has is read, and said.
func TestDOCDamage(t *testing.T) {
	good := &testDOC{body: []testPara{para("Статья 1"), para("Статья 2")}, split: true}
	main, table := good.streams(t)
	pieces := bytes.Index(table, int32s(0, 9, 18))
	for _, tt := range []struct {
		name    string
		break_  func(main, table []byte)
		want    string
		warning string
	}{
		{"a piece outside the file", func(_, table []byte) { write32(table, pieces+14, 1<<29) }, "Статья 2", "file-damaged"},
		{"a page of looks outside the file", func(main, table []byte) { write32(table, int(le32(main, 154+8*tableCharPages))+20, 1<<20) }, "", "doc-look-missing"},
		{"no pieces", func(main, _ []byte) { write32(main, 154+8*tablePieces+4, 0) }, "", ""},
		{"no text", func(main, _ []byte) { write16(main, 0, 0) }, "", ""},
	} {
		m, tab := bytes.Clone(main), bytes.Clone(table)
		tt.break_(m, tab)
		data := compound(map[string][]byte{"WordDocument": m, "1Table": tab})
		lines, warnings, err := docLines(&input{ctx: context.Background(), data: data})
		got := ""
		if len(warnings) > 0 {
			got = warnings[0].Code
		}
		if got != tt.warning || (err == nil) != (tt.warning != "") || tt.want != "" && !strings.Contains(strings.Join(linesText(lines), "|"), tt.want) {
			t.Errorf("%s: %q %v %v", tt.name, linesText(lines), warnings, err)
		}
	}
	whole := good.bytes(t)
	for _, n := range []int{100, 512, 1000, 4000, len(whole) - 600} {
		if _, _, err := docLines(&input{ctx: context.Background(), data: whole[:n]}); refusal(err) != "truncated doc" && err != nil {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
}

// What a table of contents says is a link, and so is a link into the document.
func TestDOCLinks(t *testing.T) {
	d := &testDOC{styles: []testStyle{{19, 1, noStyle, "toc 1", nil, nil}, {0, 1, noStyle, "normal", nil, nil}}, body: []testPara{
		{style: 0, runs: []testRun{{"по стилю", nil}}},
		{style: 1, runs: []testRun{{"\x13 TOC \\o \x14по полю", nil}}},
		{style: 1, runs: []testRun{{"до конца\x15", nil}}},
		{style: 1, runs: []testRun{{"\x13 HYPERLINK \\l \"a\" \x14по ссылке\x15", nil}}},
		{style: 1, runs: []testRun{{"\x13 HYPERLINK \"http://example.org\" \x14прочь\x15 и дальше", nil}}},
	}}
	want := []bool{true, true, true, true, false}
	for i, l := range readDOC(t, d, false) {
		if i >= len(want) || l.Style.Link != want[i] {
			t.Errorf("line %d: %+v", i, l)
		}
	}
}

func TestDOCForms(t *testing.T) {
	form := func(bits int, rest ...byte) []byte {
		b := append(append(int32s(-1), int16s(bits, 0, 0)...), int16s(1, 'a', 0)...)
		b = append(b, rest...)
		return append(append(int32s(0x44+len(b)), int16s(0x44)...), append(make([]byte, 0x44-6), b...)...)
	}
	list := int16s(0)
	for range 5 {
		list = append(list, int16s(0, 0)...)
	}
	list = append(append(list, int16s(0xffff, 2, 0)...), int16s(1, 'а', 2, 'д', 'а')...)
	for want, data := range map[string][]byte{"☒": form(formCheckBox | 1<<2), "☐": form(formCheckBox), "да": form(formList|1<<2, list...), "": {1, 2, 3}} {
		if want == "☐" {
			data = form(formCheckBox|25<<2, int16s(0)...)
		}
		d := &testDOC{body: []testPara{{runs: []testRun{{"а \x13 FORM ", nil}, {"\x01", append(sprm(sprmCSpecial, 1), sprm(sprmCData, 0, 0, 0, 0)...)}, {"\x15", nil}}}}}
		main, table := d.streams(t)
		lines, _, err := docLines(&input{ctx: context.Background(), data: compound(map[string][]byte{"WordDocument": main, "1Table": table, "Data": data})})
		if got := strings.Join(linesText(lines), "|"); err != nil || got != trim("а "+want) {
			t.Errorf("got %q, want %q, %v", got, want, err)
		}
	}
}

// Compound files whose chains go round, or that promise more than they hold,
// end soon.
func TestDOCHostile(t *testing.T) {
	d := &testDOC{body: []testPara{para("Статья 1")}}
	good := d.bytes(t)
	fat, directory := 512, bytes.Index(good, utf16le("Root Entry"))
	for name, change := range map[string]func(b []byte){
		"a chain that goes round":       func(b []byte) { first := int(le32(b, directory+128+116)); write32(b, fat+4*(first+2), first) },
		"the directory goes round":      func(b []byte) { write32(b, fat+4, 1) },
		"a stream of four gigabytes":    func(b []byte) { write32(b, directory+128+120, 0xffffffff) },
		"entries that are each other's": func(b []byte) { write32(b, directory+128+76, 1) },
		"a text of two gigabytes":       func(b []byte) { main := (int(le32(b, directory+128+116)) + 1) * 512; write32(b, main+76, 0x7fffffff) },
		"a piece two gigabytes away": func(b []byte) {
			at := bytes.Index(b, append([]byte{2}, int32s(16, 0, 9)...))
			write32(b, at+5, 0x70000000)
			write32(b, at+9, 0x7fffffff)
		},
		"pieces that repeat the text": func(b []byte) {
			at := bytes.Index(b, append([]byte{2}, int32s(16, 0, 9)...))
			write32(b, at+9, 1<<28)
		},
	} {
		b := bytes.Clone(good)
		change(b)
		if bytes.Equal(b, good) {
			t.Errorf("%s: nothing was changed", name)
		}
		lines, _, err := docLines(&input{ctx: context.Background(), data: b})
		if err != nil && refusal(err) != "damaged doc" && refusal(err) != "truncated doc" {
			t.Errorf("%s: %v", name, err)
		}
		if len(lines) > 1 {
			t.Errorf("%s: %q", name, linesText(lines))
		}
	}
}

func FuzzDOCLines(f *testing.F) {
	f.Add([]byte{}, []byte{}, []byte{}, false)
	for _, d := range []testDOC{
		{body: []testPara{para("Статья 1\x02 \x13 HYPERLINK \x14а\x15\x08")}, notes: []testPara{para("\x02 сноска")}, boxes: []testPara{para("рамка")}, split: true},
		{lists: []testList{{levels: []listLevel{{start: 1, format: "decimal", text: "\x00."}}, starts: map[int]int{0: 3}}},
			body: []testPara{para("а", sprm(sprmPList, 1, 0)), para("б", sprm(sprmPList, 1, 0))}, fonts: []docFont{{"Symbol", 2}}},
		{old: true, split: true, page: charmap.Windows1251, body: append(rowOf([]int{0, 10, 20}, []int{0x60, 0}, "а", "б"), testPara{runs: []testRun{{"в", nil}}, props: oldNumber(1)})},
		{body: append(rowOf([]int{0, 10, 20}, []int{0x60, 1}, "а", "б"), rowOf([]int{0, 20}, []int{0x20}, "")...),
			styles: []testStyle{{1, 1, noStyle, "heading 1", nil, sprm(sprmCBold, 0x81)}, {10, 2, 1, "а", nil, nil}}},
	} {
		main, table := d.streams(f)
		f.Add(main, table, []byte{}, d.split)
	}
	f.Fuzz(func(t *testing.T, main, table, data []byte, original bool) {
		file := compound(map[string][]byte{"WordDocument": main, "1Table": table, "0Table": table, "Data": data})
		lines, _, err := docLines(&input{ctx: context.Background(), data: file, Reader: Reader{Original: original}})
		if e := (*Error)(nil); err != nil && (!errors.As(err, &e) || e.Code == "") {
			t.Fatalf("untyped error %v", err)
		}
		checkLines(t, tidy(lines))
	})
}

// FuzzDOCFile damages the compound file itself.
func FuzzDOCFile(f *testing.F) {
	f.Add((&testDOC{body: []testPara{para("Статья 1")}}).bytes(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := docStreams(data); err == nil && len(p.main)+len(p.data)+len(p.table[0])+len(p.table[1]) > 4*len(data) {
			t.Error("more was read than there is")
		}
	})
}

func BenchmarkDOCLines(b *testing.B) {
	d := &testDOC{styles: []testStyle{{0, 1, noStyle, "normal", nil, nil}, {1, 1, 0, "heading 1", nil, sprm(sprmCBold, 1)}}}
	for range 500 { // as much as the writer of the tests can hold
		d.body = append(d.body, testPara{style: 1, runs: []testRun{{"Статья 1. Предмет регулирования настоящего Закона", nil}}},
			para("1) общественные отношения по участию граждан в принятии решений;"))
		d.body = append(d.body, rowOf([]int{0, 2000, 4000}, nil, "показатель", "2025")...)
	}
	data := d.bytes(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := docLines(&input{ctx: context.Background(), data: data}); err != nil {
			b.Fatal(err)
		}
	}
}

// encrypted writes the document under a password, by one of the two ways of
// Word 97 to 2003.
func (d *testDOC) encrypted(tb testing.TB, password string, api bool) []byte {
	tb.Helper()
	main, table := d.streams(tb)
	salt := []byte("0123456789abcdef")
	var key func(block uint32) []byte
	var hash func(b []byte) []byte
	if api {
		key = func(block uint32) []byte {
			first := sha1.Sum(append(bytes.Clone(salt), utf16le(password)...))
			k := sha1.Sum(append(first[:], int32s(int(block))...))
			return k[:16]
		}
		hash = func(b []byte) []byte { h := sha1.Sum(b); return h[:] }
	} else {
		key = func(block uint32) []byte {
			first := md5.Sum(utf16le(password))
			second := md5.Sum(bytes.Repeat(append(bytes.Clone(first[:5]), salt...), 16))
			k := md5.Sum(append(bytes.Clone(second[:5]), int32s(int(block))...))
			return k[:]
		}
		hash = func(b []byte) []byte { h := md5.Sum(b); return h[:] }
	}
	verifier := []byte("sixteen of bytes")
	check := append(bytes.Clone(verifier), hash(verifier)...)
	if c, err := rc4.NewCipher(key(0)); err == nil {
		c.XORKeyStream(check, check)
	}
	head := append(append([]byte{1, 0, 1, 0}, salt...), check...)
	if api {
		about := int32s(4, 0, 0x6801, 0x8004, 128, 1, 0, 0)
		head = append(append(append([]byte{2, 0, 2, 0}, int32s(4, len(about))...), about...), int32s(16)...)
		head = append(append(append(append(head, salt...), check[:16]...), int32s(20)...), check[16:]...)
	}
	// The head takes the place of the start of the table stream, which moves on.
	moved := make([]byte, 512-16)
	for at := 154; at < 154+8*100; at += 8 {
		if le32(main, at+4) > 0 {
			write32(main, at, int(le32(main, at))+len(moved))
		}
	}
	table = append(moved, table...)
	write16(main, 10, 0x300)
	write32(main, 14, len(head))
	sealed, sealedTable := decryptStream(main, key), decryptStream(table, key) // RC4 is its own inverse
	copy(sealed, main[:openHead])
	copy(sealedTable, head)
	return compound(map[string][]byte{"WordDocument": sealed, "1Table": sealedTable})
}

func TestDOCEncrypted(t *testing.T) {
	d := &testDOC{body: []testPara{para("Статья 1"), para("под паролем")}}
	for _, api := range []bool{false, true} {
		data := d.encrypted(t, "pass", api)
		read := func(password string) ([]corpus.Line, error) {
			lines, _, err := docLines(&input{ctx: context.Background(), data: data, Reader: Reader{Password: password}})
			return lines, err
		}
		for _, wrong := range []string{"", "Pass"} {
			if _, err := read(wrong); refusal(err) != "encrypted" {
				t.Errorf("api %v, password %q: %v", api, wrong, err)
			}
		}
		if lines, err := read("pass"); err != nil || strings.Join(linesText(lines), "|") != "Статья 1|под паролем" {
			t.Errorf("api %v: %q, %v", api, linesText(lines), err)
		}
	}
	data := d.encrypted(t, "", false)
	if lines, _, err := docLines(&input{ctx: context.Background(), data: data}); err != nil || len(lines) != 2 {
		t.Errorf("an empty password: %q, %v", linesText(lines), err)
	}
	main, table := d.streams(t)
	write16(main, 10, 0x8300)
	if _, _, err := docLines(&input{ctx: context.Background(), data: compound(map[string][]byte{"WordDocument": main, "1Table": table})}); refusal(err) != "encrypted" {
		t.Errorf("XOR: %v", err)
	}
}
