package content

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// JSON is the stable form of the counts that other programs rely on.
type JSON struct {
	Codebook string  `json:"codebook"`
	Unit     string  `json:"unit"`
	Count    string  `json:"count"`
	Nested   string  `json:"nested"`
	By       string  `json:"by,omitempty"`
	Groups   []Group `json:"groups"`
	Rows     []Row   `json:"rows"`
	// Totals are of all groups. Where there are several kinds of councils, which
	// are never summed, each kind has its own, and Group is the kind.
	Totals  []Row           `json:"totals"`
	LeftOut map[Skip]Amount `json:"left_out"`
	Tests   []JSONTest      `json:"tests"`
	Tone    []JSONTone      `json:"tone"`
	Pairs   []JSONPair      `json:"pairs"`
}

// A JSONTest is the test of one category between groups. What is not defined is
// null, and Reason says why.
type JSONTest struct {
	Category  string     `json:"category"`
	Kind      string     `json:"kind,omitempty"` // of councils
	Of        string     `json:"of"`             // documents or units
	Test      string     `json:"test"`           // chi-square, fisher or none
	ChiSquare *float64   `json:"chi_square"`
	DF        int        `json:"df"`
	P         *float64   `json:"p"`
	Adjusted  *float64   `json:"p_adjusted"`
	V         *float64   `json:"cramers_v"`
	Residuals []*float64 `json:"residuals"` // of the groups, in their order
	Reason    string     `json:"reason,omitempty"`
}

// A JSONTone is the balance of tone of a theme.
type JSONTone struct {
	Theme        string   `json:"theme"` // a category, "" for all
	Group        string   `json:"group"` // "" for all
	Favourable   int      `json:"f"`
	Unfavourable int      `json:"n"`
	With         int      `json:"r"`
	All          int      `json:"t"`
	Janis        *float64 `json:"janis"`
	Reason       string   `json:"reason,omitempty"`
}

// A JSONPair is how often two categories occur in one unit.
type JSONPair struct {
	A       string   `json:"a"`
	B       string   `json:"b"`
	Kind    string   `json:"kind,omitempty"` // of councils
	Units   int      `json:"units"`
	Jaccard *float64 `json:"jaccard"`
}

// lazyJSON is the stable form of counts, made when somebody writes it: it holds
// all evidence.
type lazyJSON struct{ c *Counts }

func (l lazyJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(l.c.JSON())
	return b.Bytes(), err
}

// rows are the rows with their evidence.
func (c *Counts) rows() []Row {
	if !c.lean {
		return c.Rows
	}
	out := slices.Clone(c.Rows)
	for i := range c.tallied {
		d := &c.tallied[i]
		for _, f := range c.again(i).Found {
			r := &out[f.Category*len(c.Groups)+d.group]
			r.Evidence = append(r.Evidence, f.Evidence...)
		}
	}
	return out
}

// JSON returns the stable form.
func (c *Counts) JSON() JSON {
	j := JSON{Codebook: c.Codebook.Name, Unit: string(c.Unit), Count: string(c.Measure), Nested: string(c.Nested), By: strings.Join(c.By, ", "),
		Groups: c.Groups, Rows: c.rows(), Totals: c.Totals, LeftOut: c.leftOut(), Tests: []JSONTest{}, Tone: []JSONTone{}, Pairs: []JSONPair{}}
	for _, p := range c.compared() {
		if len(p.groups) < 2 {
			continue
		}
		for _, x := range c.compare(p) {
			j.Tests = append(j.Tests, c.jsonTest(p, x))
		}
	}
	for _, p := range c.parts {
		for _, theme := range c.themes() {
			j.Tone = append(j.Tone, c.jsonTone(theme, p.groups, p.name))
			for _, g := range p.groups {
				if len(p.groups) > 1 {
					j.Tone = append(j.Tone, c.jsonTone(theme, []int{g}, c.Groups[g].Name))
				}
			}
		}
		for _, x := range c.cooccurrence(p) {
			if x.both == 0 {
				continue
			}
			o := JSONPair{A: c.categories[x.a].ID, B: c.categories[x.b].ID, Kind: p.name, Units: x.both}
			if v, ok := x.jaccard(); ok {
				o.Jaccard = &v
			}
			j.Pairs = append(j.Pairs, o)
		}
	}
	return j
}

func (c *Counts) jsonTest(p part, x comparison) JSONTest {
	t := JSONTest{Category: c.categories[x.category].ID, Kind: p.name, Of: "documents", Test: "none", Reason: x.reason, Residuals: []*float64{}}
	if c.tested() == Presence {
		t.Of = "units"
	}
	if x.table == nil {
		return t
	}
	t.Test, t.ChiSquare, t.DF, t.P, t.Adjusted, t.V = "chi-square", &x.table.ChiSquare, x.table.DF, &x.p, &x.adjusted, &x.table.V
	if x.fisher != nil {
		t.Test = "fisher"
	}
	for g := range p.groups {
		if v, ok := x.residual(g); ok {
			t.Residuals = append(t.Residuals, &v)
		} else {
			t.Residuals = append(t.Residuals, nil)
		}
	}
	return t
}

func (c *Counts) jsonTone(theme int, groups []int, name string) JSONTone {
	b := c.balance(theme, groups)
	t := JSONTone{Group: name, Favourable: b.favourable, Unfavourable: b.unfavourable, With: b.with, All: b.t}
	if theme >= 0 {
		t.Theme = c.categories[theme].ID
	}
	if v, err := b.janis(); err != nil {
		t.Reason = reasonOf(err)
	} else {
		t.Janis = &v
	}
	return t
}

// leftOut is how much was left out of all documents, by what it is.
func (c *Counts) leftOut() map[Skip]Amount {
	out := map[Skip]Amount{}
	for _, d := range c.tallied {
		for s, a := range d.Left {
			sum := out[s]
			sum.add(a)
			out[s] = sum
		}
	}
	return out
}

// UnmetSections are those of the sections to leave out that no document has.
func (c *Counts) UnmetSections() []string {
	var out []string
	for i, s := range c.options.Sections {
		met := false
		for _, d := range c.tallied {
			met = met || d.Met[i]
		}
		if !met {
			out = append(out, s.Name)
		}
	}
	return out
}
