package amend

import (
	"strconv"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus/words"
)

var (
	kkForce   = lazy.New(`қолданысқа\s+(?:енгізіледі|енгізіледi)|күшіне\s+енеді`)
	kkLater   = lazy.New(`(?:қолданысқа\s+енгізілетін|күшіне\s+енетін)\s+`)
	kkDay     = lazy.New(`(\d{4})\s+жыл\p{L}*\s+(\d{1,2})\s+(\p{L}+)`)
	kkPassed  = lazy.New(`жариялан\p{L}+\s+(?:күнінен\s+)?(?:кейін|бастап)\s+(.+?)\s+(?:өткен\s+соң|өткеннен\s+кейін)`)
	kkPublish = lazy.New(`жариялан\p{L}+\s+(?:күнінен|күні|соң|кейін)`)
)

// kazakhCounts are the numbers of days in words.
var kazakhCounts = map[string]int{"бір": 1, "үш": 3, "бес": 5, "жеті": 7, "он": 10, "он бес": 15, "жиырма": 20, "жиырма бір": 21, "отыз": 30, "алпыс": 60, "тоқсан": 90}

// kazakhEffect reads when a draft comes into force: «Осы Заң, 2027 жылғы 1
// қаңтардан бастап қолданысқа енгізілетін 1-баптың 3-тармағын қоспағанда,
// алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң
// қолданысқа енгізіледі». It is false if the sentence says nothing of that.
func kazakhEffect(s string) (Effect, []exception, bool) {
	folded := words.Fold(s)
	if !kkForce.MatchString(folded) {
		return Effect{}, nil, false
	}
	before, rest, except := strings.Cut(folded, "қоспағанда")
	if !except {
		return kazakhDay(folded), nil, true
	}
	var found []exception
	if m := kkLater.FindAllStringIndex(before, -1); m != nil {
		// «[when] қолданысқа енгізілетін [what], [when] қолданысқа енгізілетін [what]»
		from := 0
		for i, at := range m {
			hi := len(before)
			if i+1 < len(m) {
				hi = m[i+1][0]
			}
			when, what := before[from:at[0]], before[at[1]:hi]
			ws, n := kazakhPlacesIn(what)
			found = append(found, exception{ws, kazakhDay(when)})
			from = at[1] + n
		}
	} else if what, _, ok := strings.Cut(rest, "олар "); ok || strings.Contains(rest, "ол ") {
		// «1-баптың 3-тармағын қоспағанда, …, олар 2027 жылғы 1 қаңтардан бастап …»
		if !ok {
			what, _, _ = strings.Cut(rest, "ол ")
		}
		if _, b, ok := strings.Cut(before, ","); ok {
			before = b
		}
		ws, _ := kazakhPlacesIn(before)
		found = append(found, exception{ws, kazakhDay(rest[len(what):])})
		rest = what
	}
	return kazakhDay(rest), found, true
}

// kazakhPlacesIn reads the places at the beginning of a text, and how many
// bytes they take.
func kazakhPlacesIn(s string) ([]Where, int) {
	ts, _ := tokens(s, nested)
	c := &kazakhReader{ts: kazakhTokens(ts)}
	ws, _ := c.places()
	if c.i == 0 {
		return nil, 0
	}
	return ws, c.ts[c.i-1].hi
}

// kazakhDay reads one day or delay. What it cannot read is the zero Effect.
func kazakhDay(s string) Effect {
	if m := kkDay.FindStringSubmatch(s); m != nil && (strings.Contains(s, "бастап") || !strings.Contains(s, "жариялан")) {
		return Effect{Date: kazakhDate(m[1], m[2], m[3])}
	}
	if m := kkPassed.FindStringSubmatch(s); m != nil {
		count := m[1]
		if strings.Contains(count, " ай") {
			return Effect{}
		}
		e := Effect{Published: true, Working: strings.Contains(count, "жұмыс")}
		var kept []string
		for _, w := range strings.Fields(count) {
			if n, err := strconv.Atoi(strings.Trim(w, "()")); err == nil {
				e.Days = n
				continue
			}
			if w != "күнтізбелік" && w != "жұмыс" && w != "күн" && w != "күні" {
				kept = append(kept, w)
			}
		}
		if e.Days == 0 {
			e.Days = kazakhCounts[strings.Join(kept, " ")]
		}
		if e.Days == 0 {
			return Effect{}
		}
		return e
	}
	if kkPublish.MatchString(s) {
		return Effect{Published: true}
	}
	return Effect{}
}
