package extract

import "encoding/binary"

// A docFIB is the head of a Word document: where everything lies.
type docFIB struct {
	*docParts
	tab     []byte // the table stream; in Word 6 and 95 the main stream
	old     bool   // Word 6 or 95
	lang    int
	charset int  // of the whole text of a Word 6 document
	fast    bool // saved fast: even in Word 6 the text lies in pieces
	start   int  // of the text of one saved whole
	lengths [storyCount]int
	pairs   int // where the places and lengths of the tables begin
}

// The stories follow each other in the text in this order.
const (
	storyMain = iota
	storyFootnotes
	storyHeaders
	storyMacros
	storyComments
	storyEndnotes
	storyBoxes
	storyHeaderBoxes
	storyCount
)

// Tables of the document, by the number of their pair of place and length.
const (
	tableStyles       = 1
	tableFootnoteRefs = 2
	tableFootnotes    = 3
	tableCharPages    = 12
	tableParaPages    = 13
	tableFonts        = 15
	tablePieces       = 33
	tableShapes       = 40
	tableEndnoteRefs  = 46
	tableEndnotes     = 47
	tableDrawings     = 50
	tableBoxes        = 56
	tableLists        = 73
	tableOverrides    = 74
)

// oldTables are those that Word 6 has elsewhere than where Word 97 counts them.
var oldTables = map[int]int{
	tableEndnoteRefs: 0x1d2, tableEndnotes: 0x1da, tableBoxes: 0x222,
	tableShapes: 0, tableDrawings: 0, tableLists: 0, tableOverrides: 0,
}

func readFIB(p *docParts, password string) (*docFIB, error) {
	b := p.main
	damaged := &Error{Code: "damaged", Args: []string{"doc"}}
	if len(b) < 0x200 {
		damaged.Code = "truncated"
		return nil, damaged
	}
	flags := le16(b, 10)
	f := &docFIB{docParts: p, lang: int(le16(b, 6)), charset: int(le16(b, 20)), start: int(le32(b, 24)), fast: flags&4 != 0}
	switch id, version := le16(b, 0), le16(b, 2); {
	case id != 0xa5ec && id != 0xa5dc && id != 0xa5db:
		return nil, damaged
	case version < 101: // Word 2 and older, which no compound file holds
		return nil, is("doc")(b)
	case version <= 105:
		f.old = true
	}
	lengths := 76
	f.pairs = 154
	f.tab = p.table[flags>>9&1]
	if f.old {
		f.tab, lengths, f.pairs = b, 0x34, 0x58
	} else if f.tab == nil { // the wrong one is named, or the right one is lost
		f.tab = p.table[1-flags>>9&1]
	}
	if flags&0x100 != 0 {
		if err := f.decrypt(flags&0x8000 != 0, password); err != nil {
			return nil, err
		}
	}
	for i := range f.lengths {
		f.lengths[i] = int(int32(le32(f.main, lengths+4*i)))
		if f.lengths[i] < 0 || f.lengths[i] > MaxSize {
			f.lengths[i] = 0
		}
	}
	return f, nil
}

// table returns one of the tables, nil if there is none.
func (f *docFIB) table(n int) []byte {
	at := f.pairs + 8*n
	if to, ok := oldTables[n]; f.old && ok {
		at = to
	}
	if at == 0 {
		return nil
	}
	return stretch(f.tab, int(le32(f.main, at)), int(le32(f.main, at+4)))
}

// from returns the table stream from a table on: the levels of lists follow them
// uncounted.
func (f *docFIB) from(n int) []byte {
	at := f.pairs + 8*n
	if f.old || le32(f.main, at+4) == 0 {
		return nil
	}
	return stretch(f.tab, int(le32(f.main, at)), len(f.tab))
}

// storyStart is where a story begins in the text.
func (f *docFIB) storyStart(story int) int {
	at := 0
	for _, n := range f.lengths[:story] {
		at += n
	}
	return at
}

// stretch returns n bytes from at, or those of them that there are.
func stretch(b []byte, at, n int) []byte {
	if at < 0 || at >= len(b) || n <= 0 {
		return nil
	}
	return b[at : at+min(n, len(b)-at)]
}

// le16 and le32 read a number; what lies outside is 0.
func le16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint16(b[at:])
}

func le32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}

// A plc is a table of positions with a datum of a fixed size for the stretch
// from each to the next.
type plc struct {
	at   []int
	data []byte
	size int
}

func readPLC(b []byte, size int) plc {
	if len(b) < 4 {
		return plc{}
	}
	n := (len(b) - 4) / (4 + size)
	p := plc{at: make([]int, n+1), data: b[(n+1)*4:], size: size}
	for i := range p.at {
		p.at[i] = int(le32(b, i*4))
	}
	return p
}

// datum is that of the stretch i.
func (p plc) datum(i int) []byte { return stretch(p.data, i*p.size, p.size) }
