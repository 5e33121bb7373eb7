package content

import (
	"strings"

	"svod/corpus/words"
)

// formsOf returns the written forms of an act's words.
func formsOf(ps []*passage, lang string) map[string]bool {
	forms := map[string]bool{}
	var buf []words.Word
	for _, p := range ps {
		buf = words.Append(buf[:0], p.unit.Own(), lang)
		for _, w := range buf {
			forms[w.Form] = true
		}
	}
	return forms
}

// Endings of the instrumental, and what the nominative may have instead.
var (
	adjectiveEndings = []struct {
		ending string
		as     [3]string // before a masculine, feminine, neuter noun; plurals have one
	}{
		{"ыми", [3]string{"ые", "ые", "ые"}}, {"ими", [3]string{"ие", "ие", "ие"}}, {"ым", [3]string{"ый", "", "ое"}},
		{"им", [3]string{"ий", "", "ее"}}, {"ой", [3]string{"", "ая", ""}}, {"ей", [3]string{"", "ая", ""}},
	}
	nounEndings = []struct {
		ending string
		as     []string
	}{
		{"ениями", []string{"ения"}}, {"аниями", []string{"ания"}}, {"ствами", []string{"ства"}}, {"лицами", []string{"лица"}},
		{"ством", []string{"ство"}}, {"ями", []string{"и", "я"}}, {"ами", []string{"ы", "и"}}, {"ием", []string{"ие"}}, {"ией", []string{"ия"}},
		{"ом", []string{"", "о"}}, {"ем", []string{"ь", "е", "ец", "й"}}, {"ей", []string{"я"}}, {"ой", []string{"а"}},
	}
)

// termNominative puts a term in the instrumental, as in «под общественным контролем
// понимается», into the nominative, if the act uses the words so. Else the term
// stays as it is.
func termNominative(term string, forms map[string]bool) string {
	ws := strings.Fields(term)
	for i, w := range ws {
		noun, ok := nounOf(words.Fold(w), forms)
		if !ok {
			continue
		}
		gender := 0
		switch {
		case strings.HasSuffix(noun, "а"), strings.HasSuffix(noun, "я"):
			gender = 1
		case strings.HasSuffix(noun, "о"), strings.HasSuffix(noun, "е"):
			gender = 2
		}
		out := make([]string, 0, len(ws))
		for _, a := range ws[:i] {
			nom, ok := adjectiveOfNoun(words.Fold(a), gender, forms)
			if !ok {
				return term
			}
			out = append(out, nom)
		}
		return strings.Join(append(append(out, noun), ws[i+1:]...), " ")
	}
	return term
}

func nounOf(w string, forms map[string]bool) (string, bool) {
	for _, a := range adjectiveEndings[:4] { // what ends as an adjective is one
		if strings.HasSuffix(w, a.ending) && !strings.HasSuffix(w, "ами") && !strings.HasSuffix(w, "ями") {
			return "", false
		}
	}
	for _, e := range nounEndings {
		stem, ok := strings.CutSuffix(w, e.ending)
		if !ok {
			continue
		}
		for _, as := range e.as {
			if forms[stem+as] {
				return stem + as, true
			}
		}
	}
	return "", false
}

func adjectiveOfNoun(w string, gender int, forms map[string]bool) (string, bool) {
	for _, e := range adjectiveEndings {
		stem, ok := strings.CutSuffix(w, e.ending)
		if !ok {
			continue
		}
		as := e.as[gender]
		if as == "" {
			return "", false
		}
		for _, s := range []string{stem + as, stem + strings.Replace(as, "ее", "ое", 1)} {
			if forms[s] {
				return s, true
			}
		}
	}
	return "", false
}
