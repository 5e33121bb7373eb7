package corpus

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Reference names a provision as people speak of it: «пп 4 п 2 ст 7 закона
// об общественных советах». It belongs to no document yet: Resolve finds what
// it means in one.
type Reference struct {
	Address Address // set if the words were an address as svod prints it
	Steps   []Step  // outermost first: статья 7, пункт 2, подпункт 4
	Rest    string  // the other words: «закона об общественных советах»
}

// A Step is one level of a reference.
//
// Kind is what the word says. «Часть» is always KindPart, be it a part of a
// code, a numbered clause or a part that is only counted, and «пункт 3 части
// 2» has KindClause for what is a subclause in the tree: that depends on the
// act, so Resolve decides.
type Step struct {
	Kind   Kind
	Nums   []string // canonical, several for «подпункты 1), 3)–5)», none for «преамбула»; «3–5» is a range
	Repeat int      // which of several with the same number; 0 means all
}

// String writes the step as addresses do: «ст.5», «пп.3,4», «п.2–5».
func (s Step) String() string { return token(s.Kind, strings.Join(s.Nums, ",")) }

// ParseReference reads the address of a provision from what a person typed:
// as svod prints it (ст.5-1/п.2), in words or abbreviations, in any order, in
// Russian, Kazakh or English. It is false if there is no address in the words:
// «часть населения» and «статья расходов» are none.
func ParseReference(s string) (Reference, bool) {
	if r, ok := parseAddress(s); ok {
		return r, true
	}
	ts := scan(s)
	ps := pairUp(ts)
	if len(ps) == 0 {
		if i := approvedWord(strings.TrimSpace(s)); i >= 0 {
			return Reference{Steps: []Step{{Kind: KindAppendix, Nums: []string{approvedNouns[i].stem}}}}, true
		}
		return Reference{}, false
	}
	ps = nest(ps)
	r := Reference{Rest: rest(s, ps)}
	firm := 0 // two weak pairs make up for a strong one, but «2 т. и 3 б.» don't
	for _, p := range ps {
		switch {
		case !p.weak:
			firm += 2
		case !p.kazakh || p.form != abbreviation || hyphened(s[p.lo:p.hi]):
			firm++
		}
	}
	if firm < 2 && r.Rest != "" {
		return Reference{}, false
	}
	r.Steps = arrange(ps)
	return r, true
}

// hyphened reports whether a number hangs on its word: «7-б.».
func hyphened(s string) bool {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	r, n := utf8.DecodeRuneInString(s[digits:])
	return digits > 0 && isHyphen(r) && startsWithLetter(s[digits+n:])
}

// parseAddress reads the first word as an Address.
func parseAddress(s string) (Reference, bool) {
	s = strings.TrimSpace(s)
	first, rest := s, ""
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		first, rest = s[:i], strings.TrimSpace(s[i:])
	}
	if rest != "" && !strings.ContainsAny(first, "/~") {
		return Reference{}, false
	}
	var steps []Step
	for a := Address(strings.ToLower(first)); a != ""; {
		above, tok, repeat := a.cut()
		st, ok := parseToken(tok)
		if !ok {
			return Reference{}, false
		}
		if repeat > 1 {
			st.Repeat = repeat
		}
		steps = append(steps, st)
		a = above
	}
	slices.Reverse(steps)
	return Reference{Address: Address(strings.ToLower(first)), Steps: steps, Rest: rest}, len(steps) > 0
}

// parseToken reads one step of an address.
func parseToken(tok string) (Step, bool) {
	word, num, dotted := strings.Cut(tok, ".")
	if name, ok := strings.CutPrefix(tok, "ч-"); ok && (name == "общ" || name == "особ") {
		return Step{Kind: KindPart, Nums: []string{name}}, true
	}
	for k, t := range tokens {
		if t == "" || t != word {
			continue
		}
		st := Step{Kind: Kind(k)}
		if dotted {
			if st.Nums = []string{Number(num)}; st.Nums[0] == "" || !isDigit(st.Nums[0][0]) && st.Kind != KindItem {
				return Step{}, false
			}
		}
		return st, dotted || unnumbered(st.Kind)
	}
	return Step{}, false
}

// unnumbered reports whether units of a kind may go without a number.
func unnumbered(k Kind) bool { return KindRequisite <= k && k <= KindAppendix }

// A lexeme is a word that names a level.
type lexeme struct {
	kind   Kind
	before bool // a Kazakh word: its number stands before it
	form   form
}

type form uint8

const (
	abbreviation form = iota
	nominative
	oblique
	plural // unmistakably: «статьи» may be a singular genitive
)

// lexicon holds the Russian words and abbreviations, and the English ones.
var lexicon = sync.OnceValue(func() map[string]lexeme {
	m := map[string]lexeme{}
	for _, w := range []struct {
		kind                                Kind
		nominative, oblique, plurals, short string
	}{
		{KindRequisite, "реквизит requisite", "реквизита реквизиту реквизитом реквизите", "реквизиты реквизитов", ""},
		{KindPreamble, "преамбула preamble", "преамбулы преамбуле преамбулу преамбулой", "", ""},
		{KindContents, "оглавление содержание contents", "оглавления оглавлению", "", ""},
		{KindSignature, "подпись signature", "подписи подписью", "", ""},
		{KindAppendix, "приложение appendix annex", "приложения приложению приложением приложении", "приложений приложениям приложениями приложениях", "прил приложен app"},
		{KindPart, "часть part", "части частью", "частей частям частями частях", "ч pt"},
		{KindSection, "раздел section", "раздела разделу разделом разделе", "разделы разделов", "разд sec"},
		{KindSubsection, "подраздел subsection", "подраздела подразделу подразделом подразделе", "подразделы подразделов", "подразд subsec"},
		{KindChapter, "глава chapter", "главы главе главу главой", "глав главам главами главах", "гл ch"},
		{KindParagraph, "параграф paragraph", "параграфа параграфу параграфом параграфе", "параграфы параграфов", "пар §"},
		{KindArticle, "статья article", "статьи статье статью статьей", "статей статьям статьями статьях articles", "ст art"},
		{KindClause, "пункт clause", "пункта пункту пунктом пункте", "пункты пунктов пунктам пунктами пунктах clauses", "п cl пт"},
		{KindSubclause, "подпункт subclause", "подпункта подпункту подпунктом подпункте", "подпункты подпунктов подпунктам подпунктами подпунктах subclauses", "пп подп subcl"},
		{KindItem, "буква литера item", "буквы букве букву буквой литеры", "", "б лит"},
		{KindPassage, "абзац passage", "абзаца абзацу абзацем абзаце", "абзацы абзацев абзацам абзацами абзацах", "абз"},
		{KindTable, "таблица table", "таблицы таблице таблицу таблицей", "таблиц таблицам таблицах", "табл"},
		{KindRow, "строка row", "строки строке строку строкой", "строк строкам строках", "стр"},
	} {
		for f, list := range []string{w.short, w.nominative, w.oblique, w.plurals} {
			for _, s := range strings.Fields(list) {
				m[s] = lexeme{kind: w.kind, form: form(f)}
			}
		}
	}
	return m
})

// kazakhStems are the Kazakh words without their endings, longer ones before
// their beginnings.
var kazakhStems = []struct {
	stem string
	kind Kind
}{
	{"тармақша", KindSubclause}, {"тармақ", KindClause}, {"тармағ", KindClause}, {"бап", KindArticle}, {"баб", KindArticle},
	{"бөлімше", KindSubsection}, {"бөлім", KindSection}, {"бөлік", KindPart}, {"бөліг", KindPart}, {"абзац", KindPassage},
	{"тарау", KindChapter}, {"параграф", KindParagraph}, {"қосымша", KindAppendix}, {"кесте", KindTable}, {"жол", KindRow},
	{"әріп", KindItem}, {"әрп", KindItem}, {"кіріспе", KindPreamble}, {"мазмұн", KindContents}, {"қолтаңба", KindSignature},
	{"деректеме", KindRequisite},
}

// kazakhShort are the abbreviations of ShortCitation.
var kazakhShort = map[string]Kind{"тш": KindSubclause, "т": KindClause, "б": KindArticle, "бөл": KindPart, "абз": KindPassage, "тар": KindChapter, "пар": KindParagraph, "қос": KindAppendix}

// kazakhEndings are those of plural, possession and case.
var kazakhEndings = func() map[string]bool {
	m := map[string]bool{}
	for _, plural := range strings.Fields("- лар лер дар дер тар тер") {
		for _, own := range strings.Fields("- ы і сы сі") {
			for _, c := range strings.Fields("- тың тің дың дің ның нің қа ке ға ге на не а е ты ті ды ді ны ні н та те да де нда нде тан тен дан ден нан нен пен бен мен") {
				m[strings.ReplaceAll(plural+own+c, "-", "")] = true
			}
		}
	}
	return m
}()

// kazakhLexeme looks up a folded Kazakh word with any ending.
func kazakhLexeme(w string) (lexeme, bool) {
	for _, k := range kazakhStems {
		if ending, ok := strings.CutPrefix(w, k.stem); ok && kazakhEndings[ending] {
			return lexeme{kind: k.kind, before: true, form: oblique}, true
		}
	}
	return lexeme{}, false
}

// A tok is a word or number of the input.
type tok struct {
	lo, hi int
	class  class
	lexeme lexeme
	kazakh lexeme // for words that both languages have: абзац, «б.»
	num    string // canonical
	word   string // folded
	sort   sort
	gap    gap // what stands between it and the token before
}

type class uint8

const (
	other class = iota
	level       // a lexeme
	number
	and // «и», «және»
)

// A gap says how two numbers hang together: «1), 2)», «1) – 3)».
type gap uint8

const (
	loose gap = iota
	listing
	ranging
)

// A sort of number limits what it may stand with.
type sort uint8

const (
	figure  sort = iota // 5-1, 53¹
	ordinal             // пятый, 5-й
	figures             // Roman
	letter              // а)
)

// scan splits what a person typed into words and numbers.
func scan(s string) []tok {
	var ts []tok
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		var t tok
		switch {
		case '0' <= r && r <= '9':
			t = scanNumber(s, i)
		case unicode.IsLetter(r) || r == '§':
			t = scanWord(s, i, ts)
		default:
			i += n
			continue
		}
		if k := len(ts) - 1; k >= 0 {
			t.gap = gapOf(s[ts[k].hi:t.lo])
		}
		i = t.hi
		if k := len(ts) - 1; k >= 0 && t.sort == ordinal && t.num != "" && ts[k].class == other {
			if n := ordinalValue(ts[k].word + " " + t.word); n > 0 { // двадцать первый
				t.num, t.lo = Number(ts[k].word+" "+t.word), ts[k].lo
				ts[k] = t
				continue
			}
		}
		if k := len(ts) - 1; k >= 0 && t.word == "прим" && ts[k].class == number && ts[k].sort == figure {
			ts[k].num, ts[k].hi = prime(s, ts[k].num, t.hi) // статья 67 прим 1
			i = ts[k].hi
			continue
		}
		if k := len(ts) - 1; k >= 0 && t.class == level && t.lexeme.before && t.lexeme.kind == KindSection && ts[k].word == "кіші" {
			t.lexeme.kind, t.kazakh.kind, t.lo = KindSubsection, KindSubsection, ts[k].lo // кіші бөлім
			ts[k] = t
			continue
		}
		ts = append(ts, t)
	}
	return ts
}

// prime is a number with what stands behind «прим» at hi, which without
// anything is 1: «67 прим», «67 прим. 2».
func prime(s, num string, hi int) (string, int) {
	rest := strings.TrimLeft(s[hi:], ". \u00a0")
	digits := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsDigit))
	if digits == 0 {
		return num + ".1", hi
	}
	return num + "." + rest[:digits], len(s) - len(rest) + digits
}

// gapOf reads the signs between two tokens.
func gapOf(s string) gap {
	switch {
	case strings.ContainsAny(s, "–—") || strings.TrimSpace(s) == "-":
		return ranging
	case strings.ContainsAny(s, ",;"):
		return listing
	}
	return loose
}

// scanNumber reads 5, 5-1, 53¹, 53.1, 9), 5-й at i.
func scanNumber(s string, i int) tok {
	j := i
	digits := func(k int) int {
		for k < len(s) && isDigit(s[k]) {
			k++
		}
		return k
	}
	j = digits(j)
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if strings.ContainsRune(superscripts, r) || r == '⁻' {
			j += n
			continue
		}
		k := digits(j + n)
		if !isHyphen(r) && r != '.' && r != '^' || k == j+n {
			break
		}
		j = k
	}
	t := tok{lo: i, hi: j, class: number, num: Number(s[i:j])}
	if r, n := utf8.DecodeRuneInString(s[j:]); isHyphen(r) {
		k := j + n
		for k < len(s) {
			r, m := utf8.DecodeRuneInString(s[k:])
			if !unicode.IsLetter(r) {
				break
			}
			k += m
		}
		if suffixes[foldWord(s[j+n:k])] {
			t.hi, t.sort = k, ordinal
		}
	}
	if t.hi < len(s) && s[t.hi] == ')' {
		t.hi++
	}
	return t
}

// suffixes make an ordinal of a figure: 5-й, 2-я, 3-ші.
var suffixes = words("й я е ю го му м ой ая ый ий ого ему ом ым ші шы інші ыншы нші ншы")

// scanWord reads the word at i. before is what has been read.
func scanWord(s string, i int, before []tok) tok {
	j := i
	letters := 0
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) && r != '§' {
			break
		}
		j += n
		letters++
		if r == '§' {
			break
		}
	}
	t := tok{lo: i, hi: j, word: foldWord(s[i:j])}
	afterLevel := len(before) > 0 && before[len(before)-1].class == level
	if letters == 1 {
		if num, hi, ok := scanLetter(s, i, j, afterLevel, before); ok {
			t.class, t.sort, t.num, t.hi = number, letter, num, hi
			return t
		}
		// «п.п. 1» and «п/п 1» are подпункт.
		if t.word == "п" {
			for _, tail := range []string{".п", "/п", ". п", "/ п"} {
				if k := j + len(tail); k <= len(s) && foldWord(s[j:k]) == tail && !startsWithLetter(s[k:]) {
					t.hi, t.word = k, "пп"
					break
				}
			}
		}
	}
	lex, ru := lexicon()[t.word]
	kaz, kk := kazakhLexeme(t.word)
	if k, ok := kazakhShort[t.word]; ok && !kk {
		kaz, kk = lexeme{kind: k, before: true}, true
	}
	if ru || kk {
		t.class, t.lexeme, t.kazakh = level, lex, kaz
		if !ru {
			t.lexeme = kaz
		}
		return t
	}
	switch t.word {
	case "и", "или", "және", "мен", "and":
		t.class = and
		return t
	}
	if n := simpleOrdinal(t.word); n > 0 {
		t.class, t.sort, t.num = number, ordinal, Number(t.word)
		return t
	}
	if n, rest := cutRoman(s[i:j]); n > 0 && rest == "" {
		t.class, t.sort, t.num = number, figures, Number(s[i:j])
		if r, m := utf8.DecodeRuneInString(s[j:]); isHyphen(r) || strings.ContainsRune(superscripts, r) && r != utf8.RuneError {
			k := j + m
			for k < len(s) && isDigit(s[k]) {
				k++
			}
			if k > j+m || !isHyphen(r) {
				t.num, t.hi = Number(s[i:k]), k
			}
		}
		return t
	}
	if afterLevel && before[len(before)-1].lexeme.kind < KindArticle {
		if n, rest := cutRoman(strings.ToUpper(s[i:j])); n > 0 && rest == "" {
			t.class, t.sort, t.num = number, figures, Number(strings.ToUpper(s[i:j]))
		}
	}
	return t
}

// scanLetter reads the letter of an item: а), «а», о¹).
func scanLetter(s string, i, j int, afterLevel bool, before []tok) (num string, hi int, ok bool) {
	k := j
	for k < len(s) {
		r, n := utf8.DecodeRuneInString(s[k:])
		if !strings.ContainsRune(superscripts, r) && !(isHyphen(r) && k+n < len(s) && isDigit(s[k+n])) && !isDigit(s[k]) {
			break
		}
		k += n
	}
	num = Number(strings.ToLower(s[i:k]))
	if num == "" {
		return "", 0, false
	}
	_, known := lexicon()[foldWord(s[i:j])]
	next, n := utf8.DecodeRuneInString(s[k:])
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	item := afterLevel && (before[len(before)-1].lexeme.kind == KindItem || lettered(before[len(before)-1].lexeme, num))
	switch {
	case known && !afterLevel:
		return "", 0, false
	case next == ')':
		return num, k + n, true
	case strings.ContainsRune("«\"“„'", prev) && strings.ContainsRune("»\"”“'", next) && n > 0:
		return num, k + n, true
	case item:
		return num, k, true
	}
	return "", 0, false
}

// lettered reports whether a letter without a sign is a number behind a word:
// «пп. а», «подпункт б». What may be a word itself is none behind a whole word:
// «подпункт в законе».
func lettered(l lexeme, num string) bool {
	return l.kind == KindSubclause && (l.form == abbreviation || !strings.Contains("в и к о с у я", num))
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && unicode.IsLetter(r)
}
