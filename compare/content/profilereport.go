package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/norm"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/words"
)

// indicatorGroups is how indicators stand together in the table.
var indicatorGroups = []struct {
	name string
	ids  []string
}{
	{"size", []string{"section", "chapter", "article", "clause", "subclause", "item", "table", "appendix", "words", "repealed"}},
	{"norms", []string{"obliged", "entitled", "may", "forbidden", "not_allowed", "not_entitled", "cannot", "not_obliged", "competence"}},
	{"times", []string{"working_days", "calendar_days", "days", "longer", "by_date", "every", "at_once"}},
	{"links", []string{"acts_named", "own_references", "referring", "terms"}},
}

// Report returns the profiles: the numbers, who is obliged and entitled, times,
// references, and the appendices with what is behind the numbers.
func (p *Profile) Report(o SectionOptions) *table.Report {
	w, r := o.report(p.docs, p.names)
	r.Title, r.Data = w.Profile, p
	r.Blocks = append(r.Blocks, p.main(w), remark(w.ProfileNote), remark(w.editions()))
	if len(p.Subjects) > 0 {
		r.Blocks = append(r.Blocks, p.subjectTable(w), remark(w.SubjectsNote))
	}
	if len(p.Deadlines) > 0 {
		r.Blocks = append(r.Blocks, p.deadlineTable(w))
	}
	if len(p.Mentions) > 0 {
		r.Blocks = append(r.Blocks, p.mentionTable(w))
	}
	if len(p.References) > 0 {
		r.Blocks = append(r.Blocks, p.referenceTable(w))
	}
	if len(p.Norms) > 0 {
		r.Blocks = append(r.Blocks, p.normTable(w))
	}
	r.Blocks = append(r.Blocks, p.sizeTable(w))
	return r
}

func (p *Profile) main(w *sectionPrinter) *table.Table {
	tab := w.heading(w.ProfileTable, []string{w.Indicator}, []float64{24}, 76/float64(len(p.docs)))
	tab.Source, tab.FontSize = w.Source, 8 // on one page
	for _, g := range indicatorGroups {
		tab.Rows = append(tab.Rows, []table.Cell{table.Group(w.Groups[g.name])})
		for _, id := range g.ids {
			i := slices.IndexFunc(p.Indicators, func(x Indicator) bool { return x.ID == id })
			if i < 0 {
				continue
			}
			label := table.Text(w.Indicators[id])
			label.Head = true
			row := []table.Cell{label}
			for _, n := range p.Indicators[i].Values {
				if n == 0 {
					row = append(row, table.None())
				} else {
					row = append(row, table.Int(n))
				}
			}
			tab.Rows = append(tab.Rows, row)
		}
	}
	return tab
}

// subjectTable says of each actor what he is obliged and entitled to, with the
// provisions.
func (p *Profile) subjectTable(w *sectionPrinter) *table.Table {
	tab := w.heading(w.Subjects, []string{w.Subject}, []float64{20}, 80/float64(len(p.docs)))
	for _, s := range p.Subjects {
		name := table.Text(s.Subject)
		name.Head = true
		row := []table.Cell{name}
		for i := range p.docs {
			var c table.Cell
			for _, k := range append(norm.Kinds(), Competence) {
				ns := s.Norms[i][k]
				if len(ns) == 0 {
					continue
				}
				if len(c.Runs) > 0 {
					c.Runs = append(c.Runs, table.Run{Text: "\n"})
				}
				var at []string
				for _, n := range ns {
					at = append(at, p.Norms[n].Citation)
				}
				c.Runs = append(c.Runs, table.Run{Text: w.Kinds[k] + " – " + itoa(len(ns)), Mark: table.MarkBold}, table.Run{Text: " (" + cites(at) + ")"})
			}
			if len(c.Runs) == 0 {
				c = dash()
			}
			row = append(row, c)
		}
		tab.Rows = append(tab.Rows, row)
	}
	return tab
}

// maxCites is how many citations a cell holds.
const maxCites = 40

// cites lists citations, those of one clause together: «пп. 1), 3) п. 2 ст. 7».
func cites(ss []string) string {
	type group struct{ level, rest string }
	var order []group
	nums := map[group][]string{}
	for i, s := range slices.Compact(slices.Clone(ss)) {
		if i == maxCites {
			order = append(order, group{ellipsis, ""})
			break
		}
		f := strings.SplitN(s, " ", 3)
		g := group{rest: s}
		if len(f) >= 2 {
			g = group{level: f[0], rest: strings.Join(f[2:], " ")}
		}
		if !slices.Contains(order, g) {
			order = append(order, g)
		}
		if len(f) >= 2 && !slices.Contains(nums[g], f[1]) {
			nums[g] = append(nums[g], f[1])
		}
	}
	var out []string
	for _, g := range order {
		out = append(out, strings.Join(strings.Fields(g.level+" "+strings.Join(nums[g], ", ")+" "+g.rest), " "))
	}
	return strings.Join(out, "; ")
}

// dash is the empty cell of a column of texts.
func dash() table.Cell { return table.Text("–") }

func (p *Profile) deadlineTable(w *sectionPrinter) *table.Table {
	tab := w.heading(w.Deadlines, []string{w.Act, w.Provision, w.Deadline, w.Class, w.Quote}, []float64{18, 14, 16, 14, 38}, 0)
	for _, t := range p.Deadlines {
		tab.Rows = append(tab.Rows, []table.Cell{table.Text(p.names[t.Document]), table.Text(t.Citation), table.Text(t.Text),
			table.Text(w.Indicators[timeClass(t)]), table.Text(t.Quote)})
	}
	return tab
}

func (p *Profile) mentionTable(w *sectionPrinter) *table.Table {
	tab := w.heading(w.Mentions, []string{w.Mentioned}, []float64{24}, 76/float64(len(p.docs)))
	for _, m := range p.Mentions {
		name := table.Text(m.Name)
		name.Head = true
		row := []table.Cell{name}
		for i := range p.docs {
			var at []string
			for _, x := range m.Places[i] {
				at = append(at, x.Citation)
			}
			if len(at) == 0 {
				row = append(row, dash())
				continue
			}
			row = append(row, table.Text(itoa(len(at))+" ("+cites(at)+")"))
		}
		tab.Rows = append(tab.Rows, row)
	}
	return tab
}

func (p *Profile) referenceTable(w *sectionPrinter) *table.Table {
	tab := w.heading(w.References, []string{w.Act, w.Provision, w.Body, w.What, w.Quote}, []float64{16, 12, 18, 24, 30}, 0)
	for _, r := range p.References {
		cells := []table.Cell{table.Text(p.names[r.Document]), table.Text(r.Citation), table.Text(r.Body), table.Text(r.Act), table.Text(r.Text)}
		for i, s := range []string{r.Body, r.Act} {
			if s == "" {
				cells[2+i] = dash()
			}
		}
		tab.Rows = append(tab.Rows, cells)
	}
	return tab
}

func (p *Profile) normTable(w *sectionPrinter) *table.Table {
	tab := w.heading(w.NormsAppendix, []string{w.Act, w.Provision, w.KindOf, w.Subject, w.Quote}, []float64{16, 13, 11, 18, 42}, 0)
	for _, n := range p.Norms {
		who := table.Text(strings.Join(n.Subjects, ", "))
		if len(n.Subjects) == 0 {
			who = table.Cell{Runs: []table.Run{{Text: w.NoSubject, Mark: table.MarkItalic}}}
		}
		tab.Rows = append(tab.Rows, []table.Cell{table.Text(p.names[n.Document]), table.Text(n.Citation), table.Text(w.Kinds[n.Kind]), who, table.Text(n.Quote)})
	}
	return tab
}

// sizeTable counts by article what the sizes are made of.
func (p *Profile) sizeTable(w *sectionPrinter) *table.Table {
	ids := []string{"clause", "subclause", "item", "table", "repealed"}
	places := map[string]map[placeKey]int{}
	columns := []string{}
	for _, ind := range p.Indicators {
		if !slices.Contains(ids, ind.ID) {
			continue
		}
		columns = append(columns, ind.ID)
		places[ind.ID] = map[placeKey]int{}
		for i, ps := range ind.Places {
			for _, x := range ps {
				places[ind.ID][placeKey{i, topOf(p.docs[i], x.Address)}] += max(x.N, 1)
			}
		}
	}
	before, widths := []string{w.Act, w.Unit, words.Capital(w.Indicators["words"])}, []float64{30, 16, 10}
	for _, id := range columns {
		before = append(before, words.Capital(w.Indicators[id]))
		widths = append(widths, 10)
	}
	tab := w.heading(w.SizeAppendix, before, widths, 0)
	i := slices.IndexFunc(p.Indicators, func(x Indicator) bool { return x.ID == "words" })
	for doc, ps := range p.Indicators[i].Places {
		for _, x := range ps {
			row := []table.Cell{table.Text(p.names[doc]), table.Text(x.Citation), table.Int(x.N)}
			for _, id := range columns {
				n := places[id][placeKey{doc, x.Address}]
				if n == 0 {
					row = append(row, table.None())
				} else {
					row = append(row, table.Int(n))
				}
			}
			tab.Rows = append(tab.Rows, row)
		}
	}
	return tab
}

type placeKey struct {
	doc int
	at  corpus.Address
}

// topOf returns the article of an address, or the clause of an act without
// articles: where its words are counted.
func topOf(d *corpus.Document, a corpus.Address) corpus.Address {
	top := a
	path := d.Path(a)
	for i := len(path) - 1; i > 0; i-- {
		if path[i].Kind > corpus.KindArticle && path[i-1].Kind >= corpus.KindArticle && path[i-1].Kind != corpus.KindAppendix {
			top = d.AddressOf(path[i-1])
		}
	}
	return cmp.Or(top, a)
}
