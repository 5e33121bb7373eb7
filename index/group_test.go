package index

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func parsed(t *testing.T, text string) *corpus.Document {
	t.Helper()
	src, err := extract.Bytes(context.Background(), "акт.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	return d
}

// Every unit but the document and its contents is in exactly one group, and
// groups are in order.
func TestGroupsCoverAll(t *testing.T) {
	long := "Отчет\nо работе совета\n\n" + strings.Repeat("Совет провёл заседание и принял решение о ремонте дорог.\n", 100)
	for name, text := range map[string]string{
		"law": "Закон\nО садах\n\nГлава 1. Общие положения\n\nСтатья 1. Сад\n1. Сад открыт.\n2. Вход свободен.\n\nСтатья 2. Лес\nЛес закрыт.\n\n" +
			"Глава 2. Заключительные положения\n\nСтатья 3. Действие\nЗакон действует.\n",
		"order":  "Приказ\nОб утверждении Правил\n\n1. Утвердить Правила.\n2. Приказ вступает в силу.\n\nПриложение\nк приказу\n\nПравила\n\n1. Общие положения\n\n1. Правила определяют порядок.\n2. Порядок прост.\n",
		"report": long,
	} {
		t.Run(name, func(t *testing.T) {
			d := parsed(t, text)
			gs, above := groups(d)
			if len(gs) != len(above) {
				t.Fatal(len(gs), len(above))
			}
			next := 1
			ord := 0
			skipped := map[int]bool{}
			for _, u := range d.All() {
				ord++
				if u.Kind == corpus.KindContents {
					for i := range size(u) {
						skipped[ord+i] = true
					}
				}
			}
			for _, g := range gs {
				for skipped[next] {
					next++
				}
				if g.lo != next || g.hi <= g.lo {
					t.Errorf("group %+v, want from %d", g, next)
				}
				if g.hi-g.lo > longest+1 {
					t.Errorf("group %+v is too long", g)
				}
				if back, ok := parseGroup(g.id()); !ok || back != g {
					t.Errorf("%s is read as %+v", g.id(), back)
				}
				next = g.hi
			}
			for skipped[next] {
				next++
			}
			if next != ord+1 {
				t.Errorf("groups end at %d of %d units", next, ord+1)
			}
		})
	}
}

func TestGroupsAreArticles(t *testing.T) {
	d := parsed(t, "Закон\nО садах\n\nГлава 1. Общие положения\n\nСтатья 1. Сад\n1. Сад открыт.\n2. Вход свободен.\n\nСтатья 2. Лес\nЛес закрыт.\n")
	gs, above := groups(d)
	var units []*corpus.Unit
	for _, u := range d.All() {
		units = append(units, u)
	}
	var got []string
	for i, g := range gs {
		if u := units[g.lo-1]; u.Kind == corpus.KindArticle {
			got = append(got, fmt.Sprint(d.AddressOf(u), " ", g.hi-g.lo, " ", above[i]))
		}
	}
	if s, want := strings.Join(got, "; "), "ст.1 3 [Общие положения]; ст.2 2 [Общие положения]"; s != want && s != strings.Replace(want, "ст.2 2", "ст.2 1", 1) {
		t.Errorf("got %s, want %s", s, want)
	}
}
