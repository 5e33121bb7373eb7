package content

import (
	"cmp"
	"errors"
	"slices"

	"svod/compare/stat"
)

// level is the probability below which a difference is called significant.
const level = 0.05

// notable is the adjusted residual from which on a cell is marked: that which a
// standard normal variable exceeds with a probability of level.
const notable = 1.96

// maxTables is how many tables an exact test goes through; of more, some are
// drawn by lot, and the report says so.
const maxTables = 200_000

// maxCompared is how many groups are compared: a test of more of them, as of each
// document of a large corpus with all others, tells nothing and takes for ever.
const maxCompared = 60

// samples is how many tables are drawn for a test; of a long codebook fewer.
func (c *Counts) samples() int {
	if len(c.categories) > 50 {
		return 2_000
	}
	return 10_000
}

// A comparison is the test whether a category occurs equally often in all
// groups: of documents, or units of analysis, with and without it by groups.
type comparison struct {
	category      int
	with, without []float64   // by group
	table         *stat.Table // nil if the test is not defined
	fisher        *stat.FisherResult
	reason        string // why there is no test, a code of stat.Undefined or nowhere, everywhere
	p, adjusted   float64
}

// compare tests each category between the groups of a part.
func (c *Counts) compare(p part) []comparison {
	if x, ok := c.tests[p.groups[0]]; ok {
		return x
	}
	x := c.compareAll(p)
	c.tests[p.groups[0]] = x
	return x
}

func (c *Counts) compareAll(p part) []comparison {
	m := c.tested()
	out := make([]comparison, len(c.categories))
	var ps []float64
	for i := range c.categories {
		out[i] = c.comparison(p, i, m)
		if out[i].reason == "" {
			ps = append(ps, out[i].p)
		}
	}
	adjusted := c.correction().Adjust(ps)
	for i := range out {
		if out[i].reason == "" {
			out[i].adjusted, adjusted = adjusted[0], adjusted[1:]
		}
	}
	return out
}

// tested is what the tests are of: documents in groups of documents, units of
// analysis where each group is a document.
func (c *Counts) tested() Measure {
	if c.options.Test != "" {
		return c.options.Test
	}
	if len(c.By) == 0 {
		return Presence
	}
	return Documents
}

func (c *Counts) correction() stat.Correction { return cmp.Or(c.options.Correction, stat.Holm) }

func (c *Counts) comparison(p part, cat int, m Measure) comparison {
	x := comparison{category: cat}
	if len(p.groups) > maxCompared {
		x.reason = "many-groups"
		return x
	}
	with, all := 0, 0
	for _, g := range p.groups {
		row, base := c.row(cat, g), c.Groups[g]
		n, of := row.Units, base.Units
		if m == Documents {
			n, of = row.Documents, base.Documents
		}
		if base.missing() { // no group at all: an empty column, which the test leaves out
			n, of = 0, 0
		}
		with, all = with+n, all+of
		x.with = append(x.with, float64(n))
		x.without = append(x.without, float64(of-n))
	}
	observed := [][]float64{x.with, x.without}
	t, err := stat.Crosstab(observed)
	switch {
	case all > 0 && with == 0:
		x.reason = "nowhere"
		return x
	case all > 0 && with == all:
		x.reason = "everywhere"
		return x
	case err != nil:
		x.reason = reasonOf(err)
		return x
	}
	x.table, x.p = t, t.P
	if t.Small > 0 {
		if f, err := stat.Fisher(observed, stat.FisherOptions{MaxTables: maxTables, Samples: c.samples()}); err == nil {
			x.fisher, x.p = &f, f.P
		}
	}
	return x
}

// missing says that documents of the group lack a value of an attribute: they are
// counted, but compared with nothing.
func (g Group) missing() bool { return slices.Contains(g.Values, Missing) }

// comparable are the groups of a part that tests compare, and how many documents
// the others have.
func (c *Counts) comparable(p part) (groups, left int) {
	for _, g := range p.groups {
		if c.Groups[g].missing() {
			left += c.Groups[g].Documents
		} else {
			groups++
		}
	}
	return groups, left
}

// reasonOf is the code of why a result is not defined.
func reasonOf(err error) string {
	var u *stat.Undefined
	if errors.As(err, &u) {
		return u.Reason
	}
	return "empty"
}

// residual is the adjusted residual of a category in a group, by its place in
// the comparison.
func (x comparison) residual(group int) (float64, bool) {
	if x.table == nil {
		return 0, false
	}
	return x.table.Residual(0, group)
}

// deviates says whether a cell is marked.
func (x comparison) deviates(group int) bool {
	v, ok := x.residual(group)
	return ok && (v >= notable || v <= -notable)
}
