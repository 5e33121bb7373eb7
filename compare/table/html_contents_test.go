package table

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// What a long page lists, stands in it once, under the name that the list gives.
func TestPageContents(t *testing.T) {
	r := charts()
	r.Blocks = append([]Block{Heading(1, "Рисунки"), &Paragraph{Level: 2, Runs: []Run{{Text: "Все"}}, Anchor: "все они"}}, r.Blocks...)
	page := string(write(t, &Printer{}, "html", r))
	list := page[strings.Index(page, `<details class="contents">`):strings.Index(page, "<figure")]
	links := regexp.MustCompile(`<a href="#([^"]+)">([^<]+)</a>`).FindAllStringSubmatch(list, -1)
	if want := len(r.Charts()) + 2; len(links) != want {
		t.Fatalf("%d entries, want %d:\n%s", len(links), want, list)
	}
	for _, l := range links {
		name := l[1]
		if strings.HasPrefix(name, "%") {
			name = "все они"
		}
		if n := strings.Count(page, ` id="`+name+`"`); n != 1 {
			t.Errorf("%s (%s) leads to %d places", l[1], l[2], n)
		}
	}
	if n := strings.Count(list, "<details open>"); n != 2 {
		t.Errorf("%d branches fold, want both headings", n)
	}
	if short := string(write(t, &Printer{}, "html", rich())); strings.Contains(short, `class="contents"`) {
		t.Error("a short page has a table of contents")
	}
}

// Rows of a hierarchy tell their levels, those of other tables don't.
func TestPageLevels(t *testing.T) {
	row := func(s string, level int) []Cell {
		return []Cell{{Runs: []Run{{Text: s}}, Head: true, Indent: level}, Int(1)}
	}
	page := string(write(t, &Printer{}, "html", &Report{Blocks: []Block{&Table{Rows: [][]Cell{row("а", 0), row("б", 1), row("в", 2), row("г", 0)}}}}))
	if got := fmt.Sprint(regexp.MustCompile(`data-level="\d"`).FindAllString(page, -1)); got != `[data-level="0" data-level="1" data-level="2" data-level="0"]` {
		t.Errorf("levels %s", got)
	}
	if page := string(write(t, &Printer{}, "html", &Report{Blocks: []Block{&Table{Rows: [][]Cell{row("а", 0), row("б", 0)}}}})); strings.Contains(page, "<tr data-level") {
		t.Error("a list has levels")
	}
}

// Where scripts are off, each number is a link to what explains it.
func TestPageWithoutScripts(t *testing.T) {
	c := Int(2)
	c.Basis = Explanation{What: "Слушания <1>", Value: Int(2), Items: []Evidence{{Document: "Отчёт", Citation: "п. 1", Text: "о слушаниях", Matches: [][2]int{{3, 21}}, Count: 2}}}
	share := Percent(0.5)
	share.Basis = Explanation{What: "Доля", Value: share, Formula: "2 / 4", Terms: []Term{{"упоминания", Int(2), c.Basis}}, Tried: []string{"слушание"}}
	page := string(write(t, &Printer{}, "html", &Report{Blocks: []Block{&Table{Rows: [][]Cell{{c, share}}}}}))
	_, plain, _ := strings.Cut(page, `<noscript class="bases">`)
	plain, _, _ = strings.Cut(plain, "</noscript>")
	for _, want := range []string{`<section id="why-0"><h3>Слушания &lt;1&gt;: 2</h3>`, `Отчёт, <b>п. 1</b>. о <mark>слушаниях</mark> · 2`, `упоминания: <a href="#why-0">2</a>`, "2 / 4", "<li>слушание</li>"} {
		if !strings.Contains(plain, want) {
			t.Errorf("no %s in\n%s", want, plain)
		}
	}
	for _, name := range regexp.MustCompile(`class="why" href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if strings.Count(plain, `<section id="`+name[1]+`">`) != 1 {
			t.Errorf("%s is nowhere", name[1])
		}
	}
}
