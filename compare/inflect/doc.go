// Package inflect puts words into another word's case, as amending acts order:
// «по всему тексту слова «уполномоченный орган» заменить словами «местный
// исполнительный орган» (в соответствующих падежах)».
//
// It finds a phrase in all its forms, tells in which cases and numbers a form
// can stand, and what another phrase is in these. «Организации» can be five of
// them; what stands around it rules some out (context.go: words that agree, in
// modifier.go, prepositions, nouns beside it, in neighbour.go, and verbs, in
// subject.go). Where the new form is not the same for all that are left, or
// where a word is not known well enough, the answer is not sure, and says so: a
// wrong form in a law is worse.
//
// A Russian phrase (phrase.go, reader.go) is nouns that change with their
// adjectives (noun.go, adjective.go), and a tail that stays: «[орган]
// управления образованием». What endings alone can't tell of a noun is in
// nouns.txt; of nouns that are not there, guess.go knows some by their endings.
// Of a Kazakh phrase only the last word changes (kazakh.go).
//
// How often the context is wrong is measured on real acts by words that show
// their case (real_test.go).
package inflect
