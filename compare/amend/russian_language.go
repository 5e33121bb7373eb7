package amend

import (
	"strings"
)

// russian is the Russian of Kazakhstan, Russia and Kyrgyzstan.
var russian = language{
	read:     readRussian,
	listed:   func(s string) order { return russianListed(s) },
	mayOrder: ruMayOrder,
	orders:   ruMeans,
	effect:   russianEffect,
	titled:   ruTitled,
	rank:     ruRank,
	changes: func(title string) bool {
		s := fold(title)
		return (strings.Contains(s, "внос") || strings.Contains(s, "внес")) && (strings.Contains(s, "изменени") || strings.Contains(s, "дополнени")) || strings.HasPrefix(s, "изменени")
	},
}

// russianListed reads a line of a list of what is repealed.
func russianListed(s string) order {
	s = "признать утратившими силу " + s
	ts, closed := tokens(s, nested)
	o := readRussian(s, ts, false)
	if o.why != "" || !closed {
		for _, how := range []pairing{flat, loose} {
			if ts, _ = tokens(s, how); readRussian(s, ts, false).why == "" {
				return readRussian(s, ts, false)
			}
		}
	}
	return o
}

// ruMayOrder looks for what no order is without.
func ruMayOrder(s string) bool {
	if strings.HasSuffix(s, ":") || strings.Contains(s, "астоящ") {
		return true
	}
	for _, w := range []string{"зложи", "ополн", "сключ", "амени", "утративш", "читать", "риостанов", "далить", "нести"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// ruRank finds «пункте 5» in «в пункте 5 и далее:», and «пункте» where its number
// is not understood.
func ruRank(s string) []Level {
	ts, _ := tokens(s, loose)
	p := &russianReader{ts: ts, src: s}
	for p.take("в") || p.take("во") || p.take("из") || p.take("по") {
	}
	at := p.at
	if ws, _, ok := p.address(ruPlain|ruGenitive|ruDative|ruPrepositional, p.nest); ok {
		return ws[0].Levels
	}
	if p.at = at; p.peek(0).class == word {
		if n, ok := ruNouns[p.peek(0).form]; ok && n.part == "" {
			return []Level{counted(n.level)}
		}
	}
	return nil
}

// ruTitled reads «О внесении изменений в решение …».
func ruTitled(title string) *Act {
	for _, w := range []string{"О внесении", "О внесений", "О признании утратившим силу", "О признании утратившими силу", "О дополнении", "Об изменении"} {
		rest, ok := strings.CutPrefix(title, w)
		if !ok {
			continue
		}
		for _, how := range []pairing{nested, flat, loose} {
			ts, closed := tokens(rest, how)
			if !closed && how == nested {
				continue
			}
			p := &russianReader{ts: ts, src: rest}
			for !p.done() {
				at := p.at
				if a, ok := p.readAct(); ok && p.done() && (a.Title != "" || a.Number != "") {
					return a
				}
				p.at = at + 1
			}
		}
	}
	return nil
}
