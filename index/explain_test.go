package index_test

import (
	"context"
	"fmt"
	"testing"

	"svod/index"
)

func TestExplain(t *testing.T) {
	st, ix := acts(t)
	explain := func(q string) *index.Explanation {
		t.Helper()
		res, err := ix.Search(context.Background(), index.Request{Query: q, Explain: true}, st)
		if err != nil || res.Explanation == nil {
			t.Fatalf("%s: %+v, %v", q, res, err)
		}
		return res.Explanation
	}
	x := explain("годовой отчет ред:2021")
	if x.NoAddress != "words" || x.Searched != 1 || x.Documents != 3 || len(x.Filters) != 1 || x.Filters[0].Documents != 1 {
		t.Errorf("%+v", x)
	}
	if got, want := fmt.Sprint(x.Words), "[{годовой [{ru, en годов} {kk годовой}] 1 [{годовой 3}] 1} {отчет [{ru, kk, en отчет}] 1 [{отчет 3}] 1}]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := fmt.Sprint(x.Tree), "{and И [{word годовой []} {word отчет []}]}"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if x = explain("ст. 2 закона о советах"); x.Address == "" || len(x.Acts) != 1 || x.Acts[0].Meta.Title != "О советах" || x.Act != "закона о советах" {
		t.Errorf("%+v", x)
	}
	if x = explain(`"статья 2"`); x.NoAddress != "operators" {
		t.Errorf("%+v", x)
	}
	if x = explain("ст. 2 скамейки в саду"); x.NoAddress != "act" {
		t.Errorf("%+v", x)
	}
	if x = explain("=отчета сов*"); fmt.Sprint(x.Words) != "[{=отчета [] 0 [] 0} {сов* [] 6 [{совет 4} {совета 2} {советах 2}] 3}]" {
		t.Errorf("%+v", x.Words)
	}
}
