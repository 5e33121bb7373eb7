package extract

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"svod/corpus"
)

// The same document saved as DOC and as DOCX gives the same lines, with the
// same looks, in both views of its changes. The columns that cells span are left
// aside: DOC has widths for them, and whoever saved it laid the tables out anew.
func TestDataDOCTwins(t *testing.T) {
	for _, name := range dataFiles(t, "reports/generated", "polozhenie.doc", "tracked_changes_ru.doc") {
		for _, original := range []bool{false, true} {
			read := func(name string) []corpus.Line {
				src, err := Reader{Original: original}.File(t.Context(), name)
				if err != nil {
					t.Fatal(err)
				}
				for _, l := range src.Lines {
					for i := range l.Cells {
						l.Cells[i].Cols = 0
					}
				}
				return src.Lines
			}
			got, want := read(name), read(name+"x")
			for i := range max(len(got), len(want)) {
				if i >= len(got) || i >= len(want) || !reflect.DeepEqual(got[i], want[i]) {
					t.Errorf("%s, original %v: %d lines, DOCX has %d, line %d differs", filepath.Base(name), original, len(got), len(want), i)
					break
				}
			}
		}
	}
}

// Automatic numbers are written out. The program that made this DOC of a DOCX
// split its lists, so that some go on in the one and begin anew in the other.
func TestDataDOCNumbers(t *testing.T) {
	got := linesText(readData(t, dataFiles(t, "reports/generated", "autonum_statya.doc")[0]))
	text := strings.Join(got, "|")
	for _, want := range []string{"Глава 1. ", "|Статья 1. Основные", "|1) общественный", "|Статья 2. Цель", "|а) в сфере", "|Статья 3¹. ", "|РАЗДЕЛ I. "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

// No Cyrillic letter of the text is lost: those that lie one after another where
// the document says its text does, but for the codes of fields, stand in the
// lines. Documents that are compressed, saved fast, or have tracked changes are
// not looked at.
func TestDataDOCKeepsLetters(t *testing.T) {
	code := regexp.MustCompile(`\x13[^\x13-\x15]*(\x14|\x15)`)
	looked := 0
	for _, folder := range []string{"acts", "reports"} {
		for _, name := range dataFiles(t, folder, "*.doc") {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if !isDOC(data) || strings.Contains(name, "tracked") {
				continue
			}
			got := readData(t, name)
			streams, err := docStreams(data)
			if err != nil {
				t.Fatal(err)
			}
			f, err := readFIB(streams, "")
			if err != nil {
				t.Fatal(err)
			}
			start, count := f.start, f.lengths[storyMain]
			all := f.storyStart(storyCount-1) + f.lengths[storyCount-1]
			if all > count {
				all++ // the last mark of further stories
			}
			if int(le32(f.main, 28))-start != 2*all {
				continue
			}
			var raw []uint16
			for i := range count {
				raw = append(raw, le16(f.main, start+2*i))
			}
			var want, have letterCount
			want.add(code.ReplaceAllString(string(utf16.Decode(raw)), ""))
			for _, l := range got {
				have.add(l.Text)
			}
			looked++
			for r := 'Ё'; r <= 'ӿ'; r++ {
				if have[r] < want[r] {
					t.Errorf("%s: %d of %d %q are lost", filepath.Base(name), want[r]-have[r], want[r], r)
				}
			}
		}
	}
	if looked == 0 {
		t.Error("no document was looked at")
	}
}
