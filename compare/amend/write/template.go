package write

import (
	_ "embed"
	"strings"

	"svod/compare/yamlfile"
	"svod/corpus"
)

// A Template is the words of a draft: its title and lead-in, its orders and the
// forms of the nouns in them. Whatever is in braces is put in.
type Template struct {
	Language      string             `yaml:"language"`
	Mark          string             `yaml:"mark"`  // «Проект»
	Title         string             `yaml:"title"` // {changes}, {act}
	Change        []string           `yaml:"change"`
	Addition      []string           `yaml:"addition"`
	Makes         []string           `yaml:"makes"`
	MakesAddition []string           `yaml:"makesAddition"`
	Following     []string           `yaml:"following"`
	And           string             `yaml:"and"`
	AndNumbers    string             `yaml:"andNumbers"` // empty for And
	Lead          string             `yaml:"lead"`       // {act}, {following}, {changes}
	Acts          map[string]ActName `yaml:"acts"`       // by corpus.Meta.Type
	Body          string             `yaml:"body"`       // {act}, {body}
	Dated         string             `yaml:"dated"`
	Numbered      string             `yaml:"numbered"`
	Titled        string             `yaml:"titled"`
	Date          string             `yaml:"date"`
	Months        []string           `yaml:"months"`
	EffectMonths  []string           `yaml:"effectMonths"` // empty for Months
	Article       string             `yaml:"article"`
	Clause        string             `yaml:"clause"`
	Effect        string             `yaml:"effect"`   // {this}, {when}
	EffectOn      string             `yaml:"effectOn"` // {date}
	EffectDefault string             `yaml:"effectDefault"`

	// Approved are the names of what an act approves, where it names itself: of
	// what, what, in what; {by}.
	Approved map[string][]string `yaml:"approved"`

	Into           string              `yaml:"into"`
	Restate        string              `yaml:"restate"`
	Add            string              `yaml:"add"`
	Remove         string              `yaml:"remove"`
	Renumber       string              `yaml:"renumber"`
	RenumberMany   string              `yaml:"renumberMany"`
	ReplaceWords   string              `yaml:"replaceWords"`
	ReplaceCases   string              `yaml:"replaceCases"` // throughout the act, in whatever case; "" never says so
	RemoveWords    string              `yaml:"removeWords"`
	AfterWords     string              `yaml:"afterWords"`
	BeforeWords    string              `yaml:"beforeWords"`
	EndWords       string              `yaml:"endWords"`
	ReplaceSigns   string              `yaml:"replaceSigns"`
	AddSentence    string              `yaml:"addSentence"`
	RemoveSentence string              `yaml:"removeSentence"`
	Sentence       []string            `yaml:"sentence"`
	RowNumber      []string            `yaml:"rowNumber"` // of a row of a table, of several; none: tables are written anew
	SignAndAdd     string              `yaml:"signAndAdd"`
	Words          [][]string          `yaml:"words"` // what, of what, by what; one, several
	Figures        [][]string          `yaml:"figures"`
	Signs          map[string][]string `yaml:"signs"` // what, by what
	Heading        []string            `yaml:"heading"`
	// Nouns are those of units by their kinds, in their cases, one and then
	// several: see the file.
	Nouns map[string][]string `yaml:"nouns"`

	// Letters puts «а)», «б)» before the orders of one article, as Russia does.
	Letters bool `yaml:"letters"`

	by            string
	numbersItems  bool // of the draft that is written: 1), 2) before its articles
	partsNumbered bool // the act calls its clauses parts
	clauses       bool // and its subclauses clauses
	federal       bool // it is Russian or Kyrgyz
	brackets      bool // its clauses are numbered 1)
}

// An ActName is how drafts that amend a type of act are called, and how they
// call it.
type ActName struct {
	Name       string `yaml:"name"`       // of the draft itself
	Into       string `yaml:"into"`       // «Закон Республики Казахстан», in the accusative
	This       string `yaml:"this"`       // «Настоящий Закон»
	By         string `yaml:"by"`         // «указанным постановлением»: what it approved was
	Articles   bool   `yaml:"articles"`   // it is divided into articles; else clauses
	Identified bool   `yaml:"identified"` // its date and number stand in the title too
	Bare       bool   `yaml:"bare"`       // it goes without title and date
	Signed     string `yaml:"signed"`
}

var (
	//go:embed ru.yaml
	ruFile []byte
	//go:embed kk.yaml
	kkFile []byte
	//go:embed ru-RU.yaml
	ruRUFile []byte
	//go:embed ru-KG.yaml
	ruKGFile []byte
	//go:embed ru-BY.yaml
	ruBYFile []byte
)

// TemplateFor returns the built-in words for acts in a language of a country.
func TemplateFor(lang, jurisdiction string) *Template {
	files := [][]byte{ruFile}
	switch {
	case lang == "kk":
		files = [][]byte{kkFile}
	case jurisdiction == "RU":
		files = append(files, ruRUFile)
	case jurisdiction == "KG":
		files = append(files, ruRUFile, ruKGFile)
	case jurisdiction == "BY":
		files = append(files, ruRUFile, ruBYFile)
	}
	t := &Template{}
	for _, f := range files {
		if err := yamlfile.Read(f, t); err != nil {
			panic(err) // the built-in files are tested
		}
	}
	return t
}

// LoadTemplate reads a user's words: what they do not say is as in the built-in
// ones. The error is one of yamlfile.
func LoadTemplate(data []byte, lang, jurisdiction string) (*Template, error) {
	t := TemplateFor(lang, jurisdiction)
	if err := yamlfile.Read(data, t); err != nil {
		return nil, err
	}
	return t, nil
}

// TemplateText is the built-in file of a language, with its remarks.
func TemplateText(lang string) []byte {
	if lang == "kk" {
		return kkFile
	}
	return ruFile
}

// put puts values into the braces of a phrase, and takes out the space that an
// empty one leaves.
func put(phrase string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		brace := "{" + pairs[i] + "}"
		if pairs[i+1] == "" {
			phrase = strings.ReplaceAll(strings.ReplaceAll(phrase, brace+" ", ""), " "+brace, "")
		}
		phrase = strings.ReplaceAll(phrase, brace, pairs[i+1])
	}
	return phrase
}

// of is a template that knows what an act calls its levels.
func (t *Template) of(act *corpus.Document) *Template {
	u := *t
	u.numbersItems = t.actName(act).Articles || t.Letters
	u.by = t.actName(act).By
	inArticle := &corpus.Document{Meta: act.Meta, Root: &corpus.Unit{Units: []*corpus.Unit{{Kind: corpus.KindArticle, Num: "1", Units: []*corpus.Unit{
		{Kind: corpus.KindClause, Num: "1", Label: "1.", Units: []*corpus.Unit{{Kind: corpus.KindSubclause, Num: "1", Label: "1)"}}}}}}}}
	inArticle.CiteAs(act.Wording())
	steps := inArticle.Steps("ст.1/п.1/пп.1")
	u.partsNumbered = len(steps) == 3 && steps[1].Kind == corpus.KindPart
	u.clauses = len(steps) == 3 && steps[2].Kind == corpus.KindClause
	u.federal = act.Meta.Jurisdiction == "RU" || act.Meta.Jurisdiction == "KG"
	u.brackets = u.clauses && !u.federal
	return &u
}

func (t *Template) actName(act *corpus.Document) ActName {
	if a, ok := t.Acts[act.Meta.Type]; ok {
		return a
	}
	return t.Acts["other"]
}
