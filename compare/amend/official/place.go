package official

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
)

// called names the provision that an outcome of an operation is about, as
// citations do, whether the act has it or not.
func (a *act) called(op int, o apply.Outcome) string {
	return a.cited(a.whereOf(op, o))
}

// touched names what an operation adds, or what it is about, beside others of
// its row.
func (a *act) touched(op int) string {
	o := a.opOf(op)
	w := a.whereOf(op, apply.Outcome{})
	if o.Kind == amend.Add && o.Object == amend.Units && len(o.Units) > 0 && o.Units[0].Num != "" {
		st := corpus.Step{Kind: o.Units[0].Kind}
		for _, u := range o.Units {
			st.Nums = append(st.Nums, u.Num)
		}
		w.Levels = append(slices.Clone(w.Levels), amend.Level{Step: st})
	}
	if n := len(w.Levels); n > 1 {
		w.Levels = w.Levels[n-1:]
	}
	return a.cited(w)
}

// cited cites the provisions of a Where.
func (a *act) cited(w amend.Where) string {
	d, named := chain(w)
	if a.r != nil {
		d.CiteAs(a.r.Old.Wording())
	}
	var names []string
	for _, u := range named {
		if name := d.Citation(d.AddressOf(u), a.lang); name != "" {
			names = append(names, name)
		}
	}
	for i := len(w.Levels) - 1; i >= 0; i-- { // what acts have no numbers for is called as the draft calls it
		if l := w.Levels[i]; l.Noun != "" {
			names = append([]string{strings.TrimSpace(l.Noun + " " + strings.Join(l.Nums, ", "))}, names...)
		}
	}
	if len(names) == 0 {
		if w.Text != "" {
			return w.Text
		}
		return a.t.Draft.WholeAct
	}
	return strings.Join(names, ", ")
}

// mostCounted is how far paragraphs are counted of a provision that an act does
// not have.
const mostCounted = 100

// chain is a document that has nothing but the provisions that a Where names,
// and these.
func chain(w amend.Where) (*corpus.Document, []*corpus.Unit) {
	d := &corpus.Document{Root: &corpus.Unit{}}
	above := []*corpus.Unit{d.Root}
	for _, l := range w.Levels {
		if l.Noun != "" {
			continue
		}
		nums := l.Nums
		if len(nums) == 0 {
			nums = []string{""}
		}
		var made []*corpus.Unit
		for _, p := range above {
			for _, n := range spread(nums) {
				made = append(made, member(p, l.Kind, n))
			}
		}
		above = made
	}
	if above[0] == d.Root {
		return d, nil
	}
	return d, above
}

// spread lists the numbers of ranges: 9–11 is 9, 10, 11.
func spread(nums []string) []string {
	var out []string
	for _, n := range nums {
		lo, hi, _ := strings.Cut(n, "–")
		from, err := strconv.Atoi(lo)
		to, also := strconv.Atoi(hi)
		if err != nil || also != nil || to < from || to-from > mostCounted {
			out = append(out, n)
			continue
		}
		for ; from <= to; from++ {
			out = append(out, strconv.Itoa(from))
		}
	}
	return out
}

// member adds a provision to another. Before one that is only counted stand as
// many as its number asks for.
func member(above *corpus.Unit, kind corpus.Kind, num string) *corpus.Unit {
	u := &corpus.Unit{Kind: kind, Num: num, Label: num + "."}
	switch kind {
	case corpus.KindSubclause, corpus.KindItem:
		u.Label = num + ")"
	case corpus.KindPassage, corpus.KindTable, corpus.KindRow:
		u.Num, u.Label, u.Text = "", "", "…;" // no sentence: a paragraph, not a part
		n, _ := strconv.Atoi(num)
		for have := len(above.Units) + 1; have < min(n, mostCounted); have++ {
			above.Units = append(above.Units, &corpus.Unit{Kind: kind, Text: u.Text})
		}
	}
	above.Units = append(above.Units, u)
	return u
}

// prepositional puts a citation in the case that stands behind «в»: «пункте 2
// статьи 5».
func prepositional(citation, lang string) string {
	if lang != "ru" {
		return citation
	}
	noun, rest, _ := strings.Cut(citation, " ")
	switch last, size := utf8.DecodeLastRuneInString(noun); last {
	case 'я': // статья
		noun = noun[:len(noun)-size] + "е"
	case 'а': // глава
		noun = noun[:len(noun)-size] + "е"
	case 'ь': // часть
		noun = noun[:len(noun)-size] + "и"
	case 'е': // приложение
		noun = noun[:len(noun)-size] + "и"
	case 'т', 'ц', 'л', 'ф': // пункт, абзац, раздел, параграф
		noun += "е"
	default:
		return ""
	}
	if rest == "" {
		return noun
	}
	return noun + " " + rest
}

func lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+utf8.RuneLen(r):]
	}
	return s
}

func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+utf8.RuneLen(r):]
	}
	return s
}
