package main

import (
	"slices"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

// conditions are the documents that each key of --where, and --at, leave.
func (l *library) conditions(entries []store.Entry) ([]index.Condition, error) {
	var out []index.Condition
	add := func(text, field string, kept []store.Entry) {
		c := index.Condition{Text: text, Field: field}
		for _, en := range kept {
			c.Documents = append(c.Documents, en.ID)
		}
		out = append(out, c)
	}
	where, err := l.e.pairs(l.c.StringSlice("where"))
	if err != nil {
		return nil, err
	}
	done := map[string]bool{}
	for _, p := range where {
		if done[p.key] {
			continue
		}
		done[p.key] = true
		same := slices.DeleteFunc(slices.Clone(where), func(o pair) bool { return o.key != p.key })
		text := "--where"
		for _, o := range same {
			text += " " + o.key + "=" + o.value
		}
		add(text, p.key, slices.DeleteFunc(slices.Clone(entries), func(en store.Entry) bool { return !fits(en, same) }))
	}
	if at := l.at(); at != "" {
		var list []store.Entry
		for _, en := range entries {
			if fits(en, where) {
				list = append(list, en)
			}
		}
		add("--at "+at, query.FieldInForce, store.InForce(list, at))
	}
	return out, nil
}
