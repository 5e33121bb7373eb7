package words

import (
	"strings"
	"unicode"
)

// Syllables is the number of vowels of a folded form: as many syllables as it is
// read with. In Kazakh «у» and «и» count as vowels everywhere, as they mostly
// are.
func Syllables(form string) int {
	n := 0
	for _, r := range form {
		if strings.ContainsRune("аеиоуыэюяәөұүіaeiouy", unicode.ToLower(r)) {
			n++
		}
	}
	return n
}
