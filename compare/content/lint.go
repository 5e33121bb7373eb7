package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// A Doubt is what is doubtful about a codebook, and where it stands.
//
// Codes, of the codebook alone: same (a pattern that stands twice in a
// category), subsumed (a pattern, and the one that has all it finds), idle (a
// pattern of nothing but words like «не» and «в»), unused (a set), empty (a category
// without patterns and categories below it), example (an example that fails),
// undefined, unexampled (a category without a definition, without examples).
//
// With documents: nothing (a pattern without hits), covered (a pattern, the one that
// has all its hits, their number), shared (another category, how many hits they have
// in common, how many each has), merged (a word, and the forms that its stem joins, with
// their numbers).
type Doubt struct {
	Code         string   `json:"code"`
	Advice       bool     `json:"advice"` // the codebook works without it
	Category     string   `json:"category"`
	Item         string   `json:"item"` // the pattern, the set, the example
	Args         []string `json:"args"`
	Line, Column int      `json:"-"`
}

// Lint looks for what is superfluous, empty or doubtful in a codebook; with
// documents, for what they say about it.
func Lint(cb *Codebook, docs []*corpus.Document) []Doubt {
	l := &linter{cb: cb}
	l.structure()
	if len(docs) > 0 {
		l.documents(docs)
	}
	slices.SortStableFunc(l.found, func(a, b Doubt) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) })
	return l.found
}

type linter struct {
	cb    *Codebook
	found []Doubt
	told  map[string]bool // patterns that are found out already
}

func (l *linter) add(at text, c *Category, code, item string, advice bool, args ...string) {
	f := Doubt{Code: code, Advice: advice, Item: item, Args: append([]string{}, args...), Line: at.Line, Column: at.Column}
	if c != nil {
		f.Category = c.ID
	}
	l.found = append(l.found, f)
}

func (l *linter) structure() {
	l.told = map[string]bool{}
	used := map[string]bool{}
	for c := range l.cb.All() {
		l.patterns(c)
		for _, list := range [][]string{c.Any, c.Not, c.Require} {
			for _, p := range list {
				for f := range strings.FieldsSeq(p) {
					used[strings.Trim(f, "@()\"«»")] = strings.Contains(f, "@") || used[strings.Trim(f, "@()\"«»")]
				}
			}
		}
		if len(c.Any) == 0 && len(c.Children) == 0 {
			l.add(c.file.ID, c, "empty", "", false)
		}
		if c.Definition == "" && !c.Heading {
			l.add(c.file.ID, c, "undefined", "", true)
		}
		if len(c.Include) == 0 && len(c.Any) > 0 {
			l.add(c.file.ID, c, "unexampled", "", true)
		}
	}
	for _, s := range l.cb.file.Sets {
		if !used[s.name.S] {
			l.add(s.name, nil, "unused", s.name.S, false)
		}
	}
	for _, t := range l.cb.Try() {
		if !t.Passed {
			l.add(text{Line: t.Line, Column: t.Column}, l.cb.Category(t.Category), "example", t.Text, false)
		}
	}
}

// patterns compares the patterns of a category, and of what is above it, as a
// parent has what its children have.
func (l *linter) patterns(c *Category) {
	for i, q := range c.any {
		at := c.file.Any[i]
		if phrases, obstacle := q.Plain(); obstacle == "" && len(phrases) > 0 && !slices.ContainsFunc(phrases, func(p []query.Term) bool {
			return slices.ContainsFunc(p, func(t query.Term) bool { return !idleWords[t.Text] })
		}) {
			l.add(at, c, "idle", c.Any[i], false)
		}
		for k, other := range c.any {
			if k == i || !q.Within(other) {
				continue
			}
			same := other.Within(q)
			if same && k > i {
				continue // the later of two is superfluous
			}
			code := "subsumed"
			if same && q.String() == other.String() {
				code = "same"
			}
			l.told[c.ID+"\x00"+c.Any[i]] = true
			l.add(at, c, code, c.Any[i], false, c.Any[k])
			break
		}
	}
}

// idleWords say nothing by themselves.
var idleWords = map[string]bool{}

func init() {
	for _, w := range strings.Fields("а без бы в во для до ее ей ею ж же за и из или им их к как ко ли либо на над не него нее нет ни но о об от по под при с со так там то тот тем том у уже что чтобы это этот эта эти я он она оно они мы вы ты его который которая которые") {
		idleWords[w] = true
	}
}

// hits is where a pattern, or a category, occurs: its words by place.
type hits struct {
	occurrences [][]place
	at          map[place]bool
}

type place struct{ article, unit, lo int }

func (h *hits) add(article int, os []query.Occurrence) {
	for _, o := range os {
		ps := make([]place, len(o))
		for i, m := range o {
			ps[i] = place{article, m.Unit, m.Lo}
			h.at[ps[i]] = true
		}
		h.occurrences = append(h.occurrences, ps)
	}
}

// shared is how many occurrences of h have a word of other.
func (h *hits) shared(other *hits) int {
	n := 0
	for _, o := range h.occurrences {
		if slices.ContainsFunc(o, func(p place) bool { return other.at[p] }) {
			n++
		}
	}
	return n
}

// Bounds of what makes a finding.
const (
	muchShared = 0.8 // of the hits of the smaller of two categories
	fewHits    = 5   // of the smaller: with fewer, sharing is chance
)

func (l *linter) documents(docs []*corpus.Document) {
	var cats []*Category
	for c := range l.cb.All() {
		cats = append(cats, c)
	}
	ofPattern := make([][]hits, len(cats))
	ofCategory := make([]hits, len(cats))
	for i, c := range cats {
		ofCategory[i].at = map[place]bool{}
		ofPattern[i] = make([]hits, len(c.any))
		for k := range c.any {
			ofPattern[i][k].at = map[place]bool{}
		}
	}
	forms := map[string]map[string]int{} // by stem
	n := 0
	for _, d := range docs {
		for _, a := range articles(d, l.cb.Unit.kind(), l.cb.Skip) {
			n++
			for i, c := range cats {
				if c.own != nil {
					ofCategory[i].add(n, distinct(c.own.Occurrences(a.text), l.cb.Nested))
				}
				for k, q := range c.any {
					ofPattern[i][k].add(n, q.Occurrences(a.text))
				}
			}
			for _, t := range a.text.Tokens() {
				if t.Part == 0 && t.Form != "" {
					if forms[t.Stem] == nil {
						forms[t.Stem] = map[string]int{}
					}
					forms[t.Stem][t.Form]++
				}
			}
		}
	}
	for i, c := range cats {
		for k := range c.any {
			h := &ofPattern[i][k]
			if len(h.occurrences) == 0 {
				l.add(c.file.Any[k], c, "nothing", c.Any[k], false)
				continue
			}
			for j := range c.any {
				o := &ofPattern[i][j]
				if j == k || l.told[c.ID+"\x00"+c.Any[k]] || len(o.occurrences) < len(h.occurrences) || len(o.occurrences) == len(h.occurrences) && j > k {
					continue
				}
				if h.shared(o) == len(h.occurrences) {
					l.add(c.file.Any[k], c, "covered", c.Any[k], true, c.Any[j], strconv.Itoa(len(h.occurrences)))
					break
				}
			}
			l.merged(c, k, forms)
		}
	}
	for i := range cats {
		for j := range i {
			a, b := &ofCategory[i], &ofCategory[j]
			if len(a.occurrences) >= len(b.occurrences) {
				a, b = b, a
			}
			if len(a.occurrences) < fewHits {
				continue
			}
			if s := a.shared(b); float64(s) > muchShared*float64(len(a.occurrences)) {
				l.add(cats[i].file.ID, cats[i], "shared", "", false, cats[j].ID, strconv.Itoa(ofCategory[i].shared(&ofCategory[j])), strconv.Itoa(len(ofCategory[i].occurrences)),
					strconv.Itoa(ofCategory[j].shared(&ofCategory[i])), strconv.Itoa(len(ofCategory[j].occurrences)))
			}
		}
	}
}

// merged tells of a word whose stem joins words that may have nothing to do with
// each other.
func (l *linter) merged(c *Category, k int, forms map[string]map[string]int) {
	phrases, _ := c.any[k].Plain()
	for _, p := range phrases {
		for _, t := range p {
			if t.Stem == "" || !unlike(t.Stem, forms[t.Stem]) {
				continue
			}
			fs := sortedKeys(forms[t.Stem])
			slices.SortStableFunc(fs, func(a, b string) int { return cmp.Compare(forms[t.Stem][b], forms[t.Stem][a]) })
			for i, f := range fs {
				fs[i] = f + " " + strconv.Itoa(forms[t.Stem][f])
			}
			l.add(c.file.Any[k], c, "merged", c.Any[k], true, append([]string{t.Text}, fs...)...)
		}
	}
}

// unlike reports whether forms of one stem may be those of several words: some
// have the endings of a noun, others of a verb or an adjective; or the stem is
// so short that there is no telling, and a person had better look. Participles
// and the nouns in -ение go together.
func unlike(stem string, forms map[string]int) bool {
	noun, other, n := false, false, 0
	for f := range forms {
		end, ok := strings.CutPrefix(f, stem)
		if !ok || words.Language(f) != "ru" {
			continue
		}
		n++
		noun = noun || slices.Contains(asNoun, end)
		other = other || slices.Contains(asAdjective, end) || slices.Contains(asVerb, end)
	}
	if n >= manyForms && utf8.RuneCountInString(stem) <= shortStem {
		return true
	}
	return noun && other && !strings.HasSuffix(stem, "ен") && !strings.HasSuffix(stem, "ан")
}

// A stem of few letters with that many forms is shown.
const (
	shortStem = 4
	manyForms = 3
)

var (
	asNoun      = []string{"ами", "ями", "ах", "ях", "ам", "ям", "ов"}
	asAdjective = []string{"ого", "его", "ому", "ему", "ыми", "ых", "ая", "ую", "ое", "ый"}
	asVerb      = []string{"ить", "ит", "ят", "ится", "ятся", "ать", "ает", "ают", "ается", "аются"}
)
