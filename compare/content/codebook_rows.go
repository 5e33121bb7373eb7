package content

import (
	"strconv"
	"strings"

	"svod/corpus/query"
)

// A codebook as a table is for those who keep it in Excel: a row for each
// pattern, the category's other fields in its first row. Lists that have more
// than one entry go down in further rows of the same ID. What is no category has
// its kind in the column «тип»: a set, a variable and its answers, a setting.

// A column of the table.
type column int

const (
	colID column = iota
	colParent
	colName
	colDefinition
	colPattern
	colKind
	colNot
	colTone
	colInclude
	colExclude
	colRequire
	colScope
	colWeight
	colHeading
	colColor
	colGUID
	columns
)

// columnNames are the headings of the columns: the first is printed, all are
// read.
var columnNames = [columns][]string{
	colID:         {"код", "id", "code"},
	colParent:     {"родитель", "parent"},
	colName:       {"название", "имя", "категория", "name", "category"},
	colDefinition: {"определение", "definition", "description"},
	colPattern:    {"шаблон", "шаблоны", "pattern", "patterns", "any"},
	colKind:       {"тип", "type", "kind"},
	colNot:        {"исключения", "исключение", "not", "exclusions"},
	colTone:       {"тон", "тональность", "tone"},
	colInclude:    {"включает", "пример", "примеры", "include", "example"},
	colExclude:    {"не включает", "exclude"},
	colRequire:    {"требует", "require"},
	colScope:      {"где требует", "scope"},
	colWeight:     {"вес", "weight"},
	colHeading:    {"рубрика", "heading"},
	colColor:      {"цвет", "color", "colour"},
	colGUID:       {"guid"},
}

// Kinds of rows. A category's row says what kind of pattern it has.
const (
	rowSet      = "набор"
	rowSetting  = "настройка"
	rowVariable = "переменная" // and its type: «переменная порядковая»
	rowAnswer   = "ответ"
	rowMissing  = "пропуск"

	rowCategory = "категория"
	rowPhrase   = "фраза"
	rowWord     = "слово"
	rowForm     = "точная форма"
	rowWildcard = "маска"
	rowRegexp   = "регулярное выражение"
	rowMixed    = "сочетание"
)

// settings are the rows of what stands above the categories, and how they are
// called in YAML.
var settings = [...][2]string{{"кодификатор", "codebook"}, {"версия", "version"}, {"язык", "language"}, {"единица", "unit"},
	{"счёт", "count"}, {"вложенные", "nested"}, {"пропуск", "skip"}, {"показатели", "indicators"}}

// Rows returns the codebook as a table, the headings first. Columns that
// nothing stands in are left out, but for the first eight.
func (cb *Codebook) Rows() [][]string {
	w := &rowWriter{}
	w.setting("кодификатор", cb.Name)
	w.setting("версия", cb.Version)
	w.setting("язык", cb.Language)
	w.setting("единица", wordFor(units, cb.Unit))
	w.setting("счёт", wordFor(measures, cb.Measure))
	w.setting("вложенные", wordFor(nestings, cb.Nested))
	for _, s := range cb.skipWords() {
		w.setting("пропуск", s)
	}
	for _, name := range sortedKeys(cb.Sets) {
		members := cb.Sets[name]
		if len(members) == 0 {
			members = []string{""}
		}
		for _, m := range members {
			w.add(cells{colID: name, colPattern: m, colKind: rowSet})
		}
	}
	for _, c := range cb.Categories {
		w.category(c, "")
	}
	for _, v := range cb.Variables {
		w.variable(v)
	}
	w.setting("показатели", cb.Indicators)
	return w.table()
}

type cells map[column]string

type rowWriter struct{ rows []cells }

func (w *rowWriter) add(c cells) { w.rows = append(w.rows, c) }

func (w *rowWriter) setting(name, value string) {
	if value != "" {
		w.add(cells{colID: name, colPattern: value, colKind: rowSetting})
	}
}

func (w *rowWriter) category(c *Category, parent string) {
	n := max(1, len(c.Any), len(c.Not), len(c.Include), len(c.Exclude), len(c.Require))
	at := func(list []string, i int) string {
		if i < len(list) {
			return list[i]
		}
		return ""
	}
	for i := range n {
		row := cells{colID: c.ID, colPattern: at(c.Any, i), colNot: at(c.Not, i), colInclude: at(c.Include, i),
			colExclude: at(c.Exclude, i), colRequire: at(c.Require, i), colKind: kindOf(at(c.Any, i))}
		if weight, ok := c.Weights[at(c.Any, i)]; ok {
			row[colWeight] = strconv.FormatFloat(weight, 'g', -1, 64)
		}
		if i == 0 {
			row[colParent], row[colDefinition], row[colTone], row[colColor], row[colGUID] = parent, c.Definition, c.Tone, c.Color, c.GUID
			if c.Name != c.ID {
				row[colName] = c.Name
			}
			if c.Heading {
				row[colHeading] = "да"
			}
			if len(c.Require) > 0 {
				row[colScope] = wordFor(scopes, c.Scope)
			}
		}
		w.add(row)
	}
	for _, child := range c.Children {
		w.category(child, c.ID)
	}
}

func (w *rowWriter) variable(v Variable) {
	row := cells{colID: v.ID, colParent: v.Category, colDefinition: v.Definition, colKind: strings.TrimSpace(rowVariable + " " + wordFor(variableTypes, v.Type))}
	if v.Name != v.ID {
		row[colName] = v.Name
	}
	w.add(row)
	for _, k := range v.Codes {
		w.add(cells{colID: k, colParent: v.ID, colName: v.Values[k], colKind: rowAnswer})
	}
	if v.Missing != "" {
		w.add(cells{colID: v.Missing, colParent: v.ID, colKind: rowMissing})
	}
}

func (w *rowWriter) table() [][]string {
	var used []column
	for c := range columns {
		some := c <= colTone
		for _, row := range w.rows {
			some = some || row[c] != ""
		}
		if some {
			used = append(used, c)
		}
	}
	head := make([]string, len(used))
	for i, c := range used {
		head[i] = columnNames[c][0]
	}
	out := [][]string{head}
	for _, row := range w.rows {
		line := make([]string, len(used))
		for i, c := range used {
			line[i] = row[c]
		}
		out = append(out, line)
	}
	return out
}

// kindOf says what kind of pattern a row has, for people.
func kindOf(pattern string) string {
	q, err := query.ParsePattern(pattern, "", func(string) (*query.Query, error) { return query.ParsePattern("а", "", nil) })
	switch {
	case pattern == "":
		return rowCategory
	case strings.HasPrefix(pattern, "re:"):
		return rowRegexp
	case err != nil || q.Operators || strings.ContainsAny(pattern, "@#"):
		return rowMixed
	case strings.ContainsAny(pattern, "*?"):
		return rowWildcard
	case strings.HasPrefix(pattern, "="):
		return rowForm
	case strings.ContainsAny(pattern, " \u00a0"):
		return rowPhrase
	}
	return rowWord
}
