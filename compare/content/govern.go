package content

import (
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus/words"
)

var (
	// «Фондом признается …», «Под контролем понимается …», «Экспертиза – это …».
	definition = lazy.New(`(?i)^[^.;]*(?:\s(?:признается|признаются|понимается|понимаются)\s|\s[–—-] это\s|деп танылады|түсініледі)`)
	// «Уполномоченным органом является …»: the instrumental first.
	instrumental = lazy.New(`(?i)^\p{L}+(?:ым|им|ом|ем|ами|ями|ой|ей|ыми|ими)\s[^.;:]*\s(?:является|являются)\s[^:]*$`)
	// But what an act names so is not defined.
	listedNouns = lazy.New(`(?i)^(?:основани|задач|цел|принцип|источник|форм|вид|полномочи|функци|обязательн)`)
	// «совет – орган, который …».
	termDash  = lazy.New(`^[^.;:]{2,160}?\s[–—-]\s`)
	termsLead = lazy.New(`(?i)(?:понятия|термины|определения|ұғымдар|терминдер)\P{L}`)
)

// defining reports whether a provision says what a thing is rather than what is
// to be done.
func defining(p *passage, leads []string) bool {
	s := strings.TrimSpace(p.unit.Text)
	if isLead(s) && termsLead.MatchString(s) {
		return true
	}
	for _, lead := range leads {
		if termsLead.MatchString(lead) || definition.MatchString(lead) {
			return true
		}
	}
	if definition.MatchString(s) || instrumental.MatchString(s) && !listedNouns.MatchString(s) {
		return true
	}
	return background(p) && termDash.MatchString(s)
}

// modalityOf takes the modality of the lead-in, which governs its list unless a
// member has a strong one of its own; else of the sentence that matches; else of
// the whole unit. Words that only lead a list in do what its first member does.
func modalityOf(p *passage, leads []string, matches [][2]int) Modality {
	s := p.unit.Text
	if defining(p, leads) {
		return Defining
	}
	for _, lead := range slices.Backward(leads) {
		m := modality(lead)
		if own := modality(s); m != Neutral && (own == Prohibited || own == Obliged || own == Entitled) {
			return own
		}
		if m != Neutral {
			return m
		}
	}
	if len(matches) > 0 {
		at := densest(s, matches)
		lo, hi := sentence(s, at)
		if m := modalityAt(s[lo:hi], at-lo); m != Neutral {
			return m
		}
	}
	m := modality(s)
	if m == Neutral && len(leads) > 0 && words.Language(strings.Join(leads, " ")+s) == "kk" {
		m = modality(lastMember(p).Text) // «…: 1) ақпарат беруге; 2) жариялауға міндетті»
	}
	if m == Neutral && isLead(s) && !copula.MatchString(s) {
		if us := members(p); len(us) > 0 {
			m = modality(us[0].Text)
		}
	}
	return m
}

// copula is the verb of a lead-in that lists things: «Органами управления являются:».
var copula = lazy.New(`(?i)(?:являются|является|признаются|относятся|относится|подразделяются|составляют|болып табылады|жатады)\P{L}`)

// densest returns where the first match of the sentence lies that has the most.
func densest(s string, matches [][2]int) int {
	best, most := matches[0][0], 0
	for _, m := range matches {
		lo, hi := sentence(s, m[0])
		n := 0
		for _, other := range matches {
			if lo <= other[0] && other[0] < hi {
				n++
			}
		}
		if n > most {
			best, most = m[0], n
		}
	}
	return best
}

// sentence returns where the sentence of s lies that holds at.
func sentence(s string, at int) (lo, hi int) {
	hi = len(s)
	if i := strings.LastIndex(s[:at], ". "); i >= 0 {
		lo = i + 2
	}
	if i := strings.Index(s[at:], ". "); i >= 0 {
		hi = at + i + 1
	}
	return lo, hi
}
