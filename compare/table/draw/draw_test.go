package draw

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"io"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// Every letter of Russian and Kazakh, and the signs of tables, have a shape.
func TestLetters(t *testing.T) {
	var buf sfnt.Buffer
	for _, isBold := range []bool{false, true} {
		for _, r := range "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяӘәҒғҚқҢңӨөҰұҮүҺһІі0123456789 \u00a0–—−«»„“”…%№§×²³±·•→≥≤" {
			g, err := face(isBold).GlyphIndex(&buf, r)
			if err != nil || g == 0 {
				t.Errorf("bold %v: no shape for %q", isBold, r)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width float64
		most  int
		want  string
	}{
		{"", 100, 0, ""},
		{"Акмолинская область", 1000, 0, "Акмолинская область"},
		{"Акмолинская область", 80, 0, "Акмолинская|область"},
		{"Закон об общественных советах", 60, 0, "Закон|об общес-|твенных|советах"},
		{"Восточно-Казахстанская область", 120, 0, "Восточно-|Казахстанская|область"},
		{"Общественные слушания и экспертиза", 90, 2, "Общественные|слушания…"},
		{"12\u00a0345 человек", 60, 0, "12\u00a0345|человек"},
		{"первая\nвторая", 1000, 0, "первая|вторая"},
	} {
		if got := strings.Join(Wrap(c.in, 12, false, c.width, c.most), "|"); got != c.want {
			t.Errorf("Wrap(%q, %v): %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestColors(t *testing.T) {
	if got := Mix("000000", "FFFFFF", 0.5); got != "808080" {
		t.Errorf("half of black and white: %s", got)
	}
	if got := Mix("1F4E79", "FFFFFF", 0); got != "1F4E79" {
		t.Errorf("nothing mixed in: %s", got)
	}
	if d, l := Color("1F4E79").Light(), Color("BDD7EE").Light(); d > 0.4 || l < 0.7 {
		t.Errorf("dark %v, light %v", d, l)
	}
}

// picture is one with all that pictures can hold.
func picture(s string) *Canvas {
	c := &Canvas{W: 120, H: 80, Title: s, ID: "a-"}
	for h := Plain; h <= Dotted; h++ {
		c.Rect(float64(h)*20, 5, 18, 30, Style{Fill: "BDD7EE", Hatch: h, Ink: "1F4E79", Stroke: "333333", Width: 1})
	}
	c.Line([]Point{{0, 50}, {60, 40}, {119, 70}}, Style{Stroke: "1A1A1A", Width: 1.5, Dash: []float64{4, 2}})
	c.Circle(60, 50, 5, Style{Fill: "FFFFFF", Stroke: "1F4E79", Width: 1})
	c.Text(Text{X: 60, Y: 70, S: s, Size: 10, Anchor: Middle, Halo: true})
	c.Text(Text{X: 10, Y: 78, S: s, Size: 10, Bold: true, Turned: true, Color: "1F4E79"})
	return c
}

func TestSVG(t *testing.T) {
	var b bytes.Buffer
	if err := picture(`«А» & <Б>`).SVG(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"«А» &amp; &lt;Б&gt;</text>", `aria-label="«А» &amp; &lt;Б&gt;"`, `fill="url(#a-hatch1-BDD7EE-1F4E79)"`, `<pattern id="a-hatch4-BDD7EE-1F4E79"`,
		`stroke-dasharray="4 2"`, `transform="rotate(-90 10 78)"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}

// The picture has its size and density, hatches differ from plain fills, and
// nothing is drawn outside of shapes.
func TestPNG(t *testing.T) {
	var b bytes.Buffer
	if err := picture("Ж").PNG(&b, 2, 300); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte("pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01")) {
		t.Error("300 dots an inch are not said")
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got.X != 240 || got.Y != 160 {
		t.Errorf("size %v", got)
	}
	colors := func(x int) map[uint32]bool { // of a column of pixels within a rectangle
		out := map[uint32]bool{}
		for y := 20; y < 60; y++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			out[r>>8<<16|g>>8<<8|bl>>8] = true
		}
		return out
	}
	if got := colors(18); len(got) != 1 || !got[0xBDD7EE] {
		t.Errorf("a plain fill: %v", got)
	}
	for n := 1; n < 5; n++ {
		if got := colors(n*40 + 10); len(got) < 3 || !got[0xBDD7EE] {
			t.Errorf("hatch %d: %v", n, got)
		}
	}
	if r, g, bl, _ := img.At(239, 1).RGBA(); r&g&bl != 0xFFFF {
		t.Error("the background is not white")
	}
}

func FuzzPicture(f *testing.F) {
	f.Add("обычный", 10.0, 12.0)
	f.Add("\x00\xff]]>&<\n\ufffe", -1e300, 1e300)
	f.Add("🙂 العربية", 1e9, 0.0)
	f.Fuzz(func(t *testing.T, s string, x, size float64) {
		c := picture(s)
		c.Text(Text{X: x, Y: -x, S: s, Size: size, Anchor: End, Halo: true})
		c.Rect(x, x, size, size, Style{Fill: "FFFFFF", Hatch: Cross, Ink: "000000", Stroke: "000000", Width: 1})
		c.Line([]Point{{0, 0}, {x, size}}, Style{Stroke: "333333", Width: 1, Dash: []float64{2, 1}})
		for _, l := range Wrap(s, 12, true, x, 5) {
			if strings.ContainsAny(l, "\n") {
				t.Errorf("a line of two: %q", l)
			}
		}
		var b bytes.Buffer
		if err := c.SVG(&b); err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(&b); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		b.Reset()
		if err := c.PNG(&b, 1, 96); err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(&b); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkPNG(b *testing.B) {
	c := picture("Общественный совет")
	for range b.N {
		if err := c.PNG(io.Discard, 3, 300); err != nil {
			b.Fatal(err)
		}
	}
}
