package table

import (
	"fmt"
	"strings"
)

// A contentsEntry is a heading, a table or a figure of a page.
type contentsEntry struct {
	level int // of headings; tables and figures are below any
	text  string
	id    string
}

const belowHeadings = 7

// contents lists what a long page holds, as a tree that folds, and gives its
// blocks the names that the list leads to.
func (p *htmlPrinter) contents(r *Report) {
	var list []contentsEntry
	ids := map[Block]string{}
	tables, figures := 0, 0
	for i, b := range r.Blocks {
		e := contentsEntry{id: fmt.Sprintf("b-%d", i+1), level: belowHeadings}
		switch b := b.(type) {
		case *Paragraph:
			if b.Level == 0 {
				continue
			}
			e.level, e.text = b.Level, strings.Join(strings.Fields(plain(b.Runs)), " ")
			if b.Anchor != "" {
				e.id = b.Anchor
			}
		case *Table:
			if b.Caption == "" {
				continue
			}
			tables++
			e.text = p.words.numbered(p.words.table, tables, b.Caption)
		case *Chart:
			figures++
			e.text = p.words.numbered(p.words.figure, figures, b.Caption)
		}
		if e.text != "" {
			list = append(list, e)
			ids[b] = e.id
		}
	}
	if len(list) <= fewHeadings {
		return
	}
	p.ids = ids
	fmt.Fprintf(&p.out, "<details class=\"contents\">\n<summary>%s</summary>\n<ul>\n", escape(p.words.contents))
	p.branch(list)
	p.out.WriteString("</ul>\n</details>\n")
}

// branch prints entries; what is below another folds into it.
func (p *htmlPrinter) branch(list []contentsEntry) {
	for len(list) > 0 {
		e, end := list[0], 1
		for end < len(list) && list[end].level > e.level {
			end++
		}
		link := fmt.Sprintf(`<a href="#%s">%s</a>`, escape(fragment(e.id)), escape(e.text))
		if end == 1 {
			p.out.WriteString("<li>" + link + "</li>\n")
		} else {
			p.out.WriteString("<li><details open><summary>" + link + "</summary>\n<ul>\n")
			p.branch(list[1:end])
			p.out.WriteString("</ul>\n</details></li>\n")
		}
		list = list[end:]
	}
}

// place returns the attribute that names a block, if the contents lead to it.
func (p *htmlPrinter) place(b Block, anchor string) string {
	if anchor == "" {
		anchor = p.ids[b]
	}
	return id(anchor)
}
