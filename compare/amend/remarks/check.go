package remarks

import (
	"context"
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
)

// A Kind is what is wrong with a row, or with the table.
type Kind string

// The kinds of findings.
const (
	WrongAddress Kind = "wrong-address" // the text stands elsewhere
	WrongAct     Kind = "wrong-act"     // it stands in another act
	OldEdition   Kind = "old-edition"   // it is that of an earlier edition
	NotThere     Kind = "not-there"     // it stands nowhere in the act
	NoUnit       Kind = "no-unit"       // the act has no such provision
	Exists       Kind = "exists"        // said to be absent, and is there
	WrongNumber  Kind = "number"        // of the provision
	Figures      Kind = "figures"
	Negation     Kind = "negation"
	Missing      Kind = "missing" // words of the act
	Extra        Kind = "extra"   // words that the act has not
	Changed      Kind = "changed"
	Signs        Kind = "signs"   // punctuation, capitals
	Same         Kind = "same"    // both columns read the same
	Swapped      Kind = "swapped" // each column has what belongs into the other
	Twice        Kind = "twice"
	Order        Kind = "order"
	NoRow        Kind = "no-row"       // an operation of the draft that no row has
	NoOperation  Kind = "no-operation" // a row that the draft does not have
)

// A Finding is one thing that is wrong.
type Finding struct {
	Kind      Kind           `json:"kind"`
	File      string         `json:"file"`
	Row       int            `json:"row"`            // of the file's tables, from 1; 0 if there is none
	Page      int            `json:"page,omitempty"` // 0 if unknown
	N         string         `json:"n"`              // the number that the table gives the row
	Element   string         `json:"element"`        // as the table has it
	Column    Role           `json:"column"`         // before, after; "" for neither
	Act       string         `json:"act"`
	Address   corpus.Address `json:"address"`
	Citation  string         `json:"citation"`
	Text      string         `json:"text"`  // what stands in the law, or the draft
	Quote     string         `json:"quote"` // what stands in the table
	Operation int            `json:"operation,omitempty"`

	lang string
}

// An Unchecked is a row of which nothing could be told, and why.
type Unchecked struct {
	File    string `json:"file"`
	Row     int    `json:"row"`
	Page    int    `json:"page,omitempty"`
	Element string `json:"element"`
	Why     string `json:"why"` // a code: no-act, no-element, too-long, not-applied
}

// A Checked is what came of checking a table.
type Checked struct {
	Table     *Table
	Laws      []*corpus.Document
	Draft     *amend.Draft
	Rows      int
	Findings  []Finding
	Unchecked []Unchecked
}

// An act is the editions of one act that were given, the one in force last.
type act struct {
	flats    []*flat
	in       int // place in Draft.Acts, -1 if none
	result   *apply.Result
	new      *flat
	seen     map[int]bool // operations that some row has
	searches map[*flat]*searcher
	alone    map[int]*flat // with one operation applied
	rows     map[int]int   // of each operation: how many rows name what it changes
}

func (a *act) now() *flat { return a.flats[len(a.flats)-1] }

type checker struct {
	*Checked
	acts  []*act
	draft *searcher
	row   *Row
}

// Check compares the rows of a table with the acts that it quotes, and with a
// draft if there is one. Of several editions of an act the latest is the one in
// force; without dates the one named last.
func Check(ctx context.Context, t *Table, laws []*corpus.Document, d *amend.Draft) (*Checked, error) {
	k := &checker{Checked: &Checked{Table: t, Laws: laws, Draft: d, Rows: len(t.Rows)}}
	k.gather(laws)
	if d != nil {
		k.apply(ctx)
		k.draft = newSearcher(flatten(d.Document))
		k.count()
	}
	var places []placed
	for i := range t.Rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		k.row = &t.Rows[i]
		p := k.check()
		p.row = i
		places = append(places, p)
	}
	k.order(places)
	if d != nil {
		k.missing()
	}
	slices.SortStableFunc(k.Findings, func(a, b Finding) int {
		switch {
		case a.Row == b.Row:
			return 0
		case a.Row == 0:
			return 1
		case b.Row == 0:
			return -1
		}
		return a.Row - b.Row
	})
	return k.Checked, nil
}

// gather puts editions of one act together.
func (k *checker) gather(laws []*corpus.Document) {
	for _, law := range laws {
		f := flatten(law)
		var have *act
		for _, a := range k.acts {
			if sameAct(a.now().doc.Meta, law.Meta) {
				have = a
			}
		}
		if have == nil {
			have = &act{in: -1, seen: map[int]bool{}, searches: map[*flat]*searcher{}, alone: map[int]*flat{}, rows: map[int]int{}}
			k.acts = append(k.acts, have)
		}
		have.flats = append(have.flats, f)
	}
	for _, a := range k.acts {
		slices.SortStableFunc(a.flats, func(x, y *flat) int {
			if x.doc.Meta.Edition == "" || y.doc.Meta.Edition == "" {
				return 0
			}
			return strings.Compare(x.doc.Meta.Edition, y.doc.Meta.Edition)
		})
	}
}

// sameAct reports whether two texts are editions of one act.
func sameAct(a, b corpus.Meta) bool {
	if a.Language != b.Language || a.Number != "" && b.Number != "" && a.Number != b.Number {
		return false
	}
	if a.Number != "" && a.Number == b.Number && a.Date == b.Date {
		return true
	}
	return a.Title != "" && likeTitle(a.Title, b.Title, a.Language) >= 0.8
}

// check checks the row at hand, and returns what it is about.
func (k *checker) check() placed {
	t, r := k.Table, k.row
	before, after := t.At(r, Before), t.At(r, After)
	if before == "" && after == "" {
		return placed{}
	}
	refs := t.Refs(r)
	a := k.actOf(r, refs, before)
	if a == nil {
		k.unchecked("no-act")
		return placed{}
	}
	if len(refs) == 0 && throughout.MatchString(t.At(r, Element)) && k.throughout(a, before, after) {
		return placed{act: a}
	}
	if k.swapped(a, refs, before, after) {
		return placed{act: a, refs: refs}
	}
	var l standing
	if t.Has(Before) {
		l = k.left(a, refs, before)
	}
	same := t.Has(Before) && t.Has(After) && before != "" && !isAbsent(before) && sameText(before, after, a.now().lang)
	if same && !(l.kind != "" && k.Draft != nil && a.result != nil && k.fits(a, refs, after)) {
		k.find(Finding{Kind: Same, Column: After, Address: first(a.now(), refs), Text: before, Quote: after}, a.now())
	}
	p := placed{act: a, refs: refs, doubtful: l.at != ""}
	if k.Draft != nil {
		if there := l.refs(); len(there) > 0 && l.act.result != nil && a.result != nil && !k.fits(a, refs, after) && k.fits(l.act, there, after) {
			a, refs = l.act, there // its address alone is wrong, and that was told
		}
		k.proposed(a, refs, before, after, l.kind, same)
	}
	return p
}

// proposed checks a row against the draft. One error is told once: of a row that
// the draft does not have, what it proposes is not compared.
func (k *checker) proposed(a *act, refs []Ref, before, after string, left Kind, same bool) {
	if a.in < 0 || a.result == nil {
		return
	}
	if left == Exists { // the number alone may be wrong
		if q := readQuote(after, a.new.lang); q.count() > 0 {
			if v := a.new.elsewhere(a, q); v != nil && v.clean() {
				k.explained(a, []Ref{{Reference: corpus.Reference{Steps: a.new.doc.Steps(v.main())}}})
				return
			}
		}
	}
	known := k.explained(a, refs)
	switch {
	case !known && left == NoUnit:
	case !known && len(refs) > 0:
		k.find(Finding{Kind: NoOperation, Address: first(a.now(), refs), Quote: after, Text: before}, a.now())
	case !same && k.Table.Has(After):
		k.right(a, refs, after)
	}
}

// A standing is what was told of the text in force of a row.
type standing struct {
	kind Kind
	act  *act           // in which it stands
	at   corpus.Address // where, if the row says that it stands elsewhere
}

// refs is the place as a row would name it.
func (l standing) refs() []Ref {
	if l.at == "" {
		return nil
	}
	return []Ref{{Reference: corpus.Reference{Steps: l.act.now().doc.Steps(l.at)}}}
}

func (k *checker) unchecked(why string) {
	k.Unchecked = append(k.Unchecked, Unchecked{File: k.Table.Name, Row: k.row.Line, Page: k.row.Page, Element: k.Table.At(k.row, Element), Why: why})
}

// find adds a finding about the row at hand.
func (k *checker) find(f Finding, in *flat) {
	f.File = k.Table.Name
	if k.row != nil {
		f.Row, f.Page = k.row.Line, k.row.Page
		f.N, f.Element = k.Table.At(k.row, Number), k.Table.At(k.row, Element)
	}
	if in != nil {
		f.Act, f.lang = in.doc.Meta.Title, in.lang
		if f.Citation == "" && f.Address != "" {
			f.Citation = in.doc.Citation(f.Address, in.lang)
		}
	}
	k.Findings = append(k.Findings, f)
}

// first is the address of the first provision that references name, or of what
// is there of it.
func first(f *flat, refs []Ref) corpus.Address {
	for _, r := range refs {
		for n := len(r.Steps); n > 0; n-- {
			if as := f.doc.Resolve(corpus.Reference{Steps: r.Steps[:n], Rest: r.Rest}); len(as) > 0 {
				return as[0]
			}
		}
	}
	return ""
}

// left checks the column of the text in force.
func (k *checker) left(a *act, refs []Ref, cell string) standing {
	f := a.now()
	if cell == "" || isAbsent(cell) {
		if cell != "" && k.absent(a, refs, Before) {
			return standing{kind: Exists, act: a}
		}
		return standing{}
	}
	q := readQuote(cell, f.lang)
	if q.count() == 0 {
		return standing{}
	}
	v := f.search(a, q, refs)
	if !v.ok {
		k.unchecked("too-long")
		return standing{}
	}
	if v.exact(q) {
		return standing{}
	}
	for i := len(a.flats) - 2; i >= 0; i-- {
		old := a.flats[i]
		if o := old.search(a, q, refs); o.ok && o.exact(q) {
			k.find(Finding{Kind: OldEdition, Column: Before, Address: first(f, refs), Text: v.lawText(f, q), Quote: cell, Citation: ""}, f)
			return standing{kind: OldEdition}
		}
	}
	if v.share(q) < 0.5 {
		for _, b := range k.acts {
			if b == a {
				continue
			}
			if o := b.now().elsewhere(b, q); o != nil && o.share(q) >= 0.75 {
				k.find(Finding{Kind: WrongAct, Column: Before, Address: o.main(), Text: o.lawText(b.now(), q), Quote: cell}, b.now())
				return standing{kind: WrongAct, act: b, at: o.main()}
			}
		}
	}
	l := standing{kind: k.verdict(v, f, q, refs, Before), act: a}
	switch l.kind {
	case WrongAddress:
		l.at = v.main()
	case "":
		l.kind = Changed // its words, here or there
	}
	return l
}

// absent checks that an act has not what it is said not to have, and reports
// whether it has.
func (k *checker) absent(a *act, refs []Ref, column Role) (has bool) {
	f := a.now()
	if k.renumbered(a, refs) {
		return false // another had the number until now
	}
	for _, r := range refs {
		if n := len(r.Steps); n == 0 || r.Steps[n-1].Kind == corpus.KindPassage || r.Steps[n-1].Kind == corpus.KindPart {
			continue
		}
		for _, s := range f.doc.Spots(r.Reference) {
			if s.Unit == nil || s.Unit.Repealed || s.Counted || r.Heading && s.Unit.Title == "" {
				continue
			}
			if own := strings.TrimSpace(s.Unit.Own()); own != "" {
				k.find(Finding{Kind: Exists, Column: column, Address: f.doc.AddressOf(s.Unit), Text: strings.TrimSpace(s.Unit.Label + " " + own), Quote: k.Table.At(k.row, column)}, f)
				has = true
			}
		}
	}
	return has
}

// verdict tells what a cell that does not fit has, and returns what is wrong with
// the whole of it, if anything is.
func (k *checker) verdict(v *verdict, f *flat, q *quote, refs []Ref, column Role) (whole Kind) {
	switch {
	case v.share(q) < 0.5 || v.laid.cost > costMiss*q.count():
		kind := NotThere
		if len(f.topOf(refs)) == 0 && len(refs) > 0 && column == Before {
			kind = NoUnit
		}
		k.find(Finding{Kind: kind, Column: column, Address: first(f, refs), Text: f.textOf(refs), Quote: q.text}, f)
		return kind
	case v.moved:
		whole = WrongAddress
		k.find(Finding{Kind: WrongAddress, Column: column, Address: v.main(), Text: v.lawText(f, q), Quote: q.text}, f)
	}
	for _, h := range v.hunks(q, f) {
		k.find(Finding{Kind: h.kind(q, f), Column: column, Address: f.paras[h.para].at, Text: h.lawText(f), Quote: h.quoteText(q)}, f)
	}
	for _, h := range v.signs(q) {
		k.find(Finding{Kind: Signs, Column: column, Address: f.paras[h.para].at, Text: h.lawText(f), Quote: h.quoteText(q)}, f)
	}
	return whole
}

// sameText reports whether both columns read the same, signs included.
func sameText(a, b, lang string) bool {
	norm := func(s string) string {
		return strings.Join(strings.Fields(ellipsis.ReplaceAllString(bareText(s), " ")), " ")
	}
	return norm(a) == norm(b)
}
