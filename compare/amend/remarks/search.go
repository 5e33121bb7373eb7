package remarks

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/words"
)

// A verdict is where a cell stands in an act.
type verdict struct {
	ok    bool // it could be laid
	moved bool // it stands, but not where the row says
	laid  *laid
	f     *flat
	named map[int]bool
	tails []tail
}

// A tail is words of a paragraph before the cell begins, or behind its end.
type tail struct {
	law  []int
	cell int // at which word of the cell
}

// clean reports whether a cell has the words of an act, where its row says.
func (v *verdict) clean() bool { return v.ok && !v.moved && v.cost() == 0 }

// exact reports whether it has the signs between them, too.
func (v *verdict) exact(q *quote) bool { return v.clean() && len(v.signs(q)) == 0 }

func (v *verdict) cost() int {
	n := v.laid.cost
	for _, t := range v.tails {
		n += costMiss * len(t.law)
	}
	return n
}

// share is how much of the cell stands in the act.
func (v *verdict) share(q *quote) float64 {
	n := 0
	for _, c := range v.laid.covered {
		n += c
	}
	return float64(n) / float64(max(1, q.count()))
}

// main is the provision of which the cell has most, headings aside.
func (v *verdict) main() corpus.Address {
	best, most := -1, 0
	for _, p := range slices.Sorted(maps.Keys(v.laid.covered)) {
		n := v.laid.covered[p]
		if v.f.paras[p].heading {
			n = min(n, 1)
		}
		if n > most {
			best, most = p, n
		}
	}
	if best < 0 {
		return ""
	}
	return v.f.paras[best].at
}

// try lays a cell along some paragraphs.
func (f *flat) try(q *quote, paras []int, named map[int]bool) *verdict {
	v := &verdict{f: f, named: named, laid: lay(q, scope{f: f, paras: paras, named: named})}
	v.ok = v.laid.full
	if !v.ok {
		return v
	}
	seq := v.laid.seq
	if lo := v.laid.lo; len(q.words) > 0 && !q.words[0].gap && lo < len(seq) {
		var t tail
		p := f.words[seq[lo]].para
		for w := f.paras[p].lo; w < seq[lo]; w++ {
			if !f.words[w].label {
				t.law = append(t.law, w)
			}
		}
		if len(t.law) > 0 {
			v.tails = append(v.tails, t)
		}
	}
	if n, hi := len(q.words), v.laid.hi; n > 0 && !q.words[n-1].gap && hi > 0 && hi <= len(seq) {
		t := tail{cell: n}
		p := f.words[seq[hi-1]].para
		for w := seq[hi-1] + 1; w < f.paras[p].hi; w++ {
			t.law = append(t.law, w)
		}
		if !q.gaps {
			for _, k := range paras {
				if k > p && named[k] {
					for w := f.paras[k].lo; w < f.paras[k].hi; w++ {
						t.law = append(t.law, w)
					}
				}
			}
		}
		if len(t.law) > 0 {
			v.tails = append(v.tails, t)
		}
	}
	return v
}

// search finds where a cell stands: where its row says, else in the same
// article, else anywhere in the act.
func (f *flat) search(a *act, q *quote, refs []Ref) *verdict {
	named, around := f.named(refs)
	var best *verdict
	if len(named) > 0 {
		both := maps.Clone(named)
		maps.Copy(both, around)
		best = f.try(q, slices.Sorted(maps.Keys(both)), named)
		if best.clean() {
			return best
		}
	}
	tops := f.topOf(refs)
	if len(tops) > 0 {
		var paras []int
		for top := range tops {
			for p := f.tops[top][0]; p < f.tops[top][1]; p++ {
				paras = append(paras, p)
			}
		}
		slices.Sort(paras)
		in := named
		if len(named) == 0 {
			in = map[int]bool{}
		}
		if v := f.try(q, paras, in); v.ok && (best == nil || !best.ok || 2*v.cost() < best.cost()) {
			v.moved = v.strays(q, named, around, refs)
			best = v
		}
	}
	if best != nil && best.ok && best.cost()*4 < costMiss*q.count() && !best.moved {
		return best
	}
	if v := f.elsewhere(a, q); v != nil && v.ok && (best == nil || !best.ok || 2*v.cost() < best.cost() && v.share(q) > 0.6) {
		v.moved = len(refs) > 0
		return v
	}
	if best == nil {
		return &verdict{ok: true, f: f, laid: &laid{cost: far, covered: map[int]int{}}}
	}
	return best
}

// strays reports whether a cell has nothing of what the row names, and
// something else.
func (v *verdict) strays(q *quote, named, around map[int]bool, refs []Ref) bool {
	if len(named) == 0 {
		return !slices.ContainsFunc(refs, func(r Ref) bool { return r.New })
	}
	in, out := 0, 0
	for p, n := range v.laid.covered {
		switch {
		case named[p]:
			in += n
		case !around[p] && !v.f.paras[p].heading:
			out += n
		}
	}
	return out > 2 && in*10 < out
}

// A searcher knows where runs of words stand in a document.
type searcher struct {
	f    *flat
	runs map[string][]int // four words → tops
}

const gram = 4

func newSearcher(f *flat) *searcher {
	s := &searcher{f: f, runs: map[string][]int{}}
	for i := 0; i+gram <= len(f.words); i++ {
		top := f.paras[f.words[i].para].top
		key := gramOf(f.words[i : i+gram])
		if at := s.runs[key]; len(at) == 0 || at[len(at)-1] != top && len(at) < 64 {
			s.runs[key] = append(at, top)
		}
	}
	return s
}

func gramOf(ws []word) string {
	var b strings.Builder
	for _, w := range ws {
		b.WriteString(w.form)
		b.WriteByte(' ')
	}
	return b.String()
}

// tops returns the runs of paragraphs that share most with a cell.
func (s *searcher) tops(q *quote) []int {
	votes := map[int]int{}
	for i := 0; i+gram <= len(q.words); i++ {
		for _, top := range s.runs[gramOf(q.words[i:i+gram])] {
			votes[top]++
		}
	}
	best := slices.Sorted(maps.Keys(votes))
	slices.SortStableFunc(best, func(a, b int) int { return cmp.Compare(votes[b], votes[a]) })
	return best[:min(len(best), 3)]
}

// elsewhere finds the article of an act in which a cell stands, nil if there is none.
func (f *flat) elsewhere(a *act, q *quote) *verdict {
	s := a.searches[f]
	if s == nil {
		s = newSearcher(f)
		a.searches[f] = s
	}
	return s.find(q)
}

func (s *searcher) find(q *quote) *verdict {
	var best *verdict
	for _, top := range s.tops(q) {
		var paras []int
		for p := s.f.tops[top][0]; p < s.f.tops[top][1]; p++ {
			paras = append(paras, p)
		}
		if v := s.f.try(q, paras, map[int]bool{}); v.ok && (best == nil || v.cost() < best.cost()) {
			best = v
		}
	}
	return best
}

// actOf tells which of the acts a row is about: by the heading of its group,
// else by where its text stands.
func (k *checker) actOf(r *Row, refs []Ref, before string) *act {
	if r.Group != "" && isAct(r.Group) {
		best, score := (*act)(nil), 0.0
		for _, a := range k.acts {
			if s := likeTitle(r.Group, a.now().doc.Meta.Title, a.now().lang); s > score {
				best, score = a, s
			}
		}
		if score >= 0.75 {
			return best
		}
		if len(k.acts) > 1 || score < 0.3 && k.foreign(r.Group) {
			return nil
		}
	}
	if len(k.acts) == 1 {
		return k.acts[0]
	}
	var best *act
	most := 0.0
	for _, a := range k.acts {
		q := readQuote(before, a.now().lang)
		if q.count() == 0 {
			continue
		}
		if v := a.now().search(a, q, refs); v.ok && v.share(q) > most {
			best, most = a, v.share(q)
		}
	}
	return best
}

// foreign reports whether a heading names an act of the draft that was not given.
func (k *checker) foreign(group string) bool {
	if k.Draft == nil {
		return false
	}
	for i, a := range k.Draft.Acts {
		given := slices.ContainsFunc(k.acts, func(x *act) bool { return x.in == i })
		if !given && likeTitle(group, cmp.Or(a.Title, a.Name), k.acts[0].now().lang) >= 0.75 {
			return true
		}
	}
	return false
}

// likeTitle is which part of the words of a title stands in a text.
func likeTitle(text, title, lang string) float64 {
	have := map[string]bool{}
	for _, w := range words.Split(text, lang) {
		have[w.Stem] = true
	}
	all, n := 0, 0
	for _, w := range words.Split(title, lang) {
		if w.Part == 0 && len(w.Form) > 4 {
			all++
			if have[w.Stem] {
				n++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// textOf is what stands at the provisions that references name.
func (f *flat) textOf(refs []Ref) string {
	named, _ := f.named(refs)
	var out []string
	for _, p := range slices.Sorted(maps.Keys(named)) {
		out = append(out, f.paras[p].text)
	}
	return strings.Join(out, "\n")
}

// lawText is what stands in the act where the cell does.
func (v *verdict) lawText(f *flat, q *quote) string {
	var out []string
	for _, p := range slices.Sorted(maps.Keys(v.laid.covered)) {
		out = append(out, f.paras[p].text)
	}
	return strings.Join(out, "\n")
}
