package query

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// A lexeme is a token of the language.
type lexeme struct {
	kind   lexKind
	text   string // as written; of a phrase what stands between the quotes
	offset int    // of the text
	end    int    // of operators and filters
	filter *Filter
}

type lexKind uint8

const (
	lexEnd lexKind = iota
	lexWord
	lexPhrase
	lexRef
	// The operators.
	lexNear // /5 +5
	lexSame // /с /п /ст
	lexAnd
	lexOr
	lexNot
	lexAtLeast
	lexOpen
	lexClose
	lexField
)

// maxLength and maxDepth bound what is read as a query, in bytes and in
// brackets.
const (
	maxLength = 1 << 16
	maxDepth  = 100
)

// closing returns the quotation marks that may close one.
var closing = map[rune]string{'"': `"`, '«': "»", '“': "”“\"", '„': "“”\"", '”': "”"}

// lex cuts a query into lexemes, the last of which is lexEnd. Filters are
// looked for only if fields says so.
func lex(text string, fields bool) ([]lexeme, error) {
	var ls []lexeme
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if fields {
			if l, ok := field(text, i); ok {
				ls = append(ls, l)
				i = l.end
				continue
			}
		}
		switch {
		case unicode.IsSpace(r):
			i += n
		case r == '(':
			ls = append(ls, lexeme{kind: lexOpen, text: "(", offset: i})
			i += n
		case r == ')':
			ls = append(ls, lexeme{kind: lexClose, text: ")", offset: i})
			i += n
		case closing[r] != "":
			end := strings.IndexAny(text[i+n:], closing[r])
			if end < 0 {
				return nil, &SyntaxError{Offset: i, Code: "unclosed-quote", Args: []string{string(r)}}
			}
			ls = append(ls, lexeme{kind: lexPhrase, text: text[i+n : i+n+end], offset: i + n})
			_, m := utf8.DecodeRuneInString(text[i+n+end:])
			i += n + end + m
			ls[len(ls)-1].end = i
		default:
			end := i + strings.IndexFunc(text[i:]+" ", ends)
			if end == i { // a stray closing quote
				i += n
				continue
			}
			if l := (lexeme{kind: lexWord, text: text[i:end], offset: i, end: end}); !isMark(l.text) {
				if err := l.classify(text); err != nil {
					return nil, err
				}
				ls = append(ls, l)
			}
			i = end
		}
	}
	ls = append(joinNumbers(text, ls), lexeme{kind: lexEnd, offset: len(text)})
	return ls, amiss(ls)
}

// isPattern tells a regular expression.
func isPattern(text string) bool {
	return strings.HasPrefix(strings.TrimLeftFunc(text, unicode.IsSpace), "re:")
}

// parser reads the lexemes from left to right; each method reads what binds at
// its level and leaves the rest.
type parser struct {
	search  bool
	resolve Resolver
	ls      []lexeme
	depth   int // of brackets
	read    int // lexemes that were read
}

func (p *parser) parse(text string) (*Query, error) {
	if len(text) > maxLength {
		return nil, &SyntaxError{Offset: maxLength, Code: "too-long", Args: []string{strconv.Itoa(maxLength)}}
	}
	if rest, ok := strings.CutPrefix(strings.TrimLeftFunc(text, unicode.IsSpace), "re:"); ok {
		if rest == "" {
			return nil, &SyntaxError{Offset: len(text), Code: "empty"}
		}
		re, bounds, err := compile(rest)
		if err != nil {
			return nil, &SyntaxError{Offset: len(text) - len(rest), Code: "bad-regexp", Args: []string{err.Error()}, Err: err}
		}
		return &Query{root: &pattern{re, rest, bounds}, Operators: true}, nil
	}
	q := &Query{}
	if p.search {
		var err error
		if text, q.Filters, err = Cut(text); err != nil {
			return nil, err
		}
		if t := strings.TrimRightFunc(text, unicode.IsSpace); strings.HasSuffix(t, "?") {
			q.Question = true
			text = strings.TrimRight(t, "?")
		}
	}
	var err error
	if p.ls, err = lex(text, false); err != nil {
		return nil, err
	}
	for _, l := range p.ls {
		q.Operators = q.Operators || lexNear <= l.kind && l.kind <= lexAtLeast
	}
	if p.peek().kind == lexEnd {
		if len(q.Filters) > 0 {
			return nil, &SyntaxError{Offset: len(text), Code: "only-filters"}
		}
		return nil, &SyntaxError{Code: "empty"}
	}
	if q.root, err = p.and(); err != nil {
		return nil, err
	}
	if l := p.peek(); l.kind != lexEnd {
		return nil, &SyntaxError{Offset: l.offset, Code: "unopened-bracket"}
	}
	return q, nil
}

// scope is that of the operators which look at more than one place.
func (p *parser) scope() Scope {
	if p.search {
		return ScopeText
	}
	return ScopeClause
}

func (p *parser) peek() lexeme { return p.ls[0] }

func (p *parser) next() lexeme {
	l := p.ls[0]
	if l.kind != lexEnd {
		p.ls = p.ls[1:]
		p.read++
	}
	return l
}

// and reads operands of И and НЕ, and in a search words side by side.
func (p *parser) and() (node, error) {
	a := &and{scope: p.scope()}
	start := p.peek().offset
	for first := true; ; first = false {
		op := p.peek()
		not := false
		switch op.kind {
		case lexEnd, lexClose:
			if len(a.all) == 0 && len(a.not) > 0 {
				return nil, &SyntaxError{Offset: start, Code: "only-negative"}
			}
			if len(a.all) == 1 && len(a.not) == 0 {
				return a.all[0], nil
			}
			if len(a.all) == 0 {
				return nil, &SyntaxError{Offset: op.offset, Code: "missing-operand", Args: []string{op.text}}
			}
			return a, nil
		case lexAnd:
			if first {
				return nil, &SyntaxError{Offset: op.offset, Code: "missing-operand", Args: []string{op.text}}
			}
			p.next()
			if p.peek().kind == lexNot {
				p.next()
				not = true
			}
		case lexNot:
			p.next()
			not = true
		}
		n, err := p.near(op)
		if err != nil {
			return nil, err
		}
		if not {
			a.not = append(a.not, n)
		} else if b, ok := n.(*and); ok && b.scope == a.scope && len(b.not) == 0 {
			a.all = append(a.all, b.all...)
		} else {
			a.all = append(a.all, n)
		}
	}
}

// near reads operands of /n, +n, /с, /п, /ст.
func (p *parser) near(before lexeme) (node, error) {
	at := p.peek().offset
	a, err := p.or(before)
	if err != nil {
		return nil, err
	}
	for {
		op := p.peek()
		if op.kind != lexNear && op.kind != lexSame {
			return a, nil
		}
		p.next()
		if farther(a) {
			return nil, &SyntaxError{Offset: at, Code: "and-in-nearness", Args: []string{op.text}}
		}
		at = p.peek().offset
		b, err := p.or(op)
		if err != nil {
			return nil, err
		}
		if farther(b) {
			return nil, &SyntaxError{Offset: at, Code: "and-in-nearness", Args: []string{op.text}}
		}
		if op.kind == lexSame {
			a = &same{a, b, scopes[canonical(op.text)]}
			continue
		}
		n, _ := distance(op.text)
		a = &near{a, b, n, op.text[0] == '+'}
	}
}

// farther reports whether an operand looks beyond the place of its words.
func farther(n node) bool {
	switch n := n.(type) {
	case *and, *atLeast:
		return true
	case *or:
		for _, m := range n.any {
			if farther(m) {
				return true
			}
		}
	}
	return false
}

// or reads operands of ИЛИ.
func (p *parser) or(before lexeme) (node, error) {
	a, err := p.operand(before)
	if err != nil || p.peek().kind != lexOr {
		return a, err
	}
	o := &or{}
	for {
		if b, ok := a.(*or); ok {
			o.any = append(o.any, b.any...)
		} else {
			o.any = append(o.any, a)
		}
		op := p.peek()
		if op.kind != lexOr {
			return o, nil
		}
		p.next()
		if a, err = p.operand(op); err != nil {
			return nil, err
		}
	}
}

// operand reads a word, a phrase, a reference or brackets; in a pattern, words
// side by side.
func (p *parser) operand(before lexeme) (node, error) {
	l := p.next()
	switch l.kind {
	case lexOpen:
		if p.depth++; p.depth > maxDepth {
			return nil, &SyntaxError{Offset: l.offset, Code: "too-deep", Args: []string{strconv.Itoa(maxDepth)}}
		}
		n, err := p.and()
		p.depth--
		if err != nil {
			return nil, err
		}
		if p.peek().kind != lexClose {
			return nil, &SyntaxError{Offset: l.offset, Code: "unclosed-bracket"}
		}
		p.next()
		return n, nil
	case lexAtLeast:
		n, _ := times(l.text)
		in, err := p.operand(l)
		if err != nil {
			return nil, err
		}
		return &atLeast{in, n, p.scope()}, nil
	case lexPhrase:
		return p.phrase(l)
	case lexRef:
		return p.ref(l)
	case lexWord:
		ws, err := wordsOf(l)
		if err != nil {
			return nil, err
		}
		for !p.search && p.peek().kind == lexWord {
			more, err := wordsOf(p.next())
			if err != nil {
				return nil, err
			}
			ws = append(ws, more...)
		}
		if len(ws) == 1 {
			ws[0].place = p.read
			return ws[0], nil
		}
		return &phrase{ws}, nil
	}
	if l.kind == lexEnd || l.kind == lexClose {
		return nil, &SyntaxError{Offset: before.offset, Code: "missing-operand", Args: []string{before.text}}
	}
	return nil, &SyntaxError{Offset: l.offset, Code: "missing-operand", Args: []string{l.text}}
}

func (p *parser) ref(l lexeme) (node, error) {
	code := "no-set"
	if l.text[0] == '#' {
		code = "no-category"
	}
	fail := &SyntaxError{Offset: l.offset, Code: code, Args: []string{l.text[1:]}}
	if p.resolve == nil {
		return nil, fail
	}
	q, err := p.resolve(l.text)
	if err != nil {
		// A fault inside what the name stands for is told as it is.
		var inner *SyntaxError
		if errors.As(err, &inner) {
			return nil, err
		}
		fail.Err = err
		return nil, fail
	}
	if q == nil || q.root == nil {
		return nil, fail
	}
	return &ref{l.text, q.root}, nil
}

// phrase reads what stands between quotes.
func (p *parser) phrase(l lexeme) (node, error) {
	var fields []lexeme
	at := 0
	for f := range strings.FieldsSeq(l.text) {
		at += strings.Index(l.text[at:], f)
		// Punctuation between words of a quoted phrase is not looked for.
		if hasWord(f) {
			fields = append(fields, lexeme{kind: lexWord, text: f, offset: at, end: at + len(f)})
		}
		at += len(f)
	}
	var ws []*word
	for _, f := range joinNumbers(l.text, fields) {
		f.offset += l.offset
		more, err := wordsOf(f)
		if err != nil {
			return nil, err
		}
		ws = append(ws, more...)
	}
	switch len(ws) {
	case 0:
		return nil, &SyntaxError{Offset: l.offset, Code: "bad-word", Args: []string{l.text}}
	case 1:
		return ws[0], nil
	}
	return &phrase{ws}, nil
}

func hasWord(s string) bool {
	return strings.ContainsFunc(words.Fold(s), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// wordsOf reads a run without spaces: a word, or several that are glued.
func wordsOf(l lexeme) ([]*word, error) {
	if w, err := fuzzy(l); w != nil || err != nil {
		return []*word{w}, err
	}
	kind, text := byStem, l.text
	if rest, ok := strings.CutPrefix(text, "="); ok {
		kind, text = byForm, rest
	}
	if !hasWord(text) {
		return nil, &SyntaxError{Offset: l.offset, Code: "bad-word", Args: []string{l.text}}
	}
	if strings.ContainsAny(text, "*?") { // which look at the written form anyhow
		if f := wildcardForm(text); f != "" {
			return []*word{newWord(byWildcard, f)}, nil
		}
	}
	if form, ok := words.Number(text); ok && kind == byStem {
		return []*word{newWord(kind, form)}, nil
	}
	var ws []*word
	for _, w := range whole(text) {
		n := newWord(kind, w.Form)
		n.typed = text[w.Lo:w.Hi]
		ws = append(ws, n)
	}
	if len(ws) == 0 {
		return nil, &SyntaxError{Offset: l.offset, Code: "bad-word", Args: []string{l.text}}
	}
	return ws, nil
}

// whole returns the forms of the words of a text, of compounds only the whole.
// An apostrophe may look like a letter, but is no word by itself.
func whole(text string) []words.Word {
	var out []words.Word
	for _, w := range words.Split(text, "ru") {
		if w.Part == 0 && hasWord(w.Form) {
			out = append(out, w)
		}
	}
	return out
}

// wildcardForm folds a word with wildcards, less the punctuation around it.
func wildcardForm(text string) string {
	text = strings.TrimFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' && r != '?'
	})
	// Each stretch between wildcards is folded by itself.
	var b strings.Builder
	for len(text) > 0 {
		i := strings.IndexAny(text, "*?")
		if i < 0 {
			i = len(text)
		}
		b.WriteString(words.Fold(text[:i]))
		if i < len(text) {
			b.WriteByte(text[i])
			i++
		}
		text = text[i:]
	}
	f := b.String()
	if !strings.ContainsAny(f, "*?") || !hasWord(f) || strings.ContainsAny(f, " \"()") {
		return ""
	}
	return f
}
