package index_test

import (
	"context"
	"path/filepath"
	"testing"

	"svod/index"
)

func BenchmarkSearch(b *testing.B) {
	st, ix := library(b, filepath.Join(dataDir(b), "acts", "kz-office", "Налоговый.docx"))
	for _, q := range []string{"нерезидент", "налоговая декларация", `"не допускается"`, "налог И вычет НЕ отчет", "налогоплательщик /5 обязан",
		"нерезид*", "ст. 357 налогового кодекса", "какие ставки корпоративного налога?", "в"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := ix.Search(context.Background(), index.Request{Query: q, Limit: 10}, st); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSync(b *testing.B) {
	st, _ := library(b, filepath.Join(dataDir(b), "acts", "kz-office", "Налоговый.docx"))
	size, err := st.TextSize(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	for b.Loop() {
		ix, err := index.Open(b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		if err := ix.Sync(context.Background(), st, nil); err != nil {
			b.Fatal(err)
		}
		ix.Close()
	}
}
