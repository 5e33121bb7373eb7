package table

import (
	"fmt"
	"strings"
	"testing"
)

// A long document has a table of contents whose entries lead to its headings; a
// short one has none.
func TestContents(t *testing.T) {
	r := &Report{Title: "Исследование"}
	for i := range fewHeadings {
		r.Blocks = append(r.Blocks, Heading(1+i%2, fmt.Sprintf("Раздел %d & прочее", i+1)), Para("Текст."))
	}
	if doc := unzip(t, write(t, &Printer{}, "docx", r))["word/document.xml"]; strings.Contains(doc, "TOC") {
		t.Error("a short document has a table of contents")
	}
	r.Blocks = append(r.Blocks, Heading(1, "Последний"))
	doc := unzip(t, write(t, &Printer{}, "docx", r))["word/document.xml"]
	begin, end := strings.Index(doc, ` TOC \o "1-3"`), strings.Index(doc, `w:fldCharType="end"`)
	if begin < 0 || end < begin {
		t.Fatalf("no field of contents:\n%s", doc)
	}
	if n := strings.Count(doc[begin:end], "<w:hyperlink"); n != fewHeadings+1 {
		t.Errorf("%d entries", n)
	}
	for n := 1; n <= fewHeadings+1; n++ {
		name := listedName(n)
		if strings.Count(doc, `w:anchor="`+name+`"`) != 1 || strings.Count(doc, `w:name="`+name+`"`) != 1 {
			t.Errorf("%s is no pair of an entry and a heading", name)
		}
	}
}
