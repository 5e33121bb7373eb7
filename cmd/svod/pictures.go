package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
)

// isPicture tells whether a format holds one chart of a report.
func isPicture(format string) bool { return slices.Contains(table.Pictures(), format) }

// pictures writes the charts of a report as SVG or PNG: the one that --chart
// names, the only one, or all of them as name-1.svg, name-2.svg …
func (e *env) pictures(c *cli.Context, p *table.Printer, r *table.Report, format string) error {
	charts, out := r.Charts(), c.String("output")
	toFile := out != "" && out != "-"
	n := c.Int("chart")
	switch {
	case len(charts) == 0:
		return usage(e.tr("в этом отчёте нет диаграмм: записать в %s нечего", "this report has no charts to write as %s", strings.ToUpper(format)),
			e.tr("Таблицы пишут в DOCX, XLSX, HTML, CSV, Markdown, текст и JSON: -o ИМЯ.docx", "Tables are written as DOCX, XLSX, HTML, CSV, Markdown, text and JSON: -o NAME.docx"))
	case c.IsSet("chart") && (n < 1 || n > len(charts)):
		return usage(e.tr("диаграммы %d нет", "there is no chart %d", n), e.chartList(charts))
	case !toFile && format == "png" && isTerminal(e.stdout):
		return usage(e.tr("PNG не печатают на экран", "PNG is not for the screen"),
			e.tr("Укажите файл: -o рисунок.png", "Name a file: -o figure.png"))
	case !toFile && n == 0 && len(charts) > 1:
		return usage(e.tr("диаграмм несколько: %d", "there are several charts: %d", len(charts)),
			e.tr("Укажите файл (-o рисунок.%s даст рисунок-1.%[1]s, рисунок-2.%[1]s …) или номер: --chart N", "Name a file (-o figure.%s gives figure-1.%[1]s, figure-2.%[1]s …) or a number: --chart N", format)+"\n"+e.chartList(charts))
	}
	one := func(n int) ([]byte, error) {
		q := *p
		q.Chart = n
		var b bytes.Buffer
		err := q.Write(&b, format, r)
		return b.Bytes(), err
	}
	if n > 0 || len(charts) == 1 {
		data, err := one(max(n, 1))
		if err != nil {
			return err
		}
		return e.save(c, data)
	}
	ext := filepath.Ext(out)
	var names []string
	for i := range charts {
		names = append(names, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(out, ext), i+1, ext))
	}
	if !c.Bool("force") {
		for _, name := range names { // all or none
			if err := e.free(name); err != nil {
				return err
			}
		}
	}
	for i, name := range names {
		data, err := one(i + 1)
		if err != nil {
			return err
		}
		if err := e.saveAs(name, data, c.Bool("force")); err != nil {
			return err
		}
	}
	if !c.Bool("quiet") {
		e.say("%s", e.tr("Записано: %s", "Written: %s", join(names)))
	}
	return nil
}

// chartList lists the charts of a report by number.
func (e *env) chartList(charts []*table.Chart) string {
	lines := []string{e.tr("Диаграммы отчёта:", "Charts of the report:")}
	for i, c := range charts {
		lines = append(lines, fmt.Sprintf("  %d  %s", i+1, c.Caption))
	}
	return strings.Join(lines, "\n")
}
