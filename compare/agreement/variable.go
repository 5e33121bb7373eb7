package agreement

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"svod/corpus/words"
)

// A Rating is one answer: what a coder said of a unit in a variable, and where
// it stands.
type Rating struct {
	Unit, Coder, Variable, Value string

	Text     string // of the unit, "" if the file hasn't it
	Document string // that the unit is of
	Citation string
	Note     string // the coder's own
	Place
}

// A Place is where in the input something stands.
type Place struct {
	File, Sheet string
	Row         int    // 1-based, 0 if unknown
	Column      string // its heading
}

// A Scale is what a codebook says of a variable.
type Scale struct {
	ID, Name string
	Level    Level
	Values   []Value // in their order; none for a number
	Missing  []string
	Free     bool // any text: kept, and not compared
}

// A Value is one value of a scale.
type Value struct {
	Code  string
	Label string // for people, "" if it is the code
}

// String is the label, or the code where there is none.
func (v Value) String() string { return cmp.Or(v.Label, v.Code) }

// A Unit is what was coded.
type Unit struct{ ID, Text, Document, Citation string }

// A Variable is the ratings of one variable: units by coders.
type Variable struct {
	ID, Name string
	Free     bool // any text, of which agreement says nothing
	Level    Level
	Units    []Unit   // in the order of the input
	Coders   []string // likewise
	Values   []Value  // in order; all that occur, and all of the scale
	Codes    [][]int  // of each unit and coder the index in Values, or Missing

	numbers []float64 // of Values, nil if some value is no number
	ordered bool      // the order of Values is the scale's own
}

// Missing is the code of a value that was not given.
const Missing = -1

// Variables sorts ratings by variable, in the order in which variables come.
// A scale says what belongs to a variable of its ID; the others are nominal.
// level, when not empty, is that of all; missing are codes of missing values
// beside the scales'. Of ratings that a coder gave twice the
// first counts: Check tells of them.
func Variables(ratings []Rating, scales []Scale, level Level, missing ...string) []*Variable {
	var out []*Variable
	byID := map[string]*filling{}
	for _, r := range ratings {
		f := byID[r.Variable]
		if f == nil {
			f = newFilling(r.Variable, scales, level)
			f.missing = append(f.missing, missing...)
			byID[r.Variable] = f
			out = append(out, f.v)
		}
		f.add(r)
	}
	for _, v := range out {
		byID[v.ID].finish()
	}
	return out
}

// A filling is a Variable that is being filled.
type filling struct {
	v      *Variable
	scale  *Scale
	units  map[string]int
	coders map[string]int
	values map[string]int // by folded value
	cells  map[[2]int]int

	missing []string
}

func newFilling(id string, scales []Scale, level Level) *filling {
	f := &filling{v: &Variable{ID: id, Name: id, Level: cmp.Or(level, Nominal)}, units: map[string]int{}, coders: map[string]int{}, values: map[string]int{}, cells: map[[2]int]int{}}
	for i := range scales {
		s := &scales[i]
		if s.ID != id && (s.Name == "" || s.Name != id) {
			continue
		}
		f.scale = s
		f.missing = append(f.missing, s.Missing...)
		f.v.Name = cmp.Or(s.Name, s.ID)
		f.v.Free = s.Free
		f.v.Level = cmp.Or(level, s.Level, Nominal)
		for _, value := range s.Values {
			f.v.Values = append(f.v.Values, value)
			f.values[f.v.fold(value.Code)] = len(f.v.Values) - 1
		}
		for i, value := range f.v.Values {
			if k := f.v.fold(value.Label); k != "" {
				if _, taken := f.values[k]; !taken {
					f.values[k] = i
				}
			}
		}
		break
	}
	return f
}

func (f *filling) add(r Rating) {
	u, ok := f.units[r.Unit]
	if !ok {
		u = len(f.v.Units)
		f.units[r.Unit] = u
		f.v.Units = append(f.v.Units, Unit{ID: r.Unit})
	}
	unit := &f.v.Units[u]
	unit.Text, unit.Document, unit.Citation = cmp.Or(unit.Text, r.Text), cmp.Or(unit.Document, r.Document), cmp.Or(unit.Citation, r.Citation)
	c, ok := f.coders[r.Coder]
	if !ok {
		c = len(f.v.Coders)
		f.coders[r.Coder] = c
		f.v.Coders = append(f.v.Coders, r.Coder)
	}
	value := f.v.fold(r.Value)
	if isMissing(value) || slices.ContainsFunc(f.missing, func(m string) bool { return f.v.fold(m) == value }) {
		return
	}
	k, ok := f.values[value]
	if !ok {
		k = len(f.v.Values)
		f.values[value] = k
		f.v.Values = append(f.v.Values, Value{Code: shownValue(r.Value)})
	}
	if _, twice := f.cells[[2]int{u, c}]; !twice {
		f.cells[[2]int{u, c}] = k
	}
}

// finish puts values in order and fills the codes.
func (f *filling) finish() {
	v := f.v
	declared := 0
	if f.scale != nil {
		declared = len(f.scale.Values)
	}
	numbers := make([]float64, len(v.Values))
	numeric := true
	for i, value := range v.Values {
		n, ok := number(value.Code)
		numbers[i], numeric = n, numeric && ok
	}
	order := make([]int, len(v.Values))
	for i := range order {
		order[i] = i
	}
	if declared == 0 || declared < len(v.Values) {
		slices.SortStableFunc(order[declared:], func(a, b int) int {
			if numeric {
				return cmp.Compare(numbers[a], numbers[b])
			}
			return strings.Compare(v.fold(v.Values[a].Code), v.fold(v.Values[b].Code))
		})
	}
	if numeric { // a scale may list its values in any order: the codes have their own
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
	}
	v.ordered = numeric || declared == len(v.Values) && declared > 0
	place := make([]int, len(order))
	values := make([]Value, len(order))
	for to, from := range order {
		place[from] = to
		values[to] = v.Values[from]
		if numeric {
			v.numbers = append(v.numbers, numbers[from])
		}
	}
	v.Values = values
	v.Codes = make([][]int, len(v.Units))
	for u := range v.Codes {
		v.Codes[u] = make([]int, len(v.Coders))
		for c := range v.Codes[u] {
			v.Codes[u][c] = Missing
			if k, ok := f.cells[[2]int{u, c}]; ok {
				v.Codes[u][c] = place[k]
			}
		}
	}
}

// pairable counts the units that at least two coders coded.
func (v *Variable) pairable() int {
	n := 0
	for _, row := range v.Codes {
		if given(row) > 1 {
			n++
		}
	}
	return n
}

// given counts the values of a unit.
func given(row []int) int {
	n := 0
	for _, c := range row {
		if c != Missing {
			n++
		}
	}
	return n
}

// isMissing knows what programs write where there is no value; folded.
func isMissing(folded string) bool {
	switch folded {
	case "", "na", "n/a", "#n/a", "#н/д", "nan", "null", ".", "*":
		return true
	}
	return false
}

// fold returns what two spellings of one value have in common: case, ё, spaces,
// 1,0 and 1. Of nominal codes only whole numbers are read as such: 1.1 and 1.10
// are two categories.
func (v *Variable) fold(s string) string {
	s = shownValue(s)
	if n, ok := number(s); ok && (v.Level != Nominal || n == math.Trunc(n)) {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return words.Fold(s)
}

// shownValue is a value without stray spaces, and without the apostrophe that
// keeps a spreadsheet from taking it for a formula.
func shownValue(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
		return rest
	}
	return s
}

// number reads a number with a decimal point or comma. Spaces set thousands apart.
func number(s string) (float64, bool) {
	s = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u202f':
			return -1
		case ',':
			return '.'
		case '−':
			return '-'
		}
		return r
	}, s)
	if strings.Trim(s, "+-.0123456789eE") != "" || !strings.ContainsAny(s, "0123456789") {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsInf(v, 0)
}
