package compare

import (
	"slices"
	"strconv"
	"strings"

	"svod/corpus"
	"svod/corpus/words"
)

// A node is a unit on its way to a row.
//
// Nodes form a tree of their own: chapters, sections and appendices stand
// beside the articles that they hold, because a new chapter heading must not
// tear the articles of an act from their counterparts. Below articles it is
// the tree of units.
type node struct {
	unit   *corpus.Unit
	addr   corpus.Address
	label  string // what it is called among its siblings: «ст.5-1», «пп.3»; "" for what has no number
	parent *node
	kids   []*node
	ord    int // place in document order
	end    int // place of the first node after it and its kids
	depth  int
	opened bool // a chapter or the like, whose units are its siblings

	own     *passage // heading and own text
	heading int32    // equal ones, equal headings; 0 for none
	all     int32    // identity of the whole: own text, the kids' labels and texts
	words   int      // of the whole
	vec     vector   // of the whole; made on first use

	mate   *node
	by     string
	score  float64
	margin float64 // how much better than the runner-up
	moved  bool
	gone   bool // it is of the old document
	group  *group
}

// A passage is a text that nodes may share: what is asked of equal texts is
// computed once.
type passage struct {
	text  string
	key   int32 // equal keys, equal texts to a reader
	terms []term
	vec   vector // made on first use
	words int
}

// A group is a split (one old, several new) or a merge.
type group struct {
	old, new []*node
	score    float64
}

// A side is one of the two documents.
type side struct {
	doc   *corpus.Document
	nodes []*node // in document order
	roots []*node
	// headings counts them.
	headings map[int32]int
}

// texts interns passages and stems over both documents.
type texts struct {
	passages map[string]*passage
	ids      map[string]int32
	df       []int32 // by stem: in how many passages
	count    int     // of passages
	lang     string
	buf      []words.Word
}

func newTexts() *texts {
	return &texts{passages: map[string]*passage{}, ids: map[string]int32{}}
}

func (t *texts) id(s string) int32 {
	id, ok := t.ids[s]
	if !ok {
		id = int32(len(t.ids))
		t.ids[s] = id
	}
	return id
}

func newSide(d *corpus.Document, t *texts) *side {
	s := &side{doc: d, headings: map[int32]int{}}
	if d.Root == nil {
		return s
	}
	for _, u := range d.Root.Units {
		s.add(u, nil, t)
	}
	return s
}

func (s *side) add(u *corpus.Unit, parent *node, t *texts) {
	n := &node{unit: u, addr: s.doc.AddressOf(u), parent: parent, ord: len(s.nodes)}
	s.nodes = append(s.nodes, n)
	n.label = label(n, parent)
	n.own = t.passage(u.Own())
	n.words = n.own.words
	if u.Title != "" {
		n.heading = 1 + t.id("\x03"+fold(tokenize(u.Title, t.lang)))
		s.headings[n.heading]++
	}
	t.seen(n.own)
	n.opened = opens(u.Kind) && holds(u)
	if parent == nil {
		s.roots = append(s.roots, n)
	} else {
		n.depth = parent.depth + 1
		parent.kids = append(parent.kids, n)
	}
	for _, c := range u.Units {
		if n.opened {
			s.add(c, parent, t)
		} else {
			s.add(c, n, t)
			n.words += n.kids[len(n.kids)-1].words
		}
	}
	n.end = len(s.nodes)
	var b strings.Builder
	b.WriteString(strconv.Itoa(int(n.own.key)))
	for _, k := range n.kids {
		b.WriteByte(' ')
		b.WriteString(k.label)
		b.WriteByte('=')
		b.WriteString(strconv.Itoa(int(k.all)))
	}
	n.all = t.id("\x01" + b.String())
}

// opens reports whether the units of a kind stand beside what they hold.
func opens(k corpus.Kind) bool {
	switch k {
	case corpus.KindAppendix, corpus.KindPart, corpus.KindSection, corpus.KindSubsection, corpus.KindChapter, corpus.KindParagraph:
		return true
	}
	return false
}

// holds reports whether a unit has units with numbers in it. The paragraphs of
// a section that has no others are its own: without it they have no place.
func holds(u *corpus.Unit) bool {
	return len(u.Units) == 0 || slices.ContainsFunc(u.Units, func(k *corpus.Unit) bool {
		return opens(k.Kind) || k.Kind == corpus.KindArticle || k.Kind == corpus.KindClause
	})
}

// label returns what a unit is called among its siblings. Passages and rows
// have no numbers of their own: their addresses only count them.
func label(n, parent *node) string {
	switch n.unit.Kind {
	case corpus.KindPassage, corpus.KindTable, corpus.KindRow:
		return ""
	}
	a := string(n.addr)
	if parent != nil {
		a = a[strings.LastIndexByte(a, '/')+1:]
	}
	a, _, _ = strings.Cut(a, "~")
	return a
}

// empty reports whether the unit is only a number: repealed, or not yet in
// force.
func (n *node) empty() bool { return n.own.text == "" && len(n.kids) == 0 }

// hollow reports whether nothing of the unit and its kids has words.
func (n *node) hollow() bool { return n.words == 0 }

func (t *texts) passage(text string) *passage {
	if p := t.passages[text]; p != nil {
		return p
	}
	p := &passage{text: text}
	var ids []int32
	if isRow(text) {
		p.key, ids = t.id("\x02"+t.rowKey(text)), t.stems(names(text))
	} else { // the usual case: one look at the words is enough
		t.buf = words.Append(t.buf[:0], text, t.lang)
		p.key, ids = t.id("\x02"+fold(tokensOf(text, t.buf))), t.stemsOf(t.buf)
	}
	p.words = len(ids)
	p.terms = countTerms(ids)
	t.passages[text] = p
	return p
}

// seen counts a passage once more: text that an act repeats is not rare.
func (t *texts) seen(p *passage) {
	for _, x := range p.terms {
		for int(x.id) >= len(t.df) {
			t.df = append(t.df, make([]int32, len(t.df)+1024)...)
		}
		t.df[x.id]++
	}
	t.count++
}

// stems returns the stems of a text in order.
func (t *texts) stems(text string) []int32 {
	t.buf = words.Append(t.buf[:0], text, t.lang)
	return t.stemsOf(t.buf)
}

func (t *texts) stemsOf(ws []words.Word) []int32 {
	ids := make([]int32, 0, len(ws))
	for _, w := range ws {
		if w.Part == 0 {
			ids = append(ids, t.id(w.Stem))
		}
	}
	return ids
}
