package write

import (
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
)

// rows makes one table of another row by row. A draft calls a row by its number,
// so each row below the head has one in its first cell, in order, and nothing
// above the row has the same number in a cell, where a reader would look first.
func (w *writer) rows(o, n *corpus.Unit) plan {
	levels, ok := w.levels(o)
	if !ok || len(levels) == 0 || len(w.template.RowNumber) != 2 {
		return plan{}
	}
	olds, head, ok := numberedRows(o)
	news, headNow, okNow := numberedRows(n)
	if !ok || !okNow || !slices.EqualFunc(head, headNow, func(a, b *corpus.Unit) bool { return w.key(a) == w.key(b) }) {
		return plan{}
	}
	p := plan{ok: true}
	row := func(num string) []amend.Where {
		return []amend.Where{{Levels: append(slices.Clip(levels), amend.Level{Step: corpus.Step{Kind: corpus.KindRow, Nums: []string{num}}, Noun: "строка"})}}
	}
	for _, u := range olds {
		num := firstCell(u)
		switch i := slices.IndexFunc(news, func(v *corpus.Unit) bool { return firstCell(v) == num }); {
		case i < 0:
			p.take(plan{ops: one(amend.Operation{Kind: amend.Remove, Object: amend.Rows, Where: row(num)}), cost: overhead / 2, touched: w.size(u), changes: 1, ok: true})
		case w.key(u) != w.key(news[i]):
			p.take(plan{ops: one(amend.Operation{Kind: amend.Restate, Object: amend.Rows, Where: row(num), New: news[i].Text, Units: []*corpus.Unit{w.clean(news[i])}}),
				cost: overhead + w.size(news[i]), touched: w.size(u), changes: 1, ok: true})
		}
	}
	for from := 0; from < len(news); from++ { // new rows that stand together come together
		add := amend.Operation{Kind: amend.Add, Object: amend.Rows, Where: []amend.Where{{Levels: levels}}}
		size := 0
		for ; from < len(news) && !slices.ContainsFunc(olds, func(u *corpus.Unit) bool { return firstCell(u) == firstCell(news[from]) }); from++ {
			add.Units, add.Nums = append(add.Units, w.clean(news[from])), append(add.Nums, firstCell(news[from]))
			size += w.size(news[from])
		}
		if len(add.Units) > 0 {
			add.New = linesOf(add.Units...)
			p.take(plan{ops: one(add), cost: overhead + size, added: size, ok: true})
		}
	}
	return p
}

// numberedRows are the rows of a table below its head. It is false where they
// are not numbered in order, or a number could be taken for that of another row.
func numberedRows(table *corpus.Unit) (rows, head []*corpus.Unit, ok bool) {
	cells := map[string]bool{} // of the rows above
	for _, u := range table.Units {
		num := firstCell(u)
		switch {
		case u.Kind != corpus.KindRow:
			return nil, nil, false
		case num == "" && len(rows) == 0:
			head = append(head, u)
		case num == "" || cells[num] || len(rows) > 0 && !corpus.NumberLess(firstCell(rows[len(rows)-1]), num):
			return nil, nil, false
		default:
			rows = append(rows, u)
		}
		for cell := range strings.SplitSeq(u.Text, "\t") {
			cells[strings.TrimRight(strings.TrimSpace(cell), ".)")] = true
		}
	}
	return rows, head, len(rows) > 0
}

// firstCell is the number in the first cell of a row, "" if it has none.
func firstCell(u *corpus.Unit) string {
	cell, _, _ := strings.Cut(u.Text, "\t")
	cell = strings.TrimRight(strings.TrimSpace(cell), ".)")
	if !isDigit(cell) || strings.Trim(cell, "0123456789-") != "" {
		return ""
	}
	return cell
}
