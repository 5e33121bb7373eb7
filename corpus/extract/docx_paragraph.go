package extract

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"

	"svod/corpus"
)

// docxLook is how a run of text looks.
type docxLook struct {
	bold, italic, red, struck, raised, hidden bool
}

// docxPara is what a paragraph says of itself.
type docxPara struct {
	style      string
	align      string
	numID      string
	level      int
	hasLevel   bool
	outline    int // 1–9, 0 for body text
	paragraphs []corpus.Line
	notes      []string
	gone       bool // some of it was deleted or moved away
}

// A docxLine gathers one line of a paragraph; w:br begins the next.
type docxLine struct {
	text                               strings.Builder
	letters, bold, italic, red, struck int
}

func (l *docxLine) add(s string, k docxLook) {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			n++
		}
	}
	l.letters += n
	for _, f := range []struct {
		on  bool
		sum *int
	}{{k.bold, &l.bold}, {k.italic, &l.italic}, {k.red, &l.red}, {k.struck, &l.struck}} {
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
		Style: corpus.Style{Bold: most(l.bold), Italic: most(l.italic), Red: most(l.red), Struck: most(l.struck)}}
}

// foldSpaces makes one space of the line ends that stand inside w:t.
func foldSpaces(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(s)
}

// paragraph reads a paragraph whose start was just read: its lines, then those
// of text boxes and footnotes in it. depth guards against nesting without end.
func (r *docxReader) paragraph(d *xml.Decoder, depth int) ([]corpus.Line, error) {
	var p docxPara
	lines := []*docxLine{{}}
	var look docxLook
	field := 0 // depth of fields in their instruction part
	inText := false
	for {
		t, err := d.RawToken()
		if err != nil {
			return nil, &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		last := lines[len(lines)-1]
		switch t := t.(type) {
		case xml.CharData:
			if inText && field == 0 && !look.hidden {
				last.add(string(t), look)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "p":
				return r.finish(p, lines), nil
			case "t":
				inText = false
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "pPr":
				err = r.properties(d, &p)
			case "r":
				look = r.styles[p.style].look(r.styles)
			case "rPr":
				err = r.look(d, &look)
			case "t":
				inText = true
			case "tab":
				last.add(" ", look)
			case "br", "cr":
				if attr(t, "type") != "page" {
					lines = append(lines, &docxLine{})
				}
			case "noBreakHyphen":
				last.add("-", look)
			case "sym":
				if n, e := strconv.ParseUint(attr(t, "char"), 16, 32); e == nil && n < 0xf000 {
					last.add(string(rune(n)), look)
				}
			case "fldChar":
				switch attr(t, "fldCharType") {
				case "begin":
					field++
				case "separate", "end":
					field = max(field-1, 0)
				}
			case "footnoteReference", "endnoteReference":
				kind := strings.TrimSuffix(t.Name.Local, "Reference")
				p.notes = append(p.notes, r.notes[kind+" "+attr(t, "id")]...)
			case "del", "moveFrom":
				p.gone = true
				err = skip(d)
			case "instrText", "Fallback", "delText":
				err = skip(d)
			case "txbxContent":
				var ls []corpus.Line
				ls, err = r.box(d, depth+1)
				p.paragraphs = append(p.paragraphs, ls...)
			}
			if err != nil {
				return nil, err
			}
		}
	}
}

// box reads the paragraphs of a text box.
func (r *docxReader) box(d *xml.Decoder, depth int) ([]corpus.Line, error) {
	if depth > 20 {
		return nil, skip(d)
	}
	var lines []corpus.Line
	for {
		t, err := d.RawToken()
		if err != nil {
			return nil, &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "txbxContent" {
				return lines, nil
			}
		case xml.StartElement:
			if t.Name.Local == "p" {
				ls, err := r.paragraph(d, depth)
				if err != nil {
					return nil, err
				}
				lines = append(lines, ls...)
			}
		}
	}
}

// properties reads w:pPr. Its own w:rPr is about the paragraph mark.
func (r *docxReader) properties(d *xml.Decoder, p *docxPara) error {
	for {
		t, err := d.RawToken()
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "pPr" {
				return nil
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "pStyle":
				p.style = attr(t, "val")
			case "jc":
				p.align = attr(t, "val")
			case "numId":
				p.numID = attr(t, "val")
			case "ilvl":
				p.level, _ = strconv.Atoi(attr(t, "val"))
				p.hasLevel = true
			case "outlineLvl":
				if n, err := strconv.Atoi(attr(t, "val")); err == nil && n < 9 {
					p.outline = n + 1
				}
			case "rPr", "pPrChange":
				if err := skip(d); err != nil {
					return err
				}
			}
		}
	}
}

// look reads w:rPr into what the paragraph's style gave.
func (r *docxReader) look(d *xml.Decoder, k *docxLook) error {
	for {
		t, err := d.RawToken()
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "rPr" {
				return nil
			}
		case xml.StartElement:
			if t.Name.Local == "rStyle" {
				k.merge(r.styles[attr(t, "val")].look(r.styles))
			}
			k.set(t)
			if t.Name.Local == "rPrChange" {
				if err := skip(d); err != nil {
					return err
				}
			}
		}
	}
}

// set takes one property of a run.
func (k *docxLook) set(t xml.StartElement) {
	switch t.Name.Local {
	case "b":
		k.bold = on(t)
	case "i":
		k.italic = on(t)
	case "strike", "dstrike":
		k.struck = on(t)
	case "vanish":
		k.hidden = on(t)
	case "color":
		k.red = isRed("#" + attr(t, "val"))
	case "vertAlign":
		k.raised = attr(t, "val") == "superscript"
	case "position":
		n, _ := strconv.Atoi(attr(t, "val"))
		k.raised = k.raised || n > 3
	}
}

func (k *docxLook) merge(o docxLook) {
	k.bold, k.italic, k.red = k.bold || o.bold, k.italic || o.italic, k.red || o.red
	k.struck, k.raised, k.hidden = k.struck || o.struck, k.raised || o.raised, k.hidden || o.hidden
}

// finish makes the lines of a paragraph: number in front, hints, then the text
// boxes and footnotes that hang on it.
func (r *docxReader) finish(p docxPara, raw []*docxLine) []corpus.Line {
	s := r.styles[p.style]
	heading := p.outline
	if heading == 0 {
		heading = s.heading(r.styles)
	}
	align := p.align
	if align == "" {
		align = s.alignment(r.styles)
	}
	has := false
	for _, l := range raw {
		has = has || trim(l.text.String()) != ""
	}
	number := ""
	// A number is seen even where nothing follows it, as in the first column
	// of many tables, unless what followed was deleted.
	if has || !p.gone {
		number = r.numbering.next(r.number(p))
	}
	var lines []corpus.Line
	for _, l := range raw {
		line := l.line()
		if line.Text == "" && (has || number == "" || number == "•") {
			continue
		}
		if number != "" {
			line.Text, number = trim(number+" "+line.Text), ""
		}
		line.Style.Centred = align == "center"
		line.Style.Right = align == "right" || align == "end"
		line.Style.Heading = min(heading, 6)
		lines = append(lines, line)
	}
	lines = append(lines, p.paragraphs...)
	for _, n := range p.notes {
		if n != "" {
			lines = append(lines, corpus.Line{Text: n, Style: corpus.Style{Note: true}})
		}
	}
	return lines
}

// number returns the list and level of a paragraph: its own, else its style's.
func (r *docxReader) number(p docxPara) (id string, level int) {
	id, level = p.numID, p.level
	if id == "" {
		var styleLevel int
		id, styleLevel = r.styles[p.style].number(r.styles)
		if !p.hasLevel {
			level = styleLevel
		}
		if id != "" {
			if l, ok := r.numbering.levelOfStyle(id, p.style); ok && !p.hasLevel {
				level = l
			}
		}
	}
	return id, level
}
