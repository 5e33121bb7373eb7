package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/official"
	"svod/corpus"
)

func (e *env) amendTableCommand() *cli.Command {
	return &cli.Command{
		Name: "table", Aliases: []string{"таблица"},
		Usage:     e.tr("сравнительная таблица к проекту: действующая и предлагаемая редакция, обоснование", "the comparison table of a draft: the text in force, the proposed one, the reasons"),
		ArgsUsage: e.tr("ПРОЕКТ АКТ…", "DRAFT ACT…"),
		Description: e.tr(`Сравнительная таблица к проекту «О внесении изменений и дополнений…» в официальной форме: структурный элемент,
действующая редакция, предлагаемая редакция, обоснование; по актам, в порядке их текста. Изменённые слова выделены.
Акты – действующие тексты: файлы или документы корпуса; какой из них какой, svod узнаёт по номеру и дате, иначе по
заглавию. Акт, текст которого не назван, стоит в таблице тем, что с ним велено сделать.
--rows unit: строка на структурный элемент, все его изменения вместе (так, если не сказано иное); --rows operation:
строка на каждую операцию проекта, в его порядке, справа то, что делает она одна.
Что применить нельзя, не пропадает: справа текст проекта с пометкой «не применено» и почему; непонятое – «не разобрано».
--note ЗАПИСКА: обоснования из пояснительной записки (DOCX, PDF, текст). Берутся абзацы и строки таблиц, которые
начинаются с адреса: «По пункту 2 статьи 5: …», «В статье 7 …», «5-бап бойынша …»; обоснование статьи относится ко
всем её строкам, для которых нет более близкого.
--keep ТАБЛИЦА: вписанное автором в прежнюю таблицу возвращается в новую, даже если проект с тех пор изменился.
--form parliament: форма для Парламента; своя форма: svod amend table --print-template -o форма.yaml, затем --template.
Код завершения 3: что-то не применено или не разобрано (таблица сделана).

Примеры:
  svod amend table проект.docx закон.docx -o таблица.docx
  svod amend table проект.docx закон-1.docx закон-2.docx --note записка.docx -o таблица.docx
  svod amend table проект.docx закон.docx --keep таблица.docx -o таблица.docx
  svod amend table проект.docx закон.docx --rows operation -o таблица.xlsx`,
			`The comparison table of a draft “On amending…” in the official form: provision, text in force, proposed text,
reasons; by act, in the order of its text. Changed words are bold.
The acts are the texts in force: files or documents of the corpus; svod knows by number and date which is which, else
by title. An act whose text is not named stands in the table with what is ordered to be done with it.
--rows unit: a row for each provision, all its changes together (the default); --rows operation: a row for each
operation of the draft, in its order, with what it does alone.
What cannot be applied is not dropped: its row has the order and says why; what was not understood has a row too.
--note NOTE: reasons from an explanatory note (DOCX, PDF, text): paragraphs and rows of tables that begin with an
address, as «По пункту 2 статьи 5: …»; the reason of an article serves those of its rows that have none closer.
--keep TABLE: what its author wrote into an earlier table comes back into the new one, also if the draft has changed.
--form parliament: the table of parliament; your own form: svod amend table --print-template -o form.yaml, then --template.
Exit code 3: something was not applied or not understood (the table is made).

Examples:
  svod amend table draft.docx law.docx -o table.docx
  svod amend table draft.docx law-1.docx law-2.docx --note note.docx -o table.docx
  svod amend table draft.docx law.docx --keep table.docx -o table.docx
  svod amend table draft.docx law.docx --rows operation -o table.xlsx`),
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "rows", Value: "unit", Usage: e.tr("`СТРОКА` на структурный элемент (unit) или на операцию (operation)", "a `ROW` for each provision (unit) or operation (operation)")},
			&cli.StringFlag{Name: "note", Usage: e.tr("пояснительная `ЗАПИСКА`: обоснования по адресам", "explanatory `NOTE`: reasons by address")},
			&cli.StringFlag{Name: "title", Usage: e.tr("`ЗАГЛАВИЕ` таблицы", "`TITLE` of the table")},
			&cli.StringFlag{Name: "form", Value: "draft", Usage: e.tr("`ВИД` таблицы: "+join(compare.Forms()), "`FORM` of the table: "+join(compare.Forms()))},
			&cli.StringFlag{Name: "template", Usage: e.tr("`ФАЙЛ` своей формы: столбцы, заглавия, слова", "`FILE` with a form of your own: columns, headings, words")},
			&cli.BoolFlag{Name: "print-template", Usage: e.tr("написать форму как файл, который можно изменить", "write the form as a file to edit")},
			&cli.BoolFlag{Name: "all-occurrences", Usage: e.tr("слова, которые стоят в названном месте несколько раз, изменить все", "change words that stand several times in the place named wherever they stand there")},
			&cli.IntFlag{Name: "act", Usage: e.tr("акт стоит в проекте `N`-м", "the act is the `N`th of the draft")},
			&cli.BoolFlag{Name: "strike", Usage: e.tr("зачёркивать исключённые слова", "strike out deleted words")},
			e.keepFlag(),
		}, e.readFlags()...), e.outputFlags()...),
		Action: e.amendTable,
	}
}

func (e *env) amendTable(c *cli.Context) error {
	if c.Bool("print-template") {
		return e.printTemplate(c)
	}
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	o := official.Options{Every: c.Bool("all-occurrences")}
	switch rows := c.String("rows"); rows {
	case "unit":
	case "operation":
		o.ByOperation = true
	default:
		return usage(e.tr("--rows: «%s» не бывает", "--rows cannot be %q", rows), e.meant(rows, []string{"unit", "operation"})+e.tr("Есть: unit (строка на структурный элемент), operation (на операцию проекта)", "There are: unit (a row for each provision), operation (for each operation of the draft)"))
	}
	var err error
	if o.Options, err = e.formOptions(c); err != nil {
		return err
	}
	names := c.Args().Slice()
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, names)
	if err != nil {
		return err
	}
	d, err := e.draftOf(docs[0], names[0])
	if err != nil {
		return err
	}
	if len(docs) == 1 && !official.RepealsOnly(d) {
		return usage(e.unnamed(), e.listActs(d, nil)+"\n"+e.helpHint(c.Command))
	}
	laws, err := e.lawsOf(c, d, docs[1:])
	if err != nil {
		return err
	}
	note, err := e.note(c)
	if err != nil {
		return err
	}
	t := official.Make(d, laws, note, o)
	if err := e.output(c, t.Report()); err != nil {
		return err
	}
	e.tellRows(c, t, laws)
	return nil
}

// unnamed says that a draft was given without what it amends.
func (e *env) unnamed() string {
	return e.tr("не названы тексты актов, которые меняет проект", "the texts of the acts that the draft amends are not named")
}

// lawsOf puts the texts in the places of the acts that they are.
func (e *env) lawsOf(c *cli.Context, d *amend.Draft, docs []*corpus.Document) ([]*corpus.Document, error) {
	acts, err := e.actsOf(c, d, docs)
	if err != nil {
		return nil, err
	}
	laws := make([]*corpus.Document, len(d.Acts))
	for i, n := range acts {
		if had := laws[n]; had != nil {
			return nil, usage(e.tr("два текста одного акта: %s и %s", "two texts of one act: %s and %s", e.named(had.Meta), e.named(docs[i].Meta)),
				e.tr("Оставьте действующую редакцию", "Leave the one in force"))
		}
		laws[n] = docs[i]
	}
	return laws, nil
}

// note reads the explanatory note.
func (e *env) note(c *cli.Context) (*official.Note, error) {
	name := c.String("note")
	if name == "" {
		return nil, nil
	}
	src, err := e.readSource(c, name)
	if err != nil {
		return nil, err
	}
	n := official.ReadNote(src)
	if len(n.Reasons) == 0 && !c.Bool("quiet") {
		e.say(e.tr("%s: обоснований по адресам не найдено. Нужны абзацы или строки таблицы, которые начинаются с адреса: «По пункту 2 статьи 5: …»",
			"%s: no reasons by address were found. A paragraph or a row of a table is to begin with the address: «По пункту 2 статьи 5: …»"), name)
	}
	return n, nil
}

// tellRows says what a lawyer must look at before the table goes out.
func (e *env) tellRows(c *cli.Context, t *official.Table, laws []*corpus.Document) {
	undone, unread := 0, 0
	for _, r := range t.Rows {
		switch r.Status {
		case official.NotApplied:
			undone++
		case official.NotRead:
			unread++
		}
	}
	if undone+unread > 0 {
		e.partial = true
	}
	if c.Bool("quiet") {
		return
	}
	e.say(e.tr("Строк: %d. Не применено: %d. Не разобрано: %d.", "Rows: %d. Not applied: %d. Not understood: %d."), len(t.Rows), undone, unread)
	for i, r := range t.Rows {
		switch r.Status {
		case official.NotApplied:
			e.say(e.tr("  строка %d, %s – не применено: %s", "  row %d, %s – not applied: %s"), i+1, oneLine(r.Element), r.Why)
		case official.NotRead:
			e.say(e.tr("  строка %d, %s – не разобрано: %s", "  row %d, %s – not understood: %s"), i+1, oneLine(r.Element), clip(t.Draft.Unread[r.Unread-1].Text, 120))
		}
	}
	for i, a := range t.Draft.Acts {
		if laws[i] == nil && t.Lacks(i) {
			e.say(e.tr("Не назван текст акта: %s. Его строки – приказы проекта.", "The text of an act was not named: %s. Its rows are what the draft orders."), clip(actName(a), 160))
		}
	}
	if len(t.Homeless) > 0 {
		var leads []string
		for _, r := range t.Homeless {
			leads = append(leads, fmt.Sprintf(e.tr("строка %d: %s", "line %d: %s"), r.Line, r.Lead))
		}
		e.say(e.tr("Обоснования записки, которые ни к одной строке не отнесены (нет такой строки, или акт не назван, а подходят несколько):\n  %s",
			"Reasons of the note that were given to no row (there is none, or several acts have one and the note names none):\n  %s"), strings.Join(leads, "\n  "))
	}
}

// draftOf reads a document as a draft of amendments.
func (e *env) draftOf(doc *corpus.Document, name string) (*amend.Draft, error) {
	d := amend.Read(doc)
	if len(d.Operations)+len(d.Unread) == 0 {
		return nil, usage(e.tr("%s: проект ничего не меняет", "%s: the draft changes nothing", name),
			e.tr("Первым называют проект «О внесении изменений…», за ним акты", "The draft of amendments comes first, then the acts"))
	}
	return d, nil
}
