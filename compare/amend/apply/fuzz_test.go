package apply

import (
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

// byBytes makes a draft of bytes, each of which chooses something.
func byBytes(data []byte) *amend.Draft {
	next := func(n int) int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b) % n
	}
	kinds := []amend.Kind{amend.Restate, amend.Add, amend.Replace, amend.Remove, amend.Repeal, amend.Suspend, amend.Renumber, "?"}
	objects := []amend.Object{amend.Units, amend.Words, amend.Figures, amend.Signs, amend.Sentences, amend.Headings, amend.Rows, "?"}
	paths := []string{"", "ст.2", "ст.2/п.1", "ст.2/п.1/пп.2", "пункты 1–3 статьи 2", "подпункты 1), 3) и 9) статьи 1", "часть первая статьи 3", "часть вторая статьи 3", "абзац первый статьи 3",
		"абзац второй пункта 1 статьи 2", "гл.1", "ст.9", "преамбула", "прил.1", "прил.1/п.2", "прил.1/табл.1/стр.2"}
	texts := []string{"", "совета", "Совет", "точку", ".", "10", "органов; «и»", "1) первый;\n2) второй.", "Статья 2. Иное\n1. Да.", "2-1. Новый.", "а\tб\tв", "Просто абзац.\nЕщё абзац:", "Глава 9. НОВАЯ\nСтатья 3-1. Да\nТекст."}
	nums := [][]string{nil, {"1"}, {"2"}, {"3", "4"}, {"7"}, {"2-1"}, {"5–6"}}
	sides := []amend.Side{"", amend.After, amend.Before, amend.Start, amend.End}
	parts := []amend.Part{"", "", amend.PartHeading, amend.PartSentence, amend.PartNote}
	var ops []amend.Operation
	for len(data) > 0 && len(ops) < 12 {
		w := at(paths[next(len(paths))])
		w.Part, w.Sentence = parts[next(len(parts))], next(4)-1
		op := amend.Operation{Kind: kinds[next(len(kinds))], Object: objects[next(len(objects))], Where: []amend.Where{w},
			Old: texts[next(len(texts))], New: texts[next(len(texts))], Nums: nums[next(len(nums))], Side: sides[next(len(sides))]}
		flags := next(16)
		op.Everywhere, op.Cases = flags&1 > 0, flags&2 > 0
		if flags&4 > 0 {
			op.Units = units(op.New)
		}
		if flags&8 > 0 {
			op.Text = "дополнить частью второй"
		}
		ops = append(ops, op)
	}
	return draft(ops...)
}

const fuzzLaw = law + `Президент
Республики Казахстан К. ТОКАЕВ
Приложение 1 к Закону
Перечень органов
1. Министерства.
2. Акиматы.
|№|Орган|Срок
|1|Министерство|10 дней
|2|Акимат|5 дней
`

// FuzzApply: whatever is ordered, the new text is sound and the old one stays.
func FuzzApply(f *testing.F) {
	for seed := range 40 {
		var data []byte
		for i := range 50 {
			data = append(data, byte(seed*(i+7)*31>>2+i*seed))
		}
		f.Add(data)
	}
	d := read(f, fuzzLaw)
	before, lines := own(d), text(d)
	f.Fuzz(func(t *testing.T, data []byte) {
		dr := byBytes(data)
		r := Apply(d, dr, 0, Options{Every: len(data)%2 == 0})
		if err := r.New.Verify(); err != nil {
			t.Fatalf("%v\n%+v\n%s", err, dr.Operations, text(r.New))
		}
		if own(d) != before || text(d) != lines {
			t.Fatalf("the act was changed: %+v", dr.Operations)
		}
		done := false
		for _, o := range r.Outcomes {
			done = done || o.Status == Done
			for _, a := range o.New {
				if a != "" && r.New.At(a) == nil {
					t.Fatalf("outcome %+v: no unit %q", o, a)
				}
			}
			for _, a := range o.Old {
				if a != "" && d.At(a) == nil {
					t.Fatalf("outcome %+v: no old unit %q", o, a)
				}
			}
		}
		if !done && text(r.New) != lines {
			t.Fatalf("nothing was done, and the text is another: %+v\n%s", dr.Operations, text(r.New))
		}
		seen := map[*corpus.Unit]bool{}
		for _, u := range r.New.All() {
			if seen[u] {
				t.Fatal("a unit stands twice")
			}
			seen[u] = true
		}
	})
}
