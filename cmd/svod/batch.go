package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus/extract"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

// A batch is many searches whose numbers are set side by side: the queries of
// a list against the documents of the corpus. So that they can be compared,
// no query is taken for another: what has not all words finds nothing, unless
// it ends with «?».
type batch struct {
	file     string
	sha256   string
	answered []answered
	chosen   []store.Entry // the documents asked
	entries  map[string]store.Entry
	where    []string
	limit    int
	facets   []string // keys by which the numbers are spread, too
	fold     bool
	brief    bool // a table for the screen, without provisions
	sort     string
	context  int
}

// An answered is a query of a list with what came of it.
type answered struct {
	asked
	a     *answer  // nil if the query is faulty
	fault string   // what is wrong with it
	why   []string // there is nothing
	tally map[string]index.Tally
	in    map[string]bool // the documents that its own conditions leave
	shown map[string]bool // the documents of its hits
}

func (e *env) batchFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "batch", Usage: e.tr("`ФАЙЛ` запросов, все сразу: CSV, XLSX или текст, по запросу в строке; столбцы: запрос, название, группа, примечание",
			"a `FILE` of queries, all at once: CSV, XLSX, or a text with a query a line; columns: query, name, group, note")},
	}
}

func (e *env) batchSearch(c *cli.Context) error {
	name := c.String("batch")
	data, err := extract.Read(name)
	if err != nil {
		return err
	}
	e.inputFile(name, data)
	list, err := e.queryList(c.Context, name, data)
	if err != nil {
		return err
	}
	queries, err := e.inGroup(c, list)
	if err != nil {
		return err
	}
	return e.answerBatch(c, filepath.Base(name), data, queries)
}

// queryList reads a list, and says what it could not make use of.
func (e *env) queryList(ctx context.Context, name string, data []byte) (*queryList, error) {
	list, err := readQueries(ctx, name, data)
	var unread *extract.Error
	if errors.As(err, &unread) && unread.Code == "format" {
		return nil, usage(e.tr("%s: это не список запросов", "%s: not a list of queries", name),
			e.tr("Список – это CSV, XLSX или текст, по запросу в строке", "A list is CSV, XLSX, or a text with a query a line"))
	}
	if err != nil {
		return nil, err
	}
	if list.nameless() {
		return nil, usage(e.tr("%s: в таблице нет столбца «Запрос»", "%s: the table has no column “Query”", name),
			e.tr("Назовите так столбец с запросами", "Name the column of the queries so"))
	}
	if len(list.queries) == 0 {
		return nil, usage(e.tr("%s: в файле нет запросов", "%s: there are no queries in the file", name),
			e.tr("Столбцы: запрос; название; группа; примечание. Нужен только первый", "Columns: query; name; group; note. Only the first is needed"))
	}
	if len(list.unknown) > 0 {
		e.say(e.tr("%s: эти столбцы не нужны и не прочитаны: %s", "%s: these columns are not needed and were not read: %s"), name, join(list.unknown))
	}
	return list, nil
}

// mostListed is how many provisions a batch lists, so that it ends in a file
// that opens. The numbers count all; what was not listed is said.
const mostListed = 200_000

// answerBatch asks all queries and writes what came of them.
func (e *env) answerBatch(c *cli.Context, name string, data []byte, queries []asked) error {
	if c.Int("offset") > 0 {
		return usage(e.tr("--offset для одного запроса; в пакете он терял бы нормы", "--offset is for one query; in a batch it would lose provisions"), e.helpHint(c.Command))
	}
	format, err := e.format(c) // before the work
	if err != nil {
		return err
	}
	if out := c.String("output"); out != "" && out != "-" && !c.Bool("force") {
		if err := e.free(out); err != nil {
			return err
		}
	}
	s, err := e.openSearch(c)
	if err != nil {
		return err
	}
	defer s.close()
	s.req.Strict = true
	if format == "xlsx" || strings.HasPrefix(format, "csv") {
		s.req.Fold = false // a row for each provision that a number counts
	}
	if !c.IsSet("limit") {
		s.req.Limit = 0
	}
	brief := format == "text" && c.String("output") == "" // no provisions
	if brief {
		s.req.Limit = 1
	}
	keys, err := e.askedKeys(c, s.entries)
	if err != nil {
		return err
	}
	b := &batch{file: name, sha256: sha256Of(data), chosen: s.chosen, entries: map[string]store.Entry{},
		facets: keys, limit: s.req.Limit, brief: brief, fold: !c.Bool("editions"), sort: c.String("sort"), context: s.req.Context}
	for _, en := range s.entries {
		b.entries[en.ID] = en
	}
	bar := e.bar(c, len(queries), e.tr("запросы", "queries"))
	faults, found := 0, 0
	left := mostListed
	for _, q := range queries {
		if limit := s.req.Limit; limit == 0 || limit > left {
			s.req.Limit = max(left, 1)
		}
		x, err := e.askOne(c, s, q)
		if err != nil {
			return err
		}
		if s.req.Limit = b.limit; x.a != nil {
			left -= len(x.a.res.Hits)
		}
		if x.fault != "" {
			faults++
		} else if x.a.res.Total.Units > 0 {
			found++
		}
		if c.Bool("explain") && x.a != nil {
			e.say("%s", e.tr("Запрос № %d, «%s»", "Query no. %d, %q", len(b.answered)+1, x.label()))
			for _, l := range e.explained(x.a.res) {
				e.say("%s", l)
			}
		}
		b.answered = append(b.answered, x)
		b.where = newAnswer(c, "", nil, nil, nil).where
		bar.Add(1)
	}
	bar.Finish()
	for i := range b.answered {
		if x := &b.answered[i]; x.fault != "" {
			e.say("%s: %s", e.tr("запрос № %d, «%s»", "query no. %d, %q", i+1, x.label()), x.fault)
			e.partial = true
		}
	}
	if err := e.printBatch(c, b); err != nil {
		return err
	}
	cut := 0
	for i := range b.answered {
		if x := &b.answered[i]; x.a != nil && x.a.leftOut() > 0 && !b.brief {
			cut++
		}
	}
	if cut > 0 {
		e.say("%s", e.tr("Не все нормы вошли в таблицу: запросов – %d. Числа – по всем; -n 0 покажет все.", "Not all provisions are in the table: of %d queries. The numbers count all; -n 0 shows all.", cut))
	}
	if !c.Bool("quiet") {
		e.say("%s", e.tr("Запросов: %d; нашли: %d, не нашли ничего: %d, с ошибкой: %d.", "Queries: %d; found something: %d, nothing: %d, faulty: %d.",
			len(b.answered), found, len(b.answered)-found-faults, faults))
	}
	if found == 0 && faults == 0 {
		return &exit{code: exitNothing, text: e.tr("ни по одному запросу ничего не найдено", "no query found anything")}
	}
	return nil
}

// askOne asks one query. What is wrong with it is part of the answer.
func (e *env) askOne(c *cli.Context, s *searcher, q asked) (answered, error) {
	x := answered{asked: q, tally: map[string]index.Tally{}, in: map[string]bool{}, shown: map[string]bool{}}
	if strings.HasPrefix(q.query, "#") && strings.HasSuffix(q.query, "?") || q.query == "#ИМЯ" {
		x.fault = e.tr("таблица приняла запрос за формулу; поставьте перед ним апостроф: '=слово", "the spreadsheet took the query for a formula; put an apostrophe in front of it: '=word")
		return x, nil
	}
	res, err := s.ask(c, q.query)
	var syntax *query.SyntaxError
	switch {
	case errors.As(err, &syntax):
		x.fault = e.syntax(syntax)
		return x, nil
	case err != nil:
		return x, fmt.Errorf("%s: %w", q.label(), err)
	}
	facets, err := e.facetsOf(c, res.Tallies, s.entries)
	if err != nil {
		return x, err
	}
	x.a = newAnswer(c, q.query, res, s.entries, facets)
	x.a.limit, x.a.fold = s.req.Limit, s.req.Fold
	x.why = e.whyNothing(x.a, res.Diagnosis)
	for _, t := range res.Tallies {
		x.tally[t.Document] = t
	}
	for _, h := range res.Hits {
		x.shown[h.Document] = true
	}
	for _, id := range res.Searched {
		x.in[id] = true
	}
	return x, nil
}

func (e *env) printBatch(c *cli.Context, b *batch) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	return e.output(c, e.batchReport(c, b, format))
}
