// Package apply turns the text of an act and the operations of a draft into
// the text as it would read.
//
//	act (corpus.Document) → tree, a copy that may be changed (tree.go, layout.go)
//	   for each operation: what it names (target.go), what it does there (edit.go, unit.go, add.go, row.go)
//	tree → the new document with its own lines (build.go) and notes (note.go)
//
// What a draft names it names by the numbers of the text in force: «в подпункте
// 12)» is what is subclause 12) there, though an operation before made it 15) and
// another added a new 12). Only what the text in force has not, or what an
// operation before has written anew, is looked for in the text as it has become.
// Where something is added, the number asked for is that of the text to come:
// «дополнить абзацем третьим» makes the third paragraph of what stands there now.
//
// Nothing is guessed: an operation that names what is not there, or what is
// there several times, is left out, and the nearest things to it are told
// (near.go).
package apply

import (
	"slices"

	"svod/compare/amend"
	"svod/corpus"
)

// Options say which operations are applied and how. The zero value applies all.
type Options struct {
	// At applies only what is in force on a day, 2026-01-01.
	At string
	// Published is the day of the draft's first official publication, for
	// effects that count from it.
	Published string
	// Only, if not nil, tells by its place in Draft.Operations whether an
	// operation is to be applied.
	Only func(operation int) bool
	// Every changes words wherever they stand in the provision that an operation
	// names. Without it words that stand there several times are left alone,
	// unless the operation itself says «по всему тексту» or «в соответствующих
	// падежах».
	Every bool
	// NoNotes leaves out the notes that tell by which operation a provision
	// was changed. What is removed still says so in place of its text.
	NoNotes bool
	// Phrases are the words of notes; nil for those of the act's language.
	Phrases *Phrases
}

// A Result is the new text of one act, and what became of each operation on it.
type Result struct {
	Old, New *corpus.Document
	Outcomes []Outcome // in the order of the draft
	// Sources tells for each unit of New that was made or changed by which
	// operations, as places in Draft.Operations.
	Sources map[corpus.Address][]int
	// Was tells for each unit of New that is one of Old, as it was, changed or
	// written anew under its number, what its address is there. Counted units
	// have other addresses when one before them comes or goes.
	Was map[corpus.Address]corpus.Address
}

// An Outcome is what became of an operation at one of the provisions that it
// names.
type Outcome struct {
	Operation int    // place in Draft.Operations
	Where     int    // place in Operation.Where
	Path      string // the provision as the operation names it: «ст.5/п.2»; "" for the act
	Status    Status
	Code      Code             // why not, of Failed and Later
	Day       string           // of NotYet: the day on which it comes into force
	Old       []corpus.Address // the units that were changed, removed or repealed, in Old
	New       []corpus.Address // what stands for them in New, and what was added
	// Candidates are the nearest to what was sought and not found, or found
	// several times, best first.
	Candidates []Candidate
	// Check are places that were changed and that a person should look at: a
	// word beside them no longer agrees with what stands there.
	Check []Candidate

	levels []amend.Level
}

// A Status is what became of an operation.
type Status string

// The statuses.
const (
	Done   Status = "done"
	Failed Status = "failed"
	Later  Status = "later" // not in force on the day
	Left   Status = "left"  // not chosen by Options.Only
)

// A Code says why an operation was not applied.
type Code string

// The codes.
const (
	NoUnit       Code = "no-unit"       // the act has no such provision
	SeveralUnits Code = "several-units" // it has several of that name
	NoWords      Code = "no-words"      // the words are not there, or there are no new ones
	SeveralWords Code = "several-words" // they stand there several times
	Exists       Code = "exists"        // what is to be added is there already, what is to be removed is gone
	Unsure       Code = "unsure"        // the words' case, or a new number, cannot be told
	NotYet       Code = "not-yet"       // it comes into force later
	NoDate       Code = "no-date"       // nothing tells when it comes into force
)

// Codes returns all codes.
func Codes() []Code {
	return []Code{NoUnit, SeveralUnits, NoWords, SeveralWords, Exists, Unsure, NotYet, NoDate}
}

// A Candidate is a provision of the old text, or of the new where the old has
// none.
type Candidate struct {
	Address corpus.Address
	Text    string
	Score   float64 // how near it is, from 0 to 1
}

// An applier applies the operations of a draft to one act.
type applier struct {
	*tree
	draft   *amend.Draft
	act     int // place in Draft.Acts
	options Options
	phrases *Phrases
	folds   map[string]*folded
	numbers map[string]string
	// leaving are the units whose number operations of the draft will change:
	// others may come in with it before that.
	leaving map[*corpus.Unit]bool
	sources map[*corpus.Unit][]int
	marks   []mark
	at      int // the operation that is being applied
}

// done is what an operation did at one provision: to which units of the tree.
type done struct {
	code     Code
	old      []*corpus.Unit   // of the tree, that stood there before
	units    []*corpus.Unit   // that stand there now
	near     []*corpus.Unit   // that hinder
	texts    []Candidate      // the same, as texts
	left     []Candidate      // places left as they were, though the rest was done
	check    []Candidate      // places done that a person should look at
	stillOld []corpus.Address // addresses of old, told before they went
}

// Apply applies the operations of a draft that touch one of its acts to a text
// of this act, in their order; each sees what those before it did. The text
// itself is not changed.
func Apply(law *corpus.Document, d *amend.Draft, act int, o Options) *Result {
	a := &applier{tree: newTree(law), draft: d, act: act, options: o, phrases: o.Phrases,
		folds: map[string]*folded{}, numbers: map[string]string{}, leaving: map[*corpus.Unit]bool{}, sources: map[*corpus.Unit][]int{}}
	if a.phrases == nil {
		if a.phrases = PhrasesFor("ru"); law.Meta.Language == "kk" {
			a.phrases = PhrasesFor("kk")
		}
	}
	r := &Result{Old: law, Sources: map[corpus.Address][]int{}, Was: map[corpus.Address]corpus.Address{}}
	a.findLeaving(act)
	type result struct {
		outcome int
		units   []*corpus.Unit
	}
	var results []result
	for i := range d.Operations {
		op := &d.Operations[i]
		if op.Act != act {
			continue
		}
		if o := a.due(i); o.Status != Done {
			r.Outcomes = append(r.Outcomes, o)
			continue
		}
		a.at = i
		ns := a.named(op)
		for k, dn := range a.run(i, op, ns) {
			out := Outcome{Operation: i, Where: ns[k].where, Path: ns[k].path, levels: ns[k].levels, Status: Done, Code: dn.code, Old: dn.stillOld}
			if dn.code != "" {
				out.Status, out.Old = Failed, nil
				out.Candidates = a.candidates(op, ns[k], dn)
			} else {
				results = append(results, result{len(r.Outcomes), dn.units})
			}
			out.Check = dn.check
			r.Outcomes = append(r.Outcomes, out)
			if len(dn.left) > 0 {
				out.Status, out.Code, out.Old, out.Candidates, out.Check = Failed, Unsure, nil, dn.left, nil
				r.Outcomes = append(r.Outcomes, out)
			}
		}
	}
	changed := len(results) > 0
	if changed && !o.NoNotes {
		a.notes()
	}
	r.New = a.build()
	if changed {
		identify(r.New)
		r.New.Meta = a.meta(r)
	}
	for _, x := range results {
		for _, u := range x.units {
			if a.alive(u) {
				r.Outcomes[x.outcome].New = append(r.Outcomes[x.outcome].New, r.New.AddressOf(u))
			}
		}
	}
	for at, u := range r.New.All() {
		if o := a.was[u]; o != nil {
			r.Was[at] = law.AddressOf(o)
		}
	}
	for u, ops := range a.sources {
		if a.alive(u) {
			slices.Sort(ops)
			r.Sources[r.New.AddressOf(u)] = slices.Compact(ops)
		}
	}
	return r
}

// due tells whether an operation is to be applied.
func (a *applier) due(i int) Outcome {
	o := Outcome{Operation: i, Status: Done}
	if a.options.Only != nil && !a.options.Only(i) {
		o.Status = Left
	}
	if a.options.At == "" || o.Status == Left {
		return o
	}
	switch day, ok := a.draft.Operations[i].Effect.On(a.options.Published); {
	case !ok:
		o.Status, o.Code = Later, NoDate
	case day > a.options.At:
		o.Status, o.Code, o.Day = Later, NotYet, day
	}
	return o
}

// findLeaving fills leaving.
func (a *applier) findLeaving(act int) {
	for i := range a.draft.Operations {
		op := &a.draft.Operations[i]
		if op.Act != act || op.Kind != amend.Renumber {
			continue
		}
		if a.due(i).Status != Done {
			continue
		}
		for _, n := range a.named(op) {
			for _, t := range n.targets {
				if !t.counted {
					a.leaving[t.unit] = true
				}
			}
		}
	}
}

// run applies an operation, and returns what it did at each provision that it
// names.
func (a *applier) run(i int, op *amend.Operation, ns []named) []done {
	out := make([]done, len(ns))
	together := op.Object == amend.Units && (op.Kind == amend.Restate || op.Kind == amend.Renumber) || op.Object == amend.Rows && op.Kind == amend.Restate
	before := make([][]corpus.Address, len(ns))
	var open []named // those that can be worked on
	var at []int
	for k, n := range ns {
		if n.code != "" {
			out[k].code = n.code
			for _, t := range n.targets {
				out[k].near = append(out[k].near, t.standsFor()...)
			}
			continue
		}
		for _, t := range n.targets {
			for _, u := range t.standsFor() {
				before[k] = append(before[k], a.oldAddress(u))
			}
		}
		open, at = append(open, n), append(at, k)
	}
	if together && len(open) > 0 {
		var all []done
		if op.Kind == amend.Restate {
			all = a.restate(op, open)
		} else {
			all = a.renumber(op, open)
		}
		for j, d := range all {
			out[at[j]] = d
		}
	} else {
		for j, n := range open {
			for _, t := range n.targets {
				d := a.one(op, t)
				have := &out[at[j]]
				have.units, have.near = append(have.units, d.units...), append(have.near, d.near...)
				have.texts, have.left, have.check = append(have.texts, d.texts...), append(have.left, d.left...), append(have.check, d.check...)
				if have.code == "" {
					have.code = d.code
				}
			}
		}
	}
	for j, n := range open {
		d := &out[at[j]]
		if d.code != "" {
			continue
		}
		d.stillOld = before[at[j]]
		switch {
		case op.Kind == amend.Add && op.Object != amend.Words && op.Object != amend.Signs && op.Object != amend.Sentences && op.Object != amend.Figures:
			d.stillOld = nil
		case op.Object == amend.Words || op.Object == amend.Figures || op.Object == amend.Signs || op.Object == amend.Sentences:
			d.stillOld = nil
			for _, u := range d.units {
				d.stillOld = append(d.stillOld, a.oldAddress(u))
			}
			slices.Reverse(d.stillOld)
			slices.Reverse(d.units)
		}
		for _, t := range n.targets {
			a.source(i, op, t, d.units)
		}
	}
	return out
}

// one applies an operation to one target.
func (a *applier) one(op *amend.Operation, t target) (d done) {
	switch {
	case op.Kind == amend.Suspend:
		d.units = t.standsFor()
		if op.New != "" || len(op.Units) > 0 {
			d.units = a.restateOne(t, a.newUnits(op))
		}
	case op.Object == amend.Sentences || t.part == amend.PartSentence && op.Object == amend.Units:
		d.units, d.code = a.sentence(op, t)
	case op.Object == amend.Headings || t.part == amend.PartHeading && op.Object == amend.Units:
		d.units, d.code = a.heading(op, t)
	case op.Cases && (op.Kind == amend.Replace || op.Kind == amend.Remove) && op.Object == amend.Words:
		return a.inCases(op, t)
	case op.Object == amend.Words || op.Object == amend.Figures || op.Object == amend.Signs:
		d.units, d.code = a.words(op, t)
	case op.Kind == amend.Add:
		d.units, d.code, d.near = a.add(op, t)
	case op.Kind == amend.Remove || op.Kind == amend.Repeal:
		d.units, d.code = a.remove(op, t)
	case op.Kind == amend.Restate:
		if news := a.newUnits(op); len(news) > 0 {
			d.units = a.restateOne(t, news)
		} else {
			d.code = NoWords
		}
	default:
		d.code = Unsure
	}
	return d
}

// oldAddress is the address of a unit, or of the nearest around it, in the act.
func (a *applier) oldAddress(u *corpus.Unit) corpus.Address {
	return a.old.AddressOf(a.oldUnit(u))
}

// source remembers which operation made or changed units.
func (a *applier) source(i int, op *amend.Operation, t target, units []*corpus.Unit) {
	made := op.Kind == amend.Restate || op.Kind == amend.Add
	for _, u := range units {
		if !made || op.Object != amend.Units && op.Object != amend.Rows {
			a.sources[u] = append(a.sources[u], i)
			continue
		}
		if op.Kind == amend.Add || !t.own || u != t.unit {
			u.Walk(func(k *corpus.Unit) bool {
				a.sources[k] = append(a.sources[k], i)
				return true
			})
			continue
		}
		a.sources[u] = append(a.sources[u], i)
	}
	a.mark(i, op, t, units)
}

// meta is what the new text says about itself: that of the act. It is no
// edition that was in force yet, unless the draft tells the day.
func (a *applier) meta(r *Result) corpus.Meta {
	m := a.old.Meta
	m.Origin = map[string]string{}
	for k, v := range a.old.Meta.Origin {
		m.Origin[k] = v
	}
	day := ""
	for _, o := range r.Outcomes {
		if o.Status != Done {
			continue
		}
		on, ok := a.draft.Operations[o.Operation].Effect.On(a.options.Published)
		if !ok {
			day = ""
			break
		}
		day = max(day, on)
	}
	m.Edition, m.Origin["edition"] = day, "draft"
	for _, s := range a.headings(a.root) {
		if was := a.was[s.unit]; was != nil && was.Title != s.unit.Title && m.Title == was.Title {
			m.Title, m.Origin["title"] = s.unit.Title, "draft"
		}
	}
	return m
}
