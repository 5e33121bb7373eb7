package extract

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/blowfish" //lint:ignore SA1019 old ODF files are encrypted with it

	"svod/corpus"
)

const odfSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"`

const odtStylesXML = `<office:styles><style:default-style style:family="paragraph"/>
<style:style style:name="Red" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:color="#ff0000" fo:font-weight="bold"/></style:style>
<style:style style:name="Plain" style:family="paragraph" style:parent-style-name="Red"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Sup" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Raised" style:family="text" style:parent-style-name="Sup"/>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="Acts">
<text:list-level-style-number text:level="1" style:num-format="I" style:num-prefix="РАЗДЕЛ " style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="а, б, .., аа, аб, ... (ru)" style:num-suffix=")" text:start-value="2"/>
</text:list-style>
<text:list-style style:name="New"><text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="Статья %1%." text:start-value="5"/></text:list-style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
</office:styles>`

// zipODT builds an OpenDocument text of its content.
func zipODT(tb testing.TB, body string) []byte {
	return zipOf(tb, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtContent(body),
		"styles.xml", `<office:document-styles>`+odtStylesXML+`</office:document-styles>`)
}

func odtContent(body string) string {
	return `<office:document-content ` + odfSpace + `><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
}

func flatODT(body string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document ` + odfSpace + ` office:mimetype="application/vnd.oasis.opendocument.text">` +
		odtStylesXML + `<office:body><office:text>` + body + `</office:text></office:body></office:document>`)
}

// tp is a paragraph, tl a list of items, ti an item, tm a mark of a change.
func tp(s string) string         { return `<text:p>` + s + `</text:p>` }
func tl(attr, s string) string   { return `<text:list ` + attr + `>` + s + `</text:list>` }
func ti(s string) string         { return `<text:list-item>` + s + `</text:list-item>` }
func acts(attr, s string) string { return tl(`text:style-name="Acts" `+attr, s) }

func region(id, kind, s string) string {
	return `<text:changed-region text:id="` + id + `"><text:` + kind + `><office:change-info><dc:creator>Юрист</dc:creator></office:change-info>` + s + `</text:` + kind + `></text:changed-region>`
}

func tm(kind, id string) string { return `<text:` + kind + ` text:change-id="` + id + `"/>` }

func TestODTText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"white space", tp("  1)  один \n два<text:s text:c=\"2\"/>три<text:tab/>четыре") + tp(" "), "1) один два  три четыре"},
		{"line breaks", tp("первый;<text:line-break/> второй<text:soft-page-break/>"), "первый;|второй"},
		{"superscript of a style's parent", tp(`Статья 53<text:span text:style-name="Raised">1</text:span>`), "Статья 53¹"},
		{"hyphens", tp("5\u20111 за\u00adкон"), "5-1 за\u00adкон"},
		{"unseen", tp(`а<text:span text:style-name="Gone">скрыто</text:span><office:annotation><text:p>замечание</text:p></office:annotation><text:hidden-text text:is-hidden="true">б</text:hidden-text>`) +
			`<text:section text:display="none">` + tp("раздел") + `</text:section><text:p><text:hidden-paragraph text:is-hidden="true"/>нет</text:p>`, "а"},
		{"seen", `<text:section>` + tp(`<text:a>ссылка</text:a> <text:date>1 мая</text:date> <text:ruby><text:ruby-base>основа</text:ruby-base><text:ruby-text>над</text:ruby-text></text:ruby>`) + `</text:section>`, "ссылка 1 мая основа (над)"},
		{"notes and boxes after their paragraph", tp(`один<text:note><text:note-citation>1</text:note-citation><text:note-body>`+tp("Сноска.")+`</text:note-body></text:note>`+
			`<draw:frame><draw:image/><svg:title>рисунок</svg:title><draw:text-box>`+tp("рамка")+`</draw:text-box></draw:frame> и`) + tp("два"), "один и|рамка|Сноска.|два"},
		{"a choice", tp(`Distr. <field:fieldmark field:type="vnd.oasis.opendocument.field.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry" field:value="LIMITED"/><field:param field:name="Dropdown_ListEntry" field:value="GENERAL"/><field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>.`), "Distr. GENERAL."},
		{"contents", `<text:table-of-content><text:table-of-content-source><text:index-title-template>нет</text:index-title-template></text:table-of-content-source><text:index-body>` +
			`<text:index-title>` + tp("Оглавление") + `</text:index-title>` + tp("Глава 1") + `</text:index-body></text:table-of-content>`, "Оглавление|Глава 1"},

		{"numbers", acts("", ti(tp("Общее")+tl("", ti(tp("а")+tl("", ti(tp("б"))+ti(tp("в"))))+ti(tp("г"))))+ti(tp("д"))),
			"РАЗДЕЛ I. Общее|I.1. а|б) б|в) в|I.2. г|РАЗДЕЛ II. д"},
		{"one number an item", acts("", "<text:list-header>"+tp("голова")+"</text:list-header>"+ti(tp("а")+tp("ещё"))+ti(tp(""))+ti(tp("в"))), "голова|РАЗДЕЛ I. а|ещё|РАЗДЕЛ II.|РАЗДЕЛ III. в"},
		{"a level that is only shown counts", acts("", ti(tl("", ti(tp("а"))))+ti(tp("б"))), "I.1. а|РАЗДЕЛ II. б"},
		{"a paragraph between begins the levels below anew", acts("", ti(tp("а")+tl("", ti(tp("б")))+tp("в")+tl("", ti(tp("г"))))), "РАЗДЕЛ I. а|I.1. б|в|I.1. г"},
		{"lists that go on", acts(`xml:id="one"`, ti(tp("а"))) + tp("текст") + acts(`text:continue-numbering="true"`, ti(tp("б"))) +
			acts("", ti(tp("в"))) + acts(`text:continue-list="one"`, ti(tp("г"))) + tl(`text:style-name="New"`, ti(tp("д"))) + acts(`text:continue-numbering="true"`, ti(tp("е"))),
			"РАЗДЕЛ I. а|текст|РАЗДЕЛ II. б|РАЗДЕЛ I. в|РАЗДЕЛ III. г|Статья 5. д|РАЗДЕЛ I. е"},
		{"values and styles of items", acts("", ti(tp("а"))+`<text:list-item text:start-value="7">`+tp("б")+`</text:list-item><text:list-item text:style-override="New">`+tp("в")+`</text:list-item>`),
			"РАЗДЕЛ I. а|РАЗДЕЛ VII. б|Статья 8. в"},
		{"bullets", tl(`text:style-name="Dots"`, ti(tp("а"))+ti(tp(""))), "• а"},
		{"numbered paragraphs", `<text:numbered-paragraph text:list-id="x" text:style-name="New">` + tp("а") + `</text:numbered-paragraph><text:numbered-paragraph text:list-id="x" text:style-name="New"><text:number>6</text:number>` + tp("б") + `</text:numbered-paragraph>`,
			"Статья 5. а|Статья 6. б"},
		{"headings", `<text:h text:outline-level="1">а</text:h><text:h text:outline-level="2">б</text:h><text:h text:outline-level="1" text:is-list-header="true">в</text:h><text:h text:outline-level="1" text:restart-numbering="true" text:start-value="4">г</text:h>`,
			"1. а|б|в|4. г"},

		{"nothing", tp("") + tp("<text:s/>"), ""},
		{"table in a table", `<table:table><table:table-row><table:table-cell>` + tp("а") + `<table:table><table:table-row><table:table-cell>` + tp("б") + `</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>`, "а б"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, data := range [][]byte{zipODT(t, tt.body), flatODT(tt.body)} {
				if !isODT(data) {
					t.Fatal("not known as ODT")
				}
				lines, _, err := odtLines(&input{ctx: t.Context(), data: data})
				if err != nil {
					t.Fatal(err)
				}
				if s := strings.Join(linesText(lines), "|"); s != tt.want {
					t.Errorf("got  %s\nwant %s", s, tt.want)
				}
			}
		})
	}
}

func TestODTStyle(t *testing.T) {
	lines, _, err := odtLines(&input{ctx: t.Context(), data: zipODT(t, `<text:p text:style-name="Red">а</text:p><text:p text:style-name="Plain">б</text:p><text:p text:style-name="Title">в</text:p>`+
		`<text:h text:outline-level="8">г</text:h><text:table-of-content><text:index-body>`+tp("д")+`</text:index-body></text:table-of-content>`+tp("е"))})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []corpus.Style{{Red: true, Bold: true, Centred: true}, {Red: true, Centred: true}, {Heading: 1}, {Heading: 6}, {Link: true}, {}} {
		if lines[i].Style != want {
			t.Errorf("line %d: %+v, want %+v", i, lines[i].Style, want)
		}
	}
}

// Both views of tracked changes.
func TestODTChanges(t *testing.T) {
	for _, tt := range []struct{ name, regions, body, accepted, original string }{
		{"words", region("1", "deletion", tp("мая")) + region("2", "insertion", ""), tp("до 1 " + tm("change", "1") + tm("change-start", "2") + "июня" + tm("change-end", "2") + "."),
			"до 1 июня.", "до 1 мая."},
		{"deleted paragraphs", region("1", "deletion", tp("а")+tp("б")+tp("в")), tp("1" + tm("change", "1") + "2"), "12", "1а|б|в2"},
		{"inserted paragraphs", region("1", "insertion", ""), tp("1"+tm("change-start", "1")+"а") + tp("б") + tp("в"+tm("change-end", "1")+"2"), "1а|б|в2", "12"},
		{"an inserted item of a list", region("1", "insertion", ""), acts("", ti(tp("а"+tm("change-start", "1")))+ti(tp("б"+tm("change-end", "1")))+ti(tp("в"))) + tp("г"),
			"РАЗДЕЛ I. а|РАЗДЕЛ II. б|РАЗДЕЛ III. в|г", "РАЗДЕЛ I. а|РАЗДЕЛ II. в|г"},
		{"inserted from a list to behind it", region("1", "insertion", ""), acts("", ti(tp("а"+tm("change-start", "1")))) + tp("б"+tm("change-end", "1")+"в") + tp("г"), "РАЗДЕЛ I. а|бв|г", "РАЗДЕЛ I. ав|г"},
		{"a deleted item of a list", region("1", "deletion", tp("")+acts(`text:continue-numbering="true"`, ti(tp("б")))), acts("", ti(tp("а"+tm("change", "1")))+ti(tp("в"))),
			"РАЗДЕЛ I. а|РАЗДЕЛ II. в", "РАЗДЕЛ I. а|РАЗДЕЛ II. б|РАЗДЕЛ III. в"},
		{"a deleted table", region("1", "deletion", `<table:table><table:table-row><table:table-cell>`+tp("т")+`</table:table-cell></table:table-row></table:table>`+tp("п")), tp("1" + tm("change", "1") + "2"), "12", "1|т|п2"},
		{"deleted between paragraphs", region("1", "deletion", tp("а")+tp("б")), tp("1") + tm("change", "1") + tp("2"), "1|2", "1|а|б|2"},
		{"deleted and kept in its place", region("1", "deletion", ""), tp("1" + tm("change-start", "1") + "а" + tm("change-end", "1") + "2"), "12", "1а2"},
		{"inserted and deleted again", `<text:changed-region text:id="1"><text:deletion>` + tp("а") + `</text:deletion><text:insertion/></text:changed-region>`, tp("1" + tm("change", "1") + "2"), "12", "12"},
		{"two in one paragraph", region("1", "deletion", tp("а")+tp("б")) + region("2", "deletion", tp("в")+tp("г")), tp("1" + tm("change", "1") + "2" + tm("change", "2") + "3"), "123", "1а|б2в|г3"},
		{"a deletion that holds itself", region("1", "deletion", tp("а"+tm("change", "1"))), tp(tm("change", "1")), "", "а"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := zipODT(t, `<text:tracked-changes>`+tt.regions+`</text:tracked-changes>`+tt.body)
			for original, want := range map[bool]string{false: tt.accepted, true: tt.original} {
				lines, _, err := odtLines(&input{ctx: t.Context(), data: data, Reader: Reader{Original: original}})
				if err != nil {
					t.Fatal(err)
				}
				if s := strings.Join(linesText(lines), "|"); s != want {
					t.Errorf("original %v: got  %s\nwant %s", original, s, want)
				}
			}
		})
	}
}

func TestODTTable(t *testing.T) {
	cell := func(attr, s string) string {
		return `<table:table-cell ` + attr + `>` + tp(s) + `</table:table-cell>`
	}
	lines, _, err := odtLines(&input{ctx: t.Context(), data: zipODT(t, `<table:table><table:table-column/><table:table-header-rows><table:table-row>`+
		cell(`table:number-columns-spanned="2"`, "Ставка")+`<table:covered-table-cell/>`+cell("", "Год")+`</table:table-row></table:table-header-rows>`+
		`<table:table-row>`+cell(`table:number-rows-spanned="2"`, "Налог")+cell(`table:number-columns-repeated="2"`, "5")+`</table:table-row>`+
		`<table:table-row><table:covered-table-cell/>`+cell("", "6")+cell("", "2026")+`</table:table-row></table:table>`)})
	if err != nil || len(lines) != 3 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for i, want := range []string{"[{Ставка 2 0} {Год 0 0}]", "[{Налог 0 2} {5 0 0} {5 0 0}]", "[{6 0 0} {2026 0 0}]"} {
		if got := fmt.Sprint(lines[i].Cells); got != want || lines[i].Table != 1 {
			t.Errorf("row %d of table %d: %s, want %s", i, lines[i].Table, got, want)
		}
	}
}

func TestODTDamage(t *testing.T) {
	whole := zipODT(t, tp("текст"))
	deep := strings.Repeat(`<table:table><table:table-row><table:table-cell>`, 2000)
	for _, tt := range []struct {
		name string
		data []byte
		code string
	}{
		{"end of the file missing", whole[:len(whole)-30], "truncated odt"},
		{"content cut off", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:document-content><office:body><office:text><text:p>нача`), "truncated odt"},
		{"no content", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text"), "damaged odt"},
		{"deeper than anybody writes", zipODT(t, tp("текст")+deep), "truncated odt"},
	} {
		if _, err := Bytes(t.Context(), "a.odt", tt.data); refusal(err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
}

// encrypted encrypts a part as OpenDocument does; the manifest says how.
func encrypted(tb testing.TB, content, password, algorithm string) (part []byte, manifest string) {
	tb.Helper()
	var deflated bytes.Buffer
	w, _ := flate.NewWriter(&deflated, flate.DefaultCompression)
	w.Write([]byte(content))
	w.Close()
	plain := deflated.Bytes()
	salt, iv := []byte("0123456789abcdef"), []byte("fedcba9876543210")
	encode := base64.StdEncoding.EncodeToString
	if algorithm == "Blowfish CFB" {
		start := sha1.Sum([]byte(password))
		key, err := pbkdf2.Key(sha1.New, string(start[:]), salt, 10, 16)
		if err != nil {
			tb.Fatal(err)
		}
		block, err := blowfish.NewCipher(key)
		if err != nil {
			tb.Fatal(err)
		}
		last := iv[:8]
		for i := 0; i < len(plain); i += 8 {
			pad := make([]byte, 8)
			block.Encrypt(pad, last)
			for k := i; k < min(i+8, len(plain)); k++ {
				part = append(part, plain[k]^pad[k-i])
			}
			last = part[i:]
		}
		sum := sha1.Sum(plain)
		return part, fmt.Sprintf(`<manifest:file-entry manifest:full-path="content.xml" manifest:size="%d"><manifest:encryption-data manifest:checksum-type="SHA1" manifest:checksum="%s">
			<manifest:algorithm manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="%s"/><manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:iteration-count="10" manifest:salt="%s"/></manifest:encryption-data></manifest:file-entry>`,
			len(content), encode(sum[:]), encode(iv[:8]), encode(salt))
	}
	sum := sha256.Sum256(plain[:min(len(plain), 1024)])
	start := sha256.Sum256([]byte(password))
	key, err := pbkdf2.Key(sha1.New, string(start[:]), salt, 10, 32)
	if err != nil {
		tb.Fatal(err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		tb.Fatal(err)
	}
	pad := aes.BlockSize - len(plain)%aes.BlockSize
	padded := append(bytes.Clone(plain), bytes.Repeat([]byte{byte(pad)}, pad)...)
	part = make([]byte, len(padded))
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(part, padded)
	return part, fmt.Sprintf(`<manifest:file-entry manifest:full-path="content.xml" manifest:size="%d"><manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="%s">
		<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="%s"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256"/>
		<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="10" manifest:salt="%s"/></manifest:encryption-data></manifest:file-entry>`,
		len(content), encode(sum[:]), encode(iv), encode(salt))
}

func TestODTPassword(t *testing.T) {
	for _, algorithm := range []string{"AES", "Blowfish CFB"} {
		content, entry := encrypted(t, odtContent(tp("тайна")), "пароль", algorithm)
		data := zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", string(content), "META-INF/manifest.xml", `<manifest:manifest>`+entry+`</manifest:manifest>`)
		for password, want := range map[string]string{"": "encrypted", "иной": "encrypted password", "пароль": ""} {
			src, err := Reader{Password: password}.Bytes(t.Context(), "a.odt", data)
			if refusal(err) != want || err == nil && src.Lines[0].Text != "тайна" {
				t.Errorf("%s, password %q: %v, want %q", algorithm, password, err, want)
			}
		}
	}
}

// Twins give the same lines.
func TestDataODTTwins(t *testing.T) {
	for _, name := range dataFiles(t, "reports", "polozhenie.odt", "tracked_changes_ru.odt", "ukrf.odt", "autonum_statya.odt") {
		got, want := linesText(readData(t, name)), linesText(readData(t, strings.TrimSuffix(name, ".odt")+".docx"))
		if strings.HasPrefix(filepath.Base(name), "autonum") {
			// Articles that go on through the chapters, and numbers of parts in
			// Arabic figures alone, cannot be said in ODT.
			for i := range want {
				want[i] = strings.NewReplacer("Статья 3. С", "Статья 1. С", "1.1. Римская", "I.1. Римская", "1.2. Второй подпункт.", "I.2. Второй подпункт.").Replace(want[i])
			}
		}
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Errorf("%s, line %d:\n got %q\nwant %q", filepath.Base(name), i+1, got[min(i, len(got)):min(i+1, len(got))], want[min(i, len(want)):min(i+1, len(want))])
				break
			}
		}
	}
}

func FuzzODTLines(f *testing.F) {
	f.Add(acts("", ti(tp("а")+tl("", ti(tp("б"))))), false)
	f.Add(`<text:tracked-changes>`+region("1", "deletion", tp("а")+tp("б"))+region("2", "insertion", "")+`</text:tracked-changes>`+tp("1"+tm("change", "1")+tm("change-start", "2"))+tp(tm("change-end", "2")), true)
	f.Add(`<table:table><table:table-row><table:table-cell table:number-columns-repeated="99999999" table:number-rows-spanned="-1">`+tp("<text:s text:c='999999999'/>а")+`</table:table-cell></table:table-row></table:table>`, false)
	f.Add(`<tracked-changes><changed-region id="1"><deletion><a></p></a></a></a><p><change change-id="1">`, true)
	f.Fuzz(func(t *testing.T, body string, original bool) {
		lines, _, err := odtLines(&input{ctx: context.Background(), data: flatODT(body), Reader: Reader{Original: original}})
		if e := (*Error)(nil); err != nil && !errors.As(err, &e) {
			t.Errorf("%v is no Error", err)
		}
		for i, l := range lines {
			if l.Text == "" && l.Cells == nil {
				t.Errorf("line %d is empty", i)
			}
		}
	})
}

func BenchmarkODTLines(b *testing.B) {
	var body strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&body, `<text:h text:outline-level="1">Статья %d</text:h>`, i)
		body.WriteString(acts(`text:continue-numbering="true"`, ti(tp("Общественный совет <text:span text:style-name=\"Raised\">1</text:span> создаётся при центральном органе.")+tl("", ti(tp("первое;"))+ti(tp("второе."))))))
	}
	data := zipODT(b, body.String())
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		if _, _, err := odtLines(&input{ctx: context.Background(), name: "a.odt", data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
