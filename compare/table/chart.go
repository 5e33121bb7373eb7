package table

// table returns the chart's values as a table.
func (c *Chart) table(w phrases) *Table {
	t := &Table{Caption: c.Caption, Source: c.Source, Base: c.Base, Notes: c.Legend, Landscape: c.Landscape, Head: [][]Cell{{Text("")}}}
	for _, s := range c.Series {
		t.Head[0] = append(t.Head[0], Text(s.Name))
	}
	p := &plot{c: c, w: w, format: c.format()}
	for i, l := range c.Labels {
		row := []Cell{{Runs: []Run{{Text: l}}, Head: true}}
		for k, s := range c.Series {
			v, ok := c.value(k, i)
			cell := Missing()
			switch {
			case i < len(s.Texts) && s.Texts[i] != "":
				cell = Text(p.written(k, i))
			case ok:
				cell = Cell{Value: v, Format: p.format}
			}
			if c.Kind == HeatMap {
				cell.shade = c.shade(k, i).Fill
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
