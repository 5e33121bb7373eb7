package extract

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// A docxNumbering writes out the automatic numbers of a document, counting as
// Word does: lists of one abstract definition go on with each other's numbers
// unless a list says where it starts.
type docxNumbering struct {
	abstract map[string]*abstractList
	lists    map[string]*docxList
}

type abstractList struct {
	levels  [9]listLevel
	counter [9]int
	begun   [9]bool
}

type docxList struct {
	abstract string
	starts   map[int]int        // startOverride by level
	levels   map[int]*listLevel // whole levels redefined
	used     map[int]bool       // levels whose startOverride has been applied
}

type listLevel struct {
	start   int
	format  string // decimal, upperRoman, russianLower, bullet, none …
	text    string // «Статья %2.»
	legal   bool   // all numbers in it decimal
	restart int    // the level whose step restarts this one, +1; 0 never; -1 any above
	style   string // the paragraph style bound to it
}

func readNumbering(b []byte) *docxNumbering {
	n := &docxNumbering{abstract: map[string]*abstractList{}, lists: map[string]*docxList{}}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	var a *abstractList
	var l *docxList
	var level *listLevel
	at := 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return n
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			if end, ok := t.(xml.EndElement); ok {
				switch end.Name.Local {
				case "abstractNum":
					a = nil
				case "num":
					l = nil
				case "lvl":
					level = nil
				}
			}
			continue
		}
		v := attr(e, "val")
		num, _ := strconv.Atoi(v)
		switch e.Name.Local {
		case "abstractNum":
			a = &abstractList{}
			for i := range a.levels {
				a.levels[i] = listLevel{start: 1, format: "decimal", restart: -1}
			}
			n.abstract[attr(e, "abstractNumId")] = a
		case "num":
			l = &docxList{starts: map[int]int{}, levels: map[int]*listLevel{}, used: map[int]bool{}}
			n.lists[attr(e, "numId")] = l
		case "abstractNumId":
			if l != nil {
				l.abstract = v
			}
		case "lvlOverride":
			at = levelOf(e)
		case "startOverride":
			if l != nil {
				l.starts[at] = num
			}
		case "lvl":
			switch i := levelOf(e); {
			case a != nil:
				level = &a.levels[i]
			case l != nil:
				level = &listLevel{start: 1, format: "decimal", restart: -1}
				l.levels[i] = level
			}
		}
		if level == nil {
			continue
		}
		switch e.Name.Local {
		case "start":
			level.start = num
		case "numFmt":
			level.format = v
		case "lvlText":
			level.text = v
		case "isLgl":
			level.legal = on(e)
		case "lvlRestart":
			level.restart = num
		case "pStyle":
			level.style = v
		}
	}
}

func levelOf(e xml.StartElement) int {
	i, _ := strconv.Atoi(attr(e, "ilvl"))
	return min(max(i, 0), 8)
}

// levelOfStyle returns the level of a list that a paragraph style is bound to.
func (n *docxNumbering) levelOfStyle(id, style string) (int, bool) {
	l := n.lists[id]
	if l == nil || n.abstract[l.abstract] == nil {
		return 0, false
	}
	for i, lv := range n.abstract[l.abstract].levels {
		if lv.style == style && style != "" {
			return i, true
		}
	}
	return 0, false
}

// next returns the number of the next paragraph of a list at a level, as it is
// printed; "" for none.
func (n *docxNumbering) next(id string, level int) string {
	l := n.lists[id]
	if id == "" || id == "0" || l == nil || level < 0 || level > 8 {
		return ""
	}
	a := n.abstract[l.abstract]
	if a == nil {
		return ""
	}
	at := func(i int) *listLevel {
		if lv := l.levels[i]; lv != nil {
			return lv
		}
		return &a.levels[i]
	}
	if start, ok := l.starts[level]; ok && !l.used[level] {
		l.used[level] = true
		a.counter[level], a.begun[level] = start, true
	} else if !a.begun[level] {
		a.counter[level], a.begun[level] = at(level).start, true
	} else {
		a.counter[level]++
	}
	for i := level + 1; i < 9; i++ {
		if r := at(i).restart; r == -1 || r > level {
			a.begun[i] = false
		}
	}
	lv := at(level)
	if lv.format == "none" {
		return ""
	}
	if lv.format == "bullet" {
		return "•"
	}
	text := lv.text
	for i := 0; i < 9; i++ {
		mark := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, mark) {
			continue
		}
		value := a.counter[i]
		if !a.begun[i] { // 5.2.1 without a 5.2 before it: what comes next is 5.3
			value = at(i).start
			a.counter[i], a.begun[i] = value, true
		}
		format := at(i).format
		if lv.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, listNumber(value, format))
	}
	return trim(text)
}

// listNumber writes a number in one of Word's formats.
func listNumber(n int, format string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return strings.ToUpper(letters(n, "abcdefghijklmnopqrstuvwxyz"))
	case "lowerLetter":
		return letters(n, "abcdefghijklmnopqrstuvwxyz")
	case "russianUpper":
		return strings.ToUpper(letters(n, "абвгдежзиклмнопрстуфхцчшщыэюя"))
	case "russianLower":
		return letters(n, "абвгдежзиклмнопрстуфхцчшщыэюя")
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none", "bullet":
		return ""
	}
	return strconv.Itoa(n)
}

// letters counts а, б, … я, аа, бб as Word does.
func letters(n int, alphabet string) string {
	abc := []rune(alphabet)
	if n < 1 || n > 30*len(abc) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(abc[(n-1)%len(abc)]), (n-1)/len(abc)+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.n {
			b.WriteString(d.s)
			n -= d.n
		}
	}
	return b.String()
}
