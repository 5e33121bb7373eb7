package store

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"svod/corpus"
	"svod/corpus/parse"
)

var ctx = context.Background()

// TestMain lets the test binary serve as the process that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("SVOD_STORE_CHILD"); dir != "" {
		child(dir, os.Getenv("SVOD_STORE_NAME"))
		return
	}
	os.Exit(m.Run())
}

// document parses a text as if it were read from a file.
func document(name, text string) (*corpus.Document, []byte) {
	sum := sha256.Sum256([]byte(text))
	src := &corpus.Source{Name: name, Format: "text", SHA256: hex.EncodeToString(sum[:])}
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			src.Lines = append(src.Lines, corpus.Line{Text: l})
		}
	}
	src.Lines[0].Style.Bold = true
	d, _ := parse.Parse(src)
	d.ID = src.SHA256[:12]
	return d, []byte(text)
}

func law(title string, articles int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", title)
	for i := 1; i <= articles; i++ {
		fmt.Fprintf(&b, "Статья %d. Предмет регулирования %d\n1. Совет вправе:\n1) заслушивать отчеты;\n2) вносить предложения.\n", i, i)
		fmt.Fprintf(&b, "Сноска. Статья %d в редакции Закона от 01.02.2020 № 5-VI.\n2. Не допускается вмешательство в деятельность совета.\n", i)
	}
	return b.String()
}

func open(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func add(t testing.TB, s *Store, name, text string, change func(*corpus.Document)) Added {
	t.Helper()
	d, b := document(name, text)
	if change != nil {
		change(d)
	}
	a, err := s.Add(ctx, d, b)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestRoundTrip(t *testing.T) {
	s := open(t)
	d, b := document("закон.txt", law("О советах", 3))
	d.Source.Lines[1].Page = 7
	d.Source.Lines[2].Cells = []corpus.Cell{{Text: "а", Cols: 2}, {Text: "б"}}
	d.Source.Lines[2].Table = 1
	d.Source.Warnings = []corpus.Warning{{Code: "cut", Page: 3, Args: []string{"x"}}}
	d.Attributes = map[string]string{"region": "Акмолинская"}
	added, err := s.Add(ctx, d, b)
	if err != nil || added.Outcome != OutcomeAdded {
		t.Fatal(added.Outcome, err)
	}
	got, err := s.Get(ctx, d.ID[:5])
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Root, d.Root) {
		t.Error("the tree came back changed")
	}
	if !reflect.DeepEqual(got.Source, d.Source) {
		t.Errorf("the source came back changed: %+v, want %+v", got.Source, d.Source)
	}
	if !reflect.DeepEqual(got.Attributes, d.Attributes) || got.Meta.Title != d.Meta.Title || !reflect.DeepEqual(got.Meta.Origin, d.Meta.Origin) {
		t.Errorf("meta %+v, want %+v", got.Meta, d.Meta)
	}
	if o, err := s.Original(ctx, d.ID); err != nil || !bytes.Equal(o, b) {
		t.Error("the original came back changed", err)
	}
	again, err := s.Add(ctx, d, b)
	if err != nil || again.Outcome != OutcomeUnchanged || again.Entry.Hash != added.Entry.Hash {
		t.Errorf("the same again: %v %v", again.Outcome, err)
	}
	n := 0
	for _, err := range s.All(ctx) {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d documents", n)
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	if err := s.Remove(ctx, d.ID); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"documents", "sources", "lines", "units", "notes", "attributes"} {
		var n int
		if err := s.r.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d rows left (%v)", table, n, err)
		}
	}
	if _, err := s.Get(ctx, d.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("got a removed document: %v", err)
	}
}

// A Part must cite and show what the whole does.
func TestPart(t *testing.T) {
	s := open(t)
	a := add(t, s, "закон.txt", "Глава 1. Общие положения\n"+law("О советах", 3), nil)
	d, err := s.Get(ctx, a.Entry.ID)
	if err != nil {
		t.Fatal(err)
	}
	ord := 0
	for addr, u := range d.All() {
		ord++
		end := ord
		u.Walk(func(*corpus.Unit) bool { end++; return true })
		p, err := s.Part(ctx, a.Entry.ID, ord, end)
		if err != nil {
			t.Fatal(addr, err)
		}
		if !reflect.DeepEqual(p.Unit, u) {
			t.Errorf("%s: the part differs", addr)
		}
		if p.Address[p.Unit] != addr {
			t.Errorf("%s: the part has address %s", addr, p.Address[p.Unit])
		}
		want, got := d.Path(addr), p.Document.Path(p.Document.AddressOf(p.Unit))
		if len(want) != len(got) {
			t.Errorf("%s: path of %d, want %d", addr, len(got), len(want))
		}
	}
}

func TestSetSurvivesReparse(t *testing.T) {
	s := open(t)
	a := add(t, s, "закон.txt", law("О советах", 2), nil)
	id := a.Entry.ID
	for k, v := range map[string]string{"number": "383-V", "date": "2015-11-02", "region": "Абай", "edition": "2021", "body": None} {
		if err := s.Set(ctx, id, k, v); err != nil {
			t.Fatal(k, err)
		}
	}
	e, _ := s.Entry(ctx, id)
	if e.Hash == a.Entry.Hash {
		t.Error("the hash didn't change")
	}
	if _, err := s.w.Exec("UPDATE documents SET parser = -1"); err != nil {
		t.Fatal(err)
	}
	n, err := s.Reparse(ctx, func(_ context.Context, name string, b []byte) (*corpus.Document, error) {
		d, _ := document(name, string(b))
		d.Meta.Title = "О советах (иначе прочитано)"
		return d, nil
	})
	if n != 1 || err != nil {
		t.Fatal(n, err)
	}
	e, _ = s.Entry(ctx, id)
	m := e.Meta
	if m.Number != "383-V" || m.Date != "2015-11-02" || m.Edition != "2021" || m.Body != "" || m.Origin["number"] != User || m.Origin["body"] != User {
		t.Errorf("lost the user's word: %+v", m)
	}
	if m.Title != "О советах (иначе прочитано)" || e.Attributes["region"] != "Абай" {
		t.Errorf("%+v %v", m, e.Attributes)
	}
	if old, _ := s.Outdated(ctx); len(old) != 0 {
		t.Error("still outdated")
	}
	for _, k := range []string{"number", "region"} {
		if err := s.Set(ctx, id, k, ""); err != nil {
			t.Fatal(err)
		}
	}
	if e, _ = s.Entry(ctx, id); e.Meta.Number != "" || e.Meta.Origin["number"] == User || len(e.Attributes) != 0 {
		t.Errorf("not taken back: %+v", e)
	}
	for k, v := range map[string]string{"type": "закон", "date": "02.11.2015", "edition": "весна", "language": "de", "a=b": "c", "": "x", "id": "1"} {
		var wrong *ValueError
		if err := s.Set(ctx, id, k, v); !errors.As(err, &wrong) {
			t.Errorf("%s=%s: %v", k, v, err)
		}
	}
}

func TestFind(t *testing.T) {
	s := open(t)
	deep := filepath.Join(s.Dir(), "а", "б")
	if err := os.MkdirAll(deep, 0o777); err != nil {
		t.Fatal(err)
	}
	if dir, err := Find(deep); err != nil || dir != s.Dir() {
		t.Error(dir, err)
	}
	if _, err := Find(t.TempDir()); !errors.Is(err, ErrNoCorpus) {
		t.Error(err)
	}
}

func TestOddFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "корпус № 1 100%#?&a=b")
	if strings.Contains(dir, "?") && os.PathSeparator == '\\' {
		t.Skip("such names are impossible here")
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !Exists(dir) {
		t.Error("the file is elsewhere")
	}
}

func TestSchema(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, "закон.txt", law("О советах", 1), nil)
	s.Close()

	// A later program knows one migration more.
	migrations = append(migrations, "ALTER TABLE documents ADD COLUMN later TEXT NOT NULL DEFAULT ''")
	s, err = Open(dir)
	if err != nil {
		t.Fatal("the older schema was refused:", err)
	}
	if list, err := s.List(ctx); len(list) != 1 || err != nil {
		t.Error("after migration:", list, err)
	}
	s.Close()
	migrations = migrations[:1]
	_, err = Open(dir)
	var newer *SchemaError
	if !errors.As(err, &newer) || newer.Have != 2 || newer.Want != 1 {
		t.Errorf("the newer schema: %v", err)
	}
}

func TestDamaged(t *testing.T) {
	damage := map[string]func(path string) error{
		"not SQLite": func(path string) error { return os.WriteFile(path, []byte("что-то иное"), 0o666) },
		"another SQLite file": func(path string) error {
			os.Remove(path)
			db, err := sql.Open("sqlite", path)
			if err == nil {
				_, err = db.Exec("CREATE TABLE t (x)")
				db.Close()
			}
			return err
		},
		"overwritten pages": func(path string) error {
			f, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err == nil {
				_, err = f.WriteAt(bytes.Repeat([]byte{0xa5}, 1<<16), 4096)
				f.Close()
			}
			return err
		},
		"cut": func(path string) error { return os.Truncate(path, 3*4096) },
	}
	for name, f := range damage {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			a := add(t, s, "закон.txt", law("О советах", 200), nil)
			s.Close()
			if err := f(filepath.Join(dir, ".svod", "corpus.sqlite")); err != nil {
				t.Fatal(err)
			}
			s, err = Open(dir)
			if err == nil {
				defer s.Close()
				if _, err = s.Get(ctx, a.Entry.ID); err == nil {
					err = s.Check(ctx)
				}
			}
			var d *DamagedError
			if !errors.As(err, &d) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestManyAdd(t *testing.T) {
	s := open(t)
	var wg sync.WaitGroup
	const workers, each = 8, 10
	for w := range workers {
		wg.Go(func() {
			for i := range each {
				d, b := document("закон.txt", law(fmt.Sprintf("О совете %d", w*each+i), 3))
				if _, err := s.Add(ctx, d, b); err != nil {
					t.Error(err)
				}
				if _, err := s.Get(ctx, d.ID); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if list, err := s.List(ctx); len(list) != workers*each || err != nil {
		t.Error(len(list), err)
	}
}

// child adds documents until it is killed, and reports each on stdout.
func child(dir, name string) {
	s, err := Open(dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for i := 0; i < 10_000; i++ {
		d, b := document("закон.txt", law(fmt.Sprintf("О совете %s %d", name, i), 20))
		if _, err := s.Add(ctx, d, b); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(d.ID)
	}
}

// Two processes add to one corpus and are killed in the midst of it: all that
// they have reported is there, whole, and nothing is there in part.
func TestKill(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	reported := make(chan string, 10_000)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		cmd := exec.Command(exe)
		cmd.Env = append(os.Environ(), "SVOD_STORE_CHILD="+dir, "SVOD_STORE_NAME="+name)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			lines := bufio.NewScanner(out)
			for n := 0; lines.Scan(); n++ {
				reported <- lines.Text()
				if n == 15 {
					time.AfterFunc(3*time.Millisecond, func() { cmd.Process.Kill() })
				}
			}
			cmd.Wait()
		})
	}
	wg.Wait()
	close(reported)
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	n := 0
	for id := range reported {
		if len(id) != 12 {
			continue // the kill cut the line, not the document
		}
		n++
		if _, err := s.Get(ctx, id); err != nil {
			t.Errorf("%s was reported as added: %v", id, err)
		}
	}
	if n < 30 {
		t.Errorf("only %d were added", n)
	}
	want := 0
	for d, err := range s.All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		units := 0
		d.Root.Walk(func(*corpus.Unit) bool { units++; return true })
		if want == 0 {
			want = units
		}
		if units != want || len(d.Source.Lines) != 1+20*6 {
			t.Errorf("%s is there in part: %d units, %d lines", d.ID, units, len(d.Source.Lines))
		}
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	add(t, s, "закон.txt", law("О жизни после", 1), nil)
}

func BenchmarkAdd(b *testing.B) {
	s := open(b)
	for i := 0; b.Loop(); i++ {
		d, data := document("закон.txt", law(fmt.Sprintf("О совете %d", i), 100))
		if _, err := s.Add(ctx, d, data); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
	}
}

func BenchmarkGet(b *testing.B) {
	s := open(b)
	a := add(b, s, "закон.txt", law("О советах", 800), nil)
	for b.Loop() {
		if _, err := s.Get(ctx, a.Entry.ID); err != nil {
			b.Fatal(err)
		}
	}
}
