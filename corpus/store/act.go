package store

import (
	"cmp"
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"svod/corpus/words"
)

// An Act is a legal act with all its texts that are in the corpus: editions
// and languages, newest edition first.
type Act []Entry

// SameAct reports whether two documents are texts of one act.
//
// They are when jurisdiction, type, number and date agree. Where one of them
// prints no number, the folded title and the body decide, and what only one of
// them says speaks against nothing. A translation has another title: then the
// name of the file decides, less its words for language and edition, as the
// state databases name their exports («code.date.ru.docx»).
//
// Reports bear one title year after year: without a number they are one only
// as translations.
func SameAct(a, b Entry) bool {
	x, y := &a.Meta, &b.Meta
	if !agree(x.Jurisdiction, y.Jurisdiction) || !agree(x.Type, y.Type) || !agree(x.Date, y.Date) {
		return false
	}
	if x.Number != "" && y.Number != "" {
		return numberKey(x.Number) == numberKey(y.Number)
	}
	if x.Language != y.Language && sameKey(fileKey(a.File), fileKey(b.File)) {
		return true
	}
	if x.Type == "report" || y.Type == "report" {
		return false
	}
	return sameKey(titleKey(x.Title), titleKey(y.Title)) && agree(words.Fold(x.Body), words.Fold(y.Body))
}

func agree(a, b string) bool { return a == b || a == "" || b == "" }

func sameKey(a, b string) bool { return a != "" && a == b }

// Acts groups documents by act, in the order in which the acts come first. A
// document that fits two acts which are not one stays alone: a group is never
// a guess.
func Acts(list []Entry) []Act {
	// Documents are only compared with those that share a key.
	byKey := map[string][]int{}
	of := make([]int, len(list)) // group of each document, -1 for none yet
	var acts []Act
	// Those with a number go first, so that the others may join them.
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
		of[i] = -1
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(bare(list[i]), bare(list[j]))
	})
	for _, i := range order {
		groups := map[int]bool{}
		for _, k := range keys(list[i]) {
			for _, j := range byKey[k] {
				if SameAct(list[i], list[j]) {
					groups[of[j]] = true
				}
			}
			byKey[k] = append(byKey[k], i)
		}
		if len(groups) == 1 {
			for g := range groups {
				of[i] = g
			}
			acts[of[i]] = append(acts[of[i]], list[i])
			continue
		}
		of[i] = len(acts)
		acts = append(acts, Act{list[i]})
	}
	place := map[string]int{}
	for i, e := range list {
		place[e.ID] = i
	}
	for _, a := range acts {
		slices.SortStableFunc(a, newest)
	}
	slices.SortStableFunc(acts, func(a, b Act) int { return cmp.Compare(first(a, place), first(b, place)) })
	return acts
}

func bare(e Entry) int {
	if e.Meta.Number != "" {
		return 0
	}
	return 1
}

func first(a Act, place map[string]int) int {
	n := place[a[0].ID]
	for _, e := range a[1:] {
		n = min(n, place[e.ID])
	}
	return n
}

// newest orders texts of one act: by edition, or the date of adoption where no
// edition is known, newest first; then Russian before other languages.
func newest(a, b Entry) int {
	return cmp.Or(
		strings.Compare(since(b), since(a)),
		-strings.Compare(a.Meta.Language, b.Meta.Language),
		strings.Compare(a.ID, b.ID),
	)
}

// since is the date from which a text holds, as far as is known.
func since(e Entry) string { return cmp.Or(e.Meta.Edition, e.Meta.Date) }

// InForce returns, of each act and language, the text in force on a date:
// that of the newest edition not later than it. at is 2021, 2021-05 or
// 2021-05-31; a year or month means its end. An act whose texts are all later
// was not in force and is left out; one without any date is taken as it is.
func InForce(list []Entry, at string) []Entry {
	if at == "" {
		return list
	}
	at += "\xff" // sorts behind 2021-05-31 for 2021 and 2021-05
	keep := map[string]bool{}
	for _, act := range Acts(list) {
		done := map[string]bool{}
		for _, e := range act { // newest first, those without a date last
			if lang := e.Meta.Language; !done[lang] && since(e) <= at {
				keep[e.ID], done[lang] = true, true
			}
		}
	}
	var out []Entry
	for _, e := range list {
		if keep[e.ID] {
			out = append(out, e)
		}
	}
	return out
}

// siblings returns the other texts of a document's act, newest first.
func (s *Store) siblings(ctx context.Context, q querier, e Entry) ([]Entry, error) {
	list, err := s.entries(ctx, q, `WHERE d.id = ?1
		OR d.number_key <> '' AND d.number_key = ?2
		OR d.title_key <> '' AND d.title_key = ?3
		OR d.file_key <> '' AND d.file_key = ?4 ORDER BY d.id`,
		e.ID, numberKey(e.Meta.Number), titleKey(e.Meta.Title), fileKey(e.File))
	if err != nil {
		return nil, err
	}
	return others(list, e.ID), nil
}

// others returns the texts of the act of a document in a list, but for itself.
func others(list []Entry, id string) []Entry {
	for _, act := range Acts(list) {
		for i, e := range act {
			if e.ID == id {
				return slices.Delete(slices.Clone(act), i, i+1)
			}
		}
	}
	return nil
}

// keys are the values of which two texts of one act share at least one.
func keys(e Entry) []string {
	var ks []string
	for kind, k := range []string{numberKey(e.Meta.Number), titleKey(e.Meta.Title), fileKey(e.File)} {
		if k != "" {
			ks = append(ks, string(rune('0'+kind))+k)
		}
	}
	return ks
}

// numberKey folds a number: «№ 383-V ЗРК» is 383-v зрк.
func numberKey(number string) string {
	return strings.TrimSpace(strings.TrimLeft(words.Fold(number), "№#n "))
}

// titleKey folds a title to its words.
func titleKey(title string) string {
	var ws []string
	for _, w := range words.Split(title, "ru") {
		if w.Part == 0 {
			ws = append(ws, w.Form)
		}
	}
	return strings.Join(ws, " ")
}

var (
	fileDate = regexp.MustCompile(`(?:^|[^\pL\pN])(?:\d\d[-._]\d\d[-._](?:19|20)\d\d|(?:19|20)\d\d[-._]\d\d[-._]\d\d)(?:$|[^\pL\pN])`)
	fileYear = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// fileOther are the words of file names that tell the texts of one act apart.
var fileOther = set("ru", "rus", "рус", "kk", "kz", "kaz", "каз", "қаз", "en", "eng", "ed", "red", "ред", "edition", "редакция")

// fileKey is the name of a file without extension, language and edition:
// «rus-95138_councils_ed-2019.md» is 95138 councils. It is empty unless a
// number is left in it: «отчет» may be any.
func fileKey(name string) string {
	name = words.Fold(strings.TrimSuffix(name, filepath.Ext(name)))
	name = fileDate.ReplaceAllString(name, " ")
	var ws []string
	digit := false
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if fileOther[w] || fileYear.MatchString(w) {
			continue
		}
		digit = digit || strings.ContainsAny(w, "0123456789")
		ws = append(ws, w)
	}
	if !digit {
		return ""
	}
	return strings.Join(ws, " ")
}
