package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// Resolve returns what a reference means in this document, in document order:
// nothing if there is no such provision, several if its words fit several.
//
// Steps are read strictly first, each right under the one before it. Where
// that leads nowhere people have left out a level, or named it by another
// act's word, and whatever fits below counts. The appendices are searched if
// the reference names one («пункт 3 Правил»), or if the act itself has
// nothing. The signs in numbers are read in other ways where nothing bears them
// as they stand: see readings.
//
// A part that is only counted («часть вторая») is the paragraphs in it. The
// first part, and the first passage, have no address but that of their unit.
func (d *Document) Resolve(r Reference) []Address {
	if r.Address != "" && d.At(r.Address) != nil {
		return []Address{r.Address}
	}
	if d.Root == nil || len(r.Steps) == 0 {
		return nil
	}
	for _, r := range readings(r, otherSign, asRange, asInserted) {
		if found := d.resolve(r, false); found != nil {
			s := resolver{d: d, t: d.table()}
			return s.addresses(found)
		}
	}
	return nil
}

// resolve returns the places that a reference means, read strictly, and unless
// it is to be exact, if that leads nowhere, as whatever fits.
func (d *Document) resolve(r Reference, exact bool) []place {
	s := resolver{d: d, t: d.table(), strictly: []bool{true, false}, exact: exact}
	if exact {
		s.strictly = s.strictly[:1]
	}
	orders := orders(r.Steps)
	if word, _, _ := strings.Cut(strings.TrimPrefix(r.Rest, "к "), " "); word != "" { // «приложение 1 к Правилам»
		if u := d.approved(approvedWord(word)); u != nil {
			if found := s.search(place{unit: u}, orders); found != nil {
				return found
			}
		}
	}
	if found := s.search(place{unit: d.Root}, orders); found != nil {
		return found
	}
	var found []place
	var appendices func(*Unit)
	appendices = func(above *Unit) {
		for _, u := range above.Units {
			if u.Kind == KindAppendix {
				found = append(found, s.search(place{unit: u}, orders)...)
				appendices(u)
			}
		}
	}
	appendices(d.Root)
	return found
}

// readings are a reference as it stands, and what may be meant by the signs in
// its numbers if nothing bears these: «ст. 67-1» is 67.1 of a Russian act and
// «5.1» is 5-1 of a Kazakh one; «ст. 5-7» may be articles 5 to 7, and «ст.
// 2–1», which is no range, article 2-1.
func readings(r Reference, reads ...func(string) string) []Reference {
	all := []Reference{r}
	for _, read := range reads {
		steps := slices.Clone(r.Steps)
		changed := false
		for i := range steps {
			steps[i].Nums = slices.Clone(steps[i].Nums)
			for j, num := range steps[i].Nums {
				steps[i].Nums[j] = read(num)
				changed = changed || steps[i].Nums[j] != num
			}
		}
		if changed {
			all = append(all, Reference{Steps: steps, Rest: r.Rest})
		}
	}
	return all
}

func otherSign(num string) string {
	if lo, hi, ok := strings.Cut(num, "-"); ok {
		return lo + "." + hi
	}
	if lo, hi, ok := strings.Cut(num, "."); ok {
		return lo + "-" + hi
	}
	return num
}

func asRange(num string) string { return hyphenRanges([]string{num})[0] }

func asInserted(num string) string {
	if lo, hi, ok := strings.Cut(num, "–"); ok && lessNumber(hi, lo) {
		return lo + "-" + hi
	}
	return num
}

// orders lists the steps as they are, and with the «часть» at each other
// place below the article.
func orders(steps []Step) [][]Step {
	all := [][]Step{steps}
	for i, st := range steps {
		if !floating(st) {
			continue
		}
		without := slices.Delete(slices.Clone(steps), i, i+1)
		for j := 0; j <= len(without); j++ {
			if j != i && (j == 0 || without[j-1].Kind >= KindArticle) {
				all = append(all, slices.Insert(slices.Clone(without), j, st))
			}
		}
		break
	}
	return all
}

// A place is a unit, or one of its parts, or only its own paragraph.
type place struct {
	unit  *Unit
	part  int  // from 1; 0 is the whole unit
	first bool // «абзац первый»
}

// A resolver follows steps through one document.
type resolver struct {
	d        *Document
	t        *addresses
	strictly []bool
	exact    bool // a word means another kind of unit only where its own has none: see Spots
}

// search follows the steps from a place, strictly if it can.
func (s *resolver) search(from place, orders [][]Step) []place {
	for _, strict := range s.strictly {
		for _, steps := range orders {
			at := []place{from}
			for _, st := range steps {
				var next []place
				for _, p := range at {
					next = append(next, s.step(p, st, strict)...)
				}
				at = next
			}
			if s.addresses(at) != nil {
				return at
			}
		}
	}
	return nil
}

// addresses turns places into addresses in document order, each once.
func (s *resolver) addresses(at []place) []Address {
	var found []int
	for _, p := range at {
		units := []*Unit{p.unit}
		if p.part > 0 {
			if part := parts(p.unit)[p.part-1]; !part.own {
				units = part.units
			}
		}
		for _, u := range units {
			if i, ok := s.t.byUnit[u]; ok {
				found = append(found, i)
			}
		}
	}
	slices.Sort(found)
	var as []Address
	for _, i := range slices.Compact(found) {
		as = append(as, s.t.order[i])
	}
	return as
}

// step returns the places below p that a step names.
func (s *resolver) step(p place, st Step, strict bool) []place {
	switch {
	case floating(st) && p.unit.Kind >= KindArticle:
		return s.part(p, st, strict)
	case st.Kind == KindPassage:
		return s.passages(p, st, strict)
	}
	for _, kind := range s.kinds(p.unit, st.Kind) {
		if s.exact && !s.stands(p.unit, st.Kind, kind) {
			break
		}
		if units := pick(s.below(p, kind, strict), st); len(units) > 0 {
			at := make([]place, len(units))
			for i, u := range units {
				at[i] = place{unit: u}
			}
			return at
		}
		if s.exact && len(s.below(p, kind, strict)) > 0 {
			break // the act has what the word says, but not this one
		}
	}
	return nil
}

// stands reports whether a word may stand for a unit of a kind in an order: a
// clause is no «подпункт», and a subclause right under an article is a «пункт»
// only in acts that call it so.
func (s *resolver) stands(above *Unit, word, kind Kind) bool {
	switch {
	case word == KindSubclause:
		return kind != KindClause
	case word == KindClause && kind > KindClause && above.Kind == KindArticle:
		return s.t.terms.scheme == federal || s.t.terms.scheme == criminal
	}
	return true
}

// kinds lists the kinds of units that a word may mean below u, the likeliest
// first.
func (s *resolver) kinds(u *Unit, word Kind) []Kind {
	switch word {
	case KindPart:
		return []Kind{KindPart, KindSection, KindClause}
	case KindSection:
		return []Kind{KindSection, KindPart}
	case KindClause:
		if t := &s.t.terms; u.Kind == KindArticle && (t.scheme == federal || t.scheme == criminal) {
			return []Kind{KindSubclause, KindItem, KindClause}
		}
		return []Kind{KindClause, KindSubclause, KindItem}
	case KindSubclause:
		return []Kind{KindSubclause, KindItem, KindClause}
	case KindItem:
		return []Kind{KindItem, KindSubclause}
	}
	return []Kind{word}
}

// below lists the units of a kind under a place: its children, or for kinds
// that stand directly under the document all down to the next appendix. If
// strict is not asked for, all count.
func (s *resolver) below(p place, kind Kind, strict bool) []*Unit {
	var units []*Unit
	if p.part > 0 {
		for _, c := range parts(p.unit)[p.part-1].units {
			if c.Kind == kind {
				units = append(units, c)
			}
		}
		return units
	}
	var walk func(*Unit)
	walk = func(u *Unit) {
		for _, c := range u.Units {
			high := c.Kind <= KindArticle || c.Kind == KindClause && u.Kind < KindArticle
			if c.Kind == kind && (!strict || u == p.unit || high) {
				units = append(units, c)
			}
			if c.Kind != KindAppendix && (!strict || c.Kind < KindArticle) {
				walk(c)
			}
		}
	}
	walk(p.unit)
	return units
}

// pick chooses the units that a step numbers.
func pick(units []*Unit, st Step) []*Unit {
	if len(st.Nums) == 0 {
		var plain []*Unit
		for _, u := range units {
			if u.Num == "" {
				plain = append(plain, u)
			}
		}
		if len(plain) == 0 && len(units) == 1 {
			plain = units
		}
		return nth(plain, st.Repeat)
	}
	var found []*Unit
	for _, num := range st.Nums {
		if len(units) > 0 && counted(units[0].Kind) {
			found = append(found, byCount(units, num)...)
			continue
		}
		var same []*Unit
		for _, u := range units {
			if matches(u, num) && !slices.Contains(found, u) { // «8, 12» matches both
				same = append(same, u)
			}
		}
		found = append(found, nth(same, st.Repeat)...)
	}
	return found
}

// counted reports whether units of a kind have no numbers of their own.
func counted(k Kind) bool { return k >= KindTable || KindRequisite <= k && k <= KindSignature }

// byCount returns the unit at a place of the list, or those in a range.
func byCount(units []*Unit, num string) []*Unit {
	lo, hi, ok := strings.Cut(num, "–")
	if !ok {
		hi = lo
	}
	from, to := atoi(lo), min(atoi(hi), len(units))
	if from < 1 || from > to {
		return nil
	}
	return units[from-1 : to]
}

// matches reports whether a unit bears a number, or lies in a range of them,
// or is itself several repealed units in one.
func matches(u *Unit, num string) bool {
	if u.Kind == KindAppendix && u.Num == "" {
		return namesItself(u) >= 0 && approvedNouns[namesItself(u)].stem == num
	}
	own := Number(u.Num)
	if own == num || own != "" && !isDigit(own[0]) && cyrillic(own) == cyrillic(num) {
		return true
	}
	for own := range strings.SplitSeq(own, ",") {
		if lo, hi, ok := strings.Cut(num, "–"); ok {
			if own != "" && isDigit(own[0]) && between(own, lo, hi) {
				return true
			}
			continue
		}
		if lo, hi, ok := strings.Cut(own, "–"); own == num || ok && between(num, lo, hi) {
			return true
		}
	}
	return false
}

// cyrillic folds the letters of lists, which typists mix up.
func cyrillic(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Latin, r) {
			if f := []rune(foldWord("а" + string(r))); len(f) == 2 {
				return f[1]
			}
		}
		return r
	}, s)
}

// nth keeps the n-th of units with the same number, all if n is 0.
func nth(units []*Unit, n int) []*Unit {
	if n == 0 {
		return units
	}
	if n > len(units) {
		return nil
	}
	return units[n-1 : n]
}

// part finds «часть 2» below a place: a numbered clause where the act calls
// clauses so, else a part that is counted.
func (s *resolver) part(p place, st Step, strict bool) []place {
	clauses := func() []place {
		var at []place
		if p.unit.Kind == KindArticle && p.part == 0 {
			for _, u := range pick(s.below(p, KindClause, strict), st) {
				at = append(at, place{unit: u})
			}
		}
		return at
	}
	counted := func() []place {
		if p.part > 0 {
			return nil
		}
		var at []place
		ps := parts(p.unit)
		for _, num := range st.Nums {
			lo, hi, ok := strings.Cut(num, "–")
			if !ok {
				hi = lo
			}
			for i := max(1, atoi(lo)); i <= min(atoi(hi), len(ps)); i++ {
				if len(ps) == 1 {
					at = append(at, place{unit: p.unit})
				} else {
					at = append(at, place{unit: p.unit, part: i})
				}
			}
		}
		return at
	}
	if s.t.terms.clausesAreParts() {
		if at := clauses(); at != nil {
			return at
		}
		return counted()
	}
	if at := counted(); at != nil {
		return at
	}
	return clauses()
}

// passages finds «абзац 2» below a place. The first is the unit's own text.
func (s *resolver) passages(p place, st Step, strict bool) []place {
	var at []place
	for _, num := range st.Nums {
		lo, hi, ok := strings.Cut(num, "–")
		if !ok {
			hi = lo
		}
		from, to := atoi(lo), atoi(hi)
		own, units := p.unit.Text != "", p.unit.Units
		if p.part > 0 {
			part := parts(p.unit)[p.part-1]
			own, units = part.own, part.units
		}
		n := 0
		if own {
			if n++; from <= n && n <= to {
				at = append(at, place{unit: p.unit, first: true})
			}
		}
		for _, c := range units {
			if c.Kind != KindPassage {
				continue
			}
			if n++; from <= n && n <= to {
				at = append(at, place{unit: c})
			}
		}
	}
	if at == nil && !strict && p.part == 0 {
		for _, c := range p.unit.Units {
			if c.Kind != KindAppendix {
				at = append(at, s.passages(place{unit: c}, st, false)...)
			}
		}
	}
	return at
}

// approvedWord returns which of approvedNouns a word of any case is, -1 if
// none.
func approvedWord(word string) int {
	w := foldWord(word)
	for i, n := range approvedNouns {
		for _, f := range []string{n.ru.one, n.ru.of, n.kk.one, n.kk.of, n.kk.its, n.kk.ofIts} {
			if w == foldWord(f) {
				return i
			}
		}
	}
	return -1
}

// approved returns the appendix that calls itself so, nil if there is none.
func (d *Document) approved(noun int) *Unit {
	if noun < 0 {
		return nil
	}
	for _, c := range d.Root.Units {
		if namesItself(c) == noun {
			return c
		}
	}
	return nil
}
