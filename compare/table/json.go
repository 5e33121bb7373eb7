package table

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
)

// json writes Report.Data, or the blocks when there is none.
func (p *Printer) json(w io.Writer, r *Report) error {
	if r.Data != nil {
		return writeJSON(w, r.Data, r.Recipe)
	}
	words := r.words()
	doc := jsonReport{Title: r.Title, Language: r.lang(), Blocks: []any{}, Made: []jsonFact{}}
	for _, b := range r.Blocks {
		doc.Blocks = append(doc.Blocks, jsonBlock(b, words))
	}
	for _, f := range r.Made {
		doc.Made = append(doc.Made, jsonFact(f))
	}
	return writeJSON(w, doc, r.Recipe)
}

// writeJSON writes a value, and the recipe as the last field of an object.
func writeJSON(w io.Writer, v any, rc *Recipe) error {
	encode := func(v any, prefix string) ([]byte, error) {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent(prefix, "  ")
		err := enc.Encode(v)
		return bytes.TrimRight(b.Bytes(), "\n"), err
	}
	out, err := encode(v, "")
	if err != nil {
		return err
	}
	if body, ok := bytes.CutSuffix(out, []byte("\n}")); ok && rc != nil && out[0] == '{' {
		recipe, err := encode(rc, "  ")
		if err != nil {
			return err
		}
		out = slices.Concat(body, []byte(",\n  \"recipe\": "), recipe, []byte("\n}"))
	}
	_, err = w.Write(append(out, '\n'))
	return err
}

type jsonReport struct {
	Title    string     `json:"title"`
	Language string     `json:"language"`
	Blocks   []any      `json:"blocks"`
	Made     []jsonFact `json:"made"`
}

type jsonFact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type jsonParagraph struct {
	Type  string `json:"type"`
	Level int    `json:"level"`
	Text  string `json:"text"`
}

type jsonTable struct {
	Type    string       `json:"type"`
	Caption string       `json:"caption"`
	Source  string       `json:"source,omitempty"`
	Base    string       `json:"base,omitempty"`
	Head    [][]jsonCell `json:"head"`
	Rows    [][]jsonCell `json:"rows"`
}

type jsonCell struct {
	Text  string    `json:"text"`
	Value *float64  `json:"value,omitempty"` // all digits, when the cell is a number
	Marks []jsonRun `json:"marks,omitempty"` // when parts of the text are marked
	Link  string    `json:"link,omitempty"`
	Cols  int       `json:"cols,omitempty"`
	Rows  int       `json:"rows,omitempty"`
	Group bool      `json:"group,omitempty"`
}

type jsonRun struct {
	Text string `json:"text"`
	Mark string `json:"mark,omitempty"`
	Link string `json:"link,omitempty"`
}

var markNames = map[Mark]string{MarkBold: "bold", MarkItalic: "italic", MarkInserted: "inserted",
	MarkDeleted: "deleted", MarkMoved: "moved", MarkMatch: "match", MarkSynonym: "synonym", MarkMuted: "muted"}

func jsonBlock(b Block, words phrases) any {
	switch b := b.(type) {
	case *Paragraph:
		return jsonParagraph{"paragraph", b.Level, joined(b.Runs)}
	case *Chart:
		t := b.table(words)
		return jsonTable{"chart", b.Caption, b.Source, b.Base, jsonRows(t.Head, words), jsonRows(t.Rows, words)}
	case *Table:
		return jsonTable{"table", b.Caption, b.Source, b.Base, jsonRows(b.Head, words), jsonRows(b.Rows, words)}
	}
	return nil
}

func jsonRows(rows [][]Cell, words phrases) [][]jsonCell {
	out := make([][]jsonCell, len(rows))
	for i := range rows {
		out[i] = make([]jsonCell, len(rows[i]))
		for k := range rows[i] {
			c := &rows[i][k]
			j := jsonCell{Text: joined(c.runs(words)), Link: c.Link, Cols: c.Cols, Rows: c.Rows, Group: c.Group}
			if c.isNumber() {
				j.Value = &c.Value
			}
			marked := false
			for _, r := range c.Runs {
				j.Marks = append(j.Marks, jsonRun{r.Text, markNames[r.Mark], r.Link})
				marked = marked || r.Mark != MarkNone || r.Link != ""
			}
			if !marked {
				j.Marks = nil
			}
			out[i][k] = j
		}
	}
	return out
}

// joined returns the words of runs without signs for their marks.
func joined(runs []Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}
