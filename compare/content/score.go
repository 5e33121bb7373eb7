package content

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
)

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
	blanket = lazy.New(`(?i)^[\s–—-]*(?:осуществля(?:ет|ют|ть)\s+)?(?:в\s[^,;]*\s)?(?:иные|иных|другие|других)\s`)
	rest    = lazy.New(`(?i)\s(?:ины|други)(?:е|х)\s+(?:вопрос|полномочи|функци|мер|прав|обязанност|положени|услови)`)
	deed    = lazy.New(`(?i)^\P{L}*(?:не\s)?(?:\S+\s){0,6}?\p{L}+(?:[^с]ть|ться|чь|чься|[^о]сти|йти|тись)(?:\P{L}|$)`)
	casual  = lazy.New(`(?i)^[^.]{0,80}\sкоторых\s|^\P{L}*(?:(?:если|до|при|в случае|в случаях|по|после|на|для|за|с|со|без)\s|\p{L}+(?:щ|ш|нн|т)(?:их|ых|ими|ыми|ую|его|ого|ей|ой)\s)`)
	term    = lazy.New(`(?i)ежегодно|ежеквартально|не реже|не позднее|в течение \S+ (?:\S+ )?(?:дн|месяц|лет)|раз[а]? в год|жыл сайын`)
	paper   = lazy.New(`(?i)^\P{L}*(?:(?:учредительн|типов|письменн|итогов)\p{L}+\s)*(?:устав|положени|договор|соглашени|документ|заявлени|заявк|запрос|протокол|заключени|программ|план|порядок|правила)\p{L}*\s.*(?:предусматривать|содержать|включать|содержит|включает|содержат|включают|указыва(?:е|ю)тся)`)
	cross   = lazy.New(`(?i)настоящ(?:ей|его) (?:статьи|пункта|подпункта|части)`)
)

var modalWeight = map[Modality]float64{Prohibited: 0.6, Obliged: 0.8, Entitled: 0.6, May: 0.6, Prescribed: 0.5, Empowered: 0.6}

// A ranker says how well provisions on a topic serve as its quote.
type ranker struct {
	topic
	d    *corpus.Document
	hits []int // the units that each pattern found in all documents
	// definitions says that the topic is what words mean, so that a definition
	// is not in the way of the norm but the norm.
	definitions bool
}

// provisions returns what was found, the best quote first.
func (r ranker) provisions() []Provision {
	ps := make([]Provision, 0, len(r.units))
	for _, f := range r.units {
		u := f.p.unit
		pr := Provision{Address: f.p.address, Text: u.Text, Citation: r.d.OwnCitation(f.p.address, r.d.Meta.Language),
			Modality: f.modality, matches: f.matches, leads: f.leads, label: u.Label}
		if isLead(u.Text) {
			pr.list = list(f.p)
		}
		head, chapter := r.headed(f.p)
		score := r.topical(f, pr, head, chapter) + r.normative(f, pr, head) + quotable(pr)
		pr.Score = math.Round(1000/(1+math.Exp(1-score))) / 1000
		pr.Quote = plain(pr.runs())
		ps = append(ps, pr)
	}
	// Equal scores keep the order of the act.
	slices.SortStableFunc(ps, func(a, b Provision) int { return cmp.Compare(b.Score, a.Score) })
	return ps
}

// topical weighs how far a provision is on the topic.
func (r ranker) topical(f found, pr Provision, head, chapter bool) float64 {
	score := 0.0
	for _, i := range f.patterns {
		score += patternWeight + rareWeight/math.Log2(2+float64(r.hits[i]))
	}
	if head {
		score += headingWeight
	}
	if chapter {
		score += chapterWeight
	}
	n, matched := utf8.RuneCountInString(pr.Text), 0
	for _, m := range pr.matches {
		matched += utf8.RuneCountInString(pr.Text[m[0]:m[1]])
	}
	if matched > 0 {
		score += densityWeight * min(1, 3*float64(matched)/float64(n))
		if utf8.RuneCountInString(pr.Text[:pr.matches[0][0]]) < earlyLength {
			score += earlyWeight
		}
	}
	return score
}

// normative weighs how far it is a norm: what one has to do, may do or must not.
func (r ranker) normative(f found, pr Provision, head bool) float64 {
	score := modalWeight[pr.Modality]
	switch defines := pr.Modality == Defining; {
	case defines && r.definitions:
		score += definedWeight
	case defines && !head:
		score -= definesPenalty
	}
	if pr.Modality == Defining {
		score += subjectWeight * subject(r.d, pr.Text)
	}
	if !head && !r.definitions && background(f.p) {
		score -= backPenalty
	}
	if !head && (paper.MatchString(pr.Text) || slices.ContainsFunc(pr.leads, paper.MatchString)) {
		score -= paperPenalty
	}
	if in(f.p, corpus.KindPreamble) {
		score -= preamblePen
	}
	if blanket.MatchString(pr.Text) {
		score -= blanketPenalty
	}
	if rest.MatchString(pr.Text) && len(pr.leads) == 0 && utf8.RuneCountInString(pr.Text) < shortText {
		score -= restPenalty
	}
	if isLeaf(f.p.unit) {
		score += leafWeight
	}
	return score - memberPenalty(pr)
}

// quotable weighs how well it can be read alone.
func quotable(pr Provision) float64 {
	score := 0.0
	switch {
	case !isLead(pr.Text):
	case pr.list != "":
		score -= leadPenalty
	default:
		score -= emptyPenalty
	}
	if term.MatchString(pr.Text) {
		score += termWeight
	}
	if cross.MatchString(pr.Text) {
		score -= crossPenalty
	}
	if utf8.RuneCountInString(pr.Text) > longText {
		score -= longPenalty
	}
	return score
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

var definedEnd = lazy.New(`\s(?:признается|признаются|понимается|понимаются|является|являются|[–—-])\s`)

// isLeaf reports whether nothing more specific stands below a unit: further
// paragraphs are beside it rather than below.
func isLeaf(u *corpus.Unit) bool {
	return !slices.ContainsFunc(u.Units, func(c *corpus.Unit) bool { return c.Kind != corpus.KindPassage })
}

// areDefinitions reports whether most of what a category finds in all documents
// defines words.
func areDefinitions(ts []topic) bool {
	defining, all := 0, 0
	for _, t := range ts {
		for _, f := range t.units {
			all++
			if f.modality == Defining {
				defining++
			}
		}
	}
	return 2*defining > all
}
