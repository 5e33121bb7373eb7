package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// A Matrix is several acts side by side by content: a row per provision of the
// base, or per group of provisions that are nearest to each other if there is
// no base. Its JSON form is stable.
type Matrix struct {
	Documents []Document  `json:"documents"`
	Base      int         `json:"base"` // its place among Documents, -1 for none
	Rows      []MatrixRow `json:"rows"`
	// Alone lists for each document the provisions that stand in no row with
	// a provision of another.
	Alone [][]Hit `json:"alone"`

	docs []*corpus.Document
}

// A MatrixRow has a cell per document, in the order of Documents.
type MatrixRow struct {
	Label string  `json:"label"`
	Cells [][]Hit `json:"cells"`
}

// A Hit is a provision in a cell. Score says how near it is to the row's own,
// from 0 to 1; in the base it is 1. Check says that a person should look.
type Hit struct {
	Address corpus.Address `json:"address"`
	Text    string         `json:"text"`
	Score   float64        `json:"score"`
	Check   bool           `json:"check,omitempty"`
}

// What is near, and how many of a document's provisions a cell takes.
const (
	nearFloor = 0.3 // the least likeness that is shown
	sureFloor = 0.4 // the least that is not to be checked
	pairFloor = 0.2 // the least for Pairs, which others look at closely
	// headingWeight is what a word of an article's heading weighs in its
	// clauses, a word of their own weighing 1.
	headingWeight = 0.4
	nearShare     = 0.70 // of the best one's likeness, for the second and third
	nearMost      = 3
)

// A provision is what one looks for in other acts: a clause, or an article
// that has none.
type provision struct {
	doc   int
	ord   int
	node  *node
	text  string
	vec   vector
	grams []uint64 // the runs of five stems, by hash, sorted
}

// Acts compares several acts by content. base is the place of the act whose
// provisions make the rows, or -1. But for the order of columns, the order of
// documents does not matter.
func Acts(docs []*corpus.Document, base int) *Matrix {
	m := &Matrix{Base: base, docs: docs, Rows: []MatrixRow{}}
	for _, d := range docs {
		m.Documents = append(m.Documents, Named(d))
	}
	all, finders := findersOf(docs)
	if base >= 0 {
		m.byBase(all, finders)
	} else {
		m.byGroups(all, finders)
	}
	return m
}

// findersOf returns the provisions of each document, and what finds them.
func findersOf(docs []*corpus.Document) ([][]*provision, []*finder) {
	t := newTexts()
	var all [][]*provision
	for i, d := range docs {
		t.lang = cmp.Or(d.Meta.Language, "ru")
		all = append(all, provisions(i, newSide(d, t)))
	}
	finders := make([]*finder, len(docs))
	for i, ps := range all {
		t.lang = cmp.Or(docs[i].Meta.Language, "ru")
		for _, p := range ps {
			p.vec = t.weigh(withHeading(p.node))
			p.grams = hashes(t.stems(p.text))
		}
		finders[i] = newFinder(ps)
	}
	return all, finders
}

// withHeading counts the stems of a provision, those of its article's heading
// too: a clause is about what its article is about.
func withHeading(n *node) []term {
	cs := counts(n)
	if n.parent == nil || n.parent.own.text == "" {
		return cs
	}
	both := slices.Clone(cs)
	for _, x := range n.parent.own.terms {
		both = append(both, term{x.id, headingWeight * x.w})
	}
	slices.SortStableFunc(both, func(a, b term) int { return int(a.id) - int(b.id) })
	out := both[:0]
	for _, x := range both {
		if k := len(out); k > 0 && out[k-1].id == x.id {
			out[k-1].w += x.w
			continue
		}
		out = append(out, x)
	}
	return out
}

func provisions(doc int, s *side) []*provision {
	var out []*provision
	add := func(n *node) {
		if n.words < 4 {
			return
		}
		var b strings.Builder
		writeWhole(&b, n, true)
		out = append(out, &provision{doc: doc, ord: len(out), node: n, text: b.String()})
	}
	for _, n := range s.roots {
		switch n.unit.Kind {
		case corpus.KindRequisite, corpus.KindContents, corpus.KindSignature:
			continue
		}
		if n.opened {
			continue
		}
		clauses := 0
		for _, k := range n.kids {
			if k.unit.Kind == corpus.KindClause {
				clauses++
			}
		}
		if clauses == 0 {
			add(n)
			continue
		}
		for _, k := range n.kids {
			add(k)
		}
	}
	return out
}

func writeWhole(b *strings.Builder, n *node, top bool) {
	if n.own.text != "" {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if !top && n.unit.Label != "" {
			b.WriteString(n.unit.Label + " ")
		}
		b.WriteString(n.own.text)
	}
	for _, k := range n.kids {
		writeWhole(b, k, false)
	}
}

// hashes returns the runs of five stems of a text by their hashes, each once.
func hashes(stems []int32) []uint64 {
	gs := grams(stems)
	out := make([]uint64, len(gs))
	for i, g := range gs {
		out[i] = g.hash
	}
	return slices.Compact(out)
}

// A finder finds the provisions of one act that are near to a given one.
type finder struct {
	ps []*provision
	ix *index
}

func newFinder(ps []*provision) *finder {
	vecs := map[*node]vector{}
	nodes := make([]*node, len(ps))
	for i, p := range ps {
		nodes[i] = p.node
		vecs[p.node] = p.vec
	}
	of := func(n *node) vector {
		if v, ok := vecs[n]; ok {
			return v
		}
		return n.vec
	}
	return &finder{ps, newIndex(nodes, of)}
}

type near struct {
	p     *provision
	score float64
}

// near returns the nearest provisions, best first: by rare stems, then by the
// share of stems or of runs of words that they have in common.
func (f *finder) near(p *provision, floor float64) []near {
	p.node.vec = p.vec
	var out []near
	for _, c := range f.ix.near(p.node) {
		q := f.ps[c.at]
		if s := likeness(p, q); s >= floor {
			out = append(out, near{q, s})
		}
	}
	slices.SortStableFunc(out, func(a, b near) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.p.ord, b.p.ord))
	})
	for i := range out {
		if i == nearMost || out[i].score < nearShare*out[0].score {
			return out[:i]
		}
	}
	return out
}

func likeness(a, b *provision) float64 {
	s := cosine(a.vec, b.vec)
	if few := min(len(a.grams), len(b.grams)); few >= 5 {
		n := 0
		for i, j := 0, 0; i < len(a.grams) && j < len(b.grams); {
			switch x, y := a.grams[i], b.grams[j]; {
			case x < y:
				i++
			case x > y:
				j++
			default:
				n++
				i++
				j++
			}
		}
		s = math.Max(s, float64(n)/float64(few))
	}
	return round(s)
}

func (p *provision) hit(score float64) Hit {
	return Hit{Address: p.node.addr, Text: p.text, Score: score, Check: score > 0 && score < sureFloor}
}

func (m *Matrix) byBase(all [][]*provision, fs []*finder) {
	met := map[*provision]bool{}
	for _, p := range all[m.Base] {
		row := m.row(p)
		for i, f := range fs {
			if i == m.Base {
				row.Cells[i] = []Hit{p.hit(1)}
				continue
			}
			for _, n := range f.near(p, nearFloor) {
				row.Cells[i] = append(row.Cells[i], n.p.hit(n.score))
				met[n.p], met[p] = true, true
			}
		}
		m.Rows = append(m.Rows, row)
	}
	m.alone(all, met)
}

func (m *Matrix) row(p *provision) MatrixRow {
	cells := make([][]Hit, len(m.docs))
	for i := range cells {
		cells[i] = []Hit{}
	}
	return MatrixRow{Label: m.docs[p.doc].Citation(p.node.addr, m.docs[p.doc].Meta.Language), Cells: cells}
}

func (m *Matrix) alone(all [][]*provision, met map[*provision]bool) {
	m.Alone = make([][]Hit, len(all))
	for i, ps := range all {
		m.Alone[i] = []Hit{}
		for _, p := range ps {
			if !met[p] {
				m.Alone[i] = append(m.Alone[i], p.hit(0))
			}
		}
	}
}

// byGroups joins provisions that are each other's nearest. The documents are
// taken in an order of their own, so that the order of inputs does not matter.
func (m *Matrix) byGroups(all [][]*provision, fs []*finder) {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := m.Documents[a], m.Documents[b]
		return cmp.Or(cmp.Compare(x.Title, y.Title), cmp.Compare(x.Edition, y.Edition), cmp.Compare(x.ID, y.ID))
	})
	best := func(p *provision, doc int) (near, bool) {
		ns := fs[doc].near(p, nearFloor)
		if len(ns) == 0 {
			return near{}, false
		}
		return ns[0], true
	}
	met := map[*provision]bool{}
	for x, i := range order {
		for _, p := range all[i] {
			if met[p] {
				continue
			}
			row, found := m.row(p), false
			for _, j := range order[x+1:] {
				n, ok := best(p, j)
				if !ok || met[n.p] {
					continue
				}
				if back, ok := best(n.p, i); !ok || back.p != p {
					continue
				}
				row.Cells[j] = []Hit{n.p.hit(n.score)}
				met[n.p], found = true, true
			}
			if found {
				met[p] = true
				row.Cells[i] = []Hit{p.hit(1)}
				m.Rows = append(m.Rows, row)
			}
		}
	}
	m.alone(all, met)
}

// Report returns the acts side by side, and what stands alone in each.
func (m *Matrix) Report(o Options) *table.Report {
	var base *corpus.Document
	if m.Base >= 0 {
		base = m.docs[m.Base]
	} else if len(m.docs) > 0 {
		base = m.docs[0]
	}
	t, lang := o.Words(base)
	r := &table.Report{Title: cmp.Or(o.Title, t.ActsTitle), Language: lang, Data: m}
	p := &printer{t: t, lang: lang}
	tab := &table.Table{Landscape: true, FontSize: 8, Widths: []float64{4, 12}, Key: 2}
	head := []table.Cell{table.Bold(t.ActsNumber), table.Bold(t.ActsElement)}
	dates := map[string]bool{}
	names := Names(m.docs)
	for i, d := range m.docs {
		r.Made = append(r.Made, made(d))
		head = append(head, table.Cell{Runs: []table.Run{{Text: names[i] + "\n", Mark: table.MarkBold}, {Text: p.dated(d.Meta)}}})
		tab.Widths = append(tab.Widths, 74/float64(len(m.docs)))
		dates[d.Meta.Edition] = true
	}
	if m.Base >= 0 {
		r.Blocks = append(r.Blocks, table.Para(Fill(t.Base, "title", p.edition(base))))
	}
	tab.Head = [][]table.Cell{append(head, table.Bold(t.ActsConclusion))}
	tab.Author = []int{len(tab.Head[0])}
	tab.Widths = append(tab.Widths, 10)
	for i, row := range m.Rows {
		cells := []table.Cell{table.Int(i + 1), table.Text(m.matter(row))}
		about := row.anchor(m.Base)
		for j, hits := range row.Cells {
			if j == m.Base {
				cells = append(cells, table.Text(quote(hits[0].Text, m.baseQuote(row))))
				continue
			}
			cells = append(cells, p.hits(m.docs[j], hits, about))
		}
		tab.Rows = append(tab.Rows, append(cells, table.Cell{}))
	}
	r.Blocks = append(r.Blocks, tab)
	if len(dates) > 1 {
		r.Blocks = append(r.Blocks, table.Para(t.Dates))
	}
	for i, hits := range m.Alone {
		if len(hits) == 0 {
			continue
		}
		r.Blocks = append(r.Blocks, table.Heading(2, Fill(t.Alone, "title", p.edition(m.docs[i]))))
		for _, h := range hits {
			r.Blocks = append(r.Blocks, table.Para(upper(m.docs[i].Citation(h.Address, lang))+". "+quote(strings.Join(strings.Fields(h.Text), " "), 160)))
		}
	}
	return r
}

// Characters of a provision that are quoted, and of one of the base that has no
// counterpart.
const (
	actsQuote  = 400
	aloneQuote = 250
)

func (m *Matrix) baseQuote(row MatrixRow) int {
	for j, hits := range row.Cells {
		if j != m.Base && len(hits) > 0 {
			return actsQuote
		}
	}
	return aloneQuote
}

// anchor returns the text that the others of a row are near to.
func (r MatrixRow) anchor(base int) string {
	for j, hits := range r.Cells {
		if len(hits) > 0 && hits[0].Score == 1 && (base < 0 || j == base) {
			return hits[0].Text
		}
	}
	return ""
}

// matter names a row: the provision of the base, or what a group is about by
// the heading of its article.
func (m *Matrix) matter(r MatrixRow) string {
	if m.Base >= 0 {
		return upper(r.Label)
	}
	for j, hits := range r.Cells {
		if len(hits) == 0 || hits[0].Score < 1 {
			continue
		}
		path := m.docs[j].Path(hits[0].Address)
		for i := len(path) - 1; i >= 0; i-- {
			if path[i].Kind == corpus.KindArticle && path[i].Title != "" {
				return strings.Join(strings.Fields(path[i].Title), " ")
			}
		}
	}
	return upper(r.Label)
}

// nearest returns of a long text the paragraph that has most words in common
// with another text, and what follows.
func nearest(s, about string) string {
	if len([]rune(s)) <= actsQuote || about == "" {
		return s
	}
	known := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(about)) {
		known[w] = true
	}
	at, best, most := 0, 0, -1
	for _, line := range strings.SplitAfter(s, "\n") {
		n := 0
		for _, w := range strings.Fields(strings.ToLower(line)) {
			if known[w] && len(w) > 6 {
				n++
			}
		}
		if n > most {
			best, most = at, n
		}
		at += len(line)
	}
	if best == 0 {
		return s
	}
	return "… " + s[best:]
}

func (p *printer) hits(d *corpus.Document, hits []Hit, about string) table.Cell {
	if len(hits) == 0 {
		return table.Cell{Runs: []table.Run{{Text: p.t.None, Mark: table.MarkItalic}}}
	}
	var c table.Cell
	for i, h := range hits {
		if i > 0 {
			c.Runs = append(c.Runs, table.Run{Text: "\n"})
		}
		name := upper(d.Citation(h.Address, p.lang))
		if h.Score < 1 {
			said := Fill(p.t.Nearest, "score", p.decimal(h.Score))
			if h.Check {
				said += "; " + strings.ToLower(p.t.CheckHead)
			}
			name += " (" + said + ")"
		}
		text := h.Text
		if text != about {
			text = nearest(text, about)
		}
		c.Runs = append(c.Runs, table.Run{Text: name + "\n", Mark: table.MarkBold}, table.Run{Text: quote(text, actsQuote)})
	}
	return c
}

// quote cuts a text at a word.
func quote(s string, most int) string {
	rs := []rune(s)
	if len(rs) <= most {
		return s
	}
	cut := string(rs[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–") + " …"
}
