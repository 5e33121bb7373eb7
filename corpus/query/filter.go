package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Filter is a condition on documents inside a search: «вид:закон»,
// «дата:2015..2018», «НЕ язык:kk», «орган:"Министерство юстиции"». Whoever
// searches applies it; the words of the query know nothing of it.
type Filter struct {
	Name   string   // of the field, as it was typed
	Values []string // any of them; commas part them, each may stand in quotes
	At     []int    // of each value, its offset in bytes
	Not    bool
	Offset int // in bytes, of the name
}

// String returns the filter in the form of the language.
func (f Filter) String() string {
	vs := make([]string, len(f.Values))
	for i, v := range f.Values {
		switch {
		case strings.Contains(v, `"`):
			v = "«" + v + "»"
		case strings.Contains(v, ",") || strings.ContainsFunc(v, ends):
			v = `"` + v + `"`
		}
		vs[i] = v
	}
	s := f.Name + ":" + strings.Join(vs, ",")
	if f.Not {
		s = "НЕ " + s
	}
	return s
}

// The fields of documents that a filter may ask for, beside the attributes
// that users set: the names of store.Set, and three that are computed.
const (
	FieldType         = "type"
	FieldNumber       = "number"
	FieldDate         = "date"
	FieldBody         = "body"
	FieldJurisdiction = "jurisdiction"
	FieldLanguage     = "language"
	FieldEdition      = "edition"
	FieldTitle        = "title"
	FieldFile         = "file"
	FieldID           = "id"
	FieldInForce      = "in_force"
)

// names are what a field may be called in a filter, in Russian first.
var names = map[string][]string{
	FieldType:         {"вид", "тип", "type", "kind", "түрі"},
	FieldNumber:       {"номер", "number", "нөмірі", "нөмір"},
	FieldDate:         {"дата", "date", "күні"},
	FieldBody:         {"орган", "body", "органы"},
	FieldJurisdiction: {"страна", "государство", "jurisdiction", "country", "ел", "мемлекет"},
	FieldLanguage:     {"язык", "language", "lang", "тілі", "тіл"},
	FieldEdition:      {"редакция", "edition", "ред", "редакциясы"},
	FieldTitle:        {"название", "заглавие", "title", "атауы"},
	FieldFile:         {"файл", "file", "файлы"},
	FieldID:           {"документ", "id", "құжат"},
	FieldInForce:      {"действует", "in_force", "inforce", "қолданыста"},
	// Attributes that most users set, in whatever language.
	"region": {"регион", "region", "өңір"},
	"level":  {"уровень", "level", "деңгей"},
	"year":   {"год", "year", "жыл"},
}

// Field returns the field that a name means, «type» for «вид», or "".
func Field(name string) string {
	name = strings.ToLower(name)
	for f, ns := range names {
		if slices.Contains(ns, name) {
			return f
		}
	}
	return ""
}

// FieldNames returns what a field may be called, the Russian name first.
func FieldNames(field string) []string { return names[field] }

// Cut takes the filters out of a search. What is left has spaces in their
// place, so that each word stands where it stood. A filter that doesn't stand
// among the words but inside brackets, or beside ИЛИ or an operator of
// nearness, is a *SyntaxError.
func Cut(text string) (rest string, filters []Filter, err error) {
	if isPattern(text) {
		return text, nil, nil
	}
	ls, err := lex(text, true)
	if err != nil {
		return text, nil, nil // Parse will tell; an address may have it
	}
	left := []byte(text)
	blank := func(l lexeme) {
		for i := l.offset; i < l.end; i++ {
			left[i] = ' '
		}
	}
	depth, words := 0, 0
	for i, l := range ls {
		switch l.kind {
		case lexOpen:
			depth++
			continue
		case lexClose:
			depth--
			continue
		case lexWord, lexPhrase, lexRef, lexAtLeast:
			words++
			continue
		case lexField:
		default:
			continue
		}
		f := *l.filter
		if len(f.Values) == 0 {
			return text, nil, &SyntaxError{Offset: l.end, Code: "no-value", Args: []string{f.Name}}
		}
		next := ls[i+1]
		if depth > 0 || next.kind == lexOr || next.kind == lexNear || next.kind == lexSame || i > 0 && ls[i-1].kind == lexAtLeast {
			return text, nil, &SyntaxError{Offset: l.offset, Code: "filter-place", Args: []string{f.String()}}
		}
		joined := false
		for j := i - 1; j >= 0 && !joined; j-- {
			switch ls[j].kind {
			case lexNot:
				f.Not = true
				blank(ls[j])
			case lexAnd:
				blank(ls[j])
			case lexOr, lexNear, lexSame:
				return text, nil, &SyntaxError{Offset: l.offset, Code: "filter-place", Args: []string{f.String()}}
			default:
				joined = true
			}
		}
		if words == 0 && next.kind == lexAnd { // «вид:закон И отчет»
			blank(next)
		}
		blank(l)
		filters = append(filters, f)
	}
	return string(left), filters, nil
}

// ends reports whether a rune ends a word of a query.
func ends(r rune) bool {
	return unicode.IsSpace(r) || r == '(' || r == ')' || closing[r] != "" || r == '»'
}

// field reads a filter that begins at i; it fails for what is none. Names that
// are followed by nothing are words, unless they are known: «Предмет: отношения».
func field(text string, i int) (lexeme, bool) {
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) && (j == i || !unicode.IsDigit(r) && r != '_' && r != '-') {
			break
		}
		j += n
	}
	if j == i || j == len(text) || text[j] != ':' || strings.HasPrefix(text[j:], "://") {
		return lexeme{}, false
	}
	f := &Filter{Name: text[i:j], Offset: i}
	for more := true; more; {
		j++ // the colon, or a comma
		lo, hi, end, ok := filterValue(text, j)
		if !ok {
			return lexeme{}, false // the quote will be told
		}
		if lo < hi {
			f.Values, f.At = append(f.Values, text[lo:hi]), append(f.At, lo)
		}
		j = end
		more = j < len(text) && text[j] == ','
	}
	if len(f.Values) == 0 && Field(f.Name) == "" {
		return lexeme{}, false
	}
	return lexeme{kind: lexField, text: text[i:j], offset: i, end: j, filter: f}, true
}

// filterValue reads the value at i, in quotes or up to a comma. It fails for a
// quote that isn't closed.
func filterValue(text string, i int) (lo, hi, end int, ok bool) {
	r, n := utf8.DecodeRuneInString(text[i:])
	lo, hi = i, i+strings.IndexFunc(text[i:]+" ", func(r rune) bool { return r == ',' || ends(r) })
	end = hi
	if close := closing[r]; close != "" {
		lo = i + n
		length := strings.IndexAny(text[lo:], close)
		if length < 0 {
			return 0, 0, 0, false
		}
		hi = lo + length
		_, m := utf8.DecodeRuneInString(text[hi:])
		end = hi + m
	}
	inner := text[lo:hi]
	lo += len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
	return lo, lo + len(strings.TrimSpace(inner)), end, true
}
