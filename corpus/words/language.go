package words

import (
	"unicode"
	"unicode/utf8"
)

// kazakhLetter reports whether a lower-case letter is written in Kazakh but
// not in Russian.
func kazakhLetter(r rune) bool {
	switch r {
	case 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і':
		return true
	}
	return false
}

// kazakhWords are frequent words of acts that have no letter of their own.
var kazakhWords = map[string]bool{
	"бап": true, "бабы": true, "баптың": true, "бабында": true, "тарау": true, "тармақ": true, "тармағы": true,
	"бойынша": true, "туралы": true, "болып": true, "болады": true, "табылады": true, "мен": true, "осы": true,
	"жылғы": true, "мемлекеттік": true, "тиіс": true, "немесе": true, "кесте": true, "ескерту": true, "жасалады": true,
}

// Classes of letters by the languages that have them.
const (
	otherClass = iota
	russianClass
	kazakhClass
	latinClass
	letterClasses
)

// letterClass is the class of each letter up to the end of Cyrillic.
var letterClass = func() (class [cyrillicEnd]uint8) {
	for i := range class {
		switch r := unicode.ToLower(rune(i)); {
		case kazakhLetter(r):
			class[i] = kazakhClass
		case r >= 'а' && r <= 'я' || r == 'ё':
			class[i] = russianClass
		case r >= 'a' && r <= 'z':
			class[i] = latinClass
		}
	}
	return class
}()

// Language tells the language of a paragraph: ru, kk or en. Russian paragraphs
// may hold a Kazakh name, Kazakh ones always hold many letters that Russian
// has not. A paragraph without letters is ru.
func Language(text string) string {
	var counts [letterClasses]int
	n := 0
	for _, r := range text {
		if int(r) < len(letterClass) {
			counts[letterClass[r]]++
		}
		if n++; n > 4000 { // enough is known
			break
		}
	}
	kazakh, latin := counts[kazakhClass], counts[latinClass]
	cyrillic := counts[russianClass] + kazakh
	switch {
	case cyrillic == 0 && latin > 0, latin > 4*cyrillic:
		return "en"
	case kazakh*12 >= cyrillic && kazakh > 0:
		return "kk"
	case kazakh == 0 && cyrillic > 0 && cyrillic <= 60 && (latin > 0 || hasKazakhWord(text)):
		// A label or a heading may be too short to show its letters.
		k, words := 0, 0
		for _, w := range Split(text, "en") {
			if w.Part == 0 {
				words++
				if kazakhWords[w.Form] {
					k++
				}
			} else if kazakhWords[w.Form] {
				k++
			}
		}
		if k*2 >= words && k > 0 {
			return "kk"
		}
	}
	return "ru"
}

// hasKazakhWord tells whether one of the words may be in a text, before the
// text is cut: most short texts have none.
func hasKazakhWord(text string) bool {
	var word [40]byte
	n := 0
	for i := 0; i <= len(text); {
		r, size := rune(0), 1
		if i < len(text) {
			r, size = decode(text, i)
		}
		i += size
		switch {
		case r >= 'А' && r <= 'Я':
			r += 'а' - 'А'
		case isCyrillic(r):
			r = unicode.ToLower(r)
		default:
			if n > 0 && kazakhWords[string(word[:n])] {
				return true
			}
			n = 0
			continue
		}
		if n+2 <= len(word) {
			n += utf8.EncodeRune(word[n:n+2], r)
		}
	}
	return false
}
