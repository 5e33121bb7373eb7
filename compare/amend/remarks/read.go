package remarks

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
	"svod/corpus/lazy"
	"svod/corpus/words"
)

// A Table is one that somebody made: the tables of a file whose columns are
// known, those that go on on the next page taken together.
type Table struct {
	Name    string // of the file
	Titles  []string
	Heads   []string // of its columns
	Roles   []Role   // of its columns
	Rows    []Row
	Foreign int // rows of the file's other tables, in which no columns were known
}

// A Row is a row of a Table under its columns.
type Row struct {
	Line    int    // which row of the file's tables, from 1; of a spreadsheet, of its sheet
	Page    int    // 0 if the format has none
	Group   string // the heading of the group of rows that it stands in
	Under   string // the heading of a smaller group that names a provision, or says that the remarks are general
	By      string // the heading of a group that names who made its remarks
	Section string // the heading of a group that is none of these
	Cells   []string
	// Inherited says that its element is that of the row above.
	Inherited bool
}

// maxRows and maxCell bound what is read of a table.
const (
	maxRows = 20000
	maxCell = 1 << 20
)

// At returns what a row has in the column of a role, "" if there is none.
func (t *Table) At(r *Row, role Role) string {
	if i := slices.Index(t.Roles, role); i >= 0 && i < len(r.Cells) {
		return r.Cells[i]
	}
	return ""
}

// Has reports whether a table has a column of a role.
func (t *Table) Has(role Role) bool { return slices.Contains(t.Roles, role) }

// Read finds the table of a file. It is nil if the file has none whose columns
// tell what they hold.
func Read(src *corpus.Source) *Table {
	t := &Table{Name: src.Name}
	var lanes []lane
	last, n := 0, 0
	var y layer
	flush := func() {
		if len(lanes) > 0 {
			t.take(lanes)
		}
		lanes, y = nil, layer{}
	}
	for i := range src.Lines {
		l := &src.Lines[i]
		if l.Cells == nil {
			if len(t.Rows) == 0 && len(lanes) == 0 && len(t.Titles) < 50 && l.Text != "" {
				t.Titles = append(t.Titles, l.Text)
			}
			continue
		}
		if l.Table != last {
			flush()
			last = l.Table
		}
		if n++; n > maxRows {
			break
		}
		lanes = append(lanes, lane{slots: y.lay(l.Cells), line: l, n: n})
	}
	flush()
	if len(t.Roles) == 0 {
		return nil
	}
	return t
}

// take reads one table of the file.
func (t *Table) take(lanes []lane) {
	heads, roles, from := headOf(lanes)
	if roles != nil && useful(roles) {
		for _, l := range lanes[:from] {
			if full := l.full(); len(full) == 1 && len(t.Rows) == 0 {
				t.Titles = append(t.Titles, full[0])
			}
		}
		if t.Roles == nil {
			t.Heads, t.Roles = heads, roles
		} else if !slices.Equal(roles, t.Roles) || !slices.Equal(fold(heads), fold(t.Heads)) {
			t.widen(heads, roles, lanes[from:])
			return
		}
		lanes = lanes[from:]
	} else if t.Roles == nil || !t.goesOn(lanes) {
		if slices.ContainsFunc(lanes, func(l lane) bool { return len(l.slots) > 2 }) {
			t.Foreign += len(lanes)
		}
		return
	}
	t.rows(lanes)
}

// widen reads a further table with other columns: they come to those that are
// known by role or heading, the rest at the right.
func (t *Table) widen(heads []string, roles []Role, lanes []lane) {
	other := &Table{Heads: heads, Roles: roles}
	other.rows(lanes)
	to := make([]int, len(heads))
	for i, h := range heads {
		to[i] = -1
		for k := range t.Heads {
			if roles[i] != Other && t.Roles[k] == roles[i] || roles[i] == Other && foldHead(t.Heads[k]) == foldHead(h) {
				to[i] = k
			}
		}
		if to[i] < 0 {
			to[i] = len(t.Heads)
			t.Heads, t.Roles = append(t.Heads, h), append(t.Roles, roles[i])
		}
	}
	for _, r := range other.Rows {
		cells := make([]string, len(t.Heads))
		for i, c := range r.Cells {
			if c != "" && i < len(to) {
				cells[to[i]] = joinLines(cells[to[i]], c)
			}
		}
		r.Cells = cells
		t.Rows = append(t.Rows, r)
	}
}

func fold(ss []string) []string {
	out := make([]string, len(ss))
	for i, s := range ss {
		out[i] = foldHead(s)
	}
	return out
}

// useful reports whether columns are those of a table of changes or remarks.
func useful(roles []Role) bool {
	texts := 0
	for _, r := range []Role{Before, After, Remark} {
		if slices.Contains(roles, r) {
			texts++
		}
	}
	known := slices.ContainsFunc(roles, func(r Role) bool { return r == Reason || r == Author || r == Decision || r == Number })
	return texts >= 2 || texts == 1 && slices.Contains(roles, Element) || slices.Contains(roles, Remark) && known // all remarks may be general
}

// goesOn reports whether a table without headings has the columns of the one
// before it.
func (t *Table) goesOn(lanes []lane) bool {
	wide := 0
	for _, l := range lanes {
		wide = max(wide, len(l.slots))
	}
	return wide == len(t.Roles) && wide > 2
}

// headOf finds the headings of a table's columns, and the row behind them.
func headOf(lanes []lane) (heads []string, roles []Role, from int) {
	for i := range min(len(lanes), 15) {
		known := map[Role]bool{}
		for _, s := range lanes[i].slots {
			if r := roleOf(s.text); s.first && len(s.text) < 300 && r != "" {
				known[r] = true
			}
		}
		if len(known) < 2 {
			continue
		}
		to := i + 1
		for to < len(lanes) && to < i+4 && headGoesOn(lanes[i].slots, lanes[to].slots, to-i) {
			to++
		}
		wide := 0
		for _, l := range lanes[i:to] {
			wide = max(wide, len(l.slots))
		}
		heads = make([]string, wide)
		for _, l := range lanes[i:to] {
			for c, s := range l.slots {
				if !s.below && s.text != "" {
					heads[c] = strings.TrimSpace(heads[c] + " " + s.text)
				}
			}
		}
		roles = make([]Role, wide)
		for c, h := range heads {
			// What a lower heading says of its column is nearer than the upper one.
			for k := to - 1; k >= i && roles[c] == ""; k-- {
				if c < len(lanes[k].slots) && !lanes[k].slots[c].below {
					roles[c] = roleOf(lanes[k].slots[c].text)
				}
			}
			if whole := roleOf(h); whole != "" && (roles[c] == "" || roles[c] == bareEdition) {
				roles[c] = whole
			}
		}
		settle(roles)
		return heads, roles, to
	}
	return nil, nil, 0
}

// headGoesOn reports whether a row below the first of a head belongs to it: it
// lies beside a heading of several rows, or divides one over several columns.
func headGoesOn(head, row []slot, by int) bool {
	divided := false
	for c, s := range row {
		switch {
		case c >= len(head):
			return false
		case s.below && head[c].rows > by:
		case s.text == "":
		case head[c].cols > 1 && head[c].cols < len(head) && len(s.text) < 120:
			divided = true
		default:
			return false
		}
	}
	return divided
}

// rows reads the rows below the headings.
func (t *Table) rows(lanes []lane) {
	var in Row // what the headings of groups say
	if n := len(t.Rows); n > 0 {
		in = t.Rows[n-1]
	}
	for _, l := range lanes {
		full := l.full()
		switch {
		case len(full) == 0 || isNumbering(l.slots) || t.isHead(l.slots):
			continue
		case t.isGroup(l.slots, full):
			if at := slices.Index(t.Roles, Remark); at >= 0 && isRemark(full[0]) {
				r := Row{Line: cmp.Or(l.line.Row, l.n), Page: l.line.Page, Group: in.Group, Under: in.Under, By: in.By, Section: in.Section, Cells: make([]string, len(t.Roles))}
				r.Under = cmp.Or(r.Under, general.FindString(full[0]))
				r.Cells[at] = full[0]
				t.Rows = append(t.Rows, r)
				continue
			}
			in.under(full[0], t.Has(Author))
			continue
		}
		r := Row{Line: l.n, Page: l.line.Page, Group: in.Group, Under: in.Under, By: in.By, Section: in.Section, Cells: make([]string, len(t.Roles))}
		if l.line.Row > 0 {
			r.Line = l.line.Row
		}
		merged := false // some text of this row is that of the one above
		for c, s := range l.slots {
			role := Other
			if c < len(t.Roles) {
				role = t.Roles[c]
			} else {
				c = len(t.Roles) - 1 // a cell too many is not lost
			}
			switch {
			case !s.first || len(r.Cells[c]) > maxCell:
			case !s.below:
				r.Cells[c] = joinLines(r.Cells[c], s.text)
			case role == Element || role == Author:
				r.Cells[c] = s.text
				merged = true
				r.Inherited = r.Inherited || role == Element
			}
		}
		t.add(r, merged)
	}
}

var (
	noRemarks = lazy.New(`(?i)^\s*(?:замечани\pL+|предложени\pL+)[^.]{0,40}\s(?:нет|не имеет\pL*|отсутству\pL+)[\s.]*$|(?i)^\s*(?:ескерту|ұсыныс|ескертпе)\pL*[^.]{0,40}\sжоқ[\s.]*$`)
	startsAct = lazy.New(`(?i)^\s*(?:\d+[.)]\s*)?(?:(?:в|к|по)\s+)?(?:\pL+\s+)?(?:(?:законо)?проект\pL*\s+)?(?:закон|кодекс|указ|постановлени|приказ|конституци|правил|[«"“])`)
)

// isRemark reports whether a text over all columns is a remark itself and no
// heading: «Замечаний не имеется», or more than any heading says.
func isRemark(s string) bool {
	return noRemarks.MatchString(s) || utf8.RuneCountInString(s) > 200 && !startsAct.MatchString(s)
}

// under takes the heading of a group of rows: an act, who made the remarks, a
// provision or «Общие замечания».
func (r *Row) under(head string, authors bool) {
	switch {
	case isGeneral(head):
		if r.Under, r.Section = head, ""; actIn.MatchString(head) {
			r.Group = head
		}
	case !authors && isBody(head):
		*r = Row{By: head}
	case isAct(head):
		r.Group, r.Under, r.Section = head, "", ""
	case len(head) < 300 && len(Refs(head, "")) > 0:
		r.Under, r.Section = head, ""
	default:
		r.Under, r.Section = "", head
	}
}

// besides reports whether two rows stand in the same groups.
func (r *Row) besides(x *Row) bool {
	return r.Group == x.Group && r.Under == x.Under && r.By == x.By && r.Section == x.Section
}

// element is what a row is about: its provision, within that of the heading
// above it.
func (r *Row) element(own string) string {
	switch {
	case r.Under == "":
		return own
	case own == "" || own == "-" || own == "–" || own == "—":
		return r.Under
	}
	refs, up := Refs(own, ""), Refs(r.Under, "")
	if len(refs) == 0 || topmost(refs[0]) || len(up) == 0 || above(up[0].Reference, refs[0].Reference) == nil {
		return own
	}
	return up[0].Text + ", " + own
}

// add puts a row to the others, or what it goes on with to the last one.
func (t *Table) add(r Row, merged bool) {
	n := len(t.Rows)
	if n == 0 || !t.Has(Element) || t.At(&r, Element) != "" || !t.Rows[n-1].besides(&r) {
		t.Rows = append(t.Rows, r)
		return
	}
	above := &t.Rows[n-1]
	own := t.At(&r, Number) != "" || t.At(&r, Author) != ""
	if t.Has(Remark) && !own {
		own = t.At(&r, Remark) != "" && !goesOn(t.At(above, Remark), t.At(&r, Remark))
	}
	if own || merged {
		if !namesElement(t.At(&r, Before)) && !namesElement(t.At(&r, After)) {
			r.Cells[slices.Index(t.Roles, Element)] = t.At(above, Element)
			r.Inherited = true
		}
		t.Rows = append(t.Rows, r)
		return
	}
	if namesElement(t.At(&r, Before)) || namesElement(t.At(&r, After)) && t.At(&r, Before) == "" {
		t.Rows = append(t.Rows, r)
		return
	}
	for c, text := range r.Cells {
		if text != "" && len(above.Cells[c]) < maxCell {
			above.Cells[c] = joinLines(above.Cells[c], text)
		}
	}
}

// goesOn reports whether a text continues the one above: that has not come to
// an end, or this one begins with a small letter.
func goesOn(above, text string) bool {
	above = strings.TrimSpace(above)
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r) && above != ""
		}
		if unicode.IsDigit(r) {
			break
		}
	}
	return above != "" && !strings.ContainsAny(above[len(above)-1:], ".;:!?") && !strings.HasSuffix(above, "…") && !strings.HasSuffix(above, "»")
}

func joinLines(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// isNumbering reports whether a row only numbers the columns: 1 2 3 4 5.
func isNumbering(row []slot) bool {
	n := 0
	for _, s := range row {
		if !s.first || s.below {
			continue
		}
		n++
		text := strings.Trim(s.text, ".() ")
		if text != itoa(n) {
			return false
		}
	}
	return n > 1
}

// isHead reports whether a row repeats the headings.
func (t *Table) isHead(row []slot) bool {
	same := 0
	for c, s := range row {
		if !s.first || s.below || s.text == "" {
			continue
		}
		if c >= len(t.Heads) || !strings.HasPrefix(foldHead(t.Heads[c]), foldHead(s.text)) {
			return false
		}
		same++
	}
	return same > 1
}

// isGroup reports whether a row is the heading of those below it: one text over
// most columns, or one that names an act where nothing else stands.
func (t *Table) isGroup(row []slot, full []string) bool {
	for _, s := range full[1:] {
		if s != full[0] {
			return false
		}
	}
	for _, s := range row {
		if s.below && s.text != "" {
			return false
		}
	}
	if len(full) > 1 && len(full) >= len(row)-1 {
		return true
	}
	for c, s := range row {
		if s.first && s.text != "" {
			return s.cols >= len(t.Roles)-1 && s.cols > 1 || isAct(s.text) && (c >= len(t.Roles) || t.Roles[c] != Remark) && !namesElement(s.text)
		}
	}
	return false
}

// isAct reports whether a text is the name of an act.
func isAct(s string) bool {
	if len(s) > 1000 {
		return false
	}
	f := words.Fold(s)
	for _, w := range []string{"закон", "кодекс", "указ", "постановлени", "приказ", "решени", "конституци", "правила", "заң", "жарлы", "қаулы", "бұйры", "шешім"} {
		if i := strings.Index(f, w); i >= 0 && i < 160 {
			return true
		}
	}
	return false
}
