package content

import (
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus/query"
	"svod/corpus/words"
)

// made is the record: what was counted, how, and what was left out.
func (r *reporter) made() []table.Fact {
	c := r.c
	fs := made(phrasesOf(r.language()), c.Codebook, c.docs)
	if len(c.Codebook.Skip) > 0 {
		fs = fs[:len(fs)-1] // what was left out is said with its amount
	}
	fact := func(name, value string) { fs = append(fs, table.Fact{Name: r.t.Log[name], Value: value}) }
	fact("unit", r.t.Units[c.Unit])
	fact("count", r.t.measure(c.Measure))
	fact("nested", string(c.Nested)+": "+r.t.Rules[c.Nested])
	if len(c.By) > 0 {
		fact("by", strings.Join(c.By, " × "))
	}
	if c.apart {
		fact("apart", with(r.t.Apart, ""))
	}
	for _, p := range c.parts {
		value := r.baseline(p.base)
		if c.apart {
			value = r.value(KindOfCouncil, p.name) + ": " + value
		}
		fact("counted", value)
		for _, note := range r.unitNotes(p) {
			fact("loose", note)
		}
	}
	left := c.leftOut()
	for _, s := range skipped {
		if a, ok := left[s]; ok {
			fact("left", fill(r.t.Left, "n", r.t.Skips[s], "parts", digits(a.Parts), "words", digits(a.Words)))
		}
	}
	for _, s := range c.options.Sections {
		fact("sections", s.Name)
	}
	if len(c.Groups) > 1 {
		tested := r.t.measure(c.tested())
		fact("test", tested)
		fact("correction", r.t.Corrections[string(c.correction())])
	}
	if c.options.Percent != "" {
		fact("percent", string(c.options.Percent))
	}
	return fs
}

// summary is what stands on the first sheet of a workbook.
func (r *reporter) summary() []table.Fact {
	c := r.c
	fs := made(phrasesOf(r.language()), c.Codebook, nil)[:1]
	fact := func(name, value string) { fs = append(fs, table.Fact{Name: r.t.Log[name], Value: value}) }
	fact("unit", r.t.Units[c.Unit])
	fact("count", r.t.measure(c.Measure))
	if len(c.By) > 0 {
		fact("by", strings.Join(c.By, " × "))
	}
	for _, p := range c.parts {
		value := r.baseline(p.base)
		if c.apart {
			value = r.value(KindOfCouncil, p.name) + ": " + value
		}
		fact("counted", value)
	}
	return fs
}

// tried is what was looked for: the patterns of a category and of those below
// it, and the forms that the texts have of each word.
func (r *reporter) tried(cat int) []string {
	var out []string
	top := r.c.categories[cat]
	for _, c := range r.c.categories[cat:] {
		if c != top && c.Level <= top.Level {
			break
		}
		patterns := tried(r.c.Codebook, c)
		out = append(out, patterns...)
		for _, q := range c.any {
			r.forms(q.Needs(), &out)
		}
	}
	return out
}

// forms adds what the texts have of the words that a query needs.
func (r *reporter) forms(n query.Need, out *[]string) {
	for _, m := range n.Needs {
		r.forms(m, out)
	}
	if n.Kind != query.NeedStem {
		return
	}
	r.once.Do(r.readVocabulary)
	stem := n.Stem("ru")
	forms := r.vocabulary[stem]
	if forms == "" {
		forms = r.t.NoForms
	}
	line := fill(r.t.FormsOf, "n", n.Form, "stem", stem, "forms", forms)
	if !slices.Contains(*out, line) {
		*out = append(*out, line)
	}
}

// maxForms is how many forms of a word are listed.
const maxForms = 20

// readVocabulary gathers the forms of all texts by their stems.
func (r *reporter) readVocabulary() {
	seen := map[string]map[string]int{}
	for i := range r.c.docs {
		for _, u := range r.c.again(i).doc.All() {
			for _, w := range words.Split(u.Own(), words.Language(u.Own())) {
				if seen[w.Stem] == nil {
					seen[w.Stem] = map[string]int{}
				}
				seen[w.Stem][w.Form]++
			}
		}
	}
	r.vocabulary = map[string]string{}
	for stem, forms := range seen {
		var ss []string
		for _, f := range sortedKeys(forms) {
			if len(ss) == maxForms {
				ss = append(ss, ellipsis)
				break
			}
			ss = append(ss, f+" "+strconv.Itoa(forms[f]))
		}
		r.vocabulary[stem] = strings.Join(ss, ", ")
	}
}
