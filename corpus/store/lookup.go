package store

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"svod/corpus/words"
)

// Found is a document that a name of the command line means.
type Found struct {
	Entry  Entry
	Others []Entry // the act's other texts, newest first: to be mentioned
}

// Lookup finds the document that a name means:
//
//	3fa9c1                  a prefix of its ID
//	383-V, № 383-V          its number
//	об общественных советах  words of its title, in any form; the kind of act
//	                        and «РК» may stand among them
//	councils_2021.md        the name of its file
//
// each with «@2021» for the edition (of a year, a month or a day; «@» alone
// for the newest) and «:kk» for the language behind it. at, if not empty,
// leaves the editions in force on that date only.
//
// The newest edition is meant when none is named, and of several languages the
// one whose title has the words, else Russian. Names that fit several acts give
// an *AmbiguousError.
func (s *Store) Lookup(ctx context.Context, name, at string) (Found, error) {
	list, err := s.List(ctx)
	if err != nil {
		return Found{}, err
	}
	return Lookup(list, name, at)
}

// Lookup does the same in a list of documents.
func Lookup(list []Entry, name, at string) (Found, error) {
	what, edition, lang := cutName(name)
	hits := Match(list, what)
	if len(hits) == 0 {
		return Found{}, ErrNotFound
	}
	// An ID is exact: it needs no act to be chosen.
	exact := what != "" && strings.HasPrefix(hits[0].ID, strings.ToLower(what)) && len(hits) == 1
	var acts []Act
	for _, act := range Acts(list) {
		var fit Act
		for _, e := range act {
			if slices.ContainsFunc(hits, func(h Entry) bool { return h.ID == e.ID }) {
				fit = append(fit, e)
			}
		}
		if len(fit) == 0 {
			continue
		}
		if !exact && (edition != "" || lang != "" || at != "") {
			// What is named behind the words may be another text of the act
			// than the one whose title has them: its translation.
			fit = act
			if lang == "" {
				fit = only(fit, func(e Entry) bool { return e.Meta.Language == firstOf(fit, hits).Meta.Language })
			}
		}
		fit = only(fit, func(e Entry) bool {
			return (lang == "" || e.Meta.Language == lang) && strings.HasPrefix(since(e), edition)
		})
		if at != "" && !exact {
			fit = InForce(fit, at)
		}
		if len(fit) > 0 {
			acts = append(acts, fit)
		}
	}
	switch len(acts) {
	case 0:
		return Found{}, ErrNotFound
	case 1:
		e := preferred(acts[0])
		return Found{Entry: e, Others: others(list, e.ID)}, nil
	}
	err := &AmbiguousError{Name: name}
	for _, a := range acts {
		err.Candidates = append(err.Candidates, preferred(a))
	}
	return Found{}, err
}

// preferred is the newest Russian text of an act, else the newest.
func preferred(a Act) Entry {
	if ru := only(a, func(e Entry) bool { return e.Meta.Language == "ru" }); len(ru) > 0 {
		a = ru
	}
	return slices.MinFunc(a, newest)
}

func only(a Act, keep func(Entry) bool) Act {
	return slices.DeleteFunc(slices.Clone(a), func(e Entry) bool { return !keep(e) })
}

// firstOf is the first of an act's texts that is among hits.
func firstOf(a Act, hits []Entry) Entry {
	for _, e := range a {
		if slices.ContainsFunc(hits, func(h Entry) bool { return h.ID == e.ID }) {
			return e
		}
	}
	return a[0]
}

var suffixes = regexp.MustCompile(`^(.*?)(?:@([0-9-]*))?(?::(ru|kk|en))?(?:@([0-9-]*))?$`)

// cutName cuts edition and language from a name.
func cutName(name string) (what, edition, lang string) {
	m := suffixes.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil {
		return strings.TrimSpace(name), "", ""
	}
	return strings.TrimSpace(m[1]), m[2] + m[4], m[3]
}

// Match returns the documents that a name without edition and language fits:
// by ID, file, number, or words of the title, in this order; what fits an
// earlier way is not looked for in a later one. By words, titles that say
// nothing else go before those that say more.
func Match(list []Entry, name string) []Entry {
	name = strings.TrimSpace(name)
	if name == "" {
		return nil
	}
	id := strings.ToLower(name)
	file := words.Fold(name)
	for _, fits := range []func(Entry) bool{
		func(e Entry) bool { return len(id) >= 4 && strings.HasPrefix(e.ID, id) },
		func(e Entry) bool { return words.Fold(e.File) == file },
		func(e Entry) bool { return e.Meta.Number != "" && numberFits(e.Meta.Number, name) },
	} {
		if hits := only(list, fits); len(hits) > 0 {
			return hits
		}
	}
	return byWords(list, name)
}

// HasNumber reports whether a document bears a number as people type it:
// without №, and without the letters of the issuing body: «383-V» is
// «383-V ЗРК».
func (e Entry) HasNumber(typed string) bool {
	return e.Meta.Number != "" && numberFits(e.Meta.Number, typed)
}

// numberFits compares numbers as people type them: without №, and without the
// letters of the issuing body behind a space: «383-V» is «383-V ЗРК».
func numberFits(number, typed string) bool {
	n, t := numberKey(number), numberKey(strings.ReplaceAll(typed, "–", "-"))
	return t != "" && (n == t || strings.HasPrefix(n, t+" "))
}

// byWords finds documents by words of their titles, date and number.
func byWords(list []Entry, typed string) []Entry {
	var all, exact []Entry
	n := readName(typed)
	ws := map[string][]asked{} // by language
	for _, e := range list {
		lang := e.Meta.Language
		if _, ok := ws[lang]; !ok {
			ws[lang] = n.split(lang)
		}
		fits, full := n.fits(ws[lang], e)
		if fits {
			all = append(all, e)
		}
		if full {
			exact = append(exact, e)
		}
	}
	if n.year != "" { // of all those of the year, one may have it in its title
		if titled := only(all, func(e Entry) bool { return strings.Contains(e.Meta.Title, n.year) }); len(titled) > 0 {
			return titled
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return all
}

func whole(ws []words.Word) []words.Word {
	return slices.DeleteFunc(ws, func(w words.Word) bool { return w.Part != 0 })
}

// fits reports whether all words asked for are in a document's title, or stand
// for some that are, but for those that name its kind, its state, its body or
// nothing; and whether the title says nothing else. Date and number must be the
// document's own, if it prints them; the number says all by itself.
func (n name) fits(asked []asked, e Entry) (fits, full bool) {
	m := &e.Meta
	if n.number != "" && m.Number != "" && !numberFits(m.Number, n.number) || n.date != "" && m.Date != "" && n.date != m.Date {
		return false, false
	}
	if !strings.HasPrefix(m.Edition, n.edition) || n.year != "" && !strings.HasPrefix(m.Date, n.year) && !strings.HasPrefix(m.Edition, n.year) && !strings.Contains(m.Title, n.year) {
		return false, false
	}
	parts := words.Split(m.Title, m.Language)
	title := map[string]bool{}
	for _, w := range parts {
		title[w.Stem] = true
	}
	ws := whole(parts)
	body := map[string]bool{}
	for _, w := range words.Split(m.Body, m.Language) {
		body[w.Stem] = true
	}
	said := map[string]bool{}
	for _, w := range asked {
		switch {
		case title[w.Stem]:
			said[w.Stem] = true
		case empty[w.Form], spare[w.Form], kindWords[m.Type][w.Stem], stateWords[m.Jurisdiction][w.Form], m.Jurisdiction == "" && anyState(w.Form), body[w.Stem]:
		case m.Number != "" && numberFits(m.Number, w.Form):
			said[w.Stem] = true
		default:
			meant := short(w, ws)
			if meant == nil {
				meant = initials(w.Form, ws, m.Type)
			}
			if meant == nil {
				return false, false
			}
			for _, t := range meant {
				said[t.Stem] = true
			}
		}
	}
	if n.number != "" && m.Number != "" {
		return true, true
	}
	weight := 0
	for st := range said {
		if !empty[st] {
			weight++
		}
	}
	if n.year != "" {
		weight++
	}
	if weight == 0 {
		return n.date != "" && m.Date != "", false
	}
	for _, w := range ws {
		if !said[w.Stem] && w.Form != n.year && !empty[w.Form] && !kindWords[m.Type][w.Stem] && !anyState(w.Form) {
			return true, false
		}
	}
	return true, true
}

func set(ws ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range ws {
		m[w] = true
	}
	return m
}

// stems returns the stems of words in both languages.
func stems(ws ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range ws {
		m[words.Stem(words.Fold(w), "ru")] = true
		m[words.Stem(words.Fold(w), "kk")] = true
	}
	return m
}

// empty are words that name nothing by themselves.
var empty = set("о", "об", "обо", "и", "в", "во", "на", "по", "с", "от", "за", "для", "к", "не", "из", "туралы", "мен", "және", "the", "of", "on", "and")

// kindWords are the words for each kind of act.
var kindWords = map[string]map[string]bool{
	"law":          stems("закон", "законов", "фз", "заң", "заңы", "заңның"),
	"code":         stems("кодекс", "кодексі", "закон", "фз"),
	"decree":       stems("указ", "жарлық", "жарлығы"),
	"resolution":   stems("постановление", "қаулы", "қаулысы"),
	"order":        stems("приказ", "бұйрық", "бұйрығы"),
	"decision":     stems("решение", "шешім", "шешімі"),
	"constitution": stems("конституция", "конституциясы"),
	"rules":        stems("правила", "положение", "ереже", "ережесі", "қағидалар"),
	"report":       stems("отчет", "доклад", "есеп", "есебі"),
}

// stateWords are the words for each state.
var stateWords = map[string]map[string]bool{
	"KZ": set("рк", "қр", "kz", "казахстан", "казахстана", "республики", "республика", "қазақстан", "республикасы", "республикасының"),
	"RU": set("рф", "ru", "российской", "федерации", "федеральный", "федерального", "россии"),
	"KG": set("кр", "kg", "кыргызской", "республики", "кыргызстана"),
	"BY": set("рб", "by", "республики", "беларусь", "беларуси"),
}

func anyState(form string) bool {
	for _, m := range stateWords {
		if m[form] {
			return true
		}
	}
	return false
}
