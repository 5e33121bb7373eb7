package corpus

import (
	"iter"
	"strconv"
	"strings"
	"sync"
)

// An Address names a unit within its document: «ст.5-1/п.2/пп.3». It is
// unique in the document and is the key, URL and anchor of the unit.
//
// Articles, and clauses of acts without articles, stand directly under the
// document or their appendix, because lawyers cite them without chapters.
// Other units stand under their parent. Unnumbered units are counted, and a
// number that occurs again gets a suffix in document order: ст.419~2. The
// tokens are the same for texts in all languages, so that translations meet.
type Address string

// tokens are the words of addresses.
var tokens = [...]string{
	KindRequisite: "реквизит", KindPreamble: "преамбула", KindContents: "оглавление", KindSignature: "подпись",
	KindAppendix: "прил", KindPart: "ч", KindSection: "разд", KindSubsection: "подразд", KindChapter: "гл",
	KindParagraph: "пар", KindArticle: "ст", KindClause: "п", KindSubclause: "пп", KindItem: "б",
	KindPassage: "абз", KindTable: "табл", KindRow: "стр",
}

// addresses is the two-way table between units and their addresses, made on
// first use. The tree must not change afterwards.
type addresses struct {
	once   sync.Once
	order  []Address // in document order
	units  []*Unit
	above  []int // the index of the parent, -1 for the children of the root
	byAddr map[Address]int
	byUnit map[*Unit]int
	seen   map[string]int // how often an address without suffix has occurred
	terms  terms          // what the act calls its levels
}

func (d *Document) table() *addresses {
	t := &d.addresses
	t.once.Do(func() {
		t.byAddr, t.byUnit, t.seen = map[Address]int{}, map[*Unit]int{}, map[string]int{}
		if d.Root != nil {
			t.walk(d.Root, -1, "", "")
		}
		t.seen = nil
		t.terms = d.chooseTerms()
	})
	return t
}

// walk adds the units below u. Its address is at, base that of the document
// or appendix around it.
func (t *addresses) walk(u *Unit, above int, base, at string) {
	passages, tables := 0, 0
	if u.Text != "" {
		passages = 1
	}
	for _, c := range u.Units {
		under := at
		switch c.Kind {
		case KindClause:
			if u.Kind < KindArticle {
				under = base
			}
		case KindSubsection, KindParagraph, KindSubclause, KindItem, KindPassage, KindTable, KindRow:
		default:
			under = base
		}
		num := Number(c.Num)
		switch c.Kind {
		case KindPassage:
			passages++
			num = strconv.Itoa(passages)
		case KindTable, KindRow:
			tables++
			num = strconv.Itoa(tables)
		}
		a := token(c.Kind, num)
		if under != "" {
			a = under + "/" + a
		}
		t.seen[a]++
		if n := t.seen[a]; n > 1 {
			a += "~" + strconv.Itoa(n)
		}
		i := len(t.units)
		t.order = append(t.order, Address(a))
		t.units = append(t.units, c)
		t.above = append(t.above, above)
		t.byAddr[Address(a)] = i
		t.byUnit[c] = i
		next := base
		if c.Kind == KindAppendix {
			next = a
		}
		t.walk(c, i, next, a)
	}
}

// token writes one step of an address: «ст.5-1», «ч-общ», «преамбула».
func token(k Kind, num string) string {
	tok := "часть"
	if int(k) < len(tokens) && tokens[k] != "" {
		tok = tokens[k]
	}
	switch {
	case num == "":
		return tok
	case k == KindPart && !isDigit(num[0]):
		return tok + "-" + num
	}
	return tok + "." + num
}

// cut splits an address into all but its last step, and that step without
// and with its suffix as a number, 1 if it has none.
func (a Address) cut() (above Address, step string, repeat int) {
	s, repeat := string(a), 1
	if i := strings.LastIndexByte(s, '/'); i >= 0 {
		above, s = a[:i], s[i+1:]
	}
	if i := strings.LastIndexByte(s, '~'); i >= 0 {
		if n, err := strconv.Atoi(s[i+1:]); err == nil {
			s, repeat = s[:i], n
		}
	}
	return above, s, repeat
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
	t := d.table()
	if i, ok := t.byAddr[a]; ok {
		return t.units[i]
	}
	return nil
}

// AddressOf returns the address of a unit of this document, "" for the root
// and for units that are not in it.
func (d *Document) AddressOf(u *Unit) Address {
	t := d.table()
	if i, ok := t.byUnit[u]; ok {
		return t.order[i]
	}
	return ""
}

// Path returns the units around an address from the outermost to the unit
// itself, sections and chapters too: what a breadcrumb shows. It is nil for
// the document itself and for addresses that are not in it.
func (d *Document) Path(a Address) []*Unit {
	t := d.table()
	i, ok := t.byAddr[a]
	if !ok {
		return nil
	}
	n := 0
	for j := i; j >= 0; j = t.above[j] {
		n++
	}
	path := make([]*Unit, n)
	for j := i; j >= 0; j = t.above[j] {
		n--
		path[n] = t.units[j]
	}
	return path
}

// parent returns the unit around u: the root for its children.
func (d *Document) parent(u *Unit) *Unit {
	t := d.table()
	i, ok := t.byUnit[u]
	if !ok {
		return nil
	}
	if i = t.above[i]; i < 0 {
		return d.Root
	}
	return t.units[i]
}

// Within reports whether an address is another one or lies below it.
func (a Address) Within(above Address) bool {
	return a == above || len(a) > len(above) && a[:len(above)] == above && a[len(above)] == '/'
}
