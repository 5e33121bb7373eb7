package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"svod/compare/sheet"
)

// mostDrafted is how many different answers make a question of choices; what
// has more is open.
const mostDrafted = 12

// Draft is a map of the questions of a file in YAML, guessed from its answers,
// for its author to mend.
func Draft(file string, sheets []sheet.Sheet) string {
	var rows []sheet.Row
	for _, s := range sheets {
		if rows = slices.DeleteFunc(slices.Clone(s.Rows), sheet.Row.Empty); len(rows) > 0 {
			break
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# Карта вопросов: проверьте типы, подписи значений и тексты вопросов.\nsurvey: %s\n", quote(file))
	b.WriteString("sample: доступная   # вероятностная | квотная | доступная\nmissing: [99, нет ответа]\n# id: графа с кодом респондента; weight: графа с весами; banner: [вопросы, по которым строить срезы]\nquestions:\n")
	if len(rows) == 0 {
		return b.String()
	}
	for k := range rows[0].Cells {
		name := rows[0].At(k)
		if name == "" {
			continue
		}
		values, numbers, filled, split := map[string]int{}, 0, 0, 0
		for _, row := range rows[1:] {
			v := row.At(k)
			if v == "" {
				continue
			}
			filled++
			values[v]++
			if _, ok := number(v); ok {
				numbers++
			}
			if strings.ContainsAny(v, ";|\n") {
				split++
			}
		}
		kind := "один"
		switch {
		case split*10 > filled && len(values) > 2:
			kind = "несколько"
		case numbers == filled && len(values) > mostDrafted:
			kind = "число"
		case numbers == filled && len(values) >= 4 && isScale(values):
			kind = "шкала"
		case len(values) > mostDrafted:
			kind = "открытый"
		}
		fmt.Fprintf(&b, "  - id: в%d\n    text: %s\n    column: %s\n    type: %s   # один | несколько | шкала | число | открытый\n", k+1, quote(name), quote(name), kind)
		if kind == "один" || kind == "шкала" {
			b.WriteString("    values:\n")
			codes := make([]string, 0, len(values))
			for v := range values {
				codes = append(codes, v)
			}
			slices.SortFunc(codes, func(x, y string) int {
				a, okA := number(x)
				c, okC := number(y)
				if okA && okC && a != c {
					if a < c {
						return -1
					}
					return 1
				}
				return strings.Compare(x, y)
			})
			for _, v := range codes {
				fmt.Fprintf(&b, "      %s: %s\n", quote(v), quote(v))
			}
		}
	}
	return b.String()
}

// isScale tells whether the values are whole numbers from 0 or 1 on.
func isScale(values map[string]int) bool {
	least, most := 99, -1
	for v := range values {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 || n > 10 {
			return false
		}
		least, most = min(least, n), max(most, n)
	}
	return least <= 2 && most >= 4
}

// quote writes a text so that YAML reads it back.
func quote(s string) string { return strconv.Quote(s) }
