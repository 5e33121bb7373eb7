package extract

import (
	"strconv"
	"strings"
)

// docxFields are the fields that the reading is inside of, outermost first.
// They go on over paragraphs: a table of contents is one field.
type docxFields []docxField

// A docxField has a code, which is not shown, then a result, which is. What it
// says holds for the fields around it as well.
type docxField struct {
	code   string
	result bool   // the code has ended
	filled bool   // there was text in the result
	form   string // what a form's field shows, which has no result

	silent, contents, linked bool // of the fields around it
}

// maxFieldCode is more of a code than is needed to know what it is.
const maxFieldCode = 200

func (f docxFields) top() *docxField {
	if len(f) == 0 {
		return nil
	}
	return &f[len(f)-1]
}

// shown reports whether text is seen here: it is not in the code of a field.
// It counts as the field's result.
func (f docxFields) shown() bool {
	t := f.top()
	if t == nil {
		return true
	}
	t.filled = t.filled || t.result
	return t.result && !t.silent
}

// contents reports whether a table of contents is being read.
func (f docxFields) contents() bool {
	t := f.top()
	return t != nil && (t.contents || isField(t.code, "TOC"))
}

// linked reports whether the result is a link into this document.
func (f docxFields) linked() bool {
	t := f.top()
	return t != nil && (t.linked || isInternalLink(t.code))
}

// char takes w:fldChar, and returns what a field without a result shows when it
// ends.
func (f *docxFields) char(x *xmlReader) string {
	t := f.top()
	switch x.attr("fldCharType") {
	case "begin":
		n := docxField{}
		if t != nil {
			n.silent = t.silent || !t.result
			n.contents, n.linked = f.contents(), f.linked()
		}
		n.form = formText(x)
		*f = append(*f, n)
	case "separate":
		if t != nil {
			t.result = true
		}
	case "end":
		if t == nil {
			return ""
		}
		*f = (*f)[:len(*f)-1]
		if !t.filled {
			return t.form + shownCode(t.code)
		}
	}
	return ""
}

// instruction adds to the code of the innermost field.
func (f docxFields) instruction(s string) {
	if t := f.top(); t != nil && !t.result && len(t.code) < maxFieldCode {
		t.code += s[:min(len(s), maxFieldCode)]
	}
}

// formText reads what a form's field is set to.
func formText(x *xmlReader) string {
	var entries []string
	chosen, box := 0, ""
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:checkBox":
			box = "☐"
		case "w:default", "w:checked":
			if box != "" {
				if box = "☐"; x.on() {
					box = "☒"
				}
			}
		case "w:result":
			chosen = x.number("val")
		case "w:listEntry":
			entries = append(entries, x.attr("val"))
		}
	}
	if 0 <= chosen && chosen < len(entries) {
		return entries[chosen]
	}
	return box
}

// shownCode returns the text that the code of a field itself holds.
func shownCode(code string) string {
	switch words := strings.Fields(code); {
	case len(words) < 2:
	case isField(code, "SYMBOL"):
		font, char := "", words[1]
		for i, w := range words[:len(words)-1] {
			if w == `\f` {
				font = strings.Trim(words[i+1], `"`)
			}
		}
		n, err := strconv.ParseInt(char, 0, 32)
		if err != nil {
			return ""
		}
		if f := fontOf(font); f != plainFont && n < 0x100 {
			return symbols(string(rune(0xf000+n)), f)
		}
		return string(rune(n))
	case isField(code, "MACROBUTTON"):
		return strings.Join(words[2:], " ")
	}
	return ""
}

func isField(code, name string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(code, " "), " ")
	return strings.EqualFold(first, name)
}

// isInternalLink knows a field that links to a place in the document.
func isInternalLink(code string) bool {
	return isField(code, "HYPERLINK") && strings.HasPrefix(strings.TrimLeft(strings.TrimLeft(code, " ")[len("HYPERLINK"):], " "), `\l`)
}
