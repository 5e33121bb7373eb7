package survey

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"svod/compare/sheet"
)

// Answers are the answers of a file, read by a survey's map.
type Answers struct {
	Survey      *Survey
	File        string
	SHA256      string
	Respondents []Respondent
	Doubts      []Doubt  // answers that the map does not know
	Unused      []string // columns that the map does not name
}

// A Respondent is a row of answers.
type Respondent struct {
	ID     string
	Row    int // as the spreadsheet numbers it
	Weight float64
	given  []given // as the survey's questions
}

// given is what a respondent answered to one question.
type given struct {
	values []int // places among the question's values
	number float64
	text   string // as it stands in the file
	valid  bool   // something was answered that the map knows
}

// A Doubt is an answer that was left out.
type Doubt struct {
	Row              int
	Question, Answer string
}

// Read reads answers from the first sheet whose head has the columns of the
// map. All errors are of type *Error.
func (s *Survey) Read(file string, sheets []sheet.Sheet) (*Answers, error) {
	a := &Answers{Survey: s, File: file}
	rows, columns, err := s.find(file, sheets)
	if err != nil {
		return nil, err
	}
	s.findValues(rows, columns)
	named := map[string]int{} // rows of respondents
	for _, row := range rows {
		if row.Empty() {
			continue
		}
		r := Respondent{Row: row.N, Weight: 1}
		if s.ID != "" {
			if r.ID = row.At(columns[fold(s.ID)]); r.ID != "" {
				if before := named[r.ID]; before > 0 {
					return nil, &Error{File: file, Line: row.N, Code: "twice", Args: []string{r.ID, strconv.Itoa(before)}}
				}
				named[r.ID] = row.N
			}
		}
		if s.Weight != "" {
			w, ok := number(row.At(columns[fold(s.Weight)]))
			if !ok || w < 0 {
				return nil, &Error{File: file, Line: row.N, Code: "weight", Args: []string{row.At(columns[fold(s.Weight)])}}
			}
			r.Weight = w
		}
		for _, q := range s.Questions {
			g, unknown := q.read(s, row, columns)
			for _, u := range unknown {
				a.Doubts = append(a.Doubts, Doubt{row.N, q.ID, u})
			}
			r.given = append(r.given, g)
		}
		a.Respondents = append(a.Respondents, r)
	}
	if len(a.Respondents) == 0 {
		return nil, &Error{File: file, Code: "empty"}
	}
	used := map[int]bool{}
	for _, name := range s.columns() {
		used[columns[fold(name)]] = true
	}
	for name, at := range columns {
		if !used[at] {
			a.Unused = append(a.Unused, name)
		}
	}
	slices.SortFunc(a.Unused, func(x, y string) int { return cmp.Compare(columns[x], columns[y]) })
	return a, nil
}

// columns are all columns that the map names.
func (s *Survey) columns() []string {
	var cs []string
	for _, c := range []string{s.ID, s.Weight} {
		if c != "" {
			cs = append(cs, c)
		}
	}
	for _, q := range s.Questions {
		cs = append(cs, q.Columns...)
	}
	return cs
}

// mostTitles is how many rows may stand above the head.
const mostTitles = 10

// find looks for the sheet and its row of headings: the one that has most of
// the columns.
func (s *Survey) find(file string, sheets []sheet.Sheet) (rows []sheet.Row, columns map[string]int, err error) {
	wanted := s.columns()
	best := -1
	var lacking, there []string
	for _, sh := range sheets {
		for i, row := range sh.Rows[:min(len(sh.Rows), mostTitles)] {
			at := map[string]int{}
			var heads []string
			for k := range row.Cells {
				if name := fold(row.At(k)); name != "" {
					heads = append(heads, row.At(k))
					if _, ok := at[name]; !ok {
						at[name] = k
					}
				}
			}
			have := 0
			var not []string
			for _, w := range wanted {
				if _, ok := at[fold(w)]; ok {
					have++
				} else {
					not = append(not, w)
				}
			}
			if have > best {
				best, rows, columns, lacking, there = have, sh.Rows[i+1:], at, not, heads
			}
		}
	}
	if len(lacking) > 0 || best < 0 {
		return nil, nil, &Error{File: file, Code: "no-column", Args: []string{strings.Join(lacking, ", "), strings.Join(there, ", ")}}
	}
	return rows, columns, nil
}

// maxValues is how many values are taken from the answers where the map gives
// none.
const maxValues = 60

// findValues takes the values of questions whose map has none from the answers.
func (s *Survey) findValues(rows []sheet.Row, columns map[string]int) {
	for _, q := range s.Questions {
		if len(q.Values) > 0 || q.Kind == Number || q.Kind == Open {
			continue
		}
		seen := map[string]bool{}
		for _, row := range rows {
			for _, answer := range q.split(row.At(columns[fold(q.Columns[0])])) {
				if !seen[fold(answer)] && !q.missing(s, answer) && len(q.Values) < maxValues {
					seen[fold(answer)] = true
					q.Values = append(q.Values, Value{answer, answer})
				}
			}
		}
		slices.SortStableFunc(q.Values, func(a, b Value) int {
			x, okX := number(a.Code)
			y, okY := number(b.Code)
			if okX && okY {
				return cmp.Compare(x, y)
			}
			return cmp.Compare(a.Code, b.Code)
		})
	}
}

// split returns the answers of a cell.
func (q *Question) split(cell string) []string {
	if q.Kind != Multiple {
		return []string{cell}
	}
	seps := q.Separator
	if seps == "" {
		seps = ";|\n"
	}
	var out []string
	for _, s := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(seps, r) }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// missing tells whether an answer says that there is none.
func (q *Question) missing(s *Survey, answer string) bool {
	answer = fold(answer)
	is := func(m string) bool { return fold(m) == answer }
	return answer == "" || slices.ContainsFunc(q.Missing, is) || slices.ContainsFunc(s.Missing, is)
}

// read reads the answer to one question, and what the map does not know of it.
func (q *Question) read(s *Survey, row sheet.Row, columns map[string]int) (g given, unknown []string) {
	g.text = row.At(columns[fold(q.Columns[0])])
	switch {
	case q.Kind == Multiple && len(q.Columns) > 1:
		var texts []string
		for i, c := range q.Columns {
			cell := row.At(columns[fold(c)])
			if q.missing(s, cell) {
				continue
			}
			switch yes, known := q.ticked(i, cell); {
			case !known:
				unknown = append(unknown, cell)
			case yes:
				g.values = append(g.values, i)
				texts = append(texts, q.Values[i].Label)
				g.valid = true
			default:
				g.valid = true // a «no» is an answer
			}
		}
		g.text = strings.Join(texts, "; ")
	case q.missing(s, g.text):
	case q.Kind == Open:
		g.valid = true
	case q.Kind == Number:
		if g.number, g.valid = number(g.text); !g.valid {
			unknown = append(unknown, g.text)
		}
	default:
		for _, answer := range q.split(g.text) {
			if q.missing(s, answer) {
				continue
			}
			i := q.value(answer)
			if n, ok := number(answer); i < 0 && ok { // «1,0» and «1» are one code
				i = q.value(strconv.FormatFloat(n, 'f', -1, 64))
			}
			if i < 0 {
				unknown = append(unknown, answer)
			} else if !slices.Contains(g.values, i) {
				g.values = append(g.values, i)
				g.valid = true
			}
		}
	}
	return g, unknown
}

// ticked tells whether the column of a value says that it was chosen.
func (q *Question) ticked(i int, cell string) (yes, known bool) {
	switch c := fold(cell); c {
	case "1", "да", "yes", "true", "истина", "x", "х", "+", "v", "✓", "иә", fold(q.Values[i].Label), fold(q.Values[i].Code):
		return true, true
	case "0", "нет", "no", "false", "ложь", "-", "–", "жоқ":
		return false, true
	}
	return false, false
}

// number reads «12,5», «1 234» and «12.5».
func number(s string) (float64, bool) {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(s)
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && v == v && v-v == 0
}

func fold(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(s), "ё", "е")), " ")
}
