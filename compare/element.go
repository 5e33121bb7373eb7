package compare

import (
	"slices"
	"strconv"
	"strings"

	"svod/corpus"
)

// element names what an entry is about: «подпункт 4-1) пункта 1 статьи 5 (новый)».
func (p *printer) element(e *entry) string {
	top, d := e.new, p.c.new
	if top == nil {
		top, d = e.old, p.c.old
	}
	if top.unit.Kind == corpus.KindRequisite {
		return p.t.Requisites
	}
	if e.whole || e.entire(top) || len(e.rows) == 1 && (first(e.rows[0].news) == top || first(e.rows[0].olds) == top) {
		return upper(d.Citation(top.addr, p.lang)) + p.fate(e.rows, p.called(d, top), e) + p.heading(e) + p.formerly(e.old, e.new) + p.start(e, top)
	}
	if len(e.rows) == 1 {
		r := e.rows[0]
		o, n := first(r.olds), first(r.news)
		if n != nil {
			return upper(p.c.new.Citation(n.addr, p.lang)) + p.fate(e.rows, p.called(p.c.new, n), nil) + p.formerly(o, n)
		}
		return upper(p.c.old.Citation(o.addr, p.lang)) + p.fate(e.rows, p.called(p.c.old, o), nil)
	}
	name := upper(d.Citation(top.addr, p.lang)) + p.formerly(e.old, e.new)
	members, own := p.members(e, top)
	if len(members) == 0 {
		return name
	}
	lines := p.list(members)
	if own != nil {
		// A clause of several parts that changed throughout is just that.
		if !slices.ContainsFunc(members, func(m member) bool { return m.kind != corpus.KindPassage }) {
			return name
		}
		lines = append(p.beginning(own), lines...)
	}
	if len(lines) > maxLines { // the text tells it better
		return name
	}
	return name + ":\n" + strings.Join(lines, ";\n")
}

// entire reports whether an entry is a provision that came or went with all
// that is in it.
func (e *entry) entire(top *node) bool {
	own := false
	for _, r := range e.rows {
		if r.Change != e.rows[0].Change || r.Change != Added && r.Change != Removed {
			return false
		}
		n := first(r.news)
		if n == nil {
			n = first(r.olds)
		}
		own = own || n == top
	}
	return own && top.mate == nil
}

// beginning names what changed of a clause's or article's own words.
func (p *printer) beginning(r *Row) []string {
	o, n := first(r.olds), first(r.news)
	if o == nil || n == nil || o.unit.Title == n.unit.Title {
		return []string{p.ownText(n)}
	}
	if o.unit.Text == n.unit.Text {
		return []string{p.t.OwnHeading}
	}
	return []string{p.t.OwnHeading, p.ownText(n)}
}

// ownText is what the first words of a provision are called among its others.
func (p *printer) ownText(n *node) string {
	if n != nil {
		if parts := corpus.Parts(n.unit); len(parts) > 1 && parts[0].Own && len(parts[0].Units) == 0 {
			return p.t.OwnPart
		}
	}
	return p.t.OwnText
}

// start says that of a provision only its first words changed.
func (p *printer) start(e *entry, top *node) string {
	if e.whole || len(e.rows) != 1 || e.rows[0].Change != Changed || e.old == nil || len(top.kids) == 0 || e.old.unit.Title != top.unit.Title {
		return ""
	}
	return ":\n" + p.ownText(top)
}

// maxLines is how many kinds of members a name lists.
const maxLines = 5

// A member is one of several changed provisions of a clause or article.
type member struct {
	kind  corpus.Kind
	noun  noun
	name  string // «3)», «вторая»
	rest  string // «части первой», where it stands
	fate  string // «(новый)»
	many  string // the same for several: «(новые)»
	count int    // the number in name if it is a whole one, else -1
}

// members lists the changed provisions of an entry below its top; own is the
// row of the top's own words, if they changed as well.
func (p *printer) members(e *entry, top *node) (out []member, own *Row) {
	alone := map[*node]bool{} // came or went with all that is in them
	for _, r := range e.rows {
		n, in := first(r.news), p.c.new
		if n == nil {
			n, in = first(r.olds), p.c.old
		}
		if single := len(r.news)+len(r.olds) == 1; single {
			alone[n] = true
			if alone[n.parent] && n.parent != top {
				continue
			}
		}
		if n == top || n == e.old {
			own = r
			continue
		}
		rewritten := p.again(e, r, n) // one number, both texts
		if rewritten && r.Change == Removed {
			continue
		}
		m := p.member(in, n)
		m.fate, m.many = p.fates(r.Change, m.noun)
		if rewritten {
			m.fate, m.many = "", ""
		}
		out = append(out, m)
	}
	return out, own
}

// member takes the name of a provision apart: what it is called inside of its
// clause or article.
func (p *printer) member(d *corpus.Document, n *node) member {
	m := member{kind: n.unit.Kind, noun: p.called(d, n), name: number(n.unit)}
	if p.lang == "ru" {
		top := n
		for top.parent != nil && top.unit.Kind != corpus.KindClause && top.unit.Kind != corpus.KindArticle {
			top = top.parent
		}
		// «подпункт 9) части первой пункта 1 статьи 4» less « 1 статьи 4».
		_, tail, ok := strings.Cut(d.Citation(top.addr, p.lang), " ")
		if ok {
			tail = " " + tail
		}
		if local, ok := strings.CutSuffix(d.Citation(n.addr, p.lang), tail); ok && top != n {
			if i := strings.LastIndexByte(local, ' '); i > 0 {
				_, name, _ := strings.Cut(local[:i], " ")
				m.name, m.rest, _ = strings.Cut(name, " ")
			}
		}
	}
	if m.name == "" {
		m.name = string(n.addr[strings.LastIndexByte(string(n.addr), '.')+1:])
	}
	m.count = whole(strings.TrimSuffix(m.name, ")"))
	return m
}

// whole is the value of a whole number, -1 of all else.
func whole(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return -1
}

// list prints members: «подпункты 2), 4-1) (новый), 5)–8) (исключены)».
func (p *printer) list(ms []member) []string {
	var lines []string
	for len(ms) > 0 {
		k := 1
		for k < len(ms) && ms[k].noun == ms[0].noun && ms[k].rest == ms[0].rest {
			k++
		}
		name := ms[0].noun.one
		if k > 1 {
			name = ms[0].noun.many
		}
		names := strings.Join(drawn(ms[:k]), ", ")
		line := name + " " + names
		if p.lang == "kk" {
			line = names + " " + name
		}
		if ms[0].rest != "" {
			line += " " + ms[0].rest
		}
		lines = append(lines, line)
		ms = ms[k:]
	}
	return lines
}

// drawn prints the names of members of one kind, with runs of numbers that met
// the same fate drawn together.
func drawn(ms []member) []string {
	var out []string
	for i := 0; i < len(ms); {
		j := i
		for j+1 < len(ms) && ms[j].count >= 0 && ms[j+1].count == ms[j].count+1 && ms[j+1].fate == ms[i].fate {
			j++
		}
		if j-i < 2 {
			out = append(out, ms[i].name+ms[i].fate)
			i++
			continue
		}
		out = append(out, ms[i].name+"–"+ms[j].name+ms[i].many)
		i = j + 1
	}
	return out
}

// called returns the noun that the citation of a unit begins with: what is a
// clause in one act is a «часть» in another, and so is a passage.
func (p *printer) called(d *corpus.Document, n *node) noun {
	word, _, _ := strings.Cut(d.Citation(n.addr, p.lang), " ")
	for _, kind := range []corpus.Kind{n.unit.Kind, corpus.KindPart, corpus.KindPassage, corpus.KindClause, corpus.KindSubclause, corpus.KindItem} {
		if w := nounOf(p.lang, kind); w.one == word {
			return w
		}
	}
	return nounOf(p.lang, n.unit.Kind)
}

// fate returns « (новый)» or « (исключен)» when all rows say so.
func (p *printer) fate(rows []*Row, called noun, e *entry) string {
	all := func(c Change) bool {
		return !slices.ContainsFunc(rows, func(r *Row) bool { return r.Change != c })
	}
	change := Changed
	switch {
	case all(Added) && (e == nil || e.old == nil || e.old.hollow()):
		change = Added
	case all(Removed) && (e == nil || e.new == nil || e.new.hollow()):
		change = Removed
	}
	one, _ := p.fates(change, called)
	return one
}

// fates returns what stands behind a provision, and behind several.
func (p *printer) fates(c Change, called noun) (one, many string) {
	space := func(s string) string {
		if s == "" {
			return ""
		}
		return " " + s
	}
	switch c {
	case Added:
		return space(inGender(p.t.New, called.gender)), space(p.t.NewMany)
	case Removed:
		return space(inGender(p.t.Out, called.gender)), space(p.t.OutMany)
	}
	return "", ""
}

// formerly tells where a provision stood, if it has another number now.
func (p *printer) formerly(o, n *node) string {
	if o == nil || n == nil || anchor(o) == anchor(n) {
		return ""
	}
	return " " + Fill(p.t.Formerly, "was", p.c.old.Citation(o.addr, p.lang))
}

// anchor is the address of a provision, or of what holds it if it is only
// counted.
func anchor(n *node) corpus.Address {
	for n.parent != nil && uncounted(n.unit.Kind) {
		n = n.parent
	}
	if uncounted(n.unit.Kind) {
		return ""
	}
	a, _, _ := strings.Cut(string(n.addr), "~")
	return corpus.Address(a)
}

// heading says that of an article only the heading changed.
func (p *printer) heading(e *entry) string {
	if len(e.rows) == 1 && e.old != nil && e.new != nil && e.new.unit.Title != "" && e.old.unit.Title != e.new.unit.Title &&
		e.old.unit.Text == e.new.unit.Text && (len(e.new.kids)+len(e.new.unit.Text) > 0 || e.new.opened) {
		return " " + p.t.Head
	}
	return ""
}

// number returns a unit's number as a list of numbers prints it.
func number(u *corpus.Unit) string {
	if u.Num != "" && (u.Kind == corpus.KindSubclause || u.Kind == corpus.KindItem) {
		return u.Num + ")"
	}
	return u.Num
}

// again reports whether a removed and an added provision of an entry have the
// same number: to a reader, one provision in new words.
func (p *printer) again(e *entry, r *Row, n *node) bool {
	if n.label == "" || r.Change != Added && r.Change != Removed {
		return false
	}
	return slices.ContainsFunc(e.rows, func(k *Row) bool {
		if k == r || k.Change != Added && k.Change != Removed || k.Change == r.Change {
			return false
		}
		m := first(k.news)
		if m == nil {
			m = first(k.olds)
		}
		return m.label == n.label && m.parent != nil && m.parent.mate == n.parent
	})
}
