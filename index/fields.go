package index

import (
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// version names what the index holds and how. It is kept in the index; any
// other value there means that it is to be built anew.
var version = "fields 5, words " + strconv.Itoa(words.Version)

// The fields of a group.
const (
	fieldDoc   = "doc"   // ID of the document
	fieldForms = "exact" // folded written forms of all units
	fieldTitle = "title" // document's title, stems
	// ru, kk, en: stems of all units in that language, and with the suffixes
	// below of headings, which weigh more than text: they say what it is about.
	suffixHead  = ".head"  // heading of the group's first unit
	suffixAbove = ".above" // headings over it
	suffixTerms = ".terms" // what the group defines
)

var languages = []string{"ru", "kk", "en"}

// newMapping says only how to score: documents come with their fields ready
// made, and queries with their terms.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.StoreDynamic, m.DocValuesDynamic, m.IndexDynamic = false, false, false
	return m
}

// fields makes the bleve document of a group from its units and their words.
func fields(g group, units []*corpus.Unit, cut []*split, above []string, m corpus.Meta) *document.Document {
	d := document.NewDocument(g.id())
	d.AddField(document.NewTextFieldCustom(fieldDoc, nil, []byte(g.doc), index.IndexField|index.SkipFreqNorm, nil))
	for i, c := range cut {
		if c.text == "" {
			continue
		}
		// An array position per unit: bleve counts the words of all of them
		// as one field.
		at := []uint64{uint64(i)}
		d.AddField(document.NewTextFieldCustom(c.lang, at, nil, index.IndexField, stems{c}))
		d.AddField(document.NewTextFieldCustom(fieldForms, at, nil, index.IndexField, forms{c}))
		heading := len(c.text) - len(units[i].Text)
		for _, t := range definitions(units[i].Text) {
			if term := c.part(heading+t.lo, heading+t.hi); len(term.tokens) <= wordsOfTerm {
				d.AddField(document.NewTextFieldCustom(c.lang+suffixTerms, at, nil, index.IndexField, stems{term}))
			}
		}
	}
	if head := units[0].Title; head != "" {
		lang := words.Language(head)
		d.AddField(document.NewTextFieldCustom(lang+suffixHead, nil, nil, index.IndexField, stems{splitText(head, lang)}))
	}
	for i, head := range above {
		lang := words.Language(head)
		d.AddField(document.NewTextFieldCustom(lang+suffixAbove, []uint64{uint64(i)}, nil, index.IndexField, stems{splitText(head, lang)}))
	}
	if m.Title != "" {
		lang := words.Language(m.Title)
		d.AddField(document.NewTextFieldCustom(fieldTitle, nil, nil, index.IndexField, stems{splitText(m.Title, lang)}))
	}
	return d
}

// A split text is its words, for both of its fields. It is also the analyzer of
// these fields: bleve's registry of analyzers, which serves mappings that are
// read from files, isn't needed.
type split struct {
	text, lang string
	tokens     []query.Token
}

func splitText(text, lang string) *split {
	t := query.NewText([]query.Unit{{Text: text, Lang: lang}})
	return &split{text, lang, t.Tokens()}
}

// splits are the units of a text.
func splits(t *query.Text) []*split {
	out := make([]*split, len(t.Units()))
	tokens, langs := t.Tokens(), t.Languages()
	at := 0
	for i, u := range t.Units() {
		n := at
		for n < len(tokens) && tokens[n].Unit == i {
			n++
		}
		out[i] = &split{u.Text, langs[i], tokens[at:n]}
		at = n
	}
	return out
}

// part is the words from lo to hi.
func (s *split) part(lo, hi int) *split {
	p := &split{lang: s.lang}
	for _, k := range s.tokens {
		if k.Lo >= lo && k.Hi <= hi {
			p.tokens = append(p.tokens, k)
		}
	}
	return p
}

type (
	stems struct{ *split }
	forms struct{ *split }
)

// Analyze returns the stems of the text.
func (s stems) Analyze([]byte) analysis.TokenStream {
	return stream(s.tokens, func(k *query.Token) string { return k.Stem })
}

// Analyze returns the written forms of the text.
func (s forms) Analyze([]byte) analysis.TokenStream {
	return stream(s.tokens, func(k *query.Token) string { return k.Form })
}

// stream gives bleve the terms; it keeps no places. Of a number of several
// words the whole has only a stem, and the parts only a form.
func stream(ks []query.Token, term func(*query.Token) string) analysis.TokenStream {
	tokens := make([]analysis.Token, 0, len(ks))
	out := make(analysis.TokenStream, 0, len(ks))
	for i := range ks {
		t := term(&ks[i])
		if t == "" {
			continue
		}
		tokens = append(tokens, analysis.Token{Term: []byte(t), Position: i + 1})
		out = append(out, &tokens[len(tokens)-1])
	}
	return out
}
