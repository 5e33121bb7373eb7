package compare

import (
	"fmt"
	"strings"
	"testing"

	"svod/compare/table"
)

const oldBudget = `
п 1 | Утвердить бюджет сельского округа:
табл | Бюджет на 2026 год
стр | Код ; Наименование ; Сумма, тысячи тенге
стр | 1 ; Доходы ; 33 143,0
стр | 01 ; Налоги на имущество ; 820,0
стр | 02 ; Земельный налог ; 650,0
стр | 124 ; Аппарат акима ; 1 050,0
стр | 124 ; Аппарат акима ; 12 045,4
стр | 5 ; Дефицит ; - 6 561,7`

// Rows keep their counterparts by what they are called, numbers are compared as
// numbers, and a new column is no change of the cells beside it.
func TestTables(t *testing.T) {
	for _, c := range []struct{ name, new, want string }{
		{"numbers", strings.NewReplacer("33 143,0", "34 116,2", "- 6 561,7", "0", "820,0", "н/д").Replace(oldBudget), `
changed стр.2: Сумма, тысячи тенге 33 143,0 → 34 116,2 +973.2 2.9%
changed стр.3: Сумма, тысячи тенге 820,0 → н/д
changed стр.7: Сумма, тысячи тенге - 6 561,7 → 0 +6561.7 100.0%`},
		{"rows", strings.NewReplacer("стр | 02", "стр | 03 ; Транспортный налог ; 8 542,0\nстр | 02", "стр | 124 ; Аппарат акима ; 1 050,0\n", "").Replace(oldBudget), `
added стр.4:
removed :`},
		{"a row among its like", strings.Replace(oldBudget, "12 045,4", "12 045,5", 1), `
changed стр.6: Сумма, тысячи тенге 12 045,4 → 12 045,5 +0.1 0.0%`},
		{"a column", strings.NewReplacer("Код ;", "Код ; Класс ;", "1 ; Дох", "1 ; – ; Дох", "01 ; Нал", "01 ; 4 ; Нал", "02 ; Зем", "02 ; 4 ; Зем",
			"124 ; Апп", "124 ; 7 ; Апп", "5 ; Деф", "5 ; – ; Деф").Replace(oldBudget), `
changed стр.1: Класс  → Класс
changed стр.2: Класс  → –
changed стр.3: Класс  → 4
changed стр.4: Класс  → 4
changed стр.5: Класс  → 7
changed стр.6: Класс  → 7
changed стр.7: Класс  → –`},
		{"another column", strings.Replace(oldBudget, "02 ; Земельный налог ; 650,0", "02 ; 650,0 ; Земельный налог", 1), `
changed стр.4: Наименование Земельный налог → 650,0, Сумма, тысячи тенге 650,0 → Земельный налог`},
	} {
		old, new := act(t, oldBudget), act(t, c.new)
		cmp := Compare(old, new)
		var got strings.Builder
		for _, r := range cmp.Rows {
			if r.Change == Unchanged {
				continue
			}
			at := ""
			if len(r.New) > 0 {
				a := string(r.New[0].Address)
				at = a[strings.LastIndex(a, "/")+1:]
			}
			fmt.Fprintf(&got, "\n%s %s:", r.Change, at)
			for i, x := range r.Cells {
				if i > 0 {
					got.WriteString(",")
				}
				fmt.Fprintf(&got, " %s %s → %s", x.Column, x.Old, x.New)
				if x.Difference != nil {
					fmt.Fprintf(&got, " %+.1f", *x.Difference)
				}
				if x.Percent != nil {
					fmt.Fprintf(&got, " %.1f%%", *x.Percent)
				}
			}
		}
		if got.String() != c.want {
			t.Errorf("%s:%s\nwant:%s", c.name, got.String(), c.want)
		}
		check(t, cmp, old, new)
	}
}

func TestAmountOf(t *testing.T) {
	for s, want := range map[string]string{"33 143,0": "33143.0", "1\u00a0050,25": "1050.25", "- 6 561,7": "-6561.7", "−5": "-5", "47,5 %": "47.5",
		"001": "", "01.02.2021": "", "3-4": "", "5 тенге": "", "": "", "1.2.3": "", "0": "0", "0,5": "0.5"} {
		got := ""
		if a, ok := amountOf(s); ok {
			got = fmt.Sprintf("%.*f", a.decimals, a.value)
		}
		if got != want {
			t.Errorf("%q is %q, not %q", s, got, want)
		}
	}
}

// A row of a table is read with the table's heading, and says by how much its
// numbers changed.
func TestTableReport(t *testing.T) {
	old := act(t, oldBudget)
	new := act(t, strings.NewReplacer("33 143,0", "34 116,2", "- 6 561,7", "0", "12 045,4", "12 045,5").Replace(oldBudget))
	var b strings.Builder
	if err := table.Write(&b, "md", Compare(old, new).Report(Options{})); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Код \\| Наименование \\| Сумма", "Доходы: +973,2 (+2,9\u00a0%)", "Дефицит: +6\u00a0561,7 (+100,0\u00a0%)", "Аппарат акима: +0,1 (+0,0008\u00a0%)"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}
