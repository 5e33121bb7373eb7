package inflect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// subject leaves out the accusative where the phrase must be the subject of a
// verb behind it. k is the last word before the phrase and what agrees with it.
func (p Phrase) subject(text string, t []words.Word, k, hi int, rs readings) readings {
	starts := p.opens(text, t, k+1)
	begins := starts || k >= 0 && (strings.Contains(text[t[k].Hi:t[k+1].Lo], ",") || begin[t[k].Form])
	if !begins && (k < 0 || isConjunction(t[k].Form)) {
		return rs
	}
	i, sg, pl := p.predicate(text, t, hi, starts)
	if i < 0 {
		return rs
	}
	form := t[i].Form
	near := i == hi || i == hi+1 && t[hi].Form == "не"
	for _, isPlural := range []bool{false, true} {
		nominative, accusative := Reading{Case: Nominative, Plural: isPlural}.set(), Reading{Case: Accusative, Plural: isPlural}.set()
		if rs&nominative == 0 || isPlural && !pl || !isPlural && !sg {
			continue
		}
		switch {
		case near && (predicates[form] || strings.HasSuffix(form, "ся")):
			rs &^= accusative
		case begins && p.acts && !turned(form):
			rs &^= accusative
		}
		if starts && isPlural && rs&(nominative>>cases) == 0 && p.acts && !turned(form) {
			return nominative // «Организации вправе …» is no genitive
		}
	}
	return rs
}

// begin are words that a clause begins with.
var begin = setOf("если когда что чтобы который которые которая которое которых которым которой которого")

// predicate finds the verb behind a phrase, next to it or, at the beginning of
// a sentence, in the same clause.
func (p Phrase) predicate(text string, t []words.Word, hi int, starts bool) (i int, sg, pl bool) {
	reach := 2
	if starts && p.acts {
		reach = 14
	}
	for i = hi; i < len(t) && i < hi+reach && gapOf(text[t[i-1].Hi:t[i].Lo]) == " "; i++ {
		if sg, pl = verb(t[i].Form); sg || pl {
			return i, sg, pl
		}
		if reach == 2 && t[i].Form != "не" {
			break
		}
	}
	return -1, false, false
}

// predicates are what is said of a subject.
var predicates = setOf(`вправе может могут должен должны должна должно обязан обязаны обязана обязано является являются
	несет несут имеет имеют`)

// verb reports whether a word is a verb of the third person, singular or
// plural, or what stands for one.
func verb(form string) (sg, pl bool) {
	switch form {
	case "вправе":
		return true, true
	case "должен", "обязан", "должна", "обязана", "должно", "обязано":
		return true, false
	case "должны", "обязаны":
		return false, true
	}
	if utf8.RuneCountInString(form) < 5 || nouns().find(form) != nil {
		return false, false
	}
	base := strings.TrimSuffix(form, "ся")
	if endsAny(base, "ет", "ит") {
		return true, false
	}
	if endsAny(base, "ют", "ут", "ят", "ат") {
		return false, true
	}
	return false, false
}

// turned reports whether a verb often has its object before it and its subject
// behind: «Комитет возглавляет председатель», or an object in the dative:
// «Организации предоставляют».
func turned(form string) bool {
	for _, stem := range []string{"возглавля", "представля", "избира", "назнача", "образу", "созда", "определя", "состав", "формиру",
		"наделя", "предоставля", "выда", "направля", "сообща", "переда", "выплачива", "учрежда"} {
		if strings.HasPrefix(form, stem) {
			return !strings.HasSuffix(form, "ся")
		}
	}
	return false
}

// opens reports whether a sentence begins with a word. An item of a list, which
// begins with a small letter, goes on with the sentence that leads it in.
func (p Phrase) opens(text string, t []words.Word, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[t[i].Lo:])
	if !unicode.IsUpper(r) {
		return false
	}
	if i == 0 {
		return true
	}
	return strings.ContainsAny(text[t[i-1].Hi:t[i].Lo], ".\n")
}
