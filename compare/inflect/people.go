package inflect

import (
	"strings"
	"sync"

	"svod/corpus/words"
)

// bodies are the stems of nouns that act though they are no persons.
var bodies = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`орган организация учреждение министерство комитет агентство служба комиссия совет палата
		акимат маслихат администрация правительство суд банк общество объединение союз ассоциация предприятие партия
		профсоюз центр департамент управление инспекция прокуратура парламент мажилис сенат товарищество лицо`) {
		out[words.Stem(w, "ru")] = true
	}
	return out
})

// lifeOf guesses whether an adjective that stands for a noun is a person.
func lifeOf(word string, g gender) life {
	if thingsLikeAdjectives[word] {
		return thing
	}
	switch g {
	case neuter:
		return thing
	case masculine:
		if peopleLikeAdjectives[word] {
			return person
		}
	case plural:
		if peopleLikeAdjectives[word] {
			return person
		}
	case feminine:
		return either
	}
	return either
}

var thingsLikeAdjectives = setOf("данные отчисления командировочные наличные премиальные отпускные суточные")

var peopleLikeAdjectives = setOf(`заведующий управляющий уполномоченный потерпевший обвиняемый подсудимый служащий рабочий учащийся обучающийся
	трудящийся командующий осужденный доверенный верующий ученый военнослужащий госслужащий несовершеннолетний
	совершеннолетний малолетний подозреваемый задержанный пострадавший умерший участковый дежурный больной
	безработный самозанятый нетрудоспособный присутствующий голосующий нуждающийся проживающий выдвигаемый уволенный
	заведующие управляющие уполномоченные потерпевшие обвиняемые подсудимые служащие рабочие учащиеся обучающиеся
	трудящиеся осужденные доверенные верующие ученые военнослужащие госслужащие несовершеннолетние совершеннолетние
	малолетние подозреваемые задержанные пострадавшие умершие участковые дежурные больные безработные самозанятые
	нетрудоспособные присутствующие нуждающиеся проживающие`)
