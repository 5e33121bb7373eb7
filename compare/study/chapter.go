// Package study composes a chapter of what several analyses have made, by a
// template that its author edits: headings, texts with numbers in them, and
// tables and figures by their captions.
package study

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"svod/compare/yamlfile"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// A Chapter is a template.
type Chapter struct {
	Title    string
	Language string // ru (also when empty), kk, en
	Blocks   []Block

	File   string
	SHA256 string
}

// A Block is a heading, a text, or what is taken of a command's report.
type Block struct {
	Heading string
	Level   int      // of the heading, from 1
	Text    string   // paragraphs; {name.row} stands for a number of a report
	Run     []string // a command line
	As      string   // the name of its report, for texts
	Take    []Take   // tables and figures in this order; nil: all
	Nothing bool     // take none: the report is only for texts

	line, column int
}

// A Take is a table or a figure by words of its caption.
type Take struct {
	Table   string // words of the caption of a table
	Figure  string // of a figure
	Any     string // of either
	Caption string // instead of its own
	Rows    int    // at most so many rows; 0: all

	line, column int
}

// An Error is a fault of a template, where it stands.
//
// Codes: those of yamlfile.Fault; empty (no
// blocks); block (a block is none or several of heading, text, run); command
// (what cannot be parted into words); name (a name is given twice or missing);
// caption (the words, the captions there are); number (the placeholder, why).
type Error struct {
	File         string
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.File, e.Line, e.Column, e.Code, strings.Join(e.Args, ", "))
}

type fileChapter struct {
	Study    string      `yaml:"study"`
	Language string      `yaml:"language"`
	Blocks   []fileBlock `yaml:"blocks"`
}

type fileBlock struct {
	Heading string     `yaml:"heading"`
	Level   int        `yaml:"level"`
	Text    string     `yaml:"text"`
	Run     command    `yaml:"run"`
	As      string     `yaml:"as"`
	Take    *fileTakes `yaml:"take"`

	at place
}

// place is where something stands in the file.
type place struct{ line, column int }

func placeOf(n ast.Node) place {
	if tok := n.GetToken(); tok != nil && tok.Position != nil {
		return place{tok.Position.Line, tok.Position.Column}
	}
	return place{}
}

func (b *fileBlock) UnmarshalYAML(n ast.Node) error {
	type plain fileBlock
	if err := yaml.NodeToValue(n, (*plain)(b), yaml.Strict()); err != nil {
		return err
	}
	b.at = placeOf(n)
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 {
		b.at = placeOf(m.Values[0].Key)
	}
	return nil
}

// command is a command line: a list of words, or a line that is parted as a
// shell would.
type command struct {
	words []string
	bad   string
}

func (c *command) UnmarshalYAML(n ast.Node) error {
	if seq, ok := n.(*ast.SequenceNode); ok {
		return yaml.NodeToValue(seq, &c.words)
	}
	var line string
	if err := yaml.NodeToValue(n, &line); err != nil {
		return err
	}
	var ok bool
	if c.words, ok = Split(line); !ok {
		c.bad = line
	}
	return nil
}

// Split parts a command line into words at spaces; quotes keep them together. It
// fails where a quote is not closed.
func Split(line string) (words []string, ok bool) {
	var b strings.Builder
	quote, inside := rune(0), false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			b.WriteRune(r)
		case r == '"' || r == '\'':
			quote, inside = r, true
		case r == ' ' || r == '\n' || r == '\t':
			if inside {
				words = append(words, b.String())
			}
			b.Reset()
			inside = false
		default:
			b.WriteRune(r)
			inside = true
		}
	}
	if inside {
		words = append(words, b.String())
	}
	return words, quote == 0
}

type fileTakes []Take

func (ts *fileTakes) UnmarshalYAML(n ast.Node) error {
	nodes := []ast.Node{n}
	if seq, ok := n.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	*ts = fileTakes{}
	for _, n := range nodes {
		var t struct {
			Table   string `yaml:"table"`
			Figure  string `yaml:"figure"`
			Caption string `yaml:"caption"`
			Rows    int    `yaml:"rows"`
		}
		take := Take{}
		if _, ok := n.(ast.MapNode); ok {
			if err := yaml.NodeToValue(n, &t, yaml.Strict()); err != nil {
				return err
			}
			take = Take{Table: t.Table, Figure: t.Figure, Caption: t.Caption, Rows: t.Rows}
		} else if err := yaml.NodeToValue(n, &take.Any); err != nil {
			return err
		}
		at := placeOf(n)
		take.line, take.column = at.line, at.column
		*ts = append(*ts, take)
	}
	return nil
}

// Load reads a template. name is used in errors, which are of type *Error.
func Load(name string, data []byte) (*Chapter, error) {
	var f fileChapter
	err := yamlfile.Read(data, &f)
	if bad := (*yamlfile.Fault)(nil); errors.As(err, &bad) {
		return nil, &Error{File: name, Line: bad.Line, Column: bad.Column, Code: bad.Code, Args: bad.Args}
	} else if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	c := &Chapter{Title: f.Study, Language: f.Language, File: name, SHA256: hex.EncodeToString(sum[:])}
	if len(f.Blocks) == 0 {
		return nil, &Error{File: name, Line: 1, Column: 1, Code: "empty"}
	}
	names := map[string]bool{}
	for _, fb := range f.Blocks {
		b := Block{Heading: fb.Heading, Level: cmp.Or(fb.Level, 1), Text: fb.Text, Run: fb.Run.words, As: fb.As, line: fb.at.line, column: fb.at.column}
		fault := func(code string, args ...string) error {
			return &Error{File: name, Line: b.line, Column: b.column, Code: code, Args: args}
		}
		is := 0
		for _, there := range []bool{b.Heading != "", b.Text != "", len(b.Run) > 0} {
			if there {
				is++
			}
		}
		switch {
		case fb.Run.bad != "":
			return nil, fault("command", fb.Run.bad)
		case is != 1, b.Level < 1 || b.Level > 6, len(b.Run) == 0 && (fb.Take != nil || b.As != ""):
			return nil, fault("block")
		case b.As != "" && names[b.As]:
			return nil, fault("name", b.As)
		}
		names[b.As] = b.As != ""
		if fb.Take != nil {
			b.Take, b.Nothing = *fb.Take, len(*fb.Take) == 0
		}
		c.Blocks = append(c.Blocks, b)
	}
	return c, nil
}

// Commands are the command lines of a chapter, each once.
func (c *Chapter) Commands() [][]string {
	var out [][]string
	for _, b := range c.Blocks {
		if len(b.Run) > 0 && !slices.ContainsFunc(out, func(o []string) bool { return slices.Equal(o, b.Run) }) {
			out = append(out, b.Run)
		}
	}
	return out
}
