package yamlfile

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

type file struct {
	Name   Text  `yaml:"name"`
	List   Texts `yaml:"list"`
	Values Pairs `yaml:"values"`
}

func TestRead(t *testing.T) {
	var f file
	err := Read([]byte("\ufeffname: '@набор +2 слово'\nlist: [а, 12, да]\nvalues:\n  2: нет\n  1: да\n"), &f)
	if err != nil {
		t.Fatal(err)
	}
	want := file{Name: Text{"@набор +2 слово", 1, 8}, List: Texts{{"а", 2, 8}, {"12", 2, 11}, {"да", 2, 15}},
		Values: Pairs{{Text{"2", 4, 3}, Text{"нет", 4, 6}}, {Text{"1", 5, 3}, Text{"да", 5, 6}}}}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("got %+v\nwant %+v", f, want)
	}
	f = file{}
	if err := Read([]byte("list: один\nvalues:\n"), &f); err != nil || len(f.List) != 1 || f.Values != nil {
		t.Errorf("%+v, %v", f, err)
	}
	if err := ReadPart([]byte("чужое: [1]\nname: а"), &f); err != nil || f.Name.S != "а" {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestFaults(t *testing.T) {
	for in, want := range map[string]Fault{
		"name: а\nчужое: б":                   {Line: 2, Column: 1, Code: "field"},
		"name: [":                             {Line: 1, Code: "yaml"},
		"name: {а: б}":                        {Line: 1, Code: "yaml"},
		"list: [*слово]":                      {Line: 1, Column: 8, Code: "alias"},
		"a: &a [1,1]\nb: [*a, *a]":            {Line: 2, Code: "alias"},
		"list: " + strings.Repeat("[", 60):    {Line: 1, Code: "too-deep"},
		"name: \xff":                          {Code: "encoding"},
		"name: " + strings.Repeat("а", 3<<20): {Code: "too-large"},
	} {
		var f *Fault
		if err := Read([]byte(in), &file{}); !errors.As(err, &f) {
			t.Errorf("%.40q: %v", in, err)
		} else if f.Code != want.Code || want.Line > 0 && f.Line != want.Line || want.Column > 0 && f.Column != want.Column {
			t.Errorf("%.40q: %v, want %v", in, f, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"name: а", "list: [а, б]", "values: {1: да}", "name: |\n  а\n  б", "list:\n- 'а", "!!x", "? [а]\n: б"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		err := Read(data, &file{})
		if fault := (*Fault)(nil); err != nil && !errors.As(err, &fault) {
			t.Fatalf("%T %v", err, err)
		}
	})
}
