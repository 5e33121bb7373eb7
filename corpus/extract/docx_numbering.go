package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A docxNumbering writes out the automatic numbers of a document, counting as
// Word does: lists of one abstract definition go on with each other's numbers
// unless a list says where it starts.
type docxNumbering struct {
	abstract map[string]*abstractList
	lists    map[string]*docxList
	language string
}

type abstractList struct {
	levels    [9]listLevel
	counter   [9]int
	begun     [9]bool
	styleLink string // the style of lists that is defined here
	linkTo    string // the style of lists whose definition is meant
}

type docxList struct {
	abstract string
	starts   map[int]int        // startOverride by level
	levels   map[int]*listLevel // whole levels redefined
	used     map[int]bool       // levels whose startOverride has been applied
}

type listLevel struct {
	start    int
	format   string // decimal, upperRoman, russianLower, bullet, none …
	text     string // «Статья %2.»
	legal    bool   // all numbers in it decimal
	restart  int    // the level whose step restarts this one, +1; 0 never; -1 any above
	style    string // the paragraph style bound to it
	tight    bool   // the text follows without a gap
	picture  bool   // a picture for a bullet
	font     docxFont
	language string
}

func newLevel() listLevel { return listLevel{start: 1, format: "decimal", restart: -1} }

func readNumbering(x *xmlReader, styles *docxStyles) *docxNumbering {
	n := &docxNumbering{abstract: map[string]*abstractList{}, lists: map[string]*docxList{}, language: styles.language}
	linked := map[string]*abstractList{}
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:abstractNum", "w:listDef": // the latter of Word 2003, as below
			a := &abstractList{}
			for i := range a.levels {
				a.levels[i] = newLevel()
			}
			n.abstract[x.attr("abstractNumId")+x.attr("listDefId")] = a
			a.read(x)
			if a.styleLink != "" {
				linked[a.styleLink] = a
			}
		case "w:num", "w:list":
			l := &docxList{starts: map[int]int{}, levels: map[int]*listLevel{}, used: map[int]bool{}}
			n.lists[x.attr("numId")+x.attr("ilfo")] = l
			l.read(x)
		}
	}
	// A definition that only names a style of lists stands for that style's: the
	// list of the style, or the definition that says it is the style's.
	for id, a := range n.abstract {
		if a.linkTo == "" {
			continue
		}
		if s := styles.byID[a.linkTo]; s != nil && n.lists[s.list] != nil {
			if b := n.abstract[n.lists[s.list].abstract]; b != nil && b.linkTo == "" {
				n.abstract[id] = b
				continue
			}
		}
		if b := linked[a.linkTo]; b != nil {
			n.abstract[id] = b
		}
	}
	return n
}

func (a *abstractList) read(x *xmlReader) {
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:lvl":
			a.levels[levelOf(x)].read(x)
		case "w:styleLink":
			a.styleLink = x.attr("val")
		case "w:numStyleLink":
			a.linkTo = x.attr("val")
		}
	}
}

func (l *docxList) read(x *xmlReader) {
	at := 0
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:abstractNumId", "w:ilst":
			l.abstract = x.attr("val")
		case "w:lvlOverride":
			at = levelOf(x)
		case "w:startOverride":
			l.starts[at] = x.number("val")
		case "w:lvl":
			level := newLevel()
			level.read(x)
			l.levels[at] = &level
		}
	}
}

func (v *listLevel) read(x *xmlReader) {
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:start":
			v.start = x.number("val")
		case "w:numFmt":
			v.format = x.attr("val")
			if custom := x.attr("format"); v.format == "custom" {
				v.format = custom // «001, 002, 003, ...»
			}
		case "w:nfc":
			if v.format = listFormats[x.number("val")]; v.format == "" {
				v.format = "decimal"
			}
		case "w:lvlText":
			v.text = x.attr("val")
		case "w:isLgl":
			v.legal = x.on()
		case "w:lvlRestart":
			v.restart = x.number("val")
		case "w:pStyle":
			v.style = x.attr("val")
		case "w:suff":
			v.tight = strings.EqualFold(x.attr("val"), "nothing")
		case "w:lvlPicBulletId":
			v.picture = true
		case "w:lang":
			v.language = x.attr("val")
		case "w:rFonts":
			v.font = fontOf(x.attr("ascii"))
		case "w:rPrChange", "w:pPrChange":
			x.skip()
		}
	}
}

func levelOf(x *xmlReader) int { return min(max(x.number("ilvl"), 0), 8) }

// levelOfStyle returns the level of a list that a paragraph style is bound to.
func (n *docxNumbering) levelOfStyle(list, style string) (int, bool) {
	l := n.lists[list]
	if l == nil || style == "" || n.abstract[l.abstract] == nil {
		return 0, false
	}
	for i, v := range n.abstract[l.abstract].levels {
		if v.style == style {
			return i, true
		}
	}
	return 0, false
}

// next is step for readers that leave a gap behind every number.
func (n *docxNumbering) next(list string, level int) string {
	number, _ := n.step(list, level)
	return number
}

// step returns the number of the next paragraph of a list at a level, as it is
// printed; "" for none. tight says that the text follows it without a gap.
func (n *docxNumbering) step(list string, level int) (number string, tight bool) {
	l := n.lists[list]
	if list == "0" || l == nil || level < 0 || level > 8 {
		return "", false
	}
	a := n.abstract[l.abstract]
	if a == nil {
		return "", false
	}
	at := func(i int) *listLevel {
		if v := l.levels[i]; v != nil {
			return v
		}
		return &a.levels[i]
	}
	start := func(i int) int {
		if s, ok := l.starts[i]; ok {
			return s
		}
		return at(i).start
	}
	_, restarts := l.starts[level]
	switch {
	case restarts && !l.used[level], !a.begun[level]:
		l.used[level] = true
		a.counter[level], a.begun[level] = start(level), true
	default:
		a.counter[level]++
	}
	for i := level + 1; i < 9; i++ {
		if r := at(i).restart; r == -1 || r > level {
			a.begun[i] = false
		}
	}
	v := at(level)
	if v.picture {
		return "•", v.tight
	}
	if v.format == "bullet" {
		return v.bullet(), v.tight
	}
	text := v.text
	for i := 0; i < 9; i++ {
		mark := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, mark) {
			continue
		}
		if !a.begun[i] { // 5.2.1 without a 5.2 before it: what comes next is 5.3
			a.counter[i], a.begun[i] = start(i), true
		}
		format := at(i).format
		if v.legal && format != "none" {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, n.write(a.counter[i], format, at(i)))
	}
	return trim(foldSpaces(symbols(text, v.font))), v.tight
}

// bullet is the sign of a list without numbers. Dashes, squares and ticks are
// one sign, so that the same list is the same text from any format; words stay.
func (v *listLevel) bullet() string {
	switch s := trim(symbols(v.text, v.font)); {
	case s == "":
		return ""
	case utf8.RuneCountInString(s) > 1 && strings.ContainsFunc(s, unicode.IsLetter):
		return s // «Примечание.»
	}
	return "•"
}

// isBullet reports whether what stands in front of a paragraph says nothing
// without one.
func isBullet(number string) bool {
	return !strings.ContainsFunc(number, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// write writes a number at its level: words in the language of the level, or of
// the document.
func (n *docxNumbering) write(value int, format string, v *listLevel) string {
	switch format {
	case "ordinal", "ordinalText", "cardinalText":
		language := v.language
		if language == "" {
			language = n.language
		}
		return wordNumber(value, format, strings.HasPrefix(language, "en"))
	}
	return listNumber(value, format)
}
