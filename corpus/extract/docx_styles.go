package extract

import (
	"strconv"
	"strings"
)

// A tri is a switch that may be unsaid, so that a style may leave it to another.
type tri int8

const (
	unsaid tri = iota
	isOn
	isOff
)

func triOf(b bool) tri {
	if b {
		return isOn
	}
	return isOff
}

// docxSays is what one place, a style or a run, says of how text looks.
type docxSays struct {
	bold, italic, struck, hidden tri
	red, raised                  tri
	font                         docxFont
}

// docxStyles are the named styles, each with all that it takes from those it is
// based on.
type docxStyles struct {
	theme    map[string]string
	defaults docxSays
	language string
	byID     map[string]*docxStyle
	normal   *docxStyle // of paragraphs that name no style
}

type docxStyle struct {
	name, basedOn string
	align         string
	list          string // w:numId
	listFrom      string // the style that says so
	level         int
	hasLevel      bool
	outline       int // as said: 1–9, 0 unsaid, -1 body text
	heading       int // by outline or name
	contents      bool
	says          docxSays
	look          docxLook // of text that says nothing itself
}

func readStyles(x *xmlReader, theme map[string]string) *docxStyles {
	all := &docxStyles{theme: theme, byID: map[string]*docxStyle{}, normal: &docxStyle{}}
	own := map[string]*docxStyle{}
	normal := ""
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:docDefaults":
			s := &docxStyle{}
			all.language = all.readStyle(x, s)
			all.defaults = s.says
		case "w:style":
			s := &docxStyle{}
			id := x.attr("styleId")
			if x.attr("type") == "paragraph" && isTrue(x.attr("default")) {
				normal = id
			}
			all.readStyle(x, s)
			own[id] = s
		}
	}
	for id := range own {
		s := inherit(id, own)
		s.look = all.look(s.says, docxSays{}, docxSays{})
		all.byID[id] = s
	}
	all.normal.look = all.look(docxSays{}, docxSays{}, docxSays{})
	if s := all.byID[normal]; s != nil {
		all.normal = s
	}
	return all
}

func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// readStyle reads the properties of a style, and returns the language it names.
func (all *docxStyles) readStyle(x *xmlReader, s *docxStyle) (language string) {
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:name":
			s.name = strings.ToLower(x.attr("val"))
		case "w:basedOn":
			s.basedOn = x.attr("val")
		case "w:outlineLvl":
			s.outline = outlineOf(x.number("val"))
		case "w:jc":
			if s.align == "" { // a table style has more of them, for its parts
				s.align = x.attr("val")
			}
		case "w:numId", "w:ilfo":
			s.list = x.attr("val")
		case "w:ilvl":
			s.level, s.hasLevel = x.number("val"), true
		case "w:lang":
			language = x.attr("val")
		case "w:tblStylePr", "w:pPrChange", "w:rPrChange":
			x.skip()
		default:
			s.says.set(x, all.theme)
		}
	}
	return language
}

// maxStyles is how long a chain of styles may be; Word's limit is 11.
const maxStyles = 20

// inherit returns a style with what those it is based on say for it.
func inherit(id string, own map[string]*docxStyle) *docxStyle {
	all := *own[id]
	all.listFrom = id
	if all.list == "" {
		all.listFrom = ""
	}
	all.heading = all.ownHeading()
	all.contents = isContents(all.name)
	id = all.basedOn
	for n := 0; n < maxStyles && own[id] != nil; n++ {
		s := own[id]
		if all.align == "" {
			all.align = s.align
		}
		if all.list == "" && s.list != "" {
			all.list, all.listFrom = s.list, id
		}
		if !all.hasLevel {
			all.level, all.hasLevel = s.level, s.hasLevel
		}
		if all.heading == 0 {
			all.heading = s.ownHeading()
		}
		all.contents = all.contents || isContents(s.name)
		all.says = nearest(all.says, s.says)
		id = s.basedOn
	}
	return &all
}

// ownHeading tells the level of headings from the outline, else from the names
// that Word gives its styles, in English in all languages, and that other
// programs give in Russian.
func (s *docxStyle) ownHeading() int {
	if s.outline != 0 {
		return s.outline
	}
	for _, prefix := range []string{"heading ", "заголовок "} {
		if n, ok := strings.CutPrefix(s.name, prefix); ok {
			if level, err := strconv.Atoi(n); err == nil && level > 0 {
				return min(level, 9)
			}
		}
	}
	if s.name == "title" || s.name == "название" {
		return 1
	}
	return 0
}

// isContents knows the styles of lines of a table of contents.
func isContents(name string) bool {
	for _, prefix := range []string{"toc ", "оглавление "} {
		if n, ok := strings.CutPrefix(name, prefix); ok && len(n) == 1 && '1' <= n[0] && n[0] <= '9' {
			return true
		}
	}
	return false
}

// named returns a style of paragraphs; the usual one when there is none of the
// name.
func (all *docxStyles) named(id string) *docxStyle {
	if s := all.byID[id]; s != nil && id != "" {
		return s
	}
	return all.normal
}

// look is how text looks. What the text itself says counts most. Bold and the
// like are switches: said by both the style of the paragraph and that of the
// characters, they cancel each other; of other things the nearest counts.
func (all *docxStyles) look(para, char, direct docxSays) docxLook {
	d := all.defaults
	near := nearest(nearest(direct, char), nearest(para, d))
	return docxLook{
		bold:   toggle(direct.bold, char.bold, para.bold, d.bold),
		italic: toggle(direct.italic, char.italic, para.italic, d.italic),
		struck: toggle(direct.struck, char.struck, para.struck, d.struck),
		hidden: toggle(direct.hidden, char.hidden, para.hidden, d.hidden),
		red:    near.red == isOn,
		raised: near.raised == isOn,
		font:   near.font,
	}
}

func toggle(direct, char, para, defaults tri) bool {
	switch {
	case direct != unsaid:
		return direct == isOn
	case defaults == isOn:
		return true
	}
	return (char == isOn) != (para == isOn)
}

// nearest fills what a leaves unsaid from b.
func nearest(a, b docxSays) docxSays {
	for _, f := range []struct {
		to   *tri
		from tri
	}{{&a.bold, b.bold}, {&a.italic, b.italic}, {&a.struck, b.struck}, {&a.hidden, b.hidden}, {&a.red, b.red}, {&a.raised, b.raised}} {
		if *f.to == unsaid {
			*f.to = f.from
		}
	}
	if a.font == plainFont {
		a.font = b.font
	}
	return a
}

// look reads w:rPr: how a run looks in a paragraph whose style says para.
func (r *docxReader) look(x *xmlReader, para docxSays) docxLook {
	var direct, char docxSays
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:rStyle":
			if s := r.styles.byID[x.attr("val")]; s != nil {
				char = s.says
			}
		case "aml:annotation":
			x.skip()
		case "w:rPrChange": // the former properties stand in it
			if !r.in.Original {
				x.skip()
				continue
			}
			direct, char = docxSays{}, docxSays{}
		default:
			direct.set(x, r.theme)
		}
	}
	return r.styles.look(para, char, direct)
}

// set takes one property of a run. A red background is no red text: the colour
// tells editorial notes from law, and those are written in red.
func (k *docxSays) set(x *xmlReader, theme map[string]string) {
	switch x.name {
	case "w:b":
		k.bold = triOf(x.on())
	case "w:i":
		k.italic = triOf(x.on())
	case "w:strike", "w:dstrike":
		if k.struck != isOn {
			k.struck = triOf(x.on())
		}
	case "w:vanish":
		k.hidden = triOf(x.on())
	case "w:color":
		c := x.attr("val")
		if t := theme[themeNames[x.attr("themeColor")]]; t != "" {
			c = t
		}
		k.red = triOf(isRed("#" + c))
	case "w:vertAlign":
		k.raised = triOf(x.attr("val") == "superscript")
	case "w:position":
		if x.number("val") > 3 { // half points
			k.raised = isOn
		}
	case "w:rFonts":
		name := x.attr("ascii")
		if name == "" {
			name = x.attr("hAnsi")
		}
		k.font = fontOf(name)
	}
}

// themeNames are the names of a theme's colours by those that text uses.
var themeNames = map[string]string{
	"accent1": "a:accent1", "accent2": "a:accent2", "accent3": "a:accent3", "accent4": "a:accent4", "accent5": "a:accent5", "accent6": "a:accent6",
	"dark1": "a:dk1", "text1": "a:dk1", "light1": "a:lt1", "background1": "a:lt1", "dark2": "a:dk2", "text2": "a:dk2", "light2": "a:lt2", "background2": "a:lt2",
	"hyperlink": "a:hlink", "followedHyperlink": "a:folHlink",
}

// readTheme returns the colours of a theme.
func readTheme(x *xmlReader) map[string]string {
	colours := map[string]string{}
	for x.next() {
		if x.kind != xmlStart || x.name != "a:clrScheme" {
			continue
		}
		name := ""
		for d := x.depth(); x.inside(d); {
			switch {
			case x.kind != xmlStart:
			case x.name == "a:srgbClr" && colours[name] == "":
				colours[name] = x.attr("val")
			case x.name == "a:sysClr" && colours[name] == "":
				colours[name] = x.attr("lastClr")
			case x.depth() == d+1:
				name = x.name
			}
		}
	}
	return colours
}
