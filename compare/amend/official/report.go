package official

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/table"
	"svod/corpus"
)

// Report lays the table out in its form.
func (t *Table) Report() *table.Report {
	d := t.Draft.Document
	r := &table.Report{Title: cmp.Or(t.o.Title, t.title()), Language: t.lang, Data: t.data()}
	r.Made = append(r.Made, made(d))
	lines := make([]compare.Line, len(t.Rows))
	grouped := t.t.Group == "act" || len(t.Draft.Acts) > 1
	for i, row := range t.Rows {
		lines[i] = compare.Line{Element: row.Element, Before: row.Before, After: row.After, Effect: row.Effect, Reason: row.Reason}
		if grouped && row.Act >= 0 {
			lines[i].Group = upper(t.Draft.Acts[row.Act].Name)
		}
	}
	for _, a := range t.acts {
		if a.r != nil {
			r.Made = append(r.Made, made(a.r.Old))
		}
	}
	if len(lines) == 0 {
		r.Blocks = []table.Block{table.Para(t.t.NoChange)}
		return r
	}
	tab := t.t.Table(lines, t.t.BeforeUnknown, t.t.AfterUnknown)
	tab.Sheet, _, _ = strings.Cut(r.Title, "\n")
	r.Blocks = []table.Block{tab}
	return r
}

func made(d *corpus.Document) table.Fact {
	f := table.Fact{Name: d.Meta.Title, Value: d.ID}
	if d.Source != nil {
		f.Name, f.Value = d.Source.Name, "sha256:"+d.Source.SHA256
	}
	return f
}

// title is «СРАВНИТЕЛЬНАЯ ТАБЛИЦА к проекту Закона …»; the table of parliament
// has a title of its own.
func (t *Table) title() string {
	w, m := &t.t.Draft, t.Draft.Document.Meta
	switch {
	case m.Title == "":
		return w.Untitled
	case t.t.Form == "parliament":
		return compare.Fill(t.t.Title, "title", m.Title, "act", m.Title)
	}
	return compare.Fill(w.Title, "kind", w.Kinds.Of(m), "title", innerQuotes.Replace(m.Title))
}

// innerQuotes are those of a title that stands in quotes itself.
var innerQuotes = strings.NewReplacer("«", "\"", "»", "\"")

// effects tells of the rows whose operations take effect on another day than
// the rest.
func (t *Table) effects() {
	for i := range t.Rows {
		r := &t.Rows[i]
		var all []string
		ops := map[string][]int{}
		for _, op := range r.Operations {
			s := t.effect(t.opOf(op).Effect)
			if s != "" && ops[s] == nil {
				all = append(all, s)
			}
			ops[s] = append(ops[s], op)
		}
		if len(ops) > 1 { // not the whole row
			for k, s := range all {
				var names []string
				for _, op := range ops[s] {
					if name := t.acts[r.Act].touched(op); !slices.Contains(names, name) {
						names = append(names, name)
					}
				}
				all[k] = compare.Fill(t.t.Draft.EffectivePart, "element", strings.Join(names, ", "), "effect", lower(s))
			}
		}
		if r.Effect != "" {
			all = append([]string{r.Effect}, all...)
		}
		r.Effect = upper(strings.Join(all, "\n"))
	}
}

// effect says when something takes effect, "" if that is when most does.
func (t *Table) effect(e amend.Effect) string {
	if sameEffect(e, t.usual) {
		return ""
	}
	w := &t.t.Draft
	switch {
	case e.Date != "":
		return compare.Fill(w.Effective, "date", printDate(e.Date))
	case e.Text != "":
		return upper(e.Text)
	}
	return ""
}

// usual is the effect that most operations have.
func usual(ops []amend.Operation) amend.Effect {
	var best amend.Effect
	most := 0
	for i := range ops {
		n := 0
		for j := range ops {
			if sameEffect(ops[i].Effect, ops[j].Effect) {
				n++
			}
		}
		if n > most {
			best, most = ops[i].Effect, n
		}
	}
	return best
}

func sameEffect(a, b amend.Effect) bool {
	return a.Date == b.Date && a.Days == b.Days && a.Working == b.Working && a.Published == b.Published
}

// printDate turns 2021-01-03 into 03.01.2021.
func printDate(iso string) string {
	f := strings.Split(iso, "-")
	slices.Reverse(f)
	return strings.Join(f, ".")
}

// words is the text of a cell.
func words(c table.Cell) string {
	var b strings.Builder
	for _, r := range c.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
