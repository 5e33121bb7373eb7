package parse

import (
	"slices"
	"strings"

	"svod/corpus"
)

// A builder grows the tree line by line. open is the path from the root to
// the unit that the last line belongs to.
type builder struct {
	p       *parser
	open    []*node
	pending []corpus.Note // notes whose unit is not yet known
}

// A node is an open unit.
type node struct {
	*corpus.Unit
	value []int
	full  bool  // its own text has been read, or there is none to come
	ended bool  // its text so far ends as a sentence does
	dash  bool  // its text ends with a dash: what follows is said of the whole list
	inner []int // the last number of a list inside an item
}

// tree builds the tree from the roles.
func (p *parser) tree() *corpus.Unit {
	root := &corpus.Unit{Kind: corpus.KindDocument, Span: corpus.Span{Lo: 0, Hi: len(p.paras)}}
	b := &builder{p: p, open: []*node{{Unit: root, full: true}}}
	for i := range p.paras {
		b.line(i)
	}
	b.settle(0, nil)
	finish(root)
	return root
}

// line puts line i into its place.
func (b *builder) line(i int) {
	l := &b.p.paras[i]
	switch l.role {
	case note:
		if n := len(b.pending); n > 0 && !l.first && b.pending[n-1].Span.Hi == i {
			b.pending[n-1].Span.Hi++
		} else {
			b.pending = append(b.pending, corpus.Note{Span: corpus.Span{Lo: i, Hi: i + 1}})
		}
	case heading:
		n := b.begin(i, l.label.kind, l.label)
		if hasAny(l.label.rest, []string{"сноска.", "ескерту.", "примечание изпи", "примечание рцпи"}) { // «Статья 8. Сноска. Статья 8 исключена …»
			n.Notes = append(n.Notes, corpus.Note{Text: l.label.rest})
			return
		}
		if text, notes := splitNotes(l.label.rest); b.p.textual(l) {
			n.Text, n.full = text, true
			n.Notes = append(n.Notes, notes...)
		} else {
			n.Title = text
			n.Notes = append(n.Notes, notes...)
		}
		n.ended = true
		n.dismiss()
	case title:
		text, notes := splitNotes(l.Text)
		n := b.extend(i)
		n.Title = strings.TrimPrefix(n.Title+" "+text, " ")
		n.Notes = append(n.Notes, notes...)
		n.dismiss()
	case numbered:
		b.number(i)
	case contents, signature, name:
		kind := map[role]corpus.Kind{contents: corpus.KindContents, signature: corpus.KindSignature, name: corpus.KindRequisite}[l.role]
		if top := b.top(); !l.first && top.Kind == kind && len(b.pending) == 0 {
			b.extend(i) // its text was read with the first line's
			return
		}
		n := b.begin(i, kind, label{})
		if l.role == name {
			n.Title = b.p.joined(i, b.p.runEnd(i), " ")
		} else {
			n.Text = b.p.joined(i, b.p.runEnd(i), "\n")
		}
		n.full = true
	case requisite, published:
		n := b.begin(i, corpus.KindRequisite, label{})
		n.set(l.Text)
	case preamble:
		if l.first || b.top().Kind != corpus.KindPreamble {
			b.begin(i, corpus.KindPreamble, label{}).set(l.Text)
			return
		}
		b.passage(i, len(b.open)-1)
	case caption:
		n := b.begin(i, corpus.KindAppendix, l.label)
		n.Text = l.label.rest
	case captioned:
		n := b.extend(i)
		text := plainText(l)
		if !l.label.none() { // «… бұйрығына» ⏎ «2-қосымша»
			n.Label, n.Num, text = l.label.label, l.label.num, l.label.rest
		}
		n.Text = strings.Trim(n.Text+"\n"+text, "\n")
	case row:
		b.row(i)
	case tableTitle:
		b.tableTitle(i)
	case remarked:
		b.remark(i)
	default:
		b.plain(i)
	}
}

// runEnd returns the end of the lines that go on with line i in its role.
func (p *parser) runEnd(i int) int {
	r := p.paras[i].role
	for i++; i < len(p.paras) && p.paras[i].role == r && !p.paras[i].first; i++ {
	}
	return i
}

// joined returns the text of some lines. Runs may be long, so they are joined
// at once.
func (p *parser) joined(lo, hi int, by string) string {
	texts := make([]string, 0, hi-lo)
	for i := lo; i < hi; i++ {
		texts = append(texts, p.paras[i].Text)
	}
	return strings.Join(texts, by)
}

func (b *builder) top() *node { return b.open[len(b.open)-1] }

// set gives a unit its own text.
func (n *node) set(text string) {
	n.full = true
	text, notes := splitNotes(text)
	n.Text = text
	n.Notes = append(n.Notes, notes...)
	n.ended = ends(text, ".!?")
	n.dash = ends(text, "-–—−")
	n.dismiss()
}

// dismiss moves the words of a repealed unit or a stub to its notes.
func (n *node) dismiss() {
	if n.Num == "" {
		return
	}
	if n.Kind == corpus.KindArticle || n.Kind < corpus.KindArticle {
		if isRepealed(n.Title) {
			n.Notes = append([]corpus.Note{{Text: n.Title}}, n.Notes...)
			n.Title, n.Repealed, n.full = "", true, true
		}
	}
	switch {
	case n.Text == "" && n.Title == "" && n.full:
		n.Repealed = n.Repealed || noteRepeals(n.Notes)
	case isRepealed(n.Text) && runeLen(n.Text) < 1500 && !ends(n.Text, ":"):
		n.Repealed = true
		fallthrough
	case n.Text != "" && isStub(n.Text):
		n.Notes = append([]corpus.Note{{Text: n.Text}}, n.Notes...)
		n.Text = ""
	}
}

// noteRepeals reports whether the first note says that its unit is gone.
func noteRepeals(notes []corpus.Note) bool { return len(notes) > 0 && isRepealed(notes[0].Text) }

// depthFor returns how much of the path stays open when a unit of a kind
// begins.
func (b *builder) depthFor(kind corpus.Kind) int {
	n := len(b.open)
	for n > 1 {
		k := b.open[n-1].Kind
		leaf := corpus.KindRequisite <= k && k <= corpus.KindSignature
		if k < kind && !leaf || k == corpus.KindPreamble && kind >= corpus.KindPassage {
			break
		}
		n--
	}
	return n
}

// begin opens a unit at line i and closes what cannot hold it.
func (b *builder) begin(i int, kind corpus.Kind, l label) *node {
	d := b.depthFor(kind)
	if kind == corpus.KindSignature || kind == corpus.KindContents || kind == corpus.KindRequisite || kind == corpus.KindPreamble {
		// They stand in the appendix that is open, else in the document.
		for d = len(b.open); d > 1 && b.open[d-1].Kind != corpus.KindAppendix; d-- {
		}
	}
	if kind == corpus.KindAppendix {
		d = b.appendixDepth(i)
	}
	u := &corpus.Unit{Kind: kind, Label: l.label, Num: l.num, Span: corpus.Span{Lo: i, Hi: i + 1}}
	b.settle(d-1, u)
	parent := b.open[d-1]
	parent.Units = append(parent.Units, u)
	parent.full = parent.full || kind < corpus.KindPassage
	n := &node{Unit: u, value: l.value}
	b.open = append(b.open[:d], n)
	b.cover(i)
	return n
}

// extend adds line i to the unit that is open.
func (b *builder) extend(i int) *node {
	b.settle(len(b.open)-1, nil)
	b.cover(i)
	return b.top()
}

// cover stretches the spans of all open units to line i.
func (b *builder) cover(i int) {
	for _, n := range b.open[1:] {
		n.Span.Hi = i + 1
	}
}

// number opens a clause, subclause or item.
func (b *builder) number(i int) {
	l := &b.p.paras[i]
	lb := l.label
	switch {
	case b.belowItem(lb):
		b.passage(i, len(b.open)-1)
		return
	case b.belowDecimal(lb):
		lb.kind++ // a clause becomes a subclause, a subclause an item
	case lb.kind == corpus.KindSubclause:
		lb.kind = b.subclauseOrItem(lb)
	}
	n := b.begin(i, lb.kind, lb)
	if lb.rest != "" {
		n.set(lb.rest)
	}
}

// belowItem reports whether «1)» begins or goes on with a list inside «б) …:»,
// for which there is no further level: its members are passages.
func (b *builder) belowItem(l label) bool {
	item := b.top()
	if item.Kind != corpus.KindItem || len(item.value) > 0 || l.kind != corpus.KindSubclause || !strings.HasSuffix(item.Text, ":") {
		return false
	}
	if !follows(item.inner, l.value) {
		return false
	}
	item.inner = l.value
	return true
}

// belowDecimal reports whether «1.1.» is a member of the list that «1. …:»
// opens, and no clause inserted after it; likewise «1.1.1.» below «1.1.».
func (b *builder) belowDecimal(l label) bool {
	if !strings.Contains(l.num, ".") || l.kind != corpus.KindClause && l.kind != corpus.KindSubclause || len(l.value) < 2 {
		return false
	}
	for _, n := range b.open {
		if n.Kind == l.kind && slices.Equal(n.value, l.value[:len(l.value)-1]) {
			if k := len(n.Units); k > 0 && n.Units[k-1].Kind == l.kind+1 {
				return strings.HasPrefix(n.Units[k-1].Num, n.Num+".")
			}
			return strings.HasSuffix(n.Text, ":") && len(n.Units) == 0
		}
	}
	return false
}

// subclauseOrItem decides about «1)» under a subclause that ends with a
// colon: a list inside it.
func (b *builder) subclauseOrItem(l label) corpus.Kind {
	var sub, item *node
	for _, n := range b.open {
		switch n.Kind {
		case corpus.KindSubclause:
			sub = n
		case corpus.KindItem:
			item = n
		}
	}
	switch {
	case sub == nil:
	case item == nil:
		if len(l.value) == 1 && l.value[0] == 1 && len(sub.value) > 0 && strings.HasSuffix(sub.Text, ":") && len(sub.Units) == 0 {
			return corpus.KindItem
		}
	case strings.HasSuffix(item.Label, ")") && len(item.value) > 0 && follows(item.value, l.value):
		return corpus.KindItem
	}
	return corpus.KindSubclause
}

// row adds a row to its table.
func (b *builder) row(i int) {
	l := &b.p.paras[i]
	top := b.top()
	begun := top.Kind == corpus.KindTable && len(b.pending) == 0 && (!l.first || len(top.Units) == 0)
	if !begun {
		b.openTable(i)
	}
	b.cover(i)
	t := b.top()
	t.Units = append(t.Units, &corpus.Unit{Kind: corpus.KindRow, Text: l.Text, Span: corpus.Span{Lo: i, Hi: i + 1}})
}

// openTable opens a table at line i.
func (b *builder) openTable(i int) *node {
	t := &corpus.Unit{Kind: corpus.KindTable, Span: corpus.Span{Lo: i, Hi: i + 1}}
	d := b.depthFor(corpus.KindTable)
	b.settle(d-1, nil)
	parent := b.open[d-1]
	parent.Units = append(parent.Units, t)
	parent.full = true
	b.open = append(b.open[:d], &node{Unit: t, full: true})
	b.cover(i)
	return b.top()
}

// plain places a paragraph without label: own text of a unit that has none
// yet, else a passage.
func (b *builder) plain(i int) {
	b.leave()
	l := &b.p.paras[i]
	top := b.top()
	if top.Kind == corpus.KindAppendix && top.Title == "" && len(top.Units) == 0 && len(top.Notes) == 0 && isRepealed(l.Text) && strings.ContainsAny(l.Text, "№N") {
		b.extend(i)
		top.Repealed = true
		top.Notes = append(top.Notes, corpus.Note{Text: l.Text})
		return
	}
	if top.Kind == corpus.KindAppendix && top.Title == "" && len(top.Units) == 0 && !startsLower(l.Text) && !ends(l.Text, ":;") && runeLen(l.Text) < 500 {
		b.extend(i)
		top.Title = l.Text
		return
	}
	if top.Kind == corpus.KindAppendix && top.Span.Hi == i && len(top.Units) == 0 && len(b.pending) == 0 && len(top.Title) < 2000 && continuesName(&b.p.paras[i-1], l) {
		b.extend(i)
		top.Title += " " + l.Text
		return
	}
	if !top.full && len(top.Units) == 0 && top.Kind != corpus.KindAppendix && l.role != quoted && !isRepealedPart(l.Text) {
		b.extend(i).set(l.Text)
		return
	}
	b.passage(i, b.passageDepth(i))
}

// leave closes the units that paragraphs cannot go on with.
func (b *builder) leave() {
	for k := b.top().Kind; k == corpus.KindTable || corpus.KindRequisite <= k && k <= corpus.KindSignature; k = b.top().Kind {
		b.settle(len(b.open)-2, nil)
		b.open = b.open[:len(b.open)-1]
	}
}

// passage adds line i as a passage of the unit at a depth of the path.
func (b *builder) passage(i, depth int) {
	b.settle(depth, nil)
	b.open = b.open[:depth+1]
	b.cover(i)
	text, notes := splitNotes(b.p.paras[i].Text)
	u := &corpus.Unit{Kind: corpus.KindPassage, Text: text, Notes: notes, Span: corpus.Span{Lo: i, Hi: i + 1}}
	switch line := b.p.paras[i].Text; {
	case b.p.paras[i].role == quoted:
		u.Text, u.Notes = line, nil
	case isRepealedPart(line):
		u.Text, u.Notes, u.Repealed = "", []corpus.Note{{Text: line}}, true
	}
	top := b.top()
	top.Units = append(top.Units, u)
	top.full = true
	top.ended = ends(u.Text, ".!?") || u.Repealed
}

// finish makes what can only be seen when the tree stands: articles, chapters
// and appendices whose whole body says that they are repealed.
func finish(u *corpus.Unit) {
	for _, c := range u.Units {
		finish(c)
	}
	bare := u.Kind == corpus.KindArticle && u.Text == "" || u.Kind >= corpus.KindAppendix && u.Kind < corpus.KindArticle && u.Title == ""
	if bare && len(u.Units) == 0 && !u.Repealed {
		for _, n := range u.Notes {
			text := n.Text
			if t, ok := cutFold(text, "сноска. "); ok {
				text = t
			} else if t, ok := cutFold(text, "ескерту. "); ok {
				text = t
			}
			if isRepealed(text) {
				u.Repealed = true
			}
		}
	}
}
