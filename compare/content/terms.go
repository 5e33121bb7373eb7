package content

import (
	"strings"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// A Term is a word that an act defines.
type Term struct {
	Term     string         `json:"term"`            // as the act writes it
	Alias    string         `json:"alias,omitempty"` // «(далее – …)»
	Text     string         `json:"text"`            // the definition
	How      string         `json:"how"`             // list, under, is, dash, short
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	// Uses is how often the act uses the term, or its short form, elsewhere.
	Uses int `json:"uses"`

	key, aliasKey string // stems
}

// The ways in which acts define.
const (
	inList    = "list"  // основные понятия: 1) общественный совет – …
	underWord = "under" // под … понимается …
	heldToBe  = "is"    // … признается …
	byDash    = "dash"  // … – это …
	shortForm = "short" // (далее – …): a name for what stands before it
)

var (
	definesTerms = lazy.New(`(?i)(?:поняти[яй]|термин[ыо]в?|определени[яй]|ұғымдар|терминдер|анықтамалар)[^.]*:\s*$`)
	termsVerb    = lazy.New(`(?i)использу|применя|мынадай|пайдалан|қолдан|следующ|означа`)
	longDash     = lazy.New(`\s+[–—-]\s+|\s*[–—]\s+|\s+[–—]\s*`)
	underThe     = lazy.New(`(?:^|[.;]\s+)Под\s+([^.;:]{3,160}?)\s+(?:в\s+(?:настоящ|целях)[^.;]*?\s+)?понима(?:ется|ются)\s+([^;]+)`)
	isHeldToBe   = lazy.New(`^([А-ЯЁ][^.;:]{3,120}?)\s+(?:призна|явля)(?:ется|ются)(?:\s+([^;]+)|:)`)
	// «Целью совета является …» says what a thing has, not what it is.
	hasSuch    = lazy.New(`(?i)^(?:\p{L}+(?:ым|им|ой|ей|ыми|ими)\s+)*(?:цел|задач|предмет|принцип|основан|источник|участник|член|форм|вид|мер|срок|результат|услови|адрес|учредител|документ|язык|доказательств|признак|причин|гаранти|обязанност|прав|полномочи|функци|направлени|формой)\p{L}*|^(?:высш|руководящ|исполнительн)`)
	dashThisIs = lazy.New(`^([А-ЯЁ][^.;:–—]{3,120}?)\s+[–—-]\s+это\s+([^;]+)`)
	hereafter  = lazy.New(`(?i)\(\s*(?:далее(?:\s+по\s+тексту)?|бұдан\s+әрі)\s*[–—-]\s*([^()]{2,90})\)`)
	byEnding   = lazy.New(`(?i)^\p{L}*(?:ым|им|ой|ей|ом|ем|ыми|ими|ами|ями)\s`)
)

// termsOf returns the terms that a document defines, in order.
func termsOf(d *corpus.Document, ps []*passage) []Term {
	var out []Term
	lang := d.Meta.Language
	forms := formsOf(ps, lang)
	add := func(p *passage, how, term, text string) {
		term = strings.Trim(strings.TrimSpace(term), `"«»“”„ ,`)
		t := Term{How: how, Address: p.address, Citation: d.OwnCitation(p.address, lang), Text: strings.TrimSpace(text)}
		if m := hereafter.FindStringSubmatchIndex(term); m != nil {
			t.Alias = strings.TrimSpace(term[m[2]:m[3]])
			term = strings.TrimSpace(term[:m[0]] + term[m[1]:])
		}
		t.Term = foldSpace(term)
		if how == underWord || how == heldToBe {
			t.Term = termNominative(t.Term, forms)
		}
		if t.key = stemKey(t.Term, lang); t.key == "" || t.Text == "" {
			return
		}
		t.aliasKey = stemKey(t.Alias, lang)
		out = append(out, t)
	}
	for _, p := range ps {
		text := p.unit.Text
		if lead := leadIn(p); definesTerms.MatchString(lead) && termsVerb.MatchString(lead) {
			if term, def, ok := cutTerm(text); ok {
				add(p, inList, term, strings.TrimRight(def, ";"))
				continue
			}
		}
		defined := map[string]bool{}
		if !mayDefine(text) {
			continue
		}
		for _, m := range underThe.FindAllStringSubmatch(text, -1) {
			add(p, underWord, m[1], firstSentence(m[2]))
			defined[m[1]] = true
		}
		if m := isHeldToBe.FindStringSubmatch(text); m != nil && byEnding.MatchString(m[1]+" ") && !hasSuch.MatchString(m[1]) {
			def := firstSentence(m[2])
			if isLead(text) {
				def += list(p)
			}
			add(p, heldToBe, m[1], def)
		}
		if m := dashThisIs.FindStringSubmatch(text); m != nil {
			add(p, byDash, m[1], firstSentence(m[2]))
		}
		for _, m := range hereafter.FindAllStringSubmatchIndex(text, -1) {
			lo, _ := sentenceAround(text, m[0])
			add(p, shortForm, text[m[2]:m[3]], endOf(foldSpace(text[lo:m[0]]), 12))
		}
	}
	countUses(d, ps, out)
	return out
}

// mayDefine reports whether a text has a word without which it defines
// nothing.
func mayDefine(text string) bool {
	for _, w := range []string{"понима", "призна", "являет", "являют", " это ", "алее", "ұдан әрі"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// cutTerm cuts a member of a list of terms at its dash, which stands outside
// brackets.
func cutTerm(s string) (term, text string, ok bool) {
	for _, m := range longDash.FindAllStringIndex(s, -1) {
		before := s[:m[0]]
		if strings.Count(before, "(") > strings.Count(before, ")") {
			continue
		}
		if before == "" || utf8.RuneCountInString(before) > 250 {
			return "", "", false
		}
		return before, s[m[1]:], true
	}
	return "", "", false
}

func firstSentence(s string) string {
	_, hi := sentenceAround(s, 0)
	return strings.TrimSpace(s[:hi])
}

// stemKey returns the stems of a term: terms that differ in case and number
// only have the same.
func stemKey(s, lang string) string { return strings.Join(stemsOf(s, lang), " ") }

func stemsOf(s, lang string) []string {
	var out []string
	for _, w := range words.Split(s, lang) {
		if w.Part == 0 {
			out = append(out, w.Stem)
		}
	}
	return out
}

// endOf returns the end of a text, at most n words.
func endOf(s string, n int) string {
	f := strings.Fields(s)
	if len(f) <= n {
		return s
	}
	return ellipsis + " " + strings.Join(f[len(f)-n:], " ")
}

// countUses counts where an act uses its terms, or their short forms, outside
// of where it defines them.
func countUses(d *corpus.Document, ps []*passage, terms []Term) {
	type name struct {
		term  int
		stems []string
	}
	byFirst := map[string][]name{}
	put := func(i int, key string) {
		if key != "" {
			f := strings.Fields(key)
			byFirst[f[0]] = append(byFirst[f[0]], name{i, f})
		}
	}
	for i, t := range terms {
		put(i, t.key)
		if t.aliasKey != t.key {
			put(i, t.aliasKey)
		}
	}
	for _, p := range ps {
		stems := stemsOf(p.unit.Own(), d.Meta.Language)
		for k, s := range stems {
			last := -1
			for _, n := range byFirst[s] {
				if n.term != last && terms[n.term].Address != p.address && hasStems(stems[k:], n.stems) {
					terms[n.term].Uses++
					last = n.term // its short form may begin as it does
				}
			}
		}
	}
}

func hasStems(stems, want []string) bool {
	if len(stems) < len(want) {
		return false
	}
	for i, s := range want {
		if stems[i] != s {
			return false
		}
	}
	return true
}
