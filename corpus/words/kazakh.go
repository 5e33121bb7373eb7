package words

import "unicode/utf8"

// Kazakh glues suffixes to a word in a fixed order: plural, possessive, case.
// They obey vowel harmony (back а о ұ ы, front ә е ө ү і) and change their
// first consonant after the last sound of the stem. The stemmer takes them off
// from the end, case first, and only where harmony and sound allow them. It
// then makes ends alike that suffixes change: б→п, ғ→қ, г→к, and drops a final
// ы or і, because that of «басшы» and the possessive of «кеңесі» look the same.
//
// Derivation (-лық, -шы) stays: «қоғам» and «қоғамдық» differ in meaning.

// A suffix has a back and a front form. After says which sounds it follows;
// of says which suffixes may stand before it.
type suffix struct {
	back, front string
	after       sounds
	possessed   bool // only behind a possessive of the third person
}

// sounds is a set of kinds of a word's last sound.
type sounds uint8

const (
	vowel    sounds = 1 << iota
	liquid          // р й у л, and vowels' neighbours that take -лар or -дар
	nasal           // м н ң з ж
	unvoiced        // к қ п т с ш … and what is pronounced so: б в г д in loans
	any      = vowel | liquid | nasal | unvoiced
)

var kazakhCases = []suffix{
	// attributive of place: кеңестегі, кеңесіндегі
	{"ындағы", "індегі", any, false},
	{"ндағы", "ндегі", vowel, true},
	{"дағы", "дегі", vowel | liquid | nasal, false},
	{"тағы", "тегі", unvoiced, false},
	// genitive
	{"ның", "нің", vowel | nasal, false},
	{"дың", "дің", liquid | nasal, false},
	{"тың", "тің", unvoiced, false},
	// ablative
	{"нан", "нен", nasal, false},
	{"нан", "нен", vowel, true},
	{"дан", "ден", vowel | liquid | nasal, false},
	{"тан", "тен", unvoiced, false},
	// locative
	{"нда", "нде", vowel, true},
	{"да", "де", vowel | liquid | nasal, false},
	{"та", "те", unvoiced, false},
	// dative
	{"на", "не", vowel, true},
	{"ға", "ге", vowel | liquid | nasal, false},
	{"қа", "ке", unvoiced, false},
	// accusative
	{"ны", "ні", vowel, false},
	{"ды", "ді", liquid | nasal, false},
	{"ты", "ті", unvoiced, false},
	{"н", "н", vowel, true},
	// instrumental, without harmony
	{"мен", "мен", vowel | liquid | nasal, false},
	{"бен", "бен", nasal, false},
	{"пен", "пен", unvoiced, false},
}

var kazakhPlurals = []suffix{
	{"лар", "лер", vowel | liquid, false},
	{"дар", "дер", liquid | nasal, false},
	{"тар", "тер", unvoiced, false},
}

// kazakhWhole are words that end like inflected ones but are not.
var kazakhWhole = map[string]bool{
	"және": true, "үшін": true, "мен": true, "бен": true, "пен": true, "кейін": true, "дейін": true, "бойынша": true,
	"туралы": true, "арқылы": true, "немесе": true, "егер": true, "ғана": true, "бірге": true, "басқа": true, "өзге": true,
	"жаңа": true, "қана": true, "дара": true, "негізгі": true, "барлық": true, "сондай": true, "осындай": true, "мұндай": true,
	"қайта": true, "аса": true, "үнемі": true, "отан": true, "заман": true, "орман": true, "мекен": true,
	"адам": true, "мәлімет": true, "қаржы": true, "тең": true, "жоқ": true, "емес": true, "онда": true, "керек": true,
	"үлкен": true, "екен": true, "бірақ": true, "мемлекет": true, "ақпарат": true,
}

func kazakhStem(w string) string {
	if kazakhWhole[w] {
		return w
	}
	if n, ok := kazakhNumber(w); ok {
		return n
	}
	// «заңмен» keeps no further suffix in front of -мен than others do.
	w = cut(w, kazakhCases)
	w = possessive(w)
	w = cut(w, kazakhPlurals)
	return kazakhEnd(w)
}

// kazakhS are nouns in -с. «кеңесі» could be кеңес + і or кеңе + сі; for all
// other words the second is taken.
var kazakhS = map[string]bool{
	"кеңес": true, "жұмыс": true, "қатынас": true, "талас": true, "тапсырыс": true, "шығыс": true, "кіріс": true,
	"жарыс": true, "дауыс": true, "құрылыс": true, "болыс": true, "үлес": true, "мирас": true, "ұсыныс": true,
	"сұраныс": true, "байланыс": true, "қоныс": true, "жеңіс": true, "өзгеріс": true, "тартыс": true, "қозғалыс": true,
	"статус": true, "корпус": true, "офис": true, "сервис": true, "автобус": true, "кодекс": true, "процесс": true,
	"қылмыс": true, "жүріс": true, "өндіріс": true,
}

// cut takes the longest of the suffixes off that fits.
func cut(w string, from []suffix) string {
	for _, s := range from {
		for _, form := range [...]string{s.back, s.front} {
			if len(w) <= len(form) || w[len(w)-len(form):] != form {
				continue
			}
			stem := w[:len(w)-len(form)]
			if !isKazakhStem(stem) || lastSound(stem)&s.after == 0 {
				continue
			}
			if s.possessed && !endsPossessed(stem) {
				continue
			}
			if s.back != s.front && !harmonic(stem, form == s.back) {
				continue
			}
			return stem
		}
	}
	return w
}

// possessive takes -сы, -сі off a vowel and -ы, -і off a consonant.
func possessive(w string) string {
	for _, form := range [...]string{"сы", "сі"} {
		if n := len(w) - len(form); n > 0 && w[n:] == form {
			if stem := w[:n]; isKazakhStem(stem) && lastSound(stem) == vowel && runes(stem) >= 3 &&
				harmonic(stem, form == "сы") && !kazakhS[stem+"с"] {
				return stem
			}
		}
	}
	for _, form := range [...]string{"ы", "і"} {
		if n := len(w) - len(form); n > 0 && w[n:] == form {
			if stem := w[:n]; isKazakhStem(stem) && lastSound(stem) != vowel {
				return stem
			}
		}
	}
	return w
}

// kazakhEnd makes the ends of stems alike.
func kazakhEnd(w string) string {
	r, n := utf8.DecodeLastRuneInString(w)
	if r == 'ы' || r == 'і' {
		if stem := w[:len(w)-n]; isKazakhStem(stem) {
			w = stem
			r, n = utf8.DecodeLastRuneInString(w)
		}
	}
	if runes(w) < 3 {
		return w
	}
	switch r {
	case 'б':
		return w[:len(w)-n] + "п"
	case 'ғ':
		return w[:len(w)-n] + "қ"
	case 'г':
		return w[:len(w)-n] + "к"
	}
	return w
}

// isKazakhStem reports whether what is left can be a word: two letters, one of
// them a vowel.
func isKazakhStem(w string) bool {
	if runes(w) < 2 {
		return false
	}
	back, front := lastVowel(w)
	return back || front
}

func runes(w string) int { return utf8.RuneCountInString(w) }

// endsPossessed reports whether a stem ends as a possessive of the third
// person does.
func endsPossessed(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return r == 'ы' || r == 'і'
}

// lastVowel classifies the last vowel that has harmony; у, и and the letters of
// loans may be either.
func lastVowel(w string) (back, front bool) {
	for len(w) > 0 {
		r, n := utf8.DecodeLastRuneInString(w)
		switch r {
		case 'а', 'о', 'ұ', 'ы':
			return true, false
		case 'ә', 'е', 'ө', 'ү', 'і':
			return false, true
		case 'у', 'и', 'ю', 'я', 'э':
			return true, true
		}
		w = w[:len(w)-n]
	}
	return false, false
}

func harmonic(stem string, backForm bool) bool {
	back, front := lastVowel(stem)
	return backForm && back || !backForm && front
}

func lastSound(w string) sounds {
	r, _ := utf8.DecodeLastRuneInString(w)
	switch r {
	case 'а', 'ә', 'е', 'о', 'ө', 'ұ', 'ү', 'ы', 'і', 'э', 'я':
		return vowel
	case 'у', 'и', 'ю': // the glide in «оқу», «басқару»
		return liquid | vowel
	case 'р', 'й', 'л':
		return liquid
	case 'м', 'н', 'ң', 'з', 'ж':
		return nasal
	}
	return unvoiced
}
