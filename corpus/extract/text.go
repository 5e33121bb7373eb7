package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// isText tells a text from other bytes by the control characters that no text
// has.
func isText(data []byte) bool {
	s, _ := decode(data[:min(len(data), 1<<16)], "")
	odd, all := 0, 0
	for _, r := range s {
		all++
		if r == utf8.RuneError || r < ' ' && !strings.ContainsRune("\n\r\t\f\v\x1a", r) || r >= 0x7f && r < 0xa0 && r != 0x85 {
			odd++
		}
	}
	return all > 0 && odd*50 < all
}

// Text returns the characters of a plain text, in whatever encoding it is; ok is
// false for bytes that are no text. It is for small files whose every line
// counts: File joins the lines of paragraphs that were broken.
func Text(data []byte) (text string, ok bool) {
	if !isText(data) {
		return "", false
	}
	text, _ = decode(data, "")
	return text, true
}

func textLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	text, _ := decode(in.data, "")
	return plain(text), nil, nil
}

// plain returns the paragraphs of a plain text: its lines, or, when the text
// is clearly broken into lines of one width, what they were broken from. Lines
// of columns with tabs between them are the rows of a table.
func plain(text string) []corpus.Line {
	raw := rawLines(text)
	wrapped := isWrapped(raw)
	var lines []corpus.Line
	tables := 0
	for lo := 0; lo < len(raw); {
		if rows := tabTable(raw[lo:]); rows > 0 {
			tables++
			lines = append(lines, tabRows(raw[lo:lo+rows], tables)...)
			lo += rows
			continue
		}
		hi := lo + 1
		for hi < len(raw) && tabTable(raw[hi:]) == 0 {
			hi++
		}
		if wrapped {
			for _, p := range unwrap(raw[lo:hi]) {
				st := corpus.Style{Indent: indent(raw[lo+p.from]), Centred: p.centred, Right: p.right}
				lines = append(lines, corpus.Line{Text: p.text, Style: st})
			}
		} else {
			for _, r := range raw[lo:hi] {
				if t := trim(r); t != "" {
					lines = append(lines, corpus.Line{Text: t, Style: corpus.Style{Indent: indent(r)}})
				}
			}
		}
		lo = hi
	}
	return lines
}

// contentsLine begins a line of a table of contents, which may have tabs too.
var contentsLine = regexp.MustCompile(`(?i)^(статья|глава|раздел|подраздел|параграф|часть|приложение|§|\d[\d-]*-(бап|тарау|бөлім|қосымша))`)

// tabTable counts the lines at the start of raw that are a table as one copies
// it from a word processor: at least two lines of three columns or more.
func tabTable(raw []string) int {
	n := 0
	for n < len(raw) && trim(raw[n]) != "" && !contentsLine.MatchString(trim(raw[n])) {
		row := trim(raw[n])
		if n > 0 {
			row = strings.TrimRight(raw[n], "\r ") // its first cell may be empty
		}
		if strings.Count(row, "\t") < 2 {
			break
		}
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

func tabRows(raw []string, table int) []corpus.Line {
	var lines []corpus.Line
	for _, r := range raw {
		l := corpus.Line{Table: table}
		for c := range strings.SplitSeq(strings.Trim(r, "\r\n "), "\t") {
			l.Cells = append(l.Cells, corpus.Cell{Text: trim(c)})
		}
		l.Text = cellTexts(l.Cells)
		lines = append(lines, l)
	}
	return lines
}

// cellTexts is the text of a row: its cells joined by tabs.
func cellTexts(cells []corpus.Cell) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(strings.Join(strings.Fields(c.Text), " "))
	}
	return trim(b.String())
}

// rawLines splits a text at its line ends: LF, CRLF, CR, form feed, and
// Unicode's own.
func rawLines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n",
		"\u0085", "\n", "\x1a", "", "\x00", "", "\ufeff", "").Replace(text)
	return strings.Split(text, "\n")
}

// trim takes the white space of layout off both ends of a line.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b'
	})
}

// indent counts the characters of white space in front of a line; a tab is 8.
func indent(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 8
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return 0
}

// isWrapped reports whether a text has the hard line ends of old printers:
// most lines that another line follows directly end near one width, and most
// of them in the middle of a sentence.
func isWrapped(raw []string) bool {
	widths := map[int]int{}
	followed, cut := 0, 0
	for i := 0; i+1 < len(raw); i++ {
		s, next := strings.TrimRight(raw[i], " \t"), trim(raw[i+1])
		n := utf8.RuneCountInString(s)
		if next == "" || n < 40 {
			continue
		}
		followed++
		widths[min(n, 200)]++
		last, _ := utf8.DecodeLastRuneInString(s)
		first, _ := utf8.DecodeRuneInString(next)
		if !strings.ContainsRune(".;:!?", last) && (unicode.IsLower(first) || unicode.IsDigit(first) || last == '-') {
			cut++
		}
	}
	if followed < 20 || cut*2 < followed {
		return false
	}
	near := 0 // lines within the 16 commonest neighbouring widths
	for w := 40; w <= 110; w++ {
		sum := 0
		for k := w; k < w+16; k++ {
			sum += widths[k]
		}
		near = max(near, sum)
	}
	return near*10 >= followed*8
}

// rejoin puts two lines of a paragraph together. A hyphen at the end of the
// first is the typesetter's when small letters stand on both sides of it.
func rejoin(a, b string) string {
	if head, ok := strings.CutSuffix(a, "\u00ad"); ok {
		return head + b // a soft hyphen is nothing but this
	}
	if head, ok := strings.CutSuffix(a, "-"); ok {
		last, _ := utf8.DecodeLastRuneInString(head)
		first, _ := utf8.DecodeRuneInString(b)
		if unicode.IsLower(last) && unicode.IsLower(first) {
			return head + b
		}
		if unicode.IsLetter(last) || unicode.IsDigit(last) {
			return a + b
		}
	}
	return a + " " + b
}
