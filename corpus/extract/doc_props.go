package extract

import (
	"cmp"
	"slices"
)

// A docRun is a stretch of the main stream with its properties. They lie on
// pages of 512 bytes, which an index lists by the places they are about.
type docRun struct {
	lo, hi int // of the stream; of charRun's result, of the text
	style  int // of a paragraph
	props  []byte
	piece  []byte // what the piece says beyond
	index  int
}

const propsPage = 512

// maxRuns bounds the runs of hostile pages; a book of a thousand pages has
// some 200 000.
const maxRuns = 4 << 20

// readProps reads the runs of characters and of paragraphs.
func (r *docReader) readProps() {
	r.chars = r.runs(tableCharPages, 1, func(page []byte, at int) (int, []byte) {
		at = int(page[at]) * 2
		if at == 0 {
			return 0, nil
		}
		return 0, stretch(page, at+1, int(page[at]))
	})
	wide := 13
	if r.fib.old {
		wide = 7
	}
	r.paras = r.runs(tableParaPages, wide, func(page []byte, at int) (int, []byte) {
		at = int(page[at]) * 2
		if at == 0 {
			return 0, nil
		}
		n := 2 * int(page[at])
		switch {
		case r.fib.old:
		case n > 0:
			n--
		case at+1 < len(page):
			at++
			n = 2 * int(page[at])
		}
		b := stretch(page, at+1, n)
		return int(le16(b, 0)), b[min(2, len(b)):]
	})
}

// runs reads the pages of one kind. Each begins with the places of its runs,
// then has a record a run, and ends with their number.
func (r *docReader) runs(table, record int, read func(page []byte, at int) (style int, props []byte)) []docRun {
	f := r.fib
	pageNumber := 4
	if f.old {
		pageNumber = 2
	}
	index := readPLC(f.table(table), pageNumber)
	pages := len(index.at) - 1
	var runs []docRun
	for i := range pages {
		d := index.datum(i)
		n := int(le32(d, 0)) & (1<<22 - 1)
		if f.old {
			n = int(le16(d, 0))
		}
		page := stretch(f.main, n*propsPage, propsPage)
		if len(page) < propsPage {
			r.warn("doc-look-missing")
			continue
		}
		count := int(page[propsPage-1])
		records := (count + 1) * 4
		if count == 0 || records+count*record > propsPage-1 || len(runs) > maxRuns {
			r.warn("doc-look-missing")
			continue
		}
		for j := range count {
			run := docRun{lo: int(le32(page, j*4)), hi: int(le32(page, j*4+4))}
			run.style, run.props = read(page, records+j*record)
			if run.lo < run.hi {
				runs = append(runs, run)
			}
		}
	}
	slices.SortStableFunc(runs, func(a, b docRun) int { return cmp.Compare(a.lo, b.lo) })
	return runs
}

// runAt finds the run that a place in the stream lies in; one without
// properties when none does, to where the next begins.
func runAt(runs []docRun, fc int) docRun {
	i, _ := slices.BinarySearchFunc(runs, fc+1, func(r docRun, fc int) int { return cmp.Compare(r.lo, fc) })
	if i > 0 && fc < runs[i-1].hi {
		run := runs[i-1]
		run.index = i
		if i < len(runs) { // runs that overlap are a fault: the later one is taken
			run.hi = min(run.hi, runs[i].lo)
		}
		return run
	}
	run := docRun{lo: fc, hi: 1 << 40}
	if i < len(runs) {
		run.hi = runs[i].lo
	}
	return run
}

// inText translates a run from places in the stream into places in the text,
// those of the piece that cp lies in.
func (p *docPiece) inText(run docRun, cp int) docRun {
	run.lo = cp
	run.hi = min(p.hi, cp+max(1, (run.hi-p.fc(cp)+p.width()-1)/p.width()))
	run.piece = p.props
	return run
}

// charRun returns the look of the characters from cp on.
func (r *docReader) charRun(cp int) docRun {
	p := r.piece(cp)
	if p == nil {
		return docRun{lo: cp, hi: cp + 1}
	}
	return p.inText(runAt(r.chars, p.fc(cp)), cp)
}

// paraRun returns the properties of the paragraph whose mark stands at cp.
func (r *docReader) paraRun(cp int) docRun {
	p := r.piece(cp)
	if p == nil {
		return docRun{lo: cp, hi: cp + 1}
	}
	run := p.inText(runAt(r.paras, p.fc(cp)), cp)
	return run
}

// A docChar is what the properties of characters come to.
type docChar struct {
	docxLook
	deleted, inserted bool
	special           bool // no text, but what the character stands for
	symbol            rune // in symbolFont
	symbolFont        int
	data              int // in the Data stream
}

// charLook applies the properties of a run to the look that a style gives.
func (r *docReader) charLook(style docChar, run docRun) docChar {
	return r.applyChars(r.applyChars(style, style, run.props, false), style, run.piece, false)
}

// applyChars changes a look by properties. Switches may mean «as the style» and
// «not as the style». A style of characters is not looked for within a style.
func (r *docReader) applyChars(c, style docChar, props []byte, within bool) docChar {
	for op, v := range sprms(props, r.fib.old) {
		if len(v) == 0 && op != sprmCPlain {
			continue
		}
		toggle := func(field *bool, style bool) {
			switch v[0] {
			case 0, 1:
				*field = v[0] == 1
			case 0x80, 0x81:
				*field = style != (v[0] == 0x81)
			}
		}
		switch op {
		case sprmCStyle:
			if within {
				continue
			}
			style = r.charStyle(int(le16(v, 0)), style)
			deleted, inserted, special := c.deleted, c.inserted, c.special
			c = style
			c.deleted, c.inserted, c.special = deleted, inserted, special
		case sprmCPlain:
			special := c.special
			c = style
			c.special = special
		case sprmCDeleted:
			c.deleted = v[0] != 0
		case sprmCInserted:
			c.inserted = v[0] != 0
		case sprmCSpecial:
			c.special = v[0] != 0
		case sprmCBold:
			toggle(&c.bold, style.bold)
		case sprmCItalic:
			toggle(&c.italic, style.italic)
		case sprmCStrike:
			toggle(&c.struck, style.struck)
		case sprmCDouble:
			c.struck = v[0] != 0
		case sprmCHidden:
			toggle(&c.hidden, style.hidden)
		case sprmCFont:
			c.docxLook.font = r.font(int(le16(v, 0)))
		case sprmCColour:
			c.red = v[0] == 6 || v[0] == 13
		case sprmCColourRGB:
			c.red = len(v) == 4 && v[3] == 0 && isRed("#"+hexByte(v[0])+hexByte(v[1])+hexByte(v[2]))
		case sprmCRaised:
			c.raised = v[0] == 1
		case sprmCPosition:
			if n := int16(le16(v, 0)); n > 3 {
				c.raised = true
			}
		case sprmCData:
			c.data = int(le32(v, 0))
		case sprmCSymbol:
			c.symbolFont, c.symbol = int(le16(v, 0)), rune(le16(v, 2))
			if r.fib.old {
				c.symbol = rune(v[len(v)-1]) | 0xf000
			}
		}
	}
	return c
}

func hexByte(b byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[b>>4], digits[b&15]})
}

// A docParaLook is what a paragraph says of itself, or its style does.
type docParaLook struct {
	style           int
	align           byte // 1 centred, 2 right
	outline         int  // 1–9, 0 unsaid, -1 body text
	list            int
	level           int
	ownList         bool // not from the style
	hasLevel        bool
	inTable, rowEnd bool
	innerEnd        bool
	depth           int
	auto            []byte // the number of Word 6: how it looks
	autoLevel       byte
	row             []byte // a table's row: its cells
	merges          []docMerge
}

// A docMerge changes how cells of a row are merged.
type docMerge struct {
	op uint16
	to []byte
}

// paraLook applies the properties of the paragraph whose mark stands at cp to
// those of its style.
func (r *docReader) paraLook(cp int) docParaLook {
	run := r.paraRun(cp)
	style := run.style
	for op, v := range sprms(run.piece, r.fib.old) {
		if op == sprmPStyle {
			style = int(le16(v, 0))
		}
	}
	k := r.style(style).para
	k.style = style
	k.ownList = false
	k.outline = 0
	r.applyPara(&k, run.props, true)
	r.applyPara(&k, run.piece, true)
	if k.inTable && k.depth == 0 {
		k.depth = 1
	}
	return k
}

func (r *docReader) applyPara(k *docParaLook, props []byte, huge bool) {
	for op, v := range sprms(props, r.fib.old) {
		if len(v) == 0 {
			continue
		}
		switch op {
		case sprmPJc, sprmPJcOld:
			k.align = v[0]
		case sprmPOutline:
			k.outline = outlineOf(int(v[0]))
		case sprmPList:
			k.list, k.ownList = int(int16(le16(v, 0))), true
		case sprmPLevel:
			k.level, k.hasLevel = int(v[0]), true
		case sprmPInTable:
			k.inTable = v[0] != 0
		case sprmPRowEnd:
			k.rowEnd = v[0] != 0
		case sprmPInnerEnd:
			k.innerEnd = v[0] != 0
		case sprmPDepth:
			k.depth = int(int32(le32(v, 0)))
		case sprmPDepthStep:
			k.depth += int(int32(le32(v, 0)))
		case sprmPAnld:
			k.auto = v
		case sprmPAnldLevel:
			k.autoLevel = v[0]
		case sprmTDefine:
			k.row = v
		case sprmTMerge, sprmTSplit, sprmTMergeDown:
			k.merges = append(k.merges[:len(k.merges):len(k.merges)], docMerge{op, v})
		case sprmPHuge, sprmPHugeOld:
			if b := stretch(r.fib.data, int(le32(v, 0)), len(r.fib.data)); huge {
				r.applyPara(k, stretch(b, 2, int(le16(b, 0))), false)
			}
		}
	}
	k.depth = min(max(k.depth, 0), 100)
}
