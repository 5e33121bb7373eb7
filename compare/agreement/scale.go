package agreement

import "svod/compare/content"

// Scales are the variables of a codebook.
func Scales(cb *content.Codebook) []Scale {
	var out []Scale
	for _, v := range cb.Variables {
		s := Scale{ID: v.ID, Name: v.Name, Level: Nominal, Free: v.Type == "text"}
		if l, ok := ParseLevel(v.Type); ok {
			s.Level = l
		}
		for _, code := range v.Codes {
			s.Values = append(s.Values, Value{Code: code, Label: v.Values[code]})
		}
		if v.Missing != "" {
			s.Missing = []string{v.Missing}
		}
		out = append(out, s)
	}
	return out
}
