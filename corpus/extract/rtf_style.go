package extract

import (
	"strconv"
	"strings"
)

// An rtfStyle is an entry of the style sheet. Programs write what a style looks
// like in full; only an entry that says nothing of it looks like the one it is
// based on.
type rtfStyle struct {
	key       int
	name      string
	based     int
	look      docxLook
	format    rtfFormat
	formatted bool
}

// rtfCharStyle sets the numbers of character styles apart from those of
// paragraphs.
const rtfCharStyle = 1 << 20

func (r *rtfReader) startStyle() {
	r.style = &rtfStyle{based: -1}
	st := &r.state
	st.into, st.begins = rtfStyleEntry, true
	st.look, st.para = docxLook{}, rtfFormat{}
}

func (r *rtfReader) endStyle() {
	s := r.style
	if s == nil || len(r.styles) >= rtfMaxTable {
		return
	}
	s.name = strings.ToLower(trim(strings.TrimSuffix(trim(s.name), ";")))
	s.look, s.format = r.state.look, r.state.para
	r.styles[s.key] = s
}

// useStyle takes a word that names a style.
func (r *rtfReader) useStyle(w string, n int) {
	key := n
	switch w {
	case "cs":
		key |= rtfCharStyle
	case "ds", "ts":
		return
	}
	if r.state.into == rtfStyleEntry {
		r.style.key = key
		return
	}
	if p := &r.state.para; w == "s" {
		if p.style != 0 && p.style != key { // a new style, and no \pard before it
			p.outline, p.list, p.hasList, r.state.look = 0, 0, false, docxLook{}
		}
		p.style = key
	}
	r.state.look.merge(r.styleLook(key))
}

// upStyles calls f for a style and those that it is based on until f returns
// true.
func (r *rtfReader) upStyles(key int, f func(*rtfStyle) bool) {
	for n := 0; n < 20; n++ {
		s := r.styles[key]
		if s == nil || f(s) {
			return
		}
		key = s.based | key&rtfCharStyle
	}
}

func (r *rtfReader) styleLook(key int) (k docxLook) {
	r.upStyles(key, func(s *rtfStyle) bool { k = s.look; return s.formatted || k != docxLook{} })
	return k
}

// headingOf is the level of a paragraph among headings, 0 for body text.
func (r *rtfReader) headingOf(f *rtfFormat) (level int) {
	if f.outline > 0 {
		return f.outline
	}
	r.upStyles(f.style, func(s *rtfStyle) bool {
		level = s.format.outline
		for _, word := range []string{"heading ", "заголовок "} {
			if n, ok := strings.CutPrefix(s.name, word); ok && level == 0 {
				level, _ = strconv.Atoi(n)
			}
		}
		if level == 0 && (s.name == "title" || s.name == "название") {
			level = 1
		}
		return level > 0
	})
	return max(level, 0)
}

// inContents tells the styles of lines of a table of contents.
func (r *rtfReader) inContents(f *rtfFormat) (is bool) {
	r.upStyles(f.style, func(s *rtfStyle) bool { is = isContents(s.name); return is })
	return is
}

func (r *rtfReader) alignOf(f *rtfFormat) string {
	align := f.align
	if align == "" {
		r.upStyles(f.style, func(s *rtfStyle) bool { align = s.format.align; return s.formatted || align != "" })
	}
	return align
}

// listOf is the list of a paragraph and its level in it: its own, else its
// style's.
func (r *rtfReader) listOf(f *rtfFormat) (list, level int) {
	list, level = f.list, f.level
	if !f.hasList {
		if s := r.styles[f.style]; s != nil && s.format.hasList {
			list = s.format.list
			if !f.hasLevel {
				level = s.format.level
			}
		}
	}
	return list, level
}
