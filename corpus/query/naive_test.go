package query

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"svod/corpus/words"
)

// A second reading of the language, as plain and slow as can be: it tries
// every combination of words. What Find finds must be what this finds.
//
// A text of it is words with their places, made of a few words so that chance
// brings them together often.

type naiveWord struct {
	form                   string
	unit, clause, sentence int
	pos                    int // in the unit
	at                     int // in the unit's text
}

type naiveText struct {
	words []naiveWord
	units []Unit
}

var naiveWords = []string{"совет", "совета", "отчет", "отчета", "отчетов", "год", "не", "и", "обсуждается", "обсуждения", "план"}

func randomText(r *rand.Rand) naiveText {
	var t naiveText
	sentence := 0
	for u := range 1 + r.IntN(4) {
		var b strings.Builder
		clause := u / 2
		sentence++
		n := r.IntN(9)
		for pos := range n {
			w := naiveWords[r.IntN(len(naiveWords))]
			switch {
			case pos == 0:
			case r.IntN(4) == 0 && t.words[len(t.words)-1].form != "и": // a sentence ends, but not with an initial
				sentence++
				b.WriteString(". ")
				w = strings.ToUpper(w[:2]) + w[2:]
			default:
				b.WriteString([]string{" ", ", ", " – "}[r.IntN(3)])
			}
			t.words = append(t.words, naiveWord{strings.ToLower(w), u, clause, sentence, pos, b.Len()})
			b.WriteString(w)
		}
		t.units = append(t.units, Unit{Text: b.String(), Lang: "ru", Clause: clause})
	}
	return t
}

// occurrence is the numbers of its words, in order.
type occurrence []int

// A naiveNode is a query with its own meaning.
type naiveNode struct {
	op    string // word = * ~ " /n +n /с /п /ст И ИЛИ НЕ n (at least)
	text  string
	n     int
	nodes []naiveNode
}

func randomNode(r *rand.Rand, depth int) naiveNode {
	word := func() naiveNode {
		w := naiveWords[r.IntN(len(naiveWords))]
		switch r.IntN(8) {
		case 0:
			return naiveNode{op: "=", text: w}
		case 1:
			if rs := []rune(w); len(rs) > 2 {
				return naiveNode{op: "*", text: string(rs[:2]) + "*"}
			}
		case 2:
			if rs := []rune(w); len(rs) > 3 {
				rs[r.IntN(len(rs))] = '?'
				return naiveNode{op: "*", text: "*" + string(rs[1:len(rs)-1]) + "*"}
			}
		case 3:
			if rs := []rune(w); len(rs) > 3 {
				i := r.IntN(len(rs) - 1)
				rs[i], rs[i+1] = rs[i+1], rs[i]
				return naiveNode{op: "~", text: string(rs), n: 1}
			}
		}
		return naiveNode{op: "word", text: w}
	}
	if depth == 0 {
		return word()
	}
	sub := func() naiveNode { return randomNode(r, depth-1) }
	without := func(ops ...string) naiveNode {
		for {
			if n := sub(); !slices.ContainsFunc(ops, n.has) {
				return n
			}
		}
	}
	same := func() naiveNode { return without("И", "n") }
	near := func() naiveNode { return without("И", "n", "/с", "/п", "/ст") }
	switch r.IntN(8) {
	case 0:
		return naiveNode{op: `"`, nodes: []naiveNode{word(), word()}}
	case 1:
		return naiveNode{op: "/n", n: 1 + r.IntN(4), nodes: []naiveNode{near(), near()}}
	case 2:
		return naiveNode{op: "+n", n: 1 + r.IntN(4), nodes: []naiveNode{near(), near()}}
	case 3:
		return naiveNode{op: []string{"/с", "/п", "/ст"}[r.IntN(3)], nodes: []naiveNode{same(), same()}}
	case 4:
		return naiveNode{op: "И", nodes: []naiveNode{sub(), sub()}}
	case 5:
		return naiveNode{op: "И", n: 1, nodes: []naiveNode{sub(), sub()}} // and not
	case 6:
		return naiveNode{op: "ИЛИ", nodes: []naiveNode{sub(), sub()}}
	}
	return naiveNode{op: "n", n: 1 + r.IntN(3), nodes: []naiveNode{sub()}}
}

func (n naiveNode) has(op string) bool {
	return n.op == op || slices.ContainsFunc(n.nodes, func(m naiveNode) bool { return m.has(op) })
}

func (n naiveNode) String() string {
	switch n.op {
	case "word", "*":
		return n.text
	case "=":
		return "=" + n.text
	case "~":
		return fmt.Sprintf("%s~%d", n.text, n.n)
	case `"`:
		return `"` + n.nodes[0].String() + " " + n.nodes[1].String() + `"`
	case "n":
		return fmt.Sprintf("НЕ_МЕНЕЕ%d(%s)", n.n, n.nodes[0])
	}
	op := n.op
	switch {
	case op == "/n" || op == "+n":
		op = fmt.Sprintf("%c%d", op[0], n.n)
	case op == "И" && n.n == 1:
		op = "НЕ"
	}
	return fmt.Sprintf("(%s) %s (%s)", n.nodes[0], op, n.nodes[1])
}

func (n naiveNode) find(t naiveText) []occurrence {
	var out []occurrence
	add := func(o occurrence) {
		slices.Sort(o)
		o = slices.Compact(o)
		if !slices.ContainsFunc(out, func(p occurrence) bool { return slices.Equal(o, p) }) {
			out = append(out, o)
		}
	}
	var a, b []occurrence
	if len(n.nodes) > 0 {
		a = n.nodes[0].find(t)
	}
	if len(n.nodes) > 1 {
		b = n.nodes[1].find(t)
	}
	pairs := func(fits func(x, y occurrence) bool) {
		for _, x := range a {
			for _, y := range b {
				if !share(x, y) && fits(x, y) {
					add(slices.Concat(x, y))
				}
			}
		}
	}
	switch n.op {
	case `"`:
		pairs(func(x, y occurrence) bool {
			v, w := t.words[x[0]], t.words[y[0]]
			return v.unit == w.unit && w.pos == v.pos+1
		})
	case "/n", "+n":
		pairs(func(x, y occurrence) bool { return t.near(x, y, n.n, n.op == "+n") })
	case "/с", "/п", "/ст":
		for g := range len(t.words) + 2 {
			inA, inB := t.inside(a, n.op, g), t.inside(b, n.op, g)
			apart := slices.ContainsFunc(inA, func(x occurrence) bool {
				return slices.ContainsFunc(inB, func(y occurrence) bool { return !share(x, y) })
			})
			if apart {
				add(slices.Concat(slices.Concat(inA...), slices.Concat(inB...)))
			}
		}
	case "И":
		switch {
		case n.n == 1 && len(b) > 0, n.n == 0 && (len(a) == 0 || len(b) == 0):
			return nil
		}
		for _, o := range append(a, b...) {
			add(o)
		}
	case "ИЛИ":
		for _, o := range append(a, b...) {
			add(o)
		}
	case "n":
		if len(a) >= n.n {
			return a
		}
	default:
		for i, w := range t.words {
			if n.is(w.form) {
				add(occurrence{i})
			}
		}
	}
	return out
}

func (n naiveNode) is(form string) bool {
	switch n.op {
	case "=":
		return n.text == form
	case "*":
		re := strings.NewReplacer("*", ".*", "?", ".").Replace(n.text)
		return regexp.MustCompile("^" + re + "$").MatchString(form)
	case "~":
		return slips([]rune(n.text), []rune(form)) <= n.n
	}
	return words.Stem(n.text, "ru") == words.Stem(form, "ru")
}

// slips is the distance by its definition.
func slips(a, b []rune) int {
	switch {
	case len(a) == 0:
		return len(b)
	case len(b) == 0:
		return len(a)
	case a[0] == b[0]:
		return slips(a[1:], b[1:])
	case len(a) > len(b)+2 || len(b) > len(a)+2:
		return 3 // and more: nobody asks
	}
	d := 1 + min(slips(a[1:], b), slips(a, b[1:]), slips(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		d = min(d, 1+slips(a[2:], b[2:]))
	}
	return d
}

func share(x, y occurrence) bool {
	return slices.ContainsFunc(x, func(i int) bool { return slices.Contains(y, i) })
}

// near reports whether all words of x and y are in one unit, and between the
// one that ends first and the other are less than n words.
func (t naiveText) near(x, y occurrence, n int, ordered bool) bool {
	for _, i := range append(slices.Clone(x), y...) {
		if t.words[i].unit != t.words[x[0]].unit {
			return false
		}
	}
	x0, x1 := t.words[x[0]].pos, t.words[x[len(x)-1]].pos
	y0, y1 := t.words[y[0]].pos, t.words[y[len(y)-1]].pos
	switch {
	case x1 < y0:
		return y0-x1 <= n
	case ordered:
		return false
	case y1 < x0:
		return x0-y1 <= n
	}
	return true // inside each other
}

// inside leaves what lies in scope number g with all its words.
func (t naiveText) inside(os []occurrence, op string, g int) []occurrence {
	of := func(i int) int {
		switch op {
		case "/с":
			return t.words[i].sentence
		case "/п":
			return t.words[i].clause
		}
		return 0
	}
	var out []occurrence
	for _, o := range os {
		if !slices.ContainsFunc(o, func(i int) bool { return of(i) != g }) {
			out = append(out, o)
		}
	}
	return out
}

func (t naiveText) show(os []occurrence) []string {
	var out []string
	for _, o := range os {
		var ws []string
		for _, i := range o {
			w := t.words[i]
			ws = append(ws, fmt.Sprintf("%d:%d", w.unit, w.at))
		}
		out = append(out, strings.Join(ws, "+"))
	}
	slices.Sort(out)
	return out
}

// matched is what a matcher finds by the words of a text.
func matched(q *Query, units []Unit) []string {
	m := q.Matcher()
	asked := m.In("ru")
	var tokens []Token
	var bits []uint64
	for _, k := range NewText(units).Tokens() {
		if b := asked(k.Form, k.Stem); b != 0 {
			tokens, bits = append(tokens, k), append(bits, b)
		}
	}
	return places(q.Occurrences(m.Text(nil, units, tokens, bits)))
}

func places(os []Occurrence) []string {
	var out []string
	for _, o := range os {
		var ws []string
		for _, m := range o {
			ws = append(ws, fmt.Sprintf("%d:%d", m.Unit, m.Lo))
		}
		out = append(out, strings.Join(ws, "+"))
	}
	slices.Sort(out)
	return out
}

func TestAgainstNaiveReading(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2026))
	found := map[string]int{}
	for range 6000 {
		text := randomText(r)
		n := randomNode(r, r.IntN(4))
		q, err := Parse(n.String(), "ru")
		if err != nil {
			t.Fatalf("%s: %v", n, err)
		}
		got := places(q.Occurrences(NewText(text.units)))
		if seen := matched(q, text.units); !slices.Equal(seen, got) {
			t.Fatalf("%s in %+v\n by words %v\n  by text %v", n, text.units, seen, got)
		}
		want := text.show(n.find(text))
		if !slices.Equal(got, want) {
			t.Fatalf("%s in %+v\n got %v\nwant %v", n, text.units, got, want)
		}
		if len(want) > 0 {
			found[n.op]++
		}
	}
	for _, op := range []string{"word", "=", "*", "~", `"`, "/n", "+n", "/с", "/п", "/ст", "И", "ИЛИ", "n"} {
		if found[op] < 10 {
			t.Errorf("%s was found %d times: chance brought too little", op, found[op])
		}
	}
}
