package content

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus/words"
)

// A quotation is a place chosen to show a category.
type quotation struct {
	doc *tallied
	Evidence
}

// illustrate chooses n quotes of a category in a part. They come from as many
// groups and documents as can be; of a document, the one that reads best alone.
// Of many documents that have the category, those at even distances are read.
// Headings, scraps and rows of tables are quoted only for want of sentences.
// No text is quoted twice.
func (c *Counts) illustrate(p part, cat, n int, read map[placed][]quotation) []quotation {
	queues := make([][]quotation, 0, len(p.groups)) // by group, then by document
	for _, g := range p.groups {
		var docs [][]quotation
		c.each([]int{g}, func(d *tallied) {
			if qs := read[placed{cat, d.at}]; len(qs) > 0 {
				docs = append(docs, qs)
			}
		})
		if q := interleave(docs); len(q) > 0 {
			queues = append(queues, q)
		}
	}
	var out []quotation
	seen := map[string]bool{}
	all := interleave(queues)
	slices.SortStableFunc(all, func(a, b quotation) int { return cmp.Compare(b2i(a.rank() > 1), b2i(b.rank() > 1)) })
	for _, q := range all {
		if len(out) == n {
			break
		}
		if text := words.Fold(strings.Join(strings.Fields(q.Text), " ")); !seen[text] {
			seen[text] = true
			out = append(out, q)
		}
	}
	return out
}

// interleave takes one of each list in turn.
func interleave[T any](lists [][]T) []T {
	var out []T
	for i := 0; ; i++ {
		some := false
		for _, l := range lists {
			if i < len(l) {
				out = append(out, l[i])
				some = true
			}
		}
		if !some {
			return out
		}
	}
}

// quotations are the places of a category in a document, the best first.
func (c *Counts) quotations(d *tallied, cat int) []quotation {
	var qs []quotation
	for _, e := range c.places(d, cat) {
		if e.Occurrences > 0 {
			qs = append(qs, quotation{d, e})
		}
	}
	slices.SortStableFunc(qs, func(a, b quotation) int { return cmp.Compare(a.rank(), b.rank()) })
	return qs
}

// mostRead is how many documents are looked at for quotes of a category.
const mostRead = 48

// placed is a category in a document, by their places.
type placed struct{ cat, at int }

// quotable are the quotations of all categories of a part, of each as many
// documents as are read. A document is read once for all of them.
func (c *Counts) quotable(p part) map[placed][]quotation {
	var docs []*tallied
	c.each(p.groups, func(d *tallied) { docs = append(docs, d) })
	wanted := map[int][]int{} // categories by document
	for cat := range c.categories {
		var have []int
		for _, d := range docs {
			if d.finding(cat) != nil {
				have = append(have, d.at)
			}
		}
		for i, n := 0, min(len(have), mostRead); i < n; i++ {
			at := have[i*len(have)/n]
			wanted[at] = append(wanted[at], cat)
		}
	}
	out := map[placed][]quotation{}
	for _, at := range slices.Sorted(maps.Keys(wanted)) {
		for _, cat := range wanted[at] {
			out[placed{cat, at}] = c.quotations(&c.tallied[at], cat)
		}
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rank says how well a place reads alone: 0 is a sentence of a fit length, then
// what is too long, then headings and scraps, rows of tables last.
func (q quotation) rank() int {
	n := utf8.RuneCountInString(q.Text)
	switch {
	case strings.Contains(q.Text, "\t"):
		return 3
	case n < 40:
		return 2
	case n > maxQuote:
		return 1
	}
	return 0
}
