package main

import (
	"errors"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/content"
	"svod/compare/stat"
	"svod/compare/table"
	"svod/corpus"
)

func (e *env) keynessCommand() *cli.Command {
	return &cli.Command{
		Name: "keyness", Aliases: []string{"ключевые"},
		Usage:     e.tr("ключевые слова: чем одни тексты отличаются от других", "key words: what tells some texts from others"),
		ArgsUsage: e.tr("[ДОК…]", "[DOC…]"),
		Description: e.tr(`Сравнивает слова целевых текстов со словами текстов сравнения: логарифмическое правдоподобие G² по двум
и по четырём ячейкам со знаком, χ², двоичный логарифм отношения частот, p с поправкой на число сравнений; рядом
частоты обеих сторон и сколько в них всего слов. Целевые тексты – названные ДОК или документы корпуса, у которых
--by КЛЮЧ=ЗНАЧЕНИЕ; сравнение – --against (ДОК или КЛЮЧ=ЗНАЧЕНИЕ), иначе все остальные документы корпуса.
--by КЛЮЧ без значения сравнивает каждую группу с остальными. Те же формулы по набранным числам: svod stat keyness.

Примеры:
  svod keyness --by region=Астана --where type=report -o ключевые.xlsx
  svod keyness отчёт-2021.docx --against отчёт-2019.docx --against отчёт-2020.docx --content`, `Compares the words of target texts with those of reference texts: log-likelihood G² of two and of four cells with
its sign, χ², the binary logarithm of the ratio of frequencies, p corrected for the number of tests; beside them the
frequencies of both sides and how many words each has. The target is the DOC named, or the documents of the corpus with
--by KEY=VALUE; the reference is --against (DOC or KEY=VALUE), else all other documents of the corpus. --by KEY without
a value compares each group with the others. The same formulas on numbers that are typed in: svod stat keyness.

Examples:
  svod keyness --by region=Астана --where type=report -o keywords.xlsx
  svod keyness report-2021.docx --against report-2019.docx --against report-2020.docx --content`),
		Flags: append(append(append(e.wordFlags(),
			&cli.StringSliceFlag{Name: "by", Usage: e.tr("целевые тексты: `КЛЮЧ=ЗНАЧЕНИЕ`, можно несколько; или КЛЮЧ: каждая группа с остальными", "target texts: `KEY=VALUE`, may be repeated; or KEY: each group with the others")},
			&cli.StringSliceFlag{Name: "against", Usage: e.tr("тексты сравнения: `ДОК` или КЛЮЧ=ЗНАЧЕНИЕ; можно несколько", "reference texts: `DOC` or KEY=VALUE; may be repeated")},
			&cli.IntFlag{Name: "min", Value: 3, Usage: e.tr("слова, которые встретились не меньше `N` раз в тех и других вместе", "words that occur at least `N` times in both together")},
			e.correctFlag(),
		), append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.keyness,
	}
}

// correctFlag chooses how p-values of many tests are corrected.
func (e *env) correctFlag() cli.Flag {
	return &cli.StringFlag{Name: "correction", Aliases: []string{"correct"}, Value: string(stat.Holm), Usage: e.tr("`ПОПРАВКА` p на число сравнений: holm, bonferroni, bh или none",
		"`CORRECTION` of p for many tests: holm, bonferroni, bh or none")}
}

func (e *env) correction(c *cli.Context) (stat.Correction, error) {
	var known []string
	for _, k := range stat.Corrections {
		if known = append(known, string(k)); string(k) == c.String("correction") {
			return k, nil
		}
	}
	return "", usage(e.tr("поправки «%s» нет", "there is no correction %q", c.String("correction")), e.meant(c.String("correction"), known)+e.tr("Есть: ", "There are: ")+join(known))
}

// A comparison is two sets of texts to set against each other.
type comparison struct {
	target, reference         []*corpus.Document
	targetName, referenceName string
	rest                      bool // the reference is all other documents
}

func (e *env) keyness(c *cli.Context) error {
	opts := content.KeynessOptions{Exact: c.Bool("exact"), Content: c.Bool("content"), Min: c.Int("min"), Limit: c.Int("limit"), Language: c.String("table-lang")}
	for _, name := range []string{"min", "limit"} {
		if err := e.atLeast(c, name, 0, -1); err != nil {
			return err
		}
	}
	var err error
	if opts.Correction, err = e.correction(c); err != nil {
		return err
	}
	if opts.Without, err = e.without(c); err != nil {
		return err
	}
	if err := e.tableLang(c); err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	sides, err := e.sides(c, lib)
	if err != nil {
		return err
	}
	for _, s := range sides {
		for _, docs := range [][]*corpus.Document{s.target, s.reference} {
			if kinds := content.Kinds(docs); len(kinds) > 1 {
				return usage(e.tr("на одной стороне документы разных видов советов (%s): они не суммируются", "one side has documents of several kinds of councils (%s), which are never summed", join(kinds)),
					e.tr("Отберите один вид: --where вид_совета=…; или сравните виды: --by вид_совета", "Select one kind: --where вид_совета=…; or compare the kinds: --by вид_совета"))
			}
		}
	}
	var whole *table.Report
	var data []any
	for _, s := range sides {
		opts.Target, opts.Reference, opts.Rest = s.targetName, s.referenceName, s.rest
		k := content.FindKeyness(s.target, s.reference, opts)
		if k.Target.Words == 0 || k.Reference.Words == 0 {
			return &exit{exitNothing, e.tr("сравнивать нечего: в текстах одной из сторон нет слов", "nothing to compare: one side has no words"),
				e.tr("Целевые тексты: слов %d; тексты сравнения: слов %d", "Target: %d words; reference: %d words", k.Target.Words, k.Reference.Words)}
		}
		r := k.Report()
		data = append(data, k.Data())
		if whole == nil {
			whole = r
			continue
		}
		whole.Blocks = append(whole.Blocks, r.Blocks...)
		whole.Data = data
	}
	return e.output(c, whole)
}

// sides finds what is compared with what.
func (e *env) sides(c *cli.Context, lib *library) ([]comparison, error) {
	by, names := c.StringSlice("by"), c.Args().Slice()
	switch {
	case len(by) > 0 && len(names) > 0:
		return nil, usage(e.tr("целевые тексты названы дважды: ДОК и --by", "the target is named twice: DOC and --by"), e.helpHint(c.Command))
	case len(by) == 0 && len(names) == 0:
		return nil, usage(e.tr("не сказано, какие тексты сравнивать", "it is not said which texts to compare"),
			e.tr("Назовите документы или признак: --by region=Астана", "Name documents, or an attribute: --by region=Астана"))
	case len(by) == 1 && !strings.Contains(by[0], "="):
		return e.groups(c, lib, by[0])
	}
	s := comparison{targetName: join(by)}
	var err error
	var rest []*corpus.Document // of the corpus
	all := func() ([]*corpus.Document, error) {
		if rest == nil {
			rest, err = lib.docs(c.Context, nil)
		}
		return rest, err
	}
	if len(names) > 0 {
		if s.target, err = lib.docs(c.Context, names); err != nil {
			return nil, err
		}
		if len(names) == 1 {
			s.targetName = content.Title(s.target[0])
		}
	} else if s.target, err = e.having(all, by); err != nil {
		return nil, err
	}
	var conditions, named []string
	for _, a := range c.StringSlice("against") {
		if _, err := os.Stat(a); err != nil && strings.Contains(a, "=") {
			conditions = append(conditions, a)
		} else {
			named = append(named, a)
		}
	}
	if len(named) > 0 {
		if s.reference, err = lib.docs(c.Context, named); err != nil {
			return nil, err
		}
		if len(named) == 1 && len(conditions) == 0 {
			s.referenceName = content.Title(s.reference[0])
			if len(names) == 1 { // two editions have one title
				both := compare.Names([]*corpus.Document{s.target[0], s.reference[0]})
				s.targetName, s.referenceName = both[0], both[1]
			}
		}
	}
	if len(conditions) > 0 {
		more, err := e.having(all, conditions)
		if err != nil {
			return nil, err
		}
		s.reference = append(s.reference, more...)
		s.referenceName = join(append(conditions, named...))
	}
	if len(named)+len(conditions) == 0 {
		docs, err := all()
		if x := (*exit)(nil); errors.As(err, &x) {
			x.hint += e.tr("; или назовите тексты сравнения: --against ДОК", "; or name the reference: --against DOC")
		}
		if err != nil {
			return nil, err
		}
		s.reference = except(docs, s.target)
		s.rest = true
	} else if both := len(s.reference) - len(except(s.reference, s.target)); both > 0 {
		return nil, usage(e.tr("один и тот же документ среди целевых и среди сравнения: %d", "the same document is on both sides: %d", both), e.helpHint(c.Command))
	}
	if len(s.reference) == 0 {
		return nil, &exit{exitNothing, e.tr("сравнивать не с чем: других документов нет", "nothing to compare with: there are no other documents"),
			e.tr("Назовите тексты сравнения: --against ДОК", "Name the reference: --against DOC")}
	}
	return []comparison{s}, nil
}

// groups sets each group of documents against the others.
func (e *env) groups(c *cli.Context, lib *library, key string) ([]comparison, error) {
	if c.IsSet("against") {
		return nil, usage(e.tr("--by %s сравнивает каждую группу с остальными: --against лишний", "--by %s compares each group with the others: leave out --against", key), e.helpHint(c.Command))
	}
	docs, err := lib.docs(c.Context, nil)
	if err != nil {
		return nil, err
	}
	if docs, err = e.countable(c, docs, "by", []string{key}); err != nil {
		return nil, err
	}
	names, groups := content.GroupsBy(docs, key)
	if len(names) < 2 {
		return nil, &exit{exitNothing, e.tr("по признаку «%s» групп меньше двух", "there are less than two groups by %q", key),
			e.tr("Какие признаки есть: svod list --format json", "What attributes there are: svod list --format json")}
	}
	var out []comparison
	for i, g := range groups {
		out = append(out, comparison{g, except(docs, g), key + "=" + names[i], "", true})
	}
	return out, nil
}

// having are the documents for which KEY=VALUE holds; several values of one key
// mean any of them.
func (e *env) having(all func() ([]*corpus.Document, error), conditions []string) ([]*corpus.Document, error) {
	where, err := e.pairs(conditions)
	if err != nil {
		return nil, err
	}
	docs, err := all()
	if err != nil {
		return nil, err
	}
	var out []*corpus.Document
	for _, d := range docs {
		ok := map[string]bool{}
		for _, p := range where {
			ok[p.key] = ok[p.key] || strings.EqualFold(content.Attribute(d, p.key), p.value)
		}
		fits := true
		for _, v := range ok {
			fits = fits && v
		}
		if fits {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return nil, &exit{exitNothing, e.tr("нет документов, у которых %s", "no document has %s", join(conditions)), e.tr("Что есть: svod list", "What is there: svod list")}
	}
	return out, nil
}

// except are the documents that are not among others.
func except(docs, others []*corpus.Document) []*corpus.Document {
	ids := map[string]bool{}
	for _, d := range others {
		ids[d.ID] = true
	}
	var out []*corpus.Document
	for _, d := range docs {
		if !ids[d.ID] {
			out = append(out, d)
		}
	}
	return out
}
