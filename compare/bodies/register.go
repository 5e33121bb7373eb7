package bodies

import (
	"cmp"
	"slices"
	"strings"
)

// A Level is one of the two kinds of bodies that no table mixes.
type Level string

// The levels.
const (
	Regional Level = "region"
	Central  Level = "central"
)

// Levels are the levels in the order of reports.
var Levels = []Level{Regional, Central}

// levelWords are the first words by which a register names a level.
var levelWords = map[string]Level{
	"регион": Regional, "региональный": Regional, "область": Regional, "областной": Regional, "город": Regional, "городской": Regional,
	"местный": Regional, "region": Regional, "regional": Regional, "local": Regional, "өңір": Regional, "өңірлік": Regional,
	"центральный": Central, "республиканский": Central, "центр": Central, "министерство": Central, "агентство": Central, "central": Central,
	"national": Central, "орталық": Central, "республикалық": Central,
}

// A Register lists bodies: regions and central agencies.
type Register struct {
	Name   string
	File   string // as given to Load
	Bodies []*Body
}

// A Body is a region or a central agency.
type Body struct {
	ID        string
	Level     Level
	LevelName string // as the register says it: «областной»
	Names     []Name // the current one first, then former ones
	Aliases   []string
	From, To  string // dates; To is the first day on which it is no more; empty: open
	Check     bool   // whoever wrote the register was not sure
	Note      string
	// Attributes are further columns of the register. A body that names kinds
	// of councils (вид_совета) has a row in their matrices only.
	Attributes map[string][]string
}

// A Name is what a body is called from one day to another.
type Name struct{ Text, Kazakh, From, To string }

// within tells whether a date lies between two, of which either may be open. A
// date may be a year alone: then any day of it will do.
func within(date, from, to string) bool {
	if len(date) == len("2018") {
		return (from == "" || from <= date+"-12-31") && (to == "" || to > date+"-01-01")
	}
	return (from == "" || from <= date) && (to == "" || date < to)
}

// At returns the bodies that existed on a date (2018-06-19 or 2018), in the
// order of the register; with an empty date those that no date ends.
func (r *Register) At(date string) []*Body {
	var out []*Body
	for _, b := range r.Bodies {
		if b.at(date) {
			out = append(out, b)
		}
	}
	return out
}

func (b *Body) at(date string) bool {
	if date == "" {
		return b.To == ""
	}
	return within(date, b.From, b.To)
}

// NameAt returns what the body was called on a date, in Russian, or in Kazakh
// where the register has that; with an empty date what it is called last.
func (b *Body) NameAt(date, lang string) string {
	n := b.Names[0]
	if date != "" {
		if i := slices.IndexFunc(b.Names, func(n Name) bool { return within(date, n.From, n.To) }); i >= 0 {
			n = b.Names[i]
		}
	}
	if lang == "kk" {
		return cmp.Or(n.Kazakh, n.Text)
	}
	return n.Text
}

// Has tells whether the body's attribute has a value, or the body says nothing
// of the attribute.
func (b *Body) Has(attribute, value string) bool {
	vs := b.Attributes[attribute]
	return len(vs) == 0 || slices.ContainsFunc(vs, func(v string) bool { return strings.EqualFold(v, value) })
}

// find returns the body of an ID, nil if there is none.
func (r *Register) find(id string) *Body {
	for _, b := range r.Bodies {
		if b.ID == id {
			return b
		}
	}
	return nil
}
