package amend

import (
	"slices"
	"strings"

	"svod/corpus"
)

// A sentence is read by a cursor that goes from token to token. What it takes
// is understood; a reader that fails puts the cursor back.
type cursor0 struct {
	s  string
	ts []token0
	i  int
}

func (c *cursor0) done() bool { return c.i >= len(c.ts) }

func (c *cursor0) peek() token0 {
	if c.done() {
		return token0{kind: aSign0}
	}
	return c.ts[c.i]
}

func (c *cursor0) at(n int) token0 {
	if i := c.i + n; i < 0 || i >= len(c.ts) {
		return token0{kind: aSign0}
	}
	return c.ts[c.i+n]
}

// word takes one of some words.
func (c *cursor0) word(ws ...string) bool {
	if t := c.peek(); t.kind == aWord0 && slices.Contains(ws, t.word) {
		c.i++
		return true
	}
	return false
}

// stem takes a word that begins so.
func (c *cursor0) stem(stems ...string) bool {
	t := c.peek()
	if t.kind != aWord0 {
		return false
	}
	for _, s := range stems {
		if strings.HasPrefix(t.word, s) {
			c.i++
			return true
		}
	}
	return false
}

// phrase takes words in a row, given as their beginnings.
func (c *cursor0) phrase(stems ...string) bool {
	from := c.i
	for _, s := range stems {
		if !c.stem(s) {
			c.i = from
			return false
		}
	}
	return true
}

func (c *cursor0) sign(signs0 string) bool {
	if t := c.peek(); t.kind == aSign0 && t.text != "" && strings.Contains(signs0, t.text) {
		c.i++
		return true
	}
	return false
}

// brackets passes over remarks: lists of publications, «(далее – Закон)».
func (c *cursor0) brackets() {
	for c.peek().kind == aBracket0 {
		c.i++
	}
}

// noun takes a noun of any form.
func (c *cursor0) noun() (noun0, bool) {
	if t := c.peek(); t.kind == aWord0 {
		if n, ok := nouns0()[t.word]; ok {
			c.i++
			return n, true
		}
	}
	return noun0{}, false
}

// ordinal takes «второй», «двадцать первый», «второй-1».
func (c *cursor0) ordinal() (string, bool) {
	t := c.peek()
	if t.kind != aWord0 {
		return "", false
	}
	if next0 := c.at(1); next0.kind == aWord0 {
		if n := corpus.Number(t.text + " " + next0.text); isFigure0(n) && !isFigure0(corpus.Number(t.text)) {
			c.i += 2
			return n, true
		}
	}
	if n := corpus.Number(t.text); isFigure0(n) {
		c.i++
		return n, true
	}
	if strings.HasPrefix(t.word, "последн") {
		c.i++
		return "-1", true
	}
	return "", false
}

func isFigure0(n string) bool { return n != "" && n[0] >= '0' && n[0] <= '9' }

// one takes one number: «5-1», «4)», «а)», «"а"», «второй».
func (c *cursor0) one(kind corpus.Kind) (string, bool) {
	t := c.peek()
	switch t.kind {
	case aNumber0:
		c.i++
		return t.num, true
	case aQuote0: // «подпункт "а"»
		if n := corpus.Number(strings.ToLower(t.text)); kind >= corpus.KindClause && len([]rune(strings.Trim(t.text, ")0123456789.-¹²³⁴⁵⁶⁷⁸⁹⁰"))) == 1 && n != "" {
			c.i++
			return n, true
		}
	case aWord0:
		if n, ok := c.ordinal(); ok {
			return n, true
		}
		if len([]rune(t.word)) == 1 && kind >= corpus.KindSubclause && !slices.Contains([]string{"и", "в", "с", "к", "о"}, t.word) {
			c.i++
			return t.word, true
		}
		if kind < corpus.KindArticle { // «глава IV»
			if n := corpus.Number(t.text); isFigure0(n) {
				c.i++
				return n, true
			}
		}
	}
	return "", false
}

// numbers takes a list of numbers: «1, 2 и 4», «3)–7)», «второй и третий».
func (c *cursor0) numbers(kind corpus.Kind) []string {
	c.phrase("порядков", "номер")
	for c.sign("№") {
	}
	first, ok := c.one(kind)
	if !ok {
		return nil
	}
	nums := []string{first}
	for {
		from := c.i
		ranged := false
		switch {
		case c.sign("–—-−") || c.word("по"):
			ranged = true
		case c.sign(",;"):
			c.word("и", "или", "а")
			c.word("также")
		case c.word("и", "или"):
		default:
			return nums
		}
		for c.sign("№") {
		}
		n, ok := c.one(kind)
		if !ok {
			c.i = from
			return nums
		}
		if ranged {
			nums[len(nums)-1] += "–" + n
		} else {
			nums = append(nums, n)
		}
	}
}

// An element is one step of a place, before it has found its levels.
type element0 struct {
	Level
	part     Part
	sentence int
	all      bool // «по всему тексту»
	by       bool
}

// element takes a noun with its numbers.
func (c *cursor0) element() (element0, bool) {
	from := c.i
	var early string
	if n, ok := c.ordinal(); ok {
		early = n
	}
	n, ok := c.noun()
	if !ok || n.object != "" {
		c.i = from
		if early == "" {
			return c.approved()
		}
		return element0{}, false
	}
	e := element0{part: n.part, by: n.by}
	e.Kind = n.level
	switch {
	case early != "":
		e.Nums = []string{early}
	case n.part == PartHeading, n.level == corpus.KindPreamble:
	default:
		if e.Kind == corpus.KindRow || e.Kind == corpus.KindTable {
			c.sign(",")
		}
		e.Nums = c.numbers(n.level)
		if e.Nums == nil && e.Kind == corpus.KindRow {
			if q := c.peek(); q.kind == aQuote0 { // «строку «…»»
				c.i++
				e.Title = q.text
				return e, true
			}
		}
	}
	if q := c.peek(); q.kind == aQuote0 && e.part == "" && e.Kind != corpus.KindPassage && len(e.Nums) == 1 {
		c.i++
		e.Title = q.text
	}
	if e.part == PartSentence {
		e.sentence = -1
		if len(e.Nums) == 1 {
			if e.sentence = atoi0(e.Nums[0]); e.sentence == 0 {
				e.sentence = -1
			}
		}
	}
	c.brackets()
	return e, true
}

func atoi0(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// approved takes the name of rules that an act has approved: «Правилах
// оказания услуг, утвержденных указанным постановлением».
func (c *cursor0) approved() (element0, bool) {
	from := c.i
	c.stem("указанн", "названн")
	t := c.peek()
	if t.kind != aWord0 {
		c.i = from
		return element0{}, false
	}
	r, ok := corpus.ParseReference(t.text)
	if !ok || len(r.Steps) != 1 || r.Steps[0].Kind != corpus.KindAppendix || len(r.Steps[0].Nums) != 1 || isFigure0(r.Steps[0].Nums[0]) {
		c.i = from
		return element0{}, false
	}
	c.i++
	e := element0{Level: Level{Step: r.Steps[0]}}
	lo := c.i
	for !c.done() {
		t := c.peek()
		if t.kind == aSign0 && strings.Contains(":;", t.text) || t.kind == aWord0 && (isVerb0(t.word) || t.word == "согласно") {
			break
		}
		if t.kind == aWord0 && strings.HasPrefix(t.word, "утвержд") {
			if e.Title == "" && lo < c.i {
				e.Title = strings.Trim(c.s[c.ts[lo].lo:c.ts[c.i-1].hi], " ,")
			}
		}
		c.i++
	}
	if e.Title == "" && lo < c.i {
		e.Title = strings.Trim(c.s[c.ts[lo].lo:c.ts[c.i-1].hi], " ,")
	}
	return e, true
}

// ownAct takes words that mean the amended act itself: «указанного
// постановления», «настоящего Кодекса», «Закона».
func (c *cursor0) ownAct() bool {
	from := c.i
	c.stem("указанн", "вышеуказанн", "названн", "данн", "настоящ", "этого", "куказанн")
	if t := c.peek(); t.kind == aWord0 {
		if kind, adjective := actKind0(t.word); kind != "" && !adjective {
			c.i++
			return true
		}
	}
	c.i = from
	return false
}

// chain takes elements from the innermost out: «подпункт 3) пункта 2 статьи 5».
func (c *cursor0) chain() (Where, bool) {
	var els []element0
	lo := c.i
	for {
		from := c.i
		if len(els) > 0 && c.word("к", "из") && c.ownAct() {
			break // «приложение 1 к указанному решению»
		}
		e, ok := c.element()
		if !ok || e.by && len(els) > 0 {
			c.i = from
			break
		}
		els = append(els, e)
	}
	if len(els) == 0 {
		return Where{}, false
	}
	c.ownAct()
	var w Where
	for i := len(els) - 1; i >= 0; i-- {
		e := els[i]
		if e.part != "" {
			w.Part, w.Sentence = e.part, e.sentence
			if e.part == PartNote && len(e.Nums) > 0 {
				w.Levels = append(w.Levels, Level{Step: corpus.Step{Kind: corpus.KindClause, Nums: e.Nums}})
			}
			continue
		}
		w.Levels = append(w.Levels, e.Level)
	}
	// «в статье 4 подпункты 1) и 2)»: the outermost first.
	slices.SortStableFunc(w.Levels, func(a, b Level) int {
		if a.Noun != "" || b.Noun != "" {
			return 0
		}
		return rank0(a) - rank0(b)
	})
	w.Text = strings.TrimSpace(c.s[c.ts[lo].lo:c.ts[c.i-1].hi])
	return w, true
}

// places takes a list of chains: «в абзаце первом и подпункте 2) пункта 1».
// What stands outermost behind the last belongs to those before it, too.
func (c *cursor0) places() []Where {
	var ws []Where
	for {
		w, ok := c.chain()
		if !ok {
			break
		}
		ws = append(ws, w)
		from := c.i
		if !c.sign(",") && !c.word("и", "или") {
			break
		}
		c.word("и")
		c.phrase("а", "также")
		c.word("в", "во", "из", "по")
		if e, ok := c.element(); !ok || e.by {
			c.i = from
			break
		}
		c.i = from
		c.sign(",")
		c.word("и", "или")
		c.phrase("а", "также")
		c.word("в", "во", "из", "по")
	}
	for i := len(ws) - 2; i >= 0; i-- {
		ws[i].Levels = append(outside0(ws[i+1].Levels, ws[i].Levels), ws[i].Levels...)
	}
	return ws
}

// outside returns the levels of a longer chain that go around a shorter one.
func outside0(of, inner []Level) []Level {
	if len(inner) == 0 {
		return slices.Clone(of)
	}
	var out []Level
	for _, l := range of {
		if rank0(l) >= rank0(inner[0]) {
			break
		}
		out = append(out, l)
	}
	return out
}

// rank orders levels from the outermost in. «Часть» may be a clause or stand
// inside of one: it has a rank between.
func rank0(l Level) int {
	switch {
	case l.Noun != "":
		return 10 * int(corpus.KindRow)
	case l.Kind == corpus.KindPart && (len(l.Nums) == 0 || isFigure0(l.Nums[0])):
		return 10*int(corpus.KindClause) + 5
	}
	return 10 * int(l.Kind)
}
