package extract

import (
	"strings"
	"unicode"
)

// Whether letters make words is seen from pairs of neighbours. Below are the
// 150 commonest pairs of Russian, Kazakh and English, counted over laws and
// manuals; each group is a first letter with those that follow it. In real text
// some 86, 90 and 75 of a hundred pairs are among them, in a text whose letters
// are permuted or shifted 10 to 30.
const commonPairs = `
абвезклмнрстхц блощ ваеилноы гао даеино егдйклмнрстч жде за иавезийклмностхцчя йс каиот лаеиоья маеио
наеиностыя обвгдйклмнпрстч пеору рагеимосу секлоптуя тавеинорсуыь убдсч фио хс ци чаеи ше щеи ыемх ьнс ят

абдзйлмнпрстуғқң баелоыі гаеі даеыі егдйклмнрстң жаеә заі икя йды каетіү ладеиуыіғ маделыү надеыі олнрстғ пту
рагделмтуыі саептыіқ таеиотуыі убдрығ шаеыі ызлмнпрсғқң ял ізклмнрсң ғаы қаостыұ ңде үнш ұрқ әнр өз

abcdgilmnrsty belruy caehiklotu deio eacdefglmnrstx feior ge haeio iabcdefglmnorstv ke laeilouy maeiop nacdegiost
ocdflmnprstuvw paelor raeiklmnorsty scehiostu taehiorstu ubelmnrst vae wahio yo`

// A pair is two neighbours in a word.
type pair [2]rune

// isCommon are the common pairs.
var isCommon = func() map[pair]bool {
	m := map[pair]bool{}
	for group := range strings.FieldsSeq(commonPairs) {
		letters := []rune(group)
		for _, r := range letters[1:] {
			m[pair{letters[0], r}] = true
		}
	}
	return m
}()

// Pairs counts the pairs in the words of a text.
type pairs map[pair]int

// add counts the pairs of a word. Signs around it say nothing, nor do digits,
// addresses and abbreviations.
func (p pairs) add(word string) {
	if isAddress(word) {
		return
	}
	letters := []rune(strings.Trim(word, ".,;:!?()«»„“”\"'’-–—[]*_№"))
	if len(letters) <= 4 && strings.ToUpper(string(letters)) == string(letters) {
		return
	}
	for i := 1; i < len(letters); i++ {
		a, b := letters[i-1], letters[i]
		if silent(a) || silent(b) {
			continue
		}
		p[pair{a, b}]++
	}
}

// isAddress reports whether a word is one of the web or of mail.
func isAddress(word string) bool {
	if strings.Contains(word, "://") || strings.Contains(word, "www.") {
		return true
	}
	return strings.Contains(word, "@") && !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("@._-", r)
	})
}

// silent reports whether a sign may stand in any word.
func silent(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("-–—'’.,/\u0301", r)
}

// foldPair brings letters to the shape in which the pairs are written.
func foldPair(r rune) rune {
	if r = unicode.ToLower(r); r == 'ё' {
		return 'е'
	}
	return r
}

// score is the share of pairs that are common when each rune is read as read
// says, and their number.
func (p pairs) score(read func(rune) rune) (share float64, n int) {
	good := 0
	for q, k := range p {
		n += k
		if isCommon[pair{foldPair(read(q[0])), foldPair(read(q[1]))}] {
			good += k
		}
	}
	if n == 0 {
		return 0, 0
	}
	return float64(good) / float64(n), n
}

// asIs reads runes as what they are.
func asIs(r rune) rune { return r }
