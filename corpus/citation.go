package corpus

import (
	"strconv"
	"strings"
)

// Citation names a unit as one prints it in lang (ru, kk, en): «подпункт 9)
// части первой пункта 1 статьи 4-2», «5-1-баптың 2-тармағының 3) тармақшасы».
// The words follow the kind of act and its state: see terms. An unnumbered
// part is named where there are several. ParseReference and Resolve lead back
// to the unit.
//
// The citation of the document itself is empty, and so is that of an address
// that is not in it.
func (d *Document) Citation(a Address, lang string) string { return d.cite(a, lang, false) }

// ShortCitation is Citation in abbreviations: «пп. 9) ч. 1 п. 1 ст. 4-2».
func (d *Document) ShortCitation(a Address, lang string) string { return d.cite(a, lang, true) }

// OwnCitation is ShortCitation of what a unit says in its own text, without
// the unnumbered parts behind it: «ч. 1 ст. 14» where the article has several.
// A paragraph that leads a list in stands for its part.
func (d *Document) OwnCitation(a Address, lang string) string {
	els := d.elements(a)
	u := d.At(a)
	if u == nil || len(els) == 0 {
		return ""
	}
	if ps := parts(u); len(ps) > 1 && ps[0].own && d.table().terms.counts(u) {
		els = append([]element{{kind: KindPart, count: 1}}, els...)
	}
	if len(els) > 1 && els[0].kind == KindPassage && els[0].count == 1 && els[1].kind == KindPart && els[1].count > 0 &&
		strings.HasSuffix(strings.TrimSpace(u.Text), ":") {
		els = els[1:]
	}
	return citeIn(els, lang, true)
}

func (d *Document) cite(a Address, lang string, short bool) string {
	return citeIn(d.elements(a), lang, short)
}

func citeIn(els []element, lang string, short bool) string {
	switch lang {
	case "kk":
		return citeKazakh(els, short)
	case "en":
		return citeEnglish(els, short)
	}
	return citeRussian(els, short)
}

// An element is one step of a citation: «подпункт 9)», «части первой».
type element struct {
	kind     Kind   // the word: a clause that is called «часть» has KindPart
	num      string // as printed, with its bracket or quotes; "" if counted
	count    int    // counted in words: parts and passages
	repeat   int    // which of several with the same number, from 2
	approved int    // index+1 into approvedNouns: «Правил»
	name     int    // 1 Общая, 2 Особенная часть
	many     bool   // num is a list: «3), 4)»
}

// elements lists the steps of a citation from the innermost out.
func (d *Document) elements(a Address) []element {
	t := &d.table().terms
	var els []element
	for a != "" {
		u := d.At(a)
		if u == nil {
			return nil
		}
		above, step, repeat := a.cut()
		parent := d.parent(u)
		n, paragraph, p := t.partOf(parent, u)
		if n > 0 && (above == "" || parent.Kind < KindArticle || u.Kind == KindTable) {
			n = 0
		}
		e := d.element(u, parent, step, repeat)
		if n > 0 && u.Kind != KindPassage {
			e.repeat = repeatIn(p, u)
		}
		switch {
		case n > 0 && paragraph > 0 && p.alone():
			e = element{kind: KindPart, count: n}
			n = 0
		case n > 0 && paragraph > 0:
			e.count = paragraph
		}
		els = append(els, e)
		if n > 0 {
			els = append(els, element{kind: KindPart, count: n})
		}
		a = above
	}
	return els
}

// element is the step of one unit.
func (d *Document) element(u, parent *Unit, step string, repeat int) element {
	t := &d.table().terms
	e := element{kind: u.Kind}
	if repeat > 1 {
		e.repeat = repeat
	}
	_, counted, _ := strings.Cut(step, ".")
	switch u.Kind {
	case KindPassage:
		e.count, _ = strconv.Atoi(counted)
		return e
	case KindTable, KindRow:
		e.num = counted
		return e
	case KindAppendix:
		if i := d.approvedNoun(u); i >= 0 {
			return element{kind: u.Kind, approved: i + 1}
		}
	case KindRequisite, KindPreamble, KindContents, KindSignature:
		if repeat > 1 {
			e.num, e.repeat = strconv.Itoa(repeat), 0
		}
		return e
	case KindPart:
		switch Number(u.Num) {
		case "общ":
			e.name = 1
		case "особ":
			e.name = 2
		}
	}
	e.num = printedNumber(u)
	e.kind = t.name(u, parent)
	if e.num == "" {
		return e
	}
	russian := t.scheme == federal || t.scheme == civil
	switch letters := !isDigit(e.num[0]); {
	case letters && u.Kind >= KindClause && russian:
		e.num = "«" + e.num + "»"
	case u.Kind >= KindSubclause && !russian && strings.HasSuffix(strings.TrimSpace(u.Label), ")"):
		e.num += ")"
	}
	return e
}

// printedNumber is the number of a unit as a citation has it: as printed, but
// ordinals in figures and without signs around it.
func printedNumber(u *Unit) string {
	canonical := Number(u.Num)
	num := strings.TrimRight(strings.TrimSpace(u.Num), ".)")
	inWords, _ := cutOrdinal(num)
	if u.Kind >= KindClause || strings.ContainsAny(canonical, "–,") || inWords > 0 {
		if strings.ContainsAny(num, superscripts) {
			return num
		}
		return canonical
	}
	return num
}

// name is the kind by whose noun a unit is called.
func (t *terms) name(u, parent *Unit) Kind {
	inArticle := parent != nil && (parent.Kind == KindArticle || parent.Kind == KindClause)
	switch u.Kind {
	case KindClause:
		if t.clausesAreParts() && parent != nil && parent.Kind == KindArticle {
			return KindPart
		}
	case KindSubclause:
		switch {
		case t.scheme == federal || t.scheme == criminal, t.scheme == civil && parent != nil && parent.Kind == KindArticle:
			if inArticle {
				return KindClause
			}
		}
	case KindItem:
		switch {
		case (t.scheme == federal || t.scheme == criminal) && inArticle:
			return KindClause
		case t.scheme == federal || t.scheme == civil || parent != nil && parent.Kind != KindSubclause, isDigit((Number(u.Num) + "x")[0]):
			return KindSubclause
		}
	}
	return u.Kind
}

// repeatIn tells which of the units with its number u is within a part, 0 for
// the first.
func repeatIn(p part, u *Unit) int {
	n := 0
	for _, c := range p.units {
		if c.Kind == u.Kind && Number(c.Num) == Number(u.Num) {
			n++
		}
		if c == u {
			break
		}
	}
	if n < 2 {
		return 0
	}
	return n
}

// citeRussian puts the innermost first, then genitives: «пункт 2 статьи 5-1».
func citeRussian(els []element, short bool) string {
	var b strings.Builder
	for i, e := range els {
		if i > 0 {
			b.WriteByte(' ')
		}
		noun := russianNouns[e.kind]
		if e.approved > 0 {
			noun = approvedNouns[e.approved-1].ru
		}
		word := noun.one
		if i > 0 {
			word = noun.of
			if e.kind == KindAppendix && els[i-1].kind == KindAppendix { // «приложение 1 к Правилам»
				word = "к " + noun.to
			}
		}
		if short && noun.short != "" {
			word = noun.short
		}
		if e.many && noun.many != "" && !short {
			word = noun.many
			if i > 0 {
				word = noun.ofMany
			}
		}
		count := ""
		if e.count > 0 {
			if count = russianOrdinal(e.count, noun.feminine, i > 0); count == "" || short {
				count = strconv.Itoa(e.count)
			}
		}
		switch {
		case e.name > 0:
			name := [...]string{1: "Общая часть", 2: "Особенная часть"}[e.name]
			if i > 0 {
				name = [...]string{1: "Общей части", 2: "Особенной части"}[e.name]
			}
			b.WriteString(name)
		case e.num != "":
			b.WriteString(word + " " + e.num)
		case count != "":
			b.WriteString(word + " " + count)
		default:
			b.WriteString(word)
		}
		if e.repeat > 1 {
			b.WriteString(" (повтор " + strconv.Itoa(e.repeat) + ")")
		}
	}
	return b.String()
}

// citeKazakh puts the outermost first, in the genitive, and each further word
// takes a possessive ending: «5-1-баптың 2-тармағының 3) тармақшасы».
func citeKazakh(els []element, short bool) string {
	var b strings.Builder
	for i := len(els) - 1; i >= 0; i-- {
		e := els[i]
		first, last := i == len(els)-1, i == 0
		if !first {
			b.WriteByte(' ')
		}
		noun := kazakhNouns[e.kind]
		if e.approved > 0 {
			noun = approvedNouns[e.approved-1].kk
		}
		var word string
		switch {
		case first && last:
			word = noun.one
		case first:
			word = noun.of
		case last:
			word = noun.its
		default:
			word = noun.ofIts
		}
		if short {
			word = noun.short
		}
		switch {
		case e.name > 0:
			b.WriteString([...]string{1: "Жалпы ", 2: "Ерекше "}[e.name] + word)
		case e.num != "":
			num := strings.Trim(e.num, "«»")
			if e.kind < KindArticle {
				num = Number(num)
			}
			switch {
			case strings.HasSuffix(num, ")"):
				b.WriteString(num + " " + word)
			case !isDigit(num[0]):
				b.WriteString(num + ") " + word)
			default:
				b.WriteString(num + "-" + word)
			}
		case e.count > 0:
			if count := kazakhOrdinal(e.count); count != "" && !short {
				b.WriteString(count + " " + word)
			} else {
				b.WriteString(strconv.Itoa(e.count) + "-" + word)
			}
		default:
			b.WriteString(word)
		}
		if e.repeat > 1 {
			b.WriteString(" (қайталануы " + strconv.Itoa(e.repeat) + ")")
		}
	}
	return b.String()
}

// citeEnglish follows the Russian order: «subclause 3) of clause 2 of article 5-1».
func citeEnglish(els []element, short bool) string {
	var b strings.Builder
	for i, e := range els {
		noun := englishNouns[e.kind]
		word := noun.one
		switch {
		case short && i > 0:
			b.WriteByte(' ')
		case i > 0:
			b.WriteString(" of ")
		}
		if short {
			word = noun.short
		}
		num := e.num
		if e.count > 0 {
			num = strconv.Itoa(e.count)
		}
		switch e.name {
		case 1:
			word, num = "General Part", ""
		case 2:
			word, num = "Special Part", ""
		}
		b.WriteString(strings.TrimSpace(word + " " + num))
		if e.repeat > 1 {
			b.WriteString(" (repeat " + strconv.Itoa(e.repeat) + ")")
		}
	}
	return b.String()
}
