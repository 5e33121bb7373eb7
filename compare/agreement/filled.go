package agreement

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"svod/compare/sheet"
)

// filled reads a coding sheet, if the sheets of a file are one: a table with
// keys and texts, and a column a variable. A workbook of svod has the variables
// and the keys of the sample beside it, which what was filled in is checked
// against; for CSV there are the scales of the codebook, if it is named.
func (d *Data) filled(sheets []sheet.Sheet, file string, scales []Scale) bool {
	for _, g := range sheets {
		for i, head := range g.Rows[:min(len(g.Rows), mostTitles)] {
			at := columns(head)
			_, key := at[colKey]
			_, text := at[colText]
			_, value := at[colValue]
			_, variable := at[colVariable]
			if !key || !text || value || variable {
				continue
			}
			f := filled{d: d, at: at, place: Place{File: file, Sheet: g.Name}, keys: keysOf(sheets)}
			if f.d.Scales = scalesOf(sheets); len(f.d.Scales) == 0 {
				f.d.Scales = scales
			}
			f.table(head, g.Rows[i+1:])
			return true
		}
	}
	return false
}

// filled is a coding sheet that is read back.
type filled struct {
	d     *Data
	at    map[string]int
	place Place
	keys  []string // of the sample, nil if unknown
}

func (f *filled) problem(p Place, code string, args ...string) {
	f.d.Problems = append(f.d.Problems, Problem{Place: p, Code: code, Args: args})
}

// table reads the rows below a head.
func (f *filled) table(head sheet.Row, rows []sheet.Row) {
	known := map[int]bool{}
	for _, k := range f.at {
		known[k] = true
	}
	type column struct {
		at    int
		head  string
		scale *Scale
		empty int
	}
	var cols []*column
	for k := range head.Cells {
		h := shownValue(head.At(k))
		if known[k] || h == "" {
			continue
		}
		c := &column{at: k, head: h}
		for i := range f.d.Scales {
			if s := &f.d.Scales[i]; (Question{Scale: *s}).Head() == h || s.ID == h || s.Name == h {
				c.scale = s
			}
		}
		if c.scale == nil {
			id, name, _ := strings.Cut(h, ". ")
			c.scale = &Scale{ID: id, Name: cmp.Or(name, id), Level: ""}
		}
		cols = append(cols, c)
	}
	for _, s := range f.d.Scales {
		if !slices.ContainsFunc(cols, func(c *column) bool { return c.scale.ID == s.ID }) {
			f.problem(f.place, "column-gone", Question{Scale: s}.Head())
		}
	}
	cell := func(row sheet.Row, col string) string {
		if k, ok := f.at[col]; ok {
			return row.At(k)
		}
		return ""
	}
	base := strings.TrimSuffix(f.place.File, filepath.Ext(f.place.File))
	seen := map[string]bool{}
	nameless := false
	for _, row := range rows {
		if row.Empty() {
			continue
		}
		p := f.place
		p.Row = row.N
		key, text := cell(row, colKey), cell(row, colText)
		if key == "" {
			f.problem(p, "row-incomplete")
			continue
		}
		unit, hash := splitKey(key)
		if seen[key] = true; f.keys != nil && !slices.Contains(f.keys, key) {
			f.problem(p, "unit-unknown", key)
		} else if hash != "" && hash != hashOf(text) {
			f.problem(p, "text-changed", cell(row, colCitation))
		}
		coder := cell(row, colCoder)
		if coder == "" {
			coder = base
			if !nameless {
				nameless = true
				f.problem(p, "no-coder", base)
			}
		}
		for _, c := range cols {
			r := Rating{Unit: unit, Coder: coder, Variable: c.scale.ID, Text: text, Document: cell(row, colDocument), Citation: cell(row, colCitation),
				Note: cell(row, colNote), Place: p}
			r.Column = c.head
			value := shownValue(row.At(c.at))
			code, ok := c.scale.code(value)
			if !ok {
				f.problem(r.Place, "value-unknown", value, c.scale.allowed())
			}
			if value == "" && !c.scale.Free {
				c.empty++
			}
			r.Value = code
			f.d.Ratings = append(f.d.Ratings, r)
		}
	}
	for _, c := range cols {
		if c.empty > 0 {
			p := f.place
			p.Column = c.head
			f.problem(p, "value-empty", c.head, strconv.Itoa(c.empty))
		}
	}
	var gone []string
	for _, k := range f.keys {
		if !seen[k] {
			gone = append(gone, k)
		}
	}
	if len(gone) > 0 {
		f.problem(f.place, "unit-gone", strconv.Itoa(len(gone)), gone[0])
	}
}

// code is the code of an answer, given as code or label. An answer that the
// scale has not stays as it is, so that nothing is lost: ok says that it is one.
func (s *Scale) code(answer string) (code string, ok bool) {
	v := &Variable{Level: cmp.Or(s.Level, Nominal)}
	folded := v.fold(answer)
	if isMissing(folded) || s.Free {
		return answer, true
	}
	for _, value := range s.Values {
		if v.fold(value.Code) == folded {
			return value.Code, true
		}
	}
	for _, value := range s.Values {
		if v.fold(value.Label) == folded {
			return value.Code, true
		}
	}
	for _, m := range s.Missing {
		if v.fold(m) == folded {
			return m, true
		}
	}
	if len(s.Values) > 0 {
		return answer, false
	}
	if s.Level == Interval || s.Level == Ratio {
		_, isNumber := number(answer)
		return answer, isNumber
	}
	return answer, true
}

// allowed names the answers of a scale.
func (s *Scale) allowed() string {
	var all []string
	for _, v := range s.Values {
		all = append(all, v.String())
	}
	return strings.Join(append(all, s.Missing...), ", ")
}

// isSheet tells whether a sheet has a name in one of the languages.
func isSheet(name string, of func(*sheetPhrases) string) bool {
	for _, p := range sheetTemplates {
		if strings.EqualFold(name, of(p)) {
			return true
		}
	}
	return false
}

// keysOf are the keys of the sample that a workbook keeps.
func keysOf(sheets []sheet.Sheet) []string {
	for _, g := range sheets {
		if !isSheet(g.Name, func(p *sheetPhrases) string { return p.Keys }) || len(g.Rows) == 0 {
			continue
		}
		at, ok := columns(g.Rows[0])[colKey]
		if !ok {
			continue
		}
		keys := []string{}
		for _, r := range g.Rows[1:] {
			if k := r.At(at); k != "" {
				keys = append(keys, k)
			}
		}
		return keys
	}
	return nil
}

// scalesOf are the variables that a workbook keeps: a row a value.
func scalesOf(sheets []sheet.Sheet) []Scale {
	var out []Scale
	for _, g := range sheets {
		if !isSheet(g.Name, func(p *sheetPhrases) string { return p.Variables }) || len(g.Rows) == 0 {
			continue
		}
		for _, r := range g.Rows[1:] {
			id := r.At(0)
			if id == "" {
				continue
			}
			if len(out) == 0 || out[len(out)-1].ID != id {
				s := Scale{ID: id, Name: r.At(1), Free: r.At(2) == "text"}
				if s.Level, _ = ParseLevel(r.At(2)); s.Level == "" {
					s.Level = Nominal
				}
				if m := r.At(5); m != "" {
					s.Missing = []string{m}
				}
				out = append(out, s)
			}
			if code := r.At(3); code != "" {
				s := &out[len(out)-1]
				s.Values = append(s.Values, Value{Code: code, Label: r.At(4)})
			}
		}
	}
	return out
}
