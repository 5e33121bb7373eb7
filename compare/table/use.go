package table

import "slices"

// A Use says which formats have a table.
type Use uint8

// The uses of a table.
const (
	Anywhere Use = iota
	Workbook     // XLSX only: too long for print
	Data         // one fact a row, for machines: a sheet of XLSX, and all of plain CSV
)

// Filled returns the table with all its rows.
func (t *Table) Filled() *Table {
	if t.Later == nil {
		return t
	}
	out := *t
	out.Rows, out.Later = t.Later(), nil
	return &out
}

// in returns the report with the tables that a format has, and their rows.
func (r *Report) in(format string) *Report {
	out := r.of(format)
	for i, b := range out.Blocks {
		if t, ok := b.(*Table); ok && t.Later != nil {
			if out == r {
				own := *r
				own.Blocks = slices.Clone(r.Blocks)
				out = &own
			}
			out.Blocks[i] = t.Filled()
		}
	}
	return out
}

// of returns the report with the tables that a format has.
func (r *Report) of(format string) *Report {
	uses := map[Use]bool{}
	for _, b := range r.Blocks {
		if t, ok := b.(*Table); ok {
			uses[t.Use] = true
		}
	}
	if format == "xlsx" || !uses[Workbook] && !uses[Data] {
		return r
	}
	wanted := Anywhere
	if format == "csv-plain" && uses[Data] {
		wanted = Data
	}
	out := *r
	out.Blocks = nil
	for _, b := range r.Blocks {
		if t, ok := b.(*Table); !ok || t.Use == wanted {
			out.Blocks = append(out.Blocks, b)
		}
	}
	return &out
}
