package survey

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"svod/compare/yamlfile"
)

// An Error is a fault of a map or of answers, where it stands.
//
// Codes: those of yamlfile.Fault; value (key,
// value); id (missing or the doubled one); no-questions; no-columns, no-values
// (the question); unknown-question (key, ID); no-column (the column, those
// there are); empty (no answers); no-weights (the row); weight (row, value);
// target (question, what is wrong); twice (the respondent); no-pairs.
type Error struct {
	File         string
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.File, e.Line, e.Column, e.Code, strings.Join(e.Args, ", "))
}

type fileSurvey struct {
	Survey    yamlfile.Text             `yaml:"survey"`
	ID        yamlfile.Text             `yaml:"id"`
	Weight    yamlfile.Text             `yaml:"weight"`
	Sample    yamlfile.Text             `yaml:"sample"`
	Missing   yamlfile.Texts            `yaml:"missing"`
	Banner    yamlfile.Texts            `yaml:"banner"`
	Targets   map[string]yamlfile.Pairs `yaml:"targets"`
	Plan      map[string]yamlfile.Pairs `yaml:"plan"`
	Questions []*fileQuestion           `yaml:"questions"`
}

type fileQuestion struct {
	ID        yamlfile.Text  `yaml:"id"`
	Text      yamlfile.Text  `yaml:"text"`
	Kind      yamlfile.Text  `yaml:"type"`
	Column    yamlfile.Texts `yaml:"column"`
	Columns   yamlfile.Texts `yaml:"columns"`
	Separator yamlfile.Text  `yaml:"separator"`
	Values    yamlfile.Pairs `yaml:"values"`
	Missing   yamlfile.Texts `yaml:"missing"`
	Positive  yamlfile.Texts `yaml:"positive"`
	NPS       bool           `yaml:"nps"`
}

var kinds = map[string]Kind{
	"": Single, "single": Single, "один": Single, "multiple": Multiple, "несколько": Multiple, "scale": Scale, "шкала": Scale,
	"number": Number, "число": Number, "open": Open, "открытый": Open,
}

var samples = map[string]Sample{
	"": "", "probability": Probability, "вероятностная": Probability, "quota": Quota, "квотная": Quota,
	"convenience": Convenience, "стихийная": Convenience, "доступная": Convenience,
}

// Load reads the map of a survey in YAML. name is used in errors. All errors
// are of type *Error.
func Load(name string, data []byte) (*Survey, error) {
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	var f fileSurvey
	err := yamlfile.Read(data, &f)
	if bad := (*yamlfile.Fault)(nil); errors.As(err, &bad) {
		return nil, &Error{File: name, Line: bad.Line, Column: bad.Column, Code: bad.Code, Args: bad.Args}
	} else if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	s := &Survey{Title: f.Survey.S, ID: f.ID.S, Weight: f.Weight.S, Missing: f.Missing.Strings(), Banner: f.Banner.Strings(),
		File: name, SHA256: hex.EncodeToString(sum[:])}
	l := loader{name: name, s: s}
	var ok bool
	if s.Sample, ok = samples[strings.ToLower(f.Sample.S)]; !ok {
		l.fail(f.Sample, "value", "sample", f.Sample.S)
	}
	for _, q := range f.Questions {
		if q != nil {
			l.question(q)
		}
	}
	if len(s.Questions) == 0 {
		l.fail(yamlfile.Text{Line: 1, Column: 1}, "no-questions")
	}
	for _, b := range f.Banner {
		if s.question(b.S) == nil {
			l.fail(b, "unknown-question", "banner", b.S)
		}
	}
	s.Targets = l.targets("targets", f.Targets)
	s.Plan = l.targets("plan", f.Plan)
	if l.err != nil {
		return nil, l.err
	}
	return s, nil
}

// loader keeps the first fault.
type loader struct {
	name string
	s    *Survey
	err  error
}

func (l *loader) fail(at yamlfile.Text, code string, args ...string) {
	if l.err == nil {
		l.err = &Error{File: l.name, Line: at.Line, Column: at.Column, Code: code, Args: args}
	}
}

func (l *loader) question(f *fileQuestion) {
	q := &Question{ID: f.ID.S, Text: f.Text.S, Columns: append(f.Column.Strings(), f.Columns.Strings()...), Separator: f.Separator.S,
		Missing: f.Missing.Strings(), Positive: f.Positive.Strings(), NPS: f.NPS}
	var ok bool
	if q.Kind, ok = kinds[strings.ToLower(f.Kind.S)]; !ok {
		l.fail(f.Kind, "value", "type", f.Kind.S)
	}
	for _, v := range f.Values {
		value := Value{v.Key.S, v.Value.S}
		if value.Label == "" {
			value.Label = value.Code
		}
		if slices.ContainsFunc(q.Values, func(o Value) bool { return o.Code == value.Code }) {
			l.fail(v.Key, "value", "values", value.Code)
		}
		q.Values = append(q.Values, value)
	}
	switch {
	case q.ID == "":
		l.fail(f.Text, "id")
	case l.s.question(q.ID) != nil:
		l.fail(f.ID, "id", q.ID)
	}
	if q.Text == "" {
		q.Text = q.ID
	}
	if len(q.Columns) == 0 {
		q.Columns = []string{q.ID}
	}
	switch {
	case q.Kind != Multiple && len(q.Columns) > 1, q.Kind == Multiple && len(q.Columns) > 1 && len(q.Values) > 0 && len(q.Values) != len(q.Columns):
		l.fail(f.ID, "no-columns", q.ID)
	case q.Kind == Multiple && len(q.Columns) > 1 && len(q.Values) == 0:
		for _, c := range q.Columns {
			q.Values = append(q.Values, Value{c, c})
		}
	}
	for _, p := range f.Positive {
		if len(q.Values) > 0 && q.value(p.S) < 0 { // else the answers will tell
			l.fail(p, "value", "positive", p.S)
		}
	}
	l.s.Questions = append(l.s.Questions, q)
}

func (l *loader) targets(key string, of map[string]yamlfile.Pairs) []Target {
	var out []Target
	for _, q := range l.s.Questions { // in the order of the questions
		amounts, ok := of[q.ID]
		if !ok {
			continue
		}
		t := Target{Question: q.ID, Amounts: map[string]float64{}}
		for _, a := range amounts {
			n, ok := number(a.Value.S)
			i := q.value(a.Key.S)
			if len(q.Values) == 0 {
				i = 0 // values are known when the answers are read
			}
			if !ok || n < 0 || i < 0 {
				l.fail(a.Key, "target", q.ID, a.Key.S)
				continue
			}
			code := a.Key.S
			if len(q.Values) > 0 {
				code = q.Values[i].Code
			}
			t.Amounts[code] = n
		}
		out = append(out, t)
		delete(of, q.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		l.fail(yamlfile.Text{Line: 1, Column: 1}, "unknown-question", key, id)
	}
	return out
}
