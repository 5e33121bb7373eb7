package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"

	pdfiumapi "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	pdfiumref "github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The second reader of PDF is PDFium, the one of Chrome, compiled to
// WebAssembly: it sees neither files nor the network, and its memory has a
// limit. It opens what the first reader refuses and draws pages for OCR. Its
// characters become glyphs like those of the first reader, so that both go the
// same way through lines, tables and paragraphs.
//
// It is compiled for this machine when it is first needed, which takes seconds;
// the result is kept in the user's cache.

// pdfiumMemory is how much memory PDFium may take, in pages of 64 KB.
const pdfiumMemory = 384 << 20 >> 16

// A pdfiumFile is a PDF that PDFium has opened.
type pdfiumFile struct {
	pool pdfiumapi.Pool
	api  pdfiumapi.Pdfium
	doc  pdfiumref.FPDF_DOCUMENT
	n    int // pages
}

// openPDFium opens a file. It must be closed. When the context ends, every call
// ends with an error.
func openPDFium(ctx context.Context, data []byte, password string) (f *pdfiumFile, err error) {
	defer caught(&err)
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(pdfiumMemory).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache := pdfiumCache(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{Context: ctx, MaxTotal: 1, FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard})
	if err != nil {
		return nil, err
	}
	f = &pdfiumFile{pool: pool}
	defer func() {
		if err != nil {
			f.close()
			f = nil
		}
	}()
	if f.api, err = pool.GetInstance(time.Minute); err != nil {
		return f, err
	}
	doc, err := f.api.OpenDocument(&requests.OpenDocument{FileReader: bytes.NewReader(data), FileReaderSize: int64(len(data))})
	if errors.Is(err, pdfiumerrors.ErrPassword) && password != "" {
		doc, err = f.api.OpenDocument(&requests.OpenDocument{FileReader: bytes.NewReader(data), FileReaderSize: int64(len(data)),
			Password: &password})
	}
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword) && password != "":
		return f, &Error{Code: "encrypted", Args: []string{"password"}}
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return f, &Error{Code: "encrypted"}
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return f, &Error{Code: "encrypted", Args: []string{"cipher"}, Err: err}
	case err != nil:
		return f, err
	}
	f.doc = doc.Document
	count, err := f.api.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil {
		return f, err
	}
	f.n = min(count.PageCount, maxPages)
	return f, nil
}

// pdfiumCache is where the compiled PDFium is kept; nil if there is no such place.
func pdfiumCache() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	dir = filepath.Join(dir, "svod", "pdfium")
	if os.MkdirAll(dir, 0o700) != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}

// caught makes an error of a panic: a module that was closed under a call ends so.
func caught(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%v", r)
	}
}

func (f *pdfiumFile) close() {
	var err error
	defer caught(&err) // nothing is left to be done about it
	f.pool.Close()
}

// clean returns the file as PDFium writes it: decrypted, and with a table of
// the objects that are there.
func (f *pdfiumFile) clean() (data []byte, err error) {
	defer caught(&err)
	w := &limitedBuffer{limit: MaxSize}
	_, err = f.api.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: f.doc, Flags: requests.SaveFlagRemoveSecurity, FileWriter: w})
	return w.b, err
}

// A limitedBuffer refuses what is beyond its limit.
type limitedBuffer struct {
	b     []byte
	limit int
}

func (w *limitedBuffer) Write(p []byte) (int, error) {
	if len(w.b)+len(p) > w.limit {
		return 0, errors.New("too large")
	}
	w.b = append(w.b, p...)
	return len(p), nil
}

// page reads the characters and the ruled lines of a page.
func (f *pdfiumFile) page(number int) (p *pdfPage, err error) {
	p = &pdfPage{number: number, width: 595, height: 842}
	defer caught(&err)
	page, base, err := f.load(p)
	if err != nil {
		return p, err
	}
	defer f.api.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: *page.ByReference})
	in := &interpreter{page: p, tm: identity, tlm: identity}
	in.g = graphics{ctm: base, scale: 1}
	if err := f.text(in, page); err != nil {
		return p, err
	}
	p.dropOutside()
	return p, f.rules(in, page)
}

// load opens a page and gives p its size; base goes from the user space of PDF to p.
func (f *pdfiumFile) load(p *pdfPage) (page requests.Page, base matrix, err error) {
	loaded, err := f.api.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: p.number - 1})
	if err != nil {
		return page, base, err
	}
	page.ByReference = &loaded.Page
	box, err := f.api.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return page, base, err
	}
	turn, err := f.api.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return page, base, err
	}
	r := box.Rect
	base, p.width, p.height = turned(float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top), 90*int(turn.PageRotation))
	return page, base, nil
}

// text makes glyphs of the page's characters.
func (f *pdfiumFile) text(in *interpreter, page requests.Page) error {
	loaded, err := f.api.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return err
	}
	text := loaded.TextPage
	defer f.api.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	count, err := f.api.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return err
	}
	fonts := map[string]*pdfFont{}
	for i := range min(count.Count, maxGlyphs) {
		if err := f.char(in, text, i, fonts); err != nil {
			return err
		}
	}
	return nil
}

// char shows one character.
func (f *pdfiumFile) char(in *interpreter, text pdfiumref.FPDF_TEXTPAGE, i int, fonts map[string]*pdfFont) error {
	made, err := f.api.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text, Index: i})
	if err != nil || made.IsGenerated {
		return err // spaces and line ends that PDFium puts in: ours come from the places of the glyphs
	}
	u, err := f.api.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil {
		return err
	}
	c := code{text: plainText(string(rune(u.Unicode)))}
	switch unknown, err := f.api.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: text, Index: i}); {
	case err == nil && unknown.HasUnicodeMapError, u.Unicode == 0:
		c.text = "\ufffd"
	case u.Unicode == 2 || u.Unicode == 0xfffe:
		c.text = "-" // its marks of a hyphen at the end of a line
	}
	size, err := f.api.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: i})
	if err != nil {
		return err
	}
	at, err := f.api.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: i})
	if err != nil {
		return nil // it stands nowhere
	}
	m, err := f.api.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: i})
	if err != nil {
		return nil
	}
	box, err := f.api.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil {
		return nil
	}
	in.g.font = f.font(text, i, fonts)
	in.g.size = size.FontSize
	in.tm = matrix{float64(m.Matrix.A), float64(m.Matrix.B), float64(m.Matrix.C), float64(m.Matrix.D), at.X, at.Y}
	width := float64(box.Rect.Right - box.Rect.Left)
	if math.Abs(in.tm[1]) > math.Abs(in.tm[0]) {
		width = float64(box.Rect.Top - box.Rect.Bottom)
	}
	if em := math.Abs(in.g.size) * math.Hypot(in.tm[0], in.tm[1]); em > 0 {
		c.width = math.Abs(width) / em * 1000
	}
	if fill, err := f.api.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: text, Index: i}); err == nil {
		in.g.red = redFill(float64(fill.R)/255, float64(fill.G)/255, float64(fill.B)/255)
	}
	in.showCode(c)
	return nil
}

// font says whether a character is bold or italic.
func (f *pdfiumFile) font(text pdfiumref.FPDF_TEXTPAGE, i int, fonts map[string]*pdfFont) *pdfFont {
	info, err := f.api.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: text, Index: i})
	if err != nil {
		return &pdfFont{}
	}
	font := fonts[info.FontName]
	if font == nil {
		low := strings.ToLower(info.FontName)
		weight, err := f.api.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: text, Index: i})
		font = &pdfFont{
			bold: strings.Contains(low, "bold") || strings.Contains(low, "black") || info.Flags&(1<<18) != 0 ||
				err == nil && weight.FontWeight >= 600 && weight.FontWeight <= 900,
			italic: strings.Contains(low, "italic") || strings.Contains(low, "oblique") || info.Flags&(1<<6) != 0,
		}
		fonts[info.FontName] = font
	}
	return font
}

// maxPathObjects bounds the objects of a page that are looked at for rules.
const maxPathObjects = 1 << 15

// rules draws the paths of the page.
func (f *pdfiumFile) rules(in *interpreter, page requests.Page) error {
	count, err := f.api.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return err
	}
	left := maxPathObjects
	for i := range min(count.Count, maxPathObjects) {
		o, err := f.api.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return err
		}
		f.object(in, o.PageObject, 0, &left)
	}
	return nil
}

// object draws a path, and the paths in a form.
func (f *pdfiumFile) object(in *interpreter, o pdfiumref.FPDF_PAGEOBJECT, depth int, left *int) {
	kind, err := f.api.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if *left--; err != nil || *left < 0 || depth > maxFormDepth {
		return
	}
	if kind.Type != enums.FPDF_PAGEOBJ_PATH && kind.Type != enums.FPDF_PAGEOBJ_FORM {
		return
	}
	m, err := f.api.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return
	}
	saved := in.g
	defer func() { in.g = saved }()
	v := m.Matrix
	in.g.ctm = matrix{float64(v.A), float64(v.B), float64(v.C), float64(v.D), float64(v.E), float64(v.F)}.mul(in.g.ctm)
	if kind.Type == enums.FPDF_PAGEOBJ_PATH {
		f.path(in, o)
		return
	}
	count, err := f.api.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return
	}
	for i := range min(count.Count, *left) {
		inner, err := f.api.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err == nil {
			f.object(in, inner.PageObject, depth+1, left)
		}
	}
}

// maxSegments is the length of the longest path that may be a table's: a longer
// one is a drawing.
const maxSegments = 256

func (f *pdfiumFile) path(in *interpreter, o pdfiumref.FPDF_PAGEOBJECT) {
	count, err := f.api.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil || count.Count > maxSegments {
		return
	}
	in.g.subpaths = nil
	for i := range count.Count {
		s, err := f.api.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
		if err != nil {
			return
		}
		kind, err := f.api.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return
		}
		at, err := f.api.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return
		}
		x, y := float64(at.X), float64(at.Y)
		switch kind.Type {
		case enums.FPDF_SEGMENT_MOVETO:
			in.operator("m", numbers(x, y))
		case enums.FPDF_SEGMENT_LINETO:
			in.operator("l", numbers(x, y))
		default:
			in.operator("c", numbers(x, y))
		}
		if shut, err := f.api.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment}); err == nil && shut.IsClose {
			in.operator("h", nil)
		}
	}
	mode, err := f.api.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	switch {
	case err != nil:
	case mode.Stroke:
		in.operator("S", nil)
	case mode.FillMode != enums.FPDF_FILLMODE_NONE:
		in.operator("f", nil)
	}
}

func numbers(n ...float64) []token {
	ops := make([]token, len(n))
	for i := range n {
		ops[i] = token{kind: tokenNumber, num: n[i]}
	}
	return ops
}

// maxPixels bounds the picture of a page: an A3 sheet at 300 dots an inch has half.
const maxPixels = 36 << 20

// draw draws a page in grey at about 300 dots an inch, fewer for posters, and
// hands the picture to use. The page gets its size.
func (f *pdfiumFile) draw(p *pdfPage, use func(picture *image.Gray, dpi int) error) (err error) {
	defer caught(&err)
	page, _, err := f.load(p)
	if err != nil {
		return err
	}
	defer f.api.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: *page.ByReference})
	dpi := 300
	if area := p.width * p.height / (72 * 72); area*300*300 > maxPixels {
		dpi = int(math.Sqrt(maxPixels / area))
	}
	if dpi < 10 {
		return errors.New("the page is too large to be drawn")
	}
	drawn, err := f.api.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: dpi, ImageFormat: requests.RenderImageFormatGrayscale})
	if err != nil {
		return err
	}
	defer drawn.Cleanup()
	picture, ok := drawn.Result.RenderedImage.(*image.Gray)
	if !ok {
		return errors.New("no picture")
	}
	return use(picture, dpi)
}
