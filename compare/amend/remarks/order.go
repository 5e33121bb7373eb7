package remarks

import (
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/words"
)

// A placed row is one whose act and provisions are known.
type placed struct {
	row  int
	act  *act
	refs []Ref
	key  rank
	ops  []int
	// doubtful says that its text stands elsewhere: nothing is told of its order.
	doubtful bool
}

// A rank is a place in an act by numbers: of each level its kind and number.
type rank []corpus.Step

// rankOf is the place of a reference in an act, nil if it has none.
func rankOf(r Ref, f *flat) rank {
	if len(r.Steps) == 0 {
		return nil
	}
	steps := slices.Clone(r.Steps)
	if k := steps[0].Kind; f != nil && k > corpus.KindAppendix && k < corpus.KindArticle {
		for _, at := range f.doc.Resolve(r.Reference) { // a chapter stands where its first article does
			if u := f.doc.At(at); u != nil {
				var first *corpus.Unit
				u.Walk(func(x *corpus.Unit) bool {
					if x.Kind == corpus.KindArticle && first == nil {
						first = x
					}
					return first == nil
				})
				if first != nil {
					return rank{{Kind: corpus.KindArticle, Nums: []string{corpus.Number(first.Num)}}}
				}
			}
		}
	}
	if r.Heading {
		steps = append(steps, corpus.Step{Kind: corpus.KindRequisite})
	}
	return steps
}

// place sorts kinds: preamble, articles, appendices.
func place(k corpus.Kind) int {
	switch {
	case k == corpus.KindAppendix:
		return 3
	case k == corpus.KindSignature:
		return 2
	case k < corpus.KindAppendix:
		return 0
	}
	return 1
}

func firstNum(s corpus.Step) string {
	if len(s.Nums) == 0 {
		return ""
	}
	n, _, _ := strings.Cut(s.Nums[0], "–")
	return n
}

// compareRanks orders places in an act; it is 0 where it cannot tell.
func compareRanks(a, b rank) int {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if p, q := place(x.Kind), place(y.Kind); i == 0 && p != q {
			return p - q
		}
		if x.Kind != y.Kind {
			if x.Kind == corpus.KindRequisite {
				return -1
			}
			if y.Kind == corpus.KindRequisite {
				return 1
			}
			return 0
		}
		m, n := firstNum(x), firstNum(y)
		switch {
		case m == n:
		case corpus.NumberLess(m, n):
			return -1
		case corpus.NumberLess(n, m):
			return 1
		}
	}
	return 0
}

// order finds rows that stand twice, and rows out of the order of the act.
func (k *checker) order(places []placed) {
	unknown := k.Draft == nil && k.byOperation(places) // its rows follow a draft that was not given
	for _, a := range k.acts {
		var in []placed
		for _, p := range places {
			if p.act != a || len(p.refs) == 0 {
				continue
			}
			if p.key = rankOf(p.refs[0], a.now()); p.key != nil {
				in = append(in, p)
			}
		}
		in = k.twice(in, a)
		if unknown {
			continue
		}
		in = slices.DeleteFunc(in, func(p placed) bool { return p.doubtful })
		wrong := outOfOrder(in, func(a, b placed) bool { return compareRanks(a.key, b.key) <= 0 })
		if len(wrong) > 0 && a.result != nil { // or the rows follow the draft
			for i := range in {
				in[i].ops = k.touching(a, in[i].refs)
			}
			late := outOfOrder(in, func(a, b placed) bool {
				return len(a.ops) == 0 || len(b.ops) == 0 || a.ops[0] <= b.ops[len(b.ops)-1]
			})
			if len(late) < len(wrong) {
				wrong = late
			}
		}
		for _, i := range wrong {
			k.row = &k.Table.Rows[in[i].row]
			after := ""
			if i > 0 {
				after = k.Table.At(&k.Table.Rows[in[i-1].row], Element)
			}
			k.find(Finding{Kind: Order, Address: first(a.now(), in[i].refs), Quote: after}, a.now())
		}
	}
}

// byOperation reports whether provisions stand in several rows, a change in each:
// such a table follows the draft, not the act.
func (k *checker) byOperation(in []placed) bool {
	seen, again := map[string]bool{}, 0
	for _, p := range in {
		if p.act == nil || len(p.refs) == 0 || p.doubtful {
			continue
		}
		key := p.act.now().doc.Meta.Title + "\x00" + foldHead(k.Table.At(&k.Table.Rows[p.row], Element))
		if seen[key] {
			again++
		}
		seen[key] = true
	}
	return again > 1
}

// twice finds rows that stand in the table again, and returns the others.
func (k *checker) twice(in []placed, a *act) []placed {
	var out []placed
	seen := map[string]int{}
	for _, p := range in {
		r := &k.Table.Rows[p.row]
		key := foldHead(k.Table.At(r, Element)) + "\x00" + flatText(k.Table.At(r, Before)) + "\x00" + flatText(k.Table.At(r, After))
		if had, ok := seen[key]; ok {
			k.row = r
			k.find(Finding{Kind: Twice, Address: first(a.now(), p.refs), Text: k.Table.At(&k.Table.Rows[had], Number), Quote: k.Table.At(r, Number)}, a.now())
			continue
		}
		seen[key] = p.row
		out = append(out, p)
	}
	return out
}

func flatText(s string) string { return strings.Join(strings.Fields(words.Fold(s)), " ") }

// outOfOrder returns the fewest rows that would have to be moved.
func outOfOrder(in []placed, fits func(a, b placed) bool) []int {
	n := len(in)
	if n > 2000 {
		n = 2000
	}
	best, from := make([]int, n), make([]int, n)
	end := -1
	for i := range n {
		best[i], from[i] = 1, -1
		for j := range i {
			if best[j]+1 > best[i] && fits(in[j], in[i]) {
				best[i], from[i] = best[j]+1, j
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	keep := map[int]bool{}
	for ; end >= 0; end = from[end] {
		keep[end] = true
	}
	var out []int
	for i := range n {
		if !keep[i] {
			out = append(out, i)
		}
	}
	return out
}
