package figures

import "strings"

// phrases are the words of exported tables; {…} stands for a number or a name.
type phrases struct {
	CheckTitle, Findings, Holds                                        string
	Number, Document, Place, Indicator, Stated, Computed, Diff, Remark string
	Tables, Sums, Rounded, Failed, AllDocuments                        string
	FindingsNote, NoFindings                                           string
	Line, Page                                                         string // {n}

	Over, Under, OddColumn, OddRow, WithoutColumn, WithoutRow string // {sum} {whole} {diff} {label} {value} {of}
	Share, Same, Text, Check                                  string // {count} {base} {sum} {whole} {diff}
	Column, Row                                               string // {label}

	SumOf, ShareOf, Twice string // of explanations

	NumbersTitle, Numbers, Quotes, NoData, Doubtful, Source, Base, Unit string
	Chosen, Quote, Others, Value, SumOfMentions                         string
	Doubts                                                              map[Doubt]string

	ToCheck, StatedIn, SheetQuotes string

	MadeCodebook, MadeDocument, MadeIndicator string
}

// templates holds the phrases of exported tables by language; a language that is
// missing has Russian ones.
var templates = map[string]*phrases{
	"ru": {
		CheckTitle: "Проверка чисел в отчетах", Findings: "Расхождения и неполнота данных в отчетах", Holds: "Что сошлось",
		Number: "№", Document: "Документ", Place: "Место", Indicator: "Показатель", Stated: "В отчете", Computed: "По расчету", Diff: "Разница", Remark: "Замечание",
		Tables: "Таблиц с суммами и долями", Sums: "Сошлось", Rounded: "из них с округлением", Failed: "Не сошлось", AllDocuments: "Всего",
		FindingsNote: "Сверены суммы с итогами, доли с числами, показатели, данные дважды. Причина расхождения не устанавливалась.",
		NoFindings:   "расхождений не найдено",
		Line:         "строка {n}", Page: "страница {n}",
		Over: "сумма {sum} ≠ {whole} ({diff}): двойной учёт или ошибка", Under: "сумма {sum} ≠ {whole} ({diff}): неполнота или ошибка",
		OddColumn:     "в графе «{label}» стоит {value}, то же число, что «{of}»; без неё сумма {whole} = {whole}",
		OddRow:        "в строке «{label}» стоит {value}, то же число, что «{of}»; без неё сумма {whole} = {whole}",
		WithoutColumn: "без графы «{label}» ({value}) сумма сходится: {whole} = {whole}",
		WithoutRow:    "без строки «{label}» ({value}) сумма сходится: {whole} = {whole}",
		Share:         "{count} от {base} – это {sum} %, указано {whole} % ({diff} п. п.)",
		Same:          "показатель дан дважды: {sum} и {whole} ({diff})",
		Text:          "в таблице {sum}, в тексте {whole} ({diff})",
		Check:         "проверьте, об одном ли показателе речь",
		Column:        "графа «{label}»", Row: "строка «{label}»",
		SumOf: "сумма слагаемых", ShareOf: "доля числа в базе", Twice: "то же значение в другом месте",

		NumbersTitle: "Количественные показатели: {n}", Numbers: "Количественные показатели деятельности советов", Quotes: "Откуда взяты показатели",
		NoData: "н.д. – в документе не указано", Doubtful: "проверьте", Source: "извлечено по шаблонам кодификатора «{n}»", Base: "n = {n}", Unit: "Единица",
		Chosen: "взято", Quote: "Предложение или строка", Others: "не взято", Value: "Значение", SumOfMentions: "сумма упоминаний",
		Doubts: map[Doubt]string{DoubtSeveral: "названы и другие числа, общего не указано", DoubtTotals: "названо несколько разных итогов", DoubtHedge: "число приблизительное",
			DoubtNorm: "план, требование или норма, а не сделанное", DoubtSaid: "ноль назван словами («не проводились»)", DoubtPast: "за прошлый период", DoubtSum: "сложены все упоминания: нет ли повторов"},
		ToCheck: "Проверьте", StatedIn: "Указано, документов", SheetQuotes: "Цитаты",
		MadeCodebook: "Кодификатор", MadeDocument: "Документ", MadeIndicator: "Показатель",
	},
	"kk": {
		CheckTitle: "Есептердегі сандарды тексеру", Findings: "Есептердегі деректердің алшақтықтары мен толымсыздығы", Holds: "Сәйкес келгендер",
		Number: "Р/с №", Document: "Құжат", Place: "Орны", Indicator: "Көрсеткіш", Stated: "Есепте", Computed: "Есептеу бойынша", Diff: "Айырма", Remark: "Ескертпе",
		Tables: "Сомалары мен үлестері бар кестелер", Sums: "Сәйкес келді", Rounded: "оның ішінде дөңгелектеумен", Failed: "Сәйкес келмеді", AllDocuments: "Барлығы",
		FindingsNote: "Сомалар қорытындылармен, үлестер сандармен, екі рет берілген көрсеткіштер салыстырылды. Алшақтықтың себебі анықталмады.",
		NoFindings:   "алшақтықтар табылмады",
		Line:         "{n}-жол", Page: "{n}-бет",
		Over: "сома {sum} ≠ {whole} ({diff}): қосарланған есеп немесе қате", Under: "сома {sum} ≠ {whole} ({diff}): толымсыздық немесе қате",
		OddColumn:     "«{label}» бағанында {value} тұр, бұл – «{of}» деген сан; онсыз сома {whole} = {whole}",
		OddRow:        "«{label}» жолында {value} тұр, бұл – «{of}» деген сан; онсыз сома {whole} = {whole}",
		WithoutColumn: "«{label}» бағанынсыз ({value}) сома сәйкес келеді: {whole} = {whole}",
		WithoutRow:    "«{label}» жолынсыз ({value}) сома сәйкес келеді: {whole} = {whole}",
		Share:         "{base} ішінен {count} – {sum} %, көрсетілгені {whole} % ({diff} п. т.)",
		Same:          "көрсеткіш екі рет берілген: {sum} және {whole} ({diff})",
		Text:          "кестеде {sum}, мәтінде {whole} ({diff})",
		Check:         "бір көрсеткіш туралы екенін тексеріңіз",
		Column:        "«{label}» бағаны", Row: "«{label}» жолы",
		SumOf: "қосылғыштардың сомасы", ShareOf: "санның базадағы үлесі", Twice: "сол мән басқа жерде",

		NumbersTitle: "Сандық көрсеткіштер: {n}", Numbers: "Кеңестер қызметінің сандық көрсеткіштері", Quotes: "Көрсеткіштер қайдан алынды",
		NoData: "д.ж. – құжатта көрсетілмеген", Doubtful: "тексеріңіз", Source: "«{n}» кодификаторының үлгілері бойынша алынған", Base: "n = {n}", Unit: "Бірлік",
		Chosen: "алынды", Quote: "Сөйлем немесе жол", Others: "алынбады", Value: "Мәні", SumOfMentions: "аталғандардың сомасы",
		Doubts: map[Doubt]string{DoubtSeveral: "басқа сандар да аталған, жалпысы көрсетілмеген", DoubtTotals: "бірнеше әртүрлі қорытынды аталған", DoubtHedge: "сан шамамен берілген",
			DoubtNorm: "жоспар, талап немесе норма", DoubtSaid: "нөл сөзбен айтылған («өткізілген жоқ»)", DoubtPast: "өткен кезең үшін", DoubtSum: "барлық аталғандары қосылды: қайталау жоқ па"},
		ToCheck: "Тексеріңіз", StatedIn: "Көрсетілген, құжат", SheetQuotes: "Үзінділер",
		MadeCodebook: "Кодификатор", MadeDocument: "Құжат", MadeIndicator: "Көрсеткіш",
	},
	"en": {
		CheckTitle: "Check of the numbers in reports", Findings: "Discrepancies and gaps in the data of reports", Holds: "What adds up",
		Number: "No.", Document: "Document", Place: "Place", Indicator: "Indicator", Stated: "As reported", Computed: "As computed", Diff: "Difference", Remark: "Remark",
		Tables: "Tables with sums and shares", Sums: "Hold", Rounded: "of them with rounding", Failed: "Don’t hold", AllDocuments: "Total",
		FindingsNote: "Sums were checked against totals, shares against counts, and figures given twice. The cause of a discrepancy was not looked for.",
		NoFindings:   "no discrepancies found",
		Line:         "line {n}", Page: "page {n}",
		Over: "sum {sum} ≠ {whole} ({diff}): counted twice or an error", Under: "sum {sum} ≠ {whole} ({diff}): incomplete or an error",
		OddColumn:     "the column “{label}” has {value}, the same number as “{of}”; without it the sum is {whole} = {whole}",
		OddRow:        "the row “{label}” has {value}, the same number as “{of}”; without it the sum is {whole} = {whole}",
		WithoutColumn: "without the column “{label}” ({value}) the sum holds: {whole} = {whole}",
		WithoutRow:    "without the row “{label}” ({value}) the sum holds: {whole} = {whole}",
		Share:         "{count} of {base} is {sum}%, {whole}% is stated ({diff} pp)",
		Same:          "the figure is given twice: {sum} and {whole} ({diff})",
		Text:          "{sum} in the table, {whole} in the text ({diff})",
		Check:         "check whether both are of one thing",
		Column:        "column “{label}”", Row: "row “{label}”",
		SumOf: "sum of the parts", ShareOf: "share of the count in its base", Twice: "the same figure elsewhere",

		NumbersTitle: "Quantitative indicators: {n}", Numbers: "Quantitative indicators of the councils’ work", Quotes: "Where the indicators come from",
		NoData: "n/a – not stated in the document", Doubtful: "check", Source: "drawn by the patterns of the codebook “{n}”", Base: "n = {n}", Unit: "Unit",
		Chosen: "taken", Quote: "Sentence or row", Others: "not taken", Value: "Value", SumOfMentions: "sum of mentions",
		Doubts: map[Doubt]string{DoubtSeveral: "other numbers are stated too, none as the total", DoubtTotals: "several totals that differ", DoubtHedge: "the number is not exact",
			DoubtNorm: "a plan, a duty or a norm", DoubtSaid: "none, said in words", DoubtPast: "of an earlier period", DoubtSum: "all mentions were added: some may repeat"},
		ToCheck: "Check", StatedIn: "Stated, documents", SheetQuotes: "Quotes",
		MadeCodebook: "Codebook", MadeDocument: "Document", MadeIndicator: "Indicator",
	},
}

func phrasesOf(lang string) *phrases {
	if p := templates[lang]; p != nil {
		return p
	}
	return templates["ru"]
}

// with puts what {name} stands for into a phrase: names and values by turns.
func with(phrase string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(phrase)
}
