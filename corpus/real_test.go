package corpus_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/parse"
)

// lines makes a Source of plain text or Markdown, as simply as can be: the
// parser is what is needed here, not extraction.
func lines(name, text string) *corpus.Source {
	src := &corpus.Source{Name: name, Format: "text", SHA256: strings.Repeat("0", 64)}
	for line := range strings.Lines(text) {
		s := strings.TrimSpace(strings.ReplaceAll(line, "\u00a0", " "))
		l := corpus.Line{}
		if t := strings.TrimLeft(s, "#"); t != s && strings.HasPrefix(t, " ") {
			l.Style.Heading, s = len(s)-len(t), strings.TrimSpace(t)
		}
		if l.Text = s; s != "" {
			src.Lines = append(src.Lines, l)
		}
	}
	return src
}

// dataDir finds the folder of real documents beside the repository.
func dataDir(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		d := filepath.Join(dir, "shared", "data")
		if fi, err := os.Stat(d); err == nil && fi.IsDir() {
			return d
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("shared/data is not here")
		}
		dir = up
	}
}

// real parses the plain texts among the real acts.
func real(t testing.TB) map[string]*corpus.Document {
	t.Helper()
	dir := filepath.Join(dataDir(t), "acts")
	docs := map[string]*corpus.Document{}
	for _, glob := range []string{"kz-ngo/*.md", "kz-text/*.txt", "kz-parallel/*.md", "kg-text/*.txt", "by-constitution/*.txt", "ru-constitution/*.txt"} {
		files, _ := filepath.Glob(filepath.Join(dir, glob))
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			docs[filepath.Base(f)], _ = parse.Parse(lines(filepath.Base(f), string(data)))
		}
	}
	if len(docs) == 0 {
		t.Skip("no plain texts in shared/data/acts")
	}
	return docs
}

// TestRealActs checks on every unit of every act that its address and its
// citations in all languages lead back to it.
func TestRealActs(t *testing.T) {
	for name, d := range real(t) {
		t.Run(name, func(t *testing.T) {
			if err := d.Verify(); err != nil {
				t.Error(err)
			}
			units, exact, missed := 0, 0, 0
			for a, u := range d.All() {
				if d.At(a) != u || d.AddressOf(u) != a {
					t.Fatalf("%s does not lead back to its unit", a)
				}
				if path := d.Path(a); path[len(path)-1] != u {
					t.Fatalf("the path of %s ends elsewhere", a)
				}
				for _, lang := range []string{"ru", "kk", "en"} {
					for _, c := range []string{d.Citation(a, lang), d.ShortCitation(a, lang), string(a)} {
						units++
						r, ok := corpus.ParseReference(c)
						found := d.Resolve(r)
						switch {
						case !ok || !slices.Contains(found, a):
							if missed++; missed < 20 {
								t.Errorf("%s: %q is read as %+v, which is %v", a, c, r, found)
							}
						case len(found) == 1:
							exact++
						default:
							if os.Getenv("VERBOSE") != "" {
								t.Logf("%s: %q is %v", a, c, found)
							}
						}
						if ok && r.Rest != "" {
							t.Errorf("%q leaves %q", c, r.Rest)
						}
					}
				}
			}
			t.Logf("%d citations, %d missed, %.2f %% exact", units, missed, 100*float64(exact)/float64(units))
			if exact*100 < units*95 {
				t.Errorf("only %d of %d citations are exact", exact, units)
			}
		})
	}
}
