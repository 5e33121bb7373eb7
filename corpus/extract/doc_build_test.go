package extract

import (
	"bytes"
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// A testDOC is a document to be written as Word would: enough of it to hold
// what a test is about.
type testDOC struct {
	body, notes, endnotes, boxes []testPara
	styles                       []testStyle
	fonts                        []docFont
	lists                        []testList
	table                        map[int][]byte // further tables by number

	old   bool             // Word 6
	page  *charmap.Charmap // one byte a character
	split bool             // saved fast: the second half of the text lies before the first
	piece []byte           // the properties of all pieces
	lang  uint16
}

// A testPara is a paragraph of runs; its mark is "\r" unless it says otherwise.
type testPara struct {
	style int
	props []byte
	runs  []testRun
	mark  string
	last  []byte // the look of the mark
}

type testRun struct {
	text  string
	props []byte
}

type testStyle struct {
	number, kind, base int
	name               string
	para, char         []byte
}

type testList struct {
	levels []listLevel
	starts map[int]int
	of     int // shares the levels of another
}

// para is a paragraph of one run.
func para(text string, props ...[]byte) testPara {
	return testPara{props: bytes.Join(props, nil), runs: []testRun{{text: text}}}
}

// sprm writes a property.
func sprm(op uint16, operand ...byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, op)
	switch {
	case op == sprmTDefine:
		b = binary.LittleEndian.AppendUint16(b, uint16(len(operand)+1))
	case op>>13 == 6:
		b = append(b, byte(len(operand)))
	}
	return append(b, operand...)
}

// write16 and write32 put a number at a place of a stream.
func write16(b []byte, at, n int) { binary.LittleEndian.PutUint16(b[at:], uint16(n)) }
func write32(b []byte, at, n int) { binary.LittleEndian.PutUint32(b[at:], uint32(n)) }
func int16s(ns ...int) (b []byte) {
	for _, n := range ns {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	return b
}
func int32s(ns ...int) (b []byte) {
	for _, n := range ns {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// bytes writes the document.
func (d *testDOC) bytes(tb testing.TB) []byte {
	tb.Helper()
	main, table := d.streams(tb)
	if d.old {
		return compound(map[string][]byte{"WordDocument": main})
	}
	return compound(map[string][]byte{"WordDocument": main, "1Table": table})
}

func (d *testDOC) streams(tb testing.TB) (main, table []byte) {
	var text []uint16
	type stretch struct {
		lo, hi, style int
		props         []byte
	}
	var chars, paras []stretch
	lengths := make([]int, storyCount)
	var noteRefs, endRefs, boxRefs, noteTexts, endTexts, boxTexts []int
	story := func(n int, ps []testPara, starts *[]int) {
		begin := len(text)
		for _, p := range ps {
			lo := len(text)
			if starts != nil {
				*starts = append(*starts, lo-begin)
			}
			if p.mark == "" {
				p.mark = "\r"
			}
			for _, r := range append(p.runs, testRun{p.mark, p.last}) {
				at := len(text)
				text = append(text, utf16.Encode([]rune(r.text))...)
				chars = append(chars, stretch{at, len(text), 0, r.props})
				for i := at; i < len(text) && n == storyMain; i++ {
					switch text[i] {
					case 2:
						noteRefs = append(noteRefs, i)
					case 3:
						endRefs = append(endRefs, i)
					case 8: // a drawing
						boxRefs = append(boxRefs, i)
					}
				}
			}
			paras = append(paras, stretch{lo, len(text), p.style, p.props})
		}
		lengths[n] = len(text) - begin
		if starts != nil {
			*starts = append(*starts, lengths[n])
		}
	}
	story(storyMain, d.body, nil)
	story(storyFootnotes, d.notes, &noteTexts)
	story(storyEndnotes, d.endnotes, &endTexts)
	story(storyBoxes, d.boxes, &boxTexts)

	// The text, in one piece or two.
	const start = 0x600
	main = make([]byte, start)
	width := 2
	encode := func(u []uint16) []byte { return int16s(ints(u)...) }
	if d.page != nil {
		width = 1
		encode = func(u []uint16) []byte {
			b, err := d.page.NewEncoder().Bytes([]byte(utf16String(u)))
			if err != nil {
				tb.Fatal(err)
			}
			return b
		}
	}
	half := len(text)
	if d.split {
		half /= 2
	}
	main = append(append(main, encode(text[half:])...), encode(text[:half])...)
	fc := func(cp int) int {
		if cp < half {
			return start + width*(len(text)-half+cp)
		}
		return start + width*(cp-half)
	}
	align := func() {
		for len(main)%propsPage != 0 {
			main = append(main, 0)
		}
	}
	align()
	pages := func(runs []stretch, record int, props func(s stretch) []byte) []byte {
		var index []byte
		for _, s := range runs { // a page each: small, and tests the index
			if s.lo == s.hi {
				continue
			}
			page := make([]byte, propsPage)
			write32(page, 0, fc(s.lo))
			write32(page, 4, fc(s.hi-1)+width)
			b := props(s)
			at := (propsPage - 1 - len(b)) &^ 1
			if len(b) > 0 {
				copy(page[at:], b)
				page[8] = byte(at / 2)
			}
			page[propsPage-1] = 1
			index = append(index, page...)
		}
		_ = record
		return index
	}
	tables := map[int][]byte{}
	add := func(table int, ps []byte) {
		first := len(main) / propsPage
		main = append(main, ps...)
		n := len(ps) / propsPage
		var plc, numbers []byte
		for i := range n {
			plc = append(plc, ps[i*propsPage:i*propsPage+4]...)
			if d.old {
				numbers = append(numbers, int16s(first+i)...)
			} else {
				numbers = append(numbers, int32s(first+i)...)
			}
		}
		if n > 0 {
			plc = append(plc, ps[(n-1)*propsPage+4:(n-1)*propsPage+8]...)
		}
		tables[table] = append(plc, numbers...)
	}
	add(tableCharPages, pages(chars, 1, func(s stretch) []byte {
		if len(s.props) == 0 {
			return nil
		}
		return append([]byte{byte(len(s.props))}, s.props...)
	}))
	add(tableParaPages, pages(paras, 13, func(s stretch) []byte {
		b := append(int16s(s.style), s.props...)
		switch {
		case d.old:
			if len(b)%2 == 1 {
				b = append(b, 0)
			}
			return append([]byte{byte(len(b) / 2)}, b...)
		case len(b)%2 == 1:
			return append([]byte{byte(len(b)/2 + 1)}, b...)
		}
		return append([]byte{0, byte(len(b) / 2)}, b...)
	}))
	if !d.old || d.split {
		tables[tablePieces] = d.pieces(len(text), half, fc)
	}
	tables[tableStyles] = d.styleSheet()
	tables[tableFonts] = d.fontTable()
	notes := func(refs, texts int, at, starts []int) {
		if len(at) > 0 {
			tables[refs] = append(int32s(append(at, lengths[storyMain])...), make([]byte, 2*len(at))...)
			tables[texts] = int32s(starts...)
		}
	}
	notes(tableFootnoteRefs, tableFootnotes, noteRefs, noteTexts)
	notes(tableEndnoteRefs, tableEndnotes, endRefs, endTexts)
	if len(d.boxes) > 0 {
		shapes, links := int32s(append(boxRefs, lengths[storyMain])...), int32s(boxTexts...)
		for i := range boxTexts[1:] {
			link := make([]byte, 22)
			write32(link, 14, 100+i)
			links = append(links, link...)
		}
		for i := range boxRefs {
			shape := make([]byte, 26)
			write32(shape, 0, 100+i)
			shapes = append(shapes, shape...)
		}
		tables[tableShapes], tables[tableBoxes] = shapes, links
	}
	lists, levels, overrides := d.listTables()
	tables[tableLists], tables[tableOverrides] = lists, overrides
	for n, b := range d.table {
		tables[n] = b
	}

	// The head.
	write16(main, 2, 193)
	write16(main, 0, 0xa5ec)
	write16(main, 6, int(d.lang))
	write16(main, 10, 0x200)
	first := 76
	pairs := 154
	if d.old {
		write16(main, 0, 0xa5dc)
		write16(main, 2, 104)
		write16(main, 10, 0)
		if d.split {
			write16(main, 10, 4)
		}
		first, pairs = 0x34, 0x58
	}
	write32(main, 24, start)
	for i, n := range lengths {
		write32(main, first+4*i, n)
	}
	out := &table
	if d.old {
		out = &main
	} else {
		table = make([]byte, 16)
	}
	for n := range 100 {
		b := tables[n]
		if len(b) == 0 {
			continue
		}
		at := pairs + 8*n
		if to, ok := oldTables[n]; d.old && ok {
			at = to
		}
		offset := len(*out)
		*out = append(*out, b...)
		if n == tableLists {
			*out = append(*out, levels...)
		}
		write32(main, at, offset)
		write32(main, at+4, len(b))
	}
	return main, table
}

func ints(u []uint16) (ns []int) {
	for _, c := range u {
		ns = append(ns, int(c))
	}
	return ns
}

func (d *testDOC) pieces(n, half int, fc func(int) int) []byte {
	var clx []byte
	prm := 0
	if d.piece != nil {
		clx = append(append([]byte{1}, int16s(len(d.piece))...), d.piece...)
		prm = 1
	}
	at := func(cp int) int {
		switch {
		case d.old:
			return fc(cp)
		case d.page != nil:
			return fc(cp)*2 | 1<<30
		}
		return fc(cp)
	}
	plc := int32s(0, n)
	starts := []int{0}
	if half < n {
		plc, starts = int32s(0, half, n), []int{0, half}
	}
	for _, cp := range starts {
		plc = append(append(append(plc, 0, 0), int32s(at(cp))...), int16s(prm)...)
	}
	return append(append(append(clx, 2), int32s(len(plc))...), plc...)
}

func (d *testDOC) styleSheet() []byte {
	base := 10
	b := append(int16s(18, len(d.styles), base), make([]byte, 14)...)
	for i, s := range d.styles {
		std := int16s(s.number, s.kind|s.base<<4, 2, 0, 0)
		if d.old {
			std = append(append(append(std, byte(len(s.name))), s.name...), 0)
		} else {
			name := utf16.Encode([]rune(s.name))
			std = append(append(std, int16s(len(name))...), int16s(append(ints(name), 0)...)...)
		}
		part := func(p []byte) {
			if len(std)%2 == 1 {
				std = append(std, 0)
			}
			std = append(append(std, int16s(len(p))...), p...)
		}
		if s.kind == 1 {
			part(append(int16s(i), s.para...))
		}
		part(s.char)
		b = append(append(b, int16s(len(std))...), std...)
		if len(std)%2 == 1 {
			b = append(b, 0)
		}
	}
	return b
}

func (d *testDOC) fontTable() []byte {
	var b []byte
	for _, f := range d.fonts {
		font := make([]byte, 40)
		font[4] = byte(f.charset)
		if d.old {
			font = append(append(font[:6:6], f.name...), 0)
		} else {
			font = append(font, int16s(append(ints(utf16.Encode([]rune(f.name))), 0)...)...)
		}
		font[0] = byte(len(font) - 1)
		b = append(b, font...)
	}
	if d.old {
		return append(int16s(len(b)+2), b...)
	}
	return append(int16s(len(d.fonts), 0), b...)
}

// listTables writes the lists, each with nine levels, then the lists that
// paragraphs name.
func (d *testDOC) listTables() (lists, levels, overrides []byte) {
	if len(d.lists) == 0 {
		return nil, nil, nil
	}
	overrides = int32s(len(d.lists))
	var extra []byte
	count := 0
	for i, l := range d.lists {
		id := 1000 + i
		if l.of > 0 {
			id = 1000 + l.of - 1
		} else {
			count++
			head := make([]byte, 28)
			write32(head, 0, id)
			for j := range 9 {
				write16(head, 8+2*j, noStyle)
			}
			lists = append(lists, head...)
			for j := range 9 {
				level := listLevel{start: 1, format: "decimal"}
				if j < len(l.levels) {
					level = l.levels[j]
				}
				levels = append(levels, writeLevel(level)...)
			}
		}
		head := make([]byte, 16)
		write32(head, 0, id)
		head[12] = byte(len(l.starts))
		overrides = append(overrides, head...)
		extra = append(extra, int32s(-1)...)
		for level, start := range l.starts {
			extra = append(extra, int32s(start, level|0x10)...)
		}
	}
	return append(int16s(count), lists...), levels, append(overrides, extra...)
}

// writeLevel writes a level; "\x00" in its text stands for the number of the
// first level, and so on.
func writeLevel(l listLevel) []byte {
	b := make([]byte, 28)
	write32(b, 0, l.start)
	for nfc := range 256 {
		if listFormat(byte(nfc)) == l.format {
			b[4] = byte(nfc)
			break
		}
	}
	if l.legal {
		b[5] |= 4
	}
	if l.tight {
		b[15] = 2
	}
	text := utf16.Encode([]rune(l.text))
	return append(append(b, int16s(len(text))...), int16s(ints(text)...)...)
}

// compound writes a compound file of streams.
func compound(streams map[string][]byte) []byte {
	const sector = 512
	var body []byte // from the first sector on, behind those of the FAT
	total := 2      // the directory
	for _, b := range streams {
		total += (max(len(b), 4096) + sector - 1) / sector
	}
	fats := 1
	for fats*sector/4 < total+fats {
		fats++
	}
	fat := make([]uint32, fats*sector/4)
	for i := range fat {
		fat[i] = 0xffffffff
	}
	for i := range fats {
		fat[i] = 0xfffffffd
	}
	directory := make([]byte, 2*sector)
	entry := func(i int, name string, kind byte, start, size int) {
		e := directory[i*128 : i*128+128]
		for j, u := range utf16.Encode([]rune(name)) {
			write16(e, 2*j, int(u))
		}
		write16(e, 64, 2*len(name)+2)
		e[66], e[67] = kind, 1
		for _, at := range []int{68, 72, 76} {
			write32(e, at, 0xffffffff)
		}
		write32(e, 116, start)
		write32(e, 120, size)
	}
	entry(0, "Root Entry", 5, 0xfffffffe, 0)
	next := fats + 2
	fat[fats], fat[fats+1] = uint32(fats+1), 0xfffffffe
	i := 1
	for _, name := range []string{"WordDocument", "1Table", "0Table", "Data", "Workbook", "EncryptionInfo", "EncryptedPackage"} {
		b, ok := streams[name]
		if !ok {
			continue
		}
		size := max(len(b), 4096)
		padded := make([]byte, (size+sector-1)/sector*sector)
		copy(padded, b)
		entry(i, name, 2, next, size)
		if i == 1 {
			write32(directory, 76, 1) // the root's child
		} else {
			write32(directory, (i-1)*128+72, i) // beside the one before
		}
		for n := len(padded) / sector; n > 0; n-- {
			fat[next] = uint32(next + 1)
			if n == 1 {
				fat[next] = 0xfffffffe
			}
			next++
		}
		body = append(body, padded...)
		i++
	}
	head := make([]byte, sector)
	copy(head, oleSignature)
	write16(head, 24, 0x3e)
	write16(head, 26, 3)
	write16(head, 28, 0xfffe)
	write16(head, 30, 9)
	write16(head, 32, 6)
	write32(head, 44, fats)
	write32(head, 48, fats)
	write32(head, 56, 4096)
	write32(head, 60, 0xfffffffe)
	write32(head, 68, 0xfffffffe)
	for i := range 109 {
		n := 0xffffffff
		if i < fats {
			n = i
		}
		write32(head, 76+4*i, n)
	}
	var out bytes.Buffer
	out.Write(head)
	for _, n := range fat {
		out.Write(int32s(int(n)))
	}
	out.Write(directory)
	out.Write(body)
	return out.Bytes()
}
