package main

import (
	"strconv"
	"strings"

	"svod/index"
)

// similarWords are the headings and phrases of what `similar` finds; {n}, {m}
// and {k} stand for what is put in.
type similarWords struct {
	Title, Asked, Quoted, Totals, AtLeast, Folded, Left, None, Scale, Legend string
	Exact, Part, Itself, SameAct, Same, Amended, Elsewhere, Without          string
	Number, Act, Provision, Score, Changed, Text, Other, Path                string
	Added, Gone, Against, Twins, More                                        string
	kinds                                                                    map[string]string

	*selectionWords
	lang string
}

var similarTemplates = map[string]*similarWords{
	"ru": {
		Title: "Где ещё есть эта норма", Asked: "Искали похожее на", Quoted: "заданный текст",
		Totals:  "Найдено норм со сходством не ниже {k} (эта же норма в других редакциях – с любым): {n}, документов: {m}.",
		AtLeast: "Просмотрены не все, а вероятнейшие: может быть и больше.",
		Folded:  "Норма, которая есть в нескольких редакциях одного акта или теми же словами в нескольких местах, приведена один раз; так взятых норм – {n}.",
		Left:    "Не показано норм: {n}.", None: "Похожих норм не найдено.",
		Scale:  "Сходство: удвоенное число общих слов, которые стоят в том же порядке (окончания не важны; другое число вместо числа считается за половину), к числу слов обеих норм. 1 – дословно. О том, одна ли это норма, судит юрист.",
		Legend: "Отмечено: слова, которых в исходной норме нет, и слова исходной нормы, которых нет здесь.",
		Exact:  "дословно", Part: "внутри более длинной нормы", Itself: "эта же норма в другой редакции", SameAct: "тот же акт",
		Same: "Так же в редакциях: {n}.", Amended: "С другими словами в редакциях: {n}.", Elsewhere: "Под другим номером в редакциях: {n}.",
		Without: "В более новой редакции ({n}) нормы с таким сходством не найдено.",
		Number:  "№", Act: "Акт", Provision: "Норма", Score: "Сходство", Changed: "Изменилось", Text: "Текст с отличиями", Other: "Другие редакции", Path: "Где стоит",
		Twins: "Теми же словами ещё (мест: {n}): {m}.", More: "и ещё {n}",
		Added: "добавлено «{n}»", Gone: "нет «{n}»", Against: "«{n}» → «{m}»",
		kinds: map[string]string{"modality": "модальность", "deadline": "срок", "number": "число", "addressee": "кому адресовано"},
	},
	"kk": {
		Title: "Бұл норма тағы қайда бар", Asked: "Мынаған ұқсас ізделді", Quoted: "берілген мәтін",
		Totals:  "Ұқсастығы {k}-ден төмен емес нормалар табылды (осы норманың басқа редакциялары – кез келген ұқсастықпен): {n}, құжаттар: {m}.",
		AtLeast: "Барлығы емес, ең ықтималдары қаралды: одан да көп болуы мүмкін.",
		Folded:  "Бір актінің бірнеше редакциясында немесе сол сөздермен бірнеше жерде бар норма бір рет берілді; осылай алынған нормалар – {n}.",
		Left:    "Көрсетілмеген нормалар: {n}.", None: "Ұқсас нормалар табылған жоқ.",
		Scale:  "Ұқсастық: сол ретпен тұрған ортақ сөздердің екі еселенген санының (жалғаулар есепке алынбайды; санның орнында басқа сан тұрса, жарты сөз болып есептеледі) екі норманың сөздерінің санына қатынасы. 1 – сөзбе-сөз. Бір норма ма екенін заңгер шешеді.",
		Legend: "Белгіленді: бастапқы нормада жоқ сөздер және бастапқы норманың мұнда жоқ сөздері.",
		Exact:  "сөзбе-сөз", Part: "ұзағырақ норманың ішінде", Itself: "осы норманың басқа редакциясы", SameAct: "сол акт",
		Same: "Мына редакцияларда да солай: {n}.", Amended: "Мына редакцияларда басқа сөздермен: {n}.", Elsewhere: "Мына редакцияларда басқа нөмірмен: {n}.",
		Without: "Жаңа редакцияда ({n}) осындай ұқсастығы бар норма табылған жоқ.",
		Number:  "Р/с №", Act: "Акт", Provision: "Норма", Score: "Ұқсастық", Changed: "Өзгергені", Text: "Айырмасы көрсетілген мәтін", Other: "Басқа редакциялар", Path: "Орны",
		Twins: "Тағы да сол сөздермен (орындар: {n}): {m}.", More: "тағы {n}",
		Added: "«{n}» қосылған", Gone: "«{n}» жоқ", Against: "«{n}» → «{m}»",
		kinds: map[string]string{"modality": "модальділік", "deadline": "мерзім", "number": "сан", "addressee": "кімге арналған"},
	},
	"en": {
		Title: "Where else this provision stands", Asked: "The like was looked for of", Quoted: "the text given",
		Totals:  "Found with a likeness of at least {k} (this provision in other editions: of any): provisions {n}, documents {m}.",
		AtLeast: "Not all were looked at, only the likeliest: there may be more.",
		Folded:  "A provision that several editions of one act have, or several places in the same words, is given once; taken so there are {n}.",
		Left:    "Provisions not shown: {n}.", None: "No like provision was found.",
		Scale:  "Likeness: twice the number of common words that stand in the same order (endings aside; another number in a number's place counts half), to the words of both provisions. 1 is word for word. Whether it is one norm is for a lawyer to say.",
		Legend: "Marked: words that the provision asked for has not, and words of it that are missing here.",
		Exact:  "word for word", Part: "inside a longer provision", Itself: "this provision in another edition", SameAct: "the same act",
		Same: "The same in the editions: {n}.", Amended: "With other words in the editions: {n}.", Elsewhere: "Under another number in the editions: {n}.",
		Without: "In a newer edition ({n}) no provision was found to be as alike.",
		Number:  "No.", Act: "Act", Provision: "Provision", Score: "Likeness", Changed: "Changed", Text: "Text with differences", Other: "Other editions", Path: "Where it stands",
		Twins: "In the same words also (places: {n}): {m}.", More: "and {n} more",
		Added: "added “{n}”", Gone: "without “{n}”", Against: "“{n}” → “{m}”",
		kinds: map[string]string{"modality": "modality", "deadline": "time", "number": "number", "addressee": "addressee"},
	},
}

func similarWordsOf(lang string) *similarWords {
	if similarTemplates[lang] == nil {
		lang = "ru"
	}
	w := *similarTemplates[lang]
	w.selectionWords, w.lang = selectionWordsOf(lang), lang
	return &w
}

// name is what was asked for: the provision and its act.
func (w *similarWords) name(r *resemblance) string {
	if r.asked.doc == nil {
		return w.Asked + ": " + w.Quoted
	}
	var cites []string
	for _, a := range r.asked.addresses {
		cites = append(cites, r.asked.doc.Citation(a, w.lang))
	}
	return w.Asked + ": " + strings.Join(cites, "; ") + ". " + w.actName(entryOf(r.asked.doc))
}

func (w *similarWords) totals(r *resemblance) string {
	t := r.res.Total
	said := []string{fill(w.Totals, strconv.Itoa(t.Units), strconv.Itoa(t.Documents), w.decimal(r.least))}
	if t.More {
		said = append(said, w.AtLeast)
	}
	if t.Norms < t.Units {
		said = append(said, fillInts(w.Folded, t.Norms))
	}
	return strings.Join(said, " ")
}

// score is how alike a hit is, and what kind of copy.
func (w *similarWords) score(h likeness) string {
	return strings.Join(append([]string{w.decimal(h.Score)}, w.remarks(h)...), ", ")
}

func (w *similarWords) remarks(h likeness) []string {
	var out []string
	if h.copy.Exact {
		out = append(out, w.Exact)
	}
	if h.copy.Part {
		out = append(out, w.Part)
	}
	if h.Itself {
		out = append(out, w.Itself)
	}
	return out
}

// mostTwins is how many other places are named.
const mostTwins = 5

// twins says where else a hit's words stand.
func (w *similarWords) twins(r *resemblance, h likeness) string {
	if len(h.Twins) == 0 {
		return ""
	}
	var places []string
	for i, t := range h.Twins {
		if i == mostTwins {
			places = append(places, fillInts(w.More, len(h.Twins)-i))
			break
		}
		places = append(places, w.actName(r.entries[t.Document])+" ["+t.Document+" "+string(t.Address)+"]")
	}
	return fill(w.Twins, strconv.Itoa(len(h.Twins)), strings.Join(places, "; "))
}

// mostDifferences is how many of a kind are told: a budget has hundreds of
// numbers.
const mostDifferences = 6

// differences is what changed in substance, in one line.
func (w *similarWords) differences(h likeness) string {
	said := map[string][]string{}
	var kinds []string
	for _, d := range h.differences {
		phrase := w.Against
		switch {
		case d.A == "":
			phrase = w.Added
		case d.B == "":
			phrase = w.Gone
		}
		if said[d.Kind] == nil {
			kinds = append(kinds, d.Kind)
		}
		if d.A == "" {
			said[d.Kind] = append(said[d.Kind], fill(phrase, d.B))
		} else {
			said[d.Kind] = append(said[d.Kind], fill(phrase, d.A, d.B))
		}
	}
	var out []string
	for _, k := range kinds {
		s := said[k]
		if n := len(s); n > mostDifferences {
			s = append(s[:mostDifferences:mostDifferences], "… +"+strconv.Itoa(n-mostDifferences))
		}
		out = append(out, w.kinds[k]+": "+strings.Join(s, ", "))
	}
	return strings.Join(out, "; ")
}

// editions says in one line what the act's other texts have of a hit's norm,
// and where else its words stand.
func (w *similarWords) editions(r *resemblance, h likeness, date func(string) string) string {
	a := answer{res: r.res}
	other := *w.selectionWords
	other.Same, other.Amended, other.Elsewhere, other.Without = w.Same, w.Amended, w.Elsewhere, w.Without
	o := a.editions(h.Hit)
	if r.asked.doc != nil { // the asked-for text is no other
		drop := func(os []index.Other) []index.Other {
			var out []index.Other
			for _, x := range os {
				if x.Document != r.asked.doc.ID {
					out = append(out, x)
				}
			}
			return out
		}
		if h.Itself {
			o.same, o.amended, o.elsewhere, o.without = drop(o.same), drop(o.amended), drop(o.elsewhere), drop(o.without)
		}
	}
	return strings.TrimSpace(other.editionsLine(o, date) + " " + w.twins(r, h))
}

func (w *similarWords) decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	if w.lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
