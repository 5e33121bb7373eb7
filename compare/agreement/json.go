package agreement

import (
	"math"
	"slices"
)

// The stable form that other programs rely on. A coefficient that is undefined
// has a null for its value and says why.
type (
	jsonResult struct {
		Units         int                `json:"units"`
		Coders        int                `json:"coders"`
		Variables     []jsonVariable     `json:"variables"`
		Coefficients  []jsonCoefficient  `json:"coefficients"`
		Pairs         []jsonPair         `json:"pairs"`
		Categories    []jsonCategory     `json:"categories"`
		Disagreements []jsonDisagreement `json:"disagreements"`
		Bootstrap     *jsonBootstrap     `json:"bootstrap"`
	}
	jsonVariable struct {
		Variable string   `json:"variable"`
		Name     string   `json:"name"`
		Level    Level    `json:"level"`
		Units    int      `json:"units"`    // with a code
		Pairable int      `json:"pairable"` // with two codes at least
		Missing  int      `json:"missing"`
		Coders   []string `json:"coders"`
		Values   []string `json:"values"`
		Verdict  string   `json:"verdict"`
	}
	jsonCoefficient struct {
		Variable string   `json:"variable"`
		Name     string   `json:"name"`
		Value    *float64 `json:"value"`
		Low      *float64 `json:"low"`
		High     *float64 `json:"high"`
		Reason   string   `json:"reason"`
		Observed *float64 `json:"observed"`
		Expected *float64 `json:"expected"`
		N        int      `json:"n"`
		Dropped  int      `json:"undefined_resamples"`
		NoBounds string   `json:"no_interval,omitempty"`
		Remark   string   `json:"remark,omitempty"`
	}
	jsonPair struct {
		Variable     string            `json:"variable"`
		Coders       [2]string         `json:"coders"`
		N            int               `json:"n"`
		Coefficients []jsonCoefficient `json:"coefficients"`
	}
	jsonCategory struct {
		Variable string          `json:"variable"`
		Value    string          `json:"value"`
		Label    string          `json:"label"`
		Used     int             `json:"used"`
		Specific *float64        `json:"specific"`
		Alpha    jsonCoefficient `json:"alpha"`
	}
	jsonDisagreement struct {
		Variable string      `json:"variable"`
		Unit     string      `json:"unit"`
		Document string      `json:"document"`
		Citation string      `json:"citation"`
		Text     string      `json:"text"`
		Distance float64     `json:"distance"`
		Pairs    int         `json:"pairs"`
		Values   []jsonValue `json:"values"`
	}
	jsonValue struct {
		Coder string `json:"coder"`
		Value string `json:"value"`
	}
	jsonBootstrap struct {
		Method     string  `json:"method"`
		Resamples  int     `json:"resamples"`
		Seed       uint64  `json:"seed"`
		Confidence float64 `json:"confidence"`
	}
)

func jsonOf(results []*Result, p *reporter) jsonResult {
	j := jsonResult{Variables: []jsonVariable{}, Coefficients: []jsonCoefficient{}, Pairs: []jsonPair{}, Categories: []jsonCategory{}, Disagreements: []jsonDisagreement{}}
	units, coders := map[string]bool{}, map[string]bool{}
	for _, r := range results {
		v := r.Variable
		for u, row := range v.Codes {
			if given(row) > 0 {
				units[v.Units[u].ID] = true
			}
		}
		for _, c := range v.Coders {
			coders[c] = true
		}
		verdict := p.verdict(r.Alpha())
		jv := jsonVariable{v.ID, v.Name, v.Level, r.Coded, r.Pairable, r.Missing, v.Coders, []string{}, verdict.Runs[0].Text}
		for _, value := range v.Values {
			jv.Values = append(jv.Values, value.Code)
		}
		j.Variables = append(j.Variables, jv)
		one := func(c *Coefficient) jsonCoefficient { return jsonCoefficientOf(r, c, p) }
		for i := range r.Coefficients {
			j.Coefficients = append(j.Coefficients, one(&r.Coefficients[i]))
		}
		for _, pair := range r.Pairs {
			jp := jsonPair{Variable: v.ID, Coders: pair.Coders, N: pair.N}
			for i := range pair.Coefficients {
				c := one(&pair.Coefficients[i])
				c.Remark = ""
				jp.Coefficients = append(jp.Coefficients, c)
			}
			j.Pairs = append(j.Pairs, jp)
		}
		for i := range r.Categories {
			c := &r.Categories[i]
			jc := jsonCategory{Variable: v.ID, Value: c.Value.Code, Label: c.Value.String(), Used: c.Used, Alpha: one(&c.Alpha)}
			if c.Alpha.Reason == "" {
				jc.Specific = rounded(c.Specific)
			}
			j.Categories = append(j.Categories, jc)
		}
		for _, d := range r.Disagreements {
			jd := jsonDisagreement{v.ID, d.ID, d.Document, d.Citation, d.Text, d.Apart, d.Pairs, nil}
			for c, k := range d.Values {
				if k != Missing {
					jd.Values = append(jd.Values, jsonValue{v.Coders[c], v.Values[k].Code})
				}
			}
			j.Disagreements = append(j.Disagreements, jd)
		}
	}
	j.Units, j.Coders = len(units), len(coders)
	if len(results) > 0 && results[0].Options.resamples() > 0 {
		o := results[0].Options
		j.Bootstrap = &jsonBootstrap{"percentile over units", o.resamples(), o.Seed, o.confidence()}
	}
	return j
}

func jsonCoefficientOf(r *Result, c *Coefficient, p *reporter) jsonCoefficient {
	j := jsonCoefficient{Variable: r.Variable.ID, Name: c.Name, N: c.N, Dropped: c.Undefined}
	if c.Reason != "" {
		j.Reason = p.Reasons[c.Reason]
		return j
	}
	j.Value, j.Observed, j.Remark = rounded(c.Value), rounded(c.Observed), p.remark(r, c)
	if c.Name != PercentName && c.Name != PercentAllName {
		j.Expected = rounded(c.Expected)
	}
	switch {
	case c.NoBounds == "":
		j.Low, j.High = rounded(c.Low), rounded(c.High)
	case r.Options.resamples() > 0 || !slices.Contains([]Reason{FewResamples}, c.NoBounds):
		j.NoBounds = p.Reasons[c.NoBounds]
	}
	return j
}

// rounded drops the digits that are no more than what is left of sums: 0.4, not
// 0.39999999999999997.
func rounded(v float64) *float64 {
	v = math.Round(v*1e12) / 1e12
	return &v
}
