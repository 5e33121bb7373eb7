package content

import (
	"svod/compare"
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

// names returns short titles for the heads of tables.
func names(docs []*corpus.Document) []string { return compare.Names(docs) }

// date prints 2021-01-03 as 03.01.2021.
func date(iso string) string {
	if len(iso) != len("2006-01-02") {
		return iso
	}
	return iso[8:] + "." + iso[5:7] + "." + iso[:4]
}
