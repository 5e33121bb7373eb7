package table

import (
	"bytes"
	"fmt"
	_ "image/png" // excelize asks how large a picture is

	"github.com/xuri/excelize/v2"
)

// Shades that tell series apart on a black-and-white printer too.
var palette = []string{"1F4E79", "BDD7EE", "7397BB", "404040", "D9D9D9", "A6A6A6"}

// native tells whether Excel has charts of the kind.
func (c *Chart) native() bool { return c.Kind == Bars || c.Kind == Stacked || c.Kind == Lines }

// blanks empties the cells of a chart's table that hold no number.
func (p *xlsxPrinter) blanks(t *Table) {
	any := false
	for _, row := range t.Rows {
		for k := range row[1:] {
			if c := &row[k+1]; c.Format == FormatMissing {
				*c, any = Cell{}, true
			}
		}
	}
	if any {
		t.Notes = append(t.Notes[:len(t.Notes):len(t.Notes)], p.words.blank)
	}
}

// chart adds a native chart below its values; of kinds that Excel does not
// have, a picture. A heat map is the values themselves, shaded.
func (p *xlsxPrinter) chart(s *sheet) error {
	c := s.chart
	at := cellName(1, len(s.rows)+2)
	switch c.Kind {
	case HeatMap:
		return nil
	case Dots, Diverging:
		var b bytes.Buffer
		if err := c.picture(p.words, frame{}).PNG(&b, pngScale, pngDPI); err != nil {
			return err
		}
		const scale = 1.2 / pngScale
		return p.file.AddPictureFromBytes(s.name, at, &excelize.Picture{Extension: ".png", File: b.Bytes(),
			Format: &excelize.GraphicOptions{AltText: c.alt(p.words), ScaleX: scale, ScaleY: scale, Positioning: "oneCell"}})
	}
	first := s.frozen + 1
	last := s.frozen + len(c.Labels)
	column := func(n int) string {
		name, _ := excelize.ColumnNumberToName(n)
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quote(s.name), name, first, name, last)
	}
	chart := &excelize.Chart{
		Type:         excelize.Bar,
		Legend:       excelize.ChartLegend{Position: "none"},
		PlotArea:     excelize.ChartPlotArea{ShowVal: true},
		XAxis:        excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow},
		YAxis:        excelize.ChartAxis{None: true},
		ShowBlanksAs: "gap",
		Dimension:    excelize.ChartDimension{Width: 760, Height: uint(min(90+len(c.Labels)*(16*len(c.Series)+12), 2000))},
	}
	switch c.Kind {
	case Stacked:
		chart.Type = excelize.BarPercentStacked
		chart.Dimension.Height = uint(min(120+len(c.Labels)*34, 2000))
	case Lines:
		chart.Type = excelize.Line
		chart.XAxis, chart.YAxis = excelize.ChartAxis{}, excelize.ChartAxis{MajorGridLines: true}
		chart.Dimension.Height = 380
	}
	if len(c.Series) > 1 {
		chart.Legend.Position = "bottom"
	}
	symbols := []string{"circle", "square", "triangle", "diamond", "x", "star"}
	for k := range c.Series {
		name, _ := excelize.ColumnNumberToName(k + 2)
		series := excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$%d", quote(s.name), name, s.frozen),
			Categories: column(1), Values: column(k + 2),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{palette[k%len(palette)]}},
		}
		if c.Kind == Lines {
			ink := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(stroke(k).Stroke)}}
			series.Fill = ink
			series.Line = excelize.LineOptions{Type: excelize.LineSolid, Fill: ink, Width: 1.5, Dash: []excelize.LineDashType{excelize.LineDashSolid, excelize.LineDashDash, excelize.LineDashSysDot, excelize.LineDashSashDot}[k%4]}
			series.Marker = excelize.ChartMarker{Symbol: symbols[k%len(symbols)], Size: 7}
		}
		chart.Series = append(chart.Series, series)
	}
	return p.file.AddChart(s.name, at, chart)
}
