package official

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// A Note is an explanatory note: why each provision is to be changed.
type Note struct {
	Name    string // of the file
	Reasons []Reason
}

// A Reason is what a note says of a provision.
type Reason struct {
	Lead string           // «По пункту 2 статьи 5», as printed
	Ref  corpus.Reference // the provision
	// Everywhere says that it is about words that change through the whole text:
	// «По всему тексту: …».
	Everywhere bool
	About      string // the act, as far as the note names one: «Закона «О советах»»
	Text       string
	Line       int // of the note, from 1
}

const (
	maxReasons = 5000
	maxReason  = 20000 // letters: an author's words, not a book
	maxLead    = 300
)

// ReadNote finds the paragraphs and the rows of tables that begin with the
// address of a provision: «По пункту 2 статьи 5: …», «В статье 7 …», «5-бап
// бойынша …». What else the note says is nobody's reason.
func ReadNote(src *corpus.Source) *Note {
	r := &noteReader{note: &Note{Name: src.Name}}
	for i, l := range src.Lines {
		if len(r.note.Reasons) >= maxReasons {
			break
		}
		if len(l.Cells) > 1 {
			r.row(l.Cells, i+1)
			continue
		}
		r.paragraph(l, i+1)
	}
	return r.note
}

type noteReader struct {
	note    *Note
	about   string // the act of the heading above
	open    bool   // the last reason may go on
	heading bool   // its address is a heading: all below is its reason
}

// paragraph reads a line of text.
func (r *noteReader) paragraph(l corpus.Line, line int) {
	text := strings.TrimSpace(l.Text)
	lead, about, rest, ok := cutLead(text)
	switch {
	case ok:
		r.add(lead, about, rest, line)
		r.open = rest == "" || goesOn(rest)
		r.heading = rest == "" && (l.Style.Heading > 0 || l.Style.Bold || l.Style.Centred)
	case namesAct(text) && (l.Style.Heading > 0 || l.Style.Bold || heads(text)):
		r.about, r.open = text, false
	case l.Style.Heading > 0:
		r.open, r.heading = false, false
	case r.open:
		last := &r.note.Reasons[len(r.note.Reasons)-1]
		last.Text = join(last.Text, text)
		r.open = r.heading || goesOn(text)
	}
}

// row reads a row of a table: a cell that is an address, and the last one, the
// reason.
func (r *noteReader) row(cells []corpus.Cell, line int) {
	r.open = false
	for i, c := range cells {
		text := strings.TrimSpace(c.Text)
		lead, about, rest, ok := cutLead(text)
		if !ok || strings.ContainsFunc(rest, unicode.IsLetter) && !strings.HasPrefix(rest, "(") {
			continue
		}
		for j := len(cells) - 1; j > i; j-- {
			if reason := strings.TrimSpace(cells[j].Text); reason != "" {
				r.add(lead, about, reason, line)
				break
			}
		}
		return
	}
	if text := strings.TrimSpace(cells[0].Text); namesAct(text) {
		r.about = text
	}
}

func (r *noteReader) add(lead, about, text string, line int) {
	everywhere := everywhereRe.MatchString(lead)
	ref, ok := corpus.ParseReference(lead)
	if !ok && !everywhere {
		return
	}
	ref.Rest = ""
	if about == "" {
		about = r.about
	}
	r.note.Reasons = append(r.note.Reasons, Reason{Lead: lead, Ref: ref, Everywhere: everywhere, About: about, Text: join("", text), Line: line})
}

func join(a, b string) string {
	if a != "" && b != "" {
		a += "\n"
	}
	s := a + b
	if len(s) > maxReason {
		s = strings.ToValidUTF8(s[:maxReason], "") + "…"
	}
	return s
}

// goesOn reports whether a list or a sentence is not at its end.
func goesOn(s string) bool {
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ",")
}

var (
	numbering = regexp.MustCompile(`^(?:[0-9]+(?:\.[0-9]+)*[.)]|[–—•-])\s+`)
	leadWords = regexp.MustCompile(`^(?i)(?:по|в|во|к|изменени\pL{0,2}|дополнени\pL{0,2}|исключени\pL{0,2}|поправк\pL{0,2}|внесени\pL{0,2}|нов\pL{2,3}|предлагаем\pL{2,3})\s+`)
	actWord   = regexp.MustCompile(`(?i)(?:^|\PL)(?:закон|кодекс|указ|постановлени|приказ|решени|правил|заң|жарлығ|қаулы|бұйры|шешім)\pL*`)
	// everywhereRe matches what is said of words that change through the whole text.
	everywhereRe = regexp.MustCompile(`^(?i)(?:всему\s+тексту|(?:бүкіл\s+|барлық\s+)?мәтін\pL*(?:\s+бүкіл|\s+бойына)?)`)
	quotedRe     = regexp.MustCompile(`[«"“„][^«"“„»”]{3,}`)
)

// cutLead takes the address from the beginning of a text, and the act that is
// named with it. rest is the text behind the sign that ends the lead; where a
// sentence goes on behind the address, all of it.
func cutLead(text string) (lead, about, rest string, ok bool) {
	s := text[len(numbering.FindString(text)):]
	at := len(text) - len(s)
	for {
		n := len(leadWords.FindString(s[at-(len(text)-len(s)):]))
		if n == 0 {
			break
		}
		at += n
	}
	end := max(addressEnd(text, at), at+len(everywhereRe.FindString(text[at:])))
	if end == at {
		return "", "", "", false
	}
	lead = strings.TrimSpace(text[at:end])
	behind := strings.TrimSpace(text[end:])
	if after, found := strings.CutPrefix(behind, "бойынша"); found {
		behind = strings.TrimSpace(after)
	}
	if behind == "" {
		return lead, "", "", true
	}
	for _, sign := range []string{":", "–", "—", "- ", "."} {
		if after, found := strings.CutPrefix(behind, sign); found {
			return lead, "", strings.TrimSpace(after), true
		}
	}
	// «По статье 5 Закона «О советах»: …»
	if i := strings.IndexByte(behind, ':'); i > 0 && i < maxLead && (namesAct(behind[:i]) || ofDraft(behind[:i])) && !strings.Contains(behind[:i], ". ") {
		return lead, behind[:i], strings.TrimSpace(behind[i+1:]), true
	}
	return lead, "", text, true
}

// addressEnd is where the words and numbers of an address end that begins at a
// place of a text; the place itself if none does.
func addressEnd(text string, at int) int {
	end, numbers, levels := at, 0, 0
	for i := at; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || r == ',' {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if unicode.IsSpace(r) || strings.ContainsRune(",:;", r) {
				break
			}
			j += n
		}
		word := strings.TrimRight(text[i:j], ".")
		switch {
		case isJoint(word):
		case isLevel(word) && word != "":
			levels++
			if startsWithDigit(word) {
				numbers++
			}
			end = i + len(word)
		case isNumber(word):
			numbers++
			end = i + len(word)
		case strings.HasPrefix(word, "(нов") || strings.HasPrefix(word, "(жаңа"):
			end = i + len(word)
		default:
			j = len(text)
		}
		if j < len(text) && strings.HasPrefix(text[i+len(word):], ".") && !isLevel(word) {
			break // the end of a sentence
		}
		i = j
	}
	if levels == 0 || numbers == 0 && !strings.HasPrefix(strings.ToLower(text[at:end]), "преамбул") {
		return at
	}
	if _, ok := corpus.ParseReference(text[at:end]); !ok {
		return at
	}
	return end
}

func isJoint(word string) bool {
	switch strings.ToLower(word) {
	case "и", "или", "және", "мен", "к", "–", "-", "—":
		return true
	}
	return false
}

// isLevel reports whether a word names a level of acts, with its number before
// it in Kazakh: «статье», «5-баптың».
func isLevel(word string) bool {
	if _, rest, ok := strings.Cut(word, "-"); ok && startsWithDigit(word) && rest != "" && !startsWithDigit(rest) {
		ref, ok := corpus.ParseReference(word)
		return ok && ref.Rest == ""
	}
	if word == "" || startsWithDigit(word) {
		return false
	}
	for _, whole := range []string{word + " 1", "1-" + word, word} {
		if ref, ok := corpus.ParseReference(whole); ok && ref.Rest == "" && len(ref.Steps) == 1 {
			return true
		}
	}
	return false
}

// isNumber reports whether a word is a number of a provision: «5-1», «4)»,
// «второй», «а)», «5-баптың» with its level.
func isNumber(word string) bool {
	if startsWithDigit(word) {
		return true
	}
	ref, ok := corpus.ParseReference("часть " + word)
	return ok && ref.Rest == "" && len(ref.Steps) == 1 && len(ref.Steps[0].Nums) == 1
}

func startsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// namesAct reports whether a text names an act by its title.
func namesAct(s string) bool {
	return len(s) < 2*maxLead*2 && actWord.MatchString(s) && quotedRe.MatchString(s)
}

// heads reports whether a text that names an act may be a heading: it is short
// and no sentence.
func heads(s string) bool {
	return len(s) < 2*maxLead && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";")
}

// ofDraft reports whether an address is one of the draft itself.
func ofDraft(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "проект") || strings.Contains(s, "жоба")
}
