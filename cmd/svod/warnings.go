package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus"
)

// warn says what the reader of a file had to leave out or to guess: a line for
// each kind, whatever the number of pages.
func (e *env) warn(c *cli.Context, name string, warnings []corpus.Warning) {
	if c.Bool("quiet") {
		return
	}
	for _, s := range e.warnings(warnings) {
		e.say("%s: %s", name, s)
	}
}

// warnings puts warnings into words, those that differ by page only into one.
func (e *env) warnings(warnings []corpus.Warning) []string {
	pages := map[string][]int{}
	var texts []string
	for _, w := range warnings {
		page := w.Page
		w.Page = 0
		s := e.warning(w)
		if _, ok := pages[s]; !ok {
			texts = append(texts, s)
			pages[s] = nil
		}
		if page > 0 {
			pages[s] = append(pages[s], page)
		}
	}
	for i, s := range texts {
		switch ps := pages[s]; len(ps) {
		case 0:
		case 1:
			texts[i] = e.tr("страница %d: %s", "page %d: %s", ps[0], s)
		default:
			texts[i] = e.tr("страницы %s: %s", "pages %s: %s", ranges(ps), s)
		}
	}
	return texts
}

// ranges prints numbers as people do: 1–3, 7.
func ranges(ns []int) string {
	slices.Sort(ns)
	ns = slices.Compact(ns)
	var parts []string
	for lo := 0; lo < len(ns); {
		hi := lo
		for hi+1 < len(ns) && ns[hi+1] == ns[hi]+1 {
			hi++
		}
		switch hi - lo {
		case 0:
			parts = append(parts, strconv.Itoa(ns[lo]))
		case 1:
			parts = append(parts, strconv.Itoa(ns[lo]), strconv.Itoa(ns[hi]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", ns[lo], ns[hi]))
		}
		lo = hi + 1
	}
	return strings.Join(parts, ", ")
}
