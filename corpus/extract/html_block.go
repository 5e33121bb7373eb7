package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// A block gathers the text between two starts or ends of block elements: one
// paragraph, or as many as its hard line breaks make of it.
type block struct {
	rows []row // the lines that are done
	row        // the one being written
	pre  bool  // some of it was preformatted
	face face  // of its first text: alignment and heading are a block's own
	any  bool
}

// A row is one printed line with the number of its letters that look so or so.
type row struct {
	text                                                   []byte
	space                                                  bool // a space is due before the next word
	letters, bold, italic, struck, red, note, link, anchor int
}

// write adds text in a face.
func (b *block) write(s string, f *face) {
	if !b.any && strings.TrimFunc(s, unicode.IsSpace) != "" {
		b.any, b.face = true, *f
	}
	if f.raised {
		s = superscript(s)
	}
	if !f.pre {
		b.flow(s, f)
		return
	}
	b.pre = true
	for i, line := range rawLines(s) {
		if i > 0 {
			b.wrap()
		}
		b.text = append(b.text, line...)
		b.count(line, f)
	}
}

// flow adds text whose white space is layout. A no-break space is not.
func (b *block) flow(s string, f *face) {
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			b.space = true
			continue
		case '\u00ad', '\u200b', '\ufeff', 0:
			continue
		}
		if b.space && len(b.text) > 0 {
			b.text = append(b.text, ' ')
		}
		b.space = false
		b.text = utf8.AppendRune(b.text, r)
	}
	b.count(s, f)
}

// count counts letters by their looks.
func (w *row) count(s string, f *face) {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) {
			n++
		}
	}
	w.letters += n
	for _, c := range []struct {
		is bool
		of *int
	}{{f.bold, &w.bold}, {f.italic, &w.italic}, {f.struck, &w.struck}, {f.red, &w.red}, {f.note, &w.note}, {f.link, &w.link}, {f.anchor, &w.anchor}} {
		if c.is {
			*c.of += n
		}
	}
}

// add adds the counts of another row.
func (w *row) add(v *row) {
	w.letters, w.bold, w.italic, w.struck = w.letters+v.letters, w.bold+v.bold, w.italic+v.italic, w.struck+v.struck
	w.red, w.note, w.link, w.anchor = w.red+v.red, w.note+v.note, w.link+v.link, w.anchor+v.anchor
}

// wrap ends a line where the page has a hard line break.
func (b *block) wrap() {
	if b.space {
		b.text = append(b.text, ' ') // «полномочия органов <br>власти»: the space says that it goes on
	}
	b.rows = append(b.rows, b.row)
	b.row = row{}
}

// end returns the lines of the block and empties it.
func (b *block) end() []corpus.Line {
	if len(b.text) > 0 || b.space {
		b.wrap()
	}
	done := *b
	*b = block{}
	if len(done.rows) == 0 {
		return nil
	}
	raw := make([]string, len(done.rows))
	for i := range done.rows {
		raw[i] = string(done.rows[i].text)
	}
	wrapped := len(raw) > 20 && isWrapped(raw)
	var paras []wrappedPara
	if wrapped {
		paras = unwrap(raw)
	} else {
		paras = done.breaks(raw)
	}
	var lines []corpus.Line
	for _, p := range paras {
		sum := row{}
		for i := p.from; i < p.to; i++ {
			sum.add(&done.rows[i])
		}
		st := sum.style(&done.face)
		if done.pre {
			st.Indent = indent(raw[p.from])
		}
		if wrapped {
			st.Centred, st.Right = st.Centred || p.centred, st.Right || p.right
		}
		if p.text != "" && !isSite(p.text, sum.letters, sum.anchor) {
			lines = append(lines, corpus.Line{Text: p.text, Style: st})
		}
	}
	return lines
}

// style says what holds for most letters of a row; a note only what is one
// from end to end.
func (w *row) style(f *face) corpus.Style {
	most := func(n int) bool { return w.letters > 0 && n*2 > w.letters }
	all := func(n int) bool { return w.letters > 0 && n == w.letters }
	return corpus.Style{
		Heading: f.heading, Centred: f.centred, Right: f.right,
		Bold: most(w.bold), Italic: most(w.italic), Struck: most(w.struck), Red: most(w.red),
		Note: all(w.note), Link: all(w.link) && f.heading == 0, // sites link headings to themselves
	}
}

// breaks makes a paragraph of every line, but puts a heading together that was
// broken only to look well: «Статья 5. Полномочия органов ⏎ местного самоуправления».
func (b *block) breaks(raw []string) []wrappedPara {
	var out []wrappedPara
	for i, r := range raw {
		t := trim(r)
		if t == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].to == i && !b.pre && b.heads(&b.rows[i]) && goesOn(raw[i-1], out[n-1].text, t) {
			out[n-1].text, out[n-1].to = rejoin(out[n-1].text, t), i+1
			continue
		}
		out = append(out, wrappedPara{text: t, from: i, to: i + 1})
	}
	return out
}

func (b *block) heads(w *row) bool {
	return b.face.heading > 0 || w.letters > 0 && w.bold*2 > w.letters
}

// goesOn tells whether a heading goes on behind a line break: when it goes on
// in small letters, or a space was left before the break.
func goesOn(raw, above, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	last, _ := utf8.DecodeLastRuneInString(raw)
	return utf8.RuneCountInString(above) >= 25 && (unicode.IsLower(first) || unicode.IsSpace(last))
}

// wordMark is the mark of a list's item that Word wrote out: bullets are
// letters of a font of pictures.
func wordMark(s string) string {
	switch trim(s) {
	case "·", "§", "o", "Ø", "ü", "v", "q", "\uf0b7", "\uf0a7":
		return "•"
	}
	return s
}
