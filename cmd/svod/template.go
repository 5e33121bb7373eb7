package main

import (
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/content"
)

// compareOptions are the options that choose the look of a table.
func (e *env) compareOptions(c *cli.Context) (compare.Options, error) {
	o := compare.Options{All: c.Bool("all"), Notes: c.Bool("notes"), Lang: c.String("table-lang"), Title: c.String("title")}
	for _, name := range []string{"form", "crosswalk"} {
		if c.IsSet(name) && (c.NArg() != 2 || c.String("topics") != "") {
			return o, usage(e.tr("--%s: таблица двух редакций, нужны ровно два документа", "--%s is of two editions: it needs two documents", name), e.helpHint(c.Command))
		}
	}
	var err error
	if o.Form, err = e.form(c); err != nil {
		return o, err
	}
	if name := c.String("template"); name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			return o, err
		}
		if o.Template, err = compare.LoadTemplate(name, data, o.Form, o.Lang); err != nil {
			return o, err
		}
	}
	return o, nil
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
	lang := c.String("table-lang")
	if lang == "" {
		lang = e.lang
	}
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

// templateError says what is wrong with a template, where, and what could
// stand there.
func (e *env) templateError(x *compare.TemplateError) string {
	where := x.File
	if x.Line > 0 {
		where = e.tr("%s, строка %d, столбец %d", "%s, line %d, column %d", x.File, x.Line, x.Column)
	}
	arg := func(i int) string {
		if i < len(x.Args) {
			return x.Args[i]
		}
		return ""
	}
	what := arg(0)
	switch x.Code {
	case "encoding":
		what = e.tr("это не текст в кодировке UTF-8. В Блокноте: Сохранить как, Кодировка: UTF-8", "this is no text in UTF-8. Save it as UTF-8")
	case "field":
		what = e.tr("настройки «%s» нет. %s", "there is no setting %q. %s", arg(0), e.meant(arg(0), x.Allowed))
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
	if len(x.Allowed) > 0 {
		s += e.tr(". Можно: ", ". Allowed: ") + join(x.Allowed)
	} else if x.Code == "placeholder" {
		s += e.tr(". Здесь их не бывает; если скобки нужны, замените их круглыми", ". There are none here; use round brackets")
	}
	return s
}
