package content

import "svod/corpus"

// A Unit is a unit of analysis: an element of a document, or the sentence.
type Unit string

// The units of analysis, widest first.
const (
	UnitDocument  Unit = "document"
	UnitSection   Unit = "section"
	UnitChapter   Unit = "chapter"
	UnitArticle   Unit = "article"
	UnitClause    Unit = "clause"
	UnitSubclause Unit = "subclause"
	UnitPassage   Unit = "passage"
	UnitSentence  Unit = "sentence"
)

var units = map[string]Unit{
	"документ": UnitDocument, "раздел": UnitSection, "глава": UnitChapter, "статья": UnitArticle, "пункт": UnitClause,
	"подпункт": UnitSubclause, "абзац": UnitPassage, "предложение": UnitSentence,
}

// ParseUnit returns the unit of a word, Russian or the code word.
func ParseUnit(s string) (Unit, bool) {
	if u, ok := units[s]; ok {
		return u, true
	}
	for _, u := range units {
		if string(u) == s {
			return u, true
		}
	}
	return "", false
}

// kind returns the innermost kind of element that makes a unit of analysis.
func (u Unit) kind() corpus.Kind {
	switch u {
	case UnitSentence, UnitPassage:
		return corpus.KindRow
	}
	k, _ := corpus.ParseKind(string(u))
	return k
}
