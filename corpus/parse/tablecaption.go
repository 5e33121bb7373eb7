package parse

import (
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
)

// A table may have a caption above or below it: «Таблица 3. Доходы», «Табл. 3
// – Доходы», «Таблица 3» and its name on the next line, «3-кесте. Кірістер».
// It is the heading of the table.

var (
	tableCaption  = lazy.New(`^(?i:таблица|табл\.|table)[\s\x{a0}]*(?:№[\s\x{a0}]*)?(\d+(?:[.-]\d+)*|[IVX]+|[А-ЯA-Z](?:\.\d+)?)?[\s\x{a0}]*(?:[.:–—-]|\s|$)`)
	kazakhCaption = lazy.New(`^(\d+(?:[.-]\d+)*)-кесте(?:[.:–—\s-]|$)`)
	figure        = lazy.New(`^(?i:рисунок|рис\.|диаграмма|график|схема|figure|сурет)[\s\x{a0}]*(?:№[\s\x{a0}]*)?\d|^\d+-сурет`)
)

// readTableCaption reads the label of a table's caption.
func readTableCaption(s string) (label, bool) {
	if runeLen(s) > 250 {
		return label{}, false
	}
	m := tableCaption.FindStringSubmatchIndex(s)
	if m == nil {
		if m = kazakhCaption.FindStringSubmatchIndex(s); m == nil {
			return label{}, false
		}
	}
	num := ""
	if m[2] >= 0 {
		num = s[m[2]:m[3]]
	}
	rest := trim(s[m[1]:])
	if num == "" && (rest != "" || !strings.Contains(s, " ") && runeLen(s) > 9) || startsLower(rest) && !isDash(firstRune(rest)) {
		return label{}, false // «Таблица показывает …»
	}
	l := after(s, rest, corpus.KindTable, num)
	return l, true
}

// isCaptionLike reports whether a line is the caption of a table or a figure.
func isCaptionLike(s string) bool {
	if figure.MatchString(s) {
		return true
	}
	if _, ok := readTableCaption(s); ok {
		return true
	}
	return hasAny(s, []string{"окончание таблиц", "продолжение таблиц", "окончание табл.", "продолжение табл.", "кестенің жалғасы"})
}

// markTableCaptions gives tables the captions that stand at them.
func (p *parser) markTableCaptions() {
	named := 0 // the last table with a caption above it
	for i := range p.paras {
		l := &p.paras[i]
		if l.role != plain && l.role != numbered || l.Table > 0 {
			continue
		}
		c, ok := readTableCaption(l.Text)
		if !ok {
			continue
		}
		// Above: perhaps with its name and a unit of measure on further lines.
		j := i + 1
		for j < len(p.paras) && j <= i+2 && p.paras[j].role == plain && p.paras[j].Table == 0 && runeLen(p.paras[j].Text) < 200 && !ends(p.paras[j].Text, ".;:") {
			j++
		}
		switch {
		case j < len(p.paras) && p.paras[j].role == row && p.paras[j].first:
			l.role, l.label, l.first = tableTitle, c, true
			named = p.paras[j].Table
			for k := i + 1; k < j; k++ {
				p.paras[k].role, p.paras[k].label = tableTitle, label{}
			}
		case i > 0 && p.paras[i-1].role == row && p.paras[i-1].Table != named && c.rest != "":
			l.role, l.label, l.first = tableTitle, c, false
		}
	}
}

// tableTitle adds line i, of a caption, to its table.
func (b *builder) tableTitle(i int) {
	l := &b.p.paras[i]
	text := l.Text
	if !l.label.none() {
		text = l.label.rest
	}
	var t *node
	if l.first || b.top().Kind != corpus.KindTable || len(b.pending) > 0 {
		t = b.openTable(i)
	} else {
		t = b.extend(i)
	}
	if !l.label.none() {
		t.Label, t.Num = l.label.label, l.label.num
	}
	t.Title = strings.TrimPrefix(t.Title+" "+text, " ")
}
