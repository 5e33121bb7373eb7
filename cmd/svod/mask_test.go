package main

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

// hides fails if the bytes of a file, or of what is packed into it, match a
// regular expression: «hides 'Сидоров' a.html b.xlsx».
func hides(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: hides 'REGEXP' FILE…")
	}
	re := regexp.MustCompile(args[0])
	look := func(name string, data []byte) {
		if m := re.FindString(html.UnescapeString(string(data))); m != "" {
			ts.Fatalf("%s holds %q", name, m)
		}
	}
	for _, name := range args[1:] {
		data := []byte(ts.ReadFile(name))
		look(name, data)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			continue
		}
		for _, f := range z.File {
			r, err := f.Open()
			ts.Check(err)
			member, err := io.ReadAll(r)
			ts.Check(err)
			r.Close()
			look(name+"/"+f.Name, member)
		}
	}
}
