package bodies

import "strings"

// templates are the headings and phrases of the report by language. A study may
// put its own in place of any (phrases: {key: text}); {…} stand for what the
// report fills in.
var templates = map[string]map[string]string{
	"ru": {
		"made_observed": "наблюдения; реестр «{register}»",
		"region_sheet":  "Регионы", "central_sheet": "Центр", "matrix_sheet": "Матрица", "data_sheet": "Данные",
		"heat_bodies": "Тепловая карта «орган × показатель»{of}",
		"no-kind":     "вид совета не указан", "other-kind": "Документов других видов совета, которые здесь не изучаются: {n}.", "other-year": "Документов за другие годы: {n}.",
		"legend_missing": "н.д. – нет данных: нет документов органа, в них не указано число или нет наблюдения; н/п – неприменимо.",
		"least":          "Индекс не определяется, если известно меньше {p} весов.", "few-data": "не определён: мало данных",
		"whose": "Чьи документы", "file": "Файл", "by": "По чему узнан", "recognised": "орган узнан у {n} из {m}, без сомнений у {sure}",
		"title": "Матрица «орган × показатель»: {name}", "kind": "Вид совета: {kind}", "region": "Регионы", "central": "Центральные государственные органы",
		"regions_of": "регионы", "central_of": "центральные органы",
		"availability": "Наличие и доступность отчетов{of}", "matrix": "{group}{of}", "all": "Сводная матрица показателей", "rating": "{index}{of}: рейтинг",
		"heat": "Тепловая карта «совет × показатель»{of}", "chart": "Рейтинг по показателю «{index}»{of}", "long": "Показатели с основаниями{of}",
		"card": "Карточка: {body}{of}", "doubts": "Расхождения и неполнота данных", "left": "Документы, которых нет в матрицах",
		"body": "Орган", "documents": "Документов", "formats": "Форматы", "available": "Есть отчет, органов", "filled": "Заполнено",
		"states": "да / частично / нет / н.д.", "median": "Медиана", "range": "Мин – макс", "of": "{n} из {m}",
		"place": "Место", "index": "Индекс, %", "zindex": "Индекс", "score": "Индекс", "place_range": "Места при весах ±{d} %", "terms": "Показателей учтено",
		"indicator": "Показатель", "value": "Значение", "year": "Год", "source": "Источник", "evidence": "Основание",
		"document": "Документ", "reason": "Причина", "remark": "Замечание",
		"yes": "да", "partly": "частично", "no": "нет", "no-data": "н.д.", "not-applicable": "н/п",
		"legend":      "да – найдено; частично – найдено не в полной мере; нет – есть документы органа, в них искали и не нашли; н.д. – нет данных: нет документов органа, в них не указано число или нет наблюдения; н/п – неприменимо.",
		"legend_year": "Число – документов за год; «–» – отчета в корпусе нет.", "legend_check": "* проверьте: см. таблицу «Расхождения и неполнота данных».",
		"legend_numbers": "Цвет чисел – от наименьшего до наибольшего значения показателя среди органов таблицы.",
		"base":           "n = {n}", "coverage": "заполнено ячеек {n} из {m} ({p})", "made": "документы органов; реестр «{register}»", "observed": "значений, внесенных наблюдателями: {n}",
		"formula":        "Индекс = Σ w·K·ΠKⱼ / Σ w, где w – вес, K – значение показателя (да 1, частично 0,5, нет 0; число – {scale}), Kⱼ – коэффициенты.",
		"formula_zscore": "Индекс = Σ w·z·ΠKⱼ / Σ w, где w – вес, z – отклонение от среднего в стандартных отклонениях, Kⱼ – коэффициенты.",
		"minmax":         "от 0 у наименьшего до 1 у наибольшего, доля – как есть", "exclude": "Нет данных – показатель исключен, его вес не учитывается.", "zero": "Нет данных – считается за 0.",
		"sensitivity": "Места при изменении весов: вес каждого показателя по одному уменьшен и увеличен на {d} %, показаны лучшее и худшее место. Равные значения делят место.",
		"weights":     "Веса: {weights}.", "undefined": "не определён: нет данных",
		"not_found": "не найдено; искали: {tried}", "no_documents": "документов органа в корпусе нет", "not_stated": "число в документах не указано; искали: {tried}",
		"no_share": "не определена: не известны числитель или знаменатель, либо знаменатель 0", "by_hand": "наблюдение", "more": "и ещё {n}", "mentions": "упоминаний", "no_observation": "наблюдения нет",
		"differs": "в документах «{found}», по наблюдению «{value}»", "several_values": "проверьте число: в документе названо не одно или сказано не прямо ({values})",
		"share_above": "доля больше 100 %: проверьте числитель и знаменатель", "share_years": "числитель и знаменатель за разные годы", "part_doubt": "числитель или знаменатель сомнительны",
		"unmatched": "орган не узнан", "several": "назван не один орган: {bodies}", "off": "органа нет в реестре на дату",
		"alias": "орган узнан по краткому или прежнему имени", "continues": "имя органа в тексте продолжается", "date": "на время документа органа в реестре нет", "place_doubt": "орган назван только в имени файла или в первых строках", "unknown": "признак называет орган, которого нет в реестре",
		"attribute": "признак", "by_body": "орган в тексте", "by_title": "заголовок", "by_file": "имя файла", "by_text": "первые строки", "check": "проверьте: {why}",
		"explain_states": "{n} органов из {m}", "explain_share": "{part} / {of}", "explain_median": "медиана известных значений", "weight": "вес",
		"n_filled": "заполненные ячейки / все ячейки, кроме н/п",
	},
	"en": {
		"made_observed": "observations; register “{register}”",
		"region_sheet":  "Regions", "central_sheet": "Centre", "matrix_sheet": "Matrix", "data_sheet": "Data",
		"heat_bodies": "Heat map of bodies and indicators{of}",
		"no-kind":     "the kind of council is not given", "other-kind": "Documents of other kinds of councils, which are not studied here: {n}.", "other-year": "Documents of other years: {n}.",
		"legend_missing": "n/a – no data: there are no documents of the body, they don't state the number, or there is no observation; n.appl. – not applicable.",
		"least":          "There is no index if less than {p} of the weights is known.", "few-data": "not defined: too little data",
		"whose": "Whose the documents are", "file": "File", "by": "Recognised by", "recognised": "body recognised of {n} of {m}, beyond doubt of {sure}",
		"title": "Matrix of bodies and indicators: {name}", "kind": "Kind of council: {kind}", "region": "Regions", "central": "Central state bodies",
		"regions_of": "regions", "central_of": "central bodies",
		"availability": "Availability of reports{of}", "matrix": "{group}{of}", "all": "Consolidated matrix of indicators", "rating": "{index}{of}: rating",
		"heat": "Heat map of councils and indicators{of}", "chart": "Rating by “{index}”{of}", "long": "Indicators with their evidence{of}",
		"card": "Card: {body}{of}", "doubts": "Discrepancies and gaps in the data", "left": "Documents that are in no matrix",
		"body": "Body", "documents": "Documents", "formats": "Formats", "available": "Bodies with a report", "filled": "Filled",
		"states": "yes / partly / no / n/a", "median": "Median", "range": "Min – max", "of": "{n} of {m}",
		"place": "Place", "index": "Index, %", "zindex": "Index", "score": "Index", "place_range": "Places at weights ±{d}%", "terms": "Indicators counted",
		"indicator": "Indicator", "value": "Value", "year": "Year", "source": "Source", "evidence": "Evidence",
		"document": "Document", "reason": "Reason", "remark": "Remark",
		"yes": "yes", "partly": "partly", "no": "no", "no-data": "n/a", "not-applicable": "n.appl.",
		"legend":      "yes – found; partly – found in part; no – there are documents of the body, they were searched and nothing was found; n/a – no data: there are no documents of the body, they don't state the number, or there is no observation; n.appl. – not applicable.",
		"legend_year": "A number is the documents of a year; “–”: no report in the corpus.", "legend_check": "* to be checked: see the table “Discrepancies and gaps in the data”.",
		"legend_numbers": "The shade of a number runs from the least to the greatest value of the indicator among the bodies of the table.",
		"base":           "n = {n}", "coverage": "cells filled {n} of {m} ({p})", "made": "documents of the bodies; register “{register}”", "observed": "values entered by observers: {n}",
		"formula":        "Index = Σ w·K·ΠKⱼ / Σ w, where w is the weight, K the value of the indicator (yes 1, partly 0.5, no 0; a number {scale}), Kⱼ the coefficients.",
		"formula_zscore": "Index = Σ w·z·ΠKⱼ / Σ w, where w is the weight, z the deviation from the mean in standard deviations, Kⱼ the coefficients.",
		"minmax":         "from 0 for the least to 1 for the greatest, a share as it is", "exclude": "No data: the indicator is left out with its weight.", "zero": "No data counts 0.",
		"sensitivity": "Places as weights change: the weight of each indicator in turn is made {d}% less and more; the best and the worst place are shown. Equal values share a place.",
		"weights":     "Weights: {weights}.", "undefined": "not defined: no data",
		"not_found": "not found; tried: {tried}", "no_documents": "no documents of the body in the corpus", "not_stated": "the documents don't state the number; tried: {tried}",
		"no_share": "not defined: the part or the whole is not known, or the whole is 0", "by_hand": "observation", "more": "and {n} more", "mentions": "mentions", "no_observation": "no observation",
		"differs": "“{found}” in the documents, “{value}” by observation", "several_values": "check the number: the document states several, or not plainly ({values})",
		"share_above": "a share above 100%: check the part and the whole", "share_years": "the part and the whole are of different years", "part_doubt": "the part or the whole is doubtful",
		"unmatched": "body not recognised", "several": "several bodies are named: {bodies}", "off": "the register doesn't have the body on the date",
		"alias": "recognised by a short or former name", "continues": "the body's name goes on in the text", "date": "the register doesn't have the body at the time of the document", "place_doubt": "only the file's name or the first lines name the body", "unknown": "the attribute names a body that the register doesn't have",
		"attribute": "attribute", "by_body": "body in the text", "by_title": "title", "by_file": "file name", "by_text": "first lines", "check": "check: {why}",
		"explain_states": "{n} bodies of {m}", "explain_share": "{part} / {of}", "explain_median": "median of the known values", "weight": "weight",
		"n_filled": "cells filled / all cells that apply",
	},
	"kk": {
		"made_observed": "бақылаулар; «{register}» тізілімі",
		"region_sheet":  "Өңірлер", "central_sheet": "Орталық", "matrix_sheet": "Матрица", "data_sheet": "Деректер",
		"heat_bodies": "«Орган × көрсеткіш» жылу картасы{of}",
		"no-kind":     "кеңес түрі көрсетілмеген", "other-kind": "Мұнда зерттелмейтін басқа кеңес түрлерінің құжаттары: {n}.", "other-year": "Басқа жылдардың құжаттары: {n}.",
		"legend_missing": "д.ж. – дерек жоқ: органның құжаттары жоқ, оларда сан көрсетілмеген немесе бақылау жоқ; қ/ж – қолданылмайды.",
		"least":          "Салмақтың {p} бөлігінен азы белгілі болса, индекс анықталмайды.", "few-data": "анықталмаған: дерек аз",
		"whose": "Құжаттар кімдікі", "file": "Файл", "by": "Немен танылды", "recognised": "{m} құжаттың {n}-інде орган танылды, күмәнсіз: {sure}",
		"title": "«Орган × көрсеткіш» матрицасы: {name}", "kind": "Кеңес түрі: {kind}", "region": "Өңірлер", "central": "Орталық мемлекеттік органдар",
		"regions_of": "өңірлер", "central_of": "орталық органдар",
		"availability": "Есептердің болуы және қолжетімділігі{of}", "matrix": "{group}{of}", "all": "Көрсеткіштердің жиынтық матрицасы", "rating": "{index}{of}: рейтинг",
		"heat": "«Кеңес × көрсеткіш» жылу картасы{of}", "chart": "«{index}» бойынша рейтинг{of}", "long": "Негіздері бар көрсеткіштер{of}",
		"card": "Карточка: {body}{of}", "doubts": "Деректердегі алшақтықтар мен олқылықтар", "left": "Матрицаларға кірмеген құжаттар",
		"body": "Орган", "documents": "Құжаттар", "formats": "Форматтар", "available": "Есебі бар органдар", "filled": "Толтырылған",
		"states": "иә / ішінара / жоқ / д.ж.", "median": "Медиана", "range": "Ең аз – ең көп", "of": "{m} ішінен {n}",
		"place": "Орын", "index": "Индекс, %", "zindex": "Индекс", "score": "Индекс", "place_range": "Салмақ ±{d} % болғандағы орындар", "terms": "Ескерілген көрсеткіштер",
		"indicator": "Көрсеткіш", "value": "Мәні", "year": "Жыл", "source": "Дереккөз", "evidence": "Негіздеме",
		"document": "Құжат", "reason": "Себебі", "remark": "Ескерту",
		"yes": "иә", "partly": "ішінара", "no": "жоқ", "no-data": "д.ж.", "not-applicable": "қ/ж",
		"legend":      "иә – табылды; ішінара – толық емес табылды; жоқ – органның құжаттары бар, олардан ізделді және табылмады; д.ж. – дерек жоқ: органның құжаттары жоқ, оларда сан көрсетілмеген немесе бақылау жоқ; қ/ж – қолданылмайды.",
		"legend_year": "Сан – жыл ішіндегі құжаттар; «–» – корпуста есеп жоқ.", "legend_check": "* тексеріңіз: «Деректердегі алшақтықтар мен олқылықтар» кестесін қараңыз.",
		"legend_numbers": "Сандардың түсі – кестедегі органдар арасында көрсеткіштің ең аз мәнінен ең көп мәніне дейін.",
		"base":           "n = {n}", "coverage": "толтырылған ұяшықтар: {m} ішінен {n} ({p})", "made": "органдардың құжаттары; «{register}» тізілімі", "observed": "бақылаушылар енгізген мәндер: {n}",
		"formula":        "Индекс = Σ w·K·ΠKⱼ / Σ w, мұнда w – салмақ, K – көрсеткіштің мәні (иә 1, ішінара 0,5, жоқ 0; сан – {scale}), Kⱼ – коэффициенттер.",
		"formula_zscore": "Индекс = Σ w·z·ΠKⱼ / Σ w, мұнда w – салмақ, z – орташадан стандартты ауытқулармен ауытқу, Kⱼ – коэффициенттер.",
		"minmax":         "ең азы 0, ең көбі 1, үлес – сол күйінде", "exclude": "Дерек жоқ болса, көрсеткіш салмағымен бірге есептен шығарылады.", "zero": "Дерек жоқ болса, 0 деп есептеледі.",
		"sensitivity": "Салмақ өзгергендегі орындар: әр көрсеткіштің салмағы жеке-жеке {d} % азайтылды және көбейтілді, ең жақсы және ең нашар орын көрсетілген. Тең мәндер орынды бөліседі.",
		"weights":     "Салмақтар: {weights}.", "undefined": "анықталмаған: дерек жоқ",
		"not_found": "табылмады; ізделді: {tried}", "no_documents": "корпуста органның құжаттары жоқ", "not_stated": "құжаттарда сан көрсетілмеген; ізделді: {tried}",
		"no_share": "анықталмаған: алымы не бөлімі белгісіз немесе бөлімі 0", "by_hand": "бақылау", "more": "тағы {n}", "mentions": "аталуы", "no_observation": "бақылау жоқ",
		"differs": "құжаттарда «{found}», бақылау бойынша «{value}»", "several_values": "санды тексеріңіз: құжатта біреу емес немесе тура айтылмаған ({values})",
		"share_above": "үлес 100 %-дан асады: алымы мен бөлімін тексеріңіз", "share_years": "алымы мен бөлімі әр жылғы", "part_doubt": "алымы немесе бөлімі күмәнді",
		"unmatched": "орган танылмады", "several": "бірнеше орган аталған: {bodies}", "off": "тізілімде бұл күнге орган жоқ",
		"alias": "орган қысқа немесе бұрынғы атауымен танылды", "continues": "мәтінде орган атауы жалғасады", "date": "құжат уақытында тізілімде орган жоқ", "place_doubt": "орган тек файл атауында немесе алғашқы жолдарда аталған", "unknown": "белгі тізілімде жоқ органды атайды",
		"attribute": "белгі", "by_body": "мәтіндегі орган", "by_title": "тақырып", "by_file": "файл атауы", "by_text": "алғашқы жолдар", "check": "тексеріңіз: {why}",
		"explain_states": "{m} ішінен {n} орган", "explain_share": "{part} / {of}", "explain_median": "белгілі мәндердің медианасы", "weight": "салмақ",
		"n_filled": "толтырылған ұяшықтар / қ/ж-дан басқа барлық ұяшықтар",
	},
}

// phrases are those of a language with the study's own in their places.
type phrases map[string]string

func phrasesOf(lang string, own map[string]string) phrases {
	p := phrases{}
	base := templates[lang]
	if base == nil {
		base = templates["ru"]
	}
	for key, text := range base {
		p[key] = text
	}
	for key, text := range own {
		p[key] = text
	}
	return p
}

// fill puts values into a phrase: pairs of a name and what stands for it.
func (p phrases) fill(key string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(p[key])
}
