package content

import (
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/parse"
)

// TestCodingUnits: what coders get is what Count counts, cut at sentences or
// paragraphs, and never a heading alone.
func TestCodingUnits(t *testing.T) {
	cb, err := Load("cb.yaml", []byte("codebook: Советы\ncategories:\n  - {id: совет, any: [совет]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	src := &corpus.Source{Name: "a.txt", Format: "text", SHA256: strings.Repeat("ab", 32)}
	for _, line := range []string{"Отчет совета", "", "1. Общие сведения", "", "Совет собирался дважды. Кворум был.", "", "2. Совет дал:", "1) две рекомендации;", "2) совет акиму."} {
		src.Lines = append(src.Lines, corpus.Line{Text: line})
	}
	d, _ := parse.Parse(src)
	for _, c := range []struct {
		unit Unit
		want []string
	}{
		{UnitSentence, []string{"Совет собирался дважды. 1", "Кворум был. 0", "Совет дал: 1", "две рекомендации; 0", "совет акиму. 1"}},
		{UnitPassage, []string{"Совет собирался дважды. Кворум был. 1", "Совет дал: 1", "две рекомендации; 0", "совет акиму. 1"}},
	} {
		var got []string
		for _, u := range CodingUnits(cb, d, c.unit) {
			got = append(got, fmt.Sprint(strings.TrimSpace(u.Text), " ", u.Found["совет"]))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.unit, got, c.want)
		}
	}
}
