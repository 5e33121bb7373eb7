// Package yamlfile reads the YAML that people write: codebooks, maps of
// questions, registers, templates of chapters. Each value knows where it stands,
// so that a fault can be shown; files that would not end are refused.
package yamlfile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// A Fault is why a file could not be read, and where.
//
// Codes: encoding (not UTF-8); too-large (the limit in MB); too-deep (the
// limit); alias (a reference of YAML); yaml (the library's message); field (a key that is not
// known).
type Fault struct {
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
}

func (f *Fault) Error() string {
	return fmt.Sprintf("%d:%d: %s: %s", f.Line, f.Column, f.Code, strings.Join(f.Args, ", "))
}

// Bounds of a file. The library reads what is nested deeper in time that grows
// with its square.
const (
	mostBytes = 4 << 20
	mostDepth = 50
)

// Read reads a file of which all keys are known. The error is of type *Fault.
func Read(data []byte, to any) error { return read(data, to, yaml.Strict()) }

// ReadPart reads a file of which other keys are somebody else's.
func ReadPart(data []byte, to any) error { return read(data, to) }

func read(data []byte, to any, opts ...yaml.DecodeOption) (err error) {
	if len(data) > mostBytes {
		return &Fault{Code: "too-large", Args: []string{strconv.Itoa(mostBytes >> 20)}}
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) {
		return &Fault{Code: "encoding"}
	}
	// The library panics on some malformed files, as on a tag without a value; that
	// is the file's fault, not the program's.
	defer func() {
		if r := recover(); r != nil {
			err = &Fault{Code: "yaml", Args: []string{fmt.Sprintf("malformed YAML: %v", r)}}
		}
	}()
	if f := hostile(text); f != nil {
		return f
	}
	if err := yaml.UnmarshalWithOptions([]byte(text), to, opts...); err != nil {
		return fault(err)
	}
	return nil
}

// hostile finds what is nested too deep, and the references of YAML, with which
// a small file becomes an endless one. Nobody means them: «*» begins a pattern.
func hostile(data string) *Fault {
	flow, run, line := 0, 0, 0
	tokens := lexer.Tokenize(data)
	for i, t := range tokens {
		deep := false
		switch t.Type {
		case token.AliasType:
			return &Fault{t.Position.Line, t.Position.Column, "alias", []string{strings.TrimSpace(t.Origin) + after(tokens, i)}}
		case token.SequenceStartType, token.MappingStartType:
			flow++
			deep = flow > mostDepth
		case token.SequenceEndType, token.MappingEndType:
			flow--
		case token.SequenceEntryType, token.MappingKeyType, token.TagType, token.AnchorType:
			if t.Position.Line != line {
				line, run = t.Position.Line, 0
			}
			run++
			deep = run > mostDepth
		}
		if deep {
			return &Fault{t.Position.Line, t.Position.Column, "too-deep", []string{strconv.Itoa(mostDepth)}}
		}
	}
	return nil
}

// after is what stands behind a token.
func after(tokens token.Tokens, i int) string {
	if i+1 == len(tokens) {
		return ""
	}
	return tokens[i+1].Value
}

// fault tells where the library stopped.
func fault(err error) *Fault {
	f := &Fault{Code: "yaml", Args: []string{err.Error()}}
	var y yaml.Error
	if !errors.As(err, &y) {
		return f
	}
	f.Args = []string{y.GetMessage()}
	if tok := y.GetToken(); tok != nil && tok.Position != nil {
		f.Line, f.Column = tok.Position.Line, tok.Position.Column
		var unknown *yaml.UnknownFieldError
		if errors.As(err, &unknown) {
			f.Code, f.Args = "field", []string{tok.Value}
		}
	}
	return f
}
