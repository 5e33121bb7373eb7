package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"svod/corpus/extract"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in scripts")

func TestMain(m *testing.M) {
	extract.Worker()
	os.Setenv("GORACE", "atexit_sleep_ms=0") // else each worker lingers for a second
	testscript.Main(m, map[string]func(){"svod": main})
}

// TestScript runs the scripts of testdata/script: the real program, real
// files, its output and its exit codes. «code 3 svod add …» wants exit code 3.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "ru_RU.UTF-8")
			e.Setenv("GORACE", os.Getenv("GORACE"))
			e.Setenv("LC_ALL", "")
			e.Setenv("SVOD_CORPUS", "")
			return picture(filepath.Join(e.WorkDir, "picture.docx"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code, "tamper": tamper, "hides": hides},
	})
}

// picture writes a real image, whatever the name says.
func picture(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, image.NewGray(image.Rect(0, 0, 8, 8))), f.Close())
}

func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command args…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var x *exec.ExitError
		if !errors.As(err, &x) {
			ts.Fatalf("%v", err)
		}
		got = x.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// tamper replaces the first place of a text in a file, in an Office file in the
// first part that has it: «tamper counts.xlsx '<v>2</v>' '<v>3</v>'».
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: tamper FILE OLD NEW")
	}
	name, data := ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0]))
	from, to, done := []byte(args[1]), []byte(args[2]), false
	once := func(b []byte) []byte {
		if done || !bytes.Contains(b, from) {
			return b
		}
		done = true
		return bytes.Replace(b, from, to, 1)
	}
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, f := range z.File {
			r, err := f.Open()
			ts.Check(err)
			part, err := io.ReadAll(r)
			ts.Check(err)
			p, err := w.Create(f.Name)
			ts.Check(err)
			_, err = p.Write(once(part))
			ts.Check(err)
		}
		ts.Check(w.Close())
		data = out.Bytes()
	} else {
		data = once(data)
	}
	if !done {
		ts.Fatalf("%s does not have %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(name, data, 0o644))
}

func TestPlural(t *testing.T) {
	for n, want := range map[int]string{1: "документ", 2: "документа", 5: "документов", 11: "документов",
		12: "документов", 21: "документ", 22: "документа", 111: "документов", 0: "документов"} {
		if got := plural(n, "документ", "документа", "документов"); got != want {
			t.Errorf("plural(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	is := func(v string) func(string) string { return func(string) string { return v } }
	for _, c := range []struct {
		args   []string
		getenv func(string) string
		want   string
	}{
		{[]string{"list", "--lang", "en"}, is("ru_RU"), "en"},
		{[]string{"--lang=ru", "list"}, is("C"), "ru"},
		{[]string{"search", "--", "--lang", "xx"}, is("kk_KZ.UTF-8"), "ru"},
		{nil, is("C"), "en"},
	} {
		if got := language(c.args, c.getenv); got != c.want {
			t.Errorf("language(%q) = %s, want %s", c.args, got, c.want)
		}
	}
}
