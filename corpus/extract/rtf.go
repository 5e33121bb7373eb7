package extract

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"svod/corpus"
)

// isRTF knows Rich Text by its first word.
func isRTF(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 1<<12)], []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\x00"), []byte(`{\rtf`))
}

// rtfLines reads Rich Text as a reader sees it, in one pass over its bytes.
// Fonts that say they are Western but hold Russian are believed by their bytes:
// then the file is read once more.
func rtfLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	r := newRTFReader(in, charmap.Windows1252)
	if err := r.read(); err != nil {
		return nil, nil, err
	}
	if isCyrillic(r.western) {
		r = newRTFReader(in, charmap.Windows1251)
		if err := r.read(); err != nil {
			return nil, nil, err
		}
	}
	var warnings []corpus.Warning
	if r.cut {
		warnings = append(warnings, corpus.Warning{Code: "cut-short"})
	}
	if r.unbalanced {
		warnings = append(warnings, corpus.Warning{Code: "rtf-groups"})
	}
	return r.stories[0].lines, warnings, nil
}

// Limits of what a file can make the reader keep.
const (
	rtfMaxGroups  = 1 << 12 // open at once; deeper ones are read as if they weren't there
	rtfMaxStories = 20      // footnotes and text boxes in each other
	rtfMaxTable   = 1 << 16 // fonts, colours, styles, lists
	rtfMaxSkip    = 64      // characters that a \u may replace
	rtfMaxLines   = 2 << 20
)

// An rtfReader goes over the words of a file once. What a word changes holds to
// the end of its group: groups are a stack of states, nothing recurs.
type rtfReader struct {
	ctx      context.Context
	original bool
	data     []byte
	pos      int

	state rtfState
	stack []rtfState
	over  int  // groups open beyond the limit
	star  bool // the next word may be left out, with its group, if it is unknown
	skip  int  // characters to pass over: what stands for a \u in old readers
	high  rune // the first half of a character of two \u

	raw     []byte // bytes not yet decoded, all of one font
	bare    bool   // some of them were not written as \'hh
	ansi    encoding.Encoding
	latin   encoding.Encoding // of fonts that call themselves Western
	western []byte            // a sample of what such fonts hold

	fonts  map[int]rtfFont
	font   int // the one being defined
	red    []bool
	rgb    [3]uint8
	styles map[int]*rtfStyle
	style  *rtfStyle
	lists  rtfLists
	pn     *rtfPn
	pnDone [10]int
	pnLast bool

	row     [2]rowShape // of tables, and of tables inside of tables
	tables  int
	stories []*rtfStory // the body, and the footnotes and boxes open in it
	size    int         // lines made

	cut        bool // the file ends inside of a group
	unbalanced bool // a group is closed that was never opened
	unclosed   bool // a group that was to be left out has no end
}

// An rtfState is what a group hands on to the groups in it.
type rtfState struct {
	into   rtfPlace
	back   rtfPlace // where \ud goes back to from \upr
	begins bool     // the place was entered in this very group
	uc     int      // characters that stand for a \u
	class  rtfClass
	low    int // the font of most characters
	wide   int // the font of those above ASCII after \hich
	far    int // the font of Far Eastern ones, after \dbch
	look   docxLook
	para   rtfFormat

	deleted, inserted bool
	contents, linked  bool   // of the fields around it: a table of contents, a link into this document
	form              string // what the field of a form around it is set to
}

// An rtfClass says which font the next bytes are in.
type rtfClass uint8

const (
	rtfLow rtfClass = iota
	rtfHigh
	rtfFar
	rtfRightToLeft
)

// An rtfFormat is what \pard sets back.
type rtfFormat struct {
	style    int
	align    string
	outline  int // 1–9, 0 for body text
	list     int
	hasList  bool
	level    int
	hasLevel bool
	depth    int // of tables around the paragraph
	pn       *rtfPn
}

func newRTFReader(in *input, latin encoding.Encoding) *rtfReader {
	r := &rtfReader{ctx: in.ctx, original: in.Original, data: in.data, latin: latin, ansi: latin,
		fonts: map[int]rtfFont{}, styles: map[int]*rtfStyle{}, stories: []*rtfStory{{}}}
	r.lists.init()
	r.state.uc = 1
	return r
}

func (r *rtfReader) read() error {
	for n := 0; r.pos < len(r.data); n++ {
		if n%4096 == 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			if r.size > rtfMaxLines {
				return &Error{Code: "too-large", Args: []string{"2 000 000 ¶"}}
			}
		}
		switch r.data[r.pos] {
		case '{':
			r.pos++
			r.open()
		case '}':
			r.pos++
			r.close()
		case '\\':
			r.control()
		case '\r', '\n':
			r.pos++
		default:
			end := bytes.IndexAny(r.data[r.pos:], "{}\\\r\n")
			if end < 0 {
				end = len(r.data) - r.pos
			}
			text := r.data[r.pos : r.pos+end]
			r.pos += end
			n := min(r.skip, len(text))
			r.skip -= n
			if text = text[n:]; len(text) > 0 {
				r.raw, r.bare = append(r.raw, text...), true
			}
		}
	}
	r.flush()
	r.cut = r.cut || len(r.stack)+r.over > 0
	for len(r.stack) > 0 {
		r.close()
	}
	r.endParagraph(0)
	r.story().close(r)
	return nil
}

// open begins a group.
func (r *rtfReader) open() {
	r.flush()
	r.skip, r.star = 0, false
	if len(r.stack) >= rtfMaxGroups {
		r.over++
		return
	}
	r.stack = append(r.stack, r.state)
	r.state.begins = false
	if r.state.into == rtfStyles {
		r.startStyle()
	}
}

// close ends a group. A brace too many does no harm: some programs that glue
// files together write it.
func (r *rtfReader) close() {
	r.flush()
	r.skip, r.star = 0, false
	if r.over > 0 {
		r.over--
		return
	}
	n := len(r.stack) - 1
	if n < 0 {
		r.unbalanced = true
		return
	}
	if r.state.begins {
		r.leave(r.state.into)
	}
	if len(r.stories) > 1 && r.story().groups == len(r.stack) {
		r.leaveStory()
	}
	if n == 0 && len(r.story().para.lines) > 0 {
		r.endParagraph(r.state.para.depth)
	}
	r.state = r.stack[n]
	r.stack = r.stack[:n]
	if r.pn != nil && r.state.into == rtfBody {
		r.state.para.pn, r.pn = r.pn, nil
	}
	if n == 0 && len(strings.TrimRight(string(r.data[r.pos:min(len(r.data), r.pos+64)]), " \r\n\t\x00")) == 0 {
		r.pos = len(r.data)
	}
}

// control reads a control word or symbol.
func (r *rtfReader) control() {
	r.pos++
	if r.pos >= len(r.data) {
		return
	}
	if c := r.data[r.pos] | 0x20; c < 'a' || c > 'z' {
		r.symbol(r.data[r.pos])
		return
	}
	start := r.pos
	for r.pos < len(r.data) && r.data[r.pos]|0x20 >= 'a' && r.data[r.pos]|0x20 <= 'z' {
		r.pos++
	}
	word := r.data[start:r.pos]
	n, has := r.number()
	if r.pos < len(r.data) && r.data[r.pos] == ' ' {
		r.pos++
	}
	r.word(string(word[:min(len(word), 32)]), n, has)
	r.star = false
}

// number reads the number behind a word.
func (r *rtfReader) number() (n int, has bool) {
	minus := false
	if r.pos+1 < len(r.data) && r.data[r.pos] == '-' && r.data[r.pos+1] >= '0' && r.data[r.pos+1] <= '9' {
		minus = true
		r.pos++
	}
	for ; r.pos < len(r.data) && r.data[r.pos] >= '0' && r.data[r.pos] <= '9'; r.pos++ {
		has = true
		if n < 1<<31 {
			n = n*10 + int(r.data[r.pos]-'0')
		}
	}
	if minus {
		n = -n
	}
	return n, has
}

// symbol reads a backslash with a character that is no letter.
func (r *rtfReader) symbol(c byte) {
	r.pos++
	if c == '*' {
		r.star = true
		return
	}
	r.star = false
	switch c {
	case '\'':
		if r.pos+2 > len(r.data) {
			r.pos = len(r.data)
			return
		}
		h, l := hexDigit(r.data[r.pos]), hexDigit(r.data[r.pos+1])
		if h > 15 || l > 15 {
			return // no byte; what stands there is text
		}
		r.pos += 2
		if r.skip > 0 {
			r.skip--
			return
		}
		r.raw = append(r.raw, h<<4|l)
	case '{', '}', '\\':
		if r.skip > 0 {
			r.skip--
			return
		}
		r.raw = append(r.raw, c)
	case '~':
		r.char("\u00a0")
	case '_':
		r.char("-")
	case '\t':
		r.char(" ")
	case '\r', '\n':
		r.word("par", 0, false)
	}
}

func hexDigit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 0xff
}

// char adds a character that a word stands for.
func (r *rtfReader) char(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.text(s)
}

// unicode adds the character of a \u.
func (r *rtfReader) unicode(n int) {
	r.flush()
	r.skip = r.state.uc
	c := rune(n)
	if n < 0 {
		c += 1 << 16
	}
	switch {
	case 0xd800 <= c && c < 0xdc00:
		r.high = c
		return
	case 0xdc00 <= c && c < 0xe000:
		if r.high == 0 {
			return
		}
		c = (r.high-0xd800)<<10 + (c - 0xdc00) + 0x10000
	case 0xf020 <= c && c < 0xf100:
		r.text(r.symbolChar(byte(c - 0xf000)))
		c = 0
	}
	r.high = 0
	if c > 0 && c <= 0x10ffff {
		r.text(string(c))
	}
}

// text adds decoded text where the group says it belongs.
func (r *rtfReader) text(s string) {
	st := &r.state
	switch st.into {
	case rtfBody:
		p := &r.story().para
		switch {
		case st.look.hidden:
		case st.deleted && !r.original, st.inserted && r.original:
			p.gone = true
		default:
			look := st.look
			look.link = st.linked
			p.add(s, look)
			l := p.last()
			l.contents = l.contents || st.contents
		}
	case rtfNumber:
		if p := &r.story().para; !st.look.hidden && len(p.printed) < 1<<10 {
			p.printed += s
		}
	case rtfStyleEntry:
		r.style.name = bounded(r.style.name, s)
	case rtfLevelText:
		r.lists.text = bounded(r.lists.text, s)
	case rtfBefore:
		r.pn.before = bounded(r.pn.before, s)
	case rtfAfter:
		r.pn.after = bounded(r.pn.after, s)
	case rtfFonts:
		r.nameFont(s)
	case rtfColours:
		for range strings.Count(s, ";") {
			r.endColour()
		}
	}
}

// bounded adds to a name what still fits.
func bounded(name, s string) string {
	return name + s[:min(len(s), max(0, 256-len(name)))]
}

func (r *rtfReader) story() *rtfStory { return r.stories[len(r.stories)-1] }
