package store

import (
	"fmt"
	"testing"

	"svod/corpus"
)

func TestUnread(t *testing.T) {
	s := open(t)
	a := add(t, s, "a.pdf", law("О советах", 2), func(d *corpus.Document) {
		d.Source.Warnings = []corpus.Warning{{Code: "pdf-page-no-text", Page: 3}, {Code: "ocr", Args: []string{"1–2"}}}
	})
	add(t, s, "b.pdf", law("О садах", 3), nil)
	got, err := s.Warnings(ctx, "pdf-page-no-text", "cut-short")
	if err != nil || fmt.Sprint(got) != fmt.Sprintf("map[%s:[{pdf-page-no-text 3 []}]]", a.Entry.ID) {
		t.Errorf("%v, %v", got, err)
	}

	refused := func(want string) {
		t.Helper()
		if got, err := s.Refused(ctx); err != nil || fmt.Sprint(got) != want {
			t.Errorf("%v, %v, want %s", got, err, want)
		}
	}
	set := func(r []Refused, read ...string) {
		t.Helper()
		if err := s.SetRefused(ctx, r, read); err != nil {
			t.Fatal(err)
		}
	}
	refused("[]")
	set([]Refused{{"скан.pdf", "no-text", []string{"tesseract"}}, {"*.docx", "damaged", nil}})
	refused("[{*.docx damaged []} {скан.pdf no-text [tesseract]}]")
	set(nil, "другой.pdf")
	refused("[{*.docx damaged []} {скан.pdf no-text [tesseract]}]")
	set([]Refused{{"*.docx", "encrypted", nil}}, "скан.pdf")
	refused("[{*.docx encrypted []}]")
}
