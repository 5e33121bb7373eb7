package extract

import (
	"bytes"
	"strconv"
)

// This file cuts content streams and CMaps into tokens. The library's own
// reader of tokens fails on inline images and gives up on the first fault, so
// this one goes over bytes, never fails and never looks back.

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenString
	tokenName
	tokenArray
	tokenDict
	tokenOperator
)

// A token is an operand or an operator of a content stream.
type token struct {
	kind tokenKind
	num  float64
	str  string  // of a string, a name or an operator
	list []token // of an array; of a dictionary: keys and values in turn
}

// maxList bounds the length of an array: one of a million brackets would take
// all memory.
const maxList = 1 << 17

// maxNesting is how deep arrays and dictionaries may lie in each other.
const maxNesting = 32

// A scanner walks over a content stream.
type scanner struct {
	b     []byte
	i     int
	depth int
}

func isPDFSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isPDFDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (s *scanner) skipSpace() {
	for s.i < len(s.b) {
		switch c := s.b[s.i]; {
		case isPDFSpace(c):
			s.i++
		case c == '%':
			for s.i < len(s.b) && s.b[s.i] != '\n' && s.b[s.i] != '\r' {
				s.i++
			}
		default:
			return
		}
	}
}

// next returns the next token. What makes no sense is left out.
func (s *scanner) next() token {
	for {
		s.skipSpace()
		if s.i >= len(s.b) {
			return token{}
		}
		switch c := s.b[s.i]; c {
		case '(':
			return token{kind: tokenString, str: s.literal()}
		case '/':
			s.i++
			return token{kind: tokenName, str: s.name()}
		case '[':
			s.i++
			return token{kind: tokenArray, list: s.list("]")}
		case '<':
			if s.i+1 < len(s.b) && s.b[s.i+1] == '<' {
				s.i += 2
				return token{kind: tokenDict, list: s.list(">>")}
			}
			return token{kind: tokenString, str: s.hex()}
		case ')', ']', '{', '}':
			s.i++
		case '>':
			s.i++
			if s.i < len(s.b) && s.b[s.i] == '>' {
				s.i++
			}
		default:
			return s.word()
		}
	}
}

// list reads up to the closing delimiter.
func (s *scanner) list(end string) []token {
	s.depth++
	defer func() { s.depth-- }()
	var list []token
	for {
		s.skipSpace()
		if s.i >= len(s.b) || s.depth > maxNesting {
			return list
		}
		if bytes.HasPrefix(s.b[s.i:], []byte(end)) {
			s.i += len(end)
			return list
		}
		t := s.next()
		if t.kind == tokenEnd {
			return list
		}
		if len(list) < maxList {
			list = append(list, t)
		}
	}
}

func (s *scanner) word() token {
	from := s.i
	for s.i < len(s.b) && !isPDFSpace(s.b[s.i]) && !isPDFDelimiter(s.b[s.i]) {
		s.i++
	}
	w := s.b[from:s.i]
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if f, ok := number(w); ok {
			return token{kind: tokenNumber, num: f}
		}
	}
	return token{kind: tokenOperator, str: string(w)}
}

// number reads a number as PDF writes it; «--5» and «5-3» of broken producers
// are read as other readers do.
func number(w []byte) (float64, bool) {
	f, neg, frac, digits := 0.0, false, 0.0, 0
	for i, c := range w {
		switch {
		case c == '-' && digits == 0 && frac == 0:
			neg = true
		case c == '+' && i == 0:
		case c == '.' && frac == 0:
			frac = 1
		case c >= '0' && c <= '9':
			digits++
			if frac > 0 {
				frac /= 10
				f += float64(c-'0') * frac
			} else {
				f = f*10 + float64(c-'0')
			}
		case c == '-':
			return signed(f, neg), digits > 0
		default:
			return 0, false
		}
	}
	return signed(f, neg), digits > 0 || frac > 0
}

func signed(f float64, neg bool) float64 {
	if neg {
		return -f
	}
	return f
}

func (s *scanner) name() string {
	var out []byte
	for s.i < len(s.b) && !isPDFSpace(s.b[s.i]) && !isPDFDelimiter(s.b[s.i]) {
		c := s.b[s.i]
		if c == '#' && s.i+2 < len(s.b) {
			if n, err := strconv.ParseUint(string(s.b[s.i+1:s.i+3]), 16, 8); err == nil {
				out = append(out, byte(n))
				s.i += 3
				continue
			}
		}
		out = append(out, c)
		s.i++
	}
	return string(out)
}

func (s *scanner) literal() string {
	s.i++
	var out []byte
	for depth := 1; s.i < len(s.b); s.i++ {
		c := s.b[s.i]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.i++
				return string(out)
			}
		case '\\':
			s.i++
			if s.i >= len(s.b) {
				return string(out)
			}
			switch c = s.b[s.i]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if s.i+1 < len(s.b) && s.b[s.i+1] == '\n' {
					s.i++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				n := int(c - '0')
				for k := 0; k < 2 && s.i+1 < len(s.b) && s.b[s.i+1] >= '0' && s.b[s.i+1] <= '7'; k++ {
					s.i++
					n = n*8 + int(s.b[s.i]-'0')
				}
				c = byte(n)
			}
		}
		out = append(out, c)
	}
	return string(out)
}

func (s *scanner) hex() string {
	s.i++
	var out []byte
	half, odd := byte(0), false
	for ; s.i < len(s.b); s.i++ {
		c := s.b[s.i]
		var v byte
		switch {
		case c == '>':
			s.i++
			if odd {
				out = append(out, half<<4)
			}
			return string(out)
		case c >= '0' && c <= '9':
			v = c - '0'
		case c >= 'a' && c <= 'f':
			v = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			v = c - 'A' + 10
		default:
			continue
		}
		if odd {
			out = append(out, half<<4|v)
		}
		half, odd = v, !odd
	}
	return string(out)
}

// skipImage goes past an inline image: from after BI to after EI. Its bytes may
// hold the letters EI themselves, so what follows must look like a content
// stream again.
func (s *scanner) skipImage() {
	for {
		t := s.next()
		if t.kind == tokenEnd {
			return
		}
		if t.kind == tokenOperator && t.str == "ID" {
			break
		}
	}
	s.i++
	for ; s.i < len(s.b); s.i++ {
		k := bytes.Index(s.b[s.i:], []byte("EI"))
		if k < 0 {
			s.i = len(s.b)
			return
		}
		s.i += k
		after := s.i + 2
		if s.i > 0 && isPDFSpace(s.b[s.i-1]) && (after >= len(s.b) || isPDFSpace(s.b[after])) && isText7(s.b[after:min(after+16, len(s.b))]) {
			s.i = after
			return
		}
	}
}

// isText7 reports whether b has no control characters and no high bytes.
func isText7(b []byte) bool {
	for _, c := range b {
		if c >= 0x7f || c < ' ' && !isPDFSpace(c) {
			return false
		}
	}
	return true
}
