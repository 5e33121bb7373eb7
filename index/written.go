package index

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"svod/corpus/words"
)

// writtenAs returns a form as the texts write it, with its capitals and ё:
// «НПО», «Республика Казахстан», «отчёт». A capital at the beginning of a
// sentence is none of the word's.
func writtenAs(ctx context.Context, docs Docs, form string, places []textPlace) (string, error) {
	want := strings.Fields(form)
	count := map[string]int{}
	for _, p := range places {
		rows, err := docs.Rows(ctx, p.doc, p.ord, p.ord+1)
		if err != nil {
			return "", err
		}
		if len(rows) == 0 { // removed meanwhile
			continue
		}
		text := rows[0].Own()
		var ws []words.Word
		for _, w := range words.Split(text, words.Language(text)) {
			if w.Part == 0 {
				ws = append(ws, w)
			}
		}
		for i := 0; i+len(want) <= len(ws); i++ {
			if !slices.EqualFunc(want, ws[i:i+len(want)], func(f string, w words.Word) bool { return w.Form == f }) {
				continue
			}
			raw := strings.Join(strings.Fields(text[ws[i].Lo:ws[i+len(want)-1].Hi]), " ")
			before := strings.TrimRight(text[:ws[i].Lo], " \u00a0\n\t«\"(–-")
			if before == "" || strings.ContainsRune(".:!?", rune(before[len(before)-1])) || strings.Contains(text[len(before):ws[i].Lo], "\n") {
				raw = lowered(raw)
			}
			count[raw]++
		}
	}
	best := form
	for raw, n := range count {
		if n > count[best] || n == count[best] && raw < best {
			best = raw
		}
	}
	return best, nil
}

// lowered takes its capital from what has no other: «Совет», not «НПО» nor
// «Государственная Дума».
func lowered(s string) string {
	rs := []rune(s)
	if len(rs) > 1 && !slices.ContainsFunc(rs[1:], unicode.IsUpper) {
		rs[0] = unicode.ToLower(rs[0])
	}
	return string(rs)
}
