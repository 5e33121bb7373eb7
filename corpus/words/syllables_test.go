package words

import "testing"

func TestSyllables(t *testing.T) {
	for form, want := range map[string]int{"совет": 2, "общественный": 4, "в": 0, "нпо": 1, "социально-правовой": 7, "2021": 0, "қоғамдық": 3, "үй": 1, "аэроэлектроника": 8} {
		if got := Syllables(form); got != want {
			t.Errorf("Syllables(%s) = %d, want %d", form, got, want)
		}
	}
}
