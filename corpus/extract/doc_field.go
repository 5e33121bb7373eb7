package extract

// Marks of fields in the text: the code lies between begin and separator, the
// result between separator and end.
const (
	fieldBegin     = 0x13
	fieldSeparator = 0x14
	fieldEnd       = 0x15
)

// openFields finds the begins of fields from lo to hi that no end closes. They
// hide nothing: a damaged document would be lost from there on.
func openFields(text []uint16, lo, hi int) map[int]bool {
	var open []int
	for cp := lo; cp < hi; cp++ {
		switch text[cp] {
		case fieldBegin:
			open = append(open, cp)
		case fieldEnd:
			open = open[:max(len(open)-1, 0)]
		}
	}
	unclosed := map[int]bool{}
	for _, cp := range open {
		unclosed[cp] = true
	}
	return unclosed
}

// mark takes a mark of a field, and returns what a field without a result
// shows when it ends.
func (f *docxFields) mark(u uint16, form string) string {
	t := f.top()
	switch {
	case u == fieldBegin:
		var n docxField
		if t != nil {
			n.silent = t.silent || !t.result
			n.contents, n.linked = f.contents(), f.linked()
		}
		*f = append(*f, n)
	case t == nil:
	case u == fieldSeparator:
		t.result = true
	case u == fieldEnd:
		*f = (*f)[:len(*f)-1]
		if !t.filled && !t.silent {
			return form + shownCode(t.code)
		}
	}
	return ""
}
