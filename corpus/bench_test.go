package corpus

import (
	"strconv"
	"testing"
)

// code makes a tree of the size of a tax code: 850 articles, 34 000 units.
func code() *Unit {
	root := &Unit{Kind: KindDocument}
	n := 0
	for range 85 {
		ch := unit(KindChapter, "", strconv.Itoa(len(root.Units)+1), "")
		for range 10 {
			n++
			a := article(strconv.Itoa(n), "")
			for c := range 8 {
				cl := clause(strconv.Itoa(c+1), "Совет:")
				for s := range 3 {
					cl.Units = append(cl.Units, subclause(strconv.Itoa(s+1), "делает;"))
				}
				cl.Units = append(cl.Units, passage("Часть вторая."))
				a.Units = append(a.Units, cl)
			}
			ch.Units = append(ch.Units, a)
		}
		root.Units = append(root.Units, ch)
	}
	return root
}

func BenchmarkAll(b *testing.B) {
	root := code()
	b.ReportAllocs()
	for b.Loop() {
		d := Document{Root: root} // the table is made anew
		n := 0
		for range d.All() {
			n++
		}
		if n != 34935 {
			b.Fatal(n)
		}
	}
}

// BenchmarkRepeats shows that numbers which begin anew thousands of times cost
// no more than others.
func BenchmarkRepeats(b *testing.B) {
	root := &Unit{Kind: KindDocument}
	for range 35000 {
		root.Units = append(root.Units, clause("1", "Снова."))
	}
	b.ReportAllocs()
	for b.Loop() {
		d := Document{Root: root}
		for range d.All() {
			break
		}
	}
}

func BenchmarkCitation(b *testing.B) {
	d := &Document{Root: code()}
	d.table()
	b.ReportAllocs()
	for b.Loop() {
		if d.Citation("ст.500/п.8/пп.3", "ru") == "" {
			b.Fatal("no citation")
		}
	}
}

func BenchmarkParseReference(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := ParseReference("подпункт 3) части первой пункта 8 статьи 500 закона о советах"); !ok {
			b.Fatal("not read")
		}
	}
}
