package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// docxLook is how a run of text looks.
type docxLook struct {
	bold, italic, red, struck, raised, hidden bool
	link                                      bool // to a place in the document
	font                                      docxFont
}

// merge adds what o has.
func (k *docxLook) merge(o docxLook) {
	k.bold, k.italic, k.red = k.bold || o.bold, k.italic || o.italic, k.red || o.red
	k.struck, k.raised, k.hidden = k.struck || o.struck, k.raised || o.raised, k.hidden || o.hidden
}

// A docxPara is a paragraph while it is read, or several that have become one
// because the marks between them are gone: then the properties are those of the
// last, as its mark is the one that stays.
type docxPara struct {
	props docxProps
	joins bool // its mark is gone: it goes on in the next one
	lines []*docxLine
	boxes []corpus.Line
	notes []corpus.Line
}

// docxProps is what a paragraph says of itself.
type docxProps struct {
	style    string
	align    string
	list     string // w:numId
	level    int
	hasLevel bool
	outline  int    // 1–9, 0 unsaid, -1 body text
	hidden   bool   // its mark
	printed  string // its number, when the file has it as printed
}

// last returns the line that is being written.
func (p *docxPara) last() *docxLine {
	if len(p.lines) == 0 {
		p.lines = append(p.lines, &docxLine{})
	}
	return p.lines[len(p.lines)-1]
}

// A docxLine gathers one line of a paragraph; w:br begins the next.
type docxLine struct {
	text                                     strings.Builder
	letters, bold, italic, red, struck, link int
	contents                                 bool // it lies in a table of contents
}

// add adds text. It is stored as typed: capitals that only the look makes
// (w:caps) stay small letters, so that words are found and compared as words.
func (l *docxLine) add(s string, k docxLook) {
	n := 0
	for _, c := range s {
		if c >= 'а' && c <= 'я' || unicode.IsLetter(c) || unicode.IsDigit(c) {
			n++
		}
	}
	l.letters += n
	for _, f := range []struct {
		on  bool
		sum *int
	}{{k.bold, &l.bold}, {k.italic, &l.italic}, {k.red, &l.red}, {k.struck, &l.struck}, {k.link, &l.link}} {
		if f.on {
			*f.sum += n
		}
	}
	if k.raised {
		s = superscript(s)
	}
	l.text.WriteString(s)
}

func (l *docxLine) line() corpus.Line {
	most := func(n int) bool { return n*2 > l.letters }
	return corpus.Line{Text: trim(foldSpaces(l.text.String())),
		Style: corpus.Style{Bold: most(l.bold), Italic: most(l.italic), Red: most(l.red), Struck: most(l.struck),
			Link: l.contents && l.letters > 0 || most(l.link)}}
}

// foldSpaces makes one space of the line ends that stand inside w:t.
func foldSpaces(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(s)
}

// paragraph reads a paragraph whose start was just given into p, which may hold
// what came before it already. Elements that only wrap runs, such as content
// controls and links, are looked through.
func (r *docxReader) paragraph(x *xmlReader, p *docxPara, depth int) {
	joined := p.joins // where a mark is gone, words don't run together
	p.props, p.joins = docxProps{}, false
	style := r.styles.named("")
	look := style.look
	link := 0 // the depth of the link into this document that the run lies in
	var math docxMath
	var ruby string
	add := func(s string) {
		if s == "" || look.hidden || !r.fields.shown() {
			return
		}
		k := look
		k.raised = k.raised || math.raised > 0
		k.link = link > 0 || r.fields.linked()
		l := p.last()
		l.contents = l.contents || r.fields.contents()
		if joined && l.text.Len() > 0 {
			l.gap(s)
		}
		joined = false
		l.add(s, k)
	}
	for d := x.depth(); x.inside(d); {
		if x.kind == xmlEnd {
			switch x.name {
			case "w:r":
				look = style.look
			case "w:ruby":
				if ruby != "" {
					add("(" + ruby + ")")
				}
				ruby = ""
			}
			if x.depth() < link {
				link = 0
			}
			add(math.end(x))
			continue
		}
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:pPr":
			r.properties(x, p)
			style = r.styles.named(p.props.style)
			look = style.look
		case "w:rPr":
			look = r.look(x, style.says)
		case "w:t", "m:t", "a:t", "w:delText": // the last where the view shows what was deleted
			add(symbols(x.content(), look.font))
		case "w:tab", "w:ptab":
			add(" ")
		case "w:br", "w:cr", "a:br":
			if r.fields.shown() && !look.hidden {
				p.last()
				p.lines = append(p.lines, &docxLine{})
			}
		case "w:noBreakHyphen":
			add("-")
		case "w:sym":
			add(symbol(x.attr("char"), x.attr("font")))
		case "w:fldChar":
			add(r.fields.char(x))
		case "w:instrText", "w:delInstrText":
			r.fields.instruction(x.content())
		case "w:fldSimple":
			if isInternalLink(x.attr("instr")) && link == 0 {
				link = x.depth()
			}
		case "w:hyperlink":
			if x.attr("anchor") != "" && link == 0 {
				link = x.depth()
			}
		case "w:footnoteReference", "w:endnoteReference":
			if !look.hidden {
				p.notes = append(p.notes, r.note(strings.TrimSuffix(x.name, "Reference")+" "+x.attr("id"), depth)...)
			}
		case "w:footnote", "w:endnote": // in Word 2003 they stand where they are referred to
			p.notes = append(p.notes, r.noteLines(x, depth)...)
		case "w:del", "w:moveFrom", "w:ins", "w:moveTo":
			if r.unseen(x.name) {
				x.skip()
			}
		case "aml:annotation":
			if t := x.attr("type"); t == "Word.Comment" || r.unseen(amlChanges[t]) {
				x.skip()
			}
		case "w:txbxContent":
			fields := r.fields
			r.fields = nil
			p.boxes = append(p.boxes, r.blocks(x, depth+1, nil)...)
			r.fields = fields
		case "v:textpath":
			if s := trim(x.attr("string")); s != "" && !look.hidden {
				p.boxes = append(p.boxes, corpus.Line{Text: s})
			}
		case "pic:pic", "v:imagedata":
			r.pictures = true
		case "w:rt":
			ruby = r.plain(x)
		case "w:sdtPr", "w:sdtEndPr", "w:rubyPr", "w:customXmlPr", "w:smartTagPr", "w:binData":
			x.skip()
		default:
			add(math.start(x))
		}
	}
}

// plain returns the text of the runs inside an element.
func (r *docxReader) plain(x *xmlReader) string {
	var b strings.Builder
	for d := x.depth(); x.inside(d); {
		if x.kind == xmlStart && x.name == "w:t" {
			b.WriteString(x.content())
		}
	}
	return b.String()
}

// properties reads w:pPr. Its own w:rPr is about the paragraph mark.
func (r *docxReader) properties(x *xmlReader, p *docxPara) {
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:pStyle":
			p.props.style = x.attr("val")
		case "w:jc":
			p.props.align = x.attr("val")
		case "w:outlineLvl":
			p.props.outline = outlineOf(x.number("val"))
		case "w:numPr":
			r.listOf(x, &p.props)
		case "w:listPr":
			r.listOf(x, &p.props)
		case "w:rPr":
			r.mark(x, p)
		case "w:pPrChange":
			if !r.in.Original {
				x.skip()
				continue
			}
			p.props = docxProps{hidden: p.props.hidden}
		case "w:sectPr", "aml:annotation": // headers; former properties
			x.skip()
		}
	}
}

// listOf reads w:numPr.
func (r *docxReader) listOf(x *xmlReader, p *docxProps) {
	before := *p
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "wx:t": // Word 2003 keeps the number as it is printed
			p.printed = trim(symbols(x.attr("val"), greekFont))
		case "w:numId", "w:ilfo":
			p.list = x.attr("val")
		case "w:ilvl":
			p.level, p.hasLevel = x.number("val"), true
		case "w:ins": // the number was inserted, not the paragraph
			if r.in.Original {
				before.list = "0"
				*p = before
				for x.inside(d) {
				}
				return
			}
		}
	}
}

// mark reads the properties of the paragraph mark.
func (r *docxReader) mark(x *xmlReader, p *docxPara) {
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:del", "w:moveFrom", "w:ins", "w:moveTo":
			p.joins = p.joins || r.unseen(x.name)
		case "aml:annotation":
			p.joins = p.joins || r.unseen(amlChanges[x.attr("type")])
			x.skip()
		case "w:vanish":
			p.props.hidden = x.on()
		case "w:rPrChange":
			x.skip()
		}
	}
}

// outlineOf turns Word's levels, 0 to 8 and 9 for body text, into ours.
func outlineOf(n int) int {
	if n < 0 || n > 8 {
		return -1
	}
	return n + 1
}

// finish makes the lines of a paragraph: number in front, hints, then the text
// boxes and notes that hang on it.
func (r *docxReader) finish(p *docxPara, depth int) []corpus.Line {
	s := r.styles.named(p.props.style)
	heading := p.props.outline
	if heading == 0 {
		heading = s.heading
	}
	align := p.props.align
	if align == "" {
		align = s.align
	}
	has := false
	for _, l := range p.lines {
		has = has || trim(l.text.String()) != ""
	}
	number, tight := "", false
	// A number is seen even where nothing follows it, as in the first column of
	// many tables, unless the whole paragraph is gone or hidden.
	switch {
	case !has && (p.joins || p.props.hidden):
	case p.props.printed != "":
		number = p.props.printed
	default:
		number, tight = r.numbering.step(r.listAndLevel(p.props))
	}
	if len(p.lines) == 0 && number != "" {
		p.last()
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
		line.Style.Centred = align == "center"
		line.Style.Right = align == "right" || align == "end"
		line.Style.Heading = min(max(heading, 0), 6)
		line.Style.Link = (line.Style.Link || s.contents) && heading <= 0
		lines = append(lines, line)
	}
	return append(append(lines, p.boxes...), p.notes...)
}

// gap puts a space between the text and what is added to it, unless there is one.
func (l *docxLine) gap(s string) {
	before, _ := utf8.DecodeLastRuneInString(l.text.String())
	after, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsSpace(before) && !unicode.IsSpace(after) {
		l.text.WriteByte(' ')
	}
}

// startsWithText reports whether no white space stands in front of the text.
func (l *docxLine) startsWithText() bool {
	s := l.text.String()
	first, _ := utf8.DecodeRuneInString(s)
	return s != "" && !unicode.IsSpace(first)
}

// listAndLevel returns the list and level of a paragraph: its own, else its
// style's.
func (r *docxReader) listAndLevel(p docxProps) (list string, level int) {
	s := r.styles.named(p.style)
	list, level = p.list, p.level
	if list == "" {
		list = s.list
	}
	if !p.hasLevel {
		level = s.level
		if l, ok := r.numbering.levelOfStyle(list, s.listFrom); ok && p.list == "" {
			level = l
		}
	}
	return list, level
}
