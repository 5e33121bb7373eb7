package compare

import "svod/corpus"

// DraftWords are the words of the table of a draft of amendments.
type DraftWords struct {
	Title    string     `yaml:"title" vars:"kind,title"`
	Untitled string     `yaml:"title_unknown"` // of a draft without one
	Kinds    DraftKinds `yaml:"kinds_of"`

	Repealed       []string `yaml:"repealed"` // right cell: he, she, it, several
	Suspended      string   `yaml:"suspended"`
	SuspendedUntil string   `yaml:"suspended_until" vars:"date"`
	WholeAct       string   `yaml:"whole_act"` // the element of an act that is repealed
	OfDraft        string   `yaml:"of_draft" vars:"place"`

	Effective     string `yaml:"effective" vars:"date"` // remarks
	EffectiveDays string `yaml:"effective_days" vars:"n"`
	EffectivePart string `yaml:"effective_part" vars:"element,effect"`
	Together      string `yaml:"together"`

	NotApplied   string `yaml:"not_applied" vars:"why"` // under an order that has not changed the text
	NotRead      string `yaml:"not_read"`
	NoAct        string `yaml:"no_act"`
	NoUnit       string `yaml:"no_unit"`
	SeveralUnits string `yaml:"several_units"`
	NoWords      string `yaml:"no_words" vars:"words"`
	NoText       string `yaml:"no_text"`
	NoWordsIn    string `yaml:"no_words_in" vars:"place,words"`
	SeveralWords string `yaml:"several_words" vars:"words"`
	Exists       string `yaml:"exists"`
	Unsure       string `yaml:"unsure"`
	Nearest      string `yaml:"nearest" vars:"place"`
}

// DraftKinds are kinds of acts in the genitive: «к проекту закона». A kind with
// its state is that of acts that speak for the whole of it.
type DraftKinds struct {
	Law        string `yaml:"law"`
	Code       string `yaml:"code"`
	Decree     string `yaml:"decree"`
	Resolution string `yaml:"resolution"`
	Order      string `yaml:"order"`
	Decision   string `yaml:"decision"`
	Other      string `yaml:"other"`
	// Kazakhstan and so on stand behind laws, codes and decrees.
	Kazakhstan string `yaml:"kz" vars:"kind"`
	Kyrgyzstan string `yaml:"kg" vars:"kind"`
	Russia     string `yaml:"ru" vars:"kind"`
}

// Of names the kind of an act in the genitive, with its state where that
// belongs to its name.
func (k *DraftKinds) Of(m corpus.Meta) string {
	kind, ok := map[string]string{"law": k.Law, "code": k.Code, "decree": k.Decree, "resolution": k.Resolution, "order": k.Order, "decision": k.Decision}[m.Type]
	if !ok {
		return k.Other
	}
	switch m.Type {
	case "law", "code", "decree":
		if state := map[string]string{"KZ": k.Kazakhstan, "KG": k.Kyrgyzstan, "RU": k.Russia}[m.Jurisdiction]; state != "" {
			return Fill(state, "kind", kind)
		}
	}
	return kind
}
