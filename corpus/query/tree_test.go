package query

import (
	"fmt"
	"testing"
)

func TestTree(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"отчет", "{word отчет []}"},
		{"отчет ИЛИ доклад /5 совет НЕ проект И план",
			"{and И [{near /5 [{or ИЛИ [{word отчет []} {word доклад []}]} {word совет []}]} {word план []} {not НЕ [{word проект []}]}]}"},
		{`"годовой отчет" /с =совета`, `{sentence /с [{phrase "годовой отчет" [{word годовой []} {word отчет []}]} {form =совета []}]}`},
		{"отч* +3 совет", "{ordered +3 [{wildcard отч* []} {word совет []}]}"},
	} {
		q, err := Parse(c.query, "ru")
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(q.Tree()); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}
