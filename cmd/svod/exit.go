package main

import "strings"

// The exit codes.
const (
	exitDone     = 0
	exitNothing  = 1 // search found nothing; compare --exit-code found differences
	exitUsage    = 2
	exitSomeBad  = 3 // some input could not be read; the rest was done
	exitInternal = 4
)

// An exit ends the program with a code. Text, when there is one, is what went
// wrong; hint is what to do about it. Both are whole sentences for people.
type exit struct {
	code       int
	text, hint string
}

func (e *exit) Error() string {
	return strings.TrimSpace(e.text + "\n" + e.hint)
}

// usage is an error of the caller: what is wrong, and what to type instead.
func usage(text, hint string) error { return &exit{exitUsage, text, hint} }
