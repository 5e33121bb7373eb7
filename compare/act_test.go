package compare

import (
	"strings"
	"testing"

	"svod/corpus"
)

// act builds a document from lines of «kind number | heading or text»:
//
//	гл 1 | Общие положения
//	ст 5-1 | Полномочия
//	п 1 | Совет вправе:
//	пп 1 | запрашивать сведения;
//	- и иные документы.
//	табл | Бюджет          (a table with its caption)
//	стр | 1 ; Доходы ; 5,0  (a row of cells)
//	! Сноска. …            (a note of the unit above)
//	п 2 x | исключен Законом (repealed: the words become a note)
func act(t testing.TB, text string) *corpus.Document {
	t.Helper()
	kinds := map[string]corpus.Kind{
		"прил": corpus.KindAppendix, "гл": corpus.KindChapter, "ст": corpus.KindArticle,
		"п": corpus.KindClause, "пп": corpus.KindSubclause, "-": corpus.KindPassage, "преамбула": corpus.KindPreamble,
		"табл": corpus.KindTable, "стр": corpus.KindRow,
	}
	words := map[corpus.Kind]string{corpus.KindChapter: "Глава %.", corpus.KindArticle: "Статья %.",
		corpus.KindClause: "%.", corpus.KindSubclause: "%)", corpus.KindAppendix: "Приложение %"}
	root := &corpus.Unit{Kind: corpus.KindDocument}
	open := []*corpus.Unit{root}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		last := open[len(open)-1]
		if note, ok := strings.CutPrefix(line, "! "); ok {
			last.Notes = append(last.Notes, corpus.Note{Text: note})
			continue
		}
		head, words2, _ := strings.Cut(line, "|")
		if p, ok := strings.CutPrefix(line, "- "); ok {
			head, words2 = "-", p
		}
		f := strings.Fields(head)
		u := &corpus.Unit{Kind: kinds[f[0]]}
		if u.Kind == 0 {
			t.Fatalf("unknown unit in %q", line)
		}
		if len(f) > 1 {
			u.Num = f[1]
			u.Label = strings.ReplaceAll(words[u.Kind], "%", u.Num)
		}
		words2 = strings.TrimSpace(words2)
		switch {
		case len(f) > 2 && f[2] == "x":
			u.Repealed = true
			u.Notes = []corpus.Note{{Text: words2}}
		case len(f) > 2 && f[2] == "stub":
			u.Notes = []corpus.Note{{Text: words2}}
		case u.Kind == corpus.KindRow:
			u.Text = strings.Join(strings.Split(words2, " ; "), "\t")
		case u.Kind <= corpus.KindArticle && u.Kind != corpus.KindPreamble:
			u.Title = words2
		default:
			u.Text = words2
		}
		for len(open) > 1 && open[len(open)-1].Kind >= u.Kind {
			open = open[:len(open)-1]
		}
		// A passage lies in the unit above it, whatever its level.
		parent := open[len(open)-1]
		parent.Units = append(parent.Units, u)
		open = append(open, u)
	}
	return &corpus.Document{ID: "test", Meta: corpus.Meta{Language: "ru", Title: "О тестах"}, Root: root}
}
