package bodies

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/content"
	"svod/compare/figures"
	"svod/compare/table"
	"svod/corpus"
)

// Sources is all that a matrix is made of.
type Sources struct {
	Study        *Study
	Register     *Register
	Codebook     *content.Codebook // nil if no indicator needs it
	Docs         []*corpus.Document
	Figures      *figures.Set // nil likewise
	Observations []Observation
}

// A Result is the matrices of a study: one for each kind and level.
type Result struct {
	Study    *Study
	Register *Register
	Codebook *content.Codebook
	Docs     []*corpus.Document
	Matrices []*Matrix
	Matches  []Match // of all documents
	Left     []LeftOut

	figures *figures.Set
	titles  map[string]string // of documents
}

// A LeftOut is a document that no matrix has, with the code of the reason:
// unmatched, several (bodies are named), off (the register doesn't have the body
// on the date), no-kind (nobody said of which kind of council it is); other-kind
// and other-year are not asked for.
type LeftOut struct {
	Match  Match
	Reason string
}

// A Matrix is bodies of one level × indicators, for one kind of council.
type Matrix struct {
	Kind  Kind // of council; zero if the study is not split
	Level Level
	Rows  []*Row
	Years []string // of the documents, in order

	result *Result
	scaled []scaling // of each indicator
}

// A Row is what is known of a body.
type Row struct {
	Body   *Body
	Name   string
	Docs   []*corpus.Document
	Values []*Value // as the indicators
	Score  *Score   // nil if the study has no index
}

// CheckStudy finds the first indicator that names a category or a figure that
// the codebook doesn't have. All errors are of type *Error.
func (s *Study) CheckStudy(cb *content.Codebook, set *figures.Set) error {
	for _, in := range s.Indicators {
		for _, id := range []string{in.Category, in.Partly} {
			if id != "" && (cb == nil || category(cb, id) == nil) {
				return &Error{File: s.File, Code: "category", Args: []string{in.ID, id}}
			}
		}
		if in.Figure != "" && figure(set, in.Figure) == nil {
			return &Error{File: s.File, Code: "figure", Args: []string{in.ID, in.Figure}}
		}
	}
	return nil
}

func category(cb *content.Codebook, id string) *content.Category {
	for c := range cb.All() {
		if c.ID == id {
			return c
		}
	}
	return nil
}

func figure(set *figures.Set, id string) *figures.Indicator {
	if set == nil {
		return nil
	}
	for _, in := range set.Indicators {
		if in.ID == id {
			return in
		}
	}
	return nil
}

// kindKeys are the attributes that tell kinds of councils apart.
var kindKeys = []string{"вид_совета", "council"}

// Mixed returns an error if the documents are of several kinds of councils and
// the study doesn't keep them apart.
func (s *Study) Mixed(docs []*corpus.Document) error {
	for _, key := range kindKeys {
		var kinds []string
		for _, d := range docs {
			if v := strings.ToLower(d.Attributes[key]); v != "" && !slices.Contains(kinds, v) {
				kinds = append(kinds, v)
			}
		}
		if len(kinds) > 1 && s.Split != key {
			slices.Sort(kinds)
			return &Error{File: s.File, Code: "mixed", Args: []string{key, strings.Join(kinds, "», «")}}
		}
	}
	return nil
}

// Build fills the matrices of a study.
func Build(src Sources) *Result {
	r := &Result{Study: src.Study, Register: src.Register, Codebook: src.Codebook, Docs: src.Docs, titles: map[string]string{}, figures: src.Figures}
	for _, d := range src.Docs {
		r.titles[d.ID] = cmp.Or(content.Title(d), d.ID)
	}
	r.Matches = src.Register.Match(src.Docs)
	f := newFiller(src, r)
	bodies := src.Register.At(src.Study.At)
	byBody := r.place(bodies)
	for _, kind := range r.kinds(src) {
		for _, level := range Levels {
			m := &Matrix{Kind: kind, Level: level, result: r}
			for _, b := range bodies {
				if b.Level != level || src.Study.Split != "" && !b.Has(src.Study.Split, kind.Value) {
					continue
				}
				row := &Row{Body: b, Name: b.NameAt(src.Study.At, "ru"), Docs: byBody[seat{b, strings.ToLower(kind.Value)}]}
				for _, in := range src.Study.Indicators {
					row.Values = append(row.Values, f.value(row, kind.Value, in))
				}
				f.shares(row)
				m.Rows = append(m.Rows, row)
				for _, d := range row.Docs {
					if y := yearOf(d); y != "" && !slices.Contains(m.Years, y) {
						m.Years = append(m.Years, y)
					}
				}
			}
			slices.Sort(m.Years)
			if len(m.Rows) > 0 {
				m.score(src.Study)
				r.Matrices = append(r.Matrices, m)
			}
		}
	}
	return r
}

// seat is where documents of a body and a kind of council go.
type seat struct {
	body *Body
	kind string
}

// place sorts the documents by body and kind, and tells which go nowhere.
func (r *Result) place(bodies []*Body) map[seat][]*corpus.Document {
	out := map[seat][]*corpus.Document{}
	for _, m := range r.Matches {
		kind := ""
		if s := r.Study.Split; s != "" {
			kind = strings.ToLower(m.Doc.Attributes[s])
		}
		reason := ""
		switch {
		case kind != "" && !r.wanted(kind):
			reason = "other-kind"
		case r.Study.Year != "" && yearOf(m.Doc) != r.Study.Year:
			reason = "other-year"
		case m.Doubt == DoubtSeveral:
			reason = "several"
		case m.Body == nil:
			reason = "unmatched"
		case r.Study.Split != "" && kind == "":
			reason = "no-kind"
		case r.Study.Split != "" && !m.Body.Has(r.Study.Split, kind):
			reason = "off"
		case !slices.Contains(bodies, m.Body):
			reason = "off"
		}
		if reason != "" {
			r.Left = append(r.Left, LeftOut{m, reason})
			continue
		}
		key := seat{m.Body, kind}
		out[key] = append(out[key], m.Doc)
	}
	for _, docs := range out { // the latest last
		slices.SortStableFunc(docs, func(a, b *corpus.Document) int { return cmp.Compare(yearOf(a), yearOf(b)) })
	}
	return out
}

// Unplaced are the documents that belong to no matrix though the study doesn't
// leave them out: somebody has to say whose they are.
func (r *Result) Unplaced() []LeftOut {
	var out []LeftOut
	for _, l := range r.Left {
		if l.Reason != "other-kind" && l.Reason != "other-year" {
			out = append(out, l)
		}
	}
	return out
}

func (r *Result) wanted(kind string) bool {
	return len(r.Study.Kinds) == 0 || slices.ContainsFunc(r.Study.Kinds, func(k Kind) bool { return strings.EqualFold(k.Value, kind) })
}

// kinds are the values of the split that get matrices: those that the study
// names, else those of the documents, of the register and of the observations.
func (r *Result) kinds(src Sources) []Kind {
	s := r.Study
	if s.Split == "" {
		return []Kind{{}}
	}
	if len(s.Kinds) > 0 {
		return s.Kinds
	}
	var out []Kind
	add := func(kind string) {
		if kind != "" && !slices.ContainsFunc(out, func(k Kind) bool { return strings.EqualFold(k.Value, kind) }) {
			out = append(out, Kind{Value: kind})
		}
	}
	for _, b := range r.Register.Bodies {
		for _, k := range b.Attributes[s.Split] {
			add(k)
		}
	}
	for _, d := range src.Docs {
		add(d.Attributes[s.Split])
	}
	for _, o := range src.Observations {
		add(o.Kind)
	}
	slices.SortFunc(out, func(a, b Kind) int { return cmp.Compare(a.Value, b.Value) })
	return out
}

// yearOf is the year that a document speaks of, "" if unknown.
func yearOf(d *corpus.Document) string {
	if date := dateOf(d); date != "" {
		return date[:4]
	}
	return ""
}

// filler fills cells.
type filler struct {
	src      Sources
	result   *Result
	found    map[[2]string]content.Row   // by category and document
	stated   map[[2]string]figures.Value // by figure and document
	observed map[string]*Observation
}

func newFiller(src Sources, r *Result) *filler {
	f := &filler{src: src, result: r, found: map[[2]string]content.Row{}, stated: map[[2]string]figures.Value{}, observed: map[string]*Observation{}}
	if src.Codebook != nil && len(src.Docs) > 0 {
		// Each document is counted apart; by bodies and kinds of councils they are
		// gathered here.
		bare := make([]*corpus.Document, len(src.Docs))
		for i, d := range src.Docs {
			bare[i] = &corpus.Document{ID: d.ID, Meta: d.Meta, Source: d.Source, Root: d.Root}
		}
		for _, row := range content.Count(src.Codebook, bare, content.CountOptions{}).Rows {
			f.found[[2]string{row.Category, row.Group}] = row
		}
	}
	if src.Figures != nil {
		for _, d := range src.Docs {
			for _, v := range figures.Extract(d, src.Figures.Indicators) {
				if v.Stated {
					f.stated[[2]string{v.Indicator.ID, d.ID}] = v
				}
			}
		}
	}
	for i := range src.Observations {
		o := &src.Observations[i]
		f.observed[observedKey(o.Body, o.Indicator, o.Kind)] = o
	}
	return f
}

func observedKey(b *Body, in *Indicator, kind string) string {
	return b.ID + "\x00" + in.ID + "\x00" + strings.ToLower(kind)
}

// value fills a cell; shares come later.
func (f *filler) value(row *Row, kind string, in *Indicator) *Value {
	v := &Value{}
	switch in.Type {
	case Presence:
		f.presence(v, row, in)
	case Mentions:
		f.mentions(v, row, in.Category)
		if len(row.Docs) > 0 {
			v.State, v.Number = Yes, float64(v.Mentions)
		}
	case Number:
		f.number(v, row, in)
	}
	if o := f.observed[observedKey(row.Body, in, kind)]; o != nil {
		v.Observed, v.Found, v.FoundNumber, v.Factors = o, v.State, v.Number, o.Factors
		v.Differs = v.State != NoData && (v.State != o.State || in.Type.numeric() && v.Number != o.Number)
		v.State, v.Number = o.State, o.Number
		v.Check = v.Check || v.Differs
	}
	return v
}

// presence is «да» from so many mentions on, «частично» for fewer, or if only
// the other category occurs; «нет» where there are documents and neither does.
func (f *filler) presence(v *Value, row *Row, in *Indicator) {
	if len(row.Docs) == 0 {
		return
	}
	f.mentions(v, row, in.Category)
	switch {
	case v.Mentions >= in.AtLeast:
		v.State = Yes
		return
	case v.Mentions > 0:
		v.State = Partly
		return
	}
	v.State = No
	if in.Partly != "" {
		if f.mentions(v, row, in.Partly); v.Mentions > 0 {
			v.State = Partly
		}
	}
}

// mentions gathers where a category occurs in the body's documents.
func (f *filler) mentions(v *Value, row *Row, id string) {
	for _, d := range row.Docs {
		found := f.found[[2]string{id, d.ID}]
		v.Mentions += found.Occurrences
		for _, e := range found.Evidence {
			v.Evidence = append(v.Evidence, f.evidence(d, e))
		}
	}
}

func (f *filler) evidence(d *corpus.Document, e content.Evidence) table.Evidence {
	text := e.Text
	if u := d.At(e.Address); text == "" && u != nil {
		text = u.Own()
	}
	return table.Evidence{Document: f.result.titles[d.ID], Address: string(e.Address), Citation: d.ShortCitation(e.Address, d.Meta.Language),
		Text: text, Matches: e.Matches, Count: e.Occurrences}
}

// number takes what the latest document states that states any. That no
// document states it leaves the cell without data: it is not zero.
func (f *filler) number(v *Value, row *Row, in *Indicator) {
	for _, d := range slices.Backward(row.Docs) {
		g, ok := f.stated[[2]string{in.Figure, d.ID}]
		if !ok {
			continue
		}
		v.State, v.Number, v.Year, v.Percent, v.Check = Yes, g.Total, yearOf(d), g.Number.Percent, g.Doubtful()
		if v.Percent {
			v.Number /= 100
		}
		v.Evidence, v.stated = append(v.Evidence, f.mention(d, g.Mention, true)), []string{g.Text}
		for _, o := range g.Others {
			v.stated = append(v.stated, o.Text)
			v.Evidence = append(v.Evidence, f.mention(d, o, g.Indicator.Choose == figures.ChooseSum))
		}
		return
	}
}

// mention is where a document states a number; it counts if the number is, or
// is part of, the value.
func (f *filler) mention(d *corpus.Document, m figures.Mention, counts bool) table.Evidence {
	e := table.Evidence{Document: f.result.titles[d.ID], Address: string(m.Address), Citation: d.ShortCitation(m.Address, d.Meta.Language),
		Text: m.Sentence, Matches: m.Matches}
	if n := int(m.Value); counts && float64(n) == m.Value {
		e.Count = n
	}
	return e
}

// shares divides what the other cells of the row hold.
func (f *filler) shares(row *Row) {
	index := func(id string) int {
		return slices.IndexFunc(f.src.Study.Indicators, func(in *Indicator) bool { return in.ID == id })
	}
	for i, in := range f.src.Study.Indicators {
		v := row.Values[i]
		if in.Type != Share || v.Observed != nil {
			continue
		}
		v.part, v.of = row.Values[index(in.Part)], row.Values[index(in.Of)]
		if v.part.known() && v.of.known() && v.of.Number > 0 {
			v.State, v.Number = Yes, v.part.Number/v.of.Number
			v.Check = v.part.Check || v.of.Check || v.Number > 1 || v.part.Year != v.of.Year
		}
	}
}

// filled counts the cells that are filled, of those that apply, in some of the
// columns.
func (r *Row) filled(columns []int) (filled, all int) {
	for _, i := range columns {
		v := r.Values[i]
		if v.State != NotApplicable {
			all++
		}
		if v.known() {
			filled++
		}
	}
	return filled, all
}
