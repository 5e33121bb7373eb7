package content

import (
	"strings"
	"unicode"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// A Skip is a part of documents that is left out of counting.
type Skip string

// What may be left out, and what always is.
const (
	SkipNotes      Skip = "notes"     // always left out; may be said
	SkipRequisites Skip = "requisite" // likewise, with contents and signature
	SkipRepealed   Skip = "repealed"  // likewise
	SkipPreamble   Skip = "preamble"
	SkipAppendices Skip = "appendix"
	SkipTables     Skip = "table"
	SkipHeadings   Skip = "headings"
	SkipSections   Skip = "section" // of CountOptions.Sections
)

// skipped is the order in which records name what was left out.
var skipped = []Skip{SkipNotes, SkipRepealed, SkipRequisites, SkipPreamble, SkipAppendices, SkipTables, SkipHeadings, SkipSections}

var skips = map[string]Skip{
	"сноска": SkipNotes, "примечание": SkipNotes, "notes": SkipNotes, "преамбула": SkipPreamble, "preamble": SkipPreamble,
	"приложение": SkipAppendices, "appendix": SkipAppendices, "таблица": SkipTables, "table": SkipTables,
	"заголовок": SkipHeadings, "headings": SkipHeadings, "реквизит": SkipRequisites, "requisite": SkipRequisites, "подпись": SkipRequisites, "оглавление": SkipRequisites,
	"утратившее силу": SkipRepealed, "repealed": SkipRepealed,
}

func skipSet(skip []Skip) map[Skip]bool {
	m := map[Skip]bool{}
	for _, s := range skip {
		m[s] = true
	}
	return m
}

// ParseSkip returns the part of documents that a word means: сноска, преамбула,
// приложение, таблица, заголовок, or the code word.
func ParseSkip(s string) (Skip, bool) {
	k, ok := skips[s]
	return k, ok
}

// An Amount is how much was left out: parts of a document, and the words in
// them.
type Amount struct {
	Parts int `json:"parts"`
	Words int `json:"words"`
}

func (a *Amount) add(b Amount) {
	a.Parts += b.Parts
	a.Words += b.Words
}

// A Section is a part of documents that the user leaves out: by its address, or
// by words of its heading, in any of their forms.
type Section struct {
	Name      string // as given
	reference *corpus.Reference
	query     *query.Query
}

// ParseSection reads what names a section: «прил.2», «глава 3», «Приложения».
// An error is a *query.SyntaxError.
func ParseSection(s string) (Section, error) {
	// «Приложения» without a number is a word of headings.
	if r, ok := corpus.ParseReference(s); ok && strings.ContainsFunc(s, unicode.IsDigit) {
		return Section{Name: s, reference: &r}, nil
	}
	q, err := query.ParsePattern(s, "", nil)
	return Section{Name: s, query: q}, err
}

// sectionsOf returns the units of a document that sections name, with the place
// of each among sections.
func sectionsOf(d *corpus.Document, sections []Section) map[*corpus.Unit]int {
	if len(sections) == 0 || d.Root == nil {
		return nil
	}
	out := map[*corpus.Unit]int{}
	for i, s := range sections {
		if s.reference == nil {
			continue
		}
		for _, a := range d.Resolve(*s.reference) {
			out[d.At(a)] = i
		}
	}
	for _, u := range d.All() {
		heading := u.Label + " " + u.Title
		if u.Kind == corpus.KindDocument || u.Kind > corpus.KindArticle && u.Title == "" {
			continue
		}
		for i, s := range sections {
			if s.query != nil && s.query.Matches(query.NewText([]query.Unit{{Text: heading}})) {
				out[u] = i
			}
		}
	}
	return out
}

// leftOut says why a unit is left out with all that is below it, "" if it is
// not.
func (c *cutter) leftOut(u *corpus.Unit) Skip {
	if _, ok := c.sections[u]; ok {
		return SkipSections
	}
	switch {
	case u.Repealed:
		return SkipRepealed
	case u.Kind == corpus.KindRequisite, u.Kind == corpus.KindContents, u.Kind == corpus.KindSignature:
		return SkipRequisites
	case u.Kind == corpus.KindPreamble && c.skip[SkipPreamble]:
		return SkipPreamble
	case u.Kind == corpus.KindAppendix && c.skip[SkipAppendices]:
		return SkipAppendices
	case (u.Kind == corpus.KindTable || u.Kind == corpus.KindRow) && c.skip[SkipTables]:
		return SkipTables
	}
	return ""
}

// leave records a unit that is left out, with all that is below it.
func (c *cutter) leave(why Skip, u *corpus.Unit) {
	if !c.weighs {
		return
	}
	n := 0
	u.Walk(func(u *corpus.Unit) bool {
		n += c.countWords(u.Own())
		return true
	})
	c.record(why, n)
	if i, ok := c.sections[u]; ok {
		c.met[i] = true
	}
}

// leaveText records a note or a heading that is left out.
func (c *cutter) leaveText(why Skip, text string) {
	if c.weighs && text != "" {
		c.record(why, c.countWords(text))
	}
}

func (c *cutter) record(why Skip, words int) {
	a := c.left[why]
	a.add(Amount{1, words})
	c.left[why] = a
}

func (c *cutter) countWords(text string) int {
	if text == "" {
		return 0
	}
	c.words = words.Append(c.words[:0], text, words.Language(text))
	n := 0
	for _, w := range c.words {
		if w.Part == 0 {
			n++
		}
	}
	return n
}
