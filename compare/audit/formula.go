package audit

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/table"
)

// Formulas are written for people: «12 / 41», «k / n», «2 · 1000 / 20 130»,
// «√(p·(1 − p) / n)», «log₂(a / b)». What is plain arithmetic is computed again; sums over
// respondents and tables of tests are not.

// evaluate computes a formula in which terms may be named.
func evaluate(formula string, terms []table.Term) (float64, bool) {
	if name, right, ok := strings.Cut(formula, "="); ok && strings.Count(formula, "=") == 1 && !strings.ContainsAny(name, ",;(") && strings.ContainsAny(right, "+−-*×·/÷:√") {
		formula = right // «доля = k / n», not «поправка Холма, m = 4»
	}
	p := &arithmetic{rest: strings.TrimSpace(formula), terms: terms}
	v := p.sum()
	p.space()
	return v, !p.bad && p.rest == "" && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// arithmetic reads an expression from left to right.
type arithmetic struct {
	rest  string
	terms []table.Term
	depth int
	bad   bool
}

func (p *arithmetic) space() { p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace) }

// take takes one of several signs.
func (p *arithmetic) take(signs string) rune {
	p.space()
	r, n := utf8.DecodeRuneInString(p.rest)
	if n == 0 || !strings.ContainsRune(signs, r) {
		return 0
	}
	p.rest = p.rest[n:]
	return r
}

func (p *arithmetic) sum() float64 {
	v := p.product()
	for {
		switch p.take("+-−–") {
		case 0:
			return v
		case '+':
			v += p.product()
		default:
			v -= p.product()
		}
	}
}

func (p *arithmetic) product() float64 {
	v := p.power()
	for {
		switch p.take("*×·/÷:") {
		case 0:
			return v
		case '*', '×', '·':
			v *= p.power()
		default:
			v /= p.power()
		}
	}
}

func (p *arithmetic) power() float64 {
	v := p.operand()
	if p.take("²") != 0 {
		return v * v
	}
	return v
}

// maxBrackets is how deep a formula is bracketed.
const maxBrackets = 50

func (p *arithmetic) operand() float64 {
	if p.depth++; p.depth > maxBrackets || p.bad {
		p.bad = true
		return 0
	}
	defer func() { p.depth-- }()
	p.space()
	for name, f := range functions {
		if rest, ok := strings.CutPrefix(p.rest, name+"("); ok {
			p.rest = "(" + rest
			return f(p.operand())
		}
	}
	switch p.take("(√-−") {
	case '(':
		v := p.sum()
		p.bad = p.bad || p.take(")") == 0
		return v
	case '√':
		return math.Sqrt(p.operand())
	case '-', '−':
		return -p.operand()
	}
	if v, ok := p.number(); ok {
		return v
	}
	if v, ok := p.term(); ok {
		return v
	}
	p.bad = true
	return 0
}

// functions are those that formulas name.
var functions = map[string]func(float64) float64{"ln": math.Log, "log₂": math.Log2, "log₁₀": math.Log10}

// term takes the name of a term: the longest that stands here.
func (p *arithmetic) term() (float64, bool) {
	best := -1
	for i, t := range p.terms {
		if t.Name == "" || !strings.HasPrefix(p.rest, t.Name) || best >= 0 && len(t.Name) <= len(p.terms[best].Name) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(p.rest[len(t.Name):]); unicode.IsLetter(next) || unicode.IsDigit(next) {
			continue
		}
		best = i
	}
	if best < 0 {
		return 0, false
	}
	t := p.terms[best]
	if !t.Value.IsNumber() && t.Value.Format != table.FormatNone {
		return 0, false
	}
	p.rest = p.rest[len(t.Name):]
	return t.Value.Value, true
}

// number takes a number as people write it: «20 130», «0,5», «12 %».
func (p *arithmetic) number() (float64, bool) {
	var b strings.Builder
	i, point := 0, false
	for i < len(p.rest) {
		r, n := utf8.DecodeRuneInString(p.rest[i:])
		switch {
		case '0' <= r && r <= '9':
			b.WriteRune(r)
		case (r == ',' || r == '.') && !point && b.Len() > 0 && digitAt(p.rest[i+n:]):
			point = true
			b.WriteByte('.')
		case unicode.IsSpace(r) && b.Len() > 0 && !point && threeDigits(p.rest[i+n:]):
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		i += n
	}
	if b.Len() == 0 {
		return 0, false
	}
	p.rest = p.rest[i:]
	v, err := strconv.ParseFloat(b.String(), 64)
	if err != nil {
		return 0, false
	}
	if p.take("%") != 0 {
		v /= 100
	}
	return v, true
}

func digitAt(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// threeDigits tells whether exactly three digits follow: the next group of a
// number.
func threeDigits(s string) bool {
	return len(s) >= 3 && digitAt(s) && digitAt(s[1:]) && digitAt(s[2:]) && !digitAt(s[3:])
}
