package parse

import (
	"path"
	"regexp"
	"strings"

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
	head := p.headText()
	var title string
	for _, u := range root.Units {
		if u.Kind == corpus.KindRequisite && u.Title != "" {
			title = u.Title
			break
		}
	}
	set("title", &m.Title, strings.Trim(title, "*_ "), "text")
	set("language", &m.Language, p.language(), "text")
	set("type", &m.Type, p.actType(head), "text")
	set("jurisdiction", &m.Jurisdiction, p.jurisdiction(m.Language), "text")
	number, date := numberAndDate(head, title)
	set("number", &m.Number, number, "text")
	set("date", &m.Date, date, "text")
	set("body", &m.Body, body(head), "text")
	edition, origin := p.edition(head, root)
	set("edition", &m.Edition, edition, origin)
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

// checkMeta reports what is missed. An act without any note may well be as it
// was adopted; one with notes was changed, and one wants to know until when.
func (p *parser) checkMeta(m *corpus.Meta, root *corpus.Unit) {
	if m.Title == "" {
		p.problem(0, "title-unknown")
	}
	if m.Edition == "" && m.Type != "report" && m.Type != "other" && hasNotes(root) {
		p.problem(0, "edition-unknown")
	}
}

func hasNotes(root *corpus.Unit) bool {
	return !root.Walk(func(u *corpus.Unit) bool { return len(u.Notes) == 0 })
}

// headText returns the lines of the head and those around the signature of
// the act, where the official portals print date and number.
func (p *parser) headText() []string {
	var head, foot []string
	for i := range p.paras {
		l := &p.paras[i]
		switch l.role {
		case requisite, name:
			head = append(head, l.Text)
		case preamble:
			if i < 40 && decrees.MatchString(l.Text) {
				head = append(head, l.Text)
			}
		case note:
			if i < 12 && strings.HasPrefix(l.Text, "(") {
				head = append(head, l.Text)
			}
		case signature:
			foot = append(foot, l.Text)
		case caption:
			return append(head, foot...)
		}
	}
	return append(head, foot...)
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

// types are the kinds of acts and the stems of their names.
var types = []struct{ stem, typ string }{
	{"конституционный закон", "law"}, {"федеральный закон", "law"}, {"закон", "law"}, {"кодекс", "code"}, {"указ ", "decree"},
	{"постановлени", "resolution"}, {"приказ", "order"}, {"решени", "decision"}, {"конституци", "constitution"},
	{"распоряжени", "order"}, {"правил", "rules"}, {"положени", "rules"}, {"регламент", "rules"}, {"инструкци", "rules"},
}

var selves = regexp.MustCompile(`(?i)(?:^|[^\p{L}])настоящ(?:ий|его|ему|им|ем|ей|ая|ую|ее|ие|их)\s+(конституционн\p{L}+ закон|федеральн\p{L}+ закон|закон|кодекс|указ(?:а|у|ом|е)?[ ,.]|постановлени|приказ|решени|конституци|распоряжени|правил|положени|регламент|инструкци)|(?:^|[^\p{L}])осы\s+(заң|кодекс|қаулы|бұйры|шешім|жарлы|конституция|ереже|қағида)`)

var kazakhTypes = map[string]string{"заң": "law", "кодекс": "code", "қаулы": "resolution", "бұйры": "order", "шешім": "decision", "жарлы": "decree", "конституция": "constitution", "ереже": "rules", "қағида": "rules"}

// selfReference returns the type of act that a text calls itself: «настоящий
// Закон», «осы Заң».
func (p *parser) selfReference(s string) string {
	if !strings.Contains(s, "стоящ") && !strings.Contains(s, "сы ") {
		return ""
	}
	m := selves.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if m[2] != "" {
		return kazakhTypes[strings.ToLower(m[2])]
	}
	w := strings.ToLower(m[1]) + " "
	if strings.HasPrefix(w, "указ") {
		return "decree"
	}
	if strings.Contains(w, " закон") {
		return "law"
	}
	for _, t := range types {
		if strings.HasPrefix(w, t.stem) {
			return t.typ
		}
	}
	return ""
}

// actType returns the type of the act: what it prints as its kind, else what
// it calls itself.
func (p *parser) actType(head []string) string {
	for _, s := range head {
		if decrees.MatchString(s) {
			switch d := decrees.FindString(s); {
			case strings.HasPrefix(d, "ПРИКАЗ"), strings.HasPrefix(d, "БҰЙЫР"), strings.HasPrefix(d, "РАСПОР"):
				return "order"
			case strings.HasPrefix(d, "РЕШ"), strings.HasPrefix(d, "ШЕШ"):
				return "decision"
			default:
				return "resolution"
			}
		}
	}
	for _, s := range head {
		low := strings.ToLower(s) + " "
		for _, t := range types {
			if strings.HasPrefix(low, t.stem) && t.typ != "rules" || (t.typ == "code" || t.typ == "constitution") && isCodeName(s) && strings.Contains(low, t.stem) {
				return t.typ
			}
		}
	}
	counts, best := map[string]int{}, ""
	for i, seen := 0, 0; i < len(p.paras) && seen < 400; i++ {
		if p.paras[i].role == caption && i > 0 && len(counts) > 0 {
			break
		}
		if t := p.selfReference(p.paras[i].Text); t != "" && p.paras[i].role != note {
			counts[t]++
			seen++
			if counts[t] > counts[best] {
				best = t
			}
		}
	}
	switch {
	case best != "" && (p.articles > 0 || counts[best] > 1 || !p.report):
		return best
	case p.report:
		return "report"
	}
	return "other"
}

var states = []struct {
	code  string
	words []string
}{
	{"KZ", []string{"Республики Казахстан", "Республике Казахстан", "Қазақстан Республикасы", "РЕСПУБЛИКИ КАЗАХСТАН", "тенге"}},
	{"RU", []string{"Российской Федерации", "РОССИЙСКОЙ ФЕДЕРАЦИИ", "Российская Федерация", "-ФЗ"}},
	{"KG", []string{"Кыргызской Республик", "КЫРГЫЗСКОЙ РЕСПУБЛИК", "Законов КР", "Закона КР"}},
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

var bodies = regexp.MustCompile(`(?:[Пп]риказ|[Пп]остановление|[Рр]ешение|[Уу]каз|Закон|Кодекс|[Рр]аспоряжение) (.{3,140}?) от \d|^(.{5,140}?)\s+(?:ПОСТАНОВЛЯЕТ|РЕШИЛ[АИ]?|РЕШАЕТ|ПОСТАНОВИЛ[АИ]?|ҚАУЛЫ ЕТЕДІ|ШЕШТІ)`)

// body returns who adopted the act, as printed.
func body(head []string) string {
	for _, s := range head {
		if m := bodies.FindStringSubmatch(s); m != nil && !strings.HasPrefix(s, "О ") && !strings.HasPrefix(s, "Об ") {
			b := m[1] + m[2]
			if i := strings.LastIndexAny(b, ",»\""); i >= 0 && m[2] != "" { // after «В соответствии …,»
				b = strings.TrimLeft(b[i:], ",»\" ")
			}
			if isState(b) {
				continue // «Закон Республики Казахстан от …»
			}
			if startsUpper(b) || runeLen(b) < 80 {
				return trim(b)
			}
		}
	}
	return ""
}

var fileEdition = regexp.MustCompile(`(?:^|[^\d])(\d{2})-(\d{2})-((?:19|20)\d\d)(?:[^\d]|$)|(?:ed|red|редакция|ред)[-_. ]*((?:19|20)\d\d(?:-\d\d-\d\d)?)`)

var asOf = regexp.MustCompile(`(?i)(?:по состоянию на|редакция от|в редакции на|с изменениями на|жағдай бойынша)`)

// edition returns the date as of which the text is, and where it was found.
func (p *parser) edition(head []string, root *corpus.Unit) (string, string) {
	for i := range p.paras {
		if i > 60 {
			break
		}
		s := p.paras[i].Text
		if m := asOf.FindStringIndex(s); m != nil && (p.paras[i].role == note || p.paras[i].role == requisite || p.paras[i].role == name) {
			if ds := findDates(s[m[1]:]); len(ds) > 0 && ds[0].at < 12 {
				return ds[0].iso, "text"
			}
		}
	}
	latest := ""
	later := func(text string) {
		for _, d := range findDates(text) {
			if d.iso > latest && numberFollows(text[d.end:]) {
				latest = d.iso
			}
		}
	}
	root.Walk(func(u *corpus.Unit) bool {
		for _, n := range u.Notes {
			later(n.Text)
		}
		return true
	})
	for _, s := range head {
		if strings.Contains(s, "редакции") || strings.Contains(s, "изменени") {
			if i := strings.Index(s, "редакции"); i >= 0 {
				later(s[i:])
			}
		}
	}
	name := strings.TrimSuffix(path.Base(p.src.Name), path.Ext(p.src.Name))
	if m := fileEdition.FindStringSubmatch(name); m != nil {
		ed := m[4]
		if ed == "" {
			ed = m[3] + "-" + m[2] + "-" + m[1]
		}
		// The notes may know the day of the year that the name gives.
		if len(ed) == 4 && strings.HasPrefix(latest, ed) {
			ed = latest
		} else if latest > ed+"~" {
			p.problem(0, "edition-notes", ed, latest)
		}
		return ed, "file name"
	}
	if latest != "" {
		return latest, "notes"
	}
	return "", ""
}

// numberFollows reports whether the number of an act comes right after its
// date: that makes it the date of an amending law, and no date of entry into
// force.
func numberFollows(s string) bool {
	s = strings.TrimLeft(s, " \u00a0.г")
	s = strings.TrimPrefix(s, "ода ")
	return strings.HasPrefix(s, "№") || strings.HasPrefix(s, "N ") || strings.HasPrefix(s, "N\u00a0")
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
