package content

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"svod/corpus"
)

// Title returns the title of a document, or the name of its file.
func Title(d *corpus.Document) string {
	if d.Meta.Title != "" {
		return d.Meta.Title
	}
	return fileName(d)
}

func fileName(d *corpus.Document) string {
	if d.Source == nil {
		return ""
	}
	return d.Source.Name
}

// maxName is the length of a title in the head of a column, in characters.
const maxName = 70

// names returns short titles for the heads of tables. Acts of one title are told
// apart by their editions, or by their files where those are the same or unknown.
func names(docs []*corpus.Document) []string {
	type edition struct{ title, edition string }
	titles, editions := map[string]int{}, map[edition]int{}
	for _, d := range docs {
		titles[Title(d)]++
		editions[edition{Title(d), d.Meta.Edition}]++
	}
	ns := make([]string, len(docs))
	for i, d := range docs {
		title := Title(d)
		ns[i] = shortTitle(title)
		switch {
		case editions[edition{title, d.Meta.Edition}] > 1 || titles[title] > 1 && d.Meta.Edition == "":
			ns[i] += " (" + cmp.Or(fileName(d), d.ID) + ")"
		case titles[title] > 1:
			ns[i] += " (" + date(d.Meta.Edition) + ")"
		}
	}
	return ns
}

// shortTitle shortens a long title, at a comma if there is one.
func shortTitle(title string) string {
	if utf8.RuneCountInString(title) <= maxName {
		return title
	}
	short := title[:cut(title, 0, maxName)]
	if i := strings.LastIndex(short, ", "); i > 0 {
		return short[:i] + " " + ellipsis
	}
	return shorten(title, maxName)
}

// date prints 2021-01-03 as 03.01.2021.
func date(iso string) string {
	if len(iso) != len("2006-01-02") {
		return iso
	}
	return iso[8:] + "." + iso[5:7] + "." + iso[:4]
}
