package index_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/words"
	"svod/index"
)

// judge holds units to be like a text that have all its words, the tighter the
// better.
func judge(text string) func(*corpus.Unit) []index.Like {
	return func(u *corpus.Unit) []index.Like {
		var out []index.Like
		u.Walk(func(u *corpus.Unit) bool {
			own := " " + words.Fold(u.Own()) + " "
			for _, w := range words.Split(text, "ru") {
				if !strings.Contains(own, w.Form) {
					return true
				}
			}
			out = append(out, index.Like{Unit: u, Text: u.Own(), Score: float64(len(text)) / float64(len(u.Own()))})
			return true
		})
		return out
	}
}

func TestSimilar(t *testing.T) {
	st, ix := acts(t)
	list, err := st.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	id := map[string]string{}
	for _, e := range list {
		id[e.Meta.Edition] = e.ID
	}
	for _, c := range []struct {
		req    index.Request
		sample index.Sample
		want   string
	}{
		// In both editions, under another number; and in the other act.
		{sample: index.Sample{Text: "публикует годовой отчет"}, want: "2021 ст.3/п.1 = 2019 ст.2/п.1; сад ст.2/п.1"},
		// Where it stands itself is no answer, but its other edition is.
		{sample: index.Sample{Text: "публикует годовой отчет", Document: id["2021"], Addresses: []corpus.Address{"ст.3/п.1"}},
			want: "itself 2019 ст.2/п.1; сад ст.2/п.1"},
		{sample: index.Sample{Text: "публикует годовой отчет", Document: id["2021"], Addresses: []corpus.Address{"ст.3"}},
			want: "itself 2019 ст.2/п.1; сад ст.2/п.1"},
		// However little alike.
		{sample: index.Sample{Text: "публикует годовой отчет", Document: id["2021"], Addresses: []corpus.Address{"ст.3/п.1"}, Least: 2}, want: "itself 2019 ст.2/п.1"},
		{req: index.Request{Fold: true}, sample: index.Sample{Text: "публикует годовой отчет"}, want: "2021 ст.3/п.1; сад ст.2/п.1"},
		{req: index.Request{Sort: index.SortDocument, Documents: []string{id["2019"]}}, sample: index.Sample{Text: "публикует годовой отчет"}, want: "2019 ст.2/п.1"},
		{req: index.Request{Documents: []string{}}, sample: index.Sample{Text: "публикует годовой отчет"}},
		// Words that one article has, in a text of no document.
		{sample: index.Sample{Text: "садовники входят"}, want: "2021 ст.2"},
		{sample: index.Sample{Text: "телепортация рыб"}},
		{sample: index.Sample{Text: ""}},
		{sample: index.Sample{Text: "12 13"}},
	} {
		c.sample.Judge = judge(c.sample.Text)
		res, err := ix.Similar(context.Background(), c.req, c.sample, st)
		if err != nil {
			t.Fatal(err)
		}
		got := where(res)
		if len(res.Hits) > 0 && res.Hits[0].Itself {
			got = "itself " + got
		}
		if got != c.want {
			t.Errorf("%q %+v: %s, want %s", c.sample.Text, c.req, got, c.want)
		}
		if c.req.Limit == 0 && !c.req.Fold && res.Total.Units != len(res.Hits) {
			t.Errorf("%q: %+v, %d hits", c.sample.Text, res.Total, len(res.Hits))
		}
	}
}

// Every clause of the acts on NGOs is proposed for its own text, however common
// its words.
func TestRealSimilar(t *testing.T) {
	st, ix := open(t)
	list, err := st.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	asked, missed := 0, 0
	for _, e := range list {
		d, err := st.Get(context.Background(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for a, u := range d.All() {
			if u.Kind < corpus.KindArticle || len(strings.Fields(u.Own())) < 8 || n%7 != 0 {
				n++
				continue
			}
			n++
			asked++
			text := u.Own()
			res, err := ix.Similar(context.Background(), index.Request{Documents: []string{e.ID}}, index.Sample{Text: text, Judge: func(v *corpus.Unit) (out []index.Like) {
				v.Walk(func(v *corpus.Unit) bool {
					if v.Own() == text {
						out = append(out, index.Like{Unit: v, Text: text, Score: 1})
					}
					return true
				})
				return out
			}}, st)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, h := range res.Hits {
				found = found || h.Address == a
			}
			if !found {
				missed++
				t.Logf("%s %s: %s", fmt.Sprint(e.File), a, text)
			}
		}
	}
	t.Logf("%d provisions, %d not proposed", asked, missed)
	if missed > 0 {
		t.Errorf("%d of %d provisions were not proposed for their own text", missed, asked)
	}
}

// What says the same in several acts is one answer, with its other places.
func TestSimilarTwins(t *testing.T) {
	st, ix := acts(t)
	text := "Вход с собаками не допускается."
	d := add(t, st, "parks.txt", "Закон\nО парках\n\nСтатья 7. Вход\n1. Вход открыт.\n2. "+text+"\n")
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	sample := index.Sample{Text: text, Judge: judge("вход собаками допускается")}
	for fold, want := range map[bool]int{true: 1, false: 2} {
		res, err := ix.Similar(context.Background(), index.Request{Fold: fold}, sample, st)
		if err != nil || len(res.Hits) != want || res.Total.Units != 2 || res.Total.Documents != 2 {
			t.Fatal(fold, res, err)
		}
		places := append([]index.Twin{{Document: res.Hits[0].Document, Address: res.Hits[0].Address}}, res.Hits[0].Twins...)
		if !fold {
			places = append(places, index.Twin{Document: res.Hits[1].Document, Address: res.Hits[1].Address})
		}
		if !slices.Contains(places, index.Twin{Document: d.ID, Address: "ст.7/п.2"}) || len(places) != 2 {
			t.Errorf("fold %v: %v", fold, places)
		}
	}
}

func BenchmarkSimilar(b *testing.B) {
	st, ix := library(b, filepath.Join(dataDir(b), "acts", "kz-office", "Налоговый.docx"))
	text := "Налогоплательщик обязан представить налоговую отчетность в налоговый орган по месту нахождения"
	sample := index.Sample{Text: text, Judge: func(u *corpus.Unit) []index.Like { return nil }}
	for b.Loop() {
		if _, err := ix.Similar(context.Background(), index.Request{}, sample, st); err != nil {
			b.Fatal(err)
		}
	}
}
