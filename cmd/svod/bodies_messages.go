package main

import "svod/compare/bodies"

// bodiesError says what is wrong with a register, a study or observations, and
// what to do.
func (e *env) bodiesError(x *bodies.Error) string {
	return e.place(x.File, x.Line, x.Column, false) + ": " + e.bodiesFault(x)
}

func (e *env) bodiesFault(x *bodies.Error) string {
	arg := argsOf(x.Args)
	if s := e.yamlFault(x.Code, x.Args); s != "" {
		return s
	}
	switch x.Code {
	case "yaml":
		return e.unreadLine(arg(0))
	case "field":
		return e.tr("ключа «%s» нет. Проверьте, как он пишется: образец – study/public-councils.yaml и register.csv из svod demo",
			"there is no key %q. Check its spelling: study/public-councils.yaml and register.csv of svod demo are examples", arg(0))
	case "empty":
		return e.tr("здесь нет ни одной строки с данными. Образцы – study/public-councils.yaml и register.csv из svod demo",
			"there is not a row of data here. study/public-councils.yaml and register.csv of svod demo are examples")
	case "columns":
		return e.tr("нет столбца или ключа «%s». Добавьте его", "there is no column or key %q. Add it", arg(0))
	case "value":
		return e.tr("%s: «%s» так не пишут.%s", "%s: %q is not a value of it.%s", arg(0), arg(1), e.bodiesValues(arg(0)))
	case "name":
		return e.tr("у органа «%s» нет названия", "the body %q has no name", arg(0))
	case "id":
		if arg(0) == "" {
			return e.tr("нет кода (id). Дайте короткое имя, которое не повторяется", "there is no id. Give a short name that isn't used twice")
		}
		return e.tr("код «%s» уже есть. Коды не повторяются", "the id %q is there already. Ids are not used twice", arg(0))
	case "date":
		return e.tr("«%s» – не дата. Пишите ГГГГ-ММ-ДД или год: 2018-06-19", "%q is no date. Write YYYY-MM-DD or a year: 2018-06-19", arg(0))
	case "dates":
		return e.tr("конец (%[2]s) не позже начала (%[1]s)", "the end (%[2]s) is not after the beginning (%[1]s)", arg(0), arg(1))
	case "indicator":
		return e.tr("показателя «%s» нет. Для доли нужны два других показателя-числа; в наблюдениях – id или название из файла исследования",
			"there is no indicator %q. A share needs two other numeric indicators; observations name the id or name of the study's file", arg(0))
	case "body":
		return e.tr("органа «%s» нет в реестре, или так называются несколько. Назовите его код: svod bodies --register ФАЙЛ",
			"the register has no body %q, or several of that name. Give its id: svod bodies --register FILE", arg(0))
	case "category":
		return e.tr("показатель «%s»: категории «%s» в кодификаторе нет. Проверьте её id и ключ codebook",
			"indicator %q: the codebook has no category %q. Check its id, and the key codebook", arg(0), arg(1))
	case "figure":
		return e.tr("показатель «%s»: числа «%s» среди indicators кодификатора нет. Проверьте id",
			"indicator %q: the codebook's indicators have no %q. Check the id", arg(0), arg(1))
	case "type":
		if arg(0) == "index" {
			return e.tr("у index нет ни одного показателя с весом. Добавьте показателям weight", "no indicator has a weight for the index. Give some a weight")
		}
		return e.tr("показателю «%s» при таком type нужен ключ %s", "the indicator %q needs the key %s with such a type", arg(0), arg(1))
	case "missing":
		return e.tr("index: не сказано, что делать с «нет данных». Напишите missing: exclude (не учитывать) или missing: zero (считать за 0); от этого зависят места",
			"index: it is not said what “no data” does. Write missing: exclude (left out) or missing: zero (counts 0); places depend on it")
	case "weight":
		return e.tr("показатель «%s»: вес %s меньше нуля. Если меньше – лучше, напишите better: less", "indicator %q: the weight %s is below zero. If less is better, write better: less", arg(0), arg(1))
	case "mixed":
		return e.tr("среди документов советы разных видов («%[2]s»), а вместе их не считают. Добавьте split: %[1]s или отберите: --where %[1]s=…",
			"the documents are of several kinds of councils (“%[2]s”), which are not counted together. Add split: %[1]s, or select: --where %[1]s=…", arg(0), arg(1))
	case "doubled":
		return e.tr("%s, показатель «%s»: второе наблюдение о том же. Оставьте одно", "%s, indicator %q: a second observation of the same. Leave one", arg(0), arg(1))
	}
	return x.Error()
}

// bodiesValues are the values that a key may have.
func (e *env) bodiesValues(key string) string {
	values := map[string][2]string{
		"type":         {"наличие, упоминания, число, доля, наблюдение, измерение", "presence, mentions, number, share, observed, measured"},
		"better":       {"more, less", "more, less"},
		"missing":      {"exclude, zero", "exclude, zero"},
		"numbers":      {"minmax, zscore", "minmax, zscore"},
		"sensitivity":  {"число от 0 до 1: 0.25", "a number between 0 and 1: 0.25"},
		"least":        {"число от 0 до 1: 0.5", "a number between 0 and 1: 0.5"},
		"уровень":      {"областной, город республиканского значения, республиканский, центральный …", "region, local, central, national …"},
		"коэффициенты": {"числа от 0 до 1 через |: 0,8 | 1", "numbers between 0 and 1, set apart by |: 0.8 | 1"},

		"прежние_названия": {"Нур-Султан / Нұр-Сұлтан (2019-03-23–2022-09-17); несколько через |", "Nur-Sultan / Нұр-Сұлтан (2019-03-23–2022-09-17); several set apart by |"},
	}
	v, ok := values[key]
	if !ok {
		return e.tr(" Бывает: да, частично, нет, н.д., н/п; у чисел – число", " There are: yes, partly, no, n/a; of numeric indicators a number")
	}
	return e.tr(" Бывает: "+v[0], " There are: "+v[1])
}
