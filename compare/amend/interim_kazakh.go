package amend

// kazakh0 puts the Kazakh grammar behind the interim reader.
var kazakh0 = language0{
	read: func(s string) (order0, Why) {
		ts, closed := tokens(s, nested)
		if !closed {
			ts, _ = tokens(s, flat)
		}
		o := readKazakh(ts)
		if o.why != "" {
			return order0{}, o.why
		}
		p := order0{where: o.where, follow: o.leads}
		if o.act != nil {
			p.acts = []Act{*o.act}
		}
		for _, d := range o.deeds {
			q := deed0{Operation: Operation{Kind: d.kind, Object: d.object, Old: d.old, New: d.new, Nums: d.nums, Side: d.side, Everywhere: d.everywhere, Cases: d.cases, Until: d.until}, text: d.text, act: d.act, list: d.list, added: d.added}
			q.Where, q.here = d.where, true
			if d.appendix {
				if q.appendix = d.number; d.number == "" {
					q.appendix = "-"
				}
			}
			if d.act != nil && q.Where == nil {
				q.Where = []Where{{}}
			}
			p.deeds = append(p.deeds, q)
		}
		return p, ""
	},
	act: func(s string) (Act, bool) {
		ts, _ := tokens(s, nested)
		c := &kazakhReader{ts: kazakhTokens(ts)}
		a, _, ok := c.act()
		if !ok || !c.end() {
			return Act{}, false
		}
		return *a, true
	},
	orders: func(s string) bool {
		ts, _ := tokens(s, nested)
		return ordersKazakh(kazakhTokens(ts)) && !readKazakh(ts).own
	},
	final: []string{"осы заң ", "осы қаулы ", "осы бұйрық ", "осы шешім ", "осы кодекс ", "осы жарлық ", "осы заң,", "осы қаулы,", "осы бұйрық,", "осы шешім,"},
	effect: func(s string) (Effect, []exception0, bool) {
		e, except, ok := kazakhEffect(s)
		var out []exception0
		for _, x := range except {
			for _, w := range x.where {
				out = append(out, exception0{of: w.Path(), effect: x.effect})
			}
		}
		return e, out, ok
	},
}
