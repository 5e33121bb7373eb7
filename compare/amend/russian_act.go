package amend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
	"svod/corpus/parse"
)

// mostAdjectives may stand before the word for an act: «Уголовно-процессуальный
// кодекс», «Федеральный конституционный закон».
const mostAdjectives = 3

// namesAct reads the name of an act behind a provision: «статьи 5 Закона …».
func (p *russianReader) namesAct(it *ruItem) bool {
	if it.act != nil || it.pointing {
		return false
	}
	act, ok := p.readAct()
	if ok {
		it.act = act
	}
	return ok
}

// pointsAtAct reads «указанного закона», «вышеуказанному решению».
func (p *russianReader) pointsAtAct(ruCase) bool {
	at := p.at
	if ruPointer(p.peek(0).form) {
		p.at++
		p.take("же")
		for range mostAdjectives {
			if _, ok := ruAct(p.peek(0).form); ok {
				p.at++
				return true
			}
			if ruAdjective(p.peek(0).form) == "" {
				break
			}
			p.at++
		}
	}
	p.at = at
	return false
}

// readAct reads the name of an act: the word for it with its adjectives, then all
// that belongs to a name, up to the words of an order.
func (p *russianReader) readAct() (*Act, bool) {
	start := p.at
	typ := ""
	for k := 0; k <= mostAdjectives; k++ {
		t := p.peek(k)
		if t.class != word {
			return nil, false
		}
		if name, ok := ruAct(t.form); ok {
			typ = name
			p.at += k + 1
			break
		}
		if ruAdjective(t.form) == "" {
			return nil, false
		}
	}
	if typ == "" {
		p.at = start
		return nil, false
	}
	code := p.text(start, p.at)
	body, title := p.at, ""
	for p.peek(0).class == word && p.peek(0).form != "от" && p.peek(0).form != "о" && p.peek(0).form != "об" && !p.endsName() {
		p.at++
	}
	bodyEnd := p.at
	for !p.done() && !p.endsName() {
		if p.peek(0).class == sign && p.peek(0).form == "(" {
			p.skipBrackets()
			continue
		}
		if q := p.peek(0); q.class == quoted && title == "" {
			title = q.text
		} else if q.class == sign && q.form == "«" && title == "" { // never closed
			lo := p.at + 1
			for p.at++; !p.done() && !p.endsName() && (p.peek(0).form != "от" || p.peek(1).class != number); p.at++ {
			}
			title = p.text(lo, p.at)
			continue
		}
		p.at++
	}
	a := &Act{Name: p.withoutLists(start, p.at), Type: typ, Title: title}
	a.Number, a.Date = parse.Requisites(a.Name)
	if typ != "law" && typ != "code" && typ != "constitution" {
		a.Body = p.text(body, bodyEnd)
	}
	if typ == "code" && title == "" {
		a.Title = ruCodeName(code)
		if rest := strings.TrimPrefix(a.Name, code); strings.Contains(rest, " об ") || strings.Contains(rest, " о ") { // «Кодекс … об административных правонарушениях»
			a.Title += rest
		}
	}
	if typ == "constitution" && title == "" {
		a.Title = "Конституция"
	}
	return a, true
}

// actBefore reads the name of an act up to a provision in one of the cases, to
// which something is done: «исключить из приказа … «О мерах» пункт 4».
func (p *russianReader) actBefore(cases ruCase) (*Act, bool) {
	all, at, titled := p.ts, p.at, false
	defer func() { p.ts = all }()
	for i := at; i < len(all); i++ {
		n, ok := ruNouns[all[i].form]
		switch {
		case all[i].class == quoted:
			titled = true
		case titled && all[i].class == word && ok && n.cases&cases != 0:
			p.ts = all[:i]
			act, ok := p.readAct()
			if ok && p.done() {
				return act, true
			}
			p.at = at
			return nil, false
		}
	}
	return nil, false
}

// endsName reports whether the name of an act ends before the cursor.
func (p *russianReader) endsName() bool {
	t := p.peek(0)
	switch {
	case t.class == sign && (t.form == ":" || t.form == ";"):
		return true
	case t.class == sign && t.form == ".":
		return p.at == len(p.ts)-1
	case t.class == sign && t.form == ",":
		next := p.peek(1)
		if next.class != word && next.class != number {
			return false
		}
		if next.class == word && (ruVerb(next.form) || ruObjects[next.form] != "" || next.form == "после" || next.form == "установив" || next.form == "согласно" || next.form == "следующие" || next.form == "изменение" || next.form == "изменения" || next.form == "утвержденные") {
			return true
		}
		if next.class == word && next.form == "в" || next.form == "во" {
			next = p.peek(2)
		}
		n, ok := ruNouns[next.form]
		return ok && n.level.Noun == "" && p.peek(2).class != quoted && !unicode.IsUpper(firstRune(next.text))
	case t.class != word:
		return false
	case ruVerb(t.form), ruObjects[t.form] != "" && ruObjects[t.form] != Figures && !strings.HasPrefix(t.form, "числ"), t.form == "согласно", t.form == "внести", t.form == "следующие", t.form == "следующее", strings.HasPrefix(t.form, "изменени"), strings.HasPrefix(t.form, "дополнени"):
		return true
	case t.form == "после" || t.form == "перед":
		return ruObjects[p.peek(1).form] != ""
	case t.form == "до" || t.form == "с":
		return p.peek(1).class == number && p.peek(2).class == word && p.peek(3).class == number
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// skipBrackets goes behind the bracket that closes the one at the cursor.
func (p *russianReader) skipBrackets() {
	for d := 0; !p.done(); {
		t := p.peek(0)
		p.at++
		if t.class != sign && !strings.HasSuffix(t.text, ")") {
			continue
		}
		switch {
		case t.form == "(":
			d++
		case t.form == ")", t.class == number && strings.HasSuffix(t.text, ")"):
			if d--; d <= 0 {
				return
			}
		}
	}
}

// withoutLists is what is printed between two tokens without the brackets that
// list where an act was published; «(Общая часть)» stays.
func (p *russianReader) withoutLists(lo, hi int) string {
	var b strings.Builder
	at, i := lo, lo
	for i < hi {
		if p.ts[i].class != sign || p.ts[i].form != "(" {
			i++
			continue
		}
		end := p.closing(i, hi)
		inner := fold(p.text(i, end))
		if strings.ContainsAny(inner, "0123456789") || hasStem(strings.TrimPrefix(inner, "("), []string{"ведомост", "собрани", "зарегистр", "опублик", "далее", "газет", "эталон", "с изменени", "в редакци", "сапп"}) || end-i > 8 {
			b.WriteString(p.text(at, i))
			b.WriteByte(' ')
			at = end
		}
		i = end
	}
	b.WriteString(p.text(at, hi))
	name := strings.Join(strings.Fields(b.String()), " ")
	return strings.TrimRight(strings.NewReplacer(" ,", ",").Replace(name), " ,")
}

// closing is the token behind the bracket that closes the one at i.
func (p *russianReader) closing(i, hi int) int {
	d := 0
	for ; i < hi; i++ {
		switch t := p.ts[i]; {
		case t.class == sign && t.form == "(":
			d++
		case t.class == sign && t.form == ")", t.class == number && strings.HasSuffix(t.text, ")"):
			if d--; d <= 0 {
				return i + 1
			}
		}
	}
	return hi
}

// ruCodeName puts «Гражданском кодексе» into the nominative.
func ruCodeName(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		low := fold(f)
		switch stem := ruAdjective(low); {
		case strings.HasPrefix(low, "кодекс"):
			fields[i] = f[:len("кодекс")]
		case stem != "":
			end := "ый"
			if strings.HasSuffix(stem, "к") {
				end = "ий"
			} else if strings.HasSuffix(stem, "ов") || strings.HasSuffix(stem, "лесн") {
				end = "ой"
			}
			if strings.HasSuffix(stem, "налогов") {
				end = "ый"
			}
			fields[i] = f[:len(stem)] + end
		}
	}
	return strings.Join(fields, " ")
}

// approvedName reads what an act has approved, by its name: «Правилах оказания
// услуг, утвержденных указанным приказом».
func (p *russianReader) approvedName(it *ruItem) bool {
	first := p.peek(0)
	noun, known := ruNouns[first.form]
	if first.class != word || known && noun.part != "" || known && noun.level.Noun == "" && !named(noun.level) {
		return false
	}
	i := p.at
	for depth := 0; i < len(p.ts); i++ {
		t := p.ts[i]
		if t.class == sign {
			switch t.form {
			case "(":
				depth++
			case ")":
				depth--
			case ":", ";":
				return false
			}
		}
		if depth > 0 || t.class != word {
			continue
		}
		if strings.HasPrefix(t.form, "утвержден") {
			break
		}
		says := ruObjects[t.form] != "" && i+1 < len(p.ts) && (p.ts[i+1].class == quoted || p.ts[i+1].class == number) // no «Описание знаков»
		if i > p.at && (ruVerb(t.form) || says || strings.HasPrefix(t.form, "изменени")) {
			return false
		}
	}
	if i == len(p.ts) || i == p.at {
		return false
	}
	start, at := p.at, p.at
	p.at = i + 1
	p.take("в", "установленном", "порядке")
	if p.take("согласно"); strings.HasPrefix(p.peek(0).form, "приложени") { // «утвержденных приложением 2 к указанному приказу»
		p.at++
		p.numbers(0)
		p.take("к")
	}
	it2 := *it
	if !p.pointsAtAct(ruInstrumental) {
		act, ok := p.readAct()
		if !ok || it.act != nil {
			p.at = at
			return false
		}
		it2.act = act
	}
	if p.peek(0).class == sign && p.peek(0).form == "(" {
		p.skipBrackets()
	}
	p.closingComma()
	l := Level{Step: corpus.Step{Kind: corpus.KindAppendix}, Title: strings.TrimRight(p.text(start, i), " ,")}
	for k := start; k < i && k < start+2; k++ { // «Типовых правилах»
		if n, ok := ruNouns[p.ts[k].form]; ok && named(n.level) && n.level.Noun == "" && n.part == "" {
			l.Nums = n.level.Nums
			break
		}
	}
	it2.levels = append(it2.levels, l)
	it2.pointing = true
	*it = it2
	return true
}
