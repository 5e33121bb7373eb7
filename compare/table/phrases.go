package table

import "fmt"

// phrases are the words that writers add, by the report's language.
type phrases struct {
	after          string // between a number and its caption
	table, figure  string // «Таблица %d», «Рисунок %d»
	source         string
	log            string // the record of what a report was made from
	summary        string // the first sheet of XLSX
	missing        string
	search         string // in HTML
	fact, value    string // heads of the log
	thousands, dec string
	percent        string

	columns  string // the record of what the program wrote into a table
	homeless string // the section of an author's texts whose rows are no more
	unnamed  string // a column that the author gave no heading
	tables   string // a sheet that has no name
	byAuthor string // behind an author's heading that the program uses, too

	// the record of how a report was made
	program, command, input, corpus string
	documents                       string // in the corpus: how many, their digest
	median                          string // in a chart
	blank                           string // what an empty cell below a chart of XLSX means

	contents string // of headings

	tabs string // what the colours of the tabs of XLSX mean

	absent, unknown string // what «–» and «н.д.» mean

	close, sum, more, tried, in, back, formula, bases string // of the panel of a page that explains a number
}

var languages = map[string]phrases{
	"ru": {" – ", "Таблица %d", "Рисунок %d", "Источник", "Протокол расчёта", "Сводка", "н.д.",
		"Поиск по таблицам", "Сведения", "Значение",
		"\u00a0", ",", "\u00a0%",
		"Столбцы программы", "Тексты автора к строкам, которых больше нет", "Записи автора", "Таблица", "(автор)",
		"Программа", "Команда", "Исходный файл", "Корпус", "документов %d, SHA-256 их списка с признаками %s",
		"медиана", "Пустая ячейка – нет данных", "Содержание", "Ярлыки листов: синие – таблицы, голубые – рисунки, серые – данные и цитаты", "явление отсутствует", "нет данных",
		"Закрыть", "Всего", "и ещё мест: {n}; все покажет svod explain", "Искали", "Где искали", "Назад", "Расчёт", "Откуда числа"},
	"kk": {" – ", "%d-кесте", "%d-сурет", "Дереккөз", "Есептеу хаттамасы", "Жиынтық", "д.ж.",
		"Кестелерден іздеу", "Мәліметтер", "Мәні",
		"\u00a0", ",", "\u00a0%",
		"Бағдарлама бағандары", "Енді жоқ жолдарға автордың мәтіндері", "Автордың жазбалары", "Кесте", "(автор)",
		"Бағдарлама", "Пәрмен", "Бастапқы файл", "Корпус", "құжаттар саны %d, белгілерімен тізімінің SHA-256 мәні %s",
		"медиана", "Бос ұяшық – деректер жоқ", "Мазмұны", "Парақ белгілері: көк – кестелер, көгілдір – суреттер, сұр – деректер мен үзінділер", "құбылыс жоқ", "деректер жоқ",
		"Жабу", "Барлығы", "тағы {n} жер; бәрін svod explain көрсетеді", "Іздегені", "Қайдан іздеді", "Артқа", "Есептеу", "Сандар қайдан алынған"},
	"en": {" – ", "Table %d", "Figure %d", "Source", "Calculation log", "Summary", "n/a",
		"Search the tables", "Fact", "Value",
		",", ".", "%",
		"Columns of the program", "The author's texts to rows that are no more", "The author's notes", "Table", "(author)",
		"Program", "Command", "Input file", "Corpus", "%d documents, SHA-256 of their list with attributes %s",
		"median", "An empty cell means no data", "Contents", "Tabs: blue are tables, light blue figures, grey data and quotes", "absent", "no data",
		"Close", "In all", "and {n} more places; svod explain shows all", "Looked for", "Looked in", "Back", "Computed", "Where the numbers come from"},
}

// words returns the phrases of the report's language, Russian by default.
func (r *Report) words() phrases {
	w := languages[r.lang()]
	if r.Points {
		w.after = ". "
	}
	return w
}

func (r *Report) lang() string {
	if _, ok := languages[r.Language]; ok {
		return r.Language
	}
	return "ru"
}

// numbered returns «Таблица 3 – caption». A table without a caption has no
// number: most often it stands alone.
func (w phrases) numbered(pattern string, n int, caption string) string {
	s := fmt.Sprintf(pattern, n)
	if caption != "" {
		s += w.after + caption
	}
	return s
}

// note returns the line below a table: its source and base.
func (w phrases) note(source, base string) string {
	if source != "" {
		source = w.source + ": " + source
	}
	switch {
	case source == "":
		return base
	case base == "":
		return source
	}
	return source + "; " + base
}
