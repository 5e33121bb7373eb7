package extract

import "unicode/utf16"

// Kinds of a form's fields.
const (
	formCheckBox = 1
	formList     = 2
)

// formUnset is the choice of a field that nobody has filled in.
const formUnset = 25

// formText reads what a form's field is set to, which lies in the Data stream
// behind a head like a picture's: ☒, ☐, or the chosen entry of a list.
func (r *docReader) formText(at int) string {
	b := stretch(r.fib.data, at, len(r.fib.data))
	b = stretch(b, int(le16(b, 4)), int(le32(b, 0))-int(le16(b, 4)))
	if len(b) < 10 || le32(b, 0) != 0xffffffff {
		return ""
	}
	bits := int(le16(b, 4))
	kind, chosen := bits&3, bits>>2&31
	if kind != formCheckBox && kind != formList {
		return ""
	}
	b = b[10:]
	b = stretch(b, 2+2*int(le16(b, 0))+2, len(b)) // its name
	if chosen == formUnset {                      // as it was at first
		chosen = int(le16(b, 0))
	}
	if kind == formCheckBox {
		if chosen == 1 {
			return "☒"
		}
		return "☐"
	}
	b = stretch(b, 2, len(b))
	for range 5 { // its format, the texts of its help, its macros
		b = stretch(b, 2+2*int(le16(b, 0))+2, len(b))
	}
	if le16(b, 0) != 0xffff {
		return ""
	}
	count := int(le16(b, 2))
	b = stretch(b, 6, len(b))
	for i := 0; i < count && len(b) > 1; i++ {
		n := int(le16(b, 0))
		if i == chosen {
			var u []uint16
			for j := range min(n, len(b)/2-1) {
				u = append(u, le16(b, 2+2*j))
			}
			return string(utf16.Decode(u))
		}
		b = stretch(b, 2+2*n, len(b))
	}
	return ""
}
