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
	"svod/corpus/words"
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
	matches  [][2]int // in the unit's heading, newline, text
	patterns []int
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

// Weights of what makes a provision the one to quote.
const (
	patternWeight  = 0.1  // of each pattern that hits
	rareWeight     = 1.7  // more for one that hits once, down to little for one that hits everywhere
	headingWeight  = 0.5  // the article's heading names the topic
	chapterWeight  = 0.2  // the chapter's does
	leafWeight     = 0.3  // nothing stands below: the most specific unit
	leadPenalty    = 0.3  // leads a list in, which is quoted with it
	emptyPenalty   = 0.5  // leads in what is not quoted
	blanketPenalty = 1.2  // «иные полномочия», «другие меры»
	paperPenalty   = 1.0  // «Устав должен содержать …»: on a paper rather than on the topic
	restPenalty    = 0.6  // «могут быть отнесены и другие вопросы»
	nestedPenalty  = 0.5  // a member of a list in a list
	thingPenalty   = 0.4  // a duty's list of things rather than of deeds
	casePenalty    = 1.7  // a list of cases: «состоящих в реестре», «до принятия решения»
	termWeight     = 0.15 // says when or how often
	earlyWeight    = 0.15 // begins with the topic
	earlyLength    = 80   // characters
	crossPenalty   = 0.2  // can't be read without another norm of its article
	backPenalty    = 1.5  // definitions, subject, aims: back-ground, unless the topic is that
	preamblePen    = 1.0  // no norm
	densityWeight  = 0.3  // short and to the point
	longPenalty    = 0.3  // hard to quote
	longText       = 1000 // characters
	shortText      = 300
	definesPenalty = 0.4 // «Фондом признается …»
	definedWeight  = 0.8 // of a definition where they are the topic
	subjectWeight  = 0.6 // defines what the act is named by
)

var (
	blanket = regexp.MustCompile(`(?i)^[\s–—-]*(?:осуществля(?:ет|ют|ть)\s+)?(?:в\s[^,;]*\s)?(?:иные|иных|другие|других)\s`)
	rest    = regexp.MustCompile(`(?i)\s(?:ины|други)(?:е|х)\s+(?:вопрос|полномочи|функци|мер|прав|обязанност|положени|услови)`)
	deed    = regexp.MustCompile(`(?i)^\P{L}*(?:не\s)?(?:\S+\s){0,6}?\p{L}+(?:[^с]ть|ться|чь|чься|[^о]сти|йти|тись)(?:\P{L}|$)`)
	casual  = regexp.MustCompile(`(?i)^[^.]{0,80}\sкоторых\s|^\P{L}*(?:(?:если|до|при|в случае|в случаях|по|после|на|для|за|с|со|без)\s|\p{L}+(?:щ|ш|нн|т)(?:их|ых|ими|ыми|ую|его|ого|ей|ой)\s)`)
	term    = regexp.MustCompile(`(?i)ежегодно|ежеквартально|не реже|не позднее|в течение \S+ (?:\S+ )?(?:дн|месяц|лет)|раз[а]? в год|жыл сайын`)
	paper   = regexp.MustCompile(`(?i)^\P{L}*(?:(?:учредительн|типов|письменн|итогов)\p{L}+\s)*(?:устав|положени|договор|соглашени|документ|заявлени|заявк|запрос|протокол|заключени|программ|план|порядок|правила)\p{L}*\s.*(?:предусматривать|содержать|включать|содержит|включает|содержат|включают|указыва(?:е|ю)тся)`)
	cross   = regexp.MustCompile(`(?i)настоящ(?:ей|его) (?:статьи|пункта|подпункта|части)`)
)

var modalWeight = map[Modality]float64{Prohibited: 0.6, Obliged: 0.8, Entitled: 0.6, May: 0.6, Prescribed: 0.5, Empowered: 0.6}

// provisions ranks what was found. hits is the number of units that each
// pattern found in all documents. definitions says that the topic is what words
// mean, so that a definition is not in the way of the norm but the norm.
func (t topic) provisions(d *corpus.Document, hits []int, definitions bool) []Provision {
	ps := make([]Provision, 0, len(t.units))
	for _, f := range t.units {
		u := f.p.unit
		pr := Provision{Address: f.p.address, Text: u.Text, Citation: d.OwnCitation(f.p.address, d.Meta.Language), matches: shift(f.matches, -f.p.body)}
		pr.leads, pr.label = leadsIn(f.p), u.Label
		if isLead(u.Text) {
			pr.list = list(f.p)
		}
		pr.Modality = modalityOf(f.p, pr.leads, pr.matches)
		score := modalWeight[pr.Modality]
		if definitions && pr.Modality == Defining {
			score = definedWeight
		}
		for _, i := range f.patterns {
			score += patternWeight + rareWeight/math.Log2(2+float64(hits[i]))
		}
		head, chapter := t.headed(f.p)
		switch {
		case head:
			score += headingWeight
		case background(f.p) && !definitions:
			score -= backPenalty
		}
		if chapter {
			score += chapterWeight
		}
		if isLeaf(u) {
			score += leafWeight
		}
		switch {
		case !isLead(u.Text):
		case pr.list != "":
			score -= leadPenalty
		default:
			score -= emptyPenalty
		}
		if !head && (paper.MatchString(u.Text) || slices.ContainsFunc(pr.leads, paper.MatchString)) {
			score -= paperPenalty
		}
		if in(f.p, corpus.KindPreamble) {
			score -= preamblePen
		}
		if !head && pr.Modality == Defining && !definitions {
			score -= definesPenalty
		}
		if pr.Modality == Defining {
			score += subjectWeight * subject(d, u.Text)
		}
		if blanket.MatchString(u.Text) {
			score -= blanketPenalty
		}
		if rest.MatchString(u.Text) && len(pr.leads) == 0 && utf8.RuneCountInString(u.Text) < shortText {
			score -= restPenalty
		}
		score -= memberPenalty(pr)
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
			if len(pr.matches) > 0 && utf8.RuneCountInString(u.Text[:pr.matches[0][0]]) < earlyLength {
				score += earlyWeight
			}
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

// memberPenalty weighs a member of a list: how deep it stands, and whether it is
// what the lead-in speaks of or only a thing or a case on its list.
func memberPenalty(pr Provision) float64 {
	if len(pr.leads) == 0 {
		return 0
	}
	sum := nestedPenalty * float64(len(pr.leads)-1)
	switch {
	case pr.Modality == Defining || pr.Modality == Empowered:
	case casual.MatchString(pr.Text):
		sum += casePenalty
	case (pr.Modality == Obliged || pr.Modality == Prohibited || pr.Modality == Prescribed) && modality(pr.Text) == Neutral && !deed.MatchString(pr.Text):
		sum += thingPenalty
	}
	return sum
}

// headed reports whether the heading of the article, or of something around it,
// names the topic.
func (t topic) headed(p *passage) (article, chapter bool) {
	for ; p != nil; p = p.parent {
		if t.headings[p] != nil {
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

var (
	// «Фондом признается …», «Под контролем понимается …», «Экспертиза – это …».
	definition = regexp.MustCompile(`(?i)^[^.;]*(?:\s(?:признается|признаются|понимается|понимаются)\s|\s[–—-] это\s|деп танылады|түсініледі)`)
	// «Уполномоченным органом является …»: the instrumental first.
	instrumental = regexp.MustCompile(`(?i)^\p{L}+(?:ым|им|ом|ем|ами|ями|ой|ей|ыми|ими)\s[^.;:]*\s(?:является|являются)\s[^:]*$`)
	// But what an act names so is not defined.
	listedNouns = regexp.MustCompile(`(?i)^(?:основани|задач|цел|принцип|источник|форм|вид|полномочи|функци|обязательн)`)
	// «совет – орган, который …».
	termDash  = regexp.MustCompile(`^[^.;:]{2,160}?\s[–—-]\s`)
	termsLead = regexp.MustCompile(`(?i)(?:понятия|термины|определения|ұғымдар|терминдер)\P{L}`)
)

// defining reports whether a provision says what a thing is rather than what is
// to be done.
func defining(p *passage, leads []string) bool {
	s := strings.TrimSpace(p.unit.Text)
	if isLead(s) && termsLead.MatchString(s) {
		return true
	}
	for _, lead := range leads {
		if termsLead.MatchString(lead) || definition.MatchString(lead) {
			return true
		}
	}
	if definition.MatchString(s) || instrumental.MatchString(s) && !listedNouns.MatchString(s) {
		return true
	}
	return background(p) && termDash.MatchString(s)
}

// subject says how far what a definition defines is what the act is named by,
// from 0 to 1: «доступ к информации» in the act on access to information.
func subject(d *corpus.Document, s string) float64 {
	at := definedEnd.FindStringIndex(s)
	if at == nil {
		return 0
	}
	title := stems(d.Meta.Title, d.Meta.Language)
	term := stems(s[:at[0]], d.Meta.Language)
	both := 0
	for w := range term {
		if title[w] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(term)) * min(1, float64(both)/float64(min(len(title), 3)))
}

var definedEnd = regexp.MustCompile(`\s(?:признается|признаются|понимается|понимаются|является|являются|[–—-])\s`)

// isLeaf reports whether nothing more specific stands below a unit: further
// paragraphs are beside it rather than below.
func isLeaf(u *corpus.Unit) bool {
	return !slices.ContainsFunc(u.Units, func(c *corpus.Unit) bool { return c.Kind != corpus.KindPassage })
}

// maxList is how much of a list is quoted with the words that lead it in, in
// characters.
const maxList = 2000

// members returns the list that a passage leads in: what stands below its unit
// or, where that is a paragraph without a number, behind it.
func members(p *passage) []*corpus.Unit {
	us := p.unit.Units
	if p.unit.Kind == corpus.KindPassage && p.parent != nil {
		siblings := p.parent.unit.Units
		us = siblings[slices.Index(siblings, p.unit)+1:]
	}
	end := slices.IndexFunc(us, func(c *corpus.Unit) bool { return c.Kind == corpus.KindPassage && !listed(c) })
	if end >= 0 {
		us = us[:end]
	}
	return slices.DeleteFunc(slices.Clone(us), func(c *corpus.Unit) bool { return c.Repealed || c.Text == "" })
}

// lastMember is the last of the list that a passage is in.
func lastMember(p *passage) *corpus.Unit {
	siblings := p.parent.unit.Units
	last := p.unit
	for _, u := range siblings[slices.Index(siblings, p.unit)+1:] {
		if u.Kind != p.unit.Kind || u.Kind == corpus.KindPassage && !listed(u) {
			break
		}
		last = u
	}
	return last
}

// list prints the list that a passage leads in.
func list(p *passage) string {
	var b strings.Builder
	n := 0
	for _, c := range members(p) {
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

// leadsIn returns the lead-ins of a unit, the outermost first: a list may stand
// in a list.
func leadsIn(p *passage) []string {
	var leads []string
	for range 3 {
		lead := leadIn(p)
		if lead == "" {
			break
		}
		leads = append([]string{lead}, leads...)
		if p = p.parent; p == nil || p.unit.Text != lead {
			break
		}
	}
	return leads
}

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

// modalityOf takes the modality of the lead-in, which governs its list unless a
// member has a strong one of its own; else of the sentence that matches; else of
// the whole unit. Words that only lead a list in do what its first member does.
func modalityOf(p *passage, leads []string, matches [][2]int) Modality {
	s := p.unit.Text
	if defining(p, leads) {
		return Defining
	}
	for _, lead := range slices.Backward(leads) {
		m := modality(lead)
		if own := modality(s); m != Neutral && (own == Prohibited || own == Obliged || own == Entitled) {
			return own
		}
		if m != Neutral {
			return m
		}
	}
	if len(matches) > 0 {
		at := densest(s, matches)
		lo, hi := sentence(s, at)
		if m := modalityAt(s[lo:hi], at-lo); m != Neutral {
			return m
		}
	}
	m := modality(s)
	if m == Neutral && len(leads) > 0 && words.Language(s) == "kk" {
		m = modality(lastMember(p).Text) // «…: 1) ақпарат беруге; 2) жариялауға міндетті»
	}
	if m == Neutral && isLead(s) && !copula.MatchString(s) {
		if us := members(p); len(us) > 0 {
			m = modality(us[0].Text)
		}
	}
	return m
}

// copula is the verb of a lead-in that lists things: «Органами управления являются:».
var copula = regexp.MustCompile(`(?i)(?:являются|является|признаются|относятся|относится|подразделяются|составляют|болып табылады|жатады)\P{L}`)

// densest returns where the first match of the sentence lies that has the most.
func densest(s string, matches [][2]int) int {
	best, most := matches[0][0], 0
	for _, m := range matches {
		lo, hi := sentence(s, m[0])
		n := 0
		for _, other := range matches {
			if lo <= other[0] && other[0] < hi {
				n++
			}
		}
		if n > most {
			best, most = m[0], n
		}
	}
	return best
}

// sentence returns where the sentence of s lies that holds at.
func sentence(s string, at int) (lo, hi int) {
	hi = len(s)
	if i := strings.LastIndex(s[:at], ". "); i >= 0 {
		lo = i + 2
	}
	if i := strings.Index(s[at:], ". "); i >= 0 {
		hi = at + i + 1
	}
	return lo, hi
}

// areDefinitions reports whether most of what a category finds in all documents
// defines words.
func areDefinitions(ts []topic) bool {
	defining, all := 0, 0
	for _, t := range ts {
		for _, f := range t.units {
			all++
			if modalityOf(f.p, leadsIn(f.p), nil) == Defining {
				defining++
			}
		}
	}
	return 2*defining > all
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
