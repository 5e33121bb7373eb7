package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// maxList is how much of a list is quoted with the words that lead it in, in
// characters.
const maxList = 2000

// members returns the list that a passage leads in: what stands below its unit
// or, where that is a paragraph without a number, behind it.
func members(p *passage) []*corpus.Unit {
	us := p.unit.Units
	if p.unit.Kind == corpus.KindPassage && p.parent != nil {
		siblings := p.parent.unit.Units
		us = siblings[slices.Index(siblings, p.unit)+1:]
	}
	end := slices.IndexFunc(us, func(c *corpus.Unit) bool { return c.Kind == corpus.KindPassage && !listed(c) })
	if end >= 0 {
		us = us[:end]
	}
	return slices.DeleteFunc(slices.Clone(us), func(c *corpus.Unit) bool { return c.Repealed || c.Text == "" })
}

// lastMember is the last of the list that a passage is in.
func lastMember(p *passage) *corpus.Unit {
	siblings := p.parent.unit.Units
	last := p.unit
	for _, u := range siblings[slices.Index(siblings, p.unit)+1:] {
		if u.Kind != p.unit.Kind || u.Kind == corpus.KindPassage && !listed(u) {
			break
		}
		last = u
	}
	return last
}

// list prints the list that a passage leads in.
func list(p *passage) string {
	var b strings.Builder
	n := 0
	for _, c := range members(p) {
		s := " " + strings.TrimSpace(c.Label+" "+c.Text)
		if n += utf8.RuneCountInString(s); n > maxList {
			b.WriteString(" " + ellipsis)
			break
		}
		b.WriteString(s)
	}
	return b.String()
}

// isLead reports whether a text only leads a list in.
func isLead(s string) bool { return strings.HasSuffix(strings.TrimSpace(s), ":") }

// leadsIn returns the lead-ins of a unit, the outermost first: a list may stand
// in a list.
func leadsIn(p *passage) []string {
	var leads []string
	for range 3 {
		lead := leadIn(p)
		if lead == "" {
			break
		}
		leads = append([]string{lead}, leads...)
		if p = p.parent; p == nil || p.unit.Text != lead {
			break
		}
	}
	return leads
}

// leadIn returns the words that a member of a list can't be read without:
// «Местные исполнительные органы:» of a subclause, or of a passage in a list
// without numbers. They stand in the unit above, or in a passage before the
// list.
func leadIn(p *passage) string {
	if p.parent == nil {
		return ""
	}
	up := p.parent.unit
	numbered := p.unit.Kind == corpus.KindSubclause || p.unit.Kind == corpus.KindItem
	if !numbered && !listed(p.unit) {
		return ""
	}
	i := slices.Index(up.Units, p.unit)
	for i--; i >= 0; i-- {
		before := up.Units[i]
		if before.Kind == corpus.KindPassage {
			if isLead(before.Text) {
				return before.Text
			}
			if !numbered && !listed(before) {
				return ""
			}
		} else if !numbered {
			break
		}
	}
	if isLead(up.Text) {
		return up.Text
	}
	return ""
}

// listed reports whether a passage looks like a member of a list: it begins
// with a dash or a small letter, or doesn't end with a point.
func listed(u *corpus.Unit) bool {
	if u.Kind != corpus.KindPassage {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(u.Text))
	return unicode.IsLower(r) || strings.ContainsRune("-–—•", r) || strings.HasSuffix(u.Text, ";")
}
