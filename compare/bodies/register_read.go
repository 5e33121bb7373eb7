package bodies

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/compare/sheet"
)

//go:embed kazakhstan.yaml
var kazakhstan []byte

// Starter is the name of the register that comes along: the regions of
// Kazakhstan since 1997 and a list of central agencies to begin with.
const Starter = "kz"

// Kazakhstan returns the register that comes along. What its maker was not sure
// of is marked.
func Kazakhstan() *Register {
	r, err := LoadYAML(Starter, kazakhstan)
	if err != nil {
		panic(err) // a test loads it
	}
	return r
}

type fileRegister struct {
	Register string     `yaml:"register"`
	Bodies   []fileBody `yaml:"bodies"`
}

type fileBody struct {
	ID         string              `yaml:"id"`
	Level      string              `yaml:"level"`
	Name       string              `yaml:"name"`
	Kazakh     string              `yaml:"kk"`
	Aliases    []string            `yaml:"aliases"`
	Former     []fileName          `yaml:"former"`
	From       string              `yaml:"from"`
	To         string              `yaml:"to"`
	Check      bool                `yaml:"check"`
	Note       string              `yaml:"note"`
	Attributes map[string][]string `yaml:"attributes"`
}

type fileName struct {
	Name   string `yaml:"name"`
	Kazakh string `yaml:"kk"`
	From   string `yaml:"from"`
	To     string `yaml:"to"`
}

// LoadYAML reads a register in YAML. Errors are of type *Error.
func LoadYAML(name string, data []byte) (*Register, error) {
	var f fileRegister
	if err := unmarshal(name, data, &f); err != nil {
		return nil, err
	}
	r := &Register{Name: f.Register, File: name}
	for _, fb := range f.Bodies {
		b := &Body{ID: fb.ID, LevelName: fb.Level, Aliases: fb.Aliases, From: fb.From, To: fb.To, Check: fb.Check, Note: fb.Note, Attributes: fb.Attributes}
		b.Names = append(b.Names, Name{Text: fb.Name, Kazakh: fb.Kazakh})
		for _, n := range fb.Former {
			b.Names = append(b.Names, Name{n.Name, n.Kazakh, n.From, n.To})
		}
		r.Bodies = append(r.Bodies, b)
	}
	return r, r.check(nil)
}

// columns are the heads of a register as a table, in the order in which it is
// written, each with the other words that it may be called by.
var columns = [][]string{
	{"код", "id", "code"},
	{"уровень", "level"},
	{"название", "name", "орган", "body"},
	{"название_каз", "kk", "name_kk", "атауы"},
	{"варианты", "aliases", "синонимы"},
	{"прежние_названия", "former"},
	{"с", "from"},
	{"по", "to", "до"},
	{"проверить", "check"},
	{"примечание", "note"},
}

const (
	colID = iota
	colLevel
	colName
	colKazakh
	colAliases
	colFormer
	colFrom
	colTo
	colCheck
	colNote
)

// formerName is one of «прежние_названия»: «Нур-Султан / Нұр-Сұлтан
// (2019-03-23–2022-09-17)».
var formerName = lazy.New(`^([^/()]+?)\s*(?:/\s*([^()]+?))?\s*(?:\(\s*([\d-]*?)\s*[–—…]\s*([\d-]*)\s*\))?$`)

// Load reads a register as the rows of a table, the first of which names its
// columns. Columns that are not known are attributes. Several values in a cell
// are set apart by «|».
func Load(name string, rows []sheet.Row) (*Register, error) {
	if len(rows) == 0 {
		return nil, &Error{File: name, Line: 1, Code: "empty"}
	}
	rows = below(rows, columns, colLevel, colName)
	at, extra := heads(rows[0], columns)
	for _, col := range []int{colLevel, colName} {
		if at[col] < 0 {
			return nil, &Error{File: name, Line: 1, Code: "columns", Args: []string{columns[col][0]}}
		}
	}
	r := &Register{File: name}
	var lines []int
	for _, row := range rows[1:] {
		get := func(col int) string { return row.At(at[col]) }
		if remark(row) {
			continue
		}
		lines = append(lines, row.N)
		b := &Body{ID: get(colID), LevelName: get(colLevel), Aliases: several(get(colAliases)), From: get(colFrom), To: get(colTo), Note: get(colNote)}
		b.Names = []Name{{Text: get(colName), Kazakh: get(colKazakh)}}
		b.Check = yes(get(colCheck))
		for _, s := range several(get(colFormer)) {
			m := formerName.FindStringSubmatch(s)
			if m == nil {
				return nil, &Error{File: name, Line: row.N, Code: "value", Args: []string{columns[colFormer][0], s}}
			}
			b.Names = append(b.Names, Name{m[1], m[2], m[3], m[4]})
		}
		for _, col := range extra {
			if vs := several(row.At(col)); vs != nil {
				if b.Attributes == nil {
					b.Attributes = map[string][]string{}
				}
				b.Attributes[rows[0].At(col)] = vs
			}
		}
		r.Bodies = append(r.Bodies, b)
	}
	return r, r.check(lines)
}

// maxTitle is how many rows of a title may stand above the heads of a table.
const maxTitle = 10

// below drops the title of a table: the rows above that which names all the
// columns that are needed.
func below(rows []sheet.Row, known [][]string, needed ...int) []sheet.Row {
	for i := range min(len(rows), maxTitle) {
		at, _ := heads(rows[i], known)
		if !slices.ContainsFunc(needed, func(col int) bool { return at[col] < 0 }) {
			return rows[i:]
		}
	}
	return rows
}

// heads finds the columns of a table by their heads: -1 where there is none.
// extra are the columns that have another head.
func heads(head sheet.Row, known [][]string) (at, extra []int) {
	at = make([]int, len(known))
	for i := range at {
		at[i] = -1
	}
	for col := range head.Cells {
		h := strings.ToLower(head.At(col))
		i := slices.IndexFunc(known, func(ws []string) bool { return slices.Contains(ws, strings.ReplaceAll(h, " ", "_")) })
		switch {
		case h == "":
		case i < 0:
			extra = append(extra, col)
		case at[i] < 0:
			at[i] = col
		}
	}
	return at, extra
}

// remark tells whether a row is empty, or has but its first cell: a remark below
// the table.
func remark(row sheet.Row) bool {
	return row.Empty() || (sheet.Row{Cells: row.Cells[1:]}).Empty()
}

// several cuts a cell at «|».
func several(s string) []string {
	var out []string
	for _, v := range strings.Split(s, "|") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

func yes(s string) bool {
	switch strings.ToLower(s) {
	case "да", "иә", "yes", "true", "1", "+", "проверить":
		return true
	}
	return false
}

var dateForm = lazy.New(`^\d{4}(-\d\d-\d\d)?$`)

// check completes a register and finds its first fault. lines says where each
// body stands, if that is known.
func (r *Register) check(lines []int) error {
	if len(r.Bodies) == 0 {
		return &Error{File: r.File, Line: 1, Code: "empty"}
	}
	seen := map[string]bool{}
	for i, b := range r.Bodies {
		line := 0
		if i < len(lines) {
			line = lines[i]
		}
		fail := func(code string, args ...string) error {
			return &Error{File: r.File, Line: line, Code: code, Args: args}
		}
		if b.Names[0].Text == "" {
			return fail("name", cmp.Or(b.ID, fmt.Sprint(i+1)))
		}
		b.ID = cmp.Or(b.ID, b.Names[0].Text)
		if seen[b.ID] {
			return fail("id", b.ID)
		}
		seen[b.ID] = true
		first, _, _ := strings.Cut(strings.ToLower(b.LevelName), " ")
		var ok bool
		if b.Level, ok = levelWords[first]; !ok {
			return fail("value", columns[colLevel][0], b.LevelName)
		}
		for _, span := range append([]Name{{From: b.From, To: b.To}}, b.Names[1:]...) {
			for _, d := range []string{span.From, span.To} {
				if d != "" && !dateForm.MatchString(d) {
					return fail("date", d)
				}
			}
			if span.From != "" && span.To != "" && span.To <= span.From {
				return fail("dates", span.From, span.To)
			}
		}
		b.dateName()
	}
	return nil
}

// dateName lets the current name begin where the former ones end: on dates
// before, a former one is right.
func (b *Body) dateName() {
	current := &b.Names[0]
	for _, n := range b.Names[1:] {
		if n.To > current.From {
			current.From = n.To
		}
	}
}
