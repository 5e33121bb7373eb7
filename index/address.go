package index

import (
	"regexp"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// address answers a query that is the address of a provision, with the words
// of an act or without. It returns nil if it is none. An address where nothing
// stands is answered by nothing: other provisions are no answer to it.
func (s *search) address() (*Result, error) {
	ref, ok := s.reference()
	if !ok {
		return nil, nil
	}
	acts, generic := s.acts(ref.Rest)
	res := &Result{Address: true, Understood: understood(ref, s.filters)}
	if len(acts) == 0 && numbered(ref) && (store.NamesAct(ref.Rest) || len(s.list) == 0) {
		// Of an act that isn't there, other acts' words are no answer.
		return res, s.nothing(res, ref, nil)
	}
	if len(acts) == 0 || ref.Rest == "" && !numbered(ref) {
		return nil, nil // «правила», «подпись»: a word like others
	}
	if generic {
		var err error
		if acts, err = s.bearing(ref, acts); err != nil {
			return nil, err
		}
	}
	var groups [][]found
	docs := map[string]bool{}
	for _, act := range acts {
		if generic && !s.req.Strict && s.req.Limit > 0 && res.Total.Units >= s.req.Offset+s.req.Limit {
			// Every act has an article 5: who names no act sees some of them.
			res.Total.More = true
			break
		}
		// A norm is found by its address in each text of the act; texts of
		// other languages are norms of their own.
		var byLang = map[string][]found{}
		var langs []string
		for _, e := range act {
			d, err := s.whole(e.ID)
			if err != nil {
				return nil, err
			}
			for _, a := range d.Resolve(ref) {
				u := d.At(a)
				f := found{group: group{doc: e.ID}, address: a, own: u.Own(), said: said(u.Own()), score: 1, count: 1}
				f.units = lines(d, u)
				for _, l := range f.units[min(1, len(f.units)):] {
					f.said = saidTogether(f.said, said(l.text))
				}
				if f.ord = ordOf(d, u); len(f.units) > 0 {
					f.units[0].ord = f.ord
				}
				lang := e.Meta.Language
				if byLang[lang] == nil {
					langs = append(langs, lang)
				}
				byLang[lang] = append(byLang[lang], f)
				docs[e.ID] = true
				res.Total.Units++
				res.Total.Occurrences++
			}
		}
		for _, lang := range langs {
			groups = append(groups, byLang[lang])
		}
	}
	if len(groups) == 0 && !numbered(ref) {
		return nil, nil
	}
	res.Total.Documents = len(docs)
	if len(groups) == 0 {
		if generic {
			res.Diagnosis = &Diagnosis{Documents: len(s.all), Searched: len(s.list), Steps: ref.Steps}
			return res, s.answer(res, nil)
		}
		return res, s.nothing(res, ref, acts)
	}
	return res, s.answer(res, groups)
}

// nothing answers with the reason why there is no answer.
func (s *search) nothing(res *Result, ref corpus.Reference, acts []store.Act) (err error) {
	if !s.req.plain {
		if res.Diagnosis, err = s.nowhere(ref, acts); err != nil {
			return err
		}
	}
	return s.answer(res, nil)
}

// bearing leaves the texts in which the article of a reference may stand: to
// read all acts takes too long.
func (s *search) bearing(ref corpus.Reference, acts []store.Act) ([]store.Act, error) {
	var nums []string
	for _, st := range ref.Steps {
		if st.Kind != corpus.KindArticle {
			continue
		}
		for _, n := range st.Nums {
			// «5-7» may be 5.7, or begin with 5; see Document.Resolve.
			first := n[:len(n)-len(strings.TrimLeft(n, "0123456789"))]
			nums = append(nums, n, strings.ReplaceAll(n, "-", "."), strings.ReplaceAll(n, ".", "-"), strings.ReplaceAll(n, "–", "-"), first)
			if strings.Contains(n, "–") {
				return acts, nil
			}
		}
	}
	if len(nums) == 0 {
		return acts, nil
	}
	in, err := s.docs.Bearing(s.ctx, nums)
	if err != nil {
		return nil, err
	}
	var out []store.Act
	for _, act := range acts {
		if act = slices.DeleteFunc(slices.Clone(act), func(e store.Entry) bool { return !in[e.ID] }); len(act) > 0 {
			out = append(out, act)
		}
	}
	return out, nil
}

// reference reads the words as an address. Of a code the number of an article
// is enough: «НК РК 357».
func (s *search) reference() (corpus.Reference, bool) {
	ref, ok := corpus.ParseReference(s.words)
	m := bareNumber.FindStringSubmatch(s.words)
	if ok || m == nil || !store.NamesAct(m[1]) {
		return ref, ok
	}
	for _, e := range store.Match(s.list, m[1]) {
		if e.Meta.Type != "code" && e.Meta.Type != "constitution" {
			return ref, false
		}
		ok = true
	}
	if !ok {
		return ref, false
	}
	return corpus.ParseReference("ст. " + m[2] + " " + m[1])
}

// bareNumber is a name with the number of an article behind it. Four figures
// may be a year.
var bareNumber = regexp.MustCompile(`^\s*(\pL[^\d]*?)[\s,]+(\d{1,3}(?:[-.^]\d{1,2})?[¹²³⁴⁵⁶⁷⁸⁹]?)\s*$`)

// ordOf is a unit's place in Document.All, counted from 1.
func ordOf(d *corpus.Document, u *corpus.Unit) int {
	ord := 0
	for _, v := range d.All() {
		if ord++; v == u {
			return ord
		}
	}
	return 0
}

// numbered reports whether a reference has a number, as «статья 5» has.
func numbered(r corpus.Reference) bool {
	return slices.ContainsFunc(r.Steps, func(st corpus.Step) bool {
		return slices.ContainsFunc(st.Nums, func(n string) bool { return strings.ContainsAny(n, "0123456789") })
	})
}

// acts returns the acts that words mean, each with its texts: those whose
// titles have the words first, newest first. Words that name none, as «закона»
// or none at all, mean all acts of the kind, those in the language of the query
// first.
func (s *search) acts(name string) (acts []store.Act, generic bool) {
	of := s.list
	if generic = strings.TrimSpace(name) == ""; !generic {
		if kind := store.Generic(s.list, name); len(kind) > 0 {
			of, generic = kind, true
		}
	}
	if generic {
		lang := words.Language(s.words)
		other := func(e store.Entry) int {
			if e.Meta.Language == lang {
				return 0
			}
			return 1
		}
		acts = store.Acts(of)
		for _, a := range acts {
			slices.SortStableFunc(a, func(x, y store.Entry) int { return other(x) - other(y) })
		}
		slices.SortStableFunc(acts, func(x, y store.Act) int { return other(x[0]) - other(y[0]) })
		return acts, true
	}
	named := map[string]bool{}
	for _, e := range store.Match(s.list, name) {
		named[e.ID] = true
	}
	for _, act := range store.Acts(s.list) {
		var first, rest store.Act
		for _, e := range act {
			if named[e.ID] {
				first = append(first, e)
			} else {
				rest = append(rest, e)
			}
		}
		if len(first) > 0 {
			acts = append(acts, append(first, rest...))
		}
	}
	return acts, false
}

// lines are a unit with all below it with their labels, a line each, without
// matches: what was asked for is the whole.
func lines(d *corpus.Document, u *corpus.Unit) []spread {
	var out []spread
	u.Walk(func(v *corpus.Unit) bool {
		text := v.Own()
		if v != u && v.Label != "" {
			text = strings.TrimSpace(v.Label + " " + text)
		}
		if text != "" {
			out = append(out, spread{text: text})
		}
		return true
	})
	return out
}

// understood prints a reference as the steps of an address.
func understood(r corpus.Reference, fs []query.Filter) string {
	var b strings.Builder
	for i, st := range r.Steps {
		if i > 0 {
			b.WriteString(" / ")
		}
		b.WriteString(st.Kind.String())
		if len(st.Nums) > 0 {
			b.WriteString(" " + strings.Join(st.Nums, ", "))
		}
	}
	if r.Rest != "" {
		b.WriteString(" : " + r.Rest)
	}
	for _, f := range fs {
		b.WriteString(" " + f.String())
	}
	return b.String()
}
