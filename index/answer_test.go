package index_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/index"
)

// told prints hits with the editions folded into them: + has the same words,
// ~ others, - none; ! before what is newer than the hit.
func told(res *index.Result) string {
	var out []string
	for _, h := range res.Hits {
		s := h.Edition + " " + string(h.Address)
		for _, o := range h.Others {
			mark := "~"
			switch {
			case o.Address == "":
				mark = "-"
			case o.Same:
				mark = "+"
			}
			if o.Newer {
				mark = "!" + mark
			}
			s += " " + mark + o.Edition
			if o.Address != "" && o.Address != h.Address {
				s += ":" + string(o.Address)
			}
		}
		out = append(out, strings.TrimSpace(s))
	}
	return strings.Join(out, "; ")
}

func TestFold(t *testing.T) {
	st, ix := acts(t)
	for _, c := range []struct {
		req  index.Request
		want string
	}{
		{index.Request{Query: "годовой отчет", Sort: index.SortDate}, "2021 ст.3/п.1 +2019:ст.2/п.1; ст.2/п.1"},
		{index.Request{Query: "выйти из совета"}, "2021 ст.3/п.3/пп.2 +2019:ст.2/п.3/пп.2"},
		{index.Request{Query: "знакомиться"}, "2021 ст.3/п.3/пп.3 -2019"},
		// The newer edition is not asked.
		{index.Request{Query: "отчет ИЛИ состав", Attributes: map[string]string{"region": "2019"}}, "2019 ст.2 !-2021; 2019 ст.2/п.1 !-2021"},
		// Article 2 of the newer edition is another norm than that of the older.
		{index.Request{Query: "отчет ИЛИ состав", Sort: index.SortDate},
			"2021 ст.2 -2019; 2021 ст.3 +2019:ст.2; 2021 ст.3/п.1 +2019:ст.2/п.1; ст.2; ст.2/п.1"},
		{index.Request{Query: "ст. 1 закона о советах"}, "2021 ст.1 +2019"},
		{index.Request{Query: "годовой отчет", Sort: index.SortDate, Limit: 1, Offset: 1}, "ст.2/п.1"},
	} {
		c.req.Fold = true
		res, err := ix.Search(context.Background(), c.req, st)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(res); got != c.want {
			t.Errorf("%+v:\n got %s\nwant %s", c.req, got, c.want)
		}
	}
}

func TestSort(t *testing.T) {
	st, ix := acts(t)
	order := map[string]int{}
	for i, e := range entries(t, st) {
		order[e.ID] = i
	}
	for _, by := range []index.Sort{index.SortDate, index.SortDocument} {
		for _, fold := range []bool{false, true} {
			res, err := ix.Search(context.Background(), index.Request{Query: "отчет ИЛИ совет", Sort: by, Fold: fold}, st)
			if err != nil || len(res.Hits) < 5 {
				t.Fatal(res, err)
			}
			first := res.Hits[0]
			last := first
			for _, h := range res.Hits[1:] {
				if h.Group == last.Group {
					continue // another edition of the norm
				}
				in := h.Document == last.Document && h.Order > last.Order
				if by == index.SortDate && !in && h.Edition > last.Edition || by == index.SortDocument && !in && order[h.Document] <= order[last.Document] {
					t.Errorf("%s, fold %v: %s %s behind %s %s", by, fold, h.Edition, h.Address, last.Edition, last.Address)
				}
				last = h
			}
		}
	}
}

// The totals are the sums of the tallies, whatever of the hits is asked for.
func TestTallies(t *testing.T) {
	st, ix := acts(t)
	for _, q := range []string{"отчет", "совет И отчет", "ст. 1 закона о советах", "собаки или члены?"} {
		for _, fold := range []bool{false, true} {
			res, err := ix.Search(context.Background(), index.Request{Query: q, Fold: fold, Limit: 1}, st)
			if err != nil {
				t.Fatal(err)
			}
			var sum index.Totals
			for _, y := range res.Tallies {
				sum.Occurrences += y.Occurrences
				sum.Units += y.Units
				sum.Documents++
			}
			got := res.Total
			if got.Norms > got.Units || got.Norms < got.Documents/2 || len(res.Hits) != 1 {
				t.Errorf("%s: %+v, %d hits", q, got, len(res.Hits))
			}
			got.Norms, got.More = 0, false
			if sum != got {
				t.Errorf("%s: tallies %+v, total %+v", q, sum, got)
			}
		}
	}
}

const list = `Закон
О парках

Статья 1. Понятия
В настоящем Законе используются понятия:
1) парк – место отдыха;
2) аллея – дорога в парке, которая бывает:
липовой;
берёзовой;
3) беседка.

Статья 2. Хранитель
1. Хранитель парка назначается.
Хранитель обязан:
1) запирать ворота;
2) чинить скамьи.
Он носит фуражку.
2. Хранитель вправе свистеть.
`

func TestContext(t *testing.T) {
	st, _ := acts(t)
	add(t, st, "parks.txt", list)
	ix, err := index.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		query, want string
		n           int
	}{
		{"беседка", "[В настоящем Законе используются понятия:] 2)… | 3) |", 1},
		{"берёзовой", "[В настоящем Законе используются понятия: / 2) аллея – дорога в парке, которая бывает:] абз.2 | |", 1},
		{"скамьи", "[Хранитель обязан:] 1) | 2) | абз.3", 1},
		{"фуражка", "[] 1) 2) | |", 2},
		{"свистеть", "[] 1.… | 2. |", 5},
		{"ст. 2 закона о парках", "[] Статья 1.… | Статья 2. | 1.…", 1},
		{"запирать", "[Хранитель обязан:] | 1) |", 0},
	} {
		res, err := ix.Search(context.Background(), index.Request{Query: c.query, Context: c.n}, st)
		if err != nil || len(res.Hits) != 1 {
			t.Fatal(c.query, res, err)
		}
		h := res.Hits[0]
		label := func(ls []index.Line) string {
			var out []string
			for _, l := range ls {
				s := l.Label
				if s == "" {
					_, s, _ = cutLast(string(l.Address))
				}
				if l.More {
					s += "…"
				}
				out = append(out, s)
			}
			return strings.Join(out, " ")
		}
		got := fmt.Sprintf("[%s] %s | %s | %s", strings.Join(h.Lead, " / "), label(h.Before), h.Label, label(h.After))
		if got := strings.Join(strings.Fields(got), " "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}

// Neighbours read beside a part of a document are those that the whole has.
func TestContextOfAll(t *testing.T) {
	st, _ := acts(t)
	text := "Закон\nО лесах\n\nПарк открыт.\nПарк закрыт.\n\nГлава 1. Парк\n"
	for i := range 45 {
		text += fmt.Sprintf("Парк номер %d открыт всем.\n", i)
	}
	text += "Статья 1. Парк\nПарк один.\nПарк два.\n1) парк три;\n2) парк четыре.\nСтатья 2. Парки\n1. Парк пять.\n2. Парк шесть:\n1) парк семь.\nГлава 2. Парки\nПарк восемь.\nПарк девять.\nСтатья 3. Парк\nПарк десять.\nГлава 3. Парки\nГлава 4. Парк\nСтатья 4. Парк\n"
	add(t, st, "parks.txt", text)
	add(t, st, "order.txt", "ПРИКАЗ\nО лесах\n\n1. Парк первый.\n2. Парк второй:\n1) парк третий.\n3. Парк четвёртый.\n\nПриложение\nПравила парка\n1. Парк пятый.\n2. Парк шестой.\n")
	ix, err := index.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for n := 1; n <= 3; n++ {
		res, err := ix.Search(context.Background(), index.Request{Query: "парк", Context: n}, st)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			d, err := st.Get(context.Background(), h.Document)
			if err != nil {
				t.Fatal(err)
			}
			seen++
			var before, after []corpus.Address
			u := d.At(h.Address)
			path := append([]*corpus.Unit{d.Root}, d.Path(h.Address)...)
			around := path[len(path)-2].Units
			at := slices.Index(around, u)
			for i := at - 1; i >= 0 && len(before) < n; i-- {
				if around[i].Own() != "" {
					before = append(before, d.AddressOf(around[i]))
				}
			}
			slices.Reverse(before)
			next := u.Units
			if len(next) == 0 {
				next = around[at+1:]
			}
			for _, v := range next {
				if v.Own() != "" && len(after) < n {
					after = append(after, d.AddressOf(v))
				}
			}
			for _, c := range []struct {
				got  []index.Line
				want []corpus.Address
			}{{h.Before, before}, {h.After, after}} {
				var got []corpus.Address
				for _, l := range c.got {
					got = append(got, l.Address)
					v := d.At(l.Address)
					if v == nil || l.Text != v.Own() || l.Label != v.Label || l.More != (len(v.Units) > 0) {
						t.Errorf("%s: neighbour %+v", h.Address, l)
					}
				}
				if !slices.Equal(got, c.want) {
					t.Errorf("%s, %d: neighbours %v, want %v", h.Address, n, got, c.want)
				}
			}
		}
	}
	if seen < 150 {
		t.Errorf("only %d hits", seen)
	}
}

// What leads to a provision is the same whether the document is read whole, as
// those of some states are, or in part.
func TestLeadOfParts(t *testing.T) {
	st, _ := acts(t)
	d := add(t, st, "order.txt", "ПРИКАЗ\nО лесах\n\nВ соответствии с законом ПРИКАЗЫВАЮ:\n1. Утвердить правила парка:\n1) парка малого;\n2) парка большого.\n2. Парк открыть.\n"+
		"Министр\n\nПриложение\nПравила парка\nПравила парка таковы:\n1. Парк пятый.\n2. Парк шестой:\nпарк седьмой;\nпарк восьмой.\n")
	ix, err := index.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	leads := func(state string) string {
		if err := st.Set(context.Background(), d.ID, "jurisdiction", state); err != nil {
			t.Fatal(err)
		}
		if err := ix.Sync(context.Background(), st, nil); err != nil {
			t.Fatal(err)
		}
		res, err := ix.Search(context.Background(), index.Request{Query: "парк", Documents: []string{d.ID}, Sort: index.SortDocument}, st)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, h := range res.Hits {
			out = append(out, fmt.Sprintf("%s [%s]", h.Address, strings.Join(h.Lead, " / ")))
		}
		return strings.Join(out, "\n")
	}
	part, whole := leads("KZ"), leads("RU")
	if part != whole || !strings.Contains(part, "прил/п.1 [Правила парка таковы:]") {
		t.Errorf("in part\n%s\nwhole\n%s", part, whole)
	}
}

func cutLast(a string) (before, after string, ok bool) {
	i := strings.LastIndex(a, "/")
	return a[:max(i, 0)], a[i+1:], i >= 0
}
