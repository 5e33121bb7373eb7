package apply

import (
	"embed"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"svod/compare/yamlfile"
	"svod/corpus"
	"svod/corpus/words"
)

// Phrases are the words of the notes that tell what changed a provision. The
// built-in ones are files in the folder phrases; words in braces are put in:
//
//	{unit} {unit_of} {unit_by} {unit_to}  the provision, and its cases
//	{whole}                               what it was added to
//	{source} {source_of}                  the places of the draft: who did it, whose wording it is
//	{until}                               the day to which something is suspended
type Phrases struct {
	Language       string            `yaml:"language"`
	Note           string            `yaml:"note"`
	Changed        string            `yaml:"changed"`
	ChangedMany    string            `yaml:"changed_many"`
	Restated       string            `yaml:"restated"`
	Added          []string          `yaml:"added"` // he, she, it, they
	Heading        string            `yaml:"heading"`
	HeadingNew     string            `yaml:"heading_new"`
	Title          string            `yaml:"title"`
	TitleNew       string            `yaml:"title_new"`
	Suspended      string            `yaml:"suspended"`
	SuspendedUntil string            `yaml:"suspended_until"`
	Renumbered     string            `yaml:"renumbered"`
	ActChanged     string            `yaml:"act_changed"`
	ActRepealed    string            `yaml:"act_repealed"`
	By             string            `yaml:"by"`
	Removed        []string          `yaml:"removed"`
	Repealed       []string          `yaml:"repealed"`
	RepealedBare   []string          `yaml:"repealed_bare"` // without a source
	Draft          string            `yaml:"draft"`
	DraftAlone     string            `yaml:"draft_alone"`
	DraftAloneOf   string            `yaml:"draft_alone_of"`
	And            string            `yaml:"and"`
	Nouns          [][]string        `yaml:"nouns"` // one, of, by, and in Russian the gender, in Kazakh to and its
	Types          map[string]string `yaml:"types"` // what acts of a type are called
	Report         ReportPhrases     `yaml:"report"`
}

// ReportPhrases are the words of the table of what was not applied.
type ReportPhrases struct {
	Title     string          `yaml:"title"`
	Caption   string          `yaml:"caption"`
	Summary   string          `yaml:"summary"`
	None      string          `yaml:"none"`
	Number    string          `yaml:"number"`
	Place     string          `yaml:"place"`
	Order     string          `yaml:"order"`
	Where     string          `yaml:"where"`
	Why       string          `yaml:"why"`
	Near      string          `yaml:"near"`
	ActItself string          `yaml:"act_itself"`
	Codes     map[Code]string `yaml:"codes"` // and no-text
}

//go:embed phrases
var phraseFiles embed.FS

// PhrasesText returns the built-in phrases of a language, ru, kk or en, as a
// file to edit; of all others the Russian ones. English has those of the report
// only: notes are in the language of their act.
func PhrasesText(lang string) []byte {
	data, err := phraseFiles.ReadFile("phrases/" + lang + ".yaml")
	if err != nil {
		data, _ = phraseFiles.ReadFile("phrases/ru.yaml")
	}
	return data
}

// PhrasesFor returns the built-in phrases of a language.
func PhrasesFor(lang string) *Phrases {
	if lang != "kk" && lang != "en" {
		lang = "ru"
	}
	if p, ok := builtIns.Load(lang); ok {
		return p.(*Phrases)
	}
	p := new(Phrases)
	if err := yamlfile.Read(PhrasesText(lang), p); err != nil {
		panic(err) // a built-in file is wrong
	}
	builtIns.Store(lang, p)
	return p
}

// LoadPhrases reads a user's phrases: what they do not say is as in the built-in
// ones of a language. The error is one of yamlfile.
func LoadPhrases(data []byte, lang string) (*Phrases, error) {
	p := new(Phrases)
	if err := yamlfile.Read(PhrasesText(lang), p); err != nil {
		return nil, err
	}
	if err := yamlfile.Read(data, p); err != nil {
		return nil, err
	}
	return p, nil
}

var builtIns sync.Map // language → *Phrases

// put fills the placeholders of a phrase: name, value, name, value …
func put(phrase string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		phrase = strings.ReplaceAll(phrase, "{"+pairs[i]+"}", pairs[i+1])
	}
	return phrase
}

func inGender(words []string, gender int) string {
	if len(words) == 0 {
		return ""
	}
	if gender >= len(words) {
		gender = 0
	}
	return words[gender]
}

func capital(s string) string { return words.Capital(s) }

// note is the text of a note.
func (p *Phrases) note(a *applier, d *corpus.Document, m mark) string {
	unit := p.local(d.Citation(d.AddressOf(m.unit), p.Language))
	source, sourceOf := p.sources(a, m.ops), p.sourcesOf(a, m.ops)
	act := m.unit == a.root
	if act {
		unit = p.act(a)
	}
	phrase := p.Changed
	whole := ""
	switch m.verb {
	case changedNote:
		switch {
		case act:
			phrase = p.ActChanged
		case len(m.ops) > 1:
			phrase = p.ChangedMany
		}
	case restatedNote:
		phrase = p.Restated
	case addedNote:
		if whole = p.act(a); m.of != a.root {
			whole = p.local(d.Citation(d.AddressOf(m.of), p.Language))
		}
		phrase = inGender(p.Added, p.gender(whole))
	case headingNote:
		if phrase = p.Heading; act {
			phrase = p.Title
		}
	case headingNewNote:
		if phrase = p.HeadingNew; act {
			phrase = p.TitleNew
		}
	case suspendedNote:
		if phrase = p.Suspended; m.until != "" {
			phrase = p.SuspendedUntil
		}
	case renumberedNote:
		phrase = p.Renumbered
	case repealedNote:
		phrase = p.ActRepealed
	}
	text := put(phrase, "unit", unit, "unit_of", p.inCase(unit, 1), "unit_by", p.inCase(unit, 2), "unit_to", p.inCase(unit, 3),
		"whole", whole, "source", source, "source_of", sourceOf, "until", printDate(m.until))
	return put(p.Note, "text", capital(text))
}

// act is what the act is called: «закон», by its type or by the draft's word.
func (p *Phrases) act(a *applier) string {
	kinds := []string{a.old.Meta.Type}
	if a.act < len(a.draft.Acts) {
		kinds = append(kinds, a.draft.Acts[a.act].Type)
	}
	for _, kind := range kinds {
		if name := p.Types[kind]; name != "" && kind != "other" {
			return name
		}
	}
	return p.Types["other"]
}

// sources names the places of the draft that order operations, as those who
// did it: «подпунктом 1) статьи 1 и абзацем третьим статьи 2 проекта».
func (p *Phrases) sources(a *applier, ops []int) string { return p.places(a, ops, 2, p.DraftAlone) }

// sourcesOf names them as those whose wording it is: «подпункта 1) статьи 1 проекта».
func (p *Phrases) sourcesOf(a *applier, ops []int) string { return p.places(a, ops, 1, p.DraftAloneOf) }

func (p *Phrases) places(a *applier, ops []int, form int, alone string) string {
	var names []string
	seen := map[string]bool{}
	for _, i := range ops {
		place := a.draft.Operations[i].Place
		name := ""
		if d := a.draft.Document; d != nil && place != "" {
			name = d.Citation(place, p.Language)
		}
		if name == "" {
			return alone
		}
		if p.Language == "kk" { // «жобаның 1-бабының 1) тармақшасымен»
			name = p.its(name) + "мен"
		} else {
			name = p.inCase(name, form)
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return alone
	}
	last := len(names) - 1
	all := names[last]
	if last > 0 {
		all = strings.Join(names[:last], ", ") + p.And + all
	}
	return put(p.Draft, "place", all)
}

// local is the beginning of a citation, what a provision is called inside of
// what it lies in: «подпункт 3)» of «подпункт 3) пункта 2 статьи 5»; in Kazakh
// the end, in its plain form.
func (p *Phrases) local(citation string) string {
	words := strings.Fields(citation)
	if len(words) == 0 {
		return ""
	}
	if p.Language == "kk" {
		last := len(words) - 1
		name := p.plain(words[last])
		if last > 0 && (strings.HasSuffix(words[last-1], ")") || strings.HasSuffix(words[last-1], "нші")) {
			name = words[last-1] + " " + name
		}
		return name
	}
	n := 1
	for n < len(words) && n < 3 && p.find(words[n], 1) < 0 && p.find(words[n], 0) < 0 {
		n++
	}
	return strings.Join(words[:n], " ")
}

// find is the place of a noun whose form a word is, -1 if it is none.
func (p *Phrases) find(word string, form int) int {
	for i, n := range p.Nouns {
		if form < len(n) && n[form] == word {
			return i
		}
	}
	return -1
}

// plain gives a Kazakh word of a citation, with its number before it, its first
// form: «2-тармағы» is «2-тармақ».
func (p *Phrases) plain(word string) string {
	num, noun := cutNumber(word)
	if i := p.find(noun, 4); i >= 0 {
		return num + p.Nouns[i][0]
	}
	return word
}

func cutNumber(word string) (num, noun string) {
	i := strings.LastIndexFunc(word, func(r rune) bool { return r == '-' || unicode.IsDigit(r) })
	return word[:i+1], word[i+1:]
}

// its gives a Kazakh citation the form that it has in another's, by its
// outermost word: «1-бап» is «жобаның 1-бабы», «1-баптың 2-тармағы» «жобаның
// 1-бабының 2-тармағы».
func (p *Phrases) its(citation string) string {
	words := strings.Fields(citation)
	for i, w := range words {
		num, noun := cutNumber(w)
		if k := p.find(noun, 1); k >= 0 && len(p.Nouns[k]) > 4 && i < len(words)-1 {
			own := p.Nouns[k][4]
			genitive := "нің"
			if strings.HasSuffix(own, "ы") {
				genitive = "ның"
			}
			words[i] = num + own + genitive
			break
		}
		if k := p.find(noun, 0); k >= 0 && len(p.Nouns[k]) > 4 && i == len(words)-1 {
			words[i] = num + p.Nouns[k][4]
		}
	}
	return strings.Join(words, " ")
}

// inCase puts the first noun of a citation into another case, with the ordinal
// behind it; in Kazakh the last.
func (p *Phrases) inCase(name string, form int) string {
	if p.Language == "kk" {
		i := strings.LastIndexByte(name, ' ') + 1
		num, noun := cutNumber(name[i:])
		if k := p.find(noun, 0); k >= 0 && form < len(p.Nouns[k]) {
			return name[:i] + num + p.Nouns[k][form]
		}
		return name
	}
	words := strings.Split(name, " ")
	k := p.find(words[0], 0)
	if k < 0 || form > 2 || form >= len(p.Nouns[k]) {
		return name
	}
	words[0] = p.Nouns[k][form]
	for i := 1; i < len(words) && i < 3; i++ { // «абзац двадцать второй»
		was := words[i]
		if words[i] = ordinal(was, form); words[i] != was || p.find(was, 1) >= 0 {
			break
		}
	}
	return strings.Join(words, " ")
}

// ordinal puts an ordinal into the genitive (1) or instrumental (2): «третья»
// is «третьей», «второй» «вторым».
func ordinal(word string, form int) string {
	for _, e := range [][3]string{
		{"третья", "третьей", "третьей"}, {"третий", "третьего", "третьим"},
		{"ая", "ой", "ой"}, {"ый", "ого", "ым"}, {"ой", "ого", "ым"},
	} {
		if stem, ok := strings.CutSuffix(word, e[0]); ok {
			return stem + e[form]
		}
	}
	return word
}

// gender of the noun that a name begins with.
func (p *Phrases) gender(name string) int {
	word, _, _ := strings.Cut(name, " ")
	if i := p.find(word, 0); i >= 0 && p.Language != "kk" && len(p.Nouns[i]) > 3 {
		if n, err := strconv.Atoi(p.Nouns[i][3]); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

// printDate prints a day as acts do in short: 01.02.2027.
func printDate(iso string) string {
	if p := strings.Split(iso, "-"); len(p) == 3 {
		return p[2] + "." + p[1] + "." + p[0]
	}
	return iso
}
