package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/bodies"
	"svod/compare/sheet"
	"svod/corpus"
)

func (e *env) bodiesCommand() *cli.Command {
	return &cli.Command{
		Name: "bodies", Aliases: []string{"органы"},
		Usage:     e.tr("реестр органов на дату; чьи документы", "the register of bodies on a date; whose the documents are"),
		ArgsUsage: e.tr("[match [ДОК…]]", "[match [DOC…]]"),
		Description: e.tr(`Без слов печатает реестр: регионы и центральные органы, которые были на дату --at, с именами по-русски
и по-казахски. Встроенный реестр – Казахстан (16 регионов до 19 июня 2018 года, затем 17, с 8 июня 2022 года 20;
центральные органы для начала, неуверенное отмечено). Свой – YAML, CSV или XLSX: --register ФАЙЛ; встроенный
сохраняется для правки: svod bodies -o реестр.csv --csv plain.
match говорит, чьи документы: по признаку, по органу в тексте, по заголовку, имени файла, первым строкам; сомнительное
помечено «проверьте», несколько названных органов перечислены. --set записывает узнанное без сомнений в признаки
region и level, а body – где документ не называет органа; как svod set. Сомнительное не пишется.

Примеры:
  svod bodies --at 2018-06-18
  svod bodies match --register реестр.csv --where type=report -o чьи-отчёты.xlsx
  svod bodies match --set`,
			`Without words prints the register: the regions and central bodies that there were on the date --at, with their names in Russian
and Kazakh. The built-in register is Kazakhstan's (16 regions before 19 June 2018, then 17, since 8 June 2022 20; central bodies
to begin with, what is unsure is marked). Your own is YAML, CSV or XLSX: --register FILE; save the built-in one to edit it:
svod bodies -o register.csv --csv plain.
match tells whose the documents are: by attribute, by the body in the text, by title, file name, first lines; what is doubtful
says “check”, several bodies named are listed. --set writes what is beyond doubt into the attributes region and level, and body
where the document names none, as svod set does.

Examples:
  svod bodies --at 2018-06-18
  svod bodies match --register register.csv --where type=report -o whose-reports.xlsx
  svod bodies match --set`),
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "register", Usage: e.tr("`ФАЙЛ` реестра вместо встроенного: YAML, CSV, XLSX", "the `FILE` of a register instead of the built-in one: YAML, CSV, XLSX")},
			&cli.BoolFlag{Name: "set", Usage: e.tr("записать узнанное в признаки документов корпуса", "write what was recognised into the attributes of the corpus's documents")},
			&cli.StringFlag{Name: "level", Usage: e.tr("только `УРОВЕНЬ`: region, central", "only this `LEVEL`: region, central")},
		}, append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.bodiesAction,
	}
}

func (e *env) bodiesAction(c *cli.Context) error {
	name := c.String("register")
	if name == "" {
		name = bodies.Starter
	}
	reg, err := e.bodyRegister(c, name)
	if err != nil {
		return err
	}
	if err := e.bodyLevel(c, reg); err != nil {
		return err
	}
	switch word := c.Args().First(); word {
	case "":
		if c.Bool("set") {
			return usage(e.tr("--set говорят с match", "--set goes with match"), e.tr("Так: svod bodies match --set", "Like this: svod bodies match --set"))
		}
		r, err := reg.Table(bodies.TableOptions{At: c.String("at"), Language: c.String("table-lang")})
		if err != nil {
			return err
		}
		return e.output(c, r)
	case "match", "сопоставить":
		return e.matchBodies(c, reg)
	default:
		return usage(e.tr("svod bodies не знает слова «%s»", "svod bodies does not know %q", word), e.helpHint(c.Command))
	}
}

// bodyRegister reads a register, or takes the built-in one.
func (e *env) bodyRegister(c *cli.Context, name string) (*bodies.Register, error) {
	if name == bodies.Starter {
		return bodies.Kazakhstan(), nil
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		data, err := e.readFile(name)
		if err != nil {
			return nil, err
		}
		return bodies.LoadYAML(name, data)
	}
	rows, err := e.firstSheet(c, name)
	if err != nil {
		return nil, err
	}
	return bodies.Load(name, rows)
}

// firstSheet reads a table that people fill in: of a workbook its first sheet.
func (e *env) firstSheet(c *cli.Context, name string) ([]sheet.Row, error) {
	sheets, _, err := e.sheets(c, name)
	if err != nil || len(sheets) == 0 {
		return nil, err
	}
	return sheets[0].Rows, nil
}

// bodyLevel leaves the bodies of the level that was asked for.
func (e *env) bodyLevel(c *cli.Context, reg *bodies.Register) error {
	level := c.String("level")
	if level == "" {
		return nil
	}
	only, ok := bodies.ParseLevel(level)
	if !ok {
		return usage(e.tr("уровня «%s» нет", "there is no level %q", level), e.tr("Есть region и central", "There are region and central"))
	}
	var kept []*bodies.Body
	for _, b := range reg.Bodies {
		if b.Level == only {
			kept = append(kept, b)
		}
	}
	reg.Bodies = kept
	return nil
}

// matchBodies tells whose documents are whose, and writes it down if asked.
func (e *env) matchBodies(c *cli.Context, reg *bodies.Register) error {
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, c.Args().Tail())
	if err != nil {
		return err
	}
	matches := reg.Match(docs)
	if c.Bool("set") {
		if err := e.setBodies(c, lib, matches); err != nil {
			return err
		}
	}
	return e.output(c, reg.MatchTable(matches, c.String("table-lang")))
}

// setBodies writes the bodies that are beyond doubt into the corpus.
func (e *env) setBodies(c *cli.Context, lib *library, matches []bodies.Match) error {
	st, err := lib.corpus()
	if err != nil {
		return err
	}
	done := 0
	for _, m := range matches {
		if m.Body == nil || m.Doubt != bodies.DoubtNone {
			continue
		}
		if _, err := st.Entry(c.Context, m.Doc.ID); err != nil {
			return usage(e.tr("%s: этого документа в корпусе нет", "%s: this document is not in the corpus", nameOf(m.Doc)),
				e.tr("Добавьте его: svod add; признаки хранит корпус", "Add it: svod add; the corpus keeps attributes"))
		}
		for _, p := range bodyAttributes(m) {
			if err := st.Set(c.Context, m.Doc.ID, p.key, p.value); err != nil {
				return err
			}
		}
		done++
	}
	if !c.Bool("quiet") {
		e.say(e.tr("Признаки записаны: %d из %d. Остальные назовите сами: svod set ДОК region=… body=…",
			"Attributes written: %d of %d. Name the others yourself: svod set DOC region=… body=…"), done, len(matches))
	}
	return nil
}

// bodyAttributes are what a match tells of its document. A body that the
// document itself or the user has named stays.
func bodyAttributes(m bodies.Match) []pair {
	name := m.Body.NameAt("", m.Doc.Meta.Language)
	ps := []pair{{"level", m.Body.LevelName}}
	if m.Body.Level == bodies.Regional {
		ps = append(ps, pair{"region", name})
	}
	if m.Doc.Meta.Body == "" && m.Doc.Attributes["body"] == "" {
		ps = append(ps, pair{"body", name})
	}
	return ps
}

func nameOf(d *corpus.Document) string {
	if d.Source != nil {
		return d.Source.Name
	}
	return fmt.Sprint(d.ID)
}
