package exchange

import (
	"encoding/xml"
	"strings"

	"svod/compare/content"
)

// A dictionary of Yoshikoder is XML: <cnode name desc> are categories, the
// outermost the dictionary itself, <pnode name> are patterns.

func readYoshikoder(r *reader, text string) error {
	root, err := r.tree(text)
	if err != nil {
		return err
	}
	if root.name != "dictionary" {
		return r.fail(root.line, "format", string(Yoshikoder))
	}
	top := root.below
	if len(top) == 1 && top[0].name == "cnode" { // the dictionary itself
		r.cb.Name = line(top[0].attrs["name"])
		if d := line(top[0].attrs["desc"]); d != "" && d != r.cb.Name {
			r.lose(top[0].line, nil, d, "description")
		}
		top = top[0].below
	}
	return r.cnodes(nil, top)
}

func (r *reader) cnodes(parent *content.Category, ns []*element) error {
	for _, n := range ns {
		switch n.name {
		case "cnode":
			c, err := r.add(parent, n.attrs["name"])
			if err != nil {
				return err
			}
			c.Definition = strings.TrimSpace(strings.Map(printable, n.attrs["desc"]))
			if err := r.cnodes(c, n.below); err != nil {
				return err
			}
		case "pnode":
			if parent == nil {
				r.lose(n.line, nil, n.attrs["name"], "category", "")
			} else if _, err := r.entry(n.line, parent, n.attrs["name"]); err != nil {
				return err
			}
		default:
			r.lose(n.line, parent, "<"+n.name+">", "unread")
		}
	}
	return nil
}

func writeYoshikoder(w *writer) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<dictionary style="050805" patternengine="substring">` + "\n")
	title := w.cb.Name
	if title == "" {
		title = "svod"
	}
	b.WriteString("\t<cnode name=" + attr(title) + ` desc="">` + "\n")
	var walk func(cs []*content.Category, indent string)
	walk = func(cs []*content.Category, indent string) {
		for _, c := range cs {
			b.WriteString(indent + "<cnode name=" + attr(line(c.Name)) + " desc=" + attr(c.Definition) + ">\n")
			for _, e := range w.entries(c, "*") {
				b.WriteString(indent + "\t<pnode name=" + attr(e.text) + "/>\n")
			}
			walk(c.Children, indent+"\t")
			b.WriteString(indent + "</cnode>\n")
		}
	}
	walk(w.cb.Categories, "\t\t")
	b.WriteString("\t</cnode>\n</dictionary>\n")
	w.left("definition")
	return []byte(b.String())
}
