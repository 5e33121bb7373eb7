package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"svod/corpus"
)

// zipOf builds an archive of parts in pairs of name and content.
func zipOf(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i]}) // stored
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// refusal is the code of an extract.Error with its first argument.
func refusal(err error) string {
	var e *Error
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &e):
		return err.Error()
	case len(e.Args) > 0:
		return e.Code + " " + e.Args[0]
	}
	return e.Code
}

// Whatever a file is called, its content says what it is.
func TestContentDecides(t *testing.T) {
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	docx := zipDOCX(t, `<w:p><w:r><w:t>Статья 1. Предмет</w:t></w:r></w:p>`)
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * i * 31 >> 3)
	}
	for _, tt := range []struct{ name, data, format, code string }{
		{"text.docx", "Статья 1. Предмет", "text", ""},
		{"page.txt", "<!DOCTYPE html><p>Статья 1</p>", "html", ""},
		{"page.doc", "<html><body>Статья 1</body></html>", "html", ""},
		{"xhtml.xml", `<?xml version="1.0"?><html><body><p>Статья 1</p></body></html>`, "html", ""},
		{"notes.txt", "# Закон\n\nСтатья 1", "markdown", ""},
		{"matter.txt", "---\ntitle: Закон\n---\n\nСтатья 1", "markdown", ""},
		{"act.bin", `{"title": "Закон", "text": "Статья 1"}`, "json", ""},
		{"letter.pdf", string(docx), "docx", ""},
		{"BM.txt", "BM is how this text begins", "text", ""},
		{"quote.txt", "<…> и далее по тексту", "text", ""},

		{"empty.txt", "", "", "empty"},
		{"blank.txt", " \r\n\t\r\n", "", "empty"},
		{"photo.docx", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "", "format image"},
		{"photo.pdf", "\xff\xd8\xff\xe0\x00\x10JFIF\x00", "", "format image"},
		{"drawing.html", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`, "", "format image"},
		{"old.docx", ole + strings.Repeat("\x00", 504) + string(utf16le("WordDocument")), "", "damaged doc"},
		{"old.xlsx", ole + strings.Repeat("\x00", 504) + string(utf16le("Workbook")), "", "format xls"},
		{"secret.docx", string(agile(docx, "пароль", 10)), "", "encrypted"},
		{"rtf.doc", `{\rtf1\ansi\ansicpg1251 \'d1}`, "rtf", ""},
		{"table.docx", string(zipOf(t, "xl/workbook.xml", "<workbook/>")), "", "empty"},
		{"slides.docx", string(zipOf(t, "ppt/presentation.xml", "<p/>")), "", "format pptx"},
		{"open.docx", string(zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>")), "", "damaged odt"},
		{"calc.docx", string(zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "", "damaged odt"},
		{"book.docx", string(zipOf(t, "mimetype", "application/epub+zip")), "", "format epub"},
		{"files.docx", string(zipOf(t, "a.txt", "a")), "", "format zip"},
		{"cut.docx", string(docx[:80]), "", "truncated docx"},
		{"cut.zip", "PK\x03\x04" + strings.Repeat("x", 100), "", "truncated zip"},
		{"data.xml", `<?xml version="1.0"?><data><row/></data>`, "", "format xml"},
		{"book.xml", `<?xml version="1.0"?><FictionBook/>`, "", "format fb2"},
		{"saved.doc", "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Статья 1</p>", "mht", ""},
		{"letter.eml", "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", "", "truncated mht"},
		{"config.json", `{"name": "svod", "private": true}`, "", "format json"},
		{"list.json", `[{"title": "а", "text": "б"}]`, "", "format json"},
		{"other.json", `{"text": ["а", "б"]}`, "", "format json"},
		{"cut.json", `{"title": "Закон", "text": "Статья`, "", "truncated"},
		{"noise.txt", string(noise), "", "format binary"},
		{"zeros.txt", strings.Repeat("\x00", 1000), "", "format binary"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Bytes(t.Context(), tt.name, []byte(tt.data))
			if got := refusal(err); got != tt.code {
				t.Fatalf("error %q, want %q", got, tt.code)
			}
			if err != nil {
				if e := (*Error)(nil); !errors.As(err, &e) || e.Name != tt.name {
					t.Errorf("error without the file's name: %v", err)
				}
				return
			}
			if src.Format != tt.format || src.Name != tt.name || len(src.SHA256) != 64 {
				t.Errorf("%s %s %q, want %s", src.Name, src.Format, src.SHA256, tt.format)
			}
		})
	}
}

func TestFileErrors(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, mode os.FileMode) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte("Статья 1"), mode); err != nil {
			t.Fatal(err)
		}
		return name
	}
	locked := write("locked.txt", 0)
	for _, tt := range []struct{ name, code string }{
		{write("good.txt", 0o600), ""},
		{filepath.Join(dir, "nowhere.txt"), "missing"},
		{dir, "directory"},
		{locked, "permission"},
	} {
		_, err := File(t.Context(), tt.name)
		if got := refusal(err); got != tt.code {
			if f, e := os.Open(locked); tt.name == locked && e == nil {
				f.Close()
				t.Log("skipped: this user may read everything")
				continue
			}
			t.Errorf("%s: %q, want %q", filepath.Base(tt.name), got, tt.code)
		}
	}
	if _, err := File(t.Context(), locked+"x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v does not wrap what the system said", err)
	}
}

func TestTooLarge(t *testing.T) {
	name := filepath.Join(t.TempDir(), "huge.txt")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(MaxSize + 1); err != nil {
		t.Skip("no sparse files:", err)
	}
	if _, err := File(t.Context(), name); refusal(err) != "too-large 256 MB" {
		t.Errorf("got %v", err)
	}
}

// A bomb is refused by what it expands to, quickly.
func TestZipBomb(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, 8<<20)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	_, err = Bytes(t.Context(), "bomb.docx", b.Bytes())
	if !strings.HasPrefix(refusal(err), "too-large") {
		t.Errorf("got %v", err)
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats() {
		if f.Name == "" || len(f.Extensions) == 0 {
			t.Errorf("%+v", f)
		}
		for _, x := range f.Extensions {
			if seen[x] || !strings.HasPrefix(x, ".") {
				t.Errorf("%s: extension %q", f.Name, x)
			}
			seen[x] = true
		}
	}
	for _, x := range []string{".txt", ".md", ".html", ".docx", ".pdf", ".json"} {
		if !seen[x] {
			t.Errorf("no format for %s", x)
		}
	}
}

func TestTidy(t *testing.T) {
	got := tidy([]corpus.Line{
		{Text: " об\u00adще\u00adст\u00adвен\u00adный\u00a0"},
		{Text: "\u200b\ufeff \x01"},
		{Cells: []corpus.Cell{{Text: "\x00"}, {Text: ""}}, Table: 1},
		{Text: "а\nб\x07", Cells: []corpus.Cell{{Text: "а\nб\x07"}}, Table: 1},
		{Text: "№ \xff"},
	})
	want := []string{"общественный", "а б", "№ \ufffd"}
	if text := linesText(got); !slices.Equal(text, want) {
		t.Errorf("%q, want %q", text, want)
	}
	if len(got) == 3 && got[1].Cells[0].Text != "а\nб" {
		t.Errorf("cell %q", got[1].Cells[0].Text)
	}
}

// checkLines is what holds for the lines of any file.
func checkLines(t *testing.T, lines []corpus.Line) {
	t.Helper()
	for i, l := range lines {
		filled := false
		for _, c := range l.Cells {
			filled = filled || c.Text != ""
			if !utf8.ValidString(c.Text) {
				t.Fatalf("line %d: cell %q is no UTF-8", i, c.Text)
			}
		}
		switch {
		case l.Text == "" && !filled:
			t.Fatalf("line %d is empty", i)
		case l.Text != trim(l.Text):
			t.Fatalf("line %d has white space at an end: %q", i, l.Text)
		case !utf8.ValidString(l.Text), strings.ContainsAny(l.Text, "\n\r\x00\u00ad"):
			t.Fatalf("line %d: %q", i, l.Text)
		case (l.Table > 0) != (l.Cells != nil):
			t.Fatalf("line %d: table %d, %d cells", i, l.Table, len(l.Cells))
		}
	}
}

// FuzzBytes reads anything but PDF, which has a fuzz target of its own.
func FuzzBytes(f *testing.F) {
	f.Add([]byte("Статья 1. Предмет\r\n\r\n1) а;\n2)\tб\tв\n3)\tг\tд\n"))
	f.Add([]byte("\xff\xfeС\x04т\x04"))
	f.Add([]byte("\xd1\xf2\xe0\xf2\xfc\xff 1"))
	f.Add([]byte("# Закон\n\n| а | б |\n|---|---|\n| 1 | `2` |\n\n**Статья** 1\\. <sup>2</sup>[^1]\n\n[^1]: сноска"))
	f.Add([]byte("---\ntitle: 'а'\n---\n> 1. б\n===\n```\nв\n"))
	f.Add([]byte(`{"title":"Закон","text":"Статья 1\nСтатья 2"}`))
	f.Add([]byte("<p>Статья 5<sup>1</sup></p><table><tr><td rowspan=2>а<td>б<tr><td>в</table>"))
	f.Add(zipDOCX(f, `<w:p><w:r><w:t>Статья 1</w:t></w:r></w:p>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if isPDF(data) {
			t.Skip()
		}
		src, err := Bytes(context.Background(), "fuzz", data)
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) || e.Code == "" {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		if len(src.Lines) == 0 {
			t.Fatal("no lines and no error")
		}
		checkLines(t, src.Lines)
	})
}
