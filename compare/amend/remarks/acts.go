package remarks

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// An actKey is what tells an act from others, whoever writes its name: the
// words of its title, and its number.
type actKey struct {
	title  []string
	number string
	act    int // whose it is, in an actList
}

var (
	// actIn is an act as people name it: «Закона РК от 2 ноября 2015 года
	// «Об общественных советах»», «Закон об общественных советах, ст. 9».
	actIn    = lazy.New(`(?i)(проект\pL*\s+)?(закон(?:а|у|е|ом)?)((?:\s+(?:РК|РФ|КР|республик\pL*|казахстан\pL*|конституционн\pL*))*(?:\s+от\s[^«"“]{4,60}?)?)\s+(?:[«"“](.+)|(об?о?\s.+))$`)
	kazakhIn = lazy.New(`(?i)[«"“](.+)[»"”]\s*(?:қазақстан\s+республикасы\pL*\s+)?(?:(?:\d{4}|№)[^«]*?)?(?:заң|кодекс)\pL*`)
	codeIn   = lazy.New(`(?i)(проект\pL*\s+)?((?:\pL+(?:ого|ый|ой|ий|ому|ом|ым|им)\s+){1,3})кодекс\pL*|(?:(?:қазақстан республикасының)\s+)?(\pL+(?:\s+іс жүргізу)?)\s+кодекс\pL*`)
	actNum   = lazy.New(`№\s*(\d+[\d\pL–-]*)`)
)

// actNamed reads the act that a text names: its key, and its name in the
// nominative. The draft itself («статья 5 проекта Закона «О …»») is none.
func actNamed(s string) (key actKey, name string) {
	if len(s) > 2000 {
		return key, ""
	}
	s = strings.Join(strings.Fields(s), " ")
	if m := actNum.FindStringSubmatch(s); m != nil {
		key.number = words.Fold(m[1])
	}
	if m := actIn.FindStringSubmatch(s); m != nil && m[1] == "" {
		noun := "Закон" + m[3]
		if title := m[5]; title != "" {
			if loc := levels.FindStringIndex(title); loc != nil {
				title = title[:loc[0]]
			}
			title, _, _ = strings.Cut(strings.NewReplacer(";", ",", "(", ",", ":", ",").Replace(title), ", ")
			title = strings.TrimRight(title, " ,.")
			key.title = plainWords(title)
			return key, noun + " " + title
		}
		title := untilQuote(m[4])
		key.title = plainWords(title)
		return key, noun + " «" + title + "»"
	}
	if m := kazakhIn.FindStringSubmatch(s); m != nil {
		key.title = plainWords(m[1])
		return key, "«" + m[1] + "» Заңы"
	}
	if m := codeIn.FindStringSubmatch(s); m != nil && m[1] == "" {
		var adjectives []string
		for w := range strings.FieldsSeq(cmp.Or(m[2], m[3])) {
			adjectives = append(adjectives, nominativeOf(w))
		}
		name = strings.Join(append(adjectives, "кодекс"), " ")
		if m[3] != "" {
			name = m[3] + " кодексі"
		}
		key.title = plainWords(name)
		return key, name
	}
	return key, ""
}

// untilQuote is a text up to the quotation mark that ends it; titles have
// others within.
func untilQuote(s string) string {
	open := 1
	for i, r := range s {
		switch r {
		case '«', '“':
			open++
		case '»', '”', '"':
			if open--; open == 0 {
				return s[:i]
			}
		}
	}
	return strings.TrimRight(s, "»”\"")
}

// nominativeOf is an adjective of the name of a code, «гражданского».
func nominativeOf(w string) string {
	for _, end := range []string{"ого", "ому", "ым", "им", "ом"} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			if strings.HasSuffix(stem, "к") || strings.HasSuffix(stem, "г") {
				return stem + "ий"
			}
			return stem + "ый"
		}
	}
	return w
}

func plainWords(s string) []string {
	var out []string
	for _, w := range words.Split(s, "ru") {
		out = append(out, words.Fold(w.Form))
	}
	return out
}

// same reports whether two names are of one act: people cut long titles short.
func (a actKey) same(b actKey) bool {
	if a.number != "" && a.number == b.number {
		return true
	}
	short, long := a.title, b.title
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 || len(short) < 3 && len(short) != len(long) {
		return false
	}
	return slices.Equal(short, long[:len(short)])
}

// An actList is the acts that the rows of tables are about.
type actList struct {
	keys  []actKey           // one act may have several
	laws  []*corpus.Document // of the first names
	names []string
	given []bool // the name is that of a heading, which is written in full
	at    []int  // where the draft names it first, past its end if it does not

	drafts []string // headings that name a draft
}

// actsOf gathers the acts of tables. Rows under the name of the draft itself
// are about it, as those under none are; of several drafts each is an act.
func actsOf(tables []*Table, laws []*corpus.Document) *actList {
	l := &actList{}
	for _, law := range laws {
		l.addLaw(law)
	}
	for _, t := range tables {
		for i := range t.Rows {
			r := &t.Rows[i]
			if draftTitle.MatchString(r.Group) {
				if !slices.ContainsFunc(l.drafts, func(d string) bool { return flatText(d) == flatText(r.Group) }) {
					l.drafts = append(l.drafts, r.Group)
				}
			} else {
				l.add(r.Group, true)
			}
			l.add(r.element(t.At(r, Element)), false)
		}
	}
	if len(l.drafts) > 1 {
		for _, d := range l.drafts {
			l.add(d, true)
		}
	}
	return l
}

var draftTitle = lazy.New(`(?i)^\s*(?:\d+[.)]\s*)?(?:(?:к|по)\s+)?(?:законо)?проект`)

// of returns which act a row is about, 0 if none is named.
func (l *actList) of(group, element string) int {
	if a := l.find(element, false); a > 0 {
		return a
	}
	if len(l.drafts) < 2 && draftTitle.MatchString(group) {
		return 0
	}
	return l.find(group, true)
}

func (l *actList) find(text string, heading bool) int {
	key, _ := actCalled(text, heading)
	if len(key.title) == 0 {
		return 0
	}
	if i := slices.IndexFunc(l.keys, key.same); i >= 0 {
		return l.keys[i].act + 1
	}
	return 0
}

// addLaw makes an act known. Its texts in two languages have one number and
// date, and name the same act to the rows of either.
func (l *actList) addLaw(law *corpus.Document) {
	key := actKey{title: plainWords(law.Meta.Title), number: numberOf(law), act: len(l.names)}
	if len(key.title) == 0 {
		return
	}
	same := func(x *corpus.Document) bool { return translated(x, law) }
	if i := slices.IndexFunc(l.laws, same); i >= 0 {
		key.act = i
	} else if i := slices.IndexFunc(l.keys, key.same); i >= 0 { // another edition
		return
	} else {
		l.names, l.given, l.laws = append(l.names, "«"+law.Meta.Title+"»"), append(l.given, false), append(l.laws, law)
	}
	l.keys = append(l.keys, key)
}

// actCalled is the act that a text names; a heading is a name whatever it says.
func actCalled(text string, heading bool) (key actKey, name string) {
	key, name = actNamed(text)
	if heading {
		name = strings.TrimSpace(listNumber.ReplaceAllString(text, ""))
		if len(key.title) == 0 {
			key.title = plainWords(name)
		}
	}
	return key, name
}

var listNumber = lazy.New(`^\s*\d{1,2}[.)]\s*`)

func numberOf(law *corpus.Document) string {
	number, _, _ := strings.Cut(words.Fold(law.Meta.Number), " ")
	return number
}

// translated reports whether two texts are of one act in two languages: by
// number and date, or, where a text has none, by having most provisions in common:
// texts of different acts have a third at the most.
func translated(a, b *corpus.Document) bool {
	if a.Meta.Language == b.Meta.Language {
		return false
	}
	if x, y := numberOf(a), numberOf(b); x != "" && y != "" && a.Meta.Date != "" && b.Meta.Date != "" {
		return x == y && a.Meta.Date == b.Meta.Date
	}
	one, two := places(a), places(b)
	both := 0
	for p := range one {
		if two[p] {
			both++
		}
	}
	return both > 10 && 5*both >= 3*(len(one)+len(two)-both)
}

// places are the provisions of a text: articles and what is in them, by number.
func places(d *corpus.Document) map[string]bool {
	out := map[string]bool{}
	var walk func(u *corpus.Unit, path string)
	walk = func(u *corpus.Unit, path string) {
		if u.Kind == corpus.KindArticle || path != "" && u.Num != "" {
			path += "/" + u.Num
			out[path] = true
		}
		for _, x := range u.Units {
			walk(x, path)
		}
	}
	if d.Root != nil {
		walk(d.Root, "")
	}
	return out
}

func (l *actList) add(text string, heading bool) {
	key, name := actCalled(text, heading)
	if len(key.title) == 0 {
		return
	}
	i := slices.IndexFunc(l.keys, key.same)
	if i < 0 {
		key.act = len(l.names)
		l.keys, l.names, l.given = append(l.keys, key), append(l.names, name), append(l.given, heading)
		return
	}
	if a := l.keys[i].act; heading && !l.given[a] {
		l.names[a], l.given[a] = name, true
	}
	if len(key.title) > len(l.keys[i].title) {
		l.keys[i].title = key.title
	}
	l.keys[i].number = cmp.Or(l.keys[i].number, key.number)
}

// follow sorts the acts as a draft names them first.
func (l *actList) follow(draft *corpus.Document) {
	var text []string
	if draft != nil && draft.Root != nil {
		draft.Root.Walk(func(u *corpus.Unit) bool {
			text = append(text, plainWords(u.Title+" "+u.Text)...)
			return true
		})
	}
	all := " " + strings.Join(text, " ") + " "
	l.at = slices.Repeat([]int{len(all)}, len(l.names))
	for _, k := range l.keys {
		if at := strings.Index(all, " "+strings.Join(k.title, " ")+" "); at >= 0 {
			l.at[k.act] = min(l.at[k.act], at)
		}
	}
}

// before orders two acts: none, those of the draft, others as they came.
func (l *actList) before(a, b int) int {
	if a == 0 || b == 0 {
		return cmp.Compare(a, b)
	}
	return cmp.Or(cmp.Compare(l.at[a-1], l.at[b-1]), cmp.Compare(a, b))
}

// name is how the summary names an act.
func (l *actList) name(a int) string {
	if a == 0 {
		return ""
	}
	return l.names[a-1]
}
