package amend

import (
	"embed"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

// phrases are the words of the table of operations, by language.
type phrases struct {
	Language     string            `yaml:"language"`
	Title        string            `yaml:"title"`
	Untitled     string            `yaml:"untitled"`
	Caption      string            `yaml:"caption"`
	Summary      string            `yaml:"summary"`
	Nothing      string            `yaml:"nothing"`
	Number       string            `yaml:"number"`
	Place        string            `yaml:"place"`
	Where        string            `yaml:"where"`
	Deed         string            `yaml:"deed"`
	Old          string            `yaml:"old"`
	New          string            `yaml:"new"`
	Effect       string            `yaml:"effect"`
	ActItself    string            `yaml:"act_itself"`
	NoAct        string            `yaml:"no_act"`
	Unread       string            `yaml:"unread"`
	UnreadNone   string            `yaml:"unread_none"`
	Line         string            `yaml:"line"`
	Text         string            `yaml:"text"`
	Why          string            `yaml:"why"`
	Kinds        map[Kind]string   `yaml:"kinds"`
	Objects      map[Object]string `yaml:"objects"`
	DeedObject   string            `yaml:"deed_object"`
	Sides        map[Side]string   `yaml:"sides"`
	Everywhere   string            `yaml:"everywhere"`
	Cases        string            `yaml:"cases"`
	Until        string            `yaml:"until"`
	Numbers      string            `yaml:"numbers"`
	FromAppendix string            `yaml:"from_appendix"`
	PartHeading  string            `yaml:"part_heading"`
	PartSentence string            `yaml:"part_sentence"`
	PartLast     string            `yaml:"part_last"`
	PartNote     string            `yaml:"part_note"`
	OnDate       string            `yaml:"on_date"`
	Days         string            `yaml:"days"`
	Working      string            `yaml:"working"`
	Months       string            `yaml:"months"`
	Published    string            `yaml:"published"`
	NoEffect     string            `yaml:"no_effect"`
	Doubts       map[Doubt]string  `yaml:"doubts"`
	Whys         map[Why]string    `yaml:"whys"`
}

//go:embed phrases
var phraseFiles embed.FS

var allPhrases = sync.OnceValue(func() map[string]*phrases {
	m := map[string]*phrases{}
	for _, lang := range []string{"ru", "kk", "en"} {
		data, err := phraseFiles.ReadFile("phrases/" + lang + ".yaml")
		if err != nil {
			panic(err)
		}
		p := new(phrases)
		if err := yaml.UnmarshalWithOptions(data, p, yaml.Strict()); err != nil {
			panic(err) // a file of ours is wrong
		}
		m[lang] = p
	}
	return m
})

// phrasesFor returns the words of a language, Russian ones for others.
func phrasesFor(lang string) *phrases {
	if p, ok := allPhrases()[lang]; ok {
		return p
	}
	return allPhrases()["ru"]
}

// put fills a phrase's placeholders: name, value, name, value …
func put(phrase string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(phrase)
}
