package index_test

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/store"
	"svod/index"
)

// kills is larger in make torture.
var kills = flag.Int("kills", 4, "times that TestKilledIndexer kills")

// child is what the program does when a test starts it, until it is killed or
// has done: it adds documents to a corpus and reports each on stdout.
func child(what, dir string) {
	ctx := context.Background()
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	st, err := store.Open(dir)
	fail(err)
	ix, err := index.Open(st.IndexDir())
	fail(err)
	put := func(i int) {
		text := []byte(strings.ReplaceAll(law, "О садах", fmt.Sprintf("О саде %d %d", os.Getpid(), i)) + strings.Repeat("2. Сад поливают.\n", 50))
		src, err := extract.Bytes(ctx, "сад.txt", text)
		fail(err)
		d, _ := parse.Parse(src)
		_, err = st.Add(ctx, d, text)
		fail(err)
		fmt.Println(d.ID)
	}
	var room uint64
	if rest, ok := strings.CutPrefix(what, "full "); ok {
		what = "full"
		fmt.Sscan(rest, &room)
	}
	switch what {
	case "full":
		fail(childFull(ix, st, room))
	case "endless": // each document is indexed by itself
		for i := 0; ; i++ {
			put(i)
			fail(ix.Sync(ctx, st, nil))
		}
	case "many": // all at once, with the folder held often and shortly
		index.SetHoldTime(200 * time.Millisecond)
		for i := range 25 {
			put(i)
		}
		fail(ix.Sync(ctx, st, nil))
	case "once":
		put(0)
		fail(ix.Sync(ctx, st, nil))
		res, err := ix.Search(ctx, index.Request{Query: "собака", Limit: 1}, st)
		fail(err)
		if res.Total.Documents == 0 {
			fail(fmt.Errorf("nothing found"))
		}
	}
	fail(ix.Close())
	fail(st.Close())
}

// childFull is where a full disk can be had.
var childFull func(ix *index.Index, st *store.Store, room uint64) error

// A process is a child with what it says.
type process struct {
	cmd    *exec.Cmd
	out    *bufio.Scanner
	stderr bytes.Buffer
	ids    []string
}

func start(t *testing.T, what, dir string) *process {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: exec.Command(exe)}
	p.cmd.Env = append(os.Environ(), "SVOD_INDEX_CHILD="+what+"\n"+dir)
	p.cmd.Stderr = &p.stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.out = bufio.NewScanner(out)
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// next waits for a document that the process has added.
func (p *process) next() bool {
	if !p.out.Scan() {
		return false
	}
	p.ids = append(p.ids, p.out.Text())
	return true
}

// end waits for the process, with what it was about to say.
func (p *process) end(t *testing.T) {
	t.Helper()
	for p.next() {
	}
	p.cmd.Wait()
	if p.stderr.Len() > 0 {
		t.Error(p.stderr.String())
	}
}

// whole checks that each document that was reported is in the corpus, and that
// each of the corpus is found, and once.
func whole(t *testing.T, st *store.Store, ids []string) {
	t.Helper()
	ctx := context.Background()
	for _, id := range ids {
		if _, err := st.Entry(ctx, id); err != nil {
			t.Errorf("%s was added, and is lost: %v", id, err)
		}
	}
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	for _, limit := range []int{0, 1} { // by the texts, and by the words kept
		res, err := ix.Search(ctx, index.Request{Query: `"вход с собаками"`, Limit: limit}, st)
		if err != nil {
			t.Fatal(err)
		}
		if want := len(entries(t, st)); res.Total.Units != want || res.Total.Documents != want {
			t.Errorf("%d documents: found %+v", want, res.Total)
		}
	}
}

// Whenever the indexer is killed, nothing that it reported is lost, and the
// next search makes good what it left.
func TestKilledIndexer(t *testing.T) {
	dir := t.TempDir()
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	rng := rand.New(rand.NewPCG(1, 2))
	var ids []string
	for range *kills {
		p := start(t, "endless", dir)
		time.AfterFunc(time.Duration(20+rng.IntN(600))*time.Millisecond, func() { p.cmd.Process.Kill() })
		p.end(t)
		ids = append(ids, p.ids...)
		whole(t, st, ids)
	}
	if len(ids) == 0 {
		t.Skip("too slow a machine to add anything before being killed")
	}
}

// Searching works while another process adds and indexes: without an error,
// and what was found before is found again.
func TestSearchBesideWriter(t *testing.T) {
	for _, following := range []bool{false, true} { // a search that indexes what is new itself
		dir := t.TempDir()
		st, err := store.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		ix, err := index.Open(st.IndexDir())
		if err != nil {
			t.Fatal(err)
		}
		add(t, st, "сад.txt", law)
		hits(t, ix, st, "сад")
		p := start(t, "many", dir)
		done := make(chan bool, 1)
		go func() { p.end(t); done <- true }()
		last, searches := 0, 0
		for running := true; running; searches++ {
			select {
			case <-done:
				running = false
			case <-time.After(20 * time.Millisecond):
			}
			if following {
				if err := ix.Sync(context.Background(), st, nil); err != nil {
					t.Fatal(err)
				}
			}
			res, err := ix.Search(context.Background(), index.Request{Query: `"вход с собаками"`, Limit: 5}, st)
			if err != nil {
				t.Fatal(err)
			}
			if res.Total.Units < last {
				t.Errorf("%d found, and %d before", res.Total.Units, last)
			}
			last = res.Total.Units
		}
		t.Logf("%d searches", searches)
		ix.Close()
		whole(t, st, p.ids)
		if last < 2 && following {
			t.Error("only what was there before was found")
		}
		st.Close()
	}
}

// Processes that find no index at the same moment all make one.
func TestManyBegin(t *testing.T) {
	dir := t.TempDir()
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	var ps []*process
	for range 5 {
		ps = append(ps, start(t, "once", dir))
	}
	var ids []string
	for _, p := range ps {
		p.end(t)
		ids = append(ids, p.ids...)
	}
	if len(ids) != len(ps) {
		t.Errorf("%d of %d have added", len(ids), len(ps))
	}
	whole(t, st, ids)
}

// A damage is something that may happen to a file of the index.
var damages = []struct {
	name string
	do   func(name string, size int64) error
}{
	{"removed", func(name string, _ int64) error { return os.Remove(name) }},
	{"emptied", func(name string, _ int64) error { return os.Truncate(name, 0) }},
	{"cut in half", func(name string, size int64) error { return os.Truncate(name, size/2) }},
	{"cut by a byte", func(name string, size int64) error { return os.Truncate(name, size-1) }},
	{"garbage", func(name string, size int64) error {
		return os.WriteFile(name, bytes.Repeat([]byte("сад!"), int(size/8)), 0o666)
	}},
	{"longer", func(name string, size int64) error { return os.Truncate(name, size+4096) }},
	{"overwritten at the beginning", overwrite(0)},
	{"overwritten behind it", overwrite(0.25)},
	{"overwritten in the middle", overwrite(0.5)},
	{"overwritten at the end", overwrite(0.99)},
	{"a bit flipped", flip(0.3)},
	{"another bit flipped", flip(0.7)},
}

func overwrite(at float64) func(string, int64) error {
	return func(name string, size int64) error {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		f.WriteAt(bytes.Repeat([]byte{0xff}, 64), int64(at*float64(size)))
		return f.Close()
	}
}

func flip(at float64) func(string, int64) error {
	return func(name string, size int64) error {
		b, err := os.ReadFile(name)
		if err != nil || len(b) == 0 {
			return err
		}
		b[int64(at*float64(len(b)))] ^= 1
		return os.WriteFile(name, b, 0o666)
	}
}

// Whatever happens to whatever files of the index, a search finds what is there,
// and says that the index was built anew, if it had to be.
func TestDamagedFiles(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	add(t, st, "сады.txt", law)
	add(t, st, "леса.txt", "Закон\nО лесах\n\nСтатья 1. Лес\nЛес открыт. Вход с собаками не допускается.\n")
	queries := []string{"отчет", `"вход с собаками"`, "=сада", "откр*", "сад НЕ собака"}
	answer := func() (string, index.Reason) {
		ix, err := index.Open(st.IndexDir())
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		var b strings.Builder
		var why index.Reason
		for _, q := range queries {
			if err := ix.Sync(context.Background(), st, nil); err != nil {
				t.Fatal(err)
			}
			for _, limit := range []int{0, 9} {
				res, err := ix.Search(context.Background(), index.Request{Query: q, Limit: limit}, st)
				if err != nil {
					t.Fatal(q, err)
				}
				fmt.Fprintf(&b, "%s: %+v", q, res.Total)
				for _, h := range res.Hits {
					fmt.Fprintf(&b, " %s %s", h.Document, h.Address)
				}
				b.WriteByte('\n')
			}
			if r := ix.Rebuilt(); r != index.ReasonNone {
				why = r
			}
		}
		return b.String(), why
	}
	want, _ := answer()
	told := map[string]bool{}
	for _, d := range damages {
		for _, kind := range []string{"index_meta.json", "number", "store/root.bolt", "store/*.zap", "words"} {
			files, err := filepath.Glob(filepath.Join(st.IndexDir(), filepath.FromSlash(kind)))
			if err != nil || len(files) == 0 {
				t.Fatal(kind, files, err)
			}
			for _, name := range files {
				fi, err := os.Stat(name)
				if err != nil {
					t.Fatal(err)
				}
				if err := d.do(name, fi.Size()); err != nil {
					t.Fatal(err)
				}
			}
			got, why := answer()
			if got != want {
				t.Errorf("%s %s (rebuilt: %q):\n%s\nwant\n%s", kind, d.name, why, got, want)
			}
			if why != index.ReasonNone {
				told[kind+" "+d.name] = true
			}
		}
	}
	// These cannot but show.
	for _, d := range []string{"removed", "emptied", "cut in half", "garbage", "a bit flipped", "another bit flipped", "overwritten in the middle"} {
		for _, kind := range []string{"store/*.zap", "words"} {
			if !told[kind+" "+d] {
				t.Errorf("%s %s: it isn't said that the index was built anew", kind, d)
			}
		}
	}
}

// Several goroutines may search one index, and index what is new.
func TestGoroutines(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	add(t, st, "сады.txt", law)
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				if err := ix.Sync(context.Background(), st, nil); err != nil {
					t.Error(err)
				}
				res, err := ix.Search(context.Background(), index.Request{Query: "отчет", Limit: 3}, st)
				if err != nil || res.Total.Units != 2 {
					t.Error(res, err)
				}
			}
		})
	}
	wg.Wait()
}
