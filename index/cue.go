package index

import (
	"regexp"
	"strings"

	"svod/corpus/words"
)

// A cue is how a question is put, and the words that the heading of its answer
// is likely to have: who asks «кто может …» is answered by «Требования к …», by
// «Лица, имеющие право …».
type cue struct {
	question *regexp.Regexp
	headings map[string]bool // stems
}

// cues are few and coarse: they only lift what answers the question's words anyway.
var cues = []cue{
	newCue(`кто|кому|кого|кім\p{L}*`, "лицо лица субъект требования орган участник кандидат стороны"),
	newCue(`когда|срок\p{L}*|сколько длится|сколько времени|с какого возраста|за какой период`, "срок возраст продолжительность период время"),
	newCue(`за что|когда|почему|в каких случаях|основани\p{L}*`, "основание случай условие"),
	newCue(`как|порядок|каким образом`, "порядок процедура проведение оформление"),
	newCue(`сколько|размер|какова|какая ставка`, "размер продолжительность норма ставка стоимость"),
	newCue(`куда|жаловаться|обжаловать`, "обжалование защита споры"),
	newCue(`можно ли|нельзя|может ли|могут ли|вправе ли|запрещен\p{L}*|между кем`, "ограничение запрет запрещение недопустимость право препятствующие гарантии"),
	newCue(`что входит|что относится|из чего|состав|виды|какие виды|какие есть|какие бывают`, "вид форма состав структура содержание перечень объект"),
	newCue(`что такое|кто такой|кто такие|понятие|понима\p{L}*`, "понятие определение термин"),
	newCue(`обязан\p{L}*|должен ли|должны ли`, "обязанность ответственность"),
	newCue(`кто отвечает|за что отвечает|отвечает ли|что грозит`, "ответственность последствия"),
}

func newCue(question, headings string) cue {
	c := cue{regexp.MustCompile(`(?:^|[^\p{L}])(?:` + question + `)(?:[^\p{L}]|$)`), map[string]bool{}}
	for _, w := range strings.Fields(headings) {
		c.headings[words.Stem(w, languages[0])] = true
	}
	return c
}

// cued are the stems that the heading of an answer is likely to have.
func cued(question string) map[string]bool {
	question = words.Fold(question)
	out := map[string]bool{}
	for _, c := range cues {
		if c.question.MatchString(question) {
			for s := range c.headings {
				out[s] = true
			}
		}
	}
	return out
}
