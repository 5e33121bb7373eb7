package table

import (
	"fmt"
	"io"

	"svod/compare/table/draw"
)

// Charts returns the charts of a report, in order.
func (r *Report) Charts() []*Chart {
	var out []*Chart
	for _, b := range r.Blocks {
		if c, ok := b.(*Chart); ok {
			out = append(out, c)
		}
	}
	return out
}

// A ChartError says that a report has no chart of the number that was asked for.
type ChartError struct{ Want, Have int }

func (e *ChartError) Error() string {
	return fmt.Sprintf("table: no chart %d of %d", e.Want, e.Have)
}

// chosen draws the chart that is to be written alone.
func (p *Printer) chosen(r *Report) (*draw.Canvas, error) {
	charts, n := r.Charts(), max(p.Chart, 1)
	if n > len(charts) {
		return nil, &ChartError{n, len(charts)}
	}
	return charts[n-1].picture(r.words(), frame{alone: true}), nil
}

// svg writes one chart as a picture whose text can be searched and edited.
func (p *Printer) svg(w io.Writer, r *Report) error {
	c, err := p.chosen(r)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, xmlHeader); err != nil {
		return err
	}
	return c.SVG(w)
}

// Pixels to a unit of a picture, and to an inch of paper on which a page's
// text is as wide as a narrow picture: 165 mm.
const (
	pngScale = 3
	pngDPI   = narrowPicture * pngScale / 6.5
)

// png writes one chart as a picture for programs that take no SVG.
func (p *Printer) png(w io.Writer, r *Report) error {
	c, err := p.chosen(r)
	if err != nil {
		return err
	}
	return c.PNG(w, pngScale, pngDPI)
}
