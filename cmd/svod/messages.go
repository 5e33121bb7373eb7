package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"svod/compare"
	"svod/compare/agreement"
	"svod/compare/bodies"
	"svod/compare/content"
	"svod/compare/figures"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

// Packages return codes with arguments; here they become words: what is wrong,
// and what to do about it.

// explain puts an error into words.
func (e *env) explain(err error) string {
	var (
		unread    *extract.Error
		ambiguous *store.AmbiguousError
		schema    *store.SchemaError
		damaged   *store.DamagedError
		value     *store.ValueError
		syntax    *query.SyntaxError
		codebook  *content.Error
		indicator *figures.Error
		template  *compare.TemplateError
		register  *bodies.Error
		codes     *agreement.FormatError
		path      *fs.PathError
		absent    *missing
		uncharted *table.ChartError
		rows      *table.RowsError
	)
	switch {
	case errors.As(err, &uncharted):
		return e.tr("в этом отчёте нет диаграмм: в SVG и PNG записать нечего. Таблицы пишут в DOCX, XLSX, HTML, CSV",
			"this report has no charts to write as SVG or PNG. Tables are written as DOCX, XLSX, HTML, CSV")
	case errors.As(err, &rows):
		return fmt.Sprintf(e.tr("лист «%s»: строк %d, а на листе Excel помещается 1 048 576. Запишите таблицы в CSV (-o имя.csv) или сузьте выбор",
			"sheet “%s”: %d rows, and a sheet of Excel holds 1,048,576. Write the tables as CSV (-o name.csv), or narrow the selection"), rows.Sheet, rows.Rows)
	case errors.Is(err, context.Canceled):
		return e.tr("прервано", "interrupted")
	case errors.As(err, &unread):
		return e.unread(unread)
	case errors.As(err, &ambiguous):
		s := e.tr("«%s» подходит к нескольким документам; укажите код или уточните (@2021 редакция, :kk язык):",
			"%q fits several documents; give the ID or be more exact (@2021 edition, :kk language):", ambiguous.Name)
		for _, c := range ambiguous.Candidates {
			s += "\n  " + c.ID + "  " + e.named(c.Meta)
		}
		return s
	case errors.As(err, &absent):
		return e.tr("«%s»: такого документа нет ни среди файлов, ни в корпусе. Что есть: svod list",
			"%s: no such file, and no such document in the corpus. What is there: svod list", absent.name)
	case errors.Is(err, store.ErrNotFound):
		return e.tr("такого документа нет ни среди файлов, ни в корпусе. Что есть: svod list",
			"no such file, and no such document in the corpus. What is there: svod list")
	case errors.As(err, &schema):
		return e.tr("корпус создан более новой версией svod (схема %d, эта знает %d). Обновите программу",
			"the corpus was made by a newer svod (schema %d, this one knows %d). Update the program", schema.Have, schema.Want)
	case errors.As(err, &damaged):
		return e.tr("файл корпуса %s повреждён. Восстановите его из копии или соберите корпус заново: svod add",
			"the corpus file %s is damaged. Restore it from a copy or build the corpus anew: svod add", damaged.Path)
	case errors.Is(err, store.ErrFull), errors.Is(err, syscall.ENOSPC):
		return e.tr("на диске нет места. Освободите его и повторите: добавленное сохранено", "the disk is full. Make room and try again: what was added is safe")
	case errors.Is(err, index.ErrBusy):
		return e.tr("указатель поиска уже больше минуты пишет другая программа svod. Дождитесь её или завершите", "another svod has been writing the search index for more than a minute. Wait for it or end it")
	case errors.As(err, &value):
		return e.tr("%s=%s: так это поле не задают (%s)", "%s=%s: not a value of this field (%s)", value.Key, value.Value, value.Code)
	case errors.As(err, &codebook):
		return e.codebookErrors(err)
	case errors.As(err, &codes):
		return e.ratingsFormat(codes)
	case errors.As(err, &indicator):
		return e.indicatorsError(indicator)
	case errors.As(err, &template):
		return e.templateError(template)
	case errors.As(err, &register):
		return e.bodiesError(register)
	case errors.As(err, &syntax):
		return e.syntax(syntax)
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist):
		return e.tr("файла %s нет. Проверьте имя и папку", "there is no file %s. Check the name and the folder", path.Path)
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return e.tr("нет прав на %s. Откройте доступ или выберите другую папку", "no permission for %s. Grant access or choose another folder", path.Path)
	case errors.As(err, &path) && errors.Is(err, syscall.EISDIR):
		return e.tr("%s – это папка, а нужен файл. Назовите файл в ней", "%s is a folder, and a file is wanted. Name a file in it", path.Path)
	case errors.As(err, &path):
		return fmt.Sprintf("%s: %v", path.Path, path.Err)
	case errors.Is(err, context.DeadlineExceeded):
		return e.tr("вышло время", "out of time")
	}
	return err.Error()
}

// codeOf is the exit code of an error that is not an exit.
func (e *env) codeOf(err error) int {
	var (
		unread    *extract.Error
		ambiguous *store.AmbiguousError
		value     *store.ValueError
		syntax    *query.SyntaxError
		codebook  *content.Error
		indicator *figures.Error
		template  *compare.TemplateError
		register  *bodies.Error
		codes     *agreement.FormatError
		path      *fs.PathError
		schema    *store.SchemaError
		damaged   *store.DamagedError
	)
	switch {
	case errors.As(err, &ambiguous), errors.As(err, &value), errors.As(err, &syntax), errors.As(err, &codebook), errors.As(err, &template),
		errors.As(err, &register), errors.As(err, &codes), errors.As(err, &indicator),
		errors.Is(err, store.ErrNotFound):
		return exitUsage
	case errors.As(err, &unread), errors.As(err, &path), errors.As(err, &schema), errors.As(err, &damaged):
		return exitSomeBad
	}
	return exitInternal
}

// unread says why a file could not be read.
func (e *env) unread(x *extract.Error) string {
	arg := ""
	if len(x.Args) > 0 {
		arg = x.Args[0]
	}
	switch x.Code {
	case "missing":
		return e.tr("такого файла нет. Проверьте имя и папку", "no such file. Check the name and the folder")
	case "permission":
		return e.tr("нет права читать файл. Откройте к нему доступ", "no permission to read the file. Grant access to it")
	case "directory":
		return e.tr("это папка; её содержимое добавляет svod add", "this is a folder; svod add takes what is in it")
	case "empty":
		return e.tr("файл пуст: в нём нет текста", "the file is empty: there is no text in it")
	case "no-text":
		return e.scan(arg)
	case "truncated":
		return e.tr("файл обрывается: конца не хватает. Скачайте или скопируйте его заново", "the file breaks off: its end is missing. Download or copy it again")
	case "damaged":
		return e.tr("файл повреждён, и прочитать его не удалось. Откройте и сохраните его заново или скачайте ещё раз",
			"the file is damaged and could not be read. Open and save it anew, or download it again")
	case "garbage":
		if arg == "blank" {
			return e.tr("текстовый слой PDF испорчен, и распознать страницы не удалось. Найдите другой экземпляр документа",
				"the text layer of the PDF is spoilt, and its pages could not be recognised. Find another copy of the document")
		}
		return e.tr("текстовый слой PDF испорчен: вместо слов в нём бессмыслица. Установите программу распознавания Tesseract с русским и казахским языками и повторите:",
			"the text layer of the PDF is spoilt: gibberish instead of words. Install Tesseract with Russian and Kazakh and try again:") + tesseractCommands
	case "encrypted":
		switch arg {
		case "password":
			return e.tr("пароль не подошёл. Проверьте раскладку и регистр букв в --password", "the password is wrong. Check the layout and the case of the letters in --password")
		case "cipher":
			return e.tr("файл зашифрован способом, которого svod не знает. Снимите защиту в программе, где он открывается, и добавьте снова",
				"the file is encrypted in a way that svod does not know. Remove the protection in a program that opens it and add it again")
		}
		return e.tr("файл защищён паролем. Назовите его: --password ПАРОЛЬ", "the file is protected by a password. Give it: --password PASSWORD")
	case "too-large":
		return e.tr("файл больше предела (%s). Разделите его", "the file is over the limit (%s). Split it", arg)
	case "timeout":
		return e.tr("чтение заняло больше отведённого времени и остановлено. Сохраните файл в DOCX или тексте", "reading took too long and was stopped. Save the file as DOCX or text")
	case "memory":
		return e.tr("чтение потребовало слишком много памяти и остановлено. Разделите файл или сохраните его в DOCX или тексте", "reading took too much memory and was stopped. Split the file, or save it as DOCX or text")
	case "format":
		return e.foreign(arg)
	}
	return x.Code
}

// scan says why a scan was not recognised and what to install.
func (e *env) scan(missing string) string {
	switch missing {
	case "pictures":
		return e.tr("в документе одни картинки (скан). Сохраните его в PDF и добавьте снова: текст в PDF svod распознаёт",
			"there are nothing but pictures in the document (a scan). Save it as PDF and add that: svod recognises the text of a PDF")
	case "empty":
		return e.tr("на страницах ничего нет: ни текста, ни картинок. Проверьте, тот ли это файл", "there is nothing on the pages, neither text nor pictures. Check that it is the right file")
	case "blank":
		return e.tr("страницы сканированы, но распознать на них нечего. Проверьте качество скана", "the pages are scans, and nothing could be recognised on them. Check the quality of the scan")
	case "languages":
		return e.tr("страницы сканированы, а у программы Tesseract нет русского и казахского языков. Установите их и повторите:",
			"the pages are scans, and the program Tesseract lacks Russian and Kazakh. Install them and try again:") + tesseractCommands
	}
	return e.tr("страницы сканированы, текста в файле нет. Установите программу распознавания Tesseract и повторите, остальное svod сделает сам:",
		"the pages are scans without text. Install Tesseract, which recognises text, and try again; svod does the rest:") + tesseractCommands
}

// tesseractCommands install Tesseract with its languages.
const tesseractCommands = `
  Windows:        winget install -i UB-Mannheim.TesseractOCR   (Additional language data: Russian, Kazakh)
  macOS:          brew install tesseract tesseract-lang
  Debian, Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-kaz`

// foreign names a format that is not read, and the way out.
func (e *env) foreign(kind string) string {
	switch kind {
	case "doc":
		return e.tr("это старый документ Word (.doc). Сохраните его как .docx", "this is an old Word document (.doc). Save it as .docx")
	case "xlsb", "xls":
		return e.tr("это таблица %s, её svod не читает. Сохраните её как .xlsx", "this is a spreadsheet in %s, which svod does not read. Save it as .xlsx", strings.ToUpper(kind))
	case "pptx", "epub":
		return e.tr("это %s, его svod пока не читает. Сохраните текст как .docx или .pdf", "this is %s, which svod does not read yet. Save the text as .docx or .pdf", strings.ToUpper(kind))
	case "zip", "rar", "7z", "gzip":
		return e.tr("это архив. Распакуйте его и добавьте файлы", "this is an archive. Unpack it and add the files")
	case "image", "djvu":
		return e.tr("это изображение, что бы ни говорило имя. Распознайте текст и добавьте PDF или DOCX", "this is an image, whatever its name says. Recognise the text and add a PDF or DOCX")
	case "json":
		return e.tr("в JSON нет поля text с текстом акта", "the JSON has no field text with the text of an act")
	}
	return e.tr("это не документ, который svod читает (PDF, DOCX, DOC, RTF, ODT, XLSX, ODS, CSV, HTML, Markdown, текст, JSON)",
		"this is no document that svod reads (PDF, DOCX, DOC, RTF, ODT, XLSX, ODS, CSV, HTML, Markdown, text, JSON)")
}

// warning says what a reader had to leave out or guess.
func (e *env) warning(w corpus.Warning) string {
	at := ""
	if w.Page > 0 {
		at = e.tr("страница %d: ", "page %d: ", w.Page)
	}
	switch w.Code {
	case "pdf-page-no-text":
		return at + e.tr("нет текста (скан)", "no text (a scan)")
	case "cut-short":
		return e.tr("файл обрывается: прочитано до места обрыва, конца нет. Скачайте или скопируйте его заново",
			"the file breaks off: it is read up to there, its end is missing. Download or copy it again")
	case "rtf-groups":
		return e.tr("скобки RTF не сходятся, файл повреждён или склеен из нескольких. Прочитано всё, но сверьте текст с оригиналом",
			"the braces of the RTF don't match: the file is damaged or glued together. All of it is read, but check the text against the original")
	case "file-damaged":
		return at + e.tr("файл повреждён: прочитано то, что уцелело, а что-то могло пропасть. Сравните с оригиналом или скачайте его заново",
			"the file is damaged: what survives was read, and some may be missing. Compare with the original, or download it again")
	case "too-deep":
		return at + e.tr("таблицы или рамки вложены слишком глубоко, внутренние пропущены", "tables or text boxes are nested too deep; the inner ones were left out")
	case "docx-chunk":
		return at + e.tr("вставленный в документ кусок другого формата прочитать не удалось. Откройте документ в Word и сохраните его заново",
			"a piece of another format inside the document could not be read. Open the document in Word and save it anew")
	case "docx-subdocument":
		return at + e.tr("часть текста лежит в другом файле (вложенный документ). Добавьте его отдельно", "a part of the text is in another file (a subdocument). Add that file as well")
	case "doc-look-missing":
		return e.tr("часть оформления в документе Word повреждена: таблицы, номера и заголовки могли прочитаться не все. Сверьте с оригиналом",
			"part of the layout of the Word document is damaged: tables, numbers and headings may be incomplete. Check it against the original")
	case "pdf-page-picture":
		return at + e.tr("почти вся страница — картинка; текст на ней не прочитан (нужна программа Tesseract)", "most of the page is a picture; its text was not read (Tesseract is needed)")
	case "pdf-page-damaged":
		return at + e.tr("повреждена и прочитана не вся", "damaged, and not all of it was read")
	case "pdf-repaired":
		return e.tr("файл повреждён и прочитан после восстановления; сверьте его с оригиналом", "the file is damaged and was read after a repair; compare it with the original")
	case "ocr":
		return e.tr("текст распознан по картинке (страницы %s): возможны ошибки, сверьте важное с оригиналом",
			"the text was recognised from pictures (pages %s): there may be mistakes, compare what matters with the original", strings.Join(w.Args, ", "))
	case "text-repaired":
		return e.tr("текстовый слой был в неверной кодировке и исправлен (страницы %s); сверьте важное с оригиналом",
			"the text layer was in a wrong encoding and was mended (pages %s); compare what matters with the original", strings.Join(w.Args, ", "))
	case "sheets-hidden":
		return e.tr("скрытые листы не прочитаны: %s. Нужны — покажите их в таблице и добавьте файл снова",
			"hidden sheets were not read: %s. If you need them, show them in the spreadsheet and add the file again", strings.Join(w.Args, ", "))
	case "sheet-hidden-cells":
		if len(w.Args) == 3 {
			return e.tr("лист «%s»: скрытые строки (%s) и столбцы (%s) не прочитаны, в том числе убранные фильтром. Нужны — покажите их и добавьте файл снова",
				"sheet %q: hidden rows (%s) and columns (%s) were not read, those taken away by a filter too. If you need them, show them and add the file again", w.Args[0], w.Args[1], w.Args[2])
		}
	case "sheet-damaged":
		return e.tr("лист «%s» повреждён и прочитан не до конца. Откройте файл, сохраните заново и сравните",
			"sheet %q is damaged and was not read to its end. Open the file, save it anew and compare", strings.Join(w.Args, ", "))
	case "garbage-text":
		return at + e.tr("текстовый слой похож на бессмыслицу; проверьте и распознайте заново", "the text layer looks like gibberish; check it and recognise anew")
	}
	return at + spaced(append([]string{w.Code}, w.Args...)...)
}

// problem puts a doubt of the parser into words.
func (e *env) problem(p parse.Problem) string {
	arg := func(i int) string {
		if i < len(p.Args) {
			return p.Args[i]
		}
		return "?"
	}
	kind := func() string { return e.kindName(arg(0)) }
	switch p.Code {
	case "number-gap":
		return e.tr("%s: после %s сразу %s, номера между ними пропущены", "%s: %[3]s follows %[2]s, numbers between are missing", kind(), arg(1), arg(2))
	case "number-repeated":
		return e.tr("%s: номер %s повторяется", "%s: the number %s occurs twice", kind(), arg(1))
	case "number-order":
		return e.tr("%s: после %s идёт %s", "%s: after %s comes %s", kind(), arg(1), arg(2))
	case "superscript-lost":
		return e.tr("%s: напечатано %s, по соседям это %s (потерян надстрочный знак)", "%s: printed %s, by its neighbours it is %s (a superscript was lost)", kind(), arg(1), arg(2))
	case "quotes-unbalanced":
		return e.tr("кавычка открыта и не закрыта: конец нового текста угадан", "a quote is opened and never closed: the end of the new text is a guess")
	case "quotes-missing":
		return e.tr("новый текст не взят в кавычки: его конец угадан", "new text stands without quotes: its end is a guess")
	case "unclosed":
		return e.tr("скобка или кавычка открыта и не закрыта: сверьте с оригиналом, не потерян ли текст", "a bracket or a quote is opened and never closed: compare with the original, text may be lost")
	case "unopened":
		return e.tr("скобка или кавычка закрыта, но не открыта: сверьте с оригиналом, не потерян ли текст", "a bracket or a quote is closed that was not opened: compare with the original, text may be lost")
	case "unit-empty":
		return e.tr("%s %s: под номером нет текста", "%s %s: there is no text under the number", kind(), arg(1))
	case "heading-empty":
		return e.tr("%s %s: под заголовком ничего нет", "%s %s: nothing stands under the heading", kind(), arg(1))
	case "note-guessed":
		return e.tr("сноска говорит о другом месте (%s %s), которого рядом нет: её место угадано", "the note speaks of %s %s, which is not here: its place is a guess", kind(), arg(1))
	case "text-unplaced":
		return e.tr("текст вне строения акта: ни статья, ни подпись, ни приложение", "text outside of the act's structure: no article, no signature, no appendix")
	case "table-ragged":
		return e.tr("неровная таблица: в строках %s ячеек больше или меньше, чем в других", "a ragged table: rows %s have more or fewer cells than the others", arg(0))
	case "title-unknown":
		return e.tr("заглавие не найдено. Задайте: svod set ДОК title=…", "no title found. Set it: svod set DOC title=…")
	case "edition-unknown":
		return e.tr("неизвестно, на какую дату текст. Задайте: svod set ДОК edition=ГГГГ-ММ-ДД", "the date of the text is unknown. Set it: svod set DOC edition=YYYY-MM-DD")
	case "edition-notes":
		return e.tr("по имени файла редакция %s, а сноски доходят до %s", "the file's name says edition %s, but the notes go up to %s", arg(0), arg(1))
	case "empty":
		return e.tr("в источнике нет строк", "the source has no lines")
	}
	return spaced(append([]string{p.Code}, p.Args...)...)
}

func (e *env) kindName(code string) string {
	names := map[string]string{"part": "часть", "section": "раздел", "subsection": "подраздел", "chapter": "глава",
		"paragraph": "параграф", "article": "статья", "clause": "пункт", "subclause": "подпункт", "item": "буква", "appendix": "приложение",
		"passage": "абзац", "table": "таблица", "requisite": "реквизит", "preamble": "преамбула", "contents": "оглавление", "signature": "подпись"}
	if n := names[code]; n != "" && e.lang == "ru" {
		return n
	}
	return code
}

// argsOf returns what gives the arguments of a fault by their places, "" for one
// that is not there.
func argsOf(args []string) func(i int) string {
	return func(i int) string {
		if i < len(args) {
			return args[i]
		}
		return ""
	}
}
