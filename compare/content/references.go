package content

import (
	"regexp"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// A Reference is a norm that leaves the matter to another act: «в порядке,
// определяемом …», «утверждает правила …».
type Reference struct {
	Document int            `json:"document"` // its place among the documents
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	Body     string         `json:"body"` // who is to make the act, empty when the norm doesn't say
	Act      string         `json:"act"`  // which act
}

var (
	// «в порядке, определяемом (кем, чем)».
	inOrder = regexp.MustCompile(`(?i)в\s+порядк(?:е|ах),?\s+(?:котор\p{L}+\s+)?(?:определ|устан|утвержд|предусм)\p{L}*\s+([^.,;:()]+)`)
	// «утверждает правила …»
	approves = regexp.MustCompile(`(?i)(?:^|\s)утвержда(?:ет|ют)\s+((?:типов|правил|порядок|положени|стандарт|перечень|форм|методик|инструкци|требовани|регламент|программ)\p{L}*[^.;:]*)`)
	// «правила …, утверждаемые (кем)», «определяется Типовым положением …»
	approvedBy = regexp.MustCompile(`(?i)(?:определя|устанавлива|регулиру)(?:ется|ются)\s+((?:типов|правил|положени|закон|устав|порядк|нормативн)\p{L}*[^.;:,]*)`)
	// In the instrumental, a body or an act.
	isBody = regexp.MustCompile(`(?i)^(?:уполномоченн|правительств|президент|министерств|маслихат|аким|орган|местн|центральн|руководител|координационн|национальн)`)
)

// references finds the norms of a document that refer to other acts.
func references(doc int, d *corpus.Document, as []article) []Reference {
	var rs []Reference
	for _, a := range as {
		for _, p := range a.passages {
			s := p.unit.Text
			add := func(body, act string) {
				rs = append(rs, Reference{Document: doc, Address: p.address, Citation: d.OwnCitation(p.address, d.Meta.Language),
					Body: shorten(tidy(body), 160), Act: shorten(tidy(act), 200)})
			}
			for _, m := range inOrder.FindAllStringSubmatch(s, -1) {
				who := tidy(m[1])
				if strings.Contains(who, "настоящ") || strings.HasPrefix(who, "для ") {
					continue // this act itself
				}
				if isBody.MatchString(who) {
					add(who, "")
				} else {
					add("", who)
				}
			}
			for _, m := range approves.FindAllStringSubmatchIndex(s, -1) {
				body := strings.TrimSuffix(strings.TrimSpace(leadIn(p)), ":")
				if body == "" {
					body = s[:m[0]]
				}
				add(body, s[m[2]:m[3]])
			}
			for _, m := range approvedBy.FindAllStringSubmatch(s, -1) {
				if !strings.Contains(m[1], "настоящ") {
					add("", m[1])
				}
			}
		}
	}
	return rs
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

func (t *TopicTable) references(p *Template) *table.Table {
	tab := &table.Table{Caption: p.References, Landscape: true, FontSize: 9, Widths: []float64{3, 2.5, 4, 5},
		Head: [][]table.Cell{heads(p.Act, p.Norm, p.Body, p.What)}}
	for _, r := range t.References {
		cells := []table.Cell{table.Text(t.names[r.Document]), table.Text(r.Citation), table.Text(r.Body), table.Text(r.Act)}
		for i, s := range []string{r.Body, r.Act} {
			if s == "" {
				cells[2+i] = table.None()
			}
		}
		tab.Rows = append(tab.Rows, cells)
	}
	return tab
}
