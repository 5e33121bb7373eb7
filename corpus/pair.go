package corpus

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file makes the steps of a Reference of words and numbers.

// A pair is a word with its numbers, as they stand in the text.
type pair struct {
	lo, hi int // bytes of the input
	step   Step
	form   form
	kazakh bool
	weak   bool // counts only in company, or if nothing else was typed
}

// pairUp finds the words that have numbers. A Russian number follows its
// word, a Kazakh one precedes it; a Russian one may precede it too («вторая
// часть пункта 1», «5 статья 2 пункт»), if that leaves no number over.
func pairUp(ts []tok) []pair {
	var ps []pair
	for i := 0; i < len(ts); {
		t := ts[i]
		switch {
		case t.class == other && isRepeat(t.word) && i+1 < len(ts) && ts[i+1].class == number && len(ps) > 0:
			if p := &ps[len(ps)-1]; i > 0 && p.hi <= t.lo {
				p.step.Repeat = atoi(ts[i+1].num)
				p.hi = ts[i+1].hi
			}
			i += 2
		case t.class == other && i+1 < len(ts) && ts[i+1].class == level && partName(t.word) != "" && levelAs(ts[i+1], KindPart, KindSection) && (i+2 == len(ts) || ts[i+2].class != number):
			ps = append(ps, pair{lo: t.lo, hi: ts[i+1].hi, step: Step{Kind: KindPart, Nums: []string{partName(t.word)}}, weak: true, kazakh: ts[i+1].lexeme.before})
			i += 2
		case t.class == number:
			nums, n := list(ts, i)
			if i+n < len(ts) && ts[i+n].class == level {
				if p, ok := numberFirst(ts, i, n, nums); ok {
					ps = append(ps, p)
					i += n + 1
					continue
				}
			}
			i += n
		case t.class == level && !t.lexeme.before && i+1 < len(ts) && ts[i+1].class == number && suits(t.lexeme.kind, ts[i+1]):
			nums, n := list(ts, i+1)
			if t.lexeme.form == plural {
				nums = hyphenRanges(nums)
			}
			ps = append(ps, pair{lo: t.lo, hi: ts[i+n].hi, step: Step{Kind: t.lexeme.kind, Nums: nums}, form: t.lexeme.form,
				weak: t.lexeme.form == abbreviation && elsewhere(t.lexeme.kind)})
			i += n + 1
		case t.class == level && unnumbered(t.lexeme.kind) && t.lexeme.form != abbreviation:
			ps = append(ps, pair{lo: t.lo, hi: t.hi, step: Step{Kind: t.lexeme.kind}, form: t.lexeme.form, kazakh: t.lexeme.before,
				weak: t.lexeme.kind != KindPreamble})
			i++
		default:
			i++
		}
	}
	return ps
}

// elsewhere reports whether the abbreviation of a kind is common in other
// texts: 12 ч 30 мин, стр. 5.
func elsewhere(k Kind) bool {
	return k == KindPart || k == KindItem || k == KindTable || k == KindRow
}

func isRepeat(w string) bool {
	return w == "повтор" || w == "қайталануы" || w == "repeat"
}

// partName reads «Общая», «Ерекше».
func partName(w string) string {
	switch {
	case strings.HasPrefix(w, "общ") && len(w) <= len("общею"), w == "жалпы", w == "general":
		return "общ"
	case strings.HasPrefix(w, "особенн"), w == "ерекше", w == "special":
		return "особ"
	}
	return ""
}

func levelAs(t tok, kinds ...Kind) bool {
	return slices.Contains(kinds, t.lexeme.kind) && (t.lexeme.kind != KindSection || t.lexeme.before)
}

// list reads the numbers from token i on: «1), 2) и 5)», «3–5».
func list(ts []tok, i int) (nums []string, n int) {
	nums, n = []string{ts[i].num}, 1
	for i+n < len(ts) {
		t := ts[i+n]
		switch {
		case t.class == number && t.sort != ordinal && t.gap == ranging:
			last := nums[len(nums)-1]
			if !strings.Contains(last, "–") {
				nums[len(nums)-1] = last + "–" + t.num
			}
			n++
		case t.class == number && t.gap == listing && t.sort == ts[i].sort:
			nums = append(nums, t.num)
			n++
		case t.class == and && i+n+1 < len(ts) && ts[i+n+1].class == number && ts[i+n+1].sort == ts[i].sort:
			nums = append(nums, ts[i+n+1].num)
			n += 2
		default:
			return nums, n
		}
	}
	return nums, n
}

// hyphenRanges makes ranges of «пункты 1-3», which after a plural are no
// inserted units, if the second number is the greater one.
func hyphenRanges(nums []string) []string {
	for i, n := range nums {
		if lo, hi, ok := strings.Cut(n, "-"); ok && atoi(lo) > 0 && atoi(lo) < atoi(hi) && !strings.Contains(hi, "-") {
			nums[i] = lo + "–" + hi
		}
	}
	return nums
}

// atoi is the value of figures, 0 for anything else.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) || n > 1e6 {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// suits reports whether a number may stand after a word: Roman figures number
// what is above the clause, letters what is below.
func suits(k Kind, t tok) bool {
	switch t.sort {
	case figures:
		return k <= KindArticle
	case letter:
		return k >= KindClause && k <= KindItem
	}
	return true
}

// numberFirst pairs the n tokens of a number at i with the word after them.
func numberFirst(ts []tok, i, n int, nums []string) (pair, bool) {
	w := ts[i+n]
	p := pair{lo: ts[i].lo, hi: w.hi, step: Step{Kind: w.lexeme.kind, Nums: nums}, form: w.lexeme.form}
	next := tok{}
	if i+n+1 < len(ts) {
		next = ts[i+n+1]
	}
	if w.kazakh.before {
		// «абзац», «параграф» and abbreviations are Russian, too.
		if w.lexeme.before || kazakhAround(ts, i+n) {
			p.kazakh, p.step.Kind = true, w.kazakh.kind
			p.weak = w.lexeme.form == abbreviation
			return p, true
		}
	}
	if w.lexeme.before || w.lexeme.form == abbreviation || !suits(w.lexeme.kind, ts[i]) {
		return pair{}, false
	}
	// Count the words and numbers that alternate from here on: in «5 статья 2
	// пункт» they come in pairs, in «в 5 статьи 7» the first number is over.
	run := 2
	for j := i + n; j+1 < len(ts); run++ {
		j++
		want := number
		if run%2 == 1 {
			want = level
		}
		if ts[j].class != want {
			break
		}
		if want == number {
			_, k := list(ts, j)
			j += k - 1
		}
	}
	if run%2 == 1 && next.class == number && suits(w.lexeme.kind, next) {
		return pair{}, false
	}
	if ts[i].sort != ordinal && w.lexeme.form != nominative {
		return pair{}, false
	}
	p.weak = ts[i].sort == ordinal || w.lexeme.kind == KindPart || w.lexeme.kind == KindRow || w.lexeme.kind == KindTable
	return p, true
}

// kazakhAround reports whether the words beside token i are Kazakh.
func kazakhAround(ts []tok, i int) bool {
	for _, t := range ts {
		if t.class == level && t.lexeme.before {
			return true
		}
	}
	// «5-б. 2-т.» is Kazakh throughout, each word with its number before it.
	for j, t := range ts {
		if t.class == level && (!t.kazakh.before || j == 0 || ts[j-1].class != number) {
			return false
		}
	}
	return ts[len(ts)-1].class == level
}

// nest keeps the pairs that make one reference: a kind that occurs again
// begins another one, but «подпункт 1) подпункта 2)» is one level deeper.
func nest(ps []pair) []pair {
	seen := map[Kind]bool{}
	for i := range ps {
		k := ps[i].step.Kind
		if !seen[k] {
			seen[k] = true
			continue
		}
		if k == KindSubclause && !seen[KindItem] && i > 0 && ps[i-1].step.Kind == k {
			if ps[i].kazakh {
				ps[i].step.Kind = KindItem
			} else {
				ps[i-1].step.Kind = KindItem
			}
			seen[KindItem] = true
			continue
		}
		if k == KindPart && (floating(ps[i].step) != floating(ps[i-1].step) || ps[i-1].step.Kind != k) {
			continue // «часть 2 подпункта 1) части 1», «часть 2 статьи 5 Общей части»
		}
		if k == KindAppendix && ps[i].kazakh && ps[i-1].step.Kind == k {
			continue // «2-қосымшаның 4-қосымшасы»
		}
		return ps[:i]
	}
	return ps
}

// rank is how deep a step stands, as far as its word tells.
func rank(st Step) int {
	if KindRequisite <= st.Kind && st.Kind <= KindSignature {
		return int(KindParagraph)
	}
	return int(st.Kind)
}

// floating reports whether a step is a «часть», which may stand under the
// article, the clause or the subclause.
func floating(st Step) bool {
	return st.Kind == KindPart && len(st.Nums) > 0 && isDigit(st.Nums[0][0])
}

// arrange puts the steps into the order of the tree. A «часть» stays beside
// the word that stands outside of it in the text.
func arrange(ps []pair) []Step {
	if innermostFirst(ps) {
		slices.Reverse(ps)
	}
	var steps, parts []Step
	var after []int // the rank after which each part stands
	at := int(KindArticle)
	for _, p := range ps {
		if floating(p.step) {
			parts, after = append(parts, p.step), append(after, at)
			continue
		}
		steps = append(steps, p.step)
		at = max(rank(p.step), int(KindArticle))
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return cmp.Compare(rank(a), rank(b)) })
	for i, st := range parts {
		j := 0
		for j < len(steps) && rank(steps[j]) <= after[i] {
			j++
		}
		steps = slices.Insert(steps, j, st)
	}
	return steps
}

// innermostFirst reports whether the text goes from the subclause to the
// article, as Russian genitives do. Words in no order count as such.
func innermostFirst(ps []pair) bool {
	last := -1
	part := -1
	for i, p := range ps {
		if p.kazakh {
			return false
		}
		if floating(p.step) {
			part = i
			continue
		}
		if last >= 0 {
			return rank(p.step) < rank(ps[last].step)
		}
		last = i
	}
	if part >= 0 && last >= 0 && (ps[last].step.Kind <= KindArticle || ps[last].step.Kind >= KindPassage) {
		return (last > part) == (ps[last].step.Kind <= KindArticle)
	}
	return true
}

// rest joins the words that belong to no pair.
func rest(s string, ps []pair) string {
	var out []string
	at := 0
	add := func(piece string) {
		piece = strings.TrimFunc(piece, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune(".,;:/-–—)(№", r)
		})
		if piece != "" && !little[foldWord(piece)] && strings.ContainsFunc(piece, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, piece)
		}
	}
	for _, p := range ps {
		if p.lo > at {
			add(s[at:p.lo])
		}
		at = max(at, p.hi)
		if r, n := utf8.DecodeRuneInString(s[at:]); r == '.' || r == ')' || r == '»' {
			at += n
		}
	}
	add(s[at:])
	return strings.Join(out, " ")
}

// little are the words between the steps of a reference that say nothing.
var little = words("в во к ко и о об по из с со на от согласно of the и/или")
