package index_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
	"svod/index"
)

// The index only proposes what is then read. Whatever a query finds in the
// texts, it must propose.
func testNothingIsLost(t *testing.T, st *store.Store, ix *index.Index) {
	ctx := context.Background()
	r := rand.New(rand.NewPCG(5, 1))
	texts := someTexts(t, st)
	rounds := 40
	if raced {
		rounds = 6
	}
	found := 0
	for range rounds {
		in := randomQuery(r, texts[r.IntN(len(texts))])
		q, err := query.Parse(in, "")
		if err != nil {
			t.Fatalf("%s: %v", in, err)
		}
		res, err := ix.Search(ctx, index.Request{Query: in, Limit: 1 << 20}, st)
		if err != nil {
			t.Fatalf("%s: %v", in, err)
		}
		if res.Address {
			continue
		}
		want, err := index.Everywhere(ctx, st, q)
		if err != nil {
			t.Fatal(err)
		}
		got := map[index.Place]bool{}
		if !res.Relaxed {
			for _, h := range res.Hits {
				got[index.Place{Document: h.Document, Address: h.Address}] = true
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", in, got, want)
		}
		found += len(want)
	}
	if found < rounds {
		t.Errorf("%d hits of %d queries: chance brought too little", found, rounds)
	}
}

// someTexts are words of units, as they are written.
func someTexts(t *testing.T, st *store.Store) [][]string {
	var out [][]string
	for _, e := range entries(t, st) {
		d, err := st.Get(context.Background(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range d.All() {
			var ws []string
			for _, w := range words.Split(u.Text, "ru") {
				if w.Part == 0 && !strings.ContainsAny(w.Form, "-.,'0123456789") {
					ws = append(ws, u.Text[w.Lo:w.Hi])
				}
			}
			if len(ws) > 5 {
				out = append(out, ws)
			}
		}
	}
	return out
}

// randomQuery makes a query of words that stand in one text, so that it often
// finds that at least.
func randomQuery(r *rand.Rand, ws []string) string {
	at := r.IntN(len(ws) - 2)
	a, b, c := strings.ToLower(ws[at]), strings.ToLower(ws[at+1]), strings.ToLower(ws[r.IntN(len(ws))])
	switch rs := []rune(a); r.IntN(14) {
	case 0:
		return a
	case 1:
		return "=" + a + " " + c
	case 2:
		return `"` + a + " " + b + `"`
	case 3:
		return fmt.Sprintf("%s /%d %s", a, 1+r.IntN(5), c)
	case 4:
		return fmt.Sprintf("%s +%d %s", a, 1+r.IntN(5), b)
	case 5:
		return a + " /с " + c
	case 6:
		return a + " /п " + c
	case 7:
		return a + " ИЛИ " + b + " НЕ " + c
	case 8:
		return string(rs[:(len(rs)+1)/2]) + "* " + c
	case 9:
		return "*" + string(rs[len(rs)/2:]) + " /5 " + b
	case 10:
		rs[r.IntN(len(rs))] = '?'
		return `"` + string(rs) + " " + b + `"`
	case 11:
		if len(rs) > 5 {
			rs[1], rs[2] = rs[2], rs[1]
			return string(rs) + "~ " + b
		}
		return "НЕ_МЕНЕЕ2(" + a + ")"
	case 12:
		return "НЕ_МЕНЕЕ3(" + a + " ИЛИ " + b + ") " + c
	}
	return "(" + a + " ИЛИ " + c + ") /3 (" + b + " ИЛИ =" + c + ")"
}
