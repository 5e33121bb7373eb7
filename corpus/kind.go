package corpus

import "fmt"

// A Kind says what level of an act's structure a unit is. The order is the
// order of nesting: a unit lies only inside units of a smaller Kind, but for
// the whole document's own parts and for appendices, which start anew.
type Kind uint8

// The kinds, outermost first. Their words in Russian and Kazakh depend on the
// act: see Citation.
const (
	KindDocument Kind = iota
	KindRequisite
	KindPreamble
	KindContents
	KindSignature
	KindAppendix
	KindPart
	KindSection
	KindSubsection
	KindChapter
	KindParagraph
	KindArticle
	KindClause
	KindSubclause
	KindItem
	KindPassage
	KindTable
	KindRow
)

var kindNames = [...]string{
	"document", "requisite", "preamble", "contents", "signature", "appendix",
	"part", "section", "subsection", "chapter", "paragraph", "article",
	"clause", "subclause", "item", "passage", "table", "row",
}

// Kinds returns all kinds in order.
func Kinds() []Kind {
	ks := make([]Kind, len(kindNames))
	for i := range ks {
		ks[i] = Kind(i)
	}
	return ks
}

// String returns the code word: "article".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// ParseKind returns the kind of a code word.
func ParseKind(s string) (Kind, bool) {
	for i, n := range kindNames {
		if n == s {
			return Kind(i), true
		}
	}
	return 0, false
}

// MarshalText writes the code word.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a code word.
func (k *Kind) UnmarshalText(b []byte) error {
	v, ok := ParseKind(string(b))
	if !ok {
		return fmt.Errorf("unknown kind of unit %q", b)
	}
	*k = v
	return nil
}
