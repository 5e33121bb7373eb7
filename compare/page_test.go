package compare

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"svod/corpus"
)

// checkPage checks that the page of a comparison has both texts whole, that
// its anchors are unique and its links lead to them.
func checkPage(t testing.TB, c *Comparison) {
	t.Helper()
	var b bytes.Buffer
	if err := c.SideBySide(&b, Options{}); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	var links []string
	var old, new, above strings.Builder
	var walk func(n *html.Node, into *strings.Builder)
	walk = func(n *html.Node, into *strings.Builder) {
		if n.Type == html.TextNode && into != nil {
			into.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("two elements are called %q", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links = append(links, a.Val[1:])
			case a.Key == "href", a.Key == "src":
				t.Errorf("the page needs %q", a.Val)
			case a.Key == "class" && a.Val == "old" && n.Data == "td":
				into = &old
			case a.Key == "class" && a.Val == "new" && n.Data == "td":
				into = &new
			}
		}
		switch n.Data {
		case "h2", "h3":
			into = &above
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			walk(k, into)
		}
		if into != nil && (n.Data == "td" || n.Data == "p" || n.Data == "h2" || n.Data == "h3") {
			into.WriteByte('\n')
		}
	}
	walk(root, nil)
	for _, l := range links {
		if name, err := url.PathUnescape(l); err != nil || !ids[name] {
			t.Errorf("a link leads nowhere: %q", l)
		}
	}
	for _, s := range []struct {
		name string
		doc  *corpus.Document
		text string
	}{{"old", c.old, old.String()}, {"new", c.new, new.String()}} {
		text, heads := squeeze(s.text), squeeze(above.String())
		for a, u := range s.doc.All() {
			for _, want := range append([]string{u.Title, u.Text}, noteTexts(u)...) {
				if want = squeeze(want); !strings.Contains(text, want) && !strings.Contains(heads, want) {
					t.Errorf("%s %s: the page lacks %q", s.name, a, want)
				}
			}
		}
	}
}

func noteTexts(u *corpus.Unit) []string {
	var out []string
	for _, n := range u.Notes {
		out = append(out, n.Text)
	}
	return out
}

// squeeze drops white space, which pages and acts set in their own ways, and
// what no page can hold.
func squeeze(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
	return strings.Join(strings.Fields(s), "")
}

func TestSideBySide(t *testing.T) {
	old, new := act(t, oldAct), act(t, newAct)
	old.Meta.Edition, new.Meta.Edition = "2019-06-01", "2021-01-03"
	c := Compare(old, new)
	checkPage(t, c)
	var b bytes.Buffer
	if err := c.SideBySide(&b, Options{}); err != nil {
		t.Fatal(err)
	}
	// Style sheet and script are files of their own.
	page := b.String()
	for _, tag := range []string{"style", "script"} {
		before, rest, _ := strings.Cut(page, "<"+tag+">")
		_, after, _ := strings.Cut(rest, "</"+tag+">")
		page = before + "<" + tag + "></" + tag + ">" + after
	}
	golden(t, "page.html", page)
	for _, lang := range []string{"kk", "en"} {
		b.Reset()
		if err := c.SideBySide(&b, Options{Lang: lang}); err != nil || !strings.Contains(b.String(), `<html lang="`+lang+`">`) {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

func TestRealSideBySide(t *testing.T) {
	for _, pair := range realPairs {
		t.Run(pair[1], func(t *testing.T) {
			checkPage(t, Compare(real(t, pair[0]), real(t, pair[1])))
		})
	}
}

func BenchmarkSideBySide(b *testing.B) {
	c := Compare(typed(longAct(800)), typed(strings.ReplaceAll(longAct(800), "комиссия", "совет")))
	b.ResetTimer()
	for range b.N {
		if err := c.SideBySide(&bytes.Buffer{}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
