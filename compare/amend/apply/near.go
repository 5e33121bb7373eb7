package apply

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/words"
)

// mostCandidates is how many of the nearest things are told.
const mostCandidates = 5

// candidates are the nearest to what an operation sought: provisions with its
// words or near its number, or the places where words stand several times.
func (a *applier) candidates(op *amend.Operation, n named, d done) []Candidate {
	var out []Candidate
	add := func(u *corpus.Unit, text string, score float64) {
		if text == "" {
			text = clip(strings.ReplaceAll(u.Own(), "\n", ". "))
		}
		out = append(out, Candidate{a.oldAddress(u), text, score})
	}
	for _, u := range d.near { // what hinders, or what was meant is among them
		add(u, "", 1)
	}
	if d.code == Unsure {
		return d.texts
	}
	switch d.code {
	case NoUnit:
		for u, score := range a.nearUnits(op, n) {
			add(u, "", score)
		}
	case NoWords:
		if len(n.targets) > 0 && op.Old != "" {
			a.nearWords(op.Old, n.targets, add)
		}
	case SeveralWords:
		for _, t := range n.targets {
			for _, h := range a.hits(t, op.Old) {
				add(h.slot.unit, around(a.text(h.slot), h.match), 1)
			}
		}
		return out // each place, in the order of the text
	}
	slices.SortStableFunc(out, func(x, y Candidate) int {
		switch {
		case x.Score > y.Score:
			return -1
		case x.Score < y.Score:
			return 1
		}
		return cmp.Or(strings.Compare(string(x.Address), string(y.Address)), strings.Compare(x.Text, y.Text))
	})
	out = slices.CompactFunc(out, func(x, y Candidate) bool { return x.Address == y.Address && x.Text == y.Text })
	return out[:min(len(out), mostCandidates)]
}

// nearUnits weighs provisions for one that is not there: its neighbours by
// number, those of the same number elsewhere, those that have the words.
func (a *applier) nearUnits(op *amend.Operation, n named) map[*corpus.Unit]float64 {
	scores := map[*corpus.Unit]float64{}
	rate := func(u *corpus.Unit, score float64) {
		if u != nil && u != a.root && score > scores[u] {
			scores[u] = score
		}
	}
	if len(n.levels) == 0 {
		return scores
	}
	levels := a.approved(n.levels)
	if len(levels) == 0 {
		return scores
	}
	last := levels[len(levels)-1]
	d := a.current()
	gap := d.Gap(amend.Where{Levels: levels}.Reference())
	above := d.At(gap.Above)
	lo, hi := gap.Around()
	wanted := ""
	if len(last.Nums) > 0 {
		wanted = last.Nums[0]
	}
	needle := a.fold(op.Old)
	elsewhere := map[*corpus.Unit]bool{}
	rate(above, 0.7) // as far as the address leads
	for _, u := range d.All() {
		num := corpus.Number(u.Num)
		inside := above != nil && u != above && a.within(u, above)
		kin := u.Kind == last.Kind || last.Kind == corpus.KindPart && u.Kind == corpus.KindClause
		switch {
		case num == "":
		case num == wanted && inside && u.Kind > corpus.KindArticle && last.Kind > corpus.KindArticle:
			rate(u, 0.8) // a level was left out or misnamed
		case kin && num == wanted:
			elsewhere[u] = true
		case kin && a.above[u] == above && (num == lo || num == hi):
			rate(u, 0.8)
		}
		if len(needle.runes) > 0 && (u.Text != "" || u.Title != "") {
			if text := a.fold(u.Own()); len(search(text, needle)) > 0 {
				score := 0.5
				if inside {
					score = 0.9
				}
				rate(u, score)
			}
		}
	}
	if len(scores) == 0 {
		for u := range elsewhere {
			rate(u, 0.4)
		}
	}
	return scores
}

func (a *applier) within(u, above *corpus.Unit) bool {
	if above == a.root {
		return true
	}
	for ; u != nil; u = a.above[u] {
		if u == above {
			return true
		}
	}
	return false
}

// nearWords finds what is most like words that are not there: in the provision
// the stretch that shares most of them, elsewhere the words themselves.
func (a *applier) nearWords(old string, ts []target, add func(u *corpus.Unit, text string, score float64)) {
	lang := a.old.Meta.Language
	sought := stems(old, lang)
	here := map[*corpus.Unit]bool{}
	for _, t := range ts {
		texts, heading := a.slots(t)
		for _, s := range slices.Concat(texts, heading) {
			here[s.unit] = true
			if m, score := likest(a.text(s), sought, lang); score > 0.3 {
				add(s.unit, around(a.text(s), m), 0.99*score)
			}
		}
	}
	needle := a.fold(old)
	texts, _ := a.slots(target{unit: a.root})
	for _, s := range texts {
		if here[s.unit] {
			continue
		}
		for _, m := range search(a.fold(a.text(s)), needle) {
			add(s.unit, around(a.text(s), m), 0.7)
			break
		}
	}
}

func stems(s, lang string) []words.Word {
	return slices.DeleteFunc(words.Split(s, lang), func(w words.Word) bool { return w.Part > 0 })
}

// likest is the stretch of a text, as long as what was sought, that has most of
// its words.
func likest(text string, sought []words.Word, lang string) (match, float64) {
	ws := stems(text, lang)
	n := len(sought)
	if n == 0 || len(ws) == 0 {
		return match{}, 0
	}
	n = min(n, len(ws))
	count := map[string]int{}
	for _, w := range sought {
		count[w.Stem]++
	}
	have, shared := map[string]int{}, 0
	best, at := 0, -1
	for i, w := range ws {
		if have[w.Stem]++; have[w.Stem] <= count[w.Stem] {
			shared++
		}
		if i >= n {
			gone := ws[i-n].Stem
			if have[gone]--; have[gone] < count[gone] {
				shared--
			}
		}
		if i >= n-1 && shared > best {
			best, at = shared, i-n+1
		}
	}
	if at < 0 {
		return match{}, 0
	}
	return match{lo: ws[at].Lo, hi: ws[at+n-1].Hi}, float64(best) / float64(len(sought))
}

// context is how many characters are shown on either side of words.
const context = 60

// around is a stretch of a text with what stands on either side.
func around(text string, m match) string {
	before, after := []rune(text[:m.lo]), []rune(text[m.hi:])
	left, right := string(before), string(after)
	if len(before) > context {
		left = string(before[len(before)-context:])
		if i := strings.IndexByte(left, ' '); i >= 0 {
			left = left[i+1:]
		}
		left = "…" + left
	}
	if len(after) > context {
		right = string(after[:context])
		if i := strings.LastIndexByte(right, ' '); i >= 0 {
			right = right[:i]
		}
		right += "…"
	}
	return left + text[m.lo:m.hi] + right
}

// clip is the beginning of a text.
func clip(s string) string {
	if rs := []rune(s); len(rs) > 3*context {
		return string(rs[:3*context]) + "…"
	}
	return s
}
