package apply

import (
	"strconv"
	"strings"

	"svod/compare/amend"
	"svod/compare/table"
	"svod/corpus"
)

// Undone returns the table of what was not applied to acts, an act a group. lang
// is that of its headings.
func Undone(d *amend.Draft, rs []*Result, lang string) *table.Report {
	p := &PhrasesFor(lang).Report
	var names []string
	for _, r := range rs {
		names = append(names, "«"+r.Old.Meta.Title+"»")
	}
	out := &table.Report{Title: put(p.Title, "act", strings.Join(names, ", ")), Language: lang}
	t := &table.Table{Caption: p.Caption, Landscape: true, Head: [][]table.Cell{table.Heads(p.Number, p.Place, p.Order, p.Where, p.Why, p.Near)},
		Widths: []float64{0.5, 2, 3, 2, 3, 4}}
	all, done, n := 0, 0, 0
	for _, r := range rs {
		grouped := len(rs) == 1
		a, k := r.Counts()
		all, done = all+a, done+k
		for _, o := range r.Outcomes {
			if o.Status == Done || o.Status == Left {
				continue
			}
			if !grouped {
				grouped = true
				g := table.Group(r.Old.Meta.Title)
				g.Cols = 6
				t.Rows = append(t.Rows, []table.Cell{g})
			}
			n++
			op := &d.Operations[o.Operation]
			var near []string
			for _, c := range o.Candidates {
				near = append(near, r.Cite(c.Address, lang)+": "+c.Text)
			}
			t.Rows = append(t.Rows, []table.Cell{table.Int(n), table.Text(PlaceOf(d, op, lang)), table.Text(op.Text),
				table.Text(r.Named(d, o, lang)), table.Text(r.Why(d, o, lang)), table.Text(strings.Join(near, "\n"))})
		}
	}
	summary := put(p.Summary, "done", strconv.Itoa(done), "all", strconv.Itoa(all))
	if n == 0 {
		out.Blocks = append(out.Blocks, table.Para(summary), table.Para(p.None))
		return out
	}
	t.Notes = []string{summary}
	out.Blocks = append(out.Blocks, t)
	return out
}

// Counts returns how many operations were to be applied, and how many were,
// at all the provisions that they name.
func (r *Result) Counts() (all, done int) {
	bad := map[int]bool{}
	seen := map[int]bool{}
	for _, o := range r.Outcomes {
		if o.Status == Left {
			continue
		}
		seen[o.Operation] = true
		if o.Status != Done {
			bad[o.Operation] = true
		}
	}
	return len(seen), len(seen) - len(bad)
}

// PlaceOf cites the place of the draft that orders an operation.
func PlaceOf(d *amend.Draft, op *amend.Operation, lang string) string {
	if d.Document == nil {
		return string(op.Place)
	}
	return d.Document.Citation(op.Place, lang)
}

// Cite cites a provision of the old text.
func (r *Result) Cite(a corpus.Address, lang string) string {
	if c := r.Old.Citation(a, lang); c != "" {
		return c
	}
	return PhrasesFor(lang).Report.ActItself
}

// Named cites the provision that an operation names, whether or not the act has
// it.
func (r *Result) Named(d *amend.Draft, o Outcome, lang string) string {
	op := &d.Operations[o.Operation]
	levels := o.levels
	if o.Status == Later && len(op.Where) > 0 {
		levels = op.Where[0].Levels
	}
	var names []string
	for _, l := range levels {
		if l.Noun != "" {
			names = append(names, strings.TrimSpace(l.Noun+" "+strings.Join(l.Nums, ", ")))
		}
	}
	if c := (amend.Where{Levels: levels}).Reference().Citation(lang); c != "" {
		names = append([]string{c}, names...)
	}
	if len(names) == 0 {
		return PhrasesFor(lang).Report.ActItself
	}
	return strings.Join(names, ", ")
}

// Why says in words why an operation was not applied.
func (r *Result) Why(d *amend.Draft, o Outcome, lang string) string {
	p := &PhrasesFor(lang).Report
	op := &d.Operations[o.Operation]
	code := o.Code
	if code == NoWords && op.Old == "" {
		code = "no-text"
	}
	return put(p.Codes[code], "old", op.Old, "n", strconv.Itoa(len(o.Candidates)), "date", printDate(o.Day))
}
