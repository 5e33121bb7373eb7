package amend

import (
	"strings"

	"svod/corpus"
)

// aboutDraft tells sentences about the draft itself: «Осы Заң … қолданысқа
// енгізіледі», and those that say who does what with it.
func (c *kazakhReader) aboutDraft() (order, bool) {
	if c.otherText() {
		return order{own: true}, true
	}
	itself, own := false, false // «осы Заңның 5-бабына сәйкес …» may be law
	for i, t := range c.ts {
		switch {
		case t.class != word:
		case itself && (t.form == "тоқтатыла" || t.form == "тоқтата"): // «Осы Заңның 5-бабының қолданысы … тоқтатыла тұрсын»
			return order{own: true}, true
		case isKazakhVerb(t.form), t.form == "деген":
			return order{}, false
		case i == 0 && t.form == "осы" && len(c.ts) > 1:
			_, _, itself = kazakhAct(c.ts[1].form)
		case strings.HasPrefix(t.form, "енгізіледі") || t.form == "енеді":
			own = own || c.ts[i-min(i, 1)].form == "қолданысқа" || c.ts[i-min(i, 1)].form == "күшіне"
		case itself && (t.form == "қолданылады" || t.form == "тіркелуге"), duties[t.form]:
			own = true
		}
	}
	return order{own: own}, own
}

// otherText reports whether a sentence says that only the text in the other
// language changes: «… орыс тіліндегі мәтінге өзгеріс енгізілді, мемлекеттік
// тілдегі мәтін өзгермейді».
func (c *kazakhReader) otherText() bool {
	text, same := false, false
	for _, t := range c.ts {
		text = text || t.class == word && strings.HasPrefix(t.form, "мәтін")
		same = same || t.class == word && strings.HasPrefix(t.form, "өзгермейді")
	}
	return text && same
}

// duties are the verbs by which acts say who sees to them.
var duties = set("жүктелсін етсін қалдырамын жіберсін орналастырсын жариялансын бекітілсін бақылаймын қабылдасын ұсынсын")

// repeals reads sentences that repeal whole acts: «… қаулысының күші жойылды
// деп танылсын», «мыналардың күші жойылды деп танылсын:».
func (c *kazakhReader) repeals() (order, bool) {
	from := c.i
	d := deed{kind: Repeal, object: Units}
	// «Мыналардың:» ⏎ «1) … қаулысының;» ⏎ «2) … қаулысының күші жойылды деп танылсын.»
	if c.stem("мыналардың") && c.sign(":") && c.done() {
		d.list = true
		return order{deeds: []deed{d}}, true
	}
	c.i = from
	c.attached(&d)
	d.list, d.appendix = d.appendix, false
	if act, _, ok := c.act(); ok {
		d.act = act
		d.where, _ = c.places()
		c.brackets()
	} else {
		several := false
		for c.peek(0).class == word && c.peek(0).form != "күші" && !isKazakhVerb(c.peek(0).form) {
			w := c.peek(0).form
			several = several || strings.HasPrefix(w, "мынала") || strings.HasPrefix(w, "кейбір")
			c.i++
		}
		c.attached(&d)
		if !several {
			c.i = from
			return order{}, false
		}
		d.list = true
	}
	if !c.repealed() || !c.end() {
		c.i = from
		return order{}, false
	}
	return order{deeds: []deed{d}}, true
}

// rowsByName reads a lead-in of a level that acts do not have by themselves:
// «048 "Жолдарды жөндеу" бюджеттік бағдарламасы бойынша:».
func (c *kazakhReader) rowsByName() (order, bool) {
	if !c.endsWithColon() {
		return order{}, false
	}
	l := Level{Step: corpus.Step{Kind: corpus.KindRow}}
	var noun []string
	for ; c.i < len(c.ts)-1; c.i++ {
		t := c.peek(0)
		switch {
		case t.class == number && len(l.Nums) == 0:
			l.Nums = []string{t.form}
		case t.class == quoted && l.Title == "":
			l.Title = t.text
		case t.class == word && !isKazakhVerb(t.form) && t.form != "деген":
			if _, _, known := lookKazakh(t.form); known {
				return order{}, false
			}
			noun = append(noun, t.text)
		default:
			return order{}, false
		}
	}
	if n := len(noun); n > 1 && strings.EqualFold(noun[n-1], "бойынша") {
		noun = noun[:n-1]
	} else {
		return order{}, false
	}
	if l.Nums == nil {
		return order{}, false
	}
	l.Noun = strings.Join(noun, " ")
	return order{leads: true, where: []Where{{Levels: []Level{l}, Text: joinTokens(c.ts[:len(c.ts)-1])}}}, true
}
