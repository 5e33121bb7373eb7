package extract

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// odtStyles are the styles by family and name: "paragraph P1". The default of a
// family has no name: "paragraph ".
type odtStyles map[string]*odtStyle

// An odtStyle says what it changes of its parent; what it leaves unsaid has no
// value.
type odtStyle struct {
	parent  string
	name    string // as users see it
	align   string
	heading int     // 1–10, 0 unsaid
	list    *string // the list style of its paragraphs; "" turns numbers off
	look    odtLook
	hidden  bool // a table, row or column that is not shown
}

// An odtLook says which of a look's switches are turned, and which way.
type odtLook struct{ set, on docxLook }

// over returns the look k with what o says of it.
func (o odtLook) over(k docxLook) docxLook {
	turn := func(was *bool, set, on bool) {
		if set {
			*was = on
		}
	}
	turn(&k.bold, o.set.bold, o.on.bold)
	turn(&k.italic, o.set.italic, o.on.italic)
	turn(&k.red, o.set.red, o.on.red)
	turn(&k.struck, o.set.struck, o.on.struck)
	turn(&k.raised, o.set.raised, o.on.raised)
	turn(&k.hidden, o.set.hidden, o.on.hidden)
	return k
}

// readStyles reads the styles and list styles of a part, the automatic ones too
// if asked to.
func (r *odtReader) readStyles(b []byte, automatic bool) {
	d := rawXML(b)
	var s *odtStyle
	var list *odtListStyle
	for {
		t, err := d.RawToken()
		if err != nil {
			return
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "body":
			return
		case "automatic-styles":
			if !automatic && skip(d) != nil {
				return
			}
		case "style", "default-style":
			s = &odtStyle{parent: attr(e, "parent-style-name"), name: attr(e, "display-name")}
			if s.name == "" {
				s.name = attr(e, "name")
			}
			s.heading, _ = strconv.Atoi(attr(e, "default-outline-level"))
			for _, a := range e.Attr {
				if a.Name.Local == "list-style-name" {
					s.list = &a.Value
				}
			}
			r.styles[attr(e, "family")+" "+attr(e, "name")] = s
		case "list-style":
			s, list = nil, &odtListStyle{}
			r.lists.styles[attr(e, "name")] = list
		case "outline-style":
			s, list = nil, &r.lists.outline
		case "list-level-style-number", "list-level-style-bullet", "list-level-style-image", "outline-level-style":
			if list != nil {
				list.read(e)
			}
		case "text-properties":
			if s != nil {
				s.look.read(e)
			}
		case "paragraph-properties":
			if a := attr(e, "text-align"); s != nil && a != "" {
				s.align = a
			}
		case "table-properties", "section-properties":
			if s != nil {
				s.hidden = attr(e, "display") == "false" || attr(e, "display") == "none"
			}
		}
	}
}

// read takes the properties of text that a look is made of.
func (o *odtLook) read(e xml.StartElement) {
	for _, a := range e.Attr {
		v := a.Value
		switch a.Name.Local {
		case "font-weight":
			n, _ := strconv.Atoi(v)
			o.set.bold, o.on.bold = true, v == "bold" || n >= 600
		case "font-style":
			o.set.italic, o.on.italic = true, v == "italic" || v == "oblique"
		case "color":
			if a.Name.Space == "fo" {
				o.set.red, o.on.red = true, isRed(v)
			}
		case "text-line-through-style", "text-line-through-type":
			o.on.struck = v != "none" && (!o.set.struck || o.on.struck)
			o.set.struck = true
		case "text-position": // «super 58%», «33% 58%»
			by, _, _ := strings.Cut(v, " ")
			n, _ := strconv.ParseFloat(strings.TrimSuffix(by, "%"), 64)
			o.set.raised, o.on.raised = true, by == "super" || n > 0
		case "display":
			o.set.hidden, o.on.hidden = true, v == "none"
		}
	}
}

// up calls f for the style of a name and those it comes from, the default of
// its family last, until f returns true.
func (all odtStyles) up(family, name string, f func(*odtStyle) bool) {
	for n := 0; n < 20 && name != ""; n++ {
		s := all[family+" "+name]
		if s == nil {
			break
		}
		if f(s) {
			return
		}
		name = s.parent
	}
	if s := all[family+" "]; s != nil {
		f(s)
	}
}

// look returns the look k with what the style of a name says of it.
func (all odtStyles) look(family, name string, k docxLook) docxLook {
	var chain []odtLook
	all.up(family, name, func(s *odtStyle) bool { chain = append(chain, s.look); return false })
	for i := len(chain) - 1; i >= 0; i-- {
		k = chain[i].over(k)
	}
	return k
}

func (all odtStyles) alignment(name string) (a string) {
	all.up("paragraph", name, func(s *odtStyle) bool { a = s.align; return a != "" })
	return a
}

// heading returns the level of a style for headings, 0 of any other.
func (all odtStyles) heading(name string) (level int) {
	all.up("paragraph", name, func(s *odtStyle) bool {
		level = s.heading
		if strings.EqualFold(s.name, "title") && level == 0 {
			level = 1
		}
		return level > 0
	})
	return level
}

// unnumbered reports whether a style turns the numbers of its headings off.
func (all odtStyles) unnumbered(name string) bool {
	off := false
	all.up("paragraph", name, func(s *odtStyle) bool { off = s.list != nil && *s.list == ""; return s.list != nil })
	return off
}
