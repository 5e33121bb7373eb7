package extract

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func flatODS(body string) []byte {
	return []byte(`<?xml version="1.0"?><office:document ` + odfSpace + ` office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><style:style style:name="Hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="Bold" style:family="table-cell"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>` + body + `</office:spreadsheet></office:body></office:document>`)
}

// oc is a cell, or is one row, ot a sheet.
func oc(attr, s string) string {
	return `<table:table-cell ` + attr + `>` + tp(s) + `</table:table-cell>`
}
func or(attr, s string) string {
	return `<table:table-row ` + attr + `>` + s + `</table:table-row>`
}
func ot(attr, s string) string { return `<table:table ` + attr + `>` + s + `</table:table>` }

func TestODSText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"values as they are shown", ot(`table:name="Отчёт"`, or("", oc(`office:value-type="date" office:date-value="2024-01-01"`, "01.01.2024")+oc(`office:value-type="percentage" office:value="0.125"`, "12,50%"))),
			"# Отчёт\n1: 01.01.2024|12,50%"},
		{"title, tables and text", ot(`table:name="Лист1"`, or("", `<table:table-cell table:number-columns-repeated="2"/>`+oc("", "Форма"))+or(`table:number-rows-repeated="2"`, `<table:table-cell table:number-columns-repeated="16384"/>`)+
			or("", oc("", "а")+`<table:table-cell table:number-columns-repeated="2"/>`+oc("", "б")+`<table:table-cell table:number-columns-repeated="16380"/>`)+or(`table:number-rows-repeated="1048570"`, `<table:table-cell table:number-columns-repeated="16384"/>`)),
			"Форма\n1: а|||б"},
		{"merged and repeated", ot(`table:name="Отчёт"`, or("", oc(`table:number-columns-spanned="2"`, "а")+`<table:covered-table-cell/>`+oc(`table:number-rows-spanned="2"`, "б"))+or(`table:number-rows-repeated="2"`, oc(`table:number-columns-repeated="2"`, "в")+`<table:covered-table-cell/>`)),
			"# Отчёт\n1: а<2×1>|б<1×2>\n1: в|в\n1: в|в|"},
		{"what is hidden", ot(`table:name="Отчёт"`, `<table:table-column/><table:table-column table:visibility="collapse"/>`+or("", oc("", "а")+oc("", "нет")+oc("", "б"))+or(`table:visibility="filter"`, oc("", "нет"))) + ot(`table:name="Тайный" table:style-name="Hidden"`, or("", oc("", "нет"))),
			"# Отчёт\n1: а||б"},
		{"comments and boxes", ot(`table:name="Отчёт"`, `<table:shapes><draw:frame><draw:text-box>`+tp("рамка")+`</draw:text-box></draw:frame></table:shapes>`+or("", `<table:table-cell><office:annotation>`+tp("замечание")+`</office:annotation>`+tp("а")+tp("ещё")+`</table:table-cell>`+oc("", "б"))),
			"# Отчёт\n1: а¶ещё|б\nрамка"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := flatODS(tt.body)
			if !isODS(data) {
				t.Fatal("not known as ODS")
			}
			lines, _, err := odsLines(&input{ctx: t.Context(), data: data})
			if err != nil {
				t.Fatal(err)
			}
			if got := sheetText(lines); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestODSStyle(t *testing.T) {
	lines, warnings, err := odsLines(&input{ctx: t.Context(), data: flatODS(ot(`table:name="Отчёт"`, `<table:table-column table:default-cell-style-name="Bold" table:number-columns-repeated="5"/>`+or("", oc("", "а")+oc("", "б"))) +
		ot(`table:name="Тайный" table:style-name="Hidden"`, ""))})
	if err != nil || len(lines) != 2 || !lines[1].Style.Bold || !lines[1].Style.Centred || fmt.Sprint(warnings) != "[{sheets-hidden 0 [Тайный]}]" {
		t.Errorf("%+v, %v, %v", lines, warnings, err)
	}
}

func FuzzODSLines(f *testing.F) {
	f.Add(ot(`table:name="а"`, or(`table:number-rows-repeated="99999999"`, oc(`table:number-columns-repeated="99999999"`, "а"))))
	f.Add(ot("", `<table:table-column table:number-columns-repeated="-1"/>`+or("", oc(`table:number-columns-spanned="1000" table:number-rows-spanned="1000"`, "а"))))
	f.Fuzz(func(t *testing.T, body string) {
		lines, _, err := odsLines(&input{ctx: context.Background(), data: flatODS(body)})
		if e := (*Error)(nil); err != nil && !errors.As(err, &e) {
			t.Errorf("%v is no Error", err)
		}
		for i, l := range lines {
			if strings.TrimSpace(l.Text) == "" && l.Cells == nil && l.Style.Heading == 0 {
				t.Errorf("line %d is empty", i)
			}
		}
	})
}

func BenchmarkODSLines(b *testing.B) {
	data := flatODS(ot(`table:name="Отчёт"`, strings.Repeat(or("", strings.Repeat(oc(`office:value-type="float" office:value="1234.5"`, "1 234,50"), 8)), 2000)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := odsLines(&input{ctx: context.Background(), data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
