package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

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

func (e *env) check(c *cli.Context) error {
	type checked struct {
		ID       string    `json:"id"`
		File     string    `json:"file"`
		Title    string    `json:"title"`
		Problems []finding `json:"problems"`
		Warnings []finding `json:"warnings"`
	}
	out := struct {
		Documents []checked `json:"documents"`
	}{Documents: []checked{}}
	var b strings.Builder
	add := func(d *corpus.Document) {
		problems := problemsOf(d)
		v := checked{d.ID, d.Source.Name, d.Meta.Title, e.findings(d, problems), e.unreadable(d)}
		out.Documents = append(out.Documents, v)
		fmt.Fprintf(&b, "%s %s: %s\n", d.ID, e.named(d.Meta),
			e.count(len(v.Problems)+len(v.Warnings), "замечание", "замечания", "замечаний", "problem"))
		for _, w := range e.warnings(d.Source.Warnings) {
			fmt.Fprintf(&b, "  %s\n", w)
		}
		e.problems(&b, d, problems)
	}
	lib := &library{e: e, c: c, silent: true}
	defer lib.close()
	if c.NArg() == 0 {
		docs, err := lib.docs(c.Context, nil)
		if err != nil {
			return err
		}
		for _, d := range docs {
			add(d)
		}
	}
	for _, name := range c.Args().Slice() {
		if d, err := lib.doc(c.Context, name); err != nil {
			e.failed(name, err)
		} else {
			add(d)
		}
	}
	if wantsJSON(c) {
		return e.writeJSON(c, out)
	}
	if b.Len() == 0 {
		return nil
	}
	return e.save(c, []byte(b.String()))
}

// problems prints a line a problem, with its place in the source and the
// beginning of what stands there.
func (e *env) problems(w io.Writer, d *corpus.Document, problems []parse.Problem) {
	for _, f := range e.findings(d, problems) {
		at := ""
		if f.Page > 0 {
			at = e.tr("страница %d, ", "page %d, ", f.Page)
		}
		if f.Line > 0 {
			at += e.tr("строка %d: ", "line %d: ", f.Line)
		}
		fmt.Fprintf(w, "  %s%s\n", at, f.Message)
		if f.Line > 0 && f.Line <= len(d.Source.Lines) {
			text := strings.ReplaceAll(d.Source.Lines[f.Line-1].Text, "\t", " | ")
			fmt.Fprintf(w, "      %s\n", clip(text, e.width()-6))
		}
	}
}
