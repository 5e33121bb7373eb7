package extract

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The files were made by qpdf: RC4 of 40 and 128 bits, AES of 128 and of 256 in
// its two revisions, each with the user password empty and «secret».
func TestEncryptedPDF(t *testing.T) {
	files, err := filepath.Glob("testdata/encrypted/*.pdf")
	if err != nil || len(files) != 10 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		user := strings.HasSuffix(name, "-user.pdf")
		for _, password := range []string{"", "secret", "wrong"} {
			src, err := Reader{Password: password}.File(t.Context(), name)
			var e *Error
			switch {
			case !user || password == "secret":
				if err != nil || len(src.Lines) != 1 || src.Lines[0].Text != "behind a password" || len(src.Warnings) > 0 {
					t.Errorf("%s with %q: %v %v", name, password, src, err)
				}
			case !errors.As(err, &e) || e.Code != "encrypted" || (password == "wrong") != slices.Equal(e.Args, []string{"password"}):
				t.Errorf("%s with %q: %v", name, password, err)
			}
		}
	}
}

func warned(warnings []string, code string) bool { return slices.Contains(warnings, code) }

// readWarned reads a PDF and returns its texts and the codes of its warnings.
func readWarned(t *testing.T, data []byte) (texts, codes []string) {
	t.Helper()
	src, err := Bytes(t.Context(), "a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range src.Warnings {
		codes = append(codes, w.Code)
	}
	return linesText(src.Lines), codes
}

func TestDamagedPDF(t *testing.T) {
	good := makePDF(place(60, 700, 12, "первая страница")+"\f"+place(60, 700, 12, "вторая страница"), simpleFont)
	xref := bytes.Index(good, []byte("xref\n0 "))
	all := []string{"первая страница", "вторая страница"}
	for name, c := range map[string]struct {
		data []byte
		want []string
		code string
	}{
		"sound":             {good, all, ""},
		"no table":          {good[:xref], all, "cut-short"},
		"table elsewhere":   {bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n1"), 1), all, "cut-short"},
		"junk before":       {slices.Concat([]byte("junk\n"), good), all, ""},
		"no tree of pages":  {bytes.Replace(good[:xref], []byte("/Type /Pages"), []byte("/Type /Sagep"), 1), all, "cut-short"},
		"second page gone":  {good[:bytes.Index(good, []byte("8 0 obj"))], all[:1], "cut-short"},
		"lines end in CRLF": {bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")), all, "pdf-repaired"},
	} {
		got, codes := readWarned(t, c.data)
		if !slices.Equal(got, c.want) || c.code == "" && len(codes) > 0 || c.code != "" && !warned(codes, c.code) {
			t.Errorf("%s: %q, warnings %q", name, got, codes)
		}
	}
}

// A stream in a filter that only the second reader knows.
func TestSecondReaderTakesPages(t *testing.T) {
	var hex strings.Builder
	for _, c := range []byte("BT /F1 12 Tf 60 700 Td (in hexadecimal) Tj ET") {
		hex.WriteString(string("0123456789abcdef"[c>>4]) + string("0123456789abcdef"[c&15]))
	}
	data := makePDF("x\f"+place(60, 700, 12, "plain"), simpleFont)
	data = bytes.Replace(data, []byte(stream("x")), []byte(strings.Replace(stream(hex.String()+">"), "<<", "<< /Filter /ASCIIHexDecode", 1)), 1)
	got, codes := readWarned(t, data)
	if !slices.Equal(got, []string{"in hexadecimal", "plain"}) {
		t.Errorf("%q, warnings %q", got, codes)
	}
}

func TestBothReadersGiveTheSame(t *testing.T) {
	data := makePDF(place(60, 700, 14, "Заголовок")+columnOf(670, "Первый абзац этой страницы, который длиннее", "одной строки.", "   Второй абзац.")+
		"1 0 0 rg "+place(60, 500, 10, "красным")+"60 300 200 20 re S 160 300 m 160 320 l S "+place(65, 305, 10, "слева")+place(165, 305, 10, "справа"), simpleFont)
	own, _, err := readPDF(data)
	if err != nil {
		t.Fatal(err)
	}
	second, _, err := pdfLines(&input{ctx: t.Context(), data: data, second: true})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(linesText(own), linesText(second)) || len(own) < 5 || own[len(own)-1].Cells == nil {
		t.Errorf("own:\n%s\nsecond:\n%s", strings.Join(linesText(own), "\n"), strings.Join(linesText(second), "\n"))
	}
	for i := range second {
		if own[i].Style.Red != second[i].Style.Red {
			t.Errorf("%q: %v, want %v", own[i].Text, second[i].Style, own[i].Style)
		}
	}
}

// needTesseract skips a test where scans can't be recognised.
func needTesseract(t *testing.T) {
	t.Helper()
	if _, missing := findTesseract(context.Background()); missing != "" {
		t.Skip("no " + missing + " for OCR")
	}
}

func TestDataScan(t *testing.T) {
	needTesseract(t)
	name := dataFiles(t, "reports/generated/pdf", "scan_image_only.pdf")[0]
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var steps []int
	src, err := Reader{Progress: func(done, total int) { steps = append(steps, done, total) }}.Bytes(t.Context(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(steps, []int{0, 2, 1, 2, 2, 2}) || len(src.Warnings) != 1 || src.Warnings[0].Code != "ocr" || !slices.Equal(src.Warnings[0].Args, []string{"1–2"}) {
		t.Errorf("progress %v, warnings %v", steps, src.Warnings)
	}
	truth := linesText(readData(t, dataFiles(t, "reports/generated/truth", "polozhenie.txt")[0]))
	words := wordsOf(truth...)
	if lost := missing(words, wordsOf(linesText(src.Lines)...)); len(lost)*10 > len(words) {
		t.Errorf("%d of %d words lost: %q", len(lost), len(words), lost)
	}
	if _, err := (Reader{NoOCR: true}).Bytes(t.Context(), name, data); errorCode(err) != "no-text" {
		t.Errorf("without OCR: %v", err)
	}
}

func TestHOCR(t *testing.T) {
	p := &pdfPage{width: 100, height: 200}
	const page = `<div class='ocr_page'><span class='ocr_line' title="bbox 10 20 90 40; baseline 0 -5; x_size 20">
<span class='ocrx_word' title='bbox 10 20 40 40; x_wconf 90'><strong>ст&amp;</strong></span> <span class='ocrx_word' title='bbox 50 20 90 40'>1 б</span></span></div>`
	if err := hocr([]byte(page), 0.5, p); err != nil {
		t.Fatal(err)
	}
	var text string
	for _, g := range p.glyphs {
		text += g.text
		if g.v != 200-35*0.5 || g.size != 10 {
			t.Errorf("%q stands at %v in size %v", g.text, g.v, g.size)
		}
	}
	if first, last := p.glyphs[0], p.glyphs[len(p.glyphs)-1]; text != "ст& 1 б" || first.u != 5 || last.end != 45 {
		t.Errorf("%q from %v to %v", text, first.u, last.end)
	}
}

// A table of two by two cells, askew by three dots.
func TestRulings(t *testing.T) {
	picture := image.NewGray(image.Rect(0, 0, 800, 600))
	for i := range picture.Pix {
		picture.Pix[i] = 0xff
	}
	for n := range 3 {
		for x := 100; x <= 500; x++ {
			for d := range 3 {
				picture.SetGray(x, 100+150*n+d+(x-100)/150, color.Gray{})
			}
		}
		for y := 100; y <= 400; y++ {
			picture.SetGray(100+200*n, y, color.Gray{})
			picture.SetGray(101+200*n, y, color.Gray{})
		}
	}
	for y := 450; y < 550; y++ { // a black block is no line
		for x := range 700 {
			picture.SetGray(x, y, color.Gray{})
		}
	}
	p := &pdfPage{width: 800, height: 600}
	rulings(picture, 1, p)
	across, down := 0, 0
	for _, r := range p.rules {
		if r.vertical {
			down++
		} else {
			across++
		}
	}
	if across != 3 || down != 3 || len(findTables(p)) != 1 {
		t.Errorf("%d lines across and %d down: %v", across, down, p.rules)
	}
}

func TestPageRanges(t *testing.T) {
	if got := pageRanges([]int{1, 2, 3, 5, 7, 8}); !slices.Equal(got, []string{"1–3", "5", "7–8"}) {
		t.Errorf("%q", got)
	}
}
