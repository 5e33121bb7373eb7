package agreement

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

// ReportOptions say what a report shows.
type ReportOptions struct {
	Language      string // ru (also when empty), kk, en
	Disagreements int    // at most so many of each variable; 0: all
	Files         []table.Input
}

// mostColumns is how many coders have a column of their own among disagreements.
const mostColumns = 4

// A reporter makes the tables of a report.
type reporter struct {
	*phrases
	results []*Result
	o       ReportOptions
	lang    string
}

// Report returns the tables of the agreement in variables: the summary that one
// publishes, all coefficients, pairs of coders, single values, disagreements.
func Report(results []*Result, o ReportOptions) *table.Report {
	p := &reporter{phrases: phrasesOf(o.Language), results: results, o: o, lang: cmp.Or(o.Language, "ru")}
	r := &table.Report{Title: p.Title, Language: p.lang, Data: jsonOf(results, p), Made: p.made()}
	if len(results) == 0 {
		return r
	}
	add := func(ts ...*table.Table) {
		for _, t := range ts {
			if t != nil && len(t.Rows) > 0 {
				r.Blocks = append(r.Blocks, t)
			}
		}
	}
	add(p.summary(), p.all(), p.pairs(), p.categories())
	for _, res := range results {
		add(p.coincidences(res))
	}
	if t := p.disagreements(); len(t.Rows) > 0 {
		add(t)
	} else if slices.ContainsFunc(results, func(r *Result) bool { return r.Pairable > 0 }) {
		r.Blocks = append(r.Blocks, table.Para(p.NoDisagreements))
	}
	return r
}

func (p *reporter) made() []table.Fact {
	var fs []table.Fact
	for _, f := range p.o.Files {
		fs = append(fs, table.Fact{Name: p.MadeFile, Value: f.Name + ", SHA-256 " + f.SHA256})
	}
	var vs []string
	for _, r := range p.results {
		vs = append(vs, fmt.Sprintf("%s (%s)", r.Variable.ID, p.Levels[r.Variable.Level]))
	}
	fs = append(fs, table.Fact{Name: p.MadeVariable, Value: strings.Join(vs, "; ")})
	if len(p.results) == 0 {
		return fs
	}
	o := p.results[0].Options
	if o.Tolerance > 0 {
		fs = append(fs, table.Fact{Name: p.MadeTolerance, Value: p.digits(o.Tolerance)})
	}
	if o.resamples() < 0 {
		return append(fs, table.Fact{Name: p.MadeMethod, Value: p.BootstrapNone})
	}
	return append(fs, table.Fact{Name: p.MadeMethod, Value: p.MethodUnits}, table.Fact{Name: p.MadeResamples, Value: strconv.Itoa(o.resamples())},
		table.Fact{Name: p.MadeSeed, Value: strconv.FormatUint(o.Seed, 10)}, table.Fact{Name: p.MadeConfidence, Value: p.digits(o.confidence()*100) + " %"})
}

// digits prints a number with all its digits.
func (p *reporter) digits(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if p.lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

func (p *reporter) interval() string {
	return put(p.Interval, "c", p.digits(p.results[0].Options.confidence()*100))
}

// values is a cell of a coefficient: its number, or that it is undefined.
func (p *reporter) value(r *Result, c *Coefficient, digits table.Format) table.Cell {
	if c.Reason != "" {
		return table.Cell{Runs: []table.Run{{Text: p.Undefined, Mark: table.MarkItalic}}, Basis: coefficientBasis{p, r, c}}
	}
	return table.Cell{Value: c.Value, Format: digits, Places: 3, Basis: coefficientBasis{p, r, c}}
}

func format(c *Coefficient) table.Format {
	if c.Name == PercentName || c.Name == PercentAllName {
		return table.FormatPercent
	}
	return table.FormatDecimal
}

// bounds is a cell of an interval: [0,482; 0,934].
func (p *reporter) bounds(c *Coefficient) table.Cell {
	if c.NoBounds != "" {
		return table.Missing()
	}
	print := func(v float64) string {
		if format(c) == table.FormatPercent {
			return table.Fixed(p.lang, v*100, 1)
		}
		return table.Fixed(p.lang, v, 3)
	}
	return table.Text(put(p.Bounds, "low", print(c.Low), "high", print(c.High)))
}

// summary is the table that one publishes.
func (p *reporter) summary() *table.Table {
	two, many := false, false
	for _, r := range p.results {
		two = two || len(r.Variable.Coders) <= 2
		many = many || len(r.Variable.Coders) > 2
	}
	kappa := p.Kappa
	switch {
	case !many:
		kappa = p.Names[CohenName]
	case !two:
		kappa = p.Names[FleissName]
	}
	t := &table.Table{Caption: p.Summary, Source: p.Source, Landscape: true,
		Head:   [][]table.Cell{table.Heads(p.Variable, p.Level, p.Units, p.Coders, p.Percent, p.Alpha, p.interval(), kappa, p.Gwet, p.Verdict)},
		Widths: []float64{3.2, 1.7, 1, 1.35, 1.2, 1.5, 1.7, 1.2, 1.1, 2}}
	for _, r := range p.results {
		v := r.Variable
		alpha := r.Alpha()
		k := r.Get(CohenName)
		if len(v.Coders) > 2 {
			k = r.Get(FleissName)
		}
		name := table.Text(v.label())
		name.Head = true
		t.Rows = append(t.Rows, []table.Cell{name, table.Text(p.Levels[v.Level]), p.units(r), p.coders(r), p.value(r, r.Get(PercentName), table.FormatPercent),
			p.value(r, alpha, table.FormatDecimal), p.bounds(alpha), p.value(r, k, table.FormatDecimal), p.value(r, r.Get(GwetName), table.FormatDecimal), p.verdict(alpha)})
	}
	t.Base = p.base()
	t.Notes = append(t.Notes, p.Thresholds, p.bootstrapNote(), p.NoteAll)
	if two && many {
		t.Notes = append(t.Notes, "κ: "+p.Names[CohenName]+" (2), "+p.Names[FleissName]+" (> 2)")
	}
	t.Notes = append(t.Notes, p.why()...)
	for _, r := range p.results {
		if r.Missing > 0 {
			note := put(p.NoteMissing, "v", r.Variable.label(), "n", strconv.Itoa(r.Missing))
			if alone := r.Coded - r.Pairable; alone > 0 {
				note += " " + put(p.NoteAlone, "m", strconv.Itoa(alone))
			}
			t.Notes = append(t.Notes, note)
		}
	}
	if d := p.results[0].Options.Tolerance; d > 0 {
		t.Notes = append(t.Notes, put(p.NoteTolerance, "n", p.digits(d)))
	}
	return t
}

// why are the notes on what of the summary is undefined: variables that lack the
// same for the same reason have one note together.
func (p *reporter) why() []string {
	var order []string
	variables := map[string][]string{}
	for _, r := range p.results {
		kappa := CohenName
		if len(r.Variable.Coders) > 2 {
			kappa = FleissName
		}
		names := map[Reason][]string{}
		var reasons []Reason
		for _, c := range []*Coefficient{r.Get(PercentName), r.Alpha(), r.Get(kappa), r.Get(GwetName)} {
			if c.Reason == "" {
				continue
			}
			if names[c.Reason] == nil {
				reasons = append(reasons, c.Reason)
			}
			names[c.Reason] = append(names[c.Reason], p.Names[c.Name])
		}
		for _, why := range reasons {
			note := strings.Join(names[why], ", ") + " – " + put(p.UndefinedWhy, "reason", p.Reasons[why]) + "."
			if variables[note] == nil {
				order = append(order, note)
			}
			variables[note] = append(variables[note], r.Variable.label())
		}
	}
	var notes []string
	for _, note := range order {
		notes = append(notes, strings.Join(variables[note], ", ")+": "+note)
	}
	return notes
}

// label is the name of a variable for people.
func (v *Variable) label() string {
	if v.Name != "" && v.Name != v.ID {
		return v.ID + ". " + v.Name
	}
	return v.ID
}

func (p *reporter) bootstrapNote() string {
	o := p.results[0].Options
	if o.resamples() < 0 {
		return p.BootstrapNone
	}
	return put(p.Bootstrap, "c", p.digits(o.confidence()*100), "n", strconv.Itoa(o.resamples()), "seed", strconv.FormatUint(o.Seed, 10))
}

// base is how many units and coders the results have together.
func (p *reporter) base() string {
	units, coders := map[string]bool{}, map[string]bool{}
	for _, r := range p.results {
		for u, row := range r.Variable.Codes {
			if given(row) > 0 {
				units[r.Variable.Units[u].ID] = true
			}
		}
		for _, c := range r.Variable.Coders {
			coders[c] = true
		}
	}
	return put(p.Base, "units", strconv.Itoa(len(units)), "coders", strconv.Itoa(len(coders)))
}

// The thresholds of α (Krippendorff 2004, p. 241).
const (
	Reliable  = 0.8
	Tentative = 0.667
)

// verdict names the threshold that α reaches.
func (p *reporter) verdict(alpha *Coefficient) table.Cell {
	switch {
	case alpha.Reason != "":
		return table.Cell{Runs: []table.Run{{Text: p.Undefined, Mark: table.MarkItalic}}}
	case alpha.Value >= Reliable-tiny:
		return table.Text(p.Accept)
	case alpha.Value >= Tentative-tiny:
		return table.Text(p.Tentative)
	}
	return table.Text(p.Reject)
}

// all is the table of every coefficient.
func (p *reporter) all() *table.Table {
	t := &table.Table{Caption: p.All, Sheet: p.SheetAll, Source: p.Source, Landscape: true, Base: "",
		Head:   [][]table.Cell{table.Heads(p.Coefficient, p.Value, p.interval(), p.Observed, p.Expected, p.N, p.Remark)},
		Widths: []float64{3.2, 1.3, 1.8, 1.3, 1.3, 0.8, 5}}
	ranks, numbers := false, false
	for _, r := range p.results {
		v := r.Variable
		if len(p.results) > 1 {
			t.Rows = append(t.Rows, []table.Cell{table.Group(v.label())})
		}
		for _, c := range inOrder(r) {
			if strings.HasPrefix(c.Name, AlphaName) && c != r.Alpha() && c.Reason != "" {
				continue // of another level, which the data have not
			}
			irr, ofIrr := strings.CutSuffix(c.Name, irrSuffix)
			if ofIrr && irr != r.Alpha().Name {
				continue
			}
			name := table.Text(p.name(c))
			name.Head = c == r.Alpha()
			row := []table.Cell{name, p.value(r, c, format(c)), p.bounds(c), table.None(), table.None(), p.units(r), table.Text(p.remark(r, c))}
			if c.Reason == "" && c.Name != HolstiName && format(c) != table.FormatPercent {
				row[3], row[4] = decimal(c.Observed), decimal(c.Expected)
			}
			t.Rows = append(t.Rows, row)
		}
		if q := r.Get(LinearName); q.Reason == "" {
			ranks = ranks || v.Level == Ordinal || v.Level == Nominal
			numbers = numbers || v.Level == Interval || v.Level == Ratio
		}
	}
	if ranks {
		t.Notes = append(t.Notes, p.WeightRanks)
	}
	if numbers {
		t.Notes = append(t.Notes, p.WeightNumbers)
	}
	t.Notes = append(t.Notes, p.bootstrapNote())
	return t
}

// name is what a coefficient is called.
func (p *reporter) name(c *Coefficient) string {
	if plain, ok := strings.CutSuffix(c.Name, irrSuffix); ok {
		return p.Names[plain] + " – " + p.IrrName
	}
	return p.Names[c.Name]
}

// inOrder are the coefficients as one reads them: α, per cents, pairs, all coders.
func inOrder(r *Result) []*Coefficient {
	rank := func(c *Coefficient) int {
		return slices.Index([]string{PercentName, PercentAllName, HolstiName, CohenName, LinearName, QuadraticName, ScottName, PabakName, FleissName, GwetName}, c.Name)
	}
	var out []*Coefficient
	for i := range r.Coefficients {
		out = append(out, &r.Coefficients[i])
	}
	slices.SortStableFunc(out, func(a, b *Coefficient) int { return cmp.Compare(rank(a), rank(b)) }) // α has no rank and goes first
	return out
}

// remark says what a reader of a coefficient must know.
func (p *reporter) remark(r *Result, c *Coefficient) string {
	if strings.HasSuffix(c.Name, irrSuffix) {
		return p.IrrRemark
	}
	var parts []string
	pairwise := slices.Contains(pairNames, c.Name)
	switch {
	case c.Reason != "":
		parts = append(parts, put(p.UndefinedWhy, "reason", p.Reasons[c.Reason]))
		if pairwise && c.Reason == HasMissing {
			parts = append(parts, p.PerPairs)
		}
	case pairwise && len(r.Variable.Coders) > 2:
		parts = append(parts, p.Mean)
	case pairwise && r.Pairable < r.Coded && c.Name != HolstiName:
		parts = append(parts, put(p.OnBoth, "n", strconv.Itoa(r.Pairable), "all", strconv.Itoa(r.Coded)))
	}
	switch {
	case c.Reason != "":
	case c.NoBounds == FewResamples && r.Options.resamples() > 0, c.NoBounds == TooLarge:
		parts = append(parts, p.interval()+": "+p.Reasons[c.NoBounds])
	case c.Undefined > 0 && c.NoBounds == "":
		parts = append(parts, put(p.Dropped, "n", strconv.Itoa(c.Undefined), "all", strconv.Itoa(r.Options.resamples())))
	}
	return strings.Join(parts, "; ")
}

// pairs is the table of coefficients of each pair of coders.
func (p *reporter) pairs() *table.Table {
	t := &table.Table{Caption: p.Pairs, Sheet: p.SheetPairs, Source: p.Source, Landscape: true, FontSize: 9, Widths: []float64{3, 0.8}}
	head := []string{p.Pair, p.N}
	for _, n := range pairNames {
		head = append(head, p.Names[n])
		t.Widths = append(t.Widths, 1.4)
	}
	t.Head = [][]table.Cell{table.Heads(head...)}
	for _, r := range p.results {
		if len(r.Pairs) == 0 {
			continue
		}
		if len(p.results) > 1 {
			t.Rows = append(t.Rows, []table.Cell{table.Group(r.Variable.label())})
		}
		for _, pair := range r.Pairs {
			row := []table.Cell{table.Text(pair.Coders[0] + " – " + pair.Coders[1]), table.Int(pair.N)}
			for i := range pair.Coefficients {
				c := &pair.Coefficients[i]
				row = append(row, p.value(r, c, format(c)))
			}
			t.Rows = append(t.Rows, row)
		}
		row := []table.Cell{table.Bold(p.Mean), p.units(r)}
		for _, n := range pairNames {
			c := r.Get(n)
			row = append(row, p.value(r, c, format(c)))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = append(t.Notes, p.reasonsOf(t)...)
	return t
}

// reasonsOf explains the undefined cells of a table, each reason once.
func (p *reporter) reasonsOf(t *table.Table) []string {
	var order []Reason
	of := map[Reason][]string{}
	for _, row := range t.Rows {
		for _, cell := range row {
			b, ok := cell.Basis.(coefficientBasis)
			if !ok || b.c.Reason == "" {
				continue
			}
			if of[b.c.Reason] == nil {
				order = append(order, b.c.Reason)
			}
			if name := p.name(b.c); !slices.Contains(of[b.c.Reason], name) {
				of[b.c.Reason] = append(of[b.c.Reason], name)
			}
		}
	}
	var notes []string
	for _, why := range order {
		notes = append(notes, strings.Join(of[why], ", ")+" – "+put(p.UndefinedWhy, "reason", p.Reasons[why])+".")
	}
	return notes
}

// categories is the table of each value against all others.
func (p *reporter) categories() *table.Table {
	t := &table.Table{Caption: p.Categories, Sheet: p.SheetCategories, Source: p.Source, Notes: []string{p.NoteSpecific},
		Head:   [][]table.Cell{table.Heads(p.Category, p.Used, p.Specific, p.AlphaOf, p.interval())},
		Widths: []float64{4, 1.3, 1.6, 1.5, 2}}
	for _, r := range p.results {
		if r.Variable.Level != Nominal && r.Variable.Level != Ordinal {
			continue // of numbers that are measured, one is not a category
		}
		if len(p.results) > 1 && len(r.Categories) > 0 {
			t.Rows = append(t.Rows, []table.Cell{table.Group(r.Variable.label())})
		}
		for k := range r.Categories {
			c := &r.Categories[k]
			used := table.Int(c.Used)
			used.Basis = usedBasis{p, r, k}
			specific := table.None()
			if c.Alpha.Reason == "" {
				specific = table.Percent(c.Specific)
			}
			t.Rows = append(t.Rows, []table.Cell{table.Text(c.Value.String()), used, specific, p.value(r, &c.Alpha, table.FormatDecimal), p.bounds(&c.Alpha)})
		}
	}
	t.Notes = append(t.Notes, p.reasonsOf(t)...)
	return t
}

// coders is how many coded a variable, and who.
func (p *reporter) coders(r *Result) table.Cell {
	x := table.Explanation{What: r.Variable.label() + ": " + p.Coders}
	for _, c := range r.Variable.Coders {
		x.Items = append(x.Items, table.Evidence{Document: c, Count: 1})
	}
	cell := table.Int(len(x.Items))
	x.Value = cell
	cell.Basis = x
	return cell
}

// coincidences is the matrix that α is computed of.
func (p *reporter) coincidences(r *Result) *table.Table {
	if len(r.Coincidences) < 2 || r.Pairable == 0 {
		return nil
	}
	t := &table.Table{Caption: put(p.Coincidences, "n", r.Variable.label()), Source: p.Source, Notes: []string{p.NoteCoincidences}, Landscape: len(r.Coincidences) > 7}
	head := []string{p.Category}
	for _, v := range r.Variable.Values {
		head = append(head, v.String())
	}
	t.Head = [][]table.Cell{table.Heads(append(head, "Σ")...)}
	for i, row := range r.Coincidences {
		name := table.Text(r.Variable.Values[i].String())
		name.Head = true
		cells := []table.Cell{name}
		sum := 0.0
		for _, v := range row {
			sum += v
			cells = append(cells, weight(v))
		}
		t.Rows = append(t.Rows, append(cells, weight(sum)))
	}
	return t
}

// weight is a cell of the matrix: 7, 0,333, or «–».
func weight(v float64) table.Cell {
	switch whole := float64(int(v + 0.5)); {
	case v < tiny:
		return table.None()
	case v-whole < 1e-9 && whole-v < 1e-9:
		return table.Int(int(whole))
	}
	return decimal(v)
}

// decimal has the three places in which agreement is published.
func decimal(v float64) table.Cell {
	return table.Cell{Value: v, Format: table.FormatDecimal, Places: 3}
}

// disagreements lists the units that were not coded alike.
func (p *reporter) disagreements() *table.Table {
	var coders []string
	for _, r := range p.results {
		for _, c := range r.Variable.Coders {
			if !slices.Contains(coders, c) {
				coders = append(coders, c)
			}
		}
	}
	head := []string{p.Number, p.Variable, p.Unit, p.Text}
	t := &table.Table{Caption: p.Disagreements, Sheet: p.SheetDisagreements, Source: p.Source, Landscape: true, FontSize: 9, Widths: []float64{0.6, 1.8, 2.4, 6}}
	apart := len(coders) <= mostColumns
	if apart {
		for _, c := range coders {
			head = append(head, c)
			t.Widths = append(t.Widths, 1.6)
		}
	} else {
		head = append(head, p.Codes)
		t.Widths = append(t.Widths, 4)
	}
	t.Head = [][]table.Cell{table.Heads(append(head, p.Apart)...)}
	t.Widths = append(t.Widths, 1.3)
	n := 0
	for _, r := range p.results {
		v := r.Variable
		shown := r.Disagreements
		if p.o.Disagreements > 0 && len(shown) > p.o.Disagreements {
			shown = shown[:p.o.Disagreements]
			t.Notes = append(t.Notes, v.label()+": "+put(p.NotShown, "n", strconv.Itoa(len(shown)), "all", strconv.Itoa(len(r.Disagreements))))
		}
		for _, d := range shown {
			n++
			row := []table.Cell{table.Text(strconv.Itoa(n)), table.Text(v.label()), table.Text(d.name()), table.Text(d.Text)}
			answer := func(coder string) (string, bool) {
				i := slices.Index(v.Coders, coder)
				if i < 0 || d.Values[i] == Missing {
					return p.NotCoded, false
				}
				return v.Values[d.Values[i]].String(), true
			}
			if apart {
				for _, c := range coders {
					s, _ := answer(c)
					row = append(row, table.Text(s))
				}
			} else {
				var all []string
				for _, c := range coders {
					if s, ok := answer(c); ok {
						all = append(all, c+": "+s)
					}
				}
				row = append(row, table.Text(strings.Join(all, "\n")))
			}
			t.Rows = append(t.Rows, append(row, decimal(d.Apart)))
		}
	}
	return t
}

// name is how a unit is called in tables: document and citation, else its ID.
func (u Unit) name() string {
	switch {
	case u.Document != "" && u.Citation != "":
		return u.Document + "\n" + u.Citation
	case u.Citation != "":
		return u.Citation
	}
	return u.ID
}
