package extract

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"svod/corpus"
)

// rtfHead is what a Russian text processor writes in front of its text.
const rtfHead = `{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset204{\*\panose 02020603050405020304}Times New Roman;}` +
	`{\f1\fswiss\fcharset0 Arial;}{\f2\fnil\fcharset2 Symbol;}{\f3\fnil\fcharset128 MS Mincho;}{\f4\fnil\fcharset0\cpg866 Courier;}}` +
	`{\colortbl;\red0\green0\blue0;\red255\green0\blue0;}` +
	`{\stylesheet{\ql\f0 Normal;}{\s1\qc\b\f0 heading 1;}{\s2\sbasedon1 Chapter;}{\s3\f0\ls1\ilvl1 Clause;}{\*\cs15\i Emphasis;}}` +
	`{\*\listtable{\list{\listlevel\levelnfc1\levelstartat1{\leveltext\'0a\u1056?\u1040?\u1047?\u1044?\u1045?\u1051? \'00.;}{\levelnumbers\'08;}}` +
	`{\listlevel\levelnfc0\levellegal1{\leveltext\'04\'00.\'01.;}{\levelnumbers\'01\'03;}}{\listlevel\levelnfc23{\leveltext\'01\u-3913 ?;}{\levelnumbers;}}\listid7}}` +
	`{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}` +
	`{\listoverride\listid7\listoverridecount1{\lfolevel}{\lfolevel\listoverridestartat\levelstartat5}\ls2}}`

// rtf makes a file of a body whose Russian is written as Windows does.
func rtf(body string) []byte {
	b, err := charmap.Windows1251.NewEncoder().Bytes([]byte(body))
	if err != nil {
		panic(err)
	}
	var out strings.Builder
	for _, c := range b {
		if c < 0x80 {
			out.WriteByte(c)
		} else {
			out.WriteString(`\'` + string("0123456789abcdef"[c>>4]) + string("0123456789abcdef"[c&15]))
		}
	}
	return []byte(rtfHead + out.String() + "}")
}

func rtfText(t *testing.T, in *input) string {
	t.Helper()
	in.ctx = t.Context()
	lines, _, err := rtfLines(in)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(linesText(tidy(lines)), "|")
}

func TestRTFText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"font's charset", `\pard\plain\f0 Статья 1\par`, "Статья 1"},
		{"western font", `{\f1 caf\'e9}\par`, "café"},
		{"code page of a font", `{\f4\'8f\'e0\'a0\'a2\'ae}\par`, "Право"},
		{"double bytes", `{\f3\'93\'fa\'96\'7b}\par`, "日本"},
		{"low, high and far fonts", `{\rtlch\fcs1 \af1 \ltrch\fcs0 \hich\af0\dbch\af3\loch\f0 Право}\par`, "Право"},
		{"high font", `{\loch\af1\hich\af0\hich Право}\par`, "Право"},
		{"unicode", `\u1028?\u1241\'3f\u-1?\par`, "Єә"},
		{"surrogates", `\uc0\u-10179\u-8704.\par`, "😀."},
		{"what stands for unicode", `{\uc2\u8212--\u1241\'d3\'a9!}\u1241 ?.\par`, "—ә!ә."},
		{"unicode without a substitute", `\u1241\par \u1241}\par`, "ә|ә"},
		{"special words", `\ldblquote а\rdblquote\emdash б\endash в\~г\_д\-е\bullet\lquote\rquote\tab ж\par`, "“а”—б–в\u00a0г-де•‘’ ж"},
		{"escapes", `\{а\}\\\par`, `{а}\`},
		{"paragraph as a symbol", "а\\\nб\\\r\nв\\par", "а|б|в"},
		{"lines and pages", `1) а;\line 2) б\page 3) в\par`, "1) а;|2) б|3) в"},
		{"line ends of the file", "при\r\nказ\\par", "приказ"},
		{"superscript", `Статья 53{\super 1}{\up6 2}{\up2 3}{\super\nosupersub 4}\par`, "Статья 53¹²34"},
		{"hidden", `за{\v тайный}кон{\deleted удалён}\par`, "закон"},
		{"capitals for show", `{\caps Глава 1}\par`, "Глава 1"},
		{"symbol font", `{\f2\'b7 a\'b3}\u-3928?\u-3913?\par`, "• α≥♦•"},
		{"a drop-down list", `Язык: {\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2\ffres25\ffdefres1{\*\ffl \'f0\'f3\'f1}{\*\ffl \u1179?\u1072?\u1079?}}}}{\fldrslt {}}}.\par`, "Язык: қаз."},
		{"a check box", `{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1}}}{\fldrslt }} да {\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffdefres0}}}{\fldrslt }} нет\par`, "☒ да ☐ нет"},
		{"a form's text", `{\field{\*\fldinst FORMTEXT {\*\formfield{\fftype0{\*\ffdeftext имя}}}}{\fldrslt Асан}}\par`, "Асан"},
		{"fields", `см. {\field{\*\fldinst HYPERLINK "http://a/{b}"}{\fldrslt статью {\b 5}}}\par`, "см. статью 5"},
		{"what no reader sees", `{\info{\title т}}{\header\pard х\par}{\*\unknown ю{я}}{\pict\bin3 }}}{\*\blipuid 0}}а{\xe б}{\*\bkmkstart в}{\*\annotation г}д\par`, "ад"},
		{"said twice", `{\upr{а}{\*\ud{\u1040?}}}б\par`, "Аб"},
		{"formula", `{\mmath{\*\moMath{\mf{\mfPr{\mtype bar}}{\mnum{\mr a}}{\mden{\mr b}}}}}\par`, "ab"},
		{"object", `{\object\objemb{\*\objclass Word}{\*\objdata 0105}{\result{\pict 00}видно}}\par`, "видно"},
		{"text box", `а{\shp{\*\shpinst{\sp{\sn n}{\sv 1}}{\shptxt\pard в рамке\par}}{\shprslt{\*\do{\dptxbxtext ещё раз}}}}б\par в`, "аб|в рамке|в"},
		{"footnotes", `Статья 1{\super\chftn}{\footnote\pard\plain{\super\chftn} первая\par вторая}. Предмет{\footnote\ftnalt конец}\par далее`, "Статья 1. Предмет|первая|вторая|конец|далее"},
		{"printed number", `{\listtext\pard\plain\f0 Статья 2.\tab}\pard\ls1\ilvl0 Цель\par`, "Статья 2. Цель"},
		{"counted number", `\pard\ls1\ilvl0 А\par\ilvl1 Б\par В\par\ilvl2 Г\par\pard\ls2\ilvl1 Д\par`, "РАЗДЕЛ I. А|1.1. Б|1.2. В|• Г|1.5. Д"},
		{"number of a style", `\pard\s3 А\par\pard\s3\ls0 Б\par`, "1.1. А|Б"},
		{"printed bullet", `{\pntext\f2\'b7\tab}а\par{\listtext -\tab}б\par{\listtext o\tab}\pard\ls1\ilvl2 в\par`, "• а|• б|• в"},
		{"old numbers", `{\*\pn\pnlvlbody\pndec\pnstart3{\pntxtb (}{\pntxta )}}а\par б\par\pard в\par`, "(3) а|(4) б|в"},
		{"old bullets", `\pard{\*\pn\pnlvlblt\pnf2{\pntxtb\'b7}}а\par`, "• а"},
		{"deleted mark", `\pard\qc первая {\deleted и\par }вторая\par`, "первая вторая"},
		{"inserted", `было{\revised , стало}\par{\revised\par}`, "было, стало"},
		{"a brace too many", `а\par}б\par{в`, "а|б|в"},
		{"a group without an end", `а\par{\pict 00ff\par\pard б\par`, "а|б"},
		{"no paragraph at the end", `а\par б`, "а|б"},
		{"unknown symbols", `а\'zz\|\:б\*`, "аzzб"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := rtfText(t, &input{data: rtf(tt.body)}); got != tt.want {
				t.Errorf("got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestRTFOriginal(t *testing.T) {
	body := `Отчёт {\deleted ежегодно}{\revised раз в полгода}.\par первая {\revised\par }вторая {\deleted\par }третья\par`
	for _, tt := range []struct {
		original bool
		want     string
	}{
		{false, "Отчёт раз в полгода.|первая|вторая третья"},
		{true, "Отчёт ежегодно.|первая вторая|третья"},
	} {
		if got := rtfText(t, &input{data: rtf(body), Reader: Reader{Original: tt.original}}); got != tt.want {
			t.Errorf("original %v: %q, want %q", tt.original, got, tt.want)
		}
	}
}

// Fonts and code pages as programs get them wrong.
func TestRTFCharsets(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"Russian in a western font", `{\rtf1\ansi{\fonttbl{\f0\fcharset0 Arial;}}\f0\'c7\'e0\'ea\'ee\'ed \'ee\'e1 \'e0\'f0\'e5\'ed\'e4\'e5}`, "Закон об аренде"},
		{"Russian without any font", `{\rtf1\ansi\ansicpg1251 \'c7\'e0\'ea\'ee\'ed}`, "Закон"},
		{"words of Western Europe", `{\rtf1\ansi{\fonttbl{\f0\fcharset0 Arial;}}\f0 Gro\'dfe Stra\'dfe, fen\'eatre, \'e9t\'e9}`, "Große Straße, fenêtre, été"},
		{"bytes as they are", "{\\rtf1\\ansi\\ansicpg1251 \xc7\xe0\xea\xee\xed}", "Закон"},
		{"UTF-8 as it is", "{\\rtf1\\ansi\\ansicpg1251 Закон «О земле»}", "Закон «О земле»"},
		{"UTF-8 that is declared", `{\rtf1\ansi\ansicpg65001 \'d0\'97\'d0\'b0}`, "За"},
		{"Macintosh", `{\rtf1\mac\deff0{\fonttbl{\f0\fcharset1 Times;}}\'8e}`, "é"},
		{"a symbol font that does not say so", `{\rtf1\ansi{\fonttbl{\f0\fcharset0 SymbolMT;}}\f0\'b7\'b3}`, "•≥"},
		{"fonts without groups", `{\rtf1\ansi{\fonttbl\f0\fcharset204 Arial;\f1\fcharset2 Symbol;}\f0\'c7\f1\'b7}`, "З•"},
		{"byte order mark and spaces in front", "\xef\xbb\xbf \r\n" + `{\rtf1 a\par b}`, "a|b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := rtfText(t, &input{data: []byte(tt.data)}); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestRTFStyle(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"runs", `\pard{\b жирный}\par{\i курсив}\par{\b\i\b0 не жирный}\par{\strike нет}\par{\cf2 красный}\par{\cf1 чёрный}\par`,
			"bold |жирный\nitalic |курсив\nitalic |не жирный\nstruck |нет\nred |красный\n|чёрный\n"},
		{"alignment", `\pard\qc а\par\pard\qr б\par\pard в\par`, "centred |а\nright |б\n|в\n"},
		{"heading style", `\pard\plain\s1 Глава 1\par\pard\plain\s1\ql\b0 Глава 2\par`, "h1 bold centred |Глава 1\nh1 |Глава 2\n"},
		{"style on a style", `\pard\plain\s2 Глава 1\par`, "h1 bold centred |Глава 1\n"},
		{"another style without a reset", `\pard\plain\s1 Глава 1\par\s0 текст\par`, "h1 bold centred |Глава 1\n|текст\n"},
		{"outline", `\pard\outlinelevel2 Статья 1\par\pard\outlinelevel9 текст\par`, "h3 |Статья 1\n|текст\n"},
		{"character style", `\pard{\cs15 слово}\par`, "italic |слово\n"},
		{"note", `а{\footnote\b сноска}\par`, "|а\nnote |сноска\n"},
		{"table of contents", `{\field{\*\fldinst {\rtlch TOC \\o "1-3"}}{\fldrslt\pard\plain Статья 1\tab 5\par}}\pard Статья 1\par`, "link |Статья 1 5\n|Статья 1\n"},
		{"link into the document", `{\field{\*\fldinst HYPERLINK \\l "a"}{\fldrslt Статья 1}}\par`, "link |Статья 1\n"},
		{"link elsewhere", `{\field{\*\fldinst HYPERLINK "http://a"}{\fldrslt Статья 1}}\par`, "|Статья 1\n"},
		{"plain", `\b\i\cf2 а\plain  бвгде\par`, "|а бвгде\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, _, err := rtfLines(&input{ctx: t.Context(), data: rtf(tt.body)})
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(lines); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestRTFTables(t *testing.T) {
	const two = `\trowd\trleft0\cellx1000\cellx3000`
	for _, tt := range []struct{ name, body, want string }{
		{"rows", two + `\pard\intbl № \cell Орган\cell\row` + two + `\pard\intbl 1\cell Совет\par народный\cell\row\pard после\par`,
			"t1[№][Орган]\nt1[1][Совет/народный]\n|после\n"},
		{"two tables", two + `\pard\intbl а\cell б\cell\row\pard\par` + two + `\pard\intbl в\cell г\cell\row`, "t1[а][б]\nt2[в][г]\n"},
		{"shape behind the cells", `\pard\intbl а\cell б\cell{` + two + `\row}`, "t1[а][б]\n"},
		{"columns spanned", `\trowd\cellx1000\cellx2000\cellx3000\intbl а\cell б\cell в\cell\row\trowd\cellx2000\cellx3010\intbl г\cell д\cell\row`,
			"t1[а][б][в]\nt1[г 2x0][д]\n"},
		{"merged to the right", `\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000\intbl а\cell\cell б\cell\row`, "t1[а 2x0][б]\n"},
		{"merged downwards", `\trowd\clvmgf\cellx1000\cellx2000\intbl а\cell б\cell\row\trowd\clvmrg\cellx1000\cellx2000\intbl\cell в\cell\row`,
			"t1[а 0x2][б]\nt1[в]\n"},
		{"nested", two + `\pard\intbl а\par\pard\intbl\itap2 в\nestcell г\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl б\cell д\cell\row`,
			"t1[а/в/г/б][д]\n"},
		{"cells that don't say so", `\trowd\cellx1000\cellx2000\pard а\par б\cell в\cell\row\pard после\par`, "t1[а/б][в]\n|после\n"},
		{"no rows after all", `\trowd\cellx1000\pard а\par б\par`, "|а\n|б\n"},
		{"no shape", `\pard\intbl а\cell б\cell\row`, "t1[а][б]\n"},
		{"no end", two + `\pard\intbl а\cell б`, "t1[а][б]\n"},
		{"footnote", two + `\pard\intbl а{\footnote сноска}\cell б\cell\row` + two + `\intbl в\cell г\cell\row`, "t1[а][б]\nnote |сноска\nt1[в][г]\n"},
		{"number alone in a cell", two + `\pard\intbl{\listtext 1.\tab}\cell а\cell\row`, "t1[1.][а]\n"},
		{"line break", two + `\pard\intbl а\line б\cell в\cell\row`, "t1[а/б][в]\n"},
		{"empty rows", two + `\pard\intbl\cell\cell\row` + two + `\intbl а\cell\cell\row`, "t1[а][]\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, _, err := rtfLines(&input{ctx: t.Context(), data: rtf(tt.body)})
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(lines); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// Files that break off or are glued together are read as far as they go.
func TestRTFWarnings(t *testing.T) {
	whole := rtf(`Статья 1\par{\b Статья 2}\par`)
	for _, tt := range []struct {
		name string
		data []byte
		want []corpus.Warning
	}{
		{"whole", whole, nil},
		{"zeros behind it", append(slices.Clone(whole), "\r\n\x00\x00"...), nil},
		{"cut short", whole[:len(whole)-12], []corpus.Warning{{Code: "cut-short"}}},
		{"cut in a word", whole[:len(whole)-3], []corpus.Warning{{Code: "cut-short"}}},
		{"a brace too many", rtf(`Статья 1\par}}Статья 2`), []corpus.Warning{{Code: "rtf-groups"}}},
	} {
		lines, warnings, err := rtfLines(&input{ctx: t.Context(), data: tt.data})
		if err != nil || len(lines) != 2 {
			t.Errorf("%s: %d lines, %v", tt.name, len(lines), err)
		}
		if !slices.EqualFunc(warnings, tt.want, func(a, b corpus.Warning) bool { return a.Code == b.Code }) {
			t.Errorf("%s: %v, want %v", tt.name, warnings, tt.want)
		}
	}
}

// What is made to hurt is read to its end, and what stands behind it too.
func TestRTFHostile(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"groups without end", strings.Repeat("{", 300000) + `а\par`, "а"},
		{"groups in groups", strings.Repeat(`{\b`, 300000) + " а" + strings.Repeat("}", 300000) + `б\par`, "аб"},
		{"bytes that are not there", `а\par\bin99999999999999 б`, "а"},
		{"bytes less than none", `а\bin-5 б\par`, "аб"},
		{"replaced without end", `\uc999999999\u1040` + strings.Repeat("?", rtfMaxSkip) + `\par б\par`, "А|б"},
		{"pictures without end", strings.Repeat(`{\pict 0`, 100000) + `\pard а\par`, "а"},
		{"notes in notes", strings.Repeat(`{\footnote\par а`, 1000), "а"},
		{"tables in tables", strings.Repeat(`\intbl\itap999999 а\nestcell\nestrow`, 1000) + `\pard б\par`, "б"},
		{"cells without end", strings.Repeat(`\cell`, 300000) + `\row\pard а\par`, "а"},
		{"lines without end", strings.Repeat(`\line`, 300000) + `а\par`, "а"},
		{"styles in a ring", `{\stylesheet{\s8\sbasedon9 A;}{\s9\sbasedon8 B;}}\pard\s8 а\par`, "а"},
		{"numbers too long", `\pard\ls99999999999999999999\ilvl-7\itap-3 а\par`, "а"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := rtfText(t, &input{data: rtf(tt.body)})
			if !strings.HasSuffix(got, tt.want) {
				t.Errorf("got %.100q, want %q at the end", got, tt.want)
			}
		})
	}
}

// The context ends the reading.
func TestRTFCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := rtfLines(&input{ctx: ctx, data: rtf("а")}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// The same regulation, as a word processor saved it in two formats, gives the
// same words; RTF under another name is known by its content.
func TestDataRTF(t *testing.T) {
	for _, name := range dataFiles(t, "reports/generated/docx_handmade", "*.rtf") {
		twin := strings.TrimSuffix(name, ".rtf") + ".docx"
		if !exists(twin) {
			continue
		}
		for _, w := range missing(wordsOf(linesText(readData(t, twin))...), wordsOf(linesText(readData(t, name))...)) {
			// The program that made the RTF counts some automatic numbers in its own way.
			if strings.ContainsFunc(w, unicode.IsLetter) {
				t.Errorf("%s lost %q", filepath.Base(name), w)
			}
		}
	}
	for _, name := range dataFiles(t, "", "*.rtf") {
		text := strings.Join(linesText(readData(t, name)), "\n")
		russian, foreign := 0, 0
		for _, r := range text {
			if 'А' <= r && r <= 'я' {
				russian++
			} else if 0x80 <= r && r < 0x100 && !strings.ContainsRune("«»§°±·\u00a0", r) {
				foreign++
			}
		}
		if foreign*100 > russian {
			t.Errorf("%s: %d Latin letters with accents beside %d Russian ones", filepath.Base(name), foreign, russian)
		}
	}
}

func FuzzRTF(f *testing.F) {
	f.Add(rtf(`\pard\s1{\listtext 1.\tab}Статья 53{\super 1}{\footnote а}\par\trowd\clvmgf\cellx100\intbl б\cell\row`))
	f.Add(rtf(`{\upr{а}{\*\ud{\u1040?}}}{\shp{\*\shpinst{\shptxt в\par}}}{\*\pn\pnlvlbody\pndec{\pntxta )}}г\par\pard\ls2\ilvl1 д\par`))
	f.Add(rtf(`\trowd\cellx10\cellx20\intbl\itap2 а\nestcell{\*\nesttableprops\trowd\clmgf\cellx5\clmrg\cellx9\nestrow}\cell{\deleted\row}`))
	f.Add([]byte(`{\rtf1{\fonttbl\f0\fcharset128 A;}{\colortbl;\red255;}\bin3 }}}\u-10179?\u-8704?\'93\'fa\uc9`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, original := range []bool{false, true} {
			lines, _, err := rtfLines(&input{ctx: context.Background(), data: data, Reader: Reader{Original: original}})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range tidy(lines) {
				if !utf8.ValidString(l.Text) || (l.Table > 0) != (l.Cells != nil) {
					t.Errorf("%+v", l)
				}
			}
		}
	})
}

func BenchmarkRTF(b *testing.B) {
	var body strings.Builder
	for range 3000 {
		body.WriteString(`\pard\plain\s1{\b Статья 1. Предмет регулирования}\par\pard\plain\f0 1) настоящий Закон регулирует отношения;\par` + "\r\n")
	}
	data := rtf(body.String())
	if name := os.Getenv("SVOD_BENCH_RTF"); name != "" {
		var err error
		if data, err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := rtfLines(&input{ctx: context.Background(), data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
