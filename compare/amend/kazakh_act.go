package amend

import (
	"fmt"
	"strconv"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
)

// kazakhMonths are the stems of the months.
var kazakhMonths = [...]string{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"}

// kazakhDate is a day as 2015-11-02, "" if it is none.
func kazakhDate(year, day, month string) string {
	d, err := strconv.Atoi(day)
	if err != nil || d < 1 || d > 31 || len(year) != 4 {
		return ""
	}
	for i, m := range kazakhMonths {
		stem := m
		if m == "қыркүйек" {
			stem = "қыркүйе" // қыркүйегі
		}
		if strings.HasPrefix(month, stem) {
			return fmt.Sprintf("%s-%02d-%02d", year, i+1, d)
		}
	}
	return ""
}

// actNumber matches the number of an act behind its sign.
var kazakhActNumber = lazy.New(`(?:№|N)\s*([0-9\p{L}][0-9\p{L}/\\.-]*(?:\s+\d+/\d+)?)`)

// act takes the name of one act up to its noun: «"Қоғамдық кеңестер туралы"
// Қазақстан Республикасының 2015 жылғы 2 қарашадағы Заңына (…)». The form is
// that of the noun.
func (c *kazakhReader) act() (*Act, kazakhForm, bool) {
	from := c.i
	fail := func() (*Act, kazakhForm, bool) {
		c.i = from
		return nil, kazakhForm{}, false
	}
	a := &Act{}
	var plain []token // the words without title, date and number
	known := false    // what tells the act from others
	lo := c.i
	for n := 0; !c.done() && n < 80; n++ {
		t := c.peek(0)
		if iso, ok := c.date(); ok {
			if a.Date == "" {
				a.Date, known = iso, true
			}
			continue
		}
		switch {
		case t.class == quoted:
			if a.Title == "" {
				a.Title, known = t.text, true
			}
		case t.class == sign && t.form == "(":
			if c.brackets(); c.peek(-1).hi != t.lo && c.i > from {
				continue
			}
		case t.class == sign && strings.Contains(":;", t.form), t.class == word && isKazakhVerb(t.form):
			return fail()
		case t.class == sign && t.form == "№", t.class == word && t.form == "n" && c.peek(1).class == number: // «N 2534»
			known = true
			if m := kazakhActNumber.FindStringSubmatch(joinTokens(c.ts[c.i:min(len(c.ts), c.i+4)])); m != nil && a.Number == "" {
				a.Number = m[1]
			}
			for c.i++; c.peek(0).class == number || c.peek(0).class == sign && c.peek(0).form == "/" || c.peek(0).glued && c.peek(0).class != quoted || isNumberTail(c.peek(0)); c.i++ {
			}
			continue
		case t.class == word:
			kind, f, ok := kazakhAct(t.form)
			if !ok || !f.own && kind != "constitution" {
				break
			}
			if !known && (kind != "code" && kind != "constitution" || len(plain) == 0 && kind == "code") {
				break
			}
			if f.gcase == nominative && c.peek(1).class == word && c.peek(1).form == "туралы" {
				break
			}
			c.i++
			noun := t.text
			if bare := strings.TrimSuffix(t.form, endingOf(f.gcase, t.form)); bare != t.form && len(bare) < len(noun) {
				noun = noun[:len(bare)] // «Заңына» is «Заңы»
			}
			a.Type = kind
			a.Body = joinTokens(plain)
			if len(plain) > 0 && kind == "law" && strings.HasPrefix(plain[len(plain)-1].form, "конституциялық") {
				a.Body = joinTokens(plain[:len(plain)-1])
			}
			a.Name = strings.TrimSpace(withoutRemarks(c.ts[lo:c.i-1]) + " " + noun)
			if kind == "code" && a.Title == "" {
				a.Title = strings.TrimSpace(joinTokens(plain) + " " + noun)
			}
			c.brackets()
			return a, f, true
		}
		if t.class == word {
			plain = append(plain, t)
		}
		c.i++
	}
	return fail()
}

// isNumberTail reports whether a word is what Kazakhstan puts behind the
// numbers of laws: «№ 383-V ҚРЗ», or the series of a local decision.
func isNumberTail(t token) bool {
	return t.class == word && (t.form == "қрз" || t.form == "қр" || t.form == "ққ")
}

// endingOf is the ending of a case at the end of a form that owns.
func endingOf(c grammaticalCase, form string) string {
	for _, e := range strings.Fields(ownEndings[c]) {
		if strings.HasSuffix(form, e) {
			return e
		}
	}
	return ""
}

// ownEndings are the endings of the cases behind those of possession.
var ownEndings = [...]string{
	nominative: "", genitive: "ның нің", dative: "на не", accusative: "н", locative: "нда нде",
	attributive: "ндағы ндегі", ablative: "нан нен", instrumental: "мен",
}

// withoutRemarks writes tokens less what stands in brackets.
func withoutRemarks(ts []token) string {
	var out []token
	for c := (&kazakhReader{ts: ts}); !c.done(); {
		if i := c.i; c.peek(0).class == sign && c.peek(0).form == "(" {
			if c.brackets(); c.i > i {
				continue
			}
		}
		out = append(out, c.ts[c.i])
		c.i++
	}
	for i := 1; i < len(out); i++ {
		if out[i].lo > out[i-1].hi+1 {
			out[i].glued = false
		}
	}
	return joinTokens(out)
}

// header reads «… Заңына мынадай өзгерістер мен толықтырулар енгізілсін:».
// It is false if the sentence is none.
func (c *kazakhReader) header() (order, bool) {
	from := c.i
	fail := func() (order, bool) {
		c.i = from
		return order{}, false
	}
	var o order
	o.leads = true
	c.attached(&deed{})
	c.word("мыналарға")
	if act, f, ok := c.act(); ok && (f.gcase == dative || f.gcase == genitive || f.gcase == instrumental) {
		o.act = act
	}
	o.where, _ = c.places()
	several := false
	if o.act == nil && o.where == nil { // «Қазақстан Республикасының мына заңнамалық актілеріне»
		for c.peek(0).class == word && !isChangeWord(c.peek(0).form) {
			if w := c.peek(0).form; strings.HasPrefix(w, "акт") || strings.HasPrefix(w, "мыналар") || strings.Contains(w, "шешімдер") || strings.Contains(w, "бұйрықтар") || strings.Contains(w, "қаулылар") || strings.Contains(w, "заңдар") {
				several = true
			}
			c.i++
		}
		several = several || c.peek(-1).form == "мыналарға"
		if !several {
			return fail()
		}
	}
	c.brackets()
	c.attached(&deed{})
	c.word("мынадай", "мына", "келесі", "кейбір")
	if !c.changes() {
		return fail()
	}
	c.brackets()
	c.attached(&deed{})
	if !c.stem("енгізілсін", "енгізіліп") {
		return fail()
	}
	if c.sign(":", ".", ";"); c.done() {
		return o, true
	}
	c.sign(",")
	rest := c.clauses(o.where)
	rest.act = o.act
	return rest, true
}

func isChangeWord(form string) bool {
	return strings.HasPrefix(form, "өзгеріс") || strings.HasPrefix(form, "толықтыру")
}

// changes takes «өзгерістер мен толықтырулар».
func (c *kazakhReader) changes() bool {
	found := false
	for c.peek(0).class == word && isChangeWord(c.peek(0).form) {
		c.i++
		found = true
		if i := c.i; c.and() && !isChangeWord(c.peek(0).form) {
			c.i = i
		}
	}
	return found
}

// attached takes «осы қаулыға 2-қосымшаға сәйкес», «осы шешімнің
// қосымшасына сәйкес»: the new text is an appendix of the draft.
func (c *kazakhReader) attached(d *deed) bool {
	from := c.i
	if !c.word("осы") {
		return false
	}
	_, f, ok := kazakhAct(c.peek(0).form)
	if !ok || f.gcase != dative && f.gcase != genitive {
		c.i = from
		return false
	}
	c.i++
	e, ok := c.element()
	if !ok || e.Kind != corpus.KindAppendix || e.gcase != dative || !c.word("сәйкес", "сай") {
		c.i = from
		return false
	}
	d.appendix = true
	d.number = strings.Join(e.Nums, ",")
	c.sign(",")
	return true
}
