package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/mask"
	"svod/compare/table"
)

// outputFlags are the options of commands that make tables.
func (e *env) outputFlags() []cli.Flag {
	return append(e.jsonFlags(),
		&cli.StringFlag{Name: "table-lang", Usage: e.tr("`ЯЗЫК` заголовков таблицы: ru, kk, en; иначе язык документов",
			"`LANGUAGE` of the table's headings: ru, kk, en; else that of the documents")},
		&cli.IntFlag{Name: "chart", Usage: e.tr("в SVG и PNG только диаграмма `N`; иначе все: имя-1.svg, имя-2.svg …",
			"only the `N`th chart as SVG or PNG; else all: name-1.svg, name-2.svg …")},
		&cli.BoolFlag{Name: "mask", Usage: e.tr("скрыть имена людей, телефоны, почту, ИИН, номера документов; сколько скрыто, сказано в протоколе",
			"hide people's names, telephones, mail, personal numbers; the record says how many")},
	)
}

// changeFlags are the options of commands whose tables show changes of a text.
func (e *env) changeFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.BoolFlag{Name: "redline", Usage: e.tr("исправления, которые в DOCX можно принять или отклонить; у compare весь текст с ними",
			"changes that can be accepted or rejected in DOCX; of compare, the whole text with them")},
		&cli.BoolFlag{Name: "strike", Usage: e.tr("зачёркивать исключённые слова в DOCX и XLSX", "strike out deleted words in DOCX and XLSX")},
	}, e.outputFlags()...)
}

// jsonFlags are the options of commands whose data have a form of their own.
func (e *env) jsonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: e.tr(
			"`ФОРМАТ`: "+join(table.Formats())+"; диаграммы: "+join(table.Pictures())+"; иначе по имени файла",
			"`FORMAT`: "+join(table.Formats())+"; of charts: "+join(table.Pictures())+"; else by the file's name")},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: e.tr("записать в `ФАЙЛ`", "write to a `FILE`")},
		&cli.BoolFlag{Name: "force", Usage: e.tr("заменить файл, если он есть", "replace the file if it exists")},
		&cli.StringFlag{Name: "csv", Usage: e.tr("`ВИД` CSV: excel (точка с запятой, десятичная запятая) или plain", "`KIND` of CSV: excel (semicolons, decimal comma) or plain")},
	}
}

// format is the one asked for: by --format, else by the extension of the
// output file, else text.
func (e *env) format(c *cli.Context) (string, error) {
	f, out := c.String("format"), c.String("output")
	if f == "" && out != "" {
		if f = table.FormatOf(out); f == "" {
			return "", usage(e.tr("по имени «%s» не понять формата", "the name %q does not tell the format", out),
				e.tr("Дайте файлу расширение .docx, .xlsx, .html, .csv, .md, .txt, .json (диаграммам – .svg, .png), или укажите --format",
					"Give it an extension .docx, .xlsx, .html, .csv, .md, .txt, .json (charts: .svg, .png), or use --format"))
		}
	}
	if f == "" {
		f = "text"
	}
	switch c.String("csv") {
	case "", "excel":
	case "plain":
		if f == "csv" {
			f = "csv-plain"
		}
	default:
		return "", usage(e.tr("--csv бывает excel или plain", "--csv is excel or plain"), "")
	}
	known := slices.Concat(table.Formats(), table.Pictures())
	if slices.Contains(known, f) {
		return f, nil
	}
	return "", usage(e.tr("формата «%s» нет", "there is no format %q", f),
		e.meant(f, known)+e.tr("Есть: ", "There are: ")+join(known))
}

// output writes a report with its recipe where and how the options say.
func (e *env) output(c *cli.Context, r *table.Report) error {
	if c.Bool("mask") {
		if format, _ := e.format(c); format == "json" && !e.capture {
			return usage(e.tr("--mask не для JSON: в нём тексты стоят с местами найденных слов", "--mask is not for JSON, whose texts come with the places of matches"),
				e.tr("Возьмите docx, xlsx, html, csv, md или txt", "Take docx, xlsx, html, csv, md or txt"))
		}
		mask.Report(r)
	}
	if e.capture {
		e.captured = r
		return nil
	}
	return e.writeReport(c, r, e.certify)
}

// writeReport writes a report. finish, if not nil, is the last to touch it.
func (e *env) writeReport(c *cli.Context, r *table.Report, finish func(*cli.Context, *table.Report)) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if (format == "docx" || format == "xlsx") && c.String("output") == "" && isTerminal(e.stdout) {
		return usage(e.tr("%s не печатают на экран", "%s is not for the screen", strings.ToUpper(format)),
			e.tr("Укажите файл: -o таблица.%s", "Name a file: -o table.%s", format))
	}
	p := &table.Printer{Width: e.width(), Color: e.color(c) && c.String("output") == "",
		Redline: c.Bool("redline"), Strike: c.Bool("strike")}
	if isPicture(format) {
		return e.pictures(c, p, r, format)
	}
	if err := e.keep(c, r, format); err != nil {
		return err
	}
	if finish != nil {
		finish(c, r)
	}
	var b bytes.Buffer
	if err := p.Write(&b, format, r); err != nil {
		return err
	}
	return e.save(c, b.Bytes())
}

// save writes to the output file, or to stdout. A file appears whole or not at
// all, and an existing one is replaced only with --force.
func (e *env) save(c *cli.Context, data []byte) error {
	name := c.String("output")
	if name == "" || name == "-" {
		_, err := e.stdout.Write(data)
		return err
	}
	force := c.Bool("force")
	if e.keepsOutput(c) {
		if err := e.backUp(name); err != nil {
			return err
		}
		force = true
	}
	err := e.saveAs(name, data, force)
	if x, ok := err.(*exit); ok {
		x.hint = e.keepHint(c, name) + x.hint
	}
	return err
}

// free tells that no file of the name exists.
func (e *env) free(name string) error {
	_, err := os.Lstat(name)
	if err == nil {
		return usage(e.tr("файл %s уже есть", "the file %s exists", name),
			e.tr("Заменить его: --force; или дайте другое имя", "Replace it with --force, or give another name"))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (e *env) saveAs(name string, data []byte, force bool) error {
	if e.capture {
		return errRecipe // a recipe that is run again writes nothing
	}
	if !force {
		if err := e.free(name); err != nil {
			return err
		}
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".svod-*")
	if errors.Is(err, fs.ErrNotExist) {
		return e.noFolder(name)
	}
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// writeJSON writes a value in the form that other programs rely on.
func (e *env) writeJSON(c *cli.Context, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	return e.save(c, b.Bytes())
}
