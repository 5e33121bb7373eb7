package apply

import (
	"svod/compare/amend"
	"svod/corpus"
)

// inCases replaces words in whatever case they stand, «в соответствующих
// падежах».
func (a *applier) inCases(op *amend.Operation, t target) ([]*corpus.Unit, Code) {
	hs := a.hits(t, op.Old)
	if len(hs) == 0 {
		return nil, Unsure
	}
	cs := make([]change, len(hs))
	for i, h := range hs {
		cs[i] = change{slot: h.slot, match: h.match, is: fitCase(h.match, op.Old, op.New)}
	}
	return a.rewrite(cs), ""
}
