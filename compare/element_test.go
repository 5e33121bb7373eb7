package compare

import (
	"testing"

	"svod/corpus"
)

// TestElement checks the second column: what the provision is called in this
// act, and that «новый» and «исключен» agree with it.
func TestElement(t *testing.T) {
	for _, c := range []struct {
		name, state, was, is, want string
	}{
		{"subclause", "KZ", "ст 5\nп 1 | Совет вправе:\nпп 1 | участвовать;\nпп 2 | требовать.", "ст 5\nп 1 | Совет вправе:\nпп 1 | участвовать;\nпп 1-1 | получать копии;\nпп 2 | требовать.",
			"Подпункт 1-1) пункта 1 статьи 5 (новый)"},
		{"part", "KZ", "ст 5\nп 1 | Совет собирается ежемесячно.\n- Заседания его открыты для всех.\nп 2 | Решения публикуются.", "ст 5\nп 1 | Совет собирается ежемесячно.\nп 2 | Решения публикуются.",
			"Часть вторая пункта 1 статьи 5 (исключена)"},
		{"beginning and part", "KZ", "ст 5\nп 1 | Совет собирается ежемесячно.\n- Заседания его открыты для всех.\nп 2 | Решения публикуются.", "ст 5\nп 1 | Совет собирается ежегодно.\n- Заседания его закрыты для всех.\nп 2 | Решения публикуются.",
			"Пункт 1 статьи 5"},
		{"clause that is a part", "RU", "ст 5\nп 1 | Совет собирается ежемесячно.", "ст 5\nп 1 | Совет собирается ежемесячно.\nп 2 | Решения его публикуются.",
			"Часть 2 статьи 5 (новая)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, new := act(t, c.was), act(t, c.is)
			for _, d := range []*corpus.Document{old, new} {
				d.Meta.Jurisdiction, d.Meta.Language = c.state, "ru"
			}
			comparison := Compare(old, new)

			p := &printer{c: comparison, t: TemplateFor("editions", "ru"), lang: "ru"}
			es := comparison.gather(func(r *Row) bool { return r.Change != Unchanged && r.Change != Notes })
			if len(es) != 1 {
				t.Fatalf("%d rows, want 1", len(es))
			}
			if got := p.element(es[0]); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
