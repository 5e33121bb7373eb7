package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// A Mention is another act that an act names.
type Mention struct {
	Name   string    `json:"name"`   // «О некоммерческих организациях», Гражданский кодекс, № 383-V
	Places [][]Place `json:"places"` // by document
}

// A Place is where a number or a finding comes from.
type Place struct {
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	Quote    string         `json:"quote,omitempty"`
	N        int            `json:"n,omitempty"` // of what is counted more than once in a place
}

var (
	// Закон Республики Казахстан «О …», Кодекс … «О …»
	titledAct = lazy.New(`(?i)(?:закон|кодекс|указ|постановлени|приказ|правил|положени)\p{L}*(?:\s+\p{L}+){0,5}\s+(?:от\s+[^«"“„]{4,40})?[«"“„]([^»"”“]{4,200})[»"”“]`)
	// «…» туралы Қазақстан Республикасының Заңы
	kazakhAct = lazy.New(`(?i)[«"“„]([^»"”“]{4,200})[»"”“]\s+(?:Қазақстан\s+Республикасының\s+|ҚР\s+)?(?:Заң|Кодекс|Конституциялық)`)
	// Гражданский кодекс, Кодекс об административных правонарушениях
	namedCode   = lazy.New(`[А-ЯЁ]\p{L}+(?:ый|ий|ого|ому|ым|им|ом)\s+(?:[Пп]роцессуальн\p{L}+\s+)?[Кк]одекс\p{L}*|[Кк]одекс\p{L}*(?:\s+[А-ЯӘІҢҒҮҰҚӨҺ]\p{L}+\s+[А-Я]\p{L}+)?\s+об\s+административных\s+правонарушениях`)
	kazakhCode  = lazy.New(`(?i)\p{L}+(?:тық|тік|дық|дік|лық|лік|ық|ік)\s+(?:процестік\s+)?кодекс\p{L}*|Салық\s+кодекс\p{L}*`)
	adjectiveOf = lazy.New(`(?:ого|ому|ым|ом|его|ему|им|ем)$`)
	theBasicLaw = lazy.New(`Конституци\p{L}*|Конституцияс\p{L}*`)
	numberedAct = lazy.New(`(?:от|жылғы)\s+\d{1,2}[ .][\p{L}\d]+[ .]\d{4}(?:\s+года|\s+г\.)?\s*(?:№|N)\s*(\d+(?:-[IVXІ]+|-\d+)?)`)
	spaceOnly   = lazy.New(`\s+`)
)

// numberGap is how far the number of an act may stand from its title, in bytes.
const numberGap = 24

const basicLaw = "Конституция"

// mentioned returns the acts that a text names, each with where it does.
func mentioned(text string) map[string][2]int {
	out := map[string][2]int{}
	add := func(name string, at []int) {
		name = spaceOnly.ReplaceAllString(strings.TrimSpace(name), " ")
		if _, ok := out[name]; !ok && name != "" {
			out[name] = [2]int{at[0], at[1]}
		}
	}
	var titled [][2]int // where acts are named by title, so that their numbers are no acts of their own
	// Most texts name no act: what all names of a kind have in them is cheap to
	// look for.
	if strings.ContainsAny(text, "«\"“„") {
		for _, m := range append(titledAct.FindAllStringSubmatchIndex(text, -1), kazakhAct.FindAllStringSubmatchIndex(text, -1)...) {
			if title := text[m[2]:m[3]]; looksLikeTitle(title) {
				add("«"+words.Capital(strings.TrimSpace(title))+"»", m[:2])
				titled = append(titled, [2]int{m[0], m[1]})
			}
		}
	}
	if strings.ContainsAny(text, "№N") {
		for _, m := range numberedAct.FindAllStringSubmatchIndex(text, -1) {
			if !slices.ContainsFunc(titled, func(t [2]int) bool { return m[1] > t[0]-numberGap && m[0] < t[1]+numberGap }) {
				add("№ "+text[m[2]:m[3]], m[:2])
			}
		}
	}
	if strings.Contains(text, "одекс") {
		for _, m := range append(namedCode.FindAllStringIndex(text, -1), kazakhCode.FindAllStringIndex(text, -1)...) {
			// «Кодекс "О налогах …" (Налоговый кодекс)» is one act.
			again := slices.ContainsFunc(titled, func(t [2]int) bool { return strings.TrimSpace(text[min(t[1], m[0]):m[0]]) == "(" })
			if s := strings.ToLower(text[m[0]:m[1]]); !again && !strings.Contains(s, "настоящ") && !strings.Contains(s, "осы ") {
				add(codeName(text[m[0]:m[1]]), m)
			}
		}
	}
	if m := theBasicLaw.FindStringIndex(text); m != nil {
		add(basicLaw, m)
	}
	return out
}

// looksLikeTitle tells «О государственных закупках» from a word in quotation
// marks.
func looksLikeTitle(s string) bool {
	l := strings.ToLower(s)
	for _, w := range []string{"о ", "об ", "обо "} {
		if strings.HasPrefix(l, w) {
			return true
		}
	}
	return strings.HasSuffix(l, " туралы")
}

// codeName puts the name of a code into the nominative: «Гражданским кодексом»
// is the Гражданский кодекс.
func codeName(s string) string {
	if strings.Contains(s, "правонарушениях") {
		return "Кодекс об административных правонарушениях"
	}
	var out []string
	for _, w := range strings.Fields(s) {
		l := strings.ToLower(w)
		switch {
		case strings.HasPrefix(l, "кодекс"):
			out = append(out, "кодекс")
		case adjectiveOf.MatchString(l):
			stem := adjectiveOf.ReplaceAllString(w, "")
			if strings.HasSuffix(stem, "к") {
				out = append(out, stem+"ий")
			} else {
				out = append(out, stem+"ый")
			}
		case strings.HasSuffix(l, "ый") || strings.HasSuffix(l, "ий") || strings.HasSuffix(l, "ық") || strings.HasSuffix(l, "ік") || l == "салық":
			out = append(out, w)
		}
	}
	return words.Capital(strings.Join(out, " "))
}

// mentions returns the other acts that each document names, the most named
// first. A place that names an act twice counts once.
func mentions(docs []*corpus.Document, texts [][]*passage) []Mention {
	byName := map[string]*Mention{}
	for i, d := range docs {
		own := strings.ToLower("«" + d.Meta.Title + "»")
		for _, p := range texts[i] {
			for name, at := range mentioned(p.unit.Text) {
				if strings.ToLower(name) == own || name == basicLaw && d.Meta.Type == "constitution" {
					continue
				}
				key := strings.ToLower(name)
				m := byName[key]
				if m == nil {
					m = &Mention{Name: name, Places: make([][]Place, len(docs))}
					byName[key] = m
				}
				m.Name = min(m.Name, name)
				m.Places[i] = append(m.Places[i], Place{Address: p.address, Citation: d.OwnCitation(p.address, d.Meta.Language),
					Quote: plain(runs(p.unit.Text, [][2]int{at}, maxQuote))})
			}
		}
	}
	out := []Mention{}
	total := func(m Mention) (n, acts int) {
		for _, ps := range m.Places {
			n += len(ps)
			if len(ps) > 0 {
				acts++
			}
		}
		return n, acts
	}
	for _, m := range byName {
		for i := range m.Places {
			if m.Places[i] == nil {
				m.Places[i] = []Place{}
			}
		}
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b Mention) int {
		an, aa := total(a)
		bn, ba := total(b)
		return cmp.Or(-cmp.Compare(aa, ba), -cmp.Compare(an, bn), cmp.Compare(a.Name, b.Name))
	})
	return out
}

var (
	unitChain   = lazy.New(`(?i)(?:подпункт|пункт|част|стать|абзац|глав|раздел|приложени|параграф)\p{L}*\s+(?:\d[\d-]*[⁰¹²³⁴-⁹]*\)?(?:\s*(?:,|и|или|–|-)\s*\d[\d-]*\)?)*|(?:перв|втор|трет|четверт|пят|шест)\p{L}+)`)
	kazakhChain = lazy.New(`(?:\d[\d-]*-(?:бап|бабы|тарау|тармақ|тармағ|бөлік|бөліг)\p{L}*|\d[\d-]*\)(?:(?:,|\s+және)\s+\d[\d-]*\))*\s+тармақша\p{L}*)(?:\s+(?:\d[\d-]*-(?:бап|бабы|тарау|тармақ|тармағ|бөлік|бөліг)\p{L}*|(?:\d[\d-]*\)(?:,|\s+және)?\s+)+тармақша\p{L}*))*`)
	kazakhOther = lazy.New(`(?:Заң|Кодекс|Конституция)\p{L}*\s*$`)
	// What stands behind a chain of provisions of another act.
	ofOther = lazy.New(`(?i)^\s*(?:\p{L}+\s+){0,2}?(?:Закон|Кодекс|Конституци|Указ|Правил|Положени)\p{L}*`)
)

// inner returns where a text refers to a provision of its own act: a chain
// («подпункты 2) и 3) пункта 1 статьи 5») is one reference.
func inner(text, lang string) [][2]int {
	var out [][2]int
	if lang == "kk" {
		for _, m := range kazakhChain.FindAllStringIndex(text, -1) {
			if rest := text[:m[0]]; !kazakhOther.MatchString(rest) {
				out = append(out, [2]int{m[0], m[1]})
			}
		}
		return out
	}
	all := unitChain.FindAllStringIndex(text, -1)
	for i := 0; i < len(all); i++ {
		lo, hi := all[i][0], all[i][1]
		for i+1 < len(all) && strings.TrimSpace(text[hi:all[i+1][0]]) == "" {
			i++
			hi = all[i][1]
		}
		rest := strings.TrimLeft(text[hi:], " ")
		if strings.HasPrefix(strings.ToLower(rest), "настоящ") || ofOther.FindString(rest) == "" {
			out = append(out, [2]int{lo, hi})
		}
	}
	return out
}
