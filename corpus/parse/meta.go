package parse

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// meta reads what the document says about itself. What it does not say stays
// empty, with the origin "absent".
func (p *parser) meta(root *corpus.Unit) corpus.Meta {
	m := corpus.Meta{Origin: map[string]string{}}
	set := func(field string, value *string, v, origin string) {
		if *value == "" && v != "" {
			*value, m.Origin[field] = v, origin
		}
	}
	head, foot := p.headText()
	printed := printedName(root)
	set("title", &m.Title, ownTitle(printed), "text")
	set("language", &m.Language, p.language(), "text")
	set("type", &m.Type, p.actType(head, m.Title), "text")
	set("jurisdiction", &m.Jurisdiction, p.jurisdiction(m.Language), "text")
	if m.Type == "report" {
		set("date", &m.Date, reportDate(m.Title, head), "text")
	} else {
		number, date := numberAndDate(head, printed, foot)
		set("number", &m.Number, number, "text")
		set("date", &m.Date, date, "text")
		edition, origin := p.edition(head, root)
		set("edition", &m.Edition, edition, origin)
	}
	set("body", &m.Body, p.body(head, m.Title, m.Type), "text")
	for _, f := range []struct {
		name  string
		value string
	}{{"title", m.Title}, {"number", m.Number}, {"date", m.Date}, {"body", m.Body}, {"jurisdiction", m.Jurisdiction}, {"edition", m.Edition}} {
		if f.value == "" {
			m.Origin[f.name] = "absent"
		}
	}
	return m
}

// checkMeta reports what is missed. An act whose notes tell of no change may
// well be as it was adopted.
func (p *parser) checkMeta(m *corpus.Meta, root *corpus.Unit) {
	if m.Title == "" {
		p.problem(0, "title-unknown")
	}
	if m.Edition == "" && m.Type != "report" && m.Type != "other" && changed(root) {
		p.problem(0, "edition-unknown")
	}
}

// changed reports whether the notes of a document speak of amendments.
func changed(root *corpus.Unit) bool {
	return !root.Walk(func(u *corpus.Unit) bool {
		for _, n := range u.Notes {
			if strings.Contains(n.Text, "изменени") || strings.Contains(n.Text, "в редакции") || strings.Contains(n.Text, "дополнен") || strings.Contains(n.Text, "редакцияда") {
				return false
			}
		}
		return true
	})
}

// printedName returns the document's name as it is printed.
func printedName(root *corpus.Unit) string {
	for _, u := range root.Units {
		if u.Kind == corpus.KindRequisite && u.Title != "" {
			return strings.Trim(strings.Join(strings.Fields(u.Title), " "), "*_ ")
		}
	}
	return ""
}

// requisiteBefore and requisiteAfter match the requisites that some copies
// print in one line with the name: «Федеральный закон от 27 июля 2006 г. N
// 149-ФЗ Об информации», «КОНСТИТУЦИЯ … от 15 марта 1994 г. N 2875-XII».
var (
	requisiteBefore = lazy.New(`^(?:\p{L}+ ){0,2}(?i:закон|кодекс|указ|постановление|приказ|решение|распоряжение) .{0,80}?от .{6,30}? (?:№|N)\s*\S+(?: ЗРК\.?)?\s+`)
	requisiteAfter  = lazy.New(`\s+от \d{1,2}[ .].{6,20}? (?:№|N)\s*\S+.*$`)
)

// ownTitle returns a printed name without its requisites and outer quotes.
func ownTitle(name string) string {
	title := name
	if m := requisiteBefore.FindString(name); m != "" && startsUpper(name[len(m):]) {
		title = name[len(m):]
	} else if m := requisiteAfter.FindStringIndex(name); m != nil && isCodeName(name[:m[0]]) {
		title = name[:m[0]]
	}
	t := strings.Trim(title, "«»\"“”")
	if t != title && !strings.ContainsAny(t, "«»\"“”") && isQuote(firstRune(title)) {
		return trim(t)
	}
	return trim(title)
}

// reportYear matches the year that a report is about.
var reportYear = lazy.New(`(?:за|итогам|по итогам|в|на) (?:\p{L}+ |[IVX\d-]+ )*((?:19|20)\d\d)(?:[-–/ ]+(?:19|20)?\d\d)?\s*(?:г\.?|год|жыл|учебн)`)

// reportDate returns the day of a report or minutes, else the year it is about.
func reportDate(title string, head []string) string {
	if m := reportYear.FindStringSubmatch(title); m != nil {
		return m[1]
	}
	if ds := findDates(title); len(ds) > 1 && strings.Contains(title, "период") {
		return ds[len(ds)-1].iso[:4]
	}
	for _, s := range append([]string{title}, head...) {
		if ds := findDates(s); len(ds) > 0 && runeLen(s) < 200 && !foreignDates.MatchString(s) && !strings.Contains(s, "Закон") {
			return ds[0].iso
		}
		if m := reportYear.FindStringSubmatch(s); m != nil {
			return m[1]
		}
	}
	return ""
}

// headText returns the lines of the head, the name in one, and those of the signature of the
// act, where the official portals print date and number.
func (p *parser) headText() (head, foot []string) {
	for i := range p.paras {
		l := &p.paras[i]
		if (l.role == requisite || l.role == name) && len(head) >= 60 {
			continue // no head is that long
		}
		switch l.role {
		case name:
			if !l.first && len(head) > 0 && p.paras[i-1].role == name {
				head[len(head)-1] += " " + plainText(l)
				continue
			}
			fallthrough
		case requisite:
			head = append(head, plainText(l))
		case preamble:
			if i < 40 && decrees.MatchString(l.Text) {
				head = append(head, l.Text)
			}
		case note:
			if i < 12 && strings.HasPrefix(l.Text, "(") {
				head = append(head, l.Text)
			}
		case signature:
			foot = append(foot, plainText(l))
		case caption:
			if i < 8 && len(foot) == 0 { // «УТВЕРЖДЕН приказом …» over the name
				continue
			}
			return head, foot
		}
	}
	return head, foot
}

// language returns the language of most of the text; the beginning tells.
func (p *parser) language() string {
	var b strings.Builder
	for i := 0; i < len(p.paras) && b.Len() < 40000; i++ {
		b.WriteString(p.paras[i].Text)
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return ""
	}
	return words.Language(b.String())
}

var states = []struct {
	code  string
	words []string
}{
	{"KZ", []string{"Республики Казахстан", "Республике Казахстан", "Қазақстан Республикасы", "РЕСПУБЛИКИ КАЗАХСТАН", "тенге"}},
	{"RU", []string{"Российской Федерации", "РОССИЙСКОЙ ФЕДЕРАЦИИ", "Российская Федерация", "-ФЗ"}},
	{"KG", []string{"Кыргызской Республик", "КЫРГЫЗСКОЙ РЕСПУБЛИК", "Законов КР", "Закона КР", "Кыргыз Республикасы", "КЫРГЫЗ РЕСПУБЛИКАСЫ"}},
	{"BY", []string{"Республики Беларусь", "РЕСПУБЛИКИ БЕЛАРУСЬ", "Республика Беларусь", "РЕСПУБЛИКА БЕЛАРУСЬ"}},
}

// jurisdiction is the state that the document names most.
func (p *parser) jurisdiction(language string) string {
	counts := map[string]int{}
	for i := range p.paras {
		if i > 2000 {
			break
		}
		for _, st := range states {
			for _, w := range st.words {
				counts[st.code] += strings.Count(p.paras[i].Text, w)
			}
		}
	}
	best := ""
	for _, st := range states {
		if counts[st.code] > counts[best] {
			best = st.code
		}
	}
	if best == "" && language == "kk" {
		return "KZ"
	}
	return best
}

// isState reports whether a text is no more than the name of a state.
func isState(s string) bool {
	for _, st := range states {
		for _, w := range st.words {
			if trim(s) == w {
				return true
			}
		}
	}
	return false
}
