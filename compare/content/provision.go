package content

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	lead    string   // what stands in front of the text in Quote
	label   string   // of a member of a list
	list    string   // what a text that leads a list in is quoted with
}

// found is a unit in which patterns of a category match.
type found struct {
	p        *passage
	matches  [][2]int // in the unit's heading, newline, text
	patterns []int
}

// topic is what one category finds in one document.
type topic struct {
	units    []found
	headings map[*passage]bool // whose heading matches
}

// look finds a category in the articles of a document.
// Where the act only names itself, as in «законодательство о …», it says
// nothing on the topic: itself finds such places.
func look(cat *Category, as []article, itself *query.Query) topic {
	t := topic{headings: map[*passage]bool{}}
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
					t.headings[p] = true
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
				if f := byUnit[m.Unit]; f != nil && !seen[m.Unit] && m.Hi > f.p.body {
					seen[m.Unit] = true
					f.patterns = append(f.patterns, i)
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
		if len(t.units) == before {
			t.unsaid(a)
		}
	}
	return t
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
// its text uses other words: «Статья 14. Отчеты …».
func (t *topic) unsaid(a article) {
	headed := slices.ContainsFunc(a.passages, func(p *passage) bool { return t.headings[p] && p.unit.Kind == corpus.KindArticle })
	if !headed {
		return
	}
	first := -1
	for i, p := range a.passages {
		if p.unit.Text == "" {
			continue
		}
		if first < 0 {
			first = i
		}
		if modality(p.unit.Text) != Neutral && !isLead(p.unit.Text) {
			first = i
			break
		}
	}
	if first >= 0 {
		t.units = append(t.units, found{p: a.passages[first]})
	}
}

// Weights of what makes a provision the one to quote. A pattern weighs from 2
// for one that hits once down to little for one that hits everywhere.
const (
	headingWeight  = 0.5  // the article's heading names the topic
	chapterWeight  = 0.2  // the chapter's does
	leafWeight     = 0.3  // nothing stands below: the most specific unit
	leadPenalty    = 0.5  // leads a list in
	blanketPenalty = 0.6  // «иные полномочия», «другие меры»
	termWeight     = 0.15 // says when or how often
	crossPenalty   = 0.2  // can't be read without another norm of its article
	backPenalty    = 1.5  // definitions, subject, aims: back-ground, unless the topic is that
	preamblePen    = 1.0  // no norm
	densityWeight  = 0.3  // short and to the point
	longPenalty    = 0.3  // hard to quote
	longText       = 1000 // characters
	definesPenalty = 0.4  // «Фондом признается …»
)

var (
	blanket = regexp.MustCompile(`(?i)^[\s–—-]*(?:осуществля(?:ет|ют|ть)\s+)?(?:в\s[^,;]*\s)?(?:иные|иных|другие|других)\s`)
	term    = regexp.MustCompile(`(?i)ежегодно|ежеквартально|не реже|не позднее|в течение \S+ (?:\S+ )?(?:дн|месяц|лет)|раз[а]? в год|жыл сайын`)
	cross   = regexp.MustCompile(`(?i)настоящ(?:ей|его) (?:статьи|пункта|подпункта|части)`)
)

var modalWeight = map[Modality]float64{Prohibited: 0.6, Obliged: 0.8, Entitled: 0.6, May: 0.6, Prescribed: 0.5}

// provisions ranks what was found. hits is the number of units that each
// pattern found in all documents.
func (t topic) provisions(d *corpus.Document, hits []int) []Provision {
	ps := make([]Provision, 0, len(t.units))
	for _, f := range t.units {
		u := f.p.unit
		pr := Provision{Address: f.p.address, Text: u.Text, Citation: d.OwnCitation(f.p.address, d.Meta.Language), matches: shift(f.matches, -f.p.body)}
		lead := leadIn(f.p)
		pr.lead, pr.label = lead, u.Label
		if isLead(u.Text) {
			pr.list = list(f.p)
		}
		pr.Modality = modalityOf(f.p, lead, pr.matches)
		score := modalWeight[pr.Modality]
		for _, i := range f.patterns {
			score += 2 / math.Log2(2+float64(hits[i]))
		}
		head, chapter := t.headed(f.p)
		switch {
		case head:
			score += headingWeight
		case background(f.p):
			score -= backPenalty
		}
		if chapter {
			score += chapterWeight
		}
		if isLeaf(u) {
			score += leafWeight
		}
		if isLead(u.Text) {
			score -= leadPenalty
		}
		if in(f.p, corpus.KindPreamble) {
			score -= preamblePen
		}
		if !head && defines(u.Text) {
			score -= definesPenalty
		}
		if blanket.MatchString(u.Text) {
			score -= blanketPenalty
		}
		if term.MatchString(u.Text) {
			score += termWeight
		}
		if cross.MatchString(u.Text) {
			score -= crossPenalty
		}
		n := utf8.RuneCountInString(u.Text)
		if n > longText {
			score -= longPenalty
		}
		if n > 0 {
			matched := 0
			for _, m := range pr.matches {
				matched += utf8.RuneCountInString(u.Text[m[0]:m[1]])
			}
			score += densityWeight * min(1, 3*float64(matched)/float64(n))
		}
		pr.Score = math.Round(1000/(1+math.Exp(-score+1))) / 1000
		pr.Quote = plain(pr.runs())
		ps = append(ps, pr)
	}
	// Equal scores keep the order of the act.
	slices.SortStableFunc(ps, func(a, b Provision) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return ps
}

// headed reports whether the heading of the article, or of something around it,
// names the topic.
func (t topic) headed(p *passage) (article, chapter bool) {
	for ; p != nil; p = p.parent {
		if t.headings[p] {
			if p.unit.Kind >= corpus.KindArticle {
				article = true
			} else {
				chapter = true
			}
		}
	}
	return article, chapter
}

func in(p *passage, k corpus.Kind) bool {
	for ; p != nil; p = p.parent {
		if p.unit.Kind == k {
			return true
		}
	}
	return false
}

// backgroundWords begin headings of articles that say what the act is about and
// which words it uses, not what one has to do.
var backgroundWords = []string{"основные понятия", "основные термины", "понятия", "термины", "используемые", "предмет", "сфера действия",
	"цель и задачи", "цели и задачи", "законодательство", "основные принципы", "принципы", "негізгі ұғымдар", "осы заңда пайдаланылатын",
	"терминдер"}

func background(p *passage) bool {
	for ; p != nil; p = p.parent {
		if p.unit.Kind == corpus.KindArticle || p.unit.Kind == corpus.KindClause && p.parent != nil && p.parent.unit.Kind < corpus.KindArticle {
			title := strings.ToLower(p.unit.Title)
			return slices.ContainsFunc(backgroundWords, func(w string) bool { return strings.HasPrefix(title, w) }) ||
				strings.Contains(title, "основные понятия") || strings.Contains(title, "термины")
		}
	}
	return false
}

// defines reports whether a text says what a thing is rather than what is to
// be done.
func defines(s string) bool {
	i := strings.IndexAny(s, ".;")
	if i < 0 {
		i = len(s)
	}
	s = strings.ToLower(s[:i])
	for _, w := range []string{" признается ", " признаются ", " понимается ", " понимаются ", " является добровольн", "деп танылады", "түсініледі"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isLeaf reports whether nothing more specific stands below a unit: further
// paragraphs are beside it rather than below.
func isLeaf(u *corpus.Unit) bool {
	return !slices.ContainsFunc(u.Units, func(c *corpus.Unit) bool { return c.Kind != corpus.KindPassage })
}

// maxList is how much of a list is quoted with the words that lead it in, in
// characters.
const maxList = 2000

// list returns the list that a passage leads in: what stands below its unit or,
// where that is a paragraph without a number, behind it.
func list(p *passage) string {
	members := p.unit.Units
	if p.unit.Kind == corpus.KindPassage && p.parent != nil {
		siblings := p.parent.unit.Units
		members = siblings[slices.Index(siblings, p.unit)+1:]
	}
	var b strings.Builder
	n := 0
	for _, c := range members {
		if c.Kind == corpus.KindPassage && !listed(c) {
			break
		}
		if c.Repealed || c.Text == "" {
			continue
		}
		s := " " + strings.TrimSpace(c.Label+" "+c.Text)
		if n += utf8.RuneCountInString(s); n > maxList {
			b.WriteString(" " + ellipsis)
			break
		}
		b.WriteString(s)
	}
	return b.String()
}

// isLead reports whether a text only leads a list in.
func isLead(s string) bool { return strings.HasSuffix(strings.TrimSpace(s), ":") }

// leadIn returns the words that a member of a list can't be read without:
// «Местные исполнительные органы:» of a subclause, or of a passage in a list
// without numbers. They stand in the unit above, or in a passage before the
// list.
func leadIn(p *passage) string {
	if p.parent == nil {
		return ""
	}
	up := p.parent.unit
	numbered := p.unit.Kind == corpus.KindSubclause || p.unit.Kind == corpus.KindItem
	if !numbered && !listed(p.unit) {
		return ""
	}
	i := slices.Index(up.Units, p.unit)
	for i--; i >= 0; i-- {
		before := up.Units[i]
		if before.Kind == corpus.KindPassage {
			if isLead(before.Text) {
				return before.Text
			}
			if !numbered && !listed(before) {
				return ""
			}
		} else if !numbered {
			break
		}
	}
	if isLead(up.Text) {
		return up.Text
	}
	return ""
}

// listed reports whether a passage looks like a member of a list: it begins
// with a dash or a small letter, or doesn't end with a point.
func listed(u *corpus.Unit) bool {
	if u.Kind != corpus.KindPassage {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(u.Text))
	return unicode.IsLower(r) || strings.ContainsRune("-–—•", r) || strings.HasSuffix(u.Text, ";")
}

// modalityOf takes the modality of the lead-in, which governs its list; else of
// the sentence that matches; else of the whole unit.
func modalityOf(p *passage, lead string, matches [][2]int) Modality {
	if m := modality(lead); m != Neutral {
		return m
	}
	s := p.unit.Text
	if len(matches) > 0 {
		if m := modality(sentence(s, matches[0][0])); m != Neutral {
			return m
		}
	}
	if m := modality(s); m != Neutral || lead == "" {
		return m
	}
	return Neutral
}

// sentence returns the sentence of s that at lies in.
func sentence(s string, at int) string {
	lo, hi := 0, len(s)
	if i := strings.LastIndex(s[:at], ". "); i >= 0 {
		lo = i + 2
	}
	if i := strings.Index(s[at:], ". "); i >= 0 {
		hi = at + i + 1
	}
	return s[lo:hi]
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
