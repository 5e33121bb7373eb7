package exchange

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// An element is an element of XML.
type element struct {
	name  string
	attrs map[string]string
	text  string
	below []*element
	line  int
}

// mostElements is more than any codebook has.
const mostElements = mostEntries

// tree reads XML. Entities that a file defines itself, with which a small file
// becomes an endless one, are a fault to the reader below.
func (r *reader) tree(text string) (*element, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is text already
	var open []*element
	var root *element
	n := 0
	for {
		t, err := d.Token()
		line, _ := d.InputPos()
		if errors.Is(err, io.EOF) {
			if root == nil {
				return nil, r.fail(1, "xml", "EOF")
			}
			return root, nil
		}
		if err != nil {
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				return nil, r.fail(syntax.Line, "xml", syntax.Msg)
			}
			return nil, r.fail(line, "xml", err.Error())
		}
		switch t := t.(type) {
		case xml.StartElement:
			if n++; n > mostElements {
				return nil, r.fail(line, "too-many", strconv.Itoa(mostElements))
			}
			if len(open) == mostDepth {
				return nil, r.fail(line, "too-deep", strconv.Itoa(mostDepth))
			}
			e := &element{name: t.Name.Local, attrs: map[string]string{}, line: line}
			for _, a := range t.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			switch {
			case len(open) > 0:
				open[len(open)-1].below = append(open[len(open)-1].below, e)
			case root == nil:
				root = e
			default:
				return nil, r.fail(line, "xml", "two roots")
			}
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(t)
			}
		}
	}
}

// attr is a value of an attribute with its quotes.
func attr(s string) string { return `"` + escape(s) + `"` }

// escape writes text for XML; what XML cannot hold is left out.
func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(strings.Map(printable, s)))
	return b.String()
}
