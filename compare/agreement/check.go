package agreement

import (
	"fmt"
	"strings"
)

// Check returns the ratings of several files without what a coder gave twice,
// and tells of two different values of one coder to one unit.
func Check(ratings []Rating) ([]Rating, []Problem) {
	type key struct{ unit, coder, variable string }
	first := map[key]int{}
	kept := make([]Rating, 0, len(ratings))
	var problems []Problem
	for _, r := range ratings {
		k := key{r.Unit, r.Coder, r.Variable}
		i, twice := first[k]
		switch {
		case !twice:
			first[k] = len(kept)
			kept = append(kept, r)
		case strings.EqualFold(shownValue(kept[i].Value), shownValue(r.Value)) || shownValue(r.Value) == "":
		case shownValue(kept[i].Value) == "":
			kept[i] = r
		default:
			problems = append(problems, Problem{Place: r.Place, Code: "coder-twice",
				Args: []string{r.Coder, r.Unit, r.Variable, kept[i].Value, r.Value, where(kept[i].Place)}})
		}
	}
	return kept, problems
}

// where prints a place: файл.xlsx, Лист1:12.
func where(p Place) string {
	s := p.File
	if p.Sheet != "" {
		s += ", " + p.Sheet
	}
	if p.Row > 0 {
		s += fmt.Sprintf(":%d", p.Row)
	}
	return s
}
