package amend

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/parse"
)

// readDraftFile parses a draft of testdata and reads it, a line a paragraph.
func readDraftFile(t *testing.T, name string) *Draft {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	src := &corpus.Source{Name: name, Format: "text"}
	for line := range strings.Lines(string(b)) {
		src.Lines = append(src.Lines, corpus.Line{Text: strings.TrimSpace(line)})
	}
	d, _ := parse.Parse(src)
	return Read(d)
}

// One draft in Russian and in Kazakh orders the same.
func TestParallelDrafts(t *testing.T) {
	ru, kk := readDraftFile(t, "parallel.ru.txt"), readDraftFile(t, "parallel.kk.txt")
	for _, d := range []*Draft{ru, kk} {
		for _, u := range d.Unread {
			t.Errorf("not read: %s (%s)", u.Text, u.Why)
		}
		if len(d.Operations) < 30 {
			t.Fatalf("%d operations", len(d.Operations))
		}
	}
	show := func(o Operation) string {
		var units []string
		for _, u := range o.Units {
			units = append(units, fmt.Sprint(u.Kind, " ", corpus.Number(u.Num), " ", len(u.Units)))
		}
		signs := ""
		if o.Object == Signs || o.Object == Figures { // the same in both languages
			signs = o.Old + " → " + o.New
		}
		return fmt.Sprintf("%s: act %d, %s %s %s of %s, %s, everywhere %v, cases %v, until %q, units %v, from %s, doubts %v", o.Place, o.Act, o.Kind, o.Object, o.Nums, showPlaces(o.Where), string(o.Side)+signs, o.Everywhere, o.Cases, o.Until, units, o.Effect.Date, o.Doubts)
	}
	if len(ru.Operations) != len(kk.Operations) {
		t.Errorf("%d operations in Russian, %d in Kazakh", len(ru.Operations), len(kk.Operations))
	}
	for i := range min(len(ru.Operations), len(kk.Operations)) {
		a, b := ru.Operations[i], kk.Operations[i]
		if show(a) != show(b) {
			t.Errorf("%s\n%s\n ru %s\n kk %s", a.Text, b.Text, show(a), show(b))
		}
		if (a.Old == "") != (b.Old == "") || (a.New == "") != (b.New == "") {
			t.Errorf("%s\n%s\n old %q, %q\n new %q, %q", a.Text, b.Text, a.Old, b.Old, a.New, b.New)
		}
	}
	for i := range min(len(ru.Acts), len(kk.Acts)) {
		if a, b := ru.Acts[i], kk.Acts[i]; a.Type != b.Type || a.Date != b.Date || a.Place != b.Place {
			t.Errorf("acts %+v, %+v", a, b)
		}
	}
}

func BenchmarkReadKazakh(b *testing.B) {
	text, err := os.ReadFile("testdata/parallel.kk.txt")
	if err != nil {
		b.Fatal(err)
	}
	src := &corpus.Source{Name: "draft.txt", Format: "text"}
	for line := range strings.Lines(string(text)) {
		src.Lines = append(src.Lines, corpus.Line{Text: strings.TrimSpace(line)})
	}
	d, _ := parse.Parse(src)
	for b.Loop() {
		Read(d)
	}
}
