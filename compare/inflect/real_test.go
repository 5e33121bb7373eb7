package inflect

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/corpus/words"
)

// acts returns the text of real acts that match a pattern below shared/data,
// which stands beside a parent of this folder, or $SVOD_DATA.
func acts(t *testing.T, patterns ...string) string {
	t.Helper()
	root := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); root == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if d := filepath.Join(dir, "shared", "data"); exists(d) {
			root = d
		}
	}
	var b strings.Builder
	for _, p := range patterns {
		names, _ := filepath.Glob(filepath.Join(root, "acts", p))
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(text)
		}
	}
	if root == "" || b.Len() == 0 {
		t.Skipf("no %s", patterns)
	}
	return b.String()
}

func exists(name string) bool { _, err := os.Stat(name); return err == nil }

// What stands before a phrase must not forbid what it is. Words whose forms
// tell their case are taken for ones whose forms do not, as those of
// «организация»: what is left then must be the case that they have.
func TestContextOfRealActs(t *testing.T) {
	text := acts(t, "kz-ngo/rus-*.md", "kz-text/*.txt", "kg-text/*.txt")
	tokens := tokens(text, "ru")
	one := func(c Case) readings { return Reading{Case: c}.set() }
	many := func(c Case) readings { return Reading{Case: c, Plural: true}.set() }
	thing := strings.Fields("орган совет закон договор акт проект налог участок объект документ центр комитет суд банк фонд союз период реестр")
	human := strings.Fields("работник гражданин руководитель заявитель собственник член представитель депутат министр")
	for _, c := range []struct {
		name  string
		words []string
		of    readings // among which the context is to choose
		least int      // how many it must choose of a thousand
	}{
		{"организации", append(slices.Clone(thing), human...), one(Genitive) | one(Dative) | one(Prepositional) | many(Nominative) | many(Accusative), 800},
		{"орган", []string{"комиссия", "организация", "палата", "служба", "администрация", "инспекция"}, one(Nominative) | one(Accusative), 350},
		{"лиц", thing, many(Genitive) | many(Accusative) | many(Prepositional), 750},
	} {
		places, chosen, wrong := 0, 0, 0
		for _, word := range c.words {
			p := Parse(word, "ru")
			for i := range tokens {
				is, ok := p.slots[0].reads(tokens[i].Form)
				if !ok || is&^c.of != 0 {
					continue
				}
				places++
				left := p.narrow(text, tokens, i, i+1, c.of)
				if left != c.of {
					chosen++
				}
				if left&is == 0 {
					wrong++
				}
			}
		}
		t.Logf("%s: %d places, %d chosen, %d wrong", c.name, places, chosen, wrong)
		if places < 100 || chosen*1000 < c.least*places || wrong*100 > chosen {
			t.Errorf("%s: of %d places %d were chosen, %d wrongly", c.name, places, chosen, wrong)
		}
	}
}

// Each noun of real acts, alone and with its adjective, replaced by itself
// leaves them as they are: what is found in a case goes back to that case.
func TestSameInRealActs(t *testing.T) {
	text := acts(t, "kz-ngo/rus-*.md")
	tokens := tokens(text, "ru")
	phrases := map[string]bool{}
	for i, w := range tokens {
		cs := nounsOf(w.Form)
		if len(cs) == 0 || cs[0].noun.guess || len(w.Form) < 6 || isPreposition(w.Form) {
			continue
		}
		phrases[w.Form] = true
		if i == 0 || gapOf(text[tokens[i-1].Hi:w.Lo]) != " " {
			continue
		}
		before := tokens[i-1].Form
		if _, a, ok := adjectiveOf(before); ok && a.is(cs[0].noun.gender, cs[0].plural) && !certain(nounsOf(before), before) {
			phrases[before+" "+w.Form] = true
		}
	}
	places, sure := 0, 0
	for _, phrase := range slices.Sorted(maps.Keys(phrases)) {
		p := Parse(phrase, "ru")
		for _, m := range p.findIn(text, tokens) {
			forms, ok := p.put(p, m)
			places++
			if !ok {
				continue
			}
			sure++
			if was := text[m.lo:m.hi]; words.Fold(forms[0]) != strings.Join(strings.Fields(words.Fold(was)), " ") {
				t.Errorf("%s: %s, was %s", phrase, forms[0], was)
			}
		}
	}
	t.Logf("%d phrases, %d places, %d sure", len(phrases), places, sure)
	if len(phrases) < 1000 || sure*100 < places*95 {
		t.Errorf("%d phrases, %d places, only %d sure", len(phrases), places, sure)
	}
}

// Each form of a Kazakh word of real acts is found by the word, and goes back.
func TestKazakhInRealActs(t *testing.T) {
	text := acts(t, "kz-ngo/kaz-*.md", "kz-parallel/kaz-*.md")
	forms := map[string]map[string]bool{} // by stem
	tokens := tokens(text, "kk")
	for _, w := range tokens {
		if forms[w.Stem] == nil {
			forms[w.Stem] = map[string]bool{}
		}
		forms[w.Stem][w.Form] = true
	}
	tried := 0
	for stem, of := range forms {
		if len(of) < 3 || !of[stem] || len(stem) < 6 {
			continue
		}
		tried++
		p := Parse(stem, "kk")
		found := 0
		for _, m := range p.findIn(text, tokens) {
			form := words.Fold(text[m.lo:m.hi])
			if of[form] {
				delete(of, form)
				found++
			}
			if back, sure := p.put(p, m); sure && words.Fold(back[0]) != form {
				t.Errorf("%s: %s, was %s", stem, back[0], form)
			}
		}
		if len(of) > 1 {
			t.Errorf("%s: %v were not found", stem, of)
		}
	}
	if tried < 30 {
		t.Errorf("%d words only", tried)
	}
}
