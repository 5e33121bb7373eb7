package main

import (
	"context"
	"path/filepath"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// A reading is a file with all that svod made of it.
type reading struct {
	name     string
	data     []byte
	doc      *corpus.Document
	problems []parse.Problem
}

// readFlags are the options of commands that read files.
func (e *env) readFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "password", Usage: e.tr("`ПАРОЛЬ` защищённых файлов", "`PASSWORD` of encrypted files")},
		&cli.StringFlag{Name: "changes", Usage: e.tr("`ВИД` текста с исправлениями: accepted (приняты) или original (как было до них)",
			"`VIEW` of tracked changes: accepted or original (the text before them)")},
	}
}

// reader reads files as the options ask. Recognising the pages of scans takes
// long, so it shows its progress.
func (e *env) reader(c *cli.Context, name string) (extract.Reader, error) {
	r := extract.Reader{Password: c.String("password")}
	switch c.String("changes") {
	case "", "accepted":
	case "original":
		r.Original = true
	default:
		return r, usage(e.tr("нет такого вида исправлений: %s", "no such view of changes: %s", c.String("changes")),
			"--changes accepted | --changes original")
	}
	var bar *progressbar.ProgressBar
	r.Progress = func(done, total int) {
		if bar == nil {
			bar = e.bar(c, total, e.tr("распознавание %s", "recognising %s", filepath.Base(name)))
		}
		bar.Set(done)
	}
	return r, nil
}

// read takes a file through extraction and parsing.
func read(ctx context.Context, x extract.Reader, name string) (*reading, error) {
	data, err := extract.Read(name)
	if err != nil {
		return nil, err
	}
	src, err := x.Bytes(ctx, name, data)
	if err != nil {
		return nil, err
	}
	doc, problems := parse.Parse(src)
	return &reading{name: name, data: data, doc: doc, problems: problems}, nil
}
