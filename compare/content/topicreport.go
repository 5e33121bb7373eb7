package content

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"svod/compare/table"
	"svod/corpus"
)

// Report returns the landscape table, the hints of the program, the norms that
// refer to other acts, and the appendix with all that was found.
func (t *TopicTable) Report() *table.Report {
	lang := t.language()
	p := TemplateFor(lang).with(t.options.Template)
	title := cmp.Or(t.options.Title, t.title(p))
	r := &table.Report{Title: p.Report, Language: lang, Points: true, Data: t, Made: made(phrasesOf(lang), t.cb, t.docs)}
	r.Made = append(r.Made, table.Fact{Name: phrasesOf(lang).MadeOptions, Value: t.options.record(lang)})
	r.Blocks = append(r.Blocks, t.main(p, title), t.hintTable(p))
	if len(t.References) > 0 {
		r.Blocks = append(r.Blocks, t.references(p))
	}
	r.Blocks = append(r.Blocks, t.appendix(p))
	return r
}

// record says which options a table was made with, so that it can be made
// again, and is not taken for another one that its author edited.
func (o TopicOptions) record(lang string) string {
	ss := []string{"table-lang " + lang}
	if o.Brief {
		ss = append(ss, "brief")
	}
	if o.Title != "" {
		ss = append(ss, "title "+o.Title)
	}
	if o.Template != nil {
		text, _ := yaml.Marshal(o.Template)
		ss = append(ss, fmt.Sprintf("template SHA-256 %x", sha256.Sum256(text)))
	}
	return strings.Join(ss, ", ")
}

// notes are what stands below the main table: warnings, and what the author's
// column is for.
func (t *TopicTable) notes(p *Template) []string {
	var notes []string
	if !t.SameEdition() {
		notes = append(notes, with(p.DatesWarning, t.editions(p)))
	}
	for i, d := range t.Documents {
		if t.foreign(i) {
			notes = append(notes, strings.NewReplacer("{n}", t.names[i], "{book}", p.Languages[t.cb.Language],
				"{act}", cmp.Or(p.Languages[d.Language], d.Language)).Replace(p.OtherLanguage))
		}
	}
	return append(notes, strings.NewReplacer("{n}", p.Conclusion, "{kinds}", strings.Join(p.Conclusions, " / ")).Replace(p.Authors))
}

// language is the one of the headings: as asked for, else that of the
// documents if they have one.
func (t *TopicTable) language() string {
	if t.options.Language != "" {
		return t.options.Language
	}
	if _, ok := topicTemplates[t.Documents[0].Language]; ok && !t.mixed() {
		return t.Documents[0].Language
	}
	return "ru"
}

// mixed reports whether the documents are of several languages.
func (t *TopicTable) mixed() bool {
	for _, d := range t.Documents {
		if d.Language != t.Documents[0].Language {
			return true
		}
	}
	return false
}

// foreign reports whether a document is in another language than the codebook.
func (t *TopicTable) foreign(i int) bool {
	book, act := t.cb.Language, t.Documents[i].Language
	return book != "" && book != "auto" && act != "" && act != book
}

func (t *TopicTable) editions(p *Template) string {
	var ss []string
	for i, d := range t.Documents {
		ss = append(ss, t.names[i]+" – "+cmp.Or(t.edition(p, i, "{n}"), cmp.Or(date(d.Edition), p.UnknownDate)))
	}
	return strings.Join(ss, "; ")
}

// edition prints the date of a document's edition in a phrase of the template;
// a date that only notes tell is «не ранее».
func (t *TopicTable) edition(p *Template, i int, phrase string) string {
	d := t.docs[i].Meta
	switch {
	case d.Edition == "":
		return ""
	case d.Origin["edition"] == "notes" && phrase == p.EditionOf:
		phrase = p.NotEarlier
	}
	return with(phrase, date(d.Edition))
}

// head is the head of a column: short title, number and date, edition, and the
// language where the acts differ in it.
func (t *TopicTable) head(p *Template, i int) table.Cell {
	d := t.Documents[i]
	var requisites string
	switch {
	case d.Number == "" && d.Date == "":
		requisites = p.NoRequisites
	case d.Number == "":
		requisites = with(p.DateOf, date(d.Date)) + ", " + p.NoNumber
	case d.Date == "":
		requisites = with(p.NumberOf, d.Number) + ", " + p.NoDate
	default:
		requisites = with(p.NumberOf, d.Number) + " " + with(p.DateOf, date(d.Date))
	}
	lines := []string{"", requisites, cmp.Or(t.edition(p, i, p.EditionOf), p.NoEdition)}
	if t.mixed() || t.foreign(i) {
		lines = append(lines, with(p.LanguageOf, cmp.Or(p.Languages[d.Language], d.Language, p.UnknownDate)))
	}
	return table.Cell{Runs: []table.Run{{Text: t.names[i], Mark: table.MarkBold}, {Text: strings.Join(lines, "\n")}}}
}

func (t *TopicTable) main(p *Template, title string) *table.Table {
	tab := &table.Table{Caption: title, Landscape: true, Whole: true, FontSize: 8, Source: with(p.Source, t.cb.title()),
		Base: with(p.Base, strconv.Itoa(len(t.Documents))), Notes: t.notes(p), Widths: []float64{0.5, 2}}
	head := table.Heads(p.Number, p.Criterion)
	for i := range t.Documents {
		head = append(head, t.head(p, i))
		tab.Widths = append(tab.Widths, 3)
	}
	tab.Head = [][]table.Cell{append(head, table.Bold(p.Conclusion))}
	tab.Key, tab.Author, tab.Choices = 2, []int{len(head) + 1}, p.Conclusions // see table.Report.Keep
	tab.Widths = append(tab.Widths, 1.7)
	n := 0
	for i, row := range t.Rows {
		if row.group {
			tab.Rows = append(tab.Rows, []table.Cell{table.Group(row.Label)})
			continue
		}
		n++
		label := table.Text(row.Label)
		label.Head, label.Indent, label.Link = true, row.Level, "#"+rowAnchor(i)
		cells := []table.Cell{table.Text(strconv.Itoa(n)), label}
		for j, found := range row.Cells {
			cells = append(cells, t.cell(p, row, "#"+anchor(i, j), found))
		}
		tab.Rows = append(tab.Rows, append(cells, table.Text("")))
	}
	tab.Rows = append(tab.Rows, t.coverage(p))
	return tab
}

// maxBrief is how many citations a brief cell holds.
const maxBrief = 5

// cell quotes the best provision, or names the best few when brief. link leads
// to the appendix.
func (t *TopicTable) cell(p *Template, row TopicRow, link string, found []Provision) table.Cell {
	if len(found) == 0 {
		return t.none(p, row, link)
	}
	var rs []table.Run
	shown := 1
	if t.options.Brief {
		shown = min(len(found), maxBrief)
		for k, f := range found[:shown] {
			if k > 0 {
				rs = append(rs, table.Run{Text: "\n"})
			}
			rs = append(rs, table.Run{Text: p.Modalities[f.Modality], Mark: table.MarkBold}, table.Run{Text: " – "}, table.Run{Text: f.Citation, Link: link})
		}
	} else {
		f := found[0]
		if f.Modality != Neutral {
			rs = append(rs, table.Run{Text: p.Modalities[f.Modality] + ". ", Mark: table.MarkBold})
		}
		rs = append(rs, table.Run{Text: "«"})
		rs = append(rs, f.runs()...)
		rs = append(rs, table.Run{Text: "»"}, table.Run{Text: "\n"}, table.Run{Text: f.Citation, Mark: table.MarkBold, Link: link})
	}
	if rest := len(found) - shown; rest > 0 {
		rs = append(rs, table.Run{Text: "\n"}, table.Run{Text: with(p.More, p.norms(rest)), Mark: table.MarkItalic, Link: link})
	}
	return table.Cell{Runs: rs}
}

// rowAnchor names the place in the appendix that holds the norms of a row.
func rowAnchor(row int) string { return fmt.Sprintf("критерий-%d", row+1) }

// anchor names the place in the appendix that holds the norms of a cell.
func anchor(row, doc int) string { return fmt.Sprintf("критерий-%d-акт-%d", row+1, doc+1) }

// norms prints a number of norms: 1 норма, 2 нормы, 5 норм.
func (t *Template) norms(n int) string {
	form := 2
	switch {
	case n%100 >= 11 && n%100 <= 14:
	case n%10 == 1:
		form = 0
	case n%10 >= 2 && n%10 <= 4:
		form = 1
	}
	return with(t.Norms[form], strconv.Itoa(n))
}

// coverage is the last row: how many norms, on how many criteria. A norm that
// serves two criteria is one norm.
func (t *TopicTable) coverage(p *Template) []table.Cell {
	label := table.Text(p.Coverage)
	label.Head = true
	cells := []table.Cell{table.Text(""), label}
	for i := range t.Documents {
		seen := map[corpus.Address]bool{}
		criteria := 0
		for _, row := range t.Rows {
			if len(row.Cells[i]) > 0 {
				criteria++
			}
			for _, f := range row.Cells[i] {
				seen[f.Address] = true
			}
		}
		cells = append(cells, table.Bold(fmt.Sprintf("%d / %d", len(seen), criteria)))
	}
	return append(cells, table.Text(""))
}

// appendix lists all norms that were found, those that the cells quote too.
func (t *TopicTable) appendix(p *Template) *table.Table {
	tab := &table.Table{Caption: p.Appendix, Landscape: true, FontSize: 9, Widths: []float64{3, 2.3, 1.8, 9},
		Head: [][]table.Cell{table.Heads(p.Act, p.Norm, p.Modality, p.Text)}}
	for i, row := range t.Rows {
		if row.group {
			continue
		}
		group := table.Group(row.Label)
		group.Anchor = rowAnchor(i)
		tab.Rows = append(tab.Rows, []table.Cell{group})
		for j, found := range row.Cells {
			act := table.Text(t.names[j])
			act.Anchor = anchor(i, j)
			if len(found) == 0 {
				tab.Rows = append(tab.Rows, []table.Cell{act, dash(), dash(),
					{Runs: []table.Run{{Text: p.None + "; " + with(p.Tried, strings.Join(row.Tried, "; ")), Mark: table.MarkItalic}}}})
			}
			for _, f := range found {
				modal := table.Text(p.Modalities[f.Modality])
				if f.Modality == Neutral {
					modal = dash()
				}
				tab.Rows = append(tab.Rows, []table.Cell{act, table.Text(f.Citation), modal, {Runs: f.full()}})
				act.Anchor = ""
			}
		}
	}
	return tab
}

// full is the provision with its lead-in, unshortened.
func (p Provision) full() []table.Run {
	var rs []table.Run
	if lead := p.leadText(math.MaxInt32); lead != "" {
		rs = append(rs, table.Run{Text: lead, Mark: table.MarkMuted})
	}
	s, matches := p.quotable()
	return append(rs, runs(s, matches, len(s))...)
}
