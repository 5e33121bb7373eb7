package inflect

import (
	"strings"
	"sync"
)

// A pronoun is declined as an adjective is, in a way of its own.
type pronoun struct {
	adjective
	agreement
}

// pronouns by their nominatives.
var pronouns = sync.OnceValue(func() map[string]pronoun {
	out := map[string]pronoun{}
	add := func(a adjective) {
		for g := range a.forms {
			out[a.forms[g][Nominative].form] = pronoun{a, agreement{gender(g)}}
		}
	}
	for _, list := range []string{
		"этот этого этому - этим этом / эта этой этой эту этой этой / это этого этому это этим этом / эти этих этим - этими этих",
		"тот того тому - тем том / та той той ту той той / то того тому то тем том / те тех тем - теми тех",
		"весь всего всему - всем всем / вся всей всей всю всей всей / все всего всему все всем всем / все всех всем - всеми всех",
		"сам самого самому - самим самом / сама самой самой саму самой самой / само самого самому само самим самом / сами самих самим - самими самих",
		"один одного одному - одним одном / одна одной одной одну одной одной / одно одного одному одно одним одном / одни одних одним - одними одних",
	} {
		add(adjectiveBy("", list, false))
	}
	const mine = "ой оего оему - оим оем / оя оей оей ою оей оей / ое оего оему ое оим оем / ои оих оим - оими оих"
	for _, stem := range []string{"м", "тв", "св"} {
		add(adjectiveBy(stem, mine, false))
	}
	const ours = "0 его ему - им ем / а ей ей у ей ей / е его ему е им ем / и их им - ими их"
	for _, stem := range []string{"наш", "ваш"} {
		a := adjectiveBy(stem, ours, false)
		a.forms[masculine][Nominative] = cell{form: stem}
		add(a)
	}
	a := adjectiveBy("ч", strings.Replace(thirdEndings, "ий", "ей", 1), false)
	add(a)
	add(adjectiveBy("трет", thirdEndings, false))
	return out
})

// stressedAdjectives are the stems of adjectives in -ой.
var stressedAdjectives = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for stem := range strings.FieldsSeq(`
		берегов биржев боев больн бортов буров бытов весов ветров вещев внеочередн возрастн войсков волев втор въездн
		выездн выходн глух годов головн городск группов грузов густ дворов делов дневн долев дорог друг
		жив жил зл заводск запасн звуков игров ин как ключев кормов краев лесн лицев люб людск миров мирск молод морск
		мясн накладн наливн наградн нежил нем нефтян ночн нулев областн обходн окружн основн отправн отпускн очередн паев
		передов пищев племенн подъездн полев полов постов правов призывн проездн прост пуст пусков путев речн речев
		родн родов рулев ручн рядов сед седьм восьм шест семенн сетев силов сквозн скоростн сортов составн степн страхов
		строев судов сырьев так тылов типов трудов углов узлов хром худ целев ценов часов цветн цехов чернов чистов
		штрафн шумов языков`) {
		out[stem] = true
	}
	return out
})
