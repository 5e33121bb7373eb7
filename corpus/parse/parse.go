// Package parse understands the structure of legal acts and reports: it turns
// the lines of a file into a tree of sections, chapters, articles, clauses,
// subclauses and passages.
//
// The way of a line is
//
//	line → label (what it says about itself: label.go and one file per construct)
//	     → role  (what it is, seen among its neighbours: the passes below)
//	     → place in the tree (tree.go)
//
// Parse never fails. A line that is not understood stays as a passage of the
// unit that is open where it stands, and every line of the source lies in
// exactly one unit or note.
//
// To teach it a new construct, write a reader for its label (see readers) or
// a pass that gives its lines a role (see passes), in a file of its own, with
// a case in testdata.
package parse

import (
	"strings"
	"unicode/utf8"

	"svod/corpus"
)

// A role is what a line is in its document. The first pass that recognises a
// line gives it its role; later passes leave it alone.
type role uint8

const (
	plain      role = iota // a paragraph without a role of its own: passage or own text
	heading                // part, section, chapter, article: see label
	title                  // goes on with the heading before it
	numbered               // clause, subclause, item: see label
	note                   // editorial, not law
	remarked               // the act's own note: «Примечание. 1. …»
	contents               // a line of a table of contents
	row                    // a row of a table
	quoted                 // new text quoted by an amending act
	requisite              // the head of the document: kind of act, date, place
	name                   // the title of the document
	preamble               // from the preamble's first line to its last
	signature              // who signed, and what follows to the end of the act
	published              // where the act was printed: «Опубликован в газете …»
	caption                // the first line of an appendix: «Приложение 2»
	tableTitle             // the caption of a table
	captioned              // further lines of its caption: «к приказу Министра …»
)

// A para is a line with what the passes found out about it.
type para struct {
	*corpus.Line
	label label
	role  role
	// first marks the first line of what several lines make up: a note, a
	// signature, a table of contents.
	first bool
}

// A parser holds the paragraphs of one document while the passes look at them.
type parser struct {
	src   *corpus.Source
	paras []para
	// nextLabel[i] is the first line after i that is a heading, numbered or a
	// border of the act's parts. Passages need it to know where they belong.
	nextLabel []int
	articles  int     // headings of articles
	report    bool    // no act at all
	sentence  int     // whether articles have no titles: see sentences
	depths    []int   // quotes that each line leaves open: see quote.go
	effort    int     // lines looked at for the ends of quotes
	outer     []label // numbers open before line outerAt: see outerLabels
	outerAt   int
	problems  []Problem

	// Of a report: the lines of its title, and what its table of contents lists.
	nameAt, nameEnd int
	entries         map[string]bool
}

// passes give the lines their roles, in this order.
var passes = []func(*parser){
	(*parser).readLabels,
	(*parser).markContents,
	(*parser).markNotes,
	(*parser).markQuotes,
	(*parser).markAppendices,
	(*parser).markSignatures,
	(*parser).markTables,
	(*parser).markTableCaptions,
	(*parser).markRemarks,
	(*parser).markStructure,
	(*parser).markTitles,
	(*parser).markHead,
	(*parser).findNext,
}

// Parse builds the tree of a document. It always returns one; what looked
// doubtful is listed beside it, in the order of lines.
func Parse(src *corpus.Source) (*corpus.Document, []Problem) {
	p := &parser{src: src, paras: make([]para, len(src.Lines))}
	for i := range src.Lines {
		p.paras[i].Line = opening(&src.Lines[i])
	}
	for _, pass := range passes {
		pass(p)
	}
	for i := range src.Lines {
		p.paras[i].whole(&src.Lines[i])
	}
	d := &corpus.Document{Source: src, Root: p.tree()}
	if len(src.SHA256) >= 12 {
		d.ID = src.SHA256[:12]
	}
	p.mendNumbers(d.Root)
	d.Meta = p.meta(d.Root)
	p.check(d.Root)
	p.checkMeta(&d.Meta, d.Root)
	return d, p.sorted()
}

// The passes look at so much of a line; no paragraph of an act is longer.
const (
	longestText = 1 << 15 // bytes
	mostCells   = 1 << 8
)

// opening is a line as the passes see it.
func opening(l *corpus.Line) *corpus.Line {
	if len(l.Text) <= longestText && len(l.Cells) <= mostCells {
		return l
	}
	short := *l
	short.Cells = l.Cells[:min(len(l.Cells), mostCells)]
	end := min(len(l.Text), longestText)
	for end > 0 && end < len(l.Text) && !utf8.RuneStart(l.Text[end]) {
		end--
	}
	short.Text = l.Text[:end]
	return &short
}

// whole gives a paragraph its line back, all of it.
func (l *para) whole(full *corpus.Line) {
	if at := strings.LastIndex(l.Text, l.label.rest); l.Line != full && l.label.rest != "" && at >= 0 {
		l.label.rest = strings.TrimRight(full.Text[at:], " ")
	}
	l.Line = full
}

// readLabels recognises the label of every line.
func (p *parser) readLabels() {
	for i := range p.paras {
		l := &p.paras[i]
		if l.Table == 0 {
			l.label = readLabel(l.Text)
		}
		if l.label.kind == corpus.KindArticle && !l.label.weak {
			p.articles++
		}
	}
}

// markStructure accepts the headings and numbers that no earlier pass has
// claimed; weak ones only where their neighbours agree.
func (p *parser) markStructure() {
	var article, clause, section []int
	inAppendix := false
	for i := range p.paras {
		l := &p.paras[i]
		if l.role == caption {
			article, clause, section, inAppendix = nil, nil, nil, true
		}
		if l.role != plain || l.label.none() {
			continue
		}
		ok := !p.refersOn(i)
		if ok && l.label.weak {
			switch {
			case l.label.roman:
				ok = p.articles == 0 || inAppendix && article == nil
			case l.label.bare:
				ok = follows(clause, l.label.value) && len(clause) > 0 && (insertedAfter(clause, l.label) || p.clauseAfter(i, l.label.value))
			case l.Style.Heading > 0:
			case l.label.kind == corpus.KindArticle:
				ok = (l.Style.Bold || startsUpper(l.Text) && runeLen(l.Text) < 200 && !ends(l.Text, ".;,")) && follows(article, l.label.value)
			case l.label.heading():
				ok = l.Style.Bold || l.Style.Centred
			case l.label.kind == corpus.KindClause && (l.label.rest == "" || strings.HasPrefix(l.label.label, "(")):
				ok = follows(clause, l.label.value)
			default:
				ok = p.articles == 0 && follows(clause, l.label.value) && plausible(l.label.value)
			}
		}
		switch {
		case !ok:
			l.label = label{}
		case l.label.heading():
			l.role = heading
			if l.label.kind == corpus.KindArticle {
				article, clause = l.label.value, nil
			}
		case l.label.kind == corpus.KindClause && article == nil && p.titlesSection(i, clause, section):
			section = l.label.value
			p.makeHeading(l, corpus.KindSection)
			if p.paras[i+1].label.value[0] == 1 {
				clause = nil
			}
		default:
			l.role = numbered
			if l.label.kind == corpus.KindClause {
				clause = l.label.value
			}
		}
	}
	p.report = p.articles == 0 && (p.isNamedReport() || !p.looksLikeAct())
	p.markLooks()
}

// plausible rejects what is rather a date or a sum than a number of a list.
func plausible(v []int) bool {
	for _, n := range v {
		if n > 400 {
			return false
		}
	}
	return true
}

// findNext fills nextLabel.
func (p *parser) findNext() {
	p.nextLabel = make([]int, len(p.paras))
	next := len(p.paras)
	for i := len(p.paras) - 1; i >= 0; i-- {
		p.nextLabel[i] = next
		switch p.paras[i].role {
		case heading, numbered, signature, caption, contents:
			next = i
		}
	}
}
