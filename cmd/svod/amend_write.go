package main

import (
	"errors"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/amend"
	"svod/compare/amend/write"
	"svod/compare/yamlfile"
	"svod/corpus"
)

func (e *env) amendWriteCommand() *cli.Command {
	return &cli.Command{
		Name: "write", Aliases: []string{"написать"},
		Usage:     e.tr("проект изменений по двум редакциям: текст, который из одной делает другую", "the draft that turns one edition into the other"),
		ArgsUsage: e.tr("ПРЕЖНЯЯ НОВАЯ", "OLD NEW"),
		Description: e.tr(`Из двух редакций акта пишет проект «О внесении изменений и дополнений…» словами правил юридической техники: «в пункте 2
статьи 5 слова «…» заменить словами «…»», «дополнить подпунктом 4-1) следующего содержания:». Операции наименьшие: меняется
слово – заменяется слово; статья излагается заново, если в ней изменилось больше половины. Сноски и исключённое не в счёт.
Проект применяется к прежней редакции, прежде чем его показать: из него выходит новая. Что операциями не выражается
(реквизиты, оглавление, подпись), перечислено отдельно.
Язык и слова – по акту: законы Казахстана на русском и казахском, законы России и Кыргызстана с их частями и пунктами.
--effective: когда вводится в действие; иначе обычная формула. --act: как назвать акт («Закон Республики Казахстан от …»),
если даты или заглавия в тексте нет. Свои слова: svod amend write --print-template -o слова.yaml, затем --template слова.yaml.
Код завершения 1: редакции не различаются; 3: что-то осталось невыраженным.

Примеры:
  svod amend write закон-2019.docx закон-2021.docx -o проект.docx
  svod amend write действующий.docx предлагаемый.docx --effective 2027-01-01 -o проект.docx
  svod amend write 'общественные советы@2019' 'общественные советы@2021' --format json`,
			`From two editions of an act it writes the draft “On amending…” in the words of drafting rules. The operations are the
smallest: where a word changes a word is replaced; an article is written anew if more than half of it changed. Notes and
what is repealed do not count. The draft is applied to the old edition before it is shown: it makes the new one. What no
operation says (requisites, contents, signatures) is listed apart.
Language and words are those of the act: laws of Kazakhstan in Russian and Kazakh, laws of Russia and Kyrgyzstan.
--effective: when it comes into force; else the usual formula. --act: how to call the act, if its text has no date or
title. Your own words: svod amend write --print-template -o words.yaml, then --template words.yaml.
Exit code 1: the editions do not differ; 3: something was left unsaid.

Examples:
  svod amend write law-2019.docx law-2021.docx -o draft.docx
  svod amend write in-force.docx proposed.docx --effective 2027-01-01 -o draft.docx
  svod amend write 'общественные советы@2019' 'общественные советы@2021' --format json`),
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "effective", Usage: e.tr("`КОГДА` вводится в действие: «с 1 января 2027 года» или 2027-01-01", "`WHEN` it comes into force: words of the act's language, or 2027-01-01")},
			&cli.StringFlag{Name: "act", Usage: e.tr("как проект называет `АКТ`, в который вносит изменения", "what the draft calls the `ACT` that it amends")},
			&cli.StringFlag{Name: "title", Usage: e.tr("`ЗАГЛАВИЕ` проекта", "`TITLE` of the draft")},
			&cli.StringFlag{Name: "template", Usage: e.tr("`ФАЙЛ` со своими словами проекта", "`FILE` with words of your own")},
			&cli.BoolFlag{Name: "print-template", Usage: e.tr("написать слова проекта как файл, который можно изменить", "write the words of drafts as a file to edit")},
		}, e.readFlags()...), e.outputFlags()...),
		Action: e.amendWrite,
	}
}

func (e *env) amendWrite(c *cli.Context) error {
	if c.Bool("print-template") {
		return e.save(c, write.TemplateText(c.String("table-lang")))
	}
	if err := e.need(c, 2, 2); err != nil {
		return err
	}
	names := c.Args().Slice()
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, names)
	if err != nil {
		return err
	}
	old, new := docs[0], docs[1]
	if a, b := old.Meta.Language, new.Meta.Language; a != b && a != "" && b != "" {
		return usage(e.tr("%s и %s на разных языках", "%s and %s are in different languages", names[0], names[1]),
			e.tr("Назовите две редакции на одном языке", "Name two editions in one language"))
	}
	t, err := e.draftWords(c, old.Meta)
	if err != nil {
		return err
	}
	d := write.Write(old, new, t)
	if len(d.Operations) == 0 {
		e.tellLeft(c, d)
		e.say(e.tr("Редакции не различаются: вносить нечего.", "The editions do not differ: there is nothing to amend."))
		return &exit{code: exitNothing}
	}
	o := write.Options{Act: c.String("act"), Title: c.String("title"), Effect: c.String("effective")}
	format, err := e.format(c)
	switch {
	case err != nil:
		return err
	case format == "json":
		err = e.writeJSON(c, e.writtenJSON(d, o))
	case format == "docx", format == "html", format == "md", format == "text":
		err = e.outputText(c, d.Report(o), format)
	default:
		return usage(e.tr("текст проекта не пишут в %s", "the text of a draft is not written as %s", strings.ToUpper(format)),
			e.tr("Есть: docx, html, md, text, json", "There are: docx, html, md, text, json"))
	}
	if err != nil {
		return err
	}
	e.tellWritten(c, d, o)
	e.tellLeft(c, d)
	return nil
}

// draftWords are the words of drafts: the user's, or those built in for the act.
func (e *env) draftWords(c *cli.Context, m corpus.Meta) (*write.Template, error) {
	name := c.String("template")
	if name == "" {
		return nil, nil
	}
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	t, err := write.LoadTemplate(data, m.Language, m.Jurisdiction)
	return t, e.wordsFault(name, "write", err)
}

// wordsFault says what is wrong in a file of words that a user wrote for one of
// the actions.
func (e *env) wordsFault(name, action string, err error) error {
	var f *yamlfile.Fault
	if !errors.As(err, &f) {
		return err
	}
	why := e.yamlFault(f.Code, f.Args)
	if why == "" {
		why = strings.Join(f.Args, ", ")
	}
	if f.Code == "field" {
		why = e.tr("ключа «%s» нет", "there is no key %q", strings.Join(f.Args, ", "))
	}
	return usage(e.tr("%s, строка %d: %s", "%s, line %d: %s", name, f.Line, why),
		e.tr("Образец: svod amend %s --print-template -o слова.yaml", "An example: svod amend %s --print-template -o words.yaml", action))
}

// tellWritten says what the draft lacks that the act's text does not tell.
func (e *env) tellWritten(c *cli.Context, d *write.Draft, o write.Options) {
	if c.Bool("quiet") {
		return
	}
	changes, additions := d.Counts()
	e.say(e.tr("Операций: %d, из них дополнений: %d.", "Operations: %d, of them additions: %d."), changes+additions, additions)
	if o.Act == "" && d.Old.Meta.Date == "" && d.Old.Meta.Type != "constitution" {
		e.say(e.tr("Даты акта в тексте прежней редакции нет. Впишите её, или назовите акт: --act «Закон Республики Казахстан от … года «…»».",
			"The old edition does not tell the date of the act. Write it in, or name the act: --act."))
	}
}

// tellLeft lists where the editions differ and no operation says it.
func (e *env) tellLeft(c *cli.Context, d *write.Draft) {
	for _, l := range d.Left {
		if l.Code == write.Unsaid {
			e.partial = true
		}
	}
	if c.Bool("quiet") || len(d.Left) == 0 {
		return
	}
	e.say(e.tr("Различается, но операциями не выражено:", "It differs, but no operation says it:"))
	for _, l := range d.Left {
		e.say("  %s – %s", e.leftPlace(d, l), e.leftWhy(l.Code))
	}
}

func (e *env) leftPlace(d *write.Draft, l write.Left) string {
	if l.Old != "" {
		return d.Old.Citation(l.Old, e.lang)
	}
	return d.New.Citation(l.New, e.lang) + e.tr(" (новая редакция)", " (new edition)")
}

func (e *env) leftWhy(code write.Code) string {
	if code == write.Unamended {
		return e.tr("такое изменяющими актами не меняют", "amending acts do not change such things")
	}
	return e.tr("не нашлось операции, после которой выходит новый текст; впишите изменение сами", "no operation was found that makes the new text; write this change yourself")
}

// writtenJSON has the operations as amend read prints them, for they are read
// from the text that was written: what is not found in it is in no operation.
func (e *env) writtenJSON(d *write.Draft, o write.Options) any {
	type left struct {
		Old     corpus.Address `json:"old"`
		New     corpus.Address `json:"new"`
		Code    write.Code     `json:"code"`
		Message string         `json:"message"`
	}
	doc := d.Document(o)
	out := struct {
		amend.Data
		Left []left   `json:"left"`
		Text []string `json:"text"` // its lines, as the operations count them
	}{Data: amend.Read(doc).Data(doc.Meta.Language), Left: []left{}, Text: []string{}}
	for _, l := range d.Left {
		out.Left = append(out.Left, left{l.Old, l.New, l.Code, e.leftWhy(l.Code)})
	}
	for _, l := range doc.Source.Lines {
		out.Text = append(out.Text, l.Text)
	}
	return out
}
