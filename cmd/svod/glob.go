package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The command lines of Windows leave reports\*.docx to the program, those of
// other systems have put the files' names there.

// queryArguments are the commands whose first argument is a query, in which * and ?
// have a meaning of their own; those of allQueries have queries only.
var queryArguments = map[string]int{"search": allQueries, "suggest": allQueries, "synonyms": allQueries, "stat": allQueries, "help": allQueries, "kwic": 1, "collocates": 1}

const allQueries = -1

// globbed puts the files that patterns stand for among a command's arguments.
func globbed(verb string, args []string) []string {
	k := queryArguments[verb]
	if k == allQueries || k > len(args) {
		return args
	}
	out := slices.Clone(args[:k])
	for _, a := range args[k:] {
		if _, err := os.Lstat(a); err != nil && strings.ContainsAny(a, "*?") {
			if names, err := filepath.Glob(a); err == nil && len(names) > 0 {
				out = append(out, names...)
				continue
			}
		}
		out = append(out, a)
	}
	return out
}
