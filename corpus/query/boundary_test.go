package query

import (
	"fmt"
	"strings"
	"testing"
)

func TestBoundaries(t *testing.T) {
	for _, tt := range []struct{ pattern, text, want string }{
		{`re:\bп\.\s*\d+`, "Согласно п. 5 и пп. 6, п.7", "п. 5|п.7"},
		{`re:\bотчет\b`, "отчет, отчета, неотчет, отчет", "отчет|отчет"},
		{`re:\b(пункт|п)\b\.?`, "пункт п. пунктом", "пункт|п."},
		{`re:\bact\b`, "act, pact, act", "act|act"},
		{`re:[а-я]+\b`, "от до", "от|до"},
		{`re:^\bа`, "а а", "а"},
		{`re:\\b`, "a\\b", "\\b"},
		{`re:\d+(?P<x>-\d+)?\b`, "5-6 7а", "5-6"},
		{`re:[]\[]\bа`, "]а", "]а"},
	} {
		q, err := ParsePattern(tt.pattern, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range q.Occurrences(NewText([]Unit{{Text: tt.text, Lang: "ru"}})) {
			got = append(got, tt.text[o[0].Lo:o[0].Hi])
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s in %s: got %s, want %s", tt.pattern, tt.text, g, tt.want)
		}
	}
	if fmt.Sprint(isBoundary("а", 0), isBoundary("а", 2), isBoundary("", 0)) != "true true false" {
		t.Error("borders of a text")
	}
}
