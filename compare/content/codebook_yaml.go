package content

import (
	"errors"
	"reflect"
	"svod/compare/yamlfile"

	"github.com/goccy/go-yaml/ast"
)

// What a file is made of, by short names.
type (
	text  = yamlfile.Text
	texts = yamlfile.Texts
	pair  = yamlfile.Pair
	pairs = yamlfile.Pairs
)

// The file as it is written: a codebook before anything is looked up.
type fileCodebook struct {
	Codebook   text            `yaml:"codebook"`
	Version    text            `yaml:"version"`
	Language   text            `yaml:"language"`
	Unit       text            `yaml:"unit"`
	Count      text            `yaml:"count"`
	Nested     text            `yaml:"nested"`
	Skip       texts           `yaml:"skip"`
	Sets       fileSets        `yaml:"sets"`
	Categories []*fileCategory `yaml:"categories"`
	Variables  []*fileVariable `yaml:"variables"`
	Indicators ast.Node        `yaml:"indicators"` // numbers drawn from reports: package figures reads them

	sheet bool // it is a table
}

// fileSets is the sets in the order of the file.
type fileSets []fileSet

type fileSet struct {
	name    text
	members texts
}

func (ss *fileSets) UnmarshalYAML(n ast.Node) error {
	return yamlfile.Each(n, func(name text, members ast.Node) error {
		set := fileSet{name: name}
		if err := set.members.UnmarshalYAML(members); err != nil {
			return err
		}
		*ss = append(*ss, set)
		return nil
	})
}

type fileCategory struct {
	ID         text            `yaml:"id"`
	Name       text            `yaml:"name"`
	Definition text            `yaml:"definition"`
	Include    texts           `yaml:"include"`
	Exclude    texts           `yaml:"exclude"`
	Tone       text            `yaml:"tone"`
	Heading    text            `yaml:"heading"`
	Color      text            `yaml:"color"`
	GUID       text            `yaml:"guid"`
	Any        texts           `yaml:"any"`
	Weights    pairs           `yaml:"weights"`
	Not        texts           `yaml:"not"`
	Require    fileRequire     `yaml:"require"`
	Children   []*fileCategory `yaml:"children"`
}

type fileRequire struct {
	Scope text  `yaml:"scope"`
	All   texts `yaml:"all"`
}

type fileVariable struct {
	ID         text  `yaml:"id"`
	Name       text  `yaml:"name"`
	Definition text  `yaml:"definition"`
	Type       text  `yaml:"type"`
	Values     pairs `yaml:"values"`
	Missing    text  `yaml:"missing"`
	Category   text  `yaml:"category"`
}

// readYAML reads the file without looking anything up.
func readYAML(name string, data []byte) (*fileCodebook, error) {
	f := &fileCodebook{}
	if err := unmarshal(name, data, f); err != nil {
		return nil, err
	}
	return f, nil
}

// unmarshal reads YAML. The error is of type *Error.
func unmarshal(name string, data []byte, to any) error {
	err := yamlfile.Read(data, to)
	var f *yamlfile.Fault
	if !errors.As(err, &f) {
		return err
	}
	e := &Error{File: name, Line: f.Line, Column: f.Column, Code: f.Code, Args: f.Args}
	if f.Code == "field" {
		e.Known = keys()
	}
	return e
}

// keys are the words that may stand before a colon.
func keys() []string {
	var out []string
	for _, of := range []any{fileCodebook{}, fileCategory{}, fileRequire{}, fileVariable{}} {
		t := reflect.TypeOf(of)
		for i := range t.NumField() {
			if k := t.Field(i).Tag.Get("yaml"); k != "" {
				out = append(out, k)
			}
		}
	}
	return out
}
