package compare

import (
	"cmp"
	"math"
	"slices"

	"svod/corpus"
)

// A DuplicateTable says which provisions of several acts, or of one, repeat
// each other, and which share of each act is repeated elsewhere.
//
// What is repeated of a provision is the words of it that stand in runs of
// five or more words that the other one has too, endings and case aside. The
// share of a provision that is repeated is asymmetric: a short one may stand
// whole in a long one.
type DuplicateTable struct {
	Documents []Document `json:"documents"`
	// Groups are provisions that repeat each other, the fullest groups first.
	Groups []DuplicateGroup `json:"groups"`
	// Parts are provisions that stand in another, longer one.
	Parts []DuplicatePart `json:"parts"`
	// Shares has a row and a column per document: the share of the words of
	// the row's document that the column's repeats. Where a document meets
	// itself it is what the document says twice.
	Shares [][]float64 `json:"shares"`
	Words  []int       `json:"words"` // of each document

	docs []*corpus.Document
}

// A DuplicateGroup is provisions that repeat each other. The first is the one
// that the others have most in common with.
type DuplicateGroup struct {
	Exact   bool     `json:"exact"` // all have the same words
	Members []Repeat `json:"members"`
}

// A Repeat is a provision of a group. Share is the share of it that the first
// of the group has too, Back the share of the first that it has.
type Repeat struct {
	Document int            `json:"document"` // its place among the documents
	Address  corpus.Address `json:"address"`
	Text     string         `json:"text"`
	Share    float64        `json:"share"`
	Back     float64        `json:"back"`
}

// A DuplicatePart is a provision that stands in a longer one. Each of both may
// stand in several places with the same words.
type DuplicatePart struct {
	Part  []Repeat `json:"part"`
	Whole []Repeat `json:"whole"`
}

const (
	// repeatFloor is the share of both provisions' words that makes them
	// repeats of each other, partFloor the share of one that makes it a part
	// of the other.
	repeatFloor = 0.6
	partFloor   = 0.8
	// repeatWords is how many words a provision must have, and repeatShared
	// how many of them must be repeated: what is shorter, laws cannot but say
	// in the same words.
	repeatWords  = 10
	repeatShared = 8
)

// Duplicates finds the provisions of acts that repeat each other. The result
// does not depend on the order of documents, but for the order in which it is
// told.
func Duplicates(docs []*corpus.Document) *DuplicateTable {
	t := &DuplicateTable{docs: docs, Groups: []DuplicateGroup{}, Parts: []DuplicatePart{}}
	f := newRepeats()
	for i, d := range docs {
		t.Documents = append(t.Documents, Named(d))
		t.Words = append(t.Words, f.add(i, d))
	}
	f.join()
	f.choose()
	t.groups(f)
	t.parts(f)
	t.shares(f)
	return t
}

// groups puts together what is linked both ways.
func (t *DuplicateTable) groups(f *repeats) {
	root := make([]int32, len(f.classes))
	for i := range root {
		root[i] = int32(i)
	}
	find := func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	weight := make([]float64, len(f.classes))
	for _, l := range f.links {
		if l.kept && l.both() {
			a, b := find(l.a), find(l.b)
			root[max(a, b)] = min(a, b)
			weight[l.a] += l.shareA + l.shareB
			weight[l.b] += l.shareA + l.shareB
		}
	}
	members := map[int32][]int32{}
	var order []int32
	for i := range f.classes {
		k := find(int32(i))
		if members[k] == nil {
			order = append(order, k)
		}
		members[k] = append(members[k], int32(i))
	}
	for _, k := range order {
		cs := members[k]
		if len(cs) == 1 && !f.tells(cs[0], cs[0]) {
			continue
		}
		first := slices.MaxFunc(cs, func(a, b int32) int {
			return cmp.Or(cmp.Compare(weight[a], weight[b]), cmp.Compare(f.classes[a].words(), f.classes[b].words()), cmp.Compare(b, a))
		})
		g := DuplicateGroup{Exact: len(cs) == 1}
		g.Members = t.repeats(f, first, first)
		rest := slices.DeleteFunc(slices.Clone(cs), func(c int32) bool { return c == first })
		var others []Repeat
		for _, c := range rest {
			others = append(others, t.repeats(f, c, first)...)
		}
		slices.SortStableFunc(others, func(a, b Repeat) int {
			return cmp.Or(cmp.Compare(b.Share+b.Back, a.Share+a.Back), t.byPlace(a, b))
		})
		g.Members = append(g.Members, others...)
		t.Groups = append(t.Groups, g)
	}
	slices.SortStableFunc(t.Groups, func(a, b DuplicateGroup) int {
		return cmp.Or(-cmp.Compare(acts(a.Members), acts(b.Members)), -cmp.Compare(a.Members[1].Share+a.Members[1].Back, b.Members[1].Share+b.Members[1].Back),
			-cmp.Compare(len(a.Members[0].Text), len(b.Members[0].Text)), cmp.Compare(a.Members[0].Text, b.Members[0].Text))
	})
}

// acts counts the documents that repeats stand in.
func acts(rs []Repeat) int {
	seen := map[int]bool{}
	for _, r := range rs {
		seen[r.Document] = true
	}
	return len(seen)
}

// repeats returns the places of a class, with what it shares with the first.
func (t *DuplicateTable) repeats(f *repeats, c, first int32) []Repeat {
	share, back := 1.0, 1.0
	if c != first {
		share, back, _, _ = f.shared(f.classes[c], f.classes[first])
	}
	var out []Repeat
	for _, p := range f.classes[c].places {
		out = append(out, Repeat{p.doc, p.node.addr, p.whole(), round(share), round(back)})
	}
	slices.SortStableFunc(out, t.byPlace)
	return out
}

// byPlace orders places by document, whatever the order of inputs, and by
// their place in it.
func (t *DuplicateTable) byPlace(a, b Repeat) int {
	x, y := t.Documents[a.Document], t.Documents[b.Document]
	return cmp.Or(cmp.Compare(x.Title, y.Title), cmp.Compare(x.Edition, y.Edition), cmp.Compare(x.ID, y.ID))
}

func (t *DuplicateTable) parts(f *repeats) {
	for _, l := range f.links {
		if !l.kept || l.both() {
			continue
		}
		part, whole := l.a, l.b
		if l.shareB > l.shareA {
			part, whole = l.b, l.a
		}
		p := DuplicatePart{Part: t.repeats(f, part, whole), Whole: t.repeats(f, whole, part)}
		t.Parts = append(t.Parts, p)
	}
	slices.SortStableFunc(t.Parts, func(a, b DuplicatePart) int {
		return cmp.Or(-cmp.Compare(acts(append(slices.Clone(a.Part), a.Whole...)), acts(append(slices.Clone(b.Part), b.Whole...))),
			-cmp.Compare(a.Part[0].Share, b.Part[0].Share), -cmp.Compare(len(a.Part[0].Text), len(b.Part[0].Text)),
			cmp.Compare(a.Part[0].Text, b.Part[0].Text), cmp.Compare(a.Whole[0].Text, b.Whole[0].Text))
	})
}

// shares fills the table of shares: a word of a document counts once for each
// document that repeats it, however often that does.
func (t *DuplicateTable) shares(f *repeats) {
	n := len(t.docs)
	met := make([][][]bool, n)
	for i := range met {
		met[i] = make([][]bool, n)
		for j := range met[i] {
			met[i][j] = make([]bool, t.Words[i])
		}
	}
	mark := func(p *place, other []*place, ranges [][2]int32) {
		for _, q := range other {
			if q == p || f.nested(p, q) {
				continue
			}
			words := met[p.doc][q.doc][p.lo:p.hi]
			for _, r := range ranges {
				for k := r[0]; k < r[1]; k++ {
					words[k] = true
				}
			}
		}
	}
	// Equal places of one document say the same: one for each is enough.
	for _, c := range f.classes {
		if len(c.places) > 1 {
			all := [][2]int32{{0, int32(c.words())}}
			firsts := c.perDocument()
			for _, p := range c.places {
				mark(p, firsts, all)
			}
		}
	}
	for _, l := range f.links {
		if !l.kept {
			continue
		}
		a, b := f.classes[l.a], f.classes[l.b]
		_, _, inA, inB := f.shared(a, b)
		as, bs := a.perDocument(), b.perDocument()
		for _, p := range a.places {
			mark(p, bs, inA)
		}
		for _, p := range b.places {
			mark(p, as, inB)
		}
	}
	t.Shares = make([][]float64, n)
	for i := range t.Shares {
		t.Shares[i] = make([]float64, n)
		for j := range t.Shares[i] {
			k := 0
			for _, m := range met[i][j] {
				if m {
					k++
				}
			}
			if t.Words[i] > 0 {
				t.Shares[i][j] = math.Round(1e4*float64(k)/float64(t.Words[i])) / 1e4
			}
		}
	}
}
