package parse

import (
	"strings"

	"svod/corpus"
)

// A mention is a unit that a note speaks of.
type mention struct {
	kind corpus.Kind
	num  string
}

// mentionWords are the beginnings of the nouns in notes, and the Kazakh ones
// that follow their number.
var mentionWords = []struct {
	stem string
	kind corpus.Kind
}{
	{"стать", corpus.KindArticle}, {"подпункт", corpus.KindSubclause}, {"пункт", corpus.KindClause}, {"част", corpus.KindClause}, {"глав", corpus.KindChapter}, {"раздел", corpus.KindSection},
	{"ст.", corpus.KindArticle}, {"подп.", corpus.KindSubclause}, {"пп.", corpus.KindSubclause}, {"п.", corpus.KindClause}, {"ч.", corpus.KindClause},
	{"параграф", corpus.KindParagraph}, {"приложени", corpus.KindAppendix}, {"подраздел", corpus.KindSubsection},
	{"бап", corpus.KindArticle}, {"бабы", corpus.KindArticle}, {"тармақша", corpus.KindSubclause}, {"тармақ", corpus.KindClause}, {"тармағ", corpus.KindClause}, {"тарау", corpus.KindChapter}, {"бөлім", corpus.KindSection},
}

// mentions returns the units named at the beginning of a note, before the
// amending law.
func mentions(text string) []mention {
	for _, w := range []string{"Закон", "закон", " – ҚР", " - ҚР", "приказ", "постановлени", "решени"} {
		if i := strings.Index(text, w); i > 0 {
			text = text[:i]
		}
	}
	if len(text) > 400 {
		text = text[:400]
	}
	var ms []mention
	fields := strings.FieldsFunc(text, func(r rune) bool { return isSpace(r) || r == ',' || r == ';' })
	kind := corpus.KindDocument
	for _, f := range fields {
		num, rest := scanDigits(strings.TrimLeft(f, "(«\""))
		if num == "" {
			if k := mentionKind(strings.TrimLeft(f, "(«\"")); k != corpus.KindDocument {
				if kind = k; len(ms) == 0 || ms[len(ms)-1].kind != k {
					ms = append(ms, mention{kind: k})
				}
			}
			continue
		}
		if isHyphen(firstRune(rest)) { // 2-бап
			if k := mentionKind(rest[1:]); k != corpus.KindDocument {
				ms = append(ms, mention{k, num})
				continue
			}
		}
		if kind != corpus.KindDocument {
			if last := &ms[len(ms)-1]; last.kind == kind && last.num == "" {
				last.num = num
			} else {
				ms = append(ms, mention{kind, num})
			}
		}
	}
	return ms
}

func mentionKind(word string) corpus.Kind {
	for _, w := range mentionWords {
		if _, ok := cutFold(word, w.stem); ok {
			return w.kind
		}
	}
	return corpus.KindDocument
}
