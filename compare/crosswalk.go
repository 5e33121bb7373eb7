package compare

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus"
)

// A CrosswalkRow tells where a provision went. Old is empty for what comes from
// nowhere, New for what is gone.
type CrosswalkRow struct {
	Old         []corpus.Address `json:"old"`
	New         []corpus.Address `json:"new"`
	OldCitation string           `json:"old_citation"`
	NewCitation string           `json:"new_citation"`
	// Parts are the articles to which texts of a gone article went.
	Parts []corpus.Address `json:"parts,omitempty"`
	// Nearest is the new article most like a gone one, and Nearness how much,
	// if anything is; it may go on from another.
	Nearest   corpus.Address `json:"nearest,omitempty"`
	Nearness  float64        `json:"nearness,omitempty"`
	Change    Change         `json:"change"`     // unchanged, changed, added, removed, moved, renumbered, split, merged
	Edited    bool           `json:"edited"`     // its text is another now
	MatchedBy string         `json:"matched_by"` // see ByExact
	Score     float64        `json:"score"`
	Check     bool           `json:"check"`
	Repealed  bool           `json:"repealed"`

	depth int
}

// crosswalk lists the articles, old ones first at their places, and below them
// the clauses and subclauses that got another number, are gone or new.
func (c *Comparison) crosswalk(lang string) []CrosswalkRow {
	rowOf := map[*node]*Row{}
	tops := map[*node][]*Row{}
	var olds, news []*node
	for i := range c.Rows {
		r := &c.Rows[i]
		for _, ns := range [][]*node{r.olds, r.news} {
			for _, n := range ns {
				rowOf[n] = r
				top := n
				for top.parent != nil {
					top = top.parent
				}
				if tops[top] == nil {
					if len(r.olds) > 0 && ns[0] == r.olds[0] {
						olds = append(olds, top)
					} else {
						news = append(news, top)
					}
				}
				tops[top] = append(tops[top], r)
			}
		}
	}
	byPlace := func(a, b *node) int { return cmp.Compare(a.ord, b.ord) }
	slices.SortFunc(olds, byPlace)
	slices.SortFunc(news, byPlace)
	var out []CrosswalkRow
	var nearest *index
	for _, o := range olds {
		if !addressed(o) {
			continue
		}
		row := c.crossTop(o, tops, lang)
		if row.Change == Removed && !row.Repealed && !o.hollow() {
			if nearest == nil {
				nearest = newIndex(c.articles(), c.texts.vector)
			}
			for _, x := range nearest.near(o) {
				if s := round(c.texts.similar(o, nearest.nodes[x.at])); s >= nearFloor && s > row.Nearness {
					row.Nearest, row.Nearness = nearest.nodes[x.at].addr, s
				}
			}
		}
		out = append(out, row)
		for _, n := range below(o) {
			if row, ok := c.crossBelow(n, rowOf, lang); ok {
				out = append(out, row)
			}
		}
		if o.mate != nil && !o.hollow() && !o.mate.hollow() {
			for _, n := range below(o.mate) {
				if r := rowOf[n]; r != nil && r.Change == Added && c.alone(n) {
					out = append(out, CrosswalkRow{Old: []corpus.Address{}, New: addresses(r.New),
						NewCitation: citations(c.new, r.news, lang), Change: Added, depth: 1})
				}
			}
		}
	}
	// What comes from nowhere stands after the rest, in its own order.
	for _, n := range news {
		if addressed(n) && n.group == nil && c.twins[n] == nil && (n.mate == nil || tops[n.mate] == nil || n.mate.hollow()) && !n.hollow() {
			out = append(out, CrosswalkRow{Old: []corpus.Address{}, New: []corpus.Address{n.addr},
				NewCitation: c.new.Citation(n.addr, lang), Change: Added})
		}
	}
	return out
}

// articles returns the new articles that have words.
func (c *Comparison) articles() []*node {
	var out []*node
	for _, n := range c.news {
		if n.parent == nil && addressed(n) && !n.hollow() {
			out = append(out, n)
		}
	}
	return out
}

// addressed reports whether a unit is one that people cite by its number.
func addressed(n *node) bool {
	switch n.unit.Kind {
	case corpus.KindArticle, corpus.KindClause, corpus.KindSubclause, corpus.KindItem:
		return n.unit.Num != ""
	}
	return false
}

func below(n *node) []*node {
	var out []*node
	for _, k := range n.kids {
		if addressed(k) {
			out = append(out, k)
		}
		out = append(out, below(k)...)
	}
	return out
}

// crossTop tells where an old article went.
func (c *Comparison) crossTop(o *node, tops map[*node][]*Row, lang string) CrosswalkRow {
	row := CrosswalkRow{Old: []corpus.Address{o.addr}, New: []corpus.Address{}, OldCitation: c.old.Citation(o.addr, lang), Change: Removed}
	var targets []*node
	switch {
	case o.group != nil && itself(o.group.new, o) != nil: // its text got numbers, or was divided inside of it
		targets = []*node{itself(o.group.new, o)}
		row.MatchedBy, row.Change, row.Score, row.Edited = ByLabel, Changed, round(likenessOf(tops[o])), true
	case o.group != nil:
		targets = o.group.new
		row.MatchedBy, row.Change, row.Score, row.Check = BySplit, groupChange(o.group), round(o.group.score), o.group.score < sureSplit
		if len(o.group.old) > 1 {
			row.MatchedBy = ByMerge
		}
		row.Edited = true
	case o.mate != nil && o.mate.hollow() && !o.hollow():
		row.Repealed = o.mate.unit.Repealed
	case o.mate != nil:
		targets = []*node{o.mate}
		if n := itself(targets, o); n != nil {
			targets = []*node{n} // its beginning stands further on in it
		}
		row.MatchedBy, row.Score = o.mate.by, round(likenessOf(tops[o]))
		row.Change = Unchanged
		for _, r := range tops[o] {
			row.Edited = row.Edited || r.Change != Unchanged && r.Change != Notes && edited(r)
			row.Check = row.Check || r.Check && first(r.olds) == o
		}
		switch n := targets[0]; {
		case went(n):
			row.Change = Moved
		case renumbered(o, n):
			row.Change = Renumbered
		case row.Edited:
			row.Change = Changed
		}
	}
	if n := c.twins[o]; n != nil {
		targets = []*node{n}
		row.Change, row.Edited = Changed, true
	}
	for _, n := range targets {
		row.New = append(row.New, n.addr)
	}
	row.NewCitation = citations(c.new, targets, lang)
	if len(targets) == 0 {
		seen := map[*node]bool{}
		for _, r := range tops[o] {
			for _, n := range r.news {
				for n.parent != nil {
					n = n.parent
				}
				if len(r.olds) > 0 && n != o.mate && !seen[n] {
					seen[n] = true
					row.Parts = append(row.Parts, n.addr)
				}
			}
		}
	}
	return row
}

// itself returns the article of the number of o in which all of ns stand.
func itself(ns []*node, o *node) *node {
	var top *node
	for _, n := range ns {
		for n.parent != nil {
			n = n.parent
		}
		if top != nil && n != top || n.label != o.label {
			return nil
		}
		top = n
	}
	return top
}

// likenessOf is how alike an article's texts are: the mean over its rows by
// their length.
func likenessOf(rows []*Row) float64 {
	sum, all := 0.0, 0.0
	for _, r := range rows {
		w := 0.0
		for _, ps := range [][]Place{r.Old, r.New} {
			for _, p := range ps {
				w += float64(len(p.Text))
			}
		}
		sum, all = sum+w*r.Score, all+w
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// crossBelow returns the row of a clause or subclause, if its number changed
// within its article, or if it went to another.
func (c *Comparison) crossBelow(o *node, rowOf map[*node]*Row, lang string) (CrosswalkRow, bool) {
	r := rowOf[o]
	if r == nil {
		return CrosswalkRow{}, false
	}
	switch r.Change {
	case Removed:
		if !c.alone(o) {
			return CrosswalkRow{}, false
		}
		return CrosswalkRow{Old: addresses(r.Old), New: []corpus.Address{}, OldCitation: citations(c.old, r.olds, lang),
			Change: Removed, Repealed: r.Repealed, depth: 1}, true
	case Moved, Renumbered, Split, Merged:
	default:
		return CrosswalkRow{}, false
	}
	if n := r.news[0]; r.Change == Moved && !n.moved && o.parent.mate == n.parent && o.label == n.label {
		return CrosswalkRow{}, false // it went with its article
	}
	if r.olds[0] != o {
		return CrosswalkRow{}, false // a merge stands once
	}
	row := CrosswalkRow{Old: addresses(r.Old), New: addresses(r.New), OldCitation: citations(c.old, r.olds, lang),
		NewCitation: citations(c.new, r.news, lang), Change: r.Change, Edited: edited(r),
		MatchedBy: r.MatchedBy, Score: r.Score, Check: r.Check, depth: 1}
	return row, true
}

// alone reports whether a clause came or went by itself: not with its parent,
// and not so that another has its number in the other text.
func (c *Comparison) alone(n *node) bool {
	p := n.parent
	return p.mate != nil && !p.hollow() && !p.mate.hollow() && (n.mate != nil || c.twin(n) == nil)
}

func addresses(ps []Place) []corpus.Address {
	out := []corpus.Address{}
	for _, p := range ps {
		out = append(out, p.Address)
	}
	return out
}

func citations(d *corpus.Document, ns []*node, lang string) string {
	var s []string
	for _, n := range ns {
		s = append(s, d.Citation(n.addr, lang))
	}
	return strings.Join(s, ", ")
}
