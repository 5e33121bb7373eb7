package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/store"
)

// explain and verify run the command of a file's recipe again, in this process.
// A file may come from anyone, so that its recipe may do no more than make a
// report: commands that change something are refused, as are options that
// write files.

// errRecipe says that a recipe asks for what no report needs.
var errRecipe = errors.New("recipe: not the command of a report")

// changing are the commands that a recipe may not run.
var changing = []string{"add", "set", "remove", "demo", "serve", "code", "explain", "verify", "help"}

// A rerun is a recipe that was run again.
type rerun struct {
	file   string
	data   []byte
	recipe *table.Recipe
	report *table.Report
	inputs []inputState
}

// name is what people know the report by: its file, or the option that has the
// command.
func (r *rerun) name() string {
	if r.data == nil {
		return "--run"
	}
	return r.file
}

// An inputState is what became of an input of a recipe.
type inputState struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	State  string `json:"state"`
}

// The states of an input.
const (
	inputSame       = "same"
	inputChanged    = "changed"
	inputAttributes = "attributes" // the document is the same, what is said of it is not
	inputGone       = "gone"
	inputNew        = "new" // in the corpus, and not when the report was made
)

// count is how many inputs are in a state.
func (r *rerun) count(state string) int {
	n := 0
	for _, in := range r.inputs {
		if in.State == state {
			n++
		}
	}
	return n
}

// safe checks that a recipe is the command of a report.
func safe(app *cli.App, args []string) error {
	cmd := app.Command(args[0])
	if cmd == nil || slices.Contains(changing, cmd.Name) {
		return errRecipe
	}
	for _, a := range args {
		if a == "--" {
			break
		}
		name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
		if strings.HasPrefix(a, "-") && notInRecipe[mainName(cmd, name)] && name != "lang" && name != "corpus" {
			return errRecipe
		}
	}
	return nil
}

// mainName is the first name of an option, output for o, of a command or one of
// its subcommands.
func mainName(cmd *cli.Command, name string) string {
	for _, c := range append([]*cli.Command{cmd}, cmd.Subcommands...) {
		if f := findFlag(c, name); f != nil {
			return f.Names()[0]
		}
	}
	return name
}

// again runs the recipe of a file in the file's format.
func (e *env) again(c *cli.Context, r *rerun, format string) error {
	sub := &env{lang: language(r.recipe.Args, os.Getenv), stdin: strings.NewReader(""), stdout: io.Discard, capture: true}
	var said bytes.Buffer
	sub.stderr = &said
	app := sub.app()
	if err := safe(app, r.recipe.Args); err != nil {
		if r.data == nil {
			return usage(e.tr("--run: команда «%s» не строит отчёта", "--run: the command %q makes no report", r.recipe.Args[0]),
				e.tr("Список команд: svod help", "The commands are listed by: svod help"))
		}
		return usage(e.tr("%s: протокол в файле велит выполнить команду, которая не строит отчёта (%s); svod её не выполнит",
			"%s: the recipe in the file asks for a command that makes no report (%s); svod does not run it", r.file, r.recipe.Args[0]),
			e.tr("Файл мог быть подделан", "The file may be forged"))
	}
	args, gone := e.findInputs(c, r)
	if gone {
		return nil
	}
	args, rest := optionsFirst(args)
	args = append(args, "--format", format, "--output", "-")
	if c.IsSet("password") {
		args = append(args, "--password", c.String("password"))
	}
	arranged, err := sub.arrange(app, append(args, rest...))
	if err == nil {
		err = app.RunContext(c.Context, append([]string{"svod"}, arranged...))
	}
	if sub.captured == nil {
		if c.Context.Err() != nil {
			return c.Context.Err()
		}
		sub.report(err)
		return &exit{exitSomeBad, e.tr("%s: пересчитать не удалось: %s", "%s: it could not be made again: %s", r.name(), commandLine(r.recipe.Args)) + "\n" + strings.TrimSpace(said.String()),
			e.tr("Корпус можно назвать: -C ПАПКА", "The corpus can be named: -C DIR")}
	}
	r.report = sub.captured
	r.judge(sub.inputs)
	return nil
}

// optionsFirst parts the options of a command line from its arguments.
func optionsFirst(args []string) (options, rest []string) {
	if i := slices.Index(args, "--"); i >= 0 {
		return slices.Clone(args[:i]), args[i:]
	}
	return slices.Clone(args), nil
}

// findInputs finds the files and the corpus that a recipe names: as they are
// written there, beside the file, or in the corpus by their hash. It returns
// the command line with the places where they are now; gone tells that some
// are nowhere.
func (e *env) findInputs(c *cli.Context, r *rerun) (args []string, gone bool) {
	args = slices.Clone(r.recipe.Args)
	beside := filepath.Dir(r.file)
	dir := ""
	if i := slices.Index(args, "--corpus"); i >= 0 && i+1 < len(args) {
		dir = e.corpusFor(c, args[i+1], beside)
		if dir == "" {
			args = slices.Delete(args, i, i+2)
		} else {
			args[i+1] = dir
		}
	}
	for _, in := range r.recipe.Inputs {
		if in.Corpus {
			continue
		}
		name := filepath.FromSlash(in.Name)
		places := []string{name, filepath.Join(beside, name), filepath.Join(beside, filepath.Base(name))}
		if dir != "" { // where the work is done, and the corpus' own lists are
			places = append(places, filepath.Join(dir, name), filepath.Join(dir, ".svod", filepath.Base(name)))
		}
		at := whereIs(places, in.SHA256)
		if at == "" {
			at = e.inCorpus(c, dir, in.SHA256)
		}
		if at == "" {
			r.inputs = append(r.inputs, inputState{in.Name, in.SHA256, inputGone})
			gone = gone || slices.Contains(args, in.Name)
			continue
		}
		for i, a := range args {
			if a == in.Name && i > 0 {
				args[i] = at
			}
		}
	}
	if gone { // the others for the record
		for _, in := range r.recipe.Inputs {
			if !slices.ContainsFunc(r.inputs, func(s inputState) bool { return s.Name == in.Name && s.SHA256 == in.SHA256 }) {
				r.inputs = append(r.inputs, inputState{in.Name, in.SHA256, ""})
			}
		}
	}
	return args, gone
}

// whereIs returns the place where a file with the hash is, else where one of
// the name is, else "".
func whereIs(places []string, sum string) string {
	found := ""
	for _, name := range places {
		fi, err := os.Stat(name)
		if err != nil || !fi.Mode().IsRegular() {
			continue
		}
		if found == "" {
			found = name
		}
		if data, err := os.ReadFile(name); err == nil && sha256Of(data) == sum {
			return name
		}
	}
	return found
}

// corpusFor returns the folder of the corpus that a recipe names: the one that
// the options ask for, else as it was recorded, else beside the file; "" leaves
// it to what a command finds by itself.
func (e *env) corpusFor(c *cli.Context, recorded, beside string) string {
	if dir := c.String("corpus"); dir != "" {
		return dir
	}
	recorded = filepath.FromSlash(recorded)
	for _, dir := range []string{recorded, filepath.Join(beside, recorded)} {
		if store.Exists(dir) {
			return dir
		}
	}
	if _, err := store.Find("."); err != nil {
		if dir, err := store.Find(beside); err == nil {
			return dir
		}
	}
	return ""
}

// inCorpus looks a file up in the corpus by its hash, and returns the document's
// ID.
func (e *env) inCorpus(c *cli.Context, dir, sum string) string {
	if dir == "" {
		dir = e.corpusFor(c, ".", ".")
	}
	if !store.Exists(dir) || len(sum) < 12 {
		return ""
	}
	st, err := store.Open(dir)
	if err != nil {
		return ""
	}
	defer st.Close()
	entries, err := st.List(c.Context)
	if err != nil {
		return ""
	}
	for _, en := range entries {
		if en.SHA256 == sum {
			return en.ID
		}
	}
	return ""
}

// judge says of each input of the recipe what became of it, by what the command
// has read now.
func (r *rerun) judge(now []table.Input) {
	byHash, byName := map[string]table.Input{}, map[string]bool{}
	var marks []string
	for _, in := range now {
		byHash[in.SHA256] = in
		byName[filepath.Base(in.Name)] = true
		if in.Corpus {
			marks = append(marks, in.SHA256+" "+in.Attributes)
		}
	}
	old, names := map[string]bool{}, map[string]bool{}
	for _, in := range r.recipe.Inputs {
		old[in.SHA256], names[filepath.Base(filepath.FromSlash(in.Name))] = true, true
		if slices.ContainsFunc(r.inputs, func(s inputState) bool { return s.SHA256 == in.SHA256 }) {
			continue // gone, as was seen before
		}
		state := inputGone
		if is, ok := byHash[in.SHA256]; ok && in.Corpus && is.Corpus && is.Attributes != in.Attributes {
			state = inputAttributes
		} else if ok {
			state = inputSame
		} else if byName[filepath.Base(filepath.FromSlash(in.Name))] {
			state = inputChanged
		}
		r.inputs = append(r.inputs, inputState{in.Name, in.SHA256, state})
	}
	listed := slices.ContainsFunc(r.recipe.Inputs, func(in table.Input) bool { return in.Corpus })
	switch {
	case r.recipe.Corpus != nil && !listed: // too many to be named
		state := inputChanged
		if *corpusOf(marks) == *r.recipe.Corpus {
			state = inputSame
		}
		r.inputs = append(r.inputs, inputState{".svod", r.recipe.Corpus.SHA256, state})
	default:
		for _, in := range now {
			if !old[in.SHA256] && !names[filepath.Base(in.Name)] {
				r.inputs = append(r.inputs, inputState{in.Name, in.SHA256, inputNew})
			}
		}
	}
}

// made reads a file and its recipe. recipeOf, if not "", is another file of the
// same analysis, whose recipe stands for that of one which can't hold any.
func (e *env) made(name, recipeOf string) (*rerun, error) {
	data, err := readMade(name)
	if err != nil {
		return nil, err
	}
	r := &rerun{file: name, data: data}
	from, source := data, name
	if recipeOf != "" {
		if from, err = readMade(recipeOf); err != nil {
			return nil, err
		}
		source = recipeOf
	}
	r.recipe, err = table.FindRecipe(from)
	switch {
	case errors.Is(err, table.ErrDamagedRecipe):
		return nil, usage(e.tr("%s: протокол расчёта в файле повреждён, команды из него не прочитать", "%s: the recipe in the file is damaged, its command can't be read", source),
			e.tr("Возьмите нетронутую копию файла или сделайте таблицу заново", "Take a copy of the file that nobody touched, or make the table anew"))
	case err != nil:
		return nil, e.noRecipe(source)
	}
	return r, nil
}

// noRecipe says why a file has no recipe, and the way out.
func (e *env) noRecipe(name string) error {
	other := e.tr("Назовите файл Word, Excel, HTML или JSON того же расчёта: --recipe ФАЙЛ", "Name a Word, Excel, HTML or JSON file of the same analysis: --recipe FILE")
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".txt", ".svg", ".png":
		return usage(e.tr("%s: в файлах этого вида нет места для протокола расчёта, который повторяет команда", "%s: files of this kind have no room for the recipe that is to be run again", name), other)
	}
	return usage(e.tr("%s: в файле нет протокола расчёта: его сделала не svod, прежняя версия svod или его пересохранила программа, которая протокол выбросила",
		"%s: there is no recipe in the file: svod did not make it, or an older svod did, or a program that saved it anew has dropped it", name), other)
}
