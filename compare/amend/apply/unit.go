package apply

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"svod/compare/amend"
	"svod/corpus"
)

// newUnits are the units that an operation brings, as a copy of its own for
// each place at which they come in.
func (a *applier) newUnits(op *amend.Operation) []*corpus.Unit {
	from := op.Units
	if len(from) == 0 && op.Appendix != "" && a.draft.Document != nil {
		if u := a.draft.Document.At(op.Appendix); u != nil {
			return []*corpus.Unit{a.bring(u)}
		}
	}
	var out []*corpus.Unit
	for _, u := range from {
		out = append(out, a.bring(u))
	}
	if len(out) > 0 {
		return out
	}
	for line := range strings.SplitSeq(op.New, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		u := &corpus.Unit{Kind: corpus.KindPassage, Text: line}
		if op.Object == amend.Rows {
			u.Kind = corpus.KindRow
		}
		out = append(out, u)
	}
	return out
}

// bring copies a unit of the draft. The rows of its tables keep their cells.
func (a *applier) bring(u *corpus.Unit) *corpus.Unit {
	c := &corpus.Unit{Kind: u.Kind, Label: u.Label, Num: u.Num, Title: u.Title, Text: u.Text}
	if d := a.draft.Document; u.Kind == corpus.KindRow && d != nil && d.Source != nil && !u.Span.Empty() && u.Span.Hi <= len(d.Source.Lines) {
		if l := d.Source.Lines[u.Span.Lo]; l.Text == u.Text && l.Cells != nil {
			l.Cells, l.Page = slices.Clone(l.Cells), 0
			a.pieces[c] = []piece{{lines: []corpus.Line{l}}}
		}
	}
	for _, k := range u.Units {
		c.Units = append(c.Units, a.bring(k))
	}
	return c
}

// become gives a unit of the tree the words and members of a new one. It stays
// the same unit, with its label if its number stays.
func (a *applier) become(u, is *corpus.Unit) {
	a.inherit(u.Units, is.Units)
	a.clear(u, is)
	a.bare(u)
	kin := is.Kind == u.Kind || is.Kind >= corpus.KindClause && u.Kind >= corpus.KindClause
	if is.Label != "" && kin && (u.Label == "" || !sameNumber(is, u)) {
		a.setLabel(u, is.Label, is.Num)
	}
	u.Repealed = false
	switch {
	case u.Kind == corpus.KindAppendix && u.Text+u.Title != "":
		// Its caption names the act that it belongs to, «к решению маслихата
		// от …», and in the draft the draft.
		if is.Title != "" {
			a.setTitle(u, is.Title)
		}
	case u.Kind == corpus.KindRow:
		u.Text = is.Text
		a.restateRow(u, is)
	default:
		u.Title, u.Text = is.Title, is.Text
		a.relay(u)
	}
	for i, k := range is.Units {
		a.insert(u, i, k)
	}
	a.changed()
}

// clear takes out what is in a unit that gets new words. The appendices of
// rules are named by themselves where they change: they stay unless the new
// rules have their own.
func (a *applier) clear(u, is *corpus.Unit) {
	appendix := func(k *corpus.Unit) bool { return k.Kind == corpus.KindAppendix }
	own := slices.ContainsFunc(is.Units, appendix)
	for _, k := range slices.Clone(u.Units) {
		if own || !appendix(k) {
			a.take(k)
		}
	}
}

// inherit remembers of new units which of those before they are written anew:
// those of their kind and number, and paragraphs of the same text.
func (a *applier) inherit(before, news []*corpus.Unit) {
	taken := map[*corpus.Unit]bool{}
	for _, n := range news {
		for _, o := range before {
			if o.Kind != n.Kind || taken[o] || n.Num == "" && o.Text != n.Text || n.Num != "" && !sameNumber(o, n) {
				continue
			}
			taken[o] = true
			if w := a.was[o]; w != nil {
				a.was[n] = w
			}
			a.inherit(o.Units, n.Units)
			break
		}
	}
}

// bare takes the notes from a unit: they told of words that are gone.
func (a *applier) bare(u *corpus.Unit) {
	u.Notes = nil
	a.pieces[u] = slices.DeleteFunc(a.pieces[u], func(p piece) bool { return p.note > 0 })
}

// restate gives provisions new words. Where an operation names several, each
// takes that of the new units which has its number; without numbers, the one
// that stands in its place.
func (a *applier) restate(op *amend.Operation, ns []named) []done {
	news := a.newUnits(op)
	var all []target
	for _, n := range ns {
		all = append(all, n.targets...)
	}
	out := make([]done, len(ns))
	i := 0
	for k, n := range ns {
		for j, t := range n.targets {
			d := &out[k]
			last := k == len(ns)-1 && j == len(n.targets)-1
			mine, rest := share(t, news, len(all), last)
			news = rest
			if len(mine) == 0 {
				d.code = NoWords
				continue
			}
			d.old = append(d.old, t.standsFor()...)
			d.units = append(d.units, a.restateOne(t, mine)...)
			i++
		}
	}
	return out
}

// share chooses the new units for a target: the one with its number, else the
// first. The last target, or the only one, takes all that is left.
func share(t target, news []*corpus.Unit, targets int, last bool) (mine, rest []*corpus.Unit) {
	if len(news) == 0 {
		return nil, nil
	}
	if targets == 1 {
		return news, nil
	}
	at := 0
	if t.unit.Num != "" && !t.counted {
		if i := slices.IndexFunc(news, func(u *corpus.Unit) bool { return sameNumber(u, t.unit) }); i >= 0 {
			at = i
		} else if news[0].Num != "" {
			return nil, news
		}
	}
	n := 1
	for at+n < len(news) && (last || news[at+n].Num == "" && news[at].Num != "") {
		n++
	}
	return news[at : at+n], slices.Concat(news[:at], news[at+n:])
}

func sameNumber(a, b *corpus.Unit) bool { return corpus.Number(a.Num) == corpus.Number(b.Num) }

// restateOne gives one target new words and returns what stands for it.
func (a *applier) restateOne(t target, news []*corpus.Unit) []*corpus.Unit {
	if t.unit == a.root && !t.counted {
		return a.restateAct(news)
	}
	if t.unit.Kind == corpus.KindRow && !t.counted {
		if news = a.asRows(news); len(news) == 0 {
			return nil
		}
	}
	if !t.counted {
		u := t.unit
		first := news[0]
		if u.Kind == corpus.KindPassage || u.Kind == corpus.KindRow || first.Kind != corpus.KindPassage || u.Kind == corpus.KindPreamble || first.Label != "" {
			a.become(u, a.unlabelled(u, first))
			out := []*corpus.Unit{u}
			for i, more := range news[1:] {
				if more.Kind >= corpus.KindPassage && u.Kind < corpus.KindPassage {
					a.insert(u, len(u.Units), more)
					continue
				}
				a.insert(a.above[u], a.place(u)+i+1, more)
				out = append(out, more)
			}
			return out
		}
		// A numbered unit whose new text is paragraphs: the first is its own.
		is := &corpus.Unit{Text: first.Text, Title: first.Title, Units: slices.Concat(first.Units, news[1:])}
		if rest, ok := cutLabel(is.Text, u); ok {
			is.Text = rest
		}
		if u.Kind <= corpus.KindArticle && u.Title != "" && is.Title == "" && len(is.Units) > 0 && is.Text != first.Text {
			is.Title, is.Text = is.Text, "" // «Статья 5. Права совета» in the first line
			if is.Units[0].Kind == corpus.KindPassage {
				is.Text, is.Units = is.Units[0].Text, is.Units[1:]
			}
		}
		a.become(u, is)
		return []*corpus.Unit{u}
	}
	// What is only counted.
	out := news
	at := 0
	if len(t.units) > 0 {
		at = a.place(t.units[0])
	}
	for _, u := range t.units {
		a.take(u)
	}
	if t.own {
		a.setText(t.unit, news[0].Text)
		out, news = append([]*corpus.Unit{t.unit}, news[1:]...), slices.Concat(news[0].Units, news[1:])
	}
	for i, u := range news {
		a.insert(t.unit, at+i, u)
	}
	return out
}

// unlabelled takes the label out of the text of a new unit that was not read as
// what it stands for.
func (a *applier) unlabelled(u, is *corpus.Unit) *corpus.Unit {
	if is.Label == "" && u.Label != "" && is.Text != "" {
		if rest, ok := cutLabel(is.Text, u); ok {
			is.Text = rest
		}
	}
	return is
}

// restateAct gives the act itself a new text. Its title and date stay unless
// the new text has its own; so does its signature.
func (a *applier) restateAct(news []*corpus.Unit) []*corpus.Unit {
	has := func(k corpus.Kind) bool {
		return slices.ContainsFunc(news, func(u *corpus.Unit) bool { return u.Kind == k })
	}
	for _, u := range slices.Clone(a.root.Units) {
		if kept := u.Kind == corpus.KindRequisite || u.Kind == corpus.KindSignature || u.Kind == corpus.KindAppendix; !kept || has(u.Kind) {
			a.take(u)
		}
	}
	at := slices.IndexFunc(a.root.Units, func(u *corpus.Unit) bool { return u.Kind != corpus.KindRequisite })
	if at < 0 {
		at = len(a.root.Units)
	}
	for i, u := range news {
		a.insert(a.root, at+i, u)
	}
	return news
}

// standsFor are the units that a target is, for the addresses of an outcome.
func (t target) standsFor() []*corpus.Unit {
	if t.counted && !t.own && len(t.units) > 0 {
		return t.units
	}
	return []*corpus.Unit{t.unit}
}

// remove takes provisions out. What has a number keeps it, with a note in
// place of its words; passages, parts and rows go.
func (a *applier) remove(op *amend.Operation, t target) ([]*corpus.Unit, Code) {
	if t.unit == a.root && !t.counted {
		if op.Kind == amend.Remove {
			return nil, NoUnit
		}
		return []*corpus.Unit{a.root}, ""
	}
	if t.counted {
		for _, u := range t.units {
			a.take(u)
		}
		if t.own {
			a.dropText(t.unit)
		}
		return []*corpus.Unit{t.unit}, ""
	}
	u := t.unit
	if u.Repealed && u.Text == "" && u.Num != "" {
		return nil, Exists // it is gone already
	}
	if u.Num == "" && u.Kind != corpus.KindAppendix {
		above := a.above[u]
		a.take(u)
		return []*corpus.Unit{above}, ""
	}
	ends := lastText(u)
	a.empty(u)
	a.bare(u)
	u.Title, u.Text, u.Repealed = "", "", true
	note := a.goneNote(op, u)
	if _, sign := closing(ends); sign == ";" || sign == "," {
		note += ";"
	} else {
		note += "."
	}
	u.Notes = []corpus.Note{{Text: note}}
	a.relay(u)
	a.redden(u)
	a.changed()
	return []*corpus.Unit{u}, ""
}

// redden gives the line of a removed unit the colour that the act gives those of
// other removed units.
func (a *applier) redden(u *corpus.Unit) {
	red := false
	a.old.Root.Walk(func(k *corpus.Unit) bool {
		if k.Repealed && k.Text == "" && k.Kind > corpus.KindArticle && a.old.Source != nil && !k.Span.Empty() {
			red = a.old.Source.Lines[k.Span.Hi-1].Style.Red
			return false
		}
		return true
	})
	for _, p := range a.pieces[u] {
		for i := range p.lines {
			p.lines[i].Style.Red = red || p.lines[i].Style.Red
		}
	}
}

// dropText takes a unit's own paragraph: the next one takes its place.
func (a *applier) dropText(u *corpus.Unit) {
	if len(u.Units) > 0 && u.Units[0].Kind == corpus.KindPassage {
		next := u.Units[0]
		text := next.Text
		a.take(next)
		a.setText(u, text)
		return
	}
	a.setText(u, "")
}

// lastText is the last text of a unit.
func lastText(u *corpus.Unit) string {
	text := u.Text
	for _, k := range u.Units {
		if t := lastText(k); t != "" {
			text = t
		}
	}
	return text
}

// renumber gives provisions other numbers, and puts them where these ask for.
func (a *applier) renumber(op *amend.Operation, ns []named) []done {
	out := make([]done, len(ns))
	var all []*corpus.Unit
	for _, n := range ns {
		for _, t := range n.targets {
			all = append(all, t.unit)
		}
	}
	nums := spread(op.Nums, len(all))
	i := 0
	for k, n := range ns {
		for _, t := range n.targets {
			u := t.unit
			num := ""
			if i < len(nums) {
				num = nums[i]
			}
			i++
			switch {
			case num == "":
				out[k].code = Unsure
				continue
			case t.counted || u.Num == "": // what is counted has its number by its place
				out[k].units = append(out[k].units, t.standsFor()...)
				continue
			}
			other := a.sibling(u, num)
			if other != nil && other != u && !slices.Contains(all, other) && !a.leaving[other] && !other.Repealed {
				out[k].code, out[k].near = Exists, []*corpus.Unit{other}
				continue
			}
			if other != nil && other.Repealed && !slices.Contains(all, other) { // its place was kept for its number
				a.take(other)
			}
			printed := num
			if strings.ContainsAny(u.Num, "⁰¹²³⁴⁵⁶⁷⁸⁹") {
				printed = raise(num)
			}
			label := strings.Replace(u.Label, u.Num, printed, 1)
			a.setLabel(u, label, printed)
			delete(a.leaving, u)
			out[k].old, out[k].units = append(out[k].old, u), append(out[k].units, u)
		}
	}
	for _, d := range out {
		for _, u := range d.units {
			a.order(u)
		}
	}
	return out
}

// raise writes 5.1 as 5¹.
func raise(num string) string {
	whole, more, ok := strings.Cut(num, ".")
	if !ok {
		return num
	}
	const small = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	digits := []rune(small)
	return whole + strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) && r < 128 {
			return digits[r-'0']
		}
		return r
	}, more)
}

// spread lists the numbers of ranges, as many as are wanted.
func spread(nums []string, want int) []string {
	var out []string
	for _, n := range nums {
		lo, hi, ok := strings.Cut(n, "–")
		from, err1 := strconv.Atoi(lo)
		to, err2 := strconv.Atoi(hi)
		if !ok || err1 != nil || err2 != nil {
			out = append(out, corpus.Number(n))
			continue
		}
		for i := from; i <= to && len(out) < want; i++ {
			out = append(out, strconv.Itoa(i))
		}
	}
	return out
}

// sibling is the unit of u's kind beside it that has a number.
func (a *applier) sibling(u *corpus.Unit, num string) *corpus.Unit {
	for _, k := range a.siblings(u.Kind, a.above[u]) {
		if corpus.Number(k.Num) == num && k != u {
			return k
		}
	}
	return nil
}

// order moves a unit to where its number asks for, if it stands elsewhere.
func (a *applier) order(u *corpus.Unit) {
	above := a.above[u]
	if above == nil || u.Num == "" {
		return
	}
	num := corpus.Number(u.Num)
	i := a.place(u)
	ok := true
	for j, k := range above.Units {
		if k.Kind == u.Kind && k != u && k.Num != "" && (j < i) != corpus.NumberLess(corpus.Number(k.Num), num) {
			ok = false
		}
	}
	if ok {
		return
	}
	a.take(u)
	a.insertNumbered(target{unit: above}, u)
}

func firstNumber(nums []string) int {
	if len(nums) == 0 {
		return 0
	}
	n, err := strconv.Atoi(corpus.Number(nums[0]))
	if err != nil {
		return 0
	}
	return n
}
