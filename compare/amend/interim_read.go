package amend

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"svod/corpus"
)

// Read reads an amending act. Of any other document it finds no operations.
//
// A line is an order, leads in to orders, is new text that an order announces,
// or is the draft's own: its title, what it charges ministries with, its last
// clauses, its signature. What orders a change and is not understood whole is
// in Draft.Unread.
func Read(d *corpus.Document) *Draft {
	r := &reader0{draft: &Draft{Document: d}, language: languageOf0(d)}
	if d.Source == nil || d.Root == nil {
		return r.draft
	}
	r.lines = linesOf0(d)
	for r.i = 0; r.i < len(r.lines); {
		r.line()
	}
	r.effects()
	return r.draft
}

// A language is what the reader must know of one.
type language0 struct {
	read   grammar0
	act    func(s string) (Act, bool) // a whole sentence that names an act
	orders func(s string) bool        // it orders a change, as far as one can tell
	final  []string                   // beginnings of the draft's own last clauses, folded
	effect func(s string) (Effect, []exception0, bool)
}

func languageOf0(d *corpus.Document) language0 {
	if d.Meta.Language == "kk" {
		return kazakh0
	}
	return russian0
}

// A line is one of the draft's, with the number that it bears there.
type line0 struct {
	corpus.Line
	at    corpus.Address
	kind  corpus.Kind // of its unit, or of the nearest above that is no passage
	level int         // of its number: 0 if it has none
	num   string
	rest  string // behind its number
	taken bool   // by an order that stands elsewhere
}

// Levels of numbers, the outermost first.
const (
	levelArticle0 = 2 * (iota + 1)
	levelClause0
	levelSubclause0
	levelItem0
)

var labels0 = []struct {
	level int
	re    *regexp.Regexp
}{
	{levelArticle0, regexp.MustCompile(`^(?:Статья|СТАТЬЯ)\s+(\d[\d\-–.¹²³⁴⁵⁶⁷⁸⁹⁰]*)(?:\.|\s|$)\s*`)},
	{levelArticle0, regexp.MustCompile(`^(\d[\d-]*)\s*-\s*бап\.?\s*`)},
	{levelClause0, regexp.MustCompile(`^(\d{1,3}(?:-\d+)*)\.(?:\s+|$)`)},
	{levelSubclause0, regexp.MustCompile(`^(\d{1,3}(?:-\d+)*)\)\s*`)},
	{levelItem0, regexp.MustCompile(`^(\p{Cyrillic})\)\s+`)},
}

// linesOf lays the draft out in lines that know their units.
func linesOf0(d *corpus.Document) []line0 {
	ls := make([]line0, len(d.Source.Lines))
	for a, u := range d.All() {
		for i := u.Span.Lo; i < u.Span.Hi && i < len(ls); i++ {
			ls[i].at = a
			if u.Kind != corpus.KindPassage {
				ls[i].kind = u.Kind
			}
		}
	}
	for i := range ls {
		l := &ls[i]
		l.Line = d.Source.Lines[i]
		l.rest = strings.TrimSpace(l.Text)
		for _, lb := range labels0 {
			if m := lb.re.FindStringSubmatch(l.rest); m != nil && l.Cells == nil && !(d.Meta.Language == "kk" && beginsWithPlace(l.rest)) {
				l.level, l.num, l.rest = lb.level, corpus.Number(m[1]), l.rest[len(m[0]):]
				break
			}
		}
	}
	return ls
}

// A lead is what leads in to the lines below it.
type lead0 struct {
	level   int // of its number; that of an unnumbered one is odd, below its number's
	act     int // -1: none named here
	where   []Where
	repeals bool // acts that are repealed follow
	at      corpus.Address
}

type reader0 struct {
	draft    *Draft
	language language0
	lines    []line0
	i        int
	leads    []lead0
	level    int // of the last number
	appendix corpus.Address
}

// line reads the line at r.i and goes on behind it and its new text.
func (r *reader0) line() {
	l := &r.lines[r.i]
	if l.taken || l.Cells != nil || l.kind == corpus.KindRequisite || l.kind == corpus.KindSignature || l.kind == corpus.KindContents || l.rest == "" {
		r.close(l)
		r.i++
		return
	}
	r.close(l)
	s, first, next0 := r.sentence()
	o, why := r.language.read(s)
	switch {
	case why == "" && r.isList(s, o):
		r.i = next0
	case why != "" && r.repealsAct(s):
		r.i = next0
	case why != "":
		if r.isUnread(s) {
			r.unread(r.i, next0, s, why)
		}
		r.i = next0
	case len(o.acts) == 0 && r.act() < 0 && !namesAct0(o) && !o.follow:
		if r.strong(s) {
			r.unread(r.i, next0, s, WhyNoAct)
		}
		r.i = next0
	default:
		r.take(s, o, first, next0)
	}
}

// close forgets the leads that a line's number, or another appendix, ends.
func (r *reader0) close(l *line0) {
	top, _, _ := strings.Cut(string(l.at), "/")
	if !strings.HasPrefix(top, "прил") {
		top = ""
	}
	if corpus.Address(top) != r.appendix {
		r.appendix, r.leads, r.level = corpus.Address(top), nil, 0
	}
	if l.level == 0 {
		return
	}
	r.level = l.level
	for len(r.leads) > 0 && r.leads[len(r.leads)-1].level >= l.level {
		r.leads = r.leads[:len(r.leads)-1]
	}
}

// act is the act that is being amended, -1 if none is.
func (r *reader0) act() int {
	for _, l := range slices.Backward(r.leads) {
		if l.act >= 0 {
			return l.act
		}
	}
	return -1
}

func namesAct0(o order0) bool {
	return len(o.deeds) > 0 && !slices.ContainsFunc(o.deeds, func(d deed0) bool { return d.act == nil && !d.list })
}

// sentence is the order that begins at r.i: the line, less new text that is
// quoted from within it on (first), or several lines where a quoted row stands
// between («строку» ⏎ «…» ⏎ «изложить …»).
func (r *reader0) sentence() (s, first string, next0 int) {
	s, next0 = r.lines[r.i].rest, r.i+1
	if at := textInLine0(s); at > 0 {
		return s[:at], s[at:], next0
	}
	if strings.ContainsAny(s[len(s)-1:], ".;:,») ") || next0 >= len(r.lines) || r.lines[next0].level > 0 {
		return s, "", next0
	}
	if q := r.lines[next0].rest; q != "" && strings.ContainsAny(q[:1], "«\"“„"[:1]) && isOpening0(q, 0) {
		hi, ok := r.quoteEnd(next0, "")
		if ok && hi < len(r.lines) && r.lines[hi].level == 0 && startsLower0(r.lines[hi].rest) {
			var parts []string
			for _, l := range r.lines[next0:hi] {
				parts = append(parts, l.rest)
			}
			return s + " " + strings.Join(parts, "\n") + " " + r.lines[hi].rest, "", hi + 1
		}
	}
	return s, "", next0
}

var inLine0 = regexp.MustCompile(`(?i)(?:редакции|содержания|редакцияда жазылсын|толықтырылсын)\s*:\s*([«"“„])`)

// textInLine returns where new text begins that goes on to the end of the line
// or beyond, 0 if none does.
func textInLine0(s string) int {
	m := inLine0.FindStringSubmatchIndex(s)
	if m == nil {
		return 0
	}
	at := m[2]
	hi, _, open := quotation0(s, at)
	if open || strings.Trim(s[hi:], " .;,") == "" || depth0(s[at:]) > 0 {
		return at
	}
	return 0
}

func startsLower0(s string) bool {
	for _, c := range s {
		return unicode.IsLower(c)
	}
	return false
}

// isUnread reports whether a sentence that was not understood orders a change.
func (r *reader0) isUnread(s string) bool {
	if r.isFinal(s) {
		return false
	}
	return r.act() >= 0 || r.strong(s)
}

// strong reports whether a sentence surely orders a change of an act, though
// none is being amended where it stands.
func (r *reader0) strong(s string) bool {
	return r.appendix == "" && r.language.orders(s) && !r.isFinal(s)
}

func (r *reader0) isFinal(s string) bool {
	s = strings.ToLower(s)
	return slices.ContainsFunc(r.language.final, func(w string) bool { return strings.HasPrefix(s, w) })
}

func (r *reader0) unread(lo, hi int, s string, why Why) {
	r.draft.Unread = append(r.draft.Unread, Unread{Place: r.lines[lo].at, Lines: corpus.Span{Lo: lo, Hi: hi}, Text: s, Why: why})
}

// take adds what an order says: leads, operations with their new text.
func (r *reader0) take(s string, o order0, first string, next0 int) {
	lo := r.i
	act := r.act()
	for i := range o.acts {
		o.acts[i].Place = r.lines[lo].at
		act = r.addAct(o.acts[i])
	}
	if o.follow && len(o.deeds) == 0 {
		l := lead0{level: r.level + 1, act: -1, where: o.where, at: r.lines[lo].at}
		if r.lines[lo].level > 0 {
			l.level = r.lines[lo].level
		}
		if len(o.acts) > 0 {
			l.act = act
			for len(r.leads) > 0 && r.leads[len(r.leads)-1].level >= l.level { // the next act of a list without numbers
				r.leads = r.leads[:len(r.leads)-1]
			}
		}
		if l.level%2 == 1 && len(o.acts) == 0 {
			r.shadow(&l)
		}
		r.leads = append(r.leads, l)
		r.i = next0
		return
	}
	ops := make([]Operation, 0, len(o.deeds))
	for _, d := range o.deeds {
		op := d.Operation
		op.Place, op.Text, op.Act = r.lines[lo].at, strings.TrimSpace(s), act
		op.Lines = corpus.Span{Lo: lo, Hi: next0}
		if d.act != nil {
			d.act.Place = op.Place
			op.Act = r.addAct(*d.act)
		}
		where := d.Where
		if !d.here {
			where = o.where
		}
		if r.lines[lo].level == 0 && d.Side == "" && len(where) > 0 {
			r.shadow(&lead0{where: where}) // «в пункте 5:» is over when «пункт 7» is touched
		}
		op.Where = r.resolve(where, d)
		if d.act != nil && len(d.Where) > 0 {
			op.Where = d.Where
		}
		if op.Object == Units {
			op.Object = whole0(op.Where)
			if op.Kind == Add {
				op.Object = Units
			}
		}
		switch {
		case d.appendix != "":
			if !r.attach(&op, d.appendix) {
				op.Doubts = append(op.Doubts, DoubtAppendix)
			}
		case d.New != "" && (op.Object == Units || op.Object == Rows || op.Object == Headings || op.Object == Sentences):
			op.Units = fragment0([]corpus.Line{{Text: d.New}}, op, d.added)
		case d.text:
			lines, hi, doubts := r.newText(next0, first)
			if lines == nil {
				r.unread(lo, next0, s, WhyNoText)
				r.i = next0
				return
			}
			next0 = hi
			op.Doubts = append(op.Doubts, doubts...)
			op.New = join0(lines)
			op.Units = fragment0(lines, op, d.added)
		}
		op.Lines.Hi = next0
		if !numbersAgree0(op) {
			op.Doubts = append(op.Doubts, DoubtNumbers)
		}
		ops = append(ops, op)
	}
	r.draft.Operations = append(r.draft.Operations, ops...)
	r.i = next0
}

// shadow closes the unnumbered leads that one more of the same rank ends: «в
// пункте 3:» after «в пункте 2:».
func (r *reader0) shadow(l *lead0) {
	if len(l.where) == 0 || len(l.where[0].Levels) == 0 {
		return
	}
	for k := len(r.leads); k > 0; k-- {
		up := r.leads[k-1]
		if up.level%2 == 0 || up.act >= 0 || len(up.where) == 0 || len(up.where[0].Levels) == 0 {
			return
		}
		if !ends0(up.where[0].Levels, l.where[0].Levels[0]) {
			return
		}
		r.leads = r.leads[:k-1]
	}
}

// ends reports whether a level cannot stand below others: it is of the rank of
// their first or outside of it.
func ends0(above []Level, l Level) bool { return cut0(above, l) == 0 }

// cut returns how many levels stay around one that is named next.
func cut0(above []Level, l Level) int {
	for i, a := range above {
		switch {
		case l.Noun != "" && l.Kind == corpus.KindRow:
			if a.Noun == l.Noun {
				return i
			}
		case a.Noun != "" && a.Kind == corpus.KindRow:
		case rank0(a) >= rank0(l):
			return i
		}
	}
	return len(above)
}

// addAct returns the place of an act in the draft's list.
func (r *reader0) addAct(a Act) int {
	for i, b := range r.draft.Acts {
		if a.Name == b.Name || a.Number != "" && a.Number == b.Number && a.Date == b.Date && a.Type == b.Type && a.Body == b.Body {
			return i
		}
	}
	r.draft.Acts = append(r.draft.Acts, a)
	return len(r.draft.Acts) - 1
}

// resolve puts what led in before what an order names.
func (r *reader0) resolve(where []Where, d deed0) []Where {
	around := []Where{{}}
	for _, l := range r.leads {
		if l.act >= 0 {
			around = []Where{{}}
		}
		if len(l.where) > 0 {
			around = within0(around, l.where)
		}
	}
	if len(where) > 0 {
		around = within0(around, where)
	}
	if d.Kind == Add && d.added != 0 {
		for i := range around {
			w := &around[i]
			if d.Side != "" { // beside a unit
				continue
			}
			own := Level{Step: corpus.Step{Kind: d.added, Nums: []string{"1"}}}
			n := cut0(w.Levels, own)
			if d.added == corpus.KindRow || d.added == corpus.KindPart && len(where) > 0 && len(where[0].Levels) > 0 {
				n = len(w.Levels)
			}
			w.Levels = w.Levels[:n]
		}
	}
	return around
}

// within puts places into others.
func within0(outer, inner []Where) []Where {
	var out []Where
	for _, o := range outer {
		for _, w := range inner {
			levels := slices.Clone(o.Levels)
			if len(w.Levels) > 0 {
				levels = append(levels[:cut0(levels, w.Levels[0])], w.Levels...)
			}
			n := Where{Levels: levels, Part: w.Part, Sentence: w.Sentence, Text: w.Text}
			if n.Part == "" && len(w.Levels) == 0 {
				n.Part, n.Sentence = o.Part, o.Sentence
			}
			out = append(out, n)
		}
	}
	return out
}
