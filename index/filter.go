package index

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

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
	for _, v := range f.Values {
		own, err := test(f, field, v, all)
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

// test is whether a document has a value in one of the fields that all have;
// nil for a field that is only ever an attribute.
func test(f query.Filter, field, v string, all []store.Entry) (func(store.Entry) bool, error) {
	wrong := func(code string, args ...string) error {
		return &query.SyntaxError{Offset: f.Offset, Code: code, Args: append([]string{f.Name + ":" + v}, args...)}
	}
	dated := func(of func(store.Entry) string) (func(store.Entry) bool, error) {
		from, to, ok := span(v)
		if !ok {
			return nil, wrong("bad-date")
		}
		return func(e store.Entry) bool { return within(of(e), from, to) }, nil
	}
	switch field {
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
		return func(e store.Entry) bool { return e.Meta.Jurisdiction == s }, nil
	case query.FieldNumber:
		return func(e store.Entry) bool { return e.HasNumber(v) }, nil
	case query.FieldDate, "year":
		return dated(func(e store.Entry) string { return e.Meta.Date })
	case query.FieldEdition:
		return dated(func(e store.Entry) string { return e.Meta.Edition })
	case query.FieldBody:
		return func(e store.Entry) bool { return says(e.Meta.Body, v) }, nil
	case query.FieldTitle:
		return func(e store.Entry) bool { return says(e.Meta.Title, v) }, nil
	case query.FieldFile:
		return func(e store.Entry) bool { return strings.Contains(words.Fold(e.File), words.Fold(v)) }, nil
	case query.FieldID:
		return func(e store.Entry) bool { return strings.HasPrefix(e.ID, strings.ToLower(v)) }, nil
	case query.FieldInForce:
		return inForce(v, all, wrong)
	}
	return nil, nil
}

// inForce is a test for the editions in force: «да» are the newest of each act
// and language in the corpus, «нет» the others, a date those in force then.
func inForce(v string, all []store.Entry, wrong func(string, ...string) error) (func(store.Entry) bool, error) {
	at, not := "9999", false
	switch words.Fold(v) {
	case "да", "yes", "иә", "ия", "true", "1":
	case "нет", "no", "жоқ", "false", "0":
		not = true
	default:
		var ok bool
		if at, ok = day(v); !ok {
			return nil, wrong("bad-value", "да", "нет", "2021-05-31")
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
	if lo, hi, ok := strings.Cut(want, ".."); ok {
		a, errA := strconv.ParseFloat(cmp.Or(lo, "-inf"), 64)
		b, errB := strconv.ParseFloat(cmp.Or(hi, "inf"), 64)
		if n, err := strconv.ParseFloat(strings.Replace(have, ",", ".", 1), 64); err == nil && errA == nil && errB == nil {
			return a <= n && n <= b
		}
		from, to, ok := span(want)
		if d, isDay := day(have); ok && isDay {
			return within(d, from, to)
		}
		return false
	}
	return words.Fold(have) == words.Fold(want) || strings.Contains(want, "*") && query.Wild(words.Fold(want), words.Fold(have)) ||
		slices.Equal(stemsOf(have), stemsOf(want))
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

// Dates are compared as they are written: 2015, 2015-11 and 2015-11-02 sort
// as they should. What is not known to the day may lie anywhere in its year.

// span reads a date or a range of dates, each side of which may be left open.
func span(v string) (from, to string, ok bool) {
	lo, hi, isRange := strings.Cut(v, "..")
	if !isRange {
		lo, hi = v, v
	}
	if lo != "" {
		if from, ok = day(lo); !ok {
			return "", "", false
		}
	}
	if hi != "" {
		if to, ok = day(hi); !ok {
			return "", "", false
		}
	}
	return from, to, lo+hi != "" && (from == "" || to == "" || from <= to+"\xff")
}

// within reports whether a date lies in a span, or may.
func within(d, from, to string) bool {
	return d != "" && d+"\xff" > from && (to == "" || d <= to+"\xff")
}

var dotted = regexp.MustCompile(`^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$`)

// day reads a year, a month or a day as people write them: 2015, 2015-11,
// 11.2015, 2015-11-02, 2.11.2015.
func day(v string) (string, bool) {
	v = strings.TrimSpace(v)
	if m := dotted.FindStringSubmatch(v); m != nil {
		pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
		if v = m[3] + "-" + pad(m[2]); m[1] != "" {
			v += "-" + pad(m[1])
		}
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, v); err == nil {
			return v, true
		}
	}
	return "", false
}

// A named value is one of a field's with the words for it, the Russian first.
type named struct {
	value string
	words []string
}

func valueOf(list []named, v string) string {
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

var typeWords = []named{
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

var languageWords = []named{
	{"ru", []string{"ru", "рус", "русский", "орысша", "орыс", "russian"}},
	{"kk", []string{"kk", "kz", "каз", "қаз", "казахский", "қазақша", "қазақ", "kazakh"}},
	{"en", []string{"en", "англ", "английский", "ағылшынша", "english"}},
}

var stateNames = []named{
	{"KZ", []string{"kz", "рк", "қр", "казахстан", "қазақстан", "kazakhstan"}},
	{"RU", []string{"ru", "рф", "россия", "ресей", "russia"}},
	{"KG", []string{"kg", "кр", "кыргызстан", "киргизия", "қырғызстан", "kyrgyzstan"}},
	{"BY", []string{"by", "рб", "беларусь", "белоруссия", "belarus"}},
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
