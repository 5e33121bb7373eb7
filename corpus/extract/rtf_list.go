package extract

import (
	"strconv"
	"strings"
)

// rtfLists gathers the lists of a file; they are counted as those of a Word
// document are.
type rtfLists struct {
	numbering *docxNumbering
	list      *abstractList // the one being defined
	override  *docxList
	at        int        // its level
	level     *listLevel // being defined
	starts    bool       // the override says where a level starts
	text      string     // of the level, raw
	deff      int        // the font of \plain
}

func (l *rtfLists) init() {
	l.numbering = &docxNumbering{abstract: map[string]*abstractList{}, lists: map[string]*docxList{}}
}

// startLevel begins the next level of a list, or a level that an override
// defines anew.
func (l *rtfLists) startLevel() {
	l.level = &listLevel{}
	switch {
	case l.override != nil:
		l.level = newListLevel()
		l.override.levels[min(max(l.at, 0), 8)] = l.level
	case l.list != nil:
		if l.at++; l.at >= 0 && l.at < len(l.list.levels) {
			l.level = &l.list.levels[l.at]
		}
	}
}

func newListLevel() *listLevel { return &listLevel{start: 1, format: "decimal", restart: -1} }

// endText takes the text of a level: its length, then characters, of which
// those below 9 stand for the numbers of levels.
func (l *rtfLists) endText() {
	if l.level == nil || l.text == "" {
		return
	}
	var b strings.Builder
	text := []rune(strings.TrimSuffix(l.text, ";"))
	for _, c := range text[min(1, len(text)):] {
		if c < 9 {
			b.WriteString("%" + strconv.Itoa(int(c)+1))
		} else {
			b.WriteRune(c)
		}
	}
	l.level.text = b.String()
}

// endOverride names the override that was read.
func (l *rtfLists) endOverride(ls int) {
	if l.override != nil && len(l.numbering.lists) < rtfMaxTable {
		l.numbering.lists[strconv.Itoa(ls)] = l.override
	}
	l.override = nil
}

// listFormats are the formats of numbers as Word counts them.
var listFormats = map[int]string{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "decimal",
	22: "decimalZero", 23: "bullet", 58: "russianLower", 59: "russianUpper", 255: "none"}

// definition takes a word of the tables in front of a file.
func (r *rtfReader) definition(w string, n int) bool {
	l := &r.lists
	switch r.state.into {
	case rtfFonts:
		f := r.fonts[r.font]
		switch w {
		case "fcharset":
			f.charset = n
		case "cpg":
			f.page = n
		default:
			return false
		}
		r.setFont(f)
	case rtfColours:
		for i, c := range []string{"red", "green", "blue"} {
			if w == c {
				r.rgb[i] = uint8(min(max(n, 0), 255))
			}
		}
	case rtfStyleEntry:
		if w == "sbasedon" {
			r.style.based = n
		}
	case rtfListTable, rtfLevel:
		r.listWord(w, n)
	case rtfOverrides:
		switch w {
		case "listoverride":
			l.override = &docxList{starts: map[int]int{}, levels: map[int]*listLevel{}, used: map[int]bool{}}
			l.at = -1
		case "lfolevel":
			l.at, l.starts = l.at+1, false
		case "listoverridestartat":
			l.starts = true
		case "levelstartat":
			if l.override != nil && l.starts && l.at >= 0 && l.at < 9 {
				l.override.starts[l.at] = n
			}
		case "listid":
			if l.override != nil {
				l.override.abstract = strconv.Itoa(n)
			}
		}
	case rtfPnPlace:
		r.pn.word(w, n)
	default:
		return false
	}
	return true
}

// listWord takes a word about a list or a level of one.
func (r *rtfReader) listWord(w string, n int) {
	l := &r.lists
	switch w {
	case "list":
		l.override, l.at = nil, -1
		l.list = &abstractList{}
		for i := range l.list.levels {
			l.list.levels[i] = *newListLevel()
		}
	case "listid":
		if l.list != nil && len(l.numbering.abstract) < rtfMaxTable/8 {
			l.numbering.abstract[strconv.Itoa(n)] = l.list
		}
	}
	if l.level == nil {
		return
	}
	switch w {
	case "levelnfc", "levelnfcn":
		if l.level.format = listFormats[n]; l.level.format == "" {
			l.level.format = "decimal"
		}
	case "levelstartat":
		l.level.start = n
		if l.override != nil && l.starts && l.at >= 0 && l.at < 9 {
			l.override.starts[l.at] = n
		}
	case "levellegal":
		l.level.legal = n != 0
	case "levelnorestart":
		if n != 0 {
			l.level.restart = 0
		}
	}
}

// endColour takes the colour that was defined.
func (r *rtfReader) endColour() {
	if len(r.red) < rtfMaxTable {
		c := uint64(r.rgb[0])<<16 | uint64(r.rgb[1])<<8 | uint64(r.rgb[2])
		s := strconv.FormatUint(c, 16)
		r.red = append(r.red, isRed("#"+strings.Repeat("0", 6-len(s))+s))
	}
	r.rgb = [3]uint8{}
}

// An rtfPn is the automatic number of programs before lists came up.
type rtfPn struct {
	format        string
	start, level  int // level 0 is a list without levels
	before, after string
	silent        bool // a paragraph of the list without a number
}

func (p *rtfPn) word(w string, n int) {
	switch w {
	case "pnlvl":
		p.level = min(max(n, 0), 9)
	case "pnlvlblt":
		p.format = "bullet"
	case "pnlvlcont":
		p.silent = true
	case "pnstart":
		p.start = n
	case "pndec":
		p.format = "decimal"
	case "pnucrm":
		p.format = "upperRoman"
	case "pnlcrm":
		p.format = "lowerRoman"
	case "pnucltr":
		p.format = "upperLetter"
	case "pnlcltr":
		p.format = "lowerLetter"
	}
}

// nextPn counts an old-fashioned number. A paragraph without one ends a list
// that has no levels.
func (r *rtfReader) nextPn(p *rtfPn) string {
	if p == nil {
		r.pnLast = false
		return ""
	}
	if p.silent || p.format == "" && p.before+p.after == "" {
		return ""
	}
	if p.level == 0 && !r.pnLast || r.pnDone[p.level] == 0 {
		r.pnDone[p.level] = p.start
	} else {
		r.pnDone[p.level]++
	}
	r.pnLast = true
	clear(r.pnDone[p.level+1:])
	if p.format == "bullet" {
		return "•"
	}
	return trim(p.before + listNumber(r.pnDone[p.level], p.format) + p.after)
}
