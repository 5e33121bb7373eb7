package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode"

	"svod/corpus"
)

// The way of a PDF: our own reader reads it, from a table of objects that is
// made anew if the file's own is damaged. What that reader refuses, and pages
// that show more than it read, go to PDFium. Pages that are pictures, or whose
// text is gibberish, are recognised. Whatever is repaired, recognised or left
// out is said in a warning. When our reader dies of a file, the host starts
// another worker that begins with PDFium: see format.read.

// A pdfReading is a PDF on its way.
type pdfReading struct {
	in       *input
	data     []byte
	pages    []*pdfPage
	fonts    map[string]*pdfFont
	warnings []corpus.Warning
	second   *pdfiumFile
	stop     func() // ends all calls of second
	failed   error  // why PDFium could not open the file
	missing  string // why scans were not recognised: "tesseract", "languages", "blank"; there are none: "empty"
}

func pdfLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	r := &pdfReading{in: in, data: in.data}
	defer r.close()
	err := error(&Error{Code: "damaged"})
	if !in.second {
		err = r.first(in.data)
	}
	if err != nil {
		err = r.whole(err)
	}
	if err != nil {
		return nil, nil, err
	}
	r.repairText()
	if r.again() {
		r.repairText()
	}
	if err := r.recognise(); err != nil {
		return nil, nil, err
	}
	return r.lines()
}

// readPDF takes our own reader alone.
func readPDF(data []byte) ([]corpus.Line, []corpus.Warning, error) {
	r := &pdfReading{in: &input{data: data}, data: data}
	if err := r.first(data); err != nil {
		return nil, nil, err
	}
	r.repairText()
	return r.lines()
}

func (r *pdfReading) close() {
	if r.second != nil {
		r.second.close()
		r.stop()
	}
}

func (r *pdfReading) warn(code string, page int, args ...string) {
	r.warnings = append(r.warnings, corpus.Warning{Code: code, Page: page, Args: args})
}

// pageRanges writes page numbers in rising order: "1–3", "7".
func pageRanges(pages []int) []string {
	var out []string
	for i := 0; i < len(pages); {
		k := i
		for k+1 < len(pages) && pages[k+1] == pages[k]+1 {
			k++
		}
		s := strconv.Itoa(pages[i])
		if k > i {
			s += "–" + strconv.Itoa(pages[k])
		}
		out = append(out, s)
		i = k + 1
	}
	return out
}

// first reads the pages by our own reader; of a damaged file, those that are
// found in it.
func (r *pdfReading) first(data []byte) error {
	err := r.own(data, false)
	if err == nil {
		return nil
	}
	if c := errorOf(err); c == "damaged" || c == "truncated" {
		if mended := salvaged(data); mended != nil && r.own(mended, true) == nil {
			r.data = mended
			if c == "truncated" {
				r.warn("cut-short", 0)
			} else {
				r.warn("pdf-repaired", 0)
			}
			return nil
		}
	}
	return err
}

// errorOf is the code of an Error, "" of others.
func errorOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// own reads all pages by our own reader. It is an error if none can be had, and
// if they are empty, when this is not the file as it came.
func (r *pdfReading) own(data []byte, again bool) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = &Error{Code: "damaged", Err: fmt.Errorf("%v", x)}
		}
	}()
	file, err := openPDF(data, r.in.Password)
	if err != nil {
		return err
	}
	nodes := pageNodes(file.Trailer().Key("Root").Key("Pages"))
	if len(nodes) == 0 {
		return &Error{Code: "damaged", Err: errors.New("no pages")}
	}
	fonts := map[string]*pdfFont{}
	var pages []*pdfPage
	broken := 0
	for i, n := range nodes {
		p, err := tryPage(n, i+1, fonts)
		if err != nil {
			broken++
			p.broken = true
		}
		pages = append(pages, p)
	}
	if broken == len(pages) {
		return &Error{Code: "damaged", Err: errors.New("no page can be read")}
	}
	if again && !slices.ContainsFunc(pages, (*pdfPage).shows) {
		return &Error{Code: "damaged", Err: errors.New("its pages are empty")}
	}
	mendCP1251(fonts, pages)
	r.pages, r.fonts = pages, fonts
	return nil
}

// secondTime bounds what the second reader may take for pages that the first has
// read in part: what that one found is not to be lost over it.
const secondTime = 30 * time.Second

// letters counts the glyphs of a page whose text is known.
func (p *pdfPage) letters() int {
	n := 0
	for i := range p.glyphs {
		if g := &p.glyphs[i]; !g.blank() && legible(g.text) {
			n++
		}
	}
	return n
}

// legible reports whether a glyph's text says what it shows.
func legible(s string) bool {
	for _, r := range s {
		if r == '\ufffd' || unicode.Is(unicode.Co, r) {
			return false
		}
	}
	return true
}

// doubtful reports whether the page shows more than was read: a stream that
// broke off, or more than one sign in fifty without a text.
func (p *pdfPage) doubtful() bool {
	lost := p.lost
	for i := range p.glyphs {
		lost += count(!legible(p.glyphs[i].text))
	}
	return !p.endless && (p.broken || lost > 2 && lost*50 > len(p.glyphs)) // PDFium knows no bounds
}

// pdfium opens the file for the second reader.
func (r *pdfReading) pdfium() (*pdfiumFile, error) {
	if r.second == nil && r.failed == nil {
		if r.in.turn != nil && r.stop == nil {
			r.in.turn()
		}
		var ctx context.Context
		ctx, r.stop = context.WithCancel(r.in.ctx)
		r.second, r.failed = openPDFium(ctx, r.data, r.in.Password)
	}
	return r.second, r.failed
}

// again has the second reader read the doubtful pages. It is believed where it
// finds more letters; then it reports true.
func (r *pdfReading) again() (better bool) {
	var watch *time.Timer
	defer func() {
		if watch != nil && !watch.Stop() {
			r.close() // it did not outlive its time; for OCR it is opened anew
			r.second, r.failed = nil, nil
		}
	}()
	for i, p := range r.pages {
		if p.endless {
			r.warn("pdf-page-damaged", i+1)
		}
		if !p.doubtful() {
			continue
		}
		if f, err := r.pdfium(); err == nil && f.n == len(r.pages) {
			if watch == nil {
				watch = time.AfterFunc(secondTime, r.stop)
			}
			if q, err := f.page(i + 1); err == nil && q.letters() > p.letters() {
				q.seen = p.seen
				q.broken, q.lost = false, 0
				r.pages[i], better = q, true
				continue
			}
		}
		if p.broken {
			r.warn("pdf-page-damaged", i+1)
		}
	}
	return better
}

// hopeless is how many pages are tried of a file in which none can be read.
const hopeless = 200

// whole reads a file that our own reader refuses: PDFium writes it anew for
// that reader, and if this is of no use reads it itself.
func (r *pdfReading) whole(first error) error {
	if r.in.refused != nil && !r.in.second {
		r.in.refused(first)
	}
	f, err := r.pdfium()
	if errorOf(err) == "encrypted" {
		return err
	}
	if err != nil {
		if r.in.ctx.Err() != nil {
			return r.in.ctx.Err()
		}
		return first
	}
	if !r.in.second {
		if clean, err := f.clean(); err == nil && r.own(clean, true) == nil {
			if errorOf(first) != "encrypted" {
				r.warn("pdf-repaired", 0)
			}
			return nil
		}
	}
	r.pages = nil
	for i := range f.n {
		if i == hopeless && !slices.ContainsFunc(r.pages, (*pdfPage).shows) {
			return first // the file only says that it has so many
		}
		p, err := f.page(i + 1)
		if r.in.ctx.Err() != nil {
			return r.in.ctx.Err()
		}
		if err != nil {
			r.warn("pdf-page-damaged", i+1)
		}
		r.pages = append(r.pages, p)
		if r.in.alive != nil {
			r.in.alive()
		}
	}
	if !slices.ContainsFunc(r.pages, (*pdfPage).shows) {
		return first
	}
	if errorOf(first) != "encrypted" {
		r.warn("pdf-repaired", 0)
	}
	return nil
}

// lines lays the pages out.
func (r *pdfReading) lines() ([]corpus.Line, []corpus.Warning, error) {
	text := false
	for _, p := range r.pages {
		text = text || hasText(p)
	}
	if !text {
		e := &Error{Code: "no-text"}
		if r.missing != "" {
			e.Args = []string{r.missing}
		}
		return nil, nil, e
	}
	for i, p := range r.pages {
		switch {
		case !hasText(p) && !p.broken && !p.endless:
			r.warn("pdf-page-no-text", i+1)
		case p.scanned() && (r.missing == "tesseract" || r.missing == "languages"):
			r.warn("pdf-page-picture", i+1)
		}
	}
	if err := r.garbage(); err != nil {
		return nil, nil, err
	}
	return layout(r.pages), r.warnings, nil
}

// garbage warns of pages that are gibberish. If most of the text is, that is an
// error: a search in it would find nothing and say nothing.
func (r *pdfReading) garbage() error {
	bad, all := 0, 0
	for _, p := range r.pages {
		n := len(p.glyphs)
		all += n
		if p.garbage {
			bad += n
			r.warn("garbage-text", p.number)
		}
	}
	if bad*2 <= all {
		return nil
	}
	e := &Error{Code: "garbage"}
	if r.missing != "" {
		e.Args = []string{r.missing}
	}
	return e
}

// shows reports whether anything is on the page.
func (p *pdfPage) shows() bool { return p.drawn || p.seen.picture > 0 || p.lost > 0 || hasText(p) }

func hasText(p *pdfPage) bool {
	for i := range p.glyphs {
		if !p.glyphs[i].blank() {
			return true
		}
	}
	return false
}
