package agreement

import (
	"fmt"
	"strconv"
	"strings"

	"svod/compare/content"
	"svod/compare/table"
)

// A Sheet is what one coder fills in.
type Sheet struct {
	Codebook  *content.Codebook
	Variables []Question
	Rows      []SheetRow
	Coder     string
	Prefilled bool
	Title     string
	Language  string
	Log       []table.Fact
}

// A Question is a column that is filled in.
type Question struct {
	Scale
	Definition string
	Include    []string
	Exclude    []string
	Category   string // whose count may fill it in
}

// Head is the heading of the column.
func (q Question) Head() string {
	if q.Name == "" || q.Name == q.ID {
		return q.ID
	}
	return q.ID + ". " + q.Name
}

// A SheetRow is a unit to be coded.
type SheetRow struct {
	Key, Document, Citation, Text string
	Answers                       []string // of the automatic count, "" for none
}

// Questions are the variables of a codebook; without any, its categories, which
// a unit has or has not.
func Questions(cb *content.Codebook, lang string) []Question {
	p := sheetPhrasesOf(lang)
	var out []Question
	scales := Scales(cb)
	for i, v := range cb.Variables {
		q := Question{Scale: scales[i], Definition: v.Definition, Category: v.Category}
		out = append(out, q)
	}
	if len(out) > 0 {
		return out
	}
	for c := range cb.All() {
		if c.Heading || c.Query() == nil && len(c.Children) > 0 {
			continue
		}
		out = append(out, Question{Scale: Scale{ID: c.ID, Name: c.Name, Level: Nominal, Values: []Value{{"1", p.Yes}, {"0", p.No}}},
			Definition: c.Definition, Include: c.Include, Exclude: c.Exclude, Category: c.ID})
	}
	return out
}

// maxText is how much text a cell of a spreadsheet holds, in UTF-16 units at the
// worst.
const maxText = 16000

// Row makes the row of a unit. prefill takes the answers of the automatic count.
func Row(u content.CodingUnit, qs []Question, lang string, prefill bool) SheetRow {
	text := u.Text
	if rs := []rune(text); len(rs) > maxText {
		text = string(rs[:maxText]) + " …"
	}
	r := SheetRow{Document: content.Title(u.Document), Citation: u.Document.Citation(u.Element, lang), Text: text,
		Key: keyOf(u.Document.ID, string(u.Address), text)}
	if _, n, ok := strings.Cut(string(u.Address), ";"); ok {
		r.Citation += fmt.Sprintf(sheetPhrasesOf(lang).Sentence, n)
	}
	for _, q := range qs {
		answer := ""
		if prefill && q.Category != "" {
			answer = q.automatic(u.Found[q.Category])
		}
		r.Answers = append(r.Answers, answer)
	}
	return r
}

// automatic is the answer that a count gives: the number, or whether there is one.
func (q Question) automatic(n int) string {
	if len(q.Values) == 0 {
		if q.Level == Nominal {
			return ""
		}
		return strconv.Itoa(n)
	}
	for _, v := range q.Values {
		if v.Code == strconv.Itoa(min(n, 1)) {
			return v.Code
		}
	}
	return ""
}

// label is what the sheet shows for a code.
func (q Question) label(code string) string {
	for _, v := range q.Values {
		if v.Code == code {
			return v.String()
		}
	}
	return code
}
