package inflect

import (
	"slices"
	"strings"
	"svod/corpus/words"
	"unicode/utf8"
)

// Kazakh glues suffixes to the last word of a phrase: plural, possessive, case.
// Their vowels follow the last one of the stem (back а, front е), their first
// consonant the last sound.

// kazakhPhrase reads a phrase in the nominative. It may end in a possessive, as
// «атқарушы органы», or in a plural, or both.
func kazakhPhrase(text string) Phrase {
	p := cutPhrase(text, "kk")
	if len(p.slots) == 0 {
		p.stays = true
		return p
	}
	s := &p.slots[len(p.slots)-1]
	base, isPlural, owned, ok := kazakhBase(lower(s.text))
	if isAbbreviation(s.text) {
		base, isPlural, owned, ok = s.text, false, false, endsIn(lower(s.text), kazakhVowels)
	}
	p.plural, p.owned, p.guess = isPlural, owned, !ok
	s.forms, s.out = map[string]readings{}, map[int]cell{}
	for bit := range allReadings {
		r := readingOf(bit)
		if r.Case == Prepositional {
			continue
		}
		for _, form := range kazakhForms(base, r) {
			s.add(r, cell{form: form})
			if _, set := s.out[bit]; !set {
				s.out[bit] = cell{form: form}
			}
		}
		if forms := kazakhForms(base, r); len(forms) > 0 {
			s.out[bit] = cell{form: forms[0]}
		}
	}
	return p
}

// kazakhBase takes the possessive and the plural off a word in the nominative.
// It is false where it cannot be told what the word is without them.
func kazakhBase(word string) (base string, isPlural, owned, ok bool) {
	stripped, owned, ok := kazakhUnowned(word)
	for _, end := range []string{"лар", "лер", "дар", "дер", "тар", "тер"} {
		if stem, cut := strings.CutSuffix(stripped, end); cut && utf8.RuneCountInString(stem) >= 2 && kazakhPlural(stem) == stripped && !kazakhWhole[stripped] {
			return stem, true, owned, true
		}
	}
	return stripped, false, owned, ok
}

// kazakhOwner reports whether a word in the genitive stands shortly before, which
// may own the phrase: «ауданның жергілікті [атқарушы органы]».
func kazakhOwner(t []words.Word, i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if endsAny(t[k].Form, "ның", "нің", "дың", "дің", "тың", "тің") {
			return true
		}
	}
	return false
}

// kazakhLemma is a phrase with its last word bare.
func kazakhLemma(text string) (string, bool) {
	p := cutPhrase(text, "kk")
	if len(p.slots) == 0 {
		return "", false
	}
	s := p.slots[len(p.slots)-1]
	base := words.Stem(s.form, "kk")
	for bit := range allReadings {
		if r := readingOf(bit); r.Case != Prepositional && slices.Contains(kazakhForms(base, r), s.form) {
			return p.text[:s.lo] + s.spell(base) + p.text[s.lo+len(s.text):], true
		}
	}
	return "", false
}

// kazakhUnowned takes a possessive off: «органы», «комиссиясы», «тармағы».
func kazakhUnowned(word string) (string, bool, bool) {
	if kazakhWhole[word] {
		return word, false, true
	}
	for full, short := range kazakhShort {
		if word == short+"ы" || word == short+"і" {
			return full, true, true
		}
	}
	if stem, cut := cutAny(word, "сы", "сі"); cut && endsIn(stem, kazakhVowels+"яэ") && kazakhOwned(stem) == word && utf8.RuneCountInString(stem) >= 3 {
		// «кеңесі» is of кеңес, «басшысы» of басшы.
		if !kazakhS[stem+"с"] {
			return stem, true, true
		}
		return stem + "с", true, true
	}
	if stem, cut := cutAny(word, "ы", "і"); cut {
		last, n := utf8.DecodeLastRuneInString(stem)
		switch {
		case utf8.RuneCountInString(stem) < 2 || strings.ContainsRune(kazakhVowels, last):
		case last == 'ғ':
			return stem[:len(stem)-n] + "қ", true, true
		case last == 'г' && !endsAny(stem, "ог", "инг", "уг"):
			return stem[:len(stem)-n] + "к", true, true
		case last == 'б' && !endsAny(stem, "уб", "аб"):
			return stem[:len(stem)-n] + "п", true, true
		case endsAny(word, "шы", "ші"): // «басшы», «жеткізуші»: who does something
			return word, false, true
		case endsAny(word, "лы", "лі", "ды", "ді", "ты", "ті", "жы", "ңгі", "кі", "гі"):
			// «басшы», «қаржы», «саны»: some are words in -ы themselves.
			if kazakhOwners[word] || !kazakhEndsOwned(stem) {
				return word, false, kazakhOwners[word]
			}
			return stem, true, true
		default:
			return stem, true, true
		}
	}
	return word, false, true
}

// kazakhEndsOwned reports whether a stem before -ы, -і is surely a word.
func kazakhEndsOwned(stem string) bool {
	return endsAny(stem, "ет", "ат", "ит", "от", "ут", "іт", "рт", "нт", "тт", "ст", "ұт", "ал", "ел", "іл", "ыл", "ол", "өл", "үл", "од", "ад", "уд", "ид", "ңд", "ант", "ент")
}

func cutAny(word string, ends ...string) (string, bool) {
	for _, e := range ends {
		if stem, ok := strings.CutSuffix(word, e); ok {
			return stem, true
		}
	}
	return word, false
}

// kazakhForms are a word in a reading, first as it should be. Words that are
// abbreviations have a hyphen before their suffixes.
func kazakhForms(base string, r Reading) []string {
	if isAbbreviation(base) {
		return kazakhLetters(base, r)
	}
	word, owned := base, false
	if r.Plural {
		word = kazakhPlural(word)
	}
	if r.Owned {
		word, owned = kazakhOwned(word), true
	}
	return []string{kazakhCase(word, r.Case, owned)}
}

const kazakhVowels = "аәеоөұүыі"

// kazakhShort are words that lose their last vowel before a possessive.
var kazakhShort = map[string]string{
	"халық": "халқ", "орын": "орн", "ерік": "ерк", "мойын": "мойн", "ауыз": "ауз", "көрік": "көрк", "қалып": "қалп",
	"әріп": "әрп", "құлық": "құлқ", "ғұрып": "ғұрп", "мүлік": "мүлк", "ауыл": "ауыл", "кейіп": "кейп", "дәріп": "дәрп",
	"мұрын": "мұрн", "ерін": "ерн",
}

// kazakhWhole are words that end as if with a suffix.
var kazakhWhole = setOf(`қаржы қаулы жарғы жалпы негізгі жергілікті басты доллар гектар лидер тендер дилер мастер дәптер кісі`)

// kazakhOwners are words in -ы, -і that are no possessives.
var kazakhOwners = setOf(`қаржы қаулы жарғы қорытынды кісі субъекті объекті акті факті пункті`)

var kazakhS = setOf(`кеңес жұмыс қатынас талас тапсырыс шығыс кіріс жарыс дауыс құрылыс болыс үлес мирас ұсыныс
	сұраныс байланыс қоныс жеңіс өзгеріс тартыс қозғалыс жүріс өндіріс жиналыс бағыныс үрдіс қолданыс демалыс тыныс қадас
	замандас отандас кандас қандас процес сервис офис`)

// front reports whether the suffixes of a word have front vowels. Loans in к, г
// and ь have, whatever vowel they end with.
func front(word string) bool {
	rs := []rune(word)
	if n := len(rs); n > 0 {
		switch rs[n-1] {
		case 'к', 'г', 'ь':
			return true
		case 'қ', 'ғ':
			return false
		}
	}
	for i := len(rs) - 1; i >= 0; i-- {
		switch rs[i] {
		case 'а', 'о', 'ұ', 'ы', 'я', 'ё':
			return false
		case 'ә', 'е', 'ө', 'ү', 'і', 'э':
			return true
		case 'и':
			// «архив», «министр»: in a closed syllable it is front.
			if i < len(rs)-1 {
				return true
			}
		case 'у', 'ю':
			// «институт» is back; «беру» goes by the vowel before.
			if i < len(rs)-1 {
				return frontBefore(rs[:i])
			}
		}
	}
	return false
}

func frontBefore(rs []rune) bool {
	for i := len(rs) - 1; i >= 0; i-- {
		switch rs[i] {
		case 'ә', 'ө', 'ү', 'і':
			return true
		case 'а', 'о', 'ұ', 'ы':
			return false
		}
	}
	return false
}

// kinds of last sounds.
const (
	kzVowel    = iota
	kzGlide    // р й у и
	kzL        // л
	kzNasal    // м н ң
	kzVoiced   // з ж
	kzUnvoiced // the rest, and б в г д of loans
)

func kazakhSound(word string) int {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(word, "ь"))
	switch last {
	case 'а', 'ә', 'е', 'о', 'ө', 'ұ', 'ү', 'ы', 'і', 'э', 'я':
		return kzVowel
	case 'р', 'й', 'у', 'и', 'ю':
		return kzGlide
	case 'л':
		return kzL
	case 'м', 'н', 'ң':
		return kzNasal
	case 'з', 'ж':
		return kzVoiced
	}
	return kzUnvoiced
}

// kazakhStem is what suffixes are put to: «акті» of «акт», «процес» of «процесс».
func kazakhStem(word string) string {
	if endsAny(word, "кт") && endsIn(strings.TrimSuffix(word, "кт"), "аеэоуи") {
		return word + "і"
	}
	for _, double := range []string{"сс", "лл", "мм", "нн", "тт", "пп"} {
		if stem, ok := strings.CutSuffix(word, double); ok {
			return stem + double[:len(double)/2]
		}
	}
	return word
}

func kazakhPlural(word string) string {
	word = kazakhStem(word)
	end := "лар"
	switch kazakhSound(word) {
	case kzL, kzNasal, kzVoiced:
		end = "дар"
	case kzUnvoiced:
		end = "тар"
	}
	return word + harmony(word, end)
}

// kazakhOwned is the possessive of the third person.
func kazakhOwned(word string) string {
	if short := kazakhShort[word]; short != "" {
		return short + harmony(word, "ы")
	}
	word = kazakhStem(word)
	last, n := utf8.DecodeLastRuneInString(word)
	switch {
	case kazakhSound(word) == kzVowel:
		return word + harmony(word, "сы")
	case last == 'п':
		return word[:len(word)-n] + "б" + harmony(word, "ы")
	case last == 'қ':
		return word[:len(word)-n] + "ғ" + harmony(word, "ы")
	case last == 'к' && kazakhK(word):
		return word[:len(word)-n] + "г" + harmony(word, "ы")
	case last == 'ь':
		return word[:len(word)-n] + harmony(word, "ы")
	}
	return word + harmony(word, "ы")
}

// kazakhK reports whether a к becomes г: that of «бөлік», not of «банк».
func kazakhK(word string) bool {
	return endsAny(word, "ік", "үк", "ек", "өк", "әк") && !endsAny(word, "чек")
}

// harmony turns the back vowels of a suffix into front ones.
func harmony(word, suffix string) string {
	if !front(word) {
		return suffix
	}
	return strings.NewReplacer("а", "е", "ы", "і", "ғ", "г", "қ", "к").Replace(suffix)
}

// kazakhCase puts a case on a word. Behind a possessive of the third person it
// has an н of its own: органы, органына, органында.
func kazakhCase(word string, c Case, owned bool) string {
	if !owned && c != Nominative {
		word = kazakhStem(word)
	}
	sound := kazakhSound(word)
	var end string
	switch c {
	case Nominative:
		return word
	case Genitive:
		end = pick(sound, "ның", "дың", "дың", "ның", "дың", "тың")
	case Dative:
		end = pick(sound, "ға", "ға", "ға", "ға", "ға", "қа")
		if owned {
			end = "на"
		}
	case Accusative:
		end = pick(sound, "ны", "ды", "ды", "ды", "ды", "ты")
		if owned {
			return word + "н"
		}
	case Locative:
		end = pick(sound, "да", "да", "да", "да", "да", "та")
		if owned {
			end = "нда"
		}
	case Attributive:
		end = pick(sound, "дағы", "дағы", "дағы", "дағы", "дағы", "тағы")
		if owned {
			end = "ндағы"
		}
	case Ablative:
		end = pick(sound, "дан", "дан", "дан", "нан", "дан", "тан")
		if owned {
			end = "нан"
		}
	case Instrumental:
		return word + pick(sound, "мен", "мен", "мен", "мен", "бен", "пен")
	}
	return word + harmony(word, end)
}

func pick(sound int, ends ...string) string { return ends[sound] }

// kazakhLetters are the forms of an abbreviation: «МЖӘ-ні». By what is said for
// the last letter there may be others, so that all of them are found.
func kazakhLetters(word string, r Reading) []string {
	if r.Owned {
		return nil
	}
	if !r.Plural && r.Case == Nominative {
		return []string{word}
	}
	var out []string
	for _, sample := range kazakhSamples(word) {
		form := sample
		if r.Plural {
			form = kazakhPlural(form)
		}
		form = word + "-" + strings.TrimPrefix(kazakhCase(form, r.Case, false), sample)
		out = append(out, form)
	}
	return out
}

// kazakhSamples are words that take suffixes as an abbreviation may, that of
// its last letter's name first: «ЖШС» as «эс».
func kazakhSamples(word string) []string {
	last, _ := utf8.DecodeLastRuneInString(lower(word))
	first := map[rune]string{'а': "аға", 'ә': "ше", 'с': "эс", 'қ': "аққ", 'м': "эм", 'р': "эр", 'к': "кек", 'т': "те", 'б': "бе", 'ж': "же",
		'н': "эн", 'л': "эл", 'ф': "эф", 'ш': "ше", 'у': "қау", 'и': "ми", 'о': "оо", 'е': "ее", 'п': "пе", 'д': "де", 'г': "ге", 'в': "ве"}[last]
	if first == "" {
		first = "аға"
	}
	out := []string{first}
	for _, s := range []string{"аға", "ше", "эс", "ақ", "эм", "ам", "эл", "ал", "ез", "аз"} {
		if s != first {
			out = append(out, s)
		}
	}
	return out
}
