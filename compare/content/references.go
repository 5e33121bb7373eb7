package content

import (
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// A Reference is a norm that leaves the matter to another act: «в порядке,
// определяемом …», «утверждает правила …», «в соответствии с законодательством».
// What an act says of itself («настоящим Законом») is none.
type Reference struct {
	Document int            `json:"document"` // its place among the documents
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	Body     string         `json:"body"` // who is to make the act, empty when the norm doesn't say
	Act      string         `json:"act"`  // which act, empty when it is not named
	Text     string         `json:"text"` // the words that say so
}

// References lists the norms of documents that refer to other acts, in the
// order of the documents.
func References(docs []*corpus.Document) []Reference {
	var rs []Reference
	for i, d := range docs {
		rs = append(rs, references(i, d, articles(d, corpus.KindClause, nil))...)
	}
	return rs
}

// A referral is a place of a text that refers to an act.
type referral struct {
	lo, hi    int
	body, act string
}

// The longest body and act that are printed, and the words around, in
// characters.
const (
	maxBody    = 160
	maxAct     = 200
	aroundRefs = 60
)

func references(doc int, d *corpus.Document, as []article) []Reference {
	var rs []Reference
	for _, a := range as {
		for _, p := range a.passages {
			s := p.unit.Text
			find := russianReferrals
			if d.Meta.Language == "kk" {
				find = kazakhReferrals
			}
			var leads string
			if ls := leadsIn(p); len(ls) > 0 {
				leads = strings.TrimSuffix(strings.TrimSpace(ls[len(ls)-1]), ":")
			}
			for _, r := range find(s, leads) {
				if r.act != "" {
					if r.act = otherActs(d, r.act); r.act == "" {
						continue
					}
				}
				ref := Reference{Document: doc, Address: p.address, Citation: d.OwnCitation(p.address, d.Meta.Language),
					Body: shorten(foldSpace(r.body), maxBody), Act: shorten(foldSpace(r.act), maxAct), Text: around(s, r.lo, r.hi)}
				if !slices.ContainsFunc(rs, func(o Reference) bool {
					return o.Address == ref.Address && o.Body == ref.Body && o.Act == ref.Act
				}) {
					rs = append(rs, ref)
				}
			}
		}
	}
	return rs
}

// otherActs drops from a list of acts the one that speaks: a constitution means
// itself by «Конституция».
func otherActs(d *corpus.Document, acts string) string {
	if d.Meta.Type != "constitution" {
		return acts
	}
	var others []string
	for _, a := range strings.Split(acts, ", ") {
		if !strings.HasPrefix(a, "Конституция") && !strings.HasPrefix(a, "Конституции") {
			others = append(others, a)
		}
	}
	return strings.Join(others, ", ")
}

// around is a stretch of a text with a few words in front of it.
func around(s string, lo, hi int) string {
	from := lo
	for n := 0; from > 0 && n < aroundRefs; n++ {
		from--
		for from > 0 && s[from]&0xC0 == 0x80 {
			from--
		}
	}
	before := s[from:lo]
	if from > 0 {
		if _, after, ok := strings.Cut(before, " "); ok {
			before = after
		}
		before = ellipsis + " " + before
	}
	return shorten(foldSpace(before+s[lo:hi]), maxQuote)
}

func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

func (t *TopicTable) references(p *Template) *table.Table {
	tab := &table.Table{Caption: p.References, Landscape: true, FontSize: 9, Widths: []float64{2.4, 2, 2.6, 4, 5},
		Head: [][]table.Cell{table.Heads(p.Act, p.Norm, p.Body, p.What, p.Wording)}}
	for _, r := range t.References {
		cells := []table.Cell{table.Text(t.names[r.Document]), table.Text(r.Citation), table.Text(r.Body), table.Text(r.Act), table.Text(r.Text)}
		if r.Body == "" {
			cells[2] = dash()
		}
		if r.Act == "" {
			cells[3] = table.Text(p.Unnamed)
		}
		tab.Rows = append(tab.Rows, cells)
	}
	return tab
}
