package extract

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	Worker()
	os.Setenv("GORACE", "atexit_sleep_ms=0") // else each worker lingers for a second
	os.Exit(m.Run())
}

// code returns the Code of an Error, "" if err is none.
func errorCode(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// hostile are files that make a naive reader loop, panic or ask for all memory.
func hostile() map[string][]byte {
	good := makePDF("BT /F1 12 Tf 72 700 Td (text) Tj ET", simpleFont)
	// Broken in places that the table of objects does not count on.
	swap := func(old, new string) []byte {
		if len(new) < len(old) {
			new += strings.Repeat(" ", len(old)-len(new))
		}
		return []byte(strings.Replace(string(good), old, new, 1))
	}
	return map[string][]byte{
		"header only":                  []byte("%PDF-1.4\n"),
		"end missing":                  good[:len(good)/2],
		"no startxref":                 []byte(strings.Replace(string(good), "startxref", "startxxxx", 1)),
		"startxref elsewhere":          []byte(strings.Replace(string(good), "startxref\n", "startxref\n9", 1)),
		"size of two thousand million": []byte(strings.Replace(string(good), "/Size", "/Size 2147483647 /Old", 1)),
		"previous table is itself":     previousLoop(good),
		"pages hold themselves":        swap("/Kids [3 0 R]", "/Kids [2 0 R]"),
		"no pages":                     swap("/Kids [3 0 R]", "/Kids [9 0 R]"),
		"object stream in itself":      objectStreamLoop(),
		"deep arrays":                  makePDF(strings.Repeat("[", 1<<20), simpleFont),
		"many operands":                makePDF(strings.Repeat("1 ", 1<<20), simpleFont),
		"unending image":               makePDF("BI /W 1 ID EI EI EI", simpleFont),
		"cmap of all codes": makePDF("BT /F1 12 Tf <0001> Tj ET",
			"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>",
			stream("1 beginbfrange <00000000> <FFFFFFFF> <0020> endbfrange")),
		"object is itself":               swap("<< /Type /Catalog /Pages 2 0 R >>", "1 0 R"),
		"content is the page":            swap("/Contents 6 0 R", "/Contents 3 0 R"),
		"length is the stream":           []byte(strings.Replace(string(good), "<< /Length", "<< /Length 6 0 R /Old", 1)),
		"length of two thousand million": []byte(strings.Replace(string(good), "<< /Length", "<< /Length 2147483647 /Old", 1)),
		"negative length":                []byte(strings.Replace(string(good), "<< /Length", "<< /Length -7 /Old", 1)),
		"page of a light year":           []byte(strings.Replace(string(good), "/MediaBox [0 0 595 842]", "/MediaBox [0 0 1e30 1e30]", 1)),
		"page of no size":                []byte(strings.Replace(string(good), "/MediaBox [0 0 595 842]", "/MediaBox [0 0 0 0]", 1)),
		"stream of zeros":                makePDF("/X1 Do", simpleFont, zeros(512<<20)),
		"encryption of no sense":         []byte(strings.Replace(string(good), "/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 /Length 99999999 /O (x) /U (y) /P 1e99 >> /ID [<00> <00>]", 1)),
		"encryption is itself":           []byte(strings.Replace(string(good), "/Root 1 0 R", "/Root 1 0 R /Encrypt 5 0 R /ID [<00> <00>]", 1)),
		"width of all codes": makePDF("BT /F1 12 Tf <0001> Tj ET",
			"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /W [0 4294967295 500] >>] >>"),
	}
}

// zeros is a form of n zero bytes, which are packed to a thousandth.
func zeros(n int) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	for range n >> 20 {
		w.Write(make([]byte, 1<<20))
	}
	w.Close()
	return "<< /Type /XObject /Subtype /Form /Filter /FlateDecode " + strings.TrimPrefix(stream(b.String()), "<<")
}

func TestHostileFilesEndWithAnErrorOrText(t *testing.T) {
	want := map[string]string{
		"header only": "truncated", "end missing": "truncated", "no startxref": "", "startxref elsewhere": "",
		"size of two thousand million": "", "pages hold themselves": "damaged", "object stream in itself": "damaged",
		"many operands": "no-text", "deep arrays": "no-text", "unending image": "no-text", "no pages": "damaged",
		"previous table is itself": "",
	}
	old := WorkerLimits
	t.Cleanup(func() { WorkerLimits = old })
	WorkerLimits = Limits{Time: 20 * time.Second, Memory: 512 << 20}
	// Compiled once, PDFium is in the cache for the workers that need it.
	if f, err := openPDFium(t.Context(), makePDF("", simpleFont), ""); err == nil {
		f.close()
	}
	for name, data := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			_, _, err := runWorker(formatNamed("pdf"), &input{ctx: context.Background(), name: name, data: data})
			if d := time.Since(start); d > 60*time.Second {
				t.Errorf("took %v", d)
			}
			if w, ok := want[name]; ok && errorCode(err) != w {
				t.Errorf("error %v, want code %s", err, w)
			}
			t.Log(err)
		})
	}
}

// TestWorkerLimits reads an honest file under limits that it cannot keep.
func TestWorkerLimits(t *testing.T) {
	old := WorkerLimits
	t.Cleanup(func() { WorkerLimits = old })
	page := "BT /F1 12 Tf " + strings.Repeat("("+strings.Repeat("x", 1000)+") Tj ", 200) + "ET"
	many := makePDF(strings.Repeat(page+"\f", 40)+page, simpleFont)
	WorkerLimits = Limits{Time: 300 * time.Millisecond, Memory: 1 << 30}
	if _, _, err := runWorker(formatNamed("pdf"), &input{ctx: context.Background(), name: "long.pdf", data: many}); errorCode(err) != "timeout" {
		t.Errorf("got %v, want a timeout", err)
	}
	WorkerLimits = Limits{Time: 30 * time.Second, Memory: 24 << 20}
	if _, _, err := runWorker(formatNamed("pdf"), &input{ctx: context.Background(), name: "many.pdf", data: many}); errorCode(err) != "memory" {
		t.Errorf("got %v, want memory", err)
	}
}

func TestWorkerAndHostReadTheSame(t *testing.T) {
	data := makePDF("BT /F1 12 Tf 72 700 Td (Hello, world) Tj ET", simpleFont)
	a, _, err := runWorker(formatNamed("pdf"), &input{ctx: context.Background(), name: "a.pdf", data: data})
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := readPDF(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(a) != 1 || len(b) != 1 || a[0].Text != "Hello, world" || a[0].Text != b[0].Text || a[0].Page != 1 {
		t.Errorf("worker %v, host %v", a, b)
	}
}

func TestWorkerStopsWhenAskedTo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, _, err := runWorker(formatNamed("pdf"), &input{ctx: ctx, name: "a.pdf", data: makePDF("", simpleFont)})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// TestLargeFilesAreReadInAWorker: what a reader in this process would survive in
// its own good time has limits in a worker, and so has what comes back.
func TestLargeFilesAreReadInAWorker(t *testing.T) {
	text := strings.Repeat("Статья 1. Слова закона.\n", inHost/8)
	want := plain(text)
	src, err := Bytes(t.Context(), "a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Lines) != len(want) || src.Lines[len(want)-1].Text != want[len(want)-1].Text {
		t.Errorf("%d lines from the worker, %d here", len(src.Lines), len(want))
	}
	_, err = Bytes(t.Context(), "a.csv", []byte(strings.Repeat("а;б;в\n", maxReturned/3)))
	if errorCode(err) != "too-large" {
		t.Errorf("a table of too many cells: %v", err)
	}
	old := WorkerLimits
	t.Cleanup(func() { WorkerLimits = old })
	WorkerLimits.Memory = 16 << 20
	if _, err = Bytes(t.Context(), "a.txt", []byte(text)); errorCode(err) != "memory" {
		t.Errorf("without memory for it: %v", err)
	}
}
