package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/content"
	"svod/compare/table"
)

// compareOptions are the options that choose the look of a table of changes.
func (e *env) compareOptions(c *cli.Context) (compare.Options, error) {
	for _, name := range []string{"form", "crosswalk"} {
		if c.IsSet(name) && (c.NArg() != 2 || c.String("topics") != "") {
			return compare.Options{}, usage(e.tr("--%s: таблица двух редакций, нужны ровно два документа", "--%s is of two editions: it needs two documents", name), e.helpHint(c.Command))
		}
	}
	o, err := e.formOptions(c)
	o.All, o.Notes = c.Bool("all"), c.Bool("notes")
	return o, err
}

// formOptions are those that choose its form.
func (e *env) formOptions(c *cli.Context) (compare.Options, error) {
	o := compare.Options{Lang: c.String("table-lang"), Title: c.String("title"), Strike: c.Bool("strike")}
	if err := e.tableLang(c); err != nil {
		return o, err
	}
	var err error
	if o.Form, err = e.form(c); err != nil {
		return o, err
	}
	if name := c.String("template"); name != "" {
		if fi, err := os.Stat(name); err == nil && fi.IsDir() {
			return o, usage(e.tr("--template %s: это папка", "--template %s: this is a folder", name),
				e.tr("Назовите файл формы; образец: svod compare --print-template -o форма.yaml", "Name the file of a form; svod compare --print-template -o form.yaml makes one"))
		}
		data, err := e.readFile(name)
		if err != nil {
			return o, err
		}
		if o.Template, err = compare.LoadTemplate(name, data, o.Form, o.Lang); err != nil {
			return o, err
		}
	}
	return o, nil
}

// tableLang checks the language of a table's headings.
func (e *env) tableLang(c *cli.Context) error {
	lang, known := c.String("table-lang"), []string{"ru", "kk", "en"}
	if lang == "" || slices.Contains(known, lang) {
		return nil
	}
	return usage(e.tr("языка заголовков «%s» нет", "there are no headings in %q", lang), e.meant(lang, known)+e.tr("Есть: ", "There are: ")+join(known))
}

// form is the built-in form asked for.
func (e *env) form(c *cli.Context) (string, error) {
	form := c.String("form")
	if form == "" {
		return compare.Forms()[0], nil
	}
	if !slices.Contains(compare.Forms(), form) {
		return "", usage(e.tr("формы «%s» нет", "there is no form %q", form),
			e.meant(form, compare.Forms())+e.tr("Есть: ", "There are: ")+join(compare.Forms()))
	}
	return form, nil
}

// printTemplate writes a form as a file to edit.
func (e *env) printTemplate(c *cli.Context) error {
	form, err := e.form(c)
	if err != nil {
		return err
	}
	if err := e.tableLang(c); err != nil {
		return err
	}
	if f := table.FormatOf(c.String("output")); f != "" && f != "text" {
		return usage(e.tr("форма – это текст: дайте файлу имя с .yaml", "a form is a text: name the file .yaml"), "svod compare --print-template -o "+e.tr("форма.yaml", "form.yaml"))
	}
	lang := cmp.Or(c.String("table-lang"), e.lang)
	text := compare.TemplateText(form, lang)
	if c.IsSet("topics") {
		if text, err = content.TemplateText(lang); err != nil {
			return err
		}
	}
	if name := c.String("output"); name != "" && name != "-" {
		if err := e.save(c, text); err != nil {
			return err
		}
		e.say(e.tr("Измените файл в текстовом редакторе и назовите его: svod compare … --template %s", "Edit the file and name it: svod compare … --template %s"), quoted([]string{name}))
		return nil
	}
	return e.save(c, text)
}

// unreadLine and noUTF8 are the faults of any file that people edit by hand.
func (e *env) unreadLine(cause string) string {
	if e.lang == "ru" { // the cause is in English
		return "строка не разобрана. Проверьте отступы (пробелы, без табуляции) и кавычки вокруг слов с двоеточием или скобками"
	}
	return fmt.Sprintf("the line cannot be read. Check the indents (spaces, no tabs) and the quotes around words with a colon or brackets (%s)", cause)
}

func (e *env) noUTF8() string {
	return e.tr("это не текст в кодировке UTF-8. Если файл пишут в Блокноте: Сохранить как, Кодировка: UTF-8; если это документ Word, Excel или PDF, назовите другой файл",
		"this is no text in UTF-8. If the file is written in an editor, save it as UTF-8; if it is a document of Word, Excel or PDF, name another file")
}

// maxAllowed is how many names a message lists.
const maxAllowed = 15

// templateError says what is wrong with a template, where, and what could
// stand there.
func (e *env) templateError(x *compare.TemplateError) string {
	where := x.File
	if x.Line > 0 {
		where = e.tr("%s, строка %d, столбец %d", "%s, line %d, column %d", x.File, x.Line, x.Column)
	}
	arg := argsOf(x.Args)
	what := arg(0)
	switch x.Code {
	case "yaml":
		what = e.unreadLine(arg(0))
	case "encoding":
		what = e.noUTF8()
	case "field":
		what = strings.TrimSpace(e.tr("настройки «%s» нет. %s", "there is no setting %q. %s", arg(0), e.meant(arg(0), x.Allowed)))
		what = strings.TrimSuffix(what, ".")
	case "kind":
		wanted := map[string]string{
			"text": e.tr("слова в кавычках", "words in quotes"), "number": e.tr("число", "a number"),
			"list":    e.tr("список: [\"…\", \"…\"] или строки с «- »", "a list: [\"…\", \"…\"], or lines with “- ”"),
			"section": e.tr("настройки с отступом, каждая в своей строке", "indented settings, a line each"), "yes-no": "true, false",
		}[arg(1)]
		if arg(0) == "" {
			what = e.tr("это не шаблон: нужны настройки вида «имя: значение». Образец: svod compare --print-template",
				"this is no template: it holds settings like “name: value”. See svod compare --print-template")
			break
		}
		what = e.tr("у настройки %s здесь должно быть: %s", "%s needs here: %s", arg(0), wanted)
	case "value":
		what = e.tr("%s не бывает «%s»", "%s cannot be %q", arg(0), arg(1))
	case "placeholder":
		what = e.tr("в %s слова %s svod не знает", "svod does not know %[2]s in %[1]s", arg(0), arg(1))
	case "verb":
		what = e.tr("в %s стоит %s: вместо него нужно слово в фигурных скобках", "%s has %s: use a word in braces", arg(0), arg(1))
	case "columns":
		what = e.tr("в столбцах (columns) нет ни прежнего, ни нового текста", "no column holds the old or the new text")
	}
	s := where + ": " + strings.TrimSpace(what)
	if len(x.Allowed) > maxAllowed {
		s += e.tr(". Все настройки: svod compare --print-template", ". All settings: svod compare --print-template")
	} else if len(x.Allowed) > 0 {
		s += e.tr(". Можно: ", ". Allowed: ") + join(x.Allowed)
	} else if x.Code == "placeholder" {
		s += e.tr(". Здесь их не бывает; если скобки нужны, замените их круглыми", ". There are none here; use round brackets")
	}
	return s
}
