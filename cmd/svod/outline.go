package main

import (
	"fmt"
	"strings"

	"svod/corpus"
)

// An outline is the structure of a document on few lines, for a person who
// checks whether it was understood: headings with the place where they stand,
// and of what lies below only how much there is.
type outline struct {
	e     *env
	d     *corpus.Document
	depth corpus.Kind // units of this kind and above get a line each
	text  strings.Builder
}

// outline prints the document's data with their sources, what it has in all,
// and the outline of its tree down to a kind of unit.
func (e *env) outline(d *corpus.Document, depth corpus.Kind) string {
	o := &outline{e: e, d: d, depth: depth}
	o.meta()
	o.totals()
	o.text.WriteByte('\n')
	o.units(d.Root, 0)
	return o.text.String()
}

// meta prints what the document says about itself, and where it says so.
func (o *outline) meta() {
	e, m := o.e, &o.d.Meta
	fmt.Fprintln(&o.text, e.named(*m))
	for _, f := range []struct{ name, word, value string }{
		{"type", e.tr("вид", "type"), e.typeName(m.Type)},
		{"number", e.tr("номер", "number"), m.Number},
		{"date", e.tr("дата", "date"), e.date(m.Date)},
		{"body", e.tr("орган", "body"), m.Body},
		{"jurisdiction", e.tr("страна", "state"), m.Jurisdiction},
		{"language", e.tr("язык", "language"), m.Language},
		{"edition", e.tr("редакция", "edition"), e.date(m.Edition)},
	} {
		if f.value != "" {
			fmt.Fprintf(&o.text, "  %s: %s (%s)\n", f.word, f.value, e.originName(m.Origin[f.name]))
		} else {
			fmt.Fprintf(&o.text, "  %s: %s\n", f.word, e.tr("нет в тексте", "not in the text"))
		}
	}
}

// originName says where a value of the meta data comes from.
func (e *env) originName(origin string) string {
	switch origin {
	case "text":
		return e.tr("из текста", "from the text")
	case "file name":
		return e.tr("из имени файла", "from the file's name")
	case "notes":
		return e.tr("по сноскам", "from the notes")
	case "look":
		return e.tr("по оформлению", "by its look")
	case "user":
		return e.tr("задано вручную", "set by hand")
	}
	return origin
}

// totals counts the whole document.
func (o *outline) totals() {
	o.text.WriteString("  " + o.e.count(len(o.d.Source.Lines), "строка", "строки", "строк", "line"))
	if s := o.counts(o.d.Root, corpus.KindDocument); s != "" {
		o.text.WriteString(": " + s)
	}
	o.text.WriteByte('\n')
}

// units prints the units below u.
func (o *outline) units(u *corpus.Unit, depth int) {
	for _, c := range u.Units {
		if !o.shown(c) {
			continue
		}
		line := o.place(c) + strings.Repeat("  ", depth) + o.name(c)
		tail := ""
		if c.Repealed {
			tail = o.e.tr(" — исключено", " — repealed")
		}
		if s := o.counts(c, o.depth); s != "" {
			tail += "  · " + s
		}
		room := max(o.e.width()-len([]rune(tail)), 60+2*depth)
		fmt.Fprintln(&o.text, clip(line, room)+tail)
		o.units(c, depth+1)
	}
}

// shown tells whether a unit gets a line: a table always does, a passage only
// when everything is asked for.
func (o *outline) shown(u *corpus.Unit) bool {
	if u.Kind == corpus.KindTable {
		return true
	}
	return u.Kind <= o.depth
}

// place is where a unit begins: page, if there are any, and line.
func (o *outline) place(u *corpus.Unit) string {
	page := ""
	if n := len(o.d.Source.Lines); n > 0 && o.d.Source.Lines[n-1].Page > 0 && u.Span.Lo < n {
		page = fmt.Sprintf("%s%-4d", o.e.tr("с.", "p."), o.d.Source.Lines[u.Span.Lo].Page)
	}
	return fmt.Sprintf("%s%6d  ", page, u.Span.Lo+1)
}

// name is the label and the heading of a unit, else the beginning of its text.
func (o *outline) name(u *corpus.Unit) string {
	text := u.Title
	if text == "" {
		text, _, _ = strings.Cut(u.Text, "\n")
	}
	switch u.Kind {
	case corpus.KindRequisite, corpus.KindPreamble, corpus.KindContents, corpus.KindSignature:
		return o.e.kindName(u.Kind.String()) + ": " + text
	case corpus.KindTable:
		return strings.TrimSpace(o.e.kindName("table") + ": " + o.size(u) + " " + text)
	case corpus.KindAppendix:
		if u.Title != "" && u.Text != "" {
			first, _, _ := strings.Cut(u.Text, "\n")
			text = strings.TrimSpace(first) + " | " + u.Title
		}
	}
	return strings.TrimSpace(u.Label + " " + text)
}

// size is the number of rows and columns of a table.
func (o *outline) size(u *corpus.Unit) string {
	columns := 0
	for i := u.Span.Lo; i < u.Span.Hi; i++ {
		columns = max(columns, columnsOf(o.d.Source.Lines[i].Cells))
	}
	return fmt.Sprintf("%d × %d", len(u.Units), columns)
}

func columnsOf(cells []corpus.Cell) int {
	n := 0
	for _, c := range cells {
		n += max(c.Cols, 1)
	}
	return n
}

// counts says how many units of each kind below a level u has, and how many
// notes. Rows of tables and what stands in another unit with a line of its own
// are not u's.
func (o *outline) counts(u *corpus.Unit, below corpus.Kind) string {
	n := map[corpus.Kind]int{}
	notes, repealed := len(u.Notes), 0
	var walk func(*corpus.Unit)
	walk = func(u *corpus.Unit) {
		for _, c := range u.Units {
			if below != corpus.KindDocument && o.shown(c) {
				continue
			}
			n[c.Kind]++
			notes += len(c.Notes)
			if c.Repealed {
				repealed++
			}
			walk(c)
		}
	}
	walk(u)
	var parts []string
	for k := corpus.KindAppendix; k <= corpus.KindTable; k++ {
		if n[k] > 0 {
			parts = append(parts, o.e.countOf(k, n[k]))
		}
	}
	if notes > 0 {
		parts = append(parts, o.e.count(notes, "сноска", "сноски", "сносок", "note"))
	}
	if repealed > 0 {
		parts = append(parts, o.e.tr("исключено %d", "%d repealed", repealed))
	}
	return strings.Join(parts, ", ")
}

// nouns are the words of kinds after a number: one, two, five, and English.
var nouns = map[corpus.Kind][4]string{
	corpus.KindAppendix:   {"приложение", "приложения", "приложений", "appendice"},
	corpus.KindPart:       {"часть", "части", "частей", "part"},
	corpus.KindSection:    {"раздел", "раздела", "разделов", "section"},
	corpus.KindSubsection: {"подраздел", "подраздела", "подразделов", "subsection"},
	corpus.KindChapter:    {"глава", "главы", "глав", "chapter"},
	corpus.KindParagraph:  {"параграф", "параграфа", "параграфов", "paragraph"},
	corpus.KindArticle:    {"статья", "статьи", "статей", "article"},
	corpus.KindClause:     {"пункт", "пункта", "пунктов", "clause"},
	corpus.KindSubclause:  {"подпункт", "подпункта", "подпунктов", "subclause"},
	corpus.KindItem:       {"буква", "буквы", "букв", "item"},
	corpus.KindPassage:    {"абзац", "абзаца", "абзацев", "passage"},
	corpus.KindTable:      {"таблица", "таблицы", "таблиц", "table"},
}

// countOf is a number of units with the noun of their kind.
func (e *env) countOf(k corpus.Kind, n int) string {
	if k == corpus.KindAppendix && n == 1 && e.lang == "en" {
		return "1 appendix"
	}
	w := nouns[k]
	return e.count(n, w[0], w[1], w[2], w[3])
}

// outlineDepth is the level asked for, else articles, or clauses where there
// are none.
func (e *env) outlineDepth(d *corpus.Document, word string) (corpus.Kind, error) {
	if word == "" {
		for _, u := range d.All() {
			if u.Kind == corpus.KindArticle {
				return corpus.KindArticle, nil
			}
		}
		return corpus.KindClause, nil
	}
	russian := &env{lang: "ru"}
	for k := corpus.KindAppendix; k <= corpus.KindPassage; k++ {
		if strings.EqualFold(word, k.String()) || strings.EqualFold(word, russian.kindName(k.String())) {
			return k, nil
		}
	}
	return 0, usage(e.tr("уровня «%s» нет", "there is no level %q", word),
		e.tr("Есть: раздел, глава, статья, пункт, подпункт, буква, абзац",
			"There are: section, chapter, article, clause, subclause, item, passage"))
}
