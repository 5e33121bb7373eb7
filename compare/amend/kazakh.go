package amend

import (
	"strings"
	"unicode/utf8"
)

// kazakhVerbs are the stems of the verbs that order. With -сын and -сін a
// sentence ends, with -п another deed follows.
var kazakhVerbs = []string{"жазыл", "баяндал", "толықтырыл", "ауыстырыл", "алмастырыл", "тасталсын", "тасталып", "тасталын", "танылсын", "танылып", "есептелсін", "есептеліп", "саналсын", "саналып", "тоқтатыл", "қосыл", "енгізілсін", "енгізіліп"}

func isKazakhVerb(form string) bool {
	if !strings.HasSuffix(form, "сын") && !strings.HasSuffix(form, "сін") && !strings.HasSuffix(form, "п") && form != "тоқтатыла" && form != "тоқтата" {
		return false
	}
	for _, v := range kazakhVerbs {
		if strings.HasPrefix(form, v) {
			return true
		}
	}
	return form == "тоқтата"
}

// ordersKazakh reports whether a sentence orders a change, as far as one can
// tell.
func ordersKazakh(ts []token) bool {
	verb, what := false, false
	for _, t := range ts {
		if t.class == word {
			_, _, ok := lookKazakh(t.form)
			_, _, act := kazakhAct(t.form)
			verb, what = verb || isKazakhVerb(t.form), what || ok || act || strings.HasPrefix(t.form, "мәтін")
		}
	}
	return verb && what
}

// verb takes a verb by its stem.
func (c *kazakhReader) verb(stems ...string) bool {
	if t := c.peek(0); t.class != word || !isKazakhVerb(t.form) {
		return false
	}
	return c.stem(stems...)
}

// readKazakh reads one sentence of a Kazakh draft.
func readKazakh(_ string, ts []token, _ bool) order {
	c := &kazakhReader{ts: kazakhTokens(ts)}
	o := c.sentence()
	if o.why == "" || commands(c.ts) {
		return o
	}
	// What orders nothing is no order that was not understood: it may be law. But
	// a place with a colon behind it wants to lead in.
	c.i = 0
	if ws, _ := c.places(); ws == nil || o.why != WhyNoVerb && !c.endsWithColon() {
		o.why = WhyNoOrder
	}
	return o
}

// commands reports whether words order anything: a verb does with -сын behind a
// consonant («қаралсын»; «тармақшасын» is a noun), or words are named.
func commands(ts []token) bool {
	for _, t := range ts {
		if t.class != word {
			continue
		}
		stem, ok := strings.CutSuffix(t.form, "сын")
		if !ok {
			stem, ok = strings.CutSuffix(t.form, "сін")
		}
		if r, _ := utf8.DecodeLastRuneInString(stem); ok && stem != "" && !strings.ContainsRune("аәеиоөуұүыі", r) || isKazakhVerb(t.form) || t.form == "деген" {
			return true
		}
	}
	return false
}

// sentence reads the whole of it.
func (c *kazakhReader) sentence() order {
	if o, ok := c.header(); ok {
		return o
	}
	if o, ok := c.aboutDraft(); ok {
		return o
	}
	if o, ok := c.repeals(); ok {
		return o
	}
	var ahead deed
	c.until(&ahead) // «2027 жылғы 1 қаңтарға дейін "…" Заңы 9-бабының қолданысы тоқтатыла тұрсын»
	act, f, ok := c.act()
	if ok {
		c.word("бойынша")
		if c.changesTo(); c.end() && (f.gcase == locative || f.gcase == dative || (f.gcase == nominative || f.gcase == genitive) && c.endsWithColon()) { // «"…" Заңында:»
			return order{act: act, leads: true}
		}
	}
	o := c.clauses(nil)
	o.act = act
	if ahead.until != "" {
		for i := range o.deeds {
			if d := &o.deeds[i]; d.kind != Suspend || d.until != "" {
				return c.fail(order{act: act})
			}
			o.deeds[i].until = ahead.until
		}
	}
	if !ok && len(o.deeds) == 0 && !o.leads {
		c.i = 0
		if l, ok := c.rowsByName(); ok {
			return l
		}
	}
	return o
}

// changesTo passes over «мынадай өзгерістер» that a lead-in may add.
func (c *kazakhReader) changesTo() {
	from := c.i
	c.word("мынадай")
	if !c.changes() {
		c.i = from
	}
}

// end reports whether nothing but the last sign is left.
func (c *kazakhReader) end() bool {
	from := c.i
	for c.sign(":", ".", ";", ",") {
	}
	if c.done() {
		return true
	}
	c.i = from
	return false
}

// clauses reads what is done where, to the end of the sentence. around is
// where the sentence has led in by itself.
func (c *kazakhReader) clauses(around []Where) order {
	var o order
	at := around
	for first := true; ; first = false {
		all := c.throughout()
		ws, f := c.places()
		if ws != nil {
			if f.gcase == instrumental || f.gcase == accusative {
				return c.fail(o)
			}
			all = c.throughout() || all
			if len(at) > 0 {
				ws = nestPlaces(at[len(at)-1], ws)
			}
			if f.gcase == ablative { // «5-тармақтан кейін»
				side, ok := c.side()
				if !ok {
					return c.fail(o)
				}
				var ds []deed
				if why := c.addition(func(d deed) { ds = append(ds, d) }, deed{kind: Add, side: side}); why != "" {
					return c.failed(o, why)
				}
				for _, d := range ds {
					d.where = ws
					o.deeds = append(o.deeds, d)
				}
				goto next
			}
			if f.gcase == genitive && c.sideAhead() {
				return c.fail(o)
			}
		}
		if ws == nil && all {
			ws = around
		}
		if first && !all && ws != nil && c.end() {
			switch f.gcase {
			case locative, dative:
			case nominative, genitive: // «456-баптың:»
				if c.endsWithColon() {
					break
				}
				fallthrough
			default:
				o.why = WhyNoVerb
				return o
			}
			o.leads, o.where = true, ws
			return o
		}
		if ws == nil {
			ws = at
		}
		{
			n := len(o.deeds)
			c.sign(",")
			if why := c.deed(&o, ws); why != "" {
				return c.failed(o, why)
			}
			for i := n; i < len(o.deeds); i++ {
				d := &o.deeds[i]
				if d.where == nil {
					d.where = ws
				}
				d.everywhere = d.everywhere || all
			}
		}
		at = ws
	next:
		for c.sign(",", ";", ".", ":") || c.and() || c.word("сондай-ақ") {
		}
		if c.done() {
			return o
		}
		if d := o.deeds[len(o.deeds)-1]; d.text {
			return c.failed(o, WhyWords)
		}
	}
}

func (c *kazakhReader) endsWithColon() bool {
	n := len(c.ts)
	return n > 0 && c.ts[n-1].class == sign && c.ts[n-1].form == ":"
}

// nestPlaces puts places below what a former clause of the sentence named:
// «1-тармақта …, 2) тармақша …» is 1-тармақ, 2) тармақша.
func nestPlaces(at Where, ws []Where) []Where {
	for i := range ws {
		ws[i].Levels = append(standsAround(at.Levels, ws[i].Levels), ws[i].Levels...)
	}
	return ws
}

// fail says that the words were not understood.
func (c *kazakhReader) fail(o order) order { return c.failed(o, WhyWords) }

func (c *kazakhReader) failed(o order, why Why) order {
	if o.why = why; len(o.deeds) > 0 && why == WhyWords {
		o.why = WhyTail
	}
	return o
}

// throughout takes «бүкіл мәтін бойынша», «мәтінінде».
func (c *kazakhReader) throughout() bool {
	from := c.i
	c.ownAct()
	c.word("бүкіл", "барлық")
	if c.stem("мәтіні", "мәтін") && (c.word("бойынша") || strings.HasSuffix(c.peek(-1).form, "нде") || strings.HasSuffix(c.peek(-1).form, "інде")) {
		c.sign(",")
		return true
	}
	c.i = from
	return false
}

// side takes «кейін», «алдынан».
func (c *kazakhReader) side() (Side, bool) {
	switch {
	case c.word("кейін", "соң"):
		return After, true
	case c.word("бұрын", "алдынан", "алдына", "алдында", "алды"):
		return Before, true
	}
	return "", false
}

func (c *kazakhReader) sideAhead() bool {
	from := c.i
	defer func() { c.i = from }()
	_, ok := c.side()
	return ok
}
