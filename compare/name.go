package compare

import (
	"strings"

	"svod/corpus"
)

// maxName is the length of a title in the head of a column, in characters.
const maxName = 70

// Names returns short titles of acts for the heads of tables. Acts of one title
// are told apart by their editions, or by their files where those are the same
// or unknown.
func Names(docs []*corpus.Document) []string {
	type edition struct{ title, date string }
	titles, editions := map[string]int{}, map[edition]int{}
	title := func(d *corpus.Document) string {
		switch {
		case d.Meta.Title != "":
			return strings.Join(strings.Fields(d.Meta.Title), " ")
		case d.Source != nil:
			return d.Source.Name
		}
		return d.ID
	}
	for _, d := range docs {
		titles[title(d)]++
		editions[edition{title(d), d.Meta.Edition}]++
	}
	ns := make([]string, len(docs))
	for i, d := range docs {
		name := title(d)
		ns[i] = shortTitle(name)
		switch {
		case titles[name] == 1:
		case editions[edition{name, d.Meta.Edition}] > 1 || d.Meta.Edition == "":
			file := d.ID
			if d.Source != nil {
				file = d.Source.Name
			}
			ns[i] += " (" + file + ")"
		default:
			ns[i] += " (" + printDate(d.Meta.Edition) + ")"
		}
	}
	return ns
}

// shortTitle shortens a long title, at a comma if there is one.
func shortTitle(title string) string {
	short := strings.TrimSuffix(quote(title, maxName), " …")
	if short == title {
		return title
	}
	if i := strings.LastIndex(short, ", "); i > 0 {
		short = short[:i]
	}
	return short + " …"
}
