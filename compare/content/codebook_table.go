package content

import (
	"slices"
	"strings"
)

// IsTable reports whether the first rows of a file are those of a codebook as a
// table, and which of them has the headings.
func IsTable(rows [][]string) (head int, ok bool) {
	for i, row := range rows[:min(len(rows), mostTitles)] {
		cols := columnsOf(row)
		if slices.Contains(cols, colID) && (slices.Contains(cols, colPattern) || slices.Contains(cols, colName)) {
			return i, true
		}
	}
	return 0, false
}

// mostTitles is how many rows may stand above the headings.
const mostTitles = 5

// columnsOf tells the columns by their headings; columns means none of them.
func columnsOf(head []string) []column {
	out := make([]column, len(head))
	for i, h := range head {
		h = strings.ToLower(strings.Join(strings.Fields(h), " "))
		out[i] = columns
		for c, names := range columnNames {
			if slices.Contains(names, h) && !slices.Contains(out[:i], column(c)) {
				out[i] = column(c)
			}
		}
	}
	return out
}

// LoadTable reads a codebook from the rows of a table: what Rows returns, or
// what people make of it. data is the file that the rows come from.
func LoadTable(name string, data []byte, rows [][]string) (*Codebook, error) {
	head, ok := IsTable(rows)
	if !ok {
		var have []string
		if len(rows) > 0 {
			have = rows[0]
		}
		return nil, &Error{File: name, Line: min(1, len(rows)), Sheet: true, Code: "columns", Args: have}
	}
	t := tableReader{f: &fileCodebook{sheet: true}, byID: map[string]*fileCategory{}, parent: map[*fileCategory]text{},
		name: name, columns: columnsOf(rows[head])}
	for i, row := range rows[head+1:] {
		if err := t.row(head+2+i, row); err != nil {
			return nil, err
		}
	}
	if err := t.nest(); err != nil {
		return nil, err
	}
	return build(name, data, t.f)
}

type tableReader struct {
	name    string
	columns []column
	f       *fileCodebook
	order   []*fileCategory
	byID    map[string]*fileCategory
	parent  map[*fileCategory]text
	last    *fileCategory
}

// row reads a row.
func (t *tableReader) row(line int, row []string) error {
	var r [columns]text
	some := false
	for i, s := range row {
		if i < len(t.columns) && t.columns[i] < columns {
			s = strings.TrimSpace(strings.ToValidUTF8(s, "�"))
			some = some || s != ""
			r[t.columns[i]] = text{S: s, Line: line, Column: i + 1}
		}
	}
	if !some {
		return nil
	}
	r[colID].S = strings.TrimPrefix(strings.TrimPrefix(r[colID].S, "#"), "@")
	kind := strings.ToLower(strings.Join(strings.Fields(r[colKind].S), " "))
	switch first, rest, _ := strings.Cut(kind, " "); first {
	case rowSetting:
		return t.setting(r)
	case rowSet:
		t.set(r)
		return nil
	case rowVariable:
		v := &fileVariable{ID: r[colID], Name: r[colName], Definition: r[colDefinition], Category: r[colParent]}
		if rest != "" {
			v.Type = text{S: rest, Line: r[colKind].Line, Column: r[colKind].Column}
		}
		t.f.Variables = append(t.f.Variables, v)
		return nil
	case rowAnswer, rowMissing:
		return t.answer(r, first == rowAnswer)
	}
	return t.category(r, kind)
}

func (t *tableReader) fail(at text, code string, args ...string) *Error {
	return &Error{File: t.name, Line: at.Line, Column: at.Column, Sheet: true, Code: code, Args: args}
}

func (t *tableReader) setting(r [columns]text) error {
	v := r[colPattern]
	if v.S == "" {
		v = r[colName]
	}
	switch strings.ToLower(r[colID].S) {
	case "кодификатор", "codebook":
		t.f.Codebook = v
	case "версия", "version":
		t.f.Version = v
	case "язык", "language":
		t.f.Language = v
	case "единица", "unit":
		t.f.Unit = v
	case "счёт", "счет", "count":
		t.f.Count = v
	case "вложенные", "nested":
		t.f.Nested = v
	case "пропуск", "skip":
		t.f.Skip = append(t.f.Skip, v)
	case "показатели", "indicators":
		f, err := readYAML(t.name, []byte("indicators:\n"+v.S))
		if err != nil {
			return t.fail(v, "yaml", err.Error())
		}
		t.f.Indicators = f.Indicators
	default:
		e := t.fail(r[colID], "field", r[colID].S)
		for _, s := range settings {
			e.Known = append(e.Known, s[0])
		}
		return e
	}
	return nil
}

func (t *tableReader) set(r [columns]text) {
	i := slices.IndexFunc(t.f.Sets, func(s fileSet) bool { return s.name.S == r[colID].S })
	if i < 0 {
		i = len(t.f.Sets)
		t.f.Sets = append(t.f.Sets, fileSet{name: r[colID]})
	}
	if r[colPattern].S != "" {
		t.f.Sets[i].members = append(t.f.Sets[i].members, r[colPattern])
	}
}

// answer reads what may be answered to the variable that it names, else to the
// one above.
func (t *tableReader) answer(r [columns]text, isValue bool) error {
	i := len(t.f.Variables) - 1
	if of := r[colParent].S; of != "" {
		i = slices.IndexFunc(t.f.Variables, func(v *fileVariable) bool { return v.ID.S == of })
	}
	if i < 0 {
		e := t.fail(r[colID], "orphan", r[colID].S, r[colParent].S)
		for _, v := range t.f.Variables {
			e.Known = append(e.Known, v.ID.S)
		}
		return e
	}
	v := t.f.Variables[i]
	if !isValue {
		v.Missing = r[colID]
		return nil
	}
	if slices.ContainsFunc(v.Values, func(p pair) bool { return p.Key.S == r[colID].S }) {
		return t.fail(r[colID], "variable", v.ID.S+": "+r[colID].S)
	}
	v.Values = append(v.Values, pair{Key: r[colID], Value: r[colName]})
	return nil
}

// category reads a row of a category: the first with its ID makes it, others,
// and those without an ID, add to it.
func (t *tableReader) category(r [columns]text, kind string) error {
	if !slices.Contains([]string{"", rowCategory, rowPhrase, rowWord, rowForm, rowWildcard, rowRegexp, rowMixed}, kind) {
		e := t.fail(r[colKind], "row-kind", r[colKind].S)
		e.Known = []string{rowCategory, rowPhrase, rowWord, rowForm, rowWildcard, rowRegexp, rowMixed, rowSet, rowVariable, rowAnswer, rowMissing, rowSetting}
		return e
	}
	c := t.byID[r[colID].S]
	switch {
	case r[colID].S == "" && t.last != nil && r[colName].S == "":
		c = t.last
	case r[colID].S == "":
		return t.fail(firstOf(r), "id")
	case c == nil:
		c = &fileCategory{ID: r[colID]}
		t.byID[c.ID.S] = c
		t.order = append(t.order, c)
	}
	t.last = c
	for _, f := range []struct{ to, from *text }{{&c.Name, &r[colName]}, {&c.Definition, &r[colDefinition]}, {&c.Tone, &r[colTone]},
		{&c.Heading, &r[colHeading]}, {&c.Color, &r[colColor]}, {&c.GUID, &r[colGUID]}, {&c.Require.Scope, &r[colScope]}} {
		if f.from.S == "" {
			continue
		}
		if f.to.S != "" && f.to.S != f.from.S { // two categories have one ID
			return t.fail(r[colID], "id", c.ID.S)
		}
		*f.to = *f.from
	}
	if p := r[colParent]; p.S != "" {
		if was, ok := t.parent[c]; ok && was.S != p.S {
			return t.fail(r[colID], "id", c.ID.S)
		}
		t.parent[c] = p
	}
	if p := r[colPattern]; p.S != "" {
		switch {
		case kind == rowForm && !strings.ContainsAny(p.S, "= "):
			p.S = "=" + p.S
		case kind == rowRegexp && !strings.HasPrefix(p.S, "re:"):
			p.S = "re:" + p.S
		}
		c.Any = append(c.Any, p)
		if w := r[colWeight]; w.S != "" {
			c.Weights = append(c.Weights, pair{Key: p, Value: w})
		}
	}
	for _, l := range []struct {
		to   *texts
		from text
	}{{&c.Not, r[colNot]}, {&c.Include, r[colInclude]}, {&c.Exclude, r[colExclude]}, {&c.Require.All, r[colRequire]}} {
		if l.from.S != "" {
			*l.to = append(*l.to, l.from)
		}
	}
	return nil
}

func firstOf(r [columns]text) text {
	for _, t := range r {
		if t.S != "" {
			return t
		}
	}
	return text{}
}

// nest puts the categories under their parents. Without a column of parents the
// code tells: «формы.слушания» is in «формы».
func (t *tableReader) nest() error {
	dotted := !slices.Contains(t.columns, colParent)
	above := map[*fileCategory]*fileCategory{}
	for _, c := range t.order {
		p, ok := t.parent[c]
		if !ok && dotted {
			if i := strings.LastIndexByte(c.ID.S, '.'); i > 0 && t.byID[c.ID.S[:i]] != nil {
				above[c] = t.byID[c.ID.S[:i]]
			}
			continue
		}
		if !ok {
			continue
		}
		of := t.byID[strings.TrimPrefix(p.S, "#")]
		if of == nil {
			e := t.fail(p, "orphan", c.ID.S, p.S)
			e.Known = sortedKeys(t.byID)
			return e
		}
		above[c] = of
	}
	for _, c := range t.order {
		chain := []string{c.ID.S}
		for p := above[c]; p != nil; p = above[p] {
			if chain = append(chain, p.ID.S); p == c {
				return t.fail(c.ID, "cycle", chain...)
			}
			if len(chain) > len(t.order) {
				break // a circle further up, told at its own
			}
		}
		if p := above[c]; p != nil {
			p.Children = append(p.Children, c)
		} else {
			t.f.Categories = append(t.f.Categories, c)
		}
	}
	return nil
}
