package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/store"
)

func (e *env) addCommand() *cli.Command {
	return &cli.Command{
		Name: "add", Aliases: []string{"добавить"},
		Usage:     e.tr("добавить файлы и папки в корпус", "add files and folders to the corpus"),
		ArgsUsage: e.tr("ФАЙЛ|ПАПКА…", "FILE|DIR…"),
		Description: e.tr(`Читает файлы (PDF, DOCX, HTML, Markdown, текст в любой кодировке, JSON), разбирает их
до подпункта и хранит в корпусе. Если корпуса ещё нет, создаёт его в текущей папке.
Уже добавленный файл ничего не меняет; новая редакция того же акта узнаётся.
То, что не удалось прочитать, названо с причиной; остальное добавляется (код 3).

Примеры:
  svod add законы/ отчёты/
  svod add отчёт.pdf --set region=Акмолинская --set year=2016
  svod add отчёты/ --attributes реестр.csv     столбцы: file;region;level;year`,
			`Reads files (PDF, DOCX, HTML, Markdown, text in any encoding, JSON), parses them down to
the subclause and keeps them in the corpus. Makes a corpus in the current folder if there is none.
A file that is there already changes nothing; a new edition of an act is recognised.
What can't be read is named with the reason; the rest is added (exit code 3).

Examples:
  svod add laws/ reports/
  svod add report.pdf --set region=Akmola --set year=2016
  svod add reports/ --attributes register.csv    columns: file;region;level;year`),
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "set", Usage: e.tr("`КЛЮЧ=ЗНАЧЕНИЕ` для всех добавляемых", "`KEY=VALUE` for all that is added")},
			&cli.StringSliceFlag{Name: "attributes", Usage: e.tr("`CSV` с признаками файлов: file;region;…; можно несколько", "a `CSV` with attributes of files: file;region;…; may be repeated")},
		}, e.readFlags()...),
		Action: e.add,
	}
}

// An intake is what became of one file of an add.
type intake struct {
	name     string
	added    store.Added
	warnings []corpus.Warning
	problems int
	err      error
}

func (e *env) add(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	start := time.Now()
	common, err := e.pairs(c.StringSlice("set"))
	if err != nil {
		return err
	}
	var register map[string][]pair
	for _, name := range c.StringSlice("attributes") {
		more, err := e.register(name)
		if err != nil {
			return err
		}
		if register == nil {
			register = map[string][]pair{}
		}
		for file, pairs := range more {
			register[file] = append(register[file], pairs...)
		}
	}
	st, err := e.openCorpus(c, true)
	if err != nil {
		return err
	}
	defer st.Close()

	names := slices.DeleteFunc(files(c.Args().Slice()), func(name string) bool {
		return slices.ContainsFunc(c.StringSlice("attributes"), func(a string) bool { return sameFile(name, a) })
	})
	intakes := make([]intake, len(names))
	bar := e.bar(c, len(names), e.tr("чтение", "reading"))
	g, ctx := errgroup.WithContext(c.Context)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		g.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			attributes := append(append([]pair{}, common...), register[filepath.Base(name)]...)
			intakes[i] = e.addFile(ctx, c, st, name, attributes, bar)
			bar.Add(1)
			return ctx.Err()
		})
	}
	err = g.Wait()
	bar.Finish()
	e.reportIntakes(c, intakes, len(names))
	if err != nil {
		return err
	}
	e.reportRegister(register, names)
	if err := rememberRefused(c.Context, st, intakes); err != nil {
		return err
	}

	stats, err := e.sync(c, st)
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		e.say(e.tr("Корпус: %s. Время %s, память %s, указатель %s на %s текста.",
			"Corpus: %s. Time %s, memory %s, index %s over %s of text."), st.Dir(),
			e.seconds(time.Since(start)), e.bytes(peakMemory()), e.bytes(stats.index), e.bytes(stats.text))
	}
	return nil
}

// addFile reads one file and stores it.
func (e *env) addFile(ctx context.Context, c *cli.Context, st *store.Store, name string, attributes []pair, bar *progressbar.ProgressBar) intake {
	x, err := e.reader(c, name)
	if err != nil {
		return intake{name: name, err: err}
	}
	// Pages that are recognised take seconds each: the one bar tells of them.
	x.Progress = func(done, total int) {
		what := e.tr("чтение", "reading")
		if done < total {
			what = fmt.Sprintf(e.tr("распознавание %s, страница %d из %d", "recognising %s, page %d of %d"), filepath.Base(name), done+1, total)
		}
		bar.Describe(what)
	}
	r, err := read(ctx, x, name)
	if err != nil {
		return intake{name: name, err: err}
	}
	added, err := st.Add(ctx, r.doc, r.data)
	for _, p := range attributes {
		if err == nil {
			err = st.Set(ctx, r.doc.ID, p.key, p.value)
		}
	}
	return intake{name: name, added: added, warnings: r.doc.Source.Warnings, problems: len(r.problems), err: err}
}

// files lists what is to be read: the files named, and all files below the
// folders named, but for hidden ones. Order is that of the arguments, then of
// the names.
func files(args []string) []string {
	var names []string
	seen := map[string]bool{}
	put := func(name string) {
		if abs, err := filepath.Abs(name); err == nil && !seen[abs] {
			seen[abs] = true
			names = append(names, name)
		}
	}
	for _, a := range args {
		fi, err := os.Stat(a)
		if err != nil || !fi.IsDir() {
			put(a)
			continue
		}
		filepath.WalkDir(a, func(name string, d fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(d.Name(), ".") && name != a
			switch {
			case err != nil:
				put(name) // reading it says what is wrong
			case hidden && d.IsDir():
				return fs.SkipDir
			case !hidden && !d.IsDir():
				put(name)
			}
			return nil
		})
	}
	return names
}

// sameFile reports whether two names are of one file. The table of attributes
// often lies among the files it speaks of, and is no report.
func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// reportIntakes prints what was added, unchanged and refused.
func (e *env) reportIntakes(c *cli.Context, intakes []intake, total int) {
	var refused []intake
	counts := map[store.Outcome]int{}
	for _, in := range intakes {
		switch {
		case in.name == "": // not reached: interrupted
		case in.err != nil:
			if !errors.Is(in.err, context.Canceled) {
				refused = append(refused, in)
			}
		default:
			counts[in.added.Outcome]++
			if !c.Bool("quiet") && in.added.Outcome != store.OutcomeUnchanged {
				fmt.Fprintf(e.stdout, "%s  %s\n", in.added.Entry.ID, e.intakeLine(in))
				e.warn(c, in.name, in.warnings)
			}
		}
	}
	var parts []string
	for _, o := range []struct {
		outcome store.Outcome
		ru, en  string
	}{
		{store.OutcomeAdded, "добавлено: %d", "added: %d"},
		{store.OutcomeEdition, "новых редакций: %d", "new editions: %d"},
		{store.OutcomeLanguage, "на другом языке: %d", "in another language: %d"},
		{store.OutcomeReparsed, "прочитано заново: %d", "read anew: %d"},
		{store.OutcomeUnchanged, "без изменений: %d", "unchanged: %d"},
	} {
		if n := counts[o.outcome]; n > 0 {
			parts = append(parts, e.tr(o.ru, o.en, n))
		}
	}
	if len(refused) > 0 {
		e.partial = true
		parts = append(parts, e.tr("не прочитано: %d", "not read: %d", len(refused)))
	}
	if !c.Bool("quiet") {
		e.say("%s", e.tr("Файлов: %d; %s.", "Files: %d; %s.", total, strings.Join(parts, ", ")))
	}
	for _, in := range refused {
		e.say("  %s: %s", in.name, e.explain(in.err))
	}
}

// rememberRefused keeps in the corpus which documents could not be read: who
// finds nothing must know of them. What is no document at all is forgotten.
func rememberRefused(ctx context.Context, st *store.Store, intakes []intake) error {
	var refused []store.Refused
	var read []string
	for _, in := range intakes {
		var x *extract.Error
		switch name := filepath.Base(in.name); {
		case in.name == "":
		case in.err == nil:
			read = append(read, name)
		case errors.As(in.err, &x) && !slices.Contains([]string{"format", "missing", "directory", "empty"}, x.Code):
			refused = append(refused, store.Refused{File: name, Code: x.Code, Args: x.Args})
		}
	}
	return st.SetRefused(ctx, refused, read)
}

func (e *env) intakeLine(in intake) string {
	m := in.added.Entry.Meta
	s := in.name + ": " + e.named(m)
	if n := len(in.added.Others); n > 0 {
		switch in.added.Outcome {
		case store.OutcomeEdition:
			s += e.tr(" [другая редакция акта, который уже есть]", " [another edition of an act that is here]")
		case store.OutcomeLanguage:
			s += e.tr(" [тот же акт на другом языке]", " [the same act in another language]")
		}
	}
	if in.problems > 0 {
		s += " (" + e.count(in.problems, "замечание", "замечания", "замечаний", "remark") + ": svod check)"
	}
	return s
}

// A pair is one attribute: region=Акмолинская.
type pair struct{ key, value string }

func (e *env) pairs(args []string) ([]pair, error) {
	var ps []pair
	for _, a := range args {
		k, v, ok := strings.Cut(a, "=")
		if !ok || strings.TrimSpace(k) == "" {
			return nil, usage(e.tr("«%s» не имеет вида КЛЮЧ=ЗНАЧЕНИЕ", "%q is not KEY=VALUE", a),
				e.tr("Например: region=Акмолинская", "For example: region=Akmola"))
		}
		ps = append(ps, pair{strings.TrimSpace(k), strings.TrimSpace(v)})
	}
	return ps, nil
}

// register reads a CSV of attributes by file name. Excel in Russian writes
// semicolons, other programs commas.
func (e *env) register(name string) (map[string][]pair, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	first, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	if strings.Count(first, ";") >= strings.Count(first, ",") {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 || len(rows[0]) < 2 {
		return nil, usage(e.tr("%s: это не таблица признаков (%v)", "%s: not a table of attributes (%v)", name, err),
			e.tr("Первая строка: file;region;year, дальше строка на файл; сохраните её из Excel как «CSV UTF-8»",
				"First row: file;region;year, then a row per file; save it from Excel as “CSV UTF-8”"))
	}
	out := map[string][]pair{}
	for _, row := range rows[1:] {
		for i := 1; i < len(row) && i < len(rows[0]); i++ {
			if v := strings.TrimSpace(row[i]); v != "" {
				f := filepath.Base(row[0])
				out[f] = append(out[f], pair{strings.TrimSpace(rows[0][i]), v})
			}
		}
	}
	return out, nil
}

// reportRegister names the rows of a register whose file was not among those
// added: usually a misspelt name.
func (e *env) reportRegister(register map[string][]pair, names []string) {
	for _, n := range names {
		delete(register, filepath.Base(n))
	}
	var left []string
	for f := range register {
		left = append(left, f)
	}
	sort.Strings(left)
	for _, f := range left {
		e.say(e.tr("  в таблице признаков есть %s, а среди файлов нет", "  the table of attributes names %s, which is not among the files"), f)
	}
}

// bar is a progress bar on a terminal, and nothing elsewhere.
func (e *env) bar(c *cli.Context, total int, what string) *progressbar.ProgressBar {
	visible := isTerminal(e.stderr) && !c.Bool("quiet")
	return progressbar.NewOptions(total,
		progressbar.OptionSetWriter(e.stderr), progressbar.OptionSetVisibility(visible),
		progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())
}

func (e *env) seconds(d time.Duration) string {
	s := fmt.Sprintf("%.1f", d.Seconds())
	if e.lang == "ru" {
		return strings.Replace(s, ".", ",", 1) + " с"
	}
	return s + " s"
}

// bytes prints a size in megabytes of 1 000 000 bytes.
func (e *env) bytes(n int64) string {
	s := fmt.Sprintf("%.1f", float64(n)/1e6)
	if e.lang == "ru" {
		return strings.Replace(s, ".", ",", 1) + " МБ"
	}
	return s + " MB"
}
