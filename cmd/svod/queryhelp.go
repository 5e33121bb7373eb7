package main

import "slices"

// queryTopics are what the language of queries is called in «svod help …».
var queryTopics = []string{"query", "queries", "запрос", "запросы", "язык", "сұрау"}

func isQueryTopic(s string) bool { return slices.Contains(queryTopics, s) }

// queryHelp is the whole language of queries on a page. Its examples find
// something in acts about public councils.
func (e *env) queryHelp() string {
	return e.tr(`Язык запросов: svod search 'ЗАПРОС'
Одинарные кавычки вокруг запроса нужны оболочке; в cmd.exe двойные, а внутри «ёлочки».

Слова
  годовой отчет              все слова, в любой форме, в одной статье
  кто избирает председателя? с «?» в конце: любые из слов, лучшее первым
  "годовой отчет"            фраза: слова подряд, в любой форме; то же «годовой отчет»
  "не допускается"           «не», «и», «или» строчными такие же слова, как все
  =отчета                    только эта форма
  общественн*   отч?т        * любые буквы, ? одна буква
  обшественый~               близкое написание: в слове до 5 букв одна ошибка, в длинном
                             две; ~1 и ~2 задают сколько
  НПО   развод               и по синонимам: «неправительственная организация», «расторжение
                             брака»; они отмечены и стоят ниже. Список: svod synonyms;
                             без них: --no-synonyms, для одного слова =НПО
  Регистр, ё и е, похожие латинские буквы, мягкие переносы не различаются; 10 и «десять» одно.

Рядом
  доклад /5 совет            не дальше 5 слов (/1 соседние), в любом порядке
  избирается +5 членов       не дальше 5 слов, в этом порядке
  совет /с отчет             в одном предложении;  /п в одном пункте;  /ст в одной статье
  Рядом и фразы не переходят границ пункта, подпункта, абзаца.

Операторы: только заглавными
  отчет И доклад             оба слова (то же без И)
  отчет ИЛИ доклад           хотя бы одно
  отчет НЕ годовой           статьи с первым словом без второго
  НЕ_МЕНЕЕ5(отчет)           в статье пять раз и больше; для всего запроса --at-least 5
  (отчет ИЛИ доклад) И совет скобки
  Порядок: скобки, кавычки, НЕ_МЕНЕЕ; затем ИЛИ; затем /5 +5 /с /п /ст; затем И, НЕ, пробел:
  отчет ИЛИ доклад /5 совет НЕ проект  значит  ((отчет ИЛИ доклад) /5 совет) НЕ проект

Условия на документы: поле:значение, стоят отдельно от слов
  отчет вид:закон,кодекс     вид, номер, дата, орган, язык, редакция, страна, название, файл,
  отчет редакция:2019..2021  документ, действует и признаки, заданные svod set (регион, год …);
                             даты: 2015, 11.2015, 02.11.2015, сегодня, 2015..2018, ..2018, 2015..
  отчет действует:да         новейшие редакции; действует:01.02.2020 на эту дату
  отчет НЕ язык:kk           НЕ исключает; запятая: любое из значений
  отчет название:"доступе к информации"      несколько слов в кавычках, * начало слова

Адреса
  ст. 5 закона об общественных советах       пп 4 п 2 ст 7 закона об общественных советах
  5-баптың 2-тармағы                         п. 7 ст. 1 общественные советы

Прочее: re:ВЫРАЖЕНИЕ ищет по регулярному выражению в тексте, как он напечатан.
Можно и так: AND OR NOT ATLEAST5, /s /p /a, type: date: …;  ЖӘНЕ НЕМЕСЕ ЕМЕС, түрі: күні: …
Как запрос понят: svod search --explain 'ЗАПРОС'. Параметры: svod help search
`, `The language of queries: svod search 'QUERY'
The single quotes around a query are for the shell; in cmd.exe use double ones, and «…» inside.

Words
  годовой отчет              all the words, in any form, in one article
  кто избирает председателя? with “?” at the end: any of the words, the best first
  "годовой отчет"            a phrase: the words side by side, in any form; also «годовой отчет»
  "не допускается"           «не», «и», «или» in small letters are words like all others
  =отчета                    this form only
  общественн*   отч?т        * any letters, ? one letter
  обшественый~               close spelling: one slip in words of up to 5 letters, two in longer
                             ones; ~1 and ~2 say how many
  НПО   развод               by synonyms, too: «неправительственная организация», «расторжение
                             брака»; they are marked and stand below. The list: svod synonyms;
                             without them: --no-synonyms, for one word =НПО
  Case, ё and е, Latin look-alikes and soft hyphens make no difference; 10 and «десять» are one.

Near
  доклад /5 совет            at most 5 words apart (/1 are neighbours), in any order
  избирается +5 членов       at most 5 words apart, in this order
  совет /s отчет             in one sentence;  /p in one clause;  /a in one article
  Nearness and phrases never cross the border of a clause, subclause or paragraph.

Operators: in capitals only
  отчет AND доклад           both words (the same without AND)
  отчет OR доклад            at least one
  отчет NOT годовой          articles with the first word and without the second
  ATLEAST5(отчет)            five times or more in an article; --at-least 5 for a whole query
  (отчет OR доклад) AND совет                brackets
  Order: brackets, quotes, ATLEAST; then OR; then /5 +5 /s /p /a; then AND, NOT, a space:
  отчет OR доклад /5 совет NOT проект  means  ((отчет OR доклад) /5 совет) NOT проект

Conditions on documents: field:value, apart from the words
  отчет type:law,code        type, number, date, body, language, edition, jurisdiction, title,
  отчет edition:2019..2021   file, id, in_force, and attributes set by svod set (region, year …);
                             dates: 2015, 11.2015, 2015-11-02, today, 2015..2018, ..2018, 2015..
  отчет in_force:yes         the newest editions; in_force:2020-02-01 those of that day
  отчет NOT language:kk      NOT excludes; a comma: any of the values
  отчет title:"доступе к информации"         several words in quotes, * the beginning of a word

Addresses
  ст. 5 закона об общественных советах       пп 4 п 2 ст 7 закона об общественных советах
  5-баптың 2-тармағы                         п. 7 ст. 1 общественные советы

Also: re:EXPRESSION looks for a regular expression in the text as it is printed.
In Russian: И ИЛИ НЕ НЕ_МЕНЕЕ5, /с /п /ст, вид: дата: …; in Kazakh: ЖӘНЕ НЕМЕСЕ ЕМЕС, түрі: күні: …
How a query was understood: svod search --explain 'QUERY'. Options: svod help search
`)
}
