package write

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/amend"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/parse"
	"svod/corpus/words"
)

// Options say what the text of a draft has that the editions do not tell. The
// zero value takes all from the old edition and the template.
type Options struct {
	Act    string // how the amended act is called in «Внести в …»
	Title  string // of the draft
	Effect string // «с 1 января 2027 года», or 2027-01-01
}

// Lines is the text of the draft, a paragraph a line.
func (d *Draft) Lines(o Options) []Line {
	t := d.template
	name := t.actName(d.Old)
	into := o.Act
	if into == "" {
		into = t.actCalled(d.Old.Meta, name, true)
	}
	in := into
	if o.Act == "" && !name.Identified {
		in = t.actCalled(d.Old.Meta, name, false)
	}
	title := o.Title
	if title == "" {
		title = put(t.Title, "changes", d.changes(t.Change, t.Addition), "act", in)
		title = upperFirst(title)
	}
	lead := put(t.Lead, "act", into, "following", t.following(d), "changes", d.changes(t.Makes, t.MakesAddition))
	lines := []Line{{Kind: Mark, Text: t.Mark}, {Kind: Name, Text: name.Name}, {Kind: Title, Text: title}}
	head := func(n int) string {
		if name.Articles {
			return put(t.Article, "n", strconv.Itoa(n))
		}
		return put(t.Clause, "n", strconv.Itoa(n))
	}
	lines = append(lines, Line{Kind: Article, Head: head(1), Text: upperFirst(lead)})
	lines = append(lines, d.body...)
	when := o.Effect
	if when == "" {
		when = t.EffectDefault
	} else if day := t.day(when, t.EffectMonths); day != "" {
		when = put(t.EffectOn, "date", day)
	}
	lines = append(lines, Line{Kind: Article, Head: head(2), Text: put(t.Effect, "this", name.This, "when", when)})
	for s := range strings.SplitSeq(name.Signed, "\n") {
		if s != "" {
			lines = append(lines, Line{Kind: Signature, Text: s})
		}
	}
	return lines
}

// Document is the draft as its text is read.
func (d *Draft) Document(o Options) *corpus.Document {
	src := &corpus.Source{Format: "text"}
	table := 0
	for _, l := range d.Lines(o) {
		if l.Cells == nil {
			if s := l.String(); s != "" {
				src.Lines = append(src.Lines, corpus.Line{Text: s})
			}
			continue
		}
		table++
		for _, row := range l.Cells {
			line := corpus.Line{Text: strings.Join(row, "\t"), Table: table}
			for _, c := range row {
				line.Cells = append(line.Cells, corpus.Cell{Text: c})
			}
			src.Lines = append(src.Lines, line)
		}
	}
	doc, _ := parse.Parse(src)
	return doc
}

// actCalled is how a draft calls an act: «Закон Республики Казахстан от 2 ноября
// 2015 года «Об общественных советах»».
func (t *Template) actCalled(m corpus.Meta, name ActName, full bool) string {
	act := name.Into
	if name.Bare {
		return act
	}
	title := m.Title
	code := m.Type == "code" && isCode(title)
	if code {
		act, title = capitalised(title), ""
		if t.Language == "kk" {
			act += "не"
		}
	}
	// In Kazakh all this stands before the noun, the outermost last.
	steps := []func(){
		func() {
			if m.Body != "" && !code {
				act = put(t.Body, "act", act, "body", m.Body)
			}
		},
		func() {
			if day := t.day(m.Date, nil); day != "" && (full || name.Identified) {
				act = put(t.Dated, "act", act, "date", day)
			}
		},
		func() {
			if m.Number != "" && name.Identified {
				act = put(t.Numbered, "act", act, "number", m.Number)
			}
		},
		func() {
			if title != "" {
				act = put(t.Titled, "act", act, "title", title)
			}
		},
	}
	order := []int{0, 1, 2, 3}
	if t.Language == "kk" { // «… туралы» 2015 жылғы 2 қарашадағы … Заңына
		order = []int{2, 1, 0, 3}
	}
	for _, i := range order {
		steps[i]()
	}
	return act
}

func isCode(title string) bool {
	f := words.Fold(title)
	return strings.Contains(f, "кодекс") && !strings.HasPrefix(f, "о ") && !strings.HasPrefix(f, "об ")
}

// capitalised is a title that is printed in capitals as a sentence has it.
func capitalised(s string) string {
	if strings.ContainsFunc(s, unicode.IsLower) {
		return s
	}
	ws := strings.Fields(strings.ToLower(s))
	for i, w := range ws {
		for _, proper := range []string{"республик", "казахстан", "российск", "федерац", "кыргызск", "беларус", "қазақстан"} {
			if strings.HasPrefix(w, proper) {
				ws[i] = upperFirst(w)
			}
		}
	}
	return upperFirst(strings.Join(ws, " "))
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// day writes a date, 2027-01-01, in words; "" if it is none.
func (t *Template) day(s string, months []string) string {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return ""
	}
	y, err1 := strconv.Atoi(s[:4])
	m, err2 := strconv.Atoi(s[5:7])
	day, err3 := strconv.Atoi(s[8:])
	if months == nil {
		months = t.Months
	}
	if err1 != nil || err2 != nil || err3 != nil || m < 1 || m > len(months) {
		return ""
	}
	return put(t.Date, "day", strconv.Itoa(day), "month", months[m-1], "year", strconv.Itoa(y))
}

// Counts tells how many changes and additions the draft orders.
func (d *Draft) Counts() (changes, additions int) {
	for i := range d.Operations {
		if d.Operations[i].Kind == amend.Add {
			additions++
		} else {
			changes++
		}
	}
	return changes, additions
}

// changes names what the draft makes: «изменения и дополнения», in the number
// that each has.
func (d *Draft) changes(changed, added []string) string {
	c, a := d.Counts()
	one := func(forms []string, n int) string {
		if n == 1 {
			return forms[0]
		}
		return forms[1]
	}
	switch {
	case changed[1] == added[1]: // an addition is a change
		return one(changed, c+a)
	case a == 0:
		return one(changed, c)
	case c == 0:
		return one(added, a)
	}
	and := d.template.And
	if d.template.Language == "kk" && c == 1 { // «өзгеріс пен толықтыру», as the last sound wants it
		and = strings.Replace(and, "мен", "пен", 1)
	}
	return one(changed, c) + and + one(added, a)
}

func (t *Template) following(d *Draft) string {
	if c, a := d.Counts(); c+a == 1 {
		return t.Following[0]
	}
	return t.Following[1]
}

// Report is the draft as a document: in Word it looks as drafts of acts do.
func (d *Draft) Report(o Options) *table.Report {
	r := &table.Report{Language: d.template.Language, Redline: true, Act: true}
	signed := false
	for _, l := range d.Lines(o) {
		if l.Cells != nil {
			r.Blocks = append(r.Blocks, tableOf(l.Cells))
			continue
		}
		p := &table.Paragraph{Runs: []table.Run{{Text: l.Text}}}
		switch l.Kind {
		case Mark:
			p.Look.Right = true
		case Name, Title:
			p.Look.Centred, p.Look.Bold, p.Look.Apart = true, true, true
		case Article:
			p.Look.Apart = true
			p.Runs = []table.Run{{Text: l.Head, Mark: table.MarkBold}, {Text: " " + l.Text}}
		case Signature:
			p.Look.Bold, p.Look.Left, p.Look.Apart = true, true, !signed
			signed = true
		}
		r.Blocks = append(r.Blocks, p)
	}
	return r
}

func tableOf(rows [][]string) *table.Table {
	t := &table.Table{}
	for _, row := range rows {
		var cells []table.Cell
		for _, c := range row {
			cells = append(cells, table.Text(c))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
