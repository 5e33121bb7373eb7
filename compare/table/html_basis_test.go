package table

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// bases reads back what a page carries.
func bases(t *testing.T, page []byte) (out struct {
	Bases []pageBasis `json:"bases"`
	Items []pageItem  `json:"items"`
}) {
	t.Helper()
	m := regexp.MustCompile(`(?s)<script type="application/json" id="bases">(.*?)</script>`).FindSubmatch(page)
	if m == nil {
		t.Fatal("the page carries no bases")
	}
	if err := json.Unmarshal(m[1], &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPageExplainsNumbers(t *testing.T) {
	quote := Evidence{Document: "Отчёт", Address: "п.1", Citation: "п. 1", Text: "Провели </script> слушания & слушания", Matches: [][2]int{{25, 41}, {44, 60}}, Count: 2}
	count := Int(2)
	count.Basis = Explanation{What: "Слушания: упоминания", Value: Int(2), Items: []Evidence{quote}}
	share := Percent(0.5)
	share.Basis = Explanation{What: "Слушания, %", Value: Percent(0.5), Formula: "2 / 4", Terms: []Term{{"упоминания", Int(2), count.Basis}, {"всего", Int(4), nil}}}
	none := None()
	none.Basis = Explanation{What: "План: упоминания", Value: None(), Tried: []string{"план работы"}, In: []string{"Отчёт"}}
	r := &Report{Language: "ru", Blocks: []Block{&Table{Rows: [][]Cell{{Text("Слушания"), count, share}, {Text("План"), none, Int(7)}}}}}
	var b bytes.Buffer
	if err := Write(&b, "html", r); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	if strings.Count(page, `class="why"`) != 3 || strings.Contains(page, `data-b="-1"`) {
		t.Errorf("three numbers are explained, not these:\n%s", page)
	}
	got := bases(t, b.Bytes())
	if len(got.Bases) != 3 || len(got.Items) != 1 {
		t.Fatalf("%+v", got) // the term is the first number's basis, and its quote stands once
	}
	if s := got.Bases[1]; s.Formula != "2 / 4" || s.Terms[0].Basis != 0 || s.Terms[1].Basis != -1 {
		t.Errorf("share %+v", s)
	}
	if it := got.Items[0]; strings.Join(it.Text, "|") != "Провели </script> |слушания| & |слушания|" {
		t.Errorf("quote %q", it.Text)
	}
	if a := got.Bases[2]; a.Tried[0] != "план работы" || a.In[0] != "Отчёт" {
		t.Errorf("absence %+v", a)
	}
}

// Of more than a page can carry it says how much is missing.
func TestPageIsBounded(t *testing.T) {
	var items []Evidence
	for i := range mostItems + 50 {
		items = append(items, Evidence{Document: "д", Address: strings.Repeat("а", i+1), Text: "т", Count: 1})
	}
	c := Int(len(items))
	c.Basis = Explanation{What: "много", Value: c, Items: items}
	var b bytes.Buffer
	if err := Write(&b, "html", &Report{Blocks: []Block{&Table{Rows: [][]Cell{{c}}}}}); err != nil {
		t.Fatal(err)
	}
	if got := bases(t, b.Bytes()).Bases[0]; len(got.Items) != mostItems || got.More != 50 {
		t.Errorf("%d items, %d more", len(got.Items), got.More)
	}
}

func TestStretches(t *testing.T) {
	for _, c := range []struct {
		text string
		ms   [][2]int
		want string
	}{{"абв", [][2]int{{2, 4}}, "а|б|в"}, {"аб", nil, "аб"}, {"аб", [][2]int{{0, 2}, {0, 4}, {2, 4}}, "|а||б|"}, {"а", [][2]int{{0, 99}}, "а"}} {
		if got := strings.Join(stretches(c.text, c.ms), "|"); got != c.want {
			t.Errorf("%q %v: %q, want %q", c.text, c.ms, got, c.want)
		}
	}
}

// Explanations that differ only in a later quote are not one.
func TestPageTellsBasesApart(t *testing.T) {
	number := func(address string) Cell {
		c := Int(2)
		c.Basis = Explanation{What: "то же", Value: Int(2), Items: []Evidence{{Document: "д", Address: "п.1", Text: "т", Count: 1}, {Document: "д", Address: address, Text: "т", Count: 1}}}
		return c
	}
	var b bytes.Buffer
	if err := Write(&b, "html", &Report{Blocks: []Block{&Table{Rows: [][]Cell{{number("п.2"), number("п.3"), number("п.2")}}}}}); err != nil {
		t.Fatal(err)
	}
	if got := bases(t, b.Bytes()); len(got.Bases) != 2 {
		t.Errorf("%d explanations, want 2", len(got.Bases))
	}
}
