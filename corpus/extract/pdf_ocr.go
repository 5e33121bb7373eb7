package extract

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Pages that are pictures are recognised by Tesseract, a program that the user
// installs. Its words become glyphs, so that lines, margins, paragraphs and
// hyphens are found as in any other page.

// ocrTime is how long the recognition of one page may take. It is below the
// usual limit of a worker, which counts from page to page.
const ocrTime = 50 * time.Second

// A tesseract is the installed program with the languages to recognise.
type tesseract struct {
	program   string
	languages string // rus+kaz
}

// findTesseract finds the program; if it can't be used, missing says what is:
// "tesseract" or "languages".
func findTesseract(ctx context.Context) (t tesseract, missing string) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		program = ""
		for _, dir := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Programs"), "/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin"} {
			name := filepath.Join(dir, "tesseract")
			if runtime.GOOS == "windows" {
				name = filepath.Join(dir, "Tesseract-OCR", "tesseract.exe")
			}
			if fi, err := os.Stat(name); err == nil && filepath.IsAbs(name) && fi.Mode().IsRegular() {
				program = name
				break
			}
		}
	}
	if program == "" {
		return t, "tesseract"
	}
	ctx, cancel := context.WithTimeout(ctx, ocrTime)
	defer cancel()
	list, err := exec.CommandContext(ctx, program, "--list-langs").CombinedOutput()
	if err != nil {
		return t, "tesseract"
	}
	var use []string
	have := strings.Fields(string(list))
	for _, l := range []string{"rus", "kaz"} {
		if slices.Contains(have, l) {
			use = append(use, l)
		}
	}
	if len(use) == 0 {
		return t, "languages"
	}
	return tesseract{program, strings.Join(use, "+")}, ""
}

// scanned reports whether the text of the page is to be sought in a picture:
// there is none, but something is drawn; or it is a line or two, as of a stamp
// or a page number, on a picture of the whole page.
func (p *pdfPage) scanned() bool {
	if p.endless {
		return false
	}
	n := p.letters()
	return n == 0 && (p.seen.picture > 0.01 || p.drawn || p.lost > 0 || p.broken || len(p.glyphs) > 0) || n < 120 && p.seen.picture > 0.6
}

// recognise reads the pages that are pictures.
func (r *pdfReading) recognise() error {
	var scans []*pdfPage
	for _, p := range r.pages {
		if p.scanned() || p.garbage {
			scans = append(scans, p)
		}
	}
	if len(scans) == 0 {
		r.missing = "empty"
		return nil
	}
	if r.in.NoOCR {
		return nil
	}
	t, missing := findTesseract(r.in.ctx)
	if missing != "" {
		r.missing = missing
		return nil
	}
	f, err := r.pdfium()
	if err != nil || f.n != len(r.pages) {
		r.missing = "blank"
		return nil
	}
	var read []int
	for i, p := range scans {
		if err := r.in.ctx.Err(); err != nil {
			return err
		}
		if r.in.Progress != nil {
			r.in.Progress(i, len(scans))
		}
		if r.recognisePage(f, t, p) {
			read = append(read, p.number)
		}
	}
	if r.in.Progress != nil {
		r.in.Progress(len(scans), len(scans))
	}
	if len(read) == 0 {
		r.missing = "blank"
	} else {
		r.warn("ocr", 0, pageRanges(read)...)
	}
	return r.in.ctx.Err()
}

// recognisePage puts what is recognised in the place of a page; it reports
// whether that says more than the page did.
func (r *pdfReading) recognisePage(f *pdfiumFile, t tesseract, p *pdfPage) bool {
	q := &pdfPage{number: p.number}
	err := f.draw(q, func(picture *image.Gray, dpi int) error {
		if empty(picture) {
			return nil
		}
		rulings(picture, 72/float64(dpi), q)
		return t.read(r.in.ctx, picture, dpi, q)
	})
	if err != nil || q.letters() == 0 || !p.garbage && q.letters() < p.letters()*3/2 {
		return false
	}
	r.pages[p.number-1] = q
	return true
}

// empty reports whether nothing is on the picture but specks.
func empty(picture *image.Gray) bool {
	dark := 0
	for _, v := range picture.Pix {
		if v < 0x80 {
			dark++
		}
	}
	return dark < len(picture.Pix)/50000
}

// read recognises a picture and puts its words on a page.
func (t tesseract) read(ctx context.Context, picture *image.Gray, dpi int, p *pdfPage) error {
	ctx, cancel := context.WithTimeout(ctx, ocrTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.program, "stdin", "stdout", "-l", t.languages, "--dpi", strconv.Itoa(dpi), "hocr")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // a second thread makes it slower
	cmd.WaitDelay = time.Second
	cmd.Stdin = io.MultiReader(strings.NewReader(fmt.Sprintf("P5\n%d %d\n255\n", picture.Rect.Dx(), picture.Rect.Dy())),
		&grayRows{picture: picture})
	out := &limitedBuffer{limit: 64 << 20}
	cmd.Stdout = out
	if err := cmd.Run(); err != nil {
		return err
	}
	return hocr(out.b, 72/float64(dpi), p)
}

// grayRows reads a picture row by row: its rows may be longer in memory.
type grayRows struct {
	picture *image.Gray
	y, x    int
}

func (g *grayRows) Read(b []byte) (int, error) {
	w, h := g.picture.Rect.Dx(), g.picture.Rect.Dy()
	if g.y >= h {
		return 0, io.EOF
	}
	at := g.y * g.picture.Stride
	n := copy(b, g.picture.Pix[at+g.x:at+w])
	if g.x += n; g.x == w {
		g.x, g.y = 0, g.y+1
	}
	return n, nil
}

// hocr puts the words of a page in hOCR on p; scale goes from its pixels to points.
func hocr(data []byte, scale float64, p *pdfPage) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var line hocrLine
	var word *hocrBox
	var text strings.Builder
	depth := 0 // of elements in the word
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			class, title := "", ""
			for _, a := range tok.Attr {
				switch a.Name.Local {
				case "class":
					class = a.Value
				case "title":
					title = a.Value
				}
			}
			box := newHOCRBox(title)
			switch class {
			case "ocr_line", "ocr_textfloat", "ocr_header", "ocr_caption":
				line = hocrLine{hocrBox: box}
			case "ocrx_word":
				word, depth = &box, 0
				text.Reset()
			}
			if word != nil {
				depth++
			}
		case xml.CharData:
			if word != nil {
				text.Write(tok)
			}
		case xml.EndElement:
			if word == nil {
				continue
			}
			if depth--; depth == 0 {
				line.word(trim(text.String()), *word, scale, p)
				word = nil
			}
		}
	}
}

// A hocrBox is what the title of an element says.
type hocrBox struct {
	x0, y0, x1, y1 float64 // pixels from the upper left corner
	slope, offset  float64 // of the baseline, from the lower left corner of the box
	size           float64 // height of a line of this type
}

func newHOCRBox(title string) hocrBox {
	var b hocrBox
	for part := range strings.SplitSeq(title, ";") {
		f := strings.Fields(part)
		n := func(i int) float64 {
			if i >= len(f) {
				return 0
			}
			v, _ := strconv.ParseFloat(f[i], 64)
			return v
		}
		switch {
		case len(f) == 0:
		case f[0] == "bbox":
			b.x0, b.y0, b.x1, b.y1 = n(1), n(2), n(3), n(4)
		case f[0] == "baseline":
			b.slope, b.offset = n(1), n(2)
		case f[0] == "x_size":
			b.size = n(1)
		}
	}
	return b
}

type hocrLine struct {
	hocrBox
	end   float64 // of the word before, in points
	words int
}

// word shows a word of the line: its letters share its width, for it has one
// box. All words stand on one baseline, as if the sheet lay straight.
func (l *hocrLine) word(s string, b hocrBox, scale float64, p *pdfPage) {
	n := utf8.RuneCountInString(s)
	if n == 0 || len(p.glyphs) >= maxGlyphs {
		return
	}
	size := l.size * scale
	if size <= 0 {
		size = (l.y1 - l.y0) * scale
	}
	v := p.height - (l.y1+l.offset+l.slope*(l.x1-l.x0)/2)*scale
	show := func(text string, u, end float64) {
		p.glyphs = append(p.glyphs, glyph{text: text, u: u, v: v, end: end, size: size, cx: (u + end) / 2, cy: v + size*0.3, font: recognised})
	}
	u, end := b.x0*scale, b.x1*scale
	if l.words > 0 && u > l.end {
		show(" ", l.end, u)
	}
	step := (end - u) / float64(n)
	for _, r := range s {
		if r != '|' || len(p.rules) == 0 { // else it is a line of the table
			show(string(r), u, u+step)
		}
		u += step
	}
	l.end = end
	l.words++
}

// recognised is the font of recognised letters, of which nothing is known.
var recognised = &pdfFont{}
