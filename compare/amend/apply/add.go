package apply

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
)

// ofParts matches the order to add a part: the unit itself is a paragraph.
var ofParts = regexp.MustCompile(`(?i)дополни\pL*\s+(?:нов\pL+\s+)?част(?:ью|ями)|бөлі(?:кпен|ктермен|гімен)`)

// add puts new units into a target. Numbered ones stand where their numbers ask
// for; paragraphs where the draft counts them to, later ones being pushed down.
func (a *applier) add(op *amend.Operation, t target) (added []*corpus.Unit, code Code, near []*corpus.Unit) {
	news := a.newUnits(op)
	if len(news) == 0 {
		return nil, NoWords, nil
	}
	if op.Object == amend.Rows || news[0].Kind == corpus.KindRow {
		return a.addRows(op, t, news)
	}
	if t.part == amend.PartNote {
		t = target{unit: t.unit}
	}
	numbered := news[0].Num != "" || news[0].Kind == corpus.KindAppendix || news[0].Kind == corpus.KindPreamble
	if !numbered {
		at, code := a.counted(op, t)
		if code != "" {
			return nil, code, nil
		}
		for i, u := range news {
			a.insert(t.unit, at+i, u)
		}
		return news, "", nil
	}
	if t, code = a.list(t, news[0]); code != "" {
		return nil, code, t.units
	}
	// All or nothing: half of what is ordered would be no text of anybody's.
	for _, u := range news {
		if other := a.taken(t, u); other != nil {
			return nil, Exists, []*corpus.Unit{other}
		}
	}
	var last *corpus.Unit
	for _, u := range news {
		if t.counted && last != nil && last.Kind == u.Kind {
			t.units = append(slices.Clip(t.units), last)
		}
		if u.Num == "" && last != nil { // a paragraph behind a new unit belongs behind it
			a.insert(a.above[last], a.place(last)+1, u)
			added, last = append(added, u), u
			continue
		}
		if code := a.insertNumbered(t, u); code != "" {
			return added, code, nil
		}
		added, last = append(added, u), u
	}
	return added, "", nil
}

// counted is where paragraphs come in below a target: «абзацем третьим»,
// «частью второй», or at its end.
func (a *applier) counted(op *amend.Operation, t target) (at int, code Code) {
	u := t.unit
	end := len(u.Units)
	if u == a.root { // before the signature
		for end > 0 && (u.Units[end-1].Kind == corpus.KindSignature || u.Units[end-1].Kind == corpus.KindAppendix) {
			end--
		}
	}
	among := u.Units
	if t.counted {
		if end, among = 0, t.units; len(among) > 0 {
			end = a.place(among[len(among)-1]) + 1
		}
	}
	n := firstNumber(op.Nums)
	if n == 0 {
		return end, ""
	}
	if !t.counted && ofParts.MatchString(op.Text) {
		ps := corpus.Parts(u)
		if n <= len(ps) && n > 0 && len(ps[n-1].Units) > 0 && !ps[n-1].Own {
			return a.place(ps[n-1].Units[0]), ""
		}
		if n > len(ps)+1 {
			return 0, NoUnit
		}
		return end, ""
	}
	count := 0
	if u.Text != "" && (!t.counted || t.own) {
		count = 1
	}
	for _, k := range among {
		if k.Kind != corpus.KindPassage {
			continue
		}
		if count++; count == n {
			return a.place(k), ""
		}
		if count == n-1 && !strings.HasSuffix(k.Text, ":") {
			end = a.place(k) + 1
		}
	}
	if n > count+1 || n == 1 && count > 0 {
		return 0, NoUnit
	}
	return end, ""
}

// high reports whether units of a kind are numbered through the act or the
// appendix, whatever chapter they stand in.
func (a *applier) high(kind corpus.Kind, above *corpus.Unit) bool {
	switch {
	case kind == corpus.KindClause:
		return above.Kind < corpus.KindArticle
	case kind == corpus.KindSubsection, kind == corpus.KindParagraph:
		return false
	}
	return kind <= corpus.KindArticle
}

// siblings are the units of a kind among which one below another has its place.
func (a *applier) siblings(kind corpus.Kind, above *corpus.Unit) []*corpus.Unit {
	var out []*corpus.Unit
	high := a.high(kind, above)
	var walk func(u *corpus.Unit)
	walk = func(u *corpus.Unit) {
		for _, k := range u.Units {
			if k.Kind == kind && (k.Num != "" || kind == corpus.KindAppendix) {
				out = append(out, k)
			}
			if high && k.Kind < kind && k.Kind != corpus.KindAppendix && (kind != corpus.KindClause || k.Kind < corpus.KindArticle) {
				walk(k)
			}
		}
	}
	walk(above)
	return out
}

// list chooses among the lists of a target the one that a new unit goes on with:
// a clause of two parts may have 1) to 4) in each. A target with one list stays.
func (a *applier) list(t target, u *corpus.Unit) (target, Code) {
	var runs [][]*corpus.Unit
	for _, k := range a.beside(t, u) {
		n := len(runs) - 1
		if n < 0 || !corpus.NumberLess(a.number(runs[n][len(runs[n])-1].Num), a.number(k.Num)) && a.above[runs[n][0]] == a.above[k] && u.Kind > corpus.KindClause {
			runs, n = append(runs, nil), n+1
		}
		runs[n] = append(runs[n], k)
	}
	if len(runs) < 2 {
		return t, ""
	}
	before := predecessor(a.number(u.Num))
	var fit [][]*corpus.Unit
	for _, run := range runs {
		if slices.ContainsFunc(run, func(k *corpus.Unit) bool { return a.number(k.Num) == before }) {
			fit = append(fit, run)
		}
	}
	if len(fit) != 1 {
		var ends []*corpus.Unit
		for _, run := range runs {
			ends = append(ends, run[len(run)-1])
		}
		return target{units: ends}, SeveralUnits
	}
	return target{unit: t.unit, counted: true, units: fit[0]}, ""
}

// predecessor is the number before another: 3 before 4, 4 before 4-1, 4-1
// before 4-2.
func predecessor(num string) string {
	i := strings.LastIndexAny(num, ".-") + 1
	n, err := strconv.Atoi(num[i:])
	switch {
	case err != nil:
		return ""
	case n > 1:
		return num[:i] + strconv.Itoa(n-1)
	case i > 0:
		return num[:i-1]
	}
	return ""
}

// beside are the siblings of a new unit below a target.
func (a *applier) beside(t target, u *corpus.Unit) []*corpus.Unit {
	if !t.counted {
		sibs := a.siblings(u.Kind, t.unit)
		if len(sibs) == 0 { // «1)» is an item here, or a clause there: what the act has decides
			for _, k := range t.unit.Units {
				if k.Num != "" && k.Kind > corpus.KindArticle && u.Kind > corpus.KindArticle && strings.HasSuffix(k.Label, ")") == strings.HasSuffix(u.Label, ")") {
					u.Kind = k.Kind
					return a.siblings(u.Kind, t.unit)
				}
			}
		}
		return sibs
	}
	var out []*corpus.Unit
	for _, k := range t.units {
		if k.Kind == u.Kind && k.Num != "" {
			out = append(out, k)
		}
	}
	return out
}

// taken is the unit that has the number of a new one already, nil if there is
// none: a place that is empty, or that the draft itself is going to empty, is
// free.
func (a *applier) taken(t target, u *corpus.Unit) *corpus.Unit {
	if u.Kind == corpus.KindPreamble {
		for _, k := range t.unit.Units {
			if k.Kind == corpus.KindPreamble {
				return k
			}
		}
		return nil
	}
	for _, k := range a.beside(t, u) {
		if a.number(k.Num) == a.number(u.Num) && !k.Repealed && !a.leaving[k] && !stub(k) {
			return k
		}
	}
	return nil
}

// stub reports whether a unit stands only by its number, as one that is not in
// force yet: «5-4) вводится в действие с …».
func stub(u *corpus.Unit) bool { return u.Title+u.Text == "" && len(u.Units) == 0 }

// insertNumbered puts a unit where its number asks for: behind the last of its
// kind with a smaller one, in whatever chapter that stands.
func (a *applier) insertNumbered(t target, u *corpus.Unit) Code {
	sibs := a.beside(t, u)
	var before, behind *corpus.Unit
	num := a.number(u.Num)
	for _, k := range sibs {
		switch n := a.number(k.Num); {
		case n == num && (k.Repealed || stub(k)): // the place that was kept for its number
			above, i := a.above[k], a.place(k)
			a.inherit([]*corpus.Unit{k}, []*corpus.Unit{u})
			a.take(k)
			a.insert(above, i, u)
			return ""
		case n == num: // which leaves its number
			above, i := a.above[k], a.place(k)
			a.insert(above, i, u)
			return ""
		case corpus.NumberLess(n, num):
			behind = k
		case before == nil:
			before = k
		}
	}
	switch {
	case behind != nil:
		a.insert(a.above[behind], a.place(behind)+1, u)
	case before != nil:
		a.insert(a.above[before], a.place(before), u)
	default:
		a.insertFirst(t, u)
	}
	return ""
}

// insertFirst puts in a unit of a kind that its target has not yet.
func (a *applier) insertFirst(t target, u *corpus.Unit) {
	above := t.unit
	at := len(above.Units)
	switch {
	case t.counted && len(t.units) > 0:
		at = a.place(t.units[len(t.units)-1]) + 1
	case t.counted:
		at = 0
	case u.Kind == corpus.KindPreamble:
		at = slices.IndexFunc(above.Units, func(k *corpus.Unit) bool { return k.Kind != corpus.KindRequisite })
		at = max(at, 0)
	case u.Kind != corpus.KindAppendix:
		for at > 0 && (above.Units[at-1].Kind == corpus.KindSignature || above.Units[at-1].Kind == corpus.KindAppendix) {
			at--
		}
	}
	a.insert(above, at, u)
}

// number is the canonical form of a printed number, found once for each.
func (a *applier) number(printed string) string {
	num, ok := a.numbers[printed]
	if !ok {
		num = corpus.Number(printed)
		a.numbers[printed] = num
	}
	return num
}
