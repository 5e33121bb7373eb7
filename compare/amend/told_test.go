package amend_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"svod/compare/amend"
	"svod/corpus"
)

// ordering are words that only an order has, whatever else the grammars know.
var ordering = regexp.MustCompile(`(?i)(?:^|[\s,(])(?:заменить|исключить|изложить|дополнить|удалить|изложив|дополнив|заменив|исключив|приостановить|утратившими? силу|утратившей силу|считать)(?:[\s,.;:]|$)|толықтырылсын|ауыстырылсын|алып тасталсын|алынып тасталсын|жазылсын|күші жойылды деп танылсын|тоқтатыла тұрсын`)

// repealing leads in to lists of what is repealed; each item is told.
var repealing = regexp.MustCompile(`^(?:\d+\. )?Признать утратившими силу|күші жойылды деп танылсын:$`)

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
	var out []string
	for i, l := range lines {
		list := repealing.MatchString(l.Text) && slices.ContainsFunc(d.Operations, func(op amend.Operation) bool { return op.Kind == amend.Repeal && op.Lines.Lo > i })
		if !told[i] && !list && l.Cells == nil && ordering.MatchString(l.Text) {
			out = append(out, l.Text)
		}
	}
	return out
}

// TestReadTellsAll holds that no order of a draft is passed over in silence,
// wherever its lines end.
func TestReadTellsAll(t *testing.T) {
	for _, text := range goldTexts(t) {
		if strings.TrimSpace(text) == "" { // of a real draft
			continue
		}
		whole := each(draft(t, text))
		for _, width := range []int{0, 70, 90} {
			d := draft(t, wrapped(text, width))
			for _, s := range untold(d) {
				t.Errorf("%d: %s", width, s)
			}
			for _, s := range each(d) {
				if !slices.Contains(whole, s) {
					t.Errorf("%d: no operation of the draft: %s", width, s)
				}
			}
		}
	}
}

// wrapped breaks lines at a width, if one is given.
func wrapped(text string, width int) string {
	if width == 0 {
		return text
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		n := 0
		for f := range strings.FieldsSeq(l) {
			if k := utf8.RuneCountInString(f); n > 0 && n+k >= width {
				b.WriteString("\n")
				n = 0
			} else if n > 0 {
				b.WriteString(" ")
			}
			b.WriteString(f)
			n += utf8.RuneCountInString(f) + 1
		}
		b.WriteString("\n")
	}
	return b.String()
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
			at := []int{2, len(f) - 1}[i%2]
			spoiled[i] = strings.Join(f[:at], " ") + " неведомо " + strings.Join(f[at:], " ")
			d := draft(t, strings.Join(spoiled, "\n"))
			for _, s := range untold(d) {
				t.Errorf("%q:\n\tlost: %s", spoiled[i], s)
			}
			for k, now := range operations(d) {
				if k != i && now != was[k] {
					t.Errorf("%q:\n\tline %d is %s\n\t     was %s", spoiled[i], k, now, was[k])
				}
			}
		}
	}
}

// each says what operations are, in order.
func each(d *amend.Draft) []string {
	var out []string
	for _, op := range d.Operations {
		title := strings.Fields(d.Acts[op.Act].Title)
		out = append(out, fmt.Sprintf("%s %s %s of %q", op.Kind, op.Object, paths(op.Where), title[max(len(title)-1, 0):]))
	}
	return out
}

// operations says of each line what is ordered there.
func operations(d *amend.Draft) map[int]string {
	m := map[int]string{}
	for i, s := range each(d) {
		m[d.Operations[i].Lines.Lo] += s + "; "
	}
	return m
}
