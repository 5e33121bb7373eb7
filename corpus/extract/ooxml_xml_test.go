package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// outline prints the tokens of an XML part.
func outline(data string) (s string, broken bool) {
	x := newXMLReader(context.Background(), []byte(data))
	var b strings.Builder
	for x.next() {
		switch x.kind {
		case xmlStart:
			b.WriteString("<" + x.name)
			if v := x.attr("val"); v != "" {
				b.WriteString(" " + v)
			}
			b.WriteString(">")
		case xmlEnd:
			b.WriteString("</" + x.name + ">")
		case xmlText:
			b.WriteString(x.text())
		}
	}
	return b.String(), x.broken
}

func TestXMLReader(t *testing.T) {
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const mc = ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	for _, tt := range []struct {
		name, data, want string
		broken           bool
	}{
		{"tags and text", "<?xml version='1.0'?><!DOCTYPE a><a b='1' c:val = \"x>y\" ><b/>т<!-- <c> --></a >", "<a x>y><b></b>т</a>", false},
		{"entities", "<a val='&quot;&#x41;'>&lt;&amp;&gt;&apos;&#65;&nbsp;&#xZ;&</a>", `<a "A><&>'A&nbsp;&#xZ;&</a>`, false},
		{"CDATA", "<a><![CDATA[<b>&amp;]]></a>", "<a><b>&amp;</a>", false},
		{"usual prefixes", `<z:a xmlns:z="http://purl.oclc.org/ooxml/wordprocessingml/main"><b xmlns="http://schemas.openxmlformats.org/officeDocument/2006/math"><c/></b><d/></z:a>`, "<w:a><m:b><m:c></m:c></m:b><d></d></w:a>", false},
		{"a prefix bound anew", `<w:a` + w + `><w:b xmlns:w="urn:other"/><w:c/></w:a>`, "<w:a><?:b></?:b><w:c></w:c></w:a>", false},
		{"one of the alternatives", `<mc:AlternateContent` + mc + `><mc:Choice>1<mc:AlternateContent><mc:Fallback>2</mc:Fallback></mc:AlternateContent></mc:Choice><mc:Choice>3</mc:Choice><mc:Fallback>4</mc:Fallback></mc:AlternateContent>`,
			"<mc:AlternateContent><mc:Choice>1<mc:AlternateContent><mc:Fallback>2</mc:Fallback></mc:AlternateContent></mc:Choice></mc:AlternateContent>", false},
		{"cut off in a text", "<a><b>текст", "<a><b>текст</b></a>", true},
		{"cut off in a tag", `<a><b val="1`, "<a></a>", true},
		{"cut off in an end", "<a><b></b", "<a><b></b></a>", true},
		{"left open", "<a><b>1</a><c/>", "<a><b>1</b></a><c></c>", true},
		{"closed twice", "<a></b>1</a></a>", "<a>1</a>", true},
		{"not a tag", "<a>1 < 2 <> 3</a>", "<a>1  2 > 3</a>", true},
		{"another code page", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>\xd1\xf2\xe0\xf2\xfc\xff</a>", "<a>Статья</a>", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, broken := outline(tt.data); got != tt.want || broken != tt.broken {
				t.Errorf("got  %s, %v\nwant %s, %v", got, broken, tt.want, tt.broken)
			}
		})
	}
}

// Depth, attributes and prefixes without end are bounded.
func TestXMLReaderHostile(t *testing.T) {
	for name, data := range map[string]string{
		"depth":      strings.Repeat("<a>", 300000),
		"attributes": "<a " + strings.Repeat("b='1' ", 300000) + "/>",
		"prefixes":   strings.Repeat("<a xmlns:b='c'/>", 100000),
		"ends":       strings.Repeat("<a>", 900) + strings.Repeat("</b>", 300000),
	} {
		x := newXMLReader(context.Background(), []byte(data))
		deepest := 0
		for x.next() {
			deepest = max(deepest, x.depth())
		}
		if deepest > maxXMLDepth || len(x.attrs) > maxXMLAttrs || len(x.spaces) > maxXMLSpaces {
			t.Errorf("%s: depth %d, %d attributes, %d prefixes", name, deepest, len(x.attrs), len(x.spaces))
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x := newXMLReader(ctx, []byte(strings.Repeat("<a/>", 100000)))
	n := 0
	for x.next() {
		n++
	}
	if n > 10000 {
		t.Errorf("%d tokens after the end of the context", n)
	}
}

// Of well-formed parts it gives what encoding/xml gives; of all others, starts
// and ends that match.
func FuzzXMLReader(f *testing.F) {
	f.Add(`<a b="1"><c>т&amp;<![CDATA[<]]></c><!-- - --><?p?></a>`)
	f.Add(numberingPart)
	f.Fuzz(func(t *testing.T, data string) {
		x := newXMLReader(context.Background(), []byte(data))
		var open []string
		for x.next() {
			switch x.kind {
			case xmlStart:
				open = append(open, x.name)
			case xmlEnd:
				if len(open) == 0 || open[len(open)-1] != x.name {
					t.Fatalf("%v closed by %s", open, x.name)
				}
				open = open[:len(open)-1]
			}
			if x.depth() != len(open) {
				t.Fatalf("depth %d of %v", x.depth(), open)
			}
		}
		if len(open) > 0 {
			t.Fatalf("%v left open", open)
		}
	})
}

// mainPart is the text of the largest document here.
func mainPart(tb testing.TB) []byte {
	tb.Helper()
	z, err := zip.OpenReader(largestDOCX(tb))
	if err != nil {
		tb.Fatal(err)
	}
	defer z.Close()
	r, err := z.Open("word/document.xml")
	if err != nil {
		tb.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func largestDOCX(tb testing.TB) string {
	tb.Helper()
	data := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); data == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if d := filepath.Join(dir, "shared", "data"); exists(d) {
			data = d
		}
	}
	name := filepath.Join(data, "acts", "kz-office", "Налоговый.docx")
	if !exists(name) {
		tb.Skip("Налоговый.docx is missing")
	}
	return name
}

// The same tokens in the same order as encoding/xml has them.
func TestDataXMLReader(t *testing.T) {
	data := mainPart(t)[:1<<20]
	d := xml.NewDecoder(bytes.NewReader(data))
	x := newXMLReader(context.Background(), data)
	for n := 0; ; n++ {
		tok, err := d.RawToken()
		if err != nil {
			return // the part was cut off on purpose
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if !x.next() || x.kind != xmlStart || !strings.HasSuffix(x.name, tok.Name.Local) || len(x.attrs) != len(tok.Attr) {
				t.Fatalf("token %d: %q, want %v", n, x.name, tok)
			}
			for _, a := range tok.Attr {
				if a.Name.Space != "xmlns" && x.attr(a.Name.Local) == "" && a.Value != "" {
					t.Fatalf("token %d: no attribute %v", n, a)
				}
			}
		case xml.EndElement:
			if !x.next() || x.kind != xmlEnd || !strings.HasSuffix(x.name, tok.Name.Local) {
				t.Fatalf("token %d: %q, want %v", n, x.name, tok)
			}
		case xml.CharData:
			if !x.next() || x.kind != xmlText || strings.ReplaceAll(x.text(), "\r\n", "\n") != string(tok) {
				t.Fatalf("token %d: %q, want %q", n, x.text(), tok)
			}
		}
	}
}

func BenchmarkXMLReader(b *testing.B) {
	data := mainPart(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		for x := newXMLReader(context.Background(), data); x.next(); {
		}
	}
}

// What BenchmarkXMLReader is measured against.
func BenchmarkEncodingXML(b *testing.B) {
	data := mainPart(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := d.RawToken(); err != nil {
				break
			}
		}
	}
}
