package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"svod/compare"
	"svod/corpus"
	"svod/corpus/extract"
)

// dataFolder finds the real documents; without them it skips the test.
func dataFolder(t *testing.T) string {
	t.Helper()
	dir, _ := os.Getwd()
	for root := os.Getenv("SVOD_DATA"); ; dir = filepath.Dir(dir) {
		if root == "" {
			root = filepath.Join(dir, "shared", "data")
		}
		if _, err := os.Stat(root); err == nil {
			return root
		}
		if dir == filepath.Dir(dir) {
			t.Skip("the real documents (shared/data) are not here")
		}
		root = ""
	}
}

// twins are files of one document each, in several formats. The first of them
// is what the others are held against.
var twins = []string{
	"reports/generated/lo/polozhenie.docx .doc .rtf .odt .pdf ../src/polozhenie.html ../pdf/chromium_skia.pdf ../pdf/wkhtmltopdf_qt.pdf ../pdf/lo_writer.pdf",
	"reports/generated/docx_handmade/tracked_changes_ru.docx .doc .rtf .odt",
	"reports/dedoc_testdata/tests/data/laws/ukrf.docx .doc .odt",
}

// The same document gives the same tree, whatever the format it comes in.
func TestTwins(t *testing.T) {
	root := dataFolder(t)
	for _, group := range twins {
		names := strings.Fields(group)
		first := filepath.Join(root, names[0])
		want := unitsOf(t, extract.Reader{}, first)
		for _, n := range names[1:] {
			name := strings.TrimSuffix(first, filepath.Ext(first)) + n
			if strings.Contains(n, "/") {
				name = filepath.Join(filepath.Dir(first), n)
			}
			t.Run(filepath.Base(name), func(t *testing.T) {
				if got := unitsOf(t, extract.Reader{}, name); got != want {
					t.Errorf("other than from %s:\n%s", filepath.Base(first), difference(want, got))
				}
			})
		}
	}
}

// Both views of tracked changes are the same in every format that holds them,
// and are what is expected.
func TestTwinsOfTrackedChanges(t *testing.T) {
	folder := filepath.Join(dataFolder(t), "reports/generated/docx_handmade")
	for view, original := range map[string]bool{"accepted": false, "rejected": true} {
		b, err := os.ReadFile(filepath.Join(folder, "tracked_changes_ru."+view+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Join(strings.Fields(string(b)), " ")
		for _, x := range []string{".docx", ".odt", ".rtf", ".doc"} {
			src, err := extract.Reader{Original: original}.File(t.Context(), filepath.Join(folder, "tracked_changes_ru"+x))
			if err != nil {
				t.Errorf("%s: %v", x, err)
				continue
			}
			if got := joined(src); !strings.HasPrefix(got, want) { // a table follows
				t.Errorf("%s, %s:\n%s\nwant\n%s", x, view, got, want)
			}
		}
	}
}

// wordTwins are a PDF and the Word file it was made from: 99 of 100 words
// agree, in order.
var wordTwins = []string{
	"2/3/2_59.docx .pdf", "3/1/3_77.G0441958.docx .pdf", "3/1/3_78.G0943453.docx .pdf", "3/1/3_65.INT_CCPR_GEC_6634_R.doc .pdf",
}

func TestTwinsByWords(t *testing.T) {
	root := filepath.Join(dataFolder(t), "reports/fcoz_un_reports/sites/s1/international_obligations")
	for _, pair := range wordTwins {
		office, pdf, _ := strings.Cut(pair, " ")
		pdf = strings.TrimSuffix(office, filepath.Ext(office)) + pdf
		t.Run(filepath.Base(pdf), func(t *testing.T) {
			want, err := extract.File(t.Context(), filepath.Join(root, office))
			if err != nil {
				t.Fatal(err)
			}
			got, err := extract.File(t.Context(), filepath.Join(root, pdf))
			if err != nil {
				t.Fatal(err)
			}
			a, b := bare(joined(want)), bare(joined(got))
			same := 0
			for _, e := range compare.Diff(a, b) {
				if e.Op == compare.Equal {
					same += len(strings.Fields(e.Text))
				}
			}
			all := max(len(strings.Fields(a)), len(strings.Fields(b)))
			if same*100 < all*99 {
				t.Errorf("%d of %d words agree", same, all)
			}
		})
	}
}

// unitsOf prints a document's units, a line each: what must not depend on the
// format.
func unitsOf(t *testing.T, x extract.Reader, name string) string {
	t.Helper()
	r, err := read(t.Context(), x, name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for a, u := range r.doc.All() {
		fmt.Fprintf(&b, "%s %s %q", a, u.Kind, strings.Join(strings.Fields(u.Own()), " "))
		for _, n := range u.Notes {
			fmt.Fprintf(&b, " [%s]", n.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// joined is the text of a source in one line.
func joined(src *corpus.Source) string {
	var words []string
	for _, l := range src.Lines {
		words = append(words, strings.Fields(l.Text)...)
	}
	return strings.Join(words, " ")
}

// bare drops the marks of footnotes: a Word file knows them from superscripts,
// a printed page does not.
func bare(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
			return -1
		}
		return r
	}, s)), " ")
}

// difference lists the lines in which two outlines differ.
func difference(want, got string) string {
	in := func(lines []string) map[string]bool {
		m := map[string]bool{}
		for _, l := range lines {
			m[l] = true
		}
		return m
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	inW, inG := in(w), in(g)
	var b strings.Builder
	for _, l := range w {
		if !inG[l] {
			fmt.Fprintf(&b, "- %s\n", l)
		}
	}
	for _, l := range g {
		if !inW[l] {
			fmt.Fprintf(&b, "+ %s\n", l)
		}
	}
	return b.String()
}
