package parse

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"svod/corpus"
	"svod/corpus/extract"
)

// read makes a Source of plain text or Markdown: a line is a Line, «#» a
// heading, a row of cells has tabs.
func read(name, text string) *corpus.Source {
	src := &corpus.Source{Name: name, Format: "text", SHA256: strings.Repeat("0", 64)}
	table, inTable := 0, false
	for line := range strings.Lines(text) {
		s := strings.TrimFunc(line, isSpace)
		if s == "" {
			inTable = false
			continue
		}
		l := corpus.Line{}
		if t := strings.TrimLeft(s, "#"); t != s && strings.HasPrefix(t, " ") {
			l.Style.Heading = len(s) - len(t)
			s = strings.TrimSpace(t)
		}
		if t, ok := strings.CutPrefix(s, "!red "); ok {
			l.Style.Red, s = true, t
		}
		if t, ok := strings.CutPrefix(s, "!bold "); ok {
			l.Style.Bold, s = true, t
		}
		if strings.Contains(s, "|") && strings.HasPrefix(s, "|") {
			if !inTable {
				table++
			}
			inTable = true
			var cells []string
			for _, c := range strings.Split(strings.Trim(s, "|"), "|") {
				cells = append(cells, strings.TrimSpace(c))
				l.Cells = append(l.Cells, corpus.Cell{Text: strings.TrimSpace(c)})
			}
			l.Table, s = table, strings.Join(cells, "\t")
		} else {
			inTable = false
		}
		l.Text = s
		src.Lines = append(src.Lines, l)
	}
	return src
}

// dump prints a tree, a unit per line.
func dump(root *corpus.Unit) string {
	var b strings.Builder
	var walk func(*corpus.Unit, int)
	walk = func(u *corpus.Unit, depth int) {
		for _, c := range u.Units {
			fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth), c.Kind)
			if c.Num != "" {
				fmt.Fprintf(&b, " %s", c.Num)
			}
			if c.Repealed {
				b.WriteString(" repealed")
			}
			if c.Title != "" {
				fmt.Fprintf(&b, " [%s]", c.Title)
			}
			if c.Text != "" {
				fmt.Fprintf(&b, " %s", strings.ReplaceAll(strings.ReplaceAll(c.Text, "\n", " ⏎ "), "\t", " ¦ "))
			}
			b.WriteByte('\n')
			for _, n := range c.Notes {
				fmt.Fprintf(&b, "%s* %s\n", strings.Repeat("  ", depth+1), strings.ReplaceAll(n.Text, "\n", " ⏎ "))
			}
			walk(c, depth+1)
		}
	}
	walk(root, 0)
	return b.String()
}

// verify checks what holds for every tree: each line lies in exactly one unit
// or note, spans are nested and in order, and a unit's own strings hold the
// words of its lines.
func verify(d *corpus.Document) error {
	owner := make([]int, len(d.Source.Lines))
	var walk func(u *corpus.Unit) error
	walk = func(u *corpus.Unit) error {
		claimed := make(map[int]bool)
		at := u.Span.Lo
		for _, c := range u.Units {
			if c.Span.Empty() || c.Span.Lo < at || c.Span.Hi > u.Span.Hi {
				return fmt.Errorf("%s %q %v does not fit into %s %q %v after line %d", c.Kind, c.Label, c.Span, u.Kind, u.Label, u.Span, at)
			}
			at = c.Span.Hi
			for i := c.Span.Lo; i < c.Span.Hi; i++ {
				claimed[i] = true
			}
			if err := walk(c); err != nil {
				return err
			}
		}
		for _, n := range u.Notes {
			for i := n.Span.Lo; i < n.Span.Hi; i++ {
				if claimed[i] || i < u.Span.Lo || i >= u.Span.Hi {
					return fmt.Errorf("note %q %v of %s %q overlaps", n.Text, n.Span, u.Kind, u.Label)
				}
				claimed[i] = true
				owner[i]++
			}
		}
		var want, have []string
		for i := u.Span.Lo; i < u.Span.Hi; i++ {
			if !claimed[i] {
				owner[i]++
				want = append(want, letters(d.Source.Lines[i].Text)...)
			}
		}
		have = append(have, letters(u.Label+u.Title+u.Text)...)
		for _, n := range u.Notes {
			if n.Span.Empty() {
				have = append(have, letters(n.Text)...)
			}
		}
		sort.Strings(want)
		sort.Strings(have)
		if w, h := strings.Join(want, ""), strings.Join(have, ""); w != h {
			return fmt.Errorf("%s %q %v: own strings differ from own lines\nhave %s\nwant %s", u.Kind, u.Label, u.Span, h, w)
		}
		return nil
	}
	if err := walk(d.Root); err != nil {
		return err
	}
	for i, n := range owner {
		if n != 1 {
			return fmt.Errorf("line %d is in %d units: %q", i+1, n, d.Source.Lines[i].Text)
		}
	}
	return nil
}

// letters returns the visible signs of a text, for comparing bags of them.
func letters(s string) []string {
	var out []string
	for _, r := range s {
		if !unicode.IsSpace(r) {
			out = append(out, string(r))
		}
	}
	return out
}

// dataDir finds the folder of real documents beside the repository.
func dataDir(t testing.TB) string {
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if d := filepath.Join(dir, "shared", "data"); isDir(d) {
			return d
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("shared/data is not here")
		}
		dir = up
	}
}

func isDir(name string) bool {
	fi, err := os.Stat(name)
	return err == nil && fi.IsDir()
}

// realSource extracts a real document, and skips the test if it is not there.
func realSource(t testing.TB, name string) *corpus.Source {
	t.Helper()
	src, err := extract.File(t.Context(), name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func count(d *corpus.Document, kind corpus.Kind) int {
	n := 0
	d.Root.Walk(func(u *corpus.Unit) bool {
		if u.Kind == kind {
			n++
		}
		return true
	})
	return n
}

func TestRealActs(t *testing.T) {
	dir := filepath.Join(dataDir(t), "acts", "kz-ngo")
	for _, c := range []struct {
		file     string
		articles int
		title    string
		language string
		edition  string
	}{
		{"rus-95138_public-councils_ed-2021.md", 27, "Об общественных советах", "ru", "2021-01-03"},
		{"rus-95138_public-councils_ed-2019.md", 24, "Об общественных советах", "ru", "2019"},
		{"kaz-95138_public-councils_ed-2019.md", 24, "Қоғамдық кеңестер туралы", "kk", "2019"},
		{"rus-23601_social-order_ed-2022.md", 19, "О государственном социальном заказе", "ru", "2022"},
		{"rus-23601_social-order_ed-2023.md", 19, "О государственном социальном заказе", "ru", "2023"},
		{"rus-104308_public-associations_ed-2002.md", 24, "Об общественных объединениях", "ru", "2002"},
		{"rus-7950_non-commercial-organizations.md", 43, "О некоммерческих организациях", "ru", ""},
		{"rus-95458_access-to-information.md", 23, "О доступе к информации", "ru", ""},
	} {
		t.Run(c.file, func(t *testing.T) {
			d, problems := Parse(realSource(t, filepath.Join(dir, c.file)))
			if err := verify(d); err != nil {
				t.Error(err)
			}
			if n := count(d, corpus.KindArticle); n != c.articles {
				t.Errorf("%d articles, want %d", n, c.articles)
			}
			if !strings.HasPrefix(d.Meta.Title, c.title) || d.Meta.Language != c.language || d.Meta.Type != "law" || d.Meta.Jurisdiction != "KZ" ||
				d.Meta.Number != "" || d.Meta.Date != "" || !strings.HasPrefix(d.Meta.Edition, c.edition) {
				t.Errorf("meta %+v", d.Meta)
			}
			t.Logf("%+v %v", d.Meta, problems)
			if os.Getenv("DUMP") != "" {
				t.Log(dump(d.Root))
			}
		})
	}
}

// TestArticleCounts counts the articles of acts of other states and forms,
// against the headings that grep finds in them.
func TestArticleCounts(t *testing.T) {
	dir := filepath.Join(dataDir(t), "acts")
	for _, c := range []struct {
		file     string
		articles int
		state    string
	}{
		{"kz-text/constitution_kz.txt", 102, "KZ"},
		{"kz-text/labor_code_kz.txt", 220, "KZ"},
		{"kz-parallel/rus-10612_holidays.md", 6, "KZ"},
		{"kz-parallel/kaz-10612_holidays.md", 6, "KZ"},
		{"kg-text/Земельный кодекс Кыргызской Республики.txt", 124, "KG"},
		{"kg-text/Семейный кодекс Кыргызской Республики.txt", 141, "KG"},
		{"by-constitution/1994_constitution.txt", 149, "BY"},
		{"by-constitution/1996_constitution.txt", 146, "BY"},
		{"ru-constitution/00_1993-edition.txt", 137, "RU"},
		{"ru-constitution/16_14.03.2020.txt", 142, "RU"},
	} {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			d, _ := Parse(realSource(t, filepath.Join(dir, c.file)))
			if err := verify(d); err != nil {
				t.Error(err)
			}
			if n := count(d, corpus.KindArticle); n != c.articles {
				t.Errorf("%d articles, want %d", n, c.articles)
			}
			if d.Meta.Jurisdiction != c.state {
				t.Errorf("jurisdiction %q, want %q", d.Meta.Jurisdiction, c.state)
			}
		})
	}
}

// A line longer than any paragraph of an act is kept whole, and costs little.
func TestLongLine(t *testing.T) {
	long := strings.Repeat("право ", 200_000) + "конец"
	d, _ := Parse(read("a.txt", "Статья 1. Право\n1. "+long+".\n2. Долг."))
	a, b := d.At("ст.1/п.1"), d.At("ст.1/п.2")
	if a == nil || a.Text != long+"." || b == nil || b.Text != "Долг." {
		t.Errorf("got %v, %v", a != nil, b != nil)
	}
}
