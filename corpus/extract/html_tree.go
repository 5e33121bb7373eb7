package extract

import "strings"

// An element is one that is open: its tag has been read, its end not yet.
type element struct {
	name   string
	face   face
	framed bool   // of what frames the act on the page
	item   string // the mark of a list's item, until it is written
	own    bool   // inside of what is marked as the page's own text
	frame  int    // 1-based number of the frame around it, 0 for none
	table  bool   // has a grid

	// Of a list: the number of its next item, the step to the one after it (0
	// for what is no list), and its 1-based number among those that count down.
	count, step, reversed int
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
		e.face, e.framed, e.item, e.own, e.frame = up.face, up.framed, up.item, up.own, up.frame
	}
	if isCell[tag] || tag == "table" {
		e.face.centred, e.face.right, e.face.heading = false, false, 0
	}
	switch tag {
	case "ol", "ul", "menu", "dir":
		p.startList(&e, tag, attr)
	}
	p.sheet.dress(&e.face, tag, attr)
	p.mark(&e, tag, attr)
	switch tag {
	case "table":
		if e.table = len(p.grids) < maxGrids; e.table {
			p.grids = append(p.grids, &htmlGrid{from: len(p.lines)})
		}
	case "tr", "td", "th":
		if g := p.grid(); g != nil {
			if tag == "tr" {
				g.startRow(len(p.lines))
			} else {
				g.startCell(len(p.lines), tag == "th", attr)
			}
		}
	case "li":
		e.item = p.nextItem(&e, attr)
	case "q":
		p.block.write("«", &e.face)
	case "iframe":
		if doc := attr["srcdoc"]; doc != "" && p.depth < 3 && !e.framed {
			p.inner(doc)
		}
	}
	p.open = append(p.open, e)
	p.opened[tag]++
}

// mark notes what an element says of its text beyond how it looks.
func (p *page) mark(e *element, tag string, attr map[string]string) {
	switch {
	case isSilent[tag], tag == "del" && !p.original, tag == "ins" && p.original:
		e.face.hidden = true
	}
	e.face.note = e.face.note || isNote(attr)
	if !p.frames {
		return
	}
	e.own = e.own || isOwn[tag]
	if tag == "h1" && e.framed && p.framed[e.frame-1].named {
		e.framed, e.frame = false, 0 // the title of the act, in a bar of buttons
		return
	}
	if isFraming(tag, attr, e.own) {
		p.framed = append(p.framed, siteFrame{named: !isFrame[tag]})
		e.frame = len(p.framed)
		e.framed = e.frame > len(p.known.framed) || !p.known.framed[e.frame-1].holdsAct()
	}
}

// inner reads a page that a frame of this one holds.
func (p *page) inner(doc string) {
	p.flush()
	in := &page{frames: p.frames, original: p.original, depth: p.depth + 1, tables: p.tables}
	if in.read(p.ctx, doc) == nil {
		p.lines = append(p.lines, in.lines...)
		p.tables, p.kept = in.tables, p.kept+in.kept
	}
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
	if tag == "q" {
		p.block.write("»", &p.top().face)
	}
	if tag == "br" || tag == "p" && p.opened["p"] == 0 {
		p.flush() // browsers make a line of a lonely </p>
		return
	}
	if isBlock[tag] {
		p.flush()
	}
	if p.opened[tag] == 0 {
		return // nothing to end; looking for it would take long
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		switch n := p.open[i].name; {
		case n == tag && isBlock[tag]:
			p.pop(i)
			return
		case n == tag: // <b><i>…</b>…</i>: only the one that ends
			p.open = append(p.open[:i], p.open[i+1:]...)
			p.opened[tag]--
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
		p.opened[e.name]--
		if e.table {
			p.flush()
			p.endTable()
		} else if isCell[e.name] {
			p.flush()
			if g := p.grid(); g != nil {
				g.endCell(len(p.lines))
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
