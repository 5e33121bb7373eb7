package extract

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"svod/corpus"
)

// Characters that stand for something else.
const (
	charPicture    = 0x01
	charCellEnd    = 0x07
	charLineBreak  = 0x0b
	charPageBreak  = 0x0c // or the end of a section, which ends a paragraph
	charParagraph  = 0x0d
	charColumn     = 0x0e
	charHardHyphen = 0x1e
	charSymbol     = 0x28
)

// A docStory reads a stretch of the text: its paragraphs, then what they make.
type docStory struct {
	*docReader
	fields   docxFields
	unclosed map[int]bool
	form     string // what the form's field being read is set to
	lines    []corpus.Line
	open     docOpen
	table    *edgeTable // the one being read
}

// A docOpen is a paragraph while it is read; one whose mark was deleted goes on
// in the next.
type docOpen struct {
	lines  []*docxLine
	hang   []*docAnchor
	joined bool // the mark before what comes next is gone: words don't run together
}

// story returns the lines of the text from lo to hi.
func (r *docReader) story(lo, hi int) []corpus.Line {
	hi = min(hi, len(r.text))
	if lo < 0 || lo >= hi {
		return nil
	}
	s := &docStory{docReader: r, unclosed: openFields(r.text, lo, hi)}
	for n := 0; lo < hi; n++ {
		if n%1024 == 0 && r.ctx.Err() != nil {
			return nil
		}
		mark := r.paragraphEnd(lo, hi)
		s.paragraph(lo, mark, mark < hi)
		lo = mark + 1
	}
	s.end(docParaLook{}, false)
	s.closeTable()
	return s.lines
}

// paragraphEnd finds the mark that ends the paragraph that begins at lo; it is
// hi when there is none.
func (r *docReader) paragraphEnd(lo, hi int) int {
	for cp := lo; cp < hi; cp++ {
		switch r.text[cp] {
		case charParagraph, charCellEnd:
			return cp
		case charPageBreak:
			// The end of a section ends a paragraph, a page break does not.
			if run := r.paraProps(cp); run.hi <= cp+1 || len(r.paras) == 0 {
				return cp
			}
		}
	}
	return hi
}

// paragraph reads the paragraph from lo to its mark; the last of a damaged story
// has none.
func (s *docStory) paragraph(lo, mark int, marked bool) {
	look := s.paraLook(mark)
	style := s.style(look.style).char
	if len(s.open.lines) == 0 {
		s.open.lines = []*docxLine{{}}
	}
	for cp := lo; cp < mark; {
		run := s.charProps(cp)
		run.hi = min(run.hi, mark)
		s.run(cp, run.hi, s.charLook(style, run))
		cp = run.hi
	}
	if !marked {
		s.end(look, false)
		return
	}
	c := s.charLook(style, s.charProps(mark))
	gone := s.gone(c)
	if gone && s.text[mark] == charParagraph { // it goes on in the next one
		s.open.joined = true
		return
	}
	s.end(look, gone || c.hidden)
	if s.text[mark] == charCellEnd {
		s.cellEnd(look, gone)
	}
}

// gone tells what a tracked change took away from the view that is asked for.
func (r *docReader) gone(c docChar) bool {
	if r.original {
		return c.inserted
	}
	return c.deleted
}

// run adds the characters from lo to hi, which look alike. Marks of fields count
// even where they are not seen.
func (s *docStory) run(lo, hi int, c docChar) {
	seen := !c.hidden && !s.gone(c)
	if seen {
		i, _ := slices.BinarySearchFunc(s.anchors, lo, func(a docAnchor, cp int) int { return a.at - cp })
		for ; i < len(s.anchors) && s.anchors[i].at < hi; i++ {
			s.open.hang = append(s.open.hang, &s.anchors[i])
		}
	}
	var plain []byte
	flush := func() {
		s.add(string(plain), c)
		plain = plain[:0]
	}
	for cp := lo; cp < hi; cp++ {
		u := s.text[cp]
		switch {
		case u == fieldBegin && s.unclosed[cp]:
		case u == fieldBegin, u == fieldSeparator, u == fieldEnd:
			if seen {
				flush()
			}
			text := s.fields.mark(u, s.form)
			if u != fieldSeparator {
				s.form = ""
			}
			if seen {
				s.add(text, c)
			}
		case !seen:
		case u == charPicture && c.special && c.symbol == 0 && len(s.fields) > 0:
			s.form = s.formText(c.data)
		case c.symbol != 0 && (u == charSymbol || u == charPicture):
			flush()
			s.add(symbols(string(c.symbol), s.font(c.symbolFont)), c)
		case u >= ' ':
			char := rune(u)
			if utf16.IsSurrogate(char) && cp+1 < hi {
				if char = utf16.DecodeRune(char, rune(s.text[cp+1])); char != utf8.RuneError {
					cp++
				}
			}
			plain = utf8.AppendRune(plain, char)
		case u == '\t':
			plain = append(plain, ' ')
		case u == charHardHyphen:
			plain = append(plain, '-')
		case u == charLineBreak, u == charPageBreak, u == charColumn:
			flush()
			if s.fields.shown() {
				s.open.lines = append(s.open.lines, &docxLine{})
			}
		}
	}
	flush()
}

// add adds a text to the paragraph's last line, or to the code of a field.
func (s *docStory) add(text string, c docChar) {
	if text == "" {
		return
	}
	if !s.fields.shown() {
		s.fields.instruction(text)
		return
	}
	k := c.docxLook
	k.link = s.fields.linked()
	l := s.open.lines[len(s.open.lines)-1]
	l.contents = l.contents || s.fields.contents()
	if s.open.joined && l.text.Len() > 0 {
		l.gap(text)
	}
	s.open.joined = false
	l.add(symbols(text, k.font), k)
}

// end makes the lines of the open paragraph: its number in front, what hangs on
// it behind. gone says that its mark is not seen.
func (s *docStory) end(look docParaLook, gone bool) {
	p := s.open
	s.open = docOpen{}
	if len(p.lines) == 0 || look.rowEnd || look.innerEnd {
		return
	}
	has := slices.ContainsFunc(p.lines, func(l *docxLine) bool { return trim(l.text.String()) != "" })
	number, tight := "", false
	if has || !gone { // a number is seen even where nothing follows it
		number, tight = s.number(look)
	}
	style := s.style(look.style)
	heading := look.outline
	if heading == 0 {
		heading = style.heading
	}
	var lines []corpus.Line
	for _, l := range p.lines {
		line := l.line()
		if line.Text == "" && (has || number == "" || isBullet(number)) {
			continue
		}
		if number != "" {
			gap := " "
			if tight && l.startsWithText() {
				gap = ""
			}
			line.Text, number = trim(number+gap+line.Text), ""
		}
		line.Style.Centred = look.align == 1
		line.Style.Right = look.align == 2
		line.Style.Heading = min(max(heading, 0), 6)
		line.Style.Link = line.Style.Link || style.contents && heading <= 0
		lines = append(lines, line)
	}
	if look.depth == 0 {
		s.closeTable()
	}
	tables := s.tables
	var notes []corpus.Line
	for _, a := range p.hang {
		if a.note {
			notes = append(notes, s.hanging(a)...)
		} else {
			lines = append(lines, s.hanging(a)...)
		}
	}
	lines = append(lines, notes...)
	if look.depth > 0 {
		s.tables = tables // those in boxes are text of the cell
		s.inCell(lines)
		return
	}
	s.lines = append(s.lines, lines...)
}
