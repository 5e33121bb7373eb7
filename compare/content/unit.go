package content

import (
	"slices"

	"svod/corpus"
	"svod/corpus/query"
)

// A Unit is a unit of analysis: an element of a document, or the sentence.
type Unit string

// The units of analysis, widest first.
const (
	UnitDocument  Unit = "document"
	UnitSection   Unit = "section"
	UnitChapter   Unit = "chapter"
	UnitArticle   Unit = "article"
	UnitClause    Unit = "clause"
	UnitSubclause Unit = "subclause"
	UnitPassage   Unit = "passage"
	UnitSentence  Unit = "sentence"
)

var units = map[string]Unit{
	"документ": UnitDocument, "раздел": UnitSection, "глава": UnitChapter, "статья": UnitArticle, "пункт": UnitClause,
	"подпункт": UnitSubclause, "абзац": UnitPassage, "предложение": UnitSentence,
}

// ParseUnit returns the unit of a word, Russian or the code word.
func ParseUnit(s string) (Unit, bool) {
	if u, ok := units[s]; ok {
		return u, true
	}
	for _, u := range units {
		if string(u) == s {
			return u, true
		}
	}
	return "", false
}

// kind returns the innermost kind of element that makes a unit of analysis.
func (u Unit) kind() corpus.Kind {
	switch u {
	case UnitSentence, UnitPassage:
		return corpus.KindRow
	}
	k, _ := corpus.ParseKind(string(u))
	return k
}

// A Skip is a part of documents that a codebook leaves out.
type Skip string

// What may be left out besides what always is.
const (
	SkipNotes      Skip = "notes" // always left out; may be said
	SkipPreamble   Skip = "preamble"
	SkipAppendices Skip = "appendix"
	SkipTables     Skip = "table"
	SkipHeadings   Skip = "headings"
	SkipRequisites Skip = "requisite" // always left out, as are contents and signature
)

var skips = map[string]Skip{
	"сноска": SkipNotes, "примечание": SkipNotes, "notes": SkipNotes, "преамбула": SkipPreamble, "preamble": SkipPreamble,
	"приложение": SkipAppendices, "appendix": SkipAppendices, "таблица": SkipTables, "table": SkipTables,
	"заголовок": SkipHeadings, "headings": SkipHeadings, "реквизит": SkipRequisites, "подпись": SkipRequisites, "оглавление": SkipRequisites,
}

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
	groups := groups(d, kind, skip)
	out := make([]article, len(groups))
	for i, g := range groups {
		out[i] = article{query.NewText(g.units), g.passages}
	}
	return out
}

// groups gathers the units of each article of a document.
func groups(d *corpus.Document, kind corpus.Kind, skip []Skip) []*group {
	c := cutter{d: d, kind: kind, skip: map[Skip]bool{}}
	for _, s := range skip {
		c.skip[s] = true
	}
	if d.Root != nil {
		c.walk(d.Root, nil, c.group(), 0, 0)
	}
	return slices.DeleteFunc(c.groups, func(g *group) bool { return len(g.units) == 0 })
}

type group struct {
	units    []query.Unit
	passages []*passage
}

type cutter struct {
	d       *corpus.Document
	kind    corpus.Kind
	skip    map[Skip]bool
	groups  []*group
	counted int
	clauses int
}

func (c *cutter) group() *group {
	g := &group{}
	c.groups = append(c.groups, g)
	return g
}

// walk adds u and what is below it. counted is the unit of analysis that u
// belongs to unless it is one itself; likewise clause.
func (c *cutter) walk(u *corpus.Unit, parent *passage, g *group, counted, clause int) {
	if u.Repealed || c.skipped(u.Kind) {
		return
	}
	own := u.Own()
	body := len(own) - len(u.Text)
	if c.skip[SkipHeadings] {
		own, body = u.Text, 0
	}
	outer := u.Kind < corpus.KindArticle // document, chapter …: each with loose text of its own
	switch {
	case outer && u.Kind != corpus.KindDocument:
		g = c.group()
	case u.Kind == corpus.KindArticle, u.Kind == corpus.KindClause && parent != nil && !inArticle(parent):
		g = c.group()
	}
	if u.Kind <= c.kind {
		c.counted++
		counted = c.counted
	}
	if u.Kind <= corpus.KindClause {
		c.clauses++
		clause = c.clauses
	}
	p := &passage{u, c.d.AddressOf(u), parent, counted, body}
	if own != "" {
		g.units = append(g.units, query.Unit{Text: own, Clause: clause})
		g.passages = append(g.passages, p)
	}
	loose := g
	for _, child := range u.Units {
		c.walk(child, p, loose, counted, clause)
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

func (c *cutter) skipped(k corpus.Kind) bool {
	switch k {
	case corpus.KindRequisite, corpus.KindContents, corpus.KindSignature:
		return true
	case corpus.KindPreamble:
		return c.skip[SkipPreamble]
	case corpus.KindAppendix:
		return c.skip[SkipAppendices]
	case corpus.KindTable, corpus.KindRow:
		return c.skip[SkipTables]
	}
	return false
}
