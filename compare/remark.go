package compare

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"svod/compare/table"
)

// mostSums is how many differences of numbers a remark holds; the rest are in
// the data.
const mostSums = 20

// A sum is a number in a row of a table that changed.
type sum struct {
	row  *Row
	cell CellChange
}

// difference tells by how much: «Доходы: +973,2 (+2,9 %)», with the heading of
// the column if there are several.
func (p *printer) difference(in sum, column bool) string {
	c := in.cell
	name := ""
	for _, s := range cellsOf(in.row.New[0].Text) {
		if strings.ContainsFunc(s, unicode.IsLetter) {
			name = s
			break
		}
	}
	if column || name == "" {
		name = strings.TrimPrefix(name+", "+c.Column, ", ")
	}
	s := Fill(p.t.Difference, "name", name, "difference", table.Signed(p.lang, *c.Difference, c.decimals))
	if c.Percent == nil {
		return s
	}
	places := 1
	if math.Abs(*c.Percent) < 0.05 && *c.Percent != 0 {
		places = 4
	}
	return s + " (" + table.Signed(p.lang, *c.Percent, places) + "\u00a0%)"
}

// remarks are what the program has to say of an entry beside its texts. The
// entry may be rows alone.
func (p *printer) remarks(e *entry) string {
	var out, numbers, places, doubts []string
	var sums []sum
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	named := ""
	if e.old != nil || e.new != nil {
		named = p.element(e)
	}
	for _, r := range e.rows {
		was := p.cite(p.c.old, r.olds)
		switch r.Change {
		case Moved:
			n := r.news[0]
			for !n.moved && n.parent != nil && n.parent.mate != nil { // it went with its article
				n = n.parent
				was = p.c.old.Citation(n.mate.addr, p.lang)
			}
			if !slices.Contains(places, was) {
				places = append(places, was)
			}
		case Renumbered:
			o, n := r.olds[0], r.news[0]
			switch {
			case uncounted(o.unit.Kind) || o.unit.Kind < n.unit.Kind: // «статья 69» is now «часть 1 статьи 69»
				add(Fill(p.t.Numbered, "was", was))
			case uncounted(n.unit.Kind) || o.unit.Kind > n.unit.Kind:
				add(Fill(p.t.Unnumbered, "was", was))
			case strings.Contains(named, Fill(p.t.Formerly, "was", was)): // said already
			case len(e.rows) == 1:
				add(Fill(p.t.Renumbered, "was", was))
			default:
				numbers = append(numbers, number(o.unit)+"\u00a0→\u00a0"+number(n.unit))
			}
		case Split:
			add(Fill(p.t.Split, "was", was, "now", p.cite(p.c.new, r.news)))
		case Merged:
			add(Fill(p.t.Merged, "was", was, "now", p.cite(p.c.new, r.news)))
		case Notes:
			add(p.t.NotesOnly)
		}
		for _, c := range r.Cells {
			if c.Difference != nil {
				sums = append(sums, sum{r, c})
			}
		}
		switch {
		case !r.Check:
		case len(e.rows) == 1:
			add(Fill(p.t.Doubt, "score", p.decimal(r.Score)))
		default:
			m := p.member(p.c.new, r.news[0])
			doubts = append(doubts, m.noun.one+" "+m.name+" ("+p.decimal(r.Score)+")")
		}
	}
	if e.old != nil && e.new != nil && e.old.mate == nil && e.new.mate == nil {
		add(p.t.Rewritten)
	}
	if len(places) > 0 {
		add(Fill(p.t.Moved, "was", strings.Join(places, ", ")))
	}
	if len(numbers) > 0 {
		add(Fill(p.t.Numbers, "list", strings.Join(numbers, ", ")))
	}
	columns := slices.ContainsFunc(sums, func(s sum) bool { return s.cell.Column != sums[0].cell.Column })
	for i, s := range sums {
		if i == mostSums {
			add(Fill(p.t.MoreSums, "n", itoa(len(sums)-i)))
			break
		}
		add(p.difference(s, columns))
	}
	if len(doubts) > 0 {
		add(Fill(p.t.Doubts, "list", strings.Join(doubts, ", ")))
	}
	if !slices.ContainsFunc(e.rows, func(r *Row) bool { return !r.Punctuation }) {
		add(p.t.Punctuation)
	}
	return strings.Join(out, ".\n")
}
