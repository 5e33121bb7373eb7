package study

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"svod/compare/table"
)

// A Runner runs a command and returns its report.
type Runner func(args []string) (*table.Report, error)

// Compose runs the commands of a chapter, each once, and puts what is taken of
// their reports under its headings. What the runner says is returned as it is;
// other errors are of type *Error.
func (c *Chapter) Compose(run Runner) (*table.Report, error) {
	k := composer{c: c, made: map[string]*table.Report{}, named: map[string]*table.Report{}}
	for _, args := range c.Commands() {
		r, err := run(args)
		if err != nil {
			return nil, err
		}
		k.made[key(args)] = r
	}
	for _, b := range c.Blocks {
		if b.As != "" {
			k.named[b.As] = k.made[key(b.Run)]
		}
	}
	out := &table.Report{Title: c.Title, Language: cmp.Or(c.Language, "ru"), Points: true}
	for _, b := range c.Blocks {
		switch {
		case b.Heading != "":
			text, err := k.fill(b, b.Heading)
			if err != nil {
				return nil, err
			}
			out.Blocks = append(out.Blocks, table.Heading(b.Level, text))
		case b.Text != "":
			text, err := k.fill(b, b.Text)
			if err != nil {
				return nil, err
			}
			for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
				out.Blocks = append(out.Blocks, table.Para(strings.Join(strings.Fields(p), " ")))
			}
		default:
			blocks, err := k.take(b)
			if err != nil {
				return nil, err
			}
			out.Blocks = append(out.Blocks, blocks...)
		}
	}
	for _, args := range c.Commands() {
		for _, f := range k.made[key(args)].Made {
			if !slices.Contains(out.Made, f) {
				out.Made = append(out.Made, f)
			}
		}
	}
	return out, nil
}

func key(args []string) string { return strings.Join(args, "\x00") }

type composer struct {
	c     *Chapter
	made  map[string]*table.Report // by command line
	named map[string]*table.Report
}

func (k *composer) fault(line, column int, code string, args ...string) error {
	return &Error{File: k.c.File, Line: line, Column: column, Code: code, Args: args}
}

// take returns the tables and figures that a block wants of its report, under
// the captions that it gives.
func (k *composer) take(b Block) ([]table.Block, error) {
	r := k.made[key(b.Run)]
	if b.Nothing {
		return nil, nil
	}
	if b.Take == nil {
		return r.Blocks, nil
	}
	var out []table.Block
	for _, t := range b.Take {
		found := false
		var captions []string
		for _, block := range r.Blocks {
			switch block := block.(type) {
			case *table.Table:
				if captions = append(captions, block.Caption); t.Figure == "" && within(block.Caption, cmp.Or(t.Table, t.Any)) {
					found = true
					own := *block.Filled()
					own.Caption = cmp.Or(t.Caption, own.Caption)
					if t.Rows > 0 && len(own.Rows) > t.Rows {
						own.Notes = append(slices.Clone(own.Notes), fmt.Sprintf("… + %d", len(own.Rows)-t.Rows))
						own.Rows = own.Rows[:t.Rows]
					}
					out = append(out, &own)
				}
			case *table.Chart:
				if captions = append(captions, block.Caption); t.Table == "" && within(block.Caption, cmp.Or(t.Figure, t.Any)) {
					found = true
					own := *block
					own.Caption = cmp.Or(t.Caption, own.Caption)
					out = append(out, &own)
				}
			}
		}
		if !found {
			return nil, k.fault(t.line, t.column, "caption", cmp.Or(t.Table, t.Figure, t.Any), strings.Join(captions, "; "))
		}
	}
	return out, nil
}

// within tells whether words stand in a caption, whatever their case.
func within(caption, words string) bool {
	return words != "" && strings.Contains(fold(caption), fold(words))
}

func fold(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(s), "ё", "е")), " ")
}

// placeholder is {report.row} or {report.table/row/column}.
var placeholder = regexp.MustCompile(`\{([^{}.]+)\.([^{}]+)\}`)

// fill puts the numbers of reports into a text.
func (k *composer) fill(b Block, text string) (string, error) {
	var fault error
	text = placeholder.ReplaceAllStringFunc(text, func(s string) string {
		m := placeholder.FindStringSubmatch(s)
		r := k.named[m[1]]
		if r == nil {
			fault = cmp.Or(fault, k.fault(b.line, b.column, "number", s, m[1]))
			return s
		}
		v, ok := number(r, strings.Split(m[2], "/"), cmp.Or(k.c.Language, "ru"))
		if !ok {
			fault = cmp.Or(fault, k.fault(b.line, b.column, "number", s, ""))
		}
		return v
	})
	return text, fault
}

// number finds what a path means in a report: the row of a table of two
// columns, or a table's row and column; else a line of its record.
func number(r *table.Report, path []string, language string) (string, bool) {
	for _, block := range r.Blocks {
		t, ok := block.(*table.Table)
		if !ok || len(path) == 3 && !within(t.Caption, path[0]) {
			continue
		}
		column := -1
		switch {
		case len(path) == 1 && len(t.Head) == 0:
			column = 1
		case len(path) == 3 && len(t.Head) > 0:
			head := t.Head[len(t.Head)-1]
			column = slices.IndexFunc(head, func(c table.Cell) bool { return within(c.Printed(language), path[2]) })
		}
		if column < 0 {
			continue
		}
		label := path[len(path)/2]
		for _, row := range t.Rows {
			if column < len(row) && fold(row[0].Printed(language)) == fold(label) {
				return row[column].Printed(language), true
			}
		}
	}
	for _, f := range r.Made {
		if len(path) == 1 && fold(f.Name) == fold(path[0]) {
			return f.Value, true
		}
	}
	return "", false
}
