package table

import (
	"fmt"
	"strings"
	"testing"
)

// A short table is not divided; a long one may be, but not behind its first row
// nor in front of its notes; one that its author fills in is left alone.
func TestKeeps(t *testing.T) {
	for _, c := range []struct {
		rows, key, cells int // cells is how many paragraphs are kept with the next
	}{
		{5, 0, 5}, {200, 0, 3}, {1, 0, 1}, {5, 1, 0},
	} {
		tab := &Table{Key: c.key, Head: [][]Cell{{Text("Орган")}}, Notes: []string{"первое", "второе"}}
		for i := range c.rows {
			tab.Rows = append(tab.Rows, []Cell{Text(fmt.Sprintf("область %d", i))})
		}
		doc := unzip(t, write(t, &Printer{}, "docx", &Report{Language: "ru", Blocks: []Block{tab}}))["word/document.xml"]
		if got := strings.Count(doc, `<w:pStyle w:val="Cell"/><w:keepNext/>`) - 1; got != c.cells { // but the head
			t.Errorf("%d rows, key %d: %d are kept, want %d", c.rows, c.key, got, c.cells)
		}
		if got := strings.Count(doc, `<w:pStyle w:val="Note"/><w:keepNext/>`); got != 1 {
			t.Errorf("%d rows: %d of two notes are kept with the next", c.rows, got)
		}
	}
}

// Numbers in a list of facts stand at the left; texts of numbers below numbers.
func TestFlush(t *testing.T) {
	right := func(tab *Table) int {
		doc := unzip(t, write(t, &Printer{}, "docx", &Report{Language: "ru", Blocks: []Block{tab}}))["word/document.xml"]
		return strings.Count(doc, `<w:jc w:val="right"/>`)
	}
	rows := [][]Cell{{Text("Заседаний"), Int(7)}, {Text("От и до"), Text("5 – 9")}, {Text("Проверьте"), Text("да, 2 раза")}}
	if n := right(&Table{Rows: rows}); n != 0 {
		t.Errorf("facts: %d cells at the right", n)
	}
	if n := right(&Table{Head: [][]Cell{{Text("Показатель"), Text("Число")}}, Rows: rows}); n != 2 {
		t.Errorf("a table: %d cells at the right, want 2", n)
	}
}
