package amend

import (
	"slices"
	"strconv"
	"strings"

	"svod/corpus"
)

// clauses reads orders: places («в пункте 2»), what is changed («слова «А»»,
// «пункт 3») and verbs, in the turns in which orders have them. A place holds
// for all that follow it in the sentence, until another is named.
func (p *russianReader) clauses() (order, bool) {
	colon := false
	for !p.done() {
		if p.take(",") || p.take(";") || p.take("и") || p.take("а", "также") || p.take("а") || p.take("при", "этом") {
			continue
		}
		if p.take(":") {
			colon = true
			if len(p.deeds) > 0 && p.deeds[len(p.deeds)-1].text && p.done() {
				break
			}
			if p.hanging() || p.done() && len(p.deeds) > 0 {
				return order{}, false
			}
			continue
		}
		colon = false
		if !p.clause() {
			return order{}, false
		}
	}
	if p.hanging() || p.idle && len(p.deeds) > 0 || p.peek(-1).form == "а" || p.peek(-1).form == "и" {
		return order{}, false
	}
	o := order{act: p.act, deeds: p.deeds}
	if len(p.deeds) == 0 {
		o.leads, o.where = true, p.ctx
		if !colon || p.ctx == nil && p.act == nil && !p.pointed {
			return order{}, false
		}
	}
	for i := range o.deeds {
		o.deeds[i].everywhere = o.deeds[i].everywhere || p.everywhere
		o.deeds[i].cases = o.deeds[i].cases || p.cases
	}
	return o, true
}

// hanging reports whether something was named with which nothing is done.
func (p *russianReader) hanging() bool {
	return len(p.pending) > 0 || len(p.obj) > 0 || len(p.beside) > 0 || len(p.behind) > 0
}

// clause reads one turn.
func (p *russianReader) clause() bool {
	t := p.peek(0)
	if t.class == quoted {
		return false
	}
	switch {
	case p.adjunct():
		return true
	case ruVerb(t.form):
		return p.verb(t.form)
	case t.form == "–":
		p.at++
		return p.again()
	case t.form == "после" || t.form == "перед":
		return p.sideOf()
	case ruObjects[t.form] != "" || p.signName() != "":
		if ws, ok := p.words(); ok {
			p.pending = ws
			return true
		}
		return false
	case t.form == "в" && p.peek(1).form == "начале" && strings.HasPrefix(p.peek(2).form, "дополн"):
		p.at += 2
		p.side = Start
		return true
	case t.form == "в" || t.form == "во":
		return p.place()
	case t.form == "по":
		p.at++
		if ws, act, ok := p.address(ruDative, p.nest); ok {
			p.stand(ws, act)
			return true
		}
		return false
	case t.form == "внести" && (p.act != nil || p.pointed || len(p.ctx) > 0): // «В приказ … внести следующие изменения:»
		p.at++
		return p.changes()
	case t.form == "из":
		p.at++
		if ws, act, ok := p.address(ruGenitive, p.nest); ok {
			p.stand(ws, act)
			return true
		}
		act, ok := p.actBefore(ruPlain)
		if p.act = firstAct(act, p.act); ok {
			p.ctx = nil
		}
		return ok
	case t.form == "действие":
		p.at++
		ws, act, ok := p.address(ruGenitive, p.nest)
		p.obj, p.act = ws, firstAct(act, p.act)
		return ok
	}
	at := p.at
	if ws, act, ok := p.address(ruPlain, p.nest); ok {
		p.obj, p.act = ws, firstAct(act, p.act)
		return true
	}
	if p.at = at; p.quotedRow(ruPlain) {
		return true
	}
	if act, ok := p.actObject(); ok {
		p.act, p.obj, p.ctx = act, []Where{{Text: act.Name}}, nil
		return true
	}
	return false
}

// actObject reads an act to which itself something is done: «постановление …
// признать утратившим силу».
func (p *russianReader) actObject() (*Act, bool) {
	at := p.at
	if p.pointsAtAct(ruPlain) {
		return p.act, p.act != nil
	}
	act, ok := p.readAct()
	if !ok {
		p.at = at
	}
	return act, ok
}

// quotedRow reads «строку «…»», a row by its text, of which each line is a cell.
func (p *russianReader) quotedRow(cases ruCase) bool {
	at := p.at
	n, ok := ruNouns[p.peek(0).form]
	if !ok || n.level.Noun == "" || n.cases&cases == 0 {
		return false
	}
	p.at++
	p.take("следующего", "содержания")
	p.take(":")
	q := p.peek(0)
	if q.class != quoted {
		p.at = at
		return false
	}
	p.at++
	l := n.level
	for line := range strings.FieldsFuncSeq(q.text, func(r rune) bool { return r == '\n' || r == '\t' }) {
		line = strings.TrimSpace(line)
		if num := corpus.Number(line); len(l.Nums) == 0 && num != "" && strings.Trim(line, "0123456789.-)") == "" {
			l.Nums = []string{num}
			continue
		}
		l.Title = line
		break
	}
	p.obj = []Where{{Levels: []Level{l}, Text: p.text(at, p.at)}}
	if strings.ContainsAny(q.text, "\n\t") {
		p.rowText = q.text
	}
	return true
}

// place reads «в пункте 2 статьи 5», «в Правилах …», «в Законе …».
func (p *russianReader) place() bool {
	p.at++
	at := p.at
	if p.take("соответствующих") || p.take("соответствующем") {
		return false
	}
	if ws, act, ok := p.address(ruPrepositional|ruPlain, p.nest); ok {
		p.stand(ws, act)
		return true
	}
	if p.at = at; p.pointsAtAct(ruPrepositional) {
		p.pointed = true
		p.ctx = nil
		return true
	}
	if act, ok := p.readAct(); ok {
		p.act, p.ctx = act, nil
		return true
	}
	return false
}

// stand makes places those that the orders behind them are in.
func (p *russianReader) stand(ws []Where, act *Act) {
	p.act = firstAct(act, p.act)
	p.ctx, p.last, p.idle = p.nest.all(p.ctx, ws), nil, true
}

// adjunct reads what says how words are changed: «по всему тексту», «в
// соответствующих падежах», «соответственно».
func (p *russianReader) adjunct() bool {
	at := p.at
	p.take(",")
	p.take("(")
	done := func(ok bool) bool {
		if ok {
			p.take(")")
		} else {
			p.at = at
		}
		return ok
	}
	if p.take("на", "русском", "языке") || p.take("в", "тексте", "на", "русском", "языке") || p.take("в", "текст", "на", "русском", "языке") {
		return done(true)
	}
	also := p.take("и") || p.peek(-1).form == "и"
	if p.take("далее") && also && len(p.ctx) > 0 { // «в статье 28 и далее по тексту»: not all of it
		return done(false)
	}
	if p.take("по", "всему", "тексту") || p.take("по", "тексту") || p.take("во", "всем", "тексте") || p.take("в", "тексте") {
		p.everywhere = true
		if ws, act, ok := p.address(ruGenitive, p.nest); ok {
			p.stand(ws, act)
		} else if p.pointsAtAct(ruGenitive) {
			p.pointed = true
		} else if act, ok := p.readAct(); ok {
			p.act = act
		} else if also && len(p.ctx) > 0 { // «в заголовке и по тексту»
			p.ctx = append(p.ctx, Where{})
		}
		return done(true)
	}
	for _, words := range ruCaseWords {
		if p.take(strings.Fields(words)...) {
			p.cases = true
			return done(true)
		}
	}
	return done(false)
}

// ruCaseWords say that words change in whatever case they stand.
var ruCaseWords = []string{
	"в соответствующих падежах", "в соответствующем падеже", "в соответствующих числе и падеже", "в соответствующих числах и падежах", "в соответствующем числе и падеже",
	"в соответствующих числах и в соответствующих падежах", "в соответствующих падежах и числах", "в соответствующем падеже и числе", "в соответствующих падеже и числе",
	"в различных падежах", "в разных падежах", "в любом падеже", "во всех падежах", "в том же падеже", "в тех же падежах", "в необходимом падеже", "в нужном падеже", "с учетом падежей", "с учетом падежа",
	"в соответствующем роде числе и падеже", "в соответствующих роде , числе и падеже", "в соответствующих родах , числах и падежах", "в единственном и множественном числе", "в соответствующем числе",
}

// sideOf reads «после слов «А»», «перед словом «А»», «после пункта 3».
func (p *russianReader) sideOf() bool {
	side := After
	if p.peek(0).form == "перед" {
		side = Before
	}
	p.at++
	if ruObjects[p.peek(0).form] != "" || p.signName() != "" {
		ws, ok := p.words()
		p.beside, p.side = ws, side
		return ok
	}
	if p.quotedRow(ruGenitive | ruInstrumental) {
		p.behind, p.side, p.obj = p.obj, side, nil
		return true
	}
	ws, act, ok := p.address(ruGenitive|ruInstrumental, p.nest)
	p.behind, p.side, p.act = ws, side, firstAct(act, p.act)
	return ok
}

// signName is the sign that is named at the cursor, with «точку с запятой» as
// one.
func (p *russianReader) signName() string {
	s := ruSigns[p.peek(0).form]
	if s == "." && p.peek(1).form == "с" && p.peek(2).form == "запятой" {
		return ";"
	}
	return s
}

// words reads «слова «А», «Б» и «В»», «цифры «10»», «точку с запятой», «слова
// «А» и цифры «10»».
func (p *russianReader) words() ([]ruWords, bool) {
	var ws []ruWords
	by := ruBy(p.peek(0).form)
	for {
		at := p.at
		if len(ws) > 0 && !p.comma() && !p.take("и") && !p.take("или") {
			return ws, true
		}
		t := p.peek(0)
		if t.class == word && ruBy(t.form) != by { // «словами «Б», слово «В» исключить»
			p.at = at
			return ws, len(ws) > 0
		}
		switch {
		case t.class == quoted && len(ws) > 0:
			ws = append(ws, ruWords{ws[len(ws)-1].object, t.text})
			p.at++
		case t.class != quoted && p.signName() != "":
			s := p.signName()
			p.at++
			if s == ";" {
				p.at += 2
			}
			ws = append(ws, ruWords{Signs, s})
		case t.class == word && ruObjects[t.form] != "":
			object := ruObjects[t.form]
			p.at++
			if p.take("препинания") {
				object = Signs
			} else if p.take("и") { // «слова и цифры «…»»
				if ruObjects[p.peek(0).form] != "" && p.peek(1).class == quoted {
					p.at++
					object = Words
				} else {
					p.at--
				}
			}
			p.take(":")
			s := p.signName()
			switch q := p.peek(0); {
			case q.class == quoted:
				ws = append(ws, ruWords{object, q.text})
				p.at++
			case q.class == number && object == Figures: // without quotes
				ws = append(ws, ruWords{object, q.text})
				p.at++
			case s != "" && object == Signs:
				ws = append(ws, ruWords{object, s})
				p.at++
				if s == ";" {
					p.at += 2
				}
			default:
				p.at = at
				return ws, len(ws) > 0
			}
		default:
			p.at = at
			return ws, len(ws) > 0
		}
		if len(ws) > mostWheres {
			return nil, false
		}
	}
}

// ruBy reports whether a noun of words or signs is in the ruInstrumental: what
// comes, as opposed to what was there.
func ruBy(form string) bool {
	return strings.HasSuffix(form, "м") || strings.HasSuffix(form, "ми") || strings.HasSuffix(form, "ой")
}

// verb reads a verb and what belongs to it, and makes deeds of it and of what
// was named before.
func (p *russianReader) verb(form string) bool {
	p.at++
	p.takeOne(ruThem)
	return p.does(form)
}

// again reads what stands behind a dash: a verb, or what the verb before would
// have, «слова «А» заменить словами «Б», слова «В» – словами «Г»».
func (p *russianReader) again() bool {
	if t := p.peek(0); ruVerb(t.form) {
		return p.verb(t.form)
	}
	return p.verbed != "" && p.does(p.verbed)
}

func (p *russianReader) does(form string) bool {
	p.verbed = form
	switch {
	case ruRestates[form]:
		return p.restate()
	case ruAdds[form]:
		return p.add()
	case ruReplaces[form]:
		return p.replace()
	case ruRemoves[form]:
		return p.remove(Remove)
	case ruRepeals[form]:
		return p.takeOne(ruLapsed) && p.take("силу") && p.remove(Repeal)
	case ruRenumbers[form]:
		if p.takeOne(ruLapsed) {
			return p.take("силу") && p.remove(Repeal)
		}
		return p.renumber()
	case ruSuspends[form]:
		return p.suspend()
	}
	return false
}

var (
	ruThem   = set("его ее их")
	ruLapsed = set("утратившим утратившими утратившей утратившую утратившее утратившие утративший")
)

// places are where a deed is done: the objects of its verb, or the places that
// it stands in. It lets go of the objects.
func (p *russianReader) places() []Where {
	p.idle = false
	if p.obj == nil { // «пункт 11 после слов … дополнить …, слово … исключить»
		p.obj = p.last
	}
	ws := p.nest.all(p.ctx, p.obj)
	p.last, p.obj = p.obj, nil
	return ws
}

// objectOf tells what a place is by itself.
func objectOf(ws []Where) Object {
	for _, w := range ws {
		switch {
		case w.Part == PartSentence:
			return Sentences
		case w.Part == PartHeading:
			return Headings
		case len(w.Levels) > 0 && w.Levels[len(w.Levels)-1].Noun != "":
			return Rows
		}
	}
	return Units
}

// restate reads «в следующей редакции», «в новой редакции согласно приложению 2
// к настоящему приказу».
func (p *russianReader) restate() bool {
	d := deed{kind: Restate, text: true}
	if len(p.pending) == 0 && len(p.obj) == 0 { // «изложить пункт 3 в следующей редакции»
		if ws, act, ok := p.address(ruPlain, p.nest); ok {
			p.obj, p.act = ws, firstAct(act, p.act)
		}
	}
	p.take(",")
	switch {
	case p.take("в", "редакции", "следующего", "содержания"), p.take("в", "новой", "редакции", "следующего", "содержания"),
		p.take("в", "следующей", "редакции"), p.take("в", "новой", "редакции"), p.take("в", "прилагаемой", "редакции"), p.take("в", "нижеследующей", "редакции"), p.take("в", "редакции"),
		p.take("в", "следующей", "новой", "редакции"), p.take("следующим", "образом"):
		p.take(",")
		if p.take("согласно") && !p.byAppendix(&d) {
			return false
		}
	case p.take("согласно"):
		if !p.byAppendix(&d) {
			return false
		}
	default:
		return false
	}
	if len(p.beside) > 0 || len(p.behind) > 0 {
		return false
	}
	if len(p.pending) > 0 {
		if len(p.pending) > 1 {
			return false
		}
		d.kind, d.object, d.old, d.where = Replace, p.pending[0].object, p.pending[0].text, p.places()
		p.pending = nil
		p.deeds = append(p.deeds, d)
		return true
	}
	d.where = p.places()
	d.object = objectOf(d.where)
	d.old, p.rowText = p.rowText, ""
	return p.eachFrom(d)
}

// eachFrom makes deeds of one whose new text stands in appendices of the draft:
// «приложения 1 и 4 изложить согласно приложениям 1 и 2» are two.
func (p *russianReader) eachFrom(d deed) bool {
	from := each([]string{d.number})
	if len(from) < 2 {
		p.deeds = append(p.deeds, d)
		return true
	}
	p.take("соответственно")
	if d.kind == Add {
		nums := each(d.nums)
		if len(nums) != len(from) {
			return false
		}
		for i, n := range nums {
			d.nums, d.number = []string{n}, from[i]
			p.deeds = append(p.deeds, d)
		}
		return true
	}
	var ws []Where
	for _, w := range d.where {
		k := len(w.Levels) - 1
		if k < 0 {
			return false
		}
		for _, n := range each(w.Levels[k].Nums) {
			one := w
			one.Levels = slices.Clone(w.Levels)
			one.Levels[k].Nums = []string{n}
			ws = append(ws, one)
		}
	}
	if len(ws) != len(from) {
		return false
	}
	for i, w := range ws {
		d.where, d.number = []Where{w}, from[i]
		p.deeds = append(p.deeds, d)
	}
	return true
}

// each is every number of a list with ranges: 1, 2 and 3 of «1–3».
func each(nums []string) []string {
	var out []string
	for n := range strings.SplitSeq(strings.Join(nums, ","), ",") {
		if counts := countsOf(n); len(counts) > 1 {
			for _, c := range counts {
				out = append(out, strconv.Itoa(c))
			}
			continue
		}
		out = append(out, n)
	}
	return out
}

// byAppendix reads «приложению 2 к настоящему приказу».
func (p *russianReader) byAppendix(d *deed) bool {
	if !p.appendixOf() {
		return false
	}
	d.appendix, d.number, d.text = true, p.number, false
	return true
}

// content takes the words that announce new text.
func (p *russianReader) content(d *deed) bool {
	p.take(",")
	switch {
	case p.take("в", "редакции", "согласно"), p.take("в", "новой", "редакции", "согласно"):
		return p.byAppendix(d)
	case p.take("следующего", "содержания"), p.take("в", "следующей", "редакции"), p.take("нижеследующего", "содержания"), p.take("такого", "содержания"):
		d.text = true
	}
	if p.take("согласно") {
		return p.byAppendix(d)
	}
	if p.peek(0).form == ":" && len(p.ts) == p.at+1 {
		d.text = true
	}
	return true
}

// add reads what is added: «словами «Б»», «пунктами 3 и 4 следующего
// содержания», «предложением вторым».
func (p *russianReader) add() bool {
	d := deed{kind: Add, side: p.side}
	switch {
	case p.take("в", "начале"), p.take("в", "начале", "абзаца"):
		d.side = Start
	case p.take("в", "конце"), p.take("в", "конце", "предложения"):
		d.side = End
	}
	if len(p.pending) > 0 { // «слова «А» дополнить словами «Б»»: behind them
		if len(p.beside) > 0 {
			return false
		}
		p.beside, p.pending, d.side = p.pending, nil, After
	}
	if ws, act, ok := p.address(ruPlain, p.nest); ok { // «дополнить Правила пунктом 19»
		if len(p.obj) > 0 {
			return false
		}
		p.obj, p.act = ws, firstAct(act, p.act)
	} else if act, ok := p.actBefore(ruInstrumental); ok { // «дополнить приказ … пунктом 2-1»
		p.act, p.ctx = act, nil
	}
	if p.take("после") || p.take("перед") {
		p.at--
		if !p.sideOf() {
			return false
		}
		d.side = p.side
	}
	p.take("соответственно")
	if ruObjects[p.peek(0).form] != "" || p.signName() != "" {
		news, ok := p.words()
		if !ok {
			if ruObjects[p.peek(0).form] != Words || p.peek(1).form != "следующего" { // «словами следующего содержания: …»
				return false
			}
			p.at++
			news = []ruWords{{object: Words}}
			if !p.content(&d) {
				return false
			}
		}
		return p.addWords(d, news)
	}
	return p.addUnits(d)
}

func (p *russianReader) addWords(d deed, news []ruWords) bool {
	where := p.places()
	besides := p.beside
	p.beside, p.side = nil, ""
	if len(p.behind) > 0 {
		return false
	}
	if d.side == "" {
		d.side = End
	}
	if len(besides) == 0 {
		besides = make([]ruWords, len(news))
	}
	if len(besides) != len(news) && len(news) != 1 {
		return false
	}
	for i, b := range besides {
		w := news[min(i, len(news)-1)]
		one := d
		one.object, one.old, one.new, one.where = w.object, b.text, w.text, where
		p.deeds = append(p.deeds, one)
		p.casesBehind()
	}
	return true
}

// addUnits reads the units that are added: «пунктами 3 и 4 следующего
// содержания:», «новым абзацем», «строкой 7-1», «вторым предложением».
func (p *russianReader) addUnits(d deed) bool {
	var it ruItem
	it.lo = p.at
	nums := p.ordinalsBefore()
	p.takeOne(ruNew)
	if nums == nil {
		nums = p.ordinalsBefore()
	}
	t := p.peek(0)
	n, ok := ruNouns[t.form]
	bare := t.class == word && ok && n.cases&ruInstrumental != 0
	switch {
	case bare && n.part == PartSentence:
		p.at++
		if nums == nil {
			nums = p.numbers(corpus.KindPassage)
		}
		d.object = Sentences
	case bare && n.part != "":
		p.at++
		d.object = Units
		if n.part == PartHeading {
			d.object = Headings
		}
		d.adds = Level{}
		p.noted(n.part, &d)
	case bare && n.level.Noun == "" && !named(n.level):
		p.at++
		if nums == nil {
			nums = p.numbers(n.level.Kind)
		}
		d.object, d.adds = Units, n.level
	case bare && named(n.level):
		return false
	default:
		if !p.rowLevelOrBare(&it, ruInstrumental) {
			return false
		}
		l := it.levels[0]
		d.object, d.adds, nums = Rows, Level{Step: corpus.Step{Kind: corpus.KindRow}, Noun: l.Noun}, l.Nums
		if p.take("с") { // «программой 046 с подпрограммами 005 и 015»
			if !p.rowLevelOrBare(&it, ruInstrumental) {
				return false
			}
		}
	}
	d.nums = nums
	// «пунктом 3 и подпунктом 4)» have their text together.
	for p.peek(0).form == "и" || p.peek(0).form == "," {
		at := p.at
		p.at++
		more := p.ordinalsBefore()
		p.takeOne(ruNew)
		m, ok := ruNouns[p.peek(0).form]
		if !ok || m.cases&ruInstrumental == 0 || m.level.Noun != "" || m.part != "" || d.object != Units {
			p.at = at
			break
		}
		p.at++
		if more == nil {
			more = p.numbers(m.level.Kind)
		}
		d.nums = append(d.nums, more...)
	}
	if !p.content(&d) {
		return false
	}
	if q := p.peek(0); q.class == quoted && (d.object == Sentences || d.object == Rows) {
		d.new, d.text = q.text, false
		p.at++
	}
	if !d.text && !d.appendix && d.new == "" {
		d.text = p.done()
	}
	where := p.places()
	if len(p.beside) > 0 {
		d.old = p.beside[0].text
	}
	if d.old == "" {
		d.side = ""
	}
	if len(p.behind) > 0 { // «после абзаца второго дополнить абзацем»: the third
		b := p.nest.all(where, p.behind)
		if last := b[0].Levels; len(last) > 0 && len(d.nums) == 0 && last[len(last)-1].Kind == d.adds.Kind && len(last[len(last)-1].Nums) == 1 {
			if k := atoi(last[len(last)-1].Nums[0]); k > 0 && p.side == After {
				d.nums = []string{strconv.Itoa(k + 1)}
			}
		}
		where = b
		if d.object == Units {
			where = p.nest.holders(b, d.adds)
		}
		if d.object == Sentences || d.object == Rows {
			d.side = p.side
		}
	}
	p.beside, p.behind, p.side = nil, nil, ""
	if d.adds.Kind != 0 && d.object == Units {
		where = p.nest.holders(where, d.adds)
	}
	d.where = where
	if len(where) == 0 {
		d.where = nil
	}
	if d.appendix {
		return p.eachFrom(d)
	}
	p.deeds = append(p.deeds, d)
	return true
}

// noted marks the places of what is added to a note.
func (p *russianReader) noted(part Part, d *deed) {
	if part != PartNote {
		return
	}
	ws := p.places()
	if len(ws) == 0 {
		ws = []Where{{}}
	}
	for i := range ws {
		ws[i].Part = PartNote
	}
	p.obj, p.ctx = ws, nil
}

func (p *russianReader) rowLevelOrBare(it *ruItem, cases ruCase) bool {
	if p.rowLevel(it, cases) {
		return true
	}
	n, ok := ruNouns[p.peek(0).form]
	if !ok || n.level.Noun == "" || n.cases&cases == 0 {
		return false
	}
	p.at++
	it.levels = append(it.levels, n.level)
	return true
}

// replace reads «словами «Б»», «соответственно словами «В», «Г»».
func (p *russianReader) replace() bool {
	if len(p.pending) == 0 {
		if p.placeBehind(); !p.wordsBehind() { // «заменив слова «А» словами «Б»»
			return false
		}
	}
	olds := p.pending
	p.pending = nil
	each := p.take("соответственно")
	bare := p.take("на") && p.peek(0).class == quoted // «заменить на «Б»»
	p.casesBehind()
	var news []ruWords
	ok := true
	if bare {
		news = []ruWords{{olds[0].object, p.peek(0).text}}
		p.at++
	} else {
		news, ok = p.words()
	}
	each = p.take("соответственно") || each
	if !ok || len(p.beside) > 0 || len(p.behind) > 0 {
		return false
	}
	if len(news) != len(olds) && (each || len(news) != 1) {
		return false
	}
	where := p.places()
	from := len(p.deeds)
	for i, o := range olds {
		w := news[min(i, len(news)-1)]
		object := o.object
		if object != w.object && object == Signs {
			object = w.object
		}
		p.deeds = append(p.deeds, deed{kind: Replace, object: object, where: where, old: o.text, new: w.text})
	}
	p.casesBehind()
	p.settle(from)
	return true
}

// wordsBehind reads the words to which a gerund before them does something.
func (p *russianReader) wordsBehind() bool {
	ws, ok := p.words()
	p.pending = ws
	p.casesBehind()
	return ok
}

// casesBehind reads the adjuncts that stand behind.
func (p *russianReader) casesBehind() {
	for p.adjunct() {
	}
}

// settle gives the deeds from one on the adjuncts that were read with them. Those before
// have theirs.
func (p *russianReader) settle(from int) {
	for i := from; i < len(p.deeds); i++ {
		p.deeds[i].cases = p.deeds[i].cases || p.cases
	}
	p.cases = false
}

// remove makes deeds of what goes: words, or units.
func (p *russianReader) remove(kind Kind) bool {
	if len(p.beside) > 0 || len(p.behind) > 0 {
		return false
	}
	if len(p.pending) == 0 && len(p.obj) == 0 {
		if p.placeBehind(); !p.objectBehind() {
			return false
		}
	}
	if len(p.pending) > 0 {
		if kind == Repeal {
			return false
		}
		where, from := p.places(), len(p.deeds)
		for _, w := range p.pending {
			p.deeds = append(p.deeds, deed{kind: kind, object: w.object, where: where, old: w.text})
		}
		p.pending = nil
		p.casesBehind()
		p.settle(from)
		return true
	}
	where := p.places()
	p.deeds = append(p.deeds, deed{kind: kind, object: objectOf(where), where: where, old: p.rowText})
	p.rowText = ""
	return true
}

// placeBehind reads where, behind a verb: «исключить из пункта 5 слова «А»».
func (p *russianReader) placeBehind() {
	if f := p.peek(0).form; p.peek(0).class == word && (f == "в" || f == "во" || f == "из") {
		if at := p.at; !p.clause() {
			p.at = at
		}
	}
}

// objectBehind reads what stands behind its verb: «исключить слова «А»»,
// «исключив пункт 3».
func (p *russianReader) objectBehind() bool {
	if ruObjects[p.peek(0).form] != "" || p.signName() != "" {
		return p.wordsBehind()
	}
	ws, act, ok := p.address(ruPlain, p.nest)
	if ok {
		p.obj, p.act = ws, firstAct(act, p.act)
		return true
	}
	return false
}

// renumber reads «пунктом 4», «соответственно пунктами 5 и 6».
func (p *russianReader) renumber() bool {
	p.take("соответственно")
	ws, _, ok := p.address(ruInstrumental, p.nest)
	if !ok || len(p.obj) == 0 || len(p.pending) > 0 {
		return false
	}
	d := deed{kind: Renumber, object: objectOf(p.obj), where: p.places()}
	for _, w := range ws {
		if len(w.Levels) == 0 {
			return false
		}
		d.nums = append(d.nums, w.Levels[len(w.Levels)-1].Nums...)
	}
	if olds := lastNums(d.where); olds > 0 && olds != len(each(d.nums)) {
		return false
	}
	p.take("соответственно")
	p.deeds = append(p.deeds, d)
	return true
}

// lastNums is how many units places name by number.
func lastNums(ws []Where) int {
	n := 0
	for _, w := range ws {
		if k := len(w.Levels); k > 0 {
			n += len(each(w.Levels[k-1].Nums))
		}
	}
	return n
}

// suspend reads «до 1 января 2027 года действие пункта 3 статьи 5, установив,
// что в период приостановления данный пункт действует в следующей редакции».
func (p *russianReader) suspend() bool {
	d := deed{kind: Suspend}
	for {
		switch {
		case p.peek(0).form == "до":
			at := p.at
			p.at++
			day, ok := p.day()
			if !ok {
				p.at = at
				return false
			}
			d.until = day
			continue
		case p.peek(0).form == "с" && p.peek(1).class == number:
			p.at++
			if _, ok := p.day(); !ok {
				return false
			}
			continue
		case p.take("действие"):
			ws, act, ok := p.address(ruGenitive, p.nest)
			if !ok {
				if act, ok = p.readAct(); !ok {
					return false
				}
			}
			p.obj, p.act = ws, firstAct(act, p.act)
			continue
		}
		break
	}
	at := p.at
	p.take(",")
	if p.take("установив") {
		for !p.done() && p.peek(0).form != ":" {
			p.at++
		}
		d.text = true
	} else {
		p.at = at
	}
	d.where = p.places()
	d.object = objectOf(d.where)
	p.deeds = append(p.deeds, d)
	return true
}

// whole reads sentences that begin with their verb: «Признать утратившими силу
// …», «Приостановить до … действие …».
func (p *russianReader) whole() (order, bool) {
	verb := p.peek(0).form
	if verb == "приостановить" {
		return p.clauses()
	}
	p.at++
	if !p.takeOne(ruLapsed) || !p.take("силу") {
		return order{}, false
	}
	if p.take(":") && p.done() || p.following() {
		return order{deeds: []deed{{kind: Repeal, object: Units, list: true, act: p.act}}}, true
	}
	var deeds []deed
	for !p.done() {
		at := p.at
		if len(deeds) == 0 && p.byList() {
			return order{deeds: []deed{{kind: Repeal, object: Units, list: true, appendix: true, number: p.number, act: p.act}}}, true
		}
		if ws, act, ok := p.address(ruPlain, p.nest); ok {
			deeds = append(deeds, deed{kind: Repeal, object: objectOf(ws), where: ws, act: act})
		} else if act, ok := p.readAct(); ok && p.at > at {
			deeds = append(deeds, deed{kind: Repeal, object: Units, act: act})
		} else {
			return order{}, false
		}
		if !p.done() && !p.comma() && !p.take("и") && !p.take(";") {
			return order{}, false
		}
	}
	// «пункт 3 и пункт 4 закона …»: the act that is named last holds those before.
	var act *Act
	for i := len(deeds) - 1; i >= 0; i-- {
		if deeds[i].act == nil && len(deeds[i].where) > 0 {
			deeds[i].act = act
		}
		act = deeds[i].act
	}
	return order{deeds: deeds}, len(deeds) > 0
}

// following reads «следующие приказы …:».
func (p *russianReader) following() bool {
	at := p.at
	if strings.HasPrefix(p.peek(0).form, "следующ") {
		for !p.done() && p.peek(0).form != ":" {
			p.at++
		}
		if p.act = p.listedActs(at, p.at); p.take(":") && p.done() {
			return true
		}
	}
	p.at = at
	return false
}

// listedActs is what «следующие решения районного маслихата» says of each act of
// a list: the word for it, as its name, its type and body.
func (p *russianReader) listedActs(lo, hi int) *Act {
	for i := lo; i < hi; i++ {
		if p.ts[i].class != word {
			break
		}
		for _, a := range ruActs {
			if typ, ok := ruAct(p.ts[i].form); ok && typ == a.typ && strings.HasPrefix(p.ts[i].form, a.stem) {
				return &Act{Name: strings.TrimSuffix(a.stem, "и") + map[bool]string{true: "ие"}[strings.HasSuffix(a.stem, "и")], Type: typ, Body: p.text(i+1, hi)}
			}
		}
	}
	return nil
}

// byList reads «некоторые приказы … согласно приложению к настоящему приказу».
func (p *russianReader) byList() bool {
	at := p.at
	i := slices.IndexFunc(p.ts[p.at:], func(t token) bool { return t.form == "согласно" })
	if i >= 0 {
		p.act = p.listedActs(at, at+i)
		p.at += i + 1
		p.number = ""
		if (p.appendixOf() || p.listOf()) && p.done() {
			return true
		}
	}
	p.at = at
	return false
}
