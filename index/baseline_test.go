package index_test

import (
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/ru"
	bindex "github.com/blevesearch/bleve_index_api"
	_ "modernc.org/sqlite"

	"svod/corpus"
)

// What else one would take: each article is a text of its heading and its
// words, each question any of its words, ranked by BM25.

// A body is the text of an article.
type body struct{ name, text string }

func bodies(docs []*corpus.Document, name map[string]string) []body {
	var out []body
	for _, d := range docs {
		for a, u := range d.All() {
			if u.Kind != corpus.KindArticle || strings.Contains(string(a), "/") {
				continue
			}
			var text strings.Builder
			u.Walk(func(v *corpus.Unit) bool {
				text.WriteString(v.Own() + "\n")
				return true
			})
			out = append(out, body{name[d.ID] + strings.TrimPrefix(string(a), "ст."), text.String()})
		}
	}
	return out
}

// bleveRussian is bleve with its stock Russian analyzer: lower case, a list of
// stop words, Snowball.
func bleveRussian(t *testing.T, texts []body) system {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "ru"
	m.ScoringModel = bindex.BM25Scoring
	m.StoreDynamic, m.DocValuesDynamic = false, false
	m.DefaultMapping.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	ix, err := bleve.NewMemOnly(m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	batch := ix.NewBatch()
	for i, b := range texts {
		if err := batch.Index(fmt.Sprintf("%06d", i), map[string]string{"text": b.text}); err != nil {
			t.Fatal(err)
		}
	}
	if err := ix.Batch(batch); err != nil {
		t.Fatal(err)
	}
	return system{"bleve ru", func(q string) []string {
		match := bleve.NewMatchQuery(q)
		match.SetField("text")
		req := bleve.NewSearchRequestOptions(match, 2*deep, 0, false)
		req.SortBy([]string{"-_score", "_id"})
		res, err := ix.Search(req)
		if err != nil {
			t.Fatal(q, err)
		}
		var out []string
		for _, h := range res.Hits {
			i, err := strconv.Atoi(h.ID)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, texts[i].name)
		}
		return out
	}}
}

// ftsFive is SQLite's FTS5 with its default tokenizer, unicode61.
func ftsFive(t *testing.T, texts []body) system {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	if _, err := db.Exec("CREATE VIRTUAL TABLE a USING fts5(text, tokenize = unicode61)"); err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range texts {
		if _, err := tx.Exec("INSERT INTO a(rowid, text) VALUES (?, ?)", i, b.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return system{"FTS5", func(q string) []string {
		ws := strings.FieldsFunc(q, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		any := `"` + strings.Join(ws, `" OR "`) + `"`
		rows, err := db.Query("SELECT rowid FROM a WHERE a MATCH ? ORDER BY bm25(a), rowid LIMIT ?", any, 2*deep)
		if err != nil {
			t.Fatal(q, err)
		}
		defer rows.Close()
		var out []string
		for rows.Next() {
			var i int
			if err := rows.Scan(&i); err != nil {
				t.Fatal(err)
			}
			out = append(out, texts[i].name)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		return out
	}}
}
