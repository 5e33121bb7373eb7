package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/index"
)

// terminalHits prints hits to be read on a screen: where, then the words.
func (e *env) terminalHits(c *cli.Context, a *answer) {
	on, other, off, dim, bold := "", "", "", "", ""
	if e.color(c) {
		on, other, off, dim, bold = "\x1b[1;33m", "\x1b[1;36m", "\x1b[0m", "\x1b[2m", "\x1b[1m"
	}
	if len(a.res.Hits) > 0 && !c.Bool("quiet") {
		e.say("%s", e.totals(a.res))
		for _, l := range e.whyNothing(a, a.res.Diagnosis) {
			e.say("%s", l)
		}
	}
	print := func(style, text, indent string) {
		for _, line := range strings.Split(text, "\n") {
			for _, l := range wrap(line, e.width()-len(indent)) {
				if style != "" {
					l = style + l + off
				}
				fmt.Fprintf(e.stdout, "%s%s\n", indent, l)
			}
		}
	}
	for i, h := range a.res.Hits {
		for k, l := range wrap(fmt.Sprintf("%d. %s", a.offset+i+1, h.Citation), e.width()-3) {
			fmt.Fprintf(e.stdout, "%s%s%s%s\n", strings.Repeat(" ", 3*min(k, 1)), bold, l, off)
		}
		print(dim, strings.Join(append([]string{e.hitTitle(h)}, h.Path...), " › "), "   ")
		for _, l := range h.Lead {
			print(dim, apart(l), "   ")
		}
		for _, l := range before(h) {
			print(dim, lineText(l), "     ")
		}
		label := ""
		if h.Label != "" && (len(h.Lead) > 0 || len(before(h))+len(h.After) > 0) {
			label = h.Label + " "
		}
		print("", label+apart(marked(h, on, other, off)), "   ")
		for _, l := range h.After {
			print(dim, lineText(l), "     ")
		}
		if s := selectionWordsOf(e.lang).synonymsLine(h); s != "" {
			print(dim, s, "   ")
		}
		if s := e.editionsLine(a.editions(h)); s != "" {
			print(dim, s, "   ")
		}
		fmt.Fprintf(e.stdout, "   %s[%s %s]%s\n\n", dim, h.Document, h.Address, off)
	}
	for _, f := range a.facets {
		e.terminalFacet(a, f)
	}
	e.sayLeft(c, a)
}

// sayLeft says how many provisions come after those shown.
func (e *env) sayLeft(c *cli.Context, a *answer) {
	if left := a.leftOut(); left > 0 && len(a.res.Hits) > 0 && !c.Bool("quiet") {
		e.say("%s", e.tr("Ещё %s: -n 0 покажет все.", "%s more: -n 0 shows all.", e.count(left, "норма", "нормы", "норм", "provision")))
	}
}

// before is what stands before a hit, without what leads to it anyway.
func before(h index.Hit) []index.Line {
	return slices.DeleteFunc(slices.Clone(h.Before), func(l index.Line) bool { return slices.Contains(h.Lead, l.Text) })
}

func lineText(l index.Line) string {
	s := strings.TrimSpace(l.Label + " " + oneLine(apart(l.Text)))
	if l.More {
		s += " …"
	}
	return s
}

// editionsLine says in one line what the act's other texts have of a norm.
func (e *env) editionsLine(o editionsOf) string {
	return selectionWordsOf(e.lang).editionsLine(o, e.date)
}

func (e *env) totals(res *index.Result) string {
	t := res.Total
	s := e.tr("Упоминаний: %d, норм: %d, документов: %d.", "Occurrences: %d, provisions: %d, documents: %d.",
		t.Occurrences, t.Units, t.Documents)
	if t.Norms < t.Units {
		s = e.tr("Упоминаний: %d, норм: %d (без повторов в редакциях одного акта: %d), документов: %d.",
			"Occurrences: %d, provisions: %d (%d with the editions of one act taken as one), documents: %d.",
			t.Occurrences, t.Units, t.Norms, t.Documents)
	}
	if t.BySynonym > 0 {
		s += " " + fillInts(selectionWordsOf(e.lang).OnlySynonyms, t.BySynonym)
	}
	if t.More {
		s += e.tr(" Просмотрено не всё: настоящие числа больше.", " Not everything was looked at: the true numbers are larger.")
	}
	switch {
	case res.Question:
		s = e.tr("Запрос – вопрос: вот нормы с любыми из его слов. ", "The query is a question: these have any of its words. ") + s
	case res.Relaxed:
		s = e.tr("Всех слов вместе нет ни в одной норме; вот нормы с любыми из них. ",
			"No provision has all the words; these have any of them. ") + s
	}
	return s
}

func (e *env) hitTitle(h index.Hit) string {
	s := h.Title
	if s == "" {
		s = e.tr("без заглавия", "untitled") + " (" + h.Document + ")"
	}
	if h.Edition != "" {
		s += e.tr(", ред. ", ", ed. ") + e.date(h.Edition)
	}
	if h.Language != "ru" {
		s += ", " + h.Language
	}
	return s
}

// marked is the text of a hit with its matches between on and off, those that
// are synonyms between other and off.
func marked(h index.Hit, on, other, off string) string {
	var b strings.Builder
	at := 0
	for _, m := range h.Matches {
		if m[0] < at || m[1] > len(h.Text) {
			continue
		}
		mark := on
		if isSynonym(h, m) {
			mark = other
		}
		b.WriteString(h.Text[at:m[0]] + mark + h.Text[m[0]:m[1]] + off)
		at = m[1]
	}
	b.WriteString(h.Text[at:])
	return b.String()
}
