package compare

import (
	"strings"

	"svod/corpus"
)

// cite returns how a provision is named in print. The words of the trade are
// corpus's; what is here serves documents whose package has no citations.
func cite(d *corpus.Document, a corpus.Address, lang string) string {
	if c, ok := any(d).(interface {
		Citation(corpus.Address, string) string
	}); ok {
		if s := c.Citation(a, lang); s != "" {
			return s
		}
	}
	var parts []string
	for s := string(a); s != ""; {
		if u := d.At(corpus.Address(s)); u != nil {
			name := nounOf(lang, u.Kind).one
			if len(parts) > 0 && nounOf(lang, u.Kind).of != "" {
				name = nounOf(lang, u.Kind).of
			}
			num := number(u)
			if num == "" && uncounted(u.Kind) && u.Kind >= corpus.KindPassage {
				num = s[strings.LastIndexByte(s, '.')+1:]
			}
			parts = append(parts, strings.TrimSpace(name+" "+num))
		}
		i := strings.LastIndexByte(s, '/')
		if i < 0 {
			break
		}
		s = s[:i]
	}
	return strings.Join(parts, " ")
}
