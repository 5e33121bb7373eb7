package index

import (
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"svod/corpus"
	"svod/corpus/words"
)

// version names what the index holds and how. It is kept in the index; any
// other value there means that it is to be built anew.
var version = "fields 1, words " + strconv.Itoa(words.Version)

// The fields of a group.
const (
	fieldDoc   = "doc"   // ID of the document
	fieldForms = "exact" // folded written forms of all units
	fieldTitle = "title" // document's title, stems
	// ru, kk, en: stems of all units in that language, and with the suffixes
	// below of headings, which weigh more than text: they say what it is about.
	suffixHead  = ".head"  // heading of the group's first unit
	suffixAbove = ".above" // headings over it
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

// fields makes the bleve document of a group from its units.
func fields(g group, units []*corpus.Unit, above []string, m corpus.Meta) *document.Document {
	d := document.NewDocument(g.id())
	d.AddField(document.NewTextFieldCustom(fieldDoc, nil, []byte(g.doc), index.IndexField|index.SkipFreqNorm, nil))
	for i, u := range units {
		text := u.Own()
		if text == "" {
			continue
		}
		// An array position per unit: bleve counts the words of all of them
		// as one field.
		at := []uint64{uint64(i)}
		lang := words.Language(text)
		once := &split{text: text, lang: lang}
		d.AddField(document.NewTextFieldCustom(lang, at, nil, index.IndexField, stems{once}))
		d.AddField(document.NewTextFieldCustom(fieldForms, at, nil, index.IndexField, forms{once}))
	}
	if head := units[0].Title; head != "" {
		lang := words.Language(head)
		d.AddField(document.NewTextFieldCustom(lang+suffixHead, nil, nil, index.IndexField, stems{&split{text: head, lang: lang}}))
	}
	for i, head := range above {
		lang := words.Language(head)
		d.AddField(document.NewTextFieldCustom(lang+suffixAbove, []uint64{uint64(i)}, nil, index.IndexField, stems{&split{text: head, lang: lang}}))
	}
	if m.Title != "" {
		lang := words.Language(m.Title)
		d.AddField(document.NewTextFieldCustom(fieldTitle, nil, nil, index.IndexField, stems{&split{text: m.Title, lang: lang}}))
	}
	return d
}

// A split text is cut into words once for both of its fields. It is also the
// analyzer of these fields: bleve's registry of analyzers, which serves
// mappings that are read from files, isn't needed.
type split struct {
	text, lang string
	ws         []words.Word
}

func (s *split) words() []words.Word {
	if s.ws == nil {
		s.ws = words.Split(s.text, s.lang)
	}
	return s.ws
}

type (
	stems struct{ *split }
	forms struct{ *split }
)

// Analyze returns the stems of the text.
func (s stems) Analyze([]byte) analysis.TokenStream {
	return stream(s.words(), func(w words.Word) string { return w.Stem })
}

// Analyze returns the written forms of the text.
func (s forms) Analyze([]byte) analysis.TokenStream {
	return stream(s.words(), func(w words.Word) string { return w.Form })
}

func stream(ws []words.Word, term func(words.Word) string) analysis.TokenStream {
	tokens := make([]analysis.Token, len(ws))
	out := make(analysis.TokenStream, len(ws))
	for i, w := range ws {
		tokens[i] = analysis.Token{Term: []byte(term(w)), Start: w.Lo, End: w.Hi, Position: w.Pos + 1}
		out[i] = &tokens[i]
	}
	return out
}
