package bodies

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"svod/compare/yamlfile"
)

// A Study says what is set side by side: bodies of which register, by which
// indicators.
type Study struct {
	Name         string
	File         string // as given to LoadStudy
	Register     string // its file, from the folder of the study; [Starter]
	Codebook     string
	Observations []string
	At           string // the bodies as of this date
	Year         string // only documents of this year; empty: all, of numbers the latest
	Split        string // an attribute whose values are never mixed: вид_совета
	Kinds        []Kind // its values, in the order of the report; empty: those that occur
	Indicators   []*Indicator
	Index        *Index            // nil: none is computed
	Phrases      map[string]string // instead of those of the report
}

// A Kind is a value of the attribute by which a study is split, and how reports
// call it: «Общественные советы», of whom «общественных советов».
type Kind struct {
	Value string `yaml:"value"`
	Name  string `yaml:"name"`
	Of    string `yaml:"of"`
}

// An Indicator is a column of the matrix.
type Indicator struct {
	ID         string
	Name       string
	Group      string // of columns that make a table of their own
	Definition string
	Type       Type
	Category   string // of the codebook: presence, mentions
	Partly     string // the category that makes it «частично»
	AtLeast    int    // mentions for «да»; fewer are «частично»
	Figure     string // of the codebook's indicators: number
	Part, Of   string // of a share: indicators
	Less       bool   // less is better
	Weight     float64
	Chart      bool // a figure of its own, of numbers
}

// A Type says what the values of an indicator are and where they come from.
// Whatever the type, what people have observed goes before what was found.
type Type string

// The types.
const (
	Presence Type = "presence" // да, частично, нет by categories
	Mentions Type = "mentions" // how often a category occurs
	Number   Type = "number"   // what reports state
	Share    Type = "share"    // of two numbers
	Observed Type = "observed" // да, частично, нет from observations only
	Measured Type = "measured" // a number from observations only
)

var types = map[string]Type{
	"наличие": Presence, "presence": Presence, "упоминания": Mentions, "mentions": Mentions, "число": Number, "number": Number,
	"доля": Share, "share": Share, "наблюдение": Observed, "observed": Observed, "измерение": Measured, "measured": Measured,
}

// numeric tells whether values are numbers, not states.
func (t Type) numeric() bool { return t == Mentions || t == Number || t == Share || t == Measured }

// An Index sums the weighted indicators up into one number.
type Index struct {
	Name        string
	Missing     Missing
	Scale       Scale
	Sensitivity float64 // each weight is changed by this share: 0.25
	Least       float64 // the share of the weights that must be known for an index
}

// Missing says what a value that is not known does to the index. There is no
// default: the choice changes who is first.
type Missing string

// The choices.
const (
	Exclude Missing = "exclude" // the weights of the others make the whole
	Zero    Missing = "zero"    // as if it were «нет»
)

// A Scale makes numbers comparable.
type Scale string

// The scales.
const (
	MinMax Scale = "minmax" // from the least to the greatest: 0–1
	ZScore Scale = "zscore" // deviations from the mean
)

// DefaultSensitivity is how much the weights are changed to see whether the
// places hold.
const DefaultSensitivity = 0.25

// DefaultLeast is the share of the weights that must be known for an index when
// what is missing is left out: a body of which one thing is known would
// otherwise be before one of which all is.
const DefaultLeast = 0.5

type fileStudy struct {
	Matrix       string            `yaml:"matrix"`
	Register     string            `yaml:"register"`
	Codebook     string            `yaml:"codebook"`
	Observations yamlfile.Texts    `yaml:"observations"`
	At           string            `yaml:"at"`
	Year         string            `yaml:"year"`
	Split        string            `yaml:"split"`
	Kinds        []Kind            `yaml:"kinds"`
	Indicators   []*fileIndicator  `yaml:"indicators"`
	Index        *fileIndex        `yaml:"index"`
	Phrases      map[string]string `yaml:"phrases"`
}

type fileIndicator struct {
	ID         yamlfile.Text `yaml:"id"`
	Name       string        `yaml:"name"`
	Group      string        `yaml:"group"`
	Definition string        `yaml:"definition"`
	Type       string        `yaml:"type"`
	Category   string        `yaml:"category"`
	Partly     string        `yaml:"partly"`
	AtLeast    int           `yaml:"at_least"`
	Figure     string        `yaml:"figure"`
	Part       string        `yaml:"part"`
	Of         string        `yaml:"of"`
	Better     string        `yaml:"better"`
	Weight     float64       `yaml:"weight"`
	Chart      bool          `yaml:"chart"`
}

type fileIndex struct {
	Name        yamlfile.Text `yaml:"name"`
	Missing     string        `yaml:"missing"`
	Numbers     string        `yaml:"numbers"`
	Sensitivity float64       `yaml:"sensitivity"`
	Least       float64       `yaml:"least"`
}

// LoadStudy reads a study in YAML. Errors are of type *Error.
func LoadStudy(name string, data []byte) (*Study, error) {
	var f fileStudy
	if err := unmarshal(name, data, &f); err != nil {
		return nil, err
	}
	s := &Study{Name: f.Matrix, File: name, Register: f.Register, Codebook: f.Codebook, Observations: f.Observations.Strings(), At: f.At, Year: f.Year,
		Split: f.Split, Kinds: f.Kinds, Phrases: f.Phrases}
	fail := func(at yamlfile.Text, code string, args ...string) error {
		return &Error{File: name, Line: at.Line, Column: at.Column, Code: code, Args: args}
	}
	switch {
	case len(f.Indicators) == 0:
		return nil, fail(yamlfile.Text{}, "empty")
	case f.Register == "":
		return nil, fail(yamlfile.Text{}, "columns", "register")
	case f.At != "" && !dateForm.MatchString(f.At):
		return nil, fail(yamlfile.Text{}, "date", f.At)
	}
	for _, fi := range f.Indicators {
		if fi == nil {
			continue
		}
		in, code, args := fi.indicator(s)
		if code != "" {
			return nil, fail(fi.ID, code, args...)
		}
		s.Indicators = append(s.Indicators, in)
	}
	for i, in := range s.Indicators {
		for _, id := range []string{in.Part, in.Of} {
			if other := s.indicator(id); in.Type == Share && (other == nil || !other.Type.numeric() || other.Type == Share) {
				return nil, fail(f.Indicators[i].ID, "indicator", id)
			}
		}
	}
	if f.Index != nil {
		index, code, args := f.Index.index()
		if code != "" {
			return nil, fail(f.Index.Name, code, args...)
		}
		s.Index = index
		if !slices.ContainsFunc(s.Indicators, func(in *Indicator) bool { return in.Weight > 0 }) {
			return nil, fail(f.Index.Name, "type", "index", "weight")
		}
	}
	for key := range f.Phrases {
		if _, ok := templates["ru"][key]; !ok {
			return nil, fail(yamlfile.Text{}, "field", key)
		}
	}
	return s, nil
}

// indicator checks one indicator, and returns the code of its fault.
func (fi *fileIndicator) indicator(s *Study) (in *Indicator, code string, args []string) {
	in = &Indicator{ID: fi.ID.S, Name: fi.Name, Group: fi.Group, Definition: fi.Definition, Category: fi.Category, Partly: fi.Partly,
		AtLeast: max(1, fi.AtLeast), Figure: fi.Figure, Part: fi.Part, Of: fi.Of, Weight: fi.Weight, Chart: fi.Chart}
	if in.ID == "" || s.indicator(in.ID) != nil {
		return nil, "id", []string{in.ID}
	}
	if in.Name == "" {
		in.Name = in.ID
	}
	var ok bool
	if in.Type, ok = types[fi.Type]; !ok {
		return nil, "value", []string{"type", fi.Type}
	}
	switch fi.Better {
	case "", "more", "больше":
	case "less", "меньше":
		in.Less = true
	default:
		return nil, "value", []string{"better", fi.Better}
	}
	if in.Weight < 0 {
		return nil, "weight", []string{in.ID, strconv.FormatFloat(in.Weight, 'g', -1, 64)}
	}
	lacks := func(key string) (*Indicator, string, []string) { return nil, "type", []string{in.ID, key} }
	switch {
	case (in.Type == Presence || in.Type == Mentions) && in.Category == "":
		return lacks("category")
	case in.Type == Number && in.Figure == "":
		return lacks("figure")
	case in.Type == Share && (in.Part == "" || in.Of == ""):
		return lacks("part, of")
	}
	return in, "", nil
}

// index checks the index, and returns the code of its fault.
func (fi *fileIndex) index() (ix *Index, code string, args []string) {
	ix = &Index{Name: fi.Name.S, Sensitivity: fi.Sensitivity, Least: fi.Least}
	switch strings.ToLower(fi.Missing) {
	case "exclude", "исключить":
		ix.Missing = Exclude
	case "zero", "ноль":
		ix.Missing = Zero
	case "":
		return nil, "missing", nil
	default:
		return nil, "value", []string{"missing", fi.Missing}
	}
	switch strings.ToLower(fi.Numbers) {
	case "", "minmax":
		ix.Scale = MinMax
	case "zscore":
		ix.Scale = ZScore
	default:
		return nil, "value", []string{"numbers", fi.Numbers}
	}
	if ix.Least == 0 && ix.Missing == Exclude {
		ix.Least = DefaultLeast
	}
	if ix.Least < 0 || ix.Least > 1 {
		return nil, "value", []string{"least", fmt.Sprint(fi.Least)}
	}
	if ix.Sensitivity == 0 {
		ix.Sensitivity = DefaultSensitivity
	}
	if ix.Sensitivity < 0 || ix.Sensitivity >= 1 {
		return nil, "value", []string{"sensitivity", fmt.Sprint(fi.Sensitivity)}
	}
	return ix, "", nil
}

func (s *Study) indicator(id string) *Indicator {
	for _, in := range s.Indicators {
		if in.ID == id {
			return in
		}
	}
	return nil
}

// Reads tells whether documents are looked at: a study may be of observations
// alone.
func (s *Study) Reads() bool {
	categories, figures := s.Needs()
	return categories || figures
}

// Needs tells what of a codebook the study uses: its categories, its indicators.
func (s *Study) Needs() (categories, figures bool) {
	for _, in := range s.Indicators {
		categories = categories || in.Category != "" || in.Partly != ""
		figures = figures || in.Figure != ""
	}
	return categories, figures
}
