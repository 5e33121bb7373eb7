package extract

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// readLists reads the lists of the document into what counts those of DOCX:
// both formats tell the same of a list.
func (r *docReader) readLists() *docxNumbering {
	f := r.fib
	n := &docxNumbering{abstract: map[string]*abstractList{}, lists: map[string]*docxList{}}
	if f.lang&0x3ff == 9 {
		n.language = "en"
	}
	b := f.from(tableLists)
	count := int(le16(b, 0))
	heads := stretch(b, 2, count*28)
	b = b[min(len(b), 2+count*28):]
	for ; len(heads) >= 28; heads = heads[28:] {
		a := &abstractList{}
		for i := range a.levels {
			a.levels[i] = newLevel()
		}
		levels := 9
		if heads[26]&1 != 0 {
			levels = 1
		}
		for i := range levels {
			var used int
			a.levels[i], used = r.readLevel(b)
			if used == 0 {
				break
			}
			if s := int(le16(heads, 8+2*i)); s < noStyle {
				a.levels[i].style = strconv.Itoa(s)
			}
			b = b[used:]
		}
		n.abstract[strconv.Itoa(int(le32(heads, 0)))] = a
	}
	r.readOverrides(n)
	return n
}

// readLevel reads a level and says how long it is; 0 when it breaks off.
func (r *docReader) readLevel(b []byte) (listLevel, int) {
	l := newLevel()
	if len(b) < 28 {
		return l, 0
	}
	l.start = int(int32(le32(b, 0)))
	l.format = listFormat(b[4])
	l.legal = b[5]&4 != 0
	if b[5]&8 != 0 {
		l.restart = int(b[26])
	}
	l.tight = b[15] == 2
	at := 28 + int(b[24]) + int(b[25])
	for op, v := range sprms(stretch(b, 28+int(b[25]), int(b[24])), false) {
		if op == sprmCFont {
			l.font = r.font(int(le16(v, 0)))
		}
	}
	size := int(le16(b, at))
	if at+2+2*size > len(b) {
		return l, 0
	}
	var text strings.Builder
	var plain []uint16
	flush := func() {
		text.WriteString(string(utf16.Decode(plain)))
		plain = plain[:0]
	}
	for i := range size {
		c := le16(b, at+2+2*i)
		if c < 9 { // the number of a level
			flush()
			text.WriteString("%" + strconv.Itoa(int(c)+1))
			continue
		}
		plain = append(plain, c)
	}
	flush()
	l.text = text.String()
	return l, at + 2 + 2*size
}

// listFormat names a format of numbers as DOCX does.
func listFormat(nfc byte) string {
	switch nfc {
	case 1:
		return "upperRoman"
	case 2:
		return "lowerRoman"
	case 3:
		return "upperLetter"
	case 4:
		return "lowerLetter"
	case 5:
		return "ordinal"
	case 6:
		return "cardinalText"
	case 7:
		return "ordinalText"
	case 22:
		return "decimalZero"
	case 23:
		return "bullet"
	case 57:
		return "numberInDash"
	case 58:
		return "russianLower"
	case 59:
		return "russianUpper"
	case 255:
		return "none"
	}
	return "decimal"
}

// readOverrides reads the lists as paragraphs name them, by their place: each
// with the list it is one of, and what it says otherwise.
func (r *docReader) readOverrides(n *docxNumbering) {
	f := r.fib
	b := f.from(tableOverrides)
	count := int(le32(b, 0))
	heads := stretch(b, 4, min(count, 1<<16)*16)
	b = b[min(len(b), 4+len(heads)):]
	for i := 1; len(heads) >= 16; i, heads = i+1, heads[16:] {
		l := &docxList{abstract: strconv.Itoa(int(le32(heads, 0))), starts: map[int]int{}, levels: map[int]*listLevel{}, used: map[int]bool{}}
		n.lists[strconv.Itoa(i)] = l
		b = b[min(len(b), 4):]
		for range heads[12] {
			if len(b) < 8 {
				break
			}
			start, flags := int(int32(le32(b, 0))), le32(b, 4)
			at := min(int(flags&15), 8)
			b = b[8:]
			if flags&0x20 != 0 {
				level, used := r.readLevel(b)
				b = b[used:]
				l.levels[at], start = &level, level.start
				if used == 0 {
					b = nil
				}
			}
			if flags&0x10 != 0 {
				l.starts[at] = start
			}
		}
	}
}

// listOfWord6 as the list of a paragraph means that it is numbered as in Word 6.
const listOfWord6 = 0x7ff

// number is the automatic number of a paragraph, "" for none. tight says that
// the text follows it without a gap.
func (r *docReader) number(k docParaLook) (number string, tight bool) {
	id, level := k.list, k.level
	if k.auto != nil && (id == listOfWord6 || r.fib.old && k.autoLevel > 0) {
		return r.auto.next(k, r.fib.old), false
	}
	r.auto.stop()
	if id <= 0 || id >= listOfWord6 {
		return "", false
	}
	list := strconv.Itoa(id)
	if !k.ownList && !k.hasLevel {
		if l, ok := r.numbering.levelOfStyle(list, strconv.Itoa(k.listStyle)); ok {
			level = l
		}
	}
	return r.numbering.step(list, level)
}
