package apply

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/words"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}

// realActs reads acts of the data folder beside a parent of this folder, or
// $SVOD_DATA; without it the test is skipped.
func realActs(t *testing.T, patterns ...string) map[string]*corpus.Document {
	t.Helper()
	root := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); root == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "shared", "data")); err == nil {
			root = filepath.Join(dir, "shared", "data")
		}
	}
	out := map[string]*corpus.Document{}
	for _, p := range patterns {
		names, _ := filepath.Glob(filepath.Join(root, "acts", p))
		for _, name := range names {
			src, err := extract.File(t.Context(), name)
			if err != nil {
				t.Fatal(err)
			}
			d, _ := parse.Parse(src)
			out[filepath.Base(name)] = d
		}
	}
	if len(out) == 0 {
		t.Skipf("no acts %v in the data folder", patterns)
	}
	return out
}

// TestRealActs: what is ordered and taken back leaves real acts as they are.
func TestRealActs(t *testing.T) {
	for name, d := range realActs(t, "kz-ngo/*.md", "kz-adilet-docx/*/*.docx", "ru-html/102038925.html", "kz-office/*новая.docx") {
		t.Run(name, func(t *testing.T) {
			same := func(what string, r *Result) {
				t.Helper()
				if err := r.New.Verify(); err != nil {
					t.Errorf("%s: %v", what, err)
				}
				if !slices.EqualFunc(r.New.Source.Lines, d.Source.Lines, func(a, b corpus.Line) bool { return a.Text == b.Text && a.Style == b.Style && a.Page == b.Page }) {
					t.Errorf("%s: another text:\n%s", what, changes(text(d), text(r.New)))
				}
				if own(r.New) != own(d) {
					t.Errorf("%s: other units:\n%s", what, changes(own(d), own(r.New)))
				}
			}
			same("nothing", Apply(d, draft(), 0, Options{}))

			var there, back []amend.Operation
			n := 0
			for a, u := range d.All() {
				if u.Num == "" || u.Kind < corpus.KindArticle || strings.Contains(string(a), "~") {
					continue
				}
				if n++; n%7 != 0 {
					continue
				}
				ref, ok := corpus.ParseReference(string(a))
				spots := d.Spots(corpus.Reference{Steps: ref.Steps})
				if !ok || !slices.ContainsFunc(spots, func(s corpus.Spot) bool { return s.Unit == u }) {
					t.Errorf("%s is not found by its address", a)
					continue
				}
				if len(spots) > 1 { // the act has two of that name
					continue
				}
				word := rareWord(u, d.Meta.Language)
				if word == "" {
					continue
				}
				op := amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: []amend.Where{at(string(a))}, Old: word, New: fmt.Sprintf("замена%d", n)}
				there = append(there, op)
				op.Old, op.New = op.New, op.Old
				back = append(back, op)
			}
			r := Apply(d, draft(there...), 0, Options{NoNotes: true})
			if _, done := r.Counts(); done != len(there) {
				for _, o := range r.Outcomes {
					if o.Status != Done {
						t.Fatalf("%s of %s: %s", there[o.Operation].Old, o.Path, o.Code)
					}
				}
			}
			if len(there) > 0 && text(r.New) == text(d) {
				t.Error("nothing changed")
			}
			same("there and back", Apply(r.New, draft(back...), 0, Options{NoNotes: true}))
			t.Logf("%d words there and back", len(there))
		})
	}
}

// rareWord is a word that stands once in a provision, in its own text.
func rareWord(u *corpus.Unit, lang string) string {
	if u.Kind == corpus.KindArticle && u.Title != "" {
		return ""
	}
	all := fold(whole(u))
	for _, w := range words.Split(u.Text, lang) {
		if s := u.Text[w.Lo:w.Hi]; w.Part == 0 && len(s) > 10 && len(search(all, fold(s))) == 1 && !strings.ContainsAny(s, "-\u00ad") {
			return s
		}
	}
	return ""
}

func whole(u *corpus.Unit) string {
	var b strings.Builder
	u.Walk(func(k *corpus.Unit) bool {
		b.WriteString(k.Own() + "\n")
		return true
	})
	return b.String()
}
