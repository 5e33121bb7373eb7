package compare

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"svod/compare/table"
)

// Every built-in form is a file that the loader takes, with every word.
func TestBuiltInForms(t *testing.T) {
	for _, form := range Forms() {
		for _, lang := range []string{"ru", "kk", "en"} {
			got, err := LoadTemplate("x.yaml", TemplateText(form, lang), "", "")
			if err != nil {
				t.Errorf("%s, %s: %v", form, lang, err)
				continue
			}
			if got.Form != form || got.Language != lang || !reflect.DeepEqual(got, TemplateFor(form, lang)) {
				t.Errorf("%s, %s: read as %s, %s", form, lang, got.Form, got.Language)
			}
			v := reflect.ValueOf(got.Phrases)
			for i := range v.NumField() {
				if v.Field(i).IsZero() {
					t.Errorf("%s, %s: no %s", form, lang, v.Type().Field(i).Tag.Get("yaml"))
				}
			}
			if len(got.Columns) < 5 || got.Title == "" || len(got.Removed) == 0 {
				t.Errorf("%s, %s: %+v", form, lang, got.Columns)
			}
		}
	}
}

func TestLoadTemplate(t *testing.T) {
	got, err := LoadTemplate("x.yaml", []byte("form: draft\ntitle: \"Таблица\"\ncolumns:\n  - holds: after\n    head: \"Новое\"\nphrases:\n  absent: \"\"\n"), "editions", "kk")
	if err != nil {
		t.Fatal(err)
	}
	if got.Title != "Таблица" || len(got.Columns) != 1 || got.Absent != "" || got.Group != "act" || got.Rewritten != TemplateFor("draft", "kk").Rewritten {
		t.Errorf("%+v", got)
	}
	// Notepad may save «Unicode», PowerShell does.
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("title: \"Ә\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err = LoadTemplate("x.yaml", wide, "", ""); err != nil || got.Title != "Ә" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err = LoadTemplate("x.yaml", nil, "", ""); err != nil || len(got.Columns) == 0 {
		t.Errorf("an empty file: %v", err)
	}
}

func TestTemplateErrors(t *testing.T) {
	for _, c := range []struct {
		name, text, code string
		line             int
		args             string
	}{
		{"unknown setting", "form: draft\ntitel: x", "field", 2, "titel"},
		{"unknown word", "phrases:\n  absent: a\n  absnt: b", "field", 3, "absnt"},
		{"unknown setting of a column", "columns:\n  - holds: number\n    heading: x", "field", 3, "heading"},
		{"unknown content", "columns:\n  - holds: numbr", "value", 2, "holds numbr"},
		{"unknown form", "form: official", "value", 1, "form official"},
		{"unknown part of the intro", "intro: [summary, all]", "value", 1, "intro all"},
		{"verb", "phrases:\n  before: \"Редакция до %s\"", "verb", 2, "before %s"},
		{"foreign placeholder", "phrases:\n\n  before: \"Редакция до {n}\"", "placeholder", 3, "before {n}"},
		{"placeholder where none is", "phrases:\n  absent: \"{date}\"", "placeholder", 2, "absent {date}"},
		{"placeholder in a list", "phrases:\n  new: [\"{x}\"]", "placeholder", 2, "new {x}"},
		{"text for a list", "removed: Исключить", "kind", 1, "removed list"},
		{"list for a text", "title: [a]", "kind", 1, "title text"},
		{"text for a number", "columns:\n  - holds: after\n    width: wide", "kind", 3, "width number"},
		{"no width", "columns:\n  - holds: after\n    width: 0", "value", 3, "width 0"},
		{"text for yes", "columns:\n  - holds: after\n    hide_empty: да", "kind", 3, "hide_empty yes-no"},
		{"no text at all", "columns:\n  - holds: number", "columns", 0, ""},
		{"a list", "- a\n- b", "kind", 1, " section"},
		{"open quote", "title: \"x\nphrases:", "yaml", 1, ""},
		{"another encoding", "title: \"\xd2\xe0\xe1\"", "encoding", 0, ""},
		{"not a text", "PK\x03\x04\x00\x00", "encoding", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := LoadTemplate("x.yaml", []byte(c.text), "", "")
			var e *TemplateError
			if !errors.As(err, &e) {
				t.Fatalf("%v", err)
			}
			if e.Code != c.code || e.Line != c.line || c.args != "" && strings.Join(e.Args, " ") != c.args {
				t.Errorf("%v", e)
			}
		})
	}
}

// What a form is filled with leaves no placeholder in the table.
func TestNothingUnfilled(t *testing.T) {
	left := regexp.MustCompile(`\{[a-z_]+\}|%!?[a-z]`)
	for _, form := range Forms() {
		for _, lang := range []string{"ru", "kk", "en"} {
			c := Compare(act(t, oldAct), act(t, newAct))
			for _, r := range []string{written(t, c.Report(Options{Form: form, Lang: lang, Notes: true})), written(t, c.CrosswalkReport(Options{Form: form, Lang: lang}))} {
				if s := left.FindString(r); s != "" {
					t.Errorf("%s, %s: %s is left", form, lang, s)
				}
			}
		}
	}
}

func FuzzLoadTemplate(f *testing.F) {
	f.Add([]byte("form: draft\nphrases:\n  absent: x"))
	f.Add(TemplateText("editions", "en"))
	f.Add([]byte("columns: [{holds: after, head: \"{after}\"}]"))
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte("? !\n: |\n  x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := LoadTemplate("x", data, "", "")
		var e *TemplateError
		switch {
		case err != nil && !errors.As(err, &e):
			t.Fatalf("%T", err)
		case err == nil && !slices.ContainsFunc(got.Columns, func(c Column) bool { return c.Holds == "before" || c.Holds == "after" }):
			t.Fatal("no text")
		}
	})
}

func written(t *testing.T, r *table.Report) string {
	t.Helper()
	var b strings.Builder
	if err := table.Write(&b, "md", r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The form for drafts: the act's name above its rows, «Отсутствует» and
// «Исключить», reasons left to the author.
func TestDraftForm(t *testing.T) {
	old, new := act(t, oldAct), act(t, newAct)
	new.Meta.Title, new.Meta.Type = "Об общественных советах", "law"
	golden(t, "draft.ru.md", written(t, Compare(old, new).Report(Options{Form: "draft", Lang: "ru"})))
}
