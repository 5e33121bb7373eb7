package index_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"svod/corpus/store"
	"svod/index"
)

var (
	speedDir  = flag.String("speed", "", "a folder for the corpus and the other systems of TestSpeed")
	speedSize = flag.Int("provisions", 200_000, "of the corpus of TestSpeed")
)

// A speedKind is a kind of query with its queries.
type speedKind struct {
	name    string
	queries []string
}

func speedQueries(t *testing.T) []speedKind {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "speed-queries.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []speedKind
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			out = append(out, speedKind{name: strings.Trim(line, "[]")})
		default:
			k := &out[len(out)-1]
			k.queries = append(k.queries, line)
		}
	}
	return out
}

func TestSpeed(t *testing.T) {
	if *speedDir == "" {
		t.Skip("a command of its own: make speed")
	}
	n := speedTexts(t, *speedDir, *speedSize)
	t.Log(n, "provisions")
	ctx := context.Background()
	st, err := store.Open(filepath.Join(*speedDir, "svod"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	defer w.Flush()
	for _, k := range speedQueries(t) {
		var times []time.Duration
		for _, q := range k.queries {
			for i := range 3 {
				start := time.Now()
				res, err := ix.Search(ctx, index.Request{Query: q, Limit: 20, Fold: true}, st)
				if err != nil {
					t.Fatal(q, err)
				}
				d := time.Since(start)
				if i > 0 {
					times = append(times, d)
				}
				if i == 2 && testing.Verbose() {
					fmt.Println(k.name, q, d, fmt.Sprintf("%+v", res.Total))
				}
			}
		}
		slices.Sort(times)
		fmt.Fprintf(w, "%s\t%v\t%v\n", k.name, times[len(times)/2], times[len(times)*95/100])
	}
}
