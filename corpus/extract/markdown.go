package extract

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"svod/corpus"
)

var (
	mdHeading  = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t#]*$`)
	mdAnywhere = regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+\S`)
	mdUnder    = regexp.MustCompile(`^ {0,3}={3,}[ \t]*$`) // under a heading
	mdRule     = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	mdFence    = regexp.MustCompile("^ {0,3}(```+|~~~+)[^`]*$")
	mdQuote    = regexp.MustCompile(`^[ \t]*(?:>[ \t]?)+`)
	mdList     = regexp.MustCompile(`^[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]`)
	mdNote     = regexp.MustCompile(`^[ \t]*\[\^[^\]\s]+\]:[ \t]*`)
	mdNoteMark = regexp.MustCompile(`\[\^[^\]\s]+\]`)
	mdDelim    = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	mdRuler    = regexp.MustCompile(`(?m)\|.*\n\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$`)
	mdMatter   = regexp.MustCompile(`^(?:[A-Za-z_][\w-]*:.*|[ \t]+.*|- .*|#.*)?$`)

	mdEscape  = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|<>~])")
	mdCode    = regexp.MustCompile("`([^`\n]+)`")
	mdBold    = regexp.MustCompile(`\*\*([^*\n]+)\*\*|\b__([^_\n]+)__\b`)
	mdItalic  = regexp.MustCompile(`(^|[\s(«"])\*([^*\s](?:[^*\n]*[^*\s])?)\*([\s).,;:!?»"—–-]|$)`)
	mdUnderIt = regexp.MustCompile(`(^|[\s(«"])_([^_\s](?:[^_\n]*[^_\s])?)_([\s).,;:!?»"—–-]|$)`)
	mdStruck  = regexp.MustCompile(`~~([^~\n]+)~~`)
	mdLink    = regexp.MustCompile(`!?\[([^\]\n]*)\]\(([^()\s]*)[^()\n]*\)`)
	mdAuto    = regexp.MustCompile(`<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s]+)>`)
	mdSup     = regexp.MustCompile(`(?i)<sup>([^<>]*)</sup>`)
	mdBreak   = regexp.MustCompile(`(?i)<br\s*/?>`)
	mdTag     = regexp.MustCompile(`(?i)</?(?:a|abbr|article|b|big|blockquote|center|cite|code|dd|del|details|div|dl|dt|em|figure|figcaption|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?/?>`)
	mdComment = regexp.MustCompile(`(?s)<!--.*?-->`)
	mdScript  = regexp.MustCompile(`(?is)<script[\s>].*?</script>|<style[\s>].*?</style>`)
)

// isMarkdown knows Markdown by a heading, the ruler of a table, or the block
// of properties that it may start with.
func isMarkdown(data []byte) bool {
	if !isText(data) {
		return false
	}
	text, _ := decode(data[:min(len(data), 1<<16)], "")
	if _, end := frontMatter(rawLines(text)); end > 0 {
		return true
	}
	return mdAnywhere.MatchString(text) || mdRuler.MatchString(text)
}

// markdownLines reads Markdown as acts are kept in it: a line of the file is a
// paragraph, whatever its indent; numbers stay as they are printed. Only when
// the whole file is clearly broken at one width are its lines joined.
func markdownLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	text, _ := decode(in.data, "")
	text = mdScript.ReplaceAllString(mdComment.ReplaceAllString(text, ""), "")
	raw := rawLines(text)
	title, end := frontMatter(raw)
	raw = raw[end:]
	m := &markdown{}
	if title != "" {
		m.lines = append(m.lines, corpus.Line{Text: title, Style: corpus.Style{Heading: 1}})
	}
	m.wrapped = isWrapped(raw)
	m.read(raw)
	return m.lines, nil, nil
}

// frontMatter finds the block of properties between two lines «---» at the
// start of a file: the document's title there and the line behind the block.
func frontMatter(raw []string) (title string, end int) {
	if len(raw) < 3 || strings.TrimRight(raw[0], " \t") != "---" {
		return "", 0
	}
	for i := 1; i < min(len(raw), 100); i++ {
		s := strings.TrimRight(raw[i], " \t")
		if s == "---" || s == "..." {
			if i == 1 {
				return "", 0
			}
			return title, i + 1
		}
		if !mdMatter.MatchString(s) {
			return "", 0
		}
		if v, ok := strings.CutPrefix(s, "title:"); ok {
			title = strings.Trim(trim(v), `"'`)
		}
	}
	return "", 0
}

// A markdown holds what has been read of a file.
type markdown struct {
	lines   []corpus.Line
	tables  int
	wrapped bool
}

func (m *markdown) read(raw []string) {
	fence := ""
	for i := 0; i < len(raw); i++ {
		r := raw[i]
		t := trim(r)
		if f := mdFence.FindStringSubmatch(r); f != nil && (fence == "" || strings.HasPrefix(f[1], fence)) {
			if fence == "" {
				fence = f[1]
			} else {
				fence = ""
			}
			continue
		}
		switch {
		case t == "" || mdRule.MatchString(r) && fence == "":
		case fence != "":
			m.lines = append(m.lines, corpus.Line{Text: t, Style: corpus.Style{Indent: indent(r)}})
		case i+1 < len(raw) && strings.Contains(t, "|") && isDelimiter(raw[i+1]):
			i = m.table(raw, i) - 1
		case i+1 < len(raw) && mdUnder.MatchString(raw[i+1]):
			m.paragraph("# " + t)
			i++
		case m.wrapped && m.plain(raw, i):
			hi := i + 1
			for m.plain(raw, hi) && !mdList.MatchString(raw[hi]) {
				hi++
			}
			for _, p := range unwrap(raw[i:hi]) {
				m.paragraph(strings.Repeat(" ", indent(raw[i+p.from])) + p.text)
			}
			i = hi - 1
		default:
			m.paragraph(r)
		}
	}
}

// plain tells whether line i is one of a paragraph.
func (m *markdown) plain(raw []string, i int) bool {
	if i >= len(raw) || trim(raw[i]) == "" {
		return false
	}
	r := raw[i]
	starts := mdHeading.MatchString(r) || mdRule.MatchString(r) || mdFence.MatchString(r) || mdQuote.MatchString(r) || mdNote.MatchString(r)
	next := i+1 < len(raw) && (mdUnder.MatchString(raw[i+1]) || strings.Contains(r, "|") && isDelimiter(raw[i+1]))
	return !starts && !next
}

// table reads the table that starts at line i and returns the line behind it.
func (m *markdown) table(raw []string, i int) int {
	m.tables++
	for ; i < len(raw) && strings.Contains(raw[i], "|"); i++ {
		if isDelimiter(raw[i]) {
			continue
		}
		if l, ok := mdRow(raw[i], m.tables); ok {
			m.lines = append(m.lines, l)
		}
	}
	return i
}

func isDelimiter(s string) bool {
	s = trim(s)
	return strings.Contains(s, "-") && strings.Contains(s, "|") && mdDelim.MatchString(s)
}

// paragraph reads a heading or a paragraph, which is several lines where it
// has hard breaks.
func (m *markdown) paragraph(raw string) {
	var st corpus.Style
	if q := mdQuote.FindString(raw); q != "" {
		raw = raw[len(q):]
	}
	t := trim(raw)
	if h := mdHeading.FindStringSubmatch(raw); h != nil {
		st.Heading = len(h[1])
		t = h[2]
	} else if n := mdNote.FindString(raw); n != "" {
		st.Note = true
		t = raw[len(n):]
	} else {
		st.Indent = indent(raw)
	}
	st.Bold = mostly(mdBold, t)
	st.Struck = mostly(mdStruck, t)
	for part := range strings.SplitSeq(mdInline(t), "\n") {
		if part = trim(part); part != "" {
			m.lines = append(m.lines, corpus.Line{Text: part, Style: st})
		}
	}
}

// mostly reports whether more than half of a text is in some marks.
func mostly(marks *regexp.Regexp, t string) bool {
	n := 0
	for _, s := range marks.FindAllString(t, -1) {
		n += len(s)
	}
	return n*2 > len(t)
}

// What is escaped must not be taken for a mark: it waits among the private
// characters of Unicode until the marks are gone.
const escaped = '\ue000'

// mdInline takes away the marks of emphasis, links, escapes and the tags that
// Markdown may have; a hard break becomes a newline.
func mdInline(t string) string {
	t = mdEscape.ReplaceAllStringFunc(t, func(s string) string { return string(escaped + rune(s[1])) })
	t = strings.TrimSuffix(t, `\`)
	t = mdCode.ReplaceAllString(t, "$1")
	t = mdBold.ReplaceAllString(t, "$1$2")
	t = mdItalic.ReplaceAllString(t, "$1$2$3")
	t = mdUnderIt.ReplaceAllString(t, "$1$2$3")
	t = mdStruck.ReplaceAllString(t, "$1")
	t = mdLink.ReplaceAllString(t, "$1")
	t = mdNoteMark.ReplaceAllString(t, "")
	if strings.Contains(t, "<") {
		t = mdAuto.ReplaceAllString(t, "$1")
		t = mdSup.ReplaceAllStringFunc(t, func(s string) string { return superscript(mdSup.FindStringSubmatch(s)[1]) })
		t = mdBreak.ReplaceAllString(t, "\n")
		t = mdTag.ReplaceAllString(t, "")
	}
	if strings.Contains(t, "&") {
		t = html.UnescapeString(t)
	}
	return strings.Map(func(r rune) rune {
		if r > escaped && r < escaped+utf8.RuneSelf {
			return r - escaped
		}
		return r
	}, t)
}

// mdRow reads a row of a pipe table; `\|` is a bar inside a cell.
func mdRow(raw string, table int) (corpus.Line, bool) {
	const bar = string(escaped + '|')
	t := strings.ReplaceAll(trim(raw), `\|`, bar)
	t = strings.TrimSuffix(strings.TrimPrefix(t, "|"), "|")
	l := corpus.Line{Table: table}
	for c := range strings.SplitSeq(t, "|") {
		l.Cells = append(l.Cells, corpus.Cell{Text: trim(mdInline(trim(c)))})
	}
	l.Text = cellTexts(l.Cells)
	return l, l.Text != ""
}
