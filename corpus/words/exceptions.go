package words

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed exceptions.txt
var exceptionsText string

// exceptions returns the stem of each form that stands in exceptions.txt.
var exceptions = sync.OnceValue(func() map[string]string { return parseExceptions(exceptionsText) })

// parseExceptions reads the table; its format is described at its top.
func parseExceptions(text string) map[string]string {
	m := map[string]string{}
	var tail string
	var endings []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		head, rest, isRule := strings.Cut(line, ":")
		switch {
		case isRule && strings.HasPrefix(head, "="):
			tail = strings.Trim(strings.TrimPrefix(head, "="), " -")
			endings = strings.Fields(rest)
			for i, e := range endings {
				endings[i] = strings.Trim(e, "-")
			}
		case isRule:
			for _, form := range strings.Fields(rest) {
				m[form] = strings.TrimSpace(head)
			}
		default:
			for _, lemma := range strings.Fields(line) {
				base := strings.TrimSuffix(lemma, endings[0])
				for _, e := range endings {
					m[base+e] = base + tail
				}
			}
		}
	}
	return m
}
