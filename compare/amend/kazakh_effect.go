package amend

import (
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

// kazakhEffect reads when a draft comes into force: «Осы Заң, 2027 жылғы 1
// қаңтардан бастап қолданысқа енгізілетін 1-баптың 3-тармағын қоспағанда,
// алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң
// қолданысқа енгізіледі».
func kazakhEffect(s string) (f force, says bool) {
	folded := words.Fold(s)
	if !kkForce.MatchString(folded) {
		return f, false
	}
	before, rest, except := strings.Cut(folded, "қоспағанда")
	if !except {
		f.Effect, f.unclear = kazakhDay(folded)
		return f, true
	}
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
			f.add(ws, when)
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
		f.add(ws, rest[len(what):])
		rest = what
	} else {
		f.unclear = true
	}
	e, unclear := kazakhDay(rest)
	f.Effect, f.unclear = e, f.unclear || unclear
	return f, true
}

// add adds an exception, from its places and the words that tell the day.
func (f *force) add(ws []Where, when string) {
	e, unclear := kazakhDay(when)
	f.except = append(f.except, exception{ws, e})
	f.unclear = f.unclear || unclear || len(ws) == 0
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

// kazakhDay reads one day or delay.
func kazakhDay(s string) (e Effect, unclear bool) {
	if m := kkDay.FindStringSubmatch(s); m != nil && (strings.Contains(s, "бастап") || !strings.Contains(s, "жариялан")) {
		e.Date = kazakhDate(m[1], m[2], m[3])
		return e, e.Date == ""
	}
	if m := kkPassed.FindStringSubmatch(s); m != nil {
		e.Published = true
		var kept []string
		months := 0
		for w := range strings.FieldsSeq(m[1]) {
			switch {
			case w == "жұмыс":
				e.Working = true
			case w == "ай":
				months = 1
			case w == "жыл":
				months = 12
			case w != "күнтізбелік" && w != "күн" && w != "күні" && !strings.HasPrefix(w, "("):
				kept = append(kept, w)
			}
		}
		n := count(strings.Join(kept, " "), kazakhNumerals)
		switch {
		case n == 0:
			return Effect{}, true
		case months > 0:
			e.Months = months * n
		default:
			e.Days = n
		}
		return e, false
	}
	if kkPublish.MatchString(s) {
		return Effect{Published: true}, false
	}
	return Effect{}, true
}
