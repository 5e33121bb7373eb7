package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Files get damaged on their way: cut off by a full disk, a byte turned over,
// a piece of another file in their middle. TestMutatedFiles damages the real
// ones by a seed each. Whatever comes of it, reading ends in time with lines or
// with an error that has a code; parent and worker stay within their memory.
//
// SVOD_MUTATIONS says how many are made; `make hostile` makes 500.
func TestMutatedFiles(t *testing.T) {
	count, long := 40, false
	if underRace {
		count = 8 // workers run under it too
	}
	if n, err := strconv.Atoi(os.Getenv("SVOD_MUTATIONS")); err == nil {
		count, long = n, true
	}
	byFormat := map[string][]string{}
	for _, folder := range []string{"acts", "reports"} {
		for _, name := range dataFiles(t, folder, "*") {
			x := strings.ToLower(filepath.Ext(name))
			if fi, err := os.Stat(name); err == nil && fi.Size() < 3<<20 && x != ".native" {
				byFormat[x] = append(byFormat[x], name)
			}
		}
	}
	var kinds []string
	for x := range byFormat {
		kinds = append(kinds, x)
	}
	slices.Sort(kinds)
	outcomes, ways := map[string]int{}, map[string]int{}
	for seed := range count {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		names := byFormat[kinds[seed%len(kinds)]]
		name := names[r.IntN(len(names))]
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		other, err := os.ReadFile(names[r.IntN(len(names))])
		if err != nil {
			t.Fatal(err)
		}
		how, data := mutate(r, data, other)
		start := time.Now()
		src, err := Bytes(context.Background(), name, data)
		took := time.Since(start)
		outcome := "read"
		if e := (*Error)(nil); errors.As(err, &e) && e.Code != "" {
			outcome = e.Code
		} else if err != nil {
			t.Errorf("seed %d, %s, %s: an error without a code: %v", seed, filepath.Base(name), how, err)
		} else {
			checkLines(t, src.Lines)
			if len(src.Warnings) > 0 {
				outcome = "read with warnings"
			}
		}
		outcomes[outcome]++
		ways[how]++
		if took > WorkerLimits.Time+5*time.Second {
			t.Errorf("seed %d, %s, %s: took %v", seed, filepath.Base(name), how, took)
		}
		t.Logf("seed %d %-14s %-18s %6dms %s", seed, how, outcome, took.Milliseconds(), filepath.Base(name))
	}
	parent, worker := peak(t, unix.RUSAGE_SELF), peak(t, unix.RUSAGE_CHILDREN)
	t.Logf("%d files: %v: %v; peak memory %d MB, and %d MB in the largest worker", count, ways, outcomes, parent>>20, worker>>20)
	if long && parent+worker > 1<<30 {
		t.Errorf("more than 1 GB")
	}
}

// peak is the largest memory that this process or one of its children had.
func peak(t *testing.T, who int) int64 {
	t.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(who, &u); err != nil {
		t.Fatal(err)
	}
	return u.Maxrss << 10
}

// mutate damages a file in one of several ways.
func mutate(r *rand.Rand, data, other []byte) (how string, mutated []byte) {
	data = slices.Clone(data)
	if bytes.HasPrefix(data, []byte("PK")) && r.IntN(2) == 0 {
		if b, ok := mutatePart(r, data); ok {
			return "part damaged", b
		}
	}
	switch r.IntN(5) {
	case 0:
		return "cut off", data[:r.IntN(len(data))]
	case 1:
		for range 1 + r.IntN(64) {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		}
		return "bits flipped", data
	case 2:
		at := r.IntN(len(data))
		from := r.IntN(len(other))
		piece := other[from:min(len(other), from+1+r.IntN(1<<14))]
		return "spliced", slices.Concat(data[:at], piece, data[min(len(data), at+r.IntN(len(piece)+1)):])
	case 3:
		// Another number in a place that had one: lengths, offsets, counts.
		at := r.IntN(len(data))
		for i := range len(data) {
			p := (at + i) % len(data)
			if c := data[p]; '0' <= c && c <= '9' {
				return "number grown", slices.Concat(data[:p], []byte(strconv.FormatUint(r.Uint64()>>r.IntN(60), 10)), data[p+1:])
			}
		}
		return "unharmed", data
	default:
		at, n := r.IntN(len(data)), 1+r.IntN(4096)
		clear(data[at:min(len(data), at+n)])
		return "zeroed", data
	}
}

// mutatePart damages one part of an archive and packs it again, so that the
// damage gets past the archive's own sums.
func mutatePart(r *rand.Rand, data []byte) ([]byte, bool) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) == 0 {
		return nil, false
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	victim := r.IntN(len(z.File))
	for i, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			return nil, false
		}
		b, err := io.ReadAll(io.LimitReader(rc, 64<<20))
		rc.Close()
		if err != nil {
			return nil, false
		}
		main := strings.Contains(f.Name, "document") || strings.Contains(f.Name, "content") || strings.Contains(f.Name, "sheet")
		if len(b) > 0 && (i == victim || main && r.IntN(2) == 0) {
			_, b = mutate(r, b, b)
		}
		p, err := w.Create(f.Name)
		if err != nil {
			return nil, false
		}
		p.Write(b)
	}
	if w.Close() != nil {
		return nil, false
	}
	return out.Bytes(), true
}
