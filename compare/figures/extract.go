package figures

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// A Value is what a document states of an indicator: the chosen mention, and
// the others. A document that states nothing has a Value without Stated.
type Value struct {
	Indicator *Indicator
	Document  *corpus.Document
	Stated    bool
	Mention             // the chosen one; of a sum, the first
	Total     float64   // the value: the mention's number, or the sum of all (ChooseSum)
	Others    []Mention // in the order of the document
	Doubts    []Doubt   // why a person has to look
}

// Doubtful reports whether a person has to look.
func (v *Value) Doubtful() bool { return len(v.Doubts) > 0 }

// A Mention is a place where a document states a number.
type Mention struct {
	Number
	Address  corpus.Address
	Line     int      // of the source, from 1
	Page     int      // 0 if unknown
	Sentence string   // or the row, its cells joined by « | »
	Matches  [][2]int // bytes in Sentence: the number, and the words that it goes with
	Row      string   // of a table: the heads of the number's row and column
	Column   string
	Whole    bool // the text says that it is the total
	Norm     bool // of a plan, a duty or a norm
	Past     bool // of an earlier period
}

// A Doubt is why a value may be wrong.
type Doubt string

// The doubts.
const (
	DoubtSeveral Doubt = "several" // other numbers are stated, and none says it is the total
	DoubtTotals  Doubt = "totals"  // several totals that differ
	DoubtHedge   Doubt = "hedge"   // «более», «около»
	DoubtNorm    Doubt = "norm"    // a plan, a duty
	DoubtSaid    Doubt = "said"    // none, in words: «не проводились»
	DoubtPast    Doubt = "past"    // an earlier period
	DoubtSum     Doubt = "sum"     // computed of several mentions: one may be stated twice
)

// Extract returns a Value for each indicator, in their order.
func Extract(d *corpus.Document, ins []*Indicator) []Value {
	found := make([][]Mention, len(ins))
	for p := range passages(d) {
		for i, in := range ins {
			found[i] = append(found[i], in.mentions(p)...)
		}
	}
	for _, g := range grids(d) {
		for i, in := range ins {
			found[i] = append(found[i], in.cells(g)...)
		}
	}
	values := make([]Value, len(ins))
	for i, in := range ins {
		values[i] = in.choose(d, found[i])
	}
	return values
}

// choose picks the mention that is the value.
func (in *Indicator) choose(d *corpus.Document, ms []Mention) Value {
	v := Value{Indicator: in, Document: d}
	if len(ms) == 0 {
		return v
	}
	slices.SortStableFunc(ms, func(a, b Mention) int { return cmp.Compare(a.Line, b.Line) })
	best := 0
	better := func(a, b Mention) bool { // a than b
		if a.Norm != b.Norm {
			return b.Norm
		}
		if a.Past != b.Past {
			return b.Past
		}
		if a.Said != b.Said {
			return b.Said
		}
		switch in.Choose {
		case ChooseMost:
			return a.Value > b.Value
		case ChooseLast:
			return true
		case ChooseTotal:
			return a.Whole && !b.Whole
		}
		return false
	}
	for i := range ms {
		if better(ms[i], ms[best]) {
			best = i
		}
	}
	v.Stated, v.Mention, v.Total = true, ms[best], ms[best].Value
	v.Others = slices.Delete(slices.Clone(ms), best, best+1)
	v.Doubts = in.doubts(&v)
	return v
}

func (in *Indicator) doubts(v *Value) []Doubt {
	var ds []Doubt
	var differ, totals bool
	if in.Choose == ChooseSum {
		for _, o := range v.Others {
			if o.Norm == v.Norm && o.Past == v.Past {
				v.Total += o.Value
			}
		}
		if len(v.Others) > 0 {
			ds = append(ds, DoubtSum)
		}
	} else {
		for _, o := range v.Others {
			if o.Norm == v.Norm && o.Past == v.Past && o.Value != v.Value {
				differ = true
				totals = totals || o.Whole
			}
		}
	}
	switch {
	case differ && totals && v.Whole:
		ds = append(ds, DoubtTotals)
	case differ && !v.Whole:
		ds = append(ds, DoubtSeveral)
	}
	if v.Hedge != "" {
		ds = append(ds, DoubtHedge)
	}
	if v.Norm {
		ds = append(ds, DoubtNorm)
	}
	if v.Said {
		ds = append(ds, DoubtSaid)
	}
	if v.Past {
		ds = append(ds, DoubtPast)
	}
	return ds
}

// A passage is a text of a document outside tables, or within a cell.
type passage struct {
	address corpus.Address
	line    int
	page    int
	text    string
	lang    string
	counts  shadow // with the numbers that are no per cents put out
	shares  shadow // with the per cents
}

// passages yields the texts of a document that have a number.
func passages(d *corpus.Document) iter.Seq[*passage] {
	return func(yield func(*passage) bool) {
		for a, u := range d.All() {
			if u.Repealed {
				continue
			}
			switch u.Kind {
			case corpus.KindContents, corpus.KindSignature, corpus.KindTable, corpus.KindRow:
				continue
			}
			if p := passageOf(d, a, u.Own(), u.Span.Lo); p != nil && !yield(p) {
				return
			}
		}
		for _, g := range grids(d) {
			for _, r := range g.rows {
				for _, c := range r.cells {
					if c.covered || c.value.kind != isText || !strings.Contains(c.text, " ") {
						continue
					}
					if p := passageOf(d, r.address, c.text, r.line-1); p != nil && !yield(p) {
						return
					}
				}
			}
		}
	}
}

func passageOf(d *corpus.Document, a corpus.Address, text string, line int) *passage {
	p := &passage{address: a, line: line + 1, text: text, lang: words.Language(text)}
	if d.Source != nil && line < len(d.Source.Lines) {
		p.page = d.Source.Lines[line].Page
	}
	var counts, shares []Number
	for _, n := range Numbers(text, p.lang) {
		if n.Percent {
			shares = append(shares, n)
		} else {
			counts = append(counts, n)
		}
	}
	if counts = zeros(text, counts); len(counts)+len(shares) == 0 {
		return nil
	}
	p.counts, p.shares = shadowOf(text, counts), shadowOf(text, shares)
	return p
}

// mentions finds an indicator in a passage.
func (in *Indicator) mentions(p *passage) []Mention {
	sh := &p.counts
	if in.Percent {
		sh = &p.shares
	}
	if len(sh.numbers) == 0 {
		return nil
	}
	t := query.NewText([]query.Unit{{Text: sh.text, Lang: p.lang}})
	barred := map[int]bool{} // sentences
	for _, q := range in.not {
		for _, m := range q.Find(t) {
			barred[t.Sentence(m)] = true
		}
	}
	hits := map[int][][2]int{} // by number: the words it goes with, in the shadow
	counts := in.counts()
	for _, pat := range in.any {
		for k, at := range pat.hits(sh, t) {
			if counts && pat.slot == nil && currency.MatchString(p.text[sh.numbers[k].Hi:]) {
				continue // «на мероприятия – 3 млн тенге»
			}
			if hits[k] == nil {
				hits[k] = at
			}
		}
	}
	var out []Mention
	for k, n := range sh.numbers {
		at, ok := hits[k]
		if !ok {
			continue
		}
		lo, hi, sentence := sentenceOf(t, sh.lo[k])
		if barred[sentence] {
			continue
		}
		from, to := sh.original(lo), sh.original(hi)
		m := Mention{Number: n, Address: p.address, Line: p.line, Page: p.page, Sentence: strings.TrimSpace(p.text[from:to])}
		from += strings.Index(p.text[from:to], m.Sentence)
		m.Matches = append(m.Matches, [2]int{n.Lo - from, n.Hi - from})
		for _, w := range at {
			a, b := sh.original(w[0])-from, sh.original(w[1])-from
			if 0 <= a && b <= len(m.Sentence) {
				m.Matches = append(m.Matches, [2]int{a, b})
			}
		}
		slices.SortFunc(m.Matches, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
		m.Matches = slices.Compact(m.Matches)
		before := p.text[from:n.Lo]
		m.Whole = whole.MatchString(lastClause(before)) || wholeAfter.MatchString(p.text[n.Hi:to])
		m.Norm = norm.MatchString(m.Sentence)
		m.Past = past.MatchString(lastClause(bracketed.ReplaceAllString(before, "")))
		out = append(out, m)
	}
	return out
}

// sentenceOf returns where the sentence begins and ends that holds an offset.
func sentenceOf(t *query.Text, at int) (lo, hi, sentence int) {
	tokens := t.Tokens()
	i, _ := slices.BinarySearchFunc(tokens, at, func(k query.Token, at int) int { return cmp.Compare(k.Lo, at) })
	if i == len(tokens) {
		return 0, len(t.Units()[0].Text), 0
	}
	sentence = tokens[i].Sentence
	hi = len(t.Units()[0].Text)
	for _, k := range tokens[i:] {
		if k.Sentence != sentence {
			hi = k.Lo
			break
		}
	}
	for ; i >= 0 && tokens[i].Sentence == sentence; i-- {
		lo = tokens[i].Lo
	}
	if i < 0 {
		lo = 0
	}
	return lo, hi, sentence
}

// lastClause is what stands before a number without a comma or a bracket
// between.
func lastClause(s string) string {
	if i := strings.LastIndexAny(s, ",;(:"); i >= 0 && len(s)-i < 3 {
		s = s[:i] // «всего: 12»
	}
	if i := strings.LastIndexAny(s, ",;("); i >= 0 {
		s = s[i:]
	}
	return s
}

var (
	whole      = lazy.New(`(?i)(^|[^\p{L}])(всего|итого|в общей сложности|общ(ее|ее|им|ая) (количеств|числ)\p{L}*|в целом|барлығы|in total|a total of)([^\p{L}]|$)`)
	wholeAfter = lazy.New(`(?i)^[^,;.()]{0,60}[^\p{L}](всего|в общей сложности)([^\p{L}]|$)`)
	norm       = lazy.New(`(?i)(^|[^\p{L}])(не реже|не менее (чем )?(\p{L}+|\d+) раз|долж(ен|на|но|ны)|обязан[аы]?|планиру(е|ю)т\p{L}*|запланирован\p{L}*|предполагается|` +
		`(будет|будут) (\p{L}+ )?(проведен\p{L}*|организован\p{L}*|подготовлен\p{L}*)|считается правомочн\p{L}*|правомоч\p{L}*|вправе|не может|избираются|считается (принят|утвержден|избран|состоявш)\p{L}*|кворум\p{L}*|необходимо|требуется|кемінде|shall|should)([^\p{L}]|$)`)
	past = lazy.New(`(?i)((^|[^\p{L}])АППГ[^\p{L}]|аналогичн\p{L}* период|прошл\p{L}* год|предыдущ\p{L}* год|прошлого периода|предшествующ\p{L}*|годом ранее|өткен жыл)`)
)

// hits returns the numbers of a text that a pattern finds, each with the words
// that it goes with.
func (p *pattern) hits(sh *shadow, t *query.Text) map[int][][2]int {
	out := map[int][][2]int{}
	if p.slot != nil {
		for _, o := range p.slot.Occurrences(t) {
			k := -1
			var rest [][2]int
			if slices.ContainsFunc(o, func(m query.Match) bool { return t.Sentence(m) != t.Sentence(o[0]) }) {
				continue
			}
			for _, m := range o {
				if n := sh.number(m.Lo); n >= 0 {
					k = n
				} else {
					rest = append(rest, [2]int{m.Lo, m.Hi})
				}
			}
			if _, ok := out[k]; k >= 0 && !ok {
				out[k] = rest
			}
		}
		return out
	}
	for _, o := range p.words.Occurrences(t) {
		lo, hi := bounds(o)
		k, ok := sh.before(lo)
		if !ok && !oblique.MatchString(sh.text[:lo]) {
			k, ok = sh.after(hi)
		}
		if _, had := out[k]; ok && !had {
			out[k] = [][2]int{{lo, hi}}
		}
	}
	return out
}

// bounds returns where the words of an occurrence begin and end.
func bounds(o query.Occurrence) (lo, hi int) {
	lo, hi = o[0].Lo, o[0].Hi
	for _, m := range o {
		lo, hi = min(lo, m.Lo), max(hi, m.Hi)
	}
	return lo, hi
}

// oblique ends what stands before words that a number behind them does not
// count: «из квартир 12», «на заседании 3».
var oblique = lazy.New(`(?i)(^|[^\p{L}])(из|в|во|на|с|со|у|от|для|при)\s+$`)

// before returns the number that counts the words that begin at an offset:
// «12 очередных заседаний».
func (sh *shadow) before(at int) (int, bool) {
	k := -1
	glossed := gloss.FindStringIndex(sh.text[:at])
	for _, m := range gloss.FindAllStringIndex(sh.text[:at], -1) {
		glossed = m
	}
	for i, lo := range sh.lo {
		if lo+len(numeral) <= at && (glossed == nil || lo < glossed[0] || lo >= glossed[1]) {
			k = i
		}
	}
	if k < 0 {
		return 0, false
	}
	between := gloss.ReplaceAllString(sh.text[sh.lo[k]+len(numeral):at], " ")
	if strings.TrimFunc(between, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsLetter(r) || r == '-' }) != "" {
		return 0, false
	}
	fields := strings.Fields(between)
	if len(fields) > 3 {
		return 0, false
	}
	for _, f := range fields {
		if !describes(f) {
			return 0, false
		}
	}
	return k, true
}

// after returns the number that is said of the words that end at an offset:
// «количество заседаний совета – 12», «заседаний проведено 12».
func (sh *shadow) after(at int) (int, bool) {
	k := slices.IndexFunc(sh.lo, func(lo int) bool { return lo >= at })
	if k < 0 {
		return 0, false
	}
	between := dates.ReplaceAllString(sh.text[at:sh.lo[k]], " ")
	if strings.ContainsAny(between, ".,;()«»\n\t") || len(strings.Fields(between)) > 6 {
		return 0, false
	}
	if n := sh.numbers[k]; n.Said {
		return k, denies(n, between, sh.text[sh.lo[k]+len(numeral):])
	}
	if between = strings.TrimSpace(between); between != "" && !stated.MatchString(between) {
		return 0, false
	}
	// What follows the number must not be what it counts.
	rest := sh.text[sh.lo[k]+len(numeral):]
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if r, _ := utf8.DecodeRuneInString(next); !unicode.IsLetter(r) {
		return k, true
	}
	word := strings.ToLower(strings.FieldsFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })[0])
	return k, pieces[word]
}

// dates may stand between words and their number: «задолженность на 01.01.2013 г.: 12».
var dates = lazy.New(`(?i)\d{1,2}[. ]\d{1,2}[. ]\d{4}( ?(г|года?|ж)\.?)?|(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[аья] \d{4}( ?(г|года?)\.?)?|\d{4} ?(г|год[ау]?)\.?`)

// stated ends what joins words and their number: a dash, a colon, a verb.
var stated = lazy.New(`(?i)([–—:=]|(^|\s)-|составил[аои]?|составля[ею]т|насчитыва[ею]т|равн[аоы]?|достигл[аои]?|состоялось|проведено|проведены|принято|рассмотрено|внесено|поступило|было|всего|–\s*всего)$`)

// pieces are what counts anything.
var pieces = set("чел", "человек", "человека", "раз", "раза", "ед", "единиц", "единицы", "штук", "штуки", "шт", "и", "или", "что", "из", "в", "за", "по", "на", "против", "адам", "рет", "тенге", "руб", "рублей")

var bracketed = lazy.New(`\([^()]*\)`)

// gloss is a bracket between a number and what it counts, with the number of
// another period or a share: «80 (АППГ – 51) заседаний», «52 (14,3 %) заявления».
var gloss = lazy.New(`\((АППГ[^()]*|[^()]*%[^()]*|(?:в|за) [^()]*год\p{L}*[^()]*)\)`)

// describes reports whether a word may stand between a number and what it
// counts: «12 очередных и внеочередных заседаний».
func describes(word string) bool {
	w := strings.ToLower(word)
	if w == "и" || w == "раза" || w == "раз" {
		return w == "и"
	}
	for _, e := range [...]string{"ых", "их", "ым", "им", "ого", "его", "ому", "ему", "ой", "ей", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ую", "ыми", "ими", "лық", "лік", "дық", "дік", "тық", "тік"} {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) > 3 {
			return true
		}
	}
	return false
}
