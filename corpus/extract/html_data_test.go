package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// htmlPages finds the acts of a state portal, as it publishes them.
func htmlPages(t *testing.T) []string {
	t.Helper()
	dir := os.Getenv("SVOD_DATA")
	if dir == "" {
		wd, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for up := wd; up != filepath.Dir(up); up = filepath.Dir(up) {
			d := filepath.Join(up, "shared", "data")
			if fi, err := os.Stat(d); err == nil && fi.IsDir() {
				dir = d
				break
			}
		}
	}
	names, _ := filepath.Glob(filepath.Join(dir, "acts", "ru-html", "*.html"))
	if dir == "" || len(names) == 0 {
		t.Skip("no pages in acts/ru-html of the data folder")
	}
	return names
}

// TestHTMLKeepsEveryLetter compares the letters of real acts with what another
// parser finds in the same pages: none may be lost or moved.
func TestHTMLKeepsEveryLetter(t *testing.T) {
	if underRace {
		t.Skip("slow under the race detector, which has nothing to find in it")
	}
	for _, name := range htmlPages(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src, err := Bytes(context.Background(), name, data)
			if err != nil {
				t.Fatal(err)
			}
			if src.Format != "html" {
				t.Fatalf("format %q", src.Format)
			}
			root, err := html.Parse(strings.NewReader(string(data)))
			if err != nil {
				t.Fatal(err)
			}
			var want, got strings.Builder
			for n := range root.Descendants() {
				if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" && n.Parent.Data != "title" {
					want.WriteString(onlyLetters(n.Data))
				}
			}
			for _, l := range src.Lines {
				got.WriteString(onlyLetters(l.Text))
			}
			a, b := got.String(), want.String()
			if a == b {
				return
			}
			i := 0
			for i < min(len(a), len(b)) && a[i] == b[i] {
				i++
			}
			t.Errorf("differs at byte %d: got …%.200q, want …%.200q", i, a[i:], b[i:])
		})
	}
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
