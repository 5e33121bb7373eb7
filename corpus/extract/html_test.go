package extract

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
)

// sketch writes lines with the flags of their style, to compare at a glance.
func sketch(lines []corpus.Line) string {
	var b strings.Builder
	for _, l := range lines {
		if l.Style.Heading > 0 {
			fmt.Fprintf(&b, "h%d ", l.Style.Heading)
		}
		for _, f := range []struct {
			is   bool
			name string
		}{{l.Style.Bold, "bold"}, {l.Style.Italic, "italic"}, {l.Style.Centred, "centred"}, {l.Style.Right, "right"},
			{l.Style.Red, "red"}, {l.Style.Note, "note"}, {l.Style.Struck, "struck"}, {l.Style.Link, "link"}} {
			if f.is {
				b.WriteString(f.name + " ")
			}
		}
		if l.Table > 0 {
			fmt.Fprintf(&b, "t%d", l.Table)
			for _, c := range l.Cells {
				fmt.Fprintf(&b, "[%s", strings.ReplaceAll(c.Text, "\n", "/"))
				if c.Cols > 0 || c.Rows > 0 {
					fmt.Fprintf(&b, " %dx%d", c.Cols, c.Rows)
				}
				b.WriteString("]")
			}
			b.WriteString("\n")
			continue
		}
		b.WriteString("|" + l.Text + "\n")
	}
	return b.String()
}

func TestHTMLLines(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"white space folds, no-break spaces stay inside",
			"<p>&nbsp;&nbsp;1.  Совет\n\tобразуется&nbsp;— раз в&nbsp;год. &nbsp;</p>", "|1. Совет образуется\u00a0— раз в\u00a0год.\n"},
		{"break splits", "<p>1) план;<br>2) отчёт.<br><br></p>", "|1) план;\n|2) отчёт.\n"},
		{"soft hyphens go", "<p>обще&shy;ствен\u200bный</p>", "|общественный\n"},
		{"broken heading is one", `<p class="H">Статья 12. Полномочия местного совета <br>Сельского округа</p>
			<h2>Статья 13. Полномочия районного совета<br>в области надзора</h2>`,
			"bold |Статья 12. Полномочия местного совета Сельского округа\nh2 |Статья 13. Полномочия районного совета в области надзора\n"},
		{"label over title stays two", `<p class="T">РАЗДЕЛ I<br>ОБЩИЕ ПОЛОЖЕНИЯ</p>`, "bold centred |РАЗДЕЛ I\nbold centred |ОБЩИЕ ПОЛОЖЕНИЯ\n"},
		{"superscripts", `<p>Статья 53<span class="W9">1</span>. Надзор</p><p>5<sup>1-2</sup>) площадь, м<sup>2</sup></p>`,
			"|Статья 53¹. Надзор\n|5¹-2) площадь, м²\n"},
		{"red", `<p><font color="#FF0000">Сноска. Изменён.</font></p><p style="color: rgb(255, 0, 0)">Сноска.</p><p style="background-color:red">Нет.</p>`,
			"red |Сноска. Изменён.\nred |Сноска.\n|Нет.\n"},
		{"note only from end to end", `<p><span class="mark">(В редакции закона № 5)</span></p><p>Текст. <span class="mark">(В редакции закона № 5)</span></p>`,
			"note |(В редакции закона № 5)\n|Текст. (В редакции закона № 5)\n"},
		{"adilet", `<p><b><a name="z12"></a>Статья 5. Права</b></p><p id="z15">1. Совет вправе.</p><p><span class="note">Сноска. Статья 5.</span></p>`,
			"bold |Статья 5. Права\n|1. Совет вправе.\nnote |Сноска. Статья 5.\n"},
		{"alignment", `<p align=center>ЗАКОН</p><div style="text-align:right">Приложение</div><center>О СОВЕТЕ</center><p>Текст`,
			"centred |ЗАКОН\nright |Приложение\ncentred |О СОВЕТЕ\n|Текст\n"},
		{"style sheet", `<style>/* x */ @page { a { b:c } } p.q, .z { text-align: center; font-weight: 700 } .hid{display:none}</style>
			<p class=q>РЕШЕНИЕ</p><p class="z">О плане</p><p class=hid>скрыто</p>`, "bold centred |РЕШЕНИЕ\nbold centred |О плане\n"},
		{"mixed weight", `<p><b>Совет</b> — это орган, образуемый жителями</p><p><i>Да</i><s>.</s></p>`,
			"|Совет — это орган, образуемый жителями\nitalic |Да.\n"},
		{"contents", `<p><a href="#s1">Статья 1. Цели</a></p>`, "link |Статья 1. Цели\n"},
		{"lists", `<ol start=3><li>третий<li>четвёртый</ol><ul><li>без номера</li></ul><ol type=a><li>буква</li><li>b) своя</li></ol><ol><li><p>абзац</p><p>ещё</p></li></ol>`,
			"|3. третий\n|4. четвёртый\n|• без номера\n|a. буква\n|b) своя\n|1. абзац\n|ещё\n"},
		{"frame of the site", `<head><title>Сайт</title><script>var a = "<p>нет</p>";</script></head><nav>Меню</nav><header>Шапка</header>
			<article><header><h1>Закон о советах</h1></header><p>Статья 1. Совет образуется.</p></article><aside>Реклама</aside><!-- нет --><footer>Подвал</footer>`,
			"h1 |Закон о советах\n|Статья 1. Совет образуется.\n"},
		{"form around everything", `<form id=aspnet><p>Статья 1. Совет образуется жителями округа.</p><select><option>Выбор</select></form>`,
			"|Статья 1. Совет образуется жителями округа.\n"},
		{"table", `<table><caption>Доли</caption><tr><th>№<th>Член<tr><td rowspan=2>1<td><p>да</p><p>нет</p></td></tr><tr><td colspan="2">Итого</table><p>После`,
			"centred |Доли\nt1[№][Член]\nt1[1 0x2][да/нет]\nt1[Итого 2x0]\n|После\n"},
		{"layout tables are flattened", `<table><tr><td>Меню<td><h1>Закон</h1><p>Статья 1.</p><table><tr><td>1<td>2</table></table><table><tr><td>&nbsp;</td><td align=right>Приложение 1<br>к приказу</td></tr></table>`,
			"|Меню\nh1 |Закон\n|Статья 1.\nt1[1][2]\nright |Приложение 1\nright |к приказу\n"},
		{"pre keeps its lines", "<pre>\n  Схема   А\n\n  N = P/S\n</pre>", "|Схема   А\n|N = P/S\n"},
		{"tags out of order", "<p><b>Один<i>два</b>три</i></p></td></div><p>Конец</p>", "bold italic |Одиндватри\n|Конец\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte(tt.page)})
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(lines); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// TestHTMLGrid reads an act that was set on a typewriter's grid.
func TestHTMLGrid(t *testing.T) {
	page := `<pre><span>                                  Утратил силу - Закон области
                                  от 03.06.2006 г. N 73-ОЗ

                 РАЗДЕЛ II. ОХРАНА САДОВ И ДРУГИХ
                            НАСАЖДЕНИЙ

     С т а т ь я  12. Пользование участками,  примыкающими
                      к Садам области
     Владельцы   и   пользователи  участков,  примыкающих  к садам,
могут пользоваться ими в той мере, в какой это не нарушает права и
законные интересы других лиц. Порядок пользования садами и парками
определяется советом округа, а также правилами, которые  принимает
администрация по согласованию с  жителями, и иными  решениями,  не
противоречащими настоящему Закону и другим законам нашей  области;
     сад - участок земли, занятый  деревьями и кустарниками, в  том
числе плодовыми, а  также  дорожками,  скамьями, прудами  и  иными
предметами, которые служат отдыху жителей, и обнесённый  оградой,
если это предусмотрено решением совета или договором, заключённым
с владельцем участка  в  порядке, установленном законом  области и
решением совета округа, принятым в  пределах  его  полномочий,  по
правилам, действующим на день  заключения  договора  с владельцем,
либо на день вступления его в силу, если так решит сам владелец и
об этом будет объявлено жителям округа в местной печати не позднее
чем за месяц до этого дня и с указанием причин, по которым принято
такое решение, и имени того, кто его принял, и места, где оно есть
для ознакомления всех жителей округа и гостей, прибывших в  округ.

     Председатель совета                              А.Иванов
</span></pre>`
	lines, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		s := l.Text
		if r := []rune(s); len(r) > 90 {
			s = string(r[:90])
		}
		got = append(got, fmt.Sprint(l.Style.Centred, l.Style.Right, " ", s))
	}
	want := []string{
		"false true Утратил силу - Закон области от 03.06.2006 г. N 73-ОЗ",
		"true false РАЗДЕЛ II. ОХРАНА САДОВ И ДРУГИХ НАСАЖДЕНИЙ",
		"false false С т а т ь я  12. Пользование участками,  примыкающими к Садам области",
		"false false Владельцы и пользователи участков, примыкающих к садам, могут пользоваться ими в той мере,",
		"false false сад - участок земли, занятый деревьями и кустарниками, в том числе плодовыми, а также доро",
		"false false Председатель совета                              А.Иванов",
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

func TestIsHTML(t *testing.T) {
	tests := []struct {
		data string
		want bool
	}{
		{"<!DOCTYPE html><p>x", true},
		{"\xef\xbb\xbf\r\n<!-- a --><?xml version=\"1.0\"?><HTML>", true},
		{"<p>Статья 1.</p>", true},
		{"<div class=\"a\"><b>Закон</b></div>", true},
		{"# Закон\n\n<p>Статья</p>", false},
		{"<div align=\"center\">\n\n# Закон\n\n</div>", false},
		{"Статья 1. Тег <p> и </p>", false},
		{"<p без конца", false},
		{"", false},
	}
	for _, tt := range tests {
		if got := isHTML([]byte(tt.data)); got != tt.want {
			t.Errorf("isHTML(%q) = %v", tt.data, got)
		}
	}
}

func TestHTMLCharset(t *testing.T) {
	page := "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"></head><p>\xc7\xe0\xea\xee\xed</p>"
	lines, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte(page)})
	if err != nil || sketch(lines) != "|Закон\n" {
		t.Errorf("got %q, %v", sketch(lines), err)
	}
}

func TestHTMLDeep(t *testing.T) {
	for _, tag := range []string{"div", "b", "table", "li", "span"} {
		page := "<html>" + strings.Repeat("<"+tag+">", 100000) + "<p>Статья 1.</p>"
		lines, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte(page)})
		if err != nil || len(lines) != 1 || lines[0].Text != "Статья 1." {
			t.Errorf("%s: %d lines, %v", tag, len(lines), err)
		}
	}
}

func TestHTMLStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := htmlLines(&input{ctx: ctx, name: "a.html", data: []byte("<p>x</p>")}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	var e *Error
	if _, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte("<html><p>&nbsp;</p>")}); !errors.As(err, &e) || e.Code != "empty" {
		t.Errorf("got %v", err)
	}
}

func BenchmarkHTML(b *testing.B) {
	var page strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&page, "<p class=\"H\">Статья %d<span class=\"W9\">1</span>.&nbsp;Совет</p><p>Совет <b>вправе</b> просить сведения.</p>\n", i)
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: data}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>Статья 1<sup>1</sup>.</p>", "<table><tr><td>1<td><table><tr><td>2</table>3</table>4", "<pre>\n a\n</pre>b",
		"<ol type=i><li value=9>x</ol>", "<style>p{color:red</style><p style='a:b;color:#f00'>", "</p></td></table><td>x<tr>y", "<b><p></b><i></p>x"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		isHTML(data)
		lines, _, err := htmlLines(&input{ctx: context.Background(), name: "f.html", data: data})
		if err != nil {
			return
		}
		for _, l := range lines {
			if trim(l.Text) == "" {
				t.Fatalf("an empty line: %+v", l)
			}
			if (l.Table > 0) != (l.Cells != nil) {
				t.Fatalf("half a row: %+v", l)
			}
		}
	})
}

// TestHTMLHeadedTable reads a table whose cells hold many numbered lines: its
// headings tell that it is no frame of a page.
func TestHTMLHeadedTable(t *testing.T) {
	cell := "<td><p>Статья 1. Понятия</p><p>1) один;</p><p>2) два;</p><p>Статья 2. Цель</p><p>Статья 3. Задачи</p><p>Статья 4. Органы</p></td>"
	page := func(tag string) string {
		h := func(s string) string { return "<" + tag + ">" + s + "</" + tag + ">" }
		return "<html><body><table><tr>" + h("№") + h("Действующая редакция") + h("Предлагаемая редакция") + "</tr><tr><td>1</td>" + cell + cell + "</tr></table></body></html>"
	}
	for tag, want := range map[string]bool{"th": true, "td": false} {
		src, err := Bytes(context.Background(), "table.html", []byte(page(tag)))
		if err != nil {
			t.Fatal(err)
		}
		last := src.Lines[len(src.Lines)-1]
		if got := len(last.Cells) == 3; got != want {
			t.Errorf("<%s>: a table is %v, want %v: %+v", tag, got, want, last)
		}
	}
}
