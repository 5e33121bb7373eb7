package extract

import (
	"encoding/xml"
	"strconv"
	"strings"

	"svod/corpus"
)

// An odtPara is a paragraph while it is read.
type odtPara struct {
	lines  []*docxLine
	space  bool          // white space stands at its end, and no more is added
	boxes  []corpus.Line // of the frames that hang on it
	notes  []corpus.Line
	gone   bool // some of it was deleted
	hidden bool
}

func (p *odtPara) last() *docxLine { return p.lines[len(p.lines)-1] }

// add adds text of the file, in which any white space counts as one space.
func (p *odtPara) add(s string, k docxLook) {
	if k.hidden {
		return
	}
	var b strings.Builder
	for _, c := range s {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			if !p.space {
				b.WriteByte(' ')
			}
			p.space = true
			continue
		}
		if c == '\u2011' { // a hyphen that doesn't break is a hyphen
			c = '-'
		}
		p.space = false
		b.WriteRune(c)
	}
	p.last().add(b.String(), k)
}

// paragraph reads a paragraph whose start was just read: its lines, then those
// of the boxes and notes in it.
func (r *odtReader) paragraph(s xml.StartElement, at odtPlace, depth int) ([]corpus.Line, error) {
	style := attr(s, "style-name")
	number := at.lists.number()
	if s.Name.Local == "h" && !at.lists.inList() && !r.styles.unnumbered(style) {
		number = r.lists.heading(s)
	}
	p := odtPara{lines: []*docxLine{{}}, space: true}
	looks := []docxLook{r.styles.look("paragraph", style, at.look)} // of the open elements
	for len(looks) > 0 {
		t, err := r.tokens.next()
		if err != nil {
			return nil, err
		}
		look := looks[len(looks)-1]
		switch t := t.(type) {
		case xml.CharData:
			p.add(string(t), look)
		case xml.EndElement:
			looks = looks[:len(looks)-1]
		case xml.StartElement:
			inner, err := r.inline(t, &p, look, depth)
			if err != nil {
				return nil, err
			}
			if inner != nil {
				looks = append(looks, *inner)
			}
		}
	}
	if p.hidden {
		return nil, nil
	}
	heading, _ := strconv.Atoi(attr(s, "outline-level"))
	if s.Name.Local == "p" {
		heading = r.styles.heading(style)
	}
	st := corpus.Style{Heading: min(max(heading, 0), 6), Link: at.link}
	switch r.styles.alignment(style) {
	case "center":
		st.Centred = true
	case "right", "end":
		st.Right = true
	}
	return p.finish(number, st), nil
}

// inline takes the start of an element inside a paragraph. It returns the look
// of what the element holds, nil when the element was read to its end.
func (r *odtReader) inline(t xml.StartElement, p *odtPara, look docxLook, depth int) (*docxLook, error) {
	if r.unseen(t) {
		return nil, r.skip()
	}
	switch t.Name.Local {
	case "span":
		look = r.styles.look("text", attr(t, "style-name"), look)
	case "s":
		n, err := strconv.Atoi(attr(t, "c"))
		if err != nil {
			n = 1
		}
		p.last().add(strings.Repeat(" ", min(max(n, 0), 100)), look)
	case "tab":
		p.last().add(" ", look)
	case "line-break":
		p.lines, p.space = append(p.lines, &docxLine{}), true
	case "ruby-text": // stands above the line
		p.add(" (", look)
		text, err := r.text()
		p.add(text+")", look)
		return nil, err
	case "fieldmark":
		if strings.HasSuffix(attr(t, "type"), "FORMDROPDOWN") {
			chosen, err := r.chosen()
			p.add(chosen, look)
			return nil, err
		}
	case "change":
		p.gone = true
	case "hidden-paragraph":
		p.hidden = p.hidden || attr(t, "is-hidden") == "true"
	case "note":
		ls, err := r.blocks(odtPlace{}, depth+1)
		for _, l := range ls {
			p.notes = append(p.notes, corpus.Line{Text: l.Text, Style: corpus.Style{Note: true}})
		}
		return nil, err
	case "text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "line", "connector",
		"caption", "measure", "regular-polygon":
		ls, err := r.blocks(odtPlace{}, depth+1)
		for _, l := range ls {
			if l.Style.Note {
				p.notes = append(p.notes, l)
			} else {
				p.boxes = append(p.boxes, l)
			}
		}
		return nil, err
	}
	return &look, nil
}

// text reads the text of the element whose start was just read.
func (r *odtReader) text() (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := r.tokens.next()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return trim(b.String()), nil
}

// chosen reads a list to choose from, taken over from Word, and returns what is
// chosen in it.
func (r *odtReader) chosen() (string, error) {
	var entries []string
	at := 0
	for depth := 1; depth > 0; {
		t, err := r.tokens.next()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			switch attr(t, "name") {
			case "Dropdown_ListEntry":
				entries = append(entries, attr(t, "value"))
			case "Dropdown_Selected":
				at, _ = strconv.Atoi(attr(t, "value"))
			}
		case xml.EndElement:
			depth--
		}
	}
	if at < 0 || at >= len(entries) {
		return "", nil
	}
	return entries[at], nil
}

// finish makes the lines of a paragraph: the number in front, then what hangs
// on it. A number is seen even where nothing follows it, unless what followed
// was deleted.
func (p *odtPara) finish(number string, st corpus.Style) []corpus.Line {
	var lines []corpus.Line
	for _, l := range p.lines {
		if line := l.line(); line.Text != "" {
			lines = append(lines, line)
		}
	}
	switch {
	case len(lines) > 0:
		lines[0].Text = trim(number + " " + lines[0].Text)
	case number != "" && number != "•" && !p.gone:
		lines = append(lines, corpus.Line{Text: number})
	}
	for i := range lines {
		own := &lines[i].Style
		own.Heading, own.Link, own.Centred, own.Right = st.Heading, st.Link, st.Centred, st.Right
	}
	return append(append(lines, p.boxes...), p.notes...)
}
