package parse

import "svod/corpus"

// Fragment parses lines that are a part of an act and begin where a unit of a
// kind begins: «4-1) …;» alone. Numbers are taken as they stand, for there are
// no neighbours that would speak for them. Spans count from the first line.
func Fragment(lines []corpus.Line, kind corpus.Kind) []*corpus.Unit {
	p := &parser{src: &corpus.Source{Lines: lines}, paras: make([]para, len(lines))}
	for i := range lines {
		p.paras[i].Line = opening(&lines[i])
	}
	p.readLabels()
	p.markNotes()
	if kind == corpus.KindAppendix {
		p.markAppendices()
	}
	p.markTables()
	var last []int
	for i := range p.paras {
		l := &p.paras[i]
		if l.role != plain || l.label.none() {
			continue
		}
		switch {
		case l.label.roman && kind > corpus.KindChapter, kind >= corpus.KindPassage && i == 0:
			l.label = label{}
		case l.label.heading() && (l.label.kind < kind || l.label.kind == corpus.KindArticle && p.refersOn(i)):
			l.label = label{}
		case l.label.heading():
			l.role = heading
		case l.label.bare && !follows(last, l.label.value):
			l.label = label{}
		default:
			l.role = numbered
			if l.label.kind == corpus.KindClause {
				last = l.label.value
			}
		}
	}
	p.markTitles()
	p.findNext()
	root := p.tree()
	for i := range lines {
		p.paras[i].whole(&lines[i])
	}
	return root.Units
}
