package content

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// whole has all that a codebook can have.
const whole = `codebook: Взаимодействие госорганов и НПО
version: 3
language: ru
unit: абзац
count: слова
nested: all
skip: [сноска, преамбула]
sets:
  отрицание: [не, нет, без, нельзя]
categories:
  - id: акторы
    heading: true
    children:
      - {id: акторы.нпо, name: НПО, any: ["=НПО", общественное объединение]}
  - id: формы
    name: Формы участия
    color: "#3366CC"
    guid: 0f2e4d6c-1111-2222-3333-444455556666
    children:
      - id: формы.слушания
        name: Общественные слушания
        definition: "Норма предусматривает: очное обсуждение # с участием НПО"
        include: «…проводит общественные слушания…»
        exclude: [слушания в суде, 'две
          строки']
        tone: "+"
        any:
          - общественные слушания
          - обсуждение /3 общественный
          - проводить +4 слушание
          - =НПО
          - консульт*
          - гражданин /с участвовать
          - '#акторы.нпо /п предложение'
          - re:\bп\.\s*\d+
        weights: {консульт*: 0.5}
        not: [слушание /2 суд, '@отрицание +2 проводить']
        require: {scope: статья, all: ['#акторы.нпо']}
variables:
  - {id: V1, name: Отчёт опубликован, type: nominal, values: {1: да, 2: частично, 0: нет, 9: нет данных}, category: формы}
  - {id: V2, name: Число заседаний, definition: За год, type: количественная, missing: 99}
indicators:
  - id: заседания
    unit: заседание
    any: [состоялось N заседаний, "N: заседаний"]
  - {id: члены, any: [N членов]}
`

func TestPrintedCodebook(t *testing.T) {
	cb := mustLoad(t, whole)
	got := string(cb.YAML())
	again := mustLoad(t, got)
	if string(again.YAML()) != got {
		t.Errorf("printed twice it differs:\n%s\n%s", got, again.YAML())
	}
	want, err := os.ReadFile("testdata/printed.yaml")
	if *update {
		err = os.WriteFile("testdata/printed.yaml", []byte(got), 0o644)
		want = []byte(got)
	}
	if err != nil || string(want) != got {
		t.Errorf("%v\n%s", err, got)
	}
	if c := again.Category("формы.слушания"); c.Weights["консульт*"] != 0.5 || c.Tone != "+" || len(c.Any) != 8 || c.Exclude[1] != "две строки" {
		t.Errorf("%+v", c)
	}
	if v := again.Variables[0]; strings.Join(v.Codes, " ") != "1 2 0 9" || v.Values["9"] != "нет данных" || v.Category != "формы" {
		t.Errorf("%+v", v)
	}
}

// FuzzPrint holds that a printed codebook is the codebook.
func FuzzPrint(f *testing.F) {
	f.Add(whole)
	f.Add(codebook)
	f.Add("categories:\n  - {id: 'а: #', any: ['=1', '~б', \"\\\"а б\\\"\"], include: [' x ', '-', '1e3', 'null', 'a\tb']}")
	f.Fuzz(func(t *testing.T, s string) {
		cb, err := Load("f.yaml", []byte(s))
		if err != nil {
			return
		}
		again, err := Load("f.yaml", cb.YAML())
		if err != nil {
			t.Fatalf("%v\n%s", err, cb.YAML())
		}
		if !equal(cb, again) {
			t.Fatalf("%s\n%s", cb.YAML(), again.YAML())
		}
	})
}

// FuzzScalar holds that a printed string is the string, as a value and as a key.
func FuzzScalar(f *testing.F) {
	for _, s := range []string{"а: б", "а #б", "'", "1e3", "null", "~", "- а", " а", "а\tб", "«а»", "\x00", "а:", "re:\\d", "0x1f", "[а]", "?", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.HasPrefix(s, "\ufeff") || s == "" {
			t.Skip()
		}
		file, err := readYAML("f.yaml", []byte("sets:\n  "+mapKey(s)+": ["+scalar("б")+"]\ncodebook: "+scalar(s)+"\nskip:\n  - "+scalar(s)+"\n"))
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if file.Codebook.S != s || file.Skip[0].S != s || file.Sets[0].name.S != s {
			t.Fatalf("%q: read %q, %q, %q", s, file.Codebook.S, file.Skip[0].S, file.Sets[0].name.S)
		}
	})
}
