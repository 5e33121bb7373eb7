package compare

import "testing"

// A space too many does not tear a number.
func TestThousands(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"7 630,0", "7\u00a0 630,0", true},
		{"7\u00a0630,0 тысяч", "7 \u00a0630,0 тысяч", true},
		{"пункт 7\u00a0 63", "пункт 763", false},
		{"статьи 7\u00a0 и 630", "статьи 7630", false},
	} {
		if got := fold(tokenize(c.a, "ru")) == fold(tokenize(c.b, "ru")); got != c.same {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}
