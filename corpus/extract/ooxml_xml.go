package extract

import (
	"bytes"
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An xmlReader goes through the tags and texts of an XML part. It knows the
// XML that office programs write and no more: no entities but the five and
// numbers, no schemas. In exchange it takes a tenth of the time of encoding/xml,
// and forgives: whatever the part, every start that it gives has its end, so
// that a part that breaks off is read as far as it goes.
//
//	for d := x.depth(); x.inside(d); {
//		if x.kind == xmlStart && x.name == "w:p" { … }
//	}
type xmlReader struct {
	kind xmlKind
	name string // of a tag, with the prefix that the namespace usually has: "w:p"
	// broken says that tags did not match or the end was missing.
	broken bool

	ctx   context.Context
	count int // of tokens
	data  []byte
	at    int
	raw   []byte // the text
	plain bool   // the text has no entities, as in CDATA
	attrs []xmlAttr
	open  []xmlOpen
	empty bool // the start just given was <tag/>

	spaces map[string]string // prefix → usual prefix
	names  map[string]string // as written → as given
	hidden []xmlSpace        // what declarations further in hide
}

type xmlKind int

const (
	xmlStart xmlKind = iota
	xmlEnd
	xmlText
)

// maxXMLDepth is deeper than any office program nests: 25 tables one in
// another take 200.
const maxXMLDepth = 1000

// Limits on what only a hostile part has: attributes of a tag, prefixes of a
// part, elements left open that one closing tag may close.
const (
	maxXMLAttrs  = 200
	maxXMLSpaces = 1000
	maxXMLOpen   = 64
)

type xmlAttr struct{ name, value []byte }

type xmlOpen struct {
	name   string
	chosen bool // of mc:AlternateContent: one of the alternatives was given
}

type xmlSpace struct {
	depth          int
	prefix, before string
}

// xmlSpaces are the namespaces whose names matter, with their usual prefixes;
// the same of strict and of transitional documents, of Word 2003 and of today.
var xmlSpaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.microsoft.com/office/word/2003/wordml":                   "w",
	"http://schemas.microsoft.com/office/word/2003/auxHint":                  "wx",
	"http://schemas.microsoft.com/aml/2001/core":                             "aml",
	"http://schemas.microsoft.com/office/word/2010/wordml":                   "w14",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"http://schemas.microsoft.com/office/2006/xmlPackage":                    "pkg",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":              "",
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                          "",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "",
	"http://schemas.openxmlformats.org/package/2006/content-types":           "",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                "r",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
}

func newXMLReader(ctx context.Context, data []byte) *xmlReader {
	return &xmlReader{ctx: ctx, data: utf8XML(data), spaces: map[string]string{}, names: map[string]string{}}
}

// utf8XML turns a part in another encoding into UTF-8.
func utf8XML(data []byte) []byte {
	head := data[:min(len(data), 200)]
	declared := ""
	if _, rest, ok := bytes.Cut(head, []byte("encoding=")); ok && len(rest) > 1 && bytes.HasPrefix(head, []byte("<?xml")) {
		if v, _, ok := bytes.Cut(rest[1:], rest[:1]); ok {
			declared = strings.ToLower(string(v))
		}
	}
	wide := len(head) > 1 && (head[0] >= 0xfe && head[1] >= 0xfe || head[0] == 0 || head[1] == 0)
	if !wide && (declared == "" || declared == "utf-8" || declared == "us-ascii") {
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	}
	text, _ := decode(data, declared)
	return []byte(text)
}

// depth is the number of elements open at the token.
func (x *xmlReader) depth() int { return len(x.open) }

// inside goes to the next token inside the element whose start made the depth,
// and is false at its end.
func (x *xmlReader) inside(depth int) bool {
	return x.next() && (x.kind != xmlEnd || len(x.open) >= depth)
}

// skip passes over the rest of the element whose start was just given.
func (x *xmlReader) skip() {
	for d := x.depth(); x.inside(d); {
	}
}

// fork returns a reader of the element whose start was just given, for later.
func (x *xmlReader) fork() *xmlReader {
	y := *x
	y.open, y.attrs, y.hidden = slices.Clone(x.open[len(x.open)-1:]), nil, nil
	return &y
}

// stop makes the reader give nothing but the ends of what is open.
func (x *xmlReader) stop() { x.at = len(x.data) }

// next goes to the next token; false when there is none. Of alternatives for
// programs of different ages the first alone is given: it is the one that Word
// shows.
func (x *xmlReader) next() bool {
	for x.token() {
		if x.kind == xmlStart && (x.name == "mc:Choice" || x.name == "mc:Fallback") && len(x.open) > 1 {
			parent := &x.open[len(x.open)-2]
			if parent.chosen {
				for d := len(x.open); x.token() && (x.kind != xmlEnd || len(x.open) >= d); {
				}
				continue
			}
			parent.chosen = true
		}
		return true
	}
	return false
}

func (x *xmlReader) token() bool {
	if x.empty {
		x.empty = false
		return x.end()
	}
	if x.count++; x.count%4096 == 0 && x.ctx.Err() != nil {
		x.stop()
	}
	for x.at < len(x.data) {
		rest := x.data[x.at:]
		if rest[0] != '<' {
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			x.at += n
			x.kind, x.raw, x.plain = xmlText, rest[:n], false
			return true
		}
		switch {
		case bytes.HasPrefix(rest, []byte("</")):
			n := bytes.IndexByte(rest, '>')
			if n < 0 {
				x.stop()
				continue
			}
			if given, over := x.close(x.nameOf(bytes.TrimRight(rest[2:n], " \t\r\n"))); given {
				if over {
					x.at += n + 1
				}
				return true
			}
			x.at += n + 1
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			text, _, _ := bytes.Cut(rest[9:], []byte("]]>"))
			x.at = min(x.at+9+len(text)+3, len(x.data))
			x.kind, x.raw, x.plain = xmlText, text, true
			return true
		case bytes.HasPrefix(rest, []byte("<!--")):
			x.pass("-->")
		case bytes.HasPrefix(rest, []byte("<?")):
			x.pass("?>")
		case bytes.HasPrefix(rest, []byte("<!")):
			x.pass(">")
		default:
			if x.start() {
				return true
			}
		}
	}
	if len(x.open) == 0 {
		return false
	}
	x.broken = true
	return x.end()
}

// pass goes past the next occurrence of what closes a comment.
func (x *xmlReader) pass(closing string) {
	if n := bytes.Index(x.data[x.at:], []byte(closing)); n >= 0 {
		x.at += n + len(closing)
		return
	}
	x.broken = true
	x.stop()
}

// end gives the end of the innermost element.
func (x *xmlReader) end() bool {
	last := len(x.open) - 1
	for n := len(x.hidden) - 1; n >= 0 && x.hidden[n].depth > last; n-- {
		x.spaces[x.hidden[n].prefix] = x.hidden[n].before
		x.hidden = x.hidden[:n]
		clear(x.names)
	}
	x.kind, x.name = xmlEnd, x.open[last].name
	x.open = x.open[:last]
	return true
}

// close gives an end for a closing tag; over says that it was the tag's own.
// Elements further in that were left open end first; a tag that closes nothing
// gives none.
func (x *xmlReader) close(name string) (given, over bool) {
	for i := len(x.open) - 1; i >= max(0, len(x.open)-maxXMLOpen); i-- {
		if x.open[i].name == name {
			over = i == len(x.open)-1
			x.broken = x.broken || !over
			return x.end(), over
		}
	}
	x.broken = true
	return false, false
}

// start reads a start tag. What is no tag is passed over.
func (x *xmlReader) start() bool {
	b := x.data
	from := x.at + 1
	i := from
	for i < len(b) && !isXMLSpace(b[i]) && b[i] != '>' && b[i] != '/' {
		i++
	}
	name := b[from:i]
	x.attrs = x.attrs[:0]
	for i < len(b) && b[i] != '>' {
		if isXMLSpace(b[i]) || b[i] == '/' {
			i++
			continue
		}
		from = i
		for i < len(b) && b[i] != '=' && b[i] != '>' && !isXMLSpace(b[i]) {
			i++
		}
		a := xmlAttr{name: b[from:i]}
		for i < len(b) && isXMLSpace(b[i]) {
			i++
		}
		if i < len(b) && b[i] == '=' {
			for i++; i < len(b) && isXMLSpace(b[i]); i++ {
			}
			if i < len(b) && (b[i] == '"' || b[i] == '\'') {
				n := bytes.IndexByte(b[i+1:], b[i])
				if n < 0 {
					i = len(b)
					break
				}
				a.value = b[i+1 : i+1+n]
				i += n + 2
			}
		}
		if len(x.attrs) < maxXMLAttrs {
			x.attrs = append(x.attrs, a)
		}
	}
	if i >= len(b) || len(name) == 0 || len(x.open) >= maxXMLDepth {
		x.broken = true
		if x.at++; i >= len(b) || len(x.open) >= maxXMLDepth {
			x.stop()
		}
		return false
	}
	x.at = i + 1
	x.empty = b[i-1] == '/'
	for _, a := range x.attrs {
		if bytes.HasPrefix(a.name, []byte("xmlns")) {
			x.declare(string(bytes.TrimPrefix(a.name[5:], []byte(":"))), string(a.value))
		}
	}
	x.kind, x.name = xmlStart, x.nameOf(name)
	x.open = append(x.open, xmlOpen{name: x.name})
	return true
}

func isXMLSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// declare binds a prefix to a namespace within the element being started.
func (x *xmlReader) declare(prefix, uri string) {
	usual, known := xmlSpaces[uri]
	if !known {
		usual = prefix
		for _, u := range xmlSpaces {
			if u == prefix && u != "" {
				usual = "?" // someone else's "w"
			}
		}
	}
	before, bound := x.spaces[prefix]
	if bound && before == usual || !bound && len(x.spaces) >= maxXMLSpaces {
		return
	}
	if bound || prefix == "" { // a prefix that is bound once may stay so
		x.hidden = append(x.hidden, xmlSpace{len(x.open) + 1, prefix, before})
	}
	x.spaces[prefix] = usual
	clear(x.names)
}

// nameOf gives a name its usual prefix. A prefix that was never declared is
// taken for what it looks like.
func (x *xmlReader) nameOf(written []byte) string {
	if s, ok := x.names[string(written)]; ok {
		return s
	}
	name := string(written)
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	if usual, ok := x.spaces[prefix]; ok {
		prefix = usual
	}
	full := local
	if prefix != "" {
		full = prefix + ":" + local
	}
	if len(x.names) < 4096 {
		x.names[name] = full
	}
	return full
}

// attr returns the value of the start's attribute, by its name without prefix.
func (x *xmlReader) attr(name string) string {
	for _, a := range x.attrs {
		n := len(a.name) - len(name)
		if n >= 0 && string(a.name[n:]) == name && (n == 0 || a.name[n-1] == ':') {
			return unescape(a.value)
		}
	}
	return ""
}

// number returns an attribute that is a whole number, 0 when it is none. Its
// size is bounded, so that a hostile one cannot overflow what it is added to.
func (x *xmlReader) number(name string) int {
	n, _ := strconv.Atoi(x.attr(name))
	return min(max(n, -1e6), 1e6)
}

// on reports whether a switch such as <w:b/> is on.
func (x *xmlReader) on() bool {
	switch x.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// text returns the text just read.
func (x *xmlReader) text() string {
	if x.plain {
		return string(x.raw)
	}
	return unescape(x.raw)
}

// content returns the text inside the element whose start was just given.
func (x *xmlReader) content() string {
	var s string
	var more []byte
	for d := x.depth(); x.inside(d); {
		switch {
		case x.kind != xmlText:
		case s == "":
			s = x.text()
		default:
			more = append(more, x.text()...)
		}
	}
	return s + string(more)
}

// unescape resolves entities; what is none stays as it is written.
func unescape(b []byte) string {
	i := bytes.IndexByte(b, '&')
	if i < 0 {
		return string(b)
	}
	out := make([]byte, 0, len(b))
	for i >= 0 {
		out = append(out, b[:i]...)
		b = b[i:]
		n := bytes.IndexByte(b[:min(len(b), 12)], ';')
		r, ok := rune(0), false
		if n > 0 {
			r, ok = entity(string(b[1:n]))
		}
		if ok {
			out = utf8.AppendRune(out, r)
			b = b[n+1:]
		} else {
			out = append(out, '&')
			b = b[1:]
		}
		i = bytes.IndexByte(b, '&')
	}
	return string(append(out, b...))
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, found := strings.CutPrefix(strings.ToLower(digits), "x"); found {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 31)
	return rune(n), ok && err == nil
}
