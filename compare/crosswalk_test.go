package compare

import (
	"fmt"
	"strings"
	"testing"
)

func TestCrosswalk(t *testing.T) {
	old := act(t, `
ст 1 | Состав
п 1 | Совет состоит из пяти членов, избираемых собранием.
п 2 | Члены совета избираются тайным голосованием на три года.
п 4 | Присяга приносится в торжественной обстановке.
ст 2 | Отчет
п 1 | Отчет совета публикуется ежегодно в газете министерства.
ст 3 | Взносы
п 1 | Взносы уплачиваются участниками ежемесячно через банк.
ст 4 | Печать
п 1 | Печать хранится у секретаря в сейфе.
`)
	new := act(t, `
ст 1 | Состав
п 1 | Совет состоит из семи членов, избираемых собранием.
п 3 | Члены совета избираются тайным голосованием на три года.
п 5 | Выборы проводит избирательная комиссия города.
ст 1-1 | Слушания
п 1 | Население приглашают объявлениями на улицах.
ст 3 | Отчет
п 1 | Отчет совета публикуется ежегодно в газете министерства.
ст 4 x | исключена Законом РК от 03.01.2021 № 406-VI
`)
	c := Compare(old, new)
	c.CrosswalkReport(Options{Lang: "ru"})
	var got []string
	for _, r := range c.Crosswalk {
		s := fmt.Sprintf("%s → %s, %s", r.OldCitation, r.NewCitation, r.Change)
		if r.Edited {
			s += ", edited"
		}
		if r.Repealed {
			s += ", repealed"
		}
		got = append(got, s)
	}
	want := `статья 1 → статья 1, changed, edited
пункт 2 статьи 1 → пункт 3 статьи 1, renumbered
пункт 4 статьи 1 → , removed
 → пункт 5 статьи 1, added
статья 2 → статья 3, renumbered
статья 3 → , removed
статья 4 → , removed, repealed
 → статья 1-1, added`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	// Every article of either act has its row.
	for _, r := range c.Crosswalk {
		if len(r.Old)+len(r.New) == 0 {
			t.Errorf("an empty row: %+v", r)
		}
	}
}
