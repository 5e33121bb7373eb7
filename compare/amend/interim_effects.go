package amend

import (
	"regexp"
	"strings"

	"svod/corpus"
)

// An exception names provisions of the draft that come into force otherwise.
type exception0 struct {
	of     string // as printed: «пункта 3 статьи 1»
	effect Effect
}

// effects finds when the draft comes into force and tells its operations.
func (r *reader0) effects() {
	d := r.draft
	var general Effect
	type special struct {
		at     []corpus.Address
		effect Effect
	}
	var specials []special
	quoted := make([]bool, len(r.lines)) // new text of other acts
	for _, op := range d.Operations {
		for i := op.Lines.Lo + 1; i < op.Lines.Hi; i++ {
			quoted[i] = true
		}
	}
	for i := range r.lines {
		l := &r.lines[i]
		if m := labels0[2].re.FindString(l.rest); m != "" && l.level == levelArticle0 { // «Статья 2. 1. Настоящий Закон …»
			l.rest = l.rest[len(m):]
		}
		if l.taken || quoted[i] || !r.isFinal(l.rest) {
			continue
		}
		e, except, ok := r.language.effect(l.rest)
		if !ok {
			continue
		}
		e.Place, e.Text = l.at, l.rest
		general = e
		for j := i + 1; j < len(r.lines) && strings.HasSuffix(l.rest, ":") && r.lines[j].level > l.level; j++ { // «за исключением:» ⏎ «1) …»
			if _, more, ok := r.language.effect(l.rest[:len(l.rest)-1] + " " + r.lines[j].rest); ok {
				except = append(except, more...)
			}
		}
		for _, x := range except {
			x.effect.Place, x.effect.Text = l.at, l.rest
			if ref, ok := corpus.ParseReference(x.of); ok {
				specials = append(specials, special{d.Document.Resolve(ref), x.effect})
			}
		}
	}
	for i := range d.Operations {
		op := &d.Operations[i]
		op.Effect = general
		for _, s := range specials {
			for _, a := range s.at {
				if op.Place.Within(a) {
					op.Effect = s.effect
				}
			}
		}
	}
}

var (
	ruDay0       = regexp.MustCompile(`(?i)(?:вводится|вводятся|вступает|вступают|вводимого|вводимых|вводимой|вступающ\p{L}+)\s+в\s+(?:действие|силу)\s+(?:с|со)\s+(\d{1,2}\s+\p{L}+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})`)
	ruAfter0     = regexp.MustCompile(`(?i)по\s+истечении\s+(\p{L}+(?:\s+одного)?|\d+)(?:\s*\([^)]*\))?\s+(?:(календарных|рабочих)\s+)?(дней|дня|месяцев|месяца)\s+(?:после\s+дня|со\s+дня|после)\s+(?:его\s+|ее\s+|их\s+)?(?:первого\s+)?(?:официального\s+)?опубликования`)
	ruPublished0 = regexp.MustCompile(`(?i)(?:со\s+дня|после\s+дня)\s+(?:его\s+|ее\s+)?(?:первого\s+)?(?:официального\s+)?опубликования`)
	ruForce0     = regexp.MustCompile(`(?i)(?:вводится|вводятся|вступает|вступают)\s+в\s+(?:действие|силу)`)
	ruExcept0    = regexp.MustCompile(`(?i)за\s+исключением\s+(.*?),\s*котор(?:ый|ая|ое|ые)\s+(ввод\p{L}+\s+в\s+действие[^,;]*|вступа\p{L}+\s+в\s+силу[^,;]*)`)
)

var countWords0 = map[string]int{"трех": 3, "пяти": 5, "семи": 7, "десяти": 10, "пятнадцати": 15, "двадцати": 20, "двадцати одного": 21, "тридцати": 30, "шестидесяти": 60, "девяноста": 90}

// russianEffect reads «вводится в действие …» with its exceptions.
func russianEffect0(s string) (Effect, []exception0, bool) {
	if !ruForce0.MatchString(s) {
		return Effect{}, nil, false
	}
	var except []exception0
	rest := s
	for _, m := range ruExcept0.FindAllStringSubmatch(s, -1) {
		except = append(except, exception0{of: m[1], effect: russianDay0(m[2])})
		rest = strings.Replace(rest, m[0], "", 1)
	}
	if i := strings.Index(rest, "за исключением"); i > 0 {
		rest = rest[:i]
	}
	return russianDay0(rest), except, true
}

func russianDay0(s string) Effect {
	if m := ruDay0.FindStringSubmatch(s); m != nil {
		c := &cursor0{s: m[1], ts: tokens0(m[1])}
		return Effect{Date: c.date()}
	}
	if m := ruAfter0.FindStringSubmatch(s); m != nil {
		n := atoi0(m[1])
		if n == 0 {
			n = countWords0[strings.ToLower(m[1])]
		}
		if n == 0 || strings.HasPrefix(strings.ToLower(m[3]), "мес") {
			return Effect{}
		}
		return Effect{Days: n, Published: true, Working: strings.HasPrefix(strings.ToLower(m[2]), "рабоч")}
	}
	if ruPublished0.MatchString(s) {
		return Effect{Published: true}
	}
	return Effect{}
}

var russian0 = language0{
	read: readRussian0,
	act: func(s string) (Act, bool) {
		c := &cursor0{s: s, ts: tokens0(s)}
		a, ok := c.act(func(token0) bool { return false })
		for c.sign(".;,") {
		}
		c.brackets()
		for c.sign(".;,") {
		}
		return a, ok && c.done()
	},
	orders: func(s string) bool {
		ts := tokens0(s)
		quote, unit := false, false
		verb := ""
		for _, t := range ts {
			switch {
			case t.kind == aQuote0:
				quote = true
			case t.kind == aWord0 && isVerb0(t.word) && verb == "":
				verb = t.word
			case t.kind == aWord0:
				n, ok := nouns0()[t.word]
				unit = unit || ok && (n.level != 0 || n.object != "")
			}
		}
		switch verb {
		case "":
			return false
		case "изложить", "изложив", "внести":
			return true
		case "признать":
			return strings.Contains(strings.ToLower(s), "утратив")
		case "дополнить", "заменить", "исключить":
			return unit || quote && verb != "исключить"
		}
		return false
	},
	final:  []string{"настоящ", "контроль за исполнением", "контроль за", "опубликовать", "поручить", "разместить"},
	effect: russianEffect0,
}
