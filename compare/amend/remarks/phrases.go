package remarks

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed phrases
var phraseFiles embed.FS

// Phrases are the words of the tables of this package.
type Phrases struct {
	CheckTitle     string            `yaml:"check_title"`
	Found          string            `yaml:"found"`
	Clean          string            `yaml:"clean"`
	Scope          string            `yaml:"scope"`
	CheckHeads     []string          `yaml:"check_heads"`
	Row            string            `yaml:"row"`
	Numbered       string            `yaml:"numbered"`
	Page           string            `yaml:"page"`
	Columns        map[Role]string   `yaml:"columns"`
	Kinds          map[Kind]string   `yaml:"kinds"`
	UncheckedTitle string            `yaml:"unchecked_title"`
	UncheckedHeads []string          `yaml:"unchecked_heads"`
	Why            map[string]string `yaml:"why"`
	MergeTitle     string            `yaml:"merge_title"`
	MergeTitleTo   string            `yaml:"merge_title_to"`
	MergeHeads     map[Role]string   `yaml:"merge_heads"`
	Source         string            `yaml:"source"`
	Unplaced       string            `yaml:"unplaced"`
	General        string            `yaml:"general"`
	ByProvision    string            `yaml:"by_provision"`
}

var builtIns sync.Map // language → *Phrases

// PhrasesFor returns the built-in phrases of a language.
func PhrasesFor(lang string) *Phrases {
	if lang != "kk" && lang != "en" {
		lang = "ru"
	}
	if p, ok := builtIns.Load(lang); ok {
		return p.(*Phrases)
	}
	data, err := phraseFiles.ReadFile("phrases/" + lang + ".yaml")
	p := new(Phrases)
	if err == nil {
		err = yaml.Unmarshal(data, p)
	}
	if err != nil {
		panic(err) // a built-in file is wrong
	}
	builtIns.Store(lang, p)
	return p
}

// put fills the placeholders of a phrase: name, value, name, value …
func put(phrase string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		phrase = strings.ReplaceAll(phrase, "{"+pairs[i]+"}", pairs[i+1])
	}
	return phrase
}

func itoa(n int) string { return strconv.Itoa(n) }
