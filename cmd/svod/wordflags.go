package main

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/corpus"
	"svod/corpus/query"
)

// pattern reads a pattern that was typed.
func (e *env) pattern(c *cli.Context, text string) (*query.Query, error) {
	q, err := query.ParsePattern(text, "", nil)
	var syntax *query.SyntaxError
	if errors.As(err, &syntax) {
		return nil, usage(e.tr("запрос не понят: ", "the query is not understood: ")+e.syntax(syntax),
			caret(text, syntax.Offset)+"\n"+e.tr("Справка: svod help запрос", "Help: svod help query"))
	}
	return q, err
}

// texts are the documents named, else those of the corpus. The caller closes
// what was opened.
func (e *env) texts(c *cli.Context, names []string) ([]*corpus.Document, func(), error) {
	if err := e.tableLang(c); err != nil {
		return nil, nil, err
	}
	lib := &library{e: e, c: c}
	docs, err := lib.docs(c.Context, names)
	if err != nil {
		lib.close()
		return nil, nil, err
	}
	return docs, lib.close, nil
}

// atLeast refuses a number that is out of its range; most < 0 means no end.
func (e *env) atLeast(c *cli.Context, name string, least, most int) error {
	switch n := c.Int(name); {
	case n < least:
		return usage(e.tr("--%s не бывает меньше %d", "--%s cannot be less than %d", name, least), e.helpHint(c.Command))
	case most >= 0 && n > most:
		return usage(e.tr("--%s не бывает больше %d", "--%s cannot be more than %d", name, most), e.helpHint(c.Command))
	}
	return nil
}

// wordFlags choose what words are counted.
func (e *env) wordFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "exact", Usage: e.tr("считать словоформы, а не основы", "count word forms, not stems")},
		&cli.BoolFlag{Name: "content", Usage: e.tr("не показывать служебные слова и числа", "leave out function words and numbers")},
		&cli.StringFlag{Name: "without", Usage: e.tr("не показывать слова из `ФАЙЛА` (по одному в строке)", "leave out the words of a `FILE` (one a line)")},
		&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 50, Usage: e.tr("не больше `N` слов; 0 все", "at most `N` words; 0 all")},
	}
}

// A listedWord is a line of a list of words.
type listedWord struct {
	line int
	text string
}

// wordList reads a file of words or patterns, one a line; a line that begins
// with «# » is a remark.
func (e *env) wordList(name string) ([]listedWord, error) {
	if name == "" {
		return nil, nil
	}
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return nil, usage(e.tr("%s – не текст в UTF-8", "%s is no text in UTF-8", name),
			e.tr("Сохраните список как «Текст Юникод (UTF-8)»: одно слово или шаблон в строке", "Save the list as text in UTF-8: a word or a pattern a line"))
	}
	var out []listedWord
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if line = strings.TrimSpace(line); line != "" && line != "#" && !strings.HasPrefix(line, "# ") {
			out = append(out, listedWord{n, line})
		}
	}
	if len(out) == 0 {
		return nil, usage(e.tr("в файле %s нет слов", "there are no words in %s", name), e.tr("Запишите по одному слову в строке", "Write a word a line"))
	}
	return out, nil
}

// without reads the words that are left out.
func (e *env) without(c *cli.Context) ([]string, error) {
	lines, err := e.wordList(c.String("without"))
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out, err
}

// patterns reads the patterns that were typed, and those of a file.
func (e *env) patterns(c *cli.Context) ([]content.WordPattern, error) {
	file := c.String("patterns")
	lines, err := e.wordList(file)
	if err != nil {
		return nil, err
	}
	var all []listedWord
	for _, text := range c.StringSlice("pattern") {
		all = append(all, listedWord{0, text})
	}
	var out []content.WordPattern
	seen := map[string]bool{}
	for _, l := range append(all, lines...) {
		if seen[l.text] {
			continue
		}
		seen[l.text] = true
		q, err := e.pattern(c, l.text)
		if x := (*exit)(nil); errors.As(err, &x) && l.line > 0 {
			x.text = e.tr("%s, строка %d: %s", "%s, line %d: %s", file, l.line, x.text)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, content.WordPattern{Text: l.text, Query: q})
	}
	return out, nil
}
