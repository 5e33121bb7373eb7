package amend_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func draft(t testing.TB, text string) *amend.Draft {
	t.Helper()
	src, err := extract.Bytes(context.Background(), "draft.txt", []byte(text))
	if err != nil {
		t.Skip(err)
	}
	doc, _ := parse.Parse(src)
	return amend.Read(doc)
}

// check holds what is true of every draft: operations stand in its order, and
// of what one orders and what is not understood no line is told twice.
func check(t testing.TB, d *amend.Draft) {
	t.Helper()
	n := len(d.Document.Source.Lines)
	spans := map[corpus.Span]bool{}
	var all []corpus.Span
	add := func(s corpus.Span) {
		if s.Lo < 0 || s.Hi > n || s.Lo >= s.Hi {
			t.Fatalf("lines %v of %d", s, n)
		}
		if !spans[s] {
			spans[s] = true
			all = append(all, s)
		}
	}
	for _, op := range d.Operations {
		if op.Act < 0 || op.Act >= len(d.Acts) {
			t.Fatalf("act %d of %d", op.Act, len(d.Acts))
		}
		if op.Kind == "" || op.Object == "" || len(op.Where) == 0 {
			t.Fatalf("an operation says nothing: %+v", op)
		}
		add(op.Lines)
	}
	for _, u := range d.Unread {
		if u.Why == "" || u.Text == "" {
			t.Fatalf("nothing is said of what was not understood: %+v", u)
		}
		add(u.Lines)
	}
	slices.SortFunc(all, func(a, b corpus.Span) int { return a.Lo - b.Lo })
	for i := 1; i < len(all); i++ {
		if all[i].Lo < all[i-1].Hi && all[i].Lo != all[i-1].Lo {
			t.Fatalf("lines %v and %v", all[i-1], all[i])
		}
	}
}

func goldTexts(t testing.TB) []string {
	names, _ := filepath.Glob("testdata/gold/*.gold")
	var out []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for l := range strings.Lines(string(data)) {
			if !strings.HasPrefix(l, "@") {
				b.WriteString(l)
			}
		}
		out = append(out, b.String())
	}
	return out
}

// TestReadKeepsLines looks at drafts whole and torn at each tenth line.
func TestReadKeepsLines(t *testing.T) {
	for _, text := range goldTexts(t) {
		check(t, draft(t, text))
		lines := strings.SplitAfter(text, "\n")
		for i := 0; i < len(lines); i += 10 {
			check(t, draft(t, strings.Join(lines[i:], "")))
			check(t, draft(t, strings.Join(lines[:i], "")))
		}
	}
}

// TestReadNothing reads what amends nothing.
func TestReadNothing(t *testing.T) {
	for _, text := range []string{
		"Закон о советах\n\nСтатья 1. Понятия\n1. В настоящем Законе используются понятия:\n1) совет – орган;\n2) член совета – лицо, включенное в состав.\nСтатья 2. Исключение из совета\nЧлена совета можно исключить из состава.",
		"Отчет о работе совета за 2025 год\n\nПроведено 12 заседаний. Предложено дополнить план работы и исключить повторы.",
	} {
		if d := draft(t, text); len(d.Operations) > 0 || len(d.Unread) > 0 {
			t.Errorf("%q: %d operations, unread %v", text, len(d.Operations), d.Unread)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range goldTexts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		d := draft(t, text)
		check(t, d)
		d.Report("ru")
	})
}

// BenchmarkRead reads a draft of 76 operations.
func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("testdata/two-laws.txt")
	if err != nil {
		b.Fatal(err)
	}
	src, err := extract.Bytes(context.Background(), "draft.txt", text)
	if err != nil {
		b.Fatal(err)
	}
	doc, _ := parse.Parse(src)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		amend.Read(doc)
	}
}

// Where a page's lines were not known to be one paragraph, sentences and new
// text are put together again.
func TestTornLines(t *testing.T) {
	src := &corpus.Source{Name: "draft.pdf", Format: "pdf"}
	for text := range strings.Lines(`ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН
О внесении изменений и дополнений в Закон Республики Казахстан «О садах»
Статья 1. Внести в Закон Республики Казахстан от 5 мая 2010 года «О садах» следующие изменения и дополнения:
1) в статье 3:
в пункте 1 слова «комитета по делам
садов и парков» заменить словами «ведомства
садоводства»; в пункте 2 второе предложение исключить;
пункт 4 после слов «не позднее 1
мая» дополнить словами «каждого года»;
дополнить пунктом 5 следующего содержания:
«5. Сад открыт для всех, кто
приходит в него днём.»;
пункт 6 исключить; деревья поливать
каждый вечер;
2) статью 7 исключить.
`) {
		src.Lines = append(src.Lines, corpus.Line{Text: strings.TrimSpace(text), Page: 1})
	}
	doc, _ := parse.Parse(src)
	d := amend.Read(doc)
	var got []string
	for _, op := range d.Operations {
		got = append(got, string(op.Kind)+" "+op.Where[0].Path()+" "+op.Old+" > "+op.New)
	}
	for _, u := range d.Unread {
		got = append(got, "unread "+u.Text)
	}
	want := []string{
		"replace ст.3/п.1 комитета по делам садов и парков > ведомства садоводства",
		"remove ст.3/п.2  > ",
		"add ст.3/п.4 не позднее 1 мая > каждого года",
		"add ст.3  > 5. Сад открыт для всех, кто приходит в него днём.",
		"remove ст.7  > ",
		"unread пункт 6 исключить; деревья поливать",
		"unread каждый вечер;",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
