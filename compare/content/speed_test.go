package content

import (
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// realReports are the reports among the real documents that are read without a
// worker, as what a big corpus is made of.
func realReports(t testing.TB) []*corpus.Document {
	dir := filepath.Join(dataDir(t), "reports")
	var docs []*corpus.Document
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(name, "testsuites") || strings.Contains(name, "generated") || strings.Contains(name, "dedoc") {
			return err
		}
		switch filepath.Ext(name) {
		case ".docx", ".md", ".html", ".txt", ".doc":
			if src, err := extract.File(t.Context(), name); err == nil {
				doc, _ := parse.Parse(src)
				docs = append(docs, doc)
			}
		}
		return nil
	})
	if err != nil || len(docs) == 0 {
		t.Skip(err)
	}
	return docs
}

// A shuffler makes reports of the passages of others, with numbers of its own.
type shuffler struct {
	passages []string
	rand     *rand.Rand
}

func newShuffler(docs []*corpus.Document) *shuffler {
	s := &shuffler{rand: rand.New(rand.NewPCG(1, 2026))}
	for _, d := range docs {
		for _, u := range d.All() {
			if own := u.Own(); len(own) > 80 {
				s.passages = append(s.passages, own)
			}
		}
	}
	return s
}

// text makes the text of a report of about the size in bytes.
func (s *shuffler) text(n, size int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Отчёт о работе Общественного совета за %d год\n", 2000+n%25)
	for i := 1; b.Len() < size; i++ {
		p := strings.ReplaceAll(s.passages[s.rand.IntN(len(s.passages))], "\n", " ")
		p = strings.Map(func(r rune) rune {
			if r >= '1' && r <= '9' {
				return '1' + rune(s.rand.IntN(9))
			}
			return r
		}, p)
		fmt.Fprintf(&b, "%d. %s\n", i, p)
	}
	return b.String()
}

// report makes a report.
func (s *shuffler) report(t testing.TB, n, size int) *corpus.Document {
	src, err := extract.Bytes(t.Context(), "отчёт-"+strconv.Itoa(n)+".txt", []byte(s.text(n, size)))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	d.Attributes = map[string]string{"region": strconv.Itoa(n % 17)}
	return d
}

// bigCodebook makes a codebook of 200 patterns in 40 categories of what the
// texts say often: a hard case, as nearly each pattern is found.
func bigCodebook(passages []string) string {
	words, pairs := map[string]int{}, map[string]int{}
	for _, p := range passages {
		ws := strings.FieldsFunc(strings.ToLower(p), func(r rune) bool { return !unicode.IsLetter(r) })
		for i, w := range ws {
			if len(w) > 10 {
				words[w]++
			}
			if i > 0 && len(w) > 8 && len(ws[i-1]) > 8 {
				pairs[ws[i-1]+" "+w]++
			}
		}
	}
	most := func(m map[string]int, n int) []string {
		return slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b)) })[:n]
	}
	var patterns []string
	for i, p := range most(pairs, 140) {
		switch {
		case i < 80:
		case i < 110:
			p = strings.Replace(p, " ", " /5 ", 1)
		default:
			p = strings.Replace(p, " ", " /с ", 1)
		}
		patterns = append(patterns, p)
	}
	for i, w := range most(words, 60) {
		if i%2 == 1 {
			w = string([]rune(w)[:5]) + "*"
		}
		patterns = append(patterns, w)
	}
	var b strings.Builder
	b.WriteString("codebook: Скорость\ncategories:\n")
	for i := range 40 {
		fmt.Fprintf(&b, "  - id: к%d\n    any:\n", i)
		for j := range 5 {
			fmt.Fprintf(&b, "      - %q\n", patterns[i+40*j])
		}
	}
	return b.String()
}

var reportsDir = flag.String("reports", "", "folder to write reports and a codebook of 200 patterns into, for `make reports`")

// TestWriteReports writes what docs/speed.md measures counting with.
func TestWriteReports(t *testing.T) {
	if *reportsDir == "" {
		t.Skip("-reports is not given")
	}
	s := newShuffler(realReports(t))
	if err := os.WriteFile(filepath.Join(*reportsDir, "speed.yaml"), []byte(bigCodebook(s.passages)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1000, 10_000} {
		dir := filepath.Join(*reportsDir, strconv.Itoa(n))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		register := "file;region\n"
		for i := range n {
			name := "отчёт-" + strconv.Itoa(i) + ".txt"
			if err := os.WriteFile(filepath.Join(dir, name), []byte(s.text(i, 20_000)), 0o644); err != nil {
				t.Fatal(err)
			}
			register += name + ";" + strconv.Itoa(i%17) + "\n"
		}
		if err := os.WriteFile(filepath.Join(*reportsDir, strconv.Itoa(n)+".csv"), []byte(register), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkBigCodebook counts 200 patterns, beside what a dictionary of words
// and phrases costs when tokens are looked up in it, as quanteda does: no stems, no
// nearness, no units, no evidence.
func BenchmarkBigCodebook(b *testing.B) {
	s := newShuffler(realReports(b))
	var docs []*corpus.Document
	var texts []string
	n := 0
	for i := range 100 {
		d := s.report(b, i, 20_000)
		docs = append(docs, d)
		var text strings.Builder
		for _, u := range d.All() {
			text.WriteString(u.Own() + "\n")
		}
		texts = append(texts, text.String())
		n += text.Len()
	}
	cb := mustLoad(b, bigCodebook(s.passages))
	for _, unit := range []Unit{UnitClause, UnitSentence} {
		b.Run("svod/"+string(unit), func(b *testing.B) {
			b.SetBytes(int64(n))
			k := newCounter(slices.Collect(cb.All()), unit, Longest, nil, nil)
			found := 0
			for b.Loop() {
				found = 0
				for _, d := range docs {
					for _, f := range k.tally(d).Found {
						for _, e := range f.Evidence {
							found += e.Occurrences
						}
					}
				}
			}
			b.ReportMetric(float64(found), "found")
		})
	}
	b.Run("look-up", func(b *testing.B) {
		b.SetBytes(int64(n))
		dict := newDictionary(cb)
		found := 0
		for b.Loop() {
			found = 0
			for _, text := range texts {
				found += dict.count(text)
			}
		}
		b.ReportMetric(float64(found), "found")
	})
}

// A dictionary is the baseline: words with * and phrases of them, looked up in
// lower-case tokens.
type dictionary struct {
	globs   map[string]bool   // all words of patterns
	phrases map[string][]rule // by their first word
	types   map[string][]string
}

type rule struct{ words []string }

func newDictionary(cb *Codebook) *dictionary {
	d := &dictionary{globs: map[string]bool{}, phrases: map[string][]rule{}, types: map[string][]string{}}
	for c := range cb.All() {
		for _, p := range c.Any {
			var ws []string
			for _, w := range strings.Fields(p) {
				if strings.HasPrefix(w, "/") {
					continue
				}
				// What a stem does, a cut word does here.
				if rs := []rune(strings.TrimSuffix(w, "*")); len(rs) > 5 {
					w = string(rs[:len(rs)-2]) + "*"
				}
				ws = append(ws, w)
				d.globs[w] = true
			}
			d.phrases[ws[0]] = append(d.phrases[ws[0]], rule{ws})
		}
	}
	return d
}

// of returns the patterns that a type fits; each type is compared once.
func (d *dictionary) of(typ string) []string {
	if gs, ok := d.types[typ]; ok {
		return gs
	}
	var gs []string
	for g := range d.globs {
		if begin, ok := strings.CutSuffix(g, "*"); ok && strings.HasPrefix(typ, begin) || g == typ {
			gs = append(gs, g)
		}
	}
	d.types[strings.Clone(typ)] = gs
	return gs
}

func (d *dictionary) count(text string) int {
	tokens := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	found := 0
	for i, tok := range tokens {
		for _, g := range d.of(tok) {
			for _, r := range d.phrases[g] {
				ok := i+len(r.words) <= len(tokens)
				for j := 1; ok && j < len(r.words); j++ {
					ok = slices.Contains(d.of(tokens[i+j]), r.words[j])
				}
				if ok {
					found++
				}
			}
		}
	}
	return found
}
