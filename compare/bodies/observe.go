package bodies

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"svod/compare/sheet"
)

// An Observation is a value that a person has found: by looking at a site, by
// asking.
type Observation struct {
	Body      *Body
	Kind      string // of council, if the study is split
	Indicator *Indicator
	State     State
	Number    float64
	Factors   []float64 // by which it counts less: completeness, timeliness
	Source    string
	Note      string
	File      string
	Line      int
}

var observationColumns = [][]string{
	{"орган", "body", "регион", "region"},
	{"показатель", "indicator"},
	{"значение", "value"},
	{"коэффициенты", "factors", "k"},
	{"источник", "source"},
	{"примечание", "note"},
}

const (
	obsBody = iota
	obsIndicator
	obsValue
	obsFactors
	obsSource
	obsNote
)

// stateWords are how people write states.
var stateWords = map[string]State{
	"да": Yes, "есть": Yes, "иә": Yes, "yes": Yes, "1": Yes,
	"частично": Partly, "ішінара": Partly, "partly": Partly, "0,5": Partly, "0.5": Partly,
	"нет": No, "жоқ": No, "no": No, "0": No,
	"н.д.": NoData, "нд": NoData, "н/д": NoData, "нет данных": NoData, "": NoData, "д.ж.": NoData, "n/a": NoData,
	"н/п": NotApplicable, "неприменимо": NotApplicable, "not applicable": NotApplicable,
}

// LoadObservations reads observations as the rows of a table: body, indicator
// (its id or name), value, factors («0,8 | 1»), source, note, and the kind of
// council in a column of the split's name.
func (s *Study) LoadObservations(name string, rows []sheet.Row, r *Register) ([]Observation, error) {
	if len(rows) == 0 {
		return nil, &Error{File: name, Line: 1, Code: "empty"}
	}
	known := observationColumns
	split := -1
	if s.Split != "" {
		split = len(known)
		known = append(slices.Clone(known), []string{strings.ToLower(s.Split)})
	}
	rows = below(rows, known, obsBody, obsIndicator, obsValue)
	at, _ := heads(rows[0], known)
	for _, col := range []int{obsBody, obsIndicator, obsValue} {
		if at[col] < 0 {
			return nil, &Error{File: name, Line: 1, Code: "columns", Args: []string{observationColumns[col][0]}}
		}
	}
	if split >= 0 && at[split] < 0 {
		return nil, &Error{File: name, Line: 1, Code: "columns", Args: []string{s.Split}}
	}
	m := newMatcher(r)
	seen := map[string]bool{}
	var out []Observation
	for _, row := range rows[1:] {
		if remark(row) {
			continue
		}
		fail := func(code string, args ...string) ([]Observation, error) {
			return nil, &Error{File: name, Line: row.N, Code: code, Args: args}
		}
		o := Observation{Source: row.At(at[obsSource]), Note: row.At(at[obsNote]), File: name, Line: row.N}
		id := row.At(at[obsBody])
		if o.Body = r.find(id); o.Body == nil {
			hits := m.value(id)
			if len(hits) == 0 || slices.ContainsFunc(hits, func(h hit) bool { return h.name.body != hits[0].name.body }) {
				return fail("body", id)
			}
			o.Body = hits[0].name.body
		}
		id = row.At(at[obsIndicator])
		j := slices.IndexFunc(s.Indicators, func(in *Indicator) bool { return in.ID == id || strings.EqualFold(in.Name, id) })
		if j < 0 {
			return fail("indicator", id)
		}
		o.Indicator = s.Indicators[j]
		if split >= 0 {
			o.Kind = row.At(at[split])
		}
		var ok bool
		v := row.At(at[obsValue])
		if o.State, o.Number, ok = o.Indicator.Type.read(v); !ok {
			return fail("value", o.Indicator.ID, v)
		}
		for _, f := range several(strings.ReplaceAll(row.At(at[obsFactors]), ";", "|")) {
			k, err := strconv.ParseFloat(strings.ReplaceAll(f, ",", "."), 64)
			if err != nil || !(k >= 0 && k <= 1) {
				return fail("value", observationColumns[obsFactors][0], f)
			}
			o.Factors = append(o.Factors, k)
		}
		key := fmt.Sprintf("%s\x00%s\x00%s", o.Body.ID, o.Indicator.ID, strings.ToLower(o.Kind))
		if seen[key] {
			return fail("doubled", o.Body.Names[0].Text, o.Indicator.ID)
		}
		seen[key] = true
		out = append(out, o)
	}
	return out, nil
}

// read reads a value as people write it.
func (t Type) read(v string) (State, float64, bool) {
	s, ok := stateWords[strings.ToLower(v)]
	if !t.numeric() || ok && (s == NoData || s == NotApplicable) {
		return s, 0, ok
	}
	percent := strings.HasSuffix(v, "%")
	v = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".", "%", "", "−", "-").Replace(v)
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || n != n || n > 1e15 || n < -1e15 {
		return NoData, 0, false
	}
	if percent {
		n /= 100
	}
	return Yes, n, true
}
