package audit

import (
	"bytes"
	"context"
	"strings"

	"svod/corpus"
	"svod/corpus/extract"
)

// A Page is what a file shows: its tables, and the lines outside of them.
type Page struct {
	// Format is that of table.Write in which a report has to be written to be
	// set beside the page: a file saved as ODT is set beside DOCX.
	Format string
	Grids  []*Grid
	Lines  []string
	data   any // of JSON that has no blocks: the whole
	cells  int
}

// A Grid is a table of a file, in XLSX a sheet.
type Grid struct {
	Sheet   string // name of the sheet
	Caption string // the line above it
	Rows    []Row
}

// A Row of a grid has the number At in its sheet or table, from 1.
type Row struct {
	At    int
	Cells []string // by column; a cell that spans several stands in the first
	// Covered tells of each column whether a cell from the left or from above
	// lies over it; Full has the text of that cell there.
	Covered []bool
	Full    []string
}

// cell returns what stands in a column, from 0.
func (r Row) cell(col int) string {
	if col < 0 || col >= len(r.Cells) {
		return ""
	}
	return r.Cells[col]
}

// An UnfitError says that the tables of a file can't be read back: Format is
// what it is.
type UnfitError struct{ Format string }

func (e *UnfitError) Error() string { return "audit: no tables can be read back from " + e.Format }

// written are the formats in which a report is set beside what a file was read
// as.
var written = map[string]string{"docx": "docx", "odt": "docx", "rtf": "docx", "doc": "docx", "word-xml": "docx",
	"xlsx": "xlsx", "ods": "xlsx", "html": "html", "mht": "html", "markdown": "md"}

// Read reads what a file shows.
func Read(ctx context.Context, name string, data []byte) (*Page, error) {
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) {
		return readJSON(text)
	}
	if strings.HasSuffix(strings.ToLower(name), ".csv") {
		return readCSV(data)
	}
	src, err := extract.Reader{Grid: true, Hidden: true, NoOCR: true}.Bytes(ctx, name, data)
	if err != nil {
		return nil, err
	}
	format, ok := written[src.Format]
	if !ok {
		return nil, &UnfitError{src.Format}
	}
	return pageOf(src, format)
}

// A page holds no more cells than this, a table no more columns: nobody reads
// more, and a small file may claim any number of columns for a cell.
const (
	maxColumns = 2000
	maxCells   = 4_000_000
)

// pageOf puts the cells of a source into rows and columns.
func pageOf(src *corpus.Source, format string) (*Page, error) {
	p := &Page{Format: format}
	var g *gridder
	last, above := 0, ""
	for _, l := range src.Lines {
		if l.Cells == nil {
			above, last = l.Text, 0
			p.Lines = append(p.Lines, l.Text)
			continue
		}
		if l.Table != last {
			g = p.grid()
			if last = l.Table; format == "xlsx" {
				g.Sheet = above
			} else {
				g.Caption = above
			}
		}
		if err := g.add(l.Cells, l.Row); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// A gridder adds rows to a grid.
type gridder struct {
	*Grid
	page *Page
	open []overhang
}

// An overhang is the cell that reaches into a column from above.
type overhang struct {
	rows int // that it covers yet
	text string
}

// grid begins a table.
func (p *Page) grid() *gridder {
	g := &gridder{Grid: &Grid{}, page: p}
	p.Grids = append(p.Grids, g.Grid)
	return g
}

// add adds a row; at is its number, 0 for the next.
func (g *gridder) add(cells []corpus.Cell, at int) error {
	next := 1
	if n := len(g.Rows); n > 0 {
		next = g.Rows[n-1].At + 1
	}
	if at == 0 {
		at = next
	}
	for c := range g.open { // rows without text are left out, and may lie under a cell
		g.open[c].rows = max(g.open[c].rows-max(at-next, 0), 0)
	}
	r := Row{At: at}
	put := func(text, full string, covered bool) {
		r.Cells, r.Full, r.Covered = append(r.Cells, text), append(r.Full, full), append(r.Covered, covered)
	}
	under := func() {
		for c := len(r.Cells); c < len(g.open) && g.open[c].rows > 0; c++ {
			g.open[c].rows--
			put("", g.open[c].text, true)
		}
	}
	for _, c := range cells {
		under()
		text := tidy(c.Text)
		for k := range max(c.Cols, 1) {
			col := len(r.Cells)
			if col >= maxColumns {
				break
			}
			if k == 0 {
				put(text, text, false)
			} else {
				put("", text, true)
			}
			if col == len(g.open) {
				g.open = append(g.open, overhang{})
			}
			g.open[col] = overhang{max(c.Rows, 1) - 1, text}
		}
	}
	under()
	if g.page.cells += len(r.Cells); g.page.cells > maxCells {
		return &extract.Error{Code: "too-large", Args: []string{"4 000 000 cells"}}
	}
	g.Rows = append(g.Rows, r)
	return nil
}

var likeness = strings.NewReplacer("\u2212", "-", "\u2011", "-", "\u00ad", "", "\u200b", "")

// tidy makes texts comparable that look alike: programs change spaces, and
// hyphens that don't break.
func tidy(s string) string {
	return strings.Join(strings.Fields(likeness.Replace(s)), " ")
}
