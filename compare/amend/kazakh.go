package amend

import (
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus"
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
			verb, what = verb || isKazakhVerb(t.form), what || ok || act
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
	act, f, ok := c.act()
	if ok {
		c.word("бойынша")
		if c.changesTo(); c.end() && (f.gcase == locative || f.gcase == dative || f.gcase == nominative && c.endsWithColon()) { // «"…" Заңында:»
			return order{act: act, leads: true}
		}
	}
	o := c.clauses(nil)
	o.act = act
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
			if f.gcase != locative && f.gcase != nominative && f.gcase != dative {
				o.why = WhyNoVerb
				return o
			}
			if f.gcase == nominative && !c.endsWithColon() {
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
		if e.gcase != instrumental {
			return WhyWords
		}
		break
	}
	d.adds.Kind = kind
	if d.object == Sentences {
		d.nums = nil
	}
	if why := end(); why != "" {
		return why
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
		together := c.word("тиісінше")
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
		together = c.word("тиісінше") || together
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
