package extract

import (
	"regexp"
	"strconv"
	"strings"
)

// A face is how text looks at a place of a page. It is inherited by what
// stands inside an element.
type face struct {
	bold, italic, struck, red bool
	centred, right            bool
	raised                    bool   // a superscript
	note                      bool   // marked as a note
	link                      bool   // leads to a place of the same page
	anchor                    bool   // leads anywhere
	marker                    bool   // the mark of a list that Word wrote out
	marks                     string // of a list: the format of its marks
	pre                       bool   // white space counts
	hidden                    bool
	heading                   int
}

// styleSheet maps "p", ".H" and "p.H" to declarations. Of real style sheets only
// rules of one element, one class or both are read: they are what word
// processors and legal databases write for their paragraphs.
type styleSheet map[string]string

// known are the styles that hold without the page saying so: those of HTML
// itself, and those of pages that were saved without their style sheet. The
// classes H, T, Z, C, S, R, W4, W9 are of pravo.gov.ru; "-note" is ours.
const known = `
b, strong { font-weight: bold } i, em, cite, dfn { font-style: italic }
s, strike { text-decoration: line-through }
sup { vertical-align: super } center, caption { text-align: center }
pre, listing, plaintext { white-space: pre }
p.H { font-weight: bold } p.T, p.Z { font-weight: bold; text-align: center }
p.C, p.S { text-align: center } p.R { text-align: right } p.M { white-space: pre }
.W4, .W5, .W6, .W7 { font-weight: bold } .W9 { vertical-align: super }
.sr-only, .visually-hidden, .screen-reader-text { display: none }
.note, .mark, .markx, .comment, .footnote, .MsoFootnoteText, .MsoEndnoteText { -note: yes }`

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)

// maxRule is the length from which no more is added to a rule: it is read anew
// for every element.
const maxRule = 2000

// read adds the rules of a style sheet; later ones win.
func (m styleSheet) read(css string) {
	css = cssComment.ReplaceAllString(css, "")
	for css != "" {
		head, rest, ok := strings.Cut(css, "{")
		if !ok {
			return
		}
		body, after := rules(rest)
		css = after
		if strings.Contains(head, "@") { // @page, @media print: not of the text
			continue
		}
		for sel := range strings.SplitSeq(head, ",") {
			sel = strings.TrimSpace(sel)
			if sel != "" && len(m[sel]) < maxRule && !strings.ContainsAny(sel, " >:#[+~*") {
				m[sel] += ";" + body[:min(len(body), maxRule)]
			}
		}
	}
}

// rules returns what stands before the brace that closes a block, and what
// follows it.
func rules(s string) (body, after string) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

// dress changes a face by the style sheet's rules for an element and by its own
// attributes.
func (m styleSheet) dress(f *face, tag string, attr map[string]string) {
	inline := !isBlock[tag] && tag != "body"
	f.apply(m[tag], inline)
	for class := range strings.FieldsSeq(attr["class"]) {
		f.apply(m["."+class], inline)
	}
	for class := range strings.FieldsSeq(attr["class"]) {
		f.apply(m[tag+"."+class], inline)
	}
	if c, ok := attr["color"]; ok {
		f.red = isRed(c)
	}
	if a, ok := attr["align"]; ok && !inline && tag != "table" && tag != "hr" {
		f.apply("text-align:"+a, inline)
	}
	if _, ok := attr["hidden"]; ok {
		f.hidden = true
	}
	f.apply(attr["style"], inline)
	if len(tag) == 2 && tag[0] == 'h' && '1' <= tag[1] && tag[1] <= '6' {
		f.heading = int(tag[1] - '0')
	}
	if href := attr["href"]; tag == "a" && href != "" {
		f.anchor = true
		f.link = f.link || len(href) > 1 && href[0] == '#'
	}
}

// apply applies CSS declarations. What the height of text means depends on the
// element: a cell at the top is no superscript.
func (f *face) apply(css string, inline bool) {
	for d := range strings.SplitSeq(css, ";") {
		name, v, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		v = strings.ToLower(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(v), "!important")))
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "font-weight":
			n, _ := strconv.Atoi(v)
			f.bold = v == "bold" || v == "bolder" || n >= 600
		case "font-style":
			f.italic = v == "italic" || v == "oblique"
		case "text-decoration", "text-decoration-line":
			f.struck = f.struck || strings.Contains(v, "line-through")
		case "color":
			f.red = isRed(v)
		case "text-align":
			f.centred, f.right = v == "center" || v == "middle", v == "right" || v == "end"
		case "vertical-align":
			if inline {
				f.raised = v == "super" || v == "top" || v == "text-top"
			}
		case "white-space":
			f.pre = strings.HasPrefix(v, "pre")
		case "display":
			f.hidden = f.hidden || v == "none"
		case "visibility":
			f.hidden = f.hidden || v == "hidden" || v == "collapse"
		case "mso-hide":
			f.hidden = f.hidden || v == "all"
		case "font-size":
			f.hidden = f.hidden || v == "0" || v == "0px" || v == "0pt"
		case "font":
			f.bold = f.bold || strings.Contains(v, "bold")
			f.italic = f.italic || strings.Contains(v, "italic")
		case "list-style", "list-style-type":
			for word := range strings.FieldsSeq(v) {
				if m, ok := listStyles[word]; ok {
					f.marks = m
				}
			}
		case "mso-list":
			f.marker = v == "ignore"
		case "mso-element":
			f.note = f.note || v == "footnote" || v == "endnote"
			f.hidden = f.hidden || v == "comment-list" || v == "header" || v == "footer"
		case "-note":
			f.note = true
		}
	}
}

// isRed knows the colours that a reader calls red.
func isRed(c string) bool {
	c = strings.ToLower(strings.TrimSpace(c))
	if c == "red" || c == "crimson" {
		return true
	}
	var rgb [3]uint64
	if s, ok := strings.CutPrefix(c, "rgb("); ok {
		parts := strings.Split(strings.TrimSuffix(s, ")"), ",")
		if len(parts) != 3 {
			return false
		}
		for i, p := range parts {
			rgb[i], _ = strconv.ParseUint(strings.TrimSpace(p), 10, 8)
		}
		return rgb[0] >= 0xc0 && rgb[1] <= 0x40 && rgb[2] <= 0x40
	}
	s := strings.TrimPrefix(c, "#")
	if len(s) == 3 {
		s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
	}
	n, err := strconv.ParseUint(s, 16, 32)
	return err == nil && len(s) == 6 && n>>16 >= 0xc0 && n>>8&0xff <= 0x40 && n&0xff <= 0x40
}

// superscript writes a superscript in the characters that Unicode has for it.
// What follows a hyphen stays on the line: the article that pages raise as
// 348(11-1) is cited as 348.11-1, and written 348¹¹-1 here.
func superscript(s string) string {
	head, tail, ok := strings.Cut(s, "-")
	if ok && head != "" && tail != "" {
		return superscripts.Replace(head) + "-" + tail
	}
	return superscripts.Replace(s)
}

var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶",
	"7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "–", "⁻", "+", "⁺", "(", "⁽", ")", "⁾")
