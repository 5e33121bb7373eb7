//go:build unix

package index_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"

	"svod/corpus/store"
	"svod/index"
)

var (
	speedDir  = flag.String("speed", "", "a folder for the corpus and the other systems of TestSpeed")
	speedSize = flag.Int("provisions", 200_000, "of the corpus of TestSpeed")
	speedRuns = flag.Int("runs", 3, "of each query in TestSpeed, after one that isn't counted")
)

// TestSpeed measures svod beside other systems that are installed, on the same
// texts and the same queries: each query is put to one after the other, so that
// all of them suffer alike from what else the machine does.
//
// SQLite's FTS5 has each provision as a row and no morphology; PostgreSQL the
// same rows, in Russian, where psql finds a server (PGHOST …); Recoll has the
// files. The first three answer with the twenty best and with how many there
// are; Recoll with the twenty best files.
func TestSpeed(t *testing.T) {
	if *speedDir == "" {
		t.Skip("a command of its own: make speed")
	}
	n := speedTexts(t, *speedDir, *speedSize)
	out := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	defer out.Flush()
	fmt.Fprintf(out, "%d provisions\n\nindexing\tseconds\tCPU s\tmemory MB\tindex MB\n", n)
	out.Flush()

	svod := filepath.Join(*speedDir, "svod")
	program := filepath.Join(*speedDir, "svod.program")
	if b, err := exec.Command("go", "build", "-o", program, "svod/cmd/svod").CombinedOutput(); err != nil {
		t.Fatal(string(b))
	}
	if err := os.MkdirAll(svod, 0o777); err != nil {
		t.Fatal(err)
	}
	if !store.Exists(svod) {
		cost(t, out, "svod add: read, parse, keep, index", filepath.Join(svod, ".svod", "index"), program, "add", "-q", "-C", svod, filepath.Join(*speedDir, "texts"))
	}
	os.RemoveAll(filepath.Join(svod, ".svod", "index"))
	cost(t, out, "svod, the index alone", filepath.Join(svod, ".svod", "index"), program, "search", "-q", "-C", svod, "закон", "-n", "1")

	st, err := store.Open(svod)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	size, err := st.TextSize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(out, "(the text)\t\t\t\t%.1f\n", float64(size)/1e6)
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	engines := []*engine{{name: "svod", ask: func(kind, q string) error {
		_, err := ix.Search(context.Background(), index.Request{Query: q, Limit: 20, Fold: true}, st)
		return err
	}, cold: func(kind, q string) *exec.Cmd { return exec.Command(program, "search", "-q", "-C", svod, q) }}}
	engines = append(engines, others(t, out, filepath.Join(svod, ".svod", "corpus.sqlite"))...)

	fmt.Fprint(out, "\nsearch, ms: p50 p95")
	for _, e := range engines {
		fmt.Fprintf(out, "\t%s", e.name)
	}
	fmt.Fprintln(out)
	for _, k := range speedQueries(t) {
		times := make([][]time.Duration, len(engines))
		for _, q := range k.queries {
			for run := range *speedRuns + 1 {
				for i, e := range engines {
					if k.name == "address" && i > 0 {
						continue
					}
					start := time.Now()
					if err := e.ask(k.name, q); err != nil {
						t.Errorf("%s: %s: %v", e.name, q, err)
					}
					if d := time.Since(start); run > 0 {
						times[i] = append(times[i], d)
					}
				}
			}
		}
		percentiles(out, k.name, times)
	}
	fmt.Fprint(out, "\nprocess, ms: p50 p95")
	for _, e := range engines {
		fmt.Fprintf(out, "\t%s", e.name)
	}
	fmt.Fprintln(out)
	times := make([][]time.Duration, len(engines))
	for _, k := range speedQueries(t) {
		if k.name == "address" {
			continue
		}
		for _, q := range k.queries[:5] {
			for i, e := range engines {
				cmd := e.cold(k.name, q)
				cmd.Stdout, cmd.Stderr = nil, nil
				start := time.Now()
				cmd.Run() // nothing found is an exit code, too
				times[i] = append(times[i], time.Since(start))
			}
		}
	}
	percentiles(out, "from start to end", times)
}

func percentiles(out *tabwriter.Writer, name string, times [][]time.Duration) {
	fmt.Fprint(out, name)
	for _, ts := range times {
		if len(ts) == 0 {
			fmt.Fprint(out, "\t–")
			continue
		}
		slices.Sort(ts)
		ms := func(share int) float64 { return float64(ts[(len(ts)-1)*share/100].Microseconds()) / 1000 }
		fmt.Fprintf(out, "\t%.1f %.1f", ms(50), ms(95))
	}
	fmt.Fprintln(out)
	out.Flush()
}

// An engine is a system that answers queries.
type engine struct {
	name string
	ask  func(kind, q string) error
	cold func(kind, q string) *exec.Cmd
}

// cost runs a program and prints what it took.
func cost(t *testing.T, out *tabwriter.Writer, what, files, program string, args ...string) {
	t.Helper()
	cmd := exec.Command(program, args...)
	start := time.Now()
	b, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", what, err, b)
	}
	wall := time.Since(start)
	p := cmd.ProcessState
	memory := p.SysUsage().(*syscall.Rusage).Maxrss // kilobytes on Linux
	fmt.Fprintf(out, "%s\t%.1f\t%.1f\t%.0f\t%.1f\n", what, wall.Seconds(), (p.UserTime() + p.SystemTime()).Seconds(), float64(memory)/1000, float64(diskSize(files))/1e6)
	out.Flush()
}

func diskSize(name string) int64 {
	var n int64
	filepath.Walk(name, func(_ string, fi os.FileInfo, err error) error {
		if err == nil && fi.Mode().IsRegular() {
			n += fi.Size()
		}
		return nil
	})
	return n
}

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
