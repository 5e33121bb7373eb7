package table

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"net/url"
	"strings"
)

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// A htmlPrinter writes a report as one file that needs nothing from the net.
type htmlPrinter struct {
	*Printer
	redline         bool
	words           phrases
	out             bytes.Buffer
	tables, figures int
	bases           *pageBases
	landscape       bool             // of what is being written, in print
	ids             map[Block]string // of what the contents lead to
}

func (p *Printer) html(w io.Writer, r *Report) error {
	hp := &htmlPrinter{Printer: p, redline: r.Redline, words: r.words(), bases: newPageBases(r.words())}
	fmt.Fprintf(&hp.out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n",
		r.lang(), escape(cmp.Or(r.Title, opening(r.Blocks))), pageCSS)
	if r.Redline {
		hp.out.WriteString("<main class=\"text\">\n")
	}
	turned := make([]bool, len(r.Blocks))
	if !r.Redline {
		turned = orientation(r.Blocks, hp.words)
	}
	hp.turn(len(turned) > 0 && turned[0])
	if r.Title != "" {
		fmt.Fprintf(&hp.out, "<h1>%s</h1>\n", escape(r.Title))
	}
	if !r.Redline {
		hp.search()
		hp.contents(r)
	}
	for i, b := range r.Blocks {
		hp.turn(turned[i])
		hp.block(b)
	}
	hp.turn(false)
	if r.Redline {
		hp.out.WriteString("</main>\n")
	}
	if len(r.Made) > 0 {
		fmt.Fprintf(&hp.out, "<footer>\n<h2>%s</h2>\n<dl>\n", hp.words.log)
		for _, f := range r.Made {
			fmt.Fprintf(&hp.out, "<dt>%s</dt><dd>%s</dd>\n", escape(f.Name), escape(f.Value))
		}
		hp.out.WriteString("</dl>\n</footer>\n")
	}
	hp.bases.print(&hp.out)
	if !r.Redline {
		fmt.Fprintf(&hp.out, "<script>\n%s</script>\n", pageJS)
	}
	if r.Recipe != nil {
		hp.out.WriteString(r.Recipe.script())
	}
	hp.out.WriteString("</body>\n</html>\n")
	_, err := w.Write(hp.out.Bytes())
	return err
}

// turn begins or ends what is printed on landscape pages.
func (p *htmlPrinter) turn(landscape bool) {
	switch {
	case landscape == p.landscape:
	case landscape:
		p.out.WriteString("<div class=\"turned\">\n")
	default:
		p.out.WriteString("</div>\n")
	}
	p.landscape = landscape
}

// search prints the field in which tables are searched.
func (p *htmlPrinter) search() {
	fmt.Fprintf(&p.out, "<p class=\"search\"><input type=\"search\" id=\"q\" placeholder=\"%[1]s\" aria-label=\"%[1]s\"> <output id=\"found\"></output></p>\n", p.words.search)
}

// block prints the block b.
func (p *htmlPrinter) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		tag := "p"
		if b.Level > 0 {
			tag = fmt.Sprintf("h%d", min(b.Level+1, 6))
		}
		fmt.Fprintf(&p.out, "<%s%s%s>", tag, p.place(b, b.Anchor), b.Look.class())
		p.runs(b.Runs)
		fmt.Fprintf(&p.out, "</%s>\n", tag)
		if b.Comment != "" {
			fmt.Fprintf(&p.out, "<p class=\"remark\">%s</p>\n", strings.ReplaceAll(escape(b.Comment), "\n", "<br>"))
		}
	case *Table:
		p.table(b)
	case *Chart:
		p.figures++
		p.out.WriteString("<figure" + p.place(b, "") + ">\n")
		p.chart(b)
		fmt.Fprintf(&p.out, "<figcaption>%s", escape(p.words.numbered(p.words.figure, p.figures, b.Caption)))
		if note := p.words.note(b.Source, b.Base); note != "" {
			fmt.Fprintf(&p.out, "<br><small>%s</small>", escape(note))
		}
		p.out.WriteString("</figcaption>\n</figure>\n")
	}
}

// class returns the classes of a paragraph's look.
func (l Look) class() string {
	var names []string
	for _, c := range []struct {
		on   bool
		name string
	}{{l.Centred, "centred"}, {l.Right, "right"}, {l.Bold, "bold"}, {l.Italic, "italic"}, {l.Red, "note"}} {
		if c.on {
			names = append(names, c.name)
		}
	}
	if names == nil {
		return ""
	}
	return ` class="` + strings.Join(names, " ") + `"`
}

func id(anchor string) string {
	if anchor == "" {
		return ""
	}
	return ` id="` + escape(anchor) + `"`
}

// link returns the start and end of a link, or nothing when it is none.
func (p *htmlPrinter) link(link string) (open, end string) {
	anchor, href := target(link)
	if anchor != "" {
		href = "#" + fragment(anchor)
	}
	if href == "" {
		return "", ""
	}
	return `<a href="` + escape(href) + `">`, "</a>"
}

// fragment returns a name of a page as the end of a URL.
func fragment(anchor string) string { return url.PathEscape(anchor) }

// runs prints runs with their marks; newlines are line breaks.
func (p *htmlPrinter) runs(runs []Run) {
	tags := map[Mark][2]string{
		MarkBold:     {"<b>", "</b>"},
		MarkItalic:   {"<i>", "</i>"},
		MarkInserted: {"<ins>", "</ins>"},
		MarkDeleted:  {"<del>", "</del>"},
		MarkMoved:    {`<span class="moved">`, "</span>"},
		MarkMatch:    {"<mark>", "</mark>"},
		MarkSynonym:  {"<mark><i>", "</i></mark>"},
		MarkMuted:    {`<span class="muted">`, "</span>"},
	}
	for _, r := range runs {
		open, end := p.link(r.Link)
		tag := tags[r.Mark]
		p.out.WriteString(open + tag[0] + strings.ReplaceAll(escape(r.Text), "\n", "<br>") + tag[1] + end)
	}
}

func (p *htmlPrinter) table(t *Table) {
	head, body := t.grids()
	class := "wide"
	if len(head.rows) == 0 && body.cols == 2 {
		class += " facts"
	}
	p.out.WriteString("<div class=\"" + class + "\"" + p.place(t, "") + ">\n<table>\n")
	if t.Caption != "" {
		p.tables++
		fmt.Fprintf(&p.out, "<caption>%s</caption>\n", escape(p.words.numbered(p.words.table, p.tables, t.Caption)))
	}
	p.out.WriteString("<colgroup>")
	shares := t.shares(p.words, 150)
	for _, s := range shares {
		fmt.Fprintf(&p.out, `<col style="width:%.1f%%">`, s*100)
	}
	p.out.WriteString("</colgroup>\n<thead>\n")
	p.rows(head, "th", false)
	p.out.WriteString("</thead>\n<tbody>\n")
	p.rows(body, "td", branching(body))
	p.out.WriteString("</tbody>\n")
	if notes := t.notes(p.words); len(notes) > 0 {
		fmt.Fprintf(&p.out, "<tfoot><tr><td colspan=\"%d\">%s</td></tr></tfoot>\n", body.cols, strings.ReplaceAll(escape(strings.Join(notes, "\n")), "\n", "<br>"))
	}
	p.out.WriteString("</table>\n</div>\n")
}

// rows prints the rows of a grid; in a tree, each with its level, by which the
// page's script folds it.
func (p *htmlPrinter) rows(g grid, tag string, tree bool) {
	for _, row := range g.rows {
		p.out.WriteString("<tr")
		if tree {
			fmt.Fprintf(&p.out, ` data-level="%d"`, level(row))
		}
		p.out.WriteString(">")
		for _, q := range row {
			if q.below {
				continue
			}
			p.cell(q, tag)
		}
		p.out.WriteString("</tr>\n")
	}
}

// level returns how deep the heading of a row stands in a hierarchy.
func level(row []place) int {
	for _, q := range row {
		if q.Cell != nil && !q.below && q.Head {
			return q.Indent
		}
	}
	return 0
}

// branching tells whether a table's rows are a tree of single rows.
func branching(g grid) bool {
	deep := false
	for _, row := range g.rows {
		for _, q := range row {
			if q.below || q.Cell != nil && q.Group {
				return false
			}
		}
		deep = deep || level(row) > 0
	}
	return deep
}

func (p *htmlPrinter) cell(q place, tag string) {
	if q.Cell == nil {
		p.out.WriteString("<" + tag + "></" + tag + ">")
		return
	}
	attr, class := id(q.Anchor), ""
	if tag == "th" {
		attr += ` scope="col"`
	} else if q.Head {
		tag, attr = "th", attr+` scope="row"`
	}
	switch {
	case q.Group:
		class = "group"
	case q.isNumber():
		class = "n"
		attr += fmt.Sprintf(` data-v="%v"`, q.Value)
	case q.Format != FormatText:
		class = "n"
	case q.Right:
		class = "right"
	}
	if class != "" {
		attr += ` class="` + class + `"`
	}
	if q.cols > 1 {
		attr += fmt.Sprintf(` colspan="%d"`, q.cols)
	}
	if q.rows > 1 {
		attr += fmt.Sprintf(` rowspan="%d"`, q.rows)
	}
	if q.Indent > 0 {
		attr += fmt.Sprintf(` style="padding-left:%dem"`, q.Indent+1)
	}
	open, end := p.link(q.Link)
	runs := q.runs(p.words)
	if open == "" && len(runs) > 0 {
		if why := p.bases.add(q.Basis, 0); why >= 0 {
			open, end = fmt.Sprintf(`<a class="why" href="#%s" data-b="%d">`, whyName(why), why), "</a>"
		}
	}
	p.out.WriteString("<" + tag + attr + ">" + open)
	if open != "" { // no link inside a link
		runs = unlinked(runs)
	}
	p.runs(runs)
	p.out.WriteString(end + "</" + tag + ">")
}

func unlinked(runs []Run) []Run {
	out := make([]Run, len(runs))
	for i, r := range runs {
		out[i] = Run{Text: r.Text, Mark: r.Mark}
	}
	return out
}

// chart draws the chart as SVG within the page.
func (p *htmlPrinter) chart(c *Chart) {
	c.picture(p.words, frame{id: fmt.Sprintf("f%d-", p.figures)}).SVG(&p.out)
}

// opening is the first paragraph of blocks: a text without a title of its own is
// known by it.
func opening(bs []Block) string {
	for _, b := range bs {
		if p, ok := b.(*Paragraph); ok && len(p.Runs) > 0 {
			return plain(p.Runs)
		}
	}
	return ""
}
