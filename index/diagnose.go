package index

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
)

// A Diagnosis says why a search found nothing, or nothing with all of its
// words: which words are unknown, which condition left nothing, and what there
// is without it. Its numbers are of verified text, as those of a search are.
type Diagnosis struct {
	Documents int // in the corpus
	Searched  int // those that the conditions on documents left
	// Words are those of the query, in its order; an excluded one is none.
	Words []WordCount
	// Meant is the query with its unknown words as they may have been meant, if
	// that finds something.
	Meant *Meant
	// Loosened are the conditions of the query, each left out in turn, with
	// what is found then; those that make no difference are not among them.
	Loosened []Loosened
	// Filters are the conditions on documents, in the same way. All of them
	// are here.
	Filters []FilterCount
	// Of an address: what was typed for the act, and those of similar names if
	// there is none of it; else why nothing stands there.
	Act  string
	Acts []store.Entry
	// Outside says that the act is in the corpus, but not among the documents
	// that the conditions left.
	Outside bool
	Gaps    []ActGap
	// Steps are those of an address that names no act and stands in none.
	Steps []corpus.Step
}

// A WordCount is how often a word of the query is in the documents searched.
type WordCount struct {
	Word     string // in the form of the language: «отчет», «=отчета», «отч*»
	Articles int    // that have it; clauses where an act has no articles
	Corpus   int    // in all documents
	Forms    int    // of a word in an exact form: the articles that have others
	Near     []Term // of a word that is nowhere: words that may have been meant

	need query.Need
}

// Meant is a query with what it finds.
type Meant struct {
	Query            string
	Units, Documents int
	More             bool // these are the least
}

// A Loosened condition of a query.
type Loosened struct {
	Code, Text       string // see query.Weaken
	Query            string // that finds it
	Units, Documents int
	More             bool // these are the least
	// Distance is the least at which the words of a nearness stand; 0 if they
	// are in no line together.
	Distance int
}

// A FilterCount is a condition on documents.
type FilterCount struct {
	Text      string // «вид:кодекс», «--where region=Астана»
	Field     string
	Documents int // for which it holds, whatever else is asked
	// Values are those that the documents of the corpus have in its field, the
	// commonest first, if they are few.
	Values       []ValueCount
	Units, Found int // provisions and documents that are found without it
	More         bool
	Editions     []string // that have what is found, the newest first
}

// A ValueCount is the documents that have a value.
type ValueCount struct {
	Value     string
	Documents int
}

// What a diagnosis may cost: so many articles are looked at for each condition,
// so many words and conditions at all.
const (
	diagnosisDepth = 100
	mostWords      = 12
	mostMeant      = 3
	mostFilters    = 6
)

// diagnose finds out why q found nothing among s.list, or, if relaxed, nothing
// with all its words.
func (s *search) diagnose(ix *Index, q *query.Query, relaxed bool) (*Diagnosis, error) {
	d := &Diagnosis{Documents: len(s.all), Searched: len(s.list)}
	if d.Documents == 0 {
		return d, nil
	}
	if err := s.diagnoseWords(ix, q, d); err != nil {
		return nil, err
	}
	if err := s.meant(ix, d); err != nil {
		return nil, err
	}
	err := ix.read(s.ctx, s.docs, func(b bleve.Index) error {
		d.Loosened, d.Filters = nil, nil // a second time, over a new index
		if err := s.diagnoseConditions(b, q, d); err != nil || relaxed {
			return err
		}
		return s.diagnoseFilters(d, func(list []store.Entry) (Totals, []string, error) {
			fs, more, err := s.bounded(b, q, list)
			t := total(fs)
			t.More = more
			var docs []string
			for _, f := range fs {
				docs = append(docs, f.doc)
			}
			return t, docs, err
		})
	})
	return d, err
}

// diagnoseConditions looks what is found without each condition of the query.
func (s *search) diagnoseConditions(b bleve.Index, q *query.Query, d *Diagnosis) error {
	for _, w := range q.Weaken() {
		fs, more, err := s.bounded(b, w.Query, s.list)
		if err != nil {
			return err
		}
		if len(fs) == 0 {
			continue
		}
		t := total(fs)
		l := Loosened{Code: w.Code, Text: w.Text, Query: w.Query.String(), Units: t.Units, Documents: t.Documents, More: more}
		if w.Code == "distance" {
			if l.Distance, err = s.nearest(w, fs); err != nil {
				return err
			}
		}
		d.Loosened = append(d.Loosened, l)
	}
	return nil
}

// bounded is run for the best articles only.
func (s *search) bounded(b bleve.Index, q *query.Query, list []store.Entry) (fs []found, more bool, err error) {
	c := *s
	c.list = list
	fs, err = c.run(b, newAsked(q, q.Expand(s.req.Synonyms), false), diagnosisDepth)
	return fs, c.more, err
}

// nearest is the least distance in the articles that were found.
func (s *search) nearest(w query.Weaker, fs []found) (int, error) {
	least := 0
	done := map[group]bool{}
	for _, f := range fs {
		if done[f.group] {
			continue
		}
		done[f.group] = true
		rows, err := s.docs.Rows(s.ctx, f.doc, f.lo, f.hi)
		if err != nil {
			return 0, err
		}
		if n := w.Nearest(query.NewText(unitsOf(rows))); n > 0 && (least == 0 || n < least) {
			least = n
		}
	}
	return least, nil
}

// diagnoseFilters looks what is found without each condition on documents. look
// searches some documents.
func (s *search) diagnoseFilters(d *Diagnosis, look func([]store.Entry) (Totals, []string, error)) error {
	conditions := s.conditions()
	for i, c := range conditions[:min(len(conditions), mostFilters)] {
		left := s.all
		for j, o := range conditions {
			if j != i {
				left = o.keep(left)
			}
		}
		t, docs, err := look(left)
		if err != nil {
			return err
		}
		f := FilterCount{Text: c.text, Field: c.field, Documents: len(c.keep(s.all)), Values: c.values(s.all),
			Units: t.Units, Found: t.Documents, More: t.More}
		for _, e := range left {
			if slices.Contains(docs, e.ID) && e.Meta.Edition != "" && !slices.Contains(f.Editions, e.Meta.Edition) {
				f.Editions = append(f.Editions, e.Meta.Edition)
			}
		}
		slices.SortFunc(f.Editions, func(a, b string) int { return strings.Compare(b, a) })
		d.Filters = append(d.Filters, f)
	}
	return nil
}
