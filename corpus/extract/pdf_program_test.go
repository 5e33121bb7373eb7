package extract

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

func u16(n ...int) []byte {
	var b []byte
	for _, v := range n {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// makeSfnt makes a TrueType font of the given tables.
func makeSfnt(tables map[string][]byte) []byte {
	head := append([]byte("\x00\x01\x00\x00"), u16(len(tables), 0, 0, 0)...)
	var body []byte
	for name, t := range tables {
		at := 12 + 16*len(tables) + len(body)
		head = append(append(head, name...), u16(0, 0, at>>16, at, len(t)>>16, len(t))...)
		body = append(body, t...)
	}
	return append(head, body...)
}

// unicodeCmap is a cmap with one subtable of format 4: glyphs from 3 on are
// the letters from А on.
func unicodeCmap() []byte {
	sub := u16(4, 32, 0, 4, 0, 0, 0, 'А'+5, 0xffff, 0, 'А', 0xffff, 3-'А', 1, 0, 0)
	return append(u16(0, 1, 3, 1, 0, 12), sub...)
}

// makeCFF makes a font whose glyphs 1 and 2 are called afii10017 and A and have
// the codes 200 and 65.
func makeCFF() []byte {
	index := func(items ...string) []byte {
		if len(items) == 0 {
			return u16(0)
		}
		b := append(u16(len(items)), 1, 1)
		at := 1
		for _, s := range items {
			at += len(s)
			b = append(b, byte(at))
		}
		return append(b, strings.Join(items, "")...)
	}
	num := func(n int) string { return "\x1c" + string(u16(n)) }
	top := func(charset, encoding, glyphs int) []byte {
		return index(num(charset) + "\x0f" + num(encoding) + "\x10" + num(glyphs) + "\x11")
	}
	head := append([]byte{1, 0, 4, 1}, index("F")...)
	rest := append(index("afii10017"), index()...)
	at := len(head) + len(top(0, 0, 0)) + len(rest)
	glyphs := index("a", "b", "c")
	charset := append([]byte{0}, u16(391, 34)...)
	encoding := []byte{0, 2, 200, 65}
	out := append(head, top(at+len(glyphs), at+len(glyphs)+len(charset), at)...)
	return append(append(append(append(out, rest...), glyphs...), charset...), encoding...)
}

func TestPrograms(t *testing.T) {
	post := append(append(u16(2, 0), make([]byte, 28)...), u16(5, 0, 0, 36, 258, 259)...)
	post = append(post, "\x09afii10018\x07uni04D9"...)
	symbols := append(u16(0, 1, 3, 0, 0, 12), u16(6, 12, 0, 0xf041, 2, 3, 4)...)
	for _, test := range []struct {
		name string
		p    *program
		want map[uint32]string // by glyph
		code uint32
		is   string
	}{
		{name: "cmap", p: parseSfnt(makeSfnt(map[string][]byte{"cmap": unicodeCmap()})), want: map[uint32]string{3: "А", 8: "Е"}},
		{name: "post", p: parseSfnt(makeSfnt(map[string][]byte{"post": post, "cmap": symbols})), want: map[uint32]string{2: "A", 3: "Б", 4: "ә"}, code: 0x42, is: "ә"},
		{name: "CFF", p: parseCFF(makeCFF()), want: map[uint32]string{1: "А", 2: "A"}, code: 200, is: "А"},
		{name: "CFF in OpenType", p: parseSfnt(makeSfnt(map[string][]byte{"CFF ": makeCFF()})), want: map[uint32]string{1: "А", 2: "A"}},
		{name: "Type 1", p: parseType1([]byte("/Encoding 256 array 0 1 255 {1 index exch/.notdef put}for\ndup 200/afii10017 put dup 65 /A put readonly def currentfile eexec")), code: 200, is: "А"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for g, s := range test.want {
				if test.p.text[g] != s {
					t.Errorf("glyph %d is %q, want %q", g, test.p.text[g], s)
				}
			}
			if got := test.p.ofCode(test.code); got != test.is {
				t.Errorf("code %d is %q, want %q", test.code, got, test.is)
			}
		})
	}
}

func TestPDFFontsWithoutUnicode(t *testing.T) {
	program := stream(string(makeSfnt(map[string][]byte{"cmap": unicodeCmap()})))
	for name, test := range map[string]struct{ font, content, want string }{
		"composite": {`<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H
/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 600 /FontDescriptor << /FontFile2 6 0 R >> >>] >>`, "<000300040005>", "АБВ"},
		"simple":         {`<< /Type /Font /Subtype /Type1 /BaseFont /A /FontDescriptor << /MissingWidth 600 /FontFile3 7 0 R >> >>`, "<C841>", "АA"},
		"bitmaps of TeX": {`<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /Encoding << /Differences [22 /a22 156 /a156 208 /a208 /a209 /a210] >> /FirstChar 0 /Widths [] >>`, "<D0D1D220169C>", "РСТ —Ё"},
	} {
		got := texts(t, makePDF(fmt.Sprintf("BT /F1 10 Tf 60 700 Td %s Tj ET", test.content), test.font, program, stream(string(makeCFF()))))
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

// FuzzProgram feeds programs of fonts.
func FuzzProgram(f *testing.F) {
	f.Add(makeSfnt(map[string][]byte{"cmap": unicodeCmap()}))
	f.Add(makeCFF())
	f.Add([]byte("/Encoding dup 200/afii10017 put dup"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, p := range []*program{parseSfnt(data), parseCFF(data), parseType1(data)} {
			if len(p.text) > 32*maxMappings {
				t.Fatalf("%d glyphs", len(p.text))
			}
		}
	})
}
