package extract

import "strconv"

// A docAutoNumber counts the numbers of Word 6, which a paragraph has by
// itself: those of the paragraphs right before it go on.
type docAutoNumber struct {
	counter [10]int
	begun   [10]bool
}

func (a *docAutoNumber) stop() { a.begun[0] = false }

func (a *docAutoNumber) next(k docParaLook, old bool) string {
	b := k.auto
	if len(b) < 20 {
		return ""
	}
	level := 0 // a list; 1–9 are those of headings
	if k.autoLevel < 10 {
		level = int(k.autoLevel)
	}
	if !a.begun[level] {
		a.begun[level], a.counter[level] = true, int(le16(b, 10))
	} else {
		a.counter[level]++
	}
	for i := level + 1; level > 0 && i < len(a.begun); i++ {
		a.begun[i] = false
	}
	before, after := int(b[1]), int(b[2])
	var text string
	if old {
		text, _ = decode(stretch(b, 20, 32), "windows-1251")
	} else {
		var u []uint16
		for i := range 32 {
			u = append(u, le16(b, 20+2*i))
		}
		text = utf16String(u)
	}
	runes := []rune(text)
	before = min(before, len(runes))
	after = min(before+after, len(runes))
	number := ""
	switch {
	case k.autoLevel == 11 || b[0] == 23:
		return "•"
	case b[0] < 5:
		number = listNumber(a.counter[level], listFormat(b[0]))
	case b[0] == 5:
		number = strconv.Itoa(a.counter[level]) + "."
	}
	return trim(string(runes[:before]) + number + string(runes[before:after]))
}
