package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"svod/compare/norm"
	"svod/compare/table"
	"svod/corpus/words"
)

// A Hint is what the program notices about a row. It is not a conclusion:
// those are the author's.
//
// Kinds: all (each act has provisions), nowhere (none has), missing (these have
// none), modality, deadline (the provisions quoted differ in it), alike (their texts nearly
// agree).
type Hint struct {
	Kind      string `json:"kind"`
	Documents []int  `json:"documents"` // their places among the documents
	// Modalities of the documents, for the kind modality.
	Modalities []Modality `json:"modalities,omitempty"`
	// Deadlines of the documents, for the kind deadline, in the words of the acts.
	Deadlines []string `json:"deadlines,omitempty"`
	// DatesDiffer says that the editions of the documents are of different
	// dates, so that time may explain the difference.
	DatesDiffer bool `json:"dates_differ,omitempty"`
}

// sameDuty are the modalities that oblige, entitle or forbid, with the one that
// does the same in other words: «обязан публиковать» and «публикует».
var sameDuty = map[Modality]Modality{Prohibited: Prohibited, Obliged: Obliged, Prescribed: Obliged, Entitled: Entitled, May: Entitled}

// hints looks at the cells of a row.
func (t *TopicTable) hints(row TopicRow) []Hint {
	all, missing := make([]int, 0, len(row.Cells)), []int{}
	for i, found := range row.Cells {
		if len(found) == 0 {
			missing = append(missing, i)
		} else {
			all = append(all, i)
		}
	}
	var hs []Hint
	switch {
	case len(all) == 0:
		return []Hint{{Kind: "nowhere", Documents: missing}}
	case len(missing) == 0:
		hs = append(hs, Hint{Kind: "all", Documents: all})
	default:
		hs = append(hs, Hint{Kind: "missing", Documents: missing})
	}
	differ := Hint{Kind: "modality"}
	kinds := map[Modality]bool{}
	for _, i := range all {
		m := row.Cells[i][0].Modality
		if kind, ok := sameDuty[m]; ok {
			differ.Documents = append(differ.Documents, i)
			differ.Modalities = append(differ.Modalities, m)
			kinds[kind] = true
		}
	}
	if len(kinds) > 1 {
		differ.DatesDiffer = t.datesDiffer(differ.Documents)
		hs = append(hs, differ)
	}
	if h, ok := t.deadlines(row, all); ok {
		hs = append(hs, h)
	}
	return append(hs, t.alike(row, all)...)
}

// deadlines compares the first deadline of each provision that is quoted.
func (t *TopicTable) deadlines(row TopicRow, docs []int) (Hint, bool) {
	h := Hint{Kind: "deadline"}
	keys := map[string]bool{}
	for _, i := range docs {
		s := row.Cells[i][0].Text
		if ds := norm.Read(s, t.Documents[i].Language).Deadlines(); len(ds) > 0 {
			h.Documents = append(h.Documents, i)
			h.Deadlines = append(h.Deadlines, s[ds[0].Lo:ds[0].Hi])
			keys[ds[0].Key()] = true
		}
	}
	if len(keys) < 2 {
		return h, false
	}
	h.DatesDiffer = t.datesDiffer(h.Documents)
	return h, true
}

// datesDiffer reports whether the editions of some documents are not of one date.
func (t *TopicTable) datesDiffer(docs []int) bool {
	return slices.ContainsFunc(docs, func(i int) bool { return t.Documents[i].Edition != t.Documents[docs[0]].Edition })
}

// Quoted provisions are called alike from this share of common words on.
const (
	alikeShare = 0.8
	alikeLeast = 6 // words; shorter ones agree by chance
)

// alike groups the documents whose quoted provisions nearly agree, each with at
// least one other of its group.
func (t *TopicTable) alike(row TopicRow, docs []int) []Hint {
	sets := map[int]map[string]bool{}
	for _, i := range docs {
		sets[i] = stems(row.Cells[i][0].Text, t.Documents[i].Language)
	}
	group := map[int]int{} // of a document, named by its first one
	for k, j := range docs {
		group[j] = j
		for _, i := range docs[:k] {
			if jaccard(sets[i], sets[j]) < alikeShare || min(len(sets[i]), len(sets[j])) < alikeLeast {
				continue
			}
			from, to := max(group[i], group[j]), min(group[i], group[j])
			for d, g := range group {
				if g == from {
					group[d] = to
				}
			}
		}
	}
	var hs []Hint
	for _, first := range docs {
		var members []int
		for _, i := range docs {
			if group[i] == first {
				members = append(members, i)
			}
		}
		if len(members) > 1 {
			hs = append(hs, Hint{Kind: "alike", Documents: members})
		}
	}
	return hs
}

func stems(s, lang string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words.Split(s, lang) {
		set[w.Stem] = true
	}
	return set
}

func jaccard(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// hintTable prints the hints of all rows, apart from the author's column.
func (t *TopicTable) hintTable(p *Template) *table.Table {
	tab := &table.Table{Caption: p.Hints, Landscape: true, FontSize: 9, Widths: []float64{0.5, 3, 12},
		Head: [][]table.Cell{table.Heads(p.Number, p.HintOn, p.Hint)}}
	n := 0
	for _, row := range t.Rows {
		if row.group {
			continue
		}
		n++
		var lines []string
		for _, h := range row.Hints {
			lines = append(lines, t.words(p, h))
		}
		tab.Rows = append(tab.Rows, []table.Cell{table.Text(strconv.Itoa(n)), table.Text(row.Label), table.Text(strings.Join(lines, "\n"))})
	}
	return tab
}

// words puts a hint into words.
func (t *TopicTable) words(p *Template, h Hint) string {
	names := func(docs []int) string {
		var ss []string
		for _, i := range docs {
			ss = append(ss, "«"+t.names[i]+"»")
		}
		return strings.Join(ss, ", ")
	}
	switch h.Kind {
	case "all":
		return p.InAll
	case "nowhere":
		return p.Nowhere
	case "missing":
		return with(p.MissingIn, names(h.Documents))
	case "alike":
		return with(p.Alike, names(h.Documents))
	}
	differ, ss := p.ModalityDiffers, []string(nil)
	if h.Kind == "deadline" {
		differ = p.DeadlineDiffers
		for k, i := range h.Documents {
			ss = append(ss, h.Deadlines[k]+" – "+names([]int{i}))
		}
	}
	for _, m := range modalities {
		var of []int
		for k, i := range h.Documents {
			if h.Kind == "modality" && h.Modalities[k] == m {
				of = append(of, i)
			}
		}
		if len(of) > 0 {
			ss = append(ss, cmp.Or(p.Modalities[m], string(m))+" – "+names(of))
		}
	}
	s := with(differ, strings.Join(ss, "; "))
	if h.DatesDiffer {
		s += " (" + p.DatesDiffer + ")"
	}
	return s
}
