package bodies

import (
	"testing"

	"svod/corpus"
)

func TestMatch(t *testing.T) {
	r := Kazakhstan()
	doc := func(title, lang string) *corpus.Document {
		return &corpus.Document{ID: title, Meta: corpus.Meta{Title: title, Language: lang}}
	}
	with := func(d *corpus.Document, key, value string) *corpus.Document {
		if d.Attributes == nil {
			d.Attributes = map[string]string{}
		}
		d.Attributes[key] = value
		return d
	}
	for _, c := range []struct {
		doc   *corpus.Document
		body  string
		by    By
		doubt Doubt
	}{
		{doc("Отчёт Общественного совета Акмолинской области за 2016 год", "ru"), "akmola", ByTitle, ""},
		{doc("Об общественном совете Южно-Казахстанской области", "ru"), "turkestan", ByTitle, ""},
		{doc("Отчёт Общественного совета ЮКО", "ru"), "turkestan", ByTitle, DoubtAlias},
		{doc("Отчёт Общественного совета города Нур-Султана", "ru"), "astana", ByTitle, ""},
		{doc("Отчёт Общественного совета г. Алматы", "ru"), "almaty", ByTitle, ""},
		{doc("Заседание в Алма-Ате", "ru"), "almaty", ByTitle, DoubtAlias},
		{doc("Алматы облысының қоғамдық кеңесі", "kk"), "almaty-region", ByTitle, ""},
		{doc("Алматы қаласының қоғамдық кеңесі", "kk"), "almaty", ByTitle, ""},
		{doc("Отчёт Совета области Абай", "ru"), "abai", ByTitle, ""},
		{doc("Творчество Абая", "ru"), "", "", ""},
		{doc("Батыс Қазақстан облысында өткен отырыс", "kk"), "west-kazakhstan", ByTitle, ""},
		{doc("Отчёт Министерства культуры и спорта", "ru"), "mks", ByTitle, ""},
		{doc("Мәдениет және ақпарат министрлігінің есебі", "kk"), "mki", ByTitle, ""},
		{doc("Отчёт Министерства юстиции и его учреждений", "ru"), "minjust", ByTitle, DoubtContinues},
		{doc("Совет Министерства финансов по Павлодарской области", "ru"), "", ByTitle, DoubtSeveral},
		{doc("Отчёт совета района", "ru"), "", "", ""},
		{with(doc("Отчёт совета", "ru"), "region", "Акмолинская"), "akmola", ByAttribute, ""},
		{with(doc("Отчёт Совета Акмолинской области", "ru"), "орган", "Павлодарская область"), "pavlodar", ByAttribute, ""},
		{with(doc("Отчёт Совета Акмолинской области", "ru"), "орган", "Лунная область"), "akmola", ByTitle, DoubtUnknown},
		{with(doc("Отчёт", "ru"), "орган", "Лунная область"), "", ByAttribute, DoubtUnknown},
		{with(doc("Отчёт Совета города Шымкента", "ru"), "year", "2016"), "shymkent", ByTitle, DoubtDate},
		{with(doc("Отчёт Совета города Шымкента", "ru"), "year", "2018"), "shymkent", ByTitle, ""},
	} {
		m := r.Match([]*corpus.Document{c.doc})[0]
		id := ""
		if m.Body != nil {
			id = m.Body.ID
		}
		if id != c.body || m.By != c.by || m.Doubt != c.doubt {
			t.Errorf("%s %v: %q by %q doubt %q (%q), want %q by %q doubt %q", c.doc.ID, c.doc.Attributes, id, m.By, m.Doubt, m.Words, c.body, c.by, c.doubt)
		}
	}
}
