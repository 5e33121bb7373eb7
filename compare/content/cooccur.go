package content

import "slices"

// A couple is how often two categories occur in one unit of analysis.
type couple struct {
	a, b         int // categories
	both, na, nb int // units
}

// jaccard is the share of the units with either that have both.
func (p couple) jaccard() (float64, bool) {
	either := p.na + p.nb - p.both
	if either == 0 {
		return 0, false
	}
	return float64(p.both) / float64(either), true
}

// leaves are the categories that have no children: a parent always occurs
// where its child does.
func (c *Counts) leaves() []int {
	var out []int
	for i, cat := range c.categories {
		if len(cat.Children) == 0 {
			out = append(out, i)
		}
	}
	return out
}

// cooccurrence returns all pairs of leaves in a part, in the codebook's order.
func (c *Counts) cooccurrence(p part) []couple {
	leaves := c.leaves()
	at := map[int]int{} // place of a leaf
	for i, l := range leaves {
		at[l] = i
	}
	n := len(leaves)
	both := make([]int, n*n)
	for _, d := range p.docs {
		in := map[int32][]int{} // leaves by unit
		for _, f := range c.tallied[d].Found {
			if i, ok := at[f.Category]; ok {
				for _, u := range f.Units {
					in[u] = append(in[u], i)
				}
			}
		}
		for _, ls := range in {
			for _, a := range ls {
				for _, b := range ls {
					both[a*n+b]++
				}
			}
		}
	}
	var out []couple
	for a := range n {
		for b := a + 1; b < n; b++ {
			out = append(out, couple{leaves[a], leaves[b], both[a*n+b], both[a*n+a], both[b*n+b]})
		}
	}
	return out
}

// common are the units of a document in which both of two categories occur, by
// the evidence of the first.
func (c *Counts) common(d *tallied, a, b int) []Evidence {
	fb := d.finding(b)
	if fb == nil || d.finding(a) == nil {
		return nil
	}
	var out []Evidence
	seen := map[int]bool{}
	for _, e := range c.places(d, a) {
		if _, ok := slices.BinarySearch(fb.Units, int32(e.Unit)); ok && e.Occurrences > 0 && !seen[e.Unit] {
			seen[e.Unit] = true
			out = append(out, e)
		}
	}
	return out
}
