package write

import (
	"slices"
	"strconv"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
)

// Cases of a noun, as the lists of Template.Nouns have them; those of several
// follow.
const (
	nominative = iota
	genitive
	accusative
	locative // в пункте; Kazakh: тармақта
	instrumental
	cases
)

// Kazakh lists have more forms: those with a possessive ending, behind another
// place.
const (
	possessed         = 2 * cases     // тармағы
	possessedGenitive = possessed + 1 // тармағының
	possessedLocative = possessed + 2 // тармағында
	within            = possessed + 3 // тармақтағы: of words
	possessedWithin   = possessed + 4 // тармағындағы
	possessedForms    = 5             // those of several follow
)

// A place puts the levels of a Where into words.
func (t *Template) place(levels []amend.Level, c int) string {
	if t.Language == "kk" {
		return t.kazakhPlace(levels, c)
	}
	var parts []string
	for i, l := range slices.Backward(levels) {
		at := c
		if i < len(levels)-1 {
			at = genitive
		}
		parts = append(parts, t.named(l.Kind, l.Nums, at))
	}
	return strings.Join(parts, " ")
}

// named is a noun with its numbers: «подпункты 3) и 4)», «частью второй».
func (t *Template) named(kind corpus.Kind, nums []string, c int) string {
	forms := t.Nouns[kind.String()]
	at := c
	if severalNumbers(nums) {
		at += cases
	}
	if at >= len(forms) {
		return ""
	}
	word := forms[at]
	if kind == corpus.KindAppendix && len(nums) == 1 && !isDigit(nums[0]) {
		if forms := t.Approved[nums[0]]; len(forms) == 3 && t.by != "" {
			return put(forms[map[int]int{genitive: 0, accusative: 1, locative: 2}[c]], "by", t.by)
		}
		return word
	}
	if kind == corpus.KindPart && len(nums) == 1 && !isDigit(nums[0]) {
		return word + " " + nums[0]
	}
	printed := t.numbers(kind, nums, c)
	if t.Language == "kk" {
		if printed == "" {
			return word
		}
		hyphen := " "
		if last := printed[len(printed)-1]; '0' <= last && last <= '9' {
			hyphen = "-"
		}
		return printed + hyphen + word
	}
	if printed == "" {
		return word
	}
	if kind == corpus.KindRow && len(t.RowNumber) == 2 {
		if severalNumbers(nums) {
			return word + put(t.RowNumber[1], "n", printed)
		}
		return word + put(t.RowNumber[0], "n", printed)
	}
	return word + " " + printed
}

// severalNumbers reports whether numbers are those of several units.
func severalNumbers(nums []string) bool {
	return len(nums) > 1 || len(nums) == 1 && strings.Contains(nums[0], "–")
}

func isDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// numbers prints the numbers of a noun: «1, 2 и 4», «второй и третьей».
func (t *Template) numbers(kind corpus.Kind, nums []string, c int) string {
	out := make([]string, len(nums))
	for i, n := range nums {
		out[i] = t.number(kind, n, c)
	}
	if k := len(out); k > 1 {
		and := t.AndNumbers
		if and == "" {
			and = t.And
		}
		return strings.Join(out[:k-1], ", ") + and + out[k-1]
	}
	return strings.Join(out, "")
}

func (t *Template) number(kind corpus.Kind, n string, c int) string {
	switch {
	case kind == corpus.KindPassage, kind == corpus.KindPart && !t.partsNumbered:
		if i, err := strconv.Atoi(n); err == nil && i < 100 {
			return t.ordinal(i, kind == corpus.KindPart, c)
		}
	case t.federal && !isDigit(n) && kind >= corpus.KindClause:
		return "«" + n + "»"
	case kind >= corpus.KindSubclause && kind <= corpus.KindItem && !t.federal || kind == corpus.KindClause && t.brackets:
		if lo, hi, ok := strings.Cut(n, "–"); ok {
			return lo + ")–" + hi + ")"
		}
		return n + ")"
	}
	return n
}

// ordinal is a number in words: «второй», «вторую», «екінші».
func (t *Template) ordinal(n int, feminine bool, c int) string {
	kind, lang := corpus.KindPassage, "ru"
	if feminine {
		kind = corpus.KindPart
	}
	if t.Language == "kk" {
		lang = "kk"
	}
	name := corpus.Reference{Steps: []corpus.Step{{Kind: kind, Nums: []string{strconv.Itoa(n)}}}}.Citation(lang)
	if lang == "kk" { // «екінші бөлік»: it does not change
		if i := strings.LastIndexByte(name, ' '); i > 0 {
			return name[:i]
		}
		return name
	}
	_, word, _ := strings.Cut(name, " ")
	if c == nominative || c == accusative && !feminine {
		return word
	}
	rs := []rune(word)
	stem, ending := string(rs[:len(rs)-2]), string(rs[len(rs)-2:])
	soft := ending == "ий" || ending == "ья"
	if feminine {
		switch {
		case c == accusative && soft:
			return stem + "ью"
		case c == accusative:
			return stem + "ую"
		case soft:
			return stem + "ьей"
		}
		return stem + "ой"
	}
	hard := [cases]string{genitive: "ого", locative: "ом", instrumental: "ым"}
	mild := [cases]string{genitive: "ьего", locative: "ьем", instrumental: "ьим"}
	if soft {
		return stem + mild[c]
	}
	return stem + hard[c]
}

// kazakhPlace puts the outermost level first; each behind another takes a
// possessive ending: «5-баптың 2-тармағы».
func (t *Template) kazakhPlace(levels []amend.Level, c int) string {
	var parts []string
	for i, l := range levels {
		first, last := i == 0, i == len(levels)-1
		form := c
		switch {
		case first && last && c == within:
		case first && last:
		case first:
			form = genitive
		case !last:
			form = possessedGenitive
		case c == nominative || c == accusative:
			form = possessed
		case c == genitive:
			form = possessedGenitive
		case c == locative:
			form = possessedLocative
		case c == within:
			form = possessedWithin
		}
		parts = append(parts, t.kazakhNamed(l.Kind, l.Nums, form))
	}
	return strings.Join(parts, " ")
}

// kazakhNamed is named for the forms that only Kazakh has.
func (t *Template) kazakhNamed(kind corpus.Kind, nums []string, form int) string {
	if form < possessed {
		return t.named(kind, nums, form)
	}
	forms := t.Nouns[kind.String()]
	if severalNumbers(nums) {
		form += possessedForms
	}
	if form >= len(forms) {
		return ""
	}
	printed := t.numbers(kind, nums, nominative)
	if printed == "" || kind == corpus.KindAppendix && len(nums) == 1 && !isDigit(nums[0]) {
		return forms[form]
	}
	hyphen := " "
	if last := printed[len(printed)-1]; '0' <= last && last <= '9' {
		hyphen = "-"
	}
	return printed + hyphen + forms[form]
}
