package compare

import "svod/corpus"

// A Comparison is two editions of an act, provision by provision. Its JSON
// form is stable: fields are added, never renamed.
type Comparison struct {
	Documents []Document `json:"documents"`
	// Rows stand in the order of the new document, what is gone at its old
	// place. Every unit that has a heading or text of its own stands in
	// exactly one row.
	Rows []Row `json:"rows"`
	// Summary counts the rows of each kind of change. What is unchanged is
	// not counted: of two equal documents it is empty.
	Summary map[Change]int `json:"summary"`
	// Units counts the changed units by kind, articles as a whole.
	Units []UnitCount `json:"units"`
	// Crosswalk tells where each old provision went; only CrosswalkReport
	// fills it.
	Crosswalk []CrosswalkRow `json:"crosswalk,omitempty"`
	// Announced are the changes that the notes of the new edition tell of.
	Announced []Announcement `json:"announced,omitempty"`

	old, new   *corpus.Document
	olds, news []*node // in document order; they know their counterparts
	twins      map[*node]*node
	texts      *texts
}

// A Document names one input of a comparison.
type Document struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	SHA256   string `json:"sha256"`
	Edition  string `json:"edition,omitempty"`
	Language string `json:"language,omitempty"`
}

// A Change is what happened to a provision.
type Change string

// The kinds of change. A provision that was moved or renumbered and changed at
// once is Moved or Renumbered; its edits show the rest.
const (
	Unchanged  Change = "unchanged"
	Changed    Change = "changed"
	Added      Change = "added"
	Removed    Change = "removed"
	Moved      Change = "moved"
	Renumbered Change = "renumbered"
	Split      Change = "split"
	Merged     Change = "merged"
	Notes      Change = "notes" // only editorial notes differ
)

// Changes returns the kinds of change in the order in which people read them.
func Changes() []Change {
	return []Change{Changed, Added, Removed, Moved, Renumbered, Split, Merged, Notes, Unchanged}
}

// A Row is one provision in both editions. Old or New is empty for what was
// added or removed; they hold several provisions for a split or a merge. A
// counterpart that stands only by its number, because it was repealed or is
// not yet in force, has its address and no text.
type Row struct {
	Change    Change  `json:"change"`
	Old       []Place `json:"old"`
	New       []Place `json:"new"`
	MatchedBy string  `json:"matched_by"` // see ByExact; "" if nothing was matched
	Score     float64 `json:"score"`      // how alike the texts are, from 0 to 1
	Margin    float64 `json:"margin"`     // by how much the next best counterpart was worse
	Check     bool    `json:"check"`      // a person should look at this pair
	Repealed  bool    `json:"repealed"`   // removed by name: its number stays, «исключен»
	// Punctuation says that no word changed, only signs.
	Punctuation bool `json:"punctuation,omitempty"`
	// Edits run over the old texts and the new texts, each joined by newlines.
	Edits []Edit `json:"edits"`
	// Cells are those that changed, in a row of a table that stayed.
	Cells []CellChange `json:"cells,omitempty"`

	olds, news []*node
}

// A Place is a provision in one of the documents: heading, newline, own text.
type Place struct {
	Address corpus.Address `json:"address"`
	Text    string         `json:"text"`
}

// Compare compares two editions of an act, or two acts of which one took the
// place of the other.
func Compare(old, new *corpus.Document) *Comparison {
	m := newMatcher(old, new)
	// The smaller text is always taken for the old one while pairs are made,
	// so that the result cannot depend on the order of inputs.
	m.swapped = after(m.old, m.new)
	if m.swapped {
		m.old, m.new = m.new, m.old
	}
	m.align(m.old.roots, m.new.roots)
	m.kindred()
	m.moves()
	m.splits()
	if m.swapped {
		m.old, m.new = m.new, m.old
		m.turnGroups()
	}
	c := m.comparison()
	c.announce()
	return c
}

func newMatcher(old, new *corpus.Document) *matcher {
	m := &matcher{texts: newTexts(), tables: map[*node]*columnMap{}}
	m.lang = old.Meta.Language
	if m.lang == "" || new.Meta.Language != m.lang {
		m.lang = "ru"
	}
	m.old, m.new = newSide(old, m.texts), newSide(new, m.texts)
	return m
}

// comparison makes rows of the pairs.
func (m *matcher) comparison() *Comparison {
	c := &Comparison{
		Documents: []Document{Named(m.old.doc), Named(m.new.doc)},
		old:       m.old.doc,
		new:       m.new.doc,
	}
	c.Rows = m.rows()
	c.twins, c.texts = m.twins(), m.texts
	c.olds, c.news = m.old.nodes, m.new.nodes
	for _, o := range c.olds {
		o.gone = true
	}
	c.Summary = map[Change]int{}
	for _, r := range c.Rows {
		if r.Change != Unchanged {
			c.Summary[r.Change]++
		}
	}
	c.Units = c.units(nil)
	return c
}

// Named names a document for the data of an analysis.
func Named(d *corpus.Document) Document {
	out := Document{ID: d.ID, Title: d.Meta.Title, Edition: d.Meta.Edition, Language: d.Meta.Language}
	if d.Source != nil {
		out.SHA256 = d.Source.SHA256
	}
	return out
}

// after reports whether a comes after b in an order that depends on nothing
// but their texts.
func after(a, b *side) bool {
	for i := range min(len(a.nodes), len(b.nodes)) {
		x, y := a.nodes[i], b.nodes[i]
		if x.own.text != y.own.text {
			return x.own.text > y.own.text
		}
		if x.addr != y.addr {
			return x.addr > y.addr
		}
	}
	return len(a.nodes) > len(b.nodes)
}

func (m *matcher) turnGroups() {
	seen := map[*group]bool{}
	for _, n := range m.old.nodes {
		if g := n.group; g != nil && !seen[g] {
			seen[g] = true
			g.old, g.new = g.new, g.old
		}
	}
}
