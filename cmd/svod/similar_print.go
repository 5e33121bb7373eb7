package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/table"
)

func (e *env) printSimilar(c *cli.Context, answers []*resemblance) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if format == "text" && c.String("output") == "" {
		e.terminalSimilar(c, answers)
		return nil
	}
	return e.output(c, e.similarReport(c, answers, format))
}

// terminalSimilar prints what was found to be read on a screen.
func (e *env) terminalSimilar(c *cli.Context, answers []*resemblance) {
	w := similarWordsOf(e.lang)
	color := e.color(c)
	dim, bold, off := "", "", ""
	if color {
		dim, bold, off = "\x1b[2m", "\x1b[1m", "\x1b[0m"
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
	for _, r := range answers {
		if !c.Bool("quiet") {
			print(bold, w.name(r), "")
			print(dim, shorten(led(r.lead, spaced(r.label(), r.text)), askedQuote), "   ")
			if len(r.hits) > 0 {
				e.say("%s", w.totals(r))
			}
			fmt.Fprintln(e.stdout)
		}
		for i, h := range r.hits {
			fmt.Fprintf(e.stdout, "%d. %s%s%s  %s\n", i+1, bold, w.score(h), off, h.Citation)
			print(dim, strings.Join(append([]string{e.hitTitle(h.Hit)}, h.Path...), " › "), "   ")
			if s := w.differences(h); s != "" {
				print(bold, s, "   ")
			}
			for _, l := range h.Lead {
				print(dim, l, "   ")
			}
			print("", spaced(h.label(), signs(elided(w.text(h)), color)), "   ")
			if s := w.editions(r, h, e.date); s != "" {
				print(dim, s, "   ")
			}
			fmt.Fprintf(e.stdout, "   %s[%s %s]%s\n\n", dim, h.Document, h.Address, off)
		}
		if left := r.res.Total.Norms - len(r.hits); left > 0 && !c.Bool("editions") && !c.Bool("quiet") && len(r.hits) > 0 {
			e.say("%s", e.tr("Ещё %s: -n 0 покажет все.", "%s more: -n 0 shows all.", e.count(left, "норма", "нормы", "норм", "provision")))
		}
	}
}

// signs prints runs with colours, or with the signs [-gone-]{+new+}.
func signs(runs []table.Run, color bool) string {
	var b strings.Builder
	for _, r := range runs {
		before, after := "", ""
		switch {
		case r.Mark == table.MarkInserted && color:
			before, after = "\x1b[32m", "\x1b[0m"
		case r.Mark == table.MarkDeleted && color:
			before, after = "\x1b[31;9m", "\x1b[0m"
		case r.Mark == table.MarkInserted:
			before, after = "{+", "+}"
		case r.Mark == table.MarkDeleted:
			before, after = "[-", "-]"
		case r.Mark == table.MarkMuted && color:
			before, after = "\x1b[2m", "\x1b[0m"
		}
		// A mark ends where a line does, and leaves the spaces at its ends out.
		for i, line := range strings.Split(r.Text, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			core := strings.TrimSpace(line)
			if core == "" {
				b.WriteString(line)
				continue
			}
			at := strings.Index(line, core)
			b.WriteString(line[:at] + before + core + after + line[at+len(core):])
		}
	}
	return b.String()
}

// Characters of the provision that is asked for, and of what only one text says
// beside what is common: the rest is left out.
const (
	askedQuote = 600
	asideQuote = 160
)

// text is the words of a hit with what differs marked. Of long stretches that
// one text alone has at its beginning or end the nearest words are shown.
func (w *similarWords) text(h likeness) []table.Run {
	if h.copy.Exact {
		return []table.Run{{Text: h.Text}}
	}
	var runs []table.Run
	for _, ed := range h.edits {
		mark := table.MarkNone
		switch {
		case ed.Cosmetic && ed.Op == compare.Delete:
			continue
		case ed.Cosmetic || ed.Op == compare.Equal:
		case ed.Op == compare.Delete:
			mark = table.MarkDeleted
		case ed.Op == compare.Insert:
			mark = table.MarkInserted
		}
		if n := len(runs); n > 0 && runs[n-1].Mark == mark {
			runs[n-1].Text += ed.Text
			continue
		}
		runs = append(runs, table.Run{Text: ed.Text, Mark: mark})
	}
	if n := len(runs); n > 1 {
		if runs[0].Mark != table.MarkNone {
			runs[0].Text = table.Ending(runs[0].Text, asideQuote)
		}
		if runs[n-1].Mark != table.MarkNone {
			runs[n-1].Text = shorten(runs[n-1].Text, asideQuote)
		}
	}
	return runs
}

// Characters of a hit that a screen shows whole; of a longer one stretches
// without a difference are left out, but for their ends.
const (
	wholeHit  = 1500
	sameQuote = 120
)

func elided(runs []table.Run) []table.Run {
	n := 0
	for _, r := range runs {
		n += len([]rune(r.Text))
	}
	if n <= wholeHit {
		return runs
	}
	out := make([]table.Run, len(runs))
	for i, r := range runs {
		if out[i] = r; len([]rune(r.Text)) <= 3*sameQuote {
			continue
		}
		first, last := shorten(r.Text, sameQuote), table.Ending(r.Text, sameQuote)
		switch {
		case r.Mark != table.MarkNone:
			continue
		case i == 0 && len(runs) > 1:
			out[i].Text = last
		case i == len(runs)-1:
			out[i].Text = first
		default:
			out[i].Text = first + " " + strings.TrimPrefix(last, "… ")
		}
	}
	return out
}

// shorten cuts a text at a word.
func shorten(s string, most int) string {
	rs := []rune(s)
	if len(rs) <= most {
		return s
	}
	cut := string(rs[:most])
	if i := strings.LastIndexAny(cut, " \n"); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–\n") + " …"
}
