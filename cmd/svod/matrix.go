package main

import (
	"context"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"svod/compare/bodies"
	"svod/compare/content"
	"svod/compare/figures"
)

func (e *env) matrixCommand() *cli.Command {
	return &cli.Command{
		Name: "matrix", Aliases: []string{"матрица"},
		Usage:     e.tr("матрицы «орган × показатель»: регионы и центральные органы порознь", "matrices of bodies × indicators: regions and central bodies apart"),
		ArgsUsage: e.tr("ИССЛЕДОВАНИЕ.yaml [ДОК…]", "STUDY.yaml [DOC…]"),
		Description: e.tr(`Ставит рядом органы из реестра по показателям, которые описаны в YAML: наличие (по категориям кодификатора),
число и доля (что называют отчёты), наблюдение (что внесли люди). В ячейке да, частично, нет или нет данных, и за
каждой стоит цитата, источник или то, что искали. Выходят наличие отчётов, сводная матрица, тепловая карта, рейтинг
по индексу с весами, все значения с основаниями, расхождения. Виды советов (split) никогда не смешиваются.
Без ДОК берёт документы корпуса. Пример файла: study/public-councils.yaml в папке, которую делает svod demo.

Примеры:
  svod matrix study/public-councils.yaml -o матрица.docx
  svod matrix study/ngo-councils.yaml --where year=2024 --cards -o советы-НПО.xlsx`,
			`Sets the bodies of a register side by side by the indicators of a YAML file: presence (by categories of a codebook),
numbers and shares (what reports state), observations (what people entered). A cell is yes, partly, no or no data, and
behind each stands a quote, a source, or what was tried. Out come the availability of reports, the consolidated matrix,
a heat map, a rating by a weighted index, all values with their evidence, discrepancies. Kinds of councils (split) are never mixed.
Without DOC the documents of the corpus are taken. An example: study/public-councils.yaml in the folder that svod demo makes.

Examples:
  svod matrix study/public-councils.yaml -o matrix.docx
  svod matrix study/ngo-councils.yaml --where year=2024 --cards -o councils.xlsx`),
		Flags: append(append([]cli.Flag{
			&cli.BoolFlag{Name: "cards", Usage: e.tr("карточка каждого органа отдельной таблицей", "a card of each body, a table of its own")},
		}, append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.matrixAction,
	}
}

func (e *env) matrixAction(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	src, err := e.study(c, c.Args().First())
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	if src.Study.Reads() {
		if src.Docs, err = lib.docs(c.Context, c.Args().Tail()); err != nil {
			return err
		}
		if err := src.Study.Mixed(src.Docs); err != nil {
			return err
		}
	}
	result := bodies.Build(src)
	if n := len(result.Unplaced()); n > 0 && !c.Bool("quiet") {
		e.say(e.tr("Не узнано, в какую матрицу отнести документов: %d из %d; какие и почему – в последней таблице. Проверить органы: svod bodies match",
			"Documents of which it is not known into which matrix they go: %d of %d; which and why, see the last table. Check the bodies: svod bodies match"), n, len(src.Docs))
	}
	return e.output(c, result.Report(bodies.ReportOptions{Language: c.String("table-lang"), Cards: c.Bool("cards")}))
}

// study reads a study and the files that it names, which lie beside it.
func (e *env) study(c *cli.Context, name string) (bodies.Sources, error) {
	var src bodies.Sources
	data, err := e.readFile(name)
	if err != nil {
		return src, err
	}
	if src.Study, err = bodies.LoadStudy(name, data); err != nil {
		return src, err
	}
	beside := func(file string) string {
		if filepath.IsAbs(file) {
			return file
		}
		return filepath.Join(filepath.Dir(name), filepath.FromSlash(file))
	}
	register := src.Study.Register
	if register != bodies.Starter {
		register = beside(register)
	}
	if src.Register, err = e.bodyRegister(c, register); err != nil {
		return src, err
	}
	if src.Study.Codebook != "" {
		if src.Codebook, src.Figures, err = e.studyCodebook(c.Context, beside(src.Study.Codebook), src.Study); err != nil {
			return src, err
		}
	}
	if err := src.Study.CheckStudy(src.Codebook, src.Figures); err != nil {
		return src, err
	}
	for _, file := range src.Study.Observations {
		rows, err := e.firstSheet(c, beside(file))
		if err != nil {
			return src, err
		}
		obs, err := src.Study.LoadObservations(beside(file), rows, src.Register)
		if err != nil {
			return src, err
		}
		src.Observations = append(src.Observations, obs...)
	}
	return src, nil
}

// studyCodebook reads what a study needs of a codebook: its categories, its
// indicators, or both.
func (e *env) studyCodebook(ctx context.Context, name string, s *bodies.Study) (cb *content.Codebook, set *figures.Set, err error) {
	categories, numbers := s.Needs()
	if categories {
		if cb, err = e.codebook(name); err != nil {
			return nil, nil, err
		}
	}
	if numbers {
		set, err = e.indicatorSet(ctx, name)
	}
	return cb, set, err
}
