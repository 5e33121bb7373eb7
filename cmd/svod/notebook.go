package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"svod/corpus/store"
	"svod/corpus/words"
)

// A notebook is the list of saved queries of a corpus.
type notebook struct {
	path string
	data []byte
	list *queryList
}

// notebookOf opens the list of a corpus, which may not be there yet.
func notebookOf(ctx context.Context, st *store.Store) (*notebook, error) {
	n := &notebook{path: filepath.Join(filepath.Dir(st.IndexDir()), "queries.csv"), list: &queryList{}}
	data, err := os.ReadFile(n.path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(bytes.TrimSpace(data)) == 0 {
		return n, nil
	}
	if err != nil {
		return nil, err
	}
	n.data = data
	if n.list, err = readQueries(ctx, n.path, data); err != nil {
		return nil, err
	}
	return n, nil
}

// sameName compares names as people type them.
func sameName(a, b string) bool {
	return words.Fold(oneLine(a)) == words.Fold(oneLine(b))
}

// find returns the places of a name in the list.
func (n *notebook) find(name string) []int {
	var out []int
	for i, q := range n.list.queries {
		if q.name != "" && sameName(q.name, name) {
			out = append(out, i)
		}
	}
	return out
}

// put saves a query under a name, in place of one of that name.
func (e *env) put(n *notebook, name, text, group string) error {
	l := n.list
	if !l.head {
		l.addHead(e)
	}
	for _, c := range []string{colName, colQuery, colGroup} {
		if !slices.Contains(l.columns, c) && (c != colGroup || group != "") {
			l.columns = append(l.columns, c)
			head := &l.rows[l.first]
			*head = append(*head, make([]field, len(l.columns)-len(*head))...)
			(*head)[len(l.columns)-1].text = e.columnName(c)
		}
	}
	row := make([]field, len(l.columns))
	at := -1
	if i := n.find(name); len(i) > 0 {
		at = l.queries[i[0]].row
		copy(row, l.rows[at])
	}
	for i, c := range l.columns {
		switch {
		case c == colName:
			row[i] = field{text: oneLine(name)}
		case c == colQuery:
			row[i] = field{text: shielded(text)}
		case c == colGroup && group != "":
			row[i] = field{text: group}
		}
	}
	if at < 0 {
		l.rows = append(l.rows, row)
	} else {
		l.rows[at] = row
	}
	return e.write(n)
}

// addHead names the columns of a list that has no headings, as of a new one.
func (l *queryList) addHead(e *env) {
	if len(l.columns) == 0 {
		l.columns = []string{colName, colQuery, colGroup, colNote}
	}
	var head []field
	for _, c := range l.columns {
		head = append(head, field{text: e.columnName(c)})
	}
	l.rows = slices.Insert(l.rows, 0, head)
	l.head = true
	for i := range l.queries {
		l.queries[i].row++
	}
}

func (e *env) columnName(column string) string {
	switch column {
	case colName:
		return e.tr("Название", "Name")
	case colQuery:
		return e.tr("Запрос", "Query")
	case colGroup:
		return e.tr("Группа", "Group")
	case colNote:
		return e.tr("Примечание", "Note")
	case colID:
		return "№"
	}
	return ""
}

// shielded keeps a spreadsheet from taking a query for a formula.
func shielded(text string) string {
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return "'" + text
	}
	return text
}

// write writes the list as Excel does where the comma is decimal. What else
// stands in the file stays: other columns, the order of the rows.
func (e *env) write(n *notebook) error {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range n.list.rows {
		record := make([]string, max(len(row), len(n.list.columns)))
		for i, f := range row {
			record[i] = f.text
			if i < len(n.list.columns) && n.list.columns[i] == colQuery && f.quoted && !f.needed {
				record[i] = f.raw
			}
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return e.saveAs(n.path, b.Bytes(), true)
}
