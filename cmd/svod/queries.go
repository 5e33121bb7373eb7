package main

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"svod/corpus"
	"svod/corpus/extract"
)

// A list of queries is what a researcher keeps in Excel: a row a query, with a
// name and a group. It comes as a spreadsheet, as CSV of any kind, or as a text
// with a query a line.

// An asked is a row of a list of queries.
type asked struct {
	id, name, query, group, note string
	row                          int // in queryList.rows
}

// label is what a query is called in tables.
func (a *asked) label() string {
	if a.name != "" {
		return a.name
	}
	return a.query
}

// A queryList is a file of queries.
type queryList struct {
	queries []asked
	rows    [][]field // as they stand in the file, with the head
	columns []string  // what each column holds: query, name …, or ""
	head    bool      // a row names the columns: the one at first
	first   int
	unknown []string // headings that mean nothing here
}

// A field is a cell of a list. raw is how a text file has it, with the quotes
// that may be the query's own.
type field struct {
	text, raw string
	quoted    bool // as CSV quotes
	needed    bool // and CSV had to quote it
	below     bool // it goes on from the cell above
}

const (
	colQuery = "query"
	colName  = "name"
	colID    = "id"
	colGroup = "group"
	colNote  = "note"
)

// columnNames are the headings of a list's columns.
var columnNames = map[string][]string{
	colQuery: {"запрос", "запросы", "поисковый запрос", "текст запроса", "query", "queries", "сұрау", "сұрау салу", "сұраныс"},
	colName:  {"название", "имя", "наименование", "название запроса", "name", "title", "атауы", "аты"},
	colID:    {"№", "№ п/п", "n", "no", "no.", "номер", "код", "id", "code", "number", "нөмірі", "р/с №", "р/с"},
	colGroup: {"группа", "раздел", "тема", "блок", "group", "section", "topic", "топ", "тобы", "бөлім", "тақырып"},
	colNote:  {"примечание", "примечания", "комментарий", "пояснение", "note", "notes", "comment", "ескерту", "ескертпе", "түсініктеме"},
}

// mostQueries is more than anyone asks at once.
const (
	mostQueries = 10_000
	largestList = 16 << 20
)

func columnOf(heading string) string {
	h := strings.ToLower(oneLine(heading))
	for col, names := range columnNames {
		if slices.Contains(names, h) {
			return col
		}
	}
	return ""
}

// readQueries reads a list of queries.
func readQueries(ctx context.Context, name string, data []byte) (*queryList, error) {
	if len(data) > largestList {
		return nil, &extract.Error{Name: name, Code: "too-large", Args: []string{"16 MB"}}
	}
	rows, err := queryRows(ctx, name, data)
	if err != nil {
		return nil, err
	}
	l := &queryList{rows: rows}
	l.findColumns()
	for i, row := range rows {
		if l.head && i <= l.first {
			continue // the titles of the list, and of its columns
		}
		a, own := asked{row: i}, false
		for k, f := range row {
			if k >= len(l.columns) {
				break
			}
			v := strings.TrimSpace(f.text)
			own = own || v != "" && !f.below && l.columns[k] != "" && l.columns[k] != colID && l.columns[k] != colGroup
			switch l.columns[k] {
			case colQuery:
				a.query = strings.TrimSpace(f.query())
			case colName:
				a.name = oneLine(v)
			case colID:
				a.id = oneLine(v)
			case colGroup:
				a.group = oneLine(v)
			case colNote:
				a.note = v
			}
		}
		if !own {
			continue // an empty row, or a number in front of one
		}
		if l.queries = append(l.queries, a); len(l.queries) > mostQueries {
			return nil, &extract.Error{Name: name, Code: "too-large", Args: []string{"10 000"}}
		}
	}
	return l, nil
}

// query is a cell as a query: an apostrophe in front keeps a spreadsheet from
// taking «=отчета» for a formula.
func (f *field) query() string {
	s := f.text
	if f.below {
		return ""
	}
	if f.quoted && !f.needed {
		s = f.raw
	}
	s = oneLine(s)
	if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
		return rest
	}
	return s
}

// mostTitles is how many rows may stand above the headings.
const mostTitles = 10

// findColumns looks for a row of headings, one of which means the query: the
// first, or one below titles that has another, too. Else the columns are query,
// name, group, note, and numbers in front of them.
func (l *queryList) findColumns() {
	wide := 0
	for _, r := range l.rows {
		wide = max(wide, len(r))
	}
	for i, row := range l.rows[:min(len(l.rows), mostTitles)] {
		cols, known := headings(row, wide)
		if !slices.Contains(cols, colQuery) || i > 0 && known < 2 {
			continue
		}
		l.head, l.first, l.columns = true, i, cols
		for k, f := range row {
			if cols[k] == "" && strings.TrimSpace(f.text) != "" {
				l.unknown = append(l.unknown, oneLine(f.text))
			}
		}
		return
	}
	l.columns = make([]string, wide)
	at := 0
	if wide > 1 && l.numbers(0) {
		l.columns[0] = colID
		at = 1
	}
	for i, c := range []string{colQuery, colName, colGroup, colNote} {
		if at+i < wide {
			l.columns[at+i] = c
		}
	}
}

// headings are what the cells of a row name, each but once.
func headings(row []field, wide int) (cols []string, known int) {
	cols = make([]string, wide)
	for i, f := range row {
		if c := columnOf(f.text); c != "" && !slices.Contains(cols, c) {
			cols[i] = c
			known++
		}
	}
	return cols, known
}

// nameless reports whether the first row names columns, but none of queries.
func (l *queryList) nameless() bool {
	if l.head || len(l.rows) == 0 {
		return false
	}
	filled := 0
	for _, f := range l.rows[0] {
		if strings.TrimSpace(f.text) != "" {
			filled++
		}
	}
	_, known := headings(l.rows[0], len(l.rows[0]))
	return known > 1 && known == filled
}

// numbers reports whether a column has numbers and nothing else.
func (l *queryList) numbers(col int) bool {
	some := false
	for _, r := range l.rows {
		if col >= len(r) {
			continue
		}
		v := strings.TrimSpace(r[col].text)
		if strings.ContainsFunc(v, func(c rune) bool { return !unicode.IsDigit(c) && c != '.' }) {
			return false
		}
		some = some || v != ""
	}
	return some
}

// queryRows returns the cells of a list.
func queryRows(ctx context.Context, name string, data []byte) ([][]field, error) {
	src, err := extract.Reader{Grid: true, NoOCR: true}.Bytes(ctx, name, data)
	if err != nil {
		return nil, err
	}
	switch src.Format {
	case "xlsx", "ods", "docx", "odt", "doc", "rtf":
		return tableRows(src), nil
	case "csv", "text", "markdown":
		text, ok := extract.Text(data)
		if ok {
			return textRows(text), nil
		}
	}
	return nil, &extract.Error{Name: name, Code: "format", Args: []string{src.Format}}
}

// tableRows are the rows of a file's first table, else its paragraphs.
func tableRows(src *corpus.Source) [][]field {
	first := 0
	for _, l := range src.Lines {
		if l.Table > 0 {
			first = l.Table
			break
		}
	}
	var out [][]field
	type span struct {
		rows int
		text string
	}
	open := map[int]span{} // cells from above, by column
	for _, l := range src.Lines {
		if l.Table != first {
			continue
		}
		if first == 0 {
			out = append(out, []field{{text: l.Text}})
			continue
		}
		var row []field
		covered := func() {
			for s := open[len(row)]; s.rows > 0; s = open[len(row)] {
				open[len(row)] = span{s.rows - 1, s.text}
				row = append(row, field{text: s.text, below: true})
			}
		}
		for _, c := range l.Cells {
			covered()
			for n := range min(max(c.Cols, 1), 1000) {
				f := field{text: c.Text}
				if n > 0 {
					f = field{below: true}
				}
				if c.Rows > 1 {
					open[len(row)] = span{c.Rows - 1, f.text}
				}
				row = append(row, f)
			}
		}
		covered()
		out = append(out, row)
	}
	return out
}
