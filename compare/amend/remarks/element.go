package remarks

import (
	"slices"
	"strings"
	"unicode"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// A Ref is one of the provisions that a row is about.
type Ref struct {
	corpus.Reference
	Heading bool // only its heading
	New     bool // it is said to be new
	Text    string
}

var (
	brackets = lazy.New(`\(([^()\d]{2,40})\)`)
	formerly = lazy.New(`(?i)\s*\((?:прежде|ранее|бывш\pL*|бұрынғы)\s+(.+)\)\s*$`)
	bareNum  = lazy.New(`^(?:№\s*)?\d{1,4}(?:[-.–]\d{1,3})*[.)]?$`)
	articleL = lazy.New(`(?im)^[«"“\s\x{a0}]*(?:(статья|article)\s+(\d{1,4}(?:-\d{1,3}|[.]\d{1,3})*)|(\d{1,4}(?:-\d{1,3})*)-бап)(?:[.\s]|$)`)
	levels   = lazy.New(`(?i)(стать|пункт|част[ьи]|абзац|глав|раздел|параграф|приложени|преамбул|бап|бөлі|тарму|тармақ|тарау|қосымша|заголов|наименован|тақырып|ст\.|пп?\.|гл\.|ч\.|заңның)`)
)

// Refs reads what people write for the provisions of a row: «ст. 5 п. 2»,
// «Пункты 2 и 3 статьи 7», «Пункт 1 статьи 5: абзац первый; подпункты 1), 4-1)
// (новый)», a bare number under the heading «Статья». It returns none if there
// is no provision in the words.
func Refs(element, head string) []Ref {
	s := strings.Join(strings.Fields(strings.ReplaceAll(element, "\u00ad", "")), " ")
	if s == "" || len(s) > 2000 {
		return nil
	}
	if m := formerly.FindStringSubmatchIndex(s); m != nil { // «подпункт 6) (прежде подпункт 5) статьи 3)»
		now := Refs(s[:m[0]], head)
		for i := range now {
			now[i].New = true
		}
		return append(now, Refs(s[m[2]:m[3]], head)...)
	}
	if bareNum.MatchString(s) {
		noun := "статья "
		if h := foldHead(head); strings.HasPrefix(h, "пункт") || strings.HasPrefix(h, "тармақ") {
			noun = "пункт "
		}
		if r, ok := corpus.ParseReference(noun + strings.Trim(s, "№ .)")); ok {
			return []Ref{{Reference: r, Text: s}}
		}
	}
	lead, list, ok := strings.Cut(s, ":")
	if ok && strings.TrimSpace(list) != "" {
		if context, ok := corpus.ParseReference(clean(lead)); ok {
			var refs []Ref
			for _, part := range splitList(list) {
				if r, ok := refIn(part, &context); ok {
					refs = append(refs, r)
				}
			}
			if len(refs) > 0 {
				return refs
			}
		}
	}
	var refs []Ref
	parts := splitList(s)
	for i, part := range parts {
		if r, ok := refIn(part, nil); ok {
			// «подпункт 1); подпункт 2) пункта 3 статьи 5»: the last one says where
			if i+1 < len(parts) && !topmost(r) {
				if last, ok := refIn(parts[len(parts)-1], nil); ok && topmost(last) && above(last.Reference, r.Reference) != nil {
					r.Steps, r.Address = append(above(last.Reference, r.Reference), r.Steps...), ""
				}
			} else if i > 0 && !topmost(r) && len(refs) > 0 && topmost(refs[0]) {
				if up := above(refs[0].Reference, r.Reference); up != nil {
					r.Steps, r.Address = append(up, r.Steps...), ""
				}
			}
			refs = append(refs, r)
		}
	}
	return refs
}

// topmost reports whether a reference can be resolved alone: it names an
// article, or what stands above one.
func topmost(r Ref) bool {
	return len(r.Steps) > 0 && r.Steps[0].Kind <= corpus.KindArticle && r.Steps[0].Kind != corpus.KindPart
}

// above returns the steps of a reference that stand above those of another.
func above(of, below corpus.Reference) []corpus.Step {
	var up []corpus.Step
	for _, st := range of.Steps {
		if len(below.Steps) > 0 && st.Kind < below.Steps[0].Kind {
			up = append(up, st)
		}
	}
	return up
}

// splitList parts a list of provisions at semicolons, and at commas and «и»
// between whole provisions.
func splitList(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" && len(out) < 200 {
			out = append(out, splitNew(part)...)
		}
	}
	return out
}

// singular are the words of several that name one number of a list.
var singular = map[string]string{"пункты": "пункт", "подпункты": "подпункт", "части": "часть", "абзацы": "абзац", "статьи": "статья", "главы": "глава"}

// splitNew tells apart what is new in a list of numbers: «подпункты 5), 6), 4-1)
// (новый)» is 5) and 6), and 4-1), which is new.
func splitNew(s string) []string {
	all := brackets.FindAllStringIndex(s, -1)
	if len(all) == 0 || strings.Count(s, ",") == 0 {
		return []string{s}
	}
	noun := ""
	if w, _, _ := strings.Cut(s, " "); levels.MatchString(w) {
		noun = w
		if one := singular[words.Fold(w)]; one != "" { // «подпункты 1-1)» would be a range
			noun = one
		}
	}
	if noun == "" {
		return []string{s}
	}
	var out []string
	tail := ""
	if lastEnd := all[len(all)-1][1]; strings.TrimSpace(s[lastEnd:]) != "" && !strings.HasPrefix(strings.TrimSpace(s[lastEnd:]), ",") {
		tail = s[lastEnd:]
	}
	for item := range strings.SplitSeq(strings.TrimSuffix(s, tail), ",") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		if first, rest, _ := strings.Cut(item, " "); singular[words.Fold(first)] != "" {
			item = noun + " " + rest
		} else if !levels.MatchString(item) {
			item = noun + " " + item
		}
		out = append(out, item+" "+tail)
	}
	return out
}

// clean leaves out of what people write what is no address.
func clean(s string) string {
	s = brackets.ReplaceAllString(s, " ")
	f := strings.ToLower(s)
	for _, w := range []string{"наименование", "заголовок", "тақырыбы"} {
		if i := strings.Index(f, w); i >= 0 && len(f) == len(s) {
			s = s[:i] + " " + s[i+len(w):]
			f = strings.ToLower(s)
		}
	}
	return strings.Join(strings.Fields(s), " ")
}

// refIn reads one provision, below a context if there is one.
func refIn(s string, context *corpus.Reference) (Ref, bool) {
	f := words.Fold(s)
	r := Ref{Text: s,
		Heading: strings.Contains(f, "заголов") || strings.Contains(f, "наименование") || strings.Contains(f, "тақырыбы"),
		New:     strings.Contains(f, "(нов") || strings.Contains(f, "(жаңа")}
	c := clean(s)
	ref, ok := corpus.ParseReference(c)
	if context != nil {
		if !ok {
			if !r.Heading {
				return r, false
			}
			r.Reference = corpus.Reference{Steps: context.Steps, Rest: context.Rest}
			return r, true
		}
		if len(ref.Steps) > 0 && !topmost(Ref{Reference: ref}) {
			ref.Steps = append(slices.Clone(context.Steps), ref.Steps...)
			ref.Address = ""
		}
	}
	if !ok {
		// A remark or a title with a number in it is none.
		if !r.Heading {
			return r, false
		}
		return r, true
	}
	r.Reference = ref
	r.Heading = r.Heading && len(ref.Steps) > 0
	return r, true
}

// namesElement reports whether a text begins with the heading of an article:
// a row of such a text is no rest of the row above.
func namesElement(s string) bool {
	loc := articleL.FindStringIndex(s)
	return loc != nil && strings.TrimFunc(s[:loc[0]], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("«\"“…<>[].", r) }) == ""
}

// quoted reads the articles whose headings stand in a text, for rows whose
// element is not written.
func quoted(texts ...string) []Ref {
	for _, s := range texts {
		var refs []Ref
		for _, m := range articleL.FindAllStringSubmatch(s, 50) {
			num := m[2] + m[3]
			if r, ok := corpus.ParseReference("статья " + num); ok && !slices.ContainsFunc(refs, func(x Ref) bool { return slices.Equal(x.Steps[0].Nums, r.Steps[0].Nums) }) {
				refs = append(refs, Ref{Reference: r, Text: strings.TrimSpace(m[0])})
			}
		}
		if len(refs) > 0 {
			return refs[:1]
		}
	}
	return nil
}

// Refs returns the provisions that a row is about.
func (t *Table) Refs(r *Row) []Ref {
	head := ""
	if i := slices.Index(t.Roles, Element); i >= 0 {
		head = t.Heads[i]
	}
	element := r.element(t.At(r, Element))
	if refs := Refs(element, head); len(refs) > 0 {
		if !topmost(refs[0]) {
			if q := quoted(t.At(r, Before), t.At(r, After)); len(q) == 1 {
				for i := range refs {
					if !topmost(refs[i]) && len(refs[i].Steps) > 0 {
						refs[i].Steps, refs[i].Address = append(slices.Clone(q[0].Steps), refs[i].Steps...), ""
					}
				}
			}
		}
		return refs
	}
	return quoted(t.At(r, Before), t.At(r, After))
}
