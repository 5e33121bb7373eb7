package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/store"
)

// Saved queries are a list of queries like others, which lies in the corpus:
// .svod/queries.csv, to be opened and edited in Excel. A query is saved by its
// text. What belongs to it is written in it («вид:закон»); what is asked of all
// queries of a day (--at, --where, --sort, -o) is given when they are asked.

func (e *env) savedFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "save", Usage: e.tr("`ИМЯ`, под которым сохранить запрос в корпусе (.svod/queries.csv); --force заменит прежний",
			"the `NAME` under which to save the query in the corpus (.svod/queries.csv); --force replaces an earlier one")},
		&cli.StringFlag{Name: "saved", Usage: e.tr("`ИМЯ` сохранённого запроса, который повторить; то же: svod search @ИМЯ", "the `NAME` of a saved query to ask; the same: svod search @NAME")},
		&cli.BoolFlag{Name: "all-saved", Usage: e.tr("все сохранённые запросы сразу, как --batch", "all saved queries at once, like --batch")},
		&cli.BoolFlag{Name: "list-saved", Usage: e.tr("перечислить сохранённые запросы", "list the saved queries")},
		&cli.StringFlag{Name: "unsave", Usage: e.tr("`ИМЯ` сохранённого запроса, который удалить", "the `NAME` of a saved query to remove")},
		&cli.StringFlag{Name: "group", Usage: e.tr("`ГРУППА` запросов: только её (с --batch, --all-saved, --list-saved); с --save отнести к ней",
			"a `GROUP` of queries: only these (with --batch, --all-saved, --list-saved); with --save put it there")},
	}
}

// saved returns a saved query.
func (e *env) saved(n *notebook, name string) (asked, error) {
	switch at := n.find(name); {
	case len(at) == 1:
		return n.list.queries[at[0]], nil
	case len(at) > 1:
		return asked{}, usage(e.tr("под именем «%s» сохранено несколько запросов: %d", "several queries are saved under %q: %d", name, len(at)),
			e.tr("Дайте им разные имена в файле %s", "Give them other names in the file %s", n.path))
	}
	var names []string
	for _, q := range n.list.queries {
		if q.name != "" {
			names = append(names, q.name)
		}
	}
	hint := e.tr("Сохранённых запросов нет. Сохранить: svod search --save ИМЯ ЗАПРОС", "There are no saved queries. To save one: svod search --save NAME QUERY")
	if len(names) > 0 {
		hint = e.meant(name, names) + e.tr("Есть: ", "There are: ") + join(names)
	}
	return asked{}, usage(e.tr("сохранённого запроса «%s» нет", "there is no saved query %q", name), hint)
}

// unsave removes a saved query.
func (e *env) unsave(c *cli.Context, n *notebook, name string) error {
	q, err := e.saved(n, name)
	if err != nil {
		return err
	}
	n.list.rows = slices.Delete(n.list.rows, q.row, q.row+1)
	if err := e.write(n); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		e.say(e.tr("Удалён сохранённый запрос «%s»: %s", "Removed the saved query %q: %s"), q.name, q.query)
	}
	return nil
}

// listSaved prints the saved queries.
func (e *env) listSaved(c *cli.Context, n *notebook) error {
	list, err := e.inGroup(c, n.list)
	if err != nil {
		return err
	}
	data := []map[string]string{}
	t := &table.Table{Head: [][]table.Cell{table.Heads(e.columnName(colName), e.columnName(colQuery), e.columnName(colGroup), e.columnName(colNote))}, Widths: []float64{3, 6, 2, 3}}
	for _, q := range list {
		data = append(data, map[string]string{"name": q.name, "query": q.query, "group": q.group, "note": q.note})
		t.Rows = append(t.Rows, []table.Cell{table.Text(q.name), table.Text(q.query), table.Text(q.group), table.Text(q.note)})
	}
	if len(list) == 0 && !c.Bool("quiet") {
		e.say("%s", e.tr("Сохранённых запросов нет. Сохранить: svod search --save ИМЯ ЗАПРОС", "There are no saved queries. To save one: svod search --save NAME QUERY"))
	}
	if format, err := e.format(c); err == nil && format == "text" && len(list) == 0 {
		return nil
	}
	return e.output(c, &table.Report{Language: e.lang, Blocks: []table.Block{t}, Data: map[string]any{"queries": data}})
}

// inGroup are the queries of the group that the options ask for.
func (e *env) inGroup(c *cli.Context, l *queryList) ([]asked, error) {
	group := c.String("group")
	if group == "" {
		return l.queries, nil
	}
	var out []asked
	var groups []string
	for _, q := range l.queries {
		if sameName(q.group, group) {
			out = append(out, q)
		}
		if q.group != "" && !slices.Contains(groups, q.group) {
			groups = append(groups, q.group)
		}
	}
	if len(out) == 0 {
		return nil, usage(e.tr("в списке нет группы «%s»", "the list has no group %q", group), e.meant(group, groups)+e.tr("Есть: ", "There are: ")+join(groups))
	}
	return out, nil
}

// way is the option that makes of a search something else than the answer to
// the query typed; "" if there is none.
func (e *env) way(c *cli.Context) (string, error) {
	way := ""
	for _, name := range []string{"batch", "saved", "all-saved", "list-saved", "unsave", "save"} {
		if !c.IsSet(name) {
			continue
		}
		if way != "" {
			return "", usage(e.tr("--%s и --%s вместе не имеют смысла", "--%s and --%s make no sense together", way, name), e.tr("Выберите одно", "Choose one"))
		}
		way = name
		if f, ok := findFlag(c.Command, name).(*cli.StringFlag); ok && oneLine(c.String(f.Name)) == "" {
			return "", usage(e.tr("у параметра --%s нет значения", "option --%s needs a value", name), e.helpHint(c.Command))
		}
	}
	switch {
	case way != "" && way != "save" && c.Args().Len() > 0:
		return "", usage(e.tr("с --%s запрос не набирают, а здесь есть «%s»", "with --%s no query is typed, and here is %q", way, c.Args().First()),
			e.tr("Уберите одно из двух", "Leave out one of them"))
	case c.IsSet("group") && (way == "" || way == "saved" || way == "unsave"):
		return "", usage(e.tr("--group – группа запросов списка: с --batch, --all-saved, --list-saved или --save", "--group is a group of queries of a list: with --batch, --all-saved, --list-saved or --save"), e.helpHint(c.Command))
	}
	return way, nil
}

// savedSearch does what has to do with all saved queries.
func (e *env) savedSearch(c *cli.Context, way string) error {
	st, err := e.openCorpus(c, false)
	if err != nil {
		return err
	}
	n, err := notebookOf(c.Context, st)
	st.Close()
	switch {
	case err != nil:
		return err
	case way == "list-saved":
		return e.listSaved(c, n)
	case way == "unsave":
		return e.unsave(c, n, c.String("unsave"))
	case len(n.list.queries) == 0:
		return usage(e.tr("сохранённых запросов нет", "there are no saved queries"), e.tr("Сохранить: svod search --save ИМЯ ЗАПРОС", "To save one: svod search --save NAME QUERY"))
	}
	e.inputFile(portable(n.path), n.data)
	queries, err := e.inGroup(c, n.list)
	if err != nil {
		return err
	}
	return e.answerBatch(c, filepath.Base(n.path), n.data, queries)
}

// savedText is the query saved under a name.
func (e *env) savedText(c *cli.Context, st *store.Store, name string) (string, error) {
	n, err := notebookOf(c.Context, st)
	if err != nil {
		return "", err
	}
	e.inputFile(portable(n.path), n.data)
	q, err := e.saved(n, name)
	if err == nil && !c.Bool("quiet") {
		e.say(e.tr("Запрос «%s»: %s", "The query %q: %s"), q.name, q.query)
	}
	return q.query, err
}

// keepQuery saves a query if the options ask for it.
func (e *env) keepQuery(c *cli.Context, st *store.Store, text string) error {
	name := strings.TrimPrefix(oneLine(c.String("save")), "@")
	if name == "" {
		return nil
	}
	n, err := notebookOf(c.Context, st)
	if err != nil {
		return err
	}
	at := n.find(name)
	if len(at) > 1 {
		_, err := e.saved(n, name)
		return err
	}
	if len(at) == 1 && n.list.queries[at[0]].query != oneLine(text) && !c.Bool("force") {
		return usage(e.tr("запрос «%s» уже сохранён: %s", "the query %q is saved already: %s", n.list.queries[at[0]].name, n.list.queries[at[0]].query),
			e.tr("Заменить его: --force; или дайте другое имя", "Replace it with --force, or give another name"))
	}
	if err := e.put(n, name, oneLine(text), oneLine(c.String("group"))); err != nil {
		return err
	}
	if c.Bool("quiet") {
		return nil
	}
	e.say(e.tr("Запрос «%s» сохранён в %s.", "The query %q is saved in %s."), name, n.path)
	if len(c.StringSlice("where")) > 0 || c.String("at") != "" || c.String("sort") != "" {
		e.say("%s", e.tr("Сохранён только его текст, без --where, --at и --sort: задавайте их каждый раз или впишите условия в запрос (вид:закон действует:да).",
			"Only its text is saved, without --where, --at and --sort: give them each time, or write conditions into the query (type:law in_force:yes)."))
	}
	return nil
}
