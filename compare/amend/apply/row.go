package apply

import (
	"slices"
	"strings"
	"unicode"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/words"
)

// rows finds the rows of tables, or positions of lists, that levels without a
// kind name: «в функциональной группе 07 «…»: … по бюджетной программе 048».
// Each is looked for behind the one before it.
func (a *applier) rows(t target, levels []amend.Level) []target {
	all := a.allRows(t)
	for i, l := range levels {
		at := slices.IndexFunc(all, func(u *corpus.Unit) bool { return a.rowFits(u, l) })
		if at < 0 {
			return nil
		}
		found := all[at]
		if i == len(levels)-1 {
			return []target{{unit: found}}
		}
		all = all[at+1:]
	}
	return nil
}

// allRows are the rows within a target in order.
func (a *applier) allRows(t target) []*corpus.Unit {
	var out []*corpus.Unit
	walk := func(u *corpus.Unit) bool {
		if u.Kind == corpus.KindRow {
			out = append(out, u)
		}
		return true
	}
	if !t.counted {
		t.unit.Walk(walk)
	}
	for _, u := range t.units {
		u.Walk(walk)
	}
	return out
}

// rowFits reports whether a row has a level's number in one of its cells, and
// its title in another.
func (a *applier) rowFits(u *corpus.Unit, l amend.Level) bool {
	title := words.Fold(l.Title)
	number, named := len(l.Nums) == 0, title == ""
	lang := a.old.Meta.Language
	sought := stems(l.Title, lang)
	for cell := range strings.SplitSeq(u.Text, "\t") {
		cell = strings.TrimSpace(cell)
		if !number && rowNumber(cell) != "" && rowNumber(cell) == rowNumber(l.Nums[0]) {
			number = true
			continue
		}
		named = named || strings.Contains(words.Fold(cell), title) || slices.EqualFunc(sought, stems(cell, lang), sameStem) // «касающуюся Республики Алтай»
	}
	return number && named
}

func sameStem(a, b words.Word) bool { return a.Stem == b.Stem }

// rowNumber is the number of a row as it is compared.
func rowNumber(s string) string {
	return strings.TrimRight(strings.TrimSpace(s), ".)")
}

// addRows puts rows into a table: where their first numbers ask for, else behind
// the row that the target is, else at the end of the last table.
func (a *applier) addRows(op *amend.Operation, t target, news []*corpus.Unit) ([]*corpus.Unit, Code, []*corpus.Unit) {
	if news = a.asRows(news); len(news) == 0 {
		return nil, NoWords, nil
	}
	if t.unit.Kind == corpus.KindRow && !t.counted {
		above, at := a.above[t.unit], a.place(t.unit)+1
		for i, u := range news {
			a.insert(above, at+i, u)
		}
		return news, "", nil
	}
	all := a.allRows(t)
	if len(all) == 0 {
		return nil, NoUnit, nil
	}
	behind := all[len(all)-1]
	if num := leadingNumber(news[0].Text); num != "" {
		var less *corpus.Unit
		for _, u := range all {
			n := leadingNumber(u.Text)
			if n == num {
				return nil, Exists, []*corpus.Unit{u}
			}
			if n != "" && corpus.NumberLess(n, num) {
				less = u
			}
		}
		if less != nil {
			behind = less
		}
	}
	above, at := a.above[behind], a.place(behind)+1
	for i, u := range news {
		a.insert(above, at+i, u)
	}
	return news, "", nil
}

// restateRow gives a row of the tree the cells of a new one.
func (a *applier) restateRow(u, is *corpus.Unit) {
	table := 0
	for _, p := range a.pieces[u] {
		for _, l := range p.lines {
			table = max(table, l.Table)
		}
	}
	lines := []corpus.Line{rowLine(u.Text)}
	if ps := a.pieces[is]; len(ps) > 0 {
		lines = slices.Clone(ps[0].lines)
	}
	for i := range lines {
		lines[i].Table = table
	}
	a.pieces[u] = []piece{{lines: lines}}
}

// asRows makes rows of new units: those of tables, and of all others each one's
// words.
func (a *applier) asRows(news []*corpus.Unit) []*corpus.Unit {
	var out []*corpus.Unit
	for _, top := range news {
		top.Walk(func(u *corpus.Unit) bool {
			if u.Kind == corpus.KindRow {
				out = append(out, u)
			} else if text := joinWords(u.Label, strings.ReplaceAll(u.Own(), "\n", " ")); text != "" {
				out = append(out, &corpus.Unit{Kind: corpus.KindRow, Text: text})
			}
			return true
		})
	}
	return out
}

// leadingNumber is the number in the first cell of a row.
func leadingNumber(text string) string {
	first, _, _ := strings.Cut(text, "\t")
	first = strings.TrimSpace(first)
	if first == "" || !unicode.IsDigit(firstRune(first)) || strings.ContainsRune(first, ' ') {
		return ""
	}
	return corpus.Number(first)
}
