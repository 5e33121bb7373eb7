package content

import (
	"strings"
	"unicode"

	"svod/corpus/lazy"

	"svod/compare/norm"
	"svod/corpus"
)

// Competence is what a body does by the present tense of a list that its name
// leads in: «Уполномоченный орган: 1) утверждает …».
const Competence norm.Kind = "competence"

// A Norm is a place where an act obliges, entitles, forbids …
type Norm struct {
	Document int            `json:"document"` // its place among the documents
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	Kind     norm.Kind      `json:"kind"`
	Subjects []string       `json:"subjects"` // who, in the singular; empty when the text names nobody for sure
	Quote    string         `json:"quote"`
}

// normsOf returns the norms of a document. A list that a modal word leads in,
// «Совет обязан: 1) … 2) …», has as many norms as members.
func normsOf(doc int, d *corpus.Document, ps []*passage) []Norm {
	lang := d.Meta.Language
	var out []Norm
	for _, p := range ps {
		text := p.unit.Text
		if text == "" || in(p, corpus.KindPreamble) {
			continue
		}
		n := Norm{Document: doc, Address: p.address, Citation: d.OwnCitation(p.address, lang)}
		if lead := strings.TrimSpace(leadIn(p)); lead != "" {
			n.Quote = plain(Provision{Text: text, leads: []string{lead}, label: p.unit.Label}.runs())
			if m, ok := ofEach(lead, lang); ok {
				n.Kind, n.Subjects = m.Kind, orNone(norm.Read(lead, lang).Subjects(m))
				out = append(out, n)
				continue
			}
			if who := norm.Read(lead, lang).Lead(); who != nil && presentTense(text) {
				n.Kind, n.Subjects = Competence, who
				out = append(out, n)
				continue
			}
		}
		each, hasEach := ofEach(text, lang)
		read := norm.Read(text, lang)
		for _, m := range read.Modals() {
			if hasEach && m.Lo == each.Lo && list(p) != "" {
				continue // said of each member of the list below
			}
			lo, hi := sentenceAround(text, m.Lo)
			quoted := text[lo:hi]
			if hi == len(text) && isLead(text) {
				quoted += list(p)
			}
			n.Kind, n.Subjects = m.Kind, orNone(read.Subjects(m))
			n.Quote = plain(runs(quoted, [][2]int{{m.Lo - lo, m.Hi - lo}}, maxQuote))
			out = append(out, n)
		}
	}
	return out
}

func orNone(who []string) []string {
	if who == nil {
		return []string{}
	}
	return who
}

var (
	infinitive = lazy.New(`(?i)\p{L}{2,}(?:ть|ться|чь|ти|тись)(?:[^\p{L}]|$)`)
	cases      = lazy.New(`(?i)случа|услови|обстоятельств|основани|если`)
)

// ofEach returns the modal word of a lead-in that is said of each member of its
// list: «Совет обязан:», not «Устав должен содержать:», whose list is what the
// one duty is about, nor «может быть исключен в случаях:».
func ofEach(lead, lang string) (norm.Modal, bool) {
	ms := norm.Read(lead, lang).Modals()
	if len(ms) == 0 || !isLead(lead) {
		return norm.Modal{}, false
	}
	m := ms[len(ms)-1]
	rest := lead[m.Hi:]
	if strings.Contains(rest, ". ") || infinitive.MatchString(rest) || cases.MatchString(rest) {
		return norm.Modal{}, false
	}
	return m, true
}

// presentTense reports whether a member of a list begins with a verb in the
// present tense: «утверждает правила», «ежегодно до 1 мая представляет».
func presentTense(s string) bool {
	for i, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if i == 6 || strings.HasPrefix(w, "котор") {
			break
		}
		for _, e := range []string{"ет", "ют", "ит", "ят", "ут", "ат", "ется", "ются", "ится", "ятся"} {
			if len(w) > 2*len(e) && strings.HasSuffix(w, e) && !nounsLikeVerbs[w] {
				return true
			}
		}
	}
	return false
}

// nounsLikeVerbs end as verbs do.
var nounsLikeVerbs = map[string]bool{"бюджет": true, "совет": true, "отчет": true, "комитет": true, "интернет": true, "предмет": true, "расчет": true, "учет": true,
	"депутат": true, "результат": true, "аппарат": true, "институт": true, "акимат": true, "секретариат": true, "департамент": true, "кабинет": true,
	"лимит": true, "кредит": true, "аудит": true, "дефицит": true, "приоритет": true, "авторитет": true, "пакет": true, "объект": true, "статут": true}

// sentenceAround returns the bounds of the sentence that holds at.
func sentenceAround(s string, at int) (lo, hi int) {
	lo = sentenceStart(s, at)
	for hi = at; ; {
		i := strings.IndexAny(s[hi:], ".!?\n")
		if i < 0 {
			return lo, len(s)
		}
		hi += i + 1
		if sentenceStart(s, min(len(s), hi+3)) >= hi || hi >= len(s) {
			return lo, hi
		}
	}
}

// passagesOf returns the passages of a document that say something.
func passagesOf(d *corpus.Document) []*passage {
	var ps []*passage
	for _, a := range articles(d, corpus.KindRow, nil) {
		ps = append(ps, a.passages...)
	}
	return ps
}
