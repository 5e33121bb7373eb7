package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
)

// TopicOptions say how the table of several acts looks. The zero value serves.
type TopicOptions struct {
	Title    string // of the table
	Language string // of headings: ru (also when empty), en
	Brief    bool   // modality and citation only; quotes in the appendix
}

// A TopicTable sets what several acts say on each category of a codebook side by
// side. It draws no conclusions: where nothing was found it says so with the
// words that were tried.
type TopicTable struct {
	Documents  []TopicDocument `json:"documents"`
	Rows       []TopicRow      `json:"rows"`
	References []Reference     `json:"references"`

	cb      *Codebook
	docs    []*corpus.Document
	names   []string
	options TopicOptions
}

// A TopicDocument is one act of the table.
type TopicDocument struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	SHA256  string `json:"sha256"`
	Number  string `json:"number"`
	Date    string `json:"date"`
	Edition string `json:"edition"`
}

// A TopicRow is one category: a cell for each document, the provision to quote
// first.
type TopicRow struct {
	Label string        `json:"label"`
	ID    string        `json:"id"`
	Level int           `json:"level"`
	Tried []string      `json:"tried"` // the patterns
	Cells [][]Provision `json:"cells"`

	group bool // a category without patterns of its own: a heading
}

// Topics finds what each of docs says on the categories of cb.
func Topics(cb *Codebook, docs []*corpus.Document, opts TopicOptions) *TopicTable {
	t := &TopicTable{cb: cb, docs: docs, names: names(docs), options: opts, Rows: []TopicRow{}, Documents: []TopicDocument{}, References: []Reference{}}
	texts := make([][]article, len(docs))
	selves := make([]*query.Query, len(docs))
	for i, d := range docs {
		td := TopicDocument{ID: d.ID, Title: Title(d), Number: d.Meta.Number, Date: d.Meta.Date, Edition: d.Meta.Edition}
		if d.Source != nil {
			td.SHA256 = d.Source.SHA256
		}
		t.Documents = append(t.Documents, td)
		selves[i] = itself(d)
		texts[i] = articles(d, corpus.KindClause, cb.Skip)
		t.References = append(t.References, references(i, d, texts[i])...)
	}
	for cat := range cb.All() {
		row := TopicRow{Label: cat.Name, ID: cat.ID, Level: cat.Level, Tried: tried(cb, cat), Cells: make([][]Provision, len(docs)), group: cat.own == nil}
		if cat.own != nil {
			ts := make([]topic, len(docs))
			for i := range docs {
				ts[i] = look(cat, texts[i], selves[i])
			}
			hits := countHits(cat, ts)
			for i, d := range docs {
				row.Cells[i] = ts[i].provisions(d, hits)
			}
		}
		for i := range row.Cells {
			if row.Cells[i] == nil {
				row.Cells[i] = []Provision{}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// tried is what was looked for, in words: sets stand written out.
func tried(cb *Codebook, cat *Category) []string {
	write := func(pattern string) string {
		fields := strings.Fields(pattern)
		for i, f := range fields {
			if set, ok := cb.Sets[strings.TrimPrefix(f, "@")]; ok && strings.HasPrefix(f, "@") {
				fields[i] = "(" + strings.Join(set, ", ") + ")"
			}
		}
		return strings.Join(fields, " ")
	}
	var ss []string
	for _, pattern := range cat.Any {
		ss = append(ss, write(pattern))
	}
	return ss
}

// SameEdition reports whether all documents are of editions of one date.
func (t *TopicTable) SameEdition() bool {
	for _, d := range t.Documents {
		if d.Edition != t.Documents[0].Edition {
			return false
		}
	}
	return true
}

// maxLead is the length of a lead-in in a quote, in characters.
const maxLead = 110

// runs returns the quote: the lead-in and the label, or the text and the list
// that it leads in, with the matched words marked, of at most maxQuote
// characters together.
func (p Provision) runs() []table.Run {
	var rs []table.Run
	left := maxQuote
	if p.lead != "" {
		lead := strings.TrimSpace(shorten(strings.TrimSpace(p.lead), maxLead)+" "+ellipsis+" "+p.label) + " "
		lead = strings.ReplaceAll(lead, ellipsis+" "+ellipsis, ellipsis)
		left -= len([]rune(lead))
		rs = append(rs, table.Run{Text: lead, Mark: table.MarkMuted})
	}
	return append(rs, runs(strings.TrimRight(p.Text, " ")+p.list, p.matches, left)...)
}

func plain(rs []table.Run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Report returns the landscape table, the norms that refer to other acts, and
// the appendix with all that was found.
func (t *TopicTable) Report() *table.Report {
	p := phrasesOf(t.options.Language)
	title := t.options.Title
	if title == "" {
		title = with(p.TopicsTitle, cmp.Or(t.cb.Name, t.cb.File))
	}
	r := &table.Report{Title: p.TopicsReport, Language: cmp.Or(t.options.Language, "ru"), Data: t, Made: made(p, t.cb, t.docs)}
	r.Blocks = append(r.Blocks, t.main(p, title))
	if !t.SameEdition() {
		r.Blocks = append(r.Blocks, &table.Paragraph{Runs: []table.Run{{Text: with(p.DatesWarning, t.editions(p)), Mark: table.MarkItalic}}})
	}
	if len(t.References) > 0 {
		r.Blocks = append(r.Blocks, t.references(p))
	}
	r.Blocks = append(r.Blocks, t.appendix(p))
	return r
}

func (t *TopicTable) editions(p *phrases) string {
	var ss []string
	for i, d := range t.Documents {
		ss = append(ss, t.names[i]+" – "+cmp.Or(date(d.Edition), p.NotInText))
	}
	return strings.Join(ss, "; ")
}

func (t *TopicTable) main(p *phrases, title string) *table.Table {
	tab := &table.Table{Caption: title, Landscape: true, FontSize: 8, Source: with(p.Source, cmp.Or(t.cb.Name, t.cb.File)),
		Base: with(p.Base, strconv.Itoa(len(t.Documents))), Widths: []float64{0.5, 2}}
	head := heads(p.Number, p.Criterion)
	for i, d := range t.Documents {
		head = append(head, table.Cell{Runs: []table.Run{{Text: t.names[i], Mark: table.MarkBold}, {Text: "\n" + strings.Join([]string{
			with(p.NumberOf, cmp.Or(d.Number, p.NotInText)), with(p.DateOf, cmp.Or(date(d.Date), p.NotInText)),
			with(p.EditionOf, cmp.Or(date(d.Edition), p.NotInText))}, "\n")}}})
		tab.Widths = append(tab.Widths, 3)
	}
	tab.Head = [][]table.Cell{append(head, table.Bold(p.Conclusion))}
	tab.Widths = append(tab.Widths, 1.7)
	n := 0
	for i, row := range t.Rows {
		if row.group {
			tab.Rows = append(tab.Rows, []table.Cell{table.Group(row.Label)})
			continue
		}
		n++
		label := table.Text(row.Label)
		label.Head, label.Indent = true, row.Level
		cells := []table.Cell{table.Text(strconv.Itoa(n)), label}
		for _, found := range row.Cells {
			cells = append(cells, t.cell(p, row, i, found))
		}
		tab.Rows = append(tab.Rows, append(cells, t.hint(p, row)))
	}
	tab.Rows = append(tab.Rows, t.coverage(p))
	return tab
}

// maxBrief is how many citations a brief cell holds.
const maxBrief = 5

func (t *TopicTable) cell(p *phrases, row TopicRow, i int, found []Provision) table.Cell {
	if len(found) == 0 {
		return table.Cell{Runs: []table.Run{{Text: p.None, Mark: table.MarkItalic},
			{Text: "\n" + with(p.Tried, strings.Join(row.Tried, "; ")), Mark: table.MarkMuted}}}
	}
	var rs []table.Run
	shown := 1
	if t.options.Brief {
		shown = min(len(found), maxBrief)
		for k, f := range found[:shown] {
			if k > 0 {
				rs = append(rs, table.Run{Text: "\n"})
			}
			rs = append(rs, table.Run{Text: p.Modalities[f.Modality], Mark: table.MarkBold}, table.Run{Text: " – " + f.Citation})
		}
	} else {
		f := found[0]
		if f.Modality != Neutral {
			rs = append(rs, table.Run{Text: p.Modalities[f.Modality] + ". ", Mark: table.MarkBold})
		}
		rs = append(rs, table.Run{Text: "«"})
		rs = append(rs, f.runs()...)
		rs = append(rs, table.Run{Text: "»"}, table.Run{Text: "\n" + f.Citation, Mark: table.MarkBold})
	}
	if rest := len(found) - shown; rest > 0 {
		rs = append(rs, table.Run{Text: "\n" + with(p.More, norms(p, rest)), Mark: table.MarkItalic, Link: "#" + anchor(i)})
	}
	return table.Cell{Runs: rs}
}

func anchor(row int) string { return "критерий-" + strconv.Itoa(row+1) }

// norms prints a number of norms: 1 норма, 2 нормы, 5 норм.
func norms(p *phrases, n int) string {
	if p != templates["ru"] {
		return strconv.Itoa(n)
	}
	word := "норм"
	switch {
	case n%100 >= 11 && n%100 <= 14:
	case n%10 == 1:
		word = "норма"
	case n%10 >= 2 && n%10 <= 4:
		word = "нормы"
	}
	return strconv.Itoa(n) + " " + word
}

// hint is what the program sees beside the place for the author's conclusion.
func (t *TopicTable) hint(p *phrases, row TopicRow) table.Cell {
	var missing, kinds []string
	for i, found := range row.Cells {
		if len(found) == 0 {
			missing = append(missing, t.names[i])
			continue
		}
		if m := p.Modalities[found[0].Modality]; !slices.Contains(kinds, m) {
			kinds = append(kinds, m)
		}
	}
	var hints []string
	switch {
	case len(missing) == len(row.Cells):
		return table.Text("")
	case len(missing) == 0:
		hints = append(hints, p.InAll)
	default:
		hints = append(hints, with(p.MissingIn, strings.Join(missing, "; ")))
	}
	if len(kinds) > 1 {
		s := with(p.ModalityDiffers, strings.Join(kinds, " / "))
		if !t.SameEdition() {
			s += " (" + p.DatesDiffer + ")"
		}
		hints = append(hints, s)
	}
	return table.Cell{Runs: []table.Run{{Text: with(p.Hint, strings.Join(hints, "; ")), Mark: table.MarkItalic}}}
}

// coverage is the last row: how many norms, on how many criteria. A norm that
// serves two criteria is one norm.
func (t *TopicTable) coverage(p *phrases) []table.Cell {
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

func (t *TopicTable) appendix(p *phrases) *table.Table {
	tab := &table.Table{Caption: p.Appendix, Landscape: true, FontSize: 9, Widths: []float64{3, 2.3, 1.8, 9},
		Head: [][]table.Cell{heads(p.Act, p.Norm, p.Modality, p.Text)}}
	for i, row := range t.Rows {
		if row.group {
			continue
		}
		g := table.Group(row.Label)
		g.Anchor = anchor(i)
		tab.Rows = append(tab.Rows, []table.Cell{g})
		for j, found := range row.Cells {
			if len(found) == 0 {
				tab.Rows = append(tab.Rows, []table.Cell{table.Text(t.names[j]), table.None(), table.None(),
					{Runs: []table.Run{{Text: p.None + "; " + with(p.Tried, strings.Join(row.Tried, "; ")), Mark: table.MarkItalic}}}})
			}
			for _, f := range found {
				modal := table.Text(p.Modalities[f.Modality])
				if f.Modality == Neutral {
					modal = table.None()
				}
				tab.Rows = append(tab.Rows, []table.Cell{table.Text(t.names[j]), table.Text(f.Citation), modal, {Runs: f.full()}})
			}
		}
	}
	return tab
}

// full is the provision with its lead-in, unshortened.
func (p Provision) full() []table.Run {
	var rs []table.Run
	if p.lead != "" {
		rs = append(rs, table.Run{Text: strings.TrimSpace(strings.TrimSpace(p.lead)+" "+ellipsis+" "+p.label) + " ", Mark: table.MarkMuted})
	}
	return append(rs, runs(p.Text, p.matches, len(p.Text))...)
}
