package compare

import (
	"embed"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

// A Template is a form of the table of changes: its title, its columns and its
// words. The built-in forms are files in the folder forms, which a user can
// copy and change; [LoadTemplate] reads his.
//
// Words in braces are placeholders. The tag vars says which of them a phrase
// may have.
type Template struct {
	Form     string `yaml:"form" one:"editions,draft,parliament,russia"`
	Language string `yaml:"language" one:"ru,kk,en"`

	Title       string   `yaml:"title" vars:"title,act"`
	Marks       string   `yaml:"marks" one:"bold,color,strike,none"`
	Group       string   `yaml:"group" one:"none,act,chapter"`
	Intro       []string `yaml:"intro" one:"editions,summary,marks"`
	Removed     []string `yaml:"removed"` // right cell of what was removed: he, she, it
	RemovedMany string   `yaml:"removed_many"`
	Out         []string `yaml:"out"` // behind a removed element: «(исключен)»
	OutMany     string   `yaml:"out_many"`
	Columns     []Column `yaml:"columns"`

	Phrases `yaml:"phrases"`
}

// A Column of the table of changes.
type Column struct {
	Holds     string  `yaml:"holds" one:"number,element,before,after,basis,remarks,effect,author"`
	Head      string  `yaml:"head" vars:"before,after"`
	Width     float64 `yaml:"width"`
	HideEmpty bool    `yaml:"hide_empty"`
}

// Phrases are the words of a table.
type Phrases struct {
	Absent     string   `yaml:"absent"` // left cell of what was added
	AbsentMany string   `yaml:"absent_many"`
	Left       string   `yaml:"left_out"`
	New        []string `yaml:"new"` // behind a new element: «(новый)»; he, she, it
	NewMany    string   `yaml:"new_many"`
	Head       string   `yaml:"heading"` // behind an article of which only the heading changed
	Formerly   string   `yaml:"formerly" vars:"was"`
	OwnHeading string   `yaml:"own_heading"` // among other provisions of an article that changed
	OwnText    string   `yaml:"own_text"`
	OwnPart    string   `yaml:"own_part"`
	Requisites string   `yaml:"requisites"`

	Before        string `yaml:"before" vars:"date"` // heads of the columns of text
	After         string `yaml:"after" vars:"date"`
	BeforeYear    string `yaml:"before_year" vars:"date"`
	AfterYear     string `yaml:"after_year" vars:"date"`
	BeforeNot     string `yaml:"before_not_earlier" vars:"date"`
	AfterNot      string `yaml:"after_not_earlier" vars:"date"`
	BeforeDated   string `yaml:"before_dated" vars:"date"`
	AfterDated    string `yaml:"after_dated" vars:"date"`
	BeforeUnknown string `yaml:"before_unknown"`
	AfterUnknown  string `yaml:"after_unknown"`

	Moved       string `yaml:"moved" vars:"was"` // remarks
	Renumbered  string `yaml:"renumbered" vars:"was"`
	Numbers     string `yaml:"renumbered_many" vars:"list"`
	Numbered    string `yaml:"numbered" vars:"was"`
	Unnumbered  string `yaml:"unnumbered" vars:"was"`
	Split       string `yaml:"split" vars:"was,now"`
	Merged      string `yaml:"merged" vars:"was,now"`
	Rewritten   string `yaml:"rewritten"`
	Punctuation string `yaml:"punctuation"`
	NotesOnly   string `yaml:"notes_only"`
	Doubt       string `yaml:"doubt" vars:"score"`
	Doubts      string `yaml:"doubt_many" vars:"list"`
	Difference  string `yaml:"difference" vars:"name,difference"`
	MoreSums    string `yaml:"more_differences" vars:"n"`

	EditionOf  string `yaml:"edition_of" vars:"title,date,file"` // paragraphs
	NotEarlier string `yaml:"not_earlier" vars:"date"`
	NoDate     string `yaml:"no_date"`
	Reversed   string `yaml:"reversed"`
	SkipNotes  string `yaml:"skip_notes" vars:"counts"`
	MarksNote  string `yaml:"marks_note"`
	NoChange   string `yaml:"no_change"`

	Summary         string   `yaml:"summary" vars:"counts"`
	SummaryBelow    string   `yaml:"summary_below" vars:"tops,counts"`
	Count           string   `yaml:"count" vars:"did,n,units,units_of"`
	CountRenumbered string   `yaml:"count_renumbered" vars:"n,units,units_of"`
	CountList       string   `yaml:"count_list" vars:"list"`
	DidChange       []string `yaml:"did_changed"`
	DidAdd          []string `yaml:"did_added"`
	DidRemove       []string `yaml:"did_removed"`
	DidMove         []string `yaml:"did_moved"`
	DidSplit        []string `yaml:"did_split"`
	DidMerge        []string `yaml:"did_merged"`

	ActName string `yaml:"act_name" vars:"kind,title"` // of an act whose title doesn't tell its kind
	Kinds   Kinds  `yaml:"act_kinds"`

	CheckHead  string `yaml:"check_head"`
	CheckIntro string `yaml:"check_intro"`
	CheckRow   string `yaml:"check_row" vars:"was,now,score"`

	AnnouncedHead  string   `yaml:"announced_head"`
	AnnouncedAll   string   `yaml:"announced_all" vars:"n"`
	AnnouncedUnmet string   `yaml:"announced_unmet" vars:"list"`
	AnnouncedRow   string   `yaml:"announced_row" vars:"element,deed,law"`
	Deeds          []string `yaml:"deeds"`
	Unexplained    string   `yaml:"unexplained" vars:"list"`

	CrosswalkTitle    string `yaml:"crosswalk_title" vars:"title"`
	CrosswalkOld      string `yaml:"crosswalk_old"`
	CrosswalkNew      string `yaml:"crosswalk_new"`
	CrosswalkText     string `yaml:"crosswalk_text"`
	CrosswalkHow      string `yaml:"crosswalk_how"`
	CrosswalkScore    string `yaml:"crosswalk_score"`
	CrosswalkSame     string `yaml:"crosswalk_same"`
	CrosswalkChanged  string `yaml:"crosswalk_changed"`
	CrosswalkInPart   string `yaml:"crosswalk_in_part" vars:"now"`
	CrosswalkNearest  string `yaml:"crosswalk_nearest" vars:"now,score"`
	CrosswalkGone     string `yaml:"crosswalk_gone"`
	CrosswalkRepealed string `yaml:"crosswalk_repealed"`
	CrosswalkFrom     string `yaml:"crosswalk_from"`
	CrosswalkCheck    string `yaml:"crosswalk_check"`
	ByExact           string `yaml:"by_exact"`
	ByLabel           string `yaml:"by_label"`
	ByText            string `yaml:"by_text"`
	ByMove            string `yaml:"by_move"`
	BySplit           string `yaml:"by_split"`
	ByMerge           string `yaml:"by_merge"`

	ActsTitle      string `yaml:"acts_title"` // several acts
	ActsNumber     string `yaml:"acts_number"`
	ActsElement    string `yaml:"acts_element"`
	ActsConclusion string `yaml:"acts_conclusion"`
	Base           string `yaml:"base" vars:"title"`
	Nearest        string `yaml:"nearest" vars:"score"`
	None           string `yaml:"none"`
	Alone          string `yaml:"alone" vars:"title"`
	Dates          string `yaml:"dates"`

	Redline string `yaml:"redline"` // the text with its changes
	MovedTo string `yaml:"moved_to" vars:"now"`

	Repeats      string `yaml:"repeats"` // duplicates
	RepeatsIntro string `yaml:"repeats_intro"`
	NoRepeats    string `yaml:"no_repeats"`
	Shares       string `yaml:"shares"`
	SharesNote   string `yaml:"shares_note"`
	Groups       string `yaml:"repeat_groups"`
	GroupsNote   string `yaml:"repeat_groups_note"`
	Parts        string `yaml:"repeat_parts"`
	PartsNote    string `yaml:"repeat_parts_note"`
	Act          string `yaml:"act"`
	Words        string `yaml:"words"`
	Provision    string `yaml:"provision"`
	ShareOfIt    string `yaml:"share_of_it"`
	ShareOfFirst string `yaml:"share_of_first"`
	StandsIn     string `yaml:"stands_in"`
	ShareOfPart  string `yaml:"share_of_part"`
	ShareOfWhole string `yaml:"share_of_whole"`
	First        string `yaml:"first"`
	SameWords    string `yaml:"same_words"`
	More         string `yaml:"more_rows" vars:"n"`

	Page  PageWords  `yaml:"page"`
	Draft DraftWords `yaml:"draft"`
}

// Kinds are the kinds of acts that are named before titles like «О советах».
type Kinds struct {
	Law        string `yaml:"law"`
	Decree     string `yaml:"decree"`
	Resolution string `yaml:"resolution"`
	Order      string `yaml:"order"`
	Decision   string `yaml:"decision"`
}

//go:embed forms
var formFiles embed.FS

// Forms returns the names of the built-in forms, the default first.
func Forms() []string { return []string{"editions", "draft", "parliament", "russia"} }

// TemplateText returns a built-in form as a file to edit. An unknown form or
// language is taken for the default one.
func TemplateText(form, lang string) []byte {
	read := func(name string) ([]byte, bool) {
		data, err := formFiles.ReadFile("forms/" + name + ".yaml")
		return data, err == nil
	}
	words, ok := read(lang)
	if !ok {
		lang = "ru"
		words, _ = read(lang)
	}
	columns, ok := read(lang + "-" + form)
	if !ok {
		columns, _ = read(lang + "-" + Forms()[0])
	}
	return []byte(string(columns) + "\n" + string(words))
}

// TemplateFor returns a built-in form in a language: ru, kk, en.
func TemplateFor(form, lang string) *Template {
	t := new(Template)
	if err := yaml.Unmarshal(TemplateText(form, lang), t); err != nil {
		panic(err) // a built-in form is wrong
	}
	return t
}

// builtIn is TemplateFor for those who only read: reading a form takes longer
// than comparing two short acts.
func builtIn(form, lang string) *Template {
	key := [2]string{form, lang}
	if t, ok := builtIns.Load(key); ok {
		return t.(*Template)
	}
	t, _ := builtIns.LoadOrStore(key, TemplateFor(form, lang))
	return t.(*Template)
}

var builtIns sync.Map // [2]string → *Template

// Fill fills a phrase's placeholders: name, value, name, value …
func Fill(phrase string, pairs ...string) string {
	for i := range pairs {
		if i%2 == 0 {
			pairs[i] = "{" + pairs[i] + "}"
		}
	}
	return strings.NewReplacer(pairs...).Replace(phrase)
}

// inGender chooses among words for he, she and it; one word serves all.
func inGender(words []string, gender int) string {
	switch {
	case gender < len(words):
		return words[gender]
	case len(words) > 0:
		return words[0]
	}
	return ""
}
