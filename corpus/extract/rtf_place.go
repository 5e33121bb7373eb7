package extract

import (
	"bytes"
	"regexp"
	"strings"
)

// An rtfPlace is where the text of a group belongs.
type rtfPlace uint8

const (
	rtfBody rtfPlace = iota
	rtfNothing
	rtfUnclosed // left out, until something shows that the body goes on
	rtfFonts
	rtfColours
	rtfStyles
	rtfStyleEntry
	rtfListTable
	rtfLevel
	rtfLevelText
	rtfOverrides
	rtfNumber // the number of a paragraph, as it was printed
	rtfPnPlace
	rtfBefore // text around an old-fashioned number
	rtfAfter
	rtfNested   // the shape of a row of a table inside of a table
	rtfNote     // a footnote: a story of its own
	rtfBox      // a text box: another
	rtfAnsiHalf // \upr: what follows is said again in Unicode
	rtfUnicodeHalf
	rtfInstruction // what a field is to show
	rtfResult      // what it showed last
)

// rtfPlaces are the words that send the text of their group elsewhere; those
// of rtfNothing are what no reader sees, or what stands around the text:
// headers, annotations, entries of an index, properties of formulas.
var rtfPlaces = func() map[string]rtfPlace {
	m := map[string]rtfPlace{
		"fonttbl": rtfFonts, "colortbl": rtfColours, "stylesheet": rtfStyles, "listtable": rtfListTable,
		"listlevel": rtfLevel, "leveltext": rtfLevelText, "listoverridetable": rtfOverrides,
		"listtext": rtfNumber, "pntext": rtfNumber, "pn": rtfPnPlace, "pntxtb": rtfBefore, "pntxta": rtfAfter,
		"nesttableprops": rtfNested, "footnote": rtfNote, "shptxt": rtfBox, "dptxbxtext": rtfBox,
		"upr": rtfAnsiHalf, "ud": rtfUnicodeHalf, "fldinst": rtfInstruction, "fldrslt": rtfResult,
	}
	for w := range nameSet(`info pict nonshppict shppict shprslt sp picprop datafield formfield
		header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor atntime atnicn atnref
		xe rxe txe tc tcn bkmkstart bkmkend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables
		revtbl rsidtbl filetbl template generator objclass objname objdata themedata colorschememapping datastore
		falt panose fname fontemb fontfile keycode listname liststylename listpicture levelnumbers pnseclvl background
		mchr mpos mvertJc mbegChr mendChr msepChr mgrow mshp mtype mjc mdegHide msubHide msupHide mlimLoc mdispDef
		mmathPict mmathPr mctrlPr maccPr mbarPr mborderBoxPr mboxPr mdPr meqArrPr mfPr mfuncPr mgroupChrPr mlimLowPr
		mlimUppPr mmPr mnaryPr moMathParaPr mphantPr mradPr mrPr msPrePr msSubPr msSubSupPr msSupPr margPr mmcs`) {
		m[w] = rtfNothing
	}
	return m
}()

// rtfStarred are words that may be left out by readers who don't know them;
// this one does.
var rtfStarred = nameSet(`shpinst do cs ds ts moMath moMathPara`)

// enter sends the text of the rest of the group elsewhere.
func (r *rtfReader) enter(p rtfPlace) {
	st := &r.state
	switch p {
	case rtfNothing:
		r.skipGroup()
		return
	case rtfInstruction:
		start := r.pos
		r.skipGroup()
		if n := len(r.stack) - 1; n >= 0 { // what follows in the group of the field is its result
			code := rtfPlain(r.data[start:min(r.pos, start+1<<10)])
			r.stack[n].contents = r.stack[n].contents || isField(code, "TOC")
			r.stack[n].linked = r.stack[n].linked || isInternalLink(code)
			r.stack[n].form = r.formText(r.data[start:r.pos])
		}
		return
	case rtfResult:
		if form := st.form; form != "" {
			st.form = ""
			r.text(form)
			r.skipGroup()
		}
		return
	case rtfUnicodeHalf:
		if st.into == rtfAnsiHalf {
			st.into, st.begins = st.back, false
		}
		return
	case rtfAnsiHalf:
		st.back = st.into
	case rtfNote, rtfBox:
		if len(r.stories) > rtfMaxStories || st.into != rtfBody || r.gone() {
			r.skipGroup()
			return
		}
		r.stories = append(r.stories, &rtfStory{isBox: p == rtfBox, groups: len(r.stack)})
		st.look, st.para = docxLook{}, rtfFormat{}
		return
	case rtfNumber:
		if st.into != rtfBody || r.story().para.filled {
			r.skipGroup()
			return
		}
		r.story().para.printed = ""
	case rtfPnPlace:
		r.pn = &rtfPn{start: 1}
	case rtfBefore, rtfAfter:
		if r.pn == nil {
			r.skipGroup()
			return
		}
	case rtfLevel:
		r.lists.startLevel()
	case rtfLevelText:
		r.lists.text = ""
	}
	st.into, st.begins = p, true
}

// leave ends what a group had sent elsewhere.
func (r *rtfReader) leave(p rtfPlace) {
	switch p {
	case rtfStyleEntry:
		r.endStyle()
	case rtfLevelText:
		r.lists.endText()
	case rtfLevel:
		r.lists.level = nil
	}
}

// leaveStory ends a footnote or a text box: it hangs on the paragraph around it.
func (r *rtfReader) leaveStory() {
	r.endParagraph(r.state.para.depth)
	s := r.story()
	s.close(r)
	r.stories = r.stories[:len(r.stories)-1]
	up := &r.story().para
	if s.isBox {
		up.boxes = append(up.boxes, s.lines...)
		return
	}
	up.notes = append(up.notes, asNotes(s.lines)...)
}

// skipGroup passes over the rest of a group that holds no text. When the group
// has no end, it is read on without its text until a paragraph begins.
func (r *rtfReader) skipGroup() {
	r.state.into, r.state.begins = rtfUnclosed, false
	if r.unclosed || r.over > 0 {
		return // looking for an end each time would take for ever
	}
	depth := 0
	for i := r.pos; ; {
		at := bytes.IndexAny(r.data[i:], `{}\`)
		if at < 0 {
			r.unclosed = true
			return
		}
		i += at
		switch r.data[i] {
		case '{':
			depth++
			i++
		case '}':
			if depth--; depth < 0 {
				if r.unclosed = r.lastBrace(i); !r.unclosed {
					r.pos = i
				}
				return
			}
			i++
		default:
			i = skipWord(r.data, i)
		}
	}
}

// lastBrace tells whether the brace at i ends the file, although more groups
// are open than one: it was not meant for the one that it would end.
func (r *rtfReader) lastBrace(i int) bool {
	rest := r.data[i+1:]
	if len(r.stack) < 2 || len(rest) > len(r.stack)+64 {
		return false
	}
	rest = bytes.Trim(rest, " \r\n\t\x00")
	return bytes.Count(rest, []byte("}")) == len(rest) && len(rest) < len(r.stack)-1
}

var rtfWords = regexp.MustCompile(`[{}\r\n]|\\\*|\\[a-z]+-?[0-9]* ?`)

// rtfPlain is the instruction of a field without the words about its looks.
func rtfPlain(b []byte) string {
	const backslash = "\x01"
	s := strings.ReplaceAll(string(b), `\\`, backslash)
	return strings.ReplaceAll(rtfWords.ReplaceAllString(s, ""), backslash, `\`)
}

// skipWord returns the place behind the word at i, and behind the bytes that a
// \bin announces.
func skipWord(data []byte, i int) int {
	if !bytes.HasPrefix(data[i:], []byte(`\bin`)) {
		return min(i+2, len(data))
	}
	n := 0
	for i += len(`\bin`); i < len(data) && data[i] >= '0' && data[i] <= '9'; i++ {
		if n < 1<<31 {
			n = n*10 + int(data[i]-'0')
		}
	}
	if n > 0 && i < len(data) && data[i] == ' ' {
		i++
	}
	return i + min(n, len(data)-i)
}
