package amend

import (
	"strings"
)

// This file reads what is said in words, and what is done with it.

// What is said in words: the quotations and what they are called.
type saying struct {
	texts  []string
	object Object
	cases  bool
}

// peekSaid tells whether words, figures or a sign are named next.
func (c *kazakhReader) peekSaid() []string {
	from := c.i
	s, _ := c.said()
	c.i = from
	return s.texts
}

// said takes «"А" және "Б" деген сөздер», «10 деген цифрлар», «нүктелі үтір».
func (c *kazakhReader) said() (saying, kazakhForm) {
	from := c.i
	var s saying
	if sign, f, ok := c.signName(); ok {
		return saying{texts: []string{sign}, object: Signs}, f
	}
	for {
		t := c.peek(0)
		if t.class != quoted && (t.class != number || strings.HasSuffix(t.text, ")")) {
			c.i = from
			return saying{}, kazakhForm{}
		}
		s.texts = append(s.texts, t.text)
		c.i++
		if c.sign(",") {
			c.and()
			continue
		}
		if k := c.i; c.and() || c.word("немесе") {
			if t := c.peek(0).class; t == quoted || t == number {
				continue
			}
			c.i = k
		}
		break
	}
	c.inCases(&s)
	c.word("деген")
	c.word("тыныс")
	n, f, ok := c.called()
	if !ok {
		c.i = from
		return saying{}, kazakhForm{}
	}
	k := c.i // «сөз тіркесі», «сөздер мен цифрлар», «сөздермен және цифрлармен»
	c.and()
	if _, g, ok := c.called(); ok && (f.gcase == nominative || f.gcase == g.gcase) {
		f = g
	} else {
		c.i = k
	}
	s.object = n.object
	return s, f
}

// called takes the noun of what is quoted: «сөздер», «цифрлармен».
func (c *kazakhReader) called() (kazakhNoun, kazakhForm, bool) {
	if t := c.peek(0); t.class == word {
		if n, f, ok := lookKazakh(t.form); ok && n.object != "" {
			c.i++
			return n, f, true
		}
	}
	return kazakhNoun{}, kazakhForm{}, false
}

// signName takes «нүкте», «нүктелі үтірмен», «қос нүктенің».
func (c *kazakhReader) signName() (string, kazakhForm, bool) {
	from := c.i
	for _, s := range kazakhSigns {
		if s.before != "" && !c.word(s.before) {
			continue
		}
		if t := c.peek(0); t.class == word {
			if ending, ok := strings.CutPrefix(t.form, s.stem); ok {
				if f, ok := kazakhEndings()[ending]; ok {
					c.i++
					if c.word("деген") || f.gcase == nominative && c.phrase("тыныс", "белгі") || f.gcase == nominative && c.stem("белгі") {
						if n, g, ok := lookKazakh(c.peek(-1).form); ok && n.object == Signs {
							f = g
						}
					}
					return s.sign, f, true
				}
			}
		}
		c.i = from
	}
	return "", kazakhForm{}, false
}

// cases takes «тиісті септіктерде», «(тиісті септікте)».
func (c *kazakhReader) cases(d *deed) {
	var s saying
	c.inCases(&s)
	d.cases = d.cases || s.cases
}

func (c *kazakhReader) inCases(s *saying) {
	from := c.i
	bracket := c.sign("(")
	c.sign(",")
	c.word("тиісті", "тиісінше")
	if !c.stem("септік", "септіг", "жалғау") {
		c.i = from
		return
	}
	c.stem("жалғау")
	if bracket && !c.sign(")") {
		c.i = from
		return
	}
	s.cases = true
}

// replaced reads what is done to words: «"А" деген сөздер "Б" деген сөздермен
// ауыстырылсын», several pairs before one verb, «"А" деген сөздерден кейін …».
func (c *kazakhReader) replaced(add func(deed), at []Where) Why {
	var ds []deed
	var where []Where // of the pairs that follow a place of their own
	for {
		if k := c.i; len(ds) > 0 { // «… "Б" деген сөздермен, 3) тармақшадағы "В" деген сөз …»
			if ws, f := c.places(); ws != nil && f.place() {
				if len(at) > 0 {
					ws = nestPlaces(at[len(at)-1], ws)
				}
				at, where = ws, ws
			} else {
				c.i = k
			}
		}
		olds, f := c.said()
		if len(olds.texts) == 0 {
			return WhyWords
		}
		d := deed{object: olds.object, cases: olds.cases, where: where}
		c.cases(&d)
		if f.gcase == instrumental { // «"Б" деген сөздермен толықтырылсын»
			if len(ds) > 0 || !c.verb("толықтырыл") {
				return WhyWords
			}
			d.kind, d.side, d.new = Add, End, strings.Join(olds.texts, " ")
			add(d)
			return ""
		}
		if f.gcase == ablative || f.gcase == genitive {
			side, ok := c.side()
			if !ok || len(ds) > 0 {
				return WhyWords
			}
			return c.beside(add, olds, d, side)
		}
		if f.gcase != nominative {
			return WhyWords
		}
		// The old words may be named several times: «"А" деген сөз, "Б" деген сөздер».
		for {
			k := c.i
			if !c.sign(",") && !c.and() {
				break
			}
			c.and()
			more, g := c.said()
			if len(more.texts) == 0 || g.gcase != nominative || more.object != olds.object {
				c.i = k
				break
			}
			olds.texts = append(olds.texts, more.texts...)
			c.cases(&d)
		}
		if k := c.i; c.removed() {
			for _, old := range olds.texts {
				d := d
				d.kind, d.old = Remove, old
				ds = append(ds, d)
			}
			for i := range ds {
				if ds[i].kind != Remove {
					c.i = k
					return WhyWords
				}
			}
			break
		}
		c.sign(",")
		all := c.throughout()
		c.word("тиісінше")
		news, g := c.said()
		if len(news.texts) == 0 || g.gcase != instrumental && g.gcase != dative {
			return WhyWords
		}
		for !c.done() { // «тиісінше "В" деген сөзбен, "Г" деген сөздермен»
			k := c.i
			if !c.sign(",") && !c.and() {
				break
			}
			c.and()
			more, h := c.said()
			if len(more.texts) == 0 || h.gcase != g.gcase {
				c.i = k
				break
			}
			news.texts = append(news.texts, more.texts...)
		}
		d.cases = d.cases || news.cases
		c.cases(&d)
		c.word("тиісінше")
		if len(news.texts) == 1 {
			for len(news.texts) < len(olds.texts) {
				news.texts = append(news.texts, news.texts[0])
			}
		}
		if len(news.texts) != len(olds.texts) {
			return WhyNumbers
		}
		for i := range olds.texts {
			d := d
			d.kind, d.old, d.new, d.everywhere = Replace, olds.texts[i], news.texts[i], all
			ds = append(ds, d)
		}
		if c.verb("ауыстырыл", "алмастырыл") {
			break
		}
		if c.sign(",") || c.and() {
			c.and()
			continue
		}
		return WhyWords
	}
	for _, d := range ds {
		add(d)
	}
	return ""
}

// beside reads what follows «"А" деген сөздерден кейін».
func (c *kazakhReader) beside(add func(deed), olds saying, d deed, side Side) Why {
	d.kind, d.side = Add, side
	c.sign(",")
	var ds []deed
	if why := c.addition(func(d deed) { ds = append(ds, d) }, d); why != "" {
		return why
	}
	for _, old := range olds.texts {
		for _, d := range ds {
			if d.object == Units || d.object == Rows {
				return WhyWords
			}
			d.old, d.cases = old, d.cases || olds.cases
			add(d)
		}
	}
	return ""
}
