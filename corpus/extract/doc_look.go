package extract

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
func (r *docReader) charLook(style docChar, run docProps) docChar {
	return r.applyChars(r.applyChars(style, style, run.props, false), style, run.piece, false)
}

// applyChars changes a look by properties. Switches may mean «as the style» and
// «not as the style». A style of characters is not looked for within a style.
func (r *docReader) applyChars(c, style docChar, props []byte, within bool) docChar {
	for op, v := range sprms(props, r.fib.old) {
		if len(v) == 0 && op != sprmCPlain {
			continue
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
			c.bold = switched(c.bold, style.bold, v[0])
		case sprmCItalic:
			c.italic = switched(c.italic, style.italic, v[0])
		case sprmCStrike:
			c.struck = switched(c.struck, style.struck, v[0])
		case sprmCDouble:
			c.struck = v[0] != 0
		case sprmCHidden:
			c.hidden = switched(c.hidden, style.hidden, v[0])
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

// switched is what a switch comes to, from what it is and what the style says.
func switched(now, style bool, v byte) bool {
	switch v {
	case 0, 1:
		return v == 1
	case 0x80, 0x81:
		return style != (v == 0x81)
	}
	return now
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
	ownList         bool // not from a style
	listStyle       int  // the style that it is from
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
	run := r.paraProps(cp)
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
