package extract

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// odtLevels is the number of levels that lists have.
const odtLevels = 10

// odtLists writes out the automatic numbers of a document.
type odtLists struct {
	styles   map[string]*odtListStyle
	outline  odtListStyle // of headings outside of lists
	headings odtCount
	named    map[string]*odtCount // by xml:id, which later lists may continue
	last     *odtCount            // of the list before, which has this style
	lastOf   string
}

type odtListStyle struct{ levels [odtLevels]odtListLevel }

type odtListLevel struct {
	format         string // «1», «a», «I» …; empty for none
	prefix, suffix string
	pattern        string // «Статья %1%.», where the program that wrote it knows of it
	display, start int
	repeats        bool // aa, bb, cc rather than aa, ab, ac
	bullet         bool
}

// An odtCount is how far the numbers of a list have come.
type odtCount struct {
	n     [odtLevels]int
	begun [odtLevels]bool
}

// restart has the levels below one begin anew.
func (c *odtCount) restart(level int) {
	for i := max(level, 0) + 1; i < odtLevels; i++ {
		c.begun[i] = false
	}
}

// read takes the description of a level.
func (s *odtListStyle) read(e xml.StartElement) {
	n, _ := strconv.Atoi(attr(e, "level"))
	if n < 1 || n > odtLevels {
		return
	}
	l := odtListLevel{start: 1, display: 1, format: attr(e, "num-format"), prefix: attr(e, "num-prefix"), suffix: attr(e, "num-suffix"),
		pattern: attr(e, "num-list-format"), repeats: attr(e, "num-letter-sync") == "true"}
	if v, err := strconv.Atoi(attr(e, "start-value")); err == nil {
		l.start = v
	}
	if v, err := strconv.Atoi(attr(e, "display-levels")); err == nil {
		l.display = min(max(v, 1), n)
	}
	l.bullet = strings.HasSuffix(e.Name.Local, "bullet") || strings.HasSuffix(e.Name.Local, "image")
	s.levels[n-1] = l
}

// next returns the number of the next paragraph at a level, counted from 0, as
// it is printed; start sets it, if it isn't empty.
func (s *odtListStyle) next(c *odtCount, level int, start string) string {
	if level < 0 || level >= odtLevels {
		return ""
	}
	v, err := strconv.Atoi(start)
	switch {
	case err == nil:
		c.n[level] = v
	case !c.begun[level]:
		c.n[level] = s.levels[level].start
	default:
		c.n[level]++
	}
	c.begun[level] = true
	c.restart(level)
	l := &s.levels[level]
	if l.bullet {
		return "•"
	}
	if l.pattern != "" {
		text := l.pattern
		for i := 0; i <= level; i++ {
			if mark := "%" + strconv.Itoa(i+1) + "%"; strings.Contains(text, mark) {
				text = strings.ReplaceAll(text, mark, s.written(c, i))
			}
		}
		return trim(text)
	}
	text := ""
	for i := level - l.display + 1; i <= level; i++ {
		if n := s.written(c, i); n != "" && text != "" {
			text += "." + n
		} else {
			text += n
		}
	}
	return trim(l.prefix + text + l.suffix)
}

// written returns the number that a level has come to, without what stands
// around it. A level that is only shown, in 5.2.1 without a 5.2 before it,
// counts.
func (s *odtListStyle) written(c *odtCount, level int) string {
	l := &s.levels[level]
	if !c.begun[level] {
		c.n[level], c.begun[level] = l.start, true
	}
	return l.number(c.n[level])
}

func (l *odtListLevel) number(n int) string {
	letter := func(repeated, alphabet string) string {
		if l.repeats {
			return listNumber(n, repeated)
		}
		return placed(n, alphabet)
	}
	const latin, russian = "abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщыэюя"
	switch f := l.format; {
	case f == "" || l.bullet:
		return ""
	case f == "i":
		return listNumber(n, "lowerRoman")
	case f == "I":
		return listNumber(n, "upperRoman")
	case f == "a":
		return letter("lowerLetter", latin)
	case f == "A":
		return letter("upperLetter", strings.ToUpper(latin))
	case strings.Contains(f, "бб"): // «а, б, .., аа, бб, ... (ru)»
		return listNumber(n, "russianLower")
	case strings.Contains(f, "Бб"), strings.Contains(f, "ББ"):
		return listNumber(n, "russianUpper")
	case strings.HasPrefix(f, "а"):
		return placed(n, russian)
	case strings.HasPrefix(f, "А"):
		return placed(n, strings.ToUpper(russian))
	case strings.HasPrefix(f, "01"):
		return listNumber(n, "decimalZero")
	}
	return strconv.Itoa(n)
}

// placed counts a, b, … z, aa, ab: letters as digits.
func placed(n int, alphabet string) string {
	abc := []rune(alphabet)
	if n < 1 {
		return strconv.Itoa(n)
	}
	s := ""
	for ; n > 0; n = (n - 1) / len(abc) {
		s = string(abc[(n-1)%len(abc)]) + s
	}
	return s
}

// An odtNest is the lists and items that are open, from the outermost in.
type odtNest struct {
	all    *odtLists
	frames []odtFrame
}

// An odtFrame is an open list, or an open item of one.
type odtFrame struct {
	at    int // the level of the element
	list  bool
	style string
	count *odtCount
	level int    // of the list, from 0
	first bool   // the item's first paragraph, which has its number, is still to come
	start string // the number that the item sets
}

// start opens a list or an item that stands at a level of elements.
func (n *odtNest) start(e xml.StartElement, at int) {
	f := odtFrame{at: at, level: -1}
	back := false // in a deletion put back
	if len(n.frames) > 0 {
		top := &n.frames[len(n.frames)-1]
		f.style, f.count, f.level = top.style, top.count, top.level
		top.first = false
		back = top.count == nil
	}
	switch e.Name.Local {
	case "deleted": // lists in it are none of those around it, but go on with their numbers
		f = odtFrame{at: at, level: -1}
	case "list":
		f.list = true
		f.level++
		if s := attr(e, "style-name"); s != "" {
			f.style = s
		}
		if f.count == nil {
			f.count = n.all.open(f.style, attr(e, "id"), attr(e, "continue-list"), back || attr(e, "continue-numbering") == "true")
		}
	case "list-item":
		f.first, f.start = true, attr(e, "start-value")
		if s := attr(e, "style-override"); s != "" {
			f.style = s
		}
	case "numbered-paragraph":
		level, _ := strconv.Atoi(attr(e, "level"))
		f.level = max(level, 1) - 1
		f.first, f.start = true, attr(e, "start-value")
		if s := attr(e, "style-name"); s != "" {
			f.style = s
		}
		id := attr(e, "list-id")
		f.count = n.all.open(f.style, id, id, id == "")
	}
	n.frames = append(n.frames, f)
}

// end closes what stands deeper than a level of elements.
func (n *odtNest) end(at int) {
	for len(n.frames) > 0 && n.frames[len(n.frames)-1].at > at {
		n.frames = n.frames[:len(n.frames)-1]
	}
}

// open returns the count of a list: its own, or that of the one it continues.
func (a *odtLists) open(style, id, continues string, goesOn bool) *odtCount {
	if a.named == nil {
		a.named = map[string]*odtCount{}
	}
	c := a.named[continues]
	if c == nil && goesOn && a.lastOf == style {
		c = a.last
	}
	if c == nil {
		c = &odtCount{}
	}
	if id != "" {
		a.named[id] = c
	}
	a.last, a.lastOf = c, style
	return c
}

// number returns the number of a paragraph in the lists that are open. One
// without a number begins the levels below it anew as well.
func (n *odtNest) number() string {
	if len(n.frames) == 0 {
		return ""
	}
	f := &n.frames[len(n.frames)-1]
	s := n.all.styles[f.style]
	if !f.first || s == nil {
		if f.count != nil {
			f.count.restart(f.level)
		}
		return ""
	}
	f.first = false
	return s.next(f.count, f.level, f.start)
}

// inList reports whether a list is open.
func (n *odtNest) inList() bool { return len(n.frames) > 0 && n.frames[len(n.frames)-1].count != nil }

// heading returns the number of a heading outside of lists.
func (a *odtLists) heading(e xml.StartElement) string {
	level, err := strconv.Atoi(attr(e, "outline-level"))
	if err != nil || attr(e, "is-list-header") == "true" {
		return ""
	}
	start := ""
	if attr(e, "restart-numbering") == "true" {
		if start = attr(e, "start-value"); start == "" {
			start = "1"
		}
	}
	if level < 1 || level > odtLevels || a.outline.levels[level-1] == (odtListLevel{}) {
		return ""
	}
	return a.outline.next(&a.headings, level-1, start)
}
