package survey

import "strings"

// phrases are the words of exported tables; {n} and {m} stand for numbers and
// names.
type phrases struct {
	Title, Passport, Answer, Count, Percent, PercentCases, PercentAnswers, Interval, Answered, Silent, Total, Mean, Median, SD, Range, Positive, NPS string
	Column, Base, Source, Small, NotRandom, Quota, Letters, Untested, ChiSquare, NoChiSquare, Effective, Several                                     string
	Attribute, Value, Planned, Fact, Deviation, Weight, Before, After, Change, Test, P, Pairs, Unpaired, Plan, Waves                                 string
	File, Map, Respondents, Asked, SampleKind, Weights, Targets, Seen, Doubts, Row, Question, Unknown, Unused, OpenAnswers, Number, Author           string
	Fitted, NotFitted, Undefined, McNemar, Wilcoxon, Proportions, DesignEffect, EffectiveSize, Margin, Weighted, ChartMean                           string
	SampleNames                                                                                                                                      map[Sample]string
	Reasons                                                                                                                                          map[string]string
}

var templates = map[string]*phrases{
	"ru": {
		Title: "Социологический опрос: {n}", Passport: "Паспорт опроса", Answer: "Вариант ответа", Count: "Число ответивших", Percent: "% (n\u00a0=\u00a0{n})",
		PercentCases: "% респондентов (n\u00a0=\u00a0{n})", PercentAnswers: "% ответов (всего {n})", Interval: "95 % ДИ", Answered: "Ответили", Silent: "Нет ответа",
		Total: "Все", Mean: "Среднее", Median: "Медиана", SD: "Стандартное отклонение", Range: "Минимум – максимум", Positive: "Положительных ответов ({n})",
		NPS:    "NPS, процентных пунктов (9–10 минус 0–6)",
		Column: "{n} (n\u00a0=\u00a0{m})", Base: "n = {n}", Source: "опрос «{n}»", Small: "n < 30: проценты ненадёжны, смотрите на числа",
		NotRandom: "выборка не вероятностная: погрешность не указывается, доли относятся к опрошенным", Quota: "выборка квотная: погрешность не указывается, доли относятся к опрошенным",
		Letters:  "буква у доли: она больше, чем в графе с этой буквой (z-критерий для двух долей, p < 0,05 с поправкой Холма на число пар в строке)",
		Untested: "графы с n < {n} не сравниваются", ChiSquare: "χ² = {n}, p {m}", NoChiSquare: "χ² не определён: {n}",
		Effective: "доли взвешены, числа нет; интервалы и критерии считают эффективный размер n / deff (Киш)", Several: "можно было дать несколько ответов: сумма долей больше 100 %",
		Attribute: "Признак", Value: "Значение", Planned: "План", Fact: "Факт", Deviation: "Отклонение", Weight: "Средний вес", Before: "До (n\u00a0=\u00a0{n})", After: "После (n\u00a0=\u00a0{n})",
		Change: "Изменение, п. п.", Test: "Критерий", P: "p", Pairs: "пар: {n}; до и после отвечали одни и те же люди", Unpaired: "до и после отвечали разные люди или их не связать",
		Plan: "План и факт выборки", Waves: "До и после: доля положительных ответов и среднее", File: "Файл ответов", Map: "Карта вопросов", Respondents: "Опрошено", Asked: "Вопросов",
		SampleKind: "Выборка", Weights: "Веса", Targets: "по признакам: {n}", Seen: "Ответов вне карты", Doubts: "Ответы, которых нет в карте вопросов (не учтены)",
		Row: "Строка", Question: "Вопрос", Unknown: "Ответ", Unused: "Графы файла, которых нет в карте", OpenAnswers: "Открытые ответы: {n}", Number: "№", Author: "Респондент",
		Fitted: "сошлись", NotFitted: "не сошлись за 200 шагов: проверьте целевые доли", Undefined: "не определён: {n}", McNemar: "Мак-Немара, точный", Wilcoxon: "Уилкоксона, парный",
		Proportions: "z для двух долей", DesignEffect: "Эффект дизайна (deff)", EffectiveSize: "Эффективный размер выборки", Margin: "Наибольшая погрешность доли, 95 %",
		Weighted: "сумма весов", ChartMean: "{n}: распределение ответов, %",
		SampleNames: map[Sample]string{"": "не указана", Probability: "вероятностная", Quota: "квотная", Convenience: "доступная (стихийная)"},
		Reasons: map[string]string{"no-variance": "все ответы одинаковы", "one-group": "сравнивать нечего: одна группа или один ответ", "empty": "нет ответов",
			"above-base": "доля больше целого", "negative": "отрицательное число", "not-counts": "нужны целые числа"},
	},
	"en": {
		Title: "Survey: {n}", Passport: "About the survey", Answer: "Answer", Count: "Respondents", Percent: "% (n\u00a0=\u00a0{n})",
		PercentCases: "% of respondents (n\u00a0=\u00a0{n})", PercentAnswers: "% of answers ({n} in all)", Interval: "95 % CI", Answered: "Answered", Silent: "No answer",
		Total: "All", Mean: "Mean", Median: "Median", SD: "Standard deviation", Range: "Minimum – maximum", Positive: "Positive answers ({n})",
		NPS:    "NPS, percentage points (9–10 less 0–6)",
		Column: "{n} (n\u00a0=\u00a0{m})", Base: "n = {n}", Source: "survey “{n}”", Small: "n < 30: per cents are unreliable, look at the counts",
		NotRandom: "not a probability sample: no margin of error, shares are those of who was asked", Quota: "a quota sample: no margin of error, shares are those of who was asked",
		Letters:  "a letter beside a share: it is larger than in the column of that letter (z-test of two shares, p < 0.05, Holm's correction for the pairs of a row)",
		Untested: "columns with n < {n} are not compared", ChiSquare: "χ² = {n}, p {m}", NoChiSquare: "χ² is not defined: {n}",
		Effective: "shares are weighted, counts are not; intervals and tests take the effective size n / deff (Kish)", Several: "several answers could be given: the shares add up to more than 100 %",
		Attribute: "Attribute", Value: "Value", Planned: "Planned", Fact: "Actual", Deviation: "Difference", Weight: "Mean weight", Before: "Before (n\u00a0=\u00a0{n})", After: "After (n\u00a0=\u00a0{n})",
		Change: "Change, pp", Test: "Test", P: "p", Pairs: "{n} pairs: the same people answered before and after", Unpaired: "other people answered before and after, or they cannot be matched",
		Plan: "Sample: planned and actual", Waves: "Before and after: positive answers and mean", File: "File of answers", Map: "Map of questions", Respondents: "Respondents", Asked: "Questions",
		SampleKind: "Sample", Weights: "Weights", Targets: "by: {n}", Seen: "Answers outside the map", Doubts: "Answers that the map does not know (left out)",
		Row: "Row", Question: "Question", Unknown: "Answer", Unused: "Columns of the file that the map does not name", OpenAnswers: "Open answers: {n}", Number: "No.", Author: "Respondent",
		Fitted: "fitted", NotFitted: "not fitted in 200 steps: check the targets", Undefined: "not defined: {n}", McNemar: "McNemar, exact", Wilcoxon: "Wilcoxon, paired",
		Proportions: "z of two shares", DesignEffect: "Design effect (deff)", EffectiveSize: "Effective sample size", Margin: "Largest margin of error of a share, 95 %",
		Weighted: "sum of weights", ChartMean: "{n}: answers, %",
		SampleNames: map[Sample]string{"": "not told", Probability: "probability", Quota: "quota", Convenience: "convenience"},
		Reasons: map[string]string{"no-variance": "all answers are the same", "one-group": "nothing to compare: one group or one answer", "empty": "no answers",
			"above-base": "a share above the whole", "negative": "a negative number", "not-counts": "whole numbers are needed"},
	},
	"kk": {
		Title: "Әлеуметтік сауалнама: {n}", Passport: "Сауалнаманың паспорты", Answer: "Жауап нұсқасы", Count: "Жауап бергендер саны", Percent: "% (n\u00a0=\u00a0{n})",
		PercentCases: "Респонденттердің %-ы (n\u00a0=\u00a0{n})", PercentAnswers: "Жауаптардың %-ы (барлығы {n})", Interval: "95 % СА", Answered: "Жауап бергендер", Silent: "Жауап жоқ",
		Total: "Барлығы", Mean: "Орташа", Median: "Медиана", SD: "Стандартты ауытқу", Range: "Ең азы – ең көбі", Positive: "Оң жауаптар ({n})",
		NPS:    "NPS, пайыздық тармақ (9–10 минус 0–6)",
		Column: "{n} (n\u00a0=\u00a0{m})", Base: "n = {n}", Source: "«{n}» сауалнамасы", Small: "n < 30: пайыздар сенімсіз, сандарға қараңыз",
		NotRandom: "іріктеме ықтималдық емес: қателік көрсетілмейді, үлестер сұралғандарға қатысты", Quota: "квоталық іріктеме: қателік көрсетілмейді, үлестер сұралғандарға қатысты",
		Letters:  "үлестің жанындағы әріп: ол сол әріпті бағандағыдан көп (екі үлестің z-критерийі, p < 0,05, жолдағы жұптар санына Холм түзетуімен)",
		Untested: "n < {n} бағандар салыстырылмайды", ChiSquare: "χ² = {n}, p {m}", NoChiSquare: "χ² анықталмаған: {n}",
		Effective: "үлестер салмақталған, сандар салмақталмаған; аралықтар мен критерийлер n / deff тиімді көлемін алады (Киш)", Several: "бірнеше жауап беруге болатын: үлестердің қосындысы 100 %-дан көп",
		Attribute: "Белгі", Value: "Мәні", Planned: "Жоспар", Fact: "Нақты", Deviation: "Ауытқу", Weight: "Орташа салмақ", Before: "Дейін (n\u00a0=\u00a0{n})", After: "Кейін (n\u00a0=\u00a0{n})",
		Change: "Өзгеріс, п. т.", Test: "Критерий", P: "p", Pairs: "жұп: {n}; дейін және кейін бір адамдар жауап берді", Unpaired: "дейін және кейін басқа адамдар жауап берді немесе оларды байланыстыру мүмкін емес",
		Plan: "Іріктеменің жоспары мен нақтысы", Waves: "Дейін және кейін: оң жауаптардың үлесі мен орташа", File: "Жауаптар файлы", Map: "Сұрақтар картасы", Respondents: "Сұралғандар", Asked: "Сұрақтар",
		SampleKind: "Іріктеме", Weights: "Салмақтар", Targets: "белгілер бойынша: {n}", Seen: "Картада жоқ жауаптар", Doubts: "Сұрақтар картасында жоқ жауаптар (есепке алынбады)",
		Row: "Жол", Question: "Сұрақ", Unknown: "Жауап", Unused: "Картада жоқ бағандар", OpenAnswers: "Ашық жауаптар: {n}", Number: "Р/с №", Author: "Респондент",
		Fitted: "келісілді", NotFitted: "200 қадамда келісілмеді: мақсатты үлестерді тексеріңіз", Undefined: "анықталмаған: {n}", McNemar: "Мак-Немар, дәл", Wilcoxon: "Уилкоксон, жұпты",
		Proportions: "екі үлестің z-і", DesignEffect: "Дизайн әсері (deff)", EffectiveSize: "Іріктеменің тиімді көлемі", Margin: "Үлестің ең үлкен қателігі, 95 %",
		Weighted: "салмақтар қосындысы", ChartMean: "{n}: жауаптардың бөлінуі, %",
		SampleNames: map[Sample]string{"": "көрсетілмеген", Probability: "ықтималдық", Quota: "квоталық", Convenience: "қолжетімді"},
		Reasons: map[string]string{"no-variance": "барлық жауап бірдей", "one-group": "салыстыратын ештеңе жоқ", "empty": "жауап жоқ",
			"above-base": "үлес бүтіннен көп", "negative": "теріс сан", "not-counts": "бүтін сандар керек"},
	},
}

func phrasesOf(lang string) *phrases {
	if p := templates[lang]; p != nil {
		return p
	}
	return templates["ru"]
}

// with puts what {n} and {m} stand for into a phrase.
func with(phrase string, n ...string) string {
	for i, s := range n {
		phrase = strings.ReplaceAll(phrase, [...]string{"{n}", "{m}"}[i], s)
	}
	return phrase
}
