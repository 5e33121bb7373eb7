package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// Every example of the page finds something in acts about public councils.
func TestQueryHelp(t *testing.T) {
	acts := filepath.Join(dataFolder(t), "acts", "kz-ngo")
	corpus := filepath.Join(t.TempDir(), "corpus")
	svod := func(args ...string) (int, string) {
		var out bytes.Buffer
		code := run(append([]string{"-C", corpus, "--lang", "ru"}, args...), strings.NewReader(""), &out, &out)
		return code, out.String()
	}
	if code, out := svod("add", acts, "--quiet"); code != exitDone {
		t.Fatal(code, out)
	}
	example := regexp.MustCompile(`(?m)^  (\S.*?)   ?\S`)
	for _, lang := range []string{"ru", "en"} {
		page := (&env{lang: lang}).queryHelp()
		for line := range strings.Lines(page) {
			if utf8.RuneCountInString(line) > 101 {
				t.Errorf("too long for a terminal: %s", line)
			}
		}
		found := example.FindAllStringSubmatch(page, -1)
		if len(found) < 20 {
			t.Errorf("%s: %d examples", lang, len(found))
		}
		for _, m := range found {
			if code, out := svod("search", "-n", "1", "--", strings.TrimSpace(m[1])); code != exitDone {
				t.Errorf("%s: exit %d: %s", m[1], code, out)
			}
		}
	}
}
