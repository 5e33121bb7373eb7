package words

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var texts = flag.String("texts", "", "look for candidates of exceptions.txt in the files of this `pattern`")

// TestCandidates prints what may be wrong with the stems of the words of texts,
// for a person to judge; see exceptions.txt. It knows no dictionary: a word is
// a base with endings of one declension.
func TestCandidates(t *testing.T) {
	if *texts == "" {
		t.Skip("-texts names no files")
	}
	counts := countForms(t, *texts)
	t.Logf("%d forms", len(counts))
	lexemes := lexemesOf(counts)
	for _, x := range splitLexemes(lexemes) {
		fmt.Printf("split\t%d\t%s\t%s\n", x.count, x.word, byStem(x.forms, counts))
	}
	for _, m := range mergedStems(lexemes, counts) {
		fmt.Println(m)
	}
}

// countForms counts the Russian words of the files.
func countForms(t *testing.T, pattern string) map[string]int {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s %v", pattern, err)
	}
	counts := map[string]int{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if Language(line) != "ru" {
				continue
			}
			for _, w := range Split(line, "ru") {
				if len(w.Form) > 4 && strings.IndexFunc(w.Form, func(r rune) bool { return !unicode.Is(unicode.Cyrillic, r) }) < 0 {
					counts[w.Form]++
				}
			}
		}
	}
	return counts
}

// declensions are those of the table, and those that need no exceptions.
func declensions() []*declension {
	ds := []*declension{
		newDeclension("=", "- а у ом е ы и ов ей ам ами ах"),
		newDeclension("=", "а ы и у е ой ей - ам ами ах"),
		newDeclension("=", "о а у ом е - ам ами ах"),
		newDeclension("=", "ие ия ию ием ии ий иям иями иях"),
		newDeclension("=", "ия ии ию ией ий иям иями иях"),
		newDeclension("=", "ь я ю ем е и ей ям ями ях"),
		newDeclension("=", "ь и ью ей ям ями ях"),
		newDeclension("=", "* о а ы"),
		newDeclension("=", "ий ая ое ие ого ой ому ую им ими их ом"),
		newDeclension("=", "ий его ему им ем яя юю ее ей ие их ими"),
		newDeclension("=", "ать ает ают ал ала ало али аться ается аются ающ* ающ*ся аем* ан ана ано аны анн*"),
		newDeclension("=", "ять яет яют ял яла яло яли яться яется яются яющ* яющ*ся яем* ян яна яно яны янн*"),
	}
	for line := range strings.Lines(exceptionsText) {
		if head, rest, ok := strings.Cut(line, ":"); ok && strings.HasPrefix(head, "=") {
			ds = append(ds, newDeclension(head, rest))
		}
	}
	return ds
}

// A lexeme is what may be a word: its forms that occur.
type lexeme struct {
	word  string
	forms []string
	count int
}

const (
	fewForms = 3 // of a word, to believe that it is one
	fewTimes = 5 // of what is printed
)

// lexemesOf finds the words whose forms occur, those with the most forms first.
func lexemesOf(counts map[string]int) []lexeme {
	var out []lexeme
	for _, d := range declensions() {
		bases := map[string][]string{}
		for form := range counts {
			for _, e := range d.endings {
				if base, ok := strings.CutSuffix(form, e); ok && len(base) > 4 && !slices.Contains(bases[base], form) {
					bases[base] = append(bases[base], form)
				}
			}
		}
		for base, forms := range bases {
			if len(forms) < fewForms {
				continue
			}
			slices.Sort(forms)
			x := lexeme{word: base + d.endings[0], forms: forms}
			for _, f := range forms {
				x.count += counts[f]
			}
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b lexeme) int {
		return cmp.Or(cmp.Compare(len(b.forms), len(a.forms)), cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	return out
}

// splitLexemes returns the words whose forms have several stems, the most
// frequent first. A form belongs to the word that has the most forms.
func splitLexemes(lexemes []lexeme) []lexeme {
	taken := map[string]bool{}
	var out []lexeme
	for _, x := range lexemes {
		stems, free := map[string]bool{}, 0
		for _, f := range x.forms {
			stems[Stem(f, "ru")] = true
			if !taken[f] {
				free++
			}
		}
		if free < fewForms {
			continue
		}
		for _, f := range x.forms {
			taken[f] = true
		}
		if len(stems) > 1 && x.count >= fewTimes {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b lexeme) int { return cmp.Compare(b.count, a.count) })
	return out
}

func byStem(forms []string, counts map[string]int) string {
	stems := map[string][]string{}
	for _, f := range forms {
		s := Stem(f, "ru")
		stems[s] = append(stems[s], fmt.Sprintf("%s %d", f, counts[f]))
	}
	var parts []string
	for _, s := range slices.Sorted(maps.Keys(stems)) {
		parts = append(parts, s+": "+strings.Join(stems[s], ", "))
	}
	return strings.Join(parts, " | ")
}

// mergedStems describes the stems whose forms are not all of one word: those
// of the word that covers the most, and the rest, if it is not rare.
func mergedStems(lexemes []lexeme, counts map[string]int) []string {
	stems := map[string][]string{}
	for f := range counts {
		s := Stem(f, "ru")
		stems[s] = append(stems[s], f)
	}
	covers := map[string]lexeme{} // by stem
	for _, x := range lexemes {
		of := map[string]int{}
		for _, f := range x.forms {
			of[Stem(f, "ru")] += counts[f]
		}
		for s, n := range of {
			if n > covers[s].count {
				covers[s] = lexeme{x.word, x.forms, n}
			}
		}
	}
	type merged struct {
		rest int
		text string
	}
	var out []merged
	for s, forms := range stems {
		slices.Sort(forms)
		rest := slices.DeleteFunc(slices.Clone(forms), func(f string) bool {
			_, judged := excepted(f)
			return judged || slices.Contains(covers[s].forms, f)
		})
		m := merged{}
		for _, f := range rest {
			m.rest += counts[f]
		}
		if covers[s].word == "" || m.rest < fewTimes {
			continue
		}
		m.text = fmt.Sprintf("merged\t%d\t%s\t%s %d\t%s", m.rest, s, covers[s].word, covers[s].count, byStem(rest, counts))
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b merged) int { return cmp.Or(cmp.Compare(b.rest, a.rest), cmp.Compare(a.text, b.text)) })
	texts := make([]string, len(out))
	for i, m := range out {
		texts[i] = m.text
	}
	return texts
}
