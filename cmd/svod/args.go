package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus/words"
)

// urfave/cli stops reading options at the first argument, and takes what
// follows for arguments without a word. People put options anywhere:
//
//	svod search отказ --type law
//	svod -C corpus add acts --lang ru
//
// arrange therefore moves every option behind its verb and in front of the
// arguments, and refuses the ones that the verb doesn't know.

// arrange returns args in the order that urfave/cli understands:
// verb, options, "--", arguments.
func (e *env) arrange(app *cli.App, args []string) ([]string, error) {
	verb := findVerb(app, args)
	if verb == nil {
		return args, e.checkVerb(app, args)
	}
	sub := verb
	var names []string // the verb and its subcommand, as typed
	var options, rest []string
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case len(a) > 1 && a[0] == '-' && !isNumber(a):
			name, value, inline := strings.Cut(strings.TrimLeft(a, "-"), "=")
			f := findFlag(sub, name)
			if f == nil {
				return nil, e.unknownFlag(sub, a)
			}
			options = append(options, a)
			if takesValue(f) && !inline {
				if i+1 == len(args) {
					return nil, usage(e.tr("у параметра %s нет значения", "option %s needs a value", a),
						e.helpHint(sub))
				}
				i++
				options = append(options, args[i])
			}
			_ = value
		case len(names) == 0:
			names = append(names, a)
		case len(names) == 1 && len(rest) == 0 && subcommand(verb, a) != nil:
			names = append(names, a)
			sub = subcommand(verb, a)
		default:
			rest = append(rest, a)
		}
	}
	out := append(names, options...)
	rest = globbed(verb.Name, rest)
	if len(rest) > 0 {
		out = append(append(out, "--"), rest...)
	}
	return out, nil
}

// findVerb returns the command that the first argument which is no option
// names. Options that stand before it may take a value, so they are looked up
// among the options of all commands.
func findVerb(app *cli.App, args []string) *cli.Command {
	for i := 0; i < len(args); i++ {
		a := args[i]
		if len(a) > 1 && a[0] == '-' {
			name, _, inline := strings.Cut(strings.TrimLeft(a, "-"), "=")
			for _, c := range app.Commands {
				if f := findFlag(c, name); f != nil {
					if takesValue(f) && !inline {
						i++
					}
					break
				}
			}
			continue
		}
		return app.Command(a)
	}
	return nil
}

func subcommand(c *cli.Command, name string) *cli.Command {
	for _, s := range c.Subcommands {
		if s.HasName(name) {
			return s
		}
	}
	return nil
}

func findFlag(c *cli.Command, name string) cli.Flag {
	for _, f := range c.Flags {
		for _, n := range f.Names() {
			if n == name {
				return f
			}
		}
	}
	if name == "help" || name == "h" {
		return cli.HelpFlag
	}
	return nil
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

// isNumber tells «-5» from an option.
func isNumber(s string) bool {
	return strings.Trim(s, "-+.,0123456789") == ""
}

func (e *env) checkVerb(app *cli.App, args []string) error {
	for _, a := range args {
		if strings.HasPrefix(a, "-") {
			switch strings.TrimLeft(a, "-") {
			case "help", "h", "version", "v":
				continue
			}
			return usage(e.tr("svod не знает параметра %s", "svod does not know the option %s", a),
				e.tr("Список команд: svod help", "The commands are listed by: svod help"))
		}
		var names []string
		for _, c := range app.VisibleCommands() {
			names = append(names, c.Names()...)
		}
		return usage(e.tr("команды «%s» нет", "there is no command %q", a), e.meant(a, names)+
			e.tr("Список команд: svod help", "The commands are listed by: svod help"))
	}
	return nil
}

func (e *env) unknownFlag(c *cli.Command, a string) error {
	var names []string
	for _, f := range c.Flags {
		for _, n := range f.Names() {
			if len(n) > 1 {
				names = append(names, "--"+n)
			}
		}
	}
	name, _, _ := strings.Cut(a, "=")
	return usage(e.tr("команда %s не знает параметра %s", "%s does not know the option %s", verbName(c), name),
		e.meant(name, names)+e.helpHint(c))
}

func (e *env) helpHint(c *cli.Command) string {
	return e.tr("Справка: svod help %s", "Help: svod help %s", verbName(c))
}

// verbName is a command as one types it: codebook lint.
func verbName(c *cli.Command) string {
	return strings.TrimPrefix(cmp.Or(c.HelpName, c.Name), "svod ")
}

// meant is «Может быть, …?» with the known word nearest to s, or nothing.
func (e *env) meant(s string, known []string) string {
	best, least := "", max(2, len([]rune(s))/3)+1
	for _, k := range known {
		if d := words.Distance(strings.ToLower(s), k); d < least {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(e.tr("Может быть, %s? ", "Did you mean %s? "), best)
}
