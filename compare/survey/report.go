package survey

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"svod/compare/stat"
	"svod/compare/table"
)

// Options say what to make of answers. The zero value makes a table of each
// question.
type Options struct {
	By       []string // questions by whose answers the others are cut, instead of the map's
	After    *Answers // a second wave of the same survey
	Language string   // of the report: ru (also when empty), kk, en
	Open     bool     // list the open answers
}

// level is that of intervals and tests.
const level = 0.95

// few is under how many answers counts stand beside per cents.
const few = 30

// reporter makes the tables of a survey.
type reporter struct {
	*Answers
	p    *phrases
	lang string
}

// Report returns the tables of the answers. Errors are of type *Error.
func (a *Answers) Report(opts Options) (*table.Report, error) {
	fitted, err := a.weigh()
	if err != nil {
		return nil, err
	}
	x := &reporter{a, phrasesOf(opts.Language), cmp.Or(opts.Language, "ru")}
	s := a.Survey
	by := opts.By
	if len(by) == 0 {
		by = s.Banner
	}
	for _, id := range by {
		if q := s.question(id); q == nil || q.Kind == Number || q.Kind == Open || len(q.Values) == 0 {
			return nil, &Error{File: s.File, Code: "unknown-question", Args: []string{"by", id}}
		}
	}
	r := &table.Report{Title: with(x.p.Title, s.title()), Language: x.lang}
	r.Blocks = append(r.Blocks, x.passport(fitted))
	if len(s.Plan) > 0 || len(s.Targets) > 0 {
		r.Blocks = append(r.Blocks, x.plan())
	}
	for i, q := range s.Questions {
		r.Blocks = append(r.Blocks, x.question(i)...)
		if q.Kind == Open {
			if opts.Open {
				r.Blocks = append(r.Blocks, x.open(i))
			}
			continue
		}
		for _, id := range by {
			if id != q.ID && q.Kind != Number {
				r.Blocks = append(r.Blocks, x.banner(i, s.question(id)))
			}
		}
	}
	if opts.After != nil {
		if _, err := opts.After.weigh(); err != nil {
			return nil, err
		}
		waves, err := x.waves(opts.After)
		if err != nil {
			return nil, err
		}
		r.Blocks = append(r.Blocks, waves)
	}
	if len(a.Doubts) > 0 {
		r.Blocks = append(r.Blocks, x.doubts())
	}
	r.Made = []table.Fact{{Name: x.p.Map, Value: filepath.Base(s.File) + ", SHA-256 " + s.SHA256},
		{Name: x.p.File, Value: filepath.Base(a.File) + ", SHA-256 " + a.SHA256}}
	if opts.After != nil {
		r.Made = append(r.Made, table.Fact{Name: x.p.File, Value: filepath.Base(opts.After.File) + ", SHA-256 " + opts.After.SHA256})
	}
	return r, nil
}

func (s *Survey) title() string { return cmp.Or(s.Title, filepath.Base(s.File)) }

// source is printed below each table.
func (x *reporter) source() string { return with(x.p.Source, x.Survey.title()) }

func (x *reporter) base(n int) string { return with(x.p.Base, strconv.Itoa(n)) }

func head(s string) table.Cell {
	c := table.Text(s)
	c.Head = true
	return c
}

// because says why a result is not defined.
func (x *reporter) because(err error) string {
	if u, ok := err.(*stat.Undefined); ok {
		return cmp.Or(x.p.Reasons[u.Reason], u.Reason)
	}
	return err.Error()
}

// passport says what was asked of whom, and how surely the shares are known.
func (x *reporter) passport(fitted bool) *table.Table {
	s := x.Survey
	t := &table.Table{Caption: x.p.Passport, Source: x.source(), Base: x.base(len(x.Respondents)), Widths: []float64{3, 5}}
	add := func(name string, c table.Cell) { t.Rows = append(t.Rows, []table.Cell{head(name), c}) }
	var everyone []*Respondent
	for i := range x.Respondents {
		everyone = append(everyone, &x.Respondents[i])
	}
	add(x.p.Respondents, x.counted(x.p.Respondents, everyone, 0))
	var asked, odd []table.Evidence
	for _, q := range s.Questions {
		asked = append(asked, table.Evidence{Document: filepath.Base(s.File), Citation: q.ID, Text: q.Text, Count: 1})
	}
	for _, d := range x.Doubts {
		odd = append(odd, table.Evidence{Document: filepath.Base(x.File), Citation: x.p.Row + " " + strconv.Itoa(d.Row) + ", " + d.Question, Text: d.Answer, Count: 1})
	}
	listed := func(name string, items []table.Evidence) {
		c := table.Int(len(items))
		c.Basis = table.Explanation{What: name, Value: c, Items: items}
		add(name, c)
	}
	listed(x.p.Asked, asked)
	add(x.p.SampleKind, table.Text(x.p.SampleNames[s.Sample]))
	if x.weighted() {
		how := s.Weight
		if len(s.Targets) > 0 {
			var ids []string
			for _, g := range s.Targets {
				ids = append(ids, s.question(g.Question).Text)
			}
			how = strings.TrimPrefix(how+"; "+with(x.p.Targets, strings.Join(ids, ", ")), "; ")
			if len(s.Targets) > 1 && fitted {
				how += ", " + x.p.Fitted
			}
			if !fitted {
				how += ", " + x.p.NotFitted
			}
		}
		add(x.p.Weights, table.Text(how))
		d, n := x.designEffect(all), float64(len(x.Respondents))
		deff := table.Decimal(d)
		deff.Places = 2
		deff.Basis = table.Explanation{What: x.p.DesignEffect, Value: deff, Formula: "n·Σw² / (Σw)²", Terms: []table.Term{{Name: "n", Value: table.Int(len(x.Respondents))}}}
		add(x.p.DesignEffect, deff)
		effective := table.Int(int(math.Round(n / d)))
		effective.Basis = table.Explanation{What: x.p.EffectiveSize, Value: effective, Formula: "n / deff",
			Terms: []table.Term{{Name: "n", Value: table.Int(len(x.Respondents))}, {Name: "deff", Value: deff}}}
		add(x.p.EffectiveSize, effective)
	}
	if s.Sample == Probability {
		n := float64(len(x.Respondents)) / x.designEffect(all)
		if m, err := stat.MarginOfError(0.5, n, level); err == nil {
			c := table.Decimal(m * 100)
			c.Places = 2
			c.After = "п. п."
			if x.lang == "en" {
				c.After = "pp"
			}
			c.Basis = table.Explanation{What: x.p.Margin, Value: c, Formula: "1,96·√(0,5·0,5 / n) · 100", Terms: []table.Term{{Name: "n", Value: table.Decimal(n)}}}
			add(x.p.Margin, c)
		}
	} else {
		t.Notes = append(t.Notes, x.notRandom())
	}
	if len(x.Doubts) > 0 {
		listed(x.p.Seen, odd)
	}
	if len(x.Unused) > 0 {
		add(x.p.Unused, table.Text(strings.Join(x.Unused, ", ")))
	}
	return t
}

func (x *reporter) notRandom() string {
	if x.Survey.Sample == Quota {
		return x.p.Quota
	}
	return x.p.NotRandom
}

// counted is a number of respondents, and who they are.
func (x *reporter) counted(what string, rs []*Respondent, at int) table.Cell {
	c := table.Int(len(rs))
	if len(rs) == 0 {
		c = table.None()
	}
	c.Basis = who{x, what, rs, at, c}
	return c
}

// who explains a number by the rows of respondents.
type who struct {
	x    *reporter
	what string
	rs   []*Respondent
	at   int
	cell table.Cell
}

func (w who) Explain() table.Explanation {
	e := table.Explanation{What: w.what, Value: w.cell}
	for _, r := range w.rs {
		row := w.x.p.Row + " " + strconv.Itoa(r.Row)
		cite := row
		if r.ID != "" {
			cite = r.ID + ", " + row
		}
		e.Items = append(e.Items, table.Evidence{Document: filepath.Base(w.x.File), Address: strconv.Itoa(r.Row), Citation: cite,
			Text: r.given[w.at].text, Count: 1})
	}
	if len(e.Items) == 0 {
		e.Tried = []string{w.what}
		e.In = []string{filepath.Base(w.x.File)}
	}
	return e
}

// share is a share of those who answered, with its terms.
func (x *reporter) share(what string, t *tab, v int) table.Cell {
	p, ok := t.share(v)
	if !ok {
		return table.Missing()
	}
	if t.counts[v] == 0 {
		c := table.None()
		c.Basis = who{x, what, nil, t.at, c}
		return c
	}
	c := table.Percent(p)
	terms := []table.Term{{Name: "k", Value: x.counted(what, t.who(v), t.at)}, {Name: "n", Value: x.counted(x.p.Answered, t.rows, t.at)}}
	formula := "k / n"
	if x.weighted() {
		formula = "Σw(k) / Σw(n)"
		terms = append(terms, table.Term{Name: "Σw(k)", Value: table.Decimal(t.sums[v])}, table.Term{Name: "Σw(n)", Value: table.Decimal(t.base)})
	}
	for i := range terms {
		terms[i].Basis = terms[i].Value.Basis
	}
	c.Basis = table.Explanation{What: what, Value: c, Formula: formula, Terms: terms}
	return c
}

// notes are what a reader must know of a table of shares.
func (x *reporter) notes(t *tab, several bool) []string {
	var ns []string
	if several {
		ns = append(ns, x.p.Several)
	}
	if t.n() < few {
		ns = append(ns, x.p.Small)
	}
	if x.weighted() {
		ns = append(ns, x.p.Effective)
	}
	return ns
}

// question is the one-way table of a question, with its chart.
func (x *reporter) question(at int) []table.Block {
	q := x.Survey.Questions[at]
	t := x.tabulate(at, all)
	out := &table.Table{Caption: q.Text, Sheet: q.ID, Source: x.source(), Base: x.base(t.n())}
	what := func(label string) string { return q.Text + ": " + label }
	silent := func(cells int) {
		var rs []*Respondent
		for i := range x.Respondents {
			if r := &x.Respondents[i]; !r.given[at].valid {
				rs = append(rs, r)
			}
		}
		row := []table.Cell{head(x.p.Silent), x.counted(what(x.p.Silent), rs, at)}
		for len(row) < cells {
			row = append(row, table.Text(""))
		}
		out.Rows = append(out.Rows, row)
	}
	if q.Kind == Number || q.Kind == Open {
		out.Head = [][]table.Cell{table.Heads(x.p.Answer, x.p.Count)}
		out.Rows = append(out.Rows, []table.Cell{head(x.p.Answered), x.counted(what(x.p.Answered), t.rows, at)})
		silent(2)
		out.Rows = append(out.Rows, x.summary(t)...)
		return []table.Block{out}
	}
	several := q.Kind == Multiple
	n := strconv.Itoa(t.n())
	if several {
		out.Head = [][]table.Cell{table.Heads(x.p.Answer, x.p.Count, with(x.p.PercentCases, n), with(x.p.PercentAnswers, strconv.Itoa(sum(t.counts))))}
	} else {
		out.Head = [][]table.Cell{table.Heads(x.p.Answer, x.p.Count, with(x.p.Percent, n))}
	}
	random := x.Survey.Sample == Probability
	if random {
		out.Head[0] = append(out.Head[0], table.Bold(x.p.Interval))
	}
	chart := &table.Chart{Kind: table.Bars, Caption: q.Text, Source: x.source(), Base: x.base(t.n()), Format: table.FormatPercent}
	series := table.Series{Name: with(x.p.Percent, n)}
	for v, value := range q.Values {
		row := []table.Cell{head(value.Label), x.counted(what(value.Label), t.who(v), at), x.share(what(value.Label), t, v)}
		if several {
			row = append(row, x.ofAnswers(what(value.Label), t, v))
		}
		if random {
			row = append(row, x.interval(t, v))
		}
		out.Rows = append(out.Rows, row)
		chart.Labels = append(chart.Labels, value.Label)
		p, ok := t.share(v)
		if !ok {
			p = math.NaN()
		}
		series.Values = append(series.Values, p)
	}
	width := len(out.Head[0])
	answered := []table.Cell{head(x.p.Answered), x.counted(what(x.p.Answered), t.rows, at)}
	for len(answered) < width {
		answered = append(answered, table.Text(""))
	}
	out.Rows = append(out.Rows, answered)
	silent(width)
	if q.Kind == Scale {
		for _, row := range x.summary(t) {
			for len(row) < width {
				row = append(row, table.Text(""))
			}
			out.Rows = append(out.Rows, row)
		}
	}
	out.Notes = x.notes(t, several)
	blocks := []table.Block{out}
	if t.n() > 0 && len(q.Values) <= 20 {
		chart.Series = []table.Series{series}
		blocks = append(blocks, chart)
	}
	return blocks
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}

// ofAnswers is a value's share of all answers, where several may be given.
func (x *reporter) ofAnswers(what string, t *tab, v int) table.Cell {
	if t.answers == 0 {
		return table.Missing()
	}
	if t.counts[v] == 0 {
		return table.None()
	}
	c := table.Percent(t.sums[v] / t.answers)
	c.Basis = table.Explanation{What: what, Value: c, Formula: "k / A", Terms: []table.Term{
		{Name: "k", Value: table.Decimal(t.sums[v])}, {Name: "A", Value: table.Decimal(t.answers)}}}
	return c
}

// interval is Wilson's, of a share in a probability sample.
func (x *reporter) interval(t *tab, v int) table.Cell {
	k, n := t.effective(t.sums[v])
	low, high, err := stat.Wilson(k, n, level)
	if err != nil {
		return table.Missing()
	}
	return table.Text(fmt.Sprintf("%s–%s", x.decimal(low*100, 1), x.decimal(high*100, 1)))
}

// decimal prints a number inside a text.
func (x *reporter) decimal(v float64, places int) string {
	s := strconv.FormatFloat(v, 'f', places, 64)
	if x.lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// summary is rows on the numbers that were answered.
func (x *reporter) summary(t *tab) [][]table.Cell {
	vs, ws := t.numbers()
	s, ok := summarize(vs, ws)
	if !ok {
		return nil
	}
	what := func(name string) string { return t.q.Text + ": " + name }
	cell := func(name string, v float64, formula string) []table.Cell {
		c := table.Decimal(v)
		c.Places = 2
		c.Basis = table.Explanation{What: what(name), Value: c, Formula: formula, Terms: []table.Term{{Name: "n", Value: x.counted(x.p.Answered, t.rows, t.at), Basis: who{x, what(x.p.Answered), t.rows, t.at, table.Int(t.n())}}}}
		return []table.Cell{head(name), c}
	}
	rows := [][]table.Cell{cell(x.p.Mean, s.mean, "Σwx / Σw"), cell(x.p.Median, s.median, "Σw(x ≤ Me) = Σw / 2"), cell(x.p.SD, s.sd, "√(Σw(x − M)² / Σw · n / (n − 1))"),
		{head(x.p.Range), table.Text(x.decimal(s.least, -1) + " – " + x.decimal(s.greatest, -1))}}
	if t.q.Kind == Scale {
		if pos := t.q.positive(); len(pos) > 0 && t.base > 0 {
			total, k := 0.0, 0
			var labels []string
			for _, v := range pos {
				total += t.sums[v]
				k += t.counts[v]
				labels = append(labels, t.q.Values[v].Label)
			}
			c := table.Percent(total / t.base)
			c.Basis = table.Explanation{What: what(strings.Join(labels, ", ")), Value: c, Formula: "k / n", Terms: []table.Term{
				{Name: "k", Value: table.Decimal(total)}, {Name: "n", Value: table.Decimal(t.base)}}}
			rows = append(rows, []table.Cell{head(with(x.p.Positive, strings.Join(labels, ", "))), c})
		}
		if t.q.NPS {
			if score, up, down, ok := nps(vs, ws); ok {
				c := table.Decimal(score * 100)
				c.Places = 1
				c.Basis = table.Explanation{What: what("NPS"), Value: c, Formula: "(P − D) · 100", Terms: []table.Term{
					{Name: "P", Value: table.Percent(up)}, {Name: "D", Value: table.Percent(down)}}}
				rows = append(rows, []table.Cell{head(x.p.NPS), c})
			}
		}
	}
	return rows
}

// banner is a question's answers by those to another.
func (x *reporter) banner(at int, by *Question) *table.Table {
	q := x.Survey.Questions[at]
	cut := slices.Index(x.Survey.Questions, by)
	var tabs []*tab
	out := &table.Table{Caption: q.Text + " – " + by.Text, Sheet: q.ID + " × " + by.ID, Source: x.source()}
	row := table.Heads(x.p.Answer)
	whole := x.tabulate(at, func(r *Respondent) bool { return r.given[cut].valid })
	row = append(row, table.Bold(with(x.p.Column, x.p.Total, strconv.Itoa(whole.n()))))
	for v, value := range by.Values {
		t := x.tabulate(at, func(r *Respondent) bool { return slices.Contains(r.given[cut].values, v) })
		tabs = append(tabs, t)
		label := value.Label
		if len(by.Values) <= len(alphabet) {
			label = alphabet[v] + ". " + label
		}
		row = append(row, table.Bold(with(x.p.Column, label, strconv.Itoa(t.n()))))
	}
	out.Head = [][]table.Cell{row}
	out.Landscape = len(row) > 6
	out.Base = x.base(whole.n())
	small := whole.n() < few
	// Counts stand beside per cents where those are unreliable.
	withCount := func(c table.Cell, t *tab, v int) table.Cell {
		if t.n() < few && t.counts[v] > 0 {
			small = true
			c.After = strings.TrimSpace("(" + strconv.Itoa(t.counts[v]) + ") " + c.After)
		}
		return c
	}
	for v, value := range q.Values {
		cells := []table.Cell{head(value.Label), withCount(x.share(q.Text+": "+value.Label, whole, v), whole, v)}
		ls := letters(tabs, v, level, leastTested)
		for i, t := range tabs {
			c := x.share(q.Text+": "+value.Label+", "+by.Values[i].Label, t, v)
			if len(by.Values) <= len(alphabet) && c.Format == table.FormatPercent {
				for _, k := range ls[i] {
					c.After += alphabet[k]
				}
			}
			cells = append(cells, withCount(c, t, v))
		}
		out.Rows = append(out.Rows, cells)
	}
	if q.Kind == Scale {
		cells := []table.Cell{head(x.p.Mean)}
		for _, t := range append([]*tab{whole}, tabs...) {
			if s, ok := summarize(t.numbers()); ok {
				c := table.Decimal(s.mean)
				c.Places = 2
				c.Basis = table.Explanation{What: q.Text + ": " + x.p.Mean, Value: c, Formula: "Σwx / Σw", Terms: []table.Term{{Name: "n", Value: table.Int(t.n()), Basis: who{x, q.Text, t.rows, at, table.Int(t.n())}}}}
				cells = append(cells, c)
			} else {
				cells = append(cells, table.Missing())
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	out.Notes = append(out.Notes, x.independence(q, tabs))
	if len(by.Values) <= len(alphabet) {
		out.Notes = append(out.Notes, x.p.Letters, with(x.p.Untested, strconv.Itoa(leastTested)))
	}
	if small {
		out.Notes = append(out.Notes, x.p.Small)
	}
	if x.weighted() {
		out.Notes = append(out.Notes, x.p.Effective)
	}
	if x.Survey.Sample != Probability {
		out.Notes = append(out.Notes, x.notRandom())
	}
	return out
}

// alphabet names the columns of a banner.
var alphabet = strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "")

// independence is χ² of a banner, of effective counts where answers are
// weighted, Fisher's test where few are expected.
func (x *reporter) independence(q *Question, tabs []*tab) string {
	if q.Kind == Multiple {
		return with(x.p.NoChiSquare, strings.ToLower(x.p.Several))
	}
	observed := make([][]float64, len(q.Values))
	whole := true
	for v := range q.Values {
		for _, t := range tabs {
			k, _ := t.effective(t.sums[v])
			if x.weighted() {
				whole = false
			} else {
				k = float64(t.counts[v])
			}
			observed[v] = append(observed[v], k)
		}
	}
	t, err := stat.Crosstab(observed)
	if err != nil {
		return with(x.p.NoChiSquare, x.because(err))
	}
	note := with(x.p.ChiSquare, x.decimal(t.ChiSquare, 2)+fmt.Sprintf(" (df = %d)", t.DF), x.probability(t.P)) + ", V = " + x.decimal(t.V, 3)
	if t.MinExpected < 5 && whole {
		if f, err := stat.Fisher(observed, stat.FisherOptions{Seed: 1}); err == nil {
			note += "; Fisher: p " + x.probability(f.P)
			if !f.Exact {
				note += fmt.Sprintf(" (Monte Carlo, %d, seed %d)", f.Samples, f.Seed)
			}
		}
	}
	return note
}

func (x *reporter) probability(p float64) string {
	if p < 0.001 {
		return "< " + x.decimal(0.001, 3)
	}
	return "= " + x.decimal(p, 3)
}

// plan sets the sample beside what was planned, or what it is weighted to.
func (x *reporter) plan() *table.Table {
	out := &table.Table{Caption: x.p.Plan, Source: x.source(), Base: x.base(len(x.Respondents)),
		Head: [][]table.Cell{table.Heads(x.p.Attribute, x.p.Value, x.p.Planned, x.p.Fact, x.p.Deviation, x.p.Weight)}}
	targets, planned := x.Survey.Plan, true
	if len(targets) == 0 {
		targets, planned = x.Survey.Targets, false
	}
	for _, g := range targets {
		q := x.Survey.question(g.Question)
		at := slices.Index(x.Survey.Questions, q)
		t := x.tabulate(at, all)
		population := 0.0
		for _, n := range g.Amounts {
			population += n
		}
		for v, value := range q.Values {
			want, ok := g.Amounts[value.Code]
			label := value.Label
			fact := x.counted(q.Text+": "+label, t.who(v), at)
			row := []table.Cell{table.Text(q.Text), head(label), table.Missing(), fact, table.Missing(), table.Missing()}
			if ok && planned {
				row[2] = table.Int(int(math.Round(want)))
				row[2].Basis = table.Explanation{What: q.Text + ": " + label + ", " + x.p.Planned, Value: row[2],
					Items: []table.Evidence{{Document: filepath.Base(x.Survey.File), Citation: "plan: " + q.ID, Text: label, Count: int(math.Round(want))}}}
				row[4] = table.Text(table.Signed(x.lang, float64(t.counts[v])-want, 0))
			} else if ok && population > 0 && t.n() > 0 {
				have := float64(t.counts[v]) / float64(t.n())
				row[2], row[3] = table.Percent(want/population), table.Percent(have)
				row[2].Basis = table.Explanation{What: q.Text + ": " + label + ", " + x.p.Planned, Value: row[2], Formula: fmt.Sprintf("%g / %g", want, population)}
				row[3].After = "(" + strconv.Itoa(t.counts[v]) + ")"
				row[3].Basis = x.share(q.Text+": "+label, t, v).Basis
				row[4] = table.Text(table.Signed(x.lang, (have-want/population)*100, 1))
			}
			if t.counts[v] > 0 {
				row[5] = table.Decimal(t.sums[v] / float64(t.counts[v]))
				row[5].Basis = table.Explanation{What: q.Text + ": " + label + ", " + x.p.Weight, Value: row[5], Formula: "Σw / k",
					Terms: []table.Term{{Name: "Σw", Value: table.Decimal(t.sums[v])}, {Name: "k", Value: fact, Basis: fact.Basis}}}
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// open lists answers in the respondents' words.
func (x *reporter) open(at int) *table.Table {
	q := x.Survey.Questions[at]
	t := x.tabulate(at, all)
	out := &table.Table{Caption: with(x.p.OpenAnswers, q.Text), Sheet: q.ID + " …", Source: x.source(), Base: x.base(t.n()),
		Head: [][]table.Cell{table.Heads(x.p.Number, x.p.Author, x.p.Unknown)}, Widths: []float64{0.6, 1.4, 8}}
	for i, r := range t.rows {
		name := cmp.Or(r.ID, x.p.Row+" "+strconv.Itoa(r.Row))
		out.Rows = append(out.Rows, []table.Cell{table.Text(strconv.Itoa(i + 1)), table.Text(name), table.Text(r.given[at].text)})
	}
	return out
}

// doubts lists the answers that were left out.
func (x *reporter) doubts() *table.Table {
	out := &table.Table{Caption: x.p.Doubts, Source: x.source(), Head: [][]table.Cell{table.Heads(x.p.Row, x.p.Question, x.p.Unknown)}}
	for _, d := range x.Doubts {
		out.Rows = append(out.Rows, []table.Cell{table.Text(strconv.Itoa(d.Row)), table.Text(d.Question), table.Text(d.Answer)})
	}
	return out
}
