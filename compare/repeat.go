package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"svod/corpus"
)

// repeats finds texts that repeat each other among many. Places with the same
// words make one class; classes are linked when enough of one stands in the
// other. Two classes can only be linked if they have a rare run of five words
// in common, so that each is compared with few.
type repeats struct {
	texts   *texts
	classes []*class
	links   []overlap
	at      [2][]int32 // buffers of common
	runs    [2][][2]int32
	linked  map[[2]int32]int // pairs that were compared; then the places of links
}

// A place is a provision where it stands: a clause, an article without
// clauses (a top), or a part of one that has words enough.
type place struct {
	doc    int
	node   *node
	top    *place // itself for a top
	lo, hi int    // its words among those of the document
	class  int32
}

// A class is the places with the same words.
type class struct {
	stems  []int32
	grams  []gram // by hash
	places []*place
}

// A gram is a run of five stems, by hash, and one place where it stands.
type gram struct {
	hash uint64
	at   int32
}

const gramLen = 5

// An overlap is two classes of which one has enough in common with the other.
type overlap struct {
	a, b           int32
	shareA, shareB float64 // of a's words that b has, and of b's
	kept           bool
}

// enough reports whether two classes repeat each other, or one stands in the
// other.
func (l overlap) enough() bool { return l.both() || max(l.shareA, l.shareB) >= partFloor }

func (l overlap) both() bool { return min(l.shareA, l.shareB) >= repeatFloor }

func (c *class) words() int { return len(c.stems) }

// perDocument returns the first places of each document, two of a document so
// that each place has another one.
func (c *class) perDocument() []*place {
	n := map[int]int{}
	var out []*place
	for _, p := range c.places {
		if n[p.doc]++; n[p.doc] <= 2 {
			out = append(out, p)
		}
	}
	return out
}

// differing returns the places of a class without those of which one knows
// all from the others: two of each provision's class will do. Of very many it
// returns the first.
func (c *class) differing() []*place {
	const most = 64
	n := map[int32]int{}
	var out []*place
	for _, p := range c.places {
		if n[p.top.class]++; n[p.top.class] <= 2 || p.top.class < 0 {
			out = append(out, p)
		}
		if len(out) == most {
			break
		}
	}
	return out
}

// whole returns the text of a place.
func (p *place) whole() string {
	var b strings.Builder
	writeWhole(&b, p.node, true)
	return b.String()
}

func newRepeats() *repeats {
	return &repeats{texts: newTexts(), linked: map[[2]int32]int{}}
}

// add takes the provisions of a document, and returns the number of its words.
func (f *repeats) add(doc int, d *corpus.Document) int {
	f.texts.lang = cmp.Or(d.Meta.Language, "ru")
	s := newSide(d, f.texts)
	total := 0
	for _, p := range provisions(doc, s) {
		top := &place{doc: doc, node: p.node, lo: total}
		top.top = top
		stems := f.stems(nil, top, p.node, total)
		total += len(stems)
		f.put(top, stems)
	}
	return total
}

// stems gathers the stems of a node and of what is below it, and makes places
// of its parts.
func (f *repeats) stems(stems []int32, top *place, n *node, from int) []int32 {
	start := len(stems)
	stems = append(stems, f.texts.stems(n.own.text)...)
	for _, k := range n.kids {
		stems = f.stems(stems, top, k, from)
	}
	if n != top.node && len(n.kids) == 0 {
		f.put(&place{doc: top.doc, node: n, top: top, lo: from + start}, stems[start:])
	}
	return stems
}

func (f *repeats) put(p *place, stems []int32) {
	p.hi = p.lo + len(stems)
	if len(stems) < repeatWords {
		p.class = -1
		return
	}
	f.classes = append(f.classes, &class{stems: slices.Clone(stems), places: []*place{p}})
}

// join makes the classes and their links.
func (f *repeats) join() {
	f.unite()
	all := f.index()
	seen := make([]int32, len(f.classes)) // by class: the last one it was met from, plus one
	for i, c := range f.classes {
		a := int32(i)
		seen[a] = a + 1
		for _, list := range f.rarest(c, all) {
			for _, b := range all.near(list, a) {
				if seen[b] != a+1 {
					seen[b] = a + 1
					f.try(min(a, b), max(a, b))
				}
			}
		}
	}
	slices.SortFunc(f.links, func(x, y overlap) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
}

// unite makes one class of places with the same words, and orders classes by
// their words: what is alike comes to stand together, whatever the order of
// documents.
func (f *repeats) unite() {
	// Stems are numbered as they were met; their order must not be that of
	// the documents.
	names := make([]string, len(f.texts.ids))
	for s, id := range f.texts.ids {
		names[id] = s
	}
	sorted := slices.Clone(names)
	slices.Sort(sorted)
	rank := make([]int32, len(names))
	for id, s := range names {
		at, _ := slices.BinarySearch(sorted, s)
		rank[id] = int32(at)
	}
	for _, c := range f.classes {
		for i, id := range c.stems {
			c.stems[i] = rank[id]
		}
	}
	slices.SortStableFunc(f.classes, func(a, b *class) int { return slices.Compare(a.stems, b.stems) })
	out := f.classes[:0]
	for _, c := range f.classes {
		if n := len(out); n > 0 && slices.Equal(out[n-1].stems, c.stems) {
			out[n-1].places = append(out[n-1].places, c.places...)
			continue
		}
		out = append(out, c)
	}
	f.classes = out
	for i, c := range f.classes {
		c.grams = grams(c.stems)
		for _, p := range c.places {
			p.class = int32(i)
		}
	}
}

// grams returns the runs of five stems of a text, by hash.
func grams(stems []int32) []gram {
	var gs []gram
	for i := 0; i+gramLen <= len(stems); i++ {
		h := uint64(14695981039346656037)
		for _, s := range stems[i : i+gramLen] {
			h = (h ^ uint64(uint32(s))) * 1099511628211
			h ^= h >> 29
		}
		gs = append(gs, gram{h, int32(i)})
	}
	slices.SortFunc(gs, func(a, b gram) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
	return gs
}

// A gramIndex lists the classes that have a gram, in their order.
type gramIndex struct {
	hashes  []uint64
	from    []int32 // of the hash's classes
	classes []int32
}

// The classes of a gram that many have are not all walked, only those that
// stand nearest in the order of words.
const (
	maxWalk  = 256
	walkNear = 12
)

func (f *repeats) index() *gramIndex {
	type entry struct {
		hash  uint64
		class int32
	}
	n := 0
	for _, c := range f.classes {
		n += len(c.grams)
	}
	es := make([]entry, 0, n)
	for i, c := range f.classes {
		for _, g := range c.grams {
			es = append(es, entry{g.hash, int32(i)})
		}
	}
	slices.SortFunc(es, func(a, b entry) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.class, b.class)) })
	es = slices.Compact(es)
	ix := &gramIndex{classes: make([]int32, len(es))}
	for i, e := range es {
		if i == 0 || es[i-1].hash != e.hash {
			ix.hashes = append(ix.hashes, e.hash)
			ix.from = append(ix.from, int32(i))
		}
		ix.classes[i] = e.class
	}
	ix.from = append(ix.from, int32(len(es)))
	return ix
}

// list returns the classes that have a gram.
func (ix *gramIndex) list(hash uint64) []int32 {
	i, ok := slices.BinarySearch(ix.hashes, hash)
	if !ok {
		return nil
	}
	return ix.classes[ix.from[i]:ix.from[i+1]]
}

// near returns the classes that have a gram and stand near to one of them.
func (ix *gramIndex) near(list []int32, class int32) []int32 {
	if len(list) <= maxWalk {
		return list
	}
	at, _ := slices.BinarySearch(list, class)
	return list[max(0, at-walkNear):min(len(list), at+walkNear+1)]
}

// rarest returns the lists of the rarest grams of a class: so many that a class
// that has enough in common with it has one of them.
func (f *repeats) rarest(c *class, ix *gramIndex) [][]int32 {
	lists := make([][]int32, len(c.grams))
	for i, g := range c.grams {
		lists[i] = ix.list(g.hash)
	}
	slices.SortStableFunc(lists, func(a, b []int32) int { return len(a) - len(b) })
	return lists[:max(1, len(lists)-leastGrams(c.words())+1)]
}

// leastGrams is the number of grams that two texts have in common at the least
// if one has so many words and enough of them are the other's.
func leastGrams(words int) int {
	return (max(repeatShared, int(math.Ceil(repeatFloor*float64(words)))) + gramLen - 1) / gramLen
}

// try compares two classes, and keeps the pair if enough is shared.
func (f *repeats) try(a, b int32) {
	if _, ok := f.linked[[2]int32{a, b}]; ok {
		return
	}
	f.linked[[2]int32{a, b}] = -1
	x, y := f.classes[a], f.classes[b]
	if f.oneIsPart(x, y) {
		return
	}
	l := overlap{a: a, b: b}
	var inA, inB [][2]int32
	l.shareA, l.shareB, inA, inB = f.shared(x, y)
	if !l.enough() || min(length(inA), length(inB)) < repeatShared {
		return
	}
	f.links = append(f.links, l)
}

// oneIsPart reports whether two classes are only a provision and its own part.
func (f *repeats) oneIsPart(x, y *class) bool {
	return len(x.places) == 1 && len(y.places) == 1 && f.nested(x.places[0], y.places[0])
}

// nested reports whether one of two places lies in the other.
func (f *repeats) nested(p, q *place) bool {
	return p.doc == q.doc && p.lo < q.hi && q.lo < p.hi
}

// shared returns the shares of two classes' words that the other one has too,
// and the runs of these words.
func (f *repeats) shared(x, y *class) (shareX, shareY float64, inX, inY [][2]int32) {
	if x == y {
		n := int32(x.words())
		return 1, 1, [][2]int32{{0, n}}, [][2]int32{{0, n}}
	}
	inX, inY = f.common(x, y)
	return float64(length(inX)) / float64(x.words()), float64(length(inY)) / float64(y.words()), inX, inY
}

// common returns the runs of words that two classes have in common, as they
// stand in each of them. They are good until the next call.
func (f *repeats) common(x, y *class) (inX, inY [][2]int32) {
	a, b := f.at[0][:0], f.at[1][:0]
	for i, j := 0, 0; i < len(x.grams) && j < len(y.grams); {
		h, k := x.grams[i].hash, y.grams[j].hash
		switch {
		case h < k:
			i++
		case h > k:
			j++
		default: // each may say it several times
			for ; i < len(x.grams) && x.grams[i].hash == h; i++ {
				a = append(a, x.grams[i].at)
			}
			for ; j < len(y.grams) && y.grams[j].hash == h; j++ {
				b = append(b, y.grams[j].at)
			}
		}
	}
	f.at = [2][]int32{a, b}
	f.runs[0] = runsOfWords(f.runs[0][:0], a)
	f.runs[1] = runsOfWords(f.runs[1][:0], b)
	return f.runs[0], f.runs[1]
}

// runsOfWords joins grams, by where they stand, into runs of words.
func runsOfWords(out [][2]int32, at []int32) [][2]int32 {
	slices.Sort(at)
	for _, lo := range at {
		if n := len(out); n > 0 && out[n-1][1] >= lo {
			out[n-1][1] = lo + gramLen
		} else {
			out = append(out, [2]int32{lo, lo + gramLen})
		}
	}
	return out
}

func length(ranges [][2]int32) int {
	n := int32(0)
	for _, r := range ranges {
		n += r[1] - r[0]
	}
	return int(n)
}

// choose keeps of the links those that tell a reader something: where two
// provisions repeat each other not their parts as well; where a provision
// stands in a long one, and a part of that one is linked with it, that part.
func (f *repeats) choose() {
	f.linked = map[[2]int32]int{}
	near := make([][]int32, len(f.classes)) // neighbours
	for i, l := range f.links {
		f.linked[[2]int32{l.a, l.b}] = i
		near[l.a] = append(near[l.a], l.b)
		near[l.b] = append(near[l.b], l.a)
	}
	for i := range f.links {
		l := &f.links[i]
		l.kept = f.tells(l.a, l.b) && (l.both() || !f.finer(l, near))
	}
}

// tells reports whether places of two classes, or two places of one class,
// say more than that the provisions they are parts of repeat each other.
func (f *repeats) tells(a, b int32) bool {
	for _, p := range f.classes[a].differing() {
		for _, q := range f.classes[b].differing() {
			if p == q || f.nested(p, q) {
				continue
			}
			if p.top == p && q.top == q || p.top == q.top || !f.alike(p.top, q.top) {
				return true
			}
		}
	}
	return false
}

// alike reports whether two provisions repeat each other.
func (f *repeats) alike(p, q *place) bool {
	if p.class == q.class {
		return p.hi-p.lo >= repeatWords
	}
	i, ok := f.linked[[2]int32{min(p.class, q.class), max(p.class, q.class)}]
	return ok && f.links[i].both()
}

// finer reports whether the part of a link is linked with, or the same as, a
// part of the link's whole.
func (f *repeats) finer(l *overlap, near [][]int32) bool {
	part, whole := l.a, l.b
	if l.shareB > l.shareA {
		part, whole = l.b, l.a
	}
	inWhole := func(c int32) bool {
		return slices.ContainsFunc(f.classes[c].places, func(p *place) bool { return p.top != p && p.top.class == whole })
	}
	return inWhole(part) || slices.ContainsFunc(near[part], inWhole)
}
