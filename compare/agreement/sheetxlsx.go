package agreement

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"svod/compare/table"
)

// heads are the columns of a coding sheet: what is read, what is filled in, and
// what the sheet is known again by.
func (s *Sheet) heads(p *sheetPhrases) []string {
	head := []string{p.Number, p.Document, p.Citation, p.Text}
	for _, q := range s.Variables {
		head = append(head, q.Head())
	}
	head = append(head, p.Note)
	if s.Prefilled {
		head = append(head, p.Prefilled)
	}
	return append(head, p.Coder, p.Key)
}

// cells are the columns of a row.
func (s *Sheet) cells(n int) []string {
	r := s.Rows[n]
	row := []string{fmt.Sprint(n + 1), r.Document, r.Citation, r.Text}
	var filled []string
	for i, q := range s.Variables {
		row = append(row, q.label(r.Answers[i]))
		if r.Answers[i] != "" {
			filled = append(filled, q.ID)
		}
	}
	row = append(row, "")
	if s.Prefilled {
		row = append(row, strings.Join(filled, ", "))
	}
	return append(row, s.Coder, r.Key)
}

// WriteCSV writes the sheet as Russian Excel opens and saves it. Lists of values
// and the check of what the sample has need XLSX.
func (s *Sheet) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	guarded := func(row []string) []string {
		for i, v := range row {
			if v != "" && strings.ContainsRune("=+-@", rune(v[0])) {
				row[i] = "'" + v
			}
		}
		return row
	}
	if err := out.Write(guarded(s.heads(sheetPhrasesOf(s.Language)))); err != nil {
		return err
	}
	for n := range s.Rows {
		if err := out.Write(guarded(s.cells(n))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// A sheetWriter writes a coding sheet as a workbook.
type sheetWriter struct {
	*Sheet
	p    *sheetPhrases
	f    *excelize.File
	err  error
	list map[int][2]int // rows of the list of values of each variable, on the sheet of variables
}

// WriteXLSX writes the sheet as a workbook: instructions, the sheet to be filled
// in, the variables and the keys that reading it back checks against, the log.
func (s *Sheet) WriteXLSX(w io.Writer) error {
	x := &sheetWriter{Sheet: s, p: sheetPhrasesOf(s.Language), f: excelize.NewFile(), list: map[int][2]int{}}
	defer x.f.Close()
	x.try(x.f.SetSheetName("Sheet1", x.p.Instructions))
	for _, name := range []string{x.p.Coding, x.p.Variables, x.p.Keys, x.p.Log} {
		_, err := x.f.NewSheet(name)
		x.try(err)
	}
	x.instructions()
	x.variables()
	x.coding()
	x.keys()
	x.log()
	x.f.SetActiveSheet(1)
	if x.err != nil {
		return x.err
	}
	return table.WriteWorkbook(w, x.f, &table.Report{Title: s.Title, Language: cmp.Or(s.Language, "ru")})
}

func (x *sheetWriter) try(err error) {
	if x.err == nil {
		x.err = err
	}
}

// style makes a style; text wraps and stands at the top.
func (x *sheetWriter) style(bold bool, fill string, border bool) int {
	st := &excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 11, Bold: bold}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}
	if bold && fill != "" {
		st.Alignment.Horizontal, st.Alignment.Vertical = "center", "center"
	}
	if fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	if border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Style: 1, Color: "7F7F7F"})
		}
	}
	id, err := x.f.NewStyle(st)
	x.try(err)
	return id
}

// grid writes rows under a head that stays and repeats in print.
func (x *sheetWriter) grid(sheet string, widths []float64, head []string, rows [][]string) {
	bold, plain := x.style(true, "E7EBF0", true), x.style(false, "", true)
	for i, width := range widths {
		col, _ := excelize.ColumnNumberToName(i + 1)
		x.try(x.f.SetColWidth(sheet, col, col, width))
	}
	put := func(n int, row []string, style int) {
		lines := 1.0
		for i, v := range row {
			cell, _ := excelize.CoordinatesToCellName(i+1, n)
			x.try(x.f.SetCellStr(sheet, cell, v))
			x.try(x.f.SetCellStyle(sheet, cell, cell, style))
			sum := 0.0
			for part := range strings.SplitSeq(v, "\n") {
				sum += math.Max(1, math.Ceil(float64(utf8.RuneCountInString(part))/math.Max(widths[min(i, len(widths)-1)]-1, 4)))
			}
			lines = math.Max(lines, sum)
		}
		x.try(x.f.SetRowHeight(sheet, n, math.Min(15*lines+3, 405)))
	}
	put(1, head, bold)
	for i, row := range rows {
		put(i+2, row, plain)
	}
	x.try(x.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	x.page(sheet)
	x.try(x.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: "'" + sheet + "'!$1:$1"}))
}

// page sets a sheet up for printing on A4 across.
func (x *sheetWriter) page(sheet string) {
	yes, a4, one, zero, across := true, 9, 1, 0, "landscape"
	x.try(x.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	x.try(x.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &one, FitToHeight: &zero}))
	x.try(x.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&P"}))
}

func (x *sheetWriter) instructions() {
	head := []string{x.p.ID, x.p.Name, x.p.Definition, x.p.Values, x.p.Include, x.p.Exclude}
	var rows [][]string
	for _, q := range x.Variables {
		var values []string
		for _, v := range q.Values {
			s := v.Code
			if v.Label != "" && v.Label != v.Code {
				s += " – " + v.Label
			}
			values = append(values, s)
		}
		switch {
		case len(values) > 0:
		case q.Free:
			values = []string{x.p.FreeText}
		case q.Level != Nominal:
			values = []string{x.p.Number0}
		default:
			values = []string{x.p.FreeText}
		}
		for _, m := range q.Missing {
			values = append(values, m+" – "+x.p.MissingCode)
		}
		rows = append(rows, []string{q.ID, q.Name, q.Definition, strings.Join(values, "\n"), strings.Join(q.Include, "\n"), strings.Join(q.Exclude, "\n")})
	}
	sheet := x.p.Instructions
	x.grid(sheet, []float64{12, 26, 34, 20, 34, 26}, head, rows)
	how := x.p.How
	if x.Prefilled {
		how += "\n" + x.p.HowPrefilled
	}
	top := []string{x.Title, x.p.Coder + ": " + cmp.Or(x.Coder, x.p.NoCoder), how}
	x.try(x.f.InsertRows(sheet, 1, len(top)+1))
	for i, text := range top {
		cell := fmt.Sprintf("A%d", i+1)
		x.try(x.f.MergeCell(sheet, cell, fmt.Sprintf("F%d", i+1)))
		x.try(x.f.SetCellStr(sheet, cell, text))
		x.try(x.f.SetCellStyle(sheet, cell, cell, x.style(i == 0, "", false)))
	}
	x.try(x.f.SetRowHeight(sheet, 3, 80))
	x.try(x.f.SetPanes(sheet, &excelize.Panes{}))
	x.try(x.f.DeleteDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet}))
}

// variables writes what the columns may hold, a row a value, for the lists and
// for reading back.
func (x *sheetWriter) variables() {
	var rows [][]string
	for i, q := range x.Variables {
		level := string(q.Level)
		if q.Free {
			level = "text"
		}
		if len(q.Values) == 0 {
			rows = append(rows, []string{q.ID, q.Name, level, "", "", strings.Join(q.Missing, "")})
			continue
		}
		from := len(rows) + 2
		for _, v := range q.Values {
			rows = append(rows, []string{q.ID, q.Name, level, v.Code, v.String(), strings.Join(q.Missing, "")})
		}
		x.list[i] = [2]int{from, len(rows) + 1}
	}
	x.grid(x.p.Variables, []float64{14, 34, 14, 14, 34, 16}, []string{x.p.ID, x.p.Name, x.p.Level, x.p.Code, x.p.Label, x.p.MissingCode}, rows)
}

// coding writes the sheet to be filled in.
func (x *sheetWriter) coding() {
	sheet := x.p.Coding
	widths := []float64{5, 20, 20, 64}
	for range x.Variables {
		widths = append(widths, 17)
	}
	widths = append(widths, 24)
	if x.Prefilled {
		widths = append(widths, 14)
	}
	widths = append(widths, 14, 16)
	var rows [][]string
	for n := range x.Rows {
		rows = append(rows, x.cells(n))
	}
	x.grid(sheet, widths, x.heads(x.p), rows)
	grey := x.style(false, "E3E3E3", true)
	last := len(x.Rows) + 1
	for i, q := range x.Variables {
		col, _ := excelize.ColumnNumberToName(5 + i)
		for n, r := range x.Rows {
			cell := fmt.Sprintf("%s%d", col, n+2)
			if r.Answers[i] != "" {
				x.try(x.f.SetCellStyle(sheet, cell, cell, grey))
			}
		}
		if rows, ok := x.list[i]; ok && last > 1 {
			v := excelize.NewDataValidation(true)
			v.Sqref = fmt.Sprintf("%s2:%s%d", col, col, last)
			v.SetSqrefDropList(fmt.Sprintf("'%s'!$E$%d:$E$%d", x.p.Variables, rows[0], rows[1]))
			if len(q.Missing) == 0 {
				v.SetError(excelize.DataValidationErrorStyleStop, x.p.Wrong, x.p.WrongText)
			} else {
				v.ShowErrorMessage = false // the code of a missing value is welcome
			}
			x.try(x.f.AddDataValidation(sheet, v))
		}
	}
	x.try(x.f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 4, YSplit: 1, TopLeftCell: "E2", ActivePane: "bottomRight"}))
	if last > 1 {
		end, _ := excelize.CoordinatesToCellName(len(widths), last)
		x.try(x.f.AutoFilter(sheet, "A1:"+end, nil))
		x.page(sheet) // a filter takes the set-up for printing away
	}
}

func (x *sheetWriter) keys() {
	var rows [][]string
	for n, r := range x.Rows {
		rows = append(rows, []string{fmt.Sprint(n + 1), r.Key})
	}
	x.grid(x.p.Keys, []float64{6, 60}, []string{x.p.Number, x.p.Key}, rows)
}

func (x *sheetWriter) log() {
	var rows [][]string
	for _, f := range x.Log {
		rows = append(rows, []string{f.Name, f.Value})
	}
	x.grid(x.p.Log, []float64{34, 90}, []string{x.p.Fact, x.p.Value}, rows)
}
