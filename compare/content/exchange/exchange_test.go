package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"svod/compare/content"
)

const ours = `codebook: Проба
version: 3
unit: абзац
count: упоминания
nested: all
sets: {отрицание: [не, без]}
categories:
  - id: формы
    name: Формы участия
    heading: true
    children:
      - id: формы.слушания
        name: Общественные слушания
        definition: "Очное обсуждение\nс участием <НПО> & граждан"
        include: «…проводит слушания…»
        exclude: слушания в суде
        tone: "+"
        color: "#3366CC"
        any: [общественные слушания, обсуждение /3 общественный, =НПО, консульт*, 're:\bп\.', '@отрицание', "слу?ание"]
        weights: {консульт*: 2}
        not: [слушание /2 суд]
        require: {scope: статья, all: ['#акторы']}
  - id: акторы
    guid: 0F2E4D6C-1111-2222-3333-444455556666
    any: [=фонд, консульт*]
variables:
  - {id: V1, type: nominal, values: {1: да, 0: нет}, category: формы}
`

func load(t testing.TB, s string) *content.Codebook {
	t.Helper()
	cb, err := content.Load("c.yaml", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func tell(losses []Loss) string {
	var out []string
	for _, l := range losses {
		s := l.Category
		if l.Line > 0 {
			s = fmt.Sprintf("%d %s", l.Line, s)
		}
		out = append(out, strings.TrimSpace(strings.Join(append([]string{s, l.Item, l.Code}, l.Args...), "|")))
	}
	return strings.Join(out, "\n")
}

// TestQDC: all of a codebook comes back from REFI-QDA.
func TestQDC(t *testing.T) {
	cb := load(t, ours)
	data, losses := Write(QDC, cb)
	if len(losses) > 0 {
		t.Errorf("losses: %s", tell(losses))
	}
	if !bytes.HasPrefix(data, []byte("<?xml")) {
		t.Errorf("begins with %.10q", data)
	}
	for _, want := range []string{`isCodable="false"`, `isCodable="true" color="#3366CC"`, `guid="0F2E4D6C-1111-2222-3333-444455556666"`, "&lt;НПО&gt;"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	again, losses, err := Read(QDC, "c.qdc", data)
	if err != nil || len(losses) > 0 {
		t.Fatal(err, tell(losses))
	}
	if !bytes.Equal(again.YAML(), cb.YAML()) {
		t.Errorf("%s\n%s", cb.YAML(), again.YAML())
	}
}

func TestUUID(t *testing.T) {
	// The example of RFC 9562, A.4.
	dns := [16]byte{0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	if got := fmt.Sprintf("%x", v5(dns, "www.example.com")); got != "2ed6657de927568b95e12665a8aea6a2" {
		t.Error(got)
	}
	if uuid("формы") == uuid("форма") {
		t.Error("not of the ID")
	}
}

// Files of other programs in their own shapes, by hand.
var samples = map[Format]string{
	QDC: `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other"><Codes>
<Code guid="aaaaaaaa-1111-2222-3333-444455556666" name="Участие" isCodable="true" color="#FF0000"><Description>Кто участвует</Description>
<Code guid="bbbbbbbb-1111-2222-3333-444455556666" name="Слушания" isCodable="false"/></Code>
</Codes></CodeBook>`,
	Quanteda:   "УЧАСТИЕ:\n  слушания: [слушан*, \"общественные слушания\"]\n  __:\n    - участие\nсуд: [суд, иск?]\n",
	LIWC:       "%\n1\tУчастие\n\t2\tСлушания\n3\tСуд\n%\nслушан*\t1\t2\nучастие\t1\nжалоба\t2 3\nобщественные слушания\t1\t2\n",
	WordStat:   "УЧАСТИЕ\n\tСЛУШАНИЯ\n\t\tСЛУШАН* (1)\n\t\tОБЩЕСТВЕННЫЕ_СЛУШАНИЯ (2.5)\n\tУЧАСТИЕ (1)\nСУД\n\tИСК (1)\n",
	Yoshikoder: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dictionary style=\"050805\" patternengine=\"substring\">\n<cnode name=\"Мой\" desc=\"\"><cnode name=\"Участие\" desc=\"Кто\"><cnode name=\"Слушания\" desc=\"\"><pnode name=\"слушан*\"/></cnode><pnode name=\"участие\"/></cnode></cnode>\n</dictionary>\n",
}

// TestRoundTrips: what was imported is exported and imported as the same, and
// nothing is lost on the way.
func TestRoundTrips(t *testing.T) {
	shapes := map[Format]string{
		QDC:        "участие[]{участие.слушания[]}",
		Quanteda:   "участие[=участие]{участие.слушания[слушан*|=общественные =слушания]} суд[=суд|иск?]",
		LIWC:       "участие[=участие]{участие.слушания[слушан*|=жалоба|=общественные =слушания]} суд[=жалоба]",
		WordStat:   "участие[=УЧАСТИЕ]{участие.слушания[СЛУШАН*|=ОБЩЕСТВЕННЫЕ =СЛУШАНИЯ]} суд[=ИСК]",
		Yoshikoder: "участие[=участие]{участие.слушания[слушан*]}",
	}
	for f, sample := range samples {
		cb, losses, err := Read(f, "sample", []byte(sample))
		if err != nil || len(losses) > 0 {
			t.Errorf("%s: %v %s", f, err, tell(losses))
			continue
		}
		if got := shape(cb.Categories); got != shapes[f] {
			t.Errorf("%s: got %s, want %s", f, got, shapes[f])
		}
		data, losses := Write(f, cb)
		for _, l := range losses {
			if l.Code != "head" {
				t.Errorf("%s: %s", f, tell(losses))
			}
		}
		again, losses, err := Read(f, "sample", data)
		if err != nil || len(losses) > 0 || !bytes.Equal(again.YAML(), cb.YAML()) {
			t.Errorf("%s: %v %s\n%s\n%s\n%s", f, err, tell(losses), data, cb.YAML(), again.YAML())
		}
		if got, ok := Detect("sample"+map[Format]string{Quanteda: ".yml", WordStat: ".cat"}[f], []byte(sample)); !ok || got != f {
			t.Errorf("%s is taken for %s", f, got)
		}
	}
	cb, _, _ := Read(WordStat, "a.cat", []byte(samples[WordStat]))
	if c := cb.Category("участие.слушания"); c.Weights["=ОБЩЕСТВЕННЫЕ =СЛУШАНИЯ"] != 2.5 {
		t.Errorf("weights %v", c.Weights)
	}
}

func shape(cs []*content.Category) string {
	var out []string
	for _, c := range cs {
		s := c.ID + "[" + strings.Join(c.Any, "|") + "]"
		if len(c.Children) > 0 {
			s += "{" + shape(c.Children) + "}"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// TestLosses: what a dictionary cannot hold is told, item by item.
func TestLosses(t *testing.T) {
	cb := load(t, ours)
	data, losses := Write(WordStat, cb)
	got := tell(losses)
	for _, want := range []string{
		"Общественные слушания|общественные слушания|near|обществен* слушан*", "Общественные слушания|обсуждение /3 общественный|operator|/3",
		`Общественные слушания|re:\bп\.|operator|re:`, "Общественные слушания|слу?ание|wildcard", "Общественные слушания||not|слушание /2 суд",
		"Общественные слушания||require|#акторы", "Общественные слушания||definition", "Общественные слушания||examples", "Общественные слушания||tone|+",
		"Формы участия||heading", "|head|version|",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s\n%s", want, got, data)
		}
	}
	if !bytes.Contains(data, []byte("\t\tконсульт* (2)\n")) || !bytes.Contains(data, []byte("\t\tнпо (1)\n")) && !bytes.Contains(data, []byte("\t\tНПО (1)\n")) {
		t.Errorf("%s", data)
	}
	for f, in := range map[Format]string{
		LIWC:     "%\n1\tА\n%\nkind\t(02 134)125/464\nб\t7\n:)\t1\nв\t1\n",
		WordStat: "А\n\t@RULE [X NEAR Y] (1)\n\tБ (1)\n",
	} {
		_, losses, err := Read(f, "x", []byte(in))
		if err != nil || len(losses) == 0 {
			t.Errorf("%s: %v %s", f, err, tell(losses))
		}
		t.Log(tell(losses))
	}
}

func TestHostile(t *testing.T) {
	for name, tt := range map[string]struct {
		f    Format
		in   string
		code string
	}{
		"no XML":       {QDC, "код;шаблон", "xml"},
		"cut off":      {QDC, samples[QDC][:300], "xml"},
		"other XML":    {QDC, "<a/>", "format"},
		"entities":     {QDC, `<!DOCTYPE a [<!ENTITY b "bbbb">]><CodeBook><Codes><Code name="&b;&b;"/></Codes></CodeBook>`, "xml"},
		"deep":         {Yoshikoder, "<dictionary>" + strings.Repeat("<cnode>", 200), "too-deep"},
		"no legend":    {LIWC, "слово\t1", "no-legend"},
		"half legend":  {LIWC, "%\n1\tА", "no-legend"},
		"list":         {Quanteda, "- а\n- б\n", "format"},
		"aliases":      {Quanteda, "а: &x [б]\nв: *x\n", "alias"},
		"no text":      {WordStat, "\x00\x01\x02\x03PK", "format"},
		"deep outline": {WordStat, outlineOf(150), "too-deep"},
	} {
		_, _, err := Read(tt.f, "x", []byte(tt.in))
		var e *content.Error
		if !errors.As(err, &e) || e.Code != tt.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func outlineOf(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("\t", i) + "А\n")
	}
	return b.String()
}

// FuzzRead holds of every format that what was read can be written and read
// again as the same.
func FuzzRead(f *testing.F) {
	for i, x := range formats {
		f.Add(i, samples[x.format])
		data, _ := Write(x.format, load(f, ours))
		f.Add(i, string(data))
	}
	f.Fuzz(func(t *testing.T, i int, s string) {
		if i < 0 || i >= len(formats) {
			t.Skip()
		}
		format := formats[i].format
		cb, _, err := Read(format, "f", []byte(s))
		if err != nil {
			if len(content.Faults(err)) == 0 {
				t.Fatal(err)
			}
			return
		}
		data, losses := Write(format, cb)
		again, _, err := Read(format, "f", data)
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, cb.YAML(), data)
		}
		for _, l := range losses { // these change what is read
			if l.Code != "head" && l.Code != "near" {
				return
			}
		}
		if a, b := cb.YAML(), again.YAML(); format == QDC && !bytes.Equal(a, b) {
			t.Fatalf("%s\n%s\n%s", a, data, b)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	s.WriteString("%\n1\tА\n%\n")
	for i := range 2000 {
		fmt.Fprintf(&s, "слово%d*\t1\n", i)
	}
	b.SetBytes(int64(s.Len()))
	for b.Loop() {
		if _, _, err := Read(LIWC, "b.dic", []byte(s.String())); err != nil {
			b.Fatal(err)
		}
	}
}
