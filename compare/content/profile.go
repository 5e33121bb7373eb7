package content

import (
	"cmp"
	"slices"

	"svod/compare/norm"
	"svod/corpus"
	"svod/corpus/words"
)

// A Profile sets what acts are made of side by side: their size, what they
// oblige and entitle to, terms and references. Each number has the provisions
// behind it.
type Profile struct {
	Documents  []TopicDocument `json:"documents"`
	Indicators []Indicator     `json:"indicators"`
	Subjects   []SubjectRow    `json:"subjects"`
	Norms      []Norm          `json:"norms"`
	Deadlines  []DeadlineNorm  `json:"deadlines"`
	Mentions   []Mention       `json:"mentions"`
	References []Reference     `json:"references"`

	docs  []*corpus.Document
	names []string
}

// An Indicator is a row of numbers, one for each document.
type Indicator struct {
	ID     string    `json:"id"`
	Values []int     `json:"values"`
	Places [][]Place `json:"places"` // behind each value
}

// A SubjectRow is an actor with the norms that speak of it, by kind: numbers
// of places in Profile.Norms, for each document.
type SubjectRow struct {
	Subject string                `json:"subject"`
	Norms   []map[norm.Kind][]int `json:"norms"`
}

// A DeadlineNorm is a provision that sets a time.
type DeadlineNorm struct {
	Document int            `json:"document"`
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	Rule     norm.Rule      `json:"rule"`
	N        int            `json:"n"`
	Unit     norm.Span      `json:"unit"`
	Days     norm.Days      `json:"days"`
	Date     string         `json:"date,omitempty"`
	Text     string         `json:"text"`  // as the act says it
	Quote    string         `json:"quote"` // around it
}

// Profiles makes the profiles of acts.
func Profiles(docs []*corpus.Document) *Profile {
	p := &Profile{docs: docs, names: names(docs), Norms: []Norm{}, Deadlines: []DeadlineNorm{}, References: []Reference{}, Subjects: []SubjectRow{}}
	texts := make([][]*passage, len(docs))
	for i, d := range docs {
		p.Documents = append(p.Documents, topicDocument(d))
		texts[i] = passagesOf(d)
		p.Norms = append(p.Norms, normsOf(i, d, texts[i])...)
		p.deadlines(i, texts[i])
	}
	p.References = append(p.References, References(docs)...)
	p.Mentions = mentions(docs, texts)
	p.sizes(texts)
	p.kinds()
	p.times()
	p.links(texts)
	p.subjects()
	return p
}

func topicDocument(d *corpus.Document) TopicDocument {
	td := TopicDocument{ID: d.ID, Title: Title(d), Number: d.Meta.Number, Date: d.Meta.Date, Edition: d.Meta.Edition, Language: d.Meta.Language}
	if d.Source != nil {
		td.SHA256 = d.Source.SHA256
	}
	return td
}

// add puts a row of numbers at the end. Values are the sums of the places'
// numbers, a place without one being one.
func (p *Profile) add(id string, places [][]Place) {
	ind := Indicator{ID: id, Places: places}
	for i := range places {
		n := 0
		for _, x := range places[i] {
			n += max(x.N, 1)
		}
		if places[i] == nil {
			ind.Places[i] = []Place{}
		}
		ind.Values = append(ind.Values, n)
	}
	p.Indicators = append(p.Indicators, ind)
}

// sizeKinds are the units that are counted, besides what is repealed.
var sizeKinds = []corpus.Kind{corpus.KindSection, corpus.KindChapter, corpus.KindArticle, corpus.KindClause, corpus.KindSubclause, corpus.KindItem, corpus.KindTable, corpus.KindAppendix}

func (p *Profile) sizes(texts [][]*passage) {
	byKind := map[corpus.Kind][][]Place{}
	for _, k := range sizeKinds {
		byKind[k] = make([][]Place, len(p.docs))
	}
	repealed, counted := make([][]Place, len(p.docs)), make([][]Place, len(p.docs))
	for i, d := range p.docs {
		for a, u := range d.All() {
			switch {
			case u.Repealed:
				repealed[i] = append(repealed[i], Place{Address: a, Citation: d.ShortCitation(a, d.Meta.Language)})
			case byKind[u.Kind] != nil:
				byKind[u.Kind][i] = append(byKind[u.Kind][i], Place{Address: a, Citation: d.ShortCitation(a, d.Meta.Language)})
			}
		}
		counted[i] = wordsByArticle(d, texts[i])
	}
	for _, k := range sizeKinds {
		if slices.ContainsFunc(byKind[k], func(ps []Place) bool { return len(ps) > 0 }) {
			p.add(k.String(), byKind[k])
		}
	}
	p.add("words", counted)
	p.add("repealed", repealed)
}

// wordsByArticle counts the words of each article, or of each clause of acts
// without articles, and of what stands beside them.
func wordsByArticle(d *corpus.Document, ps []*passage) []Place {
	var out []Place
	var buf []words.Word
	for _, x := range ps {
		top := x
		for top.parent != nil && top.unit.Kind > corpus.KindArticle && top.parent.unit.Kind >= corpus.KindArticle {
			top = top.parent
		}
		n := 0
		buf = words.Append(buf[:0], x.unit.Own(), d.Meta.Language)
		for _, w := range buf {
			if w.Part == 0 {
				n++
			}
		}
		if k := len(out); k == 0 || out[k-1].Address != top.address {
			out = append(out, Place{Address: top.address, Citation: d.ShortCitation(top.address, d.Meta.Language)})
		}
		out[len(out)-1].N += n
	}
	return slices.DeleteFunc(out, func(x Place) bool { return x.N == 0 })
}

// kinds counts norms by what they do.
func (p *Profile) kinds() {
	for _, k := range append(norm.Kinds(), Competence) {
		places := make([][]Place, len(p.docs))
		found := false
		for _, n := range p.Norms {
			if n.Kind == k {
				places[n.Document] = append(places[n.Document], Place{Address: n.Address, Citation: n.Citation, Quote: n.Quote})
				found = true
			}
		}
		if found {
			p.add(string(k), places)
		}
	}
}

func (p *Profile) deadlines(doc int, ps []*passage) {
	d := p.docs[doc]
	for _, x := range ps {
		if in(x, corpus.KindPreamble) {
			continue
		}
		text := x.unit.Text
		for _, t := range norm.Read(text, d.Meta.Language).Deadlines() {
			lo, hi := sentenceAround(text, t.Lo)
			p.Deadlines = append(p.Deadlines, DeadlineNorm{Document: doc, Address: x.address, Citation: d.OwnCitation(x.address, d.Meta.Language),
				Rule: t.Rule, N: t.N, Unit: t.Unit, Days: t.Days, Date: t.Date, Text: text[t.Lo:t.Hi],
				Quote: plain(runs(text[lo:hi], [][2]int{{t.Lo - lo, t.Hi - lo}}, maxQuote))})
		}
	}
}

// timeClass says in which row a time is counted.
func timeClass(t DeadlineNorm) string {
	switch {
	case t.Rule == norm.Every:
		return "every"
	case t.Rule == norm.By:
		return "by_date"
	case t.Rule == norm.AtOnce:
		return "at_once"
	case t.Unit == norm.Day && t.Days == norm.Working:
		return "working_days"
	case t.Unit == norm.Day && t.Days == norm.Calendar:
		return "calendar_days"
	case t.Unit == norm.Day:
		return "days"
	}
	return "longer"
}

func (p *Profile) times() {
	for _, class := range []string{"working_days", "calendar_days", "days", "longer", "by_date", "every", "at_once"} {
		places := make([][]Place, len(p.docs))
		for _, t := range p.Deadlines {
			if timeClass(t) == class {
				places[t.Document] = append(places[t.Document], Place{Address: t.Address, Citation: t.Citation, Quote: t.Quote})
			}
		}
		p.add(class, places)
	}
}

// links counts references and terms.
func (p *Profile) links(texts [][]*passage) {
	others, own, referring, terms := make([][]Place, len(p.docs)), make([][]Place, len(p.docs)), make([][]Place, len(p.docs)), make([][]Place, len(p.docs))
	for _, m := range p.Mentions {
		for i, ps := range m.Places {
			if len(ps) > 0 {
				others[i] = append(others[i], Place{Address: ps[0].Address, Citation: ps[0].Citation, Quote: m.Name})
			}
		}
	}
	for i, d := range p.docs {
		for _, x := range texts[i] {
			for _, at := range inner(x.unit.Text, d.Meta.Language) {
				own[i] = append(own[i], Place{Address: x.address, Citation: d.OwnCitation(x.address, d.Meta.Language), Quote: x.unit.Text[at[0]:at[1]]})
			}
		}
	}
	for _, r := range p.References {
		referring[r.Document] = append(referring[r.Document], Place{Address: r.Address, Citation: r.Citation, Quote: r.Text})
	}
	for i, d := range p.docs {
		for _, t := range termsOf(d, texts[i]) {
			terms[i] = append(terms[i], Place{Address: t.Address, Citation: t.Citation, Quote: t.Term})
		}
	}
	p.add("acts_named", others)
	p.add("own_references", own)
	p.add("referring", referring)
	p.add("terms", terms)
}

// subjects gathers norms by the actor they speak of.
func (p *Profile) subjects() {
	rows := map[string]*SubjectRow{}
	for k, n := range p.Norms {
		for _, s := range n.Subjects {
			r := rows[s]
			if r == nil {
				r = &SubjectRow{Subject: s, Norms: make([]map[norm.Kind][]int, len(p.docs))}
				for i := range r.Norms {
					r.Norms[i] = map[norm.Kind][]int{}
				}
				rows[s] = r
			}
			r.Norms[n.Document][n.Kind] = append(r.Norms[n.Document][n.Kind], k)
		}
	}
	weight := func(r *SubjectRow) (acts, n int) {
		for _, m := range r.Norms {
			if len(m) > 0 {
				acts++
			}
			for _, ks := range m {
				n += len(ks)
			}
		}
		return acts, n
	}
	for _, r := range rows {
		p.Subjects = append(p.Subjects, *r)
	}
	slices.SortFunc(p.Subjects, func(a, b SubjectRow) int {
		aa, an := weight(&a)
		ba, bn := weight(&b)
		return cmp.Or(-cmp.Compare(aa, ba), -cmp.Compare(an, bn), cmp.Compare(a.Subject, b.Subject))
	})
}
