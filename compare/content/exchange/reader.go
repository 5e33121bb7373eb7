package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"svod/compare/content"
	"svod/corpus/query"
)

// reader gathers what a file has.
type reader struct {
	name    string
	cb      *content.Codebook
	ids     map[string]bool
	entries int
	losses  []Loss
}

func (r *reader) fail(line int, code string, args ...string) error {
	return &content.Error{File: r.name, Line: line, Code: code, Args: args}
}

func (r *reader) lose(line int, c *content.Category, item, code string, args ...string) {
	l := Loss{Line: line, Item: item, Code: code, Args: args}
	if c != nil {
		l.Category = c.Name
	}
	r.losses = append(r.losses, l)
}

// add puts a category under its parent, which is nil for the outermost. Its ID
// is made of the names: people refer to it in patterns.
func (r *reader) add(parent *content.Category, name string) (*content.Category, error) {
	if len(r.ids) == mostCategories {
		return nil, r.fail(0, "too-many", strconv.Itoa(mostCategories))
	}
	name = strings.Join(strings.Fields(strings.Map(printable, name)), " ")
	if name == "" {
		name = "?"
	}
	id := slug(name)
	if parent != nil {
		id = parent.ID + "." + id
	}
	c := &content.Category{ID: r.free(id), Name: name, Scope: query.ScopeClause}
	if parent != nil {
		parent.Children = append(parent.Children, c)
	} else {
		r.cb.Categories = append(r.cb.Categories, c)
	}
	return c, nil
}

// free is an ID that is not taken, and takes it.
func (r *reader) free(id string) string {
	unique := id
	for n := 2; r.ids[unique]; n++ {
		unique = id + "_" + strconv.Itoa(n)
	}
	r.ids[unique] = true
	return unique
}

// slug is a name as an ID: small letters and digits.
func slug(name string) string {
	fields := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(fields) == 0 {
		return "к"
	}
	return strings.Join(fields, "_")
}

// printable leaves out what no format can hold.
func printable(r rune) rune {
	if r == unicode.ReplacementChar || unicode.IsControl(r) && r != '\n' && r != '\t' {
		return -1
	}
	return r
}

// entry adds a word or a phrase of a dictionary to a category.
func (r *reader) entry(line int, c *content.Category, text string) (pattern string, err error) {
	if r.entries++; r.entries > mostEntries {
		return "", r.fail(line, "too-many", strconv.Itoa(mostEntries))
	}
	pattern, ok := fromGlob(text)
	if !ok {
		r.lose(line, c, text, "unread")
		return "", nil
	}
	if !slices.Contains(c.Any, pattern) {
		c.Any = append(c.Any, pattern)
	}
	return pattern, nil
}

// fromGlob is an entry of a dictionary as a pattern of ours: exact forms and
// words with *.
func fromGlob(text string) (pattern string, ok bool) {
	words := strings.Fields(strings.Map(printable, text))
	for i, w := range words {
		if !strings.ContainsAny(w, "*?") {
			words[i] = "=" + w
		}
	}
	pattern = strings.Join(words, " ")
	q, err := query.ParsePattern(pattern, "", nil)
	if err != nil || strings.HasPrefix(pattern, "re:") {
		return "", false
	}
	ps, obstacle := q.Plain()
	return pattern, obstacle == "" && len(ps) == 1 && !slices.ContainsFunc(ps[0], func(t query.Term) bool { return t.Stem != "" })
}

// settle turns what was gathered into a codebook. Patterns that came back out of
// descriptions may have been changed there: what is faulty is left out and told.
func (r *reader) settle() (*content.Codebook, error) {
	for {
		cb, err := content.Load(r.name, r.cb.YAML())
		faults := content.Faults(err)
		if len(faults) == 0 {
			return cb, err
		}
		left := false
		for _, f := range faults {
			left = r.drop(f) || left
		}
		if !left {
			for _, f := range faults { // their lines are none of the file's
				f.Line, f.Column = 0, 0
			}
			return nil, err
		}
	}
}

// drop leaves out a pattern that has a fault.
func (r *reader) drop(f *content.Error) bool {
	if len(f.Args) == 0 || f.Code != "pattern" && f.Code != "control" {
		return false
	}
	bad, done := f.Args[0], false
	leave := func(c *content.Category, list *[]string) {
		if i := slices.Index(*list, bad); i >= 0 {
			*list = slices.Delete(*list, i, i+1)
			delete(c.Weights, bad)
			r.lose(0, c, bad, "unread")
			done = true
		}
	}
	for c := range r.cb.All() {
		leave(c, &c.Any)
		leave(c, &c.Not)
		leave(c, &c.Require)
	}
	return done
}
