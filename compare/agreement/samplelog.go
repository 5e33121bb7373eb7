package agreement

import (
	"fmt"
	"strconv"
	"strings"

	"svod/compare/content"
	"svod/compare/table"
	"svod/corpus"
)

// SheetTitle is the title of the sheets of a codebook.
func SheetTitle(cb *content.Codebook, lang string) string {
	name := cb.Name
	if name == "" {
		name = cb.File
	}
	return put(sheetPhrasesOf(lang).Title, "n", name)
}

// SampleLog says how a sample came about: so that it can be drawn again, and the
// plan be compared with what was drawn.
func SampleLog(cb *content.Codebook, docs []*corpus.Document, s *Sample, plan Plan, by string, prefilled bool, lang string) []table.Fact {
	p := sampleWordsOf(lang)
	fs := []table.Fact{
		{Name: p.Codebook, Value: strings.TrimSpace(cb.File+" "+cb.Version) + ", SHA-256 " + cb.SHA256},
		{Name: p.Method, Value: p.Random}, {Name: p.Seed, Value: strconv.FormatUint(plan.Seed, 10)},
		{Name: p.Total, Value: strconv.Itoa(s.Total)}, {Name: p.Drawn, Value: strconv.Itoa(len(s.Units))}}
	if plan.Stratum != nil {
		fs = append(fs, table.Fact{Name: p.By, Value: by})
		for _, st := range s.Strata {
			name := st.Name
			if name == "" {
				name = p.None
			}
			fs = append(fs, table.Fact{Name: p.Stratum + " " + name, Value: fmt.Sprintf(p.PlanFact, st.Units, st.Plan, st.Drawn)})
		}
	}
	if len(plan.Coders) > 1 {
		fs = append(fs, table.Fact{Name: p.Coders, Value: strings.Join(plan.Coders, ", ")}, table.Fact{Name: p.Shared, Value: strconv.Itoa(s.Shared)})
	}
	if prefilled {
		fs = append(fs, table.Fact{Name: p.Prefilled, Value: p.Bias})
	}
	for _, d := range docs {
		v := d.ID + " " + content.Title(d)
		if d.Source != nil {
			v = d.Source.Name + ", SHA-256 " + d.Source.SHA256
		}
		fs = append(fs, table.Fact{Name: p.Document, Value: v})
	}
	return fs
}

type sampleWords struct {
	Codebook, Method, Random, Seed, Total, Drawn, By, None, Stratum, PlanFact, Coders, Shared, Prefilled, Bias, Document string
}

var sampleTemplates = map[string]sampleWords{
	"ru": {"Кодификатор", "Отбор", "случайный без возвращения, генератор PCG; доли страт – по наибольшему остатку", "Начальное число генератора", "Единиц всего", "Отобрано единиц",
		"Страты по признаку", "(нет значения)", "Страта", "единиц %d; план %d; отобрано %d", "Кодировщики", "Единиц, которые кодируют все", "Предзаполнение", "автоматическим подсчётом; завышает согласованность", "Документ"},
	"kk": {"Кодификатор", "Іріктеу", "қайтарусыз кездейсоқ, PCG генераторы; страталар үлесі – ең үлкен қалдық бойынша", "Генератордың бастапқы саны", "Барлық бірлік", "Іріктелген бірлік",
		"Страталар белгісі", "(мәні жоқ)", "Страта", "бірлік %d; жоспар %d; іріктелді %d", "Кодтаушылар", "Бәрі кодтайтын бірліктер", "Алдын ала толтыру", "автоматты санаумен; келісімді арттырады", "Құжат"},
	"en": {"Codebook", "Drawn", "at random without replacement, PCG generator; shares of strata by the largest remainder", "Seed", "Units in all", "Units drawn",
		"Strata by", "(no value)", "Stratum", "units %d; planned %d; drawn %d", "Coders", "Units that all code", "Prefilled", "by the automatic count; this raises agreement", "Document"},
}

func sampleWordsOf(lang string) sampleWords {
	if w, ok := sampleTemplates[lang]; ok {
		return w
	}
	return sampleTemplates["ru"]
}
