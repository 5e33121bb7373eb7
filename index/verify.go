package index

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// A found provision is a hit that is not yet put into words.
type found struct {
	group
	ord     int // of the unit
	address corpus.Address
	score   float64
	own     string   // the unit's own words
	said    uint64   // their hash, see said
	units   []spread // units with matches; one, the unit itself, unless spread
	spread  bool     // no unit has all by itself
	count   int      // occurrences
	unread  bool     // found without its text: own and units have yet to be read
	edition bool     // of the sample itself, in another edition: see Similar
	wording corpus.Wording
	twins   []Twin // the same words elsewhere: see Similar

	synonymous bool // a synonym is among the matches
	bySynonym  bool // without synonyms it were no hit
}

type spread struct {
	ord      int
	label    string // as printed before the text
	text     string
	matches  [][2]int
	synonyms []Synonym // those of the matches that are synonyms
}

// verify asks the query about the text of each candidate, and returns what
// it finds in the candidates' order. Documents are read one by one, several at
// a time.
func verify(ctx context.Context, docs Docs, q asked, cs []candidate) ([]found, error) {
	results := make([][]found, len(cs))
	err := readGroups(ctx, docs, cs, func(i int, rows []store.Row) { results[i] = read(q, cs[i], rows) })
	if err != nil {
		return nil, err
	}
	return slices.Concat(results...), nil
}

// perDocument calls f for each document that candidates are of, several at a
// time, with the places of its candidates as they follow each other in it.
func perDocument(ctx context.Context, cs []candidate, f func(ctx context.Context, doc string, which []int) error) error {
	byDoc := map[string][]int{}
	for i, c := range cs {
		byDoc[c.doc] = append(byDoc[c.doc], i)
	}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for doc, which := range byDoc {
		g.Go(func() error {
			slices.SortFunc(which, func(i, j int) int { return cmp.Compare(cs[i].lo, cs[j].lo) })
			return f(ctx, doc, which)
		})
	}
	return g.Wait()
}

// readGroups calls f with the units of each candidate, by its place. Those of
// different documents are read at the same time.
func readGroups(ctx context.Context, docs Docs, cs []candidate, f func(i int, rows []store.Row)) error {
	return perDocument(ctx, cs, func(ctx context.Context, doc string, which []int) error {
		return stretches(ctx, docs, doc, cs, which, f)
	})
}

// gap is the number of units that are rather read in vain than left out by
// another query to the store.
const gap = 150

// stretches reads the groups which of a document, in order, neighbours at
// once, and calls f with the units of each.
func stretches(ctx context.Context, docs Docs, id string, cs []candidate, which []int, f func(i int, rows []store.Row)) error {
	for len(which) > 0 {
		n, hi := 1, cs[which[0]].hi
		for n < len(which) && cs[which[n]].lo < hi+gap && n < 2000 {
			hi = cs[which[n]].hi
			n++
		}
		lo := cs[which[0]].lo
		rows, err := docs.Rows(ctx, id, lo, hi)
		if err != nil {
			return err
		}
		for _, i := range which[:n] {
			if c := cs[i]; c.hi-lo <= len(rows) { // else removed meanwhile
				f(i, rows[c.lo-lo:c.hi-lo])
			}
		}
		which = which[n:]
	}
	return nil
}

// read finds the provisions of a group by its text.
func read(q asked, c candidate, rows []store.Row) []found {
	var out []found
	for _, p := range pieces(q.query, c, func(k int) corpus.Kind { return rows[k].Kind }) {
		out = append(out, match(newReader(p.group, rows[p.lo-c.lo:p.hi-c.lo]), q, p)...)
	}
	return out
}

// A reader looks at a group by its text.
type reader struct {
	group
	rows  []store.Row
	units []query.Unit
	whole *query.Text // cut once
}

func newReader(g group, rows []store.Row) *reader {
	units := unitsOf(rows)
	return &reader{g, rows, units, query.NewText(units)}
}

func (r *reader) size() int                 { return len(r.rows) }
func (r *reader) kind(unit int) corpus.Kind { return r.rows[unit].Kind }
func (r *reader) parent(unit int) int       { return r.rows[unit].Parent }

func (r *reader) find(q *query.Query, lo, hi int) []query.Occurrence {
	if lo == 0 && hi == len(r.units) {
		return q.Occurrences(r.whole)
	}
	return move(q.Occurrences(query.NewText(r.units[lo:hi])), lo)
}

func (r *reader) found(unit int) found {
	text := r.units[unit].Text
	return found{group: r.group, ord: r.rows[unit].Ord, address: r.rows[unit].Address, own: text, said: said(text)}
}

func (r *reader) spread(unit int, os []query.Occurrence) spread {
	text := r.units[unit].Text
	return spread{r.rows[unit].Ord, r.rows[unit].Label, text, ranges(os, unit), synonyms(os, unit, text)}
}

func (r *reader) measure(unit int, rs [][2]int, of map[int]string) measure {
	return measureOf(r.units[unit].Text, rs, of)
}

// unitsOf are the units of a group as a query sees them.
func unitsOf(rows []store.Row) []query.Unit {
	units := make([]query.Unit, len(rows))
	clause := 0
	for i := range rows {
		if i == 0 || rows[i].Kind <= corpus.KindClause {
			clause = rows[i].Ord
		}
		units[i] = query.Unit{Text: rows[i].Own(), Clause: clause}
	}
	return units
}

// move gives the occurrences found in a part of a group their places in it.
func move(os []query.Occurrence, by int) []query.Occurrence {
	for _, o := range os {
		for i := range o {
			o[i].Unit += by
		}
	}
	return os
}

// ranges are the matched words of a unit.
func ranges(os []query.Occurrence, unit int) [][2]int {
	var out [][2]int
	for _, o := range os {
		for _, m := range o {
			if m.Unit == unit {
				out = append(out, [2]int{m.Lo, m.Hi})
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	return merged(out)
}

// merged makes one of ranges that overlap. They are in order, the longer first.
func merged(out [][2]int) [][2]int {
	// A compound and its parts may match both: the longer stays.
	kept := out[:0]
	for _, r := range out {
		if n := len(kept); n > 0 && r[0] < kept[n-1][1] {
			kept[n-1][1] = max(kept[n-1][1], r[1])
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// spreadQuality is the weight of a provision whose words stand in several
// units, beside one that has them in one.
const spreadQuality = 0.7

// headingQuality is the weight of the heading of a chapter or section beside a
// provision: it says the words, but lays down nothing.
const headingQuality = 0.5

// enough is the quality from which on a unit is as good as any.
const enough = 0.5

// quality is the weight of a unit within its group. It is more for a unit that
// has many of the words asked for, has them side by side, and says little else.
func quality(k corpus.Kind, m measure, wanted int) float64 {
	if corpus.KindAppendix <= k && k < corpus.KindArticle {
		return headingQuality * enough
	}
	share := float64(m.matched) / float64(m.size)
	has := min(1, float64(m.stems)/float64(wanted))
	side := float64(m.side) / float64(m.ranges)
	return 0.4 + 0.15*share + 0.3*has + 0.15*side
}

// A measure is what there is to be told of a unit's matched words.
type measure struct {
	size    int // bytes of the unit's text
	matched int // of them, those of matched words
	ranges  int // matched words
	stems   int // different ones among them
	side    int // those that stand right behind another
}

// measureOf measures the ranges of a text. of says, by the beginnings of those
// that are synonyms, what they stand for: what was asked for is what counts.
func measureOf(text string, rs [][2]int, of map[int]string) measure {
	m := measure{size: len(text), ranges: len(rs)}
	stems := map[string]bool{}
	end := -1
	for _, r := range rs {
		if s := of[r[0]]; s != "" {
			for _, stem := range wordStems(s) {
				stems[stem] = true
			}
		} else {
			stems[words.Stem(words.Fold(text[r[0]:r[1]]), "ru")] = true
		}
		m.matched += r[1] - r[0]
		if end >= 0 && strings.TrimSpace(text[end:r[0]]) == "" {
			m.side++
		}
		end = r[1]
	}
	m.stems = len(stems)
	return m
}

// wordStems are the Russian stems of a text's words.
func wordStems(text string) []string {
	var out []string
	for _, w := range words.Split(text, "ru") {
		if w.Part == 0 {
			out = append(out, w.Stem)
		}
	}
	return out
}

// leaves counts the words that a query asks for, without their synonyms.
func leaves(n query.Need) int {
	if n.Synonym {
		return 0
	}
	if len(n.Needs) == 0 {
		return 1
	}
	sum := 0
	for _, m := range n.Needs {
		sum += leaves(m)
	}
	return sum
}

// around is the smallest unit that holds the units at, which are in order.
// Units are places in a group whose first has the ord lo; parents are ords.
func around(parents []int, lo int, at []int) int {
	chain := func(i int) []int {
		up := []int{i}
		for p := parents[i] - lo; p >= 0 && p < i; p = parents[i] - lo {
			up = append(up, p)
			i = p
		}
		slices.Reverse(up)
		return up
	}
	common := chain(at[0])
	for _, i := range at[1:] {
		c := chain(i)
		n := 0
		for n < len(common) && n < len(c) && common[n] == c[n] {
			n++
		}
		common = common[:n]
	}
	if len(common) == 0 { // paragraphs side by side: the first of them
		return at[0]
	}
	return common[len(common)-1]
}
