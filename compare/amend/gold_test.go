package amend_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}

// A gold file is the text of a draft in which each order is followed by lines
// that say what it is, written by hand:
//
//	@ replace words ст.5/п.2 ; ст.7 | old=… | new=… | everywhere | cases
//	@ add unit ст.1 | units=пп.5-6 пп.5-7 | nums=5-6 5-7 | n=0
//	@ restate heading ст.5#heading | new=…
//	@ unread
//	@@act Об общественных советах
//	@@effect 2026-01-01 | 60d | 10d published …
//
// units are the new units by their last steps, n how many stand below them. New
// text of which nothing is said is all between the quotes below the order;
// where a draft does not close them, ends are its last words. An
// act is named by words of its title. Of a real draft, which is not here, the
// lines have the number of the order's line: «@7 restate unit п.1 | …».
type gold struct {
	name   string
	source *corpus.Source
	labels []label
}

type label struct {
	line   int // in the draft, from 0
	act    string
	kind   string
	object string
	where  []string
	fields map[string]string
	effect string
}

var realLabel = regexp.MustCompile(`^@(\d+) (.*)$`)

// readGold takes the text and the labels apart.
func readGold(t testing.TB, name string) *gold {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	g := &gold{name: strings.TrimSuffix(filepath.Base(name), ".gold")}
	var text strings.Builder
	n, act, effect := 0, "", ""
	for s := bufio.NewScanner(strings.NewReader(string(data))); s.Scan(); {
		l := s.Text()
		switch rest, ok := strings.CutPrefix(l, "@@act "); {
		case ok:
			act = rest
			continue
		}
		if rest, ok := strings.CutPrefix(l, "@@effect "); ok {
			effect = rest
			continue
		}
		if rest, ok := strings.CutPrefix(l, "@@real "); ok {
			g.source = realDraft(t, rest)
			continue
		}
		at := n - 1
		if m := realLabel.FindStringSubmatch(l); m != nil {
			fmt.Sscan(m[1], &at)
			at--
			l = "@ " + m[2]
		}
		if rest, ok := strings.CutPrefix(l, "@ "); ok {
			g.labels = append(g.labels, readLabel(rest, at, act))
			continue
		}
		if strings.TrimSpace(l) != "" {
			n++
		}
		text.WriteString(l + "\n")
	}
	for i := range g.labels {
		g.labels[i].effect = effect
	}
	if g.source == nil {
		src, err := extract.Bytes(context.Background(), g.name+".txt", []byte(text.String()))
		if err != nil {
			t.Fatal(err)
		}
		g.source = src
	}
	return g
}

func readLabel(s string, line int, act string) label {
	l := label{line: line, act: act, fields: map[string]string{}}
	parts := strings.Split(s, " | ")
	head := strings.Fields(parts[0])
	l.kind = head[0]
	if len(head) > 1 {
		l.object = head[1]
	}
	if len(head) > 2 {
		_, places, _ := strings.Cut(parts[0], l.object+" ")
		for p := range strings.SplitSeq(places, " ; ") {
			l.where = append(l.where, strings.TrimSpace(p))
		}
	}
	for _, p := range parts[1:] {
		k, v, _ := strings.Cut(p, "=")
		l.fields[strings.TrimSpace(k)] = v
	}
	return l
}

// realDraft reads a draft of the real documents, or skips.
func realDraft(t testing.TB, name string) *corpus.Source {
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("no real document %s", name)
	}
	src, err := extract.Bytes(context.Background(), filepath.Base(name), data)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// A score counts what was read right.
type score struct{ labels, read, right, unreadLabels, unreadRight, effects, effectsRight int }

func (s *score) add(o score) {
	s.labels += o.labels
	s.read += o.read
	s.right += o.right
	s.unreadLabels += o.unreadLabels
	s.unreadRight += o.unreadRight
	s.effects += o.effects
	s.effectsRight += o.effectsRight
}

func (s score) precision() float64 { return float64(s.right) / float64(max(s.read, 1)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(s.labels, 1)) }

// TestGold reads all gold files. An operation is right if its line, kind,
// object, act, places, words, new units and numbers all are.
func TestGold(t *testing.T) {
	names, _ := filepath.Glob("testdata/gold/*.gold")
	var all, kazakh score
	lost := 0
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".gold"), func(t *testing.T) {
			g := readGold(t, name)
			s, silent := g.judge(t)
			all.add(s)
			if strings.Contains(g.name, "kk-") {
				kazakh.add(s)
			}
			lost += silent
			t.Logf("precision %.3f (%d of %d), recall %.3f (%d of %d), unread %d of %d, effects %d of %d",
				s.precision(), s.right, s.read, s.recall(), s.right, s.labels, s.unreadRight, s.unreadLabels, s.effectsRight, s.effects)
		})
	}
	t.Logf("all: precision %.3f (%d of %d), recall %.3f (%d of %d), unread %d of %d, effects %d of %d; misses that are told nowhere: %d",
		all.precision(), all.right, all.read, all.recall(), all.right, all.labels, all.unreadRight, all.unreadLabels, all.effectsRight, all.effects, lost)
	t.Logf("Kazakh: precision %.3f (%d of %d), recall %.3f (%d of %d)", kazakh.precision(), kazakh.right, kazakh.read, kazakh.recall(), kazakh.right, kazakh.labels)
	if all.labels == 0 {
		t.Fatal("no labels")
	}
	if all.precision() < 0.98 || all.recall() < 0.95 || lost > 0 {
		t.Errorf("want precision 0.98, recall 0.95, and each miss among the unread")
	}
}

// judge compares what is read with the labels; silent counts the misses that
// are not among the unread.
func (g *gold) judge(t *testing.T) (s score, silent int) {
	doc, _ := parse.Parse(g.source)
	d := amend.Read(doc)
	s.read = len(d.Operations)
	used := make([]bool, len(d.Operations))
	for i := range g.labels {
		l := &g.labels[i]
		if l.kind == "unread" {
			s.unreadLabels++
			if slices.ContainsFunc(d.Unread, func(u amend.Unread) bool { return u.Lines.Lo <= l.line && l.line < u.Lines.Hi }) {
				s.unreadRight++
			} else {
				t.Errorf("line %d: not told as unread: %s", l.line+1, g.source.Lines[l.line].Text)
			}
			continue
		}
		s.labels++
		best, why := -1, "no operation of this line"
		for j := range d.Operations {
			op := &d.Operations[j]
			if used[j] || op.Lines.Lo != l.line {
				continue
			}
			w := l.differs(op, d)
			if w == "" {
				w = g.torn(l, op)
			}
			if w == "" {
				best = j
				break
			}
			if why == "no operation of this line" {
				why = w
			}
		}
		if best >= 0 {
			used[best] = true
			s.right++
			if l.effect != "" || l.fields["fx"] != "" {
				s.effects++
				if l.effectRight(d.Operations[best].Effect) {
					s.effectsRight++
				} else {
					t.Logf("line %d: effect %+v", l.line+1, d.Operations[best].Effect)
				}
			}
			continue
		}
		told := slices.ContainsFunc(d.Unread, func(u amend.Unread) bool { return u.Lines.Lo <= l.line && l.line < u.Lines.Hi })
		if !told {
			silent++
		}
		t.Logf("line %d: %s (unread: %v): %s", l.line+1, why, told, g.source.Lines[l.line].Text)
	}
	for j, op := range d.Operations {
		if !used[j] {
			t.Logf("line %d: wrongly read: %s %s %s %q %q", op.Lines.Lo+1, op.Kind, op.Object, paths(op.Where), op.Old, op.New)
		}
	}
	for _, u := range d.Unread {
		if !slices.ContainsFunc(g.labels, func(l label) bool { return u.Lines.Lo <= l.line && l.line < u.Lines.Hi }) {
			t.Errorf("line %d: unread, though it is no order: %s", u.Lines.Lo+1, u.Text)
		}
	}
	return s, silent
}

func paths(ws []amend.Where) string {
	var out []string
	for _, w := range ws {
		p := path(w)
		switch w.Part {
		case "":
		case amend.PartSentence:
			p += fmt.Sprintf("#sentence%d", w.Sentence)
		default:
			p += "#" + string(w.Part)
		}
		out = append(out, p)
	}
	return strings.Join(out, " ; ")
}

// path is Where.Path with a star for what levels of no kind are called: by
// their numbers they are known.
func path(w amend.Where) string {
	w.Levels = slices.Clone(w.Levels)
	for i := range w.Levels {
		if l := &w.Levels[i]; l.Noun != "" || l.Kind == corpus.KindRow && len(l.Nums) == 0 {
			l.Noun = "*"
		}
	}
	return w.Path()
}

// differs says in what an operation is not what the label says.
func (l *label) differs(op *amend.Operation, d *amend.Draft) string {
	same := func(what, want, have string) string {
		if norm(want) != norm(have) {
			return fmt.Sprintf("%s is %q, not %q", what, have, want)
		}
		return ""
	}
	act := ""
	if op.Act >= 0 && op.Act < len(d.Acts) {
		act = d.Acts[op.Act].Title
		if act == "" {
			act = d.Acts[op.Act].Name
		}
	}
	var units, nums []string
	below := 0
	for _, u := range op.Units {
		step := corpus.Step{Kind: u.Kind, Nums: []string{corpus.Number(u.Num)}}.String()
		units = append(units, strings.TrimSuffix(step, "."))
		u.Walk(func(*corpus.Unit) bool { below++; return true })
		below--
	}
	nums = append(nums, op.Nums...)
	flag := func(b bool) string { return map[bool]string{true: "yes", false: ""}[b] }
	has := func(f string) string {
		if _, ok := l.fields[f]; ok {
			return "yes"
		}
		return ""
	}
	checks := []string{
		same("kind", l.kind, string(op.Kind)),
		same("object", l.object, string(op.Object)),
		same("where", strings.Join(l.where, " ; "), paths(op.Where)),
		same("old", l.fields["old"], op.Old),
		same("side", l.fields["side"], string(op.Side)),
		same("everywhere", has("everywhere"), flag(op.Everywhere)),
		same("cases", has("cases"), flag(op.Cases)),
		same("until", l.fields["until"], op.Until),
	}
	if !strings.Contains(norm(kazakhI.Replace(act)), norm(kazakhI.Replace(l.act))) {
		checks = append(checks, fmt.Sprintf("act is %q, not %q", act, l.act))
	}
	if w, ok := l.fields["new"]; ok {
		checks = append(checks, same("new", w, op.New))
	}
	if w, ok := l.fields["nums"]; ok {
		checks = append(checks, same("nums", w, strings.Join(nums, " ")))
	}
	if w, ok := l.fields["units"]; ok {
		have := strings.Join(units, " ")
		checks = append(checks, same("units", w, have))
	}
	if w, ok := l.fields["n"]; ok {
		checks = append(checks, same("units below", w, fmt.Sprint(below)))
	}
	for _, c := range checks {
		if c != "" {
			return c
		}
	}
	return ""
}

// torn says where new text that a draft puts in quotes, from the line below the
// order on, was not taken from the quote that opens to the one that closes it.
func (g *gold) torn(l *label, op *amend.Operation) string {
	if op.New == "" || l.fields["new"] != "" || l.line+1 >= len(g.source.Lines) {
		return ""
	}
	if w, ok := l.fields["ends"]; ok {
		if !strings.HasSuffix(norm(op.New), norm(w)) {
			return fmt.Sprintf("new text is %q, which does not end with %q", op.New, w)
		}
		return ""
	}
	first, opened := strings.CutPrefix(strings.TrimSpace(g.source.Lines[l.line+1].Text), "«")
	if !opened {
		return ""
	}
	have := strings.Split(op.New, "\n")
	if l.line+len(have) >= len(g.source.Lines) {
		return "new text is longer than the draft"
	}
	var block []string
	for i := range have {
		block = append(block, strings.TrimSpace(g.source.Lines[l.line+1+i].Text))
	}
	block[0] = first
	last := strings.TrimRight(block[len(block)-1], ";.,")
	text, closed := strings.CutSuffix(last, "»")
	if block[len(block)-1] = text; !closed || norm(strings.Join(block, "\n")) != norm(op.New) {
		return fmt.Sprintf("new text is %q, which is not all between the quotes", op.New)
	}
	return ""
}

// effectRight compares with «2026-01-01», «60d», «10d», «0d».
func (l *label) effectRight(e amend.Effect) bool {
	want := l.effect
	if fx := l.fields["fx"]; fx != "" {
		want = fx
	}
	want, _, _ = strings.Cut(want, " ")
	if days, ok := strings.CutSuffix(want, "d"); ok {
		return e.Published && fmt.Sprint(e.Days) == days
	}
	return e.Date == want
}

// kazakhI: the name of an act is as printed, and old texts print і as Latin i.
var kazakhI = strings.NewReplacer("i", "і", "I", "І")

var quotes = strings.NewReplacer("«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`, "ё", "е", "\u00a0", " ")

func norm(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(quotes.Replace(s))), " ")
}
