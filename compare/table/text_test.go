package table

import (
	"strings"
	"testing"
)

// A word is whole where the table has room for all its words, and a number
// always.
func TestWholeWords(t *testing.T) {
	long := strings.Repeat("обсуждение проекта постановления акимата ", 6)
	r := &Report{Language: "ru", Blocks: []Block{&Table{
		Head: [][]Cell{{Text("Категория"), Text("республиканский"), Text("с поправкой"), Text("Рекомендации"), Text("Высказывание"), Text("n")}},
		Rows: [][]Cell{{Text("Участие"), Decimal(1.5), Decimal(2.5), Int(3), Text(long), Int(1234567)}},
	}}}
	for _, width := range []int{90, 100, 120} {
		out := string(write(t, &Printer{Width: width}, "text", r))
		for _, word := range []string{"республиканский", "поправкой", "Рекомендации", "постановления", "1\u00a0234\u00a0567"} {
			if !strings.Contains(out, word) {
				t.Errorf("width %d: %q is torn:\n%s", width, word, out)
			}
		}
		for line := range strings.Lines(out) {
			if n := textWidth(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("width %d: a line of %d", width, n)
			}
		}
	}
	r.Blocks = []Block{&Table{
		Head: [][]Cell{{{Runs: []Run{{Text: "Орган"}}, Rows: 2}, {Runs: []Run{{Text: "республиканский"}}, Cols: 2}}, {Text("n"), Text("%")}},
		Rows: [][]Cell{{Text("Министерство"), Int(1), Int(2)}},
	}}
	if out := string(write(t, &Printer{Width: 60}, "text", r)); !strings.Contains(out, "республиканский") {
		t.Errorf("the head of two narrow columns is torn:\n%s", out)
	}
	if got := wholeWords([]int{30, 8}, []int{0, 6}, 20); got[0] != 12 || got[1] != 8 {
		t.Errorf("no room for all words: %v", got)
	}
}
