package words

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"совет", "", 5}, {"", "сад", 3}, {"совет", "совет", 0},
		{"кантроль", "контроль", 1}, {"общественый", "общественный", 1}, {"сад", "суд", 1}, {"сад", "ад", 1}, {"отчет", "очтет", 2},
		{"қоғам", "когам", 2},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Distance(c.b, c.a); got != c.want {
			t.Errorf("%q, %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
