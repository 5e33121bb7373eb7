package compare

import (
	"strings"

	"svod/corpus"
)

func cite(d *corpus.Document, a corpus.Address, lang string) string {
	var parts []string
	for s := string(a); s != ""; {
		u := d.At(corpus.Address(s))
		if u != nil {
			num := u.Num
			if num == "" {
				num = s[strings.LastIndexByte(s, '.')+1:]
			}
			parts = append(parts, nounOf(lang, u.Kind).one+" "+num)
		}
		i := strings.LastIndexByte(s, '/')
		if i < 0 {
			break
		}
		s = s[:i]
	}
	return strings.Join(parts, " ")
}
