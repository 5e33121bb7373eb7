package query

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// What a list of synonyms may hold, so that a file that is none is not taken
// for one.
const (
	maxListBytes  = 2 << 20
	maxListLines  = 20000
	maxLineTerms  = 40
	maxListFaults = 100
)

// A SynonymError is a line of a list of synonyms that cannot be used.
//
// Codes: too-large (the file; the most bytes, or the most lines, that there may
// be); encoding; no-sign (the line has neither = nor >); two-arrows; missing
// (nothing stands on one side of a sign); bad-word (the term: it has no letter);
// comma (the term: a list parted by commas); operator (the term, the sign that
// has a meaning in queries only); too-long (the term, the most words);
// too-many (the most terms of a line).
type SynonymError struct {
	File string
	Line int // 0 for the whole file
	Code string
	Args []string
}

func (e *SynonymError) Error() string {
	return fmt.Sprintf("%s:%d: %s %s", e.File, e.Line, e.Code, strings.Join(e.Args, ", "))
}

// ReadSynonyms reads a list of synonyms, which people write with any editor of
// text:
//
//	# What stands behind a # is for people.
//	НПО = неправительственная организация = некоммерческая организация
//	больничный > временная нетрудоспособность
//
// Words with = between them find each other. Those before > find those behind
// it, too, and not the other way round. A word may stand in several lines, each
// for one of its meanings: the lines are not joined. Words are found in all
// their forms, several words as a phrase; what has two capitals is an
// abbreviation, and found as it is.
//
// Lines with faults are told and left out. The text is in UTF-8, UTF-16 with
// its mark or, if it is no UTF-8, in Windows-1251.
func ReadSynonyms(name string, data []byte) (*Synonyms, []*SynonymError) {
	s := &Synonyms{first: map[string][]*term{}}
	var faults []*SynonymError
	fault := func(line int, code string, args ...string) {
		if len(faults) < maxListFaults {
			faults = append(faults, &SynonymError{name, line, code, args})
		}
	}
	if len(data) > maxListBytes {
		fault(0, "too-large", strconv.Itoa(maxListBytes))
		return s, faults
	}
	text, ok := decodeList(data)
	if !ok {
		fault(0, "encoding")
		return s, faults
	}
	n := 0
	for line := range strings.Lines(text) {
		if n++; n > maxListLines {
			fault(n, "too-large", strconv.Itoa(maxListLines))
			break
		}
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if code, args := s.line(n, line); code != "" {
			fault(n, code, args...)
		}
	}
	return s, faults
}

// decodeList returns the text of a list that may come from any editor.
func decodeList(data []byte) (string, bool) {
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		enc = utf16.UTF16(utf16.LittleEndian, utf16.ExpectBOM)
	case !utf8.Valid(data):
		enc = charmap.Windows1251
	}
	if enc != nil {
		var err error
		if data, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", false
		}
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	// A file of another kind, or UTF-16 without its mark.
	return text, !strings.ContainsAny(text, "\x00\ufffd")
}

// arrows are what people type for the sign >.
var arrows = strings.NewReplacer("→", ">", "=>", ">", "->", ">", "⇒", ">")

// line takes up a line. It returns what is wrong with it.
func (s *Synonyms) line(n int, line string) (code string, args []string) {
	line = arrows.Replace(line)
	left, right, directed := strings.Cut(line, ">")
	if strings.Contains(right, ">") {
		return "two-arrows", nil
	}
	if !directed && !strings.Contains(line, "=") {
		return "no-sign", nil
	}
	words, code, args := terms(left)
	if code != "" {
		return code, args
	}
	var found []*term
	if directed {
		if found, code, args = terms(right); code != "" {
			return code, args
		}
	}
	if len(words)+len(found) > maxLineTerms {
		return "too-many", []string{strconv.Itoa(maxLineTerms)}
	}
	g := SynonymGroup{Line: n}
	for i, t := range words {
		g.Words = append(g.Words, t.text)
		words[i] = s.known(t)
	}
	for i, t := range found {
		g.Found = append(g.Found, t.text)
		found[i] = s.known(t)
	}
	for _, t := range words {
		for _, u := range words {
			t.add(u)
		}
		for _, u := range found {
			t.add(u)
		}
	}
	s.groups = append(s.groups, g)
	return "", nil
}

// quotes are the marks that people put around a term.
const quotes = "«»\"“”„'"

// terms reads one side of a line.
func terms(text string) (ts []*term, code string, args []string) {
	for part := range strings.SplitSeq(text, "=") {
		t := strings.Join(strings.Fields(strings.Trim(strings.TrimSpace(part), quotes)), " ")
		if t == "" {
			return nil, "missing", nil
		}
		if strings.ContainsAny(t, ",;") {
			return nil, "comma", []string{t}
		}
		if i := strings.IndexAny(t, "*?()@/+~"); i >= 0 {
			return nil, "operator", []string{t, t[i : i+1]}
		}
		nt := newTerm(t)
		switch {
		case len(nt.words) == 0:
			return nil, "bad-word", []string{t}
		case len(nt.words) > maxTermWords:
			return nil, "too-long", []string{t, strconv.Itoa(maxTermWords)}
		}
		ts = append(ts, nt)
	}
	return ts, "", nil
}
