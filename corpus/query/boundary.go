package query

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The \b of package regexp knows Latin letters only: «\bп\.» would find
// nothing. Each is therefore compiled as an empty group, and where the groups
// stand in a match is looked at: between a letter, a digit or _ and something
// else. A match that fails this is passed over for one that begins further on.

// compile compiles a regular expression whose \b is that of any alphabet.
func compile(src string) (re *regexp.Regexp, bounds bool, err error) {
	if re, err = regexp.Compile(src); err != nil || !strings.Contains(src, `\b`) || strings.Contains(src, `\Q`) {
		return re, false, err
	}
	// Other groups are of no use, and would be taken for borders.
	var b strings.Builder
	class, first := false, 0
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\\' && i+1 < len(src):
			i++
			if src[i] == 'b' && !class {
				b.WriteString("()")
				bounds = true
				continue
			}
			b.WriteByte(c)
			b.WriteByte(src[i])
		case c == '(' && !class && (i+1 == len(src) || src[i+1] != '?'):
			b.WriteString("(?:")
		case c == '(' && !class && i+2 < len(src) && (src[i+2] == 'P' || src[i+2] == '<'): // (?P<name>
			b.WriteString("(?:")
			i += strings.IndexByte(src[i:], '>')
		default:
			if c == '[' && !class {
				class, first = true, i+1 // where ] is a letter like others
				if strings.HasPrefix(src[first:], "^") {
					first++
				}
			} else if c == ']' && class && i != first {
				class = false
			}
			b.WriteByte(c)
		}
	}
	with, err := regexp.Compile(b.String())
	if err != nil || !bounds { // what it was before is understood anyhow
		return re, false, nil
	}
	return with, true, nil
}

// matches returns where the expression matches a text.
func (n *pattern) matches(text string) [][]int {
	if !n.bounds {
		return n.re.FindAllStringIndex(text, -1)
	}
	anchored := strings.ContainsAny(n.src, "^") || strings.Contains(n.src, `\A`)
	var out [][]int
	for from := 0; from <= len(text); {
		m := n.re.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		ok := !anchored || from == 0
		for i := 2; i < len(m); i += 2 {
			ok = ok && (m[i] < 0 || isBoundary(text, from+m[i]))
		}
		lo, hi := from+m[0], from+m[1]
		if ok {
			out = append(out, []int{lo, hi})
		}
		if ok && hi > lo {
			from = hi
			continue
		}
		_, size := utf8.DecodeRuneInString(text[lo:])
		from = lo + max(size, 1)
	}
	return out
}

// isBoundary reports whether a word begins or ends at a place.
func isBoundary(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWordRune(before) != isWordRune(after)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r))
}
