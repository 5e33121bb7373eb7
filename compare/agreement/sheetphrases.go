package agreement

import "cmp"

// sheetPhrases are the words of coding sheets.
type sheetPhrases struct {
	Instructions, Coding, Variables, Keys, Log               string // sheets
	Number, Document, Citation, Text, Note, Coder, Prefilled string // heads
	Key                                                      string
	Title, How, HowPrefilled, ID, Name, Level, Code, Label   string
	MissingCode, Definition, Values, Include, Exclude        string
	Yes, No, Automatic, Number0, FreeText, Sentence, NoCoder string
	Wrong, WrongText                                         string
	Stratum, Units, Plan, Drawn, Fact, Value                 string
	Variable, Answer, File, Sheet, Row                       string
}

var sheetTemplates = map[string]*sheetPhrases{
	"ru": {Instructions: "Инструкция", Coding: "Кодирование", Variables: "Переменные", Keys: "Ключи", Log: "Протокол",
		Number: "№", Document: "Документ", Citation: "Норма", Text: "Текст", Note: "Примечание", Coder: "Кодировщик", Prefilled: "Предзаполнено", Key: "Ключ",
		Title:        "Кодировочный лист: {n}",
		How:          "Прочтите единицу в столбце «Текст» и на листе «Кодирование» выберите в каждом столбце переменной значение из списка или впишите число. Кодируйте самостоятельно, не обсуждая с другими кодировщиками. Нет ответа – оставьте пусто. Не меняйте столбцы «Текст», «Кодировщик» и «Ключ»; строки можно сортировать и фильтровать. Сомнения пишите в «Примечание».",
		HowPrefilled: "Серые значения предложил автоматический подсчёт. Проверьте каждое: предзаполнение подталкивает кодировщиков к одному ответу и завышает согласованность.",
		ID:           "Код", Name: "Название", Level: "Шкала", Code: "Значение", Label: "Подпись", MissingCode: "Код пропуска", Definition: "Определение", Values: "Значения", Include: "Примеры", Exclude: "Не относится",
		Yes: "да", No: "нет", Automatic: "авто", Number0: "число", FreeText: "текст", Sentence: ", предложение %s", NoCoder: "(не указан)",
		Wrong: "Нет такого значения", WrongText: "Выберите значение из списка или оставьте пусто",
		Stratum: "Страта", Units: "Единиц всего", Plan: "План выборки", Drawn: "Отобрано", Fact: "Сведения", Value: "Значение",
		Variable: "переменная", Answer: "значение", File: "файл", Sheet: "лист", Row: "строка"},
	"kk": {Instructions: "Нұсқаулық", Coding: "Кодтау", Variables: "Айнымалылар", Keys: "Кілттер", Log: "Хаттама",
		Number: "№", Document: "Құжат", Citation: "Норма", Text: "Мәтін", Note: "Ескертпе", Coder: "Кодтаушы", Prefilled: "Алдын ала толтырылған", Key: "Кілт",
		Title:        "Кодтау парағы: {n}",
		How:          "«Мәтін» бағанындағы бірлікті оқып, «Кодтау» парағында әр айнымалының бағанында тізімнен мән таңдаңыз немесе сан жазыңыз. Басқа кодтаушылармен талқыламай, өз бетіңізше кодтаңыз. Жауап жоқ болса, бос қалдырыңыз. «Мәтін», «Кодтаушы», «Кілт» бағандарын өзгертпеңіз; жолдарды сұрыптауға және сүзуге болады. Күмәніңізді «Ескертпе» бағанына жазыңыз.",
		HowPrefilled: "Сұр мәндерді автоматты санау ұсынды. Әрқайсысын тексеріңіз: алдын ала толтыру кодтаушыларды бір жауапқа итермелеп, келісімді арттырады.",
		ID:           "Код", Name: "Атауы", Level: "Шкала", Code: "Мән", Label: "Жазуы", MissingCode: "Жоқтың коды", Definition: "Анықтамасы", Values: "Мәндер", Include: "Мысалдар", Exclude: "Жатпайды",
		Yes: "иә", No: "жоқ", Automatic: "авто", Number0: "сан", FreeText: "мәтін", Sentence: ", %s-сөйлем", NoCoder: "(көрсетілмеген)",
		Wrong: "Мұндай мән жоқ", WrongText: "Тізімнен мән таңдаңыз немесе бос қалдырыңыз",
		Stratum: "Страта", Units: "Барлық бірлік", Plan: "Іріктеме жоспары", Drawn: "Іріктелді", Fact: "Мәліметтер", Value: "Мәні",
		Variable: "айнымалы", Answer: "мән", File: "файл", Sheet: "парақ", Row: "жол"},
	"en": {Instructions: "Instructions", Coding: "Coding", Variables: "Variables", Keys: "Keys", Log: "Log",
		Number: "No.", Document: "Document", Citation: "Provision", Text: "Text", Note: "Note", Coder: "Coder", Prefilled: "Prefilled", Key: "Key",
		Title:        "Coding sheet: {n}",
		How:          "Read the unit in the column “Text”, and on the sheet “Coding” choose a value from the list in each column of a variable, or type a number. Code by yourself, without talking to other coders. Leave empty what has no answer. Do not change the columns “Text”, “Coder” and “Key”; rows may be sorted and filtered. Write doubts into “Note”.",
		HowPrefilled: "Grey values were proposed by the automatic count. Check each: prefilled sheets push coders to one answer and raise agreement.",
		ID:           "Code", Name: "Name", Level: "Level", Code: "Value", Label: "Label", MissingCode: "Missing", Definition: "Definition", Values: "Values", Include: "Examples", Exclude: "Does not belong",
		Yes: "yes", No: "no", Automatic: "auto", Number0: "number", FreeText: "text", Sentence: ", sentence %s", NoCoder: "(not given)",
		Wrong: "No such value", WrongText: "Choose a value from the list, or leave the cell empty",
		Stratum: "Stratum", Units: "Units in all", Plan: "Planned", Drawn: "Drawn", Fact: "Fact", Value: "Value",
		Variable: "variable", Answer: "value", File: "file", Sheet: "sheet", Row: "row"},
}

func sheetPhrasesOf(lang string) *sheetPhrases {
	return cmp.Or(sheetTemplates[lang], sheetTemplates["ru"])
}
