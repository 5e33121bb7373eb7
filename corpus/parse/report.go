package parse

import (
	"strings"
	"unicode"

	"svod/corpus/lazy"

	"svod/corpus"
)

// A report has no law to tell its headings: a heading is what is set apart
// from the text, by the format's own mark, by a number over smaller numbers, by
// bold type, capitals or centring. Looks that half of the document has set
// nothing apart, and a block of such lines is a list of names or an address.

// A look is how a line is set.
type look struct {
	heading             int
	caps, centred, bold bool
	numbered            bool
}

// look returns how a line is set, its number aside.
func (l *para) look() look {
	s := l.Text
	if l.role == numbered {
		s = l.label.rest
	}
	return look{l.Style.Heading, allCaps(s) && runeLen(s) > 3, l.Style.Centred, l.Style.Bold, l.role == numbered}
}

// rank orders looks: what is higher stands above in the tree.
func (k look) rank() int {
	r := 0
	if k.heading > 0 {
		return 100 - 10*k.heading
	}
	if k.caps {
		r += 4
	}
	if k.centred {
		r += 2
	}
	if k.bold {
		r += 3
	}
	return r
}

// isNamedReport reports whether the document names itself a report or minutes,
// which may tell of decisions and yet are no acts.
func (p *parser) isNamedReport() bool {
	for i := range p.paras[:min(len(p.paras), 15)] {
		l := &p.paras[i]
		if i > 0 && numbers.MatchString(l.Text) && p.approvedAbove(i) { // «УТВЕРЖДЁН» ⏎ «протокол № 1»
			continue
		}
		if l.Table == 0 && l.label.none() && l.role == plain && hasAny(l.Text, reportNames) && runeLen(l.Text) < 250 && !ends(l.Text, ":;,") && (i < 3 || l.look().rank() > 0) {
			return true
		}
	}
	return false
}

// approvedAbove reports whether line i tells by what the document was approved.
func (p *parser) approvedAbove(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if approved.MatchString(p.paras[j].Text) {
			return true
		}
	}
	return false
}

// markReport finds the title, the table of contents and the headings of a
// report.
func (p *parser) markReport() {
	p.markEntries()
	p.findReportName()
	telling := p.tellingLooks()
	_, start := p.formalLevels()
	var open []int // the ranks of the headings that are open
	base := 0      // levels taken by headings with words: «Раздел 1»
	// series are the last numbers of headings by their depth, with their level:
	// «7. …» stands beside «6. …», however either is set.
	type last struct {
		value []int
		level int
	}
	series := map[int]last{}
	for i := range p.paras {
		l := &p.paras[i]
		if l.role == caption {
			open, base = open[:0], 0
			clear(series)
			continue
		}
		if l.role == heading {
			open = open[:0]
			clear(series)
			if l.label.kind == corpus.KindSection && l.label.label != "" && isDigit(l.label.label[0]) { // «1. ОБЩИЕ ПОЛОЖЕНИЯ» over «1.1. …»
				base = 0
				open = append(open, l.look().rank())
				series[1] = last{l.label.value, 0}
				continue
			}
			for base = 0; base < len(levels)-1 && levels[base] <= l.label.kind; base++ {
			}
			continue
		}
		if i < p.nameEnd || l.Table > 0 || l.role != plain && (l.role != numbered || l.label.kind != corpus.KindClause && l.Style.Heading == 0) {
			continue
		}
		k := l.look()
		if !p.isReportHeading(i, k, telling, start) {
			continue
		}
		rank := k.rank()
		if isStep(l.Text) && k.heading == 0 {
			rank = 2
			if hasAny(l.Text, []string{"по "}) { // «По первому вопросу» stands above «СЛУШАЛИ:»
				rank = 3
			}
		}
		v := l.label.value
		if k.heading == 0 && (p.entries[entryKey(l.Text)] || p.entries[entryKey(l.label.rest)]) {
			rank = 50 // what the table of contents lists stands on one level
		}
		if l.role == numbered && len(v) > 1 && k.heading == 0 {
			rank = min(rank, 50) - 10*len(v) // «1.1.» stands below «1.», whatever its look
		}
		if p.joinsHeading(i, k) {
			l.role = title
			continue
		}
		at := len(open)
		for at > 0 && open[at-1] <= rank {
			at--
		}
		if l.role == numbered {
			if s, ok := series[len(v)]; ok && follows(s.value, v) && s.level <= len(open) {
				at = s.level
			}
			series[len(v)] = last{v, at}
		}
		for d, s := range series {
			if s.level > at {
				delete(series, d)
			}
		}
		open = append(open[:at], rank)
		p.makeHeading(l, levels[min(base+len(open)-1, len(levels)-1)])
	}
}

// isReportHeading reports whether line i is a heading.
func (p *parser) isReportHeading(i int, k look, telling map[look]bool, start int) bool {
	l := &p.paras[i]
	s := l.Text
	if l.role == numbered {
		s = l.label.rest
	}
	n := runeLen(s)
	switch {
	case n == 0 || n > 250 || isCaptionLike(l.Text) || isNothing(s):
		return false
	case i+1 < len(p.paras) && k.heading == 0 && p.paras[i+1].Table == 0 && p.paras[i+1].look() == k && isNothing(p.paras[i+1].Text):
		return false // «преступлений, связанных с / оборотом оружия 176041 1,9»
	case isStep(l.Text):
		return true
	case k.heading > 0:
		return k.heading >= start && !ends(s, ";,") && (n < 100 || !ends(s, ".:"))
	case n > 220 || ends(s, ";,") || l.Style.Right && !k.bold || !opensHeading(s):
		return false
	case l.role == numbered:
		if ends(s, ":") || strings.Contains(s, ". ") && n > 60 && !k.caps {
			return false
		}
		return p.entries[entryKey(l.Text)] || p.decimals(i) || telling[k] && (k.bold || k.caps || k.centred)
	case p.entries[entryKey(s)] && n < 150:
		return true
	case !telling[k] || n > 120:
		return false
	case k.bold:
		return !strings.Contains(s, ". ") && (!ends(s, ".:") || n < 60 && !strings.ContainsAny(trim(s[:len(s)-1]), ":—"))
	case k.centred:
		return n < 80 && !strings.Contains(s, ". ")
	case k.caps:
		if i == 0 {
			return false
		}
		prev := &p.paras[i-1]
		return n > 8 && !ends(s, ".:") && (prev.role != plain || ends(prev.Text, ".;:!?") || prev.Table > 0)
	}
	return false
}

// opensHeading reports whether a text begins as headings do: with a capital,
// or with a number and words.
func opensHeading(s string) bool {
	if startsUpper(s) {
		return true
	}
	return len(s) > 0 && isDigit(s[0]) && strings.IndexFunc(s, unicode.IsLetter) >= 0 && len(findDates(s)) == 0
}

// isNothing reports whether a line set apart is a person, a date, a place or
// no words at all.
func isNothing(s string) bool {
	letters, digits, numbers := 0, 0, 0
	for _, f := range strings.Fields(s) {
		if unicode.IsDigit(firstRune(strings.TrimLeft(f, "-–("))) {
			numbers++
		}
		for _, r := range f {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	return letters < 3 || digits > letters || numbers > 3 || person.MatchString(s) || placeAndYear.MatchString(s) || runeLen(s) < 60 && requisiteLine.MatchString(s)
}

// placeAndYear matches «Москва, 2015 г.», «г. Астана».
var placeAndYear = lazy.New(`^(?:г\. ?|город )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?,?[ –-]*(?:19|20)\d\d ?(?:г\.?|год)?$|^г\. ?\p{Lu}[\p{L}-]+$|^(?:19|20)\d\d ?(?:г\.?|год|жыл)$`)

// steps are the headings of minutes.
var steps = lazy.New(`(?i)^(?:слушали|выступили|выступил[аи]?|решили|решение|постановили|голосовали|результаты голосования|повестка дня|повестка|присутствовали|приглашенные|приглашённые|отсутствовали|рекомендации|рекомендовано|выводы|тыңдалды|шешті|күн тәртібі|қатысқандар|по \p{L}+ вопросу(?: повестки дня)?)\s*[:.]?$`)

// isStep recognises «СЛУШАЛИ:», «Повестка дня» on a line of their own.
func isStep(s string) bool { return runeLen(s) < 60 && steps.MatchString(trim(s)) }

// tellingLooks returns the looks that set lines apart: not those of a good part
// of the text, nor those whose lines stand in blocks.
func (p *parser) tellingLooks() map[look]bool {
	count, blocks := map[look]int{}, map[look]int{}
	total := 0
	for i := range p.paras {
		l := &p.paras[i]
		if l.Table > 0 || l.role != plain && l.role != numbered || i < p.nameEnd {
			continue
		}
		total++
		k := l.look()
		count[k]++
		if j := i + 1; j < len(p.paras) && p.paras[j].role == l.role && p.paras[j].Table == 0 && p.paras[j].look() == k {
			blocks[k]++
		}
	}
	telling := map[look]bool{}
	for k, n := range count {
		telling[k] = k.rank() > 0 && (n*3 <= total || n <= 3) && (blocks[k]*2 <= n || n <= 2)
	}
	return telling
}

// joinsHeading reports whether line i goes on with the heading before it.
func (p *parser) joinsHeading(i int, k look) bool {
	if i == 0 || p.paras[i].role == numbered || isStep(p.paras[i].Text) {
		return false
	}
	h := &p.paras[i-1]
	if h.role != heading && h.role != title || h.Table > 0 || ends(h.Text, ".:;!") || isStep(h.Text) {
		return false
	}
	s := p.paras[i].Text
	before := h.look()
	before.numbered = false
	return startsLower(s) || before == k && (k.centred || k.caps) && k.heading == 0
}

// markEntries claims the lines under «Содержание» that come again as headings,
// and remembers them.
func (p *parser) markEntries() {
	p.entries = map[string]bool{}
	for i := range p.paras {
		if p.paras[i].role == contents && !isContentsWord(p.paras[i].Text) {
			p.entries[entryKey(p.paras[i].Text)] = true
		}
	}
	for i, tables := 0, 0; i < len(p.paras) && tables < 3; i++ {
		if !isContentsWord(p.paras[i].Text) || p.paras[i].Table > 0 {
			continue
		}
		tables++
		later := map[string]int{}
		for j := i + 1; j < len(p.paras); j++ {
			if l := &p.paras[j]; l.Table == 0 && runeLen(l.Text) < 250 {
				later[entryKey(l.Text)] = j
			}
		}
		hi, found := i, 0
		for j := i + 1; j < len(p.paras) && j-hi < 4; j++ {
			l := &p.paras[j]
			if key := entryKey(l.Text); len(key) > 5 && later[key] > j && l.Table == 0 {
				hi = j
				found++
			}
		}
		if found < 3 {
			continue
		}
		for j := i; j <= hi; j++ {
			l := &p.paras[j]
			if l.role == plain || l.role == numbered || l.role == heading {
				if j > i {
					p.entries[entryKey(l.Text)] = true
				}
				l.role, l.label, l.first = contents, label{}, j == i
			}
		}
	}
}

// findReportName finds the title of a report: the line that names it as one,
// else the first that is set apart, with the lines that go on with it.
func (p *parser) findReportName() {
	p.nameAt, p.nameEnd = -1, 0
	if !p.report {
		end := 0
		for end < len(p.paras) && end < 40 && !p.begins(end) {
			end++
		}
		if p.nameAt = p.findName(end); p.nameAt >= 0 {
			p.nameEnd = p.endOfName(p.nameAt, end)
		}
		return
	}
	best, score := -1, 0
	for i := range p.paras[:min(len(p.paras), 25)] {
		l := &p.paras[i]
		if l.role == row || l.role == note {
			continue
		}
		if l.role != plain || !l.label.none() && !l.label.roman {
			break
		}
		k := l.look()
		s := 0
		switch {
		case isNothing(l.Text) || isCaptionLike(l.Text) || isStep(l.Text) || l.Style.Right:
		case k.heading > 0 && i+1 < len(p.paras) && p.paras[i+1].role == row && !p.single(k.heading):
			// the name of a sheet over its table, one of several
		case k.heading == 1 || k.heading > 0 && best < 0:
			s = 9
		case strings.HasPrefix(l.Text, "**"): // bold that came through as signs
			s = 5
		case hasAny(l.Text, reportNames) && runeLen(l.Text) < 300 && !ends(l.Text, ":;,"):
			s = 8
		case l.Style.Bold && l.Style.Centred, k.caps && k.centred:
			s = 5
		case (k.bold || k.centred || k.caps) && !ends(l.Text, ":;,"):
			s = 4
		}
		if s > score {
			best, score = i, s
		}
		if s == 0 && ends(l.Text, ".;:") && runeLen(l.Text) > 60 && !startsLower(l.Text) || score >= 8 && i > best {
			break // the text has begun
		}
	}
	if best < 0 {
		return
	}
	p.nameAt, p.nameEnd = best, best+1
	if strings.HasPrefix(p.paras[best].Text, "**") {
		for p.nameEnd < len(p.paras) && p.nameEnd < best+8 && p.paras[p.nameEnd].role == plain && !strings.HasSuffix(p.paras[p.nameEnd-1].Text, "**") {
			p.nameEnd++
		}
		return
	}
	for j := best + 1; j < len(p.paras) && j < best+8 && p.goesOnWithTitle(j); j++ {
		p.nameEnd = j + 1
	}
}

// goesOnWithTitle reports whether line j belongs to the title that ends before it.
func (p *parser) goesOnWithTitle(j int) bool {
	a, b := &p.paras[j-1], &p.paras[j]
	if b.role != plain || b.Table > 0 || !b.label.none() || runeLen(b.Text) > 300 || isNothing(b.Text) || isRequisite(b.Text) || isStep(b.Text) || isContentsWord(b.Text) || opener.MatchString(b.Text) {
		return false
	}
	if startsLower(b.Text) && !ends(a.Text, ".:;") {
		return true
	}
	x, y := a.look(), b.look()
	if ends(b.Text, ".:;,") && !ends(a.Text, ",") || x.heading != y.heading && y.heading > 0 {
		return false
	}
	alone := kindAlone.MatchString(trim(a.Text))
	if ends(a.Text, ".") {
		return false
	}
	return y.rank() > 0 && (alone || x.heading == y.heading && x.centred == y.centred && (x.bold == y.bold || x.centred)) && x.heading == 0 ||
		alone && y.rank() > 0
}

// opener matches the headings with which the text of a report begins.
var opener = lazy.New(`(?i)^(?:введение|общие (?:сведения|положения)|резюме|предисловие|аннотация|вступление|кіріспе|содержание|оглавление)[.:]?$`)
