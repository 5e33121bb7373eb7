package table

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// A page carries what explains its numbers as data, which its script shows when a
// number is clicked. What is said of several numbers stands there once.

// The bounds of what a page carries: of more it says how much is left out.
const (
	mostItems  = 200     // of one number
	mostBytes  = 6 << 20 // of all quotes
	mostBases  = 20_000  // numbers that are explained
	deepestFor = 4       // formulas within formulas
)

// pageBases are the explanations of a page's numbers.
type pageBases struct {
	words phrases
	bases []pageBasis
	items []pageItem
	at    map[string]int // of bases, by what they say
	known map[string]int // of items, by their place and text
	bytes int
}

type pageBasis struct {
	What    string     `json:"w"`
	Value   string     `json:"v"`
	Formula string     `json:"f,omitempty"`
	Terms   []pageTerm `json:"t,omitempty"`
	Items   [][2]int   `json:"i,omitempty"` // of the page's items, and how much each makes
	More    int        `json:"m,omitempty"` // items that are not here
	Tried   []string   `json:"q,omitempty"`
	In      []string   `json:"d,omitempty"`
}

type pageTerm struct {
	Name  string `json:"n"`
	Value string `json:"v"`
	Basis int    `json:"b"` // -1 for none
}

type pageItem struct {
	Document string   `json:"d"`
	Citation string   `json:"c,omitempty"`
	Text     []string `json:"x"` // plain and matched stretches by turns
}

func newPageBases(words phrases) *pageBases {
	return &pageBases{words: words, at: map[string]int{}, known: map[string]int{}}
}

// add takes a basis in and returns its number, -1 if the page is full.
func (p *pageBases) add(b Basis, depth int) int {
	if b == nil || depth > deepestFor || len(p.bases) >= mostBases {
		return -1
	}
	e := b.Explain()
	out := pageBasis{What: e.What, Value: joined(e.Value.runs(p.words)), Formula: e.Formula, Tried: e.Tried, In: e.In}
	key := out.key(e, p.words)
	if i, ok := p.at[key]; ok {
		return i
	}
	n := len(p.bases)
	p.at[key] = n
	p.bases = append(p.bases, out)
	for _, t := range e.Terms {
		out.Terms = append(out.Terms, pageTerm{t.Name, joined(t.Value.runs(p.words)), p.add(t.Basis, depth+1)})
	}
	for i, item := range e.Items {
		at, ok := -1, false
		if i < mostItems {
			at, ok = p.item(item)
		}
		if !ok {
			out.More = len(e.Items) - i
			break
		}
		out.Items = append(out.Items, [2]int{at, item.Count})
	}
	p.bases[n] = out
	return n
}

// key tells explanations apart by all that they say.
func (b pageBasis) key(e Explanation, words phrases) string {
	h := sha256.New()
	say := func(ss ...string) {
		for _, s := range ss {
			fmt.Fprintf(h, "%d %s", len(s), s)
		}
	}
	say(b.What, b.Value, b.Formula)
	for _, t := range e.Terms {
		say("t", t.Name, joined(t.Value.runs(words)))
	}
	for _, i := range e.Items {
		say("i", i.Document, i.Address, i.Text, fmt.Sprint(i.Count, i.Matches))
	}
	say("q")
	say(e.Tried...)
	say("d")
	say(e.In...)
	return string(h.Sum(nil))
}

// item takes a quote in, once; it fails when the page has enough.
func (p *pageBases) item(e Evidence) (int, bool) {
	it := pageItem{Document: e.Document, Citation: e.Citation, Text: stretches(e.Text, e.Matches)}
	key := it.Document + "\x00" + e.Address + "\x00" + it.Citation + "\x00" + strings.Join(it.Text, "\x01")
	if i, ok := p.known[key]; ok {
		return i, true
	}
	if p.bytes += len(key); p.bytes > mostBytes {
		return 0, false
	}
	p.known[key] = len(p.items)
	p.items = append(p.items, it)
	return len(p.items) - 1, true
}

// stretches parts a text at its matches: plain, matched, plain …
func stretches(text string, matches [][2]int) []string {
	ms := slices.Clone(matches)
	slices.SortFunc(ms, func(a, b [2]int) int { return a[0] - b[0] })
	out, last := []string{}, 0
	for _, m := range ms {
		if m[0] < last || m[1] > len(text) || m[0] > m[1] {
			continue
		}
		out = append(out, clean(text[last:m[0]]), clean(text[m[0]:m[1]]))
		last = m[1]
	}
	return append(out, clean(text[last:]))
}

// print writes the data and the panel that shows them.
func (p *pageBases) print(out *bytes.Buffer) {
	if len(p.bases) == 0 {
		return
	}
	w := p.words
	fmt.Fprintf(out, "<dialog id=\"why\" aria-labelledby=\"why-what\"><form method=\"dialog\"><button class=\"close\" aria-label=\"%[1]s\" title=\"%[1]s\">×</button></form><div id=\"why-text\"></div></dialog>\n", escape(w.close))
	// Escaped by json: neither a tag nor a comment can end the script early.
	data, err := json.Marshal(struct {
		Bases []pageBasis       `json:"bases"`
		Items []pageItem        `json:"items"`
		Words map[string]string `json:"words"`
	}{p.bases, p.items, map[string]string{"sum": w.sum, "more": w.more, "tried": w.tried, "in": w.in, "back": w.back, "formula": w.formula}})
	if err != nil {
		return // only strings and numbers
	}
	p.unscripted(out)
	out.WriteString("<script type=\"application/json\" id=\"bases\">")
	out.Write(data)
	out.WriteString("</script>\n")
}
