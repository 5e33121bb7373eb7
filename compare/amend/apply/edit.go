package apply

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/amend"
	"svod/corpus"
)

// A hit is where sought words stand.
type hit struct {
	slot slot
	match
}

// hits finds words in a target: in its texts, and if they are nowhere there in
// its heading. Only where they do not stand as they are, spaces and hyphens
// within words are passed over.
func (a *applier) hits(t target, old string) []hit {
	texts, heading := a.slots(t)
	needle := a.fold(old)
	for _, slots := range [][]slot{texts, heading} {
		for _, find := range []func(text, words *folded) []match{search, searchLoose} {
			var out []hit
			for _, s := range slots {
				text := a.text(s)
				for _, m := range find(a.fold(text), needle) {
					out = append(out, hit{s, m})
				}
			}
			if t.part == amend.PartSentence {
				out = a.inSentence(t, out)
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// fold folds a text once.
func (a *applier) fold(s string) *folded {
	f := a.folds[s]
	if f == nil {
		f = fold(s)
		a.folds[s] = f
	}
	return f
}

// A change is what becomes of a stretch of a text.
type change struct {
	slot slot
	match
	is string
}

// rewrite puts changes into the texts, and returns the units that have them.
// Changes stand in the order of the text.
func (a *applier) rewrite(cs []change) []*corpus.Unit {
	var out []*corpus.Unit
	for i := len(cs) - 1; i >= 0; i-- {
		c := cs[i]
		text := a.text(c.slot)
		a.put(c.slot, tidy(text[:c.lo], c.is, text[c.hi:]))
		if len(out) == 0 || out[len(out)-1] != c.slot.unit {
			out = append(out, c.slot.unit)
		}
	}
	return out
}

// tidy joins what stands before and after new words with them: no space before
// a comma, none twice where words are gone.
func tidy(before, is, after string) string {
	if is != "" {
		if strings.ContainsRune(",;:.)", firstRune(is)) {
			before = strings.TrimRightFunc(before, unicode.IsSpace)
		}
		return before + is + after
	}
	space := before == "" || unicode.IsSpace(lastRune(before))
	switch next := firstRune(after); {
	case space && (unicode.IsSpace(next) || before == ""):
		return before + strings.TrimLeftFunc(after, unicode.IsSpace)
	case after == "" || strings.ContainsRune(",;:.)", next):
		return strings.TrimRightFunc(before, unicode.IsSpace) + after
	}
	return before + after
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// words adds, replaces or removes words, figures and signs in a target.
func (a *applier) words(op *amend.Operation, t target) ([]*corpus.Unit, Code) {
	if op.Kind == amend.Add && op.Old == "" {
		return a.attach(op, t)
	}
	old, is := op.Old, paragraph(op.New)
	if op.Object == amend.Signs {
		old, is = signOf(old), signOf(is)
		if op.Kind != amend.Add {
			return a.sign(op, t, old, is)
		}
		if op.Old != old { // «после слова …» names words, not a sign
			old = op.Old
		}
	}
	if strings.TrimSpace(old) == "" {
		return nil, NoWords
	}
	hs := a.hits(t, old)
	switch {
	case len(hs) == 0:
		return nil, NoWords
	case len(hs) > 1 && !op.Everywhere && !a.options.Every:
		return nil, SeveralWords
	}
	cs := make([]change, len(hs))
	for i, h := range hs {
		c := change{slot: h.slot, match: h.match}
		text := a.text(h.slot)
		switch {
		case op.Kind == amend.Remove:
		case op.Kind != amend.Add:
			c.is = fitCase(h.match, old, is)
		case op.Side == amend.Before:
			c.is = fitCase(h.match, old, is)
			if c.hi = c.lo; !strings.ContainsRune("-«\"“„(", lastRune(c.is)) {
				c.is += " "
			}
			if h.other && unicode.IsUpper(firstLetter(text[h.lo:])) {
				was := text[h.lo:h.hi]
				c.hi, c.is = h.hi, c.is+fitCase(h.match, was, was)
			}
		default:
			c.lo = c.hi
			c.is = spaced(is)
		}
		cs[i] = c
	}
	return a.rewrite(cs), ""
}

// paragraph writes words that stand in several lines of the draft as one.
func paragraph(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// spaced puts a space before words that go behind others, but not before a
// comma or a hyphen.
func spaced(is string) string {
	if strings.ContainsRune(",;:.)-", firstRune(is)) {
		return is
	}
	return " " + is
}

// attach adds words to the end of a target, before the sign that closes it, or
// to its beginning.
func (a *applier) attach(op *amend.Operation, t target) ([]*corpus.Unit, Code) {
	texts, heading := a.slots(t)
	if t.part == amend.PartHeading {
		texts = heading
	}
	if len(texts) == 0 {
		return nil, NoWords
	}
	is := paragraph(op.New)
	if op.Object == amend.Signs {
		is = signOf(is)
	}
	if op.Side == amend.Start {
		s := texts[0]
		a.put(s, is+" "+a.text(s))
		return []*corpus.Unit{s.unit}, ""
	}
	s := texts[len(texts)-1]
	text := a.text(s)
	stem, sign := closing(text)
	if op.Object == amend.Signs || strings.ContainsRune(".;", lastRune(is)) {
		sign = "" // the new words bring their own
	}
	if t.part == amend.PartSentence {
		if all := sentences(text); t.nth > 0 && t.nth < len(all) {
			end := all[t.nth-1].hi
			stem, sign = closing(text[:end])
			a.put(s, stem+spaced(is)+sign+text[end:])
			return []*corpus.Unit{s.unit}, ""
		}
	}
	a.put(s, stem+spaced(is)+sign)
	return []*corpus.Unit{s.unit}, ""
}

// closing splits a text before the sign that closes it.
func closing(s string) (stem, sign string) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	if r, n := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".;:,", r) {
		return s[:len(s)-n], s[len(s)-n:]
	}
	return s, ""
}

// signs are the names of signs without their endings, longer ones before their
// beginnings.
var signs = []struct{ words, sign string }{
	{"точк с запят", ";"}, {"двоеточи", ":"}, {"многоточи", "…"}, {"точк", "."}, {"запят", ","}, {"тире", " –"}, {"союз", ""},
	{"нүктелі үтір", ";"}, {"қос нүкте", ":"}, {"нүкте", "."}, {"үтір", ","}, {"сызықша", " –"},
}

// signOf is the sign that words name: «точкой с запятой» is «;». A sign, and
// whatever names none, stays.
func signOf(s string) string {
	fields := strings.Fields(strings.ToLower(s))
	for _, n := range signs {
		names := strings.Fields(n.words)
		if len(fields) != len(names) {
			continue
		}
		ok := true
		for i, name := range names {
			ok = ok && strings.HasPrefix(fields[i], name)
		}
		if ok {
			return n.sign
		}
	}
	return strings.Trim(s, "«»\"“”„")
}

// sign replaces or removes a sign: the one that closes the target, or else the
// only one of its kind.
func (a *applier) sign(op *amend.Operation, t target, old, is string) ([]*corpus.Unit, Code) {
	texts, heading := a.slots(t)
	if len(texts) == 0 {
		texts = heading
	}
	if op.Kind == amend.Remove {
		is = ""
	}
	if len(texts) == 0 || old == "" {
		return nil, NoWords
	}
	last := texts[len(texts)-1]
	text := strings.TrimRightFunc(a.text(last), unicode.IsSpace)
	if stem, ok := strings.CutSuffix(text, old); ok {
		a.put(last, stem+is)
		return []*corpus.Unit{last.unit}, ""
	}
	if strings.HasSuffix(text, is) && is != "" && !strings.Contains(strings.TrimSuffix(text, is), old) {
		return nil, Exists
	}
	var cs []change
	for _, s := range texts {
		text := a.text(s)
		for at := 0; ; {
			i := strings.Index(text[at:], old)
			if i < 0 {
				break
			}
			cs = append(cs, change{slot: s, match: match{lo: at + i, hi: at + i + len(old)}, is: is})
			at += i + len(old)
		}
	}
	switch {
	case len(cs) == 0:
		return nil, NoWords
	case len(cs) > 1 && !op.Everywhere:
		return nil, SeveralWords
	}
	return a.rewrite(cs), ""
}

// sentences adds, restates or removes sentences of a target.
func (a *applier) sentence(op *amend.Operation, t target) ([]*corpus.Unit, Code) {
	texts, _ := a.slots(t)
	if len(texts) == 0 {
		return nil, NoUnit
	}
	is := strings.ReplaceAll(strings.TrimSpace(op.New), "\n", " ")
	if op.Kind == amend.Add {
		if is == "" {
			return nil, NoWords
		}
		s := texts[len(texts)-1]
		if n := firstNumber(op.Nums); n > 0 {
			var at hit
			if count := a.countSentences(texts); n <= count {
				at = a.nthSentence(texts, n)
				text := a.text(at.slot)
				a.put(at.slot, text[:at.lo]+is+" "+text[at.lo:])
				return []*corpus.Unit{at.slot.unit}, ""
			} else if n > count+1 {
				return nil, NoUnit
			}
		}
		if op.Side == amend.Start {
			s = texts[0]
			a.put(s, is+" "+a.text(s))
			return []*corpus.Unit{s.unit}, ""
		}
		text := strings.TrimRightFunc(a.text(s), unicode.IsSpace)
		if stem, sign := closing(text); sign == ";" || sign == "," { // an item of a list goes on
			text = stem + "."
			if _, own := closing(is); own == "" || own == "." {
				is = strings.TrimSuffix(is, ".") + sign
			}
		}
		a.put(s, text+" "+is)
		return []*corpus.Unit{s.unit}, ""
	}
	n := t.nth
	if n < 0 {
		n = a.countSentences(texts)
	}
	at := a.nthSentence(texts, n)
	switch {
	case at.slot.unit == nil:
		return nil, NoUnit
	case op.Kind == amend.Remove || op.Kind == amend.Repeal:
		is = ""
	case is == "":
		return nil, NoWords
	}
	text := a.text(at.slot)
	is = strings.TrimSpace(tidy(text[:at.lo], is, text[at.hi:]))
	a.put(at.slot, is)
	unit := at.slot.unit
	if is == "" && unit.Kind == corpus.KindPassage && len(unit.Units) == 0 {
		unit = a.above[unit]
		a.take(at.slot.unit)
	}
	return []*corpus.Unit{unit}, ""
}

func (a *applier) countSentences(slots []slot) int {
	n := 0
	for _, s := range slots {
		n += len(sentences(a.text(s)))
	}
	return n
}

// nthSentence finds a sentence, counted from 1 through the texts.
func (a *applier) nthSentence(slots []slot, n int) hit {
	for _, s := range slots {
		all := sentences(a.text(s))
		if 0 < n && n <= len(all) {
			return hit{s, all[n-1]}
		}
		n -= len(all)
	}
	return hit{}
}

// inSentence keeps the hits in the sentence that a target means.
func (a *applier) inSentence(t target, hs []hit) []hit {
	whole := t
	whole.part = ""
	texts, _ := a.slots(whole)
	n := t.nth
	if n < 0 {
		n = a.countSentences(texts)
	}
	at := a.nthSentence(texts, n)
	var out []hit
	for _, h := range hs {
		if h.slot == at.slot && at.lo <= h.lo && h.hi <= at.hi {
			out = append(out, h)
		}
	}
	return out
}

// heading restates, adds or removes the heading of a target.
func (a *applier) heading(op *amend.Operation, t target) ([]*corpus.Unit, Code) {
	slots := a.headings(t.unit)
	is := strings.Join(strings.Fields(op.New), " ")
	if op.Kind == amend.Remove {
		is = ""
	}
	if len(slots) == 0 {
		if op.Kind == amend.Remove || t.unit == a.root {
			return nil, NoUnit
		}
		slots = []slot{{unit: t.unit, title: true}}
	}
	u := slots[0].unit
	if u.Label != "" {
		if rest, ok := cutLabel(is, u); ok {
			is = rest
		}
	}
	if is == "" && op.Kind != amend.Remove {
		return nil, NoWords
	}
	a.put(slots[0], is)
	return []*corpus.Unit{u}, ""
}

// cutLabel takes the label of a unit from the beginning of a text: «Статья 5.».
func cutLabel(s string, u *corpus.Unit) (string, bool) {
	f, label := fold(s), fold(strings.TrimRight(u.Label, ". \u00a0"))
	if len(label.runes) == 0 || len(f.runes) < len(label.runes) || !f.begins(0, label) {
		return s, false
	}
	rest := s[f.at[len(label.runes)]:]
	if r := firstRune(rest); unicode.IsDigit(r) || r == '-' {
		return s, false
	}
	return strings.TrimLeft(rest, ". \u00a0)"), true
}
