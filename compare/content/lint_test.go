package content

import (
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
)

const doubtful = `language: ru
sets: {нужный: [не], лишний: [без]}
categories:
  - id: а
    definition: О
    include: [Годовой отчет., Плохой пример.]
    any: [отчет, годовой отчет, =отчета, '@нужный', отчет, бюджет, и в]
  - id: б
    any: [отчеты, право]
  - id: пустая
  - id: в
    any: [утвержд*, утверждать]
`

func TestLint(t *testing.T) {
	d := document(t, "d.md", "# О советах\n\n### Статья 1. Прочее\n\n1. Отчет утверждается. Отчеты утверждают.\n\n2. Отчета нет, отчетом и отчету. Право, права и правом.\n")
	for name, tt := range map[string]struct {
		docs []*corpus.Document
		want string
	}{
		"alone": {nil, `2 unused лишний
6 а example Плохой пример.
7 а idle @нужный
7 а idle и в
7 а same отчет: отчет
7 а subsumed =отчета: отчет
7 а subsumed годовой отчет: отчет
8 б undefined (advice)
8 б unexampled (advice)
10 пустая empty
10 пустая undefined (advice)
11 в undefined (advice)
11 в unexampled (advice)`},
		"with documents": {[]*corpus.Document{d}, `7 а nothing бюджет
7 а nothing годовой отчет
8 б shared: а, 5, 8, 5, 5
9 б merged право: право, права 1, право 1, правом 1 (advice)
12 в covered утверждать: утвержд*, 2 (advice)`},
	} {
		got := map[string]bool{}
		for _, x := range Lint(mustLoad(t, doubtful), tt.docs) {
			s := strings.TrimSpace(fmt.Sprintf("%d %s %s %s", x.Line, x.Category, x.Code, x.Item))
			s = strings.ReplaceAll(s, "  ", " ")
			if len(x.Args) > 0 {
				s += ": " + strings.Join(x.Args, ", ")
			}
			if x.Advice {
				s += " (advice)"
			}
			got[s] = true
		}
		for want := range strings.SplitSeq(tt.want, "\n") {
			if !got[want] {
				t.Errorf("%s: no %s", name, want)
			}
		}
		if t.Failed() {
			t.Log(name, strings.Join(sortedKeys(got), "\n"))
		}
	}
}

func TestTry(t *testing.T) {
	cb := mustLoad(t, `categories:
  - id: а
    include: ["«…проводит общественные слушания…»", Совет … проводит … слушания., Слушания в суде., Слушания без фонда.]
    exclude: [общественные … слушания, Отчет.]
    any: [общественные слушания, совет /с слушание, слушание /2 суд, слушание /1 без]
    not: [слушание /2 суд]
`)
	var got []string
	for _, tr := range cb.Try() {
		got = append(got, fmt.Sprintf("%v %d %s|%s", tr.Passed, tr.Line, strings.Join(tr.Patterns, ","), strings.Join(tr.Excluded, ",")))
	}
	if g := strings.Join(got, "\n"); g != `true 3 общественные слушания|
true 3 совет /с слушание|
false 3 слушание /2 суд|слушание /2 суд
true 3 слушание /1 без|
true 4 |
true 4 |` {
		t.Error(g)
	}
}
