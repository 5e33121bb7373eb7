package table

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// mostUnscripted bounds what a page repeats for readers without scripts.
const mostUnscripted = 2 << 20

// whyName names the explanation of a number within a page.
func whyName(n int) string { return "why-" + strconv.Itoa(n) }

func moreOf(w phrases, n int) string { return strings.ReplaceAll(w.more, "{n}", strconv.Itoa(n)) }

// unscripted writes what explains the numbers as plain text, which a browser
// shows where scripts are off: the numbers are links to it.
func (p *pageBases) unscripted(out *bytes.Buffer) {
	w := p.words
	fmt.Fprintf(out, "<noscript class=\"bases\">\n<h2>%s</h2>\n", escape(w.bases))
	start := out.Len()
	for n, b := range p.bases {
		fmt.Fprintf(out, "<section id=\"%s\"><h3>%s: %s</h3>\n", whyName(n), escape(b.What), escape(b.Value))
		if b.Formula != "" {
			fmt.Fprintf(out, "<p>%s: %s</p>\n", escape(w.formula), escape(b.Formula))
		}
		list := func(head string, lines []string) {
			if len(lines) == 0 {
				return
			}
			if head != "" {
				fmt.Fprintf(out, "<p>%s:</p>\n", escape(head))
			}
			out.WriteString("<ul>\n")
			for _, l := range lines {
				out.WriteString("<li>" + l + "</li>\n")
			}
			out.WriteString("</ul>\n")
		}
		var terms, items, tried, in []string
		for _, t := range b.Terms {
			value := escape(t.Value)
			if t.Basis >= 0 {
				value = fmt.Sprintf(`<a href="#%s">%s</a>`, whyName(t.Basis), value)
			}
			terms = append(terms, escape(t.Name)+": "+value)
		}
		for _, pair := range b.Items {
			if out.Len()-start < mostUnscripted {
				items = append(items, p.items[pair[0]].unscripted(pair[1]))
			}
		}
		if more := b.More + len(b.Items) - len(items); more > 0 {
			items = append(items, escape(moreOf(w, more)))
		}
		for _, s := range b.Tried {
			tried = append(tried, escape(s))
		}
		for _, s := range b.In {
			in = append(in, escape(s))
		}
		list("", terms)
		list("", items)
		list(w.tried, tried)
		list(w.in, in)
		out.WriteString("</section>\n")
		if out.Len()-start > mostUnscripted {
			if more := len(p.bases) - n - 1; more > 0 {
				fmt.Fprintf(out, "<p>%s</p>\n", escape(moreOf(w, more)))
			}
			break
		}
	}
	out.WriteString("</noscript>\n")
}

// unscripted returns a quote with its matches and its part of the number.
func (it pageItem) unscripted(count int) string {
	var b bytes.Buffer
	b.WriteString(escape(it.Document))
	if it.Citation != "" {
		b.WriteString(", <b>" + escape(it.Citation) + "</b>")
	}
	b.WriteString(". ")
	for i, s := range it.Text {
		if i%2 == 1 {
			b.WriteString("<mark>" + escape(s) + "</mark>")
		} else {
			b.WriteString(escape(s))
		}
	}
	fmt.Fprintf(&b, " · %d", count)
	return b.String()
}
