package amend

import "strings"

// kazakh is the Kazakh of Kazakhstan.
var kazakh = language{
	read: readKazakh,
	listed: func(s string) order {
		ts, _ := tokens(s, nested)
		c := &kazakhReader{ts: kazakhTokens(ts)}
		a, f, ok := c.act()
		var ws []Where
		if f.gcase == genitive { // «… шешімінің 2-тармағы»
			ws, _ = c.places()
			ok = ok && ws != nil
		}
		if !ok || !c.end() {
			return order{why: WhyWords}
		}
		return order{deeds: []deed{{kind: Repeal, object: objectOf(ws), act: a, where: ws}}}
	},
	mayOrder: func(s string) bool {
		return strings.HasSuffix(s, ":") || strings.Contains(s, "сын") || strings.Contains(s, "сін") || strings.Contains(s, "сiн") || strings.Contains(s, "өзгермейд") || strings.Contains(fold(s), "осы ")
	},
	orders: func(ts []token) bool { return ordersKazakh(kazakhTokens(ts)) },
	effect: kazakhEffect,
	titled: func(string) *Act { return nil },
	rank:   func(string) []Level { return nil },
	changes: func(title string) bool {
		s := fold(title)
		return strings.Contains(s, "өзгеріс") || strings.Contains(s, "толықтыру")
	},
}
