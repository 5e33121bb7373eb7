package content

import (
	"strings"
	"unicode/utf8"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
)

// TopicOptions say how the table of several acts looks. The zero value serves.
type TopicOptions struct {
	Title    string    // of the table; else made of the codebook's name
	Language string    // of headings: ru, kk, en; else that of the documents
	Brief    bool      // modality and citation only; quotes in the appendix
	Template *Template // phrases of the user's own
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

	Language string `json:"language"`
}

// A TopicRow is one category: a cell for each document, the provision to quote
// first.
type TopicRow struct {
	Label string        `json:"label"`
	ID    string        `json:"id"`
	Level int           `json:"level"`
	Tried []string      `json:"tried"` // the patterns
	Cells [][]Provision `json:"cells"`
	Hints []Hint        `json:"hints"`

	category *Category
	group    bool // without patterns of its own: a heading
}

// Topics finds what each of docs says on the categories of cb.
func Topics(cb *Codebook, docs []*corpus.Document, opts TopicOptions) *TopicTable {
	t := &TopicTable{cb: cb, docs: docs, names: names(docs), options: opts, Rows: []TopicRow{}, Documents: []TopicDocument{}, References: []Reference{}}
	texts := make([][]article, len(docs))
	selves := make([]*query.Query, len(docs))
	for i, d := range docs {
		td := TopicDocument{ID: d.ID, Title: Title(d), Number: d.Meta.Number, Date: d.Meta.Date, Edition: d.Meta.Edition, Language: d.Meta.Language}
		if d.Source != nil {
			td.SHA256 = d.Source.SHA256
		}
		t.Documents = append(t.Documents, td)
		selves[i] = itself(d)
		texts[i] = articles(d, corpus.KindClause, cb.Skip)
		t.References = append(t.References, references(i, d, texts[i])...)
	}
	for cat := range cb.All() {
		row := TopicRow{Label: cat.Name, ID: cat.ID, Level: cat.Level, Tried: tried(cb, cat), Cells: make([][]Provision, len(docs)), Hints: []Hint{},
			category: cat, group: cat.own == nil}
		if cat.own != nil {
			ts := make([]topic, len(docs))
			for i := range docs {
				ts[i] = look(cat, texts[i], selves[i])
			}
			hits, definitions := countHits(cat, ts), areDefinitions(ts)
			for i, d := range docs {
				row.Cells[i] = ranker{ts[i], d, hits, definitions}.provisions()
			}
		}
		for i := range row.Cells {
			if row.Cells[i] == nil {
				row.Cells[i] = []Provision{}
			}
		}
		if !row.group {
			row.Hints = t.hints(row)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
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

// runs returns the quote: the lead-ins and the label, or the text and the list
// that it leads in, with the matched words marked, of at most maxQuote
// characters together.
func (p Provision) runs() []table.Run {
	var rs []table.Run
	left := maxQuote
	if lead := p.leadText(maxLead); lead != "" {
		left -= utf8.RuneCountInString(lead)
		rs = append(rs, table.Run{Text: lead, Mark: table.MarkMuted})
	}
	s, matches := p.quotable()
	return append(rs, runs(s, matches, left)...)
}

// quotable is the text with the list that it leads in, and the matches there. A
// member of a list loses its dash behind the lead-in.
func (p Provision) quotable() (string, [][2]int) {
	s := p.Text
	if len(p.leads) > 0 {
		s = strings.TrimLeft(s, " \u00a0-–—•")
	}
	return strings.TrimRight(s, " ") + p.list, shift(p.matches, len(s)-len(p.Text))
}

// leadText is what stands in front of a member of a list, of about limit
// characters.
func (p Provision) leadText(limit int) string {
	if len(p.leads) == 0 {
		return ""
	}
	var b strings.Builder
	for _, lead := range p.leads {
		b.WriteString(shortenMiddle(strings.TrimSpace(lead), limit/len(p.leads)) + " " + ellipsis + " ")
	}
	if p.label != "" {
		b.WriteString(p.label + " ")
	}
	return strings.ReplaceAll(b.String(), ellipsis+" "+ellipsis, ellipsis)
}

func plain(rs []table.Run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}
