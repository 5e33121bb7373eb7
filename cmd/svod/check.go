package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/figures"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/parse"
)

// A finding is a problem of the structure or a warning of the reader, as the
// JSON of `parse` and `check` has it.
type finding struct {
	Line    int      `json:"line"`
	Page    int      `json:"page"`
	Code    string   `json:"code"`
	Args    []string `json:"args,omitempty"`
	Message string   `json:"message"`
}

// findings are the problems of a document in words.
func (e *env) findings(d *corpus.Document, problems []parse.Problem) []finding {
	out := []finding{}
	for _, p := range problems {
		f := finding{Line: p.Line, Code: p.Code, Args: p.Args, Message: e.problem(p)}
		if 0 < p.Line && p.Line <= len(d.Source.Lines) {
			f.Page = d.Source.Lines[p.Line-1].Page
		}
		out = append(out, f)
	}
	return out
}

// unreadable is what the reader of the file had to leave out, in words.
func (e *env) unreadable(d *corpus.Document) []finding {
	out := []finding{}
	for _, w := range d.Source.Warnings {
		out = append(out, finding{Page: w.Page, Code: w.Code, Args: w.Args, Message: e.warning(w)})
	}
	return out
}

// checked is a document with all that was found in it, as the JSON of `check`
// has it.
type checked struct {
	ID       string        `json:"id"`
	File     string        `json:"file"`
	Title    string        `json:"title"`
	Problems []finding     `json:"problems"`
	Warnings []finding     `json:"warnings"`
	Sums     *figures.JSON `json:"sums,omitempty"`
}

func (e *env) check(c *cli.Context) error {
	if c.Bool("sums") && c.Bool("structure") {
		return usage(e.tr("--sums и --structure исключают друг друга", "--sums and --structure exclude each other"),
			e.tr("Без них проверяется и то, и другое", "Without them both are checked"))
	}
	if err := e.tableLang(c); err != nil {
		return err
	}
	format, err := e.format(c)
	if err != nil {
		return err
	}
	docs, err := e.checkedDocuments(c)
	if err != nil {
		return err
	}
	sums := &figures.Checked{}
	if !c.Bool("structure") {
		sums = figures.Check(docs)
	}
	all := []checked{}
	for _, d := range docs {
		v := checked{ID: d.ID, File: d.Source.Name, Title: d.Meta.Title, Problems: []finding{}, Warnings: e.unreadable(d)}
		if !c.Bool("sums") {
			v.Problems = e.findings(d, problemsOf(d))
		}
		if !c.Bool("structure") {
			s := sums.Of(d, e.lang)
			v.Sums = &s
		}
		all = append(all, v)
	}
	switch {
	case format == "json" && !e.capture:
		return e.writeJSON(c, struct {
			Documents []checked `json:"documents"`
		}{all})
	case len(docs) == 0:
		return nil
	case format != "text":
		return e.output(c, e.checkReport(c, docs, all, sums))
	}
	var b strings.Builder
	for i, d := range docs {
		e.printChecked(&b, d, all[i], c.Bool("sums"), c.Bool("all"))
	}
	return e.save(c, []byte(b.String()))
}

// checkedDocuments are the documents named, or all of the corpus. One that
// cannot be read is reported, and the rest is checked.
func (e *env) checkedDocuments(c *cli.Context) ([]*corpus.Document, error) {
	lib := &library{e: e, c: c, silent: true}
	defer lib.close()
	if c.NArg() == 0 {
		return lib.docs(c.Context, nil)
	}
	var docs []*corpus.Document
	for _, name := range c.Args().Slice() {
		d, err := lib.doc(c.Context, name)
		if err != nil {
			e.failed(name, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, nil
}

func (e *env) printChecked(w io.Writer, d *corpus.Document, v checked, sumsOnly, all bool) {
	n := len(v.Problems) + len(v.Warnings)
	if v.Sums != nil {
		n += len(v.Sums.Findings)
	}
	fmt.Fprintf(w, "%s %s: %s\n", d.ID, e.named(d.Meta), e.count(n, "замечание", "замечания", "замечаний", "problem"))
	for _, s := range e.warnings(d.Source.Warnings) {
		fmt.Fprintf(w, "  %s\n", s)
	}
	if !sumsOnly {
		e.problems(w, d, problemsOf(d))
	}
	if v.Sums == nil {
		return
	}
	for _, f := range v.Sums.Findings {
		label := f.Label
		if label != "" {
			label = "«" + label + "»: "
		}
		fmt.Fprintf(w, "  %s%s%s\n", e.lineOf(f.Page, f.Line), label, f.Message)
		var terms []string
		for _, p := range f.Parts {
			terms = append(terms, number(p.Value))
		}
		if f.Code == string(figures.FindingAcross) || f.Code == string(figures.FindingDown) {
			fmt.Fprintf(w, "      %s\n", clip(string(f.Address)+": "+strings.Join(terms, " + ")+" = "+number(f.Computed), e.width()-6))
		} else if f.Line > 0 && f.Line <= len(d.Source.Lines) {
			fmt.Fprintf(w, "      %s\n", clip(strings.ReplaceAll(d.Source.Lines[f.Line-1].Text, "\t", " | "), e.width()-6))
		}
	}
	for i, r := range v.Sums.Right {
		if i == mostRight && !all {
			fmt.Fprintf(w, "  %s\n", e.tr("сошлось ещё %d; все: --all", "%d more hold; all of them: --all", len(v.Sums.Right)-i))
			break
		}
		fmt.Fprintf(w, "  %s%s\n", e.lineOf(r.Page, r.Line), clip(e.right(r), max(e.width()-24, 60)))
	}
	if s := v.Sums; s.Tables+s.Holds > 0 {
		fmt.Fprintf(w, "  %s\n", e.tr("числа: таблиц с суммами и долями %d, сошлось %d (с округлением %d), не сошлось %d",
			"numbers: tables with sums and shares %d, hold %d (with rounding %d), don't hold %d", s.Tables, s.Holds, s.Rounded, len(s.Findings)))
	}
}

// mostRight is how many of the sums that hold are printed without being asked.
const mostRight = 8

// right says what holds: «сходится: Гендерный показатель: Всего: 145 = 52 + 93».
func (e *env) right(r figures.SumJSON) string {
	var terms []string
	for _, p := range r.Parts {
		terms = append(terms, number(p.Value))
	}
	label := e.tr("сходится: %s: ", "holds: %s: ", r.Label)
	switch figures.FindingCode(r.Code) {
	case figures.FindingShare:
		return label + number(r.Stated) + " % = " + strings.Join(terms, " / ")
	case figures.FindingSame, figures.FindingText:
		return label + e.tr("%s, как и в «%s», строка %d", "%s, as in “%s”, line %d", number(r.Stated), r.Parts[0].Label, r.Parts[0].Line)
	}
	sign := " = "
	if r.Rounded {
		sign = " ≈ "
	}
	return label + number(r.Stated) + sign + strings.Join(terms, " + ")
}

// number prints a number as it is, with a comma.
func number(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

// lineOf is the place of a finding: «страница 2, строка 7: ».
func (e *env) lineOf(page, line int) string {
	at := ""
	if page > 0 {
		at = e.tr("страница %d, ", "page %d, ", page)
	}
	if line > 0 {
		at += e.tr("строка %d: ", "line %d: ", line)
	}
	return at
}

// checkReport is what was found as tables: the numbers, and the structure.
func (e *env) checkReport(c *cli.Context, docs []*corpus.Document, all []checked, sums *figures.Checked) *table.Report {
	r := &table.Report{Language: e.lang}
	if !c.Bool("structure") {
		r = sums.Report(tableLanguage(c, docs))
	}
	t := &table.Table{Caption: e.tr("Замечания к структуре и чтению документов", "Problems of structure and reading"), Landscape: true,
		Head: [][]table.Cell{{table.Bold(e.tr("Документ", "Document")), table.Bold(e.tr("Место", "Place")), table.Bold(e.tr("Замечание", "Problem"))}}, Widths: []float64{3, 1.6, 6}}
	for i, v := range all {
		for _, f := range append(v.Warnings, v.Problems...) {
			t.Rows = append(t.Rows, []table.Cell{table.Text(e.named(docs[i].Meta)), table.Text(strings.TrimSuffix(strings.TrimSpace(e.lineOf(f.Page, f.Line)), ":")), table.Text(f.Message)})
		}
	}
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t)
	}
	if r.Title == "" {
		r.Title = t.Caption
	}
	return r
}

// tableLanguage is that asked for, else the language of the documents.
func tableLanguage(c *cli.Context, docs []*corpus.Document) string {
	if lang := c.String("table-lang"); lang != "" || len(docs) == 0 {
		return lang
	}
	lang := docs[0].Meta.Language
	for _, d := range docs {
		if d.Meta.Language != lang {
			return "ru"
		}
	}
	return lang
}

// problems prints a line a problem, with its place in the source and the
// beginning of what stands there.
func (e *env) problems(w io.Writer, d *corpus.Document, problems []parse.Problem) {
	for _, f := range e.findings(d, problems) {
		fmt.Fprintf(w, "  %s%s\n", e.lineOf(f.Page, f.Line), f.Message)
		if f.Line > 0 && f.Line <= len(d.Source.Lines) {
			text := strings.ReplaceAll(d.Source.Lines[f.Line-1].Text, "\t", " | ")
			fmt.Fprintf(w, "      %s\n", clip(text, e.width()-6))
		}
	}
}
