package content

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"
)

// YAML prints a codebook as people like to read it: in the words of its
// language, lists on one line where they are short. Loaded again it is the same
// codebook; comments of the file that it came from are gone.
func (cb *Codebook) YAML() []byte {
	p := &yamlPrinter{}
	p.field(0, "codebook", cb.Name)
	p.field(0, "version", cb.Version)
	p.field(0, "language", cb.Language)
	p.field(0, "unit", wordFor(units, cb.Unit))
	p.field(0, "count", wordFor(measures, cb.Measure))
	p.field(0, "nested", string(cb.Nested))
	p.list(0, "skip", cb.skipWords())
	if len(cb.Sets) > 0 {
		p.line(0, "sets:")
		for _, name := range sortedKeys(cb.Sets) {
			p.list(2, mapKey(name), cb.Sets[name])
		}
	}
	if len(cb.Categories) > 0 {
		p.line(0, "categories:")
	}
	for _, c := range cb.Categories {
		p.category(2, c)
	}
	if len(cb.Variables) > 0 {
		p.line(0, "variables:")
	}
	for _, v := range cb.Variables {
		p.variable(2, v)
	}
	if cb.Indicators != "" {
		p.line(0, "indicators:")
		for line := range strings.SplitSeq(cb.Indicators, "\n") {
			p.line(2, line)
		}
	}
	return p.b.Bytes()
}

// skipWords are the words for what a codebook leaves out.
func (cb *Codebook) skipWords() []string {
	var out []string
	for _, s := range cb.Skip {
		out = append(out, wordFor(skips, s))
	}
	return out
}

// wordFor is the word of a codebook for a value: of several, the shortest in
// Cyrillic letters.
func wordFor[V comparable](words map[string]V, value V) string {
	best := ""
	for _, w := range sortedKeys(words) {
		if words[w] != value {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		b, _ := utf8.DecodeRuneInString(best)
		switch russian, have := unicode.Is(unicode.Cyrillic, r), unicode.Is(unicode.Cyrillic, b); {
		case best == "", russian && !have, russian == have && len(w) < len(best):
			best = w
		}
	}
	return best
}

type yamlPrinter struct{ b bytes.Buffer }

func (p *yamlPrinter) line(indent int, s string) {
	fmt.Fprintf(&p.b, "%*s%s\n", indent, "", s)
}

func (p *yamlPrinter) field(indent int, key, value string) {
	if value != "" {
		p.line(indent, key+": "+scalar(value))
	}
}

// widest is the length of a list that stands on one line.
const widest = 90

// list prints a list on one line if it fits there, else one by one.
func (p *yamlPrinter) list(indent int, key string, items []string) {
	var out []string
	n := indent + len(key)
	short := true
	for _, s := range items {
		q := scalar(s)
		short = short && (!strings.ContainsAny(q, "{}[],:\"") || len(items) == 1 && q[0] == '\'')
		n += utf8.RuneCountInString(q) + 2
		out = append(out, q)
	}
	switch {
	case len(items) == 0 && indent == 2: // a set without members
		p.line(indent, key+": []")
	case len(items) == 0:
	case short && n <= widest:
		p.line(indent, key+": ["+strings.Join(out, ", ")+"]")
	default:
		p.line(indent, key+":")
		for _, q := range out {
			p.line(indent+2, "- "+q)
		}
	}
}

// examples prints what is mostly one.
func (p *yamlPrinter) examples(indent int, key string, items []string) {
	if len(items) == 1 && items[0] != "" {
		p.field(indent, key, items[0])
		return
	}
	p.list(indent, key, items)
}

// begin prints the first field of an item of a list.
func (p *yamlPrinter) begin(indent int, key, value string) {
	p.line(indent, "- "+key+": "+scalar(value))
}

func (p *yamlPrinter) category(indent int, c *Category) {
	p.begin(indent, "id", c.ID)
	indent += 2
	if c.Name != c.ID {
		p.field(indent, "name", c.Name)
	}
	if c.Heading {
		p.line(indent, "heading: true")
	}
	p.field(indent, "definition", c.Definition)
	p.field(indent, "color", c.Color)
	p.field(indent, "guid", c.GUID)
	p.coding(indent, c)
	if len(c.Children) > 0 {
		p.line(indent, "children:")
		for _, child := range c.Children {
			p.category(indent+2, child)
		}
	}
}

// coding prints how a category is told.
func (p *yamlPrinter) coding(indent int, c *Category) {
	p.examples(indent, "include", c.Include)
	p.examples(indent, "exclude", c.Exclude)
	p.field(indent, "tone", c.Tone)
	p.list(indent, "any", c.Any)
	if len(c.Weights) > 0 {
		p.line(indent, "weights:")
		for _, s := range sortedKeys(c.Weights) {
			p.line(indent+2, mapKey(s)+": "+strconv.FormatFloat(c.Weights[s], 'g', -1, 64))
		}
	}
	p.list(indent, "not", c.Not)
	if len(c.Require) > 0 {
		p.line(indent, "require:")
		p.field(indent+2, "scope", wordFor(scopes, c.Scope))
		p.list(indent+2, "all", c.Require)
	}
}

func (p *yamlPrinter) variable(indent int, v Variable) {
	p.begin(indent, "id", v.ID)
	indent += 2
	if v.Name != v.ID {
		p.field(indent, "name", v.Name)
	}
	p.field(indent, "definition", v.Definition)
	p.field(indent, "type", v.Type)
	if len(v.Values) > 0 {
		p.line(indent, "values:")
		for _, k := range v.Codes {
			p.line(indent+2, mapKey(k)+": "+scalar(v.Values[k]))
		}
	}
	p.field(indent, "missing", v.Missing)
	p.field(indent, "category", v.Category)
}

var (
	// What YAML reads as it stands, in front and further on.
	bare = lazy.New(`^[\p{L}\d«=(/^][^#"]*$`)
	// Words that mean something else than themselves, or may in other readers.
	meant       = lazy.New(`(?i)^(?:y|n|yes|no|true|false|on|off|null|[-+.\d][\d_.,:eExXoObB+-]*|=|<<)$`)
	plainNumber = lazy.New(`^(?:0|[1-9]\d*)(?:\.\d+)?$`)
	key         = lazy.New(`^[\p{L}\d=][\p{L}\d ._*/+=-]*$`)
)

// scalar prints a string so that YAML reads just it.
func scalar(s string) string {
	switch {
	case plainNumber.MatchString(s):
		return s
	case bare.MatchString(s) && !meant.MatchString(s) && strings.TrimSpace(s) == s && !strings.ContainsFunc(s, unprintable) &&
		!strings.Contains(s, ": ") && !strings.HasSuffix(s, ":"):
		return s
	case strings.ContainsFunc(s, unprintable):
		return strconv.Quote(s)
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }

// mapKey prints a string that a colon follows.
func mapKey(s string) string {
	if !key.MatchString(s) && !strings.HasPrefix(scalar(s), "'") && !strings.HasPrefix(scalar(s), `"`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return scalar(s)
}

// equal reports whether two codebooks mean the same.
func equal(a, b *Codebook) bool { return bytes.Equal(a.YAML(), b.YAML()) }
