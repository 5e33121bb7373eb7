package content

import (
	"strings"

	"svod/compare/table"
)

// tried is what was looked for: the patterns of a category, sets written out.
func tried(cb *Codebook, cat *Category) []string {
	write := func(pattern string) string {
		fields := strings.Fields(pattern)
		for i, f := range fields {
			if set, ok := cb.Sets[strings.TrimPrefix(f, "@")]; ok && strings.HasPrefix(f, "@") {
				fields[i] = "(" + strings.Join(set, ", ") + ")"
			}
		}
		return strings.Join(fields, " ")
	}
	var ss []string
	for _, pattern := range cat.Any {
		ss = append(ss, write(pattern))
	}
	return ss
}

// triedWords says the same in the words that a reader of the table knows:
// «состав … совет», without signs of the pattern language. A set is written out
// where it stands first.
func triedWords(cb *Codebook, cat *Category, p *Template) string {
	seen := map[string]bool{}
	var out []string
	for _, pattern := range cat.Any {
		s := p.Pattern
		if !strings.HasPrefix(pattern, "re:") {
			s = plainPattern(cb, pattern, seen)
		}
		if s != "" && (len(out) == 0 || out[len(out)-1] != s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// plainPattern writes one pattern without its signs.
func plainPattern(cb *Codebook, pattern string, seen map[string]bool) string {
	var words []string
	for _, f := range strings.Fields(pattern) {
		name := strings.Trim(f, `()"«»“”`)
		switch {
		case name == "" || strings.HasPrefix(name, "+") && len(name) > 1 || strings.HasPrefix(name, "/") && len(name) > 1:
			f = ellipsis
		case name == "ИЛИ" || name == "OR" || name == "НЕМЕСЕ":
			f = "/"
		case name == "И" || name == "AND" || name == "ЖӘНЕ":
			f = "+"
		case name == "НЕ" || name == "NOT" || name == "ЕМЕС":
			f = "–"
		case strings.HasPrefix(name, "@"):
			name = name[1:]
			if set := cb.Sets[name]; len(set) > 0 && !seen[name] {
				seen[name] = true
				var members []string
				for _, m := range set {
					members = append(members, plainPattern(cb, m, seen))
				}
				f = "[" + name + ": " + strings.Join(members, ", ") + "]"
			} else {
				f = "[" + name + "]"
			}
		case strings.HasPrefix(name, "#"):
			f = "[" + categoryName(cb, name[1:]) + "]"
		default:
			f = strings.TrimPrefix(name, "=")
		}
		if f == ellipsis && (len(words) == 0 || words[len(words)-1] == ellipsis) {
			continue
		}
		words = append(words, f)
	}
	return strings.Join(words, " ")
}

func categoryName(cb *Codebook, id string) string {
	for c := range cb.All() {
		if c.ID == id {
			return c.Name
		}
	}
	return id
}

// maxTried is how much of the words tried a cell shows, in characters; the
// appendix has all.
const maxTried = 300

// none is a cell where nothing was found: it says so, and what was tried.
func (t *TopicTable) none(p *Template, row TopicRow, link string) table.Cell {
	return table.Cell{Runs: []table.Run{{Text: p.None, Mark: table.MarkItalic, Link: link},
		{Text: "\n" + with(p.Tried, shorten(triedWords(t.cb, row.category, p), maxTried)), Mark: table.MarkMuted}}}
}
