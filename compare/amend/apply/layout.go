package apply

import (
	"slices"
	"strings"

	"svod/corpus"
)

// This file keeps the lines of units in step with their words. A line that a
// change does not touch stays as it is; of one that is touched, only the words
// that changed are other.

// learn remembers how the lines of a kind of unit look.
func (t *tree) learn(u *corpus.Unit) {
	l := t.looks[u.Kind]
	if l.known || u.Repealed {
		return
	}
	var own []corpus.Line
	for _, p := range t.pieces[u] {
		if p.note == 0 {
			own = append(own, p.lines...)
		}
	}
	if len(own) == 0 || u.Kind == corpus.KindArticle && u.Title != "" && u.Text == "" && len(u.Units) == 0 {
		return
	}
	l = look{first: own[0].Style, text: own[len(own)-1].Style, known: true}
	l.together = len(own) == 1 && u.Text != ""
	if len(own) == 1 && u.Title != "" && u.Kind <= corpus.KindArticle {
		l.text = corpus.Style{}
		if k := t.looks[corpus.KindClause]; k.known {
			l.text = k.first
		}
	}
	t.looks[u.Kind] = l
}

// newLines writes the lines of a unit's own words.
func (t *tree) newLines(u *corpus.Unit) []corpus.Line {
	l := t.looks[u.Kind]
	if !l.known && u.Kind == corpus.KindPassage {
		l = t.looks[corpus.KindClause]
	}
	head := joinWords(u.Label, u.Title)
	text := u.Text
	switch {
	case u.Kind == corpus.KindAppendix:
		head = u.Label
	case head == "":
	case u.Title == "" && (l.together || !l.known || u.Kind >= corpus.KindClause):
		head, text = joinWords(head, text), ""
	}
	for i, n := range u.Notes {
		if !slices.ContainsFunc(t.pieces[u], func(p piece) bool { return p.note == i+1 }) {
			if text != "" {
				text = joinWords(text, n.Text)
			} else {
				head = joinWords(head, n.Text)
			}
		}
	}
	var lines []corpus.Line
	add := func(s string, style corpus.Style) {
		for part := range strings.SplitSeq(s, "\n") {
			if part = strings.TrimSpace(part); part != "" {
				lines = append(lines, corpus.Line{Text: part, Style: style})
			}
		}
	}
	if u.Kind == corpus.KindRow {
		return []corpus.Line{rowLine(u.Text)}
	}
	if u.Kind == corpus.KindAppendix { // «Приложение 2» ⏎ «к решению …» ⏎ its title
		add(joinWords(head, text), l.first)
		add(u.Title, l.text)
		return lines
	}
	add(head, l.first)
	style := l.text
	if head == "" {
		style = l.first
	}
	add(text, style)
	return lines
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// rowLine is a row of a table whose cells a text divides by tabs.
func rowLine(text string) corpus.Line {
	l := corpus.Line{Text: text}
	for c := range strings.SplitSeq(text, "\t") {
		l.Cells = append(l.Cells, corpus.Cell{Text: c})
	}
	return l
}

// setTitle gives a unit another heading.
func (t *tree) setTitle(u *corpus.Unit, title string) {
	if title == u.Title {
		return
	}
	was := u.Title
	u.Title = title
	if was == "" || title == "" || !t.swap(u, len(u.Label), was, title) {
		t.relay(u)
	}
	t.changed()
}

// setText gives a unit another text of its own.
func (t *tree) setText(u *corpus.Unit, text string) {
	if text == u.Text {
		return
	}
	was := u.Text
	u.Text = text
	if was == "" || text == "" || strings.Contains(text+was, "\n") || !t.swap(u, len(u.Label), was, text) {
		t.relay(u)
	}
	t.changed()
}

// setCell gives a cell of a row another text.
func (t *tree) setCell(u *corpus.Unit, cell int, text string) {
	for i := range t.pieces[u] {
		for j := range t.pieces[u][i].lines {
			l := &t.pieces[u][i].lines[j]
			if cell >= len(l.Cells) {
				continue
			}
			l.Cells = slices.Clone(l.Cells)
			l.Cells[cell].Text = text
			texts := make([]string, len(l.Cells))
			for k, c := range l.Cells {
				texts[k] = strings.Join(strings.Fields(c.Text), " ")
			}
			l.Text = strings.TrimSpace(strings.Join(texts, "\t"))
			u.Text = l.Text
			t.changed()
			return
		}
	}
}

// setLabel gives a unit another label and number.
func (t *tree) setLabel(u *corpus.Unit, label, num string) {
	was := u.Label
	u.Label, u.Num = label, num
	if was == "" || label == "" || !t.swap(u, 0, was, label) {
		t.relay(u)
	}
	t.changed()
}

// swap puts words in the place of others in the first of a unit's own lines
// that has them, behind its label.
func (t *tree) swap(u *corpus.Unit, behind int, was, is string) bool {
	first := true
	for i := range t.pieces[u] {
		p := &t.pieces[u][i]
		if p.note > 0 {
			continue
		}
		for j := range p.lines {
			l := &p.lines[j]
			from := 0
			if first && behind > 0 && strings.HasPrefix(l.Text, u.Label) {
				from = behind
			}
			first = false
			if at := strings.Index(l.Text[from:], was); at >= 0 && l.Cells == nil {
				l.Text = l.Text[:from+at] + is + l.Text[from+at+len(was):]
				return true
			}
		}
	}
	return false
}

// relay writes a unit's own lines anew.
func (t *tree) relay(u *corpus.Unit) {
	lines := t.newLines(u)
	var style *corpus.Style
	var out []piece
	put := false
	for _, p := range t.pieces[u] {
		if p.note > 0 {
			out = append(out, p)
			continue
		}
		if style == nil && len(p.lines) > 0 {
			style = &p.lines[0].Style
		}
		if !put {
			put = true
			out = append(out, piece{after: p.after, lines: lines})
		}
	}
	if style != nil && len(lines) > 0 {
		lines[0].Style = *style
	}
	if !put && len(lines) > 0 {
		out = slices.Insert(out, 0, piece{lines: lines})
	}
	t.pieces[u] = out
}
