package corpus

import (
	"slices"
	"strconv"
)

// A Gap tells of a reference that means nothing in a document how far it leads,
// and what stands there in place of what was asked for.
type Gap struct {
	Above Address // the last unit on the way that is there; "" is the document
	Kind  Kind    // of what is missing below it, by the word that was used
	Nums  []string
	// Have are the numbers of what is there of that kind, in order; of what has
	// no number of its own, as passages, the count: 1, 2 …
	Have []string
	// Others are the kinds of units that stand there when none of Kind does.
	Others []Kind
}

// Gap returns why a reference means nothing here. It is for those to which
// Resolve finds no address.
func (d *Document) Gap(r Reference) Gap {
	if d.Root == nil || len(r.Steps) == 0 {
		return Gap{}
	}
	s := resolver{d: d, t: d.table()}
	n := len(r.Steps) - 1
	var above []Address
	for ; n > 0; n-- {
		if above = d.Resolve(Reference{Steps: r.Steps[:n], Rest: r.Rest}); len(above) > 0 {
			break
		}
	}
	missing := r.Steps[n]
	g := Gap{Kind: missing.Kind, Nums: slices.Clone(missing.Nums)}
	u := d.Root
	if len(above) > 0 {
		g.Above = above[0]
		u = d.At(g.Above)
	}
	if missing.Kind == KindPassage {
		passages := 0
		if u.Text != "" {
			passages++
		}
		for _, c := range u.Units {
			if c.Kind == KindPassage {
				passages++
			}
		}
		g.count(passages)
		return g
	}
	if floating(missing) && u.Kind >= KindArticle && !s.t.terms.clausesAreParts() {
		g.count(len(parts(u)))
		return g
	}
	for _, kind := range s.kinds(u, missing.Kind) {
		units := s.below(place{unit: u}, kind, true)
		if len(units) == 0 {
			continue
		}
		if counted(kind) {
			g.count(len(units))
			return g
		}
		for _, c := range units {
			if c.Num != "" {
				g.Have = append(g.Have, Number(c.Num))
			}
		}
		return g
	}
	for _, c := range u.Units {
		if c.Num != "" && !slices.Contains(g.Others, c.Kind) {
			g.Others = append(g.Others, c.Kind)
		}
	}
	return g
}

func (g *Gap) count(n int) {
	for i := 1; i <= n; i++ {
		g.Have = append(g.Have, strconv.Itoa(i))
	}
}

// Around returns the numbers before and after the place of a missing one among
// those that are there, "" where there is none.
func (g Gap) Around() (before, after string) {
	if len(g.Nums) == 0 {
		return "", ""
	}
	for _, n := range g.Have {
		if lessNumber(n, g.Nums[0]) {
			if before == "" || lessNumber(before, n) {
				before = n
			}
		} else if after == "" || lessNumber(n, after) {
			after = n
		}
	}
	return before, after
}
