package apply

import (
	"slices"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        []string
	}{
		{"органы и органов, орган", "орган", []string{"орган"}},
		{"Орган решает, орган пишет", "орган", []string{"Орган", "орган"}},
		{"закон «О советах» и закон \"О советах\"", "закон “О советах”", []string{"закон «О советах»", "закон \"О советах\""}},
		{"в течение\u00a010  дней", "течение 10 дней", []string{"течение\u00a010  дней"}},
		{"учёт и учет", "учет", []string{"учёт", "учет"}},
		{"cовета", "совета", []string{"cовета"}}, // a Latin c
		{"граж\u00adдан", "граждан", []string{"граж\u00adдан"}},
		{"консультативно–совещательные", "консультативно-совещательные", []string{"консультативно–совещательные"}},
		{"социально-правовой и социально", "социально", []string{"социально"}},
		{"10, 100, 10,5, 10.5, 10 000, 10-1, 10-15 и 10.", "10", []string{"10", "10", "10"}},
		{"статьи 5-1, статьи 5", "статьи 5", []string{"статьи 5"}},
		{"ПРАВА СОВЕТА", "права совета", []string{"ПРАВА СОВЕТА"}},
		{"Права Совета", "права совета", nil},
		{"", "совет", nil},
		{"совет", "", nil},
	} {
		var got []string
		for _, m := range search(fold(c.text), fold(c.words)) {
			got = append(got, c.text[m.lo:m.hi])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
	if ms := searchLoose(fold("административно- территориальной единицы"), fold("административно-территориальной")); len(ms) != 1 || ms[0].lo != 0 {
		t.Errorf("a space behind a hyphen: %v", ms)
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"Первое. Второе! Третье":                        3,
		"Срок, указанный в ст. 5, п. 2, равен 10 дням.": 1,
		"Совет (А. Б. Иванов) решает. Итог.":            2,
		"Пункт 3. 10 дней достаточно.":                  2,
		"": 0,
	} {
		if got := sentences(text); len(got) != want {
			t.Errorf("%q: %d sentences, want %d", text, len(got), want)
		}
	}
}

func TestTidy(t *testing.T) {
	for _, c := range [][4]string{
		{"органы ", "", " и суды", "органы и суды"},
		{"органы ", "", ", суды", "органы, суды"},
		{"органы ", ", суды", " и иные", "органы, суды и иные"},
		{"", "", " и суды", "и суды"},
		{"органы ", "", "", "органы"},
	} {
		if got := tidy(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("%q %q %q: %q, want %q", c[0], c[1], c[2], got, c[3])
		}
	}
}

func FuzzSearch(f *testing.F) {
	f.Add("Органы и «органов» 10-1, 53¹ административно- территориальной", "орган")
	f.Add("и\u0306 ё \u00ad ", " ё")
	f.Fuzz(func(t *testing.T, text, words string) {
		ft, fw := fold(text), fold(words)
		for _, find := range []func(a, b *folded) []match{search, searchLoose} {
			at := 0
			for _, m := range find(ft, fw) {
				if m.lo < at || m.hi <= m.lo || m.hi > len(text) {
					t.Fatalf("%q in %q: %+v after %d", words, text, m, at)
				}
				at = m.hi
			}
		}
	})
}

// Sections that a draft calls by their headings alone are found where one unit
// alone has the heading.
func TestNumberedByHeading(t *testing.T) {
	d := read(t, "ЗАКОН О садах\n\nРаздел 1. Общие положения\nСтатья 1. Понятия\n1. Сад – участок.\nРаздел 2. Особые сады\nСтатья 2. Виды\n1. Сад бывает зимним.\nРаздел 3. Общие положения\nСтатья 3. Итог\n1. Все.")
	for title, want := range map[string]string{"Особые  сады": "разд.2", "Общие положения": "разд", "Сады": "разд"} {
		levels := numbered(d, []amend.Level{{Step: corpus.Step{Kind: corpus.KindSection}, Title: title}})
		if got := (amend.Where{Levels: levels}).Path(); got != want {
			t.Errorf("%s is %s, not %s", title, got, want)
		}
	}
}
