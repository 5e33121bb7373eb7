package extract

import "strings"

// docxMath writes formulas on one line: what only their layout shows (brackets,
// the bar of a fraction, the root) becomes characters.
type docxMath struct {
	raised   int // superscripts that are open
	brackets []string
	opening  string // the bracket that the next part begins with
}

// start returns what stands in front of an element's text.
func (m *docxMath) start(x *xmlReader) string {
	if !strings.HasPrefix(x.name, "m:") {
		return ""
	}
	switch x.name {
	case "m:sup":
		m.raised++
	case "m:den":
		return "/"
	case "m:rad":
		return "√"
	case "m:chr":
		return x.attr("val")
	case "m:d":
		m.brackets, m.opening = append(m.brackets, ")"), "("
	case "m:begChr":
		m.opening = x.attr("val")
	case "m:endChr":
		if n := len(m.brackets); n > 0 {
			m.brackets[n-1] = x.attr("val")
		}
	case "m:e":
		s := m.opening
		m.opening = ""
		return s
	}
	return ""
}

// end returns what stands behind the text of the element that just ended.
func (m *docxMath) end(x *xmlReader) string {
	switch n := len(m.brackets); {
	case x.name == "m:sup":
		m.raised--
	case x.name == "m:d" && n > 0:
		s := m.brackets[n-1]
		m.brackets = m.brackets[:n-1]
		return s
	}
	return ""
}
