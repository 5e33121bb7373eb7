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

// FrequencyOptions say which words are counted, and how.
type FrequencyOptions struct {
	By       string // the attribute whose values make groups; none: no groups
	Exact    bool   // words are written forms, not stems
	Content  bool   // without function words and numbers
	Without  []string
	Patterns []WordPattern // these and nothing else, each a row
	Min      int           // occurrences at least
	Limit    int           // rows at most, 0 all
	Forms    bool          // the report shows the forms of each word
	Language string
}

// A WordPattern is a named query of a list of words.
type WordPattern struct {
	Text  string
	Query *query.Query
}

// Frequencies are the words of documents with their numbers.
type Frequencies struct {
	Words  int // the base: all words of the documents
	Types  int // different words
	Groups []WordGroup
	Rows   []Frequency
	Parts  string // what dispersion is over: documents, or articles of a single one

	options FrequencyOptions
	lex     *lexis
	groupOf []int     // of each document
	sizes   []float64 // of the parts, in words
	all     int       // rows, those that Limit leaves out too
	once    sync.Once
	seen    map[string][]sighting
}

// A WordGroup is documents with one value of an attribute.
type WordGroup struct {
	Name      string `json:"group"`
	Documents int    `json:"documents"`
	Words     int    `json:"words"`
}

// A Frequency is how often a word occurs.
type Frequency struct {
	Word      string      `json:"word"` // the commonest form, or the pattern
	Stem      string      `json:"stem,omitempty"`
	N         int         `json:"n"`
	Documents int         `json:"documents"`
	Thousand  float64     `json:"per_1000"`
	DP        *float64    `json:"dp"` // nil where it is not defined
	Groups    []int       `json:"groups,omitempty"`
	Forms     []FormCount `json:"forms,omitempty"`

	key   string
	parts []float64 // occurrences in each part
}

// A lexeme gathers what is known of a word while documents are read.
type lexeme struct {
	n, documents int
	last         int // the document counted last, from 1
	parts        []partCount
	forms        forms
}

type partCount struct{ part, n int }

func (x *lexeme) add(part int) {
	x.n++
	if k := len(x.parts); k == 0 || x.parts[k-1].part != part {
		x.parts = append(x.parts, partCount{part, 0})
	}
	x.parts[len(x.parts)-1].n++
}

// CountWords counts the words of documents, or the patterns of the options.
func CountWords(docs []*corpus.Document, opts FrequencyOptions) *Frequencies {
	f := &Frequencies{options: opts, lex: newLexis(docs, opts.Exact, nil)}
	f.group()
	all := map[string]*lexeme{}
	get := func(key string) *lexeme {
		x := all[key]
		if x == nil {
			x = &lexeme{forms: forms{}}
			all[strings.Clone(key)] = x
		}
		return x
	}
	partDoc := []int{} // of each part
	for i, d := range docs {
		f.lex.each(d, func(a article, ws []query.Token) {
			if len(docs) == 1 || len(partDoc) == 0 || partDoc[len(partDoc)-1] != i {
				partDoc, f.sizes = append(partDoc, i), append(f.sizes, 0)
			}
			part := len(partDoc) - 1
			f.sizes[part] += float64(len(ws))
			f.Words += len(ws)
			f.Groups[f.groupOf[i]].Words += len(ws)
			count := func(key, form, written string) {
				x := get(key)
				x.add(part)
				if x.last != i+1 {
					x.last = i + 1
					x.documents++
				}
				x.forms.add(form, written)
			}
			if opts.Patterns == nil {
				for _, w := range ws {
					count(f.lex.key(a, w), form(a, w), written(a, w))
				}
				return
			}
			for _, p := range opts.Patterns {
				for _, o := range distinct(p.Query.Occurrences(a.text), Longest) {
					s := occurrenceText(a, o)
					count(p.Text, strings.ToLower(s), s)
				}
			}
		})
	}
	f.Parts = "documents"
	if len(docs) == 1 {
		f.Parts = "articles"
	}
	f.Types = len(all)
	without := map[string]bool{}
	for _, w := range opts.Without {
		without[f.lex.keyOf(w)] = true
	}
	keys := slices.Sorted(maps.Keys(all))
	for _, p := range opts.Patterns { // what was looked for and not found is a row too
		if all[p.Text] == nil {
			keys = append(keys, p.Text)
			all[p.Text] = &lexeme{forms: forms{}}
		}
	}
	for _, key := range keys {
		x := all[key]
		if opts.Patterns == nil && (x.n < opts.Min || without[key]) {
			continue
		}
		list := x.forms.list()
		if opts.Content && opts.Patterns == nil && functional(list[0].Form) {
			continue
		}
		row := Frequency{key: key, Word: key, N: x.n, Documents: x.documents, Forms: list}
		if opts.Patterns == nil {
			row.Word = list[0].Form
			if !opts.Exact {
				row.Stem = key
			}
		}
		if f.Words > 0 {
			row.Thousand = float64(x.n) * 1000 / float64(f.Words)
		}
		row.Groups = make([]int, len(f.Groups))
		row.parts = make([]float64, len(f.sizes))
		for _, c := range x.parts {
			row.Groups[f.groupOf[partDoc[c.part]]] += c.n
			row.parts[c.part] += float64(c.n)
		}
		f.Rows = append(f.Rows, row)
	}
	if opts.Patterns != nil {
		f.Types = len(f.Rows)
	} else {
		slices.SortStableFunc(f.Rows, func(a, b Frequency) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Word, b.Word)) })
	}
	f.all = len(f.Rows)
	if opts.Limit > 0 && len(f.Rows) > opts.Limit {
		f.Rows = f.Rows[:opts.Limit]
	}
	for i := range f.Rows {
		if len(f.sizes) < 2 { // a word cannot be spread over one part
			break
		}
		if dp, err := stat.DP(f.Rows[i].parts, f.sizes); err == nil {
			f.Rows[i].DP = &dp
		}
	}
	return f
}

// group puts the documents into groups by an attribute; without one, all are
// one.
func (f *Frequencies) group() {
	f.groupOf = make([]int, len(f.lex.docs))
	if f.options.By == "" {
		f.Groups = []WordGroup{{Documents: len(f.lex.docs)}}
		return
	}
	values := map[string]int{}
	for _, d := range f.lex.docs {
		values[Attribute(d, f.options.By)]++
	}
	at := map[string]int{}
	for i, v := range slices.SortedFunc(maps.Keys(values), compareValues) {
		at[v] = i
		f.Groups = append(f.Groups, WordGroup{Name: v, Documents: values[v]})
	}
	for i, d := range f.lex.docs {
		f.groupOf[i] = at[Attribute(d, f.options.By)]
	}
}

// occurrenceText is the text of an occurrence from its first word to its last,
// where they stand in one unit, and its words alone where they stand apart.
func occurrenceText(a article, o query.Occurrence) string {
	var ss []string
	for _, m := range o {
		ss = append(ss, oneLine(a.text.Units()[m.Unit].Text[m.Lo:m.Hi]))
	}
	return strings.Join(ss, " ")
}
