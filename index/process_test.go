package index_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/store"
	"svod/index"
)

// child adds documents to a corpus and indexes each, until it is killed. It
// reports each on stdout.
func child(dir string) {
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
	for i := 0; ; i++ {
		text := []byte(strings.ReplaceAll(law, "О садах", fmt.Sprintf("О саде %d", i)) + strings.Repeat("2. Сад поливают.\n", 50))
		src, err := extract.Bytes(ctx, "сад.txt", text)
		fail(err)
		d, _ := parse.Parse(src)
		_, err = st.Add(ctx, d, text)
		fail(err)
		fail(ix.Sync(ctx, st, nil))
		fmt.Println(d.ID)
	}
}

// Searching works while another process indexes; when that is killed, the next
// Sync makes good what it left.
func TestKilledIndexer(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for round := range 3 {
		cmd := exec.Command(exe)
		cmd.Env = append(os.Environ(), "SVOD_INDEX_CHILD="+dir)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 0; n < 4 && lines.Scan(); n++ {
			ix, err := index.Open(st.IndexDir())
			if err != nil {
				t.Fatal(err)
			}
			if got := hits(t, ix, st, `"не допускается"`); got == 0 {
				t.Error("nothing found beside another process")
			}
			ix.Close()
		}
		time.Sleep(time.Duration(round) * 7 * time.Millisecond) // not always at the same moment
		cmd.Process.Kill()
		cmd.Wait()
		if stderr.Len() > 0 {
			t.Error(stderr.String())
		}
		ix, err := index.Open(st.IndexDir())
		if err != nil {
			t.Fatal(err)
		}
		want := len(entries(t, st))
		if got := hits(t, ix, st, `"вход с собаками"`); got != want {
			t.Errorf("%d of %d documents are found", got, want)
		}
		ix.Close()
	}
}

// Whatever bytes of the index are overwritten, a search finds what is there.
func TestOverwrittenIndex(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	add(t, st, "сады.txt", law)
	files := func() []string {
		a, _ := filepath.Glob(filepath.Join(st.IndexDir(), "*"))
		b, _ := filepath.Glob(filepath.Join(st.IndexDir(), "store", "*"))
		return append(a, b...)
	}
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	hits(t, ix, st, "сад")
	ix.Close()
	for _, name := range files() {
		fi, err := os.Stat(name)
		if err != nil || fi.IsDir() {
			continue
		}
		for part := range 4 {
			f, err := os.OpenFile(name, os.O_WRONLY, 0)
			if err != nil {
				continue // built anew under other names
			}
			f.WriteAt(bytes.Repeat([]byte{0xff}, 64), fi.Size()*int64(part)/4)
			f.Close()
			ix, err := index.Open(st.IndexDir())
			if err != nil {
				t.Fatal(err)
			}
			if n := hits(t, ix, st, "отчет"); n != 2 {
				t.Errorf("%s, part %d: %d found", filepath.Base(name), part, n)
			}
			ix.Close()
		}
	}
}
