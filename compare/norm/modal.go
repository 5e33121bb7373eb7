package norm

import "strings"

// A Kind is what a norm does.
type Kind string

// The kinds of norms.
const (
	Obliged     Kind = "obliged"      // обязан, должен, подлежит
	Entitled    Kind = "entitled"     // вправе, имеет право
	May         Kind = "may"          // может
	Forbidden   Kind = "forbidden"    // запрещается
	NotAllowed  Kind = "not_allowed"  // не допускается, не подлежит
	NotEntitled Kind = "not_entitled" // не вправе, не имеет права
	Cannot      Kind = "cannot"       // не может, не должен
	NotObliged  Kind = "not_obliged"  // не обязан
)

// Kinds returns the kinds in the order of tables.
func Kinds() []Kind {
	return []Kind{Obliged, Entitled, May, Forbidden, NotAllowed, NotEntitled, Cannot, NotObliged}
}

// Forbids reports whether norms of a kind say what one must not do.
func (k Kind) Forbids() bool {
	return k == Forbidden || k == NotAllowed || k == NotEntitled || k == Cannot
}

// A Modal is a place of a text that says what a norm does.
type Modal struct {
	Kind   Kind
	Lo, Hi int // bytes of the text
	first  int // words
	last   int
}

// modalPhrases are tried in this order at each word, so that «не вправе» is
// not taken for «вправе».
var modalPhrases = map[string][]struct {
	kind    Kind
	phrases string
}{
	"ru": {
		{NotEntitled, "не вправе|не имеет права|не имеют права|не имеет право|не имеют право"},
		{Cannot, "не может|не могут|не должен|не должна|не должно|не должны"},
		{NotAllowed, "не допускается|не допускаются|недопустимо|не подлежит|не подлежат"},
		{NotObliged, "не обязан|не обязана|не обязано|не обязаны"},
		{Forbidden, "запрещается|запрещаются|запрещено|запрещены|запрещен|запрещена|воспрещается"},
		{Obliged, "обязан|обязана|обязано|обязаны|должен|должна|должно|должны|подлежит|подлежат"},
		{Entitled, "вправе|имеет право|имеют право"},
		{May, "может|могут"},
	},
	"kk": {
		{NotEntitled, "құқылы емес|құқығы жоқ"},
		{Cannot, "мүмкін емес|алмайды|тиіс емес"},
		{NotAllowed, "жол берілмейді|тиіс емес"},
		{Forbidden, "тыйым салынады"},
		{Obliged, "міндетті|тиіс"},
		{Entitled, "құқылы|құқығы бар"},
		{May, "мүмкін|алады"},
	},
}

type modalPhrase struct {
	kind  Kind
	words []string
}

var modalTable = func() map[string][]modalPhrase {
	m := map[string][]modalPhrase{}
	for lang, list := range modalPhrases {
		for _, k := range list {
			for _, p := range strings.Split(k.phrases, "|") {
				m[lang] = append(m[lang], modalPhrase{k.kind, strings.Fields(p)})
			}
		}
	}
	return m
}()

// Conditions and circumstances: what may be in them is not what the norm does.
var conditional = set("если когда где пока чтобы поскольку хотя как")

// oblique forms of «который»: «виды деятельности, которыми вправе заниматься».
var oblique = set("которого которой которому которым которыми которых котором которую")

// Modals returns the modal words of a text, in order: what is said in
// conditions («если совет не может …») and of things that are only named («виды
// деятельности, которыми вправе заниматься …») is left out.
func (s *Text) Modals() []Modal {
	var out []Modal
	for i := 0; i < len(s.words); i++ {
		for _, p := range modalTable[s.lang] {
			if !s.says(i, p.words) {
				continue
			}
			last := i + len(p.words) - 1
			if !s.aside(i, last) {
				out = append(out, Modal{p.kind, s.words[i].Lo, s.words[last].Hi, i, last})
			}
			i = last
			break
		}
	}
	return out
}

func (s *Text) says(i int, phrase []string) bool {
	for k, w := range phrase {
		if s.form(i+k) != w {
			return false
		}
	}
	return true
}

// aside reports whether a modal word stands where it lays nothing down.
func (s *Text) aside(first, last int) bool {
	if s.lang == "kk" {
		// «міндетті түрде», «міндетті әлеуметтік сақтандыру»: an adjective.
		return s.form(first) == "міндетті" && !s.parted(last+1) && last+1 < len(s.words) && !set("болып болады және")[s.form(last+1)]
	}
	lo, _ := s.segment(first)
	at := s.form(lo)
	if at == "а" || at == "и" || at == "но" || at == "или" || at == "либо" {
		at = s.form(lo + 1)
	}
	if at == "в" || at == "по" || at == "при" || at == "на" || at == "для" || at == "о" || at == "с" || at == "к" || at == "за" || at == "из" || at == "от" || at == "об" {
		if oblique[s.form(lo+1)] {
			return true
		}
	}
	return conditional[at] || oblique[at]
}
