package compare

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"svod/compare/internal/mutant"
	"svod/corpus"
)

var seeds = flag.Int("seeds", 0, "mutants of each act in TestEvaluation")

// What the evaluation asks for.
const (
	leastF1     = 0.995
	leastRecall = 0.95
	mostFalse   = 0.001 // changes of units that nobody touched, of all units
)

// A score counts what a matcher found of a truth.
type score struct{ right, found, true int }

func (s *score) add(o score) { s.right += o.right; s.found += o.found; s.true += o.true }
func (s score) f1() float64  { return 2 * float64(s.right) / float64(max(1, s.found+s.true)) }
func (s score) recall() float64 {
	return float64(s.right) / float64(max(1, s.true))
}

// A tally is the result of one comparison or several.
type tally struct {
	links, labels, lines score // ours and of the baselines
	kinds                map[string]*score
	units                int
	falseChanges         []string
	falseMoves           []string
	missed               []string
}

func (t *tally) add(o *tally) {
	t.links.add(o.links)
	t.labels.add(o.labels)
	t.lines.add(o.lines)
	if t.kinds == nil {
		t.kinds = map[string]*score{}
	}
	for k, s := range o.kinds {
		if t.kinds[k] == nil {
			t.kinds[k] = &score{}
		}
		t.kinds[k].add(*s)
	}
	t.units += o.units
	t.falseChanges = append(t.falseChanges, o.falseChanges...)
	t.falseMoves = append(t.falseMoves, o.falseMoves...)
	t.missed = append(t.missed, o.missed...)
}

// judge compares a mutant with its act and scores the rows. Units of equal text
// are interchangeable: an act that says the same twice does not tell them apart.
func judge(c *Comparison, m *mutant.Mutant, old, new *corpus.Document) *tally {
	t := &tally{kinds: map[string]*score{}}
	t.links = scoreLinks(m, new, func(yield func(o, n string)) {
		for _, r := range c.Rows {
			for _, o := range r.Old {
				for _, n := range r.New {
					yield(o.Text, n.Text)
				}
			}
		}
	})
	t.labels = scoreLinks(m, new, byLabels(old, new))
	t.lines = scoreLinks(m, new, byLines(old, new))

	said := map[string][]Change{}
	touched := func(ns []*node) bool {
		return slices.ContainsFunc(ns, func(n *node) bool { return m.Touched[n.unit] })
	}
	for _, r := range c.Rows {
		for _, n := range r.news {
			said["new "+n.own.text] = append(said["new "+n.own.text], r.Change)
		}
		for _, o := range r.olds {
			said["old "+o.own.text] = append(said["old "+o.own.text], r.Change)
		}
		t.units += max(len(r.Old), len(r.New))
		if r.Change == Unchanged || r.Change == Notes || touched(r.olds) || touched(r.news) {
			continue
		}
		t.falseChanges = append(t.falseChanges, fmt.Sprintf("%s %v → %v", r.Change, r.Old, r.New))
		if r.Change == Moved {
			t.falseMoves = append(t.falseMoves, t.falseChanges[len(t.falseChanges)-1])
		}
	}
	for _, e := range m.Truth {
		if e.Unit.Own() == "" {
			continue
		}
		s := t.kinds[e.Kind]
		if s == nil {
			s = &score{}
			t.kinds[e.Kind] = s
		}
		s.true++
		key := "new " + e.Unit.Own()
		if e.Gone {
			key = "old " + e.Unit.Own()
		}
		i := slices.IndexFunc(said[key], func(c Change) bool { return slices.Contains(e.Want, string(c)) })
		if i < 0 {
			t.missed = append(t.missed, fmt.Sprintf("%s: %s %s is %v", e.Kind, e.Unit.Label, e.Unit.Own(), said[key]))
			continue
		}
		said[key] = slices.Delete(said[key], i, i+1)
		s.right++
	}
	return t
}

// scoreLinks scores pairs of texts.
func scoreLinks(m *mutant.Mutant, new *corpus.Document, pairs func(func(o, n string))) score {
	var s score
	truth := map[[2]string]int{}
	for _, u := range new.All() {
		for _, o := range m.From[u] {
			if o.Own() != "" && u.Own() != "" {
				truth[[2]string{o.Own(), u.Own()}]++
				s.true++
			}
		}
	}
	pairs(func(o, n string) {
		if o == "" || n == "" {
			return
		}
		s.found++
		if k := [2]string{o, n}; truth[k] > 0 {
			truth[k]--
			s.right++
		}
	})
	return s
}

// byLabels is the baseline that goes by numbers alone.
func byLabels(old, new *corpus.Document) func(func(o, n string)) {
	return func(yield func(o, n string)) {
		at := map[corpus.Address]string{}
		for a, u := range old.All() {
			at[a] = u.Own()
		}
		for a, u := range new.All() {
			yield(at[a], u.Own())
		}
	}
}

// byLines is the baseline that goes by lines, as git diff --color-moved does:
// equal lines in order, what lies between them line by line, and equal lines
// anywhere else as moved.
func byLines(old, new *corpus.Document) func(func(o, n string)) {
	texts := func(d *corpus.Document) (out []string) {
		for _, u := range d.All() {
			if s := u.Own(); s != "" {
				out = append(out, s)
			}
		}
		return out
	}
	return func(yield func(o, n string)) {
		a, b := texts(old), texts(new)
		goneAt, cameAt := map[string]int{}, []string(nil)
		flush := func(gone, came []string) {
			for i := range min(len(gone), len(came)) {
				yield(gone[i], came[i])
			}
			for _, s := range gone[min(len(gone), len(came)):] {
				goneAt[s]++
			}
			cameAt = append(cameAt, came[min(len(gone), len(came)):]...)
		}
		i, j := 0, 0
		for _, l := range patience(a, b) {
			flush(a[i:l[0]], b[j:l[1]])
			yield(a[l[0]], b[l[1]])
			i, j = l[0]+1, l[1]+1
		}
		flush(a[i:], b[j:])
		for _, s := range cameAt {
			if goneAt[s] > 0 {
				goneAt[s]--
				yield(s, s)
			}
		}
	}
}

// patience returns the equal lines of two texts that keep their order: those
// that are unique, and between them those at both ends.
func patience(a, b []string) [][2]int {
	count := map[string][4]int{} // in a, in b, last place in each
	for i, s := range a {
		c := count[s]
		c[0], c[2] = c[0]+1, i
		count[s] = c
	}
	for j, s := range b {
		c := count[s]
		c[1], c[3] = c[1]+1, j
		count[s] = c
	}
	var unique []link
	for i, s := range a {
		if c := count[s]; c[0] == 1 && c[1] == 1 {
			unique = append(unique, link{i: i, j: c[3], weight: 1})
		}
	}
	var out [][2]int
	i, j := 0, 0
	for _, l := range append(heaviest(unique), link{i: len(a), j: len(b)}) {
		for i < l.i && j < l.j && a[i] == b[j] {
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		}
		k := 0
		for l.i-k > i && l.j-k > j && a[l.i-k-1] == b[l.j-k-1] {
			k++
		}
		for ; k > 0; k-- {
			out = append(out, [2]int{l.i - k, l.j - k})
		}
		if l.i < len(a) {
			out = append(out, [2]int{l.i, l.j})
		}
		i, j = l.i+1, l.j+1
	}
	return out
}

// A testAct is one to evaluate on.
type testAct struct {
	name string
	doc  *corpus.Document
}

// realActs are the acts of shared/data that are long enough.
func realActs(t *testing.T) []testAct {
	var out []testAct
	dir := data(t, "acts")
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(filepath.Dir(dir), path)
		if err != nil {
			return err
		}
		if doc := real(t, filepath.ToSlash(name)); len(doc.Root.Units) > 0 {
			if n := len(mutant.Leaves(doc.Root, 5)); n >= 30 {
				out = append(out, testAct{strings.TrimPrefix(filepath.ToSlash(name), "acts/"), doc})
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestEvaluation measures the alignment on seeded mutant.Kinds of real acts.
// It takes long and is a command of its own: make evaluate.
func TestEvaluation(t *testing.T) {
	if *seeds == 0 {
		t.Skip("a command of its own: make evaluate")
	}
	var sum tally
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	report := testing.Verbose()
	if report {
		fmt.Fprintln(w, "act\tunits\tmutations\tF1\tby labels\tby lines\tfalse changes")
	}
	for _, c := range realActs(t) {
		var one tally
		made := 0
		for seed := range uint64(*seeds) {
			m := newMutant(seed, c.doc.Root)
			// One mutation for about 12 provisions, of every kind in turn.
			for i := range max(len(mutant.Kinds), min(200, len(mutant.Leaves(c.doc.Root, 5))/12)) {
				kind := mutant.Kinds[i%(len(mutant.Kinds)-1)]
				if m.Make(kind) {
					made++
				}
			}
			if seed%2 == 1 && m.Make("shift numbers") {
				made++
			}
			old, new := m.Documents(c.doc.Meta.Language)
			one.add(judge(Compare(old, new), m, old, new))
		}
		sum.add(&one)
		if report {
			fmt.Fprintf(w, "%s\t%d\t%d\t%.4f\t%.4f\t%.4f\t%d\n", c.name, one.units, made, one.links.f1(), one.labels.f1(), one.lines.f1(), len(one.falseChanges))
		}
	}
	if report {
		fmt.Fprintf(w, "all\t%d\t\t%.4f\t%.4f\t%.4f\t%d\n", sum.units, sum.links.f1(), sum.labels.f1(), sum.lines.f1(), len(sum.falseChanges))
		for _, k := range mutant.Kinds {
			if s := sum.kinds[k]; s != nil {
				fmt.Fprintf(w, "%s\trecall\t%d of %d\t%.4f\n", k, s.right, s.true, s.recall())
			}
		}
		w.Flush()
	}
	if f := sum.links.f1(); f < leastF1 {
		t.Errorf("F1 of links is %.4f", f)
	}
	for k, s := range sum.kinds {
		if s.recall() < leastRecall {
			t.Errorf("%s: %d of %d found", k, s.right, s.true)
		}
	}
	if float64(len(sum.falseChanges)) > mostFalse*float64(sum.units) {
		t.Errorf("%d of %d units changed falsely", len(sum.falseChanges), sum.units)
	}
	if len(sum.falseMoves) > 0 {
		t.Errorf("%d false moves", len(sum.falseMoves))
	}
	for _, s := range slices.Concat(sum.missed, sum.falseChanges) {
		t.Logf("%.300s", s)
	}
}
