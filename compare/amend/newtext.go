package amend

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/parse"
)

// New text is quoted. Where quotes do not balance, or none were set, it ends
// where the draft visibly goes on: with an order, its next number, its
// signature.

// mostNewLines is how many lines new text may have; a whole code is not quoted.
const mostNewLines = 1500

var announced = lazy.New(`(?i)(?:редакции|содержания|редакцияда\s+жазылсын|толықтырылсын)\s*:\s*([«"“„])`)

// textInLine returns where new text begins that goes on to the end of the line
// or beyond, 0 if none does.
func textInLine(s string) int {
	m := announced.FindStringSubmatchIndex(s)
	if m == nil {
		return 0
	}
	_, n, closed := quotation(s[m[2]:], nested)
	if !closed || strings.Trim(s[m[2]+n:], " .;,") == "" {
		return m[2]
	}
	return 0
}

// closes reports whether a line ends with a closing quote.
func closes(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, ".;,: \u00a0"))
	return strings.ContainsRune("»”\"“", r)
}

// newText returns the lines of new text that begins at line i, or in the line
// before it with first, less the quotes around it; nil if there is none.
func (r *reader) newText(i int, first string) (lines []corpus.Line, hi int, doubts []Doubt) {
	if first == "" && (i >= len(r.lines) || r.lines[i].kind == corpus.KindSignature) {
		return nil, i, nil
	}
	closed := true
	switch {
	case first != "" || r.lines[i].Cells == nil && opensText(r.lines[i].Text):
		if hi, closed = r.quoteEnd(i, first); !closed {
			doubts = append(doubts, DoubtQuotes)
		}
	case r.goesOn(i):
		return nil, i, nil
	default:
		doubts = append(doubts, DoubtUnquoted)
		for hi = i + 1; hi < len(r.lines) && hi < i+mostNewLines && !r.goesOn(hi); hi++ {
		}
	}
	if first != "" {
		lines = append(lines, corpus.Line{Text: first, Page: r.lines[i-1].Page})
	}
	for _, l := range r.lines[i:hi] {
		if k := len(lines) - 1; k >= 0 && r.isTorn(lines[k], l.Line) {
			lines[k].Text += " " + l.Text
			continue
		}
		lines = append(lines, l.Line)
	}
	return unquoted(lines), hi, doubts
}

// hidden is the order, or what leads in to some, that stands behind new text in
// one line with it: «3) …»; пункт 5 исключить;».
func (r *reader) hidden(lo, hi int, first string) string {
	var b strings.Builder
	b.WriteString(first)
	for _, l := range r.lines[lo:hi] {
		if l.Cells != nil {
			return ""
		}
		b.WriteString("\n" + l.Text)
	}
	s := strings.TrimSpace(b.String())
	if !opensText(s) {
		return ""
	}
	_, end, closed := quotation(s, nested)
	rest := strings.TrimLeft(s[end:], " .;,\u00a0")
	if !closed || strings.HasPrefix(rest, "\n") {
		return ""
	}
	if ts, _ := tokens(rest, loose); r.language.orders(ts) || strings.HasSuffix(rest, ":") {
		return rest
	}
	return ""
}

// isTorn reports whether a paragraph goes on in the next line. Only where the
// reader of the file had to guess paragraphs may one have been torn.
func (r *reader) isTorn(a, b corpus.Line) bool {
	if r.draft.Document.Source.Format != "pdf" || a.Cells != nil || b.Cells != nil {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a.Text)
	return (unicode.IsLetter(last) || unicode.IsDigit(last)) && startsLower(b.Text) && listLetter(b.Text) == 0
}

// opensText reports whether a line begins with a quote, or is nothing else.
func opensText(s string) bool {
	s = strings.TrimSpace(s)
	return s == "\"" || s != "" && opens(s, 0)
}

// quoteEnd returns the end of what is quoted from line i on, or from first,
// which stands in the line before it. One sign may close two quotes («ТОО
// «Сад»), so behind a line that ends with one the draft's going on is enough.
func (r *reader) quoteEnd(i int, first string) (hi int, closed bool) {
	d := 0
	if first != "" {
		if d = depth(first); closes(first) && (d <= 0 || i >= len(r.lines) || r.goesOn(i)) {
			return i, d <= 0
		}
	}
	// A line that may be the draft's own or the new text's decides only where
	// no quote closes the new text.
	doubtful, reopened := -1, false
	for k := i; k < len(r.lines) && k < i+mostNewLines; k++ {
		s := strings.TrimSpace(r.lines[k].Text)
		if (k > i || first != "") && r.goesOn(k) {
			switch {
			case !r.puzzles(k):
				if doubtful >= 0 {
					k = doubtful
				}
				return k, false
			case doubtful < 0:
				doubtful = k
			}
		}
		ours := depth(s)
		d += ours
		reopened = reopened || doubtful >= 0 && opens(s, 0)
		switch {
		case !closes(s):
		case d <= 0:
			if later := r.closesLater(k + 1); later > 0 {
				return later, false
			}
			return k + 1, true
		case (doubtful < 0 || ours < 0 && !reopened) && (k+1 == len(r.lines) || r.goesOn(k+1)):
			return k + 1, false
		}
	}
	if doubtful >= 0 {
		return doubtful, false
	}
	return min(i+1, len(r.lines)), false
}

// closesLater returns the end of new text that seems to have ended before line
// i, where a quote in it was never opened: the line that closes one more before
// the draft goes on. It is 0 if there is none.
func (r *reader) closesLater(i int) int {
	for k := i; k < min(i+mostNewLines, len(r.lines)) && !r.goesOn(k); k++ {
		s := strings.TrimSpace(r.lines[k].Text)
		if opensText(s) {
			return 0
		}
		if closes(s) && depth(s) < 0 && (k+1 == len(r.lines) || r.goesOn(k+1)) {
			return k + 1
		}
	}
	return 0
}

// puzzles reports whether a line that may go on with the draft may as well be
// new text: it is not understood, or speaks of «настоящий Закон».
func (r *reader) puzzles(k int) bool {
	l := &r.lines[k]
	if l.rest == "" || l.kind == corpus.KindSignature || l.kind == corpus.KindAppendix {
		return false
	}
	o := r.parse(l.rest)
	return o.own || l.level > 0 && o.why != ""
}

// goesOn reports whether the draft goes on at a line: with its signature or an
// appendix, or with an order, under its next number if under one.
func (r *reader) goesOn(k int) bool {
	l := &r.lines[k]
	if l.kind == corpus.KindSignature || l.kind == corpus.KindAppendix && r.appendix == "" {
		return true
	}
	if l.Cells != nil || l.rest == "" || opens(l.rest, 0) || l.level > 0 && !r.succeeds(k, r.i) {
		return false
	}
	o, ok := r.ahead[k]
	if !ok {
		s := l.rest
		if at := textInLine(s); at > 0 {
			s = s[:at]
		}
		if o = r.parse(s); o.why != "" && l.level > 0 {
			if _, whole, hi := r.torn(s, o, k+1); hi > k+1 {
				o = whole
			}
		}
		if r.ahead == nil {
			r.ahead = map[int]order{}
		}
		r.ahead[k] = o
	}
	switch {
	case o.own:
		return l.level > 0 || !startsLower(l.rest)
	case o.why != "":
		return l.level > 0 && o.why != WhyNoOrder
	case len(o.deeds) > 0 || o.act != nil:
		return true
	}
	// «в иных случаях:» is no lead-in of the draft.
	return !slices.ContainsFunc(o.where, func(w Where) bool {
		return slices.ContainsFunc(w.Levels, func(l Level) bool { return l.Noun != "" && len(l.Nums) == 0 })
	})
}

// unquoted takes the quotes away that stand around lines, and the stop behind
// them, which is the draft's.
func unquoted(lines []corpus.Line) []corpus.Line {
	out := slices.Clone(lines)
	if len(out) == 0 {
		return nil
	}
	first, last := &out[0], &out[len(out)-1]
	if first.Text = strings.TrimSpace(first.Text); opensText(first.Text) {
		_, n := utf8.DecodeRuneInString(first.Text)
		first.Text = strings.TrimSpace(first.Text[n:])
		if closes(last.Text) {
			t := strings.TrimRight(last.Text, ".;,: \u00a0")
			_, n := utf8.DecodeLastRuneInString(t)
			last.Text = strings.TrimSpace(t[:len(t)-n])
		}
	}
	return slices.DeleteFunc(out, func(l corpus.Line) bool { return l.Text == "" && l.Cells == nil })
}

func joined(lines []corpus.Line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = strings.TrimSpace(l.Text)
	}
	return strings.Join(texts, "\n")
}

// fragment parses new text into units: of what is added, else of what is
// restated.
func fragment(lines []corpus.Line, op Operation, adds Level) []*corpus.Unit {
	kind := adds.Kind
	if kind == 0 && len(op.Where) > 0 {
		if ls := op.Where[0].Levels; len(ls) > 0 {
			kind = ls[len(ls)-1].Kind
		}
	}
	switch {
	case op.Object != Units && op.Object != Rows:
		return nil
	case kind == corpus.KindPart && (isPart(Level{Step: corpus.Step{Kind: kind, Nums: op.Nums}}) || op.Kind == Restate):
		// A part has a number of its own, or is a paragraph.
		kind = corpus.KindPassage
		if len(lineLabel(lines[0].Text)) > 0 {
			kind = corpus.KindClause
		}
	}
	return parse.Fragment(lines, kind)
}

func lineLabel(s string) string { return lineLabels[2].re.FindString(strings.TrimSpace(s)) }

// numbersAgree reports whether the new units have the numbers that the draft
// announces.
func numbersAgree(op Operation) bool {
	if op.Kind != Add || op.Object != Units || len(op.Units) == 0 || op.Units[0].Num == "" {
		return true
	}
	return !slices.ContainsFunc(op.Nums, func(n string) bool {
		return !strings.Contains(n, "–") && !slices.ContainsFunc(op.Units, func(u *corpus.Unit) bool { return corpus.Number(u.Num) == n })
	})
}
