package content

import (
	"strings"
	"testing"
)

func TestModality(t *testing.T) {
	for s, want := range map[string]Modality{
		"Не допускается вмешательство.":                                 Prohibited,
		"Органы не вправе отказать.":                                    Prohibited,
		"Допускается использование.":                                    May,
		"Фонд обязан публиковать отчет.":                                Obliged,
		"Фонд не обязан публиковать отчет.":                             Neutral,
		"Обязанности членов.":                                           Neutral,
		"Решения являются обязательными для исполнения.":                Obliged,
		"Уплата обязательных платежей.":                                 Neutral,
		"Граждане вправе обратиться.":                                   Entitled,
		"Члены имеют право голоса.":                                     Entitled,
		"Члены не имеют прав на имущество.":                             Neutral,
		"Члены не имеют права голоса.":                                  Prohibited,
		"Организации могут сотрудничать.":                               May,
		"Органы создают советы.":                                        Prescribed,
		"Для участия представляются документы.":                         Prescribed,
		"Советы не образуются при судах.":                               Prohibited,
		"Члены не несут ответственности по долгам.":                     Neutral,
		"К полномочиям совета относятся вопросы бюджета.":               Empowered,
		"Совет вносит рекомендации, которые могут учесть.":              Prescribed,
		"Лица, которые вправе обратиться, и их дети.":                   Neutral,
		"Фонд имеет имущество, которое не может быть его.":              Neutral,
		"Может иметь имущество, кроме того, которым не вправе владеть.": May,
		"Кеңес есеп беруге міндетті.":                                   Obliged,
		"Мүшелер қатысуға құқылы.":                                      Entitled,
		"Араласуға жол берілмейді.":                                     Prohibited,
		"Құрам жариялануға жатады.":                                     Obliged,
		"Уәкілетті орган қағидаларды бекітеді.":                         Prescribed,
		"Комитет, бюджет, совет, ответ и кредит.":                       Neutral,
	} {
		if got := modality(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	// The words that are looked for are governed by what stands before them.
	s := "Совет проводит слушания и вправе приглашать экспертов."
	if got := modalityAt(s, strings.Index(s, "экспертов")); got != Entitled {
		t.Errorf("experts: %q", got)
	}
	if got := modalityAt(s, strings.Index(s, "слушания")); got != Prescribed {
		t.Errorf("hearings: %q", got)
	}
}
