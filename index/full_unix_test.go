//go:build unix

package index_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"svod/corpus/store"
	"svod/index"
)

// childFull indexes with room for files of so many bytes only, which is as if
// the disk were full.
func init() {
	childFull = func(ix *index.Index, st *store.Store, room uint64) error {
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: room, Max: room}); err != nil {
			return err
		}
		return ix.Sync(context.Background(), st, nil)
	}
}

// A full disk ends the indexer with an error, and no more: when there is room
// again, the next search goes on.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for i := range 5 {
		add(t, st, fmt.Sprintf("сад%d.txt", i), strings.ReplaceAll(law, "О садах", fmt.Sprintf("О саде %d", i)))
	}
	failed := 0
	for _, room := range []int{100, 1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16, 1 << 17} {
		p := start(t, fmt.Sprintf("full %d", room), dir)
		for p.out.Scan() {
		}
		p.cmd.Wait()
		if said := p.stderr.String(); strings.Contains(said, "goroutine") {
			t.Errorf("%d bytes: %s", room, said)
		} else if said != "" {
			failed++
		}
	}
	if failed == 0 {
		t.Error("no disk was full")
	}
	whole(t, st, nil)
}

// What nobody may write is searched as it is.
func TestReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	st, ix := acts(t)
	ix.Close()
	modes := map[string]os.FileMode{}
	for _, dir := range []string{st.IndexDir(), st.IndexDir() + "/store"} {
		fi, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		modes[dir] = fi.Mode()
		if err := os.Chmod(dir, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	defer func() {
		for dir, mode := range modes {
			os.Chmod(dir, mode)
		}
	}()
	if n := hits(t, ix, st, "вмешательство"); n != 2 {
		t.Errorf("%d found", n)
	}
}
