package extract

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"svod/corpus"
)

// dataFiles finds the files below a folder of the real documents whose names
// match one of the patterns; without the documents it skips the test.
func dataFiles(t *testing.T, folder string, patterns ...string) []string {
	t.Helper()
	root := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); root == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if d := filepath.Join(dir, "shared", "data"); exists(d) {
			root = d
		}
	}
	var names []string
	filepath.WalkDir(filepath.Join(root, folder), func(name string, d fs.DirEntry, err error) error {
		for _, p := range patterns {
			if ok, _ := filepath.Match(p, filepath.Base(name)); ok && err == nil && !d.IsDir() {
				names = append(names, name)
			}
		}
		return nil
	})
	if root == "" || len(names) == 0 {
		t.Skipf("no %s in %s of the data folder", strings.Join(patterns, ", "), folder)
	}
	return names
}

func readData(t *testing.T, name string) []corpus.Line {
	t.Helper()
	src, err := File(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, src.Lines)
	return src.Lines
}

// wordsOf are the words of a text, sorted: letters and digits, in one shape
// whether raised or not.
func wordsOf(texts ...string) []string {
	var words []string
	for _, s := range texts {
		s = strings.Map(func(r rune) rune {
			if r == '\u00ad' || r == '\u200b' {
				return -1
			}
			if i := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r); i >= 0 {
				return rune('0' + len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"[:i])))
			}
			return r
		}, s)
		words = append(words, strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })...)
	}
	slices.Sort(words)
	return words
}

// missing are the words of want that got has not, each as often as it lacks.
func missing(want, got []string) []string {
	have := map[string]int{}
	for _, w := range got {
		have[w]++
	}
	var lost []string
	for _, w := range want {
		if have[w]--; have[w] < 0 {
			lost = append(lost, w)
		}
	}
	return lost
}

// The same text in several encodings gives the same lines.
func TestDataEncodings(t *testing.T) {
	var first []corpus.Line
	for _, name := range dataFiles(t, "reports/encodings_udhr", "UDHR_Russian_*.txt") {
		lines := readData(t, name)
		if first == nil {
			first = lines
		}
		if !slices.EqualFunc(lines, first, func(a, b corpus.Line) bool { return a.Text == b.Text }) {
			t.Errorf("%s differs from the other encodings", filepath.Base(name))
		}
	}
	truth := linesText(readData(t, dataFiles(t, "reports/generated/truth", "polozhenie.txt")[0]))
	for _, name := range dataFiles(t, "reports/generated/lo", "polozhenie_*.txt") {
		got := linesText(readData(t, name))
		for _, w := range missing(wordsOf(truth...), wordsOf(got...)) {
			// The Kazakh letters are in none of these code pages.
			if !strings.ContainsAny(strings.ToLower(w), "әғқңөұүһі") && w != "және" && w != "жүзеге" || strings.Contains(name, "utf16") {
				t.Errorf("%s lost %q", filepath.Base(name), w)
			}
		}
	}
}

// No word of a text, of Markdown or of JSON is lost.
func TestDataTextKeepsWords(t *testing.T) {
	for _, name := range dataFiles(t, "acts", "constitution*.txt", "*.md", "*.json") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := string(data)
		if filepath.Ext(name) == ".json" {
			var act struct{ Text string }
			if err := json.Unmarshal(data, &act); err != nil {
				t.Fatal(err)
			}
			want = act.Text
		}
		if lost := missing(wordsOf(want), wordsOf(linesText(readData(t, name))...)); len(lost) > 0 {
			t.Errorf("%s lost %d words: %.300q", filepath.Base(name), len(lost), lost)
		}
	}
}

// No letter that a Word document shows is lost: what another XML reader finds
// in its text elements, but for what was deleted, stands in the lines.
func TestDataDOCXKeepsLetters(t *testing.T) {
	if underRace {
		t.Skip("slow under the race detector, which has nothing to find in it")
	}
	for _, folder := range []string{"acts", "reports"} {
		for _, name := range dataFiles(t, folder, "*.docx") {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, ok := shownLetters(t, data)
			if !ok {
				continue
			}
			var got letterCount
			for _, l := range readData(t, name) {
				got.add(l.Text)
			}
			for r, n := range want {
				if got[r] < n {
					t.Errorf("%s: %d of %d %q are lost", filepath.Base(name), n-got[r], n, rune(r))
				}
			}
		}
	}
}

// A letterCount holds how often each letter of Latin and Cyrillic occurs.
type letterCount [0x530]int

func (n *letterCount) add(s string) {
	for _, r := range s {
		if int(r) < len(n) && unicode.IsLetter(r) {
			n[r]++
		}
	}
}

// shownLetters counts the letters in the text elements of document.xml.
func shownLetters(t *testing.T, data []byte) (all *letterCount, ok bool) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, false
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		return nil, false
	}
	defer f.Close()
	if fi, err := f.Stat(); err != nil || fi.Size() > 1<<20 {
		return nil, false // encoding/xml takes its time
	}
	all = &letterCount{}
	d := xml.NewDecoder(f)
	text, vanish := false, false
	hidden, fields := 0, []bool(nil)
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return all, true
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			switch tok.Name.Local {
			case "del", "moveFrom", "Fallback":
				hidden++
			case "r":
				vanish = false
			case "vanish":
				vanish = true
			case "t":
				text = strings.HasSuffix(tok.Name.Space, "/main") && strings.Contains(tok.Name.Space, "wordprocessingml")
			case "fldChar":
				for _, a := range tok.Attr {
					switch {
					case a.Name.Local != "fldCharType":
					case a.Value == "begin":
						fields = append(fields, true)
					case a.Value == "separate" && len(fields) > 0:
						fields[len(fields)-1] = false
					case a.Value == "end" && len(fields) > 0:
						fields = fields[:len(fields)-1]
					}
				}
			}
		case xml.EndElement:
			switch tok.Name.Local {
			case "del", "moveFrom", "Fallback":
				hidden--
			case "t":
				text = false
			}
		case xml.CharData:
			if text && hidden == 0 && !vanish && !slices.Contains(fields, true) {
				all.add(string(tok))
			}
		}
	}
}
