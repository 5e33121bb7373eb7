package words

import "strings"

// Root returns what Russian words of one derivation have in common, of their
// stem: «взыскание» and «взыскать» are взыст, «оплата» and «оплачивается»
// оплат. It is coarse (страх is a fear and an insurance), so that it serves to
// order what is found, never to find or count.
//
// Endings of derivation are taken off as long as four letters stay, and the
// last letter becomes the one that it alternates with: возмещ-, возмест-.
func Root(stem string) string {
	r := []rune(stem)
	if len(r) < 5 || len(stem) > maxWord {
		return stem
	}
	for cut := true; cut; {
		cut = false
		for _, s := range derivations {
			if n := len(r) - len(s); n >= 4 && string(r[n:]) == string(s) {
				r, cut = r[:n], true
				break
			}
		}
	}
	n := len(r)
	if n < 5 {
		return string(r)
	}
	before, last := r[n-2], r[n-1]
	switch {
	case last == 'л' && strings.ContainsRune("бвпмф", before): // усыновл-, усынов-
		return string(r[:n-1])
	case before == 'ж' && last == 'д', before == 'с' && last == 'т': // освобожд-, возмест-
		return string(r[:n-2]) + string(last)
	case strings.ContainsRune("жзг", last): // расторж-, расторг-
		return string(r[:n-1]) + "д"
	case strings.ContainsRune("щчк", last): // прекращ-, оплач-, взыск-
		return string(r[:n-1]) + "т"
	case last == 'ш': // повыш-, повыс-
		return string(r[:n-1]) + "с"
	}
	return string(r)
}

// derivations are what stands between a root and an ending, the longest first.
var derivations = func() (out [][]rune) {
	for _, s := range strings.Fields(`ительств тельств ительн тельн ател ител ност ост енн анн янн изир
		аци яци ици ац яц ющ ящ ащ ущ вш ива ыва ова ева ени ани яни ств арн альн онн ичн
		ен ан ян ем им ир ск ов ев н а я и е у ю о`) {
		out = append(out, []rune(s))
	}
	return out
}()
