package extract

import (
	"strconv"
	"strings"
	"unicode"

	"svod/corpus"
)

// An rtfStory is a text with paragraphs and tables of its own: the body, a
// footnote, a text box.
type rtfStory struct {
	isBox  bool
	groups int // open where it began
	lines  []corpus.Line
	para   rtfPara
	table  rtfTable
}

// An rtfPara is a paragraph while it is read.
type rtfPara struct {
	lines   []*docxLine
	printed string // its automatic number as the program showed it
	notes   []corpus.Line
	boxes   []corpus.Line
	filled  bool // it has text
	gone    bool // some of it was deleted or moved away
}

func (p *rtfPara) add(s string, look docxLook) {
	p.filled = p.filled || trim(s) != ""
	p.last().add(s, look)
}

func (p *rtfPara) last() *docxLine {
	if len(p.lines) == 0 {
		p.lines = append(p.lines, &docxLine{})
	}
	return p.lines[len(p.lines)-1]
}

// wrap begins a new line of the paragraph; empty ones aren't kept.
func (p *rtfPara) wrap() {
	if len(p.lines) > 0 && p.last().text.Len() > 0 {
		p.lines = append(p.lines, &docxLine{})
	}
}

// endMark ends a paragraph, unless its mark is not in the text that was asked
// for: then it goes on with the next one.
func (r *rtfReader) endMark() {
	switch {
	case r.state.into != rtfBody:
	case r.state.deleted && !r.original, r.state.inserted && r.original:
		r.story().para.gone = true
	default:
		r.endParagraph(r.state.para.depth)
	}
}

// endParagraph ends a paragraph at a depth of tables.
func (r *rtfReader) endParagraph(depth int) {
	s := r.story()
	lines := r.finish(&s.para, &r.state.para)
	s.para = rtfPara{}
	r.size += len(lines)
	s.table.paragraph(r, s, depth, lines)
}

// finish makes the lines of a paragraph: number in front, hints, then the text
// boxes and footnotes that hang on it.
func (r *rtfReader) finish(p *rtfPara, f *rtfFormat) []corpus.Line {
	has := p.filled
	number := ""
	if has || !p.gone {
		number = r.numberOf(p, f)
	}
	if !has && (number == "" || number == "•") && p.boxes == nil && p.notes == nil {
		return nil
	}
	if len(p.lines) == 0 && number != "" {
		p.last()
	}
	heading, align := r.headingOf(f), r.alignOf(f)
	var lines []corpus.Line
	for _, l := range p.lines {
		line := l.line()
		if line.Text == "" && (has || number == "" || number == "•") {
			continue
		}
		if number != "" {
			line.Text, number = trim(number+" "+line.Text), ""
		}
		line.Style.Centred, line.Style.Right = align == "center", align == "right"
		line.Style.Heading = min(heading, 6)
		line.Style.Link = line.Style.Link || heading == 0 && r.inContents(f)
		lines = append(lines, line)
	}
	lines = append(lines, p.boxes...)
	return append(lines, p.notes...)
}

// numberOf is the automatic number of a paragraph: as it was printed when the
// file has that, else counted. A list is counted on in any case.
func (r *rtfReader) numberOf(p *rtfPara, f *rtfFormat) string {
	list, level := r.listOf(f)
	counted := r.lists.numbering.next(strconv.Itoa(list), level)
	if old := r.nextPn(f.pn); counted == "" {
		counted = old
	}
	printed := trim(foldSpaces(p.printed))
	switch {
	case printed == "":
		return counted
	case counted == "•", !strings.ContainsFunc(printed, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }):
		return "•"
	}
	return printed
}

// asNotes makes footnotes of the lines of a story.
func asNotes(lines []corpus.Line) []corpus.Line {
	var notes []corpus.Line
	for _, l := range lines {
		notes = append(notes, corpus.Line{Text: strings.ReplaceAll(l.Text, "\t", " "), Style: corpus.Style{Note: true}})
	}
	return notes
}
