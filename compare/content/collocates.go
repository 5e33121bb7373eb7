package content

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"svod/compare/stat"
	"svod/corpus"
	"svod/corpus/query"
)

// CollocateOptions say what stands near a word.
type CollocateOptions struct {
	Left, Right int  // words on each side
	Exact       bool // words are written forms, not stems
	Content     bool // without function words and numbers
	Without     []string
	Min         int    // meetings at least
	Limit       int    // rows at most, 0 all
	Sort        string // logdice (also when empty), mi, mi3, t, ll, n
	Language    string
}

// CollocateOrders are the values of CollocateOptions.Sort.
var CollocateOrders = []string{"logdice", "mi", "mi3", "t", "ll", "n"}

// Collocates are the words that stand near those that a query finds.
type Collocates struct {
	Query     string
	Node      int // occurrences of the query
	Words     int // all words
	Documents int
	Rows      []Collocate

	options CollocateOptions
	all     int
	lex     *lexis
	query   *query.Query
	once    sync.Once
	seen    map[string][]sighting // words by themselves
	meet    map[string][]sighting // meetings
	sides   map[string][2][]sighting
	nodes   []sighting
}

// A Collocate is a word near the query's, with the measures of how strongly they
// go together.
type Collocate struct {
	Word    string      `json:"word"`
	Stem    string      `json:"stem,omitempty"`
	FXY     int         `json:"f_xy"`
	Left    int         `json:"left"`
	Right   int         `json:"right"`
	FX      int         `json:"f_x"`
	FY      int         `json:"f_y"`
	N       int         `json:"n"`
	LogDice float64     `json:"log_dice"`
	MI      float64     `json:"mi"`
	MI3     float64     `json:"mi3"`
	T       float64     `json:"t"`
	LL      float64     `json:"ll"`
	MinSens float64     `json:"min_sensitivity"`
	Forms   []FormCount `json:"forms,omitempty"`

	key      string
	expected float64
}

// A meeting is a word near an occurrence of the query.
type meeting struct {
	node, word int // places among the words of the article
	left       bool
}

// FindCollocates finds the words around a query. Each occurrence of the query and
// each of another word are in one meeting at most, so that no word is met oftener
// than it stands in the texts.
func FindCollocates(q *query.Query, docs []*corpus.Document, opts CollocateOptions) *Collocates {
	c := &Collocates{Query: q.String(), Documents: len(docs), options: opts, lex: newLexis(docs, opts.Exact, nil), query: q}
	type lexeme struct {
		n, left, right int
		forms          forms
	}
	all := map[string]*lexeme{}
	for _, d := range docs {
		c.lex.each(d, func(a article, ws []query.Token) {
			c.Words += len(ws)
			for _, w := range ws {
				key := c.lex.key(a, w)
				x := all[key]
				if x == nil {
					x = &lexeme{forms: forms{}}
					all[strings.Clone(key)] = x
				}
				x.n++
				x.forms.add(form(a, w), written(a, w))
			}
			nodes := c.occurrences(a, ws)
			c.Node += len(nodes)
			for key, ms := range c.meetings(a, ws, nodes) {
				for _, m := range ms {
					if m.left {
						all[key].left++
					} else {
						all[key].right++
					}
				}
			}
		})
	}
	without := map[string]bool{}
	for _, w := range opts.Without {
		without[c.lex.keyOf(w)] = true
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		x := all[key]
		n := x.left + x.right
		if n == 0 || n < opts.Min || without[key] {
			continue
		}
		list := x.forms.list()
		if opts.Content && functional(list[0].Form) {
			continue
		}
		m, err := stat.Collocate(float64(n), float64(c.Node), float64(x.n), float64(c.Words))
		if err != nil {
			continue // the query and the word are all that there is
		}
		row := Collocate{key: key, Word: list[0].Form, FXY: n, Left: x.left, Right: x.right, FX: c.Node, FY: x.n, N: c.Words,
			LogDice: m.LogDice, MI: m.MI, MI3: m.MI3, T: m.T, LL: m.LL, MinSens: m.MinSens, Forms: list, expected: m.Expected}
		if !opts.Exact {
			row.Stem = key
		}
		c.Rows = append(c.Rows, row)
	}
	slices.SortStableFunc(c.Rows, func(a, b Collocate) int {
		return cmp.Or(cmp.Compare(b.by(opts.Sort), a.by(opts.Sort)), cmp.Compare(b.FXY, a.FXY), cmp.Compare(a.Word, b.Word))
	})
	c.all = len(c.Rows)
	if opts.Limit > 0 && len(c.Rows) > opts.Limit {
		c.Rows = c.Rows[:opts.Limit]
	}
	return c
}

// by is the number that rows are sorted by.
func (w Collocate) by(order string) float64 {
	switch order {
	case "mi":
		return w.MI
	case "mi3":
		return w.MI3
	case "t":
		return w.T
	case "ll":
		return w.LL
	case "n":
		return float64(w.FXY)
	}
	return w.LogDice
}

// occurrences are the first and the last word of each occurrence of the query,
// in order, and all of its words.
func (c *Collocates) occurrences(a article, ws []query.Token) [][]int {
	var out [][]int
	for _, o := range distinct(c.query.Occurrences(a.text), Longest) {
		var node []int
		for _, m := range o {
			if k := wordAt(ws, m); k < len(ws) && ws[k].Unit == m.Unit && !slices.Contains(node, k) {
				node = append(node, k)
			}
		}
		if len(node) > 0 {
			slices.Sort(node)
			out = append(out, node)
		}
	}
	return out
}

// meetings are the words near the nodes, by key. Nodes are taken in order, and
// each meets the first of equal words that no node before has met: so as many
// meet as can.
func (c *Collocates) meetings(a article, ws []query.Token, nodes [][]int) map[string][]meeting {
	out := map[string][]meeting{}
	used := map[int]bool{}
	for _, node := range nodes {
		for _, k := range node {
			used[k] = true // a node meets others, not itself
		}
	}
	for _, node := range nodes {
		first, last := node[0], node[len(node)-1]
		met := map[string]bool{}
		meet := func(k int, left bool) {
			key := c.lex.key(a, ws[k])
			if used[k] || met[key] {
				return
			}
			used[k], met[key] = true, true
			out[key] = append(out[key], meeting{first, k, left})
		}
		from := first
		for from > 0 && ws[first].Pos-ws[from-1].Pos <= c.options.Left {
			from--
		}
		for k := from; k < first; k++ {
			meet(k, true)
		}
		for k := first + 1; k < last && ws[k].Pos-ws[first].Pos <= c.options.Right; k++ { // between the words of the query
			meet(k, false)
		}
		for k := last + 1; k < len(ws) && ws[k].Pos-ws[last].Pos <= c.options.Right; k++ {
			meet(k, false)
		}
	}
	return out
}
