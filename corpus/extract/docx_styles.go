package extract

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// A docxStyle is a named style; what it doesn't say, the one it is based on does.
type docxStyle struct {
	basedOn   string
	name      string
	outline   int // 1–9, 0 none
	align     string
	numID     string
	level     int
	runLook   docxLook
	paragraph bool
}

func readStyles(b []byte) map[string]*docxStyle {
	styles := map[string]*docxStyle{}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	var s *docxStyle
	for {
		t, err := d.RawToken()
		if err != nil {
			return styles
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			if e, ok := t.(xml.EndElement); ok && e.Name.Local == "style" {
				s = nil
			}
			continue
		}
		if e.Name.Local == "style" {
			s = &docxStyle{paragraph: attr(e, "type") == "paragraph"}
			styles[attr(e, "styleId")] = s
			continue
		}
		if s == nil {
			continue
		}
		switch e.Name.Local {
		case "name":
			s.name = strings.ToLower(attr(e, "val"))
		case "basedOn":
			s.basedOn = attr(e, "val")
		case "outlineLvl":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 {
				s.outline = n + 1
			}
		case "jc":
			s.align = attr(e, "val")
		case "numId":
			s.numID = attr(e, "val")
		case "ilvl":
			s.level, _ = strconv.Atoi(attr(e, "val"))
		default:
			s.runLook.set(e)
		}
	}
}

// up calls f for the style and those it is based on until f returns true.
func (s *docxStyle) up(all map[string]*docxStyle, f func(*docxStyle) bool) {
	for n := 0; s != nil && n < 20; n++ {
		if f(s) {
			return
		}
		s = all[s.basedOn]
	}
}

func (s *docxStyle) look(all map[string]*docxStyle) (k docxLook) {
	s.up(all, func(s *docxStyle) bool { k.merge(s.runLook); return false })
	return k
}

func (s *docxStyle) heading(all map[string]*docxStyle) (level int) {
	s.up(all, func(s *docxStyle) bool {
		level = s.outline
		if n, ok := strings.CutPrefix(s.name, "heading "); ok && level == 0 {
			level, _ = strconv.Atoi(n)
		}
		if s.name == "title" && level == 0 {
			level = 1
		}
		return level > 0
	})
	return level
}

func (s *docxStyle) alignment(all map[string]*docxStyle) (a string) {
	s.up(all, func(s *docxStyle) bool { a = s.align; return a != "" })
	return a
}

func (s *docxStyle) number(all map[string]*docxStyle) (id string, level int) {
	s.up(all, func(s *docxStyle) bool { id, level = s.numID, s.level; return id != "" })
	return id, level
}
