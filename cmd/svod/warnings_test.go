package main

import (
	"slices"
	"testing"

	"svod/corpus"
)

func TestWarningsOfPagesAreOneLine(t *testing.T) {
	e := &env{lang: "en"}
	var ws []corpus.Warning
	for _, p := range []int{7, 1, 2, 3, 9, 10} {
		ws = append(ws, corpus.Warning{Code: "pdf-page-no-text", Page: p})
	}
	ws = append(ws, corpus.Warning{Code: "garbage-text"}, corpus.Warning{Code: "pdf-page-damaged", Page: 4})
	want := []string{
		"pages 1–3, 7, 9, 10: " + e.warning(corpus.Warning{Code: "pdf-page-no-text"}),
		e.warning(corpus.Warning{Code: "garbage-text"}),
		"page 4: " + e.warning(corpus.Warning{Code: "pdf-page-damaged"}),
	}
	if got := e.warnings(ws); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}
