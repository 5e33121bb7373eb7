package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

func (e *env) synonymsCommand() *cli.Command {
	return &cli.Command{
		Name: "synonyms", Aliases: []string{"синонимы"},
		Usage:     e.tr("синонимы и сокращения, по которым ищет svod search", "the synonyms and abbreviations that svod search looks for"),
		ArgsUsage: e.tr("[СЛОВО…]", "[WORD…]"),
		Description: e.tr(`Без слов показывает весь список, со словами, что найдётся вместе с ними. Список можно изменить:
--write кладёт его текстовым файлом в корпус (.svod/synonyms.txt); с этого времени действует только он.
Удалите файл, и снова действует встроенный список. В строке файла
  НПО = неправительственная организация = некоммерческая организация     находят друг друга
  больничный > временная нетрудоспособность                              слева направо, но не обратно
  # примечание                                                           не читается
Слово может стоять в нескольких строках: строки не складываются. Найденное по синониму отмечено.

Примеры:
  svod synonyms
  svod synonyms НПО зарплата
  svod synonyms --write
  svod search 'права НПО' --no-synonyms`, `Without words shows the whole list, with words what is found beside them. The list can be changed:
--write puts it as a text file into the corpus (.svod/synonyms.txt); from then on that file alone counts.
Remove it, and the built-in list counts again. In a line of the file
  НПО = неправительственная организация = некоммерческая организация     find each other
  больничный > временная нетрудоспособность                              from left to right only
  # a remark                                                             is not read
A word may stand in several lines: lines are not joined. What is found by a synonym is marked.

Examples:
  svod synonyms
  svod synonyms НПО зарплата
  svod synonyms --write
  svod search 'права НПО' --no-synonyms`),
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "write", Usage: e.tr("положить встроенный список в корпус, чтобы его менять", "put the built-in list into the corpus, to be changed")},
			&cli.BoolFlag{Name: "builtin", Usage: e.tr("встроенный список, хотя бы в корпусе был свой", "the built-in list, even if the corpus has its own")},
		}, e.outputFlags()...),
		Action: e.synonymsAction,
	}
}

func (e *env) synonymsAction(c *cli.Context) error {
	if c.Bool("write") {
		return e.writeSynonyms(c)
	}
	s, from := query.Starter(), ""
	if !c.Bool("builtin") {
		st, err := e.openCorpus(c, false)
		var none *exit
		switch {
		case err == nil:
			defer st.Close()
			if s, from, err = e.ownSynonyms(st, true); err != nil {
				return err
			}
		case !errors.As(err, &none) || c.IsSet("corpus"):
			return err
		}
	}
	name := e.tr("встроенный список", "the built-in list")
	if from != "" {
		name = from
	}
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if words := c.Args().Slice(); len(words) > 0 {
		return e.synonymsOfWords(c, s, strings.Join(words, " "), format)
	}
	if format == "text" && c.String("output") == "" {
		for _, g := range s.Groups() {
			fmt.Fprintln(e.stdout, groupLine(g))
		}
		e.say(e.tr("%s; откуда: %s.", "%s; from: %s."), e.count(len(s.Groups()), "строка", "строки", "строк", "line"), name)
		if from == "" {
			e.say("%s", e.tr("Изменить: svod synonyms --write", "To change it: svod synonyms --write"))
		} else if n := missingLines(query.Starter(), s); n > 0 {
			e.say(e.tr("Встроенных строк, которых в нём нет: %d (svod synonyms --builtin).", "Built-in lines that it doesn't have: %d (svod synonyms --builtin)."), n)
		}
		return nil
	}
	return e.output(c, e.synonymsReport(s, name))
}

// writeSynonyms puts the built-in list where it can be edited.
func (e *env) writeSynonyms(c *cli.Context) error {
	name := c.String("output")
	if name == "" {
		st, err := e.openCorpus(c, false)
		if err != nil {
			return err
		}
		defer st.Close()
		name = st.SynonymsFile()
	}
	if _, err := os.Lstat(name); err == nil && !c.Bool("force") {
		return usage(e.tr("свой список уже есть: %s", "there is a list already: %s", name),
			e.tr("Измените его в текстовом редакторе; заменить встроенным: --force", "Edit it; --force replaces it by the built-in one"))
	}
	// Notepad of older Windows breaks lines at CRLF only, and knows UTF-8 by its mark.
	text := "\ufeff" + strings.ReplaceAll(query.StarterText(), "\n", "\r\n")
	if err := e.saveAs(name, []byte(text), c.Bool("force")); err != nil {
		return err
	}
	fmt.Fprintln(e.stdout, name)
	e.say("%s", e.tr("Измените файл в текстовом редакторе; проверить: svod synonyms. Пока он есть, действует только он.",
		"Edit the file, and check it with svod synonyms. As long as it is there, it alone counts."))
	return nil
}

// synonyms are those that a search in a corpus looks for. Lines with faults are
// told and left out: they are no reason not to search.
func (e *env) synonyms(c *cli.Context, st *store.Store) (*query.Synonyms, error) {
	s, _, err := e.ownSynonyms(st, !c.Bool("quiet"))
	return s, err
}

// ownSynonyms are those of the corpus's own list with its name, else the
// built-in ones.
func (e *env) ownSynonyms(st *store.Store, say bool) (*query.Synonyms, string, error) {
	name := st.SynonymsFile()
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return query.Starter(), "", nil
	}
	if err != nil {
		return nil, "", err
	}
	e.inputFile(portable(name), data)
	s, faults := query.ReadSynonyms(name, data)
	for i, f := range faults {
		e.partial = true
		if i == maxFaults {
			e.say(e.tr("… и ещё %d", "… and %d more"), len(faults)-i)
			break
		}
		if say {
			e.say("%s", e.synonymError(f))
		}
	}
	return s, name, nil
}

// maxFaults is how many faulty lines of a list are told.
const maxFaults = 10

// groupLine is a line of a list.
func groupLine(g query.SynonymGroup) string {
	s := strings.Join(g.Words, " = ")
	if len(g.Found) > 0 {
		s += " > " + strings.Join(g.Found, " = ")
	}
	return s
}

// missingLines counts the lines of a that b has not.
func missingLines(a, b *query.Synonyms) int {
	have := map[string]bool{}
	for _, g := range b.Groups() {
		have[strings.ToLower(groupLine(g))] = true
	}
	n := 0
	for _, g := range a.Groups() {
		if !have[strings.ToLower(groupLine(g))] {
			n++
		}
	}
	return n
}

// synonymsOfWords tells what a query finds beside its words.
func (e *env) synonymsOfWords(c *cli.Context, s *query.Synonyms, text, format string) error {
	q, err := query.Parse(text, "")
	if err != nil {
		return err
	}
	used := q.Expand(s).Synonyms()
	if format == "json" {
		out := []usedJSON{}
		for _, u := range used {
			out = append(out, usedJSON{u.Of, u.Words})
		}
		return e.writeJSON(c, map[string]any{"query": text, "synonyms": out})
	}
	if len(used) == 0 {
		return &exit{exitNothing, e.tr("синонимов нет: %s", "no synonyms: %s", text), e.tr("Весь список: svod synonyms", "The whole list: svod synonyms")}
	}
	for _, u := range used {
		fmt.Fprintf(e.stdout, "%s → %s\n", u.Of, join(u.Words))
	}
	return nil
}

func (e *env) synonymsReport(s *query.Synonyms, name string) *table.Report {
	t := &table.Table{Caption: e.tr("Синонимы", "Synonyms"), Source: name, Widths: []float64{1, 6, 6},
		Head: [][]table.Cell{table.Heads(e.tr("Строка", "Line"), e.tr("Слова", "Words"), e.tr("Находят и", "Find, too"))}}
	type line struct {
		Line  int      `json:"line"`
		Words []string `json:"words"`
		Found []string `json:"found"`
	}
	lines := []line{}
	for _, g := range s.Groups() {
		t.Rows = append(t.Rows, []table.Cell{table.Int(g.Line), table.Text(strings.Join(g.Words, " = ")), table.Text(strings.Join(g.Found, " = "))})
		lines = append(lines, line{g.Line, g.Words, append([]string{}, g.Found...)})
	}
	return &table.Report{Title: t.Caption, Language: e.lang, Blocks: []table.Block{t}, Data: map[string]any{"source": name, "lines": lines}}
}

// isSynonym reports whether a match of a hit stands for other words.
func isSynonym(h index.Hit, m [2]int) bool {
	return slices.ContainsFunc(h.Synonyms, func(s index.Synonym) bool { return s.Match[0] <= m[0] && m[1] <= s.Match[1] })
}

// synonymsLine says what in a hit was found by synonyms: «НПО → неправительственных
// организаций».
func (w *selectionWords) synonymsLine(h index.Hit) string {
	var of []string
	found := map[string][]string{}
	for _, s := range h.Synonyms {
		text := oneLine(h.Text[s.Match[0]:s.Match[1]])
		if found[s.Of] == nil {
			of = append(of, s.Of)
		}
		if !slices.ContainsFunc(found[s.Of], func(t string) bool { return strings.EqualFold(t, text) }) {
			found[s.Of] = append(found[s.Of], text)
		}
	}
	if len(of) == 0 {
		return ""
	}
	var parts []string
	for _, o := range of {
		parts = append(parts, o+" → "+join(found[o]))
	}
	if h.BySynonym {
		return fill(w.BySynonym, strings.Join(parts, "; "))
	}
	return fill(w.WithSynonyms, strings.Join(parts, "; "))
}

// synonymsOf are the synonyms of a query in one line.
func synonymsOf(used []query.Synonym) string {
	var parts []string
	for _, s := range used {
		parts = append(parts, s.Of+" → "+join(s.Words))
	}
	return strings.Join(parts, "; ")
}

// synonymError says what is wrong with a line of a list of synonyms.
func (e *env) synonymError(x *query.SynonymError) string {
	at := x.File
	if x.Line > 0 {
		at += e.tr(", строка %d", ", line %d", x.Line)
	}
	arg := argsOf(x.Args)
	s := ""
	switch x.Code {
	case "encoding":
		s = e.noUTF8()
	case "too-large":
		s = e.tr("список слишком велик; дальше %s он не читается", "the list is too large; it is not read beyond %s", arg(0))
	case "no-sign":
		s = e.tr("нет знака =. Пишите так: НПО = неправительственная организация", "there is no =. Write: НПО = неправительственная организация")
	case "two-arrows":
		s = e.tr("знак > в строке бывает один", "a line has one > at most")
	case "missing":
		s = e.tr("с одной стороны знака нет слов", "there are no words on one side of a sign")
	case "bad-word":
		s = e.tr("«%s» не слово: в нём нет букв", "%q is no word: it has no letters", arg(0))
	case "comma":
		s = e.tr("«%s»: разделяйте синонимы знаком =, а не запятой", "%q: part synonyms by =, not by commas", arg(0))
	case "operator":
		s = e.tr("«%s»: знака %s в списке не бывает, пишите только слова", "%q: the sign %s has no meaning here, write words only", arg(0), arg(1))
	case "too-long":
		s = e.tr("«%s»: не больше %s слов в синониме", "%q: a synonym has at most %s words", arg(0), arg(1))
	case "too-many":
		s = e.tr("не больше %s синонимов в строке; разбейте её на несколько", "at most %s synonyms in a line; make several of it", arg(0))
	default:
		s = spaced(append([]string{x.Code}, x.Args...)...)
	}
	return at + ": " + s + e.tr(" (строка пропущена)", " (the line is left out)")
}
