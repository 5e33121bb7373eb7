package compare

import (
	"cmp"
	"strings"

	"svod/corpus"
)

// summary says in words what changed: by articles, then inside of them.
func (p *printer) summary(o Options) []string {
	var tops, below []string
	var top noun
	units := p.c.units(func(n *node) noun {
		if d := p.c.new; d.At(n.addr) == n.unit {
			return p.called(d, n)
		}
		return p.called(p.c.old, n)
	})
	for i := range units {
		u := &units[i]
		if u.kind == corpus.KindRequisite || u.kind == corpus.KindSignature || u.kind == corpus.KindContents {
			continue
		}
		if !u.Top {
			below = append(below, p.counts(u)...)
			continue
		}
		if top.one == "" && u.kind >= corpus.KindArticle {
			top = u.noun
		}
		tops = append(tops, p.counts(u)...)
	}
	var out []string
	if len(tops) == 0 {
		out = append(out, p.t.NoChange)
	} else {
		out = append(out, upper(Fill(p.t.Summary, "counts", strings.Join(tops, ", "))))
	}
	if len(below) > 0 {
		out = append(out, Fill(p.t.SummaryBelow, "tops", cmp.Or(top.in, top.many), "counts", strings.Join(below, ", ")))
	}
	if s := p.skipped(); s != "" && !o.All && !o.Notes {
		out = append(out, Fill(p.t.SkipNotes, "counts", s))
	}
	return out
}

// counts are the parts of a summary about one kind of units.
func (p *printer) counts(u *UnitCount) []string {
	noun, phrase := u.noun, p.t.Count
	if u.kind == corpus.KindPreamble { // there is but one
		phrase = strings.Replace(phrase, "{n} ", "", 1)
	}
	var out []string
	one := func(n int, did []string, named []*node) {
		if n == 0 {
			return
		}
		word, single := noun.counted(p.lang, n)
		g := 2 // изменено 14 статей
		if single {
			g = noun.gender
		}
		s := Fill(phrase, "did", inGender(did, g), "n", itoa(n), "units", word, "units_of", noun.of(p.lang, n))
		if list := p.numbers(named); list != "" {
			s += " " + Fill(p.t.CountList, "list", list)
		}
		out = append(out, s)
	}
	one(u.Changed, p.t.DidChange, nil)
	one(u.Added, p.t.DidAdd, u.added)
	one(u.Removed, p.t.DidRemove, u.removed)
	one(u.Moved, p.t.DidMove, nil)
	one(u.Split, p.t.DidSplit, nil)
	one(u.Merged, p.t.DidMerge, nil)
	if n := u.Renumbered; n > 0 {
		word, _ := noun.counted(p.lang, n)
		out = append(out, Fill(p.t.CountRenumbered, "n", itoa(n), "units", word, "units_of", noun.of(p.lang, n)))
	}
	return out
}

// numbers lists the numbers of articles: 2-1, 5–8, 15-1.
func (p *printer) numbers(ns []*node) string {
	var ms []member
	for _, n := range ns {
		if n.unit.Num == "" {
			return ""
		}
		ms = append(ms, member{name: n.unit.Num, count: whole(n.unit.Num)})
	}
	return strings.Join(drawn(ms), ", ")
}

// skipped counts the rows of which only notes changed, by kinds of units.
func (p *printer) skipped() string {
	kinds := map[corpus.Kind]int{}
	for i := range p.c.Rows {
		if r := &p.c.Rows[i]; r.Change == Notes {
			kinds[r.news[0].unit.Kind]++
		}
	}
	var out []string
	for _, k := range corpus.Kinds() {
		if n := kinds[k]; n > 0 {
			out = append(out, itoa(n)+" "+nounOf(p.lang, k).of(p.lang, n))
		}
	}
	return strings.Join(out, ", ")
}
