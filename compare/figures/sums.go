package figures

import (
	"slices"
	"strings"
	"unicode"

	"svod/corpus/lazy"

	"svod/corpus/words"
)

// sums are the relations of a table that its words or its numbers show, worked
// out. What they show less surely than that is left out.
func (g *grid) sums() []*relation {
	cols := g.series()
	var all []*relation
	all = append(all, g.across(cols)...)
	all = append(all, g.down(cols)...)
	return all
}

// across looks for columns that are the sum of others.
func (g *grid) across(cols []series) []*relation {
	var out []*relation
	for j, c := range cols {
		if !c.whole || c.kind != seriesCounts {
			continue
		}
		var best []*relation
		for _, parts := range candidates(cols, after(cols, j), before(cols, j)) {
			among := slices.ContainsFunc(parts, func(k int) bool { return cols[k].among })
			rs := g.each(func(i int) *relation {
				return &relation{g: g, across: true, fixed: i, whole: j, parts: parts, among: among}
			})
			if best == nil || held(rs) > held(best) {
				best = rs
			}
		}
		out = append(out, believed(best)...)
	}
	return out
}

// candidates are the sets of parts to be tried, the likeliest first: all that
// follow, all that precede, and the first of what follows, as a table may go on
// with something else behind the parts. What goes on in the same way belongs to
// the parts.
func candidates(cols []series, after, before []int) [][]int {
	var sets [][]int
	for _, s := range [][]int{after, before} {
		if len(s) > 1 {
			sets = append(sets, s)
		}
	}
	for n := len(after) - 1; n > 1; n-- {
		if !akin(cols, after[:n], after[n]) {
			sets = append(sets, after[:n])
		}
	}
	return sets
}

// akin reports whether the head of a column is like those of others: with
// digits as they have, «46–58 лет», or with a word that half of them have.
func akin(cols []series, others []int, k int) bool {
	has := map[string]bool{}
	for _, w := range words.Split(cols[k].label, "ru") {
		has[w.Stem] = w.Stem != ""
	}
	numbered := strings.ContainsFunc(cols[k].label, unicode.IsDigit)
	digits, shared := 0, 0
	for _, o := range others {
		label := cols[o].label
		if strings.ContainsFunc(label, unicode.IsDigit) {
			digits++
		}
		if slices.ContainsFunc(words.Split(label, "ru"), func(w words.Word) bool { return has[w.Stem] }) {
			shared++
		}
	}
	return numbered && digits*2 > len(others) || shared*2 > len(others)
}

// each makes the relation of every row below the head.
func (g *grid) each(of func(i int) *relation) []*relation {
	var rs []*relation
	for i := g.head; i < len(g.rows); i++ {
		r := of(i)
		r.work()
		if r.state != unreadable {
			rs = append(rs, r)
		}
	}
	return rs
}

// after returns the columns that follow a total and may be its parts: up to the
// next total, under the same heads.
func after(cols []series, j int) []int {
	var parts []int
	for k := j + 1; k < len(cols); k++ {
		if cols[k].kind == seriesOther {
			continue
		}
		if cols[k].whole && !cols[k].among || !kin(cols[j].path, cols[k].path) {
			break
		}
		if cols[k].kind == seriesCounts {
			parts = append(parts, k)
		}
	}
	return parts
}

// before returns the columns that a total may close.
func before(cols []series, j int) []int {
	var parts []int
	for k := j - 1; k >= 0; k-- {
		if cols[k].whole || !kin(cols[j].path, cols[k].path) {
			break
		}
		if cols[k].kind == seriesCounts {
			parts = append(parts, k)
		}
	}
	slices.Reverse(parts)
	return parts
}

// kin reports whether two columns stand under the same heads, so that one may be
// a part of the other: of «Штат | всего», «Штат | мужчин» they are. A total
// without heads above it takes in all.
func kin(total, part []string) bool {
	if len(total) < 2 {
		return true
	}
	for i, p := range total[:len(total)-1] {
		if i >= len(part) || part[i] != p {
			return false
		}
	}
	return true
}

// held counts the relations that hold.
func held(rs []*relation) int {
	n := 0
	for _, r := range rs {
		if r.state == holds || r.state == rounded {
			n++
		}
	}
	return n
}

// believed returns the relations that one may believe in: what words alone
// suggest is not believed where most numbers contradict it, and «в том числе»
// must be seen to be complete.
func believed(rs []*relation) []*relation {
	h, n := held(rs), len(rs)
	switch {
	case h == n:
		return rs
	case slices.ContainsFunc(rs, func(r *relation) bool { return r.among }):
		if h >= 2 && h*5 >= n*3 {
			return rs
		}
	case n == 1 && rs[0].plausible(), h > 0 && h*2 >= n:
		return rs
	}
	return slices.DeleteFunc(rs, func(r *relation) bool { return r.state == fails })
}

// down looks for rows that are the sum of others.
func (g *grid) down(cols []series) []*relation {
	rows := g.lines(cols)
	var out []*relation
	for i, r := range rows {
		if !r.whole {
			continue
		}
		var best []*relation
		for _, parts := range g.partsOf(rows, i) {
			if len(parts) < 2 {
				continue
			}
			among := slices.ContainsFunc(parts, func(k int) bool { return lineAt(rows, k).among })
			var rs []*relation
			for _, c := range cols {
				if c.kind != seriesCounts {
					continue
				}
				rel := &relation{g: g, fixed: c.index, whole: r.index, parts: parts, among: among}
				if rel.work(); rel.state != unreadable {
					rs = append(rs, rel)
				}
			}
			if best == nil || held(rs) > held(best) {
				best = rs
			}
		}
		out = append(out, believed(best)...)
	}
	for _, r := range g.outlined(rows, cols) {
		if !slices.ContainsFunc(out, func(o *relation) bool { return o.whole == r.whole && o.fixed == r.fixed }) {
			out = append(out, r)
		}
	}
	return out
}

// A line is a row with what its label says.
type line struct {
	series
	level  int  // of its number: I 0, 1 1, 1.1 2; -1 without one
	breaks bool // a heading of rows, or a row without numbers
	num    string
}

// lines are the rows below the head.
func (g *grid) lines(cols []series) []line {
	var out []line
	among := false // the last row without numbers was «в том числе»
	for i := g.head; i < len(g.rows); i++ {
		label, _ := g.rowLabel(i)
		l := line{series: series{index: i, label: label, path: []string{label}}, level: -1}
		for _, c := range cols {
			v := g.at(i, c.index)
			if c.kind != seriesCounts || v.covered {
				continue
			}
			if k := v.value.kind; k == isNumber || k == isMissing || k == isNothing || k == isText && strings.ContainsFunc(v.text, unicode.IsDigit) {
				l.numbers++
			}
		}
		if first := strings.TrimSpace(g.at(i, 0).text); outline.MatchString(first) {
			l.num, l.level = first, levelOf(first)
		} else if m := labelNumber.FindStringSubmatch(label); m != nil {
			l.num, l.level = m[1], levelOf(m[1])
		}
		l.whole, l.among = roles(l.path)
		if averages.MatchString(label) || shareHead.MatchString(label) && !l.whole {
			l.numbers, l.whole = 0, false // an average among sums
			out = append(out, l)
			continue
		}
		if l.numbers == 0 {
			l.breaks = true
			among = amongHead.MatchString(label)
			if !among && label == "" {
				l.breaks = false
			}
		} else if among {
			l.among = true
		}
		out = append(out, l)
	}
	return out
}

var labelNumber = lazy.New(`^(\d{1,2}(?:\.\d{1,2})+)\.? `)

// levelOf is how deep a row's number is.
func levelOf(num string) int {
	num = strings.TrimRight(num, ".)")
	if strings.ContainsAny(num, "IVX") {
		return 0
	}
	return 1 + strings.Count(num, ".")
}

func lineAt(rows []line, index int) line { return rows[index-rows[0].index] }

// partsOf returns the sets of rows that a total may be the sum of, the likeliest
// first: the rows above it up to the last total or heading; all rows above it
// that are no totals; the totals above it; and, at the top of a table, the rows
// below it.
func (g *grid) partsOf(rows []line, at int) [][]int {
	var near, all, totals []int
	open := true
	for k := at - 1; k >= 0; k-- {
		r := rows[k]
		switch {
		case r.breaks:
			if len(near) > 0 {
				open = false
			}
		case r.numbers == 0:
		case r.whole:
			totals = append(totals, r.index)
			open = false
		default:
			all = append(all, r.index)
			if open {
				near = append(near, r.index)
			}
		}
	}
	var sets [][]int
	for _, s := range [][]int{near, all, totals} {
		if slices.Reverse(s); len(s) > 1 && !slices.ContainsFunc(sets, func(o []int) bool { return slices.Equal(o, s) }) {
			sets = append(sets, top(rows, s))
		}
	}
	if len(all)+len(totals) > 0 {
		return sets
	}
	var below []int
	for _, r := range rows[at+1:] {
		if r.whole || r.breaks && !amongHead.MatchString(r.label) {
			break
		}
		if r.numbers > 0 {
			below = append(below, r.index)
		}
	}
	return append(sets, top(rows, below))
}

// top leaves of numbered rows those of the highest level: 1, 2 of 1, 1.1, 1.2, 2.
func top(rows []line, set []int) []int {
	least := -1
	for _, k := range set {
		if l := lineAt(rows, k).level; l >= 0 && (least < 0 || l < least) {
			least = l
		}
	}
	if least < 0 {
		return set
	}
	return slices.DeleteFunc(slices.Clone(set), func(k int) bool { return lineAt(rows, k).level > least })
}

// outlined looks for numbered rows, 1 and 1.1, 1.2 below it. Whether such rows
// add up is learnt from all of the table.
func (g *grid) outlined(rows []line, cols []series) []*relation {
	var rs []*relation
	for i, r := range rows {
		if r.level < 0 || r.numbers == 0 {
			continue
		}
		var parts []int
		for _, s := range rows[i+1:] {
			if s.level >= 0 && s.level <= r.level {
				break
			}
			if s.level == r.level+1 && s.numbers > 0 {
				parts = append(parts, s.index)
			}
		}
		if len(parts) < 2 {
			continue
		}
		for _, c := range cols {
			if c.kind != seriesCounts {
				continue
			}
			rel := &relation{g: g, fixed: c.index, whole: r.index, parts: parts, among: true}
			if rel.work(); rel.state != unreadable {
				rs = append(rs, rel)
			}
		}
	}
	return believed(rs)
}

// units is what the table says of its units: тыс. тенге.
func (g *grid) units() string {
	var b strings.Builder
	b.WriteString(g.caption)
	for i := range g.rows[:min(len(g.rows), g.head+3)] {
		for _, c := range g.rows[i].cells {
			b.WriteString(" " + c.text)
		}
	}
	return b.String()
}

var thousands = lazy.New(`(?i)(^|[^\p{L}])(тыс|млн|млрд|мың|миллион|тысяч)`)
