package words

import (
	"strings"
	"unicode/utf8"
)

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

// Of us and of you: заңымыз, еліңіз. Of me and of thee, -ым and -ың, are how
// «шешім» and «бөлім» end; they are taken off only where the sound before them
// shows that they are a suffix, as in «құқығым».
var kazakhOwn = []suffix{
	{"ымыз", "іміз", liquid | nasal | unvoiced, false},
	{"ыңыз", "іңіз", liquid | nasal | unvoiced, false},
	{"мыз", "міз", vowel, false},
	{"ңыз", "ңіз", vowel, false},
}

// Who somebody is: азаматпын, азаматсың, азаматпыз. -мын is how «ұйымын» and
// «құрамын» end, -сыздар how «жұмыссыздар» does; they stay.
var kazakhPredicates = []suffix{
	{"бын", "бін", nasal, false},
	{"пын", "пін", unvoiced, false},
	{"сың", "сің", any, false},
	{"быз", "біз", nasal, false},
	{"пыз", "піз", unvoiced, false},
}

// set makes a set of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// kazakhWhole are words that end like inflected ones but are not. Their own
// inflected forms come down to them.
var kazakhWhole = set(`
	және үшін мен бен пен кейін дейін шейін сайын бойынша туралы арқылы немесе егер ғана бірге басқа өзге осы әрі сонда
	мұнда осында онда кейде әлде мүлде қана дара негізгі барлық сондай осындай мұндай қайта аса үнемі тең жоқ емес
	керек екен бірақ неге бұрын мүмкін тегін ақы өтемақы сексен кемінде неде
	жаңа үлкен қысқа төмен бөтен айқын бүтін еркін ұзын жақын қиын дайын жасырын шын майда
	отан заман орман мекен адам мәлімет қаржы мемлекет ақпарат қазақстан сұлтан дастан егемен пәрмен көрермен
	алтын орын мойын тұрғын жиын шығын тізгін қуғын босқын сатқын ағылшын толқын келін егін тыйын талқын тасқын көшкін басқын
	тұлға төраға баға аға жаға нұсқа пайда мүдде қағида орда қызылорда сауда уәде оқиға уақиға дұға апта шілде теңге
	почта пошта аренда команда бригада блокада олимпиада пирамида парда шахта палата кесте
	доллар гектар лидер тендер дилер канцлер мастер характер дәптер салдар теледидар лагер`)

// kazakhS are nouns in -с. «кеңесі» could be кеңес + і or кеңе + сі: after ш, л,
// т and the like the second is taken («басшысы», «қаулысы»), unless it stands here.
var kazakhS = set(`
	кеңес жұмыс қатынас талас тапсырыс шығыс кіріс жарыс дауыс құрылыс болыс үлес мирас ұсыныс сұраныс байланыс қоныс
	жеңіс өзгеріс тартыс қозғалыс статус корпус офис сервис автобус кодекс процес қылмыс жүріс өндіріс жиналыс келіс
	бағыныс үрдіс қолданыс айналыс отырыс барыс демалыс тыныс ауыс қадас замандас отандас`)

// kazakhN are nouns in -н behind a, е. «органы» could be орган + ы or орга + ны.
var kazakhN = set(`орган қазан қыран қалқан дүкен план тұман жан қан хан сан
	кеден кран нан маман`)

// kazakhDropped are nouns that lose their last vowel before a suffix: халқы.
var kazakhDropped = map[string]string{
	"халқ": "халық", "орн": "орын", "ерк": "ерік", "мойн": "мойын", "ауз": "ауыз", "көрк": "көрік", "қалп": "қалып",
	"әрп": "әріп", "құлқ": "құлық", "бөрк": "бөрік", "ғұрп": "ғұрып", "нарқ": "нарық", "парқ": "парық", "дәрп": "дәріп",
}

func kazakhStem(w string) string {
	if kazakhWhole[w] {
		return w
	}
	if n, ok := kazakhNumber(w); ok {
		return n
	}
	w = cut(w, kazakhPredicates)
	w = cut(w, kazakhCases)
	// «кеңестегілерге»: those in the council.
	if r := cut(w, kazakhPlurals); strings.HasSuffix(r, "ғы") || strings.HasSuffix(r, "гі") {
		w = cut(r, kazakhCases)
	}
	w = possessive(w)
	w = cut(w, kazakhPlurals)
	return kazakhEnd(w)
}

// cut takes the longest of the suffixes off that fits.
func cut(w string, from []suffix) string {
	if kazakhWhole[w] {
		return w
	}
	for _, s := range from {
		for _, form := range [...]string{s.back, s.front} {
			if len(w) <= len(form) || w[len(w)-len(form):] != form {
				continue
			}
			stem := w[:len(w)-len(form)]
			if !isKazakhStem(stem) || lastSound(stem)&s.after == 0 {
				continue
			}
			if s.possessed && (!endsPossessed(stem) || runes(stem) < 3) {
				continue
			}
			if (form == "ны" || form == "ні") && (runes(stem) < 3 || endsInN(stem)) {
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

// endsInN reports whether a stem that is left by -ны is a noun in -н without
// its last letter: «шығы» of «шығыны», «мазмұ» of «мазмұны».
func endsInN(stem string) bool {
	if kazakhN[stem+"н"] || kazakhWhole[stem+"н"] {
		return true
	}
	switch r, _ := utf8.DecodeLastRuneInString(stem); r {
	case 'а', 'ә', 'е':
		return false
	case 'ы', 'і':
		return !takesVowel(stem)
	case 'я', 'э', 'у', 'и', 'ю':
		return false
	}
	return true // nouns don't end in о ө ұ ү
}

// takesVowel reports whether a stem in -ы, -і is whole: «басшы», «қаулы»,
// «субъекті», not the beginning of «отырыс» or «шығын».
func takesVowel(stem string) bool {
	rs := []rune(stem)
	return len(rs) > 2 && strings.ContainsRune("шлтдқғкг", rs[len(rs)-2])
}

// possessive takes -сы, -сі off a vowel and -ы, -і off a consonant.
func possessive(w string) string {
	if kazakhWhole[w] {
		return w
	}
	if r := cut(w, kazakhOwn); r != w && runes(r) > 2 {
		return r
	}
	for _, form := range [...]string{"ғым", "гім", "бым", "бім", "ғың", "гің", "бың", "бің"} {
		if stem, ok := strings.CutSuffix(w, form); ok && runes(stem) > 2 {
			return w[:len(w)-len("ым")]
		}
	}
	for _, form := range [...]string{"сы", "сі"} {
		if n := len(w) - len(form); n > 0 && w[n:] == form {
			if stem := w[:n]; isKazakhStem(stem) && lastSound(stem) == vowel && runes(stem) >= 3 &&
				harmonic(stem, form == "сы") && !kazakhS[stem+"с"] && (!endsPossessed(stem) || takesVowel(stem)) {
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
	if kazakhWhole[w] {
		return w
	}
	r, n := utf8.DecodeLastRuneInString(w)
	if r == 'ы' || r == 'і' {
		if stem := w[:len(w)-n]; isKazakhStem(stem) {
			w = stem
			r, n = utf8.DecodeLastRuneInString(w)
		}
	}
	if full := kazakhDropped[w]; full != "" {
		return full
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
