package extract

import (
	"context"
	"strings"
	"testing"
)

// Pages as the portals of the region mark them up; the acts are ours.
func TestHTMLSites(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"state database of Kazakhstan", `<html><head><title>О садах - ИПС</title><link rel=stylesheet href=a.css></head><body>
			<div class="topmenu"><ul><li><a href="/rus">Рус</a></li><li><a href="/kaz">Қаз</a></li></ul></div>
			<div class="container_gamma status"><ul class="breadcrumbs"><li><a href="/">Главная</a></li><li><a href="/d">Документы</a></li></ul></div>
			<div class="slogan"><h1>О садах</h1></div><div class="toolbar noprint"><a href="#">Печать</a> <a href="#">Word</a></div>
			<article><div id="from" data-dxd="b"><p>Закон Республики от 2 ноября 2019 года № 12</p>
			<p><font color="#FF0000"><b>Примечание ИЗПИ!</b><br></font><font color="#FF0000">Порядок введения см. ст. 9.</font></p>
			<h3 id="z5">Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ</h3>
			<p id="z6"><b>Статья 5-1. Сады</b></p><p id="z7"><a name="z7"></a>&#160;&#160;&#160;&#160;&#160;&#160;1. Сад закрыт.</p><p>&#160;&#160; 1) ночью;<br>&#160;&#160; 2) зимой.</p>
			<p class="note"><span class="note">Сноска. Статья 5-1 с изменениями <a href="/rus/docs/Z1#z3">№ 5</a>.</span></p></div></article>
			<div class="share"><a href="//vk.com">ВКонтакте</a></div><div class="related"><h4>Похожие документы</h4><a href=x>О парках</a></div>
			<footer>© Институт</footer></body>`,
			`h1 |О садах
|Закон Республики от 2 ноября 2019 года № 12
bold red |Примечание ИЗПИ!
red |Порядок введения см. ст. 9.
h3 |Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ
bold |Статья 5-1. Сады
|1. Сад закрыт.
|1) ночью;
|2) зимой.
note |Сноска. Статья 5-1 с изменениями № 5.
`},
		{"legal database of Kazakhstan", `<div class="header-menu"><a href=/>Войти</a></div><div class="cookie-notice">Мы используем файлы cookie. <button>Хорошо</button></div>
			<div class="main-text"><p class="pc" style="text-align:center"><span class="s1">ЗАКОН</span></p><p class="pj"><span class="s0"><a name=SUB100></a></span></p>
			<p class="pj"><a name="SUB200" class="sub"></a><span class="s1">Статья 2. Вода</span></p>
			<p class="pji"><span class="s3">В подпункт 1 внесены изменения в соответствии с </span><a href="jl:1"><span class="s9">Законом</span></a><span class="s3"> (</span><a href="jl:2"><i>см. стар. ред.</i></a>)</p>
			<p class="pj"><span class="s0">1) вода чиста;</span></p></div><div class="share42init">Поделиться</div><p>Просмотров: 1 204</p>
			<style>.pc{text-align:center}.s1{font-weight:bold;color:#000080}.s3{color:red;font-style:italic}</style>`,
			`centred |ЗАКОН
|Статья 2. Вода
|В подпункт 1 внесены изменения в соответствии с Законом (см. стар. ред.)
|1) вода чиста;
`},
		{"official portal of Russia", `<html xmlns:v="urn:schemas-microsoft-com:vml"><head><!--[if !mso]><style>v\:*{behavior:url(#x)}</style><![endif]--></head><body>
			<p class="C">ФЕДЕРАЛЬНЫЙ ЗАКОН</p><p class="T">РАЗДЕЛ I<br>ОБЩЕЕ</p><p class="H">Статья 53<span class="W9">1</span>. Долг</p>
			<p>1. Долг платят. <span class="mark">(Часть в редакции закона <a class="doclink" href="#">от 08.12.2003 № 1</a>)</span></p><p class="I">(Дополнение статьёй)</p></body>`,
			`centred |ФЕДЕРАЛЬНЫЙ ЗАКОН
bold centred |РАЗДЕЛ I
bold centred |ОБЩЕЕ
bold |Статья 53¹. Долг
|1. Долг платят. (Часть в редакции закона от 08.12.2003 № 1)
|(Дополнение статьёй)
`},
		{"ministry of justice of Kyrgyzstan", `<form id="aspnetForm"><input type=hidden value="x"><div id="menu"><a href=1>Поиск</a></div><div class="WordSection1">
			<p class="tkZagolovok2"><span style="font-size:12.0pt">ЗАКОН О ЯБЛОКАХ</span></p><p class=tkNazvanie>Статья 1. Яблоки</p><p class=tkTekst>1. Яблоки красные.</p><p>2. Яблоки сладкие.</p>
			<p class=tkNazvanie>Статья 2. Сады</p><p>1) сад;</p><p class="tkRedakcijaSpisok"><i>(В редакции Закона)</i></p></div></form>`,
			`|ЗАКОН О ЯБЛОКАХ
|Статья 1. Яблоки
|1. Яблоки красные.
|2. Яблоки сладкие.
|Статья 2. Сады
|1) сад;
italic |(В редакции Закона)
`},
		{"legal database of Belarus", `<nav class="navbar">Меню</nav><div id="print-area"><div class="Section1"><p class=newncpi0><span class=name>КОДЕКС</span></p>
			<p class=article>Статья&nbsp;7. Лес<a class="snoski" href="#a2"><sup>1</sup></a></p><p class=point>1.&nbsp;Лес общий.</p><p class=snoski>______________________________</p></div></div>
			<div class="page-nav"><a href=1>Назад</a></div>`,
			`|КОДЕКС
|Статья 7. Лес¹
|1. Лес общий.
|______________________________
`},
		{"commercial database", `<div class="breadcrumb"><a href="/">Главная</a> / <a href="/l">Законы</a></div><div class="document-page__content document-page_left-padding">
			<div class="document__style doc-style"><h1>Закон</h1><p style="text-align:right">Приложение</p><div class="doc-insert">(в ред. закона)</div><p><ins class="doc-a">Статья 1.</ins> Цель</p></div></div>
			<div class="document-footer">Президент А.А. Иванов</div><div class="pagination">1 2 3</div><a class="print-btn" href=#>Распечатать</a>`,
			`h1 |Закон
right |Приложение
|(в ред. закона)
|Статья 1. Цель
|Президент А.А. Иванов
`},
	} {
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

func TestHTMLMarks(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"bullets", `<ul><li>а</li><li>1) свой номер</li><li>— черта</li><ul><li>б</ul></ul>`, "• а|1) свой номер|— черта|• б"},
		{"no bullets", `<style>ul.plain{list-style:none}</style><ul class=plain><li>а</ul><ul style="list-style-type: none"><li>б</ul><ul type=none><li>в</ul>`, "а|б|в"},
		{"formats", `<ol type=i start=4><li>а</ol><ol style="list-style-type:upper-roman"><li>б</ol><ol style="list-style:lower-alpha outside"><li>в</ol><ol type=A start=27><li>г</ol>`,
			"iv. а|I. б|a. в|AA. г"},
		{"values", `<ol><li>а<li value=7>б<li>в<li type=a>г</ol>`, "1. а|7. б|8. в|i. г"},
		{"counting down", `<ol reversed><li>а<li>б<ol><li>внутри</ol><li>в</ol><ol reversed start=10><li>г<li>д</ol>`, "3. а|2. б|1. внутри|1. в|10. г|9. д"},
		{"Word's", `<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>а</p>
			<p><span style='mso-list:Ignore'>1)<span>&nbsp; </span></span>б</p>`, "•\u00a0\u00a0 а|1)\u00a0 б"},
		{"hidden", `<p>а<span style="display:none">х</span><span hidden>х</span><span style="visibility:collapse">х</span><span class=sr-only>х</span><span style="mso-hide:all">х</span><span style="font-size:0">х</span>б</p>`, "аб"},
		{"changes", `<p>раз в <del>год</del><ins>полгода</ins><s>!</s></p>`, "раз в полгода!"},
		{"details", `<details><summary>Статья 1</summary><p>Текст</p></details>`, "Статья 1|Текст"},
		{"page in a page", `<p>а</p><iframe srcdoc="<p>Статья &quot;1&quot;</p>">нет</iframe><p>б</p>`, `а|Статья "1"|б`},
		{"quotes", `<p>закон <q>О садах</q></p>`, "закон «О садах»"},
		{"the way to the page", `<p><a href=/>Главная</a> › <a href=/l>Законы</a> › О садах</p><p>Главная цель закона</p>`, "Главная цель закона"},
		{"words of the site", `<p>Поделиться:</p><p>Количество просмотров: 15</p><p><a href=#>Печать</a></p><p>Печать</p><p>Скачать в Word</p>`, "Печать"},
		{"act in a window", `<div class=modal><p>Статья 1. Цель</p><p>1) одна;</p><p>2) другая.</p><div class=share>ВК</div></div><p>Наверх</p>`, "Статья 1. Цель|1) одна;|2) другая."},
		{"title in a bar", `<div id=menu-bar class="menu-bar sticky"><a href=x>Темы</a><h1>О садах</h1></div><p>Статья 1</p>`, "О садах|Статья 1"},
		{"classes of state", `<html class="sidebar-visible no-js"><div class=menu-open><p>Статья 1</p></div><div class=sidebar>Новости</div>`, "Статья 1"},
		{"footnote aside", `<article><p>Статья 1<sup>1</sup></p></article><aside role=doc-footnote>1 Сноска.</aside>`, "Статья 1¹|1 Сноска."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte(tt.page)})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(linesText(lines), "|"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
	lines, _, err := htmlLines(&input{ctx: t.Context(), data: []byte(`<p>раз в <del>год</del><ins>полгода</ins></p><div id=ftn1><p>1 Сноска.</p></div>`), Reader: Reader{Original: true}})
	if got := sketch(lines); err != nil || got != "|раз в год\nnote |1 Сноска.\n" {
		t.Errorf("before the changes: %s, %v", got, err)
	}
}

// Acts in tables that only hold them in their place.
func TestHTMLParallel(t *testing.T) {
	row := func(ru, kk string) string { return "<tr><td>" + ru + "</td><td>" + kk + "</td></tr>" }
	for _, tt := range []struct{ name, page, want string }{
		{"one cell", `<table><tr><td><p>Статья 1</p><p>1) а;</p></td></tr></table>`, "Статья 1|1) а;"},
		{"a column each", "<table>" + row("<p>Статья 1. Мақсат</p><p>1. Мәтін.</p><p>2. Мәтін.</p><p>3. Мәтін.</p>", "<p>Статья 1. Цель</p><p>1. Текст.</p><p>2. Текст.</p><p>3. Текст.</p>") + "</table>",
			"Статья 1. Мақсат|1. Мәтін.|2. Мәтін.|3. Мәтін.|Статья 1. Цель|1. Текст.|2. Текст.|3. Текст."},
		{"a row a paragraph", "<table>" + row("1-бап. Мақсат", "Статья 1. Цель") + row("1. Қазақ мәтіні.", "1. Русский текст.") + row("2. Қазақ мәтіні.", "2. Русский текст.") + "</table>",
			"1-бап. Мақсат|1. Қазақ мәтіні.|2. Қазақ мәтіні.|Статья 1. Цель|1. Русский текст.|2. Русский текст."},
		{"a table of names", "<table>" + row("Орган", "Қала") + row("Совет", "Көкшетау") + row("Палата", "Өскемен") + "</table>", "Орган\tҚала|Совет\tКөкшетау|Палата\tӨскемен"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, _, err := htmlLines(&input{ctx: context.Background(), name: "a.html", data: []byte(tt.page)})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(linesText(lines), "|"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
