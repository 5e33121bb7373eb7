package agreement

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"svod/compare/content"
)

// A Plan says which units are coded, and by whom.
type Plan struct {
	Size    int     // units of the sample; 0: Share of all, or all
	Share   float64 // of all units, if Size is 0
	Seed    uint64
	Stratum func(content.CodingUnit) string // what the sample is proportional to; nil: nothing
	Coders  []string
	Overlap float64 // share of the sample that all coders code; the others have one each
}

// A Stratum is the units of one value of an attribute: how many there are, and
// how many were to be drawn. As many were: a plan never asks for more than there are.
type Stratum struct {
	Name               string
	Units, Plan, Drawn int
}

// A Sample is the units that were drawn, in the order of the documents.
type Sample struct {
	Units  []content.CodingUnit
	Strata []Stratum
	Total  int     // units there are
	Shared int     // units that all coders code
	For    [][]int // of each coder the places in Units
}

// Draw draws units without replacement. The same units, plan and seed give the
// same sample.
func Draw(units []content.CodingUnit, p Plan) *Sample {
	s := &Sample{Total: len(units)}
	size := p.Size
	if size == 0 {
		if size = len(units); p.Share > 0 {
			size = int(math.Round(p.Share * float64(len(units))))
		}
	}
	size = min(size, len(units))
	strata := map[string][]int{}
	for i, u := range units {
		name := ""
		if p.Stratum != nil {
			name = p.Stratum(u)
		}
		strata[name] = append(strata[name], i)
	}
	for name, of := range strata {
		s.Strata = append(s.Strata, Stratum{Name: name, Units: len(of)})
	}
	slices.SortFunc(s.Strata, func(a, b Stratum) int {
		return cmp.Or(-cmp.Compare(b2i(a.Name != ""), b2i(b.Name != "")), strings.Compare(a.Name, b.Name))
	})
	allot(s.Strata, size, len(units))
	random := rand.New(rand.NewPCG(p.Seed, 0x5eed))
	var drawn []int
	for i := range s.Strata {
		st := &s.Strata[i]
		of := strata[st.Name]
		for _, k := range random.Perm(len(of))[:st.Plan] {
			drawn = append(drawn, of[k])
			st.Drawn++
		}
	}
	slices.Sort(drawn)
	for _, i := range drawn {
		s.Units = append(s.Units, units[i])
	}
	s.share(p, random)
	return s
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// allot divides a sample among strata in proportion to their units, what is left
// by the largest remainder; of equal ones the first stratum gets it.
func allot(strata []Stratum, size, total int) {
	if total == 0 {
		return
	}
	order := make([]int, len(strata))
	left := size
	remainder := make([]int, len(strata))
	for i := range strata {
		order[i] = i
		strata[i].Plan = size * strata[i].Units / total
		remainder[i] = size * strata[i].Units % total
		left -= strata[i].Plan
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainder[b], remainder[a]) })
	for _, i := range order[:left] {
		strata[i].Plan++
	}
}

// share divides the sample among the coders: some units go to all of them, the
// others in turn to one.
func (s *Sample) share(p Plan, random *rand.Rand) {
	n := len(s.Units)
	coders := max(len(p.Coders), 1)
	s.For = make([][]int, coders)
	s.Shared = n
	if coders > 1 {
		s.Shared = min(int(math.Ceil(p.Overlap*float64(n)-tiny)), n)
	}
	order := random.Perm(n)
	for k, i := range order {
		for c := range s.For {
			if k < s.Shared || (k-s.Shared)%coders == c {
				s.For[c] = append(s.For[c], i)
			}
		}
	}
	for c := range s.For {
		slices.Sort(s.For[c])
	}
}

// keyOf is how a unit is known again: document, address, hash of the text that
// the coder sees.
func keyOf(document, address, text string) string {
	return document + "/" + address + "#" + hashOf(text)
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(shownValue(text)), " ")))
	return hex.EncodeToString(sum[:4])
}

// splitKey takes a key apart.
func splitKey(key string) (unit, hash string) {
	i := strings.LastIndexByte(key, '#')
	if i < 0 {
		return key, ""
	}
	return key[:i], key[i+1:]
}
