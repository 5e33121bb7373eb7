package content

import (
	"errors"

	"svod/compare/stat"
	"svod/compare/table"
	"svod/corpus/query"
)

// basis gives a cell what explains it. The explanation's value is the cell.
func basis(c table.Cell, explain func() table.Explanation) table.Cell {
	value := c
	c.Basis = because(func() table.Explanation {
		x := explain()
		x.Value = value
		return x
	})
	return c
}

// formula gives a cell a formula and the numbers in it.
func formula(c table.Cell, what, how string, terms ...table.Term) table.Cell {
	return basis(c, func() table.Explanation { return table.Explanation{What: what, Formula: how, Terms: terms} })
}

// value is a term of a formula that needs no explanation of its own.
func value(name string, v float64) table.Term {
	c := table.Decimal(v)
	if v == float64(int(v)) {
		c = table.Int(int(v))
	}
	return table.Term{Name: name, Value: c}
}

// rate is a frequency per 1 000 words, because.
func rate(p *wordPhrases, cell, base table.Cell) table.Cell {
	n, words := cell.Value, base.Value
	switch {
	case words == 0:
		return table.Missing()
	case n == 0:
		c := table.None()
		c.Basis = cell.Basis
		return c
	}
	return formula(table.Decimal(n*1000/words), p.PerThousand, "n / N · 1000", termOf("n", cell), termOf("N", base))
}

// why is the reason why a number is not defined.
func (p *wordPhrases) why(err error) string {
	if u := (*stat.Undefined)(nil); errors.As(err, &u) && p.Reason[u.Reason] != "" {
		return p.Reason[u.Reason]
	}
	return err.Error()
}

// occurrences are the places of a query in one article, unit by unit.
func (l *lexis) occurrences(doc int, a article, q *query.Query) []table.Evidence {
	var out []table.Evidence
	for _, e := range new(counter).evidence(nil, l.docs[doc], a, distinct(q.Occurrences(a.text), Longest), func(m query.Match) int { return m.Unit }) {
		out = append(out, table.Evidence{Document: l.names[doc], Address: string(e.Address),
			Citation: l.docs[doc].ShortCitation(e.Address, l.docs[doc].Meta.Language), Text: e.Text, Matches: e.Matches, Count: e.Occurrences})
	}
	return out
}

// reason says in a cell why a number is not defined.
func (p *wordPhrases) reason(err error) table.Cell {
	if err == nil {
		return table.Missing()
	}
	return table.Text(with(p.Undefined, p.why(err)))
}

// reasonCode is the code of why a number is not defined, for other programs.
func reasonCode(err error) string {
	if u := (*stat.Undefined)(nil); errors.As(err, &u) {
		return u.Reason
	}
	return err.Error()
}
