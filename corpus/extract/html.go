package extract

import (
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"svod/corpus"
)

var (
	htmlStart = regexp.MustCompile(`(?is)^(?:\s|\x{feff}|<\?xml[^>]*>|<!--.*?-->)*(<!doctype\s+html|<(?:html|head|body|meta|title|p|div|table|h[1-6]|font|center|pre|span|script|style|article|main|section)(?:\s[^<>]*)?/?>)`)
	htmlEnd   = regexp.MustCompile(`(?i)</(?:html|body|p|div|table|h[1-6]|pre|article|main|section|center)\s*>`)
	metaTag   = regexp.MustCompile(`(?is)<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)`)
	xmlDecl   = regexp.MustCompile(`(?is)^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)`)
)

// isHTML knows a page by what it starts with. A text that merely has a tag
// somewhere is none; a piece of a page must have the end of a block as well.
func isHTML(data []byte) bool {
	if !isText(data) {
		return false
	}
	text, _ := decode(data[:min(len(data), 1<<16)], "")
	m := htmlStart.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	start := strings.ToLower(m[1])
	if strings.HasPrefix(start, "<!doctype") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<head") || strings.HasPrefix(start, "<body") {
		return true
	}
	return htmlEnd.MatchString(text) && !mdAnywhere.MatchString(text)
}

// declaredCharset is what a page says its encoding is.
func declaredCharset(data []byte) string {
	data = data[:min(len(data), 1<<14)]
	for _, re := range []*regexp.Regexp{metaTag, xmlDecl} {
		if m := re.FindSubmatch(data); m != nil {
			return string(bytes.ToLower(m[1]))
		}
	}
	return ""
}

// htmlLines reads a page. What frames the act on it (menus, headers, footers,
// forms) is left out, unless that is most of the page's text: some sites put
// everything into a form.
func htmlLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	return htmlText(in, pageText(in.data, ""))
}

// pageText is the text of a page. declared is what whoever sent it said of its
// encoding, if anything; then what the page says of itself doesn't count.
func pageText(data []byte, declared string) string {
	if declared == "" {
		declared = declaredCharset(data)
	}
	text, _ := decode(data, declared)
	return text
}

func htmlText(in *input, text string) ([]corpus.Line, []corpus.Warning, error) {
	p := &page{frames: true, original: in.Original}
	if err := p.read(in.ctx, text); err != nil {
		return nil, nil, err
	}
	p.largest()
	if p.learned() {
		p = &page{frames: true, original: in.Original, known: facts{p.framed, p.reversed}}
		if err := p.read(in.ctx, text); err != nil {
			return nil, nil, err
		}
	}
	if p.left > p.kept {
		p = &page{original: in.Original, known: p.known}
		if err := p.read(in.ctx, text); err != nil {
			return nil, nil, err
		}
	}
	if len(p.lines) == 0 {
		return nil, nil, &Error{Code: "empty"}
	}
	return p.lines, nil, nil
}

// maxOpen is how many elements may be open at once; deeper ones are read as if
// they weren't there. maxGrids is the same for tables.
const (
	maxOpen  = 1 << 12
	maxGrids = 32
)

// A page is a page while it is read: the tokens go by once, nothing recurs.
type page struct {
	ctx      context.Context
	frames   bool  // leave out what frames the act
	original bool  // take the text before changes
	known    facts // from an earlier reading
	depth    int   // of pages in each other

	lines  []corpus.Line
	sheet  styleSheet
	open   []element
	opened map[string]int // how many are open of each name
	block  block
	grids  []*htmlGrid
	tables int
	kept   int // bytes of text that were read
	left   int // bytes that were left out, but for those of links

	framed   []siteFrame
	reversed []int // items of the lists that count down
}

// facts are what one learns of a page only at its end.
type facts struct {
	framed   []siteFrame
	reversed []int
}

// learned tells whether another reading would give another text.
func (p *page) learned() bool {
	for i := range p.framed {
		if p.framed[i].holdsAct() {
			return true
		}
	}
	return len(p.reversed) > 0
}

func (p *page) read(ctx context.Context, text string) error {
	p.ctx, p.sheet, p.opened = ctx, styleSheet{}, map[string]int{}
	p.sheet.read(known)
	z := html.NewTokenizer(strings.NewReader(text))
	for n := 0; ; n++ {
		if n%4096 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			p.pop(0)
			p.flush()
			for len(p.grids) > 0 {
				p.endTable()
			}
			return nil
		case html.TextToken:
			p.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, attr := tagOf(z)
			p.start(tag, attr)
		case html.EndTagToken:
			tag, _ := z.TagName()
			p.end(string(tag))
		}
	}
}

func tagOf(z *html.Tokenizer) (string, map[string]string) {
	name, more := z.TagName()
	tag := string(name)
	var attr map[string]string
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if attr == nil {
			attr = map[string]string{}
		}
		if _, twice := attr[string(k)]; !twice {
			attr[string(k)] = string(v)
		}
	}
	return tag, attr
}

func (p *page) text(s string) {
	e := p.top()
	switch {
	case e.name == "style":
		p.sheet.read(s)
	case e.face.hidden:
	case e.framed:
		p.framed[e.frame-1].count(s, e.face.anchor)
		if !e.face.anchor {
			p.left += len(strings.TrimSpace(s))
		}
	default:
		p.kept += len(strings.TrimSpace(s))
		if e.face.marker {
			s = wordMark(s)
		}
		if e.item != "" && trim(s) != "" {
			p.number(s)
		}
		p.block.write(s, &e.face)
	}
}

// flush ends the paragraph that is being written.
func (p *page) flush() {
	p.lines = append(p.lines, p.block.end()...)
}

// endTable ends the innermost table.
func (p *page) endTable() {
	n := len(p.grids) - 1
	g := p.grids[n]
	p.grids = p.grids[:n]
	var data bool
	if p.lines, data = g.close(p.lines, p.tables+1); data {
		p.tables++
	}
	if n > 0 {
		p.grids[n-1].holds = true
	}
}
