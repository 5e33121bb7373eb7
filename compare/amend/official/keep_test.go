package official

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
)

// What an author wrote into the reasons is in the table of a changed draft too:
// in its row, or at the end if there is no such row any more.
func TestReasonsSurvive(t *testing.T) {
	edited := Make(draft(t), laws(t), nil, Options{}).Report()
	tab := edited.Blocks[0].(*table.Table)
	reasons := map[string]string{
		"Подпункт 2) части первой пункта 1 статьи 2": "Эксперты должны быть независимы",
		"Статья 3-1 (новая)":                         "Срок не был установлен",
		"Пункт 3 статьи 2":                           "Обязанность не обеспечена",
		"Пункт 1 статьи 2":                           "Год мал для гранта",
	}
	for i, row := range tab.Rows {
		if len(row) > 1 {
			if text := reasons[words(row[tab.Key-1])]; text != "" {
				tab.Rows[i][tab.Author[0]-1] = table.Text(text)
			}
		}
	}
	var b bytes.Buffer
	if err := table.Write(&b, "docx", edited); err != nil {
		t.Fatal(err)
	}
	src, err := extract.Bytes(context.Background(), "table.docx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}

	d := draft(t)
	d.Operations = slices.DeleteFunc(d.Operations, func(o amend.Operation) bool { return o.Text == "пункт 3 исключить" })
	d.Operations = slices.Insert(d.Operations, 2, amend.Operation{Kind: amend.Add, Object: amend.Units, Nums: []string{"4"},
		Units: []*corpus.Unit{unit(corpus.KindSubclause, "4", "", "утверждать отчет.")}, Where: []amend.Where{at(t, "ст.2/п.1")}, Text: "дополнить подпунктом 4)"})
	again := Make(d, laws(t), note(t), Options{}).Report()
	kept := again.Keep(table.ReadBack(src))
	if kept.Texts != len(reasons)-1 || len(kept.Homeless) != 1 || kept.Homeless[0] != "Пункт 3 статьи 2" {
		t.Errorf("%+v", kept)
	}
	tab = again.Blocks[0].(*table.Table)
	got := map[string]string{}
	group := ""
	for _, row := range tab.Rows {
		if len(row) == 1 {
			group = words(row[0])
			continue
		}
		name, _, _ := strings.Cut(words(row[tab.Key-1]), "\n")
		got[group+": "+name] = words(row[tab.Author[0]-1])
	}
	for name, want := range map[string]string{
		"Закон «О советах при органах»: Статья 3-1 (новая)": "Срок не был установлен", // the note has another
		"Закон «О советах при органах»: Пункт 1 статьи 2:":  "Подпункт 2) части первой пункта 1 статьи 2: Эксперты должны быть независимы",
		"Закон «О грантах»: Пункт 1 статьи 2":               "Год мал для гранта",
		"Закон «О советах при органах»: Статья 3":           "Уточнение состава и срока.",
		"Закон «О грантах»: Пункт 2 статьи 2":               "Бюджет года не утвержден.",
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
}
