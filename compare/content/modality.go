package content

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"svod/corpus/lazy"

	"svod/compare/norm"
	"svod/corpus/query"
	"svod/corpus/words"
)

// A Modality is what a norm does: forbid, oblige, entitle …
type Modality string

// The modalities, the strictest first. Prescribed is the present tense of acts:
// «создают советы» is a duty in other words.
const (
	Prohibited Modality = "prohibited"
	Obliged    Modality = "obliged"
	Entitled   Modality = "entitled"
	May        Modality = "may"
	Prescribed Modality = "prescribed"
	Empowered  Modality = "empowered" // «к полномочиям … относятся»
	Defining   Modality = "defining"  // says what a thing is
	Neutral    Modality = ""
)

// modalities lists them in the order of tables.
var modalities = []Modality{Prohibited, Obliged, Entitled, May, Prescribed, Empowered, Defining, Neutral}

// furtherWords are the words that do what the modal words of package norm do,
// and those of competence. Where two match the same words the earlier counts.
var furtherWords = []struct {
	modality Modality
	patterns []string
}{
	{exempt, []string{"міндетті емес"}},
	{Obliged, []string{"=обязательны ИЛИ =обязательна ИЛИ =обязателен ИЛИ =обязательно",
		"=является ИЛИ =являются ИЛИ =признается ИЛИ =признаются /3 =обязательным ИЛИ =обязательными ИЛИ =обязательной",
		"*уға ИЛИ *уге /6 =жатады"}},
	{Entitled, []string{"құқығына ие"}},
	{May, []string{"=допускается ИЛИ =допускаются", "=разрешается ИЛИ =разрешаются"}},
	{Empowered, []string{"полномочия ИЛИ компетенция ИЛИ функции ИЛИ ведение /40 =относятся ИЛИ =относится", "следующие полномочия ИЛИ следующие функции",
		"=полномочиями ИЛИ =функциями +12 =являются", "құзыретіне ИЛИ өкілеттіктеріне /8 жатады"}},
}

// ofNorm are the modalities of the kinds of norms.
var ofNorm = map[norm.Kind]Modality{norm.Obliged: Obliged, norm.Entitled: Entitled, norm.May: May, norm.Forbidden: Prohibited,
	norm.NotAllowed: Prohibited, norm.NotEntitled: Prohibited, norm.Cannot: Prohibited, norm.NotObliged: exempt}

// exempt stands for «не обязан» and «не несут ответственности»: nothing is
// prescribed.
const exempt Modality = "exempt"

// The present tense by which acts lay down what is to be done: stems of verbs
// in -ет and in -ит, whole forms, and Kazakh forms.
const (
	verbsInE = `осуществля обеспечива созда образу размеща публику опубликовыва предоставля представля рассматрива утвержда разрабатыва
		формиру принима направля информиру отчитыва устанавлива определя оказыва привлека заключа избира назнача созыва гарантиру финансиру
		участву взаимодейству составля контролиру реализу вырабатыва организу координиру подписыва прекраща исключа включа консультиру
		содейству выполня исполня использу применя регулиру уведомля извеща прилага взима выда оформля регистриру уплачива возмеща взыскива
		наделя делегиру согласовыва распределя поруча переда сообща рекоменду обобща анализиру планиру совершенству стимулиру поощря
		поддержива развива защища охраня сохраня возлага отказыва начина указыва фиксиру оценива проверя освобожда издава изда уточня
		запрашива приостанавлива отменя выдвига присужда предусматрива`
	verbsInI   = `провод внос производ вынос готов подготов довод привод хран`
	wholeVerbs = `ведет ведут ведется ведутся несет несут влечет влекут`
	kkVerbs    = `асырады асырылады етеді бекітеді бекітіледі құрады құрылады орналастырады орналастырылады жариялайды жарияланады ұсынады
		ұсынылады айқындайды айқындалады әзірлейді өткізеді өткізіледі қабылдайды қабылданады белгілейді белгіленеді қарайды қаралады
		қалыптастырады қалыптастырылады сайланады тағайындалады шығарады жібереді береді беріледі енгізеді енгізіледі бақылайды
		үйлестіреді ұйымдастырады қаржыландырылады тартады жасайды`
)

// forbidding are the stems of verbs whose negated present forbids: «советы не
// образуются». Of others it exempts: «не несут ответственности».
var forbidding = lazy.New(`^(?:образу|созда|назнача|избира|предоставля|принима|включа|провод|размеща|публику|рассматрива|финансиру|утвержда|формиру|использу|взима|выда)`)

type modalQuery struct {
	modality Modality
	query    *query.Query
}

var modalQueries = sync.OnceValue(func() []modalQuery {
	var ms []modalQuery
	for _, m := range furtherWords {
		q, err := query.Words(m.patterns)
		if err != nil {
			panic("content: further words: " + err.Error()) // a fault of this table
		}
		ms = append(ms, modalQuery{m.modality, q})
	}
	return ms
})

// presentVerbs holds the forms of the verbs that prescribe.
var presentVerbs = sync.OnceValue(func() map[string]bool {
	forms := map[string]bool{}
	add := func(stems string, endings ...string) {
		for _, s := range strings.Fields(stems) {
			for _, end := range endings {
				forms[s+end] = true
			}
		}
	}
	add(verbsInE, "ет", "ют", "ется", "ются")
	add(verbsInI, "ит", "ят", "ится", "ятся")
	add(wholeVerbs+" "+kkVerbs, "")
	return forms
})

// A modalMark is a place where a text has a modality.
type modalMark struct {
	lo, hi   int
	modality Modality
}

// modalMarks lists the modal words of a text in their order, those of
// subordinate clauses left out: «органы, которые вправе …» do not decide what
// the norm does.
func modalMarks(s string) []modalMark {
	if s == "" {
		return nil
	}
	lang := words.Language(s)
	var marks []modalMark
	for _, m := range norm.Read(s, lang).Modals() {
		marks = append(marks, modalMark{m.Lo, m.Hi, ofNorm[m.Kind]})
	}
	t := query.NewText([]query.Unit{{Text: s}})
	taken := func(lo, hi int) bool {
		return slices.ContainsFunc(marks, func(m modalMark) bool { return lo < m.hi && m.lo < hi })
	}
	for _, m := range modalQueries() {
		for _, o := range m.query.Occurrences(t) {
			lo, hi := o[0].Lo, o[len(o)-1].Hi
			if !taken(lo, hi) {
				marks = append(marks, modalMark{lo, hi, m.modality})
			}
		}
	}
	not := false
	for _, w := range words.Split(s, lang) {
		if presentVerbs()[w.Form] && !taken(w.Lo, w.Hi) {
			m := Prescribed
			switch {
			case not && forbidding.MatchString(w.Form):
				m = Prohibited
			case not:
				m = exempt
			}
			marks = append(marks, modalMark{w.Lo, w.Hi, m})
		}
		not = w.Form == "не"
	}
	marks = slices.DeleteFunc(marks, func(m modalMark) bool { return subordinate(s, m.lo) })
	slices.SortFunc(marks, func(a, b modalMark) int { return cmp.Compare(a.lo, b.lo) })
	return marks
}

var conjunction = lazy.New(`(?i)(?:^|\s)(?:котор\p{L}+|если|когда|чтобы|где|что)\s`)

// subordinate reports whether the words of s before at, back to the comma, begin
// a subordinate clause.
func subordinate(s string, at int) bool {
	return conjunction.MatchString(s[strings.LastIndexAny(s[:at], ",;")+1 : at])
}

// modality returns what a stretch of text does.
func modality(s string) Modality { return modalityAt(s, 0) }

// modalityAt returns what the words at a place of s are governed by: the last
// modal word before them, else the first behind them; in Kazakh, where the verb
// ends the sentence, the other way round.
func modalityAt(s string, at int) Modality {
	before, after := Neutral, Neutral
	for _, mark := range modalMarks(s) {
		if mark.lo <= at {
			before = mark.modality
		} else if after == Neutral {
			after = mark.modality
		}
	}
	m := cmp.Or(before, after)
	if words.Language(s) == "kk" {
		m = cmp.Or(after, before)
	}
	if m == exempt {
		return Neutral
	}
	return m
}
