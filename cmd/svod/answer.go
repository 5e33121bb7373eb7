package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus"
	"svod/corpus/store"
	"svod/index"
)

// An answer is what a search found, with what is needed to tell it.
type answer struct {
	query   string
	res     *index.Result
	entries map[string]store.Entry
	facets  []facet
	offset  int
	limit   int
	where   []string    // --where and --at, as they were typed
	ordered bool        // the user chose the order
	unread  []blindSpot // set when nothing was found
	fold    bool        // editions of one norm are one hit
	under   string      // before the anchors of provisions, where there are several answers
	level   int         // of the headings above those of documents
}

func newAnswer(c *cli.Context, query string, res *index.Result, entries []store.Entry, facets []facet) *answer {
	a := &answer{query: query, res: res, entries: map[string]store.Entry{}, facets: facets,
		offset: c.Int("offset"), limit: c.Int("limit"), ordered: c.String("sort") != "", fold: !c.Bool("editions"), where: slices.Clone(c.StringSlice("where"))}
	for _, en := range entries {
		a.entries[en.ID] = en
	}
	if at := c.String("at"); at != "" {
		a.where = append(a.where, "at="+at)
	}
	if n := c.Int("at-least"); n > 1 {
		a.where = append(a.where, "at-least="+strconv.Itoa(n))
	}
	return a
}

// A hitJSON is a provision of `search --format json`.
type hitJSON struct {
	Document    string         `json:"document"`
	Title       string         `json:"title"`
	Address     corpus.Address `json:"address"`
	Citation    string         `json:"citation"`
	Score       float64        `json:"score"`
	Text        string         `json:"text"`
	Matches     [][2]int       `json:"matches"`
	Path        []string       `json:"path"`
	Edition     string         `json:"edition"`
	Language    string         `json:"language"`
	Number      string         `json:"number"`
	Date        string         `json:"date"`
	Label       string         `json:"label"`
	Occurrences int            `json:"occurrences"`
	Lead        []string       `json:"lead"`
	Before      []lineJSON     `json:"before"`
	After       []lineJSON     `json:"after"`
	Editions    []otherJSON    `json:"editions"`
	Synonyms    []synonymJSON  `json:"synonyms"`
	BySynonym   bool           `json:"by_synonym"`
}

// A synonymJSON is a stretch of a hit's text that was found for other words.
type synonymJSON struct {
	Match [2]int `json:"match"`
	Of    string `json:"of"`
}

// A usedJSON is what a query was also looked for by.
type usedJSON struct {
	Of    string   `json:"of"`
	Words []string `json:"words"`
}

type lineJSON struct {
	Address corpus.Address `json:"address"`
	Label   string         `json:"label"`
	Text    string         `json:"text"`
}

// An otherJSON is another text of a hit's act. Address is where it has the
// norm, too, "" where it was not found; same says that with the same words.
type otherJSON struct {
	Document string         `json:"document"`
	Edition  string         `json:"edition"`
	Language string         `json:"language"`
	Newer    bool           `json:"newer"`
	Address  corpus.Address `json:"address"`
	Same     bool           `json:"same"`
}

// data is the JSON form, which other programs rely on.
func (a *answer) data() map[string]any {
	hits := []hitJSON{}
	for _, h := range a.res.Hits {
		j := hitJSON{Document: h.Document, Title: h.Title, Address: h.Address, Citation: h.Citation, Score: h.Score, Text: h.Text,
			Matches: h.Matches, Path: h.Path, Edition: h.Edition, Language: h.Language, Number: h.Number, Date: h.Date,
			Label: h.Label, Occurrences: h.Count, Lead: h.Lead, Before: linesJSON(h.Before), After: linesJSON(h.After), Editions: []otherJSON{},
			Synonyms: []synonymJSON{}, BySynonym: h.BySynonym}
		for _, s := range h.Synonyms {
			j.Synonyms = append(j.Synonyms, synonymJSON{s.Match, s.Of})
		}
		if j.Matches == nil {
			j.Matches = [][2]int{}
		}
		if j.Path == nil {
			j.Path = []string{}
		}
		if j.Lead == nil {
			j.Lead = []string{}
		}
		for _, o := range h.Others {
			j.Editions = append(j.Editions, otherJSON{o.Document, o.Edition, o.Language, o.Newer, o.Address, o.Same})
		}
		hits = append(hits, j)
	}
	used := []usedJSON{}
	for _, s := range a.res.Synonyms {
		used = append(used, usedJSON{s.Of, s.Words})
	}
	t := a.res.Total
	data := map[string]any{"query": a.query, "relaxed": a.res.Relaxed, "question": a.res.Question, "understood": a.res.Understood, "synonyms": used,
		"total": map[string]any{"occurrences": t.Occurrences, "units": t.Units, "documents": t.Documents, "norms": t.Norms, "more": t.More, "by_synonym": t.BySynonym}, "hits": hits}
	if a.res.Diagnosis != nil {
		data["diagnosis"] = diagnosisJSON(a.res.Diagnosis, a.unread)
	}
	if x := a.res.Explanation; x != nil {
		data["explain"] = explainJSON(a.res, x)
	}
	if a.facets != nil {
		data["facets"] = a.facets
	}
	return data
}

func linesJSON(ls []index.Line) []lineJSON {
	out := []lineJSON{}
	for _, l := range ls {
		out = append(out, lineJSON{l.Address, l.Label, l.Text})
	}
	return out
}

// An editionsOf tells what is known of a hit's norm in the act's other texts
// of its language.
type editionsOf struct {
	same, amended, elsewhere []index.Other // have it: word for word, with other words, at another address
	without                  []index.Other // newer ones in which it was not found
}

// editions sorts a hit's other texts. What was not searched, or not to the end,
// says nothing.
func (a *answer) editions(h index.Hit) editionsOf {
	var out editionsOf
	for _, o := range h.Others {
		switch {
		case o.Language != h.Language:
		case o.Address == "":
			if o.Newer && o.Searched && !a.res.Total.More {
				out.without = append(out.without, o)
			}
		case !o.Same:
			out.amended = append(out.amended, o)
		case o.Address != h.Address:
			out.elsewhere = append(out.elsewhere, o)
		default:
			out.same = append(out.same, o)
		}
	}
	return out
}

// byDocument puts hits of one document together, the documents in the order of
// their best hits. Unless the user chose an order, those of a document stand as
// they do in it.
func (a *answer) byDocument() [][]index.Hit {
	at := map[string]int{}
	var out [][]index.Hit
	for _, h := range a.res.Hits {
		i, ok := at[h.Document]
		if !ok {
			i = len(out)
			at[h.Document] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], h)
	}
	if !a.ordered {
		for _, hs := range out {
			slices.SortStableFunc(hs, func(x, y index.Hit) int { return cmp.Compare(x.Order, y.Order) })
		}
	}
	return out
}

// oneLine is a text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// apart shows the cells of a table's row apart.
func apart(s string) string { return strings.ReplaceAll(s, "\t", " | ") }
