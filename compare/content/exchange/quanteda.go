package exchange

import (
	"strconv"
	"strings"

	"svod/compare/content"
)

// A dictionary of quanteda in YAML is a mapping of categories to lists of words;
// a category with others below it is a mapping again, its own words under «__».
//
//	формы:
//	  слушания: [слушан*, общественн* слушан*]
//	  __: [=участие]

const ownWords = "__"

func readQuanteda(r *reader, text string) error {
	root, err := content.Outline(r.name, []byte(text))
	if err != nil {
		return err
	}
	if len(root) == 0 {
		return r.fail(1, "format", string(Quanteda))
	}
	for _, b := range root {
		if !b.Branch {
			return r.fail(b.Line, "format", string(Quanteda))
		}
	}
	return r.branches(nil, root, 0)
}

func (r *reader) branches(c *content.Category, bs []content.Branch, depth int) error {
	if depth > mostDepth {
		return r.fail(bs[0].Line, "too-deep", strconv.Itoa(mostDepth))
	}
	for _, b := range bs {
		switch {
		case !b.Branch:
			if c == nil {
				r.lose(b.Line, nil, b.Text, "category", "")
			} else if _, err := r.entry(b.Line, c, b.Text); err != nil {
				return err
			}
		case b.Text == ownWords:
			if err := r.branches(c, b.Below, depth+1); err != nil {
				return err
			}
		default:
			child, err := r.add(c, b.Text)
			if err != nil {
				return err
			}
			if len(b.Below) > 0 {
				if err := r.branches(child, b.Below, depth+1); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func writeQuanteda(w *writer) []byte {
	var b strings.Builder
	var walk func(cs []*content.Category, indent string)
	walk = func(cs []*content.Category, indent string) {
		taken := map[string]bool{ownWords: true}
		for _, c := range cs {
			name := line(c.Name)
			if taken[name] { // a key stands but once
				name = c.ID
				w.lose(c, "", "category-name", name)
			}
			taken[name] = true
			entries := w.entries(c, "*?")
			b.WriteString(indent + content.YAMLKey(name) + ":")
			switch {
			case len(c.Children) == 0 && len(entries) == 0:
				b.WriteString(" []\n")
				continue
			case len(c.Children) == 0:
				b.WriteByte('\n')
				list(&b, indent+"  ", entries)
				continue
			}
			b.WriteByte('\n')
			walk(c.Children, indent+"  ")
			if len(entries) > 0 {
				b.WriteString(indent + "  " + ownWords + ":\n")
				list(&b, indent+"    ", entries)
			}
		}
	}
	walk(w.cb.Categories, "")
	w.left()
	return []byte(b.String())
}

func list(b *strings.Builder, indent string, entries []entry) {
	for _, e := range entries {
		b.WriteString(indent + "- " + content.YAMLString(e.text) + "\n")
	}
}
