package amend

import (
	"slices"
	"strings"

	"svod/corpus"
)

// Read reads an amending act. Of any other document it finds no operations.
//
// A line is an order, leads in to orders, is new text that an order announces,
// or is the draft's own: its title, what it charges ministries with, its last
// clauses, its signature. What orders a change and is not understood whole is
// in Draft.Unread.
func Read(d *corpus.Document) *Draft {
	r := &reader{draft: &Draft{Document: d}, language: languageOf(d)}
	if d.Source == nil || d.Root == nil {
		return r.draft
	}
	r.nest.deep = d.Meta.Jurisdiction == "RU" || d.Meta.Jurisdiction == "KG"
	startsPlace := func(string) bool { return false }
	if d.Meta.Language == "kk" {
		startsPlace = beginsWithPlace
	}
	r.lines = linesOf(d, startsPlace)
	for r.i < len(r.lines) {
		r.line()
	}
	if len(r.draft.Operations)+len(r.draft.Acts) == 0 && !r.language.changes(d.Meta.Title) {
		r.draft.Unread = nil // no amending act: «предложено дополнить план» orders nothing
	}
	r.effects()
	return r.draft
}

// A lead is what leads in to the lines below it.
type lead struct {
	level   int // of its number; that of an unnumbered one is odd, below its number's
	act     int // -1: none named here
	where   []Where
	repeals *Act // acts that are repealed follow; what is said of all of them
	lost    bool // it was not understood: nothing is known of what stands below it, but rank
	rank    []Level
}

type reader struct {
	draft    *Draft
	language language
	nest     nester
	lines    []line
	i        int // the line that is read
	leads    []lead
	level    int            // of the last number
	appendix corpus.Address // in which line i stands
	ahead    map[int]order  // of lines that were looked at before their turn
	lists    []listed       // what leads in to appendices that hold changes
}

// A listed is an order whose changes stand in an appendix: «Внести в Правила …
// изменения согласно приложению 2».
type listed struct {
	number string // of the appendix, "" if it is not told
	lead
}

// longestOrder is more bytes than any sentence has that orders changes.
const longestOrder = 1 << 14

// parse reads a sentence, with its quotes paired in the way in which it makes
// sense.
func (r *reader) parse(s string) order {
	if len(s) > longestOrder || !r.language.mayOrder(s) {
		return order{why: WhyNoOrder}
	}
	var first order
	for _, how := range []pairing{nested, flat, loose} {
		ts, closed := tokens(s, how)
		for len(ts) > 0 && ts[0].class == sign && ts[0].form == "–" { // of a list
			ts = ts[1:]
		}
		if len(ts) == 0 {
			return order{own: true}
		}
		o := r.language.read(s, ts, r.nest.deep)
		if o.why == "" && (closed || how == loose) {
			return o
		}
		if how == nested {
			first = o
			if first.why == "" { // a quotation has no end
				first = order{why: WhyWords}
			}
		}
	}
	return first
}

// line reads the line at r.i and goes on behind it and its new text.
func (r *reader) line() {
	defer func(lo int) {
		for i := lo + 1; i < r.i; i++ {
			r.lines[i].text = true
		}
	}(r.i)
	l := &r.lines[r.i]
	r.close(l)
	if l.taken || l.Cells != nil || l.rest == "" || l.kind == corpus.KindRequisite || l.kind == corpus.KindSignature || l.kind == corpus.KindContents {
		r.i++
		return
	}
	if next := r.repeals(); next > r.i {
		r.i = next
		return
	}
	s, first, next := r.sentence()
	o := r.parse(s)
	if o.why != "" && next > r.i+1 { // no row that is quoted in the midst
		s, next = r.lines[r.i].rest, r.i+1
		o = r.parse(s)
	}
	if (o.why != "" || !ended(s, o)) && first == "" {
		if whole, more, hi := r.torn(s, o, next); hi > next {
			s, o, next = whole, more, hi
		} else if o.why == "" && depth(s) > 0 && !ended(s, o) { // the name of an act has no end
			o = order{why: WhyWords}
		}
	}
	switch {
	case o.own:
		r.i = next
	case o.why != "":
		if r.isUnread(s, o.why) {
			next = r.textBehind(s, first, next)
			r.unread(r.i, next, s, o.why)
			r.lose(s)
		}
		r.i = next
	default:
		r.take(s, o, first, next)
	}
}

// close forgets the leads that a line's number, or another appendix, ends.
func (r *reader) close(l *line) {
	here := top(l.at)
	if !strings.HasPrefix(here, "прил") {
		here = ""
	}
	if corpus.Address(here) != r.appendix {
		r.appendix, r.leads, r.level = corpus.Address(here), r.leadsInto(corpus.Address(here)), 0
	}
	if l.level == 0 {
		return
	}
	r.level = l.level
	for len(r.leads) > 0 && r.leads[len(r.leads)-1].level >= l.level {
		r.leads = r.leads[:len(r.leads)-1]
	}
}

// leadsInto returns what leads in to an appendix as a whole, if one order does.
func (r *reader) leadsInto(a corpus.Address) []lead {
	u := r.draft.Document.At(a)
	if u == nil || a == "" {
		return nil
	}
	var leads []lead
	for _, l := range r.lists {
		if l.number == "" || l.number == corpus.Number(u.Num) {
			leads = append(leads, l.lead)
		}
	}
	if len(leads) != 1 {
		return nil
	}
	return leads
}

// act is the act that is being amended, -1 if none is.
func (r *reader) act() int {
	for _, l := range slices.Backward(r.leads) {
		if l.act >= 0 {
			return l.act
		}
	}
	return -1
}

// sentence is the order that begins at r.i: the line, less new text that is
// quoted from within it on (first), or several lines where a quoted row stands
// between («строку» ⏎ «…» ⏎ «изложить …»).
func (r *reader) sentence() (s, first string, next int) {
	s, next = r.lines[r.i].rest, r.i+1
	if at := textInLine(s); at > 0 {
		return s[:at], s[at:], next
	}
	if strings.ContainsAny(s[len(s)-1:], ".;:,") || next >= len(r.lines) || r.lines[next].level > 0 || r.lines[next].Cells != nil {
		return s, "", next
	}
	if q := r.lines[next].rest; q == "«" || q == "\"" || q != "" && opens(q, 0) && !opens(s, 0) {
		hi, _ := r.quoteEnd(next, "")
		if hi < len(r.lines) && r.lines[hi].level == 0 && startsLower(r.lines[hi].rest) {
			var parts []string
			for _, l := range r.lines[next:hi] {
				parts = append(parts, l.rest)
			}
			if q := parts[len(parts)-1]; strings.ContainsAny(q[len(q)-1:], ".;") { // «словами» ⏎ «Б»;
				return s, "", next
			}
			return s + " " + strings.Join(parts, "\n") + " " + r.lines[hi].rest, "", hi + 1
		}
	}
	return s, "", next
}

// mostTorn is into how many more lines a sentence may have been torn, and
// mostTornList those that brackets with a list of publications may have.
const (
	mostTorn     = 4
	mostTornList = 40
)

// torn puts together a sentence that breaks off in the middle, as where the
// lines of a page were not known to be one paragraph: the first lines behind it
// with which it is understood. hi is next if there are none.
func (r *reader) torn(s string, first order, next int) (whole string, o order, hi int) {
	whole = s
	listed := 0
	for k := next; k < min(next+mostTorn+listed, len(r.lines)); k++ {
		l := &r.lines[k]
		inList := strings.Count(whole, "(") > strings.Count(whole, ")")
		if inList && listed < mostTornList && len(whole) < longestOrder {
			listed++
		} else if strings.ContainsAny(whole[len(whole)-1:], ".;:") && depth(whole) <= 0 || l.level > 0 && depth(whole) <= 0 && !r.numbersTorn(l, first) {
			break
		}
		if l.Cells != nil || l.rest == "" || l.taken || first.why == "" && first.announces() && opens(l.rest, 0) {
			break
		}
		if inList || l.level > 0 {
			whole += " " + strings.TrimSpace(l.Text)
		} else {
			whole += " " + l.rest
		}
		if inList && strings.Count(whole, "(") > strings.Count(whole, ")") {
			continue
		}
		if o = r.parse(whole); o.why == "" && !o.own && ended(whole, o) {
			return whole, o, k + 1
		}
	}
	return s, order{}, next
}

// numbersTorn reports whether the number of a line is that of what an order adds:
// «дополнить подпунктом» ⏎ «15) следующего содержания:».
func (r *reader) numbersTorn(l *line, first order) bool {
	return first.announces() && len(first.deeds[len(first.deeds)-1].nums) == 0 && startsLower(l.rest) && r.parse(l.rest).why != ""
}

// ended reports whether a sentence is at its end, as far as one can tell: the
// name of an act may go on in the next line, and where the new text stands.
func ended(s string, o order) bool {
	last := s[len(s)-1]
	if len(o.deeds) > 0 {
		d := o.deeds[len(o.deeds)-1]
		names := d.act != nil || d.kind == Suspend // last
		return last != ',' && (strings.ContainsRune(".;:", rune(last)) || !names) && (last == ':' || !o.announces())
	}
	return !o.leads || o.act == nil || o.list || strings.ContainsRune(".;:", rune(last))
}

// announces reports whether new text stands behind an order.
func (o order) announces() bool {
	n := len(o.deeds)
	return n > 0 && o.deeds[n-1].text && o.deeds[n-1].new == ""
}

// isUnread reports whether a sentence that was not understood orders a change:
// all do that stand where an act is being amended.
func (r *reader) isUnread(s string, why Why) bool {
	ts, _ := tokens(s, nested)
	switch {
	case r.listing():
		return r.lines[r.i].level > 0
	case r.act() >= 0:
		return why != WhyNoOrder || r.appendix == "" || r.language.orders(ts)
	case why == WhyNoOrder || !r.changesHere():
		return false
	}
	return r.language.orders(ts) || strings.HasSuffix(s, ":")
}

// changesHere reports whether orders may stand where line i does: in the draft
// itself, or in an appendix that says that it holds changes.
func (r *reader) changesHere() bool {
	u := r.draft.Document.At(r.appendix)
	return r.appendix == "" || u != nil && r.holdsChanges(u)
}

// holdsChanges reports whether an appendix says of itself, before its first
// number, that it holds changes. Where its caption is long the title may be a
// line below what was taken for one.
func (r *reader) holdsChanges(u *corpus.Unit) bool {
	var head strings.Builder
	for i := u.Span.Lo; i < min(u.Span.Hi, len(r.lines)) && r.lines[i].level == 0; i++ {
		head.WriteString(r.lines[i].Text + " ")
	}
	return r.language.changes(head.String())
}

// textBehind is the line behind the new text of a sentence that was not
// understood; it belongs to what is unread.
func (r *reader) textBehind(s, first string, next int) int {
	if ts, _ := tokens(s, nested); first == "" && (!hasColon(ts) || !r.language.orders(ts)) {
		return next
	}
	_, hi, _ := r.newText(next, first)
	for i := next; i < hi; i++ {
		if r.lines[i].taken {
			return i
		}
	}
	return max(hi, next)
}

// lose opens a lead that was not understood. Where the orders below it stand is
// not known. An order that was not understood still ends what it lies outside of.
func (r *reader) lose(s string) {
	rank := r.language.rank(s)
	if !r.onlyLeads(s) {
		r.leave([]Where{{Levels: rank}})
		last := s[strings.LastIndex(s, ";")+1:]
		if last == s || !r.onlyLeads(last) {
			return
		}
		s, rank = strings.TrimSpace(last), nil // «… исключить; в пункте 12:»
	}
	if o := r.parse(s); o.why == "" && o.leads && o.act == nil {
		r.lead(o, -1)
		return
	}
	l := lead{level: r.level + 1, act: -1, lost: true, rank: rank}
	if n := r.lines[r.i].level; n > 0 {
		l.level = n
	}
	r.leads = append(r.leads, l)
}

// onlyLeads reports whether a sentence leads in to others, and orders nothing.
func (r *reader) onlyLeads(s string) bool {
	ts, _ := tokens(s, nested)
	leads := strings.HasSuffix(s, ":") || hasColon(ts) && len(r.language.rank(s)) > 0 // «в пункте 5: (см. записку)»
	return leads && (!r.language.orders(ts) || brings(ts))
}

// brings reports whether a sentence brings changes into an act, and leads in to
// them: «Внести в … следующие изменения:», «… енгізілсін:».
func brings(ts []token) bool {
	return len(ts) > 1 && (ts[0].form == "внести" || strings.HasPrefix(ts[len(ts)-2].form, "енгізіл"))
}

// hasColon reports whether a sentence has a colon outside of its quotes.
func hasColon(ts []token) bool {
	return slices.ContainsFunc(ts, func(t token) bool { return t.class == sign && t.form == ":" })
}

// isLost reports whether an order stands below a lead that was not understood.
// What it names may be outside of it: «пункт 7 исключить» is not in clause 5,
// whatever was said of that.
func (r *reader) isLost(d deed, named bool) bool {
	if named {
		return false
	}
	outer := counted(d.adds)
	if len(d.where) > 0 && len(d.where[0].Levels) > 0 {
		outer = d.where[0].Levels[0]
	}
	return slices.ContainsFunc(r.leads, func(l lead) bool { return l.lost && !r.ends(l, outer) })
}

// ends reports whether a level lies outside of a lead that was not understood.
func (r *reader) ends(lost lead, l Level) bool {
	if named(l) && l.Kind == corpus.KindAppendix {
		return true
	}
	known := len(lost.rank) > 0 && (l.Kind != 0 || l.Noun != "")
	// Below its number all stands in it.
	return known && lost.level%2 == 1 && r.nest.cut(lost.rank, l) == 0
}

func (r *reader) unread(lo, hi int, s string, why Why) {
	if strings.TrimSpace(s) == "" { // a number alone
		s = r.text(lo, hi)
	}
	r.draft.Unread = append(r.draft.Unread, Unread{Place: r.lines[lo].at, Lines: corpus.Span{Lo: lo, Hi: hi}, Text: strings.TrimSpace(s), Why: why})
}

// take adds what an order says: a lead, or operations with their new text.
func (r *reader) take(s string, o order, first string, next int) {
	act := r.act()
	if points(o.act) {
		if act < 0 && o.leads && len(o.where) == 0 { // «В настоящем Законе используются понятия:»
			r.i = next
			return
		}
		o.act = nil
	}
	if o.act != nil {
		o.act.Place = r.lines[r.i].at
		act = r.addAct(*o.act)
	}
	switch {
	case o.leads:
		r.lead(o, act)
		if o.list && o.act != nil {
			r.lists = append(r.lists, listed{o.number, lead{act: act, where: o.where}})
		}
		r.i = next
	case len(o.deeds) == 1 && o.deeds[0].list:
		r.list(s, o.deeds[0], next)
		r.i = next
	default:
		r.orders(s, o, act, first, next)
	}
}

// lead opens what an order leads in to.
func (r *reader) lead(o order, act int) {
	l := lead{level: r.level + 1, act: -1, where: o.where}
	if n := r.lines[r.i].level; n > 0 {
		l.level = n
	}
	if o.act != nil { // it ends what another act led in to
		l.act = act
		for len(r.leads) > 0 && r.leads[len(r.leads)-1].level >= l.level {
			r.leads = r.leads[:len(r.leads)-1]
		}
	} else if l.level%2 == 1 {
		r.shadow(&l)
	}
	r.leads = append(r.leads, l)
}

// shadow closes the unnumbered leads that one of the same rank ends: «в пункте
// 3:» after «в пункте 2:».
func (r *reader) shadow(l *lead) {
	if len(l.where) == 0 || len(l.where[0].Levels) == 0 {
		return
	}
	for k := len(r.leads) - 1; k >= 0; k-- {
		up := r.leads[k]
		if up.lost && up.level%2 == 1 && r.ends(up, l.where[0].Levels[0]) {
			r.leads = r.leads[:k]
			continue
		}
		if up.level%2 == 0 || up.act >= 0 || len(up.where) == 0 || len(up.where[0].Levels) == 0 || r.nest.cut(up.where[0].Levels, l.where[0].Levels[0]) > 0 {
			return
		}
		r.leads = r.leads[:k]
	}
}

// orders adds the operations of an order.
func (r *reader) orders(s string, o order, act int, first string, next int) {
	lo := r.i
	var ops []Operation
	doubt := false
	for _, d := range o.deeds {
		at := act
		if points(d.act) {
			d.act = nil
		}
		if d.act != nil {
			d.act.Place = r.lines[lo].at
			at = r.addAct(*d.act)
		}
		if r.isLost(d, d.act != nil || o.act != nil) {
			next = r.textBehind(s, first, next)
			r.unread(lo, next, s, WhyNoLead)
			r.i = next
			return
		}
		if at < 0 {
			a := r.language.titled(r.draft.Document.Meta.Title)
			if a == nil {
				if ts, _ := tokens(s, nested); r.changesHere() && r.language.orders(ts) {
					next = r.textBehind(s, first, next)
					r.unread(lo, next, s, WhyNoAct)
				}
				r.i = next
				return
			}
			at, doubt = r.addAct(*a), true
		}
		op := Operation{Place: r.lines[lo].at, Lines: corpus.Span{Lo: lo, Hi: next}, Text: strings.TrimSpace(s), Act: at,
			Kind: d.kind, Object: d.object, Old: d.old, New: d.new, Nums: d.nums, Side: d.side, Everywhere: d.everywhere, Cases: d.cases, Until: d.until}
		op.Where = r.resolve(d, d.act != nil || o.act != nil)
		if doubt {
			op.Doubts = append(op.Doubts, DoubtNoAct)
		}
		switch {
		case d.appendix:
			if !r.attach(&op, d.number) {
				r.unread(lo, next, s, WhyAppendix)
				r.i = next
				return
			}
		case d.text:
			lines, hi, doubts := r.newText(next, first)
			if len(lines) == 0 {
				r.unread(lo, next, s, WhyNoText)
				r.i = next
				return
			}
			if more := r.hidden(next, hi, first); more != "" {
				r.unread(lo, hi, s, WhyTail)
				r.lose(more)
				r.i = hi
				return
			}
			next = hi
			op.Doubts = append(op.Doubts, doubts...)
			op.New = joined(lines)
			op.Units = fragment(lines, op, d.adds)
		case d.new != "" && (op.Object == Units || op.Object == Rows):
			op.Units = fragment([]corpus.Line{{Text: d.new}}, op, d.adds)
		}
		op.Lines.Hi = next
		if !numbersAgree(op) {
			op.Doubts = append(op.Doubts, DoubtNumbers)
		}
		ops = append(ops, op)
	}
	r.draft.Operations = append(r.draft.Operations, ops...)
	r.i = next
	r.leave(o.deeds[len(o.deeds)-1].where)
}

// leave closes the unnumbered leads that an order ends: behind «пункт 3
// исключить;» nothing stands in «в пункте 2:» any more. What both lie in stays open.
func (r *reader) leave(where []Where) {
	if len(where) == 0 || len(where[0].Levels) == 0 {
		return
	}
	to := where[0].Levels
	for k := len(r.leads) - 1; k >= 0; k-- {
		up := &r.leads[k]
		if up.level%2 == 0 || up.act >= 0 || up.lost || len(up.where) != 1 {
			return
		}
		from := up.where[0].Levels
		at := r.nest.under(from, to)
		n := 0
		for n < min(len(from), len(at)) && from[n].String() == at[n].String() && from[n].Noun == at[n].Noun {
			n++
		}
		switch {
		case n == len(from):
			return
		case n > 0:
			up.where = []Where{{Levels: from[:n], Text: up.where[0].Text}}
			return
		}
		r.leads = r.leads[:k]
	}
}

// points reports whether an act has no name of its own: «по всему тексту
// Закона» speaks of the one that is being amended.
func points(a *Act) bool {
	return a != nil && a.Title == "" && a.Number == "" && a.Date == "" && a.Type != "constitution"
}

// addAct returns the place of an act in the draft's list.
func (r *reader) addAct(a Act) int {
	for i, b := range r.draft.Acts {
		if a.Name == b.Name || a.Type == b.Type && a.Title == b.Title && a.Number == b.Number && a.Date == b.Date && a.Body == b.Body {
			return i
		}
	}
	r.draft.Acts = append(r.draft.Acts, a)
	return len(r.draft.Acts) - 1
}

// resolve puts what led in before what a deed names. An act that is named in
// the order itself begins anew.
func (r *reader) resolve(d deed, named bool) []Where {
	around := []Where{{}}
	if !named {
		for _, l := range r.leads {
			if l.act >= 0 {
				around = []Where{{}}
			}
			around = r.nest.all(around, l.where)
		}
	}
	if d.everywhere && len(d.where) == 0 {
		around = r.holdersOfText(around)
	}
	around = r.nest.all(around, d.where)
	if d.kind == Add && d.side == "" && (d.adds.Kind != 0 || d.adds.Noun != "") {
		around = r.nest.holders(around, d.adds)
	}
	return around
}

// holdersOfText are what «по всему тексту» means below leads: the rules, or the
// act, whatever clause was spoken of before.
func (r *reader) holdersOfText(around []Where) []Where {
	out := around[:0:0]
	for _, w := range around {
		n := 0
		for n < len(w.Levels) && w.Levels[n].Kind == corpus.KindAppendix {
			n++
		}
		w.Levels, w.Part, w.Sentence = w.Levels[:n], "", 0
		if !slices.ContainsFunc(out, func(o Where) bool { return o.Path() == w.Path() }) {
			out = append(out, w)
		}
	}
	return out
}
