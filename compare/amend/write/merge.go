package write

import (
	"slices"

	"svod/compare/amend"
)

// merge makes one order of operations that a drafter would name together: «в
// пунктах 1, 2 и 4 слова …», «подпункты 3) и 5) исключить», «подпункты 4) и 5)
// считать соответственно подпунктами 5) и 6)».
func merge(ops []step) []step {
	var out []step
	for _, op := range ops {
		joined := false
		for i := len(out) - 1; i >= 0 && !joined; i-- {
			last := &out[i]
			if !neighbours(last.Where[0], op.Where[0]) || last.Kind != op.Kind || last.Object != op.Object || last.parts != op.parts {
				if !sameMember(last.Where[0], op.Where[0]) {
					break
				}
				continue
			}
			adjacent := i == len(out)-1
			if !adjacent && len(op.Where[0].Levels) == 1 {
				break // articles stand in their order
			}
			switch {
			case op.Object == amend.Units && op.Kind == amend.Remove && (adjacent || onlyBelow(out[i+1:], op.Where[0])),
				op.Object == amend.Units && op.Kind == amend.Restate && adjacent && len(op.Where[0].Levels) > 1 && len(op.Units) == 1 && op.Units[0].Num != "" && last.Units[0].Num != "",
				op.Object == amend.Units && op.Kind == amend.Renumber && (adjacent || onlyBelow(out[i+1:], op.Where[0])):
			case op.Kind != amend.Restate && op.Object != amend.Units && op.Object != amend.Sentences && op.Object != amend.Signs &&
				op.Old == last.Old && op.New == last.New && op.Side == last.Side && op.Old != "":
			default:
				continue
			}
			last.Where = slices.Clone(last.Where)
			k := len(last.Where[0].Levels) - 1
			last.Where[0].Levels = slices.Clone(last.Where[0].Levels)
			last.Where[0].Levels[k].Nums = append(slices.Clip(last.Where[0].Levels[k].Nums), op.Where[0].Levels[k].Nums...)
			switch {
			case op.Kind == amend.Renumber:
				last.Nums = append(slices.Clip(last.Nums), op.Nums...)
			case op.Kind == amend.Restate:
				last.Units = append(slices.Clip(last.Units), op.Units...)
				last.New += "\n" + op.New
			}
			joined = true
		}
		if !joined {
			out = append(out, op)
		}
	}
	return out
}

// neighbours reports whether two places differ in nothing but the last number.
func neighbours(a, b amend.Where) bool {
	k := len(a.Levels) - 1
	if k < 0 || len(b.Levels) != k+1 || a.Part != b.Part || a.Part == amend.PartSentence {
		return false
	}
	x, y := a.Levels[k], b.Levels[k]
	if x.Kind != y.Kind || len(x.Nums) == 0 || len(y.Nums) != 1 || x.Repeat+y.Repeat > 0 || slices.Contains(x.Nums, y.Nums[0]) {
		return false
	}
	for i := range k {
		if !sameLevel(a.Levels[i], b.Levels[i]) {
			return false
		}
	}
	return true
}

func sameLevel(a, b amend.Level) bool {
	return a.Kind == b.Kind && a.Repeat == b.Repeat && slices.Equal(a.Nums, b.Nums)
}

// sameMember reports whether two places lie in one article.
func sameMember(a, b amend.Where) bool {
	return len(a.Levels) > 0 && len(b.Levels) > 0 && a.Levels[0].Kind == b.Levels[0].Kind && (len(a.Levels) == 1 || sameLevel(a.Levels[0], b.Levels[0]))
}

// onlyBelow reports whether operations lie in units beside a place, not above it.
func onlyBelow(ops []step, w amend.Where) bool {
	return !slices.ContainsFunc(ops, func(op step) bool { return len(op.Where[0].Levels) < len(w.Levels) })
}

// draw writes long runs of numbers as ranges, where nothing else of the act
// lies in them.
func (w *writer) draw(steps []step) []step {
	for i := range steps {
		s := &steps[i]
		k := len(s.Where[0].Levels) - 1
		if k < 0 || s.Object != amend.Units || s.Kind == amend.Restate || len(s.Where[0].Levels[k].Nums) < longRun {
			continue
		}
		levels := slices.Clone(s.Where[0].Levels)
		levels[k].Nums = ranges(levels[k].Nums)
		if n := len(w.old.Spots(amend.Where{Levels: levels}.Reference())); n != len(s.Where[0].Levels[k].Nums) {
			continue
		}
		s.Where = []amend.Where{s.Where[0]}
		s.Where[0].Levels = levels
		if s.Kind == amend.Renumber {
			s.Nums = ranges(s.Nums)
		}
	}
	return steps
}

// longRun is how many numbers one after the other are drawn together.
const longRun = 10
