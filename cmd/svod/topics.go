package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/corpus"
)

// wantsTopics reports whether the table by topic is asked for, and refuses what
// does not go with it.
func (e *env) wantsTopics(c *cli.Context) (bool, error) {
	if !c.IsSet("topics") {
		if c.IsSet("brief") {
			return false, usage(e.tr("--brief нужен только таблице по темам", "--brief is for the table by topic only"),
				e.tr("Назовите и кодификатор тем: --topics ФАЙЛ", "Name the codebook of topics, too: --topics FILE"))
		}
		return false, nil
	}
	if c.String("topics") == "" {
		return false, usage(e.tr("после --topics нужен файл кодификатора", "--topics needs the file of a codebook"),
			e.tr("Образец: codebooks/topics.yaml в папке, которую делает svod demo", "There is an example, codebooks/topics.yaml, in the folder that svod demo makes"))
	}
	return true, e.apart(c, "topics", "base", "all", "notes", "exit-code", "form", "crosswalk", "redline", "profile", "definitions", "conflicts", "duplicates")
}

// topics makes the table of several acts by topic.
func (e *env) topics(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	cb, err := e.codebook(c.String("topics"))
	if err != nil {
		return err
	}
	options := content.TopicOptions{Title: c.String("title"), Language: c.String("table-lang"), Brief: c.Bool("brief")}
	if name := c.String("template"); name != "" {
		data, err := e.readFile(name)
		if err != nil {
			return err
		}
		if options.Template, err = content.LoadTemplate(name, data); err != nil {
			return err
		}
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, c.Args().Slice())
	if err != nil {
		return err
	}
	for i, d := range docs {
		if slices.ContainsFunc(docs[:i], func(other *corpus.Document) bool { return other.ID == d.ID }) {
			return usage(e.tr("%s и %s – один и тот же файл", "%s and %s are one file", c.Args().Get(i), content.Title(d)),
				e.tr("Назовите каждый акт один раз", "Name each act once"))
		}
	}
	if len(docs) < 2 {
		return usage(e.tr("таблице по темам нужны хотя бы два акта, назван один", "the table by topic needs two acts at least, there is one"),
			e.tr("Категории в одном акте находит svod count %s АКТ", "svod count %s ACT finds the categories in a single act", c.String("topics")))
	}
	for cat := range cb.All() {
		if len(cat.Any) == 0 && len(cat.Children) == 0 {
			e.say(e.tr("%s: у категории «%s» нет шаблонов (any), норм по ней не будет", "%s: the category %q has no patterns (any): nothing will be found on it"), cb.File, cat.Name)
		}
	}
	return e.output(c, content.Topics(cb, docs, options).Report())
}
