package amend_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

// ordering are words that only an order has, whatever else the grammars know.
var ordering = regexp.MustCompile(`(?i)(?:^|[\s,(])(?:заменить|исключить|изложить|дополнить|удалить|изложив|дополнив|заменив|исключив|приостановить|утратившими? силу|утратившей силу|считать)(?:[\s,.;:]|$)|толықтырылсын|ауыстырылсын|алып тасталсын|алынып тасталсын|жазылсын|күші жойылды деп танылсын|тоқтатыла тұрсын`)

// untold are the lines of a draft that order a change in so many words, and of
// which it says nothing: they are in no operation, not among the unread, not in
// an appendix that is new text, and lead in to no list of which it says more.
func untold(d *amend.Draft) []string {
	lines := d.Document.Source.Lines
	told := make([]bool, len(lines)+1)
	cover := func(lo, hi int) {
		for i := lo; i < hi; i++ {
			told[i] = true
		}
	}
	for _, op := range d.Operations {
		cover(op.Lines.Lo, op.Lines.Hi)
		if u := d.Document.At(op.Appendix); op.Appendix != "" && u != nil {
			cover(u.Span.Lo, u.Span.Hi)
		}
	}
	for _, u := range d.Unread {
		cover(u.Lines.Lo, u.Lines.Hi)
	}
	for _, u := range d.Document.Root.Units {
		if u.Kind == corpus.KindRequisite {
			cover(u.Span.Lo, u.Span.Hi)
		}
	}
	attached := slices.ContainsFunc(d.Operations, func(op amend.Operation) bool {
		return op.Kind == amend.Repeal && strings.HasPrefix(string(op.Place), "прил")
	})
	var out []string
	for i, l := range lines {
		list := strings.HasSuffix(strings.TrimSpace(l.Text), ":") && told[i+1] || attached && strings.Contains(l.Text, "согласно приложению к настоящему")
		if !told[i] && !list && l.Cells == nil && ordering.MatchString(l.Text) {
			out = append(out, l.Text)
		}
	}
	return out
}

// TestReadTellsAll holds that no order of a draft is passed over in silence.
func TestReadTellsAll(t *testing.T) {
	for _, text := range goldTexts(t) {
		if strings.TrimSpace(text) == "" { // of a real draft
			continue
		}
		for _, s := range untold(draft(t, text)) {
			t.Errorf("%s", s)
		}
	}
}

// TestReadSpoiled puts a word into each line in turn that no grammar knows.
// Nothing may be lost by that, and no operation that is still read may be
// another one: what stands below a lead that is not understood is not guessed.
func TestReadSpoiled(t *testing.T) {
	for _, text := range goldTexts(t) {
		lines := strings.Split(text, "\n")
		if strings.TrimSpace(text) == "" {
			continue
		}
		was := operations(draft(t, text))
		for i, l := range lines {
			f := strings.Fields(l)
			if i == 0 || len(f) < 3 || !ordering.MatchString(l) && !strings.HasSuffix(l, ":") {
				continue
			}
			spoiled := append([]string{}, lines...)
			spoiled[i] = f[0] + " " + f[1] + " неведомо " + strings.Join(f[2:], " ")
			d := draft(t, strings.Join(spoiled, "\n"))
			for _, s := range untold(d) {
				t.Errorf("%q:\n\tlost: %s", spoiled[i], s)
			}
			for at, now := range operations(d) {
				if at != i && now != was[at] {
					t.Errorf("%q:\n\tline %d is %s\n\t     was %s", spoiled[i], at, now, was[at])
				}
			}
		}
	}
}

// operations says of each line what is ordered there.
func operations(d *amend.Draft) map[int]string {
	m := map[int]string{}
	for _, op := range d.Operations {
		title := strings.Fields(d.Acts[op.Act].Title)
		m[op.Lines.Lo] += fmt.Sprintf("%s %s %s of %q; ", op.Kind, op.Object, paths(op.Where), title[max(len(title)-1, 0):])
	}
	return m
}
