package bodies

import (
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/words"
)

// By says what told whose document it is.
type By string

// The ways, surest first.
const (
	ByAttribute By = "attribute" // what the user said of the document
	ByBody      By = "body"      // the body that the document itself names
	ByTitle     By = "title"
	ByFile      By = "file"
	ByText      By = "text" // the first lines
)

// A Doubt is why a match should be looked at.
type Doubt string

// The doubts.
const (
	DoubtNone      Doubt = ""
	DoubtAlias     Doubt = "alias"     // named by a short or former form, which may mean something else
	DoubtContinues Doubt = "continues" // the name goes on: «Министерства культуры и …»
	DoubtDate      Doubt = "date"      // the body did not exist at the time of the document
	DoubtPlace     Doubt = "place"     // only the file's name or the first lines of the text name it
	DoubtSeveral   Doubt = "several"   // several bodies are named: Candidates
	DoubtUnknown   Doubt = "unknown"   // the attribute names a body that the register doesn't have
)

// A Match is whose document it is.
type Match struct {
	Doc        *corpus.Document
	Body       *Body // nil if none, or several
	By         By
	Words      string // that told it: «Северной области»
	Doubt      Doubt
	Candidates []*Body // when several are named
}

// attributeKeys are the attributes that name a body or its region.
var attributeKeys = []string{"орган", "body", "регион", "region"}

// headLines is how many lines at the beginning of a text may say whose it is.
const headLines = 12

// Match finds the body of each document. The surest way that names any decides;
// the others are not asked.
func (r *Register) Match(docs []*corpus.Document) []Match {
	m := newMatcher(r)
	out := make([]Match, len(docs))
	for i, d := range docs {
		out[i] = m.document(d)
	}
	return out
}

type matcher struct{ names []matchName }

// A matchName is one way to call a body, cut into words.
type matchName struct {
	body  *Body
	lang  string
	words []words.Word
	full  bool // a name, not an alias
}

func newMatcher(r *Register) *matcher {
	m := &matcher{}
	add := func(b *Body, text, lang string, full bool) {
		if ws := whole(text, lang); len(ws) > 0 {
			m.names = append(m.names, matchName{b, lang, ws, full})
		}
	}
	for _, b := range r.Bodies {
		for _, n := range b.Names {
			add(b, n.Text, "ru", true)
			add(b, n.Kazakh, "kk", true)
		}
		for _, a := range b.Aliases {
			add(b, a, words.Language(a), false)
		}
	}
	return m
}

func (m *matcher) document(d *corpus.Document) Match {
	unknown := ""
	for _, key := range attributeKeys {
		v := d.Attributes[key]
		if v == "" {
			continue
		}
		if hits := m.value(v); len(hits) > 0 {
			return m.decide(d, ByAttribute, hits)
		}
		if unknown == "" {
			unknown = v
		}
	}
	places := []struct {
		by   By
		text string
	}{{ByBody, d.Meta.Body}, {ByTitle, d.Meta.Title}}
	if d.Meta.Origin["body"] == "user" {
		places[0].by = ByAttribute
	}
	if d.Source != nil {
		places = append(places, struct {
			by   By
			text string
		}{ByFile, strings.NewReplacer("_", " ", "-", " ", ".", " ").Replace(d.Source.Name)})
		for _, l := range d.Source.Lines[:min(headLines, len(d.Source.Lines))] {
			places = append(places, struct {
				by   By
				text string
			}{ByText, l.Text})
		}
	}
	for _, p := range places {
		if hits := m.find(p.text); len(hits) > 0 {
			match := m.decide(d, p.by, hits)
			if unknown != "" && match.Doubt == DoubtNone {
				match.Doubt = DoubtUnknown
			}
			return match
		}
	}
	if unknown != "" {
		return Match{Doc: d, By: ByAttribute, Words: unknown, Doubt: DoubtUnknown}
	}
	return Match{Doc: d}
}

// A hit is a name that stands in a text.
type hit struct {
	name      matchName
	lo, hi    int // words
	text      string
	continues bool // «и» and more behind it
}

// decide makes a match of the hits in one place.
func (m *matcher) decide(d *corpus.Document, by By, hits []hit) Match {
	var candidates []*Body
	for _, h := range hits {
		if !slices.Contains(candidates, h.name.body) {
			candidates = append(candidates, h.name.body)
		}
	}
	if len(candidates) > 1 { // names are surer than aliases
		full := slices.DeleteFunc(slices.Clone(hits), func(h hit) bool { return !h.name.full })
		if len(full) > 0 && !slices.ContainsFunc(full, func(h hit) bool { return h.name.body != full[0].name.body }) {
			return m.decide(d, by, full)
		}
		return Match{Doc: d, By: by, Words: hits[0].text, Doubt: DoubtSeveral, Candidates: candidates}
	}
	h := hits[0]
	match := Match{Doc: d, Body: h.name.body, By: by, Words: h.text}
	date := dateOf(d)
	switch {
	case date != "" && !h.name.body.at(date):
		match.Doubt = DoubtDate
	case by == ByAttribute: // the user's own words are not doubted
	case h.continues:
		match.Doubt = DoubtContinues
	case by == ByFile || by == ByText:
		match.Doubt = DoubtPlace
	case !h.name.full:
		match.Doubt = DoubtAlias
	}
	return match
}

// dateOf is the year or the date that a document speaks of.
func dateOf(d *corpus.Document) string {
	for _, key := range []string{"год", "year"} {
		if v := d.Attributes[key]; dateForm.MatchString(v) {
			return v
		}
	}
	if dateForm.MatchString(d.Meta.Date) {
		return d.Meta.Date
	}
	return ""
}

// value finds what the value of an attribute names: a body whose name it is or
// has in it, else the body of whose name it is a part: «Северная».
func (m *matcher) value(v string) []hit {
	if hits := m.find(v); len(hits) > 0 {
		return hits
	}
	var hits []hit
	for _, n := range m.names {
		ws := whole(v, n.lang)
		if n.full && len(ws) > 0 && len(stretches(n.words, ws)) > 0 {
			hits = append(hits, hit{name: n, text: v})
		}
	}
	return hits
}

// find returns the names that stand in a text, without those inside of longer
// ones.
func (m *matcher) find(text string) []hit {
	if text == "" {
		return nil
	}
	texts := map[string][]words.Word{"ru": whole(text, "ru"), "kk": whole(text, "kk")}
	var hits []hit
	for _, n := range m.names {
		ws := texts[n.lang]
		for _, lo := range stretches(ws, n.words) {
			hi := lo + len(n.words)
			h := hit{name: n, lo: lo, hi: hi, text: text[ws[lo].Lo:ws[hi-1].Hi]}
			h.continues = n.body.Level == Central && hi+1 < len(ws) && (ws[hi].Form == "и" || ws[hi].Form == "және") && text[ws[hi-1].Hi:ws[hi].Lo] == " "
			hits = append(hits, h)
		}
	}
	inside := func(a, b hit) bool { return b.lo <= a.lo && a.hi <= b.hi && b.hi-b.lo > a.hi-a.lo }
	return slices.DeleteFunc(slices.Clone(hits), func(a hit) bool {
		return slices.ContainsFunc(hits, func(b hit) bool { return inside(a, b) })
	})
}

// stretches returns where a row of words stands in another.
func stretches(ws, name []words.Word) []int {
	var at []int
	for lo := 0; lo+len(name) <= len(ws); lo++ {
		same := true
		for i := range name {
			if same = sameWord(ws[lo+i], name[i]); !same {
				break
			}
		}
		if same {
			at = append(at, lo)
		}
	}
	return at
}

// abbreviations are short for the words that names of bodies are made of.
var abbreviations = map[string]string{"г": "город", "гор": "город", "обл": "область", "мин-во": "министерство", "респ": "республика", "қ": "қала"}

// whole returns the words of a text, compounds undivided, short forms written
// out.
func whole(text, lang string) []words.Word {
	var out []words.Word
	for _, w := range words.Split(text, lang) {
		if w.Part > 0 {
			continue
		}
		if long, ok := abbreviations[w.Form]; ok {
			w.Form, w.Stem = long, words.Stem(long, lang)
		}
		out = append(out, w)
	}
	return out
}

// minRoot is the least length of what two forms of a short name share.
const minRoot = 3

// sameWord tells whether two words are forms of one: by their stems, or, as
// stems of names are not always one (Абай, Абая), by what precedes a short ending.
func sameWord(a, b words.Word) bool {
	if a.Form == b.Form || a.Stem == b.Stem {
		return true
	}
	x, y := []rune(a.Form), []rune(b.Form)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= minRoot && len(x)-n <= 1 && len(y)-n <= 1 && caseEnding(x[n:]) && caseEnding(y[n:])
}

// caseEnding tells whether letters may be the ending of a name in one case.
func caseEnding(s []rune) bool {
	return len(s) == 0 || strings.ContainsRune("аяыиоеуюйь", s[0])
}
