package main

import (
	"cmp"
	"slices"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/content"
	"svod/compare/table"
	"svod/corpus"
)

// A section is a part of the report on several acts side by side, which an
// option of compare asks for.
type section struct {
	option string
	ru, en string
	make   func([]*corpus.Document, compare.Options) *table.Report
}

var sections = []section{
	{"profile", "профили актов рядом: размер, модальность норм и кто обязан, сроки, ссылки, термины",
		"profiles of acts side by side: size, modality and who is obliged, deadlines, references, terms",
		func(docs []*corpus.Document, o compare.Options) *table.Report {
			return content.Profiles(docs).Report(content.SectionOptions{Language: o.Lang})
		}},
	{"definitions", "определения: один термин, его текст в каждом акте, где различаются",
		"definitions: one term, its text in each act, where they differ",
		func(docs []*corpus.Document, o compare.Options) *table.Report {
			return content.FindDefinitions(docs).Report(content.SectionOptions{Language: o.Lang})
		}},
	{"conflicts", "проверьте: нормы разных актов об одном, которые различаются модальностью, числом, сроком или адресатом",
		"to be checked: provisions of different acts on one matter that differ in modality, number, deadline or addressee",
		func(docs []*corpus.Document, o compare.Options) *table.Report {
			return content.FindConflicts(docs).Report(content.SectionOptions{Language: o.Lang})
		}},
	{"duplicates", "нормы, которые повторяют друг друга, и доля каждого акта, повторённая в другом",
		"provisions that repeat each other, and the share of each act that another one repeats",
		func(docs []*corpus.Document, o compare.Options) *table.Report {
			return compare.Duplicates(docs).Report(o)
		}},
}

func (e *env) sectionFlags() []cli.Flag {
	var fs []cli.Flag
	for _, s := range sections {
		fs = append(fs, &cli.BoolFlag{Name: s.option, Usage: e.tr(s.ru, s.en)})
	}
	return fs
}

// sections returns those that were asked for. They go together with each
// other, not with another kind of comparison.
func (e *env) sections(c *cli.Context) ([]section, error) {
	var chosen []section
	for _, s := range sections {
		if c.Bool(s.option) {
			chosen = append(chosen, s)
		}
	}
	if chosen == nil {
		return nil, nil
	}
	if err := e.apart(c, chosen[0].option, "topics", "base", "all", "notes", "brief", "exit-code", "form", "crosswalk", "redline", "keep"); err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(chosen, func(s section) bool { return s.option != "duplicates" }); i >= 0 && c.IsSet("template") {
		return nil, usage(e.tr("--%s и --template не сочетаются", "--%s and --template do not go together", chosen[i].option),
			e.tr("Шаблон меняет слова таблиц редакций и повторов", "A template changes the words of the tables of editions and of duplicates"))
	}
	return chosen, nil
}

// sideBySide makes one report of the sections.
func (e *env) sideBySide(c *cli.Context, docs []*corpus.Document, chosen []section, o compare.Options) *table.Report {
	o.Lang = cmp.Or(o.Lang, docs[0].Meta.Language)
	var all *table.Report
	data := map[string]any{}
	for _, s := range chosen {
		r := s.make(docs, o)
		data[s.option] = r.Data
		if all == nil {
			all = r
			if len(chosen) > 1 {
				all.Blocks = append([]table.Block{table.Heading(1, r.Title)}, all.Blocks...)
				all.Title = compare.TemplateFor(o.Form, o.Lang).ActsTitle
			}
			continue
		}
		all.Blocks = append(append(all.Blocks, table.Heading(1, r.Title)), r.Blocks...)
	}
	all.Title = cmp.Or(c.String("title"), all.Title)
	all.Data = data
	return all
}
