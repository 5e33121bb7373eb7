package content

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTurns(t *testing.T) {
	for _, c := range []struct{ leadA, a, leadB, b, want string }{
		{a: "Советы обязаны ответить в течение пятнадцати дней.", b: "Советы вправе ответить в течение тридцати дней.",
			want: "modality: обязаны → вправе; deadline: в течение пятнадцати дней → в течение тридцати дней"},
		{a: "Вмешательство в работу совета не допускается.", b: "Вмешательство в работу совета допускается.", want: "modality: не допускается → допускается"},
		{a: "Совет не несет расходов на печать отчета.", b: "Совет несет расходы на печать отчета.", want: "modality: не несет → несет"},
		{a: "Отчет передают, не оглашая его целиком.", b: "Отчет передают, оглашая его целиком.", want: "modality: не → "},
		// Other words for the same.
		{a: "Совет обязан представлять отчет акимату.", b: "Совет представляет отчет акимату."},
		{a: "Совет собирается в течение 10 рабочих дней.", b: "Совет собирается в течение десяти рабочих дней."},
		{a: "Доходы бюджета села – 36 тысяч тенге, затраты – 40 тысяч тенге.", b: "Доходы бюджета села – 48 тысяч тенге, затраты – 40 тысяч тенге.", want: "number: 36 → 48"},
		// A word that moved is not gone.
		{a: "Договор подписывается продавцом и хранится в архиве года 2020.", b: "В архиве года 2020 хранится договор и продавцом подписывается."},
		// The lead-in decides.
		{"Совет вправе:", "запрашивать сведения о работе органов;", "Совет обязан:", "запрашивать сведения о работе органов;", "modality: вправе → обязан"},
		{"Совет обязан:", "хранить печать;", "Акимат обязан:", "хранить печать;", "addressee: совет → акимат"},
		{"Совет не реже раза в год публикует:", "отчет о работе;", "Совет публикует:", "отчет о работе;", ""},
		{a: "Кеңес есепті жариялауға міндетті.", b: "Кеңес есепті жариялауға құқылы.", want: "modality: міндетті → құқылы"},
		// A clause more is no number more.
		{a: "Совет:\n1) хранит печать;\n2) ведет журнал.", b: "Совет:\n1) хранит печать;\n1-1) моет окна;\n2) ведет журнал."},
		{a: "", b: ""},
	} {
		var out []string
		for _, d := range Turns(c.leadA, c.a, c.leadB, c.b) {
			out = append(out, d.Kind+": "+d.A+" → "+d.B)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s %s | %s %s:\n got %s\nwant %s", c.leadA, c.a, c.leadB, c.b, got, c.want)
		}
	}
}

// FuzzTurns holds that equal texts differ in nothing, that what differs stands
// in the texts, and that the order of texts does not matter for how much does.
func FuzzTurns(f *testing.F) {
	f.Add("Советы обязаны ответить в течение 15 дней.", "Советы не вправе ответить в течение 30 дней.")
	f.Add("не более 5, не менее 6\n3) может", "6 не 5 обязан")
	f.Add("Кеңес міндетті емес", "Кеңес міндетті")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || len(a)+len(b) > 2000 {
			t.Skip()
		}
		if ds := Turns("", a, "", a); len(ds) > 0 {
			t.Errorf("%q differs from itself: %v", a, ds)
		}
		for _, d := range Turns("", a, "", b) {
			if d.Kind != ofAddressee && (!strings.Contains(a, d.A) || !strings.Contains(b, d.B)) || d.A == d.B {
				t.Errorf("%q, %q: %+v", a, b, d)
			}
		}
	})
}
