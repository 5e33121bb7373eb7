package content

import (
	"strings"

	"github.com/goccy/go-yaml"
)

// A CountTemplate holds the heads and phrases of the tables of counts. The zero
// value of a field means the phrase of the tables' language, so that a user
// overrides what he wants. {n} stands for a number, a name or a list.
type CountTemplate struct {
	Title      string            `yaml:"title"`
	Kind       string            `yaml:"kind"`       // heading of the tables of one kind of councils
	Apart      string            `yaml:"apart"`      // why there are several
	ApartAuto  string            `yaml:"apart_auto"` // though nobody has asked for it
	Compared   string            `yaml:"compared"`   // heading where kinds of councils are compared
	By         string            `yaml:"by"`         // {n}: an attribute
	ByDocument string            `yaml:"by_document"`
	Attributes map[string]string `yaml:"attributes"` // names of attributes
	Types      map[string]string `yaml:"types"`      // of Documents, as values of the attribute

	Category    string            `yaml:"category"` // heads of columns
	Group       string            `yaml:"group"`
	Document    string            `yaml:"document"`
	Citation    string            `yaml:"citation"`
	Number      string            `yaml:"number"`
	Measures    map[string]string `yaml:"measures"`  // presence, occurrences, words
	Documents   map[string]string `yaml:"documents"` // by type, "" for several
	OfDocuments map[string]string `yaml:"percent_documents"`
	OfUnits     string            `yaml:"percent_units"`
	PerThousand string            `yaml:"per_thousand"`
	Any         string            `yaml:"any_category"` // the row of all
	AllWords    string            `yaml:"all_words"`
	Units       map[Unit]string   `yaml:"units"`
	NoValue     string            `yaml:"no_value"`
	Count       string            `yaml:"count"`
	Share       string            `yaml:"share"`
	Total       string            `yaml:"total"`

	Passport     string            `yaml:"passport"` // caption
	PassportRows map[string]string `yaml:"passport_rows"`
	VersionOf    string            `yaml:"version"`

	Source string `yaml:"source"`
	Base   string `yaml:"base"` // {documents}, {unit}, {units}, {words}

	Shares      string `yaml:"shares"` // captions; {by}, {documents}
	SharesChart string `yaml:"shares_chart"`
	Levels      string `yaml:"levels"`
	LevelsNote  string `yaml:"levels_note"`
	ByDocuments string `yaml:"by_documents"`
	ByMeasure   string `yaml:"by_measure"` // {measure}
	ByRow       string `yaml:"by_row"`
	ByColumn    string `yaml:"by_column"`
	Some        string `yaml:"some_categories"` // behind a caption; {from}, {to}, {of}
	HeatMap     string `yaml:"heat_map"`
	Tests       string `yaml:"tests"`
	Residuals   string `yaml:"residuals"`
	TrendTable  string `yaml:"trend_table"`
	TrendChart  string `yaml:"trend_chart"`
	TrendTests  string `yaml:"trend_tests"`
	Together    string `yaml:"together"`
	Jaccard     string `yaml:"jaccard"`
	JaccardHeat string `yaml:"jaccard_chart"`
	Pairs       string `yaml:"pairs"`
	Tone        string `yaml:"tone"`
	Quotes      string `yaml:"quotes"`
	Codebook    string `yaml:"codebook"`

	Sheets map[string]string `yaml:"sheets"` // names of sheets in XLSX

	Test         string            `yaml:"test"` // of tests
	TestNames    map[string]string `yaml:"test_names"`
	Adjusted     string            `yaml:"adjusted"`
	V            string            `yaml:"v"`
	MinExpected  string            `yaml:"min_expected"`
	Significant  string            `yaml:"significant"`
	Yes          string            `yaml:"yes"`
	No           string            `yaml:"no"`
	Undefined    string            `yaml:"undefined"` // {n}: the reason
	NotDefined   string            `yaml:"not_defined"`
	Reasons      map[string]string `yaml:"reasons"`
	Corrections  map[string]string `yaml:"corrections"`
	TestNote     string            `yaml:"test_note"` // {what}, {tests}, {correction}
	LeftGroups   string            `yaml:"left_groups"`
	UnitsNote    string            `yaml:"units_note"`
	MarkNote     string            `yaml:"mark_note"`
	Observed     string            `yaml:"observed"`
	Expected     string            `yaml:"expected"`
	With         string            `yaml:"with"`
	Without      string            `yaml:"without"`
	Residual     string            `yaml:"residual"`
	AnyNote      string            `yaml:"any_note"`
	SmallNote    string            `yaml:"small_note"`
	RowNote      string            `yaml:"row_note"`
	ColumnNote   string            `yaml:"column_note"`
	LooseNote    string            `yaml:"loose_note"`   // {documents}, {unit}, {units}
	LackingNote  string            `yaml:"lacking_note"` // {documents}, {unit}
	Year         string            `yaml:"year"`
	Undated      string            `yaml:"undated"`
	TrendNote    string            `yaml:"trend_note"`
	Kendall      []string          `yaml:"kendall"` // n, S, τ, p, slope
	TogetherNote string            `yaml:"together_note"`
	JaccardNote  string            `yaml:"jaccard_note"`
	PairHeads    []string          `yaml:"pair_heads"` // the second category, both, Jaccard
	PairsNote    string            `yaml:"pairs_note"`
	ToneHeads    []string          `yaml:"tone_heads"` // theme, f, n, r, t, coefficient
	AllThemes    string            `yaml:"all_themes"`
	ToneNote     string            `yaml:"tone_note"`
	Quote        string            `yaml:"quote"`
	Cut          string            `yaml:"cut"` // below a table that is too long; {n}, {of}
	Place        string            `yaml:"place"`
	QuotesNote   string            `yaml:"quotes_note"`
	DataHeads    []string          `yaml:"data_heads"` // code, category, kind, group, measure, value, base
	BookHeads    []string          `yaml:"codebook_heads"`
	FormsOf      string            `yaml:"forms_of"` // what was looked for: {stem}, {forms}
	NoForms      string            `yaml:"no_forms"`

	Log   map[string]string `yaml:"log"` // names of the record
	Skips map[Skip]string   `yaml:"skips"`
	Left  string            `yaml:"left"` // {n}: what, {parts}, {words}
	Rules map[Nested]string `yaml:"rules"`
}

// LoadCountTemplate reads a template in YAML: the phrases that a user wants
// otherwise. All errors are of type *Error.
func LoadCountTemplate(name string, data []byte) (*CountTemplate, error) {
	return loadTemplate[CountTemplate](name, data)
}

// CountTemplateText is the built-in template of a language as a file to edit.
func CountTemplateText(lang string) ([]byte, error) { return yaml.Marshal(countTemplate(lang)) }

func countTemplate(lang string) CountTemplate {
	if t, ok := countTemplates[lang]; ok {
		return t
	}
	return countTemplates["ru"]
}

// fill puts names into a phrase: {n}, {by} …, in pairs.
func fill(phrase string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(phrase)
}

// measure names what is counted.
func (t *CountTemplate) measure(m Measure) string {
	if m == Documents {
		return t.Documents[""]
	}
	return t.Measures[string(m)]
}

// baseName names what it is counted in.
func (t *CountTemplate) baseName(m Measure) string {
	switch m {
	case Documents:
		return t.Documents[""]
	case Presence:
		return t.Measures[string(Presence)]
	}
	return t.AllWords
}

// byType returns the phrase for a type of documents, or for any.
func byType(m map[string]string, kind string) string {
	if s, ok := m[kind]; ok {
		return s
	}
	return m[""]
}
