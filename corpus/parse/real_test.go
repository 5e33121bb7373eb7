package parse_test

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// An entry of testdata/real.golden is what is expected of one real document.
//
//	file acts/kz-parallel/rus-10612_holidays.md
//	# why the document differs from what a plain search in it finds
//	want 1…6
//	article 6 clause 2 … notes 3
//
// The numbers under «want», those of articles or, where there are none, of
// clauses, were found without svod: by searching for «Статья N» at the
// beginning of lines of the text that other programs extract. They are in the
// order of the document, appendices included. The counts of the last line are
// ours; -update rewrites them and nothing else.
type entry struct {
	file, want, counts string
	reasons            []string
}

const golden = "testdata/real.golden"

func readGolden(t *testing.T) []*entry {
	t.Helper()
	f, err := os.Open(golden)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var es []*entry
	for s := bufio.NewScanner(f); s.Scan(); {
		word, rest, _ := strings.Cut(s.Text(), " ")
		switch word {
		case "":
		case "file":
			es = append(es, &entry{file: rest})
		case "#":
			es[len(es)-1].reasons = append(es[len(es)-1].reasons, rest)
		case "want":
			es[len(es)-1].want = rest
		default:
			es[len(es)-1].counts = s.Text()
		}
	}
	return es
}

func writeGolden(t *testing.T, es []*entry) {
	t.Helper()
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "file %s\n", e.file)
		for _, r := range e.reasons {
			fmt.Fprintf(&b, "# %s\n", r)
		}
		fmt.Fprintf(&b, "want %s\n%s\n\n", e.want, e.counts)
	}
	if err := os.WriteFile(golden, []byte(strings.TrimSuffix(b.String(), "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestReal reads the real documents and compares their articles with those
// that were found without svod, and all that was counted with the last time.
func TestReal(t *testing.T) {
	root := dataRoot()
	es := readGolden(t)
	t.Run("files", func(t *testing.T) {
		for _, e := range es {
			t.Run(e.file, func(t *testing.T) {
				t.Parallel()
				name := filepath.Join(root, filepath.FromSlash(e.file))
				if fi, err := os.Stat(name); raceDetector && err == nil && fi.Size() > 300<<10 {
					t.Skip("large, and a parser has no threads")
				}
				src, err := extract.File(t.Context(), name)
				var refused *extract.Error
				if errors.As(err, &refused) && (refused.Code == "missing" || refused.Code == "format") {
					t.Skip(refused)
				}
				if err != nil {
					t.Fatal(err)
				}
				d, problems := parse.Parse(src)
				if err := d.Verify(); err != nil {
					t.Error(err)
				}
				if got := sequence(d); got != e.want {
					t.Errorf("articles or clauses\ngot  %s\nwant %s", got, e.want)
				}
				got := counts(d, problems)
				switch {
				case *parse.Update:
					e.counts = got
				case e.counts == "":
					t.Log("no counts yet; -update writes them") // its format could not be read before
				case got != e.counts:
					t.Errorf("counts\ngot  %s\nwant %s", got, e.counts)
				}
			})
		}
	})
	if *parse.Update {
		writeGolden(t, es)
	}
}

// dataRoot is the folder of real documents, "" if there is none.
func dataRoot() string {
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	dir, _ := os.Getwd()
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if d := filepath.Join(dir, "shared", "data"); exists(d) {
			return d
		}
	}
	return ""
}

func exists(dir string) bool {
	fi, err := os.Stat(dir)
	return err == nil && fi.IsDir()
}

// sequence is the numbers of all articles of a document, else of its clauses,
// with runs that grow by one written as 1…6.
func sequence(d *corpus.Document) string {
	var nums []string
	for _, kind := range []corpus.Kind{corpus.KindArticle, corpus.KindClause} {
		for _, u := range d.All() {
			if u.Kind == kind {
				nums = append(nums, corpus.Number(u.Num))
			}
		}
		if len(nums) > 0 {
			break
		}
	}
	var runs []string
	for i := 0; i < len(nums); {
		j := i
		for ; j+1 < len(nums); j++ {
			a, err1 := strconv.Atoi(nums[j])
			b, err2 := strconv.Atoi(nums[j+1])
			if err1 != nil || err2 != nil || b != a+1 {
				break
			}
		}
		run := nums[i]
		if j > i {
			run += "…" + nums[j]
		}
		runs = append(runs, run)
		i = j + 1
	}
	return strings.Join(runs, " ")
}

// counts says how many units of each kind a document has, how many notes,
// repealed units, lines of tables of contents, and problems of each code.
func counts(d *corpus.Document, problems []parse.Problem) string {
	kinds := map[corpus.Kind]int{}
	notes, repealed, contents := 0, 0, 0
	d.Root.Walk(func(u *corpus.Unit) bool {
		kinds[u.Kind]++
		notes += len(u.Notes)
		if u.Repealed {
			repealed++
		}
		if u.Kind == corpus.KindContents {
			contents += u.Span.Hi - u.Span.Lo
		}
		return true
	})
	var b strings.Builder
	for _, k := range corpus.Kinds()[1:] {
		if n := kinds[k]; n > 0 {
			fmt.Fprintf(&b, "%s %d ", k, n)
		}
	}
	fmt.Fprintf(&b, "notes %d repealed %d contents-lines %d", notes, repealed, contents)
	codes := map[string]int{}
	for _, p := range problems {
		codes[p.Code]++
	}
	for _, c := range slices.SortedFunc(maps.Keys(codes), cmp.Compare[string]) {
		fmt.Fprintf(&b, " %s %d", c, codes[c])
	}
	return b.String()
}
