// Package survey makes the tables of a survey of its answers and a map of its
// questions: one-way tables, banners by attributes of the respondents, multiple
// answers, weights, intervals, tests, two waves set side by side.
//
// Shares are of those who answered, unless said otherwise, and each table
// prints how many they are. An answer that is missing is not a «no».
package survey

import "slices"

// A Survey is the map of a survey's questions, and how its sample came about.
type Survey struct {
	Title     string
	ID        string   // column that names a respondent, "" if nobody is named
	Weight    string   // column of weights
	Sample    Sample   // how the respondents were chosen
	Missing   []string // answers that are none: 99, «нет ответа»
	Questions []*Question
	Banner    []string // IDs of questions by whose answers the others are cut
	Targets   []Target // what the weights bring the sample to
	Plan      []Target // how many answers were planned

	File   string
	SHA256 string
}

// A Sample is how respondents were chosen: only of a probability sample can an
// error be told.
type Sample string

// The kinds of samples.
const (
	Probability Sample = "probability"
	Quota       Sample = "quota"
	Convenience Sample = "convenience"
)

// A Kind is the kind of a question.
type Kind string

// The kinds of questions.
const (
	Single   Kind = "single"   // one answer of several
	Multiple Kind = "multiple" // any number of them
	Scale    Kind = "scale"    // one of several that have an order: 1 to 5
	Number   Kind = "number"
	Open     Kind = "open" // in the respondent's words
)

// A Question is what was asked and where its answers stand.
type Question struct {
	ID      string
	Text    string
	Kind    Kind
	Columns []string // one, or of a multiple question one for each value
	// Separator stands between the answers of a multiple question that has one
	// column.
	Separator string
	Values    []Value
	Missing   []string // besides those of the survey
	Positive  []string // codes of a scale that count as «положительно»; none: the upper two of five or more
	NPS       bool     // the scale runs from 0 to 10 and asks whether one would recommend
}

// A Value is an answer that may be given.
type Value struct{ Code, Label string }

// A Target is how the values of a question are spread: over the population, or in
// the plan of the sample.
type Target struct {
	Question string
	Amounts  map[string]float64 // by the code of the value
}

// question finds one by its ID.
func (s *Survey) question(id string) *Question {
	i := slices.IndexFunc(s.Questions, func(q *Question) bool { return q.ID == id })
	if i < 0 {
		return nil
	}
	return s.Questions[i]
}

// value is the place of a code or a label among the values, -1 for none.
func (q *Question) value(answer string) int {
	if i := slices.IndexFunc(q.Values, func(v Value) bool { return v.Code == answer }); i >= 0 {
		return i
	}
	return slices.IndexFunc(q.Values, func(v Value) bool { return fold(v.Label) == fold(answer) })
}

// positive are the places of the values that count as «положительно».
func (q *Question) positive() []int {
	var is []int
	if len(q.Positive) == 0 && len(q.Values) >= 5 {
		return []int{len(q.Values) - 2, len(q.Values) - 1}
	}
	for _, code := range q.Positive {
		if i := q.value(code); i >= 0 {
			is = append(is, i)
		}
	}
	return is
}
