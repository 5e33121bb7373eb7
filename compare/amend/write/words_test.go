package write

import (
	"fmt"
	"strings"
	"testing"

	"svod/compare"
)

// orders prints edits as a drafter would say them.
func orders(es []edit) string {
	var out []string
	for _, e := range es {
		s := fmt.Sprintf("%s %s %q", e.kind, e.object, e.old)
		if e.side != "" {
			s += " " + string(e.side)
		}
		if e.new != "" {
			s += fmt.Sprintf(" %q", e.new)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestWordEdits(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"a word", "Совет избирает председателя из своих членов.", "Совет избирает секретаря из своих членов.",
			`replace words "председателя" "секретаря"`},
		{"never words that only join", "Сведения дают граждане и организации совета.", "Сведения дают граждане, организации совета.",
			`replace words "граждане и организации" "граждане, организации"`},
		{"a word that stands there twice needs its neighbour", "Члены совета выбирают совет, члены совета отзывают совет.", "Члены совета выбирают совет, члены комитета отзывают совет.",
			`replace words "совета отзывают" "комитета отзывают"`},
		{"figures", "Ответ дается в течение 10 рабочих дней.", "Ответ дается в течение 15 рабочих дней.",
			`replace figures "10" "15"`},
		{"figures that are part of a longer number are another word", "Сумма равна 10 и 10,5 процента.", "Сумма равна 12 и 10,5 процента.",
			`replace figures "10" "12"`},
		{"words behind others", "Совет запрашивает сведения у органов.", "Совет запрашивает сведения, документы у органов.",
			`add words "сведения" after ", документы"`},
		{"words at the end", "Решения совета публикуются.", "Решения совета публикуются, кроме секретных.",
			`add words "" end ", кроме секретных"`},
		{"words that go take their comma", "Участвуют граждане, эксперты, организации.", "Участвуют граждане, организации.",
			`remove words ", эксперты"`},
		{"the sign that closes", "вносить предложения.", "вносить предложения;", `replace signs "." ";"`},
		{"a sentence at the end", "Совет собирается раз в год.", "Совет собирается раз в год. Решения совета публикуются.",
			`add sentence "" "Решения совета публикуются."`},
		{"a sentence goes", "Совет собирается раз в год. Решения совета публикуются. Срок хранения – год.", "Совет собирается раз в год. Срок хранения – год.",
			`remove sentence ""`},
		{"quotes stay in pairs", "Член фонда «Отан» участвует в собраниях.", "Член фонда «Родина» участвует в собраниях.",
			`replace words "Отан" "Родина"`},
		{"kinds of quotes and dashes are no change", "фонд \"Отан\" - участник", "фонд «Отан» – участник", ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			es, ok := wordEdits(c.old, c.new, "ru")
			if got := orders(es); got != c.want || !ok {
				t.Errorf("got %v %s\nwant %s", ok, got, c.want)
			}
		})
	}
}

// TestAllNew: a paragraph of which little stays is written anew.
func TestAllNew(t *testing.T) {
	if es, ok := wordEdits("Совет и члены и совет и члены.", "Совет, члены и совет и члены.", "ru"); ok {
		for _, e := range es {
			if !says(compare.Tokens(e.old, "ru")) {
				t.Errorf("quotes %q", e.old)
			}
		}
	}
}

// FuzzWordEdits: edits that are given out make the new paragraph, and what they
// quote stands in the old one.
func FuzzWordEdits(f *testing.F) {
	f.Add("Совет избирает председателя из своих членов.", "Совет избирает секретаря, из числа своих членов;")
	f.Add("в течение 10 (десяти) дней", "в течение 15 (пятнадцати) рабочих дней")
	f.Add("«А», «Б» и \"В\" – органы (далее – органы).", "«А» и \"В\" – органы.")
	f.Fuzz(func(t *testing.T, old, new string) {
		if len(old)+len(new) > 4000 {
			return
		}
		es, ok := wordEdits(old, new, "ru")
		if !ok {
			return
		}
		at := keysOf(compare.Tokens(old, "ru"))
		for _, e := range es {
			if e.old == "" {
				continue
			}
			if e.object != "signs" && occurs(at, e.of) != 1 {
				t.Errorf("%q stands %d times in %q", e.old, occurs(at, e.of), old)
			}
			if !balanced(e.old) {
				t.Errorf("%q is not balanced", e.old)
			}
		}
	})
}

// A draft of one state does not amend the constitution of another.
func TestTemplateOfState(t *testing.T) {
	for state, want := range map[string]string{"KZ": "Казахстан", "RU": "Федерации", "KG": "Кыргызской", "BY": "Беларусь"} {
		for kind, name := range TemplateFor("ru", state).Acts {
			if kind == "constitution" && !strings.Contains(name.Into, want) {
				t.Errorf("%s: %s", state, name.Into)
			}
		}
	}
}
