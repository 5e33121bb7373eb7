package extract

// word does what a control word says.
func (r *rtfReader) word(w string, n int, has bool) {
	if r.state.into == rtfAnsiHalf && w != "ud" && w != "bin" {
		return
	}
	switch w {
	case "u":
		r.unicode(n)
		return
	case "bin": // bytes that are no text; a length is never trusted
		r.flush()
		r.pos += min(max(n, 0), len(r.data)-r.pos)
		return
	}
	if s, ok := rtfChars[w]; ok {
		r.char(s)
		return
	}
	r.flush()
	if place, ok := rtfPlaces[w]; ok {
		r.enter(place)
		return
	}
	if r.star && !rtfStarred[w] {
		r.skipGroup()
		return
	}
	if r.look(w, n, !has || n != 0) || r.format(w, n) || r.tableWord(w, n) || r.definition(w, n) {
		return
	}
	switch w {
	case "uc":
		r.state.uc = min(max(n, 0), rtfMaxSkip)
	case "par", "sect":
		r.endMark()
	case "line", "page", "column", "lbr":
		if r.state.into == rtfBody && !r.gone() {
			r.story().para.wrap()
		}
	case "deff":
		r.state.low, r.state.wide, r.state.far = n, n, n
		if len(r.stack) > 0 {
			r.stack[0].low = n
		}
		r.lists.deff = n
	case "ansicpg":
		if e := rtfCodePages[n]; e != nil {
			r.ansi = e
		}
	case "mac":
		r.ansi = rtfCodePages[10000]
	case "pc":
		r.ansi = rtfCodePages[437]
	case "pca":
		r.ansi = rtfCodePages[850]
	case "ftnalt": // an endnote: its line follows its paragraph as well
	}
}

// gone tells that what is here is not in the text that was asked for.
func (r *rtfReader) gone() bool {
	return r.state.look.hidden || r.state.deleted && !r.original || r.state.inserted && r.original
}

// rtfChars are words that stand for a character.
var rtfChars = map[string]string{
	"tab": " ", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
	"bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwnj": "\u200c", "zwj": "\u200d",
	"zwbo": "", "zwnbo": "", "ltrmark": "", "rtlmark": "",
}

// look takes a word about how text looks.
func (r *rtfReader) look(w string, n int, on bool) bool {
	st := &r.state
	switch w {
	case "plain":
		st.look, st.deleted, st.inserted = docxLook{}, false, false
		st.low, st.wide, st.far, st.class = r.lists.deff, r.lists.deff, r.lists.deff, rtfLow
	case "b":
		st.look.bold = on
	case "i":
		st.look.italic = on
	case "strike", "striked":
		st.look.struck = on
	case "v":
		st.look.hidden = on
	case "super":
		st.look.raised = on
	case "sub", "nosupersub", "dn":
		st.look.raised = false
	case "up":
		st.look.raised = n > 3
	case "cf":
		st.look.red = n >= 0 && n < len(r.red) && r.red[n]
	case "deleted", "mvf":
		st.deleted = on
	case "revised", "mvt":
		st.inserted = on
	case "f":
		if st.into == rtfFonts {
			r.font = n
			return true
		}
		switch st.class {
		case rtfHigh:
			st.low, st.wide = n, n
		default:
			st.low = n
		}
		if st.into == rtfStyleEntry {
			r.style.formatted = true
		}
	case "af":
		switch st.class {
		case rtfLow:
			st.low = n
		case rtfHigh:
			st.wide = n
		case rtfFar:
			st.far = n
		}
	case "loch":
		st.class = rtfLow
	case "hich":
		st.class = rtfHigh
	case "dbch":
		st.class = rtfFar
	case "rtlch":
		st.class = rtfRightToLeft
	case "ltrch":
		st.class = rtfLow
	case "fs":
		if st.into == rtfStyleEntry {
			r.style.formatted = true
		}
	default:
		return false
	}
	return true
}

// format takes a word about the paragraph.
func (r *rtfReader) format(w string, n int) bool {
	p := &r.state.para
	switch w {
	case "pard":
		*p = rtfFormat{}
		if r.state.into == rtfUnclosed {
			r.state.into = rtfBody // the group that had no end ended somewhere before
		}
	case "s", "cs", "ds", "ts":
		r.useStyle(w, n)
	case "ql", "qj", "qd":
		p.align = "left"
	case "qc":
		p.align = "center"
	case "qr":
		p.align = "right"
	case "outlinelevel":
		if p.outline = n + 1; n < 0 || n > 8 {
			p.outline = 0
		}
	case "ls":
		if r.state.into == rtfOverrides {
			r.lists.endOverride(n)
			return true
		}
		p.list, p.hasList = n, true
	case "ilvl":
		p.level, p.hasLevel = min(max(n, 0), 8), true
	case "intbl":
		p.depth = max(p.depth, 1)
	case "itap":
		p.depth = min(max(n, 0), rtfMaxNested)
	default:
		return false
	}
	return true
}

// tableWord takes a word about tables.
func (r *rtfReader) tableWord(w string, n int) bool {
	shape := &r.row[0]
	if r.state.into == rtfNested {
		shape = &r.row[1]
	}
	switch w {
	case "trowd":
		*shape = rowShape{}
		if r.state.into == rtfUnclosed {
			r.state.into = rtfBody
		}
		if r.state.into == rtfBody {
			r.story().table.startRow(r)
		}
	case "trleft":
		shape.left = n
	case "clmgf":
		shape.next.first = true
	case "clmrg":
		shape.next.merged = true
	case "clvmgf":
		shape.next.top = true
	case "clvmrg":
		shape.next.below = true
	case "cellx":
		shape.add(n)
	case "cell":
		r.endCell(1)
	case "nestcell":
		r.endCell(max(r.state.para.depth, 2))
	case "row":
		r.endRow(1, r.row[0])
	case "nestrow":
		r.endRow(max(r.state.para.depth, 2), r.row[1])
	default:
		return false
	}
	return true
}
