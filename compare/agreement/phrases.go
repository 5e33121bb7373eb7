package agreement

import (
	"cmp"
	"strings"
)

// phrases are the headings and sentences of the report in one language. {n} and
// the like stand for what is put in.
type phrases struct {
	Title, Summary, All, Pairs, Categories, Coincidences, Disagreements string // captions
	SheetAll, SheetPairs, SheetCategories, SheetDisagreements           string

	Variable, Level, Units, Coders, Percent, Alpha, Interval, Kappa, Gwet, Verdict string
	Coefficient, Value, Observed, Expected, N, Remark, Pair                        string
	Category, Used, Specific, AlphaOf                                              string
	Number, Document, Citation, Unit, Text, Codes, Apart                           string

	Undefined    string // «не опр.» in a cell
	UndefinedWhy string // «не определён: {reason}»
	NotCoded     string
	Base         string // {units}, {coders}
	Source       string
	Mean         string // «среднее по парам»
	Bounds       string // [{low}; {high}]
	Dropped      string // {n} of {all} resamples
	OnBoth       string // κ of two coders computed on {n} of {all} units
	PerPairs     string // κ of pairs

	Accept, Tentative, Reject                     string
	Thresholds, Bootstrap, BootstrapNone          string
	WeightRanks, WeightNumbers                    string
	NoteMissing, NoteAlone, NoteAll, NoteSpecific string
	NoteTolerance, NoteCoincidences               string
	IrrName, IrrRemark                            string
	NoDisagreements, NotShown                     string
	MadeFile, MadeVariable, MadeCodebook          string
	MadeResamples, MadeSeed, MadeConfidence       string
	MadeMethod, MethodUnits, MadeTolerance        string

	Levels  map[Level]string
	Reasons map[Reason]string
	Names   map[string]string

	// Of explanations.
	Formulas                                 map[string]string
	WhatOf, TermObserved, TermExpected       string
	TermDo, TermDe, TermM, TermN, TermValues string
	TermApart, TermPairs                     string
}

var templates = map[string]*phrases{
	"ru": {
		Title: "Согласованность кодировщиков", Summary: "Согласованность кодировщиков", All: "Коэффициенты согласия",
		Pairs: "Коэффициенты согласия по парам кодировщиков", Categories: "Согласие по отдельным значениям (каждое против остальных)",
		Coincidences: "Матрица совпадений: {n}", Disagreements: "Расхождения кодировщиков (наибольшие первыми)",
		SheetAll: "Коэффициенты", SheetPairs: "Пары", SheetCategories: "Значения", SheetDisagreements: "Расхождения",
		Variable: "Переменная", Level: "Шкала", Units: "Единиц", Coders: "Кодировщиков", Percent: "Согласие, %", Alpha: "α Криппендорфа",
		Interval: "{c} % ДИ", Kappa: "κ", Gwet: "AC1 Гвета", Verdict: "Оценка α",
		Coefficient: "Коэффициент", Value: "Значение", Observed: "p_o (у α – D_o)", Expected: "p_e (у α – D_e)", N: "n", Remark: "Примечание", Pair: "Кодировщики",
		Category: "Значение", Used: "Присвоено раз", Specific: "Согласие о значении, %", AlphaOf: "α",
		Number: "№", Document: "Документ", Citation: "Норма", Unit: "Единица", Text: "Текст", Codes: "Коды", Apart: "Расхождение",
		Undefined: "не определён", UndefinedWhy: "не определён: {reason}", NotCoded: "нет кода", Base: "n = {units}; кодировщиков: {coders}",
		Source: "расчёт по кодировочным данным", Mean: "среднее по парам", Bounds: "[{low}; {high}]",
		Dropped: "ДИ без {n} из {all} повторных выборок, в которых коэффициент не определён",
		OnBoth:  "по {n} единицам из {all}, закодированным обоими", PerPairs: "значения пар – в таблице пар",
		Accept: "достаточная (≥ 0,800)", Tentative: "для предварительных выводов (≥ 0,667)", Reject: "недостаточная (< 0,667)",
		Thresholds:    "Пороги α: ≥ 0,800 – данные надёжны; от 0,667 до 0,800 – только предварительные выводы; ниже 0,667 – не использовать (Krippendorff K. Content Analysis: An Introduction to Its Methodology. 2nd ed. Sage, 2004. P. 241).",
		Bootstrap:     "{c} % доверительные интервалы (ДИ): перцентильный бутстреп по единицам, {n} повторных выборок, начальное число генератора {seed}.",
		BootstrapNone: "Доверительные интервалы не рассчитывались.",
		WeightRanks:   "Веса κ – по рангам значений: линейные 1 − |i − j|/(q − 1), квадратичные 1 − (i − j)²/(q − 1)².",
		WeightNumbers: "Веса κ – по числам: линейные 1 − |a − b|/размах, квадратичные 1 − (a − b)²/размах².",
		NoteMissing:   "{v}: кодов нет в {n} случаях.", NoteAlone: "Единиц, которые закодировал только один кодировщик, – {m}: о согласии они не говорят и в число единиц не входят.",
		NoteAll:          "Согласие, %: доля одинаковых кодов, среднее по парам кодировщиков; «все» – доля единиц, закодированных всеми одинаково.",
		NoteSpecific:     "Согласие о значении: доля совпавших пар среди пар с этим значением. α: значение против всех остальных, номинальная.",
		NoteTolerance:    "В процентах согласия числа, различающиеся не больше чем на {n}, считаются одинаковыми.",
		NoteCoincidences: "Каждая пара кодов единицы с m кодами даёт 1/(m − 1); по этой матрице рассчитана α.",
		IrrName:          "то же в R irr", IrrRemark: "пакет irr при данных без пропусков и трёх и более кодировщиках не делит пары на m − 1 и печатает это число; по определению α – строкой выше",
		NoDisagreements: "Расхождений нет.", NotShown: "Показаны {n} из {all} расхождений; все – в файле (-o) или с --disagreements 0.",
		MadeFile: "Файл", MadeVariable: "Переменные", MadeCodebook: "Кодификатор", MadeResamples: "Повторных выборок", MadeSeed: "Начальное число генератора",
		MadeConfidence: "Доверительная вероятность", MadeMethod: "Доверительные интервалы", MethodUnits: "перцентильный бутстреп по единицам (Zapf et al. 2016), генератор PCG",
		MadeTolerance: "Допуск",
		Levels:        map[Level]string{Nominal: "номинальная", Ordinal: "порядковая", Interval: "интервальная", Ratio: "отношений"},
		Reasons: map[Reason]string{
			OneCoder: "кодировщик один, сравнивать не с кем", NoPairs: "нет единиц, которые закодировали хотя бы двое",
			NoVariation: "все коды одинаковы: без разброса согласие не отличить от случайного",
			NotNumbers:  "шкале нужны числа, а среди значений есть слова", Negative: "шкала отношений не знает отрицательных чисел",
			NotOrdered: "у значений нет порядка: они не числа и не перечислены в кодификаторе",
			HasMissing: "есть пропуски: коэффициент требует, чтобы каждую единицу закодировали все; годится α",
			Unequal:    "число кодов на единицу разное; годится α", PairUndefined: "не определён хотя бы для одной пары",
			TooManyValues: "значений больше 200", FewResamples: "коэффициент не определён больше чем в 10 % повторных выборок",
			TooLarge: "данных слишком много для бутстрепа; уменьшите --resamples", AsIrr: "не рассчитан: см. α"},
		Names: map[string]string{
			AlphaName + "nominal": "α Криппендорфа, номинальная", AlphaName + "ordinal": "α Криппендорфа, порядковая",
			AlphaName + "interval": "α Криппендорфа, интервальная", AlphaName + "ratio": "α Криппендорфа, отношений",
			CohenName: "κ Коэна", LinearName: "κ Коэна взвешенная, линейная", QuadraticName: "κ Коэна взвешенная, квадратичная",
			FleissName: "κ Флейсса", ScottName: "π Скотта", GwetName: "AC1 Гвета", PabakName: "PABAK", HolstiName: "Холсти",
			PercentName: "Согласие, %", PercentAllName: "Согласие всех, %"},
		Formulas: map[string]string{"alpha": "1 − D_o / D_e", "chance": "(p_o − p_e) / (1 − p_e)", "share": "p_o", HolstiName: "M / ((N₁ + N₂) / 2)"},
		WhatOf:   "{v}: {n}", TermObserved: "p_o, наблюдаемое согласие", TermExpected: "p_e, случайное согласие",
		TermDo: "D_o, наблюдаемое расхождение", TermDe: "D_e, случайное расхождение", TermM: "M, одинаковых кодов", TermN: "(N₁ + N₂) / 2",
		TermValues: "q, значений", TermApart: "пар кодировщиков с разными кодами", TermPairs: "единиц с двумя и более кодами",
	},
	"kk": {
		Title: "Кодтаушылардың келісімділігі", Summary: "Кодтаушылардың келісімділігі", All: "Келісім коэффициенттері",
		Pairs: "Кодтаушылар жұптары бойынша келісім коэффициенттері", Categories: "Жекелеген мәндер бойынша келісім (әрқайсысы қалғандарына қарсы)",
		Coincidences: "Сәйкестіктер матрицасы: {n}", Disagreements: "Кодтаушылардың алшақтықтары (ең үлкені бірінші)",
		SheetAll: "Коэффициенттер", SheetPairs: "Жұптар", SheetCategories: "Мәндер", SheetDisagreements: "Алшақтықтар",
		Variable: "Айнымалы", Level: "Шкала", Units: "Бірлік саны", Coders: "Кодтаушы саны", Percent: "Келісім, %", Alpha: "Криппендорф α",
		Interval: "{c} % СА", Kappa: "κ", Gwet: "Гвет AC1", Verdict: "α бағасы",
		Coefficient: "Коэффициент", Value: "Мәні", Observed: "p_o (α үшін – D_o)", Expected: "p_e (α үшін – D_e)", N: "n", Remark: "Ескертпе", Pair: "Кодтаушылар",
		Category: "Мән", Used: "Қойылған саны", Specific: "Мән туралы келісім, %", AlphaOf: "α",
		Number: "№", Document: "Құжат", Citation: "Норма", Unit: "Бірлік", Text: "Мәтін", Codes: "Кодтар", Apart: "Алшақтық",
		Undefined: "анықталмаған", UndefinedWhy: "анықталмаған: {reason}", NotCoded: "код жоқ", Base: "n = {units}; кодтаушылар: {coders}",
		Source: "кодтау деректері бойынша есептелген", Mean: "жұптар бойынша орташа", Bounds: "[{low}; {high}]",
		Dropped: "СА {all} қайта іріктеменің {n}-інсіз: оларда коэффициент анықталмаған",
		OnBoth:  "{all} бірліктің екеуі де кодтаған {n} бірлігі бойынша", PerPairs: "жұптардың мәндері жұптар кестесінде",
		Accept: "жеткілікті (≥ 0,800)", Tentative: "алдын ала қорытындылар үшін (≥ 0,667)", Reject: "жеткіліксіз (< 0,667)",
		Thresholds:    "α шектері: ≥ 0,800 – деректер сенімді; 0,667–0,800 – тек алдын ала қорытындылар; 0,667-ден төмен – пайдалануға болмайды (Krippendorff K. Content Analysis: An Introduction to Its Methodology. 2nd ed. Sage, 2004. P. 241).",
		Bootstrap:     "{c} % сенімділік аралықтары (СА): бірліктер бойынша процентильді бутстреп, {n} қайта іріктеме, генератордың бастапқы саны {seed}.",
		BootstrapNone: "Сенімділік аралықтары есептелмеді.",
		WeightRanks:   "κ салмақтары – мәндердің рангтері бойынша: сызықтық 1 − |i − j|/(q − 1), квадраттық 1 − (i − j)²/(q − 1)².",
		WeightNumbers: "κ салмақтары – сандар бойынша: сызықтық 1 − |a − b|/құлаш, квадраттық 1 − (a − b)²/құлаш².",
		NoteMissing:   "{v}: {n} жағдайда код жоқ.", NoteAlone: "Тек бір кодтаушы кодтаған бірліктер – {m}: олар келісім туралы айтпайды және бірліктер санына кірмейді.",
		NoteAll:          "Келісім, %: бірдей кодтардың үлесі, кодтаушылар жұптары бойынша орташа; «бәрі» – бәрі бірдей кодтаған бірліктердің үлесі.",
		NoteSpecific:     "Мән туралы келісім: осы мәні бар жұптардың ішінде сәйкес келген жұптардың үлесі. α: мән қалғандарының бәріне қарсы, номиналды.",
		NoteTolerance:    "Келісім пайыздарында {n}-нан аспайтын айырмасы бар сандар бірдей саналады.",
		NoteCoincidences: "m коды бар бірліктің әр жұп коды 1/(m − 1) береді; α осы матрица бойынша есептелген.",
		IrrName:          "R irr бойынша", IrrRemark: "деректер толық және кодтаушылар үш не одан көп болғанда irr пакеті жұптарды m − 1-ге бөлмейді және осы санды шығарады; анықтама бойынша α – жоғарыдағы жолда",
		NoDisagreements: "Алшақтық жоқ.", NotShown: "{all} алшақтықтың {n} көрсетілді; бәрі – файлда (-o) немесе --disagreements 0.",
		MadeFile: "Файл", MadeVariable: "Айнымалылар", MadeCodebook: "Кодификатор", MadeResamples: "Қайта іріктемелер", MadeSeed: "Генератордың бастапқы саны",
		MadeConfidence: "Сенімділік ықтималдығы", MadeMethod: "Сенімділік аралықтары", MethodUnits: "бірліктер бойынша процентильді бутстреп (Zapf et al. 2016), PCG генераторы",
		MadeTolerance: "Рұқсат",
		Levels:        map[Level]string{Nominal: "номиналды", Ordinal: "реттік", Interval: "аралықтық", Ratio: "қатынастар"},
		Reasons: map[Reason]string{
			OneCoder: "кодтаушы біреу, салыстыратын ешкім жоқ", NoPairs: "кемінде екеуі кодтаған бірлік жоқ",
			NoVariation: "барлық кодтар бірдей: келісімді кездейсоқтан ажырату мүмкін емес",
			NotNumbers:  "шкалаға сандар керек, ал мәндердің ішінде сөздер бар", Negative: "қатынастар шкаласында теріс сандар болмайды",
			NotOrdered: "мәндердің реті жоқ: олар сан емес және кодификаторда тізілмеген",
			HasMissing: "кодтар жетіспейді: коэффициент әр бірлікті бәрі кодтағанын талап етеді; α жарайды",
			Unequal:    "бірліктегі кодтар саны әртүрлі; α жарайды", PairUndefined: "кемінде бір жұп үшін анықталмаған",
			TooManyValues: "мәндер 200-ден көп", FewResamples: "қайта іріктемелердің 10 %-ынан астамында коэффициент анықталмаған",
			TooLarge: "бутстреп үшін деректер тым көп; --resamples азайтыңыз", AsIrr: "есептелмеді: α қараңыз"},
		Names: map[string]string{
			AlphaName + "nominal": "Криппендорф α, номиналды", AlphaName + "ordinal": "Криппендорф α, реттік",
			AlphaName + "interval": "Криппендорф α, аралықтық", AlphaName + "ratio": "Криппендорф α, қатынастар",
			CohenName: "Коэн κ", LinearName: "Коэннің салмақты κ, сызықтық", QuadraticName: "Коэннің салмақты κ, квадраттық",
			FleissName: "Флейсс κ", ScottName: "Скотт π", GwetName: "Гвет AC1", PabakName: "PABAK", HolstiName: "Холсти",
			PercentName: "Келісім, %", PercentAllName: "Бәрінің келісімі, %"},
		Formulas: map[string]string{"alpha": "1 − D_o / D_e", "chance": "(p_o − p_e) / (1 − p_e)", "share": "p_o", HolstiName: "M / ((N₁ + N₂) / 2)"},
		WhatOf:   "{v}: {n}", TermObserved: "p_o, байқалған келісім", TermExpected: "p_e, кездейсоқ келісім",
		TermDo: "D_o, байқалған алшақтық", TermDe: "D_e, кездейсоқ алшақтық", TermM: "M, бірдей кодтар", TermN: "(N₁ + N₂) / 2",
		TermValues: "q, мәндер", TermApart: "кодтары әртүрлі кодтаушы жұптары", TermPairs: "екі және одан көп коды бар бірліктер",
	},
	"en": {
		Title: "Intercoder agreement", Summary: "Intercoder agreement", All: "Coefficients of agreement",
		Pairs: "Coefficients of agreement by pairs of coders", Categories: "Agreement by value (each against all others)",
		Coincidences: "Matrix of coincidences: {n}", Disagreements: "Disagreements (the largest first)",
		SheetAll: "Coefficients", SheetPairs: "Pairs", SheetCategories: "Values", SheetDisagreements: "Disagreements",
		Variable: "Variable", Level: "Level", Units: "Units", Coders: "Coders", Percent: "Agreement, %", Alpha: "Krippendorff's α",
		Interval: "{c}% CI", Kappa: "κ", Gwet: "Gwet's AC1", Verdict: "Verdict on α",
		Coefficient: "Coefficient", Value: "Value", Observed: "p_o (D_o of α)", Expected: "p_e (D_e of α)", N: "n", Remark: "Remark", Pair: "Coders",
		Category: "Value", Used: "Times used", Specific: "Agreement on it, %", AlphaOf: "α",
		Number: "No.", Document: "Document", Citation: "Provision", Unit: "Unit", Text: "Text", Codes: "Codes", Apart: "Distance",
		Undefined: "undefined", UndefinedWhy: "undefined: {reason}", NotCoded: "no code", Base: "n = {units}; coders: {coders}",
		Source: "computed from the coding data", Mean: "mean of pairs", Bounds: "[{low}; {high}]",
		Dropped: "CI without {n} of {all} resamples in which the coefficient is undefined",
		OnBoth:  "on {n} of {all} units, those that both coded", PerPairs: "the table of pairs has their values",
		Accept: "sufficient (≥ 0.800)", Tentative: "for tentative conclusions (≥ 0.667)", Reject: "insufficient (< 0.667)",
		Thresholds:    "Thresholds of α: ≥ 0.800, the data are reliable; from 0.667 to 0.800, tentative conclusions only; below 0.667, not to be used (Krippendorff K. Content Analysis: An Introduction to Its Methodology. 2nd ed. Sage, 2004. P. 241).",
		Bootstrap:     "{c}% confidence intervals (CI): percentile bootstrap over units, {n} resamples, seed {seed}.",
		BootstrapNone: "No confidence intervals were computed.",
		WeightRanks:   "Weights of κ are of the ranks of values: linear 1 − |i − j|/(q − 1), quadratic 1 − (i − j)²/(q − 1)².",
		WeightNumbers: "Weights of κ are of the numbers: linear 1 − |a − b|/range, quadratic 1 − (a − b)²/range².",
		NoteMissing:   "{v}: codes missing: {n}.", NoteAlone: "Units that only one coder coded: {m}. They say nothing about agreement and are not among the units.",
		NoteAll:          "Agreement, %: the share of equal codes, mean of the pairs of coders; “all”: the share of units that all coded alike.",
		NoteSpecific:     "Agreement on a value: the share of equal pairs among the pairs with that value. α: the value against all others, nominal.",
		NoteTolerance:    "In per cents of agreement, numbers that differ by no more than {n} count as equal.",
		NoteCoincidences: "Each pair of codes of a unit with m codes counts 1/(m − 1); α is computed from this matrix.",
		IrrName:          "the same in R's irr", IrrRemark: "with complete data and three coders or more the package irr does not divide pairs by m − 1, and prints this number; the row above is α by its definition",
		NoDisagreements: "There are no disagreements.", NotShown: "{n} of {all} disagreements are shown; all are in the file (-o), or with --disagreements 0.",
		MadeFile: "File", MadeVariable: "Variables", MadeCodebook: "Codebook", MadeResamples: "Resamples", MadeSeed: "Seed",
		MadeConfidence: "Confidence", MadeMethod: "Confidence intervals", MethodUnits: "percentile bootstrap over units (Zapf et al. 2016), PCG generator",
		MadeTolerance: "Tolerance",
		Levels:        map[Level]string{Nominal: "nominal", Ordinal: "ordinal", Interval: "interval", Ratio: "ratio"},
		Reasons: map[Reason]string{
			OneCoder: "there is one coder and nobody to compare with", NoPairs: "no unit was coded by two coders",
			NoVariation: "all codes are the same: without variation agreement can't be told from chance",
			NotNumbers:  "the level wants numbers, and some values are words", Negative: "a ratio scale has no negative numbers",
			NotOrdered: "the values have no order: they are no numbers and the codebook doesn't list them",
			HasMissing: "codes are missing: the coefficient wants each unit coded by all; α will do",
			Unequal:    "units have different numbers of codes; α will do", PairUndefined: "undefined for a pair at least",
			TooManyValues: "there are more than 200 values", FewResamples: "the coefficient is undefined in more than 10% of resamples",
			TooLarge: "too many data for a bootstrap; lower --resamples", AsIrr: "not computed: see α"},
		Names: map[string]string{
			AlphaName + "nominal": "Krippendorff's α, nominal", AlphaName + "ordinal": "Krippendorff's α, ordinal",
			AlphaName + "interval": "Krippendorff's α, interval", AlphaName + "ratio": "Krippendorff's α, ratio",
			CohenName: "Cohen's κ", LinearName: "Cohen's κ, linear weights", QuadraticName: "Cohen's κ, quadratic weights",
			FleissName: "Fleiss' κ", ScottName: "Scott's π", GwetName: "Gwet's AC1", PabakName: "PABAK", HolstiName: "Holsti",
			PercentName: "Agreement, %", PercentAllName: "Agreement of all, %"},
		Formulas: map[string]string{"alpha": "1 − D_o / D_e", "chance": "(p_o − p_e) / (1 − p_e)", "share": "p_o", HolstiName: "M / ((N₁ + N₂) / 2)"},
		WhatOf:   "{v}: {n}", TermObserved: "p_o, observed agreement", TermExpected: "p_e, agreement by chance",
		TermDo: "D_o, observed disagreement", TermDe: "D_e, disagreement by chance", TermM: "M, equal codes", TermN: "(N₁ + N₂) / 2",
		TermValues: "q, values", TermApart: "pairs of coders with different codes", TermPairs: "units with two codes or more",
	},
}

func phrasesOf(lang string) *phrases { return cmp.Or(templates[lang], templates["ru"]) }

// put puts values into a phrase: put(s, "n", "5").
func put(phrase string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		phrase = strings.ReplaceAll(phrase, "{"+pairs[i]+"}", pairs[i+1])
	}
	return phrase
}
