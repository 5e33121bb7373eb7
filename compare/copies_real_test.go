package compare

import (
	"testing"

	"svod/corpus"
)

// The rules on privatisation repeat the law on state property, word for word
// and nearly.
func TestRealCopies(t *testing.T) {
	rules := real(t, "acts/kz-adilet-docx/Приватизация/p1100000920.10-09-2025.rus.docx")
	law := real(t, "acts/kz-adilet-docx/Общий/z1100000413.25-08-2025.rus (1).docx")
	for _, c := range []struct {
		at, in string
		least  float64
	}{
		{"прил/п.82", "ст.104/п.2", 1},
		{"прил/п.80", "ст.103/п.5", 0.8},
	} {
		u := rules.At(corpus.Address(c.at))
		if u == nil {
			t.Fatal(c.at)
		}
		cs := NewOriginal(u).Copies(law.Root, c.least)
		if len(cs) != 1 || string(law.AddressOf(cs[0].Unit)) != c.in {
			t.Errorf("%s: %+v", c.at, cs)
		}
	}
}
