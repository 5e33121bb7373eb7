package amend

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/corpus"
)

// An item of an address is one noun with its numbers and what it belongs to:
// «подпунктах 3) и 4) пункта 2».
type ruItem struct {
	levels   []Level // innermost first
	part     Part
	counts   []int // of sentences
	lo, hi   int   // tokens
	act      *Act
	heads    int // levels that are named before the first «of»
	pointing bool
}

// address reads provisions: items joined by commas and «и», all in one of the
// cases. It leaves the cursor where it was if there is none.
func (p *russianReader) address(cases ruCase, nest nester) (ws []Where, act *Act, ok bool) {
	start := p.at
	first, ok := p.item(cases)
	if !ok {
		p.at = start
		return nil, nil, false
	}
	items := []ruItem{first}
	for {
		at := p.at
		if !p.comma() && !p.take("и") {
			break
		}
		if p.take("в") && cases&ruPrepositional == 0 {
			p.at = at
			break
		}
		next, ok := p.item(cases)
		if !ok {
			p.at = at
			break
		}
		items = append(items, next)
	}
	// «в абзаце первом и подпункте 2) пункта 3»: what the last belongs to holds
	// those before it, too.
	for i := len(items) - 2; i >= 0; i-- {
		it, next := &items[i], items[i+1]
		outer := it.levels
		if len(next.levels) > next.heads && len(outer) > 0 {
			for _, l := range next.levels[next.heads:] {
				last := outer[len(outer)-1]
				if nest.cut([]Level{l}, last) == 1 {
					outer = append(slices.Clip(outer), l)
				}
			}
		}
		if it.part == PartHeading && len(outer) == 0 { // «в названии и пункте 1 статьи 12»
			outer = slices.Clone(next.levels[min(next.heads, len(next.levels)):])
			if i := slices.IndexFunc(outer, func(l Level) bool { return l.Kind <= corpus.KindArticle && l.Kind != corpus.KindPart }); i > 0 { // no part has a heading
				outer = outer[i:]
			}
		}
		it.levels = outer
		if it.act == nil {
			it.act = next.act
		}
	}
	for _, it := range items {
		if act == nil {
			act = it.act
		}
		levels := slices.Clone(it.levels)
		slices.Reverse(levels)
		w := Where{Levels: levels, Part: it.part, Text: p.text(it.lo, it.hi)}
		if len(it.counts) == 0 {
			ws = append(ws, w)
		}
		for _, n := range it.counts {
			w.Sentence = n
			ws = append(ws, w)
		}
	}
	return ws, act, true
}

// item reads a noun with its numbers, and the genitives behind it.
func (p *russianReader) item(cases ruCase) (it ruItem, ok bool) {
	it.lo = p.at
	if !p.step(&it, cases) {
		p.at = it.lo
		return it, false
	}
	it.heads = len(it.levels)
	for {
		at := p.at
		if p.pointsAtAct(ruGenitive|ruDative) || p.take("к") && p.pointsAtAct(ruDative) {
			it.pointing = true
			break
		}
		p.at = at
		if p.take("к") {
			if ruPointer(p.peek(0).form) && named(ruNouns[p.peek(1).form].level) { // «к указанным Правилам»
				p.at++
			}
			if p.step(&it, ruDative) || p.namesAct(&it) {
				continue
			}
			p.at = at
			break
		}
		if p.step(&it, ruGenitive) {
			continue
		}
		p.at = at
		if p.namesAct(&it) {
			continue
		}
		p.at = at
		break
	}
	it.hi = p.at
	return it, true
}

// step reads one noun with its numbers: «подпунктах 3) и 4)», «второе
// предложение», «Правил», «заголовка».
func (p *russianReader) step(it *ruItem, cases ruCase) bool {
	at := p.at
	if p.approvedName(it) {
		return true
	}
	nums := p.ordinalsBefore()
	p.takeOne(ruNew)
	if n := ruNouns[p.peek(1).form]; nums == nil && named(n.level) && n.level.Noun == "" && n.part == "" && ruAdjective(p.peek(0).form) != "" { // «Типовому положению»
		p.at++
	}
	t := p.peek(0)
	n, known := ruNouns[t.form]
	if t.class != word || !known || n.cases&cases == 0 {
		p.at = at
		return len(nums) == 0 && p.rowLevel(it, cases)
	}
	if n.level.Noun != "" {
		p.at = at
		return p.rowLevel(it, cases)
	}
	p.at++
	if n.part == "" && named(n.level) { // Правила
		if len(nums) > 0 {
			p.at = at
			return false
		}
		it.levels = append(it.levels, n.level)
		return true
	}
	if nums == nil {
		nums = p.numbers(n.level.Kind)
	}
	switch n.part {
	case PartSentence:
		if len(nums) == 0 || it.part != "" {
			p.at = at
			return false
		}
		it.part = PartSentence
		for _, s := range nums {
			it.counts = append(it.counts, countsOf(s)...)
		}
		return len(it.counts) > 0
	case PartHeading:
		if len(nums) > 0 || it.part != "" || len(it.levels) > 0 {
			p.at = at
			return false
		}
		it.part = PartHeading
		return true
	case PartNote:
		if it.part != "" {
			p.at = at
			return false
		}
		it.part = PartNote
		return true
	}
	l := n.level
	l.Nums = nums
	if q := p.peek(0); len(nums) == 0 && q.class == quoted && l.Kind >= corpus.KindPart && l.Kind <= corpus.KindParagraph { // «раздел «Общие положения»»
		l.Title = q.text
		p.at++
		it.levels = append(it.levels, l)
		return true
	}
	if len(nums) == 0 && l.Kind != corpus.KindPreamble && l.Kind != corpus.KindAppendix && l.Kind != corpus.KindContents && l.Kind != corpus.KindTable {
		p.at = at
		return false
	}
	if q := p.peek(0); q.class == quoted && len(nums) > 0 && l.Kind != corpus.KindPassage && l.Kind <= corpus.KindArticle {
		l.Title = q.text
		p.at++
	}
	if k := len(it.levels); k > 0 && l.Kind == corpus.KindSubclause && it.levels[k-1].Kind == l.Kind {
		it.levels[k-1].Kind = corpus.KindItem // «подпункт а) подпункта 2)»
	}
	it.levels = append(it.levels, l)
	return true
}

// ruNew are the words before what is added that say nothing.
var ruNew = set("новый новым новыми новой новую новые новое")

// countsOf turns a number or a short range into numbers.
func countsOf(s string) []int {
	lo, hi, ranged := strings.Cut(s, "–")
	a := atoi(lo)
	if s == "last" {
		return []int{-1}
	}
	if !ranged {
		hi = lo
	}
	var out []int
	for b := atoi(hi); a > 0 && a <= b && len(out) < 20; a++ {
		out = append(out, a)
	}
	return out
}

// atoi is the value of a whole number, 0 of all else.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// ordinalsBefore reads ordinals that stand before their noun: «второе
// предложение», «первый и второй абзацы».
func (p *russianReader) ordinalsBefore() []string {
	at := p.at
	var nums []string
	for {
		num, n := p.ordinal()
		if n == 0 && strings.HasPrefix(p.peek(0).form, "последн") {
			num, n = "last", 1
		}
		if n == 0 {
			break
		}
		p.at += n
		nums = append(nums, num)
		if _, ok := ruNouns[p.peek(0).form]; ok {
			return nums
		}
		if !p.take("и") && !p.comma() {
			break
		}
	}
	p.at = at
	return nil
}

// ordinal reads a number in words, «двадцать первый», and how many tokens it has.
func (p *russianReader) ordinal() (string, int) {
	t := p.peek(0)
	if t.class != word {
		if t.class == number && strings.IndexAny(t.text, "йяеюо") > 0 {
			return t.form, 1
		}
		return "", 0
	}
	if next := p.peek(1); next.class == word {
		if n := ruOrdinal(t.form + " " + next.form); n != "" {
			return n, 2
		}
	}
	if n := ruOrdinal(t.form); n != "" {
		return n, 1
	}
	return "", 0
}

// ruOrdinal is an ordinal in figures, "" if a word is none.
func ruOrdinal(form string) string {
	if n := corpus.Number(form); n != "" && '0' <= n[0] && n[0] <= '9' {
		return n
	}
	return ""
}

// numbers reads the numbers behind a noun: «1, 2 и 4», «3)–7)», «второй и
// третий», «"а" и "б"», «с 5 по 7», «IV».
func (p *russianReader) numbers(kind corpus.Kind) []string {
	var nums []string
	p.take("№")
	var sort byte
	one := func() (string, bool) {
		t := p.peek(0)
		switch t.class {
		case number:
			p.at++
			if strings.HasPrefix(p.peek(0).form, "прим") && p.peek(0).class == word && len(p.peek(0).form) <= len("прим") {
				p.at++
				if q := p.peek(0); q.class == number {
					p.at++
					return t.form + "." + q.form, sort == 0 || sort == 'n'
				}
				return t.form + ".1", true
			}
			if sort == 0 {
				sort = 'n'
			}
			return t.form, sort == 'n'
		case quoted:
			if n := utf8.RuneCountInString(strings.TrimRight(t.text, "()0123456789")); n <= 2 && n > 0 && kind >= corpus.KindClause && kind <= corpus.KindItem && letters(t.text) > 0 {
				if sort == 0 {
					sort = 'q'
				}
				p.at++
				return corpus.Number(t.form), sort == 'q'
			}
		case word:
			if num, n := p.ordinal(); n > 0 {
				if sort == 0 {
					sort = 'o'
				}
				p.at += n
				return num, sort == 'o'
			}
			if kind < corpus.KindArticle || kind == corpus.KindTable {
				if num := corpus.Number(t.text); num != "" && '0' <= num[0] && num[0] <= '9' {
					if sort == 0 {
						sort = 'r'
					}
					p.at++
					return num, sort == 'r'
				}
			}
			if kind == corpus.KindItem || kind == corpus.KindSubclause {
				if utf8.RuneCountInString(t.text) == 1 && (sort == 0 || sort == 'l') && !p.isWordAfter() {
					sort = 'l'
					p.at++
					return t.form, true
				}
			}
		}
		return "", false
	}
	if p.take("с") || p.take("со") { // «пункты с 5 по 7»
		at := p.at - 1
		lo, ok := one()
		if !ok || !p.take("по") {
			p.at = at
			return nil
		}
		hi, ok := one()
		if !ok {
			p.at = at
			return nil
		}
		return []string{lo + "–" + hi}
	}
	for {
		at := p.at
		if len(nums) > 0 {
			switch {
			case p.take("–"):
				num, ok := one()
				if !ok || strings.Contains(nums[len(nums)-1], "–") {
					p.at = at
					return nums
				}
				nums[len(nums)-1] += "–" + num
				continue
			case p.comma(), p.take("и"), p.take("или"):
			default:
				return nums
			}
		}
		num, ok := one()
		if ok && len(nums) > 0 && sort == 'o' { // «в абзаце первом, второе предложение»
			if _, noun := ruNouns[p.peek(0).form]; noun && p.peek(0).class == word && ruNouns[p.peek(0).form].cases&ruGenitive == 0 {
				ok = false
			}
		}
		if !ok {
			p.at = at
			return nums
		}
		nums = append(nums, num)
	}
}

// isWordAfter reports whether a single letter is a word of its own: «в», «и».
func (p *russianReader) isWordAfter() bool {
	return strings.Contains("в и к о с у", p.peek(0).form) && p.peek(1).class == word
}

// rowLevel reads a level that acts do not have by themselves: «функциональной
// группе 07 «…»», «бюджетной программе 048», «строке, порядковый номер 5,».
func (p *russianReader) rowLevel(it *ruItem, cases ruCase) bool {
	at := p.at
	var adjectives []string
	for k := 0; k < 3 && p.peek(0).class == word; k++ {
		if n, ok := ruNouns[p.peek(0).form]; ok && n.level.Noun != "" {
			break
		}
		adj := ruAdjective(p.peek(0).form)
		if adj == "" {
			p.at = at
			return false
		}
		adjectives = append(adjectives, adj)
		p.at++
	}
	n, ok := ruNouns[p.peek(0).form]
	if !ok || p.peek(0).class != word || n.level.Noun == "" || n.cases&cases == 0 {
		p.at = at
		return false
	}
	p.at++
	l := n.level
	var parts []string
	for _, a := range adjectives {
		parts = append(parts, ruAgree(a, n.lemma))
	}
	parts = append(parts, n.lemma)
	var of []string // genitives: «администратор бюджетных программ»
	for p.peek(0).class == word && len(of) < 6 {
		f := p.peek(0).form
		if _, isOrdinal := p.ordinal(); isOrdinal > 0 || ruVerb(f) || ruStops[f] || strings.HasPrefix(f, "порядков") || ruObjects[f] != "" || len([]rune(f)) < 3 {
			break
		}
		if m, ok := ruNouns[f]; ok && (m.level.Noun == "" && (m.part != "" || !named(m.level)) || m.cases&ruGenitive == 0) {
			break
		}
		of = append(of, p.peek(0).text)
		p.at++
	}
	parts = append(parts, of...)
	l.Noun = strings.Join(parts, " ")
	at2 := p.at
	if p.comma(); !p.rowNumber() {
		p.at = at2
	}
	l.Nums = p.numbers(corpus.KindRow)
	if p.at > at2 && len(l.Nums) > 0 {
		p.closingComma()
	}
	if q := p.peek(0); q.class == quoted {
		l.Title = q.text
		p.at++
	} else if len(l.Nums) == 0 {
		l.Title = p.concerned()
	}
	if len(l.Nums) == 0 && l.Title == "" && len(adjectives) == 0 && len(of) == 0 && n.lemma != "классификация" && n.lemma != "структура" {
		p.at = at
		return false
	}
	it.levels = append(it.levels, l)
	return true
}

// concerned reads what a row is about: «, касающуюся Республики Алтай,».
func (p *russianReader) concerned() string {
	if p.peek(0).form != "," || !strings.HasPrefix(p.peek(1).form, "касающ") {
		return ""
	}
	lo := p.at + 2
	for p.at = lo; !p.done() && p.peek(0).form != "," && !ruVerb(p.peek(0).form); p.at++ {
	}
	title := p.text(lo, p.at)
	p.take(",")
	return title
}

// rowNumber takes the words before the number of a row: «порядковые номера 5 и 7»,
// «под порядковым номером 5».
func (p *russianReader) rowNumber() bool {
	at := p.at
	_ = p.take("под") || p.take("с") || p.take("за")
	if strings.HasPrefix(p.peek(0).form, "порядков") {
		p.at++
	}
	if p.peek(0).class == word && strings.HasPrefix(p.peek(0).form, "номер") {
		p.at++
		return true
	}
	p.at = at
	return false
}

// closingComma takes the comma that closes «строка, порядковый номер 5,», also
// before what the row belongs to: «, таблицы 1 приложения».
func (p *russianReader) closingComma() {
	next := p.peek(1).form
	n := ruNouns[next]
	holds := n.cases&ruGenitive != 0 && n.part == "" && (n.level.Kind == corpus.KindTable || n.level.Kind == corpus.KindAppendix)
	if p.peek(0).form == "," && (ruVerb(next) || ruObjects[next] != "" || holds) {
		p.at++
	}
}

// ruAdjective is the stem of an adjective with its ending cut off, "" if a word
// does not end as one.
func ruAdjective(form string) string {
	for _, e := range []string{"ого", "его", "ому", "ему", "ыми", "ими", "ой", "ей", "ый", "ий", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ым", "им", "ом", "ем", "ых", "их"} {
		if stem, ok := strings.CutSuffix(form, e); ok && utf8.RuneCountInString(stem) >= 3 {
			return stem
		}
	}
	return ""
}

// ruAgree puts an adjective into the nominative of its noun.
func ruAgree(stem, noun string) string {
	soft := strings.HasSuffix(stem, "к") || strings.HasSuffix(stem, "г") || strings.HasSuffix(stem, "х")
	switch last, _ := utf8.DecodeLastRuneInString(noun); {
	case last == 'а' || last == 'я':
		return stem + "ая"
	case last == 'е' || last == 'о':
		return stem + "ое"
	case soft:
		return stem + "ий"
	}
	return stem + "ый"
}
