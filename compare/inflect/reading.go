package inflect

import "math/bits"

// A Case is one of Russian or Kazakh.
type Case uint8

// The cases. Prepositional is Russian only; Locative, Ablative and Attributive
// («органдағы») are Kazakh only.
const (
	Nominative Case = iota
	Genitive
	Dative
	Accusative
	Instrumental
	Prepositional
	Locative
	Ablative
	Attributive
	cases
)

// A Reading is what a form can be.
type Reading struct {
	Case   Case
	Plural bool
	// Owned is a Kazakh possessive of the third person: «органы», «органдары».
	Owned bool
}

// readings is a set of readings, a bit each.
type readings uint64

// bit has the cases of one number after another.
func (r Reading) bit() int {
	n := int(r.Case)
	if r.Plural {
		n += int(cases)
	}
	if r.Owned {
		n += 2 * int(cases)
	}
	return n
}

func (r Reading) set() readings { return 1 << r.bit() }

const allReadings = 4 * int(cases)

func readingOf(bit int) Reading {
	return Reading{Case(bit % int(cases)), bit/int(cases)%2 == 1, bit/int(cases)/2 == 1}
}

// list returns the readings, the singular first.
func (s readings) list() []Reading {
	out := make([]Reading, 0, bits.OnesCount64(uint64(s)))
	for ; s != 0; s &= s - 1 {
		out = append(out, readingOf(bits.TrailingZeros64(uint64(s))))
	}
	return out
}

// only returns those that are in some of the cases, or all if that leaves none.
func (s readings) only(some ...Case) readings {
	var left readings
	for _, c := range some {
		left |= s & inCase(c)
	}
	if left == 0 {
		return s
	}
	return left
}

// not leaves a case out, unless that leaves none.
func (s readings) not(c Case) readings {
	if left := s &^ inCase(c); left != 0 {
		return left
	}
	return s
}

// notBoth leaves out an accusative beside a genitive of the same number.
func (s readings) notBoth() readings {
	both := s & (s & inCase(Genitive) << (Accusative - Genitive))
	return s &^ both
}

// inCase are the readings in a case.
func inCase(c Case) readings { return (1 | 1<<cases | 1<<(2*cases) | 1<<(3*cases)) << c }

// anyPlural are the readings of the plural.
const anyPlural readings = (1<<cases - 1) << cases * (1<<(2*cases) + 1)

// russian are the cases of Russian, in the order of tables.
const russian = 6
