// Package query is the one pattern language of svod: what a user types into a
// search, and what a codebook's patterns are written in. A query is parsed
// once, and then finds its matches in texts; search and analysis agree because
// both ask here.
//
// # The language
//
//	отчет               the word in any of its forms: the stem is compared
//	=отчета             this form only (case, ё and the like are folded still)
//	общественн*  отч?т  * any letters, ? one letter, on the written word
//	"годовой отчет"     a phrase: the words follow each other; also «…»
//	отчет /5 совет      near, in any order: positions differ by at most 5,
//	                    so that /1 are neighbours and /3 allows two words between
//	проводить +4 слушание   the same, in this order
//	совет /с отчет      in one sentence   (also /s)
//	совет /п отчет      in one clause     (also /p)
//	совет /ст отчет     in one article    (also /a)
//	отчет И доклад      both;             also AND, ЖӘНЕ
//	отчет ИЛИ доклад    either;           also OR, НЕМЕСЕ
//	отчет НЕ годовой    the first without the second; also NOT, ЕМЕС
//	НЕ_МЕНЕЕ5(отчет)    at least five times in one article; also ATLEAST5(…)
//	отчот~  отчот~1     close spelling of the written word; see below
//	( … )               brackets
//	вид:закон           only documents of which this holds; see Filter
//	@имя  #код          a set of words, a category: the caller knows them
//	re:\bп\.\s*\d+      a regular expression on the text as it is written;
//	                    nothing else can stand beside it
//
// Operators are words in capitals only: «не», «и», «или» in small letters are
// words to be found like others. Their letters may be Cyrillic or Latin as far
// as they look alike.
//
// A word with ~ is found with slips: a letter too many, too few or wrong, or two
// neighbours swapped (the distance of Damerau and Levenshtein between the folded
// written forms, no letter edited twice). One slip is allowed in words of up to
// five letters, two in longer ones; ~1 and ~2 say how many. The first letter may
// be wrong like any other. More letters than twice the slips are needed, lest
// any short word will do. It stands wherever a word does, in phrases too.
//
// From the tightest: brackets, quotes and НЕ_МЕНЕЕ5 with the operand behind it;
// words that stand together in a
// pattern (see below); ИЛИ; nearness (/n +n /с /п /ст, from left to right); И,
// НЕ and words that stand together in a search, where НЕ excludes the operand
// right behind it. So
//
//	отчет ИЛИ доклад /5 совет НЕ проект И план
//
// is ((отчет ИЛИ доклад) /5 совет) and план, without проект. И, НЕ and НЕ_МЕНЕЕ
// cannot stand inside nearness, where they have no meaning.
//
// # Two ways of reading
//
// In a search, several bare words mean all of them, anywhere in the text: И.
// In a pattern of a codebook they are a phrase, and И, НЕ and НЕ_МЕНЕЕ look at
// one clause.
// A word glued of several, as «ст.5-1», is a phrase in both.
//
// # Occurrences
//
// A word or a phrase occurs as often as it stands in the text. Nearness by /n
// and +n occurs with each pair; /с, /п and /ст occur once in each sentence,
// clause or article that has both. И occurs with each occurrence of either
// side, if both are there.
//
// # Synonyms
//
// Expand adds to a query what does as well as its words: «НПО» is also
// "неправительственная организация". The list is a file that people edit; see
// ReadSynonyms. A codebook's patterns are never expanded: what they count is
// what they say.
package query

import (
	"fmt"
	"strings"
)

// A Query is a parsed pattern. It never changes and may be used by many
// goroutines.
type Query struct {
	root node
	// Question is set when a search ends with «?»: it is a question, and the
	// caller may be content with any of the words.
	Question bool
	// Operators is set when a search has any, or a regular expression: it
	// means just what it says.
	Operators bool
	// Filters are the conditions of a search on documents, all of which must
	// hold.
	Filters []Filter

	synonyms []Synonym
}

// String returns the query in the form of the language, with all that was
// implied made plain.
func (q *Query) String() string {
	if q == nil || q.root == nil {
		return ""
	}
	s := q.root.String()
	for _, f := range q.Filters {
		s += " " + f.String()
	}
	return s
}

// A Resolver returns what a reference means: "@имя" is a set, "#код" a category.
type Resolver func(ref string) (*Query, error)

// Parse reads a search. lang is the language of its words, for messages and
// for texts that have none; the words are stemmed by the language of the text
// that they are looked for in.
func Parse(text, lang string) (*Query, error) {
	p := parser{search: true}
	return p.parse(text)
}

// ParsePattern reads a pattern of a codebook. resolve may be nil; then a
// reference is an error.
func ParsePattern(text, lang string, resolve Resolver) (*Query, error) {
	p := parser{resolve: resolve}
	return p.parse(text)
}

// A SyntaxError tells what is wrong with a query, and where.
//
// Codes: empty; unclosed-quote; unclosed-bracket; unopened-bracket;
// missing-operand (the operator); bad-distance, bad-count (the operator, then
// the largest number); no-operator (what was typed); glued-operator,
// split-operator (what was typed, then how it should be); minus (what was typed,
// then the word); phrase-distance (what stands behind the phrase); bad-regexp
// (the cause); bad-word (the word, which has no letter or digit); fuzzy-word (the
// word, to which ~ can't be put), fuzzy-short (the word, then the slips),
// bad-slips (what was typed); no-set, no-category (the name); only-negative;
// and-in-nearness (the operator); too-long, too-deep (the limit); of filters:
// no-value (the name), filter-place (the filter), only-filters; and from whoever
// applies them no-field (the name, then the known ones), bad-value (the value,
// then those that are known), bad-date (the value), reversed,
// comparison (the value, then how it should be), at-least-address.
type SyntaxError struct {
	Offset int // in bytes, where the fault begins
	Code   string
	Args   []string
	Err    error // the cause, if another package found the fault
}

func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("query: %s at byte %d", e.Code, e.Offset)
	if len(e.Args) > 0 {
		s += ": " + strings.Join(e.Args, ", ")
	}
	return s
}

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// Any returns the query that finds what any of the given ones finds.
func Any(qs ...*Query) *Query {
	var ns []node
	for _, q := range qs {
		if q != nil && q.root != nil {
			ns = append(ns, q.root)
		}
	}
	if len(ns) == 1 {
		return &Query{root: ns[0]}
	}
	return &Query{root: &or{ns}}
}

// Without returns q less the occurrences that share a word with one of not's:
// «слушание» without «слушание /2 суд».
func Without(q *Query, not ...*Query) *Query {
	if len(not) == 0 {
		return q
	}
	return &Query{root: &without{q.root, Any(not...).root}}
}

// Requiring returns q less the occurrences in whose scope one of all is
// missing.
func Requiring(q *Query, scope Scope, all ...*Query) *Query {
	if len(all) == 0 {
		return q
	}
	r := &requiring{in: q.root, scope: scope}
	for _, a := range all {
		r.all = append(r.all, a.root)
	}
	return &Query{root: r}
}

// Words returns the query for an exclusive choice of words in any form; it
// serves sets. It is Any of phrases for entries of several words.
func Words(entries []string) (*Query, error) {
	var qs []*Query
	for _, e := range entries {
		q, err := ParsePattern(e, "", nil)
		if err != nil {
			return nil, err
		}
		qs = append(qs, q)
	}
	return Any(qs...), nil
}
