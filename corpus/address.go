package corpus

import (
	"iter"
	"strconv"
	"strings"
	"sync"
)

// An Address names a unit within its document: «ст.5-1/п.2/пп.3».
type Address string

// addresses is the two-way table between units and their addresses.
type addresses struct {
	once   sync.Once
	order  []Address
	units  []*Unit
	byAddr map[Address]*Unit
	byUnit map[*Unit]Address
}

var tokens = map[Kind]string{
	KindRequisite: "реквизит", KindPreamble: "преамбула", KindContents: "оглавление", KindSignature: "подпись",
	KindAppendix: "прил", KindPart: "ч", KindSection: "разд", KindSubsection: "подразд", KindChapter: "гл",
	KindParagraph: "пар", KindArticle: "ст", KindClause: "п", KindSubclause: "пп", KindItem: "б",
	KindPassage: "абз", KindTable: "табл", KindRow: "стр",
}

func (d *Document) table() *addresses {
	t := &d.addresses
	t.once.Do(func() {
		t.byAddr = map[Address]*Unit{}
		t.byUnit = map[*Unit]Address{}
		if d.Root != nil {
			t.walk(d.Root, "", "")
		}
	})
	return t
}

func (t *addresses) walk(u *Unit, base, parent string) {
	passage := 0
	if u.Text != "" {
		passage = 1
	}
	counts := map[Kind]int{}
	for _, c := range u.Units {
		at := base
		switch c.Kind {
		case KindSubsection, KindParagraph, KindClause, KindSubclause, KindItem, KindPassage, KindTable, KindRow:
			at = parent
			if c.Kind == KindClause && (u.Kind < KindArticle) {
				at = base
			}
		}
		counts[c.Kind]++
		tok := tokens[c.Kind]
		num := Number(c.Num)
		switch c.Kind {
		case KindPassage:
			passage++
			num = strconv.Itoa(passage)
		case KindTable, KindRow:
			num = strconv.Itoa(counts[c.Kind])
		}
		if num != "" {
			tok += "." + num
		}
		a := tok
		if at != "" {
			a = at + "/" + tok
		}
		unique := a
		for n := 2; t.byAddr[Address(unique)] != nil; n++ {
			unique = a + "~" + strconv.Itoa(n)
		}
		t.byAddr[Address(unique)] = c
		t.byUnit[c] = Address(unique)
		t.order = append(t.order, Address(unique))
		t.units = append(t.units, c)
		next := base
		if c.Kind == KindAppendix {
			next = unique
		}
		t.walk(c, next, unique)
	}
}

// All yields every unit of the document but the root, in document order.
func (d *Document) All() iter.Seq2[Address, *Unit] {
	t := d.table()
	return func(yield func(Address, *Unit) bool) {
		for i, a := range t.order {
			if !yield(a, t.units[i]) {
				return
			}
		}
	}
}

// At returns the unit at an address, nil if there is none. The empty address
// is the document itself.
func (d *Document) At(a Address) *Unit {
	if a == "" {
		return d.Root
	}
	return d.table().byAddr[a]
}

// AddressOf returns the address of a unit of this document, "" for the root
// and for units that are not in it.
func (d *Document) AddressOf(u *Unit) Address { return d.table().byUnit[u] }

// Number returns the canonical form of a printed number.
func Number(printed string) string { return strings.ToLower(strings.TrimSpace(printed)) }
