package amend

import (
	"slices"
	"strings"
	"unicode"

	"svod/corpus"
	"svod/corpus/parse"
)

// longestText is how many lines new text may have; a whole code is not quoted.
const longestText0 = 1500

// depth counts the quotes that a line leaves open.
func depth0(s string) int {
	d := 0
	for i, r := range s {
		switch {
		case isOpening0(s, i):
			d++
		case strings.ContainsRune(closingQuotes0, r) || r == '"':
			d--
		}
	}
	return d
}

// closes reports whether a line ends with a closing quote.
func closes0(s string) bool {
	s = strings.TrimRight(s, ".;,: \u00a0")
	return strings.HasSuffix(s, "»") || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "\"") || strings.HasSuffix(s, "“")
}

// newText returns the lines of new text that begins at line i, or in the line
// before it with first, less the quotes around it.
func (r *reader0) newText(i int, first string) (lines []corpus.Line, hi int, doubts []Doubt) {
	if first == "" && (i >= len(r.lines) || r.lines[i].kind == corpus.KindSignature) {
		return nil, i, nil
	}
	head := first
	if first == "" {
		head = strings.TrimSpace(r.lines[i].Text)
	}
	if head == "" && r.lines[i].Cells == nil {
		return nil, i, nil
	}
	closed := true
	quoted := r.lines[min(i, len(r.lines)-1)].Cells == nil && isOpening0(head+" ", 0) || first != ""
	if quoted || head == "«" || head == "\"" {
		hi, closed = r.quoteEnd(i, first)
		if !closed {
			doubts = append(doubts, DoubtQuotes)
		}
	} else {
		if r.goesOn(i) {
			return nil, i, nil
		}
		doubts = append(doubts, DoubtUnquoted)
		for hi = i + 1; hi < len(r.lines) && hi < i+longestText0 && !r.goesOn(hi); hi++ {
		}
	}
	if first != "" {
		lines = append(lines, corpus.Line{Text: first, Page: r.lines[i-1].Page})
	}
	for _, l := range r.lines[i:hi] {
		lines = append(lines, l.Line)
	}
	return unquote0(lines), hi, doubts
}

// quoteEnd returns the end of what is quoted from line i on, or from first,
// which stands in the line before it.
func (r *reader0) quoteEnd(i int, first string) (hi int, closed bool) {
	d := 0
	if first != "" {
		if d = depth0(first); closes0(first) && (d <= 0 || i >= len(r.lines) || r.goesOn(i)) {
			return i, d == 0
		}
	}
	for k := i; k < len(r.lines) && k < i+longestText0; k++ {
		s := strings.TrimSpace(r.lines[k].Text)
		if (k > i || first != "") && r.goesOn(k) && (d <= 1 || !r.closesLater(k, d)) {
			return k, false
		}
		d += depth0(s)
		switch {
		case !closes0(s):
		case d <= 0:
			return k + 1, true
		case k+1 == len(r.lines) || r.goesOn(k+1):
			return k + 1, false
		}
	}
	return min(i+1, len(r.lines)), false
}

// closesLater reports whether open quotes are closed soon behind a line that
// looks as if the draft went on there.
func (r *reader0) closesLater(k, d int) bool { return false }

// goesOn reports whether the draft goes on at a line: with its signature or an
// appendix, with a number and words of its own, or with a whole order.
func (r *reader0) goesOn(k int) bool {
	l := &r.lines[k]
	if l.kind == corpus.KindSignature || l.kind == corpus.KindAppendix && k > 0 && r.lines[k-1].kind != corpus.KindAppendix {
		return true
	}
	if l.Cells != nil || l.rest == "" || isOpening0(l.rest, 0) {
		return false
	}
	if l.level > 0 {
		if !r.succeeds(l) {
			return false
		}
		if r.isFinal(l.rest) {
			return true
		}
	} else if !startsLower0(l.rest) && !r.isFinal(l.rest) {
		if !slices.ContainsFunc([]string{"Внести", "Признать", "Дополнить"}, func(w string) bool { return strings.HasPrefix(l.rest, w) }) {
			return false
		}
	}
	s := l.rest
	if at := textInLine0(s); at > 0 {
		s = s[:at]
	}
	o, why := r.language.read(s)
	if why != "" {
		return false
	}
	if len(o.deeds) > 0 || len(o.acts) > 0 {
		return true
	}
	return o.follow && !slices.ContainsFunc(o.where, func(w Where) bool {
		return slices.ContainsFunc(w.Levels, func(l Level) bool { return l.Noun != "" && len(l.Nums) == 0 })
	})
}

// succeeds reports whether a number goes on with those of the draft that are
// open: it is the next of its level, as far as numbers in figures tell.
func (r *reader0) succeeds(l *line0) bool {
	for k := r.i; k >= 0; k-- {
		up := &r.lines[k]
		if up.level == l.level {
			return next0(up.num, l.num)
		}
		if up.level > 0 && up.level < l.level { // its list would begin here
			return l.num == "1" || l.num == "а"
		}
	}
	return l.num == "1"
}

// next reports whether a number comes after another: 4 after 3, 3-1 after 3.
func next0(a, b string) bool {
	if isFigure0(a) && isFigure0(b) {
		return atoi0(b) == atoi0(a)+1 || strings.HasPrefix(b, a+"-") || atoi0(strings.Split(b, "-")[0]) == atoi0(strings.Split(a, "-")[0])+1
	}
	x, y := []rune(a), []rune(b)
	return len(x) == 1 && len(y) == 1 && y[0] > x[0] && y[0] <= x[0]+2
}

// unquote takes the quotes away that stand around lines, and the stop behind
// them, which is the draft's.
func unquote0(lines []corpus.Line) []corpus.Line {
	out := slices.Clone(lines)
	if len(out) == 0 {
		return nil
	}
	first := &out[0]
	first.Text = strings.TrimSpace(first.Text)
	opened := isOpening0(first.Text+" ", 0) || first.Text == "«" || first.Text == "\""
	if opened {
		_, rest, _ := cutRune0(first.Text)
		first.Text = strings.TrimSpace(rest)
	}
	last := &out[len(out)-1]
	if opened && closes0(last.Text) {
		t := strings.TrimRight(last.Text, ".;,: \u00a0")
		last.Text = strings.TrimSpace(strings.TrimRightFunc(t[:len(t)-len(lastRune0(t))], unicode.IsSpace))
	}
	return slices.DeleteFunc(out, func(l corpus.Line) bool { return l.Text == "" && l.Cells == nil })
}

func cutRune0(s string) (r rune, rest string, ok bool) {
	for i, c := range s {
		return c, s[i+len(string(c)):], true
	}
	return 0, "", false
}

func lastRune0(s string) string {
	rs := []rune(s)
	if len(rs) == 0 {
		return ""
	}
	return string(rs[len(rs)-1])
}

func join0(lines []corpus.Line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = strings.TrimSpace(l.Text)
	}
	return strings.Join(texts, "\n")
}

// fragment parses new text into units.
func fragment0(lines []corpus.Line, op Operation, added corpus.Kind) []*corpus.Unit {
	kind := added
	if kind == 0 && len(op.Where) > 0 {
		if ls := op.Where[0].Levels; len(ls) > 0 {
			kind = ls[len(ls)-1].Kind
		}
	}
	if kind == corpus.KindPart && op.Kind == Add || op.Object == Sentences || op.Object == Headings || op.Object == Words {
		kind = corpus.KindPassage
	}
	if op.Object == Headings || op.Object == Sentences {
		return nil
	}
	return parse.Fragment(lines, kind)
}

// numbersAgree reports whether the new units have the numbers that the draft
// announces.
func numbersAgree0(op Operation) bool {
	if op.Kind != Add || len(op.Nums) == 0 || len(op.Units) == 0 || op.Object != Units {
		return true
	}
	have := map[string]bool{}
	for _, u := range op.Units {
		have[corpus.Number(u.Num)] = true
	}
	for _, n := range op.Nums {
		if !strings.Contains(n, "–") && !have[n] && op.Units[0].Num != "" {
			return false
		}
	}
	return true
}
