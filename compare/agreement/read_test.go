package agreement

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"svod/corpus/extract"
)

// shown prints ratings shortly: unit coder variable=value.
func shown(rs []Rating) string {
	var parts []string
	for _, r := range rs {
		parts = append(parts, fmt.Sprintf("%s %s %s=%s", r.Unit, r.Coder, r.Variable, r.Value))
	}
	return strings.Join(parts, ", ")
}

func TestRead(t *testing.T) {
	cyrillic, err := charmap.Windows1251.NewEncoder().String("единица;кодировщик;переменная;значение\r\nп. 1;Иванова;Отчет;да\r\nп. 1;Петров;Отчет;нет\r\n")
	if err != nil {
		t.Fatal(err)
	}
	const long = "1 А V=1, 1 Б V=2"
	for _, tt := range []struct{ name, file, data, layout, want string }{
		{"long", "a.csv", "unit,coder,variable,value\n1,А,V,1\n1,Б,V,2\n", "", long},
		{"tabs and a byte order mark", "a.csv", "\ufeffunit\tcoder\tvariable\tvalue\r\n1\tА\tV\t1\r\n1\tБ\tV\t2\r\n", "", long},
		{"semicolons named", "a.csv", "sep=;\nunit;coder;variable;value\n1;А;V;1\n1;Б;V;2", "", long},
		{"cp1251 and Russian heads", "a.csv", cyrillic, "", "п. 1 Иванова Отчет=да, п. 1 Петров Отчет=нет"},
		{"titles above", "a.csv", "Коды;;;\n;;;\nЕдиница;Кодировщик;Переменная;Значение\n1;А;V;1\n1;Б;V;2\n", "", long},
		{"without coder and variable", "Иванова.csv", "unit;value\n1;да\n", "", "1 Иванова value=да"},
		{"decimal comma", "a.csv", "unit;coder;variable;value\n1;А;V;1,5\n", "", "1 А V=1,5"},
		{"ReCal: no head", "recal.csv", "1,2\n3,3\n", "raters-columns", "1 1 recal=1, 1 2 recal=2, 2 1 recal=3, 2 2 recal=3"},
		{"a head of coders", "V.csv", "\"rater1\",\"rater2\"\n1,NA\n", "raters-columns", "1 rater1 V=1, 1 rater2 V=NA"},
		{"units in front", "V.csv", "unit;А;Б;text\nп1;да;нет;Текст\n", "raters-columns", "п1 А V=да, п1 Б V=нет"},
		{"decimal commas in columns", "V.csv", "1,5;2,5\n3;4\n", "raters-columns", "1 1 V=1,5, 1 2 V=2,5, 2 1 V=3, 2 2 V=4"},
		{"words without a head", "V.csv", "да,нет\nнет,нет\n", "raters-columns", "1 1 V=да, 1 2 V=нет, 2 1 V=нет, 2 2 V=нет"},
		{"rows of coders", "V.csv", "кодировщик,1,2\nА,3,4\nБ,4,4\n", "raters-rows", "1 А V=3, 1 Б V=4, 2 А V=4, 2 Б V=4"},
		{"rows of numbers under names", "V.csv", "V1,V2\n1,2\nNA,2\n", "raters-rows", "V1 1 V=1, V1 2 V=NA, V2 1 V=2, V2 2 V=2"},
	} {
		d, err := Read(t.Context(), tt.file, []byte(tt.data), ReadOptions{Layout: Layout(tt.layout)})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := shown(d.Ratings); got != tt.want || len(d.Problems) > 0 {
			t.Errorf("%s: %s %v, want %s", tt.name, got, d.Problems, tt.want)
		}
	}
}

func TestReadXLSX(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"Единица", "Кодировщик", "Переменная", "Значение", "Текст"}, {"1", "А", "V", 1.5, "Текст"}, {}, {"1", "Б", "V", 2, nil}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetRowVisible("Sheet1", 4, false); err != nil { // a filter
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	d, err := Read(t.Context(), "a.xlsx", b.Bytes(), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(d.Ratings); got != "1 А V=1,5, 1 Б V=2" || d.Ratings[0].Text != "Текст" || d.Ratings[1].Row != 4 {
		t.Errorf("%s %+v", got, d.Ratings)
	}
}

func TestReadFaults(t *testing.T) {
	d, err := Read(t.Context(), "a.csv", []byte("unit;coder;variable;value\n1;А;V;1\n;А;V;1\n2;;V;1\n"), ReadOptions{})
	if err != nil || len(d.Ratings) != 1 || len(d.Problems) != 2 || d.Problems[0].Row != 3 || d.Problems[0].Code != "row-incomplete" {
		t.Errorf("%+v %v", d, err)
	}
	var format *FormatError
	if _, err := Read(t.Context(), "a.csv", []byte("единица;Иванова;Петров\n1;да;нет\n"), ReadOptions{}); !errors.As(err, &format) || format.Found[1] != "Иванова" {
		t.Errorf("%v", err)
	}
	var unread *extract.Error
	if _, err := Read(t.Context(), "a.pdf", []byte("%PDF-1.4\n%%EOF"), ReadOptions{}); !errors.As(err, &unread) {
		t.Errorf("%v", err)
	}
	kept, problems := Check([]Rating{{Unit: "1", Coder: "А", Variable: "V", Value: "да", Place: Place{File: "a.csv", Row: 2}}, {Unit: "1", Coder: "А", Variable: "V", Value: "Да"},
		{Unit: "1", Coder: "А", Variable: "V", Value: "нет", Place: Place{File: "b.csv", Row: 5}}})
	if len(kept) != 1 || len(problems) != 1 || problems[0].Args[5] != "a.csv:2" || problems[0].Row != 5 {
		t.Errorf("%+v %+v", kept, problems)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"unit,coder,variable,value\n1,А,V,1\n", "1;2\n3;4", "sep=;\n\"a\"\"b;c\n", "кодировщик\t1\t2\nА\t1\t\n", "\ufeff\r\n;;;\n"} {
		f.Add([]byte(s), uint8(0))
		f.Add([]byte(s), uint8(1))
		f.Add([]byte(s), uint8(2))
	}
	f.Fuzz(func(t *testing.T, data []byte, layout uint8) {
		if bytes.HasPrefix(data, []byte("PK")) || bytes.HasPrefix(data, []byte("%PDF")) {
			return // the readers of these have fuzz tests of their own
		}
		d, err := Read(t.Context(), "a.csv", data, ReadOptions{Layout: []Layout{Long, RatersColumns, RatersRows}[layout%3]})
		if err != nil {
			return
		}
		ratings, _ := Check(d.Ratings)
		if len(ratings) > 300 {
			ratings = ratings[:300]
		}
		var results []*Result
		for _, v := range Variables(ratings, nil, "") {
			if len(v.Coders) > 20 {
				return
			}
			r, err := Analyse(t.Context(), v, Options{Resamples: 3})
			if err != nil {
				t.Fatal(err)
			}
			wantNumbers(t, v.ID, r)
			results = append(results, r)
		}
		Report(results, ReportOptions{})
	})
}

func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	s.WriteString("unit;coder;variable;value;text\n")
	for i := range 5000 {
		fmt.Fprintf(&s, "п. %d;Иванова;V%d;%d;Общественный совет заслушивает отчет акима\n", i/4, i%4, i%3)
	}
	b.SetBytes(int64(s.Len()))
	for b.Loop() {
		if _, err := Read(b.Context(), "a.csv", []byte(s.String()), ReadOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
