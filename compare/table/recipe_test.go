package table

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// awkward has what formats could take for their own.
var awkward = &Recipe{Version: "1", Args: []string{"count", "--by", "регион", "--", "-->", "</script><b>&\"'\u2028", "a--b---"},
	Inputs: []Input{{Name: "отчёт.docx", SHA256: "ab", Corpus: true, Attributes: "cd"}}, Corpus: &Corpus{1, "ef"}}

func TestRecipe(t *testing.T) {
	for _, format := range Formats() {
		var b bytes.Buffer
		r := &Report{Title: "Т", Recipe: awkward, Blocks: []Block{&Table{Head: [][]Cell{{Text("а")}}, Rows: [][]Cell{{Int(1)}}}}}
		if err := Write(&b, format, r); err != nil {
			t.Fatal(err)
		}
		got, err := FindRecipe(b.Bytes())
		switch format {
		case "text", "csv", "csv-plain":
			if !errors.Is(err, ErrNoRecipe) {
				t.Errorf("%s: recipe %v, error %v; want none", format, got, err)
			}
		default:
			if err != nil || !reflect.DeepEqual(got, awkward) {
				t.Errorf("%s: recipe %+v, error %v", format, got, err)
			}
		}
	}
}

// What other programs read as JSON keeps its form, and gets one field more.
func TestRecipeInData(t *testing.T) {
	var plain, with bytes.Buffer
	r := &Report{Data: map[string]any{"rows": []int{1}}}
	Write(&plain, "json", r)
	r.Recipe = awkward
	Write(&with, "json", r)
	head := strings.TrimSuffix(plain.String(), "\n}\n")
	if !strings.HasPrefix(with.String(), head+",\n  \"recipe\": {") {
		t.Errorf("JSON with a recipe:\n%s", with.String())
	}
	if got, err := FindRecipe(with.Bytes()); err != nil || !reflect.DeepEqual(got, awkward) {
		t.Errorf("recipe %+v, error %v", got, err)
	}
}

func TestCertify(t *testing.T) {
	r := &Report{Made: []Fact{{"Кодификатор", "темы.yaml, SHA-256 aa"}},
		Recipe: &Recipe{Version: "1.2", Inputs: []Input{{Name: "темы.yaml", SHA256: "aa"}, {Name: "ответы.csv", SHA256: "bb"}, {Name: "акт.docx", SHA256: "cc", Corpus: true}}, Corpus: &Corpus{1, "dd"}}}
	r.Certify("svod count темы.yaml")
	want := []Fact{{"Кодификатор", "темы.yaml, SHA-256 aa"}, {"Программа", "svod 1.2"}, {"Команда", "svod count темы.yaml"},
		{"Исходный файл", "ответы.csv, SHA-256 bb"}, {"Корпус", "документов 1, SHA-256 их списка с признаками dd"}}
	if !reflect.DeepEqual(r.Made, want) {
		t.Errorf("got  %v\nwant %v", r.Made, want)
	}
}

func FuzzFindRecipe(f *testing.F) {
	for _, format := range []string{"docx", "xlsx", "html", "md", "json"} {
		var b bytes.Buffer
		Write(&b, format, &Report{Recipe: awkward, Blocks: []Block{Para("а")}})
		f.Add(b.Bytes())
	}
	f.Add([]byte(`{"recipe": {"args": []}}`))
	f.Add([]byte(`<script type="application/json" id="svod-recipe">{</script>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if rc, err := FindRecipe(data); err == nil && len(rc.Args) == 0 || err != nil && rc != nil {
			t.Errorf("recipe %v, error %v", rc, err)
		}
	})
}
