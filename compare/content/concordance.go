package content

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/query"
)

// ConcordanceOptions say what a concordance shows, and in which order.
type ConcordanceOptions struct {
	Window   int       // words on each side; 0 means 7
	Sort     []SortKey // none: as the documents stand
	Limit    int       // lines at most, 0 all
	Language string    // of the report
}

// A SortKey is a word by which lines are sorted: the first, second, third to the
// left or to the right of the match, or, at 0, the match itself.
type SortKey int

// MaxSort is how far from the match lines may be sorted.
const MaxSort = 3

// ParseSort reads «r1», «l2», also in Russian letters: «п1», «л2»; «0» and
// «слово» mean the match.
func ParseSort(s string) (SortKey, bool) {
	switch s = strings.ToLower(s); s {
	case "0", "c", "слово", "word":
		return 0, true
	}
	rs := []rune(s)
	if len(rs) != 2 || rs[1] < '1' || rs[1] > '0'+MaxSort {
		return 0, false
	}
	k := SortKey(rs[1] - '0')
	switch rs[0] {
	case 'r', 'п':
		return k, true
	case 'l', 'л':
		return -k, true
	}
	return 0, false
}

// String is the key as people write it: R1, L2.
func (k SortKey) String() string {
	switch {
	case k > 0:
		return "R" + itoa(int(k))
	case k < 0:
		return "L" + itoa(-int(k))
	}
	return "0"
}

// A Concordance is the occurrences of a query with the words around them.
type Concordance struct {
	Query       string
	Window      int
	Occurrences int // all, those that Limit leaves out too
	Units       int
	Documents   int
	Words       int
	Attributes  []string // that documents have
	Lines       []Line
	ByDocument  []DocumentCount

	options ConcordanceOptions
	lex     *lexis
	query   *query.Query
}

// A Line is one occurrence.
type Line struct {
	Document   string            `json:"document"`
	Title      string            `json:"title"`
	Address    corpus.Address    `json:"address"`
	Citation   string            `json:"citation"`
	Attributes map[string]string `json:"attributes,omitempty"`
	Left       string            `json:"left"`
	Match      string            `json:"match"`
	Right      string            `json:"right"`
	Text       string            `json:"text"`    // of the unit
	Matches    [][2]int          `json:"matches"` // byte ranges in Text

	cutLeft, cutRight bool // there is more in the line of the text
	around            [2*MaxSort + 1]string
	doc               int
}

// A DocumentCount is how often a query occurs in a document.
type DocumentCount struct {
	Document    string `json:"document"`
	Title       string `json:"title"`
	Occurrences int    `json:"occurrences"`
	Units       int    `json:"units"`
	Words       int    `json:"words"` // of the document
}

// Concord finds a query in documents. Occurrences that share a word are one, the
// longest, as in counting.
func Concord(q *query.Query, docs []*corpus.Document, opts ConcordanceOptions) *Concordance {
	if opts.Window <= 0 {
		opts.Window = 7
	}
	c := &Concordance{Query: q.String(), Window: opts.Window, options: opts, lex: newLexis(docs, false, nil), query: q}
	keys := map[string]bool{}
	for i, d := range docs {
		for k := range d.Attributes {
			keys[k] = true
		}
		c.document(i, d)
	}
	c.Attributes = slices.Sorted(maps.Keys(keys))
	slices.SortStableFunc(c.Lines, func(a, b Line) int {
		for _, k := range opts.Sort {
			if n := cmp.Compare(a.around[MaxSort+k], b.around[MaxSort+k]); n != 0 {
				return n
			}
		}
		return 0
	})
	if opts.Limit > 0 && len(c.Lines) > opts.Limit {
		c.Lines = c.Lines[:opts.Limit]
	}
	return c
}

func (c *Concordance) document(i int, d *corpus.Document) {
	n := DocumentCount{Document: d.ID, Title: c.lex.names[i]}
	c.lex.each(d, func(a article, ws []query.Token) {
		n.Words += len(ws)
		units := map[int]bool{}
		for _, o := range distinct(c.query.Occurrences(a.text), Longest) {
			units[o[0].Unit] = true
			n.Occurrences++
			c.Lines = append(c.Lines, c.line(i, a, ws, o))
		}
		n.Units += len(units)
	})
	c.Words += n.Words
	c.Occurrences += n.Occurrences
	c.Units += n.Units
	if n.Occurrences > 0 {
		c.Documents++
	}
	c.ByDocument = append(c.ByDocument, n)
}

// line shows an occurrence in its line of the text. Of words that stand far from
// each other the first is the match, and the others are only marked.
func (c *Concordance) line(i int, a article, ws []query.Token, o query.Occurrence) Line {
	d := c.lex.docs[i]
	p := c.lex.place(i, a, o[0].Unit)
	l := Line{Document: d.ID, Title: c.lex.names[i], Attributes: d.Attributes, doc: i,
		Address: corpus.Address(p.Address), Citation: p.Citation, Text: p.Text}
	text := p.Text
	first := wordAt(ws, o[0])
	last := first
	for _, m := range o {
		if m.Unit != o[0].Unit {
			continue
		}
		l.Matches = append(l.Matches, [2]int{m.Lo, m.Hi})
		if k := wordAt(ws, m); k < len(ws) && ws[k].Pos-ws[first].Pos <= c.Window {
			last = max(last, k)
			for last+1 < len(ws) && ws[last+1].Unit == m.Unit && ws[last+1].Lo < m.Hi { // a match of a regular expression is of many words
				last++
			}
		}
	}
	if first == len(ws) || ws[first].Unit != o[0].Unit || ws[first].Lo >= o[0].Hi { // a regular expression found no word
		lo, hi := lineStart(text, o[0].Lo), lineEnd(text, o[0].Hi)
		l.Left, l.Match, l.Right = oneLine(text[lo:o[0].Lo]), oneLine(text[o[0].Lo:o[0].Hi]), oneLine(text[o[0].Hi:hi])
		return l
	}
	from, to := first, last
	for from > 0 && ws[from-1].Unit == ws[first].Unit && ws[first].Pos-ws[from-1].Pos <= c.Window {
		from--
	}
	for to+1 < len(ws) && ws[to+1].Unit == ws[last].Unit && ws[to+1].Pos-ws[last].Pos <= c.Window {
		to++
	}
	lo, hi := lineStart(text, ws[from].Lo), lineEnd(text, ws[to].Hi)
	if from > 0 && ws[from-1].Unit == ws[from].Unit && ws[from-1].Lo >= lo {
		lo, l.cutLeft = ws[from].Lo-opener(text[:ws[from].Lo]), true
	}
	if to+1 < len(ws) && ws[to+1].Unit == ws[to].Unit && ws[to+1].Lo < hi {
		hi, l.cutRight = ws[to].Hi+closer(text[ws[to].Hi:]), true
	}
	l.Left, l.Match, l.Right = oneLine(text[lo:ws[first].Lo]), oneLine(text[ws[first].Lo:ws[last].Hi]), oneLine(text[ws[last].Hi:hi])
	for k := range l.around {
		at := first
		switch {
		case k < MaxSort:
			at = first + k - MaxSort
		case k > MaxSort:
			at = last + k - MaxSort
		}
		if at >= from && at <= to {
			l.around[k] = form(a, ws[at])
		}
	}
	return l
}

// wordAt is the whole word in which a match begins, or else the next one.
func wordAt(ws []query.Token, m query.Match) int {
	i, _ := slices.BinarySearchFunc(ws, m, func(w query.Token, m query.Match) int {
		switch {
		case w.Unit != m.Unit:
			return cmp.Compare(w.Unit, m.Unit)
		case w.Hi <= m.Lo:
			return -1
		}
		return 1 // the first that ends behind the beginning of the match
	})
	return i
}

func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// closer is the length of the marks that close what stands before them: «).»
func closer(s string) int { return len(s) - len(strings.TrimLeft(s, ".,;:!?)»”\"…")) }

// opener is the length of the marks at the end of s that open what follows.
func opener(s string) int { return len(s) - len(strings.TrimRight(s, "(«“\"№§")) }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
