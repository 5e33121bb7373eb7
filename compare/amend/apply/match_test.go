package apply

import (
	"errors"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

func TestMatch(t *testing.T) {
	acts := []amend.Act{
		{Type: "law", Title: "Об общественных советах", Number: "383-V", Date: "2015-11-02"},
		{Type: "law", Title: "О государственном социальном заказе", Date: "2005-04-12"},
		{Type: "code", Name: "Гражданский кодекс Республики Казахстан"},
		{Type: "order", Title: "О правилах", Number: "12"},
		{Type: "order", Title: "О правилах", Number: "13"},
		{Type: "code", Name: "Кодекс Республики Казахстан «О налогах и других платежах» (Налоговый кодекс)", Title: "О налогах и других платежах"},
	}
	for _, c := range []struct {
		meta corpus.Meta
		want int
		fits int // that fit equally well, where none is chosen
	}{
		{corpus.Meta{Type: "law", Title: "Об общественных советах"}, 0, 0},
		{corpus.Meta{Type: "law", Title: "Закон Республики Казахстан «Об общественных советах»"}, 0, 0},
		{corpus.Meta{Type: "law", Title: "ОБ ОБЩЕСТВЕННЫХ СОВЕТАХ", Number: "№ 383-V", Date: "2015-11-02"}, 0, 0},
		{corpus.Meta{Type: "law", Title: "Об общественных советах", Number: "400-V"}, -1, 0},
		{corpus.Meta{Type: "decree", Title: "Об общественных советах"}, -1, 0},
		{corpus.Meta{Type: "code", Title: "Гражданский кодекс Республики Казахстан"}, 2, 0},
		{corpus.Meta{Type: "order", Title: "О правилах"}, -1, 2},
		{corpus.Meta{Type: "order", Title: "О правилах", Number: "13"}, 4, 0},
		{corpus.Meta{Type: "law", Title: "О политических партиях"}, -1, 0},
		{corpus.Meta{Type: "code", Title: "НАЛОГОВЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН"}, 5, 0},
		{corpus.Meta{Type: "code", Title: "О налогах и других платежах (Налоговый кодекс)"}, 5, 0},
		{corpus.Meta{Type: "code", Title: "Земельный кодекс Республики Казахстан"}, -1, 0},
	} {
		c.meta.Language = "ru"
		got, err := Match(&amend.Draft{Acts: acts}, &corpus.Document{Meta: c.meta})
		var m *MatchError
		if got != c.want || c.want < 0 && (!errors.As(err, &m) || len(m.Acts) != c.fits) {
			t.Errorf("%+v: act %d, %v", c.meta, got, err)
		}
	}
	kk := &corpus.Document{Meta: corpus.Meta{Language: "kk", Title: "Қоғамдық кеңестер туралы"}}
	_, err := Match(&amend.Draft{Document: &corpus.Document{Meta: corpus.Meta{Language: "ru"}}, Acts: acts}, kk)
	if m := (*MatchError)(nil); !errors.As(err, &m) || !m.Language {
		t.Errorf("another language: %v", err)
	}
}
