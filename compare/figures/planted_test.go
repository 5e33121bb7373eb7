package figures

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// A number is changed in copies of real tables whose sums hold. Each change has to be
// found: what holds without its neighbours' help is no check.
func TestPlantedErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many files")
	}
	dir := filepath.Join(data(t), "reports")
	planted, found := 0, 0
	filepath.WalkDir(dir, func(name string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() || strings.Contains(name, "testsuites") || strings.Contains(name, "generated") {
			return nil
		}
		switch filepath.Ext(name) {
		case ".docx", ".doc", ".txt":
		case ".pdf":
			if !strings.Contains(name, "statist_12_2005") && !strings.Contains(name, "assets") {
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
		untouched := Check([]*corpus.Document{d})
		tables := map[corpus.Address]int{}
		for _, h := range untouched.Holds {
			if h.Code != FindingAcross && h.Code != FindingDown || tables[h.Table] >= 3 {
				continue
			}
			part := slices.MaxFunc(h.Parts, func(a, b Figure) int { return int(a.Value - b.Value) })
			restore, ok := plant(src, part)
			if !ok {
				continue
			}
			tables[h.Table]++
			planted++
			again, _ := parse.Parse(src)
			if c := Check([]*corpus.Document{again}); len(c.Findings) > len(untouched.Findings) {
				found++
			} else {
				t.Logf("not found: %s, line %d, %q (%s)", filepath.Base(name), part.Line, part.Text, h.Code)
			}
			restore()
		}
		return nil
	})
	t.Logf("%d of %d", found, planted)
	if planted == 0 {
		t.Skip("no documents")
	}
	if found < planted {
		t.Errorf("%d of %d planted errors were found", found, planted)
	}
}

// plant adds to the first digit of a number of a table.
func plant(src *corpus.Source, f Figure) (restore func(), ok bool) {
	line := &src.Lines[f.Line-1]
	for i := range line.Cells {
		was := line.Cells[i].Text
		if strings.TrimSpace(was) != strings.TrimSpace(f.Text) || f.Value == 0 {
			continue
		}
		at := strings.IndexAny(was, "123456789")
		digit, _ := strconv.Atoi(was[at : at+1])
		line.Cells[i].Text = was[:at] + strconv.Itoa(digit%9+1) + was[at+1:]
		return func() { line.Cells[i].Text = was }, true
	}
	return nil, false
}
