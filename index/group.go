package index

import (
	"strconv"
	"strings"

	"svod/corpus"
)

// A group is what is ranked as one: an article with all that is in it, or, in
// acts without articles, a clause; of other text, what stands together. Its
// units are neighbours in the document's order.
type group struct {
	doc    string
	lo, hi int // ords of its units, hi not included
}

// id is the name of the group in bleve.
func (g group) id() string {
	return g.doc + ":" + strconv.Itoa(g.lo) + "-" + strconv.Itoa(g.hi)
}

func parseGroup(id string) (g group, ok bool) {
	doc, span, ok1 := strings.Cut(id, ":")
	lo, hi, ok2 := strings.Cut(span, "-")
	var err1, err2 error
	g.doc = doc
	g.lo, err1 = strconv.Atoi(lo)
	g.hi, err2 = strconv.Atoi(hi)
	return g, ok1 && ok2 && err1 == nil && err2 == nil
}

// longest is the number of unnumbered paragraphs that make a group. A report
// without any structure is one run of paragraphs: words far apart in it don't
// belong together.
const longest = 30

// groups cuts a document into groups. above gets for each group the headings
// over it, the outermost first.
func groups(d *corpus.Document) (gs []group, above [][]string) {
	ord := 0
	var walk func(u *corpus.Unit, heads []string)
	put := func(lo int, heads []string) {
		gs = append(gs, group{d.ID, lo, ord})
		above = append(above, heads)
	}
	walk = func(u *corpus.Unit, heads []string) {
		// run is where the present run of paragraphs under u begins. It is open
		// with the unit itself: a chapter's heading and its first paragraphs
		// belong together.
		run, n := ord, 0
		flush := func() {
			if ord > run {
				put(run, heads)
			}
			n = 0
		}
		if u.Kind != corpus.KindDocument {
			ord++
		}
		below := heads
		if u.Title != "" && u.Kind != corpus.KindDocument {
			below = append(heads[:len(heads):len(heads)], u.Title)
		}
		for _, c := range u.Units {
			switch {
			case c.Kind == corpus.KindContents:
				// Headings that stand in their own places too.
				flush()
				ord += size(c)
				run = ord
			case !ranked(c):
				flush()
				walk(c, below)
				run = ord
			case c.Kind == corpus.KindArticle || c.Kind == corpus.KindClause || c.Kind == corpus.KindTable ||
				c.Kind == corpus.KindPreamble || c.Kind == corpus.KindRequisite || c.Kind == corpus.KindSignature:
				flush()
				lo := ord
				ord += size(c)
				put(lo, below)
				run = ord
			default:
				if n++; n > longest {
					flush()
					run, n = ord, 1
				}
				ord += size(c)
			}
		}
		flush()
	}
	ord = 1
	walk(d.Root, nil)
	return gs, above
}

// ranked reports whether a unit goes into a group with all that is below it.
func ranked(u *corpus.Unit) bool {
	switch u.Kind {
	case corpus.KindAppendix, corpus.KindPart, corpus.KindSection, corpus.KindSubsection, corpus.KindChapter, corpus.KindParagraph:
		return false
	}
	return true
}

// size counts a unit and all below it.
func size(u *corpus.Unit) int {
	n := 0
	u.Walk(func(*corpus.Unit) bool { n++; return true })
	return n
}
