package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

// A search that finds nothing says why, so that one can trust that there is
// nothing: which words are unknown, which condition left nothing, and what
// there is without it; and what could not be searched.

// whyNothing are the lines of a diagnosis, each a whole sentence.
func (e *env) whyNothing(a *answer, d *index.Diagnosis) []string {
	if d == nil {
		return nil
	}
	if d.Documents == 0 {
		return []string{e.tr("В корпусе нет документов. Добавьте их: svod add ПАПКА", "There are no documents in the corpus. Add some: svod add FOLDER")}
	}
	var out []string
	add := func(ru, en string, args ...any) { out = append(out, e.tr(ru, en, args...)) }
	out = append(out, e.whyNoProvision(d)...)
	for _, w := range d.Words {
		switch {
		case w.Corpus == 0 && w.Forms > 0:
			add("Формы «%s» нет, в других формах слово есть: %s.", "There is no form %q; the word is there in other forms: %s.",
				strings.TrimPrefix(w.Word, "="), e.articles(w.Forms))
		case w.Corpus == 0:
			s := e.tr("Слова «%s» нет ни в одном документе.", "No document has the word %q.", w.Word)
			if len(w.Near) > 0 {
				s += " " + e.tr("Похожие", "Alike") + ": " + e.terms(w.Near) + "."
			}
			out = append(out, s)
		case w.Articles == 0:
			add("Слова «%s» нет в выбранных документах, в остальных есть: %s.", "The documents chosen don't have the word %q; others do: %s.",
				w.Word, e.articles(w.Corpus))
		}
	}
	if used := a.res.Synonyms; len(used) > 0 {
		add("Искали и синонимы: %s.", "Synonyms were looked for, too: %s.", synonymsOf(used))
	}
	if m := d.Meant; m != nil {
		add("Возможно, вы искали: %s (%s).", "Did you mean: %s (%s)", m.Query, e.found(m.Units, m.Documents, m.More))
	}
	known := !slices.ContainsFunc(d.Words, func(w index.WordCount) bool { return w.Articles == 0 })
	if known && len(d.Words) > 1 {
		if a.res.Relaxed {
			add("Каждое из слов есть, но вместе в одной норме они не стоят.", "Each of the words is there, but no provision has them together.")
		} else if len(d.Loosened) > 0 {
			add("Каждое из слов есть: %s.", "Each of the words is there: %s.", e.wordCounts(d.Words))
		}
	}
	for _, l := range d.Loosened {
		// What is said of a word that is nowhere needs no second line.
		if l.Code != "word" || d.Meant == nil && len(d.Loosened) <= mostLoosened {
			out = append(out, e.loosened(l))
		}
	}
	for _, f := range d.Filters {
		out = append(out, e.filtered(a, d, f))
	}
	if d.Searched < d.Documents && len(d.Filters) > 0 {
		add("Искали в документах: %d из %d.", "Documents searched: %d of %d.", d.Searched, d.Documents)
	}
	return out
}

// mostLoosened is how many words are told of one by one.
const mostLoosened = 5

// found counts what is found without a condition.
func (e *env) found(units, documents int, more bool) string {
	if more {
		return e.tr("норм: не меньше %d, документов: не меньше %d", "provisions: at least %d, documents: at least %d", units, documents)
	}
	return e.tr("норм: %d, документов: %d", "provisions: %d, documents: %d", units, documents)
}

func (e *env) articles(n int) string {
	return e.count(n, "статья", "статьи", "статей", "article")
}

func (e *env) terms(ts []index.Term) string {
	var out []string
	for _, t := range ts {
		out = append(out, fmt.Sprintf("%s (%s)", t.Form, e.articles(t.Articles)))
	}
	return strings.Join(out, ", ")
}

func (e *env) wordCounts(ws []index.WordCount) string {
	var out []string
	for _, w := range ws {
		out = append(out, fmt.Sprintf("%s (%s)", w.Word, e.articles(w.Articles)))
	}
	return strings.Join(out, ", ")
}

// loosened says what is found without a condition of the query.
func (e *env) loosened(l index.Loosened) string {
	s := ""
	switch l.Code {
	case "word":
		s = e.tr("Без слова «%s»", "Without %q", l.Text)
		if strings.ContainsAny(l.Text, ` "`) {
			s = e.tr("Без %s", "Without %s", l.Text)
		}
	case "not":
		s = e.tr("Без исключения %s", "Without the exclusion %s", l.Text)
	case "phrase":
		s = e.tr("Слова из %s не подряд, а в одной статье", "The words of %s anywhere in one article", l.Text)
	case "form":
		s = e.tr("В любой форме, без «=» (%s)", "In any form, without “=” (%s)", l.Text)
	case "order":
		s = e.tr("В любом порядке (/ вместо %s)", "In any order (/ for %s)", l.Text)
	case "distance":
		s = e.tr("Без учёта расстояния %s, в одной статье", "Without the distance %s, in one article", l.Text)
	case "sentence":
		s = e.tr("Не в одном предложении (%s), а в одной статье", "Not in one sentence (%s) but in one article", l.Text)
	case "clause":
		s = e.tr("Не в одном пункте (%s), а в одной статье", "Not in one clause (%s) but in one article", l.Text)
	case "times":
		s = e.tr("Сколько бы раз ни встретилось (без %s)", "However often it occurs (without %s)", l.Text)
	case "all":
		s = e.tr("Все эти слова где угодно в одной статье", "All these words anywhere in one article")
	default:
		s = spaced(l.Code, l.Text)
	}
	s += ": " + e.found(l.Units, l.Documents, l.More) + "."
	switch {
	case l.Code != "distance":
	case l.Distance > 0:
		s += e.tr(" Ближе всего слова стоят на расстоянии /%d.", " The nearest are at /%d.", l.Distance)
	default:
		s += e.tr(" В одном абзаце они не стоят.", " They are in no paragraph together.")
	}
	return s
}

// filtered says what is found without a condition on documents.
func (e *env) filtered(a *answer, d *index.Diagnosis, f index.FilterCount) string {
	name := f.Text
	if name == "" {
		name = e.tr("Выбор документов", "The choice of documents")
	}
	s := name + ": "
	if f.Documents == 0 {
		s += e.tr("таких документов в корпусе нет.", "there are no such documents in the corpus.")
		if len(f.Values) > 0 {
			w := selectionWordsOf(e.lang)
			var vs []string
			for _, v := range f.Values {
				vs = append(vs, fmt.Sprintf("%s %d", strings.ToLower(a.facetName(w, f.Field, v.Value)), v.Documents))
			}
			s += " " + e.tr("Есть", "There are") + ": " + join(vs) + "."
		}
	} else {
		s += e.tr("документов %d из %d.", "%d documents of %d.", f.Documents, d.Documents)
	}
	if f.Units == 0 {
		return s + e.tr(" Без этого условия тоже ничего нет.", " Without this condition there is nothing either.")
	}
	s += " " + e.tr("Без этого условия %s", "Without this condition %s", e.found(f.Units, f.Found, f.More))
	if len(f.Editions) > 0 && (f.Field == query.FieldEdition || f.Field == query.FieldInForce) {
		var eds []string
		for _, ed := range f.Editions[:min(len(f.Editions), 3)] {
			eds = append(eds, e.date(ed))
		}
		return s + e.tr("; есть в редакции: %s.", "; it is in the edition: %s.", strings.Join(eds, ", "))
	}
	return s + "."
}

// unread are the codes of warnings by which words of a document are missing.
var unread = []string{"pdf-page-no-text", "pdf-page-picture", "pdf-page-damaged", "garbage-text", "cut-short", "file-damaged", "too-deep",
	"docx-chunk", "docx-subdocument", "sheets-hidden", "sheet-hidden-cells", "sheet-damaged"}

// guessed are those by which words may have been read wrongly.
var guessed = []string{"ocr", "text-repaired"}

// A blind spot is a file of which a search doesn't know all words.
type blindSpot struct {
	Document string   `json:"document"` // "" if it could not be added
	File     string   `json:"file"`
	Codes    []string `json:"codes"`
	text     string
	only     bool // its words are there, but may be wrong
}

// blindSpots are what a search cannot see, whatever it says: files that could
// not be read, documents with pages that were not, and those whose text was
// recognised from pictures.
func (e *env) blindSpots(ctx context.Context, st *store.Store, a *answer) ([]blindSpot, error) {
	refused, err := st.Refused(ctx)
	if err != nil {
		return nil, err
	}
	gaps, err := st.Warnings(ctx, append(slices.Clone(unread), guessed...)...)
	if err != nil {
		return nil, err
	}
	out := []blindSpot{}
	for _, r := range refused {
		why, _, _ := strings.Cut(e.unread(&extract.Error{Code: r.Code, Args: r.Args}), ". ")
		out = append(out, blindSpot{File: r.File, Codes: []string{r.Code}, text: why})
	}
	for _, en := range a.sorted() {
		ws := gaps[en.ID]
		b := blindSpot{Document: en.ID, File: en.File, only: true}
		var missing []corpus.Warning
		for _, w := range ws {
			if !slices.Contains(b.Codes, w.Code) {
				b.Codes = append(b.Codes, w.Code)
			}
			if slices.Contains(unread, w.Code) {
				missing = append(missing, w)
				b.only = false
			}
		}
		if len(ws) == 0 {
			continue
		}
		if b.text = strings.Join(e.warnings(missing), "; "); b.only {
			b.text = strings.Join(e.warnings(ws), "; ")
		}
		out = append(out, b)
	}
	return out, nil
}

// notSearched tells of the blind spots in lines.
func (e *env) notSearched(spots []blindSpot) []string {
	var missing, doubtful []string
	for _, b := range spots {
		if b.only {
			doubtful = append(doubtful, b.File)
		} else {
			missing = append(missing, "  "+b.File+": "+b.text)
		}
	}
	var out []string
	if n := len(missing); n > 0 {
		out = append(out, e.tr("Искали не везде: svod не смог прочитать (файлов: %d)", "Not everything was searched: svod could not read (files: %d)", n))
		out = append(out, e.some(missing, "  ")...)
	}
	if n := len(doubtful); n > 0 {
		out = append(out, e.tr("Распознано по картинкам, слово могло прочитаться с ошибкой (файлов: %d): ", "Recognised from pictures, a word may have been misread (files: %d): ", n)+
			strings.Join(e.some(doubtful, ""), ", "))
	}
	return out
}

// some leaves the first of many names, and says how many there are beside.
func (e *env) some(names []string, indent string) []string {
	const most = 5
	if left := len(names) - most; left > 0 {
		return append(slices.Clone(names[:most]), indent+e.tr("и ещё %d", "and %d more", left))
	}
	return names
}

// sorted are the documents of the corpus in the order of their files' names.
func (a *answer) sorted() []store.Entry {
	var out []store.Entry
	for _, en := range a.entries {
		out = append(out, en)
	}
	slices.SortFunc(out, func(x, y store.Entry) int {
		return strings.Compare(x.File+x.ID, y.File+y.ID)
	})
	return out
}

// diagnosisJSON is the form of a diagnosis that other programs read.
func diagnosisJSON(d *index.Diagnosis, unread []blindSpot) map[string]any {
	words := []map[string]any{}
	for _, w := range d.Words {
		near := []map[string]any{}
		for _, t := range w.Near {
			near = append(near, map[string]any{"word": t.Form, "articles": t.Articles})
		}
		words = append(words, map[string]any{"word": w.Word, "articles": w.Articles, "corpus": w.Corpus, "other_forms": w.Forms, "near": near})
	}
	conditions := []map[string]any{}
	for _, l := range d.Loosened {
		conditions = append(conditions, map[string]any{"code": l.Code, "text": l.Text, "query": l.Query, "units": l.Units, "documents": l.Documents,
			"more": l.More, "distance": l.Distance})
	}
	filters := []map[string]any{}
	for _, f := range d.Filters {
		values := []map[string]any{}
		for _, v := range f.Values {
			values = append(values, map[string]any{"value": v.Value, "documents": v.Documents})
		}
		filters = append(filters, map[string]any{"text": f.Text, "field": f.Field, "holds": f.Documents, "values": values,
			"units": f.Units, "documents": f.Found, "more": f.More, "editions": list(f.Editions)})
	}
	data := map[string]any{"documents": d.Documents, "searched": d.Searched, "words": words, "conditions": conditions, "filters": filters, "meant": nil,
		"act": d.Act, "outside": d.Outside, "acts": actsJSON(d.Acts), "gaps": gapsJSON(d.Gaps), "steps": stepsJSON(d.Steps), "unread": list(unread)}
	if m := d.Meant; m != nil {
		data["meant"] = map[string]any{"query": m.Query, "units": m.Units, "documents": m.Documents, "more": m.More}
	}
	return data
}

func list[T any](xs []T) []T {
	if xs == nil {
		return []T{}
	}
	return xs
}

func stepsJSON(steps []corpus.Step) []map[string]any {
	out := []map[string]any{}
	for _, st := range steps {
		out = append(out, map[string]any{"kind": st.Kind.String(), "numbers": list(st.Nums)})
	}
	return out
}

func actsJSON(acts []store.Entry) []map[string]any {
	out := []map[string]any{}
	for _, en := range acts {
		out = append(out, map[string]any{"document": en.ID, "title": en.Meta.Title, "number": en.Meta.Number, "edition": en.Meta.Edition, "language": en.Meta.Language})
	}
	return out
}

func gapsJSON(gaps []index.ActGap) []map[string]any {
	out := []map[string]any{}
	for _, g := range gaps {
		others := []string{}
		for _, k := range g.Others {
			others = append(others, k.String())
		}
		out = append(out, map[string]any{"document": g.Document, "title": g.Title, "edition": g.Edition, "language": g.Language, "number": g.Number,
			"above": g.Above, "citation": g.Citation, "kind": g.Kind.String(), "numbers": list(g.Nums), "have": list(g.Have), "others": others})
	}
	return out
}
