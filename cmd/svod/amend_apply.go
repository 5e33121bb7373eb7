package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/compare/table"
	"svod/corpus"
)

func (e *env) amendApplyCommand() *cli.Command {
	return &cli.Command{
		Name: "apply", Aliases: []string{"применить"},
		Usage:     e.tr("акт в новой редакции: проект, применённый к действующему тексту", "the act as it would read: a draft applied to the text in force"),
		ArgsUsage: e.tr("ПРОЕКТ АКТ…", "DRAFT ACT…"),
		Description: e.tr(`Вносит в тексты актов всё, что предписывает проект «О внесении изменений и дополнений…», и пишет их в новой редакции.
Под каждым изменённым положением – сноска, каким местом проекта оно изменено (без них: --no-notes); исключённые
сохраняют номер. Номера в проекте понимаются как номера действующего текста.
Каждому акту svod находит его место в проекте по номеру и дате, иначе по заглавию; --act N указывает его прямо.
Что применить нельзя (нет такого места, слов там нет или они стоят несколько раз), не угадывается: об этом сказано
отдельно, с ближайшими местами; --report пишет это таблицей. Тогда код завершения 3, остальное применено.
--all-occurrences: слова, которые стоят в названном месте несколько раз, изменить все.
--at ДАТА: только то, что к этому дню введено в действие; если срок считается от опубликования, назовите его: --published.
--redline: весь текст с исправлениями, которые в Word можно принять или отклонить.
Свои слова сносок: svod amend apply --print-template -o слова.yaml, затем --template слова.yaml.
Несколько актов: -o ПАПКА, или один файл JSON. Акты: файлы или документы корпуса.

Примеры:
  svod amend apply проект.docx закон.docx -o закон-новый.docx --report не-применено.docx
  svod amend apply проект.docx закон.docx --redline -o исправления.docx
  svod amend apply проект.docx закон-1.docx закон-2.docx -o новые/
  svod amend apply проект.docx закон.docx --at 2026-07-01 --published 2025-12-30 -o закон-2026.docx`, `Makes in the texts of acts all changes that a draft “On amending…” orders, and writes the acts as they would read.
Under each changed provision a note tells which place of the draft changed it (without them: --no-notes); what is
removed keeps its number. Numbers in the draft are taken for those of the text in force.
For each act svod finds its place in the draft by number and date, else by title; --act N names it outright.
What cannot be applied (no such place, the words are not there, or several times) is not guessed: it is told apart,
with the nearest places; --report writes it as a table. The exit code is 3 then, the rest is applied.
--all-occurrences: words that stand several times in the place named are changed wherever they stand.
--at DATE: only what is in force on that day; where days count from publication, name it: --published.
--redline: the whole text with changes that can be accepted or rejected in Word.
Words of your own for the notes: svod amend apply --print-template -o words.yaml, then --template words.yaml.
Several acts: -o DIR, or one file of JSON. Acts are files or documents of the corpus.

Examples:
  svod amend apply draft.docx law.docx -o new-law.docx --report not-applied.docx
  svod amend apply draft.docx law.docx --redline -o redline.docx
  svod amend apply draft.docx law-1.docx law-2.docx -o new/
  svod amend apply draft.docx law.docx --at 2026-07-01 --published 2025-12-30 -o law-2026.docx`),
		Flags: append(append([]cli.Flag{
			&cli.IntFlag{Name: "act", Usage: e.tr("акт стоит в проекте `N`-м", "the act is the `N`th of the draft")},
			&cli.StringFlag{Name: "at", Usage: e.tr("только введённое в действие к `ДАТЕ` (ГГГГ-ММ-ДД)", "only what is in force on a `DATE` (YYYY-MM-DD)")},
			&cli.StringFlag{Name: "published", Usage: e.tr("`ДАТА` первого официального опубликования проекта", "`DATE` of the draft's first official publication")},
			&cli.BoolFlag{Name: "all-occurrences", Usage: e.tr("слова, которые стоят в названном месте несколько раз, изменить все", "change words that stand several times in the place named wherever they stand there")},
			&cli.BoolFlag{Name: "no-notes", Usage: e.tr("без сносок об изменениях", "no notes about the changes")},
			&cli.StringFlag{Name: "template", Usage: e.tr("`ФАЙЛ` со своими словами сносок", "`FILE` with words of your own for the notes")},
			&cli.BoolFlag{Name: "print-template", Usage: e.tr("написать слова сносок (--table-lang) как файл, который можно изменить", "write the words of the notes (--table-lang) as a file to edit")},
			&cli.BoolFlag{Name: "redline", Usage: e.tr("весь текст с исправлениями", "the whole text with its changes marked")},
			&cli.BoolFlag{Name: "undone", Usage: e.tr("вместо текста – таблица того, что не применено", "instead of the text, the table of what was not applied")},
			&cli.StringFlag{Name: "report", Usage: e.tr("и эту таблицу записать в `ФАЙЛ` (.docx, .xlsx …)", "write this table, too, to a `FILE` (.docx, .xlsx …)")},
		}, e.readFlags()...), e.outputFlags()...),
		Action: e.amendApply,
	}
}

func (e *env) amendApply(c *cli.Context) error {
	if c.Bool("print-template") {
		return e.save(c, apply.PhrasesText(c.String("table-lang")))
	}
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	for _, name := range []string{"at", "published"} {
		if v := c.String(name); v != "" {
			if _, err := time.Parse(time.DateOnly, v); err != nil {
				return usage(e.tr("--%s: «%s» – не дата", "--%s: %q is no date", name, v), e.tr("Дата пишется так: 2026-07-01", "A date is written as 2026-07-01"))
			}
		}
	}
	if err := e.reportable(c); err != nil {
		return err
	}
	names := c.Args().Slice()
	lib := &library{e: e, c: c}
	defer lib.close()
	doc, err := lib.doc(c.Context, names[0])
	if err != nil {
		return err
	}
	d := amend.Read(doc)
	if len(d.Operations) == 0 {
		return usage(e.tr("%s: проект ничего не меняет, или его не удалось разобрать", "%s: the draft changes nothing, or it could not be read", names[0]),
			e.tr("Первым называют проект «О внесении изменений…», за ним акты. Что в нём прочитано: svod amend read %s", "The draft comes first, then the acts. What was read of it: svod amend read %s", shellQuoted(names[:1])))
	}
	if len(names) == 1 {
		return usage(e.unnamed(), e.listActs(d, nil)+"\n"+e.helpHint(c.Command))
	}
	laws := make([]*corpus.Document, 0, len(names)-1)
	for _, name := range names[1:] {
		law, err := lib.doc(c.Context, name)
		if err != nil {
			return err
		}
		laws = append(laws, law)
	}
	acts, err := e.actsOf(c, d, laws)
	if err != nil {
		return err
	}
	o := apply.Options{At: c.String("at"), Published: c.String("published"), Every: c.Bool("all-occurrences"), NoNotes: c.Bool("no-notes")}
	if name := c.String("template"); name != "" {
		data, err := e.readFile(name)
		if err != nil {
			return err
		}
		if o.Phrases, err = apply.LoadPhrases(data, laws[0].Meta.Language); err != nil {
			return e.wordsFault(name, "apply", err)
		}
	}
	results := make([]*apply.Result, len(laws))
	for i, law := range laws {
		results[i] = apply.Apply(law, d, acts[i], o)
	}
	if c.Bool("undone") {
		if err := e.output(c, e.undone(c, d, results)); err != nil {
			return err
		}
	} else if err := e.writeApplied(c, d, names, acts, results); err != nil {
		return err
	}
	e.tellUndone(c, d, results)
	if name := c.String("report"); name != "" {
		if err := e.writeUndone(c, name, d, results); err != nil {
			return err
		}
	}
	return nil
}

// actsOf tells of each text which act of the draft it is.
func (e *env) actsOf(c *cli.Context, d *amend.Draft, laws []*corpus.Document) ([]int, error) {
	acts := make([]int, len(laws))
	if n := c.Int("act"); c.IsSet("act") {
		if len(laws) > 1 {
			return nil, usage(e.tr("--act говорит об одном акте, а названо %d", "--act is about one act, and %d are named", len(laws)), e.tr("Примените проект к каждому отдельно", "Apply the draft to each alone"))
		}
		if n < 1 || n > len(d.Acts) {
			return nil, usage(e.tr("--act %d: в проекте актов %d", "--act %d: the draft amends %d acts", n, len(d.Acts)), e.listActs(d, nil))
		}
		return []int{n - 1}, nil
	}
	for i, law := range laws {
		act, err := apply.Match(d, law)
		if unfit := (*apply.MatchError)(nil); errors.As(err, &unfit) {
			return nil, e.unfit(d, unfit)
		}
		if err != nil {
			return nil, err
		}
		acts[i] = act
	}
	return acts, nil
}

// unfit says that a text is none of the acts of the draft.
func (e *env) unfit(d *amend.Draft, err *apply.MatchError) error {
	name := e.named(err.Law.Meta)
	n := "N"
	if len(d.Acts) == 1 {
		n = "1"
	}
	hint := e.listActs(d, err.Acts) + e.tr("\nЕсли это всё же он: --act %s", "\nIf it is one of them all the same: --act %s", n)
	switch {
	case err.Language:
		return usage(e.tr("проект и акт на разных языках: %s", "the draft and the act are in different languages: %s", name),
			e.tr("Возьмите акт на языке проекта. ", "Take the act in the draft's language. ")+hint)
	case len(err.Acts) > 0:
		return usage(e.tr("%s: подходит к нескольким актам проекта", "%s fits several acts of the draft", name), hint)
	}
	return usage(e.tr("проект не меняет этот акт: %s", "the draft does not amend this act: %s", name), hint)
}

// listActs names the acts of a draft, all or some.
func (e *env) listActs(d *amend.Draft, some []int) string {
	var b strings.Builder
	b.WriteString(e.tr("Проект меняет:", "The draft amends:"))
	for i, a := range d.Acts {
		fits := len(some) == 0
		for _, k := range some {
			fits = fits || k == i
		}
		if fits {
			fmt.Fprintf(&b, "\n  %d. %s", i+1, clip(actName(a), 160))
		}
	}
	return b.String()
}

func actName(a amend.Act) string {
	if a.Name != "" {
		return a.Name
	}
	return a.Title
}

// writeApplied writes the new texts. names are the draft's and theirs.
func (e *env) writeApplied(c *cli.Context, d *amend.Draft, names []string, acts []int, rs []*apply.Result) error {
	dir := c.String("output")
	if !isFolder(dir) {
		format, err := e.format(c)
		if err != nil {
			return err
		}
		switch {
		case format == "json":
			return e.writeJSON(c, e.appliedJSON(d, acts, rs))
		case len(rs) == 1:
			r, err := e.newText(c, rs[0], format)
			if err != nil {
				return err
			}
			return e.outputText(c, r, format)
		case c.String("output") != "":
			return usage(e.tr("актов %d, а файл один", "there are %d acts and one file", len(rs)), e.tr("Назовите папку: -o ПАПКА/", "Name a folder: -o DIR/"))
		}
		for _, r := range rs {
			text, err := e.newText(c, r, format)
			if err != nil {
				return err
			}
			if err := e.outputText(c, text, format); err != nil {
				return err
			}
		}
		return nil
	}
	format := c.String("format")
	if format == "" {
		format = "docx"
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	taken := map[string]bool{}
	for i, r := range rs {
		base := filepath.Base(names[i+1])
		if r.Old.Source != nil && r.Old.Source.Name != "" {
			base = filepath.Base(r.Old.Source.Name)
		}
		base = strings.TrimSuffix(base, filepath.Ext(base))
		name := base
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		taken[name] = true
		text, err := e.newText(c, r, format)
		if err != nil {
			return err
		}
		recipe := e.recipe(c) // for this act alone
		if k := slices.Index(recipe.Args, "--"); k >= 0 {
			recipe.Args = append(recipe.Args[:k+1:k+1], names[0], names[i+1])
		}
		recipe.Inputs = slices.DeleteFunc(recipe.Inputs, func(in table.Input) bool {
			return slices.ContainsFunc(rs, func(o *apply.Result) bool { return o.Old.Source.SHA256 == in.SHA256 }) && in.SHA256 != r.Old.Source.SHA256
		})
		if err := e.writeTo(c, filepath.Join(dir, name+"."+extension(format)), format, text, recipe); err != nil {
			return err
		}
	}
	return nil
}

// isFolder reports whether an output is a folder: it is one, or its name says
// that it is to be one.
func isFolder(name string) bool {
	fi, err := os.Stat(name)
	return err == nil && fi.IsDir() || strings.HasSuffix(name, "/") || strings.HasSuffix(name, string(filepath.Separator))
}

// extension is that of files of a format.
func extension(format string) string {
	switch format {
	case "text":
		return "txt"
	case "csv-plain":
		return "csv"
	}
	return format
}

// newText is the act as it would read, whole, or with its changes marked.
func (e *env) newText(c *cli.Context, r *apply.Result, format string) (*table.Report, error) {
	switch format {
	case "docx", "html", "md", "text":
	default:
		return nil, usage(e.tr("текст акта не пишут в %s", "the text of an act is not written as %s", strings.ToUpper(format)),
			e.tr("Есть: docx, html, md, text, json", "There are: docx, html, md, text, json"))
	}
	if c.Bool("redline") {
		return compare.Compare(r.Old, r.New).Redline(compare.Options{}), nil
	}
	return compare.Whole(r.New), nil
}

// textOnly reports whether a format has nothing but what is printed: the record of
// the command would stand in the text of the law.
func textOnly(format string) bool { return format == "text" || format == "md" }

// outputText writes the text of an act.
func (e *env) outputText(c *cli.Context, r *table.Report, format string) error {
	if !textOnly(format) || e.capture || c.Bool("mask") {
		return e.output(c, r)
	}
	return e.writeReport(c, r, nil)
}

// writeTo writes a report to a file beside the output.
func (e *env) writeTo(c *cli.Context, name, format string, r *table.Report, recipe *table.Recipe) error {
	if !r.Redline || !textOnly(format) {
		r.Recipe = recipe
		r.Certify(commandLine(r.Recipe.Args))
	}
	p := &table.Printer{Redline: c.Bool("redline")}
	var b bytes.Buffer
	if err := p.Write(&b, format, r); err != nil {
		return err
	}
	return e.saveAs(name, b.Bytes(), c.Bool("force"))
}

// reportable refuses a --report that cannot be written, before the work is done.
func (e *env) reportable(c *cli.Context) error {
	name := c.String("report")
	if name == "" {
		return nil
	}
	if table.FormatOf(name) == "" {
		return usage(e.tr("по имени «%s» не понять формата", "the name %q does not tell the format", name), e.tr("Дайте файлу расширение .docx или .xlsx", "Give it the extension .docx or .xlsx"))
	}
	if fi, err := os.Stat(filepath.Dir(name)); err != nil || !fi.IsDir() {
		return e.noFolder(name)
	}
	if c.Bool("force") {
		return nil
	}
	return e.free(name)
}

// writeUndone writes the table of what was not applied.
func (e *env) writeUndone(c *cli.Context, name string, d *amend.Draft, rs []*apply.Result) error {
	recipe := e.recipe(c)
	if k := slices.Index(recipe.Args, c.Command.Name); k >= 0 && !c.Bool("undone") {
		recipe.Args = slices.Insert(recipe.Args, k+1, "--undone")
	}
	return e.writeTo(c, name, table.FormatOf(name), e.undone(c, d, rs), recipe)
}

// undone is the table of what was not applied, in the language of the acts.
func (e *env) undone(c *cli.Context, d *amend.Draft, rs []*apply.Result) *table.Report {
	lang := c.String("table-lang")
	if lang == "" {
		lang = rs[0].Old.Meta.Language
	}
	return apply.Undone(d, rs, lang)
}

// tellUndone says what was not applied, and how to go on.
func (e *env) tellUndone(c *cli.Context, d *amend.Draft, rs []*apply.Result) {
	codes := map[apply.Code]bool{}
	for _, r := range rs {
		all, done := r.Counts()
		if done < all {
			e.partial = true
		}
		if !c.Bool("quiet") {
			e.say(e.tr("«%s»: применено операций %d из %d.", "%q: %d operations of %d applied."), r.Old.Meta.Title, done, all)
			if all == 0 {
				e.say("%s", e.tr("Проект называет этот акт, но операций над ним не найдено.", "The draft names this act, but no operation on it was found."))
			}
		}
		for _, o := range r.Outcomes {
			if len(o.Check) > 0 && !c.Bool("quiet") {
				e.say("%s: %s", apply.PlaceOf(d, &d.Operations[o.Operation], e.lang),
					e.tr("применено, но слово рядом с новыми может с ними не согласовываться; проверьте:", "applied, but a word beside the new ones may not agree with them; check:"))
				for _, k := range o.Check {
					e.say("    %s: %s", r.Cite(k.Address, e.lang), clip(k.Text, 160))
				}
			}
			if o.Status != apply.Failed && o.Status != apply.Later {
				continue
			}
			codes[o.Code] = true
			op := &d.Operations[o.Operation]
			e.say("%s: %s [%s] – %s", apply.PlaceOf(d, op, e.lang), clip(op.Text, 120), r.Named(d, o, e.lang), r.Why(d, o, e.lang))
			for _, k := range o.Candidates {
				e.say("    %s: %s", r.Cite(k.Address, e.lang), clip(k.Text, 160))
			}
		}
	}
	if n := len(d.Unread); n > 0 && !c.Bool("quiet") {
		e.say(e.tr("В проекте не разобрано мест: %d. Какие: svod amend read", "Places of the draft that were not understood: %d. Which: svod amend read"), n)
	}
	for code, hint := range map[apply.Code]string{
		apply.SeveralWords: e.tr("Изменить слова везде, где они стоят в названном месте: --all-occurrences", "Change words wherever they stand in the place named: --all-occurrences"),
		apply.NoDate:       e.tr("Если срок считается от опубликования, назовите его день: --published ГГГГ-ММ-ДД; применить всё: без --at", "Where days count from publication, name its day: --published YYYY-MM-DD; to apply all: without --at"),
	} {
		if codes[code] {
			e.say("%s", hint)
		}
	}
}

// appliedJSON is the form that other programs rely on.
func (e *env) appliedJSON(d *amend.Draft, acts []int, rs []*apply.Result) any {
	type document struct {
		ID       string `json:"id"`
		File     string `json:"file"`
		Title    string `json:"title"`
		Type     string `json:"type"`
		Number   string `json:"number"`
		Date     string `json:"date"`
		Language string `json:"language"`
		SHA256   string `json:"sha256"` // of the text that was changed
		Act      int    `json:"act"`
	}
	type candidate struct {
		Address  corpus.Address `json:"address"`
		Citation string         `json:"citation"`
		Text     string         `json:"text"`
		Score    float64        `json:"score"`
	}
	type place struct {
		Address corpus.Address `json:"address"`
		Text    string         `json:"text"`
	}
	type outcome struct {
		Document   int          `json:"document"`
		Operation  int          `json:"operation"` // its n in amend read
		Address    string       `json:"address"`
		Status     apply.Status `json:"status"`
		Code       apply.Code   `json:"code"`
		Message    string       `json:"message"`
		Old        []place      `json:"old"`
		New        []place      `json:"new"`
		Candidates []candidate  `json:"candidates"`
		Check      []candidate  `json:"check"` // places that were changed and that a person should look at
	}
	type unit struct {
		Document int `json:"document"`
		parsedUnit
		Sources []int `json:"sources"` // operations that made or changed it
	}
	out := struct {
		Documents []document `json:"documents"`
		Outcomes  []outcome  `json:"outcomes"`
		Units     []unit     `json:"units"`
	}{Documents: []document{}, Outcomes: []outcome{}, Units: []unit{}}
	places := func(doc *corpus.Document, as []corpus.Address) []place {
		ps := []place{}
		for _, a := range as {
			p := place{Address: a}
			if u := doc.At(a); u != nil {
				p.Text = u.Own()
			}
			ps = append(ps, p)
		}
		return ps
	}
	cited := func(r *apply.Result, ks []apply.Candidate) []candidate {
		out := []candidate{}
		for _, k := range ks {
			out = append(out, candidate{k.Address, r.Cite(k.Address, e.lang), k.Text, k.Score})
		}
		return out
	}
	for i, r := range rs {
		m := r.New.Meta
		v := document{ID: r.New.ID, Title: m.Title, Type: m.Type, Number: m.Number, Date: m.Date, Language: m.Language, Act: acts[i]}
		if r.Old.Source != nil {
			v.File, v.SHA256 = r.Old.Source.Name, r.Old.Source.SHA256
		}
		out.Documents = append(out.Documents, v)
		for _, o := range r.Outcomes {
			x := outcome{Document: i, Operation: o.Operation + 1, Address: o.Path, Status: o.Status, Code: o.Code,
				Old: places(r.Old, o.Old), New: places(r.New, o.New), Candidates: cited(r, o.Candidates), Check: cited(r, o.Check)}
			if o.Code != "" {
				x.Message = r.Why(d, o, e.lang)
			}
			out.Outcomes = append(out.Outcomes, x)
		}
		for a, u := range r.New.All() {
			x := unit{Document: i, parsedUnit: unitOf(r.New, a, u), Sources: []int{}}
			for _, op := range r.Sources[a] {
				x.Sources = append(x.Sources, op+1)
			}
			out.Units = append(out.Units, x)
		}
	}
	return out
}
