package content

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/compare"
	"svod/compare/norm"
	"svod/corpus"
	"svod/corpus/words"
)

// Conflicts are provisions of different acts on the same matter that differ in
// what a norm turns on: its modality, a number, a time, the one it addresses.
// They are to be checked: whether they conflict is for a lawyer to say.
type Conflicts struct {
	Documents []TopicDocument `json:"documents"`
	Rows      []Conflict      `json:"rows"`  // the surest first
	Pairs     int             `json:"pairs"` // of provisions that were compared

	docs  []*corpus.Document
	names []string
}

// A Conflict is a pair of statements.
type Conflict struct {
	A           Statement    `json:"a"`
	B           Statement    `json:"b"`
	Score       float64      `json:"score"` // how sure it is that both are on one matter, from 0 to 1
	Differences []Difference `json:"differences"`
	Dates       bool         `json:"dates"` // the acts are in editions of different dates
}

// A Statement is a sentence of a provision, or a member of a list with the
// words that lead it in.
type Statement struct {
	Document int            `json:"document"`
	Address  corpus.Address `json:"address"`
	Citation string         `json:"citation"`
	Lead     string         `json:"lead,omitempty"`
	Text     string         `json:"text"`
}

// A Difference is what two statements say differently, in the words of each.
type Difference struct {
	Kind string `json:"kind"` // modality, deadline, number, addressee
	A    string `json:"a"`
	B    string `json:"b"`
}

// The kinds of differences.
const (
	ofModality  = "modality"
	ofDeadline  = "deadline"
	ofNumber    = "number"
	ofAddressee = "addressee"
)

const (
	// sameMatter is how alike two statements are that are on one matter;
	// sameNorm and sameDeed how alike they are for a difference of modality,
	// and of who is addressed, to say something.
	sameMatter = 0.4
	sameNorm   = 0.55
	sameDeed   = 0.6
	// surelyNear is how alike two statements are that make a pair if one is
	// the other's nearest, though that has a nearer one.
	surelyNear = 0.55
	// sharedStems is how many words two such statements share at least.
	sharedStems = 3
)

// FindConflicts compares the provisions of acts that are near to each other.
func FindConflicts(docs []*corpus.Document) *Conflicts {
	c := &Conflicts{docs: docs, names: names(docs), Rows: []Conflict{}}
	f := newStatements(docs)
	for _, d := range docs {
		c.Documents = append(c.Documents, topicDocument(d))
	}
	pairs := compare.Pairs(docs)
	c.Pairs = len(pairs)
	near := map[counterpart]match{}
	for _, p := range pairs {
		for _, a := range f.of[p.A] {
			for _, b := range f.of[p.B] {
				f.meet(near, a, b)
			}
		}
	}
	met := map[[2]*statement]bool{}
	for _, x := range f.all {
		for doc := range docs {
			m, ok := near[counterpart{x, doc}]
			if !ok || m.score < surelyNear && near[counterpart{m.with, x.Document}].with != x {
				continue
			}
			a, b := x, m.with
			if b.Document < a.Document {
				a, b = b, a
			}
			if ds := f.differences(a, b, m.score); len(ds) > 0 && !met[[2]*statement{a, b}] {
				met[[2]*statement{a, b}] = true
				c.Rows = append(c.Rows, Conflict{A: a.Statement, B: b.Statement, Score: math.Round(1000*m.score) / 1000, Differences: ds,
					Dates: docs[a.Document].Meta.Edition != docs[b.Document].Meta.Edition})
			}
		}
	}
	slices.SortStableFunc(c.Rows, func(x, y Conflict) int {
		return cmp.Or(-cmp.Compare(x.sure(), y.sure()), cmp.Compare(x.A.Document, y.A.Document), cmp.Compare(x.B.Document, y.B.Document),
			cmp.Compare(x.A.Address, y.A.Address), cmp.Compare(x.B.Address, y.B.Address))
	})
	return c
}

// sure orders the rows: a difference in time or number is plainer than one in
// who is addressed, as acts address different ones by their nature.
func (c Conflict) sure() float64 {
	best := 0.0
	for _, d := range c.Differences {
		best = max(best, map[string]float64{ofDeadline: 1, ofNumber: 0.95, ofModality: 0.9, ofAddressee: 0.7}[d.Kind])
	}
	return math.Round(1000*best*c.Score) / 1000
}

// A statement is one with what it turns on.
type statement struct {
	Statement
	modals    map[string]string // class of modality: the word
	deadlines []norm.Deadline
	amounts   []norm.Quantity
	who       []string // subjects
	by        []string // agents
	counts    map[int]float64
	vec       []weight // by stem
}

// A weight is a stem of a statement with what it weighs: the rarer, the more.
type weight struct {
	stem int
	w    float64
}

// A counterpart is what a statement has in another document.
type counterpart struct {
	of  *statement
	doc int
}

// A match is the statement that is nearest to one.
type match struct {
	with        *statement
	score, rank float64
}

// statements finds the statements of acts.
type statements struct {
	all  []*statement // in the order of documents
	of   map[compare.Spot][]*statement
	ids  map[string]int // of stems
	df   []int          // in how many statements a stem stands
	docs []*corpus.Document
}

func newStatements(docs []*corpus.Document) *statements {
	f := &statements{of: map[compare.Spot][]*statement{}, ids: map[string]int{}, docs: docs}
	for i, d := range docs {
		for _, p := range passagesOf(d) {
			spots := []compare.Spot{}
			for q := p; q != nil; q = q.parent {
				spots = append(spots, compare.Spot{Document: i, Address: q.address})
			}
			for _, s := range f.read(i, d, p) {
				f.all = append(f.all, s)
				for _, spot := range spots {
					f.of[spot] = append(f.of[spot], s)
				}
			}
		}
	}
	for _, s := range f.all {
		for stem, n := range s.counts {
			s.vec = append(s.vec, weight{stem, math.Sqrt(n) * math.Log(1+float64(len(f.all))/float64(f.df[stem]))})
		}
		slices.SortFunc(s.vec, func(a, b weight) int { return cmp.Compare(a.stem, b.stem) })
		sum := 0.0
		for _, x := range s.vec {
			sum += x.w * x.w
		}
		for i := range s.vec {
			s.vec[i].w /= math.Sqrt(sum)
		}
	}
	return f
}

// read cuts a passage into statements.
func (f *statements) read(doc int, d *corpus.Document, p *passage) []*statement {
	text, lang := p.unit.Text, d.Meta.Language
	lead := strings.TrimSpace(leadIn(p))
	if definesTerms.MatchString(lead) || in(p, corpus.KindPreamble) {
		return nil
	}
	var out []*statement
	for at := 0; at < len(text); {
		_, hi := sentenceAround(text, at)
		if hi <= at {
			hi = len(text)
		}
		s := &statement{Statement: Statement{Document: doc, Address: p.address, Citation: d.OwnCitation(p.address, lang), Lead: lead, Text: strings.TrimSpace(text[at:hi])}}
		at = hi
		f.turns(s, lang)
		if _, each := ofEach(s.Text, lang); each && list(p) != "" || blanket.MatchString(s.Text) || len(s.counts) < sharedStems {
			lead = ""
			continue // said of each member below; of «иные полномочия»; of nothing
		}
		for stem := range s.counts {
			f.df[stem]++
		}
		out = append(out, s)
		lead = "" // it leads in the first sentence
	}
	return out
}

// turns finds what a statement turns on, and what it is about besides.
func (f *statements) turns(s *statement, lang string) {
	s.modals = map[string]string{}
	read := norm.Read(s.Text, lang)
	s.deadlines, s.amounts, s.by = read.Deadlines(), read.Quantities(), read.Agents()
	cut := make([]bool, len(s.Text)+1)
	drop := func(lo, hi int) {
		for i := lo; i < hi; i++ {
			cut[i] = true
		}
	}
	for _, d := range s.deadlines {
		drop(d.Lo, d.Hi)
	}
	for _, q := range s.amounts {
		drop(q.Lo, q.Hi)
	}
	of, ms := s.Text, read.Modals()
	for _, m := range ms {
		drop(m.Lo, m.Hi)
	}
	if s.Lead != "" {
		if m, ok := ofEach(s.Lead, lang); ok {
			of, ms, read = s.Lead, []norm.Modal{m}, norm.Read(s.Lead, lang)
		} else if len(ms) == 0 {
			s.who = norm.Read(s.Lead, lang).Lead()
		}
	}
	for _, m := range ms {
		class := "must"
		switch {
		case m.Kind.Forbids():
			class = "no"
		case m.Kind == norm.NotObliged:
			continue
		case m.Kind == norm.May && limited.MatchString(s.Text):
			continue // «может … не более двух раз» is «не может … более двух раз»
		case m.Kind == norm.May || m.Kind == norm.Entitled:
			class = "may"
		}
		if s.modals[class] == "" {
			s.modals[class] = of[m.Lo:m.Hi]
		}
		s.who = append(s.who, read.Subjects(m)...)
	}
	s.counts = map[int]float64{}
	actors := actorStems(append(slices.Clone(s.who), s.by...), lang)
	for _, w := range words.Split(s.Text, lang) {
		if w.Part == 0 && !cut[w.Lo] && !small[w.Form] && !actors[w.Stem] {
			s.counts[f.id(w.Stem)]++
		}
	}
}

func (f *statements) id(stem string) int {
	id, ok := f.ids[stem]
	if !ok {
		id = len(f.ids)
		f.ids[stem] = id
		f.df = append(f.df, 0)
	}
	return id
}

var limited = lazy.New(`(?i)не\s+(?:более|менее|чаще|ранее|позднее|иначе)|только|лишь`)

func actorStems(who []string, lang string) map[string]bool {
	m := map[string]bool{}
	for _, w := range who {
		for _, s := range stemsOf(w, lang) {
			m[s] = true
		}
	}
	return m
}

// small words say nothing of the matter.
var small = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`и в во на по при для до от из за с со к ко о об обо у под без не ни или либо а но также если когда что чтобы как его ее их
		этот этого это настоящий настоящего настоящей настоящим закон закона законом законодательством республики казахстан российской федерации
		статьи статьей статье пункта пункте подпунктом подпунктами иные иных другие день дня года год порядке порядок установленном случае случаях
		том числе быть является являются который которые которых предусмотренных предусмотренные предусмотренном соответствии`) {
		m[w] = true
	}
	return m
}()

// sameBonus puts a statement that says the same before one that is as near and
// does not: where bodies have like powers, each has its own counterpart.
const sameBonus = 0.01

// meet compares two statements, and makes each the other's nearest if it is.
func (f *statements) meet(near map[counterpart]match, a, b *statement) {
	score := alike(a, b)
	if score < sameMatter {
		return
	}
	rank := score
	if len(f.differences(a, b, score)) == 0 {
		rank += sameBonus
	}
	for _, x := range [2][2]*statement{{a, b}, {b, a}} {
		k := counterpart{x[0], x[1].Document}
		if had, ok := near[k]; !ok || rank > had.rank || rank == had.rank && before(x[1], had.with) {
			near[k] = match{x[1], score, rank}
		}
	}
}

// before orders statements that are as near as each other.
func before(a, b *statement) bool {
	return cmp.Or(cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Address, b.Address)) < 0
}

// alike returns how alike two statements are by their words, the rare ones
// above all; without words enough in common they are not.
func alike(a, b *statement) float64 {
	sum, shared := 0.0, 0
	for i, j := 0, 0; i < len(a.vec) && j < len(b.vec); {
		switch x, y := a.vec[i], b.vec[j]; {
		case x.stem < y.stem:
			i++
		case x.stem > y.stem:
			j++
		default:
			sum += x.w * y.w
			shared++
			i++
			j++
		}
	}
	if shared < sharedStems {
		return 0
	}
	return math.Round(1e6*sum) / 1e6
}

// differences returns what two statements on one matter say differently.
func (f *statements) differences(a, b *statement, score float64) []Difference {
	var out []Difference
	add := func(kind, x, y string) { out = append(out, Difference{kind, x, y}) }
	if x, y, ok := otherTimes(a, b); ok {
		add(ofDeadline, x, y)
	}
	if x, y, ok := otherAmounts(a, b); ok {
		add(ofNumber, x, y)
	}
	if x, y, ok := otherModals(a.modals, b.modals); ok && score >= sameNorm {
		add(ofModality, x, y)
	}
	if score >= sameDeed {
		if x, y, ok := apart(a.who, b.who); ok {
			add(ofAddressee, x, y)
		} else if x, y, ok := apart(a.by, b.by); ok {
			add(ofAddressee, x, y)
		}
	}
	return out
}

// otherTimes returns times of one rule that differ, if no time is the same.
func otherTimes(a, b *statement) (string, string, bool) {
	for _, x := range a.deadlines {
		for _, y := range b.deadlines {
			if x.Key() == y.Key() {
				return "", "", false
			}
		}
	}
	for _, x := range a.deadlines {
		for _, y := range b.deadlines {
			if x.Rule == y.Rule {
				return a.Text[x.Lo:x.Hi], b.Text[y.Lo:y.Hi], true
			}
		}
	}
	return "", "", false
}

// otherAmounts returns different numbers of the same thing.
func otherAmounts(a, b *statement) (string, string, bool) {
	for _, x := range a.amounts {
		for _, y := range b.amounts {
			if x.Of == y.Of && x.N == y.N {
				return "", "", false
			}
		}
	}
	for _, x := range a.amounts {
		for _, y := range b.amounts {
			if x.Of == y.Of {
				return a.Text[x.Lo:x.Hi], b.Text[y.Lo:y.Hi], true
			}
		}
	}
	return "", "", false
}

// otherModals returns modal words of different classes, if none is the same.
func otherModals(a, b map[string]string) (string, string, bool) {
	classes := []string{"must", "may", "no"}
	for _, c := range classes {
		if a[c] != "" && b[c] != "" {
			return "", "", false
		}
	}
	for _, x := range classes {
		for _, y := range classes {
			if a[x] != "" && b[y] != "" {
				return a[x], b[y], true
			}
		}
	}
	return "", "", false
}

// apart returns actors that have none in common, nor one that is another with
// more said of him.
func apart(a, b []string) (string, string, bool) {
	if len(a) == 0 || len(b) == 0 {
		return "", "", false
	}
	for _, x := range a {
		for _, y := range b {
			if strings.Contains(x, y) || strings.Contains(y, x) {
				return "", "", false
			}
		}
	}
	return strings.Join(a, ", "), strings.Join(b, ", "), true
}
