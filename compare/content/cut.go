package content

import (
	"slices"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// A passage is a unit of a document with what counting needs to know of it.
type passage struct {
	unit    *corpus.Unit
	address corpus.Address
	parent  *passage // nil at the top
	counted int      // number of the unit of analysis that it belongs to
	body    int      // where the text begins behind the heading
}

// An article is what one query sees at once: the units of an article, of a
// clause in acts without articles, or the loose text of a chapter.
type article struct {
	text     *query.Text
	passages []*passage // as the units of text
}

// articles cuts a document into articles. Units of analysis of kind are
// numbered through the document.
func articles(d *corpus.Document, kind corpus.Kind, skip []Skip) []article {
	c := cutter{d: d, kind: kind, skip: skipSet(skip)}
	groups := c.cut()
	out := make([]article, len(groups))
	for i, g := range groups {
		out[i] = article{query.NewText(g.units), g.passages}
	}
	return out
}

type group struct {
	units    []query.Unit
	passages []*passage
}

// A cutter cuts a document into articles.
type cutter struct {
	d        *corpus.Document
	kind     corpus.Kind // innermost kind of a unit of analysis
	skip     map[Skip]bool
	sections map[*corpus.Unit]int // that are left out
	weighs   bool                 // what is left out is counted

	groups  []*group
	counted int
	clauses int

	exact bool            // the document has elements of kind
	loose map[int]bool    // units of analysis that are paragraphs for want of a larger one
	left  map[Skip]Amount // what was left out
	met   map[int]bool    // sections that were met
	words []words.Word    // reused
}

// cut gathers the units of each article of the document.
func (c *cutter) cut() []*group {
	c.loose, c.left, c.met = map[int]bool{}, map[Skip]Amount{}, map[int]bool{}
	if c.d.Root != nil {
		c.walk(c.d.Root, nil, c.group(), 0, 0, true)
	}
	return slices.DeleteFunc(c.groups, func(g *group) bool { return len(g.units) == 0 })
}

func (c *cutter) group() *group {
	g := &group{}
	c.groups = append(c.groups, g)
	return g
}

// walk adds u and what is below it. counted is the unit of analysis that u
// belongs to unless it is one itself; likewise clause. outside says that no
// article or clause is around u: its text is loose.
func (c *cutter) walk(u *corpus.Unit, parent *passage, g *group, counted, clause int, outside bool) {
	if why := c.leftOut(u); why != "" {
		c.leave(why, u)
		return
	}
	for _, n := range u.Notes {
		c.leaveText(SkipNotes, n.Text)
	}
	own := u.Own()
	body := len(own) - len(u.Text)
	if c.skip[SkipHeadings] {
		c.leaveText(SkipHeadings, u.Title)
		own, body = u.Text, 0
	}
	outer := u.Kind < corpus.KindArticle // document, chapter …: each with loose text of its own
	switch {
	case outer && u.Kind != corpus.KindDocument:
		g = c.group()
	case u.Kind == corpus.KindArticle, u.Kind == corpus.KindClause && parent != nil && !inArticle(parent):
		g = c.group()
	}
	switch {
	case u.Kind <= c.kind, outside && c.kind >= corpus.KindArticle:
		// A report has no clauses, rules have no articles: what stands outside of
		// any is counted by paragraphs, as a chapter that is one unit would say
		// nothing.
		c.counted++
		counted = c.counted
		if outside && c.kind >= corpus.KindArticle && c.kind < corpus.KindPassage && (outer || u.Kind > c.kind) && u.Text != "" {
			c.loose[counted] = true
		}
	}
	c.exact = c.exact || u.Kind == c.kind || c.kind == corpus.KindRow
	if u.Kind <= corpus.KindClause {
		c.clauses++
		clause = c.clauses
	}
	p := &passage{u, c.d.AddressOf(u), parent, counted, body}
	if own != "" {
		g.units = append(g.units, query.Unit{Text: own, Clause: clause})
		g.passages = append(g.passages, p)
	}
	for _, child := range u.Units {
		c.walk(child, p, g, counted, clause, outside && (outer || u.Kind == corpus.KindTable))
	}
}

func inArticle(p *passage) bool {
	for ; p != nil; p = p.parent {
		if p.unit.Kind == corpus.KindArticle || p.unit.Kind == corpus.KindClause {
			return true
		}
		if p.unit.Kind == corpus.KindAppendix {
			return false
		}
	}
	return false
}
