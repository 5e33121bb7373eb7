package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

func (e *env) searchCommand() *cli.Command {
	return &cli.Command{
		Name: "search", Aliases: []string{"найти", "поиск"},
		Usage:     e.tr("найти нормы: слова, фразы, адреса", "find provisions: words, phrases, addresses"),
		ArgsUsage: e.tr("ЗАПРОС", "QUERY"),
		Description: e.tr(`Слова ищутся во всех формах и все сразу; если таких норм нет или запрос кончается на «?», любые из них.
  "не допускается"         фраза; «не» тоже слово
  отчет /5 совет           рядом, не дальше 5 слов; +5 в этом порядке; /с в одном предложении
  =отчета                  только эта форма;  общественн*  начало слова
  И ИЛИ НЕ ( )             операторы только заглавными
  НПО                      сокращение находит и «неправительственная организация»: svod synonyms
  ст. 5 закона об общественных советах      норма по адресу
Весь язык на одной странице: svod help запрос
Если ничего не найдено, сказано почему и что есть; --explain покажет, как понят запрос.

Список запросов (--batch) даёт книгу «запросы × документы», где каждое число ведёт к своим нормам. Чтобы числа
можно было сравнивать, слова запроса не опускаются: нет всех – ничего не найдено (кроме вопроса с «?» на конце).
Запрос с ошибкой назван, остальные выполнены (код 3). Кавычки вокруг всей клетки – фраза, если их не поставил Excel.
Сохраняется (--save) только текст запроса: постоянные условия впишите в него (вид:закон действует:да), а --at,
--where и -o задавайте при каждом запуске. Файл .svod/queries.csv можно править в Excel.

Примеры:
  svod search 'общественный контроль'
  svod search '"не допускается" НЕ отказ' --where type=law
  svod search 'пп 4 п 2 ст 7 закона об общественных советах'
  svod search 'годовой отчет' -o подборка.docx
  svod search 'годовой отчет' --context 2 --sort document --facets
  svod search --batch запросы.csv -o сводка.xlsx
  svod search --save отчёты 'годовой отчет вид:закон'
  svod search --all-saved --at 2026-06-30 -o второй-квартал.xlsx`, `Words are found in all their forms, all of them at once; if no provision has all, or the query ends in “?”, any.
  "не допускается"         a phrase; «не» is a word too
  отчет /5 совет           near, at most 5 words apart; +5 in this order; /s in one sentence
  =отчета                  this form only;  общественн*  the beginning of a word
  И ИЛИ НЕ ( )             operators in capitals only; also AND OR NOT
  НПО                      an abbreviation finds what it stands for, too: svod synonyms
  ст. 5 закона об общественных советах      a provision by its address
The whole language on a page: svod help query
When nothing is found, it says why, and what there is; --explain prints how the query was understood.

A list of queries (--batch) gives a workbook of queries × documents, each number linked to its provisions. So that the
numbers can be compared, no words are dropped: without all of them nothing is found (but for a question with “?” at its
end). A faulty query is named, the others are answered (exit code 3). Quotes around a cell are a phrase, unless Excel put
them there. Only the text of a query is saved (--save): write lasting conditions into it (type:law in_force:yes); give
--at, --where and -o each time. The file .svod/queries.csv may be edited in Excel.

Examples:
  svod search 'общественный контроль'
  svod search '"не допускается" НЕ отказ' --where type=law
  svod search 'пп 4 п 2 ст 7 закона об общественных советах'
  svod search 'годовой отчет' -o provisions.docx
  svod search 'годовой отчет' --context 2 --sort document --facets
  svod search --batch queries.csv -o summary.xlsx
  svod search --save reports 'годовой отчет type:law'
  svod search --all-saved --at 2026-06-30 -o second-quarter.xlsx`),
		Flags: append(append([]cli.Flag{
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 20, Usage: e.tr("не больше `N` норм; 0 все", "at most `N` provisions; 0 all")},
			&cli.IntFlag{Name: "offset", Usage: e.tr("пропустить первые `N`", "leave out the first `N`")},
			&cli.StringFlag{Name: "sort", Usage: e.tr("`ПОРЯДОК`: relevance (сначала лучшие), date (сначала новые редакции) или document (акты по алфавиту, нормы как в тексте)",
				"`ORDER`: relevance (the best first), date (the newest editions first) or document (acts by title, provisions as they stand)")},
			&cli.IntFlag{Name: "context", Usage: e.tr("показать по `N` соседних пунктов с каждой стороны", "show `N` neighbouring clauses on each side")},
			&cli.BoolFlag{Name: "editions", Usage: e.tr("каждую редакцию отдельно; иначе новейшая, а прочие названы под ней", "each edition by itself; else the newest, and the others named below it")},
			&cli.BoolFlag{Name: "facets", Usage: e.tr("сколько норм и документов по видам актов, органам, годам, языкам и признакам", "how many provisions and documents by type, body, year, language and attribute")},
			&cli.StringSliceFlag{Name: "by", Usage: e.tr("то же по одному `ПРИЗНАКУ`: type, body, year, language, edition, document или свой; можно несколько. year – признак year, без него год принятия; edition – дата редакции",
				"the same by one `KEY`: type, body, year, language, edition, document or your own; may be repeated. year is the attribute year, else that of adoption; edition is the edition's date")},
			&cli.IntFlag{Name: "at-least", Usage: e.tr("только нормы, где запрос встречается не меньше `N` раз: сам пункт, иначе статья в целом; в запросе НЕ_МЕНЕЕ5(слово)",
				"only provisions where the query occurs at least `N` times: a clause by itself, else the article in all; within a query НЕ_МЕНЕЕ5(word)")},
			&cli.BoolFlag{Name: "no-synonyms", Usage: e.tr("без синонимов и расшифровки сокращений (список: svod synonyms)", "without synonyms and what abbreviations stand for (the list: svod synonyms)")},
			&cli.BoolFlag{Name: "explain", Usage: e.tr("показать, как понят запрос", "show how the query was understood")},
		}, slices.Concat(e.batchFlags(), e.savedFlags(), e.selection())...), e.outputFlags()...),
		Action: e.search,
	}
}

func (e *env) search(c *cli.Context) error {
	switch way, err := e.way(c); {
	case err != nil:
		return err
	case way == "batch":
		return e.batchSearch(c)
	case way == "all-saved" || way == "list-saved" || way == "unsave":
		return e.savedSearch(c, way)
	case way == "saved":
		return e.searchOne(c, "@"+c.String("saved"))
	}
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	return e.searchOne(c, strings.Join(c.Args().Slice(), " "))
}

// searchOne answers one query; «@name» is a saved one.
func (e *env) searchOne(c *cli.Context, text string) error {
	s, err := e.openSearch(c)
	if err != nil {
		return err
	}
	defer s.close()
	if name, ok := strings.CutPrefix(text, "@"); ok {
		if text, err = e.savedText(c, s.st, name); err != nil {
			return err
		}
	}
	res, err := s.ask(c, text)
	if err != nil {
		var syntax *query.SyntaxError
		if errors.As(err, &syntax) {
			return usage(e.tr("запрос не понят: ", "the query is not understood: ")+e.syntax(syntax),
				caret(text, syntax.Offset)+"\n"+e.helpHint(c.Command))
		}
		return err
	}
	if err := e.keepQuery(c, s.st, text); err != nil {
		return err
	}
	if c.Bool("explain") {
		for _, l := range e.explained(res) {
			e.say("%s", l)
		}
	}
	facets, err := e.facetsOf(c, res.Tallies, s.entries)
	if err != nil {
		return err
	}
	a := newAnswer(c, text, res, s.entries, facets)
	if len(res.Hits) == 0 {
		if a.unread, err = e.blindSpots(c.Context, s.st, a); err != nil {
			return err
		}
	}
	if err := e.printHits(c, a); err != nil {
		return err
	}
	e.operatorHints(c, text, res)
	if len(res.Hits) > 0 {
		return nil
	}
	why := e.whyNothing(a, res.Diagnosis)
	if len(why) == 0 {
		why = []string{e.tr("Проверьте слова, уберите условия, попробуйте начало слова со звёздочкой: слов*",
			"Check the words, drop conditions, try the beginning of a word with an asterisk: слов*")}
	}
	return &exit{exitNothing, e.tr("ничего не найдено: %s", "nothing found: %s", text), strings.Join(append(why, e.notSearched(a.unread)...), "\n")}
}

// A searcher is an open corpus with what the options ask of each search.
type searcher struct {
	e       *env
	st      *store.Store
	ix      *index.Index
	req     index.Request // but for the query
	entries []store.Entry // of the corpus
	chosen  []store.Entry // that --where and --at leave
}

func (e *env) openSearch(c *cli.Context) (*searcher, error) {
	lib := &library{e: e, c: c}
	st, err := lib.corpus()
	if err != nil {
		return nil, err
	}
	s := &searcher{e: e, st: st}
	if err := s.open(e, c, lib); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *searcher) open(e *env, c *cli.Context, lib *library) (err error) {
	if s.ix, err = index.Open(s.st.IndexDir()); err != nil {
		return err
	}
	if err := e.syncIndex(c, s.ix, s.st); err != nil {
		return err
	}
	if s.req, err = e.request(c); err != nil {
		return err
	}
	if !c.Bool("no-synonyms") {
		if s.req.Synonyms, err = e.synonyms(c, s.st); err != nil {
			return err
		}
	}
	if s.entries, err = s.st.List(c.Context); err != nil {
		return err
	}
	if s.req.Conditions, err = lib.conditions(s.entries); err != nil {
		return err
	}
	s.chosen, err = lib.entries(c.Context, s.st)
	return err
}

func (s *searcher) ask(c *cli.Context, text string) (*index.Result, error) {
	req := s.req
	req.Query = text
	before := s.ix.Rebuilt()
	res, err := s.ix.Search(c.Context, req, s.st)
	if s.ix.Rebuilt() != before {
		s.e.tellRebuilt(c, s.ix)
	}
	return res, err
}

func (s *searcher) close() {
	if s.ix != nil {
		s.ix.Close()
	}
	s.st.Close()
}

// request is what the options ask of the index.
func (e *env) request(c *cli.Context) (index.Request, error) {
	req := index.Request{Limit: c.Int("limit"), Offset: c.Int("offset"), Context: c.Int("context"), AtLeast: c.Int("at-least"), Fold: !c.Bool("editions"), Explain: c.Bool("explain")}
	if c.IsSet("at-least") && req.AtLeast < 1 {
		return req, usage(e.tr("--at-least: сколько раз, не меньше одного", "--at-least: how many times, one or more"), e.helpHint(c.Command))
	}
	for _, o := range []struct {
		name string
		n    int
	}{{"limit", req.Limit}, {"offset", req.Offset}, {"context", req.Context}} {
		if o.n < 0 {
			return req, usage(e.tr("--%s не бывает меньше нуля", "--%s cannot be less than zero", o.name), e.helpHint(c.Command))
		}
	}
	var err error
	req.Sort, err = e.order(c)
	return req, err
}

// order is that of --sort.
func (e *env) order(c *cli.Context) (index.Sort, error) {
	switch by := c.String("sort"); by {
	case "", "relevance":
		return index.SortRelevance, nil
	case "date", "document":
		return index.Sort(by), nil
	default:
		return "", usage(e.tr("порядка «%s» нет", "there is no order %q", by), "--sort relevance | date | document")
	}
}

func (e *env) printHits(c *cli.Context, a *answer) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if format == "text" && c.String("output") == "" {
		e.terminalHits(c, a)
		return nil
	}
	if err := e.output(c, e.selectionReport(c, a, format)); err != nil {
		return err
	}
	e.sayLeft(c, a)
	return nil
}
