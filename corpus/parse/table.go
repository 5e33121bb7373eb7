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

// plainText is what a row says when its table is only layout: its cells that
// have text, joined by spaces.
func plainText(l *para) string {
	if l.Table == 0 {
		return l.Text
	}
	return strings.Join(strings.Fields(l.Text), " ")
}
