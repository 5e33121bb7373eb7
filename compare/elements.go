package compare

import "svod/compare/table"

// An Element is a row of a table of changes that somebody else makes: what the
// row is about, and both texts, each to be read alone.
type Element struct {
	Name          string // «Подпункт 4-1) пункта 1 статьи 5 (новый)»
	Before, After table.Cell
	Rows          []*Row // what it gathers
}

// Elements gathers rows into those of a table, as Report does: the rows that
// keep chooses, the unchanged ones too.
func (c *Comparison) Elements(o Options, keep func(*Row) bool) []Element {
	t, lang := o.Words(c.new)
	p := &printer{c: c, t: t, lang: lang, taken: o.Taken}
	var out []Element
	for _, e := range c.gather(keep) {
		out = append(out, Element{Name: p.element(e), Before: p.before(e), After: p.after(e), Rows: e.rows})
	}
	return out
}

// removed says of a provision what is to be done with it, where its text was.
func (p *printer) removed(r *Row, gender int) string {
	if words := p.takenBy(r); len(words) > 0 {
		return inGender(words, gender)
	}
	return inGender(p.t.Removed, gender)
}

// several is the place of the word for several among those for he, she and it.
const several = 3

// removedMany says it of several.
func (p *printer) removedMany(r *Row) string {
	if words := p.takenBy(r); len(words) > 0 {
		return inGender(words, several)
	}
	return p.t.RemovedMany
}

func (p *printer) takenBy(r *Row) []string {
	if p.taken == nil {
		return nil
	}
	return p.taken(r)
}
