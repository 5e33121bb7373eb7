package corpus

import (
	"errors"
	"strings"
	"testing"
)

// sound makes a document of four lines whose tree fits.
func sound() *Document {
	d := tree(article("1", "", clause("1", "Один."), clause("2", "Два.")))
	d.Source = &Source{}
	for _, s := range []string{"Статья 1.", "1. Один.", "Сноска.", "2. Два."} {
		d.Source.Lines = append(d.Source.Lines, Line{Text: s})
	}
	a := d.Root.Units[0]
	d.Root.Span, a.Span = Span{0, 4}, Span{0, 4}
	a.Units[0].Span, a.Units[1].Span = Span{1, 3}, Span{3, 4}
	a.Units[0].Notes = []Note{{Text: "Сноска.", Span: Span{2, 3}}}
	return d
}

func TestVerify(t *testing.T) {
	if err := sound().Verify(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		harm func(d *Document, article, first, second *Unit)
		want string
	}{
		{"a line that nobody has", func(d *Document, a, x, y *Unit) { x.Notes = nil }, "words-differ: line 2, unit ст.1/п.1"},
		{"a line left to the document", func(d *Document, a, x, y *Unit) { a.Span.Hi, a.Units = 3, a.Units[:1] }, "line-lost: line 4, unit document"},
		{"a note inside another unit", func(d *Document, a, x, y *Unit) { a.Notes, x.Notes = x.Notes, nil }, "words-differ: line 2, unit ст.1/п.1\nline-twice: line 3, unit ст.1"},
		{"overlapping siblings", func(d *Document, a, x, y *Unit) { y.Span.Lo = 2 }, "span-order: line 3, unit ст.1/п.2"},
		{"order lost", func(d *Document, a, x, y *Unit) { a.Units[0], a.Units[1] = y, x }, "span-order: line 2, unit ст.1/п.1"},
		{"a child outside of its parent", func(d *Document, a, x, y *Unit) { a.Span.Hi = 3 }, "span-outside: line 4, unit ст.1/п.2"},
		{"a note outside of its unit", func(d *Document, a, x, y *Unit) { x.Notes[0].Span = Span{3, 4} }, "span-outside: line 4, unit ст.1/п.1"},
		{"a unit without lines", func(d *Document, a, x, y *Unit) { y.Span = Span{} }, "span-empty: line 1, unit ст.1/п.2"},
		{"altered words", func(d *Document, a, x, y *Unit) { y.Text = "Три." }, "words-differ: line 4, unit ст.1/п.2"},
		{"invented words", func(d *Document, a, x, y *Unit) { y.Notes = []Note{{Text: "нет такого"}} }, "words-differ: line 4, unit ст.1/п.2"},
		{"lines beyond the tree", func(d *Document, a, x, y *Unit) { d.Root.Span.Hi = 3 }, "line-lost: line 4, unit document"},
		{"no tree", func(d *Document, a, x, y *Unit) { d.Root = nil }, "no-tree: line 1, unit document"},
	} {
		d := sound()
		a := d.Root.Units[0]
		c.harm(d, a, a.Units[0], a.Units[1])
		err := d.Verify()
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		var ve *VerifyError
		if !errors.As(err, &ve) || ve.Line == 0 || !strings.HasPrefix(c.want, ve.Code) {
			t.Errorf("%s: %+v", c.name, ve)
		}
	}
}
