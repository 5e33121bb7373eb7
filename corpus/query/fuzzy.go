package query

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longWord is the length in letters from which on two slips are allowed
// where no number is given.
const longWord = 6

// maxEdits is what can be asked for: three slips make another word.
const maxEdits = 2

// A word with ~ behind it, and punctuation behind that in a phrase.
var fuzzyWord = regexp.MustCompile(`^(.*[\pL\pN\pM])~(\d*)[^\pL\pN~]*$`)

// fuzzy reads «слово~», «слово~1»; it returns nil for what has no ~.
func fuzzy(l lexeme) (*word, error) {
	m := fuzzyWord.FindStringSubmatch(l.text)
	if m == nil {
		return nil, nil
	}
	fail := func(code string, args ...string) error {
		return &SyntaxError{Offset: l.offset, Code: code, Args: append([]string{l.text}, args...)}
	}
	ws := whole(m[1])
	if len(ws) != 1 || strings.ContainsAny(m[1], "=*?~") {
		return nil, fail("fuzzy-word")
	}
	w := newWord(byFuzzy, ws[0].Form)
	n := 0
	for _, r := range w.form {
		if unicode.IsLetter(r) {
			n++
		}
	}
	switch m[2] {
	case "":
		w.edits = usualEdits(w.form)
	case "1", "2":
		w.edits = int(m[2][0] - '0')
	default:
		return nil, &SyntaxError{Offset: l.offset + len(m[1]), Code: "bad-slips", Args: []string{"~" + m[2]}}
	}
	if n <= 2*w.edits {
		return nil, fail("fuzzy-short", string(rune('0'+w.edits)))
	}
	return w, nil
}

// usualEdits is how many slips are allowed where no number is given.
func usualEdits(form string) int {
	if utf8.RuneCountInString(form) < longWord {
		return 1
	}
	return maxEdits
}

// Close reports whether a form is spelt like another but for at most so many
// slips: a letter too many, too few, or wrong, or two neighbours swapped. No
// letter is edited twice. The first letter is like the others: scans and
// keyboards spare none.
func Close(a, b string, slips int) bool {
	n, m := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if n-m > slips || m-n > slips {
		return false
	}
	x, y := []rune(a), []rune(b)
	// Rows of the table of distances between beginnings of x and y: the
	// present one, and the two before it.
	older, last, row := make([]int, m+1), make([]int, m+1), make([]int, m+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= n; i++ {
		older, last, row = last, row, older
		row[0] = i
		least := i
		for j := 1; j <= m; j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, older[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > slips {
			return false
		}
	}
	return row[m] <= slips
}
