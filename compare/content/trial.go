package content

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus/query"
)

// A Trial is an example of a codebook as a test: what the category is said to
// have must match it, what it is said not to have must not.
type Trial struct {
	Category     string   `json:"category"`
	Include      bool     `json:"include"` // else it must not match
	Text         string   `json:"text"`
	Line, Column int      `json:"-"`
	Passed       bool     `json:"passed"`
	Patterns     []string `json:"patterns"` // of the category or those below it that match, whatever comes of it
	Words        []string `json:"words"`    // that were matched in the end
	Excluded     []string `json:"excluded"` // what of «not» stands in the way
	Lacking      []string `json:"lacking"`  // what is required and isn't there
}

// Try runs the examples of a codebook.
func (cb *Codebook) Try() []Trial {
	var out []Trial
	for c := range cb.All() {
		for _, t := range c.file.Include {
			out = append(out, cb.try(c, t, true))
		}
		for _, t := range c.file.Exclude {
			out = append(out, cb.try(c, t, false))
		}
	}
	return out
}

var (
	edges   = lazy.New(`^[\s«"“]*(?:…|\.\.\.)\s*|\s*(?:…|\.\.\.)[\s»"”]*$`)
	omitted = lazy.New(`\s*(?:…|\.{3})\s*`)
)

// omission stands for the words that an example leaves out: something that is
// one word and is never looked for, so that what stands on both sides is
// neither a phrase nor two sentences.
const omission = " ‹xqx› "

func (cb *Codebook) try(c *Category, example text, include bool) Trial {
	tr := Trial{Category: c.ID, Include: include, Text: example.S, Line: example.Line, Column: example.Column,
		Patterns: []string{}, Words: []string{}, Excluded: []string{}, Lacking: []string{}}
	lang := cb.Language
	if lang == "auto" {
		lang = ""
	}
	s := omitted.ReplaceAllString(edges.ReplaceAllString(example.S, ""), omission)
	text := query.NewText([]query.Unit{{Text: s, Lang: lang}})
	for _, m := range c.query.Find(text) {
		tr.Words = append(tr.Words, s[m.Lo:m.Hi])
	}
	var look func(c *Category)
	look = func(c *Category) {
		some := false
		for i, q := range c.any {
			if q.Matches(text) {
				some = true
				tr.Patterns = append(tr.Patterns, c.Any[i])
			}
		}
		if some && !c.own.Matches(text) {
			for i, q := range c.not {
				if q.Matches(text) {
					tr.Excluded = append(tr.Excluded, c.Not[i])
				}
			}
			for i, q := range c.all {
				if !q.Matches(text) {
					tr.Lacking = append(tr.Lacking, c.Require[i])
				}
			}
		}
		for _, child := range c.Children {
			look(child)
		}
	}
	look(c)
	tr.Passed = (len(tr.Words) > 0) == include && strings.TrimSpace(example.S) != ""
	return tr
}
