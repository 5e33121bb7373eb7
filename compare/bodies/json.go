package bodies

import "svod/compare/table"

// JSON is the form of matrices for other programs.
type JSON struct {
	Study    string       `json:"study"`
	Register string       `json:"register"`
	At       string       `json:"at,omitempty"`
	Matrices []jsonMatrix `json:"matrices"`
	Left     []jsonLeft   `json:"left"`
}

type jsonMatrix struct {
	Kind   string     `json:"kind,omitempty"`
	Level  Level      `json:"level"`
	Bodies int        `json:"bodies"`
	Filled int        `json:"filled"`
	Cells  int        `json:"cells"`
	Rows   []jsonCell `json:"rows"`
	Index  []jsonRank `json:"index,omitempty"`
}

type jsonCell struct {
	Body      string         `json:"body"`
	Name      string         `json:"name"`
	Indicator string         `json:"indicator"`
	State     State          `json:"state"`
	Value     *float64       `json:"value"` // null unless a number is known
	Year      string         `json:"year,omitempty"`
	Source    string         `json:"source,omitempty"` // of an observation
	Factors   []float64      `json:"factors,omitempty"`
	Check     bool           `json:"check"`
	Evidence  []jsonEvidence `json:"evidence"`
}

type jsonEvidence struct {
	Document string   `json:"document"`
	Address  string   `json:"address"`
	Text     string   `json:"text"`
	Matches  [][2]int `json:"matches"`
}

type jsonRank struct {
	Body   string   `json:"body"`
	Value  *float64 `json:"value"`
	Reason string   `json:"reason,omitempty"`
	Place  [2]int   `json:"place"`
	Range  [2]int   `json:"range"`
}

type jsonLeft struct {
	Document string `json:"document"`
	Reason   string `json:"reason"`
}

// JSON returns the matrices for other programs.
func (r *Result) JSON() JSON {
	out := JSON{Study: r.Study.Name, Register: r.Register.Name, At: r.Study.At, Matrices: []jsonMatrix{}, Left: []jsonLeft{}}
	for _, m := range r.Matrices {
		jm := jsonMatrix{Kind: m.Kind.Value, Level: m.Level, Bodies: len(m.Rows), Rows: []jsonCell{}}
		columns := make([]int, len(r.Study.Indicators))
		for i := range columns {
			columns[i] = i
		}
		for _, row := range m.Rows {
			filled, all := row.filled(columns)
			jm.Filled, jm.Cells = jm.Filled+filled, jm.Cells+all
			for i, in := range r.Study.Indicators {
				jm.Rows = append(jm.Rows, cellJSON(row, in, row.Values[i]))
			}
			if s := row.Score; s != nil {
				rank := jsonRank{Body: row.Body.ID, Reason: s.Undefined, Place: s.Place, Range: s.Range}
				if s.Undefined == "" {
					rank.Value = &s.Value
				}
				jm.Index = append(jm.Index, rank)
			}
		}
		out.Matrices = append(out.Matrices, jm)
	}
	for _, l := range r.Left {
		out.Left = append(out.Left, jsonLeft{l.Match.Doc.ID, l.Reason})
	}
	return out
}

func cellJSON(row *Row, in *Indicator, v *Value) jsonCell {
	c := jsonCell{Body: row.Body.ID, Name: row.Name, Indicator: in.ID, State: v.State, Year: v.Year, Factors: v.Factors, Check: v.Check, Evidence: []jsonEvidence{}}
	if v.known() && in.Type.numeric() {
		c.Value = &v.Number
	}
	if v.Observed != nil {
		c.Source = v.Observed.Source
	}
	for _, e := range v.Evidence {
		c.Evidence = append(c.Evidence, jsonOf(e))
	}
	return c
}

func jsonOf(e table.Evidence) jsonEvidence {
	return jsonEvidence{e.Document, e.Address, e.Text, append([][2]int{}, e.Matches...)}
}
