//go:build unix

package index_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"svod/corpus/extract"
	"svod/corpus/parse"
)

// The corpus of TestSpeed: the real acts, again and again, each time with
// other words and numbers, until there are as many provisions as are wanted.
// It is text, so that every system reads the same files.
//
// A third of the copies are editions of the copy before: the same title, few
// changes. Words are replaced by words of the same ending, so that texts look
// like Russian to a stemmer, but no new words come in: the vocabulary is
// smaller than that of so many real acts.

// replaced is the share of long words and of numbers that are others in a
// copy, amended that of an edition of it.
const (
	replaced = 0.08
	amended  = 0.004
	headLen  = 12 // lines in which an act says its title, number and date
)

// speedTexts writes the files into dir, unless they are there, and returns how
// many provisions they hold.
func speedTexts(t *testing.T, dir string, want int) int {
	t.Helper()
	done := filepath.Join(dir, "provisions")
	var n int
	if b, err := os.ReadFile(done); err == nil {
		fmt.Sscan(string(b), &n)
		return n
	}
	acts := actTexts(t)
	like := alike(acts)
	if err := os.MkdirAll(filepath.Join(dir, "texts"), 0o777); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{} // a short act may come out as it was
	for k := 0; n < want; k++ {
		for i, a := range acts {
			if n >= want {
				break
			}
			lines, name := a.lines, fmt.Sprintf("%03d_%02d.txt", i, k)
			if k > 0 {
				// Editions are of the copy before, so they begin as it does.
				edition := k%3 == 2
				of := k
				if edition {
					of--
				}
				rng := rand.New(rand.NewPCG(uint64(i), uint64(of)))
				lines = vary(rng, like, lines, replaced, true)
				if edition {
					lines = vary(rand.New(rand.NewPCG(uint64(i), uint64(k))), like, lines, amended, false)
					name = fmt.Sprintf("%03d_%02d_ed-%d.txt", i, of, 2000+k)
				}
			}
			text := strings.Join(lines, "\n") + "\n"
			if seen[text] {
				continue
			}
			seen[text] = true
			if err := os.WriteFile(filepath.Join(dir, "texts", name), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			src, err := extract.Bytes(context.Background(), name, []byte(text))
			if err != nil {
				t.Fatal(name, err)
			}
			d, _ := parse.Parse(src)
			for _, u := range d.All() {
				if u.Own() != "" {
					n++
				}
			}
		}
	}
	if err := os.WriteFile(done, fmt.Append(nil, n), 0o666); err != nil {
		t.Fatal(err)
	}
	return n
}

type actText struct {
	name  string
	lines []string
}

// actTexts reads the real acts as svod does.
func actTexts(t *testing.T) []actText {
	t.Helper()
	var out []actText
	root := filepath.Join(dataDir(t), "acts")
	filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := extract.File(context.Background(), name)
		if err != nil {
			t.Log(name, err)
			return nil
		}
		a := actText{name: filepath.Base(name)}
		for _, l := range src.Lines {
			a.lines = append(a.lines, l.Text)
		}
		out = append(out, a)
		return nil
	})
	if len(out) == 0 {
		t.Skip("acts are not here")
	}
	return out
}

// alike gathers the words that are neither rare nor frequent by their endings
// and lengths.
func alike(acts []actText) map[string][]string {
	count := map[string]int{}
	for _, a := range acts {
		for _, l := range a.lines {
			eachWord(l, func(w string) string { count[w]++; return w })
		}
	}
	out := map[string][]string{}
	for w, n := range count {
		if k := kindOf(w); k != "" && n >= 10 && n <= 2000 {
			out[k] = append(out[k], w)
		}
	}
	for _, ws := range out {
		slices.Sort(ws)
	}
	return out
}

// kindOf is the ending of a long word in small Cyrillic letters, else "".
func kindOf(w string) string {
	rs := []rune(w)
	if len(rs) < 6 || slices.ContainsFunc(rs, func(r rune) bool { return r < 'а' || r > 'я' }) {
		return ""
	}
	return string(rs[len(rs)-3:])
}

// vary returns lines with some words and numbers replaced. The first two words
// of a line may be its label and stay. With title the head changes, too.
func vary(rng *rand.Rand, like map[string][]string, lines []string, share float64, title bool) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		p, head := share, i < headLen
		if head {
			p = 0
			if title {
				p = 0.5
			}
		}
		at := 0
		out[i] = eachWord(l, func(w string) string {
			if at++; at <= 2 && !head || rng.Float64() >= p {
				return w
			}
			if ws := like[kindOf(w)]; len(ws) > 0 {
				return ws[rng.IntN(len(ws))]
			}
			if c := w[0]; c >= '1' && c <= '9' && len(w) < 5 {
				return fmt.Sprint(rng.IntN(9)+1) + w[1:]
			}
			return w
		})
	}
	return out
}

// eachWord puts what f returns in the place of each run of letters and digits.
func eachWord(text string, f func(string) string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		j := i
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			j += n
		}
		if j > i {
			b.WriteString(f(text[i:j]))
			i = j
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		b.WriteString(text[i : i+n])
		i += n
	}
	return b.String()
}
