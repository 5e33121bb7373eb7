package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// match finds for each old row its new one: first those of the same name, then
// of the same first words, then of what it is a part of, then of the same texts.
func (k *keeper) match(olds []*oldRow) {
	ways := []func(o *oldRow, n *newRow) bool{
		func(o *oldRow, n *newRow) bool { return o.folded != "" && o.folded == n.folded },
		func(o *oldRow, n *newRow) bool { return o.short != "" && o.short == n.short },
		func(o *oldRow, n *newRow) bool { return partOf(o.parts, n.parts) || partOf(n.parts, o.parts) },
		func(o *oldRow, n *newRow) bool { return !n.taken && alike(o.words, n.words) >= surelySame },
	}
	for way, fits := range ways {
		given := map[*newRow]bool{}
		for _, o := range olds {
			if o.to != nil {
				continue
			}
			best, second := -1.0, -1.0
			for _, n := range k.rows {
				if n.column != o.column || o.group != "" && n.group != o.group || !fits(o, n) {
					continue
				}
				score := alike(o.words, n.words)
				if given[n] { // of rows of one name each gets its own text
					score--
				}
				if score > best {
					best, second, o.to = score, best, n
				} else {
					second = max(second, score)
				}
			}
			if byText := way == len(ways)-1; byText && best-second < sureMargin {
				o.to = nil // two rows are as like: no guess
			}
			if o.to == nil {
				continue
			}
			given[o.to] = true
			if way > 0 && firstLine(o.name) != firstLine(o.to.name) {
				k.Guessed = append(k.Guessed, firstLine(o.name)+" → "+firstLine(o.to.name))
			}
			if way == 2 { // it shares the row with others
				for i := range o.texts {
					o.texts[i].text = firstLine(o.name) + ": " + o.texts[i].text
				}
			}
		}
		for n := range given {
			n.taken = true
		}
	}
}

// surelySame is how much of the words of two rows must be the same for them to
// be one row under two names, sureMargin by how much any other must be less so.
const (
	surelySame = 0.75
	sureMargin = 0.10
)

// named returns the new row of a name.
func (k *keeper) named(folded string) *newRow {
	i := slices.IndexFunc(k.rows, func(n *newRow) bool { return n.folded == folded })
	if i < 0 {
		return nil
	}
	return k.rows[i]
}

// undated is a heading without the dates and numbers in it, which differ from
// one version of a report to the next.
func undated(s string) string {
	return foldHead(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '.' {
			return -1
		}
		return r
	}, s))
}

var aside = regexp.MustCompile(`\([^()\d]*\)`)

// shortName is a row's name without what stands in brackets and below: «пункт 1
// статьи 5» of «пункт 1 статьи 5:\nподпункты 3), 4-1) (новый)».
func shortName(s string) string {
	return foldHead(aside.ReplaceAllString(firstLine(s), ""))
}

// partOf reports whether a name is that of a part of another: «пункт 2 статьи 5»
// of «статья 5», «5-баптың 2-тармағы» of «5-бап».
func partOf(ps, ws []string) bool {
	if len(ws) == 0 || len(ps) <= len(ws) {
		return false
	}
	tail := ps[len(ps)-len(ws):]
	if len(ws) > 1 && slices.Equal(tail[1:], ws[1:]) && inflected(tail[0], ws[0]) {
		return true
	}
	last := len(ws) - 1
	return slices.Equal(ps[:last], ws[:last]) && strings.HasPrefix(ps[last], ws[last]) && len(ps[last]) > len(ws[last])
}

// inflected reports whether two words may be one in different cases.
func inflected(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := min(len(x), len(y)) - 2
	return n >= 2 && string(x[:n]) == string(y[:n])
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimRight(s, ":")
}

// addWords adds the words of s; numbers, which change when rows are counted
// anew, don't count.
func addWords(to map[string]bool, s string) {
	for _, w := range wordsOf(s) {
		if !counted(w) {
			to[w] = true
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(foldHead(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// alike is the share of words that two rows have in common.
func alike(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}
