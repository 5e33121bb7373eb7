package parse

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
)

// settle gives the pending notes to their units, now that the next line is
// known: it goes into the unit at depth d of the path, as the new unit next,
// or as a paragraph if next is nil.
//
// A note may go to next, to the unit at d, or to any open unit below d, which
// is then closed at the note. Spans stay nested, because the notes that go
// back come before those that go forward, and each goes no deeper than the
// one before it.
func (b *builder) settle(d int, next *corpus.Unit) {
	for i := range b.pending {
		n := &b.pending[i]
		n.Text = b.p.joined(n.Span.Lo, n.Span.Hi, "\n")
	}
	forward := len(b.pending)
	for forward > 0 && next != nil && b.goesForward(&b.pending[forward-1], next) {
		forward--
	}
	for i := range b.pending[:forward] {
		n := &b.pending[i]
		t := max(d, b.noteDepth(n, next))
		b.open = b.open[:t+1]
		b.open[t].Notes = append(b.open[t].Notes, *n)
		b.cover(n.Span.Hi - 1)
	}
	if forward < len(b.pending) {
		next.Notes = append(next.Notes, b.pending[forward:]...)
		next.Span.Lo = b.pending[forward].Span.Lo
	}
	b.pending = b.pending[:0]
}

// goesForward reports whether a note belongs to the unit that follows it.
func (b *builder) goesForward(n *corpus.Note, next *corpus.Unit) bool {
	if next.Label == "" {
		return false
	}
	ms := mentions(lookup.ReplaceAllString(n.Text, ""))
	for _, m := range ms {
		if m.kind == next.Kind && m.num == next.Num {
			return true
		}
	}
	if b.mentioned(ms, n.Text) >= 0 {
		return false
	}
	if next.Kind < corpus.KindArticle && strings.Contains(n.Text, "орядок введения") || strings.Contains(n.Text, "ля удобства пользования") {
		return false // they speak of the whole act
	}
	return hasAny(n.Text, forward) || strings.Contains(n.Text, "стар. ред") || strings.Contains(n.Text, "бұр. ред")
}

// lookup matches where a note sends its reader: «(… см. ст. 14 настоящего
// Закона)» is no note to article 14.
var lookup = lazy.New(`\([^()]*(?:см\.|қара)[^()]*\)`)

// forward begin the notes that stand before their unit when they name none.
var forward = []string{"примечание", "зқаи", "рқао", "вниманию", "пайдаланушы", "консультантплюс", "информация об изменениях"}

// mentioned returns the depth of the open unit that a note names, -1 if it
// names none.
func (b *builder) mentioned(ms []mention, text string) int {
	if len(ms) > 1 && ms[len(ms)-1].num != "" && strings.Contains(text, "дополнен") {
		ms = ms[len(ms)-1:] // «Глава 3 дополнена статьей 15-1» speaks of the article
	}
	for _, m := range ms {
		for d := len(b.open) - 1; d > 0; d-- {
			if u := b.open[d]; m.names(u.Kind, text) && (m.num == "" || u.Num == m.num) && (m.num != "" || len(ms) == 1) {
				return d
			}
		}
	}
	return -1
}

// names reports whether a unit of a kind may be what a note speaks of. In laws
// of Russia, whose notes stand in brackets, «пункт» is what is counted inside
// a «часть»: «(Пункт в редакции …)» under «б)» is about «б)».
func (m mention) names(k corpus.Kind, text string) bool {
	if strings.HasPrefix(text, "(") && hasAny(text, []string{"(пункт", "(п.", "(подпункт", "(подп.", "(пп."}) {
		return k == corpus.KindItem || k == corpus.KindSubclause || k == m.kind
	}
	return k == m.kind
}

// noteDepth returns the depth of the open unit to which a note goes back.
func (b *builder) noteDepth(n *corpus.Note, next *corpus.Unit) int {
	top := len(b.open) - 1
	if d := b.mentioned(mentions(n.Text), n.Text); d >= 0 {
		return d
	}
	if rest, ok := strings.CutPrefix(n.Text, "("); ok && (next == nil || next.Kind > corpus.KindArticle || startsLower(rest)) {
		return top // «(в ред. …)» under its paragraph; «(В редакции …)» may end an article
	}
	// A remark at the end of an article speaks of the article.
	if next == nil || next.Kind <= corpus.KindArticle {
		for d := top; d > 0; d-- {
			if b.open[d].Kind == corpus.KindArticle {
				return d
			}
		}
	}
	return top
}
