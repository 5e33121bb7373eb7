package query

import "strings"

// idle are words that ask or join and say nothing of what is looked for. They
// are words like others in a search for all words, in phrases and in patterns;
// only a search for any of the words does without them, as nearly every
// article has one. «Не», «без», «или», «нельзя» are not among them.
var idle = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		что чего чему чем кто кого кому кем такое такой такая такие как какой какая какое какие каких какого какую
		каким какими какому какова каков каково каковы ли где куда откуда когда сколько почему зачем можно есть это
		бывает бывают быть он она оно они пока если чтобы
		в во на по с со за до к ко о об обо от из у при для и а между через
		қандай қалай кім кімдер қашан қанша қайда дегеніміз деген ма ме ба бе па пе және үшін туралы мен бен пен
		what which who how when where is are the a an of in on to for and`) {
		m[w] = true
	}
	return m
}()

// withoutIdle leaves out idle words, unless there are no others.
func withoutIdle(leaves []node) []node {
	var out []node
	for _, n := range leaves {
		if w, ok := n.(*word); !ok || w.kind != byStem || !idle[w.form] {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return leaves
	}
	return out
}
