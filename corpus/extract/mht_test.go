package extract

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// archive is a page saved as one file, with a picture behind it.
func archive(headers, page string) string {
	return "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=D0=97?=\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"----b\"\r\n\r\n" +
		"------b\r\n" + headers + "\r\n\r\n" + page + "\r\n" +
		"------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n"
}

func TestMHT(t *testing.T) {
	const html = "Content-Type: text/html"
	win, err := charmap.Windows1251.NewEncoder().String("<html><p>Статья 1. Предмет</p>")
	if err != nil {
		t.Fatal(err)
	}
	b64 := base64.StdEncoding.EncodeToString([]byte("<html><p>Статья 1. Предмет</p><p>Статья 2</p></html>"))
	for _, tt := range []struct{ name, data, want string }{
		{"quoted-printable", archive(html+"; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
			"<html><p class=3D\"a\">=D0=A1=D1=82=D0=B0=D1=82=D1=8C=D1=\r\n=8F 1</p>"), "Статья 1"},
		{"faults of it", archive(html+"\r\nContent-Transfer-Encoding: quoted-printable", "<p>a = b =zz =</p>"), "a = b =zz ="},
		{"base64", archive(html+"\r\nContent-Transfer-Encoding: base64", b64[:40]+"\r\n"+b64[40:]), "Статья 1. Предмет|Статья 2"},
		{"charset of the part", archive(html+"; charset=\"windows-1251\"\r\nContent-Transfer-Encoding: 8bit", win), "Статья 1. Предмет"},
		{"charset by the bytes", archive(html, win), "Статья 1. Предмет"},
		{"frames first", strings.Replace(archive(html, "<frameset><frame src=a></frameset>"), "------b\r\nContent-Type: image",
			"------b\r\n"+html+"\r\n\r\n<p>Статья 1</p>\r\n------b\r\nContent-Type: image", 1), "Статья 1"},
		{"parts in parts", archive("Content-Type: multipart/alternative; boundary=c",
			"--c\r\nContent-Type: text/plain\r\n\r\nнет\r\n--c\r\n"+html+"\r\n\r\n<p>Статья 1</p>\r\n--c--"), "Статья 1"},
		{"one part", "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Статья 1</p>", "Статья 1"},
		{"no page", archive("Content-Type: text/plain", "нет"), "format mail"},
		{"cut short", strings.Split(archive(html, "<p>Статья 1</p><p>Стат"), "\r\n------b\r\nContent-Type: image")[0], "cut-short: Статья 1|Стат"},
		{"cut before the page", strings.Split(archive(html, ""), "boundary")[0], "truncated mht"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Bytes(t.Context(), "a.doc", []byte(tt.data))
			got := refusal(err)
			if err == nil {
				got = strings.Join(linesText(src.Lines), "|")
				for _, w := range src.Warnings {
					got = w.Code + ": " + got
				}
				if src.Format != "mht" {
					t.Errorf("format %s", src.Format)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Parts in parts without end, and boundaries that begin every line, are read
// in a moment.
func TestMHTHostile(t *testing.T) {
	const head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
	for _, data := range []string{
		head + strings.Repeat("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", 20000),
		head + strings.Repeat("--b\r\n\r\n", 100000),
		head + "--b\r\nContent-Type: text/html\r\n\r\n<p>" + strings.Repeat("\r\n--", 200000),
	} {
		lines, _, err := mhtLines(&input{ctx: t.Context(), data: []byte(data)})
		if (len(lines) > 0) != (err == nil) {
			t.Errorf("%d lines, %v", len(lines), err)
		}
	}
}

func FuzzMHT(f *testing.F) {
	f.Add([]byte(archive("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", "<p>=D0=A1=\r\n1")))
	f.Add([]byte(archive("Content-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: base64", "PHA+MQ==")))
	f.Fuzz(func(t *testing.T, data []byte) {
		isMHT(data)
		lines, _, err := mhtLines(&input{ctx: context.Background(), data: data})
		if err == nil && len(lines) == 0 {
			t.Error("neither lines nor an error")
		}
	})
}
