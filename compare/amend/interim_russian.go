package amend

import (
	"slices"
	"strings"

	"svod/corpus"
)

// verbs are the words that order, by their beginnings; «изложив» and
// «исключенный» too, so a verb is known by more than these where it matters.
var verbs0 = []string{"изложить", "изложив", "дополнить", "дополнив", "заменить", "заменив", "исключить", "исключив", "признать", "признав", "приостановить", "приостановив", "считать", "считая", "внести", "удалить", "отменить"}

func isVerb0(word string) bool { return slices.Contains(verbs0, word) }

// ordersSomething reports whether a sentence has a verb of changes.
func ordersRussian0(s string) bool {
	return slices.ContainsFunc(tokens0(s), func(t token0) bool { return t.kind == aWord0 && isVerb0(t.word) })
}

// readRussian reads one sentence of a Russian draft.
func readRussian0(s string) (order0, Why) {
	c := &cursor0{s: s, ts: tokens0(s)}
	c.word("и", "а")
	var o order0
	if c.word("внести", "внеся") {
		return c.header()
	}
	if acts, ok := c.leadingAct(); ok {
		o.acts = acts
		if c.sign(":") && c.done() || c.done() {
			o.follow = true
			return o, ""
		}
	} else if c.unknownLevel(&o) {
		o.follow = true
		return o, ""
	}
	return c.clauses(o)
}

// clauses reads what is done where, to the end of the sentence.
func (c *cursor0) clauses(o order0) (order0, Why) {
	for first := true; ; first = false {
		from := c.i
		prep := c.word("в", "во", "из")
		all := c.throughout()
		var ws []Where
		if !all || !c.done() {
			ws = c.places()
		}
		if len(ws) == 0 && !all {
			if prep && c.ownAct() { // «в указанном постановлении:»
				ws = []Where{{Text: strings.TrimSpace(c.s[c.ts[from].lo:c.ts[c.i-1].hi])}}
			} else if prep {
				c.i = from
			} else if !first || !c.nextIsDeed() {
				if k := c.i; c.ownAct() {
					ws = []Where{{}}
				} else {
					c.i = k
				}
			}
		}
		if all {
			c.ownAct()
			if ws == nil {
				ws = []Where{{}}
			}
		}
		c.commaAside()
		if (c.sign(":") || c.sign("–—-")) && c.done() || c.done() && first && c.endsWithColon() {
			if len(ws) == 0 {
				return o, WhyWords
			}
			o.where, o.follow = ws, true
			return o, ""
		}
		n := len(o.deeds)
		if why := c.deed(&o, ws, all); why != "" {
			if n > 0 && why == WhyWords {
				why = WhyTail
			}
			return o, why
		}
		if first {
			o.where = ws
		} else if ws != nil {
			for i := n; i < len(o.deeds); i++ {
				o.deeds[i].here, o.deeds[i].Where = true, ws
			}
		} else if n > 0 && o.deeds[n-1].here {
			for i := n; i < len(o.deeds); i++ {
				o.deeds[i].here, o.deeds[i].Where = true, o.deeds[n-1].Where
			}
		}
		for c.sign(",;.") || c.word("и", "а") || c.word("также") {
		}
		if c.done() {
			return o, ""
		}
		if o.deeds[len(o.deeds)-1].text {
			return o, WhyTail
		}
	}
}

func (c *cursor0) endsWithColon() bool { return strings.HasSuffix(strings.TrimSpace(c.s), ":") }

// commaAside passes over a comma that only sets off what stood before it.
func (c *cursor0) commaAside() {
	if t := c.at(1); c.peek().kind == aSign0 && c.peek().text == "," && t.kind == aWord0 && (isVerb0(t.word) || t.word == "после") {
		c.i++
	}
}

// nextIsDeed reports whether a deed begins without a place of its own.
func (c *cursor0) nextIsDeed() bool {
	t := c.peek()
	if t.kind != aWord0 {
		return false
	}
	n, ok := nouns0()[t.word]
	return isVerb0(t.word) || t.word == "после" || t.word == "перед" || ok && n.object != ""
}

// throughout takes «по всему тексту», «по тексту», «в тексте».
func (c *cursor0) throughout() bool {
	from := c.i
	if c.phrase("далее") {
	}
	if c.word("по", "в", "во") {
		c.stem("всем")
		if c.word("тексту", "тексте") {
			return true
		}
	}
	if c.at(-1).kind == aWord0 && (c.at(-1).word == "в" || c.at(-1).word == "во") && c.i == from {
		c.stem("всем")
		if c.word("тексте") {
			return true
		}
	}
	c.i = from
	if c.word("текст", "весь") && c.word("текст") {
	}
	c.i = from
	return false
}

// deed reads one deed and adds it to the order, or several that share words:
// «слова «А», «Б» исключить».
func (c *cursor0) deed(o *order0, ws []Where, all bool) Why {
	add := func(d deed0) {
		d.Everywhere = d.Everywhere || all
		o.deeds = append(o.deeds, d)
	}
	t := c.peek()
	switch {
	case c.word("изложить", "изложив"):
		if len(ws) == 0 {
			c.word("ее", "его", "их")
			ws2 := c.places()
			if ws2 != nil {
				o.where = ws2
				ws = ws2
			}
		}
		d := deed0{Operation: Operation{Kind: Restate, Object: whole0(ws)}}
		if !c.wording(&d) {
			return WhyWords
		}
		add(d)
		return ""
	case c.word("дополнить", "дополнив"):
		return c.addition(add, Operation{Kind: Add})
	case c.phrase("в", "начале", "дополн"):
		return c.addition(add, Operation{Kind: Add, Side: Start})
	case c.word("после", "перед"):
		return c.beside(add, t.word)
	case c.word("исключить", "исключив", "удалить"):
		if len(ws) > 0 {
			add(deed0{Operation: Operation{Kind: Remove, Object: whole0(ws)}})
			return ""
		}
		if n, ok := nouns0()[c.peek().word]; ok && n.object != "" {
			return c.replaced(add, true)
		}
		if ws := c.places(); ws != nil {
			d := deed0{Operation: Operation{Kind: Remove, Object: whole0(ws)}}
			d.here, d.Where = true, ws
			add(d)
			return ""
		}
		if all {
			return WhyWords
		}
		add(deed0{Operation: Operation{Kind: Remove, Object: Units}}) // what led in
		return ""
	case c.word("заменить", "заменив"):
		return c.replaced(add, true)
	case c.word("признать", "признав", "отменить"):
		if t.word != "отменить" && !c.phrase("утратив", "силу") {
			return WhyWords
		}
		return c.repeal(o, add, ws)
	case c.word("приостановить", "приостановив"):
		return c.suspension(add, ws)
	case c.word("считать", "считая"):
		return c.renumbering(add, ws)
	case c.isSaid():
		return c.replaced(add, false)
	}
	return WhyWords
}

// whole is the object of a deed on provisions as such.
func whole0(ws []Where) Object {
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

// isSaid reports whether words, figures or a sign are named next.
func (c *cursor0) isSaid() bool {
	t := c.peek()
	if t.kind != aWord0 {
		return false
	}
	n, ok := nouns0()[t.word]
	return ok && n.object != "" && !n.by || signOf0(t.word) != ""
}

func signOf0(word string) string {
	for _, s := range signs0 {
		if rest, ok := strings.CutPrefix(word, s.stem); ok && len([]rune(rest)) <= 3 {
			return s.sign
		}
	}
	return ""
}

// wording takes «в следующей редакции», «согласно приложению …».
func (c *cursor0) wording(d *deed0) bool {
	if c.word("в") {
		c.stem("следующ", "ново")
		c.sign(",")
		c.stem("следующ", "ново")
		if !c.stem("редакци") {
			return false
		}
	}
	if !c.attached(d) {
		d.text = true
	}
	c.newText(d)
	return true
}

// attached takes «согласно приложению 2 к настоящему решению».
func (c *cursor0) attached(d *deed0) bool {
	from := c.i
	c.sign(",")
	c.word("и")
	if !c.word("согласно") && !c.phrase("в", "соответств", "с") {
		c.i = from
		return false
	}
	if !c.stem("приложени") {
		c.i = from
		return false
	}
	d.appendix = "-"
	if nums := c.numbers(corpus.KindAppendix); len(nums) > 0 {
		d.appendix = nums[0]
	}
	c.sign(",")
	if c.word("к") {
		c.ownAct()
	}
	return true
}

// newText takes the new text where it stands in the same sentence.
func (c *cursor0) newText(d *deed0) {
	from := c.i
	c.sign(":")
	if q := c.peek(); q.kind == aQuote0 {
		c.i++
		d.New, d.text = q.text, false
		return
	}
	if !c.done() {
		c.i = from
	}
}

// addition reads what follows «дополнить».
func (c *cursor0) addition(add func(deed0), op Operation) Why {
	if op.Side == "" && c.word("после", "перед") {
		return c.beside(add, c.at(-1).word)
	}
	c.stem("нов")
	t := c.peek()
	if n, ok := nouns0()[t.word]; t.kind == aWord0 && ok && n.object != "" && n.by {
		c.i++
		op.Object = n.object
		news, _ := c.quoted()
		if len(news) == 0 {
			c.phrase("следующ", "содержани")
			c.sign(":")
			news, _ = c.quoted()
		}
		if len(news) == 0 {
			return WhyWords
		}
		if op.Side == "" {
			op.Side = End
			if c.word("в") {
				c.word("начале")
			}
		}
		op.New = strings.Join(news, " ")
		add(deed0{Operation: op})
		return ""
	}
	d := deed0{Operation: op}
	d.Object = Units
	for first := true; ; first = false {
		from := c.i
		var early string
		if n, ok := c.ordinal(); ok {
			early = n
		}
		n, ok := c.noun()
		if !ok || !n.by {
			c.i = from
			break
		}
		nums := []string{early}
		if early == "" {
			nums = c.addedNumbers(n)
		}
		switch {
		case n.part == PartSentence:
			d.Object = Sentences
		case n.level == corpus.KindRow:
			d.Object = Rows
		}
		kind := n.level
		if first {
			d.added = kind
			d.Nums = nums
		} else if kind == d.added {
			d.Nums = append(d.Nums, nums...)
		}
		if c.sign(",") || c.word("и", "с", "а") {
			c.word("также", "и")
			continue
		}
		break
	}
	if d.added == 0 && d.Object == Units && !c.rowsByName(&d) {
		return WhyWords
	}
	c.sign(",")
	if q := c.peek(); q.kind == aQuote0 && d.Object != Sentences { // «главой 3 «…»»: its heading, or the text itself
		if c.at(1).kind == aWord0 {
			c.i++
		}
	}
	switch {
	case c.phrase("следующ", "содержани"), c.phrase("в", "следующ", "редакци"), c.phrase("следующ", "редакци"):
		d.text = true
	case c.attached(&d):
	default:
		d.text = true
	}
	c.sign(",")
	c.attached(&d)
	if d.appendix != "" {
		d.text = false
	}
	c.newText(&d)
	add(d)
	return ""
}

// addedNumbers takes the numbers of new units: «пунктами 3-1 и 3-2», «абзацем
// третьим», «строкой, порядковый номер 5».
func (c *cursor0) addedNumbers(n noun0) []string {
	if n.level == corpus.KindRow {
		c.sign(",")
	}
	return c.numbers(n.level)
}

// rowsByName takes rows that are named by a noun of their own: «бюджетной
// программой 046 с бюджетными подпрограммами 005 и 015».
func (c *cursor0) rowsByName(d *deed0) bool {
	lo := c.i
	for c.peek().kind == aWord0 && c.peek().word != "следующего" && c.peek().word != "с" && c.i-lo < 6 {
		c.i++
	}
	name := c.i
	if name == lo {
		return false
	}
	nums := c.numbers(corpus.KindRow)
	if nums == nil {
		c.i = lo
		return false
	}
	d.Object, d.added, d.Nums = Rows, corpus.KindRow, nums
	for c.word("с") {
		for c.peek().kind == aWord0 && c.peek().word != "следующего" {
			c.i++
		}
		c.numbers(corpus.KindRow)
	}
	return true
}

// quoted takes a list of quotations: «А», «Б» и «В». Figures may stand without
// quotes.
func (c *cursor0) quoted() (list []string, cases bool) {
	for {
		from := c.i
		if len(list) > 0 {
			if !c.sign(",") && !c.word("и", "или", "либо") {
				return list, cases
			}
			c.word("и")
		}
		switch t := c.peek(); {
		case t.kind == aQuote0 && !t.open:
			list = append(list, t.text)
			c.i++
		case t.kind == aNumber0 && !t.marked:
			list = append(list, t.text)
			c.i++
		default:
			c.i = from
			return list, cases
		}
		cases = c.cases() || cases
	}
}

// cases takes «(в соответствующих падежах)», «в соответствующих числе и падеже».
func (c *cursor0) cases() bool {
	if t := c.peek(); t.kind == aBracket0 && strings.Contains(t.text, "падеж") {
		c.i++
		return true
	}
	from := c.i
	c.sign(",")
	if !c.phrase("в", "соответствующ") {
		c.i = from
		return false
	}
	found := false
	for {
		switch {
		case c.stem("падеж"):
			found = true
		case c.stem("числ"), c.stem("род"), c.word("и"), c.word("или"):
		case c.sign(","):
			if n := c.peek(); n.kind != aWord0 || !strings.HasPrefix(n.word, "падеж") && !strings.HasPrefix(n.word, "числ") && !strings.HasPrefix(n.word, "род") {
				c.i--
				return found
			}
		default:
			if !found {
				c.i = from
			}
			return found
		}
	}
}

// beside reads «после слов «А» дополнить словами «Б»», «после абзаца второго
// дополнить абзацем …».
func (c *cursor0) beside(add func(deed0), word string) Why {
	op := Operation{Kind: Add, Side: After}
	if word == "перед" {
		op.Side = Before
	}
	if n, ok := nouns0()[c.peek().word]; ok && n.object != "" {
		c.i++
		olds, cases := c.quoted()
		if len(olds) == 0 {
			return WhyWords
		}
		op.Old, op.Cases = olds[0], cases
		c.sign(",")
		for _, o := range olds[1:] { // «после слов «А» и «Б» дополнить словом «В»»
			op.Old += "\x00" + o
		}
		c.word("дополнить", "дополнив")
		c.word("соответственно")
		var ds []deed0
		if why := c.addition(func(d deed0) { ds = append(ds, d) }, op); why != "" {
			return why
		}
		for _, d := range ds {
			for o := range strings.SplitSeq(op.Old, "\x00") {
				d.Old = o
				d.Cases = d.Cases || c.cases()
				add(d)
			}
		}
		return ""
	}
	ws := c.places()
	if len(ws) == 0 || !c.word("дополнить", "дополнив") {
		return WhyWords
	}
	return c.addition(func(d deed0) {
		d.here, d.Where = true, ws
		add(d)
	}, op)
}

// replaced reads «слова «А» заменить словами «Б»», «слова «А» исключить», and
// with the verb first.
func (c *cursor0) replaced(add func(deed0), verbFirst bool) Why {
	verb := Replace
	if verbFirst && strings.HasPrefix(c.at(-1).word, "исключ") || c.at(-1).word == "удалить" {
		verb = Remove
	}
	olds, object, cases := c.said()
	if len(olds) == 0 {
		return WhyWords
	}
	c.sign(",")
	all := c.throughout()
	if !verbFirst {
		switch {
		case c.word("исключить", "исключив", "удалить"):
			verb = Remove
		case c.word("заменить", "заменив"):
		default:
			return WhyNoVerb
		}
	}
	if verb == Remove {
		cases = c.cases() || cases
		for _, o := range olds {
			add(deed0{Operation: Operation{Kind: Remove, Object: object, Old: o, Cases: cases, Everywhere: all}})
		}
		return ""
	}
	c.word("на")
	c.word("соответственно")
	news, _, more := c.said()
	cases = c.cases() || cases || more
	c.word("соответственно")
	if len(news) == 1 && len(olds) > 1 {
		for len(news) < len(olds) {
			news = append(news, news[0])
		}
	}
	if len(news) != len(olds) {
		return WhyNumbers
	}
	for i := range olds {
		add(deed0{Operation: Operation{Kind: Replace, Object: object, Old: olds[i], New: news[i], Cases: cases, Everywhere: all}})
	}
	return ""
}

// said takes what is named in words: «слова «А», «Б»», «цифры 10», «точку с
// запятой», «знак препинания «;»».
func (c *cursor0) said() (list []string, object Object, cases bool) {
	from := c.i
	by := false
	for {
		t := c.peek()
		if t.kind != aWord0 {
			break
		}
		if sign := signOf0(t.word); sign != "" {
			c.i++
			if sign == "." && c.phrase("с", "запят") {
				sign = ";"
			}
			if sign == "-" {
				sign = "–"
			}
			list, object = append(list, sign), Signs
			return list, object, false
		}
		n, ok := nouns0()[t.word]
		if !ok || n.object == "" {
			break
		}
		if object != "" && n.by != by {
			break
		}
		by = n.by
		c.i++
		if object == "" {
			object = n.object
		}
		if n.object == Signs {
			c.stem("препинани")
		}
		if c.word("и") { // «слова и цифры «…»»
			continue
		}
		q, more := c.quoted()
		list, cases = append(list, q...), cases || more
		if len(q) == 0 {
			c.i = from
			return nil, "", false
		}
		// «слово «А», слова «Б» и «В»»
		k := c.i
		if (c.sign(",") || c.word("и")) && nouns0()[c.peek().word].object != "" && nouns0()[c.peek().word].by == by && c.at(1).kind == aQuote0 {
			continue
		}
		c.i = k
		break
	}
	return list, object, cases
}

// repeal reads what follows «признать утратившим силу», or stood before it.
func (c *cursor0) repeal(o *order0, add func(deed0), ws []Where) Why {
	d := deed0{Operation: Operation{Kind: Repeal, Object: Units}}
	if len(ws) > 0 {
		add(d)
		return ""
	}
	c.sign(":")
	if c.done() {
		if c.endsWithColon() {
			d.list = true
		}
		add(d)
		o.follow = d.list
		return ""
	}
	if c.stem("некотор") || c.stem("следующ") {
		lo := c.i
		for !c.done() && !c.attachedAhead() {
			c.i++
		}
		if c.attached(&d) {
			d.list = true
			add(d)
			return ""
		}
		c.i = len(c.ts)
		if c.endsWithColon() && lo < c.i {
			d.list = true
			o.follow = true
			add(d)
			return ""
		}
		return WhyList
	}
	found := c.places()
	act, ok := c.act(func(t token0) bool { return false })
	switch {
	case ok:
		d.act = &act
		d.Where = []Where{{}}
		if len(found) > 0 {
			d.Where = found
		}
		d.here = true
	case len(found) > 0:
		d.here, d.Where = true, found
	default:
		return WhyWords
	}
	add(d)
	return ""
}

func (c *cursor0) attachedAhead() bool {
	from := c.i
	defer func() { c.i = from }()
	var d deed0
	return c.attached(&d)
}

// suspension reads what follows «приостановить».
func (c *cursor0) suspension(add func(deed0), ws []Where) Why {
	d := deed0{Operation: Operation{Kind: Suspend, Object: Units}}
	until := func() {
		if c.word("до") {
			d.Until = c.date()
			c.sign(",")
		}
	}
	c.sign(",")
	until()
	c.word("действие")
	until()
	if len(ws) == 0 {
		if ws = c.places(); ws != nil {
			d.here, d.Where = true, ws
		} else if c.ownAct() {
			d.here, d.Where = true, []Where{{}}
		}
	}
	if a, ok := c.act(func(t token0) bool { return t.kind == aSign0 && t.text == "," }); ok {
		d.act = &a
		if !d.here {
			d.here, d.Where = true, []Where{{}}
		}
	}
	c.brackets()
	c.sign(",")
	c.phrase("на", "срок")
	until()
	if c.word("установив", "установить") {
		// «…, что в период приостановления данный пункт действует в следующей редакции:»
		for !c.done() && c.peek().text != ":" {
			c.i++
		}
		d.text = true
		c.newText(&d)
		c.sign(":")
	}
	add(d)
	return ""
}

// renumbering reads «подпункт 12) считать подпунктом 15)».
func (c *cursor0) renumbering(add func(deed0), ws []Where) Why {
	if len(ws) == 0 {
		if ws = c.places(); ws == nil {
			return WhyWords
		}
	}
	c.word("соответственно")
	n, ok := c.noun()
	if !ok || !n.by {
		return WhyWords
	}
	nums := c.numbers(n.level)
	c.word("соответственно")
	if len(nums) == 0 {
		return WhyWords
	}
	add(deed0{Operation: Operation{Kind: Renumber, Object: Units, Nums: nums}})
	return ""
}

// unknownLevel takes a lead-in of a level that acts do not have by themselves:
// «по бюджетной программе 048 «…»:».
func (c *cursor0) unknownLevel(o *order0) bool {
	from := c.i
	if !c.endsWithColon() || ordersRussian0(c.s) || !c.word("в", "во", "по") {
		return false
	}
	if e := c.i; true {
		if _, ok := c.element(); ok {
			c.i = from
			return false
		}
		c.i = e
	}
	if k := c.i; c.ownAct() {
		c.i = from
		return false
	} else {
		c.i = k
	}
	if c.throughout() {
		c.i = from
		return false
	}
	var l Level
	l.Kind = corpus.KindRow
	lo := c.i
	for c.peek().kind == aWord0 {
		c.i++
	}
	if c.i == lo {
		c.i = from
		return false
	}
	l.Noun = c.s[c.ts[lo].lo:c.ts[c.i-1].hi]
	l.Nums = c.numbers(corpus.KindRow)
	if q := c.peek(); q.kind == aQuote0 {
		c.i++
		l.Title = q.text
	}
	if c.sign(",") { // «, утвержденной указанным приказом»
		if !c.stem("утвержд") {
			c.i = from
			return false
		}
		for c.peek().kind == aWord0 {
			c.i++
		}
	}
	c.brackets()
	if !c.sign(":") || !c.done() {
		c.i = from
		return false
	}
	o.where = []Where{{Levels: []Level{l}, Text: strings.TrimSuffix(strings.TrimSpace(c.s), ":")}}
	return true
}
