package sample

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"svod/compare/bodies"
	"svod/compare/content"
	"svod/compare/figures"
	"svod/compare/sheet"
	"svod/corpus"
)

// rows reads a table of the study.
func rows(t *testing.T, name string) []sheet.Row {
	t.Helper()
	data, err := Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	sheets, _, err := sheet.Read(context.Background(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return sheets[0].Rows
}

// councils reads the reports that a table of attributes names, with these; it
// must name them all.
func councils(t *testing.T, dir, attributes string) []*corpus.Document {
	t.Helper()
	table := rows(t, attributes)
	entries, err := fs.ReadDir(Files, dir)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*corpus.Document
	for _, e := range entries {
		if path.Ext(e.Name()) == ".csv" || path.Ext(e.Name()) == ".pdf" { // PDF is read in another process
			continue
		}
		i := slices.IndexFunc(table, func(row sheet.Row) bool { return row.At(0) == e.Name() })
		if i < 0 {
			t.Errorf("%s doesn't name %s", attributes, e.Name())
			continue
		}
		d, _ := read(t, path.Join(dir, e.Name()))
		d.Attributes = map[string]string{}
		for col := range table[i].Cells {
			d.Attributes[table[0].At(col)] = table[i].At(col)
		}
		docs = append(docs, d)
	}
	return docs
}

// The study is here to show what matrices show: a region without a report, one
// whose report says next to nothing, both kinds of councils, both levels.
func TestStudy(t *testing.T) {
	reg, err := bodies.Load("register.csv", rows(t, "study/register.csv"))
	if err != nil {
		t.Fatal(err)
	}
	docs := append(councils(t, "reports", "reports/attributes.csv"), councils(t, "study/reports", "study/attributes.csv")...)
	data, err := Files.ReadFile("study/codebook.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cb, err := content.Load("codebook.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	set, err := figures.Load("codebook.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{ // some cells of each study
		"public-councils.yaml region severnaya заседания":  "yes 10",
		"public-councils.yaml region severnaya доля":       "yes 0.8049",
		"public-councils.yaml region gornaya слушания":     "partly",
		"public-councils.yaml region gornaya заседания":    "no-data",
		"public-councils.yaml region primorskaya план":     "no-data",
		"public-councils.yaml region primorskaya сайт":     "partly",
		"public-councils.yaml region stepnaya трансляция":  "partly",
		"public-councils.yaml central minhealth заседания": "yes 5",
		"public-councils.yaml central minhealth сайт":      "no-data",
		"interaction.yaml region severnaya соцзаказ":       "yes 120.5",
		"interaction.yaml central minhealth соцзаказ":      "not-applicable",
		"ngo-councils.yaml region ozernaya протоколы":      "no",
		"ngo-councils.yaml region ozernaya доля-учтённых":  "yes 0.3333",
		"ngo-councils.yaml region stepnaya гранты":         "yes 1",
		"ngo-councils.yaml central agency доля-нпо":        "yes 0.8",
		"ngo-councils.yaml central mincult публикация":     "yes 3",
		"ngo-councils.yaml central minhealth положение":    "no-data",
	}
	got := map[string]string{}
	for _, name := range []string{"public-councils.yaml", "ngo-councils.yaml", "interaction.yaml"} {
		data, err := Files.ReadFile("study/" + name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := bodies.LoadStudy(name, data)
		if err == nil && s.Reads() {
			err = s.Mixed(docs)
		}
		if err == nil {
			err = s.CheckStudy(cb, set)
		}
		if err != nil {
			t.Fatal(err)
		}
		var obs []bodies.Observation
		for _, file := range s.Observations {
			if obs, err = s.LoadObservations(file, rows(t, "study/"+file), reg); err != nil {
				t.Fatal(err)
			}
		}
		result := bodies.Build(bodies.Sources{Study: s, Register: reg, Codebook: cb, Figures: set, Docs: docs, Observations: obs})
		if left := result.Unplaced(); s.Reads() && len(left) > 0 {
			t.Errorf("%s: %s: %s", name, left[0].Match.Doc.Source.Name, left[0].Reason)
		}
		for _, m := range result.Matrices {
			for _, row := range m.Rows {
				for i, in := range s.Indicators {
					v := row.Values[i]
					text := v.State.String()
					if v.Number != 0 {
						text += fmt.Sprintf(" %.4g", v.Number)
					}
					got[strings.Join([]string{name, string(m.Level), row.Body.ID, in.ID}, " ")] = text
				}
			}
		}
	}
	for cell, value := range want {
		if got[cell] != value {
			t.Errorf("%s: %q, want %q", cell, got[cell], value)
		}
	}
}
