package index

import (
	"slices"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
)

// A Request is what a user asks. Only Query must be set.
type Request struct {
	Query  string
	Limit  int // at most so many hits; 0 means all
	Offset int // leave out the first hits
	// Sort is the order of the hits.
	Sort Sort
	// Fold takes a norm that several editions of an act have as one hit, in
	// the newest of them; the others are in its Others. Limit and Offset count
	// what is left.
	Fold bool
	// Strict never takes any of the words for all of them, unless the query is a
	// question, and counts all: numbers that are compared must mean the same.
	Strict bool
	// Context is the number of neighbours that a hit gets on each side.
	Context int
	// Synonyms are found for what is asked for; nil for none.
	Synonyms *query.Synonyms

	// AtLeast leaves what has the query at least so many times: a provision by
	// itself, else an article in all. It is query.AtLeast for the whole query.
	AtLeast int

	// What documents are searched: the zero values mean all.
	Documents  []string // IDs; empty, but not nil, means none
	Type       string   // law, code …
	Language   string   // ru, kk, en
	At         string   // the editions in force on a date
	Attributes map[string]string
	// Conditions are further ones; all must hold. A diagnosis tells of each.
	Conditions []Condition

	// Explain asks how the query was understood.
	Explain bool

	plain bool // no diagnosis: it is made for one
	// order, if not nil, is told what was found, in order: a test of the
	// ranking needs no words.
	order func(document string, address corpus.Address)
}

// documents leaves what the request's filters leave.
func (r *Request) documents(list []store.Entry) []store.Entry {
	for _, c := range r.Conditions {
		list = withIDs(list, c.Documents)
	}
	list = store.InForce(list, r.At)
	return slices.DeleteFunc(slices.Clone(list), func(e store.Entry) bool {
		for k, v := range r.Attributes {
			if e.Attributes[k] != v {
				return true
			}
		}
		return r.Documents != nil && !slices.Contains(r.Documents, e.ID) ||
			r.Type != "" && e.Meta.Type != r.Type || r.Language != "" && e.Meta.Language != r.Language
	})
}

// A Result is the answer.
type Result struct {
	// Relaxed says that the hits have any of the words, not all of them.
	Relaxed bool
	// Question says that they have because the query asks: it ends with «?».
	Question bool
	// Address says that the query was read as an address.
	Address bool
	// Understood is the query as it was understood, in its own language.
	Understood string
	// Synonyms are those of the query that were looked for.
	Synonyms []query.Synonym
	Total    Totals
	// Searched are the documents that the conditions left, in the order of the
	// corpus: in the others nothing was looked for.
	Searched []string
	Hits     []Hit
	// Tallies are the totals by document, in the order of the corpus.
	Tallies []Tally
	// Diagnosis is set when nothing was found, or nothing with all the words.
	Diagnosis *Diagnosis
	// Explanation is set when it was asked for.
	Explanation *Explanation
}

// A Tally counts what was found in one document.
type Tally struct {
	Document    string
	Occurrences int
	Units       int
}

// Totals count what was found, beyond the hits that were asked for. They are
// of verified text, not estimates.
type Totals struct {
	Occurrences int // of the query: words or phrases
	Units       int // provisions: hits
	Documents   int
	// BySynonym are the provisions that have what was asked for only as a
	// synonym.
	BySynonym int
	// Norms are the provisions when those of several editions of one act are
	// taken as one: the hits there are with Request.Fold.
	Norms int
	// More is set when not everything was looked at, only the best articles of
	// a relaxed search, or the first acts for an address without an act: the
	// true numbers are larger.
	More bool
}

// A Hit is a provision: the smallest unit that has all that was asked for.
type Hit struct {
	Document string // ID
	Title    string // of the document
	Language string // of the document
	Edition  string // of the document
	Number   string // of the document
	Date     string // of the document
	Address  corpus.Address
	Kind     corpus.Kind
	Citation string   // «пункт 2 статьи 5», in the document's language
	Path     []string // headings around it, the outermost first: a breadcrumb
	Order    int      // its place in the document
	Count    int      // occurrences in it
	Label    string   // as printed before Text: «3)»
	Score    float64
	// Text is the unit's own words, heading and text; of a hit that is spread
	// over several units, those of these units with their labels, a line each, and
	// a line «…» for what stands between.
	Text    string
	Matches [][2]int // byte ranges in Text, in order
	// Itself says of what Similar finds that it is the sample's own norm in
	// another edition of its act.
	Itself bool
	// Twins are, of what Similar finds, the other places with the same words in
	// other acts or elsewhere in this one, when the request folds them.
	Twins []Twin
	// Synonyms are those of the matches that stand for other words; BySynonym
	// says that without them it were no hit.
	Synonyms  []Synonym
	BySynonym bool
	// Group counts norms from 0: hits with one number are one norm in several
	// editions, the newest first.
	Group int
	// Others are the act's other texts, editions and languages, whether or not
	// they have the norm.
	Others []Other
	// Lead is what a hit goes on from, a line each: the beginnings of the
	// sentences whose part it is («Совет вправе:»), the head of its table.
	Lead []string
	// Before and After are neighbours of the hit, as far as Request.Context
	// asks for them; what stands below a hit comes after it.
	Before, After []Line
}

// A Twin is a place that says the same as a hit.
type Twin struct {
	Document string
	Address  corpus.Address
}

// An Other is another text of a hit's act.
type Other struct {
	Document, Language, Edition string
	Newer                       bool           // than the hit
	Searched                    bool           // it was among the documents asked
	Address                     corpus.Address // where the norm was found in it, too; else ""
	Same                        bool           // with the same words
}

// A Line is a neighbour of a hit.
type Line struct {
	Address corpus.Address
	Label   string
	Text    string
	More    bool // there is more below it
}
