package write

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
)

// A Line is a paragraph of the draft.
type Line struct {
	Kind  LineKind
	Head  string // of an Article: «Статья 1.»
	Text  string
	Cells [][]string // of a Quoted table: its rows
}

// String is the line as plain text has it.
func (l Line) String() string {
	var rows []string
	for _, r := range l.Cells {
		rows = append(rows, strings.Join(r, "\t"))
	}
	if rows != nil {
		return strings.Join(rows, "\n")
	}
	return joinWords(l.Head, l.Text)
}

// A LineKind is what a paragraph of a draft is.
type LineKind uint8

// The kinds of lines.
const (
	Body    LineKind = iota // an order, a lead-in
	Quoted                  // new text
	Mark                    // «Проект»
	Name                    // ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН
	Title                   // О внесении изменений …
	Article                 // Статья 1. …
	Signature
)

// set gives the draft its operations, and these their words.
func (d *Draft) set(steps []step) {
	// Below «в Правилах …:» nothing can be said of the act itself.
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(inAppendix(a), inAppendix(b)) })
	d.steps, d.Operations, d.body = steps, nil, nil
	l := layout{t: d.template}
	for i := 0; i < len(steps); {
		j := i + 1
		for j < len(steps) && sameTop(steps[i].Where[0], steps[j].Where[0]) {
			j++
		}
		l.item(steps[i:j])
		i = j
	}
	l.finish()
	d.body = l.lines
	for i := range steps {
		d.Operations = append(d.Operations, steps[i].Operation)
	}
}

// inAppendix is 1 for what is done in an appendix, 0 for what is done in the act
// itself.
func inAppendix(s step) int {
	if levels := s.Where[0].Levels; len(levels) > 0 && levels[0].Kind == corpus.KindAppendix && inside(&s, 0) {
		return 1
	}
	return 0
}

// sameTop reports whether two operations stand under one number of the draft:
// they touch one article.
func sameTop(a, b amend.Where) bool {
	if len(a.Levels) == 0 || len(b.Levels) == 0 {
		return false
	}
	return len(a.Levels[0].Nums) < 2 && sameLevel(a.Levels[0], b.Levels[0])
}

// A layout writes the lines of operations. The sign behind each is put when
// it is known what follows.
type layout struct {
	t       *Template
	lines   []Line
	items   int
	open    int    // the line that waits for its sign, -1 for none
	prefix  string // of the next line: «1) »
	letters int    // of the article, from 1; 0 for none
}

func (l *layout) item(steps []step) {
	l.items++
	if l.t.numbersItems {
		l.prefix = itoa(l.items) + ") "
	}
	if len(steps) == 1 || len(steps) == 2 && signAndAdd(steps) {
		l.orders(steps, 0, 0)
		return
	}
	if !inside(&steps[0], 0) || !inside(&steps[len(steps)-1], 0) { // «статью 7 считать статьей 8»
		for i := range steps {
			if i > 0 && l.t.numbersItems {
				l.items++
				l.prefix = itoa(l.items) + ") "
			}
			l.orders(steps[i:i+1], 0, 0)
		}
		return
	}
	k := common(steps, 1)
	l.put(l.t.into(steps[0].Where[0].Levels[:k]))
	if l.t.Letters {
		l.letters = 1
	}
	l.orders(steps, k, k)
	l.letters = 0
}

// signAndAdd reports whether one sentence orders the first two operations: the
// sign behind what was the last of a list, and what comes after it.
func signAndAdd(steps []step) bool {
	if len(steps) < 2 || steps[0].Object != amend.Signs || steps[1].Kind != amend.Add || steps[1].Object != amend.Units || steps[1].parts {
		return false
	}
	a, b := steps[0].Where[0].Levels, steps[1].Where[0].Levels
	if len(a) != len(b)+1 || steps[1].Units[0].Num == "" || len(a[len(a)-1].Nums) != 1 {
		return false
	}
	for i := range b {
		if !sameLevel(a[i], b[i]) {
			return false
		}
	}
	return true
}

// orders writes operations below a lead-in that names their first levels.
// Those that share the next level, and are several, get a lead-in of their own.
func (l *layout) orders(steps []step, depth, named int) {
	var closed corpus.Kind // of the lead-in before, which a reader might think to be open still
	for i := 0; i < len(steps); {
		s := &steps[i]
		levels := s.Where[0].Levels
		if signAndAdd(steps[i:]) {
			from := named
			if closed != 0 {
				from = l.reopen(levels, named, closed, levels[min(named, len(levels)-1)].Kind)
			}
			l.signAndAdd(steps[i:i+2], from)
			i += 2
			continue
		}
		if depth > 0 && inside(s, depth) && len(levels[depth].Nums) == 1 {
			j := i + 1
			for j < len(steps) && inside(&steps[j], depth) && sameLevel(levels[depth], steps[j].Where[0].Levels[depth]) {
				j++
			}
			if j-i > 1 && !(j-i == 2 && signAndAdd(steps[i:j])) {
				from := named
				if closed != 0 {
					from = l.reopen(levels[:depth+1], named, closed, levels[depth].Kind)
				}
				k := common(steps[i:j], depth+1)
				l.put(l.letter() + l.t.into(levels[from:k]))
				letters := l.letters
				l.letters = 0
				l.orders(steps[i:j], k, k)
				l.letters = letters
				closed = levels[depth].Kind
				i = j
				continue
			}
		}
		from := named
		if closed != 0 {
			kind := corpus.Kind(0)
			switch {
			case s.Kind == amend.Add && s.Object == amend.Units && len(levels) == named:
				kind = s.Units[0].Kind
			case len(levels) > named:
				kind = levels[named].Kind
			default:
				kind = corpus.KindRow // words of the article itself: after a lead-in to one of its clauses they need it named
			}
			from = l.reopen(levels, named, closed, kind)
		}
		l.order(s, levels[min(from, len(levels)):])
		i++
	}
}

// inside reports whether an operation changes something within the level at a
// depth, and not that itself.
func inside(s *step, depth int) bool {
	n := len(s.Where[0].Levels)
	return n > depth+1 || n == depth+1 && (s.Object != amend.Units || s.Kind == amend.Add)
}

// common is how many levels operations share, that all change something
// within; they share depth at least.
func common(steps []step, depth int) int {
	for {
		levels := steps[0].Where[0].Levels
		for i := range steps {
			at := steps[i].Where[0].Levels
			if !inside(&steps[i], depth) || len(at[depth].Nums) > 1 || !sameLevel(at[depth], levels[depth]) {
				return depth
			}
		}
		depth++
	}
}

// reopen tells from which level a place is to be named after the orders within
// another: from the outermost where its own kind might be read as standing there.
func (l *layout) reopen(levels []amend.Level, named int, closed, kind corpus.Kind) int {
	if kind > closed || kind == corpus.KindPart && closed == corpus.KindClause && !l.t.partsNumbered {
		return max(0, named-1)
	}
	return named
}

func (l *layout) letter() string {
	if l.letters == 0 {
		return ""
	}
	letters := []rune("абвгдежзиклмнопрстуфхцчшщэюя")
	n := l.letters - 1
	l.letters++
	if n >= len(letters) {
		return ""
	}
	return string(letters[n]) + ") "
}

func (l *layout) order(s *step, levels []amend.Level) {
	s.Text = l.t.phrase(s, levels)
	l.put(l.letter() + s.Text)
	if s.Object == amend.Units && (s.Kind == amend.Add || s.Kind == amend.Restate) {
		l.quote(s.Units)
		return
	}
	if s.Object == amend.Rows && len(s.Units) > 0 {
		l.quote([]*corpus.Unit{{Kind: corpus.KindTable, Units: s.Units}})
		return
	}
	if s.Object == amend.Headings {
		l.quoteLine(s.New)
	}
}

func (l *layout) signAndAdd(steps []step, from int) {
	levels := steps[0].Where[0].Levels
	steps[0].Text = l.t.phrase(&steps[0], levels[min(from, len(levels)):])
	with := l.t.added(&steps[1])
	steps[1].Text = put(l.t.Add, "what", "", "with", with)
	sign := steps[0].Text
	if stem, ok := strings.CutSuffix(sign, "сын"); ok && l.t.Language == "kk" { // «ауыстырылып, …»
		sign = stem + "ып"
	}
	l.put(l.letter() + put(l.t.SignAndAdd, "sign", sign, "with", with))
	l.quote(steps[1].Units)
}

// put writes a line, and closes the one before.
func (l *layout) put(text string) {
	l.close(";")
	l.lines = append(l.lines, Line{Text: l.prefix + text})
	l.prefix = ""
	if !strings.HasSuffix(text, ":") {
		l.open = len(l.lines)
	}
}

func (l *layout) close(sign string) {
	if l.open > 0 {
		line := &l.lines[l.open-1]
		if line.Cells == nil {
			line.Text += sign
		} else {
			l.lines = append(l.lines, Line{Kind: Quoted, Text: "»" + sign})
		}
	}
	l.open = 0
}

func (l *layout) finish() { l.close(".") }

// quote writes new units between quotes.
func (l *layout) quote(us []*corpus.Unit) {
	at := len(l.lines)
	for _, u := range us {
		l.unit(u)
	}
	if len(l.lines) == at {
		return
	}
	if first := &l.lines[at]; first.Cells == nil {
		first.Text = "«" + first.Text
	} else {
		l.lines = append(l.lines[:at+1], l.lines[at:]...)
		l.lines[at] = Line{Kind: Quoted, Text: "«"}
	}
	if last := &l.lines[len(l.lines)-1]; last.Cells == nil {
		last.Text += "»"
	}
	l.open = len(l.lines)
}

func (l *layout) quoteLine(text string) {
	l.lines = append(l.lines, Line{Kind: Quoted, Text: "«" + text + "»"})
	l.open = len(l.lines)
}

// unit writes a unit as it stands in an act.
func (l *layout) unit(u *corpus.Unit) {
	if u.Kind == corpus.KindTable {
		table := Line{Kind: Quoted, Cells: [][]string{}}
		for _, r := range u.Units {
			table.Cells = append(table.Cells, strings.Split(r.Text, "\t"))
		}
		l.lines = append(l.lines, table)
		return
	}
	own := *u
	own.Units = nil
	if lines := linesOf(&own); lines != "" {
		for line := range strings.SplitSeq(lines, "\n") {
			l.lines = append(l.lines, Line{Kind: Quoted, Text: line})
		}
	}
	for _, k := range u.Units {
		l.unit(k)
	}
}
