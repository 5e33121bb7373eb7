package sheet

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"svod/corpus/extract"
)

// shown prints sheets as «Name: 1 а|б; 3 в».
func shown(sheets []Sheet) string {
	var out []string
	for _, s := range sheets {
		var rows []string
		for _, r := range s.Rows {
			if !r.Empty() {
				rows = append(rows, strconv.Itoa(r.N)+" "+strings.Join(r.Cells, "|"))
			}
		}
		out = append(out, s.Name+": "+strings.Join(rows, "; "))
	}
	return strings.Join(out, "\n")
}

// Rows keep the numbers that the spreadsheet shows, behind empty and filtered ones, too.
func TestReadXLSX(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if err := errors.Join(f.SetSheetName("Sheet1", "Ответы"), f.SetSheetRow("Ответы", "A1", &[]any{"код", "пол"}), f.SetSheetRow("Ответы", "A4", &[]any{"р1", 2}),
		f.SetSheetRow("Ответы", "A5", &[]any{"р2", 1}), f.SetRowVisible("Ответы", 5, false)); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	sheets, _, err := Read(t.Context(), "a.xlsx", b.Bytes())
	if got := shown(sheets); err != nil || got != "Ответы: 1 код|пол; 4 р1|2; 5 р2|1" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestReadCSV(t *testing.T) {
	old, err := charmap.Windows1251.NewEncoder().String("код;пол\r\nр1;муж\r\n")
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"\ufeffкод;доля\r\nр1;12,5\r\n":       ": 1 код|доля; 2 р1|12,5",
		"код,пол\nр1,\"муж, да\"\n":           ": 1 код|пол; 2 р1|муж, да",
		"код\tпол\n\nр1\tмуж\n":               ": 1 код|пол; 3 р1|муж",
		"sep=;\nкод;пол\nр1;1,5\n":            ": 2 код|пол; 3 р1|1,5",
		"код;текст\nр1;\"две\nстроки\"\nр2;в": ": 1 код|текст; 2 р1|две\nстроки; 4 р2|в",
		old: ": 1 код|пол; 2 р1|муж",
	} {
		sheets, _, err := Read(t.Context(), "a.csv", []byte(in))
		if got := shown(sheets); err != nil || got != want {
			t.Errorf("%q: %q, want %q, %v", in, got, want, err)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	var e *extract.Error
	if _, _, err := Read(t.Context(), "a.xlsx", []byte("PK\x03\x04 cut")); !errors.As(err, &e) {
		t.Errorf("%T %v", err, err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"а;б\n1;2", "sep=,\nа,б", "\"", "а\tб\r1\t2", "\ufeffа;\"б\n\"\"в\""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sheets, _, err := Read(t.Context(), "a.csv", data)
		if e := (*extract.Error)(nil); err != nil && !errors.As(err, &e) {
			t.Fatalf("%T %v", err, err)
		}
		for _, s := range sheets {
			last := 0
			for _, r := range s.Rows {
				if r.N < last {
					t.Fatalf("row %d stands behind %d", r.N, last)
				}
				last = r.N
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := []byte("код;ответ\n" + strings.Repeat("р1;скорее доступна\n", 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Read(b.Context(), "a.csv", data); err != nil {
			b.Fatal(err)
		}
	}
}
