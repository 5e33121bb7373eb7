package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/compare/content"
	"svod/corpus/query"
)

// writer gathers what a format cannot hold.
type writer struct {
	cb     *content.Codebook
	losses []Loss
}

func (w *writer) lose(c *content.Category, item, code string, args ...string) {
	l := Loss{Item: item, Code: code, Args: args}
	if c != nil {
		l.Category = c.Name
	}
	w.losses = append(w.losses, l)
}

// An entry is a word or a phrase of a dictionary.
type entry struct {
	text   string
	weight float64
}

// innerMark is a * that is not the end of a word.
var innerMark = regexp.MustCompile(`\*\S`)

// entries are the patterns of a category itself in the form of a dictionary.
// marks are the signs for letters that the format has.
func (w *writer) entries(c *content.Category, marks string) []entry {
	var out []entry
	seen := map[string]bool{}
	add := func(p content.Pattern, text string) bool {
		if marks == "" && innerMark.MatchString(text) || !strings.Contains(marks, "?") && strings.Contains(text, "?") {
			w.lose(c, p.Text, "wildcard")
			return false
		}
		if seen[text] {
			return true
		}
		seen[text] = true
		weight, ok := c.Weights[p.Text]
		if !ok {
			weight = 1
		}
		out = append(out, entry{text, weight})
		return true
	}
	for _, p := range c.Patterns() {
		if text, ok := toGlob(p.Text); ok {
			add(p, text)
			continue
		}
		phrases, obstacle := p.Query.Plain()
		if obstacle != "" {
			w.lose(c, p.Text, "operator", obstacle)
			continue
		}
		var near []string
		for _, ph := range phrases {
			text, exact := glob(ph)
			if add(p, text) && !exact {
				near = append(near, text)
			}
		}
		if len(near) > 0 {
			w.lose(c, p.Text, "near", strings.Join(near, ", "))
		}
	}
	return out
}

// toGlob is a pattern as the entry that fromGlob makes it of.
func toGlob(pattern string) (string, bool) {
	var words []string
	for _, f := range strings.Fields(pattern) {
		words = append(words, strings.TrimPrefix(f, "="))
	}
	text := strings.Join(words, " ")
	back, ok := fromGlob(text)
	return text, ok && back == pattern
}

// leastStem is how many letters make a word with * find what is meant: «не*»
// would find «небо».
const leastStem = 4

// glob is a phrase as an entry; exact says that it finds just the same.
func glob(phrase []query.Term) (text string, exact bool) {
	exact = true
	words := make([]string, len(phrase))
	for i, t := range phrase {
		words[i] = t.Text
		if t.Stem == "" || strings.Trim(t.Text, "0123456789.,-") == "" {
			continue
		}
		exact = false
		if strings.HasPrefix(t.Text, t.Stem) && utf8.RuneCountInString(t.Stem) >= leastStem {
			words[i] = t.Stem + "*"
		}
	}
	return strings.Join(words, " "), exact
}

// left tells what else a dictionary leaves out. has lists what the format holds
// beside names and patterns.
func (w *writer) left(has ...string) {
	holds := map[string]bool{}
	for _, h := range has {
		holds[h] = true
	}
	for c := range w.cb.All() {
		for _, f := range []struct {
			code string
			some bool
			args []string
		}{
			{"not", len(c.Not) > 0, c.Not},
			{"require", len(c.Require) > 0, c.Require},
			{"definition", c.Definition != "", nil},
			{"examples", len(c.Include)+len(c.Exclude) > 0, nil},
			{"tone", c.Tone != "", []string{c.Tone}},
			{"weights", weighs(c), nil},
			{"color", c.Color != "", nil},
			{"heading", c.Heading, nil},
			{"guid", c.GUID != "", nil},
		} {
			if f.some && !holds[f.code] {
				w.lose(c, "", f.code, f.args...)
			}
		}
	}
	if holds["head"] {
		return
	}
	var head []string
	for _, f := range []struct {
		key  string
		some bool
	}{{"version", w.cb.Version != ""}, {"language", w.cb.Language != ""}, {"unit", true}, {"count", true}, {"nested", true}, {"skip", len(w.cb.Skip) > 0},
		{"sets", len(w.cb.Sets) > 0}, {"variables", len(w.cb.Variables) > 0}, {"indicators", w.cb.Indicators != ""}} {
		if f.some {
			head = append(head, f.key)
		}
	}
	w.lose(nil, "", "head", append(head, "id")...)
}

func weighs(c *content.Category) bool {
	for _, weight := range c.Weights {
		if weight != 1 {
			return true
		}
	}
	return false
}

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
