package content

import (
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/query"
)

// A Provision is a norm that speaks of a topic.
type Provision struct {
	Address  corpus.Address `json:"address"`
	Text     string         `json:"text"`  // the unit's own
	Score    float64        `json:"score"` // from 0 to 1: how well it serves as the quote
	Citation string         `json:"citation"`
	Modality Modality       `json:"modality"`
	Quote    string         `json:"quote"` // with the lead-in in front, shortened

	matches [][2]int // in Text
	leads   []string // what stands in front of the text in Quote, the outermost first
	label   string   // of a member of a list
	list    string   // what a text that leads a list in is quoted with
}

// found is a unit in which patterns of a category match.
type found struct {
	p        *passage
	matches  [][2]int // in the unit's heading, newline, text; once read, in its text
	patterns []int
	leads    []string
	modality Modality
}

// topic is what one category finds in one document.
type topic struct {
	units    []found
	headings map[*passage][]int // whose heading matches, and by which patterns
}

// look finds a category in the articles of a document.
// Where the act only names itself, as in «законодательство о …», it says
// nothing on the topic: itself finds such places.
func look(cat *Category, as []article, itself *query.Query) topic {
	t := topic{headings: map[*passage][]int{}}
	own := cat.own
	if itself != nil {
		own = query.Without(own, itself)
	}
	for _, a := range as {
		occurrences := own.Occurrences(a.text)
		if len(occurrences) == 0 {
			continue
		}
		byUnit := map[int]*found{}
		for _, o := range occurrences {
			for _, m := range o {
				p := a.passages[m.Unit]
				if m.Hi <= p.body && p.unit.Title != "" {
					t.headings[p] = []int{}
					continue
				}
				f := byUnit[m.Unit]
				if f == nil {
					f = &found{p: p}
					byUnit[m.Unit] = f
				}
				f.matches = append(f.matches, [2]int{m.Lo, m.Hi})
			}
		}
		for i, q := range cat.any {
			seen := map[int]bool{}
			for _, m := range q.Find(a.text) {
				p := a.passages[m.Unit]
				if f := byUnit[m.Unit]; f != nil && !seen[m.Unit] && m.Hi > p.body {
					seen[m.Unit] = true
					f.patterns = append(f.patterns, i)
				} else if t.headings[p] != nil && m.Hi <= p.body && !slices.Contains(t.headings[p], i) {
					t.headings[p] = append(t.headings[p], i)
				}
			}
		}
		before := len(t.units)
		for i := range a.passages {
			if f := byUnit[i]; f != nil {
				slices.SortFunc(f.matches, func(a, b [2]int) int { return a[0] - b[0] })
				f.matches = slices.Compact(f.matches)
				t.units = append(t.units, *f)
			}
		}
		t.unsaid(a, t.units[before:])
	}
	for i := range t.units {
		t.units[i].read()
	}
	return t
}

// read finds out what a unit says: behind which words, and with what modality.
func (f *found) read() {
	f.matches = shift(f.matches, -f.p.body)
	f.leads = leadsIn(f.p)
	f.modality = modalityOf(f.p, f.leads, f.matches)
}

// itself returns the query that finds where an act names itself: its title
// behind «закон» or «законодательство».
func itself(d *corpus.Document) *query.Query {
	title := strings.Map(func(r rune) rune {
		if strings.ContainsRune("«»„“”\"*?", r) {
			return ' '
		}
		return r
	}, d.Meta.Title)
	if len(strings.Fields(title)) < 2 {
		return nil
	}
	q, err := query.ParsePattern(`(закон ИЛИ законодательство ИЛИ заң ИЛИ заңнама) +5 "`+title+`"`, d.Meta.Language, nil)
	if err != nil {
		return nil // a title without words
	}
	return q
}

// unsaid adds the first norm of an article whose heading names the topic while
// its text uses other words: «Статья 14. Отчеты …». Words that lead a list in are
// added beside norms of the list that were found: the heading speaks for all.
func (t *topic) unsaid(a article, already []found) {
	h := slices.IndexFunc(a.passages, func(p *passage) bool { return t.headings[p] != nil && p.unit.Kind == corpus.KindArticle })
	if h < 0 {
		return
	}
	var first *passage
	for _, p := range a.passages {
		if p.unit.Text == "" {
			continue
		}
		if first == nil {
			first = p
		}
		if modalityOf(p, leadsIn(p), nil) != Neutral {
			first = p
			break
		}
	}
	switch {
	case first == nil, slices.ContainsFunc(already, func(f found) bool { return f.p == first }):
	case len(already) == 0, isLead(first.unit.Text) && first.unit.Kind <= corpus.KindClause:
		t.units = append(t.units, found{p: first, patterns: t.headings[a.passages[h]]})
	}
}

// countHits counts for each pattern of a category the units that it found.
func countHits(cat *Category, ts []topic) []int {
	hits := make([]int, len(cat.any))
	for _, t := range ts {
		for _, f := range t.units {
			for _, i := range f.patterns {
				hits[i]++
			}
		}
	}
	return hits
}
