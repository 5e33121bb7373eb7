package compare

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"io"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// A page shows both editions whole, side by side: one HTML file that needs
// nothing from the net. Everything can be read without its script, which folds
// what did not change, filters, and jumps from change to change.
type page struct {
	Lang, TextLang   string // of its words, and of the acts
	Title, Name      string
	W                *PageWords
	CSS              template.CSS
	JS               template.JS
	All              bool // what did not change is shown from the start
	Reversed         string
	Summary          []string
	Kinds            []pageKind
	Before, After    string
	OldName, NewName string
	Blocks           []pageBlock
	Made             []table.Fact
}

// A pageKind is a kind of change that the page has, to be filtered by.
type pageKind struct {
	Kind       Change
	Name, Sign string
	N          int
}

// A pageBlock is a part, or several that did not change.
type pageBlock struct {
	Same  bool
	Name  string // of what is the same: «статьи 3–7»
	Parts []*pagePart
}

// A pagePart is an article, a clause of an act without articles, or the
// heading of a chapter.
type pagePart struct {
	ID, Name, Short string
	Level           int
	Chapter         bool
	Kind            Change
	KindName, Sign  string
	Kinds           []Change // of its rows
	Changes         int
	ChangesName     string
	Basis           string
	Runs            []pageRun
	W               *PageWords

	top *node
}

// A pageRun is rows that changed with what is needed to understand them, or
// rows that did not.
type pageRun struct {
	Same bool
	Name string
	Rows []pageRow
}

// A pageRow is one provision in both editions.
type pageRow struct {
	ID       string
	Cite     string // of what changed
	Kind     Change
	KindName string
	Remark   template.HTML
	Old, New template.HTML
	Stop     bool // one jumps here
	Short    bool // it can be kept on one page of paper

	node *node
	same bool
}

//go:embed page
var pageFiles embed.FS

// SideBySide writes both editions as a page with two columns, provision by
// provision.
func (c *Comparison) SideBySide(w io.Writer, o Options) error {
	read := func(name string) string {
		b, err := pageFiles.ReadFile("page/" + name)
		if err != nil {
			panic(err) // it is in the program
		}
		return string(b)
	}
	t, err := template.New("page").Parse(read("page.html"))
	if err != nil {
		return err
	}
	p := c.page(o)
	p.CSS, p.JS = template.CSS(read("page.css")+p.labels()), template.JS(read("page.js"))
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// labels names the columns where there is no room for two.
func (p *page) labels() string {
	quoted := func(s string) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "<", `\3c `, "\n", " ").Replace(s) + `"`
	}
	return ":root { --was: " + quoted(p.W.Was) + "; --is: " + quoted(p.W.Is) + "; }\n"
}

func (c *Comparison) page(o Options) *page {
	t, lang := o.Words(c.new)
	words := &t.Page
	b := &pageBuilder{printer: &printer{c: c, t: t, lang: lang}, w: words}
	p := &page{Lang: lang, TextLang: c.new.Meta.Language, W: words, All: o.All, Name: cmp.Or(o.Title, c.new.Meta.Title, c.old.Meta.Title)}
	p.Title = words.Title
	if p.Name != "" {
		p.Title += ": " + p.Name
	}
	p.Before, p.After = b.heads()
	p.OldName, p.NewName = fileName(c.old), fileName(c.new)
	if newer(c.old.Meta, c.new.Meta) {
		p.Reversed = t.Reversed
	}
	p.Made = []table.Fact{made(c.old), made(c.new)}
	parts := b.parts()
	p.Blocks = b.blocks(parts)
	o.Notes = true // they are on the page
	if p.Summary = b.summary(o); len(c.Summary) == 0 {
		p.Summary = []string{t.NoChange}
	}
	for _, k := range Changes() {
		if n := c.Summary[k]; n > 0 {
			p.Kinds = append(p.Kinds, pageKind{Kind: k, Name: words.kind(k), Sign: signs[k], N: n})
		}
	}
	return p
}

// signs tell kinds of change apart without colours.
var signs = map[Change]string{Changed: "±", Added: "+", Removed: "−", Moved: "⇄", Renumbered: "№", Split: "÷", Merged: "&", Notes: "*"}

func fileName(d *corpus.Document) string {
	if d.Source != nil {
		return d.Source.Name
	}
	return d.ID
}
