package corpus

import "strings"

// Parts and passages are counted in words: «абзац четвертый части третьей»,
// «үшінші бөліктің төртінші абзацы». This file writes and reads such words
// from 1 to 99.

// A declension is the endings of a Russian ordinal, by what is needed here.
type declension struct{ he, his, she, her string } // первый, первого; первая, первой

var (
	hard    = declension{"ый", "ого", "ая", "ой"}
	stressd = declension{"ой", "ого", "ая", "ой"}
	soft    = declension{"ий", "ьего", "ья", "ьей"}
)

// russian are the stems of 1 to 19, then of 20, 30 … 90.
var russian = [...]struct {
	stem string
	declension
}{
	{}, {"перв", hard}, {"втор", stressd}, {"трет", soft}, {"четверт", hard}, {"пят", hard},
	{"шест", stressd}, {"седьм", stressd}, {"восьм", stressd}, {"девят", hard}, {"десят", hard},
	{"одиннадцат", hard}, {"двенадцат", hard}, {"тринадцат", hard}, {"четырнадцат", hard}, {"пятнадцат", hard},
	{"шестнадцат", hard}, {"семнадцат", hard}, {"восемнадцат", hard}, {"девятнадцат", hard},
	{"двадцат", hard}, {"тридцат", hard}, {"сороков", stressd}, {"пятидесят", hard}, {"шестидесят", hard},
	{"семидесят", hard}, {"восьмидесят", hard}, {"девяност", hard},
}

// russianTens go before the units: «двадцать первый».
var russianTens = [...]string{2: "двадцать", 3: "тридцать", 4: "сорок", 5: "пятьдесят", 6: "шестьдесят", 7: "семьдесят", 8: "восемьдесят", 9: "девяносто"}

var kazakh = [...]string{1: "бірінші", 2: "екінші", 3: "үшінші", 4: "төртінші", 5: "бесінші", 6: "алтыншы", 7: "жетінші", 8: "сегізінші", 9: "тоғызыншы"}

var kazakhTens = [...]struct{ alone, before string }{
	1: {"оныншы", "он"}, 2: {"жиырмасыншы", "жиырма"}, 3: {"отызыншы", "отыз"}, 4: {"қырқыншы", "қырық"}, 5: {"елуінші", "елу"},
	6: {"алпысыншы", "алпыс"}, 7: {"жетпісінші", "жетпіс"}, 8: {"сексенінші", "сексен"}, 9: {"тоқсаныншы", "тоқсан"},
}

// adjectival are the endings by which Russian ordinals are recognised.
var adjectival = words("ый ой ий ая ья ое ье ые ьи ого ьего ому ьему ым ьим ом ьем ей ьей ую ью ою ьею ых ьих ыми ьими")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// russianOrdinal writes n, "" if it is not within 1 to 99.
func russianOrdinal(n int, feminine, genitive bool) string {
	if n < 1 || n > 99 {
		return ""
	}
	tens := ""
	switch {
	case n < 20:
	case n%10 == 0:
		n = 18 + n/10
	default:
		tens, n = russianTens[n/10]+" ", n%10
	}
	o := russian[n]
	ending := o.he
	switch {
	case feminine && genitive:
		ending = o.her
	case feminine:
		ending = o.she
	case genitive:
		ending = o.his
	}
	return tens + o.stem + ending
}

// kazakhOrdinal writes n, "" if it is not within 1 to 99. Kazakh ordinals
// before a noun do not change.
func kazakhOrdinal(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 10:
		return kazakh[n]
	case n%10 == 0:
		return kazakhTens[n/10].alone
	}
	return kazakhTens[n/10].before + " " + kazakh[n%10]
}

// ordinalValue reads a folded ordinal of one or two words in either language,
// 0 if it is none.
func ordinalValue(s string) int {
	first, second, two := strings.Cut(strings.Join(strings.Fields(s), " "), " ")
	if !two {
		return simpleOrdinal(first)
	}
	tens, n := tensValue(first), simpleOrdinal(second)
	if tens == 0 || n == 0 || n > 9 {
		return 0
	}
	return tens + n
}

// tensValue reads the first word of «двадцать первый», «он бірінші».
func tensValue(w string) int {
	for i, t := range russianTens {
		if t != "" && t == w {
			return i * 10
		}
	}
	for i, t := range kazakhTens {
		if t.before != "" && t.before == w {
			return i * 10
		}
	}
	return 0
}

func simpleOrdinal(w string) int {
	for i, o := range russian {
		if ending, ok := strings.CutPrefix(w, o.stem); ok && o.stem != "" && adjectival[ending] {
			if i >= 20 {
				return (i - 18) * 10
			}
			return i
		}
	}
	for i, o := range kazakh {
		if o != "" && o == w {
			return i
		}
	}
	for i, o := range kazakhTens {
		if o.alone != "" && o.alone == w {
			return i * 10
		}
	}
	return 0
}
