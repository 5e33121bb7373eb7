package extract

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"svod/corpus"
)

// TestPDFTwins compares PDF with the DOCX of the same document: its words in order.
func TestPDFTwins(t *testing.T) {
	compared := 0
	for _, name := range append(dataFiles(t, "reports/fcoz_un_reports", "*.pdf"), dataFiles(t, "reports/generated/lo", "*.pdf")...) {
		twin, err := os.ReadFile(strings.TrimSuffix(name, ".pdf") + ".docx")
		if err != nil {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines, _, err := readPDF(data)
		if err != nil {
			t.Fatal(err)
		}
		wanted, _, err := docxLines(&input{ctx: t.Context(), data: twin})
		if err != nil {
			t.Fatal(err)
		}
		got, want := orderedWords(lines), orderedWords(wanted)
		same := inOrder(got, want)
		t.Logf("%s: %d of %d words, %d read", name, same, len(want), len(got))
		if same*100 < len(want)*99 || same*100 < len(got)*99 {
			t.Errorf("%s: only %d of %d words, %d read", name, same, len(want), len(got))
		}
		compared++
	}
	if compared == 0 {
		t.Skip("no PDF with a DOCX beside it")
	}
}

// orderedWords are the words of lines without the marks of footnotes, which a
// PDF shows and a DOCX does not have.
func orderedWords(lines []corpus.Line) []string {
	var out []string
	for _, l := range lines {
		for f := range strings.FieldsSeq(l.Text) {
			w := strings.Map(func(r rune) rune {
				if isRaised(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					return -1
				}
				return r
			}, f)
			if w != "" {
				out = append(out, w)
			}
		}
	}
	return out
}

// inOrder is how many words both have in one order: their number less the steps
// of the shortest way from a to b.
func inOrder(a, b []string) int {
	reach := make([]int, 2*(len(a)+len(b))+3)
	zero := len(a) + len(b) + 1
	for d := 0; ; d++ {
		for k := -d; k <= d; k += 2 {
			i := reach[zero+k-1] + 1
			if k == -d || k != d && reach[zero+k-1] < reach[zero+k+1] {
				i = reach[zero+k+1]
			}
			for i < len(a) && i-k >= 0 && i-k < len(b) && a[i] == b[i-k] {
				i++
			}
			reach[zero+k] = i
			if i >= len(a) && i-k >= len(b) {
				return (len(a) + len(b) - d) / 2
			}
		}
	}
}
