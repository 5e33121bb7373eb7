package agreement

import "svod/compare/table"

// A coefficientBasis is how a coefficient came about: its formula, and the units
// that speak against it.
type coefficientBasis struct {
	p *reporter
	r *Result
	c *Coefficient
}

func (b coefficientBasis) Explain() table.Explanation {
	p, c := b.p, b.c
	e := table.Explanation{What: put(p.WhatOf, "v", b.r.Variable.label(), "n", p.name(c)), Value: p.value(b.r, c, format(c)), In: b.p.files()}
	e.Value.Basis = nil
	pairs := table.Term{Name: p.TermApart, Basis: apartBasis{b}}
	for _, d := range b.r.Disagreements {
		pairs.Value.Value += float64(d.Pairs)
	}
	pairs.Value.Format = table.FormatInteger
	units := table.Term{Name: p.TermPairs, Value: p.units(b.r)}
	units.Basis, units.Value.Basis = units.Value.Basis, nil
	term := func(name string, v float64) table.Term { return table.Term{Name: name, Value: decimal(v)} }
	switch kind := c.Name; {
	case c.Reason != "":
		e.Tried = []string{put(p.UndefinedWhy, "reason", p.Reasons[c.Reason])}
		e.Terms = []table.Term{pairs, units}
	case format(c) == table.FormatPercent:
		e.Formula = p.Formulas["share"]
		e.Terms = []table.Term{{Name: p.TermObserved, Value: table.Percent(c.Observed)}, pairs, units}
	case kind == HolstiName:
		e.Formula = p.Formulas[HolstiName]
		e.Terms = []table.Term{term(p.TermM, c.Observed), term(p.TermN, c.Expected), pairs, units}
	case len(kind) > len(AlphaName) && kind[:len(AlphaName)] == AlphaName:
		e.Formula = p.Formulas["alpha"]
		e.Terms = []table.Term{term(p.TermDo, c.Observed), term(p.TermDe, c.Expected), pairs, units}
	default:
		e.Formula = p.Formulas["chance"]
		e.Terms = []table.Term{term(p.TermObserved, c.Observed), term(p.TermExpected, c.Expected),
			{Name: p.TermValues, Value: table.Int(len(b.r.Variable.Values))}, pairs, units}
	}
	return e
}

// apartBasis are the units behind «pairs of coders with different codes».
type apartBasis struct{ coefficientBasis }

func (b apartBasis) Explain() table.Explanation {
	e := table.Explanation{What: b.r.Variable.label() + ": " + b.p.TermApart, In: b.p.files()}
	n := 0
	for _, d := range b.r.Disagreements {
		e.Items = append(e.Items, evidence(d.Unit, d.Pairs))
		n += d.Pairs
	}
	e.Value = table.Int(n)
	return e
}

// unitsBasis are the units that a coefficient is of.
type unitsBasis struct {
	p *reporter
	r *Result
}

// units is a cell with how many units two coders at least coded.
func (p *reporter) units(r *Result) table.Cell {
	c := table.Int(r.Pairable)
	c.Basis = unitsBasis{p, r}
	return c
}

func (b unitsBasis) Explain() table.Explanation {
	v := b.r.Variable
	e := table.Explanation{What: v.label() + ": " + b.p.TermPairs, Value: table.Int(b.r.Pairable), In: b.p.files()}
	for u, row := range v.Codes {
		if given(row) > 1 {
			e.Items = append(e.Items, evidence(v.Units[u], 1))
		}
	}
	return e
}

// usedBasis are the units to which coders gave a value.
type usedBasis struct {
	p *reporter
	r *Result
	k int
}

func (b usedBasis) Explain() table.Explanation {
	v := b.r.Variable
	e := table.Explanation{What: v.label() + ", " + v.Values[b.k].String() + ": " + b.p.Used, Value: table.Int(b.r.Categories[b.k].Used), In: b.p.files()}
	for u, row := range v.Codes {
		n := 0
		for _, c := range row {
			if c == b.k {
				n++
			}
		}
		if n > 0 {
			e.Items = append(e.Items, evidence(v.Units[u], n))
		}
	}
	return e
}

func evidence(u Unit, n int) table.Evidence {
	return table.Evidence{Document: u.Document, Address: u.ID, Citation: u.Citation, Text: u.Text, Count: n}
}

func (p *reporter) files() []string {
	var names []string
	for _, f := range p.o.Files {
		names = append(names, f.Name)
	}
	return names
}
