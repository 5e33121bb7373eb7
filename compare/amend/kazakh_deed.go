package amend

import (
	"slices"
	"strings"

	"svod/corpus"
)

// This file reads what is done with provisions as such; kazakh_words.go what is
// done with words in them.

// deed reads one deed, or several that share a verb, and adds them.
func (c *kazakhReader) deed(o *order, ws []Where) Why {
	add := func(d deed) { o.deeds = append(o.deeds, d) }
	object := wholeOf(ws)
	from := c.i
	// «қолданысы 2027 жылғы 1 қаңтарға дейін тоқтатыла тұрсын»
	if d := (deed{kind: Suspend, object: Units}); c.suspended(&d) {
		add(d)
		return ""
	}
	c.i = from
	if c.repealed() {
		if len(ws) == 0 {
			object = Units
		}
		add(deed{kind: Repeal, object: object})
		return ""
	}
	if c.removed() {
		add(deed{kind: Remove, object: object})
		return ""
	}
	if d := (deed{kind: Restate, object: object}); c.restated(&d) {
		return addAttached(add, d, ws)
	}
	c.i = from
	if len(ws) > 0 {
		if nums, ok := c.renumbered(); ok {
			add(deed{kind: Renumber, object: Units, nums: nums})
			return ""
		}
	}
	if len(c.peekSaid()) > 0 {
		return c.replaced(add, ws)
	}
	return c.addition(add, deed{kind: Add})
}

// addAttached adds a deed whose new text is one appendix of the draft, or one
// for each of several: «1, 4-қосымшалар осы шешімге 1, 2-қосымшаларға сәйкес».
func addAttached(add func(deed), d deed, ws []Where) Why {
	nums := strings.Split(d.number, ",")
	if len(nums) < 2 {
		add(d)
		return ""
	}
	var each []Where
	for _, w := range ws {
		n := len(w.Levels)
		if n == 0 {
			return WhyNumbers
		}
		for _, num := range w.Levels[n-1].Nums {
			one := w
			one.Levels = slices.Clone(w.Levels)
			one.Levels[n-1].Nums = []string{num}
			each = append(each, one)
		}
	}
	if len(each) != len(nums) {
		return WhyNumbers
	}
	for i, w := range each {
		d.number, d.where = nums[i], []Where{w}
		add(d)
	}
	return ""
}

// wholeOf is the object of a deed on provisions as such.
func wholeOf(ws []Where) Object {
	for _, w := range ws {
		switch {
		case w.Part == PartHeading:
			return Headings
		case w.Part == PartSentence:
			return Sentences
		case len(w.Levels) > 0 && w.Levels[len(w.Levels)-1].Kind == corpus.KindRow:
			return Rows
		}
	}
	return Units
}

// removed takes «алып тасталсын», «алынып тасталып».
func (c *kazakhReader) removed() bool {
	from := c.i
	if c.word("алып", "алынып", "шығарып", "шығарылып") && c.verb("тастал") {
		return true
	}
	c.i = from
	return false
}

// repealed takes «күші жойылды деп танылсын».
func (c *kazakhReader) repealed() bool {
	from := c.i
	if c.word("күші", "күшін") && c.stem("жойыл", "жой") && c.word("деп") && c.verb("таныл", "санал", "есептел") {
		return true
	}
	c.i = from
	if c.word("күші") && c.word("жойылсын") {
		return true
	}
	c.i = from
	return false
}

// suspended takes «қолданысы … тоқтатыла тұрсын».
func (c *kazakhReader) suspended(d *deed) bool {
	from := c.i
	c.until(d)
	if !c.stem("қолданыс", "қолданылу", "іс-қимыл") {
		c.i = from
		return false
	}
	c.until(d)
	if !c.word("тоқтатыла", "тоқтата") || !c.stem("тұрсын", "тұрылсын", "тұрып") {
		c.i = from
		if !c.stem("тоқтатылсын") {
			return false
		}
	}
	if k := c.i; c.sign(",") { // «…, бұл кезеңде осы тармақ мынадай редакцияда қолданылады деп белгіленсін:»
		for !c.done() && !(c.word("редакцияда") && c.stem("қолданыл")) {
			c.i++
		}
		if c.word("деп") {
			c.stem("белгілен")
		}
		if at := c.i; c.peek(-1).form == "редакцияда" || !c.end() {
			c.i = k
		} else {
			c.i = at
			d.text = true
		}
	}
	return true
}

// until takes «2027 жылғы 1 қаңтарға дейін».
func (c *kazakhReader) until(d *deed) {
	from := c.i
	if iso, ok := c.date(); ok && c.word("дейін", "шейін") {
		d.until = iso
		c.sign(",")
		return
	}
	c.i = from
}

// restated takes «мынадай редакцияда жазылсын», «осы қаулыға қосымшаға
// сәйкес жаңа редакцияда жазылсын».
func (c *kazakhReader) restated(d *deed) bool {
	c.attached(d)
	for c.word("мынадай", "келесі", "жаңа", "мына", "төмендегі", "төмендегідей") {
	}
	if !c.word("редакцияда", "редакциямен") {
		return false
	}
	c.attached(d)
	if !c.verb("жазыл", "баяндал") {
		return false
	}
	d.text = !d.appendix
	return true
}

// renumbered takes «15) тармақша болып есептелсін», «тиісінше 16) және 17)
// тармақшалар деп есептеліп».
func (c *kazakhReader) renumbered() ([]string, bool) {
	from := c.i
	c.sign(",")
	c.word("тиісінше")
	e, ok := c.element()
	if ok && e.Nums != nil && (e.gcase == nominative || e.gcase == instrumental) {
		c.word("тиісінше")
		if c.word("болып", "деп", "ретінде") && c.verb("есептел", "санал", "таныл") {
			return e.Nums, true
		}
	}
	c.i = from
	return nil, false
}

// addition reads «мынадай мазмұндағы 5-1-баппен толықтырылсын:», «"Б" деген
// сөздермен толықтырылсын». d says beside what it is put.
func (c *kazakhReader) addition(add func(deed), d deed) Why {
	c.attached(&d)
	if c.word("мынадай", "келесі", "мына", "төмендегі", "төмендегідей") && !c.word("мазмұндағы", "редакциядағы", "мазмұнды") {
		return WhyWords
	}
	c.attached(&d)
	c.stem("жаңа")
	end := func() Why {
		c.sign(",")
		c.attached(&d)
		if !c.verb("толықтырыл") {
			return WhyWords
		}
		return ""
	}
	if s := c.peekSaid(); s != nil {
		news, f := c.said()
		if f.gcase != instrumental && f.gcase != nominative || len(news.texts) == 0 {
			return WhyWords
		}
		c.cases(&d)
		if f.gcase == nominative { // «"Б" деген сөз қосылсын»
			if !c.verb("қосыл") {
				return WhyWords
			}
		} else if why := end(); why != "" {
			return why
		}
		if d.side == "" {
			d.side = End
		}
		d.object, d.new = news.object, strings.Join(news.texts, " ")
		add(d)
		return ""
	}
	for from := c.i; ; { // «мынадай мазмұндағы сөздермен толықтырылсын:», «басында»
		if c.word("басынан", "басында", "басы") {
			d.side = Start
			continue
		}
		if c.word("соңынан", "соңында", "соңы") {
			d.side = End
			continue
		}
		if c.i > from {
			return c.addition(add, d)
		}
		break
	}
	if n, f, ok := lookKazakh(c.peek(0).form); c.peek(0).class == word && ok && n.object != "" && f.gcase == instrumental {
		c.i++
		if why := end(); why != "" {
			return why
		}
		d.object, d.text = n.object, true
		if d.side == "" {
			d.side = End
		}
		add(d)
		return ""
	}
	d.object = Units
	var kind corpus.Kind
	brought := false
	for {
		e, ok := c.element()
		if !ok {
			return WhyWords
		}
		if c.headingOf(e) { // «456-3-баптың тақырыбымен»
			d.object, d.nums = Headings, e.Nums
			if why := end(); why != "" {
				return why
			}
			d.adds.Kind, d.text = e.Kind, true
			add(d)
			return ""
		}
		switch {
		case e.part == PartSentence:
			d.object = Sentences
			kind = corpus.KindDocument
		case e.part != "":
			return WhyWords
		case e.Kind == corpus.KindRow:
			d.object = Rows
		}
		if d.nums == nil || e.Kind == kind {
			kind = e.Kind
			d.nums = append(d.nums, e.Nums...)
		}
		if k := c.i; c.sign(",") || c.and() {
			c.and()
			if _, ok := c.element(); ok {
				c.i = k
				c.sign(",")
				c.and()
				continue
			}
			c.i = k
		}
		brought = e.gcase == nominative && c.verb("енгізіл", "қосыл") // «… 9-1-бап енгізілсін»
		if e.gcase != instrumental && !brought {
			return WhyWords
		}
		break
	}
	d.adds.Kind = kind
	if d.object == Sentences {
		d.nums = nil
	}
	if !brought {
		if why := end(); why != "" {
			return why
		}
	}
	d.text = !d.appendix
	if from := strings.Split(d.number, ","); len(from) > 1 { // «1, 2-қосымшаларға сәйкес 4, 5-қосымшалармен»
		if len(from) != len(d.nums) {
			return WhyNumbers
		}
		for i, nums := 0, d.nums; i < len(from); i++ {
			d.number, d.nums = from[i], nums[i:i+1]
			add(d)
		}
		return ""
	}
	add(d)
	return ""
}

// headingOf takes «тақырыбымен» behind the genitive of what bears it.
func (c *kazakhReader) headingOf(e kazakhElement) bool {
	from := c.i
	if h, ok := c.element(); ok && e.gcase == genitive && h.part == PartHeading && h.gcase == instrumental {
		return true
	}
	c.i = from
	return false
}
