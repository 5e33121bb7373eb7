package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// leadIn returns what a provision goes on from, so that it can be read alone:
// of «3) выйти из совета» the words «Член совета вправе:» that stand above it.
// Headings are no part of it.
func leadIn(d *corpus.Document, u *corpus.Unit) []string {
	var out []string
	path := pathTo(d, u)
	for i := len(path) - 1; i > 0; i-- {
		u, up := path[i], path[i-1]
		if u.Kind <= corpus.KindArticle {
			break
		}
		if u.Kind == corpus.KindRow {
			if head := up.Units[0]; head != u && head.Text != "" {
				out = append(out, head.Text)
			}
			continue
		}
		if s := opening(up, u); s != "" {
			out = append(out, s)
		}
	}
	slices.Reverse(out)
	return out
}

// mostBefore is how far above a clause its opening is looked for.
const mostBefore = 200

// lead is leadIn for a hit of which d may be but the part of the document that
// its group is. Then the paragraph that the group goes on from («ПРИКАЗЫВАЮ:»
// above the clauses of an order) stands before it.
func (s *search) lead(d *corpus.Document, u *corpus.Unit, f found) ([]string, error) {
	out := leadIn(d, u)
	p := s.parts[f.group]
	if p == nil || p.Document != d || p.Unit.Kind <= corpus.KindArticle {
		return out, nil
	}
	path := pathTo(d, u)
	at := slices.Index(path, p.Unit)
	if at < 1 || path[at-1].Kind > corpus.KindArticle || p.Unit.Kind == corpus.KindPassage && !goesOn(p.Unit.Text) || p.Unit.Kind == corpus.KindRow {
		return out, nil
	}
	self, err := s.docs.Rows(s.ctx, f.doc, f.lo, f.lo+1)
	if err != nil || len(self) == 0 {
		return out, err
	}
	rows, err := s.docs.Under(s.ctx, f.doc, self[0].Parent, f.lo, -mostBefore)
	if err != nil {
		return nil, err
	}
	up := &corpus.Unit{Kind: path[at-1].Kind, Label: path[at-1].Label, Text: path[at-1].Text}
	for _, r := range rows {
		up.Units = append(up.Units, &corpus.Unit{Kind: r.Kind, Text: r.Text})
	}
	up.Units = append(up.Units, p.Unit)
	if opening(path[at-1], p.Unit) != "" {
		out = out[1:]
	}
	if first := opening(up, p.Unit); first != "" {
		out = append([]string{first}, out...)
	}
	return out, nil
}

// pathTo is the units from the document to one of its units.
func pathTo(d *corpus.Document, u *corpus.Unit) []*corpus.Unit {
	return append([]*corpus.Unit{d.Root}, d.Path(d.AddressOf(u))...)
}

// opening is the paragraph that a part u of up goes on from: the nearest above
// it that is no part of a list itself. A paragraph that begins with a capital
// letter stands alone, and so do most clauses.
func opening(up, u *corpus.Unit) string {
	if u.Kind == corpus.KindPassage && !goesOn(u.Text) {
		return ""
	}
	text := strings.TrimSpace(up.Label + " " + up.Text)
	if up.Kind <= corpus.KindArticle {
		text = up.Text
	}
	for i := slices.Index(up.Units, u) - 1; i >= 0; i-- {
		if s := up.Units[i]; s.Kind == corpus.KindPassage && !goesOn(s.Text) {
			text = s.Text
			break
		}
	}
	if up.Text == "" && text == strings.TrimSpace(up.Label) || (u.Kind == corpus.KindClause || u.Kind == corpus.KindTable) && !opens(text) {
		return ""
	}
	return text
}

// opens reports whether a list follows a text.
func opens(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, " \u00a0-–—"), ":")
}

// goesOn reports whether a text is not the beginning of a sentence.
func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) || strings.ContainsRune("-–—•", r)
}

// neighbours returns at most Request.Context units on each side of a hit u, of
// its own level and never across the border of its article or chapter. If units
// stand below it, the first of them come after it. d may be but the part of the
// document that the hit's group is; what is beside the group is read then.
func (s *search) neighbours(d *corpus.Document, u *corpus.Unit, f found) (before, after []Line, err error) {
	n := s.req.Context
	if n <= 0 {
		return nil, nil, nil
	}
	address := d.AddressOf
	p := s.parts[f.group]
	part := p != nil && p.Document == d
	if part {
		address = func(v *corpus.Unit) corpus.Address { return p.Address[v] }
	}
	line := func(v *corpus.Unit) Line {
		return Line{Address: address(v), Label: v.Label, Text: v.Own(), More: len(v.Units) > 0}
	}
	path := pathTo(d, u)
	up := path[max(len(path)-2, 0)]
	at := slices.Index(up.Units, u)
	for i := at - 1; i >= 0 && len(before) < n; i-- {
		if up.Units[i].Own() != "" {
			before = append(before, line(up.Units[i]))
		}
	}
	slices.Reverse(before)
	next := u.Units
	if len(next) == 0 {
		next = up.Units[at+1:]
	}
	for _, v := range next {
		if len(after) < n && v.Own() != "" {
			after = append(after, line(v))
		}
	}
	if !part {
		return before, after, nil
	}
	// A group that is not ranked as one has a heading and the first paragraphs
	// below it; other groups have the rest.
	open, inside := !ranked(p.Unit), len(u.Units) > 0
	topmost := slices.Contains(up.Units, p.Unit)
	if open && u == p.Unit {
		if after, err = s.under(f, f.lo, f.lo+1, n); err != nil {
			return nil, nil, err
		}
		inside = len(after) > 0
	}
	if open && up == p.Unit && !inside {
		ls, err := s.under(f, f.lo, f.hi, n-len(after))
		return before, append(after, ls...), err
	}
	if !topmost || len(before) == n && (len(after) == n || inside) {
		return before, after, nil
	}
	self, err := s.docs.Rows(s.ctx, f.doc, f.lo, f.lo+1)
	if err != nil || len(self) == 0 {
		return before, after, err
	}
	ls, err := s.under(f, self[0].Parent, f.lo, len(before)-n)
	if err != nil {
		return nil, nil, err
	}
	before = append(ls, before...)
	if !inside {
		if ls, err = s.under(f, self[0].Parent, f.hi, n-len(after)); err != nil {
			return nil, nil, err
		}
		after = append(after, ls...)
	}
	return before, after, nil
}

// under reads n units of a parent, from the place at on; with n below zero,
// those before it.
func (s *search) under(f found, parent, at, n int) ([]Line, error) {
	if n == 0 {
		return nil, nil
	}
	rows, err := s.docs.Under(s.ctx, f.doc, parent, at, n)
	if err != nil {
		return nil, err
	}
	var out []Line
	for _, r := range rows {
		below, err := s.docs.Rows(s.ctx, f.doc, r.Ord+1, r.Ord+2)
		if err != nil {
			return nil, err
		}
		out = append(out, Line{Address: r.Address, Label: r.Label, Text: r.Own(), More: len(below) > 0 && below[0].Parent == r.Ord})
	}
	return out, nil
}
