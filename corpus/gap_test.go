package corpus

import (
	"fmt"
	"testing"
)

func TestGap(t *testing.T) {
	d := &Document{Meta: Meta{Language: "ru", Jurisdiction: "KZ", Type: "law"}, Root: unit(KindDocument, "", "", "",
		article("1", "", clause("1", "Совет."), clause("2", "Совет:", subclause("1", "делает;"), subclause("3", "решает."))),
		article("2-1", "", subclause("1", "делает;")),
		article("7", "Текст.", passage("Второй абзац.")),
	)}
	for _, c := range []struct{ typed, above, have, others, before, after string }{
		{"ст. 5", "", "[1 2-1 7]", "[]", "2-1", "7"},
		{"ст. 250 п. 1", "", "[1 2-1 7]", "[]", "7", ""},
		{"ст. 1 п. 4", "ст.1", "[1 2]", "[]", "2", ""},
		{"пп. 2 п. 2 ст. 1", "ст.1/п.2", "[1 3]", "[]", "1", "3"},
		{"п. 1 ст. 7", "ст.7", "[]", "[]", "", ""},
		{"абз. 4 ст. 7", "ст.7", "[1 2]", "[]", "2", ""},
		{"глава 2", "", "[]", "[article]", "", ""},
	} {
		ref, ok := ParseReference(c.typed)
		if !ok {
			t.Fatal(c.typed)
		}
		if found := d.Resolve(ref); found != nil {
			t.Errorf("%s: %s is there", c.typed, found)
		}
		g := d.Gap(ref)
		before, after := g.Around()
		if string(g.Above) != c.above || fmt.Sprint(g.Have) != c.have || fmt.Sprint(g.Others) != c.others || before != c.before || after != c.after {
			t.Errorf("%s: %+v, between %q and %q", c.typed, g, before, after)
		}
	}
}
