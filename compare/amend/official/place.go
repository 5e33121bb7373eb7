package official

import (
	"slices"
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

// touched names what an operation adds, or what it is about.
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
	return a.cited(w)
}

// cited cites the provisions of a Where.
func (a *act) cited(w amend.Where) string {
	d := chain(w)
	if a.r != nil {
		d.CiteAs(a.r.Old.Wording())
	}
	var names []string
	for at, u := range d.All() {
		if len(u.Units) == 0 {
			names = append(names, d.Citation(at, a.lang))
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

// chain is a document that has nothing but the provisions that a Where names.
func chain(w amend.Where) *corpus.Document {
	root := &corpus.Unit{}
	above := []*corpus.Unit{root}
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
			for _, n := range nums {
				u := &corpus.Unit{Kind: l.Kind, Num: n, Label: n + "."}
				if l.Kind == corpus.KindSubclause || l.Kind == corpus.KindItem {
					u.Label = n + ")"
				}
				p.Units = append(p.Units, u)
				made = append(made, u)
			}
		}
		above = made
	}
	return &corpus.Document{Root: root}
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
