package index

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// The filters inside a query («вид:закон») are answered by the list of the
// store, which every search reads: the index needs no fields for them, and what
// a user sets holds at once.

// filtered leaves what the filters of a query leave of a list. all is the
// corpus, whose attributes are the fields beside those of every document.
func filtered(list, all []store.Entry, fs []query.Filter) ([]store.Entry, error) {
	for _, f := range fs {
		keep, err := condition(f, all)
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(slices.Clone(list), func(e store.Entry) bool { return keep(e) == f.Not })
	}
	return list, nil
}

// condition turns a filter into a test of documents, whatever its Not.
func condition(f query.Filter, all []store.Entry) (func(store.Entry) bool, error) {
	field := query.Field(f.Name)
	keys := attributes(f.Name, field, all)
	if field == "" && len(keys) == 0 {
		return nil, &query.SyntaxError{Offset: f.Offset, Code: "no-field", Args: append([]string{f.Name}, known(all)...)}
	}
	var tests []func(store.Entry) bool
	for i, v := range f.Values {
		if n := strings.TrimLeft(v, "<>=≤≥"); n != v {
			mended := n + ".."
			if strings.ContainsAny(v[:len(v)-len(n)], "<≤") {
				mended = ".." + n
			}
			return nil, value{f, field, v, f.At[i]}.wrong("comparison", f.Name+":"+mended)
		}
		own, err := test(value{f, field, v, f.At[i]}, all)
		if err != nil && len(keys) == 0 {
			return nil, err
		}
		tests = append(tests, func(e store.Entry) bool {
			// What the user has set goes before what can be computed.
			for _, k := range keys {
				if have, ok := e.Attributes[k]; ok {
					return attributeFits(have, v)
				}
			}
			return own != nil && own(e)
		})
	}
	return func(e store.Entry) bool {
		return slices.ContainsFunc(tests, func(t func(store.Entry) bool) bool { return t(e) })
	}, nil
}

// attributes are the keys of the corpus that a name means: its own, in any
// case, and those of the same field in other languages.
func attributes(name, field string, all []store.Entry) []string {
	names := append([]string{strings.ToLower(name)}, query.FieldNames(field)...)
	found := map[string]bool{}
	for _, e := range all {
		for k := range e.Attributes {
			if slices.Contains(names, strings.ToLower(k)) {
				found[k] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// shown are the fields that are told to who asks for one that isn't there.
var shown = []string{query.FieldType, query.FieldNumber, query.FieldDate, query.FieldBody, query.FieldLanguage, query.FieldEdition,
	query.FieldJurisdiction, query.FieldTitle, query.FieldFile, query.FieldInForce}

// known are the names of the fields, and the attributes of the corpus.
func known(all []store.Entry) []string {
	var out []string
	for _, f := range shown {
		out = append(out, query.FieldNames(f)[0])
	}
	keys := map[string]bool{}
	for _, e := range all {
		for k := range e.Attributes {
			keys[k] = true
		}
	}
	return append(out, slices.Sorted(maps.Keys(keys))...)
}

// A value is one of a filter's, with its place in the query.
type value struct {
	filter query.Filter
	field  string
	text   string
	at     int
}

func (v value) wrong(code string, args ...string) error {
	return &query.SyntaxError{Offset: v.at, Code: code, Args: append([]string{v.text}, args...)}
}

// test is whether a document has a value in one of the fields that all have;
// nil for a field that is only ever an attribute.
func test(asked value, all []store.Entry) (func(store.Entry) bool, error) {
	v, wrong := asked.text, asked.wrong
	dated := func(of func(store.Entry) string) (func(store.Entry) bool, error) {
		from, to, err := asked.span()
		if err != nil {
			return nil, err
		}
		return func(e store.Entry) bool { return within(of(e), from, to) }, nil
	}
	switch asked.field {
	case query.FieldType:
		t := typeOf(v)
		if t == "" {
			return nil, wrong("bad-value", typeNames()...)
		}
		return func(e store.Entry) bool { return e.Meta.Type == t }, nil
	case query.FieldLanguage:
		l := languageOf(v)
		if l == "" {
			return nil, wrong("bad-value", "ru", "kk", "en")
		}
		return func(e store.Entry) bool { return e.Meta.Language == l }, nil
	case query.FieldJurisdiction:
		s := stateOf(v)
		if valueOf(stateNames, v) == "" && !slices.ContainsFunc(all, func(e store.Entry) bool { return e.Meta.Jurisdiction == s }) {
			return nil, wrong("bad-value", states(all)...)
		}
		return func(e store.Entry) bool { return e.Meta.Jurisdiction == s }, nil
	case query.FieldNumber:
		return func(e store.Entry) bool { return e.HasNumber(v) || starred(v, e.Meta.Number) }, nil
	case query.FieldDate, "year":
		return dated(func(e store.Entry) string { return e.Meta.Date })
	case query.FieldEdition:
		return dated(func(e store.Entry) string { return e.Meta.Edition })
	case query.FieldBody:
		return func(e store.Entry) bool { return says(e.Meta.Body, v) }, nil
	case query.FieldTitle:
		return func(e store.Entry) bool { return says(e.Meta.Title, v) }, nil
	case query.FieldFile:
		return func(e store.Entry) bool {
			return strings.Contains(words.Fold(e.File), words.Fold(v)) || starred(v, e.File)
		}, nil
	case query.FieldID:
		return named(v, all), nil
	case query.FieldInForce:
		return inForce(asked, all)
	}
	return nil, nil
}

// named is a test for the documents that a name means, as it does on the
// command line: the beginning of an ID, a number, words of the title, with
// «@2021» for the edition and «:kk» for the language.
func named(v string, all []store.Entry) func(store.Entry) bool {
	ids := map[string]bool{}
	for _, e := range store.Match(all, v) {
		ids[e.ID] = true
	}
	if len(ids) == 0 {
		if f, err := store.Lookup(all, v, ""); err == nil {
			ids[f.Entry.ID] = true
		}
	}
	return func(e store.Entry) bool { return ids[e.ID] || strings.HasPrefix(e.ID, strings.ToLower(v)) }
}

// inForce is a test for the editions in force: «да» are the newest of each act
// and language in the corpus, «нет» the others, a date those in force then.
func inForce(v value, all []store.Entry) (func(store.Entry) bool, error) {
	at, not := "9999", false
	switch words.Fold(v.text) {
	case "да", "yes", "иә", "ия", "true", "1":
	case "нет", "no", "жоқ", "false", "0":
		not = true
	default:
		var ok bool
		if at, ok = day(v.text); !ok {
			return nil, v.wrong("bad-value", "да", "нет", "2021-05-31")
		}
	}
	ids := map[string]bool{}
	for _, e := range store.InForce(all, at) {
		ids[e.ID] = true
	}
	return func(e store.Entry) bool { return ids[e.ID] != not }, nil
}

// attributeFits compares an attribute with what was asked for: a range of
// numbers or dates, a pattern with *, else its words in any form.
func attributeFits(have, want string) bool {
	if lo, hi, ok := rangeOf(want); ok {
		a, errA := strconv.ParseFloat(cmp.Or(lo, "-inf"), 64)
		b, errB := strconv.ParseFloat(cmp.Or(hi, "inf"), 64)
		if n, err := strconv.ParseFloat(strings.Replace(have, ",", ".", 1), 64); err == nil && errA == nil && errB == nil {
			return a <= n && n <= b
		}
		from, to, err := value{text: want}.span()
		if d, ok := day(have); ok && err == nil {
			return within(d, from, to)
		}
		return false
	}
	if d, ok := day(have); ok { // «срок:2021» for 2021-05-01
		if from, ok := day(want); ok {
			return within(d, from, from)
		}
	}
	return words.Fold(have) == words.Fold(want) || starred(want, have) || slices.Equal(stemsOf(have), stemsOf(want))
}

// starred reports whether a pattern with an asterisk fits all of a value.
func starred(pattern, v string) bool {
	return strings.Contains(pattern, "*") && query.Wild(words.Fold(pattern), words.Fold(v))
}

// says reports whether a text has all the words of another, in any form.
func says(text, want string) bool {
	if text == "" {
		return false
	}
	have := stemsOf(text)
	for _, st := range stemsOf(want) {
		if !slices.ContainsFunc(have, func(h string) bool { return h == st || strings.Contains(st, "*") && query.Wild(st, h) }) {
			return false
		}
	}
	return true
}

// stemsOf are the stems of a short text's words. A word with an asterisk stays
// as it is.
func stemsOf(text string) []string {
	var out []string
	for _, f := range strings.Fields(text) {
		if strings.Contains(f, "*") {
			out = append(out, words.Fold(f))
			continue
		}
		for _, w := range words.Split(f, words.Language(text)) {
			if w.Part == 0 {
				out = append(out, w.Stem)
			}
		}
	}
	return out
}

// A wording is a value of a field with the words for it, the Russian first.
type wording struct {
	value string
	words []string
}

func valueOf(list []wording, v string) string {
	stem, v := words.Stem(words.Fold(v), "ru"), words.Fold(v)
	for _, n := range list {
		for _, w := range n.words {
			if w = words.Fold(w); w == v || words.Stem(w, "ru") == stem {
				return n.value
			}
		}
	}
	return ""
}

var typeWords = []wording{
	{"law", []string{"закон", "law", "заң", "заңы"}},
	{"code", []string{"кодекс", "code", "кодексі"}},
	{"decree", []string{"указ", "decree", "жарлық", "жарлығы"}},
	{"resolution", []string{"постановление", "resolution", "қаулы", "қаулысы"}},
	{"order", []string{"приказ", "order", "бұйрық", "бұйрығы"}},
	{"decision", []string{"решение", "decision", "шешім", "шешімі"}},
	{"constitution", []string{"конституция", "constitution", "конституциясы"}},
	{"rules", []string{"правила", "rules", "қағидалар", "қағидалары"}},
	{"report", []string{"отчет", "доклад", "report", "есеп", "есебі"}},
	{"other", []string{"прочее", "другое", "other", "басқа"}},
}

var languageWords = []wording{
	{"ru", []string{"ru", "рус", "русский", "орысша", "орыс", "russian"}},
	{"kk", []string{"kk", "kz", "каз", "қаз", "казахский", "қазақша", "қазақ", "kazakh"}},
	{"en", []string{"en", "англ", "английский", "ағылшынша", "english"}},
}

var stateNames = []wording{
	{"KZ", []string{"kz", "рк", "қр", "казахстан", "қазақстан", "kazakhstan"}},
	{"RU", []string{"ru", "рф", "россия", "ресей", "russia"}},
	{"KG", []string{"kg", "кр", "кыргызстан", "киргизия", "қырғызстан", "kyrgyzstan"}},
	{"BY", []string{"by", "рб", "беларусь", "белоруссия", "belarus"}},
}

// states are the names of the states whose acts the corpus has.
func states(all []store.Entry) []string {
	have := map[string]bool{}
	for _, e := range all {
		if e.Meta.Jurisdiction != "" {
			have[e.Meta.Jurisdiction] = true
		}
	}
	return slices.Sorted(maps.Keys(have))
}

func typeOf(v string) string     { return valueOf(typeWords, v) }
func languageOf(v string) string { return valueOf(languageWords, v) }
func stateOf(v string) string    { return cmp.Or(valueOf(stateNames, v), strings.ToUpper(v)) }

func typeNames() []string {
	var out []string
	for _, n := range typeWords {
		out = append(out, n.words[0])
	}
	return out
}
