package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/compare/stat"
	"svod/corpus"
)

func (e *env) countCommand() *cli.Command {
	return &cli.Command{
		Name: "count", Aliases: []string{"подсчёт", "подсчет"},
		Usage:     e.tr("контент-анализ: сосчитать категории кодификатора", "content analysis: count the categories of a codebook"),
		ArgsUsage: e.tr("КОДИФИКАТОР [ДОК…]", "CODEBOOK [DOC…]"),
		Description: e.tr(`Считает упоминания, единицы анализа и документы по каждой категории: таблицы и рисунки для публикации,
сравнение групп (χ², V Крамера, точный критерий Фишера, остатки), динамика по годам, совместная встречаемость, тональность,
цитаты. За каждым числом стоят цитаты с адресами: svod explain. Без ДОК считает по всему корпусу; --where отбирает,
--by группирует по признаку. Общественные советы и советы по взаимодействию с НПО (признак вид_совета) не суммируются.
Кодификатор: YAML, пример в папке svod-demo после svod demo. В XLSX есть и все цитаты, и данные «одна строка – один факт»;
--csv plain даёт только данные, для R и Python.

Примеры:
  svod count отчёты.yaml --where type=report --by region -o подсчёт.xlsx
  svod count темы.yaml закон.docx --unit статья --skip-section «Приложения» -o подсчёт.docx`, `Counts occurrences, units of analysis and documents of each category: tables and figures to publish, groups compared
(χ², Cramér's V, Fisher's exact test, residuals), years, co-occurrence, tone, quotes. Behind each number stand quotes
with addresses: svod explain. Without DOC all of the corpus is counted; --where selects, --by groups by an attribute. Public councils
and councils for interaction with NGOs (attribute вид_совета) are never summed. A codebook is YAML; svod demo leaves an example
in svod-demo. XLSX has all quotes, and the data with one fact a row; --csv plain gives nothing but the data, for R and Python.

Examples:
  svod count reports.yaml --where type=report --by region -o counts.xlsx
  svod count topics.yaml law.docx --unit article --skip-section "Приложения" -o counts.docx`),
		Flags: append(append([]cli.Flag{
			&cli.StringSliceFlag{Name: "by", Usage: e.tr("группы по `ПРИЗНАКУ` (region, level, year …), можно несколько; иначе по документам",
				"groups by an `ATTRIBUTE` (region, level, year …), may be repeated; else by document")},
			&cli.StringFlag{Name: "unit", Usage: e.tr("`ЕДИНИЦА` анализа вместо указанной в кодификаторе: документ, раздел, глава, статья, пункт, подпункт, абзац, предложение",
				"`UNIT` of analysis instead of the codebook's: document, section, chapter, article, clause, subclause, passage, sentence")},
			&cli.StringFlag{Name: "count", Usage: e.tr("`ЕДИНИЦА` счёта вместо указанной в кодификаторе: наличие, упоминания, слова", "`UNIT` of count instead of the codebook's: presence, occurrences, words")},
			&cli.StringFlag{Name: "nested", Usage: e.tr("`ПРАВИЛО` для пересекающихся совпадений: longest (самое длинное), all (все)", "`RULE` for matches that overlap: longest, all")},
			&cli.StringSliceFlag{Name: "skip", Usage: e.tr("не учитывать и `ЧАСТЬ`: преамбула, приложение, таблица, заголовок; можно несколько. Сноски, утратившее силу, реквизиты, подписи и оглавление не учитываются всегда",
				"leave out a `PART`, too: preamble, appendix, table, headings; may be repeated. Notes, repealed text, requisites, signatures and contents are always left out")},
			&cli.StringSliceFlag{Name: "skip-section", Usage: e.tr("не учитывать `РАЗДЕЛ`: адрес (прил.2, гл.3) или слова его заголовка; можно несколько",
				"leave out a `SECTION`: its address (прил.2, гл.3) or words of its heading; may be repeated")},
			&cli.StringFlag{Name: "percent", Usage: e.tr("`ПРОЦЕНТЫ` в таблице по группам: documents (от документов группы), row (по строке), column (по столбцу)",
				"`PER CENT` in the table by groups: documents (of the group), row, column")},
			&cli.StringFlag{Name: "test", Usage: e.tr("что сравнивать критериями: documents или units; по умолчанию документы групп, а без --by единицы документов",
				"`WHAT` is tested: documents or units; by default documents of groups, without --by units of documents")},
			&cli.StringFlag{Name: "correction", Usage: e.tr("`ПОПРАВКА` на число проверок: holm (по умолчанию), bonferroni, bh, none", "`CORRECTION` for many tests: holm (default), bonferroni, bh, none")},
			&cli.BoolFlag{Name: "trend", Usage: e.tr("динамика по годам и для актов; для отчётов она есть всегда, когда лет больше одного", "years for acts, too; reports have them whenever there is more than one year")},
			&cli.BoolFlag{Name: "levels", Usage: e.tr("и таблица по уровням: в скольких предложениях, пунктах, статьях, главах … встречается категория", "a table by level, too: in how many sentences, clauses, articles, chapters … a category occurs")},
			&cli.IntFlag{Name: "quotes", Usage: e.tr("иллюстративных цитат не больше `N` на категорию (3)", "at most `N` illustrative quotes a category (3)")},
			&cli.StringFlag{Name: "template", Usage: e.tr("`ФАЙЛ` с заголовками и фразами таблиц; образец даёт --print-template", "a `FILE` of headings and phrases of the tables; --print-template makes one")},
			&cli.BoolFlag{Name: "print-template", Usage: e.tr("напечатать шаблон таблиц, чтобы изменить его", "print the template of the tables to edit")},
		}, append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.countAction,
	}
}

func (e *env) countAction(c *cli.Context) error {
	if c.Bool("print-template") {
		text, err := content.CountTemplateText(c.String("table-lang"))
		if err != nil {
			return err
		}
		return e.save(c, text)
	}
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	cb, err := e.codebook(c.Args().First())
	if err != nil {
		return err
	}
	opts, err := e.countOptions(c)
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	shelf, heads, err := lib.shelf(c.Context, c.Args().Tail())
	if err != nil {
		return err
	}
	if heads, err = e.countable(c, heads, "by", opts.By); err != nil {
		return err
	}
	if _, loaded := shelf.(content.Loaded); loaded {
		shelf = content.Loaded(heads) // none twice
	}
	counts, err := content.CountShelf(cb, shelf, opts)
	if err != nil {
		return err
	}
	if unmet := counts.UnmetSections(); len(unmet) > 0 {
		return usage(e.tr("--skip-section: раздела нет ни в одном документе: %s", "--skip-section: no document has it: %s", join(unmet)),
			e.tr("Назовите адрес (прил.2) или слова заголовка, как они стоят в документе: svod parse ДОК", "Name the address (прил.2), or words of the heading as they stand in the document: svod parse DOC"))
	}
	report := counts.Report()
	if err := counts.Err(); err != nil {
		return err
	}
	if err := e.output(c, report); err != nil {
		return err
	}
	return counts.Err() // quotes may be read while they are written
}

// countOptions reads the options of count. An unknown value is refused with
// those that are known.
func (e *env) countOptions(c *cli.Context) (content.CountOptions, error) {
	o := content.CountOptions{By: c.StringSlice("by"), Trend: c.Bool("trend"), Levels: c.Bool("levels"), Quotes: c.Int("quotes"), Language: c.String("table-lang")}
	if c.Int("quotes") < 0 {
		return o, usage(e.tr("--quotes: нужно число от 1", "--quotes needs a number from 1"), "")
	}
	if err := e.tableLang(c); err != nil {
		return o, err
	}
	var err error
	if o.Unit, err = e.unit(c.String("unit")); err != nil {
		return o, err
	}
	choose := func(flag string, known []string, set func(string) bool) {
		if v := c.String(flag); v != "" && err == nil && !set(v) {
			err = usage(e.tr("--%s не бывает «%s»", "--%s cannot be %q", flag, v), e.meant(v, known)+e.tr("Есть: ", "There are: ")+join(known))
		}
	}
	choose("count", []string{"наличие", "упоминания", "слова", "presence", "occurrences", "words"}, func(v string) (ok bool) {
		o.Measure, ok = content.ParseMeasure(v)
		return ok
	})
	choose("nested", []string{"longest", "all"}, func(v string) (ok bool) {
		o.Nested, ok = content.ParseNested(v)
		return ok
	})
	percents := []string{string(content.OfDocuments), string(content.OfRow), string(content.OfColumn)}
	choose("percent", percents, func(v string) bool {
		o.Percent = content.Percent(v)
		return slices.Contains(percents, v)
	})
	choose("test", []string{"documents", "units"}, func(v string) bool {
		o.Test = map[string]content.Measure{"documents": content.Documents, "units": content.Presence}[v]
		return o.Test != ""
	})
	var corrections []string
	for _, k := range stat.Corrections {
		corrections = append(corrections, string(k))
	}
	choose("correction", corrections, func(v string) bool {
		o.Correction = stat.Correction(v)
		return slices.Contains(corrections, v)
	})
	if err != nil {
		return o, err
	}
	for _, v := range c.StringSlice("skip") {
		s, ok := content.ParseSkip(v)
		if !ok {
			known := []string{"преамбула", "приложение", "таблица", "заголовок", "preamble", "appendix", "table", "headings"}
			return o, usage(e.tr("--skip не бывает «%s»", "--skip cannot be %q", v), e.meant(v, known)+e.tr("Есть: ", "There are: ")+join(known)+
				e.tr(". Раздел по заголовку или адресу: --skip-section", ". A section by heading or address: --skip-section"))
		}
		o.Skip = append(o.Skip, s)
	}
	for _, v := range c.StringSlice("skip-section") {
		s, err := content.ParseSection(strings.Trim(v, "«»\""))
		if err != nil {
			return o, err
		}
		o.Sections = append(o.Sections, s)
	}
	if name := c.String("template"); name != "" {
		data, err := e.readFile(name)
		if err != nil {
			return o, err
		}
		if o.Template, err = content.LoadCountTemplate(name, data); err != nil {
			return o, err
		}
	}
	return o, nil
}

// countable drops documents that were named twice, which would count twice, and
// refuses attributes that no document has.
func (e *env) countable(c *cli.Context, docs []*corpus.Document, option string, by []string) ([]*corpus.Document, error) {
	var out []*corpus.Document
	seen := map[string]bool{}
	for _, d := range docs {
		if seen[d.ID] {
			e.say(e.tr("%s назван дважды: считается один раз", "%s is named twice: it counts once"), content.Title(d))
			continue
		}
		seen[d.ID] = true
		out = append(out, d)
	}
	for _, key := range by {
		if slices.ContainsFunc(out, func(d *corpus.Document) bool { return content.Attribute(d, key) != content.Missing }) {
			continue
		}
		have := map[string]bool{}
		for _, d := range out {
			for k := range d.Attributes {
				have[k] = true
			}
			for _, k := range []string{"type", "year", "body", "language", "jurisdiction", "edition"} {
				have[k] = have[k] || content.Attribute(d, k) != content.Missing
			}
		}
		maps.DeleteFunc(have, func(_ string, some bool) bool { return !some })
		known := slices.Sorted(maps.Keys(have))
		return nil, usage(e.tr("--%s %s: такого признака нет ни у одного документа", "--%s %s: no document has this attribute", option, key),
			e.meant(key, known)+e.tr("Есть: ", "There are: ")+join(known)+e.tr(". Дать признак: svod set ДОК %s=ЗНАЧЕНИЕ", ". Give it: svod set DOC %s=VALUE", key))
	}
	return out, nil
}

func (e *env) unit(name string) (content.Unit, error) {
	if name == "" {
		return "", nil
	}
	u, ok := content.ParseUnit(name)
	if !ok {
		return "", usage(e.tr("единицы анализа «%s» нет", "there is no unit of analysis %q", name),
			e.tr("Есть: документ, раздел, глава, статья, пункт, подпункт, абзац, предложение",
				"There are: document, section, chapter, article, clause, subclause, passage, sentence"))
	}
	return u, nil
}
