package write

import (
	"sort"
	"strings"

	"svod/compare"
	"svod/corpus"
)

// An item is a place in the order of two lists: what stayed, came or went.
type item struct{ old, new *corpus.Unit }

// live are the units of a list that have words: what is repealed, or not in
// force yet, is not there. Rows of a table are all there.
func (w *writer) live(us []*corpus.Unit) []*corpus.Unit {
	var out []*corpus.Unit
	for _, u := range us {
		if w.size(u) > 0 {
			out = append(out, u)
		}
	}
	return out
}

// size counts the words of a unit and all that is in it.
func (w *writer) size(u *corpus.Unit) int {
	if n, ok := w.sizes[u]; ok {
		return n
	}
	n := 0
	if !u.Repealed {
		n = len(strings.Fields(u.Title)) + len(strings.Fields(u.Text))
		for _, k := range u.Units {
			n += w.size(k)
		}
	}
	w.sizes[u] = n
	return n
}

// key is equal for units that read the same, numbers of what stands in them
// included; notes and what is repealed do not count.
func (w *writer) key(u *corpus.Unit) string {
	if k, ok := w.keys[u]; ok {
		return k
	}
	var b strings.Builder
	b.WriteString(w.fold(u.Title))
	b.WriteByte(1)
	b.WriteString(w.fold(u.Text))
	for _, k := range w.live(u.Units) {
		b.WriteByte(2)
		b.WriteString(k.Kind.String())
		b.WriteString(corpus.Number(k.Num))
		b.WriteByte(3)
		b.WriteString(w.key(k))
		b.WriteByte(4)
	}
	w.keys[u] = b.String()
	return b.String()
}

// fold is equal for texts that read the same.
func (w *writer) fold(s string) string {
	f, ok := w.folds[s]
	if !ok && s != "" {
		f = strings.Join(keysOf(compare.Tokens(s, w.lang)), "\x00")
		w.folds[s] = f
	}
	return f
}

// same reports whether two texts read the same.
func (w *writer) same(a, b string) bool { return a == b || w.fold(a) == w.fold(b) }

func numbered(u *corpus.Unit) bool {
	return u.Num != "" && u.Kind < corpus.KindPassage
}

// align pairs the units of two lists: numbered ones by their numbers, or where
// renumbered is set by what they say; paragraphs by what they say, and what is
// left over in one gap by its place.
func (w *writer) align(olds, news []*corpus.Unit, renumbered bool) []item {
	mate := map[*corpus.Unit]*corpus.Unit{}
	taken := map[*corpus.Unit]bool{}
	pair := func(o, n *corpus.Unit) {
		if mate[o] == nil && !taken[n] {
			mate[o], taken[n] = n, true
		}
	}
	at := map[*corpus.Unit]int{}
	for i, n := range news {
		at[n] = i
	}
	if renumbered {
		var links []link
		for i, o := range olds {
			n := w.mates[o]
			if j, ok := at[n]; n != nil && ok && numbered(o) && n.Kind == o.Kind {
				links = append(links, link{i, j})
			}
		}
		for _, l := range increasing(links) {
			pair(olds[l.o], news[l.n])
		}
	}
	byLabel := map[string][]*corpus.Unit{}
	for _, n := range news {
		if label := labelOf(n); label != "" && !taken[n] {
			byLabel[label] = append(byLabel[label], n)
		}
	}
	for _, o := range olds {
		if label := labelOf(o); label != "" && mate[o] == nil && len(byLabel[label]) > 0 {
			pair(o, byLabel[label][0])
			byLabel[label] = byLabel[label][1:]
		}
	}
	w.alignCounted(olds, news, at, mate, pair)
	return inOrder(olds, news, mate)
}

// labelOf is what tells a unit from its neighbours; "" for what is only counted.
func labelOf(u *corpus.Unit) string {
	if !numbered(u) && u.Kind != corpus.KindAppendix && u.Kind != corpus.KindPreamble {
		return ""
	}
	return u.Kind.String() + " " + corpus.Number(u.Num)
}

// alignCounted pairs paragraphs and tables: those of equal text, those that
// compare pairs, then the rest by its place between what is paired.
func (w *writer) alignCounted(olds, news []*corpus.Unit, at map[*corpus.Unit]int, mate map[*corpus.Unit]*corpus.Unit, pair func(o, n *corpus.Unit)) {
	var links []link
	for i, o := range olds {
		n := mate[o]
		if n == nil && labelOf(o) == "" {
			if m := w.mates[o]; m != nil && m.Kind == o.Kind {
				if _, ok := at[m]; ok && labelOf(m) == "" {
					n = m
				}
			}
		}
		if n != nil {
			links = append(links, link{i, at[n]})
		}
	}
	chain := increasing(links)
	chain = append(chain, link{len(olds), len(news)})
	from := link{-1, -1}
	for _, l := range chain {
		if l.o < len(olds) {
			pair(olds[l.o], news[l.n])
		}
		w.alignGap(olds[from.o+1:l.o], news[from.n+1:l.n], pair)
		from = l
	}
}

// A link is a pair by its places in two lists.
type link struct{ o, n int }

// increasing returns the longest run of links that keep the order of both
// lists. They come in the order of the first.
func increasing(links []link) []link {
	var tails []int // of the shortest runs of each length: the last link
	prev := make([]int, len(links))
	for i, l := range links {
		k := sort.Search(len(tails), func(k int) bool { return links[tails[k]].n >= l.n })
		prev[i] = -1
		if k > 0 {
			prev[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	out := make([]link, len(tails))
	if len(tails) > 0 {
		for k, i := len(tails)-1, tails[len(tails)-1]; k >= 0; k, i = k-1, prev[i] {
			out[k] = links[i]
		}
	}
	return out
}

// alignGap pairs the paragraphs of a gap by their place.
func (w *writer) alignGap(olds, news []*corpus.Unit, pair func(o, n *corpus.Unit)) {
	counted := func(us []*corpus.Unit) (out []*corpus.Unit) {
		for _, u := range us {
			if labelOf(u) == "" {
				out = append(out, u)
			}
		}
		return out
	}
	a, b := counted(olds), counted(news)
	for i := range min(len(a), len(b)) {
		if a[i].Kind == b[i].Kind {
			pair(a[i], b[i])
		}
	}
}

// inOrder lists what stayed and came in the order of the new list, what went at
// its old place.
func inOrder(olds, news []*corpus.Unit, mate map[*corpus.Unit]*corpus.Unit) []item {
	back := map[*corpus.Unit]int{}
	for i, o := range olds {
		if mate[o] != nil {
			back[mate[o]] = i
		}
	}
	var out []item
	i := 0
	for _, n := range news {
		j, ok := back[n]
		if !ok {
			out = append(out, item{nil, n})
			continue
		}
		for ; i < j; i++ {
			if mate[olds[i]] == nil {
				out = append(out, item{olds[i], nil})
			}
		}
		i = max(i, j+1)
		out = append(out, item{olds[j], n})
	}
	for ; i < len(olds); i++ {
		if mate[olds[i]] == nil {
			out = append(out, item{olds[i], nil})
		}
	}
	return out
}
