package query

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// Whatever a query finds alone, it finds in a set, and nothing else.
func TestSetFindsWhatQueriesFind(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 2026))
	fixed := []string{"НПО", "=отчета /3 совет", "социальн* партнерство", `re:\d+-\p{L}+`, "сов*", "отчет~1", "25", "двадцать пять дней",
		"кеңес отырысы", "не /с обсуждается", "с?вет", "партнерство"}
	more := []Unit{
		{Text: "Социально-правовое партнёрство и НПО, нпо. ТОО и TOO дали 25-дневный срок, двадцать пять дней."},
		{Text: "Кеңес отырысы өтті. Есеп берілді.", Lang: "kk", Clause: 7},
		{Text: "Отчет совета за 2 чтения.\nСовет отчета не принял. Обсуждается", Lang: "ru", Clause: 8},
	}
	var text *Text // made in the place of the last one, as counting does
	found := 0
	for range 300 {
		var queries []*Query
		for range 20 {
			q, err := Parse(randomNode(r, r.IntN(4)).String(), "ru")
			if err != nil {
				t.Fatal(err)
			}
			queries = append(queries, q)
		}
		whole := r.IntN(2) == 0
		for _, in := range fixed {
			q, err := ParsePattern(in, "ru", nil)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := q.root.(*pattern); !ok || whole {
				queries = append(queries, q)
			}
		}
		queries = append(queries, nil, Without(queries[0], queries[1]), Requiring(queries[2], ScopeSentence, queries[3]), Any(queries[4:8]...))
		s := NewSet(queries)
		for range 5 {
			units := randomText(r).units
			if r.IntN(3) == 0 {
				units = append(units, more...)
			}
			alone := NewText(units)
			want := map[int][]Occurrence{}
			for i, q := range queries {
				if os := q.Occurrences(alone); len(os) > 0 {
					want[i] = os
				}
			}
			text = s.Text(text, units)
			got := map[int][]Occurrence{}
			s.Find(text, func(i int, os []Occurrence) {
				for _, o := range os {
					got[i] = append(got[i], slices.Clone(o))
				}
			})
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("in %+v\n got %v\nwant %v", units, got, want)
			}
			if text.Len() != alone.Len() || text.Sentences() != alone.Sentences() || !reflect.DeepEqual(text.UnitLen(), alone.UnitLen()) {
				t.Fatalf("the set counts %d words, %d sentences of %+v; there are %d, %d", text.Len(), text.Sentences(), units, alone.Len(), alone.Sentences())
			}
			found += len(want)
		}
	}
	if found < 10000 {
		t.Errorf("%d finds: chance brought too little", found)
	}
}
