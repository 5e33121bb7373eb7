package figures

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// data returns the folder of real documents: shared/data beside a parent of
// this one, or $SVOD_DATA. It skips the test if there is none.
func data(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	wd, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; wd = filepath.Dir(wd) {
		if dir := filepath.Join(wd, "shared", "data"); exists(dir) {
			return dir
		}
		if wd == filepath.Dir(wd) {
			t.Skip("no shared/data")
		}
	}
}

func exists(name string) bool { _, err := os.Stat(name); return err == nil }

func real(t *testing.T, name string) *corpus.Document {
	t.Helper()
	src, err := extract.File(t.Context(), name)
	if err != nil {
		t.Skipf("%s: %v", name, err)
	}
	d, _ := parse.Parse(src)
	return d
}

// The grant report of the study: by sex the participants add up, by social
// status they don't, the last group of age holds the total.
func TestGrantReport(t *testing.T) {
	file := filepath.Join(data(t), "reports", "grant-report_2017.txt")
	if !exists(file) {
		t.Skip("no grant-report_2017.txt")
	}
	c := Check([]*corpus.Document{real(t, file)})
	var got []string
	for i := range c.Findings {
		got = append(got, c.Findings[i].Message("ru"))
	}
	want := []string{
		"сумма 170 ≠ 145 (+25): двойной учёт или ошибка",
		"сумма 290 ≠ 145 (+145): двойной учёт или ошибка; в графе «59 лет и выше» стоит 145, то же число, что «Количество получателей услуг всего»; без неё сумма 145 = 145",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(c.Holds) != 3 || len(c.Holds[0].Parts) != 2 || c.Holds[0].Whole.Value != 145 {
		t.Errorf("what holds: %+v", c.Holds)
	}
}

// Each finding in the other real documents was looked at by hand; these are all.
func TestFindingsOfRealDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many files")
	}
	dir := data(t)
	known := map[string]int{
		"self-examination-report_2017-2018.docx": 1, // 47 + 50 + 90 + 34 = 221, the total is 236: a school year is left out
		"report 2012.doc":                        1, // the total leaves out the balance brought forward
		"grant-report_2017.txt":                  2,
	}
	files := 0
	for _, sub := range []string{"reports", "acts/kz-office", "acts/kz-adilet-docx"} {
		filepath.WalkDir(filepath.Join(dir, sub), func(name string, f fs.DirEntry, err error) error {
			if err != nil || f.IsDir() || strings.Contains(name, "testsuites") || strings.Contains(name, "generated") {
				return nil
			}
			switch strings.ToLower(filepath.Ext(name)) {
			case ".docx", ".doc", ".xlsx", ".html", ".txt", ".md", ".rtf", ".odt":
			case ".pdf":
				if !strings.Contains(name, "astana") && !strings.Contains(name, "statist_12_2005") {
					return nil
				}
			default:
				return nil
			}
			src, err := extract.File(t.Context(), name)
			if err != nil {
				return nil
			}
			d, _ := parse.Parse(src)
			files++
			c := Check([]*corpus.Document{d})
			if len(c.Findings) != known[filepath.Base(name)] {
				t.Errorf("%s: %d findings, want %d", filepath.Base(name), len(c.Findings), known[filepath.Base(name)])
				for i := range c.Findings {
					t.Log(c.Findings[i].Whole.Line, c.Findings[i].Message("ru"))
				}
			}
			return nil
		})
	}
	if files == 0 {
		t.Skip("no documents")
	}
}
