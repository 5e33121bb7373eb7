package inflect

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"svod/corpus/words"
)

//go:embed nouns.txt
var nounsText string

// A lexicon is nouns.txt by the folded nominatives of both numbers.
type lexicon map[string][]known

// A known is a word of nouns.txt. Most are never asked for, so that a word is
// declined only then.
type known struct {
	word     string // singular; «» if there is none
	declined declined
	table    string // all forms, of a word that is declined like no other
	plural   bool   // the nominative plural it is
}

func (k known) noun() noun {
	if k.table == "" {
		return k.declined.decline(k.word)
	}
	n := noun{gender: k.declined.gender, life: k.declined.life}
	sg, pl, both := strings.Cut(k.table, "|")
	if !both {
		pl = sg
	}
	for i, list := range []string{sg, pl} {
		forms := strings.Fields(list)
		if len(forms) == 1 { // it is not declined
			forms = []string{forms[0], forms[0], forms[0], forms[0], forms[0], forms[0]}
		}
		for c := range min(russian, len(forms)) {
			form, also, _ := strings.Cut(forms[c], "/")
			form, other, _ := strings.Cut(form, "~")
			n.forms[i][c] = cell{form: form, other: other}
			if also != "" {
				n.forms[i][c].also = []string{also}
			}
		}
	}
	return n
}

// nouns reads nouns.txt; its format is described at its top.
var nouns = sync.OnceValue(func() lexicon {
	l := lexicon{}
	var k known
	var drop, insert, ending, table bool
	for line := range strings.Lines(nounsText) {
		line, _, _ = strings.Cut(line, "#")
		head, isHead := strings.CutPrefix(line, "=")
		if isHead {
			k, drop, insert, ending, table = known{}, false, false, false, false
			for flag := range strings.FieldsSeq(head) {
				switch flag {
				case "f":
					k.declined.gender = feminine
				case "n":
					k.declined.gender = neuter
				case "person":
					k.declined.life = person
				case "either":
					k.declined.life = either
				case "stressed":
					k.declined.stressed = true
				case "drop":
					drop = true
				case "insert":
					insert = true
				case "-а":
					ending = true
				case "table":
					table = true
				}
			}
			continue
		}
		if table {
			l.addTable(k, strings.TrimSpace(line))
			continue
		}
		for word := range strings.FieldsSeq(line) {
			w := k
			word, w.declined.zero, _ = strings.Cut(word, "+")
			w.word, w.declined.stem, _ = strings.Cut(word, ":")
			switch {
			case drop:
				w.declined.stem = dropped(w.word)
			case insert:
				w.declined.zero = inserted(w.word)
			case ending:
				w.declined.plural = w.word + "а"
				if soft, ok := strings.CutSuffix(w.word, "ь"); ok {
					w.declined.plural = soft + "я"
				} else if soft, ok := strings.CutSuffix(w.word, "й"); ok {
					w.declined.plural = soft + "я"
				}
			}
			l.add(w)
		}
	}
	return l
})

// add enters a word under its nominatives. That of the plural is made without
// the rest: a run of svod asks for few words.
func (l lexicon) add(k known) {
	sg := words.Fold(k.word)
	l[sg] = append(l[sg], k)
	k.plural = true
	pl := words.Fold(k.noun().forms[1][Nominative].form)
	l[pl] = append(l[pl], k)
}

// addTable enters a word with all its forms: six and six, or six that are
// plural.
func (l lexicon) addTable(k known, line string) {
	if line == "" {
		return
	}
	k.table = line
	sg, pl, both := strings.Cut(line, "|")
	form, _, _ := strings.Cut(strings.Fields(sg)[0], "/")
	sg = words.Fold(form)
	k.word, k.plural = form, !both
	l[sg] = append(l[sg], k)
	if both {
		form, _, _ := strings.Cut(strings.Fields(pl)[0], "/")
		k.plural = true
		pl = words.Fold(form)
		if pl != sg {
			l[pl] = append(l[pl], k)
		}
	}
}

// shortest is how many letters of a word must be one that is known for the word
// to be declined as it: «землевладелец» as «владелец».
const shortest = 5

// find returns what a word in the nominative may be: it, or what ends as it.
func (l lexicon) find(word string) []known {
	form := words.Fold(word)
	if ks := l[form]; ks != nil {
		return ks
	}
	cut := 0
	for i := range form {
		if utf8.RuneCountInString(form[i:]) < shortest {
			break
		}
		if cut++; cut < 3 { // prefixes have two letters at least
			continue
		}
		if ks := l[form[i:]]; ks != nil {
			var out []known
			for _, k := range ks {
				if k.table == "" {
					out = append(out, k.with(form[:i]))
				}
			}
			return out
		}
	}
	return nil
}

// with puts a beginning before a word.
func (k known) with(prefix string) known {
	put := func(s *string) {
		if *s != "" {
			*s = prefix + *s
		}
	}
	put(&k.word)
	put(&k.declined.stem)
	put(&k.declined.zero)
	put(&k.declined.plural)
	return k
}
