package table

// A Use says which formats have a table.
type Use uint8

// The uses of a table.
const (
	Anywhere Use = iota
	Workbook     // XLSX only: too long for print
	Data         // one fact a row, for machines: a sheet of XLSX, and all of plain CSV
)

// in returns the report with the tables that a format has.
func (r *Report) in(format string) *Report {
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
