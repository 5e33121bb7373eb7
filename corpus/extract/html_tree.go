package extract

import (
	"strconv"
	"strings"
)

// An element is one that is open: its tag has been read, its end not yet.
type element struct {
	name   string
	face   face
	framed bool // of what frames the act on the page
	item   string
	count  int  // of a list: the number of its next item
	list   byte // of a list: 1, a, A, i, I, or 0 for one without numbers
	table  bool // has a grid
}

func nameSet(names string) map[string]bool {
	m := map[string]bool{}
	for n := range strings.FieldsSeq(names) {
		m[n] = true
	}
	return m
}

var (
	isBlock = nameSet(`address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
		figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre section
		summary table tbody td tfoot th thead tr ul`)
	isVoid = nameSet(`area base basefont bgsound br col embed hr img input keygen link meta param source track wbr`)
	// isSilent are elements whose text no reader sees.
	isSilent = nameSet(`script style title template noscript noframes iframe object select option datalist textarea button svg canvas
		audio video xml map`)
	// isFrame are elements that hold the site, not the act; inside of main and
	// article a header is the act's own.
	isFrame = nameSet(`nav header footer aside form`)
	isOwn   = nameSet(`main article`)
	// isCell ends the reach of end tags: what is open outside a cell stays open.
	isCell = nameSet(`td th caption`)
)

// top is the innermost open element.
func (p *page) top() *element {
	if len(p.open) == 0 {
		return &element{}
	}
	return &p.open[len(p.open)-1]
}

func (p *page) start(tag string, attr map[string]string) {
	if tag == "br" {
		p.block.wrap()
		return
	}
	if isBlock[tag] {
		p.flush()
		p.imply(tag)
	}
	if isVoid[tag] || len(p.open) >= maxOpen {
		return
	}
	e := element{name: tag}
	if up := p.top(); len(p.open) > 0 {
		e.face, e.framed, e.item = up.face, up.framed, up.item
	}
	if isCell[tag] || tag == "table" {
		e.face.centred, e.face.right, e.face.heading = false, false, 0
	}
	p.sheet.dress(&e.face, tag, attr)
	if isSilent[tag] {
		e.face.hidden = true
	}
	if p.frames && isFrame[tag] && !p.inside(isOwn) {
		e.framed = true
	}
	switch tag {
	case "table":
		if e.table = len(p.grids) < maxGrids; e.table {
			p.grids = append(p.grids, &htmlGrid{under: len(p.open)})
		}
	case "tr", "td", "th":
		if g := p.grid(); g != nil {
			if tag == "tr" {
				g.startRow()
			} else {
				g.startCell(attr)
			}
		}
	case "ol":
		e.list, e.count = '1', 1
		if t := attr["type"]; len(t) == 1 && strings.Contains("1aAiI", t) {
			e.list = t[0]
		}
		if n, err := strconv.Atoi(attr["start"]); err == nil {
			e.count = n
		}
		if strings.Contains(attr["style"], "list-style") && strings.Contains(attr["style"], "none") {
			e.list = 0
		}
	case "ul", "menu":
		e.item = ""
	case "li":
		e.item = p.nextItem(attr["value"])
	}
	p.open = append(p.open, e)
}

// imply ends elements whose end tags pages leave out.
func (p *page) imply(tag string) {
	switch tag {
	case "li":
		p.endInside("li", "ol ul menu")
	case "dt", "dd":
		p.endInside("dt", "dl")
		p.endInside("dd", "dl")
	case "td", "th":
		p.endInside("td", "table")
		p.endInside("th", "table")
	case "tr", "tbody", "thead", "tfoot":
		p.endInside("tr", "table")
	default:
		p.endInside("p", "td th table")
	}
}

// endInside ends the innermost open element of the name unless one of the
// bounds is open inside it.
func (p *page) endInside(name, bounds string) {
	for i := len(p.open) - 1; i >= 0 && i >= len(p.open)-64; i-- {
		if n := p.open[i].name; n == name {
			p.pop(i)
			return
		} else if strings.Contains(" "+bounds+" ", " "+n+" ") {
			return
		}
	}
}

func (p *page) end(tag string) {
	if tag == "br" || tag == "p" && !p.inside(map[string]bool{"p": true}) {
		p.flush() // browsers make a line of a lonely </p>
		return
	}
	if isBlock[tag] {
		p.flush()
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		switch n := p.open[i].name; {
		case n == tag && isBlock[tag]:
			p.pop(i)
			return
		case n == tag: // <b><i>…</b>…</i>: only the one that ends
			p.open = append(p.open[:i], p.open[i+1:]...)
			return
		case isCell[n] && tag != "tr" && tag != "table" && tag != "tbody" && tag != "thead" && tag != "tfoot":
			return
		case n == "table" && tag != "html" && tag != "body":
			return
		}
	}
}

// pop ends the elements from the i-th on.
func (p *page) pop(i int) {
	for n := len(p.open) - 1; n >= i; n-- {
		e := p.open[n]
		p.open = p.open[:n]
		if e.table {
			p.flush()
			p.endTable()
		} else if isCell[e.name] {
			p.flush()
			if g := p.grid(); g != nil {
				g.inCell = false
			}
		}
	}
}

// grid is the table that is being read, nil outside of tables.
func (p *page) grid() *htmlGrid {
	if n := len(p.grids); n > 0 {
		return p.grids[n-1]
	}
	return nil
}

func (p *page) inside(names map[string]bool) bool {
	for i := len(p.open) - 1; i >= 0; i-- {
		if names[p.open[i].name] {
			return true
		}
	}
	return false
}

// nextItem is the number that a browser puts before the next item of a list.
func (p *page) nextItem(value string) string {
	for i := len(p.open) - 1; i >= 0; i-- {
		switch e := &p.open[i]; e.name {
		case "ul", "menu":
			return ""
		case "ol":
			if n, err := strconv.Atoi(value); err == nil {
				e.count = n
			}
			e.count++
			return itemNumber(e.count-1, e.list)
		}
	}
	return ""
}

func itemNumber(n int, list byte) string {
	switch {
	case list == 0:
		return ""
	case (list == 'a' || list == 'A') && 1 <= n && n <= 26:
		return string(list+byte(n-1)) + "."
	case (list == 'i' || list == 'I') && 1 <= n && n < 40:
		roman := strings.Repeat("X", n/10) + []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
		if list == 'i' {
			roman = strings.ToLower(roman)
		}
		return roman + "."
	}
	return strconv.Itoa(n) + "."
}

// number writes the number of a list's item before its text, once, and not
// when the text brings a number of its own.
func (p *page) number(s string) {
	item := p.top().item
	for i := len(p.open) - 1; i >= 0 && p.open[i].item == item; i-- {
		p.open[i].item = ""
		if p.open[i].name == "li" {
			break
		}
	}
	if s = trim(s); gridItem.MatchString(s+" ") || strings.HasPrefix(s, strings.TrimSuffix(item, ".")) {
		return
	}
	f := p.top().face
	p.block.write(item+" ", &face{heading: f.heading, bold: f.bold, centred: f.centred, right: f.right})
}
