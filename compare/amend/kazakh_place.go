package amend

import (
	"slices"
	"strconv"
	"strings"

	"svod/corpus"
)

// A kazakhElement is one step of a place with the form of its noun.
type kazakhElement struct {
	Level
	part     Part
	sentence int
	kazakhForm
}

// one takes one number: «5-1», «4)», «а)», «екінші», «он бірінші», «IV», «соңғы».
func (c *kazakhReader) one() (string, bool) {
	t := c.peek(0)
	switch {
	case t.class == number:
		c.i++
		return t.form, t.form != ""
	case t.class != word:
		return "", false
	case c.word("соңғы"):
		return "-1", true
	}
	if next := c.peek(1); next.class == word && !isFigure(corpus.Number(t.text)) {
		if n := corpus.Number(t.form + " " + next.form); isFigure(n) {
			c.i += 2
			return n, true
		}
	}
	if n := corpus.Number(t.text); isFigure(n) {
		c.i++
		return n, true
	}
	return "", false
}

// numbers takes the numbers before a noun: «1, 2 және 4», «3)–7)», «екінші
// және үшінші».
func (c *kazakhReader) numbers() []string {
	first, ok := c.one()
	if !ok {
		return nil
	}
	nums := []string{first}
	for {
		from := c.i
		ranged := false
		if c.sign("–") { // «1-, 2-тармақтар» or «1–3»
			t := c.peek(0)
			ranged = t.class == number || t.class == word && isFigure(corpus.Number(t.form))
		}
		if !ranged {
			switch {
			case c.sign(",", ";"):
				c.word("және", "немесе")
			case c.word("және", "мен", "пен", "бен", "немесе"):
			default:
				c.i = from
				return nums
			}
		}
		n, ok := c.one()
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

// element takes a noun with the numbers before it.
func (c *kazakhReader) element() (kazakhElement, bool) {
	from := c.i
	fail := func() (kazakhElement, bool) {
		c.i = from
		return kazakhElement{}, false
	}
	var e kazakhElement
	if t := c.peek(0); t.class == quoted { // «"Барлығы" деген жол»
		c.i++
		c.word("деген")
		n, f, ok := lookKazakh(c.peek(0).form)
		if c.peek(0).class != word || !ok || n.level == 0 {
			return fail()
		}
		c.i++
		e.Kind, e.Title, e.kazakhForm = n.level, t.text, f
		return e, true
	}
	row := c.phrase("реттік", "нөмір")
	nums := c.numbers()
	marked := nums != nil && strings.HasSuffix(c.peek(-1).text, ")")
	if nums != nil {
		c.sign("–")
	}
	small := c.word("кіші")
	n, f, ok := lookKazakh(c.peek(0).form)
	if c.peek(0).class != word || !ok || n.object != "" {
		if row && nums != nil && !small { // «реттік нөмірі 5» alone
			e.Kind, e.Nums = corpus.KindRow, nums
			return e, true
		}
		return fail()
	}
	c.i++
	e.Kind, e.part, e.kazakhForm = n.level, n.part, f
	if small {
		if e.Kind != corpus.KindSection {
			return fail()
		}
		e.Kind = corpus.KindSubsection
	}
	if marked && e.Kind != corpus.KindSubclause && e.Kind != corpus.KindItem {
		return fail() // the number is of the draft: «1) кіріспесінде»
	}
	if len(nums) == 1 && f.many {
		nums[0] = plainRange(nums[0])
	}
	e.Nums = nums
	if e.part == PartSentence {
		e.sentence = -1
		if len(nums) == 1 {
			if n, err := strconv.Atoi(nums[0]); err == nil {
				e.sentence = n
			}
		}
	}
	if nums == nil && !(e.part != "" || e.Kind == corpus.KindPreamble || e.Kind == corpus.KindContents || e.Kind == corpus.KindAppendix || e.Kind == corpus.KindTable || f.gcase == instrumental) {
		return fail()
	}
	c.brackets()
	return e, true
}

// plainRange is «1-3-тармақтар»: before a plural the greater number ends a range.
func plainRange(num string) string {
	lo, hi, ok := strings.Cut(num, "-")
	a, err := strconv.Atoi(lo)
	b, err2 := strconv.Atoi(hi)
	if ok && err == nil && err2 == nil && a < b {
		return lo + "–" + hi
	}
	return num
}

// approved takes the name of what an act has approved: «көрсетілген бұйрықпен
// бекітілген Қызмет көрсету қағидаларында», «Қағидаларда».
func (c *kazakhReader) approved() (kazakhElement, bool) {
	from := c.i
	c.pointing()
	if _, f, ok := kazakhAct(c.peek(0).form); ok && c.peek(0).class == word && f.gcase == instrumental {
		c.i++
	}
	named := c.word("бекітілген")
	if !named {
		c.i = from
		c.pointing()
	}
	lo := c.i
	for n := 0; !c.done() && n < 60; n++ {
		t := c.peek(0)
		if t.class == sign && (t.form == ":" || t.form == ";") || t.class == word && isKazakhVerb(t.form) {
			break
		}
		c.i++
		if t.class != word {
			if !named {
				break
			}
			continue
		}
		num, f, ok := kazakhApprovedNoun(t.form)
		if ok && c.nameEnds() && (named || num != "" && (f.gcase != nominative || f.many)) {
			e := kazakhElement{kazakhForm: f}
			e.Kind = corpus.KindAppendix
			if num != "" {
				e.Nums = []string{num}
			}
			if c.i-lo > 1 {
				e.Title = c.text(lo)
			}
			c.brackets()
			return e, true
		}
		if !named {
			break
		}
	}
	c.i = from
	return kazakhElement{}, false
}

// nameEnds reports whether what comes next does not belong to a name.
func (c *kazakhReader) nameEnds() bool {
	t := c.peek(0)
	if t.class != word {
		return true
	}
	_, _, noun := lookKazakh(t.form)
	return noun || isKazakhVerb(t.form) || afterNames[t.form] || isFigure(corpus.Number(t.form)) || isFigure(corpus.Number(t.form+" "+c.peek(1).form))
}

// afterNames are words that come behind the name of what an order touches.
var afterNames = set("мынадай мына келесі жаңа осы бүкіл барлық күші күшін қолданысы қолданылуы мәтіні мәтінінде реттік және тиісінше кіші соңғы алып алынып")

// pointing takes words that point to an act named before.
func (c *kazakhReader) pointing() bool {
	c.word("жоғарыда")
	return c.stem("көрсетілген", "аталған")
}

// ownAct takes words that mean the amended act itself: «көрсетілген
// қаулының», «Заңның». «Осы» is the draft.
func (c *kazakhReader) ownAct() (kazakhForm, bool) {
	from := c.i
	c.pointing()
	if t := c.peek(0); t.class == word {
		if _, f, ok := kazakhAct(t.form); ok && !f.own && f.gcase != instrumental {
			c.i++
			return f, true
		}
	}
	c.i = from
	return kazakhForm{}, false
}

// chain takes elements from the outermost in: «5-баптың 2-тармағының 3)
// тармақшасында». The form is that of the last.
func (c *kazakhReader) chain() (Where, kazakhForm, bool) {
	lo := c.i
	next := func() (kazakhElement, bool) {
		if e, ok := c.element(); ok {
			return e, true
		}
		return c.approved()
	}
	act, own := c.ownAct()
	e, ok := next()
	if !ok {
		c.i = lo
		if own && act.gcase != dative { // «көрсетілген шешімде:»
			c.ownAct()
			return Where{Text: c.text(lo)}, act, true
		}
		return Where{}, kazakhForm{}, false
	}
	els := []kazakhElement{e}
	for {
		last := els[len(els)-1]
		if last.gcase == ablative || last.gcase == accusative || last.gcase == instrumental {
			break
		}
		from := c.i
		e, ok := c.element()
		if !ok {
			break
		}
		inner := e.part != "" || last.part == PartNote && e.Kind >= corpus.KindClause || last.part == "" && (depthOf(e.Level) > depthOf(last.Level) || e.Kind == corpus.KindAppendix && last.Kind == corpus.KindAppendix)
		if !inner || e.gcase == instrumental || last.gcase == nominative && !last.own && !e.own || last.gcase == dative && e.Kind != corpus.KindAppendix {
			c.i = from
			break
		}
		els = append(els, e)
	}
	if els[len(els)-1].gcase == instrumental {
		c.i = lo
		return Where{}, kazakhForm{}, false
	}
	var w Where
	for _, e := range els {
		if e.part == "" {
			w.Levels = append(w.Levels, e.Level)
			continue
		}
		w.Part, w.Sentence = e.part, e.sentence
		if e.part == PartNote && len(e.Nums) > 0 {
			w.Levels = append(w.Levels, Level{Step: corpus.Step{Kind: corpus.KindClause, Nums: e.Nums}})
		}
	}
	w.Text = c.text(lo)
	return w, els[len(els)-1].kazakhForm, true
}

// places takes a list of chains: «бірінші абзацта және 2) тармақшада». What
// stands around the first stands around those after it, too.
func (c *kazakhReader) places() ([]Where, kazakhForm) {
	w, form, ok := c.chain()
	if !ok {
		return nil, kazakhForm{}
	}
	ws := []Where{w}
	for {
		from := c.i
		if !c.sign(",") && !c.word("және", "мен", "пен", "бен") {
			break
		}
		c.word("және")
		c.word("сондай-ақ")
		w, f, ok := c.chain()
		// Of «7-баптың тақырыбы мен 1-тармағында» the last says which case is meant.
		if !ok || f.gcase != form.gcase && form.gcase != nominative && !(form.place() && (f.place() || f.gcase == nominative)) {
			c.i = from
			break
		}
		w.Levels = append(standsAround(ws[len(ws)-1].Levels, w.Levels), w.Levels...)
		ws, form = append(ws, w), f
	}
	return ws, form
}

// place reports whether the case says where.
func (f kazakhForm) place() bool { return f.gcase == locative || f.gcase == attributive }

// standsAround returns the levels of one place that go around another.
func standsAround(of, inner []Level) []Level {
	if len(inner) == 0 {
		return slices.Clone(of)
	}
	var out []Level
	for _, l := range of {
		if depthOf(l) >= depthOf(inner[0]) {
			break
		}
		out = append(out, l)
	}
	return out
}

// depthOf orders levels from the outermost in. «Бөлік» may be a clause or
// stand inside of one: it has a depth between.
func depthOf(l Level) int {
	if l.Kind == corpus.KindPart && (len(l.Nums) == 0 || isFigure(l.Nums[0])) {
		return 10*int(corpus.KindClause) + 5
	}
	return 10 * int(l.Kind)
}

// beginsWithPlace reports whether a line begins with the place that it
// touches, so that its number is none of the draft's: «4) тармақша алып
// тасталсын», «5-бап мынадай редакцияда жазылсын:».
func beginsWithPlace(s string) bool {
	ts, _ := tokens(s, nested)
	c := &kazakhReader{ts: kazakhTokens(ts[:min(len(ts), 80)])}
	e, ok := c.element()
	return ok && e.Nums != nil && e.Title == "" && !(c.peek(0).class == sign && c.peek(0).form == ".")
}
