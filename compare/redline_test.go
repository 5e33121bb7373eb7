package compare

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"svod/compare/internal/mutant"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// reread takes a redline through Word's format back into both of its texts.
func reread(t testing.TB, c *Comparison) (old, new *corpus.Document) {
	t.Helper()
	var b bytes.Buffer
	if err := table.Write(&b, "docx", c.Redline(Options{})); err != nil {
		t.Fatal(err)
	}
	var out [2]*corpus.Document
	for i, original := range []bool{true, false} {
		src, err := extract.Reader{Original: original}.Bytes(context.Background(), "redline.docx", b.Bytes())
		var e *extract.Error
		if errors.As(err, &e) && e.Code == "empty" {
			src = &corpus.Source{}
		} else if err != nil {
			t.Fatal(err)
		}
		out[i], _ = parse.Parse(src)
	}
	return out[0], out[1]
}

// lines returns a source's lines as a Word document can hold them.
func lines(d *corpus.Document) []string {
	var out []string
	for _, l := range d.Source.Lines {
		cells := ""
		for _, c := range l.Cells {
			cells += fmt.Sprintf("|%d×%d %q", max(c.Cols, 1), max(c.Rows, 1), c.Text)
		}
		if cells == "" {
			cells = strings.ReplaceAll(l.Text, "\t", " ")
		}
		out = append(out, cells)
	}
	return out
}

// shape returns the tree as lines that a difference can be read from.
func shape(d *corpus.Document) []string {
	var out []string
	for a, u := range d.All() {
		s := fmt.Sprintf("%s %s %q %q %q %v", a, u.Kind, u.Label, u.Title, u.Text, u.Repealed)
		for _, n := range u.Notes {
			s += fmt.Sprintf(" [%q]", n.Text)
		}
		out = append(out, s)
	}
	return out
}

// same reports the first lines that differ.
func sameLines(t testing.TB, name string, got, want []string) {
	t.Helper()
	bad := 0
	for i := range max(len(got), len(want)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(got) {
			a = got[i]
		}
		if i < len(want) {
			b = want[i]
		}
		if a != b {
			t.Errorf("%s, line %d:\n got %s\nwant %s", name, i+1, a, b)
			if bad++; bad == 5 {
				return
			}
		}
	}
}

func checkRedline(t testing.TB, old, new *corpus.Document) {
	t.Helper()
	was, is := reread(t, Compare(old, new))
	sameLines(t, "old text", lines(was), lines(old))
	sameLines(t, "new text", lines(is), lines(new))
	sameLines(t, "old tree", shape(was), shape(old))
	sameLines(t, "new tree", shape(is), shape(new))
}

// realPairs are editions of real acts, and a constitution beside the one before.
var realPairs = [][2]string{
	{"acts/kz-ngo/rus-95138_public-councils_ed-2019.md", "acts/kz-ngo/rus-95138_public-councils_ed-2021.md"},
	{"acts/kz-ngo/rus-23601_social-order_ed-2022.md", "acts/kz-ngo/rus-23601_social-order_ed-2023.md"},
	{"acts/by-constitution/1994_constitution.txt", "acts/by-constitution/1996_constitution.txt"},
	{"acts/ru-constitution/14_21.07.2014.txt", "acts/ru-constitution/16_14.03.2020.txt"},
	{"acts/kz-text/constitution_kz.txt", "acts/kz-office/Конституция РК новая.docx"},
}

func TestRealRedline(t *testing.T) {
	for _, pair := range realPairs {
		t.Run(pair[1], func(t *testing.T) {
			checkRedline(t, real(t, pair[0]), real(t, pair[1]))
		})
	}
}

// typed parses a text as if it had been read from a file. A line that begins
// with «|» is a row of a table: «| a | b |»; two cells in one, «| ab ||», are
// one that spans two columns.
func typed(text string) *corpus.Document {
	src := &corpus.Source{Name: "act.txt"}
	tables, in := 0, false
	for _, s := range strings.Split(text, "\n") {
		l := corpus.Line{Text: strings.TrimSpace(s)}
		if l.Text == "" {
			continue
		}
		row := strings.HasPrefix(l.Text, "|")
		if row {
			if !in {
				tables++
			}
			l.Table = tables
			for _, c := range strings.Split(strings.TrimSuffix(l.Text[1:], "|"), "|") {
				if n := len(l.Cells); c == "" && n > 0 {
					l.Cells[n-1].Cols = max(l.Cells[n-1].Cols, 1) + 1
					continue
				}
				l.Cells = append(l.Cells, corpus.Cell{Text: strings.ReplaceAll(strings.TrimSpace(c), " / ", "\n")})
			}
			var ts []string
			for _, c := range l.Cells {
				ts = append(ts, strings.ReplaceAll(c.Text, "\n", " "))
			}
			l.Text = strings.TrimSpace(strings.Join(ts, "\t"))
		}
		in = row
		if l.Text == "" {
			continue
		}
		src.Lines = append(src.Lines, l)
	}
	d, _ := parse.Parse(src)
	return d
}

const redAct = `ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН
Об общественных советах
Настоящий Закон регулирует деятельность общественных советов.
Глава 1. Общие положения
Статья 1. Состав
1. Совет состоит из пяти членов. Решения принимаются простым большинством голосов присутствующих.
2. Члены совета избираются на три года рабочей группой на конкурсной основе.
Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.02.2018 № 1-VI.
Статья 2. Отчёт
Совет вправе:
1) запрашивать сведения у министерства;
2) участвовать в заседаниях коллегии министерства;
3) вносить предложения по повестке дня.
Глава 2. Заключительные положения
Статья 3. Порядок введения в действие
Настоящий Закон вводится в действие со дня его опубликования.
Приложение
Нормы расхода
| № | Наименование | Норма |
| 1 | Бумага | 10 |
| 2 | Конверты и марки | 20 |
| Всего || 30 |`

func TestRedline(t *testing.T) {
	edit := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(redAct) }
	noTable, _, _ := strings.Cut(redAct, "Приложение")
	for _, tt := range []struct{ name, old, new string }{
		{"nothing", redAct, redAct},
		{"words", redAct, edit("пяти", "семи", "01.02.2018 № 1-VI.", "01.02.2018 № 1-VI; от 03.01.2021 № 406-VI.", "дня.", "дня;")},
		{"a clause", redAct, edit("Глава 2", "4) получать удостоверение.\nГлава 2", "дня.", "дня;")},
		{"an article", redAct, edit("Статья 2.", "Статья 1-1. Уполномоченный орган\nУполномоченный орган утверждает типовое положение о совете.\nСноска. Закон дополнен статьей 1-1 в соответствии с Законом РК от 03.01.2021 № 406-VI.\nСтатья 2.")},
		{"repealed", redAct, edit("2) участвовать в заседаниях коллегии министерства;", "2) исключен Законом РК от 03.01.2021 № 406-VI;")},
		{"split", redAct, edit("членов. Решения", "членов.\n1-1. Решения")},
		{"moved", redAct, edit("2. Члены совета избираются на три года рабочей группой на конкурсной основе.\n", "",
			"Глава 2", "4) иные права.\nСтатья 2-1. Избрание\nЧлены совета избираются на три года рабочей группой на конкурсной основе.\nГлава 2")},
		{"rows", redAct, edit("| 2 |", "| 2 | Картон | 15 |\n| 3 |", "| 30 |", "| 45 |", "| 1 | Бумага | 10 |\n", "")},
		{"cells", redAct, edit("Бумага", "Бумага / писчая", "Всего ||", "Всего | |")},
		{"words that would run together in a cell", "| а / 1. б | в |", "| а. б | в |"},
		{"a table more", redAct, redAct + "\nПримечание\n| Вид | Срок |\n| первый | год |"},
		{"last lines", noTable, noTable + "Первое.\nВторое."},
		{"last lines replaced", noTable + "Первое предложение.\nВторое.", noTable + "Третья строка этого закона.\nИ четвёртая.\nИ пятая."},
		{"last words", noTable, noTable + "Приложение\nНовое."},
		{"all", "Статья 1. Одно\nТекст закона.", "Статья 2. Другое\nСовсем иные слова."},
		{"words that would run together", "Статья 1\n1. а б", "Статья 1. а б"},
		{"to nothing", redAct, ""},
		{"only a table", "| а | б |\n| в | г |", "| а | б |"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			checkRedline(t, typed(tt.old), typed(tt.new))
			checkRedline(t, typed(tt.new), typed(tt.old))
		})
	}
}

// plainText returns a document's lines.
func plainText(u *corpus.Unit) string {
	var b strings.Builder
	var walk func(*corpus.Unit)
	walk = func(u *corpus.Unit) {
		if u.Kind == corpus.KindRow {
			b.WriteString("| " + strings.ReplaceAll(u.Text, "\t", " | ") + " |\n")
			return
		}
		b.WriteString(strings.TrimSpace(u.Label+" "+u.Own()) + "\n")
		for _, n := range u.Notes {
			b.WriteString(n.Text + "\n")
		}
		for _, k := range u.Units {
			walk(k)
		}
	}
	walk(u)
	return b.String()
}

// Whatever is done to an act, its redline holds both texts.
func TestRedlineOfMutants(t *testing.T) {
	for seed := range uint64(12) {
		m := newMutant(seed, typed(strings.Replace(redAct, "Глава 2.", longAct(30)+"Глава 2.", 1)).Root)
		for _, kind := range mutant.Kinds {
			m.Make(kind)
			m.Make(kind)
		}
		old, new := typed(plainText(m.Old)), typed(plainText(m.Root))
		if len(Compare(old, new).Summary) < 3 {
			t.Errorf("seed %d: too few changes to tell", seed)
		}
		checkRedline(t, old, new)
	}
}

// longAct is an act of some articles, whose words are not all the same.
func longAct(n int) string {
	words := strings.Fields("совет министерство порядок срок отчёт орган решение заседание член конкурс группа закон правила уведомление гражданин объединение проект программа бюджет контроль")
	verbs := strings.Fields("рассматривает утверждает публикует направляет вносит формирует ведёт созывает")
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Статья %d. Полномочия %d\n", i+10, i)
		for k := range 3 {
			fmt.Fprintf(&b, "%d.", k+1)
			for x := range 16 {
				w := words[(i*7+k*5+x*(i+3))%len(words)]
				if x%4 == 1 {
					w = verbs[(i+k+x)%len(verbs)]
				}
				fmt.Fprintf(&b, " %s", w)
			}
			b.WriteString(".\n")
		}
	}
	return b.String()
}

// FuzzRedline makes redlines of any two texts.
func FuzzRedline(f *testing.F) {
	f.Add(redAct, strings.ReplaceAll(redAct, "пяти", "шести"))
	f.Add("| а | б |\nтекст\n| в ||", "текст\n| а | в |\n\n| б |")
	f.Add("Статья 1\n1. а б в\n2. г", "Статья 1. а б в\nг\nд")
	f.Fuzz(func(t *testing.T, a, b string) {
		keep := func(r rune) rune {
			if r == '\n' || r == ' ' || r == '|' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) && r < 0x3000 {
				return r
			}
			return -1
		}
		old, new := typed(strings.Map(keep, a)), typed(strings.Map(keep, b))
		was, is := reread(t, Compare(old, new))
		sameLines(t, "old text", lines(was), lines(old))
		sameLines(t, "new text", lines(is), lines(new))
	})
}
