package extract

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"svod/corpus"
)

var (
	mdHeading  = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$`)
	mdAnywhere = regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+\S`)
	mdRule     = regexp.MustCompile(`^ {0,3}([-*_])([ \t]*([-*_])){2,}[ \t]*$`)
	mdBold     = regexp.MustCompile(`\*\*([^*\n]+)\*\*|__([^_\n]+)__`)
	mdItalic   = regexp.MustCompile(`(^|[\s(«"])\*([^*\s][^*\n]*)\*`)
	mdLink     = regexp.MustCompile(`!?\[([^\]\n]*)\]\(([^()\s]*)[^()\n]*\)`)
	mdEscape   = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|<>~])")
	mdDelim    = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
)

// isMarkdown knows Markdown by a heading or the ruler of a table.
func isMarkdown(data []byte) bool {
	if !isText(data) {
		return false
	}
	text, _ := decode(data[:min(len(data), 1<<16)], "")
	return mdAnywhere.MatchString(text) || bytes.Contains(data, []byte("\n|--")) || bytes.Contains(data, []byte("\n| --")) ||
		bytes.Contains(data, []byte("\n|:-"))
}

// markdownLines reads Markdown as acts are kept in it: a line of the file is a
// paragraph, whatever its indent; numbers stay as they are printed.
func markdownLines(_ context.Context, _ string, data []byte) ([]corpus.Line, []corpus.Warning, error) {
	text, _ := decode(data, "")
	raw := rawLines(text)
	var lines []corpus.Line
	tables := 0
	for i := 0; i < len(raw); i++ {
		t := trim(raw[i])
		switch {
		case t == "" || mdRule.MatchString(raw[i]):
		case i+1 < len(raw) && strings.Contains(t, "|") && isDelimiter(raw[i+1]):
			tables++
			for ; i < len(raw) && strings.Contains(raw[i], "|"); i++ {
				if isDelimiter(raw[i]) {
					continue
				}
				if l, ok := mdRow(raw[i], tables); ok {
					lines = append(lines, l)
				}
			}
			i--
		default:
			if l := mdLine(raw[i]); l.Text != "" {
				lines = append(lines, l)
			}
		}
	}
	return lines, nil, nil
}

func isDelimiter(s string) bool {
	s = trim(s)
	return strings.Contains(s, "-") && strings.Contains(s, "|") && mdDelim.MatchString(s)
}

// mdLine reads a heading or a paragraph.
func mdLine(raw string) corpus.Line {
	var l corpus.Line
	t := trim(raw)
	if m := mdHeading.FindStringSubmatch(raw); m != nil {
		l.Style.Heading = len(m[1])
		t = m[2]
	} else {
		l.Style.Indent = indent(raw)
	}
	if m := mdBold.FindString(t); m != "" && len(m)*2 > len(t) {
		l.Style.Bold = true
	}
	l.Text = trim(mdInline(t))
	return l
}

// mdInline takes away the marks of emphasis, links and escapes.
func mdInline(t string) string {
	t = mdBold.ReplaceAllString(t, "$1$2")
	t = mdItalic.ReplaceAllString(t, "$1$2")
	t = mdLink.ReplaceAllString(t, "$1")
	return mdEscape.ReplaceAllString(t, "$1")
}

// mdRow reads a row of a pipe table; `\|` is a bar inside a cell.
func mdRow(raw string, tableNo int) (corpus.Line, bool) {
	const bar = "\x00"
	t := strings.ReplaceAll(trim(raw), `\|`, bar)
	t = strings.TrimSuffix(strings.TrimPrefix(t, "|"), "|")
	l := corpus.Line{Table: tableNo}
	var texts []string
	any := false
	for _, c := range strings.Split(t, "|") {
		s := trim(mdInline(strings.ReplaceAll(strings.ReplaceAll(c, bar, "|"), "<br>", "\n")))
		any = any || s != ""
		l.Cells = append(l.Cells, corpus.Cell{Text: s})
		texts = append(texts, strings.ReplaceAll(s, "\n", " "))
	}
	l.Text = strings.Join(texts, "\t")
	return l, any
}
