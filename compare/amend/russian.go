package amend

import (
	"slices"
	"strings"
)

// A russianReader reads one sentence in Russian from left to right.
type russianReader struct {
	ts   []token
	at   int
	src  string
	nest nester

	ctx        []Where // «в пункте 2»: what the orders that follow are in
	obj        []Where // «пункт 3»: what the next verb is done to
	last       []Where // what the one before it was done to
	act        *Act
	pending    []ruWords // «слова «А», «Б»»
	side       Side
	beside     []ruWords // «после слов «А»»
	behind     []Where   // «после пункта 3»
	rowText    string    // of a row that is named by all its cells
	everywhere bool
	cases      bool
	deeds      []deed
	pointed    bool   // at an act that was named before: «указанному решению»
	idle       bool   // a place was named, and nothing is done in it yet
	number     string // of the draft's appendix that was named last
	verbed     string // the verb that was read last
	ended      bool   // a stop stands at the end
}

// ruWords are words, figures or signs that an order speaks of.
type ruWords struct {
	object Object
	text   string
}

func (p *russianReader) done() bool { return p.at >= len(p.ts) }

// peek returns the token n places on, an empty sign behind the end.
func (p *russianReader) peek(n int) token {
	if p.at+n >= len(p.ts) || p.at+n < 0 {
		return token{class: sign}
	}
	return p.ts[p.at+n]
}

// take goes on over words or signs, all of them or none.
func (p *russianReader) take(forms ...string) bool {
	for i, f := range forms {
		t := p.peek(i)
		if t.class == quoted || t.form != f || f == "" {
			return false
		}
	}
	p.at += len(forms)
	return true
}

func (p *russianReader) takeOne(forms map[string]bool) bool {
	if t := p.peek(0); t.class != quoted && forms[t.form] {
		p.at++
		return true
	}
	return false
}

// comma takes a comma, and «а также» behind it.
func (p *russianReader) comma() bool {
	if !p.take(",") {
		return p.take("а", "также")
	}
	p.take("а", "также")
	return true
}

// text is what is printed from one token to another.
func (p *russianReader) text(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	return strings.TrimSpace(p.src[p.ts[lo].lo:p.ts[hi-1].hi])
}

// readRussian is the grammar of Russian orders.
func readRussian(s string, ts []token, deep bool) order {
	end := len(ts)
	for end > 0 && ts[end-1].class == sign && strings.Contains(".;,»\"”", ts[end-1].form) {
		end--
	}
	p := &russianReader{ts: unglued(ts[:end]), src: s, nest: nester{deep: deep}, ended: end < len(ts)}
	o, ok := p.sentence()
	if ok {
		return o
	}
	switch {
	case ruOtherText(ts):
		return order{why: WhyOther}
	case ruOwn(ts):
		return order{own: true}
	case !ruMeans(ts) && !(end > 0 && ts[end-1].form == ":" && len(ts) < 60 && (ts[0].form == "в" || ts[0].form == "во" || ts[0].form == "по") && !ruGrounds[second(ts).form]):
		return order{why: WhyNoOrder}
	}
	return order{why: WhyWords}
}

// ruGrounds begin what an act is adopted for: «В соответствии с … ПРИКАЗЫВАЮ:».
var ruGrounds = set("соответствии целях связи реализацию исполнение соответствие")

func second(ts []token) token {
	if len(ts) < 2 {
		return token{}
	}
	return ts[1]
}

// sentence reads the whole sentence.
func (p *russianReader) sentence() (order, bool) {
	if p.done() {
		return order{}, false
	}
	if p.peek(0).form == "внести" {
		return p.bringing()
	}
	if p.peek(0).form == "признать" || p.peek(0).form == "приостановить" {
		if o, ok := p.whole(); ok {
			return o, true
		}
		p.at = 0
	}
	return p.clauses()
}

// changes takes the words for what is brought in: «следующие изменения и
// дополнения».
func (p *russianReader) changes() bool {
	at := p.at
	found := false
	for !p.done() {
		f := p.peek(0).form
		switch {
		case strings.HasPrefix(f, "изменени"), strings.HasPrefix(f, "дополнени"), strings.HasPrefix(f, "поправк"):
			found = true
		case strings.HasPrefix(f, "следующ"), f == "и", f == "(" && found, f == ")" && found, strings.HasPrefix(f, "прилагаем"), f == "нижеследующие", f == "соответствующие", f == "содержания" && found:
		case f == "," && strings.HasPrefix(p.peek(1).form, "дополнени"), f == "," && strings.HasPrefix(p.peek(1).form, "изменени"):
		default:
			if !found {
				p.at = at
			}
			return found
		}
		p.at++
	}
	return found
}

// bringing reads «Внести в Закон … следующие изменения:», «Внести изменение в
// статью 5 Закона …, изложив ее в следующей редакции:».
func (p *russianReader) bringing() (order, bool) {
	p.at++
	o := order{leads: true}
	p.changes()
	if !p.take("в") && !p.take("во") {
		return o, false
	}
	switch {
	case strings.HasPrefix(p.peek(0).form, "следующ") || strings.HasPrefix(p.peek(0).form, "некотор"):
		// «в следующие законодательные акты …:»: each is named below
		for !p.done() && p.peek(0).form != ":" && !ruVerb(p.peek(0).form) {
			if p.take("согласно") {
				o.list = true
			}
			p.at++
		}
	default:
		if !p.named(&o, ruPlain|ruPrepositional) {
			return o, false
		}
	}
	p.changes()
	if p.take("согласно") {
		if !p.appendixOf() && !p.listOf() {
			return o, false
		}
		o.list, o.number = true, p.number
	}
	if p.take(":") && p.done() || p.done() {
		return o, true
	}
	// «…, изложив …», or all in one sentence
	p.ctx, p.act = o.where, o.act
	if rest, ok := p.clauses(); ok && !rest.leads {
		rest.act = firstAct(rest.act, o.act)
		return rest, true
	}
	return o, false
}

func firstAct(a, b *Act) *Act {
	if a != nil {
		return a
	}
	return b
}

// named reads an act, or a provision of one.
func (p *russianReader) named(o *order, cases ruCase) bool {
	if p.pointsAtAct(cases) {
		return true
	}
	if ws, act, ok := p.address(cases, p.nest); ok {
		o.where, o.act = ws, act
		return true
	}
	act, ok := p.readAct()
	o.act = act
	return ok
}

// listOf reads «согласно перечню», «согласно прилагаемому перечню».
func (p *russianReader) listOf() bool {
	at := p.at
	if strings.HasPrefix(p.peek(0).form, "прилагаем") {
		p.at++
	}
	if strings.HasPrefix(p.peek(0).form, "перечн") || strings.HasPrefix(p.peek(0).form, "списк") {
		p.at++
		if p.take("согласно") {
			p.appendixOf()
		}
		return true
	}
	p.at = at
	return false
}

// appendixOf reads «приложению 2 к настоящему приказу» and returns which in
// number.
func (p *russianReader) appendixOf() bool {
	at := p.at
	p.number = ""
	if !strings.HasPrefix(p.peek(0).form, "приложени") {
		return false
	}
	p.at++
	if nums := p.numbers(0); len(nums) > 0 {
		p.number = strings.Join(nums, ",")
	}
	p.take(",")
	p.take("соответственно")
	if p.done() && p.ended { // that of the draft: «согласно приложению № 1.»
		return true
	}
	if p.take("к") {
		if strings.HasPrefix(p.peek(0).form, "настоящ") {
			p.at++
			for range mostAdjectives {
				f := p.peek(0).form
				p.at++
				if _, ok := ruAct(f); ok || hasStem(f, []string{"перечн", "документ", "изменени", "дополнени"}) {
					if p.peek(0).form == "и" && hasStem(p.peek(1).form, []string{"изменени", "дополнени"}) {
						p.at += 2
					}
					return true
				}
			}
		}
	}
	p.at = at
	return false
}

// unglued parts words that typists write together: «куказанному решению».
func unglued(ts []token) []token {
	for i, t := range ts {
		if t.class == word && (strings.HasPrefix(t.form, "куказанн") || strings.HasPrefix(t.form, "кнастоящ")) {
			k, rest := t, t
			k.text, k.form, k.hi = t.text[:len("к")], "к", t.lo+len("к")
			rest.text, rest.form, rest.lo = t.text[len("к"):], t.form[len("к"):], t.lo+len("к")
			return append(append(slices.Clone(ts[:i]), k, rest), unglued(ts[i+1:])...)
		}
	}
	return ts
}
