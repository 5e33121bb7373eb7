package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/store"
	"svod/index"
)

// openCorpus opens the corpus that the options name: --corpus, $SVOD_CORPUS,
// the nearest .svod upwards. With create it makes one in the current folder
// when there is none, and says so.
func (e *env) openCorpus(c *cli.Context, create bool) (*store.Store, error) {
	dir := c.String("corpus")
	if dir == "" {
		dir = os.Getenv("SVOD_CORPUS")
	}
	if dir == "" {
		var err error
		if dir, err = store.Find("."); errors.Is(err, store.ErrNoCorpus) {
			dir = "."
		} else if err != nil {
			return nil, err
		}
	}
	if !store.Exists(dir) {
		if !create {
			return nil, &exit{exitUsage, e.tr("в папке %s и выше нет корпуса", "there is no corpus in %s or above", dir),
				e.tr("Создайте его: svod add ФАЙЛЫ; или укажите папку: -C ПАПКА",
					"Make one: svod add FILES; or name its folder: -C DIR")}
		}
	}
	e.corpusDir = dir
	isNew := !store.Exists(dir)
	st, err := store.Open(dir)
	if err == nil && isNew {
		e.say(e.tr("Новый корпус: %s", "New corpus: %s"), st.Dir())
	}
	return st, err
}

// A library resolves what people name on the command line: files are read as
// they are, all else is looked up in the corpus, which is opened only then.
type library struct {
	e  *env
	c  *cli.Context
	st *store.Store
	// silent leaves out the warnings of readers, for commands that print them
	// among their findings.
	silent  bool
	closers []io.Closer // what else was opened
}

func (l *library) close() {
	for _, c := range l.closers {
		c.Close()
	}
	if l.st != nil {
		l.st.Close()
	}
}

func (l *library) corpus() (*store.Store, error) {
	if l.st == nil {
		st, err := l.e.openCorpus(l.c, false)
		if err != nil {
			return nil, err
		}
		l.st = st
	}
	return l.st, nil
}

// missing is a document that was named and is not there.
type missing struct {
	name string
	err  error
}

func (m *missing) Error() string { return m.name + ": " + m.err.Error() }
func (m *missing) Unwrap() error { return m.err }

// doc returns the document that a word of the command line names.
func (l *library) doc(ctx context.Context, name string) (*corpus.Document, error) {
	fi, err := os.Stat(name)
	folder := err == nil && fi.IsDir()
	if err == nil && !folder {
		x, err := l.e.reader(l.c, name)
		if err != nil {
			return nil, err
		}
		r, err := read(ctx, x, name)
		if err != nil {
			return nil, err
		}
		l.e.input(table.Input{Name: name, SHA256: r.doc.Source.SHA256})
		if !l.silent {
			l.e.warn(l.c, name, r.doc.Source.Warnings)
		}
		return r.doc, nil
	}
	st, err := l.corpus()
	if err != nil {
		if folder {
			return nil, l.isFolder(name)
		}
		if strings.ContainsAny(name, `/\.`) {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return nil, err
	}
	found, err := st.Lookup(ctx, name, l.at())
	if errors.Is(err, store.ErrNotFound) && folder {
		return nil, l.isFolder(name)
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil, &missing{name, err}
	}
	if err != nil {
		return nil, err
	}
	l.e.inputEntry(found.Entry)
	l.e.mentionOthers(l.c, name, found)
	return st.Get(ctx, found.Entry.ID)
}

func (l *library) isFolder(name string) error {
	return usage(l.e.tr("%s – это папка", "%s is a folder", name), l.e.tr("Назовите файлы в ней: %s", "Name the files in it: %s", filepath.Join(name, "*")))
}

// docs returns the documents named, or, when none is, all of the corpus that
// --where and --at leave.
func (l *library) docs(ctx context.Context, names []string) ([]*corpus.Document, error) {
	var docs []*corpus.Document
	for _, n := range names {
		d, err := l.doc(ctx, n)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	if len(names) > 0 {
		return docs, nil
	}
	st, err := l.corpus()
	if err != nil {
		return nil, err
	}
	entries, err := l.entries(ctx, st)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		d, err := st.Get(ctx, entry.ID)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, &exit{exitNothing, l.e.tr("в корпусе нет подходящих документов", "no document of the corpus fits"),
			l.e.tr("Что есть: svod list", "What is there: svod list")}
	}
	return docs, nil
}

// entries are the documents of the corpus that --where and --at leave.
func (l *library) entries(ctx context.Context, st *store.Store) ([]store.Entry, error) {
	entries, err := st.List(ctx)
	if err != nil {
		return nil, err
	}
	if at := l.at(); at != "" {
		entries = store.InForce(entries, at)
	}
	where, err := l.e.pairs(l.c.StringSlice("where"))
	if err != nil {
		return nil, err
	}
	var kept []store.Entry
	for _, entry := range entries {
		if fits(entry, where) {
			l.e.inputEntry(entry)
			kept = append(kept, entry)
		}
	}
	return kept, nil
}

func (l *library) at() string { return l.c.String("at") }

// selection are the options that choose documents of the corpus.
func (e *env) selection() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "where", Usage: e.tr("только документы с `КЛЮЧ=ЗНАЧЕНИЕ`; можно несколько",
			"only documents with `KEY=VALUE`; may be repeated")},
		&cli.StringFlag{Name: "at", Usage: e.tr("редакции, действовавшие на `ДАТУ` (ГГГГ-ММ-ДД)",
			"the editions in force on a `DATE` (YYYY-MM-DD)")},
	}
}

// fits tells whether a document has all the values asked for; several values
// of one key mean any of them.
func fits(entry store.Entry, where []pair) bool {
	wanted := map[string]bool{}
	for _, p := range where {
		ok := strings.EqualFold(value(entry, p.key), p.value)
		wanted[p.key] = wanted[p.key] || ok
	}
	for _, ok := range wanted {
		if !ok {
			return false
		}
	}
	return true
}

// value is a field of a document's metadata, or one of its attributes.
func value(entry store.Entry, key string) string {
	m := entry.Meta
	switch key {
	case "id":
		return entry.ID
	case "file":
		return entry.File
	case "title":
		return m.Title
	case "type":
		return m.Type
	case "number":
		return m.Number
	case "date":
		return m.Date
	case "body":
		if m.Body != "" {
			return m.Body
		}
	case "jurisdiction":
		return m.Jurisdiction
	case "language":
		return m.Language
	case "edition":
		return m.Edition
	}
	return entry.Attributes[key]
}

// mentionOthers says which editions and languages were not meant, unless one was
// named.
func (e *env) mentionOthers(c *cli.Context, name string, f store.Found) {
	if c.Bool("quiet") || len(f.Others) == 0 || strings.Contains(name, "@") {
		return
	}
	var others []string
	for _, o := range f.Others {
		others = append(others, o.ID+" "+e.editionOf(o.Meta)+" "+o.Meta.Language)
	}
	e.say(e.tr("«%s»: взят %s (%s). Есть и другие тексты: %s.", "%q: took %s (%s). There are other texts: %s."),
		name, f.Entry.ID, e.editionOf(f.Entry.Meta), strings.Join(others, "; "))
}

// named is how a document is called in messages: type, title, edition.
func (e *env) named(m corpus.Meta) string {
	s := "«" + m.Title + "»"
	if m.Title == "" {
		s = e.tr("без заглавия", "untitled")
	}
	if t := e.typeName(m.Type); t != "" {
		s = t + " " + s
	}
	if m.Number != "" {
		s += " № " + m.Number
	}
	return s + ", " + m.Language + ", " + e.editionOf(m)
}

// editionOf prints the edition with how sure it is.
func (e *env) editionOf(m corpus.Meta) string {
	switch {
	case m.Edition == "":
		return e.tr("редакция неизвестна", "edition unknown")
	case m.Origin["edition"] == "notes":
		return e.tr("редакция не ранее %s", "edition not before %s", e.date(m.Edition))
	}
	return e.tr("редакция %s", "edition %s", e.date(m.Edition))
}

// date prints an ISO date as people write it; a year stays a year.
func (e *env) date(iso string) string {
	if p := strings.Split(iso, "-"); len(p) == 3 && e.lang == "ru" {
		return p[2] + "." + p[1] + "." + p[0]
	}
	return iso
}

func (e *env) typeName(t string) string {
	names := map[string][2]string{
		"law": {"закон", "law"}, "code": {"кодекс", "code"}, "decree": {"указ", "decree"},
		"resolution": {"постановление", "resolution"}, "order": {"приказ", "order"},
		"decision": {"решение", "decision"}, "constitution": {"конституция", "constitution"},
		"rules": {"правила", "rules"}, "report": {"отчёт", "report"}, "other": {"", ""},
	}
	n, ok := names[t]
	if !ok {
		return t
	}
	return e.tr(n[0], n[1])
}

// A volume is the size of the index and of the text it covers, in bytes.
type volume struct{ index, text int64 }

// sync brings the index in step with the corpus.
func (e *env) sync(c *cli.Context, st *store.Store) (volume, error) {
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		return volume{}, err
	}
	defer ix.Close()
	if err := e.syncIndex(c, ix, st); err != nil {
		return volume{}, err
	}
	var v volume
	v.index = folderSize(st.IndexDir())
	v.text, err = st.TextSize(c.Context)
	return v, err
}

// folderSize adds up the files below a folder.
func folderSize(dir string) int64 {
	var n int64
	fs.WalkDir(os.DirFS(dir), ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if fi, err := d.Info(); err == nil {
				n += fi.Size()
			}
		}
		return nil
	})
	return n
}

func (e *env) syncIndex(c *cli.Context, ix *index.Index, st *store.Store) error {
	bar := e.bar(c, 0, e.tr("указатель", "indexing"))
	defer bar.Finish()
	err := ix.Sync(c.Context, st, func(done, total int) {
		if bar.GetMax() != total {
			bar.ChangeMax(total)
		}
		bar.Set(done)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", e.tr("указатель", "index"), err)
	}
	e.tellRebuilt(c, ix)
	return nil
}

// tellRebuilt says that the index had to be built anew. It is to be asked after
// each search, too: some damage shows only then.
func (e *env) tellRebuilt(c *cli.Context, ix *index.Index) {
	if c.Bool("quiet") {
		return
	}
	switch ix.Rebuilt() {
	case index.ReasonDamaged:
		e.say("%s", e.tr("Указатель поиска был повреждён и построен заново по текстам корпуса; ничего не потеряно.",
			"The search index was damaged, and was built anew from the texts of the corpus; nothing is lost."))
	case index.ReasonOlder:
		e.say("%s", e.tr("Указатель поиска построен заново: он был от другой версии svod.",
			"The search index was built anew: it was of another version of svod."))
	}
}
