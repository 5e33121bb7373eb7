package agreement

import (
	"slices"

	"svod/compare/content"
)

// Scales are the variables of a codebook.
func Scales(cb *content.Codebook) []Scale {
	var out []Scale
	for _, v := range cb.Variables {
		s := Scale{ID: v.ID, Name: v.Name, Level: Level(v.Type)}
		if l, ok := ParseLevel(v.Type); ok {
			s.Level = l
		}
		for code, label := range v.Values {
			s.Values = append(s.Values, Value{Code: code, Label: label})
		}
		slices.SortFunc(s.Values, func(a, b Value) int { return compareCodes(a.Code, b.Code) })
		if v.Missing != "" {
			s.Missing = []string{v.Missing}
		}
		out = append(out, s)
	}
	return out
}
