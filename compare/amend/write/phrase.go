package write

import (
	"strconv"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
)

// phrase puts one operation into words. levels are those that its lead-ins have
// not named.
func (t *Template) phrase(s *step, levels []amend.Level) string {
	op := &s.Operation
	heading := op.Object == amend.Headings || op.Where[0].Part == amend.PartHeading
	at := func(c int) string {
		if !heading {
			return t.place(levels, c)
		}
		return t.headingOf(levels, c)
	}
	what := at(accusative)
	in := at(locative)
	if t.Language == "kk" {
		what, in = at(nominative), at(within)
	} else if in != "" {
		in = t.inside(in)
	}
	switch {
	case op.Kind == amend.Restate:
		return put(t.Restate, "what", what)
	case op.Kind == amend.Renumber:
		phrase := t.Renumber
		if len(op.Nums) > 1 || strings.Contains(op.Nums[0], "–") {
			phrase = t.RenumberMany
		}
		form := instrumental
		if t.Language == "kk" { // «8-тармақ болып есептелсін»
			form = nominative
		}
		return put(phrase, "what", what, "as", t.named(levels[len(levels)-1].Kind, op.Nums, form))
	case (op.Object == amend.Units || op.Object == amend.Rows) && op.Kind == amend.Add:
		return put(t.Add, "what", what, "with", t.added(s))
	case op.Object == amend.Units || op.Object == amend.Rows:
		return put(t.Remove, "what", what)
	case op.Object == amend.Sentences && op.Kind == amend.Add:
		with := t.Sentence[0]
		if len(op.Nums) > 0 {
			n := atoi(op.Nums[0])
			if t.Language == "kk" {
				with = t.ordinal(n, false, nominative) + " " + with
			} else {
				with += " " + t.ordinal(n, false, instrumental)
			}
		}
		return put(t.AddSentence, "what", what, "with", with, "new", op.New)
	case op.Object == amend.Sentences:
		return put(t.RemoveSentence, "in", in, "which", t.neuter(op.Where[0].Sentence))
	case op.Object == amend.Signs:
		return put(t.ReplaceSigns, "in", in, "old", t.sign(op.Old, 0), "new", t.sign(op.New, 1))
	}
	words := t.Words
	if op.Object == amend.Figures {
		words = t.Figures
	}
	byOld := words[2]
	if len(words) > 3 { // «сөздердің алдынан»
		byOld = words[3]
	}
	pairs := []string{"what", what, "in", in, "words", words[0][many(op.Old)], "ofWords", words[1][many(op.Old)], "byOld", byOld[many(op.Old)],
		"byWords", words[2][many(op.New)], "old", op.Old, "new", op.New}
	switch {
	case op.Everywhere && op.Cases:
		return put(t.ReplaceCases, pairs...)
	case op.Kind == amend.Replace:
		return put(t.ReplaceWords, pairs...)
	case op.Kind == amend.Remove:
		return put(t.RemoveWords, pairs...)
	case op.Side == amend.After:
		return put(t.AfterWords, pairs...)
	case op.Side == amend.Before:
		return put(t.BeforeWords, pairs...)
	}
	return put(t.EndWords, pairs...)
}

// inside puts «в» before a place.
func (t *Template) inside(place string) string {
	return strings.TrimSuffix(put(t.Into, "place", place), ":")
}

// into is the lead-in to what is done within a place: «в статье 5:».
func (t *Template) into(levels []amend.Level) string {
	if len(levels) == 0 {
		return ""
	}
	return put(t.Into, "place", t.place(levels, locative))
}

// headingOf names the heading of a place.
func (t *Template) headingOf(levels []amend.Level, c int) string {
	word := t.Heading[min(c, len(t.Heading)-1)]
	if t.Language == "kk" {
		forms := map[int]int{nominative: 0, accusative: 0, genitive: 1, locative: 2, within: 3}
		k := forms[c]
		if len(levels) > 0 {
			return t.place(levels, genitive) + " " + t.Heading[4+k]
		}
		return t.Heading[k]
	}
	return strings.TrimSpace(word + " " + t.place(levels, genitive))
}

// added names what is added: «статьей 5-1», «подпунктами 4) и 5)», «частью
// второй».
func (t *Template) added(s *step) string {
	kind := s.Units[0].Kind
	switch {
	case s.parts && kind == corpus.KindPassage:
		kind = corpus.KindPart
		return t.counted(kind, s.Nums)
	case kind == corpus.KindPassage:
	default:
		kind = t.called(kind, s.Where[0].Levels, s.Units[0])
	}
	return t.named(kind, s.Nums, instrumental)
}

// counted is named for parts, which are numbered in words whatever the act
// calls its clauses.
func (t *Template) counted(kind corpus.Kind, nums []string) string {
	plain := *t
	plain.partsNumbered = false
	return plain.named(kind, nums, instrumental)
}

// called is the kind by whose noun a new unit goes where it is added.
func (t *Template) called(kind corpus.Kind, above []amend.Level, u *corpus.Unit) corpus.Kind {
	inArticle := len(above) > 0 && above[len(above)-1].Kind == corpus.KindArticle
	inPart := len(above) > 0 && above[len(above)-1].Kind == corpus.KindPart
	switch {
	case kind == corpus.KindClause && t.partsNumbered && inArticle:
		return corpus.KindPart
	case kind == corpus.KindSubclause && t.clauses && (inArticle || inPart):
		return corpus.KindClause
	case kind == corpus.KindItem && t.clauses && (inArticle || inPart):
		return corpus.KindClause
	case kind == corpus.KindItem && t.federal:
		return corpus.KindSubclause
	}
	return kind
}

// ranges draws long runs of whole numbers together: «16–61».
func ranges(nums []string) []string {
	var out []string
	for i := 0; i < len(nums); {
		j := i
		for j+1 < len(nums) && atoi(nums[j]) > 0 && atoi(nums[j+1]) == atoi(nums[j])+1 && itoa(atoi(nums[j])) == nums[j] {
			j++
		}
		if j-i+1 < longRun {
			out = append(out, nums[i])
			i++
			continue
		}
		out = append(out, nums[i]+"–"+nums[j])
		i = j + 1
	}
	return out
}

// sign is the name of a sign, 0 what, 1 by what.
func (t *Template) sign(s string, form int) string {
	if names := t.Signs[s]; form < len(names) {
		return names[form]
	}
	return "«" + s + "»"
}

// neuter is an ordinal of «предложение».
func (t *Template) neuter(n int) string {
	if t.Language == "kk" {
		return t.ordinal(n, false, nominative)
	}
	word := t.ordinal(n, true, nominative) // вторая → второе
	rs := []rune(word)
	if strings.HasSuffix(word, "ья") {
		return string(rs[:len(rs)-1]) + "е"
	}
	return string(rs[:len(rs)-2]) + "ое"
}

// many is 1 for several words or digits, 0 for one.
func many(s string) int {
	if f := strings.Trim(s, ",.; "); len(strings.Fields(f)) > 1 || len(f) > 1 && strings.Trim(f, "0123456789") == "" {
		return 1
	}
	return 0
}

// atoi is the value of a whole number, 0 of all else.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
