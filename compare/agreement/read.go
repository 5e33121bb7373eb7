package agreement

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"svod/compare/sheet"
	"svod/corpus"
)

// ReadOptions say what files of ratings look like.
type ReadOptions struct {
	Layout Layout
	Scales []Scale // of the codebook: what values are checked against where a file has no scales beside it
}

// A Layout is how ratings stand in a file.
type Layout string

// The layouts. Without one a file has the columns unit, coder, variable, value,
// or is a coding sheet.
const (
	Long          Layout = ""
	RatersColumns Layout = "raters-columns" // a column a coder, a row a unit
	RatersRows    Layout = "raters-rows"    // a row a coder, a column a unit
)

// A Data is what was read of a file.
type Data struct {
	Ratings  []Rating
	Problems []Problem
	Warnings []corpus.Warning // of the reader of the file
	Sheet    bool             // it is a coding sheet
	Scales   []Scale          // that the sheet has beside it
}

// A Problem is something that a file of ratings has and should not, or has not
// and should. A row that can't be told whose it is is left out; all other codes
// are kept, so that nothing is lost before somebody has looked.
//
// Codes: row-incomplete (a row without its unit, coder or variable); coder-twice
// (two values of one coder to one unit: the first stays; the places); value-unknown
// (the value, those allowed); unit-unknown (a row that the sample has not);
// unit-gone (a unit of the sample without a row); text-changed (the unit's text is
// not the one that was sampled); value-empty (variables, how many cells);
// column-gone (a variable of the codebook without a column); no-coder (a sheet
// that doesn't say whose it is).
type Problem struct {
	Place
	Code string
	Args []string
}

// A FormatError says that a file has not the columns of a layout. Found are the
// headings it has.
type FormatError struct {
	File   string
	Layout Layout
	Found  []string
}

func (e *FormatError) Error() string {
	return e.File + ": not a file of ratings: " + strings.Join(e.Found, ", ")
}

// The columns of files.
const (
	colUnit     = "unit"
	colCoder    = "coder"
	colVariable = "variable"
	colValue    = "value"
	colText     = "text"
	colDocument = "document"
	colCitation = "citation"
	colKey      = "key"
	colNote     = "note"
	colNumber   = "number"
	colGroup    = "group"
	colPrefill  = "prefilled"
)

// columnNames are the headings of columns.
var columnNames = map[string][]string{
	colUnit:     {"unit", "unit_id", "item", "case", "единица", "единица анализа", "код единицы", "объект", "бірлік", "талдау бірлігі"},
	colCoder:    {"coder", "rater", "judge", "кодировщик", "кодер", "эксперт", "кодтаушы"},
	colVariable: {"variable", "category", "переменная", "признак", "категория", "айнымалы"},
	colValue:    {"value", "code", "rating", "значение", "код", "оценка", "мәні", "мән"},
	colText:     {"text", "текст", "текст единицы", "мәтін"},
	colDocument: {"document", "документ", "құжат"},
	colCitation: {"citation", "provision", "норма", "ссылка", "адрес"},
	colKey:      {"key", "ключ", "кілт"},
	colNote:     {"note", "comment", "примечание", "комментарий", "ескертпе"},
	colNumber:   {"№", "no", "no.", "n", "номер", "р/с №"},
	colGroup:    {"group", "группа", "страта", "топ"},
	colPrefill:  {"prefilled", "предзаполнено", "алдын ала толтырылған"},
}

func columnOf(heading string) string {
	h := strings.ToLower(strings.Join(strings.Fields(heading), " "))
	for col, names := range columnNames {
		if slices.Contains(names, h) {
			return col
		}
	}
	return ""
}

// columns are where the columns of a head stand.
func columns(row sheet.Row) map[string]int {
	at := map[string]int{}
	for i := range row.Cells {
		if c := columnOf(row.At(i)); c != "" {
			if _, twice := at[c]; !twice {
				at[c] = i
			}
		}
	}
	return at
}

// mostTitles is how many rows may stand above a head.
const mostTitles = 15

// Read reads a file of ratings. Errors are of type *extract.Error or *FormatError.
func Read(ctx context.Context, name string, data []byte, o ReadOptions) (*Data, error) {
	sheets, warnings, err := sheet.Read(ctx, name, data)
	if err != nil {
		return nil, err
	}
	d := &Data{Warnings: warnings}
	file := filepath.Base(name)
	switch {
	case o.Layout != Long:
		for _, g := range sheets {
			variable := strings.TrimSuffix(file, filepath.Ext(file))
			if len(sheets) > 1 && g.Name != "" {
				variable = g.Name
			}
			d.wide(g, Place{File: file, Sheet: g.Name}, variable, o.Layout)
		}
	case d.filled(sheets, file, o.Scales):
		d.Sheet = true
	default:
		for _, g := range sheets {
			d.long(g, Place{File: file, Sheet: g.Name})
		}
		d.unlisted(o.Scales)
	}
	if len(d.Ratings) == 0 && len(d.Problems) == 0 {
		e := &FormatError{File: name, Layout: o.Layout}
		for _, g := range sheets {
			for _, r := range g.Rows {
				if !r.Empty() {
					for i := range r.Cells[:min(len(r.Cells), 12)] {
						e.Found = append(e.Found, r.At(i))
					}
					break
				}
			}
		}
		return nil, e
	}
	return d, nil
}

// unlisted tells of values that their scale has not.
func (d *Data) unlisted(scales []Scale) {
	for _, r := range d.Ratings {
		i := slices.IndexFunc(scales, func(s Scale) bool { return s.ID == r.Variable || s.Name == r.Variable })
		if i < 0 {
			continue
		}
		if _, ok := scales[i].code(shownValue(r.Value)); !ok {
			d.Problems = append(d.Problems, Problem{Place: r.Place, Code: "value-unknown", Args: []string{r.Value, scales[i].allowed()}})
		}
	}
}

// long reads rows of unit, coder, variable, value. A file may have no column of
// coders: then it is one coder's, and called by its name; or of variables, when
// it is about one.
func (d *Data) long(g sheet.Sheet, place Place) {
	base := strings.TrimSuffix(place.File, filepath.Ext(place.File))
	for i, head := range g.Rows[:min(len(g.Rows), mostTitles)] {
		at := columns(head)
		if _, ok := at[colUnit]; !ok {
			if key, isKey := at[colKey]; isKey {
				at[colUnit] = key
			} else {
				continue
			}
		}
		if _, ok := at[colValue]; !ok {
			continue
		}
		cell := func(row sheet.Row, col, otherwise string) string {
			if k, ok := at[col]; ok {
				return row.At(k)
			}
			return otherwise
		}
		for _, row := range g.Rows[i+1:] {
			if row.Empty() {
				continue
			}
			p := place
			p.Row = row.N
			r := Rating{Unit: cell(row, colUnit, ""), Coder: cell(row, colCoder, base), Variable: cell(row, colVariable, head.At(at[colValue])),
				Value: cell(row, colValue, ""), Text: cell(row, colText, ""), Document: cell(row, colDocument, ""), Citation: cell(row, colCitation, ""), Place: p}
			r.Column = head.At(at[colValue])
			if r.Unit == "" || r.Coder == "" || r.Variable == "" {
				d.Problems = append(d.Problems, Problem{Place: p, Code: "row-incomplete"})
				continue
			}
			d.Ratings = append(d.Ratings, r)
		}
		return
	}
}

// wide reads a table of coders by units.
func (d *Data) wide(g sheet.Sheet, place Place, variable string, layout Layout) {
	if layout == RatersRows {
		g = turned(g)
	}
	g.Rows = slices.DeleteFunc(g.Rows, sheet.Row.Empty)
	if len(g.Rows) == 0 {
		return
	}
	// In what was turned, numbers of rows are those of columns.
	var head sheet.Row
	headed := isHead(g.Rows, layout)
	at := map[string]int{}
	if headed {
		head = g.Rows[0]
		g.Rows = g.Rows[1:]
		at = columns(head)
	}
	units, hasUnits := at[colUnit]
	for _, c := range []string{colKey, colNumber} {
		if k, ok := at[c]; ok && !hasUnits {
			units, hasUnits = k, true
		}
	}
	if k, ok := at[colCoder]; ok && layout == RatersRows && !hasUnits { // the corner: it speaks of the rows
		units, hasUnits = k, true
	}
	wide := 0
	for _, r := range g.Rows {
		wide = max(wide, len(r.Cells))
	}
	// A column without a heading in front of the others, or of words where the
	// others have numbers, names the units.
	if !hasUnits && wide > 1 && (headed && head.At(0) == "" || names(g.Rows, 0) && !names(g.Rows, 1)) {
		units, hasUnits = 0, true
	}
	other := map[int]bool{}
	for _, k := range at {
		other[k] = true
	}
	if k, ok := at[colCoder]; ok { // «coder» over a column of values is a coder's name
		delete(other, k)
	}
	for n, row := range g.Rows {
		unit := strconv.Itoa(n + 1)
		if hasUnits {
			unit = row.At(units)
		}
		v := variable
		if k, ok := at[colVariable]; ok {
			v = row.At(k)
		}
		p := place
		if p.Row = row.N; layout == RatersRows {
			p.Row = 0
		}
		if unit == "" || v == "" {
			d.Problems = append(d.Problems, Problem{Place: p, Code: "row-incomplete"})
			continue
		}
		text := func(col string) string {
			if k, ok := at[col]; ok {
				return row.At(k)
			}
			return ""
		}
		coders := 0
		for k := range wide {
			if hasUnits && k == units || other[k] {
				continue
			}
			coders++
			coder := head.At(k)
			if coder == "" {
				coder = strconv.Itoa(coders)
			}
			p.Column = coder
			d.Ratings = append(d.Ratings, Rating{Unit: unit, Coder: coder, Variable: v, Value: row.At(k),
				Text: text(colText), Document: text(colDocument), Citation: text(colCitation), Place: p})
		}
	}
}

// turned makes columns of rows.
func turned(g sheet.Sheet) sheet.Sheet {
	out := sheet.Sheet{Name: g.Name}
	cells := 0
	for c, row := range g.Rows {
		for u := range row.Cells {
			for len(out.Rows) <= u {
				out.Rows = append(out.Rows, sheet.Row{N: len(out.Rows) + 1})
			}
			r := &out.Rows[u]
			for len(r.Cells) < c {
				r.Cells = append(r.Cells, "")
				cells++
			}
			r.Cells = append(r.Cells, row.Cells[u])
			if cells++; cells > sheet.MaxCells {
				return out
			}
		}
	}
	return out
}

// isHead tells whether the first row of a wide table names its columns: it has a
// known heading, or words where the others have numbers, or none of its cells
// is a value that occurs below. A row of numbers is one of values.
func isHead(rows []sheet.Row, layout Layout) bool {
	first := rows[0]
	if len(columns(first)) > 0 {
		return true
	}
	if len(rows) < 2 {
		return false
	}
	below := map[string]bool{}
	numeric := true
	for _, r := range rows[1:] {
		for i := range r.Cells {
			if i == 0 && first.At(0) == "" {
				continue // the names of units
			}
			v := strings.ToLower(r.At(i))
			below[v] = true
			if _, ok := number(v); i > 0 || len(r.Cells) == 1 { // the first may name units
				numeric = numeric && (ok || isMissing(v))
			}
		}
	}
	seen := map[string]bool{}
	for i := range first.Cells {
		v := strings.ToLower(first.At(i))
		if v == "" && i == 0 {
			continue
		}
		if _, isNumber := number(v); isNumber && numeric || isMissing(v) || below[v] || seen[v] {
			return false
		}
		seen[v] = true
	}
	return len(seen) > 0
}

// names tells whether a column holds words that differ from row to row, and are
// no values of the next.
func names(rows []sheet.Row, col int) bool {
	seen := map[string]bool{}
	for _, r := range rows {
		seen[strings.ToLower(r.At(col+1))] = true
	}
	for _, r := range rows {
		v := strings.ToLower(r.At(col))
		if _, ok := number(v); ok || v == "" || isMissing(v) || seen[v] {
			return false
		}
		seen[v] = true
	}
	return len(rows) > 1
}
