package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/mask"
	"svod/compare/table"
)

// A recipe is the command line that made a report, so that explain and verify
// can run it again: what says where the result goes, or what is told beside it,
// is left out; what depends on the machine is written out. A password is never
// kept.
var notInRecipe = map[string]bool{
	"output": true, "format": true, "force": true, "csv": true, "quiet": true, "no-color": true, "lang": true, "corpus": true,
	"keep": true, "report": true, "password": true, "explain": true, "exit-code": true, "save": true, "unsave": true, "set": true, "chart": true, "help": true, "version": true,
}

// maxListed is how many documents of a corpus a recipe names one by one; of
// more it has the digest only.
const maxListed = 1000

// recipe is that of the command that runs, with what it has read so far.
func (e *env) recipe(c *cli.Context) *table.Recipe {
	rc := &table.Recipe{Version: version, Args: e.recipeArgs(c), Inputs: []table.Input{}}
	var marks []string
	for _, in := range e.inputs {
		if !in.Corpus {
			rc.Inputs = append(rc.Inputs, in)
			continue
		}
		marks = append(marks, in.SHA256+" "+in.Attributes)
		if len(marks) <= maxListed {
			rc.Inputs = append(rc.Inputs, in)
		}
	}
	if len(marks) > 0 {
		rc.Corpus = corpusOf(marks)
	}
	if len(marks) > maxListed {
		rc.Inputs = slices.DeleteFunc(rc.Inputs, func(in table.Input) bool { return in.Corpus })
	}
	return rc
}

// corpusOf is the digest of documents by their hashes with what is said of them.
func corpusOf(marks []string) *table.Corpus {
	slices.Sort(marks)
	return &table.Corpus{Documents: len(marks), SHA256: sha256Of([]byte(strings.Join(marks, "\n")))}
}

// recipeArgs is the command line in a fixed order: verb, options as they are
// defined, arguments.
func (e *env) recipeArgs(c *cli.Context) []string {
	var args []string
	for _, up := range c.Lineage() {
		if up.Command != nil && up.Command.Name != "" && up.Command.Name != c.App.Name {
			args = append([]string{up.Command.Name}, args...)
		}
	}
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		if !notInRecipe[name] && c.IsSet(name) {
			args = append(args, optionArgs(c, f, name)...)
		}
	}
	args = append(args, "--lang", e.lang)
	if dir := e.corpusDir; dir != "" {
		if !c.IsSet("corpus") {
			dir = portable(dir)
		}
		args = append(args, "--corpus", filepath.ToSlash(dir))
	}
	if c.Args().Len() > 0 {
		args = append(append(args, "--"), c.Args().Slice()...)
	}
	return args
}

// optionArgs is an option that is set, as it is typed.
func optionArgs(c *cli.Context, f cli.Flag, name string) []string {
	var values []string
	switch f.(type) {
	case *cli.BoolFlag:
		if c.Bool(name) {
			return []string{"--" + name}
		}
		return []string{"--" + name + "=false"}
	case *cli.StringSliceFlag:
		values = c.StringSlice(name)
	case *cli.IntSliceFlag:
		for _, n := range c.IntSlice(name) {
			values = append(values, fmt.Sprint(n))
		}
	default:
		values = []string{fmt.Sprint(c.Value(name))}
	}
	var args []string
	for _, v := range values {
		args = append(args, "--"+name, v)
	}
	return args
}

// portable is a folder as seen from the current one: a path of one's own
// machine does not belong into a file that is published.
func portable(dir string) string {
	here, err := os.Getwd()
	if err != nil {
		return dir
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	if rel, err := filepath.Rel(here, abs); err == nil {
		return rel
	}
	return dir
}

// certify gives a report its recipe, and completes its record by the program's
// version, the command and what it read.
func (e *env) certify(c *cli.Context, r *table.Report) {
	r.Recipe = e.recipe(c)
	if c.Bool("mask") {
		for _, name := range mask.Left(r.Recipe) {
			e.say(e.tr("в протоколе осталось имя файла %s, в нём назван человек: переименуйте файл и повторите", "the record keeps the file name %s, which names a person: rename the file and try again"), name)
		}
	}
	if f, err := e.format(c); err == nil && f == "text" && c.String("output") == "" {
		return // on the screen: one has just typed it
	}
	r.Certify(commandLine(r.Recipe.Args))
}

// commandLine is a recipe's command as people type it.
func commandLine(args []string) string {
	if i := slices.Index(args, "--"); i >= 0 && !slices.ContainsFunc(args[i+1:], func(a string) bool { return strings.HasPrefix(a, "-") }) {
		args = slices.Delete(slices.Clone(args), i, i+1)
	}
	return "svod " + shellQuoted(args)
}

// shellQuoted is a command line as one types it.
func shellQuoted(args []string) string {
	var out []string
	for _, a := range args {
		if a == "" || strings.ContainsAny(a, " \t\n'\"«»“”*?#!$&|;<>(){}[]\\`~") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		out = append(out, a)
	}
	return strings.Join(out, " ")
}
