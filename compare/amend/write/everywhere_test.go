package write

import (
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/parse"
)

func act(text string) *corpus.Document {
	src := &corpus.Source{Name: "act.txt", Format: "txt"}
	for line := range strings.Lines(text) {
		src.Lines = append(src.Lines, corpus.Line{Text: strings.TrimSpace(line)})
	}
	d, _ := parse.Parse(src)
	return d
}

const renamedOld = `Закон Республики Казахстан от 5 мая 2020 года № 10-VI
О садах
Статья 1. Сады
1. Уполномоченный орган ведет реестр садов.
2. Садовод уведомляет об урожае уполномоченный орган через портал.
3. По решению уполномоченного органа сад может быть закрыт.
Статья 2. Споры
1. Споры с уполномоченным органом решает суд.
2. Уполномоченные органы областей могут быть ответчиками.
3. К уполномоченному органу обращаются письменно в течение трех дней.
`

const renamedNew = `Закон Республики Казахстан от 5 мая 2020 года № 10-VI
О садах
Статья 1. Сады
1. Местный исполнительный орган ведет реестр садов.
2. Садовод уведомляет об урожае местный исполнительный орган через портал.
3. По решению местного исполнительного органа сад может быть закрыт.
Статья 2. Споры
1. Споры с местным исполнительным органом решает суд.
2. Местные исполнительные органы областей могут быть ответчиками.
3. К местному исполнительному органу обращаются письменно в течение пяти дней.
`

func TestThroughout(t *testing.T) {
	d := Write(act(renamedOld), act(renamedNew), nil)
	if len(d.Left) > 0 || len(d.Operations) != 2 || !d.Operations[0].Everywhere || !d.Operations[0].Cases {
		t.Fatalf("left %v\n%s", d.Left, printed(d))
	}
	if want := "по всему тексту слова «уполномоченный орган» заменить словами «местный исполнительный орган» (в соответствующих падежах)"; !strings.Contains(printed(d), want) {
		t.Errorf("%s\nhas no %s", printed(d), want)
	}
	// One place that keeps the old name, and each is said by itself.
	kept := strings.Replace(renamedNew, "Споры с местным исполнительным органом", "Споры с уполномоченным органом", 1)
	d = Write(act(renamedOld), act(kept), nil)
	for _, op := range d.Operations {
		if op.Everywhere {
			t.Errorf("though one place has not changed:\n%s", printed(d))
		}
	}
	if len(d.Left) > 0 {
		t.Errorf("left %v", d.Left)
	}
}

func printed(d *Draft) string {
	var b strings.Builder
	for _, l := range d.body {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}
