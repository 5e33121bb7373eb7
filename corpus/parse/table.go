package parse

import "strings"

// markTables claims the rows of tables. Tables that only lay out a caption or
// a signature were claimed before.
func (p *parser) markTables() {
	for i := range p.paras {
		if l := &p.paras[i]; l.Table > 0 && l.role == plain {
			l.role = row
			l.first = i == 0 || p.paras[i-1].Table != l.Table || p.paras[i-1].role != row
		}
	}
}

// plainText is what a line says whatever its layout: a row's cells that have
// text are joined by spaces, wide gaps and hard spaces are single spaces.
func plainText(l *para) string {
	if l.Table == 0 && !strings.Contains(l.Text, "  ") && !strings.Contains(l.Text, "\u00a0") {
		return l.Text
	}
	return strings.Join(strings.Fields(l.Text), " ")
}
