package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/cmd/internal/sample"
)

func (e *env) demoCommand() *cli.Command {
	return &cli.Command{
		Name: "demo", Aliases: []string{"пример"},
		Usage:     e.tr("показать всё на встроенном примере", "show everything on the built-in sample"),
		ArgsUsage: e.tr("[ПАПКА]", "[DIR]"),
		Description: e.tr(`Пишет папку (svod-demo, если не названа другая): акты и отчёты вымышленной республики, корпус из них,
сравнительные таблицы двух редакций и проекта изменений, таблицу пяти актов по темам, подборку норм и контент-анализ отчётов.
Печатает команды, которыми это сделано: повторите их на своих файлах.`,
			`Writes a folder (svod-demo unless another is named): acts and reports of an imaginary republic, a corpus of them,
the comparison tables of two editions and of a draft of amendments, the table of five acts by topic, a selection of provisions and a content
analysis of the reports. Prints the commands that made it: try them on files of your own.`),
		Flags:  []cli.Flag{&cli.BoolFlag{Name: "force", Usage: e.tr("заменить файлы прошлого показа", "replace the files of an earlier demo")}},
		Action: e.demo,
	}
}

// The files of the sample that the tour names.
const (
	older = "acts/общественные-советы.ed-2019.md"
	newer = "acts/общественные-советы.ed-2021.docx"
)

var five = []string{newer, "acts/государственный-социальный-заказ.html", "acts/некоммерческие-организации.txt",
	"acts/общественные-объединения.pdf", "acts/доступ-к-информации.md"}

// The demo's own commands, run as a user would type them inside the folder.
var tour = []struct {
	ru, en string
	args   []string
}{
	{"корпус из пяти актов (один в двух редакциях и по-казахски) и семнадцати отчётов советов двух видов",
		"a corpus of five acts (one in two editions and in Kazakh) and seventeen reports of councils of two kinds",
		[]string{"add", "acts", "reports", "study/reports", "--attributes", "reports/attributes.csv", "--attributes", "study/attributes.csv"}},
	{"что в корпусе", "what is in the corpus",
		[]string{"list", "-o", "список-документов.xlsx"}},
	{"сравнительная таблица двух редакций для Word", "the comparison table of two editions, for Word",
		[]string{"compare", older, newer, "-o", "сравнительная-таблица.docx"}},
	{"она же для Excel", "the same for Excel",
		[]string{"compare", older, newer, "-o", "сравнительная-таблица.xlsx"}},
	{"она же для браузера", "the same for a browser",
		[]string{"compare", older, newer, "-o", "сравнительная-таблица.html"}},
	{"сравнительная таблица к проекту изменений двух законов, с обоснованиями из записки", "the comparison table of a draft that amends two laws, with the reasons of its note",
		[]string{"amend", "table", "draft/проект.txt", older, "acts/государственный-социальный-заказ.html", "--note", "draft/пояснительная-записка.txt", "-o", "таблица-к-проекту.docx"}},
	{"закон, каким он станет, если проект примут", "the law as it would read if the draft is adopted",
		[]string{"amend", "apply", "draft/проект.txt", older, "-o", "закон-после-проекта.docx"}},
	{"пять актов по темам: кто что регулирует, с цитатами", "five acts by topic, with quotes",
		append([]string{"compare", "--topics", "codebooks/topics.yaml", "-o", "пять-актов-по-темам.docx"}, five...)},
	{"подборка норм по запросу", "provisions found by a query",
		[]string{"search", "общественный контроль", "-o", "поиск-общественный-контроль.html"}},
	{"контент-анализ отчётов общественных советов для Excel", "the content analysis of the public councils' reports, for Excel",
		[]string{"count", "codebooks/reports.yaml", "--where", "вид_совета=общественный совет", "--by", "level", "-o", "контент-анализ.xlsx"}},
	{"он же для браузера: щелчок по числу показывает цитаты", "the same for a browser: click a number to see its quotes",
		[]string{"count", "codebooks/reports.yaml", "--where", "вид_совета=общественный совет", "--by", "level", "-o", "контент-анализ.html"}},
	{"кодировочный лист для двух кодировщиков: выборка абзацев для Excel", "a coding sheet for two coders: a sample of paragraphs, for Excel",
		[]string{"code", "coding/codebook.yaml", "--where", "вид_совета=общественный совет", "--sample", "40", "--seed", "7", "--stratify", "level",
			"--coder", "Иванова", "-o", "кодировочный-лист.xlsx"}},
	{"согласованность двух кодировщиков", "how far two coders agree",
		[]string{"agreement", "coding/лист-Иванова.csv", "coding/лист-Петров.csv", "--codebook", "coding/codebook.yaml", "-o", "согласованность.docx"}},
	{"всё исследование одной командой: глава отчёта для Word", "the whole study by one command: a chapter for Word",
		[]string{"study", "исследование.yaml", "-o", "исследование.docx"}},
	{"она же для браузера", "the same for a browser",
		[]string{"study", "исследование.yaml", "-o", "исследование.html"}},
	{"она же для Excel", "the same for Excel",
		[]string{"study", "исследование.yaml", "-o", "исследование.xlsx"}},
	{"держатся ли числа главы", "do the chapter's numbers hold",
		[]string{"verify", "исследование.docx", "-o", "проверка.txt"}},
}

func (e *env) demo(c *cli.Context) error {
	if err := e.need(c, 0, 1); err != nil {
		return err
	}
	dir := "svod-demo"
	if c.Args().Len() == 1 {
		dir = c.Args().First()
	}
	if _, err := os.Stat(dir); err == nil && !c.Bool("force") {
		return usage(e.tr("папка %s уже есть", "the folder %s exists", dir),
			e.tr("Другая папка: svod demo ПАПКА; заменить файлы показа: --force", "Another folder: svod demo DIR; replace the demo's files: --force"))
	}
	if err := unpack(dir); err != nil {
		return err
	}
	back, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := os.Chdir(dir); err != nil {
		return err
	}
	defer os.Chdir(back)

	fmt.Fprintln(e.stdout, e.tr("Папка %s. Что в ней и какими командами сделано:", "The folder %s. What is in it, and the commands that made it:", dir))
	for _, step := range tour {
		fmt.Fprintf(e.stdout, "\n%s\n  svod %s\n", e.tr(step.ru, step.en), quoted(step.args))
		args := append([]string{"--corpus", ".", "--lang", e.lang, "--quiet"}, step.args...)
		if !strings.HasPrefix(step.args[0], "add") {
			args = append(args, "--force")
		}
		if code := run(args, e.stdin, e.stdout, e.stderr); code != exitDone {
			return &exit{code: code}
		}
		if out := step.args[len(step.args)-1]; filepath.Ext(out) != ".csv" {
			fmt.Fprintf(e.stdout, "  → %s\n", filepath.Join(dir, outputOf(step.args)))
		}
	}
	fmt.Fprintln(e.stdout, e.tr("\nДальше: svod help", "\nNext: svod help"))
	return nil
}

// outputOf is the file that a command writes.
func outputOf(args []string) string {
	for i, a := range args {
		if a == "-o" {
			return args[i+1]
		}
	}
	return ".svod"
}

// quoted prints arguments as one types them.
func quoted(args []string) string {
	var s []string
	for _, a := range args {
		if strings.ContainsAny(a, " '\"«»") {
			a = "'" + a + "'"
		}
		s = append(s, a)
	}
	return strings.Join(s, " ")
}

// unpack writes the sample into a folder.
func unpack(dir string) error {
	return fs.WalkDir(sample.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(path.Clean(name)))
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		data, err := fs.ReadFile(sample.Files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o644)
	})
}
